//! Custody: who shares it, and who uses it.

use std::collections::BTreeSet;

use policy::{AccountStatus, Role};
use registry::assents::{Answer, Matter};
use registry::custody::{CarriedOver, CustodyUse, Encoded, ForPairs, SharingMatter, Terms, Whom};
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::keys::KeyName;
use registry::people::RolesMatter;
use registry::system::Right;
use registry::{AssentId, ForgedRule as Rule, OfficerId};
use seal::Signer;

use super::facts::{AtRandom, key, names, person};
use super::stage::*;

pub fn terms(threshold: u8, custodians: &[&str]) -> Terms {
    Terms { threshold, custodians: custodians.iter().map(|name| id(name)).collect(), waiting_hours: 0 }
}

pub fn shared(threshold: u8, custodians: &[&str]) -> CustodyShared {
    CustodyShared { terms: terms(threshold, custodians), over: over("ada") }
}

pub fn sharing(stage: &Stage, by: &str, threshold: u8, custodians: &[&str]) -> Matter {
    Matter::CustodySharing(SharingMatter {
        terms: terms(threshold, custodians),
        replaces: stage.state.custody.epoch(),
        threshold: stage.state.custody.threshold(),
        over: over(by),
    })
}

pub fn over(carrier: &str) -> CarriedOver {
    CarriedOver { carrier: id(carrier), keys: Vec::new() }
}

pub fn asked(request: &AssentId, matter: Matter) -> Asked {
    Asked { request: request.clone(), matter }
}

pub fn yes(request: &AssentId) -> Answered {
    Answered { request: request.clone(), answer: Answer::Yes }
}

pub fn no(request: &AssentId) -> Answered {
    Answered { request: request.clone(), answer: Answer::No }
}

pub fn stop(request: &AssentId) -> Answered {
    Answered { request: request.clone(), answer: Answer::Withdrawn }
}

/// Two of sam, rik and otto, with the key of SECRET put into custody again. Rosa may have it, and lacks it.
pub fn of_three() -> Stage {
    let mut stage = shared_among_three();
    renewed(&mut stage);
    stage
}

fn shared_among_three() -> Stage {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["sam", "rik", "otto"]));
    let deposit = Deposited { key: stage.secret_key(), epochs: vec![1] };
    stage.play("rik", deposit);
    stage
}

/// As if all keys had been made since custody was shared: those from before are due.
pub fn renewed(stage: &mut Stage) {
    for chain in stage.state.keys.values_mut() {
        for number in chain.numbers().collect::<Vec<_>>() {
            chain.get_mut(number).expect("an epoch of it").exposed = false;
        }
    }
}

pub fn for_officer(stage: &Stage, carrier: &str, officer: &str) -> CustodyUse {
    CustodyUse {
        whom: Whom::Officer(id(officer)),
        carrier: id(carrier),
        keys: vec![(stage.secret_key(), vec![1])],
        pairs: Vec::new(),
        sharing: stage.state.custody.epoch(),
        threshold: stage.state.custody.threshold(),
        motive: Encoded(vec![7]),
    }
}

pub fn delivered(stage: &Stage, request: &AssentId, officer: &str) -> CustodyCarriedOut {
    let delivered = vec![stage.delivered(stage.secret_key(), &[1], &[officer])];
    CustodyCarriedOut { request: request.clone(), delivered }
}

/// Asked for by sam for rosa, agreed to by these.
pub fn granted(stage: &mut Stage, custodians: &[&str]) -> AssentId {
    let request = fresh();
    let matter = Matter::Custody(for_officer(stage, "sam", "rosa"));
    stage.play("sam", asked(&request, matter));
    for custodian in custodians {
        stage.play(custodian, yes(&request));
    }
    request
}

