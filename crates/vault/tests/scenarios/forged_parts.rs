//! Entries whose parts are not those that their facts call for, and readers to whom keys were not given.

use ledger::{Draft, Entry, Ledger, Position};
use registry::ReplayError;
use registry::keys::Keyring;
use registry::people::NewKeys;
use registry::replay::{Begun, Earlier, Findings, Knowledge, Replay};
use registry::state::State;
use seal::{Identity, PartKey, Signer, Weight, seal_bytes, seal_part};
use serde_json::json;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

/// There is nothing before the first entry.
struct Nothing;

impl Earlier for Nothing {
    fn first_for(&self, _: &str) -> Option<Entry> {
        None
    }
}

/// By which rule reading a log from its first entry fails, for an officer with these keys, and at which entry.
#[track_caller]
fn stops(ledger: &Ledger, mut keyring: Keyring) -> (u64, &'static str) {
    let (entries, _) = ledger.read(&Position::start(), 1000).expect("the log is read");
    let (mut state, mut knowledge) = (State::default(), Knowledge::default());
    let outcome = Replay {
        now_ms: entries[0].at_ms(),
        believed_ms: 0,
        earlier: &Nothing,
        state: &mut state,
        keyring: &mut keyring,
        knowledge: &mut knowledge,
        begun: &mut Begun::from(&Position::start()),
        findings: Findings::default(),
    }
    .read(&entries);
    match outcome {
        Err(ReplayError::Forged { index, rule, .. }) => (index, rule.as_str()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_log_that_begins_with_an_author_whom_no_fact_makes_an_officer() {
    let temp = tempfile::tempdir().expect("a folder for the test");
    let mut ledger = Ledger::create(&temp.path().join("ledger.sqlite"), ledger::VaultId::random()).expect("a new log");
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let (vault_key, session) = (PartKey::generate(), seal::random_id());
    let place = |tag: &str| [ledger.vault().as_str(), tag].concat().into_bytes();
    let event = json!({ "event": "passphrase-changed", "officer": "bea" });
    let events = seal_part(&vault_key, &place("common/1"), json!({ "v": 1, "is": [event] }).to_string().as_bytes());
    let text = format!("# vault epoch 1\n# {}\n", vault_key.expose_secret_line().expose_secret());
    let draft = Draft::new(Weight::Dual)
        .introduce(signer.verifying_key())
        .part(format!("oversight/{session}"), b"x".to_vec())
        .part(format!("oversight-key/{session}"), b"x".to_vec())
        .part(
            format!("officer/{}", signer.key_id()),
            seal_bytes(&[identity.recipient()], text.as_bytes()).expect("sealed"),
        )
        .part("common/1", events);
    let head = ledger.head().expect("the log has a head");
    ledger.append(&head, &signer, 1_000_000, draft, ()).expect("the entry is appended").into_inner();
    let keyring = Keyring::new(id("bea"), identity, signer, ledger.vault().clone());
    assert_eq!(stops(&ledger, keyring), (0, "unknown_author"));
}

#[test]
fn an_entry_under_a_vault_key_that_was_given_to_nobody_else() {
    let house = House::furnished();
    let ada = Hostile::new(&house, "ada");
    // Somebody whom nobody gave a key: he reads nothing, and believes nothing.
    let keyring = Keyring::new(id("bea"), Identity::generate(), Signer::generate(), ada.ledger.vault().clone());
    assert_eq!(stops(&ada.ledger, keyring), (0, "vault_key_withheld"));
}

#[test]
fn a_delivery_without_the_part_that_has_the_key() {
    let house = House::furnished();
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let record = json!({ "id": "puppet", "full_name": "Puppet", "nationality": "BEL", "roles": ["reader"],
                         "recipient": identity.recipient().to_string(), "key": signer.key_id().to_string() });
    let rule = caught(&house, "sam", |hostile| {
        let keys = NewKeys::of(hostile.ledger.vault(), &id("puppet"), None, identity.recipient(), &signer);
        let proof = serde_json::to_value(keys.proof).expect("it is plain data");
        let event = json!({ "event": "officer-added", "officer": record, "proof": proof });
        Forgery::of(event).part("author", signer.verifying_key().to_bytes())
    });
    assert_eq!(rule, "delivery_without_key");
}

/// Under the name of a delivery that says nothing, an officer who knows no key could hand over a part that no delivery names.
#[test]
fn a_delivery_of_nothing_with_a_part_for_somebody() {
    let house = House::furnished();
    let otto = Hostile::new(&house, "otto").signer.key_id();
    let event = json!({ "event": "delivered", "key": { "kind": "vault" }, "epochs": [], "officers": ["otto"] });
    let rule = caught(&house, "carl", |_| Forgery::of(event).part(format!("officer/{otto}"), b"age".to_vec()));
    assert_eq!(rule, "says_nothing");
}

/// A custodian finds nothing in it that could be held against the log.
#[test]
fn a_deposit_of_nothing_with_a_part_for_custody() {
    let house = House::furnished();
    let rule = caught(&house, "otto", |hostile| {
        let dossier = hostile.event("dossier-created")["dossier"].as_str().expect("`dossier` is text").to_owned();
        Forgery::of(json!({ "event": "deposited", "key": { "kind": "dossier", "id": dossier }, "epochs": [] }))
            .part(format!("custody/{dossier}"), b"x".to_vec())
    });
    assert_eq!(rule, "says_nothing");
}

/// What one program reads and another does not understand would split the vault.
#[test]
fn a_fact_that_says_more_than_it_can_in_the_name_of_a_key_or_a_marking() {
    let house = House::furnished();
    let key = json!({ "kind": "vault", "more": 1 });
    let event = json!({ "event": "rekeyed", "key": key, "epoch": 2, "recipient": null });
    assert_eq!(caught(&house, "sam", |_| Forgery::of(event)), "events_malformed");
    let house = House::furnished();
    let rule = caught(&house, "rik", |hostile| {
        let access =
            json!({ "policy": "BEL", "classification": "SECRET", "restrictive": {}, "permissive": {}, "more": 1 });
        let recipient = Identity::generate().recipient().to_string();
        let dossier = hostile.event("dossier-created")["dossier"].clone();
        Forgery::of(json!({ "event": "class-made", "class": seal::random_id(), "dossier": dossier, "access": access,
                            "recipient": recipient }))
    });
    assert_eq!(rule, "events_malformed");
}

#[test]
fn a_part_that_is_there_twice() {
    let house = House::furnished();
    let tag = format!("custody/{}", seal::random_id());
    let rule = caught(&house, "bea", |_| {
        Forgery::all(Vec::new()).part(tag.clone(), b"one".to_vec()).part(tag.clone(), b"other".to_vec())
    });
    assert_eq!(rule, "part_twice");
}
