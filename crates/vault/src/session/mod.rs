//! One officer at work.

mod catch_up;
mod fill;
mod memory;
mod record;
mod rows;
mod start;
mod words;

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, OnceLock};

use chrono::{DateTime, NaiveDate, Utc};
use label::Banner;
use ledger::{Ledger, Position, Unchecked};
use objects::ObjectStore;
use registry::ObjectId;
use registry::keys::Keyring;
use registry::people::Officer;
use registry::policies::policies;
use registry::replay::{Begun, Knowledge};
use registry::state::State;
use seal::{Attendant, Randomness, WorkFactor};

use crate::answers::Answers;
use crate::at_hand::AtHand;
use crate::draft::OversightSession;
use crate::faults::Faults;
use crate::identity::Anchor;
use crate::outside::{Durable, Outside};
use crate::reader::{OtherPrograms, Scans, TextReader};
use crate::stores::{Seat, Settings, Stores};
use crate::strength::{self, Taken};
use crate::{Clock, Error, OfficerId, Passphrase, Reason};
use index::Index;

pub use record::ClockTrust;
pub(crate) use record::{SLACK, denied, denied_for};
pub use start::{FileAge, Knowing, Memory};
pub(crate) use start::{IndexUse, Purpose, SessionStart, UnlockedBy};

/// Why the log could not be read on: from then on nothing is believed and nothing kept.
enum Broken {
    Forged { index: u64, author: String, rule: &'static str },
    Newer { format: u32 },
    EntryAhead { index: u64, author: String, ahead_seconds: i64 },
    ClockBehind { index: u64, author: Option<String>, until: DateTime<Utc> },
    Disabled,
    Frozen { by: String, name: String, at: DateTime<Utc> },
    Replaced { officer: String },
    Otherwise,
}

impl Broken {
    fn by(error: &Error) -> Broken {
        match error {
            Error::Forged { index, author, rule } => Broken::Forged { index: *index, author: author.clone(), rule },
            Error::Newer { format } => Broken::Newer { format: *format },
            Error::EntryAhead { index, author, ahead_seconds } => {
                Broken::EntryAhead { index: *index, author: author.clone(), ahead_seconds: *ahead_seconds }
            }
            Error::ClockBehind { index, author, until } => {
                Broken::ClockBehind { index: *index, author: author.clone(), until: *until }
            }
            Error::Disabled => Broken::Disabled,
            Error::Frozen { by, name, at } => Broken::Frozen { by: by.clone(), name: name.clone(), at: *at },
            Error::IdentityReplaced { officer } => Broken::Replaced { officer: officer.clone() },
            _ => Broken::Otherwise,
        }
    }

    fn error(&self) -> Error {
        match self {
            Broken::Forged { index, author, rule } => Error::Forged { index: *index, author: author.clone(), rule },
            Broken::Newer { format } => Error::Newer { format: *format },
            Broken::EntryAhead { index, author, ahead_seconds } => {
                Error::EntryAhead { index: *index, author: author.clone(), ahead_seconds: *ahead_seconds }
            }
            Broken::ClockBehind { index, author, until } => {
                Error::ClockBehind { index: *index, author: author.clone(), until: *until }
            }
            Broken::Disabled => Error::Disabled,
            Broken::Frozen { by, name, at } => Error::Frozen { by: by.clone(), name: name.clone(), at: *at },
            Broken::Replaced { officer } => Error::IdentityReplaced { officer: officer.clone() },
            Broken::Otherwise => Error::LedgerAltered { entry: None, flaw: "part" },
        }
    }
}

/// Why a session can read and not record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unwritable {
    ReadOnly,
    Full,
    /// The server of a shared vault's log was not there when it began, and was not back since.
    Offline,
    /// The clocks disagree: that of this computer stands before the log, or an entry bears a time that is to come.
    Clock,
}

/// After so many days an officer is asked to keep a checkpoint elsewhere.
const CHECKPOINT_DAYS: i64 = 7;

/// How many entries are worth a snapshot: fewer are read again in no time.
const WORTH_KEEPING: u64 = 128;

