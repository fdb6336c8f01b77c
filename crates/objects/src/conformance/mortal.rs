//! A process that may die at any step, as a place for objects.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use ledger::conformance::Life;
use seal::{ObjectId, ReadAt, WriteAt};

use crate::{Error, Heads, Held, LeftOver, ObjectStore};

/// A place through which a process works that may die: from then on nothing that it does reaches the place, and it learns
/// nothing of what it did last. Its rights end with it, as the system sees to.
pub struct Mortal {
    place: Arc<dyn ObjectStore>,
    life: Life,
}

impl Mortal {
    pub fn new(place: Arc<dyn ObjectStore>, life: Life) -> Mortal {
        Mortal { place, life }
    }

    fn living<T>(&self, act: impl FnOnce(&dyn ObjectStore) -> Result<T, Error>) -> Result<T, Error> {
        let dead = || Error::io("objects", io::ErrorKind::BrokenPipe.into());
        if !self.life.spend() {
            return Err(dead());
        }
        let came = act(&*self.place);
        if self.life.spend() { came } else { Err(dead()) }
    }
}

impl std::fmt::Debug for Mortal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mortal({:?})", self.place)
    }
}

impl ObjectStore for Mortal {
    fn writing(&self) -> Result<Held, Error> {
        self.living(|place| place.writing())
    }

    fn collecting(&self) -> Result<Option<Held>, Error> {
        self.living(|place| place.collecting())
    }

    fn draft(&self, id: &ObjectId) -> Result<Box<dyn WriteAt>, Error> {
        self.living(|place| place.draft(id))
    }

    fn draft_text(&self, id: &ObjectId, sealed: &[u8]) -> Result<(), Error> {
        self.living(|place| place.draft_text(id, sealed))
    }

    fn text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        self.living(|place| place.text(id))
    }

    fn drop_drafts(&self, ids: &[ObjectId]) {
        for id in ids {
            let _ = self.living(|place| {
                place.drop_drafts(std::slice::from_ref(id));
                Ok(())
            });
        }
    }

    fn put(&self, ids: &[ObjectId]) -> Result<(), Error> {
        self.living(|place| place.put(ids))
    }

    fn open(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, Error> {
        self.living(|place| place.open(id))
    }

    fn remove(&self, id: &ObjectId) -> Result<bool, Error> {
        self.living(|place| place.remove(id))
    }

    fn list(&self, after: Option<&ObjectId>, limit: usize) -> Result<Vec<ObjectId>, Error> {
        self.living(|place| place.list(after, limit))
    }

    fn note(&self, batch: &str, text: &[u8]) -> Result<(), Error> {
        self.living(|place| place.note(batch, text))
    }

    fn comes_late(&self) -> bool {
        self.place.comes_late()
    }

    fn unanswered(&self) -> u64 {
        self.place.unanswered()
    }

    fn is_over(&self, batch: &str) -> Result<bool, Error> {
        self.living(|place| place.is_over(batch))
    }

    fn belongings(&self) -> Result<BTreeSet<ObjectId>, Error> {
        self.living(|place| place.belongings())
    }

    fn noted(&self, batch: &str) -> Result<Option<Vec<u8>>, Error> {
        self.living(|place| place.noted(batch))
    }

    fn heading(&self) -> Result<Option<Held>, Error> {
        self.living(|place| place.heading())
    }

    fn note_heads(&self, batch: &str, heads: &Heads) -> Result<(), Error> {
        self.living(|place| place.note_heads(batch, heads))
    }

    fn noted_heads(&self, batch: &str) -> Result<Option<Heads>, Error> {
        self.living(|place| place.noted_heads(batch))
    }

    fn put_heads(&self, heads: &Heads) -> Result<(), Error> {
        // A process that dies here may have written any part of them.
        for (id, head) in heads {
            for bytes in [0, 1, head.len() / 2, head.len()] {
                let part = head.get(..bytes).unwrap_or_default().to_vec();
                self.living(|place| place.put_heads(&vec![(id.clone(), part)]))?;
            }
        }
        Ok(())
    }

    fn left_over(&self) -> Result<Vec<LeftOver>, Error> {
        self.living(|place| place.left_over())
    }

    fn clear(&self, left: &LeftOver) -> Result<bool, Error> {
        self.living(|place| place.clear(left))
    }
}
