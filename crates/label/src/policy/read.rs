//! Reads an XML SPIF. Element by element, in the order of the schema; nothing is looked up here.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::{
    Applied, CategoryRef, Classification, EquivalentClassification, EquivalentPolicy, EquivalentTagSet,
    EquivalentValue, Index, Input, Operation, Parsed, Period, PrivacyMark, PrivacyMarks, Requirement, Rules, Tag,
    TagSet, TagType, TagValue, fold,
};
use crate::marking::{Codes, Phrases, QualifierKind, Qualifiers};
use crate::xml::{self, Element, POLICY_LIMITS, Tree, collapse};
use crate::{PolicyError, colour};

/// The namespace begins so, whatever the version; older files have none at all.
const NAMESPACE: &str = "http://www.xmlspif.org/";
/// Of what Zegel adds to a policy, within `extensions`.
const OWN_NAMESPACE: &str = "urn:zegel:spif:1";
/// Longest name or phrase of the schema, in characters.
const LONGEST: usize = 256;
/// Most nodes within one element.
const LONGEST_LIST: usize = 10_000;

type Read<T> = Result<T, PolicyError>;

pub(crate) fn read(xml: &[u8]) -> Read<Parsed> {
    let text = xml::text(xml, POLICY_LIMITS)?;
    let tree = Tree::parse(text, POLICY_LIMITS)?;
    let root = tree.root();
    if root.name() != "SPIF" || !ours(root) {
        let found = if root.name() == "SPIF" { root.full_name() } else { xml::quoted(root.name()) };
        return Err(PolicyError::NotASpif { line: root.line(), found });
    }
    // Some checks compare each element of a list with each other.
    if tree.has_list_over(LONGEST_LIST) {
        return Err(PolicyError::TooMuch { limit: LONGEST_LIST });
    }
    if let Some(version) = root.attribute("schemaVersion")
        && !["1.0", "2.0", "2.1", "3.0"].contains(&version.trim())
    {
        return Err(PolicyError::UnsupportedVersion { line: root.line(), version: xml::quoted(version) });
    }
    known(
        root,
        &[
            "defaultSecurityPolicyId",
            "securityPolicyId",
            "updateInfo",
            "securityClassifications",
            "securityCategoryTagSets",
            "privacyMarks",
            "equivalentPolicies",
            "markingData",
            "markingCode",
            "markingQualifier",
            "extensions",
        ],
    )?;
    for name in ["defaultSecurityPolicyId", "securityClassifications", "privacyMarks"] {
        at_most_one(root, name)?;
    }
    let id = one(root, "securityPolicyId")?;
    known(id, &["markingData", "markingQualifier"])?;
    let all = one(root, "securityClassifications")?;
    known(all, &["securityClassification", "markingData", "markingQualifier"])?;
    let mut classifications: Vec<Classification> =
        children(all, "securityClassification").map(classification).collect::<Read<_>>()?;
    if classifications.is_empty() {
        return Err(PolicyError::Missing { line: all.line(), what: "securityClassification".to_owned() });
    }
    classifications.sort_by_key(|class| class.hierarchy);
    let mut tag_sets = Vec::new();
    for sets in children(root, "securityCategoryTagSets") {
        known(sets, &["securityCategoryTagSet"])?;
        for set in children(sets, "securityCategoryTagSet") {
            tag_sets.push(tag_set(set)?);
        }
    }
    let mut equivalent_policies: Vec<EquivalentPolicy> = Vec::new();
    let (mut names, mut ids) = (HashSet::new(), HashSet::new());
    for policies in children(root, "equivalentPolicies") {
        known(policies, &["equivalentPolicy"])?;
        for policy in children(policies, "equivalentPolicy") {
            let read = equivalent_policy(policy)?;
            let twice = !names.insert(read.name.clone()) || !ids.insert(read.id.clone());
            if twice {
                return Err(PolicyError::Repeated { line: policy.line(), name: read.name });
            }
            equivalent_policies.push(read);
        }
    }
    let default_policy = match children(root, "defaultSecurityPolicyId").next() {
        Some(node) => {
            let (name, id) = (name(node, "name")?, oid(node, "id")?);
            // One name for two policies would let a reference mean either.
            if equivalent_policies.iter().any(|other| other.name == name && other.id != id) {
                return Err(PolicyError::Repeated { line: node.line(), name });
            }
            Some((name, id))
        }
        None => None,
    };
    let copied_below = copied_below(root, &classifications)?;
    let mut parsed = Parsed {
        name: name(id, "name")?,
        id: oid(id, "id")?,
        version: root.attribute("version").map_or_else(|| "1".to_owned(), collapse),
        default_policy,
        valid: period(root)?,
        classifications,
        copied_below,
        tag_sets,
        privacy: children(root, "privacyMarks").next().map(privacy_marks).transpose()?.unwrap_or_default(),
        equivalent_policies,
        name_phrases: phrases(id)?,
        name_qualifiers: qualifiers(id)?,
        class_phrases: phrases(all)?,
        class_qualifiers: qualifiers(all)?,
        line_phrases: phrases(root)?,
        line_qualifiers: qualifiers(root)?,
        index: Index::default(),
        rules: Rules::default(),
    };
    super::nato::complete(&mut parsed);
    Ok(parsed)
}

