//! Versions of a document: who may file one, what becomes of the one before, and where all of them go along.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::kill;
use super::reclassify::to;

const FIRST: &[u8] = b"the bytes of the first";
const SECOND: &[u8] = b"the convoy leaves at dawn";
const THIRD: &[u8] = b"the convoy leaves at noon, as was agreed";

fn with(bytes: &[u8]) -> NewVersion {
    let (source, file_name) = (Source::Bytes(bytes.to_vec()), Some(b"convoy, corrected.txt".to_vec()));
    NewVersion { source, file_name, why: "annex B was missing".to_owned() }
}

fn quiet(_: u64) -> Flow {
    Flow::Continue
}

/// An officer whose program reads the text inside what he files.
fn reading(house: &House, officer: &str) -> Session {
    house.open().with_text_reader(Arc::new(super::inside::Plain)).unlock(&id(officer), &phrase()).expect("unlocked")
}

fn renew(session: &mut Session, document: &DocumentId, bytes: &[u8]) -> VersionResult {
    session.file_version(document, &with(bytes), &mut quiet).expect("the version is filed")
}

/// A house with one document of SECRET that rik filed.
fn with_one() -> (House, DocumentId) {
    let house = super::reclassify::house();
    let new = NewDocument { originator: String::new(), ..paper("Convoy", marked("SECRET", None), FIRST) };
    let filed = reading(&house, "rik").file_document(new, &mut quietly).expect("rik files it");
    (house, filed.id)
}

/// With three versions.
fn with_three() -> (House, DocumentId) {
    let (house, document) = with_one();
    let mut rik = reading(&house, "rik");
    renew(&mut rik, &document, SECOND);
    house.clock.seconds(60);
    renew(&mut rik, &document, THIRD);
    (house, document)
}

fn read_version(session: &mut Session, document: &DocumentId, version: u32) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut opened = session.open_version(document, Some(version), "to compare")?;
    opened.read_to_end(&mut bytes).expect("the version is read to its end");
    Ok(bytes)
}

#[track_caller]
fn has_all(session: &mut Session, document: &DocumentId) {
    for (version, bytes) in [(1, FIRST), (2, SECOND), (3, THIRD)] {
        assert_eq!(read_version(session, document, version).expect("it is opened"), bytes, "version {version}");
    }
    assert_eq!(read(session, document), THIRD, "the last, where none is asked for");
}

/// Number, size and kind of each version that the history lists, with who brought it and why.
fn listed(session: &mut Session, document: &DocumentId) -> Vec<(u32, u64, String, String, String)> {
    let history = session.history(document).expect("the history is read");
    let line = |row: HistoryRow| {
        let version = row.version?;
        Some((version.number, version.size, version.media_type, row.officer.to_string(), row.purpose))
    };
    history.into_iter().filter_map(line).collect()
}

fn ages(house: &House) -> BTreeSet<PathBuf> {
    objects(&house.dir).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "age")).collect()
}

fn found(session: &mut Session, words: &str) -> usize {
    let filter = DocumentFilter { query: Some(words.to_owned()), inside: true, ..DocumentFilter::default() };
    session.list(&filter).expect("listed").rows.len()
}

/// What is wrong among the objects.
#[track_caller]
fn is_whole(house: &House, session: &mut Session) {
    let checkup = house.open().doctor(Some(session));
    let wrong: Vec<&Finding> = checkup.findings.iter().filter(|one| one.name.contains("objects/")).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    house.open().verify().expect("the log is whole");
}

