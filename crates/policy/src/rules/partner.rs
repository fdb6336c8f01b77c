//! What a release needs, besides an officer who may open the document.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use label::{AccessPart, Level, RELEASABLE_TO};

use super::{Finding, admits};
use crate::facts::{Consent, Marked, OfficerFacts, PartnerFacts, ReleaseFacts, Role, Since, Stage, Word};
use crate::reason::{Reason, ReasonCode};

pub(super) fn release_role(stage: Stage, officer: &OfficerFacts) -> Finding {
    let required = match stage {
        Stage::Request => false,
        Stage::Approve | Stage::Write => true,
    };
    Ok(if required && !officer.roles.contains(&Role::ReleaseAuthority) {
        vec![ReasonCode::ReleaseAuthorityRequired.alone()]
    } else {
        Vec::new()
    })
}

/// From SECRET up nobody approves what they asked for, or what a person did with whom they are one; who writes the package
/// afterwards does not matter.
pub(super) fn second_person(facts: &ReleaseFacts<'_>, level: Level) -> Vec<Reason> {
    if level < Level::Secret {
        return Vec::new();
    }
    match (facts.stage, facts.word) {
        (Stage::Request, _) => Vec::new(),
        (Stage::Approve, Word::OfOne) if facts.officer.id != facts.requester => {
            vec![ReasonCode::OneWord.with(&[("officer", &facts.requester)])]
        }
        (Stage::Approve, Word::OfOne | Word::OfTwo) => own_request(Some(&facts.officer.id), facts.requester),
        (Stage::Write, _) => own_request(facts.approved_by, facts.requester),
    }
}

pub(super) fn own_request(by: Option<&str>, requester: &str) -> Vec<Reason> {
    if by == Some(requester) { vec![ReasonCode::OwnRequest.alone()] } else { Vec::new() }
}

/// Nothing is written that nobody approved.
pub(super) fn release_approval(stage: Stage, approved_by: Option<&str>) -> Finding {
    let required = match stage {
        Stage::Request | Stage::Approve => false,
        Stage::Write => true,
    };
    Ok(if required && approved_by.is_none() { vec![ReasonCode::NotApproved.alone()] } else { Vec::new() })
}

/// Who asked for a release, and who approved it, looked at one marking, one content and one title: the document goes out so or not at all.
pub(super) fn same_marking(marked: Marked) -> Finding {
    Ok(match marked {
        Marked::AsAsked => Vec::new(),
        Marked::Otherwise => vec![ReasonCode::MarkingChanged.alone()],
        Marked::NewVersion => vec![ReasonCode::VersionChanged.alone()],
        Marked::OtherWords => vec![ReasonCode::WordsChanged.alone()],
        Marked::Elsewhere => vec![ReasonCode::DossierChanged.alone()],
    })
}

/// Somebody else compared its key, and it is still the partner to whom it was to go when that was asked for.
pub(super) fn partner(partner: &PartnerFacts, since: Since) -> Finding {
    let found =
        [(!partner.confirmed, ReasonCode::PartnerUnconfirmed), (since == Since::Changed, ReasonCode::PartnerChanged)];
    let against = found.into_iter().filter(|(speaks, _)| *speaks);
    Ok(against.map(|(_, code)| code.with(&[("partner", &partner.id)])).collect())
}

pub(super) fn agreement(partner: &PartnerFacts, on: NaiveDate) -> Finding {
    Ok(match &partner.agreement {
        None => vec![ReasonCode::AgreementMissing.with(&[("partner", &partner.id)])],
        Some((_, Some(until))) if *until < on => {
            vec![ReasonCode::AgreementExpired.with(&[("partner", &partner.id), ("until", until)])]
        }
        Some(_) => Vec::new(),
    })
}

pub(super) fn ceiling(partner: &PartnerFacts, level: Level) -> Vec<Reason> {
    if partner.ceiling < level {
        vec![ReasonCode::PartnerCeiling.with(&[("partner", &partner.id), ("ceiling", &partner.ceiling)])]
    } else {
        Vec::new()
    }
}

/// As of an officer's clearance: every value of every restrictive tag.
pub(super) fn categories(partner: &PartnerFacts, access: &AccessPart) -> Vec<Reason> {
    let covered = |(tag, values): (&String, &BTreeSet<String>)| {
        values.is_empty() || partner.categories.get(tag).is_some_and(|covered| values.is_subset(covered))
    };
    if access.restrictive.iter().all(covered) {
        Vec::new()
    } else {
        vec![ReasonCode::PartnerCategoryMissing.with(&[("partner", &partner.id)])]
    }
}

/// The partner's nation, or a community that it was registered with, is in the audience. Where the table knows the
/// community, the table says who is in it on that day, whatever the partner was registered with.
pub(super) fn audience(facts: &ReleaseFacts<'_>, on: NaiveDate) -> Finding {
    let partner = facts.partner;
    let by_nation = admits(facts.access, facts.policy, facts.communities, &partner.nation, on)?;
    let by_community = facts.access.permissive.get(RELEASABLE_TO).is_some_and(|words| {
        let known = facts.communities.names();
        words.intersection(&partner.communities).any(|word| !known.contains(&word.as_str()))
    });
    Ok(if by_nation || by_community {
        Vec::new()
    } else {
        vec![ReasonCode::PartnerExcluded.with(&[("partner", &partner.id), ("nation", &partner.nation)])]
    })
}

/// Art. 10 and 7 §5: the originator's, or the foreign authority's, consent in force.
pub(super) fn consent(facts: &ReleaseFacts<'_>, on: NaiveDate) -> Finding {
    let mut reasons = Vec::new();
    if facts.orcon || facts.foreign {
        match facts.consent {
            None => reasons.push(ReasonCode::ConsentMissing.alone()),
            Some(consent) => reasons.extend(in_force(consent, on)),
        }
    }
    Ok(reasons)
}

/// What speaks against a consent on that day.
pub(super) fn in_force(consent: &Consent, on: NaiveDate) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if on < consent.from {
        reasons.push(ReasonCode::ConsentNotYetValid.with(&[("from", &consent.from)]));
    }
    if let Some(until) = consent.until
        && until < on
    {
        reasons.push(ReasonCode::ConsentExpired.with(&[("until", &until)]));
    }
    reasons
}
