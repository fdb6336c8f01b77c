//! Objects: the sealed documents on disk, and the order in which they are put in place.
//!
//! An object is written under `objects/tmp/`, made durable, and moved to its place; then the entry is written. Before
//! anything is moved, a note of intent names the batch, the head of the log that it rests on, the objects of the batch,
//! and those that they replace. The log says which of them belong to the documents. What a killed process leaves behind
//! is found by its note or its draft, and the next session removes it once no process is filing: filing holds a shared
//! lock on `objects/tmp/lock`, sweeping an exclusive one.
//!
//! A sweep removes regular files of these patterns and nothing else. A note is believed only under the name of its batch,
//! and only if the log begins with the head that it names: with a log that was put back, every object would look left
//! over.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};

use ledger::Head;
use registry::ObjectId;
use rustix::fs::{FlockOperation, flock};
use seal::{Flow, ObjectKey, Recipient, SealError, Sealed, seal_file};

use crate::doors::{Object, hex};
use crate::given::open_given;
use crate::requests::Source;
use crate::root::{DRAFT, Root, extension, unhex};
use crate::{DocumentId, Error};

const WHAT: &str = "objects";
const TMP: &str = "objects/tmp";
const LOCK: &str = "objects/tmp/lock";
/// Ends the name of a note of intent.
const INTENT: &str = "filing";
/// Begins the text of one.
const NOTE: &str = "zegel filing 1";
/// The longest that is read, in bytes: a batch has some hundred objects, of 27 bytes each.
const LONGEST_NOTE: u64 = 4 << 20;
/// From how many objects on one sync of the whole file system is cheaper than one for each file.
const MANY: usize = 8;

/// A place where writing can be made to fail, for tests: see [`Faults`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An object is about to be written.
    Writing,
    /// The objects of a batch are sealed and not yet in their place.
    Sealed,
    /// They are in their place, without an entry.
    Placed,
    /// Their entries are in the log.
    Recorded,
    /// A desk that takes the place of one of another version is written beside it.
    DeskWritten,
    /// It is in its place.
    DeskRenewed,
    /// An object that one of them replaces is gone.
    Replaced,
}

/// What goes wrong on purpose. Real vaults have none.
pub type Faults = dyn Fn(Step) -> io::Result<()> + Send + Sync;

/// The `objects` folder.
#[derive(Clone, Debug)]
pub(crate) struct Objects {
    root: Root,
}

/// What a note of intent says.
struct Intent {
    /// The size and the root of the log that the batch rests on.
    head: Head,
    objects: Vec<ObjectId>,
}

/// What a sweep asks of the log, once nobody else can file.
pub(crate) trait Log {
    /// Whether the log begins with this head.
    fn begins_with(&self, head: &Head) -> bool;
    /// Whether this is the object of a document.
    fn holds(&self, object: &ObjectId) -> bool;
}

/// The right to write objects; as long as it lives nobody sweeps.
pub(crate) struct Filing {
    _lock: File,
    objects: Objects,
    batch: String,
    head: Head,
    /// Sealed, and in `tmp`.
    drafts: Vec<ObjectId>,
    /// In their place, and to be removed once the entries are in the log that replace them.
    replaced: Vec<ObjectId>,
    left: bool,
}

impl Objects {
    pub fn new(root: Root) -> Objects {
        Objects { root }
    }

    fn lock(&self) -> Result<File, Error> {
        self.root.make_folder(WHAT)?;
        self.root.make_folder(TMP)?;
        self.root.lockable(LOCK)
    }

    /// The object of a document.
    pub fn open(&self, id: &ObjectId, document: &DocumentId) -> Result<Object, Error> {
        let file = self.root.file(&place(id), u64::MAX)?;
        let file = file.ok_or_else(|| Error::ObjectMissing { document: document.to_string() })?;
        Ok(Object { id: id.clone(), file })
    }

    /// Begins a batch that rests on the log as far as `head`.
    pub fn begin(&self, head: Head) -> Result<Filing, Error> {
        let lock = self.lock()?;
        flock(&lock, FlockOperation::LockShared).map_err(|e| failed(e.into()))?;
        let (objects, batch) = (self.clone(), seal::random_id());
        Ok(Filing { _lock: lock, objects, batch, head, drafts: Vec::new(), replaced: Vec::new(), left: false })
    }

