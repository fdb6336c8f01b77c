//! What the workstation remembers, what waits for an officer, a passphrase that was given, the log in a file.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};
use zegel_app::workstation::Workstation;

use crate::fixture::{Fixture, PASSPHRASE, code};

#[test]
fn what_was_chosen_in_the_window_is_there_after_the_program_was_closed() {
    let first = Fixture::new();
    let file = first.folder.path().join("config/zegel/window.toml");
    first.shell.set_workstation(Workstation::at(file.clone()));
    let nothing = json!({
        "language": null, "theme": null, "text_percent": null, "last_officer": null, "panes": {}, "lists": {},
    });
    assert_eq!(first.answer("status", json!({}))["preferences"], nothing);
    assert_eq!(first.answer("status", json!({}))["language"], "en", "what the program speaks, chosen or not");
    first.answer("set_language", json!({ "lang": "de" }));
    assert_eq!(first.answer("status", json!({}))["language"], "de");
    for preference in [
        json!({ "what": "theme", "theme": "dark" }),
        json!({ "what": "text", "percent": 900 }),
        json!({ "what": "pane", "pane": "document", "size": 512 }),
        json!({ "what": "list", "list": "documents", "sort": { "by": "title", "descending": true } }),
    ] {
        first.answer("remember", json!({ "preference": preference }));
    }
    assert_eq!(code(first.call("unlock", json!({ "officer": "anna", "passphrase": "wrong" }))), "wrong_passphrase");
    assert_eq!(first.answer("status", json!({}))["preferences"]["last_officer"], Value::Null, "who failed is nobody");
    first.unlock("anna");

    let next = Workstation::at(file);
    first.answer("lock", json!({}));
    first.shell.set_workstation(next);
    let kept = first.answer("status", json!({}))["preferences"].clone();
    assert_eq!(
        kept,
        json!({
            "language": "de", "theme": "dark", "text_percent": 200, "last_officer": "anna",
            "panes": { "document": 512 }, "lists": { "documents": { "by": "title", "descending": true } },
        })
    );
}

#[test]
fn the_page_can_have_nothing_remembered_but_what_is_on_the_list() {
    let fixture = Fixture::unlocked();
    for preference in [
        json!({ "what": "theme", "theme": "SECRET – GEHEIM" }),
        json!({ "what": "pane", "pane": "title of a document", "size": 1 }),
        json!({ "what": "list", "list": "documents", "sort": { "by": "what it says", "descending": true } }),
        json!({ "what": "text", "text": "anything" }),
    ] {
        assert!(fixture.call("remember", json!({ "preference": preference })).is_err(), "{preference}");
    }
}

#[test]
fn a_workstation_that_cannot_remember_says_so() {
    let fixture = Fixture::new();
    std::fs::write(fixture.folder.path().join("zegel"), "a file where the folder would be").expect("it is written");
    fixture.shell.set_workstation(Workstation::at(fixture.folder.path().join("zegel/window.toml")));
    let theme = json!({ "preference": { "what": "theme", "theme": "dark" } });
    assert_eq!(code(fixture.call("remember", theme)), "not_remembered");
    assert_eq!(fixture.answer("status", json!({}))["preferences"]["theme"], "dark", "until the end it holds");
}

#[test]
fn a_new_officer_makes_keys_of_his_own_before_anything_else_and_is_told_what_he_lacks() {
    let fixture = Fixture::new();
    let anna = fixture.unlock("anna");
    assert_eq!(anna["missing"], json!([]));
    let new = json!({
        "id": "nora", "full_name": "Nora", "nationality": "BEL", "roles": ["reader"],
    });
    fixture.answer("add_officer", json!({ "officer": new, "passphrase": PASSPHRASE }));
    let due = fixture.call("unlock", json!({ "officer": "nora", "passphrase": PASSPHRASE }));
    assert_eq!(code(due), "renewal_due");
    let renew = |current: &str, next: &str| {
        fixture.call("renew_keys", json!({ "officer": "nora", "current": current, "next": next }))
    };
    assert_eq!(code(renew(PASSPHRASE, PASSPHRASE)), "passphrase_same");
    assert_eq!(code(renew("not this one", "four words without sense")), "wrong_passphrase");
    fixture.unlock("anna");
    let nora = renew(PASSPHRASE, "four words without sense").expect("the keys are renewed");
    assert_eq!(nora["officer"]["id"], "nora", "she is in");
    let missing: Vec<&str> =
        nora["missing"].as_array().expect("a list").iter().map(|m| m["what"].as_str().expect("a text")).collect();
    assert_eq!(missing, ["clearance", "briefing", "need-to-know", "approval"]);
    assert_eq!(nora["missing"][0]["ask"], json!([{ "id": "anna", "full_name": "Anna" }]));
    assert_eq!(fixture.answer("waiting", json!({}))["terms_due"], 0);
    let change = |current: &str, next: &str| json!({ "current": current, "next": next });
    fixture.answer("change_passphrase", change("four words without sense", "five words without any sense"));
    let code_before = fixture.answer("officer", json!({ "id": "nora" }))["fingerprint"].clone();
    let again = renew("five words without any sense", "six words that make no sense").expect("the keys are renewed");
    assert_ne!(again["officer"]["fingerprint"], code_before, "new keys, and the session goes on with them");
}

