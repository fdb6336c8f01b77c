//! New keys: who may make them, and that nothing is sealed to one that somebody knows who must not.

use base64::Engine as _;
use seal::{Identity, open_bytes, seal_bytes};
use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

/// A house with one SECRET document, whose class key rik, bea and rosa hold.
fn with_document() -> (House, FilingResult) {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    (house, filed)
}

fn rekeyed(class: &ClassId, epoch: u32, to: &Identity) -> Value {
    json!({ "event": "rekeyed", "key": { "kind": "class", "id": class.as_str() }, "epoch": epoch,
            "recipient": to.recipient().to_string() })
}

/// A new key for a class, by somebody who keeps it to himself.
fn renewal(hostile: &Hostile, class: &ClassId, to: &Identity) -> Forgery {
    let (tag, part) = hostile.deposit(class.as_str(), 2, to);
    Forgery::of(rekeyed(class, 2, to)).part(tag, part)
}

/// The same, with a document that is filed under it; its maker gives the key to bea as well.
fn renewal_by_filing(hostile: &Hostile, bea: &Hostile, class: &ClassId, to: &Identity) -> Forgery {
    let document = seal::random_id();
    let text = format!("# class {class} epoch 2\n{}\n", to.expose_secret_line().expose_secret());
    let delivered = json!({ "event": "delivered", "key": { "kind": "class", "id": class.as_str() }, "epochs": [2],
                            "officers": ["bea"] });
    let filed = json!({ "event": "filed", "document": document, "class": class.as_str(), "epoch": 2 });
    assert!(hostile.held("class").is_empty());
    let (tag, deposit) = hostile.deposit(class.as_str(), 2, to);
    Forgery::all(vec![rekeyed(class, 2, to), delivered, filed])
        .part(tag, deposit)
        .part(
            format!("officer/{}", bea.signer.key_id()),
            seal_bytes(&[bea.identity.recipient()], text.as_bytes()).expect("it is sealed"),
        )
        .part(format!("class/{class}/2"), b"x".to_vec())
}

#[test]
fn a_class_key_that_somebody_renews_who_may_not_hold_it() {
    for officer in ["carl", "otto", "sam"] {
        let (house, filed) = with_document();
        let own = Identity::generate();
        assert_eq!(
            caught(&house, officer, |hostile| renewal(hostile, &filed.class, &own)),
            "rekeyed_without_right",
            "{officer}"
        );
    }
}

#[test]
fn a_class_key_that_its_holder_renews_is_not_forged() {
    let (house, filed) = with_document();
    let own = Identity::generate();
    let mut rik = Hostile::new(&house, "rik");
    let renewal = renewal(&rik, &filed.class, &own);
    rik.append(renewal);
    drop(house.unlock("bea"));
}

/// What others would file is not his alone to read.
#[test]
fn a_class_key_that_its_maker_keeps_to_himself_is_renewed_by_the_next_who_may_hold_it() {
    let (house, filed) = with_document();
    drop((house.unlock("bea"), house.unlock("rosa")));
    let (own, mut running) = (Identity::generate(), house.unlock("rosa"));
    let mut rik = Hostile::new(&house, "rik");
    let forgery = renewal(&rik, &filed.class, &own);
    rik.append(forgery);
    drop(house.unlock("bea"));
    assert_eq!(epochs(&mut house.unlock("sam"), &filed.class), 3, "bea made another");
    // A session that went on all the time reads what is filed now, and so does who made the one before.
    let later = file(&mut house.unlock("bea"), "Later", marked("SECRET", None));
    assert_eq!(read(&mut running, &later.id), b"the bytes of Later");
    assert_eq!(read(&mut house.unlock("rik"), &later.id), b"the bytes of Later");
    assert_eq!(epochs(&mut house.unlock("sam"), &filed.class), 3, "once");
}

