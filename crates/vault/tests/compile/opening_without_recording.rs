//! A permit that was not recorded opens nothing.
use vault::doors::Object;

fn open(permit: vault::doors::PermitFor<policy::Open>, object: Object, key: &seal::Identity, what: vault::doors::Particulars) {
    let _ = vault::doors::open(permit, object, key, what);
}

fn main() {}
