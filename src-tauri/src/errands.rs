//! What is done at the servers of a shared vault, by a process of its own.
//!
//! A window on a vault in a folder may open no connection: the kernel holds it to that, for good, and all that it starts. So that
//! such a vault can be published all the same, an *errand boy* is started before: the same program, which waits on a pipe for errands.
//! For each it starts the program once more, which is held to the two ports that it was told, and publishes or joins there. It does
//! nothing else; it gets no key and no passphrase; it ends with the window, or opens the next one in its place.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use station::{Shared, Step, Where};
use vault::{Clock, Flow};

use crate::held;
use crate::problem::Problem;

/// The first argument of the process that waits for errands.
pub const WAITING: &str = "--errands";
/// That of the one that does an errand.
pub const ERRAND: &str = "--errand";
/// How often it is looked whether an errand is done, or the window gone.
const LOOK: Duration = Duration::from_millis(20);
/// How many looks a window that ends may take.
const LOOKS: u32 = 500;

/// What is to be done at two servers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Errand {
    pub what: Doing,
    /// The vault, or the folder that becomes a workstation's.
    pub folder: PathBuf,
    pub database: String,
    pub objects: String,
    pub secrets: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doing {
    Publish,
    Join,
}

/// What the window tells who waits for errands: one of these on a line.
#[derive(Debug, Serialize, Deserialize)]
enum Told {
    Do(Errand),
    /// The errand that goes on is to be left.
    Stop,
    /// When the window is gone, the next one opens on this folder.
    Then(PathBuf),
}

/// What is said of an errand: one of these on a line, and a last one.
#[derive(Debug, Serialize, Deserialize)]
enum Said {
    Come(ErrandProgress),
    Done(SharedDone),
    Failed { code: String, params: Vec<(String, String)> },
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ErrandProgress {
    pub step: ErrandStep,
    #[specta(type = Number)]
    pub done: u64,
    #[specta(type = Number)]
    pub total: u64,
}

/// What is being done while one waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ErrandStep {
    Verify,
    Objects,
    Entries,
    Remove,
}

impl From<Step> for ErrandStep {
    fn from(step: Step) -> Self {
        match step {
            Step::Verify => Self::Verify,
            Step::Objects => Self::Objects,
            Step::Entries => Self::Entries,
            Step::Remove => Self::Remove,
        }
    }
}

/// A vault that was published or joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SharedDone {
    pub name: String,
    #[specta(type = Number)]
    pub entries: u64,
    #[specta(type = Number)]
    pub objects: u64,
}

impl From<Shared> for SharedDone {
    fn from(shared: Shared) -> Self {
        Self { name: shared.name, entries: shared.entries, objects: shared.objects }
    }
}

/// The way to the process that waits for errands. A handle; clones are the same.
#[derive(Clone, Default)]
pub struct Errands(Arc<Inner>);

#[derive(Default)]
struct Inner {
    /// None: nobody waits for errands.
    input: Mutex<Option<ChildStdin>>,
    output: Mutex<Option<BufReader<ChildStdout>>>,
    come: Mutex<Option<ErrandProgress>>,
}

impl Errands {
    /// Somebody waits for errands from now on; nobody, where he cannot be started. In a program that cannot open a connection he opens
    /// the next window, and nothing else.
    pub fn waiting() -> Self {
        let started = env::current_exe()
            .and_then(|own| Command::new(own).arg(WAITING).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn());
        let Ok(Child { stdin, stdout, .. }) = started else { return Self::default() };
        let inner =
            Inner { input: Mutex::new(stdin), output: Mutex::new(stdout.map(BufReader::new)), come: Mutex::default() };
        Self(Arc::new(inner))
    }

    /// Whether errands at servers can be done here.
    pub fn can(&self) -> bool {
        cfg!(feature = "shared") && held(&self.0.input).is_some()
    }

    /// Does one, and waits for its end.
    ///
    /// # Errors
    /// Why it was not done; `busy` while another one goes on.
    pub fn run(&self, errand: Errand) -> Result<SharedDone, Problem> {
        let Ok(mut output) = self.0.output.try_lock() else { return Err(Problem::new("busy")) };
        self.tell(&Told::Do(errand))?;
        let done = loop {
            let mut line = String::new();
            let output = output.as_mut().ok_or_else(|| Problem::new("shared"))?;
            let read = output.read_line(&mut line).unwrap_or_default();
            match serde_json::from_str(&line) {
                Ok(Said::Come(progress)) => *held(&self.0.come) = Some(progress),
                Ok(Said::Done(done)) => break Ok(done),
                Ok(Said::Failed { code, params }) => {
                    break Err(params
                        .into_iter()
                        .fold(Problem::new(&code), |all, (name, value)| all.with(&name, value)));
                }
                Err(_) if read == 0 => break Err(Problem::new("internal")),
                Err(_) => {}
            }
        };
        *held(&self.0.come) = None;
        done
    }

    /// How far the one that goes on has come.
    pub fn come(&self) -> Option<ErrandProgress> {
        held(&self.0.come).clone()
    }

