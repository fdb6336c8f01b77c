//! What a document brings with it: a file of a mail, of a mail of Outlook, or of an office file.

use crate::headings::on_one_line;

/// More than that nobody encloses by hand: what comes behind them is named as not shown.
pub const MOST_ATTACHMENTS: usize = 500;

/// A file within a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// From the document, and no more to be believed than the document. On one line; empty where it has none.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Where its pages begin among those of the document, from 0; none where it is not shown there.
    pub page: Option<u32>,
}

impl Attachment {
    pub fn new(name: &str, size: u64, page: Option<u32>) -> Attachment {
        Attachment { name: on_one_line(name), size, page }
    }
}
