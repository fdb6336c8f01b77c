//! Why entries are refused.

use std::error::Error;
use std::sync::Arc;

use crate::{ForgedRule, OfficerId};

/// A table could not be read or written. What the cause is, the table knows.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the records of documents cannot be read: {0}")]
pub struct TableError(pub Arc<dyn Error + Send + Sync>);

impl PartialEq for TableError {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for TableError {}

/// Why reading the log stopped at an entry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    #[error("entry {index} was made by someone who had no right to it: {}", rule.as_str())]
    Forged { index: u64, author: String, rule: ForgedRule },
    /// The author's clock was wrong, or the reader's is.
    #[error("entry {index} bears a time {ahead_seconds} seconds after this computer's clock")]
    EntryAhead { index: u64, author: String, ahead_seconds: i64 },
    /// A later program wrote it.
    #[error("an entry has format `{format}`, which this program does not know")]
    Newer { format: u32 },
    #[error("the officer is disabled")]
    Disabled,
    /// `name`: of the officer who froze the account.
    #[error("the officer was frozen by `{by}`")]
    Frozen { by: OfficerId, name: String, at_ms: i64 },
    /// Others took the place of the keys that it was read with.
    #[error("the keys of `{officer}` were replaced")]
    Replaced { officer: OfficerId },
    /// Whether its author had the right could not be told.
    #[error(transparent)]
    Table(#[from] TableError),
}
