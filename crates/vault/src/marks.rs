//! Markings as words: what is chosen, the label that it comes to, and how it looks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use label::{
    AccessPart, Banner, Category, CategoryKind, Label, LabelDraft, Level, Location, NotHere, Policy, RELEASABLE_TO,
    Violation,
};
use registry::policies::{OWN_POLICY, policies};
use registry::state::day;
use serde::{Deserialize, Serialize};

use crate::{Error, Reason};

/// The nation whose readers an audience should not leave out unnoticed.
pub(crate) const HOME: &str = "BEL";
/// Ground and text of a marking that no policy gives colours for.
const NEUTRAL: (&str, &str) = ("#5f6368", "#ffffff");

/// How a document is marked.
#[derive(Clone, Debug)]
pub enum Marking {
    /// An ADatP-4774 label.
    Xml(Vec<u8>),
    Draft {
        policy: String,
        draft: LabelDraft,
    },
}

/// A marking as far as it is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MarkingDraft {
    pub policy: String,
    pub classification: String,
    pub categories: Vec<CategoryDraft>,
    /// Day of review.
    pub review: Option<NaiveDate>,
}

/// The chosen values of one tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CategoryDraft {
    pub tag: String,
    pub values: Vec<String>,
}

/// What a marking under choice would look like, or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ComposedMarking {
    pub banner: Option<Banner>,
    pub marking_fr: String,
    pub marking_nl: String,
    pub equivalents: Vec<EquivalentView>,
    pub problems: Vec<Reason>,
}

/// The name of a level elsewhere: shown next to a marking, never instead of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct EquivalentView {
    pub policy: String,
    pub text: String,
    /// Not checked against a published source.
    pub unverified: bool,
    /// The same word means another level elsewhere.
    pub false_friend: bool,
}

impl MarkingDraft {
    /// What a document is to be marked with.
    ///
    /// # Errors
    /// [`Error::Unknown`] policy; [`Error::Marking`] with every word that the policy does not know.
    pub fn marking(&self, created: DateTime<Utc>) -> Result<Marking, Error> {
        let policy = self.policy()?;
        Ok(Marking::Draft { policy: policy.name().to_owned(), draft: self.draft(policy, created)? })
    }

    /// What it would look like on the page, or every rule of its policy that it breaks.
    ///
    /// # Errors
    /// [`Error::Unknown`] policy.
    pub fn compose(&self, now: DateTime<Utc>) -> Result<ComposedMarking, Error> {
        match self.label(now) {
            Ok(label) => Ok(ComposedMarking {
                banner: Some(label.under_policy().banner(&label)),
                marking_fr: label.under_policy().marking(&label, label::Lang::Fr, Location::PageTop),
                marking_nl: label.under_policy().marking(&label, label::Lang::Nl, Location::PageTop),
                equivalents: equivalents(&label),
                problems: Vec::new(),
            }),
            Err(Error::Marking { problems }) => Ok(ComposedMarking {
                banner: None,
                marking_fr: String::new(),
                marking_nl: String::new(),
                equivalents: Vec::new(),
                problems,
            }),
            Err(error) => Err(error),
        }
    }

    /// The label that it comes to.
    pub(crate) fn label(&self, created: DateTime<Utc>) -> Result<Label, Error> {
        let policy = self.policy()?;
        Label::build(policy, self.draft(policy, created)?).map_err(|violations| invalid(&violations))
    }

    fn policy(&self) -> Result<&'static Policy, Error> {
        find(&self.policy)
    }

    fn draft(&self, policy: &Policy, created: DateTime<Utc>) -> Result<LabelDraft, Error> {
        // A list that was opened and left empty means nobody; a list that was not opened says nothing.
        let audience = self.categories.iter().find(|chosen| chosen.tag == RELEASABLE_TO);
        let releasable = audience.map(|chosen| chosen.values.as_slice());
        let others = self.categories.iter().filter(|chosen| chosen.tag != RELEASABLE_TO);
        let others: Vec<(String, String)> =
            others.flat_map(|chosen| chosen.values.iter().map(|value| (chosen.tag.clone(), value.clone()))).collect();
        let mut draft = LabelDraft::from_words(policy, &self.classification, releasable, &others, created)
            .map_err(|violations| invalid(&violations))?;
        if let Some(review) = self.review {
            draft.review = Some(label::time::begin_of(review));
        }
        Ok(draft)
    }
}

