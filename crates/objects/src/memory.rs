//! Objects in memory, for simulation. Its clones are the same place.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Bound;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use seal::{ObjectId, ReadAt, WriteAt};

use crate::{Error, Headed, Heads, Held, LeftOver, ObjectStore};

/// A place for objects in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryObjects(Arc<SharedThings>);

#[derive(Debug, Default)]
struct SharedThings {
    things: Mutex<Things>,
    /// Told when somebody no longer collects.
    free: Condvar,
}

#[derive(Debug, Default)]
struct Things {
    objects: BTreeMap<ObjectId, Object>,
    drafts: BTreeMap<ObjectId, MemoryDraft>,
    texts: BTreeMap<ObjectId, Vec<u8>>,
    draft_texts: BTreeMap<ObjectId, Vec<u8>>,
    notes: BTreeMap<String, Vec<u8>>,
    heads: BTreeMap<String, Heads>,
    heading: bool,
    writers: usize,
    collecting: bool,
}

#[derive(Clone, Debug)]
struct Object(Arc<[u8]>);

#[derive(Clone, Debug, Default)]
struct MemoryDraft(Arc<Mutex<Vec<u8>>>);

impl MemoryObjects {
    pub fn new() -> MemoryObjects {
        MemoryObjects::default()
    }

    fn things(&self) -> MutexGuard<'_, Things> {
        self.0.things.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Writing(Arc<SharedThings>);

impl Drop for Writing {
    fn drop(&mut self) {
        let mut things = self.0.things.lock().unwrap_or_else(PoisonError::into_inner);
        things.writers = things.writers.saturating_sub(1);
    }
}

struct Collecting(Arc<SharedThings>);

impl Drop for Collecting {
    fn drop(&mut self) {
        self.0.things.lock().unwrap_or_else(PoisonError::into_inner).collecting = false;
        self.0.free.notify_all();
    }
}

struct Heading(Arc<SharedThings>);

impl Drop for Heading {
    fn drop(&mut self) {
        self.0.things.lock().unwrap_or_else(PoisonError::into_inner).heading = false;
    }
}

impl ObjectStore for MemoryObjects {
    fn writing(&self) -> Result<Held, Error> {
        let things = self.things();
        let mut things =
            self.0.free.wait_while(things, |things| things.collecting).unwrap_or_else(PoisonError::into_inner);
        things.writers += 1;
        Ok(Box::new(Writing(self.0.clone())))
    }

    fn collecting(&self) -> Result<Option<Held>, Error> {
        let mut things = self.things();
        if things.writers > 0 || things.collecting {
            return Ok(None);
        }
        things.collecting = true;
        Ok(Some(Box::new(Collecting(self.0.clone()))))
    }

    fn draft(&self, id: &ObjectId) -> Result<Box<dyn WriteAt>, Error> {
        let draft = MemoryDraft::default();
        let mut things = self.things();
        things.draft_texts.remove(id);
        things.drafts.insert(id.clone(), draft.clone());
        Ok(Box::new(draft))
    }

    fn draft_text(&self, id: &ObjectId, sealed: &[u8]) -> Result<(), Error> {
        self.things().draft_texts.insert(id.clone(), sealed.to_vec());
        Ok(())
    }

