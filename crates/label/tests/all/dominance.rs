//! Which label stands over which, and the label over many.

use crate::date;
use chrono::{DateTime, Utc};
use label::{Combining, Communities, DominanceError, Label, LabelDraft, Originator, OriginatorKind, Policy};
use proptest::prelude::*;

use crate::builtin::{bel, label};

fn now() -> DateTime<Utc> {
    "2026-02-01T00:00:00Z".parse().expect("a time")
}

fn audience(label: &Label) -> Option<Vec<String>> {
    label.access().permissive.get("Releasable To").map(|values| values.iter().cloned().collect())
}

#[test]
fn the_label_over_many_is_the_highest_with_all_that_restricts_and_what_all_release_to() {
    let one = label(&bel(), "CONFIDENTIEL", Some(&["BEL", "FRA", "NLD"]), &[("Handling", "SOURCE")]);
    let two = label(&bel(), "SECRET", Some(&["BEL", "FRA"]), &[("Handling", "CRYPTO"), ("Handling", "ORCON")]);
    let over = bel().high_water(&[&one, &two], Combining::Standard, now()).expect("one policy");
    assert_eq!(over.label.access().canonical(), "BEL/SECRET;+Handling=CRYPTO,SOURCE;?Releasable To=BEL,FRA");
    assert!(over.label.dominates(&one) && over.label.dominates(&two) && over.fallen.is_empty());
    assert!(!one.dominates(&two) && !two.dominates(&one));
}

#[test]
fn by_the_letter_of_the_standard_an_audience_that_is_empty_or_missing_falls_away() {
    let fra = label(&bel(), "SECRET", Some(&["FRA"]), &[]);
    let deu = label(&bel(), "SECRET", Some(&["DEU"]), &[]);
    let none = label(&bel(), "SECRET", None, &[]);
    for pair in [[&fra, &deu], [&fra, &none]] {
        let over = bel().high_water(&pair, Combining::Standard, now()).expect("one policy");
        assert_eq!(audience(&over.label), None);
        assert_eq!(over.fallen, ["Releasable To"]);
    }
}

#[test]
fn among_audiences_nobody_reads_the_whole_who_could_not_read_a_part() {
    let communities = Communities::builtin();
    let combining = Combining::Audiences { communities: &communities, on: date(2026, 2, 1) };
    let of = |rel: Option<&[&str]>| label(&bel(), "SECRET", rel, &[]);
    type Audience = Option<&'static [&'static str]>;
    let cases: [(Audience, Audience, Audience); 8] = [
        (Some(&["FRA"]), Some(&["DEU"]), Some(&[])),
        (Some(&["NATO"]), Some(&["BEL", "FRA", "CHE"]), Some(&["BEL", "FRA"])),
        (Some(&["NATO", "CHE"]), Some(&["NATO", "AUT"]), Some(&["NATO"])),
        (Some(&["BEL", "NATO"]), None, None),
        (Some(&["FRA"]), None, Some(&[])),
        (None, None, None),
        (Some(&["EU"]), Some(&["BENELUX", "NOR"]), Some(&["BENELUX"])),
        (Some(&[]), Some(&["BEL"]), Some(&[])),
    ];
    for (one, two, expected) in cases {
        let (one, two) = (of(one), of(two));
        let over = bel().high_water(&[&one, &two], combining, now()).expect("one policy").label;
        let expected = expected.map(|values| values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>());
        assert_eq!(audience(&over), expected, "{:?} {:?}", audience(&one), audience(&two));
    }
}

#[test]
fn originators_are_gathered_and_the_first_review_counts() {
    let by = |id: &str, review: &str| {
        let originator = Originator { kind: OriginatorKind::Uri, id: id.to_owned() };
        let draft = LabelDraft {
            originator: Some(originator),
            review: Some(review.parse().expect("a time")),
            ..LabelDraft::new("SECRET", now())
        };
        Label::build(&bel(), draft).expect("valid")
    };
    let (one, two) = (by("urn:a", "2040-01-01T00:00:00Z"), by("urn:b", "2030-01-01T00:00:00Z"));
    let over = bel().high_water(&[&one, &two, &one], Combining::Standard, now()).expect("one policy");
    assert_eq!(over.originators.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(), ["urn:a", "urn:b"]);
    assert_eq!((over.label.originator(), over.label.review()), (None, two.review()));
    let own = bel().high_water(&[&one, &one], Combining::Standard, now()).expect("one policy");
    assert_eq!(own.label.originator(), one.originator());
}

#[test]
fn labels_of_two_policies_and_no_labels_are_refused() {
    let nato = label(&Policy::builtin("NATO").expect("ships"), "SECRET", None, &[]);
    let ours = label(&bel(), "SECRET", None, &[]);
    let error = bel().high_water(&[&ours, &nato], Combining::Standard, now()).expect_err("two policies");
    assert!(matches!(error, DominanceError::OtherPolicy { .. }));
    assert!(matches!(bel().high_water(&[], Combining::Standard, now()), Err(DominanceError::Nothing)));
    assert!(!ours.dominates(&nato));
}

