//! A security policy: an XML SPIF, read once, with everything prepared that a decision or a marking needs.

mod check;
mod consequences;
mod error;
mod held;
mod index;
mod nato;
mod read;
mod rules;

use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};

use crate::marking::{Location, Phrases, Qualifiers, Shown};
use crate::{CategoryKind, Lang, Level, fold};

pub use error::PolicyError;
pub(crate) use held::Held;
pub(crate) use index::{Index, Key, plain_lacv};
pub(crate) use rules::{Needed, Rules};

/// A parsed policy. Cheap to clone; clones share one parsed file.
#[derive(Clone)]
pub struct Policy(pub(crate) Arc<Parsed>);

/// What a policy file says, by line order within each list.
pub(crate) struct Parsed {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) default_policy: Option<(String, String)>,
    pub(crate) valid: Period,
    pub(crate) classifications: Vec<Classification>,
    /// The place of a classification in that list: text of what is lower may be copied.
    pub(crate) copied_below: Option<usize>,
    pub(crate) tag_sets: Vec<TagSet>,
    pub(crate) privacy: PrivacyMarks,
    pub(crate) equivalent_policies: Vec<EquivalentPolicy>,
    /// Of the policy's own name.
    pub(crate) name_phrases: Phrases,
    pub(crate) name_qualifiers: Qualifiers,
    /// Around every classification.
    pub(crate) class_phrases: Phrases,
    pub(crate) class_qualifiers: Qualifiers,
    /// Around the whole line.
    pub(crate) line_phrases: Phrases,
    pub(crate) line_qualifiers: Qualifiers,
    pub(crate) index: Index,
    pub(crate) rules: Rules,
}

/// A classification of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classification {
    pub name: String,
    /// The number that stands for it in equivalence tables and encoded labels.
    pub lacv: i64,
    /// Greater is higher.
    pub hierarchy: u32,
    /// `#rrggbb`.
    pub colour: Option<String>,
    /// May stand on old labels, not on new ones.
    pub obsolete: bool,
    pub(crate) phrases: Phrases,
    pub(crate) qualifiers: Qualifiers,
    pub(crate) required: Vec<Requirement>,
    pub(crate) equivalents: Vec<EquivalentClassification>,
    pub(crate) line: u32,
}

/// A family of tags, such as `Releasable To`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagSet {
    pub name: String,
    /// Object identifier, in dots.
    pub id: String,
    pub tags: Vec<Tag>,
    pub(crate) equivalents: Vec<EquivalentTagSet>,
    pub(crate) line: u32,
}

/// One tag of a family: its kind and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its own name; the family's where it has none.
    pub name: String,
    pub kind: CategoryKind,
    pub values: Vec<TagValue>,
    /// At least so many values on every label.
    pub min: u32,
    /// At most so many values on a label.
    pub max: Option<u32>,
    pub(crate) encoding: TagType,
    pub(crate) qualifiers: Qualifiers,
    pub(crate) line: u32,
}

/// One value that a tag may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagValue {
    pub name: String,
    /// Label and certificate value, as written (`056`).
    pub lacv: String,
    pub obsolete: bool,
    /// When set, a label carries what a person typed, in this form, and not the name.
    pub input: Option<Input>,
    pub(crate) valid: Period,
    pub(crate) phrases: Phrases,
    pub(crate) qualifiers: Qualifiers,
    pub(crate) excluded_classes: Vec<(String, u32)>,
    pub(crate) required_class: Option<String>,
    pub(crate) required: Vec<Requirement>,
    pub(crate) excluded: Vec<CategoryRef>,
    pub(crate) equivalents: Vec<EquivalentValue>,
    pub(crate) line: u32,
}

impl TagValue {
    /// What stands at the top of a page for the value; its name where the policy shows nothing there.
    pub(crate) fn words(&self, lang: Lang) -> &str {
        match self.phrases.shown(lang, Location::PageTop) {
            Shown::Phrase(text) if !text.is_empty() => text,
            Shown::Phrase(_) | Shown::Name | Shown::Nothing => &self.name,
        }
    }
}

/// The form of what a person types for a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Text,
    Integer,
    /// A date; the policy's own word for its form, if it gives one.
    Date(Option<String>),
}

/// From when until when something may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) not_before: Option<DateTime<Utc>>,
    pub(crate) not_after: Option<DateTime<Utc>>,
}

/// The `tagType` and `enumType` of a tag: two tags of one family differ in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagType {
    Restrictive,
    Permissive,
    EnumeratedRestrictive,
    EnumeratedPermissive,
    Informative,
    NotApplicable,
}

