//! Objects in a folder: `objects/xx/<id>.age`, with their texts as `<id>.text`, drafts and notes under `objects/tmp/`.
//!
//! What is removed are regular files of these patterns and nothing else.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};
use seal::{Flow, ObjectId, ReadAt, WriteAt};

use crate::heads;
use crate::root::{DRAFT, Root, is_shard};
use crate::{Error, Headed, Heads, Held, LONGEST_TEXT, LeftOver, ObjectStore};

pub(crate) const WHAT: &str = "objects";
const TMP: &str = "objects/tmp";
const LOCK: &str = "objects/tmp/lock";
/// Ends the name of a note of intent.
const INTENT: &str = "filing";
/// Ends the name of a note of heads.
const HEADS: &str = "heads";
/// Ends the name of what is kept next to an object: its text.
const TEXT: &str = "text";
const HEADING: &str = "objects/tmp/heading";
/// Who begins to write goes through here; who waits to be alone shuts it.
const GATE: &str = "objects/tmp/gate";
/// The longest note that is read, in bytes: a batch has some hundred objects, of 27 bytes each.
const LONGEST_NOTE: u64 = 4 << 20;
/// How often a folder that goes is made again.
const TRIES: usize = 8;
/// How long one waits between two looks whether everybody has done writing.
const LOOK: Duration = Duration::from_millis(10);
/// For so many looks the gate is shut, and then open for as many: somebody may write something very large, and others must not
/// wait for that.
const TURN: u32 = 500;
/// After so many looks it is given up.
const PATIENCE: u32 = 60 * TURN;
/// From how many objects on one sync of the whole file system is cheaper than one for each file.
const MANY: usize = 8;

/// The `objects` folder of a vault.
#[derive(Clone, Debug)]
pub struct FolderObjects {
    root: Root,
}

impl FolderObjects {
    /// In the folder of a vault. Its own folders are made when something is written.
    pub fn new(root: Root) -> FolderObjects {
        FolderObjects { root }
    }

    /// Who writes holds a shared lock on it, who collects an exclusive one; the system lets go of those of a process that died.
    fn lock(&self) -> Result<File, Error> {
        self.root.make_folder(WHAT)?;
        self.root.make_folder(TMP)?;
        self.root.lockable(LOCK)
    }

    /// The right to be alone with the objects, for a moment: nobody writes, and a process that wants to waits. Waits for those who do,
    /// and comes to its turn however many they are. `goes_on` is asked before each look.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; [`Error::Busy`] when its turn did not come in some minutes; when the place cannot be written.
    pub fn alone(&self, goes_on: &mut dyn FnMut() -> Flow) -> Result<Held, Error> {
        let lock = self.lock()?;
        let gate = self.root.lockable(GATE)?;
        let is_taken = |file: &File| flock(file, FlockOperation::NonBlockingLockExclusive).is_ok();
        let mut is_shut = false;
        for look in 0..PATIENCE {
            if goes_on() == Flow::Stop {
                return Err(Error::Cancelled);
            }
            if look % (2 * TURN) < TURN {
                is_shut = is_shut || is_taken(&gate);
            } else if is_shut {
                flock(&gate, FlockOperation::Unlock).map_err(|e| Error::io(WHAT, e.into()))?;
                is_shut = false;
            }
            if is_taken(&lock) {
                return Ok(Box::new((lock, gate)));
            }
            std::thread::sleep(LOOK);
        }
        Err(Error::Busy)
    }

    /// The draft of an object, for a place elsewhere that it is put in from here.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has its name; when it cannot be read.
    pub fn drafted(&self, id: &ObjectId) -> Result<Option<File>, Error> {
        self.root.file(&draft(id), u64::MAX)
    }

