//! From the command line to the window: which vault, alone on it, or a clear word why not.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use rustix::fs::{FlockOperation, flock};
use tauri::{Manager, RunEvent, Wry};
use vault::Clock;
use words::Lang;

use crate::dialogs::{Dialogs, GtkDialogs};
use crate::door::Door;
use crate::errands::{self, Errands};
use crate::problem::Problem;
use crate::shell::Shell;
use crate::{ending, runtime, sleep, window, workstation};

/// Seconds without activity after which the window locks, unless `ZEGEL_LOCK_AFTER` says otherwise within bounds.
const LOCK_AFTER: u64 = 300;
const LOCK_AFTER_BOUNDS: (u64, u64) = (5, 900);

/// Runs the program until its window is closed.
///
/// The vault is the folder named by the first argument, or by `ZEGEL_VAULT`, or chosen in a first window. Exit statuses are
/// those of `zegelctl`.
pub fn run() -> ExitCode {
    if let Err(refused) = seal::harden_process() {
        eprintln!("zegel: {refused}");
        return ExitCode::FAILURE;
    }
    match env::args_os().nth(1).as_deref().and_then(OsStr::to_str) {
        Some(errands::WAITING) => return errands::wait(),
        Some(errands::ERRAND) => return errands::run_one(&system_clock()),
        Some(_) | None => {}
    }
    let lang = Lang::from_locales(locales().iter().map(String::as_str));
    let folder = vault_folder();
    // Before there is a second thread: each would be confined by itself. WebKit's programs and those that draw pages inherit it.
    let errands = match &folder {
        Some(Ok(folder)) => confined(folder),
        // Nothing is open that could be carried away, and who joins a vault says only then where it is.
        Some(Err(_)) | None => Errands::waiting(),
    };
    // What is so confined gains no rights: whether the sandbox works is tried as it will be used.
    prepare_environment();
    if gtk::init().is_err() {
        eprintln!("zegel: {}", words::say(lang, "app-no-display", &[]));
        return ExitCode::FAILURE;
    }
    let opened = match folder {
        Some(folder) => folder.and_then(|folder| open(lang, &folder, errands)),
        None => open_first(lang, errands),
    };
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop { problem, status }) => {
            tell(lang, &problem);
            ExitCode::from(status)
        }
    }
}

/// Why there is no window.
struct Stop {
    problem: Problem,
    status: u8,
}

impl Stop {
    fn failed(problem: Problem) -> Self {
        Self { problem, status: 1 }
    }
}

impl From<vault::Error> for Stop {
    fn from(error: vault::Error) -> Self {
        let status = error.exit() as u8;
        Self { problem: error.into(), status }
    }
}

impl From<station::Error> for Stop {
    fn from(error: station::Error) -> Self {
        let status = error.exit() as u8;
        Self { problem: error.into(), status }
    }
}

/// The ports that X servers on other machines wait at begin here.
const DISPLAYS: u16 = 6000;

/// Has the kernel hold this program and all that it starts to the ports that the vault is reached by: none, where it lies in a
/// folder. Gives who does errands at servers in place of a program that may not.
fn confined(folder: &Path) -> Errands {
    let may_publish = cfg!(feature = "shared") && !station::is_shared(folder);
    let errands = if may_publish { Errands::waiting() } else { Errands::default() };
    let mut ports = station::ports(folder);
    // A screen of another machine is reached by a port as well.
    ports.extend(env::var("DISPLAY").ok().and_then(|display| port_of_display(&display)));
    // A build for tests is driven by another program.
    let driven = if cfg!(feature = "e2e") { env::var("WEBKIT_INSPECTOR_SERVER").ok() } else { None };
    let driven: Option<u16> = driven.and_then(|at| at.rsplit_once(':')?.1.parse().ok());
    // WebKit waits for its driver at a port, and connects to that itself.
    ports.extend(driven);
    station::confine_but(&ports, driven.as_slice());
    errands
}

