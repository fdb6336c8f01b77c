//! Decisions about classifications: who may take them, what they move, and what they leave behind.

use std::io;
use std::path::PathBuf;

use seal::SealedReader;
use testkit::date;
use vault::*;

use super::hostile::Hostile;
use super::house::*;

/// As furnished, with `cleo` (CONFIDENTIEL) on the list of the dossier.
pub fn house() -> House {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "cleo", "BEL", &[Role::Reader]);
    clear(&mut ada, "cleo", "BEL", "CONFIDENTIEL");
    ada.add_member(&dossier("D-1"), &id("cleo"), None, "exercise").expect("ada adds cleo to the dossier");
    house
}

/// A document of the authority that keeps the vault.
pub fn own(title: &str, level: &str) -> NewDocument {
    NewDocument { originator: String::new(), ..paper(title, marked(level, None), title.as_bytes()) }
}

pub fn to(level: &str) -> NewDecision {
    NewDecision {
        marking: Some(marked(level, None)),
        interest: Some(Interest::K),
        motive: "the harm is another now".to_owned(),
        next_review: None,
        consent: None,
    }
}

fn to_those_of(nations: &[&str]) -> NewDecision {
    NewDecision { marking: Some(marked("SECRET", Some(nations))), ..to("SECRET") }
}

fn maintain() -> NewDecision {
    NewDecision { marking: None, ..to("SECRET") }
}

fn consent(authority: &str) -> Option<ConsentDraft> {
    let consent =
        ConsentDraft { authority: authority.to_owned(), reference: "L-7".to_owned(), from: None, until: None };
    Some(consent)
}

fn filed(house: &House, new: NewDocument) -> FilingResult {
    house.unlock("rik").file_document(new, &mut quietly).expect("rik files the document")
}

/// The files under `objects`, but for drafts and notes.
fn sealed(house: &House) -> Vec<PathBuf> {
    objects(&house.dir)
}

fn found(session: &mut Session, words: &str) -> usize {
    session
        .list(&DocumentFilter { query: Some(words.to_owned()), ..DocumentFilter::default() })
        .expect("listed")
        .rows
        .len()
}

#[test]
fn a_document_that_is_lowered_is_read_by_those_whom_the_new_marking_admits() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let mut cleo = house.unlock("cleo");
    assert!(titles(&mut cleo).is_empty());
    assert_eq!(try_read(&mut cleo, &document.id).expect_err("cleo's opening is refused").exit(), ExitClass::Denied);
    let before = sealed(&house);

    let mut rik = house.unlock("rik");
    let done = rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    assert_eq!(done.nature, Nature::Downgrade);
    assert_ne!((&done.reference, &done.class), (&document.reference, &document.class));

    // The same session, one that was open meanwhile, and one that begins afterwards.
    for session in [&mut rik, &mut cleo, &mut house.unlock("bea")] {
        assert_eq!(titles(session), ["Convoy"]);
        assert_eq!(read(session, &document.id), b"Convoy");
        let view = session.document(&document.id).expect("the officer sees the document");
        assert_eq!(view.row.banner.level, Level::Confidential);
        assert_eq!((view.row.reference, view.formerly), (done.reference.clone(), vec![document.reference.clone()]));
        assert_eq!((view.filed_by, view.class), (id("rik"), done.class.clone()));
        // Anyone who has the old number in hand finds it.
        assert_eq!(found(session, &document.reference), 1);
    }
    // Its old file is gone, and the new one bears another name.
    let after = sealed(&house);
    assert_eq!((before.len(), after.len()), (1, 1));
    assert_ne!(before, after);
    house.open().verify().expect("the log is whole");
    // Numbers of the old register are not given again.
    let next = filed(&house, own("Next", "SECRET"));
    assert!(next.reference.ends_with("/0002"), "{}", next.reference);
}

#[test]
fn the_history_of_a_document_that_moved_is_known_to_those_who_held_both_classes() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    read(&mut house.unlock("bea"), &document.id);
    house.unlock("rik").reclassify(&document.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    read(&mut house.unlock("bea"), &document.id);
    let actions = |officer: &str| -> Vec<String> {
        let view = house.unlock(officer).document(&document.id).expect("the officer sees the document");
        view.history.into_iter().map(|row| row.action).collect()
    };
    assert_eq!(actions("bea"), ["file", "open", "downgrade", "open"]);
    assert_eq!(actions("cleo"), ["downgrade", "open"]);
    // An index that is made again says the same.
    for officer in ["bea", "cleo"] {
        let known = actions(officer);
        drop(house.unlock_without_index(officer));
        assert_eq!(actions(officer), known, "{officer}");
    }
}

