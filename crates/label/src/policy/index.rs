//! Everything that is looked up by name or number, looked up once.

use std::collections::{BTreeMap, HashMap};

use super::{CategoryRef, Operation, Parsed, Requirement, TagType, ValueId, fold};
use crate::bits::Bits;
use crate::validity::Held;
use crate::{CategoryKind, PolicyError};

/// Where a value stands in the policy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) set: usize,
    pub(crate) tag: usize,
    pub(crate) value: usize,
}

/// A tag as labels name it: name and kind. Usually one tag of the file; several where a file splits one.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) kind: CategoryKind,
    /// Object identifier of the family.
    pub(crate) set_id: String,
    pub(crate) values: Bits,
    /// (set, tag) of each tag of the file under this key.
    pub(crate) tags: Vec<(usize, usize)>,
}

/// A requirement, ready to be counted.
#[derive(Clone, Debug)]
pub(crate) struct Needed {
    pub(crate) operation: Operation,
    pub(crate) values: Bits,
    /// The same, in the order of the file, to be named when it is not met.
    pub(crate) named: Vec<ValueId>,
}

/// What a classification asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClassRules {
    pub(crate) needed: Vec<Needed>,
    /// Values that may not stand beside it.
    pub(crate) excluded: Bits,
    /// Values that need this classification and no other.
    pub(crate) only_here: Bits,
}

/// What a value asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueRules {
    pub(crate) needed: Vec<Needed>,
    pub(crate) excluded: Bits,
    pub(crate) excluded_classes: Bits,
    pub(crate) required_class: Option<usize>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    classes: HashMap<String, usize>,
    /// Markings that are not names: `None` where two classifications share one.
    aliases: HashMap<String, Option<usize>>,
    places: Vec<Place>,
    pub(crate) keys: Vec<Key>,
    /// Folded tag or family name → keys, in the order of the file.
    by_name: HashMap<String, Vec<usize>>,
    /// Family's object identifier → keys.
    by_id: HashMap<String, Vec<usize>>,
    /// (key, folded value) → value.
    values: Vec<HashMap<String, ValueId>>,
    pub(crate) class_rules: Vec<ClassRules>,
    pub(crate) value_rules: Vec<ValueRules>,
    /// NATO: keys whose values stand in the order of the alphabet.
    sorted: Vec<usize>,
    /// NATO: a value of `Releasable To` that the context says already, with the value of the context.
    said: Vec<(ValueId, ValueId)>,
}

impl Index {
    pub(crate) fn new(parsed: &Parsed) -> Result<Index, PolicyError> {
        let mut index = Index::default();
        index.classes(parsed)?;
        index.tags(parsed)?;
        index.rules(parsed)?;
        if parsed.id == super::NATO_ID {
            index.nato(parsed);
        }
        Ok(index)
    }

    /// ADatP-4774, table 17: nations stand in the order of the alphabet, and `Releasable To`, which must repeat the
    /// context so that its members still match, does not show it a second time.
    fn nato(&mut self, parsed: &Parsed) {
        for tag in ["Releasable To", "Only"] {
            self.sorted.extend_from_slice(self.by_name.get(&fold(tag)).map_or(&[], Vec::as_slice));
        }
        let releasable = self.keys_of("Releasable To").to_vec();
        let contexts = self.keys_of("Context").to_vec();
        for id in releasable.iter().filter_map(|key| self.keys.get(*key)).flat_map(|key| key.values.iter()) {
            let Some((_, value)) = parsed.value_at(self, id) else { continue };
            let said = contexts.iter().find_map(|context| self.value_in(*context, &value.name));
            if let (Some(context), Ok(id)) = (said, u32::try_from(id)) {
                self.said.push((ValueId(id), context));
            }
        }
    }

    /// Whether the values of a key are shown in the order of the alphabet.
    pub(crate) fn alphabetical(&self, key: usize) -> bool {
        self.sorted.contains(&key)
    }

    /// Whether a value is not shown because the label's context says it already.
    pub(crate) fn repeats(&self, held: &[Held], id: ValueId) -> bool {
        self.said.iter().any(|(repeated, context)| {
            *repeated == id && held.iter().any(|one| one.values.contains(context.0 as usize))
        })
    }

    pub(crate) fn class(&self, name: &str) -> Option<usize> {
        self.classes.get(&fold(name)).copied()
    }

    pub(crate) fn class_alias(&self, marking: &str) -> Option<usize> {
        self.aliases.get(&fold(marking)).copied().flatten()
    }

    pub(crate) fn place(&self, id: ValueId) -> Option<Place> {
        self.places.get(id.0 as usize).copied()
    }

    pub(crate) fn size(&self) -> usize {
        self.places.len()
    }

