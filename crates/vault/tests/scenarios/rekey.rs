//! Old objects are sealed for the present key of their class, whatever dies in between.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use objects::Step;
use seal::SealedReader;
use vault::*;

use super::hostile::Hostile;
use super::house::*;
use super::kill;

fn place(house: &House, filed: &FilingResult) -> PathBuf {
    house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id))
}

/// Whether an officer can open a sealed file with what the log ever gave him, and his own program.
fn opens(house: &House, officer: &str, id: &DocumentId, file: &std::path::Path) -> bool {
    let hostile = Hostile::new(house, officer);
    hostile.held("class").iter().any(|(class, epoch)| {
        let identity = hostile.identity_of(&format!("class {class} epoch {epoch}")).expect("the officer holds the key");
        SealedReader::open(&identity, id.as_str(), File::open(file).expect("the file opens")).is_ok()
    })
}

/// What is wrong among the objects.
fn of_objects(checkup: &Checkup) -> Vec<&Finding> {
    checkup.findings.iter().filter(|finding| finding.name.contains("objects/")).collect()
}

fn every(_: u64, _: u64) -> Flow {
    Flow::Continue
}

fn came(rewrapped: u64, remaining: u64) -> Rekeyed {
    Rekeyed { rewrapped, remaining, ..Rekeyed::default() }
}

/// Documents of SECRET, some of which bea may have kept the key of, and nobody has done anything since she was suspended.
fn suspended(count: usize) -> (House, Vec<FilingResult>) {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed = (0..count).map(|n| file(&mut rik, &format!("Paper {n}"), marked("SECRET", None))).collect();
    drop(rik);
    drop(house.unlock("bea"));
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    (house, filed)
}

#[test]
fn what_was_filed_before_a_suspension_no_longer_opens_as_it_lies_with_a_key_that_was_kept() {
    let (house, filed) = suspended(3);
    let elsewhere = tempfile::tempdir().expect("a folder for the test");
    let kept = elsewhere.path().join("kept.age");
    fs::copy(place(&house, &filed[0]), &kept).expect("the file is copied");
    assert!(filed.iter().all(|one| opens(&house, "bea", &one.id, &place(&house, one))));
    // An officer who holds the class does it, in the background.
    drop(house.unlock("rik"));
    for one in &filed {
        assert!(!opens(&house, "bea", &one.id, &place(&house, one)));
        assert!(opens(&house, "rosa", &one.id, &place(&house, one)));
    }
    assert!(opens(&house, "bea", &filed[0].id, &kept), "a copy that was kept is what it was");
    let mut rosa = house.unlock("rosa");
    for (n, one) in filed.iter().enumerate() {
        assert_eq!(read(&mut rosa, &one.id), format!("the bytes of Paper {n}").as_bytes());
    }
    house.open().verify().expect("the log is whole");
    assert_eq!(of_objects(&house.open().doctor(Some(&mut rosa))), [] as [&Finding; 0]);
}

