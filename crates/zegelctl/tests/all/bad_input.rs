//! What people and enemies hand in.

use std::fs;
use std::os::unix::ffi::OsStrExt;

use crate::stage::{Came, Stage};
use chrono::Utc;
use label::time::years_from;

const MARKED: [&str; 6] = ["--dossier", "HAVEN", "--level", "SECRET", "--rel", "BEL"];

#[test]
fn empty_documents_and_odd_names_are_kept_as_they_are() {
    let stage = Stage::new();
    let names: [&[u8]; 5] =
        [b"empty.txt", b"new\nline\x1b[31m.txt", b"not utf-8 \xff\xfe.txt", "été — «x».txt".as_bytes(), b"..hidden"];
    for (i, name) in names.iter().enumerate() {
        let path = stage.path(".").join(std::ffi::OsStr::from_bytes(name));
        let content = if i == 0 { String::new() } else { format!("content {i}") };
        fs::write(&path, &content).expect("the file is written");
        let mut command = stage.command("fictief", &["doc", "file"]);
        let came = Came::of(command.arg(&path).args(MARKED).output().expect("the program runs"));
        let id = came.json()["id"].as_str().expect("`id` is text").to_owned();
        let shown = stage.run("fictief", &["doc", "show", &id]).json();
        let name = shown["fileName"].as_str().or(shown["file_name"].as_str()).expect("the document has a name");
        assert!(!name.chars().any(char::is_control), "{name:?}");
        let opened = stage.run("fictief", &["doc", "open", &id, "--purpose", "x", "--out", "-"]);
        assert_eq!(opened.out, content.as_bytes());
    }
}

#[test]
fn words_that_are_too_long_or_empty_are_refused_and_nothing_is_filed() {
    let stage = Stage::new();
    let before = stage.run("fictief", &["doc", "list"]).json()["total"].clone();
    let path = stage.write("a.txt", "x");
    let long = "x".repeat(100_000);
    let mut args = vec!["doc", "file", path.to_str().expect("the path is UTF-8"), "--title", &long];
    args.extend(MARKED);
    let came = stage.run("fictief", &args);
    assert!(matches!(came.status, 2 | 5), "{}", came.status);
    assert_eq!(stage.run("fictief", &["doc", "list"]).json()["total"], before);
}

#[test]
fn names_that_are_paths_are_no_names() {
    let stage = Stage::new();
    for name in ["../../etc/passwd", "a/b", "", "A B", ".", "-x", "ünïcode", &"x".repeat(300)] {
        let came = stage.run("voorbeeld", &["officer", "show", "--", name]);
        // One that is none at all is missing.
        let status = if name.is_empty() { 2 } else { 1 };
        assert_eq!(came.status, status, "{name:?}: {}", String::from_utf8_lossy(&came.err));
    }
    let pass = stage.write("np", "a long enough passphrase");
    let came = stage.run(
        "voorbeeld",
        &[
            "officer",
            "add",
            "../evil",
            "--full-name",
            "E",
            "--nationality",
            "BEL",
            "--role",
            "reader",
            "--initial-passphrase-file",
            pass.to_str().expect("the path is UTF-8"),
        ],
    );
    assert_eq!(came.status, 5);
    assert!(!stage.vault.join("evil.age").exists() && !stage.path("evil.age").exists());
}

#[test]
fn labels_that_are_no_labels_are_refused_before_anything_is_written() {
    let stage = Stage::new();
    let deep = format!("{}{}", "<a>".repeat(50_000), "</a>".repeat(50_000));
    let bomb = r#"<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>"#;
    let outside = r#"<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>"#;
    let path = stage.write("a.txt", "x");
    for xml in ["", "rubbish", "<a/>", bomb, outside, &deep, &"x".repeat(2_000_000)] {
        let label = stage.write("label.xml", xml);
        let args = [
            "doc",
            "file",
            path.to_str().expect("the path is UTF-8"),
            "--dossier",
            "HAVEN",
            "--label",
            label.to_str().expect("the path is UTF-8"),
            "--title",
            "x",
        ];
        let came = stage.run("fictief", &args);
        assert_eq!(came.status, 5, "{:.40}: {}", xml, String::from_utf8_lossy(&came.err));
    }
}

