//! Releases: documents that go to a partner, in steps by two people.

use std::collections::BTreeMap;

use policy::{Consent, Marked, Role, Stage};
use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::documents::DocumentRecord;
use crate::fact::{Concerns, Context, Fact, RequiredParts, require};
use crate::keys::{KeyName, joined};
use crate::log::{Act, AuditRecord};
use crate::questions::ReleaseQuestion;
use crate::rights::hard;
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId, PartnerId, ReleaseId};

/// A release as everybody's program knows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReleaseRecord {
    pub partner: PartnerId,
    pub documents: Vec<DocumentId>,
    pub consents: BTreeMap<DocumentId, Consent>,
    pub requested_by: OfficerId,
    pub requested_ms: i64,
    /// Its entry.
    pub requested_at: u64,
    pub approved: Option<(OfficerId, i64)>,
    pub refused: Option<Refusal>,
    pub written_ms: Option<i64>,
    pub recalled: bool,
    /// The entries of its steps: only there it has lines on the sheets of its documents.
    pub steps: Vec<u64>,
}

/// Who refused a release, when, and in which entry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Refusal {
    pub by: OfficerId,
    pub at_ms: i64,
    pub index: u64,
}

/// How far a release is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseStatus {
    Waiting,
    Approved,
    Refused,
    Written,
    Recalled,
}

impl ReleaseRecord {
    /// Whether a document of it was marked otherwise since it was asked for: each change of a marking is an entry.
    pub fn marked(&self, document: &DocumentRecord) -> Marked {
        if document.index > self.requested_at { Marked::Otherwise } else { Marked::AsAsked }
    }

    pub fn status(&self) -> ReleaseStatus {
        match (self.recalled, &self.refused, self.written_ms, &self.approved) {
            (true, _, _, _) => ReleaseStatus::Recalled,
            (false, Some(_), _, _) => ReleaseStatus::Refused,
            (false, None, Some(_), _) => ReleaseStatus::Written,
            (false, None, None, Some(_)) => ReleaseStatus::Approved,
            (false, None, None, None) => ReleaseStatus::Waiting,
        }
    }

    /// Adds to a record what every line about it says.
    pub fn about(&self, record: AuditRecord) -> AuditRecord {
        record.about("partner", self.partner.to_string()).about("documents", joined(&self.documents))
    }
}

/// Somebody asks that documents be released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRequested {
    pub release: ReleaseId,
    pub partner: PartnerId,
    pub documents: Vec<DocumentId>,
    pub consents: BTreeMap<DocumentId, Consent>,
}

impl ReleaseRequested {
    fn release(&self, by: &Context<'_>) -> ReleaseRecord {
        ReleaseRecord {
            partner: self.partner.clone(),
            documents: self.documents.clone(),
            consents: self.consents.clone(),
            requested_by: by.author.clone(),
            requested_ms: by.at_ms,
            requested_at: by.index,
            approved: None,
            refused: None,
            written_ms: None,
            recalled: false,
            steps: vec![by.index],
        }
    }
}

impl Fact for ReleaseRequested {
    const WEIGHT: Weight = Weight::Single;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(!state.releases.contains_key(&self.release), Rule::ReleaseRequestedTwice)?;
        require(state.partners.contains_key(&self.partner), Rule::UnknownPartner)?;
        require(!self.documents.is_empty(), Rule::ReleaseOfNothing)?;
        require(self.documents.iter().all(|id| state.documents.contains(id)), Rule::UnknownDocument)?;
        state.require_may_release(&self.release(by), Stage::Request, by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.releases.insert(self.release.clone(), self.release(by));
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::may_write(after.classes_of_release(&self.release)))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::RequestRelease)
            .about("release", self.release.to_string())
            .about("partner", self.partner.to_string())
            .about("documents", joined(&self.documents))
    }
}

/// Somebody else approves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseApproved {
    pub release: ReleaseId,
}

impl Fact for ReleaseApproved {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let release = state.release(&self.release)?;
        require(release.status() == ReleaseStatus::Waiting, Rule::ReleaseOutOfOrder)?;
        state.require_may_release(release, Stage::Approve, by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(release) = state.releases.get_mut(&self.release) {
            release.approved = Some((by.author.clone(), by.at_ms));
            release.steps.push(by.index);
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::may_write(after.classes_of_release(&self.release)))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        before.step(Act::ApproveRelease, &self.release)
    }
}

