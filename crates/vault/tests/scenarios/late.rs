//! Texts of scans are read after the documents were filed: by those who may open them, once, and only where they wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::reclassify::to;

/// Takes what is text for it; what begins with `scan: ` is read by OCR, and each page of it is one.
#[derive(Default)]
struct Scanner {
    reads: AtomicUsize,
}

impl TextReader for Scanner {
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        let mut text = String::new();
        file.document.read_to_string(&mut text).map_err(|_| TextLack::Damaged)?;
        let mut found = FoundText { text: String::new(), cut: false, recognised: Vec::new(), unrecognised: Vec::new() };
        for (number, page) in (1..).zip(text.split('\u{c}')) {
            if page.starts_with("stuck: ") {
                found.unrecognised.push(number);
                continue;
            }
            match (page.strip_prefix("scan: "), file.scans) {
                (Some(_), Scans::Later) => found.unrecognised.push(number),
                (Some(scanned), Scans::Now) => {
                    found.recognised = vec!["nl".to_owned()];
                    found.text.push_str(scanned);
                }
                (None, _) => found.text.push_str(page),
            }
        }
        found.cut = !found.unrecognised.is_empty();
        Ok(found)
    }

    fn other_programs(&self) -> OtherPrograms {
        OtherPrograms { ocr: OtherProgram::Confined, ..OtherPrograms::default() }
    }
}

/// An officer on a workstation with OCR, who files without waiting for it.
fn scanning(house: &House, officer: &str) -> Session {
    let vault = house.open().with_text_reader(Arc::new(Scanner::default()));
    let mut session = vault.unlock(&id(officer), &phrase()).expect("the officer unlocks");
    session.read_scans(Scans::Later);
    session
}

fn scan(title: &str, level: &str, text: &str) -> NewDocument {
    NewDocument { originator: String::new(), ..paper(title, marked(level, None), text.as_bytes()) }
}

const SCAN: &str = "scan: Betreft het konvooi.";

fn filed(session: &mut Session, text: &str) -> FilingResult {
    session.file_document(scan("Paper", "SECRET", text), &mut quietly).expect("it is filed")
}

fn found(session: &mut Session, query: &str) -> u64 {
    session.read_texts(&mut |_, _| Flow::Continue).expect("what waits for the index is read");
    let filter = DocumentFilter { query: Some(query.to_owned()), inside: true, ..DocumentFilter::default() };
    session.list(&filter).expect("listed").total
}

fn is(is: &str, why: Option<&str>, recognised: &[&str]) -> TextView {
    let recognised = recognised.iter().map(|one| (*one).to_owned()).collect();
    TextView { is: is.to_owned(), why: why.map(str::to_owned), recognised }
}

fn goes_on() -> Flow {
    Flow::Continue
}

/// The next text that waits, read to its end and not kept yet.
fn read_next(session: &mut Session) -> LateReading {
    let mut reading = session.next_late_text().expect("the session looks").expect("a text waits");
    assert!(reading.read(&mut goes_on).expect("it is read"));
    reading
}

fn entries(house: &House) -> u64 {
    house.open().verify().expect("the log is whole").entries
}

