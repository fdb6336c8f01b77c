//! An object in the bucket, read from any place in it.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use objects::{Brought, Cache, CacheKey, Error as ObjectError, NewCopy, ObjectCopy};
use seal::{Flow, ObjectId, ReadAt};

use crate::Error;
use crate::bucket::{Bucket, LONGEST};
use crate::runtime;

/// What is fetched at once. A piece is a whole number of them.
const BLOCK: u64 = 1 << 20;
/// How many pieces of one object are put, or parts of it fetched, at once.
pub(crate) const PIECES_AT_ONCE: usize = 4;
/// How many blocks are kept: several threads read next to one another.
const KEPT: usize = 8;
/// So much of an object is never read from a copy: its head, which may be renewed.
const HEAD: u64 = 4 << 10;
/// After so many blocks more is read than the beginning and the end, and a copy is made.
const EARLY: usize = 4;

/// Where the pieces of an object lie, and how long it is.
pub(crate) struct Pieces {
    pub(crate) first: String,
    /// The folder of the pieces after the first, where there are any.
    pub(crate) rest: Option<String>,
    pub(crate) length: u64,
    /// What the server says of the first one: it says something else once another was put in its place.
    pub(crate) version: String,
}

impl Pieces {
    /// Which object a copy is of.
    pub(crate) fn key(&self, id: &ObjectId) -> CacheKey {
        let said = format!("{}\n{}", self.rest.as_deref().unwrap_or_default(), self.version);
        CacheKey::new(id, self.length, &said)
    }

    /// The piece of this number.
    pub(crate) fn name(&self, number: u64) -> Option<String> {
        if number == 0 { Some(self.first.clone()) } else { Some(piece(self.rest.as_ref()?, number)) }
    }
}

/// The name of a piece after the first. Names are in the order of the pieces.
pub(crate) fn piece(folder: &str, number: u64) -> String {
    format!("{folder}/{number:08}")
}

pub(crate) struct Object {
    bucket: Bucket,
    pieces: Pieces,
    blocks: Mutex<VecDeque<(u64, Bytes)>>,
    copied: Option<Copied>,
}

/// The copy that is kept here of an object, or is being made of what is read.
struct Copied {
    cache: Cache,
    key: CacheKey,
    /// None once it is not believed any more, or there was none.
    there: Mutex<Option<Arc<ObjectCopy>>>,
    /// Whether there was one when the object was opened.
    was_there: bool,
    /// The beginning of the object, as the bucket has it.
    head: OnceLock<Bytes>,
    filling: Mutex<Option<Filling>>,
}

/// A copy that is made of blocks as they are read. It is one when all of them were.
struct Filling {
    /// Which blocks it has.
    has: Vec<bool>,
    left: u64,
    /// The first ones, until it is clear that more than the ends are read.
    early: Vec<(u64, Bytes)>,
    copy: Option<NewCopy>,
}

impl Object {
    pub(crate) fn new(bucket: Bucket, pieces: Pieces) -> Object {
        Object { bucket, pieces, blocks: Mutex::default(), copied: None }
    }

    /// From the copy that is kept here, where there is one; else one is made of what is read.
    pub(crate) fn through(self, cache: &Cache, key: CacheKey) -> Object {
        let there = cache.copy(&key).map(Arc::new);
        let was_there = there.is_some();
        let filling = if was_there { None } else { Filling::of(&key) };
        let (cache, there, filling) = (cache.clone(), Mutex::new(there), Mutex::new(filling));
        Object { copied: Some(Copied { cache, key, there, was_there, head: OnceLock::new(), filling }), ..self }
    }

    fn block(&self, number: u64) -> Result<Bytes, Error> {
        let kept = |blocks: &VecDeque<(u64, Bytes)>| {
            blocks.iter().find(|(kept, _)| *kept == number).map(|(_, bytes)| bytes.clone())
        };
        if let Some(bytes) = kept(&self.blocks.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(bytes);
        }
        let fetched = runtime::wait_long(fetch(&self.bucket, &self.pieces, number))?;
        if let Some(copied) = &self.copied {
            copied.take(number, &fetched);
        }
        let mut blocks = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
        if blocks.len() >= KEPT {
            blocks.pop_front();
        }
        blocks.push_back((number, fetched.clone()));
        Ok(fetched)
    }

    /// Reads from the copy that is kept here; none where there is none, or it gives nothing. The beginning comes from the bucket.
    fn read_copy(&self, into: &mut [u8], at: u64) -> Result<Option<usize>, Error> {
        let Some(copied) = &self.copied else { return Ok(None) };
        let Some(copy) = copied.there() else { return Ok(None) };
        if at < HEAD {
            let head = match copied.head.get() {
                Some(head) => head.clone(),
                None => {
                    let range = self.bucket.range(&self.pieces.first, 0, HEAD.min(self.pieces.length));
                    let head = runtime::wait_long(range)?.ok_or(Error::Answer)?;
                    copied.head.get_or_init(|| head).clone()
                }
            };
            return Ok(Some(give(&head, at, into)));
        }
        match copy.read_at(into, at) {
            Ok(read @ 1..) => Ok(Some(read)),
            // A disk that fails keeps nobody from reading what lies in the bucket.
            Ok(0) | Err(_) => {
                self.distrust();
                Ok(None)
            }
        }
    }
}

