//! Copies of a shared vault's sealed documents on this workstation, and the dossiers that an officer keeps here.

use tauri::State;
use vault::{CopiesView, DossierId, Error, Fetched, Fetching, Flow, KeptDossier};

use crate::events::{Pace, ShellEvent};
use crate::problem::Problem;
use crate::shell::{Shell, Visit};

const GIGABYTE: u64 = 1_000_000_000;

/// How they stand; none where the vault is all in its folder.
#[tauri::command]
#[specta::specta]
pub async fn copies(shell: State<'_, Shell>) -> Result<Option<CopiesView>, Problem> {
    shell.visit().ok_or_else(Problem::locked)?;
    let here = shell.inner().clone();
    shell.blocking(move || none_in_a_folder(here.vault().copies())).await
}

/// Sets how much they may take, in gigabytes, 0 for none at all; nothing: it goes by the disk.
#[tauri::command]
#[specta::specta]
pub async fn limit_copies(shell: State<'_, Shell>, gigabytes: Option<u32>) -> Result<CopiesView, Problem> {
    shell.visit().ok_or_else(Problem::locked)?;
    let bytes = gigabytes.map(|gigabytes| u64::from(gigabytes) * GIGABYTE);
    let here = shell.inner().clone();
    shell.blocking(move || Ok(here.vault().limit_copies(bytes)?)).await
}

/// Removes all of them. What is to be kept here is fetched again.
#[tauri::command]
#[specta::specta]
pub async fn remove_copies(shell: State<'_, Shell>) -> Result<CopiesView, Problem> {
    shell.visit().ok_or_else(Problem::locked)?;
    let here = shell.inner().clone();
    shell
        .blocking(move || {
            let _freed = here.vault().remove_copies()?;
            Ok(here.vault().copies()?)
        })
        .await
}

/// The dossiers that this officer keeps here; none where the vault is all in its folder.
#[tauri::command]
#[specta::specta]
pub async fn kept_dossiers(shell: State<'_, Shell>) -> Result<Vec<KeptDossier>, Problem> {
    shell.with(|session, _| Ok(none_in_a_folder(session.kept_dossiers())?.unwrap_or_default())).await
}

/// Keeps a dossier here from now on, and fetches what of it is not here yet.
#[tauri::command]
#[specta::specta]
pub async fn keep_dossier(shell: State<'_, Shell>, dossier: String) -> Result<Fetched, Problem> {
    let dossier = DossierId::parse(&dossier)?;
    let visit = shell.visit().ok_or_else(Problem::locked)?;
    let fetching = shell.with(move |session, _| Ok(session.keep_dossier(&dossier)?)).await?;
    fetch(shell.inner(), visit, fetching).await
}

/// Fetches what came since to the dossiers that this officer keeps here.
#[tauri::command]
#[specta::specta]
pub async fn fetch_kept(shell: State<'_, Shell>) -> Result<Fetched, Problem> {
    let visit = shell.visit().ok_or_else(Problem::locked)?;
    let fetching = shell.with(|session, _| none_in_a_folder(session.fetching())).await?;
    match fetching {
        Some(fetching) => fetch(shell.inner(), visit, fetching).await,
        None => Ok(Fetched::default()),
    }
}

/// Keeps a dossier here no longer.
#[tauri::command]
#[specta::specta]
pub async fn stop_keeping(shell: State<'_, Shell>, dossier: String) -> Result<(), Problem> {
    let dossier = DossierId::parse(&dossier)?;
    shell.stop_fetching();
    shell.with(move |session, _| Ok(session.stop_keeping(&dossier)?)).await
}

/// Ends fetching. What was fetched stays.
#[tauri::command]
#[specta::specta]
pub async fn stop_fetching(shell: State<'_, Shell>) -> Result<(), Problem> {
    shell.stop_fetching();
    Ok(())
}

/// Fetches without the session, so that others may use it meanwhile; it ends with the visit.
async fn fetch(shell: &Shell, visit: Visit, fetching: Fetching) -> Result<Fetched, Problem> {
    let stopping = shell.begins_fetching();
    let here = shell.clone();
    shell
        .blocking(move || {
            let mut pace = Pace::default();
            let progress = &mut |done, total, _| {
                if pace.is_due() {
                    here.send(ShellEvent::Fetching { done, total });
                }
                if stopping.is_wanted() { Flow::Stop } else { visit.flow() }
            };
            Ok(fetching.run(progress)?)
        })
        .await
}

fn none_in_a_folder<T>(of: Result<T, Error>) -> Result<Option<T>, Problem> {
    match of {
        Ok(found) => Ok(Some(found)),
        Err(Error::AllHere) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
