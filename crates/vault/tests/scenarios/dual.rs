//! Opening by two: what two officers open together, neither opens alone, nor with a program of his own.

use std::io::Read as _;

use ledger::Position;
use registry::keys::{PairDealing, Together, Witness};
use registry::parts::decode;
use seal::{Identity, SealedReader, Share, Sharing, open_bytes};
use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::releases::partner;

const DUAL: &[(&str, &str)] = &[("Handling", "DUAL")];
const BYTES: &[u8] = b"the bytes of Tandem";

/// A house in which these are cleared for what two open.
fn house_of(officers: &[&str]) -> House {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for officer in officers {
        grant(&mut ada, officer, "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    }
    house
}

fn tandem(session: &mut Session) -> FilingResult {
    file(session, "Tandem", marked_with("SECRET", None, DUAL))
}

/// A house with one document that rik filed and that he and bea open together.
fn with_document() -> (House, FilingResult) {
    let house = house_of(&["rik", "bea"]);
    let filed = tandem(&mut house.unlock("rik"));
    (house, filed)
}

fn together(session: &mut Session, second: &str, document: &DocumentId) -> Result<Vec<u8>, Error> {
    let second = session.second(&id(second), &phrase())?;
    let mut opened = session.open_document_with(document, None, "what two must know", Some(&second))?;
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).expect("the document is read to its end");
    Ok(bytes)
}

fn lines(session: &mut Session, action: &str) -> Vec<LogRow> {
    let filter = LogFilter { action: Some(action.to_owned()), limit: 100, ..LogFilter::default() };
    session.log(&filter).expect("the officer reads the log").rows
}

#[test]
fn two_open_together_and_both_stand_in_the_log_and_on_the_sheet() {
    let (house, filed) = with_document();
    for (first, second) in [("bea", "rik"), ("rik", "bea")] {
        assert_eq!(
            together(&mut house.unlock(first), second, &filed.id).expect("opened"),
            BYTES,
            "{first} with {second}"
        );
    }
    let told = lines(&mut house.unlock("sam"), "open-together");
    assert_eq!(told.len(), 2);
    let mut said: Vec<(String, String)> =
        told.iter().map(|row| (row.officer.to_string(), row.detail["second"].clone())).collect();
    said.sort();
    assert_eq!(said, [("bea".to_owned(), "rik".to_owned()), ("rik".to_owned(), "bea".to_owned())]);
    assert!(told.iter().all(|row| row.detail["purpose"] == "what two must know"));
    assert!(lines(&mut house.unlock("sam"), "does-not-fit").is_empty());
    let history = house.unlock("bea").document(&filed.id).expect("bea sees the document").history;
    let history: Vec<(&str, &str)> = history.iter().map(|row| (row.officer.as_str(), row.action.as_str())).collect();
    let expected = [
        ("rik", "file"),
        ("rik", "open-second"),
        ("bea", "open-together"),
        ("bea", "open-second"),
        ("rik", "open-together"),
    ];
    assert_eq!(history, expected);
}

#[test]
fn what_is_read_on_a_screen_has_its_title_and_says_who_opened_it() {
    let (house, filed) = with_document();
    let mut bea = house.unlock("bea");
    let rik = bea.second(&id("rik"), &phrase()).expect("bea finds rik beside the first");
    let read =
        bea.read_document(&filed.id, None, "to see it", Some(&rik), |about| Ok::<_, Error>(about.media_type.clone()));
    let read = read.expect("the two open it");
    assert_eq!((read.about.row.title.as_str(), read.about.row.sealed), ("Tandem", false));
    assert_eq!((read.about.subject.as_str(), read.about.size), ("subject of Tandem", BYTES.len() as u64));
    assert_eq!(read.with, Some(id("rik")));
    bea.still_permitted(&filed.id, read.marked_by, read.with.as_ref()).expect("bea may still read it");
    house.unlock("sam").suspend_clearance(&id("rik"), "BEL", "inquiry").expect("sam suspends rik's clearance");
    assert!(bea.still_permitted(&filed.id, read.marked_by, read.with.as_ref()).is_err(), "either's right ends it");
}

#[test]
fn either_alone_gets_nothing_and_that_is_recorded() {
    let (house, filed) = with_document();
    let mut bea = house.unlock("bea");
    assert_eq!(codes(&bea.open_document(&filed.id, "alone").expect_err("refused")), ["second_officer_needed"]);
    let look = |_: &DocumentView| Ok::<_, Error>(());
    assert_eq!(
        codes(&bea.read_document(&filed.id, None, "alone", None, look).map(drop).expect_err("the opening is refused")),
        ["second_officer_needed"]
    );
    assert_eq!(codes(&bea.second(&id("bea"), &phrase()).expect_err("bea's second is refused")), ["second_is_first"]);
    assert_eq!(lines(&mut bea, "deny").len(), 2);
    assert!(lines(&mut bea, "open-together").is_empty());
}

/// What was dealt before is passed on to the other; what comes later is dealt to each.
#[test]
fn at_each_workstation_of_theirs_two_open() {
    let (house, filed) = with_document();
    let other = Passphrase::new("four words of another workstation".to_owned());
    let request = house.request("rik", "BEL", &other);
    house.unlock("rik").add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
    let later = tandem(&mut house.unlock("bea"));
    let mut bea = house.unlock("bea");
    let with_rik = |bea: &mut Session, passphrase: &Passphrase, document: &DocumentId| -> Result<Vec<u8>, Error> {
        let rik = bea.second(&id("rik"), passphrase)?;
        let mut bytes = Vec::new();
        bea.open_document_with(document, None, "what two must know", Some(&rik))?
            .read_to_end(&mut bytes)
            .expect("read");
        Ok(bytes)
    };
    let mut rik = house.open().unlock(&id("rik"), &other).expect("he unlocks");
    for document in [&filed.id, &later.id] {
        assert_eq!(with_rik(&mut bea, &other, document).expect("as the second"), BYTES);
        assert_eq!(with_rik(&mut bea, &phrase(), document).expect("as the second at the first"), BYTES);
        assert_eq!(together(&mut rik, "bea", document).expect("as the first"), BYTES);
    }
    // Without the one that it was dealt to.
    let first = rik.identities(&id("rik")).expect("they are listed")[0].key.clone();
    rik.revoke_identity(&first, "stolen").expect("it is revoked");
    for document in [&filed.id, &later.id] {
        assert_eq!(together(&mut rik, "bea", document).expect("by the other"), BYTES);
        assert_eq!(with_rik(&mut bea, &other, document).expect("as the second"), BYTES);
    }
    assert_eq!(bea.second(&id("rik"), &phrase()).expect_err("it counts no more").code(), "identity_replaced");
    assert!(lines(&mut house.unlock("sam"), "does-not-fit").is_empty());
}

#[test]
fn a_key_for_two_that_is_not_dealt_to_each_identity() {
    let (house, filed) = with_document();
    let other = Passphrase::new("four words of another workstation".to_owned());
    let request = house.request("bea", "BEL", &other);
    house.unlock("bea").add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
    let own = Identity::generate();
    let bea = Hostile::new(&house, "bea");
    let forged = caught(&house, "rik", |rik| {
        let members = [&bea, &*rik].map(|hostile| vec![(hostile.signer.key_id(), hostile.identity.recipient())]);
        let dealing = PairDealing::deal((&filed.class, 2), &own, members, rik.ledger.vault(), &seal::SystemRandomness);
        let part = sealed(&serde_json::to_value(dealing.expect("the pairs are dealt")).expect("it is plain data"));
        renewal(rik, &filed, &own, Some(part))
    });
    assert_eq!(forged, "pairs_sealed_wrongly");
}

#[test]
fn a_second_who_may_not_open_it_denies_it() {
    let (house, filed) = with_document();
    let mut bea = house.unlock("bea");
    let denied = together(&mut bea, "carl", &filed.id).expect_err("bea's opening by two is refused");
    assert_eq!(codes(&denied).first(), Some(&"second_may_not"), "{denied:?}");
    assert!(codes(&denied).len() > 1, "and says why not");
    let told = lines(&mut bea, "deny");
    assert_eq!(told[0].detail["second"], "carl");
}

#[test]
fn a_wrong_passphrase_counts_against_the_second() {
    let (house, filed) = with_document();
    let mut bea = house.unlock("bea");
    let wrong = || Passphrase::new("not his at all".to_owned());
    for failures in 1..=3 {
        match bea.second(&id("rik"), &wrong()).expect_err("bea's second is refused") {
            Error::WrongPassphrase { failures: counted, .. } => assert_eq!(counted, failures),
            other => panic!("{other:?}"),
        }
    }
    assert!(matches!(bea.second(&id("rik"), &phrase()), Err(Error::Wait { .. })), "nor does the right one help now");
    assert!(matches!(house.try_unlock("rik"), Err(Error::Wait { .. })));
    house.clock.seconds(10);
    assert_eq!(together(&mut bea, "rik", &filed.id).expect("bea opens it together with rik"), BYTES);
}

#[test]
fn a_second_is_refused_for_what_one_opens() {
    let house = house_of(&["rik", "bea"]);
    let filed = file(&mut house.unlock("rik"), "Single", marked("SECRET", None));
    let denied = together(&mut house.unlock("bea"), "rik", &filed.id).expect_err("bea's opening by two is refused");
    assert_eq!(codes(&denied), ["opens_by_one"]);
}

#[test]
fn lists_show_reference_and_marking_and_no_search_finds_what_is_sealed() {
    let (house, filed) = with_document();
    together(&mut house.unlock("bea"), "rik", &filed.id).expect("bea opens it together with rik");
    for officer in ["rik", "bea"] {
        let mut session = house.unlock_without_index(officer);
        let page = session.list(&DocumentFilter::default()).expect("the officer lists the documents");
        let [row] = page.rows.as_slice() else { panic!("{page:?}") };
        assert!(row.sealed && row.title.is_empty() && row.originator.is_empty(), "{row:?}");
        assert_eq!((row.id.clone(), row.reference.clone()), (filed.id.clone(), filed.reference.clone()));
        assert!(row.banner.text.contains("DUAL"), "{}", row.banner.text);
        let found = |session: &mut Session, word: &str| {
            session
                .list(&DocumentFilter { query: Some(word.to_owned()), ..DocumentFilter::default() })
                .expect("listed")
                .total
        };
        for word in ["Tandem", "subject", "SGRS"] {
            assert_eq!(found(&mut session, word), 0, "{word}");
        }
        assert_eq!(found(&mut session, &filed.reference), 1);
        let view = session.document(&filed.id).expect("the officer sees the document");
        assert!(view.subject.is_empty() && view.file_name.is_empty() && view.explanation.permitted);
        assert_eq!(view.history.len(), 3, "read from the log alone: {:?}", view.history);
        assert!(view.require_sheet().is_err());
        assert_eq!(session.calendar(&CalendarFilter::default()).expect("listed").total, 0, "its term is on its sheet");
    }
    for officer in ["carl", "rosa", "sam"] {
        let mut session = house.unlock(officer);
        assert_eq!(session.list(&DocumentFilter::default()).expect("listed").total, 0, "{officer}");
    }
}

#[test]
fn that_it_takes_a_second_is_said_and_where_there_is_none_it_is_not_permitted() {
    let (house, filed) = with_document();
    let asks = |session: &mut Session| {
        let asked = session.explain(ActionName::Open, &filed.id, None, None).expect("answered");
        let shown = session.document(&filed.id).expect("the document is shown").explanation;
        assert_eq!(asked.permitted, shown.permitted);
        asked
    };
    let told = asks(&mut house.unlock("bea"));
    assert!(told.permitted && told.satisfied.iter().any(|reason| reason.code == "second_officer"), "{told:?}");
    house.unlock("sam").suspend_clearance(&id("rik"), "BEL", "inquiry").expect("sam suspends rik's clearance");
    let mut bea = house.unlock("bea");
    let told = asks(&mut bea);
    let codes: Vec<&str> = told.reasons.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!((told.permitted, codes), (false, vec!["no_second_officer"]));
    let about = house.unlock("sam").explain(ActionName::Open, &filed.id, Some(&id("bea")), None).expect("answered");
    assert!(!about.permitted);
}

#[test]
fn it_cannot_be_released_nor_compared_and_that_is_said() {
    let (house, filed) = with_document();
    let to = partner(&house, "DGSE", "FRA", Level::Secret);
    let mut rik = house.unlock("rik");
    let asked = rik.request_release(&to, std::slice::from_ref(&filed.id), "exchange", &[]);
    assert!(codes(&asked.map(drop).expect_err("refused")).contains(&"two_not_released"));
    let told = rik.not_compared(&dossier("D-1")).expect("answered").expect("there is one");
    assert_eq!((told.code.as_str(), told.params["n"].as_str()), ("not_compared", "1"));
}

#[test]
fn nothing_else_is_done_with_it_alone() {
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let mut rik = house.unlock("rik");
    let derive = NewDocument { sources: vec![filed.id.clone()], ..paper("Extract", marked("SECRET", None), b"x") };
    assert_eq!(codes(&rik.file_document(derive, &mut quietly).expect_err("rik's filing is refused")), ["opens_by_two"]);
    assert_eq!(codes(&rik.derive_start(std::slice::from_ref(&filed.id)).expect_err("refused")), ["opens_by_two"]);
    let decision = |marking| NewDecision {
        marking,
        interest: None,
        motive: "it is not what it was when it was written".to_owned(),
        next_review: None,
        consent: None,
    };
    for (document, marking) in [
        (&filed.id, Some(marked("SECRET", None))),
        (&filed.id, None),
        (&plain.id, Some(marked_with("SECRET", None, DUAL))),
    ] {
        let denied = rik.reclassify(document, &decision(marking)).expect_err("rik's change of marking is refused");
        assert_eq!(codes(&denied), ["opens_by_two"], "{denied:?}");
    }
}

#[test]
fn what_two_open_is_withdrawn_by_who_filed_it_and_a_security_officer_and_nobody_reads_it_for_that() {
    let (house, filed) = with_document();
    house.approve(Level::Secret);
    let asked = house.unlock("rik").withdraw_document(&filed.id, "of another service").expect("asked");
    house.unlock("sam").give_assent(&asked.request().expect("it takes two")).expect("sam says yes");
    let denied = together(&mut house.unlock("bea"), "rik", &filed.id).expect_err("it is withdrawn");
    assert_eq!(codes(&denied), ["document_withdrawn"]);
    assert_eq!(lines(&mut house.unlock("sam"), "open-together").len(), 0);
}

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
            let (index, author) = (rik.position.size() + u64::from(case == "another place"), id("rik"));
            let place = (rik.ledger.vault(), &author, index);
            let document = if case == "of another document" { &other } else { &filed.id };
            let what = if case == "for an opening" { Together::Open(document) } else { Together::Change(document) };
            let signer = if case == "by himself" { &rik.signer } else { &bea.signer };
            let with = Witness::sign(&id("bea"), signer, place, what);
            let changed = json!({ "event": "changed-together", "document": document, "with": with });
            let object = seal::ObjectKey::generate_from(&seal::SystemRandomness).object();
            let moved = json!({ "event": "reclassified", "earlier": [], "document": filed.id, "class": plain.class,
                                "epoch": 1, "object": object, "consented": false });
            match case {
                "alone" => Forgery::of(moved),
                "of another document" => Forgery::all(vec![moved, changed]),
                _ => Forgery::all(vec![changed, moved]),
            }
        });
        assert_eq!(found, rule, "{case}");
    }
}