impl TagType {
    pub(crate) fn kind(self) -> CategoryKind {
        match self {
            TagType::Restrictive | TagType::EnumeratedRestrictive => CategoryKind::Restrictive,
            TagType::Permissive | TagType::EnumeratedPermissive => CategoryKind::Permissive,
            TagType::Informative | TagType::NotApplicable => CategoryKind::Informative,
        }
    }
}

/// How many of a group of values must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    OnlyOne,
    OneOrMore,
    All,
}

impl Operation {
    pub fn as_str(self) -> &'static str {
        match self {
            Operation::OnlyOne => "only-one",
            Operation::OneOrMore => "one-or-more",
            Operation::All => "all",
        }
    }
}

/// `requiredCategory`: in the own policy, or in the one that an equivalence leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Requirement {
    pub(crate) operation: Operation,
    pub(crate) groups: Vec<CategoryRef>,
    pub(crate) line: u32,
}

/// `categoryGroup`, `excludedCategory`: one value of a family, or all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CategoryRef {
    pub(crate) tag_set: String,
    pub(crate) encoding: TagType,
    /// `None`: all values.
    pub(crate) lacv: Option<String>,
    pub(crate) line: u32,
}

/// Who may apply an equivalence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Applied {
    /// The originator, going out.
    Encrypt,
    /// The recipient, coming in.
    Decrypt,
    Both,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EquivalentPolicy {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) required: Vec<Requirement>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EquivalentClassification {
    pub(crate) policy: String,
    pub(crate) lacv: i64,
    pub(crate) applied: Applied,
    pub(crate) required: Vec<Requirement>,
    pub(crate) line: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EquivalentTagSet {
    pub(crate) policy: String,
    pub(crate) name: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) required: Vec<Requirement>,
    pub(crate) line: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EquivalentValue {
    pub(crate) policy: String,
    pub(crate) tag_set_id: String,
    pub(crate) encoding: TagType,
    pub(crate) lacv: String,
    pub(crate) applied: Applied,
    /// May be lost in translation.
    pub(crate) discard: bool,
    pub(crate) line: u32,
}

/// The privacy marks of a policy; without any, a label may carry any text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PrivacyMarks {
    pub(crate) marks: Vec<PrivacyMark>,
    pub(crate) min: u32,
    pub(crate) max: Option<u32>,
    pub(crate) phrases: Phrases,
    pub(crate) qualifiers: Qualifiers,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PrivacyMark {
    pub(crate) name: String,
    pub(crate) obsolete: bool,
    pub(crate) phrases: Phrases,
    pub(crate) qualifiers: Qualifiers,
}

const BEL: &str = include_str!("../../../../policies/bel.spif.xml");
const NATO: &str = include_str!("../../../../policies/nato.spif.xml");
const EU: &str = include_str!("../../../../policies/eu.spif.xml");

/// The object identifier of the Belgian policy that ships with the program: a UUID of our own under 2.25.
pub const BEL_ID: &str = "2.25.73477864541195259398148601931340026735";
/// NATO's, as in its own published file.
pub const NATO_ID: &str = "1.3.26.1.3.1";

impl Policy {
    /// Reads an XML SPIF (2.1, 2.0, 3.0 as far as it is the same) and refuses one that contradicts itself or
    /// refers to what it does not define.
    ///
    /// # Errors
    /// One cause with its line: the first that is found.
    pub fn parse(xml: &[u8]) -> Result<Policy, PolicyError> {
        let mut parsed = read::read(xml)?;
        parsed.index = Index::new(&parsed)?;
        parsed.rules = rules::compile(&parsed)?;
        check::check(&parsed)?;
        Ok(Policy(Arc::new(parsed)))
    }

    /// `BEL`, `NATO` or `EU`, in any case; nothing else ships with the program. Parsed once per process.
    pub fn builtin(name: &str) -> Option<Policy> {
        static CELLS: [OnceLock<Option<Policy>>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
        let xml = Policy::builtin_xml(name)?;
        let [bel, nato, eu] = &CELLS;
        let cell = match fold(name).as_str() {
            "bel" => bel,
            "nato" => nato,
            _ => eu,
        };
        // A test proves that all three parse.
        cell.get_or_init(|| Policy::parse(xml.as_bytes()).ok()).clone()
    }

    /// The file of a built-in policy.
    pub fn builtin_xml(name: &str) -> Option<&'static str> {
        match fold(name).as_str() {
            "bel" => Some(BEL),
            "nato" => Some(NATO),
            "eu" => Some(EU),
            _ => None,
        }
    }

    /// The policy of the service's own authority: where nobody says which one, it is this.
    pub const OWN: &'static str = "BEL";

    /// The names that [`Policy::builtin`] knows, its own first.
    pub const BUILTIN: [&'static str; 3] = [Policy::OWN, "NATO", "EU"];

    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The policy's object identifier, in dots.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The version that the file gives itself; `1` where it gives none.
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// Name and object identifier of the policy for what bears no label.
    pub fn default_policy(&self) -> Option<(&str, &str)> {
        self.0.default_policy.as_ref().map(|(name, id)| (name.as_str(), id.as_str()))
    }

    /// Name and object identifier of the policies that this one has equivalents in.
    pub fn equivalent_policies(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.equivalent_policies.iter().map(|policy| (policy.name.as_str(), policy.id.as_str()))
    }

    /// By hierarchy, lowest first.
    pub fn classifications(&self) -> &[Classification] {
        &self.0.classifications
    }

    /// By name or, in another language, by its marking; in any case, with or without accents. A marking that two
    /// classifications share finds neither.
    pub fn classification(&self, name: &str) -> Option<&Classification> {
        let at = self.0.index.class(name).or_else(|| self.0.index.class_alias(name))?;
        self.0.classifications.get(at)
    }

    /// The classification from which on no text of a document may be selected and copied, where the policy itself says so: an
    /// addition of Zegel's, `<extensions><copying xmlns="urn:zegel:spif:1" below="…"/></extensions>`.
    pub fn copied_below(&self) -> Option<&Classification> {
        self.0.classifications.get(self.0.copied_below?)
    }

    /// The classification in use that stands at this level of the common scale; the lowest where several do.
    pub fn at_level(&self, level: Level) -> Option<&Classification> {
        self.classifications().iter().find(|known| !known.obsolete && self.level(&known.name) == Some(level))
    }

    pub fn tag_sets(&self) -> &[TagSet] {
        &self.0.tag_sets
    }

    /// The tag of that name (its own, or its family's) that has such a value, with the value.
    pub fn value(&self, tag: &str, value: &str) -> Option<(&Tag, &TagValue)> {
        let id = CategoryKind::ALL.into_iter().find_map(|kind| self.0.index.value(tag, kind, value))?;
        self.0.value(id)
    }

    /// Where a classification of this policy stands on the common scale; `None` when no table says so.
    ///
    /// The Belgian policy is the scale. Another policy's own equivalence to it counts, and the Belgian policy's to
    /// the other: the higher of the two.
    pub fn level(&self, classification: &str) -> Option<Level> {
        let at = self.0.index.class(classification).or_else(|| self.0.index.class_alias(classification))?;
        self.class_level(at)
    }

    pub(crate) fn class_level(&self, at: usize) -> Option<Level> {
        let class = self.0.classifications.get(at)?;
        if self.id() == BEL_ID {
            return level_of_lacv(class.lacv);
        }
        let theirs = class.equivalents.iter().filter(|equivalent| self.refers_to(&equivalent.policy, BEL_ID));
        let theirs = theirs.map(|equivalent| equivalent.lacv);
        let bel = Policy::builtin("BEL")?;
        let ours = bel.classifications().iter().filter(|ours| {
            ours.equivalents.iter().any(|e| e.lacv == class.lacv && bel.refers_to(&e.policy, self.id()))
        });
        // Where tables disagree the highest counts: no file from elsewhere lowers a ceiling.
        theirs.chain(ours.map(|ours| ours.lacv)).filter_map(level_of_lacv).max()
    }

    /// Whether `reference` names the policy with this object identifier in the list of equivalent policies.
    pub(crate) fn refers_to(&self, reference: &str, id: &str) -> bool {
        self.0.equivalent_policies.iter().any(|policy| policy.name == reference && policy.id == id)
            || self.0.default_policy.as_ref().is_some_and(|(name, own)| name == reference && own == id)
    }
}

fn level_of_lacv(lacv: i64) -> Option<Level> {
    match lacv {
        1 => Some(Level::Unclassified),
        2 => Some(Level::Restricted),
        3 => Some(Level::Confidential),
        4 => Some(Level::Secret),
        5 => Some(Level::TopSecret),
        _ => None,
    }
}

impl Parsed {
    pub(crate) fn value(&self, id: ValueId) -> Option<(&Tag, &TagValue)> {
        let place = self.index.place(id)?;
        let tag = self.tag_sets.get(place.set)?.tags.get(place.tag)?;
        Some((tag, tag.values.get(place.value)?))
    }
}

/// A value of a policy, counted through all tags in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ValueId(pub(crate) u32);

impl std::fmt::Debug for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Policy({} {} version {})", self.0.name, self.0.id, self.0.version)
    }
}

impl PartialEq for Policy {
    /// The same policy in the same version; not: the same file.
    fn eq(&self, other: &Policy) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || (self.id() == other.id() && self.version() == other.version())
    }
}

impl Eq for Policy {}
