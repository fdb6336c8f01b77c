//! Changes by two: what two open is marked otherwise, put right and replaced by two, and by neither alone.

use std::io::Read as _;
use std::sync::Arc;

use registry::keys::{Together, Witness};
use serde_json::{Value, json};
use vault::*;

use super::dual::{BYTES, DUAL, digest_of, house_of, lines, together, with_document};
use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

const MOTIVE: &str = "it is not what it was when it was written";

fn to(marking: Option<Marking>) -> NewDecision {
    NewDecision { marking, interest: Some(Interest::K), motive: MOTIVE.to_owned(), next_review: None, consent: None }
}

/// Of the authority that keeps the vault.
fn own(title: &str, categories: &[(&str, &str)], bytes: &[u8]) -> NewDocument {
    NewDocument { originator: String::new(), ..paper(title, marked_with("SECRET", None, categories), bytes) }
}

fn marked_by_two(
    session: &mut Session,
    second: &str,
    document: &DocumentId,
    new: &NewDecision,
) -> Result<DecisionTaken, Error> {
    let second = session.second(&id(second), &phrase())?;
    session.reclassify_with(document, new, Some(&second))
}

#[test]
fn two_give_what_two_open_another_marking_and_one_reads_it_from_then_on() {
    let house = house_of(&["rik", "bea"]);
    let filed = house.unlock("rik").file_document(own("Tandem", DUAL, BYTES), &mut quietly).expect("rik files it");
    let mut rik = house.unlock("rik");
    let taken = marked_by_two(&mut rik, "bea", &filed.id, &to(Some(marked("SECRET", None)))).expect("the two decide");
    assert_ne!(taken.class, filed.class);
    assert_eq!(read(&mut rik, &filed.id), BYTES);
    assert!(Hostile::new(&house, "rik").held("class").iter().all(|(class, _)| *class != filed.class.as_str()));
    let seen = house.unlock("bea").document(&filed.id).expect("bea sees it");
    assert_eq!((seen.row.title.as_str(), seen.row.sealed), ("Tandem", false));
    let mut sam = house.unlock("sam");
    for act in ["open-together", "change-together"] {
        let told = lines(&mut sam, act);
        assert_eq!((told.len(), told[0].detail["second"].as_str()), (1, "bea"), "{act}");
        assert!(
            !told[0].detail.values().any(|value| value.contains(MOTIVE)),
            "a motive is as classified as the document"
        );
    }
    assert!(lines(&mut sam, "does-not-fit").is_empty());
    // What one opens now, one decides about.
    assert_eq!(
        codes(&marked_by_two(&mut rik, "bea", &filed.id, &to(None)).expect_err("it takes one")),
        ["opens_by_one"]
    );
}

#[test]
fn what_two_opened_is_read_and_found_by_its_text_once_one_opens_it() {
    let house = house_of(&["rik", "bea"]);
    let reader = Arc::new(super::inside::Plain);
    let mut rik = house.open().with_text_reader(reader).unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let filed = rik.file_document(own("Tandem", DUAL, BYTES), &mut quietly).expect("rik files it");
    marked_by_two(&mut rik, "bea", &filed.id, &to(Some(marked("SECRET", None)))).expect("the two decide");
    for mut session in [rik, house.unlock("bea")] {
        assert_eq!(session.document(&filed.id).expect("it is seen").text.is, "whole");
        let query = DocumentFilter { query: Some("bytes".to_owned()), inside: true, ..DocumentFilter::default() };
        session.read_texts(&mut |_, _| Flow::Continue).expect("texts are read");
        let rows = session.list(&query).expect("listed").rows;
        assert!(rows.len() == 1 && rows[0].id == filed.id);
    }
    // Where nobody reads texts, nothing is said that is not so.
    let again = house.unlock("rik").file_document(own("Other", DUAL, b"other"), &mut quietly).expect("rik files it");
    let mut rik = house.unlock("rik");
    marked_by_two(&mut rik, "bea", &again.id, &to(Some(marked("SECRET", None)))).expect("the two decide");
    assert_eq!(rik.document(&again.id).expect("it is seen").text.why.as_deref(), Some("unread"));
}

