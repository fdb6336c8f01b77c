//! The same label in another policy, using only the tables of equivalence.
//!
//! A translated label is shown next to the original, never instead of it: decisions are based on the original.

use std::collections::{BTreeMap, BTreeSet};

use crate::policy::{
    Applied, CategoryRef, EquivalentValue, Held, Operation, Policy, Requirement, TagSet, TagValue, ValueId, plain_lacv,
};
use crate::validity::Use;
use crate::{Category, CategoryKind, Label, LabelDraft, LabelKind, Violation, fold};

/// Who translates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The originator, before it leaves (`encrypt` and `both` in the tables).
    Outgoing,
    /// The recipient, when it has come in (`decrypt` and `both`).
    Incoming,
}

impl Direction {
    fn covers(self, applied: Applied) -> bool {
        match applied {
            Applied::Both => true,
            Applied::Encrypt => self == Direction::Outgoing,
            Applied::Decrypt => self == Direction::Incoming,
        }
    }
}

/// Why a label has no equivalent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TranslateError {
    #[error("neither `{from}` nor `{to}` has a table of equivalents for the other")]
    NoTable { from: String, to: String },
    #[error("no equivalent in `{to}` for `{what}`")]
    NoEquivalent { what: String, to: String },
    #[error("several equivalents in `{to}` for `{what}`")]
    Ambiguous { what: String, to: String },
    #[error("`{to}` requires one of: {}", .values.join(", "))]
    ChoiceNeeded { to: String, values: Vec<String> },
    /// Two audiences that must both be met would become one of which either suffices.
    #[error("two tags would become `{tag}`, which would widen the audience")]
    Widens { tag: String },
    #[error("the table of `{policy}` refers to what `{to}` does not have: `{what}`")]
    Dangling { policy: String, to: String, what: String },
    #[error("the equivalent breaks its policy in {} way(s)", .0.len())]
    Invalid(Vec<Violation>),
}

impl TranslateError {
    /// The stable code; the words are `err-<code>` and `fix-<code>` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            TranslateError::NoTable { .. } => "translate_no_table",
            TranslateError::NoEquivalent { .. } => "translate_no_equivalent",
            TranslateError::Ambiguous { .. } => "translate_ambiguous",
            TranslateError::ChoiceNeeded { .. } => "translate_choice_needed",
            TranslateError::Widens { .. } => "translate_widens",
            TranslateError::Dangling { .. } => "translate_dangling",
            TranslateError::Invalid(_) => "translate_invalid",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            TranslateError::NoTable { from, to } => vec![("from", from.clone()), ("to", to.clone())],
            TranslateError::NoEquivalent { what, to } | TranslateError::Ambiguous { what, to } => {
                vec![("what", what.clone()), ("to", to.clone())]
            }
            TranslateError::ChoiceNeeded { to, values } => vec![("to", to.clone()), ("values", values.join(", "))],
            TranslateError::Widens { tag } => vec![("tag", tag.clone())],
            TranslateError::Dangling { policy, to, what } => {
                vec![("policy", policy.clone()), ("to", to.clone()), ("what", what.clone())]
            }
            TranslateError::Invalid(violations) => vec![("count", violations.len().to_string())],
        }
    }

    /// The rules that the equivalent would break.
    pub fn violations(&self) -> &[Violation] {
        match self {
            TranslateError::Invalid(violations) => violations,
            TranslateError::NoTable { .. }
            | TranslateError::NoEquivalent { .. }
            | TranslateError::Ambiguous { .. }
            | TranslateError::ChoiceNeeded { .. }
            | TranslateError::Widens { .. }
            | TranslateError::Dangling { .. } => &[],
        }
    }
}

impl Label {
    /// The label in another policy, as an alternative label: by the table of its own policy, or, where that has
    /// none, by the table of the other read backwards.
    ///
    /// # Errors
    /// Where the table says nothing, says several things, or says what the other policy does not have.
    pub fn translate(&self, to: &Policy, direction: Direction) -> Result<Label, TranslateError> {
        let from = self.under_policy();
        let mut work = Work { label: self, from, to, direction, gathered: BTreeMap::new(), sources: BTreeMap::new() };
        let class = if names(from, to).next().is_some() {
            work.forward()?
        } else if names(to, from).next().is_some() {
            work.backward()?
        } else {
            return Err(TranslateError::NoTable { from: from.name().to_owned(), to: to.name().to_owned() });
        };
        let draft = LabelDraft {
            kind: LabelKind::Alternative,
            classification: class,
            categories: work
                .gathered
                .into_iter()
                .filter_map(|(key, values)| {
                    let key = to.0.index.keys.get(key)?;
                    Some(Category { tag: key.name.clone(), kind: key.kind, values })
                })
                .collect(),
            privacy_mark: None,
            originator: self.originator().cloned(),
            created: self.created(),
            // What the label becomes is not translated: the equivalent must be looked at when it does.
            review: self.reviewed_at(),
            succession: None,
        };
        if let Some(mark) = self.privacy_mark() {
            return Err(TranslateError::NoEquivalent { what: mark.to_owned(), to: to.name().to_owned() });
        }
        Label::accept(to, draft, Use::Existing).map_err(TranslateError::Invalid)
    }
}

