//! From an identity to a session: what the index remembers is compared with the log, then the log is read.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use chrono::{DateTime, Utc};
use ledger::{Entry, Ledger, Part, Position, merkle};
use registry::documents::Documents;
use registry::keys::Keyring;
use registry::log::{Act, AuditRecord};
use registry::parts::Audience;
use registry::replay::{Begun, Knowledge};
use registry::state::State;
use seal::{Attendant, PartKey, Randomness, WorkFactor};
use serde::Deserialize;

use super::{Broken, ClockTrust, Session, Unwritable, memory};
use crate::at_hand::AtHand;
use crate::faults::{FaultAt, Faults};
use crate::identity::{Anchor, Former};
use crate::outside::{Durable, Outside, Place};
use crate::reader::{Scans, TextReader};
use crate::stores::{Seat, Settings, Stores};
use crate::{Clock, Error, Reason};
use index::{Index, IndexError};

/// What a session does where it finds no memory of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Memory {
    /// An officer who has unlocked before is remembered: without a memory it stops.
    #[default]
    Expected,
    /// It is known that there is none, or none that can be read, and the officer goes on all the same. What is remembered is
    /// compared in any case.
    Lost,
}

/// What a session does where the log names a later file of the identity than the one that was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileAge {
    /// It stops: somebody may have put an older file back, because he knows its passphrase.
    #[default]
    Latest,
    /// The officer knows that it is an older one, and goes on all the same.
    Older,
}

/// What an officer says that he knows, where an unlock would stop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Knowing {
    pub memory: Memory,
    pub clock: ClockTrust,
    pub file: FileAge,
}

/// How many entries are read in one go.
pub(super) const RUN: usize = 1024;

/// What a session is started from.
pub(crate) struct SessionStart {
    pub stores: Stores,
    pub settings: Settings,
    pub clock: Arc<dyn Clock>,
    pub randomness: Arc<dyn Randomness>,
    pub faults: Arc<Faults>,
    pub work_factor: WorkFactor,
    pub ledger: Ledger,
    pub keyring: Keyring,
    pub seat: Seat,
    pub attendant: Arc<dyn Attendant>,
    pub text_reader: Arc<dyn TextReader>,
    /// The keys that he had before.
    pub former: Vec<Former>,
    pub anchor: Anchor,
    pub index: IndexUse,
    pub purpose: Purpose,
    pub place: Place,
    pub knowing: Knowing,
    /// Of the identity file: how often it was locked again before.
    pub file: u32,
    pub read_only: bool,
    pub by: UnlockedBy,
    pub failed_attempts: u32,
}

/// What an officer showed that he is himself with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnlockedBy {
    Passphrase,
    Pin,
}

/// What a session is begun for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Work,
    /// To make keys of one's own in place of those that another chose: nothing else is possible before.
    OwnKeys,
}

/// Whether a session keeps what it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IndexUse {
    Kept,
    /// Only to see what the log says: nothing is compared with a memory, and nothing is remembered.
    None,
}

/// An index as it was found.
struct IndexFound {
    index: Index,
    /// How far it had read the log.
    seen: Option<Position>,
    /// Why it cannot be kept.
    unwritable: Option<Unwritable>,
}

