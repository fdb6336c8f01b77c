//! A second implementation, as plain as the standard's sentences, against generated policies, labels and clearances.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::DateTime;
use label::{
    Category, CategoryKind, Clearance, Combining, Communities, Label, LabelDraft, Lang, Location, Policy, PolicyError,
    Violation,
};
use proptest::prelude::*;

use crate::date;
use crate::xsd::validates;

#[derive(Clone, Debug)]
struct Model {
    classes: Vec<Class>,
    tags: Vec<Tag>,
    between: Option<&'static str>,
}

#[derive(Clone, Debug)]
struct Class {
    hierarchy: u32,
    obsolete: bool,
    required: Vec<Req>,
    french: bool,
}

#[derive(Clone, Debug)]
struct Tag {
    kind: CategoryKind,
    enumerated: bool,
    min: u32,
    max: Option<u32>,
    values: Vec<Value>,
    around: [Option<&'static str>; 3],
}

#[derive(Clone, Debug)]
struct Value {
    obsolete: bool,
    excluded_classes: BTreeSet<usize>,
    required_class: Option<usize>,
    required: Vec<Req>,
    excluded: Vec<Ref>,
    french: bool,
}

#[derive(Clone, Debug)]
struct Req {
    operation: &'static str,
    refs: Vec<Ref>,
}

/// A tag and one of its values, or all.
#[derive(Clone, Debug)]
struct Ref {
    tag: usize,
    value: Option<usize>,
}

/// Class and values by number; a tag may be there with none.
type Held = (usize, BTreeMap<usize, BTreeSet<usize>>);

// ---- the model as a file ----------------------------------------------------------------------------------------

impl Model {
    fn tag_type(&self, tag: usize) -> &'static str {
        let tag = &self.tags[tag];
        match (tag.kind, tag.enumerated) {
            (CategoryKind::Restrictive, false) => "tagType=\"restrictive\"",
            (CategoryKind::Restrictive, true) => "tagType=\"enumerated\" enumType=\"restrictive\"",
            (CategoryKind::Permissive, false) => "tagType=\"permissive\"",
            (CategoryKind::Permissive, true) => "tagType=\"enumerated\" enumType=\"permissive\"",
            (CategoryKind::Informative, _) => "tagType=\"tagType7\" tag7Encoding=\"bitSetAttributes\"",
        }
    }

    fn reference(&self, element: &str, reference: &Ref) -> String {
        let which = reference.value.map_or("all=\"true\"".to_owned(), |value| format!("lacv=\"{value}\""));
        let kind = self.tag_type(reference.tag).split(" tag7").next().expect("a first part");
        format!("<{element} tagSetRef=\"T{}\" {kind} {which}/>", reference.tag)
    }

    fn requirements(&self, all: &[Req]) -> String {
        let mut out = String::new();
        for req in all {
            let _ = write!(out, "<requiredCategory operation=\"{}\">", req.operation);
            req.refs.iter().for_each(|reference| out.push_str(&self.reference("categoryGroup", reference)));
            out.push_str("</requiredCategory>");
        }
        out
    }

    fn phrase(french: bool, text: &str) -> String {
        let phrase = |lang: &str, text: &str| {
            format!("<markingData{lang} phrase=\"{text}\"><code>pageTopBottom</code></markingData>")
        };
        if french {
            format!("{}{}", phrase(" xml:lang=\"fr\"", &format!("{text} fr")), phrase("", &format!("{text} en")))
        } else {
            String::new()
        }
    }

