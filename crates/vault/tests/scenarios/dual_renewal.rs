//! What two open: after one of them made other keys for himself, and what is told of it beforehand.

use std::io::Read as _;

use vault::*;

use super::house::*;
use super::reclassify::to;
use super::releases::partner;

const DUAL: &[(&str, &str)] = &[("Handling", "DUAL")];

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
