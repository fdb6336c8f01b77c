//! The main job in a real window, as a person does it. Pictures of every screen go to `docs/screens` when
//! `ZEGEL_SCREENS` is set.

mod assents;
mod authorities;
mod ceremony;
mod closing;
mod correcting;
mod custody;
mod daily;
mod decisions;
mod drafts;
mod dual;
mod ending;
mod filing;
mod finding;
mod first_start;
mod freeze;
mod keys;
mod markings;
mod offline;
mod outline;
mod papers;
mod printing;
mod reading;
mod releases;
mod rest;
mod restoring;
mod roles;
mod sharing;
mod stage;
mod steady;
mod succession;
mod tour;
mod versions;
mod withdrawing;
mod writing;

use std::path::PathBuf;
use std::process::Command;

use fantoccini::Locator;
use papers::a_pdf;
use stage::{Look, Stage};
use tokio::sync::Mutex;

/// One window at a time: they would share the machine's two cores.
static ALONE: Mutex<()> = Mutex::const_new(());

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_is_filed_opened_denied_and_released_in_the_window() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        let pdf = a_pdf(vault, folder);
        let packages = folder.join("packages");
        std::fs::create_dir_all(&packages).expect("the folders are made");
        vec![
            ("ZEGEL_E2E_FILES", pdf.to_str().expect("the path is UTF-8").to_owned()),
            ("ZEGEL_E2E_FOLDER", packages.to_str().expect("the path is UTF-8").to_owned()),
        ]
    })
    .await;

    the_wrong_passphrase_opens_nothing(&stage).await;
    let id = a_registrar_files_a_document(&stage).await;
    the_registrar_opens_it(&stage, &id).await;
    another_officer_is_denied(&stage, &id).await;
    it_is_released_to_a_partner(&stage).await;
    the_partner_opens_the_package(&stage);
    those_who_oversee_see_it(&stage).await;
    nothing_of_it_is_on_the_disk(&stage);
}

async fn the_wrong_passphrase_opens_nothing(stage: &Stage) {
    stage.find("unlock-passphrase").await;
    stage.language("fr").await;
    stage.picture("01-unlock-fr").await;
    stage.choose("unlock-officer", "modele").await;
    stage.fill("unlock-passphrase", "wrong").await;
    stage.click("unlock-submit").await;
    let problem = stage.find("unlock-problem").await;
    assert!(problem.html(false).await.expect("it has a content").contains("wrong_passphrase"));
    stage.picture("02-unlock-wrong-fr").await;
    stage.gone("unlock-wait").await;
}

async fn a_registrar_files_a_document(stage: &Stage) -> String {
    stage.come_in("modele").await;
    stage.wait("[data-testid=\"document-row\"][data-id]").await;
    stage.pictures("03-documents-fr", &[Look::Small]).await;
    stage.click("welcome-close").await;
    stage.pick_files().await;
    // The exercise has it already.
    stage.wait("[data-testid=\"picked-warning\"][data-code=\"already_filed\"]").await;
    stage.choose("dossier", "ARDENNES-26").await;
    stage.click("level-secret").await;
    for nation in ["BEL", "NLD"] {
        stage.enter("releasability", nation).await;
        stage.click(&format!("releasability-option-{nation}")).await;
    }
    stage.fill("title", "Itinéraires, deuxième édition").await;
    stage.fill("originator", "Section Analyse").await;
    stage.fill("finalised", "01/06/2026").await;
    let banner = stage.text("preview-top").await;
    assert!(banner.contains("SECRET") && banner.contains("GEHEIM") && banner.contains("NLD"), "{banner}");
    stage.pictures("04-file-fr", &[Look::Small]).await;
    stage.click("file-submit").await;
    let id = stage.text("filed-id").await;
    assert!(stage.text("filed-reference").await.starts_with("ZGL/"));
    stage.picture("05-filed-fr").await;
    stage.click("filed-show").await;
    id
}

