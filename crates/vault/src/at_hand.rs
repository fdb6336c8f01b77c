//! What two have open in a session, for one thing that they do with it.

use std::collections::BTreeMap;
use std::sync::Arc;

use registry::keys::Witness;
use seal::Identity;

use crate::draft::SecondKeys;
use crate::{ClassId, DocumentId, OfficerId};
use index::Document;

/// Documents, with the keys of their classes that two have put together. In no keyring: what they open comes into no index.
#[derive(Default)]
pub(crate) struct AtHand {
    /// Who opened them with the officer of the session; none: their sheets are being read.
    pub second: Option<Second>,
    /// Those whose sheets were read.
    pub documents: Vec<Document>,
    /// By class and epoch.
    pub keys: BTreeMap<ClassId, BTreeMap<u32, Identity>>,
}

impl AtHand {
    /// The keys of one class, to read sheets with.
    pub fn of(class: &ClassId, keys: BTreeMap<u32, Identity>) -> AtHand {
        AtHand { keys: [(class.clone(), keys)].into(), ..AtHand::default() }
    }

    /// A document of a class whose sheet was read.
    pub fn document(&self, id: &DocumentId, class: &ClassId) -> Option<&Document> {
        self.documents.iter().find(|document| document.listed.id == *id && document.listed.class == *class)
    }
}

/// A second officer who is here: his keys, until this is dropped.
pub struct Second(pub(crate) Arc<SecondKeys>);

impl Second {
    pub fn officer(&self) -> &OfficerId {
        &self.0.officer
    }

    /// The same, for as long as what the two have open is kept.
    pub(crate) fn again(&self) -> Second {
        Second(Arc::clone(&self.0))
    }

    /// Where he is to sign, once the entry is sealed.
    pub(crate) fn to_sign(&self) -> Witness {
        Witness::to_sign(self.officer())
    }
}

impl std::fmt::Debug for Second {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Second({})", self.officer())
    }
}
