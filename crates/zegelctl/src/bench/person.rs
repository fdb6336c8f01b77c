//! `bench person`: what a person waits for. Whole commands, next to `rage` and `age` on the same file in the same run.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use seal::Identity;
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use vault::{ExitClass, OfficerId, Passphrase, Vault};
use viewer::{Kind, Viewer};

use super::MIB;
use crate::context::clock;
use crate::demo;
use crate::problem::Problem;

const OFFICER: &str = "fictief";
const PEERS: [&str; 2] = ["rage", "age"];
/// The viewer takes no more than 256 MiB.
const SHOWN_MIB: u64 = 240;

/// What is measured, of each program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Task {
    /// From a file into the vault, or into an age file.
    File,
    /// Back into a file.
    OpenToFile,
    /// Back into a pipe, read by this process.
    OpenToPipe,
}

impl Task {
    const ALL: [Task; 3] = [Task::File, Task::OpenToFile, Task::OpenToPipe];

    fn name(self) -> &'static str {
        match self {
            Task::File => "file",
            Task::OpenToFile => "open",
            Task::OpenToPipe => "pipe",
        }
    }
}

/// Files, opens and shows a large document, `runs` times, each program in turn.
///
/// The exercise vault's passphrase costs little scrypt on purpose; what unlocking takes is measured apart, by a command that
/// does nothing else, and taken off. Everything else a command does is in the figures: starting, deciding, making durable,
/// recording.
pub fn run(dir: &Path, mib: u64, runs: usize) -> Result<Value, Problem> {
    let failed = |error: io::Error| Problem::file(dir, &error);
    // Before anything is measured: it may not be there.
    let viewer = Viewer::beside_program()?;
    let stage = Stage::set(dir, mib)?;
    let peers: Vec<&str> = PEERS.into_iter().filter(|peer| is_installed(peer)).collect();
    let mut unlocking = Vec::new();
    let mut took: BTreeMap<(Task, &str), Vec<Duration>> = BTreeMap::new();
    for _ in 0..runs.max(1) {
        let unlock = timed(|| stage.zegelctl(&["doc", "list", "--limit", "1"]).map(drop))?.1;
        unlocking.push(unlock);
        let (id, whole) = timed(|| stage.file(&stage.plain))?;
        took.entry((Task::File, "zegel")).or_default().push(whole.saturating_sub(unlock));
        for peer in &peers {
            took.entry((Task::File, peer)).or_default().push(stage.peer(peer, Task::File).map_err(failed)?);
        }
        for task in [Task::OpenToFile, Task::OpenToPipe] {
            let whole = stage.open(&id, task)?;
            took.entry((task, "zegel")).or_default().push(whole.saturating_sub(unlock));
            for peer in &peers {
                took.entry((task, peer)).or_default().push(stage.peer(peer, task).map_err(failed)?);
            }
        }
        // So that the folder holds one at a time.
        fs::remove_file(stage.object(&id)).map_err(failed)?;
    }
    let mut figures = Map::new();
    figures.insert("mib".to_owned(), json!(mib));
    figures.insert("runs".to_owned(), json!(runs.max(1)));
    figures.insert("unlock_s".to_owned(), json!(rounded(median(unlocking.iter().map(Duration::as_secs_f64)), 1000.0)));
    for task in Task::ALL {
        let Some(ours) = took.get(&(task, "zegel")) else { continue };
        for ((_, program), times) in took.iter().filter(|((of, _), _)| *of == task) {
            let name = format!("{}_{program}", task.name());
            let rates: Vec<f64> = times.iter().map(|time| mib as f64 / time.as_secs_f64()).collect();
            figures.insert(format!("{name}_mib_s"), json!(median(rates.iter().copied()).round()));
            figures
                .insert(format!("{name}_all_mib_s"), json!(rates.iter().map(|rate| rate.round()).collect::<Vec<_>>()));
            if *program != "zegel" {
                // Each run is compared with itself: the machine gives more or less from one to the next.
                let ratios = ours.iter().zip(times).map(|(ours, theirs)| theirs.as_secs_f64() / ours.as_secs_f64());
                figures.insert(format!("{}_times_{program}", task.name()), json!(rounded(median(ratios), 100.0)));
            }
        }
    }
    figures.insert("viewer_mib".to_owned(), json!(mib.min(SHOWN_MIB)));
    figures.insert("viewer_mib_s".to_owned(), json!(stage.show(&viewer, runs.max(1))?.round()));
    Ok(Value::Object(figures))
}

