//! Documents are sealed again, under other file keys.

use std::fs::{self, File};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use objects::Step;
use seal::{ObjectKey, SealedReader};
use serde_json::json;
use vault::*;

use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::kill;

fn every(_: u64, _: u64) -> Flow {
    Flow::Continue
}

/// Whether an officer opens what lies in a file with what the log ever gave him, whatever its name.
fn opens(house: &House, officer: &str, file: &std::path::Path) -> bool {
    let hostile = Hostile::new(house, officer);
    let name = file.file_stem().expect("the path has a name").to_str().expect("the path is UTF-8").to_owned();
    hostile.held("class").iter().any(|(class, epoch)| {
        let identity = hostile.identity_of(&format!("class {class} epoch {epoch}")).expect("the officer holds the key");
        SealedReader::open(&identity, &name, File::open(file).expect("the file opens")).is_ok()
    })
}

#[test]
fn a_document_that_is_sealed_again_is_another_object_with_the_same_content() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed: Vec<_> = (0..3).map(|n| file(&mut rik, &format!("Paper {n}"), marked("SECRET", None))).collect();
    let before = objects(&house.dir);
    let kept: Vec<Vec<u8>> = before.iter().map(|path| fs::read(path).expect("the file is read")).collect();
    let done = rik.rekey_deep(&RekeyScope::Class(filed[0].class.clone()), &mut every).expect("sealed anew");
    assert_eq!((done.rewrapped, done.remaining), (3, 0));
    let after = objects(&house.dir);
    assert_eq!(after.len(), 3);
    assert!(after.iter().all(|path| !before.contains(path)), "the old ones are gone");
    assert!(after.iter().all(|path| !kept.contains(&fs::read(path).expect("the file is read"))));
    for officer in ["rik", "bea"] {
        let mut session = house.unlock(officer);
        for (n, one) in filed.iter().enumerate() {
            assert_eq!(read(&mut session, &one.id), format!("the bytes of Paper {n}").as_bytes());
        }
    }
    // Again, also with an index that is made again.
    assert_eq!(rik.rekey_deep(&RekeyScope::Held, &mut every).expect("sealed anew").rewrapped, 3);
    let mut bea = house.unlock_without_index("bea");
    for (n, one) in filed.iter().enumerate() {
        assert_eq!(read(&mut bea, &one.id), format!("the bytes of Paper {n}").as_bytes());
    }
    assert!(objects(&house.dir).iter().all(|path| opens(&house, "bea", path)));
    house.open().verify().expect("the log is whole");
}

#[test]
fn a_disk_that_fills_up_on_the_way_says_how_many_are_sealed_again_and_left() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    for n in 0..5 {
        file(&mut rik, &format!("Paper {n}"), marked("SECRET", None));
    }
    drop(rik);
    let sealed = AtomicUsize::new(0);
    let vault = house.open().danger_with_faults(move |at| {
        let full = at == Step::Writing && sealed.fetch_add(1, Ordering::SeqCst) >= 2;
        if full { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    });
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    match rik.rekey_deep(&RekeyScope::Held, &mut every) {
        Err(error @ Error::DiskFullMidway { done: 2, left: 3 }) => assert_eq!(error.exit(), ExitClass::Failed),
        other => panic!("{other:?}"),
    }
    assert!(matches!(rik.rekey_deep(&RekeyScope::Held, &mut every), Err(Error::DiskFull)), "nothing was done");
    drop(rik);
    assert_eq!(house.unlock("rik").rekey_deep(&RekeyScope::Held, &mut every).expect("sealed anew").rewrapped, 5);
}

#[test]
fn a_file_key_that_was_kept_opens_nothing_that_was_sealed_again() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Paper", marked("SECRET", None));
    drop(house.unlock("bea"));
    house.unlock("sam").withdraw_clearance(&id("bea"), "BEL", "decision").expect("it is done");
    house.unlock("rik").rekey_deep(&RekeyScope::Held, &mut every).expect("sealed anew");
    assert!(objects(&house.dir).iter().all(|path| !opens(&house, "bea", path) && opens(&house, "rosa", path)));
}

#[test]
fn a_process_that_dies_while_a_document_is_sealed_again_leaves_it_whole() {
    for step in ["Writing", "Sealed", "Placed", "Recorded", "Replaced"] {
        let house = House::furnished();
        let filed = file(&mut house.unlock("rik"), "Paper", marked("SECRET", None));
        assert!(!kill::resealing(&house, "rik", step).wait().expect("it ends").success(), "it was to die at {step}");
        assert_eq!(read(&mut house.unlock("bea"), &filed.id), b"the bytes of Paper", "{step}");
        assert_eq!(objects(&house.dir).len(), 1, "{step}");
        house.open().verify().expect("the log is whole");
    }
}

#[test]
fn another_content_under_the_name_of_a_document_that_was_sealed_again_is_told() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Paper", marked("SECRET", None));
    drop(house.unlock("bea"));
    let mut bea = Hostile::new(&house, "bea");
    let identity = bea.identity_of(&format!("class {} epoch 1", filed.class)).expect("the officer holds the key");
    let key = ObjectKey::generate();
    let path = house.path(&format!("objects/{}/{}.age", &key.id()[..2], key.id()));
    fs::create_dir_all(path.parent().expect("the path has a folder")).expect("the folders are made");
    let into = File::options().read(true).write(true).create_new(true).open(&path).expect("the file opens");
    // As long as what was filed, to the byte.
    let mut other = &b"the bytes of Papel"[..];
    seal::seal_file(&key, identity.recipient(), &mut other, &into, &mut |_| Flow::Continue).expect("it is sealed");
    bea.append(Forgery::of(json!({
        "event": "resealed", "earlier": [], "document": filed.id.as_str(), "epoch": 1, "object": key.id(),
    })));
    drop(bea);
    assert_eq!(
        try_read(&mut house.unlock("rosa"), &filed.id).expect_err("rosa's opening is refused").code(),
        "object_altered"
    );
}

#[test]
fn nobody_seals_again_what_he_may_not_read() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Paper", marked("SECRET", None));
    let mut carl = house.unlock("carl");
    assert!(matches!(
        carl.rekey_deep(&RekeyScope::Class(filed.class.clone()), &mut every),
        Err(Error::NotFound { .. })
    ));
    assert_eq!(carl.rekey_deep(&RekeyScope::Held, &mut every).expect("sealed anew"), Rekeyed::default());
}
