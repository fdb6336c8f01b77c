//! What the tests stand on: one exercise vault, made once, copied for each test.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use tempfile::TempDir;

pub fn binary() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zegelctl"));
    command.env_remove("ZEGEL_VAULT").env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    command.env("XDG_STATE_HOME", new_workstation()).envs([testkit::LITTLE_WORK]);
    command
}

/// A place where nothing is remembered yet.
fn new_workstation() -> PathBuf {
    static ALL: OnceLock<TempDir> = OnceLock::new();
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let all = ALL.get_or_init(|| tempfile::tempdir().expect("a temporary folder"));
    all.path().join(NEXT.fetch_add(1, Ordering::Relaxed).to_string())
}

/// The officers of the exercise.
const OFFICERS: [&str; 8] = ["voorbeeld", "exemple", "fictief", "modele", "muster", "staal", "proef", "essai"];

/// A vault of one's own, in a folder with a space and an accent.
pub struct Stage {
    home: TempDir,
    pub vault: PathBuf,
    pub pass: PathBuf,
}

/// How a command came out.
pub struct Came {
    pub status: i32,
    pub out: Vec<u8>,
    pub err: Vec<u8>,
}

impl Came {
    pub fn of(output: Output) -> Came {
        Came { status: output.status.code().unwrap_or(-1), out: output.stdout, err: output.stderr }
    }

    /// The one object on standard output.
    pub fn json(&self) -> Value {
        assert_eq!(self.status, 0, "{}", String::from_utf8_lossy(&self.err));
        self.object()
    }

    pub fn object(&self) -> Value {
        let text = std::str::from_utf8(&self.out).expect("answers are UTF-8");
        assert_eq!(text.lines().count(), 1, "one object: {text}");
        serde_json::from_str(text).expect("answers are JSON")
    }

    /// The one object on standard error, of a command that failed with this status.
    pub fn problem(&self, status: i32) -> Value {
        let text = String::from_utf8_lossy(&self.err);
        assert_eq!(self.status, status, "{text}{}", String::from_utf8_lossy(&self.out));
        assert!(self.out.is_empty(), "nothing on standard output");
        let object: Value = serde_json::from_str(&text).unwrap_or_else(|_| panic!("one object: {text}"));
        for field in ["code", "message", "fix"] {
            assert!(object[field].is_string(), "{field} in {object}");
        }
        assert!(object["reasons"].is_array());
        assert!(!object["message"].as_str().expect("`message` is text").is_empty());
        object
    }

    pub fn codes(&self) -> Vec<String> {
        let problem = self.problem(3);
        problem["reasons"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|r| r["code"].as_str().expect("a text").to_owned())
            .collect()
    }
}

/// The exercise vault as it was made, and the same when each of its officers has verified its log.
struct Made {
    home: TempDir,
}

impl Made {
    fn once() -> &'static Made {
        static MADE: OnceLock<Made> = OnceLock::new();
        MADE.get_or_init(|| {
            let made = Made { home: tempfile::tempdir().expect("a temporary folder") };
            let came = Came::of(binary().args(["--json", "demo"]).arg(made.as_made()).output().expect("it runs"));
            assert_eq!(came.json()["documents"], 35);
            copy(&made.as_made(), &made.verified());
            let (pass, script) = (made.home.path().join("pass"), made.home.path().join("script"));
            fs::write(&pass, "exercise\n").expect("it is writable");
            fs::set_permissions(&pass, Permissions::from_mode(0o600)).expect("it is one's own");
            fs::write(&script, "ledger show --limit 1\nledger verify\n").expect("it is writable");
            for officer in OFFICERS {
                let mut command = binary();
                command.arg("--vault").arg(made.verified()).args(["--as", officer, "--json", "--passphrase-file"]);
                let came = Came::of(command.arg(&pass).arg("batch").arg(&script).output().expect("it runs"));
                assert_eq!(came.status, 0, "{}", String::from_utf8_lossy(&came.err));
            }
            made
        })
    }

    fn as_made(&self) -> PathBuf {
        self.home.path().join("demo")
    }

    fn verified(&self) -> PathBuf {
        self.home.path().join("verified")
    }
}

