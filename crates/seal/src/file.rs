//! Objects: one age file per document, sealed for the recipient of its class.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;

use zeroize::Zeroizing;

use crate::bytes::why_closed;
use crate::chunk::{Layout, PAYLOAD_NONCE, PayloadKey, SEALED_CHUNK, TAG};
use crate::error::{OpenError, SealError};
use crate::header::{self, Header};
use crate::identity::Identity;
use crate::ids::{Sha256, random_bytes};
use crate::pipe::{self, Produced};
use crate::recipient::Recipient;
use crate::segment::{Cutter, Segment};

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

/// Seals everything `from` gives into an object, written to `into`, an empty file.
///
/// The object has exactly one stanza, of fixed size: see [`sealed_len`](crate::sealed_len) and [`rewrap`](crate::rewrap).
/// `progress` is told the plaintext bytes read so far. Holds a few MiB in memory, whatever the size. Does not sync the file.
pub fn seal_file(
    to: &Recipient,
    from: &mut dyn Read,
    into: &File,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    let mut sha256 = Sha256::new();
    let plain_size = seal_object(to, from, into, &mut |bytes| sha256.update(bytes), progress)?;
    Ok(Sealed { plain_size, sha256: sha256.finish() })
}

/// Seals an object, shows `see` its plaintext in order, and gives its size in plaintext bytes.
pub(crate) fn seal_object(
    to: &Recipient,
    from: &mut dyn Read,
    into: &File,
    see: &mut dyn FnMut(&[u8]),
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<u64, SealError> {
    if !to.is_post_quantum() {
        return Err(SealError::ClassicRecipient);
    }
    let before = into.metadata().map_err(SealError::Write)?;
    if before.len() > 0 {
        return Err(SealError::Write(io::ErrorKind::AlreadyExists.into()));
    }
    let start = Start::new(&[to])?;
    into.write_all_at(&start.bytes, 0).map_err(SealError::Write)?;
    seal_payload(
        from,
        |segment| {
            segment.seal(&start.key);
            let at = start.bytes.len() as u64 + segment.first * SEALED_CHUNK as u64;
            into.write_all_at(segment.sealed(), at).map_err(SealError::Write)
        },
        |_| Ok(()),
        see,
        progress,
    )
}

pub(crate) fn seal(
    to: &[&Recipient],
    from: &mut dyn Read,
    into: &mut dyn Write,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    let start = Start::new(to)?;
    into.write_all(&start.bytes).map_err(SealError::Write)?;
    let mut sha256 = Sha256::new();
    let plain_size = seal_payload(
        from,
        |segment| {
            segment.seal(&start.key);
            Ok(())
        },
        |segment| into.write_all(segment.sealed()).map_err(SealError::Write),
        &mut |bytes| sha256.update(bytes),
        progress,
    )?;
    Ok(Sealed { plain_size, sha256: sha256.finish() })
}

/// Cuts on this thread and shows what was cut, does `work` on any, and `consume`s on this one, in order. Gives the plaintext's
/// size.
fn seal_payload(
    from: &mut dyn Read,
    work: impl Fn(&mut Segment) -> Result<(), SealError> + Sync,
    mut consume: impl FnMut(&mut Segment) -> Result<(), SealError>,
    see: &mut dyn FnMut(&[u8]),
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<u64, SealError> {
    let mut cutter = Cutter::new(from);
    let mut plain_size = 0;
    pipe::in_order(
        Segment::spare(pipe::threads()),
        |segment| {
            if !cutter.cut(segment).map_err(SealError::Read)? {
                return Ok(Produced::End);
            }
            segment.plain().for_each(&mut *see);
            Ok(Produced::Job)
        },
        work,
        |segment| {
            consume(segment)?;
            plain_size += segment.plain as u64;
            if progress(plain_size) == Flow::Stop { Err(SealError::Cancelled) } else { Ok(()) }
        },
    )?;
    Ok(plain_size)
}

/// Header and nonce of a new file, and the key that belongs to them.
struct Start {
    bytes: Vec<u8>,
    key: PayloadKey,
}

impl Start {
    fn new(to: &[&Recipient]) -> Result<Self, SealError> {
        let file_key = header::new_file_key();
        let nonce = random_bytes::<PAYLOAD_NONCE>();
        let mut bytes = header::seal(to, &file_key)?;
        bytes.extend_from_slice(&nonce);
        Ok(Self { bytes, key: PayloadKey::new(&file_key, &nonce) })
    }
}

/// Opens an object into `into`.
///
/// The last chunk is checked before any plaintext comes out, so a file that was cut gives none. One that was altered
/// elsewhere gives what comes before: throw away what was written when this fails. `progress` is told the plaintext bytes
/// written so far. Holds a few MiB in memory, whatever the size.
pub fn open_file(
    with: &Identity,
    from: &File,
    into: &mut dyn Write,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Opened, OpenError> {
    let mut sha256 = Sha256::new();
    let plain_size = open_object(with, from, into, &mut |bytes| sha256.update(bytes), progress)?;
    Ok(Opened { plain_size, sha256: sha256.finish() })
}

/// Opens an object, shows `see` its plaintext in order, and gives its size in plaintext bytes.
pub(crate) fn open_object(
    with: &Identity,
    from: &File,
    into: &mut dyn Write,
    see: &mut dyn FnMut(&[u8]),
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<u64, OpenError> {
    let payload = Payload::find(with, from)?;
    let (mut next, mut plain_size) = (0, 0);
    pipe::in_order(
        Segment::spare(pipe::threads()),
        |segment| {
            if next >= payload.layout.chunks {
                return Ok(Produced::End);
            }
            segment.take_on(&payload.layout, next);
            next += segment.chunks() as u64;
            Ok(Produced::Job)
        },
        |segment| {
            let at = payload.start + segment.first * SEALED_CHUNK as u64;
            read_at(from, segment.sealed(), at)?;
            if segment.open(&payload.key) { Ok(()) } else { Err(OpenError::Altered) }
        },
        |segment| {
            for chunk in segment.plain() {
                see(chunk);
                into.write_all(chunk).map_err(OpenError::Write)?;
            }
            plain_size += segment.plain as u64;
            if progress(plain_size) == Flow::Stop { Err(OpenError::Cancelled) } else { Ok(()) }
        },
    )?;
    Ok(plain_size)
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
