//! What an officer was writing when the window locked belongs to him.

use serde_json::Value;

use super::ALONE;
use super::stage::Stage;

/// What a field holds.
async fn value(stage: &Stage, id: &str) -> Option<String> {
    stage.find(id).await.prop("value").await.expect("the field has a value")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_is_half_written_waits_for_its_officer_while_another_sits_there() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.unlock("modele").await;
    stage.click("nav-file").await;
    stage.fill("title", "Convoi de nuit").await;
    stage.fill("subject", "Itinéraire").await;
    stage.choose("dossier", "ARDENNES-26").await;
    stage.lock().await;
    let seen = stage.run("return document.documentElement.outerHTML.includes('Convoi de nuit')", &[]).await;
    assert_eq!(seen, Value::Bool(false));

    stage.unlock("fictief").await;
    stage.click("nav-file").await;
    assert_eq!(value(&stage, "title").await.as_deref(), Some(""), "nobody else sees it");
    stage.fill("subject", "Iets anders").await;
    stage.lock().await;

    stage.unlock("modele").await;
    assert_eq!(value(&stage, "title").await.as_deref(), Some("Convoi de nuit"), "he is where he was");
    assert_eq!(value(&stage, "subject").await.as_deref(), Some("Itinéraire"));
    assert_eq!(stage.attributes("dossier", "data-value").await, ["ARDENNES-26"]);
}
