//! The main job through the window's commands, from the first officer to the partner's side, and what bad input does
//! to it. Everything is real but the display: vault, log, rendering worker, package, stock `age` and `tar`.

mod filing;
mod opening;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{NaiveDate, Utc};
use label::time::{months_from, years_from};
use serde_json::{Value, json};
use vault::FaultAt;
use viewer::Turn;

use crate::fixture::{Fixture, code};

fn today() -> NaiveDate {
    Utc::now().date_naive()
}

/// A PDF of several pages, as somebody at an index would have it.
fn a_pdf(folder: &Path) -> PathBuf {
    let sheet = paper::PrintedSheet {
        banner: paper::PrintedBanner {
            text: "SECRET – GEHEIM".into(),
            colour: "#c62828".into(),
            text_colour: "#ffffff".into(),
        },
        exercise: None,
        lang: "fr".into(),
        title: "Appréciation des itinéraires".into(),
        facts: Vec::new(),
        blocks: (0..40).map(|n| paper::Block::Paragraph(format!("{n}. {}", "Rien de vrai ici. ".repeat(12)))).collect(),
        footer: String::new(),
    };
    let path = folder.join("Itinéraires – été.pdf");
    std::fs::write(&path, paper::pdf(&sheet).expect("the page is laid out")).expect("the file is written");
    path
}

/// Four officers: `anna` keeps the rights, `bert` registers, `carl` releases, `dora` is cleared for less.
pub fn staffed() -> Fixture {
    staffed_on(|_| Ok(()))
}

/// The same, on a disk that fails where `faults` says.
fn staffed_on(faults: impl Fn(FaultAt) -> std::io::Result<()> + Send + Sync + 'static) -> Fixture {
    let fixture = Fixture::on(|vault| vault.danger_with_faults(faults));
    fixture.unlock("anna");
    for (id, name, roles, level) in [
        ("bert", "Bert", &["reader", "registrar"][..], "SECRET"),
        ("carl", "Carl", &["reader", "release-authority"], "SECRET"),
        ("dora", "Dora", &["reader"], "CONFIDENTIEL"),
    ] {
        fixture.admit(id, name, roles);
        let from = months_from(today(), -3).to_string();
        let until = years_from(today(), 2).to_string();
        let clearance = json!({
            "officer": id, "policy": "BEL", "level": level, "categories": {}, "from": from, "until": until,
            "certificate": format!("C-{id}"), "authority": "ANS",
        });
        fixture.answer("grant_clearance", json!({ "clearance": clearance }));
        let briefing = json!({ "officer": id, "policy": "BEL", "level": level, "date": from });
        fixture.answer("record_briefing", json!({ "briefing": briefing }));
    }
    fixture.answer("create_dossier", json!({ "id": "D-1", "title": "Convois", "lead": "bert" }));
    for officer in ["carl", "dora"] {
        let member = json!({ "dossier": "D-1", "officer": officer, "until": null, "basis": "Participant" });
        fixture.answer("add_member", member);
    }
    fixture
}

/// `bert` files what a person picks, as SECRET, releasable to Belgium and the Netherlands. What is in, if all are.
fn file(fixture: &Fixture, paths: Vec<PathBuf>) -> Result<Value, Value> {
    fixture.unlock("bert");
    let outcome = fixture.call("file_documents", json!({ "draft": picked(fixture, paths, "SECRET") }))?;
    if outcome["not_filed"] == json!([]) { Ok(outcome["filed"].clone()) } else { Err(outcome["problem"].clone()) }
}

/// Picks files, and drafts a filing of them, each under its own name.
pub fn picked(fixture: &Fixture, paths: Vec<PathBuf>, classification: &str) -> Value {
    fixture.will_pick(paths);
    let picked = fixture.answer("pick_files", json!({}));
    let files = picked["files"].as_array().expect("`files` is a list");
    let files: Vec<Value> = files.iter().map(|file| json!({ "handle": file["handle"], "title": "" })).collect();
    json!({
        "files": files, "dossier": "D-1", "subject": "Axes nord et sud",
        "originator": "Section Analyse", "paper": "", "date": "2026-05-05", "finalised": null, "topics": [], "motive": null, "sources": [],
        "marking": {
            "policy": "BEL", "classification": classification, "review": null,
            "categories": [{ "tag": "Releasable To", "values": ["BEL", "NLD"] }],
        },
    })
}

