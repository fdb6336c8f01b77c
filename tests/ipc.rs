//! The window's commands, on Tauri's mock runtime with the real configuration and permissions: no display needed.

mod backup;
mod copies;
mod drafts;
mod ending;
mod guide_file;
mod markings;
mod shared;
mod texts;
mod workstation;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use vault::{OfficerId, Passphrase};
use viewer::Turn;
use zegel_app::dialogs::{Dialogs, Picking};
use zegel_app::events::LockedBecause;
use zegel_app::shell::Shell;

use crate::fixture::{Fixture, OWN_PAGE, PASSPHRASE, call, code, refused_by_permission, window};

/// The commands that the capability grants.
fn granted() -> BTreeSet<String> {
    let capability: Value =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/capabilities/main.json"))).expect("it is JSON");
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(capability["remote"], Value::Null);
    let permissions = capability["permissions"].as_array().expect("`permissions` is a list");
    permissions
        .iter()
        .map(|permission| {
            permission.as_str().expect("a text").strip_prefix("allow-").expect("a command").replace('-', "_")
        })
        .collect()
}

/// The commands that the program has.
fn existing() -> BTreeSet<String> {
    let bindings = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/lib/ipc/bindings.ts");
    let bindings = std::fs::read_to_string(bindings).expect("the bindings are written");
    bindings
        .split("__TAURI_INVOKE(\"")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("a text has a first piece").to_owned())
        .collect()
}

#[test]
fn the_capability_grants_each_command_of_the_program_by_name_and_nothing_else() {
    assert_eq!(granted(), existing());
}

#[test]
fn the_main_window_may_call_every_command() {
    let fixture = Fixture::new();
    for command in granted() {
        let answer = fixture.call(&command, json!({}));
        assert!(!refused_by_permission(&answer), "{command}: {answer:?}");
    }
}

#[test]
fn another_window_may_call_nothing() {
    let fixture = Fixture::unlocked();
    let other = window(&fixture.app, "other");
    for command in granted() {
        let answer = call(&other, OWN_PAGE, &command, json!({}));
        assert!(refused_by_permission(&answer), "{command}: {answer:?}");
    }
}

#[test]
fn a_page_from_elsewhere_may_call_nothing() {
    let fixture = Fixture::unlocked();
    for page in ["https://example.org", "http://tauri.localhost.example.org", "file:///tmp/page.html"] {
        for command in ["status", "documents", "open_document"] {
            let answer = call(&fixture.main, page, command, json!({}));
            assert!(refused_by_permission(&answer), "{page} {command}: {answer:?}");
        }
    }
}

#[test]
fn what_tauri_itself_offers_is_refused() {
    let fixture = Fixture::unlocked();
    for command in [
        "plugin:app|version",
        "plugin:event|listen",
        "plugin:event|emit",
        "plugin:image|from_path",
        "plugin:path|resolve_directory",
        "plugin:resources|close",
        "plugin:webview|create_webview_window",
        "plugin:webview|internal_toggle_devtools",
        "plugin:window|create",
        "plugin:window|set_title",
        "plugin:fs|read_file",
        "plugin:shell|execute",
        "no_such_command",
    ] {
        let answer = fixture.call(command, json!({}));
        assert!(refused_by_permission(&answer), "{command}: {answer:?}");
    }
}

#[test]
fn a_locked_window_says_who_may_unlock_and_nothing_more() {
    let fixture = Fixture::new();
    let status = fixture.answer("status", json!({}));
    assert_eq!(status["vault_name"], "Test registry");
    assert_eq!(status["officers"], json!([{ "id": "anna" }]));
    assert_eq!(status["session"], Value::Null);
    assert_eq!((&status["exercise"], &status["approval"]), (&Value::Null, &Value::Null), "the log alone knows");
    assert_eq!(status["auto_lock_seconds"], 300);
    assert_eq!(status["locked_because"], "start");
}

/// The releases, the last that was asked for first.
fn by_date() -> Value {
    json!({ "filter": { "sort": { "by": "filed", "descending": true }, "limit": 10, "after": null } })
}

