//! The doors: they open only for a recorded permit, and consume it.
//!
//! `policy` makes a [`Permit`], `ledger` gives it back as [`Recorded`] once the entry is durable, and the doors accept
//! nothing else.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::RangeInclusive;

use ledger::Recorded;
use policy::{Action, Open, Permit, Print, Reclassify};
use registry::{ObjectId, PrinterName};
use seal::{ContentHash, ContentHasher, Identity, OpenError, ReadAt, SealedReader};
use thiserror::Error as ThisError;

use crate::{DocumentId, Error};

/// A permit together with the document that it was decided for.
pub struct PermitFor<A: Action> {
    permit: Permit<A>,
    /// Of the second officer, where it takes two.
    other: Option<Permit<A>>,
    document: DocumentId,
}

impl<A: Action> std::fmt::Debug for PermitFor<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.other {
            Some(other) => write!(f, "{:?} and {other:?} for {}", self.permit, self.document),
            None => write!(f, "{:?} for {}", self.permit, self.document),
        }
    }
}

impl<A: Action> PermitFor<A> {
    /// Binds a permit to a document, before both are recorded.
    pub fn new(permit: Permit<A>, document: DocumentId) -> PermitFor<A> {
        PermitFor { permit, other: None, document }
    }

    /// As [`PermitFor::new`], where two do it together.
    pub fn both(permit: Permit<A>, other: Permit<A>, document: DocumentId) -> PermitFor<A> {
        PermitFor { permit, other: Some(other), document }
    }

    pub fn document(&self) -> &DocumentId {
        &self.document
    }

    pub fn permit(&self) -> &Permit<A> {
        &self.permit
    }
}

/// A permit to print, with what it was decided for.
#[derive(Debug)]
pub struct PermitToPrint {
    permit: PermitFor<Print>,
    printer: PrinterName,
    copies: RangeInclusive<u32>,
    pages: RangeInclusive<u32>,
}

impl PermitFor<Print> {
    /// Binds it to a printer, to the numbers of the copies, and to pages, before all are recorded.
    pub(crate) fn for_copies(
        self,
        printer: PrinterName,
        copies: RangeInclusive<u32>,
        pages: RangeInclusive<u32>,
    ) -> PermitToPrint {
        PermitToPrint { permit: self, printer, copies, pages }
    }
}

/// Copies of a document that are recorded, and may be drawn.
#[derive(Debug)]
pub struct Printing {
    document: DocumentId,
    printer: PrinterName,
    copies: RangeInclusive<u32>,
    pages: RangeInclusive<u32>,
}

impl Printing {
    pub fn document(&self) -> &DocumentId {
        &self.document
    }

    /// As it stands on the list.
    pub fn printer(&self) -> &PrinterName {
        &self.printer
    }

    /// Their numbers.
    pub fn copies(&self) -> RangeInclusive<u32> {
        self.copies.clone()
    }

    /// From 1.
    pub fn pages(&self) -> RangeInclusive<u32> {
        self.pages.clone()
    }
}

/// Gives what may be drawn for a recorded permit to print.
pub(crate) fn print(permit: Recorded<PermitToPrint>) -> Printing {
    let PermitToPrint { permit, printer, copies, pages } = permit.into_inner();
    Printing { document: permit.document, printer, copies, pages }
}

/// Text of a document that may go to the clipboard once: that it does is recorded.
#[derive(Debug)]
#[must_use]
pub struct Copying {
    document: DocumentId,
}

impl Copying {
    pub fn document(&self) -> &DocumentId {
        &self.document
    }
}

/// Lets text be copied for a recorded permit.
pub(crate) fn copy(permit: Recorded<PermitFor<Open>>) -> Copying {
    Copying { document: permit.into_inner().document }
}

/// What is known of a document in addition to its bytes.
#[derive(Clone)]
pub struct Particulars {
    pub file_name: String,
    pub media_type: String,
    /// Bytes, as it was filed.
    pub size: u64,
}

/// An object, and which object the log says it is.
pub struct Object {
    pub(crate) id: ObjectId,
    pub(crate) sealed: Box<dyn ReadAt>,
}

/// Opens an object for a recorded permit.
///
/// # Errors
/// [`Error::ObjectTruncated`] when its end is missing; [`Error::ObjectAltered`] when its header or its end was altered, or it is
/// not the one that the log names.
pub fn open(
    permit: Recorded<PermitFor<Open>>,
    object: Object,
    with: &Identity,
    particulars: Particulars,
) -> Result<OpenedDocument, Error> {
    let document = permit.into_inner().document;
    unseal(&document, object, with, particulars)
}

/// Opens the objects of all versions of a document for a recorded permit to change its marking: what comes out is only sealed
/// again, for another class.
///
/// # Errors
/// As [`open`].
pub fn reseal(
    permit: Recorded<PermitFor<Reclassify>>,
    versions: Vec<(Object, &Identity, Particulars)>,
) -> Result<Vec<Resealing>, Error> {
    resealing(&permit.into_inner().document, versions)
}