#[test]
fn markings_that_the_policy_does_not_allow_are_refused_with_every_rule() {
    let stage = Stage::new();
    let path = stage.write("a.txt", "x");
    let file = |more: &[&str]| {
        let mut args = vec!["doc", "file", path.to_str().expect("the path is UTF-8"), "--dossier", "HAVEN"];
        args.extend(more);
        stage.run("fictief", &args)
    };
    let came = file(&["--level", "ULTRA"]);
    assert_eq!(came.problem(5)["code"], "marking");
    assert_eq!(file(&["--level", "SECRET", "--rel", "XXX"]).status, 5);
    let both = file(&["--level", "NON CLASSIFIE", "--category", "Handling=SOURCE", "--rel", "BEL"]);
    assert_eq!(both.status, 5, "a source is never unclassified");
}

#[test]
fn a_missing_file_and_a_folder_are_said_to_be_so() {
    let stage = Stage::new();
    let mut args = vec!["doc", "file", "/no/such/file"];
    args.extend(MARKED);
    assert_eq!(stage.run("fictief", &args).problem(1)["code"], "file");
    let mut args = vec!["doc", "file", "/tmp"];
    args.extend(MARKED);
    assert_eq!(stage.run("fictief", &args).problem(2)["code"], "is_a_folder");
}

#[test]
fn a_folder_is_filed_with_everything_in_it() {
    let stage = Stage::new();
    let folder = stage.path("folder");
    fs::create_dir_all(folder.join("inner")).expect("the folders are made");
    for name in ["a.txt", "b.txt", "inner/c.txt"] {
        fs::write(folder.join(name), name).expect("the file is written");
    }
    let mut args = vec!["doc", "file", folder.to_str().expect("the path is UTF-8"), "--recursive"];
    args.extend(MARKED);
    let filed = stage.run("fictief", &args).json();
    assert_eq!(filed["documents"].as_array().expect("`documents` is a list").len(), 3);
}

#[test]
fn a_search_is_never_a_command() {
    let stage = Stage::new();
    for query in ["'", "\"", "a\" OR \"b", "*", "NEAR(", "title:x", "; DROP TABLE documents", "(((", "^", "é'\"*-"] {
        let came = stage.run("fictief", &["doc", "list", "--query", query]);
        assert_eq!(came.status, 0, "{query:?}: {}", String::from_utf8_lossy(&came.err));
    }
    let by_reference = stage.run("fictief", &["doc", "list", "--limit", "1"]).json();
    let reference = by_reference["documents"][0]["reference"].as_str().expect("`reference` is text").to_owned();
    let found = stage.run("fictief", &["doc", "list", "--query", &reference]).json();
    assert_eq!(found["documents"][0]["reference"].as_str().expect("`reference` is text"), reference);
}

#[test]
fn keys_of_partners_that_are_no_keys_are_refused() {
    let stage = Stage::new();
    for recipient in ["", "age1", "age1qqqqqqqq", "AGE-SECRET-KEY-1QQQQ", "ssh-ed25519 AAAA", &"a".repeat(100_000)] {
        let came = stage.run(
            "voorbeeld",
            &[
                "partner",
                "add",
                "p",
                "--name",
                "P",
                "--nation",
                "FRA",
                "--recipient",
                recipient,
                "--ceiling",
                "SECRET",
                "--agreement",
                "A",
            ],
        );
        assert!(matches!(came.status, 2 | 5), "{recipient:.20}: {}", came.status);
    }
}

