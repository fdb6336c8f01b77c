//! The SQLite file. The tables are plain, so that any `sqlite3` reads them; their content is sealed part by part.

use std::fs::{OpenOptions, Permissions};
use std::io::ErrorKind;
use std::ops::Range;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{
    Connection, OpenFlags, OptionalExtension as _, Statement, Transaction, TransactionBehavior, named_params,
};

use super::{Check, Counts, LogStore, LogView, StoredEntry};
use crate::entry::{MAX_PART, MAX_PARTS, Part, VaultId};
use crate::error::{Error, Flaw};
use crate::merkle::{Hash, NodeAt, Nodes};
use crate::{Access, Head};

/// "Zgl1", so that `file` and a person with a hex dump know what this is.
const APPLICATION_ID: i32 = 0x5a67_6c31;
/// How long to wait for another process that writes.
pub(crate) const PATIENCE: Duration = Duration::from_secs(15);

/// The tables. A file whose tables are not exactly these is not opened, so nothing can hide in a trigger or a view.
const SCHEMA: &str = include_str!("schema.sql");

/// A log in an SQLite file.
pub(crate) struct SqliteLog {
    connection: Connection,
    path: PathBuf,
    vault: VaultId,
    access: Access,
    /// Whether this connection is in a transaction that keeps other writers out.
    reserved: bool,
}

impl SqliteLog {
    /// Makes an empty log; the file must not exist yet.
    pub fn create(path: &Path, vault: &VaultId) -> Result<SqliteLog, Error> {
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
            // The mode passes through the umask, which may take more away than it should.
            Ok(file) => file.set_permissions(Permissions::from_mode(0o600)).map_err(|e| io(&e))?,
            Err(e) if e.kind() == ErrorKind::AlreadyExists => return Err(Error::Exists(path.to_owned())),
            Err(e) => return Err(io(&e)),
        }
        let mut connection = connect(path, Access::ReadWrite, PATIENCE)?;
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(SCHEMA)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.execute("INSERT INTO ledger (one, vault) VALUES (1, :vault)", named_params! { ":vault": vault.as_str() })?;
        tx.commit()?;
        let path = path.to_owned();
        Ok(SqliteLog { connection, path, vault: vault.clone(), access: Access::ReadWrite, reserved: false })
    }

    /// Opens a log. Looks at the shape of the file, not at its entries.
    pub fn open(path: &Path, access: Access, patience: Duration) -> Result<SqliteLog, Error> {
        match std::fs::symlink_metadata(path) {
            Ok(meta) if !meta.is_file() => return Err(Error::whole(Flaw::File)),
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::NotFound => return Err(Error::Missing(path.to_owned())),
            Err(e) => return Err(io(&e)),
        }
        let connection = connect(path, access, patience)?;
        // A file that cannot be written is opened for reading by SQLite without a word.
        if access == Access::ReadWrite && connection.is_readonly("main")? {
            return Err(Error::ReadOnly);
        }
        let vault = check_shape(&connection)?;
        Ok(SqliteLog { connection, path: path.to_owned(), vault, access, reserved: false })
    }

    /// Adds all of it in the transaction that is open.
    fn insert(&self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), Error> {
        let view = View { connection: &self.connection, _tx: None };
        let now = (&view as &dyn LogView).head()?;
        if now != *expected {
            return Err(Error::Moved(now));
        }
        for (at, hash) in nodes {
            view.insert_node(*at, *hash)?;
        }
        for entry in entries {
            view.insert(entry)?;
        }
        Ok(self.connection.execute_batch("COMMIT")?)
    }
}

impl LogStore for SqliteLog {
    fn vault(&self) -> &VaultId {
        &self.vault
    }

    fn access(&self) -> Access {
        self.access
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, Error> {
        let tx = if self.reserved { None } else { Some(self.connection.unchecked_transaction()?) };
        Ok(Box::new(View { connection: &self.connection, _tx: tx }))
    }

    fn checker(&self) -> Result<Check, Error> {
        let connection = connect(&self.path, self.access, PATIENCE)?;
        Ok(Box::new(move || is_sound(&connection)))
    }

    fn reserve(&mut self) -> Result<(), Error> {
        if self.access == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        if !self.reserved {
            // The one writer among all processes.
            self.connection.execute_batch("BEGIN IMMEDIATE")?;
            self.reserved = true;
        }
        Ok(())
    }

    fn release(&mut self) {
        // After some errors SQLite has ended the transaction by itself.
        if std::mem::take(&mut self.reserved) && !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }

    fn append(&mut self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), Error> {
        self.reserve()?;
        let added = self.insert(expected, entries, nodes);
        self.release();
        added
    }
}

fn check_shape(connection: &Connection) -> Result<VaultId, Error> {
    let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != APPLICATION_ID || shape(connection)? != expected_shape()? {
        return Err(Error::whole(Flaw::Shape));
    }
    let vault: Option<String> = connection.query_row("SELECT vault FROM ledger", [], |row| row.get(0)).optional()?;
    vault.and_then(|v| v.parse().ok()).ok_or(Error::whole(Flaw::Shape))
}

struct View<'a> {
    connection: &'a Connection,
    /// Of its own, where the connection is in none.
    _tx: Option<Transaction<'a>>,
}

