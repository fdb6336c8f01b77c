//! A new header for an object, for another recipient. The payload does not change.

use crate::at::ReadAt;
use crate::error::OpenError;
use crate::header;
use crate::identity::Identity;
use crate::object::text_key_of;
use crate::part::PartKey;
use crate::payload::{read_header, read_twice};
use crate::recipient::Recipient;

/// A header that takes the place of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrapped {
    pub header: Vec<u8>,
    /// Bytes at the beginning of the object that it replaces. As many as it has, so that it can be written in place, under a
    /// journal.
    pub replaces: u64,
}

/// Wraps the file key of the object `id` again, for another recipient. It stays the same object.
///
/// This takes nothing from those who had the object: an old copy of the header, or a file key once kept, still opens it.
pub fn rewrap(with: &Identity, id: &str, to: &Recipient, object: &dyn ReadAt) -> Result<Rewrapped, OpenError> {
    let (old, file_key) = read_twice(object, || {
        let header = read_header(object)?;
        let file_key = header.unwrap_object(with, id)?;
        Ok((header, file_key))
    })?;
    let header = header::seal_object(to, id, &file_key);
    Ok(Rewrapped { header, replaces: old.len() as u64 })
}

/// The key of the text that is kept next to the object `id`, as its header says it: nothing of the object itself is opened.
///
/// # Errors
/// As [`sealed_to`].
pub fn text_key(with: &Identity, id: &str, object: &dyn ReadAt) -> Result<PartKey, OpenError> {
    read_twice(object, || Ok(text_key_of(&read_header(object)?.unwrap_object(with, id)?)))
}

/// The first of these identities that the object `id` is sealed to, with its header as it was read: what opens it later, whatever
/// becomes of the header in between.
///
/// # Errors
/// [`OpenError::NotForThisKey`] when it is sealed to none of them.
pub fn sealed_to<'i>(
    with: impl IntoIterator<Item = &'i Identity>,
    id: &str,
    object: &dyn ReadAt,
) -> Result<(&'i Identity, Vec<u8>), OpenError> {
    let with: Vec<&Identity> = with.into_iter().collect();
    read_twice(object, || {
        let header = read_header(object)?;
        for identity in &with {
            match header.unwrap_object(identity, id) {
                Ok(_) => return Ok((*identity, header.bytes())),
                Err(OpenError::NotForThisKey) => {}
                Err(error) => return Err(error),
            }
        }
        Err(OpenError::NotForThisKey)
    })
}
