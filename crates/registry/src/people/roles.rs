//! What an officer is charged with, after he was let in.

use std::collections::BTreeSet;

use policy::Role;
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{Admission, Officer};
use crate::assents::{Acts, Brings, ByTwo, Hindrance, Peers};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::key_name::KeyName;
use crate::keys::joined;
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

impl Officer {
    /// His roles, but for that of a custodian, which comes and goes with a sharing of custody.
    pub fn given_roles(&self) -> BTreeSet<Role> {
        self.facts.roles.iter().copied().filter(|role| *role != Role::Custodian).collect()
    }

    fn set_roles(&mut self, roles: &BTreeSet<Role>, by: &Context<'_>) {
        let custodian = self.is(Role::Custodian).then_some(Role::Custodian);
        self.facts.roles = roles.iter().copied().chain(custodian).collect();
        self.lone_roles.retain(|role, _| roles.contains(role));
        self.roles_decided = by.index;
    }
}

/// An officer about whose roles somebody may decide.
fn decided_about<'s>(state: &'s State, officer: &OfficerId, by: &Context<'_>) -> Result<&'s Officer, Rule> {
    state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
    require(officer != by.author, Rule::AboutOneself)?;
    state.officers.get(officer).filter(|officer| officer.active()).ok_or(Rule::OfficerNotActive)
}

/// An officer has these roles from now on, and that of a custodian if he has it. An officer who may no longer overlook the log does not
/// know its key any more: it is renewed in the same entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RolesChanged {
    pub officer: OfficerId,
    pub roles: BTreeSet<Role>,
}

impl Fact for RolesChanged {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let has = decided_about(state, &self.officer, by)?.given_roles();
        let other = !self.roles.is_empty() && self.roles != has && !self.roles.contains(&Role::Custodian);
        require(other, Rule::NotTheseRoles)?;
        let given = self.roles.difference(&has).copied().collect();
        require(state.gives_alone(&given, by.author), Rule::TakesTwo)?;
        let takes = has.contains(&Role::SecurityOfficer) && !self.roles.contains(&Role::SecurityOfficer);
        require(!takes || state.leaves_somebody_to_stop(by.author, &self.officer), Rule::NobodyToStop)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(has) = state.officers.get(&self.officer).map(Officer::given_roles) else { return };
        let given: BTreeSet<Role> = self.roles.difference(&has).copied().collect();
        let admission = state.admission_by_one(&given, by);
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        officer.set_roles(&self.roles, by);
        if matches!((&officer.admission, &admission), (Admission::OneWord(_), Admission::Second(_))) {
            officer.admission = admission;
        }
        state.give_alone(&self.officer, &given, by);
    }

    fn parts(&self, after: &State, by: &Context<'_>) -> Result<RequiredParts, Rule> {
        let overlooks = after.entitled(&KeyName::Oversight, &self.officer, by.at);
        let (_, epoch) = after.current(&KeyName::Oversight).ok_or(Rule::UnknownKey)?;
        require(overlooks || !epoch.known_to.contains(&self.officer), Rule::TakenWithoutNewKeys)?;
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        describe(AuditRecord::new(Act::ChangeRoles), &self.officer, &self.roles)
    }
}

/// That an officer is given charges.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RolesMatter {
    pub officer: OfficerId,
    pub roles: BTreeSet<Role>,
    /// He is a reader only until then.
    pub instead_of_reader: bool,
}

impl RolesMatter {
    /// Whether the other asks for one of these roles for the same officer: with the yes to the one, the other would give it twice.
    pub(crate) fn asks_the_same(&self, other: &RolesMatter) -> bool {
        self.officer == other.officer && !self.roles.is_disjoint(&other.roles)
    }

    /// The roles that an officer has with them.
    pub fn with(&self, mut roles: BTreeSet<Role>) -> BTreeSet<Role> {
        if self.instead_of_reader {
            roles.remove(&Role::Reader);
        }
        roles.extend(&self.roles);
        roles
    }
}

impl ByTwo for RolesMatter {
    const ACTS: Acts =
        Acts { asked: Act::RequestRoles, done: Act::GiveRoles, refused: Act::RefuseRoles, recalled: Act::RecallRoles };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let has = decided_about(state, &self.officer, by)?.given_roles();
        let new = !self.roles.is_empty() && self.roles.is_disjoint(&has) && !self.roles.contains(&Role::Custodian);
        require(new, Rule::NotTheseRoles)
    }

    fn whom(&self) -> Option<&OfficerId> {
        Some(&self.officer)
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        let decided = state.officers.get(&self.officer).map(|officer| officer.roles_decided);
        Peers::security_officers(Some(&self.officer), decided)
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        describe(record, &self.officer, &self.roles)
    }

    /// An officer whose keys another chose may be that other.
    fn hindered(&self, state: &State) -> Option<Hindrance> {
        let officer = state.officers.get(&self.officer);
        officer.is_some_and(|officer| officer.renewal_due).then_some(Hindrance::KeysOfAnother)
    }

    fn brings(&self) -> Brings<'_> {
        Brings::Nothing
    }

    /// Two persons agree that he has a charge: whom one alone let in is an officer on the word of two from then on.
    fn done(&self, state: &mut State, by: &Context<'_>) {
        state.second |= self.roles.contains(&Role::SecurityOfficer);
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        let roles = self.with(officer.given_roles());
        officer.set_roles(&roles, by);
        officer.admission = Admission::Sound;
    }
}

fn describe(record: AuditRecord, officer: &OfficerId, roles: &BTreeSet<Role>) -> AuditRecord {
    let roles: Vec<Role> = roles.iter().copied().collect();
    record.about("officer", officer.to_string()).about("roles", joined(&roles))
}
