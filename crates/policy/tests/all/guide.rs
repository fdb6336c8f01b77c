//! The guide: what is read, what is refused and where, what topics call for, what words propose.

use std::collections::BTreeSet;

use label::Level;
use policy::Interest;
use policy::guide::{GUIDE_BYTES, GUIDE_TOPICS, Guide, GuideError, GuideFlaw, Topic};
use proptest::prelude::*;

const SMALL: &str = r#"aggregation = 3

[[topic]]
id = "source"
floor = "TRÈS SECRET"
interest = "j"
categories = ["SOURCE"]
hints = ["source humaine", "Bron"]
name = { fr = "Une source", en = "A source" }
harm = { fr = "Sa vie" }

[[topic]]
id = "keys"
floor = "secret"
interest = "c"
categories = ["CRYPTO"]
hints = ["clé", "C++"]
name = { nl = "Sleutels" }
harm = { nl = "Wordt gelezen" }

[[topic]]
id = "press"
floor = "unclassified"
hints = ["revue de presse"]
name = { en = "Press" }
"#;

fn small() -> Guide {
    Guide::parse(SMALL).expect("it is a guide")
}

fn ids(topics: &[&str]) -> Vec<String> {
    topics.iter().map(|topic| (*topic).to_owned()).collect()
}

fn suggested(text: &str) -> Vec<String> {
    small().suggest(text).into_iter().map(|topic| topic.id.clone()).collect()
}

/// The file with one thing changed: the line of the error, and the flaw.
#[track_caller]
fn refused(from: &str, to: &str) -> (usize, GuideFlaw) {
    assert!(SMALL.contains(from), "nothing to change");
    let GuideError { line, flaw } = Guide::parse(&SMALL.replacen(from, to, 1)).expect_err("it is no guide any more");
    (line, flaw)
}

fn flaw(topic: &str, value: &str, make: fn(String, String) -> GuideFlaw) -> GuideFlaw {
    make(topic.to_owned(), value.to_owned())
}

#[test]
fn the_guide_that_ships_is_read_and_speaks_four_languages() {
    let text = include_str!("../../../../policies/guide.toml");
    let guide = Guide::parse(text).expect("it is a guide");
    assert_eq!(&guide, Guide::builtin());
    assert_eq!(guide.flaw(), None);
    for topic in &guide.topics {
        let classified = topic.floor > Level::Unclassified;
        let languages = |texts: &std::collections::BTreeMap<String, String>| texts.keys().cloned().collect::<Vec<_>>();
        assert_eq!(languages(&topic.name), ["de", "en", "fr", "nl"], "{}", topic.id);
        assert_eq!(languages(&topic.harm).len(), if classified { 4 } else { 0 }, "{}", topic.id);
        assert!(!topic.hints.is_empty(), "{}", topic.id);
        // Each of its own hints proposes it.
        for hint in &topic.hints {
            assert!(guide.suggest(hint).contains(&topic), "{}: {hint}", topic.id);
        }
    }
}

#[test]
fn what_ships_calls_for_what_it_says() {
    let guide = Guide::builtin();
    for (id, level, categories, interest) in [
        ("human-source", Level::TopSecret, &["SOURCE"][..], Some(Interest::J)),
        ("encryption-in-use", Level::Secret, &["CRYPTO"], Some(Interest::C)),
        ("working-methods", Level::Secret, &[], Some(Interest::K)),
        ("personnel-identity", Level::Secret, &[], Some(Interest::J)),
        ("partner-information", Level::Confidential, &[], Some(Interest::D)),
        ("protected-premises", Level::Confidential, &[], Some(Interest::C)),
        ("protected-person", Level::TopSecret, &[], Some(Interest::I)),
        ("supply-contract", Level::Unclassified, &[], None),
        ("press-review", Level::Unclassified, &[], None),
    ] {
        let topic = guide.topic(id).unwrap_or_else(|| panic!("`{id}` ships"));
        assert_eq!((topic.floor, topic.interest), (level, interest), "{id}");
        assert_eq!(topic.categories, categories, "{id}");
    }
}

#[test]
fn a_guide_comes_back_from_its_file_as_it_was() {
    for guide in [&small(), Guide::builtin()] {
        assert_eq!(&Guide::parse(&guide.to_toml()).expect("it is a guide"), guide);
    }
}

