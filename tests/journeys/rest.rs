//! What the window costs while nobody does anything, and how long it takes until something can be done.
//!
//! The figures of `docs/PERFORMANCE.md` come from the two that are ignored here; they measure the program that they were
//! built with:
//!
//! ```sh
//! cargo test --release --workspace --features e2e --test all -- --ignored --nocapture measured
//! ```

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::stage::{Ended, Stage, cpu_ticks, program, zegelctl};
use super::{ALONE, a_pdf};

/// Of one core, in percent: more is not rest.
const REST: f64 = 3.0;

/// A document of many pages, longer than any view.
const LONG: &str = "Recueil des ordres de l’exercice";

fn a_long_document(vault: &Path, folder: &Path) {
    let text: String =
        (1..=900).map(|n| format!("Ordre {n} : la colonne passe le point {n} à l’heure dite.\n")).collect();
    let path = folder.join("recueil.txt");
    fs::write(&path, text).unwrap();
    let file = ["doc", "file", path.to_str().unwrap(), "--dossier", "ARDENNES-26", "--level", "RESTREINT"];
    zegelctl(vault, "fictief", &[&file[..], &["--title", LONG, "--date", "2026-06-01"]].concat());
}

/// Percent of one core that the program and all that it started take, while nobody does anything; once what was begun is
/// done, which may take its time on a busy machine. What turns for ever is never done.
async fn at_rest(stage: &Stage, during: Duration) -> f64 {
    let start = Instant::now();
    while taken(stage, Duration::from_secs(1)).await >= REST && start.elapsed() < Duration::from_secs(15) {}
    taken(stage, during).await
}

async fn taken(stage: &Stage, during: Duration) -> f64 {
    let (before, start) = (cpu_ticks(stage.host()), Instant::now());
    tokio::time::sleep(during).await;
    let ticks = cpu_ticks(stage.host()).saturating_sub(before);
    // A tick is a hundredth of a second.
    f64::from(u32::try_from(ticks).unwrap()) / start.elapsed().as_secs_f64()
}

async fn opens_the_long_document(stage: &Stage) {
    stage.fill("documents-search", "Recueil").await;
    stage.take("document-row", LONG).await;
    stage.click("detail-open").await;
    stage.fill("open-purpose", "Lecture").await;
    stage.click("open-submit").await;
    stage.wait("[data-testid=\"page\"][data-loaded=\"true\"]").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_longer_than_the_view_rests_and_what_comes_next_is_loaded_ahead() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        a_long_document(vault, folder);
        Vec::new()
    })
    .await;
    stage.unlock("fictief").await;
    opens_the_long_document(&stage).await;
    // The page below the view is there before one scrolls to it; the last is not.
    stage.wait("[data-testid=\"page\"][data-page=\"2\"][data-loaded=\"true\"]").await;
    let loaded = stage.attributes("page", "data-loaded").await;
    assert!(loaded.len() > 8 && loaded.last().unwrap() == "false", "{loaded:?}");
    assert_eq!(stage.turning().await, 0, "what nobody looks at turns");
    let taken = at_rest(&stage, Duration::from_secs(4)).await;
    assert!(taken < REST, "{taken:.1} % of a core at rest");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement, for docs/PERFORMANCE.md"]
async fn measured_rest_of_every_screen() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        a_long_document(vault, folder);
        a_pdf(vault, folder);
        Vec::new()
    })
    .await;
    let during = Duration::from_secs(10);
    let mut worst = 0.0_f64;
    let mut say = |screen: &str, taken: f64| {
        worst = worst.max(taken);
        eprintln!("| {screen} | {taken:.1} % |");
    };
    stage.find("unlock-passphrase").await;
    say("unlock", at_rest(&stage, during).await);
    stage.unlock("fictief").await;
    say("documents", at_rest(&stage, during).await);
    for screen in ["file", "release", "calendar", "partners", "clearances", "dossiers", "log"] {
        stage.click(&format!("nav-{screen}")).await;
        say(screen, at_rest(&stage, during).await);
    }
    stage.click("nav-documents").await;
    opens_the_long_document(&stage).await;
    say("a document of many pages", at_rest(&stage, during).await);
    stage.press(&['\u{e00c}']).await;
    stage.find("documents").await;
    stage.lock().await;
    say("locked again", at_rest(&stage, during).await);
    assert!(worst < REST, "{worst:.1} % of a core at rest");
}

