//! Rules of a policy that only together say something: chains of requirements, what is given twice, what is split.

use label::{Lang, Location, PolicyError};

use crate::policies::{CLASSES, build, codes, parsed, refused, tag};

fn group(lacv: u8) -> String {
    format!("<categoryGroup tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"{lacv}\"/>")
}

fn all(lacvs: &[u8]) -> String {
    needed("all", lacvs)
}

fn needed(operation: &str, lacvs: &[u8]) -> String {
    let groups: String = lacvs.iter().copied().map(group).collect();
    format!("<requiredCategory operation=\"{operation}\">{groups}</requiredCategory>")
}

fn excludes(lacv: u8) -> String {
    format!("<excludedCategory tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"{lacv}\"/>")
}

/// A (8), B (9), C (10), D (11): each on its line.
fn four(kind: &str, a: &str, b: &str, c: &str) -> String {
    tag(
        &format!("tagType=\"restrictive\" {kind}"),
        &format!(
            "<tagCategory name=\"A\" lacv=\"1\">{a}</tagCategory>\n<tagCategory name=\"B\" lacv=\"2\">{b}</tagCategory>\n\
             <tagCategory name=\"C\" lacv=\"3\">{c}</tagCategory>\n<tagCategory name=\"D\" lacv=\"4\"/>\n"
        ),
    )
}

#[test]
fn what_contradicts_itself_only_through_others_is_refused_at_its_own_line() {
    let class = "<excludedClass>LOW</excludedClass>";
    let at = |line: u32, what: &str| PolicyError::Contradiction { line, what: what.into() };
    let cases = [
        ("A needs B needs C, which excludes A", four("", &all(&[2]), &all(&[3]), &excludes(1)), at(8, "A")),
        ("A needs B needs C, which B excludes by D", four("", &all(&[2, 4]), &all(&[3]), &excludes(4)), at(8, "A")),
        (
            "A excludes what it needs by way of B",
            four("", &format!("{}{}", all(&[2]), excludes(3)), &all(&[3]), ""),
            at(8, "A"),
        ),
        (
            "one of one is that one",
            four("", &needed("oneOrMore", &[2]), &needed("onlyOne", &[3]), &excludes(1)),
            at(8, "A"),
        ),
        (
            "only one of two that are both needed",
            four("", &format!("{}{}", all(&[2, 3]), needed("onlyOne", &[2, 3])), "", ""),
            at(8, "A"),
        ),
        ("more than the tag takes", four("singleSelection=\"true\"", &all(&[2]), "", ""), at(8, "A")),
        (
            "nothing left to choose",
            four("", &format!("{}{}{}", needed("oneOrMore", &[2, 3]), excludes(2), excludes(3)), "", ""),
            at(8, "A"),
        ),
        (
            "two classifications at once",
            four("", &all(&[2]), "", "")
                .replace("\"A\"", "\"A\" requiredClass=\"LOW\"")
                .replace("\"B\"", "\"B\" requiredClass=\"HIGH\""),
            at(8, "A"),
        ),
        (
            "a classification that what it needs excludes",
            four("", &all(&[2]), class, "").replace("\"A\"", "\"A\" requiredClass=\"LOW\""),
            at(8, "A"),
        ),
    ];
    for (what, sets, expected) in cases {
        assert_eq!(refused(CLASSES, &sets, ""), expected, "{what}");
    }
    let classes =
        CLASSES.replace("hierarchy=\"1\"/>", &format!("hierarchy=\"1\">{}</securityClassification>", all(&[1])));
    assert_eq!(
        refused(&classes, &four("", &all(&[2]), class, ""), ""),
        at(3, "LOW"),
        "a classification by way of A and B"
    );
}

#[test]
fn what_leaves_a_way_out_is_no_contradiction() {
    for sets in [
        four("", &all(&[2]), &all(&[3]), &all(&[1])),
        four("", &needed("oneOrMore", &[2, 3]), &excludes(1), ""),
        four("", &format!("{}{}", needed("onlyOne", &[2, 3]), all(&[2])), "", ""),
        four("", &excludes(2), &excludes(1), ""),
        four("maxSelection=\"0\"", "", "", ""),
    ] {
        parsed(CLASSES, &sets, "");
    }
    let policy = parsed(CLASSES, &four("", &all(&[2]), &all(&[3]), ""), "");
    assert!(build(&policy, "LOW", &[("T", "A"), ("T", "B"), ("T", "C")]).is_ok());
    assert_eq!(codes(build(&policy, "LOW", &[("T", "A"), ("T", "B")])), ["label_required_category"]);
}

