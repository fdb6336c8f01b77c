//! What an index remembers: a log that was put back or exchanged shows at the next unlock.

use vault::*;

use super::house::*;

#[track_caller]
fn refused(house: &House, officer: &str) -> Error {
    let error = house.try_unlock(officer).expect_err("the officer is not let in");
    assert_eq!(error.exit(), ExitClass::Integrity);
    error
}

#[test]
fn a_log_that_was_put_back_is_refused_by_everybody_who_saw_more_of_it() {
    let house = House::furnished();
    let earlier = house.copy();
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let seen = house.open().verify().expect("the log is whole").entries;
    std::fs::copy(earlier.path("ledger.sqlite"), house.path("ledger.sqlite")).expect("the log is copied");
    let error = refused(&house, "rik");
    assert!(matches!(error, Error::RolledBack { seen: s, found } if s == seen && found < seen), "{error:?}");
    // Who has not seen more is none the wiser, and a person who asks without keys neither.
    house.open().verify().expect("the log is whole");
    house.unlock("bea");
}

#[test]
fn a_log_that_went_another_way_is_refused() {
    let house = House::furnished();
    let other = house.copy();
    file(&mut house.unlock("rik"), "Here", marked("SECRET", None));
    file(&mut other.unlock("rik"), "There", marked("SECRET", None));
    for _ in 0..9 {
        drop(other.unlock("bea"));
    }
    std::fs::copy(other.path("ledger.sqlite"), house.path("ledger.sqlite")).expect("the log is copied");
    assert_eq!(refused(&house, "rik").code(), "forked");
}

#[test]
fn a_whole_folder_that_was_put_back_shows_against_a_checkpoint() {
    let house = House::furnished();
    let earlier = house.copy();
    let note = house.unlock("ada").checkpoint().expect("ada makes a checkpoint");
    house.open().verify_checkpoint(&note).expect("the checkpoint fits the log");
    assert_eq!(
        earlier.open().verify_checkpoint(&note).expect_err("the checkpoint does not fit the log").code(),
        "rolled_back"
    );
    drop(earlier.unlock("bea"));
    drop(earlier.unlock("bea"));
    drop(earlier.unlock("bea"));
    assert_eq!(
        earlier.open().verify_checkpoint(&note).expect_err("the checkpoint does not fit the log").code(),
        "forked"
    );
    assert_eq!(
        House::new().open().verify_checkpoint(&note).expect_err("the checkpoint does not fit the log").exit(),
        ExitClass::Integrity
    );
    assert_eq!(
        house.open().verify_checkpoint("no note").expect_err("the checkpoint does not fit the log").exit(),
        ExitClass::Refused
    );
}

#[test]
fn a_checkpoint_that_was_altered_is_not_taken_for_bad_input() {
    let house = House::furnished();
    let note = house.unlock("ada").checkpoint().expect("ada makes a checkpoint");
    let lines: Vec<&str> = note.lines().collect();
    let size: u64 = lines[1].parse().expect("it is a number");
    let later = note.replacen(&format!("\n{size}\n"), &format!("\n{}\n", size + 1), 1);
    let unsigned = format!("{}\n", lines[..5].join("\n"));
    for (forged, why) in [(later, "another size"), (unsigned, "one signature only")] {
        let error = house.open().verify_checkpoint(&forged).expect_err("the checkpoint does not fit the log");
        assert_eq!((error.code(), error.exit()), ("checkpoint_forged", ExitClass::Integrity), "{why}");
    }
}

/// The index of an officer, as a database.
fn index(house: &House, officer: &str) -> rusqlite::Connection {
    use std::fmt::Write as _;
    let key = seal::PartKey::derive(&super::hostile::Hostile::new(house, officer).identity, b"zegel index");
    let key = key.expose_secret().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let index = rusqlite::Connection::open(house.path(&format!("desks/{officer}.sqlite"))).expect("the file opens");
    let page = "PRAGMA cipher_page_size = 1024; PRAGMA cipher_hmac_algorithm = HMAC_SHA256";
    index.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; {page}")).expect("the database does as it is told");
    index
}

/// Makes an index one of an older program: same memory, other tables.
pub fn outdate(house: &House, officer: &str) {
    index(house, officer)
        .execute_batch("DROP TABLE uses; PRAGMA user_version = 1")
        .expect("the database does as it is told");
}

