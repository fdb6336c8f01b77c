//! Labels and clearances from other software: what is read, what is refused and why.

use label::{
    AccessPart, Category, CategoryKind, Change, Clearance, Effect, Label, LabelDraft, LabelError, Policy, Violation,
};
use proptest::prelude::*;

use crate::builtin::{bel, label};
use crate::nato;

fn nato_policy() -> Policy {
    Policy::builtin("NATO").expect("ships")
}

fn plain() -> String {
    nato::xml("RESTRICTED", &[("Context", "PERMISSIVE", &["NATO"])])
}

fn refused(xml: &str) -> LabelError {
    Label::parse(xml.as_bytes(), &nato_policy()).expect_err("refused")
}

#[test]
fn what_is_missing_repeated_unknown_or_wrong_is_named_with_its_line() {
    let xml = plain();
    let cases = [
        (xml.replace("<Classification>RESTRICTED</Classification>", ""), "label_missing"),
        (xml.replace("<CreationDateTime>2026-01-15T10:00:00Z</CreationDateTime>", ""), "label_missing"),
        (xml.replace(" TagName=\"Context\"", ""), "label_missing"),
        (xml.replace(" Type=\"PERMISSIVE\"", ""), "label_missing"),
        (xml.replace("PERMISSIVE", "permissive"), "label_bad_value"),
        (xml.replace("2026-01-15T10:00:00Z", "yesterday"), "label_bad_value"),
        (xml.replace("GenericValue>", "OtherValue>"), "label_unknown_element"),
        (xml.replace("originatorConfidentialityLabel", "confidentialityLabel"), "label_not_a_label"),
        (xml.replace("metadatalabel:1:0", "metadatalabel:2:0"), "label_not_a_label"),
        (
            xml.replace(
                "</ConfidentialityInformation>",
                "<Category TagName=\"Context\" Type=\"PERMISSIVE\"/><Unknown/></ConfidentialityInformation>",
            ),
            "label_unknown_element",
        ),
        (
            xml.replace(
                "<CreationDateTime>",
                "<CreationDateTime>2026-01-15T10:00:00Z</CreationDateTime><CreationDateTime>",
            ),
            "label_repeated",
        ),
        (
            xml.replace(
                "</originatorConfidentialityLabel>",
                "<OriginatorID IDType=\"rfc822Name\">a@b</OriginatorID></originatorConfidentialityLabel>",
            ),
            "label_out_of_order",
        ),
        (
            xml.replace(
                "</ConfidentialityInformation>",
                "</ConfidentialityInformation><OriginatorID IDType=\"name\">a</OriginatorID>",
            ),
            "label_bad_value",
        ),
        (xml.replace(">RESTRICTED<", ">SECRETISSIME<"), "label_invalid"),
    ];
    for (xml, code) in cases {
        assert_eq!(refused(&xml).code(), code, "{xml}");
    }
    let lines =
        xml.replace("<Classification>", "\n\n<Classification>").replace("Classification>RESTRICTED", "Classification>");
    assert_eq!(refused(&lines), LabelError::Missing { line: 3, what: "Classification".into() });
}

#[test]
fn what_breaks_the_schema_but_not_the_meaning_can_be_read_with_its_faults() {
    let xml = plain().replace("<CreationDateTime>2026-01-15T10:00:00Z</CreationDateTime>", "");
    let (label, faults) = Label::read(xml.as_bytes(), &nato_policy()).expect("readable");
    assert_eq!(label.classification(), "RESTRICTED");
    assert_eq!(faults.iter().map(LabelError::code).collect::<Vec<_>>(), ["label_missing"]);
}

#[test]
fn a_label_of_another_policy_is_refused_by_name_and_by_identifier() {
    for xml in [
        plain().replace(">NATO</PolicyIdentifier>", ">EU</PolicyIdentifier>"),
        plain().replace("urn:oid:1.3.26.1.3.1", "urn:oid:1.3.26.1.3.2"),
    ] {
        let LabelError::Invalid(violations) = refused(&xml) else { panic!("a rule of the policy") };
        assert!(matches!(violations.as_slice(), [Violation::OtherPolicy { .. }]));
    }
    let unnamed = plain().replace(" URI=\"urn:oid:1.3.26.1.3.1\"", "");
    assert!(Label::parse(unnamed.as_bytes(), &nato_policy()).is_ok());
}