    fn xml(&self) -> String {
        let mut out = String::from(
            "<SPIF xmlns=\"http://www.xmlspif.org/spif\" schemaVersion=\"2.1\" creationDate=\"20260101000000Z\" \
             originatorDN=\"CN=T\" keyIdentifier=\"00\" privilegeId=\"1.2\" rbacId=\"1.2\">\
             <securityPolicyId name=\"TEST\" id=\"1.2.3\"/><securityClassifications>",
        );
        for (at, class) in self.classes.iter().enumerate() {
            let _ = write!(
                out,
                "<securityClassification name=\"C{at}\" lacv=\"{at}\" hierarchy=\"{}\" obsolete=\"{}\">{}{}</securityClassification>",
                class.hierarchy,
                class.obsolete,
                Model::phrase(class.french, &format!("C{at}")),
                self.requirements(&class.required)
            );
        }
        out.push_str("</securityClassifications><securityCategoryTagSets>");
        for (at, tag) in self.tags.iter().enumerate() {
            let max = tag.max.map_or("unbounded".to_owned(), |max| max.to_string());
            let _ = write!(
                out,
                "<securityCategoryTagSet name=\"T{at}\" id=\"1.2.3.{at}\"><securityCategoryTag name=\"T{at}\" {} minSelection=\"{}\" maxSelection=\"{max}\">",
                self.tag_type(at),
                tag.min
            );
            for (number, value) in tag.values.iter().enumerate() {
                let required =
                    value.required_class.map_or(String::new(), |class| format!(" requiredClass=\"C{class}\""));
                let _ = write!(
                    out,
                    "<tagCategory name=\"V{at}.{number}\" lacv=\"{number}\" obsolete=\"{}\"{required}>{}",
                    value.obsolete,
                    Model::phrase(value.french, &format!("V{at}.{number}"))
                );
                value.excluded_classes.iter().for_each(|class| {
                    let _ = write!(out, "<excludedClass>C{class}</excludedClass>");
                });
                out.push_str(&self.requirements(&value.required));
                value.excluded.iter().for_each(|r| out.push_str(&self.reference("excludedCategory", r)));
                out.push_str("</tagCategory>");
            }
            let codes = ["prefix", "separator", "suffix"];
            let around: String = codes
                .iter()
                .zip(tag.around)
                .filter_map(|(code, text)| Some((code, text?)))
                .map(|(code, text)| format!("<qualifier markingQualifier=\"{text}\" qualifierCode=\"{code}\"/>"))
                .collect();
            if !around.is_empty() {
                let _ = write!(out, "<markingQualifier markingCode=\"pageTop\">{around}</markingQualifier>");
            }
            out.push_str("</securityCategoryTag></securityCategoryTagSet>");
        }
        out.push_str("</securityCategoryTagSets>");
        if let Some(between) = self.between {
            let _ = write!(
                out,
                "<markingQualifier><qualifier markingQualifier=\"{between}\" qualifierCode=\"separator\"/></markingQualifier>"
            );
        }
        out.push_str("</SPIF>");
        out
    }

    // ---- the sentences of the standards -------------------------------------------------------------------------

    fn expand(&self, refs: &[Ref]) -> BTreeSet<(usize, usize)> {
        refs.iter()
            .flat_map(|r| match r.value {
                Some(value) => vec![(r.tag, value)],
                None => (0..self.tags[r.tag].values.len()).map(|value| (r.tag, value)).collect(),
            })
            .collect()
    }

    fn met(&self, req: &Req, held: &BTreeSet<(usize, usize)>) -> bool {
        let wanted = self.expand(&req.refs);
        let there = wanted.intersection(held).count();
        match req.operation {
            "onlyOne" => there == 1,
            "oneOrMore" => there >= 1,
            _ => there == wanted.len(),
        }
    }

