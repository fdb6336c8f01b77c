//! Everything that can be wrong with a policy, one variant per cause. Lines count from 1.

use crate::xml::XmlError;

/// Why a policy file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    #[error(transparent)]
    Xml(#[from] XmlError),
    #[error("line {line}: `{found}` is not a security policy information file")]
    NotASpif { line: u32, found: String },
    #[error("line {line}: version `{version}` of the format is not known")]
    UnsupportedVersion { line: u32, version: String },
    #[error("line {line}: `{what}` is missing")]
    Missing { line: u32, what: String },
    #[error("line {line}: `{name}` may stand here only once")]
    Repeated { line: u32, name: String },
    #[error("line {line}: `{name}` is not known here")]
    UnknownElement { line: u32, name: String },
    #[error("line {line}: `{attribute}` cannot be `{value}`")]
    BadValue { line: u32, attribute: String, value: String },
    #[error("line {line}: `{attribute}` is longer than {limit} characters")]
    TooLong { line: u32, attribute: String, limit: usize },
    #[error("line {line}: the classification `{name}` is there twice")]
    DuplicateClassification { line: u32, name: String },
    #[error("line {line}: the number `{lacv}` stands for two things")]
    DuplicateLacv { line: u32, lacv: String },
    #[error("line {line}: the tag set `{name}` is there twice")]
    DuplicateTagSet { line: u32, name: String },
    #[error("line {line}: the identifier `{id}` is used by two tag sets")]
    DuplicateTagSetId { line: u32, id: String },
    #[error("line {line}: the value `{value}` is there twice")]
    DuplicateValue { line: u32, value: String },
    #[error("line {line}: there is no classification `{name}`")]
    UnknownClassification { line: u32, name: String },
    #[error("line {line}: there is no tag set `{name}`")]
    UnknownTagSet { line: u32, name: String },
    #[error("line {line}: the tag set `{tag_set}` has no value `{lacv}` of this type")]
    UnknownValue { line: u32, tag_set: String, lacv: String },
    #[error("line {line}: the policy `{name}` is not in the list of equivalent policies")]
    UnknownPolicy { line: u32, name: String },
    #[error("line {line}: one value or all of them, not both and not neither")]
    OneOrAll { line: u32 },
    #[error("line {line}: a requirement that names nothing")]
    EmptyRequirement { line: u32 },
    #[error("line {line}: `{value}` excludes itself")]
    ExcludesItself { line: u32, value: String },
    #[error("line {line}: `{what}` can never be used, because its rules contradict each other")]
    Contradiction { line: u32, what: String },
    #[error("line {line}: `{tag}` asks for more values than it allows")]
    SelectionBounds { line: u32, tag: String },
    #[error("line {line}: ends before it begins")]
    PeriodReversed { line: u32 },
    #[error("more tags, values or rules than the {limit} that are read")]
    TooMuch { limit: usize },
    #[error("line {line}: two different equivalents in `{policy}`")]
    EquivalentTwice { line: u32, policy: String },
}

impl PolicyError {
    /// The stable code; the words are `err-<code>` and `fix-<code>` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            PolicyError::Xml(error) => error.code(),
            PolicyError::NotASpif { .. } => "policy_not_a_spif",
            PolicyError::UnsupportedVersion { .. } => "policy_unsupported_version",
            PolicyError::Missing { .. } => "policy_missing",
            PolicyError::Repeated { .. } => "policy_repeated",
            PolicyError::UnknownElement { .. } => "policy_unknown_element",
            PolicyError::BadValue { .. } => "policy_bad_value",
            PolicyError::TooLong { .. } => "policy_too_long",
            PolicyError::DuplicateClassification { .. } => "policy_duplicate_classification",
            PolicyError::DuplicateLacv { .. } => "policy_duplicate_lacv",
            PolicyError::DuplicateTagSet { .. } => "policy_duplicate_tag_set",
            PolicyError::DuplicateTagSetId { .. } => "policy_duplicate_tag_set_id",
            PolicyError::DuplicateValue { .. } => "policy_duplicate_value",
            PolicyError::UnknownClassification { .. } => "policy_unknown_classification",
            PolicyError::UnknownTagSet { .. } => "policy_unknown_tag_set",
            PolicyError::UnknownValue { .. } => "policy_unknown_value",
            PolicyError::UnknownPolicy { .. } => "policy_unknown_policy",
            PolicyError::OneOrAll { .. } => "policy_one_or_all",
            PolicyError::EmptyRequirement { .. } => "policy_empty_requirement",
            PolicyError::ExcludesItself { .. } => "policy_excludes_itself",
            PolicyError::Contradiction { .. } => "policy_contradiction",
            PolicyError::SelectionBounds { .. } => "policy_selection_bounds",
            PolicyError::PeriodReversed { .. } => "policy_period_reversed",
            PolicyError::TooMuch { .. } => "policy_too_much",
            PolicyError::EquivalentTwice { .. } => "policy_equivalent_twice",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        let at = |line: &u32| ("line", line.to_string());
        match self {
            PolicyError::Xml(error) => error.params(),
            PolicyError::NotASpif { line, found } => vec![at(line), ("found", found.clone())],
            PolicyError::UnsupportedVersion { line, version } => vec![at(line), ("version", version.clone())],
            PolicyError::Missing { line, what } | PolicyError::Contradiction { line, what } => {
                vec![at(line), ("what", what.clone())]
            }
            PolicyError::Repeated { line, name }
            | PolicyError::UnknownElement { line, name }
            | PolicyError::DuplicateClassification { line, name }
            | PolicyError::DuplicateTagSet { line, name }
            | PolicyError::UnknownClassification { line, name }
            | PolicyError::UnknownTagSet { line, name }
            | PolicyError::UnknownPolicy { line, name } => vec![at(line), ("name", name.clone())],
            PolicyError::BadValue { line, attribute, value } => {
                vec![at(line), ("attribute", attribute.clone()), ("value", value.clone())]
            }
            PolicyError::TooLong { line, attribute, limit } => {
                vec![at(line), ("attribute", attribute.clone()), ("limit", limit.to_string())]
            }
            PolicyError::DuplicateLacv { line, lacv } => vec![at(line), ("lacv", lacv.clone())],
            PolicyError::DuplicateTagSetId { line, id } => vec![at(line), ("id", id.clone())],
            PolicyError::DuplicateValue { line, value } | PolicyError::ExcludesItself { line, value } => {
                vec![at(line), ("value", value.clone())]
            }
            PolicyError::UnknownValue { line, tag_set, lacv } => {
                vec![at(line), ("tagset", tag_set.clone()), ("lacv", lacv.clone())]
            }
            PolicyError::OneOrAll { line }
            | PolicyError::EmptyRequirement { line }
            | PolicyError::PeriodReversed { line } => vec![at(line)],
            PolicyError::SelectionBounds { line, tag } => vec![at(line), ("tag", tag.clone())],
            PolicyError::TooMuch { limit } => vec![("limit", limit.to_string())],
            PolicyError::EquivalentTwice { line, policy } => vec![at(line), ("policy", policy.clone())],
        }
    }
}