#[test]
fn a_value_that_cannot_be_read_is_said_with_how_it_is_written_in_four_languages() {
    let stage = Stage::new();
    let path = stage.write("n.txt", "x");
    let file = path.to_str().expect("the path is UTF-8");
    let id = stage.a_document("fictief", "SECRET");
    let grant = ["clearance", "grant", "muster", "--policy", "BEL", "--level", "SECRET"];
    for (command, code, form) in [
        (&["doc", "file", file, "--dossier", "HAVEN", "--level", "SECRET", "--date"][..], "bad_date", "2026-11-27"),
        (&["doc", "file", file, "--dossier", "HAVEN", "--level", "SECRET", "--finalised"], "bad_date", "2026-11-27"),
        (
            &[&grant[..], &["--certificate", "C", "--authority", "A", "--until", "2027-01-01", "--from"]].concat(),
            "bad_date",
            "2026-11-27",
        ),
        (&["briefing", "record", "muster", "--policy", "BEL", "--level", "SECRET", "--date"], "bad_date", "2026-11-27"),
        (&["dossier", "add", "HAVEN", "muster", "--basis", "b", "--until"], "bad_date", "2026-11-27"),
        (&["calendar", "--until"], "bad_date", "2026-11-27"),
        (&["ledger", "show", "--since"], "bad_time", "2026-05-04"),
        (&["doc", "list", "--limit"], "bad_limit", "all"),
        (&["doc", "pages", &id, "--purpose", "p", "--out", "x", "--width"], "bad_width", "4000"),
        (&["doc", "pages", &id, "--purpose", "p", "--out", "x", "--pages"], "bad_pages", "1"),
        (&["bench", "label", "--runs"], "bad_number", ""),
    ] {
        for typed in ["01/11/2026", "", "today", "2026-1-1", "\u{1b}[31m\u{202e}"] {
            for lang in ["fr", "nl", "de", "en"] {
                let words = [command, &[typed, "--lang", lang]].concat();
                let said = stage.run("fictief", &words).problem(5);
                let (message, fix) = (said["message"].as_str().expect("a text"), said["fix"].as_str().expect("a text"));
                assert_eq!(said["code"], code, "{said}");
                assert!(fix.contains(form) && !message.contains("parse"), "{said}");
                assert!(!message.contains(['\u{1b}', '\u{202e}']), "{message:?}");
                assert!(typed.contains('\u{1b}') || message.contains(typed), "what was typed: {message}");
            }
        }
    }
    let person = stage.command("fictief", &["calendar", "--until", "x", "--lang", "nl"]);
    let args: Vec<_> = person.get_args().filter(|arg| *arg != "--json").collect();
    let came = Came::of(std::process::Command::new(person.get_program()).args(args).output().expect("it runs"));
    let said = String::from_utf8_lossy(&came.err);
    assert!(came.status == 5 && said.contains("geen datum") && said.contains("2026-11-27"), "{said}");
}

#[test]
fn a_key_of_another_kind_is_told_by_what_it_is_wherever_it_is_pasted() {
    let stage = Stage::new();
    let add = ["partner", "add", "FR-X", "--name", "X", "--nation", "FRA", "--ceiling", "SECRET", "--agreement", "A"];
    let good = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    for (key, code) in [
        ("-----BEGIN OPENSSH PRIVATE KEY-----", "key_secret"),
        ("-----BEGIN PGP PRIVATE KEY BLOCK-----", "key_secret"),
        ("-----BEGIN PGP PUBLIC KEY BLOCK-----", "key_pgp"),
        ("-----BEGIN CERTIFICATE-----", "key_pem"),
    ] {
        let came = stage.run("voorbeeld", &[&add[..], &["--recipient", key]].concat());
        assert_eq!(came.problem(5)["code"], code);
        let came = stage.run("voorbeeld", &["partner", "confirm", "FR-X", "--fingerprint", key]);
        assert_eq!(came.problem(5)["code"], code);
    }
    for (key, code) in [
        ("-----BEGIN PRIVATE KEY-----", "signing_key_secret"),
        ("AGE-PLUGIN-YUBIKEY-1QQQ", "signing_key_token_reference"),
    ] {
        let signing = ["--recipient", good, "--signing-key", key];
        assert_eq!(stage.run("voorbeeld", &[&add[..], &signing].concat()).problem(5)["code"], code);
    }
    let token = [&add[..], &["--recipient", "AGE-PLUGIN-YUBIKEY-1QQQ"]].concat();
    let problem = stage.run("voorbeeld", &token).problem(5);
    assert_eq!(problem["code"], "key_token_reference");
    assert!(problem["fix"].as_str().expect("`fix` is text").contains("age-plugin-yubikey --list"), "{problem}");
}

