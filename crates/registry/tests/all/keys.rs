//! Keys in epochs.

use policy::{AccountStatus, ClearanceStatus, DossierStatus, Role};
use registry::ForgedRule as Rule;
use registry::custody::{CarriedOver, Terms};
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::keys::KeyName;
use registry::state::State;
use registry::system::Approval;

use super::facts::{AtRandom, LEVELS, key, person, pick};
use super::stage::*;

fn deposited(key: KeyName, epochs: &[u32]) -> Deposited {
    Deposited { key, epochs: epochs.to_vec() }
}

fn set(stage: &mut Stage, officer: &str, status: AccountStatus) {
    stage.state.officers.get_mut(&id(officer)).expect("the stage has that officer").facts.status = status;
}

/// One of two custodians whom custody takes is not there: nothing is put into custody.
fn without_custody() -> Stage {
    let mut stage = Stage::furnished();
    let cora = officer("cora", &[]);
    let by = stage.by("ada").introducing(cora.key);
    stage.play_by(&by, added(cora));
    let custodians = ["ada", "cora"].map(id).into();
    let over = CarriedOver { carrier: id("ada"), keys: Vec::new() };
    stage.play("ada", CustodyShared { terms: Terms { threshold: 2, custodians, waiting_hours: 0 }, over });
    set(&mut stage, "cora", AccountStatus::Disabled);
    assert_eq!(stage.state.sound_custody(), None);
    stage
}

#[test]
fn a_class_is_made_once_for_a_marking_of_a_dossier_that_there_is() {
    let mut stage = Stage::furnished();
    let fact = stage.class(fresh(), "TRES SECRET");
    // By anyone who files into it, upwards as well.
    stage.passes("carl", fact.clone());
    stage.refuses(Rule::ClassMadeTwice, "rik", ClassMade { class: stage.secret.clone(), ..fact.clone() });
    stage.refuses(Rule::ClassMadeTwice, "rik", ClassMade { access: access("SECRET"), ..fact.clone() });
    stage.refuses(Rule::RecipientNotPostQuantum, "rik", ClassMade { recipient: classic(), ..fact.clone() });
    stage.refuses(Rule::UnknownDossier, "rik", ClassMade { dossier: fresh(), ..fact.clone() });
    // Of a marking that nobody can place nothing could be decided: what is moved there would be gone.
    for access in [access("ULTRA"), under("ATLANTIS", "SECRET")] {
        stage.refuses(Rule::UnknownLevel, "rik", ClassMade { access, ..fact.clone() });
    }
    stage.play("ada", DossierChanged { dossier: stage.dossier.clone(), status: DossierStatus::Closed });
    stage.passes("rik", fact);
}

#[test]
fn a_class_begins_with_a_key_that_its_maker_knows_and_a_code_of_its_own() {
    let stage = Stage::furnished();
    let fact = stage.class("secretaaaaaaaaaaaaaaaaaaaa".parse().expect("an opaque id"), "TRES SECRET");
    let (key, by) = (KeyName::Class(fact.class.clone()), stage.by("carl"));
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["classes.*", "keys"]);
    let class = &after.classes[&fact.class];
    assert_eq!((&class.access, &class.dossier, class.counts.len()), (&fact.access, &fact.dossier, 0));
    assert_eq!(class.code, "TS-SEC");
    let (number, epoch) = after.current(&key).expect("the key has an epoch");
    assert_eq!((number, &epoch.known_to, epoch.custody), (1, &[id("carl")].into(), 1));
    assert_eq!(epoch.recipient.as_ref(), Some(&fact.recipient));
    assert_eq!(after.keys.len(), stage.state.keys.len() + 1);

    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts::begins(&key, 1)));
    assert_eq!(
        (fact.under(), fact.concerns(&stage.state), fact.keys(&id("carl"))),
        (None, Concerns::Nobody, Vec::new())
    );

    // The register of the next whose name begins alike has another.
    let mut stage = Stage { state: after, ..stage };
    let next = ClassMade {
        access: under("BEL", "TRES SECRET"),
        class: "secretbbbbbbbbbbbbbbbbbbbb".parse().expect("an opaque id"),
        recipient: recipient(),
        ..fact
    };
    stage.play("rik", next.clone());
    assert_eq!(stage.state.classes[&next.class].code, "TS-SECR");
}

