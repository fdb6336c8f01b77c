//! Own keys: asked in with, compared, renewed, lost and made again; a workstation more, and one less;
//! a token around the passphrase.

use fantoccini::key::Key;
use serde_json::Value;

use super::ALONE;
use super::stage::{Look, Stage, program, zegelctl};

const OWN: &str = "quatre mots sans lien";

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
async fn a_newcomer_makes_his_keys_and_is_let_in_by_an_officer_who_sees_the_same_code() {
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
    // That a colleague is called so is said before anybody is entered.
    let colleague: Value =
        serde_json::from_str(&zegelctl(&stage.vault(), "voorbeeld", &["officer", "show", "fictief"])).expect("JSON");
    stage.fill("officer-name", &colleague["full_name"].as_str().expect("a text").to_uppercase()).await;
    let alike = stage.text("officer-alike").await;
    assert!(alike.contains("(fictief)"), "{alike}");
    stage.click("officer-request").await;
    stage.gone("officer-alike").await;
    let seen = stage.text("officer-request-code").await;
    assert_eq!(seen, code, "both see one code");
    assert_eq!(code.split(' ').count(), 6, "{code}");
    stage.picture("officer-request").await;
    stage.click("officer-submit").await;
    stage.gone("officer-dialog").await;
    stage.lock().await;

    // He is in with the passphrase that only he knows, and renews his keys after a suspicion.
    stage.enter_as("nieuw", OWN).await;
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
    stage.click_at("[data-testid=\"officer\"][data-id=\"nieuw\"]").await;
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
    stage.enter_as("nieuw", OWN).await;
    stage.find("frame").await;
    stage.lock().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_has_a_second_workstation_takes_his_file_along_and_gives_the_first_up() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, folder| {
        let path = folder.join("fichier").to_str().expect("the path is text").to_owned();
        vec![("ZEGEL_E2E_SAVE", path.clone()), ("ZEGEL_E2E_FILE", path)]
    })
    .await;
    let file = stage.folder().join("fichier");
    stage.language("fr").await;
    // At the other workstation, with his own identifier.
    stage.click("new-here-open").await;
    stage.fill("new-id", "muster").await;
    stage.fill("new-name", "Eva Muster").await;
    stage.fill("new-passphrase", OWN).await;
    stage.fill("new-again", OWN).await;
    stage.wait("[data-testid=\"strength\"][data-step=\"4\"]").await;
    stage.click("new-submit").await;
    stage.find("new-done").await;
    let code = stage.text("new-code").await;
    stage.click("new-submit").await;
    stage.gone("new-here").await;

    // At the first: he adds it, and takes the file of the first along.
    stage.unlock("muster").await;
    stage.click("settings").await;
    stage.click("workstations-open").await;
    stage.find("workstations").await;
    stage.click("identity-add").await;
    let dialog = stage.text("identity-dialog").await;
    assert!(dialog.contains(&code), "{dialog}");
    stage.fill("identity-name", "Anvers").await;
    stage.picture("identity-add-fr").await;
    stage.click("identity-submit").await;
    stage.gone("identity-dialog").await;
    stage.wait("[data-testid=\"identity\"]:nth-of-type(2)").await;
    stage.pictures("workstations-fr", &[Look::Small]).await;
    std::fs::remove_file(&file).expect("the request was written there");
    stage.click("identity-take").await;
    let start = std::time::Instant::now();
    while !file.is_file() {
        assert!(start.elapsed() < std::time::Duration::from_secs(20), "no identity file was written");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    stage.press(&[char::from(Key::Escape)]).await;
    stage.gone("workstations").await;
    stage.lock().await;

    // On the unlock screen it is brought in; here it is there already.
    stage.click("bring-open").await;
    stage.fill("bring-passphrase", "not it").await;
    stage.click("bring-submit").await;
    let problem = stage.find("bring-problem").await;
    assert!(problem.html(false).await.expect("it is shown").contains("wrong_passphrase"));
    stage.fill("bring-passphrase", "exercise").await;
    stage.click("bring-submit").await;
    stage.find("bring-done").await;
    stage.picture("bring-identity-fr").await;
    stage.click("bring-submit").await;
    stage.gone("bring").await;

    // While he has both, each has its code; a colleague who compared one of them has not compared all.
    people(&stage).await;
    stage.click_at("[data-testid=\"officer\"][data-id=\"muster\"]").await;
    stage.find("officer-detail").await;
    stage.wait("[data-testid=\"officer-key\"]:nth-of-type(2)").await;
    stage.click("compare").await;
    stage.fill("compare-code", "00000 00000 00000 00000 00000 00000").await;
    stage.click("compare-submit").await;
    stage.find("compare-problem").await;
    stage.fill("compare-code", &code).await;
    stage.picture("compare-code-fr").await;
    stage.click("compare-submit").await;
    stage.gone("compare-dialog").await;
    stage.wait("[data-testid=\"officer-key\"][data-compared=\"true\"]").await;
    assert_eq!(stage.text("compared").await, "pas tous comparés par vous");
    stage.pictures("officer-codes-fr", &[Look::Small]).await;
    stage.lock().await;

    // At the second he goes on, and gives the first up.
    stage.enter_as("muster", OWN).await;
    stage.find("frame").await;
    stage.click("settings").await;
    stage.click("workstations-open").await;
    stage.click("identity-revoke").await;
    stage.fill("reason-why", "le portable est resté dans le train").await;
    stage.picture("identity-revoke-fr").await;
    stage.click("reason-submit").await;
    stage.gone("reason-dialog").await;
    stage.gone("identity-revoke").await;
    stage.press(&[char::from(Key::Escape)]).await;
    stage.lock().await;
    stage.enter_as("muster", "exercise").await;
    let problem = stage.find("unlock-problem").await;
    assert!(problem.html(false).await.expect("it is shown").contains("identity_replaced"));

    // The keys that are left are those whose code was compared.
    people(&stage).await;
    stage.click_at("[data-testid=\"officer\"][data-id=\"muster\"]").await;
    stage.find("officer-detail").await;
    stage.gone("compare").await;
    assert_eq!(stage.text("compared").await, "comparé par vous");
    stage.pictures("officer-identities-fr", &[Look::Small]).await;
    stage.lock().await;
}

