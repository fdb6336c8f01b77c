//! A rule that no test breaks is no rule. Read from the tests, so that no list has to be kept.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use registry::ForgedRule;

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

#[test]
fn a_rule_is_known_by_its_whole_name() {
    assert_eq!(rules_in("refused(Rule::UnknownOfficer)"), BTreeSet::from([ForgedRule::UnknownOfficer]));
    assert_eq!(rules_in("refused(Rule::UnknownOfficers)"), BTreeSet::new());
    assert_eq!(rules_in("rule == \"dossier_open\""), BTreeSet::from([ForgedRule::DossierOpen]));
}
