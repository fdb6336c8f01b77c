//! The program is ended from outside: by the system when it goes down, by a session or a terminal that is over.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::stage::{Stage, on, zegelctl};
use super::{ALONE, nothing_of_it_is_on_the_disk};

/// As soon as that it is over, also on a busy machine.
const SOON: Duration = Duration::from_secs(10);

/// Sends the program a signal, and waits until it is gone with all that it had started for documents.
async fn told_to_end(stage: &Stage, signal: &str) {
    let (vault, host) = (stage.vault(), stage.host());
    let workers = stage.below_host("zegel-viewer");
    let sent = Command::new("kill").args([signal, &host.to_string()]).status();
    assert!(sent.expect("kill runs").success());
    let runs = |process: &u32| fs::read(format!("/proc/{process}/cmdline")).is_ok_and(|line| !line.is_empty());
    let start = Instant::now();
    while on(&vault).is_some() || workers.iter().any(runs) {
        assert!(start.elapsed() < SOON, "{signal}: it goes on, or what it started does: {workers:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The warnings that an officer reads who has just come in. They are put away.
async fn warned(stage: &Stage) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('[data-testid=warnings] [data-code]')].map((one) => one.dataset.code);";
    let codes = serde_json::from_value(stage.run(script, &[]).await).expect("codes are text");
    stage.click("welcome-close").await;
    codes
}

/// How the window was when it was closed last, as this workstation remembers it.
fn remembers_its_size(stage: &Stage) -> bool {
    let remembered = fs::read_to_string(stage.folder().join("home/.config/zegel/window.toml"));
    remembered.is_ok_and(|text| text.contains("[window]"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_is_told_to_end_ends_as_if_its_window_were_closed() {
    let _alone = ALONE.lock().await;
    let first = Stage::set(|_, _| Vec::new()).await;
    first.come_in("muster").await;
    let before = warned(&first).await;
    first.click_at("[data-testid=\"document-row\"][data-id]").await;
    first.open_chosen("Nieuwsgierigheid").await;
    assert_eq!(first.below_host("zegel-viewer").len(), 1, "the open document has a worker");
    assert!(!remembers_its_size(&first), "it was never closed");

    told_to_end(&first, "-TERM").await;
    assert!(remembers_its_size(&first), "it was ended otherwise than by its window");
    nothing_of_it_is_on_the_disk(&first);

    // The next start finds everything in order, and the index as it was left.
    let vault = first.vault();
    let again = || Stage::beside(first.folder(), Some(&vault), "home", Vec::new());
    let second = again().await;
    second.come_in("muster").await;
    let after = warned(&second).await;
    assert!(after.iter().all(|code| before.contains(code)), "{after:?}, before it {before:?}");
    second.lock().await;

    // What an officer is writing is where he left it.
    second.unlock("fictief").await;
    second.click("nav-file").await;
    second.click("to-write").await;
    second.fill("write-text", "Begun before the lights went out.").await;
    let start = Instant::now();
    while second.text("write-kept").await.is_empty() {
        assert!(start.elapsed() < SOON, "it is not kept");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    told_to_end(&second, "-HUP").await;
    drop(second);
    let third = again().await;
    third.unlock("fictief").await;
    third.click("nav-file").await;
    third.click("to-write").await;
    let start = Instant::now();
    loop {
        let text = third.find("write-text").await.prop("value").await.expect("the field has a value");
        if text.as_deref() == Some("Begun before the lights went out.") {
            break;
        }
        assert!(start.elapsed() < SOON, "{text:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    told_to_end(&third, "-INT").await;
}

/// Files in which documents are sealed that are in no entry yet.
fn drafts(vault: &Path) -> Vec<(String, u64)> {
    let entries = fs::read_dir(vault.join("objects/tmp")).into_iter().flatten().flatten();
    let sized = entries
        .filter_map(|entry| Some((entry.file_name().to_string_lossy().into_owned(), entry.metadata().ok()?.len())));
    sized.filter(|(_, bytes)| *bytes > 64 << 10).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_filing_that_is_broken_off_by_a_signal_leaves_nothing_half_written() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, folder| {
        let path = folder.join("enregistrement.bin");
        // It takes a second to be sealed, and no room before that.
        fs::File::create(&path).and_then(|file| file.set_len(700 << 20)).expect("a file");
        vec![("ZEGEL_E2E_FILES", path.to_str().expect("the path is UTF-8").to_owned())]
    })
    .await;
    stage.unlock("modele").await;
    stage.pick_files().await;
    stage.choose("dossier", "ARDENNES-26").await;
    stage.click("level-restricted").await;
    stage.wait("[data-testid=\"file-submit\"]:not([aria-disabled])").await;
    stage.leave("file-submit").await;
    let (vault, start) = (stage.vault(), Instant::now());
    while drafts(&vault).is_empty() {
        assert!(start.elapsed() < 4 * SOON, "it does not begin to be sealed");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    told_to_end(&stage, "-TERM").await;
    assert_eq!(drafts(&vault), [], "half a document");
    let found: Value = serde_json::from_str(&zegelctl(&vault, "modele", &["doctor"])).expect("JSON");
    assert_eq!(found["findings"], serde_json::json!([]));
    assert!(!zegelctl(&vault, "modele", &["doc", "list", "--limit", "all"]).contains("enregistrement"));
}
