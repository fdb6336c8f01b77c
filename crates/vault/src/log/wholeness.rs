//! Whether the log is still whole, including what was read earlier. An unlock continues where the index stopped, so
//! earlier damage shows only when the log is verified again. That is done in small steps in the background, and continues
//! where it stopped.

use chrono::DateTime;
use ledger::{Access, Head, Ledger, Verification, Verifying};
use serde::{Deserialize, Serialize};

use crate::{Error, Session, Verified, Wholeness};

/// After how many seconds the whole log is verified again.
const AGAIN_AFTER: i64 = 24 * 3600;
/// The version of what the index keeps. Of another version nothing is known.
const VERSION: u32 = 1;

/// What the index keeps of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Kept {
    v: u32,
    /// A run that is under way.
    run: Option<Verification>,
    /// When the log was last found whole, in milliseconds since 1970, and how many entries it had.
    whole: Option<(i64, u64)>,
}

/// Verifies the log, step by step, on a connection of its own: the session can work meanwhile.
#[derive(Debug)]
pub struct Verifier {
    ledger: Ledger,
    /// What the session has read: the log that is whole must begin with it.
    seen: Head,
    run: Verification,
    whole: Option<u64>,
}

impl Verifier {
    /// Verifies some entries more. True: the whole log is whole.
    ///
    /// # Errors
    /// Integrity errors; [`Error::Busy`], after which it may be tried again.
    pub fn step(&mut self, entries: usize) -> Result<bool, Error> {
        match self.ledger.verify_on(&self.run, entries)? {
            Verifying::More(run) => {
                self.run = run;
                Ok(false)
            }
            Verifying::Whole(position) => {
                self.ledger.begins_with(&self.seen)?;
                self.whole = Some(position.size());
                Ok(true)
            }
        }
    }
}

impl Session {
    /// When the log was last found to be whole, and how far a run has come.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn wholeness(&mut self) -> Result<Wholeness, Error> {
        self.catch_up()?;
        let kept = self.kept()?;
        Ok(Wholeness {
            last_whole: kept.whole.and_then(|(at, _)| DateTime::from_timestamp_millis(at)),
            whole: kept.whole.map_or(0, |(_, entries)| entries),
            verified: kept.run.map_or(0, |run| run.size()),
            entries: self.position.size(),
        })
    }

    /// Something to verify the log with, from where it stopped; none when it was found whole not long ago.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn verifier(&mut self) -> Result<Option<Verifier>, Error> {
        let kept = self.kept()?;
        let now = self.now().timestamp_millis();
        let recent = kept.whole.is_some_and(|(at, _)| (at..at + AGAIN_AFTER * 1000).contains(&now));
        if recent && kept.run.is_none() {
            return Ok(None);
        }
        let ledger = self.stores.log(Access::ReadOnly)?;
        let run = kept.run.unwrap_or_else(Verification::start);
        Ok(Some(Verifier { ledger, seen: self.position.head(), run, whole: None }))
    }

    /// Remembers how far it has come.
    ///
    /// # Errors
    /// [`Error::DiskFull`]; integrity errors.
    pub fn keep_verified(&mut self, verifier: &Verifier) -> Result<(), Error> {
        match verifier.whole {
            Some(entries) => self.keep_whole(entries),
            None => {
                let kept = Kept { run: Some(verifier.run.clone()), ..self.kept()? };
                self.keep(&kept)
            }
        }
    }

    /// Remembers that the whole log was verified at once ([`crate::Vault::verify`]).
    ///
    /// # Errors
    /// As [`Session::keep_verified`].
    pub fn note_verified(&mut self, verified: &Verified) -> Result<(), Error> {
        self.keep_whole(verified.entries)
    }

    fn keep_whole(&mut self, entries: u64) -> Result<(), Error> {
        let at = self.now().timestamp_millis();
        self.keep(&Kept { v: VERSION, run: None, whole: Some((at, entries)) })
    }

    fn kept(&self) -> Result<Kept, Error> {
        let kept = self.index.verification()?;
        let kept = kept.and_then(|bytes| serde_json::from_slice::<Kept>(&bytes).ok());
        Ok(kept.filter(|kept| kept.v == VERSION).unwrap_or(Kept { v: VERSION, ..Kept::default() }))
    }

    fn keep(&mut self, kept: &Kept) -> Result<(), Error> {
        let bytes = serde_json::to_vec(kept).map_err(|e| Error::io("index", e.into()))?;
        self.index.change::<_, Error>(|change| Ok(change.set_verification(&bytes)?))
    }
}
