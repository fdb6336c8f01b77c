//! Decide, record: the only way in which a session writes.

use chrono::{DateTime, Utc};
use ledger::Recorded;
use policy::Denied;
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::state::instant;
use seal::PartKey;

use super::Session;
use crate::draft::{EntryDraft, OversightSession};
use crate::error::reasons;
use crate::recorded::with_named;
use crate::{Error, Reason};

/// How often a decision is taken again because somebody else wrote meanwhile.
const RETRIES: usize = 64;
/// After how many times nobody else may write meanwhile: who decides slowly would be overtaken by the quick for ever.
const PATIENT: usize = 3;
/// How far the clock may stand behind the last entry, in milliseconds.
pub(crate) const SLACK: i64 = 5 * 60 * 1000;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// From how far after the last entry a clock is doubted, in milliseconds: eight days. A registry is written in on every
/// working day, and what a script does once a week asks nobody. A clock that is wrong by less is not noticed here: by more
/// than a day it is by the person who reads the entry next (`AHEAD` in `registry::replay`), and then it stands in the log.
const FAR_AHEAD: i64 = 8 * DAY;

/// Whether a person said that this computer's clock is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockTrust {
    /// Asked where it stands far after the last entry.
    #[default]
    Asked,
    /// Somebody looked at it.
    Confirmed,
}

impl Session {
    /// The instant of what is decided now, in milliseconds since 1970.
    ///
    /// # Errors
    /// [`Error::ClockBehind`]: by such a clock an expired clearance might still be valid. [`Error::ClockFarAhead`]: an entry
    /// of the future would keep everybody else out until then, so a person is asked first.
    pub(crate) fn instant_ms(&self) -> Result<i64, Error> {
        let (now, last) = (self.clock.now().timestamp_millis(), self.position.last_ms());
        if now + SLACK < last {
            let index = self.position.size().saturating_sub(1);
            return Err(Error::ClockBehind { index, author: self.author_of(index), until: instant(last) });
        }
        if self.clock_trust == ClockTrust::Asked && self.position.size() > 0 && now - last > FAR_AHEAD {
            return Err(Error::ClockFarAhead { days: (now - last) / DAY, last: instant(last), now: instant(now) });
        }
        Ok(now.max(last))
    }

    /// Who signed an entry that was read: the officer, or his key where nobody is known to have it. None where the log
    /// cannot be read now.
    fn author_of(&self, index: u64) -> Option<String> {
        let key = self.ledger.author_of(&self.position, index).ok()?;
        Some(self.state.author(key).map_or_else(|| key.to_string(), ToString::to_string))
    }

    /// Decides on the newest state and records the decision. `decide` is asked again whenever somebody else wrote meanwhile,
    /// so what is recorded never rests on a stale state.
    ///
    /// # Errors
    /// Those of `decide`; [`Error::ReadOnly`], [`Error::Busy`], [`Error::ClockBehind`], [`Error::DiskFull`], [`Error::Offline`].
    pub(crate) fn record<T>(
        &mut self,
        mut decide: impl FnMut(&Session, DateTime<Utc>) -> Result<(EntryDraft, T), Error>,
    ) -> Result<Recorded<T>, Error> {
        let mut recorded = self.record_all(|session, at| Ok(vec![decide(session, at)?]))?;
        // One entry in, one recorded out.
        recorded.pop().ok_or(Error::Internal { what: "entry" })
    }

    /// As [`Session::append_all`], and reads on to what was written.
    fn record_all<T>(
        &mut self,
        decide: impl FnMut(&Session, DateTime<Utc>) -> Result<Vec<(EntryDraft, T)>, Error>,
    ) -> Result<Vec<Recorded<T>>, Error> {
        let recorded = self.append_all(decide)?;
        self.catch_up()?;
        Ok(recorded)
    }

    /// As [`Session::record`], for several entries of which all are written or none. When this returns well, they are in the
    /// log, whatever goes wrong afterwards; the state does not know them yet.
    pub(crate) fn append_all<T>(
        &mut self,
        mut decide: impl FnMut(&Session, DateTime<Utc>) -> Result<Vec<(EntryDraft, T)>, Error>,
    ) -> Result<Vec<Recorded<T>>, Error> {
        for times in 0..RETRIES {
            if times >= PATIENT {
                self.ledger.reserve()?;
            }
            let tried = self.append_once(&mut decide);
            self.ledger.release();
            if let Some(recorded) = tried? {
                return Ok(recorded);
            }
        }
        Err(Error::Busy)
    }

