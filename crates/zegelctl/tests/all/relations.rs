//! What a document is to another, where it is used; and words that were not heard out.

use serde_json::Value;

use crate::stage::{Came, Stage};

fn codes(shown: &Value) -> Vec<&str> {
    let warnings = shown["warnings"].as_array().expect("a list");
    warnings.iter().map(|one| one["code"].as_str().expect("a text")).collect()
}

fn id(filed: &Value) -> String {
    filed["id"].as_str().expect("a text").to_owned()
}

#[test]
fn who_uses_what_was_cancelled_is_told() {
    let stage = Stage::new();
    let more = ["--level", "SECRET", "--rel", "BEL,NLD"];
    let old = id(&stage.file(b"what was so", "ARDENNES-26", &more));
    let new = id(&stage.file(b"what is so", "ARDENNES-26", &more));
    let relate = |to: &str, is: &str| {
        stage.run("fictief", &["doc", "relate", &new, "--to", to, "--is", is, "--why", "it is no longer so"])
    };
    assert_eq!(relate(&new, "cancels").problem(1)["code"], "state");
    relate(&old, "cancels").json();
    let out = stage.path("opened");
    let out = out.to_str().expect("UTF-8");
    let opened = stage.run("fictief", &["doc", "open", &old, "--purpose", "p", "--out", out]).json();
    assert_eq!(codes(&opened), ["superseded"]);
    let message = opened["warnings"][0]["message"].as_str().expect("a text");
    assert!(message.contains("cancelled by ZGL/"), "{message}");
    let to_pipe = stage.run("fictief", &["doc", "open", &old, "--purpose", "p", "--out", "-"]);
    assert!(to_pipe.out == b"what was so" && String::from_utf8_lossy(&to_pipe.err).contains("superseded"));
    let text = stage.run("fictief", &["doc", "text", &old, "--purpose", "p"]).json();
    assert_eq!(codes(&text), ["superseded"]);
    let current = stage.run("fictief", &["doc", "text", &new, "--purpose", "p"]).json();
    assert!(codes(&current).is_empty(), "{current}");
    let request = |docs: &[&str]| {
        let mut args = vec!["release", "request", "--partner", "voorbeelddienst", "--purpose", "exchange"];
        docs.iter().for_each(|doc| args.extend(["--doc", doc]));
        stage.run("fictief", &args).json()
    };
    assert_eq!(codes(&request(&[&new, &new])), ["named_twice"]);
    let release = request(&[&old]);
    assert_eq!(codes(&release), ["superseded"]);
    let release = release["release"].as_str().expect("a text");
    let seen = stage.run("proef", &["assent", "show", release]).json();
    assert_eq!(seen["warnings"][0]["code"], "superseded", "who agrees is told: {seen}");
    stage.run("proef", &["release", "approve", release]).json();
    let into = stage.path("package");
    let written = stage.run("proef", &["release", "write", release, "--out", into.to_str().expect("UTF-8")]).json();
    assert_eq!(codes(&written), ["superseded"]);
}

#[test]
fn the_relations_of_a_document_are_a_table_in_the_order_that_is_asked_for() {
    let stage = Stage::new();
    let more = |level: &'static str| ["--level", level, "--rel", "BEL,NLD"];
    let main = id(&stage.file(b"main", "ARDENNES-26", &more("SECRET")));
    let filed: Vec<String> = ["SECRET", "CONFIDENTIEL", "TRÈS SECRET"]
        .iter()
        .zip(["one", "two", "three"])
        .map(|(level, bytes)| id(&stage.file(bytes.as_bytes(), "ARDENNES-26", &more(level))))
        .collect();
    let relate = |of: &str, to: &str, is: &str| {
        stage.run("fictief", &["doc", "relate", of, "--to", to, "--is", is, "--why", "it is so"]).json()
    };
    relate(&main, &filed[0], "replaces");
    relate(&main, &filed[1], "answers");
    relate(&filed[2], &main, "cancels");
    let listed = |sort: &[&str]| {
        let shown = stage.run("fictief", &[&["doc", "relations", &main], sort].concat()).json();
        let rows = shown["relations"].as_array().expect("a list").clone();
        rows.iter().map(|row| row["relation"].as_str().expect("a text").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&[]), ["answers", "cancels", "replaces"], "Answers, Cancelled by, Replaces");
    assert_eq!(listed(&["--sort", "level"]), ["answers", "replaces", "cancels"]);
    assert_eq!(listed(&["--sort", "level:desc"]), ["cancels", "replaces", "answers"]);
    assert_eq!(listed(&["--sort", "kind:desc"]), ["replaces", "cancels", "answers"]);
    let unknown = stage.run("fictief", &["doc", "relations", &main, "--sort", "date"]).problem(5);
    assert_eq!(unknown["code"], "unknown_sort");
    let said = stage.said("fictief", &["doc", "relations", &main]);
    assert!(said.contains("Cancelled by") && said.contains(&filed[2]), "{said}");
    assert_eq!(stage.run("fictief", &["doc", "relations", "NOPE"]).problem(1)["code"], "not_found");
}