/// Also by somebody who files upwards, and whom nobody asks to wait for another.
#[test]
fn nothing_is_sealed_to_a_class_key_that_its_maker_keeps_to_himself() {
    let (house, filed) = with_document();
    let own = Identity::generate();
    let mut rik = Hostile::new(&house, "rik");
    let forgery = renewal(&rik, &filed.class, &own);
    rik.append(forgery);
    let tip = file(&mut house.unlock("carl"), "Tip", marked("SECRET", None));
    let path = house.path(&format!("objects/{}/{}.age", &tip.id.as_str()[..2], tip.id));
    let sealed = std::fs::File::open(path).expect("the file opens");
    assert!(seal::SealedReader::open(&own, tip.id.as_str(), sealed).is_err(), "not to the key of rik alone");
    assert_eq!(read(&mut house.unlock("rosa"), &tip.id), b"the bytes of Tip");
}

/// In name alone: bea, whose clearance is suspended, has the key of before.
#[test]
fn a_class_key_that_is_renewed_to_the_one_before() {
    let (house, filed) = with_document();
    let before =
        Hostile::new(&house, "bea").identity_of(&format!("class {} epoch 1", filed.class)).expect("she has it");
    house.unlock("sam").suspend_clearance(&id("rosa"), "BEL", "inquiry").expect("sam suspends rosa's clearance");
    assert_eq!(caught(&house, "rik", |rik| renewal(rik, &filed.class, &before)), "key_of_another");
}

#[test]
fn a_class_key_that_is_renewed_by_filing_although_it_is_sound() {
    let (house, filed) = with_document();
    let (own, bea) = (Identity::generate(), Hostile::new(&house, "bea"));
    let found = caught(&house, "carl", |hostile| renewal_by_filing(hostile, &bea, &filed.class, &own));
    assert_eq!(found, "rekeyed_without_right");
}

#[test]
fn a_class_key_that_is_due_and_renewed_without_anything_that_is_filed() {
    let (house, filed) = with_document();
    house.unlock("sam").suspend_clearance(&id("rosa"), "BEL", "inquiry").expect("sam suspends rosa's clearance");
    let own = Identity::generate();
    assert_eq!(caught(&house, "carl", |hostile| renewal(hostile, &filed.class, &own)), "rekeyed_without_right");
}

