//! Free texts from files, and batches: what cannot be meant is refused, with its line and its cause.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use crate::stage::{Came, Stage};

const MARKED: [&str; 6] = ["--dossier", "HAVEN", "--level", "SECRET", "--rel", "BEL"];

fn batch(stage: &Stage, script: &[u8]) -> (i32, Vec<Value>) {
    let path = stage.write("script", script);
    let came = stage.run("fictief", &["batch", path.to_str().expect("the path is UTF-8")]);
    (came.status, objects(&came))
}

fn objects(came: &Came) -> Vec<Value> {
    String::from_utf8_lossy(&came.out).lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect()
}

#[test]
fn a_text_may_stand_in_a_file() {
    let stage = Stage::new();
    let path = stage.write("a.txt", "x");
    let utf_16: Vec<u8> = "\u{feff}Été\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, title) in
        [(&b"\xef\xbb\xbfUn titre\r\n"[..], "Un titre"), (b"Two words", "Two words"), (&utf_16, "Été")]
    {
        let text = stage.write("title", bytes);
        let title_at = format!("@{}", text.display());
        let args = [&["doc", "file", path.to_str().expect("UTF-8"), "--title", &title_at], &MARKED[..]].concat();
        let id = stage.run("fictief", &args).json()["id"].as_str().expect("`id` is text").to_owned();
        assert_eq!(stage.run("fictief", &["doc", "show", &id]).json()["title"], title);
    }
    let args = [&["doc", "file", path.to_str().expect("the path is UTF-8"), "--title", "@@home"], &MARKED[..]].concat();
    let id = stage.run("fictief", &args).json()["id"].as_str().expect("`id` is text").to_owned();
    assert_eq!(stage.run("fictief", &["doc", "show", &id]).json()["title"], "@home");
    let purpose = stage.write("why", "Lecture\n");
    let open = ["doc", "open", &id, "--purpose", &format!("@{}", purpose.display()), "--out", "-"];
    assert_eq!(stage.run("fictief", &open).out, b"x");
    let log = stage.run("fictief", &["ledger", "show", "--doc", &id, "--action", "open"]).json().to_string();
    assert!(log.contains("\"Lecture\"") && !log.contains("@/"), "{log}");
}

#[test]
fn a_text_that_cannot_be_read_says_why_and_nothing_is_done() {
    let stage = Stage::new();
    let large = stage.write("large", vec![b'x'; 100_000]);
    let binary = stage.write("binary", b"a\0b");
    for (typed, status, code) in [
        ("@/no/such/file".to_owned(), 1, "file"),
        (format!("@{}", large.display()), 5, "file_too_large"),
        (format!("@{}", binary.display()), 5, "not_text"),
        ("@/tmp".to_owned(), 5, "not_a_file"),
    ] {
        let came = stage.run("fictief", &["doc", "list", "--query", &typed]);
        assert_eq!(came.problem(status)["code"], code, "{typed}");
    }
    // What is wrong with the words is said before any file is read.
    let came = stage.run("fictief", &["doc", "list", "--nosuch", "--query", "@/no/such/file"]).problem(2);
    assert!(came["message"].as_str().expect("`message` is text").contains("--nosuch"), "{came}");
}

#[test]
fn a_line_that_says_otherwise_who_acts_or_where_is_refused() {
    let stage = Stage::new();
    for flag in ["--as essai", "--vault /tmp", "--passphrase-file /tmp/p", "--json", "--lang fr"] {
        let (status, lines) =
            batch(&stage, format!("doc list --limit 1 {flag}\n{flag} doc list --limit 1\n").as_bytes());
        assert_eq!((status, lines.len()), (2, 2), "{flag}");
        for (at, line) in lines.iter().enumerate() {
            assert_eq!((&line["code"], &line["line"]), (&"not_in_line".into(), &(at + 1).into()), "{line}");
            assert!(
                line["message"]
                    .as_str()
                    .expect("a text")
                    .contains(flag.split(' ').next().expect("a text has a first piece")),
                "{line}"
            );
        }
    }
}