/// A house whose officer `bea` has an index of an older program, and the log as it was before she last saw it.
fn with_old_index() -> (House, std::path::PathBuf) {
    let house = House::furnished();
    drop(house.unlock("bea"));
    let earlier = house.path("earlier.sqlite");
    std::fs::copy(house.path("ledger.sqlite"), &earlier).expect("the log is copied");
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    drop(house.unlock("bea"));
    outdate(&house, "bea");
    (house, earlier)
}

#[test]
fn an_index_of_an_older_program_is_made_again_and_still_knows_how_far_the_log_was_read() {
    let (house, earlier) = with_old_index();
    std::fs::copy(house.path("ledger.sqlite"), house.path("later.sqlite")).expect("the log is copied");
    std::fs::copy(&earlier, house.path("ledger.sqlite")).expect("the log is copied");
    assert_eq!(refused(&house, "bea").code(), "rolled_back", "before it is read again");
    assert_eq!(refused(&house, "bea").code(), "rolled_back", "and by the new index");
    std::fs::copy(house.path("later.sqlite"), house.path("ledger.sqlite")).expect("the file is copied");
    let mut bea = house.unlock("bea");
    assert_eq!(titles(&mut bea), ["Report"]);
    assert!(bea.warnings().iter().all(|warning| warning.code != "desk_rebuilt"), "nothing was forgotten");
}

#[test]
fn an_index_that_could_not_be_made_again_forgets_nothing() {
    for step in [Renewal::Written, Renewal::Renewed] {
        let (house, earlier) = with_old_index();
        let failing = house.open().danger_with_faults(move |at| {
            if at == step { Err(std::io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        });
        let mut bea = failing.unlock(&id("bea"), &phrase()).expect("bea unlocks");
        assert!(bea.warnings().iter().any(|warning| warning.code == "disk_full"), "{step:?}");
        assert_eq!(titles(&mut bea), ["Report"], "what can be read is read: {step:?}");
        drop(bea);
        let whole = house.copy();
        assert_eq!(titles(&mut whole.unlock("bea")), ["Report"], "{step:?}");
        std::fs::copy(&earlier, house.path("ledger.sqlite")).expect("the log is copied");
        assert_eq!(refused(&house, "bea").code(), "rolled_back", "{step:?}");
    }
}

#[test]
fn a_process_that_dies_while_an_index_is_made_again_forgets_nothing() {
    for step in ["Written", "Renewed"] {
        let (house, earlier) = with_old_index();
        let status = super::kill::child(&house, "bea", step, 0).wait().expect("the program ends");
        assert!(!status.success(), "it was to die at {step}");
        let whole = house.copy();
        assert_eq!(titles(&mut whole.unlock("bea")), ["Report"], "{step}");
        std::fs::copy(&earlier, house.path("ledger.sqlite")).expect("the log is copied");
        assert_eq!(refused(&house, "bea").code(), "rolled_back", "{step}");
    }
}

#[test]
fn a_session_goes_on_from_where_the_index_stopped() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    for n in 0..300 {
        file(&mut rik, &format!("Report {n}"), marked("SECRET", None));
    }
    drop(rik);
    assert_eq!(titles(&mut house.unlock("bea")).len(), 300);
    let mut bea = house.unlock("bea");
    let page = bea.list(&DocumentFilter { limit: 1, ..DocumentFilter::default() }).expect("bea lists the documents");
    assert_eq!((page.total, page.rows[0].title.as_str()), (300, "Report 299"));
    assert!(page.rows[0].reference.ends_with("/0300"));
    assert_eq!(bea.document(&page.rows[0].id).expect("bea sees the document").row, page.rows[0]);
    // With no index at all the same comes out.
    let before = titles(&mut bea);
    drop(bea);
    std::fs::remove_file(house.path("desks/bea.sqlite")).expect("the index is removed");
    let mut bea = house.open().unlock_with(&id("bea"), &phrase(), Memory::Lost).expect("bea unlocks");
    assert_eq!(titles(&mut bea), before);
}

#[test]
fn numbers_run_without_gap_in_each_class_and_begin_again_each_year() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let number =
        |filed: &FilingResult| filed.reference.rsplit('/').next().expect("a text has a first piece").to_owned();
    let year = |filed: &FilingResult| filed.reference.split('/').nth(1).expect("a reference has a year").to_owned();
    let first = file(&mut rik, "a", marked("SECRET", None));
    let other = file(&mut rik, "b", marked("CONFIDENTIEL", None));
    let second = file(&mut rik, "c", marked("SECRET", None));
    assert_eq!((number(&first), number(&other), number(&second)), ("0001".into(), "0001".into(), "0002".into()));
    assert_ne!(first.class, other.class);
    house.clock.forward(60);
    let third = file(&mut rik, "d", marked("SECRET", None));
    assert_eq!((year(&third), number(&third)), ("2027".to_owned(), "0001".to_owned()));
}

