//! MLKEM768-X25519: the hybrid KEM of `age1pq…`, known as X-Wing.
//!
//! Sources: draft-connolly-cfrg-xwing-kem and draft-irtf-cfrg-hybrid-kems for the combiner, FIPS 203 for ML-KEM-768, RFC
//! 7748 for X25519. The shared secret is safe as long as one of the two is.

use std::ops::IndexMut;

use libcrux_ml_kem::mlkem768::{
    self, MlKem768Ciphertext, MlKem768PrivateKey, MlKem768PublicKey, decapsulate, encapsulate, validate_public_key,
};
use sha3::digest::{ExtendableOutput, Update, XofReader};
use sha3::{Digest, Sha3_256, Shake256};
use x25519_dalek::{PublicKey as X25519Public, StaticSecret};
use zeroize::{Zeroize, Zeroizing};

use crate::error::KeyError;
use crate::ids::fill_random;

pub(crate) const SEED: usize = 32;

const X25519: usize = 32;
const ML_KEM_PUBLIC: usize = 1184;
/// Length of a public key, in bytes.
pub(crate) const PUBLIC: usize = ML_KEM_PUBLIC + X25519;
const ML_KEM_CIPHERTEXT: usize = 1088;
const LABEL: &[u8] = br"\.//^\";

pub(crate) type SharedSecret = Zeroizing<[u8; 32]>;

/// The public half. INVARIANT: sealing to it contributes (its vector is in range, its point is not of low order).
#[derive(Clone)]
pub(crate) struct PublicKey {
    ml_kem: MlKem768PublicKey,
    x25519: X25519Public,
}

impl PublicKey {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, KeyError> {
        let (ml_kem, x25519) = bytes.split_at_checked(ML_KEM_PUBLIC).ok_or(KeyError::Length)?;
        let ml_kem = MlKem768PublicKey::try_from(ml_kem).map_err(|_| KeyError::Length)?;
        let x25519 = parse_point(x25519)?;
        if validate_public_key(&ml_kem) { Ok(Self { ml_kem, x25519 }) } else { Err(KeyError::Weak) }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        [self.ml_kem.as_slice().as_slice(), self.x25519.as_bytes()].concat()
    }

    /// A fresh shared secret, and its encapsulation for the person who holds the secret key.
    pub(crate) fn encapsulate(&self) -> (Vec<u8>, SharedSecret) {
        let mut seed = Zeroizing::new([0; 2 * SEED]);
        fill_random(&mut *seed);
        self.encapsulate_from(&seed)
    }

    fn encapsulate_from(&self, seed: &[u8; 2 * SEED]) -> (Vec<u8>, SharedSecret) {
        let (ml_kem_seed, ephemeral) = halves(seed);
        let (ml_kem, ml_kem_secret) = encapsulate(&self.ml_kem, *ml_kem_seed);
        let ml_kem_secret = Zeroizing::new(ml_kem_secret);
        let ephemeral = StaticSecret::from(*ephemeral);
        let share = X25519Public::from(&ephemeral);
        let x25519_secret = ephemeral.diffie_hellman(&self.x25519);
        let shared = combine(&*ml_kem_secret, x25519_secret.as_bytes(), &share, &self.x25519);
        ([ml_kem.as_slice().as_slice(), share.as_bytes()].concat(), shared)
    }
}

/// The secret half, expanded from its seed.
pub(crate) struct SecretKey {
    seed: Zeroizing<[u8; SEED]>,
    ml_kem: Box<MlKem768PrivateKey>,
    x25519: StaticSecret,
    public: PublicKey,
}

impl SecretKey {
    pub(crate) fn from_seed(seed: Zeroizing<[u8; SEED]>) -> Self {
        let mut ml_kem_seed = Zeroizing::new([0; 2 * SEED]);
        let mut scalar = Zeroizing::new([0; X25519]);
        let mut expanded = Shake256::default().chain(*seed).finalize_xof();
        expanded.read(&mut *ml_kem_seed);
        expanded.read(&mut *scalar);
        let (ml_kem, ml_kem_public) = mlkem768::generate_key_pair(*ml_kem_seed).into_parts();
        let x25519 = StaticSecret::from(*scalar);
        let public = PublicKey { ml_kem: ml_kem_public, x25519: X25519Public::from(&x25519) };
        Self { seed, ml_kem: Box::new(ml_kem), x25519, public }
    }

    pub(crate) fn public(&self) -> &PublicKey {
        &self.public
    }

