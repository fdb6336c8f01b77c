//! A copy of a vault elsewhere, and the way back from it. Nothing is opened for either, and nobody needs a key: it is an
//! administrator's work.
//!
//! [`Vault::back_up`](crate::Vault::back_up) copies into a folder of content by its hash ([`shelf`]), and [`restore`] makes a vault's
//! folder of it. A backup is whole or not there: its list ([`manifest`]) is written last.

mod elsewhere;
mod last;
mod making;
mod manifest;
mod payload;
mod restoring;
mod shelf;

use seal::hex;
use serde::Serialize;

use self::manifest::Manifest;
use crate::{Error, Flow, Loss};

pub use last::LastBackup;
pub use restoring::{LossConsent, restore};

/// What a backup holds, when it was made and when it was restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct BackupContent {
    /// The vault's id.
    pub vault: String,
    pub name: String,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entries: u64,
    /// The Merkle root of the log, lower-case hexadecimal.
    pub root: String,
    /// Sealed documents, whether an entry names them or not.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub objects: u64,
    /// Of all files that the backup holds.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub bytes: u64,
    /// Files that the backup before did not hold; all of them where it was restored.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub copied: u64,
    /// The moment of which it is.
    pub at: String,
}

impl BackupContent {
    /// `name`: that of the vault.
    fn of(manifest: &Manifest, name: String, copied: u64) -> BackupContent {
        BackupContent {
            vault: manifest.vault.to_string(),
            name,
            entries: manifest.head.size,
            root: hex(&manifest.head.root.0),
            objects: manifest.objects(),
            bytes: manifest.bytes(),
            copied,
            at: label::time::to_the_second(manifest.at),
        }
    }
}

/// What was backed up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct BackedUp {
    #[serde(flatten)]
    pub content: BackupContent,
    /// What lies in the vault's folder and is no part of a vault: it was not copied.
    pub left_out: Vec<String>,
    /// What the former backup held and the vault has no more, by its place in the vault's folder. This one does not hold it.
    pub gone: Vec<String>,
    /// Sealed documents, their texts and identities that are not what the former backup held, though the log has not grown since.
    pub changed: Vec<String>,
    /// What the former backup held and was damaged or missing there, by its place in the vault's folder: it was copied again.
    pub healed: Vec<String>,
}

/// What was restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Restored {
    #[serde(flatten)]
    pub content: BackupContent,
    /// Where the vault is kept that was there before.
    pub kept: Option<String>,
    /// What that one holds and this one does not.
    pub lost: Option<Loss>,
}

/// Says how far it has come, and hears whether to stop.
struct Tell<'t> {
    done: u64,
    total: u64,
    progress: &'t mut dyn FnMut(u64, u64) -> Flow,
}

impl Tell<'_> {
    fn one_done(&mut self) -> Result<(), Error> {
        self.done += 1;
        if self.again() == Flow::Stop { Err(Error::Cancelled) } else { Ok(()) }
    }

    /// Where nothing more is done yet.
    fn again(&mut self) -> Flow {
        (self.progress)(self.done, self.total)
    }
}
