//! Statuses, objects, and the words on both.

use crate::stage::{Came, Stage, binary};

#[test]
fn init_makes_a_vault_whose_first_officer_is_security_officer_and_custodian() {
    let stage = Stage::new();
    let pass = stage.write("p", "a long enough passphrase");
    let vault = stage.path("new");
    let run = |args: &[&str]| {
        let mut command = binary();
        command.arg("--json").arg("--vault").arg(&vault).arg("--passphrase-file").arg(&pass).args(args);
        Came::of(command.output().expect("the program runs"))
    };
    let args = ["init", "--name", "N", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL"];
    let made = run(&args).json();
    assert_eq!(made["officer"], "anna");
    let me = run(&["officer", "show", "anna"]).json();
    let roles: Vec<&str> =
        me["roles"].as_array().expect("a list").iter().map(|r| r.as_str().expect("a text")).collect();
    assert!(roles.contains(&"security-officer") && roles.contains(&"custodian"), "{roles:?}");
    assert_eq!(run(&args).problem(1)["code"], "not_empty", "a second time is refused");
    assert_eq!(run(&["approval", "show"]).json()["exercise"], true);
    // Once there are two, one says who acts.
    let anna = |args: &[&str]| run(&[&["--as", "anna"], args].concat());
    let recorded = || {
        anna(&[
            "approval",
            "record",
            "--authority",
            "ANS",
            "--reference",
            "CIS/1",
            "--ceiling",
            "SECRET",
            "--until",
            "2030-01-01",
        ])
    };
    // One person is a single point of failure, twice over: each is said.
    let denied = recorded().problem(3);
    let roles: Vec<&str> =
        denied["reasons"].as_array().expect("a list").iter().map(|r| r["code"].as_str().expect("a text")).collect();
    assert_eq!(roles, ["single_point", "single_point"], "{denied}");
    let add = ["officer", "add", "bert", "--full-name", "Bert", "--nationality", "BEL", "--role", "security-officer"];
    run(&[&add[..], &["--initial-passphrase-file", pass.to_str().expect("the path is UTF-8")]].concat()).json();
    let own = stage.write("own", "a passphrase of his own");
    let bert = |phrase: &std::path::Path, args: &[&str]| {
        let mut command = binary();
        command.args(["--json", "--as", "bert", "--vault"]).arg(&vault).arg("--passphrase-file").arg(phrase);
        Came::of(command.args(args).output().expect("the program runs"))
    };
    bert(&pass, &["identity", "renew", "--new-passphrase-file", own.to_str().expect("the path is UTF-8")]).json();
    anna(&["custody", "setup", "--threshold", "2", "--custodian", "anna", "--custodian", "bert"]).json();
    let asked = recorded().json();
    assert_eq!(asked["waiting"], true);
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(anna(&["approval", "show"]).json()["exercise"], true, "it waits");
    assert_eq!(anna(&["assent", "give", request]).problem(3)["reasons"][0]["code"], "second_person_required");
    let shown = bert(&own, &["assent", "show", request]).json();
    assert_eq!(shown["asked"]["approval"]["exercise_ends"], true);
    assert_eq!(shown["asked"]["approval"]["full_rules_begin"], true);
    assert_eq!(shown["asked"]["approval"]["confirms"][0]["own"], true, "{shown}");
    assert_eq!(bert(&own, &["assent", "give", request]).json()["status"], "granted");
    assert_eq!(anna(&["approval", "show"]).json()["approval"]["ceiling"], "secret");
    assert_eq!(anna(&["approval", "show"]).json()["exercise"], false);
}

#[test]
fn words_of_another_shape_are_usage_and_a_value_is_refused_for_what_it_says() {
    let stage = Stage::new();
    let came = Came::of(binary().args(["--json", "doc", "file"]).output().expect("the program runs"));
    assert_eq!(came.problem(2)["code"], "usage");
    let came = Came::of(binary().args(["--json", "doc", "list"]).output().expect("the program runs"));
    assert_eq!(came.problem(2)["code"], "no_vault");
    let mut command = binary();
    let came =
        Came::of(command.args(["--json", "doc", "list", "--vault"]).arg(&stage.vault).output().expect("it runs"));
    assert_eq!(came.problem(2)["code"], "no_officer");
    assert_eq!(stage.run("fictief", &["doc", "list", "--level", "PURPLE"]).problem(5)["code"], "unknown_level");
    let came = stage
        .run("fictief", &["doc", "file", "/dev/null", "--dossier", "HAVEN", "--policy", "XXX", "--level", "SECRET"]);
    assert_eq!(came.problem(5)["code"], "unknown_policy");
    let came = Came::of(binary().args(["--json", "bench", "horses"]).output().expect("the program runs")).problem(5);
    assert_eq!(came["code"], "unknown_bench");
    assert!(came["fix"].as_str().expect("`fix` is text").contains("search"), "{came}");
    let help = Came::of(binary().arg("--help").output().expect("the program runs"));
    assert_eq!(help.status, 0);
}

#[test]
fn what_is_not_there_is_not_found_and_a_folder_without_a_vault_is_said_to_be_one() {
    let stage = Stage::new();
    let nothing = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
    let came = stage.run("fictief", &["doc", "open", nothing, "--purpose", "x", "--out", "-"]);
    assert_eq!(came.problem(1)["code"], "not_found");
    let came = Came::of(binary().args(["--json", "--vault", "/tmp", "ledger", "verify"]).output().expect("it runs"));
    assert_eq!(came.problem(1)["code"], "not_a_vault");
}

#[test]
fn a_wrong_passphrase_is_status_six_and_says_so_in_four_languages() {
    let stage = Stage::new();
    let wrong = stage.write("wrong", "not this one\n");
    let mut said = std::collections::BTreeSet::new();
    for lang in ["fr", "nl", "de", "en"] {
        let mut command = binary();
        command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--lang", lang, "--passphrase-file"]);
        let came = Came::of(command.arg(&wrong).args(["doc", "list"]).output().expect("the program runs"));
        let problem = came.problem(6);
        assert!(matches!(problem["code"].as_str(), Some("wrong_passphrase" | "wait")));
        said.insert(problem["message"].as_str().expect("`message` is text").to_owned());
    }
    assert!(said.len() >= 4, "{said:?}");
}

#[test]
fn a_denial_gives_every_reason_and_leaves_no_file_behind() {
    let stage = Stage::new();
    let secret = stage.a_document("modele", "SECRET");
    let out = stage.path("no.pdf");
    let came = stage.run("essai", &["doc", "open", &secret, "--purpose", "x", "--out", out.to_str().expect("UTF-8")]);
    let codes = came.codes();
    assert!(
        codes.iter().any(|c| c.starts_with("clearance")) && codes.iter().any(|c| c.starts_with("briefing")),
        "{codes:?}"
    );
    assert!(codes.iter().any(|c| c.starts_with("need_to_know")), "{codes:?}");
    assert!(!out.exists());
    let said = String::from_utf8_lossy(&came.err).to_uppercase();
    for secret in ["SECRET", "GEHEIM", "HAVEN", "ARDENNES"] {
        assert!(!said.contains(secret), "a reason names {secret}: {said}");
    }
}

#[test]
fn explain_decides_without_opening() {
    let stage = Stage::new();
    let secret = stage.a_document("modele", "SECRET");
    let before = stage.run("voorbeeld", &["ledger", "verify"]).json()["entries"].as_u64().expect("a number");
    assert_eq!(stage.run("modele", &["explain", "open", "--doc", &secret]).json()["permitted"], true);
    let other = stage.run("voorbeeld", &["explain", "open", "--doc", &secret, "--officer", "muster"]).json();
    assert_eq!(other["permitted"], false);
    assert!(!other["reasons"].as_array().expect("`reasons` is a list").is_empty());
    let came = stage.run("muster", &["explain", "open", "--doc", &secret, "--officer", "essai"]);
    assert_eq!(came.status, 3, "only security officers ask about others");
    let after = stage.run("voorbeeld", &["ledger", "verify"]).json()["entries"].as_u64().expect("a number");
    assert!(after >= before);
}

#[test]
fn the_first_line_of_standard_input_is_the_passphrase() {
    use std::io::Write;
    let stage = Stage::new();
    let mut command = binary();
    command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--passphrase-file", "-", "doc", "list"]);
    let mut child =
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().expect("it starts");
    child.stdin.take().expect("it is piped").write_all(b"exercise\n").expect("it is written to");
    let came = Came::of(child.wait_with_output().expect("the program ends"));
    assert_eq!(came.json()["total"], 7);
}

#[test]
fn rights_come_and_go_from_the_command_line() {
    let stage = Stage::new();
    let secret = stage.a_document("modele", "SECRET");
    let open = |who: &str| stage.run(who, &["doc", "open", &secret, "--purpose", "x", "--out", "-"]).status;
    assert_eq!(open("staal"), if stage.run("staal", &["doc", "show", &secret]).status == 0 { 0 } else { 3 });
    assert_eq!(open("modele"), 0);
    let change =
        |what: &str| stage.run("voorbeeld", &["clearance", what, "modele", "--policy", "BEL", "--why", "test"]).json();
    let agree = |asked: serde_json::Value| {
        assert_eq!(asked["waiting"], true, "{asked}");
        stage.run("exemple", &["assent", "give", asked["request"].as_str().expect("`request` is text")]).json();
    };
    change("suspend");
    assert_eq!(open("modele"), 3);
    agree(change("reinstate"));
    assert_eq!(open("modele"), 0);
    change("withdraw");
    assert_eq!(open("modele"), 3);
    let again = stage.run(
        "voorbeeld",
        &[
            "clearance",
            "grant",
            "modele",
            "--policy",
            "BEL",
            "--level",
            "SECRET",
            "--from",
            "2026-01-01",
            "--until",
            "2030-12-31",
            "--certificate",
            "EX-9",
            "--authority",
            "ANS",
        ],
    );
    agree(again.json());
    assert_eq!(open("modele"), 0, "a new clearance brings the keys back");
    let own = stage.run(
        "voorbeeld",
        &[
            "clearance",
            "grant",
            "voorbeeld",
            "--policy",
            "BEL",
            "--level",
            "TRES SECRET",
            "--from",
            "2026-01-01",
            "--until",
            "2030-12-31",
            "--certificate",
            "EX-10",
            "--authority",
            "ANS",
        ],
    );
    assert_eq!(own.status, 3, "nobody clears himself");
    let by_reader = stage.run("muster", &["clearance", "withdraw", "modele", "--policy", "BEL", "--why", "spite"]);
    assert_eq!(by_reader.status, 3, "readers keep no clearances");
    stage.run("voorbeeld", &["officer", "disable", "modele", "--why", "left"]).json();
    assert_ne!(open("modele"), 0);
}

#[test]
fn need_to_know_is_given_and_taken() {
    let stage = Stage::new();
    let id = stage.file(b"for the dossier", "KIEZEL", &["--level", "CONFIDENTIEL", "--rel", "BEL"])["id"]
        .as_str()
        .expect("`id` is text")
        .to_owned();
    let open = || stage.run("modele", &["doc", "open", &id, "--purpose", "x", "--out", "-"]);
    assert!(open().codes().iter().any(|code| code.starts_with("need_to_know")));
    stage.run("fictief", &["dossier", "add", "KIEZEL", "modele", "--basis", "analysis"]).json();
    assert_eq!(open().out, b"for the dossier");
    stage.run("fictief", &["dossier", "remove", "KIEZEL", "modele", "--why", "done"]).json();
    assert_eq!(open().status, 3);
    let listed = stage.run("modele", &["doc", "list", "--query", "Filed"]).json();
    assert_eq!(listed["total"], 0, "and the list has forgotten it");
}

#[test]
fn the_log_is_shown_and_a_checkpoint_is_kept() {
    let stage = Stage::new();
    let note = stage.run("voorbeeld", &["ledger", "checkpoint"]).json()["note"].as_str().expect("a text").to_owned();
    let kept = stage.write("note", &note);
    let verify = |path: &std::path::Path| {
        let mut command = binary();
        command.args(["--json", "--vault"]).arg(&stage.vault).args(["ledger", "verify", "--checkpoint"]).arg(path);
        Came::of(command.output().expect("the program runs"))
    };
    assert_eq!(verify(&kept).json()["ok"], true);
    let forged = stage.write("forged", note.replacen('A', "B", 3));
    assert!(matches!(verify(&forged).status, 4 | 5));
    let shown = stage.run("voorbeeld", &["ledger", "show", "--limit", "5"]).json();
    assert!(!shown["entries"].as_array().expect("`entries` is a list").is_empty());
}

#[test]
fn an_option_that_is_for_something_else_is_a_slip_of_the_hand() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    for (action, more) in [
        ("open", &["--partner", "p"][..]),
        ("open", &["--level", "SECRET"]),
        ("file", &["--level", "SECRET"]),
        ("release", &["--partner", "p", "--level", "SECRET"]),
        ("reclassify", &["--partner", "p"]),
    ] {
        let problem = stage.run("fictief", &[&["explain", action, "--doc", &id], more].concat()).problem(2);
        assert_eq!(problem["code"], "unused_option", "{action} {more:?}");
    }
    let label = stage
        .write("label.xml", stage.run("fictief", &["doc", "label", &id]).json()["label"].as_str().expect("a text"));
    let (label, file) = (label.to_str().expect("the path is UTF-8"), stage.write("a.txt", "x"));
    let both =
        ["doc", "file", file.to_str().expect("UTF-8"), "--dossier", "HAVEN", "--label", label, "--policy", "NATO"];
    assert_eq!(stage.run("fictief", &both).problem(2)["code"], "usage");
}