/// How many bytes the snapshot on an index has.
fn snapshot_bytes(house: &House, officer: &str) -> i64 {
    let index = index(house, officer);
    index.query_row("SELECT length(value) FROM memory WHERE name = 'snapshot'", [], |row| row.get(0)).expect("a row")
}

#[test]
fn what_a_session_writes_of_its_state_does_not_grow_with_the_documents() {
    let house = House::furnished();
    let mut of = [0; 3];
    for (round, of) in of.iter_mut().enumerate() {
        let mut rik = house.unlock("rik");
        let batch = |n| (0..100).map(move |m| paper(&format!("{round}-{n}-{m}"), marked("SECRET", None), b"short"));
        for n in 0..2 {
            rik.file_documents(batch(n).collect(), &mut quietly).expect("rik files the documents");
        }
        drop(rik);
        *of = snapshot_bytes(&house, "rik");
    }
    assert!(of[2] - of[1] < 100, "{of:?}: of 200 documents more");
    let mut rik = house.unlock("rik");
    assert_eq!(titles(&mut rik).len(), 600);
}

#[test]
fn a_session_that_is_behind_its_own_index_reads_what_was_true_at_each_entry() {
    let house = super::reclassify::house();
    let new = super::reclassify::own("Convoy", "SECRET");
    let mut behind = house.unlock("rik");
    let mut ahead = house.unlock("rik");
    // What the one files, moves and decides is in the records of both before the other has read of it.
    let filed = ahead.file_document(new, &mut quietly).expect("the officer files the document");
    ahead.reclassify(&filed.id, &super::reclassify::to("CONFIDENTIEL")).expect("the officer changes the marking");
    let mut second = super::reclassify::own("Second", "SECRET");
    second.title = "Second".to_owned();
    let other = ahead.file_document(second, &mut quietly).expect("the officer files the document");
    drop(ahead);
    assert_eq!(titles(&mut behind), ["Convoy", "Second"]);
    assert_eq!(behind.document(&filed.id).expect("seen").row.banner.level, Level::Confidential);
    assert_eq!(read(&mut behind, &other.id), read(&mut house.unlock("rik"), &other.id));
    // And what it writes does not put back what the other knew.
    drop(behind);
    let mut again = house.unlock("rik");
    again.reclassify(&filed.id, &super::reclassify::to("SECRET")).expect("the officer changes the marking");
    assert_eq!(titles(&mut again), ["Convoy", "Second"]);
}

#[test]
fn a_document_takes_little_of_the_log_and_of_the_index() {
    let house = House::furnished();
    let size = |name: &str| std::fs::metadata(house.path(name)).expect("the file is there").len();
    let filed = |batches: std::ops::Range<usize>| {
        let mut rik = house.unlock("rik");
        for n in batches {
            let batch = (0..100).map(|m| paper(&format!("Report {n}-{m}"), marked("SECRET", None), b"short"));
            rik.file_documents(batch.collect(), &mut quietly).expect("rik files the documents");
        }
        // Only then is all of it in the one file.
        drop(rik);
        (size("ledger.sqlite"), size("desks/rik.sqlite"))
    };
    // The difference between two sizes: what is there whatever is filed is in both. Pieces of the words that are not joined yet, and
    // pages that are free where they were, come to some hundred thousand bytes at either; of 2,000 documents that is little.
    let before = filed(0..4);
    let after = filed(4..24);
    let each = ((after.0 - before.0) / 2_000, (after.1 - before.1) / 2_000);
    assert!(each.0 <= 2_000 && each.1 <= 1_200, "{each:?} bytes a document");
}

/// A house with more documents than are read in one go.
fn with_long_log() -> House {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    for n in 0..11 {
        let batch = (0..100).map(|m| paper(&format!("Report {n}-{m}"), marked("SECRET", None), b"short")).collect();
        rik.file_documents(batch, &mut quietly).expect("rik files the documents");
    }
    house
}

