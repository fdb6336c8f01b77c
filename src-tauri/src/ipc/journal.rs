//! The log, as far as the one who asks may read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use tauri::State;

use super::convert::{count, instant};
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
    pub since: Option<String>,
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
        }
    }
}