#[test]
fn a_document_that_is_raised_leaves_the_indexes_of_those_who_may_not_read_it_any_more() {
    let house = house();
    let document = filed(&house, own("Convoy over the bridge", "CONFIDENTIEL"));
    let stays = filed(&house, own("Canteen", "CONFIDENTIEL"));
    let mut open = house.unlock("cleo");
    read(&mut open, &document.id);
    // Another officer of the old class, away while it happens.
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "cato", "BEL", &[Role::Reader]);
    clear(&mut ada, "cato", "BEL", "CONFIDENTIEL");
    ada.add_member(&dossier("D-1"), &id("cato"), None, "exercise").expect("ada adds cato to the dossier");
    drop((ada, house.unlock("rik")));
    assert_eq!(titles(&mut house.unlock("cato")), ["Canteen", "Convoy over the bridge"]);

    house.unlock("rik").reclassify(&document.id, &to("SECRET")).expect("rik changes the marking");
    let stays_hidden = |session: &mut Session| {
        assert_eq!(titles(session), ["Canteen"]);
        for words in ["Convoy", "bridge", "subject of Convoy", &document.reference] {
            assert_eq!(found(session, words), 0, "{words}");
        }
        assert_eq!(session.document(&document.id).expect_err("refused").exit(), ExitClass::Denied);
        assert_eq!(try_read(session, &document.id).expect_err("the opening is refused").exit(), ExitClass::Denied);
        assert!(session.register(&RegisterFilter::default()).expect("the officer lists the register").rows.is_empty());
        read(session, &stays.id);
    };
    stays_hidden(&mut open);
    stays_hidden(&mut house.unlock("cato"));
    // Nor is it on an index that is made again.
    stays_hidden(&mut house.unlock_without_index("cato"));
    // Nor does any key that he ever got open the file that lies there now.
    let cleo = Hostile::new(&house, "cleo");
    let keys: Vec<_> = cleo.held("class").into_iter().collect();
    assert!(!keys.is_empty());
    let mut opened = 0;
    for path in sealed(&house) {
        let object = path.file_stem().and_then(|name| name.to_str()).expect("the object has a name");
        for (class, epoch) in &keys {
            let identity =
                cleo.identity_of(&format!("class {class} epoch {epoch}")).expect("the officer holds the key");
            let file = std::fs::File::open(&path).expect("the file opens");
            opened += usize::from(SealedReader::open(&identity, object, file).is_ok());
        }
    }
    assert_eq!(opened, 1, "the canteen's");
}

#[test]
fn only_the_author_or_the_lead_decides_for_the_authority_and_a_denial_changes_nothing() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let before = (sealed(&house), house.unlock("rik").document(&document.id).expect("rik sees the document").row);
    let mut bea = house.unlock("bea");
    let denied = bea.reclassify(&document.id, &to("CONFIDENTIEL")).expect_err("bea's change of marking is refused");
    assert_eq!((denied.exit(), codes(&denied)), (ExitClass::Denied, vec!["not_originating_authority"]));
    assert_eq!(codes(&bea.reclassify(&document.id, &maintain()).expect_err("refused")), ["not_originating_authority"]);
    let log = LogFilter { action: Some("deny".to_owned()), ..LogFilter::default() };
    let denials = house.unlock("otto").log(&log).expect("otto reads the log").rows;
    assert_eq!(denials.iter().filter(|row| row.detail.get("action").is_some_and(|a| a == "reclassify")).count(), 2);
    let mut rik = house.unlock("rik");
    let bare = NewDecision { interest: None, motive: "  ".to_owned(), ..to("CONFIDENTIEL") };
    assert_eq!(
        codes(&rik.reclassify(&document.id, &bare).expect_err("refused")),
        ["interest_missing", "motive_missing"]
    );
    assert_eq!((sealed(&house), rik.document(&document.id).expect("rik sees the document").row), before);
    // The lead decides about what another filed.
    let mut ada = house.unlock("ada");
    ada.create_dossier(NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: Some(id("bea")), deputy: None })
        .expect("ada makes the dossier");
    ada.add_member(&dossier("D-2"), &id("rik"), None, "exercise").expect("ada adds rik to the dossier");
    let mut rik = house.unlock("rik");
    let led = rik
        .file_document(NewDocument { dossier: dossier("D-2"), ..own("Led", "SECRET") }, &mut quietly)
        .expect("filed");
    let mut bea = house.unlock("bea");
    assert_eq!(bea.reclassify(&led.id, &to("NON CLASSIFIÉ")).expect("marked anew").nature, Nature::Declassify);
    assert_eq!(read(&mut bea, &led.id), b"Led");
}

