//! The SQLCipher file.

use std::fs::{File, OpenOptions, Permissions};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ledger::Position;
use rusqlite::{Connection, OpenFlags};
use rustix::fs::{FlockOperation, OFlags, flock, statfs};
use seal::PartKey;
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

use super::pages::PAGE;
use super::{Change, IndexError, memory, search, trees};
use super::{FORMAT, Faults, Renewal};

/// Held while an index is made, or one of another version is replaced.
const LOCK: &str = ".lock";
/// How long to wait for another process of the same officer.
const PATIENCE: Duration = Duration::from_secs(10);

/// What SQLite keeps next to an index that is being written, or that a process left which died.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];
/// Kilobytes of pages in memory; while much is written.
const CACHE: (i64, i64) = (24_000, 128_000);
/// How long the file of changes grows before they are put into the index, in pages: at least, and at most.
const CHANGES: (i64, i64) = (64 << 10, 512 << 10);
/// File systems of this machine alone, by their magic numbers: ext, XFS, Btrfs, F2FS, ZFS, memory, what lies over others.
const OF_THIS_MACHINE: [u64; 8] =
    [0xef53, 0x5846_5342, 0x9123_683e, 0xf2f5_2010, 0x2fc1_2fc1, 0x0102_1994, 0x794c_7630, 0xf15f];

/// An open index, whole or in memory.
pub(super) struct Store {
    connection: Connection,
    /// None in memory.
    path: Option<PathBuf>,
    mode: Mode,
    /// Some trees are to be made still, by the process that has it open.
    pub trees_left: bool,
}

/// How what is changed comes into the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// In place: what stood there is kept in a journal until all of it is there.
    InPlace,
    /// Changes are written one after the other next to the index, and put into it many at a time. A page that is changed
    /// again and again is put there once.
    Beside,
}

impl std::ops::Deref for Store {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.connection
    }
}

impl std::ops::DerefMut for Store {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

impl Store {
    /// Much is about to be written, until it is closed. Where other machines may write the same file it stays as it is: they
    /// do not see what lies in addition to it.
    pub fn expect_much(&mut self) -> Result<(), IndexError> {
        self.pragma("cache_size", -CACHE.1)?;
        // FTS5 frees as much as it writes when it joins pieces. That is overwritten when something goes that must not stay.
        self.connection.execute_batch("PRAGMA secure_delete = FAST")?;
        let Some(path) = &self.path else { return Ok(()) };
        if self.mode == Mode::Beside || !is_of_this_machine(path) {
            return Ok(());
        }
        // Another process of the same officer may be at work: then in place.
        self.connection.busy_timeout(Duration::ZERO)?;
        let mode = self.connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
        self.connection.busy_timeout(PATIENCE)?;
        match mode.map_err(IndexError::from) {
            Ok(mode) if mode == "wal" => self.mode = Mode::Beside,
            Ok(_) | Err(IndexError::Busy) => {}
            Err(error) => return Err(error),
        }
        self.changed()
    }

    /// After a change. What is put into the index at a time grows with it, so that what is written for a change does not.
    pub fn changed(&mut self) -> Result<(), IndexError> {
        if self.mode == Mode::Beside {
            let pages: i64 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
            self.pragma("wal_autocheckpoint", pages.clamp(CHANGES.0, CHANGES.1))?;
        }
        Ok(())
    }

    /// What is changed from now on is whole in the file whatever happens, but where the computer stops, the last of it may be gone.
    pub fn put_soon(&mut self) -> Result<(), IndexError> {
        // In place, nothing less than FULL is sure to leave a whole file.
        if self.mode == Mode::Beside {
            Ok(self.connection.execute_batch("PRAGMA synchronous = NORMAL")?)
        } else {
            Ok(())
        }
    }

    /// What was changed is on the disk with the next change.
    pub fn put_now(&mut self) -> Result<(), IndexError> {
        Ok(self.connection.execute_batch("PRAGMA synchronous = FULL")?)
    }

