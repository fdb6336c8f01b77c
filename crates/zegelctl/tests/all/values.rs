//! What a value says is refused as input (5), in all commands; words of another shape are usage (2).

use super::stage::Stage;

#[test]
fn a_value_that_is_refused_for_what_it_says_is_refused_input_and_its_option_is_named() {
    const GOOD: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    let stage = Stage::new();
    let path = stage.write("n.txt", "x");
    let file = path.to_str().expect("the path is UTF-8");
    let pass = stage.write("np", "a long enough passphrase");
    let pass = pass.to_str().expect("the path is UTF-8");
    let id = stage.a_document("fictief", "SECRET");
    let filed = ["doc", "file", file, "--dossier", "HAVEN"];
    let secret = [&filed[..], &["--level", "SECRET"]].concat();
    let grant = ["clearance", "grant", "muster", "--certificate", "C", "--authority", "A"];
    let granted = [&grant[..], &["--policy", "BEL", "--level", "SECRET"]].concat();
    let add = ["officer", "add", "x.new", "--full-name", "X", "--initial-passphrase-file", pass];
    let add_as = ["--full-name", "X", "--initial-passphrase-file", pass, "--nationality", "BEL", "--role", "reader"];
    let partner = ["partner", "add", "FR-X", "--name", "X", "--recipient", GOOD, "--agreement", "A"];
    let approval = ["approval", "record", "--authority", "A", "--reference", "R"];
    let with = |words: &[&'static str], more: &[&'static str]| -> Vec<String> {
        words.iter().chain(more).map(|word| (*word).to_owned()).collect()
    };
    let of = |words: &[&str], more: &[&str]| -> Vec<String> {
        words.iter().chain(more).map(|word| (*word).to_owned()).collect()
    };
    for (officer, words, code, options) in [
        // Days: no day, one that cannot be, two that contradict each other.
        ("fictief", of(&secret, &["--date", "2026-13-45"]), "bad_date", &["--date"][..]),
        ("fictief", of(&secret, &["--date=0000-01-01"]), "implausible_date", &["--date"]),
        ("fictief", of(&secret, &["--date", "9999-12-31"]), "implausible_date", &["--date"]),
        (
            "fictief",
            with(&["doc", "list"], &["--from", "2026-02-01", "--to", "2026-01-01"]),
            "backwards",
            &["--from", "--to"],
        ),
        (
            "fictief",
            with(&["ledger", "show"], &["--since", "2026-02-01", "--until", "2026-01-01"]),
            "backwards",
            &["--since", "--until"],
        ),
        ("fictief", with(&["ledger", "show"], &["--since", "gisteren"]), "bad_time", &["--since"]),
        (
            "voorbeeld",
            of(&granted, &["--from", "2026-02-01", "--until", "2026-01-01"]),
            "bad_dates",
            &["--from", "--until"],
        ),
        (
            "voorbeeld",
            of(&granted, &["--from", "1020-01-01", "--until", "1021-01-01"]),
            "implausible_date",
            &["--from"],
        ),
        (
            "voorbeeld",
            of(&approval, &["--ceiling", "SECRET", "--until", "2020-01-01"]),
            "implausible_date",
            &["--until"],
        ),
        // Nations.
        ("voorbeeld", of(&add, &["--nationality", "ZZZ", "--role", "reader"]), "unknown_nation", &["--nationality"]),
        (
            "voorbeeld",
            with(&["identity", "request", "x.new", "--full-name", "X", "--out", "r"], &["--nationality", "ZZZ"]),
            "unknown_nation",
            &["--nationality"],
        ),
        ("proef", of(&partner, &["--nation", "ZZZ", "--ceiling", "SECRET"]), "unknown_nation", &["--nation"]),
        ("fictief", of(&secret, &["--rel", "BEL,ZZZ"]), "marking", &["--rel"]),
        ("fictief", of(&secret, &["--category", "X=Y"]), "marking", &["--category"]),
        // Levels and policies.
        ("fictief", of(&filed, &["--level", "PURPLE"]), "marking", &["--level"]),
        ("fictief", of(&filed, &["--policy", "XXX", "--level", "SECRET"]), "unknown_policy", &["--policy"]),
        ("fictief", with(&["doc", "list"], &["--level", "PURPLE"]), "unknown_level", &["--level"]),
        (
            "fictief",
            of(&["doc", "relabel", &id, "--why", "long enough"], &["--level", "PURPLE"]),
            "marking",
            &["--level"],
        ),
        (
            "fictief",
            of(&["explain", "reclassify", "--doc", &id], &["--level", "PURPLE"]),
            "unknown_level",
            &["--level"],
        ),
        ("proef", of(&partner, &["--nation", "FRA", "--ceiling", "PURPLE"]), "unknown_level", &["--ceiling"]),
        (
            "voorbeeld",
            of(&approval, &["--ceiling", "PURPLE", "--until", "2027-01-01"]),
            "unknown_level",
            &["--ceiling"],
        ),
        (
            "voorbeeld",
            of(&grant, &["--policy", "BEL", "--level", "PURPLE", "--from", "2026-01-01", "--until", "2027-01-01"]),
            "unknown_level",
            &["--level"],
        ),
        (
            "voorbeeld",
            of(&grant, &["--policy", "XXX", "--level", "SECRET", "--from", "2026-01-01", "--until", "2027-01-01"]),
            "unknown",
            &["--policy"],
        ),
        (
            "voorbeeld",
            with(&["briefing", "record", "muster", "--policy", "BEL"], &["--level", "PURPLE", "--date", "2026-01-01"]),
            "unknown_level",
            &["--level"],
        ),
        // Names of what is new.
        ("voorbeeld", with(&["dossier", "create", "a/b", "--title", "T"], &[]), "bad_name", &["<ID>"]),
        ("voorbeeld", of(&["officer", "add", "A B"], &add_as), "bad_name", &["[ID]"]),
        // Numbers and choices.
        ("fictief", with(&["doc", "list"], &["--limit", "x"]), "bad_limit", &["--limit"]),
        ("fictief", with(&["doc", "list"], &["--limit", "0"]), "bad_limit", &["--limit"]),
        ("fictief", with(&["doc", "list"], &["--kind", "foo"]), "bad_choice", &["--kind"]),
        ("fictief", with(&["dossier", "list"], &["--status", "foo"]), "bad_choice", &["--status"]),
        (
            "fictief",
            of(&["doc", "relate", &id, "--to", &id, "--why", "long enough"], &["--is", "foo"]),
            "bad_choice",
            &["--is"],
        ),
        (
            "fictief",
            of(&["doc", "open", &id, "--purpose", "p", "--out", "x"], &["--version=-1"]),
            "number_beyond",
            &["--version"],
        ),
        (
            "fictief",
            of(&["doc", "open", &id, "--purpose", "p", "--out", "x"], &["--version", "0"]),
            "number_beyond",
            &["--version"],
        ),
        (
            "fictief",
            of(&["doc", "open", &id, "--purpose", "p", "--out", "x"], &["--version", "x"]),
            "bad_number",
            &["--version"],
        ),
        (
            "fictief",
            of(&["doc", "pages", &id, "--purpose", "p", "--out", "x"], &["--width", "3"]),
            "bad_width",
            &["--width"],
        ),
        // Others.
        ("voorbeeld", of(&add, &["--nationality", "BEL", "--role", "king"]), "unknown_role", &["--role"]),
        (
            "fictief",
            of(&["doc", "relabel", &id, "--why", "long enough", "--level", "SECRET"], &["--interest", "z"]),
            "unknown_interest",
            &["--interest"],
        ),
        ("fictief", with(&["ledger", "show"], &["--action", "foo"]), "unknown", &["--action"]),
        ("fictief", with(&["doc", "list"], &["--sort", "foo"]), "unknown_sort", &["--sort"]),
        (
            "fictief",
            of(&["doc", "pages", &id, "--purpose", "p", "--out", "x"], &["--pages", "3-1"]),
            "bad_pages",
            &["--pages"],
        ),
    ] {
        let words: Vec<&str> = words.iter().map(String::as_str).chain(["--lang", "en"]).collect();
        let came = stage.run(officer, &words);
        assert_eq!(came.status, 5, "{words:?}: {}", String::from_utf8_lossy(&came.err));
        let said = came.problem(5);
        let message = said["message"].as_str().expect("a text");
        assert_eq!(said["code"], code, "{words:?}: {said}");
        assert!(options.iter().all(|option| message.contains(option)), "{words:?}: {said}");
        assert!(!said["fix"].as_str().expect("a text").is_empty(), "{words:?}: {said}");
    }
}

#[test]
fn words_of_another_shape_are_usage() {
    let stage = Stage::new();
    for words in [
        &["doc", "lst"][..],
        &["doc", "list", "--nosuch"],
        &["doc", "list", "--limit"],
        &["doc", "show"],
        &["doc", "show", "a", "b"],
        &["doc", "show", " "],
        &["doc", "file", "a", "--dossier", "HAVEN"],
        &["ledger", "show", "--csv", "--limit", "3"],
        &["explain", "open", "--doc", "x", "--level", "SECRET"],
    ] {
        let _ = stage.run("fictief", words).problem(2);
    }
}

#[test]
fn a_line_of_a_batch_says_it_as_the_command_alone_does() {
    let stage = Stage::new();
    let lines = stage.write("lines", "doc list --level PURPLE\n");
    let came = stage.run("fictief", &["--lang", "en", "batch", lines.to_str().expect("the path is UTF-8")]);
    let said: serde_json::Value = serde_json::from_slice(&came.out).expect("one object a line");
    assert_eq!((came.status, &said["exit"], &said["option"]), (5, &5.into(), &"--level".into()), "{said}");
}