#[test]
fn a_name_that_another_bears_is_said_and_one_with_a_sign_that_nobody_sees_is_refused() {
    let stage = Stage::new();
    let first = stage.write("first", "four words without sense\n");
    let add = |id: &str, name: &str| {
        let rest = ["--nationality", "BEL", "--role", "reader", "--initial-passphrase-file"];
        let words =
            [&["officer", "add", id, "--full-name", name][..], &rest, &[first.to_str().expect("UTF-8")]].concat();
        stage.run("voorbeeld", &words)
    };
    let full_name = stage.run("voorbeeld", &["officer", "show", "fictief"]).json()["full_name"].clone();
    let full_name = full_name.as_str().expect("a text");
    let warned = add("f2", &full_name.to_uppercase()).json()["warnings"].clone();
    let alike = warned.as_array().expect("a list").iter().find(|warning| warning["code"] == "name_alike");
    assert!(
        alike.is_some_and(|told| told["message"].as_str().is_some_and(|text| text.contains("(fictief)"))),
        "{warned}"
    );
    assert_eq!(add("f3", "Jan\u{200d}").problem(5)["code"], "character");
}

#[test]
fn what_is_dated_ahead_is_said_and_each_date_has_a_sentence_of_its_own() {
    let stage = Stage::new();
    let ahead = |days| (chrono::Utc::now().date_naive() + chrono::Days::new(days)).to_string();
    let briefed = |day: &str| {
        let briefing = ["briefing", "record", "muster", "--policy", "BEL", "--level", "SECRET", "--date", day];
        stage.run("voorbeeld", &briefing)
    };
    for days in [3, 400] {
        assert_eq!(briefed(&ahead(days)).problem(5)["code"], "implausible_date", "it was not given yet");
    }
    assert_eq!(briefed(&ahead(1)).json()["warnings"][0]["code"], "briefing_ahead");
    let id = stage.a_document("fictief", "SECRET");
    let maintain = ["doc", "maintain", &id, "--why", "it is kept as it is", "--next", "2099-01-01"];
    let problem = stage.run("fictief", &maintain).problem(5);
    assert_eq!(problem["code"], "implausible_date");
    assert!(!problem["fix"].as_str().expect("`fix` is text").contains("clearance"), "{problem}");
    let add = ["dossier", "add", "HAVEN", "staal", "--basis", "exercise", "--until", "2020-01-01"];
    for officer in ["modele", "voorbeeld", "exemple"] {
        let came = stage.run(officer, &add);
        if came.status == 5 {
            assert_eq!(came.problem(5)["code"], "implausible_date");
            return;
        }
    }
    unreachable!("somebody keeps the list of HAVEN");
}

#[test]
fn the_last_security_officers_and_custodians_are_not_taken_away() {
    let stage = Stage::new();
    let disable = ["officer", "disable", "voorbeeld", "--why", "leaves"];
    let refused = stage.run("exemple", &disable);
    assert_eq!(refused.codes(), ["nobody_to_stop"], "the other one of two security officers");
    let fix = refused.problem(3)["reasons"][0]["fix"].to_string();
    assert!(fix.contains("Freeze this officer"), "{fix}");
    let disable = ["officer", "disable", "essai", "--why", "leaves"];
    assert_eq!(stage.run("exemple", &disable).status, 0, "two of the three custodians are left");
    let disable = ["officer", "disable", "proef", "--why", "leaves"];
    let refused = stage.run("exemple", &disable);
    assert_eq!(refused.codes(), ["custodians_too_few"]);
    let fix = refused.problem(3)["reasons"][0]["fix"].to_string();
    assert!(fix.contains("custody setup"), "{fix}");
    let blank = ["officer", "disable", "muster", "--why", " "];
    assert_eq!(stage.run("exemple", &blank).problem(2)["code"], "missing");
    let doctor = stage.run("exemple", &["doctor"]).json();
    assert_eq!(doctor["findings"], serde_json::json!([]));
}
