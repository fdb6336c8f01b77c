//! The tree that the server reckons and keeps: however entries are put together, it is that of the ledger.

use std::collections::BTreeMap;

use ledger::merkle::{self, Frontier, NodeAt};
use ledger::{Access, Counts, Hash, Head, LogStore, Part, StoredEntry};

use crate::stage::Stage;

/// The tree of the entries that were appended, as the ledger reckons it.
struct Grown {
    end: Frontier,
    nodes: BTreeMap<NodeAt, Hash>,
}

impl Grown {
    fn new() -> Grown {
        Grown { end: Frontier::empty(), nodes: BTreeMap::new() }
    }

    /// Appends so many entries at once. Nodes are not handed on: nothing of the tree comes from a client.
    fn append(&mut self, log: &mut dyn LogStore, many: u64) {
        let head = self.head();
        let mut entries = Vec::new();
        for position in head.size..head.size + many {
            let (body, signatures) = (position.to_le_bytes().to_vec(), vec![position as u8; 64]);
            let leaf = Hash::of_leaf(&[body.as_slice(), &signatures].concat());
            self.end.push(leaf, |at, hash| {
                self.nodes.insert(at, hash);
            });
            let parts = vec![Part { audience: "a".to_owned(), sealed: Vec::new() }];
            entries.push(StoredEntry { position, body, signatures, parts });
        }
        log.append(&head, &entries, &[]).expect("it follows");
    }

    fn head(&self) -> Head {
        Head { size: self.end.size(), root: self.end.root() }
    }
}

#[test]
fn the_tree_is_the_same_whether_entries_come_one_by_one_or_together() {
    let stage = Stage::new();
    let mut log = stage.log(Access::ReadWrite);
    let mut grown = Grown::new();
    let mut heads = vec![grown.head()];
    for many in 1..=17 {
        for _ in 0..8 {
            for many in [many, 1] {
                // Compares the head on the server with that before, which is thereby seen to be right each time.
                grown.append(&mut log, many);
                heads.push(grown.head());
            }
        }
    }
    grown.append(&mut log, 700);
    heads.push(grown.head());
    let size = grown.end.size();
    let view = log.view().expect("a view");
    for level in 0..=11u8 {
        let of_level = grown.nodes.iter().filter(|(at, _)| at.level == level);
        let of_level: Vec<(u64, Hash)> = of_level.map(|(at, hash)| (at.place, *hash)).collect();
        assert_eq!(view.nodes(level, 0..size).expect("they are there"), of_level, "{level}");
    }
    for head in heads.iter().step_by(9).chain(heads.last()) {
        let there = merkle::frontier(&*view, head.size).expect("it was once the end");
        assert_eq!((there.size(), there.root()), (head.size, head.root));
    }
    let counts = Counts { entries: size, parts: size, nodes: merkle::node_count(size) };
    assert_eq!(view.counts().expect("counts"), counts);
    view.check_storage().expect("it is sound");
}

/// A head that is not that of the entries shows by itself, also where its root is right.
#[test]
fn an_edge_that_is_not_that_of_the_entries_is_found() {
    let stage = Stage::new();
    let mut log = stage.log(Access::ReadWrite);
    let mut grown = Grown::new();
    grown.append(&mut log, 6);
    let is_sound = || log.view().and_then(|view| view.check_storage());
    is_sound().expect("it is sound");
    for lie in [
        "UPDATE zegel.head SET peaks = substr(peaks, 33) || substr(peaks, 1, 32)",
        "UPDATE zegel.head SET peaks = sha256('x') || substr(peaks, 33)",
        "UPDATE zegel.head SET size = 5",
        "UPDATE zegel.head SET root = sha256('x')",
    ] {
        stage.servers.sql(&stage.place.name, "CREATE TABLE kept AS TABLE zegel.head");
        stage.servers.sql(&stage.place.name, lie);
        let found = is_sound().expect_err(lie);
        assert!(found.is_integrity(), "{lie}: {found}");
        stage
            .servers
            .sql(&stage.place.name, "DELETE FROM zegel.head; INSERT INTO zegel.head TABLE kept; DROP TABLE kept");
    }
    is_sound().expect("it is sound again");
}