#[test]
fn a_key_of_the_vault_is_renewed_by_the_officers_charged_with_it() {
    let stage = Stage::furnished();
    let rekeyed = |key: KeyName, recipient| Rekeyed { key, epoch: 2, recipient };
    for (fact, may, may_not) in [
        (rekeyed(KeyName::Vault, None), &["ada", "sam"][..], &["rik", "otto", "rosa", "nobody"][..]),
        (rekeyed(KeyName::Oversight, Some(recipient())), &["ada", "sam", "otto"], &["rik", "bea", "nobody"]),
        (rekeyed(stage.dossier_key(), Some(recipient())), &["ada", "rik", "bea", "carl"], &["sam", "otto"]),
        (stage.rekeyed(), &["rik", "bea"], &["ada", "sam", "otto", "carl", "rosa"]),
    ] {
        for author in may {
            assert_eq!(stage.try_by(&stage.by(author), fact.clone()), None, "{author}: {:?}", fact.key);
        }
        for author in may_not {
            let rule = stage.try_by(&stage.by(author), fact.clone());
            assert_eq!(rule, Some(Rule::RekeyedWithoutRight), "{author}: {:?}", fact.key);
        }
    }
}

#[test]
fn a_new_key_is_the_next_epoch_of_one_that_there_is_and_post_quantum() {
    let stage = Stage::furnished();
    let fact = stage.rekeyed();
    for epoch in [0, 1, 3, u32::MAX] {
        stage.refuses(Rule::EpochOutOfOrder, "rik", Rekeyed { epoch, ..fact.clone() });
    }
    stage.refuses(Rule::RecipientNotPostQuantum, "rik", Rekeyed { recipient: Some(classic()), ..fact.clone() });
    stage.refuses(Rule::KeyWithoutRecipient, "rik", Rekeyed { recipient: None, ..fact.clone() });
    let vault = Rekeyed { key: KeyName::Vault, ..fact.clone() };
    stage.refuses(Rule::KeyWithoutRecipient, "sam", vault.clone());
    stage.passes("sam", Rekeyed { recipient: None, ..vault });
    // Of what there is not, nobody knows the key.
    for key in [KeyName::Class(fresh()), KeyName::Dossier(fresh())] {
        stage.refuses(Rule::RekeyedWithoutRight, "ada", Rekeyed { key, ..fact.clone() });
    }
}

/// The log says that a key was renewed. Under one that there was before, who had that would read on, and no reader would see it.
#[test]
fn a_key_that_begins_is_no_key_that_somebody_has_already() {
    let mut stage = Stage::furnished();
    let of = |stage: &Stage, key: &KeyName| stage.state.keys[key].get(1).and_then(|epoch| epoch.recipient.clone());
    let low = KeyName::Class(stage.low.clone());
    let before = of(&stage, &stage.secret_key()).expect("it has one");
    stage.play("rik", stage.rekeyed());
    let rekeyed = |recipient| Rekeyed { key: stage.secret_key(), epoch: 3, recipient: Some(recipient) };
    stage.passes("rik", rekeyed(recipient()));
    let taken = [
        ("the same before", before.clone()),
        ("of another class", of(&stage, &low).expect("it has one")),
        ("of the dossier", of(&stage, &stage.dossier_key()).expect("it has one")),
        ("of oversight", of(&stage, &KeyName::Oversight).expect("it has one")),
        ("of an officer", stage.state.officers[&id("bea")].recipient.clone()),
        ("of a partner", stage.state.partners[&stage.partner].record.recipient.clone()),
    ];
    for (what, recipient) in taken {
        let rule = stage.try_by(&stage.by("rik"), rekeyed(recipient));
        assert_eq!(rule, Some(Rule::KeyOfAnother), "{what}");
    }
    let made = ClassMade { recipient: before.clone(), ..stage.class(fresh(), "TRES SECRET") };
    stage.refuses(Rule::KeyOfAnother, "rik", made);
    let oversight = Rekeyed { key: KeyName::Oversight, epoch: 2, recipient: Some(before) };
    stage.refuses(Rule::KeyOfAnother, "sam", oversight);
}