#[test]
fn a_vault_of_one_person_has_one_custodian_who_shares_it_again_by_himself_in_an_exercise() {
    let stage = Stage::furnished();
    let now = stage.state.custody.now().expect("it was shared");
    assert_eq!((&now.terms, stage.state.custody.epoch()), (&terms(1, &["ada"]), 1));
    stage.refuses(Rule::NotCustodian, "sam", shared(1, &["sam"]));
    stage.clone().with_four_eyes().refuses(Rule::TakesTwo, "ada", shared(2, &["ada", "sam"]));
    for (threshold, custodians) in [(0, &["sam"][..]), (2, &["sam"]), (1, &[])] {
        stage.refuses(Rule::NotAShareSet, "ada", shared(threshold, custodians));
    }
    let endless = CustodyShared { terms: Terms { waiting_hours: 721, ..terms(1, &["sam"]) }, over: over("ada") };
    stage.refuses(Rule::NotAShareSet, "ada", endless);
    stage.refuses(Rule::OfficerNotActive, "ada", shared(1, &["nobody"]));

    let (after, places) = stage.changes(&stage.by("ada"), shared(2, &["sam", "rik", "otto"]));
    assert!(places.contains(&"custody.sharings".to_owned()), "{places:?}");
    assert_eq!(after.custody.epoch(), 2);
    let custodians: Vec<&OfficerId> =
        after.officers.iter().filter(|(_, officer)| officer.is(Role::Custodian)).map(|(id, _)| id).collect();
    assert_eq!(custodians, [&id("otto"), &id("rik"), &id("sam")], "the role follows the sharing");
    // From then on it takes those who are custodians now.
    let stage = Stage { state: after, ..stage };
    stage.refuses(Rule::NotCustodian, "ada", shared(1, &["ada"]));
    stage.refuses(Rule::TakesTwo, "sam", shared(1, &["sam"]));
}

#[test]
fn who_shares_custody_alone_carries_it_over_himself_and_the_entry_needs_no_part() {
    let stage = Stage::furnished();
    let of_another = CustodyShared { terms: terms(1, &["sam"]), over: over("sam") };
    stage.refuses(Rule::AboutAnother, "ada", of_another);
    let keys = vec![(stage.secret_key(), vec![1])];
    let nobodys = CarriedOver { carrier: id("ada"), keys };
    stage.refuses(Rule::CustodyNotAsked, "ada", CustodyShared { terms: terms(1, &["sam"]), over: nobodys });

    let (fact, by) = (Event::from(shared(2, &["sam", "rik", "otto"])), stage.by("ada"));
    let (after, _) = stage.changes(&by, fact.clone());
    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts::none()), "keys are dealt by later entries");
    assert_eq!((fact.keys(&id("sam")), fact.under()), (Vec::new(), None));
    assert_eq!(fact.concerns(&after), Concerns::Nobody);
    let record = serde_json::to_value(fact.record(&stage.state)).expect("plain data").to_string();
    for said in ["otto rik sam", "threshold", "custody"] {
        assert!(record.contains(said), "{said}: {record}");
    }
    let alone = after.custody.now().expect("it was shared").alone.as_ref();
    assert_eq!(alone.map(|alone| &alone.by), Some(&id("ada")), "that one person decided is remembered");
}

#[test]
fn once_the_system_is_approved_each_custodian_is_one_on_a_word_of_his_own() {
    let words = |stage: &Stage, threshold: u8, custodians: &[&str]| -> Vec<String> {
        let terms = terms(threshold, custodians);
        let told = stage.state.few_words(&terms).into_iter().map(|(by, of)| {
            let of: Vec<&str> = of.iter().map(|custodian| custodian.as_str()).collect();
            format!("{by}: {}", of.join(" "))
        });
        told.collect()
    };
    // Ada founded it and let everybody in; sam, the second security officer, is one on a word of his own.
    let mut stage = Stage::furnished();
    for (threshold, custodians, told) in [
        (2, &["ada", "sam"][..], &[][..]),
        (2, &["ada", "sam", "rik"], &["ada: ada rik"]),
        (3, &["otto", "sam", "rik"], &["ada: otto rik"]),
        (1, &["ada", "rik"], &[]),
    ] {
        assert_eq!(words(&stage, threshold, custodians), told, "{threshold} of {custodians:?}");
    }
    stage.passes("ada", shared(2, &["ada", "rik"]));
    stage.play("ada", shared(2, &["ada", "sam", "rik"]));
    let mut founded = stage.clone().with_four_eyes();
    founded.admit("kim", &[Role::Reader]);
    founded.passes("ada", asked(&fresh(), sharing(&founded, "ada", 2, &["ada", "kim"])));
    // The approval lists who is there on one word, and confirms them.
    let request: AssentId = fresh();
    let approval = stage.approval();
    assert!(approval.rights.iter().any(|right| right.to == id("rik") && right.right == Right::Admission {}));
    stage.play("ada", asked(&request, Matter::Approval(approval)));
    stage.play("sam", yes(&request));
    assert_eq!(words(&stage, 2, &["ada", "sam", "rik"]), [""; 0]);
    for puppet in ["kim", "nina"] {
        stage.admit(puppet, &[Role::Reader]);
    }
    for custodians in [&["ada", "kim"][..], &["kim", "nina"], &["sam", "rik", "kim", "nina"], &["ada", "sam", "kim"]] {
        stage.refuses(Rule::CustodyOnFewWords, "sam", asked(&fresh(), sharing(&stage, "sam", 2, custodians)));
    }
    stage.passes("sam", asked(&fresh(), sharing(&stage, "sam", 2, &["sam", "rik", "kim"])));
    // To whom two give a charge is one on the word of two.
    let request: AssentId = fresh();
    let roles = RolesMatter { officer: id("kim"), roles: [Role::Registrar].into(), instead_of_reader: false };
    stage.play("ada", asked(&request, Matter::Roles(roles)));
    stage.play("sam", yes(&request));
    stage.passes("sam", asked(&fresh(), sharing(&stage, "sam", 2, &["ada", "sam", "kim"])));
}

