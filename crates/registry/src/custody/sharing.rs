//! Who the custodians are: shared again by those who are custodians, and by nobody else.

use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{CarriedOver, Terms};
use crate::assents::{Answer, Answering, Assentable, Brings, Hindrance, Request, Step};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::keys::joined;
use crate::log::{Act, AuditRecord};
use crate::rights::Alone;
use crate::state::State;
use crate::{AssentId, ClassId, ForgedRule as Rule, OfficerId};
use policy::Role;
use policy::four_eyes::Regime;

impl Terms {
    fn describe(&self, record: AuditRecord) -> AuditRecord {
        let custodians: Vec<&OfficerId> = self.custodians.iter().collect();
        record
            .about("threshold", self.threshold.to_string())
            .about("custodians", joined(&custodians))
            .about("waiting", self.waiting_hours.to_string())
    }
}

/// The one custodian of an exercise shares custody again, by himself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyShared {
    pub terms: Terms,
    pub over: CarriedOver,
}

impl Fact for CustodyShared {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(state.is_custodian(by.author), Rule::NotCustodian)?;
        require(state.shares_alone(by.author), Rule::TakesTwo)?;
        require(self.over.carrier == *by.author, Rule::AboutAnother)?;
        state.require_orphans(&self.over, by)?;
        state.require_terms(&self.terms)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.share_custody(&self.terms, &self.over, by);
        state.custody.set_alone(Some(Alone::of(by)));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        let epoch = before.custody.epoch() + 1;
        self.terms.describe(AuditRecord::new(Act::ShareCustody)).about("custody", epoch.to_string())
    }
}

/// That custody is shared again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharingMatter {
    pub terms: Terms,
    /// The number of the sharing that it takes the place of, and how many of its custodians say yes.
    pub replaces: u32,
    pub threshold: u8,
    pub over: CarriedOver,
}

impl SharingMatter {
    /// The same terms in place of the same sharing, no matter who carries over what.
    pub(crate) fn asks_the_same(&self, other: &SharingMatter) -> bool {
        self.terms == other.terms && self.replaces == other.replaces
    }

    /// Whether the yes of an officer hands over shares of what is carried over.
    pub fn hands_over(&self, state: &State, officer: &OfficerId) -> bool {
        let dealt = state.custody.at(self.replaces).is_some_and(|sharing| sharing.terms.custodians.contains(officer));
        dealt && !self.over.keys.is_empty()
    }

    /// Whether it waits as long as a use: where what nobody holds comes to one person by it, and where uses would wait for a shorter
    /// time from then on. Else two could take the waiting time away, and use custody, before anybody else hears of it.
    pub fn waits(&self, state: &State) -> bool {
        let now = state.custody.now().map_or(0, |sharing| sharing.terms.waiting_hours);
        !self.over.keys.is_empty() || self.terms.waiting_hours < now
    }

    /// Whether the yes that an officer said counts still. Where custody takes one, it was done with it: a sole custodian who asks
    /// needs the yes of somebody who is none.
    pub(crate) fn counts(&self, state: &State, officer: &OfficerId) -> bool {
        self.threshold == 1 || state.is_custodian(officer)
    }

    /// Whether what is carried over is still nobody's: what somebody holds again is handed to nobody.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn require_orphans(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_orphans(&self.over, by)
    }

    /// Whether a yes may be said now.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn require_waited(&self, state: &State, request: &Request, at_ms: i64) -> Result<(), Rule> {
        if self.waits(state) { state.require_custody_waited(request, at_ms) } else { Ok(()) }
    }

    /// Whether an answer of an officer counts.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn may_answer(
        &self,
        answer: Answer,
        state: &State,
        request: &Request,
        officer: &OfficerId,
    ) -> Result<(), Rule> {
        match answer {
            Answer::Yes => {
                require(self.replaces == state.custody.epoch(), Rule::RequestStale)?;
                state.require_terms(&self.terms)?;
                let own = request.by == *officer;
                require(!own || state.own_yes_counts(), Rule::OwnRequest)?;
                require(state.oversees_custody(&request.by), Rule::RequesterNotInCharge)?;
                // A sole custodian asks himself: the second person is a security officer.
                let second = !own
                    && !state.own_yes_counts()
                    && state.is_custodian(&request.by)
                    && state.has_role(officer, Role::SecurityOfficer);
                require(second || state.is_custodian(officer), Rule::NotCustodian)
            }
            Answer::No => {
                require(request.by != *officer, Rule::OwnRequest)?;
                require(state.oversees_custody(officer), Rule::NotCustodian)
            }
            Answer::Withdrawn => {
                require(request.waits(), Rule::RequestOver)?;
                require(request.by == *officer, Rule::AboutAnother)
            }
        }
    }
}

impl Assentable for SharingMatter {
    fn needed(&self) -> usize {
        self.threshold.into()
    }

    fn may_ask(&self, state: &State, _: &Request, by: &Context<'_>) -> Result<(), Rule> {
        require(state.oversees_custody(by.author), Rule::NotCustodian)?;
        let present = (self.replaces, self.threshold) == (state.custody.epoch(), state.custody.threshold());
        require(present && self.threshold > 0, Rule::RequestStale)?;
        require(self.over.carrier == *by.author, Rule::AboutAnother)?;
        state.require_orphans(&self.over, by)?;
        state.require_terms(&self.terms)
    }

    fn answering(&self, _: &State) -> Answering<'_> {
        Answering::Sharing(self)
    }

    fn classes(&self, _: &State) -> Vec<ClassId> {
        Vec::new()
    }

    fn act(&self, step: Step) -> Act {
        match step {
            Step::Asked => Act::RequestSharing,
            Step::Answered(Answer::Yes) => Act::AssentSharing,
            Step::Answered(Answer::No) => Act::RefuseSharing,
            Step::Answered(Answer::Withdrawn) => Act::RecallSharing,
        }
    }

    fn about(&self, request: &AssentId, record: AuditRecord) -> AuditRecord {
        let epoch = self.replaces + 1;
        self.terms.describe(record).about("custody", epoch.to_string()).about("request", request.to_string())
    }

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Nobody
    }

    fn hindered(&self, _: &State) -> Option<Hindrance> {
        None
    }

    fn brings(&self) -> Brings<'_> {
        Brings::OrphanShares(self)
    }

    fn done(&self, state: &mut State, by: &Context<'_>) {
        state.share_custody(&self.terms, &self.over, by);
    }
}

impl State {
    /// Whether an officer is all that custody takes, and the vault an exercise.
    pub fn shares_alone(&self, officer: &OfficerId) -> bool {
        match self.regime() {
            Regime::Exercise => self.custody.threshold() == 1 && self.is_custodian(officer),
            Regime::Full => false,
        }
    }
}
