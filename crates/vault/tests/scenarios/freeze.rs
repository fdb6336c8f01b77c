//! An officer who is frozen: at once, everywhere, with everything that he kept.

use serde_json::json;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

/// Who froze the officer who is locked out by this.
#[track_caller]
fn frozen_by<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(error @ Error::Frozen { .. }) => {
            assert_eq!((error.code(), error.exit()), ("frozen", ExitClass::Denied));
            let params = error.params();
            assert!(params.iter().any(|(name, value)| *name == "at" && value.starts_with("2026-11-22")), "{params:?}");
            params.into_iter().find(|(name, _)| *name == "officer").expect("it names the officer").1
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_running_session_of_the_frozen_ends_and_none_begins() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let mut bea = house.unlock("bea");
    let held = bea.open_document(&filed.id, "duty").expect("bea opens the document");
    assert_eq!(house.unlock("sam").freeze_officer(&id("bea"), "phone was stolen").expect("frozen"), []);
    assert_eq!(frozen_by(try_read(&mut bea, &filed.id)), "sam");
    assert_eq!(frozen_by(bea.list(&DocumentFilter::default())), "sam");
    assert!(bea.still_permitted(&filed.id, None, None).is_err(), "what is open is taken from the screen");
    drop((held, bea));
    assert_eq!(frozen_by(house.try_unlock("bea")), "sam");
    assert_eq!(frozen_by(house.try_unlock("bea")), "sam", "as often as it is tried");
}

#[test]
fn what_is_filed_after_a_freeze_is_closed_to_the_frozen_with_all_that_was_kept() {
    let house = House::furnished();
    let before = file(&mut house.unlock("rik"), "Before", marked("SECRET", None));
    house.unlock("sam").freeze_officer(&id("bea"), "inquiry").expect("sam freezes bea's account");
    let bea = Hostile::new(&house, "bea");
    let vault = bea.keys.iter().filter(|(name, _)| name.starts_with("vault ")).count();
    assert_eq!(vault, 1, "the key for everybody was renewed in the same entry");
    file(&mut house.unlock("rik"), "After", marked("SECRET", None));
    assert!(epochs(&mut house.unlock("otto"), &before.class) >= 2);
    assert_eq!(Hostile::new(&house, "bea").held("class").len(), bea.held("class").len());
    assert_eq!(titles(&mut house.unlock("rosa")), ["After", "Before"]);
}

#[test]
fn an_auditor_who_is_frozen_reads_nothing_of_what_is_recorded_meanwhile() {
    let house = House::furnished();
    house.unlock("sam").freeze_officer(&id("otto"), "inquiry").expect("sam freezes otto's account");
    let held = |officer: &str| {
        let keys = Hostile::new(&house, officer).keys;
        keys.iter().filter(|(name, _)| name.starts_with("oversight ")).count()
    };
    assert_eq!((held("otto"), held("sam")), (1, 2));
}

#[test]
fn once_a_freeze_is_lifted_everything_is_there_again() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Before", marked("SECRET", None));
    drop(house.unlock("bea"));
    let fresh = house.copy();
    for (house, with_index) in [(house, true), (fresh, false)] {
        let mut sam = house.unlock("sam");
        sam.freeze_officer(&id("bea"), "inquiry").expect("sam freezes bea's account");
        file(&mut house.unlock("rik"), "Meanwhile", marked("SECRET", None));
        assert_eq!(frozen_by(house.try_unlock("bea")), "sam");
        assert_eq!(sam.unfreeze_officer(&id("bea"), "it was found").expect("unfrozen"), Unfrozen::Effective);
        // Those who hold the keys deliver them.
        drop(house.unlock("rik"));
        let mut bea = if with_index { house.unlock("bea") } else { house.unlock_without_index("bea") };
        assert_eq!(titles(&mut bea), ["Before", "Meanwhile"]);
        let told =
            bea.log(&LogFilter { action: Some("freeze-officer".to_owned()), ..LogFilter::default() }).expect("listed");
        assert_eq!(told.rows.len(), 1, "that it was done is told");
        assert!(!told.rows[0].detail.contains_key("why"), "why is for oversight");
        house.open().verify().expect("the log is whole");
    }
}

fn about(officer: &str) -> AssentFilter {
    AssentFilter { about: Some(id(officer)), ..AssentFilter::default() }
}

