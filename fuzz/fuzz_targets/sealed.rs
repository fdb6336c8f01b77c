//! Sealed files from a hostile disk: an even first byte takes the rest as a file, an odd one as changes to a genuine file.
//! Whatever opens is what was sealed.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use seal::{Identity, open_bytes, seal_bytes};

const PLAIN: &[u8] = b"what was sealed";

static GENUINE: LazyLock<[(Identity, Vec<u8>); 2]> = LazyLock::new(|| {
    [Identity::generate(), Identity::generate_classic().expect("keys are made")].map(|identity| {
        let sealed = seal_bytes(&[identity.recipient()], PLAIN).expect("it seals");
        (identity, sealed)
    })
});

fuzz_target!(|bytes: &[u8]| {
    let Some((mode, rest)) = bytes.split_first() else { return };
    for (identity, genuine) in GENUINE.iter() {
        if mode % 2 == 0 {
            let _ = open_bytes(&[identity], rest);
            continue;
        }
        let mut changed = genuine.clone();
        let length = changed.len();
        for change in rest.chunks_exact(4) {
            let place = usize::from(u16::from_le_bytes([change[0], change[1]])) % length;
            match change[2] % 3 {
                0 => changed[place] ^= change[3],
                1 => changed[place] = change[3],
                _ => changed.truncate(place.max(1)),
            }
            changed.resize(length.min(changed.len().max(1)), 0);
            if changed.len() < length {
                break;
            }
        }
        if let Ok(opened) = open_bytes(&[identity], &changed) {
            assert_eq!(opened.expose_secret(), PLAIN);
            assert_eq!(&changed, genuine, "one file has one spelling");
        }
    }
});
