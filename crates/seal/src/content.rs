//! What the content of a document is known by in a vault: BLAKE3 of its bytes.
//!
//! It takes a fraction of the time of SHA-256, so that filing is not bound by it. What leaves to a partner is named by
//! [`Sha256`](crate::Sha256), and so is everything else that is hashed here.

use std::fmt;
use std::io;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use crate::ids::hex;

/// BLAKE3 of a document's bytes. As text 64 lower-case hexadecimal digits, as `b3sum` writes it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ContentHash([u8; 32]);

/// The text is not 64 of the digits `0-9` and `a-f`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the hash of a content")]
pub struct NotAContentHash;

impl ContentHash {
    /// Stands where a content is not known: nobody finds bytes that have this hash.
    pub const UNKNOWN: Self = Self([0; 32]);

    /// Of bytes that are all here.
    pub fn of(content: &[u8]) -> Self {
        let mut hasher = ContentHasher::new();
        hasher.update(content);
        hasher.finish()
    }

    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

impl FromStr for ContentHash {
    type Err = NotAContentHash;

    fn from_str(text: &str) -> Result<Self, NotAContentHash> {
        // One text for each hash: capitals are refused.
        if text.bytes().any(|digit| digit.is_ascii_uppercase()) {
            return Err(NotAContentHash);
        }
        blake3::Hash::from_hex(text).map(|hash| Self(hash.into())).map_err(|_| NotAContentHash)
    }
}

impl TryFrom<String> for ContentHash {
    type Error = NotAContentHash;

    fn try_from(text: String) -> Result<Self, NotAContentHash> {
        text.parse()
    }
}

impl From<ContentHash> for String {
    fn from(hash: ContentHash) -> String {
        hash.to_string()
    }
}

/// Makes a [`ContentHash`] of bytes that arrive piece by piece. Quickest with 64 KiB or more at a time.
pub struct ContentHasher(blake3::Hasher);

impl ContentHasher {
    pub fn new() -> Self {
        Self(blake3::Hasher::new())
    }

    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub fn finish(self) -> ContentHash {
        ContentHash(self.0.finalize().into())
    }
}

impl Default for ContentHasher {
    fn default() -> Self {
        Self::new()
    }
}

/// It holds the last bytes of the document that it was given.
impl Drop for ContentHasher {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl io::Write for ContentHasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Debug for ContentHasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContentHasher(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the test vectors of BLAKE3: the first bytes of 0, 1, …, 250, 0, 1, …
    const VECTORS: [(usize, &str); 5] = [
        (0, "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"),
        (1, "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213"),
        (1024, "42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7"),
        (1025, "d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444"),
        (102_400, "bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085"),
    ];

    fn input(len: usize) -> Vec<u8> {
        (0..=250).cycle().take(len).collect()
    }

    #[test]
    fn a_content_is_hashed_as_blake3_says_at_once_and_in_pieces() {
        for (len, expected) in VECTORS {
            let content = input(len);
            assert_eq!(ContentHash::of(&content).to_string(), expected, "{len}");
            let mut pieces = ContentHasher::new();
            content.chunks(1000).for_each(|piece| pieces.update(piece));
            assert_eq!(pieces.finish().to_string(), expected, "{len} in pieces");
        }
    }

    #[test]
    fn a_hash_has_one_text_and_comes_back_from_it() {
        let hash = ContentHash::of(b"abc");
        assert_eq!(hash.to_string(), "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for wrong in ["", "ab", &hash.to_string().to_uppercase(), &format!("{hash}0"), &"g".repeat(64)] {
            assert_eq!(wrong.parse::<ContentHash>(), Err(NotAContentHash), "{wrong}");
        }
    }
}
