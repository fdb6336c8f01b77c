//! What two open: after one of them made other keys for himself, and what is told of it beforehand.

use std::io::Read as _;

use seal::{Identity, SealedReader};
use vault::*;

use super::dual::dealings;
use super::hostile::Hostile;
use super::house::*;
use super::reclassify::to;
use super::releases::partner;

const DUAL: &[(&str, &str)] = &[("Handling", "DUAL")];

fn cleared(officers: &[&str]) -> House {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for officer in officers {
        grant(&mut ada, officer, "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    }
    house
}

/// The key of an epoch that two put together by programs of their own.
pub(super) fn joint(one: &Hostile, other: &Hostile, epoch: u32) -> Identity {
    let made = |event: &serde_json::Value| event["event"] == "rekeyed" && event["epoch"] == epoch;
    let made = if epoch == 1 { one.event("class-made") } else { one.events().into_iter().find(made).expect("made") };
    let recipient = made["recipient"].as_str().expect("`recipient` is text").parse().expect("it is a recipient");
    let dealing = dealings(one).into_iter().find(|dealing| dealing.epoch == epoch).expect("it was dealt");
    let share = |of: &Hostile| dealing.share_for(of.signer.key_id(), &of.identity).expect("there is a share for each");
    dealing.open([&share(one), &share(other)], one.ledger.vault(), &recipient).expect("two shares open it")
}

/// Whether the document opens as it lies with this key.
pub(super) fn lies_open(house: &House, document: &DocumentId, with: &Identity) -> bool {
    let path = house.path(&format!("objects/{}/{}.age", &document.as_str()[..2], document));
    SealedReader::open(with, document.as_str(), std::fs::File::open(path).expect("the file opens")).is_ok()
}

/// Bea keeps her share, and agrees with rik outside the program: what lies there, two who open have sealed for another key.
#[test]
fn what_two_open_gets_the_header_of_the_present_key_from_the_next_two_who_open() {
    let house = cleared(&["rik", "bea", "rosa"]);
    let filed: Vec<FilingResult> =
        ["One", "Two"].map(|title| file(&mut house.unlock("rik"), title, marked_with("SECRET", None, DUAL))).into();
    let (rik, bea) = (Hostile::new(&house, "rik"), Hostile::new(&house, "bea"));
    let kept = joint(&rik, &bea, 1);
    assert!(filed.iter().all(|one| lies_open(&house, &one.id, &kept)));
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    drop(house.unlock("rik"));
    assert!(filed.iter().all(|one| lies_open(&house, &one.id, &kept)), "nobody alone has the key to change that");
    let opened = together(&mut house.unlock("rik"), "rosa", &phrase(), &filed[0].id).expect("the two open it");
    assert_eq!(opened, b"the bytes of One");
    assert!(
        !filed.iter().any(|one| lies_open(&house, &one.id, &kept)),
        "all of the class, and not only what was opened"
    );
    for (one, bytes) in filed.iter().zip([&b"the bytes of One"[..], b"the bytes of Two"]) {
        let opened = together(&mut house.unlock("rosa"), "rik", &phrase(), &one.id).expect("the two open it again");
        assert_eq!(opened, bytes);
    }
    // Who comes later opens it once two have dealt him shares.
    house.unlock("sam").reinstate_clearance(&id("bea"), "BEL", "cleared up").expect("sam reinstates bea's clearance");
    drop(house.unlock("rik"));
    let opened = together(&mut house.unlock("rik"), "rosa", &phrase(), &filed[1].id).expect("the two open it");
    assert_eq!(opened, b"the bytes of Two");
    let opened = together(&mut house.unlock("bea"), "rik", &phrase(), &filed[1].id).expect("bea opens it with rik");
    assert_eq!(opened, b"the bytes of Two");
    house.open().verify().expect("the log is whole");
}

/// Carl files upwards what two open, and could have kept the key that he made for that.
#[test]
fn what_is_written_of_what_two_open_is_sealed_to_no_key_that_somebody_made_who_may_not_read_it() {
    let house = cleared(&["rik", "bea"]);
    let tip = file(&mut house.unlock("carl"), "Tip", marked_with("SECRET", None, DUAL));
    let tags = |house: &House| Hostile::new(house, "rik").tags();
    let of_class = |tags: &[String]| -> Vec<String> {
        let start = format!("class/{}/", tip.class);
        tags.iter().filter_map(|tag| tag.strip_prefix(&start)).map(str::to_owned).collect()
    };
    assert_eq!(of_class(&tags(&house)), ["1"], "his own sheet");
    together(&mut house.unlock("rik"), "bea", &phrase(), &tip.id).expect("the two open it");
    // Rik renewed it when he came, and the two made one that is of neither.
    assert_eq!(of_class(&tags(&house)), ["1", "3"], "what for, he does not read");
    together(&mut house.unlock("rik"), "bea", &phrase(), &tip.id).expect("the two open it again");
    assert_eq!(of_class(&tags(&house)), ["1", "3", "3"]);
}

fn together(session: &mut Session, second: &str, phrase: &Passphrase, document: &DocumentId) -> Result<Vec<u8>, Error> {
    let second = session.second(&id(second), phrase)?;
    let mut opened = session.open_document_with(document, None, "what two must know", Some(&second))?;
    let mut bytes = Vec::new();
    opened.read_to_end(&mut bytes).expect("the document is read to its end");
    Ok(bytes)
}

#[test]
fn what_two_open_they_open_after_each_of_them_made_other_keys() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for officer in ["rik", "bea"] {
        grant(&mut ada, officer, "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    }
    drop(ada);
    let filed = file(&mut house.unlock("rik"), "Tandem", marked_with("SECRET", None, DUAL)).id;
    let other = Passphrase::new("seven grey geese over the harbour".to_owned());
    house.unlock("bea").renew_keys(&phrase(), &other).expect("bea makes other keys");
    let opened = together(&mut house.unlock("rik"), "bea", &other, &filed).expect("the two open it");
    assert_eq!(opened, b"the bytes of Tandem");
    // Once more: what was passed on is passed on again.
    house
        .unlock("rik")
        .renew_keys(&phrase(), &Passphrase::new("a lantern behind the green door".to_owned()))
        .expect("rik too");
    let third = Passphrase::new("nine slow barges on the canal".to_owned());
    let bea = house.open().unlock(&id("bea"), &other).expect("bea unlocks");
    bea.renew_keys(&other, &third).expect("bea makes keys again");
    let mut rik = house
        .open()
        .unlock(&id("rik"), &Passphrase::new("a lantern behind the green door".to_owned()))
        .expect("unlocked");
    assert_eq!(together(&mut rik, "bea", &third, &filed).expect("the two open it"), b"the bytes of Tandem");
    house.open().verify().expect("the log is whole");
}

#[test]
fn what_may_be_done_with_what_two_open_is_told_as_it_is_decided() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for officer in ["rik", "bea"] {
        grant(&mut ada, officer, "BEL", "SECRET", DUAL).expect("ada grants the clearance");
    }
    drop(ada);
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let new = NewDocument {
        originator: String::new(),
        ..paper("Tandem", marked_with("SECRET", Some(&["BEL", "FRA"]), DUAL), b"for two")
    };
    let document = house.unlock("rik").file_document(new, &mut quietly).expect("rik files it").id;
    let mut rik = house.unlock("rik");
    let told = rik.explain(ActionName::Release, &document, None, Some(&partner)).expect("it is told");
    let codes: Vec<&str> = told.reasons.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!((told.permitted, codes), (false, vec!["partner_category_missing"]));
    let told = rik.examine_reclassify(&document, &to("CONFIDENTIEL"), None).expect("it is told").explanation;
    assert!(told.permitted, "{told:?}");
    for held in ["second_officer", "sheet_by_two"] {
        assert!(told.satisfied.iter().any(|reason| reason.code == held), "{held}: {told:?}");
    }
}
