//! Keys as lines of text: bech32 (BIP 173) without its limit of 90 characters, as age uses it.

use age_core::primitives::{bech32_decode, bech32_encode, bech32_encode_to_fmt};
use bech32::Hrp;
use zeroize::Zeroizing;

use crate::error::KeyError;
use crate::secret::SecretText;

/// Writes a secret as upper-case bech32. `prefix` is in capitals.
pub(crate) fn encode_secret(prefix: &str, secret: &[u8]) -> SecretText {
    const CHECKSUM: usize = 7;
    // Sized before it is filled, so that no grown copy of the secret stays behind.
    let mut text = Zeroizing::new(String::with_capacity(prefix.len() + 2 * secret.len() + CHECKSUM));
    bech32_encode_to_fmt(&mut *text, Hrp::parse_unchecked(&prefix.to_ascii_lowercase()), secret)
        .expect("writing into memory does not fail");
    text.make_ascii_uppercase();
    SecretText::new(std::mem::take(&mut *text))
}

/// Reads a secret of `N` bytes written by [`encode_secret`], capitals only, as age wants it.
pub(crate) fn decode_secret<const N: usize>(prefix: &str, line: &str) -> Result<Zeroizing<[u8; N]>, KeyError> {
    if !line.starts_with(prefix) {
        return Err(KeyError::NotAKey);
    }
    let bytes = decode(prefix, line)?;
    let mut secret = Zeroizing::new([0; N]);
    if bytes.len() != secret.len() {
        return Err(KeyError::Length);
    }
    secret.copy_from_slice(&bytes);
    Ok(secret)
}

/// Writes public bytes as lower-case bech32.
pub(crate) fn encode(prefix: &str, bytes: &[u8]) -> String {
    bech32_encode(Hrp::parse_unchecked(prefix), bytes)
}

/// Reads bech32 whose prefix is spelled exactly so.
pub(crate) fn decode(prefix: &str, line: &str) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let prefix = Hrp::parse_unchecked(prefix);
    bech32_decode(
        line,
        |_| KeyError::Checksum,
        |found| if found == prefix { Ok(()) } else { Err(KeyError::NotAKey) },
        |_, bytes| {
            // Sized before it is filled, so that no grown copy of a secret stays behind.
            let mut held = Zeroizing::new(Vec::with_capacity(line.len()));
            held.extend(bytes);
            Ok(held)
        },
    )
}
