//! Lost keys: others take their place, on the word of security officers.

use policy::four_eyes::Regime;
use seal::{VerifyingKey, Weight};
use serde::{Deserialize, Serialize};

use super::own_keys::NewKeys;
use super::{Admission, Officer};
use crate::assents::{Acts, Brings, ByTwo, Hindrance, Peers};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::rights::{Alone, SECURITY};
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

/// Whether somebody may give an officer other keys in the place of lost ones.
fn may_reissue(state: &State, officer: &OfficerId, by: &Context<'_>) -> Result<(), Rule> {
    state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
    require(officer != by.author, Rule::AboutOneself)?;
    state.require_active(officer)
}

/// An officer has lost his keys, and a security officer alone has let him in with new ones that he made himself. In an exercise:
/// under the full rules it takes two ([`ReissueMatter`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysReissued {
    pub officer: OfficerId,
    pub keys: NewKeys,
}

impl Fact for KeysReissued {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_reissue(state, &self.officer, by)?;
        self.keys.check(state, by, &self.officer, None)?;
        match state.regime() {
            Regime::Exercise => Ok(()),
            Regime::Full => Err(Rule::TakesTwo),
        }
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.replace_keys(&self.officer, &self.keys, true, by);
        // For all that the log knows, who gave him the keys may be the one who has them.
        if let Some(officer) = state.officers.get_mut(&self.officer) {
            officer.admission = Admission::OneWord(Alone::of(by));
        }
        let roles = state.officers.get(&self.officer).map(|officer| officer.facts.roles.clone());
        state.give_alone(&self.officer, &roles.unwrap_or_default(), by);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(after.parts_of_new_keys(&self.officer, &self.keys))
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::ReissueIdentity).about("officer", self.officer.to_string())
    }
}

/// That an officer who lost his keys is let in with new ones that he made himself. Until the yes they are nobody's; the entry of
/// the yes introduces them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReissueMatter {
    pub officer: OfficerId,
    pub keys: NewKeys,
    /// What the entry of the yes introduces.
    pub signs: VerifyingKey,
}

impl ReissueMatter {
    /// Whether the entry of a yes introduces the keys that were asked for, and none else.
    pub(crate) fn is_introduced(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.keys.check(state, by, &self.officer, None)
    }

    /// What the entry of the yes must have.
    pub(crate) fn parts(&self, after: &State) -> RequiredParts {
        after.parts_of_new_keys(&self.officer, &self.keys)
    }
}

impl ByTwo for ReissueMatter {
    const ACTS: Acts = Acts {
        asked: Act::RequestReissue,
        done: Act::ReissueIdentity,
        refused: Act::RefuseReissue,
        recalled: Act::RecallReissue,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_reissue(state, &self.officer, by)?;
        self.keys.are_free(state)?;
        require(self.keys.are_for(by.vault, &self.officer, None, &self.signs), Rule::KeysNotProven)
    }

    fn whom(&self) -> Option<&OfficerId> {
        Some(&self.officer)
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        let decided = state.officers.get(&self.officer).map(|officer| officer.keys_decided);
        Peers::security_officers(Some(&self.officer), decided)
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("officer", self.officer.to_string())
    }

    fn hindered(&self, state: &State) -> Option<Hindrance> {
        let active = state.officers.get(&self.officer).is_some_and(Officer::active);
        (!active || self.keys.are_free(state).is_err()).then_some(Hindrance::Overtaken)
    }

    fn brings(&self) -> Brings<'_> {
        Brings::Keys(self)
    }

    fn done(&self, state: &mut State, by: &Context<'_>) {
        state.replace_keys(&self.officer, &self.keys, true, by);
    }
}