/// What a security officer did by himself: another custodian, and the true one handed everything over at his next unlock.
#[test]
fn a_security_officer_who_adds_a_custodian_of_his_own_gets_nothing_and_shares_nothing() {
    let mut stage = of_three();
    let puppet = officer("puppet", &[Role::Custodian, Role::SecurityOfficer]);
    let by = stage.by("sam").introducing(puppet.key);
    stage.play_by(&by, added(puppet));
    assert!(!stage.state.is_custodian(&id("puppet")), "a role is no share");
    let request = fresh();
    stage.play("puppet", asked(&request, sharing(&stage, "puppet", 1, &["puppet"])));
    stage.refuses(Rule::NotCustodian, "puppet", yes(&request));
    stage.play("sam", yes(&request));
    stage.refuses(Rule::AssentedTwice, "sam", yes(&request));
    assert_eq!(stage.state.custody.epoch(), 2, "one custodian of two that it takes");
    // Nor by delivering what he does not know.
    for author in ["sam", "otto", "puppet"] {
        stage.refuses(Rule::DeliveredWithoutHolding, author, stage.delivered(stage.secret_key(), &[1], &["rosa"]));
    }
    // Nor by a use that he agrees to himself.
    let request = fresh();
    stage.play("puppet", asked(&request, Matter::Custody(for_officer(&stage, "puppet", "rosa"))));
    stage.refuses(Rule::NotCustodian, "puppet", yes(&request));
    stage.refuses(Rule::CustodyTooFew, "puppet", delivered(&stage, &request, "rosa"));
}

#[test]
fn custody_is_shared_again_by_the_yes_of_as_many_custodians_as_it_takes() {
    let mut stage = of_three();
    let request = fresh();
    stage.refuses(Rule::NotCustodian, "bea", asked(&request, sharing(&stage, "bea", 2, &["sam", "bea"])));
    stage.refuses(Rule::NotAShareSet, "sam", asked(&request, sharing(&stage, "sam", 3, &["sam", "bea"])));
    let stale = Matter::CustodySharing(SharingMatter {
        terms: terms(1, &["sam"]),
        replaces: 1,
        threshold: 2,
        over: over("sam"),
    });
    stage.refuses(Rule::RequestStale, "sam", asked(&request, stale));
    let cheap = Matter::CustodySharing(SharingMatter {
        terms: terms(1, &["sam"]),
        replaces: 2,
        threshold: 1,
        over: over("sam"),
    });
    stage.refuses(Rule::RequestStale, "sam", asked(&request, cheap));

    stage.play("ada", asked(&request, sharing(&stage, "ada", 2, &["sam", "otto", "bea"])));
    stage.refuses(Rule::NotCustodian, "ada", yes(&request));
    let other = fresh();
    stage.play("sam", asked(&other, sharing(&stage, "sam", 2, &["sam", "otto"])));
    stage.play("rik", yes(&request));
    let (lying, _) = stage.state.lying_in_custody();
    stage.play("otto", yes(&request));
    assert_eq!((stage.state.custody.epoch(), lying), (3, 1));
    assert_eq!(stage.state.lying_in_custody().0, 0, "what lay there lies under shares that are worthless now");
    stage.refuses(Rule::RequestOver, "sam", yes(&request));
    stage.refuses(Rule::RequestStale, "otto", yes(&other));
    assert!(!stage.state.is_custodian(&id("rik")));
    // The same key is put there again, and once.
    let deposit = Deposited { key: stage.secret_key(), epochs: vec![1] };
    stage.play("rik", deposit.clone());
    stage.refuses(Rule::DepositedTwice, "rik", deposit);
}

