//! Notes on a document: who writes one, who reads it, and that nobody does so past the rules.

use serde_json::json;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn noted(session: &mut Session, id: &DocumentId) -> Vec<(String, String)> {
    let rows = session.history(id).expect("told");
    let rows = rows.into_iter().filter(|row| row.action == "note");
    rows.map(|row| (row.officer.to_string(), row.purpose)).collect()
}

#[test]
fn a_note_of_one_reader_is_read_by_the_others_and_by_nobody_else() {
    let house = super::reclassify::house();
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Report", marked("SECRET", None));
    let mut bea = house.unlock("bea");
    bea.note_on(&filed.id, "Paragraph 3 contradicts\nthe report of May.").expect("noted");
    let expected = [("bea".to_owned(), "Paragraph 3 contradicts\nthe report of May.".to_owned())];
    assert_eq!(noted(&mut bea, &filed.id), expected);
    assert_eq!(noted(&mut rik, &filed.id), expected, "who was here reads on");
    assert_eq!(rik.document(&filed.id).expect("seen").row.title, "Report", "it is no other document by that");
    assert_eq!(read(&mut rik, &filed.id), b"the bytes of Report");
    drop((rik, bea));
    let mut bea = house.unlock_without_index("bea");
    assert_eq!(noted(&mut bea, &filed.id), expected, "an index that is made from the log has it");

    // An officer who may not read the document writes nothing on it, and the refusal is in the log.
    let mut sam = house.unlock("sam");
    let refused = sam.note_on(&filed.id, "x").expect_err("sam does not read it");
    assert!(matches!(refused.code(), "denied" | "not_found"), "{refused}");
    assert_eq!(bea.note_on(&filed.id, " \n").expect_err("it says nothing").code(), "missing");
    assert_eq!(bea.note_on(&filed.id, "a\u{202e}b").expect_err("it turns").code(), "character");
    // What it says stands in no part of the log that others read.
    let rows = house.unlock("otto").log(&LogFilter { limit: 1000, ..LogFilter::default() }).expect("listed").rows;
    let notes: Vec<_> = rows.iter().filter(|row| row.action == "note").collect();
    assert_eq!(notes.len(), 1, "oversight knows that there is one");
    assert!(notes.iter().all(|row| row.detail.values().all(|value| !value.contains("Paragraph"))), "{notes:?}");
    // Nor on what was withdrawn.
    house.unlock("rik").withdraw_document(&filed.id, "wrong").expect("withdrawn");
    let mut bea = house.unlock("bea");
    assert_eq!(codes(&bea.note_on(&filed.id, "late").expect_err("refused")), ["document_withdrawn"]);
}

/// With a program of his own: he stops every reader.
#[test]
fn a_note_without_the_right_to_it_or_without_its_sheet_stops_the_next_reader() {
    let filed = || {
        let house = super::reclassify::house();
        let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
        (house, filed)
    };
    let fact = |id: &DocumentId| json!({ "event": "noted", "document": id });
    for stranger in ["sam", "otto"] {
        let (house, filed) = filed();
        let rule = caught(&house, stranger, |_| Forgery::all(vec![fact(&filed.id)]));
        assert_eq!(rule, "noted_without_right", "{stranger}");
    }
    let (house, filed_one) = filed();
    let rule = caught(&house, "bea", |_| Forgery::all(vec![fact(&filed_one.id)]));
    assert_eq!(rule, "noted_without_sheet");
    let (house, gone) = filed();
    house.unlock("rik").withdraw_document(&gone.id, "wrong").expect("withdrawn");
    let rule = caught(&house, "bea", |hostile| {
        let sheet = json!({ "sheet": "noted", "document": gone.id, "text": "forged" });
        let (audience, sealed) = hostile.sealed_sheet(gone.class.as_str(), 1, &sheet);
        Forgery::all(vec![fact(&gone.id)]).part(audience, sealed)
    });
    assert_eq!(rule, "document_withdrawn");
}

/// A line on the sheet that no fact stands for is shown to nobody.
#[test]
fn a_note_that_stands_on_the_sheet_alone_is_none() {
    let house = super::reclassify::house();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let mut bea = Hostile::new(&house, "bea");
    let sheet = json!({ "sheet": "noted", "document": filed.id, "text": "forged" });
    let (audience, sealed) = bea.sealed_sheet(filed.class.as_str(), 1, &sheet);
    bea.append(Forgery::all(Vec::new()).part(audience, sealed));
    assert_eq!(noted(&mut house.unlock("rik"), &filed.id), []);
}

