//! The rules of classifications and values, prepared for counting.

use super::{Index, Operation, Parsed, Requirement, ValueId};
use crate::PolicyError;
use crate::bits::Bits;

/// So many values are named by all rules together at most, each time that a rule names them: a file of a few
/// megabytes could otherwise ask for gigabytes.
const MAX_NAMED: usize = 1_000_000;
/// So many rules at most.
const MAX_RULES: usize = 50_000;

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
    /// Values that may not stand in addition to it.
    pub(crate) excluded: Bits,
}

/// What a value asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueRules {
    pub(crate) needed: Vec<Needed>,
    pub(crate) excluded: Bits,
    pub(crate) excluded_classes: Bits,
    pub(crate) required_class: Option<usize>,
}

/// All of them: by the place of a classification, and by value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    pub(crate) classes: Vec<ClassRules>,
    pub(crate) values: Vec<ValueRules>,
}

/// Looks up everything that the rules of a policy name. What is named is in the index already.
pub(super) fn compile(parsed: &Parsed) -> Result<Rules, PolicyError> {
    let index = &parsed.index;
    let mut work = Work { index, named: 0, rules: 0 };
    let mut class_rules = Vec::with_capacity(parsed.classifications.len());
    for class in &parsed.classifications {
        class_rules.push(ClassRules { needed: work.needed(&class.required)?, excluded: Bits::default() });
    }
    let mut value_rules = Vec::with_capacity(index.size());
    for id in 0..index.size() {
        let Some((_, value)) = parsed.value_at(index, id) else { continue };
        let mut rules = ValueRules { needed: work.needed(&value.required)?, ..ValueRules::default() };
        for (name, line) in &value.excluded_classes {
            let at = work.class(name, *line)?;
            rules.excluded_classes.insert(at);
            if let Some(class) = class_rules.get_mut(at) {
                class.excluded.insert(id);
            }
        }
        if let Some(name) = &value.required_class {
            rules.required_class = Some(work.class(name, value.line)?);
        }
        for reference in &value.excluded {
            let excluded = index.resolve(reference)?;
            work.spend(excluded.len())?;
            for other in excluded {
                // All values of its own family: all others.
                if other.0 as usize != id {
                    rules.excluded.insert(other.0 as usize);
                } else if reference.lacv.is_some() {
                    return Err(PolicyError::ExcludesItself { line: reference.line, value: value.name.clone() });
                }
            }
        }
        value_rules.push(rules);
    }
    Ok(Rules { classes: class_rules, values: value_rules })
}

struct Work<'p> {
    index: &'p Index,
    named: usize,
    rules: usize,
}

impl Work<'_> {
    fn spend(&mut self, named: usize) -> Result<(), PolicyError> {
        self.named += named;
        self.rules += 1;
        match (self.named > MAX_NAMED, self.rules > MAX_RULES) {
            (true, _) => Err(PolicyError::TooMuch { limit: MAX_NAMED }),
            (_, true) => Err(PolicyError::TooMuch { limit: MAX_RULES }),
            (false, false) => Ok(()),
        }
    }

    fn class(&mut self, name: &str, line: u32) -> Result<usize, PolicyError> {
        self.spend(1)?;
        self.index.class(name).ok_or_else(|| PolicyError::UnknownClassification { line, name: name.to_owned() })
    }

    fn needed(&mut self, requirements: &[Requirement]) -> Result<Vec<Needed>, PolicyError> {
        let mut all = Vec::with_capacity(requirements.len());
        for requirement in requirements {
            let mut needed = Needed { operation: requirement.operation, values: Bits::default(), named: Vec::new() };
            for group in &requirement.groups {
                let ids = self.index.resolve(group)?;
                self.spend(ids.len())?;
                for id in ids {
                    if !needed.values.contains(id.0 as usize) {
                        needed.values.insert(id.0 as usize);
                        needed.named.push(*id);
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
}
