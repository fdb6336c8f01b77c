//! Sheets: what is recorded about documents, for those who may read them. Sheets change no rights.

use chrono::NaiveDate;
use label::Level;
use policy::{Consent, Interest, Nature};
use seal::ContentHash;
use serde::{Deserialize, Serialize};

use super::numbers;
use crate::log::{Act, AuditRecord, LogLine, Source, line};
use crate::state::instant;
use crate::{ClassId, DocumentId, OfficerId, PartnerId, PrinterName, ReleaseId};

/// What those who may read a class know of its documents: the `class` part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "sheet", rename_all = "kebab-case", deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "sheets are read and written one by one, and not kept")]
pub enum Sheet {
    /// The document itself. Only in the entry that files it.
    Filed {
        document: DocumentId,
        title: String,
        subject: String,
        originator: String,
        date: NaiveDate,
        /// The reference of its paper original; empty where there is none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        paper: String,
        /// What it is to others, since it was put right.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        relations: Vec<Relation>,
        /// Cleaned for display.
        file_name: String,
        /// As it was, escaped; none when it is the same.
        original_name: Option<String>,
        media_type: String,
        size: u64,
        blake3: ContentHash,
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
        /// From when its term counts; none: from its own date.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        finalised: Option<NaiveDate>,
        /// The text inside it, as the program of its filer read it; none: nobody looked for one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<InnerText>,
        /// All whom it was said to be of before it came to this class, the first one first; empty where that was never put right.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        was_of: Vec<String>,
        /// The other authorities to whom it answers, because it was made from theirs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also_of: Vec<String>,
    },
    /// The author of the entry put right what was written of it. What was written before stands in the entries before.
    Corrected { document: DocumentId, now: Particulars, why: String },
    /// The author of the entry wrote this note on it.
    Noted { document: DocumentId, text: String },
    /// The author of the entry printed it.
    Printed {
        document: DocumentId,
        purpose: String,
        printer: PrinterName,
        /// Of the first copy, from 1, and how many there are.
        first: u32,
        copies: u32,
        /// The first and the last of its pages that were printed, from 1.
        pages: (u32, u32),
        /// Which version, from 1; none where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
    /// The author of the entry filed another version of it. What was there before stays.
    Version { document: DocumentId, of: SheetOfVersion },
    /// All its versions, the first one first, with `filed` where it comes to another class: what is known of them moves along.
    Versions { document: DocumentId, all: Vec<SheetOfVersion> },
    /// The author of the entry read the text inside it, which waited: this is known of it since. Of the version that it has now.
    Text { document: DocumentId, text: InnerText },
    /// Notes on it, the oldest first, with `filed` where it comes to another class: they move along.
    Notes { document: DocumentId, all: Vec<EarlierNote> },
    /// A line of the consultation sheet: the author of the entry made another document from it.
    Derived { document: DocumentId },
    /// A line of the consultation sheet: the author of the entry opened it.
    Opened {
        document: DocumentId,
        purpose: String,
        /// Which version, from 1; none where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
    },
    /// The author of the entry decided about its classification; when that moved it, in the part of the class that it is in
    /// since, together with `filed`.
    Decided {
        document: DocumentId,
        decided: Decided,
        /// Decisions before this one, so that anyone who may read it now has the whole register of it.
        earlier: Vec<Earlier>,
    },
    /// It is in another class since this entry: anyone who may not read that one has no more to do with it.
    Moved { document: DocumentId },
    /// The author of the entry put it into this dossier, from another: together with `filed`.
    Refiled {
        document: DocumentId,
        why: String,
        /// Its references before, the oldest first.
        formerly: Vec<String>,
        /// The decisions about its classification so far, so that anyone who may read it now has the whole register of it.
        earlier: Vec<Earlier>,
        /// Whether it was ever written to be of another authority than those that the vault speaks for: what was written of it
        /// before it came does not go along.
        of_others: bool,
    },
    /// The author of the entry put it into another dossier. Into which, is for those who may know it.
    Left { document: DocumentId, why: String },
    /// The author of the entry told a recipient that it is marked otherwise now.
    Notified { document: DocumentId, partner: PartnerId },
    /// The author of the entry took a step of its release.
    Released { document: DocumentId, release: ReleaseId, partner: PartnerId, step: String, purpose: String },
}

/// What is known of the text inside a document. The text itself is kept sealed next to the object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum InnerText {
    /// All of it. `sha256`: of the text, lower-case hexadecimal.
    Whole {
        sha256: String,
        /// The languages in which pages that are pictures were read by OCR, as `fr`; empty where none was.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        recognised: Vec<String>,
    },
    /// Not all of it.
    Partial {
        sha256: String,
        why: TextLack,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        recognised: Vec<String>,
    },
    /// None of it.
    None { why: TextLack },
}

