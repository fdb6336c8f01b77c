//! Withdrawing what should not have been filed: who may, who agrees, and that nobody does anything with it afterwards.

use serde_json::json;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn withdrawn() -> DocumentFilter {
    DocumentFilter { withdrawn: true, ..DocumentFilter::default() }
}

fn ids(session: &mut Session, filter: &DocumentFilter) -> (Vec<DocumentId>, u64) {
    let page = session.list(filter).expect("listed");
    (page.rows.into_iter().map(|row| row.id).collect(), page.total)
}

#[test]
fn what_was_withdrawn_is_in_no_list_but_its_own_and_nobody_opens_it() {
    let house = super::reclassify::house();
    let mut rik = house.unlock("rik");
    let wrong = file(&mut rik, "Wrong", marked("SECRET", None));
    let right = file(&mut rik, "Right", marked("SECRET", None));
    let mut bea = house.unlock("bea");
    let marked_by = bea.marked_by(&wrong.id);
    assert!(bea.still_permitted(&wrong.id, marked_by, None).is_ok());
    assert!(
        rik.document(&wrong.id).expect("seen").may_withdraw && !bea.document(&wrong.id).expect("seen").may_withdraw
    );
    assert!(!rik.document(&wrong.id).expect("seen").withdrawal_waits);
    assert_eq!(codes(&bea.withdraw_document(&wrong.id, "not mine").expect_err("refused")), ["not_its_author"]);
    assert_eq!(rik.withdraw_document(&wrong.id, " ").expect_err("refused").code(), "missing");
    assert!(rik.withdraw_document(&wrong.id, "of another service").expect("withdrawn").request().is_none());

    // What was open closes; those who were here, and one whose index is made from the log.
    assert_eq!(codes(&bea.still_permitted(&wrong.id, marked_by, None).expect_err("refused")), ["document_withdrawn"]);
    let is_withdrawn = |session: &mut Session| {
        assert_eq!(ids(session, &DocumentFilter::default()), (vec![right.id.clone()], 1));
        assert_eq!(ids(session, &withdrawn()), (vec![wrong.id.clone()], 1));
        let words = DocumentFilter { query: Some("wrong".to_owned()), ..DocumentFilter::default() };
        assert_eq!(ids(session, &words).1, 0, "a search does not find it");
        assert_eq!(ids(session, &DocumentFilter { withdrawn: true, ..words }).1, 1);
        assert_eq!(codes(&try_read(session, &wrong.id).expect_err("refused")), ["document_withdrawn"]);
        let view = session.document(&wrong.id).expect("it is shown");
        assert_eq!(view.row.reference, wrong.reference);
        assert!(view.withdrawn.is_some() && !view.explanation.permitted && !view.may_withdraw && !view.may_correct);
        let last = view.history.last().expect("it has a history");
        assert_eq!((last.action.as_str(), last.officer.as_str()), ("withdraw-document", "rik"));
        assert_eq!(
            session.history(&wrong.id).expect("told").last().map(|row| row.action.clone()),
            Some(last.action.clone())
        );
        assert_eq!(read(session, &right.id), b"the bytes of Right");
    };
    is_withdrawn(&mut rik);
    is_withdrawn(&mut bea);
    drop((rik, bea));
    is_withdrawn(&mut house.unlock_without_index("bea"));
    let mut rik = house.unlock("rik");
    assert_eq!(codes(&rik.withdraw_document(&wrong.id, "again").expect_err("refused")), ["document_withdrawn"]);
    let title = Correction { title: Some("x".to_owned()), why: "x".to_owned(), ..Correction::default() };
    assert_eq!(codes(&rik.correct(&wrong.id, &title).expect_err("refused")), ["document_withdrawn"]);
    // Its number is given to nobody else, and the log still verifies.
    let next = file(&mut rik, "Next", marked("SECRET", None));
    assert!(next.reference != wrong.reference);
}

#[test]
fn under_the_full_rules_a_withdrawal_waits_for_the_yes_of_a_security_officer() {
    let house = super::reclassify::house();
    house.approve(Level::Secret);
    let mut rik = house.unlock("rik");
    let wrong = file(&mut rik, "Wrong", marked("SECRET", None));
    let request =
        rik.withdraw_document(&wrong.id, "of another service").expect("asked").request().expect("it takes two");
    assert_eq!(codes(&rik.withdraw_document(&wrong.id, "again").expect_err("refused")), ["already_waits"]);
    let seen = rik.document(&wrong.id).expect("seen");
    assert!(!seen.may_withdraw && seen.withdrawal_waits, "he is told why he cannot ask again");
    assert!(!house.unlock("bea").document(&wrong.id).expect("seen").withdrawal_waits, "not hers to withdraw");
    assert_eq!(ids(&mut rik, &DocumentFilter::default()).1, 1, "until then it is there");

    let mut sam = house.unlock("sam");
    let view = sam.assent(&request).expect("sam sees it");
    assert_eq!((view.summary.kind, view.summary.mine), (AssentKind::Withdrawal, true));
    let AskedFor::Withdrawal(asked) = &view.asked else { panic!("{view:?}") };
    assert_eq!((asked.document.clone(), asked.filed_by.as_str()), (wrong.id.clone(), "rik"));
    assert_eq!((asked.why.as_deref(), &asked.title), (Some("of another service"), &None), "he may not read it");
    assert!(asked.reference != wrong.reference, "nor count what is there");
    sam.give_assent(&request).expect("sam says yes");

    assert_eq!((ids(&mut rik, &DocumentFilter::default()).1, ids(&mut rik, &withdrawn()).1), (0, 1));
    assert_eq!(codes(&try_read(&mut rik, &wrong.id).expect_err("refused")), ["document_withdrawn"]);
    let view = rik.document(&wrong.id).expect("it is shown");
    assert_eq!(view.history.last().map(|row| row.officer.as_str()), Some("sam"));
}

