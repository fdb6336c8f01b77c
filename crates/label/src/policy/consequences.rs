//! What a classification or a value requires, step by step. One that requires what it excludes, or things that exclude
//! each other, can never be used.

use std::collections::HashMap;

use super::{Needed, Operation, Parsed, ValueId};
use crate::PolicyError;
use crate::bits::Bits;

/// So many steps for all classifications and values together: chains of rules as long as a policy may be would
/// otherwise be walked from each of their links.
const MAX_STEPS: usize = 2_000_000;

pub(super) fn check(parsed: &Parsed) -> Result<(), PolicyError> {
    let mut walk = Walk { parsed, steps: 0 };
    for (at, class) in parsed.classifications.iter().enumerate() {
        if !walk.possible(Some(at), None)? {
            return Err(PolicyError::Contradiction { line: class.line, what: class.name.clone() });
        }
    }
    for at in 0..parsed.index.size() {
        let Ok(id) = u32::try_from(at).map(ValueId) else { continue };
        let Some((_, value)) = parsed.value(id) else { continue };
        let alone = parsed.rules.values.get(at).is_none_or(|r| r.needed.is_empty() && r.required_class.is_none());
        if !alone && !walk.possible(None, Some(id))? {
            return Err(PolicyError::Contradiction { line: value.line, what: value.name.clone() });
        }
    }
    Ok(())
}

struct Walk<'p> {
    parsed: &'p Parsed,
    steps: usize,
}

/// What cannot be avoided, as far as it has been followed.
struct Forced {
    class: Option<usize>,
    values: Bits,
    /// Found, and not yet followed.
    next: Vec<ValueId>,
    excluded: Bits,
    excluded_classes: Bits,
}

impl Walk<'_> {
    fn step(&mut self, count: usize) -> Result<(), PolicyError> {
        self.steps += count;
        if self.steps > MAX_STEPS { Err(PolicyError::TooMuch { limit: MAX_STEPS }) } else { Ok(()) }
    }

    /// Whether a label may bear this classification, or this value, at all. What is left open to choose is not
    /// followed: a policy that is refused is refused for what no choice can cure.
    fn possible(&mut self, class: Option<usize>, value: Option<ValueId>) -> Result<bool, PolicyError> {
        let index = &self.parsed.index;
        let mut forced = Forced {
            class: None,
            values: Bits::new(index.size()),
            next: Vec::new(),
            excluded: Bits::new(index.size()),
            excluded_classes: Bits::default(),
        };
        let mut choices: Vec<&Needed> = Vec::new();
        if let Some(class) = class
            && !forced.stands_at(self.parsed, class, &mut choices)
        {
            return Ok(false);
        }
        forced.add(value);
        loop {
            while let Some(id) = forced.next.pop() {
                let Some(rules) = self.parsed.rules.values.get(id.0 as usize) else { continue };
                self.step(1 + rules.needed.len())?;
                forced.excluded.join(&rules.excluded);
                forced.excluded_classes.join(&rules.excluded_classes);
                forced.need(&rules.needed, &mut choices);
                if let Some(required) = rules.required_class
                    && !forced.stands_at(self.parsed, required, &mut choices)
                {
                    return Ok(false);
                }
            }
            let impossible = forced.values.meets(&forced.excluded)
                || forced.class.is_some_and(|class| forced.excluded_classes.contains(class))
                || self.too_many(&forced);
            if impossible {
                return Ok(false);
            }
            for needed in &choices {
                self.step(1 + needed.named.len())?;
                let there = needed.values.common(&forced.values);
                let mut left = needed.named.iter().copied().filter(|id| !forced.excluded.contains(id.0 as usize));
                match (there, left.next(), left.next()) {
                    (2.., _, _) if needed.operation == Operation::OnlyOne => return Ok(false),
                    (1.., _, _) | (0, Some(_), Some(_)) => {}
                    (0, Some(only), None) => forced.add([only]),
                    (0, None, _) => return Ok(false),
                }
            }
            if forced.next.is_empty() {
                return Ok(true);
            }
        }
    }

    /// Whether some tag would have more values than it takes. One that takes none at all is out of use, not in conflict.
    fn too_many(&self, forced: &Forced) -> bool {
        let mut counts: HashMap<(usize, usize), u32> = HashMap::new();
        for at in forced.values.iter() {
            let place = u32::try_from(at).ok().and_then(|at| self.parsed.index.place(ValueId(at)));
            if let Some(place) = place {
                *counts.entry((place.set, place.tag)).or_default() += 1;
            }
        }
        counts.into_iter().any(|((set, tag), count)| {
            let tag = self.parsed.tag_sets.get(set).and_then(|set| set.tags.get(tag));
            tag.and_then(|tag| tag.max).is_some_and(|max| count > max.max(1))
        })
    }
}

impl Forced {
    fn add(&mut self, ids: impl IntoIterator<Item = ValueId>) {
        for id in ids {
            if !self.values.contains(id.0 as usize) {
                self.values.insert(id.0 as usize);
                self.next.push(id);
            }
        }
    }

    /// Adds what is needed whole, and notes where something is left to choose.
    fn need<'p>(&mut self, all: &'p [Needed], choices: &mut Vec<&'p Needed>) {
        for needed in all {
            match needed.operation {
                Operation::All => {
                    let new: Vec<usize> = needed.values.beyond(&self.values).collect();
                    self.add(new.into_iter().filter_map(|at| u32::try_from(at).ok()).map(ValueId));
                }
                Operation::OneOrMore | Operation::OnlyOne => choices.push(needed),
            }
        }
    }

    /// Settles the classification, and what it asks for; whether it could be settled so.
    fn stands_at<'p>(&mut self, parsed: &'p Parsed, class: usize, choices: &mut Vec<&'p Needed>) -> bool {
        match self.class {
            Some(known) => known == class,
            None => {
                self.class = Some(class);
                if let Some(rules) = parsed.rules.classes.get(class) {
                    self.excluded.join(&rules.excluded);
                    self.need(&rules.needed, choices);
                }
                true
            }
        }
    }
}
