//! Unlocking: which identity opens, how often it was tried, and what a session starts from.

use std::fs;
use std::time::Duration;

use ledger::Position;
use registry::ForgedRule;
use registry::keys::Keyring;
use registry::parts::Audience;
use seal::{KeyId, VerifyingKey};

use super::Vault;
use crate::identity::{self, Opened, Opening, Pair};
use crate::outside::{self, Place};
use crate::session::{IndexUse, Knowing, Memory, Purpose, SessionStart, UnlockedBy};
use crate::stores::Seat;
use crate::tries::Tries;
use crate::{Error, OfficerId, Passphrase, Session};

/// What a log is taken for that goes on under a vault key which its reader was not given.
const VAULT_KEY_WITHHELD: &str = ForgedRule::VaultKeyWithheld.as_str();

/// How far an unlock has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlocking {
    /// The passphrase was right: the work that makes guessing slow is done, and the log is read next.
    Accepted,
    /// So many entries of the log were read, of so many. Told where they are many.
    Reading { done: u64, total: u64 },
}

/// As what an entry introduces keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Introduced {
    /// Of an officer who had none, or in the place of those that he had.
    First,
    /// Besides those that he has.
    Further,
}

impl Vault {
    /// How long this officer must wait before the next try; none: now.
    pub fn unlock_wait(&self, officer: &OfficerId) -> Option<Duration> {
        Tries::load(&self.stores, officer).wait(self.clock.now())
    }

    /// Starts a session: reads the identity, then the log, and records that it began.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Wait`]; every integrity error; [`Error::IdentityOlder`]; [`Error::Disabled`];
    /// [`Error::ClockFarAhead`] where something is to be recorded and nobody confirmed the clock.
    pub fn unlock(&self, officer: &OfficerId, passphrase: &Passphrase) -> Result<Session, Error> {
        self.unlock_with(officer, passphrase, Memory::Expected)
    }

    /// As [`Vault::unlock`], and says what to do without a memory of the log.
    ///
    /// # Errors
    /// As [`Vault::unlock`]; [`Error::IndexGone`] and [`Error::MemoryAltered`] only where a memory is expected.
    pub fn unlock_with(&self, officer: &OfficerId, passphrase: &Passphrase, memory: Memory) -> Result<Session, Error> {
        let knowing = Knowing { memory, clock: self.clock_trust, ..Knowing::default() };
        self.unlock_telling(officer, passphrase, knowing, &mut |_| ())
    }

    /// As [`Vault::unlock_with`], says all that the officer knows, and tells in between how far it has come.
    ///
    /// # Errors
    /// As [`Vault::unlock_with`].
    pub fn unlock_telling(
        &self,
        officer: &OfficerId,
        passphrase: &Passphrase,
        knowing: Knowing,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        self.begin(officer, passphrase, knowing, Purpose::Work, tell)
    }

