//! Officers who must no longer read: the keys that they knew are renewed, and what is filed later is closed to them even with
//! the keys that he kept.

use std::fs::File;

use seal::SealedReader;
use testkit::date;
use vault::*;

use super::hostile::Hostile;
use super::house::*;

/// Whether an officer can open an object with what the log ever gave him, and his own program.
fn opens(house: &House, officer: &str, filed: &FilingResult) -> bool {
    let hostile = Hostile::new(house, officer);
    let path = house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    let keys = hostile.held("class");
    keys.iter().any(|(id, epoch)| {
        let identity = hostile.identity_of(&format!("class {id} epoch {epoch}")).expect("the officer holds the key");
        SealedReader::open(&identity, filed.id.as_str(), File::open(&path).expect("the file opens")).is_ok()
    })
}

/// Files before and after `revoke`, and looks at what bea can open by herself.
fn closes(revoke: impl FnOnce(&House)) {
    let house = House::furnished();
    let before = file(&mut house.unlock("rik"), "Before", marked("SECRET", None));
    assert!(opens(&house, "bea", &before));
    revoke(&house);
    let after = file(&mut house.unlock("rik"), "After", marked("SECRET", None));
    assert_eq!(after.class, before.class);
    assert_eq!(after.reference.split('/').next_back(), Some("0002"));
    assert!(!opens(&house, "bea", &before), "what she had is sealed for the new key as it lies; her copies are hers");
    assert!(opens(&house, "rosa", &before));
    assert!(!opens(&house, "bea", &after));
    assert!(opens(&house, "rosa", &after), "the others go on");
    assert_eq!(titles(&mut house.unlock("rosa")), ["After", "Before"]);
    read(&mut house.unlock("rosa"), &before.id);
    assert!(epochs(&mut house.unlock("otto"), &before.class) >= 2);
}

#[test]
fn a_suspended_clearance_renews_the_keys() {
    closes(|house| house.unlock("ada").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("suspended"));
}

#[test]
fn a_withdrawn_clearance_renews_the_keys_even_if_no_custodian_is_there() {
    closes(|house| house.unlock("sam").withdraw_clearance(&id("bea"), "BEL", "decision").expect("withdrawn"));
}

#[test]
fn a_member_who_is_removed_renews_the_keys() {
    closes(|house| {
        drop(house.unlock("ada").remove_member(&dossier("D-1"), &id("bea"), "other duty").expect("removed"))
    });
}

#[test]
fn an_officer_who_is_disabled_renews_the_keys() {
    closes(|house| house.unlock("sam").disable_officer(&id("bea"), "left").expect("sam disables bea's account"));
}

#[test]
fn a_clearance_that_runs_out_renews_the_keys() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "tim", "BEL", &[Role::Reader]);
    ada.grant_clearance(GrantClearance {
        officer: id("tim"),
        policy: "BEL".to_owned(),
        level: "SECRET".to_owned(),
        categories: Default::default(),
        from: date(2026, 1, 1),
        until: date(2026, 11, 30),
        certificate: "C".to_owned(),
        authority: "ANS".to_owned(),
    })
    .expect("ada grants the clearance");
    brief(&mut ada, "tim", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("tim"), None, "exercise").expect("ada adds tim to the dossier");
    let before = file(&mut house.unlock("rik"), "Before", marked("SECRET", None));
    assert!(opens(&house, "tim", &before));
    house.clock.forward(20);
    let after = file(&mut house.unlock("rik"), "After", marked("SECRET", None));
    assert!(!opens(&house, "tim", &after));
}

#[test]
fn who_made_a_class_that_he_cannot_read_does_not_read_what_others_file_into_it() {
    let house = House::furnished();
    // Carl is cleared for nothing; the class is his work.
    let tip = file(&mut house.unlock("carl"), "Tip", marked("SECRET", None));
    assert!(!opens(&house, "carl", &tip));
    let report = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    assert_eq!(report.class, tip.class);
    assert!(epochs(&mut house.unlock("otto"), &tip.class) >= 2, "renewed before anything was filed into it");
    assert_eq!(titles(&mut house.unlock("bea")), ["Report", "Tip"]);
}

#[test]
fn the_vault_key_is_renewed_when_an_officer_leaves() {
    let house = House::furnished();
    house.unlock("sam").disable_officer(&id("carl"), "left").expect("sam disables carl's account");
    let carl = Hostile::new(&house, "carl");
    let vault = |hostile: &Hostile| hostile.keys.iter().filter(|(name, _)| name.starts_with("vault ")).count();
    assert_eq!(vault(&carl), 1);
    assert_eq!(vault(&Hostile::new(&house, "bea")), 2);
}

