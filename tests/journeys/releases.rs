//! A request whose document the one who decides about releases may not open.

use super::ALONE;
use super::stage::{Look, Stage, zegelctl};

const TITLE: &str = "Itinéraires de repli";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_release_authority_sees_and_refuses_a_request_that_he_may_not_read() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        let path = folder.join("repli.txt");
        std::fs::write(&path, "Repli par le nord.\n").expect("the file is written");
        let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--level", "SECRET"];
        let filed = zegelctl(vault, "fictief", &[&file[..], &["--rel", "BEL,NLD", "--title", TITLE]].concat());
        let filed: serde_json::Value = serde_json::from_str(&filed).expect("it is JSON");
        let id = filed["id"].as_str().expect("`id` is text");
        let ask = ["release", "request", "--partner", "voorbeelddienst", "--doc", id, "--purpose", "Échange convenu"];
        zegelctl(vault, "fictief", &ask);
        zegelctl(vault, "fictief", &["dossier", "remove", "ARDENNES-26", "proef", "--why", "Autre tâche"]);
        Vec::new()
    })
    .await;
    stage.unlock("proef").await;
    stage.speak("en").await;
    stage.click("nav-release").await;
    stage.click("release-tab-requests").await;
    stage.wait("[data-testid=\"release\"][data-status=\"waiting\"]").await;
    assert!(stage.text("release-hidden").await.contains("1 document that you may not open"));
    assert_eq!(
        stage.attributes("reason", "data-code").await,
        ["need_to_know_missing"; 2],
        "there, and why not approve"
    );
    assert_eq!(stage.text("release-hidden-ask").await, "Ask Carla Fictief (fictief).");
    let told = stage.text("releases").await;
    for secret in [TITLE, "SECRET", "Échange convenu"] {
        assert!(!told.contains(secret), "{secret}: {told}");
    }
    assert!(stage.attributes("release-approve", "data-testid").await.is_empty());
    stage.pictures("46-release-hidden-en", &[Look::Small, Look::Dark]).await;

    stage.click("release-refuse").await;
    stage.fill("reason-why", "Nobody in charge may read it").await;
    stage.click("reason-submit").await;
    stage.wait("[data-testid=\"release\"][data-status=\"refused\"]").await;
    stage.lock().await;
    stage.unlock("fictief").await;
    stage.click("nav-release").await;
    stage.click("release-tab-requests").await;
    assert!(stage.text("release-refused-why").await.contains("Nobody in charge may read it"));
}