#[test]
fn rekeying_says_how_many_objects_it_was_and_how_many_are_left() {
    let (house, filed) = suspended(3);
    let mut rik = house.unlock("rik");
    assert_eq!(rik.rekey(&RekeyScope::Held, &mut every).expect("renewed"), came(0, 0), "unlocking did it");
    drop(rik);
    // Again, without the background: what is put back is found.
    house.unlock("sam").reinstate_clearance(&id("bea"), "BEL", "cleared up").expect("sam reinstates bea's clearance");
    drop(house.unlock("rik"));
    let old = filed.iter().map(|one| fs::read(place(&house, one)).expect("the file is read")).collect::<Vec<_>>();
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "again").expect("sam suspends bea's clearance");
    drop(house.unlock("rik"));
    let new = filed.iter().map(|one| fs::read(place(&house, one)).expect("the file is read")).collect::<Vec<_>>();
    assert!(old.iter().zip(&new).all(|(old, new)| old != new && old.len() == new.len()), "in place");
    filed.iter().zip(&old).for_each(|(one, old)| fs::write(place(&house, one), old).expect("the file is written"));
    let mut rik = house.unlock("rik");
    let class = &RekeyScope::Class(filed[0].class.clone());
    assert_eq!(rik.rekey(class, &mut every).expect("renewed"), came(3, 0));
    assert_eq!(rik.rekey(class, &mut every).expect("renewed"), came(0, 0));
    // One that is not what it should be is left, and said.
    fs::write(place(&house, &filed[1]), b"rubbish").expect("the file is written");
    filed
        .iter()
        .zip(&old)
        .skip(2)
        .for_each(|(one, old)| fs::write(place(&house, one), old).expect("the file is written"));
    assert_eq!(rik.rekey(&RekeyScope::Held, &mut every).expect("renewed"), came(1, 1));
    assert_eq!(rik.rekeying().expect("rik sees what is to be renewed"), None);
    let mut carl = house.unlock("carl");
    assert!(matches!(carl.rekey(class, &mut every), Err(Error::NotFound { .. })), "he may not know of it");
    assert_eq!(carl.rekey(&RekeyScope::Held, &mut every).expect("renewed"), Rekeyed::default());
}

#[test]
fn a_disk_that_fills_up_on_the_way_says_how_much_is_done_and_left() {
    let (house, filed) = suspended(70);
    let old = filed.iter().map(|one| fs::read(place(&house, one)).expect("the file is read")).collect::<Vec<_>>();
    let room = Arc::new(AtomicUsize::new(usize::MAX));
    let at_steps = room.clone();
    let vault = house.open().danger_with_faults(move |at| {
        if at != Step::Heading {
            return Ok(());
        }
        match at_steps.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)) {
            Ok(_) => Ok(()),
            Err(_) => Err(io::ErrorKind::StorageFull.into()),
        }
    });
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    rik.rekey(&RekeyScope::Held, &mut every).expect("renewed");
    filed.iter().zip(&old).for_each(|(one, old)| fs::write(place(&house, one), old).expect("the file is written"));
    room.store(1, Ordering::SeqCst);
    match rik.rekey(&RekeyScope::Held, &mut every) {
        Err(Error::DiskFullMidway { done: 64, left: 6 }) => {}
        other => panic!("{other:?}"),
    }
    // Of nothing, nothing is said to be done.
    filed.iter().zip(&old).for_each(|(one, old)| fs::write(place(&house, one), old).expect("the file is written"));
    assert!(matches!(rik.rekey(&RekeyScope::Held, &mut every), Err(Error::DiskFull)));
    room.store(usize::MAX, Ordering::SeqCst);
    assert_eq!(rik.rekey(&RekeyScope::Held, &mut every).expect("renewed"), came(70, 0));
}