/// An unlocked vault. Everything that is recorded is signed by this officer. Dropping it forgets the keys.
///
/// Each call first reads what others have added to the log, so no answer rests on an old state.
pub struct Session {
    pub(crate) stores: Stores,
    pub(crate) objects: Arc<dyn ObjectStore>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) randomness: Arc<dyn Randomness>,
    pub(crate) faults: Arc<Faults>,
    pub(crate) work_factor: WorkFactor,
    pub(crate) settings: Settings,
    pub(crate) seat: Seat,
    pub(crate) attendant: Arc<dyn Attendant>,
    pub(crate) text_reader: Arc<dyn TextReader>,
    /// When scans in what is filed are read.
    pub(crate) scans: Scans,
    /// The objects whose texts this session read, or could not read: they are not tried again.
    pub(crate) texts_passed: BTreeSet<ObjectId>,
    /// How far the log was read when no text waited: nothing is looked for again before it has grown.
    pub(crate) no_text_waited: Option<u64>,
    /// How other programs stand, as it was when that was first asked: once for a session, and not for each document.
    pub(crate) programs: OnceLock<OtherPrograms>,
    pub(crate) ledger: Ledger,
    pub(crate) keyring: Keyring,
    /// Which vault the identity is for: written into the identities that are made here.
    pub(crate) anchor: Anchor,
    outside: Outside,
    pub(crate) state: State,
    pub(crate) knowledge: Knowledge,
    begun: Begun,
    /// How far the log was read into `state`.
    pub(crate) position: Position,
    /// The time of the last entry that the index had seen when this session began, in milliseconds since 1970.
    seen_ms: i64,
    pub(crate) index: Index,
    pub(crate) oversight: Option<OversightSession>,
    /// Why nothing can be recorded; none: it can.
    unwritable: Option<Unwritable>,
    /// What it was begun with: it may begin later than it was unlocked.
    begun_with: (Memory, UnlockedBy),
    /// What others left could not be put in order, because the objects were not there.
    is_untidy: bool,
    /// What the clocks disagree about, where that is why.
    disagreement: Option<Broken>,
    /// The entry that the log is read up to, where it bears a time that is to come.
    until: Option<u64>,
    clock_trust: ClockTrust,
    broken: Option<Broken>,
    /// The index has missed something: no snapshot is kept that would claim otherwise.
    lossy: bool,
    /// Entries read since the index last kept a snapshot.
    unsaved: u64,
    /// Parts by which keys were collected before the entries that hold them were checked.
    early: VecDeque<Unchecked>,
    /// The size of the last snapshot, in bytes.
    last_snapshot: u64,
    /// The thread that writes words of documents, which were left for later.
    writing: Option<words::Writing>,
    last_unlock: Option<DateTime<Utc>>,
    failed_attempts: u32,
    /// The number of its identity file, where that is an older one and the officer knows it.
    pub(crate) older_file: Option<u32>,
    /// The passphrase of this identity is easily guessed; not judged in an exercise, where anything goes.
    pub(crate) guessable: bool,
    pub(crate) notices: Vec<Reason>,
    /// How far the log was read, and the day, when upkeep was done last.
    pub(crate) attended: Option<(u64, NaiveDate)>,
    /// After which entry texts are looked for next.
    pub(crate) text_cursor: Option<u64>,
    /// Documents may have left the index: what is remembered of them goes too, once it is clear which are there.
    documents_left: bool,
    /// From which entry on answers are news to this officer: the first that no session of his has read; where none has read any, the
    /// first after what was there when this one began.
    pub(crate) news_from: u64,
    /// What was answered to this officer.
    pub(crate) answers: Mutex<Answers>,
    /// What two have open here, for the one thing that they do with it.
    pub(crate) at_hand: AtHand,
}

impl Session {
    pub fn id(&self) -> &OfficerId {
        &self.keyring.me
    }

    pub fn vault_name(&self) -> &str {
        &self.state.name
    }

    pub fn vault_id(&self) -> &str {
        self.ledger.vault().as_str()
    }

    /// The system has no approval: a vault for exercises only.
    pub fn exercise(&self) -> bool {
        self.state.approval.is_none()
    }

    /// Nothing can be written here: listing works, what must be recorded does not.
    pub fn read_only(&self) -> bool {
        self.unwritable.is_some()
    }

    /// A session that began without the servers begins now, if they are back.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::DiskFull`], [`Error::Offline`], [`Error::ClockBehind`], [`Error::EntryAhead`]: why
    /// nothing can be recorded.
    pub(crate) fn require_writable(&mut self) -> Result<(), Error> {
        if self.unwritable == Some(Unwritable::Offline) {
            self.resume()?;
        }
        match self.unwritable {
            None => Ok(()),
            Some(Unwritable::ReadOnly) => Err(Error::ReadOnly),
            Some(Unwritable::Full) => Err(Error::DiskFull),
            Some(Unwritable::Offline) => Err(Error::Offline),
            Some(Unwritable::Clock) => Err(self.disagreement.as_ref().map_or(Error::ReadOnly, Broken::error)),
        }
    }

