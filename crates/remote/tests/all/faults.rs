//! Connections that break at any moment: nothing is lost, and nothing is there twice.
#![allow(clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ledger::{Access, Error, LogStore as _};
use objects::{Error as ObjectError, ObjectStore as _};
use remote::PgLog;
use seal::{ObjectId, ReadAt as _};
use testkit::{Chance, Cut, Fault, Proxy};

use crate::stage::{Stage, said, say};

/// How many faults a run has: many more in a long one.
fn faults() -> usize {
    std::env::var("ZEGEL_FAULTS").map_or(100, |faults| faults.parse().expect("a number"))
}

/// What a vault does: reads on, decides again, appends again, until it knows that its entry is there. Nobody else writes.
fn say_once(log: &mut PgLog, sure: &PgLog, word: &[u8], before: u64) {
    let is_there = || {
        let added = sure.view().and_then(|view| view.entries(before, 10, usize::MAX)).expect("it is there");
        assert!(added.len() < 2, "it is not there twice");
        added.first().map(|entry| entry.body == word)
    };
    loop {
        match say(log, word) {
            Ok(()) => {
                assert_eq!(is_there(), Some(true), "what was appended is there");
                return;
            }
            Err(Error::Moved(_) | Error::Offline) => assert_eq!(is_there(), None, "what was not appended is not there"),
            Err(Error::Io(_)) => {
                // It is not known: a caller who asks learns it, once nothing is under way any more.
                std::thread::sleep(Duration::from_millis(200));
                if is_there() == Some(true) {
                    return;
                }
            }
            Err(error) => unreachable!("{error}"),
        }
    }
}

#[test]
fn an_append_whose_connection_is_cut_is_there_once_or_not_at_all() {
    let stage = Stage::new();
    let seed = 4711;
    let proxy = Proxy::new(stage.servers.database_port, seed).expect("a port");
    let sure = stage.log(Access::ReadOnly);
    let mut log = PgLog::open(stage.server_at(proxy.port()), Access::ReadWrite).expect("it is there");
    let mut words = Vec::new();
    // A connection has some 4 kB before it can ask anything, and 2 kB for each entry.
    proxy.set(Cut::Within(24_000));
    // The first connection was made before.
    stage.servers.terminate(&stage.place.name);
    while proxy.cuts() < faults() {
        let word = format!("word {}", words.len()).into_bytes();
        say_once(&mut log, &sure, &word, words.len() as u64);
        words.push(word);
    }
    assert_eq!(said(&sure), words, "{seed}: none is lost and none is there twice");
    sure.view().and_then(|view| view.check_storage()).expect("the whole is sound");
}

#[test]
fn an_append_whose_connection_the_server_ends_is_there_once_or_not_at_all() {
    let stage = Stage::new();
    let done = AtomicBool::new(false);
    let ended = std::thread::scope(|scope| {
        let ends = scope.spawn(|| {
            let mut ended = 0;
            let until = Instant::now() + Duration::from_secs(120);
            while ended < faults() / 4 && Instant::now() < until {
                ended += stage.servers.terminate(&stage.place.name);
                std::thread::sleep(Duration::from_millis(15));
            }
            done.store(true, Ordering::SeqCst);
            ended
        });
        for writer in 0..2 {
            let (stage, done) = (&stage, &done);
            scope.spawn(move || {
                let mut log = stage.log(Access::ReadWrite);
                let mut said = 0;
                while !done.load(Ordering::SeqCst) {
                    let word = format!("{writer} {said}").into_bytes();
                    while !matches!(say(&mut log, &word), Ok(())) {
                        let log = stage.log(Access::ReadOnly);
                        if crate::stage::said(&log).contains(&word) {
                            break;
                        }
                    }
                    said += 1;
                }
            });
        }
        ends.join().expect("it ends")
    });
    assert!(ended > 0, "some connections were ended");
    let all = said(&stage.log(Access::ReadOnly));
    let once: BTreeSet<&Vec<u8>> = all.iter().collect();
    assert_eq!(once.len(), all.len(), "none is there twice");
    for writer in 0..2 {
        let of = |word: &&Vec<u8>| word.first() == Some(&(b'0' + writer));
        let its = all.iter().filter(of).cloned().collect::<Vec<_>>();
        let expected: Vec<_> = (0..its.len()).map(|n| format!("{writer} {n}").into_bytes()).collect();
        assert_eq!(its, expected, "none is lost");
    }
}

