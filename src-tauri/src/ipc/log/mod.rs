//! The part of the log that the officer at the window may read.

mod table;

use serde::Serialize;
use specta::Type;
use tauri::State;
use vault::{LogFilter, LogPage, MAX_NOTE, Proof, Wholeness};

use super::people::read;
use super::sent::Sent;
use crate::picked::display_name;
use crate::problem::Problem;
use crate::shell::Shell;
use crate::written::write_new;

/// What a checkpoint is called unless the person says otherwise.
const CHECKPOINT: &str = "zegel-checkpoint.txt";
/// And a table.
const TABLE: &str = "log.csv";

/// When the log was last found to be whole, and what was found to be wrong since the program was started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LogHealth {
    pub wholeness: Wholeness,
    pub problem: Option<Problem>,
}

/// A page of the log.
#[tauri::command]
#[specta::specta]
pub async fn log(shell: State<'_, Shell>, filter: Sent<LogFilter>) -> Result<LogPage, Problem> {
    shell.with(move |session, _| Ok(session.log(&filter.0)?)).await
}

/// Checks the whole log: every hash, every signature. Says what that proves, and what not.
#[tauri::command]
#[specta::specta]
pub async fn verify_log(shell: State<'_, Shell>) -> Result<Proof, Problem> {
    prove(&shell, None).await
}

/// The same, and compares the log with a checkpoint that was kept elsewhere, in a file that a person picks; none when the
/// person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn compare_checkpoint(shell: State<'_, Shell>) -> Result<Option<Proof>, Problem> {
    let (_, picked) = shell.ask("app-pick-checkpoint", |dialogs, title| dialogs.file(title)).await?;
    let Some(path) = picked else { return Ok(None) };
    let note = read(&path, MAX_NOTE, vault::Error::Malformed { field: "checkpoint" })?;
    prove(&shell, Some(note)).await.map(Some)
}

async fn prove(shell: &Shell, note: Option<Vec<u8>>) -> Result<Proof, Problem> {
    let visit = shell.visit().ok_or_else(Problem::locked)?;
    let here = shell.clone();
    let found = shell.blocking(move || Ok(here.vault().prove(note.as_deref())?)).await?;
    if !visit.goes_on() {
        return Err(Problem::locked());
    }
    let whole = found.verified();
    // What was found holds whether or not it can be remembered.
    let _ = shell.with(move |session, _| Ok(session.note_verified(&whole)?)).await;
    Ok(found)
}

/// When the log was last whole: it is verified in the background.
#[tauri::command]
#[specta::specta]
pub async fn wholeness(shell: State<'_, Shell>) -> Result<LogHealth, Problem> {
    let problem = shell.damage();
    shell.with(move |session, _| Ok(LogHealth { wholeness: session.wholeness()?, problem })).await
}

/// Writes a checkpoint of the log into a file that a person names, and gives its name; none when the person thought better
/// of it. What is there already stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn keep_checkpoint(shell: State<'_, Shell>) -> Result<Option<String>, Problem> {
    let (_, named) = shell.ask("app-save-checkpoint", |dialogs, title| dialogs.save(title, CHECKPOINT)).await?;
    let Some(path) = named else { return Ok(None) };
    shell
        .with(move |session, _| {
            session.hand_out_checkpoint(|note| write_new(&path, note.as_bytes()))?;
            Ok(Some(display_name(&path)))
        })
        .await
}

/// A log that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WrittenLog {
    /// Of the file.
    pub name: String,
    pub rows: u32,
}

/// Writes the rows that a filter lets through, all of them, into a new file that a person names; none when the person thought
/// better of it. What is there already stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn export_log(shell: State<'_, Shell>, filter: Sent<LogFilter>) -> Result<Option<WrittenLog>, Problem> {
    let (_, named) = shell.ask("app-save-log", |dialogs, title| dialogs.save(title, TABLE)).await?;
    let lang = shell.language();
    let Some(path) = named else { return Ok(None) };
    shell
        .with(move |session, visit| {
            let rows = table::write(&path, session, &filter.0, lang, &|| visit.goes_on())?;
            Ok(Some(WrittenLog { name: display_name(&path), rows: u32::try_from(rows).unwrap_or(u32::MAX) }))
        })
        .await
}
