//! What every place for objects must do, as tests. An implementation names itself once:
//!
//! ```text
//! objects::object_store_conformance!(memory, || { let store = MemoryObjects::new(); … });
//! ```
#![allow(clippy::panic, clippy::missing_panics_doc)]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use ledger::conformance::Life;
use ledger::{Head, Position};
use seal::{Flow, Identity, ObjectId, ObjectKey, ReadAt, SealedReader, WriteAt};

use crate::{
    Drafts, Error, Heads, Held, Intent, LeftOver, Log, NotAppended, ObjectStore, Step, Write, collect_garbage,
    settle_heads, write, write_heads,
};

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
                a_text_opens_with_the_key_of_its_object_beside_it_and_nowhere_else
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
                whoever_dies_while_heads_are_written_leaves_objects_that_open
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

/// A place through which a process works that may die: from then on nothing that it does reaches the place, and it learns
/// nothing of what it did last. Its rights end with it, as the system sees to.
pub struct Mortal {
    place: Arc<dyn ObjectStore>,
    life: Life,
}

impl Mortal {
    pub fn new(place: Arc<dyn ObjectStore>, life: Life) -> Mortal {
        Mortal { place, life }
    }

    fn living<T>(&self, act: impl FnOnce(&dyn ObjectStore) -> Result<T, Error>) -> Result<T, Error> {
        let dead = || Error::io("objects", io::ErrorKind::BrokenPipe.into());
        if !self.life.spend() {
            return Err(dead());
        }
        let came = act(&*self.place);
        if self.life.spend() { came } else { Err(dead()) }
    }
}

impl std::fmt::Debug for Mortal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mortal({:?})", self.place)
    }
}

impl ObjectStore for Mortal {
    fn writing(&self) -> Result<Held, Error> {
        self.living(|place| place.writing())
    }

    fn collecting(&self) -> Result<Option<Held>, Error> {
        self.living(|place| place.collecting())
    }

    fn draft(&self, id: &ObjectId) -> Result<Box<dyn WriteAt>, Error> {
        self.living(|place| place.draft(id))
    }

    fn draft_text(&self, id: &ObjectId, sealed: &[u8]) -> Result<(), Error> {
        self.living(|place| place.draft_text(id, sealed))
    }