#[test]
fn long_chains_of_requirements_are_walked_or_refused_in_good_time() {
    let start = std::time::Instant::now();
    for (length, sound) in [(500, true), (4000, false)] {
        let link = |n: usize| {
            let next = format!(
                "<requiredCategory operation=\"all\"><categoryGroup tagSetRef=\"T\" tagType=\"restrictive\" lacv=\"{}\"/></requiredCategory>",
                (n + 1) % length
            );
            format!("<tagCategory name=\"V{n}\" lacv=\"{n}\">{next}</tagCategory>")
        };
        let values: String = (0..length).map(link).collect();
        let xml = crate::policies::spif(CLASSES, &tag("tagType=\"restrictive\"", &values), "");
        match label::Policy::parse(xml.as_bytes()) {
            Ok(_) => assert!(sound),
            Err(error) => assert!(!sound && matches!(error, PolicyError::TooMuch { .. }), "{error}"),
        }
    }
    let each_needs_all = "<requiredCategory operation=\"all\"><categoryGroup tagSetRef=\"T\" tagType=\"restrictive\" all=\"true\"/></requiredCategory>";
    let value = |n: usize| format!("<tagCategory name=\"V{n}\" lacv=\"{n}\">{each_needs_all}</tagCategory>");
    parsed(CLASSES, &tag("tagType=\"restrictive\"", &(0..900).map(value).collect::<String>()), "");
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn each_of_several_tags_under_one_name_takes_its_own_number_of_values() {
    let split = |one: &str, two: &str| {
        format!(
            "<securityCategoryTagSet name=\"T\" id=\"1.2.3.1\">\n\
             <securityCategoryTag tagType=\"restrictive\" {one}><tagCategory name=\"A\" lacv=\"1\"/><tagCategory name=\"B\" lacv=\"2\"/></securityCategoryTag>\n\
             <securityCategoryTag tagType=\"restrictive\" {two}><tagCategory name=\"C\" lacv=\"3\"/><tagCategory name=\"D\" lacv=\"4\"/></securityCategoryTag></securityCategoryTagSet>"
        )
    };
    let single = parsed(CLASSES, &split("singleSelection=\"true\"", "singleSelection=\"true\""), "");
    assert!(build(&single, "LOW", &[("T", "A"), ("T", "C")]).is_ok(), "one of each");
    assert_eq!(codes(build(&single, "LOW", &[("T", "A"), ("T", "B")])), ["label_too_many"], "two of one");
    let open = parsed(CLASSES, &split("singleSelection=\"true\"", ""), "");
    assert_eq!(codes(build(&open, "LOW", &[("T", "A"), ("T", "B")])), ["label_too_many"], "the other is open");
    let least = parsed(CLASSES, &split("minSelection=\"1\"", ""), "");
    assert_eq!(
        codes(build(&least, "LOW", &[("T", "C"), ("T", "D")])),
        ["label_too_few"],
        "none of the one that needs one"
    );
    assert!(build(&least, "LOW", &[("T", "B")]).is_ok());
}

#[test]
fn a_value_that_is_given_twice_keeps_every_rule_of_both() {
    let twice = |first: &str, second: &str| {
        tag(
            "tagType=\"restrictive\"",
            &format!("<tagCategory name=\"V\" lacv=\"1\" {first}/>\n<tagCategory name=\"v\" lacv=\"2\" {second}/>\n"),
        )
    };
    let late = parsed(CLASSES, &twice("", "requiredClass=\"HIGH\" notAfter=\"2020-01-01T00:00:00Z\""), "");
    assert_eq!(codes(build(&late, "LOW", &[("T", "V")])), ["label_not_in_force", "label_required_classification"]);
    let narrowed = parsed(
        CLASSES,
        &twice(
            "notBefore=\"2000-01-01T00:00:00Z\" notAfter=\"2030-01-01T00:00:00Z\"",
            "notBefore=\"2027-01-01T00:00:00Z\"",
        ),
        "",
    );
    assert_eq!(codes(build(&narrowed, "LOW", &[("T", "V")])), ["label_not_in_force"]);
    for (first, second) in
        [("requiredClass=\"LOW\"", "requiredClass=\"HIGH\""), ("", "userInput=\"string\""), ("userInput=\"date\"", "")]
    {
        let error = refused(CLASSES, &twice(first, second), "");
        assert_eq!(error, PolicyError::DuplicateValue { line: 9, value: "v".into() }, "{first} {second}");
    }
}

#[test]
fn what_may_stand_once_in_a_policy_stands_once() {
    let marks = "<privacyMarks minSelection=\"1\"><privacyMark name=\"P\"/></privacyMarks>";
    let twice = |rest: &str| refused(CLASSES, "", rest);
    assert_eq!(
        twice(&format!("{marks}\n{marks}")),
        PolicyError::Repeated { line: 8, name: "privacyMarks".into() },
        "the second would lose its rules"
    );
    let policies = |inner: &str| format!("<equivalentPolicies>\n{inner}</equivalentPolicies>");
    let one = "<equivalentPolicy name=\"X\" id=\"1.9\"/>\n";
    for other in ["<equivalentPolicy name=\"X\" id=\"1.8\"/>", "<equivalentPolicy name=\"Y\" id=\"1.9\"/>"] {
        let error = twice(&policies(&format!("{one}{other}")));
        assert!(matches!(error, PolicyError::Repeated { line: 9, .. }), "{error}");
    }
    let default = format!("{}<defaultSecurityPolicyId name=\"X\" id=\"1.7\"/>", policies(one));
    assert!(matches!(twice(&default), PolicyError::Repeated { line: 9, .. }), "one name for two policies");
    let same = format!("{}<defaultSecurityPolicyId name=\"X\" id=\"1.9\"/>", policies(one));
    parsed(CLASSES, "", &same);
}

#[test]
fn a_family_has_one_equivalent_in_a_policy() {
    let other = "<equivalentPolicies><equivalentPolicy name=\"X\" id=\"1.9\"/></equivalentPolicies>";
    let to = |name: &str| format!("\n<equivalentSecurityCategoryTagSet policyRef=\"X\" name=\"{name}\"/>");
    let sets = |all: &str| {
        tag("tagType=\"permissive\"", "")
            .replace("</securityCategoryTagSet>", &format!("{all}</securityCategoryTagSet>"))
    };
    let error = refused(CLASSES, &sets(&format!("{}{}", to("Eyes"), to("Ears"))), other);
    assert_eq!(error, PolicyError::EquivalentTwice { line: 10, policy: "X".into() });
    parsed(CLASSES, &sets(&format!("{}{}", to("Eyes"), to("Eyes"))), other);
}

#[test]
fn a_qualifier_in_one_language_stands_in_all_others_too() {
    let values = "<tagCategory name=\"BEL\" lacv=\"1\"/>\
        <markingQualifier xml:lang=\"fr\" markingCode=\"pageTop\"><qualifier markingQualifier=\"COMMUNICABLE À \" qualifierCode=\"prefix\"/></markingQualifier>";
    let policy = parsed(CLASSES, &tag("tagType=\"permissive\"", values), "");
    let label = build(&policy, "LOW", &[("T", "BEL")]).expect("valid");
    for lang in Lang::ALL {
        for at in [Location::PageTop, Location::PageBottom, Location::Subject] {
            assert_eq!(policy.marking(&label, lang, at), "TEST LOW COMMUNICABLE À BEL", "{lang:?} {at}");
        }
    }
}

#[test]
fn qualifiers_of_a_family_stand_around_its_tags_that_have_none_of_their_own() {
    let around = "<markingQualifier><qualifier markingQualifier=\"REL TO \" qualifierCode=\"prefix\"/><qualifier markingQualifier=\", \" qualifierCode=\"separator\"/></markingQualifier></securityCategoryTagSet>";
    let own = "<markingQualifier><qualifier markingQualifier=\"+\" qualifierCode=\"separator\"/></markingQualifier>";
    let values = "<tagCategory name=\"BEL\" lacv=\"1\"/><tagCategory name=\"FRA\" lacv=\"2\"/>";
    let marked = |values: &str| {
        let sets = tag("tagType=\"permissive\"", values).replace("</securityCategoryTagSet>", around);
        let policy = parsed(CLASSES, &sets, "");
        let label = build(&policy, "LOW", &[("T", "BEL"), ("T", "FRA")]).expect("valid");
        policy.marking(&label, Lang::En, Location::PageTop)
    };
    assert_eq!(marked(values), "TEST LOW REL TO BEL, FRA");
    assert_eq!(marked(&format!("{values}{own}")), "TEST LOW REL TO BEL+FRA");
}
