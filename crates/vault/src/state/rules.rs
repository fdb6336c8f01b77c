//! Policies and communities that ship with the program, parsed once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use label::{Communities, Level, Policy};

use crate::Reason;

/// What decisions are taken by.
pub(crate) struct Rules {
    policies: BTreeMap<&'static str, Policy>,
    pub communities: Communities,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules {
    policies: ["BEL", "NATO", "EU"].into_iter().filter_map(|name| Some((name, Policy::builtin(name)?))).collect(),
    communities: Communities::builtin(),
});

pub(crate) fn rules() -> &'static Rules {
    &RULES
}

impl Rules {
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
}

/// A denial's reasons as everybody outside `policy` sees them.
pub(crate) fn reasons(reasons: &[policy::Reason]) -> Vec<Reason> {
    reasons.iter().map(|r| Reason { code: r.code.as_str().to_owned(), params: r.params.clone() }).collect()
}