    fn text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.things().texts.get(id).cloned())
    }

    fn drop_drafts(&self, ids: &[ObjectId]) {
        let mut things = self.things();
        for id in ids {
            things.drafts.remove(id);
            things.draft_texts.remove(id);
        }
    }

    fn put(&self, ids: &[ObjectId]) -> Result<(), Error> {
        let mut things = self.things();
        if let Some(there) = ids.iter().find(|id| things.objects.contains_key(id)) {
            return Err(Error::Exists(there.to_string()));
        }
        if ids.iter().any(|id| !things.drafts.contains_key(id)) {
            return Err(Error::io("objects", io::ErrorKind::NotFound.into()));
        }
        for id in ids {
            if let Some(draft) = things.drafts.remove(id) {
                let bytes = draft.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
                things.objects.insert(id.clone(), Object(bytes.into()));
            }
            if let Some(text) = things.draft_texts.remove(id) {
                things.texts.insert(id.clone(), text);
            }
        }
        Ok(())
    }

    fn open(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, Error> {
        let things = self.things();
        let Some(object) = things.objects.get(id).cloned() else { return Ok(None) };
        let noted = things.heads.values().flatten().find(|(noted, _)| noted == id);
        Ok(Some(match noted {
            Some((_, head)) => Box::new(Headed { head: head.clone(), object }),
            None => Box::new(object),
        }))
    }

    fn remove(&self, id: &ObjectId) -> Result<bool, Error> {
        let mut things = self.things();
        things.texts.remove(id);
        Ok(things.objects.remove(id).is_some())
    }

    fn list(&self, after: Option<&ObjectId>, limit: usize) -> Result<Vec<ObjectId>, Error> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let things = self.things();
        Ok(things
            .objects
            .range::<ObjectId, _>((from, Bound::Unbounded))
            .take(limit)
            .map(|(id, _)| id.clone())
            .collect())
    }

    fn note(&self, batch: &str, text: &[u8]) -> Result<(), Error> {
        self.things().notes.insert(batch.to_owned(), text.to_vec());
        Ok(())
    }

    fn noted(&self, batch: &str) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.things().notes.get(batch).cloned())
    }

    fn heading(&self) -> Result<Option<Held>, Error> {
        let mut things = self.things();
        if things.heading {
            return Ok(None);
        }
        things.heading = true;
        Ok(Some(Box::new(Heading(self.0.clone()))))
    }

    fn note_heads(&self, batch: &str, heads: &Heads) -> Result<(), Error> {
        self.things().heads.insert(batch.to_owned(), heads.clone());
        Ok(())
    }

    fn noted_heads(&self, batch: &str) -> Result<Option<Heads>, Error> {
        Ok(self.things().heads.get(batch).cloned())
    }

    fn put_heads(&self, heads: &Heads) -> Result<(), Error> {
        let mut things = self.things();
        for (id, head) in heads {
            let Some(object) = things.objects.get_mut(id) else { continue };
            let mut bytes = object.0.to_vec();
            if let Some(beginning) = bytes.get_mut(..head.len()) {
                beginning.copy_from_slice(head);
                *object = Object(bytes.into());
            }
        }
        Ok(())
    }

    fn left_over(&self) -> Result<Vec<LeftOver>, Error> {
        let things = self.things();
        let notes = things.notes.keys().cloned().map(LeftOver::Note);
        let notes = notes.chain(things.heads.keys().cloned().map(LeftOver::Heads));
        let drafts: BTreeSet<ObjectId> = things.drafts.keys().chain(things.draft_texts.keys()).cloned().collect();
        Ok(notes.chain(drafts.into_iter().map(LeftOver::Draft)).collect())
    }

    fn clear(&self, left: &LeftOver) -> Result<bool, Error> {
        let mut things = self.things();
        Ok(match left {
            LeftOver::Note(batch) => things.notes.remove(batch).is_some(),
            LeftOver::Draft(id) => {
                let text = things.draft_texts.remove(id).is_some();
                things.drafts.remove(id).is_some() || text
            }
            LeftOver::Heads(batch) => things.heads.remove(batch).is_some(),
            LeftOver::Unfinished(_) => false,
        })
    }
}

impl ReadAt for Object {
    fn len(&self) -> io::Result<u64> {
        Ok(self.0.len() as u64)
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        let from = usize::try_from(at).ok().and_then(|at| self.0.get(at..)).unwrap_or_default();
        let count = from.len().min(into.len());
        if let (Some(into), Some(from)) = (into.get_mut(..count), from.get(..count)) {
            into.copy_from_slice(from);
        }
        Ok(count)
    }
}

impl WriteAt for MemoryDraft {
    fn written(&self) -> io::Result<u64> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).len() as u64)
    }

    fn write_all_at(&self, bytes: &[u8], at: u64) -> io::Result<()> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = usize::try_from(at).map_err(|_| io::ErrorKind::FileTooLarge)?;
        let end = at.checked_add(bytes.len()).ok_or(io::ErrorKind::FileTooLarge)?;
        if held.len() < end {
            held.resize(end, 0);
        }
        if let Some(into) = held.get_mut(at..end) {
            into.copy_from_slice(bytes);
        }
        Ok(())
    }
}
