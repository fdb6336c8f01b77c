//! Terms of classification, by hand and at random.

use crate::date;
use chrono::NaiveDate;
use chrono::{Datelike as _, Days};
use label::Level;
use policy::calendar::{
    Bounds, ExemptBecause, Term, TermStanding, TermState, counts_from, latest_review, standing, years,
};
use proptest::prelude::*;

fn secret(finalised: NaiveDate) -> Term {
    Term { finalised, level: Level::Secret, foreign: false, kept_until: None, remarked: None }
}

#[test]
fn twenty_thirty_and_fifty_years_from_the_finalisation() {
    for (level, lapses) in [
        (Level::Confidential, date(2026, 3, 1)),
        (Level::Secret, date(2036, 3, 1)),
        (Level::TopSecret, date(2056, 3, 1)),
    ] {
        let standing = standing(&Term { level, ..secret(date(2006, 3, 1)) }, date(2006, 3, 1));
        assert_eq!(standing.lapses, Some(lapses), "{level}");
        assert_eq!(standing.expires, Some(date(2106, 3, 1)), "{level}");
        assert_eq!(standing.state, TermState::Running, "{level}");
    }
}

#[test]
fn the_decision_is_due_from_six_months_before_the_last_day_and_overdue_the_day_after_it() {
    let term = secret(date(1996, 8, 31));
    let state = |today| standing(&term, today).state;
    assert_eq!(standing(&term, date(2026, 1, 1)).window_opens, Some(date(2026, 2, 28)));
    assert_eq!(state(date(2026, 2, 27)), TermState::Running);
    assert_eq!(state(date(2026, 2, 28)), TermState::Due);
    assert_eq!(state(date(2026, 8, 31)), TermState::Due, "the last day belongs to the term");
    assert_eq!(state(date(2026, 9, 1)), TermState::Overdue);
}

#[test]
fn a_term_that_began_on_29_february_ends_on_one_where_there_is_one() {
    let term = |level| Term { level, ..secret(date(2004, 2, 29)) };
    let lapses = |level| standing(&term(level), date(2004, 2, 29)).lapses;
    assert_eq!(lapses(Level::Confidential), Some(date(2024, 2, 29)));
    assert_eq!(lapses(Level::Secret), Some(date(2034, 2, 28)));
    assert_eq!(standing(&secret(date(2000, 2, 29)), date(2024, 1, 1)).expires, Some(date(2100, 2, 28)));
    assert_eq!(latest_review(date(2024, 2, 29)), date(2034, 2, 28));
}

#[test]
fn after_a_hundred_years_nothing_is_classified_any_more_whatever_was_decided() {
    let term = Term { kept_until: Some(date(2030, 1, 1)), ..secret(date(1926, 5, 4)) };
    assert_eq!(standing(&term, date(2026, 5, 4)).lapses, Some(date(2026, 5, 4)));
    assert_eq!(standing(&term, date(2026, 5, 4)).state, TermState::Due);
    assert_eq!(standing(&term, date(2026, 5, 5)).state, TermState::Expired);
}

#[test]
fn what_is_maintained_is_looked_at_again_when_it_was_said_and_never_earlier_than_its_term() {
    let term = secret(date(1996, 1, 1));
    let kept = |until| standing(&Term { kept_until: Some(until), ..term }, date(2026, 2, 1));
    assert_eq!(standing(&term, date(2026, 2, 1)).state, TermState::Overdue);
    assert_eq!(kept(date(2036, 1, 1)).state, TermState::Running);
    assert_eq!(kept(date(2036, 1, 1)).lapses, Some(date(2036, 1, 1)));
    assert_eq!(kept(date(2020, 1, 1)).lapses, Some(date(2026, 1, 1)));
}

#[test]
fn a_term_counts_from_the_earliest_day_that_a_document_bore() {
    let [early, day, late] = [date(1990, 1, 1), date(2004, 11, 28), date(2026, 11, 1)];
    for (finalised, corrected, counts) in [
        (None, vec![], day),
        (None, vec![late], day),
        (None, vec![late, early, late], early),
        // Earlier than its date: brought along from another class, or named so.
        (Some(early), vec![late], early),
        (Some(early), vec![date(1980, 1, 1)], date(1980, 1, 1)),
        // Named as later than its date: another day than that.
        (Some(late), vec![early], late),
    ] {
        assert_eq!(counts_from(day, finalised, corrected.clone()), counts, "{finalised:?} {corrected:?}");
    }
}

#[test]
fn a_level_whose_term_was_over_when_it_was_given_is_due_at_once_and_not_overdue() {
    let term = Term { level: Level::Confidential, remarked: Some(date(2026, 2, 1)), ..secret(date(2000, 1, 1)) };
    assert_eq!(standing(&term, date(2026, 2, 1)).state, TermState::Due);
    assert_eq!(standing(&term, date(2029, 2, 1)).state, TermState::Due);
    // Given in time, it is as with any other.
    let early = Term { remarked: Some(date(2019, 12, 31)), ..term };
    assert_eq!(standing(&early, date(2026, 2, 1)).state, TermState::Overdue);
}

