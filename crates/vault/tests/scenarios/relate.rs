//! What a document is to another: who says it, who sees it, and what becomes of it.

use serde_json::json;
use vault::*;

use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::reclassify::{house, own, to};

const ANSWERS: RelationKind = RelationKind::Answers;

/// A letter and its answer, both SECRET and filed by rik.
fn two() -> (House, DocumentId, DocumentId) {
    let house = house();
    let mut rik = house.unlock("rik");
    let mut file = |title: &str| rik.file_document(own(title, "SECRET"), &mut quietly).expect("rik files it").id;
    let (letter, answer) = (file("Letter"), file("Answer"));
    drop(rik);
    for officer in ["bea", "rosa", "cleo"] {
        drop(house.unlock(officer));
    }
    (house, letter, answer)
}

fn relate(session: &mut Session, id: &DocumentId, to: &DocumentId) -> Result<CorrectionResult, Error> {
    session.relate(id, (ANSWERS, to), Relating::Enter, "it is the answer")
}

fn shown(session: &mut Session, id: &DocumentId) -> Vec<(String, String, bool)> {
    let relations = session.document(id).expect("it is seen").relations;
    relations.into_iter().map(|one| (one.document.title, one.relation, one.own)).collect()
}

fn of(title: &str, own: bool) -> Vec<(String, String, bool)> {
    vec![(title.to_owned(), "answers".to_owned(), own)]
}

#[test]
fn a_relation_is_shown_from_both_sides_and_taken_away_again() {
    let (house, letter, answer) = two();
    let mut rik = house.unlock("rik");
    let done = relate(&mut rik, &answer, &letter).expect("rik relates them");
    assert_eq!(done.changes[0].field, "relation-answers");
    for mut session in [house.unlock("bea"), house.unlock_without_index("rosa")] {
        assert_eq!(shown(&mut session, &answer), of("Letter", true));
        assert_eq!(shown(&mut session, &letter), of("Answer", false));
        let history = session.history(&answer).expect("the history is read");
        let last = history.last().expect("it has lines");
        let reference = session.document(&letter).expect("it is seen").row.reference;
        assert_eq!((last.purpose.as_str(), &last.changes[0].now), ("it is the answer", &reference));
        assert_eq!(session.history(&letter).expect("the history is read").len(), 1, "nothing was written of it");
    }
    // What is put right afterwards leaves it.
    let title = Correction { title: Some("The answer".to_owned()), why: "a slip".to_owned(), ..Correction::default() };
    rik.correct(&answer, &title).expect("rik puts it right");
    assert_eq!(shown(&mut rik, &letter), of("The answer", false));
    rik.relate(&answer, (ANSWERS, &letter), Relating::Remove, "it was another").expect("rik takes it away");
    for mut session in [rik, house.unlock("bea"), house.unlock_without_index("rosa")] {
        assert!(shown(&mut session, &answer).is_empty() && shown(&mut session, &letter).is_empty());
        let history = session.history(&answer).expect("the history is read");
        assert_eq!(history.last().map(|row| row.changes[0].now.as_str()), Some(""));
    }
}

#[test]
fn who_may_not_see_the_other_is_shown_nothing_of_it() {
    let (house, letter, answer) = two();
    let mut rik = house.unlock("rik");
    relate(&mut rik, &answer, &letter).expect("rik relates them");
    // cleo reads what is CONFIDENTIEL alone.
    rik.reclassify(&answer, &to("CONFIDENTIEL")).expect("rik lowers it");
    for anew in [false, true] {
        let mut session = if anew { house.unlock_without_index("cleo") } else { house.unlock("cleo") };
        assert!(shown(&mut session, &answer).is_empty());
        let history = format!("{:?}", session.history(&answer).expect("the history is read"));
        assert!(!history.contains("Letter") && !history.contains(letter.as_str()), "{history}");
        assert!(!format!("{:?}", session.document(&answer).expect("it is seen")).contains(letter.as_str()));
    }
    assert_eq!(shown(&mut house.unlock("bea"), &answer), of("Letter", true), "it goes along");
    assert_eq!(shown(&mut house.unlock("bea"), &letter), of("Answer", false));
    // The other way round it is the same.
    rik.reclassify(&answer, &to("SECRET")).expect("rik raises it");
    rik.reclassify(&letter, &to("CONFIDENTIEL")).expect("rik lowers it");
    assert!(shown(&mut house.unlock("cleo"), &letter).is_empty());
    // Oversight learns that relations were changed, and nothing else.
    let filter = LogFilter { action: Some("correct".to_owned()), ..LogFilter::default() };
    let row = house.unlock("otto").log(&filter).expect("the log is read").rows.remove(0);
    assert_eq!((row.detail["fields"].as_str(), row.detail.len()), ("relations", 2));
}

