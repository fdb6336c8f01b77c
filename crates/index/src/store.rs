//! The SQLCipher file.

use std::fs::{File, OpenOptions, Permissions};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::time::Duration;

use ledger::Position;
use rusqlite::{Connection, OpenFlags};
use rustix::fs::{FlockOperation, OFlags, flock};
use seal::PartKey;
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

use super::{Change, IndexError, memory, search};
use super::{Faults, Step};

/// The version of the tables.
pub(super) const FORMAT: i64 = 7;
/// Bytes of a page.
pub(super) const PAGE: usize = 1024;
/// Held while an index of another version is replaced.
const LOCK: &str = ".lock";
/// How long to wait for another process of the same officer.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) fn open(path: &Path, key: &PartKey) -> Result<Connection, IndexError> {
    let connection = unlock(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if connection.is_readonly("main")? {
        return Err(IndexError::ReadOnly);
    }
    connection.execute_batch("PRAGMA journal_mode = DELETE")?;
    match format(&connection)? {
        FORMAT => Ok(connection),
        found => Err(IndexError::Outdated { found }),
    }
}

/// Of any version: what is asked of it must be there in all of them.
pub(super) fn open_to_read(path: &Path, key: &PartKey) -> Result<Connection, IndexError> {
    unlock(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

pub(super) fn create(path: &Path, key: &PartKey) -> Result<Connection, IndexError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(IndexError::Exists);
    }
    // An index that is cut off halfway would look altered.
    draft(folder, key, None)?.persist_noclobber(path).map_err(|e| e.error)?;
    File::open(folder)?.sync_all()?;
    open(path, key)
}

pub(super) fn renew(path: &Path, key: &PartKey, faults: &Faults<'_>) -> Result<Connection, IndexError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // One process at a time: the second would put what the old index remembered over what the first has learnt since.
    let nofollow = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32;
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true).mode(0o600).custom_flags(nofollow);
    let lock = options.open(folder.join(LOCK)).map_err(|_| IndexError::Altered)?;
    flock(&lock, FlockOperation::LockExclusive).map_err(std::io::Error::from)?;
    match open(path, key) {
        Err(IndexError::Outdated { .. }) => {}
        other => return other,
    }
    let seen = memory::position(&open_to_read(path, key)?)?;
    let draft = draft(folder, key, seen.as_ref())?;
    faults(Step::Written)?;
    // Over the old one, in one step.
    draft.persist(path).map_err(|e| e.error)?;
    File::open(folder)?.sync_all()?;
    faults(Step::Renewed)?;
    open(path, key)
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

pub(super) fn in_memory() -> Result<Connection, IndexError> {
    let connection = Connection::open_in_memory()?;
    settle(&connection)?;
    fill(&connection)?;
    Ok(connection)
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
    let path = folder.canonicalize()?.join(path.file_name().unwrap_or_default());
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
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
    connection.execute_batch(&format!("PRAGMA cipher_page_size = {PAGE}"))?;
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
    connection.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -24000;
         PRAGMA trusted_schema = OFF;",
    )?;
    Ok(())
}

fn fill(connection: &Connection) -> Result<(), IndexError> {
    connection.execute_batch("PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE")?;
    connection.execute_batch(include_str!("schema.sql"))?;
    connection.pragma_update(None, "user_version", FORMAT)?;
    connection.execute_batch("COMMIT")?;
    Ok(())
}

fn format(connection: &Connection) -> Result<i64, IndexError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}