#[test]
fn a_clearance_that_is_over_or_does_not_begin_yet_is_entered_with_a_warning_and_an_approval_that_is_over_is_not() {
    let stage = Stage::new();
    let grant = |from: &str, until: &str| {
        let words =
            ["clearance", "grant", "muster", "--policy", "BEL", "--level", "CONFIDENTIEL", "--certificate", "C"];
        stage.run("voorbeeld", &[&words[..], &["--authority", "A", "--from", from, "--until", until]].concat()).json()
    };
    let day = |years: i32| years_from(Utc::now().date_naive(), years).to_string();
    let codes = |shown: &serde_json::Value| -> Vec<String> {
        let all = shown["warnings"].as_array().expect("`warnings` is a list").iter();
        all.map(|one| one["code"].as_str().expect("a text").to_owned())
            .filter(|code| code.starts_with("clearance"))
            .collect()
    };
    assert_eq!(codes(&grant("2020-01-01", "2021-01-01")), ["clearance_over"]);
    assert_eq!(codes(&grant(&day(2), &day(4))), ["clearance_ahead"]);
    assert_eq!(codes(&grant(&day(0), &day(2))), Vec::<String>::new());
    let approve = |until: &str| {
        let words = ["approval", "record", "--authority", "A", "--reference", "R", "--ceiling", "SECRET", "--until"];
        stage.run("voorbeeld", &[&words[..], &[until]].concat())
    };
    assert_eq!(approve("2020-01-01").problem(5)["code"], "implausible_date");
    assert_eq!(stage.run("voorbeeld", &["approval", "show"]).json()["exercise"], true);
    // The level by any of its names, and shown by that of the page.
    let asked =
        ["approval", "record", "--authority", "A", "--reference", "R", "--ceiling", "secret", "--until", &day(1)];
    let asked = stage.run("voorbeeld", &asked).json();
    let mut person = stage.command("voorbeeld", &["assent", "show", asked["request"].as_str().expect("a text")]);
    let args: Vec<_> = person.get_args().filter(|arg| *arg != "--json").map(ToOwned::to_owned).collect();
    let envs: Vec<_> =
        person.get_envs().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned()))).collect();
    person = std::process::Command::new(person.get_program());
    let came = Came::of(person.args(args).envs(envs).output().expect("the program runs"));
    let said = String::from_utf8_lossy(&came.out);
    assert!(said.contains("SECRET – GEHEIM"), "{said}{}", String::from_utf8_lossy(&came.err));
}

#[test]
fn words_that_are_no_command_are_told_in_the_language_of_the_person() {
    let stage = Stage::new();
    for (words, en, nl) in [
        (&["doc", "lst"][..], "“lst” is no command here", "“lst” is hier geen opdracht"),
        (&["doc", "open", "x", "--purpose", "p"], "--out <PATH> is missing", "--out <PATH> ontbreekt"),
        (&["doc", "list", "--levels", "x"], "“--levels” is no option", "“--levels” is hier geen optie"),
        (&["doc", "list", "--level"], "--level <LEVEL> lacks its value", "--level <LEVEL> heeft geen waarde"),
        (&["ledger"], "a command is missing after zegelctl ledger", "na zegelctl ledger ontbreekt een opdracht"),
        (
            &["ledger", "show", "--csv", "--limit", "3"],
            "--csv cannot be given together with --limit",
            "--csv kan niet samen met --limit",
        ),
    ] {
        for (lang, expected) in [("en", en), ("nl", nl)] {
            let said = stage.run("fictief", &[&["--lang", lang], words].concat()).problem(2);
            let message = said["message"].as_str().expect("`message` is text");
            assert!(said["code"] == "usage" && message.contains(expected), "{said}");
        }
        // A person reads the same.
        let json = stage.command("fictief", &[&["--lang", "nl"], words].concat());
        let args: Vec<_> = json.get_args().filter(|arg| *arg != "--json").collect();
        let came = Came::of(std::process::Command::new(json.get_program()).args(args).output().expect("it runs"));
        let said = String::from_utf8_lossy(&came.err);
        assert!(came.status == 2 && said.contains(nl), "{said}");
    }
}

