//! Filters and orders of the register that an officer keeps under names.

use tauri::State;
use vault::{DocumentFilter, SavedView};

use crate::ipc::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// What the officer at the window keeps, in the order of the names.
#[tauri::command]
#[specta::specta]
pub async fn saved_views(shell: State<'_, Shell>) -> Result<Vec<SavedView>, Problem> {
    shell.with(|session, _| Ok(session.saved_views()?)).await
}

/// Keeps a filter and an order under a name, in the place of what it stood for before.
#[tauri::command]
#[specta::specta]
pub async fn save_view(
    shell: State<'_, Shell>,
    name: String,
    filter: Sent<DocumentFilter>,
) -> Result<SavedView, Problem> {
    shell.with(move |session, _| Ok(session.save_view(&name, filter.0)?)).await
}

/// Keeps it no more.
#[tauri::command]
#[specta::specta]
pub async fn remove_view(shell: State<'_, Shell>, name: String) -> Result<(), Problem> {
    shell.with(move |session, _| Ok(session.remove_view(&name)?)).await
}