#[test]
fn one_document_or_one_dossier_is_rekeyed_by_itself() {
    let (house, filed) = suspended(3);
    let old = filed.iter().map(|one| fs::read(place(&house, one)).expect("the file is read")).collect::<Vec<_>>();
    drop(house.unlock("rik"));
    let new = filed.iter().map(|one| fs::read(place(&house, one)).expect("the file is read")).collect::<Vec<_>>();
    let put_back = || {
        filed.iter().zip(&old).for_each(|(one, old)| fs::write(place(&house, one), old).expect("the file is written"))
    };
    let now = || filed.iter().map(|one| fs::read(place(&house, one)).expect("the file is read")).collect::<Vec<_>>();
    assert!(old.iter().zip(&new).all(|(old, new)| old != new));
    let mut rik = house.unlock("rik");
    put_back();
    let one = RekeyScope::Document(filed[1].id.clone());
    assert_eq!(rik.rekey(&one, &mut every).expect("renewed"), came(1, 0));
    assert_eq!(now().iter().zip(&old).map(|(now, old)| now != old).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(rik.rekey(&one, &mut every).expect("renewed"), came(0, 0), "it has the present one");
    let dossier = rik.dossiers(&DossierFilter::default()).expect("the dossiers are listed").rows.remove(0);
    let all = RekeyScope::Dossier(dossier.id.clone());
    assert_eq!(rik.rekey(&all, &mut every).expect("renewed"), came(2, 0));
    // Again, under another file key: another object, and the others stay.
    assert_eq!(rik.rekey_deep(&one, &mut every).expect("sealed anew"), came(1, 0));
    assert!(!place(&house, &filed[1]).exists() && place(&house, &filed[0]).exists());
    assert_eq!(read(&mut rik, &filed[1].id), b"the bytes of Paper 1");
    // Of what an officer may not open he learns nothing.
    let mut carl = house.unlock("carl");
    assert!(matches!(carl.rekey(&one, &mut every), Err(Error::NotFound { kind: "document", .. })));
    assert!(matches!(carl.rekey_deep(&one, &mut every), Err(Error::NotFound { kind: "document", .. })));
}

#[test]
fn rekeying_that_is_stopped_goes_on_where_it_was() {
    let (house, filed) = suspended(70);
    // One step of the background is not enough for all of them.
    let mut rik = house.unlock("rik");
    let left = rik.rekeying().expect("rik sees what is to be renewed").expect("there is more to do");
    assert_eq!((left.classes, left.total), (1, 70));
    assert!(left.seen > 0 && left.seen < 70, "{left:?}");
    drop(rik);
    let old = |house: &House| filed.iter().filter(|one| opens(house, "bea", &one.id, &place(house, one))).count();
    let before = old(&house);
    assert!(before > 0 && before < 70);
    let mut rik = house.unlock("rik");
    assert_eq!(rik.rekeying().expect("rik sees what is to be renewed"), None);
    assert_eq!(old(&house), 0);
    assert_eq!(titles(&mut rik).len(), 70);
}

#[test]
fn a_process_that_dies_at_any_step_leaves_objects_that_open() {
    for step in ["Heading", "HeadsNoted", "HeadsPut"] {
        let (house, filed) = suspended(4);
        let status = kill::child(&house, "rik", step, 0).wait().expect("the program ends");
        assert!(!status.success(), "it was to die at {step}");
        // Before anybody settles it, and after.
        for officer in ["rosa", "rik", "rosa"] {
            let mut session = house.unlock(officer);
            for (n, one) in filed.iter().enumerate() {
                assert_eq!(read(&mut session, &one.id), format!("the bytes of Paper {n}").as_bytes(), "{step}");
            }
        }
        assert!(filed.iter().all(|one| !opens(&house, "bea", &one.id, &place(&house, one))), "{step}");
        assert_eq!(of_objects(&house.open().doctor(None)), [] as [&Finding; 0], "{step}: nothing is left");
    }
}

#[test]
fn a_withdrawal_takes_entries_by_classes_however_many_documents_there_are() {
    let audiences: [Option<&[&str]>; 4] =
        [None, Some(&["BEL", "FRA"]), Some(&["BEL", "NLD"]), Some(&["BEL", "FRA", "NLD"])];
    let entries = |classes: usize, count: usize| {
        let house = House::furnished();
        let mut rik = house.unlock("rik");
        let mut made = Vec::new();
        for nations in audiences.into_iter().take(classes) {
            let filed = (0..count).map(|n| file(&mut rik, &format!("Paper {n}"), marked("SECRET", nations)));
            made.extend(filed.last().map(|filed| filed.class));
        }
        drop((rik, house.unlock("bea")));
        let before = house.open().verify().expect("the log is whole").entries;
        house.unlock("sam").withdraw_clearance(&id("bea"), "BEL", "decision").expect("sam withdraws bea's clearance");
        drop(house.unlock("rik"));
        let after = house.open().verify().expect("the log is whole").entries;
        let mut otto = house.unlock("otto");
        assert_eq!(made.len(), classes);
        assert!(made.iter().all(|class| epochs(&mut otto, class) == 2), "each of them has another key");
        after - before
    };
    let of_one = entries(1, 2);
    assert_eq!(of_one, entries(1, 40));
    let of_four = entries(4, 1);
    assert_eq!(of_four, entries(4, 12));
    assert!(of_four <= of_one + 3, "{of_four} and {of_one}");
}

#[test]
fn a_clearance_that_runs_out_today_closes_and_renews_by_the_date_alone() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "tim", "BEL", &[Role::Reader]);
    ada.grant_clearance(GrantClearance {
        officer: id("tim"),
        policy: "BEL".to_owned(),
        level: "SECRET".to_owned(),
        categories: Default::default(),
        from: testkit::date(2026, 1, 1),
        until: testkit::date(2026, 11, 22),
        certificate: "C".to_owned(),
        authority: "ANS".to_owned(),
    })
    .expect("ada grants the clearance");
    brief(&mut ada, "tim", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("tim"), None, "exercise").expect("ada adds tim to the dossier");
    drop(ada);
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Paper", marked("SECRET", None));
    closes_at_midnight(&house, rik, &filed, "tim");
}

