//! An object in the bucket, read from any place in it.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::Bytes;
use objects::{Brought, Cache, CacheKey, Error as ObjectError, NewCopy, ObjectCopy};
use seal::{Flow, ObjectId, ReadAt};
use tokio::sync::OnceCell;
use tokio::task::AbortHandle;

use crate::Error;
use crate::bucket::{Bucket, LONGEST};
use crate::runtime;

/// What is fetched at once where somebody reads here and there. A piece is a whole number of them.
const BLOCK: u64 = 1 << 20;
/// The blocks of a piece, which are fetched together where somebody reads on and on.
const BLOCKS: u64 = LONGEST / BLOCK;
/// How many pieces of one object are put, or parts of it fetched, at once.
pub(crate) const PIECES_AT_ONCE: usize = 4;
/// How many blocks are kept: several threads read next to one another.
const KEPT: u64 = 8;
/// After so many steps from one block to the next, somebody reads on and on.
const STEPS: usize = 2;
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
    pieces: Arc<Pieces>,
    read: Mutex<Read>,
    copied: Option<Copied>,
}

/// What was read of an object, and what is fetched before it is asked for.
#[derive(Default)]
struct Read {
    spans: VecDeque<Arc<Span>>,
    /// The block that was asked for last.
    last: u64,
    /// How often in a row the next one was.
    steps: usize,
    under_way: Vec<AbortHandle>,
}

/// Blocks of one piece that are fetched together.
struct Span {
    first: u64,
    count: u64,
    /// Their bytes; none where the store did not answer.
    came: OnceCell<Option<Bytes>>,
    /// Whether the copy that is made here has them.
    is_copied: AtomicBool,
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
        Object { bucket, pieces: Arc::new(pieces), read: Mutex::default(), copied: None }
    }

    /// From the copy that is kept here, where there is one; else one is made of what is read.
    pub(crate) fn through(mut self, cache: &Cache, key: CacheKey) -> Object {
        let there = cache.copy(&key).map(Arc::new);
        let was_there = there.is_some();
        let filling = if was_there { None } else { Filling::of(&key) };
        let (cache, there, filling) = (cache.clone(), Mutex::new(there), Mutex::new(filling));
        self.copied = Some(Copied { cache, key, there, was_there, head: OnceLock::new(), filling });
        self
    }

    fn block(&self, number: u64) -> Result<Bytes, Error> {
        let (span, ahead) = self.read().asked(number, self.pieces.length.div_ceil(BLOCK));
        let came = runtime::wait_long(async {
            for span in ahead {
                let (bucket, pieces) = (self.bucket.clone(), Arc::clone(&self.pieces));
                // What fails is asked for once more by its reader, who says why.
                let fetched = runtime::spawn(async move { drop(span.fetch(&bucket, &pieces).await) });
                self.read().under_way.push(fetched);
            }
            span.fetch(&self.bucket, &self.pieces).await
        });
        let bytes = came.inspect_err(|_| self.read().spans.retain(|kept| !Arc::ptr_eq(kept, &span)))?;
        if let Some(copied) = &self.copied
            && !span.is_copied.swap(true, Ordering::SeqCst)
        {
            (span.first..span.end()).for_each(|number| copied.take(number, &span.block(&bytes, number)));
        }
        Ok(span.block(&bytes, number))
    }

    fn read(&self) -> std::sync::MutexGuard<'_, Read> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
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
            let fetched = some.iter().map(|number| fetch(bucket, pieces, *number, 1));
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

impl Drop for Object {
    /// Nobody asks any more for what is under way.
    fn drop(&mut self) {
        self.read().under_way.iter().for_each(AbortHandle::abort);
    }
}

impl Read {
    /// A block is asked for: with which others it comes, and what is fetched before anybody asks, of an object of so many blocks.
    fn asked(&mut self, number: u64, blocks: u64) -> (Arc<Span>, Vec<Arc<Span>>) {
        // Threads that share the work ask for blocks next to one another, and not always in their order.
        match number.checked_sub(self.last) {
            Some(1 | 2) => (self.last, self.steps) = (number, self.steps + 1),
            None if number + 2 >= self.last => {}
            Some(0) => {}
            Some(_) | None => (self.last, self.steps) = (number, 0),
        }
        let span = self.span(number, blocks).0;
        let mut ahead = Vec::new();
        let mut next = span.end();
        for _ in 0..(self.steps + 1).saturating_sub(STEPS).min(PIECES_AT_ONCE - 1) {
            if next >= blocks {
                break;
            }
            let (span, is_new) = self.span(next, blocks);
            next = span.end();
            if is_new {
                ahead.push(span);
            }
        }
        self.under_way.retain(|task| !task.is_finished());
        (span, ahead)
    }

