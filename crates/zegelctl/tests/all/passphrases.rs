//! Passphrases from files: whose they are, and how they are written.

use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use testkit::LITTLE_WORK;

use crate::stage::{Came, Stage, binary};

fn with_file(stage: &Stage, bytes: &[u8], mode: u32, home: u32) -> Came {
    let folder = stage.path("kept");
    let _ = fs::create_dir(&folder);
    let path = folder.join("passphrase");
    fs::write(&path, bytes).expect("the file is written");
    fs::set_permissions(&path, Permissions::from_mode(mode)).expect("its mode is changed");
    fs::set_permissions(stage.path(""), Permissions::from_mode(home)).expect("its mode is changed");
    let mut command = binary();
    command.arg("--vault").arg(&stage.vault).args(["--as", "fictief", "--json", "--passphrase-file"]);
    Came::of(command.arg(&path).args(["doc", "list", "--limit", "1"]).output().expect("the program runs"))
}

#[test]
fn a_passphrase_file_that_others_can_read_is_refused() {
    let stage = Stage::new();
    for (mode, home, refused) in
        [(0o644, 0o755, true), (0o640, 0o755, true), (0o604, 0o755, true), (0o600, 0o755, false), (0o644, 0o700, false)]
    {
        let came = with_file(&stage, b"exercise\n", mode, home);
        if refused {
            let problem = came.problem(5);
            assert_eq!(problem["code"], "passphrase_file_open", "{mode:o} {home:o}");
            assert!(problem["fix"].as_str().expect("`fix` is text").contains("chmod 600"));
        } else {
            came.json();
        }
    }
}

#[test]
fn a_passphrase_is_read_as_windows_writes_it_and_what_is_none_is_no_wrong_one() {
    let stage = Stage::new();
    let utf_16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), "exercise\r\n".encode_utf16().flat_map(unit).collect()].concat()
    };
    for bytes in [
        b"\xef\xbb\xbfexercise\r\n".to_vec(),
        b"exercise".to_vec(),
        utf_16(b"\xff\xfe", u16::to_le_bytes),
        utf_16(b"\xfe\xff", u16::to_be_bytes),
    ] {
        with_file(&stage, &bytes, 0o600, 0o755).json();
    }
    for (bytes, code) in [
        (utf_16(b"", u16::to_le_bytes), "not_text"),
        (b"\xe9t\xe9\n".to_vec(), "not_text"),
        (b"\nexercise\n".to_vec(), "passphrase_file_empty"),
        (vec![b'x'; 10_000], "passphrase_file_long"),
    ] {
        assert_eq!(with_file(&stage, &bytes, 0o600, 0o755).problem(5)["code"], code);
    }
    let after = with_file(&stage, b"exercise\n", 0o600, 0o755).json();
    let codes: Vec<&str> =
        after["warnings"].as_array().expect("a list").iter().filter_map(|w| w["code"].as_str()).collect();
    assert!(!codes.contains(&"failed_attempts"), "none of it was a try: {codes:?}");
}

#[test]
fn pipes_and_standard_input_belong_to_the_command_that_was_given_them() {
    let stage = Stage::new();
    fs::set_permissions(stage.path(""), Permissions::from_mode(0o755)).expect("its mode is changed");
    let open = stage.write("open to all", "exercise\n");
    let mut command = std::process::Command::new("bash");
    command.args([
        "-c",
        "\"$0\" \"$@\" --passphrase-file <(echo exercise) && \"$0\" \"$@\" --passphrase-file - <\"$OPEN\"",
    ]);
    command.arg(env!("CARGO_BIN_EXE_zegelctl")).arg("--vault").arg(&stage.vault).args(["--as", "essai", "doc", "list"]);
    let came = Came::of(command.env("OPEN", &open).stdin(Stdio::null()).output().expect("the program runs"));
    assert_eq!(came.status, 0, "{}", String::from_utf8_lossy(&came.err));
}

#[test]
fn a_pipe_with_a_name_that_others_may_read_from_is_refused_like_a_file() {
    let stage = Stage::new();
    fs::set_permissions(stage.path(""), Permissions::from_mode(0o755)).expect("its mode is changed");
    let fifo = stage.path("pass.pipe");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().expect("the program runs").success());
    let list = || {
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                let mut into = fs::File::options().write(true).open(&fifo)?;
                into.write_all(b"exercise\n")
            });
            let mut command = binary();
            command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--passphrase-file"]).arg(&fifo);
            let came = Came::of(command.args(["doc", "list"]).output().expect("the program runs"));
            // Where it was refused unread, nobody is left to read.
            let _ = writer.join().expect("the thread does not panic");
            came
        })
    };
    fs::set_permissions(&fifo, Permissions::from_mode(0o644)).expect("its mode is changed");
    assert_eq!(list().problem(5)["code"], "passphrase_file_open");
    fs::set_permissions(&fifo, Permissions::from_mode(0o600)).expect("its mode is changed");
    list().json();
}

