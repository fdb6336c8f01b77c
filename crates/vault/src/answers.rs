//! What a session remembers of answers to its officer.

use crate::Reason;

/// The answers of which an officer is told, and how far the log was looked through for them: each is read once.
#[derive(Default)]
pub(crate) struct Answers {
    /// Entries.
    pub looked_through: u64,
    pub told: Vec<Reason>,
    pub read: u64,
}