/// The names under which `policy` knows `other`.
fn names<'p>(policy: &'p Policy, other: &'p Policy) -> impl Iterator<Item = &'p str> {
    policy.equivalent_policies().filter(|(_, id)| *id == other.id()).map(|(name, _)| name)
}

/// The families that a tag's values stand in.
fn sets_of<'p>(policy: &'p Policy, held: &Held) -> Vec<&'p TagSet> {
    let key = policy.0.index.keys.get(held.key);
    let mut places: Vec<usize> = key.into_iter().flat_map(|key| key.tags.iter().map(|(set, _)| *set)).collect();
    places.dedup();
    places.into_iter().filter_map(|set| policy.0.tag_sets.get(set)).collect()
}

struct Work<'a> {
    label: &'a Label,
    from: &'a Policy,
    to: &'a Policy,
    direction: Direction,
    /// Key of the target → values.
    gathered: BTreeMap<usize, BTreeSet<String>>,
    /// Permissive key of the target → key of the source that leads there.
    sources: BTreeMap<usize, usize>,
}

impl Work<'_> {
    fn no_equivalent(&self, what: impl Into<String>) -> TranslateError {
        TranslateError::NoEquivalent { what: what.into(), to: self.to.name().to_owned() }
    }

    fn dangling(&self, what: impl Into<String>) -> TranslateError {
        TranslateError::Dangling {
            policy: self.from.name().to_owned(),
            to: self.to.name().to_owned(),
            what: what.into(),
        }
    }

    fn to_policy(&self, reference: &str) -> bool {
        self.from.refers_to(reference, self.to.id())
    }

    // ---- by the table of the source ----------------------------------------------------------------------------

    fn forward(&mut self) -> Result<String, TranslateError> {
        let (from, label) = (self.from, self.label);
        let class = from.0.classifications.get(label.resolved().class);
        let class = class.ok_or_else(|| self.no_equivalent(label.classification()))?;
        let mut equivalents = class
            .equivalents
            .iter()
            .filter(|equivalent| self.to_policy(&equivalent.policy) && self.direction.covers(equivalent.applied));
        let first = equivalents.next().ok_or_else(|| self.no_equivalent(&class.name))?;
        let required: Vec<&Requirement> =
            equivalents.flat_map(|equivalent| &equivalent.required).chain(&first.required).collect();
        let target = self.to.0.classifications.iter().find(|theirs| theirs.lacv == first.lacv);
        let target = target.ok_or_else(|| self.dangling(first.lacv.to_string()))?.name.clone();
        for held in &label.resolved().held {
            self.tag(held)?;
        }
        let of_policy = from.0.equivalent_policies.iter().filter(|policy| policy.id == self.to.id());
        let of_sets =
            label.resolved().held.iter().flat_map(|held| sets_of(from, held)).flat_map(|set| &set.equivalents);
        let of_sets = of_sets.filter(|equivalent| self.to_policy(&equivalent.policy)).flat_map(|e| &e.required);
        let all: Vec<&Requirement> =
            required.into_iter().chain(of_policy.flat_map(|policy| &policy.required)).chain(of_sets).collect();
        for requirement in all {
            self.require(requirement)?;
        }
        Ok(target)
    }

    fn tag(&mut self, held: &Held) -> Result<(), TranslateError> {
        let (from, source_key) = (self.from, held.key);
        let named = held.ids().map(|id| (id, None));
        let typed = held.typed.iter().map(|(id, text)| (*id, Some(text.as_str())));
        for (id, text) in named.chain(typed) {
            let Some((tag, value)) = from.0.value(id) else { continue };
            let what = format!("{}: {}", tag.name, text.unwrap_or(&value.name));
            let equivalents: Vec<&EquivalentValue> = value
                .equivalents
                .iter()
                .filter(|equivalent| self.to_policy(&equivalent.policy) && self.direction.covers(equivalent.applied))
                .collect();
            if equivalents.iter().any(|equivalent| equivalent.discard) {
                continue;
            }
            if equivalents.is_empty() {
                let (key, name) = self.by_set(id, value).ok_or_else(|| self.no_equivalent(&what))?;
                self.put(key, text.unwrap_or(&name), source_key)?;
            }
            for equivalent in equivalents {
                let (key, name) = self.by_number(equivalent)?;
                self.put(key, text.unwrap_or(&name), source_key)?;
            }
        }
        if held.count() == 0 {
            let key = self.nobody(held.key)?;
            self.sources.insert(key, source_key);
            self.gathered.entry(key).or_default();
        }
        Ok(())
    }

    /// The value of the target that an equivalence names by family and number.
    fn by_number(&self, equivalent: &EquivalentValue) -> Result<(usize, String), TranslateError> {
        let what = || format!("{} {}", equivalent.tag_set_id, equivalent.lacv);
        let index = &self.to.0.index;
        let kind = equivalent.encoding.kind();
        let keys = index.keys_of_id(&equivalent.tag_set_id).iter().copied();
        let keys = keys.filter(|key| index.keys.get(*key).is_some_and(|key| key.kind == kind));
        for key in keys {
            if let Some(id) = index.by_lacv(key, &equivalent.lacv)
                && let Some((_, value)) = self.to.0.value(id)
            {
                return Ok((key, value.name.clone()));
            }
        }
        Err(self.dangling(what()))
    }

    /// The value of the same name in the family that is equivalent to the value's own.
    fn by_set(&self, id: ValueId, value: &TagValue) -> Option<(usize, String)> {
        let place = self.from.0.index.place(id)?;
        let set = self.from.0.tag_sets.get(place.set)?;
        let kind = set.tags.get(place.tag)?.kind;
        let equivalent = set.equivalents.iter().find(|equivalent| self.to_policy(&equivalent.policy))?;
        let target = self.to.0.tag_sets.iter().find(|theirs| {
            equivalent.id.as_ref().is_none_or(|id| theirs.id == *id)
                && equivalent.name.as_ref().is_none_or(|name| fold(&theirs.name) == fold(name))
        })?;
        let index = &self.to.0.index;
        index.keys_of_id(&target.id).iter().copied().find_map(|key| {
            let same_kind = index.keys.get(key).is_some_and(|key| key.kind == kind);
            let found = index.value_in(key, &value.name).filter(|_| same_kind)?;
            Some((key, self.to.0.value(found)?.1.name.clone()))
        })
    }

    /// Where an audience of nobody goes: where every value of the tag would go.
    fn nobody(&self, source_key: usize) -> Result<usize, TranslateError> {
        let key = self.from.0.index.keys.get(source_key);
        let name = key.map_or_else(String::new, |key| key.name.clone());
        let mut targets = BTreeSet::new();
        for at in key.into_iter().flat_map(|key| key.values.iter()) {
            let Ok(id) = u32::try_from(at).map(ValueId) else { continue };
            let Some((_, value)) = self.from.0.value(id) else { continue };
            for equivalent in &value.equivalents {
                let counts = self.to_policy(&equivalent.policy)
                    && self.direction.covers(equivalent.applied)
                    && !equivalent.discard;
                if counts {
                    targets.insert(self.by_number(equivalent)?.0);
                }
            }
            targets.extend(self.by_set(id, value).map(|(key, _)| key));
        }
        let mut targets = targets.into_iter();
        match (targets.next(), targets.next()) {
            (Some(only), None) => Ok(only),
            (None, _) => Err(self.no_equivalent(name)),
            (Some(_), Some(_)) => Err(TranslateError::Ambiguous { what: name, to: self.to.name().to_owned() }),
        }
    }

    fn put(&mut self, key: usize, value: &str, source: usize) -> Result<(), TranslateError> {
        let target = self.to.0.index.keys.get(key);
        if target.is_some_and(|key| key.kind == CategoryKind::Permissive)
            && *self.sources.entry(key).or_insert(source) != source
        {
            let tag = target.map_or_else(String::new, |key| key.name.clone());
            return Err(TranslateError::Widens { tag });
        }
        self.gathered.entry(key).or_default().insert(value.to_owned());
        Ok(())
    }

    /// Adds what the equivalence requires in the target; where a person would have to choose, says so.
    fn require(&mut self, requirement: &Requirement) -> Result<(), TranslateError> {
        let mut wanted: Vec<(usize, String)> = Vec::new();
        for group in &requirement.groups {
            wanted.extend(self.wanted(group)?);
        }
        let present =
            wanted.iter().filter(|(key, name)| self.gathered.get(key).is_some_and(|v| v.contains(name))).count();
        match requirement.operation {
            Operation::All => {}
            Operation::OnlyOne if present == 1 => return Ok(()),
            Operation::OneOrMore if present >= 1 => return Ok(()),
            Operation::OnlyOne | Operation::OneOrMore => {
                if present > 0 || wanted.len() != 1 {
                    let values = wanted.into_iter().map(|(_, name)| name).collect();
                    return Err(TranslateError::ChoiceNeeded { to: self.to.name().to_owned(), values });
                }
            }
        }
        for (key, name) in wanted {
            self.gathered.entry(key).or_default().insert(name);
        }
        Ok(())
    }

    fn wanted(&self, group: &CategoryRef) -> Result<Vec<(usize, String)>, TranslateError> {
        let ids = self
            .to
            .0
            .index
            .resolve(group)
            .map_err(|_| self.dangling(format!("{} {}", group.tag_set, group.lacv.as_deref().unwrap_or("*"))))?;
        let index = &self.to.0.index;
        let named = ids.iter().filter_map(|id| {
            let key = index.keys.iter().position(|key| key.values.contains(id.0 as usize))?;
            Some((key, self.to.0.value(*id)?.1.name.clone()))
        });
        Ok(named.collect())
    }

    // ---- by the table of the target, read backwards --------------------------------------------------------------

    fn backward(&mut self) -> Result<String, TranslateError> {
        let (from, to, label) = (self.from, self.to, self.label);
        let class = from.0.classifications.get(label.resolved().class);
        let class = class.ok_or_else(|| self.no_equivalent(label.classification()))?;
        let target =
            to.0.classifications
                .iter()
                .filter(|theirs| {
                    theirs.equivalents.iter().any(|equivalent| {
                        equivalent.lacv == class.lacv
                            && to.refers_to(&equivalent.policy, from.id())
                            && self.direction.covers(equivalent.applied)
                    })
                })
                // Where several of theirs lead to one of ours, the highest protects.
                .max_by_key(|theirs| theirs.hierarchy)
                .ok_or_else(|| self.no_equivalent(&class.name))?
                .name
                .clone();
        for held in &label.resolved().held {
            if held.count() == 0 {
                let name = from.0.index.keys.get(held.key).map_or_else(String::new, |key| key.name.clone());
                return Err(self.no_equivalent(name));
            }
            let named = held.ids().map(|id| (id, None));
            let typed = held.typed.iter().map(|(id, text)| (*id, Some(text.as_str())));
            for (id, text) in named.chain(typed) {
                let (Some((tag, value)), Some(place)) = (from.0.value(id), from.0.index.place(id)) else { continue };
                let what = format!("{}: {}", tag.name, text.unwrap_or(&value.name));
                let set = from.0.tag_sets.get(place.set).map_or("", |set| set.id.as_str());
                let mut found = self.backwards(set, tag.kind, value);
                match (found.pop(), found.pop()) {
                    (Some((key, name)), None) => self.put(key, text.unwrap_or(&name), held.key)?,
                    (None, _) => return Err(self.no_equivalent(what)),
                    (Some(_), Some(_)) => {
                        return Err(TranslateError::Ambiguous { what, to: to.name().to_owned() });
                    }
                }
            }
        }
        Ok(target)
    }

    /// The values of the target that name this one as their equivalent.
    fn backwards(&self, set: &str, kind: CategoryKind, value: &TagValue) -> Vec<(usize, String)> {
        let to = self.to;
        let matches = |equivalent: &EquivalentValue| {
            !equivalent.discard
                && equivalent.tag_set_id == set
                && equivalent.encoding.kind() == kind
                && plain_lacv(&equivalent.lacv) == plain_lacv(&value.lacv)
                && to.refers_to(&equivalent.policy, self.from.id())
                && self.direction.covers(equivalent.applied)
        };
        let mut found = Vec::new();
        for (key_at, key) in to.0.index.keys.iter().enumerate() {
            for at in key.values.iter() {
                let Ok(id) = u32::try_from(at).map(ValueId) else { continue };
                let Some((_, theirs)) = to.0.value(id) else { continue };
                if theirs.equivalents.iter().any(matches) {
                    found.push((key_at, theirs.name.clone()));
                }
            }
        }
        found
    }
}
