//! Putting a document into another dossier: who may, who knows it, and what of it goes along.

use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::kill;
use super::reclassify::{own, to};

/// As furnished, with a second dossier `D-2` of rik and nils, who is on no other list. rik filed `Convoy` into the first.
pub fn two_dossiers() -> (House, FilingResult) {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "nils", "BEL", &[Role::Reader]);
    clear(&mut ada, "nils", "BEL", "SECRET");
    let two = NewDossier { id: dossier("D-2"), title: "Exercise two".to_owned(), lead: None, deputy: None };
    ada.create_dossier(two).expect("ada makes the dossier");
    for officer in ["rik", "nils"] {
        ada.add_member(&dossier("D-2"), &id(officer), None, "exercise").expect("ada adds the officer");
    }
    drop(ada);
    let filed = house.unlock("rik").file_document(own("Convoy", "SECRET"), &mut quietly).expect("rik files it");
    for officer in ["bea", "rosa", "nils"] {
        drop(house.unlock(officer));
    }
    (house, filed)
}

pub fn into(dossier_id: &str) -> Correction {
    Correction {
        dossier: Some(dossier(dossier_id)),
        why: "it belongs to the other matter".to_owned(),
        ..Correction::default()
    }
}

fn found(session: &mut Session, words: &str) -> usize {
    let filter = DocumentFilter { query: Some(words.to_owned()), ..DocumentFilter::default() };
    session.list(&filter).expect("listed").rows.len()
}

fn lines(session: &mut Session, act: &str) -> Vec<LogRow> {
    let filter = LogFilter { action: Some(act.to_owned()), ..LogFilter::default() };
    session.log(&filter).expect("the log is read").rows
}

fn acts(session: &mut Session, document: &DocumentId) -> Vec<String> {
    let history = session.history(document).expect("the history is read");
    history.into_iter().map(|row| row.action).collect()
}

#[test]
fn a_document_leaves_those_of_one_dossier_and_comes_to_those_of_another() {
    let (house, filed) = two_dossiers();
    let (mut bea, mut nils) = (house.unlock("bea"), house.unlock("nils"));
    assert_eq!((titles(&mut bea).len(), titles(&mut nils).len()), (1, 0));
    let before = objects(&house.dir);
    let mut rik = house.unlock("rik");
    let done = rik.correct(&filed.id, &into("D-2")).expect("rik puts it into the other dossier");
    let changes: Vec<_> =
        done.changes.iter().map(|one| (one.field.as_str(), one.was.as_str(), one.now.as_str())).collect();
    assert_eq!(changes, [("dossier", "D-1", "D-2"), ("reference", filed.reference.as_str(), done.reference.as_str())]);
    assert_ne!(done.reference, filed.reference);
    let after = objects(&house.dir);
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_ne!(before, after, "its old file is gone");

    // Those who were here, and one whose index is made from the log.
    let comes = |session: &mut Session| {
        assert_eq!(read(session, &filed.id), b"Convoy");
        let view = session.document(&filed.id).expect("it is seen");
        assert_eq!((view.row.title.as_str(), view.row.dossier), ("Convoy", dossier("D-2")));
        assert_eq!((view.row.reference, view.formerly), (done.reference.clone(), vec![filed.reference.clone()]));
        let moved = view.history.iter().find(|row| row.action == "refile").expect("the sheet has the line");
        let changes = &moved.changes;
        assert!(changes.iter().any(|change| change.field == "dossier" && change.now == "D-2"), "{changes:?}");
        assert_eq!(found(session, &filed.reference), 1, "the former reference finds it");
    };
    comes(&mut rik);
    comes(&mut nils);
    drop(nils);
    comes(&mut house.unlock_without_index("nils"));
    for mut session in [bea, house.unlock("carl"), house.unlock_without_index("rosa")] {
        assert!(titles(&mut session).is_empty());
        for words in ["Convoy", filed.reference.as_str(), done.reference.as_str()] {
            assert_eq!(found(&mut session, words), 0, "{words}");
        }
        assert_eq!(session.document(&filed.id).expect_err("refused").exit(), ExitClass::Denied);
        assert_eq!(try_read(&mut session, &filed.id).expect_err("refused").exit(), ExitClass::Denied);
    }
    house.open().verify().expect("the log is whole");
}