#[test]
fn each_flaw_is_refused_with_its_line() {
    use GuideFlaw as F;
    assert_eq!(refused("aggregation = 3", "aggregation = 1"), (1, F::Aggregation));
    assert_eq!(refused("\"keys\"", "\"source\""), (13, F::Twice { topic: "source".into() }));
    assert_eq!(refused("\"keys\"", "\"The Keys\""), (13, F::BadId { topic: "The Keys".into() }));
    assert_eq!(refused("\"keys\"", "\"\""), (13, F::BadId { topic: String::new() }));
    let unknown = flaw("keys", "ultra", |topic, value| F::UnknownLevel { topic, value });
    assert_eq!(refused("\"secret\"", "\"ultra\""), (14, unknown));
    let unknown = flaw("keys", "l", |topic, value| F::UnknownInterest { topic, value });
    assert_eq!(refused("interest = \"c\"", "interest = \"l\""), (15, unknown));
    assert_eq!(refused("interest = \"c\"\n", ""), (13, F::NoInterest { topic: "keys".into() }));
    assert_eq!(refused("harm = { nl = \"Wordt gelezen\" }", ""), (13, F::NoHarm { topic: "keys".into() }));
    assert_eq!(refused("name = { nl = \"Sleutels\" }", ""), (13, F::NoName { topic: "keys".into() }));
    assert_eq!(
        refused("name = { nl = \"Sleutels\" }", "name = { nl = \" \" }"),
        (13, F::BadText { topic: "keys".into() })
    );
    let unknown = flaw("keys", "it", |topic, value| F::UnknownLanguage { topic, value });
    assert_eq!(refused("name = { nl =", "name = { it ="), (13, unknown));
    let unknown = flaw("keys", "KRYPTO", |topic, value| F::UnknownCategory { topic, value });
    assert_eq!(refused("[\"CRYPTO\"]", "[\"KRYPTO\"]"), (13, unknown));
    // ORCON decides nothing, so nothing can call for it.
    let unknown = flaw("keys", "ORCON", |topic, value| F::UnknownCategory { topic, value });
    assert_eq!(refused("[\"CRYPTO\"]", "[\"ORCON\"]"), (13, unknown));
    assert_eq!(refused("\"C++\"", "\"+++\""), (13, F::BadText { topic: "keys".into() }));
    assert_eq!(refused("\"C++\"", "\"a\\u202Eb\""), (13, F::BadText { topic: "keys".into() }));
    for (from, to, line) in [
        ("floor = \"secret\"", "floor = 3", 14),
        ("floor = \"secret\"\n", "", 12),
        ("hints = [\"clé\"", "hunts = [\"clé\"", 17),
        ("aggregation = 3", "aggregation = -3", 1),
        ("aggregation = 3", "aggregation = 99999999999", 1),
        ("aggregation = 3\n", "", 1),
        ("interest = \"c\"", "interest = \"c", 15),
    ] {
        let (at, flaw) = refused(from, to);
        assert!(matches!(flaw, F::Syntax { .. }), "{from} → {to}: {flaw:?}");
        assert_eq!(at, line, "{from} → {to}: {flaw}");
    }
}

#[test]
fn a_guide_without_topics_is_a_guide() {
    let guide = Guide::parse("aggregation = 2").expect("it is a guide");
    assert!(guide.topics.is_empty() && guide.floor(&ids(&["source"])).is_none());
}

#[test]
fn a_guide_has_an_end() {
    let topic = |n: usize| format!("[[topic]]\nid = \"t{n}\"\nfloor = \"unclassified\"\nname = {{ en = \"x\" }}\n");
    let of = |n: usize| format!("aggregation = 2\n{}", (0..n).map(topic).collect::<String>());
    assert_eq!(Guide::parse(&of(GUIDE_TOPICS)).expect("it is a guide").topics.len(), GUIDE_TOPICS);
    let error = Guide::parse(&of(GUIDE_TOPICS + 1)).expect_err("one topic too many");
    assert_eq!((error.line, error.flaw), (2 + 4 * GUIDE_TOPICS, GuideFlaw::TooManyTopics));
    let long = format!("aggregation = 2\n#{}", "x".repeat(GUIDE_BYTES));
    assert_eq!(Guide::parse(&long).expect_err("it is too long").flaw, GuideFlaw::TooLarge);
    let mut large = small();
    large.topics[0].hints = vec!["x".repeat(101)];
    assert_eq!(large.flaw(), Some(GuideFlaw::BadText { topic: "source".into() }));
    // Each topic fits, all of them together do not.
    let mut many = Guide::parse(&of(GUIDE_TOPICS)).expect("it is a guide");
    for topic in &mut many.topics {
        topic.name.insert("fr".into(), "x".repeat(600));
    }
    assert_eq!(many.misshapen(), Some(GuideFlaw::TooLarge));
    // Their texts alone would fit; their file would not be read again.
    for topic in &mut many.topics {
        topic.name.insert("fr".into(), "x".repeat(450));
    }
    assert!(many.to_toml().len() > GUIDE_BYTES);
    assert_eq!(many.misshapen(), Some(GuideFlaw::TooLarge));
}

