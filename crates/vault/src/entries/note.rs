//! Notes: what is recorded for those who may read it. They change no right.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{DocumentId, DossierId, OfficerId, PartnerId, ReleaseId};

/// What somebody did, for oversight: the `oversight` part. Who and when, the entry says itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deed {
    /// Words: `action-<did>`.
    pub did: String,
    /// Ids: `document`, `officer`, `dossier`, `class`, `partner`, `release`; and what else there is to say.
    pub detail: BTreeMap<String, String>,
}

impl Deed {
    pub fn new(did: &str) -> Deed {
        Deed { did: did.to_owned(), detail: BTreeMap::new() }
    }

    #[must_use]
    pub fn about(mut self, name: &str, value: impl Into<String>) -> Deed {
        self.detail.insert(name.to_owned(), value.into());
        self
    }
}

/// What those who know a dossier know of it: the `dossier` part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum DossierNote {
    Created { id: DossierId, title: String },
    Basis { officer: OfficerId, basis: String },
}

/// What those who may read a class know of its documents: the `class` part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sheet", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Sheet {
    /// The document itself. Only in the entry that files it.
    Filed {
        document: DocumentId,
        title: String,
        subject: String,
        originator: String,
        date: Date,
        /// Cleaned for display.
        file_name: String,
        /// As it was, escaped; none when it is the same.
        original_name: Option<String>,
        media_type: String,
        size: u64,
        /// Lower-case hexadecimal.
        sha256: String,
        /// ADatP-4774, as XML.
        label: String,
        /// Ids of the guide's topics that its filer chose.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        topics: Vec<String>,
        /// Why it is marked lower than they call for, or than what it is made from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        motive: Option<String>,
        /// What it is made from.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sources: Vec<DocumentId>,
    },
    /// A line of the consultation sheet: the author of the entry made another document from it.
    Derived { document: DocumentId },
    /// A line of the consultation sheet: the author of the entry opened it.
    Opened { document: DocumentId, purpose: String },
    /// The author of the entry took a step of its release.
    Released { document: DocumentId, release: ReleaseId, partner: PartnerId, step: String, purpose: String },
}

impl Sheet {
    pub fn document(&self) -> &DocumentId {
        match self {
            Sheet::Filed { document, .. }
            | Sheet::Derived { document }
            | Sheet::Opened { document, .. }
            | Sheet::Released { document, .. } => document,
        }
    }
}
