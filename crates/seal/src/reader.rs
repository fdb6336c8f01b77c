//! A sealed object as a plaintext that can be read and sought in, and is nowhere on disk.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use zeroize::Zeroizing;

use crate::chunk::{CHUNK, SEALED_CHUNK};
use crate::error::OpenError;
use crate::file::Payload;
use crate::identity::Identity;

/// Reads the plaintext of an object. Holds one chunk of it, 64 KiB, at a time.
pub struct SealedReader {
    file: File,
    payload: Payload,
    position: u64,
    /// Which chunk `slot` holds, opened.
    held: Option<u64>,
    slot: Zeroizing<Vec<u8>>,
}

impl SealedReader {
    /// Checks the header and the last chunk, so that a file that was cut shows now and not at its end.
    pub fn open(with: &Identity, file: File) -> Result<Self, OpenError> {
        let payload = Payload::find(with, &file)?;
        Ok(Self { file, payload, position: 0, held: None, slot: Zeroizing::new(Vec::with_capacity(SEALED_CHUNK)) })
    }

    /// Length of the plaintext in bytes. Authentic: the last chunk says that it is the last.
    pub fn plain_len(&self) -> u64 {
        self.payload.layout.plain_len()
    }

    /// The plaintext from the current position to the end of its chunk; empty at the end.
    fn available(&mut self) -> Result<&[u8], OpenError> {
        if self.position >= self.plain_len() {
            return Ok(&[]);
        }
        let index = self.position / CHUNK as u64;
        if self.held != Some(index) {
            self.held = None;
            self.payload.open_chunk(&self.file, index, &mut self.slot)?;
            self.held = Some(index);
        }
        let chunk_len = self.slot.len().saturating_sub(crate::chunk::TAG);
        let within = usize::try_from(self.position % CHUNK as u64).unwrap_or_default();
        Ok(self.slot.get(within..chunk_len).unwrap_or_default())
    }
}

impl Read for SealedReader {
    /// An altered object gives `InvalidData` with the [`OpenError`] inside.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.available().map_err(|error| match error {
            OpenError::Read(error) => error,
            other => io::Error::new(io::ErrorKind::InvalidData, other),
        })?;
        let count = available.len().min(into.len());
        into.iter_mut().zip(available).for_each(|(to, from)| *to = *from);
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for SealedReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.plain_len().checked_add_signed(by),
        };
        self.position =
            position.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a position before the beginning"))?;
        Ok(self.position)
    }
}

impl std::fmt::Debug for SealedReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedReader({} bytes)", self.plain_len())
    }
}
