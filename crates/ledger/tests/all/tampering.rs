use std::fs;

use ledger::merkle::{Frontier, Hash};
use ledger::{Access, Draft, DraftFlaw, Error, Flaw, Ledger, Position};
use proptest::prelude::*;
use rusqlite::params;
use seal::{Signer, Weight};

use crate::world::*;

/// What a check of everything says after somebody did this to a log of twelve entries.
fn found(crime: impl FnOnce(&World, &rusqlite::Connection)) -> (Option<u64>, Flaw) {
    let world = World::of(12);
    world.tamper(|c| crime(&world, c));
    match world.verify().map(|entries| entries.len()) {
        Err(Error::Integrity { entry, flaw }) => (entry, flaw),
        other => panic!("not noticed: {other:?}"),
    }
}

fn execute(c: &rusqlite::Connection, sql: &str) {
    assert!(c.execute(sql, []).expect("the log is altered") > 0);
}

#[test]
fn an_altered_part_shows() {
    let as_blob = "UPDATE parts SET sealed = CAST('entry 6' AS BLOB) WHERE entry = 5";
    assert_eq!(found(|_, c| execute(c, as_blob)), (Some(5), Flaw::Part));
}

#[test]
fn a_part_for_another_audience_shows() {
    assert_eq!(
        found(|_, c| execute(c, "UPDATE parts SET audience = 'common/2' WHERE entry = 5")),
        (Some(5), Flaw::Part)
    );
}

#[test]
fn a_missing_and_an_added_part_show() {
    assert_eq!(found(|_, c| execute(c, "DELETE FROM parts WHERE entry = 6 AND place = 1")), (Some(6), Flaw::Part));
    assert_eq!(found(|_, c| execute(c, "DELETE FROM parts WHERE entry = 6 AND place = 0")), (Some(6), Flaw::Part));
    assert_eq!(
        found(|_, c| execute(c, "INSERT INTO parts (part, audience, sealed) VALUES (5 << 14 | 1, 'x', x'00')")),
        (Some(5), Flaw::Part)
    );
    assert_eq!(
        found(|_, c| execute(c, "INSERT INTO parts (part, audience, sealed) VALUES (99 << 14, 'x', x'00')")),
        (None, Flaw::Part)
    );
}

#[test]
fn an_altered_body_shows_even_when_the_tree_is_adapted() {
    let alter = |c: &rusqlite::Connection, position| {
        let (body, signatures) = row(c, position);
        put(c, position, &replaced(&body, &T0.to_be_bytes(), &(T0 + 1).to_be_bytes()), &signatures);
    };
    assert_eq!(found(|_, c| alter(c, 5)), (Some(5), Flaw::Node));
    assert_eq!(found(|_, c| (alter(c, 11), rebuild(c)).1), (Some(11), Flaw::Signature));
    // The next author vouched for what was there before.
    assert_eq!(found(|_, c| (alter(c, 5), rebuild(c)).1), (Some(6), Flaw::History));
}

#[test]
fn an_entry_signed_again_by_a_stranger_shows() {
    let forge = |c: &rusqlite::Connection, world: &World, own_name: bool| {
        let (mut body, _) = row(c, 11);
        if own_name {
            body = replaced(&body, &world.signer.key_id().to_bytes(), &signer(9).key_id().to_bytes());
        }
        let signatures = signer(9).sign(numbered(11).weight, &body);
        put(c, 11, &body, signatures.as_bytes());
        rebuild(c);
    };
    assert_eq!(found(|w, c| forge(c, w, false)), (Some(11), Flaw::Signature));
    assert_eq!(found(|w, c| forge(c, w, true)), (Some(11), Flaw::Author));
}

#[test]
fn a_stripped_post_quantum_signature_shows() {
    let strip = |c: &rusqlite::Connection| {
        cut(c, 10); // entry 9 bears both
        let (body, signatures) = row(c, 9);
        assert_eq!(signatures.len(), 64 + 3309);
        put(c, 9, &body, &signatures[..64]);
        rebuild(c);
    };
    assert_eq!(found(|_, c| strip(c)), (Some(9), Flaw::Signature));
}

