//! Ed25519 in the log: one signature or many in one equation, by the rules of [ZIP 215].
//!
//! RFC 8032 leaves open what is right at the edges: points of small order, points written in another way than the usual.
//! Programs differ there, and one equation for many signatures accepts some that each alone is refused. ZIP 215 decides
//! each of these cases, and in the same way alone and among others, so no two readers of a log disagree about an entry:
//!
//! - key and `R` are points of the curve, in any encoding; `S` is below the order of the group;
//! - `[8][S]B = [8]R + [8][k]A`.
//!
//! Whatever RFC 8032 says is right is right by these rules as well. Keys are looked at more strictly: see [`LogKey`].
//!
//! [ZIP 215]: https://zips.z.cash/zip-0215

use curve25519_dalek::edwards::CompressedEdwardsY;
use ed25519_zebra::{Signature, VerificationKey};

use crate::error::{KeyError, SignatureError};

/// The Ed25519 key of an author of a log.
pub(crate) struct LogKey(pub VerificationKey);

impl LogKey {
    /// Refuses what is no point, a point of small order (under it, signatures hold for any message), and a point that is not
    /// written in the usual way (one key would have two names).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let written = CompressedEdwardsY::from_slice(bytes).map_err(|_| KeyError::Length)?;
        let point = written.decompress().ok_or(KeyError::Weak)?;
        if point.is_small_order() || point.compress() != written {
            return Err(KeyError::Weak);
        }
        VerificationKey::try_from(bytes).map(Self).map_err(|_| KeyError::Weak)
    }

    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
        self.0.verify(&parse(signature)?, message).map_err(|_| SignatureError::Ed25519)
    }
}

pub(crate) fn parse(signature: &[u8]) -> Result<Signature, SignatureError> {
    Signature::from_slice(signature).map_err(|_| SignatureError::Length)
}

#[cfg(test)]
mod tests {
    use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
    use curve25519_dalek::edwards::EdwardsPoint;
    use curve25519_dalek::scalar::Scalar;
    use curve25519_dalek::traits::IsIdentity as _;
    use proptest::prelude::*;
    use sha2::{Digest as _, Sha512};

    use super::*;
    use ed25519_zebra::{VerificationKeyBytes, batch};
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng as _;

    use crate::{Signer, VerifyingKey};

