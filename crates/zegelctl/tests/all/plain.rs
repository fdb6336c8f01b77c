//! What a refusal says: which option, which file, which right, and what is the case.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use serde_json::Value;
use vault::{ClockTrust, Knowing, Memory, OfficerId, Passphrase, Vault};

use crate::stage::{Came, Stage, binary};

fn message(problem: &Value) -> &str {
    problem["message"].as_str().expect("`message` is text")
}

fn fix(problem: &Value) -> &str {
    problem["fix"].as_str().expect("`fix` is text")
}

fn english<'a>(words: &[&'a str]) -> Vec<&'a str> {
    [&["--lang", "en"], words].concat()
}

#[test]
fn an_option_without_its_value_is_named_and_how_the_command_is_written() {
    let stage = Stage::new();
    for (words, option, usage) in [
        (&["doc", "list", "--limit"][..], "--limit", "zegelctl doc list"),
        (&["doc", "open", "x", "--purpose", "p", "--out", "--json"], "--out", "zegelctl doc open"),
        (&["doc", "file", "a", "--dossier", "HAVEN", "--title"], "--title", "zegelctl doc file"),
        (&["ledger", "verify", "--checkpoint"], "--checkpoint", "zegelctl ledger verify"),
        (&["officer", "disable", "muster", "--why"], "--why", "zegelctl officer disable"),
    ] {
        let said = stage.run("voorbeeld", &english(words)).problem(2);
        assert!(message(&said).contains(option), "{said}");
        assert!(fix(&said).contains(usage) && !fix(&said).contains("--help"), "{said}");
    }
}

#[test]
fn a_value_that_begins_with_a_hyphen_is_told_of_its_option() {
    let stage = Stage::new();
    for (words, option) in [
        (&["doc", "list", "--limit", "-5"][..], "--limit"),
        (&["doc", "pages", "x", "--purpose", "p", "--out", "d", "--width", "-3"], "--width"),
        (&["doc", "file", "a", "--dossier", "HAVEN", "--level", "SECRET", "--date", "-3"], "--date"),
        (&["officer", "disable", "muster", "--why", "-x y"], "--why"),
    ] {
        // A value that is refused for what it says, and one that looks like an option.
        let status = if ["--date", "--limit", "--width"].contains(&option) { 5 } else { 2 };
        let said = stage.run("voorbeeld", &english(words)).problem(status);
        assert!(message(&said).contains(option), "{said}");
    }
    let said = stage.run("voorbeeld", &english(&["dossier", "create", "NEW", "--title", "-x y"])).problem(2);
    assert!(fix(&said).contains("--title=-"), "{said}");
    assert_eq!(stage.run("voorbeeld", &["dossier", "create", "NEW", "--title=-x y"]).status, 0);
}

#[test]
fn a_value_with_nothing_in_it_is_told_of_its_option() {
    let stage = Stage::new();
    let empty = stage.write("empty", " \n");
    let from_file = format!("@{}", empty.display());
    for (words, option) in [
        (&["doc", "open", "x", "--purpose", " ", "--out", "o"][..], "--purpose"),
        (&["doc", "open", "x", "--purpose", &from_file, "--out", "o"], "--purpose"),
        (&["doc", "list", "--level", ""], "--level"),
        (&["doc", "list", "--after", ""], "--after"),
        (&["doc", "show", ""], "<ID>"),
        (&["doc", "file", "a", "--dossier", "HAVEN", "--level", "SECRET", "--title", ""], "--title"),
        (&["doc", "file", "a", "--dossier", "HAVEN", "--level", "SECRET", "--category", ""], "--category"),
        (&["dossier", "remove", "HAVEN", "muster", "--why", ""], "--why"),
        (&["clearance", "withdraw", "muster", "--policy", "BEL", "--why", "  "], "--why"),
        (&["release", "request", "--partner", "p", "--doc", "", "--purpose", "x"], "--doc"),
        (&["passphrase", "change", "--new-passphrase-file", " "], "--new-passphrase-file"),
        (&["doc", "file", "", "--dossier", "HAVEN", "--level", "SECRET"], "[PATH]"),
        (&["doc", "look", ""], "<PATH>"),
        (&["doc", "open", "x", "--purpose", "p", "--out", ""], "--out"),
        (&["doc", "open", "x", "--purpose", "p", "--out="], "--out"),
    ] {
        let said = stage.run("voorbeeld", &english(words)).problem(2);
        assert_eq!(said["code"], "missing", "{said}");
        assert!(message(&said).contains(option), "{said}");
    }
    let alone = ["doc", "open", "x", "--purpose", "@", "--out", "o"];
    assert_eq!(stage.run("voorbeeld", &alone).problem(2)["code"], "at_alone");
    // Nobody, none and anything are said by nothing.
    assert_eq!(stage.run("voorbeeld", &["doc", "list", "--query", ""]).status, 0);
    let path = stage.write("a.txt", "x");
    let words = [
        "doc",
        "file",
        path.to_str().expect("UTF-8"),
        "--dossier",
        "HAVEN",
        "--level",
        "SECRET",
        "--rel",
        "",
        "--title",
        "t",
    ];
    assert_ne!(stage.run("fictief", &words).status, 2);
}

