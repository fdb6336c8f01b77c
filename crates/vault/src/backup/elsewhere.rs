//! The objects of a shared vault, for a backup of it: they are read from where they are. The backup is one of a folder, and what
//! is restored from it is a vault in a folder.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use objects::{Held, LeftOver, ObjectStore, place, text_place};
use seal::{Flow, ObjectId, ReadAt};

use super::Tell;
use super::manifest::{Item, OBJECTS, TMP, VaultFile, kind};
use super::shelf::Shelf;
use crate::Error;

/// How much of an object tells whether it was given a new head: more than the longest.
const BEGINNING: u64 = 64 << 10;
const PAGE: usize = 1000;
/// How long one waits between two looks whether everybody has done writing, and how often one looks.
const LOOK: Duration = Duration::from_millis(100);
const LOOKS: u32 = 1200;
/// Ends the place of a note of intent.
const INTENT: &str = ".filing";

pub(super) struct Elsewhere<'m> {
    store: Arc<dyn ObjectStore>,
    shelf: &'m Shelf,
}

impl<'m> Elsewhere<'m> {
    pub fn new(store: Arc<dyn ObjectStore>, shelf: &'m Shelf) -> Elsewhere<'m> {
        Elsewhere { store, shelf }
    }

    /// The right to be alone with the objects: nobody writes.
    pub fn alone(&self, tell: &mut Tell<'_>) -> Result<Held, Error> {
        waited(|| self.store.collecting(), tell)
    }

    /// As long as this is kept, nobody gives an object a new head.
    pub fn unchanged(&self, tell: &mut Tell<'_>) -> Result<Held, Error> {
        waited(|| self.store.heading(), tell)
    }

    /// Where objects lie in the folder of a vault, with the texts that they may have, and notes of broken-off work.
    pub fn listed(&self) -> Result<Vec<String>, Error> {
        let mut ids: Vec<ObjectId> = Vec::new();
        loop {
            let page = self.store.list(ids.last(), PAGE)?;
            let is_last = page.len() < PAGE;
            ids.extend(page);
            if is_last {
                break;
            }
        }
        let mut listed: Vec<String> = ids.iter().flat_map(|id| [place(id), text_place(id)]).collect();
        // Objects are read with the heads that are noted for them.
        listed.extend(self.store.left_over()?.into_iter().filter_map(|left| match left {
            LeftOver::Note(batch) => Some(format!("{OBJECTS}/{TMP}/{batch}{INTENT}")),
            LeftOver::Draft(_) | LeftOver::Heads(_) | LeftOver::Unfinished(_) => None,
        }));
        listed.sort();
        Ok(listed)
    }

    /// Copies one of them unless it is there as it is. None: there is none.
    pub fn take(
        &self,
        at: &str,
        known: Option<&Item>,
        healed: &mut BTreeSet<String>,
        goes_on: &mut dyn FnMut() -> Flow,
    ) -> Result<Option<Item>, Error> {
        let name = at.rsplit_once('/').map_or(at, |(_, name)| name);
        let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
        let bytes = match kind(at) {
            Some(VaultFile::Object) => {
                let id = ObjectId::parse(stem)?;
                let taken = self.object(at, &id, known, healed, goes_on);
                // One that was taken away while it was read is gone, as if it had been so before: until nobody writes, that happens.
                return if taken.is_err() && self.store.open_there(&id)?.is_none() { Ok(None) } else { taken };
            }
            Some(VaultFile::Text) => self.store.text(&ObjectId::parse(stem)?)?,
            Some(VaultFile::Note) => self.store.noted(stem)?,
            Some(VaultFile::Settings | VaultFile::Log | VaultFile::Identity | VaultFile::Partner) | None => None,
        };
        bytes.map(|bytes| self.shelf.keep(&mut bytes.as_slice(), at, goes_on)).transpose()
    }

    fn object(
        &self,
        at: &str,
        id: &ObjectId,
        known: Option<&Item>,
        healed: &mut BTreeSet<String>,
        goes_on: &mut dyn FnMut() -> Flow,
    ) -> Result<Option<Item>, Error> {
        let Some(object) = self.store.open_there(id)? else { return Ok(None) };
        let failed = |error| Error::io(at, error);
        let length = object.len().map_err(failed)?;
        let known = known.filter(|item| item.size == length);
        if let Some(item) = known
            && !self.shelf.holds(item, goes_on)?
        {
            healed.insert(at.to_owned());
        } else if let Some(item) = known {
            let (mut kept, mut now) = (Vec::new(), Vec::new());
            self.shelf.open(item, at)?.take(BEGINNING).read_to_end(&mut kept).map_err(failed)?;
            Reading { object: &*object, at: 0 }.take(BEGINNING).read_to_end(&mut now).map_err(failed)?;
            if kept == now {
                return Ok(Some(Item { stamp: None, ..item.clone() }));
            }
        }
        self.shelf.keep(&mut Reading { object: &*object, at: 0 }, at, goes_on).map(Some)
    }
}

/// Waits until a right is had.
fn waited(mut ask: impl FnMut() -> Result<Option<Held>, objects::Error>, tell: &mut Tell<'_>) -> Result<Held, Error> {
    for _ in 0..LOOKS {
        if tell.again() == Flow::Stop {
            return Err(Error::Cancelled);
        }
        if let Some(held) = ask()? {
            return Ok(held);
        }
        std::thread::sleep(LOOK);
    }
    Err(Error::Busy)
}

/// An object, read from its beginning.
struct Reading<'o> {
    object: &'o dyn ReadAt,
    at: u64,
}

impl Read for Reading<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.object.read_at(into, self.at)?;
        self.at += count as u64;
        Ok(count)
    }
}
