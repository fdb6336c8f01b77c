//! What stays of pages, texts and packages when somebody ends the program while they are being written: nothing.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::stage::{Stage, written_into};

const SIGNALS: [(&str, i32); 5] = [("TERM", 15), ("HUP", 1), ("INT", 2), ("QUIT", 3), ("KILL", 9)];
const SECRET: [&str; 4] = ["--level", "SECRET", "--rel", "BEL"];

/// Starts a command, waits until it has written something into the folder, and ends it by a signal.
fn end_in_the_midst(command: &mut Command, folder: &Path, (name, number): (&str, i32)) {
    // A core is nothing that is tested.
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let begun = Instant::now();
    while written_into(folder, child.id()) == 0 {
        assert!(child.try_wait().expect("it is asked for").is_none(), "{name}: it was too quick");
        assert!(begun.elapsed() < Duration::from_secs(120), "{name}: it writes");
        std::thread::sleep(Duration::from_millis(1));
    }
    let pid = child.id().to_string();
    assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().expect("it runs").success());
    let status = child.wait().expect("the program ends");
    assert_eq!(status.signal(), Some(number), "{name}: anyone who waits sees the signal");
}

/// The folder went with what was to be in it; after SIGKILL nobody is left who could remove it.
fn nothing_stays(folder: &Path, signal: &str) {
    match signal {
        "KILL" => assert_eq!(fs::read_dir(folder).expect("the folder is listed").count(), 0, "{signal}"),
        _ => assert!(!folder.exists(), "{signal}: {}", folder.display()),
    }
}

fn filed(stage: &Stage, text: &str) -> String {
    stage.file(text.as_bytes(), "HAVEN", &SECRET)["id"].as_str().expect("`id` is text").to_owned()
}

#[test]
fn no_page_of_a_document_stays_whatever_ends_the_program() {
    let stage = Stage::new();
    let id = filed(&stage, &"a line of words\n".repeat(20_000));
    for signal in SIGNALS {
        let folder = stage.path(signal.0).join("pages");
        let out = folder.to_str().expect("UTF-8");
        let mut command = stage.command("fictief", &["doc", "pages", &id, "--purpose", "test", "--out", out]);
        end_in_the_midst(&mut command, &folder, signal);
        nothing_stays(&folder, signal.0);
    }
}

#[test]
fn pages_that_were_there_stay_until_all_that_replace_them_are_there() {
    let stage = Stage::new();
    let (short, long) = (filed(&stage, "one line\n"), filed(&stage, &"a line of words\n".repeat(20_000)));
    let folder = stage.path("pages");
    let out = folder.to_str().expect("UTF-8");
    stage.run("fictief", &["doc", "pages", &short, "--purpose", "test", "--out", out]).json();
    let page = || fs::read(folder.join("page-0001.png")).expect("the page is read");
    let before = page();
    let replacing = ["doc", "pages", &long, "--purpose", "test", "--out", out, "--force"];
    for signal in [("INT", 2), ("KILL", 9)] {
        end_in_the_midst(&mut stage.command("fictief", &replacing), &folder, signal);
        assert!(page() == before, "{}: the page of the other document is as it was", signal.0);
        assert_eq!(fs::read_dir(&folder).expect("the folder is listed").count(), 1, "{}", signal.0);
    }
    // A name that is taken is found out before anything is recorded as read.
    let opened = ["ledger", "show", "--limit", "all", "--action", "open"];
    let read = || stage.run("fictief", &opened).json()["entries"].as_array().expect("a list").len();
    let known = read();
    let again = stage.run("fictief", &["doc", "pages", &long, "--purpose", "test", "--out", out]);
    assert_eq!(again.problem(1)["code"], "out_exists");
    assert_eq!((read(), page() == before), (known, true));
    fs::rename(folder.join("page-0001.png"), folder.join("page-0003.png")).expect("it is renamed");
    let again = stage.run("fictief", &["doc", "pages", &long, "--purpose", "test", "--out", out, "--pages", "1-5"]);
    assert_eq!(again.problem(1)["code"], "out_exists");
    assert_eq!(fs::read_dir(&folder).expect("the folder is listed").count(), 1, "all of them or none");
}

#[test]
fn no_text_of_a_document_stays_whatever_ends_the_program() {
    let stage = Stage::new();
    let id = filed(&stage, &"a line of words\n".repeat(100_000));
    for (name, number) in SIGNALS {
        let folder = stage.path(name);
        fs::create_dir(&folder).expect("the folder is made");
        let out = folder.join("text");
        let args = ["doc", "text", &id, "--purpose", "test", "--out", out.to_str().expect("UTF-8")];
        let mut child =
            stage.command("fictief", &args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        // It has the place to write to before it asks for the text.
        let open = || fs::read_dir(format!("/proc/{}/fd", child.id())).into_iter().flatten().flatten();
        let begun = Instant::now();
        while !open().any(|fd| fs::read_link(fd.path()).is_ok_and(|to| to.starts_with(&folder))) {
            assert!(begun.elapsed() < Duration::from_secs(120), "{name}: it has a place");
            std::thread::sleep(Duration::from_millis(1));
        }
        let pid = child.id().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().expect("it runs").success());
        assert_eq!(child.wait().expect("it ends").signal(), Some(number), "{name}");
        assert_eq!(fs::read_dir(&folder).expect("the folder is listed").count(), 0, "{name}");
    }
}

#[test]
fn no_package_stays_half_written_whatever_ends_the_program() {
    let stage = Stage::new();
    let large = stage.path("large.bin");
    fs::File::create(&large).expect("the file is made").set_len(192 << 20).expect("its length is changed");
    let what = ["doc", "file", large.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--level", "SECRET"];
    let id = stage.run("fictief", &[&what[..], &["--rel", "BEL,NLD"]].concat()).json()["id"].clone();
    let id = id.as_str().expect("`id` is text");
    let request = ["release", "request", "--partner", "voorbeelddienst", "--doc", id, "--purpose", "exchange"];
    let release = stage.run("fictief", &request).json()["release"].clone();
    let release = release.as_str().expect("`release` is text");
    stage.run("proef", &["release", "approve", release]).json();
    for signal in SIGNALS {
        let folder = stage.path(signal.0).join("out");
        let out = folder.to_str().expect("UTF-8");
        end_in_the_midst(&mut stage.command("proef", &["release", "write", release, "--out", out]), &folder, signal);
        nothing_stays(&folder, signal.0);
    }
    assert_eq!(stage.run("proef", &["ledger", "verify"]).json()["ok"], true);
    let out = stage.path("whole");
    stage.run("proef", &["release", "write", release, "--out", out.to_str().expect("UTF-8")]).json();
    assert_eq!(fs::read_dir(&out).expect("the folder is listed").count(), 1);
}