impl Session {
    /// `tell`: how many entries were read, of how many, where they are many.
    ///
    /// # Errors
    /// Every integrity error; [`Error::IdentityOlder`]; [`Error::Disabled`], [`Error::Frozen`], [`Error::ClockBehind`],
    /// [`Error::ClockFarAhead`].
    pub(crate) fn start(start: SessionStart, tell: &mut dyn FnMut(u64, u64)) -> Result<Session, Error> {
        let outside = Outside::new(start.place.clone(), &start.anchor, &start.seat.name, &start.keyring.identity)
            .after(start.former.iter().map(|former| &former.memory));
        match outside.load() {
            Ok(Some(head)) => start.ledger.begins_with(&head)?,
            Ok(None) => {}
            Err(_) if start.knowing.memory == Memory::Lost => {}
            Err(error) => return Err(error),
        }
        let found = find_index(&start)?;
        if let Some(seen) = &found.seen {
            start.ledger.consistency(seen)?;
        }
        let unwritable = if start.read_only { Some(Unwritable::ReadOnly) } else { found.unwritable };
        let seen = found.seen.as_ref().map(Position::size).filter(|entries| *entries > 0);
        let mut session = Session {
            objects: start.stores.objects(),
            stores: start.stores,
            clock: start.clock,
            randomness: start.randomness,
            faults: start.faults,
            work_factor: start.work_factor,
            settings: start.settings,
            seat: start.seat,
            attendant: start.attendant,
            text_reader: start.text_reader,
            scans: Scans::default(),
            texts_passed: BTreeSet::new(),
            no_text_waited: None,
            programs: OnceLock::new(),
            ledger: start.ledger,
            keyring: start.keyring,
            anchor: start.anchor,
            outside,
            state: State::default(),
            knowledge: Knowledge::default(),
            begun: Begun::default(),
            position: Position::start(),
            seen_ms: found.seen.as_ref().map_or(0, Position::last_ms),
            last_unlock: found.index.last_unlock()?,
            index: found.index,
            oversight: None,
            unwritable,
            begun_with: (start.knowing.memory, start.by),
            is_untidy: false,
            disagreement: None,
            until: None,
            clock_trust: start.knowing.clock,
            broken: None,
            lossy: false,
            unsaved: 0,
            last_snapshot: 0,
            writing: None,
            early: VecDeque::new(),
            failed_attempts: start.failed_attempts,
            older_file: None,
            guessable: false,
            notices: Vec::new(),
            attended: None,
            text_cursor: None,
            documents_left: false,
            news_from: seen.unwrap_or_default(),
            answers: Mutex::default(),
            at_hand: AtHand::default(),
        };
        let read = session.read_up(tell);
        let without = match &read {
            Err(error) if session.unwritable.is_none() => session.unkept(error),
            Ok(()) | Err(_) => None,
        };
        match (read, without) {
            // What can be read is read, whether or not anything can be kept.
            (Err(_), Some(why)) => session.do_without_disk(why, tell)?,
            // Nobody is kept from what was there before.
            (Err(error @ (Error::EntryAhead { index, .. } | Error::ClockBehind { index, .. })), None) if index > 0 => {
                session.read_before(index, error, tell)?;
            }
            (other, _) => other?,
        }
        let latest = session.require_latest(session.id(), session.keyring.key_id(), start.file);
        match (latest, start.knowing.file) {
            (Ok(()), _) => {}
            (Err(older @ Error::IdentityOlder { .. }), FileAge::Older) => {
                session.older_file = Some(start.file);
                session.notices.push(session.older_file(&older));
            }
            (Err(error), FileAge::Latest | FileAge::Older) => return Err(error),
        }
        if session.myself()?.renewal_due && !session.has_vault_key() {
            return Err(Error::GivenKeysStale { officer: session.id().to_string() });
        }
        match (session.myself()?.renewal_due, start.purpose) {
            (false, _) => {}
            (true, Purpose::OwnKeys) => return Ok(session),
            (true, Purpose::Work) => return Err(Error::RenewalDue { officer: session.id().to_string() }),
        }
        if seen.is_none() {
            session.news_from = session.position.size();
        }
        let began_before = session.myself()?.last_session_with(session.keyring.key_id());
        if session.last_unlock.is_none() {
            session.last_unlock = began_before.map(registry::state::instant);
        }
        if session.index.is_new()? && began_before.is_some() {
            // An index that somebody removed remembers nothing: whether the log was put back, it cannot say.
            if start.knowing.memory == Memory::Expected {
                return Err(Error::IndexGone);
            }
            session.notices.push(Reason::new("desk_rebuilt"));
        }
        if session.unwritable.is_none() {
            let new = session.index.is_new()?;
            match session.begin(start.knowing.memory, start.by) {
                Ok(()) => {}
                // What is here is listed and searched; that he was here is nowhere recorded, and so is nothing else.
                Err(Error::Offline) => session.unwritable = Some(Unwritable::Offline),
                Err(error @ Error::ClockBehind { .. }) => {
                    // It did not begin: an index that is new is one as well next time, and that is recorded then.
                    session.index.change::<_, Error>(|change| Ok(change.set_new(new)?))?;
                    session.only_reads(&error);
                }
                Err(error) => match session.unkept(&error) {
                    Some(why) => session.do_without_disk(why, tell)?,
                    None => return Err(error),
                },
            }
        }
        if session.unwritable.is_none() {
            in_background(session.settle_file(start.file))?;
        }
        match &session.unwritable {
            Some(Unwritable::Full) => session.notices.push(Reason::new("disk_full")),
            Some(Unwritable::Offline) => session.notices.push(Reason::new("offline")),
            Some(Unwritable::Clock) => session.notices.extend(session.waits()),
            Some(Unwritable::ReadOnly) | None => {}
        }
        if let Err(cause) = session.outside.keep(&session.position.head(), Durable::Now) {
            session.notices.push(Reason::new("memory_not_kept").with("cause", crate::cause(&cause)));
        }
        Ok(session)
    }

