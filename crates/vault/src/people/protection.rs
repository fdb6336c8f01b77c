//! Hardware tokens that protect identity files.

use registry::log::{Act, AuditRecord};
use seal::Token;

use crate::identity::{MAX_IDENTITY_FILE, open};
use crate::{Error, Passphrase, Session};

impl Session {
    /// From now on it takes a token as well as the passphrase to open the file of the identity that this session goes on with.
    /// Copies from before are as they were: make new keys, if there may be any.
    ///
    /// # Errors
    /// [`Error::Protected`]; [`Error::WrongPassphrase`]; [`Error::Token`], also where the token does not open again what was sealed to
    /// it: then nothing is changed.
    pub fn protect_identity(&mut self, passphrase: &Passphrase, token: &Token) -> Result<(), Error> {
        self.catch_up()?;
        self.require_writable()?;
        let opened = self.own_identity(passphrase)?;
        if opened.token.is_some() {
            return Err(Error::Protected);
        }
        let locked = self.own_file()?;
        let sealed = self.protected(Some(token), locked.clone())?;
        // With a token that does not open it again the officer would have shut himself out.
        if token.open(&sealed, &self.attendant)? != locked {
            return Err(Error::IdentityAltered);
        }
        self.put_own_file(Act::ProtectIdentity, &sealed)
    }

    /// From now on the passphrase alone opens the file again.
    ///
    /// # Errors
    /// [`Error::Unprotected`]; [`Error::WrongPassphrase`]; [`Error::Token`].
    pub fn unprotect_identity(&mut self, passphrase: &Passphrase) -> Result<(), Error> {
        self.catch_up()?;
        self.require_writable()?;
        let sealed = self.own_file()?;
        let token = Token::of(&sealed).ok_or(Error::Unprotected)?;
        let locked = token.open(&sealed, &self.attendant)?;
        // The person at the token is its officer.
        open(&locked, self.seat.clone(), passphrase, &self.attendant).map_err(Error::from)?;
        self.put_own_file(Act::UnprotectIdentity, &locked)
    }

    /// What protects the file of the identity that this session goes on with.
    ///
    /// # Errors
    /// [`Error::IdentityGone`]; integrity errors.
    pub fn protection(&self) -> Result<Option<Token>, Error> {
        Ok(Token::of(&self.own_file()?))
    }

    /// An identity file as it is kept: sealed to the token, where one protects it.
    pub(crate) fn protected(&self, token: Option<&Token>, locked: Vec<u8>) -> Result<Vec<u8>, Error> {
        match token {
            Some(token) => Ok(token.seal(&locked, &self.attendant)?),
            None => Ok(locked),
        }
    }

    fn own_file(&self) -> Result<Vec<u8>, Error> {
        let read = self.stores.files().read(&self.seat.identity, MAX_IDENTITY_FILE)?;
        read.ok_or_else(|| Error::IdentityGone { officer: self.id().to_string() })
    }

    fn put_own_file(&mut self, act: Act, bytes: &[u8]) -> Result<(), Error> {
        if bytes.len() as u64 > MAX_IDENTITY_FILE {
            return Err(Error::IdentityAltered);
        }
        self.note(AuditRecord::new(act).about("identity", self.keyring.key_id().to_string()))?;
        Ok(self.stores.files().write(&self.seat.identity, bytes)?)
    }
}
