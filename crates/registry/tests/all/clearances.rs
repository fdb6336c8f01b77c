//! Clearances and briefings.

use std::collections::BTreeMap;

use policy::ClearanceStatus;
use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::log::Act;
use testkit::date;

use super::facts::{AtRandom, LEVELS, pick};
use super::stage::*;

fn changed(officer: &str, status: ClearanceStatus) -> ClearanceChanged {
    ClearanceChanged { officer: id(officer), policy: "BEL".to_owned(), status }
}

#[test]
fn whoever_clears_is_a_security_officer_and_another() {
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
fn a_clearance_that_is_granted_is_valid_and_its_papers_stand_beside_it() {
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
    let granted = carl.facts.clearances.last().unwrap();
    assert_eq!((granted.level.as_str(), granted.status), ("CONFIDENTIEL", ClearanceStatus::Valid));
    assert_eq!((&granted.categories, granted.from, granted.until), (&fact.categories, fact.from, fact.until));
    assert_eq!(carl.papers.last().unwrap().certificate, "ANS-77");
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
        let expected = ["officers.bea.decided.BEL", "officers.bea.facts.clearances"];
        assert!(places.iter().all(|place| expected.contains(&place.as_str())), "{places:?}");
        stage.play("sam", changed("bea", status));
        assert_eq!(statuses(&stage), after, "{status:?}");
    }
    stage.play("sam", clearance("bea", "SECRET"));
    assert_eq!(statuses(&stage), [Withdrawn, Withdrawn, Valid, Valid], "whoever is cleared again gets another");
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