/// An exercise vault, a document to file, and a key for the others.
struct Stage {
    program: PathBuf,
    /// Goes with everything in it.
    folder: TempDir,
    vault: PathBuf,
    passphrase: PathBuf,
    plain: PathBuf,
    mib: u64,
    recipient: String,
    key: PathBuf,
    sealed: PathBuf,
    opened: PathBuf,
}

impl Stage {
    fn set(dir: &Path, mib: u64) -> Result<Stage, Problem> {
        let failed = |error: io::Error| Problem::file(dir, &error);
        let folder = tempfile::Builder::new().prefix("zegel-bench-").tempdir_in(dir).map_err(failed)?;
        let identity = Identity::generate_classic().map_err(|error| failed(io::Error::other(error)))?;
        let at = |name: &str| folder.path().join(name);
        let stage = Stage {
            program: std::env::current_exe().map_err(failed)?,
            vault: at("vault"),
            passphrase: at("passphrase"),
            plain: at("plain"),
            mib,
            recipient: identity.recipient().to_string(),
            key: at("key"),
            sealed: at("sealed.age"),
            opened: at("opened"),
            folder,
        };
        demo::build(&stage.vault)?;
        write_private(&stage.passphrase, demo::PASSPHRASE.as_bytes()).map_err(failed)?;
        let line = identity.expose_secret_line();
        write_private(&stage.key, line.expose_secret().as_bytes()).map_err(failed)?;
        seal::bench::write_plain(&stage.plain, mib * MIB).map_err(failed)?;
        Ok(stage)
    }

    fn object(&self, id: &str) -> PathBuf {
        self.vault.join("objects").join(id.get(..2).unwrap_or_default()).join(format!("{id}.age"))
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--vault").arg(&self.vault).arg("--as").arg(OFFICER);
        command.arg("--passphrase-file").arg(&self.passphrase).arg("--json");
        command.stdin(Stdio::null());
        command
    }

    fn zegelctl(&self, args: &[&str]) -> Result<Value, Problem> {
        let came = self.command().args(args).output().map_err(|error| Problem::file(&self.program, &error))?;
        if !came.status.success() {
            let said = String::from_utf8_lossy(&came.stderr).into_owned();
            return Err(Problem { detail: Some(said), ..Problem::new("internal", ExitClass::Failed) });
        }
        serde_json::from_slice(&came.stdout).map_err(|error| Problem::file(&self.program, &error.into()))
    }

