//! What waits for the yes of another: one queue.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use serde_json::Value;
use vault::{NewVault, OfficerId, PUBLIC_PASSPHRASE, Passphrase, Regime, Vault, WorkFactor};

use super::ALONE;
use super::stage::{Look, Stage, program, zegelctl};

/// Runs zegelctl with a passphrase of its own choice.
fn run(vault: &Path, officer: &str, passphrase: &Path, arguments: &[&str]) {
    let done = Command::new(program("zegelctl"))
        .env("XDG_STATE_HOME", vault.with_extension("state"))
        .envs([testkit::LITTLE_WORK])
        .arg("--vault")
        .arg(vault)
        .args(["--as", officer, "--json", "--passphrase-file"])
        .arg(passphrase)
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "zegelctl {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn secret(path: &Path, text: &str) {
    std::fs::write(path, format!("{text}\n")).expect("the file is written");
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("its mode is changed");
}

/// A vault under the full rules with two security officers and a reader, and a clearance that the first asked for.
fn under_full_rules(vault: &Path, folder: &Path) {
    std::fs::remove_dir_all(vault).expect("the folder is removed");
    let (lasting, first) = (folder.join("lasting"), folder.join("first"));
    secret(&lasting, PUBLIC_PASSPHRASE);
    secret(&first, "known to two people alone");
    let new = NewVault {
        name: "Registre de l’exercice".to_owned(),
        officer: OfficerId::parse("voorbeeld").expect("of the form of an id"),
        full_name: "Vera Voorbeeld".to_owned(),
        nationality: "BEL".to_owned(),
        regime: Regime::Full,
        work_factor: WorkFactor::EXERCISE,
    };
    let passphrase = Passphrase::new(PUBLIC_PASSPHRASE.to_owned());
    Vault::init(vault, new, &passphrase, Arc::new(chrono::Utc::now)).expect("the vault is made");
    for (id, name, role) in [("tweede", "Tom Tweede", "security-officer"), ("muster", "Max Muster", "reader")] {
        let add = ["officer", "add", id, "--full-name", name, "--nationality", "BEL", "--role", role];
        run(
            vault,
            "voorbeeld",
            &lasting,
            &[&add[..], &["--initial-passphrase-file", first.to_str().expect("the path is UTF-8")]].concat(),
        );
        run(vault, id, &first, &["identity", "renew", "--new-passphrase-file", lasting.to_str().expect("UTF-8")]);
    }
    let dossier = ["dossier", "create", "ARDENNES-26", "--title", "Ardennes", "--lead", "muster"];
    zegelctl(vault, "voorbeeld", &dossier);
    let brief = ["briefing", "record", "muster", "--policy", "BEL", "--level", "SECRET", "--date", "2026-01-10"];
    zegelctl(vault, "voorbeeld", &brief);
    let path = folder.join("repli.txt");
    std::fs::write(&path, "Repli par le nord.\n").expect("the file is written");
    let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--level", "SECRET"];
    zegelctl(vault, "muster", &[&file[..], &["--policy", "BEL", "--title", "Repli"]].concat());
    let grant = ["clearance", "grant", "muster", "--policy", "BEL", "--level", "SECRET", "--from", "2026-01-01"];
    let rest = ["--until", "2030-12-31", "--certificate", "C-12/2026", "--authority", "ANS/NVO"];
    let asked: Value =
        serde_json::from_str(&zegelctl(vault, "voorbeeld", &[&grant[..], &rest[..]].concat())).expect("it is JSON");
    assert_eq!(asked["waiting"], true, "{asked}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clearance_that_takes_two_waits_in_the_queue_and_is_granted_by_another() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        under_full_rules(vault, folder);
        Vec::new()
    })
    .await;
    stage.language("fr").await;
    stage.unlock("voorbeeld").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-mine=\"false\"]").await;
    assert!(stage.attributes("assent-give", "data-testid").await.is_empty(), "one's own waits for another");
    stage.find("assent-withdraw").await;
    assert!(stage.attributes("waits-assents", "data-n").await.is_empty(), "nothing waits for who asked");
    stage.lock().await;

    stage.unlock("tweede").await;
    stage.wait("[data-testid=\"waits-assents\"][data-n=\"1\"]").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"clearance\"][data-mine=\"true\"]").await;
    let told = stage.text("assents-screen").await;
    for said in ["Max Muster", "voorbeeld", "C-12/2026", "ANS/NVO", "SECRET"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(stage.text("assent-opens").await.contains('1'), "{told}");
    stage.pictures("47-assents-fr", &[Look::Dark, Look::Small]).await;
    stage.speak("nl").await;
    stage.pictures("47-assents-nl", &[Look::Dark]).await;
    stage.click("assent-give").await;
    let change = stage.text_at("[data-testid=\"assent-dialog\"] [data-testid=\"assent-change\"]").await;
    for said in ["SECRET", "C-12/2026", "ANS/NVO"] {
        assert!(change.contains(said), "before the yes, what would be so with it: {said}: {change}");
    }
    let opens = stage.text_at("[data-testid=\"assent-dialog\"] [data-testid=\"assent-opens\"]").await;
    assert!(opens.contains('1'), "how many more he could open: {opens}");
    stage.picture("48-assent-give-nl").await;
    stage.click("assent-submit").await;
    stage.gone("assent-dialog").await;
    stage.gone("assent").await;
    stage.gone("waits-assents").await;
    let held = zegelctl(&stage.vault(), "tweede", &["clearance", "list"]);
    assert!(held.contains("C-12/2026"), "{held}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_release_waits_in_the_same_queue_and_is_refused_there_with_a_reason() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        let path = folder.join("repli.txt");
        std::fs::write(&path, "Repli par le nord.\n").expect("the file is written");
        let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--level", "SECRET"];
        let filed = zegelctl(vault, "fictief", &[&file[..], &["--rel", "BEL,NLD", "--title", "Repli"]].concat());
        let filed: Value = serde_json::from_str(&filed).expect("it is JSON");
        let ask =
            ["release", "request", "--partner", "voorbeelddienst", "--doc", filed["id"].as_str().expect("a text")];
        zegelctl(vault, "fictief", &[&ask[..], &["--purpose", "Échange convenu"]].concat());
        Vec::new()
    })
    .await;
    stage.language("de").await;
    stage.unlock("proef").await;
    stage.click("nav-assents").await;
    stage.wait("[data-testid=\"assent\"][data-kind=\"release\"][data-mine=\"true\"]").await;
    let told = stage.text("assents-screen").await;
    assert!(told.contains("Échange convenu") && told.contains("voorbeelddienst"), "{told}");
    stage.picture("49-assents-release-de").await;
    stage.click("assent-refuse").await;
    stage.fill("reason-why", "Nicht vereinbart").await;
    stage.click("reason-submit").await;
    stage.gone("assent").await;
    let listed = zegelctl(&stage.vault(), "fictief", &["release", "list"]);
    assert!(listed.contains("Nicht vereinbart") && listed.contains("refused"), "{listed}");
}
