//! What an officer is charged with, after he was let in; and keys in the place of lost ones, where that takes two.

use policy::{AccountStatus, Role};
use registry::assents::{End, Matter};
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::keys::KeyName;
use registry::log::Act;
use registry::people::{Admission, NewKeys, ReissueMatter, RolesMatter};
use registry::{AssentId, ForgedRule as Rule};

use super::assents::{no, withdrawn, yes};
use super::custody::shared;
use super::stage::*;

fn changed(officer: &str, roles: &[Role]) -> RolesChanged {
    RolesChanged { officer: id(officer), roles: roles.iter().copied().collect() }
}

fn charges(officer: &str, roles: &[Role]) -> Matter {
    let roles = roles.iter().copied().collect();
    Matter::Roles(RolesMatter { officer: id(officer), roles, instead_of_reader: false })
}

fn asks(stage: &mut Stage, author: &str, matter: Matter) -> AssentId {
    let fact = Asked { request: fresh(), matter };
    let request = fact.request.clone();
    stage.play(author, fact);
    request
}

fn tries(stage: &Stage, author: &str, matter: Matter) -> Option<Rule> {
    stage.try_by(&stage.by(author), Asked { request: fresh(), matter })
}

/// Other keys for an officer, as a request of his own has them.
fn lost(officer: &str) -> ReissueMatter {
    let (signer, recipient) = (signer(), recipient());
    let keys = NewKeys::of(vault(), &id(officer), None, &recipient, &signer);
    ReissueMatter { officer: id(officer), keys, signs: signer.verifying_key().clone() }
}

fn full() -> Stage {
    Stage::furnished().with_four_eyes()
}

#[test]
fn a_charge_takes_two_under_the_full_rules() {
    for role in Role::ALL.into_iter().filter(|role| !matches!(role, Role::Reader | Role::Custodian)) {
        let new = officer("nina", &[role, Role::Reader]);
        let by = full().by("sam").introducing(new.key);
        full().refuses_by(Rule::TakesTwo, &by, added(new.clone()));
        full().refuses_by(Rule::TakesTwo, &by, given(new.clone()));
        Stage::furnished().passes_by(&by, added(new));
        full().refuses(Rule::TakesTwo, "sam", changed("carl", &[role]));
        Stage::furnished().passes("sam", changed("carl", &[role]));
        assert_eq!(tries(&full(), "sam", charges("carl", &[role])), None);
    }
    let reader = officer("nina", &[Role::Reader]);
    full().passes_by(&full().by("sam").introducing(reader.key), added(reader));
    // What takes something away, one does alone.
    full().passes("sam", changed("rosa", &[Role::Reader]));
}

#[test]
fn roles_are_decided_by_a_security_officer_and_another() {
    let stage = Stage::furnished();
    for (author, officer, rule) in [
        ("rik", "carl", Rule::NotSecurityOfficer),
        ("otto", "carl", Rule::NotSecurityOfficer),
        ("sam", "sam", Rule::AboutOneself),
        ("sam", "nobody", Rule::OfficerNotActive),
    ] {
        stage.refuses(rule, author, changed(officer, &[Role::Auditor, Role::Reader]));
        assert_eq!(tries(&stage, author, charges(officer, &[Role::Auditor])), Some(rule), "{author} about {officer}");
    }
    for roles in [&[][..], &[Role::Reader], &[Role::Reader, Role::Custodian]] {
        stage.refuses(Rule::NotTheseRoles, "sam", changed("carl", roles));
    }
    for roles in [&[][..], &[Role::Reader], &[Role::Auditor, Role::Reader], &[Role::Custodian]] {
        assert_eq!(tries(&stage, "sam", charges("carl", roles)), Some(Rule::NotTheseRoles), "{roles:?}");
    }
    let mut gone = stage;
    gone.play("ada", OfficerDisabled { officer: id("carl") });
    gone.refuses(Rule::OfficerNotActive, "sam", changed("carl", &[Role::Auditor]));
}

