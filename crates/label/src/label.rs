//! Labels: what a document is marked with.

mod read;
mod write;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::draft::{LabelDraft, LabelKind, Originator, Succession};
use crate::validity::{self, Resolved, Use};
use crate::{Category, CategoryKind, LabelError, Policy, RELEASABLE_TO, Violation};

pub(crate) use read::{LABEL_NAMESPACE, category, label_element, same_policy, token};
pub(crate) use write::{Declared, write_categories, write_element, write_policy};

/// A label that is valid under its policy.
// INVARIANT: `resolved` is `draft` looked up in `policy`, and `draft` has the policy's spelling and order.
#[derive(Clone, Debug)]
pub struct Label {
    policy: Policy,
    draft: LabelDraft,
    resolved: Resolved,
}

/// The part of a label that decides who may have access: the same part, the same class key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessPart {
    pub policy: String,
    pub classification: String,
    /// Tag → values that must all be held.
    pub restrictive: BTreeMap<String, BTreeSet<String>>,
    /// Tag → values of which one must be held. A tag with no value admits nobody.
    pub permissive: BTreeMap<String, BTreeSet<String>>,
}

/// Whether among these categories is the one by which two open a document together: those of a marking, or of a clearance.
pub fn names_two(categories: &BTreeMap<String, BTreeSet<String>>) -> bool {
    categories.get(crate::HANDLING).is_some_and(|values| values.contains(crate::DUAL))
}

impl AccessPart {
    /// Whether two open it together, and neither can alone.
    pub fn opens_by_two(&self) -> bool {
        names_two(&self.restrictive)
    }

    /// One line that two access parts share only if they are equal: `BEL/SECRET;+Handling=SOURCE;?Releasable To=BEL,FRA`.
    /// The characters that structure it are escaped with `\` where they stand in names.
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        let name = |text: &str, out: &mut String| {
            for character in text.chars() {
                if matches!(character, '\\' | '/' | ';' | '+' | '?' | '=' | ',') {
                    out.push('\\');
                }
                out.push(character);
            }
        };
        name(&self.policy, &mut out);
        out.push('/');
        name(&self.classification, &mut out);
        for (mark, tags) in [('+', &self.restrictive), ('?', &self.permissive)] {
            for (tag, values) in tags {
                // Writing to a String cannot fail.
                let _ = write!(out, ";{mark}");
                name(tag, &mut out);
                for (count, value) in values.iter().enumerate() {
                    out.push(if count == 0 { '=' } else { ',' });
                    name(value, &mut out);
                }
            }
        }
        out
    }
}

impl Policy {
    /// The policy that ships with the program under which this is a label; none where it is under none of them.
    pub fn of_label(xml: &[u8]) -> Option<Policy> {
        Policy::BUILTIN.into_iter().filter_map(Policy::builtin).find(|policy| Label::parse(xml, policy).is_ok())
    }
}

impl LabelDraft {
    /// A draft from words as typed: a level in any language of the policy, values of `Releasable To`
    /// (`None`: no such tag; an empty list: nobody), and further `(tag, value)` pairs.
    ///
    /// # Errors
    /// Every word that the policy does not know. What the words may not be together, [`Label::build`] says.
    pub fn from_words(
        policy: &Policy,
        level: &str,
        releasable_to: Option<&[String]>,
        categories: &[(String, String)],
        created: DateTime<Utc>,
    ) -> Result<LabelDraft, Vec<Violation>> {
        let mut violations = Vec::new();
        let classification = policy.typed_classification(level).map(|class| class.name.clone());
        if classification.is_none() {
            violations.push(policy.not_here(level));
        }
        let mut gathered: BTreeMap<(CategoryKind, String), BTreeSet<String>> = BTreeMap::new();
        if let Some(values) = releasable_to {
            gathered.entry((CategoryKind::Permissive, RELEASABLE_TO.to_owned())).or_default();
            for value in values.iter().filter(|value| !value.trim().is_empty()) {
                gather(policy, RELEASABLE_TO, value, &mut gathered, &mut violations);
            }
        }
        for (tag, value) in categories {
            gather(policy, tag, value, &mut gathered, &mut violations);
        }
        match classification {
            Some(classification) if violations.is_empty() => Ok(LabelDraft {
                categories: gathered.into_iter().map(|((kind, tag), values)| Category { tag, kind, values }).collect(),
                ..LabelDraft::new(classification, created)
            }),
            _ => Err(violations),
        }
    }
}