#[test]
fn under_the_full_rules_a_second_lifts_it() {
    let house = House::under_full_rules();
    let mut ada = house.unlock("ada");
    assert_eq!(ada.freeze_officer(&id("carl"), "inquiry").expect("ada freezes carl's account"), []);
    let Unfrozen::Waiting(request) = ada.unfreeze_officer(&id("carl"), "cleared up").expect("unfrozen") else {
        panic!("one alone lifted it")
    };
    assert_eq!(codes(&ada.give_assent(&request).expect_err("ada's yes is refused")), ["second_person_required"]);
    assert_eq!(frozen_by(house.try_unlock("carl")), "ada");
    let mut sam = house.unlock("sam");
    // Asked for once is enough, no matter who asks again; and it shows where one looks at him.
    for session in [&mut ada, &mut sam] {
        let again = session.unfreeze_officer(&id("carl"), "cleared up").expect_err("refused");
        assert_eq!(codes(&again), ["already_waits"]);
        let waits = session.assents(&about("carl")).expect("the requests are listed").rows;
        let waits: Vec<_> = waits.iter().map(|one| (&one.summary.id, one.summary.kind)).collect();
        assert_eq!(waits, [(&request, AssentKind::Unfreezing)]);
        assert_eq!(session.assents(&about("bea")).expect("the requests are listed").total, 0);
    }
    assert_eq!(
        house.unlock("rik").assents(&about("carl")).expect("the requests are listed").total,
        0,
        "others are not told"
    );
    let view = sam.assent(&request).expect("the request is seen");
    assert_eq!((view.summary.kind, view.summary.about.as_str()), (AssentKind::Unfreezing, "carl"));
    let AskedFor::Unfreezing(asked) = &view.asked else { panic!("{view:?}") };
    let freeze = asked.freeze.as_ref().expect("it lasts");
    assert_eq!((freeze.by.as_str(), freeze.why.as_deref()), ("ada", Some("inquiry")));
    assert_eq!(asked.why.as_deref(), Some("cleared up"), "whoever agrees reads why");
    assert!(matches!(house.unlock("rik").give_assent(&request), Err(Error::NotFound { .. })));
    assert_eq!(sam.give_assent(&request).expect("sam says yes").status, AssentStatus::Granted);
    drop(house.unlock("carl"));
    assert!(sam.officer(&id("carl")).expect("the officer is seen").freeze.is_none());
    assert_eq!(sam.assents(&about("carl")).expect("the requests are listed").total, 0);
    // What was withdrawn may be asked for again.
    ada.freeze_officer(&id("carl"), "inquiry").expect("asked for");
    let request = ada.unfreeze_officer(&id("carl"), "again").expect("asked for");
    let Unfrozen::Waiting(request) = request else { panic!("one alone lifted it") };
    ada.withdraw_assent(&request, None).expect("it is his own");
    assert!(matches!(ada.unfreeze_officer(&id("carl"), "again"), Ok(Unfrozen::Waiting(_))));
}

#[test]
fn who_may_not_freeze_is_told_why() {
    let house = House::furnished();
    let mut sam = house.unlock("sam");
    assert_eq!(codes(&sam.freeze_officer(&id("sam"), "x").expect_err("sam's freeze is refused")), ["about_oneself"]);
    assert_eq!(codes(&house.unlock("rik").freeze_officer(&id("bea"), "x").expect_err("refused")), ["role_required"]);
    assert!(matches!(sam.freeze_officer(&id("bea"), " "), Err(Error::Missing { .. })));
    assert!(matches!(sam.freeze_officer(&id("nobody"), "x"), Err(Error::NotFound { .. })));
    sam.freeze_officer(&id("bea"), "x").expect("sam freezes bea's account");
    assert!(matches!(sam.freeze_officer(&id("bea"), "x"), Err(Error::State { .. })));
    let added = house.unlock("ada").add_member(&dossier("D-1"), &id("bea"), None, "x");
    assert!(matches!(added, Err(Error::State { .. })), "{added:?}");
    assert!(matches!(sam.unfreeze_officer(&id("carl"), "x"), Err(Error::State { .. })));
    let full = House::under_full_rules();
    let refused = full.unlock("ada").freeze_officer(&id("sam"), "x").expect_err("ada's freeze is refused");
    assert_eq!(codes(&refused), ["nobody_to_lift"], "one security officer and one custodian would be left");
}

