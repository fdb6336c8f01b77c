//! What a window or a command line asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use label::{LabelDraft, Level};
use policy::four_eyes::Regime;
use policy::{Consent, Interest, Role};
use seal::{SecretText, WorkFactor};
use serde::Deserialize;

use crate::{AssentId, DocumentId, DossierId, Error, OfficerId, PartnerId, text};

/// A vault to be made, with its first officer: security officer and custodian.
#[derive(Clone, Debug)]
pub struct NewVault {
    pub name: String,
    pub officer: OfficerId,
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    /// Full: what takes two takes two from the beginning.
    pub regime: Regime,
    pub work_factor: WorkFactor,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewOfficer {
    pub id: OfficerId,
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    pub roles: BTreeSet<Role>,
}

/// Whether documents are for an officer's function; outside it, what he is authorised to.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum NewFunction {
    Within,
    Outside { authorised: Option<NewAuthorisation> },
}

/// That an originator gives what is RESTREINT to somebody outside his function.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewAuthorisation {
    pub policies: BTreeSet<String>,
    /// The originator.
    pub authority: String,
    /// Of the notice of the limits of use and the measures of protection.
    pub reference: String,
    /// Last day.
    pub until: NaiveDate,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct GrantClearance {
    pub officer: OfficerId,
    pub policy: String,
    /// Name of the highest classification, in any language of the policy.
    pub level: String,
    /// Tag → values held.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub from: NaiveDate,
    /// Last day; at most five years after `from`.
    pub until: NaiveDate,
    pub certificate: String,
    /// `ANS`, `VSSE`, `SGRS` or a foreign authority.
    pub authority: String,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RecordBriefing {
    pub officer: OfficerId,
    pub policy: String,
    pub level: String,
    pub date: NaiveDate,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RecordApproval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    /// Last day.
    pub until: NaiveDate,
}

/// Where a document's bytes are. May be read twice: when another process moved the log meanwhile, it is sealed again.
#[derive(Debug)]
pub enum Source {
    Path(PathBuf),
    /// Read from its start.
    File(File),
    /// For what was made in memory.
    Bytes(Vec<u8>),
    /// Text that its author says is Markdown.
    Markdown(Arc<SecretText>),
}

/// How a document is marked.
#[derive(Clone, Debug)]
pub enum Marking {
    /// An ADatP-4774 label.
    Xml(Vec<u8>),
    Draft {
        policy: String,
        draft: LabelDraft,
    },
}

/// A document to be registered.
#[derive(Debug)]
pub struct NewDocument {
    pub source: Source,
    pub dossier: DossierId,
    pub marking: Marking,
    pub title: String,
    pub subject: String,
    pub originator: String,
    /// The reference of its paper original; empty where there is none.
    pub paper: String,
    /// The document's own date.
    pub date: NaiveDate,
    /// From when the term of its classification counts; none: from its own date.
    pub finalised: Option<NaiveDate>,
    /// As its owner named it; none takes it from the path. May be any text: it is cleaned for display, and the
    /// original kept.
    pub file_name: Option<Vec<u8>>,
    /// Ids of the guide's topics that it touches.
    pub topics: Vec<String>,
    /// Why it is marked lower than they call for, or than what it is made from; 10 to 2,000 characters.
    pub motive: Option<String>,
    /// The documents that it is made from.
    pub sources: Vec<DocumentId>,
}

/// Another version of a document.
#[derive(Debug)]
pub struct NewVersion {
    pub source: Source,
    /// As in [`NewDocument`].
    pub file_name: Option<Vec<u8>>,
    /// What is new in it, for those who may read the document.
    pub why: String,
}

/// How far a filing has come. Anyone who answers `Stop` at the beginning of a document, where `bytes` is 0, keeps those before it;
/// in the middle of one, nothing of its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which document of the batch, from 0.
    pub document: usize,
    /// Bytes of this document; 0 before the first is read.
    pub bytes: u64,
    /// Documents registered so far.
    pub done: usize,
    pub of: usize,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewPartner {
    pub id: PartnerId,
    pub name: String,
    /// ISO 3166-1 alpha-3.
    pub nation: String,
    pub communities: BTreeSet<String>,
    pub contact: String,
    /// `age1…` or `age1pq…`.
    pub recipient: String,
    /// With which the partner signs its receipts.
    #[serde(default)]
    pub signing_key: Option<String>,
    pub ceiling: Level,
    /// Tag → values of restrictive tags that the agreement covers.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    /// Reference of the agreement.
    pub agreement: Option<String>,
    /// The agreement's last day.
    pub until: Option<NaiveDate>,
}

/// A decision about a document's classification (art. 7).
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewDecision {
    /// As it is to be marked; none: it is maintained as it is. A page sends it with the decision, as choices.
    #[serde(skip)]
    pub marking: Option<Marking>,
    /// The interest that calls for its classification, where it stays classified.
    pub interest: Option<Interest>,
    pub motive: String,
    /// By when a decision to maintain is to be looked at again, ten years from now at most; none: then.
    pub next_review: Option<NaiveDate>,
    /// Of the originating authority, where it is another.
    pub consent: Option<ConsentDraft>,
}

/// The originating authority's consent, as a person enters it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ConsentDraft {
    pub authority: String,
    pub reference: String,
    /// First day; none: the day on which it is entered.
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl ConsentDraft {
    /// # Errors
    /// [`Error::Missing`], [`Error::TooLong`], [`Error::Character`], [`Error::ImplausibleDate`].
    pub(crate) fn checked(&self, today: NaiveDate) -> Result<Consent, Error> {
        let from = self.from.unwrap_or(today);
        if let Some(date) = self.until.filter(|until| *until < from) {
            let latest = label::time::years_from(from, 100);
            return Err(Error::ImplausibleDate { field: "until", date, earliest: from, latest });
        }
        Ok(Consent {
            authority: text::line("authority", &self.authority)?,
            reference: text::line("reference", &self.reference)?,
            from,
            until: self.until,
        })
    }
}

/// What `explain` is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ActionName {
    Open,
    File,
    Release,
}

/// What a decision can be asked for; `reclassify` is asked with a marking of its own.
const ACTIONS: [&str; 4] = ["open", "file", "release", "reclassify"];

impl std::str::FromStr for ActionName {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<ActionName, crate::Error> {
        match text {
            "open" => Ok(ActionName::Open),
            "file" => Ok(ActionName::File),
            "release" => Ok(ActionName::Release),
            other => Err(crate::Error::unknown("action", other, ACTIONS)),
        }
    }
}

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