#[test]
fn nothing_answers_while_the_vault_is_locked() {
    let fixture = Fixture::new();
    let id = "a".repeat(26);
    for (command, arguments) in [
        (
            "documents",
            json!({ "filter": { "query": null, "level": null, "dossier": null, "limit": 10, "after": null } }),
        ),
        ("document", json!({ "id": id })),
        ("open_document", json!({ "id": id, "purpose": "test" })),
        ("dossiers", json!({ "filter": { "query": null, "status": null, "limit": 10, "after": null } })),
        ("officers", json!({ "filter": { "query": null, "limit": 10, "after": null } })),
        ("like_officers", json!({ "officer": "anna2", "fullName": "Anna" })),
        ("renewals", json!({})),
        ("partners", json!({ "filter": { "query": null, "limit": 10, "after": null } })),
        ("releases", by_date()),
        ("pick_files", json!({})),
        ("pick_files_of_folder", json!({})),
        ("pick_version", json!({})),
        ("compare_files", json!({ "handles": [] })),
        ("marking_options", json!({ "policy": "BEL" })),
        (
            "compose_marking",
            json!({ "draft": { "policy": "BEL", "classification": "SECRET", "categories": [], "review": null } }),
        ),
        ("verify_log", json!({})),
        ("wholeness", json!({})),
        ("keep_checkpoint", json!({})),
        ("compare_checkpoint", json!({})),
        ("back_up", json!({})),
        ("write_release", json!({ "id": id })),
        ("release_by_two", json!({ "id": id, "second": { "officer": "bea", "passphrase": "x" } })),
    ] {
        assert_eq!(code(fixture.call(command, arguments)), "locked", "{command}");
    }
}

#[test]
fn a_wrong_passphrase_is_a_problem_with_a_code_and_the_right_one_opens_a_session() {
    let fixture = Fixture::new();
    let wrong = fixture.call("unlock", json!({ "officer": "anna", "passphrase": "wrong" }));
    assert_eq!(code(wrong), "wrong_passphrase");
    let wait = fixture.answer("unlock_wait", json!({ "officer": "anna" }));
    std::thread::sleep(Duration::from_secs(wait.as_u64().expect("it is a number")));
    let session = fixture.unlock("anna");
    assert_eq!(session["officer"]["id"], "anna");
    assert_eq!(session["failed_attempts"], 1);
    let status = fixture.answer("status", json!({}));
    assert_eq!(status["session"]["officer"]["full_name"], "Anna");
    assert_eq!(status["exercise"], true);
}

#[test]
fn a_name_that_is_no_name_is_a_problem_and_no_file_access() {
    let fixture = Fixture::new();
    for officer in ["../vault", "", "a/b", "Anna", "a\u{0}b"] {
        let answer = fixture.call("unlock", json!({ "officer": officer, "passphrase": PASSPHRASE }));
        assert_eq!(code(answer), "bad_name", "{officer:?}");
    }
}

#[test]
fn locking_ends_the_session_tells_the_page_and_forgets_what_was_picked() {
    let fixture = Fixture::unlocked();
    let heard = fixture.events();
    let file = fixture.folder.path().join("note.pdf");
    std::fs::write(&file, b"x").expect("the file is written");
    fixture.will_pick(vec![file]);
    let picked = fixture.answer("pick_files", json!({}));
    let handle = picked["files"][0]["handle"].as_str().expect("`handle` is text").to_owned();
    assert!(fixture.shell.picked().file(&handle).is_ok());

    fixture.answer("lock", json!({}));

    assert_eq!(*heard.lock().expect("nobody panics"), [json!({ "event": "locked", "because": "user" })]);
    assert_eq!(code(fixture.call("renewals", json!({}))), "locked");
    assert!(fixture.shell.picked().file(&handle).is_err());
    let status = fixture.answer("status", json!({}));
    assert_eq!((&status["session"], &status["locked_because"]), (&Value::Null, &json!("user")));
    assert_eq!(status["exercise"], true, "known since somebody unlocked");
}

