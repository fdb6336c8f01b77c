//! Clearances and briefings.

use std::collections::BTreeMap;

use policy::ClearanceStatus;
use registry::assents::Matter;
use registry::clearances::ReinstateMatter;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::log::Act;
use registry::state::State;
use registry::system::Right;
use registry::{AssentId, ForgedRule as Rule};
use testkit::date;

use super::assents::{no, withdrawn, yes};
use super::facts::{AtRandom, LEVELS, pick};
use super::stage::*;

fn changed(officer: &str, status: ClearanceStatus) -> ClearanceChanged {
    ClearanceChanged { officer: id(officer), policy: "BEL".to_owned(), status }
}

#[test]
fn a_clearance_is_given_by_a_security_officer_and_another() {
    let stage = Stage::furnished();
    let facts = |name: &str| -> [Event; 3] {
        [
            clearance(name, "SECRET").into(),
            changed(name, ClearanceStatus::Suspended).into(),
            briefing(name, "SECRET").into(),
        ]
    };
    for fact in facts("bea") {
        stage.passes("sam", fact.clone());
        stage.refuses(Rule::NotSecurityOfficer, "rik", fact.clone());
        assert_eq!(fact.concerns(&stage.state), Concerns::Officer(&id("bea")));
        assert_eq!(fact.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
        assert_eq!((fact.keys(&id("bea")), fact.under()), (Vec::new(), None));
    }
    for (name, rule) in [("sam", Rule::AboutOneself), ("nobody", Rule::UnknownOfficer)] {
        for fact in facts(name) {
            stage.refuses(rule, "sam", fact);
        }
    }
}

/// Of an officer of whom a level is said that nobody can place, nothing could be decided any more.
#[test]
fn a_clearance_and_a_briefing_are_for_a_level_of_a_policy_that_there_is() {
    let stage = Stage::furnished();
    let granted = |policy: &str, level: &str| ClearanceGranted {
        policy: policy.to_owned(),
        level: level.to_owned(),
        ..clearance("bea", "SECRET")
    };
    let briefed = |policy: &str, level: &str| BriefingRecorded {
        policy: policy.to_owned(),
        level: level.to_owned(),
        ..briefing("bea", "SECRET")
    };
    stage.passes("sam", granted("NATO", "SECRET"));
    stage.passes("sam", briefed("NATO", "SECRET"));
    for (policy, level) in [("BEL", "ULTRA"), ("BEL", ""), ("ATLANTIS", "SECRET"), ("bel", "SECRET")] {
        stage.refuses(Rule::UnknownLevel, "sam", granted(policy, level));
        stage.refuses(Rule::UnknownLevel, "sam", briefed(policy, level));
        let asked = Asked { request: fresh(), matter: Matter::Clearance(granted(policy, level)) };
        stage.clone().with_four_eyes().refuses(Rule::UnknownLevel, "sam", asked);
    }
    // What one such entry would do.
    let mut forged = stage.clone();
    let bea = forged.state.officers.get_mut(&id("bea")).expect("an officer of the stage");
    bea.facts.briefings.push(policy::BriefingFacts { level: "ULTRA".to_owned(), ..bea.facts.briefings[0].clone() });
    assert!(stage.state.may_open(&id("bea"), &stage.secret, stage.now).is_ok());
    assert!(forged.state.may_open(&id("bea"), &forged.secret, forged.now).is_err(), "she is locked out");
}

#[test]
fn a_clearance_ends_after_it_begins_and_within_five_years() {
    let stage = Stage::furnished();
    for (from, until, rule) in [
        (date(2026, 1, 1), date(2026, 1, 1), None),
        (date(2026, 1, 1), date(2031, 1, 1), None),
        (date(2026, 1, 1), date(2031, 1, 2), Some(Rule::ClearanceTooLong)),
        (date(2028, 2, 29), date(2033, 2, 28), None),
        (date(2028, 2, 29), date(2033, 3, 1), Some(Rule::ClearanceTooLong)),
        (date(2026, 1, 2), date(2026, 1, 1), Some(Rule::DatesContradict)),
        // Five years from it there is no day any more.
        (date(262_140, 1, 1), date(262_142, 1, 1), Some(Rule::ClearanceTooLong)),
    ] {
        let fact = ClearanceGranted { from, until, ..clearance("carl", "SECRET") };
        assert_eq!(stage.try_by(&stage.by("sam"), fact), rule, "{from} to {until}");
    }
}

#[test]
fn a_clearance_that_is_granted_is_valid_and_its_papers_stand_next_to_it() {
    let stage = Stage::furnished();
    let handling = [("Handling".to_owned(), ["CRYPTO", "SOURCE"].map(str::to_owned).into())];
    let fact = ClearanceGranted {
        categories: BTreeMap::from(handling),
        certificate: "ANS-77".to_owned(),
        ..clearance("carl", "CONFIDENTIEL")
    };
    let (after, places) = stage.changes(&stage.by("sam"), fact.clone());
    assert_eq!(places, ["officers.carl.decided.BEL", "officers.carl.facts.clearances", "officers.carl.papers"]);
    let carl = &after.officers[&id("carl")];
    let granted = carl.facts.clearances.last().expect("he was cleared");
    assert_eq!((granted.level.as_str(), granted.status), ("CONFIDENTIEL", ClearanceStatus::Valid));
    assert_eq!((&granted.categories, granted.from, granted.until), (&fact.categories, fact.from, fact.until));
    assert_eq!(carl.papers.last().expect("it rests on papers").certificate, "ANS-77");
    assert_eq!(carl.papers.len(), carl.facts.clearances.len());
    let record = fact.record(&stage.state);
    assert_eq!(record.act(), Some(Act::GrantClearance));
    assert_eq!(record.detail["categories"], "Handling=CRYPTO; Handling=SOURCE");
    assert_eq!(clearance("carl", "SECRET").record(&stage.state).detail.get("categories"), None);
}

#[test]
fn all_clearances_under_a_policy_change_and_one_that_is_withdrawn_never_again() {
    use ClearanceStatus::{Suspended, Valid, Withdrawn};
    let mut stage = Stage::furnished();
    stage.play("ada", clearance("bea", "CONFIDENTIEL"));
    stage.play("ada", ClearanceGranted { policy: "NATO".to_owned(), ..clearance("bea", "SECRET") });
    let statuses = |stage: &Stage| -> Vec<ClearanceStatus> {
        stage.state.officers[&id("bea")].facts.clearances.iter().map(|clearance| clearance.status).collect()
    };
    for (status, after) in [
        (Suspended, [Suspended, Suspended, Valid]),
        (Valid, [Valid, Valid, Valid]),
        (Withdrawn, [Withdrawn, Withdrawn, Valid]),
        (Valid, [Withdrawn, Withdrawn, Valid]),
        (Suspended, [Withdrawn, Withdrawn, Valid]),
    ] {
        let (_, places) = stage.changes(&stage.by("sam"), changed("bea", status));
        let expected = ["officers.bea.decided.BEL", "officers.bea.facts.clearances", "officers.bea.papers"];
        assert!(places.iter().all(|place| expected.contains(&place.as_str())), "{places:?}");
        stage.play("sam", changed("bea", status));
        assert_eq!(statuses(&stage), after, "{status:?}");
    }
    stage.play("sam", clearance("bea", "SECRET"));
    assert_eq!(statuses(&stage), [Withdrawn, Withdrawn, Valid, Valid], "whoever is cleared again gets another");
}

/// Bea's SECRET is suspended, and ada has asked for the end of it.
fn asked_again() -> (Stage, AssentId) {
    let mut stage = Stage::furnished().with_four_eyes();
    stage.play("ada", changed("bea", ClearanceStatus::Suspended));
    let fact = reinstated("bea");
    let request = fact.request.clone();
    stage.play("ada", fact);
    (stage, request)
}

fn reinstated(officer: &str) -> Asked {
    let matter = Matter::Reinstatement(ReinstateMatter { officer: id(officer), policy: "BEL".to_owned() });
    Asked { request: fresh(), matter }
}

#[test]
fn the_suspension_of_a_clearance_from_secret_up_is_ended_by_two_under_the_full_rules() {
    let (stage, request) = asked_again();
    let status = |state: &State| state.officers[&id("bea")].facts.clearances[0].status;
    stage.refuses(Rule::TakesTwo, "sam", changed("bea", ClearanceStatus::Valid));
    stage.passes("sam", changed("bea", ClearanceStatus::Withdrawn));
    stage.refuses(Rule::OwnRequest, "ada", yes(&request));
    stage.refuses(Rule::NotSecurityOfficer, "rik", yes(&request));
    assert_eq!(status(&stage.state), ClearanceStatus::Suspended, "to ask ends nothing");
    let (after, places) = stage.changes(&stage.by("sam"), yes(&request));
    assert_eq!(status(&after), ClearanceStatus::Valid);
    assert!(places.contains(&"officers.bea.decided.BEL".to_owned()), "{places:?}");
    assert!(after.officers[&id("bea")].papers[0].alone.is_none(), "two have agreed to it");
    // Below SECRET, and in an exercise, one does it.
    let mut low = Stage::furnished();
    low.play("ada", clearance("carl", "CONFIDENTIEL"));
    let mut low = low.with_four_eyes();
    low.play("ada", changed("carl", ClearanceStatus::Suspended));
    low.passes("ada", changed("carl", ClearanceStatus::Valid));
    let mut exercise = Stage::furnished();
    exercise.play("ada", changed("bea", ClearanceStatus::Suspended));
    exercise.play("sam", changed("bea", ClearanceStatus::Valid));
    let lone = exercise.state.lone_rights().into_iter().find(|right| right.to == id("bea"));
    assert_eq!(lone.map(|right| right.by), Some(id("sam")), "the approval lists who ended it alone");
}

#[test]
fn the_end_of_a_suspension_is_asked_for_by_a_security_officer_about_another_and_goes_stale() {
    let (stage, request) = asked_again();
    stage.refuses(Rule::NotSecurityOfficer, "rik", reinstated("bea"));
    stage.refuses(Rule::AboutOneself, "sam", reinstated("sam"));
    stage.refuses(Rule::UnknownOfficer, "sam", reinstated("nobody"));
    for decision in [changed("bea", ClearanceStatus::Withdrawn), changed("bea", ClearanceStatus::Suspended)] {
        let mut stage = stage.clone();
        stage.play("sam", decision);
        stage.refuses(Rule::RequestStale, "sam", yes(&request));
        stage.passes("sam", no(&request));
    }
    stage.passes("ada", withdrawn(&request));
    let steps: [(Event, Act); 4] = [
        (reinstated("bea").into(), Act::RequestReinstatement),
        (yes(&request).into(), Act::ReinstateClearance),
        (no(&request).into(), Act::RefuseReinstatement),
        (withdrawn(&request).into(), Act::RecallReinstatement),
    ];
    for (fact, act) in steps {
        let record = fact.record(&stage.state);
        assert_eq!((record.act(), record.detail["policy"].as_str()), (Some(act), "BEL"));
        assert_eq!(fact.concerns(&stage.state), Concerns::Officer(&id("bea")));
        assert_eq!(fact.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
    }
}

#[test]
fn each_status_is_an_act_of_its_own() {
    let stage = Stage::bare();
    for (status, act) in [
        (ClearanceStatus::Valid, Act::ReinstateClearance),
        (ClearanceStatus::Suspended, Act::SuspendClearance),
        (ClearanceStatus::Withdrawn, Act::WithdrawClearance),
    ] {
        assert_eq!(changed("bea", status).record(&stage.state).act(), Some(act));
    }
}

#[test]
fn a_briefing_is_added_to_those_before() {
    let stage = Stage::furnished();
    let (after, places) = stage.changes(&stage.by("sam"), briefing("bea", "TRES SECRET"));
    assert_eq!(places, ["officers.bea.facts.briefings"]);
    let levels = after.officers[&id("bea")].facts.briefings.iter().map(|briefing| briefing.level.as_str());
    assert_eq!(levels.collect::<Vec<_>>(), ["SECRET", "TRES SECRET"]);
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(_: &Stage) -> Vec<Event> {
    let categories = [("Handling".to_owned(), ["CRYPTO".to_owned()].into())].into();
    vec![
        ClearanceGranted { categories, ..clearance("bea", "SECRET") }.into(),
        changed("bea", ClearanceStatus::Suspended).into(),
        reinstated("bea").into(),
        briefing("bea", "SECRET").into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let until = draw.until.unwrap_or(draw.from);
        let granted = clearance("bea", pick(&LEVELS, draw.choice[1]));
        ClearanceGranted { officer: draw.officer, from: draw.from, until, ..granted }.into()
    },
    |draw| {
        let statuses = [ClearanceStatus::Valid, ClearanceStatus::Suspended, ClearanceStatus::Withdrawn];
        let status = pick(&statuses, draw.choice[1]);
        ClearanceChanged { officer: draw.officer, policy: "BEL".to_owned(), status }.into()
    },
    |draw| BriefingRecorded { officer: draw.officer, ..briefing("bea", pick(&LEVELS, draw.choice[1])) }.into(),
];

#[test]
fn a_clearance_for_what_two_open_is_given_by_two_and_its_suspension_ended_by_two() {
    let stage = Stage::furnished().with_four_eyes();
    let handling = |value: &str| [(label::HANDLING.to_owned(), [value.to_owned()].into())].into();
    let plain = clearance("carl", "CONFIDENTIEL");
    let source = ClearanceGranted { categories: handling("SOURCE"), ..plain.clone() };
    let dual = ClearanceGranted { categories: handling(label::DUAL), ..plain.clone() };
    stage.passes("sam", plain);
    stage.passes("sam", source);
    stage.refuses(Rule::TakesTwo, "sam", dual.clone());
    let (mut stage, request) = (stage, fresh());
    let asked = Asked { request: AssentId::clone(&request), matter: Matter::Clearance(dual.clone()) };
    stage.play("sam", asked);
    stage.refuses(Rule::OwnRequest, "sam", yes(&request));
    stage.play("ada", yes(&request));
    stage.play("sam", changed("carl", ClearanceStatus::Suspended));
    stage.refuses(Rule::TakesTwo, "sam", changed("carl", ClearanceStatus::Valid));
    // Of an exercise, the approval lists it.
    let mut exercise = Stage::furnished();
    exercise.play("ada", dual);
    let listed = exercise.state.lone_rights();
    assert!(listed.iter().any(|right| right.to == id("carl") && matches!(right.right, Right::Clearance { .. })));
}