#[test]
fn of_several_files_the_one_at_fault_is_named() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let label = stage.run("fictief", &["doc", "label", &id]).json()["label"].as_str().expect("a text").to_owned();
    let file = |name: &str, bytes: &str| stage.write(name, bytes).to_str().expect("the path is UTF-8").to_owned();
    let (good, rubbish) = (file("good.xml", &label), file("rubbish.xml", "rubbish"));
    let wrong = file("wrong.xml", &label.replace(">SECRET<", ">ULTRA<"));
    let page = file("page.txt", "x");
    let marked = ["--dossier", "HAVEN", "--title", "t"];
    for label in [&rubbish, &wrong] {
        let name = label.rsplit('/').next().expect("a text has a first piece");
        for words in [
            [&["doc", "file", &page, "--label", label], &marked[..]].concat(),
            [&["doc", "derive", &page, "--from", &id, "--label", label], &marked[..]].concat(),
            vec!["doc", "relabel", &id, "--label", label, "--why", "long enough a reason"],
            vec!["label", "mark", "--policy", "BEL", label],
            vec!["label", "decide", "--policy", "BEL", "--clearance", label, &good],
            vec!["label", "mark", "--policy", label, &good],
            vec!["label", "translate", "--policy", "BEL", "--to", "NATO", "--to-spif", label, &good],
            vec!["label", "translate", "--policy", "BEL", "--to", "NATO", label],
            vec!["label", "dominate", "--policy", "BEL", &good, label],
            vec!["label", "bind", "--policy", "BEL", "--data", &page, &good, label],
        ] {
            let said = stage.run("fictief", &english(&words)).problem(5);
            let named = message(&said);
            assert!(
                named.contains(name) && !named.contains("page.txt") && !named.contains("good.xml"),
                "{words:?} {said}"
            );
        }
    }
    // What the label says is looked at under the policy that it names.
    let said = stage.run("fictief", &english(&["doc", "relabel", &id, "--label", &wrong, "--why", "long enough"]));
    assert_eq!(said.problem(5)["reasons"][0]["code"], "label_unknown_classification");
    let twice = stage.run("fictief", &english(&["label", "bind", "--policy", "BEL", "--data", &page, &good, &good]));
    assert_eq!(twice.problem(5)["code"], "second_original");
    let spif = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policies/eu.spif.xml");
    let other = ["label", "translate", "--policy", "BEL", "--to", "NATO", "--to-spif", spif, &good];
    let said = stage.run("fictief", &english(&other)).problem(5);
    assert!(message(&said).contains("eu.spif.xml") && message(&said).contains("NATO"), "{said}");
}

