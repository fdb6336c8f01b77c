//! Only `release_permit` makes a warrant.
fn make(release: vault::ReleaseId) {
    let _ = vault::Warrant { release };
}

fn main() {}
