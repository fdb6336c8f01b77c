//! Whether text may be copied from the pages of a document to the clipboard, where other programs read it.

use label::{AccessPart, Level, Policy};

/// From this level on it may not, where the policy of the marking says nothing else.
const NOT_FROM: Level = Level::Confidential;

/// Whether the marking lets text be copied; who may read the document at all is another question. `policy`: that of the marking.
///
/// INVARIANT: what cannot be placed, and what two open together, is not copied.
pub fn may_be_copied(access: &AccessPart, policy: &Policy) -> bool {
    if policy.name() != access.policy || access.opens_by_two() {
        return false;
    }
    let Some(marked) = policy.classification(&access.classification) else { return false };
    match policy.copied_below() {
        Some(below) => marked.hierarchy < below.hierarchy,
        None => policy.level(&access.classification).is_some_and(|level| level < NOT_FROM),
    }
}