/// As for filing below the guide: ten characters, two thousand.
#[test]
fn a_motive_has_the_same_length_as_everywhere() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let mut rik = house.unlock("rik");
    let because = |motive: &str| NewDecision { motive: motive.to_owned(), ..to("CONFIDENTIEL") };
    for short in ["x", "nine char", " nine   char\n", "\u{200b}.\u{200b}.\u{200b}.\u{200b}.\u{200b}."] {
        let refused = rik.reclassify(&document.id, &because(short)).expect_err("rik's change of marking is refused");
        assert_eq!((refused.code(), refused.exit()), ("too_short", ExitClass::Refused), "{short:?}");
        // Who asks before it is written to its end is told that there is none yet.
        let asked = rik.examine_reclassify(&document.id, &because(short), None).expect("tried");
        assert_eq!(asked.explanation.reasons, [Reason::new("motive_missing")]);
    }
    assert_eq!(codes(&rik.reclassify(&document.id, &because(" \n")).expect_err("refused")), ["motive_missing"]);
    assert_eq!(rik.reclassify(&document.id, &because(&"é".repeat(2001))).expect_err("refused").code(), "too_long");
    assert!(rik.examine_reclassify(&document.id, &because(&"é".repeat(2001)), None).is_err());
    assert!(
        rik.examine_reclassify(&document.id, &because(&"é".repeat(2000)), None).expect("tried").explanation.permitted
    );
    rik.reclassify(&document.id, &because("ten chars!")).expect("rik changes the marking");
    let kept = NewDecision { marking: None, motive: "nine char".to_owned(), ..to("CONFIDENTIEL") };
    assert_eq!(rik.reclassify(&document.id, &kept).expect_err("refused").code(), "too_short");
}

#[test]
fn another_authority_s_document_and_foreign_information_call_for_its_consent() {
    let house = house();
    let mut ada = house.unlock("ada");
    clear(&mut ada, "rik", "NATO", "SECRET");
    let theirs = filed(&house, paper("Theirs", marked("SECRET", None), b"theirs"));
    let nato = filed(
        &house,
        NewDocument { originator: String::new(), ..paper("Alliance", marked_under("NATO", "SECRET", None, &[]), b"n") },
    );
    house.unlock("ada");
    let mut rik = house.unlock("rik");
    let denied = rik.reclassify(&theirs.id, &to("CONFIDENTIEL")).expect_err("rik's change of marking is refused");
    assert_eq!(codes(&denied), ["consent_missing", "not_originating_authority"]);
    let lower = NewDecision { marking: Some(marked_under("NATO", "RESTRICTED", None, &[])), ..to("SECRET") };
    assert_eq!(codes(&rik.reclassify(&nato.id, &lower).expect_err("refused")), ["consent_missing"]);
    let late = ConsentDraft {
        until: Some(date(2026, 11, 1)),
        from: Some(date(2026, 10, 1)),
        ..consent("NATO").expect("a consent of that authority")
    };
    let lapsed = NewDecision { consent: Some(late), ..lower.clone() };
    assert_eq!(codes(&rik.reclassify(&nato.id, &lapsed).expect_err("refused")), ["consent_expired"]);
    rik.reclassify(&nato.id, &NewDecision { consent: consent("NATO"), ..lower }).expect("rik changes the marking");
    let by_another = NewDecision { consent: consent("My uncle"), ..to("CONFIDENTIEL") };
    assert_eq!(codes(&rik.reclassify(&theirs.id, &by_another).expect_err("refused")), ["consent_of_another"]);
    let tried = rik.examine_reclassify(&theirs.id, &by_another, None).expect("tried").explanation;
    assert!(!tried.permitted && tried.reasons.iter().any(|reason| reason.code == "consent_of_another"), "{tried:?}");
    let by_consent = NewDecision { consent: consent("SGRS"), ..to("CONFIDENTIEL") };
    rik.reclassify(&theirs.id, &by_consent).expect("rik changes the marking");
    let row = rik
        .register(&RegisterFilter { document: Some(theirs.id), ..Default::default() })
        .expect("listed")
        .rows
        .remove(0);
    assert_eq!(row.consent.map(|c| (c.authority, c.reference)), Some(("SGRS".to_owned(), "L-7".to_owned())));
    house.unlock("bea");
}