#[test]
fn an_officer_has_the_roles_that_were_set_and_stays_a_custodian() {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["ada", "rik"]));
    let fact = changed("rik", &[Role::Auditor]);
    let (after, places) = stage.changes(&stage.by("sam"), fact.clone());
    assert_eq!(
        places,
        [
            "officers.rik.facts.roles",
            "officers.rik.lone_roles.auditor",
            "officers.rik.lone_roles.registrar",
            "officers.rik.roles_decided"
        ]
    );
    let rik = &after.officers[&id("rik")];
    assert_eq!(rik.facts.roles, [Role::Auditor, Role::Custodian].into());
    assert_eq!(rik.given_roles(), [Role::Auditor].into());
    let record = fact.record(&stage.state);
    assert_eq!((record.act(), record.detail["roles"].as_str()), (Some(Act::ChangeRoles), "auditor"));
    assert_eq!(
        (fact.concerns(&after), fact.keys(&id("rik")), fact.under()),
        (Concerns::Officer(&id("rik")), Vec::new(), None)
    );
    // Who gave it alone is listed for the approval: nobody else is told of the other roles.
    let lone: Vec<_> =
        after.lone_rights().into_iter().filter(|right| right.to == id("rik") && right.by == id("sam")).collect();
    assert_eq!(lone.len(), 1, "{lone:?}");
}

#[test]
fn in_the_entry_that_takes_oversight_away_its_key_is_renewed() {
    let mut stage = Stage::furnished();
    stage.play("ada", stage.delivered(KeyName::Oversight, &[1], &["otto", "sam"]));
    let fact = changed("otto", &[Role::Reader]);
    stage.play("ada", fact.clone());
    let parts = |stage: &Stage| fact.parts(&stage.state, &stage.by("ada").context());
    assert_eq!(parts(&stage), Err(Rule::TakenWithoutNewKeys));
    stage.play("ada", Rekeyed { key: KeyName::Oversight, epoch: 2, recipient: Some(recipient()) });
    assert_eq!(parts(&stage), Ok(RequiredParts::none()));
    // Of a charge without that key, nothing is renewed.
    let mut other = Stage::furnished();
    let fact = changed("rosa", &[Role::Reader]);
    other.play("ada", fact.clone());
    assert_eq!(fact.parts(&other.state, &other.by("ada").context()), Ok(RequiredParts::none()));
    assert_eq!(fact.parts(&Default::default(), &other.by("ada").context()), Err(Rule::UnknownKey));
}

#[test]
fn charges_that_take_two_are_given_by_the_yes_of_another_security_officer() {
    let mut stage = full();
    let request = asks(&mut stage, "ada", charges("carl", &[Role::Auditor]));
    assert!(!stage.state.officers[&id("carl")].is(Role::Auditor), "to ask gives nothing");
    stage.refuses(Rule::OwnRequest, "ada", yes(&request));
    for other in ["rik", "otto", "carl"] {
        stage.refuses(Rule::NotSecurityOfficer, other, yes(&request));
        stage.refuses(Rule::NotSecurityOfficer, other, no(&request));
    }
    stage.refuses(Rule::AboutAnother, "sam", withdrawn(&request));
    stage.passes("ada", withdrawn(&request));
    stage.passes("sam", no(&request));
    let (after, _) = stage.changes(&stage.by("sam"), yes(&request));
    let carl = &after.officers[&id("carl")];
    assert_eq!(carl.facts.roles, [Role::Auditor, Role::Reader].into());
    assert_eq!((&carl.admission, carl.lone_roles.len()), (&Admission::Sound, 0), "on the word of two");
    assert_eq!(after.assents[&request].end, Some(End::Granted));
    // About himself nobody answers.
    let about_sam = asks(&mut stage, "ada", charges("sam", &[Role::Auditor]));
    stage.refuses(Rule::AboutOneself, "sam", yes(&about_sam));
    // A reader for the time being is one no more.
    let roles = [Role::Registrar].into();
    let matter = Matter::Roles(RolesMatter { officer: id("carl"), roles, instead_of_reader: true });
    let request = asks(&mut stage, "ada", matter);
    let (after, _) = stage.changes(&stage.by("sam"), yes(&request));
    assert_eq!(after.officers[&id("carl")].facts.roles, [Role::Registrar].into());
}

