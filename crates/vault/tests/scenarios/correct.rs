//! Putting right what is written of a document: who may, what becomes of what stood there, and who knows it.

use serde_json::{Value, json};
use testkit::date;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::reclassify::{own, to};

fn title(title: &str) -> Correction {
    Correction { title: Some(title.to_owned()), why: "a slip of the hand".to_owned(), ..Correction::default() }
}

/// A house with one document, filed by rik: title, subject, originator and date with a slip each.
fn with_slips() -> (House, DocumentId) {
    let house = super::reclassify::house();
    let new = NewDocument {
        subject: "Subjct".to_owned(),
        originator: "SGRSS".to_owned(),
        date: date(2025, 11, 20),
        ..paper("Convoi de Leige", marked("SECRET", None), b"the bytes")
    };
    let id = house.unlock("rik").file_document(new, &mut quietly).expect("rik files it").id;
    (house, id)
}

fn found(session: &mut Session, filter: DocumentFilter) -> usize {
    session.list(&filter).expect("listed").rows.len()
}

fn by_words(words: &str) -> DocumentFilter {
    DocumentFilter { query: Some(words.to_owned()), ..DocumentFilter::default() }
}

fn changed(row: &HistoryRow) -> Vec<(&str, &str, &str)> {
    row.changes.iter().map(|one| (one.field.as_str(), one.was.as_str(), one.now.as_str())).collect()
}

#[test]
fn what_was_put_right_is_listed_found_and_sorted_and_what_stood_there_stays_in_the_history() {
    let (house, document) = with_slips();
    let other = file(&mut house.unlock("rik"), "Convoi de Huy", marked("SECRET", None));
    let (bea, mut rik) = (house.unlock("bea"), house.unlock("rik"));
    drop(house.unlock("rosa"));
    let whole = Correction {
        title: Some("Convoi de Liège".to_owned()),
        subject: Some("Subject".to_owned()),
        originator: Some("SGRS".to_owned()),
        date: Some(date(2026, 11, 20)),
        paper: None,
        dossier: None,
        why: "read out again".to_owned(),
    };
    let done = rik.correct(&document, &whole).expect("rik puts it right");
    assert_eq!(done.changes.len(), 4);
    assert_eq!(done.warnings.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["term_stays"]);
    house.clock.seconds(60);
    rik.correct(&document, &title("Convoi de Liège, second")).expect("rik puts it right again");

    // Those who were here, and one whose index is made from the log.
    for mut session in [rik, bea, house.unlock_without_index("rosa")] {
        let view = session.document(&document).expect("it is seen");
        assert_eq!(view.row.title, "Convoi de Liège, second");
        assert_eq!((view.subject.as_str(), view.row.originator.as_str()), ("Subject", "SGRS"));
        assert_eq!(
            (view.row.date, view.finalised),
            (date(2026, 11, 20), date(2025, 11, 20)),
            "its term counts from the first"
        );
        assert_eq!(titles(&mut session), ["Convoi de Huy", "Convoi de Liège, second"]);
        assert_eq!((found(&mut session, by_words("Liege")), found(&mut session, by_words("Leige"))), (1, 0));
        assert_eq!((found(&mut session, by_words("Subject")), found(&mut session, by_words("Subjct"))), (2, 0));
        let of = |from| DocumentFilter { from: Some(from), ..DocumentFilter::default() };
        assert_eq!(found(&mut session, of(date(2026, 11, 20))), 2);
        let sort = Sort { by: SortBy::Title, order: Order::Ascending };
        let rows = session.list(&DocumentFilter { sort, ..DocumentFilter::default() }).expect("listed").rows;
        assert_eq!(rows.last().map(|row| &row.id), Some(&document));

        let history = session.history(&document).expect("the history is read");
        let acts: Vec<(&str, &str)> = history.iter().map(|row| (row.officer.as_str(), row.action.as_str())).collect();
        assert_eq!(acts, [("rik", "file"), ("rik", "correct"), ("rik", "correct")]);
        assert_eq!(
            changed(&history[1]),
            [
                ("title", "Convoi de Leige", "Convoi de Liège"),
                ("subject", "Subjct", "Subject"),
                ("originator", "SGRSS", "SGRS"),
                ("date", "2025-11-20", "2026-11-20"),
            ]
        );
        assert_eq!(history[1].purpose, "read out again");
        assert_eq!(changed(&history[2]), [("title", "Convoi de Liège", "Convoi de Liège, second")]);
        // The same stands on the sheet.
        assert_eq!(view.history.iter().filter(|row| row.action == "correct").count(), 2);
        assert_eq!(session.document(&other.id).expect("it is seen").row.title, "Convoi de Huy");
        assert_eq!(read(&mut session, &document), b"the bytes");
    }
    house.open().verify().expect("the log is whole");
}

