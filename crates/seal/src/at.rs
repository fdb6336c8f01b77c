//! Sealed bytes that are read and written anywhere in them: a file, memory, ranges of an object on a server.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;

/// Bytes that can be read from any place, by several threads.
#[expect(clippy::len_without_is_empty, reason = "no sealed file is empty")]
pub trait ReadAt: Send + Sync {
    /// How many there are.
    ///
    /// # Errors
    /// When that cannot be told.
    fn len(&self) -> io::Result<u64>;

    /// Reads some bytes from this place on, and gives how many; none at the end.
    ///
    /// # Errors
    /// When they cannot be read.
    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize>;

    /// Is told that what was read is not what was sealed. Where it came from a copy of something that lies elsewhere, the copy is
    /// thrown away, and from now on is read what lies there: then true, and it is worth reading once more.
    fn distrust(&self) -> bool {
        false
    }
}

/// Bytes that can be written at any place, by several threads.
pub trait WriteAt: Send + Sync {
    /// How many there are so far.
    ///
    /// # Errors
    /// When that cannot be told.
    fn written(&self) -> io::Result<u64>;

    /// Writes all bytes from this place on.
    ///
    /// # Errors
    /// When they cannot be written.
    fn write_all_at(&self, bytes: &[u8], at: u64) -> io::Result<()>;
}

impl ReadAt for File {
    fn len(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        FileExt::read_at(self, into, at)
    }
}

impl WriteAt for File {
    fn written(&self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn write_all_at(&self, bytes: &[u8], at: u64) -> io::Result<()> {
        FileExt::write_all_at(self, bytes, at)
    }
}

impl ReadAt for Box<dyn ReadAt> {
    fn len(&self) -> io::Result<u64> {
        (**self).len()
    }

    fn read_at(&self, into: &mut [u8], at: u64) -> io::Result<usize> {
        (**self).read_at(into, at)
    }

    fn distrust(&self) -> bool {
        (**self).distrust()
    }
}

/// Fills `into` from this place on.
pub(crate) fn read_exact_at(from: &dyn ReadAt, mut into: &mut [u8], mut at: u64) -> io::Result<()> {
    while !into.is_empty() {
        match from.read_at(into, at) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(read) => {
                into = into.get_mut(read..).unwrap_or_default();
                at += read as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
