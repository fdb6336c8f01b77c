//! Backups from the window.

use serde_json::{Value, json};
use tauri::ipc::{Channel, InvokeResponseBody};

use crate::fixture::{Fixture, code};

#[test]
fn the_vault_is_backed_up_into_a_folder_that_a_person_picks_and_the_page_hears_how_far_it_is() {
    let state = tempfile::tempdir().expect("a folder for the test");
    let fixture = Fixture::on(|vault| vault.with_state_dir(Some(state.path().to_owned())));
    fixture.unlock("anna");
    assert_eq!(fixture.answer("status", json!({}))["last_backup"], Value::Null);
    fixture.will_pick(Vec::new());
    assert_eq!(fixture.answer("back_up", json!({})), Value::Null, "who picks nothing gets nothing");
    let dir = fixture.folder.path().join("backup");
    fixture.will_pick(vec![dir.clone()]);
    let heard = fixture.events();
    let made = fixture.answer("back_up", json!({}));
    let verified = fixture.answer("verify_log", json!({}));
    assert_eq!((&made["entries"], &made["root"]), (&verified["entries"], &verified["root"]));
    assert_eq!((&made["name"], &made["left_out"]), (&json!("Test registry"), &json!([])));
    assert!(dir.join("backup.txt").exists());
    let told = heard.lock().expect("nobody panics").iter().any(|event| event["event"] == "backing-up");
    assert!(told, "the page hears of it");
    // When and where it was is remembered, and where that folder lies is not told.
    let last = &fixture.answer("status", json!({}))["last_backup"];
    assert_eq!((&last["folder"], &last["entries"], &last["at"]), (&json!("backup"), &made["entries"], &made["at"]));
    // Another program makes one: it is the last.
    fixture
        .shell
        .vault()
        .back_up(&fixture.folder.path().join("elsewhere"), &mut |_, _| vault::Flow::Continue)
        .expect("made");
    assert_eq!(fixture.answer("status", json!({}))["last_backup"]["folder"], "elsewhere");
    fixture.will_pick(vec![fixture.folder.path().join("vault/objects")]);
    assert_eq!(code(fixture.call("back_up", json!({}))), "in_vault");
}

#[test]
fn a_backup_is_stopped_from_the_window_and_the_one_before_stays() {
    let fixture = Fixture::unlocked();
    let dir = fixture.folder.path().join("backup");
    fixture.will_pick(vec![dir.clone()]);
    fixture.answer("back_up", json!({}));
    let list = || std::fs::read(dir.join("backup.txt")).expect("the file is read");
    let before = list();
    let shell = fixture.shell.clone();
    fixture.shell.listen(Channel::new(move |body| {
        if matches!(&body, InvokeResponseBody::Json(text) if text.contains("backing-up")) {
            shell.stop_backup();
        }
        Ok(())
    }));
    assert_eq!(code(fixture.call("back_up", json!({}))), "cancelled");
    assert_eq!(list(), before);
    // A stop is for one backup.
    let _ = fixture.events();
    fixture.answer("back_up", json!({}));
    assert!(fixture.call("stop_backup", json!({})).is_ok());
    fixture.answer("lock", json!({}));
    assert_eq!(code(fixture.call("back_up", json!({}))), "locked");
}

#[test]
fn the_vault_is_looked_over_from_the_window_and_what_is_found_is_named() {
    let fixture = Fixture::unlocked();
    let sound = fixture.answer("check_vault", json!({}));
    assert_eq!((&sound["findings"], &sound["documents"], &sound["tried"]), (&json!([]), &json!(0), &json!(0)));
    assert!(sound["entries"].as_u64().is_some_and(|entries| entries > 0), "{sound}");
    std::fs::write(fixture.folder.path().join("vault/notes.txt"), "x").expect("the file is written");
    let found = fixture.answer("check_vault", json!({}));
    let stranger = json!({ "gravity": "upkeep", "what": { "code": "stranger", "params": {} }, "name": "notes.txt" });
    assert!(found["findings"].as_array().expect("a list").contains(&stranger), "{found}");
    fixture.answer("lock", json!({}));
    assert_eq!(code(fixture.call("check_vault", json!({}))), "locked");
}
