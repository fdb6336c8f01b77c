//! The bucket of a shared vault as a workstation reaches it: a message may be lost, with its answer or without, and one that had no answer
//! may arrive later, once more, and after others.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard};

use objects::{Error, Heads, Held, LeftOver, ObjectStore};
use seal::{ObjectId, ReadAt, WriteAt};

use super::held::Put;
use super::network::Fate;
use super::servers::{Broken, Lie, Servers, TRIES, Way};

/// How long after it was sent a message still counts, in seconds: the store refuses one that was signed earlier.
const SIGNED: i64 = 900;
/// How long the note of a batch stays of which something may still arrive.
pub const LATE: i64 = 3600;

/// What is to become otherwise in the bucket.
#[derive(Clone)]
pub enum Change {
    /// In which step it was written counts, and not when it arrives.
    Put {
        id: ObjectId,
        step: usize,
        bytes: Put,
        text: Option<Vec<u8>>,
    },
    Remove(ObjectId),
    Note {
        batch: String,
        text: Vec<u8>,
    },
    NoteHeads {
        batch: String,
        heads: Heads,
    },
    PutHeads(Heads),
    Clear(LeftOver),
}

impl Change {
    /// What a script calls it.
    fn name(&self) -> &'static str {
        match self {
            Change::Put { .. } => "put",
            Change::Remove(_) => "remove",
            Change::Note { .. } => "note",
            Change::NoteHeads { .. } => "note heads",
            Change::PutHeads(_) => "put heads",
            Change::Clear(_) => "clear",
        }
    }
}

/// A change on its way, and when it was sent.
pub struct Sent {
    change: Change,
    at: i64,
}

impl Servers {
    fn now(&self) -> i64 {
        self.clock.now().timestamp()
    }

    /// Says whether there was anything, where that is what one asks.
    fn change(&self, change: &Change) -> Result<bool, Error> {
        match change {
            Change::Put { id, step, bytes, text } => self.put(id, *step, bytes, text.as_deref()),
            Change::Remove(id) => self.objects.remove(id),
            Change::Note { batch, text } => {
                self.rest().noted.insert(batch.clone(), self.now());
                self.objects.note(batch, text).map(|()| true)
            }
            Change::NoteHeads { batch, heads } => self.objects.note_heads(batch, heads).map(|()| true),
            Change::PutHeads(heads) => self.objects.put_heads(heads).map(|()| true),
            Change::Clear(left) => self.objects.clear(left),
        }
    }

    /// Where there is nothing. What is there may be of an earlier try, whose answer was lost: then it is this very object.
    fn put(&self, id: &ObjectId, step: usize, bytes: &Put, text: Option<&[u8]>) -> Result<bool, Error> {
        if self.objects.open(id)?.is_some() {
            let is_mine = self.rest().ever.get(id).and_then(|put| put.last()).is_some_and(|(_, there)| there == bytes);
            return if is_mine { Ok(true) } else { Err(Error::Exists(id.to_string())) };
        }
        self.objects.draft(id)?.write_all_at(bytes, 0).map_err(|error| Error::io("objects", error))?;
        if let Some(text) = text {
            self.objects.draft_text(id, text)?;
        }
        self.rest().ever.entry(id.clone()).or_default().push((step, bytes.clone()));
        self.objects.put(std::slice::from_ref(id)).map(|()| true)
    }

    /// One of the messages that nobody waits for arrives now, no matter which was sent first.
    pub fn one_arrives(&self, roll: u64) {
        let mut rest = self.rest();
        let many = rest.on_the_way.len() as u64;
        if many == 0 {
            return;
        }
        let sent = rest.on_the_way.swap_remove((roll % many) as usize);
        let counts = self.now() - sent.at <= SIGNED;
        rest.arrived += usize::from(counts);
        drop(rest);
        if counts {
            // Whatever comes of it, nobody hears.
            let _ = self.change(&sent.change);
        }
    }

    /// All of them arrive.
    pub fn all_arrive(&self, mut roll: impl FnMut() -> u64) {
        while !self.rest().on_the_way.is_empty() {
            self.one_arrives(roll());
        }
    }
}

