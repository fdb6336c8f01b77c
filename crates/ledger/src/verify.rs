use std::collections::BTreeMap;
use std::thread;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Flaw};
use crate::merkle::{Hash, NodeAt};
use crate::read::{Checking, Signed, Unsigned};
use crate::store::LogView;
use crate::{Head, Ledger, Position, merkle, read};

/// How many entries are checked in one go; between two goes other processes may write.
const BATCH: usize = 4096;

/// How far a log was verified again, from its first entry on: to go on from there another time. Keep it where it cannot be
/// altered, as a [`Position`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Verification {
    position: Position,
    /// The parts of the entries so far.
    parts: u64,
}

impl Verification {
    /// Nothing is verified yet.
    pub fn start() -> Verification {
        Verification { position: Position::start(), parts: 0 }
    }

    /// How many entries were verified.
    pub fn size(&self) -> u64 {
        self.position.size()
    }
}

/// How far verifying has come.
#[derive(Clone, Debug)]
pub enum Verifying {
    /// Whole so far.
    More(Verification),
    /// The whole log is, to this position.
    Whole(Position),
}

impl Ledger {
    /// Checks the whole log from its first entry, without any key: every body, part, signature and introduction, the tree
    /// and its stored nodes, and that the file holds nothing besides. Returns what was found to be whole.
    ///
    /// It cannot know of entries that were cut off at the end: compare the head with a [`Position`] or a checkpoint.
    ///
    /// # Errors
    /// [`Error::Integrity`] at the first entry that is wrong.
    pub fn verify(&self) -> Result<Head, Error> {
        Ok(self.verify_with(&mut |_, _| {})?.head())
    }

    /// As [`Ledger::verify`], telling after each few thousand entries how many of how many are done.
    ///
    /// # Errors
    /// As [`Ledger::verify`].
    pub fn verify_with(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<Position, Error> {
        let mut done = Verification::start();
        let mut checking: Option<Checking> = None;
        // The store's own check reads all of it once more: in addition to the rest, not after it.
        let storage = thread::spawn(self.store.checker()?);
        loop {
            let step = self.all_but_signatures(&done, BATCH);
            // Those of the entries before were checked meanwhile, and what is wrong there comes first.
            if let Some(before) = checking.take() {
                before.done()?;
            }
            match step? {
                (Verifying::Whole(position), _) => {
                    // A thread that died has found nothing good.
                    storage.join().unwrap_or(Err(Error::whole(Flaw::File)))?;
                    return Ok(position);
                }
                (Verifying::More(more), signed) => {
                    done = more;
                    checking = Some(Checking::of(signed));
                }
            }
            progress(done.size(), self.store.view()?.size()?);
        }
    }

    /// Verifies up to `limit` entries more, fewer when they are large. After the last, that the file holds nothing besides.
    ///
    /// # Errors
    /// As [`Ledger::verify`]; [`Error::RolledBack`], [`Error::Forked`] when what was verified before is not there any more.
    pub fn verify_on(&self, done: &Verification, limit: usize) -> Result<Verifying, Error> {
        let (step, signed) = self.all_but_signatures(done, limit)?;
        Checking::of(signed).done()?;
        if matches!(step, Verifying::Whole(_)) {
            self.store.view()?.check_storage()?;
        }
        Ok(step)
    }

    /// As [`Ledger::verify_on`], and what is signed in those entries, which is still to be checked, as the storage is.
    fn all_but_signatures(&self, done: &Verification, limit: usize) -> Result<(Verifying, Vec<Signed>), Error> {
        let Verification { position, parts } = done;
        let view = self.store.view()?;
        read::extends(&*view, &position.head())?;
        let rows = view.entries(position.size(), limit, read::BUDGET)?;
        if rows.is_empty() {
            let size = position.size();
            // Whatever no entry accounts for was put there by somebody else.
            let held = view.counts()?;
            let whole = Error::whole;
            if held.entries != size {
                return Err(whole(Flaw::Gap));
            }
            if held.parts != *parts {
                return Err(whole(Flaw::Part));
            }
            if held.nodes != merkle::node_count(size) {
                return Err(whole(Flaw::Node));
            }
            return Ok((Verifying::Whole(position.clone()), Vec::new()));
        }
        let mut made = Made::default();
        let read = read::check(rows, position, self.vault(), |entry, at, hash| made.add(entry, at, hash));
        // They are of entries before the one that is wrong, if one is.
        made.are_stored(&*view)?;
        let Unsigned { entries, position: next, signed } = read?;
        let parts = parts + entries.iter().map(|entry| entry.parts.len() as u64).sum::<u64>();
        Ok((Verifying::More(Verification { position: next, parts }), signed))
    }
}

/// The subtrees that entries made complete, by level: on each level one after the other.
#[derive(Default)]
struct Made(BTreeMap<u8, Vec<(u64, u64, Hash)>>);

impl Made {
    fn add(&mut self, entry: u64, at: NodeAt, hash: Hash) {
        self.0.entry(at.level).or_default().push((entry, at.place, hash));
    }

    /// # Errors
    /// [`Error::Integrity`] at the first entry of which the store has another subtree, or none.
    fn are_stored(&self, view: &dyn LogView) -> Result<(), Error> {
        let mut wrong: Option<u64> = None;
        for (level, made) in &self.0 {
            let (Some((_, first, _)), Some((_, last, _))) = (made.first(), made.last()) else { continue };
            let stored = view.nodes(*level, *first..last.saturating_add(1))?;
            let mut stored = stored.into_iter().peekable();
            // One that is missing must not make those after it wrong.
            let differs =
                made.iter().find(|(_, place, hash)| stored.next_if(|(at, _)| at == place) != Some((*place, *hash)));
            wrong = wrong.into_iter().chain(differs.map(|(entry, ..)| *entry)).min();
        }
        wrong.map_or(Ok(()), |entry| Err(Error::at(entry, Flaw::Node)))
    }
}
