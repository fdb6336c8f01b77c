use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, Transaction, named_params};

use super::document::{list_of, stored};
use super::names::{Numbers, forget_texts};
use super::packed::packed;
use super::{IndexError, Use};
use registry::{ClassId, DocumentId};

/// Changes that belong together, such as those of one batch of entries: see [`super::Index::change`].
pub struct Change<'a> {
    tx: &'a Transaction<'a>,
    numbers: Numbers,
}

impl<'a> Change<'a> {
    pub(super) fn new(tx: &'a Transaction<'a>) -> Change<'a> {
        Change { tx, numbers: Numbers::default() }
    }

    pub(super) fn connection(&self) -> &Connection {
        self.tx
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
        let mut find = self.tx.prepare_cached("SELECT record_id FROM records WHERE id = :id")?;
        Ok(find.query_row(named_params! { ":id": packed(id.as_str()) }, |row| row.get("record_id")).optional()?)
    }

    /// Takes off the index all documents, with their consultation sheets, of every class but these: the officer may not see
    /// the others any more. Their words leave the index and their pages are overwritten. Returns how many there were.
    ///
    /// # Errors
    /// Those of [`super::Index::change`].
    pub fn keep_classes(&self, classes: &BTreeSet<ClassId>) -> Result<u64, IndexError> {
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

    /// Adds a line to a document's consultation sheet. The same line twice is one line. The record of the document is there.
    ///
    /// # Errors
    /// Those of [`super::Index::change`].
    pub fn add_use(&self, document: &DocumentId, used: &Use) -> Result<(), IndexError> {
        let record = self.record_id(document)?.ok_or(IndexError::Altered)?;
        self.tx
            .prepare_cached(
                "INSERT OR REPLACE INTO uses (record_id, entry, action, at, officer_id, purpose, class_id)
                 VALUES (:record, :entry, :action, :at, :officer, :purpose, :class)",
            )?
            .execute(named_params! {
                ":record": record,
                ":entry": stored(used.entry),
                ":action": used.action,
                ":at": used.at.timestamp_millis(),
                ":officer": self.name_id(used.officer.as_str())?,
                ":purpose": used.purpose,
                ":class": self.name_id(used.class.as_str())?,
            })?;
        Ok(())
    }

    /// Writes the full-text index anew without what was removed, which it has only crossed out so far; the old pages are
    /// overwritten. About a second at 100,000 documents. (FTS5's own `secure-delete` takes a millisecond for each document.)
    fn forget_words(&self) -> Result<(), IndexError> {
        forget_texts(self.tx)?;
        self.numbers.forget();
        self.tx.execute("INSERT INTO words (words) VALUES ('optimize')", [])?;
        Ok(())
    }
}
