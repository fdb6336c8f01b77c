//! Clearances and briefings.

use serde::Serialize;
use specta::Type;
use tauri::State;
use vault::{AssentId, ClearanceChange, DueRenewal, GrantClearance, Granted, OfficerId, Reason, RecordBriefing};

use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// Clearances whose renewal must be asked for, as far as the one who asks may know.
#[tauri::command]
#[specta::specta]
pub async fn renewals(shell: State<'_, Shell>) -> Result<Vec<DueRenewal>, Problem> {
    shell.with(|session, _| Ok(session.due_renewals()?)).await
}

/// What came of a clearance that was entered.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct GrantAnswer {
    /// It waits for the yes of another, under this id; none: it is in force.
    pub request: Option<AssentId>,
    /// What should be known of it.
    pub warnings: Vec<Reason>,
}

/// Grants a clearance; where that takes two, asks for it.
#[tauri::command]
#[specta::specta]
pub async fn grant_clearance(shell: State<'_, Shell>, clearance: Sent<GrantClearance>) -> Result<GrantAnswer, Problem> {
    shell
        .with(move |session, _| {
            Ok(match session.grant_clearance(clearance.0)? {
                Granted::Effective(view) => GrantAnswer { request: None, warnings: view.warnings() },
                Granted::Waiting(request) => GrantAnswer { request: Some(request), warnings: Vec::new() },
            })
        })
        .await
}

/// Suspends a clearance, ends its suspension, or withdraws it for good. None: it is done; else it waits for the yes of another.
#[tauri::command]
#[specta::specta]
pub async fn change_clearance(
    shell: State<'_, Shell>,
    officer: String,
    policy: String,
    change: Sent<ClearanceChange>,
    why: String,
) -> Result<Option<AssentId>, Problem> {
    let officer = OfficerId::parse(&officer)?;
    shell.with(move |session, _| Ok(session.change_clearance(&officer, &policy, change.0, &why)?)).await
}

/// Records that an officer was briefed.
#[tauri::command]
#[specta::specta]
pub async fn record_briefing(shell: State<'_, Shell>, briefing: Sent<RecordBriefing>) -> Result<Vec<Reason>, Problem> {
    shell.with(move |session, _| Ok(session.record_briefing(briefing.0)?)).await
}
