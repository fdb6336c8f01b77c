//! Dossiers and who needs to know.

use chrono::NaiveDate;
use tauri::State;
use vault::{
    AssentId, DossierFilter, DossierId, DossierStatus, DossierView, NewDossier, OfficerId, Page, Reason, UnledDossier,
};

use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// A page of the dossiers that this officer is in.
#[tauri::command]
#[specta::specta]
pub async fn dossiers(shell: State<'_, Shell>, filter: Sent<DossierFilter>) -> Result<Page<DossierView>, Problem> {
    shell.with(move |session, _| Ok(session.dossiers(&filter.0)?)).await
}

/// One of them.
#[tauri::command]
#[specta::specta]
pub async fn dossier(shell: State<'_, Shell>, id: String) -> Result<DossierView, Problem> {
    let id = DossierId::parse(&id)?;
    shell.with(move |session, _| Ok(session.dossier(&id)?)).await
}

/// Makes a dossier.
#[tauri::command]
#[specta::specta]
pub async fn create_dossier(
    shell: State<'_, Shell>,
    id: String,
    title: String,
    lead: Option<String>,
    deputy: Option<String>,
) -> Result<DossierView, Problem> {
    let lead = lead.as_deref().map(OfficerId::parse).transpose()?;
    let deputy = deputy.as_deref().map(OfficerId::parse).transpose()?;
    let new = NewDossier { id: DossierId::parse(&id)?, title, lead, deputy };
    shell.with(move |session, _| Ok(session.create_dossier(new)?)).await
}

/// Names who leads a dossier once its lead is gone, or nobody any more.
#[tauri::command]
#[specta::specta]
pub async fn name_deputy(
    shell: State<'_, Shell>,
    dossier: String,
    deputy: Option<String>,
) -> Result<DossierView, Problem> {
    let dossier = DossierId::parse(&dossier)?;
    let deputy = deputy.as_deref().map(OfficerId::parse).transpose()?;
    shell.with(move |session, _| Ok(session.name_deputy(&dossier, deputy.as_ref())?)).await
}

/// Dossiers that nobody leads any more.
#[tauri::command]
#[specta::specta]
pub async fn unled_dossiers(shell: State<'_, Shell>) -> Result<Vec<UnledDossier>, Problem> {
    shell.with(move |session, _| Ok(session.unled_dossiers()?)).await
}

/// Gives a dossier that nobody leads a lead, or proposes him to another security officer: then with the request.
#[tauri::command]
#[specta::specta]
pub async fn name_lead(
    shell: State<'_, Shell>,
    dossier: String,
    lead: String,
    why: String,
) -> Result<Option<AssentId>, Problem> {
    let (dossier, lead) = (DossierId::parse(&dossier)?, OfficerId::parse(&lead)?);
    shell.with(move |session, _| Ok(session.name_lead(&dossier, &lead, &why)?.request())).await
}

/// Adds a member to a dossier.
#[tauri::command]
#[specta::specta]
pub async fn add_member(
    shell: State<'_, Shell>,
    dossier: String,
    officer: String,
    until: Sent<Option<NaiveDate>>,
    basis: String,
) -> Result<(), Problem> {
    let (dossier, officer) = (DossierId::parse(&dossier)?, OfficerId::parse(&officer)?);
    shell.with(move |session, _| Ok(session.add_member(&dossier, &officer, until.0, &basis)?)).await
}

/// Removes a member from a dossier.
#[tauri::command]
#[specta::specta]
pub async fn remove_member(
    shell: State<'_, Shell>,
    dossier: String,
    officer: String,
    why: String,
) -> Result<Vec<Reason>, Problem> {
    let (dossier, officer) = (DossierId::parse(&dossier)?, OfficerId::parse(&officer)?);
    shell.with(move |session, _| Ok(session.remove_member(&dossier, &officer, &why)?)).await
}

/// Closes a dossier, so that it takes no more documents, or opens it again.
#[tauri::command]
#[specta::specta]
pub async fn change_dossier(
    shell: State<'_, Shell>,
    dossier: String,
    closed: bool,
    why: String,
) -> Result<(), Problem> {
    let dossier = DossierId::parse(&dossier)?;
    let status = if closed { DossierStatus::Closed } else { DossierStatus::Open };
    shell.with(move |session, _| Ok(session.change_dossier(&dossier, status, &why)?)).await
}
