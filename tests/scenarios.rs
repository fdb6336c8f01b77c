//! The main job through the window's commands, from the first officer to the partner's side, and what bad input does
//! to it. Everything is real but the display: vault, log, rendering worker, package, stock `age` and `tar`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use chrono::{NaiveDate, Utc};
use label::time::{months_from, years_from};
use serde_json::{Value, json};
use tauri::WebviewWindow;
use tauri::test::MockRuntime;
use vault::{FaultAt, Step};
use viewer::Turn;

use crate::fixture::{Fixture, OWN_PAGE, PASSPHRASE, call, code};

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
fn two_open_at_one_window_what_neither_opens_alone() {
    let fixture = staffed();
    for officer in ["bert", "carl"] {
        let (from, until) = (months_from(today(), -3).to_string(), years_from(today(), 2).to_string());
        let clearance = json!({
            "officer": officer, "policy": "BEL", "level": "SECRET", "categories": { "Handling": ["DUAL"] }, "from": from,
            "until": until, "certificate": format!("D-{officer}"), "authority": "ANS",
        });
        fixture.answer("grant_clearance", json!({ "clearance": clearance }));
    }
    fixture.unlock("bert");
    let mut draft = picked(&fixture, vec![a_pdf(fixture.folder.path())], "SECRET");
    draft["marking"]["categories"] = json!([{ "tag": "Handling", "values": ["DUAL"] }]);
    let filed = fixture.answer("file_documents", json!({ "draft": draft }))["filed"].clone();
    let id = filed[0]["id"].as_str().expect("`id` is text");
    let row = fixture.answer("documents", everything())["rows"][0].clone();
    assert_eq!((&row["id"], &row["sealed"], &row["title"]), (&json!(id), &json!(true), &json!("")));

    let open = |second: Value| fixture.call("open_document", json!({ "id": id, "purpose": "x", "second": second }));
    let with = |officer: &str, passphrase: &str| json!({ "officer": officer, "passphrase": passphrase });
    let alone = open(Value::Null).expect_err("it takes two");
    assert_eq!(alone["reasons"][0]["code"], "second_officer_needed");
    assert_eq!(code(open(with("carl", "not his"))), "wrong_passphrase");
    let opened = open(with("carl", PASSPHRASE)).expect("the two open it");
    assert_eq!((&opened["about"]["title"], &opened["with"]), (&filed[0]["title"], &json!("carl")));
    let handle = opened["handle"].as_str().expect("`handle` is text");
    assert!(fixture.shell.page(handle, 1, 400, Turn::None, false).is_ok());
    let history = fixture.answer("document", json!({ "id": id }))["history"].clone();
    let acts: Vec<(&str, &str)> = history
        .as_array()
        .expect("it is a list")
        .iter()
        .map(|row| (row["officer"].as_str().expect("`officer` is text"), row["action"].as_str().expect("a text")))
        .collect();
    assert_eq!(acts, [("bert", "file"), ("carl", "open-second"), ("bert", "open-together")]);

    // Put right and replaced by the two as well, and by neither alone.
    let view = fixture.answer("document", json!({ "id": id }));
    assert_eq!((&view["may_correct"], &view["may_file_version"]), (&json!(true), &json!(true)));
    let correction = json!({ "title": "As it is now", "subject": null, "originator": null, "date": null, "paper": null,
                             "dossier": null, "why": "a slip of the pen" });
    let correct = |second: Value| {
        fixture.call("correct_document", json!({ "id": id, "correction": correction, "second": second }))
    };
    let next = picked(&fixture, vec![a_pdf(fixture.folder.path())], "SECRET")["files"][0]["handle"].clone();
    let version = |second: Value| {
        fixture.call("file_version", json!({ "id": id, "file": next, "why": "annex B", "second": second }))
    };
    for refused in [correct(Value::Null), version(Value::Null)] {
        assert_eq!(refused.expect_err("it takes two")["reasons"][0]["code"], "opens_by_two");
    }
    assert_eq!(code(correct(with("carl", "not his"))), "wrong_passphrase");
    let done = correct(with("carl", PASSPHRASE)).expect("the two put it right");
    assert_eq!(done["changes"][0]["now"], "As it is now");
    let same = version(with("carl", PASSPHRASE)).expect_err("it is what it is already");
    assert_eq!(same["code"], "state");
    let opened = open(with("carl", PASSPHRASE)).expect("the two open it");
    assert_eq!(opened["about"]["title"], "As it is now");
    assert_eq!(fixture.answer("documents", everything())["rows"][0]["title"], "");
}

