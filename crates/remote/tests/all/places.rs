//! Objects in the bucket: large ones, and what lies there of them.

use objects::{Error, ObjectStore};
use seal::{ObjectId, ReadAt as _};
use testkit::Chance;

use crate::stage::Stage;

fn id(letter: char) -> ObjectId {
    ObjectId::parse(&letter.to_string().repeat(26)).expect("of the form of an id")
}

fn put(store: &dyn ObjectStore, id: &ObjectId, bytes: &[u8]) -> Result<(), Error> {
    let _writing = store.writing()?;
    store.draft(id)?.write_all_at(bytes, 0).expect("it is written");
    store.put(std::slice::from_ref(id))
}

#[test]
fn a_large_object_lies_in_pieces_and_is_read_from_any_place() {
    let stage = Stage::new();
    let store = stage.objects();
    let mut chance = Chance::new(1);
    let bytes: Vec<u8> = (0..20_000_000 / 8).flat_map(|_| chance.below(u64::MAX).to_le_bytes()).collect();
    put(&store, &id('a'), &bytes).expect("it is put");
    let object = store.open(&id('a')).expect("it can be read").expect("it is there");
    assert_eq!(object.len().expect("a length"), bytes.len() as u64);
    for _ in 0..40 {
        let from = usize::try_from(chance.below(bytes.len() as u64)).expect("it fits");
        let mut some = vec![0; 70_000];
        let read = object.read_at(&mut some, from as u64).expect("it can be read");
        assert!(read > 0 && some.get(..read) == bytes.get(from..from + read), "at {from}");
    }
    let again = put(&store, &id('a'), &bytes).expect_err("it is there");
    assert!(matches!(again, Error::Exists(_)), "{again}");
    assert!(store.open(&id('a')).expect("it can be read").is_some());
    assert!(store.remove(&id('a')).expect("it is removed"));
    assert!(store.open(&id('a')).expect("it can be read").is_none());
    assert_eq!(store.list(None, 10).expect("a list"), []);
}

#[test]
fn a_store_that_keeps_to_the_condition_of_a_write_is_taken() {
    Stage::new().objects().probe().expect("it keeps to it");
}

/// What somebody else put there takes the place of no object in a list: else a backup would end with the first page that has such a thing.
#[test]
fn what_is_none_of_ours_hides_no_object() {
    let stage = Stage::new();
    let store = stage.objects();
    for letter in ['b', 'c'] {
        put(&store, &id(letter), b"an object").expect("it is put");
    }
    for name in ["0-read-me", "bz"] {
        stage.servers.put_in_bucket(&format!("{}/objects/{name}", stage.place.name), "of somebody else");
    }
    let page = |after: Option<ObjectId>| store.list(after.as_ref(), 1).expect("a list");
    assert_eq!(page(None), [id('b')]);
    assert_eq!(page(Some(id('b'))), [id('c')]);
    assert_eq!(page(Some(id('c'))), []);
}
