//! Requests to be let in: an even first byte takes the rest as a request, an odd one as changes to a genuine one. No change to
//! what is signed is believed, and what is read has one spelling.

#![no_main]

use std::sync::LazyLock;

use ledger::VaultId;
use libfuzzer_sys::fuzz_target;
use registry::OfficerId;
use registry::people::KeyRequest;
use seal::{Identity, Signer};

static GENUINE: LazyLock<String> = LazyLock::new(|| {
    let officer = OfficerId::parse("nieuw").expect("a name");
    let identity = Identity::generate();
    KeyRequest::write(&VaultId::random(), &officer, "Nele Nieuw", "BEL", identity.recipient(), &Signer::generate())
});

fuzz_target!(|bytes: &[u8]| {
    let Some((mode, rest)) = bytes.split_first() else { return };
    let text = if mode % 2 == 0 {
        rest.to_vec()
    } else {
        let mut text = GENUINE.clone().into_bytes();
        for change in rest.chunks_exact(3) {
            let place = usize::from(u16::from_le_bytes([change[0], change[1]])) % text.len();
            text[place] = change[2];
        }
        text
    };
    if KeyRequest::read(&text).is_ok() {
        assert_eq!(text, GENUINE.as_bytes());
    }
});
