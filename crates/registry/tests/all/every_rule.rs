//! A rule that no test breaks is no rule. Read from the tests, so that no list has to be kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use registry::ForgedRule;

use super::every_fact::{functions, names};

/// Where rules are broken: what a fact or the parts of its entry are refused by, here; what an entry is held against as a whole,
/// with its parts and its signatures, in sealed logs.
const FOLDERS: [&str; 2] = ["tests/all", "../vault/tests/scenarios"];

/// The rules that each test expects, by file and name.
fn expected() -> BTreeMap<String, BTreeSet<ForgedRule>> {
    let mut tests = BTreeMap::new();
    for folder in FOLDERS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for file in std::fs::read_dir(folder)
            .expect("the folder can be listed")
            .map(|entry| entry.expect("the folder can be listed").path())
        {
            if file.extension().is_none_or(|extension| extension != "rs") || file.ends_with("every_rule.rs") {
                continue;
            }
            let source = std::fs::read_to_string(&file).expect("a source file is text");
            for rest in source.split("#[test]\nfn ").skip(1) {
                let (name, rest) = rest.split_once("() {\n").expect("it is laid out so");
                let (body, _) = rest.split_once("\n}\n").expect("it is laid out so");
                tests.insert(format!("{} {name}", file.display()), rules_in(body));
            }
        }
    }
    tests
}

fn rules_in(body: &str) -> BTreeSet<ForgedRule> {
    let named = |rule: &ForgedRule| {
        let by_name =
            body.split(&format!("Rule::{rule:?}")).skip(1).any(|rest| !rest.starts_with(char::is_alphanumeric));
        by_name || body.contains(&format!("\"{}\"", rule.as_str()))
    };
    ForgedRule::ALL.iter().copied().filter(named).collect()
}

#[test]
fn every_rule_is_broken_by_a_test() {
    let tests = expected();
    assert!(tests.len() > 200, "{}", tests.len());
    let broken: BTreeSet<ForgedRule> = tests.into_values().flatten().collect();
    let missing: Vec<_> = ForgedRule::ALL.iter().filter(|rule| !broken.contains(rule)).collect();
    assert!(missing.is_empty(), "expected by no test: {missing:?}");
}

/// Rules that a `check` names and that something before it refuses.
const SAID_BEFORE: &[(&str, ForgedRule)] = &[
    // Whether the documents of a release may leave is asked of each of them first.
    ("ReleaseWritten", ForgedRule::UnknownDocument),
    // It is the class of a record.
    ("VersionFiled", ForgedRule::UnknownClass),
];

/// The rules that the `check` of each fact names itself.
fn checked(folder: &Path, checked_by: &mut BTreeMap<String, BTreeSet<ForgedRule>>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            checked(&path, checked_by);
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a source file is text");
        for rest in source.split("\nimpl Fact for ").skip(1) {
            let (fact, rest) = rest.split_once(" {\n").expect("it is laid out so");
            let body = rest.split_once("\n}\n").map_or(rest, |(body, _)| body);
            let check = body.split_once("    fn check(").map_or("", |(_, check)| check);
            let check = check.split_once("\n    }\n").map_or("", |(check, _)| check);
            checked_by.insert(fact.to_owned(), rules_in(check));
        }
    }
}

#[test]
fn every_rule_of_a_check_is_broken_by_a_test_of_its_fact() {
    let mut facts = BTreeMap::new();
    checked(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut facts);
    assert!(facts.len() > 40, "{}", facts.len());
    let tests = functions();
    let mut missing = Vec::new();
    for (fact, rules) in &facts {
        let is_named = names(fact, &tests);
        let broken: BTreeSet<ForgedRule> =
            tests.iter().filter(|test| is_named(&test.body)).flat_map(|test| rules_in(&test.body)).collect();
        let unbroken = rules.difference(&broken).filter(|rule| !SAID_BEFORE.contains(&(fact.as_str(), **rule)));
        missing.extend(unbroken.map(|rule| format!("{fact}: {rule:?}")));
    }
    assert!(missing.is_empty(), "broken by no test: {missing:#?}");
}

#[test]
fn a_rule_is_known_by_its_whole_name() {
    assert_eq!(rules_in("refused(Rule::UnknownOfficer)"), BTreeSet::from([ForgedRule::UnknownOfficer]));
    assert_eq!(rules_in("refused(Rule::UnknownOfficers)"), BTreeSet::new());
    assert_eq!(rules_in("rule == \"dossier_open\""), BTreeSet::from([ForgedRule::DossierOpen]));
}
