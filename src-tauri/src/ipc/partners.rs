//! Partner services.

use tauri::State;
use vault::{NewPartner, Page, PartnerFilter, PartnerId, PartnerView};

use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// A page of the partner services.
#[tauri::command]
#[specta::specta]
pub async fn partners(shell: State<'_, Shell>, filter: Sent<PartnerFilter>) -> Result<Page<PartnerView>, Problem> {
    shell.with(move |session, _| Ok(session.partners(&filter.0)?)).await
}

/// Adds a partner.
#[tauri::command]
#[specta::specta]
pub async fn add_partner(shell: State<'_, Shell>, partner: Sent<NewPartner>) -> Result<(), Problem> {
    shell.with(move |session, _| Ok(session.add_partner(partner.0).map(drop)?)).await
}

/// Changes a partner; another confirms its key again.
#[tauri::command]
#[specta::specta]
pub async fn change_partner(shell: State<'_, Shell>, partner: Sent<NewPartner>, why: String) -> Result<(), Problem> {
    shell.with(move |session, _| Ok(session.change_partner(partner.0, &why).map(drop)?)).await
}

/// Confirms a partner's key, by the fingerprint that the partner read out, as of the entry that was looked at.
#[tauri::command]
#[specta::specta]
pub async fn confirm_partner(
    shell: State<'_, Shell>,
    id: String,
    fingerprint: String,
    entry: Option<u32>,
) -> Result<(), Problem> {
    let id = PartnerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.confirm_partner(&id, &fingerprint, entry.map(u64::from))?)).await
}