#[test]
fn those_whom_it_left_learn_that_and_why_and_nothing_of_where_it_went() {
    let (house, filed) = two_dossiers();
    let done = house.unlock("rik").correct(&filed.id, &into("D-2")).expect("rik puts it into the other dossier");
    for mut session in [house.unlock("bea"), house.unlock_without_index("rosa")] {
        let row = lines(&mut session, "leave-dossier").remove(0);
        assert_eq!((row.officer, row.subject.clone()), (id("rik"), filed.id.to_string()));
        assert_eq!(row.detail["why"], "it belongs to the other matter");
        assert_eq!(row.detail["reference"], filed.reference);
        assert_eq!(row.detail.len(), 3, "{:?}", row.detail);
        assert!(lines(&mut session, "refile").is_empty());
        let said = format!("{:?}", session.log(&LogFilter::default()).expect("the log is read").rows);
        assert!(!said.contains(&done.reference) && !said.contains("D-2") && !said.contains("Exercise two"), "{said}");
    }
    // Nor those who never read it there.
    assert!(lines(&mut house.unlock("carl"), "leave-dossier").is_empty());
    // Those to whom it came learn whence only where they may know that dossier.
    let changes = |officer: &str| {
        let row = house.unlock(officer).history(&filed.id).expect("the history is read").pop().expect("it has a line");
        assert_eq!((row.action.as_str(), row.purpose.as_str()), ("refile", "it belongs to the other matter"));
        let change = row.changes.into_iter().find(|change| change.field == "dossier").expect("another dossier");
        (change.was, change.now)
    };
    assert_eq!(changes("nils"), (String::new(), "D-2".to_owned()));
    assert_eq!(changes("rik"), ("D-1".to_owned(), "D-2".to_owned()));
    assert_eq!(acts(&mut house.unlock("nils"), &filed.id), ["refile"]);
    assert_eq!(acts(&mut house.unlock("rik"), &filed.id), ["file", "refile"]);
    // Oversight reads that it was moved, and never why.
    let mut otto = house.unlock("otto");
    let row = lines(&mut otto, "refile").remove(0);
    assert!(row.detail.contains_key("former") && row.detail.contains_key("dossier"), "{:?}", row.detail);
    assert!(!format!("{row:?}").contains("belongs"), "{row:?}");
    assert_eq!(lines(&mut otto, "prepare-refile").len(), 1);
    assert!(lines(&mut otto, "does-not-fit").is_empty());
}

#[test]
fn that_it_left_is_known_after_it_was_moved_once_more() {
    let (house, filed) = two_dossiers();
    let mut ada = house.unlock("ada");
    let three = NewDossier { id: dossier("D-3"), title: "Three".to_owned(), lead: None, deputy: None };
    ada.create_dossier(three).expect("ada makes the dossier");
    ada.add_member(&dossier("D-3"), &id("rik"), None, "exercise").expect("ada adds rik");
    drop(ada);
    let mut rik = house.unlock("rik");
    let first = rik.correct(&filed.id, &into("D-2")).expect("rik moves it");
    drop((house.unlock("bea"), house.unlock("nils")));
    rik.correct(&filed.id, &into("D-3")).expect("rik moves it on");
    for (officer, reference) in [("bea", &filed.reference), ("nils", &first.reference)] {
        for anew in [false, true] {
            let mut session = if anew { house.unlock_without_index(officer) } else { house.unlock(officer) };
            let rows = lines(&mut session, "leave-dossier");
            assert_eq!(rows.iter().map(|row| &row.detail["reference"]).collect::<Vec<_>>(), [reference], "{officer}");
            assert!(lines(&mut session, "refile").is_empty(), "{officer}");
        }
    }
    // And back to where it was.
    let back = rik.correct(&filed.id, &into("D-1")).expect("rik moves it back");
    assert!(back.reference.ends_with("/0002"), "its first number stays empty: {}", back.reference);
    for mut session in [house.unlock("bea"), house.unlock_without_index("rosa")] {
        assert_eq!(read(&mut session, &filed.id), b"Convoy");
        assert_eq!(session.document(&filed.id).expect("it is seen").formerly.len(), 3);
        let history = session.history(&filed.id).expect("the history is read");
        let last = history.last().expect("it has lines");
        let reference = last.changes.iter().find(|change| change.field == "reference").expect("another reference");
        assert_eq!(reference.now, back.reference);
    }
    house.open().verify().expect("the log is whole");
}