#[test]
fn a_passphrase_opens_in_whichever_form_it_was_made() {
    let stage = Stage::new();
    let (composed, apart) =
        (stage.write("nfc", "réunion à Liège\n"), stage.write("nfd", "re\u{301}union a\u{300} Lie\u{300}ge\n"));
    let vault = stage.path("new");
    let run = |pass: &std::path::Path, args: &[&str]| {
        let mut command = binary();
        command.arg("--json").arg("--vault").arg(&vault).arg("--passphrase-file").arg(pass).args(args);
        Came::of(command.output().expect("the program runs"))
    };
    let init = ["init", "--name", "N", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL"];
    run(&apart, &init).json();
    run(&composed, &["officer", "list"]).json();
    run(&apart, &["officer", "list"]).json();
}

/// The work of a guess at the passphrase of an identity, as its file says in the clear.
fn work_of(identity: &Path) -> String {
    let file = fs::read(identity).expect("there is an identity");
    let line = file.split(|byte| *byte == b'\n').nth(1).expect("a header has a second line");
    let line = String::from_utf8(line.to_vec()).expect("a header is text");
    assert!(line.starts_with("-> scrypt "), "{line}");
    line.rsplit(' ').next().expect("its last word").to_owned()
}

#[test]
fn identities_are_locked_with_the_work_of_real_vaults_unless_a_test_asks_for_less() {
    let stage = Stage::new();
    let pass = stage.write("own", "quatre mots sans lien\n");
    let change = ["passphrase", "change", "--new-passphrase-file", pass.to_str().expect("the path is UTF-8")];
    let essai = stage.vault.join("identities/essai.age");
    assert_eq!(work_of(&essai), "10", "of an exercise");
    let mut changed = stage.command("essai", &change);
    Came::of(changed.env_remove(LITTLE_WORK.0).output().expect("the program runs")).json();
    assert_eq!(work_of(&essai), "18");
    let init = ["init", "--name", "N", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL"];
    let made = |vault: &Path, command: &mut Command| {
        command.arg("--json").arg("--vault").arg(vault).arg("--passphrase-file").arg(&pass).args(init);
        Came::of(command.output().expect("the program runs")).json();
        work_of(&vault.join("identities/anna.age"))
    };
    assert_eq!(made(&stage.path("real"), binary().env_remove(LITTLE_WORK.0)), "18");
    assert_eq!(made(&stage.path("tested"), &mut binary()), LITTLE_WORK.1);
}

#[test]
fn what_others_tried_is_told_to_the_officer() {
    let stage = Stage::new();
    let wrong = stage.write("wrong", "not this one\n");
    let mut command = binary();
    command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--passphrase-file"]).arg(&wrong);
    assert_eq!(Came::of(command.args(["doc", "list"]).output().expect("the program runs")).status, 6);
    let listed = stage.run("essai", &["doc", "list"]).json();
    let warning = &listed["warnings"][0];
    assert_eq!(warning["code"], "failed_attempts");
    assert!(warning["message"].as_str().expect("`message` is text").starts_with("One attempt"), "{warning}");
}

#[test]
fn one_standard_input_is_for_one_reader_and_the_passphrase_comes_first() {
    let stage = Stage::new();
    let path = stage.write("a.txt", "words");
    let mut command = binary();
    command.arg("--vault").arg(&stage.vault).args(["--as", "fictief", "--json", "--passphrase-file", "-"]);
    command.args([
        "doc",
        "file",
        path.to_str().expect("UTF-8"),
        "--dossier",
        "HAVEN",
        "--level",
        "SECRET",
        "--rel",
        "BEL",
    ]);
    command.args(["--title", "@-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    child.stdin.take().expect("it is piped").write_all("exercise\nUn titre\n".as_bytes()).expect("it is written to");
    let id = Came::of(child.wait_with_output().expect("it ends")).json()["id"].as_str().expect("a text").to_owned();
    assert_eq!(stage.run("fictief", &["doc", "show", &id]).json()["title"], "Un titre");
}
