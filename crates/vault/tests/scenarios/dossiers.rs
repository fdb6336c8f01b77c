use serde_json::json;
use vault::*;

use super::forged::{caught, rule};
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::reclassify::{own, to};

#[test]
fn what_is_taken_from_somebody_or_given_back_has_a_reason() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for why in ["", "  ", "\n\t", "\u{200b}"] {
        let missing = |done: Result<(), Error>| assert_eq!(done.expect_err("refused").code(), "missing", "{why:?}");
        missing(ada.remove_member(&dossier("D-1"), &id("bea"), why).map(drop));
        for change in [ClearanceChange::Suspend, ClearanceChange::Reinstate, ClearanceChange::Withdraw] {
            missing(ada.change_clearance(&id("bea"), "BEL", change, why).map(drop));
        }
        missing(ada.disable_officer(&id("bea"), why));
    }
    ada.suspend_clearance(&id("bea"), "BEL", "an inquiry").expect("ada suspends bea's clearance");
}

#[test]
fn members_and_the_keeper_know_a_dossier_and_nobody_else_does() {
    let house = House::furnished();
    let known = |officer: &str| -> Vec<String> {
        house
            .unlock(officer)
            .dossiers(&Default::default())
            .expect("the officer lists the dossiers")
            .rows
            .into_iter()
            .map(|d| format!("{} {}", d.id, d.title))
            .collect()
    };
    assert_eq!(known("bea"), ["D-1 Exercise one"]);
    assert_eq!(known("ada"), ["D-1 Exercise one"]);
    assert!(known("sam").is_empty() && known("otto").is_empty());
    let view = house.unlock("bea").dossiers(&Default::default()).expect("bea lists the dossiers").rows.remove(0);
    assert!(view.member && !view.may_manage);
    assert_eq!(view.members.iter().map(|m| m.officer.as_str()).collect::<Vec<_>>(), ["bea", "carl", "rik", "rosa"]);
    assert_eq!(view.members[0].basis, "exercise");
    let keeper = house.unlock("ada").dossiers(&Default::default()).expect("ada lists the dossiers").rows.remove(0);
    assert!(!keeper.member && keeper.may_manage);
}

#[test]
fn a_member_who_is_removed_no_longer_knows_the_dossier() {
    let house = House::furnished();
    house.unlock("ada").remove_member(&dossier("D-1"), &id("carl"), "other duty").expect("removed");
    let mut carl = house.unlock("carl");
    assert!(carl.dossiers(&Default::default()).expect("carl lists the dossiers").rows.is_empty());
    assert_eq!(
        try_file(&mut carl, "Late", marked("SECRET", None)).expect_err("carl's filing is refused").code(),
        "not_found"
    );
    let filter = DocumentFilter { dossier: Some(dossier("D-1")), ..DocumentFilter::default() };
    assert_eq!(carl.list(&filter).expect_err("carl's list of documents is refused").code(), "not_found");
}

#[test]
fn a_lead_keeps_the_list_and_other_members_do_not() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let new = NewDossier { id: dossier("D-2"), title: "Second".to_owned(), lead: Some(id("bea")), deputy: None };
    rik.create_dossier(new).expect("rik makes the dossier");
    let mut bea = house.unlock("bea");
    bea.add_member(&dossier("D-2"), &id("carl"), None, "asked").expect("bea adds carl to the dossier");
    let mut carl = house.unlock("carl");
    assert_eq!(carl.dossiers(&Default::default()).expect("carl lists the dossiers").rows.len(), 2);
    let denied = carl.add_member(&dossier("D-2"), &id("rosa"), None, "x").expect_err("refused");
    assert_eq!(codes(&denied), ["not_keeper"]);
    assert_eq!(codes(&bea.add_member(&dossier("D-2"), &id("bea"), None, "x").expect_err("refused")), ["about_oneself"]);
    assert_eq!(bea.remove_member(&dossier("D-2"), &id("rosa"), "x").expect_err("refused").code(), "not_found");
}

