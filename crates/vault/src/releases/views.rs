//! Releases, as a screen shows them. Plain data, names in snake case; instants as RFC 3339.

use chrono::{DateTime, Utc};
use policy::Consent;
use registry::releases::ReleaseStatus;
use serde::{Deserialize, Serialize};

use crate::{DocumentId, InOrder, NamedDocument, NamedOfficer, OfficerId, PartnerId, Reason, ReleaseId};

/// What a list of releases is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseOrder {
    /// When it was asked for.
    #[default]
    Filed,
    /// What the partner is called.
    Name,
    /// What waits first.
    Status,
}

/// What to list of the releases that one sees.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ReleaseFilter {
    pub sort: InOrder<ReleaseOrder>,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// The last that was asked for first.
impl Default for ReleaseFilter {
    fn default() -> ReleaseFilter {
        ReleaseFilter { sort: InOrder { by: ReleaseOrder::Filed, descending: true }, limit: 0, after: None }
    }
}

/// A release that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Requested {
    pub release: ReleaseId,
    /// As in [`FilingResult::warnings`].
    pub warnings: Vec<Reason>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ReleaseView {
    pub id: ReleaseId,
    pub partner: PartnerId,
    /// Those that the asking officer may see.
    pub documents: Vec<NamedDocument>,
    /// The others: how many, and why.
    pub hidden: Vec<HiddenDocuments>,
    /// Stands on the sheets of its documents; none when he may see none of them.
    pub purpose: Option<String>,
    /// Of those that he may see.
    pub consents: Vec<DocumentConsent>,
    pub requested_by: OfficerId,
    pub requested_at: DateTime<Utc>,
    pub approved_by: Option<OfficerId>,
    pub approved_at: Option<DateTime<Utc>>,
    pub refused_by: Option<OfficerId>,
    pub refused_at: Option<DateTime<Utc>>,
    /// Why it was refused; as of the purpose.
    pub refused_why: Option<String>,
    /// The last of its packages.
    pub written: Option<DateTime<Utc>>,
    /// By whom.
    pub written_by: Option<OfficerId>,
    /// How many packages were written of it.
    pub written_times: u32,
    pub status: ReleaseStatus,
    pub may_approve: bool,
    /// Why the asking officer may not approve it.
    pub why_not: Vec<Reason>,
    /// Whether he may refuse it.
    pub may_refuse: bool,
    /// Two open something in it, so that two write the package.
    pub by_two: bool,
}

/// Documents of a release that an officer may not see: their number, and nothing else of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct HiddenDocuments {
    /// So many for the same reasons.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub documents: u64,
    pub reasons: Vec<Reason>,
    /// Who can do something about it.
    pub ask: Vec<NamedOfficer>,
}

/// The consent to the release of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DocumentConsent {
    pub document: DocumentId,
    /// Of the document, as opposed to that of the consent.
    pub reference_of: String,
    /// Whose the document is, as it is written of it: empty where it is the vault's own.
    pub originator: String,
    #[serde(flatten)]
    pub consent: Consent,
}

/// The answer to "may these go to that partner?", document by document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ReleaseAnswer {
    pub document: DocumentId,
    pub permitted: bool,
    pub reasons: Vec<Reason>,
}