/// Opens the objects of all versions of a document for a recorded permit to seal it again: what comes out is only sealed again,
/// for its class or, with the same marking, for that of another dossier.
///
/// # Errors
/// As [`open`].
pub fn anew(
    permit: Recorded<PermitFor<Open>>,
    versions: Vec<(Object, &Identity, Particulars)>,
) -> Result<Vec<Resealing>, Error> {
    resealing(&permit.into_inner().document, versions)
}

fn resealing(document: &DocumentId, versions: Vec<(Object, &Identity, Particulars)>) -> Result<Vec<Resealing>, Error> {
    let opened = versions.into_iter().map(|(object, with, of)| unseal(document, object, with, of).map(Resealing));
    opened.collect()
}

/// A document on its way from one class to another, or into another object. Its bytes are for sealing and for nothing else.
#[derive(Debug)]
pub struct Resealing(OpenedDocument);

impl Resealing {
    /// The bytes from their start.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`].
    pub(crate) fn rewound(&mut self) -> Result<&mut OpenedDocument, Error> {
        self.0.rewind().map_err(|_| Error::ObjectAltered { document: self.0.document.to_string() })?;
        Ok(&mut self.0)
    }
}

/// The one place where an object is opened. Callers hold a recorded permit: [`open`], [`reseal`], and a release's warrant.
pub(crate) fn unseal(
    document: &DocumentId,
    object: Object,
    with: &Identity,
    particulars: Particulars,
) -> Result<OpenedDocument, Error> {
    let length = object.sealed.len().map_err(|e| Error::io("objects", e))?;
    if length < seal::sealed_len(particulars.size) {
        return Err(Error::ObjectTruncated { document: document.to_string() });
    }
    let opened = SealedReader::open(with, object.id.as_str(), object.sealed);
    let reader = opened.map_err(|error| broken(document, error))?;
    if reader.plain_len() != particulars.size {
        return Err(Error::ObjectAltered { document: document.to_string() });
    }
    Ok(OpenedDocument { reader, particulars, document: document.clone() })
}

/// What is wrong with an object that does not open, or no longer.
fn broken(document: &DocumentId, error: OpenError) -> Error {
    match error {
        OpenError::Read(e) => Error::io("objects", e),
        _ => Error::ObjectAltered { document: document.to_string() },
    }
}

impl std::fmt::Debug for Particulars {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Particulars({} bytes)", self.size)
    }
}

/// The plaintext of one document. Never on disk: bytes are decrypted as they are read.
///
/// It is the document's: its object was bound to it when it was filed, and another is refused before this is there. A byte
/// that was altered since shows when it is reached, and nothing from there on comes out.
pub struct OpenedDocument {
    reader: SealedReader,
    particulars: Particulars,
    document: DocumentId,
}

/// Why a document was not copied to its end.
#[derive(Debug, ThisError)]
pub enum CopyError {
    /// [`Error::ObjectAltered`], or why it could not be read.
    #[error(transparent)]
    Document(#[from] Error),
    #[error("where it goes could not be written to")]
    Destination(#[source] io::Error),
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

    /// Writes it from the current position to its end, decrypted by several threads, and gives how many bytes that were.
    ///
    /// # Errors
    /// What was written until then is the document up to where it was altered.
    pub fn copy_to(&mut self, into: &mut dyn Write) -> Result<u64, CopyError> {
        let copied = self.reader.copy_to(into);
        copied.map_err(|error| self.not_copied(error))
    }

    /// As [`copy_to`](Self::copy_to), and the fastest way into an empty file on disk. It may be written at several places at
    /// a time: throw it away after an error. Not synced.
    ///
    /// # Errors
    /// As [`copy_to`](Self::copy_to).
    pub fn copy_to_file(&mut self, into: &File) -> Result<u64, CopyError> {
        let copied = self.reader.copy_to_file(into);
        copied.map_err(|error| self.not_copied(error))
    }

    /// Whether it is, from its first byte to its last, this content; afterwards it is at its start. For an object that another
    /// made than its filer.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`] where it is not.
    pub(crate) fn require_content(&mut self, content: ContentHash) -> Result<(), Error> {
        let altered = || Error::ObjectAltered { document: self.document.to_string() };
        let mut hash = ContentHasher::new();
        self.reader.copy_to(&mut hash).map_err(|error| broken(&self.document, error))?;
        if hash.finish() != content {
            return Err(altered());
        }
        self.reader.rewind().map_err(|_| altered())
    }

    fn not_copied(&self, error: OpenError) -> CopyError {
        match error {
            OpenError::Write(error) => CopyError::Destination(error),
            error => broken(&self.document, error).into(),
        }
    }
}

impl std::fmt::Debug for OpenedDocument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OpenedDocument({})", self.document)
    }
}

impl Read for OpenedDocument {
    /// What was altered gives `InvalidData`.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.reader.read(into)
    }
}

impl Seek for OpenedDocument {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}
