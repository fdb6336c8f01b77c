//! What was recorded without a permit opens nothing.
use std::fs::File;

fn open(
    recorded: ledger::Recorded<vault::DocumentId>,
    object: File,
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::open(recorded, object, key, what);
}

fn main() {}
