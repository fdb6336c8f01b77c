//! Before there is a vault, and a vault that becomes a shared one: who may ask for it, and what the page learns.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

use chrono::Utc;
use serde_json::{Value, json};
use tauri::test::mock_builder;
use zegel_app::door::Door;
use zegel_app::errands::Errands;

use crate::fixture::{Fixture, OWN_PAGE, PASSPHRASE, call, code, window};

fn servers() -> Value {
    json!({ "servers": { "database": "postgres://127.0.0.1:1/z", "objects": "s3://abc?endpoint=https://127.0.0.1:1" } })
}

#[test]
fn a_program_on_a_vault_offers_no_other() {
    let fixture = Fixture::unlocked();
    assert_eq!(fixture.answer("beginning", json!({})), json!({ "first": null, "may_publish": false }));
    let founding =
        json!({ "name": "Other", "officer": "eve", "full_name": "Eve", "nationality": "BEL", "full_rules": false });
    let found = json!({ "founding": founding, "passphrase": PASSPHRASE });
    fixture.will_pick(vec![fixture.folder.path().join("other")]);
    assert_eq!(code(fixture.call("found_vault", found)), "internal");
    assert_eq!(code(fixture.call("pick_vault", json!({}))), "internal");
    assert_eq!(code(fixture.call("join_vault", servers())), "not_picked");
    for command in ["pick_backup", "pick_restore_place"] {
        assert_eq!(code(fixture.call(command, json!({}))), "internal", "{command}");
    }
    assert_eq!(code(fixture.call("restore_vault", json!({ "mayLose": "anything" }))), "internal");
    assert!(!fixture.folder.path().join("other").exists());
}

#[test]
fn a_vault_is_published_by_a_security_officer_with_a_file_that_was_picked() {
    let fixture = Fixture::new();
    assert_eq!(code(fixture.call("publish_vault", servers())), "locked");
    fixture.unlock("anna");
    fixture.admit("rosa", "Rosa", &["reader"]);
    assert_eq!(code(fixture.call("publish_vault", servers())), "not_picked");
    fixture.unlock("rosa");
    let denied = fixture.call("publish_vault", servers()).expect_err("a reader publishes nothing");
    assert_eq!((&denied["code"], &denied["reasons"][0]["code"]), (&json!("denied"), &json!("role_required")));
}

#[test]
fn a_program_on_no_vault_answers_nothing_of_one() {
    let door = Door::first(Errands::default(), words::Lang::Nl, Arc::new(Utc::now));
    let app = zegel_app::with(mock_builder(), door).build(zegel_app::context()).expect("the window is built");
    let main = window(&app, "main");
    let ask = |command: &str, arguments: Value| call(&main, OWN_PAGE, command, arguments);
    let first = ask("beginning", json!({})).expect("it is asked first");
    let seen =
        json!({ "language": "nl", "shortest_passphrase": 8, "may_join": false, "theme": null, "text_percent": null });
    assert_eq!(first["first"], seen);
    for command in ["status", "lock", "documents"] {
        assert!(ask(command, json!({})).is_err(), "{command}");
    }
    let judged = json!({ "officer": "eve", "fullName": "Eve", "vault": "Other", "passphrase": "eve" });
    assert_eq!(ask("judge_first_passphrase", judged).expect("it is judged")["step"], 0);
    assert_eq!(code(ask("join_vault", servers())), "not_picked");
    assert_eq!(code(ask("restore_vault", json!({ "mayLose": "nothing" }))), "not_picked");
}

#[test]
fn a_file_of_secrets_is_looked_at_when_it_is_picked_and_its_place_is_not_told() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("secrets.toml");
    let text = "database_user = \"u\"\ndatabase_password = \"hush\"\naccess_key_id = \"k\"\nsecret_access_key = \"s\"\nca_file = \"none.pem\"\n";
    fs::write(&file, text).expect("it is written");
    for (mode, code) in [(0o644, "secrets_open"), (0o600, "secrets_authority")] {
        fs::set_permissions(&file, Permissions::from_mode(mode)).expect("it is one's own");
        let problem = zegel_app::problem::Problem::from(station::look_at_secrets(&file).expect_err("it is refused"));
        assert_eq!(problem.code, code);
        let told = serde_json::to_string(&problem).expect("it is JSON");
        assert!(!told.contains("hush") && !told.contains(&*folder.path().to_string_lossy()), "{told}");
    }
}
