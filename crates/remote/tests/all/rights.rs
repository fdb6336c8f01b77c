//! What a workstation may do at the servers, and what a user of theirs may not.

use std::time::{Duration, Instant};

use ledger::conformance::vault;
use ledger::{Access, Flaw, LogStore as _, VaultId};
use objects::ObjectStore as _;
use remote::{Error, PgLog};

use crate::stage::{Stage, connect, said, say};

#[test]
fn a_workstation_appends_by_the_function_and_changes_nothing_otherwise() {
    let stage = Stage::new();
    say(&mut stage.log(Access::ReadWrite), b"one").expect("it follows");
    let as_officer = |sql: &str| {
        let tried = format!(
            "DO $$ BEGIN SET LOCAL ROLE officer; {sql}; RAISE EXCEPTION 'it went through'; \
             EXCEPTION WHEN insufficient_privilege THEN NULL; END $$"
        );
        stage.servers.sql(&stage.place.name, &tried);
    };
    for table in ["head", "collections", "entries"] {
        as_officer(&format!("DELETE FROM zegel.{table}"));
        as_officer(&format!("TRUNCATE zegel.{table}"));
        as_officer(&format!("INSERT INTO zegel.{table} DEFAULT VALUES"));
    }
    as_officer("UPDATE zegel.head SET size = 0");
    as_officer("UPDATE zegel.entries SET body = ''");
    as_officer("CREATE TABLE zegel.mine (x int)");
    as_officer("ALTER FUNCTION zegel.begin_writing() SECURITY INVOKER");
    as_officer("DROP TABLE zegel.entries");
    as_officer("ALTER TABLE zegel.entries DISABLE TRIGGER ALL");
    // The owner by mistake neither.
    for sql in ["UPDATE zegel.entries SET body = ''", "DELETE FROM zegel.entries", "TRUNCATE zegel.entries"] {
        let tried = format!(
            "DO $$ BEGIN {sql}; RAISE EXCEPTION 'it went through'; \
             EXCEPTION WHEN raise_exception THEN IF SQLERRM <> 'the log is never changed' THEN RAISE; END IF; END $$"
        );
        stage.servers.sql(&stage.place.name, &tried);
    }
    assert_eq!(said(&stage.log(Access::ReadOnly)), [b"one"]);
}

/// What a client sends that is none of ours: neither comes an entry to be without all of it, nor one with another tree.
#[test]
fn an_entry_comes_with_its_signatures_and_parts_or_not_at_all() {
    let stage = Stage::new();
    let mut log = stage.log(Access::ReadWrite);
    say(&mut log, b"one").expect("it follows");
    let (one, two) = ("ARRAY['x'::bytea]", "ARRAY['x'::bytea, 'y']");
    for (bodies, signed, parts) in [
        (one, one, "NULL"),
        (one, one, "'{}'"),
        (one, one, "ARRAY[NULL::bytea]"),
        (one, one, two),
        (one, "NULL", "ARRAY['xx'::bytea]"),
        (one, two, "ARRAY['xx'::bytea]"),
        ("NULL", one, "ARRAY['xx'::bytea]"),
        ("ARRAY[NULL::bytea]", one, "ARRAY['xx'::bytea]"),
        ("'[0:0]={x}'::bytea[]", one, "ARRAY['xx'::bytea]"),
        ("'{{x}}'::bytea[]", one, "ARRAY['xx'::bytea]"),
        ("ARRAY['x'::bytea, NULL]", two, "ARRAY['xx'::bytea, 'xx']"),
        (two, "ARRAY[NULL, 'x'::bytea]", "ARRAY['xx'::bytea, 'xx']"),
        (two, two, "ARRAY['xx'::bytea, NULL]"),
        (two, two, "ARRAY['xx'::bytea]"),
        // What no client would take any more.
        ("ARRAY[decode(repeat('00', 16777217), 'hex')]", one, "ARRAY['xx'::bytea]"),
        (one, "ARRAY[decode(repeat('00', 65537), 'hex')]", "ARRAY['xx'::bytea]"),
        (one, one, "ARRAY[decode(repeat('00', 68157441), 'hex')]"),
        (two, "ARRAY['x'::bytea, decode(repeat('00', 65537), 'hex')]", "ARRAY['xx'::bytea, 'xx']"),
    ] {
        let tried = format!(
            "DO $$ DECLARE h record; BEGIN SET LOCAL ROLE officer; SELECT size, root INTO h FROM zegel.head; \
             PERFORM zegel.append(h.size, h.root, NULL, {bodies}, {signed}, {parts}); RAISE EXCEPTION 'it went through'; \
             EXCEPTION WHEN not_null_violation THEN NULL; \
             WHEN raise_exception THEN IF SQLERRM <> 'malformed entries' THEN RAISE; END IF; END $$"
        );
        stage.servers.sql(&stage.place.name, &tried);
    }
    assert_eq!(said(&log), [b"one"]);
    say(&mut log, b"two").expect("it goes on");
}

