//! Documents as everybody's program knows them. There may be a hundred thousand, so they are kept in columns, with each
//! name stored once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::names::ObjectId;
use crate::{ClassId, DocumentId, OfficerId};

/// A document without anything that says what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRecord {
    /// Its class now.
    pub class: ClassId,
    /// The epoch that its object is sealed to.
    pub epoch: u32,
    /// The entry that put it into its class.
    pub index: u64,
    /// When it was filed first.
    pub at_ms: i64,
    /// Who filed it first.
    pub by: OfficerId,
    pub year: i16,
    /// Its place in the class and year, from 1.
    pub number: u32,
    /// Its sealed file.
    pub object: ObjectId,
    /// The classes that it was in before, the oldest first.
    pub former: Vec<Former>,
    /// The entries of the decisions about its classification.
    pub decided: Vec<u64>,
}

/// A class that a document was in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    pub class: ClassId,
    /// The entry that put it into that class.
    pub since: u64,
    /// The entry that took it out of that class.
    pub until: u64,
    /// The sealed file that it had there.
    pub object: ObjectId,
}

impl DocumentRecord {
    /// Whether a sheet about it belongs into a part of this class in that entry. In the entry that moves it both classes have
    /// something to say: the one that it leaves, and the one that it comes to.
    pub fn was_in(&self, class: &ClassId, index: u64) -> bool {
        let then = |former: &Former| former.class == *class && (former.since..=former.until).contains(&index);
        (self.class == *class && index >= self.index) || self.former.iter().any(then)
    }

    /// Whether it was that entry that put it into this class.
    pub fn was_put_into(&self, class: &ClassId, index: u64) -> bool {
        let then = |former: &Former| former.class == *class && former.since == index;
        (self.class == *class && index == self.index) || self.former.iter().any(then)
    }

    /// The entry that filed it.
    pub fn first_index(&self) -> u64 {
        self.former.first().map_or(self.index, |first| first.since)
    }
}

/// All documents, by id.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    all: BTreeMap<DocumentId, DocumentRecord>,
    /// Every object that is not named after its document, and never was another's.
    given: BTreeSet<ObjectId>,
}

impl Documents {
    pub fn insert(&mut self, id: DocumentId, record: DocumentRecord) {
        let names = record.former.iter().map(|former| &former.object).chain([&record.object]);
        self.given.extend(names.filter(|object| **object != ObjectId::from(&id)).cloned());
        self.all.insert(id, record);
    }

    /// Whether an object of this name is, or was, a document's.
    pub fn uses(&self, object: &ObjectId) -> bool {
        self.given.contains(object) || DocumentId::parse(object.as_str()).is_ok_and(|id| self.all.contains_key(&id))
    }

    /// The objects that documents have now.
    pub fn objects(&self) -> BTreeSet<ObjectId> {
        self.all.values().map(|record| record.object.clone()).collect()
    }

    /// Documents that are in this class now and were in another.
    pub fn came_to<'f>(&'f self, class: &'f ClassId) -> impl Iterator<Item = &'f DocumentRecord> {
        self.all.values().filter(move |record| !record.former.is_empty() && record.class == *class)
    }
}

impl Deref for Documents {
    type Target = BTreeMap<DocumentId, DocumentRecord>;

    fn deref(&self) -> &Self::Target {
        &self.all
    }
}

type Row<'d> = (&'d str, usize, u32, u64, i64, usize, i16, u32);

#[derive(Serialize)]
struct Out<'d> {
    classes: Vec<&'d ClassId>,
    officers: Vec<&'d OfficerId>,
    rows: Vec<Row<'d>>,
    decided: Vec<(&'d DocumentId, &'d ObjectId, &'d [Former], &'d [u64])>,
}

/// A row as it is read back, in the order of [`Row`].
type RowIn = (DocumentId, usize, u32, u64, i64, usize, i16, u32);

