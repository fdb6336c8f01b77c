//! Each right, broken by an officer who signs what he has no right to, and caught by the next who unlocks.

use seal::{Identity, Signer, Weight, seal_bytes};
use serde_json::{Value, json};
use vault::*;

use super::hostile::{Forgery, Hostile};
use super::house::*;

/// Appends it as `author`, and says by which rule bea's unlock fails.
#[track_caller]
pub fn caught(house: &House, author: &str, forgery: impl FnOnce(&mut Hostile) -> Forgery) -> &'static str {
    let mut hostile = Hostile::new(house, author);
    let forgery = forgery(&mut hostile);
    let index = hostile.position.size();
    hostile.append(forgery);
    drop(hostile);
    rule(house.try_unlock("bea"), index)
}

#[track_caller]
pub fn rule(outcome: Result<Session, Error>, at: u64) -> &'static str {
    match outcome {
        Err(error @ Error::Forged { .. }) => {
            assert_eq!(error.exit(), ExitClass::Integrity);
            let Error::Forged { index, rule, .. } = error else { unreachable!() };
            assert_eq!(index, at);
            rule
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("nobody noticed"),
    }
}

fn clearance(officer: &str) -> Value {
    json!({ "event": "clearance-granted", "officer": officer, "policy": "BEL", "level": "SECRET", "categories": {},
            "from": "2026-01-01", "until": "2030-12-31", "certificate": "x", "authority": "ANS" })
}

fn officer_record(id: &str, identity: &Identity, signer: &Signer) -> Value {
    json!({ "id": id, "full_name": "Puppet", "nationality": "BEL", "roles": ["security-officer"],
            "recipient": identity.recipient().to_string(), "key": signer.key_id().to_string() })
}

#[test]
fn what_an_officer_may_do_is_not_forged() {
    // The tool itself: an entry that its author may make passes.
    let house = House::furnished();
    Hostile::new(&house, "sam").append(Forgery::of(clearance("carl")));
    let mut carl = house.unlock("carl");
    assert_eq!(carl.clearances(false).expect("carl lists the clearances").len(), 1);
}

#[test]
fn a_clearance_by_somebody_who_is_no_security_officer() {
    let house = House::furnished();
    assert_eq!(caught(&house, "carl", |_| Forgery::of(clearance("bea"))), "not_security_officer");
}

#[test]
fn a_clearance_that_a_security_officer_gives_to_himself() {
    let house = House::furnished();
    assert_eq!(caught(&house, "sam", |_| Forgery::of(clearance("sam"))), "about_oneself");
}

#[test]
fn a_withdrawn_clearance_that_its_holder_reinstates() {
    let house = House::furnished();
    let event = json!({ "event": "clearance-changed", "officer": "carl", "policy": "BEL", "status": "Valid" });
    let mut lower = event.clone();
    lower["status"] = json!("valid");
    assert_eq!(caught(&house, "carl", |_| Forgery::of(lower)), "not_security_officer");
    let house = House::furnished();
    assert_eq!(caught(&house, "carl", |_| Forgery::of(event)), "events_malformed");
}

#[test]
fn a_change_of_passphrase_that_another_records() {
    let house = House::furnished();
    let event = json!({ "event": "passphrase-changed", "officer": "bea" });
    assert_eq!(caught(&house, "ada", |_| Forgery::of(event)), "about_another");
}

#[test]
fn a_briefing_that_a_security_officer_gives_to_himself() {
    let house = House::furnished();
    let event = json!({ "event": "briefing-recorded", "officer": "sam", "policy": "BEL", "level": "SECRET", "date": "2026-01-01" });
    assert_eq!(caught(&house, "sam", |_| Forgery::of(event)), "about_oneself");
}

#[test]
fn an_officer_whom_a_reader_adds() {
    let house = House::furnished();
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let event =
        json!({ "event": "officer-added", "officer": officer_record("puppet", &identity, &signer), "proof": null });
    let rule = caught(&house, "bea", |_| Forgery::of(event).part("author", signer.verifying_key().to_bytes()));
    assert_eq!(rule, "not_security_officer");
}

