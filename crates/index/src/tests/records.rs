use registry::documents::conformance::{Store, all, filed, moved};
use registry::documents::{DocumentRecord, DocumentTable, TableError};
use registry::{ClassId, DocumentId, ObjectId};

use super::*;
use crate::Records;

/// An index as a table, in a file of its own.
struct Kept {
    place: IndexFolder,
    index: Index,
    records: Records,
}

impl Kept {
    fn new() -> Kept {
        let place = IndexFolder::new();
        let index = Index::create(&place.path, &place.key).expect("an empty folder");
        Kept { records: index.records(), index, place }
    }
}

impl Store for Kept {
    fn keep(&mut self, records: &[(DocumentId, DocumentRecord)]) {
        let put = |change: &Change<'_>| records.iter().try_for_each(|(id, record)| change.put_record(id, record));
        self.index.change::<_, IndexError>(put).expect("there is room");
    }
}

impl DocumentTable for Kept {
    fn get(&self, id: &DocumentId, before: u64) -> Result<Option<DocumentRecord>, TableError> {
        self.records.get(id, before)
    }
    fn given(&self, object: &ObjectId, before: u64) -> Result<Option<DocumentId>, TableError> {
        self.records.given(object, before)
    }
    fn came_to(&self, class: &ClassId, before: u64) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        self.records.came_to(class, before)
    }
    fn count(&self, before: u64) -> Result<u64, TableError> {
        self.records.count(before)
    }
    fn page(
        &self,
        after: Option<&DocumentId>,
        limit: usize,
        before: u64,
    ) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        self.records.page(after, limit, before)
    }
}

#[test]
fn the_table_of_an_index_does_what_every_table_does() {
    all(Kept::new);
}

#[test]
fn records_are_kept_with_the_position_or_not_at_all() {
    let mut kept = Kept::new();
    let (id, other) = (id(1), id(2));
    let object: ObjectId = opaque('o', 1).parse().expect("of the form of an id");
    let record = moved(&filed(&id, &class(1), 3), &class(2), &object, 5);
    let (_dir, position) = read_position(9);
    let failed = kept.index.change::<(), IndexError>(|change| {
        change.put_record(&id, &record)?;
        change.set_position(&position)?;
        Err(IndexError::Busy)
    });
    assert_eq!(failed, Err(IndexError::Busy));
    assert_eq!(
        (kept.get(&id, 9).expect("the table answers"), kept.given(&object, 9).expect("the table answers")),
        (None, None)
    );
    assert!(kept.index.position().expect("the index says how far it has read").is_none());
    kept.keep(&[(id.clone(), record.clone())]);
    let place = kept.place;
    drop((kept.index, kept.records));
    let again = place.open().expect("the index opens");
    assert_eq!(again.records().get(&id, 9).expect("the table answers"), Some(record));
    assert_eq!(again.records().get(&other, 9).expect("the table answers"), None);
}

#[test]
fn a_record_that_was_altered_is_no_answer() {
    let mut kept = Kept::new();
    let id = id(1);
    kept.keep(&[(id.clone(), filed(&id, &class(1), 3))]);
    kept.index.connection().execute("UPDATE names SET name = 'x y' WHERE name LIKE 'c%'", []).expect("altered");
    assert!(kept.get(&id, 9).is_err());
}
