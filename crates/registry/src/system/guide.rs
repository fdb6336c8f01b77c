//! The classification guide.

use policy::guide::Guide;
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{GuideInForce, PutInForce};
use crate::assents::{Acts, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

/// The classification guide from here on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideReplaced {
    pub guide: Guide,
}

impl Fact for GuideReplaced {
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

    fn record(&self, _: &State) -> AuditRecord {
        self.describe(AuditRecord::new(Act::ReplaceGuide))
    }
}

impl GuideReplaced {
    fn put(&self, state: &mut State, put: PutInForce) {
        state.guide = Some(GuideInForce { guide: self.guide.clone(), put });
    }

    fn fits(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        // Its shape alone: what a guide may call for depends on policies that later programs may extend.
        require(self.guide.misshapen().is_none(), Rule::GuideMisshapen)
    }
}

/// Under the full rules: asked for by one security officer, in force with the yes of another.
impl ByTwo for GuideReplaced {
    const ACTS: Acts = Acts {
        asked: Act::RequestGuide,
        done: Act::ReplaceGuide,
        refused: Act::RefuseGuide,
        recalled: Act::RecallGuide,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        None
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        Peers::security_officers(None, state.guide.as_ref().map(|guide| guide.put.index))
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record
            .about("topics", self.guide.topics.len().to_string())
            .about("aggregation", self.guide.aggregation.to_string())
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        self.put(state, PutInForce::by(by, false));
    }
}
