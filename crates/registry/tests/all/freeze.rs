//! A freeze stops an officer at once, on the word of one; lifting it takes two.

use policy::{AccountStatus, Role};
use registry::assents::{AssentKind, End, Matter};
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::keys::KeyName;
use registry::log::Act;
use registry::people::{Admission, Freeze, UnfreezingMatter};
use registry::state::State;
use registry::{AssentId, ForgedRule as Rule, ReplayError};

use super::assents::{no, withdrawn, yes};
use super::custody::shared;
use super::facts::AtRandom;
use super::stage::*;

fn frozen(officer: &str) -> OfficerFrozen {
    OfficerFrozen { officer: id(officer) }
}

fn lifted(officer: &str) -> OfficerUnfrozen {
    OfficerUnfrozen { officer: id(officer) }
}

fn asked(stage: &Stage, officer: &str) -> Asked {
    let freeze = stage.state.officers[&id(officer)].frozen.as_ref().map_or(0, |freeze| freeze.index);
    Asked { request: fresh(), matter: Matter::Unfreezing(UnfreezingMatter { officer: id(officer), freeze }) }
}

/// Furnished, under the full rules, with three custodians of whom it takes two: ada, otto, rosa.
fn full() -> Stage {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["ada", "otto", "rosa"]));
    // As after an approval: two persons have agreed to everybody.
    stage.state.officers.values_mut().for_each(|officer| officer.admission = Admission::Sound);
    stage.with_four_eyes()
}

/// Bea is frozen by ada, who has asked for it to be lifted.
fn waiting() -> (Stage, AssentId) {
    let mut stage = full();
    stage.play("ada", frozen("bea"));
    let fact = asked(&stage, "bea");
    let request = fact.request.clone();
    stage.play("ada", fact);
    (stage, request)
}

#[test]
fn one_security_officer_freezes_another_officer_at_once() {
    for mut stage in [Stage::furnished(), full()] {
        stage.refuses(Rule::NotSecurityOfficer, "rik", frozen("bea"));
        stage.refuses(Rule::AboutOneself, "sam", frozen("sam"));
        stage.refuses(Rule::OfficerNotActive, "sam", frozen("nobody"));
        let (after, changed) = stage.changes(&stage.by("sam"), frozen("bea"));
        assert_eq!(changed, ["officers.bea.facts.status", "officers.bea.frozen"]);
        let bea = &after.officers[&id("bea")];
        assert_eq!(bea.facts.status, AccountStatus::Frozen);
        let by = Freeze { by: id("sam"), at_ms: stage.now.timestamp_millis(), index: stage.index };
        assert_eq!(bea.frozen.as_ref(), Some(&by));
        assert!(!bea.works() && bea.belongs());
        stage.play("sam", frozen("bea"));
        stage.refuses(Rule::OfficerNotActive, "sam", frozen("bea"));
        stage.play("sam", OfficerDisabled { officer: id("bea") });
        assert!(stage.state.officers[&id("bea")].frozen.is_none(), "what is final takes its place");
        stage.refuses(Rule::OfficerNotActive, "sam", frozen("bea"));
    }
}

#[test]
fn an_officer_who_is_frozen_may_nothing_and_is_given_nothing() {
    let mut stage = Stage::furnished();
    let (secret, at) = (stage.secret.clone(), stage.now);
    let key = stage.secret_key();
    assert!(stage.state.may_open(&id("bea"), &secret, at).is_ok() && !stage.state.is_due(&key, at, None));
    stage.play("ada", OfficerFrozen { officer: id("bea") });
    let codes = |denied: policy::Denied| denied.reasons.into_iter().map(|reason| reason.code).collect::<Vec<_>>();
    let both = [policy::ReasonCode::AccountFrozen, policy::ReasonCode::ClearanceSuspended];
    assert_eq!(codes(stage.state.may_open(&id("bea"), &secret, at).expect_err("he is frozen")), both);
    assert_eq!(codes(stage.state.may_hold(&id("bea"), &secret, at).expect_err("he is frozen")), both);
    for name in [KeyName::Vault, KeyName::Oversight, stage.dossier_key(), key.clone()] {
        assert!(!stage.state.entitled(&name, &id("bea"), at), "{name:?}");
    }
    assert!(stage.state.is_due(&key, at, None), "she knows it");
    assert!(stage.state.is_due(&KeyName::Vault, at, None));
    stage.refuses(Rule::DeliveredToStranger, "rik", stage.delivered(KeyName::Class(stage.low.clone()), &[1], &["bea"]));
    stage.refuses(Rule::OfficerNotActive, "ada", stage.member("bea"));
}

