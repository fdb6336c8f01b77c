//! Finding by the text inside documents, through the real worker.

use serde_json::{Value, json};

use crate::stage::Stage;

const MARKED: [&str; 4] = ["--level", "SECRET", "--rel", "BEL"];

fn found(stage: &Stage, officer: &str, query: &str) -> Value {
    stage.run(officer, &["doc", "list", "--in", "content", "--query", query]).json()
}

#[test]
fn a_document_is_found_by_its_text_with_the_sentence_around_the_word() {
    let stage = Stage::new();
    let text = "Betreft: het konvooi.\n\nDe vergaderingen in Zeebrugge-Oost werden uitgesteld tot maandag. Le cœur de l’affaire.";
    let filed = stage.file(text.as_bytes(), "HAVEN", &MARKED);
    assert_eq!(filed["text"], json!({"is": "whole", "why": null, "recognised": []}));
    let listed = found(&stage, "fictief", "vergadering uitgesteld");
    assert_eq!((&listed["total"], &listed["documents"][0]["id"]), (&json!(1), &filed["id"]));
    let hit = &listed["documents"][0]["hit"];
    assert_eq!((&hit["before"], &hit["found"]), (&json!("De "), &json!("vergaderingen")));
    assert_eq!(hit["after"], " in Zeebrugge-Oost werden uitgesteld tot maandag.");
    assert_eq!(found(&stage, "fictief", "coeur")["documents"][0]["hit"]["found"], "cœur");
    // Not in titles, where one looks without saying where.
    assert_eq!(stage.run("fictief", &["doc", "list", "--query", "vergadering uitgesteld"]).json()["total"], 0);
    let show = stage.run("fictief", &["doc", "show", filed["id"].as_str().expect("an id")]).json();
    assert_eq!(show["text"]["is"], "whole");
    // Anybody who may not see it finds nothing.
    assert_eq!(found(&stage, "exemple", "vergadering uitgesteld")["total"], 0);
}

#[test]
fn the_pdfs_of_the_exercise_are_searched_and_what_is_not_is_counted() {
    let stage = Stage::new();
    let listed = found(&stage, "fictief", "manipulation");
    assert!(listed["total"].as_u64().expect("a number") > 3, "{listed}");
    assert!(listed["documents"][0]["hit"]["found"].is_string());
    assert_eq!(listed["not_searched"], json!([]));
    let odd = stage.file(b"\x89PNG\r\n\x1a\nthat is no picture", "HAVEN", &MARKED);
    assert_eq!(odd["text"]["is"], "none");
    let listed = found(&stage, "fictief", "manipulation");
    assert_eq!(listed["not_searched"].as_array().expect("a list").len(), 1);
    assert_eq!(listed["not_searched"][0]["documents"], 1);
    assert_eq!(listed["not_searched"][0]["why"], odd["text"]["why"]);
    // A person reads it as well, also where nothing was found.
    let mut command = stage.command("fictief", &["doc", "list", "--in", "content", "--query", "zzzznothing"]);
    let args: Vec<_> = command.get_args().filter(|arg| *arg != "--json").map(ToOwned::to_owned).collect();
    let mut plain = crate::stage::binary();
    command.get_envs().for_each(|(name, value)| {
        if let Some(value) = value {
            plain.env(name, value);
        }
    });
    let came = plain.args(args).output().expect("it runs");
    let said = String::from_utf8_lossy(&came.stdout);
    assert!(said.contains("the text of these is not searched"), "{said}");
    let _ = &mut command;
}

#[test]
fn what_waits_is_read_and_where_nothing_waits_that_is_said() {
    let stage = Stage::new();
    let filed = stage.file(b"Betreft het konvooi.", "HAVEN", &[&MARKED[..], &["--text-later"]].concat());
    assert_eq!(filed["text"], json!({"is": "whole", "why": null, "recognised": []}), "OCR alone is left for later");
    let read = stage.run("fictief", &["doc", "texts"]).json();
    assert_eq!((&read["texts"], &read["remaining"]), (&json!([]), &json!(0)));
    let looked = stage.run("fictief", &["doctor"]).object();
    assert_eq!(looked["texts_waiting"], 0);
}

