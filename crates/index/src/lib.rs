//! One officer's index: an encrypted index of what this officer may see, and the memory of how far he has read the log.
//!
//! Everything here except the memory is a view of the ledger and can be rebuilt from it. The remembered [`Position`]
//! cannot: it is what reveals a log that was shortened or rewritten. So an index that is *missing* is rebuilt, and an
//! index that was *altered* is an integrity error that somebody must be told of; it is never quietly replaced.
//!
//! The file is SQLCipher under a key derived from the officer's identity. Each page is authenticated as it is read; if
//! the whole file was put back to an earlier state, that does not show here (docs/adr/0007).

mod bound;
mod by_text;
mod calendar;
mod change;
mod decisions;
mod document;
mod error;
mod hit;
mod inside;
mod insides;
mod lines;
mod list;
mod memory;
mod names;
mod packed;
mod pages;
mod recent;
mod records;
mod search;
mod sort;
mod stems;
mod store;
#[cfg(test)]
mod tests;
mod trees;
mod values;
mod words;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ledger::Position;
use seal::PartKey;

pub use calendar::{TermPage, TermQuery, TermRow};
pub use change::Change;
pub use decisions::{DecisionQuery, DecisionRow};
pub use document::{Choice, Document, Listed, Use};
pub use error::IndexError;
pub use hit::{Hit, hit};
pub use inside::{NotSearched, ReadText, WaitingText};
pub use lines::Lines;
pub use list::{Kinds, Listing, Query};
pub use records::Records;
pub use search::{TooMuch, can_be_found, too_much};
pub use sort::{ListOf, Order, Sort, SortBy, title_key};
use store::Store;

/// Where renewing can be made to fail, for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// An index that takes the place of one of another version is written next to it.
    Written,
    /// It is in its place.
    Renewed,
}

/// The version of the tables.
const FORMAT: i64 = 17;

/// What goes wrong on purpose.
pub type Faults<'f> = dyn Fn(Renewal) -> std::io::Result<()> + 'f;

/// An open index. One per session; another process of the same officer may have the same file open.
pub struct Index {
    /// Shared with the table of records that a state looks into.
    connection: Arc<Mutex<Store>>,
}

impl Index {
    fn of(connection: Store) -> Index {
        Index { connection: Arc::new(Mutex::new(connection)) }
    }

    /// Held as long as the answer of one question is read, never while another is asked.
    fn connection(&self) -> MutexGuard<'_, Store> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens an index. `key` is the officer's index key, [`PartKey::derive`]d from the identity.
    ///
    /// # Errors
    /// [`IndexError::Missing`]: make it with [`Index::create`] and read the log from its start. [`IndexError::Altered`]: the file
    /// is damaged, was altered, or belongs to another identity; tell, and stop. [`IndexError::Outdated`]: another version of
    /// the program made it: [`Index::seen`] still says how far it had read. [`IndexError::ReadOnly`]: use [`Index::seen`] and
    /// [`Index::in_memory`].
    pub fn open(path: &Path, key: &PartKey) -> Result<Index, IndexError> {
        Ok(Index::of(store::open(path, key)?))
    }

    /// Makes an empty index. The file appears complete or not at all, and one process at a time makes it.
    ///
    /// # Errors
    /// [`IndexError::Exists`] if there is a file, whatever is in it.
    pub fn create(path: &Path, key: &PartKey) -> Result<Index, IndexError> {
        Ok(Index::of(store::create(path, key)?))
    }

    /// Makes an empty index in place of one that another version of the program made. It remembers how far that one had read the
    /// log. At each moment one of the two is there as a whole, so that a process which dies in between loses nothing.
    ///
    /// # Errors
    /// As [`Index::open`]; those of `faults`.
    pub fn renew(path: &Path, key: &PartKey, faults: &Faults<'_>) -> Result<Index, IndexError> {
        Ok(Index::of(store::renew(path, key, key, faults)?))
    }

    /// As [`Index::renew`], in place of one that is under a key which its officer had before.
    ///
    /// # Errors
    /// As [`Index::renew`]; [`IndexError::Altered`] where the former key does not fit either.
    pub fn renew_under(path: &Path, former: &PartKey, key: &PartKey, faults: &Faults<'_>) -> Result<Index, IndexError> {
        Ok(Index::of(store::renew(path, former, key, faults)?))
    }

    /// Makes an empty index that is gone when it is dropped: for a vault where nothing can be written.
    ///
    /// # Errors
    /// None that a caller can do something about.
    pub fn in_memory() -> Result<Index, IndexError> {
        Ok(Index::of(store::in_memory()?))
    }

    /// Whether files can be made next to an index, as changes of it need: SQLite alone does not say why they cannot.
    ///
    /// # Errors
    /// [`IndexError::Full`], [`IndexError::ReadOnly`], [`IndexError::Missing`] where its folder is not there.
    pub fn takes_files(path: &Path) -> Result<(), IndexError> {
        let folder = path.parent().unwrap_or(Path::new("."));
        Ok(tempfile::tempfile_in(folder).map(drop)?)
    }

    /// How far the index in this file had read the log, without writing anything: for a vault that is read-only, and for a
    /// index that is [`IndexError::Outdated`].
    ///
    /// # Errors
    /// As [`Index::open`].
    pub fn seen(path: &Path, key: &PartKey) -> Result<Option<Position>, IndexError> {
        memory::position(&store::open_to_read(path, key)?)
    }

    /// Makes several changes as one: all of them are kept, or, if `work` or the disk fails, none. `work` asks nothing of the
    /// index or its [`Records`] but through [`Change`].
    ///
    /// # Errors
    /// Those of `work`, [`IndexError::Full`], [`IndexError::Busy`].
    pub fn change<T, E: From<IndexError>>(&mut self, work: impl FnOnce(&Change<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut store = self.connection();
        let tx =
            store.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).map_err(|e| E::from(e.into()))?;
        let change = Change::new(&tx);
        let done = work(&change)?;
        change.put_rest()?;
        let removes = change.removes();
        drop(change);
        tx.commit().map_err(|e| E::from(e.into()))?;
        // It is kept: what is done about the file from here on is done by the next change where it fails.
        let _ = if removes { store.put_in_place() } else { store.changed() };
        Ok(done)
    }

    /// Looks at every page of the file, also at those that no question reads, and at how they hang together.
    ///
    /// # Errors
    /// [`IndexError::Altered`], [`IndexError::Busy`].
    pub fn check(&self) -> Result<(), IndexError> {
        self.connection().check()
    }

    /// Another handle on the same open index, for a thread that fills it.
    #[must_use]
    pub fn share(&self) -> Index {
        Index { connection: Arc::clone(&self.connection) }
    }

    /// Says that much is about to be written: from now on until the last handle is gone, changes are written next to the index
    /// and put into it many at a time. A process that dies in between loses nothing: the next puts them there.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn expect_much(&mut self) -> Result<(), IndexError> {
        self.connection().expect_much()
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Index(…)")
    }
}
