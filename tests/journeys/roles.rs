//! What an officer is charged with: asked for by one security officer, agreed to by another; and the steps until a vault is sound.

use fantoccini::key::Key;

use super::ALONE;
use super::stage::{Look, Stage, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_charge_waits_for_the_other_security_officer_who_sees_the_code_and_is_taken_away_by_one() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.language("fr").await;
    stage.unlock("voorbeeld").await;
    let officer = "[data-testid=\"officer\"][data-id=\"muster\"]";
    stage.click("nav-clearances").await;
    // What is still to be done for the exercise vault: its approval alone.
    stage.click("clearances-tab-system").await;
    stage.wait("[data-testid=\"ceremony-second-security-officer\"][data-done=\"true\"]").await;
    stage.wait("[data-testid=\"ceremony-custodians\"][data-done=\"true\"]").await;
    stage.wait("[data-testid=\"ceremony-approval\"][data-done=\"false\"]").await;
    stage.pictures("57-ceremony-fr", &[Look::Dark, Look::Small]).await;
    stage.click("ceremony-go-approval").await;
    stage.find("approval-dialog").await;
    stage.press(&[char::from(Key::Escape)]).await;
    stage.gone("approval-dialog").await;
    stage.click("clearances-tab-officers").await;
    stage.click_at(officer).await;
    stage.click("officer-roles").await;
    stage.click("officer-role-auditor").await;
    stage.fill("roles-why", "Contrôle de l’exercice").await;
    stage.picture("officer-roles").await;
    stage.click("roles-submit").await;
    stage.gone("roles-dialog").await;
    let code = stage.text("officer-code").await;
    stage.wait("[data-testid=\"officer-wait\"][data-kind=\"roles\"]").await;
    stage.lock().await;

    stage.unlock("exemple").await;
    stage.wait("[data-testid=\"waits-assents\"][data-n=\"1\"]").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"roles\"][data-mine=\"true\"]").await;
    let shown = stage.text("assent-code").await;
    assert!(!shown.is_empty() && code.starts_with(&shown), "both see the same code: {shown}, {code}");
    let told = stage.text("assents-screen").await;
    assert!(told.contains("Contrôle de l’exercice") && told.contains("auditeur"), "{told}");
    stage.pictures("58-assent-roles-fr", &[Look::Dark]).await;
    stage.click("assent-give").await;
    stage.click("assent-submit").await;
    stage.gone("assent").await;
    let shown = zegelctl(&stage.vault(), "exemple", &["officer", "show", "muster"]);
    assert!(shown.contains("auditor"), "{shown}");

    // One takes it away, at once.
    stage.click("nav-clearances").await;
    stage.click_at(officer).await;
    stage.click("officer-roles").await;
    stage.click("officer-role-auditor").await;
    stage.click("roles-submit").await;
    stage.gone("roles-dialog").await;
    let shown = zegelctl(&stage.vault(), "exemple", &["officer", "show", "muster"]);
    assert!(!shown.contains("auditor"), "{shown}");
    stage.lock().await;
}
