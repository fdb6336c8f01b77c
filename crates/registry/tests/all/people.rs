//! Officers.

use policy::{AccountStatus, Role};
use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::keys::KeyName;
use registry::people::{IdentityFile, NewKeys, NewLock, OfficerRecord, short_code};
use registry::state::State;
use seal::Recipient;

use super::facts::{AtRandom, Draw, PEOPLE, names, pick};
use super::roles;
use super::stage::*;

#[test]
fn a_vault_is_founded_once_by_whom_its_first_entry_introduces() {
    let stage = Stage::bare();
    let founded = stage.founded.clone();
    let empty = Stage { state: State::default(), index: 0, ..stage.clone() };
    let by = empty.by("ada").introducing(founded.officer.key);
    empty.passes_by(&by, founded.clone());
    // Again, at the same place, and first of all, at another place.
    stage.refuses_by(Rule::FoundedTwice, &By { index: 0, ..by.clone() }, founded.clone());
    empty.refuses_by(Rule::FoundedTwice, &By { index: 1, ..by.clone() }, founded.clone());
    for other in [
        By { introduces: Vec::new(), ..by.clone() },
        By { introduces: Vec::new(), ..by.clone() }.introducing(signer().key_id()),
        by.clone().introducing(signer().key_id()),
        By { author: id("sam"), ..by.clone() },
    ] {
        empty.refuses_by(Rule::AuthorNotIntroduced, &other, founded.clone());
    }
    let nowhere = OfficerRecord { nationality: "XYZ".to_owned(), ..founded.officer.clone() };
    empty.refuses_by(Rule::UnknownNation, &by, Founded { officer: nowhere, ..founded.clone() });
    let readable = OfficerRecord { recipient: classic(), ..founded.officer.clone() };
    for founded in
        [Founded { officer: readable, ..founded.clone() }, Founded { oversight: classic(), ..founded.clone() }]
    {
        empty.refuses_by(Rule::RecipientNotPostQuantum, &by, founded);
    }
}

#[test]
fn the_founder_knows_every_key_of_the_vault_and_made_his_own() {
    let stage = Stage::bare();
    let (state, ada) = (&stage.state, &stage.state.officers[&id("ada")]);
    assert_eq!((state.name.as_str(), state.register.as_str()), ("Registry of the exercise", "EX"));
    assert!(!ada.renewal_due && ada.works() && ada.last_session.is_none());
    assert_eq!(state.author(stage.founded.officer.key), Some(&id("ada")));
    for (key, recipient) in [(KeyName::Vault, None), (KeyName::Oversight, Some(&stage.founded.oversight))] {
        let (number, epoch) = state.current(&key).expect("the key has an epoch");
        assert_eq!((number, epoch.recipient.as_ref(), epoch.custody), (1, recipient, 0), "{key:?}");
        assert_eq!(epoch.known_to, [id("ada")].into(), "{key:?}");
    }
    let rest = [state.dossiers.len(), state.classes.len(), state.documents.changed().count(), state.partners.len()];
    assert_eq!((rest, state.assents.len(), state.approval.is_none()), ([0; 4], 0, true));

    let by = stage.by("ada");
    let fact: &Founded = &stage.founded;
    let parts = fact.parts(state, &by.context()).expect("its entry breaks no rule");
    assert_eq!(parts, RequiredParts::introduces(fact.officer.key));
    assert!(parts.introduces && parts.officers == [fact.officer.key].into() && parts.custody.is_empty());
    assert_eq!(fact.keys(&id("ada")), [(KeyName::Oversight, 1)]);
    assert_eq!(fact.keys(&id("sam")), []);
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
}

