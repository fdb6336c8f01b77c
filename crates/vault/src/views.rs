//! What a window or a command line shows. Plain data, names in snake case; dates and times as RFC 3339.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use label::{Banner, Level};
use policy::calendar::ExemptBecause;
use policy::guide::{Aggregation, Topic};
use policy::{AccountStatus, Consent, Interest, Nature, Role};
use registry::releases::ReleaseStatus;
use serde::{Deserialize, Serialize};

use crate::marking::{CategoryDraft, EquivalentView, MarkingChange, MarkingDraft};
use crate::{ClassId, DocumentId, DossierId, Error, FloorView, OfficerId, PartnerId, Reason, ReleaseId, dates};
use index::Sort;

/// An officer. Clearances and briefings are filled for oneself and for those who keep them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct OfficerView {
    pub id: OfficerId,
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    pub roles: BTreeSet<Role>,
    pub status: AccountStatus,
    pub clearances: Vec<ClearanceView>,
    pub briefings: Vec<BriefingView>,
    /// Of the officer's encryption key: what two people compare.
    pub fingerprint: String,
}

impl OfficerView {
    /// An officer of whom nothing is known but the name.
    pub(crate) fn nobody(id: &OfficerId) -> OfficerView {
        OfficerView {
            id: id.clone(),
            full_name: String::new(),
            nationality: String::new(),
            roles: BTreeSet::new(),
            status: AccountStatus::Disabled,
            clearances: Vec::new(),
            briefings: Vec::new(),
            fingerprint: String::new(),
        }
    }
}

/// Where a clearance stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ClearanceState {
    Valid,
    Suspended,
    Withdrawn,
    Expired,
    Future,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ClearanceView {
    pub officer: OfficerId,
    pub policy: String,
    /// Name of the classification, as the policy spells it.
    pub level: String,
    /// The bare level as it would stand on a page.
    pub banner: Banner,
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub status: ClearanceState,
    pub certificate: String,
    pub authority: String,
    /// The renewal must be asked for: seven months before the end, ten for the highest level.
    pub renewal_due: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct BriefingView {
    pub policy: String,
    pub level: String,
    pub date: NaiveDate,
}

/// The system's approval (Act of 11 December 1998, art. 8 §4).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ApprovalView {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: NaiveDate,
    pub recorded: DateTime<Utc>,
    pub recorded_by: OfficerId,
}

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DocumentRow {
    pub id: DocumentId,
    pub reference: String,
    pub title: String,
    pub originator: String,
    /// The document's own date.
    pub date: NaiveDate,
    pub dossier: DossierId,
    pub banner: Banner,
    pub releasability: Vec<String>,
}

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DocumentFilter {
    /// Words looked for in title, subject, reference and originator.
    pub query: Option<String>,
    pub level: Option<Level>,
    pub dossier: Option<DossierId>,
    /// In what order; without it, the latest filed first.
    #[serde(default)]
    pub sort: Sort,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// A page of a list: of what the asking officer may see, counts included.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Page<T> {
    pub rows: Vec<T>,
    pub next: Option<String>,
    /// All rows that match, over all pages.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub total: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DocumentView {
    #[serde(flatten)]
    pub row: DocumentRow,
    pub class: ClassId,
    pub subject: String,
    pub file_name: String,
    pub media_type: String,
    /// Bytes.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub size: u64,
    /// SHA-256 of the document's bytes, lower-case hexadecimal.
    pub sha256: String,
    pub filed: DateTime<Utc>,
    pub filed_by: OfficerId,
    pub label_xml: String,
    pub marking_fr: String,
    pub marking_nl: String,
    /// Its marking, as choices.
    pub marking: MarkingDraft,
    /// Names of the level elsewhere: shown beside the marking, never instead of it.
    pub equivalents: Vec<EquivalentView>,
    /// Ids of the guide's topics that its filer chose.
    pub topics: Vec<String>,
    /// Why it is marked lower than what called for more.
    pub motive: Option<String>,
    /// What it was made from, as far as the asking officer may see it.
    pub sources: Vec<NamedDocument>,
    /// From when its term counts.
    pub finalised: NaiveDate,
    pub standing: StandingView,
    /// The references that it had before, the oldest first.
    pub formerly: Vec<String>,
    pub history: Vec<HistoryRow>,
    /// Whether the asking officer may open it now, and why.
    pub explanation: Explanation,
}