fn classification(node: Element<'_, '_>) -> Read<Classification> {
    known(node, &["equivalentClassification", "markingData", "markingCode", "markingQualifier", "requiredCategory"])?;
    let hierarchy = number(node, "hierarchy")?;
    Ok(Classification {
        name: name(node, "name")?,
        lacv: number(node, "lacv")?,
        hierarchy: u32::try_from(hierarchy).map_err(|_| bad(node, "hierarchy", &hierarchy.to_string()))?,
        colour: colour_of(node)?,
        obsolete: boolean(node, "obsolete")?,
        phrases: phrases(node)?,
        qualifiers: qualifiers(node)?,
        required: requirements(node)?,
        equivalents: children(node, "equivalentClassification").map(equivalent_classification).collect::<Read<_>>()?,
        line: node.line(),
    })
}

/// `<copying below="…"/>`, in the namespace of Zegel: the place of that classification in the list.
fn copied_below(root: Element<'_, '_>, classifications: &[Classification]) -> Read<Option<usize>> {
    let mut below = None;
    for extension in children(root, "extensions").flat_map(|extensions| extensions.elements()) {
        if extension.namespace() != Some(OWN_NAMESPACE) {
            continue;
        }
        let line = extension.line();
        if extension.name() != "copying" {
            return Err(PolicyError::UnknownElement { line, name: extension.full_name() });
        }
        if below.is_some() {
            return Err(PolicyError::Repeated { line, name: extension.full_name() });
        }
        let name = name(extension, "below")?;
        let at = classifications.iter().position(|class| class.name == name);
        below = Some(at.ok_or(PolicyError::UnknownClassification { line, name })?);
    }
    Ok(below)
}

fn equivalent_classification(node: Element<'_, '_>) -> Read<EquivalentClassification> {
    known(node, &["requiredCategory"])?;
    Ok(EquivalentClassification {
        policy: name(node, "policyRef")?,
        lacv: number(node, "lacv")?,
        applied: applied(node)?,
        required: requirements(node)?,
        line: node.line(),
    })
}

fn equivalent_policy(node: Element<'_, '_>) -> Read<EquivalentPolicy> {
    known(node, &["requiredCategory"])?;
    Ok(EquivalentPolicy { name: name(node, "name")?, id: oid(node, "id")?, required: requirements(node)? })
}

