//! Partners, and what leaves to them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::advice::NamedDocument;
use super::convert::{count, day, reasons};
use super::shared::{Level, Problem, Reason};
use super::waiting::NamedOfficer;
use vault::{DocumentId, PartnerId, ReleaseId};

use crate::desk::Desk;

/// A partner service.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PartnerView {
    pub id: String,
    pub name: String,
    /// ISO 3166-1 alpha-3.
    pub nation: String,
    pub communities: Vec<String>,
    pub contact: String,
    /// Of the recipient, to be read out to the partner.
    pub fingerprint: String,
    pub recipient: String,
    pub post_quantum: bool,
    pub ceiling: Level,
    /// Tag → values of restrictive markings that the agreement covers.
    pub categories: BTreeMap<String, Vec<String>>,
    pub agreement: Option<String>,
    pub until: Option<String>,
    /// Who entered it, and so cannot confirm its key.
    pub entered_by: String,
    pub confirmed: bool,
    pub confirmed_by: Option<String>,
}

/// A partner to add.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewPartner {
    pub id: String,
    pub name: String,
    pub nation: String,
    pub communities: Vec<String>,
    pub contact: String,
    /// `age1…` or `age1pq…`.
    pub recipient: String,
    pub ceiling: Level,
    /// Tag → values of restrictive markings that the agreement covers.
    pub categories: BTreeMap<String, Vec<String>>,
    pub agreement: Option<String>,
    pub until: Option<String>,
}

/// Whether one document may go to one partner.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseDecision {
    pub doc: String,
    pub permitted: bool,
    pub reasons: Vec<Reason>,
}

/// The originator's consent to a release, where it is needed.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentDraft {
    pub doc: String,
    pub authority: String,
    pub reference: String,
}

/// A release that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Requested {
    pub release: String,
    /// What the officer is warned of.
    pub warnings: Vec<Reason>,
}

/// A release and how far it got.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseView {
    pub id: String,
    pub partner: String,
    /// Those that this officer may see.
    pub docs: Vec<NamedDocument>,
    /// The others: how many, and why.
    pub hidden: Vec<HiddenDocuments>,
    /// Null when he may see none of them.
    pub purpose: Option<String>,
    pub requested_by: String,
    pub requested_at: String,
    pub approved_by: Option<String>,
    pub approved_at: Option<String>,
    pub refused_by: Option<String>,
    pub refused_at: Option<String>,
    /// Why it was refused; as of the purpose.
    pub refused_why: Option<String>,
    pub written: Option<String>,
    pub status: ReleaseStatus,
    pub may_approve: bool,
    pub why_not: Vec<Reason>,
    pub may_refuse: bool,
}

/// Documents of a release that this officer may not see: their number, and nothing else of them.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HiddenDocuments {
    /// So many for the same reasons.
    pub documents: u32,
    pub reasons: Vec<Reason>,
    /// Who can do something about it.
    pub ask: Vec<NamedOfficer>,
}

/// How far a release got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseStatus {
    Waiting,
    Approved,
    Refused,
    Written,
    Recalled,
}

/// A package that was written.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// The file's name, without its folder.
    pub name: String,
}

/// The partner services.
#[tauri::command]
#[specta::specta]
pub async fn partners(desk: State<'_, Desk>) -> Result<Vec<PartnerView>, Problem> {
    desk.with(|session, _| Ok(session.partners()?.into_iter().map(Into::into).collect())).await
}

/// Adds a partner.
#[tauri::command]
#[specta::specta]
pub async fn add_partner(desk: State<'_, Desk>, partner: NewPartner) -> Result<(), Problem> {
    let new = vault::NewPartner {
        id: PartnerId::parse(&partner.id)?,
        name: partner.name,
        nation: partner.nation,
        communities: partner.communities.into_iter().collect(),
        contact: partner.contact,
        recipient: partner.recipient,
        signing_key: None,
        ceiling: partner.ceiling.into(),
        categories: partner.categories.into_iter().map(|(tag, values)| (tag, values.into_iter().collect())).collect(),
        agreement: partner.agreement,
        until: partner.until.as_deref().map(|until| day("until", until)).transpose()?,
    };
    desk.with(move |session, _| Ok(session.add_partner(new).map(drop)?)).await
}

/// Confirms a partner's key, by the fingerprint that the partner read out.
#[tauri::command]
#[specta::specta]
pub async fn confirm_partner(desk: State<'_, Desk>, id: String, fingerprint: String) -> Result<(), Problem> {
    let id = PartnerId::parse(&id)?;
    desk.with(move |session, _| Ok(session.confirm_partner(&id, &fingerprint)?)).await
}

/// Whether each document may go to a partner, without asking for it.
#[tauri::command]
#[specta::specta]
pub async fn decide_release(
    desk: State<'_, Desk>,
    partner: String,
    docs: Vec<String>,
) -> Result<Vec<ReleaseDecision>, Problem> {
    let partner = PartnerId::parse(&partner)?;
    let docs = documents(&docs)?;
    desk.with(move |session, _| {
        let answers = session.decide_release(&partner, &docs, &[])?;
        Ok(answers.into_iter().map(Into::into).collect())
    })
    .await
}

/// Asks for a release.
#[tauri::command]
#[specta::specta]
pub async fn request_release(
    desk: State<'_, Desk>,
    partner: String,
    docs: Vec<String>,
    purpose: String,
    consents: Vec<ConsentDraft>,
) -> Result<Requested, Problem> {
    let partner = PartnerId::parse(&partner)?;
    let docs = documents(&docs)?;
    let consents = consents.into_iter().map(ConsentDraft::given).collect::<Result<Vec<_>, Problem>>()?;
    desk.with(move |session, _| {
        let requested = session.request_release(&partner, &docs, &purpose, &consents)?;
        Ok(Requested { release: requested.release.to_string(), warnings: reasons(&requested.warnings) })
    })
    .await
}

