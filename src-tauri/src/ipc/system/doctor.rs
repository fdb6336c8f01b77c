//! Whether everything in the vault's folder is as it should be.

use tauri::State;
use vault::Checkup;

use crate::problem::Problem;
use crate::shell::Shell;

/// Looks the vault over: the log, identities, sealed documents, each of which this officer holds the key is tried with it. It
/// repairs nothing. A lock ends it.
#[tauri::command]
#[specta::specta]
pub async fn check_vault(shell: State<'_, Shell>) -> Result<Checkup, Problem> {
    let here = shell.inner().clone();
    shell.with(move |session, visit| Ok(here.vault().look_over(Some(session), &mut || visit.flow())?)).await
}