fn tag_set(node: Element<'_, '_>) -> Read<TagSet> {
    known(node, &["securityCategoryTag", "equivalentSecurityCategoryTagSet", "markingQualifier", "markingData"])?;
    let set = name(node, "name")?;
    // The schema of 2.1 has no qualifiers here; where a file has them, they stand around every tag of the family.
    let around = qualifiers(node)?;
    let tags = children(node, "securityCategoryTag");
    let tags = tags.map(|tag_node| tag(tag_node, &set, &around)).collect::<Read<Vec<_>>>()?;
    if tags.is_empty() {
        return Err(PolicyError::Missing { line: node.line(), what: "securityCategoryTag".to_owned() });
    }
    let mut equivalents = Vec::new();
    for equivalent in children(node, "equivalentSecurityCategoryTagSet") {
        known(equivalent, &["requiredCategory"])?;
        let named = equivalent.attribute("name").map(collapse);
        let id = equivalent.attribute("id").map(|_| oid(equivalent, "id")).transpose()?;
        if named.is_none() && id.is_none() {
            return Err(PolicyError::Missing { line: equivalent.line(), what: "name, id".to_owned() });
        }
        equivalents.push(EquivalentTagSet {
            policy: name(equivalent, "policyRef")?,
            name: named,
            id,
            required: requirements(equivalent)?,
            line: equivalent.line(),
        });
    }
    Ok(TagSet { id: oid(node, "id")?, name: set, tags, equivalents, line: node.line() })
}

fn tag(node: Element<'_, '_>, set: &str, around: &Qualifiers) -> Read<Tag> {
    known(node, &["tagCategory", "markingQualifier", "markingData"])?;
    let encoding = tag_type(node)?;
    let own = node.attribute("name").map(collapse).filter(|name| !name.is_empty());
    let max = selection(node, "maxSelection")?;
    let single = boolean(node, "singleSelection")?;
    let mut values: Vec<TagValue> = Vec::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for value_node in children(node, "tagCategory") {
        let value = tag_value(value_node)?;
        let at = *by_name.entry(fold(&value.name)).or_insert(values.len());
        match values.get_mut(at) {
            Some(known) => merge(known, value)?,
            None => values.push(value),
        }
    }
    Ok(Tag {
        name: limited(node, "name", own.unwrap_or_else(|| set.to_owned()))?,
        kind: encoding.kind(),
        values,
        min: selection(node, "minSelection")?.unwrap_or(0),
        max: if single { Some(max.map_or(1, |max| max.min(1))) } else { max },
        encoding,
        qualifiers: qualifiers(node)?.or_else(around),
        line: node.line(),
    })
}

/// A value that is given twice under one name, as NATO's own file does, is one value: the first number, the words of
/// both with the first ones first, and every rule of both. Rules that cannot both hold make it two values.
fn merge(known: &mut TagValue, again: TagValue) -> Read<()> {
    let twice = || PolicyError::DuplicateValue { line: again.line, value: again.name.clone() };
    if known.input != again.input {
        return Err(twice());
    }
    known.required_class = match (known.required_class.take(), again.required_class.clone()) {
        (Some(one), Some(other)) if fold(&one) != fold(&other) => return Err(twice()),
        (one, other) => one.or(other),
    };
    known.valid.not_before = known.valid.not_before.max(again.valid.not_before);
    known.valid.not_after = match (known.valid.not_after, again.valid.not_after) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    known.phrases.extend(again.phrases);
    known.qualifiers.extend(again.qualifiers);
    known.excluded_classes.extend(again.excluded_classes);
    known.required.extend(again.required);
    known.excluded.extend(again.excluded);
    known.equivalents.extend(again.equivalents);
    known.obsolete |= again.obsolete;
    Ok(())
}

