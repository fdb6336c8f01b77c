//! Markings as a person chooses them: what one can be made of, what a choice looks like on a page, a label as choices.

pub(crate) mod advice;
pub(crate) mod consent;
pub(crate) mod reclassify;
pub(crate) mod register;
pub(crate) mod views;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use label::{Banner, Category, CategoryKind, Effect, Label, LabelDraft, Level, Policy, RELEASABLE_TO};
use registry::policies::policies;
use registry::state::day;
use serde::Serialize;

use crate::marks::{HOME, bare_banner, find};
use crate::{Error, Marking, Reason, Session};

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

/// One difference between two markings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MarkingChange {
    /// Words: `label-change-…`.
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// How it changes who may read.
    pub effect: Effect,
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