#[test]
fn text_of_a_page_is_copied_marked_and_recorded_below_confidentiel_and_not_from_it_on() {
    let fixture = staffed();
    fixture.unlock("bert");
    let copied = Arc::new(Mutex::new(Vec::new()));
    let clipboard = Arc::clone(&copied);
    fixture.shell.at_copy(move |visit, text| {
        assert!(visit.goes_on());
        clipboard.lock().expect("nobody panics").push(text);
    });
    let opened = |level: &str| {
        let draft = picked(&fixture, vec![a_pdf(fixture.folder.path())], level);
        let filed = fixture.answer("file_documents", json!({ "draft": draft }))["filed"].clone();
        let opened = fixture.answer("open_document", json!({ "id": filed[0]["id"], "purpose": "Lecture" }));
        (filed[0]["id"].clone(), opened)
    };
    let words = |opened: &Value, turn: u8| {
        let asked = json!({ "handle": opened["handle"], "page": 1, "width": 800, "turn": turn });
        fixture.answer("page_words", asked).as_array().expect("a list").clone()
    };
    let show = |opened: &Value, turn: Turn| {
        let handle = opened["handle"].as_str().expect("a text");
        let _ = fixture.shell.page(handle, 1, 800, turn, false).expect("the page is drawn");
    };

    let (id, low) = opened("RESTREINT");
    assert_eq!(low["copied"], true);
    assert_eq!(words(&low, 0), [Value::Null; 0], "its picture was not asked for yet");
    show(&low, Turn::None);
    show(&low, Turn::Half);
    let (upright, over) = (words(&low, 0), words(&low, 2));
    assert!(upright.len() > 50 && over.len() == upright.len(), "{}", upright.len());
    let first = &upright[0];
    let text = fixture.answer("page_text", json!({ "handle": low["handle"], "page": 1 }))["text"].clone();
    let text = text.as_str().expect("a text");
    let number = |of: &Value, name: &str| of[name].as_u64().expect("a number") as usize;
    let (begin, end) = (number(first, "begin"), number(&upright[3], "end"));
    let four: Vec<&str> = text.split_whitespace().take(4).collect();
    assert_eq!(text[begin..end].split_whitespace().collect::<Vec<_>>(), four, "words in the order of the text");
    assert!(first["top"].as_f64() < over[0]["top"].as_f64(), "upside down it stands further down");
    let copy = |opened: &Value, begin: usize, end: usize| {
        fixture.call("copy_text", json!({ "handle": opened["handle"], "page": 1, "begin": begin, "end": end }))
    };
    copy(&low, begin, end).expect("copied");
    let banner = fixture.answer("document", json!({ "id": id }))["banner"]["text"].clone();
    let there = copied.lock().expect("nobody panics").clone();
    let lines: Vec<&str> = there[0].lines().collect();
    assert_eq!((there.len(), lines[0]), (1, banner.as_str().expect("a text")));
    assert!(there[0].trim_end().ends_with(&text[begin..end]), "{there:?}");
    let history = fixture.answer("document", json!({ "id": id }))["history"].clone();
    let said = history.as_array().expect("a list").iter().filter(|row| row["action"] == "open").count();
    assert_eq!(said, 2, "it was opened, and text was copied: {history}");
    for (begin, end) in [(end, begin), (0, text.len() + 1), (0, 0)] {
        assert_eq!(code(copy(&low, begin, end)), "malformed", "{begin}-{end}");
    }

    let (_, high) = opened("CONFIDENTIEL");
    assert_eq!(high["copied"], false);
    show(&high, Turn::None);
    assert_eq!(words(&high, 0), [Value::Null; 0], "nothing to select");
    assert_eq!(copy(&high, 0, 20).expect_err("denied")["reasons"][0]["code"], "not_copied");
    fixture.answer("lock", json!({}));
    assert_eq!(code(copy(&low, begin, end)), "locked");
    assert_eq!(copied.lock().expect("nobody panics").len(), 1, "nothing else came to the clipboard");
}

