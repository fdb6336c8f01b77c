//! Putting right what was filed, at the command line.

use serde_json::json;

use crate::stage::Stage;

#[test]
fn what_was_filed_is_put_right_and_its_history_tells_what_it_was() {
    let stage = Stage::new();
    let more = ["--level", "RESTREINT", "--subject", "convoys", "--paper", "SGRS/26/7"];
    let filed = stage.file(b"a note", "ARDENNES-26", &more);
    let id = filed["id"].as_str().expect("a text");
    let why = stage.write("why", "read out again\n");
    let why = format!("@{}", why.display());
    let right =
        ["doc", "correct", id, "--title", "Convoi de Liège", "--subject", "", "--paper", "SGRS/26/17", "--why", &why];
    let done = stage.run("fictief", &right).json();
    assert_eq!((&done["id"], &done["reference"], &done["warnings"]), (&filed["id"], &filed["reference"], &json!([])));
    let changes = json!([
        { "field": "title", "was": "Filed", "now": "Convoi de Liège" },
        { "field": "subject", "was": "convoys", "now": "" },
        { "field": "paper", "was": "SGRS/26/7", "now": "SGRS/26/17" },
    ]);
    assert_eq!(done["changes"], changes);
    // By its reference as well.
    let reference = filed["reference"].as_str().expect("a text");
    let told = stage.run("fictief", &["doc", "history", reference]).json();
    assert_eq!(told["id"], filed["id"]);
    let history = told["history"].as_array().expect("`history` is a list");
    let acts: Vec<&str> = history.iter().map(|row| row["action"].as_str().expect("a text")).collect();
    assert_eq!(acts, ["file", "correct"]);
    assert_eq!((&history[1]["officer"], &history[1]["purpose"]), (&json!("fictief"), &json!("read out again")));
    assert_eq!((&history[0]["changes"], &history[1]["changes"]), (&json!([]), &changes));
    assert!(history[1]["at"].is_string());
    let shown = stage.run("fictief", &["doc", "show", id]).json();
    assert_eq!((&shown["title"], &shown["may_correct"]), (&json!("Convoi de Liège"), &json!(true)));
    assert_eq!(shown["paper"], "SGRS/26/17");
    let found = stage.run("fictief", &["doc", "list", "--query", "SGRS/26/17"]).json();
    assert_eq!(found["documents"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_cannot_be_put_right_says_why_by_status_and_code() {
    let stage = Stage::new();
    let filed = stage.file(b"a note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text");
    let correct = |more: &[&str]| stage.run("fictief", &[&["doc", "correct", id], more].concat());
    assert_eq!(correct(&["--why", "nothing"]).status, 2, "nothing is said to be right");
    assert_eq!(correct(&["--title", "Other"]).status, 2, "without a reason");
    assert_eq!(correct(&["--title", "Filed", "--why", "the same"]).problem(1)["code"], "state");
    assert_eq!(correct(&["--title", "a\u{7}b", "--why", "a bell"]).problem(5)["code"], "character");
    assert_eq!(correct(&["--date", "2999-01-01", "--why", "far"]).problem(5)["code"], "implausible_date");
    let nothing = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
    let came = stage.run("fictief", &["doc", "correct", nothing, "--title", "x", "--why", "x"]);
    assert_eq!(came.problem(1)["code"], "not_found");
    assert_eq!(stage.run("fictief", &["doc", "history", nothing]).problem(1)["code"], "not_found");
    assert_eq!(stage.run("fictief", &["doc", "history", id]).json()["history"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_document_is_put_into_another_dossier_and_found_by_both_references() {
    let stage = Stage::new();
    let filed = stage.file(b"a note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text");
    let alone = stage.run("fictief", &["doc", "correct", id, "--dossier", "HAVEN", "--title", "x", "--why", "x"]);
    assert_eq!(alone.status, 2, "one after the other");
    let done = stage.run("fictief", &["doc", "correct", id, "--dossier", "HAVEN", "--why", "the other matter"]).json();
    assert_eq!(done["changes"][0], json!({ "field": "dossier", "was": "ARDENNES-26", "now": "HAVEN" }));
    let (was, now) = (filed["reference"].as_str().expect("a text"), done["reference"].as_str().expect("a text"));
    assert_eq!(done["changes"][1], json!({ "field": "reference", "was": was, "now": now }));
    for named in [id, was, now] {
        let shown = stage.run("fictief", &["doc", "show", named]).json();
        assert_eq!((&shown["dossier"], &shown["reference"]), (&json!("HAVEN"), &json!(now)), "{named}");
    }
    let told = stage.run("fictief", &["doc", "history", id]).json();
    assert_eq!(
        (&told["history"][1]["action"], &told["history"][1]["purpose"]),
        (&json!("refile"), &json!("the other matter"))
    );
    let again = stage.run("fictief", &["doc", "correct", id, "--dossier", "HAVEN", "--why", "the same"]);
    assert_eq!(again.problem(1)["code"], "state");
    let nowhere = stage.run("fictief", &["doc", "correct", id, "--dossier", "NOWHERE", "--why", "x"]);
    assert_eq!(nowhere.problem(1)["code"], "not_found");
}

#[test]
fn documents_are_related_and_shown_from_both_sides() {
    let stage = Stage::new();
    let (letter, answer) = (
        stage.file(b"a letter", "ARDENNES-26", &["--level", "RESTREINT"]),
        stage.file(b"an answer", "ARDENNES-26", &["--level", "RESTREINT"]),
    );
    let (id, to) = (answer["id"].as_str().expect("a text"), letter["reference"].as_str().expect("a text"));
    let relate = |more: &[&str]| stage.run("fictief", &[&["doc", "relate", id, "--to", to], more].concat());
    assert_eq!(relate(&["--is", "resembles", "--why", "x"]).status, 5);
    let done = relate(&["--is", "answers", "--why", "it is the answer"]).json();
    assert_eq!(done["changes"], json!([{ "field": "relation-answers", "was": "", "now": letter["reference"] }]));
    let shown = |of: &serde_json::Value| {
        let view = stage.run("fictief", &["doc", "show", of["id"].as_str().expect("a text")]).json();
        let related = view["relations"][0].clone();
        (related["document"]["id"].clone(), related["relation"].clone(), related["own"].clone())
    };
    assert_eq!(shown(&answer), (letter["id"].clone(), json!("answers"), json!(true)));
    assert_eq!(shown(&letter), (answer["id"].clone(), json!("answers"), json!(false)));
    assert_eq!(relate(&["--is", "answers", "--why", "again"]).problem(1)["code"], "state");
    relate(&["--is", "answers", "--remove", "--why", "it was another"]).json();
    assert_eq!(stage.run("fictief", &["doc", "show", id]).json()["relations"], json!([]));
}
