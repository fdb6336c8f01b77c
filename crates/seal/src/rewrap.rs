//! A new header for an object, for another recipient. The payload stays as it is.

use std::fs::File;

use crate::error::OpenError;
use crate::file::read_header;
use crate::header;
use crate::identity::Identity;
use crate::recipient::Recipient;

/// A header that takes the place of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrapped {
    pub header: Vec<u8>,
    /// Bytes at the beginning of the object that it replaces. As many as it has when both are of one post-quantum stanza, so
    /// that it can be written in place, under a journal.
    pub replaces: u64,
}

/// Wraps the file key of an object again, for another recipient.
///
/// This takes nothing from those who had the object: an old copy of the header, or a file key once kept, still opens it.
pub fn rewrap(with: &Identity, to: &Recipient, object: &File) -> Result<Rewrapped, OpenError> {
    let old = read_header(object)?;
    let file_key = old.unwrap(&[with])?;
    let header = header::seal(&[to], &file_key).expect("one recipient is not too many");
    Ok(Rewrapped { header, replaces: old.len() as u64 })
}
