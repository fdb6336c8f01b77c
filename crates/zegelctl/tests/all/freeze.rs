//! `officer freeze`, `officer unfreeze`, `rekey`.

use std::fs;

use crate::stage::{Came, Stage, binary};

#[test]
fn an_officer_who_is_frozen_is_told_by_whom_and_when_and_a_second_lifts_it() {
    let stage = Stage::new();
    let frozen = stage.run("voorbeeld", &["officer", "freeze", "muster", "--why", "phone was stolen"]).json();
    assert_eq!((frozen["id"].as_str(), frozen["status"].as_str()), (Some("muster"), Some("frozen")));
    let warnings = frozen["warnings"].as_array().expect("`warnings` is a list");
    // What was granted of what she asked for is told her as well.
    let warned: Vec<_> = warnings.iter().filter(|one| one["code"] != "request_granted").collect();
    assert_eq!((warned.len(), warned[0]["code"].as_str()), (1, Some("dossiers_unled")), "he leads one: {frozen}");
    let told = stage.run("muster", &["doc", "list"]).problem(3);
    assert_eq!(
        (&told["code"], &told["reasons"][0]["code"]),
        (&serde_json::json!("frozen"), &serde_json::json!("frozen"))
    );
    assert!(told["message"].as_str().expect("`message` is text").contains("Anna Voorbeeld (voorbeeld)"), "{told}");
    let seen = stage.run("exemple", &["officer", "show", "muster"]).json();
    assert_eq!((seen["status"].as_str(), seen["freeze"]["by"].as_str()), (Some("frozen"), Some("voorbeeld")));
    assert_eq!(seen["freeze"]["why"], "phone was stolen");
    assert_eq!(stage.run("proef", &["officer", "show", "muster"]).json()["freeze"]["why"], serde_json::Value::Null);
    assert_eq!(stage.run("voorbeeld", &["officer", "freeze", "muster", "--why", "x"]).problem(1)["code"], "state");
    let own = stage.run("voorbeeld", &["officer", "freeze", "voorbeeld", "--why", "x"]);
    assert_eq!((own.problem(3)["code"].as_str(), own.codes()), (Some("denied"), vec!["about_oneself".to_owned()]));
    let reader = stage.run("modele", &["officer", "freeze", "proef", "--why", "x"]);
    assert_eq!(reader.codes(), ["role_required"]);

    let lifted = stage.run("voorbeeld", &["officer", "unfreeze", "muster", "--why", "it was found"]).json();
    if lifted["waiting"] == true {
        let request = lifted["request"].as_str().expect("`request` is text").to_owned();
        assert_eq!(stage.run("voorbeeld", &["assent", "give", &request]).codes(), ["second_person_required"]);
        let shown = stage.run("exemple", &["assent", "show", &request]).json();
        assert_eq!((shown["kind"].as_str(), shown["about"].as_str()), (Some("unfreezing"), Some("muster")));
        assert_eq!(stage.run("exemple", &["assent", "give", &request]).json()["status"], "granted");
    } else {
        assert_eq!(lifted["status"], "active");
    }
    stage.run("muster", &["doc", "list"]).json();
    assert_eq!(stage.run("voorbeeld", &["officer", "unfreeze", "muster", "--why", "x"]).problem(1)["code"], "state");
}

#[test]
fn under_the_full_rules_the_lifting_of_a_freeze_waits_for_a_second() {
    let stage = Stage::new();
    let (pass, own) = (stage.write("p", "a long enough passphrase"), stage.write("own", "a passphrase of his own"));
    let vault = stage.path("full");
    let run = |officer: &[&str], phrase: &std::path::Path, args: &[&str]| {
        let mut command = binary();
        command.arg("--json").args(officer).arg("--vault").arg(&vault).arg("--passphrase-file").arg(phrase).args(args);
        Came::of(command.output().expect("the program runs"))
    };
    let anna = |args: &[&str]| run(&["--as", "anna"], &pass, args);
    let init =
        ["init", "--name", "N", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL", "--four-eyes"];
    run(&[], &pass, &init).json();
    for (id, role) in [("bert", "security-officer"), ("carl", "reader")] {
        let first = pass.to_str().expect("the path is UTF-8");
        let add = ["officer", "add", id, "--full-name", id, "--nationality", "BEL", "--role", role];
        anna(&[&add[..], &["--initial-passphrase-file", first]].concat()).json();
    }
    run(&["--as", "bert"], &pass, &["identity", "renew", "--new-passphrase-file", own.to_str().expect("UTF-8")]).json();
    anna(&["officer", "freeze", "carl", "--why", "x"]).json();
    let lifted = anna(&["officer", "unfreeze", "carl", "--why", "x"]).json();
    assert_eq!(lifted["waiting"], true);
    let request = lifted["request"].as_str().expect("`request` is text");
    assert_eq!(anna(&["officer", "show", "carl"]).json()["status"], "frozen", "it waits");
    assert_eq!(run(&["--as", "bert"], &own, &["assent", "give", request]).json()["status"], "granted");
    assert_eq!(anna(&["officer", "show", "carl"]).json()["status"], "active");
}

#[test]
fn rekey_says_how_many_objects_were_sealed_for_the_present_key() {
    let stage = Stage::new();
    let nothing = stage.run("fictief", &["rekey"]).json();
    assert_eq!((nothing["rewrapped"].as_u64(), nothing["remaining"].as_u64()), (Some(0), Some(0)));
    let marked = ["--policy", "BEL", "--level", "CONFIDENTIEL", "--originator", "Section Protection"];
    let filed = stage.file(b"old", "ARDENNES-26", &marked);
    let (id, class) =
        (filed["id"].as_str().expect("a text").to_owned(), filed["class"].as_str().expect("a text").to_owned());
    let (place, old) = (stage.object(&id), fs::read(stage.object(&id)).expect("the object is read"));
    stage.run("voorbeeld", &["clearance", "withdraw", "muster", "--policy", "BEL", "--why", "x"]).json();
    stage.run("fictief", &["doc", "list"]).json();
    assert_ne!(fs::read(&place).expect("the file is read"), old, "any session of a holder does it");
    // Put back, as from a backup.
    fs::write(&place, &old).expect("the file is written");
    let done = stage.run("fictief", &["rekey", "--class", &class]).json();
    assert_eq!((done["rewrapped"].as_u64(), done["remaining"].as_u64()), (Some(1), Some(0)), "{done}");
    assert_eq!(stage.run("essai", &["rekey", "--class", &class]).problem(1)["code"], "not_found");
    assert_eq!(stage.run("fictief", &["rekey", "--class", "x"]).problem(1)["code"], "not_found");
    assert_eq!(stage.run("fictief", &["doc", "open", &id, "--purpose", "x", "--out", "-"]).status, 0);
}
