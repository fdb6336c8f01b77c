//! A permit to change a marking opens nothing to be read.
use vault::doors::Object;

fn open(
    permit: ledger::Recorded<vault::doors::PermitFor<policy::Reclassify>>,
    object: Object,
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::open(permit, object, key, what);
}

fn main() {}