/// The releases that this officer may see.
#[tauri::command]
#[specta::specta]
pub async fn releases(desk: State<'_, Desk>) -> Result<Vec<ReleaseView>, Problem> {
    desk.with(|session, _| Ok(session.releases()?.into_iter().map(Into::into).collect())).await
}

/// Approves a release, as the second person.
#[tauri::command]
#[specta::specta]
pub async fn approve_release(desk: State<'_, Desk>, id: String) -> Result<(), Problem> {
    let id = ReleaseId::parse(&id)?;
    desk.with(move |session, _| Ok(session.approve_release(&id)?)).await
}

/// Refuses a release, with a reason for the one who asked.
#[tauri::command]
#[specta::specta]
pub async fn refuse_release(desk: State<'_, Desk>, id: String, why: String) -> Result<(), Problem> {
    let id = ReleaseId::parse(&id)?;
    desk.with(move |session, _| Ok(session.refuse_release(&id, &why)?)).await
}

/// Writes the package of an approved release into a folder that a person picks.
#[tauri::command]
#[specta::specta]
pub async fn write_release(desk: State<'_, Desk>, id: String) -> Result<Written, Problem> {
    let id = ReleaseId::parse(&id)?;
    let visit = desk.visit().ok_or_else(Problem::locked)?;
    let picked = desk.dialogs().folder(words::say(desk.language(), "app-pick-folder", &[])).await;
    let folder = picked.ok_or_else(|| Problem::new("cancelled"))?;
    if !visit.goes_on() {
        return Err(Problem::locked());
    }
    desk.with(move |session, _| {
        let written = release::write(session, &id, &folder)?;
        let name = written.path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Written { name: name.unwrap_or_default() })
    })
    .await
}

/// Recalls a release.
#[tauri::command]
#[specta::specta]
pub async fn recall_release(desk: State<'_, Desk>, id: String, why: String) -> Result<(), Problem> {
    let id = ReleaseId::parse(&id)?;
    desk.with(move |session, _| Ok(session.recall_release(&id, &why)?)).await
}

/// The documents that the page named.
fn documents(ids: &[String]) -> Result<Vec<DocumentId>, Problem> {
    Ok(ids.iter().map(|id| DocumentId::parse(id)).collect::<Result<_, _>>()?)
}

impl ConsentDraft {
    fn given(self) -> Result<(DocumentId, vault::ConsentDraft), Problem> {
        let document = DocumentId::parse(&self.doc)?;
        let ConsentDraft { authority, reference, .. } = self;
        Ok((document, vault::ConsentDraft { authority, reference, from: None, until: None }))
    }
}

impl From<vault::PartnerView> for PartnerView {
    fn from(partner: vault::PartnerView) -> Self {
        Self {
            id: partner.id.into(),
            name: partner.name,
            nation: partner.nation,
            communities: partner.communities.into_iter().collect(),
            contact: partner.contact,
            fingerprint: partner.fingerprint,
            recipient: partner.recipient,
            post_quantum: partner.post_quantum,
            ceiling: partner.ceiling.into(),
            categories: partner
                .categories
                .into_iter()
                .map(|(tag, values)| (tag, values.into_iter().collect()))
                .collect(),
            agreement: partner.agreement,
            until: partner.until.map(|until| until.to_string()),
            entered_by: partner.entered_by.into(),
            confirmed: partner.confirmed,
            confirmed_by: partner.confirmed_by.map(Into::into),
        }
    }
}

impl From<vault::ReleaseAnswer> for ReleaseDecision {
    fn from(answer: vault::ReleaseAnswer) -> Self {
        Self { doc: answer.document.into(), permitted: answer.permitted, reasons: reasons(&answer.reasons) }
    }
}

impl From<vault::ReleaseView> for ReleaseView {
    fn from(release: vault::ReleaseView) -> Self {
        Self {
            id: release.id.into(),
            partner: release.partner.into(),
            docs: release.documents.into_iter().map(Into::into).collect(),
            hidden: release.hidden.into_iter().map(Into::into).collect(),
            purpose: release.purpose,
            requested_by: release.requested_by.into(),
            requested_at: label::time::written(release.requested_at),
            approved_by: release.approved_by.map(Into::into),
            approved_at: release.approved_at.map(label::time::written),
            refused_by: release.refused_by.map(Into::into),
            refused_at: release.refused_at.map(label::time::written),
            refused_why: release.refused_why,
            written: release.written.map(label::time::written),
            status: release.status.into(),
            may_approve: release.may_approve,
            why_not: reasons(&release.why_not),
            may_refuse: release.may_refuse,
        }
    }
}

impl From<vault::HiddenDocuments> for HiddenDocuments {
    fn from(hidden: vault::HiddenDocuments) -> Self {
        Self {
            documents: count(hidden.documents),
            reasons: reasons(&hidden.reasons),
            ask: hidden.ask.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<vault::ReleaseStatus> for ReleaseStatus {
    fn from(status: vault::ReleaseStatus) -> Self {
        match status {
            vault::ReleaseStatus::Waiting => Self::Waiting,
            vault::ReleaseStatus::Approved => Self::Approved,
            vault::ReleaseStatus::Refused => Self::Refused,
            vault::ReleaseStatus::Written => Self::Written,
            vault::ReleaseStatus::Recalled => Self::Recalled,
        }
    }
}
