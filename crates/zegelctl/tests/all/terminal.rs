//! The prompt for a passphrase, at a terminal of its own.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, tcgetattr};
use vault::{NewVault, OfficerId, Passphrase, Vault, WorkFactor};

use crate::stage::Stage;

/// A terminal at which the program asks for a passphrase.
pub struct Terminal {
    person: File,
    program: OwnedFd,
    child: Child,
}

impl Terminal {
    fn asked(stage: &Stage) -> Terminal {
        let mut terminal = Terminal::begun(&stage.vault, &stage.path("state"), &["--as", "fictief"]);
        terminal.wait_until("it asks", |terminal| !terminal.echoes());
        terminal
    }

    /// Lists documents of a vault, in English.
    fn begun(vault: &Path, state: &Path, more: &[&str]) -> Terminal {
        Terminal::with_path(vault, state, more, &std::env::var("PATH").expect("there are programs"))
    }

    /// As [`Terminal::begun`], with programs in other folders.
    pub fn with_path(vault: &Path, state: &Path, more: &[&str], path: &str) -> Terminal {
        let person =
            openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).expect("a terminal is made");
        grantpt(&person).expect("the terminal is ours");
        unlockpt(&person).expect("the terminal is ours");
        let name = ptsname(&person, Vec::new()).expect("the terminal has a name");
        let program = rustix::fs::open(&name, OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty())
            .expect("the terminal opens");
        let end = || Stdio::from(program.try_clone().expect("a second handle"));
        // Its controlling terminal, as a login gives one.
        let mut command = Command::new("setsid");
        command.args(["--ctty", "--wait", env!("CARGO_BIN_EXE_zegelctl"), "--vault"]).arg(vault);
        command.args(["--lang", "en", "doc", "list", "--limit", "1"]).args(more).env_remove("ZEGEL_VAULT");
        command.env("XDG_STATE_HOME", state).env("PATH", path).envs([testkit::LITTLE_WORK]);
        let child = command.stdin(end()).stdout(end()).stderr(end()).spawn().expect("setsid is there");
        Terminal { person: File::from(person), program, child }
    }

    pub fn types(&mut self, text: &str) {
        self.person.write_all(text.as_bytes()).expect("it is there");
    }

    /// Whether it went well, and what was said until the end.
    pub fn ends(mut self) -> (bool, String) {
        let status = self.child.wait().expect("it is there");
        let mut said = vec![0; 1 << 16];
        let read = self.person.read(&mut said).unwrap_or_default();
        (status.success(), String::from_utf8_lossy(&said[..read]).into_owned())
    }

    /// Reads until something was said.
    pub fn hears(&mut self, what: &str) -> String {
        let mut said = Vec::new();
        let mut some = [0; 4096];
        while !String::from_utf8_lossy(&said).contains(what) {
            let read = self.person.read(&mut some).expect(what);
            said.extend_from_slice(&some[..read]);
        }
        String::from_utf8(said).expect("a text")
    }

    pub fn echoes(&self) -> bool {
        tcgetattr(&self.program).expect("the terminal says how it is set").local_modes.contains(LocalModes::ECHO)
    }

    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&Terminal) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The program itself, beneath `setsid`.
    fn pid(&self) -> String {
        let of = self.child.id().to_string();
        let found = Command::new("ps").args(["-o", "pid=,comm=", "--ppid", &of]).output().expect("the program runs");
        let text = String::from_utf8(found.stdout).expect("it is UTF-8");
        text.split_whitespace().next().map_or(of, str::to_owned)
    }
}

#[test]
fn whatever_ends_the_program_at_its_prompt_the_terminal_shows_again_what_is_typed() {
    let stage = Stage::new();
    for how in ["Ctrl-C", "Ctrl-\\", "TERM", "HUP", "INT"] {
        let mut terminal = Terminal::asked(&stage);
        match how {
            "Ctrl-C" => terminal.person.write_all(b"\x03").expect("it is written to"),
            "Ctrl-\\" => terminal.person.write_all(b"\x1c").expect("it is written to"),
            signal => {
                let pid = terminal.pid();
                assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().expect("it runs").success());
            }
        }
        let status = terminal.child.wait().expect("the program ends");
        assert!(!status.success(), "{how}: {status}");
        assert!(terminal.echoes(), "{how}");
    }
}

#[test]
fn a_program_that_is_stopped_at_its_prompt_gives_the_terminal_back_and_asks_again() {
    let stage = Stage::new();
    let mut terminal = Terminal::asked(&stage);
    let pid = terminal.pid();
    let signal = |name: &str| assert!(Command::new("kill").args([name, &pid]).status().expect("it runs").success());
    signal("-TSTP");
    terminal.wait_until("the terminal is given back", Terminal::echoes);
    signal("-CONT");
    terminal.wait_until("it asks again", |terminal| !terminal.echoes());
    terminal.person.write_all(b"exercise\n").expect("it is written to");
    assert!(terminal.child.wait().expect("the program ends").success());
    assert!(terminal.echoes());
    let mut said = vec![0; 1 << 16];
    let read = terminal.person.read(&mut said).expect("the reader reads");
    let said = String::from_utf8_lossy(&said[..read]);
    assert_eq!(said.matches("Passphrase of fictief:").count(), 2, "{said}");
    assert!(!said.contains("exercise"), "what was typed was not shown");
}