    fn text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        self.living(|place| place.text(id))
    }

    fn drop_drafts(&self, ids: &[ObjectId]) {
        for id in ids {
            let _ = self.living(|place| {
                place.drop_drafts(std::slice::from_ref(id));
                Ok(())
            });
        }
    }

    fn put(&self, ids: &[ObjectId]) -> Result<(), Error> {
        self.living(|place| place.put(ids))
    }

    fn open(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, Error> {
        self.living(|place| place.open(id))
    }

    fn remove(&self, id: &ObjectId) -> Result<bool, Error> {
        self.living(|place| place.remove(id))
    }

    fn list(&self, after: Option<&ObjectId>, limit: usize) -> Result<Vec<ObjectId>, Error> {
        self.living(|place| place.list(after, limit))
    }

    fn note(&self, batch: &str, text: &[u8]) -> Result<(), Error> {
        self.living(|place| place.note(batch, text))
    }

    fn noted(&self, batch: &str) -> Result<Option<Vec<u8>>, Error> {
        self.living(|place| place.noted(batch))
    }

    fn heading(&self) -> Result<Option<Held>, Error> {
        self.living(|place| place.heading())
    }

    fn note_heads(&self, batch: &str, heads: &Heads) -> Result<(), Error> {
        self.living(|place| place.note_heads(batch, heads))
    }

    fn noted_heads(&self, batch: &str) -> Result<Option<Heads>, Error> {
        self.living(|place| place.noted_heads(batch))
    }

    fn put_heads(&self, heads: &Heads) -> Result<(), Error> {
        // A process that dies here may have written any part of them.
        for (id, head) in heads {
            for bytes in [0, 1, head.len() / 2, head.len()] {
                let part = head.get(..bytes).unwrap_or_default().to_vec();
                self.living(|place| place.put_heads(&vec![(id.clone(), part)]))?;
            }
        }
        Ok(())
    }

    fn left_over(&self) -> Result<Vec<LeftOver>, Error> {
        self.living(|place| place.left_over())
    }

    fn clear(&self, left: &LeftOver) -> Result<bool, Error> {
        self.living(|place| place.clear(left))
    }
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

pub fn a_text_opens_with_the_key_of_its_object_beside_it_and_nowhere_else(open: Open) {
    let (store, log) = (open(), Entries::default());
    let mut writer = stage(&*store, &log);
    write(&*store, writer.intent(Position::start().head()), &|_| Ok(()), &mut writer).expect("it is written");
    let [first, second] = &writer.keys;
    let object = store.open(&first.object()).expect("it can be read").expect("it is there");
    let key = seal::text_key(&writer.identity, first.id(), &*object).expect("who opens the object has it");
    let read = |id: &ObjectId, key: &seal::PartKey| crate::text(&*store, id, key);
    let opened = read(&first.object(), &key).expect("it opens").expect("it is there");
    assert_eq!(opened.expose_secret(), TEXT);
    assert!(read(&second.object(), &second.text_key()).expect("there is none").is_none());
    assert!(matches!(read(&first.object(), &second.text_key()), Err(Error::Altered { flaw: "text", .. })));
    let elsewhere = text(&*store, &first.object()).expect("it is there");
    let _writing = store.writing().expect("the right to write");
    draft(&*store, &id(7), b"x");
    store.draft_text(&id(7), &elsewhere).expect("a draft");
    store.put(&[id(7)]).expect("it is put");
    assert!(matches!(read(&id(7), &key), Err(Error::Altered { flaw: "text", .. })), "it belongs elsewhere");
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

/// A log as far as a store needs one: which objects its entries name.
#[derive(Default)]
struct Entries(RefCell<BTreeSet<ObjectId>>);

/// A writer of two objects that replace a third.
struct Writer<'l> {
    log: &'l Entries,
    keys: [ObjectKey; 2],
    identity: Identity,
    replaces: ObjectId,
    /// How often keys are renewed meanwhile.
    overtaken: usize,
    sealed: usize,
    life: Life,
}

/// The text that is kept next to the first of them.
const TEXT: &[u8] = b"what can be read in it";

/// What a test's writer fails with.
#[derive(Debug)]
struct Failed;

impl From<Error> for Failed {
    fn from(_: Error) -> Failed {
        Failed
    }
}

impl Writer<'_> {
    fn new(log: &Entries, replaces: ObjectId) -> Writer<'_> {
        let keys = [ObjectKey::generate(), ObjectKey::generate()];
        Writer { log, keys, identity: Identity::generate(), replaces, overtaken: 0, sealed: 0, life: Life::endless() }
    }

    fn ids(&self) -> BTreeSet<ObjectId> {
        self.keys.iter().map(ObjectKey::object).collect()
    }

    fn intent(&self, head: Head) -> Intent {
        Intent { batch: seal::random_id(), head, replaces: vec![self.replaces.clone()] }
    }

    /// The text is there where its object is, and nowhere else.
    #[track_caller]
    fn has_text_as_the_log_says(&self, store: &dyn ObjectStore) {
        let recorded = self.log.0.borrow().contains(&self.keys[0].object());
        let there = self.keys.each_ref().map(|key| text(store, &key.object()).is_some());
        assert_eq!(there, [recorded, false]);
        assert_eq!(text(store, &self.replaces).is_some(), !recorded);
    }
}

impl Write for Writer<'_> {
    type Done = ();
    type Error = Failed;

    fn seal(&mut self, drafts: &mut Drafts<'_>) -> Result<(), Failed> {
        for key in &self.keys {
            drafts.seal(key, self.identity.recipient(), &mut b"document".as_slice(), &mut |_| Flow::Continue)?;
            if key.object() == self.keys[0].object() {
                drafts.text(key, TEXT)?;
            }
        }
        self.sealed += 1;
        Ok(())
    }

    fn append(&mut self) -> Result<(), NotAppended<Failed>> {
        if !self.life.lives() {
            return Err(NotAppended::Refused(Failed));
        }
        if self.sealed <= self.overtaken {
            return Err(NotAppended::Overtaken);
        }
        let mut log = self.log.0.borrow_mut();
        log.remove(&self.replaces);
        log.extend(self.ids());
        Ok(())
    }

    fn overtaken(&mut self) -> Result<(), Failed> {
        Ok(())
    }
}