/// By neither answer, whatever marking he tries.
#[test]
fn who_may_not_read_it_learns_from_a_question_what_opening_tells_and_nothing_else() {
    let house = house();
    let foreign = filed(&house, own("Convoy", "SECRET"));
    for officer in ["carl", "cleo"] {
        let mut session = house.unlock(officer);
        let opening = session.explain(ActionName::Open, &foreign.id, None, None).expect("the officer asks why");
        assert!(!opening.permitted);
        for level in ["NON CLASSIFIÉ", "RESTREINT", "CONFIDENTIEL", "SECRET", "TRÈS SECRET"] {
            let asked = session.examine_reclassify(&foreign.id, &to(level), None).expect("tried");
            // Not even what it would be called, which would tell the level.
            assert_eq!(asked, ExaminedDecision { nature: None, explanation: opening.clone() });
            let denied = session.reclassify(&foreign.id, &to(level)).expect_err("the change of marking is refused");
            assert_eq!(denied.reasons(), opening.reasons);
        }
        let kept = session.examine_reclassify(&foreign.id, &maintain(), None).expect("tried");
        assert_eq!(kept, ExaminedDecision { nature: None, explanation: opening });
        assert!(session.calendar(&CalendarFilter::default()).expect("the officer lists what is due").rows.is_empty());
    }
    // Nor a security officer who may not read it, and asks about somebody who may.
    let asked =
        house.unlock("sam").examine_reclassify(&foreign.id, &to("CONFIDENTIEL"), Some(&id("rik"))).expect("tried");
    assert_eq!(asked.nature, None);
    let mut rik = house.unlock("rik");
    for (level, nature) in [
        ("NON CLASSIFIÉ", Nature::Declassify),
        ("RESTREINT", Nature::Downgrade),
        ("SECRET", Nature::Remark),
        ("TRÈS SECRET", Nature::Upgrade),
    ] {
        assert_eq!(
            rik.examine_reclassify(&foreign.id, &to(level), None).expect("tried").nature,
            Some(nature),
            "{level}"
        );
    }
    assert_eq!(rik.examine_reclassify(&foreign.id, &maintain(), None).expect("tried").nature, Some(Nature::Maintain));
    assert!(rik.examine_reclassify(&foreign.id, &to("CONFIDENTIEL"), None).expect("tried").explanation.permitted);
    assert!(
        rik.examine_reclassify(&foreign.id, &to("CONFIDENTIEL"), Some(&id("bea"))).is_err(),
        "of others: security officers"
    );
}

