//! A document that should not have been filed is withdrawn by two, and found by a filter.

use super::ALONE;
use super::papers::a_pdf;
use super::stage::{Look, Stage, filed, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_filing_is_withdrawn_by_two_and_found_by_a_filter() {
    let _alone = ALONE.lock().await;
    let mut id = String::new();
    let stage = Stage::set(|vault, folder| {
        let pdf = a_pdf(vault, folder);
        id = filed(vault, "modele", &pdf, "SECRET", "Convoi");
        Vec::new()
    })
    .await;
    let row = stage.at_document("modele", &id).await;
    stage.click("detail-withdraw").await;
    stage.fill("withdraw-why", "Enregistré deux fois").await;
    stage.picture("77-withdraw-fr").await;
    stage.click("withdraw-submit").await;
    stage.gone("withdraw-dialog").await;
    stage.find("withdrawal-waits").await;
    stage.lock().await;

    stage.unlock("exemple").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"withdrawal\"][data-mine=\"true\"]").await;
    let asked = stage.text("assents-screen").await;
    assert!(asked.contains("Enregistré deux fois"), "{asked}");
    stage.pictures("78-assent-withdrawal-fr", &[Look::Dark]).await;
    stage.click("assent-give").await;
    stage.click("assent-submit").await;
    stage.gone("assent").await;
    stage.lock().await;

    stage.unlock("modele").await;
    stage.click("documents-more").await;
    stage.choose("documents-withdrawn", "withdrawn").await;
    stage.click_at(&row).await;
    stage.find("document-withdrawn").await;
    stage.gone("detail-withdraw").await;
    assert!(zegelctl(&stage.vault(), "modele", &["doc", "list", "--withdrawn"]).contains(&id));
}