/// Who makes a key could give it to nobody: what others file would be his alone to read.
#[test]
fn a_key_that_its_maker_kept_from_somebody_is_due_until_he_has_it_and_who_lacks_it_makes_another() {
    let mut stage = Stage::furnished();
    let key = stage.secret_key();
    let due = |stage: &Stage| stage.state.is_due(&key, stage.now, None);
    let made = |stage: &mut Stage, author: &str, fact: Rekeyed, to: &[&str]| {
        let (number, by) = (fact.epoch, stage.by(author));
        stage.play(author, fact);
        if !to.is_empty() {
            stage.play(author, stage.delivered(stage.secret_key(), &[number], to));
        }
        stage.state.note_passed_over(&stage.secret_key(), number, &by.context());
    };
    let next = Rekeyed { epoch: 3, ..stage.rekeyed() };
    // To all who may have it, or to those who are others than he.
    let mut all = stage.clone();
    made(&mut all, "rik", stage.rekeyed(), &["bea", "remi", "rosa"]);
    assert!(!due(&all), "nobody is passed over");
    all.refuses(Rule::RekeyedWithoutRight, "carl", next.clone());
    // To somebody, or to nobody.
    for to in [&["bea"][..], &[]] {
        let mut stage = stage.clone();
        let second = stage.rekeyed();
        made(&mut stage, "rik", second, to);
        assert!(due(&stage) && stage.state.is_withheld(&key, stage.now), "{to:?}");
        assert!(!stage.state.is_known_wrongly(&key, stage.now, None), "{to:?}: nobody knows it who must not");
        stage.passes("rosa", next.clone());
        for stranger in ["carl", "sam", "ada"] {
            stage.refuses(Rule::RekeyedWithoutRight, stranger, next.clone());
        }
        // Who must not have it is passed over by right.
        assert!(!stage.state.keys[&key].get(2).expect("it was made").passed_over.contains(&id("carl")));
        made(&mut stage, "rosa", next.clone(), &["bea", "remi", "rik"]);
        assert!(!due(&stage), "{to:?}");
    }
    // Given later, by an officer who has it.
    let second = stage.rekeyed();
    made(&mut stage, "rik", second, &[]);
    for officer in ["bea", "remi", "rosa"] {
        assert!(due(&stage), "before {officer} has it");
        stage.play("rik", stage.delivered(key.clone(), &[2], &[officer]));
    }
    assert!(!due(&stage));
    // Of a dossier as well.
    let dossier = stage.dossier_key();
    let by = stage.by("rik");
    stage.play("rik", Rekeyed { key: dossier.clone(), epoch: 2, recipient: Some(recipient()) });
    stage.state.note_passed_over(&dossier, 2, &by.context());
    assert!(stage.state.is_due(&dossier, stage.now, None));
    stage.passes("bea", Rekeyed { key: dossier, epoch: 3, recipient: Some(recipient()) });
}

/// Nothing is sealed to a key that is due: so an officer who may hold it, or files to it in the same entry, renews it.
#[test]
fn a_class_key_that_is_due_is_renewed_by_those_who_may_hold_it_or_write_to_it() {
    let sound = Stage::furnished();
    let writing = |stage: &Stage, epoch| stage.by("carl").with_sheet(&stage.secret, epoch);
    sound.refuses_by(Rule::RekeyedWithoutRight, &writing(&sound, 2), sound.rekeyed());
    let due = sound.clone().with_due_key();
    assert!(
        due.state.is_due(&due.secret_key(), due.now, None) && !sound.state.is_due(&sound.secret_key(), sound.now, None)
    );
    due.passes_by(&writing(&due, 2), due.rekeyed());
    due.refuses_by(Rule::RekeyedWithoutRight, &due.by("carl"), due.rekeyed());
    due.refuses_by(Rule::RekeyedWithoutRight, &writing(&due, 1), due.rekeyed());
    due.refuses_by(Rule::RekeyedWithoutRight, &due.by("carl").with_sheet(&due.low, 2), due.rekeyed());
    // Rosa may hold it, and does not yet.
    sound.refuses(Rule::RekeyedWithoutRight, "rosa", sound.rekeyed());
    due.passes("rosa", due.rekeyed());
    // Bea knows it, and must not any more.
    due.refuses(Rule::RekeyedWithoutRight, "bea", due.rekeyed());
}

