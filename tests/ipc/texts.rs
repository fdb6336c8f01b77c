//! Texts that take long to read keep nobody from the window.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use chrono::Utc;
use label::{LabelDraft, Policy};
use serde_json::{Value, json};
use tauri::ipc::{Channel, InvokeResponseBody};
use vault::{
    DossierId, FileToRead, Flow, FoundText, Marking, NewDocument, OfficerId, Passphrase, Scans, Source, TextLack,
    TextReader, Vault, WorkFactor,
};

use crate::fixture::{PASSPHRASE, code};
use crate::scenarios::{picked, staffed, texts};

#[test]
fn the_session_is_there_for_others_while_the_texts_of_a_filing_are_read() {
    let fixture = staffed();
    fixture.unlock("bert");
    let draft = picked(&fixture, texts(&fixture, 3), "SECRET");
    let (tell, told) = mpsc::channel();
    let (shell, is_asked) = (fixture.shell.clone(), AtomicBool::new(false));
    fixture.shell.listen(Channel::new(move |body| {
        let of_filing = matches!(&body, InvokeResponseBody::Json(text) if text.contains("\"filing\""));
        if of_filing && !is_asked.swap(true, Ordering::SeqCst) {
            let (answer, answered) = mpsc::channel();
            let shell = shell.clone();
            thread::spawn(move || {
                let officer = shell.act(|session, _| Ok(session.id().to_string()));
                let _ = answer.send(officer.is_ok());
            });
            // The filing goes on when this returns.
            let _ = tell.send(answered.recv_timeout(Duration::from_secs(10)));
        }
        Ok(())
    }));
    let outcome = fixture.answer("file_documents", json!({ "draft": draft }));
    assert_eq!((outcome["filed"].as_array().map(Vec::len), &outcome["problem"]), (Some(3), &Value::Null));
    assert_eq!(told.recv().expect("the page heard of the filing"), Ok(true));
}

/// Leaves what it is given for OCR.
struct LeavesScans;

impl TextReader for LeavesScans {
    fn read(&self, _: FileToRead<'_>) -> Result<FoundText, TextLack> {
        Ok(FoundText { text: String::new(), cut: true, recognised: Vec::new(), unrecognised: vec![1] })
    }
}

#[test]
fn texts_that_wait_are_counted_for_the_officer_at_the_window_and_said_of_each_document() {
    let fixture = staffed();
    assert_eq!(fixture.answer("texts_to_read", json!({})), json!({ "waiting": 0, "read_here": false }));
    fixture.answer("lock", json!({}));
    let vault = Vault::open(&fixture.folder.path().join("vault"), Arc::new(Utc::now)).expect("it opens");
    let vault = vault.with_work_factor(WorkFactor::new(2).expect("between 1 and 21"));
    let vault = vault.with_text_reader(Arc::new(LeavesScans));
    let bert = OfficerId::parse("bert").expect("of the form of an id");
    let mut session = vault.unlock(&bert, &Passphrase::new(PASSPHRASE.into())).expect("bert unlocks");
    session.read_scans(Scans::Later);
    let policy = Policy::builtin(Policy::OWN).expect("it is built in");
    let draft = LabelDraft::from_words(&policy, "SECRET", None, &[], Utc::now()).expect("a marking");
    let new = NewDocument {
        source: Source::Bytes(b"a scan".to_vec()),
        dossier: DossierId::parse("D-1").expect("of the form of an id"),
        marking: Marking::Draft { policy: policy.name().to_owned(), draft },
        title: "A scan".to_owned(),
        subject: String::new(),
        originator: String::new(),
        paper: String::new(),
        date: vault::today(Utc::now()),
        finalised: None,
        file_name: Some(b"scan".to_vec()),
        topics: Vec::new(),
        motive: None,
        sources: Vec::new(),
    };
    let filed = session.file_document(new, &mut |_| Flow::Continue).expect("bert files it");
    drop(session);
    fixture.unlock("bert");
    assert_eq!(fixture.answer("texts_to_read", json!({}))["waiting"], 1);
    let document = fixture.answer("document", json!({ "id": filed.id.to_string() }));
    assert_eq!(document["text"], json!({ "is": "none", "why": "pending", "recognised": [] }));
    fixture.answer("lock", json!({}));
    assert_eq!(code(fixture.call("texts_to_read", json!({}))), "locked");
}
