//! The authorities that this vault speaks for.

use serde::Serialize;
use specta::Type;
use tauri::State;

use super::shared::Problem;
use crate::desk::Desk;

/// About documents of these the vault decides itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AuthoritiesView {
    /// The vault's own name, which always counts.
    pub vault: String,
    /// The others, in the order in which they were added.
    pub authorities: Vec<String>,
    pub changed_at: Option<String>,
    pub changed_by: Option<String>,
}

/// The list in force.
#[tauri::command]
#[specta::specta]
pub async fn authorities(desk: State<'_, Desk>) -> Result<AuthoritiesView, Problem> {
    desk.with(move |session, _| Ok(session.authorities()?.into())).await
}

/// Adds a section or service to those that the vault speaks for.
#[tauri::command]
#[specta::specta]
pub async fn add_authority(desk: State<'_, Desk>, name: String) -> Result<AuthoritiesView, Problem> {
    desk.with(move |session, _| Ok(session.add_authority(&name)?.into())).await
}

/// Takes one off the list.
#[tauri::command]
#[specta::specta]
pub async fn remove_authority(desk: State<'_, Desk>, name: String, why: String) -> Result<AuthoritiesView, Problem> {
    desk.with(move |session, _| Ok(session.remove_authority(&name, &why)?.into())).await
}

impl From<vault::AuthoritiesView> for AuthoritiesView {
    fn from(view: vault::AuthoritiesView) -> Self {
        Self {
            vault: view.vault,
            authorities: view.authorities,
            changed_at: view.changed_at.map(label::time::written),
            changed_by: view.changed_by.map(Into::into),
        }
    }
}
