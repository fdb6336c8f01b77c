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
    assert_eq!(filed["text"], json!({"is": "whole", "why": null}));
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
fn hits_have_an_order_of_their_own() {
    let stage = Stage::new();
    let args = ["doc", "list", "--in", "content", "--query", "brug", "--sort", "title"];
    assert_eq!(stage.run("fictief", &args).problem(2)["code"], "unused_option");
    assert_eq!(stage.run("fictief", &["doc", "list", "--in", "nowhere"]).status, 2);
}
