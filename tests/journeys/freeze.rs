//! An officer is stopped at once by one, and let go on by two.

use super::ALONE;
use super::stage::{Look, Stage};

const MUSTER: &str = "[data-testid=\"officer\"][data-id=\"muster\"]";

async fn her_panel(stage: &Stage) {
    stage.click("nav-clearances").await;
    stage.click_at(MUSTER).await;
    stage.wait("[data-testid=\"officer-detail\"][data-id=\"muster\"]").await;
}

/// Asks to lift it; gives the code of what went wrong, if it did.
async fn ask_to_lift(stage: &Stage, why: &str) {
    stage.click("officer-unfreeze").await;
    stage.fill("reason-why", why).await;
    stage.click("reason-submit").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_is_frozen_by_one_and_works_again_once_two_have_said_so() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.language("fr").await;
    stage.unlock("voorbeeld").await;
    her_panel(&stage).await;
    stage.click("officer-freeze").await;
    stage.fill("reason-why", "Téléphone volé").await;
    stage.picture("60-freeze-fr").await;
    stage.click("reason-submit").await;
    stage.find("officer-frozen").await;
    let told = stage.text("officer-frozen").await;
    assert!(told.contains("Anna Voorbeeld (voorbeeld)") && told.contains("Téléphone volé"), "{told}");
    // She leads a dossier, which nobody leads now: that is said at once, and waits for an officer who may propose another.
    let toast = stage.text("toast").await;
    assert!(toast.contains("gelé") && toast.contains("dossier"), "{toast}");
    stage.wait("[data-testid=\"waits-dossiers\"][data-n=\"1\"]").await;
    stage.lock().await;

    stage.enter_as("muster", "exercise").await;
    let refused = stage.text("unlock-problem").await;
    assert!(refused.contains("Anna Voorbeeld (voorbeeld)"), "{refused}");
    assert!(!refused.contains('T') || !refused.contains(":00Z"), "an hour as people write it: {refused}");
    assert!(!refused.contains("Téléphone volé"), "why is for those who oversee: {refused}");
    stage.picture("61-frozen-unlock-fr").await;

    stage.unlock("voorbeeld").await;
    her_panel(&stage).await;
    ask_to_lift(&stage, "Téléphone retrouvé").await;
    stage.gone("reason-dialog").await;
    stage.wait("[data-testid=\"officer-wait\"][data-kind=\"unfreezing\"]").await;
    stage.pictures("62-frozen-fr", &[Look::Dark, Look::Small]).await;
    // Once is enough.
    ask_to_lift(&stage, "Encore").await;
    let problem = stage.find("problem").await;
    assert!(problem.html(false).await.expect("the page answers").contains("already_waits"));
    stage.press(&[char::from(fantoccini::key::Key::Escape)]).await;
    stage.gone("reason-dialog").await;
    stage.click("officer-waits-see").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"unfreezing\"][data-mine=\"false\"]").await;
    assert!(stage.attributes("assent-give", "data-testid").await.is_empty(), "one alone does not lift it");
    stage.lock().await;

    stage.unlock("exemple").await;
    stage.wait("[data-testid=\"waits-assents\"][data-n=\"1\"]").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"unfreezing\"][data-mine=\"true\"]").await;
    let asked = stage.text("assents-screen").await;
    assert!(asked.contains("Téléphone volé") && asked.contains("Téléphone retrouvé"), "both reasons: {asked}");
    stage.pictures("63-assent-unfreezing-fr", &[Look::Dark]).await;
    stage.click("assent-give").await;
    let dialog = stage.text("assent-dialog").await;
    assert!(dialog.contains("Eva Muster (muster)"), "whom it is about: {dialog}");
    stage.click("assent-submit").await;
    stage.gone("assent").await;
    stage.gone("waits-assents").await;
    stage.lock().await;
    stage.unlock("muster").await;
    stage.lock().await;
}
