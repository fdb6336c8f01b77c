use ledger::{Access, Draft, DraftFlaw, Error, Ledger, MAX_PARTS, Position};
use seal::Weight;

use crate::world::*;

#[test]
fn what_was_appended_is_read_back_in_order() {
    let world = World::of(20);
    let entries = world.verify().expect("the log is whole");
    assert_eq!(entries.len(), 20);
    for (n, entry) in entries.iter().enumerate().skip(1) {
        let draft = numbered(n as u64);
        assert_eq!((entry.index(), entry.weight(), entry.parts()), (n as u64, draft.weight, &draft.parts[..]));
        assert_eq!((entry.author(), entry.at_ms(), entry.prior().size), (world.signer.key_id(), T0, n as u64));
    }
}

#[test]
fn a_record_tells_where_it_stands() {
    let world = World::new();
    let mut ledger = world.open();
    let head = ledger.head().expect("the log has a head");
    let recorded = ledger.append(&head, &world.signer, T0 + 5, numbered(1), "opened").expect("the entry is appended");
    assert_eq!(
        (recorded.index(), recorded.at_ms(), recorded.head()),
        (1, T0 + 5, ledger.head().expect("the log has a head"))
    );
    assert_eq!(recorded.into_inner(), "opened");
}

#[test]
fn an_append_that_rests_on_an_old_state_is_refused() {
    let world = World::new();
    let (mut mine, mut theirs) = (world.open(), world.open());
    let head = mine.head().expect("the log has a head");
    drop(theirs.append(&head, &world.signer, T0, numbered(1), ()).expect("the entry is appended"));
    let now = mine.head().expect("the log has a head");
    let refused = mine.append(&head, &world.signer, T0, numbered(2), ()).expect_err("the entry is not taken");
    assert!(matches!(refused, Error::Moved(to) if to == now && to.size == 2), "{refused}");
    drop(mine.append(&now, &world.signer, T0, numbered(2), ()).expect("the entry is appended"));
    assert_eq!(world.verify().expect("the log is whole").len(), 3);
}

#[test]
fn of_several_entries_all_are_appended_or_none() {
    let world = World::new();
    let mut ledger = world.open();
    let head = ledger.head().expect("the log has a head");
    let bad = Draft::new(Weight::Single).part("No Such Tag", "x");
    assert!(ledger.append_all(&head, &world.signer, T0, vec![(numbered(1), ()), (bad, ())]).is_err());
    assert_eq!(ledger.head().expect("the log has a head"), head);
    let recorded =
        ledger.append_all(&head, &world.signer, T0, vec![(numbered(1), 'a'), (numbered(2), 'b')]).expect("appended");
    assert_eq!(recorded.iter().map(|r| (r.index(), *r.what())).collect::<Vec<_>>(), [(1, 'a'), (2, 'b')]);
    let head = ledger.head().expect("the log has a head");
    assert!(ledger.append_all::<()>(&head, &world.signer, T0, vec![]).expect("the entries are appended").is_empty());
    assert_eq!(world.verify().expect("the log is whole").len(), 3);
}

#[test]
fn times_never_go_back() {
    let world = World::new();
    let mut ledger = world.open();
    let head = ledger.head().expect("the log has a head");
    let recorded = ledger.append(&head, &world.signer, T0 - 3_600_000, numbered(1), ()).expect("the entry is appended");
    assert_eq!(recorded.at_ms(), T0);
    assert_eq!(world.verify().expect("the log is whole")[1].at_ms(), T0);
}

#[test]
fn the_first_entry_introduces_its_own_author() {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let mut ledger = Ledger::create(&dir.path().join("l"), vault()).expect("a new log");
    let head = ledger.head().expect("the log has a head");
    assert_eq!(head, Position::start().head());
    let stranger = Draft::new(Weight::Dual).introduce(signer(2).verifying_key());
    for draft in [numbered(3), stranger] {
        let refused = ledger.append(&head, &signer(1), T0, draft, ()).expect_err("the entry is not taken");
        assert!(matches!(refused, Error::Draft(DraftFlaw::FirstAuthor)), "{refused}");
    }
    assert_eq!(ledger.verify().expect("the log is whole").size, 0);
}

#[test]
fn only_introduced_authors_append() {
    let world = World::new();
    let mut ledger = world.open();
    let head = ledger.head().expect("the log has a head");
    let refused = ledger.append(&head, &signer(2), T0, numbered(1), ()).expect_err("the entry is not taken");
    assert!(matches!(refused, Error::UnknownAuthor), "{refused}");
    let end = add(&mut ledger, &world.signer, vec![Draft::new(Weight::Dual).introduce(signer(2).verifying_key())]);
    drop(ledger.append(&end.head(), &signer(2), T0, numbered(1), ()).expect("the entry is appended"));
    assert_eq!(world.verify().expect("the log is whole")[2].author(), signer(2).key_id());
}

#[test]
fn an_introduction_needs_both_signatures_and_a_key() {
    let world = World::new();
    let mut ledger = world.open();
    let head = ledger.head().expect("the log has a head");
    let light = Draft::new(Weight::Single).introduce(signer(2).verifying_key());
    let long = Draft::new(Weight::Dual).part(ledger::AUTHOR, vec![7; 1985]);
    let short = Draft::new(Weight::Dual).part(ledger::AUTHOR, vec![7; 32]);
    for draft in [light, long, short] {
        let refused = ledger.append(&head, &world.signer, T0, draft, ()).expect_err("the entry is not taken");
        assert!(matches!(refused, Error::Draft(DraftFlaw::Introduction)), "{refused}");
    }
}

