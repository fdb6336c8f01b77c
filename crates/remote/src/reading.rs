//! An object in the bucket, read from any place in it.

use std::collections::VecDeque;
use std::io;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use seal::ReadAt;

use crate::Error;
use crate::bucket::{Bucket, LONGEST};
use crate::runtime;

/// What is fetched at once. A piece is a whole number of them.
const BLOCK: u64 = 1 << 20;
/// How many blocks are kept: several threads read next to one another.
const KEPT: usize = 8;

/// Where the pieces of an object lie, and how long it is.
pub(crate) struct Pieces {
    pub(crate) first: String,
    /// The folder of the pieces after the first, where there are any.
    pub(crate) rest: Option<String>,
    pub(crate) length: u64,
}

impl Pieces {
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
    pub(crate) bucket: Bucket,
    pub(crate) pieces: Pieces,
    blocks: Mutex<VecDeque<(u64, Bytes)>>,
}

impl Object {
    pub(crate) fn new(bucket: Bucket, pieces: Pieces) -> Object {
        Object { bucket, pieces, blocks: Mutex::default() }
    }

    fn block(&self, number: u64) -> Result<Bytes, Error> {
        let kept = |blocks: &VecDeque<(u64, Bytes)>| {
            blocks.iter().find(|(kept, _)| *kept == number).map(|(_, bytes)| bytes.clone())
        };
        if let Some(bytes) = kept(&self.blocks.lock().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(bytes);
        }
        let from = number * BLOCK;
        let count = BLOCK.min(self.pieces.length.saturating_sub(from));
        // An object whose pieces are not there is not what the log says: a reader is told so.
        let name = self.pieces.name(from / LONGEST).ok_or(Error::Answer)?;
        let fetched = runtime::wait_long(self.bucket.range(&name, from % LONGEST, count))?.ok_or(Error::Answer)?;
        let mut blocks = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
        if blocks.len() >= KEPT {
            blocks.pop_front();
        }
        blocks.push_back((number, fetched.clone()));
        Ok(fetched)
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
        let block = self.block(at / BLOCK).map_err(as_io)?;
        let from = usize::try_from(at % BLOCK).ok().and_then(|from| block.get(from..)).unwrap_or_default();
        let count = from.len().min(into.len());
        if let (Some(into), Some(from)) = (into.get_mut(..count), from.get(..count)) {
            into.copy_from_slice(from);
        }
        Ok(count)
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
