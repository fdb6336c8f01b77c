//! Whether documents are for an officer's function. Outside it he sees RESTREINT at most, and that only as its originator has
//! authorised: which takes two.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use policy::four_eyes::function_takes_two;
use policy::{AuthorisationFacts, Function};
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::Officer;
use crate::assents::{Acts, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::keys::joined;
use crate::log::{Act, AuditRecord};
use crate::rights::{Alone, SECURITY};
use crate::state::{State, day};
use crate::{ForgedRule as Rule, OfficerId};

/// What somebody outside his function may see, and on what that rests: the originator's notice says the limits of use and the
/// measures of protection (art. 8 §2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authorisation {
    /// Under which policies he sees what is marked RESTREINT or its like.
    pub policies: BTreeSet<String>,
    /// The originator who allows it.
    pub authority: String,
    /// Of the notice that he signed.
    pub reference: String,
    /// Last day.
    pub until: NaiveDate,
}

/// An authorisation that an officer has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authorised {
    pub of: Authorisation,
    /// Who gave it alone, though under the full rules it takes two.
    pub alone: Option<Alone>,
}

/// Documents are for an officer's function from here on, or are not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ForFunction {
    Within {},
    Outside {
        #[serde(deserialize_with = "Option::deserialize")]
        authorised: Option<Authorisation>,
    },
}

impl ForFunction {
    fn facts(&self) -> Function {
        match self {
            ForFunction::Within {} => Function::Within,
            ForFunction::Outside { authorised } => {
                let facts = |of: &Authorisation| AuthorisationFacts { policies: of.policies.clone(), until: of.until };
                Function::Outside { authorised: authorised.as_ref().map(facts) }
            }
        }
    }

    fn authorised(&self) -> Option<&Authorisation> {
        match self {
            ForFunction::Within {} => None,
            ForFunction::Outside { authorised } => authorised.as_ref(),
        }
    }

    /// Whether it gives something. To take away is one person's.
    fn gives(&self) -> bool {
        match self {
            ForFunction::Within {} => true,
            ForFunction::Outside { authorised } => authorised.is_some(),
        }
    }

    fn as_str(&self) -> &'static str {
        match self {
            ForFunction::Within {} => "within",
            ForFunction::Outside { .. } => "outside",
        }
    }
}

impl Officer {
    /// Whether documents are for his function, as it was entered.
    pub fn standing(&self) -> ForFunction {
        match self.facts.function {
            Function::Within => ForFunction::Within {},
            Function::Outside { .. } => {
                ForFunction::Outside { authorised: self.authorised.as_ref().map(|authorised| authorised.of.clone()) }
            }
        }
    }
}

/// An officer works here within his function, or outside it. What gives something takes two under the full rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunctionSet {
    pub officer: OfficerId,
    pub function: ForFunction,
}

impl Fact for FunctionSet {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)?;
        require(!self.takes_two(state), Rule::TakesTwo)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        self.enter(state, by, Some(Alone::of(by)));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.describe(AuditRecord::new(Act::ChangeFunction))
    }
}

impl FunctionSet {
    /// Whether one security officer asks for it and another says yes.
    pub fn takes_two(&self, state: &State) -> bool {
        function_takes_two(state.regime()) && self.function.gives()
    }

    fn fits(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(self.officer != *by.author, Rule::AboutOneself)?;
        let officer = state.officers.get(&self.officer).ok_or(Rule::UnknownOfficer)?;
        require(officer.belongs(), Rule::OfficerNotActive)?;
        require(officer.standing() != self.function, Rule::FunctionUnchanged)?;
        let Some(of) = self.function.authorised() else { return Ok(()) };
        require(!of.policies.is_empty(), Rule::SaysNothing)?;
        require(day(by.at) <= of.until, Rule::DatesContradict)
    }

    fn enter(&self, state: &mut State, by: &Context<'_>, alone: Option<Alone>) {
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        officer.facts.function = self.function.facts();
        officer.authorised = self.function.authorised().map(|of| Authorised { of: of.clone(), alone });
        officer.function_decided = by.index;
    }
}

impl ByTwo for FunctionSet {
    const ACTS: Acts = Acts {
        asked: Act::RequestFunction,
        done: Act::ChangeFunction,
        refused: Act::RefuseFunction,
        recalled: Act::RecallFunction,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        Some(&self.officer)
    }

    fn peers(&self, state: &State) -> Peers<'_> {
        let decided = state.officers.get(&self.officer).map(|officer| officer.function_decided);
        Peers::security_officers(Some(&self.officer), decided)
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        let of = self.function.authorised();
        let policies = of.map(|of| joined(&of.policies.iter().collect::<Vec<_>>()));
        record
            .about("officer", self.officer.to_string())
            .about("function", self.function.as_str())
            .about_some("policy", policies)
            .about_some("authority", of.map(|of| of.authority.clone()))
            .about_some("reference", of.map(|of| of.reference.clone()))
            .about_some("until", of.map(|of| of.until.to_string()))
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        self.enter(state, by, None);
    }
}