fn tag_value(node: Element<'_, '_>) -> Read<TagValue> {
    known(
        node,
        &[
            "equivalentSecCategoryTag",
            "markingData",
            "markingCode",
            "markingQualifier",
            "excludedClass",
            "requiredCategory",
            "excludedCategory",
        ],
    )?;
    let input = match node.attribute("userInput").map(collapse).as_deref() {
        None => None,
        Some("string") => Some(Input::Text),
        Some("integer") => Some(Input::Integer),
        Some("date") => Some(Input::Date(node.attribute("dateFormat").map(collapse))),
        Some(other) => return Err(bad(node, "userInput", other)),
    };
    let mut equivalents = Vec::new();
    for equivalent in children(node, "equivalentSecCategoryTag") {
        let discard = match equivalent.attribute("action").map(collapse).as_deref() {
            None => false,
            Some("discard") => true,
            Some(other) => return Err(bad(equivalent, "action", other)),
        };
        equivalents.push(EquivalentValue {
            policy: name(equivalent, "policyRef")?,
            tag_set_id: oid(equivalent, "tagSetId")?,
            encoding: tag_type(equivalent)?,
            lacv: required(equivalent, "lacv")?,
            applied: applied(equivalent)?,
            discard,
            line: equivalent.line(),
        });
    }
    Ok(TagValue {
        name: name(node, "name")?,
        lacv: required(node, "lacv")?,
        obsolete: boolean(node, "obsolete")?,
        input,
        valid: period(node)?,
        phrases: phrases(node)?,
        qualifiers: qualifiers(node)?,
        excluded_classes: children(node, "excludedClass").map(|class| (class.token(), class.line())).collect(),
        required_class: node.attribute("requiredClass").map(collapse),
        required: requirements(node)?,
        excluded: children(node, "excludedCategory").map(category_ref).collect::<Read<_>>()?,
        equivalents,
        line: node.line(),
    })
}

fn requirements(node: Element<'_, '_>) -> Read<Vec<Requirement>> {
    let mut all = Vec::new();
    for required_node in children(node, "requiredCategory") {
        known(required_node, &["categoryGroup"])?;
        let operation = match required(required_node, "operation")?.as_str() {
            "onlyOne" => Operation::OnlyOne,
            "oneOrMore" => Operation::OneOrMore,
            "all" => Operation::All,
            other => return Err(bad(required_node, "operation", other)),
        };
        let groups = children(required_node, "categoryGroup").map(category_ref).collect::<Read<Vec<_>>>()?;
        if groups.is_empty() {
            return Err(PolicyError::EmptyRequirement { line: required_node.line() });
        }
        all.push(Requirement { operation, groups, line: required_node.line() });
    }
    Ok(all)
}

fn category_ref(node: Element<'_, '_>) -> Read<CategoryRef> {
    let lacv = node.attribute("lacv").map(collapse);
    let all = boolean(node, "all")?;
    if lacv.is_some() == all {
        return Err(PolicyError::OneOrAll { line: node.line() });
    }
    Ok(CategoryRef { tag_set: name(node, "tagSetRef")?, encoding: tag_type(node)?, lacv, line: node.line() })
}

fn privacy_marks(node: Element<'_, '_>) -> Read<PrivacyMarks> {
    known(node, &["privacyMark", "markingData", "markingQualifier"])?;
    let mut marks = Vec::new();
    for mark in children(node, "privacyMark") {
        known(mark, &["markingData", "markingQualifier"])?;
        marks.push(PrivacyMark {
            name: name(mark, "name")?,
            obsolete: boolean(mark, "obsolete")?,
            phrases: phrases(mark)?,
            qualifiers: qualifiers(mark)?,
        });
    }
    Ok(PrivacyMarks {
        marks,
        min: selection(node, "minSelection")?.unwrap_or(0),
        max: selection(node, "maxSelection")?,
        phrases: phrases(node)?,
        qualifiers: qualifiers(node)?,
    })
}

/// `markingData`; also under the name `markingCode`, which files of the 2.0 dialect give it.
fn phrases(node: Element<'_, '_>) -> Read<Phrases> {
    let mut phrases = Phrases::default();
    for data in node.elements().filter(|n| ours(*n) && matches!(n.name(), "markingData" | "markingCode")) {
        known(data, &["code"])?;
        let mut codes = Codes::default();
        for code in children(data, "code") {
            let word = code.token();
            codes.add(Codes::of(&word).ok_or_else(|| bad(code, "code", &word))?);
        }
        let phrase = data.attribute("phrase").map(|phrase| limited(data, "phrase", collapse(phrase))).transpose()?;
        phrases.push(lang(data), phrase, codes);
    }
    Ok(phrases)
}

