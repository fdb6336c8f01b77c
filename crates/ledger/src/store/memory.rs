//! A log in memory, for simulation. Durable is what a handle has appended, until the last handle is dropped.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::Duration;

use super::{Check, Counts, LogStore, LogView, StoredEntry};
use crate::error::{Error, Flaw};
use crate::merkle::{Hash, NodeAt, Nodes};
use crate::{Access, Head, VaultId};

/// How long to wait for another handle that writes.
const PATIENCE: Duration = Duration::from_secs(15);

/// A handle on a log in memory. Its clones are handles on the same log.
pub struct MemoryLog {
    vault: VaultId,
    access: Access,
    turn: Arc<Turn>,
    /// Whether this handle keeps the others from writing.
    reserved: bool,
    // Views keep what was there when they began: a writer replaces it.
    tables: Arc<RwLock<Arc<Tables>>>,
}

/// Whether some handle has reserved the log.
#[derive(Default)]
struct Turn {
    taken: Mutex<bool>,
    given_up: Condvar,
}

#[derive(Clone, Default)]
struct Tables {
    entries: Vec<Arc<StoredEntry>>,
    nodes: BTreeMap<NodeAt, Hash>,
    /// Which entries have parts for whom: once for each part.
    audiences: BTreeMap<String, Vec<u64>>,
}

impl MemoryLog {
    /// An empty log, to be read and appended to.
    pub fn new(vault: VaultId) -> MemoryLog {
        MemoryLog { vault, access: Access::ReadWrite, turn: Arc::default(), reserved: false, tables: Arc::default() }
    }

    /// The same log, through a handle with this access.
    #[must_use]
    pub fn with_access(&self, access: Access) -> MemoryLog {
        let (vault, turn, tables) = (self.vault.clone(), self.turn.clone(), self.tables.clone());
        MemoryLog { vault, access, turn, reserved: false, tables }
    }

    fn add(&self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), Error> {
        let mut held = self.tables.write().unwrap_or_else(PoisonError::into_inner);
        let view: &dyn LogView = &View(held.clone());
        let head = view.head()?;
        if head != *expected {
            return Err(Error::Moved(head));
        }
        let mut tables = Tables::clone(&held);
        for entry in entries {
            if entry.position != tables.entries.len() as u64 {
                return Err(Error::at(entry.position, Flaw::Gap));
            }
            for part in &entry.parts {
                tables.audiences.entry(part.audience.clone()).or_default().push(entry.position);
            }
            tables.entries.push(Arc::new(entry.clone()));
        }
        tables.nodes.extend(nodes.iter().copied());
        *held = Arc::new(tables);
        Ok(())
    }
}

impl Clone for MemoryLog {
    fn clone(&self) -> MemoryLog {
        self.with_access(self.access)
    }
}

impl Drop for MemoryLog {
    fn drop(&mut self) {
        self.release();
    }
}

impl LogStore for MemoryLog {
    fn vault(&self) -> &VaultId {
        &self.vault
    }

    fn access(&self) -> Access {
        self.access
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, Error> {
        Ok(Box::new(View(self.tables.read().unwrap_or_else(PoisonError::into_inner).clone())))
    }

    fn checker(&self) -> Result<Check, Error> {
        Ok(Box::new(|| Ok(())))
    }

    fn reserve(&mut self) -> Result<(), Error> {
        if self.access == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        if !self.reserved {
            let taken = self.turn.taken.lock().unwrap_or_else(PoisonError::into_inner);
            let waited = self.turn.given_up.wait_timeout_while(taken, PATIENCE, |taken| *taken);
            let (mut taken, end) = waited.unwrap_or_else(PoisonError::into_inner);
            if end.timed_out() {
                return Err(Error::Busy);
            }
            *taken = true;
            self.reserved = true;
        }
        Ok(())
    }

    fn release(&mut self) {
        if std::mem::take(&mut self.reserved) {
            *self.turn.taken.lock().unwrap_or_else(PoisonError::into_inner) = false;
            self.turn.given_up.notify_one();
        }
    }

    fn append(&mut self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), Error> {
        self.reserve()?;
        let added = self.add(expected, entries, nodes);
        self.release();
        added
    }
}

struct View(Arc<Tables>);

impl View {
    fn entry(&self, position: u64) -> Option<&StoredEntry> {
        self.0.entries.get(usize::try_from(position).ok()?).map(Arc::as_ref)
    }
}

impl LogView for View {
    fn size(&self) -> Result<u64, Error> {
        Ok(self.0.entries.len() as u64)
    }

    fn entries(&self, from: u64, limit: usize, budget: usize) -> Result<Vec<StoredEntry>, Error> {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let (mut found, mut bytes) = (Vec::new(), 0);
        for entry in self.0.entries.iter().skip(from).take(limit) {
            if bytes >= budget {
                break;
            }
            bytes += entry.weight();
            found.push(StoredEntry::clone(entry));
        }
        Ok(found)
    }

    fn body(&self, position: u64) -> Result<Vec<u8>, Error> {
        self.entry(position).map(|entry| entry.body.clone()).ok_or(Error::at(position, Flaw::Gap))
    }

    fn parts_for(&self, audience: &str) -> Result<Vec<(u64, Vec<u8>)>, Error> {
        let mut positions = self.0.audiences.get(audience).cloned().unwrap_or_default();
        positions.dedup();
        let entries = positions.iter().filter_map(|position| self.entry(*position));
        let parts = entries.flat_map(|entry| entry.parts.iter().map(move |part| (entry.position, part)));
        let wanted = parts.filter(|(_, part)| part.audience == audience);
        Ok(wanted.map(|(position, part)| (position, part.sealed.clone())).collect())
    }

    fn entries_for(&self, audience: &str, after: Option<u64>, size: u64, limit: usize) -> Result<Vec<u64>, Error> {
        let mut positions = self.0.audiences.get(audience).cloned().unwrap_or_default();
        positions.dedup();
        positions.retain(|position| *position < size && after.is_none_or(|after| *position > after));
        positions.truncate(limit);
        Ok(positions)
    }

    fn nodes(&self, level: u8, places: Range<u64>) -> Result<Vec<(u64, Hash)>, Error> {
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let at = |place| NodeAt { level, place };
        let found = self.0.nodes.range(at(places.start)..at(places.end));
        Ok(found.map(|(at, hash)| (at.place, *hash)).collect())
    }

    fn counts(&self) -> Result<Counts, Error> {
        let parts = self.0.audiences.values().map(Vec::len).sum::<usize>();
        Ok(Counts { entries: self.0.entries.len() as u64, parts: parts as u64, nodes: self.0.nodes.len() as u64 })
    }

    fn check_storage(&self) -> Result<(), Error> {
        Ok(())
    }
}

impl Nodes for View {
    type Error = Error;
    fn node(&self, at: NodeAt) -> Result<Hash, Error> {
        self.0.nodes.get(&at).copied().ok_or(Error::whole(Flaw::Node))
    }
}
