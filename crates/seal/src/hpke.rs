//! HPKE in base mode, single shot (RFC 9180, sections 5.1 and 6.1), for the one suite that age uses:
//! MLKEM768-X25519 (0x647a), HKDF-SHA256 (0x0001), ChaCha20Poly1305 (0x0003), empty `aad`.

use aws_lc_rs::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::kem::{PublicKey, SecretKey, SharedSecret};

const SUITE: &[u8; 10] = b"HPKE\x64\x7a\x00\x01\x00\x03";
const MODE_BASE: u8 = 0;
const TAG: usize = 16;

/// The encapsulation, and the sealed plaintext with its tag.
pub(crate) fn seal(to: &PublicKey, info: &[u8], plain: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (encapsulation, shared) = to.encapsulate();
    let (key, nonce) = key_schedule(&shared, info);
    let mut sealed = Vec::with_capacity(plain.len() + TAG);
    sealed.extend_from_slice(plain);
    let tag = key
        .seal_in_place_separate_tag(nonce, Aad::empty(), &mut sealed)
        .expect("a file key is shorter than the cipher's 256 GiB");
    sealed.extend_from_slice(tag.as_ref());
    (encapsulation, sealed)
}

pub(crate) enum Refused {
    /// The encapsulation is none.
    Malformed,
    /// It is for somebody else, or was altered.
    Closed,
}

pub(crate) fn open(
    with: &SecretKey,
    info: &[u8],
    encapsulation: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Refused> {
    let shared = with.decapsulate(encapsulation).ok_or(Refused::Malformed)?;
    let (key, nonce) = key_schedule(&shared, info);
    let (body, tag) = sealed.split_at_checked(sealed.len().saturating_sub(TAG)).ok_or(Refused::Malformed)?;
    let mut plain = Zeroizing::new(body.to_vec());
    key.open_in_place_separate_tag(nonce, Aad::empty(), tag, &mut plain).map_err(|_| Refused::Closed)?;
    Ok(plain)
}

fn key_schedule(shared: &SharedSecret, info: &[u8]) -> (LessSafeKey, Nonce) {
    let (psk_id_hash, _) = labeled_extract(&[], b"psk_id_hash", &[]);
    let (info_hash, _) = labeled_extract(&[], b"info_hash", info);
    let context = [[MODE_BASE].as_slice(), &psk_id_hash, &info_hash].concat();
    let (_, secret) = labeled_extract(&**shared, b"secret", &[]);
    let mut key = Zeroizing::new([0; 32]);
    labeled_expand(&secret, b"key", &context, &mut *key);
    let mut nonce = [0; 12];
    labeled_expand(&secret, b"base_nonce", &context, &mut nonce);
    let key = UnboundKey::new(&CHACHA20_POLY1305, &*key).expect("a key of 32 bytes is a ChaCha20-Poly1305 key");
    (LessSafeKey::new(key), Nonce::assume_unique_for_key(nonce))
}

fn labeled_extract(salt: &[u8], label: &[u8], ikm: &[u8]) -> ([u8; 32], Hkdf<Sha256>) {
    let (prk, expander) = Hkdf::<Sha256>::extract(Some(salt), &[b"HPKE-v1", SUITE.as_slice(), label, ikm].concat());
    (prk.into(), expander)
}

fn labeled_expand(secret: &Hkdf<Sha256>, label: &[u8], info: &[u8], out: &mut [u8]) {
    let length = u16::try_from(out.len()).expect("no more than 32 bytes are asked").to_be_bytes();
    secret
        .expand(&[&length, b"HPKE-v1".as_slice(), SUITE, label, info].concat(), out)
        .expect("no more than 32 bytes are asked");
}
