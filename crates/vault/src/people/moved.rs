//! An identity file is taken to another workstation, still under its passphrase.

use registry::people::short_code;
use seal::KeyId;

use crate::identity::{MAX_IDENTITY_FILE, is_identity, open};
use crate::stores::Seat;
use crate::vault::Introduced;
use crate::{Error, OfficerId, Passphrase, Vault};

impl Vault {
    /// An identity file of an officer as it lies here. `key`: which, where he has several; without it the first of those that are
    /// here.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::IdentityAltered`] where it is none.
    pub fn export_identity(&self, officer: &OfficerId, key: Option<&str>) -> Result<Vec<u8>, Error> {
        let first = Seat::first(self.stores(), officer);
        let further = self.stores().further_identities(officer)?;
        let unknown = || match key {
            Some(key) => Error::NotFound { kind: "identity", name: key.to_owned() },
            None => Error::NotFound { kind: "officer", name: officer.to_string() },
        };
        // The first has no key in its name.
        let wanted = key.map(str::parse::<KeyId>).transpose().map_err(|_| unknown())?;
        let is_first = match wanted {
            Some(key) => !self.is_renewed(key) && self.introduced_as(key)? == Some(Introduced::First),
            None => true,
        };
        let named = |seat: &Seat| match seat.key() {
            Some(own) => wanted.is_none_or(|wanted| wanted == own),
            None => is_first,
        };
        for seat in std::iter::once(first).chain(further).filter(named) {
            match self.stores().files().read(&seat.identity, MAX_IDENTITY_FILE) {
                Ok(Some(locked)) if is_identity(&locked) => return Ok(locked),
                Ok(None) => {}
                Ok(Some(_)) | Err(objects::Error::Altered { flaw: "size", .. }) => return Err(Error::IdentityAltered),
                Err(error) => return Err(error.into()),
            }
        }
        Err(unknown())
    }

    /// Puts an identity file into this vault that was exported from another copy of it. Its passphrase says whose it is. Gives the
    /// officer, and the short code of the keys.
    ///
    /// # Errors
    /// [`Error::NotAnIdentity`]; [`Error::WrongPassphrase`]; [`Error::IdentityAltered`]; [`Error::IdentityWork`]; [`Error::VaultForeign`]; [`Error::IdentityForeign`]
    /// where the log does not know the keys; [`Error::IdentityReplaced`]; [`Error::IdentityHere`] where another lies here;
    /// [`Error::Token`]; [`Error::ReadOnly`].
    pub fn import_identity(&self, locked: &[u8], passphrase: &Passphrase) -> Result<(OfficerId, String), Error> {
        if !is_identity(locked) {
            return Err(Error::NotAnIdentity);
        }
        let nowhere = Seat { identity: String::new(), name: String::new() };
        let (opened, officer) = open(locked, nowhere, passphrase, self.attendant())?;
        let ledger = self.ledger_for_request()?;
        if *ledger.vault() != opened.anchor.vault || ledger.first()? != opened.anchor.first {
            return Err(Error::VaultForeign);
        }
        let key: KeyId = opened.pair.signer.key_id();
        if self.is_renewed(key) {
            return Err(Error::IdentityReplaced { officer: officer.to_string() });
        }
        let seat = match self.introduced_as(key)? {
            Some(Introduced::First) => Seat::first(self.stores(), &officer),
            Some(Introduced::Further) => Seat::further(self.stores(), &officer, key),
            None => return Err(Error::IdentityForeign),
        };
        let path = seat.identity;
        match self.stores().files().read(&path, MAX_IDENTITY_FILE)? {
            Some(here) if here == locked => {}
            // Whichever is the newer, nobody can tell: the passphrase may be another.
            Some(_) => return Err(Error::IdentityHere { officer: officer.to_string() }),
            None => self.stores().files().write(&path, locked)?,
        }
        Ok((officer, short_code(opened.pair.identity.recipient(), key)))
    }
}
