//! The two servers of a shared vault as a workstation reaches them: what the database promises (a comparison of the head, rights
//! that end with their connection, a count of collections that fences late writers), without the database.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard};

use ledger::conformance::Life;
use ledger::merkle::{NodeAt, Nodes};
use ledger::{
    Access, Check, Counts, Error as LogError, Hash, Head, Ledger, LogStore, LogView, MemoryLog, StoredEntry, VaultId,
};
use objects::{Error, Held, MemoryObjects, ObjectStore as _};
use seal::ObjectId;
use testkit::Hand;

use super::bucket::{Drafts, Sent};
use super::held::Put;
use super::network::{Fate, Network};

/// How often a message is sent again before it is given up.
pub const TRIES: usize = 3;

/// What the servers have, and what is on its way to them.
pub struct Servers {
    log: Mutex<MemoryLog>,
    pub objects: MemoryObjects,
    rest: Mutex<Rest>,
    /// The clock of the store.
    pub clock: Hand,
}

#[derive(Default)]
pub struct Rest {
    /// How often somebody began to collect garbage.
    pub collections: u64,
    pub collectors: usize,
    /// What is on its way to the bucket, given up by its sender or sent once more.
    pub on_the_way: Vec<Sent>,
    /// How much of it arrived late.
    pub arrived: usize,
    /// When each note was put, in seconds since 1970.
    pub noted: BTreeMap<String, i64>,
    /// All objects that were ever put, each time that there was none of its name, and in which step.
    pub ever: BTreeMap<ObjectId, Vec<(usize, Put)>>,
    pub step: usize,
    /// Appends that their senders gave up.
    late: Vec<Append>,
    pub lie: Option<Lie>,
    /// Rights to write objects, by workstation and number: the server's part of them, until the connection breaks.
    pub rights: BTreeMap<(usize, u64), Held>,
    pub next_right: u64,
}

/// What a server pretends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// That the log ends earlier.
    EndsAt(u64),
    /// That an entry says something else.
    Alters(u64),
    /// That there is no object.
    Withholds,
}

#[derive(Clone)]
struct Append {
    expected: Head,
    entries: Vec<StoredEntry>,
    nodes: Vec<(NodeAt, Hash)>,
    fence: Option<u64>,
}

enum Outcome {
    Added,
    Moved(Head),
    Swept,
}

impl Servers {
    pub fn new(log: MemoryLog, clock: Hand) -> Servers {
        Servers { log: Mutex::new(log), objects: MemoryObjects::new(), rest: Mutex::default(), clock }
    }

    pub fn rest(&self) -> MutexGuard<'_, Rest> {
        self.rest.lock().expect("nobody panics with it")
    }

    /// The log itself.
    pub fn log(&self, access: Access) -> MemoryLog {
        self.log.lock().expect("nobody panics with it").with_access(access)
    }

    /// Another log takes its place, as where an older copy is put back and goes on.
    pub fn put_back(&self, log: MemoryLog) -> MemoryLog {
        std::mem::replace(&mut *self.log.lock().expect("nobody panics with it"), log)
    }

    pub fn set_lie(&self, lie: Option<Lie>) {
        self.rest().lie = lie;
    }

    /// What was given up arrives now. Says whether any of it was added.
    pub fn late_messages_arrive(&self) -> bool {
        let late = std::mem::take(&mut self.rest().late);
        late.iter().fold(false, |added, append| added | matches!(self.append(append), Ok(Outcome::Added)))
    }

    fn append(&self, append: &Append) -> Result<Outcome, LogError> {
        let mut log = self.log(Access::ReadWrite);
        let head = Ledger::on(Box::new(log.with_access(Access::ReadOnly))).head()?;
        if head != append.expected {
            return Ok(Outcome::Moved(head));
        }
        let rest = self.rest();
        if append.fence.is_some_and(|fence| rest.collectors > 0 || fence != rest.collections) {
            return Ok(Outcome::Swept);
        }
        drop(rest);
        match log.append(&append.expected, &append.entries, &append.nodes) {
            Ok(()) => Ok(Outcome::Added),
            Err(LogError::Moved(head)) => Ok(Outcome::Moved(head)),
            Err(error) => Err(error),
        }
    }
}

/// What is left out of what keeps a vault whole, to see that it is missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Without {
    /// A collection knows of the log what was read of it last.
    pub refresh: bool,
    /// Nobody counts messages that had no answer.
    pub unanswered: bool,
}

