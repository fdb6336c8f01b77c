//! Releases: documents that go to a partner. That they may is a matter of assent; that the package is written is a fact of
//! its own.

use std::collections::BTreeMap;

use policy::{Consent, Marked, ReasonCode, Role, Stage};
use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::assents::{Answer, Answering, Assentable, End, Request, Step, yes_is_all};
use crate::documents::DocumentRecord;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::keys::joined;
use crate::log::{Act, AuditRecord};
use crate::questions::ReleaseQuestion;
use crate::rights::hard;
use crate::state::State;
use crate::{AssentId, ClassId, DocumentId, ForgedRule as Rule, OfficerId, PartnerId, ReleaseId};

/// What is to be released, and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseMatter {
    pub partner: PartnerId,
    pub documents: Vec<DocumentId>,
    pub consents: BTreeMap<DocumentId, Consent>,
}

/// A release as everybody's program knows it: what was asked for, what the others said, and whether it was written.
#[derive(Clone, Copy, Debug)]
pub struct ReleaseRecord<'s> {
    pub of: &'s ReleaseMatter,
    pub request: &'s Request,
    /// None: no package was written.
    pub written: Option<&'s Writings>,
}

/// The packages that were written of a release: a later one takes the place of an earlier one, which may be with the partner
/// all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writings {
    pub times: u32,
    /// Who wrote the last one.
    pub by: OfficerId,
    /// When the last one was, in milliseconds since 1970.
    pub at_ms: i64,
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

impl ReleaseRecord<'_> {
    /// Whether a document of it was marked otherwise since it was asked for, is in another dossier, has another version, or
    /// what is written of it was put right: each of these is an entry.
    pub fn marked(&self, document: &DocumentRecord) -> Marked {
        marked(self.request, document)
    }

    pub fn status(&self) -> ReleaseStatus {
        match (&self.request.end, self.written) {
            (None, _) => ReleaseStatus::Waiting,
            (Some(End::Granted), None) => ReleaseStatus::Approved,
            (Some(End::Granted), Some(_)) => ReleaseStatus::Written,
            (Some(End::Refused(_)), _) => ReleaseStatus::Refused,
            (Some(End::Withdrawn(_)), _) => ReleaseStatus::Recalled,
        }
    }
}

fn marked(request: &Request, document: &DocumentRecord) -> Marked {
    // What the entry that asks changes, it changes after it asked.
    let since = |index: u64| index >= request.index;
    if document.decided.iter().any(|decision| since(*decision) && document.moved_at(*decision)) {
        Marked::Otherwise
    } else if since(document.index) {
        Marked::Elsewhere
    } else if document.versions.last().is_some_and(|last| since(last.index)) {
        Marked::NewVersion
    } else if document.corrected.last().is_some_and(|last| since(*last)) {
        // What is written of it stands in the manifest of the package.
        Marked::OtherWords
    } else {
        Marked::AsAsked
    }
}

impl ReleaseMatter {
    /// What every line about it says.
    pub fn record(&self, act: Act, id: &ReleaseId) -> AuditRecord {
        AuditRecord::new(act)
            .about("release", id.to_string())
            .about("partner", self.partner.to_string())
            .about("documents", joined(&self.documents))
    }

    /// What persons and roles say against a step, of each document: who asks, approves or writes, second person, partner.
    /// What the label says is known to fewer.
    fn require_none(
        &self,
        state: &State,
        request: &Request,
        stage: Stage,
        by: &Context<'_>,
        against: impl Fn(&ReleaseQuestion<'_>, &ClassId) -> Vec<ReasonCode>,
    ) -> Result<(), Rule> {
        let partner = state.partner_facts(&self.partner).ok_or(Rule::UnknownPartner)?;
        let since = state.partner_since(&self.partner, request);
        for document in &self.documents {
            let record = state.documents.get(document).ok_or(Rule::UnknownDocument)?;
            let marked = marked(request, &record);
            let question = ReleaseQuestion::of(stage, by.author, request, marked, (&partner, since));
            require(!against(&question, &record.class).into_iter().any(hard), Rule::ReleasedWithoutRight)?;
        }
        Ok(())
    }

    fn require_may_release(
        &self,
        state: &State,
        request: &Request,
        stage: Stage,
        by: &Context<'_>,
    ) -> Result<(), Rule> {
        for document in &self.documents {
            state.documents.get(document).ok_or(Rule::UnknownDocument)?.require_there()?;
        }
        self.require_none(state, request, stage, by, |question, class| {
            state.objections_to_release(question, class, by.at)
        })
    }

    pub(crate) fn may_answer(
        &self,
        answer: Answer,
        state: &State,
        request: &Request,
        by: &Context<'_>,
    ) -> Result<(), Rule> {
        match answer {
            // From SECRET up it takes another: that the decision says.
            Answer::Yes => {
                require(state.works(&request.by), Rule::RequesterNotInCharge)?;
                self.require_may_release(state, request, Stage::Approve, by)
            }
            // By a release authority who did not ask for it himself.
            Answer::No => self.require_none(state, request, Stage::Approve, by, |question, class| {
                state.objections_to_refusal(question, class, by.at)
            }),
            // What was approved or written is recalled as well.
            Answer::Withdrawn => {
                let by_role =
                    [Role::ReleaseAuthority, Role::SecurityOfficer].iter().any(|role| state.has_role(by.author, *role));
                require(by_role || request.by == *by.author, Rule::NotReleaseAuthority)
            }
        }
    }
}

impl Assentable for ReleaseMatter {
    fn needed(&self) -> usize {
        1
    }

