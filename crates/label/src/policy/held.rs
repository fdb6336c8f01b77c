//! Values of a policy that something has.

use super::ValueId;
use crate::bits::Bits;

/// What stands under one tag of a label, looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    /// Place in the policy's list of keys.
    pub(crate) key: usize,
    /// Values by name.
    pub(crate) values: Bits,
    /// What a person typed, for values that ask for it.
    pub(crate) typed: Vec<(ValueId, String)>,
}

impl Held {
    /// In the order of the policy.
    pub(crate) fn ids(&self) -> impl Iterator<Item = ValueId> + '_ {
        self.values.iter().filter_map(|at| u32::try_from(at).ok().map(ValueId))
    }

    /// How many values stand here: each typed text counts.
    pub(crate) fn count(&self) -> u32 {
        self.values.len().saturating_add(u32::try_from(self.typed.len()).unwrap_or(u32::MAX))
    }
}
