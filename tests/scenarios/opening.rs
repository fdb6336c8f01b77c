//! A document is opened at the window: by two, to copy from it, with the files that it brings with it; and what is not shown.

use std::sync::{Arc, Mutex};

use label::time::{months_from, years_from};
use serde_json::{Value, json};
use viewer::Turn;

use super::{a_pdf, everything, file, files_below, picked, staffed, today};
use crate::fixture::{PASSPHRASE, code};

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