#[test]
fn it_is_not_filed_where_no_two_could_open_it() {
    let house = house_of(&["rik"]);
    let denied = try_file(&mut house.unlock("rik"), "Tandem", marked_with("SECRET", None, DUAL))
        .expect_err("rik's filing is refused");
    assert_eq!(codes(&denied), ["no_pair"]);
    assert!(lines(&mut house.unlock("sam"), "make-class").is_empty(), "what is denied leaves nothing but the denial");
}

#[test]
fn who_files_upwards_opens_nothing_and_two_who_may_do() {
    let house = house_of(&["rik", "bea"]);
    let mut carl = house.unlock("carl");
    let filed = tandem(&mut carl);
    assert!(filed.warnings.iter().any(|warning| warning.code == "opens_by_two"));
    assert!(carl.open_document(&filed.id, "mine").is_err());
    assert_eq!(together(&mut house.unlock("bea"), "rik", &filed.id).expect("bea opens it together with rik"), BYTES);
}

#[test]
fn what_another_files_is_sealed_to_a_key_that_the_one_before_did_not_make() {
    let (house, first) = with_document();
    let mut bea = house.unlock("bea");
    let second = tandem(&mut bea);
    assert_eq!(first.class, second.class);
    assert_eq!(epochs(&mut house.unlock("sam"), &first.class), 2);
    for document in [&first.id, &second.id] {
        assert_eq!(together(&mut bea, "rik", document).expect("bea opens it together with rik"), BYTES);
    }
    tandem(&mut bea);
    assert_eq!(epochs(&mut house.unlock("sam"), &first.class), 2, "her own serves her again");
}