/// The port of a display that names a machine.
fn port_of_display(display: &str) -> Option<u16> {
    let (host, number) = display.rsplit_once(':')?;
    let number: u16 = number.split('.').next()?.parse().ok()?;
    if host.is_empty() || host == "unix" || host.starts_with('/') { None } else { DISPLAYS.checked_add(number) }
}

/// The system's clock: the one place of this program that asks the time.
fn system_clock() -> Arc<dyn Clock> {
    Arc::new(Utc::now)
}

/// A first window, where there is no vault yet: a new one, the folder of one, or a shared one.
fn open_first(lang: Lang, errands: Errands) -> Result<(), Stop> {
    let door = Door::first(errands, lang, system_clock());
    if let Some(file) = looks() {
        door.set_workstation(workstation::Workstation::at(file));
    }
    let leaving = door.clone();
    let app = crate::with(tauri::Builder::<Wry>::default(), door.clone())
        .setup(move |app| {
            door.set_dialogs(dialogs(app.handle()));
            let program = app.handle().clone();
            door.at_end(move || program.exit(0));
            let window = window::open(app, "Zegel")?;
            window::harden(&window)?;
            ending::close_on_signals(app.handle())?;
            Ok(())
        })
        .build(crate::context())
        .map_err(no_window)?;
    app.run(move |_, event| {
        if matches!(event, RunEvent::Exit) {
            leaving.stop_work();
            ending::abandon_unfinished();
        }
    });
    Ok(())
}

/// The file of how the window looks on this workstation.
fn looks() -> Option<PathBuf> {
    workstation::Workstation::file(env::var_os("XDG_CONFIG_HOME").map(Into::into), env::home_dir())
}

/// What WebKit or GTK says goes to the person who looks after the workstation; the sentence is in the person's language.
fn no_window(error: tauri::Error) -> Stop {
    eprintln!("zegel: {error}");
    Stop::failed(Problem::new("no_window"))
}

fn open(lang: Lang, folder: &Path, errands: Errands) -> Result<(), Stop> {
    // Held until the program ends.
    let _alone = Alone::on(folder)?;
    let state = vault::state_dir(env::var_os("XDG_STATE_HOME"), env::var_os("HOME"));
    let vault = station::open(folder, system_clock())?.with_state_dir(state);
    let is_shared = station::is_shared(folder);
    let door = Door::beside(errands, (!is_shared).then_some(folder));
    let title = format!("Zegel – {}", vault.name());
    let worker = worker().map_err(|_| Stop::failed(Problem::new("internal")))?;
    let shell = Shell::new(vault, worker, Arc::new(NoDialogs), patience());
    if let Some(file) = looks() {
        shell.set_workstation(workstation::Workstation::at(file));
    }
    shell.set_language(shell.preferences().language.unwrap_or(lang));
    if is_shared {
        hear_of_others(shell.clone(), folder.to_owned());
    }
    let (leaving, servers) = (shell.clone(), door.clone());
    let app = crate::with(tauri::Builder::<Wry>::default(), door.clone())
        .manage(shell.clone())
        .setup(move |app| {
            let dialogs = dialogs(app.handle());
            door.set_dialogs(Arc::clone(&dialogs));
            let program = app.handle().clone();
            door.at_end(move || program.exit(0));
            shell.set_dialogs(dialogs);
            let window = window::open(app, &title)?;
            window::harden(&window)?;
            ending::close_on_signals(app.handle())?;
            if let Some(bus) = sleep::lock_on_sleep(&shell) {
                app.manage(bus);
            }
            // Several of them: a decision waits for whatever the session is busy with, and no lock may wait for that.
            let (open, upkeep) = (shell.clone(), shell.clone());
            every(Duration::from_secs(1), move || shell.look_around());
            every(Duration::from_secs(2), move || open.look_at_opened());
            every(Duration::from_secs(2), move || upkeep.attend());
            Ok(())
        })
        .build(crate::context())
        .map_err(no_window)?;
    app.run(move |_, event| {
        if matches!(event, RunEvent::Exit) {
            leaving.leave();
            servers.stop_work();
            ending::abandon_unfinished();
        }
    });
    Ok(())
}

