//! An identity file is taken to another workstation, still under its passphrase.

use registry::people::short_code;
use seal::{KeyId, UnlockError, VerifyingKey, is_locked_identity, unlock_identity};

use crate::identity::{MAX_IDENTITY_FILE, read};
use crate::{Error, OfficerId, Passphrase, Vault};

impl Vault {
    /// The identity file of an officer as it lies here.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::IdentityAltered`] where it is none.
    pub fn export_identity(&self, officer: &OfficerId) -> Result<Vec<u8>, Error> {
        match self.stores().files().read(&self.stores().identity(officer), MAX_IDENTITY_FILE) {
            Ok(Some(locked)) if is_locked_identity(&locked) => Ok(locked),
            Ok(None) => Err(Error::NotFound { kind: "officer", name: officer.to_string() }),
            Ok(Some(_)) | Err(objects::Error::Altered { flaw: "size", .. }) => Err(Error::IdentityAltered),
            Err(error) => Err(error.into()),
        }
    }

    /// Puts an identity file into this vault that was exported from another copy of it. Its passphrase says whose it is. Gives the
    /// officer, and the short code of the keys.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::IdentityAltered`]; [`Error::IdentityWork`]; [`Error::VaultForeign`]; [`Error::IdentityForeign`]
    /// where the log does not know the keys; [`Error::IdentityReplaced`]; [`Error::IdentityHere`] where another lies here;
    /// [`Error::ReadOnly`].
    pub fn import_identity(&self, locked: &[u8], passphrase: &Passphrase) -> Result<(OfficerId, String), Error> {
        let text = unlock_identity(locked, passphrase).map_err(|error| match error {
            UnlockError::WrongPassphrase => Error::WrongPassphrase { failures: 1, wait_seconds: 0 },
            UnlockError::TooMuchWork { asked } => Error::IdentityWork { asked },
            UnlockError::Corrupt(_) | UnlockError::NotLocked | UnlockError::NotText => Error::IdentityAltered,
        })?;
        let (opened, officer) = read(text).ok_or(Error::IdentityAltered)?;
        let ledger = self.ledger_for_request()?;
        if *ledger.vault() != opened.anchor.vault || ledger.first()? != opened.anchor.first {
            return Err(Error::VaultForeign);
        }
        let key: KeyId = opened.pair.signer.key_id();
        if self.is_renewed(key) {
            return Err(Error::IdentityReplaced { officer: officer.to_string() });
        }
        let introduced = ledger.unchecked_for(ledger::AUTHOR, 0)?;
        let is_it = |sealed: &[u8]| VerifyingKey::from_bytes(sealed).is_ok_and(|author| author.key_id() == key);
        if !introduced.iter().any(|part| is_it(&part.sealed)) {
            return Err(Error::IdentityForeign);
        }
        let path = self.stores().identity(&officer);
        match self.stores().files().read(&path, MAX_IDENTITY_FILE)? {
            Some(here) if here == locked => {}
            // Whichever is the newer, nobody can tell: the passphrase may be another.
            Some(_) => return Err(Error::IdentityHere { officer: officer.to_string() }),
            None => self.stores().files().write(&path, locked)?,
        }
        Ok((officer, short_code(opened.pair.identity.recipient(), key)))
    }
}