#[test]
fn a_broken_post_quantum_signature_shows() {
    let spoil = |c: &rusqlite::Connection| {
        cut(c, 10);
        let (body, mut signatures) = row(c, 9);
        signatures[700] ^= 1;
        put(c, 9, &body, &signatures);
        rebuild(c);
    };
    assert_eq!(found(|_, c| spoil(c)), (Some(9), Flaw::Signature));
}

#[test]
fn entries_in_another_order_show() {
    let swap = |c: &rusqlite::Connection| {
        let (five, six) = (row(c, 5), row(c, 6));
        put(c, 5, &six.0, &six.1);
        put(c, 6, &five.0, &five.1);
        c.execute("UPDATE parts SET part = (11 - entry + 1000) << 14 | place WHERE entry IN (5, 6)", [])
            .expect("altered");
        c.execute("UPDATE parts SET part = (entry - 1000) << 14 | place WHERE entry >= 1000", []).expect("altered");
        rebuild(c);
    };
    assert_eq!(found(|_, c| swap(c)), (Some(5), Flaw::Gap));
}

#[test]
fn an_entry_repeated_shows() {
    let repeat = |c: &rusqlite::Connection| {
        let (body, signatures) = row(c, 11);
        put(c, 12, &body, &signatures);
        c.execute("INSERT INTO parts (part, audience, sealed) SELECT 12 << 14 | place, audience, sealed FROM parts WHERE entry = 11", []).expect("altered");
        rebuild(c);
    };
    assert_eq!(found(|_, c| repeat(c)), (Some(12), Flaw::Gap));
}

#[test]
fn an_entry_missing_in_the_middle_shows() {
    let remove = |c: &rusqlite::Connection| {
        c.execute("DELETE FROM parts WHERE entry = 5", []).expect("the log is altered");
        c.execute("DELETE FROM entries WHERE position = 5", []).expect("the log is altered");
    };
    assert_eq!(found(|_, c| remove(c)), (Some(5), Flaw::Gap));
    let close_up = |c: &rusqlite::Connection| {
        remove(c);
        c.execute("UPDATE entries SET position = -position - 1 WHERE position > 5", []).expect("the log is altered");
        c.execute("UPDATE entries SET position = -position - 2 WHERE position < 0", []).expect("the log is altered");
        c.execute("UPDATE parts SET part = (entry + 1000) << 14 | place WHERE entry > 5", []).expect("altered");
        c.execute("UPDATE parts SET part = (entry - 1001) << 14 | place WHERE entry > 1000", []).expect("altered");
        rebuild(c);
    };
    assert_eq!(found(|_, c| close_up(c)), (Some(5), Flaw::Gap));
}

#[test]
fn an_entry_before_the_first_shows() {
    let sneak = |c: &rusqlite::Connection| {
        let (body, signatures) = row(c, 0);
        put(c, 0, &body, &signatures);
        c.execute("INSERT INTO entries VALUES (-1, x'00', x'00')", []).expect("the log is altered");
    };
    let (_, flaw) = found(|_, c| sneak(c));
    assert_eq!(flaw, Flaw::Gap);
}

#[test]
fn altered_missing_and_added_nodes_show() {
    let altered = "UPDATE nodes SET hash = zeroblob(32) WHERE level = 2 AND place = 1";
    assert_eq!(found(|_, c| execute(c, altered)), (Some(7), Flaw::Node));
    assert_eq!(found(|_, c| execute(c, "DELETE FROM nodes WHERE level = 0 AND place = 4")).1, Flaw::Node);
    assert_eq!(found(|_, c| execute(c, "INSERT INTO nodes VALUES (5, 0, zeroblob(32))")), (None, Flaw::Node));
    // Where the edge of the tree is asked first, a missing node shows at once.
    let world = World::of(12);
    world.tamper(|c| execute(c, "DELETE FROM nodes WHERE level = 3"));
    assert!(world.open().head().expect_err("the damage is noticed").is_integrity());
}

