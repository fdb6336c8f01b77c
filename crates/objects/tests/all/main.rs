//! The places for objects that ship with it, under the one suite.

use objects::conformance::Open;
use objects::{FolderObjects, MemoryObjects, ObjectStore, Root};

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
