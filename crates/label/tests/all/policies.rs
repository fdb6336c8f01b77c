//! Policies: what is read, and what is refused with the line and the reason.

use label::{Label, LabelDraft, Lang, Location, Policy, PolicyError, Violation};

/// A policy around fragments; the first fragment starts on line 3.
pub fn spif(classifications: &str, tag_sets: &str, rest: &str) -> String {
    format!(
        "<SPIF xmlns=\"http://www.xmlspif.org/spif\" schemaVersion=\"2.1\" creationDate=\"20260101000000Z\" \
         originatorDN=\"CN=T\" keyIdentifier=\"00\" privilegeId=\"1.2\" rbacId=\"1.2\">\n\
         <securityPolicyId name=\"TEST\" id=\"1.2.3\"/><securityClassifications>\n{classifications}\
         </securityClassifications>\n{}\n{rest}</SPIF>",
        if tag_sets.is_empty() {
            String::new()
        } else {
            format!("<securityCategoryTagSets>\n{tag_sets}</securityCategoryTagSets>")
        }
    )
}

pub const CLASSES: &str = "<securityClassification name=\"LOW\" lacv=\"1\" hierarchy=\"1\"/>\n\
                       <securityClassification name=\"HIGH\" lacv=\"2\" hierarchy=\"2\"/>\n";

pub fn tag(kind: &str, values: &str) -> String {
    format!(
        "<securityCategoryTagSet name=\"T\" id=\"1.2.3.1\"><securityCategoryTag name=\"T\" {kind}>\n{values}\
         </securityCategoryTag></securityCategoryTagSet>\n"
    )
}

pub fn parsed(classes: &str, sets: &str, rest: &str) -> Policy {
    Policy::parse(spif(classes, sets, rest).as_bytes()).expect("a sound policy")
}

pub fn refused(classes: &str, sets: &str, rest: &str) -> PolicyError {
    Policy::parse(spif(classes, sets, rest).as_bytes()).expect_err("refused")
}

pub fn build(policy: &Policy, class: &str, values: &[(&str, &str)]) -> Result<Label, Vec<Violation>> {
    let pairs: Vec<(String, String)> = values.iter().map(|(t, v)| ((*t).to_owned(), (*v).to_owned())).collect();
    let at = "2026-01-15T10:00:00Z".parse().expect("a time");
    Label::build(policy, LabelDraft::from_words(policy, class, None, &pairs, at)?)
}

pub fn codes(result: Result<Label, Vec<Violation>>) -> Vec<&'static str> {
    result.map_or_else(|violations| violations.iter().map(Violation::code).collect(), |_| Vec::new())
}

