//! A few chunks together: the amount that one thread seals or opens at a time.

use std::io::{self, Read};

use zeroize::Zeroizing;

use crate::chunk::{CHUNK, ChunkPlace, Layout, PayloadKey, SEALED_CHUNK, TAG};
use crate::pipe::Produced;

/// Few enough that those in flight take some MiB, enough that waking threads costs little.
pub(crate) const CHUNKS: usize = 8;
const PLAIN: usize = CHUNKS * CHUNK;

/// Consecutive chunks. Each has a slot of [`SEALED_CHUNK`] bytes, its plaintext at the slot's beginning.
pub(crate) struct Segment {
    /// Index in the payload of the first chunk.
    pub(crate) first: u64,
    /// Plaintext bytes.
    pub(crate) plain: usize,
    /// Where the last of these chunks stands in the payload.
    end: ChunkPlace,
    bytes: Zeroizing<Vec<u8>>,
}

impl Segment {
    /// As many as keep `threads` busy. They take memory once they are used.
    pub(crate) fn spare(threads: usize) -> Vec<Self> {
        (0..2 * threads + 2).map(|_| Self::empty()).collect()
    }

    pub(crate) fn empty() -> Self {
        Self { first: 0, plain: 0, end: ChunkPlace::Last, bytes: Zeroizing::new(Vec::new()) }
    }

    /// Holds nothing from now on. Keeps its room.
    pub(crate) fn clear(&mut self) {
        self.plain = 0;
    }

    /// Whether there is plaintext of chunk `index` here.
    pub(crate) fn holds(&self, index: u64) -> bool {
        index.checked_sub(self.first).is_some_and(|within| within < self.plain.div_ceil(CHUNK) as u64)
    }

    /// The plaintext of chunk `index`; empty when it is not here.
    pub(crate) fn plain_chunk(&self, index: u64) -> &[u8] {
        let within = index.checked_sub(self.first).and_then(|within| usize::try_from(within).ok());
        within.and_then(|within| self.plain().nth(within)).unwrap_or_default()
    }

    /// Makes room for `len` bytes, and keeps what is there. Unlike a `Vec` that grows, it leaves nothing behind.
    fn make_room(&mut self, len: usize) {
        if self.bytes.len() < len {
            let mut bytes = Zeroizing::new(vec![0; len]);
            bytes.iter_mut().zip(self.bytes.iter()).for_each(|(to, from)| *to = *from);
            self.bytes = bytes;
        }
    }

    pub(crate) fn chunks(&self) -> usize {
        self.plain.div_ceil(CHUNK).max(1)
    }

    fn sealed_len(&self) -> usize {
        self.plain + self.chunks() * TAG
    }

    /// The chunks as they stand in the sealed file, one behind the other.
    pub(crate) fn sealed(&mut self) -> &mut [u8] {
        let len = self.sealed_len();
        self.bytes.get_mut(..len).unwrap_or_default()
    }

    /// The plaintext, chunk by chunk.
    pub(crate) fn plain(&self) -> impl Iterator<Item = &[u8]> {
        let full = self.bytes.chunks(SEALED_CHUNK).map(|slot| slot.get(..CHUNK).unwrap_or(slot));
        full.scan(self.plain, |left, chunk| {
            let chunk = chunk.get(..*left).unwrap_or(chunk);
            *left -= chunk.len();
            Some(chunk)
        })
        .take_while(|chunk| !chunk.is_empty())
    }

    /// Each chunk with its tag, its index in the payload and its place.
    fn slots(&mut self) -> impl Iterator<Item = (u64, ChunkPlace, &mut [u8])> {
        let (first, end, count) = (self.first, self.end, self.chunks());
        self.sealed()
            .chunks_mut(SEALED_CHUNK)
            .zip(first..)
            .enumerate()
            .map(move |(at, (slot, index))| (index, if at + 1 == count { end } else { ChunkPlace::Inner }, slot))
    }

    /// Takes on `count` chunks from `first` of a payload that is there already, or as many as there are.
    pub(crate) fn take_on(&mut self, layout: &Layout, first: u64, count: u64) {
        let after = (first + count).min(layout.chunks);
        self.first = first;
        self.end = layout.place(after - 1);
        let whole = usize::try_from(after - first).unwrap_or_default() * CHUNK;
        self.plain = match self.end {
            ChunkPlace::Inner => whole,
            ChunkPlace::Last => whole - CHUNK + layout.last,
        };
        self.make_room(self.sealed_len());
    }

    pub(crate) fn seal(&mut self, key: &PayloadKey) {
        self.slots().for_each(|(index, place, slot)| key.seal(index, place, slot));
    }

    /// False when a chunk is not what was sealed there.
    pub(crate) fn open(&mut self, key: &PayloadKey) -> bool {
        self.slots().all(|(index, place, slot)| key.open(index, place, slot).is_some())
    }
}

/// Cuts what a reader gives into segments.
pub(crate) struct Cutter<'a, R: Read + ?Sized> {
    from: &'a mut R,
    /// The byte after the segment that was cut last: it tells whether that one was the end.
    ahead: Option<u8>,
    next: u64,
}

impl<'a, R: Read + ?Sized> Cutter<'a, R> {
    pub(crate) fn new(from: &'a mut R) -> Self {
        Self { from, ahead: None, next: 0 }
    }

    /// A reader that gives nothing is cut into one empty segment.
    pub(crate) fn cut(&mut self, segment: &mut Segment) -> io::Result<Produced> {
        if self.next > 0 && self.ahead.is_none() {
            return Ok(Produced::End);
        }
        segment.first = self.next;
        segment.plain = 0;
        for at in 0..CHUNKS {
            // Most documents are small, and wiping room that was not needed takes longer than sealing them.
            segment.make_room(if at == 0 { SEALED_CHUNK } else { CHUNKS * SEALED_CHUNK });
            let room = segment.bytes.get_mut(at * SEALED_CHUNK..at * SEALED_CHUNK + CHUNK).unwrap_or_default();
            let carried = match (self.ahead.take(), room.first_mut()) {
                (Some(byte), Some(start)) => {
                    *start = byte;
                    1
                }
                _ => 0,
            };
            let read = carried + fill(self.from, room.get_mut(carried..).unwrap_or_default())?;
            segment.plain += read;
            if read < CHUNK {
                break;
            }
        }
        let mut ahead = [0];
        if segment.plain == PLAIN && fill(self.from, &mut ahead)? == 1 {
            self.ahead = ahead.first().copied();
        }
        segment.end = if self.ahead.is_some() { ChunkPlace::Inner } else { ChunkPlace::Last };
        self.next += CHUNKS as u64;
        Ok(if self.ahead.is_some() { Produced::Job } else { Produced::Last })
    }
}

/// Reads until `room` is full or there is no more.
fn fill<R: Read + ?Sized>(from: &mut R, room: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = room.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match from.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