    fn violations(&self, (class, tags): &Held, new: bool) -> Vec<&'static str> {
        let held: BTreeSet<(usize, usize)> =
            tags.iter().flat_map(|(tag, values)| values.iter().map(|value| (*tag, *value))).collect();
        let mut found = Vec::new();
        for (at, tag) in self.tags.iter().enumerate() {
            let count = tags.get(&at).map_or(0, |values| values.len() as u32);
            if count < tag.min {
                found.push("label_too_few");
            }
            if tag.max.is_some_and(|max| count > max) {
                found.push("label_too_many");
            }
        }
        if new && self.classes[*class].obsolete {
            found.push("label_obsolete_classification");
        }
        let unmet = |all: &[Req]| all.iter().filter(|req| !self.met(req, &held)).count();
        found.extend(vec!["label_required_category"; unmet(&self.classes[*class].required)]);
        for (tag, number) in &held {
            let value = &self.tags[*tag].values[*number];
            if new && value.obsolete {
                found.push("label_obsolete_value");
            }
            if value.excluded_classes.contains(class) {
                found.push("label_excluded_classification");
            }
            if value.required_class.is_some_and(|required| required != *class) {
                found.push("label_required_classification");
            }
            let others = self.expand(&value.excluded);
            let clashes = others.intersection(&held).filter(|other| **other != (*tag, *number)).count();
            found.extend(vec!["label_excluded_category"; clashes]);
            found.extend(vec!["label_required_category"; unmet(&value.required)]);
        }
        found.sort_unstable();
        found
    }

    fn permits(&self, highest: usize, cleared: &BTreeSet<(usize, usize)>, (class, tags): &Held) -> bool {
        self.classes[*class].hierarchy <= self.classes[highest].hierarchy
            && tags.iter().all(|(tag, values)| {
                let mut held = values.iter().map(|value| cleared.contains(&(*tag, *value)));
                match self.tags[*tag].kind {
                    CategoryKind::Restrictive => held.all(|held| held),
                    CategoryKind::Permissive => held.any(|held| held),
                    CategoryKind::Informative => true,
                }
            })
    }

    fn marking(&self, (class, tags): &Held, lang: Lang) -> String {
        let word = |french: bool, name: String| match (french, lang) {
            (false, _) => name,
            (true, Lang::Fr) => format!("{name} fr"),
            (true, _) => format!("{name} en"),
        };
        let mut parts = vec!["TEST".to_owned(), word(self.classes[*class].french, format!("C{class}"))];
        for (tag, values) in tags {
            let model = &self.tags[*tag];
            let [prefix, between, suffix] = model.around;
            let words: Vec<String> =
                values.iter().map(|v| word(model.values[*v].french, format!("V{tag}.{v}"))).collect();
            let inner = match (words.is_empty(), model.kind) {
                (true, CategoryKind::Permissive) => "–".to_owned(),
                (true, _) => continue,
                (false, _) => words.join(between.unwrap_or("/")),
            };
            parts.push(format!("{}{inner}{}", prefix.unwrap_or(""), suffix.unwrap_or("")).trim().to_owned());
        }
        parts.join(self.between.unwrap_or(" "))
    }

    // ---- between the two ----------------------------------------------------------------------------------------

    fn draft(&self, (class, tags): &Held) -> LabelDraft {
        let categories = tags.iter().map(|(tag, values)| {
            Category::new(format!("t{tag}"), self.tags[*tag].kind, values.iter().map(|v| format!("v{tag}.{v}")))
        });
        LabelDraft { categories: categories.collect(), ..LabelDraft::new(format!("C{class}"), DateTime::UNIX_EPOCH) }
    }
}

fn codes(violations: &[Violation]) -> Vec<&'static str> {
    let mut codes: Vec<_> = violations.iter().map(Violation::code).collect();
    codes.sort_unstable();
    codes
}

// ---- generated policies -----------------------------------------------------------------------------------------

const TAGS: usize = 4;
const VALUES: usize = 5;
const CLASSES: usize = 4;

fn reference() -> impl Strategy<Value = Ref> {
    (0..TAGS, prop::option::weighted(0.8, 0..VALUES)).prop_map(|(tag, value)| Ref { tag, value })
}

fn requirement() -> impl Strategy<Value = Req> {
    let operation = prop::sample::select(vec!["onlyOne", "oneOrMore", "all"]);
    (operation, prop::collection::vec(reference(), 1..3)).prop_map(|(operation, refs)| Req { operation, refs })
}

fn rarely<S: Strategy>(strategy: S) -> impl Strategy<Value = Vec<S::Value>>
where
    S::Value: Clone,
{
    prop::option::weighted(0.08, prop::collection::vec(strategy, 1..3)).prop_map(Option::unwrap_or_default)
}

fn value() -> impl Strategy<Value = Value> {
    (
        prop::bool::weighted(0.04),
        rarely(0..CLASSES),
        prop::option::weighted(0.05, 0..CLASSES),
        rarely(requirement()),
        rarely(reference()),
        any::<bool>(),
    )
        .prop_map(|(obsolete, excluded_classes, required_class, required, excluded, french)| Value {
            obsolete,
            excluded_classes: excluded_classes.into_iter().collect(),
            required_class,
            required,
            excluded,
            french,
        })
}

fn tag() -> impl Strategy<Value = Tag> {
    (
        prop::sample::select(CategoryKind::ALL.to_vec()),
        any::<bool>(),
        prop::option::weighted(0.05, 1u32..3),
        prop::option::weighted(0.1, 0u32..4),
        prop::collection::vec(value(), VALUES),
        (
            prop::option::of(prop::sample::select(vec!["REL TO ", "- ", "["])),
            prop::option::of(prop::sample::select(vec![", ", "+", " "])),
            prop::option::of(prop::sample::select(vec![" ONLY", "]"])),
        ),
    )
        .prop_map(|(kind, enumerated, min, max, values, (a, b, c))| {
            let min = min.unwrap_or(0);
            Tag { kind, enumerated, min, max: max.map(|max| max.max(min)), values, around: [a, b, c] }
        })
}