impl From<&Label> for MarkingDraft {
    fn from(label: &Label) -> MarkingDraft {
        MarkingDraft {
            policy: label.policy().to_owned(),
            classification: label.classification().to_owned(),
            categories: label.categories().iter().map(CategoryDraft::from).collect(),
            review: label.review().map(day),
        }
    }
}

impl From<&Category> for CategoryDraft {
    fn from(category: &Category) -> CategoryDraft {
        CategoryDraft { tag: category.tag.clone(), values: category.values.iter().cloned().collect() }
    }
}

pub(crate) fn find(policy: &str) -> Result<&'static Policy, Error> {
    let unknown = || Error::unknown("policy", policy, policy_names());
    policies().find(policy).ok_or_else(unknown)
}

/// A marking that its policy does not allow.
fn invalid(violations: &[Violation]) -> Error {
    Error::Marking { problems: violations.iter().map(problem).collect() }
}

/// The label of a marking, or every problem of it.
pub(crate) fn label(marking: &Marking) -> Result<Label, Error> {
    match marking {
        Marking::Draft { policy, draft } => {
            Label::build(find(policy)?, draft.clone()).map_err(|violations| invalid(&violations))
        }
        Marking::Xml(xml) => {
            let mut refused = Error::Malformed { field: "label" };
            for policy in policies().all() {
                match Label::parse(xml, policy) {
                    Ok(label) => return Ok(label),
                    Err(error) => match error.violations() {
                        [] => {}
                        // Of the policies the one that the label names says what is wrong with it.
                        broken @ [Violation::OtherPolicy { .. }, ..] => refused = invalid(broken),
                        broken => return Err(invalid(broken)),
                    },
                }
            }
            Err(refused)
        }
    }
}

/// The label that says what a class says, and nothing else.
pub(crate) fn label_of_access(access: &AccessPart, created: DateTime<Utc>) -> Option<Label> {
    let policy = policies().policy(&access.policy)?;
    let tags = |tags: &BTreeMap<String, BTreeSet<String>>, kind: CategoryKind| -> Vec<Category> {
        tags.iter().map(|(tag, values)| Category { tag: tag.clone(), kind, values: values.clone() }).collect()
    };
    let restrictive = tags(&access.restrictive, CategoryKind::Restrictive);
    let categories = [restrictive, tags(&access.permissive, CategoryKind::Permissive)].concat();
    let draft = LabelDraft { categories, ..LabelDraft::new(access.classification.clone(), created) };
    Label::build(policy, draft).ok().filter(|label| label.access() == *access)
}

pub(crate) fn problem(violation: &label::Violation) -> Reason {
    let start = Reason::new(violation.code());
    violation.params().into_iter().fold(start, |reason, (name, value)| reason.with(name, value))
}

/// The policies that there are, by the names that are typed.
pub(crate) fn policy_names() -> impl Iterator<Item = &'static str> {
    policies().all().map(Policy::name)
}

/// The categories of some policies, as they are typed, each once.
pub(crate) fn category_names<'p>(policies: impl IntoIterator<Item = &'p Policy>) -> BTreeSet<String> {
    let named = |policy: &'p Policy| {
        let tags = policy.tag_sets().iter().flat_map(|set| &set.tags);
        let restrictive = tags.filter(|tag| tag.kind == CategoryKind::Restrictive);
        restrictive.flat_map(|tag| tag.values.iter().map(move |value| format!("{}={}", tag.name, value.name)))
    };
    policies.into_iter().flat_map(named).collect()
}

/// Whether a policy has a category of this name, and who may have access is decided by it. Any other is for handling alone: nobody
/// is cleared for it, and no agreement covers it.
pub(crate) fn decides(policy: &Policy, tag: &str, value: &str) -> bool {
    policy.value(tag, value).is_some_and(|(tag, _)| tag.kind != CategoryKind::Informative)
}

