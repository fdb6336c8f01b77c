//! From the command line to the window: which vault, alone on it, or a clear word why not.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rustix::fs::{FlockOperation, flock};
use tauri::{Manager, RunEvent, Wry};
use vault::Vault;
use words::Lang;

use crate::desk::Desk;
use crate::dialogs::{Dialogs, GtkDialogs};
use crate::ipc::shared::Problem;
use crate::{sleep, window};

/// Seconds without activity after which the window locks, unless `ZEGEL_LOCK_AFTER` says otherwise within bounds.
const LOCK_AFTER: u64 = 300;
const LOCK_AFTER_BOUNDS: (u64, u64) = (5, 900);

/// Runs the program until its window is closed.
///
/// The vault is the folder named by the first argument, or by `ZEGEL_VAULT`, or picked in a dialog. Exit statuses are
/// those of `zegelctl`.
pub fn run() -> ExitCode {
    let lang = Lang::from_locales(locales().iter().map(String::as_str));
    if let Err(refused) = seal::harden_process() {
        eprintln!("zegel: {refused}");
        return ExitCode::FAILURE;
    }
    enter_clean_environment();
    if gtk::init().is_err() {
        eprintln!("zegel: {}", words::say(lang, "app-no-display", &[]));
        return ExitCode::FAILURE;
    }
    match open(lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Nothing) => ExitCode::SUCCESS,
        Err(Stop::Problem { problem, status }) => {
            tell(lang, &problem);
            ExitCode::from(status)
        }
    }
}

/// Why there is no window.
enum Stop {
    /// The person thought better of it.
    Nothing,
    Problem {
        problem: Problem,
        status: u8,
    },
}

impl Stop {
    fn failed(problem: Problem) -> Self {
        Self::Problem { problem, status: 1 }
    }
}

impl From<vault::Error> for Stop {
    fn from(error: vault::Error) -> Self {
        let status = error.exit() as u8;
        Self::Problem { problem: error.into(), status }
    }
}

fn open(lang: Lang) -> Result<(), Stop> {
    let folder = vault_folder(lang)?;
    // Held until the program ends.
    let _alone = Alone::on(&folder)?;
    let vault = Vault::open(&folder, Arc::new(Timestamp::now))?;
    let title = format!("Zegel – {}", vault.name());
    let worker = worker().map_err(|_| Stop::failed(Problem::new("internal")))?;
    let desk = Desk::new(vault, worker, Arc::new(NoDialogs), patience());
    desk.set_language(lang);
    let leaving = desk.clone();
    let app = crate::build(tauri::Builder::<Wry>::default(), desk.clone())
        .setup(move |app| {
            desk.set_dialogs(dialogs(app.handle()));
            let window = window::open(app, &title)?;
            window::harden(&window)?;
            if let Some(bus) = sleep::lock_on_sleep(&desk) {
                app.manage(bus);
            }
            std::thread::spawn(move || {
                loop {
                    std::thread::sleep(Duration::from_secs(1));
                    desk.look_around();
                }
            });
            Ok(())
        })
        .build(crate::context())
        .map_err(|error| Stop::failed(Problem::new("no_window").with("cause", error.to_string())))?;
    app.run(move |_, event| {
        if matches!(event, RunEvent::Exit) {
            leaving.leave();
        }
    });
    Ok(())
}

/// The languages that the desktop is set to, most wanted first.
fn locales() -> Vec<String> {
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| env::var(name).ok()).collect()
}

