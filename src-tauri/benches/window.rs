//! What the window costs while nobody does anything, what memory a long document takes, and how long it takes until something can be
//! done: the figures of
//! `docs/PERFORMANCE.md`. A measurement, not a test: nothing fails by being slow. It measures the program that it was built with,
//! in a real window: Xvfb, WebKitWebDriver and xdotool are needed.
//!
//! ```sh
//! cargo build --release --workspace --features e2e
//! cargo bench --features e2e --bench window            # or one of: -- rest, -- memory, -- start
//! ```
#![allow(clippy::indexing_slicing, clippy::panic, clippy::print_stdout)]

#[path = "../../tests/journeys/papers.rs"]
#[allow(dead_code, reason = "journeys file more than is measured")]
mod papers;
#[path = "../../tests/journeys/stage/mod.rs"]
#[allow(dead_code, unused_imports, reason = "journeys do more in a window than is measured")]
mod stage;

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use papers::{a_long_document, opens_the_long_document};
use stage::{AtRest, Ended, REST, Stage, cost_of_waking, filed, program};

fn main() {
    // Cargo adds words of its own.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let wanted = |what: &str| asked.is_empty() || asked.iter().any(|word| word == what);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("threads can be made");
    if wanted("rest") {
        runtime.block_on(rest());
    }
    if wanted("memory") {
        runtime.block_on(memory());
    }
    drop(runtime);
    if wanted("start") {
        start();
    }
}

/// Percent of one core that the program and all that it started take on each screen.
async fn rest() {
    let stage = Stage::set(|vault, folder| {
        a_long_document(vault, folder);
        let many = folder.join("many");
        std::fs::create_dir(&many).expect("a folder for the files");
        for number in 0..500 {
            let file = many.join(format!("Ordre {number:03}.txt"));
            std::fs::write(file, format!("Convoi {number}.\n")).expect("a file is written");
        }
        vec![("ZEGEL_E2E_FILES", many.to_str().expect("its name is text").to_owned())]
    })
    .await;
    let during = Duration::from_secs(10);
    println!("after a second of rest, a little work takes {:.0} times as long as at once", cost_of_waking());
    println!("| at rest | of one core (aim: {REST} %) | wakes a second |\n| --- | --- | --- |");
    let say = |screen: &str, rests: AtRest| println!("| {screen} | {:.1} % | {:.0} |", rests.percent, rests.wakes);
    stage.find("unlock-passphrase").await;
    say("unlock", stage.at_rest(during).await);
    stage.unlock("fictief").await;
    say("documents", stage.at_rest(during).await);
    // Every screen of the menu, and every part of it that is behind a tab: read from the page, so that none is forgotten.
    for screen in called(&stage, "[data-testid^='nav-']").await {
        if screen == "nav-documents" {
            continue;
        }
        stage.click(&screen).await;
        let name = screen.trim_start_matches("nav-");
        say(name, stage.at_rest(during).await);
        for tab in called(&stage, "main [role='tab'][aria-selected='false']").await {
            stage.click(&tab).await;
            say(&format!("{name}, {}", tab.rsplit('-').next().unwrap_or_default()), stage.at_rest(during).await);
        }
    }
    stage.pick_files().await;
    say("filing, a table of 500 files", stage.at_rest(during).await);
    // Writing is offered where nothing is chosen yet.
    stage.click("file-clear").await;
    stage.click("to-write").await;
    stage.fill("write-text", "# Minutes\n\nOpened at ten.\n").await;
    stage.wait("[data-testid='write-preview'][data-pages='1'] img").await;
    say("writing, with its page next to it", stage.at_rest(during).await);
    stage.click("nav-documents").await;
    opens_the_long_document(&stage).await;
    say("a document of many pages", stage.at_rest(during).await);
    stage.press(&['\u{e009}', 'f', '\u{e000}']).await;
    stage.find("find-input").await;
    say("a document, looked through", stage.at_rest(during).await);
    stage.press(&['\u{e00c}']).await;
    stage.gone("find-bar").await;
    stage.press(&['\u{e00c}']).await;
    stage.find("documents").await;
    stage.lock().await;
    say("locked again", stage.at_rest(during).await);
    let first = Stage::beside(stage.folder(), None, "home of the first window", Vec::new()).await;
    first.find("first-join").await;
    say("the first window, without a vault", first.at_rest(during).await);
}

