//! Copies of sealed objects that lie elsewhere: of a shared vault, on its workstation, so that an object is not fetched each time
//! that it is opened.
//!
//! ```text
//! cache/xx/<id>      a copy: the sealed bytes as they were put, and after them which object of the bucket they are
//! cache/tmp/<name>   a copy that is being made; its maker holds a lock on it
//! cache/keep/<name>  objects that somebody asked to be kept, one id a line
//! cache/limit        bytes that all of it may take, where that was set
//! cache/used         bytes that all of it takes, as it was last reckoned
//! cache/altered      how many copies were thrown away because they were not what was sealed
//! cache/lock         held while one makes room or puts a copy in its place
//! ```
//!
//! Nothing here is believed. Which object there is, and its head, say those who hold it; a copy is read as what they give is,
//! against the key that the log names, and one that does not open is thrown away ([`Cache::distrust`]). A cache that cannot be
//! written or read is none: it never keeps anybody from reading an object where it lies.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::time::SystemTime;

use rustix::fs::{FlockOperation, Timespec, Timestamps, UTIME_NOW, UTIME_OMIT, flock, futimens};
use seal::{ObjectId, ReadAt, WriteAt as _};

use crate::root::is_shard;
use crate::{Error, Root};

const FOLDER: &str = "cache";
const TMP: &str = "cache/tmp";
const KEEP: &str = "cache/keep";
const LOCK: &str = "cache/lock";
const LIMIT: &str = "cache/limit";
const USED: &str = "cache/used";
const ALTERED: &str = "cache/altered";

/// Begins what stands behind the bytes of a copy.
const FOOTER: &[u8; 16] = b"zegel sealed co\n";
/// How long that is.
const FOOTER_LENGTH: u64 = 16 + 32;
/// What a cache may take where nobody said how much, in bytes.
const USUAL_LIMIT: u64 = 10 << 30;
/// The part of the disk that is then left free.
const LEFT_FREE: u64 = 10;
/// Where room is made, so much more of the limit is made free: else the whole folder would be looked at for each new copy.
const MARGIN: u64 = 10;
/// The longest list of objects to keep, in bytes: two million.
const LONGEST_LIST: u64 = 64 << 20;
/// The longest number that is read.
const LONGEST_NUMBER: u64 = 32;

/// Copies in the folder of a workstation. Several processes may use the same ones.
#[derive(Clone, Debug)]
pub struct Cache {
    root: Root,
}

/// How a cache stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheStanding {
    /// Bytes that it takes on the disk.
    pub bytes: u64,
    /// Objects of which it has a copy.
    pub copies: u64,
    /// Bytes that it may take; none at all where it is off.
    pub limit: u64,
    /// Whether somebody said how much; else it goes by the disk.
    pub is_set: bool,
    /// Copies that were thrown away because they were not what was sealed.
    pub altered: u64,
}

/// What became of an object that was to be brought here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brought {
    /// It is here already.
    Here,
    /// It was fetched: so many bytes.
    Fetched(u64),
    /// There is no room for it.
    NoRoom,
    /// There is no such object.
    Missing,
}

/// Which object of the bucket it is, in its version there: what was put again under the same name is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheKey {
    id: ObjectId,
    length: u64,
    print: [u8; 32],
}

impl CacheKey {
    /// Of an object of this length, of which those who hold it say this: its version, and where its parts lie.
    pub fn new(id: &ObjectId, length: u64, said: &str) -> CacheKey {
        let print = seal::sha256(format!("zegel cache 1\n{id}\n{length}\n{said}").as_bytes());
        CacheKey { id: id.clone(), length, print }
    }

    pub fn id(&self) -> &ObjectId {
        &self.id
    }

    pub fn length(&self) -> u64 {
        self.length
    }

    /// Bytes that a copy takes.
    fn size(&self) -> u64 {
        self.length.saturating_add(FOOTER_LENGTH)
    }

    fn footer(&self) -> Vec<u8> {
        [&FOOTER[..], &self.print[..]].concat()
    }
}

/// A copy, to be read from any place in it.
#[derive(Debug)]
pub struct ObjectCopy {
    file: File,
    length: u64,
}

impl ReadAt for ObjectCopy {
    fn len(&self) -> io::Result<u64> {
        Ok(self.length)
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        let most = usize::try_from(self.length.saturating_sub(at)).unwrap_or(usize::MAX).min(into.len());
        ReadAt::read_at(&self.file, into.get_mut(..most).unwrap_or_default(), at)
    }
}

/// A copy that is being made. Dropped before it is finished, it is none.
#[derive(Debug)]
pub struct NewCopy {
    cache: Cache,
    file: File,
    name: String,
    key: CacheKey,
    is_finished: bool,
}