#[test]
fn who_does_not_put_right_what_is_written_of_it_is_denied_and_so_is_what_cannot_come_there() {
    let (house, filed) = two_dossiers();
    let mut ada = house.unlock("ada");
    ada.add_member(&dossier("D-2"), &id("bea"), None, "exercise").expect("ada adds bea");
    ada.add_member(&dossier("D-2"), &id("carl"), None, "exercise").expect("ada adds carl");
    for (officer, code) in [("bea", "not_originating_authority"), ("carl", "clearance_missing")] {
        let mut session = house.unlock(officer);
        assert_eq!(codes(&session.correct(&filed.id, &into("D-2")).expect_err("refused")), [code]);
        assert_eq!(lines(&mut session, "deny")[0].detail["action"], "refile");
    }
    let mut rik = house.unlock("rik");
    let unknown = rik.correct(&filed.id, &into("D-9")).expect_err("refused");
    assert!(matches!(unknown, Error::NotFound { kind: "dossier", .. }), "{unknown:?}");
    let same = rik.correct(&filed.id, &into("D-1")).expect_err("refused");
    assert!(matches!(&same, Error::State { status, .. } if status == "unchanged"), "{same:?}");
    let both = Correction { title: Some("Another".to_owned()), ..into("D-2") };
    let both = rik.correct(&filed.id, &both).expect_err("refused");
    assert_eq!((both.code(), both.exit()), ("move_alone", ExitClass::Usage));
    let no_reason = rik.correct(&filed.id, &Correction { why: " ".to_owned(), ..into("D-2") }).expect_err("refused");
    assert!(matches!(no_reason, Error::Missing { field: "why" }));
    ada.change_dossier(&dossier("D-2"), DossierStatus::Closed, "it is over").expect("ada closes it");
    assert_eq!(codes(&rik.correct(&filed.id, &into("D-2")).expect_err("refused")), ["dossier_closed"]);
    ada.change_dossier(&dossier("D-2"), DossierStatus::Open, "it goes on").expect("ada opens it again");
    rik.withdraw_document(&filed.id, "filed twice").expect("rik withdraws it");
    assert_eq!(codes(&rik.correct(&filed.id, &into("D-2")).expect_err("refused")), ["document_withdrawn"]);
    assert_eq!(rik.document(&filed.id).expect("it is seen").row.reference, filed.reference, "nothing came of it");
    assert_eq!(objects(&house.dir).len(), 1);
}

#[test]
fn versions_decisions_and_what_was_put_right_go_along_and_former_titles_do_not() {
    let (house, filed) = two_dossiers();
    let mut rik = house.unlock("rik");
    let title = Correction { title: Some("Convoys".to_owned()), why: "a slip".to_owned(), ..Correction::default() };
    rik.correct(&filed.id, &title).expect("rik puts it right");
    let second = NewVersion { source: Source::Bytes(b"second".to_vec()), file_name: None, why: "annex B".to_owned() };
    rik.file_version(&filed.id, &second, &mut |_| Flow::Continue).expect("rik files a version");
    let until = testkit::date(2030, 1, 1);
    let kept = NewDecision { marking: None, next_review: Some(until), ..to("SECRET") };
    rik.reclassify(&filed.id, &kept).expect("rik maintains it");
    let standing = rik.document(&filed.id).expect("it is seen").standing;
    rik.correct(&filed.id, &into("D-2")).expect("rik puts it into the other dossier");
    house.clock.seconds(5);
    rik.correct(&filed.id, &Correction { title: Some("The convoys".to_owned()), ..title.clone() }).expect("put right");
    for anew in [false, true] {
        let mut nils = if anew { house.unlock_without_index("nils") } else { house.unlock("nils") };
        assert_eq!(read(&mut nils, &filed.id), b"second");
        let mut bytes = Vec::new();
        let mut first = nils.open_version(&filed.id, Some(1), "to compare").expect("it is opened");
        std::io::Read::read_to_end(&mut first, &mut bytes).expect("read");
        assert_eq!(bytes, b"Convoy");
        let view = nils.document(&filed.id).expect("it is seen");
        assert_eq!((view.row.title.as_str(), view.versions), ("The convoys", 2));
        let register = nils.register(&RegisterFilter::default()).expect("listed");
        assert_eq!(register.rows.iter().map(|row| row.next_review).collect::<Vec<_>>(), [Some(until)]);
        assert_eq!(view.standing, standing, "it is maintained as long as it was");
        let history = nils.history(&filed.id).expect("the history is read");
        assert!(!format!("{history:?}").contains("\"Convoy\""), "{history:?}");
        house.open().verify().expect("the log is whole");
    }
}

