//! Clearances and briefings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use label::time::years_after;
use policy::four_eyes::{Regime, clearance_takes_two};
use policy::{BriefingFacts, ClearanceFacts, ClearanceStatus};
use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::assents::{Acts, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::policies::policies;
use crate::rights::{Alone, SECURITY};
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

/// The longest that a clearance is valid, in years.
const YEARS: u32 = 5;

/// What a clearance rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Papers {
    pub certificate: String,
    pub authority: String,
    /// Who granted it alone, though under the full rules it takes two.
    pub alone: Option<Alone>,
}

/// The last day on which a clearance that begins on a day may end.
pub fn latest_end(from: NaiveDate) -> Option<NaiveDate> {
    years_after(from, YEARS)
}

/// Whether somebody may enter what a clearance or a briefing says of an officer.
fn may_clear(state: &State, officer: &OfficerId, by: &Context<'_>) -> Result<(), Rule> {
    state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
    require(officer != by.author, Rule::AboutOneself)?;
    require(state.officers.contains_key(officer), Rule::UnknownOfficer)
}

/// An officer is cleared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClearanceGranted {
    pub officer: OfficerId,
    pub policy: String,
    pub level: String,
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub certificate: String,
    pub authority: String,
}

impl Fact for ClearanceGranted {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)?;
        require(!self.takes_two(state), Rule::TakesTwo)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let takes_two = self.takes_two_under(Regime::Full);
        self.enter(state, by, takes_two.then(|| Alone::of(by)));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.describe(AuditRecord::new(Act::GrantClearance))
    }
}

impl ClearanceGranted {
    /// The clearance, as decisions know it.
    pub fn facts(&self) -> ClearanceFacts {
        ClearanceFacts {
            policy: self.policy.clone(),
            level: self.level.clone(),
            categories: self.categories.clone(),
            from: self.from,
            until: self.until,
            status: ClearanceStatus::Valid,
        }
    }

    /// Its papers, before anybody has granted it.
    pub fn papers(&self) -> Papers {
        Papers { certificate: self.certificate.clone(), authority: self.authority.clone(), alone: None }
    }

    fn enter(&self, state: &mut State, by: &Context<'_>, alone: Option<Alone>) {
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        officer.decided.insert(self.policy.clone(), by.index);
        officer.facts.clearances.push(self.facts());
        officer.papers.push(Papers { alone, ..self.papers() });
    }

    /// Whether one security officer asks for it and another says yes.
    pub fn takes_two(&self, state: &State) -> bool {
        self.takes_two_under(state.regime())
    }

    fn takes_two_under(&self, regime: Regime) -> bool {
        clearance_takes_two(regime, policies().level(&self.policy, &self.level), &self.categories)
    }

    fn fits(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_clear(state, &self.officer, by)?;
        require(policies().has(&self.policy, &self.level), Rule::UnknownLevel)?;
        require(self.from <= self.until, Rule::DatesContradict)?;
        require(latest_end(self.from).is_some_and(|latest| self.until <= latest), Rule::ClearanceTooLong)
    }
}

/// Where a clearance takes two: asked for by one security officer, granted by the yes of another.
impl ByTwo for ClearanceGranted {
    const ACTS: Acts = Acts {
        asked: Act::RequestClearance,
        done: Act::GrantClearance,
        refused: Act::RefuseClearance,
        recalled: Act::RecallClearance,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        Some(&self.officer)
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        peers(state, &self.officer, &self.policy)
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record
            .about("officer", self.officer.to_string())
            .about("policy", self.policy.clone())
            .about("level", self.level.clone())
            .about("from", self.from.to_string())
            .about("until", self.until.to_string())
            .about("certificate", self.certificate.clone())
            .about("authority", self.authority.clone())
            .with_categories(&self.categories)
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        self.enter(state, by, None);
    }
}

impl State {
    /// Whether to end the suspension of an officer's clearances under a policy takes two: one of them reaches so far.
    pub fn reinstating_takes_two(&self, officer: &OfficerId, policy: &str) -> bool {
        let suspended = |clearance: &&ClearanceFacts| is_suspended(clearance, policy);
        let clearances = self.officers.get(officer).map(|officer| officer.facts.clearances.as_slice());
        clearances.unwrap_or_default().iter().filter(suspended).any(|clearance| takes_two(self.regime(), clearance))
    }

