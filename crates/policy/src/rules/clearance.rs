//! Clearance, categories and groups, which one clearance must have together: the level of one clearance cannot be
//! combined with the categories of another. Those of an officer whose account is frozen count as suspended.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use label::{Level, RELEASABLE_TO};

use super::{Finding, Grade, Undecidable, names};
use crate::facts::{AccountStatus, ClearanceFacts, ClearanceStatus, OpenFacts};
use crate::reason::{Reason, ReasonCode};

/// What the document asks of a clearance.
struct Needs<'a> {
    /// None up to RESTREINT, which needs no clearance (art. 8 §2).
    grade: Option<Grade>,
    restrictive: Vec<(&'a String, &'a BTreeSet<String>)>,
    /// Permissive tags that do not name the officer's nation or a community of it.
    permissive: Vec<(&'a String, &'a BTreeSet<String>)>,
}

/// Returns what speaks against the nearest clearance: the one with the fewest reasons against it.
pub(super) fn clearance(facts: &OpenFacts<'_>, needed: Grade, on: NaiveDate) -> Finding {
    let needs = Needs {
        grade: (needed.level > Level::Restricted).then_some(needed),
        restrictive: facts.access.restrictive.iter().filter(|(_, values)| !values.is_empty()).collect(),
        permissive: facts.access.permissive.iter().filter(|(tag, values)| !is_own(facts, tag, values, on)).collect(),
    };
    if needs.grade.is_none() && needs.restrictive.is_empty() && needs.permissive.is_empty() {
        return Ok(Vec::new());
    }
    let mut nearest: Option<Vec<Reason>> = None;
    for clearance in facts.officer.clearances.iter().filter(|clearance| clearance.policy == facts.access.policy) {
        let reasons = against(facts, &needs, clearance, on)?;
        if nearest.as_ref().is_none_or(|best| (reasons.len(), &reasons) < (best.len(), best)) {
            nearest = Some(reasons);
        }
    }
    Ok(nearest.unwrap_or_else(|| without(&needs)))
}

fn against(facts: &OpenFacts<'_>, needs: &Needs<'_>, clearance: &ClearanceFacts, on: NaiveDate) -> Finding {
    let mut reasons = Vec::new();
    match clearance.status {
        ClearanceStatus::Valid if facts.officer.status == AccountStatus::Frozen => {
            reasons.push(ReasonCode::ClearanceSuspended.alone());
        }
        ClearanceStatus::Valid => {}
        ClearanceStatus::Suspended => reasons.push(ReasonCode::ClearanceSuspended.alone()),
        ClearanceStatus::Withdrawn => reasons.push(ReasonCode::ClearanceWithdrawn.alone()),
    }
    if on < clearance.from {
        reasons.push(ReasonCode::ClearanceNotYetValid.with(&[("from", &clearance.from)]));
    }
    if clearance.until < on {
        reasons.push(ReasonCode::ClearanceExpired.with(&[("until", &clearance.until)]));
    }
    if let Some(needed) = needs.grade {
        match Grade::of(facts.policy, &clearance.level) {
            Ok(grade) if grade.reaches(needed) => {}
            Ok(_) => reasons.push(ReasonCode::ClearanceLevel.alone()),
            // Out of force, it may well name a classification that the policy has given up since.
            Err(Undecidable) if !reasons.is_empty() => {}
            Err(Undecidable) => return Err(Undecidable),
        }
    }
    let held = |tag: &String| clearance.categories.get(tag);
    if !needs.restrictive.iter().all(|(tag, values)| held(tag).is_some_and(|held| values.is_subset(held))) {
        reasons.push(ReasonCode::CategoryMissing.alone());
    }
    if !needs.permissive.iter().all(|(tag, values)| held(tag).is_some_and(|held| !values.is_disjoint(held))) {
        reasons.push(ReasonCode::GroupMissing.alone());
    }
    Ok(reasons)
}

fn without(needs: &Needs<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if needs.grade.is_some() {
        reasons.push(ReasonCode::ClearanceMissing.alone());
    }
    if !needs.restrictive.is_empty() {
        reasons.push(ReasonCode::CategoryMissing.alone());
    }
    if !needs.permissive.is_empty() {
        reasons.push(ReasonCode::GroupMissing.alone());
    }
    reasons
}

/// ADatP-4774.1 asks for one value of each permissive tag. Releasability is a rule of its own; a value that is the
/// officer's nation or a community of it (`Context` = `NATO`) is held by nationality, as a clearance certificate
/// would say it.
fn is_own(facts: &OpenFacts<'_>, tag: &str, values: &BTreeSet<String>, on: NaiveDate) -> bool {
    let nation = &facts.officer.nationality;
    tag == RELEASABLE_TO || values.iter().any(|value| names(facts.communities, value, nation, on))
}