#[test]
fn a_combination_that_the_policy_forbids_is_left_to_a_person() {
    // Releasable within a context below TOP SECRET, combined with TOP SECRET.
    let nato = Policy::builtin("NATO").expect("ships");
    let top = label(&nato, "TOP SECRET", None, &[]);
    let kfor = label(&nato, "SECRET", None, &[("Context", "KFOR")]);
    let communities = Communities::builtin();
    let combining = Combining::Audiences { communities: &communities, on: date(2026, 2, 1) };
    let error = nato.high_water(&[&top, &kfor], combining, now()).expect_err("KFOR excludes TOP SECRET");
    assert!(matches!(error, DominanceError::Invalid(_)));
}

#[test]
fn counted_by_nations_a_label_is_as_high_as_another_when_no_nation_gains() {
    let communities = Communities::builtin();
    let by_nations = Combining::Audiences { communities: &communities, on: date(2026, 2, 1) };
    let of = |rel: Option<&[&str]>| label(&bel(), "SECRET", rel, &[]);
    type Audience = Option<&'static [&'static str]>;
    let cases: [(Audience, Audience, bool); 9] = [
        // Without the tag only Belgium reads: that narrows an audience, and an audience widens it.
        (None, Some(&["BEL", "FRA"]), true),
        (Some(&["BEL", "FRA"]), None, false),
        (None, None, true),
        (Some(&["FRA"]), Some(&["NATO"]), true),
        (Some(&["NATO"]), Some(&["FRA"]), false),
        (Some(&["BENELUX"]), Some(&["BEL", "NLD", "LUX"]), true),
        (Some(&["CHE"]), Some(&["NATO"]), false),
        (Some(&[]), None, true),
        (Some(&["BEL"]), Some(&[]), false),
    ];
    for (one, two, expected) in cases {
        assert_eq!(of(one).dominates_as(&of(two), by_nations), expected, "{one:?} {two:?}");
    }
    let source = label(&bel(), "SECRET", None, &[("Handling", "SOURCE")]);
    assert!(!of(None).dominates_as(&source, by_nations) && source.dominates_as(&of(None), by_nations));
    let lower = label(&bel(), "CONFIDENTIEL", None, &[("Handling", "SOURCE")]);
    assert!(!lower.dominates_as(&source, by_nations) && source.dominates_as(&lower, by_nations));
    assert_eq!(of(None).dominates_as(&source, Combining::Standard), of(None).dominates(&source));
    let nato = Policy::builtin("NATO").expect("ships with the program");
    assert!(!label(&nato, "TOP SECRET", None, &[]).dominates_as(&lower, by_nations));
}

fn some_label() -> impl Strategy<Value = Label> {
    let words = vec!["BEL", "FRA", "NLD", "CHE", "NATO", "EU", "BENELUX", "CTG"];
    let levels = prop::sample::select(vec!["NON CLASSIFIÉ", "RESTREINT", "CONFIDENTIEL", "SECRET", "TRÈS SECRET"]);
    let handling = prop::sample::subsequence(vec!["SOURCE", "CRYPTO", "ORCON"], 0..=3);
    let audience = prop::option::of(prop::sample::subsequence(words, 0..=4));
    (levels, audience, handling).prop_filter_map("valid under the policy", |(level, audience, handling)| {
        let audience = audience.map(|words| words.into_iter().map(str::to_owned).collect::<Vec<_>>());
        let handling: Vec<(String, String)> =
            handling.into_iter().map(|value| ("Handling".to_owned(), value.to_owned())).collect();
        let draft = LabelDraft::from_words(&bel(), level, audience.as_deref(), &handling, now()).ok()?;
        Label::build(&bel(), draft).ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_label_over_many_is_as_high_as_each_and_one_more_never_lowers_it(
        labels in prop::collection::vec(some_label(), 1..5), another in some_label(),
    ) {
        let communities = Communities::builtin();
        let by_nations = Combining::Audiences { communities: &communities, on: date(2026, 2, 1) };
        let parts: Vec<&Label> = labels.iter().collect();
        if let Ok(over) = bel().high_water(&parts, by_nations, now()) {
            for part in &parts {
                prop_assert!(over.label.dominates_as(part, by_nations));
            }
            let more: Vec<&Label> = parts.iter().copied().chain([&another]).collect();
            if let Ok(higher) = bel().high_water(&more, by_nations, now()) {
                prop_assert!(higher.label.dominates_as(&over.label, by_nations));
            }
            // As high as each is as high as the mark over all, and the other way round.
            let each = parts.iter().all(|part| another.dominates_as(part, by_nations));
            prop_assert_eq!(each, another.dominates_as(&over.label, by_nations));
        }
    }
}
