//! Disks that are full or cannot be written, and documents larger than the memory that is given to them.

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::stage::{Came, Stage, binary};

/// Runs it under a limit on the size of files, in bytes: what lies beyond cannot be written, as on a disk without room. The
/// signal that comes with it is not ignored for the program: it does so itself.
pub fn limited(command: &Command, most: u64) -> Came {
    let mut limited = Command::new("prlimit");
    limited
        .arg(format!("--fsize={most}"))
        .arg(command.get_program())
        .args(command.get_args())
        .env_remove("ZEGEL_VAULT")
        .env("LC_ALL", "C.UTF-8");
    limited.envs(environment(command));
    Came::of(limited.stdin(Stdio::null()).output().expect("prlimit is there"))
}

/// What a command was to find in its environment.
fn environment(command: &Command) -> impl Iterator<Item = (&OsStr, &OsStr)> {
    command.get_envs().filter_map(|(name, value)| Some((name, value?)))
}

/// Everything in a folder, to see that nothing changed.
fn state(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut state = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is listed") {
        let path = entry.expect("the entry of the folder is read").path();
        if path.is_dir() {
            state.extend(self::state(&path));
            state.push((path, Vec::new()));
        } else {
            let bytes = fs::read(&path).expect("the file is read");
            state.push((path, bytes));
        }
    }
    state.sort();
    state
}

fn filing(stage: &Stage, path: &Path) -> Command {
    let path = path.to_str().expect("the path is UTF-8");
    let what = ["doc", "file", path, "--dossier", "HAVEN", "--title", "Filed", "--level", "SECRET", "--rel", "BEL"];
    stage.command("fictief", &what)
}

fn objects(stage: &Stage) -> usize {
    let objects = state(&stage.vault.join("objects"));
    objects.iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "age")).count()
}

#[test]
fn an_exercise_vault_that_the_disk_has_no_room_for_leaves_an_empty_folder() {
    let stage = Stage::new();
    let folder = stage.path("demo");
    let mut demo = binary();
    demo.arg("demo").arg(&folder).arg("--json");
    let came = limited(&demo, 200_000);
    assert_eq!(came.problem(1)["code"], "disk_full");
    assert_eq!(state(&folder), [], "so that it can be made there when there is room");
}

#[test]
fn a_disk_that_fills_up_under_a_document_keeps_nothing_of_it() {
    let stage = Stage::new();
    let ledger = fs::metadata(stage.vault.join("ledger.sqlite")).expect("the log is there").len();
    let room =
        ledger.max(fs::metadata(stage.vault.join("desks/fictief.sqlite")).map_or(0, |file| file.len())) + (4 << 20);
    let large = stage.write("large.bin", vec![7; usize::try_from(room).expect("it fits") + (1 << 20)]);
    let before = objects(&stage);
    let came = limited(&filing(&stage, &large), room);
    assert_eq!(came.problem(1)["code"], "disk_full");
    assert_eq!(objects(&stage), before, "no object without a document");
    assert_eq!(stage.run("fictief", &["ledger", "verify"]).json()["ok"], true);
    // With room again, the same command does it.
    let filed = Came::of(filing(&stage, &large).output().expect("the program runs")).json();
    assert_eq!(objects(&stage), before + 1);
    let out = stage.path("out.bin");
    let id = filed["id"].as_str().expect("`id` is text");
    stage.run("fictief", &["doc", "open", id, "--purpose", "test", "--out", out.to_str().expect("UTF-8")]).json();
    assert!(fs::read(out).expect("the file is read") == fs::read(large).expect("the file is read"));
}

#[test]
fn a_disk_without_room_for_an_entry_leaves_a_log_that_verifies() {
    let stage = Stage::new();
    let small = stage.write("small.txt", b"a few words");
    let before = objects(&stage);
    let ledger = fs::metadata(stage.vault.join("ledger.sqlite")).expect("the log is there").len();
    let entries = stage.run("fictief", &["ledger", "verify"]).json()["entries"].as_u64().expect("a number");
    // Whatever is written to the log lies beyond.
    let came = limited(&filing(&stage, &small), ledger / 2);
    assert_eq!(came.status, 1, "{}", String::from_utf8_lossy(&came.err));
    assert!(["disk_full", "io"].contains(&came.problem(1)["code"].as_str().expect("`code` is text")));
    assert_eq!(objects(&stage), before);
    let after = stage.run("fictief", &["ledger", "verify"]).json();
    assert_eq!(after["ok"], true);
    assert!(after["entries"].as_u64().expect("a number") <= entries + 1, "no more than the unlock of this command");
    Came::of(filing(&stage, &small).output().expect("the program runs")).json();
}

/// Takes from everybody the right to write in a folder, and gives it back at the end so that the folder can be removed.
struct Sealed<'s>(&'s Path);

impl<'s> Sealed<'s> {
    fn new(folder: &'s Path) -> Sealed<'s> {
        modes(folder, 0o555, 0o444);
        Sealed(folder)
    }
}

impl Drop for Sealed<'_> {
    fn drop(&mut self) {
        modes(self.0, 0o755, 0o644);
    }
}

fn modes(folder: &Path, folders: u32, files: u32) {
    fs::set_permissions(folder, Permissions::from_mode(0o755)).expect("its mode is changed");
    for entry in fs::read_dir(folder).expect("the folder is listed") {
        let path = entry.expect("the entry of the folder is read").path();
        if path.is_dir() {
            modes(&path, folders, files);
        } else {
            fs::set_permissions(&path, Permissions::from_mode(files)).expect("its mode is changed");
        }
    }
    fs::set_permissions(folder, Permissions::from_mode(folders)).expect("its mode is changed");
}