#[test]
fn locking_twice_is_told_once() {
    let fixture = Fixture::unlocked();
    let heard = fixture.events();
    fixture.shell.lock(LockedBecause::Idle);
    fixture.shell.lock(LockedBecause::Suspend);
    assert_eq!(*heard.lock().expect("nobody panics"), [json!({ "event": "locked", "because": "idle" })]);
}

#[test]
fn what_was_going_on_when_the_window_was_locked_gives_no_answer() {
    let fixture = Fixture::unlocked();
    let shell = fixture.shell.clone();
    let answer = fixture.shell.act(|session, visit| {
        shell.lock(LockedBecause::User);
        assert!(!visit.goes_on());
        Ok(session.id().to_string())
    });
    assert_eq!(answer.expect_err("locked").code, "locked");
}

/// A person who picks what he was asked for, after somebody locked the window.
struct TooLate(Shell, PathBuf);

impl Dialogs for TooLate {
    fn files(&self, title: String) -> Picking<Vec<PathBuf>> {
        let picked = self.file(title);
        Box::pin(async move { picked.await.into_iter().collect() })
    }

    fn file(&self, _: String) -> Picking<Option<PathBuf>> {
        self.0.lock(LockedBecause::User);
        let picked = self.1.clone();
        Box::pin(async move { Some(picked) })
    }

    fn folder(&self, title: String) -> Picking<Option<PathBuf>> {
        self.file(title)
    }

    fn save(&self, title: String, _: &'static str) -> Picking<Option<PathBuf>> {
        self.file(title)
    }
}

#[test]
fn what_is_picked_counts_for_the_visit_in_which_it_was_asked_for() {
    let fixture = Fixture::unlocked();
    let place = fixture.folder.path().join("picked");
    fixture.shell.set_dialogs(Arc::new(TooLate(fixture.shell.clone(), place.clone())));
    let (id, none) = ("a".repeat(26), Value::Null);
    for (command, arguments) in [
        ("compare_checkpoint", json!({})),
        ("keep_checkpoint", json!({})),
        ("export_log", json!({ "filter": { "limit": 0 } })),
        ("write_release", json!({ "id": id, "second": none })),
        ("pick_request", json!({})),
        ("export_identity", json!({ "key": "0".repeat(32) })),
        ("protect_identity", json!({ "passphrase": PASSPHRASE, "recipient": "age1plugin" })),
        ("import_guide", json!({})),
        ("export_guide", json!({})),
        ("back_up", json!({})),
        ("pick_files", json!({})),
        ("pick_files_of_folder", json!({})),
        ("pick_version", json!({})),
    ] {
        fixture.unlock("anna");
        assert_eq!(code(fixture.call(command, arguments)), "locked", "{command}");
        assert!(!place.exists(), "{command}");
    }
}

#[test]
fn the_next_officer_does_not_get_the_session_of_the_one_before() {
    let fixture = Fixture::unlocked();
    let first = fixture.shell.visit().expect("the page is left");
    fixture.unlock("anna");
    assert!(!first.goes_on());
    assert!(fixture.shell.visit().expect("the page is left").goes_on());
}

#[test]
fn dropped_files_reach_the_page_without_their_folder() {
    let fixture = Fixture::unlocked();
    let heard = fixture.events();
    let file = fixture.folder.path().join("note.pdf");
    std::fs::write(&file, b"12345").expect("the file is written");
    fixture.shell.dropped(vec![file]);
    let heard = heard.lock().expect("nobody panics");
    assert_eq!(heard[0], json!({ "event": "files-hover", "over": false }));
    assert_eq!(heard[1]["event"], "files-dropped");
    let picked = &heard[1]["picked"];
    assert_eq!(picked["files"][0]["name"], "note.pdf");
    assert_eq!(picked["files"][0]["size"], 5);
    let folder = fixture.folder.path().to_str().expect("the path is UTF-8");
    assert!(!format!("{heard:?}").contains(folder));
}

