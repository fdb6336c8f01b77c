//! Standard streams that are closed, full or empty; what is asked for and amounts to nothing; what each object says.

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
    // Anyone who leads it to where nothing is kept has said what he wants, also open for both directions, as Python does.
    for how in [">/dev/null", "1<>/dev/null", "2>&-"] {
        let came = in_shell(&stage.command("fictief", &["doc", "list"]), how);
        assert_eq!(came.status, 0, "{how}: {}", String::from_utf8_lossy(&came.err));
    }
}

#[test]
fn what_does_not_fit_on_standard_output_is_said_of_standard_output() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let open = ["doc", "open", &id, "--purpose", "p", "--out", "-"];
    for words in [&open[..], &["doc", "list"], &["--help"], &["--version"]] {
        let said = in_shell(&stage.command("fictief", &[words, &["--lang", "en"]].concat()), ">/dev/full").problem(1);
        assert_eq!(said["code"], "output", "{words:?}");
        let message = said["message"].as_str().expect("`message` is text");
        assert!(message.contains("Standard output") && message.contains("no room left"), "{message}");
    }
}

#[test]
fn standard_input_that_is_closed_is_not_empty_and_no_file_called_by_a_dash() {
    let stage = Stage::new();
    let list = stage.command("fictief", &["--lang", "en", "--passphrase-file", "-", "doc", "list"]);
    let mut words: Vec<&str> = list.get_args().map(|word| word.to_str().expect("the path is UTF-8")).collect();
    let given = words.iter().position(|word| *word == "--passphrase-file").expect("the passphrase is given");
    words.drain(given..given + 2);
    let mut list = Command::new(list.get_program());
    list.args(words).env("XDG_STATE_HOME", stage.path("state"));
    for (how, code) in [
        ("</dev/null", "passphrase_file_empty"),
        ("</", "input"),
        ("<&-", "input_closed"),
        ("0>/dev/null", "input_closed"),
        ("<&- 1<>/dev/null", "input_closed"),
    ] {
        let said = in_shell(&list, how);
        let said: serde_json::Value = serde_json::from_slice(&said.err).expect("an object");
        assert_eq!(said["code"], code, "{how}: {said}");
        let message = said["message"].as_str().expect("`message` is text");
        assert!(message.to_lowercase().contains("standard input") && !message.contains(" - "), "{message}");
    }
}

#[test]
fn a_batch_without_a_command_is_said_to_have_none() {
    let stage = Stage::new();
    for text in ["", "\n\n", "# nothing\n"] {
        let none = stage.write("none", text);
        let came = stage.run("fictief", &["batch", none.to_str().expect("the path is UTF-8")]);
        assert_eq!(came.problem(1)["code"], "no_command_in", "{text:?}");
    }
}

#[test]
fn a_folder_without_a_file_is_named() {
    let stage = Stage::new();
    let (empty, full) = (stage.path("empty"), stage.path("full"));
    std::fs::create_dir_all(empty.join("inner")).expect("the folders are made");
    std::fs::create_dir(&full).expect("the folder is made");
    std::fs::write(full.join("a.txt"), "a").expect("the file is written");
    let file = |paths: &[&str]| {
        let marked = ["--recursive", "--dossier", "HAVEN", "--level", "RESTREINT", "--lang", "en"];
        stage.run("fictief", &[&["doc", "file"], paths, &marked].concat())
    };
    let (empty, full) = (empty.to_str().expect("the path is UTF-8"), full.to_str().expect("the path is UTF-8"));
    let said = file(&[empty]).problem(1);
    assert_eq!(said["code"], "nothing_to_file");
    assert!(said["message"].as_str().expect("`message` is text").contains(empty), "{said}");
    // Next to another that has one, it is named by the emptiest folder in it, and the status says that not all was filed.
    let came = file(&[full, empty]);
    let object = came.object();
    assert_eq!((came.status, object["documents"].as_array().expect("`documents` is a list").len()), (1, 1), "{object}");
    let inner = format!("{empty}/inner");
    assert_eq!((&object["left_out"][0]["reason"], &object["left_out"][0]["path"]), (&"empty".into(), &inner.into()));
}

