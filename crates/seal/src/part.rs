//! The AEAD of the parts of ledger entries: many small messages under one key that several people hold.
//!
//! A sealed part is `salt (32 bytes) ‖ ciphertext ‖ tag (16 bytes)`. Key and nonce of each part are HKDF-SHA256 of the
//! part key with the random salt, so nonces are never counted and never repeat; the cipher is ChaCha20-Poly1305 (RFC
//! 8439).

use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use hkdf::Hkdf;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::error::KeyError;
use crate::identity::Identity;
use crate::ids::{Randomness, SystemRandomness, random_bytes};
use crate::line;
use crate::secret::{SecretBytes, SecretText};

const SALT: usize = 32;
const TAG: usize = 16;
const PART_INFO: &[u8] = b"zegel part v1";
const LINE_PREFIX: &str = "ZEGEL-PART-KEY-";

/// Why a sealed part was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PartError {
    #[error("the part is shorter than any sealed part")]
    TooShort,
    /// Other bytes, another key, or another place than those it was sealed with.
    #[error("the part does not open with this key in this place")]
    Altered,
}

/// A key under which parts are sealed: a vault key, a session key, or one derived from a class identity.
pub struct PartKey(Zeroizing<[u8; 32]>);

impl PartKey {
    pub fn generate() -> Self {
        Self::generate_from(&SystemRandomness)
    }

    /// As [`generate`](Self::generate), from this source.
    pub fn generate_from(randomness: &dyn Randomness) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        randomness.fill(&mut *key);
        Self(key)
    }

    /// The key of these bytes, which were one before.
    pub(crate) fn of(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    /// Derives the part key of an identity for one use, which `info` names. Anyone who holds the identity holds this key.
    pub fn derive(identity: &Identity, info: &[u8]) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<sha2::Sha256>::new(Some(b"zegel part key v1"), identity.expose_secret_bytes())
            .expand(info, &mut *key)
            .expect("32 bytes are less than HKDF gives");
        Self(key)
    }

    /// The key as one line of text with a checksum, `ZEGEL-PART-KEY-1…` (bech32), to be delivered inside an age file.
    pub fn expose_secret_line(&self) -> SecretText {
        line::encode_secret(LINE_PREFIX, &*self.0)
    }

    /// Reads what [`expose_secret_line`](Self::expose_secret_line) wrote.
    pub fn parse(line: &str) -> Result<Self, KeyError> {
        line::decode_secret(LINE_PREFIX, line).map(Self)
    }

    /// The raw key, for a library that takes one (SQLCipher).
    pub fn expose_secret(&self) -> &[u8; 32] {
        &self.0
    }

    fn for_part(&self, salt: &[u8]) -> (LessSafeKey, Nonce) {
        let mut derived = Zeroizing::new([0; 44]);
        Hkdf::<sha2::Sha256>::new(Some(salt), &*self.0)
            .expand(PART_INFO, &mut *derived)
            .expect("44 bytes are less than HKDF gives");
        let (key, nonce) = derived.split_at(32);
        let key = UnboundKey::new(&CHACHA20_POLY1305, key).expect("a key of 32 bytes is a ChaCha20-Poly1305 key");
        let nonce = Nonce::try_assume_unique_for_key(nonce).expect("12 bytes are a nonce");
        (LessSafeKey::new(key), nonce)
    }
}

impl std::fmt::Debug for PartKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PartKey(…)")
    }
}

/// Seals a part. `aad` says where it belongs (vault id and audience); it opens nowhere else.
pub fn seal_part(key: &PartKey, aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let salt = random_bytes::<SALT>();
    let (aead, nonce) = key.for_part(&salt);
    let mut sealed = Vec::with_capacity(SALT + plain.len() + TAG);
    sealed.extend_from_slice(&salt);
    sealed.extend_from_slice(plain);
    let tag = aead
        .seal_in_place_separate_tag(nonce, Aad::from(aad), sealed.get_mut(SALT..).unwrap_or_default())
        .expect("a part is shorter than the cipher's 256 GiB");
    sealed.extend_from_slice(tag.as_ref());
    sealed
}

pub fn open_part(key: &PartKey, aad: &[u8], sealed: &[u8]) -> Result<SecretBytes, PartError> {
    let (salt, rest) = sealed.split_at_checked(SALT).ok_or(PartError::TooShort)?;
    let plain_len = rest.len().checked_sub(TAG).ok_or(PartError::TooShort)?;
    let (body, tag) = rest.split_at(plain_len);
    let (aead, nonce) = key.for_part(salt);
    let mut plain = Zeroizing::new(body.to_vec());
    aead.open_in_place_separate_tag(nonce, Aad::from(aad), tag, &mut plain).map_err(|_| PartError::Altered)?;
    Ok(SecretBytes::new(std::mem::take(&mut *plain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_opens_with_its_key_in_its_place_and_nowhere_else() {
        let key = PartKey::generate();
        let sealed = seal_part(&key, b"vault/common/1", b"a title");
        assert_eq!(sealed.len(), SALT + 7 + TAG);
        assert_eq!(open_part(&key, b"vault/common/1", &sealed).expect("its key and place").expose_secret(), b"a title");
        assert_eq!(open_part(&key, b"vault/common/2", &sealed).expect_err("another place"), PartError::Altered);
        let other = PartKey::generate();
        assert_eq!(open_part(&other, b"vault/common/1", &sealed).expect_err("another key"), PartError::Altered);
    }

    #[test]
    fn every_flipped_bit_and_every_cut_of_a_part_is_caught() {
        let key = PartKey::generate();
        let sealed = seal_part(&key, b"", b"SECRET");
        for bit in 0..sealed.len() * 8 {
            let mut altered = sealed.clone();
            altered.get_mut(bit / 8).map(|byte| *byte ^= 1 << (bit % 8)).expect("inside");
            assert_eq!(open_part(&key, b"", &altered).expect_err("altered"), PartError::Altered);
        }
        for length in 0..sealed.len() {
            open_part(&key, b"", sealed.get(..length).expect("inside")).expect_err("cut");
        }
    }

    #[test]
    fn the_same_part_sealed_twice_differs() {
        let key = PartKey::generate();
        assert_ne!(seal_part(&key, b"", b"x"), seal_part(&key, b"", b"x"));
    }

    #[test]
    fn a_part_key_survives_its_line_and_a_typing_error_is_told() {
        let key = PartKey::generate();
        let line = key.expose_secret_line();
        assert!(line.expose_secret().starts_with("ZEGEL-PART-KEY-1"));
        assert_eq!(PartKey::parse(line.expose_secret()).expect("own line").expose_secret(), key.expose_secret());
        let (start, last) = line.expose_secret().split_at(line.expose_secret().len() - 1);
        let mistyped = format!("{start}{}", if last == "Q" { "P" } else { "Q" });
        assert_eq!(PartKey::parse(&mistyped).err(), Some(KeyError::Checksum));
        assert_eq!(PartKey::parse("AGE-SECRET-KEY-1Q").err(), Some(KeyError::NotAKey));
    }

    #[test]
    fn keys_derived_for_two_uses_or_from_two_identities_differ() {
        let (one, two) = (Identity::generate(), Identity::generate());
        let key = PartKey::derive(&one, b"class");
        assert_eq!(key.expose_secret(), PartKey::derive(&one, b"class").expose_secret());
        assert_ne!(key.expose_secret(), PartKey::derive(&one, b"dossier").expose_secret());
        assert_ne!(key.expose_secret(), PartKey::derive(&two, b"class").expose_secret());
    }
}
