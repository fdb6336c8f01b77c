//! Whom something is sealed for.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use age::Recipient as _;
use age_core::format::{FileKey, Stanza};
use age_core::secrecy::ExposeSecret;
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::error::KeyError;
use crate::ids::sha256;
use crate::{hpke, kem, line};

pub(crate) const PQ_TAG: &str = "mlkem768x25519";
pub(crate) const PQ_INFO: &[u8] = b"age-encryption.org/mlkem768x25519";
const PQ_PREFIX: &str = "age1pq";
const CLASSIC_PREFIX: &str = "age";

/// How many characters a post-quantum recipient has, always.
pub(crate) fn post_quantum_length() -> usize {
    const CHECKSUM: usize = 6;
    PQ_PREFIX.len() + 1 + (kem::PUBLIC * 8).div_ceil(5) + CHECKSUM
}

/// Whom something is sealed for: the public half of an age identity. Written `age1pq1…` or, for partners, `age1…`.
///
/// A recipient is valid by construction: sealing to it protects.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Recipient {
    text: String,
    kind: PublicKey,
}

#[derive(Clone)]
enum PublicKey {
    PostQuantum(Box<kem::PublicKey>),
    Classic(age::x25519::Recipient),
}

impl Recipient {
    pub(crate) fn post_quantum(key: &kem::PublicKey) -> Self {
        Self { text: line::encode(PQ_PREFIX, &key.to_bytes()), kind: PublicKey::PostQuantum(Box::new(key.clone())) }
    }

    pub(crate) fn classic(key: age::x25519::Recipient) -> Self {
        Self { text: key.to_string(), kind: PublicKey::Classic(key) }
    }

    /// Whether what is sealed for it stays closed to a quantum computer.
    pub fn is_post_quantum(&self) -> bool {
        match self.kind {
            PublicKey::PostQuantum(_) => true,
            PublicKey::Classic(_) => false,
        }
    }

    /// What two people read to each other to know that they mean the same key: the first 128 bits of the SHA-256 of the
    /// recipient's text, as eight groups of four hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        let digest = sha256(self.text.as_bytes());
        let groups: Vec<String> =
            digest.chunks(2).take(8).map(|pair| pair.iter().map(|byte| format!("{byte:02X}")).collect()).collect();
        groups.join(" ")
    }

    /// Whether somebody typed this recipient's fingerprint. Case, spaces, dashes and colons do not matter.
    pub fn has_fingerprint(&self, typed: &str) -> bool {
        let digits = |text: &str| -> String {
            text.chars()
                .filter(|c| !c.is_whitespace() && !matches!(c, '-' | ':'))
                .map(|c| c.to_ascii_uppercase())
                .collect()
        };
        digits(typed) == digits(&self.fingerprint())
    }

    pub(crate) fn wrap(&self, file_key: &FileKey) -> Vec<Stanza> {
        match &self.kind {
            PublicKey::PostQuantum(key) => {
                let (encapsulation, body) = hpke::seal(key, PQ_INFO, file_key.expose_secret());
                let args = vec![BASE64_STANDARD_NO_PAD.encode(encapsulation)];
                vec![Stanza { tag: PQ_TAG.to_owned(), args, body }]
            }
            PublicKey::Classic(key) => {
                let (stanzas, _) = key.wrap_file_key(file_key).expect("an X25519 recipient wraps any file key");
                stanzas
            }
        }
    }
}

impl FromStr for Recipient {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        if text.starts_with("age1pq1") {
            let bytes = line::decode(PQ_PREFIX, text)?;
            return Ok(Self::post_quantum(&kem::PublicKey::parse(&bytes)?));
        }
        if !text.starts_with("age1") {
            return Err(KeyError::NotAKey);
        }
        kem::parse_point(&line::decode(CLASSIC_PREFIX, text)?)?;
        text.parse().map(Self::classic).map_err(|_| KeyError::NotAKey)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({})", self.fingerprint())
    }
}

impl PartialEq for Recipient {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Recipient {}

impl Hash for Recipient {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl TryFrom<String> for Recipient {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<Recipient> for String {
    fn from(recipient: Recipient) -> Self {
        recipient.text
    }
}