    /// Removes what killed processes left behind, unless somebody is filing now. `log` is asked for only once nobody else can
    /// file.
    ///
    /// # Errors
    /// [`Error::FolderAltered`]; when the folder cannot be read or written: what was not swept is swept later.
    pub fn sweep<L: Log>(&self, log: impl FnOnce() -> Result<L, Error>) -> Result<usize, Error> {
        let entries = self.root.entries(TMP)?;
        let ours = entries.into_iter().filter(|entry| entry.regular && left_over(&entry.name));
        let names: Vec<String> = ours.map(|entry| entry.name).collect();
        if names.is_empty() {
            return Ok(0);
        }
        let lock = self.lock()?;
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Ok(0);
        }
        let log = log()?;
        let mut swept = 0;
        for name in &names {
            if let Some(intent) = self.intent(name)? {
                if !log.begins_with(&intent.head) {
                    // Kept for a log that goes as far.
                    continue;
                }
                for id in intent.objects.iter().filter(|id| !log.holds(id)) {
                    swept += usize::from(self.root.remove(&place(id))?);
                }
            }
            let removed = self.root.remove(&format!("{TMP}/{name}"))?;
            swept += usize::from(removed && extension(name) == Some("age"));
        }
        Ok(swept)
    }

    /// What a note of intent says; nothing if it is none, or not under the name of its batch.
    fn intent(&self, name: &str) -> Result<Option<Intent>, Error> {
        let Some(batch) = name.strip_suffix(INTENT).and_then(|name| name.strip_suffix('.')) else { return Ok(None) };
        match self.root.read(&format!("{TMP}/{name}"), LONGEST_NOTE) {
            Ok(bytes) => Ok(bytes.and_then(|bytes| Intent::read(&bytes, batch))),
            // Nobody's note is that long: it goes, and what it says is not believed.
            Err(Error::FolderAltered { flaw: "size", .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Intent {
    fn read(bytes: &[u8], batch: &str) -> Option<Intent> {
        let mut lines = std::str::from_utf8(bytes).ok()?.lines();
        if lines.next()? != NOTE || lines.next()? != batch {
            return None;
        }
        let size = lines.next()?.parse().ok()?;
        let root = unhex(lines.next()?)?;
        let objects = lines.map(|line| ObjectId::parse(line).ok()).collect::<Option<_>>()?;
        Some(Intent { head: Head { size, root: ledger::Hash(root) }, objects })
    }
}

impl Filing {
    /// Seals one document as a draft.
    ///
    /// # Errors
    /// [`Error::Cancelled`], [`Error::DiskFull`], or why it could not be read or written.
    pub fn seal(
        &mut self,
        key: &ObjectKey,
        to: &Recipient,
        source: &Source,
        faults: &Faults,
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<Sealed, Error> {
        self.seal_from(key, to, &mut *read(source)?, faults, progress)
    }

    /// As [`Filing::seal`], from what is open already.
    ///
    /// # Errors
    /// As [`Filing::seal`].
    pub fn seal_from(
        &mut self,
        key: &ObjectKey,
        to: &Recipient,
        reader: &mut (dyn Read + Send),
        faults: &Faults,
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<Sealed, Error> {
        let id = ObjectId::parse(key.id())?;
        self.drafts.retain(|other| *other != id);
        let _ = self.objects.root.remove(&draft(&id));
        faults(Step::Writing).map_err(failed)?;
        let file = self.objects.root.create(&draft(&id))?;
        self.drafts.push(id);
        seal_file(key, to, reader, &file, progress).map_err(|error| match error {
            SealError::Cancelled => Error::Cancelled,
            SealError::Read(e) => Error::Io { what: "document".to_owned(), source: e },
            SealError::Write(e) => Error::io(WHAT, e),
            other => Error::io(WHAT, io::Error::other(other)),
        })
    }

    /// Says that an object is replaced by one of this batch: it goes when the batch is kept, and stays when it is not.
    pub fn replaces(&mut self, old: ObjectId) {
        self.replaced.push(old);
    }

    /// Makes the drafts durable and moves them to their place.
    ///
    /// # Errors
    /// [`Error::DiskFull`], or why it could not be done; then dropping this removes all of them.
    pub fn place(&mut self, faults: &Faults) -> Result<(), Error> {
        self.sync_drafts()?;
        faults(Step::Sealed).map_err(failed)?;
        let root = &self.objects.root;
        let mut note = format!("{NOTE}\n{}\n{}\n{}\n", self.batch, self.head.size, hex(&self.head.root.0));
        for id in self.drafts.iter().chain(&self.replaced) {
            note.push_str(id.as_str());
            note.push('\n');
        }
        root.write(&self.intent(), note.as_bytes())?;
        let shards: BTreeSet<String> = self.drafts.iter().map(shard).collect();
        for shard in &shards {
            root.make_folder(shard)?;
        }
        for id in &self.drafts {
            root.rename(&draft(id), &place(id))?;
        }
        if shards.len() < MANY {
            for shard in &shards {
                root.sync(shard)?;
            }
            root.sync(WHAT)?;
        } else {
            root.sync_all()?;
        }
        faults(Step::Placed).map_err(failed)
    }

    fn intent(&self) -> String {
        format!("{TMP}/{}.{INTENT}", self.batch)
    }

    /// Puts them back as drafts, to be sealed again: another process has renewed the key meanwhile.
    pub fn withdraw(&mut self) {
        for id in &self.drafts {
            let _ = self.objects.root.remove(&place(id));
            let _ = self.objects.root.remove(&draft(id));
        }
        let _ = self.objects.root.remove(&self.intent());
        self.drafts.clear();
    }

    /// The entries are in the log: the objects stay, and those that they replace go. What cannot be removed now is left to
    /// the next sweep, with the note of intent.
    ///
    /// # Errors
    /// Those of `faults`.
    pub fn keep(&mut self, faults: &Faults) -> Result<(), Error> {
        self.drafts.clear();
        self.left = true;
        let mut gone = true;
        for old in std::mem::take(&mut self.replaced) {
            gone &= self.objects.root.remove(&place(&old)).is_ok();
            let _ = self.objects.root.sync(&shard(&old));
            faults(Step::Replaced).map_err(failed)?;
        }
        if gone {
            let _ = self.objects.root.remove(&self.intent());
        }
        Ok(())
    }

    /// The entries are in the log, and something else went wrong: nothing of it is taken back.
    pub fn kept(&mut self, error: Error) -> Error {
        self.left = true;
        error
    }

    /// Leaves everything as it is, with the note of intent: the next sweep asks the log which objects stay.
    pub fn leave(&mut self) {
        self.left = true;
    }

    fn sync_drafts(&self) -> Result<(), Error> {
        if self.drafts.len() >= MANY {
            return self.objects.root.sync_all();
        }
        for id in &self.drafts {
            let file = self.objects.root.file(&draft(id), u64::MAX)?;
            file.ok_or(io::ErrorKind::NotFound.into()).and_then(|file| file.sync_all()).map_err(failed)?;
        }
        Ok(())
    }
}

impl Drop for Filing {
    fn drop(&mut self) {
        if !self.left {
            self.withdraw();
        }
    }
}

fn shard(id: &ObjectId) -> String {
    let two: String = id.as_str().chars().take(2).collect();
    format!("{WHAT}/{two}")
}

pub(crate) fn place(id: &ObjectId) -> String {
    format!("{}/{id}.age", shard(id))
}

fn draft(id: &ObjectId) -> String {
    format!("{TMP}/{id}.age")
}

/// Whether a file in `tmp` is one that a killed process left there: a draft of an object, a note, a draft of a note.
fn left_over(name: &str) -> bool {
    match name.rsplit_once('.') {
        _ if name.starts_with(DRAFT) => true,
        Some((id, "age" | INTENT)) => ObjectId::parse(id).is_ok(),
        _ => false,
    }
}

/// Opens a source from its start.
fn read(source: &Source) -> Result<Box<dyn Read + Send + '_>, Error> {
    let unreadable = |e| Error::Io { what: "document".to_owned(), source: e };
    match source {
        Source::Path(path) => Ok(Box::new(open_given(path)?)),
        Source::File(file) => {
            let mut file = file;
            io::Seek::rewind(&mut file).map_err(unreadable)?;
            Ok(Box::new(file))
        }
        Source::Bytes(bytes) => Ok(Box::new(bytes.as_slice())),
    }
}

fn failed(error: io::Error) -> Error {
    Error::io(WHAT, error)
}