/// Starts the program again, in its own place, with what WebKit and Mesa should have in the environment and without
/// what they should not: they read it before anything else runs, and a running process cannot change it safely.
///
/// WebKit then puts the process that runs the page into a sandbox of its own (bubblewrap: no home folder, no vault,
/// no other processes; seccomp), where the kernel lets it. Where it does not, the window would stay blank, so that it
/// is tried out first.
fn enter_clean_environment() {
    const DONE: &str = "ZEGEL_STARTED";
    const SANDBOX: &str = "WEBKIT_FORCE_SANDBOX";
    if env::var_os(DONE).is_some() {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    let mut again = Command::new(program);
    again.args(env::args_os().skip(1)).env(DONE, "1").env("MESA_SHADER_CACHE_DISABLE", "true");
    if env::var_os(SANDBOX).is_none() && sandbox_works() {
        again.env(SANDBOX, "1");
    }
    // By these, another program could look into the page. A build for tests is driven through them.
    if !cfg!(feature = "e2e") {
        again.env_remove("WEBKIT_INSPECTOR_SERVER").env_remove("WEBKIT_INSPECTOR_HTTP_SERVER");
    }
    // Comes back only if it failed; then the program goes on as it was started.
    let _ = again.exec();
}

/// Whether bubblewrap may make the namespaces that WebKit asks it for.
fn sandbox_works() -> bool {
    let quiet = || Stdio::null();
    let run = |program: &str, arguments: &[&str]| {
        let tried = Command::new(program).args(arguments).stdin(quiet()).stdout(quiet()).stderr(quiet()).status();
        tried.is_ok_and(|status| status.success())
    };
    let walls = ["--unshare-user", "--unshare-pid", "--unshare-uts", "--die-with-parent", "--ro-bind", "/", "/"];
    let arguments: Vec<&str> = walls.iter().chain(&["--proc", "/proc", "--", "true"]).copied().collect();
    run("bwrap", &arguments) && run("xdg-dbus-proxy", &["--version"])
}

/// Where the vault is.
fn vault_folder(lang: Lang) -> Result<PathBuf, Stop> {
    let named: Option<OsString> = env::args_os().nth(1).or_else(|| env::var_os("ZEGEL_VAULT"));
    match named.filter(|name| !name.is_empty()) {
        Some(name) => fs::canonicalize(&name)
            .map_err(|_| Stop::failed(Problem::new("no_folder").with("folder", name.to_string_lossy()))),
        None => pick_folder(lang).ok_or(Stop::Nothing),
    }
}

/// Asks for the vault's folder, before there is a window.
fn pick_folder(lang: Lang) -> Option<PathBuf> {
    use gtk::prelude::*;

    let title = words::say(lang, "app-pick-vault", &[]);
    let action = gtk::FileChooserAction::SelectFolder;
    let dialog = gtk::FileChooserNative::new(Some(&title), gtk::Window::NONE, action, None, None);
    let answer = dialog.run();
    let picked = if answer == gtk::ResponseType::Accept { dialog.filename() } else { None };
    dialog.destroy();
    picked
}

/// That no other window of the same person is open on a vault.
///
/// By a lock on a file in the person's own runtime folder, so that colleagues may share a vault; where there is no
/// such folder, by a lock on the vault's folder itself. The kernel lets go of it when the process ends.
struct Alone(#[expect(dead_code, reason = "held open for its lock")] File);

impl Alone {
    fn on(folder: &Path) -> Result<Self, Stop> {
        let held = match env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|dir| dir.is_dir()) {
            Some(runtime) => {
                let name: String =
                    seal::sha256(folder.as_os_str().as_bytes()).iter().take(16).map(|b| format!("{b:02x}")).collect();
                File::options()
                    .create(true)
                    .truncate(false)
                    .write(true)
                    .open(runtime.join(format!("zegel-{name}.lock")))
            }
            None => File::open(folder),
        };
        let held = held.map_err(|error| {
            Stop::failed(Problem::new("io").with("what", "lock").with("cause", error.kind().to_string()))
        })?;
        match flock(&held, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self(held)),
            Err(_) => Err(Stop::failed(Problem::new("already_open"))),
        }
    }
}

/// The program that renders documents stands beside this one.
fn worker() -> std::io::Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name("zegel-viewer"))
}

fn patience() -> Duration {
    let asked = env::var("ZEGEL_LOCK_AFTER").ok().and_then(|text| text.parse().ok());
    let (least, most) = LOCK_AFTER_BOUNDS;
    Duration::from_secs(asked.unwrap_or(LOCK_AFTER).clamp(least, most))
}

/// Says on the terminal and in a dialog why there is no window.
fn tell(lang: Lang, problem: &Problem) {
    use gtk::prelude::*;

    let code = problem.code.replace('_', "-");
    let params: Vec<(&str, &str)> =
        problem.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let what = words::say(lang, &format!("err-{code}"), &params);
    let fix = words::say(lang, &format!("fix-{code}"), &params);
    eprintln!("zegel: {what} {fix}");
    let dialog = gtk::MessageDialog::new(
        gtk::Window::NONE,
        gtk::DialogFlags::MODAL,
        gtk::MessageType::Error,
        gtk::ButtonsType::Close,
        &what,
    );
    dialog.set_title("Zegel");
    dialog.set_secondary_text(Some(&fix));
    dialog.run();
}

#[cfg(not(feature = "e2e"))]
fn dialogs(app: &tauri::AppHandle<Wry>) -> Arc<dyn Dialogs> {
    Arc::new(GtkDialogs::new(app.clone()))
}

/// In a build for tests, files may be picked by the environment.
#[cfg(feature = "e2e")]
fn dialogs(app: &tauri::AppHandle<Wry>) -> Arc<dyn Dialogs> {
    match crate::dialogs::Scripted::from_env() {
        Some(scripted) => Arc::new(scripted),
        None => Arc::new(GtkDialogs::new(app.clone())),
    }
}

/// Before there is a window, nobody can be asked.
struct NoDialogs;

impl Dialogs for NoDialogs {
    fn files(&self, _: String) -> crate::dialogs::Picked<Vec<PathBuf>> {
        Box::pin(async { Vec::new() })
    }

    fn file(&self, title: String) -> crate::dialogs::Picked<Option<PathBuf>> {
        self.folder(title)
    }

    fn save(&self, title: String, _: &'static str) -> crate::dialogs::Picked<Option<PathBuf>> {
        self.folder(title)
    }

    fn folder(&self, _: String) -> crate::dialogs::Picked<Option<PathBuf>> {
        Box::pin(async { None })
    }
}
