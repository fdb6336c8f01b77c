//! `doc note`: a note on a document, for those who may read it.

use crate::stage::Stage;

#[test]
fn a_note_stands_in_the_history_of_those_who_may_read_the_document() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "CONFIDENTIEL");
    let text = stage.write("note.txt", "See the annex.");
    let text = format!("@{}", text.to_str().expect("the path is UTF-8"));
    stage.run("fictief", &["doc", "note", &id, "--text", &text]).json();
    let history = stage.run("fictief", &["doc", "history", &id]).json();
    let rows = history["history"].as_array().expect("a list");
    let note = rows.iter().find(|row| row["action"] == "note").expect("it is there");
    assert_eq!((note["purpose"].as_str(), note["officer"].as_str()), (Some("See the annex."), Some("fictief")));
    assert_eq!(stage.run("fictief", &["doc", "note", &id, "--text", " "]).problem(2)["code"], "missing");
}