#[test]
fn two_mark_a_document_so_that_two_open_it_and_its_title_is_in_no_index_any_more() {
    let house = house_of(&["rik", "bea"]);
    let mut rik = house.unlock("rik");
    let filed = rik.file_document(own("Tandem", &[], b"as it was"), &mut quietly).expect("rik files it");
    let new = NewVersion { source: Source::Bytes(BYTES.to_vec()), file_name: None, why: "a word was wrong".to_owned() };
    assert_eq!(rik.file_version(&filed.id, &new, &mut |_| Flow::Continue).expect("rik files a version").version, 2);
    let denied = marked_by_two(&mut rik, "carl", &filed.id, &to(Some(marked_with("SECRET", None, DUAL))));
    assert_eq!(codes(&denied.expect_err("carl may not open it")).first(), Some(&"second_may_not"));
    assert_eq!(read(&mut rik, &filed.id), BYTES, "it is as it was");
    let taken = marked_by_two(&mut rik, "bea", &filed.id, &to(Some(marked_with("SECRET", None, DUAL))));
    let class = taken.expect("the two decide").class;
    assert_ne!(class, filed.class);
    for officer in ["rik", "bea"] {
        let mut session = house.unlock(officer);
        let row = session.list(&DocumentFilter::default()).expect("listed").rows;
        let row = row.iter().find(|row| row.id == filed.id).expect("it is listed");
        assert_eq!((row.title.as_str(), row.sealed), ("", true), "{officer}");
        let asked = DocumentFilter { query: Some("Tandem".to_owned()), ..DocumentFilter::default() };
        assert_eq!(session.list(&asked).expect("listed").total, 0, "{officer} finds it by no word");
        assert_eq!(codes(&session.open_document(&filed.id, "alone").expect_err("refused")), ["second_officer_needed"]);
    }
    let mut bea = house.unlock("bea");
    assert_eq!(together(&mut bea, "rik", &filed.id).expect("bea opens it together with rik"), BYTES);
    let rik = bea.second(&id("rik"), &phrase()).expect("rik is here");
    let mut first = Vec::new();
    let mut opened = bea.open_document_with(&filed.id, Some(1), "as it was", Some(&rik)).expect("its first version");
    opened.read_to_end(&mut first).expect("it is read");
    assert_eq!(first, b"as it was");
    drop(opened);
    // And back, with all that was decided.
    let mut rik = house.unlock("rik");
    marked_by_two(&mut rik, "bea", &filed.id, &to(None)).expect("the two keep it");
    marked_by_two(&mut rik, "bea", &filed.id, &to(Some(marked("SECRET", None)))).expect("the two decide");
    assert_eq!(read(&mut house.unlock("bea"), &filed.id), BYTES);
    let of = RegisterFilter { document: Some(filed.id.clone()), limit: 10, ..RegisterFilter::default() };
    assert_eq!(house.unlock("bea").register(&of).expect("the register is read").rows.len(), 3);
    assert!(lines(&mut house.unlock("sam"), "does-not-fit").is_empty());
    let checkup = house.open().doctor(Some(&mut house.unlock("ada")));
    assert!(checkup.findings.iter().all(|found| found.gravity != Gravity::Integrity), "{checkup:?}");
}

/// That rik and bea give a document another marking, as bea signs it: the facts and the parts of that entry.
fn change(
    (rik, bea): (&Hostile, &Hostile),
    filed: &FilingResult,
    class: &ClassId,
    place: u64,
    what: Together<'_>,
) -> (Vec<Value>, Vec<(String, Vec<u8>)>) {
    let object = seal::ObjectKey::generate_from(&seal::SystemRandomness).object();
    let moved = json!({ "event": "reclassified", "earlier": [], "document": filed.id, "class": class, "epoch": 1,
                        "object": object, "consented": false });
    let (Together::Open(document) | Together::Change(document)) = what else { panic!("it is about a document") };
    let changed = json!({ "event": "changed-together", "document": document, "with": Witness::to_sign(&id("bea")) });
    let mut facts = vec![changed, moved];
    let sheet = json!({ "sheet": "moved", "document": filed.id });
    let parts = [&filed.class, class].map(|class| rik.sealed_sheet(class.as_str(), 1, &sheet)).to_vec();
    let digest = digest_of(&facts, &parts);
    let author = id("rik");
    let with = Witness::sign(&id("bea"), &bea.signer, (rik.ledger.vault(), &author, place), what, &digest);
    facts[0]["with"] = json!(with);
    (facts, parts)
}

