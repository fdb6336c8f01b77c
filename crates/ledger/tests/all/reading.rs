use ledger::{Access, Draft, Entry, Error, Ledger, Position, ReadAhead, merkle};
use seal::Weight;

use crate::world::*;

#[test]
fn reading_goes_on_from_a_position_that_was_kept() {
    let world = World::of(10);
    let ledger = world.open();
    let (first, position) = ledger.read(&Position::start(), 4).expect("the log is read");
    assert_eq!((first.len(), position.size(), position.last_ms()), (4, 4, T0));
    let kept = serde_json::to_string(&position).expect("it is plain data");
    let position: Position = serde_json::from_str(&kept).expect("it is JSON");
    assert_eq!(Position::from_bytes(&position.to_bytes()).expect("a position reads back").head(), position.head());
    let (rest, end) = read_all(&ledger, &position).expect("the log is whole");
    assert_eq!(rest.iter().map(ledger::Entry::index).collect::<Vec<_>>(), [4, 5, 6, 7, 8, 9]);
    assert_eq!(end.head(), ledger.head().expect("the log has a head"));
    assert_eq!(end.author(&world.signer.key_id()), Some(world.signer.verifying_key()));
    let (none, still) = ledger.read(&end, 100).expect("the log is read");
    assert!(none.is_empty() && still.head() == end.head());
}

#[test]
fn a_position_that_is_none_is_refused() {
    let good = add(&mut World::new().open(), &signer(1), vec![numbered(1)]).to_bytes();
    for n in 0..good.len().min(120) {
        assert!(Position::from_bytes(&good[..n]).is_err());
    }
    let mut longer = good.clone();
    longer.push(0);
    assert!(Position::from_bytes(&longer).is_err());
    assert!(Position::from_bytes(&[0xff; 40]).is_err());
}

#[test]
fn large_entries_come_in_several_readings() {
    let world = World::new();
    let large = || Draft::new(Weight::Single).part("x", vec![3; 12 << 20]).part("y", vec![4; 12 << 20]);
    add(&mut world.open(), &world.signer, vec![large(), large(), large()]);
    let ledger = world.open();
    let (first, position) = ledger.read(&Position::start(), 100).expect("the log is read");
    assert!(!first.is_empty() && first.len() < 4);
    assert_eq!(read_all(&ledger, &position).expect("the log is whole").1.size(), 4);
    assert_eq!(ledger.verify().expect("the log is whole").size, 4);
}

#[test]
fn parts_for_a_key_that_came_late_are_found_and_proved() {
    let world = World::of(60);
    let ledger = world.open();
    let (_, position) = ledger.read(&Position::start(), 50).expect("the log is read");
    let found = ledger.read_for(&position, "class/48/1", None, 10).expect("the parts are read");
    assert_eq!(found.iter().map(ledger::Entry::index).collect::<Vec<_>>(), [48]);
    assert_eq!(found[0].parts(), numbered(48).parts);
    // Beyond the position nothing was read yet.
    assert!(ledger.read_for(&position, "class/52/1", None, 10).expect("the parts are read").is_empty());
    let first = ledger.read_for(&position, "common/1", None, 30).expect("the parts are read");
    let second = ledger.read_for(&position, "common/1", Some(first[29].index()), 30).expect("the parts are read");
    assert_eq!((first.len(), second.len(), second[0].index()), (30, 19, 31));

    world.tamper(|c| {
        c.execute("UPDATE parts SET sealed = zeroblob(40) WHERE audience = 'class/48/1'", []).expect("altered");
    });
    assert!(
        world.open().read_for(&position, "class/48/1", None, 10).expect_err("the damage is noticed").is_integrity()
    );
    world.tamper(|c| {
        let (body, signatures) = row(c, 46);
        put(c, 44, &body, &signatures);
    });
    assert!(
        world.open().read_for(&position, "class/44/1", None, 10).expect_err("the damage is noticed").is_integrity()
    );
}

#[test]
fn proofs_of_the_stored_tree_hold() {
    let world = World::of(23);
    let ledger = world.open();
    let (_, all) = read_all(&ledger, &Position::start()).expect("the log is whole");
    let (_, some) = ledger.read(&Position::start(), 9).expect("the log is read");
    let proof = ledger.prove_consistency(9, 23).expect("the store is whole");
    assert!(merkle::verify_consistency(9, &some.head().root, 23, &all.head().root, &proof));
    let connection = rusqlite::Connection::open(&world.path).expect("the log is a database");
    for index in 0..23 {
        let (body, signatures) = row(&connection, index);
        let leaf = merkle::Hash::of_leaf(&[body, signatures].concat());
        let proof = ledger.prove_inclusion(index, 23).expect("the store is whole");
        assert!(merkle::verify_inclusion(&leaf, index, 23, &proof, &all.head().root));
        assert!(!merkle::verify_inclusion(&leaf, index, 22, &proof, &some.head().root));
    }
    assert!(matches!(ledger.prove_inclusion(23, 24), Err(Error::RolledBack { .. })));
    assert!(matches!(ledger.prove_inclusion(5, 4), Err(Error::RolledBack { .. })));
    assert!(matches!(ledger.prove_consistency(9, 24), Err(Error::RolledBack { .. })));
    assert!(matches!(ledger.prove_consistency(9, 8), Err(Error::RolledBack { .. })));
}

#[test]
fn verifying_tells_how_far_it_is() {
    let world = World::of(12);
    let mut told = Vec::new();
    let end = world.open().verify_with(&mut |done, of| told.push((done, of))).expect("the log is whole");
    assert_eq!((end.size(), told.last()), (12, Some(&(12, 12))));
}

#[test]
fn reading_works_while_another_process_has_the_log_open() {
    let world = World::of(4);
    let (reader, mut writer) = (Ledger::open(&world.path, Access::ReadOnly).expect("the log opens"), world.open());
    let (_, before) = read_all(&reader, &Position::start()).expect("the log is whole");
    add(&mut writer, &world.signer, vec![numbered(4)]);
    assert_eq!(reader.read(&before, 10).expect("the log is read").0.len(), 1);
}

#[test]
fn reading_ahead_gives_what_reading_gives_and_stops_where_it_stops() {
    let world = World::of(200);
    let ledger = world.open();
    let mut position = Position::start();
    let mut ahead = ReadAhead::from(&position, 48);
    loop {
        let (entries, next) = ledger.read(&position, 48).expect("the log is read");
        let Some((same, after)) = ahead.next(&ledger).expect("the log is read") else {
            assert!(entries.is_empty());
            break;
        };
        let places = |entries: &[Entry]| entries.iter().map(Entry::index).collect::<Vec<_>>();
        assert_eq!((places(&same), after.head()), (places(&entries), next.head()));
        position = next;
    }
    assert_eq!(position.size(), 200);
    // A signature that is wrong is found before its entry is given out, and what is before it is not held back.
    world.tamper(|c| {
        c.execute("UPDATE entries SET signatures = zeroblob(64) WHERE position = 100 AND length(signatures) = 64", [])
            .expect("the log is altered");
        rebuild(c);
    });
    let ledger = world.open();
    let mut ahead = ReadAhead::from(&Position::start(), 48);
    let mut read = 0;
    let error = loop {
        match ahead.next(&ledger) {
            Ok(Some((entries, _))) => read += entries.len(),
            Ok(None) => panic!("it is not whole"),
            Err(error) => break error,
        }
    };
    assert!(read <= 96, "{read}");
    assert!(matches!(error, Error::Integrity { .. }), "{error:?}");
    assert!(matches!(ledger.verify(), Err(Error::Integrity { .. })));
}
