//! What is marked DUAL: two open it together in one window, and neither alone. What a package with it is for, two see before one
//! of them approves it, and before they write it.

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
    stage.pick_files().await;
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
    let muster = stage.open_list("open-second", "muster").await;
    assert!(stage.attributes("open-second-option-proef", "data-testid").await.is_empty(), "oneself is no second");
    stage.picture("71-dual-second-fr").await;
    stage.click(&muster).await;
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

const PURPOSE: &str = "Convoi commun de la nuit";

/// A request for what two open, which one of them made; its partner may have what is marked so.
fn asked_to_release(vault: &Path, paper: &Path) {
    cleared_for_dual(vault);
    let change = ["partner", "change", "voorbeelddienst", "--category", "Handling=DUAL", "--why", "Nouvel accord"];
    zegelctl(vault, "proef", &change);
    let list: Value = serde_json::from_str(&zegelctl(vault, "voorbeeld", &["partner", "list"])).expect("JSON");
    let mut partners = list["partners"].as_array().into_iter().flatten();
    let partner = partners.find(|one| one["id"] == "voorbeelddienst").expect("it is listed");
    let (print, entry) = (partner["fingerprint"].as_str().expect("a text"), partner["entry"].to_string());
    let confirm = ["partner", "confirm", "voorbeelddienst", "--fingerprint", print, "--entry", &entry];
    zegelctl(vault, "voorbeeld", &confirm);
    let file = ["doc", "file", paper.to_str().expect("the path is text"), "--dossier", "ARDENNES-26"];
    let rest = ["--level", "CONFIDENTIEL", "--rel", "BEL,NLD", "--category", "Handling=DUAL", "--title", TITLE];
    let filed: Value = serde_json::from_str(&zegelctl(vault, "proef", &[&file[..], &rest[..]].concat())).expect("JSON");
    let ask = ["release", "request", "--partner", "voorbeelddienst", "--doc", filed["id"].as_str().expect("a text")];
    zegelctl(vault, "muster", &[&ask[..], &["--purpose", PURPOSE]].concat());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_package_is_for_two_see_before_one_approves_it_and_before_they_write_it() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        let (paper, out) = (folder.join("plan.txt"), folder.join("out"));
        std::fs::write(&paper, "Repli par le nord.\n").expect("it can be written");
        std::fs::create_dir(&out).expect("the folder is made");
        asked_to_release(vault, &paper);
        vec![("ZEGEL_E2E_FOLDER", out.to_str().expect("the path is text").to_owned())]
    })
    .await;
    stage.language("fr").await;
    stage.unlock("proef").await;
    stage.click("nav-release").await;
    stage.click("release-tab-requests").await;
    stage.wait("[data-testid=\"release\"][data-status=\"waiting\"]").await;
    let alone = stage.text("releases").await;
    assert!(!alone.contains(PURPOSE) && !alone.contains(TITLE), "it stands with what two open: {alone}");
    stage.click("release-see").await;
    stage.choose("release-second", "muster").await;
    stage.fill("release-second-passphrase", "exercise").await;
    stage.click("release-two-tell").await;
    let told = stage.text("approve-dialog").await;
    for said in [PURPOSE, TITLE, "voorbeelddienst"] {
        assert!(told.contains(said), "before the yes, what would go, and why: {said}: {told}");
    }
    stage.picture("75-dual-release-approve-fr").await;
    stage.fill("approve-type", "voorbeelddienst").await;
    stage.click("approve-submit").await;
    stage.wait("[data-testid=\"release\"][data-status=\"approved\"]").await;

    stage.click("release-write").await;
    stage.choose("release-second", "muster").await;
    stage.fill("release-second-passphrase", "wrong").await;
    stage.click("release-two-tell").await;
    let start = std::time::Instant::now();
    while !stage.text("release-two-dialog").await.contains("muster.") {
        assert!(start.elapsed().as_secs() < 20, "whose passphrase it is not is said");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    stage.fill("release-second-passphrase", "exercise").await;
    stage.click("release-two-tell").await;
    stage.find("release-two-submit").await;
    let told = stage.text("release-two-dialog").await;
    for said in [PURPOSE, TITLE, "voorbeelddienst", "muster"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    stage.picture("76-dual-release-write-fr").await;
    let out = stage.folder().join("out");
    let written = || out.read_dir().expect("the folder is there").count();
    assert_eq!(written(), 0, "both have seen what it is for, and nothing is written");
    stage.click("release-two-submit").await;
    stage.wait("[data-testid=\"release\"][data-status=\"written\"]").await;
    stage.gone("release-two-dialog").await;
    assert_ne!(written(), 0);
    let log = zegelctl(&stage.vault(), "voorbeeld", &["ledger", "show", "--action", "change-together"]);
    assert!(log.contains("proef") && log.contains("muster"), "both are in the log: {log}");
}