#[test]
fn an_officer_is_added_by_a_security_officer_with_a_name_and_keys_that_are_his_alone() {
    let stage = Stage::furnished();
    let new = officer("nina", &[Role::Reader]);
    let by = stage.by("sam").introducing(new.key);
    stage.passes_by(&by, added(new.clone()));
    stage.refuses_by(Rule::NotSecurityOfficer, &By { author: id("rik"), ..by.clone() }, added(new.clone()));
    let bea = &stage.state.officers[&id("bea")];
    let cases = [
        ("the name of another", Rule::OfficerAddedTwice, OfficerRecord { id: id("bea"), ..new.clone() }),
        ("the signing key of another", Rule::OfficerAddedTwice, OfficerRecord { key: bea.key, ..new.clone() }),
        ("a classic key", Rule::RecipientNotPostQuantum, OfficerRecord { recipient: classic(), ..new.clone() }),
        (
            "the key of an officer",
            Rule::KeyOfAnother,
            OfficerRecord { recipient: bea.recipient.clone(), ..new.clone() },
        ),
        (
            "the key of a partner",
            Rule::KeyOfAnother,
            OfficerRecord { recipient: stage.state.partners[&stage.partner].record.recipient.clone(), ..new.clone() },
        ),
        ("no nation", Rule::UnknownNation, OfficerRecord { nationality: "BLE".to_owned(), ..new.clone() }),
    ];
    for (what, rule, officer) in cases {
        assert_eq!(stage.try_by(&by, added(officer)), Some(rule), "{what}");
    }
    for introduces in [Vec::new(), vec![signer().key_id()], vec![new.key, signer().key_id()]] {
        let by = introduces.into_iter().fold(stage.by("sam"), By::introducing);
        stage.refuses_by(Rule::AuthorNotIntroduced, &by, added(new.clone()));
    }
}

#[test]
fn an_officer_who_is_added_has_no_clearance_and_the_keys_that_he_made() {
    let stage = Stage::furnished();
    let fact = added(officer("nina", &[Role::Reader, Role::Registrar]));
    let by = stage.by("sam").introducing(fact.officer.key);
    let (after, changed) = stage.changes(&by, fact.clone());
    assert_eq!(changed, ["by_key.*", "officers.nina"]);
    let nina = &after.officers[&id("nina")];
    assert!(
        nina.works() && nina.former.is_empty() && nina.facts.clearances.is_empty() && nina.facts.briefings.is_empty()
    );
    assert!(nina.is(Role::Registrar) && !nina.is(Role::SecurityOfficer));
    assert_eq!((nina.key, &nina.recipient), (fact.officer.key, &fact.officer.recipient));

    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts::introduces(fact.officer.key)));
    assert_eq!(fact.concerns(&stage.state), Concerns::Officer(&id("nina")));
    assert_eq!((fact.keys(&id("nina")), fact.under()), (Vec::new(), None));
    assert_eq!(fact.record(&stage.state).detail["roles"], "reader registrar");
}

#[test]
fn an_officer_is_disabled_by_another_and_once() {
    let stage = Stage::furnished();
    let disabled = |name| OfficerDisabled { officer: id(name) };
    stage.passes("sam", disabled("carl"));
    stage.refuses(Rule::NotSecurityOfficer, "rik", disabled("carl"));
    stage.refuses(Rule::AboutOneself, "sam", disabled("sam"));
    stage.refuses(Rule::OfficerNotActive, "sam", disabled("nobody"));
    let (after, changed) = stage.changes(&stage.by("sam"), disabled("carl"));
    let places = ["disabled_by", "facts.status", "function_decided", "keys_decided", "roles_decided"]
        .map(|place| format!("officers.carl.{place}"));
    assert_eq!(changed, places);
    assert_eq!(after.officers[&id("carl")].facts.status, AccountStatus::Disabled);
    let after = Stage { state: after, ..stage };
    after.refuses(Rule::OfficerNotActive, "sam", disabled("carl"));
    assert_eq!(disabled("carl").concerns(&stage.state), Concerns::Officer(&id("carl")));
}

#[test]
fn an_officer_who_was_disabled_has_no_role_any_more() {
    let mut stage = Stage::furnished();
    stage.play("ada", OfficerDisabled { officer: id("sam") });
    stage.refuses(Rule::NotSecurityOfficer, "sam", OfficerDisabled { officer: id("carl") });
    stage.refuses(Rule::NotSecurityOfficer, "sam", clearance("carl", "SECRET"));
}