#[test]
fn oversight_reads_what_was_put_right_by_name_and_never_what_it_said() {
    let (house, document) = with_slips();
    house.unlock("rik").correct(&document, &title("Liège")).expect("rik puts it right");
    for (officer, reads) in [("otto", false), ("bea", true)] {
        let mut session = house.unlock(officer);
        let filter = LogFilter { action: Some("correct".to_owned()), ..LogFilter::default() };
        let row = session.log(&filter).expect("the log is read").rows.remove(0);
        assert_eq!(row.subject, document.to_string());
        match reads {
            true => assert_eq!(row.detail.get("why").map(String::as_str), Some("a slip of the hand")),
            false => {
                assert_eq!(row.detail.get("fields").map(String::as_str), Some("title"));
                let said = format!("{:?}", row);
                assert!(!said.contains("Leige") && !said.contains("slip"), "{said}");
            }
        }
        let misfits = LogFilter { action: Some("does-not-fit".to_owned()), ..LogFilter::default() };
        assert!(session.log(&misfits).expect("the log is read").rows.is_empty());
    }
}

#[test]
fn who_neither_filed_it_nor_leads_its_dossier_nor_is_a_registrar_is_denied_and_that_is_recorded() {
    let (house, document) = with_slips();
    for (officer, code) in [("bea", "not_charged"), ("carl", "clearance_missing")] {
        let mut session = house.unlock(officer);
        let denied = session.correct(&document, &title("Mine")).expect_err("it is refused");
        assert_eq!(codes(&denied), [code]);
        let filter = LogFilter { action: Some("deny".to_owned()), ..LogFilter::default() };
        assert_eq!(session.log(&filter).expect("the log is read").rows[0].detail["action"], "correct");
        if officer == "bea" {
            assert!(!session.document(&document).expect("bea sees it").may_correct);
        } else {
            assert_eq!(codes(&session.history(&document).expect_err("it is refused")), [code]);
        }
    }
    let mut rik = house.unlock("rik");
    assert!(rik.document(&document).expect("rik sees it").may_correct);
    let unknown = DocumentId::parse(&seal::random_id()).expect("an opaque id");
    assert!(matches!(rik.correct(&unknown, &title("x")), Err(Error::NotFound { .. })));
    assert!(matches!(rik.history(&unknown), Err(Error::NotFound { .. })));
    assert_eq!(rik.history(&document).expect("rik reads the history").len(), 1, "nothing came of it");
}

#[test]
fn the_lead_of_the_dossier_and_a_registrar_put_right_what_others_filed() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "rita", "BEL", &[Role::Registrar, Role::Reader]);
    clear(&mut ada, "rita", "BEL", "SECRET");
    ada.create_dossier(NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: Some(id("bea")), deputy: None })
        .expect("ada makes the dossier");
    for officer in ["rita", "rik"] {
        ada.add_member(&dossier("D-2"), &id(officer), None, "exercise").expect("added");
    }
    drop(ada);
    let new = NewDocument { dossier: dossier("D-2"), ..own("Ttle", "SECRET") };
    let document = house.unlock("rik").file_document(new, &mut quietly).expect("rik files it").id;
    house.reaches("rita");
    for (officer, fixed) in [("rik", &[][..]), ("bea", &[]), ("rita", &["originator", "date", "dossier"])] {
        let mut session = house.unlock(officer);
        let said = session.document(&document).expect("it is seen").fixed;
        assert_eq!(said.iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), fixed, "{officer}");
        // What is said before is what is denied.
        for FixedField { field, why } in said {
            let mut right = Correction { why: "a slip of the hand".to_owned(), ..Correction::default() };
            match field.as_str() {
                "originator" => right.originator = Some("SGRS".to_owned()),
                "date" => right.date = Some(date(2020, 1, 2)),
                other => (right.dossier, _) = (Some(dossier("D-2")), assert_eq!(other, "dossier")),
            }
            let denied = session.correct(&document, &right).expect_err("it is refused");
            assert_eq!(codes(&denied), [why.code.as_str()], "{field}");
        }
    }
    for (n, officer) in ["bea", "rita"].into_iter().enumerate() {
        let right = title(&format!("Title {n}"));
        house.unlock(officer).correct(&document, &right).expect("it is this officer's business");
    }
    // A closed dossier takes no more documents; what is written of those that are in it is put right all the same.
    house.unlock("bea").change_dossier(&dossier("D-2"), DossierStatus::Closed, "over").expect("bea closes it");
    house.unlock("rik").correct(&document, &title("Title")).expect("rik puts it right");
    assert_eq!(house.unlock("bea").history(&document).expect("the history is read").len(), 4);
}

