//! Dossiers and who needs to know.

use serde::Serialize;
use specta::Type;
use tauri::State;

use super::convert::day;
use super::shared::Problem;
use vault::{DossierId, NewDossier, OfficerId};

use crate::desk::Desk;

/// A dossier that this officer is in.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DossierView {
    pub id: String,
    pub title: String,
    pub lead: Option<String>,
    pub members: Vec<Member>,
    pub may_manage: bool,
}

/// A member of a dossier.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    pub officer: String,
    pub full_name: String,
    pub from: String,
    pub until: Option<String>,
    pub basis: String,
}

/// The dossiers that this officer is in.
#[tauri::command]
#[specta::specta]
pub async fn dossiers(desk: State<'_, Desk>) -> Result<Vec<DossierView>, Problem> {
    desk.with(|session, _| Ok(session.dossiers()?.into_iter().map(Into::into).collect())).await
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

impl From<vault::DossierView> for DossierView {
    fn from(dossier: vault::DossierView) -> Self {
        Self {
            id: dossier.id.into(),
            title: dossier.title,
            lead: dossier.lead.map(Into::into),
            members: dossier.members.into_iter().map(Into::into).collect(),
            may_manage: dossier.may_manage,
        }
    }
}

impl From<vault::MemberView> for Member {
    fn from(member: vault::MemberView) -> Self {
        Self {
            officer: member.officer.into(),
            full_name: member.full_name,
            from: member.from.to_string(),
            until: member.until.map(|until| until.to_string()),
            basis: member.basis,
        }
    }
}
