//! The doors: what opens only for a recorded permit, and consumes it.
//!
//! `policy` makes a [`Permit`], `ledger` gives it back as [`Recorded`] once the entry is durable, and nothing else fits here.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use ledger::Recorded;
use policy::{Action, Open, Permit, Reclassify};
use seal::{Identity, OpenError, SealedReader};

use crate::{DocumentId, Error};

/// Documents up to this size, in bytes, are read and compared with what was filed before anything of them is given out.
const CHECKED_AT_ONCE: u64 = 32 << 20;

/// A permit together with the document that it was decided for.
pub struct For<A: Action> {
    permit: Permit<A>,
    document: DocumentId,
}

impl<A: Action> std::fmt::Debug for For<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} for {}", self.permit, self.document)
    }
}

impl<A: Action> For<A> {
    /// Binds a permit to a document, before both are recorded.
    pub fn new(permit: Permit<A>, document: DocumentId) -> For<A> {
        For { permit, document }
    }

    pub fn document(&self) -> &DocumentId {
        &self.document
    }

    pub fn permit(&self) -> &Permit<A> {
        &self.permit
    }
}

/// What is known of a document beside its bytes.
#[derive(Clone)]
pub struct Particulars {
    pub file_name: String,
    pub media_type: String,
    /// Bytes, as it was filed.
    pub size: u64,
    /// Of the bytes, lower-case hexadecimal.
    pub sha256: String,
}

/// Opens an object for a recorded permit.
///
/// # Errors
/// [`Error::ObjectTruncated`] when its end is missing; [`Error::ObjectAltered`] when it was altered otherwise, or is another
/// document's.
pub fn open(
    permit: Recorded<For<Open>>,
    object: File,
    with: &Identity,
    particulars: Particulars,
) -> Result<OpenedDocument, Error> {
    let document = permit.into_inner().document;
    unseal(&document, object, with, particulars)
}

/// Opens an object for a recorded permit to change its marking: what comes out is only sealed again, for another class.
///
/// # Errors
/// As [`open`].
pub fn reseal(
    permit: Recorded<For<Reclassify>>,
    object: File,
    with: &Identity,
    particulars: Particulars,
) -> Result<Resealing, Error> {
    let document = permit.into_inner().document;
    Ok(Resealing(unseal(&document, object, with, particulars)?))
}

/// A document on its way from one class to another. Its bytes are for sealing and for nothing else.
#[derive(Debug)]
pub struct Resealing(OpenedDocument);

impl Resealing {
    /// The bytes from their start.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`].
    pub(crate) fn rewound(&mut self) -> Result<&mut OpenedDocument, Error> {
        let altered = || Error::ObjectAltered { document: self.0.document.to_string() };
        self.0.reader.rewind().map_err(|_| altered())?;
        self.0.hash = Some((seal::Sha256::new(), 0));
        Ok(&mut self.0)
    }
}

/// The one place where an object is opened. Callers hold a recorded permit: [`open`], [`reseal`], and a release's warrant.
pub(crate) fn unseal(
    document: &DocumentId,
    object: File,
    with: &Identity,
    particulars: Particulars,
) -> Result<OpenedDocument, Error> {
    let altered = || Error::ObjectAltered { document: document.to_string() };
    let length = object.metadata().map_err(|e| Error::io("objects", e))?.len();
    if length < seal::sealed_len(particulars.size) {
        return Err(Error::ObjectTruncated { document: document.to_string() });
    }
    let reader = SealedReader::open(with, object).map_err(|error| match error {
        OpenError::Read(e) => Error::io("objects", e),
        _ => altered(),
    })?;
    // The object of another document of the same class opens with the same key.
    if reader.plain_len() != particulars.size {
        return Err(altered());
    }
    let mut opened =
        OpenedDocument { reader, particulars, document: document.clone(), hash: Some((seal::Sha256::new(), 0)) };
    if opened.particulars.size <= CHECKED_AT_ONCE {
        opened.check()?;
    }
    Ok(opened)
}

impl std::fmt::Debug for Particulars {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Particulars({} bytes)", self.size)
    }
}

/// The plaintext of one document. Never on disk: bytes are decrypted as they are read.
pub struct OpenedDocument {
    reader: SealedReader,
    particulars: Particulars,
    document: DocumentId,
    /// Of what was read so far from the start without a gap, and how much that is.
    hash: Option<(seal::Sha256, u64)>,
}

impl OpenedDocument {
    pub fn document(&self) -> &DocumentId {
        &self.document
    }

    /// Cleaned for display.
    pub fn file_name(&self) -> &str {
        &self.particulars.file_name
    }

    pub fn media_type(&self) -> &str {
        &self.particulars.media_type
    }

    /// Bytes.
    pub fn size(&self) -> u64 {
        self.particulars.size
    }

    /// Reads all of it once and compares with what was filed: another document of the same class and size, put in its place,
    /// shows. Small documents were checked when they were opened; a large one that is read from start to end is checked at
    /// its end. Afterwards the position is at the start.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`].
    pub fn check(&mut self) -> Result<(), Error> {
        let altered = || Error::ObjectAltered { document: self.document.to_string() };
        self.reader.rewind().map_err(|_| altered())?;
        let mut hash = seal::Sha256::new();
        let mut buffer = zeroize::Zeroizing::new(vec![0_u8; 64 << 10]);
        loop {
            let read = self.reader.read(&mut buffer).map_err(|_| altered())?;
            if read == 0 {
                break;
            }
            hash.update(buffer.get(..read).unwrap_or_default());
        }
        if hex(&hash.finish()) != self.particulars.sha256 {
            return Err(altered());
        }
        self.reader.rewind().map_err(|_| altered())?;
        self.hash = None;
        Ok(())
    }
}

impl std::fmt::Debug for OpenedDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OpenedDocument({})", self.document)
    }
}

impl Read for OpenedDocument {
    /// What was altered gives `InvalidData`; so does the end of a document that is not the one that was filed.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(into)?;
        if let Some((hash, done)) = &mut self.hash {
            hash.update(into.get(..count).unwrap_or_default());
            *done += count as u64;
            if *done == self.particulars.size
                && let Some((hash, _)) = self.hash.take()
                && hex(&hash.finish()) != self.particulars.sha256
            {
                return Err(io::Error::new(io::ErrorKind::InvalidData, OpenError::Altered));
            }
        }
        Ok(count)
    }
}

impl Seek for OpenedDocument {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let before = self.reader.stream_position()?;
        let position = self.reader.seek(to)?;
        if position != before {
            self.hash = None;
        }
        Ok(position)
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
