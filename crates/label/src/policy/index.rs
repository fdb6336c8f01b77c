//! Lookup tables for everything that is found by name or number, built once.

use std::collections::{BTreeMap, HashMap};

use super::{CategoryRef, Held, Parsed, ValueId};
use crate::bits::Bits;
use crate::{CategoryKind, Lang, PolicyError, fold};

/// So many values and tags at most: NATO's policy has some two hundred values of six tags.
const MAX_VALUES: usize = 4096;
const MAX_TAGS: usize = 1024;

/// Where a value stands in the policy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ValuePosition {
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

#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    classes: HashMap<String, usize>,
    /// Markings that are not names: `None` where two classifications share one.
    aliases: HashMap<String, Option<usize>>,
    places: Vec<ValuePosition>,
    pub(crate) keys: Vec<Key>,
    /// (kind, folded name) → key.
    known: HashMap<(CategoryKind, String), usize>,
    /// Folded tag or family name → keys: the tags of that name before those of a family of that name, each in the order
    /// of the file.
    by_name: HashMap<String, Vec<usize>>,
    /// Family's object identifier → keys.
    by_id: HashMap<String, Vec<usize>>,
    /// Folded name of a family → its place.
    sets: HashMap<String, usize>,
    /// (family, kind, number or all) → values.
    referred: HashMap<(usize, CategoryKind, Option<String>), Vec<ValueId>>,
    /// (key, folded value) → value.
    values: Vec<HashMap<String, ValueId>>,
    /// (key, number) → value; `None` where two values share the number, which stands for neither then.
    numbers: Vec<HashMap<String, Option<ValueId>>>,
    /// Key → the values that a person types.
    typed: Vec<Vec<ValueId>>,
    /// NATO: where a value stands in the order of the alphabet, for each language; empty for other policies.
    ranks: Vec<[u32; 4]>,
    /// NATO: a value of `Releasable To` that the context says already, with the value of the context.
    said: Vec<(ValueId, ValueId)>,
}

impl Index {
    pub(crate) fn new(parsed: &Parsed) -> Result<Index, PolicyError> {
        let mut index = Index::default();
        index.classes(parsed)?;
        index.tags(parsed)?;
        if parsed.id == super::NATO_ID {
            index.nato(parsed);
        }
        Ok(index)
    }

