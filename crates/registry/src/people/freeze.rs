//! A freeze: an officer is stopped everywhere at once, by one security officer, before anything is decided about him. To lift
//! it takes two.

use policy::four_eyes::{Regime, Word};
use policy::{AccountStatus, Role};
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::Officer;
use crate::assents::{Acts, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId, ReplayError};

/// Who froze an account, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Freeze {
    pub by: OfficerId,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    /// Its entry.
    pub index: u64,
}

/// An officer is stopped. In the same entry the keys for everybody are renewed without him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerFrozen {
    pub officer: OfficerId,
}

impl Fact for OfficerFrozen {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(self.officer != *by.author, Rule::AboutOneself)?;
        state.require_active(&self.officer)?;
        require(state.could_be_lifted(&self.officer), Rule::NobodyToLift)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        officer.facts.status = AccountStatus::Frozen;
        officer.frozen = Some(Freeze { by: by.author.clone(), at_ms: by.at_ms, index: by.index });
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        after.require_common_keys_without(&self.officer)?;
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::FreezeOfficer).about("officer", self.officer.to_string())
    }
}

/// A freeze is lifted by one person: in an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerUnfrozen {
    pub officer: OfficerId,
}

impl Fact for OfficerUnfrozen {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(self.officer != *by.author, Rule::AboutOneself)?;
        state.require_frozen(&self.officer)?;
        match state.regime() {
            Regime::Exercise => Ok(()),
            Regime::Full => Err(Rule::TakesTwo),
        }
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.unfreeze(&self.officer, by);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::UnfreezeOfficer).about("officer", self.officer.to_string())
    }
}

/// That the freeze of an account is lifted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnfreezingMatter {
    pub officer: OfficerId,
    /// The entry of the freeze: another one is another matter.
    pub freeze: u64,
}

impl UnfreezingMatter {
    fn require_present(&self, state: &State) -> Result<(), Rule> {
        state.require_frozen(&self.officer)?;
        let frozen = state.officers.get(&self.officer).and_then(|officer| officer.frozen.as_ref());
        require(frozen.is_some_and(|frozen| frozen.index == self.freeze), Rule::RequestStale)
    }
}

impl ByTwo for UnfreezingMatter {
    const ACTS: Acts = Acts {
        asked: Act::RequestUnfreezing,
        done: Act::UnfreezeOfficer,
        refused: Act::RefuseUnfreezing,
        recalled: Act::RecallUnfreezing,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let charge = state.lifts_freezes();
        state.require_role(by.author, &[charge], not_in_charge(charge))?;
        require(self.officer != *by.author, Rule::AboutOneself)?;
        self.require_present(state)
    }

    fn whom(&self) -> Option<&OfficerId> {
        Some(&self.officer)
    }

    /// Once the freeze is over, whether it was lifted or the account disabled, nobody says yes any more.
    fn peers(&self, state: &State) -> Peers<'_> {
        let charge = state.lifts_freezes();
        let over = self.require_present(state).is_err();
        Peers {
            charge,
            or: not_in_charge(charge),
            ..Peers::security_officers(Some(&self.officer), over.then_some(u64::MAX))
        }
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("officer", self.officer.to_string())
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        state.unfreeze(&self.officer, by);
    }
}

fn not_in_charge(charge: Role) -> Rule {
    if charge == Role::Custodian { Rule::NotCustodian } else { Rule::NotSecurityOfficer }
}

impl State {
    /// The charge of those who lift a freeze: security officers; custodians where no two of those are left, so that nobody stays
    /// frozen because one person froze all who could free him.
    pub fn lifts_freezes(&self) -> Role {
        if self.has_two(Role::SecurityOfficer, None) { Role::SecurityOfficer } else { Role::Custodian }
    }

    /// Whether enough are left who could lift the freeze of an officer: where it takes two, two.
    pub fn could_be_lifted(&self, officer: &OfficerId) -> bool {
        match self.regime() {
            Regime::Exercise => true,
            Regime::Full => {
                self.has_two(Role::SecurityOfficer, Some(officer)) || self.has_two(Role::Custodian, Some(officer))
            }
        }
    }

