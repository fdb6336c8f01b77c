//! A window whose servers go away and come back.

use std::fs;
use std::path::Path;
use std::process::Command;

use fantoccini::key::Key;
use testkit::{Cut, Proxy, Servers};

use super::ALONE;
use super::stage::{Stage, exercise, program, zegelctl};

fn shared(arguments: &[&str]) {
    let done = Command::new(program("zegelctl")).args(arguments).output().expect("zegelctl runs");
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Opens the document that is chosen; gives the code of why not, if it is refused.
async fn opened(stage: &Stage, refused: bool) -> String {
    stage.click("detail-open").await;
    stage.fill("open-purpose", "to look").await;
    stage.click("open-submit").await;
    if refused {
        let problem = stage.find("open-problem").await.html(false).await.expect("it has a content");
        stage.press(&[char::from(Key::Escape)]).await;
        stage.gone("open-submit").await;
        return problem;
    }
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    String::new()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_window_says_since_when_a_server_is_away_refuses_and_goes_on_when_it_is_back() {
    let _alone = ALONE.lock().await;
    let servers = Servers::running();
    let place = servers.place();
    let folder = tempfile::tempdir().expect("a folder for the journey");
    let vault = folder.path().join("vault");
    exercise(&vault);
    let note = folder.path().join("note.txt");
    fs::write(&note, "a note").expect("it is written");
    let id = super::stage::filed(&vault, "fictief", &note, "SECRET", "Note of the journey");
    let (path, owner, officer) = (text(&vault), text(&place.owner), text(&place.officer));
    let database = servers.database(&place, servers.database_port);
    let bucket = servers.objects(&place, servers.objects_port);
    let at = ["--database", &database, "--objects", &bucket, "--secrets", &owner];
    shared(&[&["--vault", &path, "shared", "publish"], &at[..]].concat());
    let log = Proxy::new(servers.database_port, 31).expect("a port");
    let objects = Proxy::new(servers.objects_port, 32).expect("a port");
    let (database, bucket) = (servers.database(&place, log.port()), servers.objects(&place, objects.port()));
    let at = ["--database", &database, "--objects", &bucket, "--secrets", &officer];
    shared(&[&["shared", "join", &path], &at[..]].concat());

    let stage = Stage::beside(folder.path(), Some(&vault), "home", Vec::new()).await;
    stage.at_document("fictief", &id).await;
    // The log: it is said since when, and what must be recorded is refused.
    log.set(Cut::AtOnce);
    servers.terminate(&place.name);
    let since = stage.text("offline-since").await;
    assert!(since.contains("depuis"), "{since}");
    let refused = opened(&stage, true).await;
    assert!(refused.contains("offline"), "{refused}");
    log.set(Cut::Never);
    stage.gone("offline-since").await;
    // The bucket.
    objects.sever(true);
    let refused = opened(&stage, true).await;
    assert!(refused.contains("offline"), "{refused}");
    stage.find("objects-offline-since").await;
    objects.sever(false);
    stage.gone("objects-offline-since").await;
    opened(&stage, false).await;
    // One that begins without the server goes on when it is back, and nobody unlocks again.
    drop(stage);
    log.set(Cut::AtOnce);
    servers.terminate(&place.name);
    let stage = Stage::beside(folder.path(), Some(&vault), "home", Vec::new()).await;
    stage.at_document("fictief", &id).await;
    stage.find("offline-since").await;
    log.set(Cut::Never);
    stage.gone("offline-since").await;
    opened(&stage, false).await;
    drop(stage);
    let verified = zegelctl(&vault, "exemple", &["ledger", "verify"]);
    assert!(verified.contains("entries"), "{verified}");
}

fn text(path: &Path) -> String {
    path.to_str().expect("the path is UTF-8").to_owned()
}
