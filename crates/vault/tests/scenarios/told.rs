//! What is told to the officer who decides something: what it takes away, and who could not agree to it.

use vault::*;

use super::house::*;

fn told(reasons: &[Reason]) -> Vec<&str> {
    reasons.iter().map(|reason| reason.code.as_str()).collect()
}

#[test]
fn documents_above_the_ceiling_of_a_new_approval_are_counted_for_their_readers() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    file(&mut rik, "One", marked("SECRET", None));
    file(&mut rik, "Two", marked("SECRET", None));
    drop(rik);
    let mut ada = house.unlock("ada");
    share_by_two(&mut ada);
    let request = ada.record_approval(approval(Level::Confidential)).expect("asked for");
    assert_eq!(told(&ada.warnings_about(&request)), [] as [&str; 0], "of what she may not read she is told nothing");
    ada.withdraw_assent(&request, None).expect("withdrawn");
    ada.change_roles(&id("bea"), &[Role::Reader, Role::SecurityOfficer].into(), None).expect("given");
    let mut bea = house.unlock("bea");
    let request = bea.record_approval(approval(Level::Confidential)).expect("asked for");
    let warned = bea.assent(&request).expect("seen").warnings;
    assert_eq!((told(&warned), warned[0].params["n"].as_str()), (vec!["above_ceiling"], "2"));
    let request = bea.record_approval(approval(Level::Secret)).expect("asked for");
    assert_eq!(told(&bea.warnings_about(&request)), [] as [&str; 0]);
}

#[test]
fn the_last_security_officer_under_the_full_rules_is_told_that_nothing_can_be_agreed_to() {
    let house = House::under_full_rules();
    let alone = |session: &Session| told(&session.warnings()).contains(&"alone_in_charge");
    let mut ada = house.unlock("ada");
    assert!(!alone(&ada));
    ada.change_roles(&id("sam"), &[Role::Reader].into(), None).expect("taken away");
    assert!(alone(&ada));
    assert!(!alone(&house.unlock("bea")), "others need not know");
    let asked = ada.change_roles(&id("bea"), &[Role::Reader, Role::Auditor].into(), None).expect("asked for");
    let request = asked.request.expect("it takes two");
    assert_eq!(told(&ada.warnings_about(&request)), ["nobody_agrees"]);
}

#[test]
fn a_request_that_was_overtaken_is_marked_and_no_step_leads_to_it() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    share_by_two(&mut ada);
    let request = ada.record_approval(approval(Level::Secret)).expect("asked for");
    assert!(!house.unlock("sam").assent(&request).expect("seen").overtaken());
    let waits = |session: &mut Session| {
        let steps = session.ceremony().expect("the steps").steps;
        steps.into_iter().find(|step| step.what == CeremonyWhat::Approval).and_then(|step| step.request)
    };
    assert_eq!(waits(&mut house.unlock("sam")), Some(request.clone()));
    // What one person gave alone, which the yes would confirm, has changed.
    grant(&mut ada, "bea", "BEL", "TRES SECRET", &[]).expect("ada grants the clearance");
    let mut sam = house.unlock("sam");
    assert!(sam.assent(&request).expect("seen").overtaken());
    assert_eq!(waits(&mut sam), None);
}

#[test]
fn a_dossier_that_nobody_leads_or_reads_any_more_is_said_and_who_led_it_last() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let new = NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: Some(id("bea")), deputy: None };
    ada.create_dossier(new).expect("ada makes the dossier");
    let mut bea = house.unlock("bea");
    let news = bea.remove_member(&dossier("D-2"), &id("bea"), "other duty").expect("removed");
    assert_eq!(told(&news), ["dossier_unled", "dossier_unread"]);
    let unled = house.unlock("sam").unled_dossiers().expect("listed");
    assert_eq!(unled.iter().map(|one| one.was.as_str()).collect::<Vec<_>>(), ["bea"], "not ada, who made it");
}
