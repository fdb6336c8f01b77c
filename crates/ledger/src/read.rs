//! Verified reading: the only path through which entries come out of the file.

use std::num::NonZero;
use std::thread::{self, JoinHandle};

use seal::{Batch, KeyId, SignatureError, Signatures, VerifyingKey, Weight};

use crate::entry::{AUTHOR, Body, Entry, Part, VaultId, leaf};
use crate::error::{Error, Flaw};
use crate::merkle::{self, Hash, NodeAt};
use crate::store::{LogView, StoredEntry};
use crate::{Head, Ledger, Position};

/// How many bytes of entries one call of [`Ledger::read`] holds in memory, and one entry more.
pub(crate) const BUDGET: usize = 32 << 20;
/// From how many signatures on a second thread is worth its start.
const WORTH_A_THREAD: usize = 32;
/// From how many on one equation is quicker than one for each.
const WORTH_A_BATCH: usize = 4;

impl Ledger {
    /// The size and the root as the file has them now. Nobody has checked them: to decide and to append, use the head of a
    /// [`Position`] that was read to.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn head(&self) -> Result<Head, Error> {
        self.store.view()?.head()
    }

    /// Returns up to `limit` entries after `from`, and the position after them. No entries: `from` is the end.
    ///
    /// Checks that the log still begins with what was read to `from`; then of each entry its place, history, time, author,
    /// parts and signatures. Fewer entries than `limit` come back when they are large (over 32 MiB together).
    ///
    /// # Errors
    /// [`Error::RolledBack`], [`Error::Forked`], [`Error::Integrity`] at the first entry that is wrong; then nothing is returned.
    pub fn read(&self, from: &Position, limit: usize) -> Result<(Vec<Entry>, Position), Error> {
        let rows = {
            let view = self.store.view()?;
            extends(&*view, &from.head())?;
            view.entries(from.size(), limit, BUDGET)?
        };
        let Unsigned { entries, position, signed } = check(rows, from, self.vault(), |_, _, _| ())?;
        Checking::of(signed).done()?;
        Ok((entries, position))
    }

    /// The hash of the first entry, as it lies in the file: by it one log is told from another. It is checked when the entry is
    /// read, and [`Ledger::prove_inclusion`] proves it of what was read before.
    ///
    /// # Errors
    /// [`Error::Integrity`] when there is none.
    pub fn first(&self) -> Result<Hash, Error> {
        let row = self.store.view()?.entries(0, 1, BUDGET)?.pop().filter(|row| row.position == 0);
        let row = row.ok_or(Error::at(0, Flaw::Gap))?;
        Ok(leaf(&row.body, &row.signatures))
    }

    /// Says whether the log still begins with what was read to `seen`. Takes a moment, whatever the size: it asks the tree,
    /// while [`Ledger::verify`] asks every entry.
    ///
    /// # Errors
    /// [`Error::RolledBack`] if entries are gone from the end, [`Error::Forked`] if others are in their place.
    pub fn consistency(&self, seen: &Position) -> Result<(), Error> {
        extends(&*self.store.view()?, &seen.head())
    }

    /// Says whether the log begins with the one that a checkpoint tells of: as [`Ledger::consistency`].
    ///
    /// # Errors
    /// [`Error::RolledBack`], [`Error::Forked`].
    pub fn begins_with(&self, head: &Head) -> Result<(), Error> {
        extends(&*self.store.view()?, head)
    }

    /// Returns entries below `position` that have a part for this audience, after entry `after`, at most `limit` (fewer when
    /// large). For a key that came late: what was sealed to it earlier. Each is proved to be in the log that `position` was
    /// read to, so its signatures need not be checked again.
    ///
    /// # Errors
    /// As [`Ledger::read`]. That an entry is *missing* from the answer because somebody altered the file is for
    /// [`Ledger::verify`] to find.
    pub fn read_for(
        &self,
        position: &Position,
        audience: &str,
        after: Option<u64>,
        limit: usize,
    ) -> Result<Vec<Entry>, Error> {
        let view = self.store.view()?;
        let head = position.head();
        extends(&*view, &head)?;
        let (mut entries, mut bytes) = (Vec::new(), 0usize);
        for index in view.entries_for(audience, after, head.size, limit)? {
            let entry = self.proved(&*view, &head, index)?;
            bytes += entry.parts.iter().map(|part| part.sealed.len()).sum::<usize>();
            entries.push(entry);
            if bytes >= BUDGET {
                break;
            }
        }
        Ok(entries)
    }

    /// Who signed an entry below `position`: proved to be in the log, as by [`Ledger::read_for`].
    ///
    /// # Errors
    /// As [`Ledger::read`].
    pub fn author_of(&self, position: &Position, index: u64) -> Result<KeyId, Error> {
        let view = self.store.view()?;
        let head = position.head();
        extends(&*view, &head)?;
        Ok(self.proved(&*view, &head, index)?.author)
    }

    fn proved(&self, view: &dyn LogView, head: &Head, index: u64) -> Result<Entry, Error> {
        let row = view.entries(index, 1, BUDGET)?.pop().filter(|row| row.position == index);
        let row = row.ok_or(Error::at(index, Flaw::Gap))?;
        let leaf = leaf(&row.body, &row.signatures);
        let proof = merkle::prove_inclusion(view, index, head.size)?.ok_or(Error::at(index, Flaw::Gap))?;
        if !merkle::verify_inclusion(&leaf, index, head.size, &proof, &head.root) {
            return Err(Error::at(index, Flaw::Node));
        }
        parse(row.position, &row.body, row.parts, index, self.vault())
    }

    /// Returns what was written for an audience, in entry `from` and later, as it lies in the store: **nobody has checked who wrote it.** For keys that
    /// are needed before the entries in which they came can be read. Once the log was read, compare with
    /// [`Ledger::read_for`]: what that does not give as well was put there by somebody else.
    ///
    /// # Errors
    /// [`Error::Integrity`] when parts do not fit their entry.
    pub fn unchecked_for(&self, audience: &str, from: u64) -> Result<Vec<Unchecked>, Error> {
        let view = self.store.view()?;
        let mut found = Vec::new();
        for index in view.entries_for(audience, from.checked_sub(1), view.size()?, usize::MAX)? {
            let row = view.entries(index, 1, BUDGET)?.pop().filter(|row| row.position == index);
            let row = row.ok_or(Error::at(index, Flaw::Gap))?;
            let entry = parse(row.position, &row.body, row.parts, index, self.vault())?;
            let author = entry.author;
            let parts = entry.parts.into_iter().filter(|part| part.audience == audience);
            found.extend(parts.map(|part| Unchecked { index, author, sealed: part.sealed }));
        }
        Ok(found)
    }

    /// Returns the proof that entry `index` is in the log of `size` entries, for [`merkle::verify_inclusion`].
    ///
    /// # Errors
    /// [`Error::RolledBack`] if the log is not that long.
    pub fn prove_inclusion(&self, index: u64, size: u64) -> Result<Vec<Hash>, Error> {
        let view = self.store.view()?;
        let now = long_enough(&*view, size.max(index.saturating_add(1)))?;
        merkle::prove_inclusion(&*view, index, size)?
            .ok_or(Error::RolledBack { seen: index.saturating_add(1), size: now })
    }

    /// Returns the proof that the log of `old` entries is the beginning of that of `new`, for [`merkle::verify_consistency`].
    ///
    /// # Errors
    /// [`Error::RolledBack`] if the log is not that long.
    pub fn prove_consistency(&self, old: u64, new: u64) -> Result<Vec<Hash>, Error> {
        let view = self.store.view()?;
        long_enough(&*view, old.max(new))?;
        merkle::prove_consistency(&*view, old, new)?.ok_or(Error::RolledBack { seen: old, size: new })
    }
}

