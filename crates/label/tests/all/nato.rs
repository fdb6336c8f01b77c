//! The markings of ADatP-4774, table 17, under our NATO policy and, where it is at hand, under NATO's own file
//! (`ZEGEL_NATO_SPIF` gives its path; it may not be copied here).

use label::{Label, Lang, Location, Policy};

/// Our policy, and NATO's own when there is a path to it.
pub fn policies() -> Vec<Policy> {
    let mut all = vec![Policy::builtin("NATO").expect("ships")];
    if let Some(path) = std::env::var_os("ZEGEL_NATO_SPIF") {
        let xml = std::fs::read(path).expect("ZEGEL_NATO_SPIF can be read");
        all.push(Policy::parse(&xml).unwrap_or_else(|error| panic!("NATO's own policy: {error}")));
    }
    all
}

pub fn xml(classification: &str, categories: &[(&str, &str, &[&str])]) -> String {
    let mut body = String::new();
    for (tag, kind, values) in categories {
        body.push_str(&format!("<Category TagName=\"{tag}\" Type=\"{kind}\">"));
        values.iter().for_each(|value| body.push_str(&format!("<GenericValue>{value}</GenericValue>")));
        body.push_str("</Category>");
    }
    format!(
        "<originatorConfidentialityLabel xmlns=\"urn:nato:stanag:4774:confidentialitymetadatalabel:1:0\">\
         <ConfidentialityInformation><PolicyIdentifier URI=\"urn:oid:1.3.26.1.3.1\">NATO</PolicyIdentifier>\
         <Classification>{classification}</Classification>{body}</ConfidentialityInformation>\
         <CreationDateTime>2026-01-15T10:00:00Z</CreationDateTime></originatorConfidentialityLabel>"
    )
}

const CONTEXT: &str = "Context";
const PERMISSIVE: &str = "PERMISSIVE";

#[test]
fn the_vectors_of_table_17_are_marked_as_nato_marks_them() {
    let vectors: Vec<(String, &str)> = vec![
        (xml("UNCLASSIFIED", &[(CONTEXT, PERMISSIVE, &["NATO"])]), "NATO UNCLASSIFIED"),
        (
            xml("UNCLASSIFIED", &[(CONTEXT, PERMISSIVE, &["NATO"]), ("Administrative", "INFORMATIVE", &["STAFF"])]),
            "NATO UNCLASSIFIED - STAFF",
        ),
        (
            xml(
                "UNCLASSIFIED",
                &[
                    (CONTEXT, PERMISSIVE, &["NATO", "Releasable"]),
                    ("Releasable To", PERMISSIVE, &["NATO", "KFOR", "RESOLUTE SUPPORT"]),
                ],
            ),
            "NATO UNCLASSIFIED Releasable to KFOR, RESOLUTE SUPPORT",
        ),
        (
            xml(
                "RESTRICTED",
                &[
                    (CONTEXT, PERMISSIVE, &["NATO", "Releasable"]),
                    ("Releasable To", PERMISSIVE, &["NATO", "UKR", "JPN", "CHE"]),
                ],
            ),
            "NATO RESTRICTED Releasable to Japan, Switzerland, Ukraine",
        ),
        (
            xml(
                "CONFIDENTIAL",
                &[(CONTEXT, PERMISSIVE, &["EAPC", "Releasable"]), ("Releasable To", PERMISSIVE, &["EAPC", "KFOR"])],
            ),
            "NATO/EAPC CONFIDENTIAL Releasable to KFOR",
        ),
        (
            xml(
                "CONFIDENTIAL",
                &[(CONTEXT, PERMISSIVE, &["KFOR"]), ("Only", PERMISSIVE, &["UKR", "SWE", "IRL", "NATO"])],
            ),
            "NATO/KFOR CONFIDENTIAL NATO, Ireland, Sweden, Ukraine Only",
        ),
        (xml("TOP SECRET", &[]), "COSMIC TOP SECRET"),
        (xml("TOP SECRET", &[(CONTEXT, PERMISSIVE, &["NATO"])]), "COSMIC TOP SECRET"),
        (
            xml(
                "top secret",
                &[
                    (CONTEXT, PERMISSIVE, &["nato"]),
                    ("Special Category Designators", "RESTRICTIVE", &["CRYPTO", "Atomal"]),
                ],
            ),
            "COSMIC TOP SECRET ATOMAL CRYPTO",
        ),
    ];
    for policy in policies() {
        for (xml, expected) in &vectors {
            let label = Label::parse(xml.as_bytes(), &policy).unwrap_or_else(|e| panic!("{expected}: {e:?}"));
            for at in [Location::PageTop, Location::PageBottom, Location::DocumentStart, Location::WaterMark] {
                assert_eq!(policy.marking(&label, Lang::En, at), *expected, "{policy:?} {at}");
            }
            assert_eq!(policy.banner(&label).text, *expected, "{policy:?}");
        }
    }
}