    /// Nothing where somebody else wrote since it was decided.
    fn append_once<T>(
        &mut self,
        decide: &mut impl FnMut(&Session, DateTime<Utc>) -> Result<Vec<(EntryDraft, T)>, Error>,
    ) -> Result<Option<Vec<Recorded<T>>>, Error> {
        self.catch_up()?;
        self.require_writable()?;
        let at_ms = self.instant_ms()?;
        if let Some(words) = self.common_keys_anew(instant(at_ms)) {
            self.write(vec![(words, ())], at_ms)?;
            // What is said next is for those who may read it now.
            self.oversight = None;
            return Ok(None);
        }
        let decided = decide(self, instant(at_ms))?;
        let decided = self.under_sound_keys(decided, instant(at_ms))?;
        self.write(decided, at_ms)
    }

    /// Nothing where somebody else wrote since it was decided.
    fn write<T>(&mut self, decided: Vec<(EntryDraft, T)>, at_ms: i64) -> Result<Option<Vec<Recorded<T>>>, Error> {
        let (session, new) = self.oversight_session();
        let mut drafts = Vec::with_capacity(decided.len());
        for (n, (words, what)) in decided.into_iter().enumerate() {
            let index = self.position.size() + n as u64;
            drafts.push((words.seal(&self.state, &self.keyring, (&session, new && n == 0), index)?, what));
        }
        let head = self.position.head();
        let appended = self.ledger.append_all(&head, &self.keyring.signer, at_ms, drafts);
        // A session key that is in the log already goes on being used.
        self.oversight = (appended.is_ok() || !new).then_some(session);
        match appended {
            Ok(recorded) => Ok(Some(recorded)),
            Err(ledger::Error::Moved(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The key for oversight parts, and whether it is new: at the start, and after the oversight key was renewed.
    fn oversight_session(&mut self) -> (OversightSession, bool) {
        let epoch = self.state.current(&KeyName::Oversight).map_or(1, |(epoch, _)| epoch);
        match self.oversight.take() {
            Some(session) if session.epoch == epoch => (session, false),
            _ => (
                OversightSession { id: self.randomness.id(), key: PartKey::generate_from(&*self.randomness), epoch },
                true,
            ),
        }
    }

    /// Decides and records; a denial is recorded as well. `about` says what was asked for.
    ///
    /// # Errors
    /// As [`Session::record`]; [`Error::Denied`] with every reason.
    pub(crate) fn decided<T>(
        &mut self,
        about: &AuditRecord,
        decide: impl FnMut(&Session, DateTime<Utc>) -> Result<(EntryDraft, T), Error>,
    ) -> Result<Recorded<T>, Error> {
        let done = self.record(decide);
        self.note_denial(done, about)
    }

    /// As [`Session::decided`], where the entry is all that is to be done.
    pub(crate) fn enter(
        &mut self,
        about: &AuditRecord,
        mut decide: impl FnMut(&Session, DateTime<Utc>) -> Result<EntryDraft, Error>,
    ) -> Result<(), Error> {
        self.decided(about, |session, at| Ok((decide(session, at)?, ())))?.into_inner();
        Ok(())
    }

    /// Records an act that nobody has to permit.
    pub(crate) fn note(&mut self, record: AuditRecord) -> Result<(), Error> {
        self.enter(&record, |_, _| Ok(EntryDraft::default().record(record.clone())))
    }

    /// Records a denial, and gives back what came in.
    pub(crate) fn note_denial<T>(&mut self, outcome: Result<T, Error>, about: &AuditRecord) -> Result<T, Error> {
        if let Err(Error::Denied { action, reasons }) = &outcome {
            let codes: Vec<&str> = reasons.iter().map(|reason| reason.code.as_str()).collect();
            // What was asked for, and not the step of it that was denied; where it is no act of the log, the step.
            let asked = about.act().filter(|act| *act != Act::Deny).map_or(*action, Act::as_str);
            let record = about.clone().instead(Act::Deny).about("action", asked).about("reasons", codes.join(" "));
            let record = reasons.iter().fold(record, with_named);
            match self.note(record) {
                // Where nothing can be recorded, a denial is still a denial.
                Ok(())
                | Err(
                    Error::ReadOnly
                    | Error::DiskFull
                    | Error::Offline
                    | Error::ClockBehind { .. }
                    | Error::EntryAhead { .. },
                ) => {}
                Err(error) => return Err(error),
            }
        }
        outcome
    }
}

/// A denial by `policy`.
pub(crate) fn denied(action: &'static str, denied: &Denied) -> Error {
    Error::Denied { action, reasons: reasons(&denied.reasons) }
}

/// A denial for a reason of the registry's own.
pub(crate) fn denied_for(action: &'static str, reason: Reason) -> Error {
    Error::Denied { action, reasons: vec![reason] }
}
