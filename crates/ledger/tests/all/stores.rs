//! The places for a log that ship with it, under the one suite.

use ledger::conformance::{Open, vault};
use ledger::{Ledger, LogStore, MemoryLog};

fn in_memory() -> Open {
    let log = MemoryLog::new(vault());
    Box::new(move |access| Box::new(log.with_access(access)) as Box<dyn LogStore>)
}

fn in_a_file() -> Open {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let path = dir.path().join("ledger.sqlite");
    drop(Ledger::create(&path, vault()).expect("a new log"));
    Box::new(move |access| {
        let _kept = &dir;
        Ledger::open(&path, access).expect("the log opens").into_store()
    })
}

ledger::log_store_conformance!(memory, in_memory);
ledger::log_store_conformance!(sqlite, in_a_file);