impl Without {
    /// What `ZEGEL_WITHOUT` names: `refresh`, `unanswered`.
    pub fn said() -> Without {
        let said = std::env::var("ZEGEL_WITHOUT").unwrap_or_default();
        Without { refresh: said.contains("refresh"), unanswered: said.contains("unanswered") }
    }
}

/// A life that ends so many steps after an entry was added.
pub type AtEntry = Arc<Mutex<Option<(Life, u64)>>>;

/// A workstation's way to the servers.
#[derive(Clone)]
pub struct Way {
    pub station: usize,
    pub servers: Arc<Servers>,
    pub network: Arc<Network>,
    /// Drafts lie on the workstation.
    pub drafts: Arc<Drafts>,
    /// How many messages that change something had no answer.
    pub unanswered: Arc<AtomicU64>,
    /// The count of collections when each of the rights to write began that somebody here believes to have.
    pub writes: Arc<Mutex<BTreeMap<u64, u64>>>,
    pub at_entry: AtEntry,
    pub without: Without,
}

impl Way {
    pub fn new(station: usize, servers: Arc<Servers>, network: Arc<Network>) -> Way {
        let (drafts, unanswered, writes, at_entry) = (Arc::default(), Arc::default(), Arc::default(), Arc::default());
        Way { station, servers, network, drafts, unanswered, writes, at_entry, without: Without::default() }
    }

    pub fn without(self, without: Without) -> Way {
        Way { without, ..self }
    }

    /// Another process of the same workstation.
    pub fn of_another_process(&self) -> Way {
        Way { writes: Arc::default(), unanswered: Arc::default(), at_entry: Arc::default(), ..self.clone() }
    }

    /// What becomes of the next message, which is this. A connection that breaks may take others along: the rights that depend on them
    /// end, and somebody may collect before that is noticed here.
    pub fn fate(&self, what: &'static str) -> Fate {
        if let Some(roll) = self.network.trouble().filter(|roll| roll.is_multiple_of(5)) {
            self.servers.one_arrives(roll / 5);
        }
        let fate = self.network.fate(self.station, what);
        if fate != Fate::Answered && self.network.one_in(3) {
            let station = self.station;
            let mut rest = self.servers.rest();
            let mine: Vec<_> = rest.rights.keys().copied().filter(|(of, _)| *of == station).collect();
            let ended: Vec<_> = mine.iter().map(|right| rest.rights.remove(right)).collect();
            drop(rest);
            drop(ended);
            if self.network.one_in(2) && matches!(self.servers.objects.collecting(), Ok(Some(_))) {
                self.servers.rest().collections += 1;
            }
        }
        fate
    }

    fn fence(&self) -> Option<u64> {
        self.writes.lock().expect("nobody panics with it").values().copied().min()
    }

    /// Asks for something that can be asked again.
    pub fn ask<T>(&self, what: &'static str, act: impl Fn(&Servers) -> T) -> Result<T, Broken> {
        for _ in 0..TRIES {
            match self.fate(what) {
                Fate::Answered => return Ok(act(&self.servers)),
                Fate::Unanswered => drop(act(&self.servers)),
                Fate::Lost | Fate::Late => {}
            }
        }
        Err(Broken)
    }
}

/// Nobody answers.
pub struct Broken;

impl From<Broken> for Error {
    fn from(_: Broken) -> Error {
        Error::Offline
    }
}

/// The log on the server, through the network.
pub struct Wire {
    way: Way,
    log: MemoryLog,
    access: Access,
}

impl Wire {
    /// # Errors
    /// When the server is not there.
    pub fn open(way: &Way, access: Access) -> Result<Wire, LogError> {
        let log = way.ask("open the log", |servers| servers.log(Access::ReadOnly)).map_err(|_| LogError::Offline)?;
        Ok(Wire { way: way.clone(), log, access })
    }

    fn append_there(&self, append: &Append) -> Result<Outcome, LogError> {
        let outcome = self.way.servers.append(append)?;
        if matches!(outcome, Outcome::Added)
            && let Some((life, steps)) = self.way.at_entry.lock().expect("nobody panics with it").take()
        {
            life.end_after(steps);
        }
        Ok(outcome)
    }