#[test]
fn a_request_for_charges_is_stale_once_it_was_decided_about_the_roles_or_the_account() {
    let mut stage = full();
    let request = asks(&mut stage, "ada", charges("carl", &[Role::Auditor]));
    let second = asks(&mut stage, "ada", charges("carl", &[Role::Registrar]));
    let other = asks(&mut stage, "ada", charges("bea", &[Role::Registrar]));
    stage.play("sam", yes(&second));
    stage.refuses(Rule::RequestStale, "sam", yes(&request));
    stage.passes("sam", no(&request));
    stage.passes("sam", yes(&other));
    stage.play("ada", OfficerDisabled { officer: id("bea") });
    stage.refuses(Rule::RequestStale, "sam", yes(&other));
    let mut left = full();
    let request = asks(&mut left, "ada", charges("carl", &[Role::Auditor]));
    left.state.officers.get_mut(&id("ada")).expect("the stage has that officer").facts.status = AccountStatus::Disabled;
    left.refuses(Rule::RequesterNotInCharge, "sam", yes(&request));
}

/// One security officer lets a puppet in and has it charged: by himself, or by the puppet.
#[test]
fn no_puppet_says_yes_to_the_charges_of_another() {
    let mut stage = Stage::furnished();
    stage.admit("puppet", &[Role::SecurityOfficer]);
    let mut stage = stage.with_four_eyes();
    for (asked, agrees) in [("ada", "puppet"), ("puppet", "ada")] {
        let request = asks(&mut stage, asked, charges("carl", &[Role::SecurityOfficer]));
        stage.refuses(Rule::OneWord, agrees, yes(&request));
        stage.passes("sam", yes(&request));
    }
    // Whom two have charged is the puppet of neither.
    let request = asks(&mut stage, "ada", charges("carl", &[Role::SecurityOfficer]));
    stage.play("sam", yes(&request));
    let next = asks(&mut stage, "ada", charges("bea", &[Role::Auditor]));
    stage.passes("carl", yes(&next));
}

/// Anyone who made the keys of another could act as him: a charge would be his.
#[test]
fn nobody_is_charged_whose_keys_another_chose() {
    let mut stage = full();
    let nina = officer("nina", &[Role::Reader]);
    let by = stage.by("ada").introducing(nina.key);
    stage.play_by(&by, given(nina));
    let request = asks(&mut stage, "ada", charges("nina", &[Role::SecurityOfficer]));
    stage.refuses(Rule::NotOwnKeys, "sam", yes(&request));
    stage.passes("sam", no(&request));
    let renewed = stage.renewed("nina");
    let by = stage.by("nina").introducing(renewed.keys.key);
    stage.play_by(&by, renewed);
    stage.passes("sam", yes(&request));
}

#[test]
fn under_the_full_rules_the_founder_alone_lets_a_second_security_officer_in_and_once() {
    let founded = Stage::bare().with_four_eyes();
    let charged = |name: &str, roles: &[Role]| {
        let new = officer(name, roles);
        (founded.by("ada").introducing(new.key), added(new))
    };
    let (by, fact) = charged("sam", &[Role::SecurityOfficer, Role::Auditor]);
    founded.refuses_by(Rule::TakesTwo, &by, fact);
    let mut stage = founded.clone();
    stage.admit("sam", &[Role::SecurityOfficer]);
    assert!(matches!(&stage.state.officers[&id("sam")].admission, Admission::Second(alone) if alone.by == id("ada")));
    let third = officer("nina", &[Role::SecurityOfficer]);
    stage.refuses_by(Rule::TakesTwo, &stage.by("ada").introducing(third.key), added(third.clone()));
    // Nor once the second has lost his charge, or his account.
    let mut taken = stage.clone();
    taken.play("ada", changed("sam", &[Role::Reader]));
    taken.refuses(Rule::TakesTwo, "ada", changed("sam", &[Role::SecurityOfficer]));
    stage.play("ada", OfficerDisabled { officer: id("sam") });
    for stage in [taken, stage] {
        stage.refuses_by(Rule::TakesTwo, &stage.by("ada").introducing(third.key), added(third.clone()));
    }
    // He may have been let in as a reader before.
    let mut reader = founded;
    reader.admit("sam", &[Role::Reader]);
    reader.play("ada", changed("sam", &[Role::SecurityOfficer]));
    assert!(matches!(&reader.state.officers[&id("sam")].admission, Admission::Second(_)));
}