fn qualifiers(node: Element<'_, '_>) -> Read<Qualifiers> {
    let mut qualifiers = Qualifiers::default();
    for group in children(node, "markingQualifier") {
        known(group, &["qualifier"])?;
        let word = group.attribute("markingCode").or_else(|| group.attribute("code")).map(collapse);
        let codes = match &word {
            Some(word) => Some(Codes::of(word).ok_or_else(|| bad(group, "markingCode", word))?),
            None => None,
        };
        for qualifier in children(group, "qualifier") {
            let kind = match required(qualifier, "qualifierCode")?.as_str() {
                "prefix" => QualifierKind::Prefix,
                "suffix" => QualifierKind::Suffix,
                "separator" => QualifierKind::Separator,
                other => return Err(bad(qualifier, "qualifierCode", other)),
            };
            let Some(text) = qualifier.attribute("markingQualifier") else {
                return Err(missing(qualifier, "markingQualifier"));
            };
            // Spaces at the ends of a qualifier carry meaning.
            let text = limited(qualifier, "markingQualifier", text.to_owned())?;
            qualifiers.push(lang(qualifier).or_else(|| lang(group)), codes, kind, text);
        }
    }
    Ok(qualifiers)
}

// ---- attributes -------------------------------------------------------------------------------------------------

fn ours(node: Element<'_, '_>) -> bool {
    node.namespace().is_none_or(|namespace| namespace.starts_with(NAMESPACE))
}

fn children<'a, 'i>(node: Element<'a, 'i>, name: &'static str) -> impl Iterator<Item = Element<'a, 'i>> {
    node.elements().filter(move |child| ours(*child) && child.name() == name)
}

/// Refuses elements that this reader does not know: half a rule understood is a rule broken. What has another namespace
/// is somebody's addition, unless it bears a name that means something here: that is a rule with a slip in it.
fn known(node: Element<'_, '_>, names: &[&str]) -> Read<()> {
    for child in node.elements() {
        let line = child.line();
        match (ours(child), names.contains(&child.name())) {
            (true, true) | (false, false) => {}
            (true, false) => return Err(PolicyError::UnknownElement { line, name: xml::quoted(child.name()) }),
            (false, true) => return Err(PolicyError::UnknownElement { line, name: child.full_name() }),
        }
    }
    Ok(())
}

fn at_most_one(node: Element<'_, '_>, name: &'static str) -> Read<()> {
    match children(node, name).nth(1) {
        Some(second) => Err(PolicyError::Repeated { line: second.line(), name: name.to_owned() }),
        None => Ok(()),
    }
}

fn one<'a, 'i>(node: Element<'a, 'i>, name: &'static str) -> Read<Element<'a, 'i>> {
    let mut found = children(node, name);
    let first = found.next().ok_or_else(|| missing(node, name))?;
    match found.next() {
        Some(second) => Err(PolicyError::Repeated { line: second.line(), name: name.to_owned() }),
        None => Ok(first),
    }
}

fn missing(node: Element<'_, '_>, what: &str) -> PolicyError {
    PolicyError::Missing { line: node.line(), what: what.to_owned() }
}

fn bad(node: Element<'_, '_>, attribute: &str, value: &str) -> PolicyError {
    PolicyError::BadValue { line: node.line(), attribute: attribute.to_owned(), value: xml::quoted(value) }
}

fn required(node: Element<'_, '_>, attribute: &str) -> Read<String> {
    node.attribute(attribute).map(collapse).filter(|value| !value.is_empty()).ok_or_else(|| missing(node, attribute))
}

fn name(node: Element<'_, '_>, attribute: &str) -> Read<String> {
    limited(node, attribute, required(node, attribute)?)
}

