//! Many commands under one unlock.

use crate::stage::{Came, Stage, binary};

fn lines(came: &Came) -> Vec<serde_json::Value> {
    String::from_utf8_lossy(&came.out).lines().map(|line| serde_json::from_str(line).expect("it is JSON")).collect()
}

#[test]
fn each_line_gives_one_object_in_order_and_a_failure_does_not_stop_the_rest() {
    let stage = Stage::new();
    let script = stage.write(
        "script",
        "# a comment\n\ndoc list --limit 2\ndoc show 'no such thing'\nlabel mark --policy 'no such' x\ndossier list\n",
    );
    let came = stage.run("fictief", &["batch", script.to_str().expect("the path is UTF-8")]);
    let lines = lines(&came);
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["documents"].as_array().expect("`documents` is a list").len(), 2);
    assert_eq!(lines[1]["code"], "not_found");
    assert_eq!(lines[1]["exit"], 1);
    assert!(lines[2]["code"].is_string());
    assert!(lines[3]["dossiers"].is_array());
    assert_eq!(came.status, 1, "the status of the first that failed");
}

#[test]
fn stop_ends_at_the_first_failure() {
    let stage = Stage::new();
    let script = stage.write("script", "doc show nothing\ndossier list\n");
    let came = stage.run("fictief", &["batch", "--stop", script.to_str().expect("the path is UTF-8")]);
    assert_eq!(lines(&came).len(), 1);
    assert_eq!(came.status, 1);
}

#[test]
fn a_line_that_ends_badly_without_an_error_is_named() {
    let stage = Stage::new();
    let label = stage.write("no-label.xml", "");
    let lines = format!("dossier list\nlabel check --policy BEL '{}'\ndossier list\n", label.display());
    let script = stage.write("script", lines);
    let mut command = binary();
    command.env("XDG_STATE_HOME", stage.path("state")).args(["--lang", "en", "--as", "fictief", "--vault"]);
    command.arg(&stage.vault).arg("--passphrase-file").arg(&stage.pass).args(["batch", "--stop"]).arg(&script);
    let came = Came::of(command.output().expect("it runs"));
    let said = String::from_utf8_lossy(&came.err);
    assert_eq!(came.status, 5, "{said}");
    assert!(said.contains("Line 2 ended with status 5") && said.contains("what follows was not run"), "{said}");
}

#[test]
fn an_unclosed_quote_is_one_failed_line() {
    let stage = Stage::new();
    let script = stage.write("script", "doc show 'x\ndossier list\n");
    let came = stage.run("fictief", &["batch", script.to_str().expect("the path is UTF-8")]);
    let lines = lines(&came);
    assert_eq!(lines[0]["code"], "bad_line");
    assert!(lines[1]["dossiers"].is_array());
}

/// What a shell leaves out may be the end of a right.
#[test]
fn a_line_of_which_something_would_be_left_out_is_not_run() {
    let stage = Stage::new();
    let script = stage.write(
        "script",
        "dossier list # doc list\ndossier list #\ndoc list --query '# 7' --limit 1\n  # it's a comment\ndoc list --query a#b --limit 1\ndossier list \\\n",
    );
    let came = stage.run("fictief", &["batch", script.to_str().expect("the path is UTF-8")]);
    let lines = lines(&came);
    assert_eq!(lines.len(), 5, "{lines:?}");
    for (at, number) in [(0, 1), (1, 2)] {
        let line = &lines[at];
        assert_eq!((&line["code"], &line["line"], &line["exit"]), (&"bad_line".into(), &number.into(), &2.into()));
        assert!(
            line["message"].as_str().expect("a text").contains('#')
                && line["fix"].as_str().expect("a text").contains("quotes")
        );
    }
    assert!(lines[2]["documents"].is_array() && lines[3]["documents"].is_array(), "{lines:?}");
    assert!(lines[4]["message"].as_str().expect("`message` is text").contains("backslash"), "{}", lines[4]);
    assert_eq!(came.status, 2);
}

#[test]
fn a_batch_that_is_ended_says_up_to_which_line_it_was_carried_out() {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    use std::process::{Command, Stdio};

    let stage = Stage::new();
    let mut command = stage.command("fictief", &["batch"]);
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().expect("the program starts");
    let mut to = child.stdin.take().expect("it is piped");
    to.write_all(b"# two\ndoc list --limit 1\ndossier list\n").expect("it is written to");
    to.flush().expect("it is written to");
    let mut from = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut answer = String::new();
    from.read_line(&mut answer).expect("a line comes");
    from.read_line(&mut answer).expect("a line comes");
    // It waits for the next line, or is about to.
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("it runs").success());
    assert!(!child.wait().expect("the program ends").success());
    let mut said = String::new();
    child.stderr.take().expect("it is piped").read_to_string(&mut said).expect("it is read to its end");
    let said: serde_json::Value =
        serde_json::from_str(said.lines().last().expect("something is said")).expect("it is JSON");
    assert_eq!((&said["code"], &said["done"], &said["from_line"]), (&"batch_stopped".into(), &2.into(), &4.into()));
}
