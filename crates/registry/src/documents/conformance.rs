//! What every [`DocumentTable`] does alike: one suite, run against memory and against the index.

use seal::ObjectId;

use super::{DocumentRecord, DocumentTable, Former, Sealed, Version};
use crate::{ClassId, DocumentId, OfficerId};

/// A table that can be written as well.
pub trait Store: DocumentTable {
    /// Keeps all of these at once.
    fn keep(&mut self, records: &[(DocumentId, DocumentRecord)]);
}

/// Runs the whole suite; `new` makes an empty table.
///
/// # Panics
/// When the table does not do what it should.
pub fn all<S: Store>(mut new: impl FnMut() -> S) {
    what_was_kept_comes_back_as_it_was_before_each_entry(&mut new());
    an_object_is_known_by_its_document_once_it_was_given(&mut new());
    an_earlier_state_never_takes_the_place_of_a_later_one(&mut new());
    pages_hold_each_document_once_in_the_order_of_ids(&mut new());
    documents_that_came_from_elsewhere_are_found_by_their_class(&mut new());
}

fn random<T: std::str::FromStr<Err: std::fmt::Debug>>() -> T {
    seal::random_id().parse().expect("an opaque id")
}

/// Filed at an entry.
pub fn filed(id: &DocumentId, class: &ClassId, index: u64) -> DocumentRecord {
    DocumentRecord {
        class: class.clone(),
        epoch: 1,
        index,
        at_ms: 1_770_000_000_000 + index as i64,
        by: OfficerId::parse(if index.is_multiple_of(2) { "ada" } else { "bea" }).expect("a name"),
        year: 2026,
        number: index as u32 + 1,
        object: ObjectId::from(id),
        versions: Vec::new(),
        former: Vec::new(),
        replaced: Vec::new(),
        decided: Vec::new(),
        corrected: Vec::new(),
        noted: Vec::new(),
        printed: Vec::new(),
        withdrawn: None,
    }
}

/// The same, moved to another class at an entry.
pub fn moved(was: &DocumentRecord, class: &ClassId, object: &ObjectId, index: u64) -> DocumentRecord {
    let mut is = was.clone();
    is.former.push(Former {
        class: was.class.clone(),
        epoch: was.epoch,
        year: was.year,
        number: was.number,
        since: was.index,
        until: index,
        object: was.object.clone(),
        earlier: was.versions.iter().map(|version| version.before.clone()).collect(),
    });
    is.decided.push(index);
    DocumentRecord { class: class.clone(), epoch: 3, index, year: 2027, number: 9, object: object.clone(), ..is }
}

/// The same with another version, which came at an entry.
pub fn renewed(was: &DocumentRecord, object: &ObjectId, index: u64) -> DocumentRecord {
    let mut is = was.clone();
    let before = Sealed { epoch: was.epoch, object: was.object.clone() };
    let (at_ms, by) = (was.at_ms + index as i64, was.by.clone());
    is.versions.push(Version { index, at_ms, by, before });
    DocumentRecord { epoch: 4, object: object.clone(), ..is }
}

fn what_was_kept_comes_back_as_it_was_before_each_entry(store: &mut impl Store) {
    let (id, one, two): (DocumentId, ClassId, ClassId) = (random(), random(), random());
    let first = filed(&id, &one, 4);
    let mut maintained = first.clone();
    maintained.decided.push(6);
    let decided = maintained.clone();
    maintained.corrected.push(7);
    let corrected = maintained.clone();
    maintained.noted.push(8);
    let second = moved(&maintained, &two, &random(), 9);
    let version = renewed(&second, &random(), 14);
    let third = moved(&version, &one, &random(), 20);
    store.keep(&[(id.clone(), first.clone())]);
    assert_eq!(store.get(&id, 5), Ok(Some(first.clone())));
    store.keep(&[(id.clone(), third.clone())]);
    for before in 0..30 {
        let expected = match before {
            0..=4 => None,
            5..=6 => Some(&first),
            7 => Some(&decided),
            8 => Some(&corrected),
            9 => Some(&maintained),
            10..=14 => Some(&second),
            15..=20 => Some(&version),
            _ => Some(&third),
        };
        assert_eq!(store.get(&id, before), Ok(expected.cloned()), "before entry {before}");
        assert_eq!(store.count(before), Ok(u64::from(before > 4)), "before entry {before}");
    }
    assert_eq!(store.get(&random(), 30), Ok(None));
}

