//! Opening by two: what two officers open together, neither opens alone, nor with a program of his own.

use std::io::Read as _;

use ledger::Position;
use registry::event::{self, Event};
use registry::fact::EntryDigest;
use registry::keys::{PairDealing, Together, Witness};
use registry::parts::decode;
use seal::{Identity, SealedReader, Share, ShareSet, open_bytes};
use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::releases::partner;

pub(super) const DUAL: &[(&str, &str)] = &[("Handling", "DUAL")];
pub(super) const BYTES: &[u8] = b"the bytes of Tandem";

/// A house in which these are cleared for what two open.
pub(super) fn house_of(officers: &[&str]) -> House {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for officer in officers {
        grant(&mut ada, officer, "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    }
    house
}

pub(super) fn tandem(session: &mut Session) -> FilingResult {
    file(session, "Tandem", marked_with("SECRET", None, DUAL))
}

/// A house with one document that rik filed and that he and bea open together.
pub(super) fn with_document() -> (House, FilingResult) {
    let house = house_of(&["rik", "bea"]);
    let filed = tandem(&mut house.unlock("rik"));
    (house, filed)
}

pub(super) fn together(session: &mut Session, second: &str, document: &DocumentId) -> Result<Vec<u8>, Error> {
    let second = session.second(&id(second), &phrase())?;
    let mut opened = session.open_document_with(document, None, "what two must know", Some(&second))?;
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).expect("the document is read to its end");
    Ok(bytes)
}

pub(super) fn lines(session: &mut Session, action: &str) -> Vec<LogRow> {
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
fn it_is_for_no_partner_whose_agreement_does_not_name_it_and_cannot_be_compared_and_that_is_said() {
    let (house, filed) = with_document();
    let to = partner(&house, "DGSE", "FRA", Level::Secret);
    let mut rik = house.unlock("rik");
    let asked = rik.request_release(&to, std::slice::from_ref(&filed.id), "exchange", &[]);
    assert!(codes(&asked.map(drop).expect_err("refused")).contains(&"partner_category_missing"));
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
fn what_two_open_is_withdrawn_by_its_filer_and_a_security_officer_and_nobody_reads_it_for_that() {
    let (house, filed) = with_document();
    house.approve(Level::Secret);
    let asked = house.unlock("rik").withdraw_document(&filed.id, "of another service").expect("asked");
    house.unlock("sam").give_assent(&asked.request().expect("it takes two")).expect("sam says yes");
    let denied = together(&mut house.unlock("bea"), "rik", &filed.id).expect_err("it is withdrawn");
    assert_eq!(codes(&denied), ["document_withdrawn"]);
    assert_eq!(lines(&mut house.unlock("sam"), "open-together").len(), 0);
}

/// What a second signs of an entry with these facts and parts.
pub(super) fn digest_of(facts: &[Value], parts: &[(String, Vec<u8>)]) -> EntryDigest {
    let facts = facts.iter().map(|fact| serde_json::from_value(fact.clone()).expect("it is a fact"));
    let facts: Vec<Event> = facts.collect();
    let parts = parts.iter().map(|(audience, sealed)| (audience.as_str(), sealed.as_slice()));
    event::digest(&facts, parts).expect("a second stands in it")
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
    assert_eq!(epochs(&mut house.unlock("sam"), &first.class), 3, "the one that the two made serves her as well");
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
pub(super) fn dealings(hostile: &Hostile) -> Vec<PairDealing> {
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
            assert!(ShareSet::new(2, 2).expect("no more than there are").join([&share]).is_err());
            assert!(
                ShareSet::new(2, 2).expect("no more than there are").join([&share, &share]).is_err(),
                "one share twice is one share"
            );
            let alone =
                ShareSet::new(1, 2).expect("no more than there are").join([&share]).expect("one share is enough");
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

pub(super) fn line_on_the_sheet(hostile: &Hostile, filed: &FilingResult) -> Vec<(String, Vec<u8>)> {
    let sheet = json!({ "sheet": "opened", "document": filed.id, "purpose": "x" });
    vec![hostile.sealed_sheet(filed.class.as_str(), 1, &sheet)]
}

/// That a document was opened by an officer with another, who signs that it was this one, for this place in the log.
pub(super) fn opening(
    filed: &FilingResult,
    (hostile, with): (&Hostile, &Hostile),
    (author, second): (&str, &str),
    (index, document): (u64, &DocumentId),
    parts: Vec<(String, Vec<u8>)>,
) -> Forgery {
    let mut event = json!({ "event": "opened-together", "document": filed.id, "with": Witness::to_sign(&id(second)) });
    let digest = digest_of(std::slice::from_ref(&event), &parts);
    let (place, what) = ((hostile.ledger.vault(), &id(author), index), Together::Open(document));
    event["with"] = json!(Witness::sign(&id(second), &with.signer, place, what, &digest));
    Forgery { parts, ..Forgery::of(event) }
}

/// By rik with somebody, as it should be.
fn opened(rik: &Hostile, with: &Hostile, second: &str, filed: &FilingResult) -> Forgery {
    let parts = line_on_the_sheet(rik, filed);
    opening(filed, (rik, with), ("rik", second), (rik.position.size(), &filed.id), parts)
}

#[test]
fn an_opening_that_two_have_signed_is_not_forged() {
    let (house, filed) = with_document();
    let (mut rik, bea) = (Hostile::new(&house, "rik"), Hostile::new(&house, "bea"));
    let opening = opened(&rik, &bea, "bea", &filed);
    rik.append(opening);
    drop(house.unlock("bea"));
}

#[test]
fn an_opening_that_one_alone_records() {
    let (house, filed) = with_document();
    assert_eq!(caught(&house, "rik", |rik| opened(rik, rik, "rik", &filed)), "one_for_two");
    // That bea was there, rik says with his own signature.
    let (house, filed) = with_document();
    assert_eq!(caught(&house, "rik", |rik| opened(rik, rik, "bea", &filed)), "second_not_proven");
    // Or only on the sheet.
    let (house, filed) = with_document();
    let on_the_sheet =
        |rik: &mut Hostile| Forgery { parts: line_on_the_sheet(rik, &filed), ..Forgery::all(Vec::new()) };
    assert_eq!(caught(&house, "rik", on_the_sheet), "sheet_without_right");
}

#[test]
fn a_signature_of_the_second_that_was_given_for_something_else() {
    for case in ["place", "author", "document", "purpose"] {
        let (house, filed) = with_document();
        let bea = Hostile::new(&house, "bea");
        let found = caught(&house, "rik", |rik| {
            let (index, other) =
                (rik.position.size(), DocumentId::parse(&seal::random_id()).expect("of the form of an id"));
            let parts = line_on_the_sheet(rik, &filed);
            match case {
                "place" => opening(&filed, (rik, &bea), ("rik", "bea"), (index + 1, &filed.id), parts),
                "author" => opening(&filed, (rik, &bea), ("rosa", "bea"), (index, &filed.id), parts),
                "document" => opening(&filed, (rik, &bea), ("rik", "bea"), (index, &other), parts),
                _ => Forgery { parts: line_on_the_sheet(rik, &filed), ..opened(rik, &bea, "bea", &filed) },
            }
        });
        assert_eq!(found, "second_not_proven", "{case}");
    }
}

#[test]
fn an_opening_by_two_without_a_line_on_the_sheet() {
    let (house, filed) = with_document();
    let bea = Hostile::new(&house, "bea");
    let hidden =
        |rik: &mut Hostile| opening(&filed, (rik, &bea), ("rik", "bea"), (rik.position.size(), &filed.id), Vec::new());
    assert_eq!(caught(&house, "rik", hidden), "opened_without_sheet");
}

#[test]
fn an_opening_by_two_of_whom_one_has_no_share() {
    let (house, filed) = with_document();
    grant(&mut house.unlock("ada"), "rosa", "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    let rosa = Hostile::new(&house, "rosa");
    assert_eq!(caught(&house, "rik", |rik| opened(rik, &rosa, "rosa", &filed)), "no_share");
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
fn a_key_for_two_that_one_deals_again() {
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
fn a_key_for_two_that_is_dealt_again_by_one_in_the_name_of_two() {
    let (house, filed) = with_document();
    let (bea, class) = (Hostile::new(&house, "bea"), filed.class.clone());
    for (case, rule) in [
        ("by himself", "second_not_proven"),
        ("for an opening", "second_not_proven"),
        ("to others than he signed", "second_not_proven"),
        ("with other shares than he signed", "second_not_proven"),
        ("to one", "one_for_two"),
    ] {
        let house = house.copy();
        let anew = |rik: &mut Hostile| {
            let members = [&bea, &*rik].map(|hostile| vec![(hostile.signer.key_id(), hostile.identity.recipient())]);
            let own = Identity::generate();
            let dealing = PairDealing::deal((&class, 1), &own, members, rik.ledger.vault(), &seal::SystemRandomness);
            let author = id("rik");
            let place = (rik.ledger.vault(), &author, rik.position.size());
            let what = if case == "for an opening" { Together::Open(&filed.id) } else { Together::Deal(&class, 1) };
            let signer = if case == "by himself" { &rik.signer } else { &bea.signer };
            let officers = if case == "to one" { vec!["rik"] } else { vec!["bea", "rik"] };
            let mut deal = json!({ "event": "dealt", "class": class, "epoch": 1, "officers": officers,
                                   "with": Witness::to_sign(&id("bea")) });
            let part = sealed(&serde_json::to_value(dealing.expect("the pairs are dealt")).expect("it is plain data"));
            let mut parts = vec![(format!("pairs/{class}"), part)];
            let digest = digest_of(std::slice::from_ref(&deal), &parts);
            deal["with"] = json!(Witness::sign(&id("bea"), signer, place, what, &digest));
            match case {
                "to others than he signed" => deal["officers"] = json!(["bea", "rik", "rosa"]),
                "with other shares than he signed" => parts[0].1 = registry::parts::encode::<Value>(&[]),
                _ => {}
            }
            Forgery { parts, ..Forgery::of(deal) }
        };
        assert_eq!(caught(&house, "rik", anew), rule, "{case}");
    }
}
