//! Nations, communities, and what they call the levels.

use crate::date;
use chrono::NaiveDate;
use label::{Communities, CommunitiesError, Lang, Level, Policy};

fn today() -> NaiveDate {
    date(2026, 1, 15)
}

#[test]
fn every_eu_and_nato_state_is_there_with_its_dates() {
    let table = Communities::builtin();
    let count = |community: &str| table.expand([community], today()).len();
    assert_eq!((count("EU"), count("NATO"), count("BENELUX"), count("SCHENGEN"), count("CTG")), (27, 32, 3, 29, 30));
    assert_eq!(table.names(), ["BENELUX", "CTG", "EU", "NATO", "SCHENGEN"]);
    assert!(table.unverified("CTG") && !table.unverified("EU"));
}

#[test]
fn membership_has_a_first_and_a_last_day() {
    let table = Communities::builtin();
    assert!(table.contains("EU", "GBR", date(2020, 1, 31)));
    assert!(!table.contains("EU", "GBR", date(2020, 2, 1)));
    assert!(!table.contains("NATO", "SWE", date(2024, 3, 6)));
    assert!(table.contains("NATO", "SWE", date(2024, 3, 7)));
    assert!(!table.contains("NATO", "XXX", today()) && !table.contains("XXX", "BEL", today()));
}

#[test]
fn an_audience_expands_to_nations_and_an_unknown_word_to_nobody() {
    let table = Communities::builtin();
    let nations = table.expand(["BENELUX", "FRA", "NOWHERE"], today());
    assert_eq!(nations.into_iter().collect::<Vec<_>>(), ["BEL", "FRA", "LUX", "NLD"]);
    assert!(table.expand([], today()).is_empty());
}

#[test]
fn every_value_of_releasable_to_in_our_policies_is_a_nation_or_a_community() {
    let table = Communities::builtin();
    let policy = Policy::builtin("BEL").expect("ships");
    let tags = policy.tag_sets().iter().find(|set| set.name == "Releasable To").expect("is there");
    for value in &tags.tags[0].values {
        assert!(table.is_nation(&value.name) || table.is_community(&value.name), "{}", value.name);
    }
    for nation in table.nations() {
        assert!(policy.value("Releasable To", nation).is_some(), "{nation}");
    }
}

#[test]
fn false_friends_are_flagged_and_absent_levels_are_not_filled_in() {
    let table = Communities::builtin();
    let reservado: Vec<_> =
        table.meanings("reservado").iter().map(|e| (e.of.as_str(), e.level, e.false_friend)).collect();
    assert_eq!(reservado, [("ESP", Level::Secret, true), ("PRT", Level::Restricted, true)]);
    let secret = table.meanings("Secret").into_iter().find(|e| e.of == "ROU").expect("is there");
    assert!(secret.level == Level::Confidential && secret.false_friend);
    assert_eq!(table.equivalent("FRA", Level::Confidential).expect("a row").name, None);
    assert_eq!(table.equivalent("CHE", Level::TopSecret).expect("a row").name, None);
    assert!(table.equivalent("BEL", Level::Unclassified).is_none());
    let hungarian = table.equivalent("HUN", Level::Secret).expect("a row");
    assert!(hungarian.unverified && hungarian.name.as_deref() == Some("Titkos!"));
}

#[test]
fn a_word_for_two_levels_is_flagged_wherever_it_is_not_the_usual_one() {
    let table = Communities::builtin();
    let mut levels: std::collections::BTreeMap<String, std::collections::BTreeSet<Level>> = Default::default();
    for one in table.nations().iter().flat_map(|nation| table.equivalents(nation)) {
        let Some(name) = one.name.as_deref().filter(|_| !one.false_friend) else { continue };
        for part in name.split(" / ") {
            levels.entry(label::fold(part)).or_default().insert(one.level);
        }
    }
    for (word, levels) in levels {
        assert_eq!(levels.len(), 1, "{word}");
    }
}

#[test]
fn every_nation_of_a_community_that_keeps_secrets_has_its_names_of_the_levels() {
    let table = Communities::builtin();
    let mut wanted = table.expand(["EU", "NATO", "CTG"], today());
    wanted.extend(["NOR", "CHE", "GBR", "CAN", "TUR"].map(str::to_owned));
    for of in wanted.iter().map(String::as_str).chain(["EU", "NATO"]) {
        let levels: Vec<Level> = table.equivalents(of).iter().map(|one| one.level).collect();
        assert_eq!(levels, Level::ALL[1..], "{of}");
        for one in table.equivalents(of) {
            assert!(one.name.is_some() || one.note.is_some(), "{of}: what stands for a level that is absent");
            assert_eq!(one.unverified, one.provenance != label::Provenance::Found, "{of} {:?}", one.level);
        }
    }
    assert!(
        table.contains("SCHENGEN", "GRC", date(2000, 1, 1)) && !table.contains("SCHENGEN", "GRC", date(1999, 12, 31))
    );
}

#[test]
fn nations_have_names_in_four_languages() {
    let table = Communities::builtin();
    assert_eq!(table.name("DEU", Lang::Nl), Some("Duitsland"));
    assert_eq!(table.name("NATO", Lang::Fr), Some("OTAN"));
    assert_eq!(table.name("SCHENGEN", Lang::De), Some("Schengen-Raum"));
}

#[test]
fn a_table_that_contradicts_itself_is_refused() {
    let nation = "[[nation]]\ncode = \"BEL\"\nname = { fr = \"a\", nl = \"a\", de = \"a\", en = \"a\" }\n";
    let community = "[[community]]\ncode = \"X\"\nname = { fr = \"a\", nl = \"a\", de = \"a\", en = \"a\" }\n";
    let refused = |text: String| Communities::parse(&text).expect_err("refused");
    assert!(matches!(refused(format!("{nation}{nation}")), CommunitiesError::Twice(code) if code == "BEL"));
    assert!(matches!(refused(nation.replace("BEL", "be")), CommunitiesError::NotACode(_)));
    let unknown = format!("{nation}{community}members = [{{ nation = \"FRA\" }}]");
    assert!(matches!(refused(unknown), CommunitiesError::UnknownNation { .. }));
    let reversed =
        format!("{nation}{community}members = [{{ nation = \"BEL\", from = \"2020-01-02\", until = \"2020-01-01\" }}]");
    assert!(matches!(refused(reversed), CommunitiesError::PeriodReversed { .. }));
    let as_nation = format!("{nation}{}members = []", community.replace("\"X\"", "\"BEL\""));
    assert!(matches!(refused(as_nation), CommunitiesError::Twice(_)));
    assert!(matches!(refused("nonsense".to_owned()), CommunitiesError::NotToml(_)));
}
