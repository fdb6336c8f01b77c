//! Whether documents are for an officer's function. To take that away is one person's; what gives something takes two.

use policy::four_eyes::Regime;
use policy::{Function, ReasonCode, Role};
use registry::assents::{AssentKind, End, Matter};
use registry::event::*;
use registry::fact::{Concerns, RequiredParts};
use registry::keys::KeyName;
use registry::log::Act;
use registry::people::{Authorisation, ForFunction};
use registry::system::Right;
use registry::{ClassId, ForgedRule as Rule};

use super::assents::{no, withdrawn, yes};
use super::facts::AtRandom;
use super::stage::*;

fn notice(until: chrono::NaiveDate) -> Authorisation {
    Authorisation {
        policies: ["BEL".to_owned()].into(),
        authority: "ANS".to_owned(),
        reference: "N-7".to_owned(),
        until,
    }
}

fn set(officer: &str, function: ForFunction) -> FunctionSet {
    FunctionSet { officer: id(officer), function }
}

fn outside(officer: &str) -> FunctionSet {
    set(officer, ForFunction::Outside { authorised: None })
}

fn authorised(officer: &str) -> FunctionSet {
    set(officer, ForFunction::Outside { authorised: Some(notice(day(12, 31))) })
}

fn within(officer: &str) -> FunctionSet {
    set(officer, ForFunction::Within {})
}

fn asked(fact: FunctionSet) -> Asked {
    Asked { request: fresh(), matter: Matter::Function(fact) }
}

/// A class of what is RESTREINT, whose key rik has.
fn with_restricted(stage: &mut Stage) -> ClassId {
    let class: ClassId = fresh();
    stage.play("rik", stage.class(class.clone(), "RESTREINT"));
    class
}

fn codes(stage: &Stage, class: &ClassId) -> Vec<ReasonCode> {
    let denied = stage.state.may_open(&id("bea"), class, stage.now).err();
    denied.map(|denied| denied.reasons.into_iter().map(|reason| reason.code).collect()).unwrap_or_default()
}

#[test]
fn outside_the_function_restreint_is_open_with_an_authorisation_and_nothing_above_it() {
    let mut stage = Stage::furnished();
    let (restricted, secret) = (with_restricted(&mut stage), stage.secret.clone());
    assert_eq!((codes(&stage, &restricted), codes(&stage, &secret)), (vec![], vec![]));
    stage.play("sam", outside("bea"));
    assert_eq!(codes(&stage, &restricted), [ReasonCode::AuthorisationMissing]);
    assert_eq!(codes(&stage, &secret), [ReasonCode::OutsideFunction]);
    assert!(stage.state.is_due(&stage.secret_key(), stage.now, None), "she knows the key of SECRET");
    stage.play("sam", authorised("bea"));
    assert_eq!((codes(&stage, &restricted), codes(&stage, &secret)), (vec![], vec![ReasonCode::OutsideFunction]));
    stage.now = "2027-01-01T00:00:00Z".parse().expect("an instant");
    assert_eq!(codes(&stage, &restricted), [ReasonCode::AuthorisationExpired]);
    stage.play("sam", within("bea"));
    assert_eq!(codes(&stage, &restricted), []);
}

#[test]
fn no_key_is_delivered_to_an_officer_who_may_not_have_it_outside_his_function() {
    let mut stage = Stage::furnished();
    let key = KeyName::Class(with_restricted(&mut stage));
    let delivered = stage.delivered(key, &[1], &["bea"]);
    stage.passes("rik", delivered.clone());
    stage.play("sam", outside("bea"));
    stage.refuses(Rule::DeliveredToStranger, "rik", delivered.clone());
    stage.play("sam", authorised("bea"));
    stage.passes("rik", delivered.clone());
    let late = stage.by("rik").at("2027-01-01T00:00:00Z");
    stage.refuses_by(Rule::DeliveredToStranger, &late, delivered);
}

#[test]
fn a_function_is_entered_by_a_security_officer_about_another_and_as_it_can_be() {
    let mut stage = Stage::furnished();
    for author in ["rik", "bea", "otto", "nobody"] {
        stage.refuses(Rule::NotSecurityOfficer, author, outside("carl"));
        stage.refuses(Rule::NotSecurityOfficer, author, asked(outside("carl")));
    }
    stage.refuses(Rule::AboutOneself, "sam", outside("sam"));
    stage.refuses(Rule::UnknownOfficer, "sam", outside("nobody"));
    stage.refuses(Rule::FunctionUnchanged, "sam", within("bea"));
    let of_none = Authorisation { policies: Default::default(), ..notice(day(12, 31)) };
    stage.refuses(Rule::SaysNothing, "sam", set("bea", ForFunction::Outside { authorised: Some(of_none) }));
    let over = ForFunction::Outside { authorised: Some(notice(day(11, 1))) };
    stage.refuses(Rule::DatesContradict, "sam", set("bea", over));
    let (after, places) = stage.changes(&stage.by("sam"), authorised("bea"));
    assert_eq!(
        places,
        ["authorised", "facts.function.authorised", "facts.function.is", "function_decided"]
            .map(|place| { format!("officers.bea.{place}") })
    );
    assert_eq!(after.officers[&id("bea")].standing(), authorised("bea").function);
    stage.play("ada", OfficerDisabled { officer: id("bea") });
    stage.refuses(Rule::OfficerNotActive, "sam", outside("bea"));
}

