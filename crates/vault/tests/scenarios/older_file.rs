//! An older file of an identity, put back where a newer one lay.

use std::fs;

use serde_json::json;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

const FILE: &str = "identities/bea.age";

fn own() -> Passphrase {
    Passphrase::new("four words without sense".to_owned())
}

fn unlock(house: &House, passphrase: &Passphrase, file: FileAge) -> Result<Session, Error> {
    let knowing = Knowing { clock: ClockTrust::Confirmed, file, ..Knowing::default() };
    house.open().unlock_telling(&id("bea"), passphrase, knowing, &mut |_| ())
}

fn older(outcome: Result<Session, Error>) -> bool {
    match outcome {
        Ok(_) => false,
        Err(error) => (error.code(), error.exit()) == ("identity_older", ExitClass::Integrity),
    }
}

/// Bea has changed her passphrase, and somebody has put back the file of before; the newer one is given.
fn put_back(house: &House) -> Vec<u8> {
    let before = fs::read(house.path(FILE)).expect("it is there");
    house.unlock("bea").change_passphrase(&phrase(), &own()).expect("bea changes the passphrase");
    let after = fs::read(house.path(FILE)).expect("it is there");
    fs::write(house.path(FILE), before).expect("it is put back");
    after
}

#[test]
fn an_older_identity_file_that_is_put_back_lets_nobody_in_and_its_officer_hears_of_it() {
    let house = House::furnished();
    house.clock.forward(1);
    let newer = put_back(&house);
    let refused = house.try_unlock("bea").expect_err("the passphrase of before opens nothing");
    assert_eq!(refused.code(), "identity_older");
    let at = house.clock.now().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    assert_eq!(refused.params(), [("officer", "bea".to_owned()), ("at", at)]);
    // Another workstation, which never saw the newer file, reads it in the log.
    let copy = house.copy();
    fs::remove_file(copy.path("desks/bea.sqlite")).expect("the index is removed");
    let lost = Knowing { memory: Memory::Lost, clock: ClockTrust::Confirmed, file: FileAge::Latest };
    assert!(older(copy.open().unlock_telling(&id("bea"), &phrase(), lost, &mut |_| ())));
    fs::write(house.path(FILE), newer).expect("it is put back");
    let bea = unlock(&house, &own(), FileAge::Latest).expect("bea unlocks");
    assert_eq!(bea.failed_attempts(), 1, "she is told that it was tried");
    assert!(bea.warnings().iter().all(|warning| warning.code != "identity_older"));
}

#[test]
fn an_officer_who_put_it_back_goes_on_is_warned_and_it_is_recorded() {
    let house = House::furnished();
    drop(put_back(&house));
    for _ in 0..2 {
        let bea = unlock(&house, &phrase(), FileAge::Older).expect("bea unlocks");
        assert!(bea.warnings().iter().any(|warning| warning.code == "identity_older"));
        assert!(older(house.try_unlock("bea")), "as often as it is tried");
    }
    let all = LogFilter { action: Some("unlock".to_owned()), limit: 1000, ..LogFilter::default() };
    let rows = house.unlock("otto").log(&all).expect("otto reads the log").rows;
    let told: Vec<_> =
        rows.iter().filter(|row| row.detail.get("identity-file").is_some_and(|f| f == "older")).collect();
    assert_eq!(told.iter().map(|row| row.officer.as_str()).collect::<Vec<_>>(), ["bea", "bea"]);
    // Another passphrase, and it is the latest file again.
    let mut bea = unlock(&house, &phrase(), FileAge::Older).expect("bea unlocks");
    let last = Passphrase::new("four other words of bea".to_owned());
    bea.change_passphrase(&phrase(), &last).expect("bea changes the passphrase");
    bea.change_passphrase(&last, &own()).expect("and once more");
    drop(bea);
    let bea = unlock(&house, &own(), FileAge::Latest).expect("bea unlocks");
    assert!(bea.warnings().iter().all(|warning| warning.code != "identity_older"));
}

#[test]
fn an_older_file_is_good_for_nothing_in_a_session_that_is_open() {
    let house = House::furnished();
    let before = fs::read(house.path(FILE)).expect("it is there");
    let mut bea = house.unlock("bea");
    let pin = Passphrase::new("8352".to_owned());
    let mut kept = bea.keep_under_pin(&phrase(), &pin).expect("bea sets a PIN");
    bea.change_passphrase(&phrase(), &own()).expect("bea changes the passphrase");
    fs::write(house.path(FILE), before).expect("it is put back");
    let other = Passphrase::new("four words of another".to_owned());
    for error in [
        bea.change_passphrase(&phrase(), &other).expect_err("it is an older file"),
        bea.keep_under_pin(&phrase(), &pin).map(drop).expect_err("it is an older file"),
        house.renew("bea", &phrase(), &other).map(drop).expect_err("it is an older file"),
        bea.renew_keys(&phrase(), &other).map(drop).expect_err("it is an older file"),
        house.unlock("rik").second(&id("bea"), &phrase()).map(drop).expect_err("it is an older file"),
    ] {
        assert_eq!(error.code(), "identity_older");
    }
    for _ in 0..2 {
        let gone = house.open().unlock_with_pin(&mut kept, &pin, &mut |_| ()).map(drop);
        assert_eq!(gone.expect_err("it stood for a passphrase of before").code(), "pin_gone");
    }
}

#[test]
fn a_file_that_nobody_entered_because_a_process_died_is_entered_by_the_next_unlock() {
    let house = House::furnished();
    let before = fs::read(house.path(FILE)).expect("it is there");
    let died = house.copy();
    let newer = put_back(&house);
    fs::write(died.path(FILE), newer).expect("it is written");
    drop(unlock(&died, &own(), FileAge::Latest).expect("bea unlocks"));
    fs::write(died.path(FILE), before).expect("it is put back");
    assert!(older(died.try_unlock("bea")));
}

#[test]
fn a_passphrase_whose_change_cannot_be_entered_stays_as_it_was() {
    let house = House::furnished();
    let before = fs::read(house.path(FILE)).expect("it is there");
    let mut bea = house.unlock("bea");
    house.clock.seconds(-3600);
    let refused = bea.change_passphrase(&phrase(), &own()).expect_err("the clock stands behind the log");
    assert_eq!(refused.code(), "clock_behind");
    assert_eq!(fs::read(house.path(FILE)).expect("it is there"), before);
    house.clock.seconds(3600);
    drop(bea);
    drop(house.unlock("bea"));
}

#[test]
fn a_number_for_the_file_of_another_stops_the_next_reader_and_a_lower_one_changes_nothing() {
    let house = House::furnished();
    let rik = Hostile::new(&house, "rik").signer.key_id().to_string();
    let locked = |key: &str, number: u32| json!({ "event": "passphrase-changed", "officer": "bea", "file": { "key": key, "number": number } });
    let copy = house.copy();
    assert_eq!(caught(&copy, "bea", |_| Forgery::of(locked(&rik, 9))), "unknown_identity");
    drop(put_back(&house));
    let mut bea = Hostile::new(&house, "bea");
    let own_key = bea.signer.key_id().to_string();
    bea.append(Forgery::of(locked(&own_key, 0)));
    drop(bea);
    assert!(older(house.try_unlock("bea")), "what was reached is not taken back");
}