    /// Leaves it. What was brought already is found by the next one.
    pub fn stop(&self) {
        // Where nobody waits for errands, none goes on.
        let _ = self.tell(&Told::Stop);
    }

    /// When this window is gone, the next one opens on this folder.
    ///
    /// # Errors
    /// When nobody is there to do so.
    pub fn then(&self, folder: &Path) -> Result<(), Problem> {
        self.tell(&Told::Then(folder.to_owned()))
    }

    fn tell(&self, told: &Told) -> Result<(), Problem> {
        let mut input = held(&self.0.input);
        let input = input.as_mut().ok_or_else(|| Problem::new("shared"))?;
        let line = serde_json::to_string(told).map_err(|_| Problem::new("internal"))?;
        writeln!(input, "{line}").and_then(|()| input.flush()).map_err(|_| Problem::new("internal"))
    }
}

/// Waits for errands until the window is gone.
pub fn wait() -> ExitCode {
    let window = rustix::process::getppid();
    let going: Mutex<Option<Child>> = Mutex::new(None);
    let mut next = None;
    std::thread::scope(|scope| {
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            match serde_json::from_str(&line) {
                Ok(Told::Do(errand)) => match begin(&errand) {
                    Ok(child) => {
                        *held(&going) = Some(child);
                        scope.spawn(|| follow(&going));
                    }
                    Err(_) => say(&Said::Failed { code: "internal".to_owned(), params: Vec::new() }),
                },
                Ok(Told::Stop) => leave(&going),
                Ok(Told::Then(folder)) => next = Some(folder),
                Err(_) => break,
            }
        }
        leave(&going);
    });
    let Some(folder) = next else { return ExitCode::SUCCESS };
    // The lock on the vault goes with the window's process.
    for _ in 0..LOOKS {
        if rustix::process::getppid() != window {
            break;
        }
        std::thread::sleep(LOOK);
    }
    let Ok(own) = env::current_exe() else { return ExitCode::FAILURE };
    let failed = Command::new(own).arg(folder).stdin(Stdio::null()).stdout(Stdio::null()).exec();
    eprintln!("zegel: {failed}");
    ExitCode::FAILURE
}

/// Starts the process that does it. What that says goes straight to the window.
fn begin(errand: &Errand) -> io::Result<Child> {
    let line = serde_json::to_string(errand).map_err(io::Error::other)?;
    let mut child = Command::new(env::current_exe()?).arg(ERRAND).stdin(Stdio::piped()).spawn()?;
    // It reads one line, and then the end.
    child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?.write_all(line.as_bytes())?;
    Ok(child)
}

/// Waits for its end. Of one that said nothing last, it is said here that it was left.
fn follow(going: &Mutex<Option<Child>>) {
    loop {
        let ended = held(going).as_mut().map(Child::try_wait);
        match ended {
            Some(Ok(None)) => std::thread::sleep(LOOK),
            Some(Ok(Some(status))) if status.success() => break,
            // One that broke off said nothing last; one that was ended by a signal was left.
            Some(Ok(Some(status))) if status.code().is_some() => {
                say(&Said::Failed { code: "internal".to_owned(), params: Vec::new() });
                break;
            }
            Some(_) | None => {
                say(&Said::Failed { code: "cancelled".to_owned(), params: Vec::new() });
                break;
            }
        }
    }
    *held(going) = None;
}

fn leave(going: &Mutex<Option<Child>>) {
    if let Some(child) = held(going).as_mut() {
        // One that has ended already is left too.
        let _ = child.kill();
    }
}

/// Does the errand that stands on the standard input.
pub fn run_one(clock: &Arc<dyn Clock>) -> ExitCode {
    let Ok(errand) = serde_json::from_reader::<_, Errand>(io::stdin().lock()) else { return ExitCode::FAILURE };
    let to = Where { database: errand.database, objects: errand.objects, secrets: errand.secrets };
    // Before there is a second thread.
    station::confine(&station::ports_to(&to));
    let mut told = None;
    let progress = &mut |step: Step, done: u64, total: u64| {
        let now = std::time::Instant::now();
        if told.is_none_or(|(last, at): (Step, std::time::Instant)| last != step || now - at > 5 * LOOK) {
            told = Some((step, now));
            say(&Said::Come(ErrandProgress { step: step.into(), done, total }));
        }
        Flow::Continue
    };
    let done = match errand.what {
        Doing::Publish => station::publish(&errand.folder, &to, progress),
        Doing::Join => station::join(&errand.folder, &to, clock, progress),
    };
    say(&match done {
        Ok(shared) => Said::Done(shared.into()),
        Err(error) => {
            let problem = Problem::from(error);
            Said::Failed { code: problem.code, params: problem.params.into_iter().collect() }
        }
    });
    ExitCode::SUCCESS
}

fn say(said: &Said) {
    let Ok(mut line) = serde_json::to_string(said) else { return };
    line.push('\n');
    let mut out = io::stdout().lock();
    // A window that is gone hears nothing.
    let _ = out.write_all(line.as_bytes()).and_then(|()| out.flush());
}
