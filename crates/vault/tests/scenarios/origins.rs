//! Whose a document is, from when its term counts, and who may change that: through corrections, moves and derivation.

use testkit::date;
use vault::*;

use super::forged::caught;
use super::hostile::Forgery;
use super::house::*;
use super::reclassify::{own, to};
use super::refile::{into, moved, with_parts};
use super::releases::{consent_of, partner};

fn right(why: &str) -> Correction {
    Correction { why: why.to_owned(), ..Correction::default() }
}

fn of(originator: &str) -> Correction {
    Correction { originator: Some(originator.to_owned()), ..right("it is of another") }
}

fn dated(date: chrono::NaiveDate) -> Correction {
    Correction { date: Some(date), ..right("the date was wrong") }
}

fn with_consent(authority: &str, decision: NewDecision) -> NewDecision {
    NewDecision { consent: Some(consent_of(authority)), ..decision }
}

/// `D-1` with rik, bea, rosa; `D-2` with rita, a registrar who leads it, and rik, nils, rosa. rita is on the list of `D-1` too.
fn house() -> House {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "rita", "BEL", &[Role::Registrar, Role::Reader]);
    house.add(&mut ada, "nils", "BEL", &[Role::Reader]);
    house.add(&mut ada, "cleo", "BEL", &[Role::Reader]);
    for officer in ["rita", "nils"] {
        clear(&mut ada, officer, "BEL", "SECRET");
    }
    clear(&mut ada, "cleo", "BEL", "CONFIDENTIEL");
    let two = NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: Some(id("rita")), deputy: None };
    ada.create_dossier(two).expect("ada makes the dossier");
    for (to, officer) in [("D-1", "rita"), ("D-1", "cleo"), ("D-2", "rik"), ("D-2", "nils"), ("D-2", "rosa")] {
        ada.add_member(&dossier(to), &id(officer), None, "exercise").expect("ada adds the officer");
    }
    drop(ada);
    house
}

fn orcon(title: &str, originator: &str) -> NewDocument {
    let marking = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]);
    NewDocument { originator: originator.to_owned(), ..paper(title, marking, title.as_bytes()) }
}

fn filed(house: &House, new: NewDocument) -> DocumentId {
    let id = house.unlock("rik").file_document(new, &mut quietly).expect("rik files it").id;
    for officer in ["rita", "nils", "rosa", "bea"] {
        drop(house.unlock(officer));
    }
    id
}

fn warned(done: &CorrectionResult) -> Vec<&str> {
    done.warnings.iter().map(|one| one.code.as_str()).collect()
}

#[test]
fn a_registrar_moves_nothing_to_himself_and_changes_neither_whose_it_is_nor_its_date() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let mut rita = house.unlock("rita");
    let before = codes(&rita.reclassify(&document, &to("CONFIDENTIEL")).expect_err("it is not rita's")).join(" ");
    assert_eq!(before, "not_originating_authority");
    for refused in [into("D-2"), of("SGRS"), dated(date(2026, 11, 21))] {
        assert_eq!(codes(&rita.correct(&document, &refused).expect_err("refused")), ["not_originating_authority"]);
    }
    let title = Correction { title: Some("Convoys".to_owned()), ..right("a slip") };
    rita.correct(&document, &title).expect("a registrar puts titles right");
    assert_eq!(codes(&rita.reclassify(&document, &to("CONFIDENTIEL")).expect_err("refused")), [before]);
    house.unlock("rik").correct(&document, &into("D-2")).expect("who filed it moves it");
}

#[test]
fn a_move_by_a_registrar_stops_the_next_reader() {
    let house = house();
    filed(&house, own("Convoy", "SECRET"));
    filed(&house, NewDocument { dossier: dossier("D-2"), ..own("Elsewhere", "SECRET") });
    let found = caught(&house, "rita", |hostile| -> Forgery {
        let event = moved(hostile);
        with_parts(hostile, event)
    });
    assert_eq!(found, "refiled_without_right");
}