#[test]
fn a_key_that_is_introduced_without_an_officer() {
    let house = House::furnished();
    let signer = Signer::generate();
    let rule = caught(&house, "bea", |_| Forgery::all(Vec::new()).part("author", signer.verifying_key().to_bytes()));
    assert_eq!(rule, "author_introduced_without_right");
}

#[test]
fn a_key_of_another_than_the_officer_who_is_added() {
    let house = House::furnished();
    let (identity, signer, other) = (Identity::generate(), Signer::generate(), Signer::generate());
    let event =
        json!({ "event": "officer-added", "officer": officer_record("puppet", &identity, &signer), "proof": null });
    let rule = caught(&house, "sam", |_| Forgery::of(event).part("author", other.verifying_key().to_bytes()));
    assert_eq!(rule, "author_not_introduced");
}

#[test]
fn an_officer_who_is_disabled_while_the_keys_stay() {
    let house = House::furnished();
    let event = json!({ "event": "officer-disabled", "officer": "carl" });
    assert_eq!(caught(&house, "sam", |_| Forgery::of(event)), "disabled_without_new_keys");
}

#[test]
fn a_vault_key_that_is_renewed_and_given_to_nobody() {
    let house = House::furnished();
    let event = json!({ "event": "rekeyed", "key": { "kind": "vault" }, "epoch": 2, "recipient": null });
    assert_eq!(caught(&house, "sam", |_| Forgery::of(event)), "key_withheld");
}

#[test]
fn a_vault_key_that_a_reader_renews() {
    let house = House::furnished();
    let event = json!({ "event": "rekeyed", "key": { "kind": "vault" }, "epoch": 2, "recipient": null });
    assert_eq!(caught(&house, "bea", |_| Forgery::of(event)), "rekeyed_without_right");
}

#[test]
fn an_oversight_key_that_is_kept_from_the_auditor() {
    let house = House::furnished();
    let recipient = Identity::generate().recipient().to_string();
    let event = json!({ "event": "rekeyed", "key": { "kind": "oversight" }, "epoch": 2, "recipient": recipient });
    assert_eq!(caught(&house, "sam", |_| Forgery::of(event)), "key_withheld");
}

#[test]
fn an_entry_by_an_officer_who_was_disabled() {
    let house = House::furnished();
    house.unlock("sam").disable_officer(&id("carl"), "left").expect("sam disables carl's account");
    assert_eq!(caught(&house, "carl", |_| Forgery::all(Vec::new())), "officer_not_active");
}

#[test]
fn an_entry_under_a_vault_key_that_was_renewed() {
    let house = House::furnished();
    house.unlock("sam").disable_officer(&id("carl"), "left").expect("sam disables carl's account");
    assert_eq!(caught(&house, "carl", |_| Forgery::of(clearance("bea"))), "old_vault_key");
}

#[test]
fn a_member_whom_somebody_else_than_the_keeper_adds() {
    let house = House::furnished();
    let rule = caught(&house, "bea", |hostile| {
        let dossier = hostile.event("dossier-created")["dossier"].clone();
        Forgery::of(json!({ "event": "member-added", "dossier": dossier, "officer": "otto", "from": "2026-11-22",
                            "until": null }))
    });
    assert_eq!(rule, "not_keeper_of_dossier");
}

#[test]
fn a_keeper_who_puts_himself_on_the_list() {
    let house = House::furnished();
    let rule = caught(&house, "ada", |hostile| {
        let dossier = hostile.event("dossier-created")["dossier"].clone();
        Forgery::of(json!({ "event": "member-added", "dossier": dossier, "officer": "ada", "from": "2026-11-22",
                            "until": null }))
    });
    assert_eq!(rule, "about_oneself");
}

#[test]
fn a_member_whom_somebody_else_than_the_keeper_removes() {
    let house = House::furnished();
    let rule = caught(&house, "bea", |hostile| {
        let dossier = hostile.event("dossier-created")["dossier"].clone();
        Forgery::of(json!({ "event": "member-removed", "dossier": dossier, "officer": "rik" }))
    });
    assert_eq!(rule, "not_keeper_of_dossier");
}

/// A house with one SECRET document, whose class key rik, bea and rosa hold.
fn with_document() -> House {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    house
}

