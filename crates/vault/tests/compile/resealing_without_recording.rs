//! A permit to change a marking that was not recorded opens nothing to be sealed again.
use vault::doors::Object;

fn reseal(
    permit: vault::doors::PermitFor<policy::Reclassify>,
    object: Object,
    key: &seal::Identity,
    what: vault::doors::Particulars,
) {
    let _ = vault::doors::reseal(permit, vec![(object, key, what)]);
}

fn main() {}