    /// The order of the group, little-endian.
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];

    fn challenge(r: &[u8], key: &[u8], message: &[u8]) -> Scalar {
        let hash = Sha512::new().chain_update(r).chain_update(key).chain_update(message);
        Scalar::from_bytes_mod_order_wide(&hash.finalize().into())
    }

    /// The equation as ZIP 215 has it, and the one without the cofactor that other programs use.
    fn holds(key: &[u8], message: &[u8], signature: &[u8]) -> (bool, bool) {
        let point = |bytes: &[u8]| CompressedEdwardsY::from_slice(bytes).ok()?.decompress();
        let (r, s) = signature.split_at(32);
        let s = Option::<Scalar>::from(Scalar::from_canonical_bytes(s.try_into().expect("the second half")));
        let (Some(a), Some(big_r), Some(s)) = (point(key), point(r), s) else { return (false, false) };
        let left_over = s * ED25519_BASEPOINT_POINT - big_r - challenge(r, key, message) * a;
        (left_over.mul_by_cofactor().is_identity(), left_over.is_identity())
    }

    /// What the library says of one signature, alone and in a batch.
    fn says(key: &[u8], message: &[u8], signature: &[u8]) -> (bool, bool) {
        let signature = Signature::from_slice(signature).expect("64 bytes");
        let bytes = VerificationKeyBytes::try_from(key).expect("32 bytes");
        let alone = VerificationKey::try_from(bytes).and_then(|key| key.verify(&signature, message)).is_ok();
        let mut batch = batch::Verifier::new();
        batch.queue((bytes, signature, message));
        (alone, batch.verify(ChaCha20Rng::from_seed([7; 32])).is_ok())
    }

    /// The 14 encodings of the eight points of small order: the usual ones, and those with `x = 0` and a sign, or with
    /// `y + p` for `y`.
    fn small_order() -> Vec<[u8; 32]> {
        let mut all: Vec<[u8; 32]> = EIGHT_TORSION.iter().map(|point| point.compress().to_bytes()).collect();
        let top = |mut bytes: [u8; 32], bit: u8| {
            bytes[31] |= bit;
            bytes
        };
        let mut one = [0; 32];
        one[0] = 1;
        let mut minus_one = [0xff; 32];
        (minus_one[0], minus_one[31]) = (0xec, 0x7f);
        let mut p = minus_one;
        p[0] = 0xed;
        let mut p_and_one = minus_one;
        p_and_one[0] = 0xee;
        all.extend([top(one, 0x80), top(minus_one, 0x80), p, top(p, 0x80), p_and_one, top(p_and_one, 0x80)]);
        all
    }

    /// The table of ZIP 215: every signature with `S = 0` whose key and `R` are of small order is right, in each encoding.
    #[test]
    fn the_edge_cases_of_zip_215_are_right_alone_and_in_a_batch() {
        let encodings = small_order();
        assert_eq!(encodings.len(), 14);
        let mut without_cofactor = 0;
        for key in &encodings {
            for r in &encodings {
                let signature = [*r, [0; 32]].concat();
                let (zip_215, other) = holds(key, b"Zcash", &signature);
                assert!(zip_215, "key {key:02x?}, R {r:02x?}");
                without_cofactor += usize::from(other);
                assert_eq!(says(key, b"Zcash", &signature), (true, true), "key {key:02x?}, R {r:02x?}");
            }
        }
        assert!((1..100).contains(&without_cofactor), "there programs differ: {without_cofactor} of 196");
    }

    #[test]
    fn no_author_of_a_log_has_a_key_of_small_order_or_one_written_in_another_way() {
        let signer = Signer::generate();
        for key in small_order() {
            assert_eq!(LogKey::from_bytes(&key).err(), Some(KeyError::Weak), "{key:02x?}");
            let (_, rest) = signer.verifying_key().as_bytes().split_at(32);
            let whole = [key.as_slice(), rest].concat();
            assert_eq!(VerifyingKey::from_bytes(&whole).err(), Some(KeyError::Weak), "{key:02x?}");
        }
        // y = 2 is no point; y + p for y = 3, which is one, is another way to write it.
        let mut none = [0; 32];
        none[0] = 2;
        assert_eq!(LogKey::from_bytes(&none).err(), Some(KeyError::Weak));
        let (mut three, mut p_and_three) = ([0; 32], [0xff; 32]);
        three[0] = 3;
        (p_and_three[0], p_and_three[31]) = (0xf0, 0x7f);
        assert!(LogKey::from_bytes(&three).is_ok());
        assert_eq!(LogKey::from_bytes(&p_and_three).err(), Some(KeyError::Weak));
    }

    /// A key with `a` as its secret and a part of small order, and a signature of its owner's whose `R` has one as well.
    fn signed(a: Scalar, r: Scalar, torsion: (usize, usize), message: &[u8]) -> ([u8; 32], Vec<u8>) {
        let part = |at: usize| EIGHT_TORSION.get(at).copied().expect("one of eight");
        let mixed = |secret: Scalar, at: usize| -> EdwardsPoint { secret * ED25519_BASEPOINT_POINT + part(at) };
        let key = mixed(a, torsion.0).compress().to_bytes();
        let big_r = mixed(r, torsion.1).compress().to_bytes();
        let s = r + challenge(&big_r, &key, message) * a;
        (key, [big_r, s.to_bytes()].concat())
    }

    #[test]
    fn a_part_of_small_order_changes_nothing_and_a_greater_s_is_wrong() {
        let (a, r) = (Scalar::from(1234u32), Scalar::from(99u32));
        let mut differ = 0;
        for torsion in (0..8).flat_map(|a| (0..8).map(move |r| (a, r))) {
            let (key, signature) = signed(a, r, torsion, b"message");
            let (zip_215, other) = holds(&key, b"message", &signature);
            differ += usize::from(zip_215 != other);
            assert_eq!((zip_215, says(&key, b"message", &signature)), (true, (true, true)), "{torsion:?}");
            assert_eq!(says(&key, b"another", &signature), (false, false), "{torsion:?}");
            // The same number, written as S plus the order of the group.
            let mut greater = signature.clone();
            let mut carry = 0u16;
            for (byte, order) in greater.iter_mut().skip(32).zip(ORDER) {
                carry += u16::from(*byte) + u16::from(order);
                *byte = carry as u8;
                carry >>= 8;
            }
            assert_eq!(says(&key, b"message", &greater), (false, false), "{torsion:?}");
        }
        assert!(differ > 0, "one equation without the cofactor would have refused some");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Many are right together if and only if each is right alone, and each alone is right as the rule says.
        #[test]
        fn a_batch_says_what_each_alone_says(
            cases in prop::collection::vec(
                (1u64..50, 1u64.., (0usize..8, 0usize..8), any::<[u8; 8]>(), prop::option::weighted(0.1, 0usize..512)), 1..40
            ),
        ) {
            let mut all = batch::Verifier::new();
            let mut right = true;
            for (a, r, torsion, message, flip) in cases {
                let (key, mut signature) = signed(Scalar::from(a), Scalar::from(r), torsion, &message);
                if let Some(bit) = flip {
                    signature.iter_mut().skip(bit / 8).take(1).for_each(|byte| *byte ^= 1 << (bit % 8));
                }
                let (alone, in_a_batch) = says(&key, &message, &signature);
                prop_assert_eq!(alone, in_a_batch);
                prop_assert_eq!(alone, holds(&key, &message, &signature).0);
                right &= alone;
                let signature = Signature::from_slice(&signature).expect("64 bytes");
                all.queue((VerificationKeyBytes::from(key), signature, &message));
            }
            prop_assert_eq!(all.verify(ChaCha20Rng::from_seed([3; 32])).is_ok(), right);
        }
    }
}