/// The releases that the officer at the window sees, the last that was asked for first.
fn releases(fixture: &Fixture) -> Value {
    let filter = json!({ "sort": { "by": "filed", "descending": true }, "limit": 100, "after": null });
    fixture.answer("releases", json!({ "filter": filter }))["rows"].clone()
}

fn everything() -> Value {
    json!({ "filter": { "query": null, "level": null, "dossier": null, "limit": 100, "after": null } })
}

#[test]
fn a_document_is_filed_read_denied_and_released() {
    let fixture = staffed();
    let heard = fixture.events();
    let pdf = a_pdf(fixture.folder.path());
    let filed = file(&fixture, vec![pdf.clone()]).expect("the documents are filed");
    let id = filed[0]["id"].as_str().expect("`id` is text").to_owned();
    let name = "Itinéraires – été.pdf";
    assert!(
        heard.lock().expect("nobody panics").iter().any(|event| event["event"] == "filing" && event["name"] == name)
    );

    // The registrar finds and reads it.
    let page = fixture.answer("documents", everything());
    assert_eq!((&page["total"], &page["rows"][0]["id"]), (&json!(1), &json!(id)));
    let view = fixture.answer("document", json!({ "id": id }));
    assert_eq!((&view["file_name"], &view["filed_by"]), (&json!(name), &json!("bert")));
    assert_eq!(view["explanation"]["permitted"], true);
    assert!(view["label_xml"].as_str().expect("`label_xml` is text").contains("onfidentialityLabel"));
    let opened = fixture.answer("open_document", json!({ "id": id, "purpose": "Lecture" }));
    let pages = opened["pages"].as_u64().expect("`pages` is a number") as u32;
    assert!(
        pages > 1 && (opened["width_pt"].as_f64().expect("`width_pt` is a number") - 595.0).abs() < 1.0,
        "{opened}"
    );
    let handle = opened["handle"].as_str().expect("`handle` is text");
    let image = fixture.shell.page(handle, pages, 800, Turn::None, false).expect("the page is drawn");
    assert_eq!((&image[..4], &image[8..12]), (b"RIFF".as_slice(), b"WEBP".as_slice()));
    let turned = fixture.shell.page(handle, pages, 800, Turn::Quarter, false).expect("the page is drawn");
    assert!(turned != image, "on its side");
    let text = fixture.answer("page_text", json!({ "handle": handle, "page": 1 }));
    let word = text["text"]
        .as_str()
        .and_then(|text| text.split_whitespace().find(|word| word.len() > 3))
        .expect("it has words");
    let asked = |marked: bool| fixture.shell.page(handle, 1, 800, Turn::None, marked).expect("the page is drawn");
    let plain = asked(false);
    assert!(asked(true) == plain, "nothing is looked for");
    let found = fixture.answer("find_in_document", json!({ "handle": handle, "looked": word.to_uppercase() }));
    assert_eq!(found["pages"][0]["page"], 1, "{word}: {found}");
    assert!(asked(true) != plain && asked(false) == plain, "it is marked where that was asked for");
    let place = |turn: u8| {
        let asked = json!({ "handle": handle, "page": 1, "nth": 0, "turn": turn });
        fixture.answer("mark_at", asked).as_f64()
    };
    let (upright, turned) = (place(0).expect("it stands there"), place(2).expect("it stands there"));
    assert!((0.0..1.0).contains(&upright) && turned > 1.0 - upright - 0.1, "{upright}, {turned}");
    fixture.answer("find_in_document", json!({ "handle": handle, "looked": " " }));
    assert!(asked(true) == plain && place(0).is_none(), "it is looked for no more");
    assert_eq!(
        fixture.shell.page(handle, pages + 1, 800, Turn::None, false).expect_err("past the end").code,
        "view_no_page"
    );
    fixture.answer("close_document", json!({ "handle": handle }));
    assert_eq!(fixture.shell.page(handle, 1, 800, Turn::None, false).expect_err("closed").code, "not_open");

    // An officer whose clearance is lower neither sees nor reads it, and is told why.
    fixture.unlock("dora");
    assert_eq!(fixture.answer("documents", everything())["total"], 0);
    let denied = fixture.call("open_document", json!({ "id": id, "purpose": "Curiosité" })).expect_err("denied");
    assert_eq!(denied["code"], "denied");
    let reasons: Vec<&str> =
        denied["reasons"].as_array().expect("a list").iter().map(|r| r["code"].as_str().expect("a text")).collect();
    assert!(reasons.contains(&"clearance_level"), "{reasons:?}");
    assert!(!denied.to_string().contains("Itinéraires"), "a denial does not tell the title");

    // A release needs a confirmed partner, a request, and another person.
    let identity = a_partner(&fixture);
    fixture.unlock("bert");
    let asked = json!({ "partner": "dienst", "documents": [id] });
    assert_eq!(fixture.answer("decide_release", asked)[0]["permitted"], true);
    let request = json!({ "partner": "dienst", "documents": [id], "purpose": "Échange", "consents": [] });
    let release = fixture.answer("request_release", request)["release"].clone();
    assert_eq!(code(fixture.call("approve_release", json!({ "id": release }))), "denied");
    fixture.unlock("carl");
    assert_eq!(releases(&fixture)[0]["may_approve"], true);
    fixture.answer("approve_release", json!({ "id": release }));
    let packages = fixture.folder.path().join("packages");
    fixture.will_pick(vec![packages.clone()]);
    let written = fixture.answer("write_release", json!({ "id": release }));
    assert_eq!(releases(&fixture)[0]["status"], "written");
    assert_eq!(written["warnings"], json!([]));
    fixture.will_pick(vec![packages.clone()]);
    let again = fixture.answer("write_release", json!({ "id": release }));
    assert!(again["package"].as_str().expect("`package` is text").ends_with("-2.age"), "{again}");
    assert_eq!(again["warnings"][0]["code"], "written_before");
    assert_eq!(releases(&fixture)[0]["written_times"], 2);

    // What another document cancels meanwhile is told to the one who writes it, as on the command line.
    let other = file(&fixture, vec![pdf.clone()]).expect("the document is filed")[0]["id"].clone();
    let cancels = json!({ "id": other, "to": id, "relation": "cancels", "why": "wrong", "second": null });
    fixture.answer("relate_document", cancels);
    fixture.unlock("carl");
    fixture.will_pick(vec![packages.clone()]);
    let third = fixture.answer("write_release", json!({ "id": release }));
    let warned: Vec<&str> =
        third["warnings"].as_array().expect("a list").iter().filter_map(|warning| warning["code"].as_str()).collect();
    assert_eq!(warned, ["written_before", "superseded"], "{third}");

    // The partner opens it with stock programs.
    let package = packages.join(written["package"].as_str().expect("`package` is text"));
    let archive = fixture.folder.path().join("package.tar");
    let mut age = Command::new("age");
    age.arg("--decrypt").arg("--identity").arg(identity).arg("--output").arg(&archive).arg(package);
    assert!(age.status().expect("age is installed").success());
    let into = fixture.folder.path().join("received");
    std::fs::create_dir_all(&into).expect("the folders are made");
    assert!(Command::new("tar").arg("-xf").arg(&archive).arg("-C").arg(&into).status().expect("it runs").success());
    let original = std::fs::read(&pdf).expect("the PDF is read");
    assert!(files_below(&into).iter().any(|path| std::fs::read(path).expect("the file is read") == original));

    // All of it is in the log, which holds.
    fixture.unlock("anna");
    let filter =
        json!({ "officer": null, "document": null, "action": null, "since": null, "after": null, "limit": 500 });
    let log = fixture.answer("log", json!({ "filter": filter }));
    let done: Vec<(&str, &str)> = log["rows"]
        .as_array()
        .expect("`rows` is a list")
        .iter()
        .map(|row| (row["action"].as_str().expect("`action` is text"), row["officer"].as_str().expect("a text")))
        .collect();
    for deed in [("file", "bert"), ("open", "bert"), ("deny", "dora"), ("deny", "bert"), ("unlock", "carl")] {
        assert!(done.contains(&deed), "{deed:?} in {done:?}");
    }
    assert_eq!(done.iter().filter(|deed| **deed == ("deny", "dora")).count(), 1, "one attempt, one entry: {done:?}");
    assert!(fixture.call("verify_log", json!({})).is_ok());
}