#[test]
fn a_guide_that_was_not_read_from_a_file_is_held_against_the_same_rules() {
    type Change = (fn(&mut Guide), fn(&GuideFlaw) -> bool);
    let changes: [Change; 5] = [
        (|g| g.aggregation = 0, |f| *f == GuideFlaw::Aggregation),
        (|g| g.topics[1].id = "source".into(), |f| matches!(f, GuideFlaw::Twice { .. })),
        (|g| g.topics[0].interest = None, |f| matches!(f, GuideFlaw::NoInterest { .. })),
        (|g| g.topics[2].floor = Level::Restricted, |f| matches!(f, GuideFlaw::NoInterest { .. })),
        (|g| g.topics[0].categories.push("TILLEUL".into()), |f| matches!(f, GuideFlaw::UnknownCategory { .. })),
    ];
    for (change, expected) in changes {
        let mut guide = small();
        change(&mut guide);
        let flaw = guide.flaw().expect("it has a flaw");
        assert!(expected(&flaw), "{flaw:?}");
    }
    // Later programs may know more categories: the shape alone is what an entry of the log is held against.
    let mut later = small();
    later.topics[0].categories.push("LATER".into());
    assert_eq!(later.misshapen(), None);
}

#[test]
fn the_highest_of_the_chosen_topics_is_the_floor() {
    let guide = small();
    let floor = guide.floor(&ids(&["press", "keys", "source", "unknown"])).expect("these topics have a floor");
    assert_eq!(floor.level, Level::TopSecret);
    assert_eq!(floor.categories, BTreeSet::from(["CRYPTO".to_owned(), "SOURCE".to_owned()]));
    assert_eq!(floor.topics, ["source", "keys"]);
    let floor = guide.floor(&ids(&["press"])).expect("these topics have a floor");
    assert_eq!((floor.level, floor.topics.len()), (Level::Unclassified, 0));
    assert_eq!(guide.floor(&[]), None);
    assert_eq!(guide.floor(&ids(&["unknown"])), None);
}

#[test]
fn words_propose_whatever_their_case_and_accents() {
    assert_eq!(suggested("Rapport sur la SOURCE  Humaine « Tilleul »"), ["source"]);
    assert_eq!(suggested("De bron."), ["source"]);
    assert_eq!(suggested("La cle du coffre"), ["keys"]);
    assert_eq!(suggested("une source-humaine; une clé; revue\nde presse"), ["source", "keys", "press"]);
}

#[test]
fn parts_of_words_propose_nothing() {
    assert_eq!(suggested("bronchite, clément, source d'humaine inspiration"), Vec::<String>::new());
    assert_eq!(suggested(""), Vec::<String>::new());
}

#[test]
fn a_name_is_said_in_another_language_where_its_own_is_missing() {
    let guide = small();
    assert_eq!(guide.topic("source").expect("the guide has that topic").name("nl"), "A source");
    assert_eq!(guide.topic("keys").expect("the guide has that topic").name("fr"), "Sleutels");
    assert_eq!(guide.topic("press").expect("the guide has that topic").harm("fr"), "");
}

#[test]
fn many_together_are_warned_of_below_the_highest_level() {
    let guide = small();
    assert_eq!(guide.combined(2, Level::Secret), None);
    let aggregation = guide.combined(3, Level::Secret).expect("so many are combined");
    assert_eq!((aggregation.count, aggregation.threshold, aggregation.level), (3, 3, Level::Secret));
    assert_eq!(guide.combined(4, Level::Secret).expect("so many are combined").count, 4);
    assert_eq!(guide.combined(300, Level::TopSecret), None);
}

#[test]
fn what_gathers_is_warned_of_at_the_threshold_and_at_each_multiple_of_it() {
    let guide = Guide { aggregation: 10, topics: Vec::new() };
    let warned: Vec<u64> =
        (0..45).filter_map(|before| guide.one_more(before, Level::Secret)).map(|a| a.count).collect();
    assert_eq!(warned, [10, 20, 30, 40]);
    assert_eq!((0..45).find_map(|before| guide.one_more(before, Level::TopSecret)), None);
    assert_eq!(guide.one_more(u64::MAX, Level::Secret).map(|a| a.count % 10), None);
    // No shape of a guide has it; it warns of nothing rather than fail.
    let none = Guide { aggregation: 0, topics: Vec::new() };
    assert_eq!(none.one_more(9, Level::Secret), None);
}

