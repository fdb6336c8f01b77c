//! What every place for a log must do, as tests. An implementation names itself once:
//!
//! ```text
//! ledger::log_store_conformance!(memory, || { let log = MemoryLog::new(vault()); … });
//! ```
#![allow(clippy::panic, clippy::indexing_slicing, clippy::missing_panics_doc)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use seal::{Signer, Weight};

use crate::merkle::{self, Frontier, Hash, NodeAt};
use crate::{
    Access, Check, Counts, Draft, Entry, Error, Flaw, Head, Ledger, LogStore, LogView, Part, Position, StoredEntry,
    VaultId,
};

/// Opens one more handle on a log. A call of the factory makes an empty one.
pub type Open = Box<dyn Fn(Access) -> Box<dyn LogStore> + Send + Sync>;

/// Runs every test of the suite on what `$fresh` makes: `fn() -> Open`.
#[macro_export]
macro_rules! log_store_conformance {
    ($name:ident, $fresh:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            $crate::log_store_conformance!(@each $fresh;
                entries_come_back_in_order_through_every_handle
                entries_are_read_by_ranges_and_within_a_budget
                an_append_after_another_head_is_refused_and_says_where_the_log_is
                of_several_entries_all_are_added_or_none
                a_view_does_not_change_while_others_append
                parts_are_found_by_their_audience
                nodes_come_back_as_they_were_stored
                a_handle_for_reading_adds_nothing
                of_many_who_append_at_once_nobody_loses_anything
                who_reserves_the_log_is_not_overtaken
                a_reservation_ends_however_it_ends
                a_log_in_it_verifies_and_says_who_was_faster
                what_was_appended_is_there_when_all_handles_were_dropped
                parts_may_be_empty_or_as_large_as_the_format_allows
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

/// How many more steps a process takes before it dies. Its clones are the same life.
#[derive(Clone, Debug)]
pub struct Life {
    left: Arc<AtomicU64>,
    /// Whether it goes on after the step that it does not take.
    goes_on: Arc<AtomicBool>,
}

impl Life {
    pub fn endless() -> Life {
        Life::of(u64::MAX)
    }

    /// It dies after so many steps: of each call to a place there is one before and one after.
    pub fn of(steps: u64) -> Life {
        Life { left: Arc::new(AtomicU64::new(steps)), goes_on: Arc::default() }
    }

    /// It takes so many steps, then one fails, and it goes on: a message that was lost, or its answer.
    pub fn failing_once_after(steps: u64) -> Life {
        Life { left: Arc::new(AtomicU64::new(steps)), goes_on: Arc::new(AtomicBool::new(true)) }
    }

    /// Whether the one step is still to fail.
    pub fn is_to_fail(&self) -> bool {
        self.goes_on.load(Ordering::SeqCst)
    }

    /// Takes a step, if it lives.
    pub fn spend(&self) -> bool {
        let taken = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok();
        if !taken && self.goes_on.swap(false, Ordering::SeqCst) {
            self.left.store(u64::MAX, Ordering::SeqCst);
        }
        taken
    }

    pub fn lives(&self) -> bool {
        self.left.load(Ordering::SeqCst) > 0
    }

    pub fn end(&self) {
        self.end_after(0);
    }

    /// From now on it takes so many steps more.
    pub fn end_after(&self, steps: u64) {
        self.left.store(steps, Ordering::SeqCst);
    }
}

/// A log through which a process works that may die: from then on nothing that it does reaches the log, and it learns
/// nothing of what it did last.
pub struct Mortal {
    log: Box<dyn LogStore>,
    life: Life,
}

impl Mortal {
    pub fn new(log: Box<dyn LogStore>, life: Life) -> Mortal {
        Mortal { log, life }
    }

    fn step(&self) -> Result<(), Error> {
        if self.life.spend() { Ok(()) } else { Err(Error::Io("the process is dead".to_owned())) }
    }
}

impl LogStore for Mortal {
    fn vault(&self) -> &VaultId {
        self.log.vault()
    }

    fn access(&self) -> Access {
        self.log.access()
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, Error> {
        self.step()?;
        self.log.view()
    }

    fn checker(&self) -> Result<Check, Error> {
        self.step()?;
        self.log.checker()
    }

    fn reserve(&mut self) -> Result<(), Error> {
        self.step()?;
        self.log.reserve()
    }

    fn refresh(&mut self) -> Result<(), Error> {
        self.step()?;
        self.log.refresh()
    }

    fn release(&mut self) {
        self.log.release();
    }

    fn append(&mut self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), Error> {
        self.step()?;
        let came = self.log.append(expected, entries, nodes);
        self.step()?;
        came
    }
}

/// The vault of the logs of this suite.
pub fn vault() -> VaultId {
    "abcdefghijklmnopqrstuvwxyz".parse().expect("of the form of an id")
}

/// Rows that follow one another, without the meaning that a store does not look at.
struct Rows(Frontier);

impl Rows {
    fn new() -> Rows {
        Rows(Frontier::empty())
    }

    fn head(&self) -> Head {
        Head { size: self.0.size(), root: self.0.root() }
    }

    /// Appends one entry with these parts for each list.
    fn add(&mut self, store: &mut dyn LogStore, entries: &[&[(&str, &[u8])]]) -> Result<(), Error> {
        let expected = self.head();
        let (mut rows, mut nodes, mut next) = (Vec::new(), Vec::new(), self.0.clone());
        for parts in entries {
            let position = next.size();
            let (body, signatures) = (format!("body {position}").into_bytes(), vec![position as u8; 64]);
            next.push(Hash::of_leaf(&[body.as_slice(), &signatures].concat()), |at, hash| nodes.push((at, hash)));
            let part =
                |(audience, sealed): &(&str, &[u8])| Part { audience: (*audience).to_owned(), sealed: sealed.to_vec() };
            rows.push(StoredEntry { position, body, signatures, parts: parts.iter().map(part).collect() });
        }
        store.append(&expected, &rows, &nodes)?;
        self.0 = next;
        Ok(())
    }

    /// As many entries with one part each.
    fn fill(&mut self, store: &mut dyn LogStore, many: u64) {
        for _ in 0..many {
            let sealed = vec![self.0.size() as u8; 100];
            self.add(store, &[&[("common/1", &sealed)]]).expect("it follows");
        }
    }
}

fn places(entries: &[StoredEntry]) -> Vec<u64> {
    entries.iter().map(|entry| entry.position).collect()
}

fn head(store: &dyn LogStore) -> Head {
    store.view().and_then(|view| view.head()).expect("a head")
}

pub fn entries_come_back_in_order_through_every_handle(open: Open) {
    let (mut writer, reader) = (open(Access::ReadWrite), open(Access::ReadWrite));
    assert_eq!((writer.vault(), writer.access()), (&vault(), Access::ReadWrite));
    let mut rows = Rows::new();
    assert_eq!(head(&*reader), rows.head(), "an empty log has the head of an empty tree");
    rows.add(&mut *writer, &[&[("a", b"1"), ("b", b"2"), ("a", b"3")], &[("c", b"4")]]).expect("it follows");
    rows.fill(&mut *writer, 5);
    for store in [&writer, &reader] {
        let view = store.view().expect("a view");
        assert_eq!((view.size().expect("a size"), view.head().expect("a head")), (7, rows.head()));
        let entries = view.entries(0, 100, usize::MAX).expect("entries");
        assert_eq!(places(&entries), [0, 1, 2, 3, 4, 5, 6]);
        let first = &entries[0];
        assert_eq!((&first.body[..], first.signatures.len()), (&b"body 0"[..], 64));
        let parts: Vec<(&str, &[u8])> =
            first.parts.iter().map(|p| (p.audience.as_str(), p.sealed.as_slice())).collect();
        assert_eq!(parts, [("a", &b"1"[..]), ("b", b"2"), ("a", b"3")], "parts keep their order");
        assert_eq!(view.body(1).expect("it is there"), b"body 1");
        assert!(matches!(view.body(7), Err(Error::Integrity { entry: Some(7), flaw: Flaw::Gap })));
        let counts = Counts { entries: 7, parts: 9, nodes: merkle::node_count(7) };
        assert_eq!(view.counts().expect("counts"), counts);
        view.check_storage().expect("it is sound");
    }
    let checker = open(Access::ReadOnly).checker().expect("the same store");
    std::thread::spawn(checker).join().expect("a thread").expect("it is sound there as well");
}

pub fn entries_are_read_by_ranges_and_within_a_budget(open: Open) {
    let mut store = open(Access::ReadWrite);
    Rows::new().fill(&mut *store, 10);
    let view = store.view().expect("a view");
    let read = |from, limit, budget| places(&view.entries(from, limit, budget).expect("entries"));
    assert_eq!(read(3, 4, usize::MAX), [3, 4, 5, 6]);
    assert_eq!(read(8, 4, usize::MAX), [8, 9]);
    assert_eq!(read(10, 4, usize::MAX), Vec::<u64>::new());
    assert_eq!(read(u64::MAX >> 1, 4, usize::MAX), Vec::<u64>::new());
    assert_eq!(read(0, 0, usize::MAX), Vec::<u64>::new());
    assert_eq!(read(2, 10, 1), [2], "at least one, however small the budget");
    let two = view.entries(2, 2, usize::MAX).expect("entries").iter().map(StoredEntry::weight).sum::<usize>();
    assert_eq!(read(2, 10, two), [2, 3]);
}

pub fn an_append_after_another_head_is_refused_and_says_where_the_log_is(open: Open) {
    let (mut mine, mut theirs) = (open(Access::ReadWrite), open(Access::ReadWrite));
    let mut rows = Rows::new();
    rows.fill(&mut *mine, 3);
    let mut late = Rows(rows.0.clone());
    rows.fill(&mut *theirs, 1);
    let refused = late.add(&mut *mine, &[&[("a", b"late")]]).expect_err("somebody was faster");
    assert!(matches!(refused, Error::Moved(now) if now == rows.head()), "{refused}");
    // Of the same size and another history.
    let mut other = Rows::new();
    for n in 0..4 {
        other.0.push(Hash::of_leaf(&[n]), |_, _| ());
    }
    let refused = other.add(&mut *mine, &[&[("a", b"forked")]]).expect_err("another history");
    assert!(matches!(refused, Error::Moved(now) if now == rows.head()), "{refused}");
    // Longer than the log is.
    let mut ahead = Rows(rows.0.clone());
    ahead.0.push(Hash::empty(), |_, _| ());
    let refused = ahead.add(&mut *mine, &[&[("a", b"ahead")]]).expect_err("the log is shorter");
    assert!(matches!(refused, Error::Moved(now) if now == rows.head()), "{refused}");
    let counts = mine.view().and_then(|view| view.counts()).expect("counts");
    assert_eq!(counts, Counts { entries: 4, parts: 4, nodes: merkle::node_count(4) }, "nothing of it is there");
    rows.fill(&mut *mine, 1);
}

pub fn of_several_entries_all_are_added_or_none(open: Open) {
    let mut store = open(Access::ReadWrite);
    let mut rows = Rows::new();
    rows.fill(&mut *store, 2);
    let entry = |position| StoredEntry {
        position,
        body: b"x".to_vec(),
        signatures: vec![0; 64],
        parts: vec![Part { audience: "a".to_owned(), sealed: b"x".to_vec() }],
    };
    let twice = [entry(2), entry(3), entry(3)];
    assert!(store.append(&rows.head(), &twice, &[]).is_err(), "two entries at one place");
    let counts = store.view().and_then(|view| view.counts()).expect("counts");
    assert_eq!((counts.entries, counts.parts), (2, 2));
    assert_eq!(head(&*store), rows.head());
    store.append(&rows.head(), &[], &[]).expect("nothing is added without complaint");
    rows.add(&mut *store, &[&[("a", b"1")], &[("a", b"2")], &[("a", b"3")]]).expect("it follows");
    assert_eq!(head(&*open(Access::ReadOnly)), rows.head());
}

pub fn a_view_does_not_change_while_others_append(open: Open) {
    let store = open(Access::ReadWrite);
    let mut rows = Rows::new();
    rows.fill(&mut *open(Access::ReadWrite), 3);
    let before = rows.head();
    let view = store.view().expect("a view");
    assert_eq!(view.size().expect("a size"), 3);
    let mut writer = open(Access::ReadWrite);
    let (begun, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        // A store may let the writer wait until nobody looks.
        scope.spawn(move || {
            begun.send(()).expect("somebody listens");
            rows.fill(&mut *writer, 2);
        });
        told.recv().expect("it begins");
        std::thread::sleep(std::time::Duration::from_millis(50));
        assert_eq!(view.head().expect("a head"), before);
        assert_eq!(places(&view.entries(0, 9, usize::MAX).expect("entries")), [0, 1, 2]);
        drop(view);
    });
    assert_eq!(head(&*store).size, 5);
}

pub fn parts_are_found_by_their_audience(open: Open) {
    let mut store = open(Access::ReadWrite);
    let mut rows = Rows::new();
    rows.add(&mut *store, &[&[("a", b"0"), ("b", b"1")], &[("a", b"2"), ("b", b"3"), ("a", b"4")]])
        .expect("it follows");
    rows.add(&mut *store, &[&[("b", b"5")], &[("a", b"6")], &[("ab", b"7")]]).expect("it follows");
    let view = store.view().expect("a view");
    let parts = view.parts_for("a").expect("parts");
    let expected: [(u64, &[u8]); 4] = [(0, b"0"), (1, b"2"), (1, b"4"), (3, b"6")];
    assert_eq!(parts.iter().map(|(at, sealed)| (*at, sealed.as_slice())).collect::<Vec<_>>(), expected);
    let of = |audience, after, size, limit| view.entries_for(audience, after, size, limit).expect("places");
    assert_eq!(of("a", None, 5, 10), [0, 1, 3], "each entry once");
    assert_eq!(of("a", Some(0), 5, 10), [1, 3]);
    assert_eq!(of("a", Some(1), 3, 10), Vec::<u64>::new(), "only below the size that was asked for");
    assert_eq!(of("a", None, 5, 2), [0, 1]);
    assert_eq!(of("ab", None, 5, 2), [4]);
    assert_eq!(of("nobody", None, 5, 2), Vec::<u64>::new());
    assert!(view.parts_for("nobody").expect("parts").is_empty());
}

pub fn nodes_come_back_as_they_were_stored(open: Open) {
    let mut store = open(Access::ReadWrite);
    let mut rows = Rows::new();
    rows.fill(&mut *store, 13);
    let mut nodes = Vec::new();
    let mut again = Frontier::empty();
    let view = store.view().expect("a view");
    for entry in view.entries(0, 20, usize::MAX).expect("entries") {
        again.push(Hash::of_leaf(&[entry.body, entry.signatures].concat()), |at, hash| nodes.push((at, hash)));
    }
    assert_eq!(nodes.len() as u64, merkle::node_count(13));
    for (level, places) in [(0, 0..13), (0, 3..6), (1, 0..9), (1, 6..9), (2, 1..3), (3, 0..1), (7, 0..5), (0, 5..5)] {
        let mut of_level: Vec<(u64, Hash)> =
            nodes.iter().filter(|(at, _)| at.level == level).map(|(at, hash)| (at.place, *hash)).collect();
        of_level.retain(|(place, _)| places.contains(place));
        assert_eq!(view.nodes(level, places.clone()).expect("those that there are"), of_level, "{level}: {places:?}");
    }
    for (at, hash) in nodes {
        assert_eq!(view.node(at).expect("it is stored"), hash);
    }
    assert_eq!(view.head().expect("a head").root, again.root());
    let missing = view.node(merkle::NodeAt { level: 4, place: 0 }).expect_err("sixteen entries are not there");
    assert!(matches!(missing, Error::Integrity { flaw: Flaw::Node, .. }), "{missing}");
}

pub fn a_handle_for_reading_adds_nothing(open: Open) {
    let mut rows = Rows::new();
    rows.fill(&mut *open(Access::ReadWrite), 2);
    let mut reader = open(Access::ReadOnly);
    assert_eq!(reader.access(), Access::ReadOnly);
    let mut late = Rows(rows.0.clone());
    assert!(matches!(late.add(&mut *reader, &[&[("a", b"x")]]), Err(Error::ReadOnly)));
    assert_eq!(head(&*reader), rows.head());
}

pub fn of_many_who_append_at_once_nobody_loses_anything(open: Open) {
    const WRITERS: u8 = 4;
    const EACH: u8 = 12;
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let open = &open;
            scope.spawn(move || {
                let mut store = open(Access::ReadWrite);
                let mut done = 0;
                while done < EACH {
                    let frontier = {
                        let view = store.view().expect("a view");
                        merkle::frontier(&*view, view.size().expect("a size")).expect("a frontier")
                    };
                    match Rows(frontier).add(&mut *store, &[&[("x", &[writer, done])], &[("y", b"")]]) {
                        Ok(()) => done += 1,
                        Err(Error::Moved(_)) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            });
        }
    });
    let store = open(Access::ReadOnly);
    let view = store.view().expect("a view");
    let total = 2 * u64::from(WRITERS) * u64::from(EACH);
    assert_eq!(places(&view.entries(0, 1000, usize::MAX).expect("entries")), (0..total).collect::<Vec<_>>());
    let mut said: Vec<Vec<u8>> = view.parts_for("x").expect("parts").into_iter().map(|(_, sealed)| sealed).collect();
    said.sort();
    let all: Vec<Vec<u8>> = (0..WRITERS).flat_map(|writer| (0..EACH).map(move |n| vec![writer, n])).collect();
    assert_eq!(said, all);
    assert_eq!(view.counts().expect("counts").nodes, merkle::node_count(total));
}

pub fn who_reserves_the_log_is_not_overtaken(open: Open) {
    let mut slow = open(Access::ReadWrite);
    let mut rows = Rows::new();
    rows.fill(&mut *slow, 2);
    let seen = Rows(rows.0.clone());
    slow.reserve().expect("its turn");
    slow.reserve().expect("it has it already");
    let (begun, told) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let open = &open;
        let other = scope.spawn(move || {
            let mut quick = open(Access::ReadWrite);
            begun.send(()).expect("somebody listens");
            Rows(seen.0).add(&mut *quick, &[&[("a", b"quick")]])
        });
        told.recv().expect("it begins");
        std::thread::sleep(std::time::Duration::from_millis(50));
        // Everybody reads meanwhile.
        assert_eq!(head(&*slow), rows.head());
        assert_eq!(head(&*open(Access::ReadOnly)), rows.head());
        rows.add(&mut *slow, &[&[("a", b"slow")]]).expect("nobody was faster");
        let late = other.join().expect("it ends").expect_err("somebody was faster");
        assert!(matches!(late, Error::Moved(to) if to == rows.head()), "{late}");
    });
    assert_eq!(head(&*open(Access::ReadOnly)), rows.head());
    assert!(matches!(open(Access::ReadOnly).reserve(), Err(Error::ReadOnly)));
}

