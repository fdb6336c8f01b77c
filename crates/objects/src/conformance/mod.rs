//! What every place for objects must do, as tests. An implementation names itself once:
//!
//! ```text
//! objects::object_store_conformance!(memory, || { let store = MemoryObjects::new(); … });
//! ```
#![allow(clippy::panic, clippy::missing_panics_doc)]

mod mortal;
mod writing;

use std::sync::mpsc;
use std::time::Duration;

use seal::{Flow, Identity, ObjectId, ObjectKey, SealedReader};

use crate::{Error, LeftOver, ObjectStore};

pub use mortal::Mortal;
pub use writing::*;

/// Opens one more handle on a place, as another process would. A call of the factory makes an empty one.
pub type Open = Box<dyn Fn() -> Box<dyn ObjectStore> + Send + Sync>;

/// Runs every test of the suite on what `$fresh` makes: `fn() -> Open`.
#[macro_export]
macro_rules! object_store_conformance {
    ($name:ident, $fresh:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            $crate::object_store_conformance!(@each $fresh;
                what_was_put_is_read_from_any_place_through_every_handle
                a_draft_is_no_object_until_it_is_put
                an_object_is_put_only_where_there_is_none
                several_are_put_or_none
                what_is_removed_is_gone_and_nothing_else
                ids_are_listed_in_their_order_and_by_pages
                a_text_comes_and_goes_with_its_object
                a_text_opens_with_the_key_of_its_object_and_with_no_other
                a_note_is_kept_until_it_is_cleared
                nobody_collects_while_somebody_writes_and_the_other_way_round
                a_sealed_object_opens
                what_is_written_well_leaves_objects_and_no_notes
                a_writer_that_ends_at_any_step_leaves_what_the_log_says
                a_writer_that_dies_at_any_step_leaves_what_the_log_says
                a_writer_of_whom_one_message_is_lost_leaves_what_the_log_says
                keys_that_were_renewed_meanwhile_are_sealed_for_again
                a_note_of_a_log_that_goes_further_is_left_alone
                one_at_a_time_gives_objects_new_heads
                an_object_is_read_with_the_head_that_is_noted_for_it
                one_that_dies_while_heads_are_written_leaves_objects_that_open
            );
        }
    };
    (@each $fresh:expr; $($test:ident)*) => {
        $(#[test]
        fn $test() {
            $crate::conformance::$test(($fresh)());
        })*
    };
}

fn id(n: u8) -> ObjectId {
    // In the order of the numbers.
    let letter = |n: u8| char::from(b'a' + n % 26);
    ObjectId::parse(&format!("{}{}{}", letter(n / 26), letter(n), "a".repeat(24))).expect("of the form of an id")
}

fn draft(store: &dyn ObjectStore, id: &ObjectId, bytes: &[u8]) {
    store.draft(id).expect("a draft").write_all_at(bytes, 0).expect("it is written");
}

fn put(store: &dyn ObjectStore, id: &ObjectId, bytes: &[u8]) {
    let _writing = store.writing().expect("the right to write");
    draft(store, id, bytes);
    store.put(std::slice::from_ref(id)).expect("it is put");
}

fn read(store: &dyn ObjectStore, id: &ObjectId) -> Option<Vec<u8>> {
    let object = store.open(id).expect("it can be read")?;
    let mut bytes = vec![0; usize::try_from(object.len().expect("a length")).expect("it fits")];
    let mut at = 0;
    while let Some(rest) = bytes.get_mut(at..).filter(|rest| !rest.is_empty()) {
        match object.read_at(rest, at as u64).expect("it can be read") {
            0 => panic!("it ends before its length"),
            read => at += read,
        }
    }
    Some(bytes)
}

fn all(store: &dyn ObjectStore) -> Vec<ObjectId> {
    store.list(None, 1000).expect("a list")
}

pub fn what_was_put_is_read_from_any_place_through_every_handle(open: Open) {
    let (mine, theirs) = (open(), open());
    put(&*mine, &id(1), b"0123456789");
    put(&*mine, &id(2), b"");
    for store in [&mine, &theirs] {
        assert_eq!(read(&**store, &id(1)).as_deref(), Some(&b"0123456789"[..]));
        assert_eq!(read(&**store, &id(2)).as_deref(), Some(&b""[..]));
        assert_eq!(read(&**store, &id(3)), None);
        let object = store.open(&id(1)).expect("it can be read").expect("it is there");
        let mut some = [0; 4];
        assert!(object.read_at(&mut some, 3).expect("it can be read") > 0);
        assert_eq!(some.first(), Some(&b'3'));
        assert_eq!(object.read_at(&mut some, 10).expect("the end"), 0);
        assert_eq!(object.read_at(&mut some, 1 << 40).expect("far beyond the end"), 0);
    }
}