#[test]
fn entries_of_another_vault_show() {
    let world = World::of(3);
    world.tamper(|c| execute(c, "UPDATE ledger SET vault = 'zzzzzzzzzzzzzzzzzzzzzzzzzz'"));
    assert!(matches!(world.verify(), Err(Error::Integrity { entry: Some(0), flaw: Flaw::Vault })));
    world.tamper(|c| execute(c, "UPDATE ledger SET vault = 'somewhere'"));
    assert!(matches!(world.verify(), Err(Error::Integrity { entry: None, flaw: Flaw::Shape })));
}

#[test]
fn tables_triggers_and_views_that_do_not_belong_show() {
    for crime in [
        "DROP TRIGGER parts_are_not_removed",
        "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM nodes; END",
        "CREATE TABLE more (x)",
        "DROP INDEX parts_by_audience",
        "ALTER TABLE parts RENAME TO kept; CREATE VIEW parts AS SELECT * FROM kept WHERE entry <> 3",
        "PRAGMA application_id = 0",
    ] {
        let world = World::of(4);
        rusqlite::Connection::open(&world.path)
            .expect("the log is a database")
            .execute_batch(crime)
            .expect("the database does as it is told");
        let opened = Ledger::open(&world.path, Access::ReadWrite).map(drop);
        assert!(matches!(opened, Err(Error::Integrity { flaw: Flaw::Shape, .. })), "{crime}: {opened:?}");
    }
}

#[test]
fn entries_in_another_encoding_show() {
    // The weight 2 as two bytes instead of one: the same value, other bytes.
    let pad = |c: &rusqlite::Connection, world: &World| {
        cut(c, 10);
        let (body, _) = row(c, 9);
        let old = [&T0.to_be_bytes()[..], &[0x02]].concat();
        let at = body.windows(old.len()).position(|w| w == old).expect("the bytes occur") + old.len() - 1;
        let longer = [&body[..at], &[0x18, 0x02], &body[at + 1..]].concat();
        let signatures = world.signer.sign(seal::Weight::Dual, &longer);
        put(c, 9, &longer, signatures.as_bytes());
        rebuild(c);
    };
    assert_eq!(found(|w, c| pad(c, w)), (Some(9), Flaw::Encoding));
    assert_eq!(found(|_, c| (put(c, 11, b"", b""), rebuild(c)).1), (Some(11), Flaw::Encoding));
}

#[test]
fn entries_removed_from_the_end_show_against_what_was_seen() {
    let world = World::of(12);
    let (_, seen) = read_all(&world.open(), &Position::start()).expect("the log is whole");
    world.tamper(|c| cut(c, 7));
    let ledger = world.open();
    assert_eq!(ledger.verify().expect("the log is whole").size, 7);
    let error = ledger.consistency(&seen).expect_err("another history");
    assert!(matches!(error, Error::RolledBack { seen: 12, size: 7 }), "{error}");
    assert!(matches!(ledger.read(&seen, 10), Err(Error::RolledBack { .. })));
    assert!(matches!(ledger.begins_with(&seen.head()), Err(Error::RolledBack { .. })));
    // An appended entry in place of each one removed does not hide it.
    add(&mut world.open(), &world.signer, (0..5).map(numbered).collect());
    assert_eq!(world.open().verify().expect("the log is whole").size, 12);
    assert!(matches!(world.open().consistency(&seen), Err(Error::Forked { seen: 12 })));
}

#[test]
fn a_history_rewritten_by_its_own_author_shows_against_what_was_seen() {
    let world = World::of(8);
    let copy = world.dir.path().join("copy.sqlite");
    fs::copy(&world.path, &copy).expect("the log is copied");
    let seen = add(&mut world.open(), &world.signer, vec![numbered(8), numbered(9)]);
    add(
        &mut Ledger::open(&copy, Access::ReadWrite).expect("it opens"),
        &world.signer,
        (20..25).map(numbered).collect(),
    );
    fs::rename(&copy, &world.path).expect("it gets another name");
    let ledger = world.open();
    assert_eq!(ledger.verify().expect("the log is whole").size, 13);
    assert!(matches!(ledger.consistency(&seen), Err(Error::Forked { seen: 10 })));
    assert!(matches!(ledger.read(&seen, 10), Err(Error::Forked { seen: 10 })));
}