    /// As [`FolderObjects::drafted`], of the text of an object.
    ///
    /// # Errors
    /// As [`FolderObjects::drafted`].
    pub fn drafted_text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        self.root.read(&draft_text(id), LONGEST_TEXT)
    }

    fn sync_drafts(&self, ids: &[ObjectId]) -> Result<(), Error> {
        if ids.len() >= MANY {
            return self.root.sync_all();
        }
        for id in ids {
            let file = self.root.file(&draft(id), u64::MAX)?;
            file.ok_or(io::ErrorKind::NotFound.into())
                .and_then(|file| file.sync_all())
                .map_err(|e| Error::io(WHAT, e))?;
            if let Some(text) = self.root.file(&draft_text(id), u64::MAX)? {
                text.sync_all().map_err(|e| Error::io(WHAT, e))?;
            }
        }
        Ok(())
    }

    fn move_drafts(&self, ids: &[ObjectId], moved: &mut Vec<ObjectId>) -> Result<(), Error> {
        self.sync_drafts(ids)?;
        let shards: BTreeSet<String> = ids.iter().map(shard).collect();
        for shard in &shards {
            self.root.make_folder(shard)?;
        }
        for id in ids {
            if !self.move_draft(id)? {
                return Err(Error::Exists(id.to_string()));
            }
            moved.push(id.clone());
            self.move_text(id)?;
        }
        if shards.len() < MANY {
            for shard in &shards {
                self.root.sync(shard)?;
            }
            self.root.sync(WHAT)
        } else {
            self.root.sync_all()
        }
    }

    /// Gives a draft its place, unless it is taken. Another process may have found the folder of the place empty meanwhile,
    /// and have taken it away: it is made again.
    fn move_draft(&self, id: &ObjectId) -> Result<bool, Error> {
        for _ in 0..TRIES {
            match self.root.rename_new(&draft(id), &place(id)) {
                Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                    self.root.make_folder(&shard(id))?;
                }
                moved => return moved,
            }
        }
        self.root.rename_new(&draft(id), &place(id))
    }

    /// Gives the draft of a text its place next to its object, which is there; where there is no such draft there is no text.
    fn move_text(&self, id: &ObjectId) -> Result<(), Error> {
        match self.root.rename_new(&draft_text(id), &text_place(id)) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Error::Exists(id.to_string())),
            Err(Error::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The head that is noted for an object, where one is.
    fn noted_head(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        for left in self.left_over()? {
            let LeftOver::Heads(batch) = &left else { continue };
            let noted = self.noted_heads(batch)?.unwrap_or_default();
            if let Some((_, head)) = noted.into_iter().find(|(noted, _)| noted == id) {
                return Ok(Some(head));
            }
        }
        Ok(None)
    }

    /// Folders in which nothing is left, of what was broken off.
    fn clear_empty(&self) -> Result<(), Error> {
        for entry in self.root.entries(WHAT)?.into_iter().filter(|entry| is_shard(&entry.name)) {
            self.root.remove_empty(&format!("{WHAT}/{}", entry.name));
        }
        Ok(())
    }
}

impl ObjectStore for FolderObjects {
    fn writing(&self) -> Result<Held, Error> {
        let lock = self.lock()?;
        let wait = |file: &File| flock(file, FlockOperation::LockShared).map_err(|e| Error::io(WHAT, e.into()));
        let gate = self.root.lockable(GATE)?;
        wait(&gate)?;
        wait(&lock)?;
        Ok(Box::new(lock))
    }

    fn collecting(&self) -> Result<Option<Held>, Error> {
        let lock = self.lock()?;
        Ok(flock(&lock, FlockOperation::NonBlockingLockExclusive).is_ok().then(|| Box::new(lock) as Held))
    }

    fn draft(&self, id: &ObjectId) -> Result<Box<dyn WriteAt>, Error> {
        let _ = self.root.remove(&draft(id));
        let _ = self.root.remove(&draft_text(id));
        Ok(Box::new(self.root.create(&draft(id))?))
    }

    fn draft_text(&self, id: &ObjectId, sealed: &[u8]) -> Result<(), Error> {
        let _ = self.root.remove(&draft_text(id));
        self.root.create(&draft_text(id))?.write_all_at(sealed, 0).map_err(|e| Error::io(WHAT, e))
    }

