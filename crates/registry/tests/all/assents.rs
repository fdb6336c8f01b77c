//! What is the same for every request, and clearances that take two.

use policy::ClearanceStatus;
use registry::assents::{Answer, AnswerEntry, AssentKind, End, Matter};
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::log::Act;
use registry::{AssentId, ForgedRule as Rule};

use super::stage::*;

fn asked(officer: &str, level: &str) -> Asked {
    Asked { request: fresh(), matter: Matter::Clearance(clearance(officer, level)) }
}

pub fn yes(request: &AssentId) -> Answered {
    Answered { request: request.clone(), answer: Answer::Yes }
}

pub fn no(request: &AssentId) -> Answered {
    Answered { request: request.clone(), answer: Answer::No }
}

pub fn withdrawn(request: &AssentId) -> Answered {
    Answered { request: request.clone(), answer: Answer::Withdrawn }
}

/// A clearance for carl that ada has asked for.
fn waiting() -> (Stage, AssentId) {
    let mut stage = Stage::furnished().with_four_eyes();
    let fact = asked("carl", "SECRET");
    let request = fact.request.clone();
    stage.play("ada", fact);
    (stage, request)
}

#[test]
fn nobody_says_yes_twice() {
    let mut stage = Stage::furnished();
    let request = AssentId::from(&stage.release);
    stage.passes("remi", yes(&request));
    // As of a request that takes more than one: his yes is there, and it still waits.
    let answer = AnswerEntry { by: id("remi"), at_ms: 0, index: stage.index };
    stage.state.assents.get_mut(&request).expect("it was asked for").given.push(answer);
    stage.refuses(Rule::AssentedTwice, "remi", yes(&request));
}

#[test]
fn a_clearance_from_secret_up_takes_two_under_the_full_rules() {
    let (exercise, full) = (Stage::furnished(), Stage::furnished().with_four_eyes());
    for level in ["RESTREINT", "CONFIDENTIEL", "SECRET", "TRES SECRET"] {
        exercise.passes("sam", clearance("carl", level));
    }
    full.passes("sam", clearance("carl", "CONFIDENTIEL"));
    for level in ["SECRET", "TRES SECRET"] {
        full.refuses(Rule::TakesTwo, "sam", clearance("carl", level));
        full.passes("sam", asked("carl", level));
    }
    let nato = ClearanceGranted { policy: "NATO".to_owned(), ..clearance("carl", "TOP SECRET") };
    full.refuses(Rule::TakesTwo, "sam", nato);
    // What takes something away, one does alone.
    let suspended =
        ClearanceChanged { officer: id("bea"), policy: "BEL".to_owned(), status: ClearanceStatus::Suspended };
    full.passes("sam", suspended);
}

#[test]
fn a_clearance_is_asked_for_as_it_is_granted() {
    let stage = Stage::furnished().with_four_eyes();
    stage.passes("sam", asked("carl", "SECRET"));
    stage.refuses(Rule::NotSecurityOfficer, "rik", asked("carl", "SECRET"));
    stage.refuses(Rule::AboutOneself, "sam", asked("sam", "SECRET"));
    stage.refuses(Rule::UnknownOfficer, "sam", asked("nobody", "SECRET"));
    let backwards = ClearanceGranted { from: day(2, 1), until: day(1, 1), ..clearance("carl", "SECRET") };
    stage.refuses(Rule::DatesContradict, "sam", Asked { request: fresh(), matter: Matter::Clearance(backwards) });
}

#[test]
fn a_clearance_that_takes_two_is_granted_by_the_yes_of_another_security_officer() {
    let (mut stage, request) = waiting();
    let cleared = |stage: &Stage| stage.state.officers[&id("carl")].facts.clearances.len();
    assert_eq!(cleared(&stage), 0, "to ask grants nothing");
    stage.refuses(Rule::OwnRequest, "ada", yes(&request));
    stage.refuses(Rule::NotSecurityOfficer, "rik", yes(&request));
    stage.refuses(Rule::NotSecurityOfficer, "otto", yes(&request));
    let (after, places) = stage.changes(&stage.by("sam"), yes(&request));
    let officer = ["officers.carl.decided.BEL", "officers.carl.facts.clearances", "officers.carl.papers"];
    let ended = ["assents.*.end", "assents.*.given", "assents.*.steps"];
    assert_eq!(places, ended.into_iter().chain(officer).collect::<Vec<_>>());
    assert_eq!(after.assents[&request].end, Some(End::Granted));
    stage.play("sam", yes(&request));
    assert_eq!(cleared(&stage), 1);
    for author in ["ada", "sam"] {
        stage.refuses(Rule::RequestOver, author, yes(&request));
    }
    stage.refuses(Rule::RequestOver, "ada", withdrawn(&request));
    stage.refuses(Rule::RequestOver, "sam", no(&request));
}

#[test]
fn nobody_says_yes_to_his_own_clearance() {
    let mut stage = Stage::furnished().with_four_eyes();
    let fact = asked("sam", "SECRET");
    let request = fact.request.clone();
    stage.play("ada", fact);
    stage.refuses(Rule::AboutOneself, "sam", yes(&request));
    stage.refuses(Rule::AboutOneself, "sam", no(&request));
}

