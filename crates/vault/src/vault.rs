//! A vault: a folder that can be opened, listed by its officers, verified and unlocked.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::{Clock, Error, NewVault, OfficerId, Passphrase, Session, Verified, WorkFactor};

/// An opened folder. Knows who may unlock it, and nothing of what is in it.
pub struct Vault {
    _private: (),
}

impl Vault {
    /// Makes a vault in a folder that is missing or empty, with its first officer.
    ///
    /// # Errors
    /// [`Error::NotEmpty`], or why it could not be written; then nothing is left behind.
    pub fn init(_dir: &Path, _new: NewVault, _passphrase: &Passphrase, _clock: Arc<dyn Clock>) -> Result<Vault, Error> {
        Err(Error::NotAVault)
    }

    /// # Errors
    /// [`Error::NotAVault`], [`Error::Newer`], [`Error::SettingsAltered`].
    pub fn open(_dir: &Path, _clock: Arc<dyn Clock>) -> Result<Vault, Error> {
        Err(Error::NotAVault)
    }

    /// With which identities that are made from now on are locked. Without this call: the strength for real vaults.
    #[must_use]
    pub fn with_work_factor(self, _work_factor: WorkFactor) -> Vault {
        self
    }

    pub fn name(&self) -> &str {
        ""
    }

    /// 26 characters, for ever.
    pub fn id(&self) -> &str {
        ""
    }

    /// Nothing can be written here: listing works, what must be recorded does not.
    pub fn read_only(&self) -> bool {
        false
    }

    /// Those who have an identity here, by name.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn officers(&self) -> Result<Vec<OfficerId>, Error> {
        Ok(Vec::new())
    }

    /// How long this officer must wait before the next try; none: now.
    pub fn unlock_wait(&self, _officer: &OfficerId) -> Option<Duration> {
        None
    }

    /// Starts a session: reads the identity, then the log, and records that it began.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Wait`]; every integrity error; [`Error::Disabled`].
    pub fn unlock(&self, _officer: &OfficerId, _passphrase: &Passphrase) -> Result<Session, Error> {
        Err(Error::NotAVault)
    }

    /// Reads the whole log: every hash, every signature. Needs no key.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn verify(&self) -> Result<Verified, Error> {
        Err(Error::NotAVault)
    }

    /// Compares a checkpoint note that was kept elsewhere with the log.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is no note of this vault; [`Error::RolledBack`], [`Error::Forked`].
    pub fn verify_checkpoint(&self, _note: &str) -> Result<Verified, Error> {
        Err(Error::NotAVault)
    }
}
