//! What is left by those who write objects with the entries that name them, and by those who give objects new heads, wherever
//! they end.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use ledger::conformance::Life;
use ledger::{Head, Position};
use seal::{Flow, Identity, ObjectId, ObjectKey, SealedReader};

use super::{Mortal, Open, all, draft, id, put, read, text};
use crate::{
    Drafts, Error, Heads, Intent, LeftOver, Log, NotAppended, ObjectStore, Step, Write, collect_garbage, settle_heads,
    write, write_heads,
};

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

pub fn a_text_opens_with_the_key_of_its_object_and_with_no_other(open: Open) {
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

pub fn one_that_dies_while_heads_are_written_leaves_objects_that_open(open: Open) {
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
