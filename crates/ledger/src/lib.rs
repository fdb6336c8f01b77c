//! Keeps the log: signed entries that can be added and never altered. The only place a [`Recorded`] is made.
//!
//! An entry is a signed body and parts. The body names its place, the root of everything before it, its author, the time,
//! and for each part an audience and the SHA-256 of the sealed bytes. The parts are sealed elsewhere; the ledger knows
//! who signed what and in which order, and no other rule. What entries mean is in `registry`.
//!
//! What the log shows by itself, and what it does not:
//! - Altered, reordered, missing and inserted entries show, because every entry signs the root of its predecessors.
//! - An entry by somebody whom no earlier entry introduced shows.
//! - Entries cut off at the end do *not* show by themselves, nor does a log rewritten by its own authors: that shows
//!   against a [`Position`] that somebody remembers ([`Ledger::consistency`]), or against a [checkpoint](Ledger::checkpoint).
//!
//! ```text
//! entries   position, body (CBOR), signatures
//! parts     part (entry and place), audience, sealed
//! nodes     level, place, hash: the complete subtrees of the RFC 6962 tree over the entries
//! ```

mod append;
pub mod bench;
#[cfg(feature = "conformance")]
pub mod conformance;
mod copy;
mod entry;
mod error;
mod known;
pub mod merkle;
mod note;
mod position;
mod read;
mod readings;
mod recorded;
mod store;
mod verify;

use std::path::Path;
use std::time::Duration;

#[doc(hidden)]
pub use entry::is_body;
pub use entry::{AUTHOR, Draft, Entry, MAX_AUDIENCE, MAX_ENTRY, MAX_PART, MAX_PARTS, NotAVaultId, Part, VaultId};
pub use error::{DraftFlaw, Error, Flaw};
pub use merkle::Hash;
pub use note::{CheckedNote, check_note};
pub use position::{NotAPosition, Position};
pub use read::{ReadAhead, Unchecked};
pub use recorded::Recorded;
pub use store::{Check, Counts, LogStore, LogView, MemoryLog, MirrorState, StoredEntry};
pub use verify::{Verification, Verifying};

/// How large the log is and what it contains: everything, in 40 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of entries.
    pub size: u64,
    /// The root of the tree over all of them.
    pub root: Hash,
}

/// Whether entries are to be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read and append.
    ReadWrite,
    /// Read only: works on media where nothing can be written.
    ReadOnly,
}

/// An open log. Several processes may have the same one open; each method sees it as it is at that moment.
pub struct Ledger {
    store: Box<dyn LogStore>,
    known: known::Authors,
}

impl Ledger {
    /// The log that lies in a store.
    pub fn on(store: Box<dyn LogStore>) -> Ledger {
        Ledger { store, known: known::Authors::default() }
    }

    /// The store that this log lies in.
    pub fn into_store(self) -> Box<dyn LogStore> {
        self.store
    }

    /// Makes an empty log in an SQLite file, which must not exist yet.
    ///
    /// # Errors
    /// [`Error::Exists`], or why nothing could be written.
    pub fn create(path: &Path, vault: VaultId) -> Result<Ledger, Error> {
        Ok(Ledger::on(Box::new(store::SqliteLog::create(path, &vault)?)))
    }

    /// Opens the log in an SQLite file. Looks at the shape of the file, not at its entries: those are checked by
    /// [`Ledger::read`].
    ///
    /// # Errors
    /// [`Error::Missing`] if there is no file, [`Error::Integrity`] if it is not a ledger, [`Error::ReadOnly`] if it was to
    /// be written and cannot be, [`Error::Unfinished`] if it may only be read and another process died while writing it.
    pub fn open(path: &Path, access: Access) -> Result<Ledger, Error> {
        Ledger::open_with_patience(path, access, store::PATIENCE)
    }

    /// As [`Ledger::open`], waiting this long for other processes that write before it is [`Error::Busy`].
    ///
    /// # Errors
    /// As [`Ledger::open`].
    pub fn open_with_patience(path: &Path, access: Access, patience: Duration) -> Result<Ledger, Error> {
        Ok(Ledger::on(Box::new(store::SqliteLog::open(path, access, patience)?)))
    }

    /// The vault that this log says it belongs to. Every entry signs it.
    pub fn vault(&self) -> &VaultId {
        self.store.vault()
    }

    /// Whether entries may be added.
    pub fn access(&self) -> Access {
        self.store.access()
    }
}

impl std::fmt::Debug for Ledger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ledger({}, {:?})", self.vault(), self.access())
    }
}
