//! Objects: the sealed documents on disk, and the order in which they come to be there.
//!
//! An object is written under `objects/tmp/`, made durable, and moved to its place; then comes the entry. Before anything is
//! moved, a note of intent names the objects of the batch, and those that they replace: which of them are the documents', the
//! log says. Whatever a killed process leaves behind is found by its note or
//! its draft, and swept by the next session once no process is filing: filing holds a shared lock on `objects/tmp/lock`,
//! sweeping an exclusive one.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};
use seal::{Flow, ObjectKey, Recipient, SealError, Sealed, seal_file};

use crate::doors::Object;
use crate::folder::{sync_folder, write_atomic};
use crate::ids::ObjectId;
use crate::requests::Source;
use crate::{DocumentId, Error};

const WHAT: &str = "objects";
const TMP: &str = "tmp";
const LOCK: &str = "lock";
/// Ends the name of a note of intent.
const INTENT: &str = "filing";
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
    root: PathBuf,
}

/// The right to write objects; as long as it lives nobody sweeps.
pub(crate) struct Filing {
    _lock: File,
    objects: Objects,
    intent: PathBuf,
    /// Sealed, and in `tmp`.
    drafts: Vec<ObjectId>,
    /// In their place, and to be removed once the entries are in the log that replace them.
    replaced: Vec<ObjectId>,
    left: bool,
}

impl Objects {
    pub fn new(root: PathBuf) -> Objects {
        Objects { root }
    }

    pub fn path(&self, id: &ObjectId) -> PathBuf {
        self.root.join(shard(id)).join(format!("{id}.age"))
    }

    fn tmp(&self) -> PathBuf {
        self.root.join(TMP)
    }

    fn draft(&self, id: &ObjectId) -> PathBuf {
        self.tmp().join(format!("{id}.age"))
    }

    fn lock(&self) -> Result<File, Error> {
        fs::create_dir_all(self.tmp()).map_err(failed)?;
        let path = self.tmp().join(LOCK);
        OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(failed)
    }

    /// The object of a document.
    pub fn open(&self, id: &ObjectId, document: &DocumentId) -> Result<Object, Error> {
        let file = File::open(self.path(id)).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => Error::ObjectMissing { document: document.to_string() },
            _ => Error::io(WHAT, e),
        })?;
        Ok(Object { id: id.clone(), file })
    }

    /// Begins a batch.
    pub fn begin(&self) -> Result<Filing, Error> {
        let lock = self.lock()?;
        flock(&lock, FlockOperation::LockShared).map_err(|e| failed(e.into()))?;
        let intent = self.tmp().join(format!("{}.{INTENT}", seal::random_id()));
        Ok(Filing { _lock: lock, objects: self.clone(), intent, drafts: Vec::new(), replaced: Vec::new(), left: false })
    }

    /// Removes what killed processes left behind, unless somebody is filing now. `filed` says which objects are those of
    /// documents, and is asked only once nobody else can file.
    ///
    /// # Errors
    /// When the folder cannot be read or written; what was not swept is swept later.
    pub fn sweep(&self, filed: impl FnOnce() -> Result<Box<dyn Fn(&ObjectId) -> bool>, Error>) -> Result<usize, Error> {
        let Ok(names) = fs::read_dir(self.tmp()) else { return Ok(0) };
        let names: Vec<PathBuf> = names
            .filter_map(|entry| entry.ok().map(|e| e.path()))
            .filter(|path| path.file_name().is_some_and(|name| name != LOCK))
            .collect();
        if names.is_empty() {
            return Ok(0);
        }
        let lock = self.lock()?;
        if flock(&lock, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Ok(0);
        }
        let filed = filed()?;
        let mut swept = 0;
        for path in &names {
            if path.extension().is_some_and(|e| e == INTENT) {
                for id in intended(path) {
                    if !filed(&id) && remove(&self.path(&id))? {
                        swept += 1;
                    }
                }
            }
        }
        for path in &names {
            swept += usize::from(remove(path)? && path.extension().is_some_and(|e| e == "age"));
        }
        Ok(swept)
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
        reader: &mut dyn Read,
        faults: &Faults,
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<Sealed, Error> {
        let id = ObjectId::parse(key.id())?;
        let path = self.objects.draft(&id);
        self.drafts.retain(|other| *other != id);
        let _ = fs::remove_file(&path);
        faults(Step::Writing).map_err(failed)?;
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path).map_err(failed)?;
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
        let names: Vec<&str> = self.drafts.iter().chain(&self.replaced).map(ObjectId::as_str).collect();
        write_atomic(&self.intent, names.join("\n").as_bytes()).map_err(failed)?;
        let shards: BTreeSet<String> = self.drafts.iter().map(shard).collect();
        for shard in &shards {
            fs::create_dir_all(self.objects.root.join(shard)).map_err(failed)?;
        }
        for id in &self.drafts {
            fs::rename(self.objects.draft(id), self.objects.path(id)).map_err(failed)?;
        }
        if shards.len() < MANY {
            for shard in &shards {
                sync_folder(&self.objects.root.join(shard)).map_err(failed)?;
            }
            sync_folder(&self.objects.root).map_err(failed)?;
        } else {
            self.sync_all()?;
        }
        faults(Step::Placed).map_err(failed)
    }

    /// Puts them back as drafts, to be sealed again: another process has renewed the key meanwhile.
    pub fn withdraw(&mut self) {
        for id in &self.drafts {
            let _ = fs::remove_file(self.objects.path(id));
            let _ = fs::remove_file(self.objects.draft(id));
        }
        let _ = fs::remove_file(&self.intent);
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
            gone &= remove(&self.objects.path(&old)).is_ok();
            let _ = sync_folder(&self.objects.root.join(shard(&old)));
            faults(Step::Replaced).map_err(failed)?;
        }
        if gone {
            let _ = fs::remove_file(&self.intent);
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
            return self.sync_all();
        }
        for id in &self.drafts {
            File::open(self.objects.draft(id)).and_then(|file| file.sync_all()).map_err(failed)?;
        }
        Ok(())
    }

    fn sync_all(&self) -> Result<(), Error> {
        let folder = File::open(&self.objects.root).map_err(failed)?;
        rustix::fs::syncfs(&folder).map_err(|e| failed(e.into()))
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
    id.as_str().chars().take(2).collect()
}

/// Opens a source from its start.
fn read(source: &Source) -> Result<Box<dyn Read + '_>, Error> {
    let unreadable = |e| Error::Io { what: "document".to_owned(), source: e };
    match source {
        Source::Path(path) => {
            let file = File::open(path).map_err(unreadable)?;
            if !file.metadata().map_err(unreadable)?.is_file() {
                return Err(unreadable(io::ErrorKind::InvalidInput.into()));
            }
            Ok(Box::new(file))
        }
        Source::File(file) => {
            let mut file = file;
            io::Seek::rewind(&mut file).map_err(unreadable)?;
            Ok(Box::new(file))
        }
        Source::Bytes(bytes) => Ok(Box::new(bytes.as_slice())),
    }
}

fn intended(note: &Path) -> Vec<ObjectId> {
    let text = fs::read_to_string(note).unwrap_or_default();
    text.lines().filter_map(|line| ObjectId::parse(line).ok()).collect()
}

/// Whether there was something to remove.
fn remove(path: &Path) -> Result<bool, Error> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(e) => Err(failed(e)),
    }
}

fn failed(error: io::Error) -> Error {
    Error::io(WHAT, error)
}
