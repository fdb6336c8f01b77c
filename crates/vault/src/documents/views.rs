//! Documents, as a screen shows them and asks for them. Plain data, names in snake case; instants as RFC 3339.

use chrono::{DateTime, NaiveDate, Utc};
use index::{Hit, Sort};
use label::{Banner, Level};
use policy::Consent;
use policy::calendar::{ExemptBecause, TermStatus};
use registry::documents::{Content, InnerText, TextLack};
use seal::ContentHash;
use serde::{Deserialize, Serialize};

use crate::session::denied_for;
use crate::{ClassId, DocumentId, DossierId, EquivalentView, Error, MarkingDraft, OfficerId, PrinterName, Reason};

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
    /// Two open it: its title and what else is on its sheet only they read, and its date is the day on which it was filed.
    pub sealed: bool,
    /// Where it was found by the text inside it: as the text says that its filer's program read, and not as its pages show it.
    pub hit: Option<Hit>,
}

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DocumentFilter {
    /// Words looked for in title, subject, reference and originator.
    pub query: Option<String>,
    /// Whether they are looked for in the text inside documents instead. The best hit comes first, whatever the order.
    #[serde(default)]
    pub inside: bool,
    pub level: Option<Level>,
    /// Marked under this policy.
    #[serde(default)]
    pub policy: Option<String>,
    pub dossier: Option<DossierId>,
    /// Of this day or later, by the document's own date; and of this day or earlier.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// Whose originator has this in his name.
    #[serde(default)]
    pub originator: Option<String>,
    /// `pdf`, `text`, `picture`, `office`, `other`.
    #[serde(default)]
    pub kind: Option<String>,
    /// Those that the asking officer filed, or opened.
    #[serde(default)]
    pub mine: Option<Mine>,
    /// Those that were withdrawn, and no others; else all others.
    #[serde(default)]
    pub withdrawn: bool,
    /// In what order; without it, the latest filed first.
    #[serde(default)]
    pub sort: Sort,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// What makes documents an officer's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Mine {
    Filed,
    Opened,
}

impl Mine {
    /// As it is written in JSON, and typed.
    pub fn as_str(self) -> &'static str {
        match self {
            Mine::Filed => "filed",
            Mine::Opened => "opened",
        }
    }
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
    /// BLAKE3 of the document's bytes, lower-case hexadecimal.
    #[cfg_attr(feature = "screen", specta(type = String))]
    pub blake3: ContentHash,
    pub filed: DateTime<Utc>,
    pub filed_by: OfficerId,
    pub label_xml: String,
    /// How much of the text inside it can be searched.
    pub text: TextView,
    pub marking_fr: String,
    pub marking_nl: String,
    /// Its marking, as choices.
    pub marking: MarkingDraft,
    /// Names of the level elsewhere: shown next to the marking, never instead of it.
    pub equivalents: Vec<EquivalentView>,
    /// Ids of the guide's topics that its filer chose.
    pub topics: Vec<String>,
    /// Why it is marked lower than what called for more.
    pub motive: Option<String>,
    /// What it was made from, as far as the asking officer may see it.
    pub sources: Vec<NamedDocument>,
    /// The other authorities to whom it answers, because it was made from theirs.
    pub also_of: Vec<String>,
    /// Authorities whose it was said to be, or its label says, besides what is written now: their consent is needed still.
    pub still_of: Vec<String>,
    /// From when its term counts.
    pub finalised: NaiveDate,
    pub standing: StandingView,
    /// The references that it had before, the oldest first.
    pub formerly: Vec<String>,
    /// The reference of its paper original; empty where there is none.
    pub paper: String,
    /// What it is to others, and others to it, as far as the asking officer may see those.
    pub relations: Vec<RelatedView>,
    pub history: Vec<HistoryRow>,
    /// Whether the asking officer may put right what is written of it.
    pub may_correct: bool,
    /// What of it the asking officer may not put right, although he may put right the rest, and why.
    pub fixed: Vec<FixedField>,
    /// Which version this tells of, from 1, and how many there are.
    pub version: u32,
    pub versions: u32,
    /// Whether the asking officer may file another version of it.
    pub may_file_version: bool,
    /// When it was withdrawn.
    pub withdrawn: Option<DateTime<Utc>>,
    /// Whether the asking officer may withdraw it, or ask for it, and nobody has asked yet.
    pub may_withdraw: bool,
    /// Somebody asked that it be withdrawn, and it waits for a yes: as those are told who may withdraw it.
    pub withdrawal_waits: bool,
    /// Whether the asking officer may open it now, and why.
    pub explanation: Explanation,
}