#[test]
fn flaws_have_words_in_every_language() {
    use GuideFlaw as F;
    let flaws = [
        F::TooLarge,
        F::TooManyTopics,
        F::not_utf8(),
        F::Aggregation,
        F::BadId { topic: "t".into() },
        F::Twice { topic: "t".into() },
        F::NoName { topic: "t".into() },
        F::UnknownLanguage { topic: "t".into(), value: "v".into() },
        F::NoInterest { topic: "t".into() },
        F::NoHarm { topic: "t".into() },
        F::UnknownLevel { topic: "t".into(), value: "v".into() },
        F::UnknownInterest { topic: "t".into(), value: "v".into() },
        F::UnknownCategory { topic: "t".into(), value: "v".into() },
        F::BadText { topic: "t".into() },
    ];
    for lang in words::Lang::ALL {
        for flaw in &flaws {
            let params = flaw.params();
            let params: Vec<(&str, &str)> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
            for key in [words::reason_key(flaw.code()), words::reason_fix_key(flaw.code())] {
                let said = words::say(lang, &key, &params);
                assert!(said != key && !said.contains(['{', '$']), "{lang}: `{key}`: {said}");
            }
        }
    }
}

fn any_topic() -> impl Strategy<Value = Topic> {
    (
        "[a-z0-9-]{1,40}",
        0..Level::ALL.len(),
        0..11usize,
        proptest::sample::subsequence(vec!["SOURCE", "CRYPTO"], 0..=2),
        "\\PC{1,40}",
    )
        .prop_filter_map("a visible hint", |(id, level, interest, categories, text)| {
            let topic = Topic {
                id,
                name: [("en".to_owned(), text.clone())].into(),
                interest: Some(Interest::ALL[interest]),
                harm: [("en".to_owned(), text.clone())].into(),
                floor: Level::ALL[level],
                categories: categories.into_iter().map(str::to_owned).collect(),
                hints: vec![text],
            };
            let alone = Guide { aggregation: 2, topics: vec![topic.clone()] };
            alone.flaw().is_none().then_some(topic)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}|(aggregation = [0-9]{1,3}\n)?(\\[\\[topic\\]\\]\n(id|floor|name|hints|interest) = \\PC{0,20}\n){0,4}") {
        if let Err(error) = Guide::parse(&text) {
            prop_assert!(error.line <= text.lines().count() + 1);
        }
    }

    /// As many warnings as thresholds are full, whatever the order in which it is asked, and each of them one that
    /// putting all of it together would give as well.
    #[test]
    fn gathering_warns_once_for_each_full_threshold(aggregation in 2..40u32, count in 0..400u64, level in 0..Level::ALL.len()) {
        let guide = Guide { aggregation, topics: Vec::new() };
        let level = Level::ALL[level];
        let warned: Vec<_> = (0..count).filter_map(|before| guide.one_more(before, level)).collect();
        let full = if level == Level::TopSecret { 0 } else { count / u64::from(aggregation) };
        prop_assert_eq!(warned.len() as u64, full);
        for warning in warned {
            prop_assert_eq!(guide.combined(warning.count, level), Some(warning));
            prop_assert_eq!(warning.count % u64::from(aggregation), 0);
        }
    }

    #[test]
    fn any_guide_comes_back_from_its_file(topics in proptest::collection::vec(any_topic(), 0..6), aggregation in 2..1000u32) {
        let mut guide = Guide { aggregation, topics };
        guide.topics.sort_by(|a, b| a.id.cmp(&b.id));
        guide.topics.dedup_by(|a, b| a.id == b.id);
        prop_assert_eq!(Guide::parse(&guide.to_toml()).expect("it is a guide"), guide);
    }

    #[test]
    fn another_topic_never_lowers_the_floor(
        topics in proptest::collection::vec(any_topic(), 1..5),
        chosen in proptest::collection::vec(any::<prop::sample::Index>(), 1..4),
        another in any::<prop::sample::Index>(),
    ) {
        let mut guide = Guide { aggregation: 2, topics };
        guide.topics.sort_by(|a, b| a.id.cmp(&b.id));
        guide.topics.dedup_by(|a, b| a.id == b.id);
        let mut ids: Vec<String> = chosen.iter().map(|i| i.get(&guide.topics).id.clone()).collect();
        let less = guide.floor(&ids).expect("these topics have a floor");
        ids.push(another.get(&guide.topics).id.clone());
        let more = guide.floor(&ids).expect("these topics have a floor");
        prop_assert!(more.level >= less.level && more.categories.is_superset(&less.categories));
    }

    #[test]
    fn the_case_of_a_text_changes_no_proposal(text in "\\PC{0,60}") {
        let guide = Guide::builtin();
        let upper: Vec<&str> = guide.suggest(&text.to_uppercase()).into_iter().map(|t| t.id.as_str()).collect();
        let lower: Vec<&str> = guide.suggest(&text.to_lowercase()).into_iter().map(|t| t.id.as_str()).collect();
        prop_assert_eq!(upper, lower);
    }
}