impl Stage {
    /// The log is known to be whole. Where it is not, each command verifies a piece of it.
    pub fn new() -> Stage {
        Stage::of(&Made::once().verified())
    }

    /// Nobody has verified the log yet.
    pub fn as_made() -> Stage {
        Stage::of(&Made::once().as_made())
    }

    fn of(made: &Path) -> Stage {
        // Closed to others, as a home is: a passphrase file in it need not be.
        let private = Permissions::from_mode(0o700);
        let home = tempfile::Builder::new().permissions(private).tempdir().expect("a temporary folder");
        let vault = home.path().join("coffre d’été");
        copy(made, &vault);
        let pass = home.path().join("pass");
        fs::write(&pass, "exercise\n").expect("it is writable");
        fs::set_permissions(&pass, Permissions::from_mode(0o600)).expect("it is one's own");
        Stage { home, vault, pass }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("it is writable");
        path
    }

    pub fn command(&self, officer: &str, args: &[&str]) -> Command {
        let mut command = binary();
        // All copies are of one vault: what this one was seen to hold is remembered for it alone.
        command.env("XDG_STATE_HOME", self.path("state"));
        command.arg("--vault").arg(&self.vault).args(["--as", officer, "--json"]);
        command.arg("--passphrase-file").arg(&self.pass).args(args);
        command
    }

    pub fn run(&self, officer: &str, args: &[&str]) -> Came {
        Came::of(self.command(officer, args).output().expect("it runs"))
    }

    /// What a person reads, in English.
    pub fn said(&self, officer: &str, args: &[&str]) -> String {
        let mut command = binary();
        command.env("XDG_STATE_HOME", self.path("state")).args(["--lang", "en", "--as", officer, "--vault"]);
        let output = command.arg(&self.vault).arg("--passphrase-file").arg(&self.pass).args(args).output();
        String::from_utf8(output.expect("it runs").stdout).expect("it is text")
    }

    /// What one security officer asks for and the other agrees to, each of them once.
    pub fn agreed(&self, by: &str, args: &[&str]) -> Value {
        let asked = self.run(by, args).json();
        assert_eq!(asked["waiting"], true, "{asked}");
        let other = if by == "exemple" { "voorbeeld" } else { "exemple" };
        self.run(other, &["assent", "give", asked["request"].as_str().expect("a request")]).json()
    }

    /// Files some bytes into a dossier as `fictief`.
    pub fn file(&self, bytes: &[u8], dossier: &str, more: &[&str]) -> Value {
        let path = self.write("to-file.txt", bytes);
        let mut args = vec!["doc", "file", path.to_str().expect("UTF-8"), "--dossier", dossier, "--title", "Filed"];
        args.extend(more);
        self.run("fictief", &args).json()
    }

    pub fn a_document(&self, officer: &str, level: &str) -> String {
        let listed = self.run(officer, &["doc", "list", "--level", level]).json();
        listed["documents"][0]["id"].as_str().expect("there is one").to_owned()
    }

    pub fn object(&self, id: &str) -> PathBuf {
        self.vault.join("objects").join(&id[..2]).join(format!("{id}.age"))
    }
}

pub fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp").arg("-r").arg(from).arg(to).status().expect("cp is there");
    assert!(status.success());
}

/// How many bytes a process has written into a folder so far, into files that may have no name yet.
pub fn written_into(folder: &Path, process: u32) -> u64 {
    let open = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
    let there = open.filter(|fd| fs::read_link(fd.path()).is_ok_and(|to| to.starts_with(folder)));
    there.filter_map(|fd| fs::metadata(fd.path()).ok().filter(fs::Metadata::is_file)).map(|meta| meta.len()).sum()
}