    /// Whether somebody would be left who could stop a security officer, if he took the charge from another alone or disabled him:
    /// that is for good, and where nobody is left who decides about officers he would stand above everybody. Where a freeze does,
    /// which others lift, he freezes him. A vault where nobody could stop him before is no worse for it.
    pub fn leaves_somebody_to_stop(&self, author: &OfficerId, other: &OfficerId) -> bool {
        match self.regime() {
            Regime::Exercise => true,
            Regime::Full => {
                let charged = self.officers.get(other).is_some_and(|officer| officer.is(Role::SecurityOfficer));
                let no_freeze = charged && !self.could_be_lifted(other);
                no_freeze || !self.could_be_stopped(author, None) || self.could_be_stopped(author, Some(other))
            }
        }
    }

    /// Whether another security officer could stop one, now or once two custodians besides him have lifted his freeze.
    fn could_be_stopped(&self, author: &OfficerId, without: Option<&OfficerId>) -> bool {
        let others = || self.officers.iter().filter(|(id, _)| *id != author && without != Some(*id));
        let of_two = |id: &OfficerId, other: &OfficerId| self.word(id, other) == Word::OfTwo;
        let charged = |officer: &Officer| officer.belongs() && officer.is(Role::SecurityOfficer);
        let mut peers = others().filter(|(id, officer)| charged(officer) && of_two(id, author)).peekable();
        let back = peers.peek().is_some();
        let works = peers.any(|(_, officer)| officer.works());
        let lifted = || {
            let custodians: Vec<&OfficerId> = others().map(|(id, _)| id).filter(|id| self.is_custodian(id)).collect();
            custodians.iter().any(|one| custodians.iter().any(|two| one != two && of_two(one, two)))
        };
        works || (back && lifted())
    }

    /// Whether two besides somebody have a charge who are not one person for all that the log knows.
    fn has_two(&self, role: Role, besides: Option<&OfficerId>) -> bool {
        let has = |id: &&OfficerId| besides != Some(*id) && self.has_role(id, role);
        let charged: Vec<&OfficerId> = self.officers.keys().filter(has).collect();
        charged.iter().any(|one| charged.iter().any(|other| one != other && self.word(one, other) == Word::OfTwo))
    }

    pub(super) fn require_frozen(&self, officer: &OfficerId) -> Result<(), Rule> {
        let officer = self.officers.get(officer).ok_or(Rule::UnknownOfficer)?;
        require(officer.facts.status == AccountStatus::Frozen, Rule::NotFrozen)
    }

    /// In the entry that stops an officer, the keys that all hold by their role are renewed without him.
    pub(super) fn require_common_keys_without(&self, officer: &OfficerId) -> Result<(), Rule> {
        for key in [KeyName::Vault, KeyName::Oversight] {
            let (_, epoch) = self.current(&key).ok_or(Rule::UnknownKey)?;
            require(!epoch.known_to.contains(officer), Rule::DisabledWithoutNewKeys)?;
        }
        Ok(())
    }

    /// Nothing counts that an officer signs while he is frozen, or after he was disabled.
    pub(crate) fn require_not_stopped(&self, officer: &OfficerId) -> Result<(), Rule> {
        let status = self.officers.get(officer).map(|officer| officer.facts.status);
        match status {
            Some(AccountStatus::Active) => Ok(()),
            Some(AccountStatus::Frozen) => Err(Rule::OfficerFrozen),
            Some(AccountStatus::Disabled) | None => Err(Rule::OfficerNotActive),
        }
    }

    /// # Errors
    /// [`ReplayError::Frozen`], with who froze him.
    pub fn require_not_frozen(&self, officer: &OfficerId) -> Result<(), ReplayError> {
        let Some(Freeze { by, at_ms, .. }) = self.officers.get(officer).and_then(|officer| officer.frozen.as_ref())
        else {
            return Ok(());
        };
        let name = self.officers.get(by).map(|by| by.full_name.clone()).unwrap_or_default();
        Err(ReplayError::Frozen { by: by.clone(), name, at_ms: *at_ms })
    }

    fn unfreeze(&mut self, id: &OfficerId, by: &Context<'_>) {
        let Some(officer) = self.officers.get_mut(id) else { return };
        officer.facts.status = AccountStatus::Active;
        officer.frozen = None;
        self.give_back(id, by);
    }
}
