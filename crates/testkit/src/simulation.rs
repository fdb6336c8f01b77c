//! What simulations of whole vaults have in common: what a vault must be, kept apart from the vault, and the seeds that are tried.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{RefUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};

/// What happened, for anyone who looks for a fault.
pub type Told = Arc<Mutex<Vec<String>>>;

/// What somebody may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Up to which level, the lowest being 0.
    pub cleared: Option<usize>,
    pub member: bool,
}

/// What was filed: its id in the vault, and its level.
#[derive(Clone, Debug)]
pub struct Filed<Id> {
    pub id: Id,
    pub level: usize,
}

/// Who may read what, and what there is. It knows nothing of the vault's rules but the one that it is for: who is cleared and a member
/// reads, and nobody else.
#[derive(Debug)]
pub struct Oracle<Id> {
    pub rights: BTreeMap<&'static str, Rights>,
    /// By title. The bytes of a document are its title.
    pub papers: BTreeMap<String, Filed<Id>>,
}

impl<Id: Clone> Oracle<Id> {
    /// One of a vault without documents, in which `always` may read them all, and these may not yet.
    pub fn new(always: &'static str, highest: usize, others: &[&'static str]) -> Oracle<Id> {
        let all = Rights { cleared: Some(highest), member: true };
        let rights = others.iter().map(|officer| (*officer, Rights::default())).chain([(always, all)]);
        Oracle { rights: rights.collect(), papers: BTreeMap::new() }
    }

    /// What somebody may; nothing for anyone who is no officer of the exercise.
    pub fn of(&self, officer: &str) -> Rights {
        self.rights.get(officer).copied().unwrap_or_default()
    }

    pub fn reads(&self, officer: &str, level: usize) -> bool {
        let Rights { cleared, member } = self.of(officer);
        member && cleared >= Some(level)
    }

    /// The titles that somebody must find in his list: those and no others.
    pub fn listed(&self, officer: &str) -> BTreeSet<String> {
        let read = self.papers.iter().filter(|(_, paper)| self.reads(officer, paper.level));
        read.map(|(title, _)| title.clone()).collect()
    }

    /// One of the documents, by a roll below their number.
    pub fn any(&self, roll: impl FnOnce(usize) -> usize) -> Option<(String, Filed<Id>)> {
        let papers: Vec<_> = self.papers.iter().collect();
        let (title, paper) = (!papers.is_empty()).then(|| papers.get(roll(papers.len())).copied()).flatten()?;
        Some((title.clone(), paper.clone()))
    }

    /// Takes what the vault has now, where nobody knew what became of something.
    ///
    /// # Panics
    /// Where a title is there twice, or one that was filed is gone.
    pub fn settle(&mut self, there: impl IntoIterator<Item = (String, Filed<Id>)>) {
        let mut papers = BTreeMap::new();
        for (title, paper) in there {
            assert!(papers.insert(title.clone(), paper).is_none(), "{title} twice");
        }
        for title in self.papers.keys() {
            assert!(papers.contains_key(title), "{title} was filed and is gone");
        }
        self.papers = papers;
    }

    /// How many of a batch are there: it is there as a whole or not at all.
    ///
    /// # Panics
    /// Where some of it is there.
    pub fn is_one_batch(&self, titles: &[String]) {
        let (there, many) = (titles.iter().filter(|title| self.papers.contains_key(*title)).count(), titles.len());
        assert!(there == 0 || there == many, "a batch is there as a whole or not at all: {there} of {many}");
    }

    /// Compares what came of opening a document with what may come of it.
    ///
    /// # Panics
    /// Where somebody read what he may not, or other bytes.
    pub fn opened(&self, officer: &str, may: bool, title: &str, bytes: &[u8]) {
        assert!(may, "{officer} opened {title}, which he may not read");
        assert_eq!(bytes, title.as_bytes(), "the bytes of another document");
    }
}