#[test]
fn a_class_key_that_its_holder_gives_to_a_member_without_clearance() {
    let house = with_document();
    let carl = Hostile::new(&house, "carl");
    let rule = caught(&house, "rik", |hostile| {
        let (class, _) = hostile.held("class").pop().expect("a class key is held");
        let key = &hostile.keys.iter().find(|(name, _)| name.starts_with("class ")).expect("the officer holds the key");
        let text = format!("# {}\n{}\n", key.0, key.1);
        let sealed = seal_bytes(&[carl.identity.recipient()], text.as_bytes()).expect("it is sealed");
        Forgery::of(json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [1],
                            "officers": ["carl"] }))
        .part(format!("officer/{}", carl.signer.key_id()), sealed)
    });
    assert_eq!(rule, "delivered_to_stranger");
}

#[test]
fn a_class_key_that_is_handed_over_without_saying_so() {
    let house = with_document();
    let carl = Hostile::new(&house, "carl");
    let rule = caught(&house, "rik", |_| {
        Forgery::all(Vec::new()).part(format!("officer/{}", carl.signer.key_id()), b"age".to_vec())
    });
    assert_eq!(rule, "delivered_unrecorded");
}

#[test]
fn a_delivery_by_somebody_who_does_not_hold_the_key() {
    let house = with_document();
    let rule = caught(&house, "carl", |hostile| {
        let class = hostile.event("class-made")["class"].clone();
        Forgery::of(json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [1],
                            "officers": ["carl"] }))
    });
    assert_eq!(rule, "delivered_without_holding");
}

#[test]
fn a_delivery_of_another_key_than_the_one_that_is_named() {
    let house = with_document();
    let mut hostile = Hostile::new(&house, "rik");
    let bea = Hostile::new(&house, "bea");
    let (class, _) = hostile.held("class").pop().expect("a class key is held");
    let recipient = Identity::generate().recipient().to_string();
    // A new epoch whose key bea gets, but not this one.
    let other = Identity::generate();
    let text = format!("# class {class} epoch 2\n{}\n", other.expose_secret_line().expose_secret());
    let sealed = seal_bytes(&[bea.identity.recipient()], text.as_bytes()).expect("it is sealed");
    let index = hostile.position.size();
    hostile.append(
        Forgery::all(vec![
            json!({ "event": "rekeyed", "key": { "kind": "class", "id": class }, "epoch": 2, "recipient": recipient }),
            json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [2], "officers": ["bea"] }),
        ])
        .part(format!("officer/{}", bea.signer.key_id()), sealed)
        .part(format!("custody/{class}"), b"x".to_vec()),
    );
    assert_eq!(rule(house.try_unlock("bea"), index), "another_key_delivered");
}

#[test]
fn a_class_key_that_is_kept_from_custody() {
    let house = with_document();
    let rule = caught(&house, "rik", |hostile| {
        let (class, _) = hostile.held("class").pop().expect("a class key is held");
        let recipient = Identity::generate().recipient().to_string();
        Forgery::of(json!({ "event": "rekeyed", "key": { "kind": "class", "id": class }, "epoch": 2,
                            "recipient": recipient }))
    });
    assert_eq!(rule, "custody_part_missing");
}

#[test]
fn a_document_that_is_filed_under_another_epoch_than_the_present() {
    let house = with_document();
    let rule = caught(&house, "rik", |hostile| {
        let class = hostile.event("class-made")["class"].clone();
        Forgery::of(json!({ "event": "filed", "document": seal::random_id(), "class": class, "epoch": 2 }))
    });
    assert_eq!(rule, "epoch_out_of_order");
}

#[test]
fn a_document_that_is_filed_twice_or_without_its_sheet() {
    let house = with_document();
    let again = caught(&house, "rik", |hostile| Forgery::of(hostile.event("filed")));
    assert_eq!(again, "document_filed_twice");
    let house = with_document();
    let bare = caught(&house, "rik", |hostile| {
        let mut event = hostile.event("filed");
        event["document"] = json!(seal::random_id());
        Forgery::of(event)
    });
    assert_eq!(bare, "filed_without_sheet");
}

#[test]
fn rights_that_bear_one_signature_only() {
    let house = House::furnished();
    let rule = caught(&house, "sam", |_| Forgery { weight: Weight::Single, ..Forgery::of(clearance("carl")) });
    assert_eq!(rule, "signed_too_lightly");
}