#[test]
fn what_the_system_says_of_a_file_is_said_in_the_language_of_the_person() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let file = stage.write("f", "x");
    let below = file.join("x");
    let circle = stage.path("circle");
    std::os::unix::fs::symlink(&circle, &circle).expect("the link is made");
    let within = circle.join("x");
    for (out, words) in [
        ("/nodir/x", ["is not there", "n’existe pas", "bestaat niet", "nicht da"]),
        (below.to_str().expect("the path is UTF-8"), ["is not a folder", "n’est pas un dossier", "map", "Ordner"]),
        (within.to_str().expect("the path is UTF-8"), ["in a circle", "tournent en rond", "in een kring", "im Kreis"]),
    ] {
        for (lang, words) in ["en", "fr", "nl", "de"].into_iter().zip(words) {
            let said = stage.run("fictief", &["doc", "open", &id, "--purpose", "p", "--out", out, "--lang", lang]);
            let said = said.problem(1);
            let message = said["message"].as_str().expect("`message` is text");
            assert!(message.contains(words) && message.contains(out), "{message}");
            assert!(!message.contains(".zegel-") && !message.contains("os error"), "{message}");
        }
    }
}

#[test]
fn a_word_that_is_none_of_a_few_is_answered_with_the_few() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let path = stage.write("n.txt", "x");
    let file = path.to_str().expect("the path is UTF-8");
    let marked = ["doc", "file", file, "--dossier", "HAVEN", "--level", "SECRET", "--topic", "foo"];
    let label = stage.run("fictief", &["doc", "label", &id]).json()["label"].as_str().expect("a text").to_owned();
    let label = stage.write("label.xml", label);
    for (officer, words, few) in [
        ("fictief", &["explain", "foo", "--doc", &id][..], &["open", "file", "release", "reclassify"][..]),
        ("fictief", &["ledger", "show", "--action", "foo"], &["open", "file", "grant-clearance"]),
        ("fictief", &["ledger", "show", "--csv", "--action", "foo"], &["open", "file", "grant-clearance"]),
        ("voorbeeld", &["clearance", "withdraw", "muster", "--policy", "FOO", "--why", "w"], &["BEL", "NATO", "EU"]),
        ("fictief", &marked, &["human-source", "press-review"]),
        (
            "fictief",
            &["label", "mark", "--policy", "BEL", "--at", "foo", label.to_str().expect("the path is UTF-8")],
            &["page-top", "portion", "document-start"],
        ),
    ] {
        let said = stage.run(officer, words).problem(5);
        let fix = said["fix"].as_str().expect("`fix` is text");
        assert!(few.iter().all(|one| fix.contains(one)), "{said}");
    }
}

#[test]
fn a_table_of_the_log_without_a_line_says_so() {
    let stage = Stage::new();
    let none = ["ledger", "show", "--csv", "--until", "2001-01-01"];
    let out = stage.path("log.csv");
    for words in [&none[..], &[&none[..], &["--out", out.to_str().expect("the path is UTF-8")]].concat()] {
        let said = stage.run("fictief", words).json();
        assert_eq!((&said["rows"], &said["warnings"][0]["code"]), (&0.into(), &"no_lines".into()), "{said}");
    }
    let some = stage.run("fictief", &["ledger", "show", "--csv"]).json();
    assert!(some["warnings"].as_array().expect("a list").iter().all(|one| one["code"] != "no_lines"), "{some}");
}

#[test]
fn every_object_has_its_warnings() {
    let stage = Stage::new();
    for words in [
        "approval show",
        "approval steps",
        "assent list",
        "authority list",
        "calendar",
        "clearance list",
        "custody show",
        "doc list",
        "doc views",
        "doctor",
        "dossier list",
        "guide show",
        "identity list",
        "ledger checkpoint",
        "ledger show",
        "ledger verify",
        "officer list",
        "officer show fictief",
        "partner list",
        "printer list",
        "register",
        "release list",
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        assert!(stage.run("fictief", &words).json()["warnings"].is_array(), "{words:?}");
    }
}