async fn the_registrar_opens_it(stage: &Stage, id: &str) {
    stage.find("detail-title").await;
    assert_eq!(stage.text("document-id").await, id);
    let term = stage.text("document-term").await;
    assert!(term.contains("01/06/2056"), "thirty years from its finalisation, not {term}");
    stage.pictures("06-detail-fr", &[Look::Small]).await;
    stage.open_chosen("Préparation de la réunion").await;
    let script = "const page = document.querySelector('[data-testid=page] img'); return [page.src, page.naturalWidth];";
    let shown = stage.window.execute(script, Vec::new()).await.expect("the script runs");
    assert!(shown[0].as_str().expect("it is text").starts_with("page://localhost/"), "{shown}");
    assert!(shown[1].as_u64().expect("it is a number") > 300, "{shown}");
    assert!(stage.text("document-banner-top").await.contains("GEHEIM"));
    stage.picture("07-document-fr").await;
    stage.click("viewer-close").await;
    stage.lock().await;
}

async fn another_officer_is_denied(stage: &Stage, id: &str) {
    assert_eq!(stage.attributes("locked-because", "data-because").await, ["user"]);
    stage.language("nl").await;
    stage.unlock("muster").await;
    stage.wait("[data-testid=\"document-row\"][data-id]").await;
    assert!(!stage.attributes("document-row", "data-id").await.contains(&id.to_owned()));
    stage.picture("08-documents-nl").await;
    stage.click("ask-open").await;
    stage.fill("ask-id", id).await;
    stage.fill("open-purpose", "Nieuwsgierigheid").await;
    stage.click("open-submit").await;
    stage.find("denied").await;
    let reasons = stage.attributes("reason", "data-code").await;
    assert!(reasons.iter().any(|code| code == "clearance_level"), "{reasons:?}");
    let page = stage.window.source().await.expect("the page has a source");
    assert!(!page.contains("deuxième édition"), "a denial does not tell the title");
    stage.picture("09-denied-nl").await;
    stage.click("denied-back").await;
    stage.lock().await;
}

async fn it_is_released_to_a_partner(stage: &Stage) {
    stage.language("fr").await;
    stage.unlock("modele").await;
    stage.click("nav-release").await;
    stage.choose("release-partner", "service-fictif").await;
    stage.fill("release-search", "deuxième édition").await;
    stage.click("release-option").await;
    stage.wait("[data-testid=\"release-decision\"][data-outcome=\"may-not\"]").await;
    stage.picture("10-release-refused-fr").await;
    stage.press(&[char::from(fantoccini::key::Key::Escape)]).await;
    stage.choose("release-partner", "voorbeelddienst").await;
    stage.wait("[data-testid=\"release-decision\"][data-outcome=\"may\"]").await;
    stage.fill("release-purpose", "Échange convenu").await;
    stage.pictures("11-release-fr", &[Look::Small]).await;
    stage.click("release-request").await;
    stage.click("release-submit").await;
    stage.wait("[data-testid=\"release\"][data-status=\"waiting\"]").await;
    assert!(
        stage
            .window
            .find_all(Locator::Css("[data-testid=\"release-approve\"]"))
            .await
            .expect("the page is searched")
            .is_empty()
    );
    stage.picture("12-release-waiting-fr").await;
    stage.lock().await;

    stage.language("en").await;
    stage.unlock("proef").await;
    stage.click("nav-release").await;
    stage.click("release-tab-requests").await;
    stage.click("release-approve").await;
    stage.fill("approve-type", "voorbeelddienst").await;
    stage.picture("13-approve-en").await;
    stage.click("approve-submit").await;
    stage.wait("[data-testid=\"release\"][data-status=\"approved\"]").await;
    stage.click("release-write").await;
    stage.wait("[data-testid=\"release\"][data-status=\"written\"]").await;
    // What waited is done, and the navigation says so.
    stage.gone("waits-release").await;
    stage.gone("waits-assents").await;
    stage.picture("14-release-written-en").await;
    stage.click("nav-partners").await;
    stage.find("partner").await;
    stage.pictures("15-partners-en", &[Look::Small]).await;
    stage.lock().await;
}

/// With nothing but the stock `age` and `tar`.
fn the_partner_opens_the_package(stage: &Stage) {
    let packages: Vec<PathBuf> = std::fs::read_dir(stage.folder().join("packages"))
        .expect("the folder is listed")
        .map(|entry| entry.expect("the entry of the folder is read").path())
        .collect();
    let [package] = packages.as_slice() else { panic!("one package, not {packages:?}") };
    let identity = stage.folder().join("Exercice d’été/partners/voorbeelddienst.identity.txt");
    let archive = stage.folder().join("package.tar");
    let mut age = Command::new("age");
    age.arg("--decrypt").arg("--identity").arg(identity).arg("--output").arg(&archive).arg(package);
    assert!(age.status().expect("age is installed").success());
    let listed = Command::new("tar").arg("-tf").arg(&archive).output().expect("tar is installed");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.contains(".pdf") && listed.contains(".xml") && listed.contains("manifest"), "{listed}");
}

