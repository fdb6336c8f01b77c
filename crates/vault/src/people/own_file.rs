//! Which file of an identity counts.
//!
//! Somebody changes a passphrase because it may be known, and his keys stay the same: an older file, put back into the folder,
//! would open with the older passphrase. So each file says how often it was locked again before, and the log says which number
//! was reached, to anybody who reads it.
//!
//! The file is written first and entered second. A process that dies in between leaves a file that is further on than the log
//! says, which the next unlock enters; the other way round it would leave an officer outside.

use registry::event::PassphraseChanged;
use registry::fact::Fact as _;
use registry::people::{IdentityFile, NewLock};
use registry::state::instant;
use seal::{KeyId, Token};

use crate::draft::EntryDraft;
use crate::identity::{self, MAX_IDENTITY_FILE, Opened};
use crate::{Error, OfficerId, Passphrase, Reason, Session};

/// A file that takes the place of one's own.
pub(super) struct NextFile {
    file: IdentityFile,
    /// The one in whose place it comes, as it was read.
    before: Vec<u8>,
}

impl Session {
    /// Refuses a file of an officer's keys that was locked again since.
    ///
    /// # Errors
    /// [`Error::IdentityOlder`]; [`Error::NotFound`] officer.
    pub(crate) fn require_latest(&self, officer: &OfficerId, key: KeyId, number: u32) -> Result<(), Error> {
        match self.known_officer(officer)?.locked(key) {
            Some(locked) if number < locked.number => {
                Err(Error::IdentityOlder { officer: officer.to_string(), at: instant(locked.at_ms) })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// The warning of the officer who goes on with an older file and knows it.
    pub(crate) fn older_file(&self, older: &Error) -> Reason {
        older.params().into_iter().fold(Reason::new(older.code()), |reason, (name, value)| reason.with(name, value))
    }

    /// One's own identity file, opened once more.
    pub(crate) fn own_identity(&self, passphrase: &Passphrase) -> Result<Opened, Error> {
        match identity::unlock(&self.stores, self.seat.clone(), None, self.id(), passphrase, &self.attendant) {
            Ok(opened) if opened.pair.signer.key_id() == self.keyring.key_id() => {
                // Somebody may have put an older one back while this session was open.
                if self.older_file != Some(opened.pair.number) {
                    self.require_latest(self.id(), self.keyring.key_id(), opened.pair.number)?;
                }
                Ok(opened)
            }
            Ok(_) => Err(Error::IdentityForeign),
            Err(closed) => Err(closed.into()),
        }
    }

    pub(super) fn own_file(&self) -> Result<Vec<u8>, Error> {
        let read = self.stores.files().read(&self.seat.identity, MAX_IDENTITY_FILE)?;
        read.ok_or_else(|| Error::IdentityGone { officer: self.id().to_string() })
    }

    /// An identity file as it is kept: sealed to the token, where one protects it.
    pub(crate) fn protected(&self, token: Option<&Token>, locked: Vec<u8>) -> Result<Vec<u8>, Error> {
        match token {
            Some(token) => Ok(token.seal(&locked, &self.attendant)?),
            None => Ok(locked),
        }
    }

    /// Locks one's own keys once more, so that this file counts and none before; without a token.
    pub(super) fn locked_anew(&self, opened: Opened, passphrase: &Passphrase) -> (Vec<u8>, NextFile) {
        let Opened { mut pair, anchor, locked: before, .. } = opened;
        let key = pair.signer.key_id();
        pair.number = self.reached(key).max(pair.number).saturating_add(1);
        let next = NextFile { file: IdentityFile { key, number: pair.number }, before };
        (pair.lock(self.id(), &anchor, passphrase, self.work_factor), next)
    }

    /// Puts a file in the place of the one that there is, and enters that it counts. Where that cannot be entered, the one
    /// before is there again.
    ///
    /// # Errors
    /// [`Error::IdentityChanged`] where another process of the same officer has put one there since it was read; as every
    /// recording.
    pub(super) fn put_own_file(&mut self, bytes: &[u8], next: NextFile, lock: NewLock) -> Result<(), Error> {
        if bytes.len() as u64 > MAX_IDENTITY_FILE {
            return Err(Error::IdentityAltered);
        }
        let NextFile { file, before } = next;
        // One process at a time: of two who read the same file, the second finds another.
        self.ledger.reserve()?;
        let exchanged = self.exchange_own_file(&before, bytes);
        if exchanged.is_err() {
            self.ledger.release();
        }
        exchanged?;
        match self.enter_file(file, lock) {
            Ok(()) => {}
            // What went wrong may have done so after the entry was there.
            Err(_) if self.catch_up().is_ok() && self.reached(file.key) >= file.number => {}
            Err(error) => {
                // Unless another process has put one there since.
                if self.own_file().map_or(true, |there| there == bytes) {
                    self.stores.files().write(&self.seat.identity, &before)?;
                }
                return Err(error);
            }
        }
        self.older_file = None;
        Ok(())
    }

    fn exchange_own_file(&self, before: &[u8], bytes: &[u8]) -> Result<(), Error> {
        if self.own_file()? != before {
            return Err(Error::IdentityChanged { officer: self.id().to_string() });
        }
        Ok(self.stores.files().write(&self.seat.identity, bytes)?)
    }

    /// Enters a file that nobody entered, because the process that wrote it died. How it was locked, nobody knows any more: it is
    /// said to be the passphrase.
    pub(crate) fn settle_file(&mut self, number: u32) -> Result<(), Error> {
        let key = self.keyring.key_id();
        if number <= self.reached(key) {
            return Ok(());
        }
        self.enter_file(IdentityFile { key, number }, NewLock::Passphrase)
    }

    fn enter_file(&mut self, file: IdentityFile, lock: NewLock) -> Result<(), Error> {
        let fact = PassphraseChanged { officer: self.id().clone(), file: Some(file), lock };
        let record = fact.record(&self.state);
        self.enter(&record.clone(), |_, _| Ok(EntryDraft::default().fact(fact.clone()).record(record.clone())))
    }

    /// How often the file of one's own keys was locked again, by the log.
    fn reached(&self, key: KeyId) -> u32 {
        self.state.officers.get(self.id()).and_then(|me| me.locked(key)).map_or(0, |locked| locked.number)
    }
}