    fn may_ask(&self, state: &State, request: &Request, by: &Context<'_>) -> Result<(), Rule> {
        require(state.partners.contains_key(&self.partner), Rule::UnknownPartner)?;
        require(!self.documents.is_empty(), Rule::ReleaseOfNothing)?;
        require(self.documents.iter().all(|id| state.documents.contains(id)), Rule::UnknownDocument)?;
        self.require_may_release(state, request, Stage::Request, by)
    }

    fn answering(&self, _: &State) -> Answering<'_> {
        Answering::Release(self)
    }

    fn classes(&self, state: &State) -> Vec<ClassId> {
        self.documents.iter().filter_map(|id| state.documents.get(id)).map(|record| record.class).collect()
    }

    fn act(&self, step: Step) -> Act {
        match step {
            Step::Asked => Act::RequestRelease,
            Step::Answered(Answer::Yes) => Act::ApproveRelease,
            Step::Answered(Answer::No) => Act::RefuseRelease,
            Step::Answered(Answer::Withdrawn) => Act::RecallRelease,
        }
    }

    fn about(&self, request: &AssentId, record: AuditRecord) -> AuditRecord {
        let about = self.record(Act::RequestRelease, &ReleaseId::from(request));
        AuditRecord { detail: about.detail, ..record }
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Nobody
    }

    yes_is_all!();

    /// It may be written now: that its request says.
    fn done(&self, _: &mut State, _: &Context<'_>) {}
}

/// It was decided that the package is written now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseWritten {
    pub release: ReleaseId,
}

impl Fact for ReleaseWritten {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Step(|fact| ((&fact.release).into(), Act::WriteRelease));

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let release = state.release(&self.release).ok_or(Rule::UnknownRelease)?;
        // Written again, after a failure: the second package replaces the first.
        let ready = matches!(release.status(), ReleaseStatus::Approved | ReleaseStatus::Written);
        require(ready, Rule::ReleaseOutOfOrder)?;
        release.of.require_may_release(state, release.request, Stage::Write, by)?;
        // To write the package is to open what is in it, and what two open nobody opens alone.
        for document in &release.of.documents {
            let record = state.documents.get(document).ok_or(Rule::UnknownDocument)?;
            state.require_one_or_two(document, &record, by)?;
        }
        Ok(())
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let times = state.written.get(&self.release).map_or(0, |before| before.times).saturating_add(1);
        let writings = Writings { times, by: by.author.clone(), at_ms: by.at_ms };
        state.written.insert(self.release.clone(), writings);
        if let Some(request) = state.assents.get_mut(&AssentId::from(&self.release)) {
            request.steps.push(by.index);
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let classes = after.release(&self.release).map(|release| release.of.classes(after));
        Ok(RequiredParts::may_write(classes.unwrap_or_default()))
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        match before.release(&self.release) {
            Some(release) => release.of.record(Act::WriteRelease, &self.release),
            None => AuditRecord::new(Act::WriteRelease).about("release", self.release.to_string()),
        }
    }
}

impl State {
    pub fn release(&self, id: &ReleaseId) -> Option<ReleaseRecord<'_>> {
        self.record_of_release(id, self.assents.get(&AssentId::from(id))?)
    }

    /// All of them, by id.
    pub fn releases(&self) -> impl Iterator<Item = (ReleaseId, ReleaseRecord<'_>)> {
        self.assents.iter().filter_map(|(id, request)| {
            let id = ReleaseId::from(id);
            let record = self.record_of_release(&id, request)?;
            Some((id, record))
        })
    }

    fn record_of_release<'s>(&'s self, id: &ReleaseId, request: &'s Request) -> Option<ReleaseRecord<'s>> {
        let of = request.matter.release()?;
        Some(ReleaseRecord { of, request, written: self.written.get(id) })
    }
}
