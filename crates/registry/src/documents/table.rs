//! Where records of documents are. There may be millions, so they are not part of what a session holds in memory: they are in a
//! [`DocumentTable`], and a [`State`](crate::state::State) looks them up.
//!
//! A table may be ahead of a state: it is written together with the index, another process of the same officer may have
//! written more of it, and a session begins at a snapshot that is older. So each question is asked *before* an entry, and
//! the answer is what was true before it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use seal::ObjectId;

use super::DocumentRecord;
use crate::error::TableError;
use crate::{ClassId, DocumentId};

/// Where records are kept. Every implementation passes the suite in [`super::conformance`].
pub trait DocumentTable: Send + Sync {
    /// The record of a document as it was before an entry.
    ///
    /// # Errors
    /// As all of these: [`TableError`], when nothing can be said.
    fn get(&self, id: &DocumentId, before: u64) -> Result<Option<DocumentRecord>, TableError>;

    /// The document that was given an object of this name before an entry: a name that is not the document's own.
    fn given(&self, object: &ObjectId, before: u64) -> Result<Option<DocumentId>, TableError>;

    /// Documents that were in this class before an entry, and in another before that.
    fn came_to(&self, class: &ClassId, before: u64) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError>;

    /// How many documents were filed before an entry.
    fn count(&self, before: u64) -> Result<u64, TableError>;

    /// Documents as they were before an entry, by id, after `after`, at most `limit`.
    fn page(
        &self,
        after: Option<&DocumentId>,
        limit: usize,
        before: u64,
    ) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError>;
}

/// A table in memory: for what is not kept yet, and for states without an index.
#[derive(Clone, Debug, Default)]
pub struct MemoryTable {
    all: BTreeMap<DocumentId, DocumentRecord>,
    given: BTreeMap<ObjectId, (DocumentId, u64)>,
}

impl MemoryTable {
    /// Puts a record into it, unless it knows a later state of the document.
    pub fn put(&mut self, id: DocumentId, record: DocumentRecord) {
        if self.all.get(&id).is_some_and(|known| known.last_change() > record.last_change()) {
            return;
        }
        let given = record.given_objects(&id).into_iter();
        self.given.extend(given.map(|(object, since)| (object, (id.clone(), since))));
        self.all.insert(id, record);
    }

    /// Takes a record out of it, if it is still this one.
    fn remove(&mut self, id: &DocumentId, record: &DocumentRecord) {
        if self.all.get(id) == Some(record) {
            self.all.remove(id);
            for (object, _) in record.given_objects(id) {
                self.given.remove(&object);
            }
        }
    }

    /// All records, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&DocumentId, &DocumentRecord)> {
        self.all.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl DocumentTable for MemoryTable {
    fn get(&self, id: &DocumentId, before: u64) -> Result<Option<DocumentRecord>, TableError> {
        Ok(self.all.get(id).cloned().and_then(|record| record.before(before)))
    }

    fn given(&self, object: &ObjectId, before: u64) -> Result<Option<DocumentId>, TableError> {
        Ok(self.given.get(object).filter(|(_, since)| *since < before).map(|(id, _)| id.clone()))
    }

    fn came_to(&self, class: &ClassId, before: u64) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        let moved = self.all.iter().filter(|(_, record)| !record.former.is_empty());
        let then = moved.filter_map(|(id, record)| Some((id.clone(), record.clone().before(before)?)));
        Ok(then.filter(|(_, record)| record.class == *class && !record.former.is_empty()).collect())
    }

    fn count(&self, before: u64) -> Result<u64, TableError> {
        Ok(self.all.values().filter(|record| record.first_index() < before).count() as u64)
    }

    fn page(
        &self,
        after: Option<&DocumentId>,
        limit: usize,
        before: u64,
    ) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let then = |(id, record): (&DocumentId, &DocumentRecord)| Some((id.clone(), record.clone().before(before)?));
        Ok(self.all.range::<DocumentId, _>((from, Bound::Unbounded)).filter_map(then).take(limit).collect())
    }
}

/// How many records are looked at in one go.
const PAGE: usize = 1024;

/// All documents of a state: those of a table, before an entry, and what has changed since.
///
/// Facts ask it and get a plain answer. Where the table fails, the answer is that there is no such document, and
/// [`Documents::take_failure`] says so: replay asks after each entry, and believes nothing of what was concluded.
#[derive(Default)]
pub struct Documents {
    kept: Option<Arc<dyn DocumentTable>>,
    /// How far the state was read: of the table, only what came before counts.
    size: u64,
    /// Records that are not in the table yet.
    changed: MemoryTable,
    /// Where the table was empty when the state began: what was put into it since.
    known: Option<Known>,
    asked: Mutex<Asked>,
}

