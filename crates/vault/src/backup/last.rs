//! The last backup that was made from this workstation, by whichever program: remembered outside the vault's folder, next to the last
//! head that was seen. It is for a person who wonders when it was; nothing is decided by it, and no key is needed to write it.

use std::fs::DirBuilder;
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use objects::Root;
use serde::{Deserialize, Serialize};

use super::BackupContent;
use crate::outside::Place;
use crate::{Vault, shown_name};

/// Its file, in the folder of the vault's id.
const FILE: &str = "backup.json";
/// The longest file that is looked at, in bytes.
const MAX: u64 = 4096;

/// A backup that was made from here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LastBackup {
    /// The moment of which it is.
    pub at: String,
    /// What its folder is called; where that lies is nobody's but its maker's.
    pub folder: String,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entries: u64,
}

impl Vault {
    /// The last backup of this vault that was made from this workstation; none where nothing is remembered, or nothing that can be read.
    pub fn last_backup(&self) -> Option<LastBackup> {
        let Place::At(dir) = &self.place else { return None };
        let bytes = Root::open(&dir.join(self.id())).ok()?.read(FILE, MAX).ok()??;
        serde_json::from_slice(&bytes).ok()
    }

    /// # Errors
    /// Why it could not be kept; the backup is made all the same.
    pub(super) fn remember_backup(&self, to: &Path, content: &BackupContent) -> io::Result<()> {
        let Place::At(dir) = &self.place else { return Ok(()) };
        let dir = dir.join(self.id());
        DirBuilder::new().recursive(true).mode(0o700).create(&dir)?;
        let folder = to.canonicalize().map_or_else(|_| shown_name(to), |real| shown_name(&real));
        let last = LastBackup { at: content.at.clone(), folder, entries: content.entries };
        Root::open(&dir)?.write(FILE, &serde_json::to_vec(&last)?).map_err(io::Error::other)
    }
}