#[test]
fn an_entry_without_a_part_for_oversight() {
    let house = House::furnished();
    let rule = caught(&house, "sam", |_| Forgery { oversight: false, ..Forgery::of(clearance("carl")) });
    assert_eq!(rule, "hidden_from_oversight");
}

#[test]
fn events_that_nobody_can_read() {
    let house = House::furnished();
    let rule = caught(&house, "bea", |_| Forgery::all(Vec::new()).part("common/1", vec![7; 80]));
    assert_eq!(rule, "part_sealed_wrongly");
    let house = House::furnished();
    assert_eq!(caught(&house, "bea", |_| Forgery::of(json!({ "event": "crowned" }))), "events_malformed");
}

#[test]
fn a_part_for_an_audience_that_does_not_exist() {
    let house = House::furnished();
    let rule = caught(&house, "bea", |_| Forgery::all(Vec::new()).part("everybody", b"x".to_vec()));
    assert_eq!(rule, "unknown_audience");
}

#[test]
fn an_entry_of_a_later_program_is_no_forgery() {
    let house = House::furnished();
    let mut sam = Hostile::new(&house, "sam");
    sam.append(Forgery { version: 2, ..Forgery::of(json!({ "event": "crowned" })) });
    assert!(matches!(house.try_unlock("bea"), Err(Error::Newer { format: 2 })));
}

#[test]
fn a_vault_that_is_founded_again() {
    let house = House::furnished();
    assert_eq!(caught(&house, "ada", |hostile| Forgery::of(hostile.event("founded"))), "founded_twice");
}

#[test]
fn a_session_that_meets_a_forgery_believes_nothing_from_then_on() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    Hostile::new(&house, "carl").append(Forgery::of(clearance("carl")));
    let first = bea.list(&DocumentFilter::default()).expect_err("bea's list of documents is refused");
    assert_eq!(first.code(), "forged");
    assert_eq!(bea.dossiers(&Default::default()).expect_err("bea's list of dossiers is refused").code(), "forged");
    assert_eq!(
        bea.open_document(&DocumentId::parse(&seal::random_id()).expect("of the form of an id"), "x")
            .expect_err("refused")
            .code(),
        "forged"
    );
    drop(bea);
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "forged");
    assert_eq!(house.try_unlock("ada").expect_err("ada is not let in").code(), "forged");
    // Every signature is right: without keys the log is whole.
    house.open().verify().expect("the log is whole");
}

pub fn answered(release: &ReleaseId, answer: &str) -> Value {
    json!({ "event": "answered", "request": release.as_str(), "answer": answer })
}

/// A partner, confirmed, and a release of one SECRET document that rosa asked for.
pub fn with_release() -> (House, ReleaseId) {
    let house = House::furnished();
    let partner = super::releases::partner(&house, "DGSE", "FRA", Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"])));
    let release =
        house.unlock("rosa").request_release(&partner, &[filed.id], "exchange", &[]).expect("asked for").release;
    (house, release)
}

#[test]
fn a_release_that_its_requester_approves() {
    let (house, release) = with_release();
    let rule = caught(&house, "rosa", |_| Forgery::of(answered(&release, "yes")));
    assert_eq!(rule, "released_without_right");
}

#[test]
fn a_release_that_somebody_without_the_role_approves() {
    let (house, release) = with_release();
    let rule = caught(&house, "rik", |_| Forgery::of(answered(&release, "yes")));
    assert_eq!(rule, "released_without_right");
}

/// A release authority of another nation than those to whom the document is releasable: that denies, and a denial does not
/// spell out the rest.
fn with_foreign_authority(ceiling: Level) -> (House, ReleaseId) {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "ines", "ITA", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "ines", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("ines"), None, "exercise").expect("ada adds ines to the dossier");
    let partner = super::releases::partner(&house, "DGSE", "FRA", ceiling);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"])));
    let release = ReleaseId::parse(&seal::random_id()).expect("of the form of an id");
    let matter = json!({ "kind": "release", "partner": partner.as_str(), "documents": [filed.id.as_str()],
                         "consents": {} });
    let event = json!({ "event": "asked", "request": release.as_str(), "matter": matter });
    Hostile::new(&house, "ines").append(Forgery::of(event));
    (house, release)
}