    /// ADatP-4774, table 17: nations stand in the order of the alphabet, and `Releasable To`, which must repeat the
    /// context so that its members still match, does not show it a second time.
    fn nato(&mut self, parsed: &Parsed) {
        self.ranks = vec![[0; 4]; self.size()];
        for tag in ["Releasable To", "Only"] {
            for key in self.keys_of(tag).to_vec() {
                for (column, lang) in Lang::ALL.into_iter().enumerate() {
                    let Some(key) = self.keys.get(key) else { continue };
                    let mut order: Vec<(bool, String, usize)> = key
                        .values
                        .iter()
                        .filter_map(|at| {
                            let (_, value) = parsed.value_at(self, at)?;
                            let word = fold(value.words(lang));
                            Some((word != "nato", word, at))
                        })
                        .collect();
                    order.sort();
                    for (rank, (_, _, at)) in (1..).zip(order) {
                        if let Some(place) = self.ranks.get_mut(at).and_then(|ranks| ranks.get_mut(column)) {
                            *place = rank;
                        }
                    }
                }
            }
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

    /// Where a value stands among the others when they are shown; equal for all where the policy's order counts.
    pub(crate) fn rank(&self, id: ValueId, lang: Lang) -> u32 {
        let ranks = self.ranks.get(id.0 as usize);
        ranks.and_then(|ranks| ranks.get(lang as usize)).copied().unwrap_or(0)
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

    pub(crate) fn place(&self, id: ValueId) -> Option<ValuePosition> {
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
        let tags = parsed.tag_sets.iter().map(|set| set.tags.len()).sum::<usize>();
        if size > MAX_VALUES || tags > MAX_TAGS {
            return Err(PolicyError::TooMuch { limit: if size > MAX_VALUES { MAX_VALUES } else { MAX_TAGS } });
        }
        let mut set_ids = HashMap::new();
        for (set_at, set) in parsed.tag_sets.iter().enumerate() {
            if self.sets.insert(fold(&set.name), set_at).is_some() {
                return Err(PolicyError::DuplicateTagSet { line: set.line, name: set.name.clone() });
            }
            if set_ids.insert(&set.id, set_at).is_some() {
                return Err(PolicyError::DuplicateTagSetId { line: set.line, id: set.id.clone() });
            }
            for (tag_at, tag) in set.tags.iter().enumerate() {
                let key = self.key_for(set_at, tag_at, parsed, size);
                for (value_at, value) in tag.values.iter().enumerate() {
                    let id = ValueId(u32::try_from(self.places.len()).unwrap_or(u32::MAX));
                    for lacv in [None, Some(plain_lacv(&value.lacv))] {
                        self.referred.entry((set_at, tag.kind, lacv)).or_default().push(id);
                    }
                    self.places.push(ValuePosition { set: set_at, tag: tag_at, value: value_at });
                    if let Some(numbers) = self.numbers.get_mut(key) {
                        numbers.entry(plain_lacv(&value.lacv)).and_modify(|known| *known = None).or_insert(Some(id));
                    }
                    if let Some(typed) = self.typed.get_mut(key).filter(|_| value.input.is_some()) {
                        typed.push(id);
                    }
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
        let keys = &self.keys;
        for (name, named) in &mut self.by_name {
            named.sort_by_key(|key| keys.get(*key).is_none_or(|key| fold(&key.name) != *name));
        }
        Ok(())
    }

    fn key_for(&mut self, set_at: usize, tag_at: usize, parsed: &Parsed, size: usize) -> usize {
        let Some((set, tag)) = parsed.tag_sets.get(set_at).and_then(|set| Some((set, set.tags.get(tag_at)?))) else {
            return 0;
        };
        let at = match self.known.get(&(tag.kind, fold(&tag.name))) {
            Some(at) => *at,
            None => {
                self.known.insert((tag.kind, fold(&tag.name)), self.keys.len());
                self.keys.push(Key {
                    name: tag.name.clone(),
                    kind: tag.kind,
                    set_id: set.id.clone(),
                    values: Bits::new(size),
                    tags: Vec::new(),
                });
                self.values.push(HashMap::new());
                self.numbers.push(HashMap::new());
                self.typed.push(Vec::new());
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

    /// The values that a reference means: one by its number, or all of the tags of that kind in the family.
    ///
    /// The kind decides, not the encoding: `restrictive` and `enumerated restrictive` encode the same thing
    /// differently, and files in use mix them up.
    pub(crate) fn resolve(&self, reference: &CategoryRef) -> Result<&[ValueId], PolicyError> {
        let Some(set) = self.sets.get(&fold(&reference.tag_set)).copied() else {
            return Err(PolicyError::UnknownTagSet { line: reference.line, name: reference.tag_set.clone() });
        };
        let lacv = reference.lacv.as_deref().map(plain_lacv);
        let ids = self.referred.get(&(set, reference.encoding.kind(), lacv)).map_or(&[][..], Vec::as_slice);
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
    pub(crate) fn by_lacv(&self, key: usize, lacv: &str) -> Option<ValueId> {
        self.numbers.get(key)?.get(&plain_lacv(lacv)).copied().flatten()
    }

    /// The values of a key that a person types.
    pub(crate) fn typed_in(&self, key: usize) -> &[ValueId] {
        self.typed.get(key).map_or(&[], Vec::as_slice)
    }
}

impl Parsed {
    pub(super) fn value_at<'p>(&'p self, index: &Index, at: usize) -> Option<(&'p super::Tag, &'p super::TagValue)> {
        let place = index.places.get(at)?;
        let tag = self.tag_sets.get(place.set)?.tags.get(place.tag)?;
        Some((tag, tag.values.get(place.value)?))
    }
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
