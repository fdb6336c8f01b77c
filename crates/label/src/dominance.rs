//! Which label dominates which, and the label that dominates several: ADatP-4774.1, section 4.4, rules R1 to R9.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::fold;
use crate::policy::Held;
use crate::validity::{Resolved, Use};
use crate::{Category, CategoryKind, Communities, Label, LabelDraft, Originator, Policy, RELEASABLE_TO, Violation};

/// How audiences meet.
#[derive(Clone, Copy, Debug)]
pub enum Combining<'c> {
    /// Section 4.4 to the letter: values are words, and a permissive tag that is empty or missing anywhere falls
    /// away (R5, R6). Under the decision of 4774.1 a tag that fell away holds nobody back, so the result is for
    /// software that gives the absence another meaning.
    Standard,
    /// No reader of the whole who was not a reader of every part. `Releasable To` counts as nations: communities are
    /// expanded on that day, absence means the policy's own audience, and no nation in common is an audience of
    /// nobody. Another permissive tag that is missing in a part leaves that of the others standing.
    Audiences { communities: &'c Communities, on: NaiveDate },
}

/// The label over many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HighWater {
    pub label: Label,
    /// Everyone who gave one of the labels, each once, in the order of the labels.
    pub originators: Vec<Originator>,
    /// Tags, and `PrivacyMark`, that one label had and the whole has not: a person should look at them.
    pub fallen: Vec<String>,
}

/// Why there is no label over these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DominanceError {
    #[error("no label to combine")]
    Nothing,
    /// R1, R2: translate first; where that is not possible, a person decides.
    #[error("a label under `{found}` among labels under `{expected}`")]
    OtherPolicy { found: String, expected: String },
    /// R9: a person decides.
    #[error("the combination breaks the policy in {} way(s)", .0.len())]
    Invalid(Vec<Violation>),
}

impl DominanceError {
    /// The stable code; the words are `err-<code>` and `fix-<code>` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            DominanceError::Nothing => "dominance_nothing",
            DominanceError::OtherPolicy { .. } => "dominance_other_policy",
            DominanceError::Invalid(_) => "dominance_invalid",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            DominanceError::Nothing => Vec::new(),
            DominanceError::OtherPolicy { found, expected } => {
                vec![("found", found.clone()), ("expected", expected.clone())]
            }
            DominanceError::Invalid(violations) => vec![("count", violations.len().to_string())],
        }
    }

    /// The rules that the combination breaks.
    pub fn violations(&self) -> &[Violation] {
        match self {
            DominanceError::Invalid(violations) => violations,
            DominanceError::Nothing | DominanceError::OtherPolicy { .. } => &[],
        }
    }
}

impl Label {
    /// Whether everyone who may read what bears this label may read what bears the other (4774.1 decision): the same
    /// policy, as high or higher, every restrictive value of the other, and no audience wider than the other's.
    pub fn dominates(&self, other: &Label) -> bool {
        let policy = self.under_policy();
        let Some(other) = other.under(policy) else { return false };
        let (own, theirs) = (self.resolved(), other.resolved());
        let hierarchy = |at: usize| policy.0.classifications.get(at).map(|class| class.hierarchy);
        hierarchy(own.class) >= hierarchy(theirs.class)
            && theirs.held.iter().all(|one| {
                let mine = own.held.iter().find(|held| held.key == one.key);
                match policy.0.index.keys.get(one.key).map(|key| key.kind) {
                    Some(CategoryKind::Restrictive) => one.count() == 0 || mine.is_some_and(|mine| within(one, mine)),
                    Some(CategoryKind::Permissive) => mine.is_some_and(|mine| within(mine, one)),
                    Some(CategoryKind::Informative) => true,
                    None => false,
                }
            })
    }

