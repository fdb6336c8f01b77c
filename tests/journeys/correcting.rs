//! A slip in a title is put right; the list follows, and what stood there stays in the history.

use super::ALONE;
use super::papers::a_pdf;
use super::stage::{Look, Stage, filed, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slip_is_put_right_and_what_stood_there_stays_in_the_history() {
    let _alone = ALONE.lock().await;
    let mut id = String::new();
    let stage = Stage::set(|vault, folder| {
        let pdf = a_pdf(vault, folder);
        id = filed(vault, "modele", &pdf, "SECRET", "Convoi de Leige");
        Vec::new()
    })
    .await;
    stage.language("fr").await;
    stage.unlock("modele").await;
    let row = format!("[data-testid=\"document-row\"][data-id=\"{id}\"]");
    stage.wait(&row).await.click().await.expect("it is listed");
    stage.chosen(&id).await;

    // With nothing changed there is nothing to be done.
    stage.click("detail-correct").await;
    stage.fill("correct-why", "Faute de frappe").await;
    stage.wait("[data-testid=\"correct-submit\"][aria-disabled=\"true\"]").await;
    stage.fill("correct-title", "Convoi de Liège").await;
    stage.fill("correct-date", "20/11/2026").await;
    stage.pictures("75-correct-fr", &[Look::Dark, Look::Small]).await;
    stage.click("correct-submit").await;
    stage.gone("correct-dialog").await;

    stage.wait("[data-testid=\"history-change\"][data-field=\"title\"]").await;
    assert_eq!(stage.text("detail-title").await, "Convoi de Liège");
    let history = stage.text("document-history").await;
    assert!(history.contains("Convoi de Leige") && history.contains("Faute de frappe"), "{history}");
    stage.picture("76-history-fr").await;
    stage.fill("documents-search", "Leige").await;
    stage.find("documents-none").await;
    stage.fill("documents-search", "Liège").await;
    stage.wait(&row).await;

    let told = zegelctl(&stage.vault(), "modele", &["doc", "history", &id]);
    assert!(told.contains("Convoi de Leige") && told.contains("correct"), "{told}");
}
