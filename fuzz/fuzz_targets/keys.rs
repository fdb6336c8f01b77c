//! Keys as text and as bytes: what is read is what is written again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use seal::{Identity, PartKey, Recipient, SecretText, Signatures, VerifyingKey};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(key) = VerifyingKey::from_bytes(bytes) {
        assert_eq!(key.as_bytes(), bytes);
    }
    let _ = Signatures::from_bytes(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(recipient) = text.parse::<Recipient>() {
        assert!(recipient.to_string().parse::<Recipient>().expect("just written") == recipient);
    }
    if let Ok(identity) = Identity::parse(text) {
        let again = Identity::parse(identity.expose_secret_line().expose_secret()).expect("just written");
        assert_eq!(again.recipient(), identity.recipient());
    }
    if let Ok(key) = PartKey::parse(text) {
        assert_eq!(key.expose_secret_line().expose_secret(), text);
    }
    let _ = Identity::parse_file(&SecretText::new(text.to_owned()));
});
