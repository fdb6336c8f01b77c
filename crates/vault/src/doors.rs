//! The doors: what opens only for a recorded permit, and consumes it.

use std::io::{self, Read, Seek, SeekFrom};

/// The plaintext of one document. Never on disk: bytes are decrypted as they are read.
pub struct OpenedDocument {
    _private: (),
}

impl OpenedDocument {
    /// Cleaned for display.
    pub fn file_name(&self) -> &str {
        ""
    }

    pub fn media_type(&self) -> &str {
        ""
    }

    /// Bytes.
    pub fn size(&self) -> u64 {
        0
    }
}

impl Read for OpenedDocument {
    fn read(&mut self, _buf: &mut [u8]) -> io::Result<usize> {
        Ok(0)
    }
}

impl Seek for OpenedDocument {
    fn seek(&mut self, _pos: SeekFrom) -> io::Result<u64> {
        Ok(0)
    }
}