#[test]
fn a_file_of_a_mail_is_opened_by_itself_under_the_decision_about_the_mail() {
    let fixture = staffed();
    fixture.unlock("bert");
    let inner = "From: c@example.org\nSubject: inner\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\nwithin\n\
        --y\nContent-Type: text/plain\nContent-Disposition: attachment; filename=deep.txt\n\nvery deep\n--y--\n";
    let mail = format!(
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
        --x\nContent-Type: text/plain\n\nsee\n--x\nContent-Type: application/zip\n\
        Content-Disposition: attachment; filename=all.zip\nContent-Transfer-Encoding: base64\n\nUEsDBAAAAAAAAAAAAAAAAA==\n\
        --x\nContent-Type: message/rfc822\n\n{inner}\n--x--\n"
    );
    let path = fixture.folder.path().join("mail.eml");
    std::fs::write(&path, mail).expect("the file is written");
    let draft = picked(&fixture, vec![path], "SECRET");
    let id = fixture.answer("file_documents", json!({ "draft": draft }))["filed"][0]["id"].clone();
    let mail = fixture.answer("open_document", json!({ "id": id, "purpose": "Lecture" }));
    let names: Vec<&Value> = mail["attachments"].as_array().expect("a list").iter().map(|one| &one["name"]).collect();
    assert_eq!(names, [&json!("all.zip"), &json!("inner")]);
    let open =
        |of: &Value, number: u32| fixture.call("open_attachment", json!({ "handle": of["handle"], "number": number }));
    assert_eq!(code(open(&mail, 1)), "unsupported_media");
    for number in [0, 3] {
        assert_eq!(code(open(&mail, number)), "no_attachment");
    }
    let inner = open(&mail, 2).expect("a mail within");
    assert_ne!(inner["handle"], mail["handle"]);
    let deep = open(&inner, 1).expect("a file of that one");
    let text = fixture.answer("page_text", json!({ "handle": deep["handle"], "page": 1 }));
    assert_eq!(text["text"].as_str().map(str::trim), Some("very deep"));
    let handle = deep["handle"].as_str().expect("a text").to_owned();
    let image = fixture.shell.page(&handle, 1, 800, Turn::None, false).expect("with the marks of the mail");
    assert_eq!(&image[8..12], b"WEBP");
    // Where one stopped is remembered of the mail alone.
    fixture.answer("keep_place", json!({ "handle": handle, "page": 1 }));
    let printing = json!({ "printer": "safe", "first": 1, "last": 1, "copies": 1, "purpose": "x" });
    assert_eq!(code(fixture.call("print_document", json!({ "handle": handle, "order": printing }))), "not_open");
    let opened = fixture.answer("document", json!({ "id": id }))["history"].clone();
    let times = opened.as_array().expect("a list").iter().filter(|row| row["action"] == "open").count();
    assert_eq!(times, 1, "opened once, its files with it: {opened}");

    // The decision about the mail is one about its files: an officer who may read it no longer loses all of them.
    fixture.answer("lock", json!({}));
    assert_eq!(fixture.shell.page(&handle, 1, 800, Turn::None, false).expect_err("locked").code, "locked");
    fixture.unlock("carl");
    let mail = fixture.answer("open_document", json!({ "id": id, "purpose": "Lecture" }));
    let inner = open(&mail, 2).expect("a mail within");
    fixture.unlock("anna");
    fixture.answer("remove_member", json!({ "dossier": "D-1", "officer": "carl", "why": "other duty" }));
    fixture.unlock("carl");
    assert_eq!(code(open(&inner, 1)), "not_open", "it ended with the visit");
    let denied = fixture.call("open_document", json!({ "id": id, "purpose": "Lecture" })).expect_err("denied");
    assert_eq!(denied["code"], "denied");
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

#[test]
fn what_cannot_be_shown_is_said_clearly() {
    let fixture = staffed();
    let folder = fixture.folder.path().to_owned();
    let whole = std::fs::read(a_pdf(&folder)).expect("the PDF is read");
    let cases: [(&str, &[u8], &[&str]); 5] = [
        ("empty.pdf", b"", &["view_malformed", "unsupported_media"]),
        ("noise.pdf", b"%PDF-1.7 and then nothing that is one", &["view_malformed"]),
        ("cut.pdf", &whole[..whole.len() / 3], &["view_cut_short"]),
        ("program.bin", b"\x7fELF\x02\x01\x01", &["unsupported_media"]),
        ("note.txt", "Ligne une\nRegel twee é\n".as_bytes(), &[]),
    ];
    for (name, content, problems) in cases {
        let path = folder.join(name);
        std::fs::write(&path, content).expect("the file is written");
        let filed = file(&fixture, vec![path]).expect("the documents are filed");
        match fixture.call("open_document", json!({ "id": filed[0]["id"], "purpose": "Lecture" })) {
            Ok(opened) => {
                assert!(problems.is_empty(), "{name} is shown");
                assert!(
                    fixture.shell.page(opened["handle"].as_str().expect("a text"), 1, 400, Turn::None, false).is_ok(),
                    "{name}"
                );
            }
            Err(problem) => assert!(problems.contains(&problem["code"].as_str().expect("a text")), "{name}: {problem}"),
        }
    }
}

#[test]
fn a_document_that_was_altered_on_the_disk_is_not_shown() {
    let fixture = staffed();
    let filed = file(&fixture, vec![a_pdf(fixture.folder.path())]).expect("the documents are filed");
    let id = filed[0]["id"].as_str().expect("`id` is text");
    let objects = files_below(&fixture.folder.path().join("vault/objects"));
    let object = objects
        .iter()
        .find(|path| path.to_str().expect("UTF-8").ends_with(&format!("{id}.age")))
        .expect("an object bears its document's id");
    let mut content = std::fs::read(object).expect("the object is read");
    let middle = content.len() / 2;
    content[middle] ^= 1;
    std::fs::write(object, content).expect("the object is written");
    let code = code(fixture.call("open_document", json!({ "id": id, "purpose": "Lecture" })));
    assert!(["object_altered", "view_source"].contains(&code.as_str()), "{code}");
}

#[test]
fn a_content_that_is_there_already_is_told_before_it_is_filed() {
    let fixture = staffed();
    let pdf = a_pdf(fixture.folder.path());
    let filed = file(&fixture, vec![pdf.clone()]).expect("the documents are filed");
    let at = |name: &str| fixture.folder.path().join(name);
    std::fs::copy(&pdf, at("copy.pdf")).expect("the PDF is copied");
    for (name, content) in [("one.txt", "aa"), ("other.txt", "bb"), ("again.txt", "aa")] {
        std::fs::write(at(name), content).expect("the file is written");
    }
    let picks = || {
        fixture.will_pick(["copy.pdf", "one.txt", "other.txt", "again.txt"].map(at).to_vec());
        let picked = fixture.answer("pick_files", json!({}));
        let files = picked["files"].as_array().expect("`files` is a list").clone();
        let handles: Vec<&Value> = files.iter().map(|file| &file["handle"]).collect();
        let told = fixture.answer("compare_files", json!({ "handles": handles }));
        let name = |handle: &Value| {
            files.iter().find(|file| file["handle"] == *handle).expect("the file was picked")["name"].clone()
        };
        let told = told.as_array().expect("a list").iter().map(|one| json!([name(&one["handle"]), one["warnings"]]));
        Value::from(told.collect::<Vec<_>>())
    };
    let twice = json!([{ "code": "picked_twice", "params": { "name": "again.txt", "first": "one.txt" } }]);
    let known =
        json!([{ "code": "already_filed", "params": { "name": "copy.pdf", "reference": filed[0]["reference"] } }]);
    assert_eq!(picks(), json!([["copy.pdf", known], ["again.txt", twice]]));
    // Who may not see the document learns nothing of it.
    fixture.unlock("anna");
    assert_eq!(picks(), json!([["again.txt", twice]]));
    let gone = fixture.answer("compare_files", json!({ "handles": ["nothing"] }));
    assert_eq!(gone, json!([]), "a handle that is forgotten says nothing");
}

#[test]
fn a_file_that_is_gone_registers_nothing() {
    let fixture = staffed();
    let path = a_pdf(fixture.folder.path());
    fixture.unlock("bert");
    let draft = picked(&fixture, vec![path.clone()], "SECRET");
    std::fs::remove_file(path).expect("the file is removed");
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((&outcome["filed"], &outcome["problem"]["code"]), (&json!([]), &json!("io")));
    assert_eq!(outcome["not_filed"], json!([not_filed(&draft, 0, "Itinéraires – été.pdf", "failed")]));
    assert_eq!(fixture.answer("documents", everything())["total"], 0);
}

#[test]
fn a_marking_that_its_policy_forbids_registers_nothing() {
    let fixture = staffed();
    let path = a_pdf(fixture.folder.path());
    fixture.unlock("bert");
    let draft = picked(&fixture, vec![path], "COSMIC");
    let refused = fixture.call("file_documents", json!({ "draft": draft })).expect_err("nothing is tried");
    assert_eq!((&refused["code"], refused["reasons"].as_array().expect("a list").len()), (&json!("marking"), 1));
    assert_eq!(fixture.answer("documents", everything())["total"], 0);
}

/// How the outcome names the file at a place of the draft.
fn not_filed(draft: &Value, n: usize, name: &str, why: &str) -> Value {
    json!({ "handle": draft["files"][n]["handle"], "name": name, "why": why })
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

/// How many objects are in the vault, drafts among them.
fn objects(fixture: &Fixture) -> usize {
    let files = files_below(&fixture.folder.path().join("vault/objects"));
    files.iter().filter(|path| std::fs::metadata(path).is_ok_and(|about| about.len() > 0)).count()
}

/// The titles of what is in the register, the latest last.
fn titles(fixture: &Fixture) -> Vec<String> {
    let page = fixture.answer("documents", everything());
    let rows = page["rows"].as_array().expect("`rows` is a list");
    rows.iter().rev().map(|row| row["title"].as_str().expect("`title` is text").to_owned()).collect()
}

#[test]
fn many_documents_are_filed_in_one_call_and_the_page_hears_how_far_it_is() {
    let fixture = staffed();
    fixture.unlock("bert");
    let draft = picked(&fixture, texts(&fixture, 5), "SECRET");
    let heard = fixture.events();
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((&outcome["not_filed"], &outcome["problem"]), (&json!([]), &Value::Null));
    let filed: Vec<&str> =
        outcome["filed"].as_array().expect("a list").iter().map(|one| one["title"].as_str().expect("a text")).collect();
    assert_eq!(filed, ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]);
    assert!(outcome["filed"][4]["reference"].as_str().expect("`reference` is text").ends_with("/0005"));
    assert_eq!(titles(&fixture), filed);
    let heard = heard.lock().expect("nobody panics");
    let first = heard.iter().find(|event| event["event"] == "filing").expect("the page hears of it");
    assert_eq!((&first["document"], &first["of"], &first["name"]), (&json!(0), &json!(5), &json!("1.txt")));
    assert_eq!((&first["done"], &first["total"]), (&json!(0), &json!(8)));
    // What is in is forgotten as a file.
    assert_eq!(code(fixture.call("file_documents", json!({ "draft": draft }))), "not_picked");
}

#[test]
fn one_that_is_refused_among_many_is_named_and_the_others_can_be_filed_without_it() {
    let fixture = staffed();
    fixture.unlock("bert");
    let paths = texts(&fixture, 3);
    let mut draft = picked(&fixture, paths.clone(), "SECRET");
    std::fs::remove_file(&paths[1]).expect("the file is removed");
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((&outcome["filed"], &outcome["problem"]["code"]), (&json!([]), &json!("io")));
    let rest = [("1.txt", "with-others"), ("2.txt", "failed"), ("3.txt", "with-others")];
    let rest = rest.into_iter().enumerate().map(|(n, (name, why))| not_filed(&draft, n, name, why));
    assert_eq!(outcome["not_filed"], rest.collect::<Value>());
    assert!(titles(&fixture).is_empty(), "nothing is in before all could be looked at");
    draft["files"].as_array_mut().expect("the files are a list").remove(1);
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((&outcome["not_filed"], titles(&fixture)), (&json!([]), vec!["1.txt".to_owned(), "3.txt".to_owned()]));
}

#[test]
fn a_filing_that_is_stopped_half_way_keeps_what_was_read_and_names_the_rest() {
    let window: Arc<OnceLock<WebviewWindow<MockRuntime>>> = Arc::default();
    let (page, count) = (window.clone(), AtomicUsize::new(0));
    let fixture = staffed_on(move |step| {
        // While the second is read, somebody presses the button. Of the first, its text was written as well.
        if step == Step::Writing && count.fetch_add(1, Ordering::SeqCst) == 2 {
            let page = page.get().expect("the window is there");
            call(page, OWN_PAGE, "stop_filing", json!({})).expect("it waits for no session");
        }
        Ok(())
    });
    window.set(fixture.main.clone()).expect("once");
    fixture.unlock("bert");
    let draft = picked(&fixture, texts(&fixture, 4), "SECRET");
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!(titles(&fixture), ["1.txt", "2.txt"]);
    assert_eq!((outcome["filed"].as_array().expect("`filed` is a list").len(), &outcome["problem"]), (2, &Value::Null));
    let rest = [not_filed(&draft, 2, "3.txt", "stopped"), not_filed(&draft, 3, "4.txt", "stopped")];
    assert_eq!(outcome["not_filed"], json!(rest));
    // Going on files the rest, and only that: a stop is for one filing.
    let mut draft = draft;
    draft["files"] = json!([draft["files"][2], draft["files"][3]]);
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!(outcome["not_filed"], json!([]));
    assert_eq!(titles(&fixture), ["1.txt", "2.txt", "3.txt", "4.txt"]);
    assert!(fixture.call("verify_log", json!({})).is_ok());
}

#[test]
fn documents_are_sealed_again_from_the_window_which_hears_how_far_it_is_and_stops_it() {
    let window: Arc<OnceLock<WebviewWindow<MockRuntime>>> = Arc::default();
    let (page, count) = (window.clone(), AtomicUsize::new(0));
    let fixture = staffed_on(move |step| {
        // While the second is sealed again, somebody presses the button.
        if step == Step::Replaced && count.fetch_add(1, Ordering::SeqCst) == 1 {
            let page = page.get().expect("the window is there");
            call(page, OWN_PAGE, "stop_rekeying", json!({})).expect("it waits for no session");
        }
        Ok(())
    });
    window.set(fixture.main.clone()).expect("once");
    fixture.unlock("bert");
    let draft = picked(&fixture, texts(&fixture, 4), "SECRET");
    let filed = fixture.call("file_documents", json!({ "draft": draft })).expect("the window may")["filed"].clone();
    let place = fixture.folder.path().join("vault/objects");
    let sealed = || files_below(&place).into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "age"));
    let before: Vec<PathBuf> = sealed().collect();
    let heard = fixture.events();
    let done = fixture
        .call("rekey", json!({ "scope": { "dossier": "D-1" }, "deep": true, "second": null, "purpose": "" }))
        .expect("the window may");
    assert_eq!(done, json!({ "rewrapped": 2, "remaining": 2, "classes_left_out": 0, "for_two": [] }));
    let after: Vec<PathBuf> = sealed().collect();
    assert_eq!(before.iter().filter(|path| after.contains(path)).count(), 2, "two are other objects now");
    let told = heard.lock().expect("nobody failed under it").iter().find(|event| event["event"] == "rekeying").cloned();
    let told = told.expect("the page hears of it");
    assert_eq!((&told["seen"], &told["total"]), (&json!(1), &json!(4)));
    // One by itself, and a stop was for the one before.
    let one = json!({ "scope": { "document": filed[3]["id"] }, "deep": true, "second": null, "purpose": "" });
    assert_eq!(fixture.call("rekey", one).expect("the window may")["rewrapped"], 1);
    let held = json!({ "scope": "held", "deep": false, "second": null, "purpose": "" });
    let held = fixture.call("rekey", held).expect("the window may");
    let none = json!({ "rewrapped": 0, "remaining": 0, "classes_left_out": 0, "for_two": [] });
    assert_eq!(held, none, "they have the present key");
    assert!(fixture.call("verify_log", json!({})).is_ok());
}

