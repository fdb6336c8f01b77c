//! What the two servers give by themselves, next to what is made of them here: for `zegelctl bench shared`. Measured with the same
//! clients, on the same connections, with the same bytes.

use std::fs::File;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::StreamExt as _;
use ledger::merkle::Frontier;
use ledger::{Access, Error as LogError, Hash, Head, LogStore as _, StoredEntry, VaultId};
use tokio_postgres::types::Type;

use crate::bucket::{Bucket, LONGEST, Put};
use crate::objects::read_piece;
use crate::reading::PIECES_AT_ONCE;
use crate::runtime::{self, PATIENCE};
use crate::server::{Line, Param, value};
use crate::{BucketAddress, Error, PgLog, Secrets, Server};

/// What lies below the place of a measurement in its bucket.
const FOLDERS: [&str; 7] = ["objects", "pieces", "texts", "heads", "notes", "probes", "bench"];
/// How many are removed at once.
const REMOVED: usize = 16;

/// How long appending took next to inserting, round by round: each is compared with what came right before it.
#[derive(Clone, Debug)]
pub struct Appending {
    /// What an entry has, in bytes.
    pub bytes: u64,
    /// One by one: appended, inserted.
    pub singly: Vec<(Duration, Duration)>,
    /// In one call each time.
    pub batched: Vec<(Duration, Duration)>,
    /// Whether the server waits for its disk, as it says.
    pub fsync: bool,
}

/// Appends to a log of its own, which is removed afterwards, and inserts the same bytes as bare rows: in each round `singles` entries one
/// by one, and `batch` at once.
///
/// # Errors
/// [`Error::Exists`] where there is a log: it is left alone.
pub fn appending(
    owner: &Arc<Server>,
    station: &Arc<Server>,
    rounds: usize,
    singles: usize,
    batch: usize,
) -> Result<Appending, LogError> {
    let vault = VaultId::random();
    drop(PgLog::create(owner.clone(), &vault)?);
    let bare = BareRows::new();
    let measured = measure((owner, station), &bare, rounds, singles, batch);
    // Each by itself: one that cannot be removed keeps the other from nothing.
    let cleared = [run(owner, &bare.removed()), remove_log(owner, &vault)];
    let measured = measured?;
    cleared.into_iter().collect::<Result<(), Error>>()?;
    Ok(measured)
}

/// Rows without anything around them, no tree, no head, no rights: in a schema of a name that nobody else has.
struct BareRows(String);

impl BareRows {
    fn new() -> BareRows {
        BareRows(format!("zegel_bench_{}", seal::random_id()))
    }

    fn made(&self) -> String {
        let schema = &self.0;
        format!(
            "CREATE SCHEMA {schema}; CREATE TABLE {schema}.rows (
             position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
             body bytea NOT NULL, signatures bytea NOT NULL, sealed bytea NOT NULL)"
        )
    }

    fn insert(&self) -> String {
        let schema = &self.0;
        format!(
            "INSERT INTO {schema}.rows (body, signatures, sealed) SELECT * FROM unnest($1, $2, $3) RETURNING position"
        )
    }

    fn removed(&self) -> String {
        format!("DROP SCHEMA IF EXISTS {} CASCADE", self.0)
    }
}

/// Removes the log of this vault, and leaves that of another alone: somebody may have published his own meanwhile.
///
/// # Errors
/// [`Error::Offline`] and its kin.
pub fn remove_log(owner: &Arc<Server>, vault: &VaultId) -> Result<(), Error> {
    // An id of a vault has letters and figures alone.
    let sql = format!(
        "DO $$ BEGIN
             IF to_regclass('zegel.head') IS NOT NULL THEN
                 IF EXISTS (SELECT 1 FROM zegel.head WHERE vault = '{vault}') THEN DROP SCHEMA zegel CASCADE; END IF;
             END IF;
         END $$"
    );
    run(owner, &sql)
}

fn measure(
    (owner, station): (&Arc<Server>, &Arc<Server>),
    bare: &BareRows,
    rounds: usize,
    singles: usize,
    batch: usize,
) -> Result<Appending, LogError> {
    run(owner, &bare.made())?;
    let into = bare.insert();
    let all = ledger::bench::entries((rounds * (singles + batch)) as u64)?;
    let bytes = all.iter().map(bytes_of).sum::<u64>() / all.len().max(1) as u64;
    let mut log = PgLog::open(station.clone(), Access::ReadWrite)?;
    let line = runtime::wait(PATIENCE, owner.connect())?;
    let fsync = runtime::wait(PATIENCE, async {
        let row = line.one(64, "SELECT current_setting('fsync') = 'on' AS fsync", &[]).await?;
        value::<bool>(&row, "fsync")
    })?;
    let mut figures = Appending { bytes, singly: Vec::new(), batched: Vec::new(), fsync };
    let mut end = Frontier::empty();
    let mut append = |entries: &[StoredEntry]| {
        let head = Head { size: end.size(), root: end.root() };
        for entry in entries {
            end.push(Hash::of_leaf(&[entry.body.as_slice(), &entry.signatures].concat()), |_, _| ());
        }
        let begun = Instant::now();
        log.append(&head, entries, &[]).map(|()| begun.elapsed())
    };
    for round in all.chunks(singles + batch) {
        let (one_by_one, together) = round.split_at(singles.min(round.len()));
        let (mut appended, mut inserted) = (Duration::ZERO, Duration::ZERO);
        for entry in one_by_one.chunks(1) {
            appended += append(entry)?;
        }
        for entry in one_by_one.chunks(1) {
            inserted += insert(&line, &into, entry)?;
        }
        figures.singly.push((appended, inserted));
        if !together.is_empty() {
            figures.batched.push((append(together)?, insert(&line, &into, together)?));
        }
    }
    Ok(figures)
}