/// Everybody sees whether it is dealt to the custodians of now; a custodian, whether his share is the one that is named.
#[test]
fn a_key_that_is_put_into_custody_and_is_dealt_to_others_or_not_at_all() {
    let (house, filed) = with_document();
    let (own, class) = (Identity::generate(), filed.class.as_str());
    let rik = Hostile::new(&house, "rik");
    let tag = format!("custody/{class}");
    let (_, genuine) = rik.deposit(class, 2, &own);
    let dealt = |bytes: &[u8]| registry::parts::decode::<Value>(bytes).expect("the part is CBOR of ours").remove(0);
    let sealed = |deposit: &Value| registry::parts::encode(std::slice::from_ref(deposit));
    let altered = |place: &str, value: Value| {
        let mut deposit = dealt(&genuine);
        *deposit.pointer_mut(place).expect("the deposit has that field") = value;
        sealed(&deposit)
    };
    let own_share = seal_bytes(&[rik.identity.recipient()], b"a share of mine").expect("it is sealed");
    let to_ada = {
        let founder =
            rik.event("founded")["officer"]["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
        seal_bytes(&[&founder], b"no share").expect("it is sealed")
    };
    let encoded = |bytes: &[u8]| json!(base64::engine::general_purpose::STANDARD.encode(bytes));
    // Who reads it, and whether he takes it.
    for (part, reader, taken) in [
        (b"x".to_vec(), "bea", false),
        (rik.deposit(class, 1, &own).1, "bea", false),
        (rik.deposit(&seal::random_id(), 2, &own).1, "bea", false),
        (altered("/sharing", json!(2)), "bea", false),
        (altered("/shares/0/to", json!([rik.signer.key_id()])), "bea", false),
        (altered("/shares/0/to", json!([])), "bea", false),
        (altered("/shares", json!([])), "bea", false),
        // What only its custodian can see.
        (altered("/shares/0/sealed", encoded(&own_share)), "ada", false),
        (altered("/shares/0/sealed", encoded(&to_ada)), "ada", false),
        (altered("/shares/0/hash", encoded(&[0; 32])), "ada", false),
        (genuine.clone(), "ada", true),
        (genuine.clone(), "bea", true),
    ] {
        let house = house.copy();
        let mut rik = Hostile::new(&house, "rik");
        let index = rik.position.size();
        rik.append(Forgery::of(rekeyed(&filed.class, 2, &own)).part(tag.clone(), part));
        match taken {
            true => drop(house.unlock(reader)),
            false => assert_eq!(super::forged::rule(house.try_unlock(reader), index), "custody_sealed_wrongly"),
        }
    }
}

/// The parts of a class after an entry, by epoch.
fn parts(hostile: &Hostile, class: &ClassId, after: u64) -> Vec<(u32, Vec<u8>)> {
    let (entries, _) = hostile.ledger.read(&ledger::Position::start(), 1000).expect("the log is read");
    let tag = format!("class/{class}/");
    entries
        .iter()
        .filter(|entry| entry.index() >= after)
        .flat_map(|entry| entry.parts())
        .filter_map(|part| Some((part.audience.strip_prefix(&tag)?.parse().expect("an id"), part.sealed.clone())))
        .collect()
}

#[test]
fn who_renews_a_key_by_filing_reads_no_purpose_that_a_running_session_writes() {
    let (house, filed) = with_document();
    let mut bea = house.unlock("bea");
    let kept = Hostile::new(&house, "bea");
    house.unlock("sam").suspend_clearance(&id("rosa"), "BEL", "inquiry").expect("sam suspends rosa's clearance");
    let own = Identity::generate();
    let mut carl = Hostile::new(&house, "carl");
    let forgery = renewal_by_filing(&carl, &kept, &filed.class, &own);
    carl.append(forgery);
    let after = carl.position.size();
    // The object of the forgery is not there; the document is.
    bea.open_document(&filed.id, "what carl must not read").expect("bea opens the document");
    carl.read();
    let written = parts(&carl, &filed.class, after);
    assert!(!written.is_empty() && written.iter().all(|(epoch, _)| *epoch == 3), "{:?}", written.len());
    for (_, sealed) in &written {
        assert!(open_bytes(&[&own], &sealed[1..]).is_err());
    }
    let history = house.unlock("rik").document(&filed.id).expect("rik sees the document").history;
    assert_eq!(history.last().expect("it has a history").purpose, "what carl must not read");
}

#[test]
fn a_purpose_is_sealed_to_no_key_that_somebody_knows_who_must_not() {
    let (house, filed) = with_document();
    let (mut bea, mut rik) = (house.unlock("bea"), house.unlock("rik"));
    let rosa = Hostile::new(&house, "rosa");
    // Sam holds no key that he could renew: the next who writes does.
    house.unlock("sam").suspend_clearance(&id("rosa"), "BEL", "inquiry").expect("sam suspends rosa's clearance");
    let after = house.open().verify().expect("the log is whole").entries;
    bea.open_document(&filed.id, "not for rosa").expect("bea opens the document");
    rik.open_document(&filed.id, "neither").expect("rik opens the document");
    let written = parts(&rosa, &filed.class, after);
    assert_eq!(written.iter().map(|(epoch, _)| *epoch).collect::<Vec<_>>(), [2, 2]);
    let key = rosa.identity_of(&format!("class {} epoch 1", filed.class)).expect("the officer holds the key");
    assert!(written.iter().all(|(_, sealed)| open_bytes(&[&key], &sealed[1..]).is_err()));
    let purposes: Vec<String> =
        bea.document(&filed.id).expect("seen").history.into_iter().map(|row| row.purpose).collect();
    assert_eq!(purposes, ["", "not for rosa", "neither"]);
}

#[test]
fn a_note_is_sealed_to_no_key_that_somebody_knows_who_must_not() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let carl = Hostile::new(&house, "carl");
    // Sam keeps no list and no custody.
    house.unlock("sam").disable_officer(&id("carl"), "left").expect("sam disables carl's account");
    ada.add_member(&dossier("D-1"), &id("otto"), None, "not for carl").expect("ada adds otto to the dossier");
    let tags = carl.tags();
    let last = tags.iter().rfind(|tag| tag.starts_with("dossier/")).expect("the log has a part of the dossier");
    assert!(last.ends_with("/2"), "{last}");
    let members = house.unlock("rik").dossiers(&Default::default()).expect("listed").rows.remove(0).members;
    assert_eq!(
        members.iter().find(|member| member.officer == id("otto")).expect("he is a member").basis,
        "not for carl"
    );
}

