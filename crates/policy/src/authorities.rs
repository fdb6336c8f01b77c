//! The authorities that a vault speaks for: it decides about their documents without asking anybody (art. 7 §2).
//!
//! Documents bear the name of the section or service that made them. A section of the same service is not a foreign
//! authority: the security officer keeps the list of such sections. The vault's own name always counts as its own, and
//! the vault also decides about a document that names no originator.

use std::collections::BTreeSet;

use label::fold;
use serde::{Deserialize, Serialize};

use crate::Authority;
use crate::guide::is_line;

/// The most names of the list.
pub const AUTHORITIES: usize = 200;
/// The longest name, in characters.
pub const AUTHORITY_NAME: usize = 200;

/// The list, in the order in which it was made; without the name of the vault, which always counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OwnAuthorities(Vec<String>);

/// What such a list must not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthoritiesFlaw {
    #[error("more than {AUTHORITIES} names")]
    TooMany,
    #[error("a name is empty, too long, or not one line as it is shown")]
    BadName,
    #[error("a name is there twice, but for case and space, or is that of the vault")]
    Twice,
}

impl OwnAuthorities {
    /// As they stand in the log: [`OwnAuthorities::flaw`] says whether it can be.
    pub fn listed(names: Vec<String>) -> OwnAuthorities {
        OwnAuthorities(names)
    }

    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// Whether a name is on the list: case, accents and space do not make another authority.
    pub fn has(&self, name: &str) -> bool {
        let folded = fold(name);
        self.0.iter().any(|listed| fold(listed) == folded)
    }

    /// The list with one more name.
    #[must_use]
    pub fn with(&self, name: &str) -> OwnAuthorities {
        OwnAuthorities(self.0.iter().cloned().chain([name.to_owned()]).collect())
    }

    /// The list without a name, however it is spelt.
    #[must_use]
    pub fn without(&self, name: &str) -> OwnAuthorities {
        let folded = fold(name);
        OwnAuthorities(self.0.iter().filter(|listed| fold(listed) != folded).cloned().collect())
    }

    /// Which names another list has in addition, and which it has no more.
    pub fn changes(&self, then: &OwnAuthorities) -> (Vec<String>, Vec<String>) {
        let beyond = |one: &OwnAuthorities, other: &OwnAuthorities| {
            one.0.iter().filter(|name| !other.0.contains(name)).cloned().collect()
        };
        (beyond(then, self), beyond(self, then))
    }

    /// What is wrong with the list in a vault of this name: an entry of the log that holds such a list is forged. It rests
    /// on nothing that a later program may extend: which names are compared alike may grow, and an entry stays as good as
    /// it was.
    pub fn flaw(&self, vault: &str) -> Option<AuthoritiesFlaw> {
        if self.0.len() > AUTHORITIES {
            return Some(AuthoritiesFlaw::TooMany);
        }
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut seen = BTreeSet::from([plain(vault).to_lowercase()]);
        for name in &self.0 {
            // What is not as it is shown would be compared as another than the officer who keeps the list has read.
            if *name != plain(name) || !is_line(name, AUTHORITY_NAME) {
                return Some(AuthoritiesFlaw::BadName);
            }
            if !seen.insert(name.to_lowercase()) {
                return Some(AuthoritiesFlaw::Twice);
            }
        }
        None
    }

    /// Whose document it is by the originator that it names, in a vault of this name.
    pub fn authority(&self, originator: &str, vault: &str) -> Authority {
        let named = fold(originator);
        if named.is_empty() || named == fold(vault) || self.has(originator) { Authority::Own } else { Authority::Other }
    }
}