fn limited(node: Element<'_, '_>, attribute: &str, value: String) -> Read<String> {
    if value.chars().count() > LONGEST {
        return Err(PolicyError::TooLong { line: node.line(), attribute: attribute.to_owned(), limit: LONGEST });
    }
    Ok(value)
}

fn number(node: Element<'_, '_>, attribute: &str) -> Read<i64> {
    let text = required(node, attribute)?;
    text.parse().map_err(|_| bad(node, attribute, &text))
}

fn boolean(node: Element<'_, '_>, attribute: &str) -> Read<bool> {
    match node.attribute(attribute).map(collapse).as_deref() {
        None | Some("false" | "0") => Ok(false),
        Some("true" | "1") => Ok(true),
        Some(other) => Err(bad(node, attribute, other)),
    }
}

/// `None`: unbounded.
fn selection(node: Element<'_, '_>, attribute: &str) -> Read<Option<u32>> {
    match node.attribute(attribute).map(collapse).as_deref() {
        None | Some("unbounded") => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| bad(node, attribute, text)),
    }
}

fn oid(node: Element<'_, '_>, attribute: &str) -> Read<String> {
    let text = required(node, attribute)?;
    let mut arcs = text.split('.');
    let first = arcs.next().is_some_and(|arc| matches!(arc, "0" | "1" | "2"));
    let mut more = 0;
    let rest = arcs.all(|arc| {
        more += 1;
        !arc.is_empty() && arc.bytes().all(|byte| byte.is_ascii_digit())
    });
    if first && rest && more > 0 { Ok(text) } else { Err(bad(node, attribute, &text)) }
}

fn applied(node: Element<'_, '_>) -> Read<Applied> {
    match required(node, "applied")?.as_str() {
        "encrypt" => Ok(Applied::Encrypt),
        "decrypt" => Ok(Applied::Decrypt),
        "both" => Ok(Applied::Both),
        other => Err(bad(node, "applied", other)),
    }
}

fn tag_type(node: Element<'_, '_>) -> Read<TagType> {
    let permissive = match node.attribute("enumType").map(collapse).as_deref() {
        None => None,
        Some("restrictive") => Some(false),
        Some("permissive") => Some(true),
        Some(other) => return Err(bad(node, "enumType", other)),
    };
    match required(node, "tagType")?.as_str() {
        "restrictive" => Ok(TagType::Restrictive),
        "permissive" => Ok(TagType::Permissive),
        "enumerated" => match permissive {
            Some(true) => Ok(TagType::EnumeratedPermissive),
            Some(false) => Ok(TagType::EnumeratedRestrictive),
            None => Err(missing(node, "enumType")),
        },
        "tagType7" => Ok(TagType::Informative),
        "notApplicable" => Ok(TagType::NotApplicable),
        other => Err(bad(node, "tagType", other)),
    }
}

fn colour_of(node: Element<'_, '_>) -> Read<Option<String>> {
    match node.attribute("color").map(collapse) {
        None => Ok(None),
        Some(text) if text.is_empty() => Ok(None),
        Some(text) => colour::parse(&text).map(Some).ok_or_else(|| bad(node, "color", &text)),
    }
}

fn period(node: Element<'_, '_>) -> Read<Period> {
    let time = |attribute: &str| -> Read<Option<DateTime<Utc>>> {
        match node.attribute(attribute).map(collapse) {
            None => Ok(None),
            Some(text) => crate::time::parse(&text).map(Some).ok_or_else(|| bad(node, attribute, &text)),
        }
    };
    Ok(Period { not_before: time("notBefore")?, not_after: time("notAfter")? })
}

fn lang(node: Element<'_, '_>) -> Option<String> {
    node.attribute_of("http://www.w3.org/XML/1998/namespace", "lang")
        .map(|lang| lang.trim().to_ascii_lowercase())
        .filter(|lang| !lang.is_empty())
}