impl InnerText {
    /// The fingerprint of the text that is kept, where one is.
    pub fn sha256(&self) -> Option<&str> {
        match self {
            InnerText::Whole { sha256, .. } | InnerText::Partial { sha256, .. } => Some(sha256),
            InnerText::None { .. } => None,
        }
    }

    /// The languages in which pages that are pictures were read by OCR; empty where none was.
    pub fn recognised(&self) -> &[String] {
        match self {
            InnerText::Whole { recognised, .. } | InnerText::Partial { recognised, .. } => recognised,
            InnerText::None { .. } => &[],
        }
    }

    /// Whether a text that is read later is taken: it waits for that, or nobody looked for one.
    pub fn takes_late(of: Option<&InnerText>) -> bool {
        of.is_none_or(|text| matches!(text.lack(), Some(TextLack::Pending | TextLack::Unread)))
    }

    /// Why not all of the document can be found by its text.
    pub fn lack(&self) -> Option<TextLack> {
        match self {
            InnerText::Whole { .. } => None,
            InnerText::Partial { why, .. } | InnerText::None { why } => Some(*why),
        }
    }
}

/// Why the text inside a document cannot be searched, or not all of it. Words: `text-lack-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextLack {
    /// There is no text in it: a scan, a picture, an empty file.
    Picture,
    /// A kind of file that is not read here.
    Kind,
    /// It asks for a password of its own.
    Locked,
    /// It could not be read as what it says it is, or took more than it may.
    Damaged,
    /// It is longer than what is kept.
    Long,
    /// Nothing looked for a text when it was filed.
    Unread,
    /// Pages in it are pictures, which OCR reads after it was filed.
    Pending,
    /// Two open it: its text alone would be read by one.
    ByTwo,
    /// What was kept of its text is gone.
    Lost,
    /// What was kept of its text is not what was kept.
    Altered,
    /// Its text was not put into this officer's index yet.
    Waits,
    /// The document was withdrawn, and nobody reads it any more.
    Withdrawn,
}

impl TextLack {
    pub const ALL: [TextLack; 12] = [
        TextLack::Picture,
        TextLack::Kind,
        TextLack::Locked,
        TextLack::Damaged,
        TextLack::Long,
        TextLack::Unread,
        TextLack::Pending,
        TextLack::ByTwo,
        TextLack::Lost,
        TextLack::Altered,
        TextLack::Waits,
        TextLack::Withdrawn,
    ];

    /// As it is written everywhere.
    pub fn code(self) -> &'static str {
        match self {
            TextLack::Picture => "picture",
            TextLack::Kind => "kind",
            TextLack::Locked => "locked",
            TextLack::Damaged => "damaged",
            TextLack::Long => "long",
            TextLack::Unread => "unread",
            TextLack::Pending => "pending",
            TextLack::ByTwo => "by-two",
            TextLack::Lost => "lost",
            TextLack::Altered => "altered",
            TextLack::Waits => "waits",
            TextLack::Withdrawn => "withdrawn",
        }
    }

    /// Reads what [`code`](Self::code) gave.
    pub fn parse(code: &str) -> Option<TextLack> {
        TextLack::ALL.into_iter().find(|lack| lack.code() == code)
    }
}

/// What a version of a document is, and why it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetOfVersion {
    pub content: Content,
    /// Empty for the first one.
    pub why: String,
}

/// The file of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Cleaned for display.
    pub file_name: String,
    /// As it was, escaped; none when it is the same.
    pub original_name: Option<String>,
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    pub blake3: ContentHash,
    /// The text inside it, as the program of its filer read it; none: nobody looked for one.
    pub text: Option<InnerText>,
}

/// What is written of a document besides its marking, and can be put right: all of it as it is from then on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Particulars {
    pub title: String,
    pub subject: String,
    pub originator: String,
    /// The document's own date.
    pub date: NaiveDate,
    /// The reference of its paper original; empty where there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub paper: String,
    /// What it is to others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
}