#[test]
fn a_date_that_is_put_right_makes_no_term_later() {
    let house = house();
    let old = |day| NewDocument { date: day, ..own("Old", "CONFIDENTIEL") };
    let document = filed(&house, old(date(2004, 11, 28)));
    let mut rik = house.unlock("rik");
    let term = |session: &mut Session, document: &DocumentId| {
        let view = session.document(document).expect("it is seen");
        (view.row.date, view.finalised, view.standing.lapses)
    };
    let (_, _, lapses) = term(&mut rik, &document);
    assert_eq!(lapses, Some(date(2024, 11, 28)));
    let done = rik.correct(&document, &dated(date(2026, 11, 1))).expect("rik puts the date right");
    assert_eq!(warned(&done), ["term_stays"]);
    assert_eq!(done.warnings[0].params["date"], "2004-11-28");
    let stays = (date(2026, 11, 1), date(2004, 11, 28), lapses);
    assert_eq!(term(&mut rik, &document), stays);
    assert_eq!(term(&mut house.unlock_without_index("bea"), &document), stays, "from the log alone");
    let overdue = CalendarFilter { state: [TermStatus::Overdue].into(), ..CalendarFilter::default() };
    assert_eq!(rik.calendar(&overdue).expect("listed").total, 1);
    // Nor by a move, for those who know it there alone, nor by another marking.
    rik.correct(&document, &into("D-2")).expect("rik moves it");
    assert_eq!(term(&mut house.unlock("nils"), &document), stays);
    let maintained = NewDecision { marking: None, ..to("CONFIDENTIEL") };
    rik.reclassify(&document, &maintained).expect("rik maintains it");
    let register = rik.register(&RegisterFilter::default()).expect("listed").rows;
    assert_eq!(register[0].finalised, date(2004, 11, 28));
    rik.reclassify(&document, &to("SECRET")).expect("rik raises it");
    assert_eq!(term(&mut rik, &document).1, date(2004, 11, 28));
    // An earlier day ends it earlier.
    let done = rik.correct(&document, &dated(date(1990, 1, 1))).expect("rik puts the date right");
    assert!(warned(&done).is_empty());
    assert_eq!(term(&mut rik, &document).1, date(1990, 1, 1));
    assert_eq!(term(&mut house.unlock_without_index("nils"), &document).1, date(1990, 1, 1));
}

#[test]
fn a_hundred_years_are_over_whatever_date_is_put_right() {
    let house = house();
    let document = filed(&house, NewDocument { date: date(1910, 1, 1), ..own("Very old", "SECRET") });
    let mut rik = house.unlock("rik");
    rik.correct(&document, &dated(date(2020, 1, 1))).expect("rik puts the date right");
    let maintained = NewDecision { marking: None, ..to("SECRET") };
    assert_eq!(codes(&rik.reclassify(&document, &maintained).expect_err("refused")), ["hundred_years"]);
}

#[test]
fn a_move_does_not_launder_whose_a_document_is() {
    let house = house();
    let document = filed(&house, orcon("Letter", "Section Sources"));
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let mut rik = house.unlock("rik");
    rik.correct(&document, &of("My uncle")).expect("rik puts it right");
    rik.correct(&document, &into("D-2")).expect("rik moves it");
    drop(rik);
    house.unlock("ada").remove_member(&dossier("D-1"), &id("rosa"), "she left").expect("ada takes rosa off the list");
    for officer in ["nils", "rosa"] {
        let mut session = house.unlock_without_index(officer);
        for (authority, says) in [("My uncle", false), ("Section Sources", true)] {
            assert_eq!(session.has_the_say(&document, authority).expect("it is read"), says, "{officer} {authority}");
        }
        let history = session.history(&document).expect("the history is read");
        let change = |field: &str| {
            let found = history[0].changes.iter().find(|change| change.field == field).expect("it is told");
            (found.was.clone(), found.now.clone())
        };
        assert_eq!(change("originator"), ("Section Sources".to_owned(), "My uncle".to_owned()));
    }
    let mut nils = house.unlock("nils");
    let mut asked = |authority: &str| {
        let consents = [(document.clone(), consent_of(authority))];
        nils.request_release(&partner, std::slice::from_ref(&document), "x", &consents).map(|asked| asked.release)
    };
    assert_eq!(codes(&asked("My uncle").expect_err("refused")), ["consent_of_another"]);
    asked("Section Sources").expect("asked for");
}