#[test]
fn readers_make_no_dossiers_and_a_security_officer_leads_none_of_his_own() {
    let house = House::furnished();
    let new = |lead: Option<&str>| NewDossier {
        id: dossier("D-9"),
        title: "Mine".to_owned(),
        lead: lead.map(id),
        deputy: None,
    };
    assert_eq!(codes(&house.unlock("bea").create_dossier(new(None)).expect_err("refused")), ["role_required"]);
    assert_eq!(codes(&house.unlock("sam").create_dossier(new(Some("sam"))).expect_err("refused")), ["about_oneself"]);
    let mut rik = house.unlock("rik");
    rik.create_dossier(new(Some("rik"))).expect("rik makes the dossier");
    assert_eq!(rik.create_dossier(new(None)).expect_err("rik's new dossier is refused").code(), "exists");
    // Who does not know it may use the name: else the refusal would tell that it exists.
    house.unlock("sam").create_dossier(new(None)).expect("sam makes the dossier");
}

/// What the log tells oversight of an act.
fn told(house: &House, action: &str) -> Vec<LogRow> {
    let filter = LogFilter { action: Some(action.to_owned()), limit: 100, ..LogFilter::default() };
    house.unlock("otto").log(&filter).expect("otto reads the log").rows
}

fn warned(session: &Session) -> Vec<String> {
    session.warnings().into_iter().map(|warning| warning.code).collect()
}

#[test]
fn a_dossier_whose_lead_is_gone_falls_to_the_deputy_who_is_told() {
    let house = House::furnished();
    let d3 = dossier("D-3");
    let mut rik = house.unlock("rik");
    let new = |deputy: &str| NewDossier {
        id: dossier("D-3"),
        title: "Third".to_owned(),
        lead: Some(id("bea")),
        deputy: Some(id(deputy)),
    };
    assert_eq!(codes(&rik.create_dossier(new("bea")).expect_err("refused")), ["deputy_of_oneself"]);
    let made = rik.create_dossier(new("carl")).expect("rik makes the dossier");
    assert_eq!((made.lead, made.deputy, made.unled), (Some(id("bea")), Some(id("carl")), false));
    let mut bea = house.unlock("bea");
    bea.add_member(&d3, &id("rosa"), None, "exercise").expect("bea adds rosa to the dossier");
    // Who leads it names another, and nobody else does.
    for (session, name) in [(&mut rik, "rik"), (&mut house.unlock("carl"), "carl")] {
        let denied = session.name_deputy(&d3, Some(&id("rosa"))).expect_err("the naming of a deputy is refused");
        assert_eq!(codes(&denied), ["not_lead"], "{name}");
        assert!(denied.reasons()[0].params["who"].contains("bea"), "{denied:?}");
    }
    assert_eq!(codes(&bea.name_deputy(&d3, Some(&id("bea"))).expect_err("refused")), ["about_oneself"]);
    assert_eq!(bea.name_deputy(&d3, Some(&id("otto"))).expect_err("refused").code(), "not_found");
    assert_eq!(bea.name_deputy(&d3, None).expect("bea takes the deputy away").deputy, None);
    assert_eq!(bea.name_deputy(&d3, Some(&id("rosa"))).expect("bea names the deputy").deputy, Some(id("rosa")));
    assert_eq!(bea.name_deputy(&d3, Some(&id("carl"))).expect("bea names the deputy").deputy, Some(id("carl")));
    drop((rik, bea));
    house.unlock("sam").disable_officer(&id("bea"), "left").expect("sam disables bea's account");
    // At once, before his program has entered it.
    let view = house.unlock("rosa").dossier(&d3).expect("rosa sees the dossier");
    assert_eq!((view.lead, view.deputy, view.unled), (Some(id("carl")), None, false));
    let mut carl = house.unlock("carl");
    assert!(warned(&carl).contains(&"dossier_succeeded".to_owned()), "{:?}", carl.warnings());
    let view = carl.dossier(&d3).expect("carl sees the dossier");
    assert!(view.may_manage && view.may_name_deputy && view.lead == Some(id("carl")));
    carl.remove_member(&d3, &id("rosa"), "other duty").expect("carl takes rosa out of the dossier");
    let rows = told(&house, "take-over-dossier");
    assert_eq!((rows.len(), rows[0].officer.as_str(), rows[0].detail["officer"].as_str()), (1, "carl", "bea"));
    assert!(told(&house, "does-not-fit").is_empty());
}