/// Where a document stands in the term of its classification (art. 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct StandingView {
    /// The last day of the term.
    pub lapses: Option<NaiveDate>,
    /// The first day on which the decision is due.
    pub window_opens: Option<NaiveDate>,
    /// A hundred years after the finalisation.
    pub expires: Option<NaiveDate>,
    pub state: TermStatus,
    /// `unclassified`, `restricted` or `foreign`, where no term runs. Words: `term-exempt-<because>`.
    pub because: Option<ExemptBecause>,
}

/// Words: `term-<status>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum TermStatus {
    Exempt,
    Running,
    Due,
    Overdue,
    Expired,
}

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
    /// Who is to be told.
    pub notify: Vec<RecipientView>,
}

/// The consultation sheet of a document, line by line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct HistoryRow {
    pub at: DateTime<Utc>,
    pub officer: OfficerId,
    /// `file`, `open`, `derive`, `request-release`…
    pub action: String,
    pub purpose: String,
}

/// A decision without the deed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Explanation {
    pub permitted: bool,
    /// Every reason against.
    pub reasons: Vec<Reason>,
    /// What was looked at and held. Words: `held-<code>`.
    pub satisfied: Vec<Reason>,
}

/// What was registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct FilingResult {
    pub id: DocumentId,
    pub reference: String,
    pub class: ClassId,
    pub title: String,
    /// As lists show it.
    pub file_name: String,
    /// What a person should know, and nothing forbids: `aggregation`, `already_filed`, `empty_file`, `not_shown`, `pdf_within`,
    /// `name_changed`, `date_ahead`, `filer_excluded`, `filer_cannot_open`. Words: `warning-<code>`.
    pub warnings: Vec<Reason>,
}

/// A batch that was not filed as a whole: what is in and what is not.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
pub struct FilingFailed {
    /// The documents that are in, the first of the batch: each as a whole, for good.
    pub filed: Vec<FilingResult>,
    /// The place in the batch of the one that it failed at, from 0, where it was one.
    pub document: Option<usize>,
    pub error: Error,
}

/// A release that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Requested {
    pub release: ReleaseId,
    /// As in [`FilingResult::warnings`].
    pub warnings: Vec<Reason>,
}

/// The classification guide in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct GuideView {
    pub topics: Vec<Topic>,
    /// From how many documents on combining them is warned of.
    pub aggregation: u32,
    /// It is the one that ships with the program.
    pub shipped: bool,
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<OfficerId>,
}

/// The authorities that the vault speaks for: about their documents it decides itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AuthoritiesView {
    /// The vault's own name, which always counts.
    pub vault: String,
    /// The others, in the order in which they were added.
    pub authorities: Vec<String>,
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<OfficerId>,
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

/// The high-water mark of the documents that another is made from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct HighWaterMark {
    pub marking: MarkingDraft,
    pub banner: Banner,
    pub from: Vec<NamedDocument>,
    /// The originator of one of them wants to be asked.
    pub orcon: bool,
    /// One of them is foreign or mixed information (art. 7 §5).
    pub foreign: bool,
    /// What a person must look at before this becomes a marking.
    pub problems: Vec<Reason>,
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
    /// Who received it, and must be told.
    pub notify: Vec<RecipientView>,
}

/// A document as a list of others names it: what another was made from, what a release holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NamedDocument {
    pub id: DocumentId,
    pub reference: String,
    pub title: String,
    pub banner: Banner,
}