/// Drafts of a workstation.
#[derive(Default)]
pub struct Drafts(Mutex<BTreeMap<ObjectId, Draft>>);

#[derive(Clone, Default)]
struct Draft {
    bytes: Arc<Mutex<Vec<u8>>>,
    text: Option<Vec<u8>>,
}

impl Drafts {
    fn all(&self) -> MutexGuard<'_, BTreeMap<ObjectId, Draft>> {
        self.0.lock().expect("nobody panics with it")
    }

    /// Which there are.
    pub fn left_over(&self) -> Vec<ObjectId> {
        self.all().keys().cloned().collect()
    }
}

impl WriteAt for Draft {
    fn written(&self) -> io::Result<u64> {
        Ok(self.bytes.lock().expect("nobody panics with it").len() as u64)
    }

    fn write_all_at(&self, bytes: &[u8], at: u64) -> io::Result<()> {
        let mut held = self.bytes.lock().expect("nobody panics with it");
        let from = usize::try_from(at).expect("it is short");
        let end = from + bytes.len();
        if held.len() < end {
            held.resize(end, 0);
        }
        held[from..end].copy_from_slice(bytes);
        Ok(())
    }
}

/// The bucket, through the network.
pub struct Bucket(pub Way);

impl Bucket {
    /// Sends a change until it is answered, or given up.
    fn send(&self, change: Change) -> Result<bool, Error> {
        let Way { servers, network, .. } = &self.0;
        for _ in 0..TRIES {
            match self.0.fate(change.name()) {
                Fate::Answered => return servers.change(&change),
                Fate::Unanswered => drop(servers.change(&change)),
                Fate::Lost => {}
                Fate::Late => {
                    for _ in 0..1 + usize::from(network.one_in(2)) {
                        let sent = Sent { change: change.clone(), at: servers.now() };
                        servers.rest().on_the_way.push(sent);
                    }
                }
            }
            self.0.unanswered.fetch_add(1, Ordering::SeqCst);
            // Some have no more patience.
            if network.one_in(3) {
                break;
            }
        }
        Err(Broken.into())
    }

    fn ask<T>(&self, what: &'static str, act: impl Fn(&Servers) -> Result<T, Error>) -> Result<T, Error> {
        self.0.ask(what, act).unwrap_or_else(|broken| Err(broken.into()))
    }
}

impl std::fmt::Debug for Bucket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Bucket({})", self.0.station)
    }
}

/// A right to write, as somebody believes to have it.
struct Writes {
    way: Way,
    right: u64,
}

impl Drop for Writes {
    fn drop(&mut self) {
        self.way.writes.lock().expect("nobody panics with it").remove(&self.right);
        let right = self.way.servers.rest().rights.remove(&(self.way.station, self.right));
        drop(right);
    }
}

struct Collects {
    servers: Arc<Servers>,
    _held: Held,
}

impl Drop for Collects {
    fn drop(&mut self) {
        self.servers.rest().collectors -= 1;
    }
}

impl ObjectStore for Bucket {
    fn writing(&self) -> Result<Held, Error> {
        self.ask("writing", |_| Ok(()))?;
        // One who collects goes on until he has done.
        while self.0.servers.rest().collectors > 0 {
            if !self.0.network.turns.give_way() {
                return Err(Error::Busy);
            }
        }
        let held = self.0.servers.objects.writing()?;
        let mut rest = self.0.servers.rest();
        let (right, count) = (rest.next_right, rest.collections);
        rest.next_right += 1;
        rest.rights.insert((self.0.station, right), held);
        drop(rest);
        self.0.writes.lock().expect("nobody panics with it").insert(right, count);
        Ok(Box::new(Writes { way: self.0.clone(), right }))
    }

    fn collecting(&self) -> Result<Option<Held>, Error> {
        self.ask("collecting", |_| Ok(()))?;
        let Some(held) = self.0.servers.objects.collecting()? else { return Ok(None) };
        let mut rest = self.0.servers.rest();
        rest.collections += 1;
        rest.collectors += 1;
        Ok(Some(Box::new(Collects { servers: self.0.servers.clone(), _held: held })))
    }

