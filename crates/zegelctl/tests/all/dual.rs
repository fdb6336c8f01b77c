//! Opening by two, from the command line.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use serde_json::json;

use crate::stage::Stage;

/// A clearance for what two open takes two, whatever its level.
fn clear(stage: &Stage, officer: &str) {
    let grant = ["clearance", "grant", officer, "--policy", "BEL", "--level", "CONFIDENTIEL", "--category"];
    let rest = ["Handling=DUAL", "--from", "2026-01-01", "--until", "2030-12-31", "--certificate", "C-9"];
    let asked = stage.run("voorbeeld", &[&grant[..], &rest[..], &["--authority", "ANS"]].concat()).json();
    assert_eq!(asked["waiting"], true, "{asked}");
    let request = asked["request"].as_str().expect("`request` is text");
    stage.run("exemple", &["assent", "give", request]).json();
}

/// Muster and Modèle are cleared for what two open; a document of that kind, which Modèle filed.
fn with_document() -> (Stage, String) {
    let stage = Stage::new();
    for officer in ["muster", "modele"] {
        clear(&stage, officer);
    }
    let paper = stage.write("tandem.txt", "what two must know");
    let file = ["doc", "file", paper.to_str().expect("the path is UTF-8"), "--dossier", "LOGISTIEK", "--policy", "BEL"];
    let rest = ["--level", "CONFIDENTIEL", "--category", "Handling=DUAL", "--title", "Tandem"];
    let filed = stage.run("modele", &[&file[..], &rest[..]].concat()).json();
    let warned = filed["warnings"].as_array().expect("a list").iter().any(|warning| warning["code"] == "opens_by_two");
    assert!(warned, "{filed}");
    (stage, filed["id"].as_str().expect("`id` is text").to_owned())
}

fn closed(stage: &Stage, name: &str, line: &str) -> String {
    let path = stage.write(name, line);
    fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("its mode is changed");
    path.to_str().expect("the path is UTF-8").to_owned()
}

