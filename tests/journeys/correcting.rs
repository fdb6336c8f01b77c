//! A slip in a title is put right; the list follows, and what stood there stays in the history.

use super::ALONE;
use super::papers::a_pdf;
use super::stage::{Look, Stage, filed, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slip_is_put_right_and_what_stood_there_stays_in_the_history() {
    let _alone = ALONE.lock().await;
    let (mut id, mut answer) = (String::new(), String::new());
    let stage = Stage::set(|vault, folder| {
        let pdf = a_pdf(vault, folder);
        id = filed(vault, "modele", &pdf, "SECRET", "Convoi de Leige");
        answer = filed(vault, "modele", &pdf, "SECRET", "La réponse");
        Vec::new()
    })
    .await;
    let row = stage.at_document("modele", &id).await;

    // With nothing changed there is nothing to be done.
    stage.click("detail-correct").await;
    stage.fill("correct-why", "Faute de frappe").await;
    stage.wait("[data-testid=\"correct-submit\"][aria-disabled=\"true\"]").await;
    stage.fill("correct-title", "Convoi de Liège").await;
    stage.fill("correct-date", "20/11/2026").await;
    stage.fill("correct-paper", "SGRS/2026/0117-S").await;
    stage.pictures("75-correct-fr", &[Look::Dark, Look::Small]).await;
    stage.click("correct-submit").await;
    stage.gone("correct-dialog").await;

    stage.wait("[data-testid=\"history-change\"][data-field=\"title\"]").await;
    assert_eq!(stage.text("detail-title").await, "Convoi de Liège");
    assert_eq!(stage.text("document-paper").await, "SGRS/2026/0117-S");
    let history = stage.text("document-history").await;
    assert!(history.contains("Convoi de Leige") && history.contains("Faute de frappe"), "{history}");
    stage.picture("76-history-fr").await;
    stage.fill("documents-search", "Leige").await;
    stage.find("documents-none").await;
    stage.fill("documents-search", "Liège").await;
    // What is not found is chosen no more; and a list that is still drawn is not clicked on.
    stage.is_not_listed("document-row", "La réponse").await;
    stage.click_at(&row).await;
    stage.chosen(&id).await;

    let told = zegelctl(&stage.vault(), "modele", &["doc", "history", &id]);
    assert!(told.contains("Convoi de Leige") && told.contains("correct"), "{told}");

    // Another document is its answer: both show it.
    stage.click("detail-relate").await;
    stage.choose("relate-is", "replaces").await;
    stage.fill("release-search", "La réponse").await;
    let option = format!("[data-testid=\"release-option\"][data-id=\"{answer}\"]");
    stage.click_at(&option).await;
    stage.fill("relate-why", "Elle ne vaut plus").await;
    stage.pictures("78-relate-fr", &[Look::Dark, Look::Small]).await;
    stage.click("relate-submit").await;
    stage.gone("relate-dialog").await;
    let related = |id: &str| format!("[data-testid=\"document-relation\"][data-id=\"{id}\"][data-is=\"replaces\"]");
    stage.wait(&related(&answer)).await;
    stage.click("relations-sort-reference").await;
    stage.wait("th[aria-sort=\"ascending\"] [data-testid=\"relations-sort-reference\"]").await;
    stage.click("relations-sort-reference").await;
    stage.wait("th[aria-sort=\"descending\"] [data-testid=\"relations-sort-reference\"]").await;
    stage.wait(&related(&answer)).await;
    let told = zegelctl(&stage.vault(), "modele", &["doc", "show", &answer]);
    assert!(told.contains("\"replaces\"") && told.contains(&id), "{told}");

    stage.click("detail-note").await;
    stage.fill("note-input", "À comparer avec le rapport de mai").await;
    stage.click("note-submit").await;
    stage.gone("note-dialog").await;

    // It belongs into another dossier: an entry of its own. The note goes along.
    let reference = stage.text("document-reference").await;
    stage.click("detail-correct").await;
    stage.choose("correct-dossier", "HAVEN").await;
    stage.fill("correct-why", "C’est l’autre affaire").await;
    stage.fill("correct-title", "Autre").await;
    stage.wait("[data-testid=\"correct-submit\"][aria-disabled=\"true\"]").await;
    stage.fill("correct-title", "Convoi de Liège").await;
    stage.pictures("77-refile-fr", &[Look::Dark, Look::Small]).await;
    stage.click("correct-submit").await;
    stage.gone("correct-dialog").await;
    stage.wait("[data-testid=\"history-change\"][data-field=\"dossier\"]").await;
    let history = stage.text("document-history").await;
    assert!(history.contains("rapport de mai"), "{history}");
    stage.fill("documents-search", &reference).await;
    stage.wait(&row).await;
}
