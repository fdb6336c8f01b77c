//! A permit to change a marking opens nothing to be read.
use std::fs::File;

fn open(
    permit: ledger::Recorded<vault::doors::For<policy::Reclassify>>,
    object: File,
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::open(permit, object, key, what);
}

fn main() {}
