//! Words that are written later.
//!
//! The words of documents take as long to write as all the rest of an index, and nobody needs them before he searches. While
//! much is read, documents are put without them; afterwards they are written a piece at a time, in the order of the entries.
//!
//! INVARIANT: a document is found by its words if and only if its entry is before the one that `searched` holds. What is
//! written for a piece and how far that goes is one change, so a process that dies in between leaves a smaller number.

use rusqlite::{Connection, OptionalExtension as _, named_params};

use super::values::stored;
use super::{Change, Index, IndexError};

/// Greater than every entry: all documents are found by their words.
const ALL: i64 = i64::MAX;

impl Change<'_> {
    /// The words of documents that are put from now on under later entries than those that are there are left for later. Until
    /// [`Index::write_words`] has written all of them, also by other processes.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn leave_words(&self) -> Result<(), IndexError> {
        if self.words_before()? != ALL {
            return Ok(());
        }
        let mut next =
            self.connection().prepare_cached("SELECT coalesce(max(entry), -1) + 1 AS next FROM documents")?;
        let next = next.query_row([], |row| row.get("next"))?;
        self.are_written_before(next)
    }

    /// The words of documents are written whose entries are before this one.
    pub(super) fn words_before(&self) -> Result<i64, IndexError> {
        if let Some(known) = self.before.get() {
            return Ok(known);
        }
        let before = before(self.connection())?;
        self.before.set(Some(before));
        Ok(before)
    }

    fn are_written_before(&self, before: i64) -> Result<(), IndexError> {
        let mut keep = self.connection().prepare_cached("UPDATE searched SET before = :before")?;
        keep.execute(named_params! { ":before": before })?;
        self.before.set(Some(before));
        Ok(())
    }

    /// Writes the words of so many documents more. Gives the entry of the next, if there is one.
    fn write_words(&self, documents: usize) -> Result<Option<u64>, IndexError> {
        let from = self.words_before()?;
        if from == ALL {
            return Ok(None);
        }
        let limit = stored(documents as u64);
        // One statement: before each, FTS5 would write down what it holds.
        let mut write = self.connection().prepare_cached(
            "INSERT INTO words (rowid, title, subject, reference, originator, formerly, otherwise)
             SELECT entry, folded(title), folded(subject), folded(reference), folded(text),
                folded(coalesce(formerly, '') || char(10) || coalesce(paper, '')), otherwise(title, subject, text)
             FROM documents CROSS JOIN texts ON text_id = originator_id
             WHERE entry >= :from ORDER BY entry LIMIT :limit",
        )?;
        write.execute(named_params! { ":from": from, ":limit": limit })?;
        let mut find = self
            .connection()
            .prepare_cached("SELECT entry FROM documents WHERE entry >= :from ORDER BY entry LIMIT 1 OFFSET :limit")?;
        let next =
            find.query_row(named_params! { ":from": from, ":limit": limit }, |row| row.get("entry")).optional()?;
        self.are_written_before(next.unwrap_or(ALL))?;
        Ok(next.and_then(|next| u64::try_from(next).ok()))
    }
}

impl Index {
    /// The first entry whose documents are not found by their words yet; none: all are.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn unsearched(&self) -> Result<Option<u64>, IndexError> {
        let before = before(&self.connection())?;
        if before == ALL { Ok(None) } else { u64::try_from(before).map(Some).map_err(|_| IndexError::Altered) }
    }

    /// Writes the words of up to so many documents that were put without them. Gives the entry of the next, if there is one.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn write_words(&mut self, documents: usize) -> Result<Option<u64>, IndexError> {
        self.change(|change| change.write_words(documents))
    }
}

fn before(connection: &Connection) -> Result<i64, IndexError> {
    let mut find = connection.prepare_cached("SELECT before FROM searched")?;
    Ok(find.query_row([], |row| row.get("before"))?)
}
