//! What a policy may not say: things that contradict each other, and references to what does not exist. Names and numbers
//! were checked while they were indexed.

use std::collections::HashMap;

use super::{Applied, EquivalentClassification, EquivalentValue, Parsed, Period, consequences};
use crate::PolicyError;

pub(crate) fn check(parsed: &Parsed) -> Result<(), PolicyError> {
    period(parsed.valid, 1)?;
    for class in &parsed.classifications {
        equivalents_of_class(parsed, &class.equivalents)?;
    }
    for set in &parsed.tag_sets {
        let mut said = HashMap::new();
        for equivalent in &set.equivalents {
            let (policy, line) = (&equivalent.policy, equivalent.line);
            known_policy(parsed, policy, line)?;
            let what = (&equivalent.name, &equivalent.id);
            if *said.entry(policy).or_insert(what) != what {
                return Err(PolicyError::EquivalentTwice { line, policy: policy.clone() });
            }
        }
        for tag in &set.tags {
            if tag.max.is_some_and(|max| max < tag.min) {
                return Err(PolicyError::SelectionBounds { line: tag.line, tag: tag.name.clone() });
            }
            for value in &tag.values {
                period(value.valid, value.line)?;
                equivalents_of_value(parsed, &value.equivalents)?;
            }
        }
    }
    consequences::check(parsed)?;
    if parsed.privacy.max.is_some_and(|max| max < parsed.privacy.min) {
        return Err(PolicyError::SelectionBounds { line: 1, tag: "privacyMarks".to_owned() });
    }
    Ok(())
}

fn period(period: Period, line: u32) -> Result<(), PolicyError> {
    match (period.not_before, period.not_after) {
        (Some(from), Some(until)) if from > until => Err(PolicyError::PeriodReversed { line }),
        _ => Ok(()),
    }
}

/// A reference to a policy must be in the list of equivalent policies, or be the default policy.
fn known_policy(parsed: &Parsed, name: &str, line: u32) -> Result<(), PolicyError> {
    let listed = parsed.equivalent_policies.iter().any(|policy| policy.name == name);
    let default = parsed.default_policy.as_ref().is_some_and(|(default, _)| default == name);
    if listed || default { Ok(()) } else { Err(PolicyError::UnknownPolicy { line, name: name.to_owned() }) }
}

fn equivalents_of_class(parsed: &Parsed, all: &[EquivalentClassification]) -> Result<(), PolicyError> {
    let mut said = HashMap::new();
    for one in all {
        known_policy(parsed, &one.policy, one.line)?;
        once(&mut said, &one.policy, one.applied, one.lacv, one.line)?;
    }
    Ok(())
}

fn equivalents_of_value(parsed: &Parsed, all: &[EquivalentValue]) -> Result<(), PolicyError> {
    let mut said = HashMap::new();
    for one in all {
        known_policy(parsed, &one.policy, one.line)?;
        // Several equivalents are several values; to discard and to translate contradict each other.
        once(&mut said, &one.policy, one.applied, one.discard, one.line)?;
    }
    Ok(())
}

/// Notes what is said for a policy in each direction, and refuses a second thing.
fn once<'p, T: PartialEq + Copy>(
    said: &mut HashMap<(&'p str, bool), T>,
    policy: &'p str,
    applied: Applied,
    what: T,
    line: u32,
) -> Result<(), PolicyError> {
    let directions: &[bool] = match applied {
        Applied::Encrypt => &[true],
        Applied::Decrypt => &[false],
        Applied::Both => &[true, false],
    };
    for direction in directions {
        if *said.entry((policy, *direction)).or_insert(what) != what {
            return Err(PolicyError::EquivalentTwice { line, policy: policy.to_owned() });
        }
    }
    Ok(())
}
