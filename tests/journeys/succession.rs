//! Dossiers whose lead is gone: they fall to the deputy, or wait until two have agreed on another.

use super::ALONE;
use super::stage::{Look, Stage};

async fn dossier(stage: &Stage, id: &str) {
    stage.click("nav-dossiers").await;
    stage.click_at(&format!("[data-testid=\"dossier-row\"][data-id=\"{id}\"]")).await;
    stage.find("dossier-card").await;
}

async fn disable(stage: &Stage, officer: &str) {
    stage.click("nav-clearances").await;
    stage.click_at(&format!("[data-testid=\"officer\"][data-id=\"{officer}\"]")).await;
    stage.wait(&format!("[data-testid=\"officer-detail\"][data-id=\"{officer}\"]")).await;
    stage.click("officer-disable").await;
    stage.fill("reason-why", "A quitté le service").await;
    stage.click("reason-submit").await;
    stage.gone("reason-dialog").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dossier_falls_to_the_deputy_else_to_whom_two_have_agreed_on() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.language("fr").await;
    stage.unlock("modele").await;
    dossier(&stage, "HAVEN").await;
    stage.click("deputy-name").await;
    stage.choose("deputy-officer", "muster").await;
    stage.picture("64-deputy-fr").await;
    stage.click("deputy-submit").await;
    stage.find("member-deputy").await;
    stage.lock().await;

    // Not by the one on whose word alone the deputy is an officer: it would not fall to her then.
    stage.unlock("exemple").await;
    disable(&stage, "modele").await;
    stage.gone("waits-dossiers").await;
    stage.lock().await;
    stage.unlock("voorbeeld").await;
    // Of two that he leads, one has no deputy.
    disable(&stage, "fictief").await;
    let toast = stage.text("toast").await;
    assert!(toast.contains("Carla Fictief"), "{toast}");
    stage.find("waits-dossiers").await;
    let unled: usize = stage.attributes("waits-dossiers", "data-n").await[0].parse().expect("a number");
    stage.click("nav-dossiers").await;
    stage.find("unled").await;
    assert_eq!(stage.attributes("unled-dossier", "data-key").await.len(), unled);
    stage.picture("65-unled-fr").await;
    stage.click("succession-propose").await;
    stage.choose("succession-lead", "proef").await;
    stage.fill("succession-why", "Connaît le dossier").await;
    stage.picture("66-succession-propose-fr").await;
    stage.click("succession-submit").await;
    stage.gone("succession-lead").await;
    // One alone has not named him.
    assert_eq!(stage.attributes("unled-dossier", "data-key").await.len(), unled);
    stage.lock().await;

    // The deputy leads it, and is told in words.
    stage.come_in("muster").await;
    let warned = stage.text("warnings").await;
    assert!(warned.contains("HAVEN") && !warned.contains("dossier_succeeded"), "{warned}");
    stage.picture("67-succeeded-fr").await;
    dossier(&stage, "HAVEN").await;
    stage.find("deputy-name").await;
    // To whose keys the dossier is delivered: their code, and that he has not compared it.
    let keys = stage.text("member-code").await;
    let digits = keys.chars().filter(char::is_ascii_digit).count();
    assert!(digits == 30 && keys.contains("pas encore comparé"), "{keys}");
    stage.lock().await;

    stage.unlock("exemple").await;
    stage.wait("[data-testid=\"waits-assents\"][data-n=\"1\"]").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"succession\"][data-mine=\"true\"]").await;
    let asked = stage.text("assents-screen").await;
    assert!(asked.contains("Greta Proef") && asked.contains("Connaît le dossier"), "{asked}");
    stage.pictures("68-assent-succession-fr", &[Look::Dark]).await;
    stage.click("assent-give").await;
    stage.click("assent-submit").await;
    stage.gone("assent").await;
    stage.click("nav-dossiers").await;
    stage.find("dossiers-none").await;
    let start = std::time::Instant::now();
    while stage.attributes("unled-dossier", "data-key").await.len() >= unled {
        assert!(start.elapsed().as_secs() < 20, "it is still nobody's");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    stage.lock().await;
    stage.come_in("proef").await;
    assert!(!stage.text("warnings").await.contains("dossier_succeeded"));
    stage.lock().await;
}