    /// The numbers that rows refer to by are not looked up when they are put: eighteen for a document. The change that puts them has
    /// asked for each, or made it.
    pub fn trust_references(&mut self) -> Result<(), IndexError> {
        Ok(self.connection.execute_batch("PRAGMA foreign_keys = OFF")?)
    }

    /// They are looked up, as usual.
    pub fn look_up_references(&mut self) -> Result<(), IndexError> {
        Ok(self.connection.execute_batch("PRAGMA foreign_keys = ON")?)
    }

    /// Work that sorts what it reads: where pages of the whole index have no room in memory, it has that room.
    pub fn with_memory<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T, IndexError>) -> Result<T, IndexError> {
        let pages: i64 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
        if pages.saturating_mul(PAGE as i64) <= CACHE.1 * 1000 {
            return work(&self.connection);
        }
        self.pragma("cache_size", -CACHE.0)?;
        let done = work(&self.connection);
        self.pragma("cache_size", -CACHE.1)?;
        done
    }

    /// Reads each page, and compares it with its authentication code.
    pub fn check(&self) -> Result<(), IndexError> {
        // The file itself is read, page by page: another process of the same officer may put one in its place meanwhile.
        if !self.pages_are_whole()? && !self.pages_are_whole()? {
            return Err(IndexError::Altered);
        }
        let found: String = self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if found == "ok" { Ok(()) } else { Err(IndexError::Altered) }
    }

    /// Whether each bears it: a row for each that does not. Of an index in memory there is no file to read.
    fn pages_are_whole(&self) -> Result<bool, IndexError> {
        let mut pages = self.connection.prepare("PRAGMA cipher_integrity_check")?;
        Ok(pages.query([])?.next()?.is_none())
    }

    /// Overwrites what was removed, also where it lies next to the index. What another process is reading is overwritten later.
    pub fn put_in_place(&self) -> Result<(), IndexError> {
        if self.mode == Mode::Beside {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        Ok(())
    }

    fn pragma(&self, name: &str, value: i64) -> Result<(), IndexError> {
        Ok(self.connection.execute_batch(&format!("PRAGMA {name} = {value}"))?)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let beside = |mode: String| mode == "wal";
        let mode = self.connection.pragma_query_value(None, "journal_mode", |row| row.get(0));
        // Anyone who asked for it. One file again; where another process has it open, that one does it when it closes the file.
        if mode.is_ok_and(beside) {
            let _ = self.connection.busy_timeout(Duration::ZERO);
            let _ = in_place(&self.connection);
        }
    }
}

fn is_of_this_machine(path: &Path) -> bool {
    // The number is signed on some machines, and of 32 bits.
    statfs(path).is_ok_and(|found| OF_THIS_MACHINE.contains(&(found.f_type as u64 & 0xffff_ffff)))
}

/// Puts what lies next to the index into it. False: another process of the same officer has it open and writes next to it.
fn in_place(connection: &Connection) -> Result<bool, IndexError> {
    match connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get::<_, String>(0)) {
        Ok(mode) => Ok(mode == "delete"),
        Err(error) => match IndexError::from(error) {
            IndexError::Busy => Ok(false),
            error => Err(error),
        },
    }
}