/// Runs vaults from seeds, with as many threads as there are processors: that of `ZEGEL_SEED` alone, `ZEGEL_SEEDS` of them, or so many.
/// `failed` are the seeds that once showed a fault: they are tried each time, however many others are. `seen` says how often what happened in one.
///
/// # Panics
/// With the seed that failed and what happened in it; where something happened in none.
pub fn each_seed<W>(
    many: u64,
    failed: &[u64],
    run: impl Fn(u64, &Told) -> W + Sync + RefUnwindSafe,
    seen: impl Fn(&W) -> Vec<(&'static str, usize)> + Sync,
) {
    let one = number("ZEGEL_SEED");
    let many = number("ZEGEL_SEEDS").unwrap_or(many);
    let seeds: Vec<u64> = match one {
        Some(seed) => vec![seed],
        None => failed.iter().copied().filter(|seed| *seed >= many).chain(0..many).collect(),
    };
    let next = Mutex::new(seeds.into_iter());
    let sum: Mutex<BTreeMap<&str, usize>> = Mutex::default();
    let work = || {
        while let Some(seed) = { next.lock().expect("nobody panics").next() } {
            let told = Told::default();
            let world = catch_unwind(|| run(seed, &told)).ok();
            assert!(
                world.is_some(),
                "the vault of seed {seed} is not as it should be: run ZEGEL_SEED={seed}\n{}",
                told.lock().expect("nobody panics").join("\n"),
            );
            let mut sum = sum.lock().expect("nobody panics");
            world.iter().flat_map(&seen).for_each(|(what, times)| *sum.entry(what).or_default() += times);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().for_each(|worker| worker.join().expect("every seed"));
    });
    // A simulation in which nothing happens shows nothing.
    for (what, times) in sum.into_inner().expect("nobody panics") {
        eprintln!("{what}: {times}");
        assert!(times > 0 || one.is_some(), "{what}");
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_cleared_and_a_member_reads_and_nobody_else() {
        let mut oracle: Oracle<u8> = Oracle::new("rik", 1, &["bea"]);
        oracle.settle([("low".to_owned(), Filed { id: 1, level: 0 }), ("high".to_owned(), Filed { id: 2, level: 1 })]);
        assert_eq!((oracle.listed("rik").len(), oracle.listed("bea").len(), oracle.listed("ada").len()), (2, 0, 0));
        oracle.rights.insert("bea", Rights { cleared: Some(0), member: false });
        assert!(!oracle.reads("bea", 0));
        oracle.rights.insert("bea", Rights { cleared: Some(0), member: true });
        assert!(oracle.reads("bea", 0) && !oracle.reads("bea", 1));
        assert_eq!(oracle.any(|of| of - 1).map(|(title, _)| title).as_deref(), Some("low"));
    }

    #[test]
    fn what_is_gone_or_half_there_is_noticed() {
        let paper = |title: &str| (title.to_owned(), Filed { id: 1, level: 0 });
        let mut oracle: Oracle<u8> = Oracle::new("rik", 1, &[]);
        oracle.settle([paper("one"), paper("two")]);
        let noticed = |oracle: &Oracle<u8>, then: &(dyn Fn(&mut Oracle<u8>) + RefUnwindSafe)| {
            let papers = oracle.papers.clone();
            catch_unwind(|| then(&mut Oracle { rights: BTreeMap::new(), papers: papers.clone() })).is_err()
        };
        assert!(noticed(&oracle, &|oracle| oracle.settle([("one".to_owned(), Filed { id: 1, level: 0 })])));
        assert!(noticed(&oracle, &|oracle| oracle.is_one_batch(&["one".to_owned(), "three".to_owned()])));
        assert!(noticed(&oracle, &|oracle| oracle.opened("bea", false, "one", b"one")));
        assert!(noticed(&oracle, &|oracle| oracle.opened("rik", true, "one", b"two")));
        assert!(!noticed(&oracle, &|oracle| oracle.is_one_batch(&["one".to_owned(), "two".to_owned()])));
    }
}