    /// When this officer began a session before this one.
    pub fn last_unlock(&self) -> Option<DateTime<Utc>> {
        self.last_unlock
    }

    /// Wrong passphrases before this session.
    pub fn failed_attempts(&self) -> u32 {
        self.failed_attempts
    }

    /// The highest marking that this officer may see here: what stands above and below the window.
    pub fn banner(&self) -> Option<Banner> {
        let open = self.state.open_classes(self.id(), self.now());
        let (class, _) = open.iter().max_by_key(|(_, level)| **level)?;
        let access = &self.state.classes.get(class)?.access;
        policies().policy(&access.policy)?.class_banner(&access.classification)
    }

    /// What the officer should know: `desk_rebuilt`, `approval_expired`, `clearance_renewal`, `clearance_ended`…
    pub fn warnings(&self) -> Vec<Reason> {
        let mut warnings = self.notices.clone();
        if self.is_untidy {
            warnings.push(Reason::new("objects_offline"));
        }
        let today = registry::state::day(self.now());
        warnings.extend(self.checkpoint_due());
        warnings.extend(self.custody_used());
        warnings.extend(self.reissues_asked());
        warnings.extend(self.successions());
        warnings.extend(self.alone_in_charge());
        warnings.extend(self.answered());
        if self.guessable && !self.exercise() {
            warnings.push(Reason::new("passphrase_guessable"));
        }
        if let Some(approval) = self.state.approval.as_ref().filter(|a| a.until < today) {
            warnings.push(Reason::new("approval_expired").with("until", approval.until.to_string()));
        }
        for clearance in self.views_of_clearances(self.id()) {
            if clearance.renewal_due {
                let code = if clearance.until < today { "clearance_ended" } else { "clearance_renewal" };
                let warning = Reason::new(code);
                warnings.push(warning.with("policy", clearance.policy).with("until", clearance.until.to_string()));
            }
        }
        warnings
    }

    /// Three attacks show only to somebody who remembers: a checkpoint that is kept elsewhere is such a memory.
    fn checkpoint_due(&self) -> Option<Reason> {
        let (since, taken) = self.index.last_checkpoint().ok().flatten()?;
        let days = (self.now().timestamp() - since.timestamp()) / 86_400;
        let at = if taken { registry::state::day(since).to_string() } else { "never".to_owned() };
        (days >= CHECKPOINT_DAYS).then(|| Reason::new("checkpoint_due").with("at", at))
    }

    /// Judges the passphrase of one's own identity, where it is at hand and that counts: what was chosen before the approval, or by
    /// somebody whom nobody knew yet, was refused nowhere.
    pub(crate) fn judge_passphrase(&mut self, own: &Passphrase) {
        self.guessable = !self.exercise() && self.is_guessable(own);
    }

    /// Whether a passphrase of one's own is easily guessed.
    pub(crate) fn is_guessable(&self, own: &Passphrase) -> bool {
        let name = self.myself().map(|me| me.full_name.clone()).unwrap_or_default();
        let known = [self.id().as_str(), &name, self.vault_name()];
        !strength::judged(own, &known, Taken::Strong).enough
    }

    /// The instant that decisions are taken for: never before the last entry.
    pub fn now(&self) -> DateTime<Utc> {
        let last = registry::state::instant(self.position.last_ms());
        self.clock.now().max(last)
    }

    /// What stands across every page that is shown: who reads it, alone or with a second officer, and when.
    pub fn watermark(&self, with: Option<&OfficerId>) -> String {
        let readers: Vec<&str> = std::iter::once(self.id()).chain(with).map(OfficerId::as_str).collect();
        format!("{} · {}", readers.join(" + "), self.now().format("%Y-%m-%d %H:%M UTC"))
    }

    pub(crate) fn myself(&self) -> Result<&Officer, Error> {
        self.state.officers.get(self.id()).ok_or(Error::IdentityForeign)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // First this: it has the index open, and goes on with the next session.
        self.writing = None;
        if self.broken.is_none() && self.position.size() > 0 {
            self.stores.remember(&self.keyring.me, &self.position);
            let _ = self.outside.keep(&self.position.head(), Durable::Now);
        }
        // Only spares the next unlock some reading.
        if self.unsaved >= WORTH_KEEPING && self.broken.is_none() {
            let _ = self.save();
        }
    }
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session({})", self.keyring.me)
    }
}