async fn those_who_oversee_see_it(stage: &Stage) {
    stage.language("nl").await;
    stage.unlock("voorbeeld").await;
    stage.click("nav-clearances").await;
    stage.click_at("[data-testid=\"officer\"][data-id=\"muster\"]").await;
    stage.find("officer-detail").await;
    stage.pictures("16-clearances-nl", &[Look::Small]).await;
    stage.click("nav-dossiers").await;
    stage.pictures("17-dossiers-nl", &[Look::Small]).await;
    stage.click("nav-log").await;
    stage.wait("[data-testid=\"log-row\"][data-action]").await;
    stage.click("log-verify").await;
    stage.find("log-verified").await;
    stage.click_at("[data-testid=\"log-row\"][data-action=\"deny\"]").await;
    stage.pictures("18-log-nl", &[Look::Small]).await;
    stage.click("settings").await;
    stage.click("theme-dark").await;
    stage.press(&[char::from(fantoccini::key::Key::Escape)]).await;
    stage.picture("19-log-dark-nl").await;
    stage.lock().await;
    stage.language("de").await;
    stage.picture("20-unlock-dark-de").await;
}

/// What was read is nowhere in the home folder of the reader, nor in the vault but sealed.
fn nothing_of_it_is_on_the_disk(stage: &Stage) {
    let words = [b"deuxi\xc3\xa8me \xc3\xa9dition".as_slice(), b"Nieuwsgierigheid", b"%PDF-"];
    let mut waiting =
        vec![stage.folder().join("home"), stage.folder().join("Exercice d’été"), stage.folder().join("home run")];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                std::fs::read_dir(&path)
                    .expect("the folder is listed")
                    .map(|entry| entry.expect("the entry of the folder is read").path()),
            );
        } else if let Ok(content) = std::fs::read(&path) {
            for word in words {
                let found = content.windows(word.len()).any(|window| window == word);
                assert!(!found, "{} holds {}", path.display(), String::from_utf8_lossy(word));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_window_that_nobody_touches_locks_itself() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| vec![("ZEGEL_LOCK_AFTER", "8".to_owned())]).await;
    stage.unlock("muster").await;
    stage.find("locked-because").await;
    assert_eq!(stage.attributes("locked-because", "data-because").await, ["idle"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pin_brings_back_an_officer_who_was_away_for_a_while() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| vec![("ZEGEL_LOCK_AFTER", "10".to_owned())]).await;
    stage.unlock("muster").await;
    stage.click("settings").await;
    stage.click("pin-open").await;
    stage.fill("pin-secret", "exercise").await;
    stage.fill("pin-new", "8352").await;
    stage.fill("pin-again", "8352").await;
    stage.picture("pin").await;
    stage.click("pin-save").await;
    stage.gone("pin").await;
    stage.find("pin-unlock").await;
    assert_eq!(stage.focus().await, serde_json::json!("unlock-pin"), "the digits are all that is missing");
    stage.press(&['8', '3', '5', '3', '\u{e007}']).await;
    stage.find("pin-problem").await;
    stage.picture("pin-unlock").await;
    stage.press(&['8', '3', '5', '2', '\u{e007}']).await;
    stage.find("frame").await;
    // By hand: the passphrase.
    stage.click("lock").await;
    stage.find("unlock-passphrase").await;
    stage.gone("pin-unlock").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_page_breaks_the_vault_is_locked() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, _| Vec::new()).await;
    stage.unlock("muster").await;
    stage.click_at("[data-testid=\"document-row\"][data-id]").await;
    stage.open_chosen("Lezing").await;
    let host = stage.host();
    assert_eq!(stage.below_host("zegel-viewer").len(), 1, "the open document has a worker");

    stage.kill_page();

    // The driver gives up on a page that broke. What can be seen from outside: the program goes on, and the worker
    // that held the document is gone.
    let start = std::time::Instant::now();
    while !stage.below_host("zegel-viewer").is_empty() {
        assert!(start.elapsed().as_secs() < 20, "the document is still open");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(stage.host(), host);
}
