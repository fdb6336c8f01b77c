//! What two do with a document that they open, other than reading and changing it: they make another from it, write it into a
//! package, put it into another dossier, say what it is to others. Neither does it alone, with a program of his own neither.

use std::io::Read as _;

use registry::keys::{Together, Witness};
use seal::Identity;
use serde_json::{Value, json};
use testkit::date;
use vault::*;

use super::dual::{BYTES, DUAL, digest_of, house_of, lines, together, with_document};
use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::leaving::leaves;

const SHARED: &[&str] = &["BEL", "FRA"];

/// Of this service, marked so that two open it, and for France.
fn shared(title: &str, categories: &[(&str, &str)]) -> NewDocument {
    NewDocument { originator: String::new(), ..paper(title, marked_with("SECRET", Some(SHARED), categories), BYTES) }
}

fn derived(sources: &[&DocumentId], marking: Marking) -> NewDocument {
    let sources = sources.iter().map(|id| (*id).clone()).collect();
    NewDocument { sources, originator: String::new(), ..paper("Extract", marking, b"an extract") }
}

fn file_with(session: &mut Session, second: &str, new: NewDocument) -> Result<FilingResult, Error> {
    let second = session.second(&id(second), &phrase())?;
    let (sources, purpose) = (new.sources.clone(), new.title.clone());
    session.with_sources(&sources, &purpose, Some(&second), |session| session.file_document(new, &mut quietly))
}

fn acts(session: &mut Session, document: &DocumentId) -> Vec<String> {
    let history = session.document(document).expect("the document is listed").history;
    history.into_iter().map(|row| row.action).collect()
}

fn is_whole(house: &House) {
    assert!(lines(&mut house.unlock("sam"), "does-not-fit").is_empty());
    let checkup = house.open().doctor(Some(&mut house.unlock("ada")));
    assert!(checkup.findings.iter().all(|found| found.gravity != Gravity::Integrity), "{checkup:?}");
}

#[test]
fn two_make_another_document_from_what_two_open_and_neither_does_alone() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let mut rik = house.unlock("rik");
    let high = || marked_with("SECRET", None, DUAL);
    let alone = rik.file_document(derived(&[&filed.id], high()), &mut quietly).expect_err("alone");
    assert_eq!(codes(&alone), ["opens_by_two"]);
    assert_eq!(
        codes(&file_with(&mut rik, "carl", derived(&[&filed.id], high())).expect_err("carl"))[0],
        "second_may_not"
    );
    assert_eq!(codes(&file_with(&mut rik, "bea", derived(&[&plain.id], high())).expect_err("one")), ["opens_by_one"]);
    assert!(lines(&mut house.unlock("sam"), "open-together").is_empty(), "nothing was opened for what is refused");
    // What lists show of it gives the marking to begin with.
    let start = rik.derive_start(std::slice::from_ref(&filed.id)).expect("its marking is listed");
    assert!(start.by_two && start.also_of.is_empty() && start.banner.text.contains("DUAL"), "{start:?}");
    assert_eq!(start.from[0].title, "");

    // SGRS, whose document it is, is none of this vault's authorities: what is made from it answers to SGRS.
    let made = file_with(&mut rik, "bea", derived(&[&filed.id, &plain.id], high())).expect("the two file it");
    assert_eq!(together(&mut rik, "bea", &made.id).expect("it is for two as well"), b"an extract");
    let bea = rik.second(&id("bea"), &phrase()).expect("bea is here");
    let look = |about: &DocumentView| Ok::<_, Error>(about.sources.len());
    let read = rik.read_document(&made.id, None, "to see it", Some(&bea), look).expect("the two open it");
    assert_eq!((read.about.row.title.as_str(), read.looked), ("Extract", 2));
    drop(bea);
    for mut session in [rik, house.unlock("bea")] {
        assert!(acts(&mut session, &filed.id).contains(&"derive".to_owned()));
        let found = DocumentFilter { query: Some("Extract".to_owned()), ..DocumentFilter::default() };
        assert_eq!(session.list(&found).expect("listed").total, 0);
    }
    let mut sam = house.unlock("sam");
    assert_eq!(lines(&mut sam, "change-together").len(), 1);
    assert_eq!(lines(&mut sam, "derive").len(), 1);
    is_whole(&house);
}

