//! Terms, decisions and advice, as a screen shows them and asks for them. Plain data, names in snake case; instants as RFC 3339.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use index::Sort;
use label::{Banner, Level};
use policy::calendar::TermStatus;
use policy::guide::Aggregation;
use policy::{Consent, Interest, Nature};
use serde::{Deserialize, Serialize};

use crate::{
    CategoryDraft, ClassId, DocumentId, DocumentRow, DossierId, Error, Explanation, FloorView, HighWaterMark, Marking,
    MarkingChange, OfficerId, PartnerId, Reason, ReleaseId, StandingView, text,
};

/// A line of the calendar.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CalendarRow {
    pub document: DocumentRow,
    pub finalised: NaiveDate,
    pub standing: StandingView,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CalendarFilter {
    pub dossier: Option<DossierId>,
    /// In one of these states; none: in any but exempt.
    pub state: BTreeSet<TermStatus>,
    /// Whose term ends on this day or before.
    pub until: Option<NaiveDate>,
    /// In what order; none: what ends first.
    pub sort: Option<Sort>,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// A row of the register of decisions about classifications (art. 7 §3).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DecisionView {
    pub document: DocumentId,
    /// As it is now.
    pub reference: String,
    /// As it was before this decision, where that was another.
    pub formerly: Option<String>,
    pub title: String,
    pub nature: Nature,
    pub date: DateTime<Utc>,
    pub by: OfficerId,
    pub interest: Option<Interest>,
    pub motive: String,
    /// Of the document's marking as it is now: what its levels are called.
    pub policy: String,
    pub initial_level: Level,
    pub new_level: Level,
    /// The bare levels, as the document's own policy calls and shows them; none: as before.
    pub initial: Banner,
    pub now: Option<Banner>,
    pub finalised: NaiveDate,
    /// The last day of the term that was running.
    pub term: Option<NaiveDate>,
    pub next_review: Option<NaiveDate>,
    /// Why it does not count, where it takes more than the law allows: an honest program records no such decision.
    pub beyond: Vec<Reason>,
    pub consent: Option<Consent>,
    /// To whom it had been released: all of them are to be told, also of a package that was recalled.
    pub notify: Vec<RecipientView>,
    /// Who was told since.
    pub notified: Vec<NotifiedView>,
}

/// A partner to whom a package with a document was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RecipientView {
    pub partner: PartnerId,
    pub name: String,
    pub release: ReleaseId,
    pub written: DateTime<Utc>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NotifiedView {
    pub partner: PartnerId,
    pub at: DateTime<Utc>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RegisterFilter {
    pub dossier: Option<DossierId>,
    pub document: Option<DocumentId>,
    /// In what order; without it, the newest first.
    #[serde(default)]
    pub sort: Sort,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// What a decision about a classification came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DecisionTaken {
    pub id: DocumentId,
    /// As it is now; a deposit number where the officer may not read it any more.
    pub reference: String,
    pub class: ClassId,
    pub nature: Nature,
    /// How many earlier versions of the document went along.
    pub earlier: u32,
    /// How many notes on it went along.
    pub notes: u32,
    /// Who is to be told.
    pub notify: Vec<RecipientView>,
    /// That the document names nobody whose consent it takes, and one was named; that notes on it stay with those who read it as it was
    /// marked before; `filer_excluded`, `filer_cannot_open`, `nobody_reads` where it takes the document from the officer who decides, or
    /// from everybody.
    pub warnings: Vec<Reason>,
}

/// What is to be thought of before a document is filed. Nothing of it decides.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Advice {
    /// Ids of topics whose hints stand in the text, the highest first.
    pub suggested: Vec<String>,
    /// What the chosen topics call for.
    pub floor: Option<FloorView>,
    /// What the marking would need a motive for, or the consent of others.
    pub below: Vec<Reason>,
    pub aggregation: Option<Aggregation>,
    /// What else to look at: that the officer would be locked out by this marking, that many documents come together. As in [`FilingResult::warnings`].
    pub warnings: Vec<Reason>,
    /// Where the marking of a derived document starts.
    pub start: Option<HighWaterMark>,
}

/// A decision about a classification, shown without being taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ExaminedDecision {
    /// What it would do. None where the asker may not read the document, whose level this would tell; or where the two
    /// markings cannot be compared.
    pub nature: Option<Nature>,
    #[serde(flatten)]
    pub explanation: Explanation,
}

/// A decision about a classification on a screen, shown without being taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DecisionPreview {
    /// None: the two markings cannot be compared.
    pub nature: Option<Nature>,
    pub before: Banner,
    /// None: as before.
    pub after: Option<Banner>,
    /// In sentences, `label-change-…`.
    pub changes: Vec<MarkingChange>,
    pub explanation: Explanation,
    /// How many earlier versions of the document go along.
    pub earlier: u32,
    /// How many notes on it go along.
    pub notes: u32,
    /// Who received it, and must be told.
    pub notify: Vec<RecipientView>,
    /// As of [`DecisionTaken`].
    pub warnings: Vec<Reason>,
}

/// A marking without its classification, as this officer last chose it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MarkingDefaults {
    pub policy: String,
    /// None: no such tag; empty: nobody.
    pub releasability: Option<Vec<String>>,
    /// Other tags, with their values.
    pub categories: Vec<CategoryDraft>,
    pub from: DefaultsFrom,
}

/// Where defaults come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum DefaultsFrom {
    /// What the officer last filed in this dossier.
    Dossier,
    /// What the officer last filed anywhere.
    LastUsed,
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