#[test]
fn a_freeze_by_which_custody_rests_says_so() {
    let house = House::furnished();
    share_by_two(&mut house.unlock("ada"));
    let told = house.unlock("ada").freeze_officer(&id("sam"), "inquiry").expect("ada freezes sam's account");
    assert_eq!(told[0].code, "custody_rests");
    // What is deposited later is dealt once it is sound again: nothing is lost.
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    house.unlock("ada").unfreeze_officer(&id("sam"), "cleared up").expect("ada lifts the freeze of sam's account");
    drop(house.unlock("rik"));
    let custody = house.unlock("sam").custody().expect("sam sees custody");
    assert_eq!(custody.keys_in_custody, custody.keys, "{filed:?}");
}

#[test]
fn those_who_keep_officers_see_who_froze_whom_and_why() {
    let house = House::furnished();
    house.unlock("sam").freeze_officer(&id("bea"), "phone was stolen").expect("sam freezes bea's account");
    let seen = |officer: &str| house.unlock(officer).officer(&id("bea")).expect("the officer sees the officer");
    let of = seen("ada");
    assert_eq!(of.status, AccountStatus::Frozen);
    assert!(of.clearances.iter().all(|one| one.status == ClearanceState::Suspended), "{of:?}");
    let freeze = of.freeze.expect("the account is frozen");
    assert_eq!((freeze.by.as_str(), freeze.full_name.as_str()), ("sam", "sam of the house"));
    assert_eq!(freeze.why.as_deref(), Some("phone was stolen"));
    assert_eq!(seen("rik").freeze.expect("the account is frozen").why, None);
}

#[test]
fn an_entry_by_an_officer_who_is_frozen() {
    let house = House::furnished();
    house.unlock("sam").freeze_officer(&id("carl"), "inquiry").expect("sam freezes carl's account");
    assert_eq!(caught(&house, "carl", |_| Forgery::all(Vec::new())), "officer_frozen");
}

#[test]
fn a_freeze_while_the_keys_stay() {
    let house = House::furnished();
    let event = json!({ "event": "officer-frozen", "officer": "carl" });
    assert_eq!(caught(&house, "sam", |_| Forgery::of(event)), "disabled_without_new_keys");
}

#[test]
fn a_freeze_that_its_officer_lifts_or_that_one_lifts_under_the_full_rules() {
    let house = House::under_full_rules();
    house.unlock("ada").freeze_officer(&id("carl"), "inquiry").expect("ada freezes carl's account");
    let event = json!({ "event": "officer-unfrozen", "officer": "carl" });
    let mut forgery = Forgery::of(event);
    forgery.epoch = 2;
    assert_eq!(caught(&house, "sam", |_| forgery), "takes_two");
}

/// One of the two security officers cannot make himself the only one for good; he stops the other by a freeze, which custodians lift.
#[test]
fn a_security_officer_does_not_disable_or_demote_the_last_other_alone_and_freezes_him() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let custodians = ["ada", "otto", "rosa"].map(id).into();
    ada.share_custody(NewSharing { threshold: 2, custodians, waiting_hours: None }).expect("shared");
    let request = ada.record_approval(approval(Level::Secret)).expect("ada records the approval");
    house.unlock("sam").give_assent(&request).expect("sam says yes");
    let disabled = ada.disable_officer(&id("sam"), "he would object").expect_err("refused");
    assert_eq!(codes(&disabled), ["nobody_to_stop"]);
    let demoted = ada.change_roles(&id("sam"), &[Role::Reader].into(), Some("he would object")).expect_err("refused");
    assert_eq!(codes(&demoted), ["nobody_to_stop"]);
    let fact = json!({ "event": "officer-disabled", "officer": "sam" });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(fact)), "nobody_to_stop");
    let fact = json!({ "event": "roles-changed", "officer": "sam", "roles": ["reader"] });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(fact)), "nobody_to_stop");
    let _warnings = ada.freeze_officer(&id("sam"), "inquiry").expect("ada freezes sam");
    let otto = ada.disable_officer(&id("otto"), "he would lift it").expect_err("refused");
    assert_eq!(codes(&otto), ["nobody_to_stop"]);
}