/// The beginnings of the names of documents and objects: a name that begins like none of them is not in the table. Most
/// questions of a first reading are about names that are new, and it has millions of them.
#[derive(Clone, Default)]
struct Known(HashSet<[u8; 8]>);

impl Known {
    fn note(&mut self, name: &str) {
        self.0.extend(name.as_bytes().first_chunk());
    }

    fn may_have(&self, name: &str) -> bool {
        name.as_bytes().first_chunk().is_none_or(|begins| self.0.contains(begins))
    }
}

/// What the table answered since the state changed last, so that it is asked once in each entry.
#[derive(Clone, Default)]
struct Asked {
    records: BTreeMap<DocumentId, Option<DocumentRecord>>,
    failure: Option<TableError>,
}

impl Documents {
    /// Those of a table, for a state that was read up to `size`.
    pub fn kept_in(table: Arc<dyn DocumentTable>, size: u64) -> Documents {
        Documents { kept: Some(table), size, ..Documents::default() }
    }

    /// Those of a table that is empty, for a state that has read nothing. Until [`Documents::much_was_read`] it remembers which
    /// names may be in the table.
    pub fn kept_in_empty(table: Arc<dyn DocumentTable>) -> Documents {
        Documents { kept: Some(table), known: Some(Known::default()), ..Documents::default() }
    }

    /// Little is read from now on: the table is asked about every name.
    pub fn much_was_read(&mut self) {
        self.known = None;
    }

    /// The state has read so many entries. Replay says so.
    pub(crate) fn read_to(&mut self, size: u64) {
        self.size = size;
    }

    /// What is to be kept in the table. [`Documents::are_kept`] when that is done.
    pub fn changed(&self) -> impl Iterator<Item = (&DocumentId, &DocumentRecord)> {
        self.changed.iter()
    }

    /// These are in the table now, as they were given out by [`Documents::changed`]; what has changed again since is not.
    /// Without a table they stay in memory.
    pub fn are_kept(&mut self, records: &[(DocumentId, DocumentRecord)]) {
        if self.kept.is_none() {
            return;
        }
        for (id, record) in records {
            if let Some(known) = &mut self.known {
                known.note(id.as_str());
                record.given_objects(id).iter().for_each(|(object, _)| known.note(object.as_str()));
            }
            self.changed.remove(id, record);
        }
        self.asked().records.clear();
    }

    /// Why an answer since the last time may have been wrong.
    #[must_use]
    pub fn take_failure(&self) -> Option<TableError> {
        self.asked().failure.take()
    }