#[test]
fn a_new_epoch_is_known_to_its_maker_and_the_old_one_stays() {
    let stage = Stage::furnished();
    let (fact, by) = (stage.rekeyed(), stage.by("rik"));
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["keys"]);
    let chain = &after.keys[&fact.key];
    let now = chain.get(2).expect("the key has that epoch");
    assert_eq!((chain.last(), &now.known_to, now.custody), (2, &[id("rik")].into(), 1));
    assert_eq!(now.recipient, fact.recipient);
    let known: Vec<_> = chain.get(1).expect("the key has that epoch").known_to.iter().cloned().collect();
    assert_eq!(known, [id("bea"), id("rik")]);
    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts::begins(&fact.key, 2)));
    assert_eq!(
        (fact.keys(&id("rik")), fact.under(), fact.concerns(&stage.state)),
        (Vec::new(), None, Concerns::Nobody)
    );
    let record = fact.record(&stage.state);
    assert_eq!((record.detail["key"].as_str(), record.detail["epoch"].as_str()), ("class", "2"));
}

#[test]
fn a_new_key_for_all_who_are_entitled_by_their_role_reaches_all_of_them() {
    let all = ["sam", "rik", "bea", "carl", "rosa", "otto", "remi"];
    for (key, by, needed) in [(KeyName::Vault, "ada", &all[..]), (KeyName::Oversight, "ada", &["sam", "otto"])] {
        let mut stage = Stage::furnished();
        let recipient = (key != KeyName::Vault).then(recipient);
        let fact = Rekeyed { key: key.clone(), epoch: 2, recipient };
        stage.play(by, fact.clone());
        for officer in needed {
            let parts = fact.parts(&stage.state, &stage.by(by).context());
            assert_eq!(parts, Err(Rule::KeyWithheld), "{key:?} before {officer} has it");
            stage.play(by, stage.delivered(key.clone(), &[2], &[officer]));
        }
        let parts = fact.parts(&stage.state, &stage.by(by).context());
        assert_eq!(parts, Ok(RequiredParts::begins(&key, 2)), "{key:?}");
        assert_eq!(fact.parts(&State::default(), &stage.by(by).context()), Err(Rule::UnknownKey));
    }
}

#[test]
fn a_key_is_delivered_by_those_who_know_it_to_those_who_may_hold_it_and_once() {
    let stage = Stage::furnished();
    let to = |name| stage.delivered(stage.secret_key(), &[1], &[name]);
    for author in ["rik", "bea"] {
        stage.passes(author, to("rosa"));
    }
    // A custodian, who holds it not, is one of them.
    for author in ["rosa", "carl", "sam", "ada"] {
        stage.refuses(Rule::DeliveredWithoutHolding, author, to("rosa"));
    }
    for stranger in ["carl", "otto", "ada", "nobody"] {
        stage.refuses(Rule::DeliveredToStranger, "rik", to(stranger));
    }
    stage.refuses(Rule::DeliveredTwice, "rik", to("bea"));
    stage.refuses(Rule::DeliveredTwice, "rik", stage.delivered(stage.secret_key(), &[1], &["rosa", "rosa"]));
    stage.refuses(Rule::DeliveredTwice, "rik", stage.delivered(stage.secret_key(), &[1, 1], &["rosa"]));
    // To himself, who knows it: the entry that renews it keeps it for him.
    stage.passes("rik", to("rik"));
    for epoch in [0, 2] {
        stage.refuses(Rule::UnknownKey, "rik", stage.delivered(stage.secret_key(), &[epoch], &["rosa"]));
    }
    stage.refuses(Rule::UnknownKey, "rik", stage.delivered(KeyName::Class(fresh()), &[1], &["rosa"]));
}