#[test]
fn what_two_make_from_a_source_keeps_what_its_sheet_asks_for() {
    let house = house_of(&["rik", "bea"]);
    let both = [("Handling", "DUAL"), ("Handling", "ORCON")];
    let source = house.unlock("rik").file_document(shared("Tandem", &both), &mut quietly).expect("rik files it");
    let mut rik = house.unlock("rik");
    // ORCON is on the sheet alone: who begins with what lists show, is told so when the two file it.
    let start = rik.derive_start(std::slice::from_ref(&source.id)).expect("its marking is listed");
    assert!(!start.orcon);
    let without = derived(&[&source.id], marked_with("SECRET", Some(SHARED), DUAL));
    let denied =
        file_with(&mut rik, "bea", NewDocument { motive: Some("it says less than the whole".to_owned()), ..without });
    assert_eq!(codes(&denied.expect_err("its originator wants to be asked")), ["sources_consent"]);
    file_with(&mut rik, "bea", derived(&[&source.id], marked_with("SECRET", Some(SHARED), &both))).expect("as marked");
    // In one opening the marking begins with what the sheet says.
    let bea = rik.second(&id("bea"), &phrase()).expect("bea is here");
    let sources = [source.id.clone()];
    let start = rik.with_sources(&sources, "to see it", Some(&bea), |session| session.derive_start(&sources));
    let start = start.expect("the two have it open");
    assert!(start.orcon && !start.by_two, "{start:?}");
    assert!(rik.derive_start(&sources).expect("listed").by_two, "it is forgotten afterwards");
}

/// A partner who may be given what is marked for two.
fn partner_for_two(house: &House) -> PartnerId {
    let partner = PartnerId::parse("DGSE").expect("of the form of an id");
    let mut ada = house.unlock("ada");
    let view = ada.add_partner(NewPartner {
        id: partner.clone(),
        name: "Service DGSE".to_owned(),
        nation: "FRA".to_owned(),
        communities: ["EU".to_owned(), "NATO".to_owned()].into(),
        contact: "liaison".to_owned(),
        recipient: Identity::generate().recipient().to_string(),
        signing_key: None,
        ceiling: label::Level::Secret,
        categories: [("Handling".to_owned(), ["DUAL".to_owned()].into())].into(),
        agreement: Some("A-2020-1".to_owned()),
        until: Some(date(2030, 1, 1)),
    });
    let print = view.expect("ada enters the partner").fingerprint;
    house.unlock("sam").confirm_partner(&partner, &print, None).expect("sam confirms the partner");
    partner
}

/// `Tandem` for two and `Plain` for one, both for France, and a release of both that bea asked for and rosa approved.
pub(super) fn approved() -> (House, [FilingResult; 2], ReleaseId) {
    let house = house_of(&["rik", "bea", "rosa"]);
    let partner = partner_for_two(&house);
    let mut rik = house.unlock("rik");
    let two = rik.file_document(shared("Tandem", DUAL), &mut quietly).expect("rik files it");
    let one = rik.file_document(shared("Plain", &[]), &mut quietly).expect("rik files it");
    drop(rik);
    let documents = [two.id.clone(), one.id.clone()];
    let mut bea = house.unlock("bea");
    let told = bea.explain(ActionName::Release, &two.id, None, Some(&partner)).expect("it is told");
    assert!(told.permitted && told.satisfied.iter().any(|one| one.code == "written_by_two"), "{told:?}");
    let answers = bea.decide_release(&partner, &documents, &[]).expect("decided");
    assert!(answers.iter().all(|answer| answer.permitted), "{answers:?}");
    let asked = bea.request_release(&partner, &documents, "exchange", &[]).expect("asked for");
    assert!(asked.warnings.iter().any(|warning| warning.code == "release_by_two"), "{asked:?}");
    drop(bea);
    house.unlock("rosa").approve_release(&asked.release).expect("rosa approves it");
    (house, [two, one], asked.release)
}

