//! A permit that was not recorded opens nothing.
use std::fs::File;

fn open(permit: vault::doors::For<policy::Open>, object: File, key: &seal::Identity, what: vault::doors::Particulars) {
    let _ = vault::doors::open(permit, object, key, what);
}

fn main() {}