#[test]
fn a_lead_who_is_taken_off_the_list_leaves_it_to_the_deputy() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let (lead, deputy) = (Some(id("bea")), Some(id("carl")));
    rik.create_dossier(NewDossier { id: dossier("D-3"), title: "Third".to_owned(), lead, deputy }).expect("made");
    rik.remove_member(&dossier("D-3"), &id("bea"), "other duty").expect("rik takes bea out of the dossier");
    assert_eq!(house.unlock("carl").dossier(&dossier("D-3")).expect("carl sees the dossier").lead, Some(id("carl")));
    // Without one it is nobody's, although its keeper is there.
    rik.remove_member(&dossier("D-3"), &id("carl"), "other duty").expect("rik takes carl out of the dossier");
    let view = rik.dossier(&dossier("D-3")).expect("rik sees the dossier");
    assert_eq!((view.unled, view.lead, view.may_manage, view.may_name_deputy), (true, None, true, false));
    assert!(warned(&house.unlock("sam")).contains(&"dossiers_unled".to_owned()));
}

/// Kept by rik alone, under the full rules, with a document; then he is disabled by sam.
fn left_by_rik(members: &[&str]) -> (House, DossierKey, DocumentId) {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let new = NewDossier { id: dossier("D-3"), title: "Third".to_owned(), lead: None, deputy: None };
    let key = rik.create_dossier(new).expect("rik makes the dossier").key;
    for member in members {
        rik.add_member(&dossier("D-3"), &id(member), None, "exercise").expect("rik adds an officer to the dossier");
    }
    let paper = NewDocument { dossier: dossier("D-3"), ..paper("Third", marked("SECRET", None), b"third") };
    let filed = rik.file_document(paper, &mut quietly).expect("rik files the document");
    drop(rik);
    house.approve(Level::Secret);
    // Custody was shared again: an officer who holds keys puts them there.
    drop(house.unlock("rik"));
    house.unlock("sam").disable_officer(&id("rik"), "left").expect("sam disables rik's account");
    (house, key, filed.id)
}