    /// As [`Label::dominates`], with audiences counted as `combining` says. Under [`Combining::Audiences`]: no reader of
    /// what bears this label who is not a reader of what bears the other. Anyone who is as high as each of several labels is
    /// as high as their high-water mark.
    pub fn dominates_as(&self, other: &Label, combining: Combining<'_>) -> bool {
        let Combining::Audiences { communities, on } = combining else { return self.dominates(other) };
        let policy = self.under_policy();
        let Some(other) = other.under(policy) else { return false };
        let (own, theirs) = (self.resolved(), other.resolved());
        let hierarchy = |at: usize| policy.0.classifications.get(at).map(|class| class.hierarchy);
        hierarchy(own.class) >= hierarchy(theirs.class)
            && policy.0.index.keys.iter().enumerate().all(|(at, key)| {
                let held = |of: &Resolved| of.held.iter().find(|held| held.key == at).cloned();
                let (mine, yours) = (held(own), held(theirs));
                match key.kind {
                    CategoryKind::Restrictive => {
                        yours.is_none_or(|yours| yours.count() == 0 || mine.is_some_and(|mine| within(&yours, &mine)))
                    }
                    CategoryKind::Permissive if fold(&key.name) == fold(RELEASABLE_TO) => {
                        policy.narrows(mine.as_ref(), yours.as_ref(), communities, on)
                    }
                    CategoryKind::Permissive => {
                        yours.is_none_or(|yours| mine.is_some_and(|mine| within(&mine, &yours)))
                    }
                    CategoryKind::Informative => true,
                }
            })
    }
}

fn within(small: &Held, large: &Held) -> bool {
    small.values.within(&large.values) && small.typed.iter().all(|typed| large.typed.contains(typed))
}

impl Policy {
    /// The label over many of this policy: the highest level (R3), all restrictive (R7) and informative (R8) values,
    /// and the permissive ones that all have (R4), as `combining` says. Made at `created`; reviewed when the first
    /// of its parts would be or would become another; by their originator if they have one in common.
    ///
    /// # Errors
    /// Where the standard leaves the decision to a person.
    pub fn high_water(
        &self,
        labels: &[&Label],
        combining: Combining<'_>,
        created: DateTime<Utc>,
    ) -> Result<HighWater, DominanceError> {
        let mut parts = Vec::with_capacity(labels.len());
        for label in labels {
            let part = label.under(self).ok_or_else(|| DominanceError::OtherPolicy {
                found: label.policy().to_owned(),
                expected: self.name().to_owned(),
            })?;
            parts.push(part);
        }
        let highest = parts
            .iter()
            .filter_map(|part| self.0.classifications.get(part.resolved().class))
            .max_by_key(|class| class.hierarchy)
            .ok_or(DominanceError::Nothing)?;
        let mut draft = LabelDraft::new(highest.name.clone(), created);
        let mut fallen = Vec::new();
        for (at, key) in self.0.index.keys.iter().enumerate() {
            let held: Vec<Option<&Held>> =
                parts.iter().map(|part| part.resolved().held.iter().find(|one| one.key == at)).collect();
            if held.iter().all(Option::is_none) {
                continue;
            }
            let values = match key.kind {
                CategoryKind::Restrictive | CategoryKind::Informative => Some(self.all_of(&held)),
                CategoryKind::Permissive => self.audience(&key.name, &held, combining),
            };
            match values {
                Some(values) => draft.categories.push(Category { tag: key.name.clone(), kind: key.kind, values }),
                None => fallen.push(key.name.clone()),
            }
        }
        let marks: BTreeSet<Option<&str>> = parts.iter().map(|part| part.privacy_mark()).collect();
        match marks.iter().next() {
            Some(mark) if marks.len() == 1 => draft.privacy_mark = mark.map(str::to_owned),
            _ => fallen.push("PrivacyMark".to_owned()),
        }
        let mut originators: Vec<Originator> = Vec::new();
        for originator in parts.iter().filter_map(|part| part.originator()) {
            if !originators.contains(originator) {
                originators.push(originator.clone());
            }
        }
        let all_have = parts.iter().all(|part| part.originator().is_some());
        draft.originator = originators.first().filter(|_| originators.len() == 1 && all_have).cloned();
        // A review that is due already stays due.
        draft.review = parts.iter().filter_map(|part| part.reviewed_at()).min().map(|review| review.max(created));
        let label = Label::accept(self, draft, Use::Existing).map_err(DominanceError::Invalid)?;
        Ok(HighWater { label, originators, fallen })
    }