    /// The span of a block, and whether nobody has asked for it yet.
    fn span(&mut self, number: u64, blocks: u64) -> (Arc<Span>, bool) {
        if let Some(kept) = self.spans.iter().find(|kept| (kept.first..kept.end()).contains(&number)) {
            return (Arc::clone(kept), false);
        }
        let on_and_on = self.steps >= STEPS;
        let count = if on_and_on { (BLOCKS - number % BLOCKS).min(blocks.saturating_sub(number)) } else { 1 };
        let kept = if on_and_on { BLOCKS * (PIECES_AT_ONCE as u64 + 1) } else { KEPT };
        while self.spans.iter().map(|span| span.count).sum::<u64>() + count > kept {
            self.spans.pop_front();
        }
        let span = Arc::new(Span {
            first: number,
            count: count.max(1),
            came: OnceCell::new(),
            is_copied: AtomicBool::new(false),
        });
        self.spans.push_back(Arc::clone(&span));
        (span, true)
    }
}

impl Span {
    /// The block after its last.
    fn end(&self) -> u64 {
        self.first + self.count
    }

    /// Its bytes, which are fetched once however many wait for them.
    async fn fetch(&self, bucket: &Bucket, pieces: &Pieces) -> Result<Bytes, Error> {
        let fetched = self.came.get_or_try_init(|| async {
            match fetch(bucket, pieces, self.first, self.count).await {
                Ok(bytes) => Ok(Some(bytes)),
                // Who waits has waited long enough, and does not wait as long again.
                Err(Error::Offline) => Ok(None),
                Err(error) => Err(error),
            }
        });
        fetched.await?.clone().ok_or(Error::Offline)
    }

    /// One block of them.
    fn block(&self, bytes: &Bytes, number: u64) -> Bytes {
        let place = |blocks: u64| usize::try_from(blocks * BLOCK).unwrap_or(usize::MAX).min(bytes.len());
        bytes.slice(place(number.saturating_sub(self.first))..place(number.saturating_sub(self.first) + 1))
    }
}

/// The bytes of so many blocks of one piece.
async fn fetch(bucket: &Bucket, pieces: &Pieces, number: u64, count: u64) -> Result<Bytes, Error> {
    let from = number * BLOCK;
    let count = (count * BLOCK).min(pieces.length.saturating_sub(from));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The first blocks and the lengths of what is fetched as these blocks are asked for, of an object of so many: for the one who asks,
    /// and ahead of him.
    fn asked(read: &mut Read, numbers: impl IntoIterator<Item = u64>, blocks: u64) -> Vec<(u64, u64)> {
        let mut fetched: Vec<(u64, u64)> = Vec::new();
        for number in numbers {
            let before: Vec<u64> = read.spans.iter().map(|span| span.first).collect();
            let (span, ahead) = read.asked(number, blocks);
            assert!((span.first..span.end()).contains(&number), "{number}");
            let new = std::iter::once(span).chain(ahead).filter(|span| !before.contains(&span.first));
            fetched.extend(new.map(|span| (span.first, span.count)));
        }
        fetched
    }

    #[test]
    fn who_reads_on_and_on_has_whole_pieces_under_way() {
        let mut read = Read::default();
        // The header, the end, and on from the beginning, as a document is opened.
        let opened = asked(&mut read, [0, 39, 0, 1], 40);
        assert_eq!(opened, [(0, 1), (39, 1), (1, 1)]);
        assert_eq!(asked(&mut read, [2], 40), [(2, 6), (8, 8)]);
        assert_eq!(asked(&mut read, 3..8, 40), [(16, 8), (24, 8)]);
        assert_eq!(asked(&mut read, 8..10, 40), [(32, 8)], "as far as it goes");
        assert_eq!(asked(&mut read, 10..40, 40), []);
    }

    #[test]
    fn threads_that_share_the_work_read_on_and_on() {
        let mut read = Read::default();
        asked(&mut read, [1, 0, 2, 1, 3, 2], 40);
        assert_eq!(read.steps, 3);
        assert!(read.spans.iter().any(|span| span.count == BLOCKS), "whole pieces");
    }

    #[test]
    fn who_reads_here_and_there_has_single_blocks_of_which_few_are_kept() {
        let mut read = Read::default();
        let fetched = asked(&mut read, (0..400).map(|step| step * 37 % 400), 400);
        assert_eq!(fetched.len(), 400);
        assert!(fetched.iter().all(|(_, count)| *count == 1));
        assert_eq!(read.spans.len() as u64, KEPT);
    }

    #[test]
    fn what_is_kept_while_somebody_reads_on_and_on_is_bounded() {
        let mut read = Read::default();
        for number in 0..4000 {
            asked(&mut read, [number], 4000);
            assert!(read.spans.iter().map(|span| span.count).sum::<u64>() <= 5 * BLOCKS, "{number}");
        }
    }

    #[test]
    fn a_block_is_cut_out_of_its_span() {
        let span = Span { first: 6, count: 2, came: OnceCell::new(), is_copied: AtomicBool::new(false) };
        let bytes = Bytes::from([vec![6; 1 << 20], vec![7; 5]].concat());
        assert_eq!(span.block(&bytes, 6), vec![6; 1 << 20]);
        assert_eq!(span.block(&bytes, 7), vec![7; 5]);
        assert!(span.block(&bytes.slice(..3), 7).is_empty());
    }
}