fn bytes_of(entry: &StoredEntry) -> u64 {
    let parts = entry.parts.iter().map(|part| part.audience.len() + part.sealed.len());
    (entry.body.len() + entry.signatures.len() + parts.sum::<usize>()) as u64
}

fn insert(line: &Line, into: &str, entries: &[StoredEntry]) -> Result<Duration, LogError> {
    let bodies: Vec<&[u8]> = entries.iter().map(|entry| entry.body.as_slice()).collect();
    let signed: Vec<&[u8]> = entries.iter().map(|entry| entry.signatures.as_slice()).collect();
    let sealed: Vec<Vec<u8>> = entries
        .iter()
        .map(|entry| entry.parts.iter().flat_map(|part| [part.audience.as_bytes(), &part.sealed].concat()).collect())
        .collect();
    let params: [Param<'_>; 3] =
        [(&bodies, Type::BYTEA_ARRAY), (&signed, Type::BYTEA_ARRAY), (&sealed, Type::BYTEA_ARRAY)];
    let begun = Instant::now();
    let rows = runtime::wait(PATIENCE, line.rows(256 * (1 + entries.len() as u64), into, &params))?;
    let took = begun.elapsed();
    if rows.len() == entries.len() { Ok(took) } else { Err(Error::Answer.into()) }
}

fn run(server: &Arc<Server>, sql: &str) -> Result<(), Error> {
    runtime::wait(PATIENCE, async { server.connect().await?.run(sql).await })
}

/// Whether no log is there.
///
/// # Errors
/// [`Error::Exists`] where one is; [`Error::Offline`] and its kin.
pub fn require_no_log(owner: &Arc<Server>) -> Result<(), Error> {
    match PgLog::open(owner.clone(), Access::ReadOnly) {
        Err(Error::Missing) => Ok(()),
        Ok(_) => Err(Error::Exists),
        Err(error) => Err(error),
    }
}

/// Removes all objects of a place that was made to be measured, and that nobody else knows the name of.
///
/// # Errors
/// [`Error::Offline`] and its kin.
pub fn danger_clear(bucket: &BareObjects) -> Result<(), Error> {
    let bucket = &bucket.0;
    runtime::wait_long(async {
        bucket.remove("vault.toml").await?;
        for folder in FOLDERS {
            loop {
                let names = bucket.list(folder, None, 1000).await?;
                if names.is_empty() {
                    break;
                }
                let removed = names.iter().map(|name| async move { bucket.remove(&format!("{folder}/{name}")).await });
                let mut removed = futures_util::stream::iter(removed).buffer_unordered(REMOVED);
                while let Some(removed) = removed.next().await {
                    removed?;
                }
            }
        }
        Ok(())
    })
}

/// A bucket, without what is made of it here: as many pieces, of the same length, as many of them at once.
#[derive(Clone, Debug)]
pub struct BareObjects(Bucket);

impl BareObjects {
    /// Nothing is asked yet.
    ///
    /// # Errors
    /// [`Error::Secrets`] when the certificates of the authority cannot be read.
    pub fn new(at: &BucketAddress, secrets: &Secrets) -> Result<BareObjects, Error> {
        Ok(BareObjects(Bucket::new(at, secrets)?))
    }

    /// Puts a file there piece by piece.
    ///
    /// # Errors
    /// [`Error::Offline`] and its kin.
    pub fn put(&self, name: &str, file: &File) -> Result<(), Error> {
        let length = file.metadata().map_err(|_| Error::Answer)?.len();
        runtime::wait_long(async {
            let puts = (0..length.div_ceil(LONGEST)).map(|number| async move {
                let bytes = read_piece(file, number, length).map_err(|_| Error::Answer)?;
                let name = format!("bench/{name}/{number:08}");
                match self.0.put_new(&name, bytes, Vec::new()).await? {
                    Put::New => Ok(()),
                    Put::There => Err(Error::Exists),
                }
            });
            let mut puts = futures_util::stream::iter(puts).buffered(PIECES_AT_ONCE);
            while let Some(put) = puts.next().await {
                put?;
            }
            Ok(())
        })
    }

    /// Reads it; gives how many bytes came.
    ///
    /// # Errors
    /// [`Error::Offline`] and its kin.
    pub fn read(&self, name: &str) -> Result<u64, Error> {
        runtime::wait_long(async {
            let pieces = self.0.list(&format!("bench/{name}"), None, usize::MAX).await?;
            let reads = pieces.iter().map(|piece| async move {
                let read: Option<Bytes> = self.0.read(&format!("bench/{name}/{piece}")).await?;
                Ok::<_, Error>(read.map_or(0, |bytes| bytes.len() as u64))
            });
            let mut reads = futures_util::stream::iter(reads).buffered(PIECES_AT_ONCE);
            let mut sum = 0;
            while let Some(read) = reads.next().await {
                sum += read?;
            }
            Ok(sum)
        })
    }
}
