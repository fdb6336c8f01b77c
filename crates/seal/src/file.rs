//! Objects: one age file per document, sealed for the recipient of its class.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;

use zeroize::Zeroizing;

use crate::bytes::why_closed;
use crate::chunk::{CHUNK, Layout, PAYLOAD_NONCE, PayloadKey, Place, SEALED_CHUNK, TAG};
use crate::error::{OpenError, SealError};
use crate::header::{self, Header};
use crate::identity::Identity;
use crate::ids::{Sha256, random_bytes};
use crate::recipient::Recipient;

/// What whoever watches the progress wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    Continue,
    /// Ends it with `Cancelled`.
    Stop,
}

/// What was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// Plaintext bytes.
    pub plain_size: u64,
    /// SHA-256 of the plaintext.
    pub sha256: [u8; 32],
}

/// What was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// Plaintext bytes.
    pub plain_size: u64,
    /// SHA-256 of the plaintext.
    pub sha256: [u8; 32],
}

/// Seals everything `from` gives into an object, written to `into` from its beginning.
///
/// The object has exactly one stanza, of fixed size: see [`sealed_len`](crate::sealed_len) and [`rewrap`](crate::rewrap).
/// `progress` is told the plaintext bytes read so far. Holds a few MiB in memory, whatever the size. Does not sync the file.
pub fn seal_file(
    to: &Recipient,
    from: &mut dyn Read,
    into: &File,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    if !to.is_post_quantum() {
        return Err(SealError::ClassicRecipient);
    }
    let mut into = into;
    seal(&[to], from, &mut into, progress)
}

pub(crate) fn seal(
    to: &[&Recipient],
    from: &mut dyn Read,
    into: &mut dyn Write,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    let file_key = header::new_file_key();
    let nonce = random_bytes::<PAYLOAD_NONCE>();
    let key = PayloadKey::new(&file_key, &nonce);
    into.write_all(&header::seal(to, &file_key)).map_err(SealError::Write)?;
    into.write_all(&nonce).map_err(SealError::Write)?;
    let mut sha256 = Sha256::new();
    let (mut ready, mut next) = (Zeroizing::new(Vec::new()), Zeroizing::new(Vec::new()));
    read_chunk(from, &mut ready)?;
    let mut plain_size = 0;
    for index in 0_u64.. {
        read_chunk(from, &mut next)?;
        sha256.update(&ready);
        plain_size += ready.len() as u64;
        let place = if next.is_empty() { Place::Last } else { Place::Inner };
        ready.extend_from_slice(&[0; TAG]);
        key.seal(index, place, &mut ready);
        into.write_all(&ready).map_err(SealError::Write)?;
        std::mem::swap(&mut ready, &mut next);
        if progress(plain_size) == Flow::Stop {
            return Err(SealError::Cancelled);
        }
        if place == Place::Last {
            break;
        }
    }
    Ok(Sealed { plain_size, sha256: sha256.finish() })
}

fn read_chunk(from: &mut dyn Read, chunk: &mut Vec<u8>) -> Result<(), SealError> {
    chunk.clear();
    chunk.reserve_exact(SEALED_CHUNK);
    from.take(CHUNK as u64).read_to_end(chunk).map_err(SealError::Read)?;
    Ok(())
}

/// Opens an object into `into`.
///
/// The last chunk is checked before any plaintext comes out, so a file that was cut between chunks gives none. One that was
/// altered gives what comes before the altered chunk: throw away what was written when this fails.
pub fn open_file(
    with: &Identity,
    from: &File,
    into: &mut dyn Write,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Opened, OpenError> {
    let payload = Payload::find(with, from)?;
    let mut sha256 = Sha256::new();
    let mut plain_size = 0;
    let mut slot = Zeroizing::new(Vec::with_capacity(SEALED_CHUNK));
    for index in 0..payload.layout.chunks {
        let plain = payload.open_chunk(from, index, &mut slot)?;
        sha256.update(plain);
        plain_size += plain.len() as u64;
        into.write_all(plain).map_err(OpenError::Write)?;
        if progress(plain_size) == Flow::Stop {
            return Err(OpenError::Cancelled);
        }
    }
    Ok(Opened { plain_size, sha256: sha256.finish() })
}

/// The payload of an object whose header was checked and whose end is there.
pub(crate) struct Payload {
    pub(crate) key: PayloadKey,
    pub(crate) layout: Layout,
    /// Where the first chunk begins.
    pub(crate) start: u64,
}

impl Payload {
    /// Reads the header, finds the file key, and checks the last chunk.
    pub(crate) fn find(with: &Identity, file: &File) -> Result<Self, OpenError> {
        let header = read_header(file)?;
        let file_key = header.unwrap(&[with])?;
        let mut nonce = [0; PAYLOAD_NONCE];
        read_at(file, &mut nonce, header.len() as u64)?;
        let start = (header.len() + PAYLOAD_NONCE) as u64;
        let len = file.metadata().map_err(OpenError::Read)?.len();
        let layout = Layout::of_sealed(len.checked_sub(start).ok_or(OpenError::Truncated)?)?;
        let payload = Self { key: PayloadKey::new(&file_key, &nonce), layout, start };
        payload.open_chunk(file, layout.chunks - 1, &mut Zeroizing::new(Vec::with_capacity(SEALED_CHUNK)))?;
        Ok(payload)
    }

    /// Reads and opens chunk `index` in `slot`.
    pub(crate) fn open_chunk<'a>(
        &self,
        file: &File,
        index: u64,
        slot: &'a mut Vec<u8>,
    ) -> Result<&'a mut [u8], OpenError> {
        let at = self.start + index * SEALED_CHUNK as u64;
        slot.resize(self.layout.sealed_chunk(index), 0);
        read_at(file, slot, at)?;
        if self.key.open(index, self.layout.place(index), slot).is_none() {
            read_at(file, slot, at)?;
            return Err(why_closed(&self.key, &self.layout, index, slot));
        }
        let plain_len = slot.len() - TAG;
        Ok(slot.get_mut(..plain_len).unwrap_or_default())
    }
}

pub(crate) fn read_header(file: &File) -> Result<Header, OpenError> {
    let mut start = vec![0; header::CAP];
    let mut filled = 0;
    while let Some(room) = start.get_mut(filled..).filter(|room| !room.is_empty()) {
        match file.read_at(room, filled as u64) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(OpenError::Read(error)),
        }
    }
    start.truncate(filled);
    Header::parse(&start)
}

fn read_at(file: &File, bytes: &mut [u8], at: u64) -> Result<(), OpenError> {
    file.read_exact_at(bytes, at).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => OpenError::Truncated,
        _ => OpenError::Read(error),
    })
}
