//! Clearances and briefings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use policy::{BriefingFacts, ClearanceFacts, ClearanceStatus};
use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{Concerns, Context, Fact, RequiredParts, require};
use crate::keys::KeyName;
use crate::log::{Act, AuditRecord};
use crate::people::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

/// The longest that a clearance is valid, in years.
const YEARS: u32 = 5;

/// What a clearance rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Papers {
    pub certificate: String,
    pub authority: String,
}

/// The last day on which a clearance that begins on a day may end.
pub fn latest_end(from: NaiveDate) -> Option<NaiveDate> {
    from.checked_add_months(Months::new(12 * YEARS))
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

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_clear(state, &self.officer, by)?;
        require(self.from <= self.until, Rule::DatesContradict)?;
        require(latest_end(self.from).is_some_and(|latest| self.until <= latest), Rule::ClearanceTooLong)
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        officer.facts.clearances.push(ClearanceFacts {
            policy: self.policy.clone(),
            level: self.level.clone(),
            categories: self.categories.clone(),
            from: self.from,
            until: self.until,
            status: ClearanceStatus::Valid,
        });
        officer.papers.push(Papers { certificate: self.certificate.clone(), authority: self.authority.clone() });
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

    fn concerns(&self) -> Concerns<'_> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::GrantClearance)
            .about("officer", self.officer.to_string())
            .about("policy", self.policy.clone())
            .about("level", self.level.clone())
            .about("from", self.from.to_string())
            .about("until", self.until.to_string())
            .about("certificate", self.certificate.clone())
            .about("authority", self.authority.clone())
            .with_categories(&self.categories)
    }
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

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_clear(state, &self.officer, by)
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        for clearance in officer.facts.clearances.iter_mut().filter(|c| c.policy == self.policy) {
            // A withdrawal is for ever: whoever is cleared again gets another clearance.
            if clearance.status != ClearanceStatus::Withdrawn {
                clearance.status = self.status;
            }
        }
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

    fn concerns(&self) -> Concerns<'_> {
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

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        may_clear(state, &self.officer, by)
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

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns(&self) -> Concerns<'_> {
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