    fn draft(&self, id: &ObjectId) -> Result<Box<dyn WriteAt>, Error> {
        let draft = Draft::default();
        self.0.drafts.all().insert(id.clone(), draft.clone());
        Ok(Box::new(draft))
    }

    fn draft_text(&self, id: &ObjectId, sealed: &[u8]) -> Result<(), Error> {
        self.0.drafts.all().entry(id.clone()).or_default().text = Some(sealed.to_vec());
        Ok(())
    }

    fn drop_drafts(&self, ids: &[ObjectId]) {
        self.0.drafts.all().retain(|id, _| !ids.contains(id));
    }

    fn text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        self.ask("text", |servers| servers.objects.text(id))
    }

    fn put(&self, ids: &[ObjectId]) -> Result<(), Error> {
        for id in ids {
            let draft = self.0.drafts.all().get(id).cloned();
            let Draft { bytes, text } = draft.ok_or_else(|| Error::io("objects", io::ErrorKind::NotFound.into()))?;
            let bytes: Put = bytes.lock().expect("nobody panics with it").as_slice().into();
            let step = self.0.servers.rest().step;
            self.send(Change::Put { id: id.clone(), step, bytes, text })?;
        }
        self.drop_drafts(ids);
        Ok(())
    }

    fn open(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, Error> {
        if self.0.servers.rest().lie == Some(Lie::Withholds) {
            return Ok(None);
        }
        self.ask("open", |servers| servers.objects.open(id))
    }

    fn remove(&self, id: &ObjectId) -> Result<bool, Error> {
        self.send(Change::Remove(id.clone()))
    }

    fn list(&self, after: Option<&ObjectId>, limit: usize) -> Result<Vec<ObjectId>, Error> {
        self.ask("list", |servers| servers.objects.list(after, limit))
    }

    fn note(&self, batch: &str, text: &[u8]) -> Result<(), Error> {
        self.send(Change::Note { batch: batch.to_owned(), text: text.to_vec() }).map(drop)
    }

    fn comes_late(&self) -> bool {
        true
    }

    fn unanswered(&self) -> u64 {
        if self.0.without.unanswered { 0 } else { self.0.unanswered.load(Ordering::SeqCst) }
    }

    fn is_over(&self, batch: &str) -> Result<bool, Error> {
        self.ask("age of a note", |servers| {
            let noted = servers.rest().noted.get(batch).copied();
            Ok(noted.is_none_or(|noted| servers.now() - noted >= LATE))
        })
    }

    fn belongings(&self) -> Result<BTreeSet<ObjectId>, Error> {
        Ok(BTreeSet::new())
    }

    fn noted(&self, batch: &str) -> Result<Option<Vec<u8>>, Error> {
        self.ask("read a note", |servers| servers.objects.noted(batch))
    }

    fn heading(&self) -> Result<Option<Held>, Error> {
        self.ask("heading", |_| Ok(()))?;
        self.0.servers.objects.heading()
    }

    fn note_heads(&self, batch: &str, heads: &Heads) -> Result<(), Error> {
        self.send(Change::NoteHeads { batch: batch.to_owned(), heads: heads.clone() }).map(drop)
    }

    fn noted_heads(&self, batch: &str) -> Result<Option<Heads>, Error> {
        self.ask("read noted heads", |servers| servers.objects.noted_heads(batch))
    }

    fn put_heads(&self, heads: &Heads) -> Result<(), Error> {
        self.send(Change::PutHeads(heads.clone())).map(drop)
    }

    fn left_over(&self) -> Result<Vec<LeftOver>, Error> {
        let mut left = self.ask("left over", |servers| servers.objects.left_over())?;
        left.extend(self.0.drafts.left_over().into_iter().map(LeftOver::Draft));
        Ok(left)
    }

    fn clear(&self, left: &LeftOver) -> Result<bool, Error> {
        match left {
            LeftOver::Draft(id) => Ok(self.0.drafts.all().remove(id).is_some()),
            LeftOver::Note(_) | LeftOver::Heads(_) | LeftOver::Unfinished(_) => self.send(Change::Clear(left.clone())),
        }
    }
}