#[test]
fn a_scan_is_filed_at_once_and_found_by_its_text_once_that_was_read() {
    let house = super::reclassify::house();
    let mut rik = scanning(&house, "rik");
    let document = filed(&mut rik, SCAN);
    assert_eq!(document.text, is("none", Some("pending"), &[]));
    let told = document.warnings.iter().find(|warning| warning.code == "scans_later").expect("it is told");
    assert_eq!(told.params["pages"], "1");
    assert!(document.warnings.iter().all(|warning| warning.code != "unrecognised"), "it was not tried");
    let waits = rik.not_searched(&DocumentFilter::default()).expect("counted");
    assert_eq!(waits.iter().map(|one| (one.why.as_str(), one.documents)).collect::<Vec<_>>(), [("pending", 1)]);
    assert_eq!((found(&mut rik, "konvooi"), rik.document(&document.id).expect("seen").text), (0, document.text));
    assert_eq!(rik.texts_to_read().expect("counted"), TextsToRead { waiting: 1, read_here: true });
    assert_eq!(house.open().doctor(Some(&mut rik)).texts_waiting, 1);
    let reading = read_next(&mut rik);
    let by_ocr = is("whole", None, &["nl"]);
    assert_eq!(rik.keep_late_text(reading).expect("it is kept"), by_ocr);
    for mut session in [rik, house.unlock("bea"), house.unlock("rosa")] {
        assert_eq!(session.document(&document.id).expect("seen").text, by_ocr);
        assert_eq!(found(&mut session, "konvooi"), 1);
        assert_eq!(session.not_searched(&DocumentFilter::default()).expect("counted"), []);
        assert_eq!(read(&mut session, &document.id), SCAN.as_bytes(), "the document is what it was");
    }
    // The text goes where its document goes.
    let mut rik = scanning(&house, "rik");
    rik.rekey_deep(&RekeyScope::Held, &mut |_, _| Flow::Continue).expect("sealed anew");
    rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    assert_eq!(rik.texts_to_read().expect("counted").waiting, 0, "nothing waits once more");
    for officer in ["rik", "cleo"] {
        let mut session = house.unlock(officer);
        assert_eq!((found(&mut session, "konvooi"), session.text_lost(&document.id)), (1, None), "{officer}");
    }
}

#[test]
fn pages_with_text_are_found_before_the_scans_among_them_are_read() {
    let house = House::furnished();
    let mut rik = scanning(&house, "rik");
    let document = filed(&mut rik, "Een brug.\u{c}scan: Het konvooi.");
    assert_eq!(document.text, is("partial", Some("pending"), &[]));
    let mut bea = house.unlock("bea");
    assert_eq!((found(&mut bea, "brug"), found(&mut bea, "konvooi")), (1, 0));
    let reading = read_next(&mut rik);
    rik.keep_late_text(reading).expect("it is kept");
    for mut session in [bea, house.unlock("rosa")] {
        assert_eq!((found(&mut session, "brug"), found(&mut session, "konvooi")), (1, 1));
    }
}

#[test]
fn where_nothing_waits_or_no_ocr_is_there_nothing_is_opened_and_nothing_recorded() {
    let house = House::furnished();
    let mut rik = scanning(&house, "rik");
    filed(&mut rik, "plain text");
    let before = entries(&house);
    assert!(rik.next_late_text().expect("the session looks").is_none());
    assert_eq!(entries(&house), before);
    let document = filed(&mut rik, SCAN);
    // Bea may open it, and has no OCR.
    let mut bea = house.unlock("bea");
    let before = entries(&house);
    assert!(bea.next_late_text().expect("the session looks").is_none());
    let no = bea.begin_late_text(&document.id).err().expect("it waits for another workstation");
    assert!(matches!(&no, Error::State { status, .. } if status == NO_OCR), "{no:?}");
    assert_eq!(bea.texts_to_read().expect("counted"), TextsToRead { waiting: 1, read_here: false });
    assert_eq!(entries(&house), before, "nothing was opened");
    // Who may not open it has nothing that waits.
    assert_eq!(scanning(&house, "carl").texts_to_read().expect("counted").waiting, 0);
}

#[test]
fn a_reading_that_is_stopped_leaves_the_text_waiting_for_the_next_session() {
    let house = House::furnished();
    let mut rik = scanning(&house, "rik");
    let document = filed(&mut rik, SCAN);
    let mut reading = rik.next_late_text().expect("the session looks").expect("a text waits");
    assert!(matches!(reading.read(&mut || Flow::Stop), Err(Error::Cancelled)));
    drop(reading);
    assert_eq!(rik.document(&document.id).expect("seen").text, document.text);
    let before = entries(&house);
    assert!(rik.next_late_text().expect("the session looks").is_none(), "each is tried once in a session");
    assert_eq!(entries(&house), before);
    let mut bea = scanning(&house, "bea");
    assert!(bea.next_late_text().expect("the session looks").is_none(), "rik may be at it");
    house.clock.seconds(15 * 60);
    let reading = read_next(&mut bea);
    bea.keep_late_text(reading).expect("another who may open it goes on");
    assert_eq!(found(&mut rik, "konvooi"), 1);
}