    /// Reads the log to its end, and compares what it says with what is known in addition to it.
    fn read_up(&mut self, tell: &mut dyn FnMut(u64, u64)) -> Result<(), Error> {
        self.recall()?;
        self.begun = Begun::from(&self.position);
        self.catch_up_telling(tell)?;
        self.is_genuine()
    }

    /// Why nothing can be kept, where that is what this error is about. SQLite does not say whether there was no room for its
    /// journal, as where a disk has taken all the files that it can, or no right to make it: the folder is asked.
    fn unkept(&self, error: &Error) -> Option<Unwritable> {
        match error {
            Error::DiskFull => Some(Unwritable::Full),
            Error::ReadOnly => {
                let path = self.stores.index(&self.seat.name).ok().flatten();
                Some(path.map_or(Unwritable::ReadOnly, |path| read_only_or_full(&path)))
            }
            _ => None,
        }
    }

    /// Goes on with an index in memory and records nothing.
    fn do_without_disk(&mut self, why: Unwritable, tell: &mut dyn FnMut(u64, u64)) -> Result<(), Error> {
        let new = self.index.is_new()?;
        self.unwritable = Some(why);
        self.writing = None;
        self.index = Index::in_memory()?;
        self.index.change::<_, Error>(|change| Ok(change.set_new(new)?))?;
        self.knowledge = Knowledge::default();
        self.broken = None;
        self.lossy = false;
        self.unsaved = 0;
        self.read_up(tell)
    }

    /// Goes on with the log as it was before an entry that bears a time to come, and records nothing.
    ///
    /// # Errors
    /// `error` where that much says nothing of this officer: he was entered later, or the like.
    fn read_before(&mut self, entry: u64, error: Error, tell: &mut dyn FnMut(u64, u64)) -> Result<(), Error> {
        self.until = Some(entry);
        self.writing = None;
        self.broken = None;
        self.lossy = false;
        self.unsaved = 0;
        if self.read_up(tell).is_err() || self.myself().is_err() {
            return Err(error);
        }
        self.only_reads(&error);
        Ok(())
    }

    fn only_reads(&mut self, error: &Error) {
        self.unwritable = Some(Unwritable::Clock);
        self.disagreement = Some(Broken::by(error));
    }

    /// What the clocks disagree about, for the officer: `clock_waits`, where everything is shown, or `entry_waits`.
    fn waits(&self) -> Option<Reason> {
        let error = self.disagreement.as_ref()?.error();
        let code = if self.until.is_some() { "entry_waits" } else { "clock_waits" };
        let until = clocks_agree(&error, self.clock.now())?;
        let params = error.params().into_iter().filter(|(name, _)| ["index", "author"].contains(name));
        let reason = params.fold(Reason::new(code), |reason, (name, value)| reason.with(name, value));
        Some(reason.with("until", label::time::to_the_second(until)))
    }

    /// Takes up what the index remembers, or collects the keys that were delivered so far.
    fn recall(&mut self) -> Result<(), Error> {
        if let Some((snapshot, keys, size)) = memory::load(&self.index)?
            && self.keyring.unpack(keys.expose_secret()).is_ok()
        {
            self.state = snapshot.state;
            self.knowledge = snapshot.knowledge;
            self.position = snapshot.position;
            self.last_snapshot = size;
            self.state.documents = Documents::kept_in(Arc::new(self.index.records()), self.position.size());
            // An officer who was frozen got the vault key of meanwhile only after it was lifted.
            return self.collect_early();
        }
        // What is on the index belongs to a state that nobody knows any more.
        self.index.change::<_, Error>(|change| {
            change.keep_classes(&Default::default())?;
            change.forget_records()?;
            Ok(())
        })?;
        // Who read the log before this may have lost rights since.
        self.documents_left = true;
        self.position = Position::start();
        self.state = State::default();
        self.state.documents = Documents::kept_in_empty(Arc::new(self.index.records()));
        self.collect_early()
    }

    /// Keys may have been delivered long after the entries that they open: they are collected before those are read.
    fn collect_early(&mut self) -> Result<(), Error> {
        self.early = self.ledger.unchecked_for(&self.own_audience(), self.position.size())?.into();
        for part in &self.early {
            // What does not open is reported when the entry is read in its place.
            let _ = self.keyring.receive(&part.sealed, part.author);
        }
        Ok(())
    }