#[test]
fn the_consent_of_an_authority_with_a_colon_in_its_name_is_given() {
    let stage = Stage::new();
    for (authority, typed) in [("Desk: Liaison", "Desk: Liaison:R-1"), ("A=B", "A=B:R-1"), ("A=B: C", "A=B: C:R-1")] {
        let more = ["--level", "SECRET", "--rel", "BEL,NLD", "--category", "ORCON", "--originator", authority];
        let doc = id(&stage.file(authority.as_bytes(), "ARDENNES-26", &more));
        let request = |consent: &str| -> Came {
            let args = ["release", "request", "--partner", "voorbeelddienst", "--doc", &doc, "--purpose", "exchange"];
            stage.run("fictief", &[&args[..], &["--consent", consent]].concat())
        };
        request(typed).json();
        let of_doc = format!("{doc}={typed}");
        request(&of_doc).json();
        assert_eq!(request("Other:R-1").codes(), ["consent_of_another"], "{authority}");
        let lift = ["doc", "declassify", &doc, "--why", "it may be lifted now", "--consent", typed];
        stage.run("fictief", &lift).json();
        // Its history and the register of decisions say on whose consent it was lifted.
        for of in [["doc", "history", &doc], ["doc", "show", &doc]] {
            let rows = stage.run("fictief", &of).json()["history"].clone();
            let decided: Vec<_> =
                rows.as_array().expect("a list").iter().filter(|row| !row["consent"].is_null()).collect();
            let [row] = decided.as_slice() else { panic!("one decision by consent: {rows}") };
            assert_eq!(
                (row["action"].as_str(), row["consent"]["authority"].as_str()),
                (Some("declassify"), Some(authority))
            );
            assert_eq!(row["consent"]["reference"], "R-1");
        }
        for of in [&["doc", "history", &doc][..], &["doc", "show", &doc], &["register", "--doc", &doc]] {
            let said = stage.said("fictief", of);
            assert!(said.contains(&format!("{authority}, R-1, valid from ")), "{of:?} {said}");
        }
    }
}

#[test]
fn a_consent_that_nothing_can_be_compared_with_is_told_to_those_who_ask_and_agree() {
    let stage = Stage::new();
    let path = stage.write("nato.txt", "of the alliance");
    let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--policy", "NATO"];
    let filed = stage.run("fictief", &[&file[..], &["--level", "NATO SECRET", "--title", "N"]].concat()).json();
    let doc = id(&filed);
    let args = ["release", "request", "--partner", "voorbeelddienst", "--doc", &doc, "--purpose", "exchange"];
    let asked = stage.run("fictief", &[&args[..], &["--consent", "My uncle:L1"]].concat()).json();
    assert_eq!(codes(&asked), ["consent_unnamed"]);
    let shown = stage.run("proef", &["assent", "show", asked["release"].as_str().expect("a text")]).json();
    assert!(shown["hidden"].is_null() && shown["warnings"].is_array(), "{shown}");
    // A decision about its marking rests on that consent as well.
    let why = ["--why", "it was published in the meantime", "--consent", "My uncle:L1"];
    let decided = stage.run("fictief", &[&["doc", "declassify", &doc], &why[..]].concat()).json();
    assert_eq!(codes(&decided), ["consent_unnamed"], "{decided}");
}

#[test]
fn a_search_of_more_words_than_are_looked_for_is_refused() {
    let stage = Stage::new();
    let search =
        |query: &str, more: &[&str]| stage.run("fictief", &[&["doc", "list", "--query", query][..], more].concat());
    for more in [&[][..], &["--in", "content"]] {
        search(&"convoy ".repeat(16), more).json();
        assert_eq!(search(&"convoy ".repeat(17), more).problem(5)["code"], "too_long");
        search(&"x".repeat(400), more).json();
        assert_eq!(search(&"x".repeat(401), more).problem(5)["code"], "too_long");
    }
    assert_eq!(stage.run("fictief", &["doc", "show", &"x".repeat(401)]).problem(1)["code"], "not_found");
}

#[test]
fn nobody_is_cleared_for_what_no_access_is_decided_by() {
    let stage = Stage::new();
    let grant = ["clearance", "grant", "muster", "--policy", "BEL", "--level", "CONFIDENTIEL", "--from", "2026-01-01"];
    let rest = ["--until", "2030-01-01", "--certificate", "C", "--authority", "ANS", "--category"];
    let refused = stage.run("voorbeeld", &[&grant[..], &rest[..], &["ORCON"]].concat()).problem(5);
    assert!(refused["code"] == "unknown" && refused["fix"].as_str().expect("a text").contains("SOURCE"), "{refused}");
    stage.run("voorbeeld", &[&grant[..], &rest[..], &["DUAL"]].concat()).json();
}

#[test]
fn who_was_disabled_is_given_nothing_any_more() {
    let stage = Stage::new();
    stage.run("exemple", &["officer", "disable", "staal", "--why", "he left"]).json();
    let grant = ["clearance", "grant", "staal", "--policy", "BEL", "--level", "CONFIDENTIEL", "--from", "2026-01-01"];
    let rest = ["--until", "2030-01-01", "--certificate", "C", "--authority", "ANS"];
    let brief = ["briefing", "record", "staal", "--policy", "BEL", "--level", "SECRET", "--date", "2026-01-01"];
    for args in [&[&grant[..], &rest[..]].concat()[..], &brief] {
        let refused = stage.run("voorbeeld", args).problem(1);
        assert!(refused["message"].as_str().expect("a text").contains("disabled"), "{refused}");
    }
}