/// Answers what the token's program asks.
async fn pin(stage: &Stage, typed: &str) {
    stage.find("token-asks").await;
    stage.fill("token-typed", typed).await;
    stage.click("token-send").await;
    stage.gone("token-asks").await;
}

/// Types the passphrase once more, for the officer who is chosen already.
async fn again(stage: &Stage) {
    stage.fill("unlock-passphrase", "exercise").await;
    stage.click("unlock-submit").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_protects_the_file_and_its_pin_is_typed_in_the_window() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, folder| {
        let plugin = program("age-plugin-exercise");
        let token = folder.join("jeton");
        let made = std::process::Command::new(&plugin).arg("--new").arg(&token).output().expect("the plugin runs");
        let file = folder.join("jeton.txt");
        std::fs::write(&file, made.stdout).expect("the folder can be written");
        std::fs::write(token.join("pin"), "1357").expect("the token is there");
        std::fs::write(token.join("says"), "touchez le jeton").expect("the token is there");
        let programs = plugin.parent().expect("it lies in a folder").to_str().expect("the path is text");
        let path = std::env::var("PATH").expect("there are programs");
        vec![
            ("ZEGEL_E2E_FILE", file.to_str().expect("the path is text").to_owned()),
            ("PATH", format!("{programs}:{path}")),
        ]
    })
    .await;
    let written = std::fs::read_to_string(stage.folder().join("jeton.txt")).expect("it was written");
    let recipient = written.lines().find_map(|line| line.strip_prefix("# recipient: ")).expect("the plugin names it");
    stage.language("fr").await;
    stage.unlock("muster").await;
    stage.click("settings").await;
    stage.click("workstations-open").await;
    stage.click("token-change").await;
    stage.fill("token-recipient", recipient).await;
    stage.fill("token-passphrase", "exercise").await;
    stage.picture("token-protect-fr").await;
    stage.click("token-submit").await;
    stage.find("token-asks").await;
    stage.pictures("token-pin-fr", &[Look::Small]).await;
    pin(&stage, "1357").await;
    stage.gone("token-dialog").await;
    stage.find("token-protects").await;
    stage.picture("token-protected-fr").await;
    stage.press(&[char::from(Key::Escape)]).await;
    stage.gone("workstations").await;
    stage.lock().await;

    // Another PIN, none at all, and the right one.
    stage.enter_as("muster", "exercise").await;
    pin(&stage, "9999").await;
    let problem = stage.find("unlock-problem").await;
    assert!(problem.html(false).await.expect("it is shown").contains("token_said"));
    again(&stage).await;
    stage.find("token-asks").await;
    stage.press(&[char::from(Key::Escape)]).await;
    stage.gone("token-asks").await;
    let problem = stage.find("unlock-problem").await;
    assert!(problem.html(false).await.expect("it is shown").contains("token_unanswered"));
    again(&stage).await;
    pin(&stage, "1357").await;
    stage.find("frame").await;

    stage.click("settings").await;
    stage.click("workstations-open").await;
    stage.find("token-protects").await;
    stage.click("token-change").await;
    stage.fill("token-passphrase", "exercise").await;
    stage.click("token-submit").await;
    pin(&stage, "1357").await;
    stage.gone("token-dialog").await;
    stage.gone("token-protects").await;
    stage.press(&[char::from(Key::Escape)]).await;
    stage.gone("workstations").await;
    stage.lock().await;
    stage.unlock("muster").await;
    stage.lock().await;
}
