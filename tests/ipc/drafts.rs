//! What an officer was writing when the window locked.

use serde_json::{Value, json};

use crate::fixture::{Fixture, code};

#[test]
fn what_was_half_written_comes_back_to_its_officer_alone_and_lies_sealed_meanwhile() {
    let fixture = Fixture::unlocked();
    fixture.admit("bert", "Bert", &["reader"]);
    let keep = |officer: &str, draft: &str| fixture.call("keep_draft", json!({ "officer": officer, "draft": draft }));
    let kept = || fixture.answer("kept_draft", json!({}));
    assert_eq!(kept(), Value::Null);
    fixture.answer("lock", json!({}));
    // A window that locks itself tells the page afterwards.
    keep("anna", "Convoi DUAL").expect("she was here");
    assert_eq!(code(fixture.call("kept_draft", json!({}))), "locked");
    let sealed = fixture.shell.sealed_drafts();
    assert_eq!(sealed.len(), 1);
    assert!(sealed[0].starts_with(b"age-encryption.org/v1\n"), "an age file");
    assert!(!sealed[0].windows(6).any(|bytes| bytes == b"Convoi"), "nothing of it is to be read");

    assert_eq!(code(keep("bert", "of nobody who was here")), "locked");
    fixture.unlock("bert");
    assert_eq!(kept(), Value::Null, "what anna writes is not bert's");
    keep("bert", "Nota").expect("he is here");
    fixture.answer("lock", json!({}));
    fixture.unlock("anna");
    assert_eq!(kept(), "Convoi DUAL");
    assert_eq!(kept(), "Convoi DUAL", "a page that breaks down loses nothing");
    keep("anna", "").expect("she is here");
    assert_eq!(kept(), Value::Null, "sent, or thrown away");
    let longer = "x".repeat((4 << 20) + 1);
    assert_eq!(code(keep("anna", &longer)), "malformed");
}

#[test]
fn a_draft_is_written_nowhere() {
    let fixture = Fixture::unlocked();
    fixture.answer("keep_draft", json!({ "officer": "anna", "draft": "Convoi DUAL" }));
    fixture.answer("lock", json!({}));
    let before = fixture.shell.sealed_drafts();
    let found = std::process::Command::new("grep")
        .args(["-rlF", "--binary-files=text", "Convoi"])
        .arg(fixture.folder.path())
        .output()
        .expect("grep runs");
    assert!(found.stdout.is_empty(), "{}", String::from_utf8_lossy(&found.stdout));
    assert_eq!(before.len(), 1);
}
