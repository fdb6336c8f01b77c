//! Why, in words that a catalogue has.

use std::collections::BTreeMap;

use serde::Serialize;

/// One reason, for a denial, a warning or a refused marking. Words: `reason-<code>` and `reason-<code>-fix`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Reason {
    pub code: String,
    pub params: BTreeMap<String, String>,
}

impl Reason {
    pub fn new(code: impl Into<String>) -> Reason {
        Reason { code: code.into(), params: BTreeMap::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Reason {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

/// A denial's reasons as everybody outside `policy` sees them.
pub(crate) fn reasons(reasons: &[policy::Reason]) -> Vec<Reason> {
    reasons
        .iter()
        .map(|r| Reason {
            code: r.code.as_str().to_owned(),
            params: r.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        })
        .collect()
}