/// What nobody holds would be lost with the old shares: the officer who asks for the sharing carries it over, and that alone.
#[test]
fn what_nobody_holds_is_carried_over_by_the_asker_and_nothing_else_is() {
    let mut stage = of_three();
    let secret = stage.secret_key();
    let with = |stage: &Stage, keys| {
        let Matter::CustodySharing(matter) = sharing(stage, "ada", 2, &["sam", "otto"]) else { unreachable!() };
        Matter::CustodySharing(SharingMatter { over: CarriedOver { carrier: id("ada"), keys }, ..matter })
    };
    let request = fresh();
    let held = with(&stage, vec![(secret.clone(), vec![1])]);
    stage.refuses(Rule::CustodyNotAsked, "ada", asked(&request, held.clone()));
    stage.refuses(Rule::DeliveredWithoutHolding, "ada", Deposited { key: secret.clone(), epochs: vec![1] });
    // Bea and rik were given it or made it; with them nobody holds it any more.
    for officer in ["bea", "rik"] {
        stage.play("ada", MemberRemoved { dossier: stage.dossier.clone(), officer: id(officer) });
    }
    stage.refuses(Rule::AboutAnother, "sam", asked(&request, held.clone()));
    for wrong in [vec![(secret.clone(), vec![])], vec![(secret.clone(), vec![1, 1])], vec![(secret.clone(), vec![2])]] {
        stage.refuses(Rule::CustodyNotAsked, "ada", asked(&request, with(&stage, wrong)));
    }
    stage.play("ada", asked(&request, held));
    let parts = |stage: &Stage| {
        yes(&request).parts(&stage.state, &stage.by("otto").context()).expect("its entry breaks no rule").officers
    };
    assert_eq!(parts(&stage), [stage.state.officers[&id("ada")].key].into(), "his yes hands over his share");
    stage.play("otto", yes(&request));
    stage.play("sam", yes(&request));
    assert_eq!(parts(&stage), [stage.state.officers[&id("ada")].key].into(), "also of the last, who may be none now");
    assert!(stage.state.is_due(&secret, stage.now, None), "ada could have kept it");
    let deposit = Deposited { key: secret.clone(), epochs: vec![1] };
    stage.refuses(Rule::DeliveredWithoutHolding, "otto", deposit.clone());
    stage.play("ada", deposit.clone());
    stage.refuses(Rule::DeliveredWithoutHolding, "ada", deposit);
}

#[test]
fn under_the_full_rules_a_sole_custodian_takes_another_with_him_and_custody_two() {
    let stage = Stage::furnished().with_four_eyes();
    let request = fresh();
    stage.refuses(Rule::CustodyOfOne, "ada", asked(&request, sharing(&stage, "ada", 1, &["sam"])));
    let mut stage = stage;
    stage.play("ada", asked(&request, sharing(&stage, "ada", 2, &["ada", "sam", "rik"])));
    stage.refuses(Rule::OwnRequest, "ada", yes(&request));
    stage.refuses(Rule::NotCustodian, "rik", yes(&request));
    stage.refuses(Rule::NotCustodian, "rik", no(&request));
    stage.passes("sam", no(&request));
    stage.play("sam", yes(&request));
    assert_eq!(stage.state.custody.epoch(), 2);
}

#[test]
fn a_use_is_asked_for_by_those_who_may_for_keys_that_lie_in_custody_and_are_due_to_somebody() {
    let stage = of_three();
    let of = for_officer(&stage, "sam", "rosa");
    let ask = |of: &CustodyUse| asked(&fresh(), Matter::Custody(of.clone()));
    for author in ["sam", "rik", "otto", "ada", "rosa"] {
        stage.passes(author, ask(&CustodyUse { carrier: id(author), ..of.clone() }));
    }
    stage.refuses(Rule::NotCustodian, "bea", ask(&CustodyUse { carrier: id("bea"), ..of.clone() }));
    stage.refuses(Rule::AboutAnother, "rosa", ask(&of));
    let keys = |keys| CustodyUse { keys, ..of.clone() };
    stage.refuses(Rule::SaysNothing, "sam", ask(&keys(vec![])));
    let secret = stage.secret_key();
    for wrong in [
        vec![(secret.clone(), vec![])],
        vec![(secret.clone(), vec![2])],
        vec![(secret.clone(), vec![1, 1])],
        vec![(secret.clone(), vec![1]), (secret.clone(), vec![1])],
        // Not in custody as it is shared now.
        vec![(KeyName::Class(stage.low.clone()), vec![1])],
        vec![(KeyName::Vault, vec![1])],
    ] {
        stage.refuses(Rule::CustodyNotAsked, "sam", ask(&keys(wrong)));
    }
    // Bea has it, carl may not have it.
    for whom in ["bea", "carl", "nobody"] {
        stage.refuses(Rule::CustodyNotAsked, "sam", ask(&CustodyUse { whom: Whom::Officer(id(whom)), ..of.clone() }));
    }
    stage.refuses(Rule::RequestStale, "sam", ask(&CustodyUse { sharing: 1, ..of.clone() }));
    stage.refuses(Rule::RequestStale, "sam", ask(&CustodyUse { threshold: 1, ..of.clone() }));
    let dossier = CustodyUse { whom: Whom::Dossier(stage.dossier.clone()), ..of.clone() };
    stage.passes("sam", ask(&dossier));
    stage.passes("ada", ask(&CustodyUse { carrier: id("ada"), ..dossier.clone() }));
    stage.refuses(Rule::CustodyNotAsked, "sam", ask(&CustodyUse { whom: Whom::Dossier(fresh()), ..dossier }));
    let mut few = stage;
    few.play("ada", OfficerDisabled { officer: id("rik") });
    few.passes("sam", ask(&of));
    // Nobody takes custodians away until too few are left: then custody could not even be shared again.
    few.refuses(Rule::CustodyNotSound, "ada", OfficerDisabled { officer: id("otto") });
    few.state.officers.get_mut(&id("otto")).expect("the stage has that officer").facts.status = AccountStatus::Disabled;
    few.refuses(Rule::CustodyNotSound, "sam", ask(&of));
}

