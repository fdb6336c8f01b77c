//! The folder of a backup: content by its hash, and the list that says what belongs to it.
//!
//! ```text
//! backup.txt            the list (see `manifest`): written last, as a whole
//! backup.lock           held while somebody writes or reads here
//! backup.part           what a run has copied that has not come to its end
//! content/ab/abcd…      a file of the vault, named by its SHA-256
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{DirBuilder, File};
use std::io::{self, Read};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use objects::Root;
use rustix::fs::{FlockOperation, flock};
use seal::{Flow, hex};

use super::manifest::{Item, Manifest, item, lines};
use crate::{BackupError, Error};

const MANIFEST: &str = "backup.txt";
const PART: &str = "backup.part";
const LOCK: &str = "backup.lock";
const CONTENT: &str = "content";
/// What is written and has no name yet. One run at a time writes here.
const DRAFT: &str = "content/.draft-file";
const LOG_DRAFT: &str = "content/.draft-log";
/// What SQLite may have left next to it.
const BESIDE: [&str; 4] = ["", "-journal", "-wal", "-shm"];
/// The longest list that is looked at, in bytes: some millions of files.
const LONGEST: u64 = 1 << 30;
const PIECE: usize = 1 << 20;

/// A folder of a backup, held open and locked.
pub(super) struct Shelf {
    root: Root,
    _lock: Option<File>,
    /// Its folder as it was found, where nobody had written a backup there.
    fresh: Option<Fresh>,
}

/// A folder in which nothing was before.
#[derive(Clone, Copy)]
enum Fresh {
    Made,
    Found,
}

