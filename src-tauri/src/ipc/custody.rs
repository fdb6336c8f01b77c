//! Custody: who shares it, and its uses.

use tauri::State;
use vault::{AssentId, CarriedOutView, CustodyFor, CustodyView, NewSharing, Shared};

use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// Custody as it is shared now, and its uses.
#[tauri::command]
#[specta::specta]
pub async fn custody(shell: State<'_, Shell>) -> Result<CustodyView, Problem> {
    shell.with(|session, _| Ok(session.custody()?)).await
}

/// Shares custody again, or asks its custodians for that.
#[tauri::command]
#[specta::specta]
pub async fn share_custody(shell: State<'_, Shell>, sharing: Sent<NewSharing>) -> Result<Shared, Problem> {
    shell.with(move |session, _| Ok(session.share_custody(sharing.0)?)).await
}

/// Asks for keys from custody.
#[tauri::command]
#[specta::specta]
pub async fn request_custody(
    shell: State<'_, Shell>,
    whom: Sent<CustodyFor>,
    why: String,
) -> Result<AssentId, Problem> {
    shell.with(move |session, _| Ok(session.request_custody(&whom.0, &why)?)).await
}

/// Delivers what was asked for and agreed to.
#[tauri::command]
#[specta::specta]
pub async fn carry_out_custody(shell: State<'_, Shell>, id: String) -> Result<CarriedOutView, Problem> {
    let id = AssentId::parse(&id)?;
    shell.with(move |session, _| Ok(session.carry_out_custody(&id)?)).await
}