pub fn a_draft_is_no_object_until_it_is_put(open: Open) {
    let store = open();
    let _writing = store.writing().expect("the right to write");
    draft(&*store, &id(1), b"first try");
    assert_eq!((read(&*store, &id(1)), all(&*store)), (None, Vec::new()));
    assert_eq!(open().left_over().expect("a list"), [LeftOver::Draft(id(1))], "others see that there is one");
    let again = store.draft(&id(1)).expect("a new draft");
    assert_eq!(again.written().expect("a length"), 0, "it begins empty");
    // Written from several threads, in any order.
    std::thread::scope(|scope| {
        scope.spawn(|| again.write_all_at(b"second", 4).expect("it is written"));
        scope.spawn(|| again.write_all_at(b"the ", 0).expect("it is written"));
    });
    drop(again);
    store.put(&[id(1)]).expect("it is put");
    assert_eq!(read(&*store, &id(1)).as_deref(), Some(&b"the second"[..]));
    assert!(store.left_over().expect("a list").is_empty(), "a draft that was put is none any more");
    draft(&*store, &id(2), b"x");
    store.drop_drafts(&[id(2), id(3)]);
    assert!(store.left_over().expect("a list").is_empty());
    assert!(store.put(&[id(2)]).is_err(), "what was dropped cannot be put");
}

pub fn an_object_is_put_only_where_there_is_none(open: Open) {
    let store = open();
    put(&*store, &id(1), b"first");
    let _writing = store.writing().expect("the right to write");
    draft(&*store, &id(1), b"second");
    let refused = store.put(&[id(1)]).expect_err("there is one");
    assert!(matches!(&refused, Error::Exists(there) if *there == id(1).to_string()), "{refused}");
    assert_eq!(read(&*store, &id(1)).as_deref(), Some(&b"first"[..]), "an object never changes");
}

pub fn several_are_put_or_none(open: Open) {
    let store = open();
    put(&*store, &id(3), b"there");
    let _writing = store.writing().expect("the right to write");
    let batch: Vec<ObjectId> = (1..=20).map(id).collect();
    for id in &batch {
        draft(&*store, id, b"new");
    }
    assert!(store.put(&batch).is_err(), "one of them is there already");
    assert_eq!(all(&*store), [id(3)]);
    for id in &batch {
        draft(&*store, id, b"new");
    }
    let others: Vec<ObjectId> = batch.iter().filter(|other| **other != id(3)).cloned().collect();
    store.put(&others).expect("they are put");
    assert_eq!(all(&*store), batch);
}

pub fn what_is_removed_is_gone_and_nothing_else(open: Open) {
    let store = open();
    put(&*store, &id(1), b"1");
    put(&*store, &id(2), b"2");
    assert!(store.remove(&id(1)).expect("it is removed"));
    assert!(!store.remove(&id(1)).expect("it was gone"));
    assert!(!store.remove(&id(9)).expect("it never was"));
    assert_eq!(all(&*open()), [id(2)]);
    assert_eq!(read(&*open(), &id(1)), None);
    put(&*store, &id(1), b"again");
    assert_eq!(read(&*store, &id(1)).as_deref(), Some(&b"again"[..]));
}

pub fn ids_are_listed_in_their_order_and_by_pages(open: Open) {
    let store = open();
    assert!(all(&*store).is_empty());
    let ids: Vec<ObjectId> = (0..60).map(id).collect();
    for id in ids.iter().rev() {
        put(&*store, id, b"x");
    }
    assert_eq!(all(&*store), ids);
    let (mut listed, mut pages) = (Vec::new(), 0);
    loop {
        let page = store.list(listed.last(), 7).expect("a list");
        if page.is_empty() {
            break;
        }
        assert!(page.len() <= 7);
        listed.extend(page);
        pages += 1;
    }
    assert_eq!((listed, pages), (ids.clone(), 9));
    assert_eq!(store.list(ids.last(), 7).expect("a list"), []);
    assert_eq!(store.list(None, 0).expect("a list"), []);
}

fn text(store: &dyn ObjectStore, id: &ObjectId) -> Option<Vec<u8>> {
    store.text(id).expect("it can be asked")
}