#[test]
fn a_custodian_on_whom_custody_depends_renews_no_keys_while_it_alone_has_a_key() {
    let mut stage = of_three();
    let renewal = |stage: &Stage| {
        let fact = stage.renewed("sam");
        (stage.by("sam").introducing(fact.keys.key), fact)
    };
    let secret = stage.secret_key();
    // What is looked at is one key: that others lie in custody as well changes nothing.
    for (_, chain) in stage.state.keys.iter_mut().filter(|(key, _)| **key != secret) {
        for number in chain.numbers().collect::<Vec<_>>() {
            chain.get_mut(number).expect("an epoch of it").custody = 0;
        }
    }
    let alone = |stage: &mut Stage| {
        let chain = stage.state.keys.get_mut(&secret).expect("the stage has that key");
        chain.get_mut(1).expect("its first epoch").known_to.clear();
    };
    let mut three = stage.clone();
    alone(&mut three);
    let (by, fact) = renewal(&three);
    three.passes_by(&by, fact);
    // With otto gone it takes both who are left: as long as somebody else holds the key, nothing depends on them.
    stage.state.officers.get_mut(&id("otto")).expect("the stage has that officer").facts.status =
        AccountStatus::Disabled;
    let (by, fact) = renewal(&stage);
    stage.passes_by(&by, fact);
    alone(&mut stage);
    let (by, fact) = renewal(&stage);
    stage.refuses_by(Rule::CustodyNotSound, &by, fact);
}

#[test]
fn a_use_is_carried_out_by_the_asker_once_enough_custodians_agreed() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik"]);
    let fact = delivered(&stage, &request, "rosa");
    stage.refuses(Rule::CustodyTooFew, "sam", fact.clone());
    stage.play("otto", yes(&request));
    stage.refuses(Rule::AboutAnother, "rik", fact.clone());
    stage.refuses(Rule::UnknownRequest, "sam", delivered(&stage, &fresh(), "rosa"));
    let by = stage.by("sam");
    let (after, places) = stage.changes(&by, fact.clone());
    let asked = stage.state.assents[&request].index;
    let expected = ["assents.*.steps".to_owned(), format!("custody.carried_out.{asked}"), "keys".to_owned()];
    assert_eq!(places.into_iter().collect::<BTreeSet<_>>(), expected.into());
    assert!(after.keys[&stage.secret_key()].get(1).expect("the key has that epoch").was_given_to(&id("rosa")));
    assert_eq!(
        fact.parts(&after, &by.context()),
        Ok(RequiredParts { officers: [after.officers[&id("rosa")].key].into(), ..RequiredParts::none() })
    );
    assert_eq!((fact.keys(&id("rosa")), fact.keys(&id("sam"))), (vec![(stage.secret_key(), 1)], vec![]));
    assert_eq!(fact.concerns(&after), Concerns::Officer(&id("rosa")));
    assert_eq!(fact.record(&stage.state).detail["officers"], "rosa");
    let mut stage = Stage { state: after, ..stage };
    stage.index += 1;
    stage.refuses(Rule::CustodyUsedTwice, "sam", fact);
    stage.refuses(Rule::RequestOver, "otto", stop(&request));
}