#[test]
fn a_change_of_marking_that_one_makes_in_the_name_of_two() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let bea = Hostile::new(&house, "bea");
    for (case, rule) in [
        ("by himself", "second_not_proven"),
        ("for an opening", "second_not_proven"),
        ("another place", "second_not_proven"),
        ("alone", "one_for_two"),
        ("of another document", "one_for_two"),
    ] {
        let house = house.copy();
        let other = seal::random_id().parse().expect("an id");
        let found = caught(&house, "rik", |rik| {
            let place = rik.position.size() + u64::from(case == "another place");
            let document = if case == "of another document" { &other } else { &filed.id };
            let what = if case == "for an opening" { Together::Open(document) } else { Together::Change(document) };
            let signs = if case == "by himself" { &*rik } else { &bea };
            let (mut facts, parts) = change((rik, signs), &filed, &plain.class, place, what);
            match case {
                "alone" => drop(facts.remove(0)),
                "of another document" => facts.reverse(),
                _ => {}
            }
            Forgery { parts, ..Forgery::all(facts) }
        });
        assert_eq!(found, rule, "{case}");
    }
}

/// Bea signed that it is marked SECRET from then on, and what stands on its sheets.
#[test]
fn a_change_that_is_another_than_the_second_signed() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let low = file(&mut house.unlock("rik"), "Low", marked("CONFIDENTIEL", None));
    let bea = Hostile::new(&house, "bea");
    let signed =
        |rik: &Hostile| change((rik, &bea), &filed, &plain.class, rik.position.size(), Together::Change(&filed.id));
    let as_signed = house.copy();
    let mut rik = Hostile::new(&as_signed, "rik");
    let (facts, parts) = signed(&rik);
    rik.append(Forgery { parts, ..Forgery::all(facts) });
    drop(as_signed.unlock("bea"));
    for case in ["another marking", "another object", "a consent", "another sheet", "kept", "one thing more"] {
        let house = house.copy();
        let found = caught(&house, "rik", |rik| {
            let (mut facts, mut parts) = signed(rik);
            let sheet = json!({ "sheet": "moved", "document": filed.id });
            match case {
                "another marking" => {
                    facts[1]["class"] = json!(low.class);
                    parts[1] = rik.sealed_sheet(low.class.as_str(), 1, &sheet);
                }
                "another object" => {
                    facts[1]["object"] = json!(seal::ObjectKey::generate_from(&seal::SystemRandomness).object());
                }
                "a consent" => facts[1]["consented"] = json!(true),
                "another sheet" => parts[1] = rik.sealed_sheet(plain.class.as_str(), 1, &sheet),
                "kept" => {
                    facts[1] = json!({ "event": "maintained", "document": filed.id, "consented": false });
                    parts.truncate(1);
                }
                _ => facts.push(json!({ "event": "passphrase-changed", "officer": "rik" })),
            }
            Forgery { parts, ..Forgery::all(facts) }
        });
        assert_eq!(found, "second_not_proven", "{case}");
    }
}

fn title(title: &str) -> Correction {
    Correction { title: Some(title.to_owned()), why: "a slip of the pen".to_owned(), ..Correction::default() }
}

fn put_right(
    session: &mut Session,
    second: &str,
    document: &DocumentId,
    correction: &Correction,
) -> Result<CorrectionResult, Error> {
    let second = session.second(&id(second), &phrase())?;
    session.correct_with(document, correction, Some(&second))
}

fn replaced(session: &mut Session, second: &str, document: &DocumentId, bytes: &[u8]) -> Result<VersionResult, Error> {
    let second = session.second(&id(second), &phrase())?;
    session.file_version_with(document, &version(bytes), Some(&second), &mut |_| Flow::Continue)
}

fn version(bytes: &[u8]) -> NewVersion {
    let (source, file_name) = (Source::Bytes(bytes.to_vec()), Some(b"tandem, corrected.txt".to_vec()));
    NewVersion { source, file_name, why: "annex B was missing".to_owned() }
}

/// What two see of a document on a screen: title and size, of one version.
fn seen(session: &mut Session, second: &str, document: &DocumentId, version: Option<u32>) -> (String, u64) {
    let second = session.second(&id(second), &phrase()).expect("the second is here");
    let look = |about: &DocumentView| Ok::<_, Error>(about.media_type.clone());
    let read = session.read_document(document, version, "to see it", Some(&second), look).expect("the two open it");
    (read.about.row.title, read.about.size)
}

