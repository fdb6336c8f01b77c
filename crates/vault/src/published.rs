//! A folder that is a workstation's of a shared vault, as a program sees it that takes it for the folder of a vault.

use ledger::merkle::NodeAt;
use ledger::{Access, Check, Error as LogError, Hash, Head, LogStore, LogView, StoredEntry, VaultId};
use objects::Root;

use crate::Error;

/// Says where the log and the objects are. Where it lies, a folder is a workstation's.
pub(crate) const SHARED: &str = "shared.toml";
/// Of a mirror alone: a folder that has it was a workstation's, whatever else was taken away.
const MIRROR: &str = "mirror.position";
/// Since when the server of the log is not there, in seconds since 1970, as long as it is not.
pub(crate) const OFFLINE: &str = "mirror.offline";
/// The same of the store of the objects.
pub(crate) const OBJECTS_OFFLINE: &str = "objects.offline";
/// Copies of objects that lie elsewhere.
pub(crate) const CACHE: &str = "cache";
/// What lies in a workstation's folder besides what is in the folder of every vault.
pub(crate) const OWN: [&str; 6] = [SHARED, MIRROR, OFFLINE, OBJECTS_OFFLINE, "publishing", CACHE];
/// The longest [`SHARED`] that is looked at, in bytes.
pub(crate) const LONGEST: u64 = 64 << 10;

/// Whether a folder is a workstation's of a shared vault.
pub(crate) fn is_shared(root: &Root) -> Result<bool, Error> {
    Ok(root.entries(".")?.iter().any(|entry| matches!(entry.name.as_str(), SHARED | MIRROR)))
}

/// The log of a vault that is all in its folder. Once the vault was published, those who had it open before add nothing more: their
/// entries would be in this folder alone.
pub(crate) struct InFolder {
    log: Box<dyn LogStore>,
    root: Root,
}

impl InFolder {
    pub fn new(log: Box<dyn LogStore>, root: Root) -> InFolder {
        InFolder { log, root }
    }
}

impl LogStore for InFolder {
    fn vault(&self) -> &VaultId {
        self.log.vault()
    }

    fn access(&self) -> Access {
        self.log.access()
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, LogError> {
        self.log.view()
    }

    fn checker(&self) -> Result<Check, LogError> {
        self.log.checker()
    }

    fn reserve(&mut self) -> Result<(), LogError> {
        self.log.reserve()?;
        // Looked at once one's turn has come: who publishes has the turn while it is written.
        let is_published = match self.root.file(SHARED, LONGEST) {
            Ok(found) => found.is_some(),
            Err(_) => true,
        };
        if is_published {
            self.log.release();
            return Err(LogError::ReadOnly);
        }
        Ok(())
    }

    fn release(&mut self) {
        self.log.release();
    }

    fn append(&mut self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), LogError> {
        self.reserve()?;
        self.log.append(expected, entries, nodes)
    }
}
