//! Where a log lies: the trait, and the places that ship with it.
//!
//! A store keeps rows and knows nothing of what they mean: it checks no signature and no hash. [`crate::Ledger`] does, on
//! whatever a store gives it, so a store that lies is found out and a store that forgets is found out by those who
//! remember.

mod memory;
mod sqlite;

use std::ops::Range;

pub use memory::MemoryLog;
pub(crate) use sqlite::{PATIENCE, SqliteLog};

use crate::error::Error;
use crate::merkle::{Hash, NodeAt, Nodes};
use crate::{Access, Head, Part, VaultId, merkle};

/// How a mirror stands to the log on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MirrorState {
    /// How many entries the mirror has.
    pub entries: u64,
    /// How many more the server has. None: it is not there.
    pub behind: Option<u64>,
    /// Since when it is not there, in seconds since 1970.
    pub offline_since: Option<u64>,
}

/// One open handle on a log. Several handles, in several processes, may be open on the same one.
///
/// `conformance` says in tests what each implementation must do. It holds for SQLite and for memory; a database on
/// a server fits as well, because the one thing that needs a lock is one call.
pub trait LogStore: Send {
    /// The vault that the log says it belongs to.
    fn vault(&self) -> &VaultId;

    /// Whether entries may be added through this handle.
    fn access(&self) -> Access;

    /// One view of the log for several questions: what others append meanwhile is not in it.
    ///
    /// # Errors
    /// [`Error::Busy`], [`Error::Io`].
    fn view(&self) -> Result<Box<dyn LogView + '_>, Error>;

    /// As [`LogView::check_storage`], for a thread of its own: of the store as it is when that runs. It takes long where there
    /// is much, and needs nothing of this handle.
    ///
    /// # Errors
    /// [`Error::Io`] when the store cannot be opened once more.
    fn checker(&self) -> Result<Check, Error>;

    /// Lets nobody else append until this handle has, or has given it up by [`LogStore::release`]: for a writer that was too slow
    /// for the others too often. Waits for its turn. Everybody can read meanwhile; a handle that is dropped holds nothing.
    ///
    /// # Errors
    /// [`Error::ReadOnly`]; [`Error::Busy`] when its turn did not come in the time that the store has patience for.
    fn reserve(&mut self) -> Result<(), Error>;

    /// Gives up what [`LogStore::reserve`] reserved, if it did.
    fn release(&mut self);

    /// Takes over all that there is now, where this is a copy of a log that lies elsewhere: every view that begins later has it.
    ///
    /// # Errors
    /// [`Error::Offline`] when the log cannot be asked; [`Error::ReadOnly`] when nothing can be taken over; [`Error::Busy`].
    fn refresh(&mut self) -> Result<(), Error> {
        Ok(())
    }

    /// Compares the head, and adds entries after it with the nodes that they make complete: all of them or none. When it
    /// returns well they are durable, and every view that begins later has them. Ends a reservation, well or not.
    ///
    /// # Errors
    /// [`Error::Moved`] when the log does not end with `expected`; [`Error::ReadOnly`], [`Error::Full`], [`Error::Busy`]:
    /// nothing was added. [`Error::Io`]: whether it was is not known.
    fn append(&mut self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), Error>;
}

/// A check that runs where it is called.
pub type Check = Box<dyn FnOnce() -> Result<(), Error> + Send>;

/// A log as it was at one moment. Nothing that comes out of it was checked.
pub trait LogView: Nodes<Error = Error> {
    /// How many entries there are, by the place of the last one.
    ///
    /// # Errors
    /// If the log cannot be read.
    fn size(&self) -> Result<u64, Error>;

    /// Up to `limit` entries from place `from` on, in order. Fewer when they have `budget` bytes together; at least one if
    /// there is one.
    ///
    /// # Errors
    /// If the log cannot be read.
    fn entries(&self, from: u64, limit: usize, budget: usize) -> Result<Vec<StoredEntry>, Error>;

    /// The body of one entry.
    ///
    /// # Errors
    /// [`crate::Flaw::Gap`] when there is no such entry.
    fn body(&self, position: u64) -> Result<Vec<u8>, Error>;

    /// The sealed bytes of every part for this audience, in order, with the entry that they belong to.
    ///
    /// # Errors
    /// If the log cannot be read.
    fn parts_for(&self, audience: &str) -> Result<Vec<(u64, Vec<u8>)>, Error>;

    /// The places of up to `limit` entries below `size`, after `after`, that have a part for this audience; each once.
    ///
    /// # Errors
    /// If the log cannot be read.
    fn entries_for(&self, audience: &str, after: Option<u64>, size: u64, limit: usize) -> Result<Vec<u64>, Error>;

    /// The complete subtrees of one level whose places are in `places`, in order: those that there are.
    ///
    /// # Errors
    /// If the log cannot be read.
    fn nodes(&self, level: u8, places: Range<u64>) -> Result<Vec<(u64, Hash)>, Error>;

    /// How much the store holds, whether or not an entry accounts for it.
    ///
    /// # Errors
    /// If the log cannot be read.
    fn counts(&self) -> Result<Counts, Error>;

    /// The storage's own check of itself.
    ///
    /// # Errors
    /// [`crate::Flaw::File`] when it is damaged.
    fn check_storage(&self) -> Result<(), Error>;
}

impl dyn LogView + '_ {
    /// The size and the root, by the stored nodes: nobody has checked them against the entries.
    pub(crate) fn head(&self) -> Result<Head, Error> {
        let size = self.size()?;
        Ok(Head { size, root: merkle::frontier(self, size)?.root() })
    }
}

/// An entry as it lies in a store: nothing of it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Its place, counted from 0.
    pub position: u64,
    /// The signed body.
    pub body: Vec<u8>,
    /// The signatures over the body.
    pub signatures: Vec<u8>,
    /// What the hashes in the body stand for, in order.
    pub parts: Vec<Part>,
}

impl StoredEntry {
    /// Its bytes, as far as they count against the budget of a reading.
    pub fn weight(&self) -> usize {
        self.body.len() + self.parts.iter().map(|part| part.sealed.len() + part.audience.len()).sum::<usize>()
    }
}

/// How many entries, parts and nodes a store holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub entries: u64,
    pub parts: u64,
    pub nodes: u64,
}
