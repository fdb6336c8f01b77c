//! A vault from its first officer to its approval, as the window guides through it.

use std::path::Path;
use std::sync::Arc;

use vault::{NewVault, OfficerId, PUBLIC_PASSPHRASE, Passphrase, Regime, Vault, WorkFactor};

use super::ALONE;
use super::stage::{Look, Stage};

const SECOND: &str = "drie paarden lopen traag weg";

/// A vault with nobody but its founder, in which one person may still do everything.
fn of_one(vault: &Path) {
    std::fs::remove_dir_all(vault).expect("the exercise is not needed");
    let new = NewVault {
        name: "Registre du service".to_owned(),
        officer: OfficerId::parse("oprichter").expect("a name"),
        full_name: "Olga Oprichter".to_owned(),
        nationality: "BEL".to_owned(),
        regime: Regime::Exercise,
        work_factor: WorkFactor::EXERCISE,
    };
    let passphrase = Passphrase::new(PUBLIC_PASSPHRASE.to_owned());
    Vault::init(vault, new, &passphrase, Arc::new(chrono::Utc::now)).expect("the vault can be made");
}

async fn asks_for_approval(stage: &Stage) {
    stage.fill("approval-authority", "ANS/NVO").await;
    stage.fill("approval-reference", "ANS-2026-41").await;
    stage.choose("approval-ceiling", "secret").await;
    stage.fill("approval-until", "31/12/2030").await;
    stage.click("approval-submit").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_founder_is_guided_to_a_second_to_shared_custody_and_to_the_approval() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        of_one(vault);
        let request = folder.join("demande.txt").to_str().expect("the path is text").to_owned();
        vec![("ZEGEL_E2E_SAVE", request.clone()), ("ZEGEL_E2E_FILE", request)]
    })
    .await;
    stage.language("fr").await;
    stage.unlock("oprichter").await;
    stage.wait("[data-testid=\"ceremony-second-security-officer\"][data-done=\"false\"]").await;
    stage.pictures("75-ceremony-begin-fr", &[Look::Dark, Look::Small]).await;
    // What would be refused is not offered.
    stage.gone("ceremony-go-approval").await;
    stage.at_system().await;
    stage.wait("[data-testid=\"ceremony-approval\"][data-done=\"false\"]").await;
    stage.gone("ceremony-go-approval").await;
    stage.gone("approval-record").await;
    stage.lock().await;

    // The second makes his own keys; nobody else ever knew his passphrase.
    stage.click("new-here-open").await;
    stage.fill("new-id", "tweede").await;
    stage.fill("new-name", "Tom Tweede").await;
    stage.fill("new-passphrase", SECOND).await;
    stage.fill("new-again", SECOND).await;
    stage.click("new-submit").await;
    let code = stage.text("new-code").await;
    stage.click("new-submit").await;
    stage.gone("new-here").await;

    stage.unlock("oprichter").await;
    stage.click("nav-documents").await;
    stage.click("ceremony-go-second-security-officer").await;
    stage.click("officer-add").await;
    stage.click("officer-request").await;
    assert_eq!(stage.text("officer-request-code").await, code);
    stage.click("officer-role-security-officer").await;
    stage.click("officer-submit").await;
    stage.gone("officer-dialog").await;
    stage.click("clearances-tab-system").await;
    stage.wait("[data-testid=\"ceremony-second-security-officer\"][data-done=\"true\"]").await;
    stage.click("ceremony-go-custodians").await;
    stage.click("custody-share").await;
    stage.click("custody-custodian-tweede").await;
    stage.fill("custody-threshold", "2").await;
    stage.find("custody-none-spare").await;
    stage.picture("77-ceremony-custody-fr").await;
    stage.click("custody-share-submit").await;
    stage.gone("custody-share-dialog").await;
    stage.wait("[data-testid=\"ceremony-custodians\"][data-done=\"true\"]").await;
    stage.click("ceremony-go-approval").await;
    asks_for_approval(&stage).await;
    stage.gone("approval-dialog").await;
    stage.gone("ceremony-go-approval").await;
    stage.wait("[data-testid=\"ceremony-approval\"][data-done=\"false\"]").await;
    stage.find("exercise").await;
    stage.lock().await;

    stage.enter_as("tweede", SECOND).await;
    stage.find("frame").await;
    stage.wait("[data-testid=\"waits-assents\"][data-n=\"1\"]").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"approval\"][data-mine=\"true\"]").await;
    let asked = stage.text("assents-screen").await;
    assert!(asked.contains("ANS-2026-41") && asked.contains("Tom Tweede"), "what one gave alone is listed: {asked}");
    stage.pictures("78-assent-approval-fr", &[Look::Dark]).await;
    stage.click("assent-give").await;
    stage.click("assent-submit").await;
    stage.gone("assent").await;
    // At once, and not at the next unlock.
    stage.gone("exercise").await;
    stage.at_system().await;
    stage.gone("ceremony").await;
    assert!(stage.text("system").await.contains("ANS-2026-41"));
    stage.picture("79-approved-fr").await;
    // And for good: what takes two takes two now.
    stage.click("clearances-tab-officers").await;
    stage.click_at("[data-testid=\"officer\"][data-id=\"oprichter\"]").await;
    stage.click("officer-roles").await;
    stage.click("officer-role-auditor").await;
    stage.click("roles-submit").await;
    stage.gone("roles-dialog").await;
    stage.wait("[data-testid=\"officer-wait\"][data-kind=\"roles\"]").await;
    stage.lock().await;
}