#[test]
fn a_package_with_what_two_open_is_asked_for_and_approved_as_always_and_written_by_two() {
    let (house, [two, one], release) = approved();
    let mut rosa = house.unlock("rosa");
    let view = rosa.release(&release).expect("rosa sees it");
    assert!(view.by_two && view.status == ReleaseStatus::Approved, "{view:?}");
    assert_eq!(view.documents.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["", "Plain"]);
    assert_eq!(rosa.waiting().expect("counted").packages_to_write, 1);
    assert_eq!(codes(&rosa.release_permit(&release).expect_err("alone")), ["opens_by_two"]);
    let carl = rosa.second(&id("carl"), &phrase()).expect("carl is here");
    let denied = rosa.with_release(&release, Some(&carl), |rosa| rosa.release_permit(&release).map(drop));
    assert_eq!(codes(&denied.expect_err("carl may not open it"))[0], "second_may_not");
    let bea = rosa.second(&id("bea"), &phrase()).expect("bea is here");
    rosa.with_release(&release, Some(&bea), |rosa| {
        assert_eq!(rosa.release(&release)?.documents[0].title, "Tandem");
        let warrant = rosa.release_permit(&release)?;
        assert_eq!(warrant.purpose(), "exchange");
        for document in [&two, &one] {
            assert_eq!(leaves(&warrant, &document.id), BYTES);
        }
        assert_eq!(warrant.documents()[0].title, "Tandem");
        rosa.release_stands(&warrant)?;
        rosa.release_written(warrant, "package.age", &[7; 32])
    })
    .expect("the two write it");
    // What they had open is forgotten.
    assert_eq!(codes(&rosa.release_permit(&release).expect_err("alone")), ["opens_by_two"]);
    let acts = acts(&mut house.unlock_without_index("bea"), &two.id);
    let released: Vec<&str> = acts.iter().map(String::as_str).filter(|act| act.ends_with("-release")).collect();
    assert_eq!(released, ["request-release", "approve-release", "write-release"], "{acts:?}");
    let mut sam = house.unlock("sam");
    assert_eq!(lines(&mut sam, "change-together")[0].detail["second"], "bea");
    assert!(format!("{:?}", lines(&mut sam, "open-together")).contains("rosa"));
    is_whole(&house);
}

#[test]
fn what_a_package_is_for_is_shown_to_the_two_before_they_write_it_and_to_neither_alone() {
    let (house, [two, _], _) = approved();
    let partner = PartnerId::parse("DGSE").expect("of the form of an id");
    let asked = house.unlock("bea").request_release(&partner, std::slice::from_ref(&two.id), "for the drill", &[]);
    let release = asked.expect("asked for").release;
    let mut rosa = house.unlock("rosa");
    rosa.approve_release(&release).expect("rosa approves it");
    let alone = |rosa: &mut Session| rosa.release(&release).expect("rosa sees it").purpose;
    assert_eq!(alone(&mut rosa), None, "it stands on a sheet that two open");
    let bea = rosa.second(&id("bea"), &phrase()).expect("bea is here");
    let view = rosa.with_release(&release, Some(&bea), |rosa| rosa.release(&release)).expect("the two see it");
    assert_eq!((view.purpose.as_deref(), view.status), (Some("for the drill"), ReleaseStatus::Approved));
    assert_eq!(view.documents[0].title, "Tandem");
    assert_eq!(alone(&mut rosa), None, "what they saw is forgotten");
}

#[test]
fn a_package_is_not_written_once_the_second_may_not_open_it_any_more() {
    let (house, _, release) = approved();
    let mut rosa = house.unlock("rosa");
    let bea = rosa.second(&id("bea"), &phrase()).expect("bea is here");
    let stands = rosa.with_release(&release, Some(&bea), |rosa| {
        let warrant = rosa.release_permit(&release)?;
        house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends it");
        rosa.release_stands(&warrant)
    });
    assert_eq!(codes(&stands.expect_err("bea may not open it"))[0], "second_may_not");
}