#[test]
fn an_officer_who_approves_reads_what_is_asked_for_and_refuses_it_with_a_reason() {
    let fixture = staffed();
    a_partner(&fixture);
    fixture.unlock("bert");
    let pdf = a_pdf(fixture.folder.path());
    let filed = file(&fixture, vec![pdf]).expect("the documents are filed");
    let id = filed[0]["id"].clone();
    let request = json!({ "partner": "dienst", "documents": [id], "purpose": "Échange", "consents": [] });
    let release = fixture.answer("request_release", request)["release"].clone();
    let refuse = json!({ "id": release, "why": "Une source y est nommée" });
    assert_eq!(code(fixture.call("refuse_release", refuse.clone())), "denied");
    fixture.unlock("carl");
    let waiting = releases(&fixture)[0].clone();
    assert_eq!((&waiting["may_refuse"], &waiting["documents"][0]["id"]), (&json!(true), &id));
    fixture.answer("open_document", json!({ "id": id, "purpose": "Avant de décider" }));
    fixture.answer("refuse_release", refuse);
    assert_eq!(code(fixture.call("approve_release", json!({ "id": release }))), "state");
    fixture.unlock("bert");
    let refused = releases(&fixture)[0].clone();
    assert_eq!((&refused["status"], &refused["refused_by"]), (&json!("refused"), &json!("carl")));
    assert_eq!(refused["refused_why"], "Une source y est nommée");
}

