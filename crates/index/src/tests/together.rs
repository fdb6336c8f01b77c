//! Several processes of one officer at the same file. Each thread has a connection of its own, as a process has.

use std::sync::Barrier;

use super::*;

/// So many begin at once.
const PROCESSES: u64 = 8;

fn total(index: &Index) -> u64 {
    index.list(&Query::default()).expect("the index lists").total
}

#[test]
fn those_who_read_the_log_from_its_start_together_each_find_the_index_whole() {
    for _ in 0..4 {
        let place = IndexFolder::new();
        fill(&mut Index::create(&place.path, &place.key).expect("a new index"), (1..40).map(document));
        let together = Barrier::new(PROCESSES as usize);
        std::thread::scope(|scope| {
            for _ in 0..PROCESSES {
                scope.spawn(|| {
                    let mut index = place.open().expect("the index opens");
                    assert_eq!(index.snapshot().expect("the index says what it keeps"), None);
                    // Each has seen the tables. What one of them removes and writes again must not change them for the others.
                    together.wait();
                    let begun = index.change(|change| {
                        change.keep_classes(&BTreeSet::new())?;
                        change.forget_records()
                    });
                    begun.expect("the change is kept");
                    fill(&mut index, (1..40).map(document));
                });
            }
        });
        assert_eq!(total(&place.open().expect("the index opens")), 39);
    }
}

#[test]
fn what_is_removed_and_overwritten_changes_no_table() {
    let mut index = Index::in_memory().expect("an index in memory");
    let schema = |index: &Index| -> i64 {
        index.connection().pragma_query_value(None, "schema_version", |row| row.get(0)).expect("the pragma is known")
    };
    fill(&mut index, (1..200).map(document));
    let before = schema(&index);
    index.change(|change| change.keep_classes(&BTreeSet::new()).map(drop)).expect("the change is kept");
    assert_eq!(schema(&index), before);
    let left: i64 = index
        .connection()
        .query_row("SELECT count(*) FROM memory WHERE name LIKE 'zeros%'", [], |row| row.get(0))
        .expect("a row");
    assert_eq!(left, 0, "the zeros do not stay");
}

/// What lies next to an index that another process has just made is not the remains of one that was removed.
#[test]
fn of_those_who_make_an_index_together_one_makes_it_and_nothing_of_it_is_lost() {
    for _ in 0..8 {
        let place = IndexFolder::new();
        let together = Barrier::new(PROCESSES as usize);
        std::thread::scope(|scope| {
            for n in 1..=PROCESSES {
                let (place, together) = (&place, &together);
                scope.spawn(move || {
                    together.wait();
                    let mut index = match Index::create(&place.path, &place.key) {
                        Err(IndexError::Exists) => place.open().expect("the index opens"),
                        made => made.expect("a new index"),
                    };
                    index.expect_much().expect("the index makes room");
                    fill(&mut index, [document(n)]);
                });
            }
        });
        assert_eq!(total(&place.open().expect("the index opens")), PROCESSES);
        let folder = place.path.parent().expect("the path has a folder");
        let names: Vec<_> = std::fs::read_dir(folder)
            .expect("the folder is listed")
            .map(|entry| entry.expect("the entry of the folder is read").file_name())
            .collect();
        assert_eq!(names, ["m.peeters.sqlite"], "the lock is gone, and nothing lies beside it");
    }
}

#[test]
fn a_lock_that_a_dead_process_left_is_taken_and_one_that_is_no_file_is_told() {
    let place = IndexFolder::new();
    let lock = place.path.with_file_name(".lock");
    std::fs::write(&lock, b"").expect("the lock is written");
    drop(Index::create(&place.path, &place.key).expect("a new index"));
    assert!(!lock.exists());
    let place = IndexFolder::new();
    std::os::unix::fs::symlink("elsewhere", place.path.with_file_name(".lock")).expect("the link is made");
    assert_eq!(Index::create(&place.path, &place.key).map(drop), Err(IndexError::Altered));
}