/// Makes a copy of an object, unless there is one. `goes_on` is told how many bytes came.
pub(crate) fn bring(
    bucket: &Bucket,
    pieces: &Pieces,
    cache: &Cache,
    key: &CacheKey,
    goes_on: &mut dyn FnMut(u64) -> Flow,
) -> Result<Brought, ObjectError> {
    if cache.copy(key).is_some() {
        return Ok(Brought::Here);
    }
    let Some(copy) = cache.begin(key) else { return Ok(Brought::NoRoom) };
    let blocks: Vec<u64> = (0..pieces.length.div_ceil(BLOCK)).collect();
    for some in blocks.chunks(PIECES_AT_ONCE) {
        let fetched: Vec<Bytes> = runtime::wait_long(async {
            let fetched = some.iter().map(|number| fetch(bucket, pieces, *number));
            futures_util::future::try_join_all(fetched).await
        })?;
        let mut came = 0;
        for (number, block) in some.iter().zip(fetched) {
            if copy.write_at(&block, number * BLOCK).is_err() {
                return Ok(Brought::NoRoom);
            }
            came += block.len() as u64;
        }
        if goes_on(came) == Flow::Stop {
            return Err(ObjectError::Cancelled);
        }
    }
    Ok(if copy.finish().is_ok() { Brought::Fetched(pieces.length) } else { Brought::NoRoom })
}

/// The bytes of one block.
async fn fetch(bucket: &Bucket, pieces: &Pieces, number: u64) -> Result<Bytes, Error> {
    let from = number * BLOCK;
    let count = BLOCK.min(pieces.length.saturating_sub(from));
    // An object whose pieces are not there is not what the log says: a reader is told so.
    let name = pieces.name(from / LONGEST).ok_or(Error::Answer)?;
    bucket.range(&name, from % LONGEST, count).await?.ok_or(Error::Answer)
}

/// What stands at a place of these bytes; gives how many.
fn give(bytes: &Bytes, at: u64, into: &mut [u8]) -> usize {
    let from = usize::try_from(at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
    let count = from.len().min(into.len());
    if let (Some(into), Some(from)) = (into.get_mut(..count), from.get(..count)) {
        into.copy_from_slice(from);
    }
    count
}

impl Copied {
    fn there(&self) -> Option<Arc<ObjectCopy>> {
        self.there.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A block that was fetched goes into the copy that is being made.
    fn take(&self, number: u64, block: &Bytes) {
        let mut filling = self.filling.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(mut being) = filling.take() else { return };
        // Where it cannot be written there will be no copy, and the reader does not mind.
        if being.take(&self.cache, &self.key, number, block) && being.left > 0 {
            *filling = Some(being);
        } else if being.left == 0 {
            drop(being.copy.map(NewCopy::finish));
        }
    }
}

impl Filling {
    /// None: an object without bytes needs no copy.
    fn of(key: &CacheKey) -> Option<Filling> {
        let left = key.length().div_ceil(BLOCK);
        let has = vec![false; usize::try_from(left).ok()?];
        (left > 0).then(|| Filling { has, left, early: Vec::new(), copy: None })
    }

    /// Says whether it can go on.
    fn take(&mut self, cache: &Cache, key: &CacheKey, number: u64, block: &Bytes) -> bool {
        match usize::try_from(number).ok().and_then(|number| self.has.get_mut(number)) {
            Some(has) if !*has => *has = true,
            Some(_) | None => return true,
        }
        self.left -= 1;
        if self.copy.is_none() {
            self.early.push((number, block.clone()));
            if self.early.len() <= EARLY && self.left > 0 {
                return true;
            }
            self.copy = cache.begin(key);
        }
        let Some(copy) = &self.copy else { return false };
        let early = std::mem::take(&mut self.early);
        let mut written = early.iter().try_for_each(|(number, block)| copy.write_at(block, number * BLOCK));
        if early.is_empty() {
            written = copy.write_at(block, number * BLOCK);
        }
        if written.is_err() {
            // Dropped, it takes no room any more.
            self.copy = None;
        }
        written.is_ok()
    }
}

impl ReadAt for Object {
    fn len(&self) -> io::Result<u64> {
        Ok(self.pieces.length)
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        if at >= self.pieces.length || into.is_empty() {
            return Ok(0);
        }
        if let Some(read) = self.read_copy(into, at).map_err(as_io)? {
            return Ok(read);
        }
        let block = self.block(at / BLOCK).map_err(as_io)?;
        Ok(give(&block, at % BLOCK, into))
    }

    fn distrust(&self) -> bool {
        let Some(copied) = &self.copied else { return false };
        let believed = copied.there.lock().unwrap_or_else(PoisonError::into_inner).take();
        *copied.filling.lock().unwrap_or_else(PoisonError::into_inner) = None;
        if believed.is_some() {
            copied.cache.distrust(copied.key.id());
        } else if !copied.was_there {
            // What the bucket gave: no copy of that is kept.
            copied.cache.forget(copied.key.id());
        }
        // Several threads may have read from it.
        copied.was_there
    }
}

fn as_io(error: Error) -> io::Error {
    let kind = match error {
        Error::Offline => io::ErrorKind::NotConnected,
        Error::Answer | Error::Missing | Error::Certificate => io::ErrorKind::InvalidData,
        Error::Address(_)
        | Error::Secrets(_)
        | Error::Refused(_)
        | Error::Unconditional
        | Error::Exists
        | Error::Busy
        | Error::Full
        | Error::ReadOnly
        | Error::Server(_) => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}