/// A vault in which the last entry is four hundred days old, and the file with the passphrase of its officer.
fn long_ago(stage: &Stage) -> (PathBuf, PathBuf) {
    let vault = stage.path("long-ago");
    let clock = Arc::new(|| Utc::now() - Duration::from_secs(400 * 86_400));
    let new = NewVault {
        name: "Registry".to_owned(),
        officer: OfficerId::parse("ada").expect("of the form of an id"),
        full_name: "Ada Officer".to_owned(),
        nationality: "BEL".to_owned(),
        regime: vault::Regime::Exercise,
        work_factor: WorkFactor::new(2).expect("between 1 and 21"),
    };
    Vault::init(&vault, new, &Passphrase::new("exercise".to_owned()), clock).expect("the vault is made");
    let pass = stage.write("ada-pass", "exercise\n");
    std::fs::set_permissions(&pass, std::fs::Permissions::from_mode(0o600)).expect("its mode is changed");
    (vault, pass)
}

fn entries(vault: &Path) -> u64 {
    Vault::open(vault, Arc::new(Utc::now)).expect("the vault opens").verify().expect("the log is whole").entries
}

#[test]
fn a_clock_far_ahead_of_the_log_is_asked_about_at_a_terminal_before_anything_is_written() {
    let stage = Stage::new();
    let (vault, pass) = long_ago(&stage);
    let with = ["--passphrase-file", pass.to_str().expect("the path is UTF-8")];
    let before = entries(&vault);
    let begun = || {
        let mut terminal = Terminal::begun(&vault, &stage.path("state"), &with);
        let said = terminal.hears("Is the clock of this computer right? (yes/no) ");
        assert!(said.contains("400 days"), "{said}");
        assert!(terminal.echoes(), "what is typed is no secret");
        assert_eq!(entries(&vault), before);
        terminal
    };

    let mut no = begun();
    no.person.write_all(b"perhaps\n").expect("it is written to");
    no.hears("(yes/no) ");
    no.person.write_all(b"no\n").expect("it is written to");
    let said = no.hears("--clock-is-right");
    assert!(said.contains("Nothing was recorded"), "{said}");
    assert_eq!((no.child.wait().expect("the program ends").code(), entries(&vault)), (Some(1), before));

    for how in [b"\x03", b"\x04"] {
        let mut ended = begun();
        ended.person.write_all(how).expect("it is written to");
        assert!(!ended.child.wait().expect("the program ends").success());
        assert!(ended.echoes(), "the terminal is given back");
        assert_eq!(entries(&vault), before);
    }

    let mut yes = begun();
    yes.person.write_all(b"yes\n").expect("it is written to");
    let begun = Instant::now();
    while yes.child.try_wait().expect("the program can be asked").is_none() {
        assert!(begun.elapsed() < Duration::from_secs(30));
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(yes.child.wait().expect("the program ends").success());
    assert!(entries(&vault) > before, "the session began");
}

#[test]
fn a_clock_far_ahead_of_the_log_is_refused_where_nobody_can_be_asked() {
    let stage = Stage::new();
    let (vault, pass) = long_ago(&stage);
    let before = entries(&vault);
    let list = |more: &[&str]| {
        let mut command = crate::stage::binary();
        command.env("XDG_STATE_HOME", stage.path("state")).arg("--vault").arg(&vault).arg("--json");
        command.arg("--passphrase-file").arg(&pass).args(more).args(["doc", "list"]);
        crate::stage::Came::of(command.output().expect("the program runs"))
    };
    let refused = list(&[]).problem(1);
    assert_eq!((refused["code"].as_str(), entries(&vault)), (Some("clock_far_ahead"), before));
    assert!(refused["fix"].as_str().expect("`fix` is text").contains("--clock-is-right"));
    assert_eq!(list(&["--clock-is-right"]).status, 0);
}

#[test]
fn an_unlock_that_has_much_to_read_shows_at_a_terminal_how_far_it_is() {
    let stage = Stage::new();
    let many = stage.path("many");
    std::fs::create_dir(&many).expect("the folder is made");
    // Somewhat more than are read in one go.
    for n in 0..1_200 {
        std::fs::write(many.join(format!("note-{n}.txt")), format!("note {n}")).expect("it is written");
    }
    let many = many.to_str().expect("the path is UTF-8");
    stage.run("fictief", &["doc", "file", many, "--recursive", "--dossier", "HAVEN", "--level", "RESTREINT"]).json();
    let of = entries(&stage.vault);
    let pass = stage.pass.to_str().expect("the path is UTF-8");
    let more = ["--as", "muster", "--passphrase-file", pass];
    let mut terminal = Terminal::begun(&stage.vault, &stage.path("state"), &more);
    terminal.hears(&format!("/{of} "));
    let (well, said) = terminal.ends();
    assert!(well, "{said}");
    // And nothing of it where somebody else reads it.
    let came = stage.command("muster", &["doc", "list", "--limit", "1"]).output().expect("it runs");
    assert!(came.status.success() && came.stderr.is_empty(), "{}", String::from_utf8_lossy(&came.stderr));
}
