//! Labels from XML. Mistakes of other software that do not change the meaning are accepted and reported.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use crate::draft::{LabelDraft, LabelKind, Originator, OriginatorKind, Succession};
use crate::fold;
use crate::xml::{self, Element, LABEL_LIMITS, Tree};
use crate::{Category, CategoryKind, LabelError, Policy, Violation, time};

pub(crate) const LABEL_NAMESPACE: &str = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";
/// Its attributes may stand anywhere.
const INSTANCE_NAMESPACE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Longest name or value that is read, in characters; free text has a rule of its own.
const LONGEST: usize = 1024;
/// So many bits without a value are told apart; with more, the string is not of this policy.
const MOST_UNKNOWN_BITS: usize = 16;

/// The elements that mean something in a label. One of these names in another namespace is no extension but a slip,
/// and passing over it would lose what it restricts.
const NAMES: [&str; 14] = [
    "ConfidentialityInformation",
    "OriginatorID",
    "CreationDateTime",
    "SuccessionHandling",
    "SuccessionDateTime",
    "SuccessorConfidentialityLabel",
    "PolicyIdentifier",
    "Classification",
    "PrivacyMark",
    "Category",
    "CategoryValue",
    "GenericValue",
    "IntegerValue",
    "BitStringValue",
];

type Read<T> = Result<T, LabelError>;

pub(super) fn document(xml: &[u8], policy: &Policy, faults: &mut Vec<LabelError>) -> Read<LabelDraft> {
    let text = xml::text(xml, LABEL_LIMITS)?;
    let tree = Tree::parse(text, LABEL_LIMITS)?;
    label_element(tree.root(), policy, faults)
}

/// A label element, alone or within a binding.
pub(crate) fn label_element(node: Element<'_, '_>, policy: &Policy, faults: &mut Vec<LabelError>) -> Read<LabelDraft> {
    let name = node.name();
    let kind = LabelKind::ALL.into_iter().find(|kind| kind.element() == name);
    let (Some(kind), true) = (kind, ours(node)) else {
        // The name alone says nothing where it is the namespace that is wrong.
        let found = if kind.is_some() { node.full_name() } else { xml::quoted(name) };
        return Err(LabelError::NotALabel { line: node.line(), found });
    };
    let mut draft = body(node, policy, faults)?;
    draft.kind = kind;
    draft.review = node.attribute("ReviewDateTime").map(|text| when(node, "ReviewDateTime", text)).transpose()?;
    Ok(draft)
}

/// What a label and the label that succeeds it have in common.
fn body(node: Element<'_, '_>, policy: &Policy, faults: &mut Vec<LabelError>) -> Read<LabelDraft> {
    sequence(node, &["ConfidentialityInformation", "OriginatorID", "CreationDateTime", "SuccessionHandling"], faults)?;
    let inner = one(node, "ConfidentialityInformation")?;
    let mut draft = information(inner.ok_or_else(|| missing(node, "ConfidentialityInformation"))?, policy, faults)?;
    if let Some(originator) = one(node, "OriginatorID")? {
        let named = originator.attribute("IDType").ok_or_else(|| missing(originator, "IDType"))?;
        let kind = OriginatorKind::ALL.into_iter().find(|kind| kind.as_str() == named.trim());
        let kind = kind.ok_or_else(|| bad(originator, "IDType", named))?;
        draft.originator = Some(Originator { kind, id: string(originator)? });
    }
    match one(node, "CreationDateTime")? {
        Some(created) => {
            no_attributes(created, faults);
            draft.created = when(created, "CreationDateTime", &token(created)?)?;
        }
        None => faults.push(missing(node, "CreationDateTime")),
    }
    if let Some(succession) = one(node, "SuccessionHandling")? {
        no_attributes(succession, faults);
        sequence(succession, &["SuccessionDateTime", "SuccessorConfidentialityLabel"], faults)?;
        let at = one(succession, "SuccessionDateTime")?.ok_or_else(|| missing(succession, "SuccessionDateTime"))?;
        let label = one(succession, "SuccessorConfidentialityLabel")?;
        let label = label.ok_or_else(|| missing(succession, "SuccessorConfidentialityLabel"))?;
        no_attributes(at, faults);
        no_attributes(label, faults);
        draft.succession = Some(Succession {
            at: when(at, "SuccessionDateTime", &token(at)?)?,
            label: Box::new(body(label, policy, faults)?),
        });
    }
    Ok(draft)
}