#[test]
fn what_ocr_could_not_read_waits_on_and_a_session_tries_it_once() {
    let house = House::furnished();
    let mut rik = scanning(&house, "rik");
    let document = filed(&mut rik, "stuck: Het konvooi.");
    let mut reading = rik.next_late_text().expect("the session looks").expect("a text waits");
    assert!(!reading.read(&mut goes_on).expect("it ends"), "nothing was read");
    drop(reading);
    assert_eq!(rik.document(&document.id).expect("seen").text, is("none", Some("pending"), &[]));
    let before = entries(&house);
    assert!(rik.next_late_text().expect("the session looks").is_none());
    assert_eq!(entries(&house), before, "nothing more is recorded");
}

#[test]
fn pages_that_ocr_did_not_come_to_are_named() {
    let house = House::furnished();
    let mut rik = scanning(&house, "rik");
    filed(&mut rik, "scan: Het konvooi.\u{c}stuck: De brug.");
    let reading = read_next(&mut rik);
    assert_eq!(reading.unrecognised(), [2]);
    assert_eq!(rik.keep_late_text(reading).expect("it is kept"), is("partial", Some("long"), &["nl"]));
}

#[test]
fn a_document_that_got_another_version_or_marking_meanwhile_is_not_touched() {
    let house = super::reclassify::house();
    let mut rik = scanning(&house, "rik");
    let document = filed(&mut rik, SCAN);
    let reading = read_next(&mut rik);
    rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    let moved = rik.keep_late_text(reading).expect_err("it was moved");
    assert!(matches!(moved, Error::State { .. }), "{moved:?}");
    assert_eq!(rik.document(&document.id).expect("seen").text, document.text, "it waits where it is now");
    let reading = read_next(&mut rik);
    let version =
        NewVersion { source: Source::Bytes(b"scan: De brug.".to_vec()), file_name: None, why: "newer".to_owned() };
    let newer = rik.file_version(&document.id, &version, &mut |_| Flow::Continue).expect("it is filed");
    assert_eq!(newer.text, is("none", Some("pending"), &[]));
    let replaced = rik.keep_late_text(reading).expect_err("it has another version");
    assert!(matches!(replaced, Error::State { .. }), "{replaced:?}");
    // Of the version that it has now, the text is read.
    let reading = read_next(&mut rik);
    rik.keep_late_text(reading).expect("it is kept");
    for mut session in [rik, house.unlock("cleo"), house.unlock("bea")] {
        assert_eq!((found(&mut session, "brug"), found(&mut session, "konvooi")), (1, 0));
    }
}

#[test]
fn a_text_is_read_for_those_who_may_open_the_document_once_and_of_none_that_two_open_or_was_withdrawn() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for officer in ["rik", "bea"] {
        grant(&mut ada, officer, "BEL", "SECRET", &[("Handling", "DUAL")]).expect("ada grants the clearance");
    }
    let mut rik = scanning(&house, "rik");
    let document = filed(&mut rik, SCAN);
    let denied = |session: &mut Session, id: &DocumentId| session.begin_late_text(id).err().expect("it is refused");
    let carl = denied(&mut scanning(&house, "carl"), &document.id);
    assert!(matches!(carl, Error::Denied { .. } | Error::NotFound { .. }), "{carl:?}");
    let reading = read_next(&mut rik);
    rik.keep_late_text(reading).expect("it is kept");
    let twice = denied(&mut rik, &document.id);
    assert!(matches!(&twice, Error::State { status, .. } if status == "read"), "{twice:?}");
    let marking = marked_with("SECRET", None, &[("Handling", "DUAL")]);
    let tandem = rik.file_document(NewDocument { marking, ..scan("Tandem", "SECRET", SCAN) }, &mut quietly);
    let tandem = tandem.expect("it is filed");
    assert_eq!(tandem.text, is("none", Some("by-two"), &[]));
    assert_eq!(codes(&denied(&mut rik, &tandem.id)), ["opens_by_two"]);
    let other = filed(&mut rik, SCAN);
    rik.withdraw_document(&other.id, "of another service").expect("rik withdraws it");
    assert_eq!(codes(&denied(&mut rik, &other.id)), ["document_withdrawn"]);
    assert!(rik.next_late_text().expect("the session looks").is_none(), "none of them waits");
}

fn of_kind(hostile: &Hostile, kind: &str) -> Value {
    hostile.events().into_iter().find(|event| event["event"] == kind).expect("it is in the log")
}

