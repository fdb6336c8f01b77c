//! Age files of any size to any writer: packages for partners.

use std::io::{Read, Write};

use crate::error::SealError;
use crate::file::{Flow, Sealed};
use crate::recipient::Recipient;
use crate::{bytes, file};

/// Seals everything `from` gives, for one or several recipients, all post-quantum or all classic, as an age file.
///
/// `progress` is told the plaintext bytes sealed so far. Holds a few MiB in memory, whatever the size.
pub fn seal_stream(
    to: &[&Recipient],
    from: &mut dyn Read,
    into: &mut dyn Write,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    bytes::check_unmixed(to)?;
    file::seal(to, from, into, progress)
}

/// As [`seal_stream`], but allows post-quantum and classic recipients of one file: it is then only as safe as the classic ones.
pub fn danger_seal_stream_mixed(
    to: &[&Recipient],
    from: &mut dyn Read,
    into: &mut dyn Write,
    progress: &mut dyn FnMut(u64) -> Flow,
) -> Result<Sealed, SealError> {
    file::seal(to, from, into, progress)
}
