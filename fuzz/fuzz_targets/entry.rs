//! Bodies of entries and remembered positions from a hostile disk: each has one spelling.

#![no_main]

use ledger::Position;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = ledger::is_body(bytes);
    if let Ok(position) = Position::from_bytes(bytes) {
        let written = position.to_bytes();
        let again = Position::from_bytes(&written).expect("just written");
        assert_eq!(again.to_bytes(), written);
        assert_eq!(again.head(), position.head());
    }
});