#[test]
fn what_is_decided_stands_in_the_register_for_those_who_may_read_the_document_now() {
    let house = house();
    let old = NewDocument { date: date(1999, 3, 1), ..own("Plan", "SECRET") };
    let document = filed(&house, old);
    let mut rik = house.unlock("rik");
    let until = date(2030, 1, 1);
    rik.reclassify(&document.id, &NewDecision { next_review: Some(until), ..maintain() }).expect("marked anew");
    let first = rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    let second =
        rik.reclassify(&document.id, &NewDecision { interest: None, ..to("NON CLASSIFIÉ") }).expect("marked anew");
    let otto_reads = house.unlock("otto").register(&RegisterFilter::default()).expect("otto lists the register");
    assert_eq!(otto_reads.total, 0, "who may not read the document sees no row");
    // cleo could not read the document at the time of the first decision.
    for officer in ["rik", "bea", "cleo"] {
        let page = house.unlock(officer).register(&RegisterFilter::default()).expect("the officer lists the register");
        assert_eq!((page.total, page.next), (3, None), "{officer}");
        let natures: Vec<Nature> = page.rows.iter().map(|row| row.nature).collect();
        assert_eq!(natures, [Nature::Declassify, Nature::Downgrade, Nature::Maintain]);
        let levels: Vec<(Level, Level)> = page.rows.iter().map(|row| (row.initial_level, row.new_level)).collect();
        assert_eq!(levels[0], (Level::Confidential, Level::Unclassified));
        assert_eq!(levels[1], (Level::Secret, Level::Confidential));
        assert_eq!(levels[2], (Level::Secret, Level::Secret));
        let row = &page.rows[1];
        assert_eq!(
            (row.reference.as_str(), row.formerly.as_deref()),
            (second.reference.as_str(), Some(document.reference.as_str()))
        );
        assert_eq!(page.rows[0].formerly.as_deref(), Some(first.reference.as_str()));
        assert_eq!(
            (row.by.clone(), row.interest, row.motive.as_str()),
            (id("rik"), Some(Interest::K), "the harm is another now")
        );
        assert_eq!((row.finalised, row.term), (date(1999, 3, 1), Some(until).max(Some(date(2029, 3, 1)))));
        assert_eq!(page.rows[2].next_review, Some(until));
    }
    let page = rik.register(&RegisterFilter { limit: 1, ..Default::default() }).expect("rik lists the register");
    assert_eq!(page.rows[0].nature, Nature::Declassify);
    let next = RegisterFilter { limit: 5, after: page.next, ..Default::default() };
    let oldest = RegisterFilter { sort: Sort { order: Order::Ascending, ..Sort::default() }, ..Default::default() };
    let mut reversed = rik.register(&oldest).expect("rik lists the register").rows;
    reversed.reverse();
    assert_eq!(reversed, rik.register(&RegisterFilter::default()).expect("rik lists the register").rows);
    let sort = Sort { by: SortBy::Title, order: Order::Ascending };
    let first = rik.register(&RegisterFilter { sort, limit: 1, ..Default::default() }).expect("rik lists the register");
    let rest =
        rik.register(&RegisterFilter { sort, limit: 9, after: first.next, ..Default::default() }).expect("listed");
    let all = rik.register(&RegisterFilter { sort, ..Default::default() }).expect("rik lists the register").rows;
    assert_eq!([first.rows, rest.rows].concat(), all);
    let page = rik.register(&next).expect("rik lists the register");
    assert_eq!(page.rows.len(), 2);
}

