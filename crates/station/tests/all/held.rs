//! What officers could open with all that was ever handed over to them, next to what they might read: with the keys in the parts of the
//! log that open with their identities, and nothing of the vault's rules.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;
use std::sync::Arc;

use ledger::{LogStore as _, MemoryLog};
use seal::{Identity, ObjectId, ReadAt, SealedReader, open_bytes, unlock_identity};
use testkit::simulation::Rights;

use super::cast::phrase;

/// Begins the name of what is for one officer alone.
const OFFICER: &str = "officer/";

/// The bytes of an object that was put once.
pub type Put = Arc<[u8]>;

/// What might be read when, by whom.
#[derive(Default)]
pub struct History {
    /// What each might after each step; the first before any.
    rights: Vec<BTreeMap<&'static str, Rights>>,
    /// Which level what was written in a step was to have, by its title.
    made: BTreeMap<(usize, String), usize>,
}

impl History {
    pub fn beginning(rights: &BTreeMap<&'static str, Rights>) -> History {
        History { rights: vec![rights.clone()], made: BTreeMap::new() }
    }

    /// The number of the step that comes next.
    pub fn step(&self) -> usize {
        self.rights.len()
    }

    pub fn makes(&mut self, title: &str, level: usize) {
        self.made.insert((self.step(), title.to_owned()), level);
    }

    pub fn ends_step(&mut self, rights: &BTreeMap<&'static str, Rights>) {
        self.rights.push(rights.clone());
    }

    /// Whether an officer might read what was written in this step, then or at any time afterwards. What he might do when the step began
    /// counts: others worked at the same time.
    pub fn might(&self, officer: &str, title: &str, step: usize) -> bool {
        let Some(level) = self.made.get(&(step, title.to_owned())) else { return false };
        let since = self.rights.iter().skip(step.saturating_sub(1));
        since.filter_map(|rights| rights.get(officer)).any(|may| may.member && may.cleared >= Some(*level))
    }
}

struct Bytes(Put);

impl ReadAt for Bytes {
    fn len(&self) -> io::Result<u64> {
        Ok(self.0.len() as u64)
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        let from = usize::try_from(at).ok().and_then(|at| self.0.get(at..)).unwrap_or_default();
        let count = from.len().min(into.len());
        into[..count].copy_from_slice(&from[..count]);
        Ok(count)
    }
}

/// The keys that were handed over to the officer of an identity file.
pub fn keys(identity: &Path, log: &MemoryLog) -> Vec<Identity> {
    let locked = std::fs::read(identity).expect("the identity file is there");
    let text = unlock_identity(&locked, &phrase()).expect("the passphrase is right");
    let own = Identity::parse_file(&text).expect("it has identities");
    let own: Vec<&Identity> = own.iter().collect();
    let entries = log.view().and_then(|view| view.entries(0, usize::MAX, usize::MAX)).expect("the log is read");
    let (mut others, mut keys) = (BTreeSet::new(), BTreeMap::new());
    for part in entries.iter().flat_map(|entry| &entry.parts).filter(|part| part.audience.starts_with(OFFICER)) {
        if others.contains(&part.audience) {
            continue;
        }
        match open_bytes(&own, &part.sealed) {
            Ok(opened) => {
                let text = opened.into_text().expect("keys are text");
                let read = Identity::parse_file(&text).expect("as stock age reads it");
                keys.extend(read.into_iter().map(|key| (key.recipient().to_string(), key)));
            }
            Err(_) => drop(others.insert(part.audience.clone())),
        }
    }
    keys.into_values().collect()
}

/// What one of these keys opens of an object.
pub fn opened(keys: &[Identity], id: &ObjectId, bytes: &Put) -> Option<Vec<u8>> {
    keys.iter().find_map(|key| {
        let mut plain = Vec::new();
        SealedReader::open(key, id.as_str(), Bytes(bytes.clone())).ok()?.copy_to(&mut plain).ok()?;
        Some(plain)
    })
}
