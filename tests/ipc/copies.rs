//! Copies on a workstation: a vault that is all in its folder has none, and says so.

use serde_json::{Value, json};

use crate::fixture::{Fixture, code};

#[test]
fn a_vault_that_is_all_in_its_folder_keeps_no_copies_of_it() {
    let fixture = Fixture::unlocked();
    assert_eq!(fixture.answer("copies", json!({})), Value::Null);
    assert_eq!(fixture.answer("kept_dossiers", json!({})), json!([]));
    assert_eq!(fixture.answer("fetch_kept", json!({}))["objects"], 0);
    assert_eq!(code(fixture.call("keep_dossier", json!({ "dossier": "ANY-26" }))), "all_here");
    assert_eq!(code(fixture.call("stop_keeping", json!({ "dossier": "ANY-26" }))), "all_here");
    assert_eq!(code(fixture.call("limit_copies", json!({ "gigabytes": 3 }))), "all_here");
    assert_eq!(code(fixture.call("remove_copies", json!({}))), "all_here");
    assert!(fixture.call("stop_fetching", json!({})).is_ok());
    assert!(!fixture.folder.path().join("vault/cache").exists());
    fixture.answer("lock", json!({}));
    for command in ["copies", "kept_dossiers", "fetch_kept", "remove_copies"] {
        assert_eq!(code(fixture.call(command, json!({}))), "locked", "{command}");
    }
}
