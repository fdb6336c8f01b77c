//! The C2SP test kit for age (npm `cctv-age`). No deviation is known.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use seal::{Identity, OpenError, Passphrase, UnlockError, open_bytes, unlock_identity};
use serde_json::{Value, json};

use crate::interop::node;

/// What the kit expects.
#[derive(Debug, PartialEq)]
enum Outcome {
    /// With the SHA-256 of the plaintext.
    Success(Option<String>),
    NoMatch,
    HeaderFailure,
    /// In the kit: `HMAC failure` or `payload failure`. Both are [`OpenError::Altered`] here, or a payload cut short.
    Altered,
}

#[test]
fn every_vector_of_the_test_kit_turns_out_as_it_should() {
    let vectors = node(&json!({ "action": "vectors" }));
    let vectors: Vec<&Value> =
        vectors.as_array().expect("a list").iter().filter(|vector| vector["armored"] == false).collect();
    assert_eq!(vectors.len(), 110, "another version of the test kit");
    let wrong: Vec<String> = vectors.iter().filter_map(|vector| deviation(vector)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn deviation(vector: &Value) -> Option<String> {
    let text = |key: &str| vector[key].as_str().map(str::to_owned);
    let all = |key: &str| -> Vec<String> {
        vector[key].as_array().expect("a list").iter().map(|item| item.as_str().expect("a text").to_owned()).collect()
    };
    let sealed = BASE64_STANDARD.decode(vector["sealed"].as_str().expect("`sealed` is text")).expect("it is Base64");
    let expected = match vector["expect"].as_str().expect("`expect` is text") {
        "success" => Outcome::Success(text("payload")),
        "no match" => Outcome::NoMatch,
        "header failure" => Outcome::HeaderFailure,
        "HMAC failure" | "payload failure" => Outcome::Altered,
        other => panic!("unknown expectation `{other}`"),
    };
    let (mut identities, passphrases) = (all("identities"), all("passphrases"));
    if identities.is_empty() && passphrases.is_empty() {
        identities.push(Identity::generate().expose_secret_line().expose_secret().to_owned());
    }
    let mut found: Vec<Outcome> = Vec::new();
    for passphrase in &passphrases {
        found.push(with_passphrase(&sealed, passphrase));
    }
    if !identities.is_empty() {
        let identities: Vec<Identity> =
            identities.iter().map(|line| Identity::parse(line).expect("it is an identity")).collect();
        let all: Vec<&Identity> = identities.iter().collect();
        found.push(match open_bytes(&all, &sealed) {
            Ok(plain) => Outcome::Success(Some(hex(&seal::sha256(plain.expose_secret())))),
            Err(error) => outcome(&error, &sealed),
        });
    }
    let wrong = found.iter().any(|found| *found != expected);
    wrong.then(|| format!("{}: expected {expected:?}, found {found:?}", vector["name"]))
}

fn with_passphrase(sealed: &[u8], passphrase: &str) -> Outcome {
    match unlock_identity(sealed, &Passphrase::new(passphrase.to_owned())) {
        Ok(text) => Outcome::Success(Some(hex(&seal::sha256(text.expose_secret().as_bytes())))),
        Err(UnlockError::WrongPassphrase | UnlockError::NotLocked) => Outcome::NoMatch,
        Err(UnlockError::TooMuchWork { .. }) => Outcome::HeaderFailure,
        Err(UnlockError::Corrupt(error)) => outcome(&error, sealed),
        Err(UnlockError::NotText) => panic!("no payload of the kit is anything but text"),
    }
}

fn outcome(error: &OpenError, sealed: &[u8]) -> Outcome {
    const MAC_LINE: usize = 49;
    const NONCE: usize = 16;
    let header_end = sealed.windows(5).position(|window| window == b"\n--- ").map(|at| at + MAC_LINE);
    match error {
        OpenError::NotForThisKey => Outcome::NoMatch,
        OpenError::Truncated if header_end.is_some_and(|end| sealed.len() >= end + NONCE) => Outcome::Altered,
        OpenError::NotAge
        | OpenError::UnknownVersion
        | OpenError::HeaderTooLong
        | OpenError::Malformed
        | OpenError::Truncated => Outcome::HeaderFailure,
        OpenError::Altered => Outcome::Altered,
        OpenError::AnotherObject | OpenError::Read(_) | OpenError::Write(_) => panic!("{error}"),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