#[test]
fn what_contradicts_or_dangles_is_refused_with_its_line() {
    let value = |inner: &str| {
        tag(
            "tagType=\"restrictive\"",
            &format!(
                "<tagCategory name=\"V\" lacv=\"1\">{inner}</tagCategory>\n<tagCategory name=\"W\" lacv=\"2\"/>\n"
            ),
        )
    };
    let cases: Vec<(PolicyError, PolicyError)> = vec![
        (
            refused(&format!("{CLASSES}<securityClassification name=\"low\" lacv=\"3\" hierarchy=\"3\"/>"), "", ""),
            PolicyError::DuplicateClassification { line: 5, name: "low".into() },
        ),
        (
            refused(&format!("{CLASSES}<securityClassification name=\"X\" lacv=\"2\" hierarchy=\"3\"/>"), "", ""),
            PolicyError::DuplicateLacv { line: 5, lacv: "2".into() },
        ),
        (
            refused(CLASSES, &value("<excludedClass>NONE</excludedClass>"), ""),
            PolicyError::UnknownClassification { line: 8, name: "NONE".into() },
        ),
        (
            refused(CLASSES, &value("").replace("name=\"V\"", "name=\"V\" requiredClass=\"NONE\""), ""),
            PolicyError::UnknownClassification { line: 8, name: "NONE".into() },
        ),
        (
            refused(
                CLASSES,
                &value(
                    "<requiredCategory operation=\"all\"><categoryGroup tagSetRef=\"NONE\" tagType=\"restrictive\" lacv=\"1\"/></requiredCategory>",
                ),
                "",
            ),
            PolicyError::UnknownTagSet { line: 8, name: "NONE".into() },
        ),
        (
            refused(CLASSES, &value("<excludedCategory tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"9\"/>"), ""),
            PolicyError::UnknownValue { line: 8, tag_set: "T".into(), lacv: "9".into() },
        ),
        (
            refused(CLASSES, &value("<excludedCategory tagSetRef=\"T\" tagType=\"permissive\" all=\"true\"/>"), ""),
            PolicyError::UnknownValue { line: 8, tag_set: "T".into(), lacv: "*".into() },
        ),
        (
            refused(CLASSES, &value("<excludedCategory tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"1\"/>"), ""),
            PolicyError::ExcludesItself { line: 8, value: "V".into() },
        ),
        (
            refused(CLASSES, &value("<excludedCategory tagSetRef=\"T\" tagType=\"restrictive\"/>"), ""),
            PolicyError::OneOrAll { line: 8 },
        ),
        (
            refused(
                CLASSES,
                &value("<excludedCategory tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"2\" all=\"true\"/>"),
                "",
            ),
            PolicyError::OneOrAll { line: 8 },
        ),
        (
            refused(CLASSES, &value("<requiredCategory operation=\"all\"/>"), ""),
            PolicyError::EmptyRequirement { line: 8 },
        ),
        (
            refused(
                CLASSES,
                &value(
                    "<requiredCategory operation=\"all\"><categoryGroup tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"2\"/></requiredCategory><excludedCategory tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"2\"/>",
                ),
                "",
            ),
            PolicyError::Contradiction { line: 8, what: "V".into() },
        ),
        (
            refused(
                CLASSES,
                &value("<excludedClass>LOW</excludedClass>").replace("name=\"V\"", "name=\"V\" requiredClass=\"LOW\""),
                "",
            ),
            PolicyError::Contradiction { line: 8, what: "V".into() },
        ),
        (
            refused(CLASSES, &tag("tagType=\"restrictive\" minSelection=\"2\" singleSelection=\"true\"", ""), ""),
            PolicyError::SelectionBounds { line: 7, tag: "T".into() },
        ),
        (
            refused(
                CLASSES,
                &value("").replace(
                    "name=\"V\"",
                    "name=\"V\" notBefore=\"2026-01-02T00:00:00Z\" notAfter=\"2026-01-01T00:00:00Z\"",
                ),
                "",
            ),
            PolicyError::PeriodReversed { line: 8 },
        ),
        (
            refused(
                CLASSES,
                &value(
                    "<equivalentSecCategoryTag policyRef=\"X\" tagSetId=\"1.2\" tagType=\"restrictive\" lacv=\"1\" applied=\"both\"/>",
                ),
                "",
            ),
            PolicyError::UnknownPolicy { line: 8, name: "X".into() },
        ),
        (
            refused(
                "<securityClassification name=\"LOW\" lacv=\"1\" hierarchy=\"1\">\n<equivalentClassification policyRef=\"X\" lacv=\"1\" applied=\"both\"/>\n<equivalentClassification policyRef=\"X\" lacv=\"2\" applied=\"encrypt\"/></securityClassification>",
                "",
                "<equivalentPolicies><equivalentPolicy name=\"X\" id=\"1.9\"/></equivalentPolicies>",
            ),
            PolicyError::EquivalentTwice { line: 5, policy: "X".into() },
        ),
        (
            refused(CLASSES, &tag("tagType=\"enumerated\"", ""), ""),
            PolicyError::Missing { line: 7, what: "enumType".into() },
        ),
        (
            refused(CLASSES, &tag("tagType=\"secret\"", ""), ""),
            PolicyError::BadValue { line: 7, attribute: "tagType".into(), value: "secret".into() },
        ),
        (
            refused(
                CLASSES,
                &format!(
                    "{}{}",
                    tag("tagType=\"tagType7\"", ""),
                    tag("tagType=\"tagType7\"", "").replace("name=\"T\" id=\"1.2.3.1\"", "name=\"U\" id=\"1.2.3.1\"")
                ),
                "",
            ),
            PolicyError::DuplicateTagSetId { line: 9, id: "1.2.3.1".into() },
        ),
        (
            refused(
                CLASSES,
                &format!(
                    "{}{}",
                    tag("tagType=\"tagType7\"", ""),
                    tag("tagType=\"tagType7\"", "").replace("1.2.3.1", "1.2.3.2")
                ),
                "",
            ),
            PolicyError::DuplicateTagSet { line: 9, name: "T".into() },
        ),
        (
            refused(&CLASSES.replacen("lacv=\"1\"", "lacv=\"one\"", 1), "", ""),
            PolicyError::BadValue { line: 3, attribute: "lacv".into(), value: "one".into() },
        ),
        (
            refused(&CLASSES.replacen("lacv=\"1\"", "lacv=\"1\" color=\"crimson\"", 1), "", ""),
            PolicyError::BadValue { line: 3, attribute: "color".into(), value: "crimson".into() },
        ),
        (
            refused(&format!("{CLASSES}<securityClearance/>"), "", ""),
            PolicyError::UnknownElement { line: 5, name: "securityClearance".into() },
        ),
        (refused("", "", ""), PolicyError::Missing { line: 2, what: "securityClassification".into() }),
        (
            refused(&CLASSES.replacen("LOW", &"L".repeat(257), 1), "", ""),
            PolicyError::TooLong { line: 3, attribute: "name".into(), limit: 256 },
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn below_which_classification_text_may_be_copied_is_an_addition_that_is_read_strictly() {
    let copying = |below: &str| format!("<copying xmlns=\"urn:zegel:spif:1\" below=\"{below}\"/>");
    let extended = |inner: &str| format!("<extensions>{inner}</extensions>");
    let below = |inner: &str| {
        let policy = parsed(CLASSES, "", &extended(inner));
        policy.copied_below().map(|class| class.name.clone())
    };
    assert_eq!(parsed(CLASSES, "", "").copied_below(), None);
    assert_eq!(below(&copying("HIGH")).as_deref(), Some("HIGH"));
    // Somebody else's additions say nothing here.
    assert_eq!(below("<copying xmlns=\"urn:other\" below=\"HIGH\"/><more xmlns=\"urn:other\"/>"), None);
    let refused = |inner: &str| refused(CLASSES, "", &extended(inner));
    assert!(matches!(refused(&copying("NONE")), PolicyError::UnknownClassification { name, .. } if name == "NONE"));
    assert!(matches!(refused(&copying("")), PolicyError::Missing { .. }));
    assert!(matches!(refused(&(copying("LOW") + &copying("HIGH"))), PolicyError::Repeated { .. }));
    let slip = copying("LOW").replace("<copying", "<coping");
    assert!(matches!(refused(&slip), PolicyError::UnknownElement { .. }), "a rule with a slip in it");
}

#[test]
fn a_file_of_another_kind_or_version_is_refused() {
    let whole = spif(CLASSES, "", "");
    let refused = |xml: String| Policy::parse(xml.as_bytes()).expect_err("refused");
    assert!(matches!(refused(whole.replace("2.1", "9.0")), PolicyError::UnsupportedVersion { .. }));
    assert!(matches!(refused(whole.replace("SPIF", "SPIV")), PolicyError::NotASpif { .. }));
    assert!(matches!(refused(whole.replace("www.xmlspif.org", "example.org")), PolicyError::NotASpif { .. }));
    assert!(matches!(refused(whole.replace("id=\"1.2.3\"", "id=\"3.2.1\"")), PolicyError::BadValue { .. }));
    for version in ["1.0", "2.0", "3.0"] {
        Policy::parse(whole.replace("2.1", version).as_bytes()).expect("the same in these versions");
    }
}

#[test]
fn the_dialect_without_namespace_and_attributes_is_read() {
    let policy = Policy::parse(
        b"<SPIF><securityPolicyId name='Food' id='1.2.826.0.1.6726289.0.0'/><securityClassifications>\
          <securityClassification name='Free' color='#DFDFDF' lacv='50' hierarchy='0' obsolete='false'>\
          <markingCode phrase='FREE'><code>pageTopBottom</code></markingCode></securityClassification>\
          </securityClassifications><markingQualifier code='pageBottom'><qualifier markingQualifier='[ ' \
          qualifierCode='prefix'/><qualifier markingQualifier=' ]' qualifierCode='suffix'/></markingQualifier></SPIF>",
    )
    .expect("read all the same");
    let label = build(&policy, "free", &[]).expect("valid");
    assert_eq!(policy.marking(&label, Lang::En, Location::PageBottom), "[ Food FREE ]");
    assert_eq!(policy.marking(&label, Lang::En, Location::PageTop), "Food FREE");
}

#[test]
fn one_number_for_two_values_matters_only_when_a_rule_refers_to_it() {
    let values = "<tagCategory name=\"V\" lacv=\"1\"/>\n<tagCategory name=\"W\" lacv=\"01\"/>\n";
    parsed(CLASSES, &tag("tagType=\"permissive\"", values), "");
    let referring = format!(
        "{values}<tagCategory name=\"X\" lacv=\"2\"><excludedCategory tagSetRef=\"T\" tagType=\"permissive\" lacv=\"1\"/></tagCategory>"
    );
    let error = refused(CLASSES, &tag("tagType=\"permissive\"", &referring), "");
    assert_eq!(error, PolicyError::DuplicateLacv { line: 10, lacv: "1".into() });
}

#[test]
fn requirements_of_classifications_count_as_they_say() {
    let values = "<tagCategory name=\"A\" lacv=\"1\"/><tagCategory name=\"B\" lacv=\"2\"/><tagCategory name=\"C\" lacv=\"3\"/>\n";
    let group = |n: u8| format!("<categoryGroup tagSetRef=\"T\" tagType=\"permissive\" lacv=\"{n}\"/>");
    for (operation, good, bad) in [
        ("onlyOne", vec!["A"], vec!["A", "B"]),
        ("oneOrMore", vec!["A", "B"], vec!["C"]),
        ("all", vec!["A", "B", "C"], vec!["A", "C"]),
    ] {
        let classes = format!(
            "<securityClassification name=\"LOW\" lacv=\"1\" hierarchy=\"1\"/><securityClassification name=\"HIGH\" lacv=\"2\" hierarchy=\"2\"><requiredCategory operation=\"{operation}\">{}{}</requiredCategory></securityClassification>",
            group(1),
            group(2)
        );
        let policy = parsed(&classes, &tag("tagType=\"permissive\"", values), "");
        let of = |names: &[&'static str]| names.iter().map(|n| ("T", *n)).collect::<Vec<_>>();
        assert!(build(&policy, "HIGH", &of(&good)).is_ok(), "{operation}");
        assert_eq!(codes(build(&policy, "HIGH", &of(&bad))), ["label_required_category"], "{operation}");
        assert_eq!(codes(build(&policy, "HIGH", &[])), ["label_required_category"], "{operation}");
        assert!(build(&policy, "LOW", &[]).is_ok());
    }
}

#[test]
fn all_of_a_family_is_every_value_of_that_type() {
    let sets = format!(
        "{}{}",
        tag(
            "tagType=\"restrictive\"",
            "<tagCategory name=\"V\" lacv=\"1\"><excludedCategory tagSetRef=\"T\" tagType=\"restrictive\" all=\"true\"/><excludedCategory tagSetRef=\"U\" tagType=\"tagType7\" all=\"true\"/></tagCategory><tagCategory name=\"W\" lacv=\"2\"/>"
        ),
        "<securityCategoryTagSet name=\"U\" id=\"1.2.3.2\"><securityCategoryTag name=\"U\" tagType=\"tagType7\"><tagCategory name=\"I\" lacv=\"1\"/><tagCategory name=\"J\" lacv=\"2\"/></securityCategoryTag></securityCategoryTagSet>"
    );
    let policy = parsed(CLASSES, &sets, "");
    assert!(build(&policy, "LOW", &[("T", "V")]).is_ok(), "a value does not exclude itself");
    assert_eq!(codes(build(&policy, "LOW", &[("T", "V"), ("T", "W")])), ["label_excluded_category"]);
    assert_eq!(
        codes(build(&policy, "LOW", &[("T", "V"), ("U", "I"), ("U", "J")])),
        ["label_excluded_category", "label_excluded_category"]
    );
}

#[test]
fn every_violation_is_named_at_once() {
    let sets = tag(
        "tagType=\"restrictive\" singleSelection=\"true\"",
        "<tagCategory name=\"V\" lacv=\"1\" obsolete=\"true\" notAfter=\"2020-01-01T00:00:00Z\"><excludedClass>LOW</excludedClass></tagCategory>\
         <tagCategory name=\"W\" lacv=\"2\" requiredClass=\"HIGH\"/>",
    );
    let policy = parsed(CLASSES, &sets, "");
    assert_eq!(
        codes(build(&policy, "LOW", &[("T", "V"), ("T", "W")])),
        [
            "label_too_many",
            "label_obsolete_value",
            "label_not_in_force",
            "label_excluded_classification",
            "label_required_classification"
        ]
    );
    let choices = |values: &[(&str, &str)]| -> Vec<String> {
        let refused = build(&policy, "LOW", values).expect_err("refused");
        let params = refused.iter().flat_map(label::Violation::params);
        params.filter(|(name, _)| *name == "choices").map(|(_, choices)| choices).collect()
    };
    assert_eq!(choices(&[("T", "V")]), ["W"], "what may be given instead of what is no longer given");
    assert_eq!(choices(&[("T", "Z"), ("U", "V")]), ["W", "T"], "and instead of what is unknown");
    assert_eq!(
        codes(build(&policy, "MIDDLE", &[("T", "Z"), ("U", "V")])),
        ["label_unknown_classification", "label_unknown_value", "label_unknown_tag"]
    );
}

#[test]
fn what_is_obsolete_may_be_read_but_not_given() {
    let classes = CLASSES.replacen("hierarchy=\"1\"", "hierarchy=\"1\" obsolete=\"true\"", 1);
    let policy = parsed(&classes, "", "");
    assert_eq!(codes(build(&policy, "LOW", &[])), ["label_obsolete_classification"]);
    let current = parsed(CLASSES, "", "");
    let old = build(&current, "LOW", &[]).expect("valid then").to_xml();
    assert!(Label::parse(old.as_bytes(), &policy).is_ok());
}

#[test]
fn privacy_marks_are_those_of_the_policy_where_it_lists_them() {
    let marks = "<privacyMarks minSelection=\"1\" maxSelection=\"1\"><privacyMark name=\"Personal\"/><privacyMark name=\"Old\" obsolete=\"true\"/>\
                 <markingQualifier><qualifier markingQualifier=\"(\" qualifierCode=\"prefix\"/><qualifier markingQualifier=\")\" qualifierCode=\"suffix\"/></markingQualifier></privacyMarks>";
    let policy = parsed(CLASSES, "", marks);
    let with = |mark: Option<&str>| {
        let at = "2026-01-15T10:00:00Z".parse().expect("a time");
        Label::build(&policy, LabelDraft { privacy_mark: mark.map(str::to_owned), ..LabelDraft::new("LOW", at) })
    };
    assert_eq!(codes(with(None)), ["label_privacy_mark_missing"]);
    assert_eq!(codes(with(Some("Other"))), ["label_unknown_privacy_mark"]);
    assert_eq!(codes(with(Some("Old"))), ["label_obsolete_privacy_mark"]);
    for refused in [with(None), with(Some("Other")), with(Some("Old"))] {
        let choices = refused.expect_err("refused").iter().flat_map(label::Violation::params).collect::<Vec<_>>();
        assert!(choices.contains(&("choices", "Personal".to_owned())), "what can be chosen is said: {choices:?}");
    }
    let label = with(Some("personal")).expect("valid");
    assert_eq!(policy.marking(&label, Lang::En, Location::PageTop), "TEST LOW (Personal)");
}

#[test]
fn typed_values_have_the_form_that_the_policy_asks_for() {
    let values = "<tagCategory name=\"Until\" lacv=\"1\" userInput=\"date\"><markingData phrase=\"until\"><code>pageTopBottom</code></markingData></tagCategory>";
    let policy = parsed(CLASSES, &tag("tagType=\"tagType7\"", values), "");
    let label = build(&policy, "LOW", &[("T", "2026-05-01")]).expect("a date");
    assert_eq!(policy.marking(&label, Lang::En, Location::PageTop), "TEST LOW until 2026-05-01");
    assert_eq!(codes(build(&policy, "LOW", &[("T", "tomorrow")])), ["label_bad_input"]);
}

#[test]
fn marking_codes_decide_what_stands_where() {
    let classes = "<securityClassification name=\"LOW\" lacv=\"1\" hierarchy=\"1\">\
        <markingData phrase=\"Low (top)\"><code>pageTop</code></markingData>\
        <markingData phrase=\"Low (bottom)\" xml:lang=\"fr-BE\"><code>pageBottom</code></markingData>\
        <markingData phrase=\"l\"><code>portionMarking</code></markingData></securityClassification>\
        <securityClassification name=\"OFFICIAL\" lacv=\"2\" hierarchy=\"2\"/>";
    let sets = tag(
        "tagType=\"restrictive\"",
        "<tagCategory name=\"SENSITIVE\" lacv=\"1\"><markingData phrase=\"OFFICIAL-SENSITIVE\"><code>suppressClassName</code></markingData></tagCategory>\
         <tagCategory name=\"HIDDEN\" lacv=\"2\"><markingData><code>noNameDisplay</code></markingData></tagCategory>\
         <tagCategory name=\"OTHER\" lacv=\"3\"><markingData phrase=\"ELSE\"><code>replacePolicy</code><code>noNameDisplay</code></markingData></tagCategory>",
    );
    let rest = "<markingQualifier><qualifier markingQualifier=\"DEMO-\" qualifierCode=\"prefix\"/></markingQualifier>";
    let policy = parsed(classes, &sets, rest);
    let mark = |class: &str, values: &[&str], lang, at| {
        let values: Vec<_> = values.iter().map(|v| ("T", *v)).collect();
        policy.marking(&build(&policy, class, &values).expect("valid"), lang, at)
    };
    assert_eq!(mark("LOW", &[], Lang::En, Location::PageTop), "DEMO-TEST Low (top)");
    assert_eq!(mark("LOW", &[], Lang::Fr, Location::PageBottom), "DEMO-TEST Low (bottom)");
    assert_eq!(mark("LOW", &[], Lang::En, Location::PageBottom), "DEMO-TEST LOW");
    assert_eq!(mark("LOW", &[], Lang::En, Location::Subject), "DEMO-TEST Low (top)");
    assert_eq!(mark("LOW", &[], Lang::Nl, Location::Portion), "l");
    assert_eq!(mark("OFFICIAL", &["SENSITIVE"], Lang::En, Location::PageTop), "DEMO-TEST OFFICIAL-SENSITIVE");
    assert_eq!(mark("OFFICIAL", &["HIDDEN"], Lang::En, Location::PageTop), "DEMO-TEST OFFICIAL");
    assert_eq!(mark("OFFICIAL", &["OTHER"], Lang::En, Location::PageTop), "DEMO-ELSE OFFICIAL");
}

#[test]
fn a_label_is_marked_only_by_its_own_policy() {
    let policy = parsed(CLASSES, "", "");
    let label = build(&policy, "LOW", &[]).expect("valid");
    let other = Policy::builtin("BEL").expect("ships");
    assert_eq!(other.marking(&label, Lang::En, Location::PageTop), "");
    assert_eq!(other.banner(&label).text, "");
    let again = parsed(CLASSES, "", "");
    assert_eq!(again.marking(&label, Lang::En, Location::PageTop), "TEST LOW", "the same policy, read again");
}

#[test]
fn an_audience_on_the_page_is_never_smaller_than_that_in_the_label() {
    let replaces = |name: &str, lacv: u32, codes: &str| {
        format!(
            "<tagCategory name=\"{name}\" lacv=\"{lacv}\"><markingData phrase=\"OURS/{name}\"><code>replacePolicy</code>{codes}</markingData></tagCategory>"
        )
    };
    let values = [
        replaces("ALPHA", 1, ""),
        replaces("BRAVO", 2, "<code>noNameDisplay</code>"),
        replaces("CHARLIE", 3, "<code>noNameDisplay</code>"),
        "<tagCategory name=\"DELTA\" lacv=\"4\"><markingData phrase=\"D\"><code>portionMarking</code><code>noNameDisplay</code></markingData></tagCategory>".to_owned(),
    ];
    let policy = parsed(CLASSES, &tag("tagType=\"permissive\"", &values.concat()), "");
    let marking = |values: &[(&str, &str)]| {
        let label = build(&policy, "LOW", values).expect("valid");
        policy.marking(&label, Lang::En, Location::PageTop)
    };
    assert_eq!(marking(&[("T", "ALPHA")]), "OURS/ALPHA LOW ALPHA", "its name stands in its list as well");
    assert_eq!(marking(&[("T", "BRAVO")]), "OURS/BRAVO LOW", "unless the policy says otherwise");
    assert_eq!(
        marking(&[("T", "BRAVO"), ("T", "CHARLIE")]),
        "OURS/BRAVO LOW OURS/CHARLIE",
        "only one replaces the name"
    );
    assert_eq!(
        marking(&[("T", "DELTA")]),
        "TEST LOW DELTA",
        "what is said of a portion hides nothing at the top of a page"
    );
}
