//! What is marked DUAL: two open it together in one window, and neither alone.

use std::path::Path;

use serde_json::Value;

use super::ALONE;
use super::stage::{Look, Stage, agree, zegelctl};

const TITLE: &str = "Plan de la nuit";

/// muster and proef may open what is marked DUAL, proef up to TRÈS SECRET. modele may not.
fn cleared_for_dual(vault: &Path) {
    for (officer, level, handling) in
        [("muster", "CONFIDENTIEL", &["DUAL"][..]), ("proef", "TRES SECRET", &["CRYPTO", "SOURCE", "DUAL"])]
    {
        let grant = ["clearance", "grant", officer, "--policy", "BEL", "--level", level, "--from", "2026-01-01"];
        let rest = ["--until", "2030-12-31", "--certificate", "C-20/2026", "--authority", "ANS"];
        let categories: Vec<String> = handling.iter().map(|value| format!("Handling={value}")).collect();
        let categories = categories.iter().flat_map(|value| ["--category", value]);
        let all: Vec<&str> = grant.into_iter().chain(rest).chain(categories).collect();
        let granted: Value = serde_json::from_str(&zegelctl(vault, "voorbeeld", &all)).expect("JSON");
        if granted["waiting"] == true {
            agree(vault, "clearance");
        }
    }
}

/// Marks and files one in the window, and gives its id.
async fn file(stage: &Stage) -> String {
    stage.click("nav-file").await;
    stage.click("pick").await;
    stage.find("picked").await;
    stage.choose("dossier", "ARDENNES-26").await;
    stage.click("level-confidential").await;
    stage.click("handling-DUAL").await;
    stage.fill("title", TITLE).await;
    stage.fill("originator", "Section Protection").await;
    stage.picture("69-dual-file-fr").await;
    stage.click("file-submit").await;
    let id = stage.text("filed-id").await;
    stage.wait("[data-testid=\"filed-warning\"][data-code=\"opens_by_two\"]").await;
    stage.click("filed-show").await;
    id
}

async fn opens_with(stage: &Stage, second: &str, passphrase: &str) {
    stage.choose("open-second", second).await;
    stage.fill("open-second-passphrase", passphrase).await;
    stage.click("open-submit").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_for_two_is_opened_by_two_and_refused_to_either_alone() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        cleared_for_dual(vault);
        let paper = folder.join("plan.txt");
        std::fs::write(&paper, "Repli par le nord.\n".repeat(20)).expect("it can be written");
        vec![("ZEGEL_E2E_FILES", paper.to_str().expect("the path is text").to_owned())]
    })
    .await;
    stage.language("fr").await;
    stage.unlock("proef").await;
    let id = file(&stage).await;
    stage.chosen(&id).await;
    let detail = stage.text("detail").await;
    assert!(!detail.contains(TITLE), "lists know its reference alone: {detail}");
    assert!(stage.text("verdict").await.contains("second"), "that it takes another is said before one tries");
    stage.pictures("70-dual-detail-fr", &[Look::Small]).await;

    stage.click("detail-open").await;
    stage.fill("open-purpose", "Préparation").await;
    stage.find("open-two").await;
    // Alone: nothing is even asked.
    stage.click("open-submit").await;
    stage.wait("[data-testid=\"open-submit\"][aria-disabled=\"true\"]").await;
    stage.click("open-second").await;
    stage.find("open-second-option-muster").await;
    assert!(stage.attributes("open-second-option-proef", "data-testid").await.is_empty(), "oneself is no second");
    stage.picture("71-dual-second-fr").await;
    stage.click("open-second-option-muster").await;
    stage.fill("open-second-passphrase", "wrong").await;
    stage.click("open-submit").await;
    let start = std::time::Instant::now();
    while !stage.text("open-dialog").await.contains("muster.") {
        assert!(start.elapsed().as_secs() < 20, "whose passphrase it is not is said");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(stage.focus().await, serde_json::json!("open-second-passphrase"), "it is typed again");
    stage.picture("72-dual-wrong-fr").await;
    opens_with(&stage, "modele", "exercise").await;
    stage.find("denied").await;
    assert!(stage.attributes("reason", "data-code").await.contains(&"second_may_not".to_owned()));
    stage.picture("73-dual-denied-fr").await;
    stage.click("denied-back").await;

    stage.chosen(&id).await;
    stage.click("detail-open").await;
    stage.fill("open-purpose", "Préparation").await;
    opens_with(&stage, "muster", "exercise").await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    stage.picture("74-dual-open-fr").await;
    let shown = stage.run("return document.querySelector('[data-testid=viewer]').textContent;", &[]).await;
    let shown = shown.as_str().expect("text");
    assert!(shown.contains(TITLE) && shown.contains("avec muster"), "{shown}");
    stage.lock().await;

    // After the lock nothing is left of the second: the other of the two starts again, by its reference.
    stage.unlock("muster").await;
    stage.click("ask-open").await;
    stage.fill("ask-id", &id).await;
    stage.fill("open-purpose", "Relecture").await;
    stage.click("open-submit").await;
    stage.find("open-two").await;
    assert!(stage.attributes("page", "data-page").await.is_empty());
    opens_with(&stage, "proef", "exercise").await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    stage.lock().await;
    let log = zegelctl(&stage.vault(), "voorbeeld", &["ledger", "show", "--doc", &id]);
    assert!(log.contains("muster") && log.contains("proef") && log.contains("open"), "{log}");
}
