//! The system: its approval, its classification guide, the authorities that it speaks for.

mod approval;

use chrono::NaiveDate;
use label::Level;
use policy::authorities::OwnAuthorities;
use policy::four_eyes::Regime;
use policy::guide::Guide;
use policy::{ApprovalFacts, SystemFacts};
use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{Concerns, Context, Fact, RequiredParts, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

pub use approval::{ApprovalMatter, LoneRight, Right};

/// The approval in force.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Approval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: NaiveDate,
    pub at_ms: i64,
    pub by: OfficerId,
    /// Its entry.
    pub index: u64,
}

/// A guide that a security officer put in force.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GuideInForce {
    pub guide: Guide,
    pub at_ms: i64,
    pub by: OfficerId,
}

/// The authorities that the vault speaks for in addition to its own name, and who last changed their list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AuthoritiesInForce {
    pub list: OwnAuthorities,
    pub changed: Option<(i64, OfficerId)>,
}

impl State {
    /// The classification guide in force.
    pub fn guide(&self) -> &Guide {
        self.guide.as_ref().map_or_else(|| Guide::builtin(), |in_force| &in_force.guide)
    }

    /// The rules that it works under.
    pub fn regime(&self) -> Regime {
        if self.four_eyes { Regime::Full } else { Regime::Exercise }
    }

    pub fn system(&self) -> SystemFacts {
        let approval = self.approval.as_ref().map(|a| ApprovalFacts { ceiling: a.ceiling, until: a.until });
        SystemFacts { approval }
    }
}

/// The classification guide from here on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideReplaced {
    pub guide: Guide,
}

impl Fact for GuideReplaced {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        // Its shape alone: what a guide may call for depends on policies that later programs may extend.
        require(self.guide.misshapen().is_none(), Rule::GuideMisshapen)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.guide = Some(GuideInForce { guide: self.guide.clone(), at_ms: by.at_ms, by: by.author.clone() });
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::ReplaceGuide)
            .about("topics", self.guide.topics.len().to_string())
            .about("aggregation", self.guide.aggregation.to_string())
    }
}

/// The authorities that the vault speaks for from here on, in addition to its own name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthoritiesReplaced {
    pub authorities: OwnAuthorities,
}

impl Fact for AuthoritiesReplaced {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(self.authorities.flaw(&state.name).is_none(), Rule::AuthoritiesMisshapen)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let changed = Some((by.at_ms, by.author.clone()));
        state.authorities = AuthoritiesInForce { list: self.authorities.clone(), changed };
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        let (before, after) = (before.authorities.list.names(), self.authorities.names());
        let added: Vec<&String> = after.iter().filter(|name| !before.contains(name)).collect();
        let removed: Vec<&String> = before.iter().filter(|name| !after.contains(name)).collect();
        match (added.as_slice(), removed.as_slice()) {
            ([added], []) => AuditRecord::new(Act::AddAuthority).about("authority", (*added).clone()),
            ([], [removed]) => AuditRecord::new(Act::RemoveAuthority).about("authority", (*removed).clone()),
            _ => AuditRecord::new(Act::ReplaceAuthorities).about("authority", after.join("; ")),
        }
    }
}