#[test]
fn a_passphrase_is_judged_while_it_is_typed_by_anybody_at_the_window() {
    let fixture = Fixture::new();
    let judge = |typed: &str| {
        let typed = json!({ "officer": "nora", "fullName": "Nora Voorbeeld", "passphrase": typed });
        fixture.answer("judge_passphrase", typed)
    };
    let weak = judge("nora voorbeeld");
    assert_eq!(
        (&weak["enough"], &weak["step"]),
        (&json!(true), &json!(0)),
        "an exercise takes it, and says so: {weak}"
    );
    assert!(weak["advice"].as_array().is_some_and(|advice| !advice.is_empty()), "{weak}");
    assert_eq!(judge("four words without sense"), json!({ "step": 4, "enough": true, "advice": [] }));
    fixture.unlock("anna");
    let change = json!({ "current": PASSPHRASE, "next": "abc" });
    assert_eq!(fixture.call("change_passphrase", change).expect_err("refused")["code"], "passphrase_short");
}

#[test]
fn somebody_new_makes_a_request_and_is_let_in_with_what_he_made() {
    let fixture = Fixture::new();
    let path = fixture.folder.path().join("request.txt");
    fixture.will_pick(vec![path.clone()]);
    let ask = json!({ "officer": "nora", "fullName": "Nora", "nationality": "BEL", "passphrase": PASSPHRASE });
    let made = fixture.answer("request_identity", ask.clone());
    assert_eq!(made["name"], "request.txt");
    assert_eq!(code(fixture.call("request_identity", ask)), "file_exists");
    assert_eq!(code(fixture.call("pick_request", json!({}))), "locked", "nobody is let in by nobody");
    fixture.unlock("anna");
    let file = fixture.answer("pick_request", json!({}));
    assert_eq!(file["request"]["fingerprint"], made["fingerprint"], "both see the same code");
    assert_eq!((&file["request"]["officer"], &file["request"]["known"]), (&json!("nora"), &json!(false)));
    assert!(!file.to_string().contains(fixture.folder.path().to_str().expect("UTF-8")), "the page learns no path");
    let admit = json!({ "request": file["text"], "roles": ["reader"] });
    assert_eq!(fixture.answer("admit_officer", admit)["fingerprint"], made["fingerprint"]);
    assert_eq!(fixture.unlock("nora")["officer"]["fingerprint"], made["fingerprint"]);
    // Lost, and back.
    let again = fixture.folder.path().join("again.txt");
    fixture.will_pick(vec![again]);
    let next = "four words without sense";
    let ask = json!({ "officer": "nora", "fullName": "Nora", "nationality": "BEL", "passphrase": next });
    let made = fixture.answer("request_identity", ask);
    fixture.unlock("anna");
    let file = fixture.answer("pick_request", json!({}));
    assert_eq!(file["request"]["known"], true);
    let reissue = json!({ "id": "nora", "request": file["text"], "why": "forgotten" });
    assert_eq!(fixture.answer("reissue_officer", reissue)["fingerprint"], made["fingerprint"]);
    let old = fixture.call("unlock", json!({ "officer": "nora", "passphrase": PASSPHRASE }));
    assert_eq!(code(old), "wrong_passphrase");
    fixture.answer("unlock", json!({ "officer": "nora", "passphrase": next }));
    std::fs::write(fixture.folder.path().join("no.txt"), "no request").expect("the file is written");
    fixture.unlock("anna");
    fixture.will_pick(vec![fixture.folder.path().join("no.txt")]);
    assert_eq!(code(fixture.call("pick_request", json!({}))), "malformed");
    fixture.will_pick(Vec::new());
    assert_eq!(fixture.answer("pick_request", json!({})), Value::Null);
}

