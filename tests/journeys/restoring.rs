//! A backup restored at the window that opens without a vault.

use std::fs;
use std::process::Command;

use super::ALONE;
use super::sharing::opens_and_is_closed;
use super::stage::{Look, Stage, program, zegelctl};

/// The vault went on after its backup: what would be lost is said, and restored it is only when a person says so too. The one that
/// was there is kept.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_restored_in_the_place_of_a_vault_that_went_on_and_only_when_one_says_so() {
    let _alone = ALONE.lock().await;
    let folder = tempfile::tempdir().expect("a folder for the journey");
    let (vault, backup) = (folder.path().join("vault"), folder.path().join("backup"));
    let made = Command::new(program("zegelctl")).arg("demo").arg(&vault).output().expect("zegelctl runs");
    assert!(made.status.success());
    zegelctl(&vault, "modele", &["backup", backup.to_str().expect("UTF-8")]);
    let entries = |vault| -> u64 {
        let verified: serde_json::Value =
            serde_json::from_str(&zegelctl(vault, "modele", &["ledger", "verify"])).expect("JSON");
        verified["entries"].as_u64().expect("a number")
    };
    let before = entries(&vault);
    zegelctl(&vault, "modele", &["doc", "list"]);
    let since = entries(&vault);
    assert!(since > before);

    let picks = std::env::join_paths([&backup, &vault]).expect("no colon in a path");
    let told = vec![("ZEGEL_E2E_FOLDER", picks.into_string().expect("UTF-8"))];
    let stage = Stage::beside(folder.path(), None, "home", told).await;
    stage.click("first-restore").await;
    stage.click("restore-from").await;
    assert_eq!(stage.text("restore-from-name").await, "backup");
    stage.click("restore-to").await;
    assert_eq!(stage.text("restore-to-name").await, "vault");
    stage.click("restore-submit").await;
    stage.find("restore-problem").await;
    stage.find("restore-anyway").await;
    assert_eq!(entries(&vault), since, "nothing was touched");
    stage.pictures("restore", &[Look::Dark, Look::Small]).await;
    stage.wait("[data-testid=\"restore-submit\"][aria-disabled=\"true\"]").await;
    stage.click("restore-anyway").await;
    stage.click("restore-submit").await;
    stage.find("restored").await;
    let kept = stage.text("restored-kept").await;
    assert_eq!(entries(&vault), before);
    let aside = fs::read_dir(folder.path()).expect("it is there").flatten();
    let mut aside = aside.filter(|entry| entry.file_name().to_string_lossy().starts_with("vault.before-"));
    let aside = aside.next().expect("the one that was there is kept").path();
    assert!(kept.contains(aside.file_name().and_then(|name| name.to_str()).expect("UTF-8")), "{kept}");
    assert_eq!(entries(&aside), since);
    stage.picture("restored").await;
    stage.leave("restore-submit").await;
    opens_and_is_closed(&vault, None).await;
}