#[test]
fn in_the_entry_that_disables_an_officer_the_keys_of_all_are_renewed() {
    let mut stage = Stage::furnished();
    let fact = OfficerDisabled { officer: id("carl") };
    stage.play("sam", fact.clone());
    let parts = |stage: &Stage| fact.parts(&stage.state, &stage.by("sam").context());
    assert_eq!(parts(&stage), Err(Rule::DisabledWithoutNewKeys));
    let vault = Rekeyed { key: KeyName::Vault, epoch: 2, recipient: None };
    stage.play("sam", vault);
    assert_eq!(parts(&stage), Ok(RequiredParts::none()), "carl never knew the key of oversight");

    // Sam's was known to ada alone; who overlooks knows both.
    let mut stage = Stage::furnished();
    stage.play("ada", stage.delivered(KeyName::Oversight, &[1], &["otto"]));
    let fact = OfficerDisabled { officer: id("otto") };
    stage.play("ada", fact.clone());
    for (key, recipient, left) in [
        (KeyName::Vault, None, Err(Rule::DisabledWithoutNewKeys)),
        (KeyName::Oversight, Some(recipient()), Ok(RequiredParts::none())),
    ] {
        stage.play("ada", Rekeyed { key, epoch: 2, recipient });
        assert_eq!(fact.parts(&stage.state, &stage.by("ada").context()), left);
    }
    assert_eq!(fact.parts(&State::default(), &stage.by("ada").context()), Err(Rule::UnknownKey));
}

#[test]
fn a_passphrase_is_changed_by_its_officer_alone() {
    let stage = Stage::furnished();
    let changed = |name| PassphraseChanged { officer: id(name), file: None, lock: NewLock::Passphrase };
    stage.refuses(Rule::AboutAnother, "ada", changed("bea"));
    stage.refuses(Rule::UnknownOfficer, "nobody", changed("nobody"));
    let (after, places) = stage.changes(&stage.by("bea"), changed("bea"));
    assert_eq!(places, [""; 0], "his keys are the same");
    assert_eq!(changed("bea").concerns(&stage.state), Concerns::Officer(&id("bea")));
    let fact = PassphraseChanged { officer: id("bea"), file: None, lock: NewLock::Passphrase };
    let parts = fact.parts(&after, &stage.by("bea").context()).expect("its entry breaks no rule");
    assert_eq!((parts.moves, parts.introduces), (None, false));
}

#[test]
fn the_number_of_an_identity_file_is_of_its_officers_own_keys_and_never_goes_down() {
    let mut stage = Stage::furnished();
    let (own, of_another) = (stage.state.officers[&id("bea")].key, stage.state.officers[&id("ada")].key);
    let locked = |key, number| PassphraseChanged {
        officer: id("bea"),
        file: Some(IdentityFile { key, number }),
        lock: NewLock::Token,
    };
    stage.refuses(Rule::UnknownIdentity, "bea", locked(of_another, 1));
    stage.refuses(Rule::UnknownIdentity, "bea", locked(signer().key_id(), 1));
    let (_, places) = stage.changes(&stage.by("bea"), locked(own, 1));
    assert_eq!(places, ["officers.bea.locked.*"]);
    let number = |stage: &Stage| stage.state.officers[&id("bea")].locked(own).map(|locked| locked.number);
    assert_eq!(number(&stage), None);
    for (said, counts) in [(1, 1), (3, 3), (2, 3), (0, 3)] {
        stage.play("bea", locked(own, said));
        assert_eq!(number(&stage), Some(counts), "after {said}");
    }
    stage.play("bea", PassphraseChanged { officer: id("bea"), file: None, lock: NewLock::Passphrase });
    assert_eq!(number(&stage), Some(3), "who does not say it changes nothing");
}