#[test]
fn a_type_that_is_not_the_policys_is_refused() {
    let xml = plain().replace("PERMISSIVE", "INFORMATIVE");
    let LabelError::Invalid(violations) = refused(&xml) else { panic!("a rule of the policy") };
    assert_eq!(
        violations,
        [Violation::WrongKind {
            tag: "Context".into(),
            found: CategoryKind::Informative,
            expected: CategoryKind::Permissive
        }]
    );
}

#[test]
fn numbers_and_bits_stand_for_the_names_of_the_policy() {
    let xml = nato::xml(
        "SECRET",
        &[("Releasable To", "PERMISSIVE", &["x"]), ("Special Category Designators", "RESTRICTIVE", &["y"])],
    )
    .replace("<GenericValue>x</GenericValue>", "<IntegerValue>056</IntegerValue><IntegerValue>250</IntegerValue>")
    .replace("<GenericValue>y</GenericValue>", "<BitStringValue>0110</BitStringValue>");
    let label = Label::parse(xml.as_bytes(), &nato_policy()).expect("known numbers");
    assert_eq!(
        label.categories(),
        [
            Category::new("Special Category Designators", CategoryKind::Restrictive, ["ATOMAL", "CRYPTO"]),
            Category::new("Releasable To", CategoryKind::Permissive, ["BEL", "FRA"]),
        ]
    );
    for (from, to, code) in [
        ("056", "999", "label_invalid"),
        ("056", "5x", "label_bad_value"),
        ("0110", "0120", "label_bad_value"),
        ("0110", "00000001", "label_invalid"),
    ] {
        assert_eq!(refused(&xml.replace(from, to)).code(), code, "{to}");
    }
}

#[test]
fn names_compare_without_regard_to_case_and_come_out_as_the_policy_spells_them() {
    let xml = nato::xml("secret", &[("releasable TO", "PERMISSIVE", &[" bel ", "Fra", "FRA"])]);
    let label = Label::parse(xml.as_bytes(), &nato_policy()).expect("valid");
    assert_eq!(label.classification(), "SECRET");
    assert_eq!(label.categories(), [Category::new("Releasable To", CategoryKind::Permissive, ["BEL", "FRA"])]);
}

#[test]
fn the_name_in_another_language_is_for_typing_and_not_for_labels() {
    let xml = label(&bel(), "SECRET", None, &[]).to_xml();
    assert!(Label::parse(xml.replace(">SECRET<", ">secret<").as_bytes(), &bel()).is_ok());
    assert!(Label::parse(xml.replace(">SECRET<", ">GEHEIM<").as_bytes(), &bel()).is_err());
}