#[test]
fn two_put_right_what_is_written_of_what_two_open_and_its_title_is_in_no_index() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let mut rik = house.unlock("rik");
    assert_eq!(codes(&rik.correct(&filed.id, &title("x")).expect_err("alone")), ["opens_by_two"]);
    let denied = put_right(&mut rik, "carl", &filed.id, &title("x")).expect_err("carl may not open it");
    assert_eq!(codes(&denied)[0], "second_may_not");
    let none = put_right(&mut rik, "bea", &plain.id, &title("x")).expect_err("it takes one");
    assert_eq!(codes(&none), ["opens_by_one"]);
    // bea reads it with rik, and did not file it.
    let mut bea = house.unlock("bea");
    let denied = put_right(&mut bea, "rik", &filed.id, &title("x")).expect_err("it is not hers to put right");
    assert_eq!(codes(&denied), ["not_charged"]);
    assert!(lines(&mut house.unlock("sam"), "open-together").is_empty(), "nothing was opened for what is refused");
    let moves = Correction { dossier: Some(dossier("D-2")), why: "elsewhere".to_owned(), ..Correction::default() };
    assert!(put_right(&mut rik, "bea", &filed.id, &moves).is_err(), "there is no such dossier");

    let done = put_right(&mut rik, "bea", &filed.id, &title("Tandem, at last")).expect("the two put it right");
    assert_eq!((done.changes[0].was.as_str(), done.changes[0].now.as_str()), ("Tandem", "Tandem, at last"));
    let again = put_right(&mut rik, "bea", &filed.id, &title("Tandem, at last")).expect_err("it is so already");
    assert!(matches!(&again, Error::State { status, .. } if status == "unchanged"), "{again:?}");
    for mut session in [rik, house.unlock_without_index("bea")] {
        let view = session.document(&filed.id).expect("it is listed");
        assert_eq!((view.row.title.as_str(), view.row.sealed), ("", true));
        let found = DocumentFilter { query: Some("last".to_owned()), ..DocumentFilter::default() };
        assert_eq!(session.list(&found).expect("the list is shown").total, 0);
        let history = session.history(&filed.id).expect("the history is read");
        assert!(history.iter().any(|row| row.action == "correct" && row.changes.is_empty()), "{history:?}");
        let other = if session.me().id == id("rik") { "bea" } else { "rik" };
        assert_eq!(seen(&mut session, other, &filed.id, None), ("Tandem, at last".to_owned(), BYTES.len() as u64));
    }
    let mut sam = house.unlock("sam");
    for act in ["correct", "change-together"] {
        assert_eq!(lines(&mut sam, act).len(), 1, "{act}");
    }
    assert_eq!(lines(&mut sam, "correct")[0].detail["fields"], "title");
    let told = format!("{:?}", lines(&mut sam, "correct"));
    assert!(!told.contains("Tandem") && !told.contains("slip"), "{told}");
    assert!(lines(&mut sam, "does-not-fit").is_empty());
}

#[test]
fn what_two_put_right_goes_along_where_one_reads_it_from_then_on() {
    let house = house_of(&["rik", "bea"]);
    let filed = house.unlock("rik").file_document(own("Tandem", DUAL, BYTES), &mut quietly).expect("rik files it");
    let mut rik = house.unlock("rik");
    put_right(&mut rik, "bea", &filed.id, &title("Tandem, at last")).expect("the two put it right");
    marked_by_two(&mut rik, "bea", &filed.id, &to(Some(marked("SECRET", None)))).expect("the two decide");
    drop(rik);
    for anew in [false, true] {
        let mut session = if anew { house.unlock_without_index("bea") } else { house.unlock("bea") };
        let view = session.document(&filed.id).expect("it is seen");
        assert_eq!((view.row.title.as_str(), view.row.sealed), ("Tandem, at last", false));
    }
    // What stood there while two opened it, nobody reads alone: whose it was, is not taken on anybody's word.
    let denied = house.unlock("rik").reclassify(&filed.id, &to(None)).expect_err("it takes a consent");
    assert_eq!(codes(&denied), ["consent_missing", "not_originating_authority"]);
}