/// Policy, classification, privacy mark and categories.
fn information(node: Element<'_, '_>, policy: &Policy, faults: &mut Vec<LabelError>) -> Read<LabelDraft> {
    sequence(node, &["PolicyIdentifier", "Classification", "PrivacyMark", "Category"], faults)?;
    no_attributes(node, faults);
    let identifier = one(node, "PolicyIdentifier")?.ok_or_else(|| missing(node, "PolicyIdentifier"))?;
    same_policy(identifier, policy)?;
    let classification = one(node, "Classification")?.ok_or_else(|| missing(node, "Classification"))?;
    let name = token(classification)?;
    if name.is_empty() {
        return Err(missing(classification, "Classification"));
    }
    let mut draft = LabelDraft::new(name, DateTime::UNIX_EPOCH);
    if let Some(mark) = one(node, "PrivacyMark")? {
        no_attributes(mark, faults);
        draft.privacy_mark = Some(string(mark)?).filter(|mark| !mark.is_empty());
    }
    // By the folded name of each permissive tag: where it first stood.
    let mut audiences: HashMap<String, usize> = HashMap::new();
    for element in children(node, "Category") {
        let category = category(element, policy, faults)?;
        if category.kind == CategoryKind::Permissive {
            let first = *audiences.entry(fold(&category.tag)).or_insert(draft.categories.len());
            // Whether one value of either is enough or one of each is needed, the standard does not say: as one
            // audience it could be wider than what was meant.
            if draft.categories.get(first).is_some_and(|first: &Category| first.values != category.values) {
                let name = format!("Category TagName=\"{}\"", xml::quoted(&category.tag));
                return Err(LabelError::Repeated { line: element.line(), name });
            }
        }
        draft.categories.push(category);
    }
    Ok(draft)
}

/// A label of another policy is refused by its name and by its identifier, whichever it has.
pub(crate) fn same_policy(node: Element<'_, '_>, policy: &Policy) -> Read<()> {
    let name = token(node)?;
    if name.is_empty() {
        return Err(missing(node, "PolicyIdentifier"));
    }
    let by_name = fold(&name) == fold(policy.name());
    let by_id = node.attribute("URI").and_then(oid).is_none_or(|id| id == policy.id());
    if by_name && by_id {
        return Ok(());
    }
    let found = match node.attribute("URI") {
        Some(uri) => format!("{} ({})", xml::quoted(&name), xml::quoted(uri)),
        None => xml::quoted(&name),
    };
    Err(LabelError::Invalid(vec![Violation::OtherPolicy { found, expected: policy.name().to_owned() }]))
}

/// The object identifier in a URI, if it is one.
fn oid(uri: &str) -> Option<&str> {
    let uri = uri.trim();
    let bare = match uri.get(..8) {
        Some(prefix) if prefix.eq_ignore_ascii_case("urn:oid:") => uri.get(8..)?,
        _ => uri,
    };
    (bare.contains('.') && bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')).then_some(bare)
}

pub(crate) fn category(node: Element<'_, '_>, policy: &Policy, faults: &mut Vec<LabelError>) -> Read<Category> {
    let typed = node.attribute("Type").ok_or_else(|| missing(node, "Type"))?;
    let kind = CategoryKind::ALL.into_iter().find(|kind| kind.as_str() == typed.trim());
    let kind = kind.ok_or_else(|| bad(node, "Type", typed))?;
    let tag = xml::collapse(node.attribute("TagName").ok_or_else(|| missing(node, "TagName"))?);
    if tag.chars().nth(LONGEST).is_some() {
        return Err(bad(node, "TagName", &tag));
    }
    if let Some(text) = node.stray_text() {
        return Err(bad(node, "Category", &text));
    }
    let index = &policy.0.index;
    let of_kind = |keys: &[usize]| -> Vec<usize> {
        keys.iter().copied().filter(|key| index.keys.get(*key).is_some_and(|key| key.kind == kind)).collect()
    };
    let named = index.keys_of(&tag);
    let mut keys = of_kind(named);
    let mut known_as = None;
    if let Some(uri) = node.attribute("URI")
        && let Some(id) = oid(uri)
    {
        let of_id = index.keys_of_id(id);
        if !named.is_empty() && !named.iter().any(|key| of_id.contains(key)) {
            faults.push(bad(node, "Category URI", uri));
        } else if named.is_empty() && !of_id.is_empty() {
            faults.push(bad(node, "TagName", &tag));
            keys = of_kind(of_id);
            // Under the policy's spelling, so that the rules find it.
            known_as = keys.first().and_then(|key| index.keys.get(*key)).map(|key| key.name.clone());
        }
    }
    let by_number = |number: &str| {
        let id = keys.iter().find_map(|key| index.by_lacv(*key, number))?;
        // Where a person types the value, a number is what was typed.
        policy.0.value(id).filter(|(_, value)| value.input.is_none()).map(|(_, value)| value.name.clone())
    };
    let mut values = BTreeSet::new();
    for child in node.elements() {
        let name = child.name();
        if !ours(child) {
            return Err(LabelError::UnknownElement { line: child.line(), name: child.full_name() });
        }
        match name {
            "GenericValue" => {
                values.insert(token(child)?);
            }
            "IntegerValue" => {
                let number = token(child)?;
                if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Err(bad(child, "IntegerValue", &number));
                }
                values.insert(by_number(&number).unwrap_or(number));
            }
            "BitStringValue" => {
                let bits = string(child)?;
                if bits.is_empty() || !bits.bytes().all(|byte| matches!(byte, b'0' | b'1')) {
                    return Err(bad(child, "BitStringValue", &bits));
                }
                let mut unknown = 0;
                for (position, _) in bits.bytes().enumerate().filter(|(_, bit)| *bit == b'1') {
                    let position = position.to_string();
                    let named = by_number(&position);
                    unknown += usize::from(named.is_none());
                    values.insert(named.unwrap_or(position));
                }
                if unknown > MOST_UNKNOWN_BITS {
                    return Err(bad(child, "BitStringValue", &bits));
                }
            }
            _ => return Err(LabelError::UnknownElement { line: child.line(), name: xml::quoted(name) }),
        }
        no_attributes(child, faults);
    }
    Ok(Category { tag: known_as.unwrap_or(tag), kind, values })
}