/// Such an entry stops everybody who reads it, and is named.
#[test]
fn parts_that_have_not_their_form_are_an_integrity_error_of_their_entry() {
    let stage = Stage::new();
    say(&mut stage.log(Access::ReadWrite), b"one").expect("it follows");
    let by_hand = "DO $$ DECLARE h record; BEGIN SET LOCAL ROLE officer; SELECT size, root INTO h FROM zegel.head; \
         PERFORM zegel.append(h.size, h.root, NULL, ARRAY['x'::bytea], ARRAY['y'::bytea], ARRAY['\\x0001ff'::bytea]); END $$";
    stage.servers.sql(&stage.place.name, by_hand);
    let log = stage.log(Access::ReadOnly);
    let found = log.view().and_then(|view| view.entries(0, 9, usize::MAX)).expect_err("they are no parts");
    assert!(matches!(found, ledger::Error::Integrity { entry: Some(1), flaw: Flaw::Part }), "{found}");
    let first = log.view().and_then(|view| view.entries(0, 1, usize::MAX)).expect("the one before is whole");
    assert_eq!(first.len(), 1);
}

/// What a measurement removes: somebody may have published meanwhile where its own log was.
#[test]
fn a_measurement_removes_its_own_log_and_none_of_another_vault() {
    let stage = Stage::new();
    let owner = || connect(stage.servers, &stage.place, &stage.place.owner, stage.servers.database_port);
    remote::bench::remove_log(&owner(), &VaultId::random()).expect("there is nothing to do");
    say(&mut stage.log(Access::ReadWrite), b"one").expect("it is there still");
    remote::bench::remove_log(&owner(), &vault()).expect("it is removed");
    assert!(matches!(PgLog::open(stage.server(), Access::ReadOnly), Err(Error::Missing | Error::Refused(_))));
    remote::bench::remove_log(&owner(), &vault()).expect("there is none any more");
}

#[test]
fn a_database_has_one_vault() {
    let stage = Stage::new();
    let owner = connect(stage.servers, &stage.place, &stage.place.owner, stage.servers.database_port);
    assert!(matches!(PgLog::create(owner, &vault()).map(drop), Err(Error::Exists)));
    let empty = stage.servers.place();
    let nobody = connect(stage.servers, &empty, &empty.officer, stage.servers.database_port);
    assert!(matches!(PgLog::open(nobody.clone(), Access::ReadWrite).map(drop), Err(Error::Missing)));
    let refused = PgLog::create(nobody, &vault()).map(drop).expect_err("it is not his");
    assert!(matches!(refused, Error::Refused(_)), "{refused}");
}

