//! Whether a label is valid under its policy: every rule, every violation.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};

use crate::bits::Bits;
use crate::draft::LabelDraft;
use crate::policy::{Held, Input, Operation, Parsed, Period, Policy, Rules, ValueId};
use crate::{Category, CategoryKind, Violation, fold, xml};

/// Longest free text of a label, in characters.
const LONGEST: usize = 1024;

/// A draft whose every name was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) class: usize,
    /// By the order of the policy.
    pub(crate) held: Vec<Held>,
    /// All values that must be held.
    pub(crate) restrictive: Bits,
    /// Nothing was typed under a tag that counts in decisions: they are set look-ups.
    pub(crate) plain: bool,
}

/// Whether a label is being made or being read: what is obsolete may be read, not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    New,
    Existing,
}

/// Finds every name of the categories; names as the policy spells them come out with [`spelled`].
pub(crate) fn resolve_categories(
    policy: &Policy,
    categories: &[Category],
    violations: &mut Vec<Violation>,
) -> Vec<Held> {
    let index = &policy.0.index;
    let size = index.size();
    let mut held: Vec<Held> = Vec::new();
    fn entry(held: &mut Vec<Held>, key: usize, size: usize) -> Option<&mut Held> {
        let at = match held.iter().position(|one| one.key == key) {
            Some(at) => at,
            None => {
                held.push(Held { key, values: Bits::new(size), typed: Vec::new() });
                held.len() - 1
            }
        };
        held.get_mut(at)
    }
    for category in categories {
        let all = index.keys_of(&category.tag);
        let kind_of = |key: &usize| index.keys.get(*key).map(|key| key.kind);
        let keys: Vec<usize> = all.iter().copied().filter(|key| kind_of(key) == Some(category.kind)).collect();
        // A tag of that very name goes before the tags of a family of that name.
        let is_own = |key: &usize| index.keys.get(*key).is_some_and(|key| fold(&key.name) == fold(&category.tag));
        let (own, others) = keys.split_at(keys.iter().take_while(|key| is_own(key)).count());
        let Some(first) = keys.first().copied() else {
            let kinds: Vec<CategoryKind> = all.iter().filter_map(kind_of).collect();
            violations.push(Violation::of_tag(policy, category, &kinds));
            continue;
        };
        if category.values.is_empty() && category.kind == CategoryKind::Permissive {
            // An audience of nobody is something else than no audience.
            let _ = entry(&mut held, first, size);
        }
        for value in &category.values {
            let found = match find(&policy.0, own, value) {
                Asserted::Nothing => find(&policy.0, others, value),
                found @ (Asserted::Value(..) | Asserted::Typed(..)) => found,
                Asserted::BadInput(form) => match find(&policy.0, others, value) {
                    found @ (Asserted::Value(..) | Asserted::Typed(..)) => found,
                    Asserted::BadInput(_) | Asserted::Nothing => Asserted::BadInput(form),
                },
            };
            match found {
                Asserted::Value(key, id) => {
                    if let Some(held) = entry(&mut held, key, size) {
                        held.values.insert(id.0 as usize);
                    }
                }
                Asserted::Typed(key, id) => {
                    if let Some(held) = entry(&mut held, key, size) {
                        let text = xml::collapse(value);
                        if !held.typed.iter().any(|(_, known)| *known == text) {
                            held.typed.push((id, text));
                        }
                    }
                }
                Asserted::BadInput(form) => violations.push(Violation::BadInput {
                    tag: category.tag.clone(),
                    value: value.clone(),
                    form: form.to_owned(),
                }),
                Asserted::Nothing => {
                    violations.push(Violation::unknown_value(policy, category, value));
                }
            }
        }
    }
    held.sort_by_key(|one| one.key);
    held
}

enum Asserted {
    Value(usize, ValueId),
    Typed(usize, ValueId),
    BadInput(&'static str),
    Nothing,
}

fn find(parsed: &Parsed, keys: &[usize], value: &str) -> Asserted {
    let index = &parsed.index;
    let named = keys.iter().find_map(|key| {
        let id = index.value_in(*key, value)?;
        let (_, entry) = parsed.value(id)?;
        entry.input.is_none().then_some((*key, id))
    });
    if let Some((key, id)) = named {
        return Asserted::Value(key, id);
    }
    let mut asked = None;
    for key in keys {
        for id in index.typed_in(*key).iter().copied() {
            let Some(input) = parsed.value(id).and_then(|(_, value)| value.input.as_ref()) else { continue };
            match accepts(input, value) {
                Ok(()) => return Asserted::Typed(*key, id),
                Err(form) => asked = Some(form),
            }
        }
    }
    asked.map_or(Asserted::Nothing, Asserted::BadInput)
}

/// Whether a free text looks on a screen and on paper as it is: nothing that turns the writing direction, so that a
/// marking reads as another, and nothing that a terminal would obey. Tabs and line ends are white space.
fn visible(text: &str) -> bool {
    !text.chars().any(|c| match c {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    })
}

/// Whether what was typed has the form that the policy asks for.
fn accepts(input: &Input, value: &str) -> Result<(), &'static str> {
    let value = value.trim();
    if value.is_empty() || value.chars().nth(LONGEST).is_some() || !xml::holds(value) || !visible(value) {
        return Err("text");
    }
    match input {
        Input::Text => Ok(()),
        Input::Integer if value.bytes().all(|byte| byte.is_ascii_digit()) => Ok(()),
        Input::Integer => Err("integer"),
        // Forms of dates beyond ISO 8601 are not told apart: the schema itself says ISO 8601.
        Input::Date(_) if value.parse::<NaiveDate>().is_ok() || crate::time::parse(value).is_some() => Ok(()),
        Input::Date(_) => Err("date"),
    }
}