/// A document that would be withdrawn, as those who answer see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedWithdrawal {
    pub document: DocumentId,
    /// What it is known by to an officer who may not read it: a number that counts nothing.
    pub reference: String,
    /// None to an officer who may not read it.
    pub title: Option<String>,
    pub filed_by: OfficerId,
    pub filed: DateTime<Utc>,
    /// Why it should not be there.
    pub why: Option<String>,
}

impl DocumentView {
    /// Whether what is on its sheet is here, and not only what everybody knows.
    ///
    /// # Errors
    /// [`Error::Denied`] where two open it, and did not.
    pub fn require_sheet(&self) -> Result<(), Error> {
        let opens_by_two = || denied_for("open", Reason::new("opens_by_two"));
        if self.row.sealed { Err(opens_by_two()) } else { Ok(()) }
    }
}

/// The consultation sheet of a document, line by line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct HistoryRow {
    pub at: DateTime<Utc>,
    pub officer: OfficerId,
    /// `file`, `correct`, `open`, `derive`, `request-release`…
    pub action: String,
    pub purpose: String,
    /// What was put right by it.
    pub changes: Vec<FieldChange>,
    /// The version that it brought.
    pub version: Option<VersionView>,
    /// On whose consent it rests, where it is a decision by one.
    pub consent: Option<Consent>,
    /// The copies that it printed.
    pub printed: Option<PrintedCopies>,
}

/// Copies on paper that were asked for, as the history of a document lists them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PrintedCopies {
    /// `3`, or `3-5`.
    pub numbers: String,
    pub printer: PrinterName,
}

/// A version of a document, as its history lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct VersionView {
    /// From 1.
    pub number: u32,
    pub file_name: String,
    /// Its kind, as its bytes say.
    pub media_type: String,
    /// Bytes.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub size: u64,
    /// BLAKE3 of its bytes, lower-case hexadecimal.
    #[cfg_attr(feature = "screen", specta(type = String))]
    pub blake3: ContentHash,
}

impl VersionView {
    pub(crate) fn of(number: u32, content: Content) -> VersionView {
        let Content { file_name, media_type, size, blake3, .. } = content;
        VersionView { number, file_name, media_type, size, blake3 }
    }

    /// The one that a document is now.
    pub(crate) fn present(number: u32, about: &DocumentView) -> VersionView {
        let DocumentView { file_name, media_type, size, blake3, .. } = about;
        let (file_name, media_type) = (file_name.clone(), media_type.clone());
        VersionView { number, file_name, media_type, size: *size, blake3: *blake3 }
    }
}

/// A version that was filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct VersionResult {
    pub id: DocumentId,
    pub reference: String,
    /// Its number, from 2.
    pub version: u32,
    /// As lists show it.
    pub file_name: String,
    /// Its kind, as its bytes say.
    pub media_type: String,
    /// Bytes.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub size: u64,
    /// BLAKE3 of its bytes, lower-case hexadecimal.
    #[cfg_attr(feature = "screen", specta(type = String))]
    pub blake3: ContentHash,
    /// How much of the text inside it can be searched.
    pub text: TextView,
    /// As of a document that is filed: `already_filed`, `empty_file`, `not_shown`, `text_alone`, `picture`, `pdf_within`, `as_source`, `blank`, `name_changed`.
    /// Words: `warning-<code>`.
    pub warnings: Vec<Reason>,
}

/// Something that is written of a document and that an officer may not put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct FixedField {
    /// `originator`, `date`, `dossier`. Words: `ui-field-<field>`.
    pub field: String,
    pub why: Reason,
}