#[test]
fn a_new_file_comes_under_the_same_reference_and_the_one_before_stays_and_is_opened_by_its_number() {
    let (house, document) = with_one();
    let (bea, mut rik) = (house.unlock("bea"), reading(&house, "rik"));
    let before = rik.document(&document).expect("it is seen");
    assert_eq!((before.version, before.versions, before.may_file_version), (1, 1, true));
    let one = listed(&mut rik, &document);
    assert_eq!(one.iter().map(|(number, size, ..)| (*number, *size)).collect::<Vec<_>>(), [(1, FIRST.len() as u64)]);
    house.clock.seconds(60);
    let done = renew(&mut rik, &document, SECOND);
    assert_eq!((done.version, &done.reference), (2, &before.row.reference));
    assert_eq!((done.size, done.media_type.as_str(), done.text.is.as_str()), (25, "text/plain", "whole"));
    house.clock.seconds(60);
    renew(&mut rik, &document, THIRD);

    // Those who were here, and one whose index is made from the log.
    drop(house.unlock("rosa"));
    for mut session in [rik, bea, house.unlock_without_index("rosa")] {
        let view = session.document(&document).expect("it is seen");
        assert_eq!((view.version, view.versions, view.size), (3, 3, THIRD.len() as u64));
        assert_eq!(view.file_name, "convoy, corrected.txt");
        assert_eq!((&view.row, &view.class, view.filed), (&before.row, &before.class, before.filed));
        let first = session.document_version(&document, Some(1)).expect("it is seen");
        assert_eq!((first.version, first.versions, first.size), (1, 3, FIRST.len() as u64));
        assert_eq!((first.blake3, first.file_name), (before.blake3, before.file_name.clone()));
        has_all(&mut session, &document);
        let of = |number: u32, bytes: &[u8], why: &str| {
            (number, bytes.len() as u64, "text/plain".to_owned(), "rik".to_owned(), why.to_owned())
        };
        let why = "annex B was missing";
        assert_eq!(listed(&mut session, &document), [of(1, FIRST, ""), of(2, SECOND, why), of(3, THIRD, why)]);
        // It is found by what it says now.
        assert_eq!((found(&mut session, "noon"), found(&mut session, "dawn")), (1, 0));
        for missing in [0, 4, u32::MAX] {
            let no = read_version(&mut session, &document, missing).expect_err("there is no such version");
            assert_eq!((no.code(), no.exit()), ("not_found", ExitClass::Failed));
            assert_eq!(session.document_version(&document, Some(missing)).expect_err("none").code(), "not_found");
        }
    }
    assert_eq!(ages(&house).len(), 3);
    is_whole(&house, &mut house.unlock("rik"));
}

#[test]
fn each_opening_says_in_the_log_which_version_it_was() {
    let (house, document) = with_three();
    let mut bea = house.unlock("bea");
    read_version(&mut bea, &document, 1).expect("bea opens it");
    read(&mut bea, &document);
    for officer in ["bea", "otto"] {
        let mut session = house.unlock(officer);
        let by = |action: &str| LogFilter { action: Some(action.to_owned()), ..LogFilter::default() };
        let rows = session.log(&by("open")).expect("the log is read").rows;
        let versions: Vec<&str> = rows.iter().map(|row| row.detail["version"].as_str()).collect();
        assert_eq!(versions, ["3", "1"], "{officer}");
        let filed = session.log(&by("file-version")).expect("the log is read").rows;
        assert_eq!((filed.len(), filed[0].subject.as_str()), (2, document.as_str()));
        assert!(session.log(&by("does-not-fit")).expect("the log is read").rows.is_empty());
        if officer == "otto" {
            // Why, and what it is, is for those who may read it.
            assert_eq!(filed[0].detail["version"], "3");
            let said = format!("{filed:?}");
            assert!(!said.contains("annex") && !said.contains("corrected"), "{said}");
        }
    }
}