#[test]
fn an_upload_whose_connection_is_cut_leaves_the_object_or_none() {
    let stage = Stage::new();
    let proxy = Proxy::new(stage.servers.objects_port, 4712).expect("a port");
    let (broken, sure) = (stage.objects_at(proxy.port()), stage.objects());
    let mut chance = Chance::new(4713);
    let mut expected = BTreeSet::new();
    proxy.set(Cut::Within(60_000));
    let most = faults() / 2;
    while proxy.cuts() < most {
        let id = ObjectId::parse(&seal::random_id()).expect("of the form of an id");
        let bytes = vec![chance.below(256) as u8; usize::try_from(chance.below(40_000)).expect("it fits")];
        let _writing = sure.writing().expect("the right to write");
        loop {
            broken.draft(&id).expect("a draft").write_all_at(&bytes, 0).expect("it is written");
            match broken.put(std::slice::from_ref(&id)) {
                Ok(()) => break,
                // What could not be taken back is there, whole; the next collection asks the log.
                Err(ObjectError::Offline | ObjectError::Exists(_) | ObjectError::Io { .. }) => {
                    let _was_there = sure.remove(&id).expect("the store is there");
                }
                Err(error) => unreachable!("{error}"),
            }
        }
        let object = sure.open(&id).expect("it can be read").expect("what was put is there");
        let mut there = vec![0; usize::try_from(object.len().expect("a length")).expect("it fits")];
        let mut at = 0;
        while let Some(rest) = there.get_mut(at..).filter(|rest| !rest.is_empty()) {
            at += object.read_at(rest, at as u64).expect("it can be read");
        }
        assert!(there == bytes, "it is what was put");
        expected.insert(id);
    }
    assert_eq!(sure.list(None, 10_000).expect("a list").into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn without_the_server_it_is_offline_soon_and_comes_back_by_itself() {
    let stage = Stage::new();
    let database = Proxy::new(stage.servers.database_port, 1).expect("a port");
    let objects = Proxy::new(stage.servers.objects_port, 2).expect("a port");
    let mut log = PgLog::open(stage.server_at(database.port()), Access::ReadWrite).expect("it is there");
    let store = stage.objects_at(objects.port());
    say(&mut log, b"before").expect("it follows");
    database.set(Cut::AtOnce);
    objects.set(Cut::AtOnce);
    stage.servers.terminate(&stage.place.name);
    // So that the end of the connection arrives before anything is sent on it.
    std::thread::sleep(Duration::from_millis(200));
    let begun = Instant::now();
    assert!(matches!(say(&mut log, b"without"), Err(Error::Offline)));
    let refused = store.list(None, 1).expect_err("nobody answers");
    assert!(matches!(refused, ObjectError::Offline), "{refused}");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    database.set(Cut::Never);
    objects.set(Cut::Never);
    say(&mut log, b"after").expect("it is there again");
    assert_eq!(store.list(None, 1).expect("it is there again"), []);
    assert_eq!(said(&log), [&b"before"[..], b"after"]);
}

/// What could not be taken back is taken back later; until then the note of intent stays, by which the next collection knows of it.
#[test]
fn a_note_stays_as_long_as_something_of_it_could_not_be_taken_back() {
    let stage = Stage::new();
    let proxy = Proxy::new(stage.servers.objects_port, 3).expect("a port");
    let (broken, sure) = (stage.objects_at(proxy.port()), stage.objects());
    let ids: Vec<ObjectId> = ["a", "b"].map(|letter| ObjectId::parse(&letter.repeat(26)).expect("an id")).to_vec();
    let _writing = sure.writing().expect("the right to write");
    // Another's, which stays.
    sure.draft(&ids[1]).expect("a draft").write_all_at(b"theirs", 0).expect("it is written");
    sure.put(&ids[1..]).expect("it is put");
    sure.note(ids[0].as_str(), b"of a batch").expect("it is noted");
    sure.draft(&ids[0]).expect("a draft").write_all_at(b"mine", 0).expect("it is written");
    sure.put(&ids[..1]).expect("as if its answer was lost");
    broken.draft(&ids[0]).expect("a draft").write_all_at(b"mine", 0).expect("it is written");
    proxy.set(Cut::AtOnce);
    assert!(broken.put(&ids[..1]).is_err(), "nobody answers");
    let note = objects::LeftOver::Note(ids[0].to_string());
    assert!(broken.clear(&note).is_err(), "it is needed yet");
    assert!(sure.noted(ids[0].as_str()).expect("it can be asked").is_some());
    proxy.set(Cut::Never);
    assert!(broken.clear(&note).expect("it is cleared"));
    assert!(sure.open(&ids[0]).expect("it can be read").is_none(), "it was taken back");
    assert!(sure.open(&ids[1]).expect("it can be read").is_some(), "and what is another's is left alone");
}

/// Nobody is accused because a line carries bytes twice: its encryption notices, and that is a connection that failed.
#[test]
fn a_line_that_carries_bytes_twice_is_a_connection_that_failed_and_no_altered_vault() {
    let stage = Stage::new();
    let objects = Proxy::new(stage.servers.objects_port, 4).expect("a port");
    let (broken, sure) = (stage.objects_at(objects.port()), stage.objects());
    let id = ObjectId::parse(&"c".repeat(26)).expect("an id");
    let _writing = sure.writing().expect("the right to write");
    sure.draft(&id).expect("a draft").write_all_at(&[7; 200_000], 0).expect("it is written");
    sure.put(std::slice::from_ref(&id)).expect("it is put");
    let database = Proxy::new(stage.servers.database_port, 5).expect("a port");
    let mut sure_log = stage.log(Access::ReadWrite);
    say(&mut sure_log, &[7; 100_000]).expect("it is said");
    let mut chance = Chance::new(6);
    let mut read = [0; 4096];
    for _ in 0..30 {
        objects.arm(chance.below(8_000), Fault::Twice);
        match broken.open(&id).map(|object| object.expect("it is there").read_at(&mut read, 50_000)) {
            Ok(Ok(count)) => assert!(read.iter().take(count).all(|byte| *byte == 7)),
            Ok(Err(error)) => assert_eq!(error.kind(), std::io::ErrorKind::NotConnected, "{error}"),
            Err(error) => assert!(matches!(error, ObjectError::Offline), "{error}"),
        }
        database.arm(chance.below(12_000), Fault::Twice);
        let log = PgLog::open(stage.server_at(database.port()), Access::ReadOnly).map_err(Error::from);
        match log.and_then(|log| log.view()?.entries(0, 10, usize::MAX)) {
            Ok(entries) => assert_eq!(entries.len(), 1),
            Err(error) => assert!(matches!(error, Error::Offline), "{error}"),
        }
    }
    assert!(objects.cuts() > 10 && database.cuts() > 10, "{} {}", objects.cuts(), database.cuts());
}
