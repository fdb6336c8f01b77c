//! A log in a temporary folder, and the tools of somebody who tampers with it.

use std::path::{Path, PathBuf};

use ledger::merkle::{Frontier, Hash};
use ledger::{Access, Draft, Entry, Error, Ledger, Position, VaultId};
use rusqlite::{Connection, params};
use seal::{Signer, Weight};
use tempfile::TempDir;

pub const T0: i64 = 1_760_000_000_000;

pub struct World {
    pub dir: TempDir,
    pub path: PathBuf,
    pub signer: Signer,
}

impl World {
    /// A log whose first entry introduces its author.
    pub fn new() -> World {
        let dir = TempDir::new().expect("a folder for the test");
        let world = World { path: dir.path().join("ledger.sqlite"), dir, signer: signer(1) };
        let mut ledger = Ledger::create(&world.path, vault()).expect("a new log");
        add(&mut ledger, &world.signer, vec![Draft::new(Weight::Dual).introduce(world.signer.verifying_key())]);
        world
    }

    /// A log of this many entries; each third one is signed twice, the others once.
    pub fn of(size: u64) -> World {
        let world = World::new();
        let drafts = (1..size).map(numbered).collect();
        add(&mut world.open(), &world.signer, drafts);
        world
    }

    pub fn open(&self) -> Ledger {
        Ledger::open(&self.path, Access::ReadWrite).expect("the log opens")
    }

    /// What anyone would find who opens the log and checks all of it.
    pub fn verify(&self) -> Result<Vec<Entry>, Error> {
        let ledger = Ledger::open(&self.path, Access::ReadWrite)?;
        let head = ledger.verify()?;
        let (entries, position) = read_all(&ledger, &Position::start())?;
        assert_eq!(head, position.head());
        Ok(entries)
    }

    /// Runs `crime` on the tables, with the guard against mistakes out of the way, and puts the guard back.
    pub fn tamper(&self, crime: impl FnOnce(&Connection)) {
        tamper(&self.path, crime);
    }
}

pub fn vault() -> VaultId {
    "abcdefghijklmnopqrstuvwxyz".parse().expect("of the form of an id")
}

pub fn signer(n: u8) -> Signer {
    Signer::from_seeds(&[n; Signer::SEEDS]).expect("seeds of the right length")
}

pub fn numbered(n: u64) -> Draft {
    let weight = if n.is_multiple_of(3) { Weight::Dual } else { Weight::Single };
    let draft = Draft::new(weight).part("common/1", format!("entry {n}"));
    if n.is_multiple_of(2) { draft.part(format!("class/{n}/1"), vec![n as u8; 40]) } else { draft }
}

/// Appends after reading to the end, as every writer does; returns where the log ends then.
pub fn add(ledger: &mut Ledger, author: &Signer, drafts: Vec<Draft>) -> Position {
    let (_, end) = read_all(ledger, &Position::start()).expect("the log is whole");
    let drafts = drafts.into_iter().map(|draft| (draft, ())).collect();
    drop(ledger.append_all(&end.head(), author, T0, drafts).expect("the entries are appended"));
    read_all(ledger, &end).expect("the log is whole").1
}

pub fn read_all(ledger: &Ledger, from: &Position) -> Result<(Vec<Entry>, Position), Error> {
    let (mut all, mut position) = (Vec::new(), from.clone());
    loop {
        let (entries, next) = ledger.read(&position, 1000)?;
        if entries.is_empty() {
            return Ok((all, position));
        }
        all.extend(entries);
        position = next;
    }
}

pub fn contents(entries: &[Entry]) -> Vec<(u64, Vec<ledger::Part>)> {
    entries.iter().map(|e| (e.index(), e.parts().to_vec())).collect()
}

pub fn tamper(path: &Path, crime: impl FnOnce(&Connection)) {
    let connection = Connection::open(path).expect("the log is a database");
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        .expect("the database does as it is told");
    let triggers: Vec<(String, String)> = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .expect("the query is SQL")
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("the query is SQL")
        .map(Result::unwrap)
        .collect();
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).expect("the database does as it is told");
    }
    crime(&connection);
    for (_, sql) in &triggers {
        connection.execute_batch(sql).expect("the database does as it is told");
    }
}

/// Removes the entries from `size` on, with their parts and nodes: what is left is a log as it once was.
pub fn cut(connection: &Connection, size: u64) {
    connection.execute("DELETE FROM parts WHERE entry >= ?1", [size as i64]).expect("the log is altered");
    connection.execute("DELETE FROM entries WHERE position >= ?1", [size as i64]).expect("the log is altered");
    rebuild(connection);
}

/// Makes the stored tree fit whatever the entries are now.
pub fn rebuild(connection: &Connection) {
    connection.execute("DELETE FROM nodes", []).expect("the log is altered");
    let mut frontier = Frontier::empty();
    let mut statement = connection
        .prepare("SELECT CAST(body || signatures AS BLOB) FROM entries ORDER BY position")
        .expect("the query is SQL");
    let leaves: Vec<Vec<u8>> =
        statement.query_map([], |row| row.get(0)).expect("the query is SQL").map(Result::unwrap).collect();
    for leaf in leaves {
        frontier.push(Hash::of_leaf(&leaf), |at, hash| {
            connection
                .execute(
                    "INSERT INTO nodes (level, place, hash) VALUES (?1, ?2, ?3)",
                    params![at.level, at.place as i64, hash.0],
                )
                .expect("the log is altered");
        });
    }
}

pub fn row(connection: &Connection, position: u64) -> (Vec<u8>, Vec<u8>) {
    connection
        .query_row("SELECT body, signatures FROM entries WHERE position = ?1", [position as i64], |r| {
            Ok((r.get(0)?, r.get(1)?))
        })
        .expect("a row answers")
}

pub fn put(connection: &Connection, position: u64, body: &[u8], signatures: &[u8]) {
    connection
        .execute(
            "INSERT OR REPLACE INTO entries (position, body, signatures) VALUES (?1, ?2, ?3)",
            params![position as i64, body, signatures],
        )
        .expect("the log is altered");
}

/// Replaces the one occurrence of some bytes by others of the same length.
pub fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let at = bytes.windows(old.len()).position(|w| w == old).expect("the bytes occur");
    let mut bytes = bytes.to_vec();
    bytes[at..at + new.len()].copy_from_slice(new);
    bytes
}
