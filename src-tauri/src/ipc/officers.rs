//! Officers, their clearances and briefings, the approval of the system.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::convert::{bare_banner, day, reasons};
use super::secret::Typed;
use super::shared::{Banner, Level, Problem, Reason};
use vault::{AccountStatus, ClearanceState, OfficerId, RecordApproval, RecordBriefing, Role};

use crate::desk::Desk;

/// An officer, as far as the one who asks may know.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficerView {
    pub id: String,
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    /// `reader`, `registrar`, `security-officer`, `release-authority`, `auditor`, `custodian`.
    pub roles: Vec<String>,
    pub status: OfficerStatus,
    pub clearances: Vec<ClearanceView>,
    pub briefings: Vec<BriefingView>,
    /// Of the encryption key: what two people compare.
    pub fingerprint: String,
}

/// Whether an account may do anything at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum OfficerStatus {
    Active,
    Disabled,
}

/// A clearance, with its standing on the day of asking.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClearanceView {
    pub policy: String,
    /// Name of the classification, as the policy spells it.
    pub level: String,
    pub banner: Banner,
    pub categories: BTreeMap<String, Vec<String>>,
    pub from: String,
    pub until: String,
    pub status: ClearanceStatus,
    pub certificate: String,
    pub authority: String,
    pub renewal_due: bool,
}

/// Whether a clearance counts on the day of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ClearanceStatus {
    Valid,
    Suspended,
    Withdrawn,
    Expired,
    Future,
}

/// A briefing that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BriefingView {
    pub policy: String,
    pub level: String,
    pub date: String,
}

/// An officer to add. The passphrase is the first one, to be changed by its owner.
#[derive(Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewOfficer {
    pub id: String,
    pub full_name: String,
    pub nationality: String,
    pub roles: Vec<String>,
    pub passphrase: Typed,
}

/// A clearance to grant.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GrantClearance {
    pub officer: String,
    pub policy: String,
    pub level: String,
    pub categories: BTreeMap<String, Vec<String>>,
    pub from: String,
    pub until: String,
    pub certificate: String,
    pub authority: String,
}

/// An approval of the system to record.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewApproval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: String,
}

/// All officers, as far as the one who asks may know.
#[tauri::command]
#[specta::specta]
pub async fn officers(desk: State<'_, Desk>) -> Result<Vec<OfficerView>, Problem> {
    desk.with(|session, _| Ok(session.officers()?.into_iter().map(Into::into).collect())).await
}

/// Adds an officer.
#[tauri::command]
#[specta::specta]
pub async fn add_officer(desk: State<'_, Desk>, officer: NewOfficer) -> Result<(), Problem> {
    let new = vault::NewOfficer {
        id: OfficerId::parse(&officer.id)?,
        full_name: officer.full_name,
        nationality: officer.nationality,
        roles: officer.roles.iter().map(|role| parse_role(role)).collect::<Result<_, Problem>>()?,
        initial_passphrase: officer.passphrase.into_passphrase(),
    };
    desk.with(move |session, _| Ok(session.add_officer(new).map(drop)?)).await
}

/// Disables an officer for good.
#[tauri::command]
#[specta::specta]
pub async fn disable_officer(desk: State<'_, Desk>, id: String, why: String) -> Result<(), Problem> {
    let id = OfficerId::parse(&id)?;
    desk.with(move |session, _| Ok(session.disable_officer(&id, &why)?)).await
}

/// Grants a clearance; gives what should be known of it.
#[tauri::command]
#[specta::specta]
pub async fn grant_clearance(desk: State<'_, Desk>, clearance: GrantClearance) -> Result<Vec<Reason>, Problem> {
    let grant = vault::GrantClearance {
        officer: OfficerId::parse(&clearance.officer)?,
        policy: clearance.policy,
        level: clearance.level,
        categories: clearance.categories.into_iter().map(|(tag, values)| (tag, values.into_iter().collect())).collect(),
        from: day("from", &clearance.from)?,
        until: day("until", &clearance.until)?,
        certificate: clearance.certificate,
        authority: clearance.authority,
    };
    desk.with(move |session, _| Ok(reasons(&session.grant_clearance(grant)?.warnings()))).await
}

