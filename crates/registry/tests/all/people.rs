//! Officers.

use policy::{AccountStatus, Role};
use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, Places, RequiredParts};
use registry::keys::KeyName;
use registry::people::OfficerRecord;
use registry::state::State;
use seal::Signer;

use super::facts::{AtRandom, Draw, PEOPLE, names, pick};
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
        By { introduces: vec![Signer::generate().key_id()], ..by.clone() },
        by.clone().introducing(Signer::generate().key_id()),
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
fn the_founder_knows_every_key_of_the_vault_and_chose_his_own_passphrase() {
    let stage = Stage::bare();
    let (state, ada) = (&stage.state, &stage.state.officers[&id("ada")]);
    assert_eq!((state.name.as_str(), state.register.as_str()), ("Registry of the exercise", "EX"));
    assert!(ada.own_passphrase && ada.active() && ada.last_session.is_none());
    assert_eq!(state.author(stage.founded.officer.key), Some(&id("ada")));
    for (key, recipient) in [(KeyName::Vault, None), (KeyName::Oversight, Some(&stage.founded.oversight))] {
        let (number, epoch) = state.current(&key).unwrap();
        assert_eq!((number, epoch.recipient.as_ref(), epoch.custody), (1, recipient, 0), "{key:?}");
        assert_eq!(epoch.known_to, [id("ada")].into(), "{key:?}");
    }
    let rest = [state.dossiers.len(), state.classes.len(), state.documents.changed().count(), state.partners.len()];
    assert_eq!((rest, state.assents.len(), state.approval.is_none()), ([0; 4], 0, true));

    let (fact, by) = (&stage.founded, stage.by("ada"));
    let parts = fact.parts(state, &by.context()).unwrap();
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
    let added = |officer| OfficerAdded { officer };
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
    for introduces in [Vec::new(), vec![Signer::generate().key_id()], vec![new.key, Signer::generate().key_id()]] {
        stage.refuses_by(Rule::AuthorNotIntroduced, &By { introduces, ..by.clone() }, added(new.clone()));
    }
}

#[test]
fn an_officer_who_is_added_has_no_clearance_and_the_passphrase_that_he_was_given() {
    let stage = Stage::furnished();
    let fact = OfficerAdded { officer: officer("nina", &[Role::Reader, Role::Registrar]) };
    let by = stage.by("sam").introducing(fact.officer.key);
    let (after, changed) = stage.changes(&by, fact.clone());
    assert_eq!(changed, ["by_key.*", "officers.nina"]);
    let nina = &after.officers[&id("nina")];
    assert!(
        !nina.own_passphrase && nina.active() && nina.facts.clearances.is_empty() && nina.facts.briefings.is_empty()
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
    assert_eq!(changed, ["officers.carl.facts.status"]);
    assert_eq!(after.officers[&id("carl")].facts.status, AccountStatus::Disabled);
    let after = Stage { state: after, ..stage };
    after.refuses(Rule::OfficerNotActive, "sam", disabled("carl"));
    assert_eq!(disabled("carl").concerns(&stage.state), Concerns::Officer(&id("carl")));
}

#[test]
fn whoever_was_disabled_has_no_role_any_more() {
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
    let changed = |name| PassphraseChanged { officer: id(name) };
    stage.refuses(Rule::AboutAnother, "ada", changed("bea"));
    stage.refuses(Rule::UnknownOfficer, "nobody", changed("nobody"));
    let (after, places) = stage.changes(&stage.by("bea"), changed("bea"));
    assert_eq!(places, ["officers.bea.own_passphrase"]);
    assert!(after.officers[&id("bea")].own_passphrase);
    assert_eq!(changed("bea").concerns(&stage.state), Concerns::Officer(&id("bea")));
    let parts = changed("bea").parts(&after, &stage.by("bea").context()).unwrap();
    assert_eq!((parts.places, parts.introduces), (Places::Nothing, false));
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    vec![
        stage.founded.clone().into(),
        OfficerAdded { officer: officer("nina", &[Role::Reader]) }.into(),
        OfficerDisabled { officer: id("bea") }.into(),
        PassphraseChanged { officer: id("bea") }.into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| Founded { officer: drawn(&draw), ..draw.stage.founded }.into(),
    |draw| OfficerAdded { officer: drawn(&draw) }.into(),
    |draw| OfficerDisabled { officer: draw.officer }.into(),
    |draw| PassphraseChanged { officer: draw.officer }.into(),
];

fn drawn(draw: &Draw) -> OfficerRecord {
    let [a, b, c, d, ..] = draw.choice;
    OfficerRecord {
        recipient: draw.recipient.clone(),
        key: pick(&names().keys, b),
        ..officer(pick(&PEOPLE[8..], a), &[pick(&Role::ALL, c), pick(&Role::ALL, d)])
    }
}
