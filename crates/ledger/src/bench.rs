//! How fast this machine appends to a log and verifies it, measured through the functions that the vault uses.

use std::path::Path;
use std::time::{Duration, Instant};

use seal::{Signer, Weight};

use crate::error::Error;
use crate::{Access, Draft, Head, Ledger, LogStore as _, MemoryLog, Position, ReadAhead, StoredEntry, VaultId};

/// How many entries [`Figures::singly`] is measured with.
const SINGLY: u64 = 50;
/// How many entries go into one transaction.
const BATCH: u64 = 1000;

/// What a run gave.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    /// Entries in the log: one in fifty signed twice, the others once; two parts and about 500 bytes each.
    pub entries: u64,
    /// The file, in bytes.
    pub bytes: u64,
    /// Appending one entry and waiting until it is durable: the mean of 50.
    pub singly: Duration,
    /// Appending all the others, 1,000 at a time.
    pub append: Duration,
    /// [`ReadAhead`] of all entries from the first to the last, as the first unlock does it.
    pub read: Duration,
    /// [`Ledger::verify`].
    pub verify: Duration,
    /// [`Ledger::consistency`] with a position in the middle, as each unlock does it.
    pub consistency: Duration,
}

/// Makes a log of about `entries` entries at `dir/bench.ledger`, measures, and removes it.
///
/// # Errors
/// As the functions that are measured; the file must not exist.
pub fn run(dir: &Path, entries: u64) -> Result<Figures, Error> {
    let path = dir.join("bench.ledger");
    let ledger = Ledger::create(&path, VaultId::random())?;
    let figures = measure(ledger, &path, entries);
    let removed = std::fs::remove_file(&path);
    let figures = figures?;
    removed.map_err(|e| Error::Io(e.to_string()))?;
    Ok(figures)
}

/// Entries as those of [`run`], of a log in memory.
///
/// # Errors
/// As the functions by which they are appended.
pub fn entries(count: u64) -> Result<Vec<StoredEntry>, Error> {
    let log = MemoryLog::new(VaultId::random());
    let mut ledger = Ledger::on(Box::new(log.with_access(Access::ReadWrite)));
    let me = Signer::generate();
    let first = Draft::new(Weight::Dual).introduce(me.verifying_key());
    let mut head: Head = ledger.append(&Position::start().head(), &me, 0, first, ())?.head();
    while head.size < count {
        let drafts = (head.size..count.min(head.size + BATCH)).map(|n| (draft(n), ())).collect();
        if let Some(last) = ledger.append_all(&head, &me, 0, drafts)?.last() {
            head = last.head();
        }
    }
    log.view()?.entries(0, usize::MAX, usize::MAX)
}

fn measure(mut ledger: Ledger, path: &Path, entries: u64) -> Result<Figures, Error> {
    let me = Signer::generate();
    let first = Draft::new(Weight::Dual).introduce(me.verifying_key());
    let mut head: Head = ledger.append(&Position::start().head(), &me, 0, first, ())?.head();
    let begin = Instant::now();
    for n in 0..SINGLY {
        head = ledger.append(&head, &me, 0, draft(n), ())?.head();
    }
    let singly = begin.elapsed() / SINGLY as u32;
    let begin = Instant::now();
    while head.size < entries {
        let drafts = (head.size..entries.min(head.size + BATCH)).map(|n| (draft(n), ())).collect();
        if let Some(last) = ledger.append_all(&head, &me, 0, drafts)?.last() {
            head = last.head();
        }
    }
    let append = begin.elapsed();
    drop(ledger);

    let ledger = Ledger::open(path, Access::ReadOnly)?;
    let begin = Instant::now();
    let mut middle = Position::start();
    let mut reading = ReadAhead::from(&middle, 2000);
    while let Some((_, position)) = reading.next(&ledger)? {
        if position.size() <= head.size / 2 {
            middle = position;
        }
    }
    let read = begin.elapsed();
    let begin = Instant::now();
    ledger.consistency(&middle)?;
    let consistency = begin.elapsed();
    let begin = Instant::now();
    ledger.verify()?;
    let verify = begin.elapsed();
    let bytes = std::fs::metadata(path).map_or(0, |meta| meta.len());
    Ok(Figures { entries: head.size, bytes, singly, append, read, verify, consistency })
}

fn draft(n: u64) -> Draft {
    let weight = if n.is_multiple_of(50) { Weight::Dual } else { Weight::Single };
    Draft::new(weight).part("common/1", vec![n as u8; 180]).part("oversight/abcdefghijklmnopqrstuvwxyz", vec![7; 220])
}
