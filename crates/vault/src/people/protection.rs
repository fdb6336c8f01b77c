//! Hardware tokens that protect identity files.

use registry::people::NewLock;
use seal::Token;

use crate::{Error, Passphrase, Session};

impl Session {
    /// From now on it takes a token as well as the passphrase to open the file of the identity that this session goes on with.
    /// Copies from before open as they did, and are refused where they are put back ([`Error::IdentityOlder`]); make new keys, if
    /// somebody else may have one.
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
        let (locked, file) = self.locked_anew(opened, passphrase);
        let sealed = self.protected(Some(token), locked.clone())?;
        // With a token that does not open it again the officer would have shut himself out.
        if token.open(&sealed, &self.attendant)? != locked {
            return Err(Error::IdentityAltered);
        }
        self.put_own_file(&sealed, file, NewLock::Token)
    }

    /// From now on the passphrase alone opens the file again.
    ///
    /// # Errors
    /// [`Error::Unprotected`]; [`Error::WrongPassphrase`]; [`Error::Token`].
    pub fn unprotect_identity(&mut self, passphrase: &Passphrase) -> Result<(), Error> {
        self.catch_up()?;
        self.require_writable()?;
        if Token::of(&self.own_file()?).is_none() {
            return Err(Error::Unprotected);
        }
        // The person at the token is its officer.
        let opened = self.own_identity(passphrase)?;
        let (locked, file) = self.locked_anew(opened, passphrase);
        self.put_own_file(&locked, file, NewLock::NoToken)
    }

    /// What protects the file of the identity that this session goes on with.
    ///
    /// # Errors
    /// [`Error::IdentityGone`]; integrity errors.
    pub fn protection(&self) -> Result<Option<Token>, Error> {
        Ok(Token::of(&self.own_file()?))
    }
}