/// The consent that a sheet asks for is asked for where it is read.
#[test]
fn a_package_with_what_two_open_lacks_a_consent_that_shows_when_they_write_it() {
    let house = house_of(&["rik", "bea", "rosa"]);
    let partner = partner_for_two(&house);
    let both = [("Handling", "DUAL"), ("Handling", "ORCON")];
    let two = house.unlock("rik").file_document(shared("Tandem", &both), &mut quietly).expect("rik files it");
    let documents = [two.id.clone()];
    let asked = house.unlock("bea").request_release(&partner, &documents, "exchange", &[]).expect("asked for").release;
    let mut rosa = house.unlock("rosa");
    rosa.approve_release(&asked).expect("rosa approves it");
    let bea = rosa.second(&id("bea"), &phrase()).expect("bea is here");
    let denied = rosa.with_release(&asked, Some(&bea), |rosa| rosa.release_permit(&asked).map(drop));
    assert_eq!(codes(&denied.expect_err("its originator was not asked")), ["consent_missing"]);
    assert_eq!(rosa.release(&asked).expect("rosa sees it").status, ReleaseStatus::Approved);
}

/// That bea is the second of an entry by rik, or somebody in her name: these facts, signed with what stands in the parts.
fn signed(
    (rik, signs): (&Hostile, &Hostile),
    document: &DocumentId,
    author: &str,
    mut facts: Vec<Value>,
    parts: Vec<(String, Vec<u8>)>,
) -> Forgery {
    let with = Witness::to_sign(&id("bea"));
    facts.insert(0, json!({ "event": "changed-together", "document": document, "with": with }));
    let digest = digest_of(&facts, &parts);
    let (author, what) = (id(author), Together::Change(document));
    let place = (rik.ledger.vault(), &author, rik.position.size());
    facts[0]["with"] = json!(Witness::sign(&id("bea"), &signs.signer, place, what, &digest));
    Forgery { parts, ..Forgery::all(facts) }
}

#[test]
fn a_package_that_one_writes_in_the_name_of_two() {
    let (house, [two, one], release) = approved();
    let bea = Hostile::new(&house, "bea");
    let written = || json!({ "event": "release-written", "release": release });
    let as_signed = house.copy();
    let mut rosa = Hostile::new(&as_signed, "rosa");
    let forgery = signed((&rosa, &bea), &two.id, "rosa", vec![written()], Vec::new());
    rosa.append(forgery);
    drop(as_signed.unlock("bea"));
    for (case, rule) in [
        ("alone", "one_for_two"),
        ("signed by herself", "second_not_proven"),
        ("of another document", "not_for_two"),
        ("another thing", "second_not_proven"),
    ] {
        let found = caught(&house.copy(), "rosa", |rosa| {
            let signs = if case == "signed by herself" { &*rosa } else { &bea };
            let document = if case == "of another document" { &one.id } else { &two.id };
            let mut forgery = signed((rosa, signs), document, "rosa", vec![written()], Vec::new());
            match case {
                "alone" => drop(forgery.events.remove(0)),
                "another thing" => forgery.events.push(json!({ "event": "passphrase-changed", "officer": "rosa" })),
                _ => {}
            }
            forgery
        });
        assert_eq!(found, rule, "{case}");
    }
}

#[test]
fn a_document_that_one_makes_from_what_two_open_in_the_name_of_two() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let bea = Hostile::new(&house, "bea");
    let made = || json!({ "event": "filed", "document": seal::random_id(), "class": plain.class, "epoch": 1 });
    let line = json!({ "sheet": "derived", "document": filed.id });
    let parts = |rik: &Hostile| {
        let other = json!({ "sheet": "moved", "document": plain.id });
        vec![rik.sealed_sheet(plain.class.as_str(), 1, &other), rik.sealed_sheet(filed.class.as_str(), 1, &line)]
    };
    let as_signed = house.copy();
    let mut rik = Hostile::new(&as_signed, "rik");
    let forgery = signed((&rik, &bea), &filed.id, "rik", vec![made()], parts(&rik));
    rik.append(forgery);
    drop(as_signed.unlock("bea"));
    for (case, rule) in [
        ("alone", "sheet_without_right"),
        ("signed by himself", "second_not_proven"),
        ("another document", "second_not_proven"),
        ("another sheet", "second_not_proven"),
    ] {
        let found = caught(&house.copy(), "rik", |rik| {
            let signs = if case == "signed by himself" { &*rik } else { &bea };
            let mut forgery = signed((rik, signs), &filed.id, "rik", vec![made()], parts(rik));
            match case {
                "alone" => drop(forgery.events.remove(0)),
                "another document" => forgery.events[1] = made(),
                "another sheet" => forgery.parts = parts(rik),
                _ => {}
            }
            forgery
        });
        assert_eq!(found, rule, "{case}");
    }
}

