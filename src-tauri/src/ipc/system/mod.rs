//! The system: its approval, its classification guide, the authorities that it speaks for, the printers that it prints on.

pub mod backup;
pub mod doctor;
pub mod guide;
pub mod printers;
pub mod restore;

use tauri::State;
use vault::{AssentId, AuthoritiesView, Ceremony, Guide, GuideView, RecordApproval};

use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// Asks another security officer to agree to the approval of this system.
#[tauri::command]
#[specta::specta]
pub async fn record_approval(shell: State<'_, Shell>, approval: Sent<RecordApproval>) -> Result<AssentId, Problem> {
    shell.with(move |session, _| Ok(session.record_approval(approval.0)?)).await
}

/// What is still to be done until nothing depends on one person, and the system is approved.
#[tauri::command]
#[specta::specta]
pub async fn ceremony(shell: State<'_, Shell>) -> Result<Ceremony, Problem> {
    shell.with(|session, _| Ok(session.ceremony()?)).await
}

/// The classification guide in force.
#[tauri::command]
#[specta::specta]
pub async fn guide(shell: State<'_, Shell>) -> Result<GuideView, Problem> {
    shell.with(move |session, _| Ok(session.guide()?)).await
}

/// Puts another classification guide in force, or asks another security officer to agree: then with the request.
#[tauri::command]
#[specta::specta]
pub async fn replace_guide(shell: State<'_, Shell>, guide: Sent<Guide>) -> Result<Option<AssentId>, Problem> {
    shell.with(move |session, _| Ok(session.replace_guide(guide.0)?.request())).await
}

/// The authorities that the vault speaks for.
#[tauri::command]
#[specta::specta]
pub async fn authorities(shell: State<'_, Shell>) -> Result<AuthoritiesView, Problem> {
    shell.with(move |session, _| Ok(session.authorities()?)).await
}

/// Adds a section or service to those that the vault speaks for, or asks for that: then with the request.
#[tauri::command]
#[specta::specta]
pub async fn add_authority(shell: State<'_, Shell>, name: String) -> Result<Option<AssentId>, Problem> {
    shell.with(move |session, _| Ok(session.add_authority(&name)?.request())).await
}

/// Takes one off the list, or asks for that: then with the request.
#[tauri::command]
#[specta::specta]
pub async fn remove_authority(shell: State<'_, Shell>, name: String, why: String) -> Result<Option<AssentId>, Problem> {
    shell.with(move |session, _| Ok(session.remove_authority(&name, &why)?.request())).await
}
