//! Where an officer stopped reading is remembered by his own index.

use vault::*;

use super::house::*;

/// The id of a document, drawn from a number.
fn document(n: usize) -> DocumentId {
    let letters: String = (0..4).map(|place| char::from(b"abcdefgh"[n / 8_usize.pow(place) % 8])).collect();
    DocumentId::parse(&format!("{letters:a<26}")).expect("an id")
}

#[test]
fn where_one_stopped_reading_is_remembered_by_him_alone() {
    let house = House::furnished();
    let read = file(&mut house.unlock("rik"), "Read", marked("SECRET", None)).id;
    let mut bea = house.unlock("bea");
    assert_eq!(bea.place(&read).expect("the index is read"), None);
    bea.keep_place(&read, 14).expect("it is kept");
    bea.keep_place(&read, 7).expect("it is kept");
    drop(bea);

    let mut bea = house.unlock("bea");
    assert_eq!(bea.place(&read).expect("the index is read"), Some(7), "another session goes on there");
    assert_eq!(house.unlock("rik").place(&read).expect("the index is read"), None, "nobody else knows of it");
    bea.keep_place(&read, 1).expect("it is kept");
    assert_eq!(bea.place(&read).expect("the index is read"), None, "at the first page there is nothing to remember");
}

#[test]
fn places_are_bounded_and_the_oldest_is_forgotten() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let documents: Vec<DocumentId> = (0..260).map(document).collect();
    for (page, id) in (2..).zip(&documents) {
        bea.keep_place(id, page).expect("it is kept");
    }
    let known: Vec<bool> = documents.iter().map(|id| bea.place(id).expect("the index is read").is_some()).collect();
    assert_eq!(known.iter().filter(|known| **known).count(), 200);
    assert!(known.iter().skip(60).all(|known| *known), "the last that were read are known");
}

#[test]
fn where_one_stopped_is_forgotten_when_the_document_may_not_be_seen_any_more() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let read = file(&mut rik, "Read", marked("SECRET", None)).id;
    let mut bea = house.unlock("bea");
    assert!(bea.document(&read).is_ok(), "she sees it");
    bea.keep_place(&read, 7).expect("it is kept");
    bea.catch_up().expect("the log is read");
    assert_eq!(bea.place(&read).expect("the index is read"), Some(7));
    house.unlock("ada").remove_member(&dossier("D-1"), &id("bea"), "other duty").expect("removed");
    bea.catch_up().expect("the log is read");
    assert_eq!(bea.place(&read).expect("the index is read"), None, "nor that she read it");
}
