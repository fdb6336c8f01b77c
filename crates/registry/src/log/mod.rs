//! The audit record: what somebody did, for oversight, and the lines that one officer may read of it.

mod act;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{ClassId, OfficerId};

pub use act::{Act, Origin};
pub(crate) use act::{Note, Sheets};

/// What somebody did, for oversight: the `oversight` part. Who and when, the entry says itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditRecord {
    /// An [`Act`], unless its author wrote something else.
    pub did: String,
    /// Ids: `document`, `officer`, `dossier`, `class`, `partner`, `release`; and what else there is to say.
    pub detail: BTreeMap<String, String>,
}

impl AuditRecord {
    pub fn new(act: Act) -> AuditRecord {
        AuditRecord { did: act.as_str().to_owned(), detail: BTreeMap::new() }
    }

    /// The act, where it is one that the log knows.
    pub fn act(&self) -> Option<Act> {
        Act::parse(&self.did)
    }

    #[must_use]
    pub fn about(mut self, name: &str, value: impl Into<String>) -> AuditRecord {
        self.detail.insert(name.to_owned(), value.into());
        self
    }

    /// As [`AuditRecord::about`], where there is a value.
    #[must_use]
    pub fn about_some(self, name: &str, value: Option<impl Into<String>>) -> AuditRecord {
        match value {
            Some(value) => self.about(name, value),
            None => self,
        }
    }

    /// The same details of another act.
    #[must_use]
    pub fn instead(mut self, act: Act) -> AuditRecord {
        act.as_str().clone_into(&mut self.did);
        self
    }

    /// Restrictive categories, as typed: `Handling=CRYPTO; Handling=SOURCE`.
    #[must_use]
    pub(crate) fn with_categories(
        self,
        categories: &BTreeMap<String, std::collections::BTreeSet<String>>,
    ) -> AuditRecord {
        let each = categories.iter().flat_map(|(tag, values)| values.iter().map(move |value| format!("{tag}={value}")));
        match each.collect::<Vec<_>>().join("; ") {
            none if none.is_empty() => self,
            categories => self.about("categories", categories),
        }
    }
}

/// By which right a line of the log is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The officer did it.
    Own,
    /// It is about the officer.
    About,
    /// As a security officer or auditor.
    Oversight,
    /// It stands on the consultation sheet of a document of this class.
    Class(ClassId),
}

/// A line of the log as this officer may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// The ledger entry that recorded it.
    pub entry: u64,
    /// When, to the millisecond.
    pub at: DateTime<Utc>,
    /// Who signed the entry.
    pub officer: OfficerId,
    pub source: Source,
    /// What was done: `open`, `deny`, `grant-clearance`.
    pub did: String,
    /// Ids, and what else there is to say.
    pub detail: BTreeMap<String, String>,
}

impl LogLine {
    /// What the line is about: the first of these that it names.
    pub fn subject(&self) -> String {
        let names = ["document", "release", "officer", "dossier", "partner", "class"];
        names.iter().find_map(|name| self.detail.get(*name)).cloned().unwrap_or_default()
    }
}

/// The line for a record.
pub(crate) fn line(entry: u64, at: DateTime<Utc>, officer: &OfficerId, source: Source, record: AuditRecord) -> LogLine {
    LogLine { entry, at, officer: officer.clone(), source, did: record.did, detail: record.detail }
}