/// What a document is to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    pub is: RelationKind,
    pub to: DocumentId,
}

/// Words: `relation-<code>`, and from the other side `relation-<code>-of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    Answers,
    Cancels,
    Replaces,
    /// It is an attachment to the other.
    Attachment,
}

impl RelationKind {
    pub const ALL: [RelationKind; 4] =
        [RelationKind::Answers, RelationKind::Cancels, RelationKind::Replaces, RelationKind::Attachment];

    /// As it is written everywhere.
    pub fn code(self) -> &'static str {
        match self {
            RelationKind::Answers => "answers",
            RelationKind::Cancels => "cancels",
            RelationKind::Replaces => "replaces",
            RelationKind::Attachment => "attachment",
        }
    }

    /// Reads what [`code`](Self::code) gave.
    pub fn parse(code: &str) -> Option<RelationKind> {
        RelationKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A row of the register of decisions (art. 7 §3). Who and when, the entry says itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decided {
    pub nature: Nature,
    pub interest: Option<Interest>,
    pub motive: String,
    pub initial_level: Level,
    pub new_level: Level,
    /// Its references before this decision, the oldest first; unchanged by one that moves nothing.
    pub formerly: Vec<String>,
    pub finalised: NaiveDate,
    /// The last day of the term that was running.
    pub term: Option<NaiveDate>,
    /// By when a decision to maintain is to be looked at again.
    pub next_review: Option<NaiveDate>,
    /// When it was given the level that it has now, if that was by a decision.
    pub remarked: Option<NaiveDate>,
    pub consent: Option<Consent>,
}

/// A decision as it was recorded in an earlier entry, carried along to another class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Earlier {
    pub entry: u64,
    pub at_ms: i64,
    pub by: OfficerId,
    pub decided: Decided,
}

/// A note as it was written in an earlier entry, carried along to another class: as the officer who moved the document had it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierNote {
    pub entry: u64,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub by: OfficerId,
    pub text: String,
}

impl Sheet {
    pub fn document(&self) -> &DocumentId {
        match self {
            Sheet::Filed { document, .. }
            | Sheet::Corrected { document, .. }
            | Sheet::Noted { document, .. }
            | Sheet::Printed { document, .. }
            | Sheet::Version { document, .. }
            | Sheet::Versions { document, .. }
            | Sheet::Text { document, .. }
            | Sheet::Notes { document, .. }
            | Sheet::Derived { document }
            | Sheet::Opened { document, .. }
            | Sheet::Decided { document, .. }
            | Sheet::Moved { document }
            | Sheet::Refiled { document, .. }
            | Sheet::Left { document, .. }
            | Sheet::Notified { document, .. }
            | Sheet::Released { document, .. } => document,
        }
    }

    /// What it says of the document that can be put right; none where it says nothing of that.
    pub fn particulars(&self) -> Option<Particulars> {
        match self {
            Sheet::Filed { title, subject, originator, date, paper, relations, .. } => Some(Particulars {
                title: title.clone(),
                subject: subject.clone(),
                originator: originator.clone(),
                date: *date,
                paper: paper.clone(),
                relations: relations.clone(),
            }),
            Sheet::Corrected { now, .. } => Some(now.clone()),
            Sheet::Noted { .. }
            | Sheet::Printed { .. }
            | Sheet::Version { .. }
            | Sheet::Versions { .. }
            | Sheet::Text { .. }
            | Sheet::Notes { .. }
            | Sheet::Derived { .. }
            | Sheet::Opened { .. }
            | Sheet::Decided { .. }
            | Sheet::Moved { .. }
            | Sheet::Refiled { .. }
            | Sheet::Left { .. }
            | Sheet::Notified { .. }
            | Sheet::Released { .. } => None,
        }
    }

    /// The file that it says the document is; none where it says nothing of that.
    pub fn content(&self) -> Option<Content> {
        match self {
            Sheet::Filed { file_name, original_name, media_type, size, blake3, text, .. } => Some(Content {
                file_name: file_name.clone(),
                original_name: original_name.clone(),
                media_type: media_type.clone(),
                size: *size,
                blake3: *blake3,
                text: text.clone(),
            }),
            Sheet::Version { of, .. } => Some(of.content.clone()),
            Sheet::Corrected { .. }
            | Sheet::Noted { .. }
            | Sheet::Printed { .. }
            | Sheet::Versions { .. }
            | Sheet::Text { .. }
            | Sheet::Notes { .. }
            | Sheet::Derived { .. }
            | Sheet::Opened { .. }
            | Sheet::Decided { .. }
            | Sheet::Moved { .. }
            | Sheet::Refiled { .. }
            | Sheet::Left { .. }
            | Sheet::Notified { .. }
            | Sheet::Released { .. } => None,
        }
    }

