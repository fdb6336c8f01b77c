//! The two ways in at the first start that need no servers.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use super::ALONE;
use super::sharing::opens_and_is_closed;
use super::stage::Stage;

fn text(path: &Path) -> String {
    path.to_str().expect("the path is UTF-8").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vault_is_founded_and_opened_at_the_window_that_opens_on_none() {
    let _alone = ALONE.lock().await;
    let folder = tempfile::tempdir().expect("a folder for the journey");
    let vault = folder.path().join("founded");
    let told = || vec![("ZEGEL_E2E_FOLDER", text(&vault))];
    let stage = Stage::beside(folder.path(), None, "home", told()).await;
    stage.click("first-new").await;
    for (field, value) in [
        ("found-name", "Registry of the journey"),
        ("found-officer", "ada"),
        ("found-full-name", "Ada Officer"),
        ("found-passphrase", "a passphrase that nobody types twice"),
        ("found-again", "a passphrase that nobody types twice"),
    ] {
        stage.fill(field, value).await;
    }
    stage.click("found-submit").await;
    stage.find("first-made").await;
    assert!(vault.join("ledger.sqlite").is_file() && vault.join("identities/ada.age").is_file());
    let mode = fs::metadata(&vault).expect("it is there").permissions();
    assert_eq!(mode.mode() & 0o077, 0, "it is the person's own: {mode:?}");
    stage.leave("first-next").await;
    opens_and_is_closed(&vault, None).await;
    drop(stage);
    // And the one that is there is opened by its folder.
    let stage = Stage::beside(folder.path(), None, "another home", told()).await;
    stage.leave("first-open").await;
    opens_and_is_closed(&vault, None).await;
    drop(stage);
    // What is no vault is not.
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).expect("it is made");
    fs::set_permissions(&empty, Permissions::from_mode(0o700)).expect("it is one's own");
    let stage = Stage::beside(folder.path(), None, "a third home", vec![("ZEGEL_E2E_FOLDER", text(&empty))]).await;
    stage.click("first-open").await;
    stage.find("first-problem").await;
}