impl Log for &Entries {
    fn begins_with(&self, head: &Head) -> bool {
        *head == Position::start().head()
    }

    fn holds(&self, object: &ObjectId) -> bool {
        self.0.borrow().contains(object)
    }
}

/// A place with one object that the log names, and a writer that replaces it.
fn stage<'l>(store: &dyn ObjectStore, log: &'l Entries) -> Writer<'l> {
    {
        let _writing = store.writing().expect("the right to write");
        draft(store, &id(1), b"old");
        store.draft_text(&id(1), b"old").expect("a draft");
        store.put(&[id(1)]).expect("it is put");
    }
    log.0.borrow_mut().insert(id(1));
    Writer::new(log, id(1))
}

fn collect(store: &dyn ObjectStore, log: &Entries) -> usize {
    collect_garbage::<_, Error>(store, || Ok(log)).expect("it is collected")
}

#[track_caller]
fn is_as_the_log_says(store: &dyn ObjectStore, log: &Entries) {
    assert_eq!(all(store).into_iter().collect::<BTreeSet<_>>(), *log.0.borrow());
    assert!(store.left_over().expect("a list").is_empty());
}

pub fn what_is_written_well_leaves_objects_and_no_notes(open: Open) {
    let (store, log) = (open(), Entries::default());
    let mut writer = stage(&*store, &log);
    let steps = RefCell::new(Vec::new());
    let told = |step| {
        steps.borrow_mut().push(step);
        Ok(())
    };
    write(&*store, writer.intent(Position::start().head()), &told, &mut writer).expect("it is written");
    assert_eq!(*log.0.borrow(), writer.ids());
    is_as_the_log_says(&*open(), &log);
    writer.has_text_as_the_log_says(&*open());
    let order =
        [Step::Writing, Step::Writing, Step::Writing, Step::Sealed, Step::Placed, Step::Recorded, Step::Replaced];
    assert_eq!(*steps.borrow(), order);
    assert_eq!(collect(&*open(), &log), 0);
}

const EVERY: [Step; 5] = [Step::Writing, Step::Sealed, Step::Placed, Step::Recorded, Step::Replaced];

pub fn a_writer_that_ends_at_any_step_leaves_what_the_log_says(open: Open) {
    for step in EVERY {
        let (store, log) = (open(), Entries::default());
        let mut writer = stage(&*store, &log);
        let fails = |at| if at == step { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) };
        write(&*store, writer.intent(Position::start().head()), &fails, &mut writer).expect_err("it fails there");
        let recorded = matches!(step, Step::Recorded | Step::Replaced);
        assert_eq!(*log.0.borrow() == writer.ids(), recorded, "{step:?}");
        if !recorded {
            is_as_the_log_says(&*store, &log);
        }
        collect(&*store, &log);
        is_as_the_log_says(&*store, &log);
        writer.has_text_as_the_log_says(&*store);
        for id in all(&*store) {
            store.remove(&id).expect("for the next step");
        }
    }
}

pub fn a_writer_that_dies_at_any_step_leaves_what_the_log_says(open: Open) {
    for step in EVERY {
        let (life, log) = (Life::endless(), Entries::default());
        let store = Mortal::new(open().into(), life.clone());
        let mut writer = stage(&store, &log);
        writer.life = life.clone();
        // At the text of the first of two drafts.
        let begun = RefCell::new(0);
        let dies = |at| {
            *begun.borrow_mut() += 1;
            if at == step && (step != Step::Writing || *begun.borrow() == 2) {
                life.end();
            }
            Ok(())
        };
        // A dead process learns nothing; what it would have taken back stays.
        let _ = write(&store, writer.intent(Position::start().head()), &dies, &mut writer);
        let next = open();
        assert!(!next.left_over().expect("a list").is_empty(), "{step:?} leaves something");
        let collected = collect(&*next, &log);
        is_as_the_log_says(&*next, &log);
        writer.has_text_as_the_log_says(&*next);
        let expected = match step {
            Step::Writing | Step::Recorded => 1,
            Step::Sealed | Step::Placed => 2,
            Step::Replaced | Step::Heading | Step::HeadsNoted | Step::HeadsPut => 0,
        };
        assert_eq!(collected, expected, "{step:?}");
        assert_eq!(collect(&*next, &log), 0, "once is enough");
        for id in all(&*next) {
            next.remove(&id).expect("for the next step");
        }
    }
}

