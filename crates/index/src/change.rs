use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction, params};

use super::document::{self, stored};
use super::{Document, IndexError, Use};
use registry::{ClassId, DocumentId};

/// Changes that belong together, such as those of one batch of entries: see [`super::Index::change`].
pub struct Change<'a> {
    tx: &'a Transaction<'a>,
}

impl<'a> Change<'a> {
    pub(super) fn new(tx: &'a Transaction<'a>) -> Change<'a> {
        Change { tx }
    }

    pub(super) fn connection(&self) -> &Connection {
        self.tx
    }

    /// Puts a document on the index; what was there under its id is replaced, its consultation sheet stays.
    ///
    /// # Errors
    /// Those of [`super::Index::change`].
    pub fn put_document(&self, document: &Document) -> Result<(), IndexError> {
        document::put(self.tx, document)
    }

    /// Takes off the index all documents, with their consultation sheets, of every class but these: the officer may not see
    /// the others any more. Their words leave the index and their pages are overwritten. Returns how many there were.
    ///
    /// # Errors
    /// Those of [`super::Index::change`].
    pub fn keep_classes(&self, classes: &BTreeSet<ClassId>) -> Result<u64, IndexError> {
        let names: Vec<&str> = classes.iter().map(ClassId::as_str).collect();
        let names = serde_json::to_string(&names).unwrap_or_else(|_| "[]".to_owned());
        let removed = self
            .tx
            .prepare_cached("DELETE FROM documents WHERE class NOT IN (SELECT value FROM json_each(?1))")?
            .execute([&names])?;
        self.keep_lines(&names)?;
        // Lines of a document that came from another class stand on a sheet of that one.
        self.tx
            .prepare_cached("DELETE FROM uses WHERE class NOT IN (SELECT value FROM json_each(?1))")?
            .execute([&names])?;
        if removed > 0 {
            for table in ["uses", "decisions", "notices"] {
                let sql = format!("DELETE FROM {table} WHERE document NOT IN (SELECT id FROM documents)");
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
            let id = [document.as_str()];
            removed += self.tx.prepare_cached("DELETE FROM documents WHERE id = ?1")?.execute(id)?;
            for table in ["uses", "decisions", "notices"] {
                self.tx.prepare_cached(&format!("DELETE FROM {table} WHERE document = ?1"))?.execute(id)?;
            }
            self.drop_sheet_lines(document)?;
        }
        if removed > 0 {
            self.forget_words()?;
        }
        Ok(())
    }

    /// Adds a line to a document's consultation sheet. The same line twice is one line.
    ///
    /// # Errors
    /// Those of [`super::Index::change`].
    pub fn add_use(&self, document: &DocumentId, used: &Use) -> Result<(), IndexError> {
        self.tx.prepare_cached("INSERT OR REPLACE INTO uses VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
            document.as_str(),
            stored(used.entry),
            used.action,
            used.at.as_millisecond(),
            used.officer.as_str(),
            used.purpose,
            used.class.as_str(),
        ])?;
        Ok(())
    }

    /// Writes the full-text index anew without what was removed, which it has only crossed out so far; the old pages are
    /// overwritten. About a second at 100,000 documents. (FTS5's own `secure-delete` takes a millisecond for each document.)
    fn forget_words(&self) -> Result<(), IndexError> {
        self.tx.execute("INSERT INTO words (words) VALUES ('optimize')", [])?;
        Ok(())
    }
}
