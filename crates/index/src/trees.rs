//! Trees by which documents are found and listed, which are made at the end of a first reading.
//!
//! Put one by one, a document goes to some other page of each of them; made from all documents at once, they are sorted first and
//! written from their beginning to their end.
//!
//! INVARIANT: an index that is open without being read for the first time has all of them: it is made with them, reading
//! makes them at its end, and where it broke off, the process that opens the index next.

use rusqlite::Connection;

use super::{Index, IndexError};

/// Those that trees.sql makes.
const TREES: [&str; 16] = [
    "documents_by_level",
    "documents_by_date",
    "documents_by_title",
    "documents_by_reference",
    "documents_by_dossier",
    "documents_by_originator",
    "documents_by_dossier_name",
    "documents_by_class",
    "documents_by_filer",
    "documents_by_size",
    "documents_by_bytes",
    "documents_by_term",
    "documents_by_finalised",
    "uses_by_class",
    "insides_that_wait",
    "insides_that_lack",
];

impl Index {
    /// The log is about to be read for the first time: until [`Index::make_trees`], documents come without their place in some
    /// of the orders, what is put may be lost where the computer stops, and SQLite does not look up the names, texts and records that
    /// rows refer to. Nothing where there are documents already.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn leave_trees(&mut self) -> Result<(), IndexError> {
        let mut store = self.connection();
        let tx = store.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let any =
            tx.query_row("SELECT EXISTS (SELECT 1 FROM documents) AS any", [], |row| row.get::<_, bool>("any"))?;
        if any {
            return Ok(());
        }
        for name in TREES {
            tx.execute_batch(&format!("DROP INDEX IF EXISTS {name}"))?;
        }
        tx.commit()?;
        store.trees_left = true;
        store.trust_references()?;
        store.put_soon()
    }

    /// The log was read: makes the trees that were left out. At once where there are all of them.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn make_trees(&mut self) -> Result<(), IndexError> {
        let mut store = self.connection();
        if !store.trees_left {
            return Ok(());
        }
        store.put_now()?;
        store.look_up_references()?;
        store.with_memory(make)?;
        store.trees_left = false;
        store.changed()
    }
}

/// Makes the trees that are missing, as one change.
pub(super) fn make(connection: &Connection) -> Result<(), IndexError> {
    let tx = rusqlite::Transaction::new_unchecked(connection, rusqlite::TransactionBehavior::Immediate)?;
    tx.execute_batch(include_str!("trees.sql"))?;
    Ok(tx.commit()?)
}

pub(super) fn has_all(connection: &Connection) -> Result<bool, IndexError> {
    let names = TREES.map(|name| format!("'{name}'")).join(", ");
    let count = format!("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'index' AND name IN ({names})");
    Ok(connection.query_row(&count, [], |row| row.get::<_, i64>("n"))? == TREES.len() as i64)
}