#[test]
fn what_was_once_of_others_is_decided_about_with_consent_in_the_other_dossier_too() {
    let (house, _) = two_dossiers();
    let foreign = NewDocument { originator: "Somebody else".to_owned(), ..own("Letter", "SECRET") };
    let mut rik = house.unlock("rik");
    let letter = rik.file_document(foreign, &mut quietly).expect("filed").id;
    let right = Correction { originator: Some(String::new()), why: "it is ours".to_owned(), ..Correction::default() };
    rik.correct(&letter, &right).expect("rik puts it right");
    rik.correct(&letter, &into("D-2")).expect("rik puts it into the other dossier");
    drop(rik);
    let mut ada = house.unlock("ada");
    ada.remove_member(&dossier("D-1"), &id("rik"), "he left").expect("ada takes rik off the list");
    let mut rik = house.unlock("rik");
    let denied = rik.reclassify(&letter, &to("CONFIDENTIEL")).expect_err("whose it was says that it is not its own");
    assert!(codes(&denied).contains(&"not_originating_authority"), "{:?}", codes(&denied));
}

#[test]
fn a_release_that_was_asked_for_in_one_dossier_does_not_go_out_from_another() {
    let (house, _) = two_dossiers();
    let partner = super::releases::partner(&house, "DGSE", "FRA", Level::Secret);
    let new = NewDocument { originator: String::new(), ..paper("S", marked("SECRET", Some(&["BEL", "FRA"])), b"s") };
    let mut rik = house.unlock("rik");
    let document = rik.file_document(new, &mut quietly).expect("rik files it").id;
    house.unlock("ada").add_member(&dossier("D-2"), &id("rosa"), None, "exercise").expect("ada adds rosa");
    let documents = std::slice::from_ref(&document);
    let asked = house.unlock("bea").request_release(&partner, documents, "exchange", &[]).expect("asked for").release;
    rik.correct(&document, &into("D-2")).expect("rik puts it into the other dossier");
    drop(rik);
    let mut rosa = house.unlock("rosa");
    assert_eq!(codes(&rosa.approve_release(&asked).expect_err("it is refused")), ["dossier_changed"]);
}

#[test]
fn a_process_that_dies_while_it_moves_a_document_leaves_it_whole_where_the_log_says() {
    for (step, moved) in
        [("Writing", false), ("Sealed", false), ("Placed", false), ("Recorded", true), ("Replaced", true)]
    {
        let (house, filed) = two_dossiers();
        let status = kill::refiling(&house, "rik", step, &filed.id).wait().expect("the program ends");
        assert!(!status.success(), "it was to die at {step}");
        let mut rik = house.unlock("rik");
        assert_eq!(read(&mut rik, &filed.id), b"Convoy", "{step}");
        let is = rik.document(&filed.id).expect("it is seen").row.dossier;
        assert_eq!(is, dossier(if moved { "D-2" } else { "D-1" }), "{step}");
        assert_eq!(objects(&house.dir).len(), 1, "{step}");
        drop(rik);
        let (bea, nils) = (titles(&mut house.unlock("bea")).len(), titles(&mut house.unlock("nils")).len());
        assert_eq!((bea, nils), if moved { (0, 1) } else { (1, 0) }, "{step}");
        house.open().verify().expect("the log is whole");
    }
}

fn filed_in(hostile: &Hostile) -> Vec<Value> {
    hostile.events().into_iter().filter(|event| event["event"] == "filed").collect()
}

/// The first document, put into the class of the second.
pub fn moved(hostile: &Hostile) -> Value {
    let filed = filed_in(hostile);
    json!({ "event": "refiled", "earlier": [], "document": filed[0]["document"], "class": filed[1]["class"], "epoch": 1,
            "object": seal::random_id() })
}

pub fn with_parts(hostile: &Hostile, event: Value) -> Forgery {
    let filed = filed_in(hostile);
    let tag = |n: usize| format!("class/{}/1", filed[n]["class"].as_str().expect("`class` is text"));
    Forgery::of(event).part(tag(0), b"x".to_vec()).part(tag(1), b"x".to_vec())
}

/// With a document in each dossier.
fn with_both() -> House {
    let (house, _) = two_dossiers();
    let other = NewDocument { dossier: dossier("D-2"), ..own("Elsewhere", "SECRET") };
    house.unlock("rik").file_document(other, &mut quietly).expect("rik files it");
    house
}

#[test]
fn a_move_that_breaks_a_rule_stops_the_next_reader() {
    for (author, rule) in [("bea", "refiled_without_right"), ("carl", "refiled_without_right")] {
        let found = caught(&with_both(), author, |hostile| {
            let event = moved(hostile);
            with_parts(hostile, event)
        });
        assert_eq!(found, rule);
    }
    // To its own dossier.
    let found = caught(&with_both(), "rik", |hostile| {
        let mut event = moved(hostile);
        event["class"] = filed_in(hostile)[0]["class"].clone();
        with_parts(hostile, event)
    });
    assert_eq!(found, "refiled_otherwise");
    // Without telling those whom it leaves, or those to whom it comes.
    for kept in [0, 1] {
        let found = caught(&with_both(), "rik", |hostile| {
            let event = moved(hostile);
            let mut forgery = with_parts(hostile, event);
            forgery.parts = vec![forgery.parts.swap_remove(kept)];
            forgery
        });
        assert_eq!(found, "refiled_without_sheets");
    }
    let house = with_both();
    house.unlock("ada").change_dossier(&dossier("D-2"), DossierStatus::Closed, "it is over").expect("ada closes it");
    let found = caught(&house, "rik", |hostile| {
        let event = moved(hostile);
        with_parts(hostile, event)
    });
    assert_eq!(found, "dossier_closed");
}