/// The second route of one security officer alone: he disables who keeps a dossier, inherits it, and adds his puppet.
#[test]
fn a_security_officer_who_disables_who_keeps_a_dossier_does_not_inherit_it() {
    let (house, key, document) = left_by_rik(&["bea"]);
    let named = by(&key);
    drop(house.unlock("bea"));
    let mut sam = house.unlock("sam");
    assert!(
        sam.dossiers(&Default::default()).expect("listed").rows.iter().all(|row| row.key != key),
        "he knows nothing of it"
    );
    assert_eq!(sam.add_member(&named, &id("rosa"), None, "x").expect_err("refused").code(), "not_found");
    assert!(warned(&sam).contains(&"dossiers_unled".to_owned()));
    let unled = sam.unled_dossiers().expect("sam lists the dossiers without a lead");
    let one = unled.iter().find(|one| one.key == key).expect("it is nobody's");
    assert_eq!((one.was.as_str(), one.members.as_slice(), &one.title), ("rik", &[id("bea")][..], &None));
    for officer in ["bea", "rosa", "otto"] {
        let mut other = house.unlock(officer);
        assert_eq!(codes(&other.unled_dossiers().expect_err("refused")), ["role_required"], "{officer}");
        assert!(other.name_lead(&named, &id("rosa"), "x").is_err(), "{officer}");
    }
    assert_eq!(codes(&sam.name_lead(&named, &id("sam"), "mine").expect_err("refused")), ["about_oneself"]);
    assert_eq!(sam.name_lead(&named, &id("rosa"), " ").expect_err("refused").code(), "missing");
    assert_eq!(sam.waiting().expect("what waits is counted").leads_to_propose, 1);
    assert_eq!(
        house.unlock("bea").waiting().expect("what waits is counted").leads_to_propose,
        0,
        "it is not hers to propose"
    );
    let request = sam.name_lead(&named, &id("rosa"), "rik has left").expect("named").request().expect("it takes two");
    assert_eq!(sam.waiting().expect("what waits is counted").leads_to_propose, 0, "now it waits for another");
    assert_eq!(codes(&sam.name_lead(&named, &id("rosa"), "rik has left").expect_err("refused")), ["already_waits"]);
    let AskedFor::Succession(asked) = sam.assent(&request).expect("the request is seen").asked else {
        panic!("a succession")
    };
    assert_eq!(asked.why.as_deref(), Some("rik has left"), "whoever agrees reads why");
    assert_eq!(sam.unled_dossiers().expect("listed")[0].requests, std::slice::from_ref(&request));
    assert_eq!(codes(&sam.give_assent(&request).expect_err("refused")), ["second_person_required"]);

    let mut ada = house.unlock("ada");
    let view = ada.assent(&request).expect("ada sees the request");
    assert_eq!((view.summary.kind, view.summary.about.as_str()), (AssentKind::Succession, key.as_str()));
    let AskedFor::Succession(asked) = &view.asked else { panic!("{view:?}") };
    assert_eq!((asked.lead.as_str(), asked.member, &asked.title, asked.opens), ("rosa", false, &None, 1));
    assert_eq!((asked.was.as_ref(), asked.members.as_slice()), (Some(&id("rik")), &[id("bea")][..]));
    ada.give_assent(&request).expect("ada says yes");
    assert_eq!(ada.name_lead(&named, &id("carl"), "again").expect_err("refused").code(), "state");
    // The keys come from a holder: bea's program delivers.
    drop(house.unlock("bea"));
    let mut rosa = house.unlock("rosa");
    assert!(warned(&rosa).contains(&"dossier_succeeded".to_owned()));
    let view = rosa.dossier(&dossier("D-3")).expect("rosa sees the dossier");
    assert!(view.may_manage && view.member && view.lead == Some(id("rosa")));
    assert_eq!(read(&mut rosa, &document), b"third");
    for action in ["request-succession", "name-lead"] {
        assert!(!told(&house, action).is_empty(), "{action}");
    }
    assert!(told(&house, "does-not-fit").is_empty());
}

/// The same with a program of his own: he stops every reader.
#[test]
fn a_dossier_that_nobody_leads_is_taken_by_no_program_of_ones_own() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let new = NewDossier { id: dossier("D-3"), title: "Third".to_owned(), lead: Some(id("bea")), deputy: None };
    let key = rik.create_dossier(new).expect("rik makes the dossier").key;
    rik.remove_member(&dossier("D-3"), &id("bea"), "other duty").expect("rik takes bea out of the dossier");
    drop(rik);
    house.approve(Level::Secret);
    let request = house
        .unlock("sam")
        .name_lead(&by(&key), &id("rosa"), "nobody leads it")
        .expect("named")
        .request()
        .expect("it waits for others");
    let member =
        json!({ "event": "member-added", "dossier": key, "officer": "sam", "from": "2026-11-22", "until": null });
    let other =
        json!({ "event": "member-added", "dossier": key, "officer": "rosa", "from": "2026-11-22", "until": null });
    let lead = json!({ "event": "lead-named", "dossier": key, "lead": "rosa" });
    let taken = json!({ "event": "dossier-taken-over", "dossier": key });
    let deputy = json!({ "event": "deputy-named", "dossier": key, "deputy": "bea" });
    let yes = json!({ "event": "answered", "request": request.as_str(), "answer": "yes" });
    for (event, rule) in [
        (member, "not_keeper_of_dossier"),
        (other, "not_keeper_of_dossier"),
        (lead, "takes_two"),
        (taken, "not_deputy_of_dossier"),
        (deputy, "not_lead_of_dossier"),
        (yes, "own_request"),
    ] {
        assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(event)), rule);
    }
}

