//! What a document brings with it: each file by itself.

use zeroize::Zeroizing;

use super::OpenDocument;
use crate::ViewError;
use crate::attachment::Attachment;
use crate::frame::{self, Call, LARGEST};

impl OpenDocument {
    /// What the document brings with it, in its order: the first [`crate::MOST_ATTACHMENTS`].
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn attachments(&mut self) -> Result<Vec<Attachment>, ViewError> {
        let (limit, pages) = (self.limits.page, self.pages);
        self.take(limit, (Call::Attachments, 0), |from, answer| frame::read_attachments(from, answer, pages))
    }

    /// The bytes of one of those, counted from 0.
    ///
    /// # Errors
    /// As [`Self::render`]; [`ViewError::NoSuchPage`] where the document brings no such file; [`ViewError::TooLarge`].
    pub fn attachment(&mut self, nth: u32) -> Result<Zeroizing<Vec<u8>>, ViewError> {
        let (mut whole, mut piece, mut more) = (Zeroizing::new(Vec::new()), 0, true);
        while more {
            let limit = self.limits.page;
            let (bytes, answer) = self.take(limit, (Call::Attachment { nth, piece }, nth), |from, answer| {
                Ok((frame::read_piece(from, answer)?, answer.a))
            })?;
            // Nobody is believed who goes on without sending anything.
            more = answer == 1 && !bytes.is_empty();
            if (whole.len() + bytes.len()) as u64 > LARGEST {
                return Err(ViewError::TooLarge { limit: LARGEST });
            }
            whole.extend_from_slice(&bytes);
            piece += 1;
        }
        Ok(whole)
    }
}
