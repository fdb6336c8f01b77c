//! Processes that die in the middle of filing, and processes that file at the same time.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use vault::*;

use super::house::*;

const DIR: &str = "ZEGEL_TEST_VAULT";
const OFFICER: &str = "ZEGEL_TEST_OFFICER";
const DIES_AT: &str = "ZEGEL_TEST_DIES_AT";
const HOW_MANY: &str = "ZEGEL_TEST_HOW_MANY";
/// A document to be given another marking instead.
const MOVES: &str = "ZEGEL_TEST_MOVES";
/// All documents are to be sealed again instead.
const RESEALS: &str = "ZEGEL_TEST_RESEALS";

/// Another version of a document is filed instead.
const RENEWS: &str = "ZEGEL_TEST_RENEWS";

/// A document is put into the dossier `D-2` instead.
const REFILES: &str = "ZEGEL_TEST_REFILES";

/// Documents with text in them are filed, and it is read.
const READS: &str = "ZEGEL_TEST_READS";

/// As [`child`], a process that files four documents with text in them.
pub fn reading(house: &House, officer: &str, dies_at: &str) -> Child {
    process(house, officer, dies_at, 1).env(READS, "1").spawn().expect("the program starts")
}

/// As [`child`], a process that files another version of a document.
pub fn renewing(house: &House, officer: &str, dies_at: &str, document: &DocumentId) -> Child {
    process(house, officer, dies_at, 0).env(RENEWS, document.as_str()).spawn().expect("the program starts")
}

/// As [`child`], a process that puts a document into the dossier `D-2`.
pub fn refiling(house: &House, officer: &str, dies_at: &str, document: &DocumentId) -> Child {
    process(house, officer, dies_at, 0).env(REFILES, document.as_str()).spawn().expect("the program starts")
}

/// As [`child`], a process that seals everything again.
pub fn resealing(house: &House, officer: &str, dies_at: &str) -> Child {
    process(house, officer, dies_at, 0).env(RESEALS, "1").spawn().expect("the program starts")
}

/// This test binary again, as a process that files in a vault.
pub fn child(house: &House, officer: &str, dies_at: &str, how_many: usize) -> Child {
    process(house, officer, dies_at, how_many).spawn().expect("the program starts")
}

fn process(house: &House, officer: &str, dies_at: &str, how_many: usize) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
    command
        .args(["--exact", "--nocapture", "kill::a_process_that_files"])
        .env(DIR, &house.dir)
        .env(OFFICER, officer)
        .env(DIES_AT, dies_at)
        .env(HOW_MANY, how_many.to_string())
        // What it says when it fails is seen next to the test that fails.
        .stdout(Stdio::null());
    command
}

/// What such a process does. Run as a test like the others, it does nothing.
#[test]
fn a_process_that_files() {
    let (Ok(dir), Ok(officer)) = (std::env::var(DIR), std::env::var(OFFICER)) else { return };
    let dies_at = std::env::var(DIES_AT).expect("the parent says it");
    let how_many: usize = std::env::var(HOW_MANY).expect("the parent says it").parse().expect("it is a number");
    let clock = Hand::at(testkit::FOUNDED);
    let vault = Vault::open(Path::new(&dir), clock.told()).expect("the vault opens").danger_with_faults(move |step| {
        if format!("{step:?}") == dies_at {
            // As by power loss: no destructor runs.
            let _ = Command::new("kill").args(["-9", &std::process::id().to_string()]).status();
            std::thread::sleep(Duration::from_secs(10));
        }
        Ok(())
    });
    let reads = std::env::var_os(READS).is_some();
    let vault = if reads { vault.with_text_reader(Arc::new(super::inside::Plain)) } else { vault };
    let mut session = vault.unlock(&id(&officer), &phrase()).expect("the officer unlocks");
    if let Ok(document) = std::env::var(MOVES) {
        let document = DocumentId::parse(&document).expect("of the form of an id");
        session.reclassify(&document, &super::reclassify::to("CONFIDENTIEL")).expect("the officer changes the marking");
        return;
    }
    if let Ok(document) = std::env::var(RENEWS) {
        let document = DocumentId::parse(&document).expect("of the form of an id");
        let new = NewVersion { source: Source::Bytes(vec![7; 40_000]), file_name: None, why: "it is new".to_owned() };
        session.file_version(&document, &new, &mut |_| Flow::Continue).expect("the officer files the version");
        return;
    }
    if let Ok(document) = std::env::var(REFILES) {
        let document = DocumentId::parse(&document).expect("of the form of an id");
        session.correct(&document, &super::refile::into("D-2")).expect("the officer moves it");
        return;
    }
    if std::env::var_os(RESEALS).is_some() {
        session.rekey_deep(&RekeyScope::Held, &mut |_, _| Flow::Continue).expect("sealed anew");
        return;
    }
    let bytes = if reads { b"Het konvooi vertrekt.".to_vec() } else { vec![7; 40_000] };
    for n in 0..how_many {
        let batch: Vec<NewDocument> =
            (0..4).map(|m| paper(&format!("{officer} {n}-{m}"), marked("SECRET", None), &bytes)).collect();
        session.file_documents(batch, &mut quietly).expect("the officer files the documents");
    }
}

