//! The vault of the exercise, and what is done with it past the window.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// One of the project's programs, as they were built with these tests.
pub fn program(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_BIN_EXE_zegel")).with_file_name(name);
    assert!(path.is_file(), "{} is missing: the journey needs cargo test --workspace", path.display());
    path
}

/// The other security officer says yes to what was asked for, once it is there. As it may be about to be asked for, he looks again.
pub fn agree(vault: &Path, kind: &str) {
    let start = Instant::now();
    loop {
        let waiting: Value = serde_json::from_str(&zegelctl(vault, "exemple", &["assent", "list"])).expect("JSON");
        let mut asked = waiting["assents"].as_array().into_iter().flatten().filter(|one| one["kind"] == kind);
        if let Some(one) = asked.next() {
            zegelctl(vault, "exemple", &["assent", "give", one["id"].as_str().expect("it has an id")]);
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "no {kind} waits: {waiting}");
    }
}

/// Files a document in the dossier of the exercise with zegelctl, and gives its id.
pub fn filed(vault: &Path, officer: &str, path: &Path, level: &str, title: &str) -> String {
    let path = path.to_str().expect("the path is UTF-8");
    let args = ["doc", "file", path, "--dossier", "ARDENNES-26", "--level", level, "--title", title];
    let filed: Value = serde_json::from_str(&zegelctl(vault, officer, &args)).expect("JSON");
    filed["id"].as_str().expect("a text").to_owned()
}

/// Runs zegelctl on a vault, as an officer of the exercise.
pub fn zegelctl(vault: &Path, officer: &str, arguments: &[&str]) -> String {
    let passphrase = vault.with_extension("passphrase");
    std::fs::write(&passphrase, "exercise\n").expect("the passphrase can be written");
    // Others must not be able to read it.
    std::fs::set_permissions(
        &passphrase,
        <std::fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o600),
    )
    .expect("it is one's own");
    let done = Command::new(program("zegelctl"))
        .env("XDG_STATE_HOME", vault.with_extension("state"))
        .envs([testkit::LITTLE_WORK])
        .arg("--vault")
        .arg(vault)
        .args(["--as", officer, "--json", "--passphrase-file"])
        .arg(&passphrase)
        .args(arguments)
        .output()
        .expect("zegelctl runs");
    assert!(done.status.success(), "zegelctl {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("zegelctl writes text")
}

/// An exercise vault of one's own: made once, copied for each journey. What a workstation remembers of a vault lies elsewhere, and
/// is each journey's own.
pub fn exercise(vault: &Path) {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder for the exercise");
        let made = Command::new(program("zegelctl")).arg("demo").arg(folder.path().join("demo")).output();
        let made = made.expect("zegelctl runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        folder
    });
    let copied = Command::new("cp").arg("-r").arg(made.path().join("demo")).arg(vault).status();
    assert!(copied.expect("cp is there").success());
}