/// A program that was started on a screen of memory, as a person starts it: no driver.
struct Seen {
    program: Child,
    frames: File,
    number: u32,
    _display: Ended,
    _folder: tempfile::TempDir,
}

impl Seen {
    /// Starts the program on a new exercise vault. `drawing`: what is in its environment besides.
    fn start(drawing: &[(&str, &str)]) -> (Self, Instant) {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("exercise");
        assert!(Command::new(program("zegelctl")).arg("demo").arg(&vault).output().unwrap().status.success());
        let mut display = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x840x24", "-nolisten", "tcp", "-dpi", "96", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut number = String::new();
        BufReader::new(display.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let number = number.trim().parse().unwrap();
        let frames = File::open(folder.path().join("Xvfb_screen0")).unwrap();
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
            .unwrap();
        (Self { program, frames, number, _display: Ended(display), _folder: folder }, start)
    }

    /// One pixel in thirteen of what is on the screen now.
    fn frame(&mut self) -> Vec<u8> {
        let mut all = Vec::new();
        self.frames.rewind().unwrap();
        self.frames.read_to_end(&mut all).unwrap();
        all.into_iter().step_by(52).collect()
    }

    /// How long after `start` the screen began to look as it does when nothing comes any more, but for a caret.
    fn settled(&mut self, start: Instant) -> Duration {
        let mut seen = Vec::new();
        while start.elapsed() < Duration::from_secs(6) {
            seen.push((start.elapsed(), self.frame()));
            std::thread::sleep(Duration::from_millis(10));
        }
        let (_, last) = seen.last().unwrap().clone();
        let alike =
            |frame: &[u8]| frame.iter().zip(&last).filter(|(one, other)| one != other).count() * 500 < last.len();
        seen.iter().find(|(_, frame)| alike(frame)).unwrap().0
    }

    fn hand(&self, doing: &[&str]) {
        let done = Command::new("xdotool").args(doing).env("DISPLAY", format!(":{}", self.number)).status();
        assert!(done.expect("xdotool is installed").success());
    }
}

impl Drop for Seen {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
#[ignore = "a measurement, for docs/PERFORMANCE.md"]
fn measured_start_and_way_in() {
    let _alone = ALONE.blocking_lock();
    let ways: [(&str, &[(&str, &str)]); 3] = [
        ("as it comes", &[]),
        ("WEBKIT_DISABLE_DMABUF_RENDERER=1", &[("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]),
        ("WEBKIT_DISABLE_COMPOSITING_MODE=0", &[("WEBKIT_DISABLE_COMPOSITING_MODE", "0")]),
    ];
    let mut found: Vec<(&str, Vec<Duration>, Vec<Duration>)> =
        ways.iter().map(|(way, _)| (*way, vec![], vec![])).collect();
    // In turn, so that a slow moment of the machine is nobody's alone.
    for _ in 0..9 {
        for ((_, drawing), (_, starts, ways_in)) in ways.iter().zip(&mut found) {
            let (mut seen, start) = Seen::start(drawing);
            starts.push(seen.settled(start));
            seen.hand(&["mousemove", "640", "420", "type", "modele"]);
            seen.hand(&["key", "Return"]);
            seen.hand(&["type", "exercise"]);
            std::thread::sleep(Duration::from_millis(300));
            let enter = Instant::now();
            seen.hand(&["key", "Return"]);
            ways_in.push(seen.settled(enter));
        }
    }
    for (way, mut starts, mut ways_in) in found {
        starts.sort();
        ways_in.sort();
        let said = |all: &[Duration]| format!("{} ({})", all[all.len() / 2].as_millis(), all[0].as_millis());
        eprintln!("| {way} | {} ms | {} ms |", said(&starts), said(&ways_in));
    }
}
