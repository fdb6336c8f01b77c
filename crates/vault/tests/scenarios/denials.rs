//! Each reason against opening, through a real vault.

use chrono::NaiveDate;
use testkit::date;
use vault::*;

use super::house::*;

/// A house with `tim`, a member of D-1 who is cleared for nothing, and a document.
fn house_with(marking: Marking) -> (House, DocumentId) {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "tim", "BEL", &[Role::Reader]);
    ada.add_member(&dossier("D-1"), &id("tim"), None, "exercise").expect("ada adds tim to the dossier");
    let filed = file(&mut house.unlock("rik"), "Report", marking);
    (house, filed.id)
}

#[track_caller]
fn reasons(house: &House, officer: &str, document: &DocumentId) -> Vec<String> {
    let mut session = house.unlock(officer);
    assert!(titles(&mut session).is_empty());
    let denied = session.open_document(document, "exercise").expect_err("the opening is refused");
    assert_eq!(denied.exit(), ExitClass::Denied);
    let explained = session.explain(ActionName::Open, document, None, None).expect("the officer asks why");
    assert!(!explained.permitted);
    assert_eq!(explained.reasons, denied.reasons());
    assert_eq!(session.document(document).expect_err("refused").reasons(), denied.reasons());
    let own = session.log(&LogFilter { document: Some(document.clone()), ..LogFilter::default() }).expect("listed");
    assert!(own.rows.iter().any(|row| row.action == "deny"), "the denial is recorded");
    codes(&denied).into_iter().map(str::to_owned).collect()
}

fn term(session: &mut Session, officer: &str, from: NaiveDate, until: NaiveDate) {
    session
        .grant_clearance(GrantClearance {
            officer: id(officer),
            policy: "BEL".to_owned(),
            level: "GEHEIM".to_owned(),
            categories: Default::default(),
            from,
            until,
            certificate: "C".to_owned(),
            authority: "ANS".to_owned(),
        })
        .expect("the officer grants the clearance");
}

#[test]
fn no_clearance_and_no_briefing() {
    let (house, document) = house_with(marked("SECRET", None));
    assert_eq!(reasons(&house, "tim", &document), ["clearance_missing", "briefing_missing"]);
}

#[test]
fn a_clearance_that_does_not_reach_the_level_and_a_briefing_neither() {
    let (house, document) = house_with(marked("SECRET", None));
    clear(&mut house.unlock("ada"), "tim", "BEL", "CONFIDENTIEL");
    assert_eq!(reasons(&house, "tim", &document), ["clearance_level", "briefing_level"]);
}

#[test]
fn a_clearance_of_another_policy() {
    let (house, document) = house_with(marked("SECRET", None));
    clear(&mut house.unlock("ada"), "tim", "NATO", "SECRET");
    assert_eq!(reasons(&house, "tim", &document), ["clearance_missing", "briefing_missing"]);
}

#[test]
fn a_clearance_that_is_suspended_and_one_that_is_withdrawn() {
    let (house, document) = house_with(marked("SECRET", None));
    let mut ada = house.unlock("ada");
    clear(&mut ada, "tim", "BEL", "SECRET");
    ada.suspend_clearance(&id("tim"), "BEL", "inquiry").expect("ada suspends tim's clearance");
    assert_eq!(reasons(&house, "tim", &document), ["clearance_suspended"]);
    assert_eq!(ada.suspend_clearance(&id("tim"), "BEL", "inquiry").expect_err("refused").code(), "state");
    ada.reinstate_clearance(&id("tim"), "BEL", "cleared up").expect("ada reinstates tim's clearance");
    house.reaches("tim");
    assert_eq!(read(&mut house.unlock("tim"), &document), b"the bytes of Report");
    ada.withdraw_clearance(&id("tim"), "BEL", "decision").expect("ada withdraws tim's clearance");
    assert_eq!(reasons(&house, "tim", &document), ["clearance_withdrawn"]);
    // A withdrawal is for ever.
    assert_eq!(ada.reinstate_clearance(&id("tim"), "BEL", "no").expect_err("refused").code(), "not_found");
}