/// MiB that each program has, and the most that it had, with a document of many pages: before it is opened, at its first page, and
/// when one has looked at pages all over it.
async fn memory() {
    const PAGES: usize = 5_000;
    const TITLE: &str = "Relevé des positions";
    let stage = Stage::set(|vault, folder| {
        let path = folder.join("positions.pdf");
        std::fs::write(&path, of_pages(PAGES)).expect("the file is written");
        filed(vault, "fictief", &path, "RESTREINT", TITLE);
        Vec::new()
    })
    .await;
    stage.unlock("fictief").await;
    println!(
        "| {PAGES} pages, MiB (most) | the program | the process of the page | the worker |\n| --- | --- | --- | --- |"
    );
    let say = |when: &str| {
        let of = |processes: &[u32]| {
            let sum = |name| processes.iter().map(|process| mib(*process, name)).sum::<u64>();
            if processes.is_empty() { "–".to_owned() } else { format!("{} ({})", sum("VmRSS:"), sum("VmHWM:")) }
        };
        let below = |name| of(&stage.below_host(name));
        let (page, worker) = (below("WebKitWebProces"), below("zegel-viewer"));
        println!("| {when} | {} | {page} | {worker} |", of(&[stage.host()]));
    };
    say("the register");
    stage.fill("documents-search", "positions").await;
    stage.take("document-row", TITLE).await;
    stage.click("detail-open").await;
    stage.fill("open-purpose", "Lecture").await;
    stage.click("open-submit").await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
    say("its first page");
    for page in [PAGES / 4, PAGES / 2, PAGES * 3 / 4, PAGES] {
        stage.fill("viewer-page", &page.to_string()).await;
        stage.press(&['\u{e007}']).await;
        stage.wait(&format!("[data-testid=\"page\"][data-page=\"{page}\"][data-loaded=\"true\"]")).await;
    }
    say("its last page, by way of three others");
}

/// What the kernel says of the memory of a process, in MiB.
fn mib(process: u32, name: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|kib| kib.parse::<u64>().ok()).unwrap_or_default() / 1024
}

/// A PDF of so many pages, each with forty lines.
fn of_pages(pages: usize) -> Vec<u8> {
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    for page in 0..pages {
        let lines: String =
            (1..=40).map(|line| format!("(Position {line} of {page}, as it was reported) Tj T*\n")).collect();
        let content = format!("BT /F 11 Tf 18 TL 60 780 Td\n{lines}ET");
        let contents = objects.len() + 2;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R /Resources << /Font << /F 3 0 R >> >> >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let (mut pdf, mut table) = ("%PDF-1.7\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (at, count) = (pdf.len(), objects.len() + 1);
    pdf.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"
    ));
    pdf.into_bytes()
}

/// What those that are found are called for tests.
async fn called(stage: &Stage, css: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((found) => found.dataset.testid ?? '');";
    let found: Vec<String> =
        serde_json::from_value(stage.run(script, &[css.into()]).await).expect("what they are called is text");
    assert!(found.iter().all(|name| !name.is_empty()), "what is clicked on has a name: {found:?}");
    found
}