#[test]
fn who_may_not_put_the_document_right_files_no_version_of_it_and_that_is_recorded() {
    let (house, document) = with_one();
    for (officer, code) in [("bea", "not_charged"), ("carl", "clearance_missing")] {
        let mut session = house.unlock(officer);
        let denied = session.file_version(&document, &with(SECOND), &mut quiet).expect_err("it is refused");
        assert_eq!(codes(&denied), [code]);
        let filter = LogFilter { action: Some("deny".to_owned()), ..LogFilter::default() };
        assert_eq!(session.log(&filter).expect("the log is read").rows[0].detail["action"], "file-version");
        if officer == "bea" {
            assert!(!session.document(&document).expect("bea sees it").may_file_version);
        }
    }
    let mut rik = house.unlock("rik");
    let unknown = DocumentId::parse(&seal::random_id()).expect("an opaque id");
    let error = rik.file_version(&unknown, &with(SECOND), &mut quiet).expect_err("there is none");
    assert!(matches!(error, Error::NotFound { .. }), "{error:?}");
    let no_reason = NewVersion { why: " ".to_owned(), ..with(SECOND) };
    let error = rik.file_version(&document, &no_reason, &mut quiet).expect_err("it is refused");
    assert!(matches!(error, Error::Missing { field: "why" }), "{error:?}");
    let error = rik.file_version(&document, &with(SECOND), &mut |_| Flow::Stop).expect_err("it is stopped");
    assert!(matches!(error, Error::Cancelled), "{error:?}");
    // What it is already.
    let error = rik.file_version(&document, &with(FIRST), &mut quiet).expect_err("it is refused");
    assert!(matches!(&error, Error::State { what: "version", status } if status == "same-bytes"), "{error:?}");
    assert_eq!(ages(&house).len(), 1, "nothing is left of them");
    // What it was before is another matter.
    renew(&mut rik, &document, SECOND);
    assert_eq!(renew(&mut rik, &document, FIRST).version, 3);
    // In a closed dossier, and of what was withdrawn.
    let mut ada = house.unlock("ada");
    ada.change_dossier(&dossier("D-1"), DossierStatus::Closed, "the exercise is over").expect("ada closes it");
    let closed = rik.file_version(&document, &with(THIRD), &mut quiet).expect_err("it is refused");
    assert_eq!(codes(&closed), ["version_in_closed_dossier"], "there is no other dossier to choose");
    assert!(!rik.document(&document).expect("rik sees it").may_file_version);
    ada.change_dossier(&dossier("D-1"), DossierStatus::Open, "it goes on").expect("ada opens it again");
    rik.withdraw_document(&document, "filed twice").expect("rik withdraws it");
    let gone = rik.file_version(&document, &with(THIRD), &mut quiet).expect_err("it is refused");
    assert_eq!(codes(&gone), ["document_withdrawn"]);
    let gone = read_version(&mut rik, &document, 1).expect_err("nobody opens it");
    assert_eq!(codes(&gone), ["document_withdrawn"]);
    assert_eq!(ages(&house).len(), 3, "its files stay");
    is_whole(&house, &mut rik);
}

#[test]
fn of_two_who_file_a_version_at_once_one_is_told() {
    let (house, document) = with_one();
    let (mut rik, mut other) = (house.unlock("rik"), house.unlock("rik"));
    let mut first = true;
    let error = rik.file_version(&document, &with(SECOND), &mut |_| {
        if std::mem::take(&mut first) {
            renew(&mut other, &document, THIRD);
        }
        Flow::Continue
    });
    let error = error.expect_err("another was faster");
    assert!(matches!(&error, Error::State { what: "document", status } if status == "changed"), "{error:?}");
    assert_eq!(read(&mut rik, &document), THIRD);
    assert_eq!(ages(&house).len(), 2);
    is_whole(&house, &mut rik);
}

#[test]
fn all_versions_go_along_to_another_marking() {
    let (house, document) = with_three();
    let before = ages(&house);
    let mut rik = house.unlock("rik");
    let taken = rik.reclassify(&document, &to("CONFIDENTIEL")).expect("rik lowers it");
    assert_eq!(taken.earlier, 2, "it says that they go along");
    let after = ages(&house);
    assert_eq!((after.len(), after.intersection(&before).count()), (3, 0), "each of them is another object");
    // cleo reads what is CONFIDENTIEL alone.
    for officer in ["cleo", "bea", "rosa"] {
        for anew in [false, true] {
            let mut session = if anew { house.unlock_without_index(officer) } else { house.unlock(officer) };
            has_all(&mut session, &document);
            let numbers: Vec<u32> = listed(&mut session, &document).into_iter().map(|(number, ..)| number).collect();
            assert_eq!(numbers, [1, 2, 3], "{officer}");
            assert_eq!((found(&mut session, "noon"), found(&mut session, "dawn")), (1, 0), "{officer}");
        }
    }
    // One more, and back again.
    let fourth = b"the convoy stays";
    renew(&mut reading(&house, "rik"), &document, fourth);
    rik.reclassify(&document, &to("SECRET")).expect("rik raises it");
    let cleo = house.unlock("cleo").open_version(&document, Some(1), "to compare").expect_err("not any more");
    assert_eq!(cleo.exit(), ExitClass::Denied);
    for mut session in [house.unlock("bea"), house.unlock_without_index("rosa")] {
        assert_eq!(read_version(&mut session, &document, 3).expect("it is opened"), THIRD);
        assert_eq!(read(&mut session, &document), fourth);
        let history = listed(&mut session, &document);
        assert_eq!(history.last().map(|(number, .., why)| (*number, why.as_str())), Some((4, "annex B was missing")));
        assert_eq!(found(&mut session, "stays"), 1);
    }
    assert_eq!(ages(&house).len(), 4);
    is_whole(&house, &mut rik);
}