/// What is written of a document, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct FieldChange {
    /// `title`, `subject`, `originator`, `date`, `paper`, `dossier`; of a decision `marking`, `reference`. Words: `ui-field-<field>`.
    pub field: String,
    pub was: String,
    pub now: String,
}

/// What a person puts right of a document; what is none stays as it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Correction {
    pub title: Option<String>,
    /// May be empty, as the originator.
    pub subject: Option<String>,
    pub originator: Option<String>,
    pub date: Option<NaiveDate>,
    /// The reference of its paper original; may be empty.
    pub paper: Option<String>,
    /// The dossier that it belongs into: then nothing else.
    pub dossier: Option<DossierId>,
    pub why: String,
}

/// What was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CorrectionResult {
    pub id: DocumentId,
    pub reference: String,
    pub changes: Vec<FieldChange>,
    /// `date_ahead`, `term_stays`, `line_ends`. Words: `warning-<code>`.
    pub warnings: Vec<Reason>,
}

/// A decision without the record.
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
    /// How much of the text inside it can be searched.
    pub text: TextView,
    /// What a person should know, and nothing forbids: `aggregation`, `already_filed`, `empty_file`, `link_followed`, `not_shown`, `text_alone`, `picture`, `pdf_within`, `as_source`, `blank`,
    /// `name_changed`, `line_ends`, `not_read`, `recognised`, `unrecognised`, `date_ahead`, `filer_excluded`, `filer_cannot_open`, `nobody_reads`. Words: `warning-<code>`.
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
    /// The other authorities to whom it will answer, because these are theirs.
    pub also_of: Vec<String>,
    /// Two open one of them, and nobody has it open here: what its sheet says, whose it is above all, shows when two file what is
    /// made from it.
    pub by_two: bool,
    /// What a person must look at before this becomes a marking.
    pub problems: Vec<Reason>,
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

/// A document that is something to another, as the other shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RelatedView {
    pub document: NamedDocument,
    /// `answers`, `cancels`, `replaces`, `attachment`. Words: `relation-<this>`; from the other side `relation-<this>-of`.
    pub relation: String,
    /// Whether it stands on the sheet of the document that shows it, as opposed to that of the one shown.
    pub own: bool,
}

impl From<DocumentRow> for NamedDocument {
    fn from(row: DocumentRow) -> NamedDocument {
        NamedDocument { id: row.id, reference: row.reference, title: row.title, banner: row.banner }
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
    type Err = Error;

    fn from_str(text: &str) -> Result<ActionName, Error> {
        match text {
            "open" => Ok(ActionName::Open),
            "file" => Ok(ActionName::File),
            "release" => Ok(ActionName::Release),
            other => Err(Error::unknown("action", other, ACTIONS)),
        }
    }
}

/// What is known of the text inside a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct TextView {
    /// `whole`, `partial`, `none`: how much of it can be found.
    pub is: String,
    /// Why not all of it. Words: `text-lack-<why>`.
    pub why: Option<String>,
    /// The languages in which pages that are pictures were read by OCR, as `fr`; empty where none was.
    pub recognised: Vec<String>,
}

/// How many documents are not found by their text, or not by all of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NotSearched {
    /// Words: `text-lack-<why>`.
    pub why: String,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub documents: u64,
}

impl From<Option<&InnerText>> for TextView {
    fn from(text: Option<&InnerText>) -> TextView {
        let (is, why) = match text {
            Some(InnerText::Whole { .. }) => ("whole", None),
            Some(InnerText::Partial { why: why @ TextLack::Withdrawn, .. } | InnerText::None { why }) => {
                ("none", Some(*why))
            }
            Some(InnerText::Partial { why, .. }) => ("partial", Some(*why)),
            None => ("none", Some(TextLack::Unread)),
        };
        TextView {
            is: is.to_owned(),
            why: why.map(|why| why.code().to_owned()),
            recognised: text.filter(|_| is != "none").map(|text| text.recognised().to_vec()).unwrap_or_default(),
        }
    }
}