#[test]
fn nato_marks_in_french_too_and_by_letters_before_a_paragraph() {
    let label = xml(
        "RESTRICTED",
        &[(CONTEXT, PERMISSIVE, &["NATO", "Releasable"]), ("Releasable To", PERMISSIVE, &["NATO", "JPN", "CHE"])],
    );
    for policy in policies() {
        let label = Label::parse(label.as_bytes(), &policy).expect("valid");
        assert_eq!(
            policy.marking(&label, Lang::Fr, Location::PageTop),
            "NATO DIFFUSION RESTREINTE Communicable à Japon, Suisse"
        );
        assert_eq!(
            policy.marking(&label, Lang::Nl, Location::PageTop),
            policy.marking(&label, Lang::En, Location::PageTop),
            "NATO marks in two languages"
        );
        assert_eq!(policy.marking(&label, Lang::En, Location::Portion), "NR");
        let crypto = xml("SECRET", &[("Special Category Designators", "RESTRICTIVE", &["CRYPTO"])]);
        let crypto = Label::parse(crypto.as_bytes(), &policy).expect("valid");
        assert_eq!(policy.marking(&crypto, Lang::En, Location::Portion), "NS CRYPTO");
    }
}

#[test]
fn what_a_person_typed_is_part_of_the_marking() {
    let label = xml("RESTRICTED", &[("Limited", "INFORMATIVE", &["Exercise staff until 1 May"])]);
    for policy in policies() {
        let label = Label::parse(label.as_bytes(), &policy).expect("valid");
        let marking = policy.marking(&label, Lang::En, Location::PageTop);
        assert_eq!(marking, "NATO RESTRICTED Exercise staff until 1 May");
        assert_eq!(Label::parse(label.to_xml().as_bytes(), &policy).expect("our own"), label);
    }
}

#[test]
fn every_nato_classification_has_its_level_under_either_file() {
    for policy in policies() {
        let levels: Vec<_> = policy.classifications().iter().map(|class| policy.level(&class.name)).collect();
        assert_eq!(levels, label::Level::ALL.map(Some), "{policy:?}");
    }
}

#[test]
fn a_place_of_a_marking_has_the_names_that_people_and_policies_give_it() {
    for (name, place) in [
        ("page-top", Location::PageTop),
        ("pageTopBottom", Location::PageTop),
        ("PORTION", Location::Portion),
        ("portionMarking", Location::Portion),
        ("first-page", Location::DocumentStart),
        ("waterMark", Location::WaterMark),
    ] {
        assert_eq!(name.parse(), Ok(place), "{name}");
    }
    assert!("margin".parse::<Location>().is_err());
    for place in Location::ALL {
        assert_eq!(place.to_string().parse(), Ok(place));
    }
}

#[test]
fn north_macedonia_is_read_under_the_name_that_nato_gives_it() {
    let label = xml("RESTRICTED", &[("Only", PERMISSIVE, &["NOM"])]);
    for policy in policies() {
        let label = Label::parse(label.as_bytes(), &policy).expect("valid");
        assert_eq!(policy.marking(&label, Lang::En, Location::PageTop), "NATO RESTRICTED North Macedonia Only");
    }
}
