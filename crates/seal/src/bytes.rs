//! Small age files in memory: keys for officers, parts for a recipient.

use age_core::format::FileKey;
use zeroize::Zeroizing;

use crate::chunk::{CHUNK, ChunkPlace, Layout, PAYLOAD_NONCE, PayloadKey, SEALED_CHUNK, TAG, payload_len};
use crate::error::{OpenError, SealError};
use crate::header::{self, Header};
use crate::identity::Identity;
use crate::ids::random_bytes;
use crate::recipient::Recipient;
use crate::secret::SecretBytes;

/// Seals bytes for one or several recipients, all post-quantum or all classic, as an age file.
pub fn seal_bytes(to: &[&Recipient], plain: &[u8]) -> Result<Vec<u8>, SealError> {
    check_unmixed(to)?;
    danger_seal_bytes_mixed(to, plain)
}

/// As [`seal_bytes`], but allows post-quantum and classic recipients of one file: it is then only as safe as the classic ones.
pub fn danger_seal_bytes_mixed(to: &[&Recipient], plain: &[u8]) -> Result<Vec<u8>, SealError> {
    let file_key = header::new_file_key();
    let mut sealed = header::seal(to, &file_key)?;
    append_payload(&mut sealed, &file_key, plain);
    Ok(sealed)
}

/// Opens an age file in memory with the first identity that fits.
pub fn open_bytes(with: &[&Identity], sealed: &[u8]) -> Result<SecretBytes, OpenError> {
    let header = Header::parse(sealed.get(..header::CAP).unwrap_or(sealed))?;
    let file_key = header.unwrap(with)?;
    open_payload(&file_key, sealed.get(header.len()..).ok_or(OpenError::Truncated)?)
}

pub(crate) fn check_unmixed(to: &[&Recipient]) -> Result<(), SealError> {
    let (first, rest) = to.split_first().ok_or(SealError::NoRecipient)?;
    let mixed = rest.iter().any(|other| other.is_post_quantum() != first.is_post_quantum());
    if mixed { Err(SealError::MixedRecipients) } else { Ok(()) }
}

/// Appends nonce and sealed chunks.
pub(crate) fn append_payload(sealed: &mut Vec<u8>, file_key: &FileKey, plain: &[u8]) {
    let nonce = random_bytes::<PAYLOAD_NONCE>();
    let key = PayloadKey::new(file_key, &nonce);
    // Sized before it is filled, so that no grown copy of plaintext stays behind.
    sealed.reserve_exact(usize::try_from(payload_len(plain.len() as u64)).unwrap_or_default());
    sealed.extend_from_slice(&nonce);
    let start = sealed.len();
    let count = plain.len().div_ceil(CHUNK).max(1);
    for index in 0..count {
        let at = start + index * SEALED_CHUNK;
        let chunk = plain.get(index * CHUNK..).unwrap_or_default();
        sealed.extend_from_slice(chunk.get(..CHUNK).unwrap_or(chunk));
        sealed.extend_from_slice(&[0; TAG]);
        let place = if index + 1 == count { ChunkPlace::Last } else { ChunkPlace::Inner };
        key.seal(index as u64, place, sealed.get_mut(at..).unwrap_or_default());
    }
}

/// Opens nonce and sealed chunks.
pub(crate) fn open_payload(file_key: &FileKey, payload: &[u8]) -> Result<SecretBytes, OpenError> {
    let (nonce, chunks) = payload.split_at_checked(PAYLOAD_NONCE).ok_or(OpenError::Truncated)?;
    let key = PayloadKey::new(file_key, nonce);
    let layout = Layout::of_sealed(chunks.len() as u64)?;
    let mut plain = Vec::with_capacity(usize::try_from(layout.plain_len()).map_err(|_| OpenError::Altered)?);
    let mut slot = Zeroizing::new(Vec::with_capacity(SEALED_CHUNK));
    for (index, chunk) in (0_u64..).zip(chunks.chunks(SEALED_CHUNK)) {
        slot.clear();
        slot.extend_from_slice(chunk);
        let Some(opened) = key.open(index, layout.place(index), &mut slot) else {
            drop(SecretBytes::new(plain));
            return Err(why_closed(&key, &layout, index, chunk));
        };
        plain.extend_from_slice(opened);
    }
    Ok(SecretBytes::new(plain))
}

/// Tells a file that was cut between two chunks from one that was altered.
pub(crate) fn why_closed(key: &PayloadKey, layout: &Layout, index: u64, sealed: &[u8]) -> OpenError {
    let full = layout.place(index) == ChunkPlace::Last && sealed.len() == SEALED_CHUNK;
    let mut slot = Zeroizing::new(sealed.to_vec());
    if full && key.open(index, ChunkPlace::Inner, &mut slot).is_some() {
        OpenError::Truncated
    } else {
        OpenError::Altered
    }
}