impl Shelf {
    /// Opens a folder to write a backup to, and makes it if need be.
    ///
    /// # Errors
    /// [`BackupError::Stranger`] where something else lies there; [`Error::Busy`] where another run is at work.
    pub fn to_write(dir: &Path) -> Result<Shelf, Error> {
        let was_there = std::fs::symlink_metadata(dir).is_ok();
        DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(|e| match e.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => Error::NotAFolder,
            _ => Error::io("backup", e),
        })?;
        let root = Root::open(dir).map_err(|e| Error::io("backup", e))?;
        let names: BTreeSet<String> =
            root.entries(".").map_err(of_shelf)?.into_iter().map(|entry| entry.name).collect();
        let ours =
            |name: &&String| [MANIFEST, PART, LOCK, CONTENT].contains(&name.as_str()) || name.starts_with(".draft-");
        // Another folder of that name is none of ours: the lock is the first that is made here.
        let stranger =
            names.iter().find(|name| !ours(name)).or_else(|| names.first().filter(|_| !names.contains(LOCK)));
        if let Some(name) = stranger {
            return Err(BackupError::Stranger { name: name.clone() }.into());
        }
        let lock = root.lockable(LOCK).map_err(of_shelf)?;
        flock(&lock, FlockOperation::NonBlockingLockExclusive).map_err(|_| Error::Busy)?;
        root.make_folder(CONTENT).map_err(of_shelf)?;
        for left in names.iter().filter(|name| name.starts_with(".draft-")) {
            root.remove(left).map_err(of_shelf)?;
        }
        let fresh = names.is_empty().then_some(if was_there { Fresh::Found } else { Fresh::Made });
        Ok(Shelf { root, _lock: Some(lock), fresh })
    }

    /// Takes away what was made of a folder in which nothing was before and nothing was put: then nothing was changed. As far as it
    /// goes; what is left there is found by the next run.
    pub fn leave(self) {
        let Some(fresh) = self.fresh else { return };
        let path = self.root.path().to_owned();
        if std::fs::remove_dir(path.join(CONTENT)).is_err() {
            return;
        }
        let unlocked = self.root.remove(LOCK).is_ok();
        if unlocked && matches!(fresh, Fresh::Made) {
            let _ = std::fs::remove_dir(path);
        }
    }

    /// Opens the folder of a backup to read it.
    ///
    /// # Errors
    /// [`BackupError::NotABackup`]; [`Error::Busy`] where a run is at work.
    pub fn to_read(dir: &Path) -> Result<Shelf, Error> {
        let root = Root::open(dir).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => BackupError::NotABackup { found: "nothing" }.into(),
            io::ErrorKind::NotADirectory => BackupError::NotABackup { found: "file" }.into(),
            _ => Error::io("backup", e),
        })?;
        let lock = root.file(LOCK, u64::MAX).map_err(of_shelf)?;
        if let Some(lock) = &lock {
            flock(lock, FlockOperation::NonBlockingLockShared).map_err(|_| Error::Busy)?;
        }
        Ok(Shelf { root, _lock: lock, fresh: None })
    }

    /// Its real path.
    pub fn path(&self) -> &Path {
        self.root.path()
    }

    /// How many bytes it still takes.
    pub fn free(&self) -> Result<u64, Error> {
        self.root.free().map_err(of_shelf)
    }

    /// The list; none where no run has come to its end here.
    pub fn manifest(&self) -> Result<Option<Manifest>, Error> {
        let Some(bytes) = self.root.read(MANIFEST, LONGEST).map_err(of_shelf)? else { return Ok(None) };
        let text = String::from_utf8(bytes).ok();
        let manifest = text.and_then(|text| Manifest::parse(&text));
        manifest.map(Some).ok_or_else(|| altered(MANIFEST, "format"))
    }

    /// Whether a run has begun here that did not come to its end, and none has before.
    pub fn is_begun(&self) -> bool {
        self.root.folder(CONTENT).is_ok_and(|found| found.is_some())
    }

    /// Makes everything durable, and then the list: from now on this is the backup.
    pub fn finish(&self, manifest: &Manifest) -> Result<(), Error> {
        self.root.sync_all().map_err(of_shelf)?;
        self.root.write(MANIFEST, manifest.text().as_bytes()).map_err(of_shelf)?;
        self.root.remove(PART).map_err(of_shelf)?;
        self.clear(manifest)
    }

    /// What was copied by a run that did not come to its end. What is not read as that is nothing.
    pub fn part(&self) -> BTreeMap<String, Item> {
        let bytes = self.root.read(PART, LONGEST).ok().flatten().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default().lines().filter_map(item).collect()
    }

    /// Notes what was copied, once it is durable.
    pub fn note_part(&self, items: &BTreeMap<String, Item>) -> Result<(), Error> {
        self.root.sync_all().map_err(of_shelf)?;
        self.root.write(PART, lines(items).as_bytes()).map_err(of_shelf)
    }

    /// Whether content is there as it was put: it is read and held against its hash. What a disk lost meanwhile would else be noticed
    /// when the backup is needed.
    ///
    /// # Errors
    /// [`Error::Cancelled`]. What cannot be read is not there.
    pub fn holds(&self, item: &Item, goes_on: &mut dyn FnMut() -> Flow) -> Result<bool, Error> {
        match self.check(item, CONTENT, goes_on) {
            Err(Error::Cancelled) => Err(Error::Cancelled),
            read => Ok(read.is_ok()),
        }
    }

    /// Copies a file into the content. Gives hash and size.
    pub fn keep(&self, from: &mut dyn Read, what: &str, goes_on: &mut dyn FnMut() -> Flow) -> Result<Item, Error> {
        self.remove(DRAFT)?;
        let mut draft = self.root.create(DRAFT).map_err(of_shelf)?;
        let copied = copy(from, &mut draft, what, "backup", goes_on);
        let item = copied.inspect_err(|_| drop(self.root.remove(DRAFT)))?;
        self.name(DRAFT, &item)?;
        Ok(item)
    }

    /// Opens content to be copied out. `place`: what it is in the vault.
    pub fn open(&self, item: &Item, place: &str) -> Result<File, Error> {
        let flawed = |error| match error {
            objects::Error::Altered { flaw, .. } => altered(place, flaw),
            other => other.into(),
        };
        let file = self.root.file(&content(item), item.size).map_err(flawed)?;
        file.ok_or_else(|| altered(place, "missing"))
    }

    /// Reads content whole, and holds it against its hash.
    pub fn check(&self, item: &Item, place: &str, goes_on: &mut dyn FnMut() -> Flow) -> Result<(), Error> {
        let mut file = self.open(item, place)?;
        copied(item, place, &mut file, &mut io::sink(), place, goes_on)
    }

    /// The path of the log in the content, for SQLite. It was checked.
    pub fn log(&self, item: &Item) -> Result<PathBuf, Error> {
        self.root.sqlite(&content(item)).map_err(of_shelf)
    }

    /// A draft of the log: with what a former backup had of it, or not there yet. With whether what it had was altered, so that it is
    /// written again from its beginning.
    pub fn log_draft(
        &self,
        former: Option<&Item>,
        goes_on: &mut dyn FnMut() -> Flow,
    ) -> Result<(PathBuf, bool), Error> {
        let mut was_altered = false;
        for beside in BESIDE {
            self.remove(&format!("{LOG_DRAFT}{beside}"))?;
        }
        match former.map(|item| (item, self.open(item, LOG_DRAFT))) {
            Some((item, Ok(mut file))) => {
                let mut draft = self.root.create(LOG_DRAFT).map_err(of_shelf)?;
                match copied(item, LOG_DRAFT, &mut file, &mut draft, "backup", goes_on) {
                    Err(Error::Backup(_)) => {
                        was_altered = true;
                        self.root.remove(LOG_DRAFT).map_err(of_shelf)?;
                    }
                    other => other?,
                }
            }
            Some((_, Err(_))) => was_altered = true,
            None => {}
        }
        Ok((self.root.sqlite(LOG_DRAFT).map_err(of_shelf)?, was_altered))
    }

    /// Takes the draft of the log into the content.
    pub fn keep_log(&self, goes_on: &mut dyn FnMut() -> Flow) -> Result<Item, Error> {
        let mut file =
            self.root.file(LOG_DRAFT, u64::MAX).map_err(of_shelf)?.ok_or_else(|| altered(LOG_DRAFT, "missing"))?;
        let item = copy(&mut file, &mut io::sink(), "backup", "backup", goes_on)?;
        self.name(LOG_DRAFT, &item)?;
        Ok(item)
    }

    fn name(&self, draft: &str, item: &Item) -> Result<(), Error> {
        let name = content(item);
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.root.make_folder(folder).map_err(of_shelf)?;
        self.root.rename(draft, &name).map_err(of_shelf)
    }

    fn remove(&self, name: &str) -> Result<(), Error> {
        self.root.remove(name).map(drop).map_err(of_shelf)
    }

    /// Removes content that no list names any more. What is not named by a hash is nobody's, and stays.
    fn clear(&self, manifest: &Manifest) -> Result<(), Error> {
        let named: BTreeSet<String> = manifest.items.values().map(content).collect();
        for shard in self.root.entries(CONTENT).map_err(of_shelf)? {
            if shard.name.len() != 2 || shard.regular {
                continue;
            }
            let folder = format!("{CONTENT}/{}", shard.name);
            // What is no folder is nobody's either.
            for entry in self.root.entries(&folder).unwrap_or_default() {
                let name = format!("{folder}/{}", entry.name);
                if entry.regular && objects::unhex(&entry.name).is_some() && !named.contains(&name) {
                    self.root.remove(&name).map_err(of_shelf)?;
                }
            }
        }
        Ok(())
    }
}

