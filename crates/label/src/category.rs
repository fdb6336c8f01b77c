//! Categories of a label: which tag, of which kind, with which values.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// How a category counts in the access decision (ADatP-4774.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum CategoryKind {
    /// All values must be held.
    Restrictive,
    /// One value held is enough; none held, or a tag without values, means no access.
    Permissive,
    /// Never part of the decision.
    Informative,
}

impl CategoryKind {
    /// All kinds, in the order in which decisions look at them.
    pub const ALL: [CategoryKind; 3] = [CategoryKind::Restrictive, CategoryKind::Permissive, CategoryKind::Informative];

    /// As the `Type` attribute of a label: `RESTRICTIVE`, `PERMISSIVE`, `INFORMATIVE`.
    pub fn as_str(self) -> &'static str {
        match self {
            CategoryKind::Restrictive => "RESTRICTIVE",
            CategoryKind::Permissive => "PERMISSIVE",
            CategoryKind::Informative => "INFORMATIVE",
        }
    }
}

/// The values of one tag in a label or a clearance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Category {
    /// The tag's name as the policy spells it.
    pub tag: String,
    pub kind: CategoryKind,
    /// Names of values as the policy spells them; what a person typed where the policy asks for input.
    pub values: BTreeSet<String>,
}

impl Category {
    /// A category from anything that yields names of values.
    pub fn new<V: Into<String>>(
        tag: impl Into<String>,
        kind: CategoryKind,
        values: impl IntoIterator<Item = V>,
    ) -> Self {
        Category { tag: tag.into(), kind, values: values.into_iter().map(Into::into).collect() }
    }
}
