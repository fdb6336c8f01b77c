//! The payload of an object, once its header was accepted.

use std::io;

use zeroize::Zeroizing;

use crate::at::{ReadAt, read_exact_at};
use crate::bytes::why_closed;
use crate::chunk::{Layout, PAYLOAD_NONCE, PayloadKey, SEALED_CHUNK};
use crate::error::OpenError;
use crate::header::{self, Header};
use crate::identity::Identity;
use crate::segment::Segment;

/// The payload of an object that is the one asked for, and whose end is there.
pub(crate) struct Payload {
    file: Box<dyn ReadAt>,
    key: PayloadKey,
    pub(crate) layout: Layout,
    /// Where the first chunk begins.
    start: u64,
}

impl Payload {
    /// Reads the header, finds the file key, checks that it is this object's, and checks the last chunk.
    pub(crate) fn find(with: &Identity, id: &str, file: Box<dyn ReadAt>) -> Result<Self, OpenError> {
        let (key, layout, start) = read_twice(&*file, || begin(with, id, &*file))?;
        Ok(Self { key, layout, start, file })
    }

    /// Reads and opens `count` chunks from `first`, or as many as there are.
    pub(crate) fn open(&self, segment: &mut Segment, first: u64, count: u64) -> Result<(), OpenError> {
        let opened = read_twice(&*self.file, || {
            segment.take_on(&self.layout, first, count);
            read_at(&*self.file, segment.sealed(), self.place_of(first))?;
            if segment.open(&self.key) { Ok(()) } else { Err(OpenError::Altered) }
        });
        opened.inspect_err(|_| segment.clear())
    }

    fn place_of(&self, chunk: u64) -> u64 {
        self.start + chunk * SEALED_CHUNK as u64
    }
}

/// Reads the header and the end of an object: with which key it is read on, how it is laid out, and where its first chunk begins.
fn begin(with: &Identity, id: &str, file: &dyn ReadAt) -> Result<(PayloadKey, Layout, u64), OpenError> {
    let header = read_header(file)?;
    let file_key = header.unwrap_object(with, id)?;
    let mut nonce = [0; PAYLOAD_NONCE];
    read_at(file, &mut nonce, header.len() as u64)?;
    let start = (header.len() + PAYLOAD_NONCE) as u64;
    let len = file.len().map_err(OpenError::Read)?;
    let layout = Layout::of_sealed(len.checked_sub(start).ok_or(OpenError::Truncated)?)?;
    let key = PayloadKey::new(&file_key, &nonce);
    check_end(&key, &layout, start, file)?;
    Ok((key, layout, start))
}

/// Opens the last chunk, which says that it is the last.
fn check_end(key: &PayloadKey, layout: &Layout, start: u64, file: &dyn ReadAt) -> Result<(), OpenError> {
    let last = layout.chunks - 1;
    let mut sealed = vec![0; layout.sealed_chunk(last)];
    read_at(file, &mut sealed, start + last * SEALED_CHUNK as u64)?;
    let mut slot = Zeroizing::new(sealed.clone());
    match key.open(last, layout.place(last), &mut slot) {
        Some(_) => Ok(()),
        None => Err(why_closed(key, layout, last, &sealed)),
    }
}

/// Reads, and once more where what was read is not what was sealed and was a copy.
pub(crate) fn read_twice<T>(file: &dyn ReadAt, mut read: impl FnMut() -> Result<T, OpenError>) -> Result<T, OpenError> {
    match read() {
        Err(error) if error.is_integrity() && file.distrust() => read(),
        done => done,
    }
}

pub(crate) fn read_header(file: &dyn ReadAt) -> Result<Header, OpenError> {
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

fn read_at(file: &dyn ReadAt, bytes: &mut [u8], at: u64) -> Result<(), OpenError> {
    read_exact_at(file, bytes, at).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => OpenError::Truncated,
        _ => OpenError::Read(error),
    })
}
