//! Keys of documents: sealing what is there for the present ones.

use tauri::State;
use vault::{Flow, RekeyScope, Rekeyed, Rekeying, WithSecond};

use super::documents::SecondOfficer;
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

/// Seals documents for the present keys of their classes; `deep`: again, under other file keys, and with a second officer, who says
/// what for, those that two open as well.
#[tauri::command]
#[specta::specta]
pub async fn rekey(
    shell: State<'_, Shell>,
    scope: Sent<RekeyScope>,
    deep: bool,
    second: Sent<Option<SecondOfficer>>,
    purpose: String,
) -> Result<Rekeyed, Problem> {
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    if second.is_some() && !deep {
        return Err(Problem::new("malformed").with("field", "second"));
    }
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
            let second = second.map(|(officer, passphrase)| session.second(&officer, &passphrase)).transpose()?;
            let with = second.as_ref().map(|second| WithSecond { second, purpose: &purpose });
            Ok(match deep {
                true => session.rekey_deep_with(&scope.0, with.as_ref(), progress)?,
                false => session.rekey(&scope.0, progress)?,
            })
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
