use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension as _, Transaction, named_params};

use super::IndexError;
use super::bound::Prepared;
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
    records: RefCell<HashMap<[u8; BYTES], RecordAt>>,
    /// Records that were not there before this change.
    made: RefCell<HashSet<i64>>,
    /// Entries that this change has put documents under.
    placed: RefCell<HashSet<u64>>,
    /// Entries of which this change has put lines, and whether by a better right than that of a sheet.
    told: RefCell<HashMap<u64, bool>>,
    newest: OnceCell<Newest>,
    /// Words of documents that were put, to be written at the end.
    words: RefCell<Vec<SearchWords>>,
    /// How many documents were put of each kind that is counted: class, dossier, level. To be written at the end.
    counts: RefCell<BTreeMap<(i64, i64, i64), i64>>,
    pub(super) statements: Statements<'a>,
    /// See [`Change::words_before`].
    pub(super) before: Cell<Option<i64>>,
}

/// Statements that run for each of many rows.
#[derive(Default)]
pub(super) struct Statements<'a> {
    pub document: Prepared<'a>,
    pub inside: Prepared<'a>,
    pub record: Prepared<'a>,
    pub find_record: Prepared<'a>,
    pub used: Prepared<'a>,
    pub line: Prepared<'a>,
    pub named: Prepared<'a>,
}

/// What is known of a document that has a record.
#[derive(Clone, Copy)]
pub(super) struct RecordAt {
    pub number: i64,
    pub withdrawn: bool,
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
            counts: RefCell::default(),
            statements: Statements::default(),
            before: Cell::new(None),
        }
    }

    pub(super) fn connection(&self) -> &'a Connection {
        self.tx
    }

    /// A document of this class, dossier and level was put.
    pub(super) fn counts(&self, class: i64, dossier: i64, level: i64) {
        *self.counts.borrow_mut().entry((class, dossier, level)).or_default() += 1;
    }

    /// Writes what waits for the end of the change: before it, and before any document goes, with which that goes too.
    pub(super) fn put_rest(&self) -> Result<(), IndexError> {
        for ((class, dossier, level), documents) in self.counts.take() {
            self.tx
                .prepare_cached(
                    "INSERT INTO counts (class_id, dossier_key_id, level, documents) VALUES (:class, :dossier, :level, :documents)
                     ON CONFLICT DO UPDATE SET documents = documents + excluded.documents",
                )?
                .execute(named_params! {
                    ":class": class, ":dossier": dossier, ":level": level, ":documents": documents,
                })?;
        }
        self.put_words()
    }

    /// A document that was put is found by these words.
    pub(super) fn found_by(&self, words: SearchWords) {
        self.words.borrow_mut().push(words);
    }

    fn put_words(&self) -> Result<(), IndexError> {
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
        Ok(self.record_at(id)?.map(|record| record.number))
    }

    /// The record of a document.
    pub(super) fn record_at(&self, id: &DocumentId) -> Result<Option<RecordAt>, IndexError> {
        let packed = packed(id.as_str());
        if let Some(known) = self.records.borrow().get(&packed) {
            return Ok(Some(*known));
        }
        let found = self.statements.find_record.query_row(
            self.tx,
            "SELECT record_id, withdrawn IS NOT NULL AS withdrawn FROM records WHERE id = :id",
            named_params! { ":id": packed },
            |row| Ok(RecordAt { number: row.get("record_id")?, withdrawn: row.get("withdrawn")? }),
        );
        let found = found.optional()?;
        if let Some(record) = found {
            self.records.borrow_mut().insert(packed, record);
        }
        Ok(found)
    }

    /// A record was put; `made`: there was none of the document before.
    pub(super) fn is_record(&self, id: [u8; BYTES], record: RecordAt, made: bool) {
        self.records.borrow_mut().insert(id, record);
        if made {
            self.made.borrow_mut().insert(record.number);
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
        self.put_rest()?;
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
        self.put_rest()?;
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