#[test]
fn a_yes_has_a_part_for_its_carrier_and_a_no_has_none() {
    let mut stage = of_three();
    let request = granted(&mut stage, &[]);
    let parts = |fact: &Answered| {
        fact.parts(&stage.state, &stage.by("rik").context()).expect("its entry breaks no rule").officers
    };
    assert_eq!(parts(&yes(&request)), [stage.state.officers[&id("sam")].key].into());
    assert!(parts(&no(&request)).is_empty() && parts(&stop(&request)).is_empty());
}

#[test]
fn what_is_delivered_is_what_was_asked_for_and_goes_to_whom_it_was_asked_for() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik", "otto"]);
    let of = |key: KeyName, epochs: &[u32], officers: &[&str]| CustodyCarriedOut {
        request: request.clone(),
        delivered: vec![stage.delivered(key, epochs, officers)],
    };
    let secret = stage.secret_key();
    let low = KeyName::Class(stage.low.clone());
    for (fact, rule) in [
        (of(secret.clone(), &[2], &["rosa"]), Rule::CustodyNotAsked),
        (of(low, &[1], &["rosa"]), Rule::CustodyNotAsked),
        (of(secret.clone(), &[1], &["remi"]), Rule::CustodyNotAsked),
        (of(secret.clone(), &[1], &["rosa", "remi"]), Rule::CustodyNotAsked),
        (of(secret.clone(), &[1, 1], &["rosa"]), Rule::DeliveredTwice),
        (of(secret.clone(), &[], &["rosa"]), Rule::SaysNothing),
        (of(secret.clone(), &[1], &[]), Rule::SaysNothing),
        (CustodyCarriedOut { request: request.clone(), delivered: vec![] }, Rule::SaysNothing),
    ] {
        stage.refuses(rule, "sam", fact);
    }
    // What she lost meanwhile, she does not get; what she got, she does not get again.
    let mut lost = stage.clone();
    lost.play("ada", MemberRemoved { dossier: stage.dossier.clone(), officer: id("rosa") });
    lost.refuses(Rule::DeliveredToStranger, "sam", delivered(&lost, &request, "rosa"));
    let mut got = stage.clone();
    got.play("rik", got.delivered(got.secret_key(), &[1], &["rosa"]));
    got.refuses(Rule::DeliveredTwice, "sam", delivered(&got, &request, "rosa"));
}

#[test]
fn a_custodian_who_is_disabled_or_none_any_more_between_yes_and_use_counts_no_more() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik", "otto"]);
    let fact = delivered(&stage, &request, "rosa");
    stage.passes("sam", fact.clone());
    let mut disabled = stage.clone();
    disabled.play("ada", OfficerDisabled { officer: id("otto") });
    disabled.refuses(Rule::CustodyTooFew, "sam", fact.clone());
    // Shared again meanwhile: the old shares are worthless, even of those who are custodians still.
    let again = fresh();
    stage.play("sam", asked(&again, sharing(&stage, "sam", 2, &["sam", "rik", "otto", "bea"])));
    stage.play("sam", yes(&again));
    stage.play("rik", yes(&again));
    stage.refuses(Rule::RequestStale, "sam", fact);
}

/// Custody goes on, and what lies in it is dealt to the new keys: the old ones may be known to somebody.
#[test]
fn a_custodian_who_makes_himself_other_keys_stays_one_and_is_dealt_his_shares_again() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik", "otto"]);
    let fact = delivered(&stage, &request, "rosa");
    let renewed = stage.renewed("otto");
    let by = stage.by("otto").introducing(renewed.keys.key);
    stage.play_by(&by, renewed);
    assert!(stage.state.is_custodian(&id("otto")));
    assert_eq!((stage.state.custody.epoch(), stage.state.lying_in_custody().0), (3, 0));
    stage.refuses(Rule::RequestStale, "sam", fact);
    let circle = stage.state.circle().expect("custody is sound");
    assert!(circle.members.iter().flatten().any(|(key, _)| *key == stage.state.officers[&id("otto")].key));
    stage.passes("rik", Deposited { key: stage.secret_key(), epochs: vec![1] });
    // To whom others gave new ones, he is none.
    let reissued = stage.reissued("otto");
    let by = stage.by("ada").introducing(reissued.keys.key);
    stage.play_by(&by, reissued);
    assert!(!stage.state.is_custodian(&id("otto")));
}