    /// The suspended clearances of an officer under a policy count again. `alone`: who decided it by himself.
    fn reinstate(&mut self, officer: &OfficerId, policy: &str, by: &Context<'_>, alone: Option<&Alone>) {
        let Some(officer) = self.officers.get_mut(officer) else { return };
        officer.decided.insert(policy.to_owned(), by.index);
        for (clearance, papers) in officer.facts.clearances.iter_mut().zip(&mut officer.papers) {
            if is_suspended(clearance, policy) {
                clearance.status = ClearanceStatus::Valid;
                if takes_two(Regime::Full, clearance) {
                    papers.alone = alone.cloned();
                }
            }
        }
    }
}

/// Whether it takes two to give a clearance, or to end its suspension.
pub(crate) fn takes_two(regime: Regime, clearance: &ClearanceFacts) -> bool {
    clearance_takes_two(regime, policies().level(&clearance.policy, &clearance.level), &clearance.categories)
}

fn is_suspended(clearance: &ClearanceFacts, policy: &str) -> bool {
    clearance.policy == policy && clearance.status == ClearanceStatus::Suspended
}

/// That the suspension of an officer's clearances under a policy ends, where that takes two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReinstateMatter {
    pub officer: OfficerId,
    pub policy: String,
}

impl ByTwo for ReinstateMatter {
    const ACTS: Acts = Acts {
        asked: Act::RequestReinstatement,
        done: Act::ReinstateClearance,
        refused: Act::RefuseReinstatement,
        recalled: Act::RecallReinstatement,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_clear(state, &self.officer, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        Some(&self.officer)
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        peers(state, &self.officer, &self.policy)
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("officer", self.officer.to_string()).about("policy", self.policy.clone())
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        state.reinstate(&self.officer, &self.policy, by, None);
    }
}

/// Those who may answer what is asked for about an officer's clearances under a policy.
fn peers<'m>(state: &State, officer: &'m OfficerId, policy: &str) -> Peers<'m> {
    let decided = state.officers.get(officer).and_then(|officer| officer.decided.get(policy).copied());
    Peers::security_officers(Some(officer), decided)
}

/// All clearances of an officer under a policy are suspended, withdrawn or valid again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClearanceChanged {
    pub officer: OfficerId,
    pub policy: String,
    pub status: ClearanceStatus,
}

impl Fact for ClearanceChanged {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_clear(state, &self.officer, by)?;
        match self.status {
            ClearanceStatus::Valid => {
                require(!state.reinstating_takes_two(&self.officer, &self.policy), Rule::TakesTwo)
            }
            ClearanceStatus::Suspended | ClearanceStatus::Withdrawn => Ok(()),
        }
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if self.status == ClearanceStatus::Valid {
            return state.reinstate(&self.officer, &self.policy, by, Some(&Alone::of(by)));
        }
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        officer.decided.insert(self.policy.clone(), by.index);
        for clearance in officer.facts.clearances.iter_mut().filter(|c| c.policy == self.policy) {
            // A withdrawal is for ever: anyone who is cleared again gets another clearance.
            if clearance.status != ClearanceStatus::Withdrawn {
                clearance.status = self.status;
            }
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(act_of(self.status))
            .about("officer", self.officer.to_string())
            .about("policy", self.policy.clone())
    }
}

/// The act by which clearances come to a status.
pub fn act_of(status: ClearanceStatus) -> Act {
    match status {
        ClearanceStatus::Valid => Act::ReinstateClearance,
        ClearanceStatus::Suspended => Act::SuspendClearance,
        ClearanceStatus::Withdrawn => Act::WithdrawClearance,
    }
}

/// An officer was briefed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BriefingRecorded {
    pub officer: OfficerId,
    pub policy: String,
    pub level: String,
    pub date: NaiveDate,
}

impl Fact for BriefingRecorded {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_clear(state, &self.officer, by)?;
        require(policies().has(&self.policy, &self.level), Rule::UnknownLevel)
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        let briefing = BriefingFacts { policy: self.policy.clone(), level: self.level.clone(), date: self.date };
        if let Some(officer) = state.officers.get_mut(&self.officer) {
            officer.facts.briefings.push(briefing);
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::RecordBriefing)
            .about("officer", self.officer.to_string())
            .about("policy", self.policy.clone())
            .about("level", self.level.clone())
            .about("date", self.date.to_string())
    }
}