#[test]
fn who_puts_right_what_is_written_of_the_one_and_may_see_the_other_relates_them() {
    let (house, letter, answer) = two();
    let denied = relate(&mut house.unlock("bea"), &answer, &letter).expect_err("refused");
    assert_eq!(codes(&denied), ["not_charged"]);
    assert_eq!(relate(&mut house.unlock("carl"), &answer, &letter).expect_err("refused").exit(), ExitClass::Denied);
    let low = house.unlock("rik").file_document(own("Low", "CONFIDENTIEL"), &mut quietly).expect("filed").id;
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "rita", "BEL", &[Role::Registrar, Role::Reader]);
    clear(&mut ada, "rita", "BEL", "CONFIDENTIEL");
    ada.add_member(&dossier("D-1"), &id("rita"), None, "exercise").expect("added");
    drop(ada);
    house.reaches("rita");
    let unseen = relate(&mut house.unlock("rita"), &low, &letter).expect_err("rita may not see the letter");
    assert_eq!(unseen.exit(), ExitClass::Denied);
    let mut rik = house.unlock("rik");
    assert!(is_refused(relate(&mut rik, &answer, &answer), "itself"));
    let unknown = DocumentId::parse(&seal::random_id()).expect("an opaque id");
    assert!(matches!(relate(&mut rik, &answer, &unknown), Err(Error::NotFound { .. })));
    let none = rik.relate(&answer, (ANSWERS, &letter), Relating::Enter, " ").expect_err("refused");
    assert!(matches!(none, Error::Missing { field: "why" }));
    relate(&mut rik, &answer, &letter).expect("rik relates them");
    for (again, relating) in [(ANSWERS, Relating::Enter), (RelationKind::Cancels, Relating::Remove)] {
        let error = rik.relate(&answer, (again, &letter), relating, "again").expect_err("it is so already");
        assert!(matches!(&error, Error::State { status, .. } if status == "unchanged"), "{error:?}");
    }
    let third = rik.file_document(own("Third", "SECRET"), &mut quietly).expect("rik files it").id;
    rik.withdraw_document(&answer, "filed twice").expect("rik withdraws it");
    let to_withdrawn = relate(&mut rik, &third, &answer).expect_err("refused");
    assert_eq!(codes(&to_withdrawn), ["document_withdrawn"], "nor to what was withdrawn");
    assert!(shown(&mut rik, &letter).is_empty(), "what was withdrawn is shown nowhere");
    assert_eq!(codes(&relate(&mut rik, &answer, &letter).expect_err("refused")), ["document_withdrawn"]);
}

/// A relation that somebody with a program of his own writes to a document that he may not see.
#[test]
fn a_forged_relation_shows_nobody_what_he_may_not_see() {
    let (house, letter, answer) = two();
    let mut rik = house.unlock("rik");
    rik.reclassify(&answer, &to("CONFIDENTIEL")).expect("rik lowers it");
    drop(rik);
    let mut hostile = Hostile::new(&house, "rik");
    let class = hostile.event("reclassified")["class"].as_str().expect("`class` is text").to_owned();
    let now = json!({ "title": "Answer", "subject": "", "originator": "", "date": "2026-11-20",
                      "relations": [{ "is": "answers", "to": letter }, { "is": "cancels", "to": seal::random_id() }] });
    let sheet = json!({ "sheet": "corrected", "document": answer, "now": now, "why": "forged" });
    let (audience, sealed) = hostile.sealed_sheet(&class, 1, &sheet);
    hostile.append(Forgery::of(json!({ "event": "corrected", "document": answer })).part(audience, sealed));
    drop(hostile);
    assert!(shown(&mut house.unlock("cleo"), &answer).is_empty());
    assert_eq!(shown(&mut house.unlock("bea"), &answer), of("Letter", true));
}

fn is_refused(done: Result<CorrectionResult, Error>, with: &str) -> bool {
    matches!(&done, Err(Error::State { what: "document", status }) if status == with)
}

#[test]
fn what_ends_another_document_is_entered_by_those_who_answer_for_that_one_and_told_to_those_who_use_it() {
    let (house, letter, answer) = two();
    let mut bea = house.unlock("bea");
    let hers = bea.file_document(own("Hers", "SECRET"), &mut quietly).expect("bea files it").id;
    for is in [RelationKind::Cancels, RelationKind::Replaces] {
        let denied = bea.relate(&hers, (is, &letter), Relating::Enter, "says who reads").expect_err("refused");
        assert_eq!(codes(&denied), ["other_not_charged"]);
    }
    bea.relate(&hers, (ANSWERS, &letter), Relating::Enter, "it answers").expect("bea says that hers answers it");
    assert_eq!(bea.superseded(std::slice::from_ref(&letter)).expect("the index is read"), []);
    drop(bea);
    let mut rik = house.unlock("rik");
    rik.relate(&answer, (RelationKind::Cancels, &letter), Relating::Enter, "no longer so").expect("rik cancels it");
    let reference = |session: &mut Session, id: &DocumentId| session.document(id).expect("it is seen").row.reference;
    let (name, other) = (reference(&mut rik, &letter), reference(&mut rik, &answer));
    let told = rik.superseded(&[letter.clone(), answer.clone()]).expect("the index is read");
    let params = |reason: &Reason| reason.params.values().cloned().collect::<Vec<_>>();
    assert_eq!(told.len(), 1);
    assert!(told[0].code == "superseded" && params(&told[0]).contains(&name) && params(&told[0]).contains(&other));
}

#[test]
fn nothing_is_to_another_what_the_other_is_to_it() {
    let (house, letter, answer) = two();
    let mut rik = house.unlock("rik");
    let third = rik.file_document(own("Third", "SECRET"), &mut quietly).expect("rik files it").id;
    let mut relate = |is: RelationKind, id: &DocumentId, to: &DocumentId| {
        rik.relate(id, (is, to), Relating::Enter, "for the exercise")
    };
    relate(RelationKind::Replaces, &answer, &letter).expect("the one replaces the other");
    relate(RelationKind::Cancels, &third, &answer).expect("the third cancels the one");
    for (id, to) in [(&letter, &answer), (&letter, &third), (&answer, &third)] {
        for is in [RelationKind::Replaces, RelationKind::Cancels] {
            assert!(is_refused(relate(is, id, to), "circle"));
        }
    }
    relate(ANSWERS, &letter, &answer).expect("of another kind it is another matter");
    assert!(is_refused(relate(ANSWERS, &answer, &letter), "circle"));
    relate(RelationKind::Attachment, &letter, &third).expect("of another kind it is another matter");
    assert!(is_refused(relate(RelationKind::Attachment, &third, &letter), "circle"));
}