/// Suspends a clearance.
#[tauri::command]
#[specta::specta]
pub async fn suspend_clearance(
    desk: State<'_, Desk>,
    officer: String,
    policy: String,
    why: String,
) -> Result<(), Problem> {
    let officer = OfficerId::parse(&officer)?;
    desk.with(move |session, _| Ok(session.suspend_clearance(&officer, &policy, &why)?)).await
}

/// Ends the suspension of a clearance.
#[tauri::command]
#[specta::specta]
pub async fn reinstate_clearance(
    desk: State<'_, Desk>,
    officer: String,
    policy: String,
    why: String,
) -> Result<(), Problem> {
    let officer = OfficerId::parse(&officer)?;
    desk.with(move |session, _| Ok(session.reinstate_clearance(&officer, &policy, &why)?)).await
}

/// Withdraws a clearance for good.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_clearance(
    desk: State<'_, Desk>,
    officer: String,
    policy: String,
    why: String,
) -> Result<(), Problem> {
    let officer = OfficerId::parse(&officer)?;
    desk.with(move |session, _| Ok(session.withdraw_clearance(&officer, &policy, &why)?)).await
}

/// Records that an officer was briefed.
#[tauri::command]
#[specta::specta]
pub async fn record_briefing(
    desk: State<'_, Desk>,
    officer: String,
    policy: String,
    level: String,
    date: String,
) -> Result<(), Problem> {
    let briefing = RecordBriefing { officer: OfficerId::parse(&officer)?, policy, level, date: day("date", &date)? };
    desk.with(move |session, _| Ok(session.record_briefing(briefing)?)).await
}

/// Records the approval of this system.
#[tauri::command]
#[specta::specta]
pub async fn record_approval(desk: State<'_, Desk>, approval: NewApproval) -> Result<(), Problem> {
    let approval = RecordApproval {
        authority: approval.authority,
        reference: approval.reference,
        ceiling: approval.ceiling.into(),
        until: day("until", &approval.until)?,
    };
    desk.with(move |session, _| Ok(session.record_approval(approval)?)).await
}

fn parse_role(role: &str) -> Result<Role, Problem> {
    role.parse().map_err(|_| Problem::new("unknown").with("kind", "role").with("value", role))
}

impl From<vault::OfficerView> for OfficerView {
    fn from(officer: vault::OfficerView) -> Self {
        Self {
            id: officer.id.into(),
            full_name: officer.full_name,
            nationality: officer.nationality,
            roles: officer.roles.iter().map(ToString::to_string).collect(),
            status: match officer.status {
                AccountStatus::Active => OfficerStatus::Active,
                AccountStatus::Disabled => OfficerStatus::Disabled,
            },
            clearances: officer.clearances.into_iter().map(Into::into).collect(),
            briefings: officer.briefings.into_iter().map(Into::into).collect(),
            fingerprint: officer.fingerprint,
        }
    }
}

impl From<vault::ClearanceView> for ClearanceView {
    fn from(clearance: vault::ClearanceView) -> Self {
        let banner = clearance.banner.map_or_else(|| bare_banner(&clearance.policy, &clearance.level), Into::into);
        Self {
            policy: clearance.policy,
            level: clearance.level,
            banner,
            categories: clearance
                .categories
                .into_iter()
                .map(|(tag, values)| (tag, values.into_iter().collect()))
                .collect(),
            from: clearance.from.to_string(),
            until: clearance.until.to_string(),
            status: match clearance.status {
                ClearanceState::Valid => ClearanceStatus::Valid,
                ClearanceState::Suspended => ClearanceStatus::Suspended,
                ClearanceState::Withdrawn => ClearanceStatus::Withdrawn,
                ClearanceState::Expired => ClearanceStatus::Expired,
                ClearanceState::Future => ClearanceStatus::Future,
            },
            certificate: clearance.certificate,
            authority: clearance.authority,
            renewal_due: clearance.renewal_due,
        }
    }
}

impl From<vault::BriefingView> for BriefingView {
    fn from(briefing: vault::BriefingView) -> Self {
        Self { policy: briefing.policy, level: briefing.level, date: briefing.date.to_string() }
    }
}