impl From<DocumentRow> for NamedDocument {
    fn from(row: DocumentRow) -> NamedDocument {
        NamedDocument { id: row.id, reference: row.reference, title: row.title, banner: row.banner }
    }
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PartnerView {
    pub id: PartnerId,
    pub name: String,
    pub nation: String,
    pub communities: BTreeSet<String>,
    pub contact: String,
    /// `age1…` or `age1pq…`.
    pub recipient: String,
    /// Of the recipient and the signing key: what is compared over another channel.
    pub fingerprint: String,
    pub post_quantum: bool,
    pub signing_key: Option<String>,
    pub ceiling: Level,
    /// Tag → values of restrictive tags that the agreement covers.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub agreement: Option<String>,
    pub until: Option<NaiveDate>,
    /// Who entered it, and so cannot confirm its key.
    pub entered_by: OfficerId,
    pub confirmed: bool,
    pub confirmed_by: Option<OfficerId>,
    pub active: bool,
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
    pub written: Option<DateTime<Utc>>,
    pub status: ReleaseStatus,
    pub may_approve: bool,
    /// Why the asking officer may not approve it.
    pub why_not: Vec<Reason>,
    /// Whether he may refuse it.
    pub may_refuse: bool,
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

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LogFilter {
    /// Who acted, or about whom.
    pub officer: Option<OfficerId>,
    pub document: Option<DocumentId>,
    /// As in [`LogRow::action`].
    pub action: Option<String>,
    /// Not earlier than this: an instant, or from the first moment of a day.
    #[serde(default, deserialize_with = "dates::since")]
    #[cfg_attr(feature = "screen", specta(type = Option<String>))]
    pub since: Option<DateTime<Utc>>,
    /// Earlier than this: an instant, or to the end of a day.
    #[serde(default, deserialize_with = "dates::until")]
    #[cfg_attr(feature = "screen", specta(type = Option<String>))]
    pub until: Option<DateTime<Utc>>,
    /// At most this many rows; 0 means 200.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before. Newest first.
    pub after: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LogRow {
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub index: u64,
    pub at: DateTime<Utc>,
    /// Who signed the entry.
    pub officer: OfficerId,
    /// Words: `ui-act-<action>`, for example `open`, `deny`, `grant-clearance`.
    pub action: String,
    /// The document, officer, dossier, partner or release that it is about, by id.
    pub subject: String,
    /// What else was recorded, by name.
    pub detail: BTreeMap<String, String>,
    /// The subject, with what this officer knows of it.
    pub about: Option<LogValue>,
    /// The whole detail value by value, in the order in which a person reads it.
    pub values: Vec<LogValue>,
}

/// One value of the log, so that whoever shows it can say it in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LogValue {
    /// Words: `ui-detail-<name>`.
    pub name: String,
    pub kind: LogKind,
    /// As it was recorded.
    pub value: String,
    /// As this officer knows it, where that is something else: the reference of a document that he may open, the name of an
    /// officer or a partner, the id of a dossier of his, a classification as documents bear it.
    pub shown: Option<String>,
    /// Of a document or a dossier that he may see.
    pub title: Option<String>,
}

/// What a value of the log is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum LogKind {
    /// As somebody wrote it.
    Text,
    Document,
    Officer,
    Dossier,
    Class,
    Partner,
    Release,
    /// Words: `ui-key-<value>`.
    Key,
    /// Words: `ui-key-by-<value>`.
    KeyBy,
    /// The name of a classification under a policy.
    Classification,
    /// A level of the common scale. Words: `level-<value>`.
    Level,
    Day,
    Number,
    /// Words: `role-<value>`.
    Role,
    /// Words: `reason-<value>`.
    Reason,
    /// Words: `ui-act-<value>`.
    Action,
    /// Words: `ui-nature-<value>`.
    Nature,
    /// A letter of the list of interests. Words: `interest-<value>`.
    Interest,
    /// The id of a topic of the guide.
    Topic,
    /// Words: `ui-fault-<value>`.
    Fault,
    Fingerprint,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LogPage {
    pub rows: Vec<LogRow>,
    pub next: Option<String>,
}

/// When the log was last found to be whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Wholeness {
    /// None: it was not verified as a whole yet.
    pub last_whole: Option<DateTime<Utc>>,
    /// How many entries it had then.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub whole: u64,
    /// How many the run that is under way has verified.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub verified: u64,
    /// How many there are.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entries: u64,
}

/// How much waits for an officer: what he may do himself, of what he may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Waiting {
    /// Asked for by others, and his to approve or refuse, or at least to refuse.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub releases_to_decide: u64,
    /// Approved, and his to write.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub packages_to_write: u64,
    /// Partners whose key nobody has compared yet.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub partners_to_confirm: u64,
    /// Clearances whose renewal must be asked for: everybody's for security officers, else his own.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub renewals_due: u64,
    /// Documents whose classification is to be decided on.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub terms_due: u64,
}

/// What an officer still lacks, and who can give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Missing {
    pub what: MissingWhat,
    pub ask: Vec<NamedOfficer>,
}

/// Words: `ui-missing-<what>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum MissingWhat {
    Clearance,
    Briefing,
    NeedToKnow,
    /// The system's.
    Approval,
}

/// An officer as others name him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NamedOfficer {
    pub id: OfficerId,
    pub full_name: String,
}

/// What `verify` found: every entry hangs together and is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Verified {
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entries: u64,
    /// The Merkle root, lower-case hexadecimal.
    pub root: String,
}
