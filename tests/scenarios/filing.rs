//! Documents are filed at the window, one or many: what is said before, how far it is, and what stops it half way.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use serde_json::{Value, json};
use tauri::WebviewWindow;
use tauri::test::MockRuntime;
use vault::Step;

use super::{a_pdf, everything, file, files_below, picked, staffed, staffed_on, texts};
use crate::fixture::{Fixture, OWN_PAGE, call, code};

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