fn an_object_is_known_by_its_document_once_it_was_given(store: &mut impl Store) {
    let (id, one, two): (DocumentId, ClassId, ClassId) = (random(), random(), random());
    let (given, again): (ObjectId, ObjectId) = (random(), random());
    let first = filed(&id, &one, 0);
    let second = moved(&first, &two, &given, 5);
    let version: ObjectId = random();
    store.keep(&[(id.clone(), renewed(&moved(&second, &one, &again, 8), &version, 10))]);
    for before in 0..13 {
        assert_eq!(store.given(&version, before), Ok((before > 10).then(|| id.clone())), "before entry {before}");
        assert_eq!(store.given(&given, before), Ok((before > 5).then(|| id.clone())), "before entry {before}");
        assert_eq!(store.given(&again, before), Ok((before > 8).then(|| id.clone())), "before entry {before}");
        assert_eq!(store.given(&ObjectId::from(&id), before), Ok(None), "its own name was not given");
    }
}

fn an_earlier_state_never_takes_the_place_of_a_later_one(store: &mut impl Store) {
    let (id, one, two): (DocumentId, ClassId, ClassId) = (random(), random(), random());
    let first = filed(&id, &one, 4);
    let second = moved(&first, &two, &random(), 9);
    store.keep(&[(id.clone(), second.clone())]);
    store.keep(&[(id.clone(), first)]);
    assert_eq!(store.get(&id, 10), Ok(Some(second)), "a process that is behind writes as well");
}

fn pages_hold_each_document_once_in_the_order_of_ids(store: &mut impl Store) {
    let class: ClassId = random();
    let mut all: Vec<(DocumentId, DocumentRecord)> = (0..25)
        .map(|index| {
            let id: DocumentId = random();
            (id.clone(), filed(&id, &class, index))
        })
        .collect();
    store.keep(&all);
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    for before in [0, 10, 25, 30] {
        let expected: Vec<_> = all.iter().filter(|(_, record)| record.index < before).cloned().collect();
        let mut found: Vec<(DocumentId, DocumentRecord)> = Vec::new();
        loop {
            let page = store.page(found.last().map(|(id, _)| id), 4, before).expect("a page");
            if page.is_empty() {
                break;
            }
            assert!(page.len() <= 4);
            found.extend(page);
        }
        assert_eq!(found, expected, "before entry {before}");
        assert_eq!(store.count(before), Ok(expected.len() as u64));
    }
}

fn documents_that_came_from_elsewhere_are_found_by_their_class(store: &mut impl Store) {
    let (one, two): (ClassId, ClassId) = (random(), random());
    let (stays, goes): (DocumentId, DocumentId) = (random(), random());
    let first = filed(&goes, &one, 1);
    let second = moved(&first, &two, &random(), 5);
    let third = moved(&second, &one, &random(), 8);
    store.keep(&[(stays.clone(), filed(&stays, &two, 0)), (goes.clone(), third.clone())]);
    let came = |class: &ClassId, before| store.came_to(class, before).expect("a table");
    assert_eq!((came(&one, 5), came(&two, 5)), (vec![], vec![]));
    assert_eq!((came(&one, 8), came(&two, 8)), (vec![], vec![(goes.clone(), second)]));
    assert_eq!((came(&one, 9), came(&two, 9)), (vec![(goes, third)], vec![]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::MemoryTable;

    impl Store for MemoryTable {
        fn keep(&mut self, records: &[(DocumentId, DocumentRecord)]) {
            records.iter().for_each(|(id, record)| self.put(id.clone(), record.clone()));
        }
    }

    #[test]
    fn a_table_in_memory_does_what_every_table_does() {
        all(MemoryTable::default);
    }
}