/// The categories with the policy's spelling, by the policy's order.
pub(crate) fn spelled(policy: &Policy, held: &[Held]) -> Vec<Category> {
    held.iter()
        .filter_map(|one| {
            let key = policy.0.index.keys.get(one.key)?;
            let named = one.ids().filter_map(|id| Some(policy.0.value(id)?.1.name.clone()));
            let values: BTreeSet<String> = named.chain(one.typed.iter().map(|(_, text)| text.clone())).collect();
            Some(Category { tag: key.name.clone(), kind: key.kind, values })
        })
        .collect()
}

/// All rules on a draft. Returns it looked up, or every violation.
pub(crate) fn resolve(policy: &Policy, draft: &LabelDraft, use_: Use) -> Result<Resolved, Vec<Violation>> {
    let mut violations = Vec::new();
    let parsed = &policy.0;
    let class = match use_ {
        // A person may type the name in another language; a label must use the policy's.
        Use::New => {
            parsed.index.class(&draft.classification).or_else(|| parsed.index.class_alias(&draft.classification))
        }
        Use::Existing => parsed.index.class(&draft.classification),
    };
    let held = resolve_categories(policy, &draft.categories, &mut violations);
    let Some(class) = class else {
        violations.insert(0, Violation::unknown_classification(policy, &draft.classification));
        return Err(violations);
    };
    dates(policy, draft, &mut violations);
    texts(policy, draft, use_, &mut violations);
    let values = union(&held, parsed.index.size());
    if let Some(classification) = parsed.classifications.get(class)
        && classification.obsolete
        && use_ == Use::New
    {
        violations.push(Violation::obsolete_classification(policy, &classification.name));
    }
    rules(policy, class, &held, &values, draft.created, use_, &mut violations);
    if !violations.is_empty() {
        return Err(violations);
    }
    let mut restrictive = Bits::new(parsed.index.size());
    let mut plain = true;
    for one in &held {
        match parsed.index.keys.get(one.key).map(|key| key.kind) {
            Some(CategoryKind::Restrictive) => {
                one.values.iter().for_each(|at| restrictive.insert(at));
                plain &= one.typed.is_empty();
            }
            Some(CategoryKind::Permissive) => plain &= one.typed.is_empty(),
            Some(CategoryKind::Informative) | None => {}
        }
    }
    Ok(Resolved { class, held, restrictive, plain })
}

fn union(held: &[Held], size: usize) -> Bits {
    let mut values = Bits::new(size);
    for one in held {
        one.values.iter().for_each(|at| values.insert(at));
        one.typed.iter().for_each(|(id, _)| values.insert(id.0 as usize));
    }
    values
}

fn dates(policy: &Policy, draft: &LabelDraft, violations: &mut Vec<Violation>) {
    if draft.review.is_some_and(|review| review < draft.created) {
        violations.push(Violation::ReviewBeforeCreation);
    }
    if draft.succession.as_ref().is_some_and(|succession| succession.at < draft.created) {
        violations.push(Violation::SuccessionBeforeCreation);
    }
    if !in_force(policy.0.valid, draft.created) {
        violations.push(Violation::NotInForce { what: policy.name().to_owned() });
    }
}

fn in_force(period: Period, at: DateTime<Utc>) -> bool {
    period.not_before.is_none_or(|from| from <= at) && period.not_after.is_none_or(|until| at <= until)
}