#[test]
fn lost_keys_are_replaced_by_two_under_the_full_rules() {
    let mut stage = full();
    let alone = stage.reissued("bea");
    stage.refuses_by(Rule::TakesTwo, &stage.by("sam").introducing(alone.keys.key), alone);
    let of = lost("bea");
    let request = asks(&mut stage, "ada", Matter::Reissue(of.clone()));
    let before = stage.state.officers[&id("bea")].clone();
    assert_eq!(stage.state.author(of.keys.key), None, "until the yes they are nobody's");
    let brought = |author: &str| stage.by(author).introducing(of.keys.key);
    stage.refuses_by(Rule::OwnRequest, &brought("ada"), yes(&request));
    stage.refuses_by(Rule::NotSecurityOfficer, &brought("rik"), yes(&request));
    stage.refuses(Rule::AuthorNotIntroduced, "sam", yes(&request));
    stage.refuses_by(Rule::AuthorNotIntroduced, &stage.by("sam").introducing(signer().key_id()), yes(&request));
    stage.passes("sam", no(&request));
    stage.passes("ada", withdrawn(&request));
    let (after, _) = stage.changes(&brought("sam"), yes(&request));
    let bea = &after.officers[&id("bea")];
    assert!(bea.key == of.keys.key && bea.recipient == of.keys.recipient && bea.had(before.key) && bea.comes_back());
    assert_eq!(bea.admission, before.admission, "whose word he is on is as it was");
    let parts = yes(&request).parts(&after, &brought("sam").context()).expect("its entry breaks no rule");
    assert_eq!(parts, RequiredParts { renews: Some(before.key), ..RequiredParts::introduces(of.keys.key) });
    let parts = no(&request).parts(&after, &stage.by("sam").context()).expect("its entry breaks no rule");
    assert_eq!(parts, RequiredParts::none());
}

#[test]
fn other_keys_are_asked_for_as_they_are_given() {
    let stage = full();
    let of = lost("bea");
    let tries = |author: &str, of: ReissueMatter| tries(&stage, author, Matter::Reissue(of));
    assert_eq!(tries("sam", of.clone()), None);
    assert_eq!(tries("rik", of.clone()), Some(Rule::NotSecurityOfficer));
    assert_eq!(tries("sam", lost("sam")), Some(Rule::AboutOneself));
    assert_eq!(tries("sam", lost("nobody")), Some(Rule::OfficerNotActive));
    let elsewhere = ReissueMatter { officer: id("carl"), ..of.clone() };
    assert_eq!(tries("sam", elsewhere), Some(Rule::KeysNotProven), "made for another");
    let unsigned = ReissueMatter { signs: signer().verifying_key().clone(), ..of.clone() };
    assert_eq!(tries("sam", unsigned), Some(Rule::KeysNotProven), "without the key that signs");
    let rik = stage.state.officers[&id("rik")].recipient.clone();
    let taken = ReissueMatter { keys: NewKeys { recipient: rik, ..of.keys.clone() }, ..of.clone() };
    assert_eq!(tries("sam", taken), Some(Rule::KeyOfAnother));
    let readable = ReissueMatter { keys: NewKeys { recipient: classic(), ..of.keys.clone() }, ..of };
    assert_eq!(tries("sam", readable), Some(Rule::RecipientNotPostQuantum));
}

#[test]
fn other_keys_are_not_given_once_it_was_decided_otherwise() {
    let mut stage = full();
    let (of, second) = (lost("bea"), lost("bea"));
    let request = asks(&mut stage, "ada", Matter::Reissue(of.clone()));
    let other = asks(&mut stage, "sam", Matter::Reissue(second.clone()));
    let brought = |stage: &Stage, author: &str, of: &ReissueMatter| stage.by(author).introducing(of.keys.key);
    let mut renewed = stage.clone();
    let own = renewed.renewed("bea");
    let by = renewed.by("bea").introducing(own.keys.key);
    renewed.play_by(&by, own);
    renewed.refuses_by(Rule::RequestStale, &brought(&renewed, "sam", &of), yes(&request));
    let mut gone = stage.clone();
    gone.play("ada", OfficerDisabled { officer: id("bea") });
    gone.refuses_by(Rule::RequestStale, &brought(&gone, "sam", &of), yes(&request));
    let by = brought(&stage, "ada", &second);
    stage.play_by(&by, yes(&other));
    stage.refuses_by(Rule::RequestStale, &brought(&stage, "sam", &of), yes(&request));
    // The keys are somebody else's meanwhile.
    let mut taken = full();
    let of = lost("bea");
    let request = asks(&mut taken, "ada", Matter::Reissue(of.clone()));
    let mut record = officer("nina", &[Role::Reader]);
    record.recipient = of.keys.recipient.clone();
    let by = taken.by("ada").introducing(record.key);
    taken.play_by(&by, added(record));
    taken.refuses_by(Rule::RequestStale, &brought(&taken, "sam", &of), yes(&request));
}