#[test]
fn an_entry_that_signs_another_history_than_the_one_read_shows() {
    let world = World::of(8);
    let copy = world.dir.path().join("copy.sqlite");
    fs::copy(&world.path, &copy).expect("the log is copied");
    add(&mut world.open(), &world.signer, vec![numbered(8)]);
    let seen = read_all(&world.open(), &Position::start()).expect("the log is whole").1;
    add(
        &mut Ledger::open(&copy, Access::ReadWrite).expect("it opens"),
        &world.signer,
        vec![numbered(20), numbered(21)],
    );
    let (body, signatures) = row(&rusqlite::Connection::open(&copy).expect("the log is a database"), 9);
    world.tamper(|c| {
        put(c, 9, &body, &signatures);
        c.execute(
            "INSERT INTO parts (part, audience, sealed) VALUES (9 << 14, 'common/1', CAST('entry 21' AS BLOB))",
            [],
        )
        .expect("the log is altered");
        rebuild(c);
    });
    assert!(matches!(world.open().read(&seen, 5), Err(Error::Integrity { entry: Some(9), flaw: Flaw::History })));
}

#[test]
fn a_file_of_zero_bytes_or_of_garbage_is_no_ledger() {
    let world = World::of(2);
    let size = fs::metadata(&world.path).expect("the log is there").len() as usize;
    for bytes in [vec![], vec![0; 1], vec![0x5a; 100], vec![0x5a; size], b"SQLite format 3\0".to_vec(), vec![0; 4096]] {
        for access in [Access::ReadOnly, Access::ReadWrite] {
            fs::write(&world.path, &bytes).expect("the log is written");
            let opened = Ledger::open(&world.path, access).map(drop);
            assert!(matches!(&opened, Err(e) if e.is_integrity()), "{} bytes: {opened:?}", bytes.len());
            assert_eq!(fs::read(&world.path).expect("the log is read"), bytes);
        }
    }
    assert!(Ledger::open(world.dir.path(), Access::ReadOnly).expect_err("it is no log").is_integrity());
}

#[test]
fn a_truncated_file_shows() {
    let world = World::of(40);
    let whole = fs::read(&world.path).expect("the log is read");
    for part in 1..40 {
        fs::write(&world.path, &whole[..whole.len() * part / 40]).expect("the log is written");
        let error = world.verify().map(|entries| entries.len()).expect_err("the damage is noticed");
        assert!(error.is_integrity(), "{part}/40: {error:?}");
    }
    fs::write(&world.path, &whole[..whole.len() - 1]).expect("the log is written");
    assert!(world.verify().expect_err("the damage is noticed").is_integrity());
}

#[test]
fn any_flipped_bit_shows_or_changes_nothing() {
    let world = World::of(12);
    let original = contents(&world.verify().expect("the log is whole"));
    let whole = fs::read(&world.path).expect("the log is read");
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) };
    proptest!(config, |(at in 0..whole.len(), bit in 0u8..8)| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        fs::write(&world.path, &bytes).expect("the log is written");
        match world.verify() {
            Ok(entries) => prop_assert_eq!(contents(&entries), original.clone()),
            Err(error) => prop_assert!(error.is_integrity(), "byte {}: {:?}", at, error),
        }
    });
}

#[test]
fn a_row_of_absurd_size_is_refused_before_it_fills_memory() {
    let world = World::of(3);
    world.tamper(|c| {
        c.execute("UPDATE parts SET sealed = zeroblob(?1) WHERE entry = 2 AND place = 0", params![200 << 20])
            .expect("altered");
    });
    assert!(world.verify().expect_err("the damage is noticed").is_integrity());
}

