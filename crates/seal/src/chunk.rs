//! STREAM, the payload of an age file: chunks of 64 KiB, each sealed with ChaCha20-Poly1305 under a counting nonce that also
//! says which chunk is the last.

use age_core::format::FileKey;
use age_core::primitives::hkdf;
use age_core::secrecy::ExposeSecret;
use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::error::OpenError;

/// Plaintext bytes of every chunk but the last, which has 0 (in an empty file), or 1 to as many.
pub(crate) const CHUNK: usize = 64 * 1024;
pub(crate) const TAG: usize = 16;
pub(crate) const SEALED_CHUNK: usize = CHUNK + TAG;
/// The nonce between header and payload, from which the payload key is derived.
pub(crate) const PAYLOAD_NONCE: usize = 16;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChunkPlace {
    Inner,
    Last,
}

pub(crate) struct PayloadKey(LessSafeKey);

impl PayloadKey {
    pub(crate) fn new(file_key: &FileKey, nonce: &[u8]) -> Self {
        let key = Zeroizing::new(hkdf(nonce, b"payload", file_key.expose_secret()));
        let key = UnboundKey::new(&CHACHA20_POLY1305, &*key).expect("a key of 32 bytes is a ChaCha20-Poly1305 key");
        Self(LessSafeKey::new(key))
    }

    /// Seals a chunk where it stands. `slot` is the plaintext and room for a tag behind it.
    pub(crate) fn seal(&self, index: u64, place: ChunkPlace, slot: &mut [u8]) {
        let plain_len = slot.len().saturating_sub(TAG);
        let (plain, room) = slot.split_at_mut(plain_len);
        let tag = self
            .0
            .seal_in_place_separate_tag(nonce(index, place), Aad::empty(), plain)
            .expect("a chunk is shorter than the cipher's 256 GiB");
        room.copy_from_slice(tag.as_ref());
    }

    /// Opens a chunk where it stands and gives the plaintext, or nothing when it is not what was sealed there.
    pub(crate) fn open<'a>(&self, index: u64, place: ChunkPlace, slot: &'a mut [u8]) -> Option<&'a mut [u8]> {
        let (sealed, tag) = slot.split_at_mut(slot.len().checked_sub(TAG)?);
        self.0.open_in_place_separate_tag(nonce(index, place), Aad::empty(), tag, sealed).ok()
    }
}

fn nonce(index: u64, place: ChunkPlace) -> Nonce {
    let mut bytes = [0; 12];
    let counter = u128::from(index) << 8 | u128::from(place == ChunkPlace::Last);
    bytes.copy_from_slice(counter.to_be_bytes().get(4..).unwrap_or_default());
    Nonce::assume_unique_for_key(bytes)
}

/// Where the chunks of a payload lie, told from its length alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Number of chunks, at least one.
    pub(crate) chunks: u64,
    /// Plaintext bytes in the last one.
    pub(crate) last: usize,
}

impl Layout {
    /// From the length of a sealed payload, without its nonce.
    pub(crate) fn of_sealed(len: u64) -> Result<Self, OpenError> {
        let chunks = len.div_ceil(SEALED_CHUNK as u64);
        let before = chunks.checked_sub(1).ok_or(OpenError::Truncated)? * SEALED_CHUNK as u64;
        let last = (len - before).checked_sub(TAG as u64).ok_or(OpenError::Truncated)?;
        if last == 0 && chunks > 1 {
            return Err(OpenError::Altered);
        }
        Ok(Self { chunks, last: usize::try_from(last).map_err(|_| OpenError::Altered)? })
    }

    pub(crate) fn plain_len(&self) -> u64 {
        (self.chunks - 1) * CHUNK as u64 + self.last as u64
    }

    pub(crate) fn place(&self, index: u64) -> ChunkPlace {
        if index + 1 == self.chunks { ChunkPlace::Last } else { ChunkPlace::Inner }
    }

    /// Sealed bytes of chunk `index`.
    pub(crate) fn sealed_chunk(&self, index: u64) -> usize {
        match self.place(index) {
            ChunkPlace::Inner => SEALED_CHUNK,
            ChunkPlace::Last => self.last + TAG,
        }
    }
}

/// Sealed length of a payload with its nonce.
pub(crate) fn payload_len(plain_len: u64) -> u64 {
    PAYLOAD_NONCE as u64 + plain_len + TAG as u64 * plain_len.div_ceil(CHUNK as u64).max(1)
}

/// Bytes of the header that [`seal_file`](crate::seal_file) writes: a post-quantum stanza, and the object's id.
pub(crate) const OBJECT_HEADER: u64 = 1627 + 44;

/// Length of the object that a document of `plain_len` bytes becomes when it is sealed for a post-quantum recipient.
///
/// An object of another length was cut short or extended.
pub fn sealed_len(plain_len: u64) -> u64 {
    OBJECT_HEADER + payload_len(plain_len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_layout_follows_from_the_length() {
        for plain in [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073, 1 << 40] {
            let layout =
                Layout::of_sealed(payload_len(plain) - PAYLOAD_NONCE as u64).expect("a length that is written");
            assert_eq!(layout.plain_len(), plain);
        }
    }

    #[test]
    fn lengths_that_nothing_is_sealed_to_are_refused() {
        for cut in [0, 1, 15, SEALED_CHUNK as u64 + 1, SEALED_CHUNK as u64 + 15] {
            assert!(matches!(Layout::of_sealed(cut), Err(OpenError::Truncated)), "{cut}");
        }
        assert!(matches!(Layout::of_sealed((SEALED_CHUNK + TAG) as u64), Err(OpenError::Altered)));
    }
}