#[test]
fn who_files_upwards_into_a_class_whose_key_is_due_renews_it_by_that() {
    let (house, filed) = with_document();
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    let tip = file(&mut house.unlock("carl"), "Tip", marked("SECRET", None));
    let more = file(&mut house.unlock("carl"), "More", marked("SECRET", None));
    assert_eq!((&tip.class, &more.class), (&filed.class, &filed.class));
    let rosa = &mut house.unlock("rosa");
    assert_eq!(titles(rosa), ["More", "Report", "Tip"]);
    assert!(try_read(rosa, &tip.id).is_ok() && try_read(rosa, &more.id).is_ok());
    // Bea, whose key it was, reads neither, and carl not what others file.
    let path = |filed: &FilingResult| house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    let kept = Hostile::new(&house, "bea")
        .identity_of(&format!("class {} epoch 1", filed.class))
        .expect("the officer holds the key");
    for filed in [&tip, &more] {
        assert!(
            seal::SealedReader::open(
                &kept,
                filed.id.as_str(),
                std::fs::File::open(path(filed)).expect("the file opens")
            )
            .is_err()
        );
    }
    file(&mut house.unlock("rik"), "Answer", marked("SECRET", None));
    assert!(epochs(&mut house.unlock("otto"), &filed.class) >= 3, "carl made one, and rik another");
}

/// Of a class whose key is due, anyone who files into it makes the next one. He delivers it, and waits for a session that runs to
/// seal for it what was there before.
#[test]
fn what_was_filed_before_is_not_sealed_again_for_a_key_that_somebody_made_who_must_not_know_it() {
    type Way = fn(&mut Session, &DocumentId) -> Result<Rekeyed, Error>;
    let ways: [Way; 4] = [
        |bea, _| bea.rekey(&RekeyScope::Held, &mut |_, _| Flow::Continue),
        |bea, id| bea.rekey(&RekeyScope::Document(id.clone()), &mut |_, _| Flow::Continue),
        |bea, _| bea.rekey_deep(&RekeyScope::Held, &mut |_, _| Flow::Continue),
        |bea, id| bea.rekey_deep(&RekeyScope::Document(id.clone()), &mut |_, _| Flow::Continue),
    ];
    for (n, way) in ways.into_iter().enumerate() {
        let (house, filed) = with_document();
        let mut bea = house.unlock("bea");
        house.unlock("sam").suspend_clearance(&id("rosa"), "BEL", "inquiry").expect("sam suspends rosa's clearance");
        let own = Identity::generate();
        let (mut carl, hers) = (Hostile::new(&house, "carl"), Hostile::new(&house, "bea"));
        let forgery = renewal_by_filing(&carl, &hers, &filed.class, &own);
        carl.append(forgery);
        let done = way(&mut bea, &filed.id);
        assert!(done.is_ok(), "way {n}: {done:?}");
        for object in objects(&house.dir) {
            let name = object.file_stem().expect("it has a name").to_str().expect("an id").to_owned();
            let file = std::fs::File::open(&object).expect("the file opens");
            assert!(seal::SealedReader::open(&own, &name, file).is_err(), "way {n}: carl opens it");
        }
        assert_eq!(read(&mut bea, &filed.id), b"the bytes of Report", "way {n}");
        assert!(epochs(&mut house.unlock("sam"), &filed.class) > 2, "way {n}: carl's key was renewed");
    }
}