/// One security officer gives another keys that he made himself, and has both the request and the yes.
#[test]
fn an_officer_who_has_other_keys_on_the_word_of_one_is_no_second_for_that_one() {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["ada", "rik"]));
    let fact = stage.reissued("sam");
    let by = stage.by("ada").introducing(fact.keys.key);
    stage.play_by(&by, fact);
    let sam = &stage.state.officers[&id("sam")];
    assert!(matches!(&sam.admission, Admission::OneWord(alone) if alone.by == id("ada")));
    assert!(sam.lone_roles.contains_key(&Role::SecurityOfficer), "his charge is listed for the approval");
    let mut stage = stage.with_four_eyes();
    for (asked, agrees) in [("ada", "sam"), ("sam", "ada")] {
        let request = asks(&mut stage, asked, charges("carl", &[Role::Auditor]));
        stage.refuses(Rule::OneWord, agrees, yes(&request));
    }
    // Nor where each of two has let the other in again.
    let mut both = Stage::furnished();
    for (author, name) in [("ada", "sam"), ("sam", "ada")] {
        let fact = both.reissued(name);
        let by = both.by(author).introducing(fact.keys.key);
        both.play_by(&by, fact);
    }
    both.admit("nina", &[Role::SecurityOfficer]);
    let mut both = both.with_four_eyes();
    for (asked, agrees) in [("ada", "sam"), ("sam", "ada"), ("nina", "sam"), ("sam", "nina")] {
        let request = asks(&mut both, asked, charges("carl", &[Role::Auditor]));
        both.refuses(Rule::OneWord, agrees, yes(&request));
    }
}

#[test]
fn each_step_about_charges_and_other_keys_says_what_is_asked_for() {
    let mut stage = full();
    let of = charges("carl", &[Role::Auditor, Role::Registrar]);
    let request = asks(&mut stage, "ada", of.clone());
    let keys = Matter::Reissue(lost("carl"));
    let other = asks(&mut stage, "ada", keys.clone());
    let steps = |request: &AssentId, of: Matter| -> [Event; 4] {
        [
            Asked { request: request.clone(), matter: of }.into(),
            yes(request).into(),
            no(request).into(),
            withdrawn(request).into(),
        ]
    };
    let acts = [
        [Act::RequestRoles, Act::GiveRoles, Act::RefuseRoles, Act::RecallRoles],
        [Act::RequestReissue, Act::ReissueIdentity, Act::RefuseReissue, Act::RecallReissue],
    ];
    for ((request, of), acts) in [(request, of), (other, keys)].into_iter().zip(acts) {
        for (fact, act) in steps(&request, of).into_iter().zip(acts) {
            let record = fact.record(&stage.state);
            assert_eq!(record.act(), Some(act));
            assert_eq!(
                (record.detail["officer"].as_str(), record.detail["request"].as_str()),
                ("carl", request.as_str())
            );
            assert_eq!(
                record.detail.get("roles").map(String::as_str),
                (act.as_str().ends_with("roles")).then_some("registrar auditor")
            );
            assert_eq!(fact.concerns(&stage.state), Concerns::Officer(&id("carl")));
        }
    }
}

/// What is asked for here, with everything that it can say.
pub fn examples() -> Vec<Event> {
    vec![
        Asked { request: fresh(), matter: charges("carl", &[Role::Auditor]) }.into(),
        Asked { request: fresh(), matter: Matter::Reissue(lost("bea")) }.into(),
        changed("carl", &[Role::Auditor]).into(),
    ]
}