pub fn a_text_comes_and_goes_with_its_object(open: Open) {
    let store = open();
    let _writing = store.writing().expect("the right to write");
    draft(&*store, &id(1), b"object");
    store.draft_text(&id(1), b"first").expect("a draft");
    store.draft_text(&id(1), b"its text").expect("another draft");
    draft(&*store, &id(2), b"without");
    assert_eq!(open().left_over().expect("a list"), [LeftOver::Draft(id(1)), LeftOver::Draft(id(2))], "one each");
    assert_eq!(text(&*store, &id(1)), None, "a draft is no text");
    store.put(&[id(1), id(2)]).expect("they are put");
    assert_eq!(text(&*open(), &id(1)).as_deref(), Some(&b"its text"[..]));
    assert_eq!((text(&*store, &id(2)), all(&*store)), (None, vec![id(1), id(2)]), "a text is no object");
    assert!(store.left_over().expect("a list").is_empty());
    assert!(store.remove(&id(1)).expect("it is removed"));
    assert_eq!(text(&*open(), &id(1)), None);
    // What is begun again begins without a text, and what is dropped or cleared takes its text along.
    for ended in 0..3 {
        draft(&*store, &id(3), b"object");
        store.draft_text(&id(3), b"its text").expect("a draft");
        match ended {
            0 => draft(&*store, &id(3), b"again"),
            1 => store.drop_drafts(&[id(3)]),
            _ => assert!(store.clear(&LeftOver::Draft(id(3))).expect("it is cleared")),
        }
        if ended > 0 {
            assert!(store.left_over().expect("a list").is_empty());
            draft(&*store, &id(3), b"again");
        }
        store.put(&[id(3)]).expect("it is put");
        assert_eq!(text(&*store, &id(3)), None, "{ended}");
        assert!(store.remove(&id(3)).expect("it is removed"));
    }
    // Several or none, texts as well.
    for id in [id(4), id(2)] {
        draft(&*store, &id, b"new");
        store.draft_text(&id, b"new").expect("a draft");
    }
    assert!(store.put(&[id(4), id(2)]).is_err(), "one of them is there already");
    assert_eq!((text(&*store, &id(4)), text(&*store, &id(2))), (None, None));
}

pub fn a_note_is_kept_until_it_is_cleared(open: Open) {
    let store = open();
    let _writing = store.writing().expect("the right to write");
    let (one, two) = (id(1).to_string(), id(2).to_string());
    assert_eq!(store.noted(&one).expect("it can be asked"), None);
    store.note(&one, b"first").expect("it is kept");
    store.note(&one, b"second").expect("it is kept");
    store.note(&two, b"other").expect("it is kept");
    assert_eq!(open().noted(&one).expect("it can be read").as_deref(), Some(&b"second"[..]));
    let mut left = open().left_over().expect("a list");
    left.sort();
    assert_eq!(left, [LeftOver::Note(one.clone()), LeftOver::Note(two.clone())]);
    assert!(store.clear(&LeftOver::Note(one.clone())).expect("it is cleared"));
    assert!(!store.clear(&LeftOver::Note(one.clone())).expect("it was gone"));
    assert_eq!(open().noted(&one).expect("it can be asked"), None);
    assert_eq!(open().left_over().expect("a list"), [LeftOver::Note(two)]);
    assert!(all(&*store).is_empty(), "notes are no objects");
}

pub fn nobody_collects_while_somebody_writes_and_the_other_way_round(open: Open) {
    let (one, two, three) = (open(), open(), open());
    let (first, second) = (one.writing().expect("the right"), two.writing().expect("many write at once"));
    assert!(three.collecting().expect("it can be asked").is_none());
    drop(first);
    assert!(three.collecting().expect("it can be asked").is_none(), "one still writes");
    drop(second);
    let alone = three.collecting().expect("it can be asked").expect("nobody writes");
    assert!(one.collecting().expect("it can be asked").is_none(), "one at a time");
    let (told, hears) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let held = two.writing().expect("the right");
            told.send(()).expect("somebody hears");
            drop(held);
        });
        assert!(hears.recv_timeout(Duration::from_millis(100)).is_err(), "it waits for who collects");
        drop(alone);
        hears.recv_timeout(Duration::from_secs(20)).expect("then it goes on");
    });
}

pub fn a_sealed_object_opens(open: Open) {
    let store = open();
    let (identity, key) = (Identity::generate(), ObjectKey::generate());
    let plain: Vec<u8> = (0..300_000_u32).map(|n| n as u8).collect();
    let _writing = store.writing().expect("the right to write");
    let into = store.draft(&key.object()).expect("a draft");
    seal::seal_file(&key, identity.recipient(), &mut plain.as_slice(), &*into, &mut |_| Flow::Continue)
        .expect("sealed");
    drop(into);
    store.put(&[key.object()]).expect("it is put");
    let object = open().open(&key.object()).expect("it can be read").expect("it is there");
    assert_eq!(object.len().expect("a length"), seal::sealed_len(plain.len() as u64));
    let mut opened = Vec::new();
    let mut reader = SealedReader::open(&identity, key.id(), object).expect("it opens");
    reader.copy_to(&mut opened).expect("to its end");
    assert!(opened == plain, "the same bytes");
}
