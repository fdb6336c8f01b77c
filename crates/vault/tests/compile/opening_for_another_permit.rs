//! A permit to file opens nothing.
use std::fs::File;

fn open(
    permit: ledger::Recorded<vault::doors::For<policy::File>>,
    object: File,
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::open(permit, object, key, what);
}

fn main() {}
