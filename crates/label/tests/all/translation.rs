//! The same label in another policy.

use chrono::DateTime;
use label::{Direction, Label, LabelDraft, LabelKind, Lang, Location, Policy, TranslateError};
use proptest::prelude::*;

use crate::builtin::{bel, label};
use crate::policies::spif;

fn policy(name: &str) -> Policy {
    Policy::builtin(name).expect("ships")
}

fn out(label: &Label, to: &str) -> Result<Label, TranslateError> {
    label.translate(&policy(to), Direction::Outgoing)
}

#[test]
fn a_belgian_label_has_its_equivalent_in_nato_and_in_the_eu() {
    let ours = label(&bel(), "TRES SECRET", Some(&["BEL", "FRA"]), &[("Handling", "CRYPTO")]);
    let nato = out(&ours, "NATO").expect("in the table");
    assert_eq!(nato.kind(), LabelKind::Alternative);
    assert_eq!(
        policy("NATO").marking(&nato, Lang::En, Location::PageTop),
        "COSMIC TOP SECRET CRYPTO Belgium, France Only"
    );
    let plain = out(&label(&bel(), "RESTREINT", None, &[]), "NATO").expect("in the table");
    assert_eq!(policy("NATO").marking(&plain, Lang::En, Location::PageTop), "NATO RESTRICTED");
    let eu = out(&label(&bel(), "SECRET", Some(&["BEL", "EU"]), &[("Handling", "ORCON")]), "EU").expect("in the table");
    assert_eq!(
        policy("EU").marking(&eu, Lang::En, Location::PageTop),
        "SECRET UE/EU SECRET – Releasable to: EU, Belgium – ORCON"
    );
}

#[test]
fn what_the_table_does_not_say_is_refused() {
    let refused = |label: &Label, to: &str| out(label, to).expect_err("not in the table");
    let source = label(&bel(), "SECRET", None, &[("Handling", "SOURCE")]);
    assert!(
        matches!(refused(&source, "NATO"), TranslateError::NoEquivalent { what, .. } if what == "Handling: SOURCE")
    );
    assert!(matches!(refused(&source, "EU"), TranslateError::NoEquivalent { .. }));
    let benelux = label(&bel(), "SECRET", Some(&["BENELUX"]), &[]);
    assert!(matches!(refused(&benelux, "NATO"), TranslateError::NoEquivalent { .. }));
    let open = label(&bel(), "NON CLASSIFIÉ", None, &[]);
    assert!(matches!(refused(&open, "EU"), TranslateError::NoEquivalent { what, .. } if what == "NON CLASSIFIÉ"));
    let other =
        Policy::parse(spif("<securityClassification name=\"A\" lacv=\"1\" hierarchy=\"1\"/>", "", "").as_bytes());
    let other = other.expect("sound");
    assert!(matches!(open.translate(&other, Direction::Outgoing), Err(TranslateError::NoTable { .. })));
}

#[test]
fn an_audience_of_nobody_stays_an_audience_of_nobody() {
    let nato = out(&label(&bel(), "SECRET", Some(&[]), &[]), "NATO").expect("in the table");
    assert!(nato.access().permissive["Only"].is_empty());
}

#[test]
fn there_and_back_is_the_same_marking() {
    for rel in [Some(&["BEL", "FRA"][..]), Some(&["NATO"]), None] {
        let ours = label(&bel(), "CONFIDENTIEL", rel, &[("Handling", "ATOMAL")]);
        let back = out(&out(&ours, "NATO").expect("in the table"), "BEL").expect("in the table");
        assert_eq!(back.access(), ours.access());
    }
}

#[test]
fn two_audiences_that_must_both_be_met_do_not_become_one() {
    let both = label(&policy("NATO"), "SECRET", Some(&["FRA"]), &[("Context", "NATO"), ("Only", "BEL")]);
    assert!(matches!(out(&both, "BEL"), Err(TranslateError::Widens { tag }) if tag == "Releasable To"));
}

const HOME: &str = "<equivalentPolicies><equivalentPolicy name=\"BELGIUM\" id=\"{BEL}\"/></equivalentPolicies>";

fn foreign(classes: &str, sets: &str) -> Policy {
    let rest = HOME.replace("{BEL}", bel().id());
    Policy::parse(spif(classes, sets, &rest).as_bytes()).expect("sound")
}

#[test]
fn the_table_of_the_other_policy_is_read_backwards_where_ours_has_none() {
    let classes = "<securityClassification name=\"A\" lacv=\"1\" hierarchy=\"1\"><equivalentClassification policyRef=\"BELGIUM\" lacv=\"4\" applied=\"both\"/></securityClassification>\
                   <securityClassification name=\"B\" lacv=\"2\" hierarchy=\"2\"><equivalentClassification policyRef=\"BELGIUM\" lacv=\"4\" applied=\"encrypt\"/></securityClassification>\
                   <securityClassification name=\"C\" lacv=\"3\" hierarchy=\"3\"><equivalentClassification policyRef=\"BELGIUM\" lacv=\"4\" applied=\"decrypt\"/></securityClassification>";
    let sets = format!(
        "<securityCategoryTagSet name=\"Special\" id=\"1.2.3.1\"><securityCategoryTag name=\"Special\" tagType=\"restrictive\"><tagCategory name=\"HUMINT\" lacv=\"1\">\
         <equivalentSecCategoryTag policyRef=\"BELGIUM\" tagSetId=\"{}.1\" tagType=\"restrictive\" lacv=\"1\" applied=\"both\"/></tagCategory></securityCategoryTag></securityCategoryTagSet>",
        bel().id()
    );
    let foreign = foreign(classes, &sets);
    let ours = label(&bel(), "SECRET", None, &[("Handling", "SOURCE")]);
    let outgoing = ours.translate(&foreign, Direction::Outgoing).expect("in their table");
    assert_eq!(outgoing.access().canonical(), "TEST/B;+Special=HUMINT", "of several the highest");
    let incoming = ours.translate(&foreign, Direction::Incoming).expect("in their table");
    assert_eq!(incoming.classification(), "C");
    let crypto = label(&bel(), "SECRET", None, &[("Handling", "CRYPTO")]);
    assert!(matches!(crypto.translate(&foreign, Direction::Outgoing), Err(TranslateError::NoEquivalent { .. })));
    assert_eq!(foreign.level("B"), Some(label::Level::Secret), "the level comes by their table");
}

