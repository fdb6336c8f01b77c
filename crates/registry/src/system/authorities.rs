//! The authorities that the vault speaks for.

use policy::authorities::OwnAuthorities;
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{AuthoritiesInForce, PutInForce};
use crate::assents::{Acts, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

/// The authorities that the vault speaks for from here on, in addition to its own name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthoritiesReplaced {
    pub authorities: OwnAuthorities,
}

impl Fact for AuthoritiesReplaced {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)?;
        require(!state.rules_take_two(), Rule::TakesTwo)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        self.put(state, PutInForce::by(by, true));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        let (added, removed) = before.authorities.list.changes(&self.authorities);
        match (added.as_slice(), removed.as_slice()) {
            ([added], []) => AuditRecord::new(Act::AddAuthority).about("authority", added.clone()),
            ([], [removed]) => AuditRecord::new(Act::RemoveAuthority).about("authority", removed.clone()),
            _ => self.describe(AuditRecord::new(Act::ReplaceAuthorities)),
        }
    }
}

impl AuthoritiesReplaced {
    fn put(&self, state: &mut State, put: PutInForce) {
        state.authorities = AuthoritiesInForce { list: self.authorities.clone(), put: Some(put) };
    }

    fn fits(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(self.authorities.flaw(&state.name).is_none(), Rule::AuthoritiesMisshapen)
    }
}

/// Under the full rules: asked for by one security officer, in force with the yes of another.
impl ByTwo for AuthoritiesReplaced {
    const ACTS: Acts = Acts {
        asked: Act::RequestAuthorities,
        done: Act::ReplaceAuthorities,
        refused: Act::RefuseAuthorities,
        recalled: Act::RecallAuthorities,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        None
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        Peers::security_officers(None, state.authorities.put.as_ref().map(|put| put.index))
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("authority", self.authorities.names().join("; "))
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        self.put(state, PutInForce::by(by, false));
    }
}
