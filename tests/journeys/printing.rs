//! Printing, in the window: a security officer lists a printer, a reader prints, and what came to the printer is looked at.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::ALONE;
use super::stage::{Look, SMALLEST, Stage, USUAL, filed, zegelctl};

/// Does as `lp` does, and keeps what it is given.
const LP: &str = r#"#!/bin/sh
home=$(dirname "$0"); n=$(ls "$home" | grep -c '^job-'); cat > "$home/job-$n.pdf"; echo "$*" >> "$home/called"
"#;

fn job(folder: &Path, n: u32) -> Option<Vec<u8>> {
    std::fs::read(folder.join(format!("job-{n}.pdf"))).ok()
}

fn count(pdf: &[u8], word: &str) -> usize {
    pdf.windows(word.len()).filter(|window| *window == word.as_bytes()).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_prints_numbered_copies_on_a_printer_of_the_list() {
    let _alone = ALONE.lock().await;
    let (mut paper, mut ids) = (PathBuf::new(), Vec::new());
    let stage = Stage::set(|vault, folder| {
        paper = folder.join("paper");
        std::fs::create_dir(&paper).expect("a folder of the journey");
        let lp = paper.join("lp");
        std::fs::write(&lp, LP).expect("it is written");
        std::fs::set_permissions(&lp, std::fs::Permissions::from_mode(0o700)).expect("it is one's own");
        let text = folder.join("note.txt");
        std::fs::write(&text, "line\n".repeat(150)).expect("it is written");
        ids = ["RESTREINT", "SECRET"].map(|level| filed(vault, "fictief", &text, level, "Note to print")).to_vec();
        vec![("ZEGEL_TEST_LP", lp.display().to_string())]
    })
    .await;
    let [low, high] = &ids[..] else { panic!("two were filed") };
    stage.language("en").await;
    stage.unlock("voorbeeld").await;
    // By its name, from anywhere: it is brought into view, below the other parts of the screen.
    stage.sized(SMALLEST).await;
    stage.press(&['\u{e009}', 'k', '\u{e000}']).await;
    stage.fill("palette-input", "printers").await;
    stage.click("palette-printers").await;
    stage.find("printers-none").await;
    let seen = "const at = document.querySelector('[data-testid=printers]').getBoundingClientRect(); \
        return at.top >= 0 && at.top < innerHeight;";
    stage.until(seen, &json!(true), "the printers are in view").await;
    stage.sized(USUAL).await;
    stage.click("printer-add").await;
    stage.fill("printer-name", "CORRIDOR-1").await;
    stage.choose("printer-ceiling", "restricted").await;
    stage.fill("printer-why", "On the corridor of the second floor").await;
    stage.click("printer-submit").await;
    stage.gone("printer-dialog").await;
    stage.wait("[data-testid=\"printer\"][data-name=\"CORRIDOR-1\"]").await;
    stage.pictures("printers-en", &[Look::Dark, Look::Small]).await;
    stage.lock().await;

    stage.unlock("fictief").await;
    // What is SECRET does not come out on the corridor.
    open(&stage, high).await;
    ask(&stage, "1", "1").await;
    stage.click("print-submit").await;
    stage.find("print-problem").await;
    stage.press(&['\u{e00c}']).await;
    stage.gone("print-dialog").await;
    assert_eq!(job(&paper, 0), None, "nothing came to the printer");
    stage.click("viewer-close").await;

    open(&stage, low).await;
    ask(&stage, "2", "2").await;
    stage.pictures("print-en", &[Look::Dark, Look::Small]).await;
    stage.click("print-submit").await;
    stage.gone("print-dialog").await;
    let jobs = [0, 1].map(|n| job(&paper, n).expect("each copy is a job"));
    for job in &jobs {
        assert!(job.starts_with(b"%PDF-"));
        assert_eq!(count(job, "/Subtype /Image"), 1, "the page that was asked for");
    }
    assert_ne!(jobs[0], jobs[1], "each bears its own number");
    assert_eq!(job(&paper, 2), None);
    let called = std::fs::read_to_string(paper.join("called")).expect("it was called");
    assert_eq!(called.lines().collect::<Vec<_>>(), ["-d CORRIDOR-1 -t zegel -"; 2]);
    // Its readers see which copies there are.
    stage.click("viewer-close").await;
    stage.click("nav-documents").await;
    stage.click_row(low).await;
    let copies = stage.text("history-copies").await;
    assert!(copies.contains("1-2") && copies.contains("CORRIDOR-1"), "{copies}");
    stage.picture("printed-copies-en").await;
    stage.lock().await;
    let log = zegelctl(&stage.vault(), "exemple", &["ledger", "show", "--action", "print"]);
    let log: Value = serde_json::from_str(&log).expect("it is JSON");
    let entries = log["entries"].as_array().expect("a list");
    assert_eq!((entries.len(), &entries[0]["detail"]["copies"]), (1, &Value::from("1-2")), "{log}");
    assert_eq!(entries[0]["detail"]["pages"], "2");
}

async fn open(stage: &Stage, id: &str) {
    stage.click("nav-documents").await;
    stage.click_row(id).await;
    stage.open_chosen("briefing").await;
}

async fn ask(stage: &Stage, page: &str, copies: &str) {
    stage.click("viewer-print").await;
    stage.choose("print-printer", "CORRIDOR-1").await;
    stage.fill("print-first", page).await;
    stage.fill("print-last", page).await;
    stage.fill("print-copies", copies).await;
    stage.fill("print-purpose", "for the briefing").await;
}