fn long_enough(view: &dyn LogView, size: u64) -> Result<u64, Error> {
    let now = view.size()?;
    if now < size { Err(Error::RolledBack { seen: size, size: now }) } else { Ok(now) }
}

/// Refuses a log that does not begin with `seen`.
pub(crate) fn extends(view: &dyn LogView, seen: &Head) -> Result<(), Error> {
    long_enough(view, seen.size)?;
    let root = merkle::frontier(view, seen.size)?.root();
    if root == seen.root { Ok(()) } else { Err(Error::Forked { seen: seen.size }) }
}

/// A part of which nobody has checked who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// The entry.
    pub index: u64,
    /// Who is said to have written it.
    pub author: seal::KeyId,
    pub sealed: Vec<u8>,
}

/// Reads a log on and on: while the caller works on some entries, the signatures of the next are checked on other threads.
/// Give it the same log each time.
pub struct ReadAhead {
    /// Where the caller is, until something was read.
    from: Position,
    limit: usize,
    /// The first entry that is not read.
    end: Option<u64>,
    /// What was read after that, and is being checked; or why it could not be read.
    next: Option<Result<(Unsigned, Checking), Error>>,
}

impl ReadAhead {
    /// From a position on, up to `limit` entries at a time.
    pub fn from(position: &Position, limit: usize) -> ReadAhead {
        ReadAhead { from: position.clone(), limit, end: None, next: None }
    }