/// Else a security officer who gives new keys for lost ones could make himself as many custodians as he likes.
#[test]
fn a_custodian_to_whom_other_keys_were_given_is_none_until_custody_is_shared_again() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik", "otto"]);
    let fact = delivered(&stage, &request, "rosa");
    let sharing = asked(&fresh(), sharing(&stage, "otto", 2, &["sam", "rik"]));
    stage.passes("otto", sharing.clone());
    stage.state.officers.get_mut(&id("otto")).expect("the stage has that officer").key = Signer::generate().key_id();
    stage.refuses(Rule::CustodyTooFew, "sam", fact);
    stage.refuses(Rule::NotCustodian, "otto", sharing);
}

#[test]
fn a_use_is_for_the_keys_that_whom_it_is_for_had_when_it_was_asked_for() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik"]);
    let further = stage.further("rosa", "Antwerp");
    stage.play_by(&stage.by("rosa").introducing(further.keys.key), further);
    stage.passes("otto", yes(&request));
    let renewed = stage.renewed("rosa");
    let by = stage.by("rosa").introducing(renewed.keys.key);
    let mut waiting = stage.clone();
    waiting.play_by(&by, renewed.clone());
    waiting.refuses(Rule::RequestStale, "otto", yes(&request));
    // Nor once enough have said yes.
    stage.play("otto", yes(&request));
    stage.passes("sam", delivered(&stage, &request, "rosa"));
    let by = By { index: stage.index, ..by };
    stage.play_by(&by, renewed);
    stage.refuses(Rule::RequestStale, "sam", delivered(&stage, &request, "rosa"));
    let again = granted(&mut stage, &["rik", "otto"]);
    stage.passes("sam", delivered(&stage, &again, "rosa"));
}

#[test]
fn any_custodian_or_security_officer_stops_a_use_until_it_is_carried_out() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik", "otto"]);
    let fact = delivered(&stage, &request, "rosa");
    for officer in ["sam", "rik", "otto", "ada"] {
        let mut stage = stage.clone();
        stage.play(officer, stop(&request));
        stage.refuses(Rule::RequestOver, "sam", fact.clone());
        stage.refuses(Rule::RequestOver, "otto", stop(&request));
    }
    stage.refuses(Rule::NotCustodian, "bea", stop(&request));
    let mut waiting = of_three();
    let request = granted(&mut waiting, &["rik"]);
    waiting.refuses(Rule::OwnRequest, "sam", no(&request));
    waiting.refuses(Rule::NotCustodian, "bea", no(&request));
    waiting.play("otto", no(&request));
    waiting.refuses(Rule::RequestOver, "otto", yes(&request));
    waiting.refuses(Rule::RequestOver, "sam", delivered(&waiting, &request, "rosa"));
}

#[test]
fn nobody_says_yes_to_a_use_for_himself_and_one_custodian_is_not_enough_for_his_own() {
    let mut stage = of_three();
    stage.play("ada", clearance("otto", "SECRET"));
    stage.play("ada", briefing("otto", "SECRET"));
    stage.play("ada", stage.member("otto"));
    let request = fresh();
    stage.play("otto", asked(&request, Matter::Custody(for_officer(&stage, "otto", "otto"))));
    stage.refuses(Rule::AboutOneself, "otto", yes(&request));
    stage.play("rik", yes(&request));
    stage.play("sam", yes(&request));
    stage.passes("otto", delivered(&stage, &request, "otto"));
    // Of one: in an exercise he may be alone, under the full rules he is not.
    let mut alone = Stage::furnished();
    let request = fresh();
    alone.play("ada", asked(&request, Matter::Custody(for_officer(&alone, "ada", "rosa"))));
    alone.passes("ada", yes(&request));
    alone.clone().with_four_eyes().refuses(Rule::OwnRequest, "ada", yes(&request));
}

/// Shares that were dealt once are in the log for ever.
#[test]
fn keys_are_due_once_fewer_than_it_takes_could_open_them_by_shares_from_before() {
    let due = |stage: &Stage| stage.state.is_due(&stage.secret_key(), stage.now, None);
    let again = |k, custodians: &[&str]| {
        let mut stage = shared_among_three();
        assert!(due(&stage), "ada alone was custody before");
        stage.play("rik", stage.rekeyed());
        stage.play("rik", stage.delivered(stage.secret_key(), &[2], &["bea"]));
        assert!(!due(&stage));
        let request = fresh();
        stage.play("sam", asked(&request, sharing(&stage, "sam", k, custodians)));
        stage.play("sam", yes(&request));
        stage.play("rik", yes(&request));
        due(&stage)
    };
    assert!(!again(2, &["sam", "rik", "otto", "bea"]), "any two of before are two of now");
    assert!(again(3, &["sam", "rik", "otto"]), "two of before are fewer than three");
    assert!(again(2, &["sam", "rik", "bea"]), "otto is none any more, and one of two");
    // Where one suffices and renews his keys, who has the former ones has all shares that it takes.
    let mut one = Stage::furnished();
    one.play("ada", shared(1, &["ada", "sam"]));
    assert!(!due(&one), "who could before can now");
    let renewed = one.renewed("ada");
    let by = one.by("ada").introducing(renewed.keys.key);
    one.play_by(&by, renewed);
    assert!(due(&one));
}

