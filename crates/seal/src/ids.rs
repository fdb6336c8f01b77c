//! Digests, random bytes and opaque ids.

use std::fmt;

use aws_lc_rs::digest;

/// SHA-256 of bytes that arrive piece by piece.
pub struct Sha256(digest::Context);

impl Sha256 {
    pub fn new() -> Self {
        Self(digest::Context::new(&digest::SHA256))
    }

    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub fn finish(self) -> [u8; 32] {
        to_array(self.0.finish().as_ref())
    }
}

impl Default for Sha256 {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sha256(…)")
    }
}

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    to_array(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// Where random bytes come from. They must be fit for keys: only a simulation takes others than the system's.
pub trait Randomness: Send + Sync {
    /// Fills all of it.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    /// # Panics
    ///
    /// As [`random_bytes`].
    fn fill(&self, bytes: &mut [u8]) {
        fill_random(bytes);
    }
}

impl dyn Randomness + '_ {
    /// An opaque id, as [`random_id`].
    pub fn id(&self) -> String {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        base32(&bytes)
    }
}

/// `N` bytes from the operating system's generator.
///
/// # Panics
///
/// When the operating system gives no randomness: nothing can be sealed then, and nothing should be attempted.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    fill_random(&mut bytes);
    bytes
}

pub(crate) fn fill_random(bytes: &mut [u8]) {
    aws_lc_rs::rand::fill(bytes).expect("the operating system gives randomness");
}

/// An opaque id: 128 random bits as 26 characters of lower-case base32 (RFC 4648, without padding).
pub fn random_id() -> String {
    base32(&random_bytes::<16>())
}

pub(crate) fn base32(bytes: &[u8]) -> String {
    data_encoding::BASE32_NOPAD.encode(bytes).to_ascii_lowercase()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(bytes)
}

fn to_array(digest: &[u8]) -> [u8; 32] {
    digest.try_into().expect("SHA-256 gives 32 bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_twenty_six_characters_of_base32() {
        let id = random_id();
        assert_eq!(id.len(), 26);
        assert!(id.chars().all(|c| matches!(c, 'a'..='z' | '2'..='7')));
        assert_ne!(id, random_id());
    }

    #[test]
    fn base32_is_that_of_rfc_4648() {
        for (plain, text) in [("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foobar", "mzxw6ytboi")] {
            assert_eq!(base32(plain.as_bytes()), text);
        }
    }

    #[test]
    fn sha256_in_pieces_is_sha256_at_once() {
        let mut pieces = Sha256::new();
        pieces.update(b"ab");
        pieces.update(b"c");
        let digest = pieces.finish();
        assert_eq!(digest, sha256(b"abc"));
        // FIPS 180-4, example "abc".
        assert_eq!(digest[..4], [0xba, 0x78, 0x16, 0xbf]);
    }
}