pub fn a_writer_of_whom_one_message_is_lost_leaves_what_the_log_says(open: Open) {
    for steps in 0.. {
        let log = Entries::default();
        let (store, life) = (Arc::from(open()), Life::failing_once_after(steps));
        let mut writer = stage(&*store, &log);
        let through = Mortal::new(store, life.clone());
        // It learns of an error, and goes on: what it takes back is taken back.
        let written = write(&through, writer.intent(Position::start().head()), &|_| Ok(()), &mut writer);
        drop(through);
        let next = open();
        collect(&*next, &log);
        is_as_the_log_says(&*next, &log);
        writer.has_text_as_the_log_says(&*next);
        for id in all(&*next) {
            next.remove(&id).expect("for the next step");
        }
        if life.is_to_fail() {
            assert!(written.is_ok() && steps > 10, "after {steps} steps nothing is left to fail");
            return;
        }
    }
}

pub fn keys_that_were_renewed_meanwhile_are_sealed_for_again(open: Open) {
    let (store, log) = (open(), Entries::default());
    let mut writer = stage(&*store, &log);
    writer.overtaken = 2;
    write(&*store, writer.intent(Position::start().head()), &|_| Ok(()), &mut writer).expect("the third time");
    assert_eq!(writer.sealed, 3);
    is_as_the_log_says(&*store, &log);
    let mut never = Writer::new(&log, id(5));
    never.overtaken = usize::MAX;
    write(&*store, never.intent(Position::start().head()), &|_| Ok(()), &mut never).expect_err("others are faster");
    is_as_the_log_says(&*store, &log);
}

pub fn a_note_of_a_log_that_goes_further_is_left_alone(open: Open) {
    let (store, log) = (open(), Entries::default());
    let mut writer = stage(&*store, &log);
    let further = Head { size: 9, root: ledger::Hash([7; 32]) };
    let fails = |at| if at == Step::Recorded { Err(io::ErrorKind::Other.into()) } else { Ok(()) };
    write(&*store, writer.intent(further), &fails, &mut writer).expect_err("it fails there");
    // The log was put back: it knows neither the entries nor the head.
    log.0.borrow_mut().clear();
    assert_eq!(collect(&*store, &log), 0);
    let mut there = writer.ids();
    there.insert(id(1));
    assert_eq!(all(&*store).into_iter().collect::<BTreeSet<_>>(), there, "nothing of it is removed");
    // A note that is none, or that stands under another name, is cleared, and what it says is not believed.
    let _ = store.clear(&store.left_over().expect("a list").remove(0)).expect("it is cleared");
    let other = Intent { batch: id(3).to_string(), head: Position::start().head(), replaces: Vec::new() };
    let text = format!("zegel filing 1\n{}\n0\n{}\n{}\n", other.batch, "0".repeat(64), id(1));
    store.note(id(4).as_str(), text.as_bytes()).expect("it is kept");
    store.note(id(6).as_str(), b"\xff").expect("it is kept");
    assert_eq!(collect(&*store, &log), 0);
    assert!(store.left_over().expect("a list").is_empty());
    assert_eq!(all(&*store).into_iter().collect::<BTreeSet<_>>(), there);
}

pub fn one_at_a_time_gives_objects_new_heads(open: Open) {
    let (one, two) = (open(), open());
    let first = one.heading().expect("it can be asked").expect("nobody has the right");
    assert!(two.heading().expect("it can be asked").is_none());
    drop(first);
    assert!(two.heading().expect("it can be asked").is_some());
}