#[test]
fn a_group_of_commands_alone_says_in_the_language_of_the_person_what_there_is_to_choose_from() {
    for (group, choices) in
        [("ledger", "verify, checkpoint, show"), ("approval", "record, show"), ("passphrase", "change")]
    {
        for (lang, before) in
            [("nl", "Kies er een uit: "), ("en", "Choose one of: "), ("de", "Wählen Sie einen aus: "), ("fr", "parmi")]
        {
            let group_alone = [vec![group, "--lang", lang], vec![group]];
            for words in group_alone {
                let mut command = super::stage::binary();
                command.args(&words).env("LC_ALL", format!("{lang}_BE.UTF-8"));
                let came = Came::of(command.output().expect("the program runs"));
                let said = String::from_utf8_lossy(&came.err);
                assert!(came.status == 2 && said.contains(before) && said.contains(choices), "{words:?}: {said}");
                assert!(!said.contains("Options:"), "no help of another language: {said}");
            }
        }
    }
}

#[test]
fn who_types_no_command_is_told_those_that_there_are_in_four_languages() {
    let stage = Stage::new();
    for (words, few) in [
        (&["ledger"][..], &["verify", "checkpoint", "show", "zegelctl ledger"][..]),
        (&["doc", "lst"], &["list", "open", "zegelctl doc"]),
        (&["frobnicate"], &["init", "doc", "ledger"]),
        (&[], &["init", "doc", "ledger"]),
        (&["doc", "list", "--limit", "1", "--limit", "2"], &["--limit", "zegelctl doc list"]),
        (&["--json=x", "doc", "list"], &["--json"]),
    ] {
        let mut told = Vec::new();
        for lang in ["en", "fr", "nl", "de"] {
            let json = stage.command("fictief", &[words, &["--lang", lang]].concat());
            let args: Vec<_> = json.get_args().filter(|arg| *arg != "--json").collect();
            let came = Came::of(std::process::Command::new(json.get_program()).args(args).output().expect("it runs"));
            let said = String::from_utf8_lossy(&came.err).into_owned();
            assert!(came.status == 2 && came.out.is_empty(), "{said}");
            assert!(few.iter().all(|word| said.contains(word)), "{said}");
            let english = ["Usage:", "Options:", "For more", "unexpected", "cannot be used", "unrecognized", "tip:"];
            assert!(!english.iter().any(|word| said.contains(word)), "{said}");
            told.push(said);
        }
        told.dedup();
        assert_eq!(told.len(), 4, "{told:?}");
    }
}

#[test]
fn what_cannot_be_written_is_said_in_the_language_of_the_person_and_names_nothing_internal() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    for (lang, expected) in [("en", "is not there"), ("nl", "bestaat niet"), ("fr", "n’existe pas"), ("de", "nicht da")]
    {
        let words = ["doc", "label", &id, "--lang", lang, "--out", "/nowhere/at/all"];
        let said = stage.run("fictief", &words).problem(1);
        let message = said["message"].as_str().expect("`message` is text");
        assert!(message.contains("/nowhere/at/all") && message.contains(expected), "{message}");
        assert!(!message.contains(".zegel-") && !message.contains("os error"), "{message}");
    }
    let empty = stage.path("empty");
    fs::create_dir(&empty).expect("the folder is made");
    let words =
        ["doc", "file", empty.to_str().expect("UTF-8"), "--recursive", "--dossier", "HAVEN", "--level", "SECRET"];
    assert_eq!(stage.run("fictief", &words).problem(1)["code"], "nothing_to_file");
}