    /// The record of a document.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn read(&self, id: &DocumentId) -> Result<Option<DocumentRecord>, TableError> {
        Ok(self.look(id)?.map(Cow::into_owned))
    }

    /// The same, not copied where it is not in the table yet.
    fn look(&self, id: &DocumentId) -> Result<Option<Cow<'_, DocumentRecord>>, TableError> {
        if let Some(record) = self.changed.all.get(id) {
            return Ok(Some(Cow::Borrowed(record)));
        }
        let Some(kept) = self.kept.as_ref().filter(|_| self.may_be_kept(id.as_str())) else { return Ok(None) };
        if let Some(known) = self.asked().records.get(id) {
            return Ok(known.clone().map(Cow::Owned));
        }
        let record = kept.get(id, self.size)?;
        let mut asked = self.asked();
        if asked.records.len() >= PAGE {
            asked.records.clear();
        }
        asked.records.insert(id.clone(), record.clone());
        Ok(record.map(Cow::Owned))
    }

    /// As [`Documents::read`]; none as well where the table fails.
    pub fn get(&self, id: &DocumentId) -> Option<DocumentRecord> {
        self.seen(id).map(Cow::into_owned)
    }

    /// As [`Documents::get`], not copied where it is not in the table yet.
    pub fn seen(&self, id: &DocumentId) -> Option<Cow<'_, DocumentRecord>> {
        self.or_failure(self.look(id)).flatten()
    }

    pub fn contains(&self, id: &DocumentId) -> bool {
        self.seen(id).is_some()
    }

    /// Whether an object of this name is, or was, a document's.
    pub fn uses(&self, object: &ObjectId) -> bool {
        DocumentId::parse(object.as_str()).is_ok_and(|id| self.contains(&id))
            || self.or_failure(self.given(object)).flatten().is_some()
    }

    /// Whether it is the object that a document has now: that of any of its versions.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn has_now(&self, object: &ObjectId) -> Result<bool, TableError> {
        let own = DocumentId::parse(object.as_str()).ok();
        for id in own.into_iter().chain(self.given(object)?) {
            if self.read(&id)?.is_some_and(|record| record.sealed().any(|(_, sealed)| sealed == object)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn given(&self, object: &ObjectId) -> Result<Option<DocumentId>, TableError> {
        match (self.changed.given(object, u64::MAX)?, &self.kept) {
            (Some(id), _) => Ok(Some(id)),
            (None, Some(kept)) if self.may_be_kept(object.as_str()) => kept.given(object, self.size),
            (None, _) => Ok(None),
        }
    }

    /// False: the table has nothing under this name.
    fn may_be_kept(&self, name: &str) -> bool {
        self.known.as_ref().is_none_or(|known| known.may_have(name))
    }

    /// Documents that are in this class now and were in another.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn came_to(&self, class: &ClassId) -> Result<Vec<DocumentRecord>, TableError> {
        let mut came: BTreeMap<DocumentId, DocumentRecord> = match &self.kept {
            Some(kept) => kept.came_to(class, self.size)?.into_iter().collect(),
            None => BTreeMap::new(),
        };
        came.retain(|id, _| !self.changed.all.contains_key(id));
        came.extend(self.changed.came_to(class, u64::MAX)?);
        Ok(came.into_values().collect())
    }

    /// Documents after `after`, at most `limit`, in whatever order the table has. What the table does not have yet is not among
    /// them.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn page(
        &self,
        after: Option<&DocumentId>,
        limit: usize,
    ) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        let Some(kept) = &self.kept else { return self.changed.page(after, limit, u64::MAX) };
        let mut page = kept.page(after, limit, self.size)?;
        for (id, record) in &mut page {
            if let Some(changed) = self.changed.all.get(id) {
                record.clone_from(changed);
            }
        }
        Ok(page)
    }

    /// How many there are.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn count(&self) -> Result<u64, TableError> {
        let Some(kept) = &self.kept else { return self.changed.count(u64::MAX) };
        let mut count = kept.count(self.size)?;
        for id in self.changed.all.keys() {
            count += u64::from(kept.get(id, self.size)?.is_none());
        }
        Ok(count)
    }

    /// All of them, by id. Few are in memory at a time.
    ///
    /// # Errors
    /// [`TableError`]; then `each` has seen only some.
    pub fn each(&self, mut each: impl FnMut(&DocumentId, &DocumentRecord)) -> Result<(), TableError> {
        let mut after: Option<DocumentId> = None;
        while let Some(kept) = &self.kept {
            let page = kept.page(after.as_ref(), PAGE, self.size)?;
            let Some((last, _)) = page.last() else { break };
            after = Some(last.clone());
            page.iter().filter(|(id, _)| !self.changed.all.contains_key(id)).for_each(|(id, record)| each(id, record));
        }
        self.changed.iter().for_each(|(id, record)| each(id, record));
        Ok(())
    }

    pub(crate) fn insert(&mut self, id: DocumentId, record: DocumentRecord) {
        self.changed.put(id, record);
    }

    fn or_failure<T>(&self, answer: Result<T, TableError>) -> Option<T> {
        match answer {
            Ok(answer) => Some(answer),
            Err(failure) => {
                self.asked().failure = Some(failure);
                None
            }
        }
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for Documents {
    fn clone(&self) -> Documents {
        let asked = Mutex::new(self.asked().clone());
        Documents {
            kept: self.kept.clone(),
            size: self.size,
            changed: self.changed.clone(),
            known: self.known.clone(),
            asked,
        }
    }
}

impl fmt::Debug for Documents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Documents").field("size", &self.size).field("changed", &self.changed).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Former;
    use super::*;
    use crate::OfficerId;

    fn random<T: std::str::FromStr<Err: std::fmt::Debug>>() -> T {
        seal::random_id().parse().expect("an id")
    }

    /// A table that cannot be read.
    struct Torn;

    impl DocumentTable for Torn {
        fn get(&self, _: &DocumentId, _: u64) -> Result<Option<DocumentRecord>, TableError> {
            Err(torn())
        }
        fn given(&self, _: &ObjectId, _: u64) -> Result<Option<DocumentId>, TableError> {
            Err(torn())
        }
        fn came_to(&self, _: &ClassId, _: u64) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
            Err(torn())
        }
        fn count(&self, _: u64) -> Result<u64, TableError> {
            Err(torn())
        }
        fn page(
            &self,
            _: Option<&DocumentId>,
            _: usize,
            _: u64,
        ) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
            Err(torn())
        }
    }

    fn torn() -> TableError {
        TableError(Arc::new(std::io::Error::other("torn")))
    }

    #[test]
    fn a_table_that_fails_is_never_taken_for_one_without_the_document() {
        let documents = Documents::kept_in(Arc::new(Torn), 7);
        assert_eq!(documents.take_failure(), None);
        assert!(!documents.contains(&random()));
        assert_eq!(documents.take_failure(), Some(torn()), "whoever concludes from it can see that it failed");
        assert_eq!(documents.take_failure(), None, "and what comes after that is another matter");
        let object: ObjectId = random();
        let asked = Documents::kept_in(Arc::new(Torn), 7);
        assert!(!asked.uses(&object) && asked.take_failure().is_some());
        assert_eq!(documents.read(&random()), Err(torn()));
        assert_eq!((documents.has_now(&object), documents.came_to(&random())), (Err(torn()), Err(torn())));
        assert_eq!((documents.count(), documents.each(|_, _| ())), (Err(torn()), Err(torn())));
    }

    #[test]
    fn what_has_changed_stands_before_what_is_kept() {
        let (id, other): (DocumentId, DocumentId) = (random(), random());
        let mut table = MemoryTable::default();
        for id in [&id, &other] {
            table.put(id.clone(), record(id, 3));
        }
        let mut documents = Documents::kept_in(Arc::new(table), 5);
        let (new, object): (DocumentId, ObjectId) = (random(), random());
        documents.insert(new.clone(), record(&new, 5));
        let was = documents.get(&id).expect("it is kept");
        let former = Former {
            class: was.class.clone(),
            epoch: was.epoch,
            year: was.year,
            number: was.number,
            since: was.index,
            until: 6,
            object: was.object.clone(),
            earlier: Vec::new(),
        };
        let moved =
            DocumentRecord { class: random(), index: 6, object: object.clone(), former: vec![former], ..was.clone() };
        documents.insert(id.clone(), moved.clone());
        assert_eq!(documents.get(&id), Some(moved.clone()));
        assert_eq!(documents.count(), Ok(3));
        let mut all = BTreeMap::new();
        documents.each(|id, record| assert!(all.insert(id.clone(), record.clone()).is_none())).expect("a table");
        assert_eq!(all.len(), 3);
        assert_eq!(all.get(&id), Some(&moved));
        assert_eq!(documents.came_to(&moved.class), Ok(vec![moved.clone()]));
        assert_eq!((documents.has_now(&object), documents.has_now(&was.object)), (Ok(true), Ok(false)));
        assert!(documents.uses(&object) && documents.uses(&was.object) && !documents.uses(&random()));
    }

    fn record(id: &DocumentId, index: u64) -> DocumentRecord {
        DocumentRecord {
            class: random(),
            epoch: 1,
            index,
            at_ms: 0,
            by: OfficerId::parse("ada").expect("a name"),
            year: 2026,
            number: 1,
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

    #[test]
    fn a_sheet_belongs_to_the_class_that_its_document_was_in_at_that_entry() {
        let id: DocumentId = random();
        let (one, two, three): (ClassId, ClassId, ClassId) = (random(), random(), random());
        let former = |class: &ClassId, since, until| Former {
            class: class.clone(),
            epoch: 1,
            year: 2026,
            number: 1,
            since,
            until,
            object: random(),
            earlier: Vec::new(),
        };
        let record = DocumentRecord {
            class: three.clone(),
            epoch: 1,
            index: 20,
            at_ms: 0,
            by: OfficerId::parse("ada").expect("a name"),
            year: 2026,
            number: 1,
            object: random(),
            versions: Vec::new(),
            former: vec![former(&one, 4, 10), former(&two, 10, 20)],
            replaced: Vec::new(),
            decided: vec![10, 20],
            corrected: Vec::new(),
            noted: Vec::new(),
            printed: Vec::new(),
            withdrawn: None,
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
