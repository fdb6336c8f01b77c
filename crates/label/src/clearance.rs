//! Clearances of the companion schema of ADatP-4774, and the access decision of ADatP-4774.1.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::bits::Bits;
use crate::label::{LABEL_NAMESPACE, category, same_policy, token, write_categories, write_policy};
use crate::policy::Held;
use crate::validity;
use crate::xml::{self, Element, LABEL_LIMITS, Tree, Writer};
use crate::{Category, CategoryKind, ClearanceError, Label, Policy, Violation};

const CLEARANCE_NAMESPACE: &str = "urn:nato:stanag:4774:confidentialityclearance:1:0";
/// The elements in the order of the schema.
const ORDER: [&str; 4] = ["PolicyIdentifier", "ClassificationList", "Category", "ConfidentialityClearanceExtensions"];

/// What its holder may have access to, under one policy.
#[derive(Clone, Debug)]
pub struct Clearance {
    policy: Policy,
    classes: Bits,
    held: Vec<Held>,
    /// All named values of `held`, whatever their tag: a value belongs to one tag only.
    values: Bits,
}

impl Clearance {
    /// Reads a clearance and holds it against its policy.
    ///
    /// # Errors
    /// What is wrong with the document, or every name that the policy does not know.
    pub fn parse(xml: &[u8], policy: &Policy) -> Result<Clearance, ClearanceError> {
        let text = xml::text(xml, LABEL_LIMITS)?;
        let tree = Tree::parse(text, LABEL_LIMITS)?;
        let root = tree.root();
        let line = root.line();
        if !root.is(CLEARANCE_NAMESPACE, "ConfidentialityClearance") {
            let found =
                if root.name() == "ConfidentialityClearance" { root.full_name() } else { xml::quoted(root.name()) };
            return Err(ClearanceError::NotALabel { line, found });
        }
        let mut identifier = None;
        let mut list = None;
        let mut categories = Vec::new();
        let mut faults = Vec::new();
        if let Some(value) = root.stray_text() {
            return Err(ClearanceError::BadValue { line, what: root.name().to_owned(), value });
        }
        let mut reached = 0;
        for child in root.elements() {
            let name = child.name();
            let again = || ClearanceError::Repeated { line: child.line(), name: name.to_owned() };
            let at = ORDER.iter().position(|known| *known == name).unwrap_or(reached);
            if at < reached {
                faults.push(ClearanceError::OutOfOrder { line: child.line(), name: name.to_owned() });
            }
            reached = reached.max(at);
            if child.is(LABEL_NAMESPACE, "PolicyIdentifier") {
                if identifier.replace(child).is_some() {
                    return Err(again());
                }
            } else if child.is(CLEARANCE_NAMESPACE, "ClassificationList") {
                if list.replace(child).is_some() {
                    return Err(again());
                }
            } else if child.is(LABEL_NAMESPACE, "Category") {
                categories.push(category(child, policy, &mut faults)?);
            } else if !child.is(CLEARANCE_NAMESPACE, "ConfidentialityClearanceExtensions") {
                return Err(unknown(child));
            }
        }
        if let Some(fault) = faults.into_iter().next() {
            return Err(fault);
        }
        let missing = |what: &str| ClearanceError::Missing { line, what: what.to_owned() };
        same_policy(identifier.ok_or_else(|| missing("PolicyIdentifier"))?, policy)?;
        let names = classifications(list.ok_or_else(|| missing("ClassificationList"))?)?;
        Clearance::new(policy, &names, &categories).map_err(ClearanceError::Invalid)
    }

    /// For every classification up to `highest` (a name in any language of the policy), with these values held per
    /// tag, restrictive and permissive alike.
    ///
    /// # Errors
    /// Every name that the policy does not know.
    pub fn build(
        policy: &Policy,
        highest: &str,
        held: &BTreeMap<String, BTreeSet<String>>,
    ) -> Result<Clearance, Vec<Violation>> {
        let mut violations = Vec::new();
        let names: Vec<String> = match policy.classification(highest) {
            Some(top) => {
                let up_to = policy.classifications().iter().filter(|class| class.hierarchy <= top.hierarchy);
                up_to.map(|class| class.name.clone()).collect()
            }
            None => {
                violations.push(Violation::unknown_classification(policy, highest));
                Vec::new()
            }
        };
        let mut categories = Vec::new();
        for (tag, values) in held {
            let index = &policy.0.index;
            let keys: Vec<_> = index.keys_of(tag).iter().filter_map(|key| index.keys.get(*key)).collect();
            if keys.is_empty() {
                violations.push(Violation::unknown_tag(policy, tag));
            }
            for value in values {
                let mut unknown = Vec::new();
                let mut found = false;
                for key in &keys {
                    let one = Category::new(key.name.clone(), key.kind, [value.as_str()]);
                    let mut refused = Vec::new();
                    let _ = validity::resolve_categories(policy, std::slice::from_ref(&one), &mut refused);
                    if refused.is_empty() {
                        categories.push(one);
                        found = true;
                        break;
                    }
                    unknown = refused;
                }
                if !found {
                    violations.append(&mut unknown);
                }
            }
        }
        if violations.is_empty() { Clearance::new(policy, &names, &categories) } else { Err(violations) }
    }

