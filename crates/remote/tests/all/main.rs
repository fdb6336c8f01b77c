//! The log and the objects of a shared vault on real servers, under the suites of their traits.

mod cache;
mod faults;
mod late;
mod liars;
mod mirrors;
mod places;
mod rights;
mod stage;
mod tree;

use std::sync::Mutex;

use ledger::Access;
use objects::{Cache, Root};
use stage::Stage;

fn in_postgresql() -> ledger::conformance::Open {
    let stage = Stage::new();
    Box::new(move |access: Access| Box::new(stage.log(access)) as Box<dyn ledger::LogStore>)
}

fn in_a_bucket() -> objects::conformance::Open {
    let stage = Stage::new();
    Box::new(move || Box::new(stage.objects()) as Box<dyn objects::ObjectStore>)
}

/// Through copies, which all processes of a workstation share.
fn in_a_bucket_with_copies() -> objects::conformance::Open {
    let stage = Stage::new();
    Box::new(move || {
        let root = Root::open(stage.folder.path()).expect("the folder is there");
        Box::new(stage.objects().with_cache(roomy(root))) as Box<dyn objects::ObjectStore>
    })
}

/// Whatever is free on the disk of the tests.
fn roomy(root: Root) -> Cache {
    let cache = Cache::new(root);
    cache.set_limit(Some(1 << 30)).expect("it is set");
    cache
}

/// Through copies, of which each has its own, as at many workstations.
fn in_a_bucket_with_copies_apart() -> objects::conformance::Open {
    let stage = Stage::new();
    let folders = Mutex::new(Vec::new());
    Box::new(move || {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let root = Root::open(folder.path()).expect("the folder is there");
        folders.lock().expect("nobody panics with it").push(folder);
        Box::new(stage.objects().with_cache(roomy(root))) as Box<dyn objects::ObjectStore>
    })
}

ledger::log_store_conformance!(postgresql, in_postgresql);
objects::object_store_conformance!(bucket, in_a_bucket);
objects::object_store_conformance!(copied, in_a_bucket_with_copies);
objects::object_store_conformance!(copied_apart, in_a_bucket_with_copies_apart);