pub fn an_object_is_read_with_the_head_that_is_noted_for_it(open: Open) {
    let store = open();
    put(&*store, &id(1), b"0123456789");
    put(&*store, &id(2), b"x");
    let batch = seal::random_id();
    let heads = vec![(id(1), b"abc".to_vec()), (id(2), b"longer than it".to_vec()), (id(3), b"of nothing".to_vec())];
    store.note_heads(&batch, &heads).expect("they are noted");
    assert_eq!(open().noted_heads(&batch).expect("it can be asked"), Some(heads.clone()));
    assert_eq!(open().left_over().expect("a list"), [LeftOver::Heads(batch.clone())]);
    assert_eq!(read(&*open(), &id(1)).as_deref(), Some(&b"abc3456789"[..]), "before it is in its place");
    // Whatever of it a killed process wrote in its place.
    for written in 0..=3 {
        store.put_heads(&vec![(id(1), b"abc".get(..written).unwrap_or_default().to_vec())]).expect("it is put");
        assert_eq!(read(&*open(), &id(1)).as_deref(), Some(&b"abc3456789"[..]), "{written} bytes");
    }
    store.put_heads(&heads).expect("they are put");
    assert!(store.clear(&LeftOver::Heads(batch.clone())).expect("it is cleared"));
    assert_eq!(read(&*open(), &id(1)).as_deref(), Some(&b"abc3456789"[..]));
    assert_eq!(read(&*open(), &id(2)).as_deref(), Some(&b"x"[..]), "nothing grows by it");
    assert_eq!(read(&*open(), &id(3)), None);
    assert_eq!(open().noted_heads(&batch).expect("it can be asked"), None);
}

/// Two sealed objects, and for each the head that seals it for another key.
fn sealed(store: &dyn ObjectStore, to: &Identity, anew: &Identity) -> (Vec<ObjectKey>, Heads) {
    let keys = vec![ObjectKey::generate(), ObjectKey::generate()];
    let _writing = store.writing().expect("the right to write");
    for key in &keys {
        let into = store.draft(&key.object()).expect("a draft");
        seal::seal_file(key, to.recipient(), &mut b"document".as_slice(), &*into, &mut |_| Flow::Continue)
            .expect("sealed");
    }
    store.put(&keys.iter().map(ObjectKey::object).collect::<Vec<_>>()).expect("they are put");
    let heads = keys.iter().map(|key| {
        let object = store.open(&key.object()).expect("it can be read").expect("it is there");
        let head = seal::rewrap(to, key.id(), anew.recipient(), &*object).expect("it is this one");
        assert_eq!(head.replaces, head.header.len() as u64);
        (key.object(), head.header)
    });
    let heads = heads.collect();
    (keys, heads)
}

/// By which of two keys an object opens as it is read.
fn opens(store: &dyn ObjectStore, key: &ObjectKey, by: [&Identity; 2]) -> [bool; 2] {
    by.map(|identity| {
        let object = store.open(&key.object()).expect("it can be read").expect("it is there");
        SealedReader::open(identity, key.id(), object).is_ok()
    })
}

pub fn whoever_dies_while_heads_are_written_leaves_objects_that_open(open: Open) {
    let mut ended_well = false;
    for lives in 0..64 {
        let store = open();
        let (old, new) = (Identity::generate(), Identity::generate());
        let (keys, heads) = sealed(&*store, &old, &new);
        let mortal = Mortal::new(Arc::from(open()), Life::of(lives));
        let written = write_heads(&mortal, &seal::random_id(), &heads, &|_| Ok(()));
        drop(mortal);
        for key in &keys {
            let by = opens(&*open(), key, [&old, &new]);
            assert!(by[0] != by[1], "after {lives}: by one key and by one only: {by:?}");
            assert!(written.is_err() || by[1], "what was written well is there");
        }
        // The next process settles it.
        let before: Vec<_> = keys.iter().map(|key| opens(&*open(), key, [&old, &new])).collect();
        if lives % 2 == 0 {
            settle_heads(&*open()).expect("it is settled");
        } else {
            let entries = Entries::default();
            entries.0.borrow_mut().extend(keys.iter().map(ObjectKey::object));
            collect_garbage(&*open(), || Ok::<_, Error>(&entries)).expect("it is settled");
        }
        assert_eq!(open().left_over().expect("a list"), [], "after {lives}");
        let after: Vec<_> = keys.iter().map(|key| opens(&*open(), key, [&old, &new])).collect();
        assert_eq!(after, before, "what is settled opens as it did");
        for key in &keys {
            assert!(store.remove(&key.object()).expect("it is removed"));
        }
        ended_well |= written.is_ok();
    }
    assert!(ended_well, "some of them lived long enough");
}
