//! What a decision about a classification needs, besides an officer who may read the document (art. 7).

use chrono::NaiveDate;
use label::{AccessPart, Level, Policy};

use super::{Finding, Grade, Undecidable, approval, partner};
use crate::facts::{ActsFor, Authority, Motive, Nature, NewAccess, ReclassifyFacts};
use crate::reason::ReasonCode;

impl Nature {
    /// What it is to go from one marking to another; `to` none: to maintain it. None where a marking cannot be placed.
    pub fn between(access: &AccessPart, policy: &Policy, to: Option<NewAccess<'_>>) -> Option<Nature> {
        nature(access, policy, to.as_ref()).ok()
    }
}

/// What a decision is, by the two markings. Of two classifications of one policy its own order decides; else the common one.
fn nature(access: &AccessPart, policy: &Policy, to: Option<&NewAccess<'_>>) -> Result<Nature, Undecidable> {
    let old = Grade::of_document(policy, access)?;
    let Some(to) = to else { return Ok(Nature::Maintain) };
    let new = Grade::of_document(to.policy, to.access)?;
    let finer =
        if access.policy == to.access.policy { new.hierarchy.cmp(&old.hierarchy) } else { std::cmp::Ordering::Equal };
    Ok(match new.level.cmp(&old.level).then(finer) {
        std::cmp::Ordering::Less if new.level == Level::Unclassified => Nature::Declassify,
        std::cmp::Ordering::Less => Nature::Downgrade,
        std::cmp::Ordering::Equal => Nature::Remark,
        std::cmp::Ordering::Greater => Nature::Upgrade,
    })
}

/// The system must be fit for the new level as it must be for any document that is filed.
pub(super) fn new_level(facts: &ReclassifyFacts<'_>, on: NaiveDate) -> Finding {
    let Some(to) = facts.to else { return Ok(Vec::new()) };
    let new = Grade::of_document(to.policy, to.access)?;
    let unfit = !approval(facts.system, new.level, on)?.is_empty();
    Ok(if unfit { vec![ReasonCode::NewLevelCeiling.alone()] } else { Vec::new() })
}

/// Whether he answers for the document here: its author, or the lead of its dossier.
fn charged(facts: &ReclassifyFacts<'_>) -> bool {
    match facts.acts_for {
        ActsFor::Author | ActsFor::Lead => true,
        ActsFor::Nobody => false,
    }
}

/// Whether the document is another authority's, or foreign information.
fn another(facts: &ReclassifyFacts<'_>) -> bool {
    match facts.authority {
        Authority::Own => facts.foreign,
        Authority::Other => true,
    }
}

/// §2: the originating authority decides, or somebody else with its consent in force. Here an officer who answers for the
/// document does: a letter that nothing can be compared with gives no reader that charge.
pub(super) fn originating_authority(facts: &ReclassifyFacts<'_>, on: NaiveDate) -> Finding {
    // Of foreign information its own authority has the say in any case (§5): that is the rule of consent.
    let for_it = facts.foreign || !another(facts) || consented(facts, on);
    Ok(if charged(facts) && for_it { Vec::new() } else { vec![ReasonCode::NotOriginatingAuthority.alone()] })
}

/// The consent of an authority that is another.
pub(super) fn consent(facts: &ReclassifyFacts<'_>, on: NaiveDate) -> Finding {
    Ok(match facts.consent {
        _ if !another(facts) => Vec::new(),
        None => vec![ReasonCode::ConsentMissing.alone()],
        Some(consent) => partner::in_force(consent, on),
    })
}

fn consented(facts: &ReclassifyFacts<'_>, on: NaiveDate) -> bool {
    facts.consent.is_some_and(|consent| partner::in_force(consent, on).is_empty())
}

/// §3 and §6: only what has a term is maintained.
pub(super) fn term(facts: &ReclassifyFacts<'_>) -> Finding {
    let maintained = nature(facts.access, facts.policy, facts.to.as_ref())? == Nature::Maintain;
    let level = Grade::of_document(facts.policy, facts.access)?.level;
    Ok(if maintained && level <= Level::Restricted { vec![ReasonCode::NothingToMaintain.alone()] } else { Vec::new() })
}

/// §3: anyone who keeps information classified names the interest of art. 3 §1 that calls for it.
pub(super) fn interest(facts: &ReclassifyFacts<'_>) -> Finding {
    let asked = match nature(facts.access, facts.policy, facts.to.as_ref())? {
        Nature::Maintain | Nature::Upgrade | Nature::Downgrade => true,
        Nature::Declassify | Nature::Remark => false,
    };
    Ok(if asked && facts.interest.is_none() { vec![ReasonCode::InterestMissing.alone()] } else { Vec::new() })
}

pub(super) fn motive(facts: &ReclassifyFacts<'_>) -> Finding {
    Ok(match facts.motive {
        Motive::Given => Vec::new(),
        Motive::None => vec![ReasonCode::MotiveMissing.alone()],
    })
}
