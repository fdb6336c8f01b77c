//! Decisions about a classification: when they are due, what they would change, taking them, their register.

use chrono::{DateTime, Utc};
use label::Label;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use vault::{ConsentDraft, DocumentId, DossierId, ExemptBecause, NewDecision, PartnerId, TermStatus};

use super::convert::{day, level_banner, reasons};
use super::documents::DocumentRow;
use super::guide::Interest;
use super::marking::{MarkingDraft, find_policy, kept_label, label_draft, marking};
use super::shared::{Banner, Change, Explanation, Page, Problem, Reason, sorted};
use crate::desk::Desk;
use crate::workstation::Sort;

/// Where a document stands in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The term lapses on this day.
    pub lapses: Option<String>,
    /// From this day on it should be decided.
    pub window_opens: Option<String>,
    /// A hundred years after it was made final.
    pub expires: Option<String>,
    pub state: TermState,
}

/// How a term stands; the exempt ones say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum TermState {
    ExemptUnclassified,
    ExemptRestricted,
    ExemptForeign,
    Running,
    Due,
    Overdue,
    Expired,
}

/// Which documents to decide about, and where to go on.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarFilter {
    pub dossier: Option<String>,
    pub state: Option<TermState>,
    /// Only what lapses by this day.
    pub until: Option<String>,
    /// None: what ends first.
    pub sort: Option<Sort>,
    pub limit: u32,
    pub after: Option<String>,
}

/// A document and where it stands in time.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalendarRow {
    pub document: DocumentRow,
    pub finalised: String,
    pub standing: Standing,
}

/// What a decision does to a marking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    Declassify,
    Downgrade,
    Upgrade,
    Remark,
    Maintain,
}

/// What is decided about a marking. Without a marking: that it is maintained.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DecisionDraft {
    pub marking: Option<MarkingDraft>,
    pub interest: Option<Interest>,
    pub motive: String,
    /// When a maintained classification is looked at again, `YYYY-MM-DD`.
    pub next_review: Option<String>,
    pub consent: Option<DecisionConsent>,
}

/// The consent of another originating authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DecisionConsent {
    pub authority: String,
    pub reference: String,
    pub from: Option<String>,
    pub until: Option<String>,
}

/// What a decision would change, and whether it may be taken.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Examined {
    /// None: the two markings cannot be compared.
    pub nature: Option<Nature>,
    pub before: Banner,
    /// None: as before.
    pub after: Option<Banner>,
    /// In sentences, `label-change-…`.
    pub changes: Vec<Change>,
    pub explanation: Explanation,
    /// Who received it, and must be told.
    pub notify: Vec<Recipient>,
}

/// A decision that was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DecisionTaken {
    pub id: String,
    pub reference: String,
    pub nature: Nature,
    pub notify: Vec<Recipient>,
}

/// A partner to whom a release with the document was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    pub partner: String,
    pub name: String,
    pub release: String,
    /// When the package was written.
    pub written: String,
}

/// A recipient who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    pub partner: String,
    pub at: String,
}

/// Which decisions to show, and where to go on.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterFilter {
    pub dossier: Option<String>,
    pub document: Option<String>,
    /// None: the newest first.
    pub sort: Option<Sort>,
    pub limit: u32,
    pub after: Option<String>,
}

/// One line of the register of decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DecisionView {
    pub document: String,
    pub reference: String,
    pub formerly: Option<String>,
    pub title: String,
    pub nature: Nature,
    pub at: String,
    pub by: String,
    pub interest: Option<Interest>,
    pub motive: String,
    /// The bare level, as the document's own policy calls and shows it.
    pub initial: Banner,
    /// None: as before.
    pub now: Option<Banner>,
    pub finalised: String,
    /// The day that was due.
    pub term: Option<String>,
    pub next_review: Option<String>,
    /// Why it does not count, where it takes more than the law allows.
    pub beyond: Vec<Reason>,
    pub consent: Option<DecisionConsent>,
    pub notify: Vec<Recipient>,
    /// Who was told, and when.
    pub notified: Vec<Told>,
}

