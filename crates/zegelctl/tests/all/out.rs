//! Where an opened document goes, and what stays where it was.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::stage::{Came, Stage, written_into};

const TEXT: &[u8] = b"a few words";

fn opening(stage: &Stage, id: &str, out: &Path, more: &[&str]) -> Command {
    let mut args = vec!["doc", "open", id, "--purpose", "test", "--out", out.to_str().expect("the path is UTF-8")];
    args.extend(more);
    stage.command("fictief", &args)
}

fn filed(stage: &Stage, bytes: &[u8]) -> String {
    stage.file(bytes, "HAVEN", &["--level", "SECRET", "--rel", "BEL"])["id"].as_str().expect("`id` is text").to_owned()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder is listed")
        .map(|entry| entry.expect("the entry of the folder is read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_there_is_replaced_only_when_that_is_asked_for() {
    let stage = Stage::new();
    let id = filed(&stage, TEXT);
    let out = stage.path("out");
    fs::create_dir(&out).expect("the folder is made");
    let file = out.join("minutes");
    let run = |to: &Path, more: &[&str]| Came::of(opening(&stage, &id, to, more).output().expect("the program runs"));

    fs::write(&file, "my own minutes").expect("the file is written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("its mode is changed");
    assert_eq!(run(&file, &[]).problem(1)["code"], "out_exists");
    assert_eq!(fs::read(&file).expect("the file is read"), b"my own minutes");
    run(&file, &["--force"]).json();
    assert_eq!(fs::read(&file).expect("the file is read"), TEXT);
    assert_eq!(fs::metadata(&file).expect("the file is there").permissions().mode() & 0o777, 0o600);

    for target in [out.join("elsewhere"), out.join("nowhere")] {
        let link = out.join("link");
        let _ = fs::remove_file(&link);
        symlink(&target, &link).expect("the link is made");
        if target.ends_with("elsewhere") {
            fs::write(&target, "of somebody else").expect("the file is written");
        }
        assert_eq!(run(&link, &[]).problem(1)["code"], "out_exists");
        assert!(fs::symlink_metadata(&link).expect("the link is there").is_symlink());
        run(&link, &["--force"]).json();
        assert!(fs::symlink_metadata(&link).expect("the link is there").is_file(), "the link is replaced");
    }
    assert_eq!(
        fs::read(out.join("elsewhere")).expect("it is read"),
        b"of somebody else",
        "what it led to is as it was"
    );
    assert!(!out.join("nowhere").exists());

    let (folder, link) = (out.join("folder"), out.join("link to folder"));
    fs::create_dir(&folder).expect("the folder is made");
    symlink(&folder, &link).expect("the link is made");
    for to in [&folder, &link, &out.join("new/"), &out.join("..")] {
        for more in [&[][..], &["--force"]] {
            assert_eq!(run(to, more).problem(1)["code"], "out_is_a_folder", "{}", to.display());
        }
    }
    assert_eq!(run(&out.join("none/file"), &[]).problem(1)["code"], "file");
    assert_eq!(names(&out), ["elsewhere", "folder", "link", "link to folder", "minutes"]);
    let log = stage.run("fictief", &["ledger", "show", "--doc", &id, "--action", "open"]).json();
    assert_eq!(log["entries"].as_array().expect("a list").len(), 3, "what could not be written to was not opened");
}

#[test]
fn devices_and_pipes_are_written_to_and_never_replaced() {
    let stage = Stage::new();
    let id = filed(&stage, TEXT);
    let run = |to: &Path| Came::of(opening(&stage, &id, to, &["--force"]).output().expect("the program runs"));
    for device in ["/dev/null", "/dev/full"] {
        let came = run(Path::new(device));
        assert_eq!(came.status, i32::from(device == "/dev/full"), "{device}");
        assert!(
            fs::metadata(device).expect("the file is there").file_type().is_char_device(),
            "{device} is what it was"
        );
    }
    let pipe = stage.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("the program runs").success());
    let link = stage.path("link to the pipe");
    symlink(&pipe, &link).expect("the link is made");
    for to in [&pipe, &link] {
        let mut child = opening(&stage, &id, to, &[]).stdout(Stdio::null()).spawn().expect("the program starts");
        assert_eq!(fs::read(&pipe).expect("the pipe is read"), TEXT);
        assert!(child.wait().expect("the program ends").success());
        assert!(fs::symlink_metadata(&pipe).expect("the pipe is there").file_type().is_fifo());
    }
    assert_eq!(run(Path::new("/dev/stdout")).out, TEXT);
    let file = stage.path("given");
    let mut child = Command::new("bash");
    child.args(["-c", "exec 3>>\"$0\"; echo first >&3; exec \"$@\""]).arg(&file);
    let open = opening(&stage, &id, Path::new("/dev/fd/3"), &[]);
    child.envs(open.get_envs().filter_map(|(name, value)| Some((name, value?))));
    assert!(child.arg(open.get_program()).args(open.get_args()).output().expect("the program runs").status.success());
    assert_eq!(fs::read(&file).expect("the file is read"), [b"first\n", TEXT].concat());
}

#[test]
fn a_reader_who_has_had_enough_is_no_failure() {
    let stage = Stage::new();
    let id = filed(&stage, &vec![b'x'; 3 << 20]);
    let open = opening(&stage, &id, Path::new("-"), &[]);
    let list = stage.command("fictief", &["doc", "list"]);
    for command in [open, list] {
        let mut child = Command::new(command.get_program());
        child.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        child.args(command.get_args()).stdout(Stdio::piped()).stderr(Stdio::piped()).env_remove("ZEGEL_VAULT");
        let mut child = child.spawn().expect("the program starts");
        drop(child.stdout.take());
        let came = child.wait_with_output().expect("the program ends");
        assert_eq!((came.status.code(), came.stderr.as_slice()), (Some(0), &b""[..]));
    }
    let full = stage
        .command("fictief", &["doc", "list"])
        .stdout(File::create("/dev/full").expect("the file is made"))
        .output()
        .expect("it runs");
    assert_eq!(Came::of(full).problem(1)["code"], "output");
}

/// A document that is being written into a folder, stopped in the midst: it is far larger than what was written so far.
fn in_the_midst(stage: &Stage, id: &str, folder: &Path) -> (Child, PathBuf) {
    let out = folder.join("out");
    let child = opening(stage, id, &out, &[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let begun = Instant::now();
    while written_into(folder, child.id()) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(60), "it writes");
        std::thread::sleep(Duration::from_millis(1));
    }
    (child, out)
}

#[test]
fn nothing_of_a_document_stays_whatever_ends_the_program() {
    let stage = Stage::new();
    let path = stage.path("large");
    File::create(&path).expect("the file is made").set_len(256 << 20).expect("its length is changed");
    let what =
        ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "HAVEN", "--level", "SECRET", "--rel", "BEL"];
    let id = stage.run("fictief", &what).json()["id"].as_str().expect("`id` is text").to_owned();
    for signal in ["TERM", "HUP", "INT", "KILL"] {
        let folder = stage.path(signal);
        fs::create_dir(&folder).expect("the folder is made");
        let (mut child, out) = in_the_midst(&stage, &id, &folder);
        let pid = child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{signal}"), &pid]).status().expect("the program runs").success());
        let status = child.wait().expect("the program ends");
        assert!(!status.success(), "{signal}: {status}");
        assert!(!out.exists());
        assert_eq!(names(&folder), Vec::<String>::new(), "{signal}");
    }
    assert_eq!(stage.run("fictief", &["ledger", "verify"]).json()["ok"], true);
}

#[test]
fn a_checkpoint_and_a_label_go_where_they_are_asked_for() {
    let stage = Stage::new();
    let note = stage.path("note");
    let id = stage.a_document("fictief", "SECRET");
    let path = note.to_str().expect("the path is UTF-8");
    let made = stage.run("fictief", &["ledger", "checkpoint", "--out", path]).json();
    assert_eq!(fs::read_to_string(&note).expect("the note is read"), made["note"].as_str().expect("`note` is text"));
    assert_eq!(fs::metadata(&note).expect("the note is there").permissions().mode() & 0o777, 0o600);
    assert_eq!(stage.run("fictief", &["doc", "label", &id, "--out", path]).problem(1)["code"], "out_exists");
    stage.run("fictief", &["doc", "label", &id, "--out", path, "--force"]).json();
    assert!(fs::read_to_string(&note).expect("the note is read").contains("ConfidentialityLabel"));
}

#[test]
fn a_note_as_windows_and_mail_write_it_is_compared_and_what_was_proved_is_said() {
    let stage = Stage::new();
    let verify = |more: &[&str]| stage.run("fictief", &[&["ledger", "verify"], more].concat());
    let note = stage.run("fictief", &["ledger", "checkpoint"]).json()["note"].as_str().expect("a text").to_owned();
    let bare = verify(&[]).json();
    let all = |object: &serde_json::Value, what: &str| object[what].to_string();
    assert!(all(&bare, "not_proved").contains("same_vault") && all(&bare, "not_proved").contains("nothing_cut_off"));
    assert!(all(&bare, "proved").contains("unaltered"));
    let utf_16: Vec<u8> =
        format!("\u{feff}{}", note.replace('\n', "\r\n")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let quoted: String = note.lines().map(|line| format!("> {line}  \r\n")).collect();
    for bytes in [note.as_bytes().to_vec(), utf_16, quoted.into_bytes()] {
        let path = stage.write("kept", &bytes);
        let with = verify(&["--checkpoint", path.to_str().expect("the path is UTF-8")]).json();
        assert!(all(&with, "proved").contains("same_vault"), "{with}");
        assert!(!all(&with, "not_proved").contains("same_vault"), "{with}");
        assert_eq!(with["warnings"].as_array().map(Vec::len), Some(0), "{with}");
    }
    let path = stage.write("kept", format!("{note}\nNothing was cut off.\n").as_bytes());
    // A note survives mail: what was signed is compared, and what stands around it is told.
    let beside = verify(&["--checkpoint", path.to_str().expect("the path is UTF-8")]).json();
    assert_eq!((&beside["ok"], &beside["warnings"][0]["code"]), (&true.into(), &"beside_checkpoint".into()));
    assert!(all(&beside, "proved").contains("whole_to_checkpoint"), "{beside}");
    assert!(beside["warnings"][0]["message"].as_str().expect("a text").contains("one other line"), "{beside}");
    let other = stage.write("kept", vec![b'x'; 300 << 10]);
    assert_eq!(verify(&["--checkpoint", other.to_str().expect("UTF-8")]).problem(5)["code"], "file_too_large");
}

#[test]
fn a_device_that_is_read_from_a_pipe_gives_all_lines() {
    // Reads while it writes: more than a pipe holds.
    let stage = Stage::new();
    let id = filed(&stage, "line\n".repeat(100_000).as_bytes());
    let mut child = opening(&stage, &id, Path::new("-"), &[]).stdout(Stdio::piped()).spawn().expect("it starts");
    let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines().count();
    assert_eq!((lines, child.wait().expect("the program ends").success()), (100_000, true));
    let mut rest = String::new();
    child.stderr.take().map(|mut err| err.read_to_string(&mut rest));
    assert_eq!(rest, "");
}

/// Every file of a vault but those that a mere unlock writes, and what is in them.
fn contents(vault: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut left = vec![vault.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is listed").map(Result::unwrap) {
            match entry.file_type().expect("the system says what it is").is_dir() {
                true => left.push(entry.path()),
                false if folder.ends_with("desks") || entry.file_name().to_string_lossy().starts_with("ledger.") => {}
                false => files.push((entry.path(), fs::read(entry.path()).expect("the file is read"))),
            }
        }
    }
    files.sort();
    files
}

#[test]
fn nothing_is_written_into_a_vault_whichever_way_leads_there() {
    let stage = Stage::new();
    let id = filed(&stage, TEXT);
    let elsewhere = stage.path("elsewhere");
    fs::create_dir(&elsewhere).expect("the folder is made");
    symlink(stage.vault.join("objects"), elsewhere.join("link")).expect("the link is made");
    let other = Stage::new();
    let policy = ["--policy", "BEL"];
    let label = stage.path("label.xml");
    stage.run("fictief", &["doc", "label", &id, "--out", label.to_str().expect("the path is UTF-8")]).json();
    let before = contents(&stage.vault);
    let entries =
        || stage.run("fictief", &["ledger", "show", "--doc", &id, "--action", "open"]).json()["entries"].clone();
    let opened = entries();
    let ways = [
        stage.vault.join("ledger.sqlite"),
        stage.vault.join("new"),
        stage.vault.join("objects/x"),
        stage.vault.join("objects/../new"),
        stage.vault.join("identities/fictief.age"),
        elsewhere.join("link/x"),
        elsewhere.join("link/../vault.toml"),
        other.vault.join("new"),
    ];
    for way in &ways {
        let out = way.to_str().expect("the path is UTF-8");
        let data = label.to_str().expect("the path is UTF-8");
        for command in [
            &["doc", "open", &id, "--purpose", "p", "--out", out, "--force"][..],
            &["doc", "text", &id, "--purpose", "p", "--out", out, "--force"],
            &["doc", "label", &id, "--out", out, "--force"],
            &["ledger", "checkpoint", "--out", out, "--force"],
            &["ledger", "show", "--csv", "--out", out, "--force"],
            &["label", "bind", policy[0], policy[1], "--data", data, "--out", out, "--force", data],
        ] {
            let said = stage.run("fictief", command).problem(1);
            assert_eq!(said["code"], "in_vault", "{} {}: {said}", command[1], way.display());
        }
    }
    for folder in [stage.vault.clone(), stage.vault.join("new/below"), elsewhere.join("link"), other.vault.join("new")]
    {
        let out = folder.to_str().expect("the path is UTF-8");
        let said = stage.run("fictief", &["doc", "pages", &id, "--purpose", "p", "--out", out]).problem(1);
        assert_eq!(said["code"], "in_vault", "{}", folder.display());
        let none = "zzzzzzzzzzzzzzzzzzzzzzzzzz";
        let said = stage.run("fictief", &["release", "write", none, "--out", out]).problem(1);
        assert_eq!(said["code"], "in_vault", "{}", folder.display());
        let said = stage.run("fictief", &["demo", folder.join("demo").to_str().expect("the path is UTF-8")]).problem(1);
        assert_eq!(said["code"], "in_vault", "{}", folder.display());
    }
    for (out, redirected) in [("-", "vault.toml"), ("/dev/fd/1", "new.txt")] {
        let into =
            File::options().append(true).create(true).open(stage.vault.join(redirected)).expect("the file opens");
        let came = opening(&stage, &id, Path::new(out), &[]).stdout(into).output().expect("the program runs");
        assert_eq!(Came::of(came).problem(1)["code"], "in_vault", "{out}");
    }
    fs::remove_file(stage.vault.join("new.txt")).expect("the file is removed");
    assert_eq!(contents(&stage.vault), before);
    assert_eq!(entries(), opened, "what was not written was not opened");
    assert_eq!(stage.run("fictief", &["ledger", "verify"]).json()["ok"], true);
}

#[test]
fn where_a_folder_is_meant_anything_else_is_said_to_be_none() {
    let stage = Stage::new();
    let id = filed(&stage, TEXT);
    let file = stage.write("file", "x");
    for out in ["-", "/dev/null", file.to_str().expect("the path is UTF-8")] {
        let none = "zzzzzzzzzzzzzzzzzzzzzzzzzz";
        for command in
            [&["doc", "pages", &id, "--purpose", "p", "--out", out][..], &["release", "write", none, "--out", out]]
        {
            let said =
                Came::of(stage.command("fictief", command).current_dir(stage.path("")).output().expect("it runs"))
                    .problem(1);
            assert_eq!(said["code"], "out_is_no_folder", "{out}: {said}");
        }
    }
    assert!(!stage.path("-").exists());
}

#[test]
fn what_a_new_vault_is_made_of_is_for_its_owner_alone_whatever_the_umask() {
    let stage = Stage::new();
    for umask in ["0", "0277"] {
        let vault = stage.path(umask);
        let mut shell = Command::new("sh");
        shell.args(["-c", "umask \"$0\" && exec \"$@\""]).arg(umask).env("XDG_STATE_HOME", stage.path("new state"));
        let came = shell.arg(env!("CARGO_BIN_EXE_zegelctl")).arg("demo").arg(&vault).output().expect("it runs");
        assert!(came.status.success(), "{umask}: {}", String::from_utf8_lossy(&came.stderr));
        let mut left = vec![vault];
        while let Some(path) = left.pop() {
            let found = fs::metadata(&path).expect("the file is there");
            let mode = found.permissions().mode() & 0o777;
            assert_eq!(mode, if found.is_dir() { 0o700 } else { 0o600 }, "{umask}: {}", path.display());
            if found.is_dir() {
                left.extend(
                    fs::read_dir(&path)
                        .expect("the folder is listed")
                        .map(|entry| entry.expect("the entry of the folder is read").path()),
                );
            }
        }
    }
}

#[test]
fn a_pipe_that_nobody_reads_is_given_up() {
    let stage = Stage::new();
    let pipe = stage.path("nobody reads");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("the program runs").success());
    let pipe = pipe.to_str().expect("the path is UTF-8");
    let id = stage.a_document("fictief", "SECRET");
    for words in [&["ledger", "checkpoint"][..], &["doc", "open", &id, "--purpose", "test"][..]] {
        let problem = stage.run("fictief", &[words, &["--out", pipe]].concat()).problem(1);
        assert_eq!(problem["code"], "nobody_reads", "{words:?}");
    }
}