    /// Stops before an entry.
    #[must_use]
    pub fn before(self, end: Option<u64>) -> ReadAhead {
        ReadAhead { end, ..self }
    }

    /// As [`Ledger::read`], from where the last call stopped; none at the end.
    ///
    /// # Errors
    /// As [`Ledger::read`].
    pub fn next(&mut self, ledger: &Ledger) -> Result<Option<(Vec<Entry>, Position)>, Error> {
        let next = self.next.take().unwrap_or_else(|| self.begin(ledger));
        let (Unsigned { entries, position, .. }, checking) = next?;
        if entries.is_empty() {
            return Ok(None);
        }
        self.from = position.clone();
        self.next = Some(self.begin(ledger));
        checking.done()?;
        Ok(Some((entries, position)))
    }

    /// Whether there is more after what was given out last.
    pub fn goes_on(&self) -> bool {
        self.next.as_ref().is_some_and(|next| !matches!(next, Ok((unsigned, _)) if unsigned.entries.is_empty()))
    }

    fn begin(&self, ledger: &Ledger) -> Result<(Unsigned, Checking), Error> {
        let rows = {
            let view = ledger.store.view()?;
            extends(&*view, &self.from.head())?;
            view.entries(self.from.size(), self.limit(), BUDGET)?
        };
        let mut read = check(rows, &self.from, ledger.vault(), |_, _, _| ())?;
        let checking = Checking::of(std::mem::take(&mut read.signed));
        Ok((read, checking))
    }

    fn limit(&self) -> usize {
        let left = self.end.map(|end| usize::try_from(end.saturating_sub(self.from.size())).unwrap_or(usize::MAX));
        left.map_or(self.limit, |left| left.min(self.limit))
    }
}

/// Entries of which everything was checked but the signatures: nobody sees them before that is done.
pub(crate) struct Unsigned {
    pub entries: Vec<Entry>,
    pub position: Position,
    pub signed: Vec<Signed>,
}

/// Checks rows that follow `from`, all but the signatures; `node` is told of each subtree that they make complete, with the entry that did.
pub(crate) fn check(
    rows: Vec<StoredEntry>,
    from: &Position,
    vault: &VaultId,
    mut node: impl FnMut(u64, NodeAt, Hash),
) -> Result<Unsigned, Error> {
    let mut position = from.clone();
    let mut entries = Vec::with_capacity(rows.len());
    let mut signed = Vec::with_capacity(rows.len());
    let mut prior = from.frontier.root();
    for StoredEntry { position: place, body, signatures, parts } in rows {
        let index = position.size();
        let entry = parse(place, &body, parts, index, vault)?;
        if entry.prior != prior {
            return Err(Error::at(index, Flaw::History));
        }
        if entry.at_ms < position.last_ms {
            return Err(Error::at(index, Flaw::Time));
        }
        introduce(&entry, &mut position)?;
        let key = position.authors.get(&entry.author).ok_or(Error::at(index, Flaw::Author))?;
        let leaf = leaf(&body, &signatures);
        let signatures = Signatures::from_bytes(&signatures).map_err(|_| Error::at(index, Flaw::Signature))?;
        signed.push(Signed { index, key: key.clone(), weight: entry.weight, body, signatures });
        position.last_ms = entry.at_ms;
        position.frontier.push(leaf, |at, hash| node(index, at, hash));
        prior = position.frontier.root();
        entries.push(entry);
    }
    Ok(Unsigned { entries, position, signed })
}