#[test]
fn in_the_entry_that_freezes_an_officer_the_keys_of_all_are_renewed() {
    let mut stage = Stage::furnished();
    stage.play("ada", stage.delivered(KeyName::Oversight, &[1], &["otto"]));
    let fact = frozen("otto");
    stage.play("sam", fact.clone());
    let parts = |stage: &Stage| fact.parts(&stage.state, &stage.by("sam").context());
    assert_eq!(parts(&stage), Err(Rule::DisabledWithoutNewKeys));
    stage.play("sam", Rekeyed { key: KeyName::Vault, epoch: 2, recipient: None });
    assert_eq!(parts(&stage), Err(Rule::DisabledWithoutNewKeys));
    stage.play("sam", Rekeyed { key: KeyName::Oversight, epoch: 2, recipient: Some(recipient()) });
    assert_eq!(parts(&stage), Ok(RequiredParts::none()));
    assert_eq!(fact.parts(&State::default(), &stage.by("sam").context()), Err(Rule::UnknownKey));
    assert_eq!((fact.concerns(&stage.state), fact.under()), (Concerns::Officer(&id("otto")), None));
    assert_eq!(fact.record(&stage.state).act(), Some(Act::FreezeOfficer));
}

#[test]
fn who_froze_whom_is_known_while_it_lasts() {
    let mut stage = Stage::furnished();
    assert_eq!(stage.state.require_not_frozen(&id("bea")), Ok(()));
    stage.play("sam", frozen("bea"));
    let at_ms = stage.now.timestamp_millis();
    let told = ReplayError::Frozen { by: id("sam"), name: "sam of the stage".to_owned(), at_ms };
    assert_eq!(stage.state.require_not_frozen(&id("bea")), Err(told));
    stage.play("ada", lifted("bea"));
    assert_eq!(stage.state.require_not_frozen(&id("bea")), Ok(()));
}

#[test]
fn a_freeze_is_lifted_by_one_in_an_exercise_and_by_two_under_the_full_rules() {
    let mut stage = Stage::furnished();
    stage.refuses(Rule::NotFrozen, "ada", lifted("bea"));
    stage.play("ada", frozen("bea"));
    stage.passes("ada", lifted("bea"));
    stage.refuses(Rule::NotSecurityOfficer, "rik", lifted("bea"));
    stage.refuses(Rule::UnknownOfficer, "ada", lifted("nobody"));
    stage.clone().with_four_eyes().refuses(Rule::TakesTwo, "ada", lifted("bea"));
    let (after, changed) = stage.changes(&stage.by("ada"), lifted("bea"));
    assert_eq!(changed, ["officers.bea.facts.status", "officers.bea.frozen"]);
    assert!(after.officers[&id("bea")].works());

    let (stage, request) = waiting();
    stage.refuses(Rule::OwnRequest, "ada", yes(&request));
    for other in ["rik", "rosa", "otto"] {
        stage.refuses(Rule::NotSecurityOfficer, other, yes(&request));
        stage.refuses(Rule::NotSecurityOfficer, other, asked(&stage, "bea"));
    }
    let (after, _) = stage.changes(&stage.by("sam"), yes(&request));
    assert!(after.officers[&id("bea")].works());
    assert_eq!(after.assents[&request].end, Some(End::Granted));
    stage.passes("sam", no(&request));
    stage.passes("ada", withdrawn(&request));
}

#[test]
fn nobody_lifts_his_own_freeze() {
    let (mut stage, request) = waiting();
    // Nor does a puppet: ada alone let nina in, as before the full rules.
    stage.state.four_eyes = false;
    stage.admit("nina", &[Role::SecurityOfficer]);
    stage.state.four_eyes = true;
    stage.refuses(Rule::OneWord, "nina", yes(&request));
    stage.passes("sam", yes(&request));
    stage.play("ada", frozen("sam"));
    stage.refuses(Rule::NotCustodian, "sam", asked(&stage, "sam"));
    let fact = asked(&stage, "sam");
    let request = fact.request.clone();
    stage.play("otto", fact);
    stage.refuses(Rule::NotCustodian, "sam", yes(&request));
    let mut exercise = Stage::furnished();
    exercise.play("ada", frozen("sam"));
    exercise.refuses(Rule::NotSecurityOfficer, "sam", lifted("sam"));
    exercise.refuses(Rule::AboutOneself, "ada", lifted("ada"));
}