/// Signs all entries from `from` on once more, each with what `spoil` makes of its signatures, over the history that there is now.
fn sign_again(c: &rusqlite::Connection, by: &Signer, from: u64, spoil: impl Fn(u64, Vec<u8>) -> Vec<u8>) {
    let (mut old, mut new) = (Frontier::empty(), Frontier::empty());
    let size: i64 = c.query_row("SELECT count(*) FROM entries", [], |row| row.get(0)).expect("a row answers");
    for position in 0..size as u64 {
        let (mut body, mut signatures) = row(c, position);
        let before = Hash::of_leaf(&[body.clone(), signatures.clone()].concat());
        if position >= from {
            body = replaced(&body, &old.root().0, &new.root().0);
            let weight = if signatures.len() == 64 { Weight::Single } else { Weight::Dual };
            signatures = spoil(position, by.sign(weight, &body).to_bytes());
            put(c, position, &body, &signatures);
        }
        old.push(before, |_, _| ());
        new.push(Hash::of_leaf(&[body, signatures].concat()), |_, _| ());
    }
    rebuild(c);
}

#[test]
fn of_many_entries_that_are_checked_together_the_first_that_is_wrong_is_named() {
    // 60 bears both signatures, 61 and 250 one.
    for wrong in [vec![], vec![61], vec![250], vec![60, 250], vec![61, 250], vec![299], vec![60, 61, 250, 299]] {
        let world = World::of(300);
        world.tamper(|c| {
            sign_again(c, &world.signer, 60, |n, mut signatures| {
                if wrong.contains(&n) {
                    *signatures.last_mut().expect("it has bytes") ^= 1;
                }
                signatures
            });
        });
        let first = wrong.first().copied();
        let named = |error: Error| match error {
            Error::Integrity { entry, flaw: Flaw::Signature } => entry,
            other => panic!("{wrong:?}: {other}"),
        };
        let ledger = world.open();
        assert_eq!(ledger.verify().err().and_then(named), first, "{wrong:?}");
        assert_eq!(ledger.read(&Position::start(), 1000).err().and_then(named), first, "{wrong:?}");
        // Each by itself, which no equation for many is asked about.
        let mut position = Position::start();
        let alone = loop {
            match ledger.read(&position, 1) {
                Ok((entries, _)) if entries.is_empty() => break None,
                Ok((_, next)) => position = next,
                Err(error) => break named(error),
            }
        };
        assert_eq!(alone, first, "{wrong:?}");
    }
}

/// An Ed25519 key of small order: signatures under it can be made that hold for any message.
fn weak_key() -> Vec<u8> {
    let mut key = signer(9).verifying_key().to_bytes();
    key[..32].fill(0);
    key[0] = 1;
    key
}

#[test]
fn a_weak_key_is_not_introduced_by_those_who_write_and_shows_to_those_who_read() {
    let world = World::of(12);
    let draft = Draft::new(Weight::Dual).part(ledger::AUTHOR, weak_key());
    let mut ledger = world.open();
    let head = ledger.head().expect("the log has a head");
    let refused = ledger.append(&head, &world.signer, T0, draft, ());
    assert!(matches!(refused.map(drop), Err(Error::Draft(DraftFlaw::Introduction))));

    add(&mut ledger, &world.signer, vec![Draft::new(Weight::Dual).introduce(signer(9).verifying_key())]);
    drop(ledger);
    world.tamper(|c| {
        let (body, _) = row(c, 12);
        let hash = |key: &[u8]| seal::sha256(key);
        let body = replaced(&body, &hash(signer(9).verifying_key().as_bytes()), &hash(&weak_key()));
        put(c, 12, &body, world.signer.sign(Weight::Dual, &body).as_bytes());
        c.execute("UPDATE parts SET sealed = ?1 WHERE entry = 12", [weak_key()]).expect("the log is altered");
        rebuild(c);
    });
    assert!(matches!(world.verify(), Err(Error::Integrity { entry: Some(12), flaw: Flaw::Author })));
    assert!(matches!(
        world.open().read(&Position::start(), 20),
        Err(Error::Integrity { entry: Some(12), flaw: Flaw::Author })
    ));
}
