//! Documents as everybody's program knows them. There may be a hundred thousand: kept in columns, names once.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{ClassId, DocumentId, OfficerId};

/// A document without anything that says what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Filing {
    pub class: ClassId,
    pub epoch: u32,
    /// Its entry.
    pub index: u64,
    pub at_ms: i64,
    pub by: OfficerId,
    pub year: i16,
    /// Its place in the class and year, from 1.
    pub number: u32,
}

/// All documents, by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filings(BTreeMap<DocumentId, Filing>);

impl Filings {
    pub fn insert(&mut self, id: DocumentId, filing: Filing) {
        self.0.insert(id, filing);
    }
}

impl Deref for Filings {
    type Target = BTreeMap<DocumentId, Filing>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

type Row<'d> = (&'d str, usize, u32, u64, i64, usize, i16, u32);

#[derive(Serialize)]
struct Out<'d> {
    classes: Vec<&'d ClassId>,
    officers: Vec<&'d OfficerId>,
    rows: Vec<Row<'d>>,
}

/// A row as it is read back, in the order of [`Row`].
type RowIn = (DocumentId, usize, u32, u64, i64, usize, i16, u32);

#[derive(Deserialize)]
struct In {
    classes: Vec<ClassId>,
    officers: Vec<OfficerId>,
    rows: Vec<RowIn>,
}

/// Names once, with their places.
struct Names<'d, T>(BTreeMap<&'d T, usize>, Vec<&'d T>);

impl<'d, T: Ord> Names<'d, T> {
    fn place(&mut self, name: &'d T) -> usize {
        *self.0.entry(name).or_insert_with(|| {
            self.1.push(name);
            self.1.len() - 1
        })
    }
}

impl Serialize for Filings {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut classes = Names(BTreeMap::new(), Vec::new());
        let mut officers = Names(BTreeMap::new(), Vec::new());
        let mut rows = Vec::with_capacity(self.0.len());
        for (id, f) in &self.0 {
            let (class, by) = (classes.place(&f.class), officers.place(&f.by));
            rows.push((id.as_str(), class, f.epoch, f.index, f.at_ms, by, f.year, f.number));
        }
        Out { classes: classes.1, officers: officers.1, rows }.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Filings {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Filings, D::Error> {
        let In { classes, officers, rows } = In::deserialize(from)?;
        let mut filings = BTreeMap::new();
        for (id, class, epoch, index, at_ms, by, year, number) in rows {
            let (Some(class), Some(by)) = (classes.get(class), officers.get(by)) else {
                return Err(serde::de::Error::custom("a row without its class or officer"));
            };
            let filing = Filing { class: class.clone(), epoch, index, at_ms, by: by.clone(), year, number };
            filings.insert(id, filing);
        }
        Ok(Filings(filings))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back() {
        let id = |_| seal::random_id();
        let class = ClassId::parse(&id(0)).expect("an id");
        let mut filings = Filings::default();
        for number in 1..=3 {
            let by = OfficerId::parse(if number == 2 { "ada" } else { "bea" }).expect("a name");
            let filing = Filing { class: class.clone(), epoch: 1, index: 7, at_ms: 9, by, year: 2026, number };
            filings.insert(DocumentId::parse(&id(number)).expect("an id"), filing);
        }
        let text = serde_json::to_string(&filings).expect("plain data");
        let back: Filings = serde_json::from_str(&text).expect("own writing");
        assert_eq!(*back, *filings);
        assert_eq!(text.matches(class.as_str()).count(), 1);
    }
}