#[derive(Deserialize)]
struct In {
    classes: Vec<ClassId>,
    officers: Vec<OfficerId>,
    rows: Vec<RowIn>,
    /// Of those few about which something was decided.
    decided: Vec<(DocumentId, ObjectId, Vec<Former>, Vec<u64>)>,
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

impl Serialize for Documents {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut classes = Names(BTreeMap::new(), Vec::new());
        let mut officers = Names(BTreeMap::new(), Vec::new());
        let mut rows = Vec::with_capacity(self.all.len());
        let mut decided = Vec::new();
        for (id, f) in &self.all {
            let (class, by) = (classes.place(&f.class), officers.place(&f.by));
            rows.push((id.as_str(), class, f.epoch, f.index, f.at_ms, by, f.year, f.number));
            if !f.decided.is_empty() {
                decided.push((id, &f.object, f.former.as_slice(), f.decided.as_slice()));
            }
        }
        Out { classes: classes.1, officers: officers.1, rows, decided }.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Documents {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Documents, D::Error> {
        let In { classes, officers, rows, decided } = In::deserialize(from)?;
        let mut decided: BTreeMap<DocumentId, (ObjectId, Vec<Former>, Vec<u64>)> =
            decided.into_iter().map(|(id, object, former, decided)| (id, (object, former, decided))).collect();
        let mut documents = Documents::default();
        for (id, class, epoch, index, at_ms, by, year, number) in rows {
            let (Some(class), Some(by)) = (classes.get(class), officers.get(by)) else {
                return Err(serde::de::Error::custom("a row without its class or officer"));
            };
            let (class, by) = (class.clone(), by.clone());
            let (object, former, decided) =
                decided.remove(&id).unwrap_or_else(|| (ObjectId::from(&id), Vec::new(), Vec::new()));
            documents
                .insert(id, DocumentRecord { class, epoch, index, at_ms, by, year, number, object, former, decided });
        }
        Ok(documents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random<T: std::str::FromStr<Err = crate::BadName>>() -> T {
        seal::random_id().parse().expect("an id")
    }

    #[test]
    fn what_was_kept_comes_back() {
        let class: ClassId = random();
        let mut documents = Documents::default();
        for number in 1..=3 {
            let by = OfficerId::parse(if number == 2 { "ada" } else { "bea" }).expect("a name");
            let id: DocumentId = random();
            let first = Former { class: random(), since: 3, until: 7, object: ObjectId::from(&id) };
            let (object, former, decided) = match number {
                3 => (random(), vec![first], vec![7]),
                2 => (ObjectId::from(&id), Vec::new(), vec![9]),
                _ => (ObjectId::from(&id), Vec::new(), Vec::new()),
            };
            let class = class.clone();
            let record =
                DocumentRecord { class, epoch: 1, index: 7, at_ms: 9, by, year: 2026, number, object, former, decided };
            documents.insert(id, record);
        }
        let text = serde_json::to_string(&documents).expect("plain data");
        let back: Documents = serde_json::from_str(&text).expect("own writing");
        assert_eq!(*back, *documents);
        assert_eq!(back.given, documents.given);
        assert_eq!(text.matches(class.as_str()).count(), 1);
    }

    #[test]
    fn a_sheet_belongs_to_the_class_that_its_document_was_in_at_that_entry() {
        let id: DocumentId = random();
        let (one, two, three): (ClassId, ClassId, ClassId) = (random(), random(), random());
        let former = |class: &ClassId, since, until| Former { class: class.clone(), since, until, object: random() };
        let record = DocumentRecord {
            class: three.clone(),
            epoch: 1,
            index: 20,
            at_ms: 0,
            by: OfficerId::parse("ada").expect("a name"),
            year: 2026,
            number: 1,
            object: random(),
            former: vec![former(&one, 4, 10), former(&two, 10, 20)],
            decided: vec![10, 20],
        };
        assert_eq!(record.first_index(), 4);
        for (class, from, until) in [(&one, 4, 10), (&two, 10, 20), (&three, 20, 40)] {
            for index in 0..=40 {
                assert_eq!(record.was_in(class, index), (from..=until).contains(&index), "{index}");
                assert_eq!(record.was_put_into(class, index), index == from, "{index}");
            }
        }
        let mut documents = Documents::default();
        documents.insert(id.clone(), record.clone());
        assert!(documents.uses(&record.object) && documents.uses(&ObjectId::from(&id)) && !documents.uses(&random()));
    }
}
