//! `./dev --shared`, once everything is built: it publishes, joins and opens two windows, and whatever ends it, nothing of it is left. In the
//! place of the windows stands a program that waits.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use testkit::Servers;

use crate::stage::Stage;

struct Run {
    stage: Stage,
    home: tempfile::TempDir,
}

fn program(at: &Path, text: &str) {
    fs::write(at, text).expect("it is written");
    fs::set_permissions(at, Permissions::from_mode(0o755)).expect("it is ours");
}

impl Run {
    fn new() -> Run {
        // The servers run as somebody else, below it.
        let open = Permissions::from_mode(0o711);
        let home = tempfile::Builder::new().permissions(open.clone()).tempdir().expect("a folder");
        let run = Run { stage: Stage::new(), home };
        let examples = run.path("programs/examples");
        for folder in [examples.clone(), run.path("state"), run.path("temp")] {
            fs::create_dir_all(folder).expect("a folder");
        }
        fs::set_permissions(run.path("temp"), open).expect("it is ours");
        let built = Path::new(env!("CARGO_BIN_EXE_zegelctl"));
        symlink(built, run.path("programs/zegelctl")).expect("a link");
        let opened = run.path("opened").display().to_string();
        let waits = format!("#!/bin/sh\necho \"$1\" >>'{opened}'\nwhile :; do sleep 0.1; done\n");
        program(&run.path("programs/zegel"), &waits);
        let servers = built.with_file_name("examples").join("servers");
        if servers.is_file() {
            symlink(servers, examples.join("servers")).expect("a link");
        } else {
            run.stand_in(&examples.join("servers"));
        }
        run
    }

    /// Where the program with the servers was not built: those of this test, as long as its input lasts.
    fn stand_in(&self, at: &Path) {
        let (servers, runs) = (Servers::running(), self.path("temp/servers").display().to_string());
        let place = servers.place();
        let said = [&place.owner, &place.officer].map(|secrets| {
            let at = servers.database(&place, servers.database_port);
            let objects = servers.objects(&place, servers.objects_port);
            format!("--database {at} --objects {objects} --secrets {}", secrets.display())
        });
        let [owner, officer] = said;
        let text = format!(
            "#!/bin/sh\ntrap '' INT\n>'{runs}'\necho '{owner}'\necho '{officer}'\ncat >/dev/null\nrm '{runs}'\n"
        );
        program(at, &text);
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn command(&self) -> Command {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.ci/shared.sh");
        // A shell that runs this in the background has it ignore Ctrl-C.
        let mut command = Command::new("env");
        command.args(["--default-signal=INT,TERM", "bash"]).arg(script);
        command.arg(self.path("programs")).arg(&self.stage.vault);
        command.env("TMPDIR", self.path("temp")).env("XDG_STATE_HOME", self.path("state")).env("LC_ALL", "C.UTF-8");
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").stdin(Stdio::null()).process_group(0);
        command
    }

    /// The lines that the windows wrote when they opened.
    fn opened(&self) -> Vec<String> {
        let opened = fs::read_to_string(self.path("opened")).unwrap_or_default();
        opened.lines().map(str::to_owned).collect()
    }

    /// Neither a file nor a process, soon: the servers end by themselves.
    fn nothing_is_left(&self, what: &str) {
        let begun = Instant::now();
        loop {
            let files: Vec<PathBuf> =
                fs::read_dir(self.path("temp")).expect("it is listed").flatten().map(|entry| entry.path()).collect();
            let running = running_below(self.home.path());
            if files.is_empty() && running.is_empty() {
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "{what}: {files:?} {running:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// What the processes are called that have to do with a folder.
fn running_below(folder: &Path) -> Vec<String> {
    let folder = folder.to_str().expect("UTF-8");
    let all = fs::read_dir("/proc").expect("it is listed").flatten();
    let said = all.filter_map(|process| fs::read(process.path().join("cmdline")).ok());
    let said = said.map(|said| String::from_utf8_lossy(&said).replace('\0', " "));
    said.filter(|said| said.contains(folder)).collect()
}

#[test]
fn without_a_display_it_says_how_the_second_workstation_stands_and_nothing_is_left() {
    let run = Run::new();
    let came = run.command().output().expect("it runs");
    let said = String::from_utf8_lossy(&came.stdout).into_owned();
    assert!(came.status.success(), "{said}{}", String::from_utf8_lossy(&came.stderr));
    assert!(said.lines().any(|status| status.ends_with("has beyond them: 0.")), "{said}");
    assert_eq!(run.opened(), Vec::<String>::new());
    run.nothing_is_left("at the end");
}

#[test]
fn whatever_ends_it_its_windows_and_its_servers_end_as_well() {
    // What a terminal sends to all of them, and what somebody sends to the one.
    for (signal, whom, status) in [("INT", "-", 130), ("TERM", "", 143)] {
        let run = Run::new();
        let log = fs::File::create(run.path("log")).expect("a file");
        let mut child = run.command();
        child.env("DISPLAY", ":none").stdout(log.try_clone().expect("one more")).stderr(log);
        let mut child = child.spawn().expect("it runs");
        let begun = Instant::now();
        while run.opened().len() < 2 {
            let said = || fs::read_to_string(run.path("log")).unwrap_or_default();
            assert!(child.try_wait().expect("it is asked").is_none(), "it ended: {}", said());
            assert!(begun.elapsed() < Duration::from_secs(120), "two windows open: {}", said());
            std::thread::sleep(Duration::from_millis(50));
        }
        let mut folders: Vec<String> = run.opened();
        folders.sort();
        assert!(folders[0].ends_with("/one") && folders[1].ends_with("/two"), "{folders:?}");
        assert!(!running_below(run.home.path()).is_empty());
        let whom = format!("{whom}{}", child.id());
        let sent = Command::new("kill").args([&format!("-{signal}"), "--", &whom]).status();
        assert!(sent.expect("it runs").success());
        assert_eq!(child.wait().expect("it ends").code(), Some(status), "{signal}");
        run.nothing_is_left(signal);
    }
}