#[test]
fn a_folder_that_is_chosen_gives_its_files_without_their_folder() {
    let fixture = Fixture::unlocked();
    let chosen = fixture.folder.path().join("chosen");
    std::fs::create_dir_all(chosen.join("deeper")).expect("the folders are made");
    std::fs::write(chosen.join("note.pdf"), b"12345").expect("the file is written");
    std::fs::write(chosen.join("deeper/plan.pdf"), b"1").expect("the file is written");
    fixture.will_pick(vec![chosen]);
    let picked = fixture.answer("pick_files_of_folder", json!({}));
    let files = picked["files"].as_array().expect("`files` is a list");
    assert_eq!(files.len(), 2);
    assert!(files.iter().any(|file| file["size"] == 5));
    assert!(!picked.to_string().contains(fixture.folder.path().to_str().expect("the path is UTF-8")));
    // Nobody chose one: nothing is offered.
    fixture.will_pick(Vec::new());
    assert_eq!(fixture.answer("pick_files_of_folder", json!({}))["files"], json!([]));
}

#[test]
fn files_that_are_dropped_on_a_locked_window_are_not_taken() {
    let fixture = Fixture::new();
    let heard = fixture.events();
    let file = fixture.folder.path().join("note.pdf");
    std::fs::write(&file, b"x").expect("the file is written");
    fixture.shell.dropped(vec![file]);
    assert_eq!(*heard.lock().expect("nobody panics"), [json!({ "event": "files-hover", "over": false })]);
}

#[test]
fn a_file_that_nobody_picked_cannot_be_filed() {
    let fixture = Fixture::unlocked();
    for handle in ["/etc/passwd", "nothing"] {
        let draft = json!({
            "files": [{ "handle": handle, "title": "t" }], "dossier": "D1", "subject": "", "originator": "o", "paper": "", "date": null,
            "finalised": null, "topics": [], "motive": null, "sources": [],
            "marking": { "policy": "BEL", "classification": "SECRET", "categories": [], "review": null },
        });
        assert_eq!(code(fixture.call("file_documents", json!({ "draft": draft }))), "not_picked");
    }
}

#[test]
fn the_marking_chooser_offers_the_levels_of_the_policy_and_composes_what_was_chosen() {
    let fixture = Fixture::unlocked();
    let options = fixture.answer("marking_options", json!({ "policy": "BEL" }));
    let levels: Vec<&str> =
        options["levels"].as_array().expect("a list").iter().map(|l| l["level"].as_str().expect("a text")).collect();
    assert_eq!(levels, ["unclassified", "restricted", "confidential", "secret", "top-secret"]);
    assert_eq!(options["policies"], json!(["BEL", "NATO", "EU"]));

    let draft = json!({
        "policy": "BEL", "classification": "SECRET", "review": null,
        "categories": [{ "tag": "Releasable To", "values": ["BEL", "FRA"] }],
    });
    let composed = fixture.answer("compose_marking", json!({ "draft": draft }));
    let banner = composed["banner"]["text"].as_str().expect("`text` is text");
    assert!(banner.contains("SECRET") && banner.contains("GEHEIM") && banner.contains("FRA"), "{banner}");
    assert_eq!(composed["problems"], json!([]));
}

#[test]
fn a_marking_that_the_policy_does_not_know_is_named_and_not_shown() {
    let fixture = Fixture::unlocked();
    let draft = json!({ "policy": "BEL", "classification": "COSMIC", "categories": [], "review": null });
    let composed = fixture.answer("compose_marking", json!({ "draft": draft }));
    assert_eq!(composed["banner"], Value::Null);
    assert_eq!(composed["problems"].as_array().expect("`problems` is a list").len(), 1);
    let unknown = fixture.call("marking_options", json!({ "policy": "XYZ" }));
    assert_eq!(code(unknown), "unknown");
}