#[test]
fn the_oversight_key_is_renewed_when_an_auditor_leaves() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    house.unlock("sam").disable_officer(&id("otto"), "left").expect("sam disables otto's account");
    let kept = Hostile::new(&house, "otto");
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    // Also a session that was open all the time goes on under a new key.
    read(&mut bea, &filed.id);
    let identity = kept.identity_of("oversight epoch 1").expect("the officer holds the key");
    let entries = kept.ledger.read(&kept.position, 1000).expect("the log is read").0;
    let keys = entries.iter().flat_map(|e| e.parts()).filter(|part| part.audience.starts_with("oversight-key/"));
    let mut seen = 0;
    for part in keys {
        assert!(seal::open_bytes(&[&identity], &part.sealed).is_err());
        seen += 1;
    }
    assert!(seen >= 2, "rik's session and bea's went on under new keys");
    let mut sam = house.unlock("sam");
    let opened = sam.log(&LogFilter { action: Some("open".to_owned()), ..LogFilter::default() }).expect("listed");
    assert_eq!(opened.rows.len(), 1);
}

#[test]
fn what_one_may_no_longer_see_leaves_the_index_and_comes_back_with_the_right() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    assert_eq!(titles(&mut house.unlock("bea")), ["Report"]);
    let mut ada = house.unlock("ada");
    ada.suspend_clearance(&id("bea"), "BEL", "inquiry").expect("ada suspends bea's clearance");
    assert!(titles(&mut house.unlock("bea")).is_empty());
    file(&mut house.unlock("rik"), "Meanwhile", marked("SECRET", None));
    ada.reinstate_clearance(&id("bea"), "BEL", "cleared up").expect("ada reinstates bea's clearance");
    drop(house.unlock("rik"));
    let mut bea = house.unlock("bea");
    assert_eq!(titles(&mut bea), ["Meanwhile", "Report"]);
}

#[test]
fn who_made_a_key_without_keeping_it_is_given_it_once_he_may_hold_it() {
    let house = House::furnished();
    // Carl is no reader yet: he files upwards, as one files a complaint, and is the first to mark anything so.
    let filed = file(&mut house.unlock("carl"), "Complaint", marked("CONFIDENTIEL", None));
    assert_eq!(
        try_read(&mut house.unlock("carl"), &filed.id).expect_err("carl's opening is refused").exit(),
        ExitClass::Denied
    );
    drop(house.unlock("rik"));
    grant(&mut house.unlock("ada"), "carl", "BEL", "CONFIDENTIEL", &[]).expect("ada grants the clearance");
    drop(house.unlock("rik"));
    assert_eq!(read(&mut house.unlock("carl"), &filed.id), b"the bytes of Complaint");
    // Who made a dossier and becomes a member of it later reads its notes as every member does.
    let mut ada = house.unlock("ada");
    ada.create_dossier(NewDossier {
        id: dossier("D-2"),
        title: "Exercise two".to_owned(),
        lead: Some(id("rik")),
        deputy: None,
    })
    .expect("ada makes the dossier");
    drop(house.unlock("rik"));
    house.unlock("rik").add_member(&dossier("D-2"), &id("ada"), None, "exercise").expect("rik adds ada to the dossier");
    drop((house.unlock("rik"), ada));
    let titles: Vec<String> =
        house.unlock("ada").dossiers(&Default::default()).expect("listed").rows.into_iter().map(|d| d.title).collect();
    assert!(titles.contains(&"Exercise two".to_owned()), "{titles:?}");
}

#[test]
fn custodians_stay_as_long_as_too_few_would_be_left() {
    let house = House::furnished();
    let refused = house.unlock("sam").disable_officer(&id("ada"), "left").expect_err("refused");
    assert_eq!(codes(&refused), ["custodians_too_few"]);
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    assert!(filed.warnings.iter().all(|warning| warning.code != "nobody_reads"));
    let mut sam = house.unlock("sam");
    house.add(&mut sam, "kim", "BEL", &[Role::Reader]);
    assert_eq!(codes(&sam.disable_officer(&id("ada"), "left").expect_err("refused")), ["custodians_too_few"]);
    let custodians = ["kim", "otto", "rik"].map(id).into();
    let new = NewSharing { threshold: 2, custodians, waiting_hours: None };
    assert!(matches!(house.unlock("ada").share_custody(new).expect("ada shares custody"), Shared::Effective(_)));
    sam.disable_officer(&id("ada"), "left").expect("sam disables ada's account");
    sam.disable_officer(&id("kim"), "left").expect("sam disables kim's account");
    assert_eq!(codes(&sam.disable_officer(&id("otto"), "left").expect_err("refused")), ["custodians_too_few"]);
    read(&mut house.unlock("bea"), &filed.id);
    house.open().verify().expect("the log is whole");
}
