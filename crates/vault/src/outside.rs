//! The last head of the log that an officer saw, remembered outside the vault.
//!
//! Anybody who can write to the vault's folder can put all of it back to an earlier day, indexes included. But he cannot
//! write to the officer's own folder on this workstation, which remembers, for each vault and officer, how far the log
//! had come.
//!
//! It is sealed with a key that is derived from the officer's identity: an age file to its recipient would keep it secret as
//! well, but anybody who knows the recipient could make another.

use std::ffi::OsString;
use std::fs::{DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use ledger::{Hash, Head};
use rustix::fs::{FlockOperation, flock};
use seal::{Identity, PartKey, hex, open_part, seal_part};
use serde::{Deserialize, Serialize};

use crate::identity::{Anchor, MEMORY};
use crate::{Error, OfficerId};
use objects::{Root, unhex};

/// The longest file that is looked at, in bytes.
const MAX: u64 = 4096;
const VERSION: u32 = 1;

/// The folder for [`crate::Vault::with_state_dir`], by the values of `XDG_STATE_HOME` and `HOME`.
pub fn state_dir(state_home: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let absolute = |value: Option<OsString>| value.map(PathBuf::from).filter(|path| path.is_absolute());
    let state = absolute(state_home).or_else(|| absolute(home).map(|home| home.join(".local/state")));
    state.map(|state| state.join("zegel"))
}

/// Whether a folder, which need not be there yet, lies in another or is it.
pub(crate) fn lies_in(dir: &Path, other: &Path) -> bool {
    let there = dir.ancestors().find_map(|above| above.canonicalize().ok());
    other.canonicalize().is_ok_and(|other| there.is_some_and(|there| there.starts_with(other)))
}

/// Where to remember.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// Nobody asked for it.
    NotAsked,
    /// It was asked for, and there is no folder of the person's own.
    Nowhere,
    At(PathBuf),
}

/// Whether anything is remembered of an officer of this vault, whatever it says.
pub(crate) fn remembers(place: &Place, vault: &str, officer: &OfficerId) -> bool {
    match place {
        Place::At(dir) => dir.join(vault).join(seen(officer.as_str())).symlink_metadata().is_ok(),
        Place::NotAsked | Place::Nowhere => false,
    }
}

fn seen(seat: &str) -> String {
    format!("{seat}.seen")
}

/// The memory of one officer of one vault.
pub(crate) struct Outside {
    place: Place,
    vault: String,
    file: String,
    key: PartKey,
    /// Those of the keys that the officer had before: he may have renewed them at another workstation.
    former: Vec<PartKey>,
    /// The size of the log as it was last remembered by this session.
    kept: u64,
}

/// Whether what was remembered must be on the disk before work goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durable {
    Now,
    Soon,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    v: u32,
    size: u64,
    root: String,
}

impl Outside {
    pub fn new(place: Place, anchor: &Anchor, seat: &str, identity: &Identity) -> Outside {
        Outside {
            place,
            vault: anchor.vault.to_string(),
            file: seen(seat),
            key: PartKey::derive(identity, MEMORY),
            former: Vec::new(),
            kept: 0,
        }
    }

    /// That of somebody who had other keys before.
    #[must_use]
    pub fn after<'f>(mut self, former: impl IntoIterator<Item = &'f PartKey>) -> Outside {
        let copied = former.into_iter().filter_map(|key| PartKey::parse(key.expose_secret_line().expose_secret()).ok());
        self.former.extend(copied);
        self
    }

    /// The last head that was seen; none where nothing is remembered.
    ///
    /// # Errors
    /// [`Error::MemoryAltered`] when something is, and cannot be read.
    pub fn load(&self) -> Result<Option<Head>, Error> {
        let Place::At(dir) = &self.place else { return Ok(None) };
        let root = match Root::open(&dir.join(&self.vault)) {
            Ok(root) => root,
            // No folder of a person's own: what follows says that nothing can be kept there.
            Err(_) => return Ok(None),
        };
        self.read(&root)
    }

    /// Remembers a head, unless one further on is remembered already.
    ///
    /// # Errors
    /// Why it could not be kept; nothing else depends on it.
    pub fn keep(&mut self, head: &Head, durable: Durable) -> io::Result<()> {
        let dir = match &self.place {
            Place::NotAsked => return Ok(()),
            Place::Nowhere => return Err(io::ErrorKind::NotFound.into()),
            Place::At(dir) => dir.join(&self.vault),
        };
        if self.kept == head.size && durable == Durable::Soon {
            return Ok(());
        }
        DirBuilder::new().recursive(true).mode(0o700).create(&dir)?;
        let root = Root::open(&dir)?;
        // Another session of the same officer may be further on, and may be writing.
        let lock = File::open(&dir)?;
        flock(&lock, FlockOperation::LockExclusive)?;
        if self.read(&root).ok().flatten().is_none_or(|seen| seen.size <= head.size) {
            let seen = Seen { v: VERSION, size: head.size, root: hex(&head.root.0) };
            let sealed = seal_part(&self.key, &self.context(), &serde_json::to_vec(&seen)?);
            let written = match durable {
                Durable::Now => root.write(&self.file, &sealed),
                Durable::Soon => root.write_soon(&self.file, &sealed),
            };
            written?;
        }
        self.kept = head.size;
        Ok(())
    }

    fn read(&self, root: &Root) -> Result<Option<Head>, Error> {
        let altered = || Error::MemoryAltered;
        let Some(sealed) = root.read(&self.file, MAX).map_err(|_| altered())? else { return Ok(None) };
        let context = self.context();
        let mut keys = std::iter::once(&self.key).chain(&self.former);
        let plain = keys.find_map(|key| open_part(key, &context, &sealed).ok()).ok_or_else(altered)?;
        let seen: Seen = serde_json::from_slice(plain.expose_secret()).map_err(|_| altered())?;
        let root = unhex(&seen.root).filter(|_| seen.v == VERSION).ok_or_else(altered)?;
        Ok(Some(Head { size: seen.size, root: Hash(root) }))
    }

    /// What it is sealed for: this vault and this officer.
    fn context(&self) -> Vec<u8> {
        format!("{}/{}", self.vault, self.file).into_bytes()
    }
}