/// A text that somebody says he read in the document of the log, with a sheet that says what.
fn text_read(hostile: &Hostile) -> Forgery {
    let (filed, made) = (of_kind(hostile, "filed"), of_kind(hostile, "class-made"));
    let recipient: seal::Recipient = made["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
    let text = json!({ "is": "whole", "sha256": "ab".repeat(32), "recognised": ["fr"] });
    let sheet = json!({ "sheet": "text", "document": filed["document"], "text": text });
    let plain = json!({ "v": 1, "is": [sheet] }).to_string();
    let sealed = seal::seal_bytes(&[&recipient], plain.as_bytes()).expect("it is sealed");
    let part = format!("class/{}/1", made["class"].as_str().expect("`class` is text"));
    let fact = json!({ "event": "text-read", "document": filed["document"], "epoch": 1,
                       "object": seal::random_id(), "earlier": [] });
    Forgery::all(vec![fact]).part(part, [&[2], sealed.as_slice()].concat())
}

#[test]
fn a_text_by_somebody_who_may_not_read_the_document_or_without_its_sheet_stops_the_next_reader() {
    let house = House::furnished();
    filed(&mut scanning(&house, "rik"), SCAN);
    let one = house.copy();
    assert_eq!(caught(&one, "carl", |carl| text_read(carl)), "text_without_right");
    let bare = |rik: &mut Hostile| Forgery { parts: Vec::new(), ..text_read(rik) };
    assert_eq!(caught(&house.copy(), "rik", bare), "text_without_sheet");
    let mut rik = house.unlock("rik");
    let document = rik.list(&DocumentFilter::default()).expect("listed").rows.remove(0).id;
    rik.withdraw_document(&document, "of another service").expect("rik withdraws it");
    drop(rik);
    assert_eq!(caught(&house, "rik", |rik| text_read(rik)), "document_withdrawn");
}

#[test]
fn a_text_that_did_not_wait_is_taken_from_nobody_and_none_a_second_time() {
    let house = House::furnished();
    let document = filed(&mut scanning(&house, "rik"), SCAN);
    // Where it waits, it is taken from one who may read the document.
    let waiting = house.copy();
    let forge = |house: &House| {
        let mut rik = Hostile::new(house, "rik");
        let forgery = text_read(&rik);
        rik.append(forgery);
    };
    forge(&waiting);
    assert_eq!(waiting.unlock("bea").document(&document.id).expect("seen").text, is("whole", None, &["fr"]));
    // Where it was read, what was read stays.
    let mut rik = scanning(&house, "rik");
    let reading = read_next(&mut rik);
    rik.keep_late_text(reading).expect("it is kept");
    drop(rik);
    forge(&house);
    for mut session in [house.unlock("bea"), house.unlock_without_index("rik")] {
        assert_eq!(session.document(&document.id).expect("seen").text, is("whole", None, &["nl"]));
    }
    // And where it never waited.
    let plain = House::furnished();
    let document = filed(&mut scanning(&plain, "rik"), "plain text");
    forge(&plain);
    assert_eq!(plain.unlock("bea").document(&document.id).expect("seen").text, is("whole", None, &[]));
}

#[test]
fn texts_that_are_read_before_a_filing_are_read_once_and_the_session_is_free_meanwhile() {
    let house = House::furnished();
    let reader = Arc::new(Scanner::default());
    let vault = house.open().with_text_reader(reader.clone());
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let batch = || (0..12).map(|n| scan(&format!("Paper {n}"), "SECRET", &format!("konvooi {n}"))).collect::<Vec<_>>();
    let mut ahead = rik.begin_filing(batch()).expect("they may be filed");
    assert_eq!(rik.list(&DocumentFilter::default()).expect("listed").total, 0, "nothing of them is there");
    ahead.read_texts(&mut quietly);
    assert_eq!(reader.reads.load(Ordering::SeqCst), 12);
    let filed = rik.file_ahead(ahead, &mut quietly).expect("they are filed");
    assert_eq!((filed.len(), reader.reads.load(Ordering::SeqCst)), (12, 12), "none is read twice");
    assert_eq!(found(&mut rik, "konvooi"), 12);
    // Who stops while texts are read keeps those before; who stops at once, none.
    for stop_at in [0, 8] {
        let before = rik.list(&DocumentFilter::default()).expect("listed").total;
        let mut ahead = rik.begin_filing(batch()).expect("they may be filed");
        ahead.read_texts(&mut |at: Progress| if at.document >= stop_at { Flow::Stop } else { Flow::Continue });
        let failed = rik.file_ahead(ahead, &mut quietly).expect_err("it was stopped");
        assert!(matches!(failed.error, Error::Cancelled), "{failed:?}");
        assert_eq!(failed.document, Some(failed.filed.len()));
        assert_eq!(failed.filed.is_empty(), stop_at == 0);
        let after = rik.list(&DocumentFilter::default()).expect("listed").total;
        assert_eq!(after, before + failed.filed.len() as u64);
    }
    // What may not be filed is refused before any text is read, and another officer does not file it.
    let count = reader.reads.load(Ordering::SeqCst);
    let mut carl = vault.unlock(&id("carl"), &phrase()).expect("carl unlocks");
    let nowhere = vec![NewDocument { dossier: dossier("D-9"), ..scan("Paper", "SECRET", "konvooi") }];
    assert!(carl.begin_filing(nowhere).is_err());
    assert_eq!(reader.reads.load(Ordering::SeqCst), count);
    let ahead = rik.begin_filing(batch()).expect("they may be filed");
    let failed = carl.file_ahead(ahead, &mut quietly).expect_err("they are rik's");
    assert!(matches!(failed.error, Error::Internal { .. }) && failed.filed.is_empty(), "{failed:?}");
}

#[test]
fn a_file_that_was_written_after_its_text_was_read_is_read_again() {
    let house = House::furnished();
    let mut rik = scanning(&house, "rik");
    let folder = tempfile::tempdir().expect("a folder of the test");
    let path = folder.path().join("report.txt");
    std::fs::write(&path, "een brug").expect("it is written");
    let batch = || {
        let on_disk = NewDocument { source: Source::Path(path.clone()), ..scan("Report", "SECRET", "") };
        vec![scan("Before", "SECRET", "een weg"), on_disk, scan("After", "SECRET", "een haven")]
    };
    let mut ahead = rik.begin_filing(batch()).expect("they may be filed");
    ahead.read_texts(&mut quietly);
    std::fs::write(&path, "een konvooi, en nog een").expect("it is written again");
    let filed = rik.file_ahead(ahead, &mut quietly).expect("they are filed");
    let all = ["weg", "konvooi", "haven", "brug"].map(|word| found(&mut rik, word));
    assert_eq!((filed.len(), all), (3, [1, 1, 1, 0]));
}

#[test]
fn the_text_of_a_version_is_read_before_it_is_filed_and_once() {
    let house = House::furnished();
    let reader = Arc::new(Scanner::default());
    let vault = house.open().with_text_reader(reader.clone());
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let document = filed(&mut rik, "een brug");
    let version = |text: &str| NewVersion {
        source: Source::Bytes(text.as_bytes().to_vec()),
        file_name: None,
        why: "newer".to_owned(),
    };
    let mut ahead = rik.begin_version(&document.id, version("een konvooi")).expect("it may be filed");
    assert_eq!(rik.document(&document.id).expect("seen").versions, 1, "nothing of it is there");
    ahead.read_text(&mut || Flow::Continue).expect("it is read");
    let count = reader.reads.load(Ordering::SeqCst);
    let done = rik.file_version_ahead(&document.id, &ahead, &mut |_| Flow::Continue).expect("it is filed");
    assert_eq!((done.version, done.text.is.as_str(), reader.reads.load(Ordering::SeqCst)), (2, "whole", count));
    assert_eq!((found(&mut rik, "konvooi"), found(&mut rik, "brug")), (1, 0));
    // Who may not file it is refused before anything is read.
    let mut bea = vault.unlock(&id("bea"), &phrase()).expect("bea unlocks");
    let no = bea.begin_version(&document.id, version("een ander")).err().expect("she neither filed nor leads it");
    assert!(matches!(no, Error::Denied { .. }), "{no:?}");
    assert_eq!(reader.reads.load(Ordering::SeqCst), count);
}
