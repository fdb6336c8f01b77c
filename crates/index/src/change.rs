use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension as _, Transaction, named_params};

use super::IndexError;
use super::names::{Numbers, forget_texts};
use super::packed::{BYTES, packed};
use super::pages::overwrite_free_pages;
use super::values::{list_of, stored};
use registry::{ClassId, DocumentId};

/// Changes that belong together, such as those of one batch of entries: see [`super::Index::change`].
pub struct Change<'a> {
    tx: &'a Transaction<'a>,
    numbers: Numbers,
    removes: Cell<bool>,
    /// Numbers of records that were asked for or put.
    records: RefCell<HashMap<[u8; BYTES], i64>>,
    /// Records that were not there before this change.
    made: RefCell<HashSet<i64>>,
    /// Entries that this change has put documents under.
    placed: RefCell<HashSet<u64>>,
    /// Entries of which this change has put lines, and whether by a better right than that of a sheet.
    told: RefCell<HashMap<u64, bool>>,
    newest: OnceCell<Newest>,
    /// Words of documents that were put, to be written at the end.
    words: RefCell<Vec<SearchWords>>,
    /// See [`Change::words_before`].
    pub(super) before: Cell<Option<i64>>,
}

/// What a document is found by.
pub(super) struct SearchWords {
    pub entry: u64,
    pub title: String,
    pub subject: String,
    pub reference: String,
    pub originator: String,
    /// References that it had before, and that of its paper original.
    pub formerly: String,
}

/// The last entries of which something was there before this change; what comes after them is new.
#[derive(Clone, Copy)]
pub(super) struct Newest {
    pub document: i64,
    pub line: i64,
}

