//! Every rule of a policy that a label or a clearance can break.

use std::collections::BTreeSet;

use crate::policy::{Operation, Tag};
use crate::{Category, CategoryKind, Policy, fold};

/// The most values of a tag that an error names.
const CHOICES: usize = 40;

/// One rule of the policy that a label or clearance breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    #[error("labelled under `{found}`, not under `{expected}`")]
    OtherPolicy { found: String, expected: String },
    #[error("`{name}` is no classification of this policy, which has: {choices}")]
    UnknownClassification { name: String, choices: String },
    #[error("`{name}` is a classification of `{policy}`, not of this policy, which has: {choices}")]
    ClassificationOfAnother { name: String, policy: String, choices: String },
    /// `own`: what it is short for here; `other`: what it stands for, higher, on the documents of `policy`.
    #[error("`{name}` is short for `{own}` here and stands for `{other}` under `{policy}`")]
    ClassificationOfTwo { name: String, own: String, policy: String, other: String },
    #[error(
        "`{name}` is a mention of before the present law, and no classification of this policy, which has: {choices}"
    )]
    FormerMention { name: String, choices: String },
    #[error("`{name}` is no longer given to new documents")]
    ObsoleteClassification { name: String, choices: String },
    #[error("`{tag}` is no tag of this policy")]
    UnknownTag { tag: String, choices: String },
    #[error("`{tag}` is {}, not {}", .expected.as_str(), .found.as_str())]
    WrongKind { tag: String, found: CategoryKind, expected: CategoryKind },
    #[error("`{tag}` has no value `{value}`")]
    UnknownValue { tag: String, value: String, choices: String },
    #[error("`{value}` of `{tag}` is no longer given to new documents")]
    ObsoleteValue { tag: String, value: String, choices: String },
    #[error("`{what}` is not in force at the label's date")]
    NotInForce { what: String },
    #[error("`{tag}` needs {min} value(s) or more")]
    TooFew { tag: String, min: u32 },
    #[error("`{tag}` takes {max} value(s) at most")]
    TooMany { tag: String, max: u32 },
    #[error("`{value}` of `{tag}` may not stand with `{classification}`")]
    ExcludedClassification { tag: String, value: String, classification: String },
    #[error("`{value}` of `{tag}` may only stand with `{classification}`")]
    RequiredClassification { tag: String, value: String, classification: String },
    #[error("`{by}` requires {} of: {}", .operation.as_str(), .values.join(", "))]
    RequiredCategory { by: String, operation: Operation, values: Vec<String> },
    #[error("`{value}` of `{tag}` may not stand with `{other}`")]
    ExcludedCategory { tag: String, value: String, other: String },
    #[error("`{value}` is not what `{tag}` takes: {form}")]
    BadInput { tag: String, value: String, form: String },
    #[error("`{name}` is no privacy mark of this policy")]
    UnknownPrivacyMark { name: String, choices: String },
    #[error("`{name}` is no longer given to new documents")]
    ObsoletePrivacyMark { name: String, choices: String },
    #[error("a privacy mark is required")]
    PrivacyMarkMissing { choices: String },
    #[error("a privacy mark is not allowed")]
    PrivacyMarkNotAllowed,
    #[error("`{field}` is empty, too long or has characters that a label cannot hold")]
    BadText { field: String },
    #[error("the review comes before the label")]
    ReviewBeforeCreation,
    #[error("the succession comes before the label")]
    SuccessionBeforeCreation,
    #[error("the label that succeeds: {0}")]
    Successor(Box<Violation>),
}

