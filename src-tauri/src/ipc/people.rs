//! Officers: who they are, and when they leave.

use tauri::State;
use vault::{NewOfficer, OfficerFilter, OfficerId, OfficerView, Page};

use super::sent::{Sent, Typed};
use crate::problem::Problem;
use crate::shell::Shell;

/// A page of the officers, as far as the one who asks may know.
#[tauri::command]
#[specta::specta]
pub async fn officers(shell: State<'_, Shell>, filter: Sent<OfficerFilter>) -> Result<Page<OfficerView>, Problem> {
    shell.with(move |session, _| Ok(session.officers(&filter.0)?)).await
}

/// One of them.
#[tauri::command]
#[specta::specta]
pub async fn officer(shell: State<'_, Shell>, id: String) -> Result<OfficerView, Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.officer(&id)?)).await
}

/// Adds an officer. The passphrase is the first one, to be changed by its owner.
#[tauri::command]
#[specta::specta]
pub async fn add_officer(shell: State<'_, Shell>, officer: Sent<NewOfficer>, passphrase: Typed) -> Result<(), Problem> {
    let passphrase = passphrase.into_passphrase();
    shell.with(move |session, _| Ok(session.add_officer(officer.0, &passphrase).map(drop)?)).await
}

/// Disables an officer for good.
#[tauri::command]
#[specta::specta]
pub async fn disable_officer(shell: State<'_, Shell>, id: String, why: String) -> Result<(), Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.disable_officer(&id, &why)?)).await
}