    fn file(&self, path: &Path) -> Result<String, Problem> {
        let path = path.to_string_lossy();
        let args =
            ["doc", "file", &path, "--dossier", "HAVEN", "--level", "SECRET", "--rel", "BEL", "--title", "Bench"];
        let filed = self.zegelctl(&args)?;
        Ok(filed.get("id").and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    fn open(&self, id: &str, task: Task) -> Result<Duration, Problem> {
        let failed = |error: io::Error| Problem::file(&self.opened, &error);
        remove(&self.opened).map_err(failed)?;
        let mut command = self.command();
        command.args(["doc", "open", id, "--purpose", "bench", "--out"]);
        command.arg(if task == Task::OpenToPipe { Path::new("-") } else { &self.opened });
        let took = if task == Task::OpenToPipe { self.to_pipe(command) } else { self.to_file(command) };
        took.map_err(failed)
    }

    fn peer(&self, program: &str, task: Task) -> io::Result<Duration> {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        match task {
            Task::File => {
                remove(&self.sealed)?;
                command.arg("-r").arg(&self.recipient).arg("-o").arg(&self.sealed).arg(&self.plain);
                let (status, took) = timed(|| command.stderr(Stdio::null()).status())?;
                done(status.success()).map(|()| took)
            }
            Task::OpenToFile => {
                remove(&self.opened)?;
                command.arg("-d").arg("-i").arg(&self.key).arg("-o").arg(&self.opened).arg(&self.sealed);
                self.to_file(command)
            }
            Task::OpenToPipe => {
                command.arg("-d").arg("-i").arg(&self.key).arg(&self.sealed);
                self.to_pipe(command)
            }
        }
    }

    /// Runs a command that writes the document into `opened`.
    fn to_file(&self, mut command: Command) -> io::Result<Duration> {
        let (status, took) = timed(|| command.stdout(Stdio::null()).stderr(Stdio::null()).status())?;
        let whole = fs::metadata(&self.opened).is_ok_and(|written| written.len() == self.mib * MIB);
        done(status.success() && whole).map(|()| took)
    }

    /// Runs a command that writes the document to its standard output, and counts what comes.
    fn to_pipe(&self, mut command: Command) -> io::Result<Duration> {
        let begin = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut buffer = vec![0; 1 << 20];
        let mut bytes = 0;
        if let Some(mut from) = child.stdout.take() {
            while let count @ 1.. = from.read(&mut buffer)? {
                bytes += count as u64;
            }
        }
        let status = child.wait()?;
        let took = begin.elapsed();
        done(status.success() && bytes == self.mib * MIB).map(|()| took)
    }

    /// Opens a document in the viewer's worker: from the decision to the number of its pages, in MiB a second.
    fn show(&self, viewer: &Viewer, runs: usize) -> Result<f64, Problem> {
        let failed = |error: io::Error| Problem::file(self.folder.path(), &error);
        let pdf = self.folder.path().join("shown.pdf");
        write_pdf(&pdf, self.mib.min(SHOWN_MIB) * MIB).map_err(failed)?;
        let id = vault::DocumentId::parse(&self.file(&pdf)?)?;
        let size = fs::metadata(&pdf).map_err(failed)?.len();
        let vault = Vault::open(&self.vault, clock())?;
        let passphrase = Passphrase::new(demo::PASSPHRASE.to_owned());
        let mut session = vault.unlock(&OfficerId::parse(OFFICER)?, &passphrase)?;
        let mut rates = Vec::new();
        for _ in 0..runs {
            let begin = Instant::now();
            let mut opened = session.open_document(&id, "bench")?;
            let shown = viewer.open(Kind::Pdf, size, &mut opened)?;
            rates.push(size as f64 / MIB as f64 / begin.elapsed().as_secs_f64());
            done(shown.page_count() == 1).map_err(failed)?;
        }
        Ok(median(rates.into_iter()))
    }
}

/// A PDF of one empty page and a large object that nothing refers to.
fn write_pdf(path: &Path, size: u64) -> io::Result<()> {
    let mut file = io::BufWriter::with_capacity(1 << 20, File::create_new(path)?);
    let mut at = Vec::new();
    let mut written = 0;
    let block = seal::random_bytes::<4096>();
    let blocks = size / block.len() as u64;
    for (number, object) in [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned(),
        format!("<< /Length {} >>\nstream\n", blocks * block.len() as u64),
    ]
    .iter()
    .enumerate()
    {
        let begin = if number == 0 { "%PDF-1.7\n" } else { "" };
        at.push(written + begin.len() as u64);
        let text = format!("{begin}{} 0 obj\n{object}", number + 1);
        file.write_all(text.as_bytes())?;
        written += text.len() as u64;
        if object.ends_with("stream\n") {
            for _ in 0..blocks {
                file.write_all(&block)?;
            }
            file.write_all(b"\nendstream")?;
            written += blocks * block.len() as u64 + 10;
        }
        file.write_all(b"\nendobj\n")?;
        written += 8;
    }
    let rows: String = at.iter().map(|at| format!("{at:010} 00000 n \n")).collect();
    let end = format!(
        "xref\n0 5\n0000000000 65535 f \n{rows}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{written}\n%%EOF\n"
    );
    file.write_all(end.as_bytes())?;
    file.flush()
}

pub(super) fn is_installed(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?.write_all(bytes)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn done(whole: bool) -> io::Result<()> {
    if whole { Ok(()) } else { Err(io::Error::other("a program failed, or did not give the whole document")) }
}

fn timed<T, E>(what: impl FnOnce() -> Result<T, E>) -> Result<(T, Duration), E> {
    let begin = Instant::now();
    what().map(|done| (done, begin.elapsed()))
}

fn median(of: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = of.collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

fn rounded(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}