#[test]
fn all_versions_are_sealed_again_and_for_present_keys() {
    let (house, document) = with_three();
    let kept: Vec<Vec<u8>> = ages(&house).iter().map(|path| fs::read(path).expect("read")).collect();
    drop(house.unlock("bea"));
    // Who may have kept a key: all of them get the header of the next one.
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    drop(house.unlock("rik"));
    let now: Vec<Vec<u8>> = ages(&house).iter().map(|path| fs::read(path).expect("read")).collect();
    assert!(kept.iter().zip(&now).all(|(kept, now)| kept != now), "each has another header");
    let mut rosa = house.unlock("rosa");
    has_all(&mut rosa, &document);
    // Put back, they are found, one by one.
    ages(&house).iter().zip(&kept).for_each(|(path, old)| fs::write(path, old).expect("written"));
    let done = rosa.rekey(&RekeyScope::Document(document.clone()), &mut |_, _| Flow::Continue).expect("renewed");
    assert_eq!(done.rewrapped, 1);
    let again: Vec<Vec<u8>> = ages(&house).iter().map(|path| fs::read(path).expect("read")).collect();
    assert!(kept.iter().zip(&again).all(|(kept, again)| kept != again));

    let before = ages(&house);
    let scope = RekeyScope::Document(document.clone());
    rosa.rekey_deep(&scope, &mut |_, _| Flow::Continue).expect("sealed anew");
    let after = ages(&house);
    assert_eq!((after.len(), after.intersection(&before).count()), (3, 0), "each of them is another object");
    drop(house.unlock("rik"));
    for mut session in [rosa, house.unlock_without_index("rik")] {
        has_all(&mut session, &document);
        assert_eq!((found(&mut session, "noon"), found(&mut session, "dawn")), (1, 0));
    }
    // A version after that, and marked otherwise.
    renew(&mut reading(&house, "rik"), &document, b"one more");
    house.unlock("rik").reclassify(&document, &to("CONFIDENTIEL")).expect("rik lowers it");
    let mut cleo = house.unlock("cleo");
    assert_eq!(read_version(&mut cleo, &document, 2).expect("it is opened"), SECOND);
    is_whole(&house, &mut house.unlock("rik"));
}

#[test]
fn a_version_under_a_later_key_is_known_to_an_officer_who_gets_the_earlier_one_last() {
    let (house, document) = with_one();
    // A new epoch of the class's key: carl's clearance comes, and the key is renewed when it is withdrawn again.
    let mut sam = house.unlock("sam");
    clear(&mut sam, "carl", "BEL", "SECRET");
    drop(sam);
    house.reaches("carl");
    assert_eq!(read(&mut house.unlock("carl"), &document), FIRST);
    house.unlock("sam").withdraw_clearance(&id("carl"), "BEL", "over").expect("sam withdraws it");
    let mut rik = reading(&house, "rik");
    renew(&mut rik, &document, SECOND);
    renew(&mut rik, &document, THIRD);
    drop(rik);
    for officer in ["bea", "rosa"] {
        has_all(&mut house.unlock(officer), &document);
        let mut session = house.unlock_without_index(officer);
        has_all(&mut session, &document);
        assert_eq!(session.document(&document).expect("it is seen").size, THIRD.len() as u64);
    }
    assert_eq!(try_read(&mut house.unlock("carl"), &document).expect_err("not any more").exit(), ExitClass::Denied);
}

#[test]
fn what_is_wrong_with_the_file_of_an_earlier_version_is_told() {
    let (house, document) = with_three();
    let first = house.path(&format!("objects/{}/{document}.age", &document.as_str()[..2]));
    let whole = fs::read(&first).expect("the file of the first version has the document's name");
    let mut altered = whole.clone();
    let last = altered.len() - 1;
    altered[last] ^= 1;
    for (bytes, doctor, code) in
        [(Some(altered), "object_altered", "object_altered"), (None, "object_missing", "object_missing")]
    {
        match bytes {
            Some(bytes) => fs::write(&first, bytes).expect("written"),
            None => fs::remove_file(&first).expect("removed"),
        }
        let mut bea = house.unlock("bea");
        assert_eq!(read_version(&mut bea, &document, 1).expect_err("it is told").code(), code);
        assert_eq!(read(&mut bea, &document), THIRD, "the others are not concerned");
        let found = house.open().doctor(Some(&mut bea)).findings;
        let found: Vec<&str> = found
            .iter()
            .filter(|one| one.name.ends_with(&format!("{document}.age")))
            .map(|one| one.what.code.as_str())
            .collect();
        assert_eq!(found, [doctor]);
        // It cannot be sealed for another class, and the others do not go without it.
        let error = house.unlock("rik").reclassify(&document, &to("CONFIDENTIEL")).expect_err("it does not move");
        assert_eq!(error.code(), code);
    }
    fs::write(&first, whole).expect("written");
    has_all(&mut house.unlock("bea"), &document);
    house.open().verify().expect("the log is whole");
}

