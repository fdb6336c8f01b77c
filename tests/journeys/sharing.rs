//! A vault of several workstations, at the window: published, joined, worked in from two windows; and no network where none is needed.

use std::fs::{self, Permissions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use testkit::{Place, Servers};

use super::ALONE;
use super::papers::a_pdf;
use super::stage::{Ended, Look, Stage, exercise, on, program, zegelctl};

/// How often it is tried how soon the other sees it.
const TIMES: usize = 9;

fn text(path: &Path) -> String {
    path.to_str().expect("the path is UTF-8").to_owned()
}

/// Types where the servers are, and picks the file of secrets that the program was told.
async fn servers(stage: &Stage, servers: &Servers, place: &Place) {
    stage.fill("servers-database", &servers.database(place, servers.database_port)).await;
    stage.fill("servers-objects", &servers.objects(place, servers.objects_port)).await;
    stage.click("servers-secrets").await;
    stage.find("servers-secrets-name").await;
}

/// The next window opens on a folder; it is closed, and what held it is gone.
pub async fn opens_and_is_closed(vault: &Path, before: Option<u32>) {
    let start = Instant::now();
    let next = loop {
        match on(vault) {
            Some(next) if Some(next) != before => break next,
            Some(_) | None => {
                assert!(start.elapsed() < Duration::from_secs(40), "no window opens on {}", vault.display())
            }
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    // It comes as far as its lock, and stays.
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(on(vault), Some(next), "it stays open");
    assert!(Command::new("kill").arg(next.to_string()).status().expect("kill runs").success());
    while on(vault).is_some() {
        assert!(start.elapsed() < Duration::from_secs(60), "it ends");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A session of zegelctl that goes on: each line a command, each answer a line.
struct Batch {
    process: Ended,
    answers: BufReader<std::process::ChildStdout>,
}

impl Batch {
    fn new(vault: &Path, officer: &str) -> Self {
        let passphrase = vault.with_extension("passphrase");
        let mut process = Command::new(program("zegelctl"))
            .env("XDG_STATE_HOME", vault.with_extension("state"))
            .envs([testkit::LITTLE_WORK])
            .arg("--vault")
            .arg(vault)
            .args(["--as", officer, "--json", "--passphrase-file"])
            .arg(&passphrase)
            .args(["batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("zegelctl runs");
        let answers = BufReader::new(process.stdout.take().expect("it is piped"));
        Self { process: Ended(process), answers }
    }

    fn say(&mut self, line: &str) -> Value {
        let input = self.process.0.stdin.as_mut().expect("it is piped");
        writeln!(input, "{line}").expect("it reads");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("it answers");
        serde_json::from_str(&answer).expect("it is JSON")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_vault_is_published_and_joined_at_the_window_and_what_one_files_the_other_sees() {
    let _alone = ALONE.lock().await;
    let running = Servers::running();
    let place = running.place();
    let owner = text(&place.owner);
    // A security officer publishes it.
    let first = Stage::set(|_, _| vec![("ZEGEL_E2E_FILE", owner)]).await;
    let folder = first.folder().to_owned();
    let one = first.vault();
    let before = first.host();
    first.unlock("exemple").await;
    first.at_system().await;
    first.click("publish-open").await;
    servers(&first, running, &place).await;
    first.click("publish-submit").await;
    first.find("publish-done").await;
    first.leave("publish-submit").await;
    opens_and_is_closed(&one, Some(before)).await;

    // Another workstation joins, at the window that opens on no vault.
    let two = folder.join("second");
    let told = vec![("ZEGEL_E2E_FILE", text(&place.officer)), ("ZEGEL_E2E_FOLDER", text(&two))];
    let joining = Stage::beside(&folder, None, "home of the second", told).await;
    joining.click("first-join").await;
    servers(&joining, running, &place).await;
    joining.click("join-submit").await;
    joining.find("join-done").await;
    joining.leave("join-submit").await;
    opens_and_is_closed(&two, None).await;
    drop(joining);
    for officer in ["modele", "fictief"] {
        let identity = format!("identities/{officer}.age");
        fs::copy(one.join(&identity), two.join(&identity)).expect("as a person carries it on a medium");
    }

    // Two windows at two workstations; a third program files.
    let here = Stage::beside(&folder, Some(&one), "home", Vec::new()).await;
    let there = Stage::beside(&folder, Some(&two), "home of the second", Vec::new()).await;
    here.unlock("fictief").await;
    there.enter_as("modele", "exercise").await;
    there.click("unlock-without-memory").await;
    there.fill("unlock-passphrase", "exercise").await;
    there.click("unlock-submit").await;
    there.find("frame").await;
    for window in [&here, &there] {
        window.wait("[data-testid=\"document-row\"][data-id]").await;
    }
    let note = folder.join("note.txt");
    fs::write(&note, "a note for both").expect("it is written");
    let passphrase = one.with_extension("passphrase");
    fs::write(&passphrase, "exercise\n").expect("it is written");
    fs::set_permissions(&passphrase, Permissions::from_mode(0o600)).expect("it is one's own");
    let mut batch = Batch::new(&one, "fictief");
    let mut took = Vec::new();
    for n in 0..TIMES {
        let filed = batch
            .say(&format!("doc file '{}' --dossier ARDENNES-26 --title 'Quokka {n}' --level SECRET", note.display()));
        let begun = Instant::now();
        let id = filed["id"].as_str().unwrap_or_else(|| panic!("{filed}"));
        let row = format!("[data-testid=\"document-row\"][data-id=\"{id}\"]");
        there.wait(&row).await;
        took.push(begun.elapsed());
        here.wait(&row).await;
    }
    took.sort();
    let median = took[TIMES / 2];
    eprintln!("from one officer's filing to the other's list: median {median:?}, {took:?}");
    assert!(median < Duration::from_secs(1), "{took:?}");
    // And nothing that he may not see.
    let high = batch
        .say(&format!("doc file '{}' --dossier ARDENNES-26 --title Quokkahoog --level 'TRES SECRET'", note.display()));
    let id = high["id"].as_str().unwrap_or_else(|| panic!("{high}"));
    here.wait(&format!("[data-testid=\"document-row\"][data-id=\"{id}\"]")).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(!there.attributes("document-row", "data-id").await.contains(&id.to_owned()));
    keeps_a_dossier(&there, &two).await;
}

/// What he may read of a dossier comes onto his workstation when he ticks that, and the window says how much of it is there.
async fn keeps_a_dossier(window: &Stage, vault: &Path) {
    window.click("nav-dossiers").await;
    window.click_at("[data-testid=\"dossier-row\"][data-id=\"ARDENNES-26\"]").await;
    window.wait("[data-testid=\"dossier-keep\"][aria-checked=\"false\"]").await;
    window.click("dossier-keep").await;
    window.wait("[data-testid=\"dossier-keep\"][aria-checked=\"true\"]").await;
    let start = Instant::now();
    let objects = loop {
        let said: Value = serde_json::from_str(&zegelctl(vault, "modele", &["dossier", "kept"])).expect("it is JSON");
        let dossier = &said["kept"][0];
        let number = |name: &str| dossier[name].as_u64().unwrap_or_else(|| panic!("{said}"));
        if number("here") == number("objects") {
            break number("objects");
        }
        assert!(start.elapsed() < Duration::from_secs(40), "{said}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    assert!(objects >= TIMES as u64, "{objects}: what was filed just now at least");
    window.gone("fetching").await;
    window.gone("fetched-not-all").await;
    window.pictures("dossier-kept-fr", &[Look::Dark, Look::Small]).await;
    window.at_system().await;
    let told = window.text("copies-now").await;
    // What was read of others lies there, too.
    let copies = told.split(|one: char| !one.is_ascii_digit()).find_map(|number| number.parse::<u64>().ok());
    assert!(copies.is_some_and(|copies| copies >= objects), "{told}: {objects}");
    window.pictures("copies-here-fr", &[Look::Dark, Look::Small]).await;
    window.click("copies-remove").await;
    window.gone("copies-problem").await;
}

/// What the window starts inherits what the kernel holds the window to.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_a_window_on_a_folder_starts_opens_a_connection() {
    let _alone = ALONE.lock().await;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("it is bound").port();
    let folder = tempfile::tempdir().expect("a folder for the journey");
    let vault = folder.path().join("vault");
    exercise(&vault);
    // In the place of the program that draws pages lies one that tries to connect.
    let programs = folder.path().join("programs");
    fs::create_dir(&programs).expect("it is made");
    let zegel = programs.join("zegel");
    fs::hard_link(env!("CARGO_BIN_EXE_zegel"), &zegel)
        .or_else(|_| fs::copy(env!("CARGO_BIN_EXE_zegel"), &zegel).map(drop))
        .expect("it is linked");
    let said = folder.path().join("said");
    let viewer = programs.join("zegel-viewer");
    let script = format!(
        "#!/bin/bash\nif (exec 3<>/dev/tcp/127.0.0.1/{port}) 2>/dev/null; then echo open; else echo shut; fi >'{}'\n",
        said.display()
    );
    fs::write(&viewer, script).expect("it is written");
    fs::set_permissions(&viewer, Permissions::from_mode(0o755)).expect("it is one's own");
    let says = || -> Option<String> {
        let text = fs::read_to_string(&said).ok()?;
        text.ends_with('\n').then(|| text.trim().to_owned())
    };
    assert!(Command::new(&viewer).status().expect("it runs").success());
    assert_eq!(says().as_deref(), Some("open"), "from here it can");
    fs::remove_file(&said).expect("it is there");
    let pdf: PathBuf = a_pdf(&vault, folder.path());
    let stage = Stage::of(&zegel, folder.path(), &vault, vec![("ZEGEL_E2E_FILES", text(&pdf))]).await;
    stage.unlock("modele").await;
    stage.click("nav-file").await;
    stage.click("pick").await;
    let start = Instant::now();
    let answer = loop {
        if let Some(answer) = says() {
            break answer;
        }
        assert!(start.elapsed() < Duration::from_secs(40), "the program that draws pages was started");
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    assert_eq!(answer, "shut");
}