#[test]
fn a_membership_whose_last_day_is_today_closes_and_renews_by_the_date_alone() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "tim", "BEL", &[Role::Reader]);
    clear(&mut ada, "tim", "BEL", "SECRET");
    let today = Some(testkit::date(2026, 11, 22));
    ada.add_member(&dossier("D-1"), &id("tim"), today, "exercise").expect("ada adds tim to the dossier");
    drop(ada);
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Paper", marked("SECRET", None));
    closes_at_midnight(&house, rik, &filed, "tim");
    // What the dossier is about as well: its title, its people.
    let latest = |officer| Hostile::new(&house, officer).held("dossier").into_iter().map(|(_, epoch)| epoch).max();
    assert!(latest("rik") > latest("tim"), "{:?}, {:?}", latest("rik"), latest("tim"));
}

#[test]
fn an_authorisation_whose_last_day_is_today_closes_and_renews_by_the_date_alone() {
    let house = House::furnished();
    let authorised = NewAuthorisation {
        policies: ["BEL".to_owned()].into(),
        authority: "ANS".to_owned(),
        reference: "N-7".to_owned(),
        until: testkit::date(2026, 11, 22),
    };
    let outside = NewFunction::Outside { authorised: Some(authorised) };
    let set = house.unlock("sam").set_function(&id("bea"), outside, "a contractor").expect("the function is entered");
    assert!(set.effective().is_some(), "nobody else is asked in an exercise");
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Paper", marked("RESTREINT", None));
    closes_at_midnight(&house, rik, &filed, "bea");
}

/// What lets an officer read a document ends with this day: a member who holds its key notices, and gives the rest another.
fn closes_at_midnight(house: &House, mut rik: Session, filed: &FilingResult, officer: &str) {
    let mut reader = house.unlock(officer);
    // Nine in the morning: it lasts until midnight of UTC.
    house.clock.seconds(15 * 3600 - 1);
    assert_eq!(read(&mut reader, &filed.id), b"the bytes of Paper");
    rik.attend().expect("rik does what waits for the keys held");
    assert_eq!(epochs(&mut house.unlock("otto"), &filed.class), 1, "nothing is due yet");
    house.clock.seconds(1);
    assert!(try_read(&mut reader, &filed.id).is_err());
    assert!(titles(&mut reader).is_empty(), "and nothing of it is listed");
    // A session that goes on needs no entry to notice that it is another day.
    rik.attend().expect("rik does what waits for the keys held");
    assert_eq!(epochs(&mut house.unlock("otto"), &filed.class), 2);
    assert_eq!(Hostile::new(house, officer).held("class").len(), 1, "he got no later key");
    assert!(!opens(house, officer, &filed.id, &place(house, filed)));
}