#[test]
fn an_approval_of_ones_own_request_does_not_hide_behind_another_denial() {
    let (house, release) = with_foreign_authority(Level::Secret);
    drop(house.unlock("bea"));
    let rule = caught(&house, "ines", |_| Forgery::of(answered(&release, "yes")));
    assert_eq!(rule, "released_without_right");
}

#[test]
fn a_partner_who_may_not_have_the_level_does_not_hide_behind_another_denial() {
    let (house, release) = with_foreign_authority(Level::Confidential);
    let index = house.open().verify().expect("the log is whole").entries - 1;
    assert_eq!(rule(house.try_unlock("bea"), index), "released_without_right", "{release}");
}

#[test]
fn a_package_that_somebody_without_the_role_writes() {
    let (house, release) = with_release();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
    house.reaches("remi");
    house.unlock("remi").approve_release(&release).expect("remi approves the release");
    let written = json!({ "event": "release-written", "release": release.as_str() });
    let rightful = house.copy();
    Hostile::new(&rightful, "rosa").append(Forgery::of(written.clone()));
    drop(rightful.unlock("bea"));
    assert_eq!(caught(&house, "rik", |_| Forgery::of(written)), "released_without_right");
}

#[test]
fn an_approval_or_a_package_that_bears_one_signature_only() {
    for event in ["answered", "release-written"] {
        let (house, release) = with_release();
        let mut ada = house.unlock("ada");
        house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
        clear(&mut ada, "remi", "BEL", "SECRET");
        ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
        house.reaches("remi");
        let forgery = if event == "release-written" {
            house.unlock("remi").approve_release(&release).expect("remi approves the release");
            json!({ "event": event, "release": release.as_str() })
        } else {
            answered(&release, "yes")
        };
        let rule = caught(&house, "remi", |_| Forgery { weight: Weight::Single, ..Forgery::of(forgery) });
        assert_eq!(rule, "signed_too_lightly", "{event}");
    }
}

#[test]
fn a_release_that_is_written_before_it_is_approved() {
    let (house, release) = with_release();
    let rule =
        caught(&house, "rosa", |_| Forgery::of(json!({ "event": "release-written", "release": release.as_str() })));
    assert_eq!(rule, "release_out_of_order");
}

#[test]
fn a_release_that_is_asked_for_by_somebody_who_may_not_open_the_document() {
    let (house, _) = with_release();
    let rule = caught(&house, "carl", |hostile| {
        let mut event = hostile.event("asked");
        event["request"] = json!(seal::random_id());
        Forgery::of(event)
    });
    assert_eq!(rule, "released_without_right");
}

#[test]
fn a_release_of_a_caveat_that_the_agreement_does_not_cover() {
    let (house, _) = with_release();
    let mut ada = house.unlock("ada");
    grant(&mut ada, "rosa", "BEL", "SECRET", &[("Handling", "SOURCE")]).expect("ada grants the clearance");
    let marking = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE")]);
    let filed = file(&mut house.unlock("rik"), "Source", marking);
    let rule = caught(&house, "rosa", |hostile| {
        let mut event = hostile.event("asked");
        event["request"] = json!(seal::random_id());
        event["matter"]["documents"] = json!([filed.id.as_str()]);
        Forgery::of(event)
    });
    assert_eq!(rule, "released_without_right");
}

#[test]
fn a_release_that_a_stranger_recalls() {
    let (house, release) = with_release();
    let rule = caught(&house, "carl", |_| Forgery::of(answered(&release, "withdrawn")));
    assert_eq!(rule, "not_release_authority");
}

#[test]
fn a_partner_whom_a_reader_adds_or_confirms() {
    let (house, _) = with_release();
    let added = caught(&house, "bea", |hostile| {
        let mut event = hostile.event("partner-added");
        event["partner"]["id"] = json!("OTHER");
        Forgery::of(event)
    });
    assert_eq!(added, "not_release_authority");
    let (house, _) = with_release();
    let confirmed = caught(&house, "bea", |hostile| Forgery::of(hostile.event("partner-confirmed")));
    assert_eq!(confirmed, "not_release_authority");
}