    fn names(&self, held: &Held) -> BTreeSet<String> {
        let named = held.ids().filter_map(|id| Some(self.0.value(id)?.1.name.clone()));
        named.chain(held.typed.iter().map(|(_, text)| text.clone())).collect()
    }

    fn all_of(&self, held: &[Option<&Held>]) -> BTreeSet<String> {
        held.iter().flatten().flat_map(|one| self.names(one)).collect()
    }

    /// What is left of a permissive tag; `None` when it falls away.
    fn audience(&self, tag: &str, held: &[Option<&Held>], combining: Combining<'_>) -> Option<BTreeSet<String>> {
        let sets: Vec<Option<BTreeSet<String>>> = held.iter().map(|one| one.map(|one| self.names(one))).collect();
        match combining {
            Combining::Standard => {
                let all: Option<Vec<BTreeSet<String>>> = sets.into_iter().collect();
                all.map(intersection).filter(|values| !values.is_empty())
            }
            Combining::Audiences { communities, on } if fold(tag) == fold(RELEASABLE_TO) => {
                self.nations(tag, &sets, communities, on)
            }
            Combining::Audiences { .. } => Some(intersection(sets.into_iter().flatten().collect())),
        }
    }

    /// Whether a releasability admits no nation that the other does not. A word that stands for no nation in the table
    /// may mean a group that others know: it must stand in the other as well.
    fn narrows(&self, mine: Option<&Held>, yours: Option<&Held>, communities: &Communities, on: NaiveDate) -> bool {
        let words = |held: Option<&Held>| held.map(|held| self.names(held));
        let (mine, yours) = (words(mine), words(yours));
        let nations = |words: &Option<BTreeSet<String>>| match words {
            Some(words) => communities.expand(words.iter().map(String::as_str), on),
            None => communities.expand([self.name()], on),
        };
        let stands_there = |word: &String| {
            !communities.expand([word.as_str()], on).is_empty()
                || yours.as_ref().is_some_and(|words| words.contains(word))
        };
        nations(&mine).is_subset(&nations(&yours)) && mine.iter().flatten().all(stands_there)
    }

    fn nations(
        &self,
        tag: &str,
        sets: &[Option<BTreeSet<String>>],
        communities: &Communities,
        on: NaiveDate,
    ) -> Option<BTreeSet<String>> {
        if let Some(Some(first)) = sets.first()
            && sets.iter().all(|set| set.as_ref() == Some(first))
        {
            return Some(first.clone());
        }
        let own = communities.expand([self.name()], on);
        let audiences = sets.iter().map(|set| match set {
            Some(values) => communities.expand(values.iter().map(String::as_str), on),
            None => own.clone(),
        });
        let common = intersection(audiences.collect());
        if common == own && sets.iter().any(Option::is_none) {
            return None;
        }
        Some(self.shortest(tag, &common, communities, on))
    }

    /// The audience in as few words as the policy has: whole communities, then the nations that are left.
    fn shortest(
        &self,
        tag: &str,
        nations: &BTreeSet<String>,
        communities: &Communities,
        on: NaiveDate,
    ) -> BTreeSet<String> {
        let mut whole: BTreeMap<usize, Vec<(&str, BTreeSet<String>)>> = BTreeMap::new();
        for community in communities.names() {
            let members = communities.expand([community], on);
            if members.len() > 1 && members.is_subset(nations) && self.value(tag, community).is_some() {
                whole.entry(members.len()).or_default().push((community, members));
            }
        }
        let mut words = BTreeSet::new();
        let mut left = nations.clone();
        for (community, members) in whole.into_values().rev().flatten() {
            if members.iter().any(|member| left.contains(member)) {
                words.insert(community.to_owned());
                left.retain(|nation| !members.contains(nation));
            }
        }
        // A nation that the policy has no word for cannot be said: it is left out, which only narrows.
        words.extend(left.into_iter().filter(|nation| self.value(tag, nation).is_some()));
        words
    }
}

fn intersection(sets: Vec<BTreeSet<String>>) -> BTreeSet<String> {
    let mut sets = sets.into_iter();
    let first = sets.next().unwrap_or_default();
    sets.fold(first, |common, set| common.intersection(&set).cloned().collect())
}
