//! One officer's desk: an encrypted index of what this officer may see, and the memory of how far he has read the log.
//!
//! Everything here but the memory is a view of the ledger and can be rebuilt from it. The remembered [`Position`] cannot: it
//! is what a log that was shortened or rewritten shows against. So a desk that is *missing* is made anew, and a desk that
//! was *altered* is an integrity error that somebody must hear of, never quietly replaced.
//!
//! The file is SQLCipher under a key derived from the officer's identity. Each page is authenticated as it is read; that
//! the whole file was put back to an earlier state does not show here (docs/adr/0007).

mod calendar;
mod change;
mod decisions;
mod document;
mod error;
mod lines;
mod list;
mod memory;
mod search;
mod sort;
mod store;
#[cfg(test)]
mod tests;

use std::path::Path;

use ledger::Position;
use rusqlite::Connection;
use seal::PartKey;

use crate::objects::Faults;

pub use calendar::TermQuery;
pub use change::Change;
pub use decisions::{Decision, DecisionQuery};
pub use document::{Choice, Document, Listed, Use};
pub use error::DeskError;
pub use lines::Lines;
pub use list::Query;
pub use sort::{Order, Sort, SortBy};

/// An open desk. One per session; another process of the same officer may have the same file open.
pub struct Desk {
    connection: Connection,
}

impl Desk {
    /// Opens a desk. `key` is the officer's desk key, [`PartKey::derive`]d from the identity.
    ///
    /// # Errors
    /// [`DeskError::Missing`]: make it with [`Desk::create`] and read the log from its start. [`DeskError::Altered`]: the file
    /// is damaged, was altered, or belongs to another identity; tell, and stop. [`DeskError::Outdated`]: another version of
    /// the program made it: [`Desk::seen`] still says how far it had read. [`DeskError::ReadOnly`]: use [`Desk::seen`] and
    /// [`Desk::in_memory`].
    pub fn open(path: &Path, key: &PartKey) -> Result<Desk, DeskError> {
        Ok(Desk { connection: store::open(path, key)? })
    }

    /// Makes an empty desk. The file appears complete or not at all.
    ///
    /// # Errors
    /// [`DeskError::Exists`] if there is a file, whatever is in it.
    pub fn create(path: &Path, key: &PartKey) -> Result<Desk, DeskError> {
        Ok(Desk { connection: store::create(path, key)? })
    }

    /// Makes an empty desk in place of one that another version of the program made. It remembers how far that one had read the
    /// log. At each moment one of the two is there as a whole, so that a process which dies in between loses nothing.
    ///
    /// # Errors
    /// As [`Desk::open`]; those of `faults`.
    pub fn renew(path: &Path, key: &PartKey, faults: &Faults) -> Result<Desk, DeskError> {
        Ok(Desk { connection: store::renew(path, key, faults)? })
    }

    /// Makes an empty desk that is gone when it is dropped: for a vault where nothing can be written.
    ///
    /// # Errors
    /// None that a caller can do something about.
    pub fn in_memory() -> Result<Desk, DeskError> {
        Ok(Desk { connection: store::in_memory()? })
    }

    /// How far the desk in this file had read the log, without writing anything: for a vault that is read-only, and for a
    /// desk that is [`DeskError::Outdated`].
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn seen(path: &Path, key: &PartKey) -> Result<Option<Position>, DeskError> {
        memory::position(&store::open_to_read(path, key)?)
    }

    /// Makes several changes as one: all of them are kept, or, if `work` or the disk fails, none.
    ///
    /// # Errors
    /// Those of `work`, [`DeskError::Full`], [`DeskError::Busy`].
    pub fn change<T, E: From<DeskError>>(&mut self, work: impl FnOnce(&Change<'_>) -> Result<T, E>) -> Result<T, E> {
        let tx = self
            .connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(|e| E::from(e.into()))?;
        let done = work(&Change::new(&tx))?;
        tx.commit().map_err(|e| E::from(e.into()))?;
        Ok(done)
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Desk(…)")
    }
}