#[test]
fn under_the_full_rules_one_takes_away_and_two_give() {
    let mut stage = Stage::furnished().with_four_eyes();
    stage.refuses(Rule::TakesTwo, "sam", authorised("bea"));
    stage.play("sam", outside("bea"));
    assert!(matches!(stage.state.officers[&id("bea")].facts.function, Function::Outside { authorised: None }));
    for fact in [within("bea"), authorised("bea")] {
        stage.refuses(Rule::TakesTwo, "sam", fact.clone());
        let mut waiting = stage.clone();
        let request = asked(fact.clone());
        waiting.play("sam", request.clone());
        waiting.refuses(Rule::OwnRequest, "sam", yes(&request.request));
        waiting.refuses(Rule::NotSecurityOfficer, "rosa", yes(&request.request));
        waiting.refuses(Rule::NotSecurityOfficer, "bea", yes(&request.request));
        let mut puppet = waiting.clone();
        puppet.state.four_eyes = false;
        puppet.admit("puppet", &[Role::SecurityOfficer]);
        let mut puppet = puppet.with_four_eyes();
        let by_ada = asked(fact.clone());
        puppet.play("ada", by_ada.clone());
        puppet.refuses(Rule::OneWord, "puppet", yes(&by_ada.request));
        waiting.play("ada", yes(&request.request));
        assert_eq!(waiting.state.officers[&id("bea")].standing(), fact.function);
        assert_eq!(waiting.state.assents[&request.request].end, Some(End::Granted));
        let lone = |right: &registry::system::LoneRight| matches!(right.right, Right::Authorisation { .. });
        assert!(!waiting.state.lone_rights().iter().any(lone), "two agreed to it");
        // What has been decided since is not decided again by an older request.
        let mut stale = stage.clone();
        let older = asked(fact.clone());
        stale.play("sam", older.clone());
        let newer = asked(if fact == within("bea") { authorised("bea") } else { within("bea") });
        stale.play("ada", newer.clone());
        stale.play("sam", yes(&newer.request));
        stale.refuses(Rule::RequestStale, "ada", yes(&older.request));
        // An end of it is one person's.
        if fact != within("bea") {
            waiting.passes("ada", outside("bea"));
        }
    }
}

#[test]
fn what_one_authorised_alone_is_listed_for_the_approval() {
    let mut stage = Stage::furnished();
    stage.play("ada", authorised("bea"));
    assert_eq!(stage.state.regime(), Regime::Exercise);
    let listed = stage.state.lone_rights().into_iter().find(|right| matches!(right.right, Right::Authorisation { .. }));
    let right = listed.expect("ada gave it alone");
    assert_eq!((right.to, right.by), (id("bea"), id("ada")));
    stage.play("sam", outside("bea"));
    assert!(!stage.state.lone_rights().iter().any(|right| matches!(right.right, Right::Authorisation { .. })));
}

#[test]
fn each_step_about_a_function_says_whom_and_what() {
    let mut stage = Stage::furnished();
    let fact = asked(authorised("bea"));
    stage.play("sam", fact.clone());
    let request = &fact.request;
    let steps: [(Event, Act); 5] = [
        (fact.clone().into(), Act::RequestFunction),
        (yes(request).into(), Act::ChangeFunction),
        (no(request).into(), Act::RefuseFunction),
        (withdrawn(request).into(), Act::RecallFunction),
        (authorised("bea").into(), Act::ChangeFunction),
    ];
    for (step, act) in steps {
        let record = step.record(&stage.state);
        assert_eq!((record.act(), record.detail["officer"].as_str()), (Some(act), "bea"));
        assert_eq!((record.detail["function"].as_str(), record.detail["reference"].as_str()), ("outside", "N-7"));
        assert_eq!(step.concerns(&stage.state), Concerns::Officer(&id("bea")));
        assert_eq!(step.parts(&stage.state, &stage.by("ada").context()), Ok(RequiredParts::none()));
        assert_eq!((step.keys(&id("bea")), step.under()), (Vec::new(), None));
    }
    let matter = &stage.state.assents[request].matter;
    assert_eq!((matter.kind(), matter.function().is_some()), (AssentKind::Function, true));
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(_: &Stage) -> Vec<Event> {
    vec![authorised("bea").into(), asked(within("bea")).into()]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[|draw| {
    let function = match draw.choice[1] % 3 {
        0 => ForFunction::Within {},
        1 => ForFunction::Outside { authorised: None },
        _ => ForFunction::Outside { authorised: Some(notice(draw.until.unwrap_or(draw.from))) },
    };
    FunctionSet { officer: draw.officer, function }.into()
}];