fn texts(policy: &Policy, draft: &LabelDraft, use_: Use, violations: &mut Vec<Violation>) {
    let good = |text: &str| text.chars().nth(LONGEST).is_none() && xml::holds(text) && visible(text);
    if let Some(originator) = &draft.originator
        && (!good(&originator.id) || originator.id.trim().is_empty())
    {
        violations.push(Violation::BadText { field: "OriginatorID".to_owned() });
    }
    let privacy = &policy.0.privacy;
    match &draft.privacy_mark {
        None if privacy.min > 0 => violations.push(Violation::privacy_mark_missing(policy)),
        None => {}
        Some(mark) if !good(mark) || mark.trim().is_empty() => {
            violations.push(Violation::BadText { field: "PrivacyMark".to_owned() })
        }
        Some(_) if privacy.max == Some(0) => violations.push(Violation::PrivacyMarkNotAllowed),
        Some(_) if privacy.marks.is_empty() => {}
        Some(mark) => match privacy.marks.iter().find(|known| fold(&known.name) == fold(mark)) {
            None => violations.push(Violation::unknown_privacy_mark(policy, mark)),
            Some(known) if known.obsolete && use_ == Use::New => {
                violations.push(Violation::obsolete_privacy_mark(policy, &known.name));
            }
            Some(_) => {}
        },
    }
}

/// Requirements, exclusions, numbers of values.
fn rules(
    policy: &Policy,
    class: usize,
    held: &[Held],
    values: &Bits,
    created: DateTime<Utc>,
    use_: Use,
    violations: &mut Vec<Violation>,
) {
    let parsed = &policy.0;
    let Rules { classes, values: of_values } = &parsed.rules;
    let class_name = parsed.classifications.get(class).map_or("", |c| c.name.as_str());
    selections(parsed, held, violations);
    if let Some(rules) = classes.get(class) {
        needed(parsed, class_name, &rules.needed, values, violations);
    }
    for at in values.iter() {
        let Ok(id) = u32::try_from(at).map(ValueId) else { continue };
        let (Some((tag, value)), Some(rules)) = (parsed.value(id), of_values.get(at)) else { continue };
        let named = || (tag.name.clone(), value.name.clone());
        if value.obsolete && use_ == Use::New {
            violations.push(Violation::obsolete_value(policy, &tag.name, &value.name));
        }
        if !in_force(value.valid, created) {
            violations.push(Violation::NotInForce { what: value.name.clone() });
        }
        if rules.excluded_classes.contains(class) {
            let (tag, value) = named();
            let classification = class_name.to_owned();
            violations.push(Violation::ExcludedClassification { tag, value, classification });
        }
        if let Some(required) = rules.required_class.filter(|required| *required != class) {
            let (tag, value) = named();
            let classification = parsed.classifications.get(required).map_or_else(String::new, |c| c.name.clone());
            violations.push(Violation::RequiredClassification { tag, value, classification });
        }
        for other in rules.excluded.iter().filter(|other| values.contains(*other)) {
            let (tag, value) = named();
            let other = u32::try_from(other).ok().and_then(|other| name_of(parsed, ValueId(other)));
            violations.push(Violation::ExcludedCategory { tag, value, other: other.unwrap_or_default() });
        }
        needed(parsed, &value.name, &rules.needed, values, violations);
    }
}

/// How many values each tag of the file takes: of several tags under one name each counts for itself.
fn selections(parsed: &Parsed, held: &[Held], violations: &mut Vec<Violation>) {
    let mut counts: HashMap<(usize, usize), u32> = HashMap::new();
    let ids = held.iter().flat_map(|one| one.ids().chain(one.typed.iter().map(|(id, _)| *id)));
    for place in ids.filter_map(|id| parsed.index.place(id)) {
        *counts.entry((place.set, place.tag)).or_default() += 1;
    }
    for key in &parsed.index.keys {
        for (set, at) in &key.tags {
            let Some(tag) = parsed.tag_sets.get(*set).and_then(|set| set.tags.get(*at)) else { continue };
            let count = counts.get(&(*set, *at)).copied().unwrap_or(0);
            if count < tag.min {
                violations.push(Violation::TooFew { tag: key.name.clone(), min: tag.min });
            }
            if let Some(max) = tag.max.filter(|max| count > *max) {
                violations.push(Violation::TooMany { tag: key.name.clone(), max });
            }
        }
    }
}

fn needed(parsed: &Parsed, by: &str, all: &[crate::policy::Needed], values: &Bits, violations: &mut Vec<Violation>) {
    for one in all {
        let there = one.values.common(values);
        let met = match one.operation {
            Operation::OnlyOne => there == 1,
            Operation::OneOrMore => there >= 1,
            Operation::All => there == one.values.len(),
        };
        if !met {
            violations.push(Violation::RequiredCategory {
                by: by.to_owned(),
                operation: one.operation,
                values: one.named.iter().filter_map(|id| name_of(parsed, *id)).collect(),
            });
        }
    }
}

fn name_of(parsed: &Parsed, id: ValueId) -> Option<String> {
    let (tag, value) = parsed.value(id)?;
    Some(format!("{}: {}", tag.name, value.name))
}
