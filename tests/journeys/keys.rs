//! Own keys: asked in with, compared, renewed, lost and made again.

use fantoccini::key::Key;

use super::ALONE;
use super::stage::Stage;

const OWN: &str = "quatre mots sans lien";

async fn way_in(stage: &Stage, officer: &str, passphrase: &str) {
    stage.fill("unlock-officer", officer).await;
    stage.press(&[char::from(Key::Enter)]).await;
    stage.fill("unlock-passphrase", passphrase).await;
    stage.click("unlock-submit").await;
}

/// Makes keys on the unlock screen, and gives their code.
async fn ask(stage: &Stage, passphrase: &str) -> String {
    stage.click("new-here-open").await;
    stage.fill("new-id", "nieuw").await;
    stage.fill("new-name", "Nele Nieuw").await;
    stage.fill("new-passphrase", "nele nieuw").await;
    stage.wait("[data-testid=\"strength\"][data-step=\"0\"]").await;
    stage.picture("new-here-weak").await;
    stage.fill("new-passphrase", passphrase).await;
    stage.fill("new-again", passphrase).await;
    stage.wait("[data-testid=\"strength\"][data-step=\"4\"]").await;
    stage.picture("new-here").await;
    stage.click("new-submit").await;
    stage.find("new-done").await;
    let code = stage.text("new-code").await;
    stage.picture("new-here-code").await;
    stage.click("new-submit").await;
    stage.gone("new-here").await;
    code
}

async fn people(stage: &Stage) {
    stage.unlock("voorbeeld").await;
    stage.click("nav-clearances").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newcomer_makes_his_keys_and_is_let_in_by_who_sees_the_same_code() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, folder| {
        let request = folder.join("demande.txt").to_str().expect("the path is text").to_owned();
        vec![("ZEGEL_E2E_SAVE", request.clone()), ("ZEGEL_E2E_FILE", request)]
    })
    .await;
    stage.language("fr").await;
    let code = ask(&stage, OWN).await;
    people(&stage).await;
    stage.click("officer-add").await;
    stage.click("officer-request").await;
    let seen = stage.text("officer-request-code").await;
    assert_eq!(seen, code, "both see one code");
    assert_eq!(code.split(' ').count(), 6, "{code}");
    stage.picture("officer-request").await;
    stage.click("officer-submit").await;
    stage.gone("officer-dialog").await;
    stage.lock().await;

    // He is in with the passphrase that only he knows, and renews his keys after a suspicion.
    way_in(&stage, "nieuw", OWN).await;
    stage.find("frame").await;
    stage.click("settings").await;
    stage.click("passphrase-open").await;
    let other = "cinq autres mots sans lien";
    stage.fill("passphrase-current", OWN).await;
    stage.fill("passphrase-next", other).await;
    stage.fill("passphrase-again", other).await;
    stage.click("passphrase-renew").await;
    stage.picture("passphrase-renew").await;
    stage.click("passphrase-save").await;
    stage.gone("passphrase").await;
    stage.find("frame").await;
    stage.lock().await;

    // The passphrase is forgotten: new keys, for the same officer.
    std::fs::remove_file(stage.folder().join("demande.txt")).expect("the request was written there");
    let again = ask(&stage, OWN).await;
    assert_ne!(again, code);
    people(&stage).await;
    stage.wait("[data-testid=\"officer\"][data-id=\"nieuw\"]").await.click().await.expect("he is listed");
    stage.find("officer-detail").await;
    stage.click("officer-reissue").await;
    let dialog = stage.text("reason-dialog").await;
    assert!(dialog.contains(&again), "{dialog}");
    stage.picture("officer-reissue").await;
    stage.fill("reason-why", "phrase secrète oubliée").await;
    stage.click("reason-submit").await;
    stage.gone("reason-dialog").await;
    stage.lock().await;
    // Until the other security officer, who sees the code as well, has said yes, they are nobody's.
    stage.unlock("exemple").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"reissue\"][data-mine=\"true\"]").await;
    assert_eq!(stage.text("assent-code").await, again);
    stage.picture("59-assent-reissue-fr").await;
    stage.click("assent-give").await;
    stage.click("assent-submit").await;
    stage.gone("assent").await;
    stage.lock().await;
    way_in(&stage, "nieuw", OWN).await;
    stage.find("frame").await;
    stage.lock().await;
}