#[test]
fn two_file_another_version_of_what_two_open_and_each_is_opened_by_two() {
    const SECOND: &[u8] = b"the bytes of Tandem, with annex B";
    const THIRD: &[u8] = b"the bytes of Tandem, as it is now";
    let (house, filed) = with_document();
    let mut rik = house.unlock("rik");
    let quiet = &mut |_| Flow::Continue;
    assert_eq!(codes(&rik.file_version(&filed.id, &version(SECOND), quiet).expect_err("alone")), ["opens_by_two"]);
    let done = replaced(&mut rik, "bea", &filed.id, SECOND).expect("the two file it");
    assert_eq!((done.version, done.size), (2, SECOND.len() as u64));
    let same = replaced(&mut rik, "bea", &filed.id, SECOND).expect_err("it is what it is already");
    assert!(matches!(&same, Error::State { status, .. } if status == "same-bytes"), "{same:?}");
    drop(rik);
    // Bea makes a new key in order to file, and rik another for his next version.
    house.unlock("bea").file_document(own("Other", DUAL, b"x"), &mut quietly).expect("bea files hers");
    let mut rik = house.unlock("rik");
    replaced(&mut rik, "bea", &filed.id, THIRD).expect("the two file it");
    put_right(&mut rik, "bea", &filed.id, &title("Tandem III")).expect("the two put it right");
    for mut session in [rik, house.unlock_without_index("bea")] {
        let other = if session.me().id == id("rik") { "bea" } else { "rik" };
        assert_eq!(together(&mut session, other, &filed.id).expect("the two open it"), THIRD);
        for (number, bytes) in [(1, BYTES), (2, SECOND), (3, THIRD)] {
            let of = seen(&mut session, other, &filed.id, Some(number));
            assert_eq!(of, ("Tandem III".to_owned(), bytes.len() as u64), "{number}");
        }
        let view = session.document(&filed.id).expect("it is listed");
        assert_eq!((view.versions, view.row.title.as_str(), view.file_name.as_str()), (3, "", ""));
        let history = session.history(&filed.id).expect("the history is read");
        assert_eq!(history.iter().filter(|row| row.action == "file-version").count(), 2);
    }
    let checkup = house.open().doctor(Some(&mut house.unlock("ada")));
    assert!(checkup.findings.iter().all(|found| found.gravity != Gravity::Integrity), "{checkup:?}");
    assert!(lines(&mut house.unlock("sam"), "does-not-fit").is_empty());
}

/// A correction, or a version, of what two open, by rik with bea, as she signs it.
pub(super) fn signed(rik: &Hostile, bea: &Hostile, filed: &FilingResult, fact: Value) -> Forgery {
    signed_with(rik, bea, filed, fact, vec![sheet(rik, filed)])
}

pub(super) fn signed_with(
    rik: &Hostile,
    bea: &Hostile,
    filed: &FilingResult,
    fact: Value,
    parts: Vec<(String, Vec<u8>)>,
) -> Forgery {
    let changed = json!({ "event": "changed-together", "document": filed.id, "with": Witness::to_sign(&id("bea")) });
    let mut facts = vec![changed, fact];
    let digest = digest_of(&facts, &parts);
    let (author, what) = (id("rik"), Together::Change(&filed.id));
    let place = (rik.ledger.vault(), &author, rik.position.size());
    facts[0]["with"] = json!(Witness::sign(&id("bea"), &bea.signer, place, what, &digest));
    Forgery { parts, ..Forgery::all(facts) }
}

fn sheet(rik: &Hostile, filed: &FilingResult) -> (String, Vec<u8>) {
    let now = json!({ "title": "Mine", "subject": "", "originator": "", "date": "2026-11-20" });
    let sheet = json!({ "sheet": "corrected", "document": filed.id, "now": now, "why": "forged" });
    rik.sealed_sheet(filed.class.as_str(), 1, &sheet)
}

#[test]
fn what_two_open_that_one_puts_right_or_replaces_in_the_name_of_two() {
    let (house, filed) = with_document();
    let bea = Hostile::new(&house, "bea");
    let object = || json!(seal::ObjectKey::generate_from(&seal::SystemRandomness).object());
    let corrected = || json!({ "event": "corrected", "document": filed.id });
    let version = || {
        json!({ "event": "version-filed", "document": filed.id, "number": 2, "class": filed.class, "epoch": 1,
                "object": object() })
    };
    for (kind, fact) in [("correction", &corrected as &dyn Fn() -> Value), ("version", &version)] {
        let as_signed = house.copy();
        let mut rik = Hostile::new(&as_signed, "rik");
        let forgery = signed(&rik, &bea, &filed, fact());
        rik.append(forgery);
        drop(as_signed.unlock("bea"));
        for (case, rule) in [
            ("alone", "one_for_two"),
            ("signed by himself", "second_not_proven"),
            ("another sheet", "second_not_proven"),
            ("another fact", "second_not_proven"),
            ("of what one opens", "not_for_two"),
        ] {
            let house = house.copy();
            let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
            let found = caught(&house, "rik", |rik| {
                let mut forgery = match case {
                    "signed by himself" => signed(rik, rik, &filed, fact()),
                    "of what one opens" => signed(rik, &bea, &plain, corrected()),
                    _ => signed(rik, &bea, &filed, fact()),
                };
                match case {
                    "alone" => drop(forgery.events.remove(0)),
                    "another sheet" => forgery.parts = vec![sheet(rik, &filed)],
                    "another fact" => forgery.events[1] = if kind == "version" { corrected() } else { version() },
                    _ => {}
                }
                forgery
            });
            assert_eq!(found, rule, "{kind} {case}");
        }
    }
}