    /// Whether the parts by which keys were collected early are those of these entries, which were checked.
    pub(super) fn prove_early(&mut self, entries: &[Entry]) -> Result<(), Error> {
        let mine = self.own_audience();
        for entry in entries {
            while let Some(early) = self.early.pop_front_if(|early| early.index <= entry.index()) {
                let is_it = |part: &Part| part.audience == mine && part.sealed == early.sealed;
                if early.index != entry.index() || early.author != entry.author() || !entry.parts().iter().any(is_it) {
                    return Err(Error::LedgerAltered { entry: Some(early.index), flaw: "part" });
                }
            }
        }
        Ok(())
    }

    fn own_audience(&self) -> String {
        Audience::Officer(self.keyring.key_id()).to_string()
    }

    /// Whether identity and settings are those that the log knows, and the log is the one that the identity knows.
    fn is_genuine(&self) -> Result<(), Error> {
        let head = self.position.head();
        let proof = self.ledger.prove_inclusion(0, head.size)?;
        if !merkle::verify_inclusion(&self.anchor.first, 0, head.size, &proof, &head.root) {
            return Err(Error::VaultForeign);
        }
        let me = self.myself()?;
        if me.had(self.keyring.key_id()) {
            return Err(Error::IdentityReplaced { officer: self.id().to_string() });
        }
        let own = (self.keyring.key_id(), self.keyring.identity.recipient());
        if !me.identities().any(|present| present == own) {
            return Err(Error::IdentityForeign);
        }
        let settings = &self.settings;
        if settings.name != self.state.name
            || settings.register != self.state.register
            || settings.id != self.ledger.vault().as_str()
        {
            return Err(Error::SettingsAltered);
        }
        Ok(())
    }

    /// Records that the session begins, and puts in order what others left.
    fn begin(&mut self, memory: Memory, by: UnlockedBy) -> Result<(), Error> {
        let mut record = AuditRecord::new(Act::Unlock);
        if memory == Memory::Lost {
            // On purpose, and oversight knows.
            record = record.about("memory", "lost");
        }
        if self.older_file.is_some() {
            record = record.about("identity-file", "older");
        }
        if by == UnlockedBy::Pin {
            record = record.about("with", "pin");
        }
        if self.failed_attempts > 0 {
            record = record.about("failed", self.failed_attempts.to_string());
        }
        // Before the entry: another process of the same officer that reads the entry must not take the index for a new one.
        self.index.change::<_, Error>(|change| Ok(change.set_new(false)?))?;
        self.stores.remember(&self.keyring.me, &self.position);
        self.note(record)?;
        // Before it is remembered that he was here: what came to him with it he is told now, and not again.
        in_background(self.take_over())?;
        let now: DateTime<Utc> = self.now();
        self.index.change::<_, Error>(|change| Ok(change.set_last_unlock(now)?))?;
        self.put_in_order()?;
        self.chores()?;
        if self.unsaved >= super::WORTH_KEEPING {
            self.save()?;
        }
        Ok(())
    }

    /// Begins what could not be recorded without the server, now that it may be back.
    ///
    /// # Errors
    /// [`Error::Offline`], and it goes on reading as before; those of every beginning.
    pub(super) fn resume(&mut self) -> Result<(), Error> {
        let (memory, by) = self.begun_with;
        // What begins is recorded as everything is.
        self.unwritable = None;
        match self.begin(memory, by) {
            Ok(()) => self.notices.retain(|notice| notice.code != "offline"),
            Err(error @ Error::ClockBehind { .. }) => {
                self.only_reads(&error);
                return Err(error);
            }
            Err(error) => match self.unkept(&error) {
                Some(why) => self.do_without_disk(why, &mut |_, _| ())?,
                None => {
                    self.unwritable = Some(Unwritable::Offline);
                    return Err(error);
                }
            },
        }
        Ok(())
    }

    /// What waited for servers that were not there is done, if they are back.
    ///
    /// # Errors
    /// Those of every beginning, but that they are not back.
    pub(crate) fn take_up(&mut self) -> Result<(), Error> {
        if self.unwritable == Some(Unwritable::Offline) && self.stores.offline_since().is_none() {
            match self.resume() {
                Err(Error::Offline) => {}
                other => other?,
            }
        }
        if self.is_untidy && self.unwritable.is_none() && self.stores.objects_offline_since().is_none() {
            in_background(self.put_in_order())?;
        }
        Ok(())
    }