/// Policy and classification as the policy spells them, from what somebody typed.
pub(crate) fn classification(policy: &str, level: &str) -> Result<(String, String), Error> {
    let short = |text: &str| text.chars().take(80).collect::<String>();
    let found = policies().find(policy).ok_or_else(|| Error::unknown("policy", policy, policy_names()))?;
    let unknown = || {
        let (value, choices) = (short(level), found.choices());
        match found.why_not(level) {
            NotHere::Of(policy) => Error::LevelOfAnother { value, policy, choices },
            NotHere::OfTwo { own, policy, other } => Error::LevelOfTwo { value, own, policy, other },
            NotHere::Former => Error::FormerLevel { value, choices },
            NotHere::Unknown => Error::UnknownLevel { value, choices },
        }
    };
    let level = found.typed_classification(level).ok_or_else(unknown)?;
    Ok((found.name().to_owned(), level.name.clone()))
}

/// Foreign or mixed information: released only with the consent of the authority it came from (art. 7 §5).
pub(crate) fn foreign(label: &Label) -> bool {
    label.policy() != OWN_POLICY
}

pub(crate) fn is_orcon(label: &Label) -> bool {
    label.categories().iter().any(|category| category.tag == label::HANDLING && category.values.contains(label::ORCON))
}

/// What the level is called under the other policies and by the nations of the audience.
pub(crate) fn equivalents(label: &Label) -> Vec<EquivalentView> {
    let communities = &policies().communities;
    let Some(level) = label.under_policy().level(label.classification()) else { return Vec::new() };
    let audience = label.categories().iter().filter(|category| category.tag == RELEASABLE_TO);
    let nations = audience.flat_map(|category| &category.values).map(String::as_str);
    let nations = nations.filter(|nation| *nation != HOME && communities.is_nation(nation));
    let others = Policy::BUILTIN.into_iter().filter(|other| *other != label.policy());
    let mut found: Vec<EquivalentView> = Vec::new();
    for of in others.chain(nations) {
        let Some(equivalent) = communities.equivalent(of, level) else { continue };
        let (Some(text), false) = (&equivalent.name, found.iter().any(|known| known.policy == of)) else { continue };
        found.push(EquivalentView {
            policy: of.to_owned(),
            text: text.clone(),
            unverified: equivalent.unverified,
            false_friend: equivalent.false_friend,
        });
    }
    found
}

/// The marking of a bare classification, for where no document is shown.
pub fn bare_banner(policy: &str, classification: &str) -> Banner {
    let known = policies().policy(policy).and_then(|policy| policy.class_banner(classification));
    known.unwrap_or_else(|| Banner {
        text: classification.to_owned(),
        colour: NEUTRAL.0.to_owned(),
        text_colour: NEUTRAL.1.to_owned(),
        portion: String::new(),
        level: Level::TopSecret,
    })
}

/// The marking of a bare level under a policy, for what is recorded by level alone; under the Belgian one where the
/// policy is none of the program's, or has nothing at this level.
pub(crate) fn level_banner(policy: &str, level: Level) -> Banner {
    let named = |policy: &str| Some(policies().policy(policy)?.at_level(level)?.name.clone());
    match named(policy) {
        Some(name) => bare_banner(policy, &name),
        None => bare_banner(OWN_POLICY, &named(OWN_POLICY).unwrap_or_else(|| level.as_str().to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_bears_the_name_and_colour_that_the_documents_policy_gives_it() {
        let text = |policy: &str, level| level_banner(policy, level).text;
        assert_eq!(text("BEL", Level::Secret), "SECRET \u{2013} GEHEIM");
        assert!(text("NATO", Level::Secret).contains("NATO SECRET"));
        assert!(text("NATO", Level::TopSecret).contains("COSMIC TOP SECRET"));
        assert!(text("EU", Level::Confidential).contains("CONFIDENTIEL UE/EU CONFIDENTIAL"));
        let own = Policy::builtin("NATO").and_then(|policy| policy.class_banner("SECRET"));
        assert_eq!(Some(level_banner("NATO", Level::Secret)), own);
    }

    #[test]
    fn a_level_of_a_policy_that_is_unknown_is_shown_as_the_belgian_one() {
        let unknown = level_banner("ELSEWHERE", Level::Confidential);
        assert_eq!(unknown, level_banner("BEL", Level::Confidential));
    }
}