pub(super) fn open(path: &Path, key: &PartKey) -> Result<Store, IndexError> {
    let connection = unlock(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if connection.is_readonly("main")? {
        return Err(IndexError::ReadOnly);
    }
    // What a process that died had written in addition to it is in it afterwards.
    let mode = if in_place(&connection)? { Mode::InPlace } else { Mode::Beside };
    match format(&connection)? {
        FORMAT => {
            if !trees::has_all(&connection)? {
                trees::make(&connection)?;
            }
            Ok(Store { connection, path: Some(path.to_owned()), mode, trees_left: false })
        }
        found => Err(IndexError::Outdated { found }),
    }
}

/// Of any version: what is asked of it must be there in all of them.
pub(super) fn open_to_read(path: &Path, key: &PartKey) -> Result<Connection, IndexError> {
    match unlock(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY) {
        // Nothing lies in addition to it, and nothing can: as the file is.
        Err(IndexError::ReadOnly) if std::fs::metadata(beside(path, "-wal")).is_err() => {
            unlock(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI)
        }
        other => other,
    }
}

pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

pub(super) fn create(path: &Path, key: &PartKey) -> Result<Store, IndexError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // One process at a time: what the second takes for the remains of an index that somebody removed is the first one's.
    let _lock = Lock::of(folder)?;
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(IndexError::Exists);
    }
    // Of an index that somebody removed: SQLite would put what is in them into the new one.
    for ending in BESIDE {
        match std::fs::remove_file(beside(path, ending)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e.into()),
            Ok(()) | Err(_) => {}
        }
    }
    // An index that is cut off halfway would look altered.
    draft(folder, key, None)?.persist_noclobber(path).map_err(|e| e.error)?;
    File::open(folder)?.sync_all()?;
    open(path, key)
}

/// `former`: the key that it is under now.
pub(super) fn renew(path: &Path, former: &PartKey, key: &PartKey, faults: &Faults<'_>) -> Result<Store, IndexError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // One process at a time: the second would put what the old index remembered over what the first has learnt since.
    let _lock = Lock::of(folder)?;
    match open(path, key) {
        Err(IndexError::Outdated { .. }) => {}
        Err(IndexError::Altered) if former.expose_secret() != key.expose_secret() => {}
        other => return other,
    }
    // What lies next to it is put into it first: of the new one it is not.
    match open(path, former) {
        Ok(_) | Err(IndexError::Outdated { .. }) => {}
        Err(error) => return Err(error),
    }
    let seen = memory::position(&open_to_read(path, former)?)?;
    let draft = draft(folder, key, seen.as_ref())?;
    faults(Renewal::Written)?;
    // Over the old one, in one step.
    draft.persist(path).map_err(|e| e.error)?;
    File::open(folder)?.sync_all()?;
    faults(Renewal::Renewed)?;
    open(path, key)
}

/// The right to make and to replace indexes of a folder, until it is dropped. Its file is gone then.
struct Lock {
    path: PathBuf,
    #[expect(dead_code, reason = "who has it open holds the lock")]
    file: File,
}