/// How long one waits for a hint before one asks whether the connection still stands.
const HINT: Duration = Duration::from_secs(60);
/// After how long a server that was not there is watched again.
const AGAIN: Duration = Duration::from_secs(3);
/// A look at the server is enough for a tenth of a second: what came right after one is seen with a second look.
const SECOND_LOOK: Duration = Duration::from_millis(120);

/// Reads on as soon as somebody appends at another workstation. That is a hint: where none comes, the next look in the background finds
/// it as well.
fn hear_of_others(shell: Shell, folder: PathBuf) {
    shell.tell_of_others();
    std::thread::spawn(move || {
        loop {
            if let Ok(watch) = station::watch(&folder) {
                while let Ok(heard) = watch.wait(HINT) {
                    if heard {
                        shell.attend();
                        std::thread::sleep(SECOND_LOOK);
                        shell.attend();
                    }
                }
            }
            std::thread::sleep(AGAIN);
        }
    });
}

/// Does something again and again for as long as the program runs.
fn every(pause: Duration, act: impl Fn() + Send + Sync + 'static) {
    let act = Arc::new(act);
    runtime().spawn(async move {
        let mut ticks = tokio::time::interval(pause);
        // After a pause that took longer, no tick is made up for.
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let act = Arc::clone(&act);
            // One that broke off is no reason to look around no more.
            let _ = tokio::task::spawn_blocking(move || act()).await;
        }
    });
}

/// The languages that the desktop is set to, most wanted first.
fn locales() -> Vec<String> {
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| env::var(name).ok()).collect()
}

/// Sets up, for WebKit and Mesa, the environment that they read when they start, before there is a second thread that could read
/// it meanwhile.
fn prepare_environment() {
    let here = Workstation { render_node: has_render_node(), sandbox: sandbox_works() };
    for (name, value) in environment(here, |name| env::var_os(name).is_some()) {
        match value {
            Some(value) => {
                // Refused for a name that is none; ours are.
                let _ = gtk::glib::setenv(name, value, true);
            }
            None => gtk::glib::unsetenv(name),
        }
    }
}

/// What there is to show pages with.
#[derive(Clone, Copy)]
struct Workstation {
    /// A graphics card that programs may draw with.
    render_node: bool,
    /// The kernel lets WebKit put the process that runs the page into a sandbox.
    sandbox: bool,
}

const SANDBOX: &str = "WEBKIT_FORCE_SANDBOX";
const NO_COMPOSITING: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
/// Each of these says how a person wants pages to be drawn.
const DRAWING: [&str; 3] = [NO_COMPOSITING, "WEBKIT_DISABLE_DMABUF_RENDERER", "WEBKIT_DMABUF_RENDERER_FORCE_SHM"];

/// What is to be in the environment, or not to be in it. What a person has set stays.
///
/// WebKit then puts the process that runs the page into a sandbox of its own (bubblewrap: no home folder, no vault, no
/// other processes; seccomp), where the kernel lets it: where it does not, the window would stay blank. Without a
/// graphics card WebKit would compose the layers of a page in software, which is slow to start and never at rest; it
/// draws the page at once instead.
fn environment(here: Workstation, is_set: impl Fn(&str) -> bool) -> Vec<(&'static str, Option<&'static str>)> {
    let mut changes = vec![("MESA_SHADER_CACHE_DISABLE", Some("true"))];
    if here.sandbox && !is_set(SANDBOX) {
        changes.push((SANDBOX, Some("1")));
    }
    if !here.render_node && !DRAWING.into_iter().any(&is_set) {
        changes.push((NO_COMPOSITING, Some("1")));
    }
    // By these, another program could look into the page. A build for tests is driven through them.
    if !cfg!(feature = "e2e") {
        changes.extend([("WEBKIT_INSPECTOR_SERVER", None), ("WEBKIT_INSPECTOR_HTTP_SERVER", None)]);
    }
    changes
}

