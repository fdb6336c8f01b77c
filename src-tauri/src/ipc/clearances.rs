//! Clearances and briefings.

use tauri::State;
use vault::{ClearanceChange, DueRenewal, GrantClearance, OfficerId, Reason, RecordBriefing};

use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// Clearances whose renewal must be asked for, as far as the one who asks may know.
#[tauri::command]
#[specta::specta]
pub async fn renewals(shell: State<'_, Shell>) -> Result<Vec<DueRenewal>, Problem> {
    shell.with(|session, _| Ok(session.due_renewals()?)).await
}

/// Grants a clearance; gives what should be known of it.
#[tauri::command]
#[specta::specta]
pub async fn grant_clearance(shell: State<'_, Shell>, clearance: Sent<GrantClearance>) -> Result<Vec<Reason>, Problem> {
    shell.with(move |session, _| Ok(session.grant_clearance(clearance.0)?.warnings())).await
}

/// Suspends a clearance, ends its suspension, or withdraws it for good.
#[tauri::command]
#[specta::specta]
pub async fn change_clearance(
    shell: State<'_, Shell>,
    officer: String,
    policy: String,
    change: Sent<ClearanceChange>,
    why: String,
) -> Result<(), Problem> {
    let officer = OfficerId::parse(&officer)?;
    shell.with(move |session, _| Ok(session.change_clearance(&officer, &policy, change.0, &why)?)).await
}

/// Records that an officer was briefed.
#[tauri::command]
#[specta::specta]
pub async fn record_briefing(shell: State<'_, Shell>, briefing: Sent<RecordBriefing>) -> Result<Vec<Reason>, Problem> {
    shell.with(move |session, _| Ok(session.record_briefing(briefing.0)?)).await
}
