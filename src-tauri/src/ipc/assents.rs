//! What waits for the yes of others.

use tauri::State;
use vault::{AssentFilter, AssentId, AssentView, Page};

use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// A page of what waits for the yes of others, as far as this officer may see it.
#[tauri::command]
#[specta::specta]
pub async fn assents(shell: State<'_, Shell>, filter: Sent<AssentFilter>) -> Result<Page<AssentView>, Problem> {
    shell.with(move |session, _| Ok(session.assents(&filter.0)?)).await
}

/// Says yes to a request of another.
#[tauri::command]
#[specta::specta]
pub async fn give_assent(shell: State<'_, Shell>, id: String) -> Result<AssentView, Problem> {
    let id = AssentId::parse(&id)?;
    shell.with(move |session, _| Ok(session.give_assent(&id)?)).await
}

/// Says no, with a reason.
#[tauri::command]
#[specta::specta]
pub async fn refuse_assent(shell: State<'_, Shell>, id: String, why: String) -> Result<(), Problem> {
    let id = AssentId::parse(&id)?;
    shell.with(move |session, _| Ok(session.refuse_assent(&id, &why)?)).await
}

/// Takes back what one asked for oneself.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_assent(shell: State<'_, Shell>, id: String, why: String) -> Result<(), Problem> {
    let id = AssentId::parse(&id)?;
    shell.with(move |session, _| Ok(session.withdraw_assent(&id, Some(&why))?)).await
}