#[test]
fn new_keys_come_from_their_officer_with_the_proof_that_he_has_them() {
    let stage = Stage::furnished();
    let fact = stage.renewed("bea");
    let by = stage.by("bea").introducing(fact.keys.key);
    stage.passes_by(&by, fact.clone());
    stage.refuses_by(Rule::AboutAnother, &By { author: id("ada"), ..by.clone() }, fact.clone());
    let nobody = KeysRenewed { officer: id("nobody"), ..fact.clone() };
    stage.refuses_by(Rule::UnknownOfficer, &By { author: id("nobody"), ..by.clone() }, nobody);
    for by in [stage.by("bea"), stage.by("bea").introducing(signer().key_id())] {
        stage.refuses_by(Rule::AuthorNotIntroduced, &by, fact.clone());
    }
    let bea = &stage.state.officers[&id("bea")];
    let signs = signer_of(fact.keys.key);
    let of = |vault, name: &str, replaces, recipient: &Recipient| KeysRenewed {
        officer: id("bea"),
        keys: NewKeys::of(vault, &id(name), replaces, recipient, &signs),
    };
    let new = &fact.keys.recipient;
    let elsewhere = ledger::VaultId::random();
    for (what, unproven) in [
        ("another vault", of(&elsewhere, "bea", Some(bea.key), new)),
        ("another officer", of(vault(), "rik", Some(bea.key), new)),
        ("in place of others", of(vault(), "bea", Some(signs.key_id()), new)),
        ("in place of none", of(vault(), "bea", None, new)),
        (
            "another key to seal to",
            KeysRenewed { keys: NewKeys { recipient: recipient(), ..fact.keys.clone() }, ..fact.clone() },
        ),
        (
            "signed by another",
            KeysRenewed {
                keys: NewKeys { proof: stage.renewed("bea").keys.proof, ..fact.keys.clone() },
                ..fact.clone()
            },
        ),
    ] {
        assert_eq!(stage.try_by(&by, unproven), Some(Rule::KeysNotProven), "{what}");
    }
    stage.refuses_by(Rule::RecipientNotPostQuantum, &by, of(vault(), "bea", Some(bea.key), &classic()));
    let rik = &stage.state.officers[&id("rik")].recipient;
    for known in [rik, &bea.recipient] {
        stage.refuses_by(Rule::KeyOfAnother, &by, of(vault(), "bea", Some(bea.key), known));
    }
}

#[test]
fn keys_that_were_made_for_an_officer_are_good_for_making_his_own() {
    let mut stage = Stage::furnished();
    let nina = officer("nina", &[Role::SecurityOfficer, Role::Custodian, Role::Reader]);
    let fact = given(nina.clone());
    let by = stage.by("ada").introducing(nina.key);
    let (after, _) = stage.changes(&by, fact.clone());
    let parts = RequiredParts { introduces: true, ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts), "nothing is delivered to her");
    stage.play_by(&by, fact);
    stage.play("ada", clearance("nina", "SECRET"));
    stage.play("ada", briefing("nina", "SECRET"));
    stage.play("ada", stage.member("nina"));
    let (secret, dossier) = (stage.secret_key(), stage.dossier_key());
    let everything = [KeyName::Vault, KeyName::Oversight, dossier, secret.clone()];
    for key in &everything {
        assert!(!stage.state.entitled(key, &id("nina"), stage.now), "{key:?}");
        let by = if *key == secret { "rik" } else { "ada" };
        stage.refuses(Rule::DeliveredToStranger, by, stage.delivered(key.clone(), &[1], &["nina"]));
    }
    assert!(!stage.state.has_role(&id("nina"), Role::SecurityOfficer), "she is nobody's second");
    stage.refuses(Rule::NotSecurityOfficer, "nina", clearance("carl", "SECRET"));
    assert!(!stage.state.would_hold(&access("SECRET"), &stage.dossier, stage.now).contains(&id("nina")));
    stage.refuses(Rule::NotKeeperOfDossier, "nina", stage.member("otto"));

    let renewed = stage.renewed("nina");
    let by = stage.by("nina").introducing(renewed.keys.key);
    stage.play_by(&by, renewed);
    let kept = stage.delivered(KeyName::Vault, &[1], &["nina"]);
    stage.refuses(Rule::DeliveredWithoutHolding, "nina", kept.clone());
    stage.play_by(&by, kept);
    for key in &everything {
        assert!(stage.state.entitled(key, &id("nina"), stage.now), "{key:?}");
    }
    stage.passes("rik", stage.delivered(secret, &[1], &["nina"]));
    stage.passes("nina", clearance("carl", "SECRET"));
}

#[test]
fn that_an_officer_made_his_keys_is_proven() {
    let stage = Stage::furnished();
    let nina = officer("nina", &[Role::Reader]);
    let by = stage.by("sam").introducing(nina.key);
    let other = added(officer("nina", &[Role::Reader])).proof;
    stage.refuses_by(Rule::KeysNotProven, &by, OfficerAdded { officer: nina.clone(), proof: other });
    let elsewhere = NewKeys::of(&ledger::VaultId::random(), &nina.id, None, &nina.recipient, &signer_of(nina.key));
    stage.refuses_by(Rule::KeysNotProven, &by, OfficerAdded { officer: nina, proof: Some(elsewhere.proof) });
}