    fn text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        match self.root.read(&text_place(id), LONGEST_TEXT) {
            // No text of ours is that long.
            Err(Error::Altered { flaw: "size", .. }) => Ok(None),
            other => other,
        }
    }

    fn drop_drafts(&self, ids: &[ObjectId]) {
        for id in ids {
            let _ = self.root.remove(&draft(id));
            let _ = self.root.remove(&draft_text(id));
        }
    }

    fn put(&self, ids: &[ObjectId]) -> Result<(), Error> {
        let mut moved = Vec::with_capacity(ids.len());
        let put = self.move_drafts(ids, &mut moved);
        if put.is_err() {
            for id in &moved {
                let _ = self.root.remove(&place(id));
                let _ = self.root.remove(&text_place(id));
            }
            ids.iter().for_each(|id| self.root.remove_empty(&shard(id)));
        }
        put
    }

    fn open(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, Error> {
        let Some(object) = self.root.file(&place(id), u64::MAX)? else { return Ok(None) };
        Ok(Some(match self.noted_head(id)? {
            Some(head) => Box::new(Headed { head, object }),
            None => Box::new(object),
        }))
    }

    fn remove(&self, id: &ObjectId) -> Result<bool, Error> {
        let there = self.root.remove(&place(id))?;
        // Also where a process died between the two.
        let text = self.root.remove(&text_place(id))?;
        if there || text {
            // What cannot be made durable is removed again by the collection that finds it.
            let _ = self.root.sync(&shard(id));
            self.root.remove_empty(&shard(id));
        }
        Ok(there)
    }

    fn list(&self, after: Option<&ObjectId>, limit: usize) -> Result<Vec<ObjectId>, Error> {
        let mut shards: Vec<String> = self.root.entries(WHAT)?.into_iter().map(|entry| entry.name).collect();
        shards.retain(|name| name.len() == 2 && after.is_none_or(|after| after.as_str().get(..2) <= Some(name)));
        shards.sort();
        let mut found = Vec::new();
        for name in shards {
            let entries = self.root.entries(&format!("{WHAT}/{name}"))?;
            let ours = entries.into_iter().filter(|entry| entry.regular && entry.name.starts_with(&name));
            let mut ids: Vec<ObjectId> =
                ours.filter_map(|entry| ObjectId::parse(entry.name.strip_suffix(".age")?).ok()).collect();
            ids.retain(|id| after.is_none_or(|after| after < id));
            ids.sort();
            found.extend(ids);
            if found.len() >= limit {
                break;
            }
        }
        found.truncate(limit);
        Ok(found)
    }

    fn note(&self, batch: &str, text: &[u8]) -> Result<(), Error> {
        self.root.write(&intent(batch), text)
    }

    fn noted(&self, batch: &str) -> Result<Option<Vec<u8>>, Error> {
        match self.root.read(&intent(batch), LONGEST_NOTE) {
            // Nobody's note is that long: what it says is not believed.
            Err(Error::Altered { flaw: "size", .. }) => Ok(None),
            other => other,
        }
    }

    fn heading(&self) -> Result<Option<Held>, Error> {
        self.root.make_folder(WHAT)?;
        self.root.make_folder(TMP)?;
        let lock = self.root.lockable(HEADING)?;
        Ok(flock(&lock, FlockOperation::NonBlockingLockExclusive).is_ok().then(|| Box::new(lock) as Held))
    }

    fn note_heads(&self, batch: &str, heads: &Heads) -> Result<(), Error> {
        self.root.write(&heads_of(batch), &heads::note(heads))
    }

    fn noted_heads(&self, batch: &str) -> Result<Option<Heads>, Error> {
        match self.root.read(&heads_of(batch), LONGEST_NOTE) {
            Err(Error::Altered { flaw: "size", .. }) => Ok(None),
            other => Ok(other?.and_then(|note| heads::read_note(&note))),
        }
    }

    fn put_heads(&self, heads: &Heads) -> Result<(), Error> {
        let mut changed = Vec::with_capacity(heads.len());
        for (id, head) in heads {
            let Some(object) = self.root.file_to_change(&place(id))? else { continue };
            let length = object.metadata().map_err(|e| Error::io(WHAT, e))?.len();
            if length >= head.len() as u64 {
                object.write_all_at(head, 0).map_err(|e| Error::io(WHAT, e))?;
                changed.push(object);
            }
        }
        if changed.len() >= MANY {
            return self.root.sync_all();
        }
        changed.iter().try_for_each(|object| object.sync_data().map_err(|e| Error::io(WHAT, e)))
    }

    fn left_over(&self) -> Result<Vec<LeftOver>, Error> {
        let entries = self.root.entries(TMP)?;
        let mut left: Vec<LeftOver> =
            entries.into_iter().filter(|entry| entry.regular).filter_map(|entry| left_over(&entry.name)).collect();
        // A draft and that of its text are one.
        left.sort();
        left.dedup();
        Ok(left)
    }

    fn clear(&self, left: &LeftOver) -> Result<bool, Error> {
        match left {
            LeftOver::Note(batch) => {
                self.clear_empty()?;
                self.root.remove(&intent(batch))
            }
            LeftOver::Draft(id) => {
                let text = self.root.remove(&draft_text(id))?;
                Ok(self.root.remove(&draft(id))? || text)
            }
            LeftOver::Heads(batch) => self.root.remove(&heads_of(batch)),
            LeftOver::Unfinished(name) => self.root.remove(&format!("{TMP}/{name}")),
        }
    }
}

