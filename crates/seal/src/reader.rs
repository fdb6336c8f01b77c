//! A sealed object as a plaintext that can be read, seeked and copied, and is never on disk.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::sync::Arc;

use rustix::fs::OFlags;

use crate::ahead::Ahead;
use crate::at::ReadAt;
use crate::chunk::CHUNK;
use crate::error::OpenError;
use crate::identity::Identity;
use crate::payload::Payload;
use crate::pipe::{self, Produced};
use crate::segment::{CHUNKS, Segment};

/// After so many chunks that were read one behind the other, threads open those that follow.
const STRAIGHT: u64 = 4;

/// The plaintext of an object. Holds a chunk of it, 64 KiB, at a time; a few MiB once it is read from one end to the other, or
/// copied.
pub struct SealedReader {
    payload: Arc<Payload>,
    position: u64,
    /// Chunks that are open.
    held: Segment,
    /// How many chunks were read one behind the other.
    straight: u64,
    ahead: Option<Ahead>,
}

impl SealedReader {
    /// Opens the object `id`. Checks its header and its last chunk, so that another object, and one that was cut, show now and
    /// not at their end.
    pub fn open(with: &Identity, id: &str, file: impl ReadAt + 'static) -> Result<Self, OpenError> {
        let payload = Arc::new(Payload::find(with, id, Box::new(file))?);
        Ok(Self { payload, position: 0, held: Segment::empty(), straight: 0, ahead: None })
    }

    /// Length of the plaintext in bytes. Authentic: the last chunk says that it is the last.
    pub fn plain_len(&self) -> u64 {
        self.payload.layout.plain_len()
    }

    /// Writes the plaintext from the current position to its end, opened by several threads, and gives how much that was.
    ///
    /// When it fails, what was written is the plaintext up to where it failed, and nothing that does not belong there.
    pub fn copy_to(&mut self, into: &mut dyn Write) -> Result<u64, OpenError> {
        let begin = self.position;
        self.finish_chunk(into)?;
        self.copy_chunks(&|_| Ok(()), &mut |chunk| into.write_all(chunk))?;
        Ok(self.position.saturating_sub(begin))
    }

    /// As [`copy_to`](Self::copy_to). An empty file on disk is written at several places at a time: throw it away when this
    /// fails. The file is not synced.
    pub fn copy_to_file(&mut self, into: &File) -> Result<u64, OpenError> {
        let begin = self.position;
        if !is_empty_file(into).map_err(OpenError::Write)? {
            return self.copy_to(&mut &*into);
        }
        self.finish_chunk(&mut &*into)?;
        let shift = begin;
        self.copy_chunks(
            &|segment| {
                let mut at = (segment.first * CHUNK as u64).saturating_sub(shift);
                for chunk in segment.plain() {
                    into.write_all_at(chunk, at)?;
                    at += chunk.len() as u64;
                }
                Ok(())
            },
            &mut |_| Ok(()),
        )?;
        Ok(self.position.saturating_sub(begin))
    }

    /// Writes what is left of the chunk in which the position is.
    fn finish_chunk(&mut self, into: &mut dyn Write) -> Result<(), OpenError> {
        if !self.position.is_multiple_of(CHUNK as u64) {
            let rest = self.available()?;
            into.write_all(rest).map_err(OpenError::Write)?;
            self.position += rest.len() as u64;
        }
        Ok(())
    }

    /// Opens the chunks from the position on, lets `place` have several at a time, and `consume` all in their order.
    fn copy_chunks(
        &mut self,
        place: &(dyn Fn(&Segment) -> io::Result<()> + Sync),
        consume: &mut dyn FnMut(&[u8]) -> io::Result<()>,
    ) -> Result<(), OpenError> {
        self.ahead = None;
        let (payload, position) = (&*self.payload, &mut self.position);
        let end = payload.layout.plain_len().div_ceil(CHUNK as u64);
        let mut next = position.div_ceil(CHUNK as u64);
        pipe::in_order(
            Segment::spare(pipe::threads()),
            |segment| {
                if next >= end {
                    return Ok(Produced::End);
                }
                segment.first = next;
                next += CHUNKS as u64;
                Ok(Produced::Job)
            },
            |segment| {
                payload.open(segment, segment.first, CHUNKS as u64)?;
                place(segment).map_err(OpenError::Write)
            },
            |segment| {
                for chunk in segment.plain() {
                    consume(chunk).map_err(OpenError::Write)?;
                    *position += chunk.len() as u64;
                }
                Ok(())
            },
        )
    }

    /// The plaintext from the current position to the end of its chunk; empty at the end.
    fn available(&mut self) -> Result<&[u8], OpenError> {
        if self.position >= self.plain_len() {
            self.ahead = None;
            return Ok(&[]);
        }
        let index = self.position / CHUNK as u64;
        self.hold(index)?;
        let within = usize::try_from(self.position % CHUNK as u64).unwrap_or_default();
        Ok(self.held.plain_chunk(index).get(within..).unwrap_or_default())
    }

    /// Sees to it that a chunk is held, opened.
    fn hold(&mut self, index: u64) -> Result<(), OpenError> {
        if self.held.holds(index) {
            return Ok(());
        }
        if self.held.holds(index.wrapping_sub(1)) {
            self.straight += 1;
        } else {
            self.straight = 0;
            self.ahead = None;
        }
        if self.ahead.is_none() && self.straight >= STRAIGHT {
            self.ahead = Ahead::start(&self.payload, index);
        }
        if let Some(ahead) = &self.ahead {
            if ahead.exchange(&mut self.held, index) {
                return Ok(());
            }
            self.ahead = None;
            self.straight = 0;
        }
        self.payload.open(&mut self.held, index, 1)
    }
}

/// Whether a file can be written anywhere in it: on disk, empty, and not in a mode that puts all at its end.
fn is_empty_file(file: &File) -> io::Result<bool> {
    let metadata = file.metadata()?;
    let appends = rustix::fs::fcntl_getfl(file)?.contains(OFlags::APPEND);
    let mut start = file;
    Ok(metadata.is_file() && metadata.len() == 0 && !appends && start.stream_position()? == 0)
}

impl Read for SealedReader {
    /// An altered object gives `InvalidData` with the [`OpenError`] inside.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.available().map_err(|error| match error {
            OpenError::Read(error) => error,
            other => io::Error::new(io::ErrorKind::InvalidData, other),
        })?;
        let count = available.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..count), available.get(..count)) {
            to.copy_from_slice(from);
        }
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for SealedReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.plain_len().checked_add_signed(by),
        };
        self.position =
            position.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a position before the beginning"))?;
        Ok(self.position)
    }
}

impl std::fmt::Debug for SealedReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedReader({} bytes)", self.plain_len())
    }
}