#[test]
fn lost_keys_are_replaced_by_a_security_officer_who_is_somebody_else() {
    let stage = Stage::furnished();
    let fact = stage.reissued("bea");
    let by = stage.by("sam").introducing(fact.keys.key);
    stage.passes_by(&by, fact.clone());
    stage.refuses_by(Rule::NotSecurityOfficer, &By { author: id("rik"), ..by.clone() }, fact.clone());
    let own = stage.reissued("sam");
    stage.refuses_by(Rule::AboutOneself, &stage.by("sam").introducing(own.keys.key), own);
    let renewed = stage.renewed("bea");
    let wrong = KeysReissued { officer: id("bea"), keys: renewed.keys.clone() };
    stage.refuses_by(Rule::KeysNotProven, &stage.by("sam").introducing(renewed.keys.key), wrong);
    let before = stage.state.officers[&id("bea")].key;
    let (after, _) = stage.changes(&by, fact.clone());
    let parts = fact.parts(&after, &by.context()).expect("its entry breaks no rule");
    assert_eq!(parts, RequiredParts { renews: Some(before), ..RequiredParts::introduces(fact.keys.key) });
    assert!(after.officers[&id("bea")].had(before) && after.author(before) == Some(&id("bea")));
    assert!(after.is_due(&stage.secret_key(), stage.now, None));
    let mut gone = stage.clone();
    gone.play("ada", OfficerDisabled { officer: id("bea") });
    gone.refuses_by(Rule::OfficerNotActive, &by, fact);
}

#[test]
fn keys_that_were_replaced_are_remembered_and_never_come_back() {
    let mut stage = Stage::furnished();
    let before = stage.state.officers[&id("bea")].clone();
    let fact = stage.renewed("bea");
    let by = stage.by("bea").introducing(fact.keys.key);
    let (after, changed) = stage.changes(&by, fact.clone());
    let own = ["former", "key", "keys_decided", "recipient"].map(|place| format!("officers.bea.{place}"));
    assert_eq!(changed, [vec!["by_key.*".to_owned(), "keys".to_owned()], own.to_vec()].concat());
    let bea = &after.officers[&id("bea")];
    assert_eq!((bea.key, &bea.recipient), (fact.keys.key, &fact.keys.recipient));
    assert!(bea.had(before.key) && !bea.had(bea.key));
    assert_eq!(after.author(before.key), Some(&id("bea")), "what she signed before is hers");
    assert_eq!(bea.short_code(), short_code(&fact.keys.recipient, fact.keys.key));
    assert_ne!(bea.short_code(), before.short_code());
    let parts = fact.parts(&after, &by.context()).expect("its entry breaks no rule");
    assert_eq!(parts, RequiredParts { renews: Some(before.key), ..RequiredParts::introduces(fact.keys.key) });
    assert_eq!((fact.keys(&id("bea")), fact.under()), (Vec::new(), None));
    assert_eq!(fact.concerns(&after), Concerns::Officer(&id("bea")));

    stage.play_by(&by, fact);
    let again = |key, recipient: &Recipient| KeysRenewed {
        officer: id("bea"),
        keys: NewKeys::of(vault(), &id("bea"), Some(stage.state.officers[&id("bea")].key), recipient, &signer_of(key)),
    };
    let other = signer().key_id();
    let former = again(other, &before.recipient);
    stage.refuses_by(Rule::KeyOfAnother, &stage.by("bea").introducing(other), former);
    let former = again(before.key, &recipient());
    stage.refuses_by(Rule::KeyOfAnother, &stage.by("bea").introducing(before.key), former);
}

