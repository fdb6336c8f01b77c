//! What waits for the officer at the window, and what he still lacks.

use serde::Serialize;
use specta::Type;
use tauri::State;

use super::convert::count;
use super::shared::Problem;
use crate::desk::Desk;

/// How much waits for this officer: what he may do himself, of what he may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    pub releases_to_decide: u32,
    pub packages_to_write: u32,
    pub partners_to_confirm: u32,
    pub renewals_due: u32,
    pub terms_due: u32,
}

/// What an officer still lacks, and who can give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    pub what: MissingWhat,
    pub ask: Vec<NamedOfficer>,
}

/// Words: `ui-missing-<what>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum MissingWhat {
    Clearance,
    Briefing,
    NeedToKnow,
    Approval,
}

/// An officer as others name him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NamedOfficer {
    pub id: String,
    pub full_name: String,
}

/// How much waits for this officer.
#[tauri::command]
#[specta::specta]
pub async fn waiting(desk: State<'_, Desk>) -> Result<Waiting, Problem> {
    desk.with(|session, _| Ok(session.waiting()?.into())).await
}

impl From<vault::Waiting> for Waiting {
    fn from(waiting: vault::Waiting) -> Self {
        Self {
            releases_to_decide: count(waiting.releases_to_decide),
            packages_to_write: count(waiting.packages_to_write),
            partners_to_confirm: count(waiting.partners_to_confirm),
            renewals_due: count(waiting.renewals_due),
            terms_due: count(waiting.terms_due),
        }
    }
}

impl From<vault::Missing> for Missing {
    fn from(missing: vault::Missing) -> Self {
        Self {
            what: match missing.what {
                vault::MissingWhat::Clearance => MissingWhat::Clearance,
                vault::MissingWhat::Briefing => MissingWhat::Briefing,
                vault::MissingWhat::NeedToKnow => MissingWhat::NeedToKnow,
                vault::MissingWhat::Approval => MissingWhat::Approval,
            },
            ask: missing.ask.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<vault::NamedOfficer> for NamedOfficer {
    fn from(one: vault::NamedOfficer) -> Self {
        Self { id: one.id.into(), full_name: one.full_name }
    }
}