/// A Dutch partner with a classic key, confirmed. Gives the partner's identity file.
fn a_partner(fixture: &Fixture) -> PathBuf {
    let identity = fixture.folder.path().join("partner.txt");
    let made = Command::new("age-keygen").arg("-o").arg(&identity).output().expect("age is installed");
    assert!(made.status.success());
    let text = std::fs::read_to_string(&identity).expect("the identity file is read");
    let recipient =
        text.lines().find_map(|line| line.strip_prefix("# public key: ")).expect("the recipient is in the file");
    fixture.unlock("anna");
    let partner = json!({
        "id": "dienst", "name": "Dienst", "nation": "NLD", "communities": ["EU", "NATO"], "contact": "x@example",
        "recipient": recipient, "ceiling": "secret", "categories": {}, "agreement": "A-1", "until": null,
    });
    fixture.answer("add_partner", json!({ "partner": partner }));
    let own = json!({ "id": "dienst", "fingerprint": partners(fixture)[0]["fingerprint"] });
    assert_eq!(code(fixture.call("confirm_partner", own)), "denied", "nobody confirms what he entered himself");
    fixture.unlock("carl");
    let wrong = json!({ "id": "dienst", "fingerprint": "0000 0000" });
    assert_eq!(code(fixture.call("confirm_partner", wrong)), "fingerprint");
    let known = partners(fixture);
    assert_eq!((&known[0]["confirmed"], &known[0]["post_quantum"]), (&json!(false), &json!(false)));
    fixture.answer("confirm_partner", json!({ "id": "dienst", "fingerprint": known[0]["fingerprint"] }));
    identity
}

/// All of them, as their screen lists them.
fn partners(fixture: &Fixture) -> Value {
    fixture.answer("partners", json!({ "filter": { "query": null, "limit": 10, "after": null } }))["rows"].clone()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is listed") {
        let path = entry.expect("the entry of the folder is read").path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}

/// Texts `1.txt`, `2.txt`…, in a folder.
pub fn texts(fixture: &Fixture, many: usize) -> Vec<PathBuf> {
    let path = |n: usize| fixture.folder.path().join(format!("{n}.txt"));
    let paths: Vec<PathBuf> = (1..=many).map(path).collect();
    for (n, path) in paths.iter().enumerate() {
        std::fs::write(path, format!("Texte {n}\n")).expect("the file is written");
    }
    paths
}

#[test]
fn an_officer_without_the_role_gives_nobody_rights_through_the_window() {
    let fixture = staffed();
    a_partner(&fixture);
    fixture.unlock("dora");
    let clearance = json!({
        "officer": "dora", "policy": "BEL", "level": "SECRET", "categories": {}, "from": "2026-01-01", "until": "2027-01-01",
        "certificate": "x", "authority": "ANS",
    });
    for (command, arguments) in [
        ("grant_clearance", json!({ "clearance": clearance })),
        (
            "record_briefing",
            json!({ "briefing": { "officer": "dora", "policy": "BEL", "level": "SECRET", "date": "2026-01-01" } }),
        ),
        ("disable_officer", json!({ "id": "bert", "why": "x" })),
        ("add_member", json!({ "dossier": "D-1", "officer": "dora", "until": null, "basis": "x" })),
        ("confirm_partner", json!({ "id": "dienst", "fingerprint": "x" })),
        (
            "record_approval",
            json!({ "approval": { "authority": "x", "reference": "x", "ceiling": "secret", "until": "2030-01-01" } }),
        ),
    ] {
        assert_eq!(code(fixture.call(command, arguments)), "denied", "{command}");
    }
}