#[test]
fn a_first_reading_of_a_long_log_tells_how_far_it_is() {
    let house = with_long_log();
    let mut rik = house.unlock("rik");
    let listed = |session: &mut Session| {
        let page = session.list(&DocumentFilter { limit: 1000, ..DocumentFilter::default() }).expect("listed");
        (page.total, page.rows.into_iter().map(|row| row.title).collect::<Vec<String>>())
    };
    let all = listed(&mut rik);
    assert_eq!(all.0, 1_100);
    drop(rik);
    let unlock = |memory| {
        let mut told = Vec::new();
        let mut tell = |step| told.push(step);
        let session = house
            .open()
            .unlock_telling(&id("bea"), &phrase(), Knowing { memory, ..Knowing::default() }, &mut tell)
            .expect("the officer unlocks");
        drop(session);
        told
    };
    let told = unlock(Memory::Expected);
    assert_eq!(told.first(), Some(&Unlocking::Accepted));
    assert!(
        matches!(told.get(1), Some(Unlocking::Reading { done, total }) if done < total && *total > 1_100),
        "{told:?}"
    );
    assert_eq!(unlock(Memory::Expected), [Unlocking::Accepted], "what was read is not read again");
    assert!(!house.path("desks/bea.sqlite-wal").exists());
    assert_eq!(listed(&mut house.unlock("bea")), all, "what a thread put into the index and what came after it");
}

/// What a search for a word of all reports gives: how many there are, and what it lacks.
fn searched(session: &mut Session) -> (u64, Option<String>) {
    let filter = DocumentFilter { query: Some("report".to_owned()), ..DocumentFilter::default() };
    let page = session.list(&filter).expect("listed");
    (page.total, page.lacks.map(|lacks| lacks.code))
}

fn incomplete(found: u64) -> (u64, Option<String>) {
    (found, Some("search_incomplete".to_owned()))
}

#[test]
fn while_the_words_of_a_long_log_are_written_a_search_says_that_it_misses_some_and_a_later_session_goes_on() {
    let house = with_long_log();
    // Of the pieces in which words are written, so many come about.
    let with_pieces = |pieces: i64| {
        let left = std::sync::atomic::AtomicI64::new(pieces);
        house.open().danger_with_faults(move |at| match at {
            FaultAt::Words if left.fetch_sub(1, std::sync::atomic::Ordering::SeqCst) <= 0 => {
                Err(std::io::ErrorKind::StorageFull.into())
            }
            _ => Ok(()),
        })
    };
    let unlock = |pieces| with_pieces(pieces).unlock(&id("bea"), &phrase()).expect("the officer unlocks");
    let mut bea = unlock(0);
    let all = bea.list(&DocumentFilter::default()).expect("listed");
    assert_eq!((all.total, all.lacks), (1_100, None), "a list has all of them at once");
    read(&mut bea, &all.rows[0].id);
    assert_eq!(searched(&mut bea), incomplete(0));
    assert_eq!(bea.complete_search(&mut |_, _| ()).expect_err("the disk is full").code(), "disk_full");
    assert_eq!(searched(&mut bea), incomplete(0), "it goes on saying so");
    // What is filed meanwhile comes in its turn.
    file(&mut house.unlock("rik"), "Report of today", marked("SECRET", None));
    drop(bea);
    let mut bea = unlock(1);
    let until = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while searched(&mut bea) == incomplete(0) && std::time::Instant::now() < until {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let (found, lacks) = searched(&mut bea);
    assert!((1..1_101).contains(&found) && lacks.is_some(), "one piece of it: {found}");
    drop(bea);
    let mut bea = house.unlock("bea");
    assert!(searched(&mut bea).0 >= found, "it went on where it stopped");
    let mut told = Vec::new();
    bea.complete_search(&mut |done, total| told.push((done, total))).expect("the words are written");
    assert!(told.iter().all(|(done, total)| done < total));
    assert_eq!(searched(&mut bea), (1_101, None));
    drop(bea);
    // By itself, and in an index that is read whole and not kept.
    let mut bea = house.unlock_without_index("bea");
    let until = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while searched(&mut bea).1.is_some() && std::time::Instant::now() < until {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(searched(&mut bea), (1_101, None));
}