#[test]
fn hits_have_an_order_of_their_own() {
    let stage = Stage::new();
    let args = ["doc", "list", "--in", "content", "--query", "brug", "--sort", "title"];
    assert_eq!(stage.run("fictief", &args).problem(2)["code"], "unused_option");
    assert_eq!(stage.run("fictief", &["doc", "list", "--in", "nowhere"]).status, 5);
}

#[test]
fn kept_texts_that_were_altered_exchanged_or_removed_are_named() {
    let stage = Stage::new();
    let grave = |stage: &Stage| -> Vec<(String, String)> {
        let said = stage.run("fictief", &["doctor"]).object();
        let findings = said["findings"].as_array().expect("a list").clone();
        let grave = findings.into_iter().filter(|finding| finding["gravity"] == "integrity");
        let word = |value: &Value| value.as_str().expect("a text").to_owned();
        grave.map(|finding| (word(&finding["code"]), word(&finding["name"]))).collect()
    };
    let names = || -> Vec<String> {
        let mut find = std::process::Command::new("find");
        find.arg("objects").args(["-name", "*.text"]).current_dir(&stage.vault);
        let came = find.output().expect("find is there");
        let mut names: Vec<String> = String::from_utf8_lossy(&came.stdout).lines().map(ToOwned::to_owned).collect();
        names.sort();
        names
    };
    assert_eq!(grave(&stage), []);
    let filed = stage.file("Het konvooi vertrekt maandag uit Zeebrugge.".as_bytes(), "HAVEN", &MARKED);
    assert_eq!(filed["text"]["is"], "whole");
    let names = names();
    let at = |name: &str| stage.vault.join(name);
    // All of them: which of them this officer holds the keys of does not matter.
    let all: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(at(name)).expect("it is there")).collect();
    let found_now = || grave(&stage).into_iter().map(|(code, _)| code).collect::<std::collections::BTreeSet<_>>();
    for name in &names {
        let mut bytes = std::fs::read(at(name)).expect("it is there");
        *bytes.last_mut().expect("it holds something") ^= 1;
        std::fs::write(at(name), bytes).expect("it is writable");
    }
    assert_eq!(found_now(), ["text_altered".to_owned()].into());
    assert_eq!(stage.run("fictief", &["doctor"]).status, 4);
    // Who searches first now is told that they were altered, not that they are gone.
    let search = ["doc", "list", "--in", "content", "--query", "konvooi"];
    let came = stage.run("fictief", &search);
    assert_eq!(came.status, 4, "{}", String::from_utf8_lossy(&came.err));
    let listed = came.object();
    let altered = listed["altered"].as_array().expect("a list");
    assert!(altered.iter().any(|one| one["reference"] == filed["reference"] && one["why"] == "altered"), "{listed}");
    assert!(listed["not_searched"].as_array().expect("a list").iter().any(|lack| lack["why"] == "altered"), "{listed}");
    for (name, other) in names.iter().zip(all.iter().skip(1)) {
        std::fs::write(at(name), other).expect("it is writable");
    }
    assert_eq!(found_now(), ["text_altered".to_owned()].into(), "each lies beside another object");
    for name in &names {
        std::fs::remove_file(at(name)).expect("it is removed");
    }
    assert_eq!(found_now(), ["text_gone".to_owned()].into());
    // Where the index knew it already, it may be found without its sentence: that is counted.
    let other = Stage::new();
    let filed = other.file("Het konvooi vertrekt maandag uit Zeebrugge.".as_bytes(), "HAVEN", &MARKED);
    assert_eq!(found(&other, "fictief", "konvooi")["without_sentence"], 0);
    let id = filed["id"].as_str().expect("an id");
    std::fs::remove_file(other.object(id).with_extension("text")).expect("it is removed");
    let came = other.run("fictief", &search);
    assert_eq!(came.status, 4);
    let listed = came.object();
    let rows = listed["documents"].as_array().expect("a list");
    let without = rows.iter().filter(|row| row["hit"].is_null()).count();
    assert_eq!(listed["without_sentence"], json!(without), "{listed}");
    assert_eq!(listed["altered"], json!([{"reference": filed["reference"], "why": "lost"}]));
}