#[test]
fn two_open_a_document_that_neither_opens_alone() {
    let (stage, id) = with_document();
    let phrase = closed(&stage, "second", "exercise\n");
    let alone = ["doc", "open", &id, "--purpose", "x", "--out", "-"];
    assert_eq!(stage.run("modele", &alone).codes(), ["second_officer_needed"]);
    let with = |second: &'static str, phrase: &'_ str| -> Vec<String> {
        let more = ["--with", second, "--with-passphrase-file", phrase];
        alone.iter().copied().chain(more).map(str::to_owned).collect()
    };
    let run = |officer: &str, args: &[String]| stage.run(officer, &args.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(run("modele", &with("muster", &phrase)).out, b"what two must know");
    assert_eq!(run("muster", &with("modele", &phrase)).out, b"what two must know");
    assert_eq!(run("modele", &with("modele", &phrase)).codes(), ["second_is_first"]);
    assert_eq!(run("modele", &with("staal", &phrase)).codes().first().map(String::as_str), Some("second_may_not"));
    let wrong = closed(&stage, "wrong", "not his at all\n");
    let problem = run("modele", &with("muster", &wrong)).problem(6);
    assert_eq!(problem["code"], "wrong_passphrase");
    assert!(problem["message"].as_str().expect("a text").contains("muster"), "it says whose: {problem}");

    let text = ["doc", "text", &id, "--purpose", "x", "--with", "muster", "--with-passphrase-file", &phrase];
    assert_eq!(stage.run("modele", &text).json()["text"].as_str().expect("a text").trim(), "what two must know");
    let pages = stage.write("pages", "");
    fs::remove_file(&pages).expect("the file is removed");
    let shown = ["doc", "pages", &id, "--purpose", "x", "--out", pages.to_str().expect("UTF-8"), "--with", "muster"];
    let shown = stage.run("modele", &[&shown[..], &["--with-passphrase-file", &phrase]].concat()).json();
    assert_eq!(shown["count"], 1);

    let told = stage.run("exemple", &["ledger", "show", "--doc", &id, "--action", "open-together"]).json();
    let rows = told["entries"].as_array().or_else(|| told["rows"].as_array()).expect("rows of the log");
    assert_eq!(rows.len(), 4, "{told}");
    assert!(rows.iter().all(|row| row["detail"]["second"] == "muster" || row["detail"]["second"] == "modele"));
    stage.run("muster", &["ledger", "verify"]).json();
}

#[test]
fn alone_one_lists_its_reference_and_marking_and_no_title() {
    let (stage, id) = with_document();
    let listed = stage.run("muster", &["doc", "list", "--dossier", "LOGISTIEK"]).json();
    let row = listed["documents"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|row| row["id"] == id)
        .cloned()
        .expect("the document is listed");
    assert_eq!((&row["sealed"], &row["title"], &row["originator"]), (&json!(true), &json!(""), &json!("")));
    assert!(row["banner"]["text"].as_str().expect("`text` is text").contains("DUAL"));
    assert_eq!(stage.run("muster", &["doc", "list", "--query", "Tandem"]).json()["total"], 0);
    assert_eq!(stage.run("muster", &["doc", "show", &id]).json()["subject"], "");
    assert_eq!(stage.run("muster", &["doc", "label", &id]).codes(), ["opens_by_two"]);
    let relabel = ["doc", "relabel", &id, "--policy", "BEL", "--level", "CONFIDENTIEL", "--why", "x"];
    assert_ne!(stage.run("modele", &relabel).status, 0);
}

#[test]
fn two_give_it_another_marking_and_one_reads_it_then() {
    let (stage, id) = with_document();
    let phrase = closed(&stage, "second", "exercise\n");
    let alone = ["doc", "relabel", &id, "--policy", "BEL", "--level", "CONFIDENTIEL", "--why", "it is not what it was"];
    let alone = [&alone[..], &["--interest", "k"]].concat();
    assert_eq!(stage.run("modele", &alone).codes(), ["opens_by_two"]);
    let with = ["--with", "muster", "--with-passphrase-file", &phrase];
    let taken = stage.run("modele", &[&alone[..], &with[..]].concat()).json();
    assert_eq!(taken["id"], id.as_str());
    assert_eq!(stage.run("muster", &["doc", "show", &id]).json()["title"], "Tandem");
    assert_eq!(stage.run("muster", &["doc", "open", &id, "--purpose", "x", "--out", "-"]).out, b"what two must know");
    let into = [&alone[..], &["--category", "Handling=DUAL"], &with[..]].concat();
    stage.run("modele", &into).json();
    assert_eq!(stage.run("muster", &["doc", "show", &id]).json()["title"], "");
    let keep = ["doc", "maintain", &id, "--why", "it is what it was", "--interest", "k"];
    stage.run("modele", &[&keep[..], &with[..]].concat()).json();
    stage.run("muster", &["ledger", "verify"]).json();
}

#[test]
fn two_put_right_what_is_written_of_it_and_file_its_next_version() {
    let (stage, id) = with_document();
    let phrase = closed(&stage, "second", "exercise\n");
    let with = ["--with", "muster", "--with-passphrase-file", &phrase];
    let correct = ["doc", "correct", &id, "--title", "Tandem, at last", "--why", "a slip of the pen"];
    assert_eq!(stage.run("modele", &correct).codes(), ["opens_by_two"]);
    let done = stage.run("modele", &[&correct[..], &with[..]].concat()).json();
    assert_eq!((&done["id"], &done["changes"][0]["now"]), (&json!(id), &json!("Tandem, at last")));
    // Muster keeps the register: it is his to put right as well, and it is so already.
    let of_another = ["--with", "modele", "--with-passphrase-file", &phrase];
    assert_eq!(stage.run("muster", &[&correct[..], &of_another[..]].concat()).problem(1)["code"], "state");
    let next = stage.write("tandem-2.txt", "what two must know, with annex B");
    let version = ["doc", "version", &id, next.to_str().expect("UTF-8"), "--why", "annex B was missing"];
    assert_eq!(stage.run("modele", &version).codes(), ["opens_by_two"]);
    assert_eq!(stage.run("modele", &[&version[..], &with[..]].concat()).json()["version"], 2);
    let open = ["doc", "open", &id, "--purpose", "x", "--out", "-"];
    let opened = stage.run("modele", &[&open[..], &with[..]].concat());
    assert_eq!(opened.out, b"what two must know, with annex B");
    let first = stage.run("modele", &[&open[..], &["--version", "1"], &with[..]].concat());
    assert_eq!(first.out, b"what two must know");
    assert_eq!(stage.run("muster", &["doc", "show", &id]).json()["title"], "");
    assert_eq!(stage.run("muster", &["doc", "list", "--query", "last"]).json()["total"], 0);
    let history = stage.run("muster", &["doc", "history", &id]).json();
    let acts: Vec<&str> =
        history["history"].as_array().expect("a list").iter().filter_map(|row| row["action"].as_str()).collect();
    assert!(acts.contains(&"correct") && acts.contains(&"file-version"), "{history}");
    stage.run("muster", &["ledger", "verify"]).json();
}

#[test]
fn two_derive_from_it_relate_it_and_put_it_into_another_dossier() {
    let (stage, id) = with_document();
    let phrase = closed(&stage, "second", "exercise\n");
    let with = ["--with", "muster", "--with-passphrase-file", &phrase];
    let paper = stage.write("extract.txt", "an extract");
    let derive = ["doc", "derive", paper.to_str().expect("UTF-8"), "--dossier", "LOGISTIEK", "--from", &id];
    let derive = [&derive[..], &["--title", "Extract"]].concat();
    assert_eq!(stage.run("modele", &derive).codes(), ["opens_by_two"]);
    // Without a marking of its own it has that of its source, which two open.
    let made = stage.run("modele", &[&derive[..], &with[..]].concat()).json();
    let made = made["id"].as_str().expect("`id` is text");
    let shown = stage.run("muster", &["doc", "show", made]).json();
    assert!(shown["banner"]["text"].as_str().expect("a text").contains("DUAL"), "{shown}");

    let relate = ["doc", "relate", &id, "--to", made, "--is", "replaces", "--why", "it is shorter"];
    assert_eq!(stage.run("modele", &relate).codes(), ["opens_by_two"]);
    let done = stage.run("modele", &[&relate[..], &with[..]].concat()).json();
    assert_eq!(done["changes"][0]["field"], "relation-replaces");
    let gone = stage.run("modele", &[&relate[..], &["--remove"], &with[..]].concat()).json();
    assert_eq!(gone["changes"][0]["field"], "relation-replaces");

    let moves = ["doc", "correct", &id, "--dossier", "ARDENNES-26", "--why", "it belongs there"];
    assert_eq!(stage.run("modele", &moves).codes(), ["opens_by_two"]);
    let done = stage.run("modele", &[&moves[..], &with[..]].concat()).json();
    assert_eq!(done["changes"][0]["now"], "ARDENNES-26");
    let open = ["doc", "open", &id, "--purpose", "x", "--out", "-"];
    assert_eq!(stage.run("modele", &[&open[..], &with[..]].concat()).out, b"what two must know");
    let history = stage.run("muster", &["doc", "history", &id]).json();
    let acts: Vec<&str> =
        history["history"].as_array().expect("a list").iter().filter_map(|row| row["action"].as_str()).collect();
    assert!(acts.contains(&"refile"), "{history}");
    stage.run("muster", &["ledger", "verify"]).json();
}

#[test]
fn a_package_with_it_is_asked_for_and_approved_as_always_and_written_by_two() {
    let (stage, _) = with_document();
    let phrase = closed(&stage, "second", "exercise\n");
    clear(&stage, "proef");
    let change = ["partner", "change", "voorbeelddienst", "--category", "Handling=DUAL", "--why", "the new agreement"];
    stage.run("proef", &change).json();
    let list = stage.run("voorbeeld", &["partner", "list"]).json();
    let partners = list["partners"].as_array().expect("a list");
    let partner = partners.iter().find(|one| one["id"] == "voorbeelddienst").expect("it is listed");
    let (print, entry) = (partner["fingerprint"].as_str().expect("a text"), partner["entry"].to_string());
    let confirm = ["partner", "confirm", "voorbeelddienst", "--fingerprint", print, "--entry", &entry];
    stage.run("voorbeeld", &confirm).json();
    let paper = stage.write("shared.txt", "what two must share");
    let file = ["doc", "file", paper.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--policy", "BEL"];
    let rest = ["--level", "CONFIDENTIEL", "--rel", "BEL,NLD", "--category", "Handling=DUAL", "--title", "Tandem"];
    let id = stage.run("modele", &[&file[..], &rest[..]].concat()).json()["id"].clone();
    let id = id.as_str().expect("`id` is text");

    let told = stage.run("muster", &["explain", "release", "--doc", id, "--partner", "voorbeelddienst"]).json();
    assert_eq!((&told["permitted"], &told["takes_two"]), (&json!(true), &json!(true)), "{told}");
    let ask = ["release", "request", "--partner", "voorbeelddienst", "--doc", id, "--purpose", "exchange"];
    let asked = stage.run("muster", &ask).json();
    assert_eq!(asked["warnings"][0]["code"], "release_by_two", "{asked}");
    let release = asked["release"].as_str().expect("`release` is text");
    let with = ["--with", "muster", "--with-passphrase-file", &phrase];
    let show = ["release", "show", release];
    let alone = stage.run("proef", &show).json();
    assert_eq!((&alone["purpose"], &alone["by_two"]), (&json!(null), &json!(true)), "{alone}");
    let both = stage.run("proef", &[&show[..], &with[..]].concat()).json();
    assert_eq!((&both["purpose"], &both["documents"][0]["title"]), (&json!("exchange"), &json!("Tandem")), "{both}");
    stage.run("proef", &["release", "approve", release]).json();
    let out = stage.path("out box");
    let write = ["release", "write", release, "--out", out.to_str().expect("UTF-8")];
    assert_eq!(stage.run("proef", &write).codes(), ["opens_by_two"]);
    let written = stage.run("proef", &[&write[..], &with[..]].concat()).json();
    let tar = stage.path("package.tar");
    let key = stage.vault.join("partners/voorbeelddienst.identity.txt");
    let mut age = std::process::Command::new("age");
    age.arg("-d").arg("-i").arg(&key).arg("-o").arg(&tar).arg(written["package"].as_str().expect("a text"));
    assert!(age.status().expect("age is installed").success());
    let packed = fs::read(&tar).expect("the package is read");
    assert!(packed.windows(19).any(|bytes| bytes == b"what two must share"));
    stage.run("muster", &["ledger", "verify"]).json();
}

#[test]
fn that_it_takes_a_second_is_said_and_what_cannot_be_compared() {
    let (stage, id) = with_document();
    let asked = stage.run("muster", &["explain", "open", "--doc", &id]).json();
    assert_eq!((&asked["permitted"], &asked["takes_two"]), (&json!(true), &json!(true)));
    let shown = stage.run("muster", &["doc", "show", &id]).json();
    let held = shown["explanation"]["satisfied"].as_array().expect("a list");
    assert!(held.iter().any(|one| one["code"] == "second_officer"), "{shown}");
    let path = stage.write("again.txt", "another");
    let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "LOGISTIEK", "--skip-existing"];
    let rest = ["--policy", "BEL", "--level", "CONFIDENTIEL", "--title", "Again"];
    let filed = stage.run("modele", &[&file[..], &rest[..]].concat()).json();
    let warnings = filed["warnings"].as_array().expect("a list");
    assert!(warnings.iter().any(|one| one["code"] == "not_compared"), "{filed}");
    stage.run("voorbeeld", &["clearance", "suspend", "modele", "--policy", "BEL", "--why", "inquiry"]).json();
    let asked = stage.run("muster", &["explain", "open", "--doc", &id]).json();
    assert_eq!((&asked["permitted"], &asked["reasons"][0]["code"]), (&json!(false), &json!("no_second_officer")));
    let alone = ["doc", "open", &id, "--purpose", "x", "--out", "-", "--with", "modele"];
    assert_eq!(stage.run("muster", &alone).problem(2)["code"], "no_second_passphrase");
}

#[test]
fn what_is_denied_of_it_stands_in_the_log_as_what_was_asked_for() {
    let (stage, id) = with_document();
    let phrase = closed(&stage, "second", "exercise\n");
    let why = ["--why", "it is not what it was", "--interest", "k"];
    let relabel = [&["doc", "relabel", &id, "--policy", "BEL", "--level", "CONFIDENTIEL"][..], &why].concat();
    let paper = stage.write("made.txt", "made from it");
    let derive =
        ["doc", "derive", paper.to_str().expect("UTF-8"), "--dossier", "LOGISTIEK", "--from", &id, "--title", "T"];
    let derive = [&derive[..], &["--level", "CONFIDENTIEL"]].concat();
    let version = ["doc", "version", &id, paper.to_str().expect("UTF-8"), "--why", "x"];
    let with = ["--with", "staal", "--with-passphrase-file", &phrase];
    let mut asked = Vec::new();
    for (words, act) in [
        (relabel.clone(), "reclassify"),
        ([&relabel[..], &with].concat(), "reclassify"),
        ([&["doc", "maintain", &id][..], &why].concat(), "reclassify"),
        (version.to_vec(), "file-version"),
        (derive.clone(), "derive"),
        (["doc", "open", &id, "--purpose", "x", "--out", "-"].to_vec(), "open-together"),
    ] {
        assert_eq!(stage.run("modele", &words).status, 3, "{words:?}");
        asked.push(act);
    }
    let told = stage.run("exemple", &["ledger", "show", "--officer", "modele", "--action", "deny"]).json();
    let rows = told["entries"].as_array().expect("rows of the log");
    let acts: Vec<&str> = rows.iter().rev().map(|row| row["detail"]["action"].as_str().expect("a text")).collect();
    assert_eq!(acts, asked, "{told}");

    // For a person: the name of the second, and words for everything.
    for (lang, second, act) in [
        ("en", "The second officer, staal, may not open it.", "Marking changed"),
        ("fr", "staal", ""),
        ("nl", "staal", ""),
        ("de", "staal", ""),
    ] {
        let mut command = crate::stage::binary();
        command.arg("--vault").arg(&stage.vault).args(["--as", "exemple", "--lang", lang, "--passphrase-file"]);
        command.env("XDG_STATE_HOME", stage.path("state"));
        command.arg(&stage.pass).args(["ledger", "show", "--officer", "modele", "--action", "deny"]);
        let shown = String::from_utf8(command.output().expect("it runs").stdout).expect("it is UTF-8");
        assert!(shown.contains(second) && shown.contains(act), "{lang}: {shown}");
        assert!(!shown.contains('…') && !shown.contains("reason."), "{lang}: {shown}");
    }
}

#[test]
fn an_opening_is_told_with_its_version_in_every_language() {
    let stage = Stage::new();
    let filed = stage.file(b"one", "HAVEN", &["--level", "SECRET"]);
    let id = filed["id"].as_str().expect("a text");
    let paper = stage.write("two.txt", "two");
    stage.run("fictief", &["doc", "version", id, paper.to_str().expect("UTF-8"), "--why", "x"]).json();
    stage.run("fictief", &["doc", "open", id, "--version", "1", "--purpose", "x", "--out", "-"]);
    for (lang, version, title) in [
        ("en", "version: 1", "“Filed”"),
        ("fr", "version\u{a0}: 1", "«\u{a0}Filed\u{a0}»"),
        ("nl", "versie: 1", "“Filed”"),
        ("de", "Fassung: 1", "„Filed“"),
    ] {
        let mut command = crate::stage::binary();
        command.arg("--vault").arg(&stage.vault).args(["--as", "fictief", "--lang", lang, "--passphrase-file"]);
        command.env("XDG_STATE_HOME", stage.path("state"));
        command.arg(&stage.pass).args(["ledger", "show", "--doc", id, "--action", "open"]);
        let shown = String::from_utf8(command.output().expect("it runs").stdout).expect("it is UTF-8");
        assert!(shown.contains(version) && shown.contains(title), "{lang}: {shown}");
    }
}

#[test]
fn sealing_again_names_what_waits_for_two_and_two_do_it() {
    let (stage, id) = with_document();
    let phrase = closed(&stage, "second", "exercise\n");
    let reference = stage.run("modele", &["doc", "show", &id]).json()["reference"].clone();
    let dossier = ["rekey", "--deep", "--dossier", "LOGISTIEK"];
    let alone = stage.run("modele", &dossier).json();
    assert_eq!(alone["for_two"], json!([{ "id": id, "reference": reference }]), "{alone}");
    let said = stage.said("modele", &dossier);
    let named = reference.as_str().expect("a text");
    assert!(said.contains(named) && said.contains("second officer"), "{said}");
    assert_eq!(stage.run("modele", &["rekey", "--deep", "--doc", &id]).codes(), ["opens_by_two"]);
    let with = ["--with", "muster", "--with-passphrase-file", &phrase];
    // Only the content is sealed again by two, and they say what they open it for.
    stage.run("modele", &[&dossier[..], &with[..]].concat()).problem(2);
    stage.run("modele", &[&["rekey"], &with[..], &["--purpose", "a key was lost"]].concat()).problem(2);
    let done = stage.run("modele", &[&dossier[..], &with[..], &["--purpose", "a key was lost"]].concat()).json();
    assert_eq!((&done["remaining"], &done["for_two"]), (&json!(0), &json!([])), "{done}");
    let open = ["doc", "open", &id, "--purpose", "x", "--out", "-"];
    assert_eq!(stage.run("modele", &[&open[..], &with[..]].concat()).out, b"what two must know");
    stage.run("muster", &["ledger", "verify"]).json();
}