#[test]
fn the_access_part_is_what_decides_and_nothing_else() {
    let one = label(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE"), ("Handling", "ORCON")]);
    let two = label(&bel(), "SECRET", Some(&["FRA", "BEL"]), &[("Handling", "SOURCE")]);
    assert_eq!(one.access(), two.access());
    assert_eq!(one.access().canonical(), "BEL/SECRET;+Handling=SOURCE;?Releasable To=BEL,FRA");
    let nobody = label(&bel(), "SECRET", Some(&[]), &[]).access();
    assert_eq!(nobody.canonical(), "BEL/SECRET;?Releasable To");
    assert_ne!(nobody, label(&bel(), "SECRET", None, &[]).access());
}

#[test]
fn a_successor_is_held_against_the_policy_too() {
    let good = label(&bel(), "SECRET", None, &[]);
    let draft = |classification: &str| LabelDraft {
        succession: Some(label::Succession {
            at: "2036-01-15T00:00:00Z".parse().expect("a time"),
            label: Box::new(LabelDraft::new(classification, good.created())),
        }),
        ..good.draft().clone()
    };
    assert!(Label::build(&bel(), draft("RESTREINT")).is_ok());
    let violations = Label::build(&bel(), draft("LOWER")).expect_err("no such level");
    assert!(matches!(violations.as_slice(), [Violation::Successor(_)]));
    assert_eq!(violations[0].code(), "label_unknown_classification");
    let early = LabelDraft {
        succession: Some(label::Succession {
            at: "2020-01-15T00:00:00Z".parse().expect("a time"),
            label: Box::new(LabelDraft::new("RESTREINT", good.created())),
        }),
        review: Some("2020-01-15T00:00:00Z".parse().expect("a time")),
        ..good.draft().clone()
    };
    let codes: Vec<_> = Label::build(&bel(), early).expect_err("too early").iter().map(Violation::code).collect();
    assert_eq!(codes, ["label_review_before_creation", "label_succession_before_creation"]);
}

#[test]
fn a_clearance_is_read_with_the_same_care() {
    let held = [("Releasable To".to_owned(), ["BEL".to_owned()].into())].into();
    let xml = Clearance::build(&bel(), "SECRET", &held).expect("known names").to_xml();
    let refused = |from: &str, to: &str| {
        assert!(xml.contains(from), "{from}");
        Clearance::parse(xml.replace(from, to).as_bytes(), &bel()).expect_err(to).code()
    };
    assert_eq!(refused(">BEL</slab:Pol", ">NATO</slab:Pol"), "label_invalid");
    assert_eq!(refused(">CONFIDENTIEL<", ">CONFIDENTIAL<"), "label_invalid");
    assert_eq!(refused("<slab:GenericValue>BEL<", "<slab:GenericValue>BLE<"), "label_invalid");
    assert_eq!(refused("ClassificationList>", "Classifications>"), "label_unknown_element");
    assert_eq!(refused("sclr:ConfidentialityClearance", "sclr:Clearance"), "label_not_a_label");
    let unknown = Clearance::build(&bel(), "HIGHEST", &[("Tag".to_owned(), ["V".to_owned()].into())].into());
    let codes: Vec<_> = unknown.expect_err("unknown").iter().map(Violation::code).collect();
    assert_eq!(codes, ["label_unknown_classification", "label_unknown_tag"]);
}

#[test]
fn the_difference_of_two_labels_says_what_opens_and_what_closes() {
    let before = label(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE")]);
    let after = label(&bel(), "CONFIDENTIEL", Some(&["BEL", "DEU"]), &[("Handling", "ORCON")]);
    let changes = before.difference(&after);
    let said: Vec<_> = changes.iter().map(|change| (change.code(), change.effect())).collect();
    assert_eq!(
        said,
        [
            ("lowered", Effect::Wider),
            ("removed", Effect::Wider),
            ("removed", Effect::Narrower),
            ("added", Effect::Wider),
            ("added", Effect::None)
        ]
    );
    assert!(before.difference(&before).is_empty());
    let open = label(&bel(), "SECRET", None, &[("Handling", "SOURCE")]);
    assert_eq!(
        before.difference(&open),
        [Change::AudienceDropped { tag: "Releasable To".into(), values: vec!["BEL".into(), "FRA".into()] }]
    );
}

fn access_part() -> impl Strategy<Value = AccessPart> {
    // The characters that structure the line, and little else, so that they meet.
    let word = || "[a/;+?=,\\\\]{0,3}";
    let tags = move || prop::collection::btree_map(word(), prop::collection::btree_set(word(), 0..3), 0..3);
    (word(), word(), tags(), tags()).prop_map(|(policy, classification, restrictive, permissive)| AccessPart {
        policy,
        classification,
        restrictive,
        permissive,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn two_access_parts_share_a_line_only_if_they_are_equal(one in access_part(), two in access_part()) {
        prop_assert_eq!(one == two, one.canonical() == two.canonical(), "{:?} {:?}", one, two);
    }
}