/// With `D-2`, of rik and nils; bea wrote a note on `Report` in `D-1`.
fn noted_in_the_first_of_two() -> (House, FilingResult) {
    let (house, filed) = super::refile::two_dossiers();
    house.unlock("bea").note_on(&filed.id, "Compare with the report of May.").expect("noted");
    (house, filed)
}

fn of_bea() -> (String, String) {
    ("bea".to_owned(), "Compare with the report of May.".to_owned())
}

#[test]
fn notes_go_along_to_another_dossier_and_from_there_to_the_next() {
    let (house, filed) = noted_in_the_first_of_two();
    let mut rik = house.unlock("rik");
    let done = rik.correct(&filed.id, &super::refile::into("D-2")).expect("it is moved");
    assert!(done.warnings.iter().all(|warning| warning.code != "notes_stay"), "{:?}", done.warnings);
    rik.note_on(&filed.id, "It belongs here.").expect("noted");
    let both = [of_bea(), ("rik".to_owned(), "It belongs here.".to_owned())];
    assert_eq!(noted(&mut house.unlock("nils"), &filed.id), both, "who never read the first dossier");
    assert_eq!(noted(&mut rik, &filed.id), both, "each once to an officer who reads both");
    drop(rik);
    assert_eq!(noted(&mut house.unlock_without_index("nils"), &filed.id), both);
    let mut rik = house.unlock_without_index("rik");
    assert_eq!(noted(&mut rik, &filed.id), both);
    // And back: those who were left have it all again.
    rik.correct(&filed.id, &super::refile::into("D-1")).expect("it is moved back");
    assert_eq!(noted(&mut house.unlock("bea"), &filed.id), both);
}

#[test]
fn notes_go_along_to_a_higher_marking_and_stay_where_the_new_one_lets_others_read() {
    let house = super::reclassify::house();
    let mut rik = house.unlock("rik");
    let id = rik.file_document(super::reclassify::own("Convoy", "CONFIDENTIEL"), &mut quietly).expect("filed").id;
    house.unlock("cleo").note_on(&id, "The bridge is closed.").expect("noted");
    rik.catch_up().expect("the log is read");
    let raised = rik.reclassify(&id, &super::reclassify::to("SECRET")).expect("raised");
    assert_eq!((raised.notes, codes_of(&raised.warnings)), (1, vec![]));
    let note = ("cleo".to_owned(), "The bridge is closed.".to_owned());
    assert_eq!(noted(&mut house.unlock("bea"), &id), std::slice::from_ref(&note));
    rik.note_on(&id, "Source: the harbour master.").expect("noted");
    let lower = super::reclassify::to("CONFIDENTIEL");
    let draft = rik.document(&id).expect("seen").marking;
    let draft = MarkingDraft { classification: "CONFIDENTIEL".to_owned(), ..draft };
    let preview = rik.preview_decision(&id, Some(&draft), &lower).expect("shown");
    assert_eq!((preview.notes, codes_of(&preview.warnings)), (0, vec!["notes_stay"]), "before it is decided");
    let lowered = rik.reclassify(&id, &lower).expect("lowered");
    assert_eq!((lowered.notes, codes_of(&lowered.warnings)), (0, vec!["notes_stay"]));
    assert_eq!(lowered.warnings[0].params["count"], "2");
    // cleo reads what she wrote herself, where it was written; what was noted above her she does not.
    assert_eq!(noted(&mut house.unlock_without_index("cleo"), &id), [note]);
}

/// Each note that goes along is one that the log knows of; with a program of his own, the mover brings others, and nobody sees them.
#[test]
fn a_note_that_the_log_does_not_know_goes_nowhere() {
    let (house, filed) = noted_in_the_first_of_two();
    let mut rik = house.unlock("rik");
    rik.correct(&filed.id, &super::refile::into("D-2")).expect("it is moved");
    let class = rik.document(&filed.id).expect("seen").class;
    drop(rik);
    let mut rik = Hostile::new(&house, "rik");
    let made_up = json!({ "entry": 3, "at_ms": 0, "by": "bea", "text": "forged" });
    let sheet = json!({ "sheet": "notes", "document": filed.id, "all": [made_up] });
    let (audience, sealed) = rik.sealed_sheet(class.as_str(), 1, &sheet);
    rik.append(Forgery::all(Vec::new()).part(audience, sealed));
    assert_eq!(noted(&mut house.unlock("nils"), &filed.id), [of_bea()]);
}

fn codes_of(warnings: &[Reason]) -> Vec<&str> {
    warnings.iter().map(|warning| warning.code.as_str()).collect()
}