#[test]
fn a_page_of_a_document_that_is_not_open_is_not_given() {
    let fixture = Fixture::unlocked();
    assert_eq!(fixture.shell.page("nothing", 1, 800, Turn::None, false).expect_err("not open").code, "not_open");
    fixture.shell.lock(LockedBecause::User);
    assert_eq!(fixture.shell.page("nothing", 1, 800, Turn::None, false).expect_err("locked").code, "locked");
}

#[test]
fn the_whole_log_is_verified_for_anyone_who_asks() {
    let fixture = Fixture::unlocked();
    let verified = fixture.answer("verify_log", json!({}));
    assert!(verified["entries"].as_u64().expect("`entries` is a number") > 0);
}

#[test]
fn an_officer_whose_index_is_gone_is_stopped_and_goes_on_by_saying_so() {
    let fixture = Fixture::unlocked();
    fixture.shell.leave();
    let indexes = fixture.folder.path().join("vault/desks");
    std::fs::remove_file(indexes.join("anna.sqlite")).expect("the index is removed");
    let typed = json!({ "officer": "anna", "passphrase": PASSPHRASE });
    assert_eq!(code(fixture.call("unlock", typed)), "index_gone");
    let typed = json!({ "officer": "anna", "passphrase": PASSPHRASE, "memory": "lost" });
    let session = fixture.answer("unlock", typed);
    assert_eq!(session["warnings"][0]["code"], "desk_rebuilt");
    fixture.shell.leave();
    fixture.unlock("anna");
}

#[test]
fn an_older_identity_file_that_was_put_back_lets_an_officer_in_by_saying_so() {
    let fixture = Fixture::unlocked();
    let file = fixture.folder.path().join("vault/identities/anna.age");
    let before = std::fs::read(&file).expect("it is there");
    fixture.answer("change_passphrase", json!({ "current": PASSPHRASE, "next": "four words without sense" }));
    fixture.shell.leave();
    std::fs::write(&file, before).expect("it is put back");
    let typed = json!({ "officer": "anna", "passphrase": PASSPHRASE });
    assert_eq!(code(fixture.call("unlock", typed)), "identity_older");
    let typed = json!({ "officer": "anna", "passphrase": PASSPHRASE, "olderIdentity": true });
    let session = fixture.answer("unlock", typed);
    assert_eq!(session["warnings"][0]["code"], "identity_older");
}

#[test]
fn that_the_passphrase_was_right_is_said_before_the_session_is_there() {
    let fixture = Fixture::new();
    let events = fixture.events();
    let accepted = || events.lock().expect("nobody panics").iter().filter(|one| one["event"] == "accepted").count();
    let wrong = json!({ "officer": "anna", "passphrase": "not this one" });
    assert_eq!((code(fixture.call("unlock", wrong)).as_str(), accepted()), ("wrong_passphrase", 0));
    fixture.unlock("anna");
    assert_eq!(accepted(), 1);
}

#[test]
fn the_window_says_when_the_log_was_last_whole() {
    let fixture = Fixture::unlocked();
    let before = fixture.answer("wholeness", json!({}));
    assert_eq!(
        (&before["wholeness"]["last_whole"], &before["wholeness"]["verified"], &before["problem"]),
        (&Value::Null, &json!(0), &Value::Null)
    );
    let verified = fixture.answer("verify_log", json!({}));
    let after = fixture.answer("wholeness", json!({}));
    assert!(after["wholeness"]["last_whole"].is_string(), "{after}");
    assert_eq!(after["wholeness"]["whole"], verified["entries"]);
}

#[test]
fn a_checkpoint_is_kept_in_a_file_that_a_person_names_and_over_no_other() {
    let fixture = Fixture::unlocked();
    let path = fixture.folder.path().join("zegel-checkpoint.txt");
    fixture.will_pick(vec![path.clone()]);
    assert_eq!(fixture.answer("keep_checkpoint", json!({})), "zegel-checkpoint.txt");
    let note = std::fs::read_to_string(&path).expect("the file is read");
    fixture.shell.vault().verify_checkpoint(&note).expect("the checkpoint fits the log");
    assert_eq!(code(fixture.call("keep_checkpoint", json!({}))), "file_exists");
    assert_eq!(std::fs::read_to_string(&path).expect("the file is read"), note);
    fixture.will_pick(Vec::new());
    assert_eq!(fixture.answer("keep_checkpoint", json!({})), Value::Null);
}