#[test]
fn what_is_no_request_is_said_and_where_the_requests_stand() {
    let stage = Stage::new();
    for (lang, english) in [("fr", "request)"), ("nl", "request)"), ("de", "request)"), ("en", "name here")] {
        for args in [&["assent", "show", "nope"][..], &["custody", "carry-out", "nope"]] {
            let problem = stage.run("fictief", &[&["--lang", lang], args].concat()).problem(1);
            assert_eq!(problem["code"], "not_found");
            let (message, fix) =
                (problem["message"].as_str().expect("a text"), problem["fix"].as_str().expect("a text"));
            assert!(!message.contains(english) && fix.contains("zegelctl assent list"), "{message} {fix}");
        }
    }
}

#[test]
fn a_word_too_many_is_no_option() {
    let stage = Stage::new();
    for args in [&["doc", "show", "x", "extra"][..], &["doc", "list", "--limit", "1", "extra"]] {
        let problem = stage.run("fictief", args).problem(2);
        let message = problem["message"].as_str().expect("`message` is text");
        assert!(message.contains("“extra” is one word too many"), "{message}");
    }
    // Not even where it stands behind an option as well.
    let problem = stage.run("fictief", &["identity", "list", "fictief"]).problem(2);
    assert!(problem["message"].as_str().expect("a text").contains("“fictief” is one word too many"), "{problem}");
    let message = stage.run("fictief", &["doc", "list", "--extra"]).problem(2)["message"].clone();
    assert!(message.as_str().expect("it is text").contains("no option"), "{message}");
}

#[test]
fn of_two_options_one_of_which_is_called_for_both_are_named() {
    let stage = Stage::new();
    for (command, both) in [
        (&["officer", "function", "modele", "--why", "x"][..], ["--within", "--outside"]),
        (&["dossier", "deputy", "HAVEN"], ["OFFICER", "--none"]),
    ] {
        let message = stage.run("voorbeeld", command).problem(2)["message"].as_str().expect("a text").to_owned();
        assert!(both.iter().all(|option| message.contains(option)), "{message}");
    }
}

