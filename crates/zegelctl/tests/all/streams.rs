//! Standard streams that are closed or full, and what each object says.

use std::process::{Command, Stdio};

use crate::stage::{Came, Stage};

/// Runs a command as a shell does, with `how` behind it.
fn in_shell(command: &Command, how: &str) -> Came {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("\"$0\" \"$@\" {how}")]).arg(command.get_program()).args(command.get_args());
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).stdin(Stdio::null());
    Came::of(shell.output().expect("a shell"))
}

fn entries(stage: &Stage) -> serde_json::Value {
    stage.run("fictief", &["ledger", "verify"]).json()["entries"].clone()
}

#[test]
fn nothing_is_begun_where_nobody_could_see_what_came_of_it() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    stage.run("fictief", &["doc", "list"]).json();
    let before = entries(&stage);
    let open = ["doc", "open", &id, "--purpose", "p", "--out", "-"];
    for words in [&open[..], &["doc", "list"], &["ledger", "verify"], &["--help"], &["--version"]] {
        for how in [">&-", "1</dev/null"] {
            let came = in_shell(&stage.command("fictief", words), how);
            assert_eq!(came.problem(1)["code"], "output_closed", "{words:?} {how}");
        }
    }
    assert_eq!(entries(&stage), before, "nothing was done, and nothing recorded");
    // Whoever leads it to where nothing is kept has said what he wants, also open for both directions, as Python does.
    for how in [">/dev/null", "1<>/dev/null", "2>&-"] {
        let came = in_shell(&stage.command("fictief", &["doc", "list"]), how);
        assert_eq!(came.status, 0, "{how}: {}", String::from_utf8_lossy(&came.err));
    }
}

#[test]
fn what_does_not_fit_on_standard_output_is_said_of_standard_output() {
    let stage = Stage::new();
    for words in [&["doc", "list"][..], &["--help"], &["--version"]] {
        let said = in_shell(&stage.command("fictief", &[words, &["--lang", "en"]].concat()), ">/dev/full").problem(1);
        assert_eq!(said["code"], "output", "{words:?}");
        let message = said["message"].as_str().unwrap();
        assert!(message.contains("Standard output"), "{message}");
    }
}

#[test]
fn standard_input_that_is_closed_is_not_empty() {
    let stage = Stage::new();
    let list = stage.command("fictief", &["--lang", "en", "--passphrase-file", "-", "doc", "list"]);
    let mut words: Vec<&str> = list.get_args().map(|word| word.to_str().unwrap()).collect();
    let given = words.iter().position(|word| *word == "--passphrase-file").unwrap();
    words.drain(given..given + 2);
    let mut list = Command::new(list.get_program());
    list.args(words).env("XDG_STATE_HOME", stage.path("state"));
    for (how, code) in [("<&-", "input_closed"), ("0>/dev/null", "input_closed"), ("<&- 1<>/dev/null", "input_closed")]
    {
        let said = in_shell(&list, how);
        let said: serde_json::Value = serde_json::from_slice(&said.err).expect("an object");
        assert_eq!(said["code"], code, "{how}: {said}");
        let message = said["message"].as_str().unwrap();
        assert!(message.to_lowercase().contains("standard input"), "{message}");
    }
}

#[test]
fn every_object_has_its_warnings() {
    let stage = Stage::new();
    for words in [&["ledger", "verify"][..], &["doctor"], &["doc", "list"], &["officer", "list"]] {
        assert!(stage.run("fictief", words).json()["warnings"].is_array(), "{words:?}");
    }
}
