//! Custody of k of n, from the command line.

use serde_json::{Value, json};

use crate::stage::Stage;

/// Modèle is cleared for what nobody of his dossier could read so far: only custody has its key.
fn with_a_tip() -> (Stage, String) {
    let stage = Stage::new();
    let paper = stage.write("tip.txt", "what was heard in the depot");
    let paper = paper.to_str().expect("the path is UTF-8");
    let file = ["doc", "file", paper, "--dossier", "LOGISTIEK", "--policy", "BEL", "--level", "TRES SECRET"];
    let filed = stage.run("muster", &[&file[..], &["--title", "Tip"]].concat()).json();
    let grant = ["clearance", "grant", "modele", "--policy", "BEL", "--level", "TRES SECRET", "--from", "2026-01-01"];
    let rest = ["--until", "2030-12-31", "--certificate", "C-9", "--authority", "ANS"];
    let granted = stage.run("voorbeeld", &[&grant[..], &rest[..]].concat()).json();
    if let Some(request) = granted["request"].as_str() {
        stage.run("exemple", &["assent", "give", request]).json();
    }
    let brief = ["briefing", "record", "modele", "--policy", "BEL", "--level", "TRES SECRET", "--date", "2026-01-02"];
    stage.run("voorbeeld", &brief).json();
    (stage, filed["id"].as_str().expect("`id` is text").to_owned())
}

#[test]
fn two_custodians_of_three_give_out_what_nobody_holds() {
    let (stage, document) = with_a_tip();
    let shown = stage.run("modele", &["custody", "show"]).json();
    assert_eq!((&shown["threshold"], &shown["epoch"]), (&json!(2), &json!(2)));
    assert_eq!(shown["custodians"], json!(["essai", "proef", "voorbeeld"]));
    let open = ["doc", "open", &document, "--purpose", "x", "--out", "-"];
    assert_eq!(stage.run("modele", &open).codes(), ["key_not_delivered"]);

    let ask = ["custody", "request", "--for", "modele", "--why", "nobody else is cleared"];
    assert_eq!(stage.run("staal", &ask).codes(), ["not_custodian"]);
    let asked = stage.run("exemple", &ask).json();
    let request = asked["request"].as_str().expect("`request` is text");
    // By which keys he is known to those who ask and agree.
    let officer = stage.run("exemple", &["officer", "show", "modele"]).json();
    let codes = json!([officer["fingerprint"]]);
    assert_eq!(asked["codes"], codes);
    let carry_out = ["custody", "carry-out", request];
    assert_eq!(stage.run("exemple", &carry_out).codes(), ["custody_too_few"]);
    let listed = stage.run("proef", &["assent", "list"]).json();
    let mine = |one: &&Value| one["id"] == request;
    let one = listed["assents"].as_array().expect("a list").iter().find(mine).expect("the request is listed");
    assert_eq!((&one["kind"], &one["about"], &one["needed"]), (&json!("custody"), &json!("modele"), &json!(2)));
    let told = stage.run("proef", &["assent", "show", request]).json();
    assert_eq!(told["asked"]["custody"]["why"], "nobody else is cleared");
    assert_eq!(told["asked"]["custody"]["codes"], codes);
    assert_eq!(stage.run("muster", &["assent", "give", request]).status, 1, "it is not for him to know of it");
    assert_eq!(stage.run("exemple", &["assent", "give", request]).codes(), ["not_custodian"]);
    assert_eq!(stage.run("proef", &["assent", "give", request]).json()["status"], "waiting");
    assert_eq!(stage.run("exemple", &carry_out).codes(), ["custody_too_few"]);
    assert_eq!(stage.run("essai", &["assent", "give", request]).json()["status"], "granted");
    assert_eq!(stage.run("essai", &carry_out).codes(), ["request_of_another"]);
    let done = stage.run("exemple", &carry_out).json();
    assert_eq!((&done["request"], &done["delivered"]), (&json!(request), &json!([{ "officer": "modele", "keys": 1 }])));
    assert_eq!(stage.run("exemple", &carry_out).codes(), ["custody_used_twice"]);
    assert_eq!(stage.run("modele", &open).status, 0);
    let shown = stage.run("essai", &["custody", "show"]).json();
    assert_eq!(shown["requests"][0]["status"], "carried-out");
    assert!(shown["warnings"].as_array().expect("a list").iter().any(|warning| warning["code"] == "custody_used"));
}

#[test]
fn custody_is_set_up_again_by_the_yes_of_its_custodians_and_a_use_can_be_stopped() {
    let (stage, _) = with_a_tip();
    let setup = ["custody", "setup", "--threshold", "2", "--custodian", "voorbeeld", "exemple", "--custodian", "essai"];
    let asked = stage.run("exemple", &[&setup[..], &["--waiting", "24"]].concat()).json();
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(stage.run("exemple", &["assent", "give", request]).codes(), ["not_custodian"]);
    stage.run("proef", &["assent", "give", request]).json();
    assert_eq!(stage.run("voorbeeld", &["assent", "give", request]).json()["status"], "granted");
    let shown = stage.run("exemple", &["custody", "show"]).json();
    assert_eq!((&shown["epoch"], &shown["waiting_hours"]), (&json!(3), &json!(24)));
    assert_eq!(shown["custodians"], json!(["essai", "exemple", "voorbeeld"]));

    let ask = ["custody", "request", "--for", "modele", "--why", "nobody else is cleared"];
    let asked = stage.run("voorbeeld", &ask).json();
    let request = asked["request"].as_str().expect("`request` is text");
    let waits = stage.run("essai", &["assent", "give", request]);
    assert_eq!(waits.codes(), ["custody_waits"], "nobody hands a share over before its time");
    assert_eq!(stage.run("voorbeeld", &["custody", "carry-out", request]).codes(), ["custody_too_few"]);
    assert!(waits.problem(3)["reasons"][0]["message"].as_str().expect("a text").contains("T"), "it says until when");
    stage.run("exemple", &["assent", "refuse", request, "--why", "not agreed with the lead"]).json();
    assert_eq!(stage.run("voorbeeld", &["custody", "carry-out", request]).codes(), ["request_over"]);
    for (threshold, custodian) in [("0", "essai"), ("2", "essai")] {
        let setup = ["custody", "setup", "--threshold", threshold, "--custodian", custodian];
        assert_eq!(stage.run("exemple", &setup).codes(), ["not_a_sharing"], "{threshold}");
    }
    for (option, value, most) in [("--threshold", "300", "255"), ("--waiting", "99999999", "720")] {
        let setup = ["custody", "setup", "--custodian", "essai", "--threshold", "1", option, value];
        let setup = if option == "--threshold" { &[&setup[..4], &setup[6..]].concat() } else { &setup[..] };
        let problem = stage.run("exemple", setup).problem(5);
        assert_eq!(problem["code"], "number_beyond", "{problem}");
        let message = problem["message"].as_str().expect("`message` is text");
        assert!(message.contains(most) && message.contains(option), "{message}");
    }
    assert_eq!(stage.run("exemple", &["custody", "setup", "--threshold", "2"]).status, 2);
    assert_eq!(stage.run("exemple", &["custody", "request", "--why", "x"]).status, 2);
}
