//! What two open: the key that they make together, in the place of one that one person made and could have kept; and documents that
//! two seal again, under other file keys.

use std::fs::{self, File};
use std::path::Path;

use seal::{Identity, ObjectKey, SealedReader};
use serde_json::json;
use vault::*;

use super::dual::{house_of, line_on_the_sheet, lines, opening, tandem, together, with_document};
use super::dual_changes::{signed, signed_with};
use super::dual_deeds::approved;
use super::dual_renewal::{joint, lies_open};
use super::forged::caught;
use super::hostile::Hostile;
use super::house::*;

fn every(_: u64, _: u64) -> Flow {
    Flow::Continue
}

/// Two seal again what a scope names, rik at the window.
fn again(house: &House, second: &str, scope: &RekeyScope) -> Result<Rekeyed, Error> {
    again_until(house, second, scope, &mut every)
}

fn again_until(
    house: &House,
    second: &str,
    scope: &RekeyScope,
    progress: &mut dyn FnMut(u64, u64) -> Flow,
) -> Result<Rekeyed, Error> {
    let mut rik = house.unlock("rik");
    let second = rik.second(&id(second), &phrase())?;
    rik.rekey_deep_with(scope, Some(&WithSecond { second: &second, purpose: "a key was lost" }), progress)
}

/// The epochs that the sheets of a class were sealed to, in the order of the log.
fn written(house: &House, class: &ClassId) -> Vec<String> {
    let start = format!("class/{class}/");
    let tags = Hostile::new(house, "rik").tags();
    tags.iter().filter_map(|tag| tag.strip_prefix(&start)).map(str::to_owned).collect()
}

/// Whether an object opens as it lies with this key, whatever it is called.
fn opens(path: &Path, with: &Identity) -> bool {
    let name = path.file_stem().and_then(|name| name.to_str()).expect("the path has a name");
    SealedReader::open(with, name, File::open(path).expect("the file opens")).is_ok()
}

fn references(done: &Rekeyed) -> Vec<&str> {
    done.for_two.iter().map(|waiting| waiting.reference.as_str()).collect()
}

/// Bea made a key when she filed, and kept it. What others filed before, and what two write later, opens to her with another alone.
#[test]
fn with_a_key_that_one_made_and_kept_he_opens_nothing_that_others_filed_and_reads_nothing_that_they_write() {
    let house = house_of(&["rik", "bea", "rosa"]);
    let one = tandem(&mut house.unlock("rik"));
    let other = tandem(&mut house.unlock("bea"));
    let kept = joint(&Hostile::new(&house, "rik"), &Hostile::new(&house, "bea"), 2);
    assert!(!lies_open(&house, &one.id, &kept) && lies_open(&house, &other.id, &kept), "what she filed she knows");
    together(&mut house.unlock("rik"), "rosa", &one.id).expect("the two open it");
    assert!(!lies_open(&house, &one.id, &kept), "rik's document is sealed to no key of hers");
    assert!(!lies_open(&house, &other.id, &kept), "nor is hers any more: two made the key");
    assert_eq!(written(&house, &one.class), ["1", "2", "3"], "what for, she does not read");
    // That one is good for what any of them open, and file.
    together(&mut house.unlock("bea"), "rik", &other.id).expect("the two open it");
    tandem(&mut house.unlock("rosa"));
    assert_eq!(written(&house, &one.class), ["1", "2", "3", "3", "3"]);
    for document in [&one.id, &other.id] {
        together(&mut house.unlock("bea"), "rosa", document).expect("the two open it");
    }
    assert!(lines(&mut house.unlock("sam"), "does-not-fit").is_empty());
    house.open().verify().expect("the log is whole");
}