/// Whether the label bears the classification or the value of this name.
fn bears(model: &Model, (class, tags): &Held, what: &str) -> bool {
    what == format!("C{class}")
        || tags.iter().any(|(tag, values)| {
            values.iter().any(|value| what == format!("V{tag}.{value}") && *value < model.tags[*tag].values.len())
        })
}

fn model() -> impl Strategy<Value = Model> {
    let class = (0u32..6, prop::bool::weighted(0.05), rarely(requirement()), any::<bool>())
        .prop_map(|(hierarchy, obsolete, required, french)| Class { hierarchy, obsolete, required, french });
    (
        prop::collection::vec(class, CLASSES),
        prop::collection::vec(tag(), TAGS),
        prop::option::of(prop::sample::select(vec![" // ", " - "])),
    )
        .prop_map(|(classes, tags, between)| Model { classes, tags, between })
}

fn held() -> impl Strategy<Value = Held> {
    let values = prop::collection::btree_set(0..VALUES, 0..4);
    (0..CLASSES, prop::collection::btree_map(0..TAGS, values, 0..=TAGS))
}

fn cleared() -> impl Strategy<Value = BTreeSet<(usize, usize)>> {
    prop::collection::btree_set((0..TAGS, 0..VALUES), 0..TAGS * VALUES)
}

/// The policy of a model; `None` when the model contradicts itself, which generated ones do now and then.
fn policy(model: &Model) -> Option<Policy> {
    match Policy::parse(model.xml().as_bytes()) {
        Ok(policy) => Some(policy),
        Err(PolicyError::Contradiction { .. } | PolicyError::ExcludesItself { .. }) => None,
        Err(other) => panic!("{other}\n{}", model.xml()),
    }
}