#[test]
fn another_marking_does_not_launder_whose_a_document_is() {
    let house = house();
    let new = NewDocument { originator: "Section Sources".to_owned(), ..own("Letter", "SECRET") };
    let document = filed(&house, new);
    let mut rik = house.unlock("rik");
    rik.correct(&document, &of("My uncle")).expect("rik puts it right");
    rik.reclassify(&document, &with_consent("Section Sources", to("CONFIDENTIEL"))).expect("rik lowers it");
    // cleo reads what is CONFIDENTIEL alone.
    let mut cleo = house.unlock("cleo");
    for (authority, says) in [("My uncle", false), ("Section Sources", true)] {
        assert_eq!(cleo.has_the_say(&document, authority).expect("cleo reads it"), says, "{authority}");
    }
    let history = cleo.history(&document).expect("the history is read");
    assert!(history[0].changes.iter().any(|one| one.field == "originator" && one.was == "Section Sources"));
}

#[test]
fn what_is_made_from_documents_of_others_answers_to_each_of_them() {
    let house = house();
    let (one, other) = (filed(&house, orcon("One", "Section Sources")), filed(&house, orcon("Other", "Ferme")));
    let made = |title: &str, sources: Vec<DocumentId>| NewDocument { sources, ..orcon(title, "My uncle") };
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let start = house.unlock("rik").derive_start(&[one.clone(), other.clone()]).expect("rik may open both");
    assert_eq!(start.also_of, ["Section Sources", "Ferme"]);
    let both = filed(&house, made("Both", vec![one.clone(), other.clone()]));
    // Made from what was made from one.
    let copy = filed(&house, NewDocument { originator: String::new(), ..made("Copy", vec![one.clone()]) });
    let again = filed(&house, NewDocument { originator: String::new(), ..made("Again", vec![copy.clone()]) });
    let mut rik = house.unlock("rik");
    assert_eq!(rik.document(&both).expect("it is seen").also_of, ["Section Sources", "Ferme"]);
    assert_eq!(rik.document(&again).expect("it is seen").also_of, ["Section Sources"]);
    let free = NewDecision { marking: Some(marked("NON CLASSIFIÉ", None)), interest: None, ..to("SECRET") };
    let without_orcon = NewDecision { marking: Some(marked("SECRET", Some(&["BEL", "FRA"]))), ..to("SECRET") };
    for document in [&copy, &again] {
        for decision in [&free, &without_orcon] {
            let denied = rik.reclassify(document, decision).expect_err("nobody was asked");
            assert!(codes(&denied).contains(&"consent_missing"), "{denied:?}");
            let denied = rik.reclassify(document, &with_consent("My uncle", decision.clone())).expect_err("refused");
            assert_eq!(codes(&denied), ["consent_of_each"]);
        }
    }
    for (authority, refused) in [
        ("My uncle", true),
        ("My uncle; Section Sources", true),
        ("Section Sources; Ferme", true),
        ("Ferme; my uncle; SECTION SOURCES", false),
    ] {
        let consents = [(both.clone(), consent_of(authority))];
        let mut bea = house.unlock("bea");
        let asked =
            bea.request_release(&partner, std::slice::from_ref(&both), "x", &consents).map(|asked| asked.release);
        match refused {
            true => assert_eq!(codes(&asked.expect_err(authority)), ["consent_of_each"], "{authority}"),
            false => drop(asked.expect("asked for")),
        }
    }
    // In another dossier too, for those who read neither source.
    rik.correct(&again, &into("D-2")).expect("rik moves it");
    rik.correct(&again, &of("My uncle")).expect("rik puts it right");
    let mut nils = house.unlock("nils");
    assert_eq!(nils.document(&again).expect("it is seen").also_of, ["Section Sources"]);
    rik.reclassify(&copy, &with_consent("Section Sources", free)).expect("the one who was asked agreed");
}