/// A second dossier, of rik and these.
fn second_dossier(house: &House, members: &[&str]) {
    let mut ada = house.unlock("ada");
    let two = NewDossier { id: dossier("D-2"), title: "Exercise two".to_owned(), lead: None, deputy: None };
    ada.create_dossier(two).expect("ada makes the dossier");
    for officer in members {
        ada.add_member(&dossier("D-2"), &id(officer), None, "exercise").expect("ada adds the officer");
    }
}

fn moves() -> Correction {
    let why = "it belongs to the other matter".to_owned();
    Correction { dossier: Some(dossier("D-2")), why, ..Correction::default() }
}

fn moved_by(session: &mut Session, second: &str, document: &DocumentId) -> Result<CorrectionResult, Error> {
    let second = session.second(&id(second), &phrase())?;
    session.correct_with(document, &moves(), Some(&second))
}

#[test]
fn two_put_what_two_open_into_another_dossier_and_those_left_behind_do_not_open_it() {
    let house = house_of(&["rik", "bea", "rosa"]);
    second_dossier(&house, &["rik", "rosa"]);
    let mut rik = house.unlock("rik");
    let filed = rik.file_document(shared("Tandem", DUAL), &mut quietly).expect("rik files it");
    assert_eq!(codes(&rik.correct(&filed.id, &moves()).expect_err("alone")), ["opens_by_two"]);
    assert_eq!(codes(&moved_by(&mut rik, "carl", &filed.id).expect_err("carl may not open it"))[0], "second_may_not");
    let mut rosa = house.unlock("rosa");
    assert_eq!(codes(&moved_by(&mut rosa, "rik", &filed.id).expect_err("not hers")), ["not_originating_authority"]);
    drop(rosa);
    let second = rik.second(&id("bea"), &phrase()).expect("bea is here");
    let again =
        NewVersion { source: Source::Bytes(b"with annex B".to_vec()), file_name: None, why: "annex B".to_owned() };
    let done = rik.file_version_with(&filed.id, &again, Some(&second), &mut |_| Flow::Continue);
    assert_eq!(done.expect("the two file it").version, 2);
    drop(second);

    let done = moved_by(&mut rik, "bea", &filed.id).expect("the two move it");
    assert_ne!(done.reference, filed.reference);
    let own = Hostile::new(&house, "rik");
    assert!(own.held("class").iter().all(|(class, _)| class != filed.class.as_str()), "nobody holds its key");
    drop(rik);
    let sessions: [&dyn Fn() -> Session; 3] =
        [&|| house.unlock("rik"), &|| house.unlock("rosa"), &|| house.unlock_without_index("rik")];
    for mut session in sessions.into_iter().map(|unlocked| unlocked()) {
        let view = session.document(&filed.id).expect("it is listed");
        assert_eq!((view.row.title.as_str(), view.row.sealed, view.row.dossier.as_str()), ("", true, "D-2"));
        let other = if session.me().id == id("rik") { "rosa" } else { "rik" };
        assert_eq!(together(&mut session, other, &filed.id).expect("the two open it"), b"with annex B");
        let second = session.second(&id(other), &phrase()).expect("the second is here");
        let mut first = Vec::new();
        let mut opened = session.open_document_with(&filed.id, Some(1), "x", Some(&second)).expect("its first version");
        opened.read_to_end(&mut first).expect("it is read");
        assert_eq!(first, BYTES);
        assert!(acts(&mut session, &filed.id).contains(&"refile".to_owned()));
    }
    let sessions: [&dyn Fn() -> Session; 2] = [&|| house.unlock("bea"), &|| house.unlock_without_index("bea")];
    for mut bea in sessions.into_iter().map(|unlocked| unlocked()) {
        assert!(bea.document(&filed.id).is_err(), "bea is on the list of the first alone");
        // She was the second: her log says what the two did.
        assert!(!lines(&mut bea, "change-together").is_empty());
    }
    assert!(together(&mut house.unlock("rik"), "bea", &filed.id).is_err());
    is_whole(&house);
}