/// Led by bea, with the security officer sam as her deputy, under the full rules.
fn with_sam_as_deputy() -> (House, DossierKey) {
    let house = House::furnished();
    let (lead, deputy) = (Some(id("bea")), Some(id("sam")));
    let new = NewDossier { id: dossier("D-3"), title: "Third".to_owned(), lead, deputy };
    let key = house.unlock("rik").create_dossier(new).expect("rik makes the dossier").key;
    house.approve(Level::Secret);
    drop(house.unlock("bea"));
    (house, key)
}

fn lift(house: &House, officer: &str) {
    let lifted =
        house.unlock("sam").unfreeze_officer(&id(officer), "nothing was found").expect("the lifting is asked for");
    let Unfrozen::Waiting(request) = lifted else { panic!("it takes two") };
    house.unlock("ada").give_assent(&request).expect("the yes counts");
}

/// The place that was soft: who freezes the lead whose deputy he is would lead at once.
#[test]
fn a_security_officer_who_freezes_the_lead_does_not_lead_as_the_deputy() {
    let (house, key) = with_sam_as_deputy();
    let mut sam = house.unlock("sam");
    sam.freeze_officer(&id("bea"), "inquiry").expect("the account is frozen");
    let denied = sam.warnings().into_iter().find(|warning| warning.code == "dossier_own_deed").expect("he is told");
    assert_eq!(denied.params["dossier"], "D-3");
    let view = sam.dossier(&dossier("D-3")).expect("the dossier is seen");
    assert_eq!((view.lead, view.unled, view.by_own_deed, view.may_manage), (None, true, true, false));
    assert_eq!(sam.unled_dossiers().expect("security officers see them")[0].deputy, Some(id("sam")));
    assert_eq!(
        codes(&sam.add_member(&dossier("D-3"), &id("rosa"), None, "mine").expect_err("it is refused")),
        ["not_keeper"]
    );
    assert_eq!(codes(&sam.name_lead(&by(&key), &id("sam"), "mine").expect_err("it is refused")), ["about_oneself"]);
    drop(sam);
    drop(house.unlock("sam"));
    assert!(told(&house, "take-over-dossier").is_empty(), "nor does his program enter it at the next unlock");
    // Nor with a program of his own, not even after he has disabled her as well.
    let taken = json!({ "event": "dossier-taken-over", "dossier": key });
    // Each time he stops her the key for everybody is renewed.
    let noticed = |house: &House, epoch: u32| {
        let mut hostile = Hostile::new(house, "sam");
        let at = hostile.position.size();
        hostile.append(Forgery { epoch, ..Forgery::of(taken.clone()) });
        drop(hostile);
        rule(house.try_unlock("rosa"), at)
    };
    assert_eq!(noticed(&house.copy(), 2), "own_deed");
    let gone = house.copy();
    gone.unlock("sam").disable_officer(&id("bea"), "left").expect("the account is disabled");
    assert_eq!(noticed(&gone, 3), "own_deed");
    // Once another security officer says so as well, it is his.
    house.unlock("ada").disable_officer(&id("bea"), "left").expect("the account is disabled");
    let mut sam = house.unlock("sam");
    assert!(warned(&sam).contains(&"dossier_succeeded".to_owned()), "{:?}", sam.warnings());
    let view = sam.dossier(&dossier("D-3")).expect("the dossier is seen");
    assert_eq!((view.lead, view.by_own_deed, view.stands_in_for), (Some(id("sam")), false, None));
}