#[test]
fn what_is_no_folder_is_said_to_be_none() {
    let stage = Stage::new();
    let file = stage.write("file", "x");
    let below = file.join("below");
    let full = stage.path("full");
    fs::create_dir(&full).expect("the folder is made");
    fs::write(full.join("x"), "x").expect("the file is written");
    let pass = stage.write("new-pass", "a long enough passphrase");
    std::fs::set_permissions(&pass, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("its mode is changed");
    let run =
        |words: &[&str]| Came::of(binary().args(["--json", "--lang", "en"]).args(words).output().expect("it runs"));
    let init =
        ["init", "--name", "N", "--officer", "a", "--full-name", "N", "--nationality", "BEL", "--passphrase-file"];
    for (path, code) in [(&file, "not_a_folder"), (&below, "not_a_folder"), (&full, "not_empty")] {
        let shown = path.to_str().expect("the path is UTF-8");
        for came in
            [run(&["demo", shown]), run(&[&["--vault", shown], &init[..], &[pass.to_str().expect("UTF-8")]].concat())]
        {
            let said = came.problem(1);
            assert_eq!(said["code"], code, "{said}");
            assert!(message(&said).contains(shown), "{said}");
        }
    }
    for (path, words) in [(&file, "not a folder"), (&full, "no vault"), (&stage.path("gone"), "no folder of this name")]
    {
        let shown = path.to_str().expect("the path is UTF-8");
        let said = run(&["--vault", shown, "ledger", "verify"]).problem(1);
        assert_eq!(said["code"], "not_a_vault");
        assert!(message(&said).contains(words) && message(&said).contains(shown), "{said}");
    }
}

/// A release that waits, asked for by `fictief`.
fn release(stage: &Stage) -> (String, String) {
    let filed = stage.file(b"shared", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let id = filed["id"].as_str().expect("`id` is text").to_owned();
    let words = ["release", "request", "--partner", "voorbeelddienst", "--doc", &id, "--purpose", "exchange"];
    let asked = stage.run("fictief", &words).json();
    (id, asked["release"].as_str().expect("`release` is text").to_owned())
}

#[test]
fn a_denial_says_which_right_is_missing_and_who_has_it() {
    let stage = Stage::new();
    let (_, release) = release(&stage);
    for (words, rights, who) in [
        (
            &["release", "recall", &release, "--why", "x"][..],
            &["release authorities", "security officers", "asked for it"][..],
            "Carla Fictief",
        ),
        (&["dossier", "create", "NEW", "--title", "x"], &["registrars", "security officers"], "Denis Modèle"),
        (
            &["partner", "confirm", "musterdienst", "--fingerprint", "x"],
            &["release authorities", "security officers"],
            "Greta Proef",
        ),
        (&["officer", "disable", "staal", "--why", "x"], &["security officers"], "Bruno Exemple"),
        (&["dossier", "add", "HAVEN", "staal", "--basis", "x"], &["list of this dossier"], "Denis Modèle"),
    ] {
        let said = stage.run("staal", &english(words));
        let said = if words[0] == "dossier" && words[1] == "add" { stage.run("muster", &english(words)) } else { said };
        let reason = &said.problem(3)["reasons"][0];
        let (right, ask) = (reason["message"].as_str().expect("a text"), reason["fix"].as_str().expect("a text"));
        assert!(rights.iter().all(|one| right.contains(one)), "{right}");
        assert!(ask.contains(who), "{ask}");
    }
}

#[test]
fn a_partner_without_a_package_is_told_from_one_that_does_not_exist() {
    let stage = Stage::new();
    let (document, release) = release(&stage);
    let notified =
        |partner: &str| stage.run("fictief", &english(&["doc", "notified", &document, "--partner", partner]));
    assert_eq!(notified("nobody").problem(1)["code"], "not_found");
    let said = notified("musterdienst").problem(1);
    assert_eq!(said["code"], "not_a_recipient");
    assert!(fix(&said).contains("anybody"), "{said}");
    stage.run("proef", &["release", "approve", &release]).json();
    let out = stage.path("out");
    stage.run("proef", &["release", "write", &release, "--out", out.to_str().expect("the path is UTF-8")]).json();
    assert!(fix(&notified("musterdienst").problem(1)).contains("voorbeelddienst"));
    assert_eq!(notified("voorbeelddienst").status, 0);
}

#[test]
fn a_package_that_is_written_again_has_its_own_name_and_the_officer_who_writes_it_is_told() {
    let stage = Stage::new();
    let (_, release) = release(&stage);
    stage.run("proef", &["release", "approve", &release]).json();
    let out = stage.path("out");
    let write =
        || stage.run("proef", &english(&["release", "write", &release, "--out", out.to_str().expect("UTF-8")])).json();
    let (first, second, third) = (write(), write(), write());
    assert_eq!((&first["before"], first["warnings"].as_array().expect("a list").len()), (&Value::Null, 0));
    for (written, times) in [(&second, 1), (&third, 2)] {
        assert_eq!(written["before"]["times"], times);
        let warning = &written["warnings"][0];
        assert_eq!(warning["code"], "written_before");
        assert!(warning["message"].as_str().expect("`message` is text").contains("Greta Proef"), "{warning}");
    }
    let names = [&first, &second, &third].map(|written| written["package"].as_str().expect("a text").to_owned());
    assert!(names[1].ends_with("-2.age") && names[2].ends_with("-3.age"), "{names:?}");
    let shown = stage.run("fictief", &["release", "show", &release]).json();
    assert_eq!((&shown["written_by"], &shown["written_times"]), (&Value::from("proef"), &Value::from(3)));
    // The log has an entry for each, that says which.
    let log = stage.run("essai", &["ledger", "show", "--action", "wrote-package", "--limit", "all"]).json().to_string();
    for name in names {
        assert!(log.contains(name.rsplit('/').next().expect("a text has a first piece")), "{name}");
    }
}

#[test]
fn an_entry_of_a_time_to_come_is_named_where_the_log_is_verified() {
    let stage = Stage::new();
    let later = Arc::new(|| Utc::now() + chrono::Duration::days(40));
    let vault = Vault::open(&stage.vault, later).expect("the vault opens");
    let officer = OfficerId::parse("fictief").expect("of the form of an id");
    let pass = Passphrase::new("exercise".to_owned());
    let before = stage.run("muster", &["ledger", "verify"]).json()["entries"].as_u64().expect("`entries` is a number");
    let knowing = Knowing { memory: Memory::Lost, clock: ClockTrust::Confirmed, ..Knowing::default() };
    drop(vault.unlock_telling(&officer, &pass, knowing, &mut |_| ()).expect("the officer unlocks"));
    let came = stage.run("muster", &english(&["ledger", "verify"]));
    assert_eq!(came.status, 4);
    let object = came.object();
    assert_eq!(object["ok"], false);
    let warning = &object["warnings"][0];
    assert_eq!(
        (&warning["code"], &warning["params"]["index"]),
        (&Value::from("entry_ahead"), &Value::from(before.to_string()))
    );
    let day = (Utc::now() + chrono::Duration::days(40)).format("%Y-%m-%d").to_string();
    assert!(warning["params"]["at"].as_str().expect("`at` is text").starts_with(&day), "{warning}");
    assert!(!warning["params"]["author"].as_str().expect("`author` is text").is_empty());
    // What was there before it is listed; that this is not all is said, and the status says it too.
    let came = stage.run("muster", &english(&["doc", "list"]));
    assert_eq!(came.status, 4);
    let listed = came.object();
    assert!(!listed["documents"].as_array().expect("`documents` is a list").is_empty(), "{listed}");
    let warned = listed["warnings"].as_array().expect("`warnings` is a list");
    assert!(warned.iter().any(|warning| warning["code"] == "entry_waits"), "{listed}");
}

#[test]
fn policies_tags_are_called_as_in_the_language_and_may_be_typed_so() {
    let stage = Stage::new();
    let path = stage.write("a.txt", "x");
    let file = |lang: &str, more: &[&str]| {
        let words =
            ["--lang", lang, "doc", "file", path.to_str().expect("UTF-8"), "--dossier", "HAVEN", "--level", "SECRET"];
        stage.run("fictief", &[&words[..], &["--title", "t"], more].concat())
    };
    for (lang, releasable, handling) in
        [("fr", "Communicable à", "Traitement"), ("nl", "Vrij te geven aan", "Behandeling"), ("de", "", "")]
    {
        let said = file(lang, &["--rel", "XXX"]).problem(5);
        let reasons = said["reasons"].to_string();
        assert!(!reasons.contains("Releasable To") && reasons.contains(releasable), "{reasons}");
        let said = file(lang, &["--category", "Handling=XXX"]).problem(5);
        let reasons = said["reasons"].to_string();
        assert!(!reasons.contains("Handling") && reasons.contains(handling), "{reasons}");
    }
    assert_eq!(file("fr", &["--category", "traitement=SOURCE"]).status, 0);
}

/// Somebody who asked for much and reads nothing of it keeps nobody else waiting.
#[test]
fn nothing_is_held_while_a_reader_is_waited_for() {
    let stage = Stage::new();
    let big = stage.file(&b"0123456789abcde\n".repeat(200_000), "HAVEN", &["--level", "SECRET"]);
    let id = big["id"].as_str().expect("`id` is text");
    let commands = "doc list\nledger show --limit all\n".repeat(8);
    let batch = stage.write("commands", commands);
    let within_limits = |words: &[&str], who: &str| {
        let begun = Instant::now();
        assert_eq!(stage.run(who, words).status, 0, "{words:?}");
        assert!(begun.elapsed() < Duration::from_secs(20), "{words:?}");
    };
    let page = stage.write("page.txt", "x");
    let marked = ["--dossier", "HAVEN", "--level", "SECRET", "--title", "t"];
    for words in [
        &["doc", "open", id, "--purpose", "p", "--out", "-"][..],
        &["doc", "list"],
        &["batch", batch.to_str().expect("the path is UTF-8")],
    ] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        // As full as it goes: the first byte waits.
        let mut filler = writer.try_clone().expect("its end");
        filler.write_all(&vec![b'x'; 64 << 10]).expect("a pipe holds that much");
        drop(filler);
        let mut waits = stage.command("fictief", words).stdout(writer).stderr(Stdio::null()).spawn().expect("it runs");
        std::thread::sleep(Duration::from_secs(3));
        assert!(waits.try_wait().expect("it is asked").is_none(), "{words:?} waits for its reader");
        let locks = fs::read_to_string("/proc/locks").expect("the kernel says");
        let own = format!(" {} ", waits.id());
        assert!(!locks.lines().any(|lock| lock.contains(&own)), "{words:?} {locks}");
        within_limits(&["doc", "list"], "fictief");
        within_limits(&[&["doc", "file", page.to_str().expect("the path is UTF-8")], &marked[..]].concat(), "modele");
        if words == &["doc", "list"][..] {
            let open = fs::read_dir(format!("/proc/{}/fd", waits.id())).expect("its files").flatten();
            let of_vault = open.filter_map(|fd| fs::read_link(fd.path()).ok()).find(|to| to.starts_with(&stage.vault));
            assert_eq!(of_vault, None, "the session is over");
        }
        waits.kill().expect("it ends");
        waits.wait().expect("it has ended");
        drop(reader);
    }
}

#[test]
fn an_odd_environment_changes_nothing_that_matters() {
    let stage = Stage::new();
    let nowhere = stage.path("nowhere");
    let file = stage.write("file", "x");
    let odd = |change: &dyn Fn(&mut std::process::Command)| {
        let mut command = stage.command("muster", &["doc", "list"]);
        change(&mut command);
        Came::of(command.output().expect("the program runs"))
    };
    let plain = odd(&|_| ()).json()["total"].clone();
    type Change<'c> = &'c dyn Fn(&mut std::process::Command);
    let changes: [Change<'_>; 8] = [
        &|c| {
            c.env_remove("LANG").env_remove("LC_ALL").env_remove("LC_MESSAGES");
        },
        &|c| {
            c.env("LC_ALL", <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(b"\xff\xfe"));
        },
        &|c| {
            c.env_remove("HOME").env_remove("XDG_STATE_HOME");
        },
        &|c| {
            c.env("HOME", "").env("XDG_STATE_HOME", "");
        },
        &|c| {
            c.env("HOME", "here").env("XDG_STATE_HOME", "there");
        },
        &|c| {
            c.env("XDG_STATE_HOME", &file);
        },
        &|c| {
            c.env("TMPDIR", &nowhere);
        },
        &|c| {
            c.env_clear();
        },
    ];
    for change in changes {
        assert_eq!(odd(change).json()["total"], plain);
    }
    // Where the program stands is gone.
    let gone = stage.path("gone");
    fs::create_dir(&gone).expect("the folder is made");
    let inside = stage.command("muster", &["doc", "list"]);
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", "cd \"$GONE\" && rmdir \"$GONE\" && exec \"$0\" \"$@\""]).env("GONE", &gone);
    shell.arg(inside.get_program()).args(inside.get_args()).stdin(Stdio::null());
    shell.envs(inside.get_envs().filter_map(|(name, value)| Some((name, value?))));
    assert_eq!(Came::of(shell.output().expect("the program runs")).json()["total"], plain);
    let came = stage.run("muster", &["doc", "show", &"x".repeat(100_000)]);
    assert_eq!(came.problem(1)["code"], "not_found");
}

