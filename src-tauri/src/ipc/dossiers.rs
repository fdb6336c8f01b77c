//! Dossiers and who needs to know.

use tauri::State;

use super::convert::day;
use super::shared::Problem;
use vault::{DossierId, DossierStatus, DossierView, NewDossier, OfficerId};

use crate::desk::Desk;

/// The dossiers that this officer is in.
#[tauri::command]
#[specta::specta]
pub async fn dossiers(desk: State<'_, Desk>) -> Result<Vec<DossierView>, Problem> {
    desk.with(|session, _| Ok(session.dossiers()?)).await
}

/// Makes a dossier.
#[tauri::command]
#[specta::specta]
pub async fn create_dossier(
    desk: State<'_, Desk>,
    id: String,
    title: String,
    lead: Option<String>,
) -> Result<(), Problem> {
    let lead = lead.as_deref().map(OfficerId::parse).transpose()?;
    let new = NewDossier { id: DossierId::parse(&id)?, title, lead };
    desk.with(move |session, _| Ok(session.create_dossier(new).map(drop)?)).await
}

/// Adds a member to a dossier.
#[tauri::command]
#[specta::specta]
pub async fn add_member(
    desk: State<'_, Desk>,
    dossier: String,
    officer: String,
    until: Option<String>,
    basis: String,
) -> Result<(), Problem> {
    let (dossier, officer) = (DossierId::parse(&dossier)?, OfficerId::parse(&officer)?);
    let until = until.as_deref().map(|until| day("until", until)).transpose()?;
    desk.with(move |session, _| Ok(session.add_member(&dossier, &officer, until, &basis)?)).await
}

/// Removes a member from a dossier.
#[tauri::command]
#[specta::specta]
pub async fn remove_member(
    desk: State<'_, Desk>,
    dossier: String,
    officer: String,
    why: String,
) -> Result<(), Problem> {
    let (dossier, officer) = (DossierId::parse(&dossier)?, OfficerId::parse(&officer)?);
    desk.with(move |session, _| Ok(session.remove_member(&dossier, &officer, &why)?)).await
}

/// Closes a dossier, so that it takes no more documents, or opens it again.
#[tauri::command]
#[specta::specta]
pub async fn change_dossier(desk: State<'_, Desk>, dossier: String, closed: bool, why: String) -> Result<(), Problem> {
    let dossier = DossierId::parse(&dossier)?;
    let status = if closed { DossierStatus::Closed } else { DossierStatus::Open };
    desk.with(move |session, _| Ok(session.change_dossier(&dossier, status, &why)?)).await
}