    /// The keys under a name, whatever their kind.
    pub(crate) fn keys_of(&self, tag: &str) -> &[usize] {
        self.by_name.get(&fold(tag)).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn keys_of_id(&self, id: &str) -> &[usize] {
        self.by_id.get(id).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn value_in(&self, key: usize, value: &str) -> Option<ValueId> {
        self.values.get(key)?.get(&fold(value)).copied()
    }

    pub(crate) fn value(&self, tag: &str, kind: CategoryKind, value: &str) -> Option<ValueId> {
        self.keys_of(tag)
            .iter()
            .filter(|key| self.keys.get(**key).is_some_and(|k| k.kind == kind))
            .find_map(|key| self.value_in(*key, value))
    }

    fn classes(&mut self, parsed: &Parsed) -> Result<(), PolicyError> {
        let mut lacvs = BTreeMap::new();
        for (at, class) in parsed.classifications.iter().enumerate() {
            if self.classes.insert(fold(&class.name), at).is_some() {
                return Err(PolicyError::DuplicateClassification { line: class.line, name: class.name.clone() });
            }
            if lacvs.insert(class.lacv, at).is_some() {
                return Err(PolicyError::DuplicateLacv { line: class.line, lacv: class.lacv.to_string() });
            }
        }
        for (at, class) in parsed.classifications.iter().enumerate() {
            for phrase in class.phrases.texts() {
                let folded = fold(phrase);
                if folded.is_empty() || self.classes.contains_key(&folded) {
                    continue;
                }
                let entry = self.aliases.entry(folded).or_insert(Some(at));
                if *entry != Some(at) {
                    *entry = None;
                }
            }
        }
        Ok(())
    }

    fn tags(&mut self, parsed: &Parsed) -> Result<(), PolicyError> {
        let size = parsed.tag_sets.iter().flat_map(|set| &set.tags).map(|tag| tag.values.len()).sum();
        let mut set_names = HashMap::new();
        let mut set_ids = HashMap::new();
        for (set_at, set) in parsed.tag_sets.iter().enumerate() {
            if set_names.insert(fold(&set.name), set_at).is_some() {
                return Err(PolicyError::DuplicateTagSet { line: set.line, name: set.name.clone() });
            }
            if set_ids.insert(&set.id, set_at).is_some() {
                return Err(PolicyError::DuplicateTagSetId { line: set.line, id: set.id.clone() });
            }
            for (tag_at, tag) in set.tags.iter().enumerate() {
                let key = self.key_for(set_at, tag_at, parsed, size);
                for (value_at, value) in tag.values.iter().enumerate() {
                    let id = ValueId(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
                    self.places.push(Place { set: set_at, tag: tag_at, value: value_at });
                    let Some(names) = self.values.get_mut(key) else { continue };
                    let clash = *names.entry(fold(&value.name)).or_insert(id);
                    if clash != id {
                        return Err(PolicyError::DuplicateValue { line: value.line, value: value.name.clone() });
                    }
                    if let Some(key) = self.keys.get_mut(key) {
                        key.values.insert(id.0 as usize);
                    }
                }
            }
        }
        Ok(())
    }

    fn key_for(&mut self, set_at: usize, tag_at: usize, parsed: &Parsed, size: usize) -> usize {
        let Some((set, tag)) = parsed.tag_sets.get(set_at).and_then(|set| Some((set, set.tags.get(tag_at)?))) else {
            return 0;
        };
        let known = self.keys.iter().position(|key| key.kind == tag.kind && fold(&key.name) == fold(&tag.name));
        let at = match known {
            Some(at) => at,
            None => {
                self.keys.push(Key {
                    name: tag.name.clone(),
                    kind: tag.kind,
                    set_id: set.id.clone(),
                    values: Bits::new(size),
                    tags: Vec::new(),
                });
                self.values.push(HashMap::new());
                self.keys.len() - 1
            }
        };
        if let Some(key) = self.keys.get_mut(at) {
            key.tags.push((set_at, tag_at));
        }
        for name in [fold(&tag.name), fold(&set.name)] {
            let keys = self.by_name.entry(name).or_default();
            if !keys.contains(&at) {
                keys.push(at);
            }
        }
        let keys = self.by_id.entry(set.id.clone()).or_default();
        if !keys.contains(&at) {
            keys.push(at);
        }
        at
    }

    fn rules(&mut self, parsed: &Parsed) -> Result<(), PolicyError> {
        let size = self.size();
        let mut class_rules = Vec::with_capacity(parsed.classifications.len());
        for class in &parsed.classifications {
            class_rules.push(ClassRules {
                needed: self.needed(parsed, &class.required)?,
                excluded: Bits::new(size),
                only_here: Bits::new(size),
            });
        }
        let mut value_rules = Vec::with_capacity(size);
        for id in 0..size {
            let Some((_, value)) = parsed.value_at(self, id) else { continue };
            let mut rules = ValueRules {
                needed: self.needed(parsed, &value.required)?,
                excluded: Bits::new(size),
                excluded_classes: Bits::new(parsed.classifications.len()),
                required_class: None,
            };
            for (name, line) in &value.excluded_classes {
                let at = self.known_class(name, *line)?;
                rules.excluded_classes.insert(at);
                if let Some(class) = class_rules.get_mut(at) {
                    class.excluded.insert(id);
                }
            }
            if let Some(name) = &value.required_class {
                let at = self.known_class(name, value.line)?;
                rules.required_class = Some(at);
                if let Some(class) = class_rules.get_mut(at) {
                    class.only_here.insert(id);
                }
            }
            for reference in &value.excluded {
                for excluded in self.resolve(parsed, reference)? {
                    // All values of its own family: all others.
                    if excluded.0 as usize != id {
                        rules.excluded.insert(excluded.0 as usize);
                    } else if reference.lacv.is_some() {
                        return Err(PolicyError::ExcludesItself { line: reference.line, value: value.name.clone() });
                    }
                }
            }
            value_rules.push(rules);
        }
        self.class_rules = class_rules;
        self.value_rules = value_rules;
        Ok(())
    }

    fn known_class(&self, name: &str, line: u32) -> Result<usize, PolicyError> {
        self.class(name).ok_or_else(|| PolicyError::UnknownClassification { line, name: name.to_owned() })
    }

    fn needed(&self, parsed: &Parsed, requirements: &[Requirement]) -> Result<Vec<Needed>, PolicyError> {
        let mut all = Vec::with_capacity(requirements.len());
        for requirement in requirements {
            let mut needed =
                Needed { operation: requirement.operation, values: Bits::new(self.size()), named: Vec::new() };
            for group in &requirement.groups {
                for id in self.resolve(parsed, group)? {
                    needed.values.insert(id.0 as usize);
                    if !needed.named.contains(&id) {
                        needed.named.push(id);
                    }
                }
            }
            if needed.named.is_empty() {
                return Err(PolicyError::EmptyRequirement { line: requirement.line });
            }
            all.push(needed);
        }
        Ok(all)
    }

    /// The values that a reference means: one by its number, or all of the tags of that type in the family.
    pub(crate) fn resolve(&self, parsed: &Parsed, reference: &CategoryRef) -> Result<Vec<ValueId>, PolicyError> {
        let folded = fold(&reference.tag_set);
        let Some(set_at) = parsed.tag_sets.iter().position(|set| fold(&set.name) == folded) else {
            return Err(PolicyError::UnknownTagSet { line: reference.line, name: reference.tag_set.clone() });
        };
        let ids: Vec<ValueId> = self
            .places
            .iter()
            .enumerate()
            .filter(|(_, place)| {
                let tag = parsed.tag_sets.get(place.set).and_then(|set| set.tags.get(place.tag));
                place.set == set_at
                    && tag.is_some_and(|tag| {
                        same_type(tag.encoding, reference.encoding)
                            && reference.lacv.as_ref().is_none_or(|lacv| {
                                tag.values.get(place.value).is_some_and(|v| plain_lacv(&v.lacv) == plain_lacv(lacv))
                            })
                    })
            })
            .map(|(at, _)| ValueId(u32::try_from(at).unwrap_or(u32::MAX)))
            .collect();
        if ids.is_empty() {
            let lacv = reference.lacv.clone().unwrap_or_else(|| "*".to_owned());
            return Err(PolicyError::UnknownValue { line: reference.line, tag_set: reference.tag_set.clone(), lacv });
        }
        // NATO's own file gives one number to two values; that is harmless until a rule refers to it.
        if let Some(lacv) = &reference.lacv
            && ids.len() > 1
        {
            return Err(PolicyError::DuplicateLacv { line: reference.line, lacv: lacv.clone() });
        }
        Ok(ids)
    }

    /// The value of a key that has this number, in labels that carry numbers instead of names.
    pub(crate) fn by_lacv(&self, parsed: &Parsed, key: usize, lacv: &str) -> Option<ValueId> {
        let key = self.keys.get(key)?;
        let wanted = plain_lacv(lacv);
        let mut found = key.values.iter().filter_map(|at| {
            let id = ValueId(u32::try_from(at).ok()?);
            (plain_lacv(&parsed.value(id)?.1.lacv) == wanted).then_some(id)
        });
        // A number that two values share stands for neither.
        found.next().filter(|_| found.next().is_none())
    }
}

impl Parsed {
    fn value_at<'p>(&'p self, index: &Index, at: usize) -> Option<(&'p super::Tag, &'p super::TagValue)> {
        let place = index.places.get(at)?;
        let tag = self.tag_sets.get(place.set)?.tags.get(place.tag)?;
        Some((tag, tag.values.get(place.value)?))
    }
}

/// Whether a reference of one type means a tag of another: `restrictive` and `enumerated restrictive` encode the
/// same thing differently, and files in use mix them up, so the kind decides.
fn same_type(tag: TagType, reference: TagType) -> bool {
    tag.kind() == reference.kind()
}

/// Numbers compare as numbers: `056` and `56` are one value.
pub(crate) fn plain_lacv(lacv: &str) -> String {
    let trimmed = lacv.trim();
    if !trimmed.is_empty() && trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        let short = trimmed.trim_start_matches('0');
        return if short.is_empty() { "0".to_owned() } else { short.to_owned() };
    }
    trimmed.to_owned()
}