#[test]
fn who_was_handed_the_shares_of_a_key_that_he_must_not_know_makes_it_due() {
    let mut stage = of_three();
    let due = |stage: &Stage| stage.state.is_due(&stage.secret_key(), stage.now, None);
    let request = granted(&mut stage, &[]);
    assert!(!due(&stage));
    stage.play("rik", yes(&request));
    assert!(
        due(&stage),
        "sam has a share himself: he could have put it together from here on, with a program of his own"
    );
    stage.play("sam", stop(&request));
    assert!(due(&stage), "what was handed to him he has");
    let mut own = of_three();
    let request = fresh();
    own.play("rosa", asked(&request, Matter::Custody(for_officer(&own, "rosa", "rosa"))));
    own.play("rik", yes(&request));
    own.play("otto", yes(&request));
    assert!(!due(&own), "rosa may know it");
}

/// Custody is shared again, and the key of SECRET lies in it again; a use of it was agreed to.
pub fn played(stage: &mut Stage) {
    stage.play("ada", shared(1, &["ada"]));
    stage.play("rik", Deposited { key: stage.secret_key(), epochs: vec![1] });
    let request = names().custody.clone();
    let matter = Matter::Custody(for_officer(stage, "ada", "rosa"));
    stage.play("ada", asked(&request, matter));
    stage.play("ada", yes(&request));
}

/// The same, and with it a class for two of whom one is rik.
fn divided(of: CustodyUse, stage: &Stage) -> CustodyUse {
    let Whom::Officer(officer) = &of.whom else { return of };
    let officers = [officer.clone(), id("rik")].into_iter().filter_map(|id| {
        let keys = stage.state.officers.get(&id)?.keys();
        Some((id, keys))
    });
    let class = names().classes.last().expect("the one for two").clone();
    let pair = ForPairs { class, epochs: vec![1], officers: officers.collect() };
    CustodyUse { pairs: vec![pair], ..of }
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let request: AssentId = fresh();
    vec![
        shared(2, &["sam", "rik", "otto"]).into(),
        CustodyCarriedOut {
            request: request.clone(),
            delivered: vec![stage.delivered(stage.secret_key(), &[1], &["rosa"])],
        }
        .into(),
        asked(&request, Matter::Custody(for_officer(stage, "sam", "rosa"))).into(),
        asked(&request, Matter::Custody(divided(for_officer(stage, "sam", "rosa"), stage))).into(),
        asked(&request, sharing(stage, "sam", 2, &["sam", "rik"])).into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let [a, b, c, ..] = draw.choice;
        let custodians = [person(a), person(b)].into();
        CustodyShared { terms: Terms { threshold: c % 3, custodians, waiting_hours: 0 }, over: over("ada") }.into()
    },
    |draw| {
        let [a, b, c, d, e, _] = draw.choice;
        let of = for_officer(&draw.stage, "ada", "rosa");
        let whom = if d % 2 == 0 { Whom::Officer(person(a)) } else { Whom::Dossier(draw.dossier) };
        let keys = if c % 3 == 0 { vec![(key(b), vec![draw.epoch])] } else { of.keys.clone() };
        let whom = if c % 2 == 0 { of.whom.clone() } else { whom };
        let of = CustodyUse { whom, keys, sharing: 1 + u32::from(e % 2), ..of };
        let of = if e % 3 == 0 { divided(of, &draw.stage) } else { of };
        asked(&AssentId::from(&draw.release), Matter::Custody(of)).into()
    },
    |draw| {
        let [a, _, c, ..] = draw.choice;
        let officers = if c % 2 == 0 { vec![id("rosa")] } else { vec![person(a)] };
        let delivered = Delivered { key: draw.stage.secret_key(), epochs: vec![draw.epoch], officers };
        CustodyCarriedOut { request: names().custody.clone(), delivered: vec![delivered] }.into()
    },
];