/// How many bits of a part's key say its place in the entry.
const PLACE_BITS: u32 = 14;
const _: () = assert!(MAX_PARTS < 1 << PLACE_BITS);

/// The key of a part; of an entry that no log reaches, the greatest there is.
fn part_key(entry: u64, place: usize) -> i64 {
    let key = entry.saturating_mul(1 << PLACE_BITS).saturating_add(place as u64);
    i64::try_from(key).unwrap_or(i64::MAX)
}

/// The parts of several entries, in one pass.
struct Parts<'r> {
    rows: rusqlite::Rows<'r>,
    columns: PartColumns,
    /// Of an entry after the last that was asked for.
    next: Option<(u64, usize, Part)>,
}

/// Where the columns of a part stand in its row.
#[derive(Clone, Copy)]
struct PartColumns {
    part: usize,
    audience: usize,
    sealed: usize,
}

impl PartColumns {
    fn of(statement: &Statement<'_>) -> Result<PartColumns, Error> {
        let column = |name: &str| statement.column_index(name);
        Ok(PartColumns { part: column("part")?, audience: column("audience")?, sealed: column("sealed")? })
    }
}

impl Parts<'_> {
    /// Those of one entry; entries are asked for in their order.
    fn of(&mut self, entry: u64) -> Result<Vec<Part>, Error> {
        let (mut parts, mut bytes) = (Vec::new(), 0usize);
        while let Some((of, place, part)) = self.next()? {
            if of > entry {
                self.next = Some((of, place, part));
                break;
            }
            if of < entry {
                // It belongs to no entry: when the whole is verified, the counts say so.
                continue;
            }
            bytes += part.sealed.len();
            // A gap in the places, or more than any entry can hold: do not go on filling memory for the person who wrote that.
            if place != parts.len() || parts.len() >= MAX_PARTS || bytes > crate::MAX_ENTRY {
                return Err(Error::at(entry, Flaw::Part));
            }
            parts.push(part);
        }
        Ok(parts)
    }

    fn next(&mut self) -> Result<Option<(u64, usize, Part)>, Error> {
        if let Some(next) = self.next.take() {
            return Ok(Some(next));
        }
        let Some(row) = self.rows.next()? else { return Ok(None) };
        let at = self.columns;
        let key = u64::try_from(row.get::<_, i64>(at.part)?).map_err(|_| Error::whole(Flaw::Part))?;
        let part = Part { audience: row.get(at.audience)?, sealed: row.get(at.sealed)? };
        Ok(Some((key >> PLACE_BITS, (key & ((1 << PLACE_BITS) - 1)) as usize, part)))
    }
}

impl View<'_> {
    fn insert(&self, row: &StoredEntry) -> Result<(), Error> {
        self.connection
            .prepare_cached("INSERT INTO entries (position, body, signatures) VALUES (:position, :body, :signatures)")?
            .execute(named_params! {
                ":position": sql(row.position)?, ":body": row.body, ":signatures": row.signatures,
            })?;
        let mut statement = self
            .connection
            .prepare_cached("INSERT INTO parts (part, audience, sealed) VALUES (:part, :audience, :sealed)")?;
        for (place, part) in row.parts.iter().enumerate() {
            statement.execute(named_params! {
                ":part": part_key(row.position, place), ":audience": part.audience, ":sealed": part.sealed,
            })?;
        }
        Ok(())
    }

    fn insert_node(&self, at: NodeAt, hash: Hash) -> Result<(), Error> {
        self.connection
            .prepare_cached("INSERT INTO nodes (level, place, hash) VALUES (:level, :place, :hash)")?
            .execute(named_params! { ":level": at.level, ":place": sql(at.place)?, ":hash": hash.0 })?;
        Ok(())
    }
}