#[test]
fn a_partner_with_the_key_of_another_or_of_an_officer() {
    let (house, _) = with_release();
    let twice = caught(&house, "ada", |hostile| {
        let mut event = hostile.event("partner-added");
        event["partner"]["id"] = json!("OTHER");
        event["partner"]["nation"] = json!("NLD");
        Forgery::of(event)
    });
    assert_eq!(twice, "key_of_another");
    let (house, _) = with_release();
    let officers = caught(&house, "ada", |hostile| {
        let mut event = hostile.event("partner-added");
        event["partner"]["id"] = json!("OTHER");
        let added = hostile
            .events()
            .into_iter()
            .find(|event| event["officer"]["id"] == "bea")
            .expect("the event is in the log");
        event["partner"]["recipient"] = added["officer"]["recipient"].clone();
        Forgery::of(event)
    });
    assert_eq!(officers, "key_of_another");
}

#[test]
fn an_officer_or_a_partner_of_a_nation_that_is_none() {
    let house = House::furnished();
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let mut record = officer_record("puppet", &identity, &signer);
    record["nationality"] = json!("XYZ");
    let event = json!({ "event": "officer-added", "officer": record, "proof": null });
    let rule = caught(&house, "sam", |_| Forgery::of(event).part("author", signer.verifying_key().to_bytes()));
    assert_eq!(rule, "unknown_nation");
    let (house, _) = with_release();
    let rule = caught(&house, "ada", |hostile| {
        let mut event = hostile.event("partner-added");
        event["partner"]["id"] = json!("OTHER");
        event["partner"]["nation"] = json!("BLE");
        event["partner"]["recipient"] = json!(Identity::generate().recipient().to_string());
        Forgery::of(event)
    });
    assert_eq!(rule, "unknown_nation");
}

#[test]
fn a_partner_who_is_confirmed_with_another_fingerprint() {
    let (house, _) = with_release();
    let rule = caught(&house, "sam", |hostile| {
        let mut event = hostile.event("partner-confirmed");
        event["fingerprint"] = json!("0000 0000");
        Forgery::of(event)
    });
    assert_eq!(rule, "fingerprint_of_another_key");
}

#[test]
fn a_key_that_a_quantum_computer_could_open() {
    let house = House::furnished();
    // A classic recipient, whose documents somebody might copy today and open one day.
    let classic = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    let rule = caught(&house, "rik", |hostile| {
        let mut event = hostile.event("dossier-created");
        event["dossier"] = json!(seal::random_id());
        event["recipient"] = json!(classic);
        Forgery::of(event)
    });
    assert_eq!(rule, "recipient_not_post_quantum");
}

#[test]
fn a_key_that_is_delivered_again() {
    let house = with_document();
    let bea = Hostile::new(&house, "bea");
    let rule = caught(&house, "rik", |hostile| {
        let (class, _) = hostile.held("class").pop().expect("a class key is held");
        let text = format!("# class {class} epoch 1\n{}\n", Identity::generate().expose_secret_line().expose_secret());
        let sealed = seal_bytes(&[bea.identity.recipient()], text.as_bytes()).expect("it is sealed");
        Forgery::of(json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [1],
                            "officers": ["bea"] }))
        .part(format!("officer/{}", bea.signer.key_id()), sealed)
    });
    assert_eq!(rule, "delivered_twice");
}

#[test]
fn two_vault_keys_of_which_nobody_could_say_which_is_delivered() {
    let house = House::furnished();
    let bea = Hostile::new(&house, "bea");
    let rule = caught(&house, "sam", |hostile| {
        let slipped = seal::PartKey::generate();
        let keys = [hostile.vault_key(1), slipped];
        let text: String = keys
            .iter()
            .map(|key| format!("# vault epoch 1\n# {}\n", key.expose_secret_line().expose_secret()))
            .collect();
        let sealed = seal_bytes(&[bea.identity.recipient()], text.as_bytes()).expect("it is sealed");
        Forgery::of(json!({ "event": "delivered", "key": { "kind": "vault" }, "epochs": [1], "officers": ["bea"] }))
            .part(format!("officer/{}", bea.signer.key_id()), sealed)
    });
    assert_eq!(rule, "part_sealed_wrongly");
}