#[test]
fn a_frozen_lead_gets_his_dossier_back_from_the_deputy_who_stood_in() {
    let (house, _) = with_sam_as_deputy();
    house.unlock("ada").freeze_officer(&id("bea"), "inquiry").expect("the account is frozen");
    let mut sam = house.unlock("sam");
    let told_of = sam.warnings().into_iter().find(|warning| warning.code == "dossier_stands_in").expect("he is told");
    assert_eq!((told_of.params["dossier"].as_str(), told_of.params["officer"].as_str()), ("D-3", "bea"));
    let view = sam.dossier(&dossier("D-3")).expect("the dossier is seen");
    assert_eq!((view.lead, view.stands_in_for, view.unled), (Some(id("sam")), Some(id("bea")), false));
    assert!(view.may_manage && !view.may_name_deputy);
    drop(sam);
    drop(house.unlock("sam"));
    assert_eq!(told(&house, "take-over-dossier").len(), 1, "it is entered once");
    lift(&house, "bea");
    let mut bea = house.unlock("bea");
    assert!(warned(&bea).contains(&"dossier_returned".to_owned()), "{:?}", bea.warnings());
    let view = bea.dossier(&dossier("D-3")).expect("the dossier is seen");
    assert_eq!((view.lead, view.deputy, view.stands_in_for), (Some(id("bea")), Some(id("sam")), None));
    assert!(view.may_manage && view.may_name_deputy);
    let view = house.unlock("sam").dossier(&dossier("D-3")).expect("the dossier is seen");
    assert!(!view.may_manage, "he is a member like others");
    assert!(told(&house, "does-not-fit").is_empty());
}

#[test]
fn a_lead_of_a_dossier_whose_keys_nobody_holds_gets_them_from_custody() {
    let (house, key, document) = left_by_rik(&[]);
    let request = house
        .unlock("sam")
        .name_lead(&by(&key), &id("rosa"), "rik has left")
        .expect("named")
        .request()
        .expect("it waits for others");
    house.unlock("ada").give_assent(&request).expect("ada says yes");
    let mut rosa = house.unlock("rosa");
    assert!(
        rosa.dossiers(&Default::default()).expect("listed").rows.iter().all(|row| row.key != key),
        "nobody has its key"
    );
    let request = rosa.request_custody(&CustodyFor::Officer(id("rosa")), "nobody else has it").expect("asked for");
    for custodian in ["ada", "sam"] {
        house.unlock(custodian).give_assent(&request).expect("the officer says yes");
    }
    assert!(!rosa.carry_out_custody(&request).expect("rosa carries out the request").delivered.is_empty());
    assert_eq!(rosa.dossier(&dossier("D-3")).expect("rosa sees the dossier").lead, Some(id("rosa")));
    assert_eq!(read(&mut rosa, &document), b"third");
}

#[test]
fn in_an_exercise_one_security_officer_names_a_lead_where_there_is_none() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let new = NewDossier { id: dossier("D-3"), title: "Third".to_owned(), lead: None, deputy: None };
    let key = rik.create_dossier(new).expect("rik makes the dossier").key;
    rik.add_member(&dossier("D-3"), &id("bea"), None, "exercise").expect("rik adds bea to the dossier");
    drop(rik);
    let mut sam = house.unlock("sam");
    assert_eq!(sam.name_lead(&by(&key), &id("carl"), "x").expect_err("refused").code(), "state", "rik is there");
    sam.disable_officer(&id("rik"), "left").expect("sam disables rik's account");
    let named = sam.name_lead(&by(&key), &id("bea"), "rik has left").expect("sam names the lead");
    assert_eq!(named, Decided::Effective(()));
    assert_eq!(house.unlock("bea").dossier(&dossier("D-3")).expect("bea sees the dossier").lead, Some(id("bea")));
}

