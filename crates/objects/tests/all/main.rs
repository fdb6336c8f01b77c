//! The places for objects that ship with it, under the one suite.

mod cache;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use objects::conformance::Open;
use objects::{FolderObjects, MemoryObjects, ObjectStore, Root};
use seal::Flow;

fn in_memory() -> Open {
    let store = MemoryObjects::new();
    Box::new(move || Box::new(store.clone()) as Box<dyn ObjectStore>)
}

fn in_a_folder() -> Open {
    let dir = tempfile::tempdir().expect("a folder can be made");
    Box::new(move || {
        Box::new(FolderObjects::new(Root::open(dir.path()).expect("the folder is there"))) as Box<dyn ObjectStore>
    })
}

objects::object_store_conformance!(memory, in_memory);
objects::object_store_conformance!(folder, in_a_folder);

/// Eight threads write without a pause in which none of them does; another comes to be alone, and nobody writes meanwhile.
#[test]
fn who_waits_to_be_alone_comes_to_his_turn_among_many_who_write() {
    let dir = tempfile::tempdir().expect("a folder can be made");
    let store = || FolderObjects::new(Root::open(dir.path()).expect("the folder is there"));
    let (stop, writing) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while !stop.load(Ordering::SeqCst) {
                    let held = store().writing().expect("the right to write");
                    writing.fetch_add(1, Ordering::SeqCst);
                    std::thread::sleep(Duration::from_millis(20));
                    writing.fetch_sub(1, Ordering::SeqCst);
                    drop(held);
                }
            });
        }
        std::thread::sleep(Duration::from_millis(60));
        for _ in 0..5 {
            let alone = store().alone(&mut || Flow::Continue).expect("its turn");
            assert_eq!(writing.load(Ordering::SeqCst), 0, "nobody writes");
            std::thread::sleep(Duration::from_millis(40));
            assert_eq!(writing.load(Ordering::SeqCst), 0, "and nobody begins");
            assert!(store().collecting().expect("it is asked").is_none());
            drop(alone);
        }
        let held = store().writing().expect("the right to write");
        let stopped = store().alone(&mut || Flow::Stop).expect_err("it was stopped");
        assert!(matches!(stopped, objects::Error::Cancelled), "{stopped}");
        drop(held);
        stop.store(true, Ordering::SeqCst);
    });
}