    /// Puts in order what others left. Without the objects, that waits until they are back, and nothing else does.
    fn put_in_order(&mut self) -> Result<(), Error> {
        let tidied = self.tidy();
        self.is_untidy = matches!(tidied, Err(Error::Offline));
        if self.is_untidy { Ok(()) } else { tidied }
    }

    /// Upkeep in the background: what fails for lack of room or time is done by the next session.
    pub(crate) fn chores(&mut self) -> Result<(), Error> {
        in_background(self.take_over().and_then(|()| self.upkeep()).and_then(|()| self.rekey_some().map(drop)))
    }
}

/// What fails for lack of room or time is done by the next session.
fn in_background(outcome: Result<(), Error>) -> Result<(), Error> {
    match outcome {
        Err(error) if error.exit() == crate::ExitClass::Integrity => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Why no file can be made next to an index.
fn read_only_or_full(index: &Path) -> Unwritable {
    match Index::takes_files(index) {
        Err(IndexError::Full) => Unwritable::Full,
        Ok(()) | Err(_) => Unwritable::ReadOnly,
    }
}

fn find_index(start: &SessionStart) -> Result<IndexFound, Error> {
    if start.index == IndexUse::None {
        return Ok(IndexFound { index: Index::in_memory()?, seen: None, unwritable: None });
    }
    let Some(path) = start.stores.index(&start.seat.name)? else {
        let seen = start.stores.seen(&start.keyring.me);
        let mut index = Index::in_memory()?;
        index.change::<_, Error>(|change| Ok(change.set_new(seen.is_none())?))?;
        return Ok(IndexFound { index, seen, unwritable: None });
    };
    let key = start.keyring.index_key();
    let seen = |path: &Path| {
        let keys = std::iter::once(&key).chain(start.former.iter().rev().map(|former| &former.index));
        let mut outcome = Ok(None);
        for key in keys {
            outcome = match Index::seen(path, key) {
                Err(IndexError::Altered) => Err(IndexError::Altered.into()),
                Err(IndexError::Missing) => Ok(None),
                other => other.map_err(Error::from),
            };
            if !matches!(outcome, Err(Error::IndexAltered)) {
                break;
            }
        }
        outcome
    };
    let in_memory = |why| {
        let seen = seen(&path)?;
        let mut index = Index::in_memory()?;
        index.change::<_, Error>(|change| Ok(change.set_new(seen.is_none())?))?;
        Ok(IndexFound { index, seen, unwritable: Some(why) })
    };
    if start.read_only {
        return in_memory(Unwritable::ReadOnly);
    }
    let opened = match Index::open(&path, &key) {
        Err(IndexError::Missing) => match start.stores.make_indexes() {
            Err(Error::DiskFull) => Err(IndexError::Full),
            Err(Error::ReadOnly) => Err(IndexError::ReadOnly),
            Err(error) => return Err(error),
            Ok(()) => match Index::create(&path, &key) {
                // Another process of the same officer was faster.
                Err(IndexError::Exists) => Index::open(&path, &key),
                other => other,
            },
        },
        // Its memory of the log is whole; the rest is read again.
        Err(IndexError::Outdated { .. }) => Index::renew(&path, &key, &|step| (start.faults)(FaultAt::Renewing(step))),
        Err(IndexError::Altered) if !start.former.is_empty() => under_new_keys(start, &path, &key),
        other => other,
    };
    match opened {
        Ok(index) => Ok(IndexFound { seen: index.position()?, index, unwritable: None }),
        Err(IndexError::ReadOnly) => in_memory(read_only_or_full(&path)),
        Err(IndexError::Full) => in_memory(Unwritable::Full),
        Err(error) => Err(error.into()),
    }
}

/// An index from before its officer's keys were renewed takes up the new ones.
fn under_new_keys(start: &SessionStart, path: &Path, key: &PartKey) -> Result<Index, IndexError> {
    let mut renewed = Err(IndexError::Altered);
    for former in start.former.iter().rev() {
        renewed = Index::renew_under(path, &former.index, key, &|step| (start.faults)(FaultAt::Renewing(step)));
        if !matches!(renewed, Err(IndexError::Altered)) {
            break;
        }
    }
    renewed
}

/// When the clocks agree again by this computer's, where they are what it is about.
fn clocks_agree(error: &Error, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match error {
        Error::ClockBehind { until, .. } => Some(*until),
        Error::EntryAhead { ahead_seconds, .. } => {
            DateTime::from_timestamp(now.timestamp().checked_add(*ahead_seconds)?, 0)
        }
        _ => None,
    }
}
