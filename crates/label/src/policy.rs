//! A security policy, read from an XML SPIF.

use std::sync::Arc;

use crate::{CategoryKind, Level, PolicyError};

/// A parsed policy. Cheap to clone; clones share one parsed file.
#[derive(Clone, Debug)]
pub struct Policy(Arc<Parsed>);

#[derive(Debug)]
struct Parsed {
    name: String,
    id: String,
    classifications: Vec<Classification>,
    tag_sets: Vec<TagSet>,
}

/// A classification of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classification {
    pub name: String,
    /// The number that stands for it in equivalence tables and encoded labels.
    pub lacv: i64,
    /// Greater is higher.
    pub hierarchy: u32,
    /// `#rrggbb`.
    pub colour: Option<String>,
    /// May stand on old labels, not on new ones.
    pub obsolete: bool,
}

/// A family of tags, such as `Releasable To`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagSet {
    pub name: String,
    pub id: String,
    pub tags: Vec<Tag>,
}

/// One tag of a family: its kind and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub name: String,
    pub kind: CategoryKind,
    pub values: Vec<TagValue>,
}

/// One value that a tag may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagValue {
    pub name: String,
    pub lacv: String,
    pub obsolete: bool,
}

impl Policy {
    /// Reads an XML SPIF (2.1, 2.0, 3.0 as far as it is the same) and refuses one that contradicts itself.
    pub fn parse(_xml: &[u8]) -> Result<Policy, PolicyError> {
        Err(PolicyError::NotXml { line: 1, detail: "not read yet".to_owned() })
    }

    /// `BEL`, `NATO` or `EU`, in any case; nothing else ships with the program.
    pub fn builtin(_name: &str) -> Option<Policy> {
        None
    }

    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The policy's object identifier, in dots.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// By hierarchy, lowest first.
    pub fn classifications(&self) -> &[Classification] {
        &self.0.classifications
    }

    /// By name or, in another language, by its marking; in any case, with or without accents.
    pub fn classification(&self, name: &str) -> Option<&Classification> {
        self.0.classifications.iter().find(|class| fold(&class.name) == fold(name))
    }

    pub fn tag_sets(&self) -> &[TagSet] {
        &self.0.tag_sets
    }

    /// Where a classification of this policy stands on the common scale; `None` when no table says so.
    pub fn level(&self, _classification: &str) -> Option<Level> {
        None
    }
}

/// The form in which names are compared: lower case, Latin accents off, runs of white space as one space.
pub(crate) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
