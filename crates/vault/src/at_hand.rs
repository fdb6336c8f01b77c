//! What two have open in a session, for one thing that they do with it.

use std::collections::BTreeMap;

use seal::Identity;

use crate::ClassId;
use index::Document;

/// A document, with the keys of its class that two have put together. In no keyring: what they open comes into no index.
pub(crate) struct AtHand {
    pub class: ClassId,
    /// None: its sheet is being read.
    pub document: Option<Document>,
    /// By epoch.
    pub keys: BTreeMap<u32, Identity>,
}