impl LogView for View<'_> {
    fn size(&self) -> Result<u64, Error> {
        let last: Option<i64> = self.connection.query_row("SELECT max(position) FROM entries", [], |row| row.get(0))?;
        match last {
            None => Ok(0),
            Some(last) => u64::try_from(last).map(|n| n + 1).map_err(|_| Error::whole(Flaw::Gap)),
        }
    }

    fn entries(&self, from: u64, limit: usize, budget: usize) -> Result<Vec<StoredEntry>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT position, body, signatures FROM entries WHERE position >= :from ORDER BY position LIMIT :limit",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        // A name is looked up once, not for each of a million rows.
        let column = |name: &str| statement.column_index(name);
        let (position_at, body_at, signatures_at) = (column("position")?, column("body")?, column("signatures")?);
        let mut found = statement.query(named_params! { ":from": sql(from)?, ":limit": limit })?;
        let mut of_parts = self
            .connection
            .prepare_cached("SELECT part, audience, sealed FROM parts WHERE part >= :from ORDER BY part")?;
        let columns = PartColumns::of(&of_parts)?;
        let rows = of_parts.query(named_params! { ":from": part_key(from, 0) })?;
        let mut parts = Parts { rows, columns, next: None };
        let (mut rows, mut bytes) = (Vec::new(), 0usize);
        while bytes < budget
            && let Some(row) = found.next()?
        {
            let position = row.get::<_, i64>(position_at)?;
            let position = u64::try_from(position).map_err(|_| Error::whole(Flaw::Gap))?;
            let (body, signatures) = (row.get(body_at)?, row.get(signatures_at)?);
            let row = StoredEntry { position, body, signatures, parts: parts.of(position)? };
            bytes += row.weight();
            rows.push(row);
        }
        Ok(rows)
    }

    fn body(&self, position: u64) -> Result<Vec<u8>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT body FROM entries WHERE position = :position")?;
        let at = named_params! { ":position": sql(position)? };
        let body: Option<Vec<u8>> = statement.query_row(at, |row| row.get("body")).optional()?;
        body.ok_or(Error::at(position, Flaw::Gap))
    }

    fn parts_for(&self, audience: &str) -> Result<Vec<(u64, Vec<u8>)>, Error> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT entry, sealed FROM parts WHERE audience = :audience ORDER BY part")?;
        let found = statement.query_map(named_params! { ":audience": audience }, |row| {
            Ok((row.get::<_, i64>("entry")?, row.get("sealed")?))
        })?;
        found
            .map(|row| {
                let (entry, sealed) = row?;
                Ok((u64::try_from(entry).map_err(|_| Error::whole(Flaw::Part))?, sealed))
            })
            .collect()
    }

    fn entries_for(&self, audience: &str, after: Option<u64>, size: u64, limit: usize) -> Result<Vec<u64>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT DISTINCT part >> 14 AS entry FROM parts WHERE audience = :audience AND part >= :from AND part < :end ORDER BY part >> 14 LIMIT :limit",
        )?;
        let from = part_key(after.map_or(0, |after| after.saturating_add(1)), 0);
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let asked = named_params! { ":audience": audience, ":from": from, ":end": part_key(size, 0), ":limit": limit };
        let found = statement.query_map(asked, |row| row.get::<_, i64>("entry"))?;
        found.map(|row| u64::try_from(row?).map_err(|_| Error::whole(Flaw::Part))).collect()
    }

    fn nodes(&self, level: u8, places: Range<u64>) -> Result<Vec<(u64, Hash)>, Error> {
        let mut statement = self.connection.prepare_cached(
            "SELECT place, hash FROM nodes WHERE level = :level AND place >= :from AND place < :end ORDER BY place",
        )?;
        let column = |name: &str| statement.column_index(name);
        let (place_at, hash_at) = (column("place")?, column("hash")?);
        let asked = named_params! { ":level": level, ":from": sql(places.start)?, ":end": sql(places.end)? };
        let found = statement.query_map(asked, |row| Ok((row.get::<_, i64>(place_at)?, row.get(hash_at)?)))?;
        found
            .map(|row| {
                let (place, hash) = row?;
                Ok((u64::try_from(place).map_err(|_| Error::whole(Flaw::Node))?, Hash(hash)))
            })
            .collect()
    }

    fn counts(&self) -> Result<Counts, Error> {
        let count = |sql: &str| -> Result<u64, Error> {
            Ok(u64::try_from(self.connection.query_row(sql, [], |row| row.get::<_, i64>(0))?).unwrap_or(0))
        };
        Ok(Counts {
            entries: count("SELECT count(*) FROM entries")?,
            parts: count("SELECT count(*) FROM parts")?,
            nodes: count("SELECT count(*) FROM nodes")?,
        })
    }

    fn check_storage(&self) -> Result<(), Error> {
        is_sound(self.connection)
    }
}

