//! What was recorded without a permit opens nothing.
use vault::doors::Object;

fn open(
    recorded: ledger::Recorded<vault::DocumentId>,
    object: Object,
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::open(recorded, object, key, what);
}

fn main() {}