#[test]
fn a_move_of_somebody_who_may_is_not_forged() {
    let house = with_both();
    let mut rik = Hostile::new(&house, "rik");
    let event = moved(&rik);
    let forgery = with_parts(&rik, event);
    rik.append(forgery);
    // It says nothing of the document that could be shown.
    assert!(titles(&mut house.unlock("bea")).is_empty());
}

#[test]
fn a_sheet_that_says_that_a_document_left_or_came_without_an_entry_that_did_is_shown_to_nobody() {
    for sheet in ["left", "refiled"] {
        let house = with_both();
        let mut rik = Hostile::new(&house, "rik");
        let filed = filed_in(&rik);
        let class = filed[0]["class"].as_str().expect("`class` is text").to_owned();
        let mut said = json!({ "sheet": sheet, "document": filed[0]["document"], "why": "forged" });
        if sheet == "refiled" {
            said["formerly"] = json!(["EX/1"]);
            said["earlier"] = json!([]);
            said["of_others"] = json!(false);
        }
        let (audience, sealed) = rik.sealed_sheet(&class, 1, &said);
        rik.append(Forgery::all(Vec::new()).part(audience, sealed));
        drop(rik);
        for mut session in [house.unlock("bea"), house.unlock_without_index("rosa")] {
            let said = format!("{:?}", session.log(&LogFilter::default()).expect("the log is read").rows);
            assert!(!said.contains("forged"), "{said}");
            assert_eq!(titles(&mut session), ["Convoy"]);
        }
    }
}

/// What an officer is told at an unlock of documents that others moved: by whom, how many, which.
fn told_of_moves(session: &mut Session) -> Vec<(String, String, String)> {
    let told = session.warnings().into_iter().filter(|one| one.code == "documents_moved");
    told.map(|one| (one.params["officer"].clone(), one.params["n"].clone(), one.params["names"].clone())).collect()
}

#[test]
fn who_leads_a_dossier_is_told_once_what_others_took_out_of_it() {
    let (house, _) = two_dossiers();
    let mut ada = house.unlock("ada");
    let three = NewDossier { id: dossier("D-3"), title: "Three".to_owned(), lead: Some(id("bea")), deputy: None };
    ada.create_dossier(three).expect("ada makes the dossier");
    for officer in ["rik", "bea"] {
        ada.add_member(&dossier("D-3"), &id(officer), None, "exercise").expect("ada adds the officer");
    }
    drop(ada);
    let mut rik = house.unlock("rik");
    let mut in_three = |title: &str| {
        let new = NewDocument { dossier: dossier("D-3"), ..own(title, "SECRET") };
        rik.file_document(new, &mut quietly).expect("rik files it")
    };
    let (one, other) = (in_three("One"), in_three("Other"));
    drop(house.unlock("bea"));
    for filed in [&one, &other] {
        rik.correct(&filed.id, &into("D-2")).expect("rik puts it into the other dossier");
    }
    assert_eq!(told_of_moves(&mut rik), [], "he did it himself");
    assert_eq!(told_of_moves(&mut house.unlock("nils")), [], "not hers");
    let names = format!("{}, {}", one.reference, other.reference);
    assert_eq!(told_of_moves(&mut house.unlock("bea")), [("rik".to_owned(), "2".to_owned(), names)]);
    assert_eq!(told_of_moves(&mut house.unlock("bea")), [], "once");
}

#[test]
fn a_move_says_that_a_withdrawal_which_waits_is_overtaken() {
    let (house, filed) = two_dossiers();
    house.approve(Level::Secret);
    let mut rik = house.unlock("rik");
    assert!(rik.withdraw_document(&filed.id, "of another service").expect("asked").request().is_some());
    let done = rik.correct(&filed.id, &into("D-2")).expect("rik moves it");
    let warned: Vec<&str> = done.warnings.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(warned, ["withdrawal_overtaken"]);
    assert_eq!(
        (&done.warnings[0].params["name"], done.warnings[0].params["officer"].as_str()),
        (&done.reference, "rik")
    );
}
