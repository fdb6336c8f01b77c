//! A permit to file opens nothing.
use vault::doors::Object;

fn open(
    permit: ledger::Recorded<vault::doors::PermitFor<policy::File>>,
    object: Object,
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::open(permit, object, key, what);
}

fn main() {}