/// From the start of the program to the unlock screen, and from Enter to the list: the middle of nine, and the shortest.
fn start() {
    let ways: [(&str, &[(&str, &str)]); 4] = [
        ("as it comes", &[]),
        (ORDINARY, &[]),
        ("WEBKIT_DISABLE_DMABUF_RENDERER=1", &[("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]),
        ("WEBKIT_DISABLE_COMPOSITING_MODE=0", &[("WEBKIT_DISABLE_COMPOSITING_MODE", "0")]),
    ];
    let mut found: Vec<(&str, Vec<Duration>, Vec<Duration>)> =
        ways.iter().map(|(way, _)| (*way, vec![], vec![])).collect();
    // In turn, so that a slow moment of the machine is nobody's alone.
    for _ in 0..9 {
        for ((way, drawing), (_, starts, ways_in)) in ways.iter().zip(&mut found) {
            let passphrase = if *way == ORDINARY { "vier woorden zonder verband" } else { "exercise" };
            let (mut seen, start) = Seen::start(drawing, passphrase);
            starts.push(seen.settled(start));
            seen.hand(&["mousemove", "640", "420", "type", "modele"]);
            seen.hand(&["key", "Return"]);
            seen.hand(&["type", passphrase]);
            std::thread::sleep(Duration::from_millis(300));
            let enter = Instant::now();
            seen.hand(&["key", "Return"]);
            ways_in.push(seen.settled(enter));
        }
    }
    println!("| | to the unlock screen | from Enter to the list |\n| --- | --- | --- |");
    for (way, mut starts, mut ways_in) in found {
        starts.sort();
        ways_in.sort();
        let said = |all: &[Duration]| format!("{} ({})", all[all.len() / 2].as_millis(), all[0].as_millis());
        println!("| {way} | {} ms | {} ms |", said(&starts), said(&ways_in));
    }
}

/// With a passphrase whose scrypt costs what it costs in service: that of the exercise is cheap.
const ORDINARY: &str = "as it comes, with an ordinary passphrase";

/// A program that was started on a screen of memory, as a person starts it: no driver.
struct Seen {
    program: Child,
    frames: File,
    number: u32,
    _display: Ended,
    _folder: tempfile::TempDir,
}

impl Seen {
    /// Starts the program on a new exercise vault. `drawing`: what is in its environment besides. `passphrase`: that of modele.
    fn start(drawing: &[(&str, &str)], passphrase: &str) -> (Self, Instant) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let vault = folder.path().join("exercise");
        assert!(Command::new(program("zegelctl")).arg("demo").arg(&vault).output().expect("it runs").status.success());
        if passphrase != "exercise" {
            changes_passphrase(&vault, folder.path(), passphrase);
        }
        let mut display = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x840x24", "-nolisten", "tcp", "-dpi", "96", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut number = String::new();
        BufReader::new(display.stdout.take().expect("it is piped")).read_line(&mut number).expect("a line comes");
        let number = number.trim().parse().expect("it is a number");
        let frames = File::open(folder.path().join("Xvfb_screen0")).expect("the file opens");
        let start = Instant::now();
        let program = Command::new(program("zegel"))
            .arg(&vault)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .envs([("DISPLAY", format!(":{number}")), ("LANG", "C.UTF-8".to_owned())])
            .envs([("HOME", folder.path()), ("XDG_RUNTIME_DIR", folder.path())])
            .envs([
                ("GTK_A11Y", "none"),
                ("NO_AT_BRIDGE", "1"),
                ("GIO_USE_VFS", "local"),
                ("GSETTINGS_BACKEND", "memory"),
            ])
            .envs(drawing.iter().copied())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        (Self { program, frames, number, _display: Ended(display), _folder: folder }, start)
    }

    /// One pixel in thirteen of what is on the screen now.
    fn frame(&mut self) -> Vec<u8> {
        let mut all = Vec::new();
        self.frames.rewind().expect("the frames are a file");
        self.frames.read_to_end(&mut all).expect("it is read to its end");
        all.into_iter().step_by(52).collect()
    }

    /// How long after `start` the screen began to look as it does when nothing comes any more, but for a caret.
    fn settled(&mut self, start: Instant) -> Duration {
        let mut seen = Vec::new();
        while start.elapsed() < Duration::from_secs(6) {
            seen.push((start.elapsed(), self.frame()));
            std::thread::sleep(Duration::from_millis(10));
        }
        let (_, last) = seen.last().expect("frames were seen").clone();
        let alike =
            |frame: &[u8]| frame.iter().zip(&last).filter(|(one, other)| one != other).count() * 500 < last.len();
        seen.iter().find(|(_, frame)| alike(frame)).expect("the last is like itself").0
    }

    fn hand(&self, doing: &[&str]) {
        let done = Command::new("xdotool").args(doing).env("DISPLAY", format!(":{}", self.number)).status();
        assert!(done.expect("xdotool is installed").success());
    }
}

/// As modele does it at a terminal: with the scrypt of an ordinary identity.
fn changes_passphrase(vault: &Path, folder: &Path, passphrase: &str) {
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        let mut new = std::fs::OpenOptions::new();
        let mut new = new.write(true).create_new(true).mode(0o600).open(&path).expect("a file for the passphrase");
        new.write_all(text.as_bytes()).expect("the passphrase is written");
        path
    };
    let (is, will) = (file("is", "exercise"), file("will", passphrase));
    let changed = Command::new(program("zegelctl"))
        .args(["--as", "modele", "passphrase", "change", "--vault"])
        .arg(vault)
        .arg("--passphrase-file")
        .arg(is)
        .arg("--new-passphrase-file")
        .arg(will)
        .env("HOME", folder)
        .env_remove("XDG_STATE_HOME")
        .output()
        .expect("it runs");
    assert!(changed.status.success(), "{}", String::from_utf8_lossy(&changed.stderr));
}

impl Drop for Seen {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