#[test]
fn a_closed_dossier_takes_no_documents_until_it_is_open_again() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let refused =
        house.unlock("bea").change_dossier(&dossier("D-1"), DossierStatus::Closed, "done").expect_err("refused");
    assert_eq!((refused.code(), refused.reasons()[0].code.as_str()), ("denied", "not_keeper"));
    assert_eq!(ada.change_dossier(&dossier("D-1"), DossierStatus::Closed, " ").expect_err("refused").code(), "missing");

    ada.change_dossier(&dossier("D-1"), DossierStatus::Closed, "the exercise is over").expect("ada closes the dossier");
    assert_eq!(
        ada.change_dossier(&dossier("D-1"), DossierStatus::Closed, "again").expect_err("refused").code(),
        "state"
    );
    let mut bea = house.unlock("bea");
    let view = bea.dossiers(&Default::default()).expect("bea lists the dossiers").rows.remove(0);
    let changed = view.changed.expect("who closed it");
    assert_eq!((view.closed, changed.by.as_str(), changed.why.as_str()), (true, "ada", "the exercise is over"));
    let denied = try_file(&mut bea, "late", marked("SECRET", None)).expect_err("bea's filing is refused");
    assert_eq!((denied.exit(), denied.reasons()[0].code.as_str()), (ExitClass::Denied, "dossier_closed"));

    ada.change_dossier(&dossier("D-1"), DossierStatus::Open, "it goes on").expect("ada opens the dossier again");
    assert_eq!(ada.change_dossier(&dossier("D-1"), DossierStatus::Open, "again").expect_err("refused").code(), "state");
    file(&mut bea, "in time", marked("SECRET", None));
    let acts: Vec<String> =
        ada.log(&LogFilter::default()).expect("listed").rows.into_iter().map(|row| row.action).collect();
    assert!(acts.contains(&"close-dossier".to_owned()) && acts.contains(&"reopen-dossier".to_owned()), "{acts:?}");
}

#[test]
fn what_is_in_a_closed_dossier_can_still_be_marked_otherwise() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let filed = bea.file_document(own("kept", "SECRET"), &mut quietly).expect("bea files the document");
    house.unlock("ada").change_dossier(&dossier("D-1"), DossierStatus::Closed, "done").expect("ada closes the dossier");
    // Into a class that there was not before.
    bea.reclassify(&filed.id, &to("CONFIDENTIEL")).expect("bea changes the marking");
    assert_eq!(read(&mut bea, &filed.id), b"kept");
}

#[test]
fn a_dossier_that_a_stranger_closes_or_that_is_so_already_stops_every_replay() {
    let changed = |house: &House, status: &str| {
        let key = house.unlock("ada").dossiers(&Default::default()).expect("ada lists the dossiers").rows.remove(0).key;
        json!({ "event": "dossier-changed", "dossier": key, "status": status })
    };
    let house = House::furnished();
    let event = changed(&house, "closed");
    assert_eq!(caught(&house, "carl", |_| Forgery::of(event)), "not_keeper_of_dossier");
    let house = House::furnished();
    let event = changed(&house, "open");
    assert_eq!(caught(&house, "ada", |_| Forgery::of(event)), "dossier_open");
    let house = House::furnished();
    house.unlock("ada").change_dossier(&dossier("D-1"), DossierStatus::Closed, "done").expect("ada closes the dossier");
    let event = changed(&house, "closed");
    assert_eq!(caught(&house, "ada", |_| Forgery::of(event)), "dossier_closed");
}

#[test]
fn a_document_that_is_forged_into_a_closed_dossier_stops_every_replay() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("bea"), "before", marked("SECRET", None));
    house.unlock("ada").change_dossier(&dossier("D-1"), DossierStatus::Closed, "done").expect("ada closes the dossier");
    let class = house.unlock("bea").document(&filed.id).expect("bea sees the document").class;
    let event = json!({ "event": "filed", "document": seal::random_id(), "class": class, "epoch": 1 });
    assert_eq!(caught(&house, "bea", |_| Forgery::of(event)), "dossier_closed");
}

/// A dossier that rik keeps, and another of the same id by sam, who knows nothing of it and puts rik on its list.
fn twins() -> (House, [DossierKey; 2]) {
    let house = House::furnished();
    let new = |title: &str, lead: Option<&str>| NewDossier {
        id: dossier("KIEZEL"),
        title: title.to_owned(),
        lead: lead.map(id),
        deputy: None,
    };
    let genuine = house.unlock("rik").create_dossier(new("The true one", None)).expect("rik makes the dossier").key;
    let mut sam = house.unlock("sam");
    let other = sam.create_dossier(new("Another", None)).expect("sam makes the dossier").key;
    sam.add_member(&dossier("KIEZEL"), &id("rik"), None, "so that he sees it").expect("sam adds rik to the dossier");
    (house, [genuine, other])
}