impl Lock {
    fn of(folder: &Path) -> Result<Lock, IndexError> {
        let path = folder.join(LOCK);
        let nofollow = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32;
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true).mode(0o600).custom_flags(nofollow);
        loop {
            let file = options.open(&path).map_err(|error| match IndexError::from(error) {
                // A link, a folder, a pipe: somebody put it there.
                IndexError::Io(_) => IndexError::Altered,
                known => known,
            })?;
            flock(&file, FlockOperation::LockExclusive).map_err(std::io::Error::from)?;
            // Who had it before has removed it: what is locked then has no name, and the next would lock another.
            let held = file.metadata()?;
            match std::fs::symlink_metadata(&path) {
                Ok(named) if (named.dev(), named.ino()) == (held.dev(), held.ino()) => return Ok(Lock { path, file }),
                Ok(_) | Err(_) => {}
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is held still: the next looks whether what it locked has its name. One that stays harms nobody.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// An index under a name that does not count yet, durable.
fn draft(folder: &Path, key: &PartKey, seen: Option<&Position>) -> Result<NamedTempFile, IndexError> {
    let draft = tempfile::Builder::new().prefix(".index-").tempfile_in(folder)?;
    // The mode passed through the umask, which may have taken more away than it should.
    draft.as_file().set_permissions(Permissions::from_mode(0o600))?;
    let mut connection = connect(draft.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    give_key(&connection, key)?;
    fill(&connection)?;
    let tx = connection.transaction()?;
    match seen {
        Some(seen) => Change::new(&tx).set_position(seen)?,
        None => Change::new(&tx).set_new(true)?,
    }
    tx.commit()?;
    Ok(draft)
}

pub(super) fn in_memory() -> Result<Store, IndexError> {
    let connection = Connection::open_in_memory()?;
    settle(&connection)?;
    fill(&connection)?;
    Ok(Store { connection, path: None, mode: Mode::InPlace, trees_left: false })
}

/// An index that anyone can read, to see what is in its file.
#[cfg(test)]
pub(super) fn in_clear(path: &Path) -> Result<Store, IndexError> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    settle(&connection)?;
    connection.execute_batch(&format!("PRAGMA page_size = {PAGE}"))?;
    fill(&connection)?;
    Ok(Store { connection, path: Some(path.to_owned()), mode: Mode::InPlace, trees_left: false })
}

fn unlock(path: &Path, key: &PartKey, mode: OpenFlags) -> Result<Connection, IndexError> {
    // SQLite takes an empty file for a new database, and would let it pass for an index that has seen nothing.
    let meta = std::fs::symlink_metadata(path)?;
    if meta.len() == 0 || !meta.is_file() {
        return Err(IndexError::Altered);
    }
    let connection = connect(path, mode)?;
    give_key(&connection, key)?;
    Ok(connection)
}

fn connect(path: &Path, mode: OpenFlags) -> Result<Connection, IndexError> {
    // Absolute, so that no path can be read as an SQLite URI; and the folder's own path, so that the file may be no link.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut path = folder.canonicalize()?.join(path.file_name().unwrap_or_default());
    if mode.contains(OpenFlags::SQLITE_OPEN_URI) {
        path = unchanging(&path).into();
    }
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// The URI of a file that nobody changes while it is read.
fn unchanging(path: &Path) -> String {
    let encoded: String = path.as_os_str().as_encoded_bytes().iter().map(|byte| format!("%{byte:02x}")).collect();
    format!("file:{encoded}?immutable=1")
}

/// Makes the connection able to read, or finds that it is not.
fn give_key(connection: &Connection, key: &PartKey) -> Result<(), IndexError> {
    // Plain SQLite would take the key without a word and write in clear.
    let version: String = connection.pragma_query_value(None, "cipher_version", |row| row.get(0)).unwrap_or_default();
    if version.is_empty() {
        return Err(IndexError::Io("built without encryption".to_owned()));
    }
    // SQLCipher would tell standard error of each altered page.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    // Not `cipher_memory_security`: it cannot be switched off again, holds for every database of the process, and makes a
    // search at 100,000 documents take a second instead of milliseconds. SQLCipher wipes its own copies of the key in any case.
    let mut pragma = Zeroizing::new(String::with_capacity(96));
    pragma.push_str("PRAGMA key = \"x'");
    for byte in key.expose_secret() {
        pragma.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        pragma.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
    }
    pragma.push_str("'\"");
    connection.execute_batch(&pragma)?;
    // A row that is put among others has its page written whole, and what stood on it before: small pages keep what is
    // written in proportion to what is put.
    // Of the two hashes that can authenticate a page, the one that processors help with takes half the time and half the room.
    connection
        .execute_batch(&format!("PRAGMA cipher_page_size = {PAGE}; PRAGMA cipher_hmac_algorithm = HMAC_SHA256"))?;
    // A pragma that nobody knows does nothing, but passes through the memory in which the parser had the key's text.
    let other = format!("PRAGMA none = \"x'{}'\"", "0".repeat(64));
    for _ in 0..4 {
        connection.execute_batch(&other)?;
    }
    settle(connection)?;
    // The first page that is read tells whether the key fits.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(())
}

fn settle(connection: &Connection) -> Result<(), IndexError> {
    search::define(connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch(&format!(
        "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -{};
         PRAGMA trusted_schema = OFF;",
        CACHE.0
    ))?;
    Ok(())
}

fn fill(connection: &Connection) -> Result<(), IndexError> {
    connection.execute_batch("PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE")?;
    connection.execute_batch(include_str!("schema.sql"))?;
    connection.execute_batch(include_str!("trees.sql"))?;
    connection.pragma_update(None, "user_version", FORMAT)?;
    connection.execute_batch("COMMIT")?;
    Ok(())
}

fn format(connection: &Connection) -> Result<i64, IndexError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