impl NewCopy {
    /// Writes bytes of the object at their place.
    ///
    /// # Errors
    /// Why they cannot be written: then there will be no copy.
    pub fn write_at(&self, bytes: &[u8], at: u64) -> Result<(), Error> {
        self.file.write_all_at(bytes, at).map_err(|e| Error::io(FOLDER, e))
    }

    /// All of its bytes are written: from now on there is a copy.
    ///
    /// # Errors
    /// Why there is none.
    pub fn finish(mut self) -> Result<(), Error> {
        self.write_at(&self.key.footer(), self.key.length)?;
        let _lock = self.cache.lock()?;
        let place = place(&self.key.id);
        self.cache.root.make_folder(&shard(&self.key.id))?;
        let before = self.cache.size_of(&place);
        self.cache.root.rename(&self.name, &place)?;
        self.is_finished = true;
        self.cache.take_off(before);
        Ok(())
    }
}

impl Drop for NewCopy {
    fn drop(&mut self) {
        if self.is_finished {
            return;
        }
        if let Ok(_lock) = self.cache.lock() {
            let _ = self.cache.root.remove(&self.name);
            self.cache.take_off(self.key.size());
        }
    }
}

/// A copy as it lies there.
struct Found {
    id: ObjectId,
    size: u64,
    used: SystemTime,
}

/// All that lies there.
struct Looked {
    copies: Vec<Found>,
    /// Bytes, with copies that are being made.
    bytes: u64,
}

impl Cache {
    /// In the folder of a workstation. Its own folders are made when something is written.
    pub fn new(root: Root) -> Cache {
        Cache { root }
    }