#[test]
fn a_client_that_watches_hears_that_somebody_appended() {
    let stage = Stage::new();
    let watch = stage.server().watch().expect("a connection");
    assert!(!watch.wait(Duration::from_millis(50)).expect("it is there"), "nobody appended");
    say(&mut stage.log(Access::ReadWrite), b"one").expect("it follows");
    let begun = Instant::now();
    assert!(watch.wait(Duration::from_secs(10)).expect("it is there"));
    assert!(begun.elapsed() < Duration::from_secs(10));
    stage.servers.terminate(&stage.place.name);
    let ended = watch.wait(Duration::from_secs(10)).expect_err("the connection is gone");
    assert!(matches!(ended, Error::Offline), "{ended}");
}

/// Anyone who may connect can say that somebody appended, as often as he likes.
#[test]
fn a_flood_of_notices_ends_the_connection_that_hears_them_and_nothing_else() {
    let stage = Stage::new();
    let mut log = stage.log(Access::ReadWrite);
    let watch = stage.server().watch().expect("a connection");
    let flood = "DO $$ BEGIN FOR n IN 1..40000 LOOP PERFORM pg_notify('zegel', n::text); END LOOP; END $$";
    stage.servers.sql(&stage.place.name, flood);
    let mut looks = 0;
    let ended = loop {
        match watch.wait(Duration::from_secs(20)) {
            Ok(true) => looks += 1,
            Ok(false) => break None,
            Err(error) => break Some(error),
        }
    };
    assert!(matches!(ended, Some(Error::Offline)) && looks < 5000, "{looks}: {ended:?}");
    say(&mut log, b"meanwhile").expect("it follows");
    let again = stage.server().watch().expect("a connection");
    say(&mut log, b"afterwards").expect("it follows");
    assert!(again.wait(Duration::from_secs(10)).expect("it is there"), "it is heard again");
}

/// The right to write objects ends with its connection, and a process that collects then may take an object away that an entry is about
/// to name. Then the entry does not come to be.
#[test]
fn who_lost_the_right_to_write_objects_appends_nothing() {
    let stage = Stage::new();
    let (mine, theirs) = (stage.objects(), stage.server_at(stage.servers.database_port));
    let mut log = stage.log(Access::ReadWrite);
    let writing = mine.writing().expect("the right to write");
    say(&mut log, b"with the right").expect("it is held");
    stage.servers.terminate(&stage.place.name);
    say(&mut log, b"nobody collected").expect("the connection is gone, and nobody collected meanwhile");
    let folder = tempfile::tempdir().expect("a folder can be made");
    let root = objects::Root::open(folder.path()).expect("the folder is there");
    let other = remote::S3Objects::new(&stage.bucket(stage.servers.objects_port), &stage.secrets(), theirs, root);
    let other = other.expect("the authority is read");
    let collecting = other.collecting().expect("it can be asked").expect("the right of the writer is lost");
    let refused = say(&mut log, b"while somebody collects").expect_err("its object may be gone");
    assert!(matches!(refused, ledger::Error::Busy), "{refused}");
    drop(collecting);
    let refused = say(&mut log, b"after somebody collected").expect_err("its object may be gone");
    assert!(matches!(refused, ledger::Error::Busy), "{refused}");
    drop(writing);
    let again = mine.writing().expect("the right to write");
    say(&mut log, b"again").expect("it is held");
    drop(again);
    assert_eq!(said(&log), [&b"with the right"[..], b"nobody collected", b"again"]);
}

#[test]
fn eight_who_append_at_once_all_come_to_their_turn() {
    let stage = Stage::new();
    std::thread::scope(|scope| {
        for writer in 0..8u8 {
            let stage = &stage;
            scope.spawn(move || {
                let mut log = stage.log(Access::ReadWrite);
                for n in 0..5u8 {
                    let mut lost = 0;
                    while let Err(error) = say(&mut log, &[writer, n]) {
                        assert!(matches!(error, ledger::Error::Moved(_)), "{error}");
                        lost += 1;
                        // As the vault does: who was too slow too often waits for his turn.
                        if lost > 4 {
                            log.reserve().expect("its turn comes");
                        }
                        assert!(lost < 8, "whoever has his turn is not overtaken");
                    }
                }
            });
        }
    });
    let mut all = said(&stage.log(Access::ReadOnly));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 40);
}