#[test]
fn a_calendar_says_what_is_due_first() {
    let house = house();
    for (title, level, day) in [
        ("overdue", "CONFIDENTIEL", date(2006, 11, 21)),
        ("due", "CONFIDENTIEL", date(2007, 5, 1)),
        ("running", "SECRET", date(2006, 11, 21)),
        ("expired", "SECRET", date(1926, 11, 21)),
        ("restricted", "RESTREINT", date(1926, 11, 21)),
        ("open", "NON CLASSIFIÉ", date(1926, 11, 21)),
    ] {
        filed(&house, NewDocument { date: day, ..own(title, level) });
    }
    let given =
        NewDocument { date: date(2026, 1, 1), finalised: Some(date(2006, 12, 24)), ..own("given", "CONFIDENTIEL") };
    let given = filed(&house, given);
    let mut rik = house.unlock("rik");
    let titles = |session: &mut Session, filter: &CalendarFilter| -> Vec<(String, TermStatus)> {
        let page = session.calendar(filter).expect("the officer lists what is due");
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.into_iter().map(|row| (row.document.title, row.standing.state)).collect()
    };
    let all = titles(&mut rik, &CalendarFilter::default());
    let named: Vec<&str> = all.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(named, ["expired", "overdue", "given", "due", "running"]);
    let states: Vec<TermStatus> = all.iter().map(|(_, state)| *state).collect();
    assert_eq!(
        states,
        [TermStatus::Expired, TermStatus::Overdue, TermStatus::Due, TermStatus::Due, TermStatus::Running]
    );
    let exempt = CalendarFilter { state: [TermStatus::Exempt].into(), ..Default::default() };
    assert_eq!(titles(&mut rik, &exempt).len(), 2);
    let until = CalendarFilter { until: Some(date(2026, 12, 31)), ..Default::default() };
    assert_eq!(titles(&mut rik, &until).len(), 3);
    // Pages hang together.
    let page = rik.calendar(&CalendarFilter { limit: 2, ..Default::default() }).expect("rik lists what is due");
    assert_eq!((page.rows.len(), page.total), (2, 5));
    let rest = rik.calendar(&CalendarFilter { limit: 9, after: page.next, ..Default::default() }).expect("listed");
    assert_eq!((rest.rows.len(), rest.next), (3, None));
    // In another order, with the same pages.
    let sort = Some(Sort { by: SortBy::Title, order: Order::Descending });
    let by_title = titles(&mut rik, &CalendarFilter { sort, ..Default::default() });
    let by_title: Vec<&str> = by_title.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(by_title, ["running", "overdue", "given", "expired", "due"]);
    // cleo sees what cleo may open.
    assert_eq!(titles(&mut house.unlock("cleo"), &CalendarFilter::default()).len(), 3);

    // After a hundred years nothing is maintained.
    let expired =
        rik.calendar(&CalendarFilter { limit: 1, ..Default::default() }).expect("listed").rows.remove(0).document.id;
    assert_eq!(codes(&rik.reclassify(&expired, &maintain()).expect_err("refused")), ["hundred_years"]);
    let examined = rik.examine_reclassify(&expired, &maintain(), None).expect("rik tries the change of marking");
    assert!(!examined.explanation.permitted);
    assert!(examined.explanation.reasons.iter().any(|reason| reason.code == "hundred_years"));

    // Maintained, it is looked at again ten years from now at most.
    let decision = |review| NewDecision { next_review: Some(review), ..maintain() };
    for review in [date(2036, 11, 23), date(2026, 11, 22), date(2020, 1, 1)] {
        assert_eq!(
            rik.reclassify(&given.id, &decision(review)).expect_err("refused").code(),
            "implausible_date",
            "{review}"
        );
    }
    rik.reclassify(&given.id, &decision(date(2031, 5, 4))).expect("rik changes the marking");
    for session in [&mut rik, &mut house.unlock("bea")] {
        let view = session.document(&given.id).expect("the officer sees the document");
        assert_eq!((view.finalised, view.standing.lapses), (date(2006, 12, 24), Some(date(2031, 5, 4))));
        assert_eq!(view.standing.state, TermStatus::Running);
    }
    // Moved to a level whose term was over already, it is due at once.
    let late = filed(&house, NewDocument { date: date(2000, 1, 1), ..own("late", "SECRET") });
    rik.reclassify(&late.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    assert_eq!(rik.document(&late.id).expect("rik sees the document").standing.state, TermStatus::Due);
    let restricted = rik
        .list(&DocumentFilter { query: Some("restricted".to_owned()), ..DocumentFilter::default() })
        .expect("rik lists the documents")
        .rows
        .remove(0);
    assert_eq!(codes(&rik.reclassify(&restricted.id, &maintain()).expect_err("refused")), ["nothing_to_maintain"]);
}

#[test]
fn a_marking_that_it_has_already_is_no_decision_and_one_that_is_not_valid_is_refused() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let mut rik = house.unlock("rik");
    assert_eq!(rik.reclassify(&document.id, &to("SECRET")).expect_err("refused").code(), "state");
    let rubbish = NewDecision { marking: Some(Marking::Xml(b"<x/>".to_vec())), ..to("SECRET") };
    assert_eq!(rik.reclassify(&document.id, &rubbish).expect_err("refused").exit(), ExitClass::Refused);
    let unknown = DocumentId::parse(&seal::random_id()).expect("of the form of an id");
    assert_eq!(rik.reclassify(&unknown, &to("SECRET")).expect_err("refused").code(), "not_found");
    // Other categories at the same level.
    let other = NewDecision { marking: Some(marked("SECRET", Some(&["BEL", "FRA"]))), ..to("SECRET") };
    assert_eq!(rik.reclassify(&document.id, &other).expect("rik changes the marking").nature, Nature::Remark);
    // What only informs is in no class: the document is sealed again, and keeps its number.
    let orcon = marked_with("SECRET", Some(&["BEL", "FRA"]), &[(label::HANDLING, label::ORCON)]);
    let before = rik.document(&document.id).expect("rik sees the document");
    let done =
        rik.reclassify(&document.id, &NewDecision { marking: Some(orcon), ..to("SECRET") }).expect("marked anew");
    assert_eq!((done.nature, done.reference, done.class), (Nature::Remark, before.row.reference, before.class));
    assert_eq!(read(&mut rik, &document.id), b"Convoy");
    read(&mut house.unlock("bea"), &document.id);
    assert_eq!(sealed(&house).len(), 1);
}

