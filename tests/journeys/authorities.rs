//! For whom the vault decides, in the window: a security officer adds a section and takes one off, everybody else reads.

use serde_json::Value;

use super::ALONE;
use super::stage::{Stage, agree, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_security_officer_keeps_the_list_of_own_authorities() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.language("fr").await;
    stage.unlock("voorbeeld").await;
    the_list(&stage).await;
    assert_eq!(stage.attributes("authority", "data-name").await, ["Section Protection"]);
    stage.click("authority-add").await;
    stage.fill("authority-name", "section PROTECTION").await;
    stage.click("authority-submit").await;
    stage.find("problem").await;
    stage.fill("authority-name", "  Section  Analyse ").await;
    stage.click("authority-submit").await;
    stage.gone("authority-dialog").await;
    agree(&stage.vault(), "authorities");
    stage.lock().await;
    stage.unlock("voorbeeld").await;
    the_list(&stage).await;
    stage.wait("[data-testid=\"authority\"][data-name=\"Section Analyse\"]").await;
    let row = "[data-testid=\"authority\"][data-name=\"Section Protection\"] [data-testid=\"authority-remove\"]";
    stage.click_at(row).await;
    stage.fill("reason-why", "Dissoute le mois passé").await;
    stage.click("reason-submit").await;
    stage.gone("reason-dialog").await;
    agree(&stage.vault(), "authorities");
    stage.lock().await;
    stage.unlock("voorbeeld").await;
    the_list(&stage).await;
    stage.wait("[data-testid=\"authority\"][data-name=\"Section Analyse\"]").await;
    assert_eq!(stage.attributes("authority", "data-name").await, ["Section Analyse"]);
    stage.find("authorities-changed").await;
    stage.lock().await;

    stage.unlock("modele").await;
    the_list(&stage).await;
    assert_eq!(stage.attributes("authority", "data-name").await, ["Section Analyse"]);
    stage.gone("authority-add").await;
    stage.gone("authority-remove").await;
    // Anyone who files is offered the names.
    stage.click("nav-file").await;
    stage.find("originator").await;
    stage.wait("[data-testid=\"originators\"] option[value=\"Section Analyse\"]").await;
    stage.lock().await;
    let told: Value =
        serde_json::from_str(&zegelctl(&stage.vault(), "essai", &["authority", "list"])).expect("it is JSON");
    assert_eq!(told["authorities"], serde_json::json!(["Section Analyse"]));
}

async fn the_list(stage: &Stage) {
    stage.at_system().await;
    stage.find("authority-vault").await;
    stage.find("authority").await;
}