#[test]
fn what_cannot_be_right_is_refused_and_leaves_nothing() {
    let (house, document) = with_slips();
    let mut rik = house.unlock("rik");
    let refused = |rik: &mut Session, correction: Correction| rik.correct(&document, &correction).expect_err("refused");
    let none = Correction { why: "nothing".to_owned(), ..Correction::default() };
    for same in [none, title("Convoi de Leige")] {
        assert!(matches!(refused(&mut rik, same), Error::State { status, .. } if status == "unchanged"));
    }
    let no_reason = Correction { why: " ".to_owned(), ..title("Liège") };
    assert!(matches!(refused(&mut rik, no_reason), Error::Missing { field: "why" }));
    assert!(matches!(refused(&mut rik, title(" ")), Error::Missing { field: "title" }));
    assert!(matches!(refused(&mut rik, title("a\nb")), Error::Character { field: "title", .. }));
    assert!(matches!(refused(&mut rik, title(&"x".repeat(501))), Error::TooLong { field: "title", .. }));
    let dated = |date| Correction { date: Some(date), why: "the day".to_owned(), ..Correction::default() };
    assert!(matches!(refused(&mut rik, dated(date(2027, 6, 1))), Error::ImplausibleDate { field: "date", .. }));
    assert_eq!(rik.history(&document).expect("the history is read").len(), 1);
    // A day to come that may be meant is warned of, as at filing.
    let ahead = rik.correct(&document, &dated(date(2026, 12, 1))).expect("it may be signed then");
    assert_eq!(ahead.warnings.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["date_ahead", "term_stays"]);
    // So are other ends of lines.
    for (written, told) in [("first\r\nsecond", &["line_ends"][..]), ("first\nthird", &[])] {
        let subject =
            Correction { subject: Some(written.to_owned()), why: "read again".to_owned(), ..Correction::default() };
        let done = rik.correct(&document, &subject).expect("corrected");
        assert_eq!(done.warnings.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), told);
        assert_eq!(done.changes[0].now, written.replace('\r', ""));
    }
}

#[test]
fn what_was_put_right_goes_along_to_another_marking_and_what_stood_there_before_does_not() {
    let house = super::reclassify::house();
    let document = house.unlock("rik").file_document(own("Too much", "SECRET"), &mut quietly).expect("filed").id;
    let mut rik = house.unlock("rik");
    rik.correct(&document, &title("Convoy")).expect("rik puts it right");
    rik.reclassify(&document, &to("CONFIDENTIEL")).expect("rik lowers it");
    rik.correct(&document, &title("Convoys")).expect("rik puts it right again");
    let told = |officer: &str| -> Vec<(String, Vec<String>)> {
        let history = house.unlock(officer).history(&document).expect("the history is read");
        let said = |row: &HistoryRow| row.changes.iter().map(|one| format!("{} → {}", one.was, one.now)).collect();
        history.iter().map(|row| (row.action.clone(), said(row))).collect()
    };
    let moved = |told: &[(String, Vec<String>)]| told.iter().map(|(act, _)| act.clone()).collect::<Vec<_>>();
    // cleo reads what is CONFIDENTIEL alone.
    assert_eq!(moved(&told("cleo")), ["downgrade", "correct"]);
    assert_eq!(told("cleo")[1].1, ["Convoy → Convoys"]);
    assert!(!format!("{:?}", told("cleo")).contains("Too much"));
    assert_eq!(moved(&told("bea")), ["file", "correct", "downgrade", "correct"]);
    assert_eq!(told("bea")[1].1, ["Too much → Convoy"]);
    assert_eq!(told("bea")[2].1.len(), 2, "marking and reference: {:?}", told("bea")[2]);
    for officer in ["cleo", "bea"] {
        let known = told(officer);
        assert_eq!(titles(&mut house.unlock_without_index(officer)), ["Convoys"]);
        assert_eq!(told(officer), known, "{officer}");
    }
}

