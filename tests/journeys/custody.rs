//! Keys from custody, in the window: asked for, agreed to in the queue, delivered; and custody shared again.

use serde_json::Value;

use super::ALONE;
use super::stage::{Look, Stage, zegelctl};

/// Somebody filed upwards what nobody of its dossier could read; since then one of them is cleared, and only custody has the key.
fn with_a_tip(vault: &std::path::Path, folder: &std::path::Path) {
    let path = folder.join("tip.txt");
    std::fs::write(&path, "Ce qui a été entendu au dépôt.\n").expect("the file is written");
    let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "LOGISTIEK", "--level", "TRES SECRET"];
    zegelctl(vault, "muster", &[&file[..], &["--policy", "BEL", "--title", "Entendu"]].concat());
    let grant = ["clearance", "grant", "modele", "--policy", "BEL", "--level", "TRES SECRET", "--from", "2026-01-01"];
    let rest = ["--until", "2030-12-31", "--certificate", "C-9/2026", "--authority", "ANS"];
    let granted: Value =
        serde_json::from_str(&zegelctl(vault, "voorbeeld", &[&grant[..], &rest[..]].concat())).expect("it is JSON");
    if let Some(request) = granted["request"].as_str() {
        zegelctl(vault, "exemple", &["assent", "give", request]);
    }
    let brief = ["briefing", "record", "modele", "--policy", "BEL", "--level", "TRES SECRET", "--date", "2026-01-10"];
    zegelctl(vault, "voorbeeld", &brief);
}

/// The code of an officer's keys, as he reads it himself.
fn code_of(stage: &Stage, officer: &str) -> String {
    let shown = zegelctl(&stage.vault(), officer, &["identity", "list"]);
    let listed: Value = serde_json::from_str(&shown).expect("it is JSON");
    listed["identities"][0]["fingerprint"].as_str().unwrap_or_else(|| panic!("no code: {listed}")).to_owned()
}

async fn the_section(stage: &Stage) {
    stage.at_system().await;
    stage.find("custody-of").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_are_asked_for_agreed_to_and_delivered_from_custody_and_it_is_shared_again() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        with_a_tip(vault, folder);
        Vec::new()
    })
    .await;
    stage.language("fr").await;
    stage.unlock("voorbeeld").await;
    the_section(&stage).await;
    assert_eq!(stage.attributes("custodian", "data-id").await, ["essai", "proef", "voorbeeld"]);
    stage.click("custody-ask").await;
    stage.choose("custody-whom", "officer:modele").await;
    // By his code, which he reads to them, those who ask and those who agree know whose keys it is for.
    let code = code_of(&stage, "modele");
    assert_eq!(stage.text("custody-ask-code").await, code);
    stage.fill("custody-why", "Nul autre n’est habilité").await;
    stage.picture("53-custody-ask-fr").await;
    stage.click("custody-ask-submit").await;
    stage.gone("custody-ask-dialog").await;
    stage.wait("[data-testid=\"custody-use\"][data-status=\"waiting\"]").await;
    let request = stage.attributes("custody-use", "data-id").await.remove(0);
    assert_eq!(stage.text("custody-code").await, code);
    stage.gone("custody-carry-out").await;
    stage.lock().await;

    stage.unlock("proef").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"custody\"][data-mine=\"true\"]").await;
    let told = stage.text("assents-screen").await;
    for said in ["Denis Modèle", "voorbeeld", "Nul autre n’est habilité", "1"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert_eq!(stage.text("assent-code").await, code);
    stage.pictures("54-custody-assent-fr", &[Look::Dark, Look::Small]).await;
    stage.click("assent-give").await;
    let dialog = stage.text("assent-dialog").await;
    for said in [code.as_str(), "Denis Modèle", "voorbeeld", "Nul autre n’est habilité"] {
        assert!(dialog.contains(said), "before the yes, what would be so with it: {said}: {dialog}");
    }
    stage.click("assent-submit").await;
    stage.gone("assent-dialog").await;
    stage.lock().await;
    zegelctl(&stage.vault(), "essai", &["assent", "give", &request]);

    stage.unlock("voorbeeld").await;
    stage.wait("[data-testid=\"waits-clearances\"]").await;
    the_section(&stage).await;
    stage.wait("[data-testid=\"custody-use\"][data-status=\"granted\"]").await;
    stage.pictures("55-custody-fr", &[Look::Dark, Look::Small]).await;
    stage.click("custody-carry-out").await;
    stage.wait("[data-testid=\"custody-use\"][data-status=\"carried-out\"]").await;
    stage.gone("custody-carry-out").await;
    stage.gone("custody-stop").await;
    let read: Value = serde_json::from_str(&zegelctl(&stage.vault(), "modele", &["doc", "list", "--query", "Entendu"]))
        .expect("it is JSON");
    assert_eq!(read["total"], 1, "{read}");

    stage.click("custody-share").await;
    stage.click("custody-custodian-proef").await;
    stage.click("custody-custodian-exemple").await;
    stage.fill("custody-hours", "24").await;
    stage.picture("56-custody-share-fr").await;
    stage.click("custody-share-submit").await;
    stage.gone("custody-share-dialog").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"custody-sharing\"]").await;
    stage.click("assent-give").await;
    let dialog = stage.text_at("[data-testid=\"assent-dialog\"] [data-testid=\"assent-change\"]").await;
    for said in ["exemple", "24", "proef"] {
        assert!(dialog.contains(said), "those who are custodians, and who would be: {said}: {dialog}");
    }
    stage.click("assent-submit").await;
    stage.gone("assent-dialog").await;
    let listed: Value =
        serde_json::from_str(&zegelctl(&stage.vault(), "proef", &["assent", "list"])).expect("it is JSON");
    let sharing = listed["assents"][0]["id"].as_str().expect("`id` is text").to_owned();
    zegelctl(&stage.vault(), "proef", &["assent", "give", &sharing]);
    the_section(&stage).await;
    stage.wait("[data-testid=\"custody-of\"][data-epoch=\"3\"]").await;
    assert_eq!(stage.attributes("custodian", "data-id").await, ["essai", "exemple", "voorbeeld"]);
}