/// Each knows what he writes himself: bea what she asked the release for, rosa why she approved it.
#[test]
fn what_one_writes_alone_of_what_two_open_is_sealed_to_a_key_that_he_made() {
    let (house, [two, _], _) = approved();
    assert_eq!(written(&house, &two.class), ["1", "2", "3"], "rik filed it, bea asked, rosa approved");
    let makers = |epoch: u32| {
        let made = house.unlock("sam").log(&LogFilter { action: Some("renew-key".to_owned()), ..LogFilter::default() });
        let rows = made.expect("sam reads the log").rows;
        let of = |row: &&LogRow| {
            row.detail.get("epoch") == Some(&epoch.to_string())
                && row.detail.values().any(|value| *value == two.class.to_string())
        };
        rows.iter().find(of).map(|row| row.officer.to_string())
    };
    assert_eq!([makers(2), makers(3)], [Some("bea".to_owned()), Some("rosa".to_owned())]);
}

#[test]
fn an_opening_whose_purpose_is_sealed_to_a_key_that_another_made_alone() {
    let (house, filed) = with_document();
    let rik = Hostile::new(&house, "rik");
    let forged = caught(&house, "bea", |bea| {
        let parts = line_on_the_sheet(bea, &filed);
        opening(&filed, (bea, &rik), ("bea", "rik"), (bea.position.size(), &filed.id), parts)
    });
    assert_eq!(forged, "key_of_one");
}

#[test]
fn what_two_open_two_seal_again_and_a_key_that_was_kept_opens_nothing_of_it() {
    let house = house_of(&["rik", "bea"]);
    let two = [tandem(&mut house.unlock("rik")), tandem(&mut house.unlock("rik"))];
    let single = file(&mut house.unlock("rik"), "Single", marked("SECRET", None));
    let kept = joint(&Hostile::new(&house, "rik"), &Hostile::new(&house, "bea"), 1);
    let before = objects(&house.dir);
    // One alone seals what one opens, and names what waits for two.
    let done = house.unlock("rik").rekey_deep(&RekeyScope::Held, &mut every).expect("sealed again");
    assert_eq!((done.rewrapped, done.remaining, done.classes_left_out), (1, 0, 0));
    let mut waiting = references(&done);
    waiting.sort_unstable();
    assert_eq!(waiting, [two[0].reference.as_str(), two[1].reference.as_str()]);
    assert_eq!(objects(&house.dir).iter().filter(|path| before.contains(path)).count(), 2);
    let done = again(&house, "bea", &RekeyScope::Held).expect("sealed again");
    assert_eq!((done.rewrapped, done.remaining, done.for_two.len()), (3, 0, 0));
    let after = objects(&house.dir);
    assert_eq!(after.len(), 3);
    assert!(!after.iter().any(|path| before.contains(path) || opens(path, &kept)));
    for one in &two {
        assert_eq!(
            together(&mut house.unlock("bea"), "rik", &one.id).expect("the two open it"),
            b"the bytes of Tandem"
        );
    }
    assert_eq!(read(&mut house.unlock("bea"), &single.id), b"the bytes of Single");
    let mut sam = house.unlock("sam");
    assert_eq!(lines(&mut sam, "reseal").len(), 4);
    assert!(lines(&mut sam, "open-together").iter().all(|row| row.detail.contains_key("second")));
    assert!(lines(&mut sam, "does-not-fit").is_empty());
    house.open().verify().expect("the log is whole");
}

#[test]
fn sealing_again_by_two_that_is_stopped_keeps_what_was_done_and_goes_through_all_of_it_the_next_time() {
    let house = house_of(&["rik", "bea"]);
    let filed: Vec<FilingResult> = (0..3).map(|_| tandem(&mut house.unlock("rik"))).collect();
    let before = objects(&house.dir);
    let class = RekeyScope::Class(filed[0].class.clone());
    let mut told = Vec::new();
    let stopped = again_until(&house, "bea", &class, &mut |done, total| {
        told.push((done, total));
        Flow::Stop
    });
    let stopped = stopped.expect("some are sealed again");
    assert_eq!((stopped.rewrapped, stopped.remaining, told), (1, 2, vec![(1, 3)]));
    assert_eq!(objects(&house.dir).iter().filter(|path| before.contains(path)).count(), 2);
    assert_eq!(again(&house, "bea", &class).expect("sealed again").rewrapped, 3);
    assert!(!objects(&house.dir).iter().any(|path| before.contains(path)));
}