    fn are_there(&self, entries: &[StoredEntry]) -> Result<bool, LogError> {
        let view = self.view()?;
        for entry in entries {
            let there = view.entries(entry.position, 1, 1)?;
            if there.first().is_none_or(|there| there.body != entry.body || there.signatures != entry.signatures) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn unknown() -> LogError {
    LogError::Io("what became of an entry is not known".to_owned())
}

impl LogStore for Wire {
    fn vault(&self) -> &VaultId {
        self.log.vault()
    }

    fn access(&self) -> Access {
        self.access
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, LogError> {
        let log =
            self.way.ask("read the log", |servers| servers.log(Access::ReadOnly)).map_err(|_| LogError::Offline)?;
        let lie = self.way.servers.rest().lie;
        Ok(Box::new(Lying { log, lie }))
    }

    fn checker(&self) -> Result<Check, LogError> {
        self.log.checker()
    }

    fn reserve(&mut self) -> Result<(), LogError> {
        self.way.ask("reserve", |_| ()).map_err(|_| LogError::Offline)
    }

    fn release(&mut self) {}

    fn append(&mut self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), LogError> {
        let fence = self.way.fence();
        let append = Append { expected: *expected, entries: entries.to_vec(), nodes: nodes.to_vec(), fence };
        let mut is_doubtful = false;
        for _ in 0..TRIES {
            let outcome = match self.way.fate("append") {
                Fate::Answered => self.append_there(&append)?,
                Fate::Unanswered => {
                    let _ = self.append_there(&append)?;
                    is_doubtful = true;
                    continue;
                }
                Fate::Lost => {
                    is_doubtful = true;
                    continue;
                }
                Fate::Late => {
                    let times = 1 + usize::from(self.way.network.one_in(2));
                    self.way.servers.rest().late.extend(std::iter::repeat_n(append.clone(), times));
                    is_doubtful = true;
                    // Some have no more patience.
                    if self.way.network.one_in(2) {
                        return Err(unknown());
                    }
                    continue;
                }
            };
            return match outcome {
                Outcome::Added => Ok(()),
                Outcome::Moved(head) => {
                    let is_mine = is_doubtful && self.are_there(entries).map_err(|_| unknown())?;
                    if is_mine { Ok(()) } else { Err(LogError::Moved(head)) }
                }
                Outcome::Swept => Err(LogError::Busy),
            };
        }
        Err(unknown())
    }
}

/// A view of the log as the server shows it.
struct Lying {
    log: MemoryLog,
    lie: Option<Lie>,
}

impl Lying {
    fn shown(&self) -> Result<Box<dyn LogView + '_>, LogError> {
        self.log.view()
    }
}

impl Nodes for Lying {
    type Error = LogError;

    fn node(&self, at: NodeAt) -> Result<Hash, LogError> {
        self.shown()?.node(at)
    }
}

impl LogView for Lying {
    fn size(&self) -> Result<u64, LogError> {
        let size = self.shown()?.size()?;
        Ok(match self.lie {
            Some(Lie::EndsAt(end)) => size.min(end),
            Some(Lie::Alters(_) | Lie::Withholds) | None => size,
        })
    }

    fn entries(&self, from: u64, limit: usize, budget: usize) -> Result<Vec<StoredEntry>, LogError> {
        let mut entries = self.shown()?.entries(from, limit, budget)?;
        let size = self.size()?;
        entries.retain(|entry| entry.position < size);
        if let Some(Lie::Alters(at)) = self.lie
            && let Some(entry) = entries.iter_mut().find(|entry| entry.position == at)
            && let Some(byte) = entry.body.last_mut()
        {
            *byte ^= 1;
        }
        Ok(entries)
    }

    fn body(&self, position: u64) -> Result<Vec<u8>, LogError> {
        self.shown()?.body(position)
    }

    fn parts_for(&self, audience: &str) -> Result<Vec<(u64, Vec<u8>)>, LogError> {
        self.shown()?.parts_for(audience)
    }

    fn entries_for(&self, audience: &str, after: Option<u64>, size: u64, limit: usize) -> Result<Vec<u64>, LogError> {
        self.shown()?.entries_for(audience, after, size, limit)
    }

    fn nodes(&self, level: u8, places: Range<u64>) -> Result<Vec<(u64, Hash)>, LogError> {
        self.shown()?.nodes(level, places)
    }

    fn counts(&self) -> Result<Counts, LogError> {
        self.shown()?.counts()
    }

    fn check_storage(&self) -> Result<(), LogError> {
        self.shown()?.check_storage()
    }
}

/// A log of another vault, as a server may show it.
pub fn of_another_vault() -> MemoryLog {
    MemoryLog::new(VaultId::random())
}