#[test]
fn one_may_raise_what_one_reads_above_what_one_may_read() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let mut rik = house.unlock("rik");
    let done = rik.reclassify(&document.id, &to("TRÈS SECRET")).expect("rik changes the marking");
    assert!(done.reference.contains("/D-"), "a deposit number tells nothing: {}", done.reference);
    assert!(titles(&mut rik).is_empty());
    assert_eq!(try_read(&mut rik, &document.id).expect_err("rik's opening is refused").exit(), ExitClass::Denied);
    let mut ada = house.unlock("ada");
    grant(&mut ada, "rosa", "BEL", "TRÈS SECRET", &[]).expect("ada grants the clearance");
    brief(&mut ada, "rosa", "BEL", "TRÈS SECRET");
    drop(ada);
    assert!(house.out_of_custody("rosa"), "nobody else holds it");
    let mut rosa = house.unlock("rosa");
    assert_eq!(read(&mut rosa, &document.id), b"Convoy");
    let actions: Vec<String> =
        rosa.document(&document.id).expect("seen").history.into_iter().map(|h| h.action).collect();
    assert_eq!(actions, ["file", "upgrade", "open"], "who holds both classes knows what was before");
}

#[test]
fn an_officer_who_loses_the_old_class_keeps_of_a_document_what_the_new_one_knows() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    read(&mut house.unlock("bea"), &document.id);
    house.unlock("rik").reclassify(&document.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    let actions = |session: &mut Session| -> Vec<String> {
        session.document(&document.id).expect("seen").history.into_iter().map(|h| h.action).collect()
    };
    let mut bea = house.unlock("bea");
    assert_eq!(actions(&mut bea), ["file", "open", "downgrade"]);
    let mut ada = house.unlock("ada");
    ada.withdraw_clearance(&id("bea"), "BEL", "another post").expect("ada withdraws bea's clearance");
    grant(&mut ada, "bea", "BEL", "CONFIDENTIEL", &[]).expect("ada grants the clearance");
    assert_eq!(actions(&mut bea), ["downgrade"]);
    assert_eq!(read(&mut bea, &document.id), b"Convoy");
}

#[test]
fn recipients_of_a_document_are_named_and_it_is_noted_who_was_told() {
    let house = house();
    let partner = super::releases::partner(&house, "DGSE", "FRA", Level::Secret);
    let other = super::releases::partner(&house, "AIVD", "NLD", Level::Secret);
    let shared = NewDocument { marking: marked("SECRET", Some(&["BEL", "FRA"])), ..own("Shared", "SECRET") };
    let document = filed(&house, shared);
    let release = house
        .unlock("rik")
        .request_release(&partner, std::slice::from_ref(&document.id), "exchange", &[])
        .expect("rik asks for the release")
        .release;
    let mut rosa = house.unlock("rosa");
    rosa.approve_release(&release).expect("rosa approves the release");
    let warrant = rosa.release_permit(&release).expect("rosa is given the permit");
    rosa.release_written(warrant, "package.age", &[7; 32]).expect("rosa records the package");
    let waiting = house
        .unlock("bea")
        .request_release(&partner, std::slice::from_ref(&document.id), "again", &[])
        .expect("bea asks for the release")
        .release;

    let mut rik = house.unlock("rik");
    let done = rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    assert_eq!(done.notify.iter().map(|r| (&r.partner, &r.release)).collect::<Vec<_>>(), [(&partner, &release)]);
    let row = |session: &mut Session| session.register(&RegisterFilter::default()).expect("listed").rows.remove(0);
    assert!(row(&mut rik).notified.is_empty());
    let elsewhere = rik.notified(&document.id, &other).expect_err("rik's record of the notice is refused");
    assert_eq!((elsewhere.code(), elsewhere.params()[1].1.as_str()), ("not_a_recipient", "DGSE"));
    let nobody = PartnerId::parse("NOBODY").expect("of the form of an id");
    assert_eq!(rik.notified(&document.id, &nobody).expect_err("refused").code(), "not_found");
    assert_eq!(house.unlock("carl").notified(&document.id, &partner).expect_err("refused").exit(), ExitClass::Denied);
    rik.notified(&document.id, &partner).expect("rik records that the partner was told");
    for officer in ["rik", "cleo"] {
        let row = row(&mut house.unlock(officer));
        assert_eq!(row.notify[0].name, "Service DGSE");
        assert_eq!(row.notified[0].partner, partner);
    }
    // Releases go on pointing at it: what waits must be asked for again, and every other reason against is told as well.
    assert_eq!(rosa.releases(&Default::default()).expect("rosa lists the releases").rows.len(), 2);
    assert_eq!(codes(&rosa.approve_release(&waiting).expect_err("refused")), ["marking_changed", "partner_excluded"]);
}

