//! What waits for an officer, and what he still lacks.

use testkit::date;
use vault::*;

use super::house::*;
use super::releases::partner;

fn lacks(session: &Session) -> Vec<MissingWhat> {
    session.missing().into_iter().map(|missing| missing.what).collect()
}

fn asked(session: &Session, what: MissingWhat) -> Vec<String> {
    let missing = session.missing().into_iter().find(|missing| missing.what == what).expect("it is missing");
    missing.ask.into_iter().map(|officer| officer.id.to_string()).collect()
}

#[test]
fn a_new_officer_is_told_what_he_lacks_and_whom_to_ask() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "nora", "BEL", &[Role::Reader]);
    let all = [MissingWhat::Clearance, MissingWhat::Briefing, MissingWhat::NeedToKnow, MissingWhat::Approval];
    let nora = house.unlock("nora");
    assert_eq!(lacks(&nora), all);
    assert_eq!(asked(&nora, MissingWhat::Clearance), ["ada", "sam"]);
    assert_eq!(asked(&nora, MissingWhat::NeedToKnow), ["ada", "rik", "sam"]);
    drop(nora);
    grant(&mut ada, "nora", "BEL", "SECRET", &[]).expect("ada grants the clearance");
    assert_eq!(lacks(&house.unlock("nora")), all[1..]);
    brief(&mut ada, "nora", "BEL", "SECRET");
    assert_eq!(lacks(&house.unlock("nora")), all[2..]);
    ada.add_member(&dossier("D-1"), &id("nora"), None, "exercise").expect("ada adds nora to the dossier");
    assert_eq!(lacks(&house.unlock("nora")), [], "an exercise without approval is no lack of his");
    ada.suspend_clearance(&id("nora"), "BEL", "exercise").expect("ada suspends nora's clearance");
    assert_eq!(lacks(&house.unlock("nora")), [MissingWhat::Clearance, MissingWhat::Approval]);
    house.approve(Level::Secret);
    assert_eq!(lacks(&house.unlock("nora")), [MissingWhat::Clearance]);
    assert_eq!(lacks(&house.unlock("otto")), [], "who only oversees needs none of it");
}

#[test]
fn what_shuts_an_officer_out_of_everything_is_said_as_well() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Paper", marked("SECRET", None));
    assert_eq!(lacks(&house.unlock("bea")), []);
    house.approve(Level::Confidential);
    assert_eq!(lacks(&house.unlock("bea")), [MissingWhat::Ceiling]);
    assert_eq!(lacks(&house.unlock("carl")), [MissingWhat::Clearance], "to him there is nothing else");
    house.approve(Level::Secret);
    assert_eq!(lacks(&house.unlock("bea")), []);
    house.unlock("sam").set_function(&id("bea"), NewFunction::Outside { authorised: None }, "a liaison").expect("set");
    assert_eq!(lacks(&house.unlock("bea")), [MissingWhat::Function]);
    let said: Vec<Reason> = house.unlock("bea").missing().iter().map(Lacking::reason).collect();
    assert_eq!(said[0].code, "missing_function");
    assert!(said[0].params["who"].contains("(sam)"), "{said:?}");
}

#[test]
fn only_what_an_officer_may_do_himself_waits_for_him() {
    let house = House::furnished();
    let to = partner(&house, "DGSE", "FRA", Level::Secret);
    let mut rik = house.unlock("rik");
    let shared = file(&mut rik, "Shared", marked("SECRET", Some(&["BEL", "FRA"])));
    let old = NewDocument { date: date(1990, 1, 1), ..paper("Old", marked("SECRET", None), b"old") };
    rik.file_document(old, &mut quietly).expect("rik files the document");
    let waiting = |officer: &str| house.unlock(officer).waiting().expect("the officer sees what waits");
    assert_eq!(waiting("bea"), Waiting { terms_due: 1, ..Waiting::default() });
    // Carl may open none of it: nothing tells him that there is something.
    assert_eq!(waiting("carl"), Waiting::default());

    let mut bea = house.unlock("bea");
    let release =
        bea.request_release(&to, std::slice::from_ref(&shared.id), "exchange", &[]).expect("asked for").release;
    assert_eq!(waiting("rosa"), Waiting { releases_to_decide: 1, terms_due: 1, ..Waiting::default() });
    assert_eq!(waiting("bea").releases_to_decide, 0, "not what one asked for oneself");
    house.unlock("rosa").approve_release(&release).expect("rosa approves the release");
    let rosa = waiting("rosa");
    assert_eq!((rosa.releases_to_decide, rosa.packages_to_write), (0, 1));

    // All clearances of the house end with 2030: seven months before, everybody is to ask.
    house.clock.forward(1_290);
    assert_eq!(waiting("bea").renewals_due, 1);
    assert_eq!(waiting("sam").renewals_due, 3, "who keeps them sees to all");
}