impl Violation {
    /// The stable code; the words are `reason-<code>` and `reason-<code>-fix` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            Violation::OtherPolicy { .. } => "label_other_policy",
            Violation::UnknownClassification { .. } => "label_unknown_classification",
            Violation::ClassificationOfAnother { .. } => "label_classification_of_another",
            Violation::ClassificationOfTwo { .. } => "label_classification_of_two",
            Violation::FormerMention { .. } => "label_former_mention",
            Violation::ObsoleteClassification { .. } => "label_obsolete_classification",
            Violation::UnknownTag { .. } => "label_unknown_tag",
            Violation::WrongKind { .. } => "label_wrong_kind",
            Violation::UnknownValue { .. } => "label_unknown_value",
            Violation::ObsoleteValue { .. } => "label_obsolete_value",
            Violation::NotInForce { .. } => "label_not_in_force",
            Violation::TooFew { .. } => "label_too_few",
            Violation::TooMany { .. } => "label_too_many",
            Violation::ExcludedClassification { .. } => "label_excluded_classification",
            Violation::RequiredClassification { .. } => "label_required_classification",
            Violation::RequiredCategory { .. } => "label_required_category",
            Violation::ExcludedCategory { .. } => "label_excluded_category",
            Violation::BadInput { .. } => "label_bad_input",
            Violation::UnknownPrivacyMark { .. } => "label_unknown_privacy_mark",
            Violation::ObsoletePrivacyMark { .. } => "label_obsolete_privacy_mark",
            Violation::PrivacyMarkMissing { .. } => "label_privacy_mark_missing",
            Violation::PrivacyMarkNotAllowed => "label_privacy_mark_not_allowed",
            Violation::BadText { .. } => "label_bad_text",
            Violation::ReviewBeforeCreation => "label_review_before_creation",
            Violation::SuccessionBeforeCreation => "label_succession_before_creation",
            Violation::Successor(inner) => inner.code(),
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        let tag_value = |tag: &String, value: &String| vec![("tag", tag.clone()), ("value", value.clone())];
        match self {
            Violation::OtherPolicy { found, expected } => {
                vec![("found", found.clone()), ("expected", expected.clone())]
            }
            Violation::UnknownClassification { name, choices }
            | Violation::FormerMention { name, choices }
            | Violation::ObsoleteClassification { name, choices }
            | Violation::UnknownPrivacyMark { name, choices }
            | Violation::ObsoletePrivacyMark { name, choices } => {
                vec![("name", name.clone()), ("choices", choices.clone())]
            }
            Violation::ClassificationOfAnother { name, policy, choices } => {
                vec![("name", name.clone()), ("policy", policy.clone()), ("choices", choices.clone())]
            }
            Violation::ClassificationOfTwo { name, own, policy, other } => {
                vec![("name", name.clone()), ("own", own.clone()), ("policy", policy.clone()), ("other", other.clone())]
            }
            Violation::UnknownTag { tag, choices } => vec![("tag", tag.clone()), ("choices", choices.clone())],
            Violation::PrivacyMarkMissing { choices } => vec![("choices", choices.clone())],
            Violation::WrongKind { tag, found, expected } => {
                vec![("tag", tag.clone()), ("found", found.as_str().into()), ("expected", expected.as_str().into())]
            }
            Violation::UnknownValue { tag, value, choices } | Violation::ObsoleteValue { tag, value, choices } => {
                let mut params = tag_value(tag, value);
                params.push(("choices", choices.clone()));
                params
            }
            Violation::NotInForce { what } => vec![("what", what.clone())],
            Violation::TooFew { tag, min } => vec![("tag", tag.clone()), ("min", min.to_string())],
            Violation::TooMany { tag, max } => vec![("tag", tag.clone()), ("max", max.to_string())],
            Violation::ExcludedClassification { tag, value, classification }
            | Violation::RequiredClassification { tag, value, classification } => {
                let mut params = tag_value(tag, value);
                params.push(("classification", classification.clone()));
                params
            }
            Violation::RequiredCategory { by, operation, values } => {
                vec![("by", by.clone()), ("operation", operation.as_str().into()), ("values", values.join(", "))]
            }
            Violation::ExcludedCategory { tag, value, other } => {
                let mut params = tag_value(tag, value);
                params.push(("other", other.clone()));
                params
            }
            Violation::BadInput { tag, value, form } => {
                let mut params = tag_value(tag, value);
                params.push(("form", form.clone()));
                params
            }
            Violation::BadText { field } => vec![("field", field.clone())],
            Violation::PrivacyMarkNotAllowed
            | Violation::ReviewBeforeCreation
            | Violation::SuccessionBeforeCreation => Vec::new(),
            Violation::Successor(inner) => inner.params(),
        }
    }

    pub(crate) fn unknown_classification(policy: &Policy, name: &str) -> Violation {
        Violation::UnknownClassification { name: name.to_owned(), choices: policy.choices() }
    }

    /// With the values that the tag has, the first of them where they are very many: of nations there are hundreds.
    pub(crate) fn unknown_value(policy: &Policy, category: &Category, value: &str) -> Violation {
        let choices = values_of(policy, &category.tag);
        Violation::UnknownValue { tag: category.tag.clone(), value: value.to_owned(), choices }
    }

    pub(crate) fn obsolete_value(policy: &Policy, tag: &str, value: &str) -> Violation {
        let choices = values_of(policy, tag);
        Violation::ObsoleteValue { tag: tag.to_owned(), value: value.to_owned(), choices }
    }

    pub(crate) fn obsolete_classification(policy: &Policy, name: &str) -> Violation {
        Violation::ObsoleteClassification { name: name.to_owned(), choices: policy.choices() }
    }

    /// With the tags that the policy has.
    pub(crate) fn unknown_tag(policy: &Policy, tag: &str) -> Violation {
        let names = policy.tag_sets().iter().flat_map(|set| &set.tags).map(|tag| tag.name.as_str());
        Violation::UnknownTag { tag: tag.to_owned(), choices: listed(names) }
    }

    pub(crate) fn unknown_privacy_mark(policy: &Policy, name: &str) -> Violation {
        Violation::UnknownPrivacyMark { name: name.to_owned(), choices: privacy_marks(policy) }
    }

    pub(crate) fn obsolete_privacy_mark(policy: &Policy, name: &str) -> Violation {
        Violation::ObsoletePrivacyMark { name: name.to_owned(), choices: privacy_marks(policy) }
    }

    pub(crate) fn privacy_mark_missing(policy: &Policy) -> Violation {
        Violation::PrivacyMarkMissing { choices: privacy_marks(policy) }
    }

    /// The violation for a category that the policy knows under another kind, or not at all.
    pub(crate) fn of_tag(policy: &Policy, category: &Category, known_kinds: &[CategoryKind]) -> Violation {
        match known_kinds.first() {
            Some(expected) => {
                Violation::WrongKind { tag: category.tag.clone(), found: category.kind, expected: *expected }
            }
            None => Violation::unknown_tag(policy, &category.tag),
        }
    }
}

/// The values of a tag that new documents may bear.
fn values_of(policy: &Policy, asked: &str) -> String {
    let tags = policy.tag_sets().iter().flat_map(|set| set.tags.iter().map(move |tag| (&set.name, tag)));
    let named = |(set, tag): &(&String, &Tag)| [&tag.name, *set].iter().any(|name| fold(name) == fold(asked));
    let values = tags.filter(named).flat_map(|(_, tag)| &tag.values).filter(|value| !value.obsolete);
    listed(values.map(|value| value.name.as_str()))
}

/// The privacy marks that new documents may bear.
fn privacy_marks(policy: &Policy) -> String {
    listed(policy.0.privacy.marks.iter().filter(|mark| !mark.obsolete).map(|mark| mark.name.as_str()))
}

/// What can be chosen, as a list for a sentence; `none` where there is nothing.
fn listed<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut seen = BTreeSet::new();
    let mut names: Vec<&str> = names.filter(|name| seen.insert(*name)).collect();
    if names.len() > CHOICES {
        names.truncate(CHOICES);
        names.push("…");
    }
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