/// With a program of his own: he stops every reader.
#[test]
fn a_withdrawal_without_the_right_to_it_and_what_is_done_after_one_stop_the_next_reader() {
    let fact = |event: &str, id: &DocumentId| Forgery::all(vec![json!({ "event": event, "document": id })]);
    let filed = || {
        let house = super::reclassify::house();
        let id = file(&mut house.unlock("rik"), "Wrong", marked("SECRET", None)).id;
        (house, id)
    };
    let (house, id) = filed();
    let forged = |_: &mut Hostile| fact("filing-withdrawn", &id);
    assert_eq!(caught(&house, "rosa", forged), "withdrawn_without_right");
    let (house, id) = filed();
    house.unlock("rik").withdraw_document(&id, "wrong").expect("withdrawn");
    assert_eq!(caught(&house, "rik", |_| fact("corrected", &id)), "document_withdrawn");
}

/// Who has its keys opens it with a program of his own. What he says of that is told as of an opening that there cannot have been.
#[test]
fn who_has_the_keys_of_what_was_withdrawn_does_not_open_it_and_his_saying_so_does_not_fit() {
    let house = super::reclassify::house();
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Wrong", marked("SECRET", None));
    let mut bea = house.unlock("bea");
    assert_eq!(read(&mut bea, &filed.id), b"the bytes of Wrong");
    drop(bea);
    // What bea writes and seals by herself: the line on the sheet, and her words for oversight.
    let opened = |house: &House| {
        let mut bea = Hostile::new(house, "bea");
        let index = bea.position.size();
        let sheet = json!({ "sheet": "opened", "document": filed.id.as_str(), "purpose": "x" });
        let (tag, sealed) = bea.sealed_sheet(filed.class.as_str(), 1, &sheet);
        let said = json!({ "did": "open", "detail": { "document": filed.id.as_str(), "purpose": "x" } });
        bea.append(Forgery::all(Vec::new()).part(tag, sealed).saying(vec![said]));
        let rows = house.unlock("otto").log(&LogFilter { limit: 1000, ..LogFilter::default() }).expect("listed").rows;
        let of = |row: &LogRow, name: &str| row.detail.get(name).cloned().unwrap_or_default();
        let rows = rows.iter().filter(|row| row.index == index);
        rows.map(|row| (row.action.clone(), of(row, "action"), of(row, "fault"))).collect::<Vec<_>>()
    };
    let line = |action: &str, did: &str, fault: &str| (action.to_owned(), did.to_owned(), fault.to_owned());
    assert_eq!(opened(&house.copy()), [line("open", "", "")], "until then it is an opening as any other");
    rik.withdraw_document(&filed.id, "of another service").expect("withdrawn");
    drop(rik);
    assert_eq!(codes(&try_read(&mut house.unlock("bea"), &filed.id).expect_err("refused")), ["document_withdrawn"]);
    let told = opened(&house);
    assert!(told.contains(&line("does-not-fit", "open", "not-done")), "{told:?}");
    assert!(told.iter().all(|(action, ..)| action == "does-not-fit"), "{told:?}");
}

/// In an exercise one person withdraws a document alone, and nobody opens it any more. The approval does not confirm that unseen.
#[test]
fn a_document_that_one_person_withdrew_alone_is_named_where_the_system_is_approved() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let wrong = file(&mut rik, "Wrong", marked("SECRET", None));
    assert!(rik.withdraw_document(&wrong.id, "of another service").expect("withdrawn").request().is_none());
    drop(rik);
    let mut ada = house.unlock("ada");
    share_by_two(&mut ada);
    let request = ada.record_approval(approval(Level::Secret)).expect("ada asks for it");
    let mut sam = house.unlock("sam");
    let AskedFor::Approval(asked) = sam.assent(&request).expect("seen").asked else { panic!("an approval") };
    let decided = |right: &LoneRightView| right.decided.as_ref().is_some_and(|of| of.what == LoneDecided::Withdrawal);
    let named = asked.confirms.iter().find(|right| decided(right)).expect("nobody else has agreed to it");
    let name = &named.decided.as_ref().expect("it is one").name;
    assert_eq!((named.by.as_str(), name.as_str()), ("rik", wrong.id.as_str()), "sam may not read it: by its id alone");
    drop((ada, sam));
    let mut asked = Hostile::new(&house, "ada").event("asked");
    asked["request"] = json!(seal::random_id());
    let rights = asked["matter"]["rights"].as_array_mut().expect("a list");
    rights.retain(|right| right["right"]["kind"] != "withdrawal");
    assert_eq!(caught(&house, "ada", |_| Forgery::of(asked)), "rights_not_listed");
}