#[test]
fn what_was_put_right_under_a_later_key_is_known_to_an_officer_who_gets_the_earlier_one_last() {
    let (house, document) = with_slips();
    // A new epoch of the class's key: carl's clearance comes, and the key is renewed when it is withdrawn again.
    let mut sam = house.unlock("sam");
    clear(&mut sam, "carl", "BEL", "SECRET");
    drop(sam);
    house.reaches("carl");
    assert_eq!(titles(&mut house.unlock("carl")).len(), 1);
    house.unlock("sam").withdraw_clearance(&id("carl"), "BEL", "over").expect("sam withdraws it");
    house.unlock("rik").correct(&document, &title("Liège")).expect("rik puts it right");
    for officer in ["bea", "rosa"] {
        assert_eq!(titles(&mut house.unlock(officer)), ["Liège"]);
        assert_eq!(titles(&mut house.unlock_without_index(officer)), ["Liège"]);
    }
    assert!(titles(&mut house.unlock("carl")).is_empty());
}

#[test]
fn a_document_that_was_filed_as_anothers_is_decided_about_with_consent_after_its_originator_was_put_right() {
    let house = House::furnished();
    let foreign = NewDocument { originator: "Somebody else".to_owned(), ..own("Letter", "SECRET") };
    let mut rik = house.unlock("rik");
    let document = rik.file_document(foreign, &mut quietly).expect("filed").id;
    let right = Correction { originator: Some(String::new()), why: "it is ours".to_owned(), ..Correction::default() };
    rik.correct(&document, &right).expect("rik puts it right");
    let view = rik.document(&document).expect("seen");
    assert_eq!((view.row.originator.as_str(), view.still_of.as_slice()), ("", &["Somebody else".to_owned()][..]));
    let denied = rik.reclassify(&document, &to("CONFIDENTIEL")).expect_err("whose it was says that it is not its own");
    assert!(codes(&denied).contains(&"not_originating_authority"), "{:?}", codes(&denied));
    let consent =
        ConsentDraft { authority: "Somebody else".to_owned(), reference: "L-7".to_owned(), from: None, until: None };
    rik.reclassify(&document, &NewDecision { consent: Some(consent), ..to("CONFIDENTIEL") }).expect("with its consent");
}

/// The officer who slipped sees on the sheet why his own document is not his any more.
#[test]
fn a_slip_in_the_originator_that_was_put_right_stands_on_the_sheet() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let document = rik.file_document(own("Letter", "SECRET"), &mut quietly).expect("filed").id;
    assert_eq!(rik.document(&document).expect("seen").still_of, [""; 0]);
    let originator = |name: &str| Correction {
        originator: Some(name.to_owned()),
        why: "a slip".to_owned(),
        ..Correction::default()
    };
    rik.correct(&document, &originator("Slip")).expect("rik corrects it");
    assert_eq!(rik.document(&document).expect("seen").still_of, [""; 0], "it is written as its originator");
    rik.correct(&document, &originator("")).expect("rik puts it right");
    for reader in ["rik", "rosa"] {
        assert_eq!(house.unlock(reader).document(&document).expect("seen").still_of, ["Slip"], "{reader}");
    }
}

#[test]
fn what_is_derived_from_a_document_names_it_by_what_was_put_right() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let document = rik.file_document(own("Ttle", "SECRET"), &mut quietly).expect("filed").id;
    rik.correct(&document, &title("Title")).expect("rik puts it right");
    let mut rosa = house.unlock("rosa");
    let view = rosa.document(&document).expect("rosa sees it");
    assert_eq!(view.row.title, "Title");
    let start = rosa.derive_start(std::slice::from_ref(&document)).expect("it may be derived from");
    assert_eq!(start.from[0].title, "Title");
}

