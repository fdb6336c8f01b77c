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

#[test]
fn notes_go_along_to_a_higher_marking_and_who_lowers_it_is_told_that_they_stay() {
    let stage = Stage::new();
    let filed = stage.file(b"a report", "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text");
    stage.run("fictief", &["doc", "note", id, "--text", "The bridge is closed."]).json();
    let relabel = |level: &str| {
        let args =
            ["doc", "relabel", id, "--policy", "BEL", "--level", level, "--why", "looked at again", "--interest", "k"];
        stage.run("fictief", &args)
    };
    let raised = relabel("CONFIDENTIEL").json();
    assert_eq!(raised["notes"], 1);
    assert!(raised["warnings"].as_array().is_none_or(Vec::is_empty), "{raised}");
    let lowered = relabel("RESTREINT").json();
    assert_eq!(lowered["notes"], 0);
    let warned = lowered["warnings"].as_array().expect("a list");
    assert!(warned.iter().any(|one| one["code"] == "notes_stay" && one["params"]["count"] == "1"), "{lowered}");
}