/// Reads one row and compares it with its body: place, vault, parts.
fn parse(place: u64, body: &[u8], parts: Vec<Part>, index: u64, vault: &VaultId) -> Result<Entry, Error> {
    let wrong = |flaw| Error::at(index, flaw);
    if place != index {
        return Err(wrong(Flaw::Gap));
    }
    let body = Body::decode(body, index)?;
    if body.index != index {
        return Err(wrong(Flaw::Gap));
    }
    if body.vault != *vault {
        return Err(wrong(Flaw::Vault));
    }
    let fits = body.parts.len() == parts.len()
        && body
            .parts
            .iter()
            .zip(&parts)
            .all(|((audience, hash), part)| *audience == part.audience && hash.0 == seal::sha256(&part.sealed));
    if !fits {
        return Err(wrong(Flaw::Part));
    }
    let Body { prior, author, at_ms, weight, .. } = body;
    Ok(Entry { index, at_ms, author, weight, prior, parts })
}

/// Takes up the keys that an entry introduces. Only the first entry may introduce its own author.
fn introduce(entry: &Entry, position: &mut Position) -> Result<(), Error> {
    let wrong = Error::at(entry.index, Flaw::Author);
    if entry.index > 0 && !position.authors.contains_key(&entry.author) {
        return Err(wrong);
    }
    for part in entry.parts.iter().filter(|part| part.audience == AUTHOR) {
        let Ok(key) = VerifyingKey::from_bytes(&part.sealed) else { return Err(wrong) };
        if entry.weight != Weight::Dual {
            return Err(wrong);
        }
        position.authors.insert(key.key_id(), key);
    }
    Ok(())
}

pub(crate) struct Signed {
    index: u64,
    key: VerifyingKey,
    weight: Weight,
    body: Vec<u8>,
    signatures: Signatures,
}

impl Signed {
    fn verify(&self) -> Result<(), SignatureError> {
        self.key.verify_in_log(self.weight, &self.body, &self.signatures)
    }
}

/// Signatures that are being checked, on as many threads as there are cores.
///
/// Those of a thread are checked in one equation. By the rules of ZIP 215 a signature is right among others if and only if it
/// is right alone, so it does not matter who reads which entries together.
#[must_use]
pub(crate) struct Checking {
    threads: Vec<JoinHandle<Option<u64>>>,
    /// Too few for a thread.
    rest: Vec<Signed>,
}

impl Checking {
    pub fn of(signed: Vec<Signed>) -> Checking {
        if signed.len() < WORTH_A_THREAD {
            return Checking { threads: Vec::new(), rest: signed };
        }
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let share = signed.len().div_ceil(cores).max(1);
        let mut signed = signed.into_iter();
        let mut threads = Vec::with_capacity(cores);
        loop {
            let chunk: Vec<Signed> = signed.by_ref().take(share).collect();
            if chunk.is_empty() {
                return Checking { threads, rest: Vec::new() };
            }
            threads.push(thread::spawn(move || first_wrong(&chunk)));
        }
    }

    /// Waits for all of them, and names the first entry that is wrong.
    pub fn done(self) -> Result<(), Error> {
        let mine = first_wrong(&self.rest);
        // A thread that died has checked nothing: its entries count as wrong.
        let theirs = self.threads.into_iter().map(|thread| thread.join().unwrap_or(Some(u64::MAX)));
        match mine.into_iter().chain(theirs.flatten()).min() {
            None => Ok(()),
            Some(index) => Err(Error::at(index, Flaw::Signature)),
        }
    }
}

fn first_wrong(signed: &[Signed]) -> Option<u64> {
    if signed.len() >= WORTH_A_BATCH && together(signed).is_ok() {
        return None;
    }
    signed.iter().find(|signed| signed.verify().is_err()).map(|signed| signed.index)
}

fn together(signed: &[Signed]) -> Result<(), SignatureError> {
    let mut batch = Batch::default();
    for Signed { key, weight, body, signatures, .. } in signed {
        batch.add(key, *weight, body, signatures)?;
    }
    batch.verify()
}
