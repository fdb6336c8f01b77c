//! The archive as it is read: a POSIX tar whose documents are decrypted only while they are read.

use std::collections::VecDeque;
use std::io::{self, Read};

use vault::{DocumentId, Leaving, Left, Passed, Warrant};

use crate::manifest::{document_path, label_path};
use crate::{Error, Named};

/// A tar block.
const BLOCK: u64 = 512;

/// One member of the archive, or what lies between two.
enum Piece {
    Bytes(io::Cursor<Vec<u8>>),
    Document { id: DocumentId, reference: String, expected: (u64, [u8; 32]), open: Option<Box<Passing>> },
    Padding(u64),
}

/// A document on its way through, and how much of it has passed so far.
struct Passing {
    from: Leaving,
    bytes: u64,
}

/// Reads as a tar. Documents are opened one after another, checked against the manifest, and closed.
pub struct Archive<'w> {
    warrant: &'w Warrant,
    pieces: VecDeque<Piece>,
    failed: Option<Error>,
}

impl<'w> Archive<'w> {
    /// The parts that stand first, then each document with its label.
    pub fn new(warrant: &'w Warrant, named: &[Named<'_>], parts: Vec<(String, Vec<u8>)>) -> Result<Archive<'w>, Error> {
        let mut archive = Archive { warrant, pieces: VecDeque::new(), failed: None };
        for (name, content) in parts {
            archive.add_bytes(&name, content)?;
        }
        for (index, Named { document, sha256 }) in named.iter().enumerate() {
            let path = document_path(index, document);
            archive.add_bytes(&label_path(&path), document.label_xml.clone().into_bytes())?;
            archive.add_header(&path, document.size)?;
            archive.pieces.push_back(Piece::Document {
                id: document.id.clone(),
                reference: document.reference.clone(),
                expected: (document.size, *sha256),
                open: None,
            });
            archive.add_padding(document.size);
        }
        // Two empty blocks end a tar.
        archive.pieces.push_back(Piece::Padding(2 * BLOCK));
        Ok(archive)
    }

    /// What stopped the reading, if it was the archive itself. The error that `Read` may give has lost its kind.
    pub fn failed(&mut self) -> Option<Error> {
        self.failed.take()
    }

    fn add_bytes(&mut self, name: &str, content: Vec<u8>) -> Result<(), Error> {
        let size = content.len() as u64;
        self.add_header(name, size)?;
        self.pieces.push_back(Piece::Bytes(io::Cursor::new(content)));
        self.add_padding(size);
        Ok(())
    }

    fn add_header(&mut self, name: &str, size: u64) -> Result<(), Error> {
        let mut header = tar::Header::new_ustar();
        header.set_path(name).map_err(|error| Error::Manifest(error.to_string()))?;
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(u64::try_from(self.warrant.at().timestamp()).unwrap_or_default());
        header.set_cksum();
        self.pieces.push_back(Piece::Bytes(io::Cursor::new(header.as_bytes().to_vec())));
        Ok(())
    }

    fn add_padding(&mut self, size: u64) {
        let padding = size.next_multiple_of(BLOCK) - size;
        if padding > 0 {
            self.pieces.push_back(Piece::Padding(padding));
        }
    }
}

impl Read for Archive<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while let Some(piece) = self.pieces.front_mut() {
            let read = match piece.read(buffer, self.warrant) {
                Ok(read) => read,
                Err(error) => {
                    let said = io::Error::other(error.to_string());
                    self.failed = Some(error);
                    return Err(said);
                }
            };
            if read > 0 {
                return Ok(read);
            }
            self.pieces.pop_front();
        }
        Ok(0)
    }
}

impl Piece {
    /// Zero when it is at its end.
    fn read(&mut self, buffer: &mut [u8], warrant: &Warrant) -> Result<usize, Error> {
        match self {
            Piece::Bytes(cursor) => cursor.read(buffer).map_err(Error::Folder),
            Piece::Padding(left) => {
                let n = buffer.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
                buffer.iter_mut().take(n).for_each(|byte| *byte = 0);
                *left -= n as u64;
                Ok(n)
            }
            Piece::Document { id, reference, expected, open } => {
                let failed = |error| Error::of_document(reference, error);
                let passing = match open {
                    Some(passing) => passing,
                    None => open.insert(Box::new(Passing { from: warrant.open(id).map_err(failed)?, bytes: 0 })),
                };
                match passing.from.read(buffer).map_err(failed)? {
                    Passed::Bytes(read) => {
                        passing.bytes += read as u64;
                        let too_long = passing.bytes > expected.0;
                        if too_long { Err(Error::Altered(reference.clone())) } else { Ok(read) }
                    }
                    // What was entered, and what the manifest says.
                    Passed::End(Left { sha256 }) if (passing.bytes, sha256) == *expected => Ok(0),
                    Passed::End(_) => Err(Error::Altered(reference.clone())),
                }
            }
        }
    }
}