#[test]
fn what_was_given_to_keys_that_are_gone_is_given_again_and_nothing_new_is_sealed_to_it() {
    let mut stage = Stage::furnished();
    let fact = stage.renewed("bea");
    let secret = stage.secret_key();
    let delivered = stage.delivered(secret.clone(), &[1], &["bea"]);
    stage.refuses(Rule::DeliveredTwice, "rik", delivered.clone());
    assert!(!stage.state.is_due(&secret, stage.now, None));
    let by = stage.by("bea").introducing(fact.keys.key);
    stage.play_by(&by, fact);
    let unknown = |stage: &Stage, key: &KeyName| stage.state.keys[key].unknown_to(&id("bea"));
    assert_eq!(unknown(&stage, &secret), [1]);
    assert_eq!(unknown(&stage, &KeyName::Vault), [1]);
    assert!(stage.state.is_due(&secret, stage.now, None), "whoever has the old keys has it");
    assert!(!stage.state.is_due(&KeyName::Class(stage.low.clone()), stage.now, None), "she never knew that one");
    stage.play("rik", delivered);
    assert_eq!(unknown(&stage, &secret), [0_u32; 0]);
    assert!(stage.state.is_due(&secret, stage.now, None), "still");
    stage.play("rik", stage.rekeyed());
    assert!(!stage.state.is_due(&secret, stage.now, None));
}

#[test]
fn keys_that_many_hold_by_their_role_are_due_once_somebody_may_know_them_by_keys_that_count_no_more() {
    let common = |stage: &Stage, officer: &str| stage.state.common_keys_due(&id(officer));
    let none: [KeyName; 0] = [];
    let mut stage = Stage::furnished();
    for overseer in ["sam", "otto"] {
        stage.play("ada", stage.delivered(KeyName::Oversight, &[1], &[overseer]));
    }
    assert_eq!(common(&stage, "ada"), none);
    let mut revoked = stage.clone();
    let further = stage.further("otto", "Antwerp");
    revoked.play_by(&stage.by("otto").introducing(further.keys.key), further.clone());
    revoked.play("otto", IdentityRevoked { officer: id("otto"), key: further.keys.key });
    let mut renewed = stage.clone();
    let fact = stage.renewed("otto");
    renewed.play_by(&stage.by("otto").introducing(fact.keys.key), fact);
    let mut reissued = stage.clone();
    let fact = stage.reissued("otto");
    reissued.play_by(&stage.by("sam").introducing(fact.keys.key), fact);
    for mut after in [revoked, renewed, reissued] {
        for officer in ["ada", "sam"] {
            assert_eq!(common(&after, officer), [KeyName::Vault, KeyName::Oversight]);
        }
        assert_eq!(common(&after, "otto"), [KeyName::Oversight], "an auditor may renew no other");
        for officer in ["rik", "bea", "rosa"] {
            assert_eq!(common(&after, officer), none, "{officer}");
        }
        after.play("otto", Rekeyed { key: KeyName::Oversight, epoch: 2, recipient: Some(recipient()) });
        assert_eq!((common(&after, "otto"), common(&after, "ada")), (Vec::new(), vec![KeyName::Vault]));
        after.play("ada", Rekeyed { key: KeyName::Vault, epoch: 2, recipient: None });
        assert_eq!(common(&after, "ada"), none);
    }
    // Who never overlooked the log knew one of the two.
    let fact = stage.renewed("bea");
    stage.play_by(&stage.by("bea").introducing(fact.keys.key), fact);
    assert_eq!(common(&stage, "ada"), [KeyName::Vault]);
}