fn by(key: &DossierKey) -> DossierId {
    dossier(key.as_str())
}

#[test]
fn an_id_that_fits_several_dossiers_names_none_of_them() {
    let (house, [genuine, other]) = twins();
    let mut rik = house.unlock("rik");
    assert_eq!(
        rik.dossiers(&Default::default()).expect("listed").rows.iter().filter(|d| d.id == dossier("KIEZEL")).count(),
        2
    );
    let kiezel = dossier("KIEZEL");
    let paper_for = |named: &DossierId| NewDocument {
        dossier: named.clone(),
        ..paper("A note", marked("RESTREINT", None), b"the bytes of a note")
    };
    let listed = DocumentFilter { dossier: Some(kiezel.clone()), ..DocumentFilter::default() };
    let refused: Vec<Error> = vec![
        rik.dossier(&kiezel).expect_err("rik's view of the dossier is refused"),
        rik.add_member(&kiezel, &id("bea"), None, "x").expect_err("rik's addition to the dossier is refused"),
        rik.remove_member(&kiezel, &id("bea"), "x").expect_err("rik's removal from the dossier is refused"),
        rik.change_dossier(&kiezel, DossierStatus::Closed, "x").expect_err("rik's change of the dossier is refused"),
        rik.file_document(paper_for(&kiezel), &mut quietly).expect_err("rik's filing is refused"),
        rik.list(&listed).expect_err("rik's list of documents is refused"),
        rik.marking_defaults(&kiezel).expect_err("rik's question is refused"),
        rik.request_custody(&CustodyFor::Dossier(kiezel.clone()), "x").expect_err("refused"),
    ];
    for error in &refused {
        assert_eq!((error.code(), codes(error)), ("ambiguous", vec!["same_id"; 2]), "{error}");
        let told = |key: &DossierKey| error.reasons().iter().find(|one| one.params["key"] == key.as_str()).cloned();
        assert_eq!(told(&genuine).expect("both are named").params["title"], "The true one");
        assert_eq!(told(&other).expect("both are named").params["title"], "Another");
        assert!(!error.to_string().contains("true one"), "{error}");
    }
    // By its key, the one that is meant.
    assert_eq!(rik.dossier(&by(&other)).expect("rik sees the dossier").title, "Another");
    rik.add_member(&by(&genuine), &id("bea"), None, "x").expect("rik adds bea to the dossier");
    rik.change_dossier(&by(&genuine), DossierStatus::Closed, "x").expect("rik closes the dossier");
    assert!(rik.dossier(&by(&genuine)).expect("seen").closed && !rik.dossier(&by(&other)).expect("seen").closed);
    // Who knows one of them alone is not disturbed, and learns of no other.
    assert_eq!(house.unlock("bea").dossier(&kiezel).expect("bea sees the dossier").key, genuine);
    assert_eq!(house.unlock("sam").dossier(&kiezel).expect("sam sees the dossier").key, other);
    assert_eq!(house.unlock("bea").dossier(&by(&other)).expect_err("refused").code(), "not_found");
}

#[test]
fn the_id_of_a_new_dossier_differs_by_more_than_case_and_is_no_key() {
    let (house, [genuine, _]) = twins();
    let mut sam = house.unlock("sam");
    let new = |named: &str| NewDossier { id: dossier(named), title: "New".to_owned(), lead: None, deputy: None };
    let refused = sam.create_dossier(new("Kiezel")).expect_err("sam's new dossier is refused");
    assert_eq!(refused.code(), "exists");
    assert!(refused.params().contains(&("name", "KIEZEL".to_owned())), "{refused}");
    assert_eq!(sam.create_dossier(new(genuine.as_str())).expect_err("sam's new dossier is refused").code(), "bad_name");
}