#[test]
fn a_process_that_dies_while_it_files_a_version_leaves_a_document_that_is_whole() {
    let (house, document) = with_one();
    for (step, versions) in [("Writing", 1), ("Sealed", 1), ("Placed", 1), ("Recorded", 2)] {
        let status = kill::renewing(&house, "rik", step, &document).wait().expect("the program ends");
        assert!(!status.success(), "it was to die at {step}");
        let mut rik = house.unlock("rik");
        assert_eq!(rik.document(&document).expect("it is seen").versions, versions, "{step}");
        assert_eq!(read_version(&mut rik, &document, 1).expect("it is opened"), FIRST, "{step}");
        assert_eq!(ages(&house).len(), versions as usize, "{step}");
        is_whole(&house, &mut rik);
    }
}

/// A document of which one release waits for rosa's yes and another has it, with the permit to write that.
struct Releasing {
    house: House,
    partner: PartnerId,
    document: DocumentId,
    waiting: ReleaseId,
    approved: ReleaseId,
    rosa: Session,
    warrant: Warrant,
}

fn releasing() -> Releasing {
    let house = House::furnished();
    let partner = super::releases::partner(&house, "DGSE", "FRA", Level::Secret);
    let own = NewDocument { originator: String::new(), ..paper("S", marked("SECRET", Some(&["BEL", "FRA"])), FIRST) };
    let document = house.unlock("rik").file_document(own, &mut quietly).expect("rik files it").id;
    let [waiting, approved] = [(); 2].map(|()| ask(&house, &partner, &document));
    let mut rosa = house.unlock("rosa");
    rosa.approve_release(&approved).expect("rosa approves it");
    let warrant = rosa.release_permit(&approved).expect("rosa is given the permit");
    Releasing { house, partner, document, waiting, approved, rosa, warrant }
}

fn ask(house: &House, partner: &PartnerId, document: &DocumentId) -> ReleaseId {
    let documents = std::slice::from_ref(document);
    house.unlock("bea").request_release(partner, documents, "exchange", &[]).expect("asked for").release
}

impl Releasing {
    /// Neither goes out any more, for this reason.
    fn is_denied(&mut self, reason: &str) {
        let rosa = &mut self.rosa;
        assert_eq!(codes(&rosa.approve_release(&self.waiting).expect_err("it is refused")), [reason]);
        assert_eq!(codes(&rosa.release_permit(&self.approved).map(drop).expect_err("it is refused")), [reason]);
        assert_eq!(codes(&rosa.release_stands(&self.warrant).expect_err("it is refused")), [reason]);
    }

    /// Asked for and approved again, what it is now goes.
    fn anew(&mut self) -> Warrant {
        let anew = ask(&self.house, &self.partner, &self.document);
        self.rosa.approve_release(&anew).expect("rosa approves it");
        self.rosa.release_permit(&anew).expect("rosa is given the permit")
    }
}

#[test]
fn a_release_that_was_asked_for_of_one_version_does_not_take_another() {
    let mut releasing = releasing();
    renew(&mut releasing.house.unlock("rik"), &releasing.document, SECOND);
    releasing.is_denied("version_changed");
    let warrant = releasing.anew();
    assert_eq!(super::leaving::leaves(&warrant, &releasing.document), SECOND);
    releasing.house.open().verify().expect("the log is whole");
}

#[test]
fn a_release_that_was_asked_for_under_one_title_does_not_go_out_under_another() {
    let mut releasing = releasing();
    let smuggled = Correction {
        title: Some("where the source lives".to_owned()),
        why: "a slip of the pen".to_owned(),
        ..Correction::default()
    };
    releasing.house.unlock("rik").correct(&releasing.document, &smuggled).expect("rik puts it right");
    releasing.is_denied("words_changed");
    // And whose program writes it all the same is caught by the next reader.
    let Releasing { house, waiting, approved, .. } = &releasing;
    let written = json!({ "event": "release-written", "release": approved.as_str() });
    assert_eq!(caught(&house.copy(), "rosa", |_| Forgery::of(written)), "released_without_right");
    let yes = json!({ "event": "answered", "request": waiting.as_str(), "answer": "yes" });
    assert_eq!(caught(&house.copy(), "rosa", |_| Forgery::of(yes)), "released_without_right");
    // It goes under the title that they saw.
    assert_eq!(releasing.anew().documents()[0].title, "where the source lives");
}