#[test]
fn a_clearance_that_has_run_out_and_one_that_has_not_begun() {
    let (house, document) = house_with(marked("SECRET", None));
    let mut ada = house.unlock("ada");
    brief(&mut ada, "tim", "BEL", "SECRET");
    term(&mut ada, "tim", date(2026, 1, 1), date(2026, 12, 1));
    house.reaches("tim");
    read(&mut house.unlock("tim"), &document);
    house.clock.forward(30);
    assert_eq!(reasons(&house, "tim", &document), ["clearance_expired"]);

    let (house, document) = house_with(marked("SECRET", None));
    let mut ada = house.unlock("ada");
    brief(&mut ada, "tim", "BEL", "SECRET");
    term(&mut ada, "tim", date(2027, 1, 1), date(2028, 1, 1));
    assert_eq!(reasons(&house, "tim", &document), ["clearance_not_yet_valid"]);
    house.clock.forward(60);
    house.reaches("tim");
    read(&mut house.unlock("tim"), &document);
}

#[test]
fn a_category_that_is_not_held() {
    let (house, document) = house_with(marked_with("SECRET", None, &[("Handling", "SOURCE")]));
    let mut ada = house.unlock("ada");
    clear(&mut ada, "tim", "BEL", "SECRET");
    assert_eq!(reasons(&house, "tim", &document), ["category_missing"]);
    grant(&mut ada, "tim", "BEL", "SECRET", &[("Handling", "SOURCE")]).expect("ada grants the clearance");
    house.reaches("tim");
    read(&mut house.unlock("tim"), &document);
}

#[test]
fn a_nationality_that_is_not_in_the_audience() {
    let (house, document) = house_with(marked("SECRET", Some(&["BEL", "NLD"])));
    let mut ada = house.unlock("ada");
    for (officer, nationality) in [("fleur", "FRA"), ("niels", "NLD")] {
        house.add(&mut ada, officer, nationality, &[Role::Reader]);
        clear(&mut ada, officer, "BEL", "SECRET");
        ada.add_member(&dossier("D-1"), &id(officer), None, "exercise").expect("ada adds an officer to the dossier");
    }
    assert_eq!(reasons(&house, "fleur", &document), ["nationality_excluded"]);
    house.reaches("niels");
    read(&mut house.unlock("niels"), &document);
}

#[test]
fn an_empty_audience_is_nobody() {
    let (house, document) = house_with(marked("SECRET", Some(&[])));
    assert_eq!(reasons(&house, "bea", &document), ["nationality_excluded"]);
}

#[test]
fn no_need_to_know_and_one_that_has_ended() {
    let (house, document) = house_with(marked("SECRET", None));
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "zoe", "BEL", &[Role::Reader]);
    clear(&mut ada, "zoe", "BEL", "SECRET");
    assert_eq!(reasons(&house, "zoe", &document), ["need_to_know_missing"]);
    ada.add_member(&dossier("D-1"), &id("zoe"), Some(date(2026, 11, 23)), "two days").expect("added");
    house.reaches("zoe");
    read(&mut house.unlock("zoe"), &document);
    house.clock.forward(2);
    assert_eq!(reasons(&house, "zoe", &document), ["need_to_know_missing"]);
}

#[test]
fn restricted_needs_a_briefing_and_need_to_know_and_no_clearance() {
    let (house, document) = house_with(marked("RESTREINT", None));
    assert_eq!(reasons(&house, "tim", &document), ["briefing_missing"]);
    // Carl was briefed, and is cleared for nothing.
    read(&mut house.unlock("carl"), &document);
}

#[test]
fn an_officer_of_oversight_or_security_reads_nothing_by_the_role() {
    let (house, document) = house_with(marked("SECRET", None));
    for officer in ["ada", "sam", "otto"] {
        assert!(reasons(&house, officer, &document).contains(&"need_to_know_missing".to_owned()));
    }
}

#[test]
fn an_account_that_was_disabled_does_not_unlock() {
    let (house, _) = house_with(marked("SECRET", None));
    house.unlock("sam").disable_officer(&id("bea"), "left the service").expect("sam disables bea's account");
    let error = house.try_unlock("bea").expect_err("bea is not let in");
    assert_eq!((error.code(), error.exit()), ("disabled", ExitClass::Denied));
    // And again: a failed unlock leaves nothing behind that confuses the next.
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "disabled");
}

