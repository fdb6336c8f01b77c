use ledger::{Access, Draft, Error, Flaw, Ledger, Position, VaultId};
use seal::Weight;

use crate::world::*;

fn empty(world: &World, name: &str) -> Ledger {
    Ledger::create(&world.dir.path().join(name), vault()).expect("a new log")
}

#[test]
fn a_copy_gets_what_it_lacks_up_to_a_head_and_verifies_like_the_log() {
    let world = World::of(12);
    let ledger = world.open();
    let head = ledger.head().expect("a head");
    let mut copy = empty(&world, "copy");
    let middle = ledger.read(&Position::start(), 5).expect("the log is whole").1.head();
    let mut told = Vec::new();
    ledger.copy_to(&mut copy, &middle, &mut |done| told.push(done)).expect("it is copied");
    assert_eq!((copy.verify().expect("a whole log"), told), (middle, vec![5]));
    // What comes later is not in it, though it was there when the copying began.
    add(&mut world.open(), &world.signer, vec![numbered(12)]);
    ledger.copy_to(&mut copy, &head, &mut |_| ()).expect("it is copied");
    assert_eq!(copy.verify().expect("a whole log"), head);
    let entries = |ledger: &Ledger| contents(&read_all(ledger, &Position::start()).expect("the log is whole").0);
    let copied = entries(&copy);
    assert_eq!(copied.as_slice(), entries(&ledger).get(..12).expect("thirteen entries"));
    ledger.copy_to(&mut copy, &head, &mut |_| unreachable!("nothing is lacking")).expect("it is there");
}

#[test]
fn what_is_not_the_beginning_of_the_log_gets_nothing() {
    let world = World::of(12);
    let ledger = world.open();
    let head = ledger.head().expect("a head");
    let mut copy = empty(&world, "copy");
    ledger.copy_to(&mut copy, &head, &mut |_| ()).expect("it is copied");
    add(&mut copy, &world.signer, vec![Draft::new(Weight::Single).part("common/1", "otherwise")]);
    assert_eq!(ledger.in_common_with(&copy).expect("both are read"), 12);
    let refused = ledger.copy_to(&mut copy, &head, &mut |_| ()).expect_err("it is longer");
    assert!(matches!(refused, Error::RolledBack { seen: 13, size: 12 }), "{refused}");
    add(&mut world.open(), &world.signer, vec![numbered(12), numbered(13)]);
    let head = ledger.head().expect("a head");
    let refused = ledger.copy_to(&mut copy, &head, &mut |_| ()).expect_err("it went on otherwise");
    assert!(matches!(refused, Error::Forked { seen: 13 }), "{refused}");
    assert_eq!(ledger.in_common_with(&copy).expect("both are read"), 12);
    assert_eq!(ledger.unchecked_time(12).expect("it is there"), T0);
    let other: VaultId = "b".repeat(26).parse().expect("of the form of an id");
    let mut elsewhere = Ledger::create(&world.dir.path().join("other"), other).expect("a new log");
    let refused = ledger.copy_to(&mut elsewhere, &head, &mut |_| ()).expect_err("it is of another vault");
    assert!(matches!(refused, Error::Integrity { flaw: Flaw::Vault, .. }), "{refused}");
}

#[test]
fn a_copy_of_an_altered_log_does_not_verify() {
    let world = World::of(12);
    let head = world.open().head().expect("a head");
    let alter = |sql| {
        world.tamper(|c| {
            c.execute(sql, []).expect("the log is altered");
        });
    };
    alter("UPDATE parts SET sealed = x'00' WHERE entry = 5");
    let mut copy = empty(&world, "copy");
    world.open().copy_to(&mut copy, &head, &mut |_| ()).expect("it is copied as it is");
    assert!(matches!(copy.verify(), Err(Error::Integrity { entry: Some(5), flaw: Flaw::Part })));
    alter("DELETE FROM entries WHERE position = 7");
    let refused = world.open().copy_to(&mut empty(&world, "second"), &head, &mut |_| ()).expect_err("one is missing");
    assert!(matches!(refused, Error::Integrity { entry: Some(7), flaw: Flaw::Gap }), "{refused}");
    let read_only = Ledger::open(&world.dir.path().join("copy"), Access::ReadOnly);
    let refused = world.open().copy_to(&mut read_only.expect("it opens"), &head, &mut |_| ());
    assert!(matches!(refused, Err(Error::ReadOnly)));
}
