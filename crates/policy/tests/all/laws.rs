//! What holds in every situation.

use std::collections::BTreeSet;

use label::{Level, RELEASABLE_TO};
use policy::{AccountStatus, Motive, ReasonCode, Role, Rule, Sources, Stage};
use proptest::prelude::*;

use crate::random;
use crate::situation::{Doing, GROUP, HANDLING, Situation, name, tags};

/// Whatever was permitted before is permitted after.
fn takes_nothing(before: &Situation, after: &Situation) -> Result<(), TestCaseError> {
    for doing in Doing::ALL {
        prop_assert!(!before.permits(doing) || after.permits(doing), "{:?} was taken: {:?}", doing, after.codes(doing));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    // Each law is read both ways: to add takes nothing, so to remove gives nothing.

    #[test]
    fn another_clearance_takes_nothing(less in random::situation(), clearance in random::clearance(), at in 0..3usize) {
        let mut more = less.clone();
        more.officer.clearances.insert(at.min(less.officer.clearances.len()), clearance);
        takes_nothing(&less, &more)?;
    }

    #[test]
    fn another_category_takes_nothing(less in random::situation(), which in 0..2usize) {
        let mut more = less.clone();
        for clearance in &mut more.officer.clearances {
            let added = [tags(&[(HANDLING, &["SOURCE", "CRYPTO"])]), tags(&[(GROUP, &["TEAM"])])];
            for (tag, values) in &added[which] {
                clearance.categories.entry(tag.clone()).or_default().extend(values.clone());
            }
        }
        takes_nothing(&less, &more)?;
    }

    #[test]
    fn another_briefing_takes_nothing(less in random::situation(), briefing in random::briefing()) {
        let mut more = less.clone();
        more.officer.briefings.push(briefing);
        takes_nothing(&less, &more)?;
    }

    #[test]
    fn a_place_on_the_list_takes_nothing(mut less in random::situation(), membership in random::membership()) {
        less.membership = None;
        takes_nothing(&less, &less.clone().with(|more| more.membership = Some(membership)))?;
    }

    #[test]
    fn another_role_takes_nothing(less in random::situation(), role in 0..Role::ALL.len()) {
        let added = Role::ALL[role];
        takes_nothing(&less, &less.clone().with(|more| more.officer.roles.extend([added])))?;
    }

    #[test]
    fn another_category_of_the_agreement_takes_nothing(less in random::situation(), category in 0..2usize) {
        let more = less.clone().with(|more| {
            let values = [["SOURCE"], ["CRYPTO"]][category];
            more.partner.categories.entry(HANDLING.into()).or_default().extend(values.map(str::to_owned));
        });
        takes_nothing(&less, &more)?;
    }

    #[test]
    fn nothing_is_written_that_nobody_approved(mut situation in random::situation()) {
        situation.approved_by = None;
        prop_assert!(situation.codes(Doing::Release(Stage::Write)).contains(&ReasonCode::NotApproved));
        for stage in [Stage::Request, Stage::Approve] {
            prop_assert!(!situation.codes(Doing::Release(stage)).contains(&ReasonCode::NotApproved));
        }
    }

    #[test]
    fn a_wider_audience_takes_nothing(less in random::situation(), word in 0..random::WORDS.len()) {
        let more = less.clone().with(|more| {
            if let Some(words) = more.access.permissive.get_mut(RELEASABLE_TO) {
                words.insert(random::WORDS[word].into());
            }
        });
        takes_nothing(&less, &more)?;
    }

    #[test]
    fn a_lower_level_takes_nothing(less in random::situation(), level in 0..Level::ALL.len()) {
        let more = less.clone().with(|more| {
            let is = more.policy.level(&more.access.classification);
            if is.is_some_and(|is| Level::ALL[level] < is) && more.policy.classifications().iter().any(|classification| {
                !classification.obsolete && more.policy.level(&classification.name) == Some(Level::ALL[level])
            }) {
                more.classify(Level::ALL[level]);
            }
        });
        // What a change of marking is, and what it asks, depends on both levels; filing below the guide asks for a motive.
        for doing in Doing::ALL.into_iter().filter(|doing| ![Doing::Reclassify, Doing::File].contains(doing)) {
            prop_assert!(!less.permits(doing) || more.permits(doing), "{:?} was taken: {:?}", doing, more.codes(doing));
        }
    }

    #[test]
    fn one_restriction_less_takes_nothing(mut less in random::situation()) {
        less.called_for.clear();
        takes_nothing(&less, &less.clone().with(|more| more.access.restrictive.clear()))?;
        takes_nothing(&less, &less.clone().with(|more| drop(more.access.permissive.remove(GROUP))))?;
        takes_nothing(&less, &less.clone().with(|more| more.system.approval = None))?;
        takes_nothing(&less, &less.clone().with(|more| (more.orcon, more.foreign) = (false, false)))?;
    }

    #[test]
    fn a_lower_level_takes_no_filing_from_an_officer_who_gives_a_motive(mut less in random::situation(), level in 0..Level::ALL.len()) {
        less.why_lower = Motive::Given;
        let is = less.policy.level(&less.access.classification);
        if is.is_some_and(|is| Level::ALL[level] < is) {
            let more = less.clone().with(|more| more.classify(Level::ALL[level]));
            let known = more.policy.level(&more.access.classification).is_some();
            prop_assert!(!known || !less.permits(Doing::File) || more.permits(Doing::File));
        }
    }

    #[test]
    fn a_printer_on_the_list_and_a_higher_ceiling_take_nothing(mut less in random::situation(), level in 0..Level::ALL.len()) {
        let listed = Level::ALL[level];
        takes_nothing(&less.clone().with(|less| less.printer = None), &less.clone().with(|more| more.printer = Some(listed)))?;
        less.printer = Some(listed);
        takes_nothing(&less, &less.clone().with(|more| more.printer = Some(Level::TopSecret)))?;
    }

    #[test]
    fn who_may_print_may_open(situation in random::situation()) {
        prop_assert!(!situation.permits(Doing::Print) || situation.permits(Doing::Open));
    }

    #[test]
    fn a_motive_takes_nothing(mut less in random::situation()) {
        (less.why_lower, less.motive) = (Motive::None, Motive::None);
        takes_nothing(&less, &less.clone().with(|more| more.why_lower = Motive::Given))?;
        takes_nothing(&less, &less.clone().with(|more| more.motive = Motive::Given))?;
    }

    #[test]
    fn a_topic_less_and_a_source_less_take_nothing(less in random::situation()) {
        takes_nothing(&less, &less.clone().with(|more| more.floor = None))?;
        takes_nothing(&less, &less.clone().with(|more| more.called_for.clear()))?;
        takes_nothing(&less, &less.clone().with(|more| more.sources = Sources::None))?;
        takes_nothing(&less, &less.clone().with(|more| more.sources = less.sources.min(Sources::Below)))?;
    }

    /// Anyone who marks higher, or with more categories, is never told that this is below the guide where it was not before.
    #[test]
    fn a_higher_marking_is_not_below_what_a_lower_one_reaches(low in random::situation(), level in 0..Level::ALL.len(), caveat in 0..3usize) {
        let high = low.clone().with(|high| {
            let is = high.policy.level(&high.access.classification);
            if is.is_some_and(|is| Level::ALL[level] > is) && name(&high.policy, Level::ALL[level]) != format!("no {}", Level::ALL[level]) {
                high.classify(Level::ALL[level]);
            }
            let caveats = ["SOURCE", "CRYPTO", "ATOMAL"].map(str::to_owned);
            high.access.restrictive.entry(HANDLING.into()).or_default().insert(caveats[caveat].clone());
        });
        let said = |s: &Situation| {
            let of_guide = s.examine(Doing::File).failed.into_iter().filter(|reason| reason.code.rule() == Rule::Guide);
            let value = |reason: &policy::Reason| reason.params.iter().map(|(_, value)| value.clone()).collect::<String>();
            of_guide.flat_map(|r| value(&r).split(", ").map(|v| (r.code, v.to_owned())).collect::<Vec<_>>()).collect()
        };
        let (before, after): (BTreeSet<(ReasonCode, String)>, BTreeSet<_>) = (said(&low), said(&high));
        prop_assert!(after.is_subset(&before), "{:?} {:?}", before, after);
    }

    /// No motive speaks for others.
    #[test]
    fn what_belongs_to_others_is_never_marked_lower(mut situation in random::situation()) {
        situation.sources = Sources::BelowOthers;
        prop_assert!(situation.codes(Doing::File).contains(&ReasonCode::SourcesConsent));
    }

    #[test]
    fn who_may_approve_or_write_may_request_and_who_may_request_may_open(situation in random::situation()) {
        for stage in [Stage::Approve, Stage::Write] {
            prop_assert!(!situation.permits(Doing::Release(stage)) || situation.permits(Doing::Release(Stage::Request)));
        }
        prop_assert!(!situation.permits(Doing::Release(Stage::Request)) || situation.permits(Doing::Open));
        prop_assert_eq!(situation.examine(Doing::Open), situation.examine(Doing::Deliver));
    }

    #[test]
    fn a_disabled_account_may_do_nothing(mut situation in random::situation()) {
        situation.officer.status = AccountStatus::Disabled;
        for doing in Doing::ALL {
            prop_assert!(situation.codes(doing).contains(&ReasonCode::AccountDisabled));
        }
    }

    #[test]
    fn a_frozen_account_may_do_nothing(mut situation in random::situation()) {
        situation.officer.status = AccountStatus::Frozen;
        for doing in Doing::ALL {
            prop_assert!(situation.codes(doing).contains(&ReasonCode::AccountFrozen));
        }
    }

    #[test]
    fn an_empty_audience_is_nobody(mut situation in random::situation()) {
        situation.releasable_to(&[]);
        for doing in Doing::ALL {
            prop_assert!(doing == Doing::File || !situation.permits(doing));
        }
    }

    #[test]
    fn without_need_to_know_nothing_is_read(mut situation in random::situation()) {
        situation.membership = None;
        for doing in Doing::ALL {
            prop_assert!(doing == Doing::File || !situation.permits(doing));
        }
    }

    /// What held and what failed are each in order, once, apart from each other, and of this action's rules only.
    #[test]
    fn an_examination_is_in_order(situation in random::situation()) {
        for doing in Doing::ALL {
            let examination = situation.examine(doing);
            let codes: Vec<ReasonCode> = examination.failed.iter().map(|reason| reason.code).collect();
            prop_assert!(codes.is_sorted_by(|a, b| a < b), "{:?}", codes);
            prop_assert!(examination.satisfied.is_sorted_by(|a, b| a < b), "{:?}", examination.satisfied);
            let failed: BTreeSet<Rule> = codes.iter().map(|code| code.rule()).collect();
            let held: BTreeSet<Rule> = examination.satisfied.iter().copied().collect();
            let rules: BTreeSet<Rule> = doing.rules().iter().copied().collect();
            prop_assert!(failed.is_disjoint(&held));
            prop_assert!(failed.is_subset(&rules) && held.is_subset(&rules));
            prop_assert_eq!(examination.permitted, held == rules);
        }
    }
}