/// Where content lies.
fn content(item: &Item) -> String {
    let hash = hex(&item.sha256);
    let two: String = hash.chars().take(2).collect();
    format!("{CONTENT}/{two}/{hash}")
}

/// Copies content and holds it against hash and size.
pub(super) fn copied(
    item: &Item,
    place: &str,
    from: &mut dyn Read,
    to: &mut dyn io::Write,
    what: &str,
    goes_on: &mut dyn FnMut() -> Flow,
) -> Result<(), Error> {
    let found = copy(from, to, place, what, goes_on)?;
    match (found.size == item.size, found.sha256 == item.sha256) {
        (true, true) => Ok(()),
        (false, _) => Err(altered(place, "size")),
        (true, false) => Err(altered(place, "content")),
    }
}

/// Copies and hashes. `from_what` and `to_what` are named in errors.
fn copy(
    from: &mut dyn Read,
    to: &mut dyn io::Write,
    from_what: &str,
    to_what: &str,
    goes_on: &mut dyn FnMut() -> Flow,
) -> Result<Item, Error> {
    let (mut hash, mut size) = (seal::Sha256::new(), 0_u64);
    let mut piece = vec![0; PIECE];
    loop {
        if goes_on() == Flow::Stop {
            return Err(Error::Cancelled);
        }
        let read = match from.read(&mut piece) {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map_err(|e| Error::io(from_what, e))?,
        };
        let bytes = piece.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(Item { sha256: hash.finish(), size, stamp: None });
        }
        hash.update(bytes);
        size += read as u64;
        to.write_all(bytes).map_err(|e| Error::io(to_what, e))?;
    }
}

fn altered(name: &str, flaw: &'static str) -> Error {
    BackupError::Altered { name: name.to_owned(), flaw }.into()
}

/// What is wrong in the folder of a backup is wrong there, and not in the vault.
fn of_shelf(error: objects::Error) -> Error {
    match error {
        objects::Error::Altered { name, flaw } => BackupError::Altered { name, flaw }.into(),
        other => other.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_in_which_nothing_was_put_is_left_as_it_was() {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let (new, found) = (temp.path().join("new"), temp.path().join("found"));
        std::fs::create_dir(&found).expect("a folder");
        for dir in [&new, &found] {
            Shelf::to_write(dir).expect("it is made").leave();
        }
        assert!(!new.exists());
        assert!(Shelf::to_write(&found).expect("nothing is in it").fresh.is_some());
        Shelf::to_write(&found).expect("it is begun").leave();
        assert!(found.join(LOCK).exists(), "what another run has begun stays");
    }
}