#[test]
fn the_log_is_compared_with_a_checkpoint_that_a_person_picks_and_what_that_proves_is_said() {
    let fixture = Fixture::unlocked();
    let log = fixture.folder.path().join("vault/ledger.sqlite");
    let earlier = std::fs::read(&log).expect("the log is read");
    fixture
        .call("create_dossier", json!({ "id": "D-1", "title": "One", "lead": null }))
        .expect("a security officer makes one");
    let path = fixture.folder.path().join("note.txt");
    fixture.will_pick(vec![path.clone()]);
    fixture.answer("keep_checkpoint", json!({}));
    let alone = fixture.answer("verify_log", json!({}));
    assert_eq!(alone["not_proved"], json!(["rights", "contents", "objects", "same_vault", "nothing_cut_off"]));
    let compared = fixture.answer("compare_checkpoint", json!({}));
    let proved = json!(["unaltered", "signed", "nothing_inserted", "same_vault", "whole_to_checkpoint"]);
    assert_eq!((&compared["proved"], &compared["lines_beside"]), (&proved, &json!(0)));
    assert_eq!(compared["not_proved"], json!(["rights", "contents", "objects", "nothing_cut_off_since"]));
    assert_eq!(compared["root"], alone["root"]);
    // As a mail hands it on, with something before it.
    let note = std::fs::read_to_string(&path).expect("the file is read");
    let mail = fixture.folder.path().join("mail.txt");
    std::fs::write(&mail, format!("Kept for you.\n\n{note}")).expect("it is written");
    fixture.will_pick(vec![mail]);
    assert!(fixture.answer("compare_checkpoint", json!({}))["lines_beside"].as_u64().expect("a number") > 0);
    // What is no checkpoint, and one that is too long to be one.
    let no = fixture.folder.path().join("no.txt");
    for bytes in [b"no note".to_vec(), vec![b'x'; 300 << 10]] {
        std::fs::write(&no, bytes).expect("it is written");
        fixture.will_pick(vec![no.clone()]);
        assert_eq!(code(fixture.call("compare_checkpoint", json!({}))), "malformed");
    }
    fixture.will_pick(Vec::new());
    assert_eq!(fixture.answer("compare_checkpoint", json!({})), Value::Null, "one may think better of it");
    // The end of the log is cut off: what the folder holds hangs together, and the checkpoint tells.
    std::fs::write(&log, earlier).expect("the log is written");
    fixture.answer("verify_log", json!({}));
    fixture.will_pick(vec![path]);
    assert_eq!(code(fixture.call("compare_checkpoint", json!({}))), "rolled_back");
}