#[test]
fn a_custodian_delivers_nothing_by_his_role_and_each_key_goes_to_those_entitled_to_it() {
    let mut stage = Stage::furnished();
    let cora = officer("cora", &[Role::Custodian]);
    let by = stage.by("ada").introducing(cora.key);
    stage.play_by(&by, added(cora));
    for key in [KeyName::Vault, KeyName::Oversight, stage.dossier_key(), stage.secret_key()] {
        stage.refuses(Rule::DeliveredWithoutHolding, "cora", stage.delivered(key.clone(), &[1], &["bea"]));
    }
    // And each only to an officer who is entitled to it.
    for (key, stranger) in [(KeyName::Vault, "nobody"), (KeyName::Oversight, "rik"), (stage.dossier_key(), "otto")] {
        stage.refuses(Rule::DeliveredToStranger, "ada", stage.delivered(key, &[1], &[stranger]));
    }
}

#[test]
fn a_delivery_hands_over_something_to_somebody() {
    let stage = Stage::furnished();
    for (epochs, officers) in [(&[][..], &["rosa"][..]), (&[1], &[]), (&[], &[])] {
        stage.refuses(Rule::SaysNothing, "rik", stage.delivered(stage.secret_key(), epochs, officers));
    }
    // Of a key that anybody may deliver nothing of: it would be an officer part that no delivery names.
    stage.refuses(Rule::SaysNothing, "carl", stage.delivered(KeyName::Vault, &[], &["otto"]));
}

#[test]
fn who_received_a_key_knows_it_and_its_entry_has_a_part_for_him() {
    let mut stage = Stage::furnished();
    stage.play("rik", stage.rekeyed());
    let by = stage.by("rik");
    let fact = stage.delivered(stage.secret_key(), &[2], &["bea", "rosa"]);
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["keys"]);
    let chain = &after.keys[&fact.key];
    assert_eq!(chain.get(2).expect("the key has that epoch").known_to, ["bea", "rik", "rosa"].map(id).into());
    assert_eq!(chain.get(1).expect("the key has that epoch").known_to, ["bea", "rik"].map(id).into());
    assert_eq!(chain.unknown_to(&id("rosa")), [1]);

    let officers = ["bea", "rosa"].map(|name| after.officers[&id(name)].key).into();
    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts { officers, ..RequiredParts::none() }));
    assert_eq!(fact.keys(&id("bea")), [(stage.secret_key(), 2)]);
    assert_eq!(fact.keys(&id("rik")), []);
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
    assert_eq!(fact.record(&stage.state).detail["officers"], "bea rosa");
}