#[test]
fn somebody_who_may_open_it_later_opens_what_is_filed_later() {
    let (house, before) = with_document();
    grant(&mut house.unlock("ada"), "rosa", "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    let after = tandem(&mut house.unlock("rik"));
    let mut rosa = house.unlock("rosa");
    assert_eq!(together(&mut rosa, "bea", &after.id).expect("rosa opens it together with bea"), BYTES);
    assert_eq!(codes(&together(&mut rosa, "bea", &before.id).expect_err("refused")), ["no_share_of_pair"]);
    assert_eq!(codes_of(&rosa.document(&before.id).expect("rosa sees the document").explanation), ["no_share_of_pair"]);
    // Two who have shares deal them to all who may open, when they open next.
    assert_eq!(together(&mut house.unlock("rik"), "bea", &before.id).expect("rik opens it together with bea"), BYTES);
    let mut rosa = house.unlock("rosa");
    assert_eq!(together(&mut rosa, "bea", &before.id).expect("rosa opens it together with bea"), BYTES);
    let told = lines(&mut house.unlock("sam"), "deal-key");
    assert!(told.iter().any(|row| row.detail.get("second").is_some_and(|with| with == "bea")), "{told:?}");
    assert!(lines(&mut house.unlock("sam"), "does-not-fit").is_empty());
}

fn codes_of(explanation: &Explanation) -> Vec<&str> {
    explanation.reasons.iter().map(|reason| reason.code.as_str()).collect()
}

#[test]
fn who_may_no_longer_open_it_gets_no_share_of_what_comes_after() {
    let house = house_of(&["rik", "bea", "rosa"]);
    let filed = tandem(&mut house.unlock("rik"));
    house.unlock("sam").withdraw_clearance(&id("rosa"), "BEL", "inquiry").expect("sam withdraws rosa's clearance");
    let mut rik = house.unlock("rik");
    assert_eq!(epochs(&mut house.unlock("sam"), &filed.class), 2, "at the next unlock of one who may");
    let after = tandem(&mut rik);
    assert!(together(&mut house.unlock("bea"), "rosa", &after.id).is_err());
    assert_eq!(together(&mut rik, "bea", &after.id).expect("rik opens it together with bea"), BYTES);
}

/// All that an officer can open with: his identity, and whatever was ever delivered to him.
fn keys_of(hostile: &Hostile) -> Vec<Identity> {
    let mut keys: Vec<Identity> = hostile.keys.iter().filter_map(|(_, line)| Identity::parse(line).ok()).collect();
    keys.push(Identity::parse(hostile.identity.expose_secret_line().expose_secret()).expect("it is an identity"));
    keys
}

/// What was dealt to pairs, as everybody reads it in the log.
fn dealings(hostile: &Hostile) -> Vec<PairDealing> {
    let (entries, _) = hostile.ledger.read(&Position::start(), 1000).expect("the log is read");
    let parts = entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience.starts_with("pairs/"));
    parts.flat_map(|part| decode(&part.sealed).expect("it is Base64")).collect()
}

