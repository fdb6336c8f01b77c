//! Markings as a person chooses them: what one can be made of, what a choice looks like on a page, a label as choices.

pub(crate) mod advice;
pub(crate) mod reclassify;
pub(crate) mod register;
pub(crate) mod views;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use label::{
    Banner, Category, CategoryKind, Effect, Label, LabelDraft, Level, Location, Policy, RELEASABLE_TO, Violation,
};
use registry::policies::{OWN_POLICY, policies};
use registry::state::day;
use serde::{Deserialize, Serialize};

use crate::documents::filing::problem;
use crate::{Error, Marking, Reason, Session};

/// The nation whose readers an audience should not leave out unnoticed.
const HOME: &str = "BEL";
/// Ground and text of a marking that no policy gives colours for.
const NEUTRAL: (&str, &str) = ("#5f6368", "#ffffff");

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

/// What a marking under one policy can be made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MarkingOptions {
    pub policy: String,
    pub levels: Vec<MarkingLevel>,
    pub tags: Vec<MarkingTag>,
    /// The policies that one may choose from.
    pub policies: Vec<String>,
}

/// A classification, and whether this officer may file under it here.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MarkingLevel {
    /// As the policy spells it.
    pub name: String,
    pub level: Level,
    pub banner: Banner,
    pub allowed: bool,
    pub reasons: Vec<Reason>,
}

/// A tag of the policy, with the values that it offers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MarkingTag {
    pub name: String,
    pub kind: CategoryKind,
    pub values: Vec<TagValue>,
}

/// A value of a tag.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct TagValue {
    pub name: String,
    /// Its name by language code.
    pub label: BTreeMap<String, String>,
    /// The classifications under which it may stand.
    pub legal_from: Vec<String>,
    /// As an audience, it includes Belgium.
    pub home: bool,
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

/// One difference between two markings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MarkingChange {
    /// Words: `label-change-…`.
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// What it does to who may read.
    pub effect: Effect,
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
            draft.review = Some(review.and_time(NaiveTime::MIN).and_utc());
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

impl From<label::Change> for MarkingChange {
    fn from(change: label::Change) -> MarkingChange {
        let params = change.params().into_iter().map(|(name, value)| (name.to_owned(), value));
        MarkingChange { code: change.code().to_owned(), params: params.collect(), effect: change.effect() }
    }
}

impl Session {
    /// What a marking under a policy can be made of, and under which of its levels this officer may file.
    ///
    /// # Errors
    /// [`Error::Unknown`] policy; integrity errors.
    pub fn marking_options(&mut self, policy: &str) -> Result<MarkingOptions, Error> {
        let policy = find(policy)?;
        let now = self.now();
        let mut levels = Vec::new();
        for classification in policy.classifications().iter().filter(|known| !known.obsolete) {
            let draft = LabelDraft::new(&classification.name, now);
            let marking = Marking::Draft { policy: policy.name().to_owned(), draft };
            let found = self.explain_filing(None, &marking)?;
            let banner = bare_banner(policy.name(), &classification.name);
            levels.push(MarkingLevel {
                name: classification.name.clone(),
                level: banner.level,
                banner,
                allowed: found.permitted,
                reasons: found.reasons,
            });
        }
        let tags = policy.tag_sets().iter().flat_map(|set| &set.tags);
        Ok(MarkingOptions {
            policy: policy.name().to_owned(),
            levels,
            tags: tags.map(|tag| tag_option(policy, tag, now)).collect(),
            policies: Policy::BUILTIN.map(str::to_owned).to_vec(),
        })
    }
}

fn find(policy: &str) -> Result<&'static Policy, Error> {
    let unknown = || Error::unknown("policy", policy, crate::clearances::policy_names());
    policies().find(policy).ok_or_else(unknown)
}

/// A marking that its policy does not allow.
fn invalid(violations: &[Violation]) -> Error {
    Error::Marking { problems: violations.iter().map(problem).collect() }
}

fn tag_option(policy: &Policy, tag: &label::Tag, now: DateTime<Utc>) -> MarkingTag {
    let values = tag.values.iter().filter(|value| !value.obsolete && value.input.is_none());
    let home =
        |value: &str| tag.name == RELEASABLE_TO && policies().communities.expand([value], day(now)).contains(HOME);
    MarkingTag {
        name: tag.name.clone(),
        kind: tag.kind,
        values: values
            .map(|value| TagValue {
                name: value.name.clone(),
                home: home(&value.name),
                label: label::Lang::ALL
                    .iter()
                    .map(|lang| (lang.code().to_owned(), policy.value_text(&tag.name, &value.name, *lang).to_owned()))
                    .collect(),
                legal_from: policy
                    .classifications()
                    .iter()
                    .filter(|known| !known.obsolete && is_legal(policy, &known.name, tag, &value.name, now))
                    .map(|known| known.name.clone())
                    .collect(),
            })
            .collect(),
    }
}

/// Whether a value breaks no rule under a classification that the bare classification does not break already.
fn is_legal(policy: &Policy, classification: &str, tag: &label::Tag, value: &str, now: DateTime<Utc>) -> bool {
    let bare = LabelDraft::new(classification, now);
    let mut with_value = bare.clone();
    with_value.categories.push(Category::new(&tag.name, tag.kind, [value]));
    let broken = |draft| Label::build(policy, draft).err().unwrap_or_default();
    let before = broken(bare);
    broken(with_value).iter().all(|violation| before.contains(violation))
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