#[test]
fn a_short_code_is_of_both_keys_and_can_be_read_aloud() {
    let (one, other, first, second) = (recipient(), recipient(), signer().key_id(), signer().key_id());
    let code = short_code(&one, first);
    assert_ne!(code, short_code(&other, first));
    assert_ne!(code, short_code(&one, second));
    let groups: Vec<&str> = code.split(' ').collect();
    assert_eq!(groups.len(), 6);
    assert!(groups.iter().all(|group| group.len() == 5 && group.bytes().all(|digit| digit.is_ascii_digit())), "{code}");
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let mut examples = vec![
        stage.founded.clone().into(),
        added(officer("nina", &[Role::Reader])).into(),
        stage.reissued("bea").into(),
        OfficerDisabled { officer: id("bea") }.into(),
        stage.renewed("bea").into(),
        PassphraseChanged {
            officer: id("bea"),
            file: Some(IdentityFile { key: stage.state.officers[&id("bea")].key, number: 1 }),
            lock: NewLock::NoToken,
        }
        .into(),
        stage.further("bea", "Antwerp").into(),
        IdentityRevoked { officer: id("bea"), key: stage.state.officers[&id("bea")].key }.into(),
    ];
    examples.extend(roles::examples());
    examples
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| Founded { officer: drawn(&draw), ..draw.stage.founded }.into(),
    |draw| if draw.choice[4] % 2 == 0 { given(drawn(&draw)) } else { added(drawn(&draw)) }.into(),
    |draw| OfficerDisabled { officer: draw.officer }.into(),
    |draw| {
        let roles = [pick(&Role::ALL, draw.choice[1]), pick(&Role::ALL, draw.choice[2])].into();
        RolesChanged { officer: draw.officer, roles }.into()
    },
    |draw| {
        let (key, replaces) = (pick(&names().keys, draw.choice[1]), draw.stage.state.officers.get(&draw.officer));
        let keys = NewKeys::of(vault(), &draw.officer, replaces.map(|o| o.key), &draw.recipient, &signer_of(key));
        KeysRenewed { officer: draw.officer, keys }.into()
    },
    |draw| {
        let key = pick(&names().keys, draw.choice[1]);
        let keys = NewKeys::of(vault(), &draw.officer, None, &draw.recipient, &signer_of(key));
        KeysReissued { officer: draw.officer, keys }.into()
    },
    |draw| {
        let (key, number) = (pick(&names().keys, draw.choice[1]), u32::from(draw.choice[2]));
        let lock = pick(&[NewLock::Passphrase, NewLock::Token, NewLock::NoToken], draw.choice[3]);
        PassphraseChanged { officer: draw.officer, file: Some(IdentityFile { key, number }), lock }.into()
    },
    |draw| {
        let key = pick(&names().keys, draw.choice[1]);
        let keys = NewKeys::of(vault(), &draw.officer, None, &draw.recipient, &signer_of(key));
        IdentityAdded { officer: draw.officer, name: pick(&PEOPLE, draw.choice[2]).to_owned(), keys }.into()
    },
    |draw| {
        let known = draw.stage.state.officers.get(&draw.officer).map(|officer| officer.key);
        let key = known.filter(|_| draw.choice[1] % 2 == 0).unwrap_or_else(|| pick(&names().keys, draw.choice[2]));
        IdentityRevoked { officer: draw.officer, key }.into()
    },
];

/// Bea works at another workstation as well.
pub fn played(stage: &mut Stage) {
    let key = pick(&names().keys, 1);
    let keys = NewKeys::of(vault(), &id("bea"), None, &recipient(), &signer_of(key));
    let fact = IdentityAdded { officer: id("bea"), name: "Antwerp".to_owned(), keys };
    stage.play_by(&stage.by("bea").introducing(key), fact);
}

fn drawn(draw: &Draw) -> OfficerRecord {
    let [a, b, c, d, ..] = draw.choice;
    OfficerRecord {
        recipient: draw.recipient.clone(),
        key: pick(&names().keys, b),
        ..officer(pick(&PEOPLE[8..], a), &[pick(&Role::ALL, c), pick(&Role::ALL, d)])
    }
}

#[test]
fn an_officer_adds_identities_of_his_own_and_nobody_elses() {
    let stage = Stage::furnished();
    let fact = stage.further("bea", "Antwerp");
    let by = stage.by("bea").introducing(fact.keys.key);
    let (after, _) = stage.changes(&by, fact.clone());
    let bea = &after.officers[&id("bea")];
    assert!(bea.has(fact.keys.key) && bea.has(bea.key) && bea.identities().count() == 2);
    assert_eq!(after.author(fact.keys.key), Some(&id("bea")));
    let first = stage.state.officers[&id("bea")].key;
    let parts = RequiredParts { beside: Some(first), ..RequiredParts::introduces(fact.keys.key) };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    for author in ["ada", "rik"] {
        stage.refuses_by(Rule::AboutAnother, &By { author: id(author), ..by.clone() }, fact.clone());
    }
    stage.refuses_by(Rule::AuthorNotIntroduced, &stage.by("bea"), fact.clone());
    let of_another = IdentityAdded { keys: stage.further("rik", "x").keys, ..fact.clone() };
    let by_another = stage.by("bea").introducing(of_another.keys.key);
    stage.refuses_by(Rule::KeysNotProven, &by_another, of_another);
    for name in ["", " ", "a\nb", &"x".repeat(61)] {
        stage.refuses_by(Rule::IdentityMisnamed, &by, IdentityAdded { name: name.to_owned(), ..fact.clone() });
    }
    let known = NewKeys { recipient: stage.state.officers[&id("rik")].recipient.clone(), ..fact.keys.clone() };
    stage.refuses_by(Rule::KeyOfAnother, &by, IdentityAdded { keys: known, ..fact.clone() });
    let nobody = IdentityAdded { officer: id("nobody"), ..fact };
    stage.refuses_by(Rule::UnknownOfficer, &By { author: id("nobody"), ..by }, nobody);
}