fn object_opens(house: &House, document: &DocumentId, with: &Identity) -> Option<Vec<u8>> {
    let [path] = <[_; 1]>::try_from(objects(&house.dir)).expect("there is one");
    let sealed = std::fs::File::open(path).expect("the file opens");
    let mut reader = SealedReader::open(with, document.as_str(), sealed).ok()?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[test]
fn one_with_a_program_of_his_own_and_the_whole_folder_opens_nothing() {
    let (house, filed) = with_document();
    together(&mut house.unlock("bea"), "rik", &filed.id).expect("bea opens it together with rik");
    // The custodian of this exercise is ada alone: by herself she is the quorum. Nobody else reaches it.
    for officer in ["rik", "bea", "sam", "carl", "rosa", "otto"] {
        let hostile = Hostile::new(&house, officer);
        let mut keys = keys_of(&hostile);
        // What his own share makes of it, as if one share were enough.
        for dealing in dealings(&hostile) {
            let Ok(share) = dealing.share_for(hostile.signer.key_id(), &hostile.identity) else { continue };
            assert!(Sharing::new(2, 2).expect("no more than there are").join([&share]).is_err());
            assert!(
                Sharing::new(2, 2).expect("no more than there are").join([&share, &share]).is_err(),
                "one share twice is one share"
            );
            let alone =
                Sharing::new(1, 2).expect("no more than there are").join([&share]).expect("one share is enough");
            let wrapped = serde_json::to_value(&dealing).expect("it is plain data")["wrapped"]
                .as_str()
                .expect("a text")
                .to_owned();
            let wrapped: Vec<u8> = registry::custody::Encoded::try_from(wrapped).expect("of the length of a share").0;
            let place = format!("{} pairs/{} epoch {}", hostile.ledger.vault(), dealing.class, dealing.epoch);
            let opened = seal::open_part(&alone, place.as_bytes(), &wrapped);
            keys.extend(opened.ok().and_then(|plain| Identity::parse(plain.into_text()?.expose_secret()).ok()));
        }
        let (entries, _) = hostile.ledger.read(&Position::start(), 1000).expect("the log is read");
        let parts = entries.iter().flat_map(|entry| entry.parts());
        let class: Vec<&[u8]> =
            parts.filter(|part| part.audience.starts_with("class/")).map(|part| part.sealed.as_slice()).collect();
        assert_eq!(class.len(), 2);
        for key in &keys {
            assert_eq!(object_opens(&house, &filed.id, key), None, "{officer}");
            assert!(class.iter().all(|sealed| open_bytes(&[key], &sealed[1..]).is_err()), "{officer} reads a sheet");
        }
        assert!(!hostile.keys.iter().any(|(name, _)| name.contains(filed.class.as_str())), "{officer} was given it");
    }
}

#[test]
fn two_with_programs_of_their_own_open_it() {
    let (house, filed) = with_document();
    let (rik, bea) = (Hostile::new(&house, "rik"), Hostile::new(&house, "bea"));
    let made = rik.event("class-made");
    let recipient = made["recipient"].as_str().expect("`recipient` is text").parse().expect("it is a recipient");
    let [dealing] = <[_; 1]>::try_from(dealings(&rik)).expect("there is one");
    let share = |of: &Hostile| -> Share {
        dealing.share_for(of.signer.key_id(), &of.identity).expect("there is a share for each")
    };
    let key = dealing.open([&share(&rik), &share(&bea)], rik.ledger.vault(), &recipient).expect("two shares open it");
    assert_eq!(object_opens(&house, &filed.id, &key).expect("the key opens the object"), BYTES);
}

/// Opened by an officer with another, who signs that for this place in the log.
fn opened(
    hostile: &Hostile,
    with: &Hostile,
    (author, second): (&str, &str),
    index: u64,
    document: &DocumentId,
) -> Value {
    let place = (hostile.ledger.vault(), &id(author), index);
    let witness = Witness::sign(&id(second), &with.signer, place, Together::Open(document));
    json!({ "event": "opened-together", "document": document, "with": witness })
}

fn opening(hostile: &Hostile, filed: &FilingResult, event: Value) -> Forgery {
    let sheet = json!({ "sheet": "opened", "document": filed.id, "purpose": "x" });
    let (tag, sealed) = hostile.sealed_sheet(filed.class.as_str(), 1, &sheet);
    Forgery::of(event).part(tag, sealed)
}

#[test]
fn an_opening_that_two_have_signed_is_not_forged() {
    let (house, filed) = with_document();
    let (mut rik, bea) = (Hostile::new(&house, "rik"), Hostile::new(&house, "bea"));
    let event = opened(&rik, &bea, ("rik", "bea"), rik.position.size(), &filed.id);
    let opening = opening(&rik, &filed, event);
    rik.append(opening);
    drop(house.unlock("bea"));
}

#[test]
fn an_opening_that_one_alone_records() {
    let (house, filed) = with_document();
    let by_one = |hostile: &mut Hostile| {
        let event = opened(hostile, hostile, ("rik", "rik"), hostile.position.size(), &filed.id);
        opening(hostile, &filed, event)
    };
    assert_eq!(caught(&house, "rik", by_one), "one_for_two");
    // That bea was there, rik says with his own signature.
    let (house, filed) = with_document();
    let for_bea = |hostile: &mut Hostile| {
        let event = opened(hostile, hostile, ("rik", "bea"), hostile.position.size(), &filed.id);
        opening(hostile, &filed, event)
    };
    assert_eq!(caught(&house, "rik", for_bea), "second_not_proven");
    // Or only on the sheet.
    let (house, filed) = with_document();
    let sheet = json!({ "sheet": "opened", "document": filed.id, "purpose": "x" });
    let on_the_sheet = |hostile: &mut Hostile| {
        let (tag, sealed) = hostile.sealed_sheet(filed.class.as_str(), 1, &sheet);
        Forgery::all(Vec::new()).part(tag, sealed)
    };
    assert_eq!(caught(&house, "rik", on_the_sheet), "sheet_without_right");
}

#[test]
fn a_signature_of_the_second_that_was_given_for_something_else() {
    for case in ["place", "author", "document"] {
        let (house, filed) = with_document();
        let bea = Hostile::new(&house, "bea");
        let found = caught(&house, "rik", |rik| {
            let (index, other) =
                (rik.position.size(), DocumentId::parse(&seal::random_id()).expect("of the form of an id"));
            let mut event = match case {
                "place" => opened(rik, &bea, ("rik", "bea"), index + 1, &filed.id),
                "author" => opened(rik, &bea, ("rosa", "bea"), index, &filed.id),
                _ => opened(rik, &bea, ("rik", "bea"), index, &other),
            };
            event["document"] = json!(filed.id);
            opening(rik, &filed, event)
        });
        assert_eq!(found, "second_not_proven", "{case}");
    }
}

#[test]
fn an_opening_by_two_without_a_line_on_the_sheet() {
    let (house, filed) = with_document();
    let bea = Hostile::new(&house, "bea");
    let hidden = |rik: &mut Hostile| Forgery::of(opened(rik, &bea, ("rik", "bea"), rik.position.size(), &filed.id));
    assert_eq!(caught(&house, "rik", hidden), "opened_without_sheet");
}

#[test]
fn an_opening_by_two_of_whom_one_has_no_share() {
    let (house, filed) = with_document();
    grant(&mut house.unlock("ada"), "rosa", "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    let rosa = Hostile::new(&house, "rosa");
    let with_rosa = |rik: &mut Hostile| {
        let event = opened(rik, &rosa, ("rik", "rosa"), rik.position.size(), &filed.id);
        opening(rik, &filed, event)
    };
    assert_eq!(caught(&house, "rik", with_rosa), "no_share");
}

#[test]
fn a_document_for_two_that_one_replaces_or_decides_about() {
    let (house, filed) = with_document();
    let object = seal::ObjectKey::generate_from(&seal::SystemRandomness).object();
    let resealed = json!({ "event": "resealed", "earlier": [], "document": filed.id, "epoch": 1, "object": object });
    assert_eq!(caught(&house, "rik", |_| Forgery::of(resealed)), "one_for_two");
    let (house, filed) = with_document();
    let maintained = json!({ "event": "maintained", "document": filed.id, "consented": false });
    assert_eq!(caught(&house, "rik", |_| Forgery::of(maintained)), "one_for_two");
    let (house, filed) = with_document();
    let plain = file(&mut house.unlock("rik"), "Plain", marked("SECRET", None));
    let object = seal::ObjectKey::generate_from(&seal::SystemRandomness).object();
    for (document, class) in [(&filed.id, &plain.class), (&plain.id, &filed.class)] {
        let house = house.copy();
        let moved = json!({ "event": "reclassified", "earlier": [], "document": document, "class": class, "epoch": 1,
                            "object": object, "consented": false });
        assert_eq!(caught(&house, "rik", |_| Forgery::of(moved)), "one_for_two", "{document} to {class}");
    }
    assert_eq!(
        codes(
            &house
                .unlock("rik")
                .rekey(&RekeyScope::Class(filed.class.clone()), &mut |_, _| Flow::Continue)
                .expect_err("refused")
        ),
        ["opens_by_two"]
    );
}

#[test]
fn a_key_for_two_that_is_delivered_to_one() {
    let (house, filed) = with_document();
    let delivered = json!({ "event": "delivered", "key": { "kind": "class", "id": filed.class.as_str() },
                            "epochs": [1], "officers": ["rik"] });
    let own = Identity::generate();
    let text = format!("# class {} epoch 1\n{}\n", filed.class, own.expose_secret_line().expose_secret());
    let to_himself = |rik: &mut Hostile| {
        let part = seal::seal_bytes(&[rik.identity.recipient()], text.as_bytes()).expect("it is sealed");
        Forgery::of(delivered.clone()).part(format!("officer/{}", rik.signer.key_id()), part)
    };
    assert_eq!(caught(&house, "rik", to_himself), "one_for_two");
}

/// A new epoch of a key for two, whose maker deals it; `dealt`: what stands in the part.
fn renewal(rik: &Hostile, filed: &FilingResult, own: &Identity, dealt: Option<Vec<u8>>) -> Forgery {
    let class = filed.class.as_str();
    let rekeyed = json!({ "event": "rekeyed", "key": { "kind": "class", "id": class }, "epoch": 2,
                          "recipient": own.recipient().to_string() });
    let deal = json!({ "event": "dealt", "class": class, "epoch": 2, "officers": ["bea", "rik"], "with": null });
    let (tag, deposit) = rik.deposit(class, 2, own);
    match dealt {
        Some(dealt) => Forgery::all(vec![rekeyed, deal]).part(tag, deposit).part(format!("pairs/{class}"), dealt),
        None => Forgery::of(rekeyed).part(tag, deposit),
    }
}

fn sealed(dealing: &Value) -> Vec<u8> {
    registry::parts::encode(std::slice::from_ref(dealing))
}

#[test]
fn shares_that_are_not_those_of_two_officers_each_once() {
    let own = Identity::generate();
    for case in ["sound", "one officer twice", "another epoch", "another class", "to strangers", "one too few", "none"]
    {
        let (house, filed) = with_document();
        let (bea, rosa) = (Hostile::new(&house, "bea"), Hostile::new(&house, "rosa"));
        let forge = |rik: &mut Hostile| {
            let of = |hostile: &Hostile| (hostile.signer.key_id(), hostile.identity.recipient().clone());
            let (bea, rik_, rosa) = (of(&bea), of(rik), of(&rosa));
            let members = match case {
                "one officer twice" => vec![&rik_, &rik_],
                "to strangers" => vec![&bea, &rosa],
                _ => vec![&bea, &rik_],
            };
            let members = members.into_iter().map(|(key, recipient)| vec![(*key, recipient)]);
            let epoch = if case == "another epoch" { 1 } else { 2 };
            let class =
                if case == "another class" { seal::random_id().parse().expect("an id") } else { filed.class.clone() };
            let dealing =
                PairDealing::deal((&class, epoch), &own, members, rik.ledger.vault(), &seal::SystemRandomness)
                    .expect("the pairs are dealt");
            let mut dealing = serde_json::to_value(dealing).expect("it is plain data");
            if case == "one too few" {
                dealing["shares"].as_array_mut().expect("the shares are a list").pop();
            }
            renewal(rik, &filed, &own, (case != "none").then(|| sealed(&dealing)))
        };
        if case == "sound" {
            let mut rik = Hostile::new(&house, "rik");
            let forgery = forge(&mut rik);
            rik.append(forgery);
            drop(house.unlock("bea"));
            continue;
        }
        let rule = if case == "none" { "not_dealt" } else { "pairs_sealed_wrongly" };
        assert_eq!(caught(&house, "rik", forge), rule, "{case}");
    }
}

#[test]
fn a_key_for_two_that_one_deals_anew() {
    let (house, filed) = with_document();
    let own = Identity::generate();
    let (bea, class) = (Hostile::new(&house, "bea"), filed.class.as_str());
    let anew = |rik: &mut Hostile| {
        let members = [&bea, &*rik].map(|hostile| vec![(hostile.signer.key_id(), hostile.identity.recipient())]);
        let dealing = PairDealing::deal((&filed.class, 1), &own, members, rik.ledger.vault(), &seal::SystemRandomness);
        let deal = json!({ "event": "dealt", "class": class, "epoch": 1, "officers": ["bea", "rik"], "with": null });
        let part = sealed(&serde_json::to_value(dealing.expect("the pairs are dealt")).expect("it is plain data"));
        Forgery::of(deal).part(format!("pairs/{class}"), part)
    };
    assert_eq!(caught(&house, "rik", anew), "delivered_without_holding");
}

#[test]
fn a_key_for_two_that_is_dealt_anew_by_one_in_the_name_of_two() {
    let (house, filed) = with_document();
    let (bea, class) = (Hostile::new(&house, "bea"), filed.class.clone());
    for (case, rule) in
        [("by himself", "second_not_proven"), ("for an opening", "second_not_proven"), ("to one", "one_for_two")]
    {
        let house = house.copy();
        let anew = |rik: &mut Hostile| {
            let members = [&bea, &*rik].map(|hostile| vec![(hostile.signer.key_id(), hostile.identity.recipient())]);
            let own = Identity::generate();
            let dealing = PairDealing::deal((&class, 1), &own, members, rik.ledger.vault(), &seal::SystemRandomness);
            let author = id("rik");
            let place = (rik.ledger.vault(), &author, rik.position.size());
            let what = if case == "for an opening" { Together::Open(&filed.id) } else { Together::Deal(&class, 1) };
            let signer = if case == "by himself" { &rik.signer } else { &bea.signer };
            let with = Witness::sign(&id("bea"), signer, place, what);
            let officers = if case == "to one" { vec!["rik"] } else { vec!["bea", "rik"] };
            let deal = json!({ "event": "dealt", "class": class, "epoch": 1, "officers": officers, "with": with });
            let part = sealed(&serde_json::to_value(dealing.expect("the pairs are dealt")).expect("it is plain data"));
            Forgery::of(deal).part(format!("pairs/{class}"), part)
        };
        assert_eq!(caught(&house, "rik", anew), rule, "{case}");
    }
}

#[test]
fn custody_gives_nobody_a_key_for_two() {
    let (house, _) = with_document();
    grant(&mut house.unlock("ada"), "rosa", "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    drop(house.unlock("rik"));
    let held = |house: &House| Hostile::new(house, "rosa").held("class");
    let before = held(&house);
    assert!(!house.out_of_custody("rosa"), "what two open is not there for one");
    assert_eq!(held(&house), before);
}

fn another() -> Passphrase {
    Passphrase::new("four words of another workstation".to_owned())
}

/// Custody of ada, sam and otto, of whom it takes two; a document that rik filed, for him and bea; and bea has lost her keys and
/// has others.
fn with_lost_keys() -> (House, FilingResult) {
    let house = house_of(&["rik", "bea"]);
    let custodians = ["ada", "sam", "otto"].map(id).into();
    let shared = house.unlock("ada").share_custody(NewSharing { threshold: 2, custodians, waiting_hours: None });
    assert!(matches!(shared, Ok(Shared::Effective(_))), "ada is its one custodian");
    let filed = tandem(&mut house.unlock("rik"));
    let request = house.request("bea", "BEL", &another());
    house.unlock("sam").reissue_officer(&id("bea"), request.as_bytes(), "lost").expect("she is let in again");
    drop(house.open().unlock(&id("bea"), &another()).expect("bea unlocks"));
    let denied = with_bea(&mut house.unlock("rik"), &filed.id).expect_err("what was dealt to her is lost");
    assert_eq!(codes(&denied), ["no_share_of_pair"]);
    (house, filed)
}

fn with_bea(session: &mut Session, document: &DocumentId) -> Result<Vec<u8>, Error> {
    let bea = session.second(&id("bea"), &another())?;
    let mut bytes = Vec::new();
    let mut opened = session.open_document_with(document, None, "what two must know", Some(&bea))?;
    opened.read_to_end(&mut bytes).expect("the document is read to its end");
    Ok(bytes)
}

/// Asked for by ada, agreed to by sam and otto.
fn agreed(house: &House, whom: &CustodyFor) -> AssentId {
    let request = house.unlock("ada").request_custody(whom, "bea lost her keys").expect("ada asks");
    for custodian in ["sam", "otto"] {
        house.unlock(custodian).give_assent(&request).expect("the custodian says yes");
    }
    request
}

#[test]
fn what_two_open_comes_back_from_custody_to_the_two_and_is_nobodys() {
    for whom in [CustodyFor::Officer(id("bea")), CustodyFor::Dossier(dossier("D-1"))] {
        let (house, filed) = with_lost_keys();
        let request = agreed(&house, &whom);
        let denied = with_bea(&mut house.unlock("rik"), &filed.id).expect_err("agreed to is not carried out");
        assert_eq!(codes(&denied), ["no_share_of_pair"]);
        let done = house.unlock("ada").carry_out_custody(&request).expect("ada carries it out");
        assert_eq!(
            done.for_two.iter().map(|to| (to.officer.as_str(), to.keys)).collect::<Vec<_>>(),
            [("bea", 1), ("rik", 1)]
        );
        assert!(!done.delivered.iter().any(|to| to.officer == id("rik")) && done.left_out.is_empty());
        // The programs of those who carried it out, or agreed, have no key of it, and of the two neither alone.
        for officer in ["sam", "otto", "ada", "rik"] {
            let hostile = Hostile::new(&house, officer);
            assert!(
                !hostile
                    .keys
                    .iter()
                    .any(|(name, key)| { name.contains(filed.class.as_str()) && Identity::parse(key).is_ok() }),
                "{officer} was given it"
            );
        }
        assert_eq!(with_bea(&mut house.unlock("rik"), &filed.id).expect("rik opens it together with bea"), BYTES);
        // They dealt it anew, to what they have now: custody is needed no more.
        let told = lines(&mut house.unlock("ada"), "deal-key");
        assert!(told.iter().any(|row| row.detail.get("second").is_some_and(|with| with == "bea")), "{told:?}");
        let mut bea = house.open().unlock(&id("bea"), &another()).expect("bea unlocks");
        assert_eq!(together(&mut bea, "rik", &filed.id).expect("bea opens it together with rik"), BYTES);
        let again = house.unlock("sam").request_custody(&CustodyFor::Officer(id("rik")), "again");
        assert_eq!(codes(&again.expect_err("nobody lacks it")), ["nothing_in_custody"]);
        assert!(lines(&mut house.unlock("ada"), "does-not-fit").is_empty());
        let checkup = house.open().doctor(Some(&mut house.unlock("ada")));
        assert!(checkup.findings.iter().all(|found| found.gravity != Gravity::Integrity), "{checkup:?}");
    }
}

/// What somebody was handed of a class, as text.
fn pieces(hostile: &Hostile, class: &ClassId) -> Vec<Share> {
    let tag = format!("officer/{}", hostile.signer.key_id());
    let (entries, _) = hostile.ledger.read(&Position::start(), 1000).expect("the log is read");
    let parts = entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience == tag);
    let handed =
        parts.flat_map(|part| registry::keys::handed_over(&hostile.identity, &part.sealed).unwrap_or_default());
    let of_class = |name: &registry::keys::KeyName| *name == registry::keys::KeyName::Class(class.clone());
    handed.filter(|(_, name, _, _)| of_class(name)).map(|(.., piece)| piece).collect()
}

#[test]
fn with_the_pieces_of_one_nobody_puts_a_share_together_and_who_carries_it_out_has_none() {
    let (house, filed) = with_lost_keys();
    let request = agreed(&house, &CustodyFor::Officer(id("bea")));
    drop(house.unlock("ada").carry_out_custody(&request).expect("ada carries it out"));
    let rik = Hostile::new(&house, "rik");
    let (entries, _) = rik.ledger.read(&Position::start(), 1000).expect("the log is read");
    let tag = format!("custody/{}", filed.class);
    let parts = entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience == tag);
    let deposits = parts.flat_map(|part| decode::<registry::custody::Deposit>(&part.sealed).expect("it is plain data"));
    let deposits: Vec<_> = deposits.collect();
    let hashes = |hostile: &Hostile| {
        deposits.iter().filter_map(|d| d.hash_of(|key| key == hostile.signer.key_id())).collect::<Vec<_>>()
    };
    let custodians = ["ada", "sam", "otto"].map(|name| Hostile::new(&house, name));
    let of_rik = pieces(&rik, &filed.class);
    assert_eq!(of_rik.len(), 2, "one of each who agreed");
    for (threshold, count) in [(2, 2), (1, 2)] {
        let sharing = Sharing::new(threshold, count).expect("no more than there are");
        for hash in custodians.iter().flat_map(hashes) {
            assert!(Share::undivided(sharing, of_rik.iter().take(1), hash).is_none());
            assert!(Share::undivided(sharing, &of_rik, hash).is_none(), "those of two givers");
        }
    }
    for one in &custodians {
        assert!(pieces(one, &filed.class).is_empty());
    }
}

#[test]
fn a_custodian_who_gives_something_else_than_his_share_is_named_when_two_open() {
    let (house, filed) = with_lost_keys();
    let request = house.unlock("sam").request_custody(&CustodyFor::Officer(id("bea")), "lost").expect("sam asks");
    house.unlock("sam").give_assent(&request).expect("sam says yes");
    let mut otto = Hostile::new(&house, "otto");
    let of = |name: &str| {
        let known = |event: &Value| event["event"] == "officer-added" && event["officer"]["id"] == name;
        let reissued = |event: &Value| event["event"] == "keys-reissued" && event["officer"] == name;
        let keys = otto.events().into_iter().find(reissued).map(|event| event["keys"].clone());
        keys.unwrap_or_else(|| otto.events().into_iter().find(known).expect("he is there")["officer"].clone())
    };
    let pieces = Sharing::new(2, 2).expect("two").split(&seal::PartKey::generate(), &seal::SystemRandomness);
    let answered = json!({ "event": "answered", "request": request.as_str(), "answer": "yes" });
    // Whose keys were lost may have had the one before.
    let mut forgery = Forgery { epoch: 2, ..Forgery::of(answered) };
    for (name, piece) in [("bea", pieces.first()), ("rik", pieces.last()), ("sam", None)] {
        let keys = of(name);
        let text = piece.map_or(String::new(), |piece| {
            let line = piece.expose_secret_line();
            format!("# share for {request} of class {} epoch 1\n# {}\n", filed.class, line.expose_secret())
        });
        let recipient = keys["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
        let sealed = seal::seal_bytes(&[&recipient], text.as_bytes()).expect("it is sealed");
        forgery = forgery.part(format!("officer/{}", keys["key"].as_str().expect("a text")), sealed);
    }
    otto.append(forgery);
    drop(house.unlock("sam").carry_out_custody(&request).expect("sam carries it out"));
    match with_bea(&mut house.unlock("rik"), &filed.id).expect_err("what otto gave is not his share") {
        Error::WrongShares { officers } => assert_eq!(officers, ["otto"]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_use_of_custody_that_would_give_a_key_for_two_to_one() {
    let (house, filed) = with_lost_keys();
    let class = filed.class.as_str();
    let key = json!([[{ "kind": "class", "id": class }, [1]]]);
    let rik = Hostile::new(&house, "rik").signer.key_id().to_string();
    let one = json!([{ "class": class, "epochs": [1], "officers": { "rik": [rik] } }]);
    for (keys, pairs, rule) in [(key, json!([]), "custody_not_asked"), (json!([]), one, "one_for_two")] {
        let house = house.copy();
        let matter = json!({ "kind": "custody", "whom": { "kind": "officer", "id": "rik" }, "carrier": "rik", "keys": keys,
                             "pairs": pairs, "sharing": 2, "threshold": 2, "motive": "" });
        let mut rik = Hostile::new(&house, "rik");
        let index = rik.position.size();
        let asked = json!({ "event": "asked", "request": seal::random_id(), "matter": matter });
        rik.append(Forgery { epoch: 2, ..Forgery::of(asked) });
        assert_eq!(super::forged::rule(house.try_unlock("ada"), index), rule);
    }
    let request = agreed(&house, &CustodyFor::Officer(id("bea")));
    let own = Identity::generate();
    let mut ada = Hostile::new(&house, "ada");
    let delivered = json!([{ "key": { "kind": "class", "id": class }, "epochs": [1], "officers": ["rik"] }]);
    let text = format!("# class {class} epoch 1\n{}\n", own.expose_secret_line().expose_secret());
    let rik = Hostile::new(&house, "rik");
    let part = seal::seal_bytes(&[rik.identity.recipient()], text.as_bytes()).expect("it is sealed");
    let index = ada.position.size();
    let event = json!({ "event": "custody-carried-out", "request": request.as_str(), "delivered": delivered });
    let forgery = Forgery { epoch: 2, ..Forgery::of(event) };
    ada.append(forgery.part(format!("officer/{}", rik.signer.key_id()), part));
    assert_eq!(super::forged::rule(house.try_unlock("sam"), index), "custody_not_asked");
}

#[test]
fn custody_that_is_shared_anew_takes_keys_for_two_along_and_they_are_renewed() {
    let (house, filed) = with_document();
    share_by_two(&mut house.unlock("ada"));
    drop(house.unlock("ada"));
    let mut sam = house.unlock("sam");
    let view = sam.custody().expect("sam sees custody");
    assert_eq!(view.keys_in_custody, view.keys, "nothing is left behind");
    // Who carried it over could have kept it.
    drop(house.unlock("rik"));
    assert_eq!(epochs(&mut sam, &filed.class), 2);
    let after = tandem(&mut house.unlock("rik"));
    for document in [&filed.id, &after.id] {
        assert_eq!(together(&mut house.unlock("bea"), "rik", document).expect("bea opens it together with rik"), BYTES);
    }
}

#[test]
fn shares_of_two_periods_do_not_mix() {
    let (house, _) = with_document();
    tandem(&mut house.unlock("bea"));
    let (rik, bea) = (Hostile::new(&house, "rik"), Hostile::new(&house, "bea"));
    let recipient = rik.event("class-made")["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
    let [one, two] = <[_; 2]>::try_from(dealings(&rik)).expect("there are two");
    let share = |dealing: &PairDealing, of: &Hostile| {
        dealing.share_for(of.signer.key_id(), &of.identity).expect("there is a share for each")
    };
    assert_eq!((one.epoch, two.epoch), (1, 2));
    let mixed = [&share(&one, &rik), &share(&two, &bea)];
    assert!(one.open(mixed, rik.ledger.vault(), &recipient).is_err(), "a share of another epoch");
    assert!(two.open([&share(&two, &rik), &share(&two, &bea)], rik.ledger.vault(), &recipient).is_err());
    let key =
        one.open([&share(&one, &rik), &share(&one, &bea)], rik.ledger.vault(), &recipient).expect("two shares open it");
    assert_eq!(key.recipient(), &recipient);
}
