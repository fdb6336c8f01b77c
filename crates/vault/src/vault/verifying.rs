//! Verifying the whole log, with no key.

use chrono::{DateTime, Utc};
use ledger::{Ledger, Position};
use registry::parts::Audience;
use seal::KeyId;

use super::Vault;
use crate::session::SLACK;
use crate::{Error, Proof, Verified};

/// How many entries are read in one go.
const IN_ONE_GO: usize = 1024;

/// Longest checkpoint note, in bytes: three lines and two signatures need about six thousand, and there may be a mail around
/// them.
pub const MAX_NOTE: u64 = 256 * 1024;

/// An entry of a time to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryAhead {
    pub index: u64,
    /// The key that signed it: whose it is, only officers can read.
    pub author: String,
    pub at: DateTime<Utc>,
    pub ahead_seconds: i64,
}

impl Vault {
    /// Reads the whole log: every hash, every signature. Needs no key.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn verify(&self) -> Result<Verified, Error> {
        let (ledger, _) = self.ledger()?;
        Ok(Verified::from(&ledger.verify()?))
    }

    /// As [`Vault::verify`], and finds the first entries, at most so many, that bear a time more than a day after this
    /// computer's clock: as long as it has not come, nobody can unlock the vault.
    ///
    /// # Errors
    /// As [`Vault::verify`].
    pub fn verify_with_times(&self, most: usize) -> Result<(Verified, Vec<EntryAhead>), Error> {
        let (ledger, _) = self.ledger()?;
        let whole = ledger.verify_with(&mut |_, _| {})?;
        let found = self.entries_ahead(&ledger, &whole, registry::replay::AHEAD, most)?;
        Ok((Verified::from(&whole.head()), found))
    }

    /// The first entries, at most so many, that bear a time more than so many milliseconds after this computer's clock.
    fn entries_ahead(
        &self,
        ledger: &Ledger,
        whole: &Position,
        by_ms: i64,
        most: usize,
    ) -> Result<Vec<EntryAhead>, Error> {
        let latest = self.now().timestamp_millis().saturating_add(by_ms);
        let (mut found, mut position) = (Vec::new(), Position::start());
        // Entries stand in the order of their times.
        while whole.last_ms() > latest && found.len() < most {
            let (entries, next) = ledger.read(&position, IN_ONE_GO)?;
            if entries.is_empty() {
                break;
            }
            position = next;
            let ahead = entries.iter().filter(|entry| entry.at_ms() > latest).take(most - found.len());
            found.extend(ahead.map(|entry| EntryAhead {
                index: entry.index(),
                author: entry.author().to_string(),
                at: registry::state::instant(entry.at_ms()),
                ahead_seconds: entry.at_ms().saturating_sub(self.now().timestamp_millis()) / 1000,
            }));
        }
        Ok(found)
    }

    /// As [`Vault::verify`], and compares a checkpoint note that was kept elsewhere with the log. Gives as well how many lines
    /// stand around the note, of which nothing was looked at.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is no note, [`Error::CheckpointForged`] when none of this vault's officers signed it;
    /// [`Error::RolledBack`], [`Error::Forked`].
    pub fn verify_checkpoint(&self, note: impl AsRef<[u8]>) -> Result<(Verified, usize), Error> {
        let (ledger, _) = self.ledger()?;
        let position = ledger.verify_with(&mut |_, _| {})?;
        let checked = ledger::check_note(note, ledger.vault(), position.authors())?;
        ledger.begins_with(&checked.head)?;
        Ok((Verified::from(&position.head()), checked.lines_beside))
    }

    /// As [`Vault::verify`], or [`Vault::verify_checkpoint`] where there is a note; says what that proves.
    ///
    /// # Errors
    /// Theirs.
    pub fn prove(&self, note: Option<&[u8]>) -> Result<Proof, Error> {
        match note {
            None => Ok(Proof::of(self.verify()?, None)),
            Some(note) => {
                let (verified, lines) = self.verify_checkpoint(note)?;
                Ok(Proof::of(verified, Some(lines)))
            }
        }
    }

    /// The end of the log, verified whole, and the keys that it introduced: one for each officer that was ever added, and one for each time that somebody renewed his.
    pub(crate) fn position(&self) -> Result<Position, Error> {
        Ok(self.ledger()?.0.verify_with(&mut |_, _| {})?)
    }

    /// Whether an entry says that others took the place of these keys.
    pub(crate) fn is_renewed(&self, key: KeyId) -> bool {
        let tag = Audience::Renews(key).to_string();
        self.ledger().is_ok_and(|(ledger, _)| ledger.unchecked_for(&tag, 0).is_ok_and(|found| !found.is_empty()))
    }

    /// The first entry of a verified log that lies so far ahead of this computer's clock that nobody records anything, if
    /// there is one; and when it ends that nobody does.
    pub(crate) fn waits(&self, whole: &Position) -> Result<Option<(EntryAhead, DateTime<Utc>)>, Error> {
        if whole.last_ms() <= self.now().timestamp_millis().saturating_add(SLACK) {
            return Ok(None);
        }
        let first = self.entries_ahead(&self.ledger()?.0, whole, SLACK, 1)?.pop();
        Ok(first.map(|entry| (entry, registry::state::instant(whole.last_ms().saturating_sub(SLACK)))))
    }
}
