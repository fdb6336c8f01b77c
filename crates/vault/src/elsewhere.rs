//! A workstation's folder of a shared vault: as the folder of a vault, but its log is a mirror of one that lies elsewhere, and its
//! objects are elsewhere. Where that is, others know; here is only told that it is so, and nothing is added to such a log but by
//! who follows the one elsewhere.

use std::path::Path;
use std::sync::Arc;

use ledger::{Access, Error as LogError, Ledger, LogStore, Position, VaultId};
use objects::{FolderObjects, Held, ObjectStore, Root};
use seal::Flow;

use crate::published::{LONGEST, SHARED, is_shared};
use crate::stores::{LEDGER, MAX_SETTINGS, SETTINGS, Settings, furnish, root_of};
use crate::{Error, Stores};

/// A workstation's folder, or one that becomes one.
#[derive(Clone, Debug)]
pub struct WorkstationFolder {
    root: Root,
}

/// Nobody else writes objects or entries as long as this is kept.
pub struct Alone {
    _objects: Held,
    log: Ledger,
}

impl WorkstationFolder {
    /// The folder that is there.
    ///
    /// # Errors
    /// [`Error::NotAVault`] when there is none.
    pub fn open(path: &Path) -> Result<WorkstationFolder, Error> {
        Ok(WorkstationFolder { root: root_of(path)? })
    }

    pub fn root(&self) -> &Root {
        &self.root
    }

    /// What says where the log and the objects are; none in the folder of a vault that is all in it.
    ///
    /// # Errors
    /// [`Error::FolderAltered`] when something else has its name, or was taken away from a folder that had it.
    pub fn says(&self) -> Result<Option<String>, Error> {
        let altered = || Error::FolderAltered { name: SHARED.to_owned(), flaw: "missing" };
        match self.root.read(SHARED, LONGEST)? {
            Some(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| altered()),
            None if is_shared(&self.root)? => Err(altered()),
            None => Ok(None),
        }
    }

    /// Says it from now on, durably.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub fn say(&self, text: &str) -> Result<(), Error> {
        Ok(self.root.write(SHARED, text.as_bytes())?)
    }

    /// Makes the folders, and an empty mirror of this vault's log, unless they are there.
    ///
    /// # Errors
    /// [`Error::SettingsAltered`] when there is the log of another vault.
    pub fn furnish(&self, vault: &VaultId) -> Result<(), Error> {
        furnish(&self.root)?;
        match Ledger::create(&self.root.sqlite(LEDGER)?, vault.clone()) {
            Ok(_) => Ok(self.root.sync("")?),
            Err(LogError::Exists(_)) if self.vault()? == *vault => Ok(()),
            Err(LogError::Exists(_)) => Err(Error::SettingsAltered),
            Err(error) => Err(error.into()),
        }
    }

    /// The vault that the log here is of.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn vault(&self) -> Result<VaultId, Error> {
        Ok(Ledger::on(self.log(Access::ReadOnly)?).vault().clone())
    }

    /// The log that lies here, by itself.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn log(&self, access: Access) -> Result<Box<dyn LogStore>, LogError> {
        let path = self.root.sqlite(LEDGER).map_err(|error| LogError::Io(error.to_string()))?;
        Ok(Ledger::open(&path, access)?.into_store())
    }

    /// What `vault.toml` says, as it is handed on to others.
    ///
    /// # Errors
    /// [`Error::SettingsAltered`], [`Error::NotAVault`].
    pub fn settings(&self) -> Result<Vec<u8>, Error> {
        Stores::beside(self.root.clone()).settings()?;
        self.root.read(SETTINGS, MAX_SETTINGS)?.ok_or(Error::NotAVault { found: "folder" })
    }

    /// What the vault is called.
    ///
    /// # Errors
    /// As [`WorkstationFolder::settings`].
    pub fn name(&self) -> Result<String, Error> {
        Ok(Stores::beside(self.root.clone()).settings()?.name)
    }

    /// Takes over what `vault.toml` says elsewhere. Its signature is looked at whenever the log is opened.
    ///
    /// # Errors
    /// [`Error::SettingsAltered`] when it is for another vault than the log here, or not signed by its founder.
    pub fn take_settings(&self, bytes: &[u8]) -> Result<(), Error> {
        let settings = Settings::parse(bytes)?;
        let ledger = Ledger::on(self.log(Access::ReadOnly)?);
        if settings.id != ledger.vault().as_str() {
            return Err(Error::SettingsAltered);
        }
        let (_, after) = ledger.read(&Position::start(), 1)?;
        settings.require_signed_by(after.authors().next().ok_or(Error::SettingsAltered)?)?;
        Ok(self.root.write(SETTINGS, bytes)?)
    }

    /// Keeps everybody else from writing here: for a vault that moves elsewhere. Waits for those who do. `goes_on` is asked
    /// meanwhile.
    ///
    /// # Errors
    /// [`Error::Cancelled`], [`Error::Busy`], [`Error::ReadOnly`].
    pub fn alone(&self, goes_on: &mut dyn FnMut() -> Flow) -> Result<Alone, Error> {
        let objects = FolderObjects::new(self.root.clone()).alone(goes_on)?;
        let mut log = self.log(Access::ReadWrite)?;
        log.reserve()?;
        Ok(Alone { _objects: objects, log: Ledger::on(log) })
    }

    /// Where a vault lies whose log and objects are elsewhere, and everything else in this folder.
    pub fn stores(
        &self,
        objects: Arc<dyn ObjectStore>,
        log: impl Fn(Access) -> Result<Box<dyn LogStore>, LogError> + Send + Sync + 'static,
    ) -> Stores {
        objects::in_use(self.root.path());
        Stores::beside(self.root.clone()).elsewhere(objects, Arc::new(move |access| Ok(log(access)?)))
    }
}

impl Alone {
    /// The log, which nobody else adds to.
    pub fn log(&self) -> &Ledger {
        &self.log
    }
}
