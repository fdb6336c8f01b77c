//! The log, as far as the one who asks may read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use tauri::State;

use super::convert::{count, end, instant};
use super::shared::Problem;
use vault::{DocumentId, OfficerId};

use crate::desk::Desk;

/// Which entries to show, and where to go on.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogFilter {
    pub officer: Option<String>,
    pub doc: Option<String>,
    pub action: Option<String>,
    /// Not earlier than this.
    pub since: Option<String>,
    /// To the end of this day, or earlier than this instant.
    pub until: Option<String>,
    pub after: Option<String>,
    pub limit: u32,
}

/// A page of the log, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogPage {
    pub rows: Vec<LogRow>,
    pub next: Option<String>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogRow {
    #[specta(type = Number)]
    pub index: u64,
    pub at: String,
    pub officer: String,
    pub action: String,
    pub subject: String,
    /// What else was recorded, by name.
    pub detail: BTreeMap<String, String>,
    /// The subject, with what this officer knows of it.
    pub about: Option<LogValue>,
    /// The whole detail value by value, in the order in which a person reads it.
    pub values: Vec<LogValue>,
}

/// One value of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogValue {
    /// Words: `ui-detail-<name>`.
    pub name: String,
    pub kind: LogKind,
    /// As it was recorded.
    pub value: String,
    /// As this officer knows it, where that is something else: a reference, a name, a classification as documents bear it.
    pub shown: Option<String>,
    /// Of a document or a dossier that he may see.
    pub title: Option<String>,
}

/// What a value of the log is, and so in which words it is said: `ui-key-…`, `ui-key-by-…`, `level-…`, `role-…`, `reason-…`,
/// `ui-act-…`, `ui-nature-…`, `interest-…`, `ui-fault-…`; the others as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LogKind {
    Text,
    Document,
    Officer,
    Dossier,
    Class,
    Partner,
    Release,
    Key,
    KeyBy,
    Classification,
    Level,
    Day,
    Number,
    Role,
    Reason,
    Action,
    Nature,
    Interest,
    Topic,
    Fault,
    Fingerprint,
}

/// What checking the whole log found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
    pub entries: u32,
    /// Merkle root, lower-case hexadecimal.
    pub root: String,
    pub ok: bool,
}

/// A page of the log.
#[tauri::command]
#[specta::specta]
pub async fn log(desk: State<'_, Desk>, filter: LogFilter) -> Result<LogPage, Problem> {
    let filter = vault::LogFilter {
        officer: filter.officer.as_deref().map(OfficerId::parse).transpose()?,
        document: filter.doc.as_deref().map(DocumentId::parse).transpose()?,
        action: filter.action,
        since: filter.since.as_deref().map(|since| instant("since", since)).transpose()?,
        until: filter.until.as_deref().map(|until| end("until", until)).transpose()?,
        limit: filter.limit as usize,
        after: filter.after,
    };
    desk.with(move |session, _| {
        let page = session.log(&filter)?;
        Ok(LogPage { rows: page.rows.into_iter().map(Into::into).collect(), next: page.next })
    })
    .await
}

/// Checks the whole log: every hash, every signature.
#[tauri::command]
#[specta::specta]
pub async fn verify_log(desk: State<'_, Desk>) -> Result<Verified, Problem> {
    let visit = desk.visit().ok_or_else(Problem::locked)?;
    let here = desk.inner().clone();
    let found = desk.blocking(move || Ok(here.vault().verify()?)).await?;
    if !visit.goes_on() {
        return Err(Problem::locked());
    }
    Ok(Verified { entries: count(found.entries), root: found.root, ok: true })
}

impl From<vault::LogRow> for LogRow {
    fn from(row: vault::LogRow) -> Self {
        Self {
            index: row.index,
            at: row.at.to_string(),
            officer: row.officer.into(),
            action: row.action,
            subject: row.subject,
            detail: row.detail,
            about: row.about.map(Into::into),
            values: row.values.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<vault::LogValue> for LogValue {
    fn from(value: vault::LogValue) -> Self {
        Self { name: value.name, kind: value.kind.into(), value: value.value, shown: value.shown, title: value.title }
    }
}

impl From<vault::LogKind> for LogKind {
    fn from(kind: vault::LogKind) -> Self {
        match kind {
            vault::LogKind::Text => Self::Text,
            vault::LogKind::Document => Self::Document,
            vault::LogKind::Officer => Self::Officer,
            vault::LogKind::Dossier => Self::Dossier,
            vault::LogKind::Class => Self::Class,
            vault::LogKind::Partner => Self::Partner,
            vault::LogKind::Release => Self::Release,
            vault::LogKind::Key => Self::Key,
            vault::LogKind::KeyBy => Self::KeyBy,
            vault::LogKind::Classification => Self::Classification,
            vault::LogKind::Level => Self::Level,
            vault::LogKind::Day => Self::Day,
            vault::LogKind::Number => Self::Number,
            vault::LogKind::Role => Self::Role,
            vault::LogKind::Reason => Self::Reason,
            vault::LogKind::Action => Self::Action,
            vault::LogKind::Nature => Self::Nature,
            vault::LogKind::Interest => Self::Interest,
            vault::LogKind::Topic => Self::Topic,
            vault::LogKind::Fault => Self::Fault,
            vault::LogKind::Fingerprint => Self::Fingerprint,
        }
    }
}