fn shard(id: &ObjectId) -> String {
    let two: String = id.as_str().chars().take(2).collect();
    format!("{WHAT}/{two}")
}

/// Where an object lies in the folder of its vault.
pub fn place(id: &ObjectId) -> String {
    format!("{}/{id}.age", shard(id))
}

/// Where the text of an object lies, where it has one.
pub fn text_place(id: &ObjectId) -> String {
    format!("{}/{id}.{TEXT}", shard(id))
}

/// Whether a file in `objects/tmp` has the name of one that the program puts there.
pub fn is_of_tmp(name: &str) -> bool {
    is_lock(name) || left_over(name).is_some()
}

/// Whether it has the name of one that is locked and never written, and stays for good.
pub fn is_lock(name: &str) -> bool {
    let is = |lock: &str| lock.strip_prefix(TMP).is_some_and(|lock| lock.trim_start_matches('/') == name);
    is(LOCK) || is(HEADING) || is(GATE)
}

fn draft(id: &ObjectId) -> String {
    format!("{TMP}/{id}.age")
}

fn draft_text(id: &ObjectId) -> String {
    format!("{TMP}/{id}.{TEXT}")
}

fn intent(batch: &str) -> String {
    format!("{TMP}/{batch}.{INTENT}")
}

fn heads_of(batch: &str) -> String {
    format!("{TMP}/{batch}.{HEADS}")
}

/// Whether a file in `objects/tmp` is a note of broken-off work, without which what lies there would not be settled: an intent,
/// or new heads.
pub fn is_note(name: &str) -> bool {
    matches!(left_over(name), Some(LeftOver::Note(_) | LeftOver::Heads(_)))
}

/// What a file in `tmp` is: a draft of an object, a note, noted heads, a draft of a note; none of ours.
fn left_over(name: &str) -> Option<LeftOver> {
    if name.starts_with(DRAFT) {
        return Some(LeftOver::Unfinished(name.to_owned()));
    }
    let (id, ending) = name.rsplit_once('.')?;
    let id = ObjectId::parse(id).ok()?;
    match ending {
        "age" | TEXT => Some(LeftOver::Draft(id)),
        INTENT => Some(LeftOver::Note(id.to_string())),
        HEADS => Some(LeftOver::Heads(id.to_string())),
        _ => None,
    }
}