#[test]
fn what_is_written_under_a_key_that_only_one_officer_was_given_is_read_by_nobody() {
    let house = with_document();
    let (mut rik, bea) = (Hostile::new(&house, "rik"), Hostile::new(&house, "bea"));
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    house.unlock("rik");
    file(&mut house.unlock("rik"), "Later", marked("SECRET", None));
    house.unlock("sam").reinstate_clearance(&id("bea"), "BEL", "cleared up").expect("sam reinstates bea's clearance");
    rik.read();
    // A rightful delivery, with a vault key next to it that is bea's alone.
    let (class, _) = rik.held("class").pop().expect("a class key is held");
    let genuine = rik.identity_of(&format!("class {class} epoch 2")).expect("the officer holds the key");
    let own = seal::PartKey::generate();
    let text = format!(
        "# class {class} epoch 2\n{}\n# vault epoch 1\n# {}\n",
        genuine.expose_secret_line().expose_secret(),
        own.expose_secret_line().expose_secret(),
    );
    let sealed = seal_bytes(&[bea.identity.recipient()], text.as_bytes()).expect("it is sealed");
    rik.append(
        Forgery::of(json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [2],
                            "officers": ["bea"] }))
        .part(format!("officer/{}", bea.signer.key_id()), sealed),
    );
    drop(house.unlock("bea"));
    rik.read();
    let plain = json!({ "v": 1, "is": [clearance("carl")] }).to_string();
    let index = rik.position.size();
    let sealed = seal::seal_part(&own, &rik.place("common/1"), plain.as_bytes());
    rik.append(Forgery::all(Vec::new()).part("common/1", sealed));
    for which in ["kept", "new"] {
        assert_eq!(rule(house.try_unlock("bea"), index), "part_sealed_wrongly", "{which}");
        if which == "kept" {
            std::fs::remove_file(house.path("desks/bea.sqlite")).expect("the index is removed");
        }
    }
}

#[test]
fn a_key_that_is_slipped_in_next_to_another_does_not_take_the_place_of_the_real_one() {
    let house = House::furnished();
    let mut sam = house.unlock("sam");
    sam.suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    sam.reinstate_clearance(&id("bea"), "BEL", "cleared up").expect("sam reinstates bea's clearance");
    // Now bea may hold the key, and rik's own program is the first to deliver it.
    let mut rik = Hostile::new(&house, "rik");
    let bea = Hostile::new(&house, "bea");
    let (class, _) = rik.held("class").pop().expect("a class key is held");
    let genuine = rik.identity_of(&format!("class {class} epoch 1")).expect("the officer holds the key");
    // Next to it, a key for an epoch that does not exist yet, and vault keys of this and the next epoch.
    let vault = |epoch: u32| {
        let key = seal::PartKey::generate();
        format!("# vault epoch {epoch}\n# {}\n", key.expose_secret_line().expose_secret())
    };
    let text = format!(
        "# class {class} epoch 1\n{}\n# class {class} epoch 2\n{}\n{}{}",
        genuine.expose_secret_line().expose_secret(),
        Identity::generate().expose_secret_line().expose_secret(),
        vault(1),
        vault(2),
    );
    let sealed = seal_bytes(&[bea.identity.recipient()], text.as_bytes()).expect("it is sealed");
    rik.append(
        Forgery::of(json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [1],
                            "officers": ["bea"] }))
        .part(format!("officer/{}", bea.signer.key_id()), sealed),
    );
    // The vault key is renewed, and bea is the first to write under it.
    drop(rik);
    sam.disable_officer(&id("carl"), "left").expect("sam disables carl's account");
    drop(house.unlock("bea"));
    house.unlock("ada").suspend_clearance(&id("rosa"), "BEL", "inquiry").expect("ada suspends rosa's clearance");
    let filed = file(&mut house.unlock("rik"), "After", marked("SECRET", None));
    for which in ["kept", "new"] {
        let mut bea = if which == "new" { house.unlock_without_index("bea") } else { house.unlock("bea") };
        assert!(titles(&mut bea).contains(&"After".to_owned()), "{which}");
        read(&mut bea, &filed.id);
        file(&mut bea, &format!("Hers {which}"), marked("CONFIDENTIEL", None));
    }
    assert_eq!(titles(&mut house.unlock("rik")), ["After", "Hers kept", "Hers new", "Report"]);
}