#[test]
fn a_request_to_lift_a_freeze_is_about_that_freeze() {
    let (mut stage, request) = waiting();
    let second = asked(&stage, "bea");
    let other = second.request.clone();
    stage.play("sam", second);
    stage.play("sam", yes(&request));
    stage.refuses(Rule::RequestStale, "ada", yes(&other));
    stage.play("sam", frozen("bea"));
    stage.refuses(Rule::RequestStale, "ada", yes(&other));
    stage.refuses(Rule::NotFrozen, "ada", asked(&stage, "carl"));
    stage.refuses(Rule::RequestStale, "ada", {
        let matter = Matter::Unfreezing(UnfreezingMatter { officer: id("bea"), freeze: 1 });
        Asked { request: fresh(), matter }
    });
    let (mut gone, request) = waiting();
    gone.play("sam", OfficerDisabled { officer: id("bea") });
    gone.refuses(Rule::RequestStale, "sam", yes(&request));
}

#[test]
fn where_one_security_officer_is_left_custodians_lift_a_freeze() {
    let mut stage = full();
    stage.play("sam", frozen("ada"));
    assert_eq!(stage.state.lifts_freezes(), Role::Custodian);
    // Sam is all that is left, and can keep nobody out by himself.
    stage.refuses(Rule::NotCustodian, "sam", asked(&stage, "ada"));
    let fact = asked(&stage, "ada");
    let request = fact.request.clone();
    stage.play("rosa", fact);
    stage.refuses(Rule::NotCustodian, "sam", yes(&request));
    stage.refuses(Rule::NotCustodian, "ada", yes(&request));
    stage.play("otto", yes(&request));
    assert!(stage.state.officers[&id("ada")].works());
    assert_eq!(stage.state.lifts_freezes(), Role::SecurityOfficer);
}

#[test]
fn nobody_is_frozen_where_nobody_could_lift_it() {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["ada", "sam"]));
    stage.passes("sam", frozen("ada"));
    let few = stage.with_four_eyes();
    few.refuses(Rule::NobodyToLift, "sam", frozen("ada"));
    few.passes("sam", frozen("bea"));
    // Two who are officers on the word of one could not.
    let mut puppets = Stage::furnished();
    puppets.play("ada", shared(2, &["ada", "otto", "rosa"]));
    puppets.with_four_eyes().refuses(Rule::NobodyToLift, "ada", frozen("sam"));
}

#[test]
fn a_frozen_custodian_stays_one_to_whom_it_is_dealt_and_whose_yes_does_not_count() {
    let mut stage = full();
    stage.play("ada", frozen("otto"));
    stage.play("ada", frozen("rosa"));
    assert!(!stage.state.is_custodian(&id("otto")) && stage.state.is_dealt_to(&id("otto")));
    assert!(
        !stage.state.custody_is_sound() && stage.state.circle().is_none(),
        "one of three is left, and it takes two"
    );
    stage.refuses(Rule::CustodyNotSound, "ada", OfficerDisabled { officer: id("rosa") });
    stage.state.four_eyes = false;
    stage.play("ada", lifted("rosa"));
    assert_eq!(stage.state.circle().expect("custody is sound").members.len(), 3, "also to him who is frozen");
    stage.refuses(Rule::CustodyNotSound, "ada", OfficerDisabled { officer: id("rosa") });
    stage.play("ada", OfficerDisabled { officer: id("otto") });
    assert_eq!(stage.state.circle().expect("custody is sound").members.len(), 2);
}

#[test]
fn a_freeze_gives_nobody_the_dossiers_of_the_frozen() {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(1, &["sam"]));
    let dossier = stage.dossier.clone();
    assert!(!stage.state.keeps(&dossier, &id("sam")));
    stage.play("sam", frozen("ada"));
    assert!(!stage.state.keeps(&dossier, &id("sam")), "ada keeps it, and may be back");
    let named = LeadNamed { dossier: dossier.clone(), lead: id("bea") };
    stage.refuses(Rule::TakesTwo, "sam", named.clone());
    stage.play("sam", OfficerDisabled { officer: id("ada") });
    assert!(!stage.state.keeps(&dossier, &id("sam")), "nor is it his once she has left");
    stage.passes("sam", named);
}