// ---- elements ---------------------------------------------------------------------------------------------------

fn ours(node: Element<'_, '_>) -> bool {
    node.namespace() == Some(LABEL_NAMESPACE)
}

fn children<'a, 'i>(node: Element<'a, 'i>, name: &'static str) -> impl Iterator<Item = Element<'a, 'i>> {
    node.elements().filter(move |child| ours(*child) && child.name() == name)
}

fn one<'a, 'i>(node: Element<'a, 'i>, name: &'static str) -> Read<Option<Element<'a, 'i>>> {
    let mut found = children(node, name);
    let first = found.next();
    match found.next() {
        Some(second) => Err(LabelError::Repeated { line: second.line(), name: name.to_owned() }),
        None => Ok(first),
    }
}

/// Refuses what the schema does not know, and notes what stands in another order than the schema's. Elements of
/// other namespaces are extensions, which the schema allows and nobody here reads; without any namespace, or under a
/// name that a label gives a meaning, they are none.
fn sequence(node: Element<'_, '_>, order: &[&str], faults: &mut Vec<LabelError>) -> Read<()> {
    if let Some(text) = node.stray_text() {
        return Err(bad(node, node.name(), &text));
    }
    let mut reached = 0;
    for child in node.elements() {
        let (line, name) = (child.line(), child.name());
        if !ours(child) {
            if child.namespace().is_none_or(str::is_empty) || NAMES.contains(&name) {
                return Err(LabelError::UnknownElement { line, name: child.full_name() });
            }
            continue;
        }
        match order.iter().position(|known| *known == name) {
            None => return Err(LabelError::UnknownElement { line, name: xml::quoted(name) }),
            Some(at) if at < reached => faults.push(LabelError::OutOfOrder { line, name: name.to_owned() }),
            Some(at) => reached = at,
        }
    }
    Ok(())
}

/// Notes attributes where the schema allows none.
fn no_attributes(node: Element<'_, '_>, faults: &mut Vec<LabelError>) {
    let unknown = node.attributes().find(|(namespace, _)| *namespace != Some(INSTANCE_NAMESPACE));
    if let Some((_, name)) = unknown {
        faults.push(LabelError::UnknownElement { line: node.line(), name: format!("@{}", xml::quoted(name)) });
    }
}

/// The text of an element as it is, without what stands around it. Elements within would split it.
pub(crate) fn string(node: Element<'_, '_>) -> Read<String> {
    match node.elements().next() {
        Some(child) => Err(LabelError::UnknownElement { line: child.line(), name: xml::quoted(child.name()) }),
        None => Ok(node.text().trim().to_owned()),
    }
}

/// A name or a value: white space collapsed, and not longer than any that there is.
pub(crate) fn token(node: Element<'_, '_>) -> Read<String> {
    let text = xml::collapse(&string(node)?);
    if text.chars().nth(LONGEST).is_some() {
        return Err(bad(node, node.name(), &text));
    }
    Ok(text)
}

fn missing(node: Element<'_, '_>, what: &str) -> LabelError {
    LabelError::Missing { line: node.line(), what: what.to_owned() }
}

fn bad(node: Element<'_, '_>, what: &str, value: &str) -> LabelError {
    LabelError::BadValue { line: node.line(), what: what.to_owned(), value: xml::quoted(value) }
}

fn when(node: Element<'_, '_>, what: &str, text: &str) -> Read<DateTime<Utc>> {
    time::parse(text.trim()).ok_or_else(|| bad(node, what, text))
}
