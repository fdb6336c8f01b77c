//! The part of the log that the officer at the window may read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use tauri::State;

use super::convert::{count, end, instant};
use super::shared::Problem;
use vault::{DocumentId, OfficerId};

use super::guide_file::write as write_new;
use crate::desk::{Desk, display_name};

/// What a checkpoint is called unless the person says otherwise.
const CHECKPOINT: &str = "zegel-checkpoint.txt";

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

/// When the log was last found to be whole, and how far it was verified since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Wholeness {
    /// RFC 3339; none before the first time.
    pub last_whole: Option<String>,
    /// How many entries were found to be whole: then, or so far.
    pub verified: u32,
    pub entries: u32,
    /// What was found to be wrong since the program was started.
    pub problem: Option<Problem>,
}

/// A page of the log.
#[tauri::command]
#[specta::specta]
pub async fn log(desk: State<'_, Desk>, filter: LogFilter) -> Result<LogPage, Problem> {
    let filter = filter.to_vault()?;
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
    let whole = found.clone();
    // What was found holds whether or not it can be remembered.
    let _ = desk.with(move |session, _| Ok(session.note_verified(&whole)?)).await;
    Ok(Verified { entries: count(found.entries), root: found.root, ok: true })
}

/// When the log was last whole: it is verified beside other work.
#[tauri::command]
#[specta::specta]
pub async fn wholeness(desk: State<'_, Desk>) -> Result<Wholeness, Problem> {
    let problem = desk.damage();
    desk.with(move |session, _| {
        let found = session.wholeness()?;
        Ok(Wholeness {
            last_whole: found.last_whole.map(label::time::written),
            verified: count(if found.last_whole.is_some() { found.whole } else { found.verified }),
            entries: count(found.entries),
            problem,
        })
    })
    .await
}

/// Writes a checkpoint of the log into a file that a person names, and gives its name; none when the person thought better
/// of it. What is there already stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn keep_checkpoint(desk: State<'_, Desk>) -> Result<Option<String>, Problem> {
    let visit = desk.visit().ok_or_else(Problem::locked)?;
    let named = desk.dialogs().save(words::say(desk.language(), "app-save-checkpoint", &[]), CHECKPOINT).await;
    if !visit.goes_on() {
        return Err(Problem::locked());
    }
    let Some(path) = named else { return Ok(None) };
    desk.with(move |session, _| {
        write_new(&path, session.checkpoint()?.as_bytes())?;
        Ok(Some(display_name(&path)))
    })
    .await
}

impl LogFilter {
    pub fn to_vault(&self) -> Result<vault::LogFilter, Problem> {
        Ok(vault::LogFilter {
            officer: self.officer.as_deref().map(OfficerId::parse).transpose()?,
            document: self.doc.as_deref().map(DocumentId::parse).transpose()?,
            action: self.action.clone(),
            since: self.since.as_deref().map(|since| instant("since", since)).transpose()?,
            until: self.until.as_deref().map(|until| end("until", until)).transpose()?,
            limit: self.limit as usize,
            after: self.after.clone(),
        })
    }
}

impl From<vault::LogRow> for LogRow {
    fn from(row: vault::LogRow) -> Self {
        Self {
            index: row.index,
            at: label::time::written(row.at),
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