/// Whoever may approve it does not: it ends there. Why stands on the sheets of its documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRefused {
    pub release: ReleaseId,
}

impl Fact for ReleaseRefused {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let release = state.release(&self.release)?;
        require(release.status() == ReleaseStatus::Waiting, Rule::ReleaseOutOfOrder)?;
        state.require_may_refuse(release, by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(release) = state.releases.get_mut(&self.release) {
            release.refused = Some(Refusal { by: by.author.clone(), at_ms: by.at_ms, index: by.index });
            release.steps.push(by.index);
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::may_write(after.classes_of_release(&self.release)))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        before.step(Act::RefuseRelease, &self.release)
    }
}

/// It was decided that the package is written now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseWritten {
    pub release: ReleaseId,
}

impl Fact for ReleaseWritten {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let release = state.release(&self.release)?;
        // Written again, after a failure: the second package replaces the first.
        let ready = matches!(release.status(), ReleaseStatus::Approved | ReleaseStatus::Written);
        require(ready, Rule::ReleaseOutOfOrder)?;
        state.require_may_release(release, Stage::Write, by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(release) = state.releases.get_mut(&self.release) {
            release.written_ms = Some(by.at_ms);
            release.steps.push(by.index);
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::may_write(after.classes_of_release(&self.release)))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        before.step(Act::WriteRelease, &self.release)
    }
}

/// It is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRecalled {
    pub release: ReleaseId,
}

impl Fact for ReleaseRecalled {
    const WEIGHT: Weight = Weight::Single;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let by_role =
            state.has_role(by.author, Role::ReleaseAuthority) || state.has_role(by.author, Role::SecurityOfficer);
        let release = state.release(&self.release)?;
        require(by_role || release.requested_by == *by.author, Rule::NotReleaseAuthority)?;
        let ended = matches!(release.status(), ReleaseStatus::Recalled | ReleaseStatus::Refused);
        require(!ended, Rule::ReleaseOutOfOrder)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(release) = state.releases.get_mut(&self.release) {
            release.recalled = true;
            release.steps.push(by.index);
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::may_write(after.classes_of_release(&self.release)))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        before.step(Act::RecallRelease, &self.release)
    }
}

impl State {
    fn release(&self, id: &ReleaseId) -> Result<&ReleaseRecord, Rule> {
        self.releases.get(id).ok_or(Rule::UnknownRelease)
    }

    /// The record of a step of a release.
    fn step(&self, act: Act, id: &ReleaseId) -> AuditRecord {
        let record = AuditRecord::new(act).about("release", id.to_string());
        match self.releases.get(id) {
            Some(release) => release.about(record),
            None => record,
        }
    }

    /// The classes of the documents of a release.
    fn classes_of_release(&self, id: &ReleaseId) -> Vec<ClassId> {
        let documents = self.releases.get(id).into_iter().flat_map(|release| &release.documents);
        documents.filter_map(|id| self.documents.get(id)).map(|record| record.class).collect()
    }

    /// A refusal: by a release authority who did not ask for it himself.
    fn require_may_refuse(&self, release: &ReleaseRecord, by: &Context<'_>) -> Result<(), Rule> {
        let partner = self.partner_facts(&release.partner).ok_or(Rule::UnknownPartner)?;
        for document in &release.documents {
            let record = self.documents.get(document).ok_or(Rule::UnknownDocument)?;
            let question = ReleaseQuestion::of(Stage::Approve, by.author, release, &record, &partner);
            let objections = self.objections_to_refusal(&question, &record.class, by.at);
            require(!objections.into_iter().any(hard), Rule::ReleasedWithoutRight)?;
        }
        Ok(())
    }

    /// Request, approval and writing of a release: role, second person, partner; what the label says is known to fewer.
    fn require_may_release(&self, release: &ReleaseRecord, stage: Stage, by: &Context<'_>) -> Result<(), Rule> {
        let partner = self.partner_facts(&release.partner).ok_or(Rule::UnknownPartner)?;
        for document in &release.documents {
            let record = self.documents.get(document).ok_or(Rule::UnknownDocument)?;
            let question = ReleaseQuestion::of(stage, by.author, release, &record, &partner);
            let objections = self.objections_to_release(&question, &record.class, by.at);
            require(!objections.into_iter().any(hard), Rule::ReleasedWithoutRight)?;
        }
        Ok(())
    }
}
