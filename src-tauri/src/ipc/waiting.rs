//! What waits for the officer at the window.

use tauri::State;
use vault::Waiting;

use crate::problem::Problem;
use crate::shell::Shell;

/// How much waits for this officer.
#[tauri::command]
#[specta::specta]
pub async fn waiting(shell: State<'_, Shell>) -> Result<Waiting, Problem> {
    shell.with(|session, _| Ok(session.waiting()?)).await
}
