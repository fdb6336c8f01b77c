//! What the index keeps from one session to the next.

use ledger::Position;
use registry::replay::Knowledge;
use registry::state::State;
use seal::SecretBytes;
use serde::{Deserialize, Serialize};

use super::Session;
use crate::Error;
use index::Index;

/// The version of a snapshot. One of another version is thrown away, and the log is read again.
const VERSION: u32 = 23;
/// After how many entries the index keeps a new snapshot, at least.
const KEEP_AFTER: u64 = 2_000;
/// How many bytes of snapshots are written for each entry, at most: what is written stays in proportion to what is filed.
const FOR_EACH: u64 = 128;

#[derive(Serialize)]
struct Out<'s> {
    v: u32,
    position: &'s Position,
    state: &'s State,
    knowledge: &'s Knowledge,
}

/// A state with the position that it belongs to.
#[derive(Deserialize)]
pub(super) struct Snapshot {
    v: u32,
    pub position: Position,
    pub state: State,
    pub knowledge: Knowledge,
}

/// The snapshot on an index, with the keys that belong to it (sealed to their officer) and its size; none when there is none
/// that can be used.
pub(super) fn load(index: &Index) -> Result<Option<(Snapshot, SecretBytes, u64)>, Error> {
    let (Some(bytes), Some(keys)) = (index.snapshot()?, index.class_keys()?) else { return Ok(None) };
    let snapshot = serde_json::from_slice::<Snapshot>(&bytes).ok().filter(|snapshot| snapshot.v == VERSION);
    Ok(snapshot.map(|snapshot| (snapshot, keys, bytes.len() as u64)))
}

impl Session {
    /// Whether so much was read since the last snapshot that another is due.
    pub(super) fn worth_keeping(&self) -> bool {
        self.unsaved >= KEEP_AFTER.max(self.last_snapshot / FOR_EACH)
    }

    /// Keeps state and keys on the index. Records of documents are there already, with the position.
    pub(super) fn save(&mut self) -> Result<(), Error> {
        if self.lossy {
            return Ok(());
        }
        let snapshot = self.snapshot();
        let keys = SecretBytes::new(self.keyring.pack());
        let position = &self.position;
        self.index.change::<_, Error>(|change| {
            change.set_snapshot(&snapshot)?;
            change.set_class_keys(&keys)?;
            change.set_position(position)?;
            Ok(())
        })?;
        self.unsaved = 0;
        self.last_snapshot = snapshot.len() as u64;
        Ok(())
    }

    fn snapshot(&self) -> Vec<u8> {
        let out = Out { v: VERSION, position: &self.position, state: &self.state, knowledge: &self.knowledge };
        serde_json::to_vec(&out).unwrap_or_default()
    }
}