/// What somebody wrote never stands at the beginning of a line of ours: he would write deeds of others into a history.
#[test]
fn what_somebody_wrote_passes_for_no_line_of_the_program() {
    let stage = Stage::new();
    let forged = "harmless\nFORGED: 29/11/2026, 00:50:00 +00:00  essai  Note  I agree";
    let more = ["--level", "SECRET", "--rel", "BEL,NLD", "--subject", forged, "--originator", "Section Analyse"];
    let filed = stage.file(b"x", "ARDENNES-26", &more);
    let id = filed["id"].as_str().expect("`id` is text");
    stage.run("fictief", &["doc", "note", id, "--text", forged]).json();
    let ask = ["release", "request", "--partner", "voorbeelddienst", "--doc", id, "--purpose", forged];
    let asked = stage.run("fictief", &ask).json();
    let release = asked["release"].as_str().or(asked["id"].as_str()).expect("it has an id");
    for words in [
        &["doc", "show", id][..],
        &["doc", "history", id],
        &["release", "show", release],
        &["release", "list"],
        &["log"],
    ] {
        let said = stage.said("fictief", words);
        assert!(!said.lines().any(|line| line.starts_with("FORGED")), "{words:?}: {said}");
        assert!(words.len() < 3 || said.contains("    │ FORGED"), "{words:?}: {said}");
    }
}
