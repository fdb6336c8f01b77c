//! Keys of documents: sealing what is there for the present ones.

use tauri::State;
use vault::{Flow, RekeyScope, Rekeyed, Rekeying};

use super::sent::Sent;
use crate::events::{Pace, ShellEvent};
use crate::problem::Problem;
use crate::shell::Shell;

/// How far older documents are sealed for the present keys; none where nothing is left to do.
#[tauri::command]
#[specta::specta]
pub async fn rekeying(shell: State<'_, Shell>) -> Result<Option<Rekeying>, Problem> {
    shell.with(|session, _| Ok(session.rekeying()?)).await
}

/// Seals documents for the present keys of their classes; `deep`: again, under other file keys.
#[tauri::command]
#[specta::specta]
pub async fn rekey(shell: State<'_, Shell>, scope: Sent<RekeyScope>, deep: bool) -> Result<Rekeyed, Problem> {
    let stopping = shell.begins_rekeying();
    let here = shell.inner().clone();
    shell
        .with(move |session, visit| {
            let mut pace = Pace::default();
            let progress = &mut |seen, total| {
                if pace.is_due() {
                    here.send(ShellEvent::Rekeying { seen, total });
                }
                if stopping.is_wanted() { Flow::Stop } else { visit.flow() }
            };
            let rekeyed = if deep { session.rekey_deep(&scope.0, progress) } else { session.rekey(&scope.0, progress) };
            Ok(rekeyed?)
        })
        .await
}

/// Ends it after what is being sealed. What is done by then stays done.
#[tauri::command]
#[specta::specta]
pub async fn stop_rekeying(shell: State<'_, Shell>) -> Result<(), Problem> {
    shell.stop_rekeying();
    Ok(())
}