#[test]
fn a_session_that_was_open_when_its_officer_was_disabled_ends() {
    let (house, document) = house_with(marked("SECRET", None));
    let mut bea = house.unlock("bea");
    read(&mut bea, &document);
    house.unlock("sam").disable_officer(&id("bea"), "left the service").expect("sam disables bea's account");
    assert_eq!(try_read(&mut bea, &document).expect_err("bea's opening is refused").code(), "disabled");
    assert_eq!(bea.list(&DocumentFilter::default()).expect_err("refused").code(), "disabled");
}

#[test]
fn a_security_officer_may_ask_about_others_and_nobody_else_may() {
    let (house, document) = house_with(marked("SECRET", None));
    let mut sam = house.unlock("sam");
    let about = sam.explain(ActionName::Open, &document, Some(&id("tim")), None).expect("sam asks why");
    assert!(!about.permitted && about.reasons.iter().any(|reason| reason.code == "clearance_missing"));
    assert!(sam.explain(ActionName::Open, &document, Some(&id("bea")), None).expect("sam asks why").permitted);
    let denied = house.unlock("bea").explain(ActionName::Open, &document, Some(&id("tim")), None).expect_err("refused");
    assert_eq!(codes(&denied), ["role_required"]);
}

#[test]
fn a_document_that_does_not_exist_is_not_found() {
    let (house, _) = house_with(marked("SECRET", None));
    let nothing = DocumentId::parse(&seal::random_id()).expect("of the form of an id");
    for officer in ["bea", "carl"] {
        let mut session = house.unlock(officer);
        assert_eq!(session.document(&nothing).expect_err("refused").exit(), ExitClass::Failed);
        assert_eq!(session.open_document(&nothing, "x").expect_err("the opening is refused").code(), "not_found");
    }
}

#[test]
fn who_files_upwards_gets_a_deposit_number_and_sees_nothing_of_it() {
    let house = House::furnished();
    let mut carl = house.unlock("carl");
    let filed = file(&mut carl, "Tip", marked("TRES SECRET", None));
    assert!(filed.reference.starts_with("ZGL/2026/D-"), "{}", filed.reference);
    assert!(titles(&mut carl).is_empty());
    assert_eq!(carl.document(&filed.id).expect_err("carl's view of the document is refused").exit(), ExitClass::Denied);
    // Somebody who is cleared later gets the key from custody, once it was asked for.
    clear(&mut house.unlock("ada"), "bea", "BEL", "TRES SECRET");
    assert!(titles(&mut house.unlock("bea")).is_empty(), "nobody hands custody over by himself");
    assert!(house.out_of_custody("bea"));
    let mut bea = house.unlock("bea");
    assert_eq!(titles(&mut bea), ["Tip"]);
    assert_eq!(read(&mut bea, &filed.id), b"the bytes of Tip");
    assert!(bea.document(&filed.id).expect("bea sees the document").row.reference.ends_with("/0001"));
}

/// Whether a dossier is closed, and whether there is one for documents so marked, is for those to know who may see the
/// document.
#[test]
fn about_a_document_that_may_not_be_opened_every_question_is_answered_as_opening_it_is() {
    let (house, document) = house_with(marked("SECRET", None));
    let told = || {
        let mut tim = house.unlock("tim");
        let opening = tim.explain(ActionName::Open, &document, None, None).expect("tim asks why");
        let filing = tim.explain(ActionName::File, &document, None, None).expect("tim asks why");
        assert!(!opening.permitted);
        assert_eq!(filing, opening, "nothing else is said");
        filing
    };
    let before = told();
    let mut ada = house.unlock("ada");
    ada.change_dossier(&dossier("D-1"), DossierStatus::Closed, "the exercise is over").expect("ada closes the dossier");
    assert_eq!(told(), before, "that the dossier was closed cannot be seen from outside");
    let bea = house.unlock("bea").explain(ActionName::File, &document, None, None).expect("bea asks why");
    assert!(bea.reasons.iter().any(|reason| reason.code == "dossier_closed"), "{bea:?}");
    let asked = house.unlock("sam").explain(ActionName::File, &document, Some(&id("tim")), None).expect("sam asks why");
    assert_eq!(asked, before, "about another who may not open it neither");
}