#[test]
fn families_of_the_same_values_and_what_they_require_are_carried_over() {
    let classes = "<securityClassification name=\"A\" lacv=\"1\" hierarchy=\"1\"><equivalentClassification policyRef=\"BELGIUM\" lacv=\"4\" applied=\"both\">\
                   <requiredCategory operation=\"oneOrMore\"><categoryGroup tagSetRef=\"Handling\" tagType=\"tagType7\" lacv=\"1\"/></requiredCategory></equivalentClassification></securityClassification>";
    let sets = |required: &str| {
        format!(
            "<securityCategoryTagSet name=\"Eyes\" id=\"1.2.3.1\"><securityCategoryTag name=\"Eyes\" tagType=\"permissive\"><tagCategory name=\"FRA\" lacv=\"1\"/><tagCategory name=\"XXX\" lacv=\"2\"/></securityCategoryTag>\
             <equivalentSecurityCategoryTagSet policyRef=\"BELGIUM\" name=\"Releasable To\">{required}</equivalentSecurityCategoryTagSet></securityCategoryTagSet>"
        )
    };
    let also_bel = "<requiredCategory operation=\"all\"><categoryGroup tagSetRef=\"Releasable To\" tagType=\"enumerated\" enumType=\"permissive\" lacv=\"056\"/></requiredCategory>";
    let source = foreign(classes, &sets(also_bel));
    let theirs = label(&source, "A", None, &[("Eyes", "FRA")]);
    let ours = theirs.translate(&bel(), Direction::Incoming).expect("in their table");
    assert_eq!(ours.access().canonical(), "BEL/SECRET;?Releasable To=BEL,FRA");
    assert_eq!(ours.categories()[0].tag, "Handling", "ORCON is required");
    let unknown = label(&source, "A", None, &[("Eyes", "XXX")]);
    assert!(matches!(unknown.translate(&bel(), Direction::Incoming), Err(TranslateError::NoEquivalent { .. })));
    let choice = also_bel.replace("\"all\"", "\"onlyOne\"").replace("lacv=\"056\"", "all=\"true\"");
    let source = foreign(classes, &sets(&choice));
    let theirs = label(&source, "A", None, &[]);
    assert!(theirs.translate(&bel(), Direction::Incoming).is_ok(), "no family, nothing required of it");
    let dangling = also_bel.replace("lacv=\"056\"", "lacv=\"99999\"");
    let source = foreign(classes, &sets(&dangling));
    let theirs = label(&source, "A", None, &[("Eyes", "FRA")]);
    assert!(matches!(theirs.translate(&bel(), Direction::Incoming), Err(TranslateError::Dangling { .. })));
}

#[test]
fn natos_own_file_takes_part_by_the_tables_of_ours() {
    for nato in crate::nato::policies() {
        let ours = label(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[]);
        let theirs = ours.translate(&nato, Direction::Outgoing).expect("in our table");
        assert_eq!(nato.marking(&theirs, Lang::En, Location::PageTop), "NATO SECRET Belgium, France Only");
        let plain = label(&nato, "RESTRICTED", None, &[]);
        assert_eq!(plain.translate(&bel(), Direction::Incoming).expect("in a table").classification(), "RESTREINT");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_has_an_equivalent_keeps_its_level_and_its_readers(
        level in 0usize..5,
        rel in prop::option::of(prop::collection::btree_set(0usize..48, 0..4)),
        handling in prop::collection::vec(prop::sample::select(vec!["SOURCE", "CRYPTO", "ATOMAL", "ORCON"]), 0..3),
    ) {
        let bel = bel();
        let values = &bel.tag_sets().iter().find(|set| set.name == "Releasable To").expect("is there").tags[0].values;
        let rel: Option<Vec<String>> =
            rel.map(|at| at.into_iter().filter_map(|at| values.get(at)).map(|value| value.name.clone()).collect());
        let handling: Vec<_> = handling.into_iter().map(|value| ("Handling".to_owned(), value.to_owned())).collect();
        let class = bel.classifications()[level].name.clone();
        let draft = LabelDraft::from_words(&bel, &class, rel.as_deref(), &handling, DateTime::UNIX_EPOCH);
        let Ok(ours) = Label::build(&bel, draft.expect("known words")) else { return Ok(()) };
        for to in ["NATO", "EU"] {
            let to = policy(to);
            match ours.translate(&to, Direction::Outgoing) {
                Ok(theirs) => {
                    prop_assert_eq!(to.level(theirs.classification()), bel.level(ours.classification()));
                    prop_assert_eq!(Label::parse(theirs.to_xml().as_bytes(), &to).expect("our own"), theirs.clone());
                    let back = theirs.translate(&bel, Direction::Incoming).expect("there and back");
                    prop_assert_eq!(back.access(), ours.access());
                }
                Err(TranslateError::NoEquivalent { .. }) => {}
                Err(other) => prop_assert!(false, "{}", other),
            }
        }
    }
}