#[test]
fn nobody_is_a_second_where_one_seals_nor_alone_where_two_do() {
    let (house, filed) = with_document();
    let single = file(&mut house.unlock("rik"), "Single", marked("SECRET", None));
    let of = |document: &DocumentId| RekeyScope::Document(document.clone());
    let alone = house.unlock("rik").rekey_deep(&of(&filed.id), &mut every).expect_err("refused");
    assert_eq!(codes(&alone), ["opens_by_two"]);
    assert_eq!(codes(&again(&house, "bea", &of(&single.id)).expect_err("refused")), ["opens_by_one"]);
    assert_eq!(codes(&again(&house, "rik", &of(&filed.id)).expect_err("refused")), ["second_is_first"]);
    assert_eq!(codes(&again(&house, "carl", &of(&filed.id)).expect_err("refused")).first(), Some(&"second_may_not"));
    assert_eq!(objects(&house.dir).len(), 2);
    assert_eq!(again(&house, "bea", &of(&filed.id)).expect("sealed again").rewrapped, 1);
}

#[test]
fn what_waits_for_two_with_the_header_of_an_older_key_is_named_until_they_opened_something() {
    let house = house_of(&["rik", "bea", "rosa"]);
    let filed = [tandem(&mut house.unlock("rik")), tandem(&mut house.unlock("rik"))];
    let rekey = || house.unlock("rik").rekey(&RekeyScope::Held, &mut every).expect("done");
    assert!(references(&rekey()).is_empty(), "they have the first key, and there is no other");
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    let mut waiting: Vec<String> = references(&rekey()).into_iter().map(str::to_owned).collect();
    waiting.sort_unstable();
    assert_eq!(waiting, [filed[0].reference.clone(), filed[1].reference.clone()]);
    together(&mut house.unlock("rik"), "rosa", &filed[0].id).expect("the two open it");
    assert!(references(&rekey()).is_empty());
}

/// Rik made the key alone, and kept it: sealed to it, he would open alone what two filed.
#[test]
fn a_document_for_two_that_is_sealed_again_for_a_key_that_one_made() {
    let (house, filed) = with_document();
    let bea = Hostile::new(&house, "bea");
    let object = seal::ObjectKey::generate_from(&seal::SystemRandomness).object();
    let resealed = json!({ "event": "resealed", "earlier": [], "document": filed.id, "epoch": 1, "object": object });
    assert_eq!(caught(&house, "rik", |rik| signed(rik, &bea, &filed, resealed.clone())), "key_of_one");
}

/// Two who may read it, with programs of their own.
#[test]
fn another_content_that_two_sealed_in_the_place_of_what_was_filed_is_told_to_the_next_two() {
    let house = house_of(&["rik", "bea", "rosa"]);
    let filed = tandem(&mut house.unlock("rik"));
    together(&mut house.unlock("rik"), "bea", &filed.id).expect("the two open it, and make a key");
    let (mut rik, bea) = (Hostile::new(&house, "rik"), Hostile::new(&house, "bea"));
    let two = joint(&rik, &bea, 2);
    let key = ObjectKey::generate();
    let path = house.path(&format!("objects/{}/{}.age", &key.id()[..2], key.id()));
    fs::create_dir_all(path.parent().expect("the path has a folder")).expect("the folders are made");
    let into = File::options().read(true).write(true).create_new(true).open(&path).expect("the file opens");
    // As long as what was filed, to the byte.
    let mut other = &b"the bytes of Tandex"[..];
    seal::seal_file(&key, two.recipient(), &mut other, &into, &mut |_| Flow::Continue).expect("it is sealed");
    let resealed = json!({ "event": "resealed", "earlier": [], "document": filed.id, "epoch": 2, "object": key.id() });
    let forgery = signed_with(&rik, &bea, &filed, resealed, Vec::new());
    rik.append(forgery);
    drop((rik, bea));
    let told = together(&mut house.unlock("rosa"), "rik", &filed.id).expect_err("it is another");
    assert_eq!(told.code(), "object_altered");
}