/// Waits for the shell to say something by itself.
fn heard(events: &std::sync::Mutex<Vec<Value>>, name: &str) -> Option<Value> {
    for _ in 0..300 {
        if let Some(event) = events.lock().expect("nobody panics").iter().find(|event| event["event"] == name) {
            return Some(event.clone());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    None
}

#[test]
fn the_log_is_verified_alongside_other_work_and_damage_is_said_at_once() {
    let fixture = Fixture::new();
    let events = fixture.events();
    fixture.unlock("anna");
    heard(&events, "log-whole").expect("it was verified");
    assert!(fixture.answer("wholeness", json!({}))["wholeness"]["last_whole"].is_string());

    let fixture = Fixture::new();
    let events = fixture.events();
    // What no reading of entries notices: the tree has a node too many.
    let log = fixture.folder.path().join("vault/ledger.sqlite");
    let insert = "INSERT INTO nodes VALUES (60, 0, zeroblob(32));";
    let done = std::process::Command::new("sqlite3").arg(log).arg(insert).status().expect("sqlite3 is installed");
    assert!(done.success());
    fixture.unlock("anna");
    let event = heard(&events, "log-damaged").expect("it was verified");
    assert_eq!(event["problem"]["code"], "ledger_altered");
    let wholeness = fixture.answer("wholeness", json!({}));
    assert_eq!((&wholeness["wholeness"]["last_whole"], &wholeness["problem"]), (&Value::Null, &event["problem"]));
}

const PIN: &str = "8352";

/// With a PIN, locked as an idle window is.
fn idle_with_pin() -> Fixture {
    let fixture = Fixture::unlocked();
    fixture.answer("set_pin", json!({ "passphrase": PASSPHRASE, "pin": PIN }));
    assert_eq!(pin_of(&fixture), json!({ "officer": "anna", "left": 3, "counts": false }));
    fixture.shell.lock(LockedBecause::Idle);
    fixture
}

fn pin_of(fixture: &Fixture) -> Value {
    fixture.answer("status", json!({}))["pin"].clone()
}

fn type_pin(fixture: &Fixture, pin: &str) -> Result<Value, Value> {
    fixture.call("unlock_with_pin", json!({ "pin": pin }))
}

#[test]
fn a_pin_unlocks_again_after_the_idle_lock_as_often_as_the_window_locks_itself() {
    let fixture = idle_with_pin();
    assert_eq!(pin_of(&fixture)["counts"], true);
    for _ in 0..2 {
        assert_eq!(code(fixture.call("renewals", json!({}))), "locked");
        assert_eq!(type_pin(&fixture, PIN).expect("the PIN unlocks")["officer"]["id"], "anna");
        fixture.answer("renewals", json!({}));
        fixture.shell.lock(LockedBecause::Idle);
    }
}

#[test]
fn three_wrong_pins_and_the_passphrase_is_needed() {
    let fixture = idle_with_pin();
    for left in ["2", "1"] {
        assert_eq!(type_pin(&fixture, "8353").expect_err("the PIN does not unlock")["params"]["left"], left);
    }
    assert_eq!(pin_of(&fixture)["left"], 1);
    assert_eq!(type_pin(&fixture, PIN).expect("the PIN unlocks")["failed_attempts"], 2, "he is told");
    fixture.shell.lock(LockedBecause::Idle);
    for left in ["2", "1", "0"] {
        assert_eq!(
            type_pin(&fixture, "8353").expect_err("the PIN does not unlock")["params"]["left"],
            left,
            "the right one begins anew"
        );
    }
    assert_eq!(code(type_pin(&fixture, PIN)), "pin_gone");
    assert_eq!(pin_of(&fixture), Value::Null);
    let passphrase = json!({ "officer": "anna", "passphrase": PASSPHRASE });
    assert_eq!(code(fixture.call("unlock", passphrase)), "wait", "wrong PINs count as wrong passphrases do");
}

#[test]
fn a_pin_counts_after_no_other_lock_and_for_nobody_else() {
    let others = [LockedBecause::User, LockedBecause::Suspend, LockedBecause::Crash];
    for because in others.into_iter().chain([LockedBecause::Disabled, LockedBecause::Frozen]) {
        let fixture = Fixture::unlocked();
        fixture.answer("set_pin", json!({ "passphrase": PASSPHRASE, "pin": PIN }));
        assert_eq!(code(type_pin(&fixture, PIN)), "pin_gone", "somebody is at work");
        fixture.shell.lock(because);
        assert_eq!(pin_of(&fixture), Value::Null, "{because:?}");
        assert_eq!(code(type_pin(&fixture, PIN)), "pin_gone", "{because:?}");
    }
    // A lock by hand, or sleep, of a window that has locked itself before.
    let fixture = idle_with_pin();
    fixture.shell.lock(LockedBecause::Suspend);
    assert_eq!(code(type_pin(&fixture, PIN)), "pin_gone");
    // A wrong passphrase leaves it, a right one ends it.
    let fixture = idle_with_pin();
    let typed = |passphrase: &str| fixture.call("unlock", json!({ "officer": "anna", "passphrase": passphrase }));
    assert_eq!(code(typed("not this one")), "wrong_passphrase");
    assert_eq!(pin_of(&fixture)["counts"], true);
    typed(PASSPHRASE).expect("the passphrase unlocks");
    assert_eq!(pin_of(&fixture), Value::Null);
}

/// An officer who is stopped elsewhere is stopped here: at the next that the window asks, and, if it asks nothing, within seconds.
#[test]
fn an_officer_who_is_stopped_elsewhere_is_locked_out_of_his_running_window() {
    let (anna, bert) = (OfficerId::parse("anna"), OfficerId::parse("bert"));
    let (anna, bert) = (anna.expect("of the form of an id"), bert.expect("of the form of an id"));
    for (because, asks) in [("frozen", true), ("frozen", false), ("disabled", true), ("disabled", false)] {
        let fixture = Fixture::unlocked();
        fixture.admit("bert", "Bert", &["reader"]);
        fixture.unlock("bert");
        fixture.answer("waiting", json!({}));
        let heard = fixture.events();
        let passphrase = Passphrase::new(PASSPHRASE.to_owned());
        let mut elsewhere = fixture.shell.vault().unlock(&anna, &passphrase).expect("anna unlocks elsewhere");
        match because {
            "frozen" => drop(elsewhere.freeze_officer(&bert, "a suspicion").expect("bert is frozen")),
            _ => elsewhere.disable_officer(&bert, Some("he left")).map(drop).expect("bert is disabled"),
        }
        drop(elsewhere);
        if asks {
            assert_eq!(code(fixture.call("waiting", json!({}))), because, "and why is said");
        } else {
            fixture.shell.attend();
        }
        assert!(fixture.shell.visit().is_none(), "{because}");
        let mut told = heard.lock().expect("nobody panics").clone();
        told.retain(|event| event["event"] == "locked");
        assert_eq!(told, [json!({ "event": "locked", "because": because })]);
        assert_eq!(code(fixture.call("waiting", json!({}))), "locked");
        let again = fixture.call("unlock", json!({ "officer": "bert", "passphrase": PASSPHRASE }));
        assert_eq!(code(again), because);
    }
}

#[test]
fn a_pin_is_set_by_an_officer_who_knows_the_passphrase_and_goes_with_it() {
    let fixture = Fixture::unlocked();
    let set = |passphrase: &str, pin: &str| fixture.call("set_pin", json!({ "passphrase": passphrase, "pin": pin }));
    assert_eq!(code(set("not this one", PIN)), "wrong_passphrase");
    for (pin, refused) in [("123", "pin_form"), ("12ab", "pin_form"), ("1234", "pin_weak"), ("2020", "pin_weak")] {
        assert_eq!(code(set(PASSPHRASE, pin)), refused, "{pin}");
    }
    assert_eq!(pin_of(&fixture), Value::Null);
    set(PASSPHRASE, PIN).expect("the PIN is set");
    fixture.answer("forget_pin", json!({}));
    assert_eq!(pin_of(&fixture), Value::Null);
    set(PASSPHRASE, PIN).expect("the PIN is set");
    let next = json!({ "current": PASSPHRASE, "next": "four words without sense" });
    fixture.answer("change_passphrase", next);
    assert_eq!(pin_of(&fixture), Value::Null, "with another passphrase it is set anew");
    fixture.answer("lock", json!({}));
    assert_eq!(code(set(PASSPHRASE, PIN)), "locked");
}

#[test]
fn an_unlock_by_pin_is_told_to_oversight() {
    let fixture = idle_with_pin();
    type_pin(&fixture, PIN).expect("the PIN unlocks");
    let filter = json!({ "filter": { "actions": ["unlock"], "limit": 10, "after": null } });
    let rows = fixture.answer("log", filter);
    let with: Vec<&Value> = rows["rows"].as_array().expect("a list").iter().map(|row| &row["detail"]["with"]).collect();
    assert!(with.contains(&&json!("pin")) && with.contains(&&Value::Null), "{rows}");
}