    fn new(policy: &Policy, names: &[String], categories: &[Category]) -> Result<Clearance, Vec<Violation>> {
        let mut violations = Vec::new();
        let mut classes = Bits::new(policy.0.classifications.len());
        for name in names {
            match policy.0.index.class(name) {
                Some(at) => classes.insert(at),
                None => violations.push(Violation::unknown_classification(policy, name)),
            }
        }
        let held = validity::resolve_categories(policy, categories, &mut violations);
        if !violations.is_empty() {
            return Err(violations);
        }
        let mut values = Bits::new(policy.0.index.size());
        held.iter().flat_map(|one| one.values.iter()).for_each(|at| values.insert(at));
        Ok(Clearance { policy: policy.clone(), classes, held, values })
    }

    /// The clearance as an XML document that validates against the NATO schema.
    pub fn to_xml(&self) -> String {
        let mut out = Writer::document();
        out.open(
            "sclr:ConfidentialityClearance",
            &[("xmlns:sclr", CLEARANCE_NAMESPACE), ("xmlns:slab", LABEL_NAMESPACE)],
        );
        write_policy(&mut out, &self.policy);
        out.open("sclr:ClassificationList", &[]);
        for name in self.classifications() {
            out.text("slab:Classification", &[], name);
        }
        out.close();
        write_categories(&mut out, &self.policy, &self.categories());
        out.close();
        out.finish()
    }

    /// The policy's name.
    pub fn policy(&self) -> &str {
        self.policy.name()
    }

    /// The classifications in the list, lowest first.
    pub fn classifications(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().filter_map(|at| self.policy.0.classifications.get(at)).map(|class| class.name.as_str())
    }

    /// What is held, in the order of the policy.
    pub fn categories(&self) -> Vec<Category> {
        validity::spelled(&self.policy, &self.held)
    }

    /// The decision of ADatP-4774.1, exactly: same policy, classification in the list, one value held per
    /// permissive tag, all values held per restrictive tag, informative tags ignored.
    pub fn permits(&self, label: &Label) -> bool {
        if Arc::ptr_eq(&self.policy.0, &label.under_policy().0) {
            return self.allows(label);
        }
        label.under(&self.policy).is_some_and(|label| self.allows(&label))
    }

    fn allows(&self, label: &Label) -> bool {
        let resolved = label.resolved();
        self.classes.contains(resolved.class)
            && resolved.restrictive.within(&self.values)
            && resolved.held.iter().all(|one| match self.policy.0.index.keys.get(one.key).map(|key| key.kind) {
                Some(CategoryKind::Permissive) => one.values.meets(&self.values) || self.any_typed(one),
                Some(CategoryKind::Restrictive) => resolved.plain || self.all_typed(one),
                Some(CategoryKind::Informative) => true,
                None => false,
            })
    }

    fn typed(&self, key: usize, text: &str) -> bool {
        let held = self.held.iter().find(|one| one.key == key);
        held.is_some_and(|held| held.typed.iter().any(|(_, known)| crate::fold(known) == crate::fold(text)))
    }

    fn any_typed(&self, one: &Held) -> bool {
        one.typed.iter().any(|(_, text)| self.typed(one.key, text))
    }

    fn all_typed(&self, one: &Held) -> bool {
        one.typed.iter().all(|(_, text)| self.typed(one.key, text))
    }
}

impl PartialEq for Clearance {
    fn eq(&self, other: &Clearance) -> bool {
        self.policy.id() == other.policy.id()
            && self.classifications().eq(other.classifications())
            && self.categories() == other.categories()
    }
}

impl Eq for Clearance {}

/// With its namespace where the name alone would be right.
fn unknown(child: Element<'_, '_>) -> ClearanceError {
    let known = ORDER.contains(&child.name()) || child.name() == "Classification";
    let name = if known { child.full_name() } else { xml::quoted(child.name()) };
    ClearanceError::UnknownElement { line: child.line(), name }
}

fn classifications(list: Element<'_, '_>) -> Result<Vec<String>, ClearanceError> {
    let mut names = Vec::new();
    if let Some(value) = list.stray_text() {
        return Err(ClearanceError::BadValue { line: list.line(), what: "ClassificationList".to_owned(), value });
    }
    for child in list.elements() {
        if child.is(LABEL_NAMESPACE, "Classification") {
            let name = token(child)?;
            if name.is_empty() {
                return Err(ClearanceError::Missing { line: child.line(), what: "Classification".to_owned() });
            }
            names.push(name);
        } else if !child.is(CLEARANCE_NAMESPACE, "ConfidentialityClearanceExtensions") {
            return Err(unknown(child));
        }
    }
    if names.is_empty() {
        return Err(ClearanceError::Missing { line: list.line(), what: "Classification".to_owned() });
    }
    Ok(names)
}
