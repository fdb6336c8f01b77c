//! A document gets another file under the same reference, and each of its versions is opened from its history.

use super::ALONE;
use super::stage::{Look, Stage, filed, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_version_is_filed_and_each_is_opened_from_the_history() {
    let _alone = ALONE.lock().await;
    let mut id = String::new();
    let stage = Stage::set(|vault, folder| {
        let file = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::write(&path, text).expect("the file is written");
            path
        };
        let first = file("ordre.txt", "Ordre de marche, sans annexe.\n");
        id = filed(vault, "modele", &first, "SECRET", "Ordre de marche");
        let second = file("ordre avec annexe.txt", "Ordre de marche, annexe B comprise.\n");
        vec![("ZEGEL_E2E_FILE", second.to_str().expect("the path is UTF-8").to_owned())]
    })
    .await;
    stage.at_document("modele", &id).await;

    // Without a file there is nothing to be done.
    stage.click("detail-version").await;
    stage.fill("version-why", "L’annexe B manquait").await;
    stage.wait("[data-testid=\"version-submit\"][aria-disabled=\"true\"]").await;
    stage.click("version-pick").await;
    stage.find("version-file").await;
    stage.pictures("79-version-fr", &[Look::Dark, Look::Small]).await;
    stage.click("version-submit").await;
    stage.gone("version-dialog").await;

    stage.wait("[data-testid=\"history-version\"][data-version=\"2\"]").await;
    assert_eq!(stage.text("document-version").await, "2 sur 2");
    let history = stage.text("document-history").await;
    assert!(history.contains("ordre avec annexe.txt") && history.contains("L’annexe B manquait"), "{history}");
    stage.picture("80-versions-fr").await;

    let first = "[data-testid=\"history-version\"][data-version=\"1\"] [data-testid=\"history-version-open\"]";
    stage.click_at(first).await;
    stage.fill("open-purpose", "Comparaison").await;
    stage.click("open-submit").await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    assert!(stage.text("version-outdated").await.contains("1 sur 2"), "that another is in force is said beside it");
    let told = zegelctl(&stage.vault(), "modele", &["ledger", "show", "--doc", &id, "--action", "open"]);
    assert!(told.contains("\"version\": \"1\"") || told.contains("\"version\":\"1\""), "{told}");
}
