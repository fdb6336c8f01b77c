//! Which authors the log has introduced. Writers are checked against it: an entry by anybody else would make the log
//! unreadable for everybody.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use seal::{KeyId, VerifyingKey};

use crate::entry::AUTHOR;
use crate::error::Error;
use crate::store::LogView;

/// Keys seen in the file. Nobody has checked them: readers do. Keys are only ever added, so the cache cannot be stale in a
/// way that matters.
#[derive(Default)]
pub(crate) struct Authors(Mutex<BTreeSet<KeyId>>);

impl Authors {
    pub fn contains(&self, view: &dyn LogView, author: &KeyId) -> Result<bool, Error> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.contains(author) {
            let introduced = view.parts_for(AUTHOR)?;
            known.extend(
                introduced.iter().filter_map(|(_, key)| VerifyingKey::from_bytes(key).ok()).map(|k| k.key_id()),
            );
        }
        Ok(known.contains(author))
    }
}