/// Puts one typed value under the tag and the kind where the policy has it.
fn gather(
    policy: &Policy,
    tag: &str,
    value: &str,
    gathered: &mut BTreeMap<(CategoryKind, String), BTreeSet<String>>,
    violations: &mut Vec<Violation>,
) {
    let index = &policy.0.index;
    let keys: Vec<_> = index.keys_of(tag).iter().filter_map(|key| index.keys.get(*key)).collect();
    if keys.is_empty() {
        violations.push(Violation::unknown_tag(policy, tag));
        return;
    }
    let mut found = None;
    let mut wrong = Vec::new();
    for key in keys {
        let category = Category::new(key.name.clone(), key.kind, [value]);
        let mut refused = Vec::new();
        let held = validity::resolve_categories(policy, std::slice::from_ref(&category), &mut refused);
        if refused.is_empty() {
            found = validity::spelled(policy, &held).pop();
            break;
        }
        wrong = refused;
    }
    match found {
        Some(category) => gathered.entry((category.kind, category.tag)).or_default().extend(category.values),
        None => violations.append(&mut wrong),
    }
}

impl Label {
    /// Reads a label and holds it against its policy.
    ///
    /// # Errors
    /// What is wrong with the document, or every rule of the policy that the label breaks.
    pub fn parse(xml: &[u8], policy: &Policy) -> Result<Label, LabelError> {
        let (label, faults) = Label::read(xml, policy)?;
        match faults.into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(label),
        }
    }

    /// Reads a label as other software writes them: what breaks the schema but not the meaning (a missing creation
    /// time, read as 1970; the order of elements; an attribute too many; a tag's identifier that is not its own) comes back
    /// as a list.
    ///
    /// # Errors
    /// As [`Label::parse`], but for those.
    pub fn read(xml: &[u8], policy: &Policy) -> Result<(Label, Vec<LabelError>), LabelError> {
        let mut faults = Vec::new();
        let draft = read::document(xml, policy, &mut faults)?;
        let label = Label::accept(policy, draft, Use::Existing).map_err(LabelError::Invalid)?;
        Ok((label, faults))
    }

    /// Everything that is wrong with a label at once: what breaks the schema, and every rule of the policy that it
    /// breaks, as far as it can be read. Nothing when [`Label::parse`] takes it.
    pub fn examine(xml: &[u8], policy: &Policy) -> Vec<LabelError> {
        let mut faults = Vec::new();
        let read = read::document(xml, policy, &mut faults);
        let refused = read.and_then(|draft| Label::accept(policy, draft, Use::Existing).map_err(LabelError::Invalid));
        faults.extend(refused.err());
        faults
    }

    /// Returns the label, or everything that is wrong with the draft.
    ///
    /// # Errors
    /// Every rule of the policy that the draft breaks.
    pub fn build(policy: &Policy, draft: LabelDraft) -> Result<Label, Vec<Violation>> {
        Label::accept(policy, draft, Use::New)
    }

    pub(crate) fn accept(policy: &Policy, mut draft: LabelDraft, use_: Use) -> Result<Label, Vec<Violation>> {
        let resolved = validity::resolve(policy, &draft, use_);
        // What succeeds becomes another in its turn only after it has come.
        let too_soon = draft.succession.as_ref().is_some_and(|succession| {
            succession.label.succession.as_ref().is_some_and(|next| next.at <= succession.at)
        });
        let successor = match draft.succession.take() {
            None => Ok(None),
            Some(succession) => Label::accept(policy, *succession.label, use_)
                .map(|label| Some(Succession { at: succession.at, label: Box::new(label.draft) })),
        };
        let (resolved, successor) = match (resolved, successor) {
            (Ok(resolved), Ok(successor)) if !too_soon => (resolved, successor),
            (own, later) => {
                let mut violations = own.err().unwrap_or_default();
                let mut later = later.err().unwrap_or_default();
                if too_soon && !later.contains(&Violation::SuccessionBeforeCreation) {
                    later.push(Violation::SuccessionBeforeCreation);
                }
                violations.extend(later.into_iter().map(|violation| Violation::Successor(Box::new(violation))));
                return Err(violations);
            }
        };
        draft.succession = successor;
        draft.categories = validity::spelled(policy, &resolved.held);
        if let Some(class) = policy.0.classifications.get(resolved.class) {
            draft.classification.clone_from(&class.name);
        }
        Ok(Label { policy: policy.clone(), draft, resolved })
    }

    /// A label with nothing but a classification, whatever the policy requires in addition to it: for showing a level.
    pub(crate) fn bare(policy: &Policy, classification: &str) -> Option<Label> {
        let class = policy.0.index.class(classification)?;
        let restrictive = crate::bits::Bits::new(policy.0.index.size());
        let resolved = Resolved { class, held: Vec::new(), restrictive, plain: true };
        Some(Label { policy: policy.clone(), draft: LabelDraft::new(classification, DateTime::UNIX_EPOCH), resolved })
    }

    /// The label as an XML document that validates against the NATO schema.
    pub fn to_xml(&self) -> String {
        write::document(self)
    }

    /// The policy's name.
    pub fn policy(&self) -> &str {
        self.policy.name()
    }

    /// The policy that the label is valid under.
    pub fn under_policy(&self) -> &Policy {
        &self.policy
    }

    pub fn kind(&self) -> LabelKind {
        self.draft.kind
    }

    /// The same label as another kind: an original becomes an alternative where it is bound together with another.
    pub fn with_kind(mut self, kind: LabelKind) -> Label {
        self.draft.kind = kind;
        self
    }

    /// As the policy spells it.
    pub fn classification(&self) -> &str {
        &self.draft.classification
    }

    /// In the order of the policy, as the policy spells them.
    pub fn categories(&self) -> &[Category] {
        &self.draft.categories
    }

    pub fn privacy_mark(&self) -> Option<&str> {
        self.draft.privacy_mark.as_deref()
    }

    pub fn originator(&self) -> Option<&Originator> {
        self.draft.originator.as_ref()
    }

    pub fn created(&self) -> DateTime<Utc> {
        self.draft.created
    }

    pub fn review(&self) -> Option<DateTime<Utc>> {
        self.draft.review
    }

    /// When somebody must look at the label again: at its review, or when it becomes another.
    pub(crate) fn reviewed_at(&self) -> Option<DateTime<Utc>> {
        self.review().into_iter().chain(self.succession().map(|succession| succession.at)).min()
    }

    pub fn succession(&self) -> Option<&Succession> {
        self.draft.succession.as_ref()
    }

    /// What the label is made from, with the policy's spelling: to make another from it.
    pub fn draft(&self) -> &LabelDraft {
        &self.draft
    }

    /// The part that decides who may have access.
    pub fn access(&self) -> AccessPart {
        let of = |kind: CategoryKind| {
            self.draft
                .categories
                .iter()
                .filter(|category| category.kind == kind)
                .map(|category| (category.tag.clone(), category.values.clone()))
                .collect()
        };
        AccessPart {
            policy: self.policy().to_owned(),
            classification: self.draft.classification.clone(),
            restrictive: of(CategoryKind::Restrictive),
            permissive: of(CategoryKind::Permissive),
        }
    }

    pub(crate) fn resolved(&self) -> &Resolved {
        &self.resolved
    }

    /// The label looked up in this very policy: itself when it was made with it, looked up again when it was made
    /// with another file of the same policy, nothing when it is of another policy or not valid under this file.
    pub(crate) fn under(&self, policy: &Policy) -> Option<Cow<'_, Label>> {
        if Arc::ptr_eq(&self.policy.0, &policy.0) {
            return Some(Cow::Borrowed(self));
        }
        if self.policy.id() != policy.id() {
            return None;
        }
        Label::accept(policy, self.draft.clone(), Use::Existing).ok().map(Cow::Owned)
    }
}

impl PartialEq for Label {
    /// The same policy, and the same words under it.
    fn eq(&self, other: &Label) -> bool {
        self.policy.id() == other.policy.id() && self.draft == other.draft
    }
}

impl Eq for Label {}