    pub(crate) fn expose_seed(&self) -> &[u8; SEED] {
        &self.seed
    }

    /// The shared secret, or nothing when the encapsulation has the wrong length or does not contribute.
    ///
    /// An encapsulation for somebody else gives a secret that opens nothing, as FIPS 203 wants it.
    pub(crate) fn decapsulate(&self, ciphertext: &[u8]) -> Option<SharedSecret> {
        let (ml_kem, share) = ciphertext.split_at_checked(ML_KEM_CIPHERTEXT)?;
        let share = X25519Public::from(<[u8; X25519]>::try_from(share).ok()?);
        let x25519_secret = self.x25519.diffie_hellman(&share);
        if !x25519_secret.was_contributory() {
            return None;
        }
        let ml_kem_secret = Zeroizing::new(decapsulate(&self.ml_kem, &MlKem768Ciphertext::try_from(ml_kem).ok()?));
        Some(combine(&*ml_kem_secret, x25519_secret.as_bytes(), &share, &self.public.x25519))
    }
}

impl Drop for SecretKey {
    fn drop(&mut self) {
        self.ml_kem.index_mut(0..).zeroize();
    }
}

/// Reads a point of Curve25519 that contributes to a shared secret.
pub(crate) fn parse_point(bytes: &[u8]) -> Result<X25519Public, KeyError> {
    let point = X25519Public::from(<[u8; X25519]>::try_from(bytes).map_err(|_| KeyError::Length)?);
    // Every scalar is a multiple of the cofactor once clamped, so any one shows a point of low order.
    let contributes = StaticSecret::from([9; X25519]).diffie_hellman(&point).was_contributory();
    if contributes { Ok(point) } else { Err(KeyError::Weak) }
}

fn combine(ml_kem: &[u8], x25519: &[u8], share: &X25519Public, recipient: &X25519Public) -> SharedSecret {
    let mut hash = Sha3_256::new();
    for input in [ml_kem, x25519, share.as_bytes(), recipient.as_bytes(), LABEL] {
        Digest::update(&mut hash, input);
    }
    let mut shared = Zeroizing::new([0; 32]);
    hash.finalize_into((&mut *shared).into());
    shared
}

fn halves(seed: &[u8; 2 * SEED]) -> (&[u8; SEED], &[u8; SEED]) {
    let (first, rest) = seed.split_first_chunk().expect("64 bytes hold 32");
    (first, rest.first_chunk().expect("64 bytes hold twice 32"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex<const N: usize>(text: &str) -> [u8; N] {
        let digit = |at: usize| text.get(2 * at..2 * at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        std::array::from_fn(|at| digit(at).expect("hexadecimal"))
    }

    /// draft-connolly-cfrg-xwing-kem, first test vector.
    #[test]
    fn the_first_vector_of_the_draft_holds() {
        let seed = hex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
        let eseed = hex(concat!(
            "3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e2",
            "35b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2"
        ));
        let key = SecretKey::from_seed(Zeroizing::new(seed));
        let (ciphertext, shared) = key.public().encapsulate_from(&eseed);
        assert_eq!(*shared, hex("d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384"));
        assert_eq!(key.decapsulate(&ciphertext).expect("its own"), shared);
    }

    #[test]
    fn an_encapsulation_of_low_order_gives_no_secret() {
        let key = SecretKey::from_seed(Zeroizing::new([7; SEED]));
        let (mut ciphertext, _) = key.public().encapsulate();
        for point in [[0; 32], {
            let mut one = [0; 32];
            one[0] = 1;
            one
        }] {
            ciphertext.truncate(ML_KEM_CIPHERTEXT);
            ciphertext.extend_from_slice(&point);
            assert!(key.decapsulate(&ciphertext).is_none());
        }
        assert!(key.decapsulate(&[]).is_none());
    }

    #[test]
    fn a_public_key_that_does_not_protect_is_refused() {
        let good = SecretKey::from_seed(Zeroizing::new([7; SEED])).public().to_bytes();
        assert_eq!(PublicKey::parse(&good).map(|key| key.to_bytes()), Ok(good.clone()));
        let (vector, point) = good.split_at(ML_KEM_PUBLIC);
        assert_eq!(PublicKey::parse(&[vector, &[0; 32]].concat()).err(), Some(KeyError::Weak));
        assert_eq!(PublicKey::parse(&[&[0xFF; ML_KEM_PUBLIC], point].concat()).err(), Some(KeyError::Weak));
        assert_eq!(PublicKey::parse(vector).err(), Some(KeyError::Length));
    }
}
