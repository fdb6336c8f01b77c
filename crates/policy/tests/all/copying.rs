//! From which level on no text is copied from a page.

use std::collections::{BTreeMap, BTreeSet};

use label::{AccessPart, DUAL, HANDLING, Policy};
use policy::copying::may_be_copied;

fn marked(policy: &str, classification: &str) -> AccessPart {
    AccessPart {
        policy: policy.to_owned(),
        classification: classification.to_owned(),
        restrictive: BTreeMap::new(),
        permissive: BTreeMap::new(),
    }
}

/// The classifications of a policy whose text may be copied, lowest first.
fn copied(policy: &Policy) -> Vec<&str> {
    let names = policy.classifications().iter().map(|class| class.name.as_str());
    names.filter(|name| may_be_copied(&marked(policy.name(), name), policy)).collect()
}

fn builtin(name: &str) -> Policy {
    Policy::builtin(name).expect("it ships with the program")
}

/// The Belgian policy, with what is added to it by those who keep the vault.
fn with(extension: &str) -> Policy {
    let xml = Policy::builtin_xml("BEL").expect("it ships with the program");
    let end = xml.rfind("</SPIF>").expect("a policy ends");
    let added = format!("{}<extensions>{extension}</extensions></SPIF>", &xml[..end]);
    Policy::parse(added.as_bytes()).expect("it is a policy")
}

#[test]
fn text_is_copied_below_confidentiel_and_not_from_it_on() {
    assert_eq!(copied(&builtin("BEL")), ["NON CLASSIFIÉ", "RESTREINT"]);
    assert_eq!(copied(&builtin("EU")), ["RESTREINT UE/EU RESTRICTED"]);
    assert_eq!(copied(&builtin("NATO")), ["UNCLASSIFIED", "RESTRICTED"]);
}

#[test]
fn a_policy_says_otherwise_in_either_direction() {
    let until = |below: &str| with(&format!("<copying xmlns=\"urn:zegel:spif:1\" below=\"{below}\"/>"));
    assert_eq!(copied(&until("SECRET")), ["NON CLASSIFIÉ", "RESTREINT", "CONFIDENTIEL"]);
    assert_eq!(copied(&until("NON CLASSIFIÉ")), [""; 0]);
}

#[test]
fn what_two_open_or_what_cannot_be_placed_is_never_copied() {
    let bel = builtin("BEL");
    let mut by_two = marked("BEL", "RESTREINT");
    assert!(may_be_copied(&by_two, &bel));
    by_two.restrictive.insert(HANDLING.to_owned(), BTreeSet::from([DUAL.to_owned()]));
    assert!(!may_be_copied(&by_two, &bel));
    assert!(!may_be_copied(&marked("BEL", "SOMEWHERE"), &bel));
    assert!(!may_be_copied(&marked("NATO", "RESTREINT"), &bel), "of another policy");
}
