//! The authorities that the vault speaks for, as a script uses them.

use crate::stage::Stage;

#[test]
fn the_list_is_shown_and_kept_by_a_security_officer() {
    let stage = Stage::new();
    let listed = stage.run("essai", &["authority", "list"]).json();
    assert_eq!(
        (&listed["vault"], &listed["authorities"][0]),
        (&"Exercise Ardennes 26".into(), &"Section Protection".into())
    );
    assert_eq!(stage.run("modele", &["authority", "add", "Section Analyse"]).codes(), ["role_required"]);
    let listed = || stage.run("essai", &["authority", "list"]).json()["authorities"].clone();
    stage.agreed("voorbeeld", &["authority", "add", "Section  Analyse"]);
    assert_eq!(listed(), serde_json::json!(["Section Protection", "Section Analyse"]));
    assert_eq!(stage.run("exemple", &["authority", "add", "section ANALYSE"]).problem(1)["code"], "exists");
    assert_eq!(stage.run("exemple", &["authority", "add", " "]).problem(2)["code"], "missing");
    assert_eq!(stage.run("exemple", &["authority", "add", &"x".repeat(201)]).problem(5)["code"], "too_long");
    assert_eq!(stage.run("exemple", &["authority", "remove", "Nobody", "--why", "x"]).problem(1)["code"], "not_found");
    stage.agreed("exemple", &["authority", "remove", "SECTION analyse", "--why", "dissolved"]);
    assert_eq!(listed(), serde_json::json!(["Section Protection"]));
    let log = stage.run("essai", &["ledger", "show", "--limit", "all"]).json();
    assert!(log.to_string().contains("dissolved"), "{log}");
}

#[test]
fn a_document_of_a_listed_section_is_lowered_without_consent() {
    let stage = Stage::new();
    let filed = stage.file(b"quay", "HAVEN", &["--level", "SECRET", "--originator", "section protection"]);
    let lower = [
        "doc",
        "relabel",
        filed["id"].as_str().expect("a text"),
        "--level",
        "CONFIDENTIEL",
        "--interest",
        "k",
        "--why",
    ];
    let lower = [&lower[..], &["the harm is another now"]].concat();
    assert_eq!(stage.run("modele", &lower).json()["nature"], "downgrade");
    let filed = stage.file(b"quay", "HAVEN", &["--level", "SECRET", "--originator", "Section Analyse"]);
    let lower = [&["doc", "relabel", filed["id"].as_str().expect("`id` is text")], &lower[3..]].concat();
    assert_eq!(stage.run("modele", &lower).codes(), ["consent_missing", "not_originating_authority"]);
}