impl<'a> Change<'a> {
    pub(super) fn new(tx: &'a Transaction<'a>) -> Change<'a> {
        Change {
            tx,
            numbers: Numbers::default(),
            removes: Cell::new(false),
            records: RefCell::default(),
            made: RefCell::default(),
            placed: RefCell::default(),
            told: RefCell::default(),
            newest: OnceCell::new(),
            words: RefCell::default(),
            before: Cell::new(None),
        }
    }

    pub(super) fn connection(&self) -> &Connection {
        self.tx
    }

    /// A document that was put is found by these words.
    pub(super) fn found_by(&self, words: SearchWords) {
        self.words.borrow_mut().push(words);
    }

    /// Writes the words of documents that were put: at the end, and before any document goes, whose words go with it.
    pub(super) fn put_words(&self) -> Result<(), IndexError> {
        let waiting = self.words.take();
        if waiting.is_empty() {
            return Ok(());
        }
        let mut put = self.tx.prepare_cached(
            "INSERT INTO words (rowid, title, subject, reference, originator, formerly, otherwise)
             VALUES (:entry, folded(:title), folded(:subject), folded(:reference), folded(:originator), folded(:formerly),
                otherwise(:title, :subject, :originator))",
        )?;
        for SearchWords { entry, title, subject, reference, originator, formerly } in waiting {
            put.execute(named_params! {
                ":entry": stored(entry), ":title": title, ":subject": subject, ":reference": reference,
                ":originator": originator, ":formerly": formerly,
            })?;
        }
        Ok(())
    }

    /// Whether something was removed that must not stay anywhere.
    pub(super) fn removes(&self) -> bool {
        self.removes.get()
    }

    /// The number that stands for a name in rows.
    pub(super) fn name_id(&self, name: &str) -> Result<i64, IndexError> {
        self.numbers.name(self.tx, name)
    }

    /// The number that stands for a text in rows.
    pub(super) fn text_id(&self, text: &str) -> Result<i64, IndexError> {
        self.numbers.text(self.tx, text)
    }

    /// The number of a document's record.
    pub(super) fn record_id(&self, id: &DocumentId) -> Result<Option<i64>, IndexError> {
        let packed = packed(id.as_str());
        if let Some(known) = self.records.borrow().get(&packed) {
            return Ok(Some(*known));
        }
        let mut find = self.tx.prepare_cached("SELECT record_id FROM records WHERE id = :id")?;
        let found = find.query_row(named_params! { ":id": packed }, |row| row.get("record_id")).optional()?;
        if let Some(record) = found {
            self.records.borrow_mut().insert(packed, record);
        }
        Ok(found)
    }

    /// A record was put under this number; `made`: there was none of the document before.
    pub(super) fn is_record(&self, id: [u8; BYTES], record: i64, made: bool) {
        self.records.borrow_mut().insert(id, record);
        if made {
            self.made.borrow_mut().insert(record);
        }
    }

    /// All numbers of records are forgotten.
    pub(super) fn forget_numbers(&self) {
        self.records.borrow_mut().clear();
        self.made.borrow_mut().clear();
    }

    /// A document is put now. True: nothing can be known of it yet under its record, nor of another under its entry.
    pub(super) fn places(&self, record: i64, entry: u64) -> Result<bool, IndexError> {
        let made = self.made.borrow_mut().remove(&record);
        let first = self.placed.borrow_mut().insert(entry);
        Ok(made && first && stored(entry) > self.newest()?.document)
    }

    /// The lines of an entry are put now, and there are some. True: nothing can be known of it yet.
    pub(super) fn tells_of(&self, entry: u64) -> Result<bool, IndexError> {
        let first = self.told.borrow_mut().insert(entry, true).is_none();
        Ok(first && stored(entry) > self.newest()?.line)
    }

    /// A line of a sheet is put now.
    pub(super) fn tells_by_sheet_of(&self, entry: u64) {
        self.told.borrow_mut().entry(entry).or_insert(false);
    }

    /// Whether this change has put the lines of an entry, by a better right than that of a sheet.
    pub(super) fn has_told_of(&self, entry: u64) -> bool {
        self.told.borrow().get(&entry) == Some(&true)
    }

    fn newest(&self) -> Result<Newest, IndexError> {
        if let Some(known) = self.newest.get() {
            return Ok(*known);
        }
        let mut find = self.tx.prepare_cached(
            "SELECT coalesce((SELECT max(entry) FROM documents), -1) AS document,
             max(coalesce((SELECT max(entry) FROM lines), -1), coalesce((SELECT max(entry) FROM named), -1)) AS line",
        )?;
        let found = find.query_row([], |row| Ok(Newest { document: row.get("document")?, line: row.get("line")? }))?;
        Ok(*self.newest.get_or_init(|| found))
    }

    /// Takes off the index all documents, with their consultation sheets, of every class but these: the officer may not see
    /// the others any more. Their words leave the index and their pages are overwritten. Returns how many there were.
    ///
    /// # Errors
    /// Those of [`super::Index::change`].
    pub fn keep_classes(&self, classes: &BTreeSet<ClassId>) -> Result<u64, IndexError> {
        self.put_words()?;
        let names = list_of(classes);
        let others = "class_id NOT IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(:names)))";
        let removed = self
            .tx
            .prepare_cached(&format!("DELETE FROM documents WHERE {others}"))?
            .execute(named_params! { ":names": names })?;
        self.keep_lines(&names)?;
        // Lines of a document that came from another class stand on a sheet of that one.
        self.tx
            .prepare_cached(&format!("DELETE FROM uses WHERE {others}"))?
            .execute(named_params! { ":names": names })?;
        if removed > 0 {
            for table in ["uses", "decisions", "notices"] {
                let sql = format!("DELETE FROM {table} WHERE record_id NOT IN (SELECT record_id FROM documents)");
                self.tx.execute(&sql, [])?;
            }
            self.forget_words()?;
        }
        Ok(removed as u64)
    }

    /// Takes documents off the index with all that was known of them: they are in classes now that the officer may not see.
    ///
    /// # Errors
    /// Those of [`super::Index::change`].
    pub fn drop_documents(&self, documents: &[DocumentId]) -> Result<(), IndexError> {
        self.put_words()?;
        let mut removed = 0;
        for document in documents {
            let Some(record) = self.record_id(document)? else { continue };
            let of_it = named_params! { ":record": record };
            removed += self.tx.prepare_cached("DELETE FROM documents WHERE record_id = :record")?.execute(of_it)?;
            for table in ["uses", "decisions", "notices"] {
                let sql = format!("DELETE FROM {table} WHERE record_id = :record");
                self.tx.prepare_cached(&sql)?.execute(named_params! { ":record": record })?;
            }
            self.drop_sheet_lines(record)?;
        }
        if removed > 0 {
            self.forget_words()?;
        }
        Ok(())
    }

    /// Writes the full-text index again without what was removed, which it has only crossed out so far; the old pages are
    /// overwritten. About a second at 100,000 documents. (FTS5's own `secure-delete` takes a millisecond for each document.)
    fn forget_words(&self) -> Result<(), IndexError> {
        self.removes.set(true);
        forget_texts(self.tx)?;
        self.numbers.forget();
        self.tx.execute("INSERT INTO words (words) VALUES ('optimize')", [])?;
        self.tx.execute("INSERT INTO inside (inside) VALUES ('optimize')", [])?;
        overwrite_free_pages(self.tx)
    }
}