fn is_sound(connection: &Connection) -> Result<(), Error> {
    let answer: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(Error::whole(Flaw::File)) }
}

impl Nodes for View<'_> {
    type Error = Error;
    fn node(&self, at: NodeAt) -> Result<Hash, Error> {
        let found: Option<[u8; 32]> = self
            .connection
            .prepare_cached("SELECT hash FROM nodes WHERE level = :level AND place = :place")?
            .query_row(named_params! { ":level": at.level, ":place": sql(at.place)? }, |row| row.get("hash"))
            .optional()?;
        found.map(Hash).ok_or(Error::whole(Flaw::Node))
    }
}

fn connect(path: &Path, access: Access, patience: Duration) -> Result<Connection, Error> {
    // Absolute, so that no path can be read as an SQLite URI; and the folder's own path, so that the file may be no link.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let path = folder.canonicalize().map_err(|e| io(&e))?.join(path.file_name().unwrap_or_default());
    let mode = match access {
        Access::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let connection =
        Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW)?;
    connection.busy_timeout(patience)?;
    // A row that somebody else put there must not fill memory.
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, (MAX_PART + (1 << 16)) as i32)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(32);
    // One file, also while it is being read; EXTRA: the directory is synced too, so that what is committed stays committed.
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = EXTRA;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;",
    )?;
    if access == Access::ReadWrite {
        let mode: String = connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
        // Somebody put the file into another mode and has it open in that mode.
        if mode != "delete" {
            return Err(Error::Busy);
        }
    }
    Ok(connection)
}

/// Everything that the database is made of: kind, name, table and definition of each.
type Shape = Vec<(String, String, String, Option<String>)>;

fn shape(connection: &Connection) -> Result<Shape, Error> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement
        .query_map([], |row| Ok((row.get("type")?, row.get("name")?, row.get("tbl_name")?, row.get("sql")?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn expected_shape() -> Result<Shape, Error> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    shape(&connection)
}

fn sql(number: u64) -> Result<i64, Error> {
    i64::try_from(number).map_err(|_| Error::whole(Flaw::Gap))
}

fn io(error: &std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::Full,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Error::ReadOnly,
        _ => Error::Io(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use seal::{Signer, Weight};

    use super::*;
    use crate::{Draft, Ledger, Position};

    fn log(path: &Path) -> (Ledger, Signer) {
        let mut ledger = Ledger::create(path, VaultId::random()).expect("a new log");
        let me = Signer::generate();
        let first = Draft::new(Weight::Dual).introduce(me.verifying_key());
        let _ = ledger.append(&Position::start().head(), &me, 1, first, ()).expect("a first entry");
        (ledger, me)
    }

    /// SQLite reports a full disk in the same way as a file that has reached the pages it may have.
    #[test]
    fn on_a_full_disk_nothing_is_appended_and_the_log_goes_on_when_there_is_room() {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let path = dir.path().join("l");
        let (ledger, me) = log(&path);
        drop(ledger);
        let limited = |more: Option<i64>| {
            let log = SqliteLog::open(&path, Access::ReadWrite, PATIENCE).expect("a log");
            let now: i64 = log.connection.pragma_query_value(None, "page_count", |r| r.get(0)).expect("a count");
            let most = more.map_or(1 << 30, |more| now + more);
            log.connection.pragma_update_and_check(None, "max_page_count", most, |_| Ok(())).expect("a pragma");
            Ledger::on(Box::new(log))
        };
        for room in 0..40 {
            let mut ledger = limited(Some(room));
            let head = ledger.head().expect("a head");
            let drafts = (0..8).map(|n| (Draft::new(Weight::Dual).part("x", vec![n; 20_000]), ())).collect();
            assert!(matches!(ledger.append_all(&head, &me, 2, drafts), Err(Error::Full)), "room for {room} pages");
            assert_eq!(ledger.verify().expect("a whole log"), head);
        }
        let mut ledger = limited(None);
        let head = ledger.head().expect("a head");
        let _ = ledger.append(&head, &me, 2, Draft::new(Weight::Single).part("x", [1]), ()).expect("there is room");
        assert_eq!(ledger.verify().expect("a whole log").size, 2);
    }

    #[test]
    fn what_is_committed_is_synced_with_its_folder() {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let log = SqliteLog::create(&dir.path().join("l"), &VaultId::random()).expect("a new log");
        let synchronous: i64 = log.connection.pragma_query_value(None, "synchronous", |r| r.get(0)).expect("a pragma");
        let journal: String = log.connection.pragma_query_value(None, "journal_mode", |r| r.get(0)).expect("a pragma");
        assert_eq!((synchronous, journal.as_str()), (3, "delete"));
    }
}