/// A page of what must be decided, what is due first before the rest.
#[tauri::command]
#[specta::specta]
pub async fn calendar(desk: State<'_, Desk>, filter: CalendarFilter) -> Result<Page<CalendarRow>, Problem> {
    let filter = vault::CalendarFilter {
        dossier: filter.dossier.as_deref().map(DossierId::parse).transpose()?,
        state: filter.state.map(TermStatus::from).into_iter().collect(),
        until: filter.until.as_deref().map(|until| day("until", until)).transpose()?,
        sort: sorted(filter.sort)?,
        limit: filter.limit as usize,
        after: filter.after,
    };
    desk.with(move |session, _| Ok(session.calendar(&filter)?.into())).await
}

/// A page of the register of decisions, newest first.
#[tauri::command]
#[specta::specta]
pub async fn register(desk: State<'_, Desk>, filter: RegisterFilter) -> Result<Page<DecisionView>, Problem> {
    let filter = vault::RegisterFilter {
        dossier: filter.dossier.as_deref().map(DossierId::parse).transpose()?,
        document: filter.document.as_deref().map(DocumentId::parse).transpose()?,
        sort: sorted(filter.sort)?.unwrap_or_default(),
        limit: filter.limit as usize,
        after: filter.after,
    };
    desk.with(move |session, _| Ok(session.register(&filter)?.into())).await
}

/// What a decision about a marking would change, and whether it may be taken, without taking it.
#[tauri::command]
#[specta::specta]
pub async fn examine_reclassify(
    desk: State<'_, Desk>,
    id: String,
    decision: DecisionDraft,
) -> Result<Examined, Problem> {
    let id = DocumentId::parse(&id)?;
    let now = Utc::now();
    let new = decision.to_vault(now)?;
    let marked = decision.marking.as_ref().map(|marking| marked(marking, now)).transpose()?;
    desk.with(move |session, _| {
        let examined = session.examine_reclassify(&id, &new, None)?;
        let old = kept_label(&session.document(&id)?.label_xml)?;
        Ok(Examined {
            nature: examined.nature.map(Into::into),
            before: old.under_policy().banner(&old).into(),
            after: marked.as_ref().map(|label| label.under_policy().banner(label).into()),
            changes: marked.iter().flat_map(|label| old.difference(label)).map(Into::into).collect(),
            explanation: examined.explanation.into(),
            notify: session.to_be_told(&id)?.into_iter().map(Into::into).collect(),
        })
    })
    .await
}

/// Takes a decision about the marking of a document.
#[tauri::command]
#[specta::specta]
pub async fn reclassify(desk: State<'_, Desk>, id: String, decision: DecisionDraft) -> Result<DecisionTaken, Problem> {
    let id = DocumentId::parse(&id)?;
    let new = decision.to_vault(Utc::now())?;
    desk.with(move |session, _| {
        let taken = session.reclassify(&id, &new)?;
        Ok(DecisionTaken {
            id: taken.id.into(),
            reference: taken.reference,
            nature: taken.nature.into(),
            notify: taken.notify.into_iter().map(Into::into).collect(),
        })
    })
    .await
}

/// Records that a recipient was told of a decision.
#[tauri::command]
#[specta::specta]
pub async fn notified(desk: State<'_, Desk>, document: String, partner: String) -> Result<(), Problem> {
    let (document, partner) = (DocumentId::parse(&document)?, PartnerId::parse(&partner)?);
    desk.with(move |session, _| Ok(session.notified(&document, &partner)?)).await
}

/// The label that a chosen marking comes to.
fn marked(marking: &MarkingDraft, now: DateTime<Utc>) -> Result<Label, Problem> {
    let policy = find_policy(&marking.policy)?;
    Label::build(&policy, label_draft(&policy, marking, now)?).map_err(super::marking::invalid)
}

impl DecisionDraft {
    fn to_vault(&self, now: DateTime<Utc>) -> Result<NewDecision, Problem> {
        Ok(NewDecision {
            marking: self.marking.as_ref().map(|chosen| marking(chosen, now)).transpose()?,
            interest: self.interest.map(Into::into),
            motive: self.motive.clone(),
            next_review: self.next_review.as_deref().map(|review| day("next_review", review)).transpose()?,
            consent: self.consent.as_ref().map(DecisionConsent::to_vault).transpose()?,
        })
    }
}

