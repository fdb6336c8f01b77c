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