#[test]
fn that_what_two_open_left_the_dossier_stands_in_the_log_of_an_officer_who_was_not_the_second() {
    let house = house_of(&["rik", "bea", "rosa"]);
    second_dossier(&house, &["rik", "bea"]);
    let mut rik = house.unlock("rik");
    let filed = rik.file_document(shared("Tandem", DUAL), &mut quietly).expect("rik files it");
    assert!(house.unlock("rosa").document(&filed.id).is_ok(), "rosa may open it with another");
    let done = moved_by(&mut rik, "bea", &filed.id).expect("the two move it");
    drop(rik);
    let sessions: [&dyn Fn() -> Session; 2] = [&|| house.unlock("rosa"), &|| house.unlock_without_index("rosa")];
    for mut rosa in sessions.into_iter().map(|unlocked| unlocked()) {
        assert!(rosa.document(&filed.id).is_err(), "rosa is on the list of the first alone");
        let rows = lines(&mut rosa, "leave-dossier");
        let [row] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!((&row.officer, row.subject.as_str()), (&id("rik"), filed.id.as_str()));
        assert_eq!(row.detail["reference"], filed.reference);
        assert!(!row.detail.contains_key("why"), "it stands on a sheet that two open: {:?}", row.detail);
        assert!(lines(&mut rosa, "refile").is_empty(), "where it went is not hers to know");
        let said = format!("{:?}", rosa.log(&LogFilter::default()).expect("the log is read").rows);
        assert!(!said.contains(&done.reference) && !said.contains("D-2"), "{said}");
    }
    // Nor is it told to those who could not have opened it.
    assert!(lines(&mut house.unlock("carl"), "leave-dossier").is_empty());
}

#[test]
fn what_two_open_is_put_where_two_may_open_it_and_nowhere_else() {
    let (house, filed) = with_document();
    second_dossier(&house, &["rik"]);
    let denied = moved_by(&mut house.unlock("rik"), "bea", &filed.id).expect_err("rik would be alone there");
    assert_eq!(codes(&denied), ["no_pair"]);
    assert!(lines(&mut house.unlock("sam"), "refile").is_empty());
    assert_eq!(together(&mut house.unlock("bea"), "rik", &filed.id).expect("it is where it was"), BYTES);
}

#[test]
fn a_move_that_one_makes_in_the_name_of_two() {
    let house = house_of(&["rik", "bea", "rosa"]);
    second_dossier(&house, &["rik", "bea"]);
    let mut rik = house.unlock("rik");
    let filed = rik.file_document(shared("Tandem", DUAL), &mut quietly).expect("rik files it");
    let there = NewDocument { dossier: dossier("D-2"), ..shared("Other", DUAL) };
    let there = rik.file_document(there, &mut quietly).expect("rik files it").class;
    drop(rik);
    let bea = Hostile::new(&house, "bea");
    let object = || json!(seal::ObjectKey::generate_from(&seal::SystemRandomness).object());
    let moved = |object: Value| json!({ "event": "refiled", "earlier": [], "document": filed.id, "class": there, "epoch": 1, "object": object });
    let parts = |rik: &Hostile| {
        let left = json!({ "sheet": "left", "document": filed.id, "why": "x" });
        [&filed.class, &there].map(|class| rik.sealed_sheet(class.as_str(), 1, &left)).to_vec()
    };
    let as_signed = house.copy();
    let mut rik = Hostile::new(&as_signed, "rik");
    let forgery = signed((&rik, &bea), &filed.id, "rik", vec![moved(object())], parts(&rik));
    rik.append(forgery);
    drop(as_signed.unlock("bea"));
    for (case, rule) in
        [("alone", "one_for_two"), ("signed by himself", "second_not_proven"), ("another object", "second_not_proven")]
    {
        let found = caught(&house.copy(), "rik", |rik| {
            let signs = if case == "signed by himself" { &*rik } else { &bea };
            let mut forgery = signed((rik, signs), &filed.id, "rik", vec![moved(object())], parts(rik));
            match case {
                "alone" => drop(forgery.events.remove(0)),
                "another object" => forgery.events[1] = moved(object()),
                _ => {}
            }
            forgery
        });
        assert_eq!(found, rule, "{case}");
    }
}