#[test]
fn an_entry_over_a_limit_is_refused_and_one_at_the_limit_is_not() {
    let world = World::new();
    let mut ledger = world.open();
    let mut append = |draft: Draft| {
        let head = ledger.head().expect("the log has a head");
        ledger.append(&head, &world.signer, T0, draft, ()).map(drop)
    };
    let flaw = |result: Result<(), Error>| match result.expect_err("the damage is noticed") {
        Error::Draft(flaw) => flaw,
        other => panic!("{other}"),
    };
    let one = |tag: &str, size: usize| Draft::new(Weight::Single).part(tag, vec![1; size]);
    assert_eq!(flaw(append(Draft::new(Weight::Single))), DraftFlaw::NoParts);
    assert_eq!(flaw(append(one("common/1", ledger::MAX_PART + 1))), DraftFlaw::TooLarge);
    assert_eq!(flaw(append(one(&"a".repeat(97), 1))), DraftFlaw::Audience);
    for tag in ["", "Common", "a b", "é", "a\0b", "a\n"] {
        assert_eq!(flaw(append(one(tag, 1))), DraftFlaw::Audience);
    }
    let mut many = Draft::new(Weight::Single);
    for _ in 0..=MAX_PARTS {
        many = many.part("x", [0]);
    }
    assert_eq!(flaw(append(many.clone())), DraftFlaw::TooManyParts);
    many.parts.pop();
    append(many).expect("the entry is appended");
    let mut heavy = Draft::new(Weight::Single);
    for _ in 0..5 {
        heavy = heavy.part("x", vec![0; 15 << 20]);
    }
    assert_eq!(flaw(append(heavy)), DraftFlaw::TooLarge);
    append(one(&"a".repeat(96), ledger::MAX_PART)).expect("the entry is appended");
    append(one("empty", 0)).expect("the entry is appended");
    assert_eq!(world.verify().expect("the log is whole").len(), 4);
}

#[test]
fn a_log_that_may_only_be_read_is_read_and_not_written() {
    let world = World::of(5);
    let mut ledger = Ledger::open(&world.path, Access::ReadOnly).expect("the log opens");
    let head = ledger.verify().expect("the log is whole");
    assert_eq!(head.size, 5);
    assert!(matches!(ledger.append(&head, &world.signer, T0, numbered(5), ()), Err(Error::ReadOnly)));
    assert_eq!(ledger.head().expect("the log has a head"), head);
}

#[test]
fn a_path_with_spaces_accents_and_colons_is_a_path() {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let path = dir.path().join("file:coffre n° 7 – été?mode=ro.sqlite");
    drop(Ledger::create(&path, vault()).expect("a new log"));
    assert!(path.is_file());
    assert_eq!(Ledger::open(&path, Access::ReadWrite).expect("the log opens").vault(), &vault());
}

#[test]
fn a_log_is_made_only_where_there_is_none() {
    let world = World::of(2);
    assert!(matches!(Ledger::create(&world.path, vault()), Err(Error::Exists(_))));
    assert!(matches!(Ledger::open(&world.dir.path().join("none"), Access::ReadWrite), Err(Error::Missing(_))));
    assert_eq!(world.verify().expect("the log is whole").len(), 2);
}

#[test]
fn the_log_is_one_file_that_stock_sqlite_reads() {
    let world = World::of(9);
    let names: Vec<_> = std::fs::read_dir(world.dir.path())
        .expect("the folder is listed")
        .map(|e| e.expect("the entry of the folder is read").file_name())
        .collect();
    assert_eq!(names, ["ledger.sqlite"]);
    let question = "SELECT count(*) FROM parts WHERE audience = 'common/1'";
    let Ok(answer) = std::process::Command::new("sqlite3").arg(&world.path).arg(question).output() else { return };
    assert_eq!(String::from_utf8(answer.stdout).expect("it is UTF-8"), "8\n");
}

#[test]
fn mistakes_with_the_tables_are_stopped() {
    let world = World::of(3);
    let connection = rusqlite::Connection::open(&world.path).expect("the log is a database");
    for mistake in [
        "UPDATE entries SET body = x'00'",
        "DELETE FROM entries",
        "UPDATE parts SET sealed = x'00'",
        "DELETE FROM parts",
        "DELETE FROM nodes",
        "UPDATE nodes SET hash = zeroblob(32)",
        "UPDATE ledger SET vault = 'x'",
        "INSERT INTO parts (part, audience, sealed) VALUES (99 << 14, 'x', x'00')",
        "INSERT INTO entries VALUES (-1, x'', x'')",
        "INSERT INTO entries VALUES (7, 'text', x'')",
    ] {
        assert!(connection.execute_batch(mistake).is_err(), "{mistake}");
    }
    assert_eq!(world.verify().expect("the log is whole").len(), 3);
}

#[test]
fn a_log_that_somebody_put_into_another_mode_is_put_back() {
    let world = World::of(3);
    let other = rusqlite::Connection::open(&world.path).expect("the log is a database");
    other.pragma_update(None, "journal_mode", "WAL").expect("the pragma is known");
    let _: i64 = other.query_row("SELECT count(*) FROM entries", [], |row| row.get(0)).expect("a row answers");
    let short = std::time::Duration::from_millis(50);
    let opened = Ledger::open_with_patience(&world.path, Access::ReadWrite, short).map(drop);
    assert!(matches!(opened, Err(Error::Busy)), "{opened:?}");
    drop(other);
    add(&mut world.open(), &world.signer, vec![numbered(3)]);
    assert_eq!(std::fs::read_dir(world.dir.path()).expect("the folder is listed").count(), 1);
    assert_eq!(world.verify().expect("the log is whole").len(), 4);
}