#[test]
fn an_error_names_its_line_and_its_cause() {
    let stage = Stage::new();
    let script = b"\xef\xbb\xbfdoc list --limit 1\r\n\n# x\ndoc list --nosuch 1\ndoc lst\ndoc file x\ndoc show 'x\ndoc show a\0b\ndoc show \xff\n";
    let (status, lines) = batch(&stage, script);
    assert_eq!(status, 2);
    assert!(lines[0]["documents"].is_array(), "a byte order mark is no part of the first command");
    let said: Vec<(u64, &str)> = lines[1..]
        .iter()
        .map(|l| (l["line"].as_u64().expect("a number"), l["message"].as_str().expect("a text")))
        .collect();
    for ((line, message), (at, cause)) in
        said.iter().zip([(4, "--nosuch"), (5, "lst"), (6, "--dossier"), (7, "quote"), (8, "NUL"), (9, "UTF-8")])
    {
        assert!(*line == at && message.contains(cause) && message.contains(&at.to_string()), "{line} {message}");
    }
    assert_eq!(said.len(), 6);
    let utf_16: Vec<u8> = "\u{feff}doc list\ndoc list\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (status, lines) = batch(&stage, &utf_16);
    assert_eq!((status, lines.len()), (2, 1));
    assert!(lines[0]["message"].as_str().expect("`message` is text").contains("UTF-16"), "{lines:?}");
}

#[test]
fn nothing_of_a_line_that_is_too_long_is_run() {
    let stage = Stage::new();
    let start = "doc list --query ";
    for over in [0, 1, 70_000] {
        let mut script = start.as_bytes().to_vec();
        script.resize((1 << 20) + over, b'x');
        script.extend(b" dossier list\ndossier list\n");
        let (status, lines) = batch(&stage, &script);
        assert_eq!((status, lines.len()), (2, 2), "{over}");
        assert_eq!(lines[0]["code"], "line_too_long");
        assert!(lines[1]["dossiers"].is_array(), "the next line is another");
    }
}

#[test]
fn a_batch_from_standard_input_keeps_it_for_itself() {
    let stage = Stage::new();
    let mut command = stage.command("fictief", &["batch"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let script =
        "doc list --query @-\nlabel check --policy BEL -\nbatch\ndossier list\ndoc open x --purpose p --out -\n";
    child.stdin.take().expect("it is piped").write_all(script.as_bytes()).expect("it is written to");
    let came = Came::of(child.wait_with_output().expect("the program ends"));
    let lines = objects(&came);
    assert_eq!(lines.len(), 5);
    assert_eq!((&lines[0]["code"], &lines[1]["code"]), (&"stdin_taken".into(), &"stdin_taken".into()));
    assert_eq!(lines[2]["code"], "not_in_batch");
    assert!(lines[3]["dossiers"].is_array());
}

#[test]
fn the_passphrase_and_then_the_batch_come_from_standard_input() {
    let stage = Stage::new();
    let mut command = crate::stage::binary();
    command.arg("--vault").arg(&stage.vault).args(["--as", "fictief", "--json", "--passphrase-file", "-", "batch"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    child.stdin.take().expect("it is piped").write_all(b"exercise\ndossier list\n").expect("it is written to");
    let came = Came::of(child.wait_with_output().expect("the program ends"));
    assert!(objects(&came)[0]["dossiers"].is_array());
}

/// The help of a command on one line, and the commands below it.
fn help(words: &[String]) -> (String, Vec<String>) {
    let help = Came::of(crate::stage::binary().args(words).arg("--help").output().expect("the program runs"));
    let text = String::from_utf8(help.out).expect("it is UTF-8");
    let below = text.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let below = below.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let below = below.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    let below = below.map(str::to_owned).collect();
    (text.split_whitespace().collect::<Vec<_>>().join(" "), below)
}

#[test]
fn the_help_of_every_command_with_a_free_text_says_why_it_may_stand_in_a_file() {
    let mut left = vec![Vec::new()];
    let (mut seen, mut with) = (0, 0);
    while let Some(words) = left.pop() {
        let (text, below) = help(&words);
        seen += 1;
        if text.contains("<TEXT|@FILE>") || words.is_empty() {
            with += 1;
            assert!(text.contains("list of processes") && text.contains("@FILE"), "{words:?}: {text}");
        }
        left.extend(below.into_iter().map(|name| [&words[..], &[name]].concat()));
    }
    assert!(seen > 100 && with > 50, "{seen} commands, {with} with a free text");
}
