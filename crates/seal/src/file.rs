//! Objects: one age file per document, sealed for the recipient of its class.

use std::io::{self, Read, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use age_core::format::FileKey;

use crate::at::WriteAt;
use crate::chunk::{PAYLOAD_NONCE, PayloadKey, SEALED_CHUNK};
use crate::content::{ContentHash, ContentHasher};
use crate::error::SealError;
use crate::header;
use crate::ids::random_bytes;
use crate::object::ObjectKey;
use crate::pipe::{self, Produced};
use crate::recipient::Recipient;
use crate::segment::{Cutter, Segment};

/// What the observer of the progress wants.
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
    /// Of the plaintext.
    pub content: ContentHash,
}

/// Seals everything `from` gives into the object of this key, written to `into`, an empty file.
///
/// Its header is of fixed size, and names the object: see [`sealed_len`](crate::sealed_len) and [`rewrap`](crate::rewrap).
/// `progress` is told the plaintext bytes read so far, now and then and at the end. Holds a few MiB in memory, whatever the size.
/// Does not sync the file.
pub fn seal_file(
    key: &ObjectKey,
    to: &Recipient,
    from: &mut (dyn Read + Send),
    into: &dyn WriteAt,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    if !to.is_post_quantum() {
        return Err(SealError::ClassicRecipient);
    }
    if into.written().map_err(SealError::Write)? > 0 {
        return Err(SealError::Write(io::ErrorKind::AlreadyExists.into()));
    }
    let start = NewFile::new(header::seal_object(to, key.id(), key.file_key()), key.file_key());
    into.write_all_at(&start.bytes, 0).map_err(SealError::Write)?;
    let mut cutter = Cutter::new(from);
    let mut content = ContentHasher::new();
    let plain_size = AtomicU64::new(0);
    pipe::in_turns(
        (0..pipe::threads()).map(|_| Segment::empty()).collect(),
        |segment| cutter.cut(segment).map_err(SealError::Read),
        |segment| {
            segment.plain().for_each(|chunk| content.update(chunk));
            plain_size.fetch_add(segment.plain as u64, Ordering::Relaxed);
        },
        |segment| {
            segment.seal(&start.key);
            let at = start.bytes.len() as u64 + segment.first * SEALED_CHUNK as u64;
            into.write_all_at(segment.sealed(), at).map_err(SealError::Write)
        },
        || go_on(progress(plain_size.load(Ordering::Relaxed))),
    )?;
    let plain_size = plain_size.into_inner();
    go_on(progress(plain_size))?;
    Ok(Sealed { plain_size, content: content.finish() })
}

fn go_on(flow: Flow) -> Result<(), SealError> {
    if flow == Flow::Stop { Err(SealError::Cancelled) } else { Ok(()) }
}

pub(crate) fn seal(
    to: &[&Recipient],
    from: &mut dyn Read,
    into: &mut dyn Write,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    let file_key = header::new_file_key();
    let start = NewFile::new(header::seal(to, &file_key)?, &file_key);
    into.write_all(&start.bytes).map_err(SealError::Write)?;
    seal_payload(
        from,
        |segment| {
            segment.seal(&start.key);
            Ok(())
        },
        |segment| into.write_all(segment.sealed()).map_err(SealError::Write),
        progress,
    )
}

/// Cuts and hashes on this thread, does `work` on any, and `consume`s on this one, in order.
fn seal_payload(
    from: &mut dyn Read,
    work: impl Fn(&mut Segment) -> Result<(), SealError> + Sync,
    mut consume: impl FnMut(&mut Segment) -> Result<(), SealError>,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    let mut cutter = Cutter::new(from);
    let mut content = ContentHasher::new();
    let mut plain_size = 0;
    pipe::in_order(
        Segment::spare(pipe::threads()),
        |segment| {
            let cut = cutter.cut(segment).map_err(SealError::Read)?;
            if !matches!(cut, Produced::End) {
                segment.plain().for_each(|chunk| content.update(chunk));
            }
            Ok(cut)
        },
        work,
        |segment| {
            consume(segment)?;
            plain_size += segment.plain as u64;
            go_on(progress(plain_size))
        },
    )?;
    Ok(Sealed { plain_size, content: content.finish() })
}

/// Header and nonce of a new file, and the key that belongs to them.
struct NewFile {
    bytes: Vec<u8>,
    key: PayloadKey,
}

impl NewFile {
    fn new(header: Vec<u8>, file_key: &FileKey) -> Self {
        let nonce = random_bytes::<PAYLOAD_NONCE>();
        let mut bytes = header;
        bytes.extend_from_slice(&nonce);
        Self { bytes, key: PayloadKey::new(file_key, &nonce) }
    }
}