#[test]
fn a_disk_that_is_full_half_way_leaves_nothing_of_the_batch_and_it_can_be_filed_again() {
    let count = AtomicUsize::new(0);
    let fixture = staffed_on(move |step| {
        let full = step == Step::Writing && count.fetch_add(1, Ordering::SeqCst) == 1;
        if full { Err(std::io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    });
    fixture.unlock("bert");
    let draft = picked(&fixture, texts(&fixture, 3), "SECRET");
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((&outcome["filed"], &outcome["problem"]["code"]), (&json!([]), &json!("disk_full")));
    assert_eq!((outcome["not_filed"].as_array().expect("`not_filed` is a list").len(), titles(&fixture).len()), (3, 0));
    assert_eq!(objects(&fixture), 0);
    // There is room again.
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((&outcome["not_filed"], titles(&fixture).len()), (&json!([]), 3));
}

#[test]
fn a_file_that_goes_away_while_others_are_read_is_named_and_nothing_is_half_filed() {
    let gone: Arc<OnceLock<PathBuf>> = Arc::default();
    let takes = gone.clone();
    let fixture = staffed_on(move |step| {
        if step == Step::Writing {
            let _ = takes.get().map(std::fs::remove_file);
        }
        Ok(())
    });
    fixture.unlock("bert");
    let paths = texts(&fixture, 3);
    let draft = picked(&fixture, paths.clone(), "SECRET");
    gone.set(paths[2].clone()).expect("once");
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((&outcome["filed"], &outcome["problem"]["code"]), (&json!([]), &json!("io")));
    assert_eq!(outcome["not_filed"][2], not_filed(&draft, 2, "3.txt", "failed"));
    assert!(titles(&fixture).is_empty() && objects(&fixture) == 0);
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