#[test]
fn the_reference_of_the_paper_original_is_shown_found_and_put_right() {
    let house = super::reclassify::house();
    let new = NewDocument { paper: "SGRS/2026/0117-S".to_owned(), ..own("Letter", "SECRET") };
    let mut rik = house.unlock("rik");
    let document = rik.file_document(new, &mut quietly).expect("rik files it").id;
    assert_eq!(found(&mut rik, by_words("0117-S")), 1);
    let right =
        Correction { paper: Some("SGRS/2026/0171-S".to_owned()), why: "a slip".to_owned(), ..Default::default() };
    let done = rik.correct(&document, &right).expect("rik puts it right");
    assert_eq!(done.changes.iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), ["paper"]);
    drop(house.unlock("rosa"));
    for mut session in [rik, house.unlock("bea"), house.unlock_without_index("rosa")] {
        assert_eq!(session.document(&document).expect("it is seen").paper, "SGRS/2026/0171-S");
        assert_eq!((found(&mut session, by_words("0171-S")), found(&mut session, by_words("0117-S"))), (1, 0));
        let history = session.history(&document).expect("the history is read");
        assert_eq!(changed(&history[1]), [("paper", "SGRS/2026/0117-S", "SGRS/2026/0171-S")]);
    }
    // It goes along to another marking, and is taken away where there is none.
    let mut rik = house.unlock("rik");
    rik.reclassify(&document, &to("CONFIDENTIEL")).expect("rik lowers it");
    assert_eq!(house.unlock("cleo").document(&document).expect("it is seen").paper, "SGRS/2026/0171-S");
    let none = Correction { paper: Some(String::new()), why: "there is none".to_owned(), ..Default::default() };
    rik.correct(&document, &none).expect("rik puts it right");
    assert_eq!(rik.document(&document).expect("it is seen").paper, "");
    assert_eq!(found(&mut rik, by_words("0171-S")), 0);
}

fn of_kind(hostile: &Hostile, kind: &str) -> Value {
    hostile.events().into_iter().find(|event| event["event"] == kind).expect("it is in the log")
}

/// A correction by this author, with a sheet that says this title.
fn correction(hostile: &Hostile, fact: bool, title: &str) -> Forgery {
    let (filed, made) = (of_kind(hostile, "filed"), of_kind(hostile, "class-made"));
    let recipient: seal::Recipient = made["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
    let now = json!({ "title": title, "subject": "", "originator": "", "date": "2026-11-20" });
    let sheet = json!({ "sheet": "corrected", "document": filed["document"], "now": now, "why": "forged" });
    let plain = json!({ "v": 1, "is": [sheet] }).to_string();
    let sealed = seal::seal_bytes(&[&recipient], plain.as_bytes()).expect("it is sealed");
    let part = format!("class/{}/1", made["class"].as_str().expect("`class` is text"));
    let facts = if fact { vec![json!({ "event": "corrected", "document": filed["document"] })] } else { Vec::new() };
    Forgery::all(facts).part(part, [&[2], sealed.as_slice()].concat())
}

#[test]
fn a_correction_by_somebody_who_has_no_right_to_it_stops_the_next_reader() {
    let (house, _) = with_slips();
    assert_eq!(caught(&house, "rosa", |rosa| correction(rosa, true, "Mine")), "corrected_without_right");
    let (house, _) = with_slips();
    assert_eq!(caught(&house, "carl", |carl| correction(carl, true, "Mine")), "corrected_without_right");
}

#[test]
fn a_correction_that_says_nothing_of_what_is_right_stops_the_next_reader() {
    let (house, _) = with_slips();
    let bare = |rik: &mut Hostile| Forgery { parts: Vec::new(), ..correction(rik, true, "x") };
    assert_eq!(caught(&house, "rik", bare), "corrected_without_sheet");
}

#[test]
fn a_sheet_that_puts_right_without_an_entry_that_does_is_shown_to_nobody() {
    let (house, document) = with_slips();
    let mut rosa = Hostile::new(&house, "rosa");
    let forgery = correction(&rosa, false, "Mine");
    rosa.append(forgery);
    drop(rosa);
    for mut session in [house.unlock("bea"), house.unlock_without_index("rik")] {
        assert_eq!(titles(&mut session), ["Convoi de Leige"]);
        assert_eq!(session.history(&document).expect("the history is read").len(), 1);
    }
}

#[test]
fn a_correction_of_somebody_who_may_is_not_forged() {
    let (house, _) = with_slips();
    let mut rik = Hostile::new(&house, "rik");
    let forgery = correction(&rik, true, "Liège");
    rik.append(forgery);
    drop(rik);
    assert_eq!(titles(&mut house.unlock("bea")), ["Liège"]);
}