#[test]
fn a_key_is_put_into_custody_by_those_who_know_it_while_custody_is_sound() {
    let mut stage = without_custody();
    stage.play("rik", stage.rekeyed());

    let fact = deposited(stage.secret_key(), &[1, 2]);
    stage.refuses(Rule::CustodyNotSound, "rik", fact.clone());
    set(&mut stage, "cora", AccountStatus::Active);
    stage.passes("rik", fact.clone());
    for other in ["bea", "carl", "ada"] {
        stage.refuses(Rule::DeliveredWithoutHolding, other, fact.clone());
    }
    stage.refuses(Rule::DeliveredWithoutHolding, "rik", deposited(stage.secret_key(), &[3]));
    stage.refuses(Rule::DepositedTwice, "rik", deposited(stage.secret_key(), &[1, 1]));
    for key in [KeyName::Vault, KeyName::Oversight, KeyName::Class(fresh())] {
        stage.refuses(Rule::UnknownKey, "ada", deposited(key, &[1]));
    }
    // What nobody has to know is a part for custody that nobody can hold against anything.
    stage.refuses(Rule::SaysNothing, "carl", deposited(stage.secret_key(), &[]));

    let by = stage.by("rik");
    let custody =
        |state: &State, epoch| state.keys[&stage.secret_key()].get(epoch).expect("the key has that epoch").custody;
    assert_eq!((custody(&stage.state, 1), custody(&stage.state, 2)), (1, 0));
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!((places, custody(&after, 1), custody(&after, 2)), (vec!["keys".to_owned()], 2, 2));
    let parts = RequiredParts { custody: vec![(fact.key.clone(), vec![1, 2])], ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!(
        (fact.keys(&id("rik")), fact.under(), fact.concerns(&stage.state)),
        (Vec::new(), None, Concerns::Nobody)
    );
    assert_eq!(fact.record(&stage.state).detail["epochs"], "1 2");
}

#[test]
fn a_key_that_begins_while_custody_is_not_sound_is_in_none() {
    let stage = without_custody();
    let class = stage.class(fresh(), "TRES SECRET");
    let (after, _) = stage.changes(&stage.by("rik"), class.clone());
    assert_eq!(after.current(&KeyName::Class(class.class)).expect("the key has an epoch").1.custody, 0);
}

#[test]
fn a_key_is_due_once_somebody_knows_it_who_must_not() {
    let mut stage = Stage::furnished();
    let due = |stage: &Stage, key: &KeyName| stage.state.is_due(key, stage.now, None);
    let secret = stage.secret_key();
    assert!(!due(&stage, &secret));
    let (status, policy) = (ClearanceStatus::Withdrawn, "BEL".to_owned());
    stage.play("ada", ClearanceChanged { officer: id("bea"), policy, status });
    assert!(due(&stage, &secret) && !stage.state.is_due(&secret, stage.now, Some(&id("bea"))));
    assert!(!due(&stage, &KeyName::Class(stage.low.clone())), "bea never had that one");
    assert!(!due(&stage, &stage.dossier_key()));
}

/// Whether a key may be received rests on persons and roles. What data may say, which later programs may extend, is no reason
/// to hold an entry forged.
#[test]
fn nobody_receives_a_class_key_against_whom_a_rule_about_persons_speaks() {
    use policy::OfficerFacts;
    type Change = fn(&mut OfficerFacts);
    let stage = Stage::furnished();
    let persons: [(&str, Change); 12] = [
        ("disabled", |rosa| rosa.status = AccountStatus::Disabled),
        ("without a clearance", |rosa| rosa.clearances.clear()),
        ("with one of another policy", |rosa| rosa.clearances[0].policy = "NATO".to_owned()),
        ("with a lower one", |rosa| rosa.clearances[0].level = "CONFIDENTIEL".to_owned()),
        ("with one that is suspended", |rosa| rosa.clearances[0].status = ClearanceStatus::Suspended),
        ("with one that is withdrawn", |rosa| rosa.clearances[0].status = ClearanceStatus::Withdrawn),
        ("with one that begins tomorrow", |rosa| rosa.clearances[0].from = day(11, 23)),
        ("with one that ended yesterday", |rosa| rosa.clearances[0].until = day(11, 21)),
        ("not briefed", |rosa| rosa.briefings.clear()),
        ("briefed for less", |rosa| rosa.briefings[0].level = "CONFIDENTIEL".to_owned()),
        ("briefed tomorrow", |rosa| rosa.briefings[0].date = day(11, 23)),
        ("briefed for another policy", |rosa| rosa.briefings[0].policy = "NATO".to_owned()),
    ];
    let receives = |stage: &Stage| stage.try_by(&stage.by("rik"), stage.delivered(stage.secret_key(), &[1], &["rosa"]));
    for (what, change) in persons {
        let mut stage = stage.clone();
        change(&mut stage.state.officers.get_mut(&id("rosa")).expect("the stage has that officer").facts);
        assert_eq!(receives(&stage), Some(Rule::DeliveredToStranger), "{what}");
    }
    let mut removed = stage.clone();
    removed.play("ada", MemberRemoved { dossier: stage.dossier.clone(), officer: id("rosa") });
    assert_eq!(receives(&removed), Some(Rule::DeliveredToStranger), "no member");
    let mut ended = stage.clone();
    ended.play("ada", MemberAdded { until: Some(day(11, 21)), ..stage.member("rosa") });
    assert_eq!(receives(&ended), Some(Rule::DeliveredToStranger), "a member until yesterday");
    let mut caveat = stage.clone();
    let handling = [("Handling".to_owned(), ["SOURCE".to_owned()].into())].into();
    caveat.state.classes.get_mut(&stage.secret).expect("the stage has that class").access.restrictive = handling;
    assert_eq!(receives(&caveat), Some(Rule::DeliveredToStranger), "without the category");

    let mut abroad = stage.clone();
    abroad.state.officers.get_mut(&id("rosa")).expect("the stage has that officer").facts.nationality =
        "DEU".to_owned();
    let approval = |ceiling, until| Approval {
        authority: "ANS".to_owned(),
        reference: "A-1".to_owned(),
        ceiling,
        until,
        at_ms: 0,
        by: id("sam"),
        index: 0,
    };
    let (mut low, mut lapsed) = (stage.clone(), stage.clone());
    low.state.approval = Some(approval(label::Level::Restricted, day(12, 31)));
    lapsed.state.approval = Some(approval(label::Level::TopSecret, day(11, 21)));
    for (what, stage) in [("a nation that data excludes", abroad), ("a low ceiling", low), ("no approval", lapsed)] {
        assert!(stage.state.may_hold(&id("rosa"), &stage.secret, stage.now).is_err(), "{what}: nobody delivers it so");
        assert_eq!(receives(&stage), None, "{what}: and it is not forged");
    }
}

#[test]
fn who_made_a_key_is_given_it_as_others_are_and_once() {
    let mut stage = Stage::furnished();
    stage.play("rik", stage.rekeyed());
    let lacks = |stage: &Stage, officer: &str| stage.state.keys[&stage.secret_key()].unknown_to(&id(officer));
    assert_eq!(lacks(&stage, "rik"), [1, 2], "he made both, and his program keeps what it receives");
    stage.play("rik", stage.delivered(stage.secret_key(), &[2], &["bea"]));
    assert_eq!((lacks(&stage, "bea"), lacks(&stage, "rik")), (vec![], vec![1, 2]));
    stage.play("bea", stage.delivered(stage.secret_key(), &[2], &["rik"]));
    assert_eq!(lacks(&stage, "rik"), [1]);
    stage.refuses(Rule::DeliveredTwice, "bea", stage.delivered(stage.secret_key(), &[2], &["rik"]));
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let dossier = stage.dossier.clone();
    let mut access = access("SECRET");
    access.restrictive = [("Handling".to_owned(), ["CRYPTO".to_owned()].into())].into();
    vec![
        ClassMade { class: fresh(), dossier: dossier.clone(), access, recipient: recipient() }.into(),
        Rekeyed { key: KeyName::Dossier(dossier), epoch: 2, recipient: Some(recipient()) }.into(),
        stage.delivered(KeyName::Vault, &[1, 2], &["bea"]).into(),
        deposited(stage.secret_key(), &[1]).into(),
    ]
}

const REKEYED: AtRandom = |draw| {
    let recipient = (draw.choice[1] % 3 > 0).then_some(draw.recipient);
    Rekeyed { key: key(draw.choice[0]), epoch: draw.epoch, recipient }.into()
};
const DELIVERED: AtRandom = |draw| {
    let [a, b, _, d, e, f] = draw.choice;
    let epochs = [draw.epoch, u32::from(d % 3)][..usize::from(e % 3)].to_vec();
    let officers = [person(b), person(f)][..usize::from(1 + e % 2)].to_vec();
    Delivered { key: key(a), epochs, officers }.into()
};

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let access = access(pick(&LEVELS, draw.choice[2]));
        ClassMade { class: draw.class, dossier: draw.dossier, access, recipient: draw.recipient }.into()
    },
    REKEYED,
    REKEYED,
    DELIVERED,
    DELIVERED,
    |draw| deposited(key(draw.choice[0]), &[draw.epoch]).into(),
];

#[test]
fn all_who_are_entitled_to_a_key_are_found_without_asking_about_everybody() {
    let mut stage = Stage::furnished();
    let today = |stage: &Stage| stage.by("ada").context().at;
    for keeper in [AccountStatus::Active, AccountStatus::Disabled] {
        set(&mut stage, "ada", keeper);
        for key in stage.state.keys.keys() {
            let each: std::collections::BTreeSet<_> = stage.state.officers.keys().cloned().collect();
            let one_by_one = each.into_iter().filter(|officer| stage.state.entitled(key, officer, today(&stage)));
            assert_eq!(stage.state.all_entitled(key, today(&stage)), one_by_one.collect(), "{key:?}");
        }
    }
}