#[test]
fn a_yes_counts_while_both_have_the_charge() {
    let (stage, request) = waiting();
    let disabled = |name: &str| {
        let mut stage = stage.clone();
        stage.state.officers.get_mut(&id(name)).expect("the stage has that officer").facts.status =
            policy::AccountStatus::Disabled;
        stage
    };
    disabled("ada").refuses(Rule::RequesterNotInCharge, "sam", yes(&request));
    disabled("ada").passes("sam", no(&request));
    disabled("sam").refuses(Rule::NotSecurityOfficer, "sam", yes(&request));
    let mut demoted = stage.clone();
    demoted
        .state
        .officers
        .get_mut(&id("ada"))
        .expect("the stage has that officer")
        .facts
        .roles
        .remove(&policy::Role::SecurityOfficer);
    demoted.refuses(Rule::RequesterNotInCharge, "sam", yes(&request));
}

#[test]
fn a_request_for_a_clearance_is_stale_once_it_was_decided_otherwise() {
    let (stage, request) = waiting();
    let mut without = stage.clone();
    let status = ClearanceStatus::Withdrawn;
    without.play("sam", ClearanceChanged { officer: id("carl"), policy: "BEL".to_owned(), status });
    without.refuses(Rule::RequestStale, "sam", yes(&request));
    without.passes("sam", no(&request));
    let mut granted = stage.clone();
    granted.play("ada", clearance("carl", "CONFIDENTIEL"));
    granted.refuses(Rule::RequestStale, "sam", yes(&request));
    // Under another policy, or of another officer, it is another matter.
    let mut other = stage.clone();
    other.play("ada", ClearanceGranted { policy: "NATO".to_owned(), ..clearance("carl", "CONFIDENTIAL") });
    other.play("ada", clearance("bea", "CONFIDENTIEL"));
    other.passes("sam", yes(&request));
}

#[test]
fn a_request_is_withdrawn_by_its_asker_and_refused_by_those_who_may_grant_it() {
    let (stage, request) = waiting();
    stage.passes("ada", withdrawn(&request));
    stage.refuses(Rule::AboutAnother, "sam", withdrawn(&request));
    stage.passes("sam", no(&request));
    stage.refuses(Rule::OwnRequest, "ada", no(&request));
    stage.refuses(Rule::NotSecurityOfficer, "rik", no(&request));
}

#[test]
fn each_step_about_a_clearance_says_what_is_asked_for_and_concerns_its_officer() {
    let (stage, request) = waiting();
    let steps: [(Event, Act); 4] = [
        (
            Asked { request: request.clone(), matter: Matter::Clearance(clearance("carl", "SECRET")) }.into(),
            Act::RequestClearance,
        ),
        (yes(&request).into(), Act::GrantClearance),
        (no(&request).into(), Act::RefuseClearance),
        (withdrawn(&request).into(), Act::RecallClearance),
    ];
    let granted = clearance("carl", "SECRET").record(&stage.state);
    for (fact, act) in steps {
        let record = fact.record(&stage.state);
        assert_eq!(record.act(), Some(act));
        assert_eq!(record.detail, granted.clone().about("request", request.to_string()).detail);
        assert_eq!(fact.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
        assert_eq!(fact.concerns(&stage.state), Concerns::Officer(&id("carl")));
    }
}

#[test]
fn a_request_that_there_is_not_has_no_answer() {
    let stage = Stage::furnished();
    for answer in Answer::ALL {
        let fact = Answered { request: fresh(), answer };
        stage.refuses(Rule::UnknownRequest, "remi", fact.clone());
        assert_eq!(fact.record(&stage.state).act(), Some(Act::DoesNotFit), "{answer:?}");
        assert_eq!(fact.concerns(&stage.state), Concerns::Nobody);
    }
}

/// What a request has become, and which answers it still takes, no matter who gives them.
#[test]
fn a_request_that_has_ended_takes_no_answer_but_that_of_a_release_its_recall() {
    let (clearance, asked) = waiting();
    let release = Stage::furnished();
    let of_release = AssentId::from(&release.release);
    let cases = [(&clearance, &asked, ["sam", "sam", "ada"], false), (&release, &of_release, ["remi"; 3], true)];
    for (stage, request, authors, recalled) in cases {
        for (end, by) in Answer::ALL.into_iter().zip(authors) {
            let mut stage = stage.clone();
            stage.play(by, Answered { request: request.clone(), answer: end });
            for (answer, author) in Answer::ALL.into_iter().zip(authors) {
                let fact = Answered { request: request.clone(), answer };
                if recalled && end == Answer::Yes && answer == Answer::Withdrawn {
                    stage.passes(author, fact);
                } else {
                    stage.refuses(Rule::RequestOver, author, fact);
                }
            }
        }
    }
}

#[test]
fn a_matter_is_of_one_kind() {
    let release = Matter::Release(Stage::furnished().to_partner());
    let cleared = Matter::Clearance(clearance("carl", "SECRET"));
    assert_eq!((release.kind(), release.clearance(), release.release().is_some()), (AssentKind::Release, None, true));
    assert_eq!((cleared.kind(), cleared.release(), cleared.clearance().is_some()), (AssentKind::Clearance, None, true));
}