#[test]
fn an_officer_has_only_so_many_identities() {
    let mut stage = Stage::furnished();
    for number in 1..registry::people::MAX_IDENTITIES {
        let fact = stage.further("bea", &number.to_string());
        stage.play_by(&stage.by("bea").introducing(fact.keys.key), fact);
    }
    let one_more = stage.further("bea", "more");
    stage.refuses_by(Rule::TooManyIdentities, &stage.by("bea").introducing(one_more.keys.key), one_more);
}

#[test]
fn what_is_delivered_to_an_officer_is_sealed_to_each_of_his_identities() {
    let mut stage = Stage::furnished();
    let fact = stage.further("bea", "Antwerp");
    stage.play_by(&stage.by("bea").introducing(fact.keys.key), fact.clone());
    let delivered = stage.delivered(KeyName::Vault, &[1], &["bea"]);
    let parts = delivered.parts(&stage.state, &stage.by("ada").context()).expect("it is one that may be made");
    assert_eq!(parts.officers, [stage.state.officers[&id("bea")].key, fact.keys.key].into());
}

#[test]
fn an_identity_is_revoked_by_its_officer_or_a_security_officer_and_never_the_last() {
    let mut stage = Stage::furnished();
    let first = stage.state.officers[&id("bea")].key;
    let fact = stage.further("bea", "Antwerp");
    let revoked = |officer: &str, key| IdentityRevoked { officer: id(officer), key };
    stage.refuses(Rule::LastIdentity, "bea", revoked("bea", first));
    stage.refuses(Rule::LastIdentity, "ada", revoked("bea", first));
    stage.play_by(&stage.by("bea").introducing(fact.keys.key), fact.clone());
    stage.refuses(Rule::NotSecurityOfficer, "rik", revoked("bea", first));
    stage.refuses(Rule::UnknownOfficer, "ada", revoked("nobody", first));
    stage.refuses(Rule::UnknownIdentity, "ada", revoked("bea", stage.state.officers[&id("rik")].key));
    for by in ["bea", "ada"] {
        stage.passes(by, revoked("bea", fact.keys.key));
    }
    assert!(!stage.state.is_due(&stage.secret_key(), stage.now, None));
    let gone = IdentityRevoked { officer: id("bea"), key: first };
    let parts = gone.parts(&stage.state, &stage.by("ada").context());
    assert_eq!(parts, Ok(RequiredParts::none()), "it hands over nothing");
    // The next takes the place of the first.
    stage.play("ada", revoked("bea", first));
    let bea = &stage.state.officers[&id("bea")];
    assert!(bea.key == fact.keys.key && bea.name == "Antwerp" && bea.further.is_empty());
    assert!(bea.had(first) && !bea.has(first));
    assert!(stage.state.is_due(&stage.secret_key(), stage.now, None), "somebody has keys that opened it");
    assert!(stage.state.keys[&stage.secret_key()].unknown_to(&id("bea")).is_empty(), "the other has what it had");
    let again = IdentityAdded {
        keys: NewKeys::of(vault(), &id("bea"), None, &recipient(), &signer_of(first)),
        ..stage.further("bea", "again")
    };
    stage.refuses_by(Rule::KeyOfAnother, &stage.by("bea").introducing(first), again);
}

#[test]
fn new_keys_in_place_of_the_old_ones_end_every_further_identity() {
    let mut stage = Stage::furnished();
    let fact = stage.further("bea", "Antwerp");
    stage.play_by(&stage.by("bea").introducing(fact.keys.key), fact.clone());
    let renewed = stage.renewed("bea");
    stage.play_by(&stage.by("bea").introducing(renewed.keys.key), renewed);
    let bea = &stage.state.officers[&id("bea")];
    assert!(bea.further.is_empty() && bea.had(fact.keys.key), "{bea:?}");
}