impl DecisionConsent {
    fn to_vault(&self) -> Result<ConsentDraft, Problem> {
        Ok(ConsentDraft {
            authority: self.authority.clone(),
            reference: self.reference.clone(),
            from: self.from.as_deref().map(|from| day("from", from)).transpose()?,
            until: self.until.as_deref().map(|until| day("until", until)).transpose()?,
        })
    }
}

impl From<vault::CalendarRow> for CalendarRow {
    fn from(row: vault::CalendarRow) -> Self {
        Self { document: row.document.into(), finalised: row.finalised.to_string(), standing: row.standing.into() }
    }
}

impl From<vault::StandingView> for Standing {
    fn from(standing: vault::StandingView) -> Self {
        let state = match (standing.state, standing.because) {
            (TermStatus::Exempt, Some(ExemptBecause::Foreign)) => TermState::ExemptForeign,
            (TermStatus::Exempt, Some(ExemptBecause::Restricted)) => TermState::ExemptRestricted,
            (TermStatus::Exempt, Some(ExemptBecause::Unclassified) | None) => TermState::ExemptUnclassified,
            (TermStatus::Running, _) => TermState::Running,
            (TermStatus::Due, _) => TermState::Due,
            (TermStatus::Overdue, _) => TermState::Overdue,
            (TermStatus::Expired, _) => TermState::Expired,
        };
        Self {
            lapses: standing.lapses.map(|day| day.to_string()),
            window_opens: standing.window_opens.map(|day| day.to_string()),
            expires: standing.expires.map(|day| day.to_string()),
            state,
        }
    }
}

impl From<TermState> for TermStatus {
    fn from(state: TermState) -> Self {
        match state {
            TermState::ExemptUnclassified | TermState::ExemptRestricted | TermState::ExemptForeign => Self::Exempt,
            TermState::Running => Self::Running,
            TermState::Due => Self::Due,
            TermState::Overdue => Self::Overdue,
            TermState::Expired => Self::Expired,
        }
    }
}

impl From<vault::Nature> for Nature {
    fn from(nature: vault::Nature) -> Self {
        match nature {
            vault::Nature::Declassify => Self::Declassify,
            vault::Nature::Downgrade => Self::Downgrade,
            vault::Nature::Upgrade => Self::Upgrade,
            vault::Nature::Remark => Self::Remark,
            vault::Nature::Maintain => Self::Maintain,
        }
    }
}

impl From<vault::RecipientView> for Recipient {
    fn from(recipient: vault::RecipientView) -> Self {
        Self {
            partner: recipient.partner.into(),
            name: recipient.name,
            release: recipient.release.into(),
            written: label::time::written(recipient.written),
        }
    }
}

impl From<vault::DecisionView> for DecisionView {
    fn from(view: vault::DecisionView) -> Self {
        let moved = view.nature != vault::Nature::Maintain;
        Self {
            document: view.document.into(),
            reference: view.reference,
            formerly: view.formerly,
            title: view.title,
            nature: view.nature.into(),
            at: label::time::written(view.date),
            by: view.by.into(),
            interest: view.interest.map(Into::into),
            motive: view.motive,
            initial: level_banner(&view.policy, view.initial_level),
            now: moved.then(|| level_banner(&view.policy, view.new_level)),
            finalised: view.finalised.to_string(),
            term: view.term.map(|day| day.to_string()),
            next_review: view.next_review.map(|day| day.to_string()),
            beyond: reasons(&view.beyond),
            consent: view.consent.map(|consent| DecisionConsent {
                authority: consent.authority,
                reference: consent.reference,
                from: Some(consent.from.to_string()),
                until: consent.until.map(|day| day.to_string()),
            }),
            notify: view.notify.into_iter().map(Into::into).collect(),
            notified: view
                .notified
                .into_iter()
                .map(|told| Told { partner: told.partner.into(), at: label::time::written(told.at) })
                .collect(),
        }
    }
}