pub fn a_reservation_ends_however_it_ends(open: Open) {
    let mut rows = Rows::new();
    let mut other = open(Access::ReadWrite);
    rows.fill(&mut *other, 1);
    let mut held = open(Access::ReadWrite);
    held.reserve().expect("its turn");
    held.release();
    held.release();
    rows.fill(&mut *other, 1);
    held.reserve().expect("its turn");
    let late = Rows::new().add(&mut *held, &[&[("a", b"x")]]).expect_err("the log does not end there");
    assert!(matches!(late, Error::Moved(_)), "{late}");
    rows.fill(&mut *other, 1);
    held.reserve().expect("its turn");
    drop(held);
    rows.fill(&mut *other, 1);
}

pub fn a_log_in_it_verifies_and_says_who_was_faster(open: Open) {
    let signer = Signer::from_seeds(&[7; Signer::SEEDS]).expect("seeds make a signer");
    let mut mine = Ledger::on(open(Access::ReadWrite));
    let first = Draft::new(Weight::Dual).introduce(signer.verifying_key());
    let recorded = mine.append(&Position::start().head(), &signer, 5, first, "first").expect("it follows");
    assert_eq!((recorded.index(), recorded.head()), (0, mine.head().expect("a head")));
    let mut theirs = Ledger::on(open(Access::ReadWrite));
    let head = mine.head().expect("a head");
    let drafts = (0..5).map(|n: u8| (Draft::new(Weight::Single).part(format!("class/{n}"), [n]), n));
    let recorded = theirs.append_all(&head, &signer, 6, drafts.collect()).expect("it follows");
    assert_eq!(recorded.iter().map(|r| *r.what()).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    let late = Draft::new(Weight::Single).part("common/1", b"late");
    let refused = mine.append(&head, &signer, 6, late, ()).expect_err("somebody was faster");
    let now = theirs.head().expect("a head");
    assert!(matches!(refused, Error::Moved(to) if to == now), "{refused}");
    assert_eq!(mine.verify().expect("a whole log"), now);
    let (entries, end) = mine.read(&Position::start(), 100).expect("entries");
    assert_eq!((entries.len(), end.head()), (6, now));
    let found = mine.read_for(&end, "class/3", None, 9).expect("it is proved");
    assert_eq!(found.iter().map(Entry::index).collect::<Vec<_>>(), [4]);
    let proof = mine.prove_consistency(1, 6).expect("a proof");
    assert!(merkle::verify_consistency(1, &head.root, 6, &now.root, &proof));
}

pub fn what_was_appended_is_there_when_all_handles_were_dropped(open: Open) {
    let mut rows = Rows::new();
    for _ in 0..3 {
        rows.fill(&mut *open(Access::ReadWrite), 2);
    }
    assert_eq!(head(&*open(Access::ReadWrite)), rows.head());
}

pub fn parts_may_be_empty_or_as_large_as_the_format_allows(open: Open) {
    let mut store = open(Access::ReadWrite);
    let (tag, large) = ("a".repeat(crate::MAX_AUDIENCE), vec![9; crate::MAX_PART]);
    Rows::new().add(&mut *store, &[&[(tag.as_str(), b""), ("large", &large)]]).expect("it follows");
    let entries = open(Access::ReadOnly).view().and_then(|view| view.entries(0, 1, 1)).expect("entries");
    let lengths: Vec<usize> = entries[0].parts.iter().map(|part| part.sealed.len()).collect();
    assert_eq!((entries[0].parts[0].audience.as_str(), lengths), (tag.as_str(), vec![0, crate::MAX_PART]));
}