/// As a user to whom the rights of files apply: root may write anywhere, so root becomes nobody for this one command.
fn as_anybody(stage: &Stage, command: &Command) -> Came {
    if !rustix::process::geteuid().is_root() {
        let mut same = Command::new(command.get_program());
        return Came::of(
            same.args(command.get_args())
                .env("LC_ALL", "C.UTF-8")
                .envs(environment(command))
                .output()
                .expect("it runs"),
        );
    }
    let home = stage.path("");
    fs::set_permissions(&home, Permissions::from_mode(0o755)).expect("its mode is changed");
    let program = stage.path("zegelctl");
    fs::copy(command.get_program(), &program).expect("the file is copied");
    let pass = stage.path("pass");
    fs::set_permissions(&pass, Permissions::from_mode(0o600)).expect("its mode is changed");
    std::os::unix::fs::chown(&pass, Some(65534), Some(65534)).expect("it is given away");
    let mut nobody = Command::new("setpriv");
    nobody.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program).args(command.get_args());
    nobody.envs(environment(command));
    Came::of(nobody.env_remove("ZEGEL_VAULT").env("LC_ALL", "C.UTF-8").output().expect("setpriv is there"))
}

#[test]
fn a_vault_that_cannot_be_written_is_read_and_refuses_what_must_be_recorded() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let before = state(&stage.vault);
    {
        let _sealed = Sealed::new(&stage.vault);
        let listed = as_anybody(&stage, &stage.command("fictief", &["doc", "list"])).json();
        assert!(!listed["documents"].as_array().expect("`documents` is a list").is_empty());
        let open_to_all = stage.path("open to all");
        fs::create_dir(&open_to_all).expect("the folder is made");
        fs::set_permissions(&open_to_all, Permissions::from_mode(0o777)).expect("its mode is changed");
        let out = open_to_all.join("out");
        let open = ["doc", "open", &id, "--purpose", "test", "--out", out.to_str().expect("the path is UTF-8")];
        assert_eq!(as_anybody(&stage, &stage.command("fictief", &open)).problem(1)["code"], "read_only");
        assert!(!out.exists());
        let small = stage.write("small.txt", b"a few words");
        assert_eq!(as_anybody(&stage, &filing(&stage, &small)).problem(1)["code"], "read_only");
    }
    assert!(state(&stage.vault) == before, "nothing was touched");
    let out = stage.path("out");
    stage.run("fictief", &["doc", "open", &id, "--purpose", "test", "--out", out.to_str().expect("UTF-8")]).json();
}

/// Gives a folder and all that is in it to nobody, where root runs the tests.
fn give_away(folder: &Path) {
    if !rustix::process::geteuid().is_root() {
        return;
    }
    for (path, _) in state(folder) {
        std::os::unix::fs::chown(path, Some(65534), Some(65534)).expect("it is given away");
    }
    std::os::unix::fs::chown(folder, Some(65534), Some(65534)).expect("it is given away");
}

/// The one has an index there, the other has none yet.
#[test]
fn a_vault_whose_indexes_cannot_be_written_is_listed_all_the_same() {
    let stage = Stage::new();
    stage.a_document("fictief", "SECRET");
    give_away(&stage.vault);
    let desks = stage.vault.join("desks");
    fs::set_permissions(&desks, Permissions::from_mode(0o500)).expect("its mode is changed");
    for officer in ["fictief", "muster"] {
        let listed = as_anybody(&stage, &stage.command(officer, &["doc", "list"])).json();
        assert!(listed["documents"].is_array(), "{officer}: {listed}");
    }
    let small = stage.write("small.txt", b"a few words");
    assert_eq!(as_anybody(&stage, &filing(&stage, &small)).problem(1)["code"], "read_only");
    fs::set_permissions(&desks, Permissions::from_mode(0o700)).expect("its mode is changed");
}

/// Waits for it, and gives the most memory that it had resident, in MiB.
fn watched(mut child: Child) -> (Came, u64) {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("the program can be asked").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.split_whitespace().next()?.parse::<u64>().ok());
        most = most.max(peak.unwrap_or(0) / 1024);
        std::thread::sleep(Duration::from_millis(5));
    }
    (Came::of(child.wait_with_output().expect("the program ends")), most)
}

fn running(mut command: Command) -> Child {
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

#[test]
fn two_gigabytes_are_filed_and_read_in_little_memory() {
    const SIZE: u64 = 2 << 30;
    let stage = Stage::new();
    let path = stage.path("big.bin");
    File::create(&path).expect("the file is made").set_len(SIZE).expect("its length is changed");
    let (filed, filing_mib) = watched(running(filing(&stage, &path)));
    let id = filed.json()["id"].as_str().expect("`id` is text").to_owned();
    assert!(filing_mib > 0 && filing_mib < 200, "{filing_mib} MiB while filing");
    // To standard output, and from there to nowhere: the disk has given enough.
    let mut open = stage.command("fictief", &["doc", "open", &id, "--purpose", "test", "--out", "-"]);
    let mut child = open.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut out = child.stdout.take().expect("it is piped");
    let reader =
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()).expect("it is read to its end"));
    let (came, reading_mib) = watched(child);
    assert_eq!(
        (came.status, reader.join().expect("the thread does not panic")),
        (0, SIZE),
        "{}",
        String::from_utf8_lossy(&came.err)
    );
    assert!(reading_mib > 0 && reading_mib < 200, "{reading_mib} MiB while reading");
}