#[test]
fn the_log_is_written_as_a_table_that_a_spreadsheet_does_not_calculate_with() {
    let fixture = Fixture::unlocked();
    fixture
        .call("create_dossier", json!({ "id": "D-1", "title": "=1+1", "lead": null }))
        .expect("a security officer makes one");
    let path = fixture.folder.path().join("log.csv");
    fixture.will_pick(vec![path.clone()]);
    let all = json!({
        "filter": { "officer": null, "document": null, "action": null, "since": null, "until": null, "after": null, "limit": 0 },
    });
    let written = fixture.answer("export_log", all.clone());
    let text = std::fs::read_to_string(&path).expect("the file is read");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").filter(|line| !line.is_empty()).collect();
    assert_eq!(written, json!({ "name": "log.csv", "rows": lines.len() - 1 }));
    let shown = fixture.answer("log", json!({ "filter": { "limit": 1000 } }));
    assert_eq!(shown["rows"].as_array().expect("a list").len(), lines.len() - 1, "every row that the window shows");
    let made = lines.iter().find(|line| line.contains("D-1")).expect("the dossier is named by its keeper");
    assert!(made.contains("\"'=1+1\""), "{made}");
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(std::fs::metadata(&path).expect("the file is there").permissions().mode() & 0o777, 0o600);
    assert_eq!(code(fixture.call("export_log", all.clone())), "file_exists");
    fixture.will_pick(Vec::new());
    assert_eq!(fixture.answer("export_log", all), Value::Null, "one may think better of it");
}

#[test]
fn lists_that_come_in_pages_are_sorted_by_what_rust_can_sort_them_by() {
    let fixture = Fixture::unlocked();
    let asked = |by: &str| {
        fixture.call(
            "documents",
            json!({ "filter": { "query": null, "level": null, "dossier": null, "sort": by, "limit": 9, "after": null } }),
        )
    };
    for by in ["filed", "date", "title", "level", "reference", "originator", "dossier"] {
        assert_eq!(asked(by).expect("the approval is asked for")["total"], 0, "{by}");
    }
    assert_eq!(code(asked("members")), "malformed");
}

#[test]
fn a_clock_far_ahead_of_the_log_is_asked_about_before_anything_is_recorded() {
    let hours_ahead = Arc::new(AtomicI64::new(0));
    let set = Arc::clone(&hours_ahead);
    let clock = move || Utc::now() + TimeDelta::hours(set.load(Ordering::Relaxed));
    let fixture = Fixture::at(Arc::new(clock), |vault| vault);
    fixture.unlock("anna");
    let new = json!({ "id": "nora", "full_name": "Nora", "nationality": "BEL", "roles": ["reader"] });
    fixture.answer("add_officer", json!({ "officer": new, "passphrase": PASSPHRASE }));
    fixture.answer("lock", json!({}));
    let entries = || fixture.shell.vault().verify().expect("the log is whole").entries;
    let before = entries();
    hours_ahead.store(400 * 24, Ordering::Relaxed);
    let unlock = |right: Value| {
        fixture.call("unlock", json!({ "officer": "anna", "passphrase": PASSPHRASE, "clockIsRight": right }))
    };
    for unsaid in [Value::Null, json!(false)] {
        let asked = unlock(unsaid).expect_err("it is asked first");
        assert_eq!((asked["code"].as_str(), asked["params"]["days"].as_str()), (Some("clock_far_ahead"), Some("400")));
        assert!(asked["params"]["last"].is_string() && asked["params"]["now"].is_string(), "{asked}");
    }
    // Who makes keys of his own is asked as well: that he was told to make them was no question about the clock.
    let due = fixture.call("unlock", json!({ "officer": "nora", "passphrase": PASSPHRASE }));
    assert_eq!(code(due), "renewal_due");
    let renew = |right: bool| {
        let next = "four words without sense";
        let keys = json!({ "officer": "nora", "current": PASSPHRASE, "next": next, "clockIsRight": right });
        fixture.call("renew_keys", keys)
    };
    assert_eq!(code(renew(false)), "clock_far_ahead");
    assert_eq!(entries(), before, "nothing was recorded");
    assert_eq!(renew(true).expect("he says that it is right")["officer"]["id"], "nora");
    assert!(entries() > before);
    fixture.answer("lock", json!({}));
    unlock(Value::Null).expect("the log says the same time now");
}
