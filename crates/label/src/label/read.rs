//! Labels from XML. What other software gets wrong without changing the meaning is read and reported.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{LabelDraft, LabelKind, Originator, OriginatorKind, Succession};
use crate::xml::{self, Element, LABEL_LIMITS, Tree};
use crate::{Category, CategoryKind, LabelError, Policy, Violation, time};

pub(crate) const LABEL_NAMESPACE: &str = "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0";

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
        return Err(LabelError::NotALabel { line: node.line(), found: name.to_owned() });
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
        draft.originator = Some(Originator { kind, id: string(originator) });
    }
    match one(node, "CreationDateTime")? {
        Some(created) => draft.created = when(created, "CreationDateTime", &created.token())?,
        None => faults.push(missing(node, "CreationDateTime")),
    }
    if let Some(succession) = one(node, "SuccessionHandling")? {
        let at = one(succession, "SuccessionDateTime")?.ok_or_else(|| missing(succession, "SuccessionDateTime"))?;
        let label = one(succession, "SuccessorConfidentialityLabel")?;
        let label = label.ok_or_else(|| missing(succession, "SuccessorConfidentialityLabel"))?;
        draft.succession = Some(Succession {
            at: when(at, "SuccessionDateTime", &at.token())?,
            label: Box::new(body(label, policy, faults)?),
        });
    }
    Ok(draft)
}

/// Policy, classification, privacy mark and categories.
fn information(node: Element<'_, '_>, policy: &Policy, faults: &mut Vec<LabelError>) -> Read<LabelDraft> {
    sequence(node, &["PolicyIdentifier", "Classification", "PrivacyMark", "Category"], faults)?;
    let identifier = one(node, "PolicyIdentifier")?.ok_or_else(|| missing(node, "PolicyIdentifier"))?;
    same_policy(identifier, policy)?;
    let classification = one(node, "Classification")?.ok_or_else(|| missing(node, "Classification"))?;
    let name = classification.token();
    if name.is_empty() {
        return Err(missing(classification, "Classification"));
    }
    let mut draft = LabelDraft::new(name, Timestamp::UNIX_EPOCH);
    draft.privacy_mark = one(node, "PrivacyMark")?.map(string);
    draft.categories = children(node, "Category").map(|n| category(n, policy, faults)).collect::<Read<_>>()?;
    Ok(draft)
}

/// A label of another policy is refused by its name and by its identifier, whichever it has.
pub(crate) fn same_policy(node: Element<'_, '_>, policy: &Policy) -> Read<()> {
    let name = node.token();
    if name.is_empty() {
        return Err(missing(node, "PolicyIdentifier"));
    }
    let by_name = crate::policy::fold(&name) == crate::policy::fold(policy.name());
    let by_id = node.attribute("URI").and_then(oid).is_none_or(|id| id == policy.id());
    if by_name && by_id {
        return Ok(());
    }
    let found = match node.attribute("URI") {
        Some(uri) => format!("{name} ({uri})"),
        None => name,
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
    let index = &policy.0.index;
    let mut keys = index.keys_of(&tag).to_vec();
    if let Some(uri) = node.attribute("URI")
        && let Some(id) = oid(uri)
    {
        let of_id = index.keys_of_id(id);
        if !keys.is_empty() && !keys.iter().any(|key| of_id.contains(key)) {
            faults.push(bad(node, "Category URI", uri));
        } else if keys.is_empty() && !of_id.is_empty() {
            faults.push(bad(node, "TagName", &tag));
            keys = of_id.to_vec();
        }
    }
    // Under the policy's spelling, so that the rules find it even where the identifier named it.
    let spelled = keys.iter().filter_map(|key| index.keys.get(*key)).find(|key| key.kind == kind);
    let keys: Vec<usize> =
        keys.iter().copied().filter(|key| index.keys.get(*key).is_some_and(|key| key.kind == kind)).collect();
    let by_number = |number: &str| {
        let id = keys.iter().find_map(|key| index.by_lacv(&policy.0, *key, number));
        let name = id.and_then(|id| policy.0.value(id)).map(|(_, value)| value.name.clone());
        name.unwrap_or_else(|| number.to_owned())
    };
    let mut values = BTreeSet::new();
    for child in node.elements() {
        let text = string(child);
        match child.name() {
            "GenericValue" if ours(child) => {
                values.insert(xml::collapse(&text));
            }
            "IntegerValue" if ours(child) => {
                let number = text.trim();
                if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Err(bad(child, "IntegerValue", number));
                }
                values.insert(by_number(number));
            }
            "BitStringValue" if ours(child) => {
                let bits = text.trim();
                if bits.is_empty() || !bits.bytes().all(|byte| matches!(byte, b'0' | b'1')) {
                    return Err(bad(child, "BitStringValue", bits));
                }
                let set = bits.bytes().enumerate().filter(|(_, bit)| *bit == b'1');
                values.extend(set.map(|(position, _)| by_number(&position.to_string())));
            }
            other => return Err(LabelError::UnknownElement { line: child.line(), name: other.to_owned() }),
        }
    }
    Ok(Category { tag: spelled.map_or(tag, |key| key.name.clone()), kind, values })
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
/// other namespaces are extensions, which the schema allows and nobody here reads.
fn sequence(node: Element<'_, '_>, order: &[&str], faults: &mut Vec<LabelError>) -> Read<()> {
    let mut reached = 0;
    for child in node.elements().filter(|child| ours(*child)) {
        let name = child.name();
        match order.iter().position(|known| *known == name) {
            None => return Err(LabelError::UnknownElement { line: child.line(), name: name.to_owned() }),
            Some(at) if at < reached => {
                faults.push(LabelError::OutOfOrder { line: child.line(), name: name.to_owned() });
            }
            Some(at) => reached = at,
        }
    }
    Ok(())
}

/// The text of an element as it is, without what stands around it.
fn string(node: Element<'_, '_>) -> String {
    node.text().trim().to_owned()
}

fn missing(node: Element<'_, '_>, what: &str) -> LabelError {
    LabelError::Missing { line: node.line(), what: what.to_owned() }
}

fn bad(node: Element<'_, '_>, what: &str, value: &str) -> LabelError {
    LabelError::BadValue { line: node.line(), what: what.to_owned(), value: value.to_owned() }
}

fn when(node: Element<'_, '_>, what: &str, text: &str) -> Read<Timestamp> {
    time::parse(text.trim()).ok_or_else(|| bad(node, what, text))
}
