//! A recorded permit is used up.
use vault::doors::Object;

fn open(
    permit: ledger::Recorded<vault::doors::PermitFor<policy::Open>>,
    objects: (Object, Object),
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::open(permit, objects.0, key, what.clone());
    let _ = vault::doors::open(permit, objects.1, key, what);
}

fn main() {}