#[test]
fn two_say_what_a_document_for_two_is_to_another_and_take_it_away_again() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let mut rik = house.unlock("rik");
    let answers = (RelationKind::Answers, &plain.id);
    let alone = rik.relate(&filed.id, answers, Relating::Enter, "it answers it").expect_err("alone");
    assert_eq!(codes(&alone), ["opens_by_two"]);
    let bea = rik.second(&id("bea"), &phrase()).expect("bea is here");
    let one = rik.relate_with(&plain.id, (RelationKind::Answers, &filed.id), Relating::Enter, "it does", Some(&bea));
    assert_eq!(codes(&one.expect_err("it takes one")), ["opens_by_one"]);
    let done =
        rik.relate_with(&filed.id, answers, Relating::Enter, "it answers it", Some(&bea)).expect("the two say it");
    assert_eq!(
        (done.changes[0].field.as_str(), done.changes[0].now.as_str()),
        ("relation-answers", plain.reference.as_str())
    );
    let look = |about: &DocumentView| Ok::<_, Error>(about.relations.len());
    assert_eq!(rik.read_document(&filed.id, None, "to see it", Some(&bea), look).expect("the two open it").looked, 1);
    // It stands on a sheet that two open: alone one sees it from neither side.
    for document in [&filed.id, &plain.id] {
        assert!(rik.document(document).expect("it is listed").relations.is_empty());
    }
    let gone =
        rik.relate_with(&filed.id, answers, Relating::Remove, "a slip", Some(&bea)).expect("the two take it away");
    assert_eq!(gone.changes[0].was, plain.reference);
    let again = rik.relate_with(&filed.id, answers, Relating::Remove, "a slip", Some(&bea)).expect_err("it is gone");
    assert!(matches!(&again, Error::State { status, .. } if status == "unchanged"), "{again:?}");
    let mut sam = house.unlock("sam");
    assert_eq!(lines(&mut sam, "correct").len(), 2);
    assert_eq!(lines(&mut sam, "correct")[0].detail["fields"], "relations");
    is_whole(&house);
}

#[test]
fn a_relation_of_what_two_open_that_one_enters_in_the_name_of_two() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let bea = Hostile::new(&house, "bea");
    let corrected = || json!({ "event": "corrected", "document": filed.id });
    let sheet = |rik: &Hostile, is: &str| {
        let relations = json!([{ "is": is, "to": plain.id }]);
        let now =
            json!({ "title": "Tandem", "subject": "", "originator": "", "date": "2026-11-20", "relations": relations });
        let sheet = json!({ "sheet": "corrected", "document": filed.id, "now": now, "why": "forged" });
        vec![rik.sealed_sheet(filed.class.as_str(), 1, &sheet)]
    };
    let as_signed = house.copy();
    let mut rik = Hostile::new(&as_signed, "rik");
    let forgery = signed((&rik, &bea), &filed.id, "rik", vec![corrected()], sheet(&rik, "answers"));
    rik.append(forgery);
    let mut read = as_signed.unlock("rik");
    let second = read.second(&id("bea"), &phrase()).expect("bea is here");
    let look = |about: &DocumentView| Ok::<_, Error>(about.relations.len());
    assert_eq!(read.read_document(&filed.id, None, "to see it", Some(&second), look).expect("they open it").looked, 1);
    drop((second, read));
    for (case, rule) in [
        ("alone", "one_for_two"),
        ("signed by himself", "second_not_proven"),
        ("another relation", "second_not_proven"),
        ("on a sheet without a correction", "sheet_without_right"),
    ] {
        let found = caught(&house.copy(), "rik", |rik| {
            let signs = if case == "signed by himself" { &*rik } else { &bea };
            let mut forgery = signed((rik, signs), &filed.id, "rik", vec![corrected()], sheet(rik, "answers"));
            match case {
                "alone" => drop(forgery.events.remove(0)),
                "another relation" => forgery.parts = sheet(rik, "cancels"),
                "on a sheet without a correction" => {
                    forgery.events = vec![json!({ "event": "passphrase-changed", "officer": "rik" })];
                }
                _ => {}
            }
            forgery
        });
        assert_eq!(found, rule, "{case}");
    }
}