    /// The same where it is the document itself, with this file.
    #[must_use]
    pub fn with_content(mut self, now: Content) -> Sheet {
        if let Sheet::Filed { file_name, original_name, media_type, size, blake3, text, .. } = &mut self {
            *file_name = now.file_name;
            *original_name = now.original_name;
            *media_type = now.media_type;
            *size = now.size;
            *blake3 = now.blake3;
            *text = now.text;
        }
        self
    }

    /// The same where it is the document itself, with what was put right since.
    #[must_use]
    pub fn put_right(mut self, right: &Particulars) -> Sheet {
        if let Sheet::Filed { title, subject, originator, date, paper, relations, .. } = &mut self {
            title.clone_from(&right.title);
            subject.clone_from(&right.subject);
            originator.clone_from(&right.originator);
            *date = right.date;
            paper.clone_from(&right.paper);
            relations.clone_from(&right.relations);
        }
        self
    }
}

/// A sheet with the entry that it stands in.
#[derive(Clone, Debug)]
pub struct FoundSheet {
    /// The entry.
    pub index: u64,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub author: OfficerId,
    pub class: ClassId,
    pub sheet: Sheet,
}

impl FoundSheet {
    /// What it says in the log, line by line of the consultation sheet.
    pub fn line(&self) -> LogLine {
        let record = match &self.sheet {
            Sheet::Filed { .. } => AuditRecord::new(Act::File),
            Sheet::Corrected { why, .. } => AuditRecord::new(Act::Correct).about("why", why.clone()),
            Sheet::Noted { text, .. } => AuditRecord::new(Act::Note).about("purpose", text.clone()),
            Sheet::Printed { purpose, printer, first, copies, pages: (from, to), version, .. } => {
                let pages =
                    to.checked_sub(*from).map_or_else(String::new, |more| numbers(*from, more.saturating_add(1)));
                AuditRecord::new(Act::Print)
                    .about("purpose", purpose.clone())
                    .about("printer", printer.to_string())
                    .about("copies", numbers(*first, *copies))
                    .about("pages", pages)
                    .about_some("version", version.map(|version| version.to_string()))
            }
            Sheet::Version { of, .. } => AuditRecord::new(Act::FileVersion).about("why", of.why.clone()),
            Sheet::Text { .. } => AuditRecord::new(Act::ReadText),
            Sheet::Derived { .. } => AuditRecord::new(Act::Derive),
            Sheet::Opened { purpose, version, .. } => AuditRecord::new(Act::Open)
                .about("purpose", purpose.clone())
                .about_some("version", version.map(|version| version.to_string())),
            // A step that there is not is not passed on as one.
            Sheet::Released { release, partner, step, purpose, .. } => {
                AuditRecord::new(Act::parse(step).unwrap_or(Act::DoesNotFit))
                    .about("release", release.to_string())
                    .about("partner", partner.to_string())
                    .about("purpose", purpose.clone())
            }
            Sheet::Decided { decided, .. } => AuditRecord::new(of_nature(decided.nature)),
            Sheet::Versions { .. } | Sheet::Notes { .. } | Sheet::Moved { .. } => AuditRecord::new(Act::Move),
            Sheet::Refiled { why, .. } => AuditRecord::new(Act::Refile).about("why", why.clone()),
            Sheet::Left { why, .. } => AuditRecord::new(Act::LeaveDossier).about("why", why.clone()),
            Sheet::Notified { partner, .. } => AuditRecord::new(Act::Notify).about("partner", partner.to_string()),
        };
        let record = record.about("document", self.sheet.document().to_string());
        line(self.index, instant(self.at_ms), &self.author, Source::Class(self.class.clone()), record)
    }
}

/// The line of a decision about a classification, on a sheet.
fn of_nature(nature: Nature) -> Act {
    match nature {
        Nature::Declassify => Act::Declassify,
        Nature::Downgrade => Act::Downgrade,
        Nature::Upgrade => Act::Upgrade,
        Nature::Remark => Act::Remark,
        Nature::Maintain => Act::Maintain,
    }
}