    /// Makes new keys for an officer, under another passphrase, also where he has only those that another chose. Gives what two
    /// people read to each other to know that they mean them.
    ///
    /// # Errors
    /// As [`Vault::unlock_telling`] and [`Session::renew_keys`]; [`Error::GivenKeysStale`].
    pub fn renew_keys(
        &self,
        officer: &OfficerId,
        old: &Passphrase,
        new: &Passphrase,
        knowing: Knowing,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<String, Error> {
        // The session knows his name as well; what is weak without it is refused before anything is recorded.
        self.require_strong(new, officer, "")?;
        self.begin(officer, old, knowing, Purpose::OwnKeys, tell)?.renew_keys(old, new)
    }

    fn begin(
        &self,
        officer: &OfficerId,
        passphrase: &Passphrase,
        knowing: Knowing,
        purpose: Purpose,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        let tries = self.tries(officer)?;
        let mut ended = Vec::new();
        loop {
            let (path, opened) = match self.open_identity(officer, passphrase, &ended) {
                Ok(opened) => opened,
                // One opened, and counts no more.
                Err(_) if !ended.is_empty() => return Err(Error::IdentityReplaced { officer: officer.to_string() }),
                Err(Opening::WrongPassphrase) => {
                    let tries = self.note_failure(officer, tries);
                    let wait_seconds = tries.wait(self.clock.now()).map_or(0, |wait| wait.as_secs());
                    return Err(Error::WrongPassphrase { officer: None, failures: tries.failures, wait_seconds });
                }
                // Who is known here has lost a file; who is not has been misspelt.
                Err(Opening::Failed(Error::NotFound { .. })) if self.remembers(officer) => {
                    return Err(Error::IdentityGone { officer: officer.to_string() });
                }
                Err(Opening::Failed(error)) => return Err(error),
            };
            let how = |start| SessionStart { knowing, purpose, ..start };
            match self.begin_with(officer, &opened, tries, &how, tell) {
                // He may have another here, under the same passphrase.
                Err(Error::IdentityReplaced { .. }) => ended.push(path),
                // Somebody may know a passphrase that was changed for a reason: the officer hears that it was tried.
                Err(older @ Error::IdentityOlder { .. }) => {
                    self.note_failure(officer, tries);
                    return Err(older);
                }
                Ok(mut session) => {
                    session.judge_passphrase(passphrase);
                    return Ok(session);
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Starts a session with an identity that was opened by a PIN.
    pub(crate) fn begin_by_pin(
        &self,
        officer: &OfficerId,
        opened: &Opened,
        tries: Tries,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        let (knowing, by) = (Knowing::default(), UnlockedBy::Pin);
        self.begin_with(officer, opened, tries, &|start| SessionStart { knowing, by, ..start }, tell)
    }

    /// Wrong tries so far.
    ///
    /// # Errors
    /// [`Error::Wait`] where it is too soon after the last.
    pub(crate) fn tries(&self, officer: &OfficerId) -> Result<Tries, Error> {
        let now = self.clock.now();
        let tries = Tries::load(&self.stores, officer);
        if let Some(wait) = tries.wait(now) {
            let settled = tries.settled(now);
            let kept = settled == tries || (!self.read_only && settled.save(&self.stores, officer));
            // A time to come that cannot be put right would lock the officer out until then.
            if kept {
                return Err(Error::Wait { seconds: wait.as_secs() });
            }
        }
        Ok(tries)
    }

    /// One more wrong try.
    pub(crate) fn note_failure(&self, officer: &OfficerId, tries: Tries) -> Tries {
        let tries = tries.failed(self.clock.now());
        if !self.read_only {
            tries.save(&self.stores, officer);
        }
        tries
    }

    fn begin_with(
        &self,
        officer: &OfficerId,
        opened: &Opened,
        tries: Tries,
        how: &dyn Fn(SessionStart) -> SessionStart,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        tell(Unlocking::Accepted);
        let given = !opened.pair.given.is_empty();
        let start = |pair| Ok::<_, Error>(how(self.start_of(officer, pair, opened, tries.failures)?));
        let started =
            Session::start(start(opened.again()?)?, &mut |done, total| tell(Unlocking::Reading { done, total }));
        let session = match started {
            // What another identity of his wrote does not open with this one: which of them counts, the log says.
            Err(error @ (Error::IndexAltered | Error::MemoryAltered)) => {
                let probe = SessionStart { index: IndexUse::None, place: Place::NotAsked, ..start(opened.again()?)? };
                match Session::start(SessionStart { read_only: true, ..probe }, &mut |_, _| ()) {
                    Err(replaced @ Error::IdentityReplaced { .. }) => return Err(replaced),
                    Ok(session) if session.comes_back() => {}
                    Ok(_) | Err(_) => return Err(error),
                }
                self.stores.remove_index(&opened.seat.name)?;
                let start = start(opened.again()?)?;
                let knowing = Knowing { memory: Memory::Lost, ..start.knowing };
                Session::start(SessionStart { knowing, ..start }, &mut |done, total| {
                    tell(Unlocking::Reading { done, total })
                })?
            }
            // Later epochs of the vault key reach nobody whose keys another chose.
            Err(Error::Forged { rule: VAULT_KEY_WITHHELD, .. }) if given => {
                return Err(Error::GivenKeysStale { officer: officer.to_string() });
            }
            other => other?,
        };
        if tries.failures > 0 && !self.read_only {
            Tries::clear(&self.stores, officer);
        }
        Ok(session)
    }

    /// Opens the identity of an officer that this passphrase is for, and says where it lies. Where a process died while it replaced
    /// one, that is the new one, once the log says so. `but`: those that were found to count no more.
    fn open_identity(
        &self,
        officer: &OfficerId,
        passphrase: &Passphrase,
        but: &[String],
    ) -> Result<(String, Opened), Opening> {
        let mut closed = Opening::Failed(Error::NotFound { kind: "officer", name: officer.to_string() });
        let first = Seat::first(&self.stores, officer);
        let further = self.stores.further_identities(officer).map_err(Opening::Failed)?;
        let named = std::iter::once(first).chain(further).map(|seat| (seat.identity.clone(), seat));
        for (path, seat) in named.filter(|(path, _)| !but.contains(path)) {
            match identity::unlock(&self.stores, seat, None, officer, passphrase, &self.attendant) {
                Ok(opened) => return Ok((path, opened)),
                Err(Opening::Failed(Error::NotFound { .. })) => {}
                Err(Opening::WrongPassphrase) => closed = Opening::WrongPassphrase,
                // That of another workstation of his, it may be.
                Err(Opening::Failed(error @ Error::Token(_))) => match closed {
                    Opening::WrongPassphrase => {}
                    Opening::Failed(_) => closed = Opening::Failed(error),
                },
                Err(failed) => return Err(failed),
            }
        }
        let recorded = self.recorded_identities(officer).map_err(Opening::Failed)?;
        for (path, seat) in recorded.into_iter().filter(|(path, _)| !but.contains(path)) {
            if let Ok(opened) = identity::unlock(&self.stores, seat, Some(&path), officer, passphrase, &self.attendant)
            {
                return Ok((path, opened));
            }
        }
        Err(closed)
    }

    /// Identities of an officer under names that do not count yet, whose keys the log has introduced.
    fn recorded_identities(&self, officer: &OfficerId) -> Result<Vec<(String, Seat)>, Error> {
        let mut waiting = self.stores.waiting_identities()?;
        waiting.retain(|waiting| waiting.officer == *officer);
        if waiting.is_empty() {
            return Ok(Vec::new());
        }
        let mut recorded = Vec::new();
        for waiting in waiting {
            match self.introduced_as(waiting.key)? {
                Some(Introduced::First) => recorded.push((waiting.path, Seat::first(&self.stores, officer))),
                Some(Introduced::Further) => {
                    recorded.push((waiting.path, Seat::further(&self.stores, officer, waiting.key)));
                }
                None => {}
            }
        }
        Ok(recorded)
    }

    /// As what the log introduced these keys, by its public marks.
    pub(crate) fn introduced_as(&self, key: KeyId) -> Result<Option<Introduced>, Error> {
        let (ledger, _) = self.ledger()?;
        let authors = ledger.unchecked_for(ledger::AUTHOR, 0)?;
        let authors: Vec<(u64, KeyId)> = authors
            .iter()
            .filter_map(|part| Some((part.index, VerifyingKey::from_bytes(&part.sealed).ok()?.key_id())))
            .collect();
        let Some((index, _)) = authors.iter().find(|(_, author)| *author == key) else { return Ok(None) };
        for (_, author) in &authors {
            let beside = ledger.unchecked_for(&Audience::Beside(*author).to_string(), 0)?;
            if beside.iter().any(|part| part.index == *index) {
                return Ok(Some(Introduced::Further));
            }
        }
        Ok(Some(Introduced::First))
    }

    /// How many identities the log introduced that an officer has besides the first.
    pub(crate) fn further_introduced(&self, position: &Position) -> usize {
        let count = |key: KeyId| {
            let tag = Audience::Beside(key).to_string();
            self.ledger().ok().and_then(|(ledger, _)| ledger.unchecked_for(&tag, 0).ok()).map_or(0, |found| found.len())
        };
        position.authors().map(|author| count(author.key_id())).sum()
    }

    fn start_of(
        &self,
        officer: &OfficerId,
        pair: Pair,
        opened: &Opened,
        failed_attempts: u32,
    ) -> Result<SessionStart, Error> {
        let Opened { anchor, seat, .. } = opened;
        let (ledger, read_only) = self.any_ledger()?;
        if *ledger.vault() != anchor.vault || ledger.first()? != anchor.first {
            return Err(Error::VaultForeign);
        }
        let ledger = self.own(ledger)?;
        let Pair { identity, signer, former, given, number, .. } = pair;
        let mut keyring = Keyring::new(officer.clone(), identity, signer, ledger.vault().clone())
            .after(former.iter().map(|former| former.key));
        // Of keys that another chose nothing is kept.
        let (index, place) = match given.is_empty() {
            true => (IndexUse::Kept, self.place.clone()),
            false => (IndexUse::None, Place::NotAsked),
        };
        given.into_iter().for_each(|(epoch, key)| keyring.add_vault_key(epoch, key));
        Ok(SessionStart {
            stores: self.stores.clone(),
            settings: self.settings.clone(),
            clock: self.clock.clone(),
            randomness: self.randomness.clone(),
            faults: self.faults.clone(),
            work_factor: self.work_factor,
            ledger,
            keyring,
            seat: seat.clone(),
            attendant: self.attendant.clone(),
            text_reader: self.text_reader.clone(),
            former,
            anchor: anchor.clone(),
            index,
            purpose: Purpose::Work,
            place,
            knowing: Knowing { clock: self.clock_trust, ..Knowing::default() },
            file: number,
            read_only,
            by: UnlockedBy::Passphrase,
            failed_attempts,
        })
    }

    /// Whether something other than an identity tells of an officer: his index in the folder, or what this workstation
    /// remembers of the log for him. The log itself names nobody without a key.
    fn remembers(&self, officer: &OfficerId) -> bool {
        let index = self.stores.index(officer.as_str()).ok().flatten();
        let indexed =
            index.is_some_and(|path| fs::symlink_metadata(path).is_ok()) || self.stores.seen(officer).is_some();
        indexed || outside::remembers(&self.place, &self.settings.id, officer)
    }
}
