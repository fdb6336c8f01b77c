//! A dossier is closed, with a reason, and reopened.

use super::ALONE;
use super::papers::a_pdf;
use super::stage::{Stage, filed, zegelctl};

const ROW: &str = "[data-testid=\"dossier-row\"][data-id=\"ARDENNES-26\"]";

async fn change(stage: &Stage, why: &str) {
    stage.click("dossier-change").await;
    stage.fill("reason-why", why).await;
    stage.click("reason-submit").await;
    stage.gone("reason-dialog").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dossier_is_closed_found_among_those_and_reopened() {
    let _alone = ALONE.lock().await;
    let mut pdf = None;
    let stage = Stage::set(|vault, folder| {
        pdf = Some(a_pdf(vault, folder));
        Vec::new()
    })
    .await;
    let pdf = pdf.expect("the stage was set");
    stage.language("fr").await;
    stage.unlock("fictief").await;
    stage.click("nav-dossiers").await;
    stage.click_at(ROW).await;
    stage.find("dossier-card").await;
    change(&stage, "L’opération est terminée").await;

    // Among those that are open it is no more.
    stage.click("dossiers-which-closed").await;
    stage.click_at(ROW).await;
    let changed = stage.text("dossier-changed").await;
    assert!(changed.contains("L’opération est terminée"), "{changed}");
    let listed = zegelctl(&stage.vault(), "fictief", &["dossier", "list", "--status", "closed"]);
    assert!(listed.contains("ARDENNES-26") && listed.contains("terminée"), "{listed}");

    change(&stage, "Il y a un recours").await;
    stage.click("dossiers-which-open").await;
    stage.click_at(ROW).await;
    let changed = stage.text("dossier-changed").await;
    assert!(changed.contains("Il y a un recours"), "{changed}");
    // And it takes documents again.
    filed(&stage.vault(), "fictief", &pdf, "SECRET", "Recours");
}
