//! A document that leaves in a package: what is read of it is what was entered, and is named as partners name it.

use std::io::Read as _;

use seal::{ContentHash, ContentHasher, Sha256};

use crate::Error;
use crate::doors::OpenedDocument;

/// A document on its way out. Opening does not hash the whole of it; here a reader who reads to the end is told whether it was
/// what was entered, and gets the name that it has outside.
pub struct Leaving {
    from: OpenedDocument,
    /// What the log says that it is.
    entered: ContentHash,
    /// Of what was read so far.
    inside: ContentHasher,
    outside: Sha256,
}

/// What was read to its end, as it was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Left {
    /// By which those outside know it.
    pub sha256: [u8; 32],
}

/// A piece of a document that leaves.
#[derive(Debug)]
pub enum Passed {
    /// So many bytes, at least one.
    Bytes(usize),
    /// There are no more, and all of them were those that were entered.
    End(Left),
}

impl Leaving {
    pub(crate) fn of(from: OpenedDocument, entered: ContentHash) -> Leaving {
        Leaving { from, entered, inside: ContentHasher::new(), outside: Sha256::new() }
    }

    /// Reads on. `into` has room for a byte. Not to be called again after the end.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`], at the end also where it is another content than was entered.
    pub fn read(&mut self, into: &mut [u8]) -> Result<Passed, Error> {
        match self.from.read(into) {
            Ok(0) => {
                let (inside, outside) = (std::mem::take(&mut self.inside), std::mem::take(&mut self.outside));
                let same = inside.finish() == self.entered;
                if same { Ok(Passed::End(Left { sha256: outside.finish() })) } else { Err(self.altered()) }
            }
            Ok(read) => {
                let piece = into.get(..read).unwrap_or_default();
                self.inside.update(piece);
                self.outside.update(piece);
                Ok(Passed::Bytes(read))
            }
            Err(_) => Err(self.altered()),
        }
    }

    fn altered(&self) -> Error {
        Error::ObjectAltered { document: self.from.document().to_string() }
    }

    /// Reads all of it, and keeps nothing but its name.
    ///
    /// # Errors
    /// As [`Leaving::read`].
    pub fn to_end(mut self) -> Result<Left, Error> {
        let mut piece = zeroize::Zeroizing::new(vec![0; 1 << 16]);
        loop {
            if let Passed::End(left) = self.read(&mut piece)? {
                return Ok(left);
            }
        }
    }
}

impl std::fmt::Debug for Leaving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Leaving({})", self.from.document())
    }
}