/// What is left of a label: restrictive and informative tags without values are no tags.
fn canonical(model: &Model, (class, tags): Held) -> Held {
    let kept = tags
        .into_iter()
        .filter(|(tag, values)| !values.is_empty() || model.tags[*tag].kind == CategoryKind::Permissive);
    (class, kept.collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_implementations_agree(model in model(), labels in prop::collection::vec(held(), 1..8), cleared in cleared(), highest in 0..CLASSES) {
        let Some(policy) = policy(&model) else { return Ok(()) };
        let mut by_tag: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (tag, value) in &cleared {
            by_tag.entry(format!("T{tag}")).or_default().insert(format!("V{tag}.{value}"));
        }
        let clearance = Clearance::build(&policy, &format!("C{highest}"), &by_tag).expect("known names");
        prop_assert_eq!(&Clearance::parse(clearance.to_xml().as_bytes(), &policy).expect("our own"), &clearance);
        for held in labels.into_iter().map(|held| canonical(&model, held)) {
            let expected = model.violations(&held, true);
            match Label::build(&policy, model.draft(&held)) {
                Err(violations) => prop_assert_eq!(codes(&violations), expected),
                Ok(label) => {
                    prop_assert!(expected.is_empty(), "{:?}", expected);
                    prop_assert_eq!(clearance.permits(&label), model.permits(highest, &cleared, &held));
                    for lang in Lang::ALL {
                        let marking = policy.marking(&label, lang, Location::PageTop);
                        prop_assert_eq!(marking, model.marking(&held, lang));
                    }
                    prop_assert_eq!(&Label::parse(label.to_xml().as_bytes(), &policy).expect("our own"), &label);
                    let again = Policy::parse(model.xml().as_bytes()).expect("parsed before");
                    prop_assert_eq!(clearance.permits(&label), {
                        let elsewhere = Label::parse(label.to_xml().as_bytes(), &again).expect("the same policy");
                        clearance.permits(&elsewhere)
                    });
                }
            }
        }
    }

    #[test]
    fn what_a_policy_is_refused_for_could_stand_on_no_label(model in model(), labels in prop::collection::vec(held(), 1..200)) {
        let Err(PolicyError::Contradiction { what, .. }) = Policy::parse(model.xml().as_bytes()) else { return Ok(()) };
        for held in labels.into_iter().filter(|held| bears(&model, held, &what)) {
            prop_assert!(!model.violations(&held, false).is_empty(), "{} on {:?} under {}", what, held, model.xml());
        }
    }

    #[test]
    fn the_label_over_many_is_as_the_sentences_say(model in model(), labels in prop::collection::vec(held(), 1..5), cleared in cleared(), highest in 0..CLASSES) {
        let Some(policy) = policy(&model) else { return Ok(()) };
        let mut held: Vec<Held> = labels.into_iter().map(|held| canonical(&model, held)).collect();
        held.retain(|held| model.violations(held, true).is_empty());
        let labels: Vec<Label> =
            held.iter().map(|held| Label::build(&policy, model.draft(held)).expect("valid")).collect();
        if labels.is_empty() {
            return Ok(());
        }
        let parts: Vec<&Label> = labels.iter().collect();
        let class = held.iter().map(|(class, _)| *class).max_by_key(|class| model.classes[*class].hierarchy).expect("one");
        let mut tags = BTreeMap::new();
        for tag in 0..TAGS {
            let sets: Vec<Option<&BTreeSet<usize>>> = held.iter().map(|(_, tags)| tags.get(&tag)).collect();
            let there: Vec<&BTreeSet<usize>> = sets.iter().flatten().copied().collect();
            if there.is_empty() {
                continue;
            }
            let union: BTreeSet<usize> = there.iter().flat_map(|set| set.iter().copied()).collect();
            let common: BTreeSet<usize> =
                union.iter().copied().filter(|value| there.iter().all(|set| set.contains(value))).collect();
            match model.tags[tag].kind {
                CategoryKind::Permissive if common.is_empty() || there.len() < sets.len() => {}
                CategoryKind::Permissive => { tags.insert(tag, common); }
                CategoryKind::Restrictive | CategoryKind::Informative => { tags.insert(tag, union); }
            }
        }
        let expected = (class, tags);
        match policy.high_water(&parts, Combining::Standard, DateTime::UNIX_EPOCH) {
            Err(error) => prop_assert!(!model.violations(&expected, false).is_empty(), "{}", error),
            Ok(over) => {
                prop_assert_eq!(model.violations(&expected, false), Vec::<&str>::new());
                let mut rebuilt = model.draft(&expected);
                rebuilt.classification = over.label.classification().to_owned();
                prop_assert_eq!(model.classes[class].hierarchy, policy.classification(over.label.classification()).expect("known").hierarchy);
                let written: Vec<_> = rebuilt.categories.iter().map(|c| (c.tag.to_uppercase(), c.values.len())).collect();
                let found: Vec<_> = over.label.categories().iter().map(|c| (c.tag.clone(), c.values.len())).collect();
                prop_assert_eq!(found, written);
            }
        }
        // Under audiences: a reader of the whole could read every part.
        let communities = Communities::builtin();
        let combining = Combining::Audiences { communities: &communities, on: date(2026, 1, 1) };
        if let Ok(over) = policy.high_water(&parts, combining, DateTime::UNIX_EPOCH) {
            let mut by_tag: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for (tag, value) in &cleared {
                by_tag.entry(format!("T{tag}")).or_default().insert(format!("V{tag}.{value}"));
            }
            let clearance = Clearance::build(&policy, &format!("C{highest}"), &by_tag).expect("known names");
            for part in &labels {
                prop_assert!(over.label.dominates(part));
                prop_assert!(!clearance.permits(&over.label) || clearance.permits(part));
            }
        }
    }

    #[test]
    fn dominance_means_that_its_readers_are_readers_of_the_other(model in model(), one in held(), two in held(), cleared in cleared(), highest in 0..CLASSES) {
        let Some(policy) = policy(&model) else { return Ok(()) };
        let build = |held: Held| Label::build(&policy, model.draft(&canonical(&model, held))).ok();
        let (Some(one), Some(two)) = (build(one), build(two)) else { return Ok(()) };
        prop_assert!(one.dominates(&one));
        let mut by_tag: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (tag, value) in &cleared {
            by_tag.entry(format!("T{tag}")).or_default().insert(format!("V{tag}.{value}"));
        }
        let clearance = Clearance::build(&policy, &format!("C{highest}"), &by_tag).expect("known names");
        if one.dominates(&two) {
            prop_assert!(!clearance.permits(&one) || clearance.permits(&two));
        }
        if one.difference(&two).iter().all(|change| change.effect() != label::Effect::Wider) {
            prop_assert!(two.dominates(&one), "{:?}", one.difference(&two));
        }
        if one.dominates(&two) && two.dominates(&one) && one.classification() == two.classification() {
            prop_assert_eq!(one.access(), two.access());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn generated_policies_and_their_labels_validate(model in model(), held in held()) {
        prop_assert_eq!(validates(&model.xml(), "xmlspif.xsd"), Ok(()));
        let Some(policy) = policy(&model) else { return Ok(()) };
        if let Ok(label) = Label::build(&policy, model.draft(&canonical(&model, held))) {
            prop_assert_eq!(validates(&label.to_xml(), "nl-cl.xsd"), Ok(()));
        }
    }
}
