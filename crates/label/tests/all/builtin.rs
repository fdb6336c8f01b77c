//! The three policies that ship with the program.

use label::{Clearance, Label, LabelDraft, Lang, Level, Location, Policy};

pub fn bel() -> Policy {
    Policy::builtin("BEL").expect("ships with the program")
}

pub fn label(policy: &Policy, level: &str, rel: Option<&[&str]>, categories: &[(&str, &str)]) -> Label {
    let rel: Option<Vec<String>> = rel.map(|values| values.iter().map(|v| (*v).to_owned()).collect());
    let categories: Vec<(String, String)> =
        categories.iter().map(|(t, v)| ((*t).to_owned(), (*v).to_owned())).collect();
    let at = "2026-01-15T10:00:00Z".parse().expect("a time");
    let draft = LabelDraft::from_words(policy, level, rel.as_deref(), &categories, at).expect("known words");
    Label::build(policy, draft).expect("a valid label")
}

#[test]
fn every_policy_that_ships_parses() {
    for (name, xml) in [
        ("BEL", include_str!("../../../../policies/bel.spif.xml")),
        ("NATO", include_str!("../../../../policies/nato.spif.xml")),
        ("EU", include_str!("../../../../policies/eu.spif.xml")),
    ] {
        let policy = Policy::parse(xml.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(policy.name(), name);
        assert_eq!(Policy::builtin(&name.to_lowercase()), Some(policy));
    }
    assert_eq!(Policy::builtin("FRA"), None);
}

#[test]
fn each_level_has_its_classification_in_use_under_each_policy() {
    for name in Policy::BUILTIN {
        let policy = Policy::builtin(name).expect("it ships with the crate");
        for level in Level::ALL {
            // The EU marks nothing that is not classified.
            let none = name == "EU" && level == Level::Unclassified;
            let class = policy.at_level(level);
            assert_eq!(class.is_none(), none, "{name}: {level}");
            assert!(class.is_none_or(|class| !class.obsolete && policy.level(&class.name) == Some(level)));
        }
    }
}

#[test]
fn a_level_is_found_by_its_name_in_either_language_without_regard_to_accents_and_case() {
    for (typed, name) in [
        ("SECRET", "SECRET"),
        ("geheim", "SECRET"),
        ("TRES SECRET", "TRÈS SECRET"),
        ("très secret", "TRÈS SECRET"),
        ("Zeer Geheim", "TRÈS SECRET"),
        ("NON CLASSIFIE", "NON CLASSIFIÉ"),
        ("BEPERKT", "RESTREINT"),
    ] {
        assert_eq!(bel().classification(typed).map(|class| class.name.as_str()), Some(name), "{typed}");
    }
    assert!(bel().classification("TOP SECRET").is_none());
}

#[test]
fn the_banner_says_both_languages_and_the_audience() {
    let banner = bel().banner(&label(&bel(), "GEHEIM", Some(&["BEL", "FRA"]), &[]));
    assert_eq!(banner.text, "SECRET – GEHEIM // REL TO BEL, FRA");
    assert_eq!(banner.portion, "S");
    assert_eq!(banner.level, Level::Secret);
    assert_eq!((banner.colour.as_str(), banner.text_colour.as_str()), ("#c62828", "#ffffff"));
    let all = label(
        &bel(),
        "TRES SECRET",
        Some(&["fra", "BEL", "NATO"]),
        &[("Handling", "SOURCE"), ("handling", "orcon"), ("Handling", "CRYPTO")],
    );
    assert_eq!(bel().banner(&all).text, "TRÈS SECRET – ZEER GEHEIM // SOURCE CRYPTO // ORCON // REL TO BEL, FRA, NATO");
    assert_eq!(bel().banner(&all).portion, "TS SOURCE CRYPTO");
    assert_eq!(bel().banner(&label(&bel(), "SECRET", Some(&[]), &[])).text, "SECRET – GEHEIM // REL TO –");
}

#[test]
fn a_marking_is_in_the_language_asked_for() {
    let secret = label(&bel(), "SECRET", Some(&["NLD", "BEL"]), &[]);
    assert_eq!(bel().marking(&secret, Lang::Fr, Location::PageTop), "SECRET // REL TO BEL, NLD");
    assert_eq!(bel().marking(&secret, Lang::Nl, Location::PageBottom), "GEHEIM // REL TO BEL, NLD");
    assert_eq!(bel().marking(&secret, Lang::De, Location::WaterMark), "SECRET // REL TO BEL, NLD");
}

#[test]
fn all_three_policies_stand_on_one_scale() {
    for (policy, name, level) in [
        ("BEL", "NON CLASSIFIÉ", Some(Level::Unclassified)),
        ("BEL", "ZEER GEHEIM", Some(Level::TopSecret)),
        ("NATO", "RESTRICTED", Some(Level::Restricted)),
        ("NATO", "TOP SECRET", Some(Level::TopSecret)),
        ("EU", "CONFIDENTIEL UE/EU CONFIDENTIAL", Some(Level::Confidential)),
        ("EU", "SECRET", None),
    ] {
        assert_eq!(Policy::builtin(policy).expect("ships").level(name), level, "{policy} {name}");
    }
}

#[test]
fn a_label_survives_being_written_and_read() {
    let label = label(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON"), ("Handling", "SOURCE")]);
    assert_eq!(Label::parse(label.to_xml().as_bytes(), &bel()).expect("our own"), label);
}

#[test]
fn a_clearance_permits_exactly_what_4774_1_says() {
    let held = |pairs: &[(&str, &[&str])]| {
        pairs
            .iter()
            .map(|(tag, values)| ((*tag).to_owned(), values.iter().map(|v| (*v).to_owned()).collect()))
            .collect()
    };
    let cleared = Clearance::build(&bel(), "SECRET", &held(&[("Releasable To", &["BEL"]), ("Handling", &["SOURCE"])]))
        .expect("known names");
    assert!(cleared.permits(&label(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE")])));
    assert!(cleared.permits(&label(&bel(), "CONFIDENTIEL", None, &[("Handling", "ORCON")])));
    assert!(!cleared.permits(&label(&bel(), "TRES SECRET", None, &[])), "above the level");
    assert!(!cleared.permits(&label(&bel(), "SECRET", Some(&["FRA"]), &[])), "no value of the audience");
    assert!(!cleared.permits(&label(&bel(), "SECRET", Some(&[]), &[])), "an audience of nobody");
    assert!(!cleared.permits(&label(&bel(), "SECRET", None, &[("Handling", "SOURCE"), ("Handling", "CRYPTO")])));
    let nato = Policy::builtin("NATO").expect("ships");
    assert!(!cleared.permits(&label(&nato, "UNCLASSIFIED", None, &[])), "another policy");
    assert_eq!(Clearance::parse(cleared.to_xml().as_bytes(), &bel()).expect("our own"), cleared);
}

#[test]
fn a_value_has_a_title_to_be_chosen_by_in_every_language() {
    for (policy, lang, title) in [
        ("BEL", Lang::Nl, "Duitsland"),
        ("BEL", Lang::En, "Germany"),
        ("NATO", Lang::De, "Deutschland"),
        ("NATO", Lang::Fr, "Allemagne"),
        ("EU", Lang::Nl, "Duitsland"),
    ] {
        let policy = Policy::builtin(policy).expect("ships");
        assert_eq!(policy.value_text("Releasable To", "DEU", lang), title, "{policy:?}");
    }
    assert_eq!(bel().value_text("Releasable To", "NATO", Lang::Fr), "OTAN");
    assert_eq!(bel().value_text("Handling", "SOURCE", Lang::Fr), "SOURCE");
    assert_eq!(bel().value_text("Handling", "nothing", Lang::Fr), "nothing");
}
