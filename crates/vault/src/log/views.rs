//! The log, as a screen shows it and asks for it. Plain data, names in snake case; instants as RFC 3339.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use seal::hex;
use serde::{Deserialize, Serialize};

use crate::{DocumentId, OfficerId, dates, recorded};

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
    /// The oldest entry first; else the newest.
    #[serde(default)]
    pub oldest_first: bool,
    /// The `next` of the page before, in the same order.
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

/// One value of the log, so that the program that shows it can say it in a language.
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

impl LogValue {
    /// As a person reads it. `say` gives the words of a key of the catalogues; none where no catalogue has it.
    pub fn read(&self, say: impl Fn(&str) -> Option<String>) -> String {
        if let Some(prefix) = self.kind.words() {
            return say(&format!("{prefix}-{}", self.value.replace('_', "-"))).unwrap_or_else(|| self.value.clone());
        }
        if self.kind == LogKind::Category
            && let Some((tag, value)) = self.value.split_once('=')
        {
            let name = say(&format!("tag-{}", tag.to_lowercase().replace(' ', "-")));
            return format!("{} {value}", name.as_deref().unwrap_or(tag));
        }
        let known = self.shown.as_deref().unwrap_or(&self.value);
        match &self.title {
            Some(title) => {
                let quote = |key: &str, otherwise: &str| say(key).unwrap_or_else(|| otherwise.to_owned());
                format!("{known} {}{title}{}", quote("quote-open", "“"), quote("quote-close", "”"))
            }
            None => known.to_owned(),
        }
    }
}

impl LogRow {
    /// What was recorded in addition to what it is about, as a person reads it: `name: value, value · name: value`. `say` as for
    /// [`LogValue::read`], with what the words name; `join` puts a name before its values.
    pub fn details(
        &self,
        say: impl Fn(&str, &[(&str, &str)]) -> Option<String>,
        join: impl Fn(&str, &str) -> String,
    ) -> String {
        let mut details: Vec<(&str, Vec<String>)> = Vec::new();
        // Which keys it was under is nothing that one reads, as in the window.
        let read = |one: &&LogValue| one.kind != LogKind::Class || one.shown.is_some();
        for one in self.values.iter().filter(|one| self.about.as_ref() != Some(*one)).filter(read) {
            let named = self.named_by(one);
            let value = one.read(|key| say(key, &named));
            match details.last_mut() {
                Some((name, values)) if *name == one.name => values.push(value),
                _ => details.push((&one.name, vec![value])),
            }
        }
        let each = details.into_iter().map(|(name, values)| {
            let label = say(&format!("ui-detail-{}", name.replace('_', "-")), &[]).unwrap_or_else(|| name.to_owned());
            join(&label, &values.join(", "))
        });
        each.collect::<Vec<_>>().join(" · ")
    }

    /// What a reason of a denial names, as it was recorded with it; nothing of any other value.
    fn named_by(&self, one: &LogValue) -> Vec<(&str, &str)> {
        let prefix = recorded::of(&one.value);
        let named = self.detail.iter().filter_map(|(name, value)| Some((name.strip_prefix(&prefix)?, value.as_str())));
        named.collect()
    }
}

/// A cell of a table that no spreadsheet takes for a formula: titles and purposes are what somebody typed.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
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
    /// A restrictive category, `tag=value`. Words of the tag: `tag-<name>`.
    Category,
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
    /// Words: `ui-function-<value>`.
    Function,
    /// A letter of the list of interests. Words: `interest-<value>`.
    Interest,
    /// What is written of a document. Words: `ui-field-<value>`.
    Field,
    /// The id of a topic of the guide.
    Topic,
    /// Words: `ui-fault-<value>`.
    Fault,
    Fingerprint,
}

impl LogKind {
    /// The beginning of the key under which the catalogues say such a value; none where it is said as it stands.
    pub fn words(self) -> Option<&'static str> {
        match self {
            LogKind::Key => Some("ui-key"),
            LogKind::KeyBy => Some("ui-key-by"),
            LogKind::Level => Some("level"),
            LogKind::Role => Some("role"),
            LogKind::Reason => Some("reason"),
            LogKind::Action => Some("ui-act"),
            LogKind::Nature => Some("ui-nature"),
            LogKind::Function => Some("ui-function"),
            LogKind::Interest => Some("interest"),
            LogKind::Fault => Some("ui-fault"),
            LogKind::Field => Some("ui-field"),
            LogKind::Document
            | LogKind::Dossier
            | LogKind::Officer
            | LogKind::Partner
            | LogKind::Classification
            | LogKind::Category
            | LogKind::Text
            | LogKind::Class
            | LogKind::Release
            | LogKind::Day
            | LogKind::Number
            | LogKind::Topic
            | LogKind::Fingerprint => None,
        }
    }
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

/// What `verify` found: every entry hangs together and is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Verified {
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entries: u64,
    /// The Merkle root, lower-case hexadecimal.
    pub root: String,
}

/// What is known of a log that was verified, and what it takes a key to know, or a memory of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Proof {
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entries: u64,
    /// The Merkle root, lower-case hexadecimal.
    pub root: String,
    /// Words: `proof-<code>`.
    pub proved: Vec<&'static str>,
    /// Words: `no-proof-<code>`.
    pub not_proved: Vec<&'static str>,
    /// How many lines stand around the checkpoint that it was compared with: nobody vouches for them.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub lines_beside: usize,
}

impl Proof {
    /// `compared`: with a checkpoint that was kept elsewhere, around which so many lines stand.
    #[must_use]
    pub fn of(verified: Verified, compared: Option<usize>) -> Proof {
        let mut proved = vec!["unaltered", "signed", "nothing_inserted"];
        let mut not_proved = vec!["rights", "contents", "objects"];
        match compared {
            Some(_) => {
                proved.extend(["same_vault", "whole_to_checkpoint"]);
                not_proved.push("nothing_cut_off_since");
            }
            // What only somebody outside of the vault's folder remembers.
            None => not_proved.extend(["same_vault", "nothing_cut_off"]),
        }
        let Verified { entries, root } = verified;
        Proof { entries, root, proved, not_proved, lines_beside: compared.unwrap_or_default() }
    }

    #[must_use]
    pub fn verified(&self) -> Verified {
        Verified { entries: self.entries, root: self.root.clone() }
    }
}

impl From<&ledger::Head> for Verified {
    fn from(head: &ledger::Head) -> Verified {
        Verified { entries: head.size, root: hex(&head.root.0) }
    }
}
