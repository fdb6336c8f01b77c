//! Text that is written inside Zegel, through the window.

use super::ALONE;
use super::stage::{Look, Stage, zegelctl};

/// What a field holds.
async fn value(stage: &Stage, id: &str) -> Option<String> {
    stage.find(id).await.prop("value").await.expect("the field has a value")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_is_written_here_outlives_a_lock_is_filed_read_and_revised() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.language("en").await;
    stage.unlock("fictief").await;
    stage.click("nav-file").await;
    stage.click("to-write").await;
    stage.fill("write-title", "Minutes of the seventh").await;
    stage.fill("write-text", "# Minutes\n\nOpened at ten.\n").await;
    stage.wait("[data-testid=\"write-preview\"][data-pages=\"1\"] img").await;
    let lines = value(&stage, "write-text").await.expect("the field has a text");
    assert_eq!(lines.lines().count(), 3, "Enter begins a line: {lines}");
    stage.click("write-portion-secret").await;
    assert!(value(&stage, "write-text").await.is_some_and(|text| text.contains("(S)")), "a mark has its brackets");
    stage.pictures("60-write-en", &[Look::Dark, Look::Small]).await;

    // Over a lock it is there, and on no other officer's screen.
    stage.lock().await;
    stage.unlock("fictief").await;
    assert_eq!(value(&stage, "write-title").await.as_deref(), Some("Minutes of the seventh"));
    assert!(value(&stage, "write-text").await.is_some_and(|text| text.contains("Opened at ten.")));

    stage.click("write-file").await;
    stage.find("picked").await;
    stage.choose("dossier", "ARDENNES-26").await;
    stage.click("level-restricted").await;
    stage.wait("[data-testid=\"file-submit\"]:not([aria-disabled])").await;
    stage.click("file-submit").await;
    stage.find("filed").await;
    let id = stage.attributes("filed-row", "data-id").await.pop().expect("it is in");
    stage.click("filed-show").await;
    stage.find("detail-open").await;
    let shown = zegelctl(&stage.vault(), "fictief", &["doc", "show", &id]);
    assert!(shown.contains("text/markdown"), "{shown}");

    // What it says is written on, and becomes a version.
    stage.click("detail-revise").await;
    stage.fill("reason-why", "the hour was wrong").await;
    stage.click("reason-submit").await;
    stage.find("write-version").await;
    assert!(value(&stage, "write-text").await.is_some_and(|text| text.contains("Opened at ten.")));
    stage.fill("write-text", "# Minutes\n\nOpened at eleven.\n").await;
    stage.click("write-version").await;
    stage.fill("version-why", "the hour").await;
    stage.click("version-submit").await;
    stage.find("detail-open").await;
    let history = zegelctl(&stage.vault(), "fictief", &["doc", "history", &id]);
    assert!(history.contains("\"number\":2"), "{history}");

    // And somebody has a note on it.
    stage.click("detail-note").await;
    stage.fill("note-input", "Compare the visitors’ book.").await;
    stage.click("note-submit").await;
    stage.wait("[data-testid=\"document-history\"]").await;
    let history = zegelctl(&stage.vault(), "fictief", &["doc", "history", &id]);
    assert!(history.contains("Compare the visitors’ book."), "{history}");
    stage.lock().await;
}