/// Whole: the log verifies, each document that is listed can be read, and no object is there without a document.
fn is_whole(house: &House) -> usize {
    house.open().verify().expect("the log is whole");
    let mut rik = house.unlock("rik");
    let page = rik.list(&DocumentFilter { limit: 1000, ..DocumentFilter::default() }).expect("rik lists the documents");
    let numbers: BTreeSet<String> = page.rows.iter().map(|row| row.reference.clone()).collect();
    assert_eq!(numbers.len(), page.rows.len());
    for row in &page.rows {
        assert_eq!(read(&mut rik, &row.id).len(), 40_000);
    }
    assert_eq!(objects(&house.dir).len(), page.rows.len(), "{:?}", objects(&house.dir));
    page.rows.len()
}

#[test]
fn a_process_that_dies_at_any_step_leaves_a_vault_that_is_whole() {
    let house = House::furnished();
    for (step, kept) in [("Writing", 0), ("Sealed", 0), ("Placed", 0), ("Recorded", 4)] {
        let before = is_whole(&house);
        let status = child(&house, "rik", step, 1).wait().expect("the program ends");
        assert!(!status.success(), "it was to die at {step}");
        assert_eq!(is_whole(&house), before + kept, "{step}");
    }
}

#[test]
fn sealed_files_that_a_dead_process_left_are_counted_without_a_key_until_somebody_unlocks() {
    let house = House::furnished();
    let left = || {
        let checkup = house.open().doctor(None);
        let found = checkup.findings.into_iter().find(|one| one.what.code == "objects_undecided");
        found.map(|one| (one.gravity, one.name, one.what.params["count"].clone()))
    };
    assert_eq!(left(), None);
    assert!(!child(&house, "rik", "Placed", 1).wait().expect("the program ends").success(), "it was to die");
    let counted = Some((Gravity::Upkeep, "objects".to_owned(), "4".to_owned()));
    assert_eq!((left(), left()), (counted.clone(), counted), "and nothing was changed");
    drop(house.unlock("bea"));
    assert_eq!((left(), objects(&house.dir).len()), (None, 0));
}

#[test]
fn a_process_that_dies_while_it_moves_a_document_leaves_it_whole_where_the_log_says() {
    for (step, moved) in
        [("Writing", false), ("Sealed", false), ("Placed", false), ("Recorded", true), ("Replaced", true)]
    {
        let house = super::reclassify::house();
        let new = super::reclassify::own("Convoy", "SECRET");
        let filed = house.unlock("rik").file_document(new, &mut quietly).expect("rik files the document");
        let status = process(&house, "rik", step, 0).env(MOVES, filed.id.as_str()).status().expect("the program runs");
        assert!(!status.success(), "it was to die at {step}");
        super::reclassify::is_whole(&house, &filed.id, moved, step);
    }
}

#[test]
fn a_process_that_is_killed_at_any_moment_leaves_a_vault_that_is_whole() {
    let house = House::furnished();
    let mut filed = 0;
    for round in 0..12 {
        let mut process = child(&house, "rik", "", 500);
        // Not before it has begun: how long that takes depends on the machine.
        for _ in 0..600 {
            if objects(&house.dir).len() > filed {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        std::thread::sleep(Duration::from_millis(23 * round));
        process.kill().expect("the program is stopped");
        process.wait().expect("the program ends");
        let now = is_whole(&house);
        assert!(now >= filed && now.is_multiple_of(4), "a batch is there as a whole or not at all: {now}");
        filed = now;
    }
    assert!(filed > 0, "some came through");
}

#[test]
fn two_processes_file_into_one_vault_and_neither_loses_anything() {
    let house = House::furnished();
    let mut processes = [child(&house, "rik", "", 10), child(&house, "bea", "", 10), child(&house, "rik", "", 10)];
    let mut rosa = house.unlock("rosa");
    for n in 0..10 {
        file(&mut rosa, &format!("rosa {n}"), marked("CONFIDENTIEL", None));
    }
    for process in &mut processes {
        assert!(process.wait().expect("the program ends").success());
    }
    house.open().verify().expect("the log is whole");
    let page = rosa.list(&DocumentFilter { limit: 1000, ..DocumentFilter::default() }).expect("listed");
    assert_eq!(page.total, 130);
    let numbers: BTreeSet<&str> = page.rows.iter().map(|row| row.reference.as_str()).collect();
    assert_eq!(numbers.len(), 130);
    let secret = page.rows.iter().filter(|row| row.banner.level == Level::Secret).count();
    assert!(page.rows.iter().any(|row| row.reference.ends_with(&format!("/{secret:04}"))), "without a gap");
    for officer in ["rik", "bea"] {
        assert_eq!(titles(&mut house.unlock(officer)).len(), 130);
    }
}

#[test]
fn two_sessions_make_one_class_for_one_marking() {
    let house = House::furnished();
    let (mut rik, mut bea) = (house.unlock("rik"), house.unlock("bea"));
    let one = file(&mut rik, "one", marked("SECRET", None));
    let two = file(&mut bea, "two", marked("SECRET", None));
    assert_eq!(one.class, two.class);
    assert_eq!((one.reference.ends_with("/0001"), two.reference.ends_with("/0002")), (true, true));
    assert_eq!(titles(&mut rik), ["one", "two"]);
}