    /// The copy of an object, if there is one of just this object. It counts as used now.
    pub fn copy(&self, key: &CacheKey) -> Option<ObjectCopy> {
        let file = self.root.file(&place(&key.id), u64::MAX).ok()??;
        let mut footer = vec![0; key.footer().len()];
        let is_it = file.metadata().is_ok_and(|found| found.len() == key.size())
            && ReadAt::read_at(&file, &mut footer, key.length).is_ok_and(|read| read == footer.len())
            && footer == key.footer();
        if !is_it {
            // Of what was there before under this name.
            self.forget(&key.id);
            return None;
        }
        let omit = Timespec { tv_sec: 0, tv_nsec: UTIME_OMIT as _ };
        let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW as _ };
        // Where that cannot be noted, it goes earlier than it would.
        let _ = futimens(&file, &Timestamps { last_access: omit, last_modification: now });
        Some(ObjectCopy { file, length: key.length })
    }

    /// How long the copy of an object is, in bytes; none where there is none.
    pub fn has(&self, id: &ObjectId) -> Option<u64> {
        let size = self.size_of(&place(id));
        size.checked_sub(FOOTER_LENGTH)
    }

    /// Begins a copy, for which room is made: copies that were not used for the longest time go first, and those that somebody
    /// asked to be kept never. None: there is no room, or nothing can be written.
    pub fn begin(&self, key: &CacheKey) -> Option<NewCopy> {
        self.began(key).ok().flatten()
    }

    fn began(&self, key: &CacheKey) -> Result<Option<NewCopy>, Error> {
        // Where it is off, not even its folder is made.
        if self.number(LIMIT) == Some(0) {
            return Ok(None);
        }
        let _lock = self.lock()?;
        let used = if self.clear_dead()? { None } else { self.number(USED) };
        let used = used.map_or_else(|| self.look().map(|looked| looked.bytes), Ok)?;
        let limit = self.limit(used).0;
        let Some(used) = self.room(used, key.size(), limit)? else { return Ok(None) };
        let name = format!("{TMP}/{}", seal::random_id());
        let file = self.root.create(&name)?;
        flock(&file, FlockOperation::NonBlockingLockExclusive).map_err(|e| Error::io(FOLDER, e.into()))?;
        // As long as it will be, so that all of it is counted.
        if let Err(error) = file.set_len(key.size()) {
            let _there = self.root.remove(&name)?;
            return Err(Error::io(FOLDER, error));
        }
        self.write_number(USED, used.saturating_add(key.size()))?;
        Ok(Some(NewCopy { cache: self.clone(), file, name, key: key.clone(), is_finished: false }))
    }

    /// Makes room for so many bytes; gives what is used then. None: there is none to be made.
    fn room(&self, used: u64, size: u64, limit: u64) -> Result<Option<u64>, Error> {
        if size > limit {
            return Ok(None);
        }
        if used.saturating_add(size) <= limit {
            return Ok(Some(used));
        }
        let Looked { mut copies, mut bytes } = self.look()?;
        let kept = self.all_kept()?;
        copies.retain(|copy| !kept.contains(&copy.id));
        let may_go: u64 = copies.iter().map(|copy| copy.size).sum();
        if bytes.saturating_sub(may_go).saturating_add(size) > limit {
            self.write_number(USED, bytes)?;
            return Ok(None);
        }
        copies.sort_by_key(|copy| copy.used);
        for copy in copies {
            if bytes.saturating_add(size) <= limit - limit / MARGIN {
                break;
            }
            if self.root.remove(&place(&copy.id))? {
                bytes = bytes.saturating_sub(copy.size);
            }
        }
        self.write_number(USED, bytes)?;
        Ok((bytes.saturating_add(size) <= limit).then_some(bytes))
    }

    /// Removes the copy of an object; says whether there was one.
    pub fn forget(&self, id: &ObjectId) -> bool {
        self.forgotten(id).unwrap_or(false)
    }

    fn forgotten(&self, id: &ObjectId) -> Result<bool, Error> {
        if self.root.folder(FOLDER)?.is_none() {
            return Ok(false);
        }
        let _lock = self.lock()?;
        let size = self.size_of(&place(id));
        let there = self.root.remove(&place(id))?;
        self.take_off(size);
        Ok(there)
    }

    /// Throws away the copy of an object, which was not what was sealed, and remembers that there was one.
    pub fn distrust(&self, id: &ObjectId) {
        if self.forget(id)
            && let Ok(_lock) = self.lock()
        {
            // Where it cannot be written, it is not said.
            let _ = self.write_number(ALTERED, self.number(ALTERED).unwrap_or_default().saturating_add(1));
        }
    }

    /// How it stands: looks at all that lies there.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn standing(&self) -> Result<CacheStanding, Error> {
        let looked = if self.root.folder(FOLDER)?.is_some() && self.root.is_writable() {
            let _lock = self.lock()?;
            let looked = self.look()?;
            self.write_number(USED, looked.bytes)?;
            looked
        } else {
            self.look()?
        };
        let (limit, is_set) = self.limit(looked.bytes);
        let (bytes, copies) = (looked.bytes, looked.copies.len() as u64);
        Ok(CacheStanding { bytes, copies, limit, is_set, altered: self.altered() })
    }

    /// How many copies were thrown away because they were not what was sealed.
    pub fn altered(&self) -> u64 {
        self.number(ALTERED).unwrap_or_default()
    }

    /// The objects that it has copies of.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn copies(&self) -> Result<Vec<ObjectId>, Error> {
        Ok(self.look()?.copies.into_iter().map(|copy| copy.id).collect())
    }

    /// Sets how many bytes it may take, 0 turns it off; none: it goes by the disk. What is too much goes at once, what
    /// somebody asked to be kept last.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_limit(&self, limit: Option<u64>) -> Result<(), Error> {
        let _lock = self.lock()?;
        match limit {
            Some(limit) => self.write_number(LIMIT, limit)?,
            None => {
                let _there = self.root.remove(LIMIT)?;
            }
        }
        let Looked { mut copies, mut bytes } = self.look()?;
        let limit = self.limit(bytes).0;
        let kept = self.all_kept()?;
        copies.sort_by_key(|copy| (kept.contains(&copy.id), copy.used));
        for copy in copies {
            if bytes <= limit {
                break;
            }
            if self.root.remove(&place(&copy.id))? {
                bytes = bytes.saturating_sub(copy.size);
            }
        }
        self.write_number(USED, bytes)
    }

    /// Removes all copies, and what it remembers of those that were thrown away. What is to be kept stays to be kept. Gives how
    /// many bytes that made free.
    ///
    /// # Errors
    /// When they cannot be removed.
    pub fn empty(&self) -> Result<u64, Error> {
        if self.root.folder(FOLDER)?.is_none() {
            return Ok(0);
        }
        let _lock = self.lock()?;
        self.clear_dead()?;
        let mut freed = 0;
        for copy in self.look()?.copies {
            if self.root.remove(&place(&copy.id))? {
                freed += copy.size;
            }
        }
        for folder in self.shards()? {
            self.root.remove_empty(&folder);
        }
        let _there = self.root.remove(ALTERED)?;
        self.write_number(USED, self.look()?.bytes)?;
        Ok(freed)
    }

    /// Says which objects somebody asked to be kept, in the place of those before. `name` is one that a file can have.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&self, name: &str, ids: &[ObjectId]) -> Result<(), Error> {
        let _lock = self.lock()?;
        let list = format!("{KEEP}/{name}");
        if ids.is_empty() {
            let _there = self.root.remove(&list)?;
            return Ok(());
        }
        let lines: Vec<&str> = ids.iter().map(ObjectId::as_str).collect();
        self.root.write(&list, lines.join("\n").as_bytes())
    }

    /// The objects that somebody asked to be kept.
    ///
    /// # Errors
    /// When that cannot be read.
    pub fn kept(&self, name: &str) -> Result<Vec<ObjectId>, Error> {
        let list = self.root.read(&format!("{KEEP}/{name}"), LONGEST_LIST)?.unwrap_or_default();
        // A line that is no id keeps nothing.
        let lines = list.split(|byte| *byte == b'\n').filter_map(|line| std::str::from_utf8(line).ok());
        Ok(lines.filter_map(|line| ObjectId::parse(line).ok()).collect())
    }

    fn all_kept(&self) -> Result<BTreeSet<ObjectId>, Error> {
        let mut kept = BTreeSet::new();
        for entry in self.root.entries(KEEP)?.into_iter().filter(|entry| entry.regular) {
            kept.extend(self.kept(&entry.name)?);
        }
        Ok(kept)
    }

    /// What it may take when it takes so much, and whether somebody said so.
    fn limit(&self, used: u64) -> (u64, bool) {
        if let Some(limit) = self.number(LIMIT) {
            return (limit, true);
        }
        let by_disk = self.root.space().map(|(free, all)| used.saturating_add(free).saturating_sub(all / LEFT_FREE));
        (USUAL_LIMIT.min(by_disk.unwrap_or(0)), false)
    }

    fn shards(&self) -> Result<Vec<String>, Error> {
        let entries = self.root.entries(FOLDER)?.into_iter().filter(|entry| is_shard(&entry.name));
        Ok(entries.map(|entry| format!("{FOLDER}/{}", entry.name)).collect())
    }

    fn look(&self) -> Result<Looked, Error> {
        let mut looked = Looked { copies: Vec::new(), bytes: 0 };
        for shard in self.shards()? {
            for entry in self.root.entries(&shard)?.into_iter().filter(|entry| entry.regular) {
                let Ok(id) = ObjectId::parse(&entry.name) else { continue };
                let Some(found) = self.root.file(&place(&id), u64::MAX)?.and_then(|file| file.metadata().ok()) else {
                    continue;
                };
                looked.bytes += found.len();
                let used = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                looked.copies.push(Found { id, size: found.len(), used });
            }
        }
        for entry in self.root.entries(TMP)?.into_iter().filter(|entry| entry.regular) {
            looked.bytes += self.size_of(&format!("{TMP}/{}", entry.name));
        }
        Ok(looked)
    }

    /// Removes copies whose makers died; says whether there were any.
    fn clear_dead(&self) -> Result<bool, Error> {
        let mut were = false;
        for entry in self.root.entries(TMP)?.into_iter().filter(|entry| entry.regular) {
            let name = format!("{TMP}/{}", entry.name);
            let Some(file) = self.root.file(&name, u64::MAX)? else { continue };
            if flock(&file, FlockOperation::NonBlockingLockExclusive).is_ok() {
                were |= self.root.remove(&name)?;
            }
        }
        Ok(were)
    }

    fn size_of(&self, name: &str) -> u64 {
        let found = self.root.file(name, u64::MAX).ok().flatten().and_then(|file| file.metadata().ok());
        found.map_or(0, |found| found.len())
    }

    /// Nobody else makes room or puts a copy in its place as long as this is kept.
    fn lock(&self) -> Result<File, Error> {
        for folder in [FOLDER, TMP, KEEP] {
            self.root.make_folder(folder)?;
        }
        let lock = self.root.lockable(LOCK)?;
        flock(&lock, FlockOperation::LockExclusive).map_err(|e| Error::io(FOLDER, e.into()))?;
        Ok(lock)
    }

    /// So many bytes are used no more. Where that cannot be told, all is looked at the next time.
    fn take_off(&self, bytes: u64) {
        let told = self.number(USED).map(|used| self.write_number(USED, used.saturating_sub(bytes)));
        if !matches!(told, Some(Ok(()))) {
            let _ = self.root.remove(USED);
        }
    }

    fn number(&self, name: &str) -> Option<u64> {
        std::str::from_utf8(&self.root.read(name, LONGEST_NUMBER).ok()??).ok()?.trim().parse().ok()
    }

    fn write_number(&self, name: &str, number: u64) -> Result<(), Error> {
        self.root.write_soon(name, number.to_string().as_bytes())
    }
}

fn shard(id: &ObjectId) -> String {
    let two: String = id.as_str().chars().take(2).collect();
    format!("{FOLDER}/{two}")
}

fn place(id: &ObjectId) -> String {
    format!("{}/{id}", shard(id))
}
