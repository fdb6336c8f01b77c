//! What an officer needs besides a clearance.

use chrono::NaiveDate;
use label::Level;

use super::{Finding, Grade, admits};
use crate::facts::{AccountStatus, BriefingFacts, Function, MembershipFacts, OfficerFacts, OpenFacts};
use crate::reason::{Reason, ReasonCode};

pub(super) fn account(officer: &OfficerFacts) -> Finding {
    Ok(match officer.status {
        AccountStatus::Active => Vec::new(),
        AccountStatus::Frozen => vec![ReasonCode::AccountFrozen.alone()],
        AccountStatus::Disabled => vec![ReasonCode::AccountDisabled.alone()],
    })
}

/// Art. 8 §2: from RESTREINT up, a briefing for that policy that covers the level.
pub(super) fn briefing(facts: &OpenFacts<'_>, needed: Grade, on: NaiveDate) -> Finding {
    if needed.level == Level::Unclassified {
        return Ok(Vec::new());
    }
    let mut nearest: Option<Vec<Reason>> = None;
    for briefing in facts.officer.briefings.iter().filter(|briefing| briefing.policy == facts.access.policy) {
        let reasons = against(facts, briefing, needed, on)?;
        if nearest.as_ref().is_none_or(|best| (reasons.len(), &reasons) < (best.len(), best)) {
            nearest = Some(reasons);
        }
    }
    Ok(nearest.unwrap_or_else(|| vec![ReasonCode::BriefingMissing.alone()]))
}

fn against(facts: &OpenFacts<'_>, briefing: &BriefingFacts, needed: Grade, on: NaiveDate) -> Finding {
    let mut reasons = Vec::new();
    if briefing.date > on {
        reasons.push(ReasonCode::BriefingNotYetGiven.with(&[("date", &briefing.date)]));
    }
    if !Grade::of(facts.policy, &briefing.level)?.reaches(needed) {
        reasons.push(ReasonCode::BriefingLevel.alone());
    }
    Ok(reasons)
}

/// Art. 8 §2: outside his function an officer sees RESTREINT at most, and that only as its originator has authorised.
pub(super) fn function(facts: &OpenFacts<'_>, level: Level, on: NaiveDate) -> Vec<Reason> {
    let Function::Outside { authorised } = &facts.officer.function else { return Vec::new() };
    match level {
        Level::Unclassified => Vec::new(),
        Level::Restricted => match authorised.as_ref().filter(|of| of.policies.contains(&facts.access.policy)) {
            None => vec![ReasonCode::AuthorisationMissing.alone()],
            Some(of) if of.until < on => vec![ReasonCode::AuthorisationExpired.with(&[("until", &of.until)])],
            Some(_) => Vec::new(),
        },
        Level::Confidential | Level::Secret | Level::TopSecret => vec![ReasonCode::OutsideFunction.alone()],
    }
}

pub(super) fn nationality(facts: &OpenFacts<'_>, on: NaiveDate) -> Finding {
    let nation = &facts.officer.nationality;
    Ok(if admits(facts.access, facts.policy, facts.communities, nation, on)? {
        Vec::new()
    } else {
        vec![ReasonCode::NationalityExcluded.with(&[("nationality", nation)])]
    })
}

pub(super) fn need_to_know(membership: Option<&MembershipFacts>, on: NaiveDate) -> Finding {
    let listed =
        membership.is_some_and(|membership| membership.from <= on && membership.until.is_none_or(|until| on <= until));
    Ok(if listed { Vec::new() } else { vec![ReasonCode::NeedToKnowMissing.alone()] })
}
