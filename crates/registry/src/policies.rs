//! Policies and communities that ship with the program, parsed once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use label::{Communities, Level, Policy};

/// The policy of the authority that keeps the vault.
pub const OWN_POLICY: &str = Policy::OWN;
/// What decisions are taken by.
pub struct Policies {
    policies: BTreeMap<&'static str, Policy>,
    pub communities: Communities,
}

static POLICIES: LazyLock<Policies> = LazyLock::new(|| Policies {
    policies: Policy::BUILTIN.into_iter().filter_map(|name| Some((name, Policy::builtin(name)?))).collect(),
    communities: Communities::builtin(),
});

pub fn policies() -> &'static Policies {
    &POLICIES
}

impl Policies {
    /// By its name, spelt as the policy spells it.
    pub fn policy(&self, name: &str) -> Option<&Policy> {
        self.policies.values().find(|policy| policy.name() == name)
    }

    /// By what somebody typed.
    pub fn find(&self, typed: &str) -> Option<&Policy> {
        self.policies.iter().find(|(name, _)| name.eq_ignore_ascii_case(typed.trim())).map(|(_, policy)| policy)
    }

    pub fn all(&self) -> impl Iterator<Item = &Policy> {
        self.policies.values()
    }

    pub fn level(&self, policy: &str, classification: &str) -> Option<Level> {
        self.policy(policy)?.level(classification)
    }

    /// Whether a policy has this classification. With a level that nobody can place nothing could be decided any more of whom it is
    /// said: one entry would keep him from all that he may read.
    pub fn has(&self, policy: &str, classification: &str) -> bool {
        self.level(policy, classification).is_some()
    }
}
