//! Backups from the window.

use serde_json::{Value, json};
use tauri::ipc::{Channel, InvokeResponseBody};

use crate::fixture::{Fixture, code};

#[test]
fn the_vault_is_backed_up_into_a_folder_that_a_person_picks_and_the_page_hears_how_far_it_is() {
    let fixture = Fixture::unlocked();
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
    let last = &fixture.answer("status", json!({}))["preferences"]["last_backup"];
    assert_eq!((&last["folder"], &last["entries"], &last["at"]), (&json!("backup"), &made["entries"], &made["at"]));
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