/// The next version of the one document of a log.
fn next(hostile: &Hostile) -> Value {
    let filed = hostile.event("filed");
    json!({ "event": "version-filed", "document": filed["document"], "number": 2, "class": filed["class"], "epoch": 1,
            "object": seal::random_id() })
}

fn with_part(hostile: &Hostile, event: Value) -> Forgery {
    let class = hostile.event("filed")["class"].as_str().expect("`class` is text").to_owned();
    Forgery::of(event).part(format!("class/{class}/1"), b"x".to_vec())
}

#[test]
fn a_version_that_its_author_may_file_is_not_forged() {
    let (house, document) = with_one();
    let mut rik = Hostile::new(&house, "rik");
    let event = next(&rik);
    let forgery = with_part(&rik, event);
    rik.append(forgery);
    // It says nothing of itself that could be shown, and there is no file: both are told.
    let error = try_read(&mut house.unlock("bea"), &document).expect_err("there is nothing");
    assert_eq!(error.exit(), ExitClass::Integrity);
}

#[test]
fn a_version_that_breaks_a_rule_stops_the_next_reader() {
    type Change = fn(&mut Value, &Hostile);
    let cases: [(&str, Change, &str); 7] = [
        ("bea", |_, _| (), "version_without_right"),
        ("carl", |_, _| (), "version_without_right"),
        ("rik", |event, _| event["class"] = json!(seal::random_id()), "version_elsewhere"),
        ("rik", |event, _| event["number"] = json!(3), "version_out_of_order"),
        ("rik", |event, _| event["epoch"] = json!(2), "epoch_out_of_order"),
        ("rik", |event, hostile| event["object"] = hostile.event("filed")["document"].clone(), "object_of_another"),
        ("rik", |event, _| event["document"] = json!(seal::random_id()), "unknown_document"),
    ];
    for (author, change, rule) in cases {
        let (house, _) = with_one();
        let found = caught(&house, author, |hostile| {
            let mut event = next(hostile);
            change(&mut event, hostile);
            with_part(hostile, event)
        });
        assert_eq!(found, rule);
    }
    let (house, _) = with_one();
    assert_eq!(caught(&house, "rik", |hostile| Forgery::of(next(hostile))), "version_without_sheet");
    // Not into a closed dossier.
    let (house, _) = with_one();
    house.unlock("ada").change_dossier(&dossier("D-1"), DossierStatus::Closed, "it is over").expect("ada closes it");
    let found = caught(&house, "rik", |hostile| {
        let event = next(hostile);
        with_part(hostile, event)
    });
    assert_eq!(found, "dossier_closed");
}

#[test]
fn a_document_that_is_sealed_again_without_its_earlier_versions_stops_the_next_reader() {
    let (house, document) = with_three();
    let found = caught(&house, "rik", |_| {
        let object = seal::random_id();
        Forgery::of(json!({ "event": "resealed", "document": document, "epoch": 1, "object": object, "earlier": [] }))
    });
    assert_eq!(found, "version_left_behind");
}

#[test]
fn that_a_version_was_opened_that_there_is_not_does_not_fit() {
    for (version, fits) in [("1", true), ("3", true), ("4", false), ("0", false), ("last", false)] {
        let (house, document) = with_three();
        let mut bea = Hostile::new(&house, "bea");
        let class = bea.event("filed")["class"].as_str().expect("`class` is text").to_owned();
        let sheet = json!({ "sheet": "opened", "document": document, "purpose": "x" });
        let (audience, sealed) = bea.sealed_sheet(&class, 1, &sheet);
        let said = json!({ "did": "open", "detail": { "document": document, "purpose": "x", "version": version } });
        bea.append(Forgery::all(Vec::new()).saying(vec![said]).part(audience, sealed));
        drop(bea);
        let misfits = LogFilter { action: Some("does-not-fit".to_owned()), ..LogFilter::default() };
        let rows = house.unlock("otto").log(&misfits).expect("the log is read").rows;
        assert_eq!(rows.is_empty(), fits, "{version}: {rows:?}");
    }
}