#[test]
fn what_one_person_gave_alone_is_listed_also_of_the_frozen() {
    let mut stage = Stage::furnished();
    stage.admit("nina", &[Role::SecurityOfficer]);
    let listed = |stage: &Stage| stage.state.lone_rights().iter().any(|right| right.to == id("nina"));
    assert!(listed(&stage));
    stage.play("ada", frozen("nina"));
    assert!(listed(&stage), "else an approval would confirm it unseen");
    stage.play("ada", frozen("sam"));
    assert!(!stage.state.admits_second(&id("ada")), "two are frozen, not gone");
}

#[test]
fn each_step_about_a_freeze_says_whom_it_is_about() {
    let (stage, request) = waiting();
    let steps: [(Event, Act); 5] = [
        (asked(&stage, "bea").into(), Act::RequestUnfreezing),
        (yes(&request).into(), Act::UnfreezeOfficer),
        (no(&request).into(), Act::RefuseUnfreezing),
        (withdrawn(&request).into(), Act::RecallUnfreezing),
        (lifted("bea").into(), Act::UnfreezeOfficer),
    ];
    for (fact, act) in steps {
        let record = fact.record(&stage.state);
        assert_eq!((record.act(), record.detail["officer"].as_str()), (Some(act), "bea"));
        assert_eq!(fact.concerns(&stage.state), Concerns::Officer(&id("bea")));
        assert_eq!(fact.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
    }
    let matter = &stage.state.assents[&request].matter;
    assert_eq!((matter.kind(), matter.unfreezing().is_some()), (AssentKind::Unfreezing, true));
}

/// Carl is frozen.
pub fn played(stage: &mut Stage) {
    stage.play("ada", frozen("carl"));
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    vec![frozen("bea").into(), lifted("bea").into(), asked(stage, "bea").into()]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] =
    &[|draw| OfficerFrozen { officer: draw.officer }.into(), |draw| OfficerUnfrozen { officer: draw.officer }.into()];

/// Else one security officer would be the only one, for good: nobody could stop him, and nobody could let in another.
#[test]
fn nobody_takes_away_alone_the_last_other_who_could_stop_him() {
    let disabled = |officer: &str| OfficerDisabled { officer: id(officer) };
    let reader = |officer: &str| RolesChanged { officer: id(officer), roles: [Role::Reader].into() };
    let stage = full();
    stage.refuses(Rule::NobodyToStop, "ada", disabled("sam"));
    stage.refuses(Rule::NobodyToStop, "ada", reader("sam"));
    stage.refuses(Rule::NobodyToStop, "sam", disabled("ada"));
    stage.passes("ada", frozen("sam"));
    Stage::furnished().passes("ada", disabled("sam"));
    // With a third, who is nobody's puppet.
    let mut third = stage.clone();
    third
        .state
        .officers
        .get_mut(&id("rik"))
        .expect("an officer of the stage")
        .facts
        .roles
        .insert(Role::SecurityOfficer);
    third.passes("ada", disabled("sam"));
    third.passes("ada", reader("sam"));
    let puppet = Stage::furnished().state.officers[&id("rik")].admission.clone();
    third.state.officers.get_mut(&id("rik")).expect("an officer of the stage").admission = puppet;
    third.refuses(Rule::NobodyToStop, "ada", disabled("sam"));
    // Nor the custodians who could bring him back.
    let mut frozen_first = stage.clone();
    frozen_first.play("ada", frozen("sam"));
    frozen_first.refuses(Rule::NobodyToStop, "ada", disabled("otto"));
    frozen_first.refuses(Rule::NobodyToStop, "ada", disabled("sam"));
    frozen_first.passes("ada", disabled("bea"));
    // Where nobody could lift a freeze, he is disabled: he must be stopped somehow.
    let mut young = Stage::furnished().with_four_eyes();
    young.refuses(Rule::NobodyToLift, "ada", frozen("sam"));
    young.play("ada", disabled("sam"));
    young.passes("ada", disabled("rik"));
}