#[test]
fn no_term_runs_for_what_is_not_classified_restricted_or_foreign() {
    let state = |level, foreign| standing(&Term { level, foreign, ..secret(date(1900, 1, 1)) }, date(2026, 1, 1)).state;
    assert_eq!(state(Level::Unclassified, false), TermState::Exempt(ExemptBecause::Unclassified));
    assert_eq!(state(Level::Unclassified, true), TermState::Exempt(ExemptBecause::Unclassified));
    assert_eq!(state(Level::Restricted, false), TermState::Exempt(ExemptBecause::Restricted));
    for level in [Level::Restricted, Level::Confidential, Level::Secret, Level::TopSecret] {
        assert_eq!(state(level, true), TermState::Exempt(ExemptBecause::Foreign), "{level}");
    }
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (1900..2200, 1u32..=12, 1u32..=31).prop_filter_map("a day", |(y, m, d)| NaiveDate::from_ymd_opt(y, m, d))
}

fn term() -> impl Strategy<Value = Term> {
    let maybe = || proptest::option::of(day());
    (day(), 0..Level::ALL.len(), any::<bool>(), maybe(), maybe()).prop_map(
        |(finalised, level, foreign, kept_until, remarked)| Term {
            finalised,
            level: Level::ALL[level],
            foreign,
            kept_until,
            remarked,
        },
    )
}

/// How far a state is on its way.
fn rank(state: TermState) -> u8 {
    match state {
        TermState::Exempt(_) => 0,
        TermState::Running => 1,
        TermState::Due => 2,
        TermState::Overdue => 3,
        TermState::Expired => 4,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_standing_is_in_order(term in term(), today in day()) {
        let TermStanding { lapses, window_opens, expires, state } = standing(&term, today);
        let exempt = matches!(state, TermState::Exempt(_));
        prop_assert_eq!(exempt, lapses.is_none() && window_opens.is_none() && expires.is_none());
        prop_assert_eq!(exempt, term.foreign || years(term.level).is_none());
        if let (Some(lapses), Some(opens), Some(expires)) = (lapses, window_opens, expires) {
            prop_assert!(opens < lapses && lapses <= expires && lapses > term.finalised);
            // The day of the month is kept, or it was one that the month does not have.
            let same = expires.day() == term.finalised.day();
            prop_assert!(same || (term.finalised.month() == 2 && term.finalised.day() == 29 && expires.day() == 28));
            prop_assert_eq!(expires.year() - term.finalised.year(), 100);
        }
    }

    #[test]
    fn time_only_goes_on(term in term(), today in day(), days in 0..40_000u64) {
        let later = today + Days::new(days);
        prop_assert!(rank(standing(&term, today).state) <= rank(standing(&term, later).state));
    }

    #[test]
    fn a_higher_level_lasts_longer_and_maintaining_never_shortens(term in term(), today in day(), kept in day()) {
        for pair in [Level::Confidential, Level::Secret, Level::TopSecret].windows(2) {
            let at = |level| standing(&Term { level, kept_until: None, ..term }, today).lapses;
            let (lower, higher) = (at(pair[0]), at(pair[1]));
            prop_assert!(lower <= higher);
        }
        let maintained = standing(&Term { kept_until: Some(kept), ..term }, today).lapses;
        let left_alone = standing(&Term { kept_until: None, ..term }, today).lapses;
        prop_assert!(maintained >= left_alone);
    }
}

#[test]
fn a_decision_takes_too_much_after_a_hundred_years_or_for_more_than_ten() {
    use policy::Nature;
    use policy::calendar::{Excess, excess};
    let finalised = date(1926, 11, 20);
    let taken = |nature, on| (nature, on);
    let last = taken(Nature::Maintain, date(2026, 11, 20));
    let after = taken(Nature::Maintain, date(2026, 11, 21));
    assert_eq!(excess(finalised, false, last, Some(date(2036, 11, 20))), None);
    assert_eq!(excess(finalised, false, last, Some(date(2036, 11, 21))), Some(Excess::Review));
    assert_eq!(excess(finalised, false, after, None), Some(Excess::HundredYears));
    // Of foreign information its own authority decides; and lowering a level maintains nothing.
    assert_eq!(excess(finalised, true, after, Some(date(2036, 11, 21))), None);
    let lowered = taken(Nature::Downgrade, date(2026, 11, 21));
    assert_eq!(excess(finalised, false, lowered, None), None);
    assert_eq!(excess(finalised, true, lowered, Some(date(2050, 1, 1))), Some(Excess::Review));
}

#[test]
fn the_bounds_of_a_day_say_of_every_document_what_its_standing_says() {
    // Around leap days and the ends of months, where months are not of one length.
    let days = |from: NaiveDate| (0..800).map(move |n| from + Days::new(n));
    for today in days(date(2023, 12, 20)).step_by(7).chain([date(2024, 2, 29), date(2023, 2, 28), date(2026, 8, 31)]) {
        let bounds = Bounds::on(today);
        for near in [today, date(today.year() - 100, 2, 1), date(today.year() - 30, 6, 1)] {
            for finalised in days(near - Days::new(400)).step_by(3) {
                let term = secret(finalised);
                let TermStanding { lapses, state, .. } = standing(&term, today);
                let lapses = lapses.expect("a term runs");
                assert_eq!(finalised <= bounds.expired, state == TermState::Expired, "{today} {finalised}");
                let due = state == TermState::Due;
                assert_eq!(
                    finalised > bounds.expired && lapses <= bounds.due && lapses >= today,
                    due,
                    "{today} {finalised}"
                );
            }
        }
    }
}