#[test]
fn a_level_by_the_name_of_one_policy_is_of_that_policy() {
    let stage = Stage::new();
    let listed = |level: &str| {
        let shown = stage.run("fictief", &["doc", "list", "--level", level, "--limit", "1000"]).json();
        let rows = shown["documents"].as_array().expect("`documents` is a list").clone();
        let is = |row: &serde_json::Value| row["banner"]["text"].as_str().expect("a text").to_owned();
        rows.iter().map(is).collect::<Vec<String>>()
    };
    let note = stage.write("nato.txt", "a note of NATO's");
    let note = ["doc", "file", note.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--title", "T"];
    stage.run("fictief", &[&note[..], &["--policy", "NATO", "--level", "NATO RESTRICTED"]].concat()).json();
    let (all, nato) = (listed("RESTREINT"), listed("NATO RESTRICTED"));
    assert!(!nato.is_empty() && nato.iter().all(|banner| banner.contains("NATO")), "{nato:?}");
    assert_eq!(listed("NATO/OTAN RESTRICTED"), nato);
    assert!(all.len() > nato.len() && all.iter().any(|banner| banner.starts_with("RESTREINT")), "{all:?}");
    assert!(listed("EU RESTRICTED").iter().all(|banner| banner.contains("EU")));
    // What holds under every policy is not given by the name that one of them has for it.
    let ceiling = |level: &str| {
        let words =
            ["approval", "record", "--authority", "A", "--reference", "R", "--until", "2030-01-01", "--ceiling"];
        stage.run("voorbeeld", &[&words[..], &[level]].concat())
    };
    let said = ceiling("NATO SECRET").problem(5);
    assert_eq!(said["code"], "level_under_every_policy", "{said}");
    assert!(said["fix"].as_str().expect("a text").contains("SECRET"), "{said}");
}

#[test]
fn a_level_of_another_policy_is_told_with_that_policy_and_a_former_mention_as_one() {
    let stage = Stage::new();
    let grant = |policy: &str, level: &str| {
        let words = ["briefing", "record", "muster", "--date", "2026-01-05", "--policy", policy, "--level", level];
        stage.run("voorbeeld", &words)
    };
    let said = grant("BEL", "NATO RESTRICTED").problem(5);
    assert_eq!(said["code"], "level_of_another", "{said}");
    assert!(said["fix"].as_str().expect("a text").contains("--policy NATO"), "{said}");
    for typed in ["Diffusion restreinte", "beperkte verspreiding"] {
        assert_eq!(grant("BEL", typed).problem(5)["code"], "former_level");
        assert_eq!(stage.run("fictief", &["doc", "list", "--level", typed]).problem(5)["code"], "former_level");
        let note = stage.write("old.txt", "an old note");
        let path = note.to_str().expect("UTF-8");
        let words = ["doc", "file", path, "--dossier", "ARDENNES-26", "--title", "T", "--level", typed];
        assert_eq!(stage.run("fictief", &words).problem(5)["reasons"][0]["code"], "label_former_mention");
    }
    // Confirmed by the level's name, whatever was typed.
    let shown = grant("BEL", "Top-Secret").json();
    assert_eq!(shown["level"], "TRÈS SECRET", "{shown}");
}

#[test]
fn letters_that_nato_means_a_higher_level_by_are_refused_with_both_written_out() {
    let stage = Stage::new();
    let note = stage.write("n.txt", "a note");
    let path = note.to_str().expect("UTF-8");
    let file = ["doc", "file", path, "--dossier", "ARDENNES-26", "--title", "T", "--level"];
    let said = stage.run("fictief", &[&file[..], &["NC"]].concat()).problem(5);
    let reason = &said["reasons"][0];
    assert_eq!(reason["code"], "label_classification_of_two", "{said}");
    let fix = reason["fix"].as_str().expect("a text");
    assert!(fix.contains("NON CLASSIFIÉ") && fix.contains("NATO CONFIDENTIAL"), "{fix}");
    let grant = ["clearance", "grant", "muster", "--policy", "BEL", "--certificate", "C", "--authority", "ANS"];
    let grant = [&grant[..], &["--from", "2026-01-05", "--until", "2027-01-05", "--level", "NC"]].concat();
    assert_eq!(stage.run("voorbeeld", &grant).problem(5)["code"], "level_of_two");
    let briefing = ["briefing", "record", "muster", "--date", "2026-01-05", "--policy", "BEL", "--level", "NC"];
    assert_eq!(stage.run("voorbeeld", &briefing).problem(5)["code"], "level_of_two");
    assert_eq!(stage.run("fictief", &["doc", "list", "--level", "NC"]).problem(5)["code"], "level_of_two");
    // Written out, it is filed.
    assert_eq!(stage.run("fictief", &[&file[..], &["NON CLASSIFIÉ"]].concat()).status, 0);
}

#[test]
fn an_end_of_more_than_ten_years_from_now_is_entered_with_a_warning() {
    let stage = Stage::new();
    let far = years_from(Utc::now().date_naive(), 60).to_string();
    let near = years_from(Utc::now().date_naive(), 2).to_string();
    let approve = |until: &str| {
        let words = ["approval", "record", "--authority", "A", "--reference", "R", "--ceiling", "SECRET", "--until"];
        let came = stage.run("voorbeeld", &[&words[..], &[until]].concat()).json();
        came["warnings"].as_array().expect("a list").iter().any(|one| one["code"] == "far_end")
    };
    assert!(!approve(&near));
    let stage = Stage::new();
    let words = ["approval", "record", "--authority", "A", "--reference", "R", "--ceiling", "SECRET", "--until", &far];
    let came = stage.run("voorbeeld", &words).json();
    let told = came["warnings"].as_array().expect("a list").iter().any(|one| one["code"] == "far_end");
    assert!(told, "{came}");
}
