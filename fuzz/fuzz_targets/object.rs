//! Objects from a hostile disk: an even first byte takes the rest as an object, an odd one as changes to a genuine one.
//! Whatever is read is what was sealed, from its start and without a gap.

#![no_main]

use std::io::{Read, Seek, Write};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use seal::{Flow, Identity, ObjectKey, SealedReader, seal_file};

const LENGTH: usize = 70_000;

struct Genuine {
    identity: Identity,
    key: ObjectKey,
    plain: Vec<u8>,
    sealed: Vec<u8>,
}

static GENUINE: LazyLock<Genuine> = LazyLock::new(|| {
    let (identity, key) = (Identity::generate(), ObjectKey::generate());
    let plain: Vec<u8> = (0..LENGTH).map(|at| (at / 251) as u8).collect();
    let mut file = tempfile::tempfile().expect("a temporary file");
    seal_file(&key, identity.recipient(), &mut plain.as_slice(), &file, &mut |_| Flow::Continue).expect("it seals");
    let mut sealed = Vec::new();
    file.rewind().and_then(|()| file.read_to_end(&mut sealed)).expect("it reads");
    Genuine { identity, key, plain, sealed }
});

fuzz_target!(|bytes: &[u8]| {
    let Some((mode, rest)) = bytes.split_first() else { return };
    let genuine = &*GENUINE;
    let mut changed = genuine.sealed.clone();
    if mode % 2 == 0 {
        changed = rest.to_vec();
    } else {
        for change in rest.chunks_exact(5) {
            let place = u32::from_le_bytes([change[0], change[1], change[2], 0]) as usize % changed.len();
            match change[3] % 4 {
                0 => changed[place] ^= change[4],
                1 => changed[place] = change[4],
                2 => changed.insert(place, change[4]),
                _ => changed.truncate(place.max(1)),
            }
        }
    }
    let mut file = tempfile::tempfile().expect("a temporary file");
    file.write_all(&changed).expect("room");
    let Ok(mut reader) = SealedReader::open(&genuine.identity, genuine.key.id(), file) else { return };
    let mut read = Vec::new();
    let whole = reader.read_to_end(&mut read).is_ok();
    assert!(genuine.plain.starts_with(&read));
    assert_eq!(whole, changed == genuine.sealed, "one object has one spelling");
});