/// Whether this person's programs may draw with a graphics card: most virtual and thin workstations have none.
fn has_render_node() -> bool {
    let Ok(devices) = fs::read_dir("/dev/dri") else { return false };
    devices.flatten().any(|device| {
        device.file_name().as_encoded_bytes().starts_with(b"renderD")
            && File::options().read(true).write(true).open(device.path()).is_ok()
    })
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

/// Where the vault is, if it is said.
fn vault_folder() -> Option<Result<PathBuf, Stop>> {
    let named: Option<OsString> = env::args_os().nth(1).or_else(|| env::var_os("ZEGEL_VAULT"));
    let name = named.filter(|name| !name.is_empty())?;
    let unknown = |_| Stop::failed(Problem::new("no_folder").with("folder", name.to_string_lossy()));
    Some(fs::canonicalize(&name).map_err(unknown))
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
                let digest = seal::sha256(folder.as_os_str().as_bytes());
                let name = seal::hex(digest.get(..16).unwrap_or_default());
                File::options()
                    .create(true)
                    .truncate(false)
                    .write(true)
                    .open(runtime.join(format!("zegel-{name}.lock")))
            }
            None => File::open(folder),
        };
        let held = held.map_err(|error| {
            Stop::failed(Problem::new("io").with("what", "lock").with("cause", vault::cause(&error)))
        })?;
        match flock(&held, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Self(held)),
            Err(_) => Err(Stop::failed(Problem::new("already_open"))),
        }
    }
}

/// The program that renders documents stands next to this one.
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
    fn files(&self, _: String) -> crate::dialogs::Picking<Vec<PathBuf>> {
        Box::pin(async { Vec::new() })
    }

    fn file(&self, title: String) -> crate::dialogs::Picking<Option<PathBuf>> {
        self.folder(title)
    }

    fn save(&self, title: String, _: &'static str) -> crate::dialogs::Picking<Option<PathBuf>> {
        self.folder(title)
    }

    fn folder(&self, _: String) -> crate::dialogs::Picking<Option<PathBuf>> {
        Box::pin(async { None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Workstation = Workstation { render_node: true, sandbox: true };
    const NO_CARD: Workstation = Workstation { render_node: false, sandbox: false };

    fn changed(here: Workstation, set: &[&str], name: &str) -> Option<Option<&'static str>> {
        environment(here, |asked| set.contains(&asked)).into_iter().find(|(known, _)| *known == name).map(|(_, to)| to)
    }

    #[test]
    fn without_a_graphics_card_pages_are_drawn_at_once() {
        assert_eq!(changed(NO_CARD, &[], NO_COMPOSITING), Some(Some("1")));
        assert_eq!(changed(CARD, &[], NO_COMPOSITING), None);
    }

    #[test]
    fn how_a_person_wants_pages_to_be_drawn_stays() {
        for name in DRAWING {
            assert_eq!(changed(NO_CARD, &[name], NO_COMPOSITING), None, "{name}");
        }
    }

    #[test]
    fn the_page_runs_in_a_sandbox_where_it_can_unless_a_person_decided_otherwise() {
        assert_eq!(changed(CARD, &[], SANDBOX), Some(Some("1")));
        assert_eq!(changed(CARD, &[SANDBOX], SANDBOX), None);
        assert_eq!(changed(NO_CARD, &[], SANDBOX), None);
    }

    #[test]
    fn a_screen_of_another_machine_is_reached_by_its_port() {
        for (display, port) in [
            (":0", None),
            (":10.0", None),
            ("unix:0", None),
            ("/tmp/launch-x/org.xquartz:0", None),
            ("localhost:10.0", Some(6010)),
            ("thin-client.example:0", Some(6000)),
            ("[::1]:1", Some(6001)),
            ("", None),
            ("host:x", None),
            ("host:65000", None),
        ] {
            assert_eq!(port_of_display(display), port, "{display}");
        }
    }

    #[test]
    fn nobody_looks_into_the_page_of_a_shipped_program() {
        let gone = if cfg!(feature = "e2e") { None } else { Some(None) };
        assert_eq!(changed(CARD, &["WEBKIT_INSPECTOR_SERVER"], "WEBKIT_INSPECTOR_SERVER"), gone);
    }
}
