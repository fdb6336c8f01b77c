//! What is said a moment after a choice moves nothing that a person is about to click on.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::stage::Stage;
use super::{ALONE, decisions};

/// How far below something above them the levels stand, and the field below the levels; in pixels.
async fn places(stage: &Stage, above: &str) -> BTreeMap<String, i64> {
    let script = "const top = document.querySelector(`[data-testid=\"${arguments[0]}\"]`).getBoundingClientRect().top;
        const all = document.querySelectorAll('[data-testid^=\"level-\"], [data-testid=\"releasability\"]');
        return Object.fromEntries([...all].map((one) => [one.dataset.testid, Math.round(one.getBoundingClientRect().top - top)]));";
    stage.settle().await;
    let places: BTreeMap<_, _> = serde_json::from_value(stage.run(script, &[json!(above)]).await).expect("numbers");
    assert!(places.len() > 4, "levels, and the field below them: {places:?}");
    places
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_suggested_or_said_of_a_level_moves_no_level() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        decisions::aged_documents(vault, folder);
        Vec::new()
    })
    .await;
    stage.at_register("fictief").await;

    the_guide_s_suggestions(&stage).await;
    the_marking_that_a_derived_document_begins_with(&stage).await;
    what_another_marking_would_be(&stage).await;
}

async fn the_guide_s_suggestions(stage: &Stage) {
    stage.click("nav-file").await;
    stage.choose("dossier", "ARDENNES-26").await;
    stage.click("level-restricted").await;
    stage.find("marking-result").await;
    let before = places(stage, "reveal").await;
    let suggested = |id: &str| format!("[data-testid=\"topic-row\"][data-id=\"{id}\"][data-suggested=\"true\"]");
    stage.fill("title", "Filature au passage du gué").await;
    stage.wait(&suggested("working-methods")).await;
    assert_eq!(places(stage, "reveal").await, before, "a topic is suggested");
    stage.click("topic-working-methods").await;
    stage.wait("[data-testid=\"level-secret\"][data-floor=\"floor\"]").await;
    stage.find("motive").await;
    assert_eq!(places(stage, "reveal").await, before, "a topic says from which level on, and asks for a motive");
    stage.fill("title", "Filature d’un informateur et d’un témoin protégé, sources humaines").await;
    stage.wait(&suggested("human-source")).await;
    assert_eq!(places(stage, "reveal").await, before, "several are suggested");
    stage.click("topic-human-source").await;
    stage.find("categories-offer").await;
    assert_eq!(places(stage, "reveal").await, before, "a category is offered");
    stage.click("topics-all").await;
    stage.find("topics-search").await;
    let open = places(stage, "reveal").await;
    stage.fill("title", "Note de service sur une filature").await;
    stage.wait(&suggested("internal-organisation")).await;
    assert_eq!(places(stage, "reveal").await, open, "all topics are shown");
    stage.click("file-clear").await;
}

async fn the_marking_that_a_derived_document_begins_with(stage: &Stage) {
    stage.click("nav-documents").await;
    stage.fill("documents-search", "ravitaillement").await;
    stage.tick("Plan des points de ravitaillement").await;
    // Whether there was ever a level to click on above which something was still to come.
    let watch = "const there = (id) => document.querySelector(`[data-testid=\"${id}\"]`) !== null;
        window.early = false;
        new MutationObserver(() => { window.early ||= there('sources') && there('levels') && !there('high-water'); })
            .observe(document.body, { childList: true, subtree: true });";
    stage.run(watch, &[]).await;
    stage.click("ticked-derive").await;
    stage.find("high-water").await;
    stage.wait("[data-testid=\"level-secret\"][aria-checked=\"true\"]").await;
    assert_eq!(
        stage.run("return window.early;", &[]).await,
        Value::Bool(false),
        "levels came before what is above them"
    );
    let before = places(stage, "sources").await;
    stage.click("level-confidential").await;
    stage.find("motive").await;
    assert_eq!(places(stage, "sources").await, before, "there is a way back to the marking of the sources");
    stage.click("file-clear").await;
}

async fn what_another_marking_would_be(stage: &Stage) {
    stage.click("nav-documents").await;
    stage.fill("documents-search", "ravitaillement").await;
    stage.take("document-row", "Plan des points de ravitaillement").await;
    stage.click("detail-marking").await;
    stage.click("detail-marking-change").await;
    stage.find("level-confidential").await;
    let before = places(stage, "decide-sides").await;
    stage.click("level-confidential").await;
    stage.find("decide-nature").await;
    assert_eq!(places(stage, "decide-sides").await, before, "it is said what the change would be");
}
