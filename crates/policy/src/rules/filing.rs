//! What a marking must satisfy besides the system's ceiling: the guide, and the documents that it is made from.

use label::Level;

use crate::facts::{FileFacts, Motive, Sources};
use crate::reason::{Reason, ReasonCode};

/// The marking reaches what the chosen topics call for, or a motive says why not.
pub(super) fn guide(facts: &FileFacts<'_>, level: Level) -> Vec<Reason> {
    let mut reasons = Vec::new();
    match facts.motive {
        Motive::Given => {}
        Motive::None => {
            if let Some(floor) = facts.floor.filter(|floor| *floor > level) {
                reasons.push(ReasonCode::BelowGuide.with(&[("floor", &floor)]));
            }
            let carried = |category: &str| facts.access.restrictive.values().any(|values| values.contains(category));
            let missing: Vec<&str> = facts.called_for.iter().map(String::as_str).filter(|c| !carried(c)).collect();
            if !missing.is_empty() {
                reasons.push(ReasonCode::BelowGuideCategory.with(&[("category", &missing.join(", "))]));
            }
        }
    }
    reasons
}

/// The marking protects what it is made from, or a motive says why not; for what belongs to others, no motive is enough
/// (art. 7 §5, 10).
pub(super) fn sources(sources: Sources, motive: Motive) -> Vec<Reason> {
    let mut codes = Vec::new();
    match sources {
        Sources::None | Sources::Kept => {}
        Sources::Below => match motive {
            Motive::Given => {}
            Motive::None => codes.push(ReasonCode::BelowSources),
        },
        Sources::BelowOthers => {
            match motive {
                Motive::Given => {}
                Motive::None => codes.push(ReasonCode::BelowSources),
            }
            codes.push(ReasonCode::SourcesConsent);
        }
    }
    codes.into_iter().map(ReasonCode::alone).collect()
}
