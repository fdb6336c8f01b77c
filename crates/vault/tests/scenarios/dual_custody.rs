//! Keys for two, and custody: what comes back from it, and to whom.

use std::io::Read as _;

use ledger::Position;
use registry::keys::PairDealing;
use registry::parts::decode;
use seal::{Identity, Share, ShareSet};
use serde_json::{Value, json};
use vault::*;

use super::custody::told_of_custody;
use super::dual::{BYTES, DUAL, dealings, house_of, lines, tandem, together, with_document};
use super::hostile::{Forgery, Hostile};
use super::house::*;

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
        assert!(told_of_custody(&house, "rik"), "he has pieces of it, and is not the one it is for");
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
        // They dealt it again, to what they have now: custody is needed no more.
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
        let sharing = ShareSet::new(threshold, count).expect("no more than there are");
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
    let pieces = ShareSet::new(2, 2).expect("two").split(&seal::PartKey::generate(), &seal::SystemRandomness);
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
fn custody_that_is_shared_again_takes_keys_for_two_along_and_they_are_renewed() {
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