#[test]
fn whatever_fails_on_the_way_leaves_the_document_whole() {
    for step in [Step::Writing, Step::Sealed, Step::Placed, Step::Recorded, Step::Replaced] {
        let house = house();
        let document = filed(&house, own("Convoy", "SECRET"));
        let vault =
            house.open().danger_with_faults(move |at| if at == step { Err(io::Error::other("gone")) } else { Ok(()) });
        let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
        let failed = rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect_err("rik's change of marking is refused");
        assert_eq!(failed.code(), "io", "{step:?}");
        drop(rik);
        is_whole(&house, &document.id, matches!(step, Step::Recorded | Step::Replaced), &format!("{step:?}"));
    }
}

/// Read by those who may read it where it is now, by nobody else; and one file lies there.
pub fn is_whole(house: &House, document: &DocumentId, moved: bool, when: &str) {
    house.open().verify().expect("the log is whole");
    for officer in ["bea", "rik"] {
        assert!(try_read(&mut house.unlock(officer), document).is_ok(), "{when}: {officer}");
    }
    assert_eq!(try_read(&mut house.unlock("cleo"), document).is_ok(), moved, "{when}");
    assert_eq!(objects(&house.dir).len(), 1, "{when}: {:?}", objects(&house.dir));
}

#[test]
fn an_object_that_was_exchanged_is_not_sealed_again() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let other = filed(&house, own("Convoi", "SECRET"));
    let path = |id: &DocumentId| house.path(&format!("objects/{}/{id}.age", &id.as_str()[..2]));
    std::fs::copy(path(&other.id), path(&document.id)).expect("the file is copied");
    let mut rik = house.unlock("rik");
    let altered = rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect_err("rik's change of marking is refused");
    assert_eq!((altered.code(), altered.exit()), ("object_altered", ExitClass::Integrity));
    assert_eq!(rik.document(&document.id).expect("rik sees the document").row.banner.level, Level::Secret);
    assert_eq!(sealed(&house).len(), 2);
}

#[test]
fn two_sessions_that_decide_at_once_move_it_once() {
    let house = house();
    let document = filed(&house, own("Convoy", "SECRET"));
    let (dir, clock, moved) = (house.dir.clone(), house.clock.clone(), document.id.clone());
    let once = std::sync::atomic::AtomicBool::new(false);
    let vault = house.open().danger_with_faults(move |at| {
        if at == Step::Placed && !once.swap(true, std::sync::atomic::Ordering::SeqCst) {
            let vault = Vault::open(&dir, clock.told()).expect("the vault opens");
            let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
            rik.reclassify(&moved, &to("RESTREINT")).expect("rik changes the marking");
        }
        Ok(())
    });
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    assert_eq!(rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect_err("refused").code(), "state");
    assert_eq!(rik.document(&document.id).expect("rik sees the document").row.banner.level, Level::Restricted);
    drop((rik, vault));
    is_whole(&house, &document.id, true, "after both");
}

#[test]
fn a_marking_that_takes_a_document_from_the_officer_who_decides_is_warned_of_before_and_after() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed = rik.file_document(own("Convoy", "SECRET"), &mut quietly).expect("rik files it");
    let codes = |warnings: &[Reason]| warnings.iter().map(|warning| warning.code.clone()).collect::<Vec<_>>();
    let seen = rik.document(&filed.id).expect("rik sees it").marking;
    for (nations, told) in [(&["BEL", "NLD"][..], &[][..]), (&["NLD"], &["filer_excluded"])] {
        let values = nations.iter().map(|nation| (*nation).to_owned()).collect();
        let categories = vec![CategoryDraft { tag: "Releasable To".to_owned(), values }];
        let draft = MarkingDraft { categories, ..seen.clone() };
        let preview = rik.preview_decision(&filed.id, Some(&draft), &to_those_of(nations)).expect("it is tried");
        assert_eq!(codes(&preview.warnings), told);
    }
    let done = rik.reclassify(&filed.id, &to_those_of(&["BEL", "NLD"])).expect("rik changes the marking");
    assert_eq!(codes(&done.warnings), [""; 0]);
    let done = rik.reclassify(&filed.id, &to_those_of(&["NLD"])).expect("rik changes the marking");
    assert_eq!(codes(&done.warnings), ["filer_excluded"]);
    assert_eq!(done.warnings[0].params["nation"], "BEL");
}
