//! The contract, row by row: each command answers in one object of the keys that scripts rely on, and each error in one that says
//! what happened and what to do, whatever the command.

use serde_json::Value;

use crate::stage::{Came, Stage};

/// A command that works, and keys of its answer.
type Works<'w> = (&'w str, &'w [&'w str], &'w [&'w str]);
/// A command that does not, with status and code.
type Fails<'f> = (&'f str, &'f [&'f str], i32, &'f str);

fn shape(came: &Came, args: &[&str]) -> Value {
    let object = came.object();
    assert!(object["warnings"].is_array(), "{args:?}: {object}");
    for warning in object["warnings"].as_array().into_iter().flatten() {
        assert!(
            warning["code"].is_string() && !warning["message"].as_str().unwrap_or_default().is_empty(),
            "{warning}"
        );
    }
    object
}

#[test]
fn every_command_of_the_contract_answers_in_its_shape() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let second = stage.file(b"for the walk", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let own = second["id"].as_str().expect("a text").to_owned();
    let asked = ["release", "request", "--partner", "voorbeelddienst", "--doc", &own, "--purpose", "walk"];
    let release = stage.run("fictief", &asked).json()["release"].as_str().expect("a text").to_owned();
    let (out, backup) = (stage.path("out"), stage.path("backup"));
    let (out, backup) = (out.to_str().expect("UTF-8"), backup.to_str().expect("UTF-8"));
    let works: &[Works<'_>] = &[
        ("exemple", &["officer", "list"], &["officers", "total", "next"]),
        ("exemple", &["officer", "show", "muster"], &["id", "full_name", "roles", "status", "clearances"]),
        ("fictief", &["identity", "list"], &["officer", "identities"]),
        ("exemple", &["custody", "show"], &["threshold", "custodians", "epoch"]),
        ("proef", &["assent", "list"], &["assents", "total", "next"]),
        ("proef", &["assent", "show", &release], &["id", "kind", "about", "by", "since", "given", "needed", "mine"]),
        ("exemple", &["clearance", "list", "--due"], &["clearances"]),
        ("exemple", &["approval", "show"], &["approval", "exercise"]),
        ("exemple", &["dossier", "list"], &["dossiers"]),
        ("fictief", &["doc", "list", "--limit", "1"], &["documents", "next", "total"]),
        ("fictief", &["doc", "list", "--query", "walk", "--in", "content"], &["documents", "not_searched", "altered"]),
        ("fictief", &["doc", "show", &id], &["id", "reference", "title", "history", "explanation", "blake3"]),
        ("fictief", &["doc", "history", &id], &["id", "history"]),
        ("fictief", &["doc", "label", &id], &["id", "label"]),
        ("fictief", &["doc", "open", &own, "--purpose", "p", "--out", out], &["id", "out", "bytes", "whole"]),
        ("fictief", &["doc", "text", &own, "--purpose", "p"], &["id", "text", "complete", "missing", "pages"]),
        ("fictief", &["explain", "open", "--doc", &id], &["permitted", "reasons"]),
        ("proef", &["partner", "list"], &["partners"]),
        ("proef", &["release", "list"], &["releases", "total", "next"]),
        ("proef", &["release", "show", &release], &["id", "partner", "documents", "consents", "status"]),
        ("proef", &["release", "approve", &release], &["release", "status"]),
        ("fictief", &["ledger", "verify"], &["entries", "root", "ok"]),
        ("fictief", &["ledger", "checkpoint"], &["note"]),
        ("essai", &["ledger", "show", "--limit", "1"], &["entries", "next"]),
        ("fictief", &["rekey"], &["rewrapped", "remaining"]),
        ("fictief", &["backup", backup], &["entries", "gone", "changed", "copied"]),
        ("fictief", &["doctor"], &["ok", "findings", "not_checked", "last_backup"]),
    ];
    for (officer, args, keys) in works {
        let came = stage.run(officer, args);
        assert_eq!(came.status, 0, "{args:?}: {}", String::from_utf8_lossy(&came.err));
        let object = shape(&came, args);
        for key in *keys {
            assert!(object.get(key).is_some(), "`{key}` of {args:?}: {object}");
        }
    }
    for field in ["id", "kind", "about", "by", "since", "given", "needed", "mine"] {
        let listed = stage.run("proef", &["assent", "list"]).json();
        let all = listed["assents"].as_array().expect("a list");
        assert!(all.iter().all(|one| one.get(field).is_some()), "`{field}` in {listed}");
    }
    let fails: &[Fails<'_>] = &[
        ("fictief", &["doc", "show", "nope"], 1, "not_found"),
        ("proef", &["release", "show", "nope"], 1, "not_found"),
        ("proef", &["assent", "show", "nope"], 1, "not_found"),
        ("exemple", &["officer", "show", "nope"], 1, "not_found"),
        ("fictief", &["custody", "carry-out", "nope"], 1, "not_found"),
        ("fictief", &["doc", "open", &own, "--purpose", "p", "--out", out], 1, "out_exists"),
        ("fictief", &["shared", "status"], 1, "not_shared"),
        ("fictief", &["doc", "list", "--bogus"], 2, "usage"),
        ("fictief", &["bogus"], 2, "usage"),
        ("fictief", &["officer", "freeze", "muster", "--why", "x"], 3, "denied"),
        ("muster", &["doc", "open", &own, "--purpose", "p", "--out", "-"], 3, "denied"),
        ("fictief", &["doc", "list", "--sort", "up"], 5, "unknown_sort"),
        ("fictief", &["doc", "list", "--from", "2026-02-30"], 5, "bad_date"),
    ];
    for (officer, args, status, code) in fails {
        let problem = stage.run(officer, args).problem(*status);
        assert_eq!(problem["code"], *code, "{args:?}");
        let reasons = problem["reasons"].as_array().expect("a list");
        assert!(*status != 3 || !reasons.is_empty(), "a denial says why: {problem}");
        assert!(!problem["message"].as_str().expect("a text").contains('{'), "{problem}");
    }
}
