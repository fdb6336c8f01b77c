//! Checkpoint notes, in whatever way mail writes them: an even first byte takes the rest as a note, an odd one as changes to a genuine one. No change to what
//! is signed is believed.

#![no_main]

use std::sync::LazyLock;

use ledger::{Access, Draft, Head, Ledger, Position, VaultId, check_note};
use libfuzzer_sys::fuzz_target;
use seal::{Signer, VerifyingKey, Weight};

struct Genuine {
    vault: VaultId,
    key: VerifyingKey,
    head: Head,
    note: String,
}

static GENUINE: LazyLock<Genuine> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let (vault, signer) = (VaultId::random(), Signer::generate());
    let mut ledger = Ledger::create(&path, vault.clone()).expect("a log");
    let draft = Draft::new(Weight::Dual).introduce(signer.verifying_key()).part("common/1", b"x".as_slice());
    let start = Position::start();
    ledger.append(&start.head(), &signer, 1, draft, ()).expect("it is appended").into_inner();
    drop(ledger);
    let ledger = Ledger::open(&path, Access::ReadOnly).expect("the log");
    let (_, at) = ledger.read(&start, 1).expect("it is read");
    let note = ledger.checkpoint(&at, &signer).expect("it is signed");
    Genuine { vault, key: signer.verifying_key().clone(), head: at.head(), note }
});

fuzz_target!(|bytes: &[u8]| {
    let Some((mode, rest)) = bytes.split_first() else { return };
    let genuine = &*GENUINE;
    let text = if mode % 2 == 0 {
        rest.to_vec()
    } else {
        let mut note = genuine.note.clone().into_bytes();
        for change in rest.chunks_exact(3) {
            let place = usize::from(u16::from_le_bytes([change[0], change[1]])) % note.len();
            note[place] = change[2];
        }
        note
    };
    if let Ok(checked) = check_note(&text, &genuine.vault, [&genuine.key]) {
        assert_eq!(checked.head, genuine.head);
    }
});
