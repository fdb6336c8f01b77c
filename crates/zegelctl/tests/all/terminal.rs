//! The prompt for a passphrase, at a terminal of its own.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, tcgetattr};

use crate::stage::Stage;

/// A terminal at which the program asks for a passphrase.
struct Terminal {
    person: File,
    program: OwnedFd,
    child: Child,
}

impl Terminal {
    fn asked(stage: &Stage) -> Terminal {
        let person = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&person).unwrap();
        unlockpt(&person).unwrap();
        let name = ptsname(&person, Vec::new()).unwrap();
        let program = rustix::fs::open(&name, OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty()).unwrap();
        let end = || Stdio::from(program.try_clone().unwrap());
        // Its controlling terminal, as a login gives one.
        let mut command = Command::new("setsid");
        command.args(["--ctty", "--wait", env!("CARGO_BIN_EXE_zegelctl"), "--vault"]).arg(&stage.vault);
        command.args(["--as", "fictief", "--lang", "en", "doc", "list", "--limit", "1"]).env_remove("ZEGEL_VAULT");
        command.env("XDG_STATE_HOME", stage.path("state"));
        let child = command.stdin(end()).stdout(end()).stderr(end()).spawn().expect("setsid is there");
        let mut terminal = Terminal { person: File::from(person), program, child };
        terminal.wait_until("it asks", |terminal| !terminal.echoes());
        terminal
    }

    fn echoes(&self) -> bool {
        tcgetattr(&self.program).unwrap().local_modes.contains(LocalModes::ECHO)
    }

    fn wait_until(&mut self, what: &str, holds: impl Fn(&Terminal) -> bool) {
        let begun = Instant::now();
        while !holds(self) {
            assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The program itself, beneath `setsid`.
    fn pid(&self) -> String {
        let of = self.child.id().to_string();
        let found = Command::new("ps").args(["-o", "pid=,comm=", "--ppid", &of]).output().unwrap();
        let text = String::from_utf8(found.stdout).unwrap();
        text.split_whitespace().next().map_or(of, str::to_owned)
    }
}

#[test]
fn whatever_ends_the_program_at_its_prompt_the_terminal_shows_again_what_is_typed() {
    let stage = Stage::new();
    for how in ["Ctrl-C", "Ctrl-\\", "TERM", "HUP", "INT"] {
        let mut terminal = Terminal::asked(&stage);
        match how {
            "Ctrl-C" => terminal.person.write_all(b"\x03").unwrap(),
            "Ctrl-\\" => terminal.person.write_all(b"\x1c").unwrap(),
            signal => {
                let pid = terminal.pid();
                assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().unwrap().success());
            }
        }
        let status = terminal.child.wait().unwrap();
        assert!(!status.success(), "{how}: {status}");
        assert!(terminal.echoes(), "{how}");
    }
}

#[test]
fn a_program_that_is_stopped_at_its_prompt_gives_the_terminal_back_and_asks_again() {
    let stage = Stage::new();
    let mut terminal = Terminal::asked(&stage);
    let pid = terminal.pid();
    let signal = |name: &str| assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    signal("-TSTP");
    terminal.wait_until("the terminal is given back", Terminal::echoes);
    signal("-CONT");
    terminal.wait_until("it asks again", |terminal| !terminal.echoes());
    terminal.person.write_all(b"exercise\n").unwrap();
    assert!(terminal.child.wait().unwrap().success());
    assert!(terminal.echoes());
    let mut said = vec![0; 1 << 16];
    let read = terminal.person.read(&mut said).unwrap();
    let said = String::from_utf8_lossy(&said[..read]);
    assert_eq!(said.matches("Passphrase of fictief:").count(), 2, "{said}");
    assert!(!said.contains("exercise"), "what was typed was not shown");
}
