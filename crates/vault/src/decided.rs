//! What a use that may take two gives back.

use crate::AssentId;

/// What became of something that takes two under the full rules.
#[derive(Clone, Debug, PartialEq)]
pub enum Decided<T> {
    /// It is so.
    Effective(T),
    /// It waits for the yes of another.
    Waiting(AssentId),
}

impl<T> Decided<T> {
    /// None while it waits.
    pub fn effective(self) -> Option<T> {
        match self {
            Decided::Effective(what) => Some(what),
            Decided::Waiting(_) => None,
        }
    }

    /// None where nothing waits.
    pub fn request(self) -> Option<AssentId> {
        match self {
            Decided::Effective(_) => None,
            Decided::Waiting(request) => Some(request),
        }
    }
}
