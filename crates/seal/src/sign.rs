//! Signatures: Ed25519 for every entry, and also ML-DSA-65 (FIPS 204) where more weight is required.
//!
//! The message is signed as it is, without prefix or context, so that stock tools can verify each signature alone. Code
//! that signs messages of several kinds with one key must ensure that no message of one kind can be taken for another.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use aws_lc_rs::signature::{
    ED25519, Ed25519KeyPair, KeyPair, ML_DSA_65, ML_DSA_65_SIGNING, ParsedPublicKey, PqdsaKeyPair, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::error::{KeyError, SignatureError};
use crate::ids::{Randomness, SystemRandomness, hex, sha256};
use crate::secret::SecretBytes;
use crate::zip215::LogKey;

const SEED: usize = 32;
const ED25519_KEY: usize = 32;
const ED25519_SIGNATURE: usize = 64;
const ML_DSA_KEY: usize = 1952;
const ML_DSA_SIGNATURE: usize = 3309;

/// How much a signature must carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Ed25519: 64 bytes.
    Single,
    /// Ed25519 and ML-DSA-65, both required: 3373 bytes.
    Dual,
}

/// An officer's signing key: an Ed25519 and an ML-DSA-65 key pair.
pub struct Signer {
    seeds: Zeroizing<[u8; Self::SEEDS]>,
    ed25519: Ed25519KeyPair,
    ml_dsa: PqdsaKeyPair,
    public: VerifyingKey,
}

impl Signer {
    /// Bytes of the two seeds together.
    pub const SEEDS: usize = 2 * SEED;

    pub fn generate() -> Self {
        Self::generate_from(&SystemRandomness)
    }

    /// As [`generate`](Self::generate), from this source.
    pub fn generate_from(randomness: &dyn Randomness) -> Self {
        let mut seeds = Zeroizing::new([0; Self::SEEDS]);
        randomness.fill(&mut *seeds);
        Self::build(seeds).expect("random seeds are seeds")
    }

    /// From the Ed25519 seed followed by the ML-DSA-65 seed, as [`expose_seeds`](Self::expose_seeds) gives them.
    pub fn from_seeds(seeds: &[u8]) -> Result<Self, KeyError> {
        let mut held = Zeroizing::new([0; Self::SEEDS]);
        if seeds.len() != held.len() {
            return Err(KeyError::Length);
        }
        held.copy_from_slice(seeds);
        Self::build(held)
    }

    fn build(seeds: Zeroizing<[u8; Self::SEEDS]>) -> Result<Self, KeyError> {
        let (first, second) = seeds.split_at(SEED);
        let ed25519 = Ed25519KeyPair::from_seed_unchecked(first).map_err(|_| KeyError::Weak)?;
        let ml_dsa = PqdsaKeyPair::from_seed(&ML_DSA_65_SIGNING, second).map_err(|_| KeyError::Weak)?;
        let mut public = Vec::with_capacity(VerifyingKey::BYTES);
        public.extend_from_slice(ed25519.public_key().as_ref());
        public.extend_from_slice(ml_dsa.public_key().as_ref());
        let public = VerifyingKey::from_bytes(&public)?;
        Ok(Self { seeds, ed25519, ml_dsa, public })
    }

    /// The two seeds: for the identity file, and for nothing else.
    pub fn expose_seeds(&self) -> SecretBytes {
        SecretBytes::new(self.seeds.to_vec())
    }

    pub fn key_id(&self) -> KeyId {
        self.public.key_id()
    }

    pub fn verifying_key(&self) -> &VerifyingKey {
        &self.public
    }

    /// Signs the message. ML-DSA-65 is randomized: two signatures of one message differ.
    ///
    /// # Panics
    ///
    /// When the operating system gives no randomness.
    pub fn sign(&self, weight: Weight, message: &[u8]) -> Signatures {
        let mut bytes = Vec::with_capacity(ED25519_SIGNATURE + ML_DSA_SIGNATURE);
        bytes.extend_from_slice(self.ed25519.sign(message).as_ref());
        match weight {
            Weight::Single => {}
            Weight::Dual => {
                let mut signature = [0; ML_DSA_SIGNATURE];
                self.ml_dsa.sign(message, &mut signature).expect("a valid key and a buffer of the right size sign");
                bytes.extend_from_slice(&signature);
            }
        }
        Signatures(bytes)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.key_id())
    }
}

/// The public half of a [`Signer`]. Cheap to clone.
#[derive(Clone, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct VerifyingKey(Arc<Verifying>);

struct Verifying {
    bytes: Vec<u8>,
    id: KeyId,
    ed25519: ParsedPublicKey,
    in_log: LogKey,
    ml_dsa: ParsedPublicKey,
}

impl VerifyingKey {
    /// Length of a verifying key: Ed25519 (32 bytes) followed by ML-DSA-65 (1952 bytes).
    pub const BYTES: usize = ED25519_KEY + ML_DSA_KEY;

    /// # Errors
    /// [`KeyError::Length`]; [`KeyError::Weak`] for what is no key, or one under which signatures prove nothing.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        if bytes.len() != Self::BYTES {
            return Err(KeyError::Length);
        }
        let (first, second) = bytes.split_at(ED25519_KEY);
        let in_log = LogKey::from_bytes(first)?;
        let ed25519 = UnparsedPublicKey::new(&ED25519, first).parse().map_err(|_| KeyError::Weak)?;
        let ml_dsa = UnparsedPublicKey::new(&ML_DSA_65, second).parse().map_err(|_| KeyError::Weak)?;
        Ok(Self(Arc::new(Verifying { id: KeyId::of(bytes), bytes: bytes.to_vec(), ed25519, in_log, ml_dsa })))
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.bytes.clone()
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    pub fn key_id(&self) -> KeyId {
        self.0.id
    }

    /// Checks that the message carries exactly the signatures that the weight asks for, each one right: Ed25519 as stock
    /// programs check it. For what others verify as well: checkpoints and packages.
    ///
    /// A `Dual` without its ML-DSA-65 signature fails, and so does a `Single` with one too many.
    pub fn verify(&self, weight: Weight, message: &[u8], signatures: &Signatures) -> Result<(), SignatureError> {
        self.0.ed25519.verify_sig(message, signatures.ed25519()).map_err(|_| SignatureError::Ed25519)?;
        self.verify_ml_dsa(weight, message, signatures)
    }

    /// As [`verify`](Self::verify), by the rules of ZIP 215: for entries of a log, which may be checked alone or in a
    /// [`Batch`](crate::Batch), and must be right or wrong in both.
    pub fn verify_in_log(&self, weight: Weight, message: &[u8], signatures: &Signatures) -> Result<(), SignatureError> {
        self.0.in_log.verify(message, signatures.ed25519())?;
        self.verify_ml_dsa(weight, message, signatures)
    }

    /// Whether there is an ML-DSA-65 signature where the weight asks for one, and it is right.
    pub(crate) fn verify_ml_dsa(
        &self,
        weight: Weight,
        message: &[u8],
        signatures: &Signatures,
    ) -> Result<(), SignatureError> {
        match (weight, signatures.ml_dsa_65()) {
            (Weight::Single, None) => Ok(()),
            (Weight::Single, Some(_)) => Err(SignatureError::PostQuantumUnexpected),
            (Weight::Dual, None) => Err(SignatureError::PostQuantumMissing),
            (Weight::Dual, Some(signature)) => {
                self.0.ml_dsa.verify_sig(message, signature).map_err(|_| SignatureError::MlDsa)
            }
        }
    }

    pub(crate) fn log_key(&self) -> &LogKey {
        &self.0.in_log
    }
}

/// As one base64 text.
impl From<VerifyingKey> for String {
    fn from(key: VerifyingKey) -> Self {
        BASE64_STANDARD.encode(key.as_bytes())
    }
}

impl TryFrom<String> for VerifyingKey {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        let bytes = BASE64_STANDARD.decode(text).map_err(|_| KeyError::Length)?;
        Self::from_bytes(&bytes)
    }
}

impl PartialEq for VerifyingKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes == other.0.bytes
    }
}

impl Eq for VerifyingKey {}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({})", self.key_id())
    }
}

/// The signatures of one message by one signer: Ed25519, and ML-DSA-65 after it if there is one.
///
/// INVARIANT: the length is 64 bytes or 64 + 3309.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Signatures(Vec<u8>);

impl Signatures {
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SignatureError> {
        match bytes.len() {
            ED25519_SIGNATURE => Ok(Self(bytes.to_vec())),
            length if length == ED25519_SIGNATURE + ML_DSA_SIGNATURE => Ok(Self(bytes.to_vec())),
            _ => Err(SignatureError::Length),
        }
    }

    /// From the two signatures apart, as a checkpoint note carries them.
    pub fn from_parts(ed25519: &[u8], ml_dsa_65: Option<&[u8]>) -> Result<Self, SignatureError> {
        let expected = ml_dsa_65.map_or(0, |_| ML_DSA_SIGNATURE);
        let ml_dsa_65 = ml_dsa_65.unwrap_or_default();
        if ed25519.len() != ED25519_SIGNATURE || ml_dsa_65.len() != expected {
            return Err(SignatureError::Length);
        }
        Ok(Self([ed25519, ml_dsa_65].concat()))
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.clone()
    }

    /// The Ed25519 signature (RFC 8032): 64 bytes.
    pub fn ed25519(&self) -> &[u8] {
        self.0.get(..ED25519_SIGNATURE).unwrap_or_default()
    }

    /// The ML-DSA-65 signature (FIPS 204, empty context): 3309 bytes.
    pub fn ml_dsa_65(&self) -> Option<&[u8]> {
        self.0.get(ED25519_SIGNATURE..).filter(|rest| !rest.is_empty())
    }
}

/// As one base64 text.
impl From<Signatures> for String {
    fn from(signatures: Signatures) -> Self {
        BASE64_STANDARD.encode(&signatures.0)
    }
}

impl TryFrom<String> for Signatures {
    type Error = SignatureError;

    fn try_from(text: String) -> Result<Self, SignatureError> {
        let bytes = BASE64_STANDARD.decode(text).map_err(|_| SignatureError::Length)?;
        Self::from_bytes(&bytes)
    }
}

impl fmt::Debug for Signatures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signatures({} bytes)", self.0.len())
    }
}

/// Names a verifying key: the first 16 bytes of the SHA-256 of its bytes, written as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct KeyId([u8; 16]);

impl KeyId {
    fn of(verifying_key: &[u8]) -> Self {
        let mut id = [0; 16];
        id.iter_mut().zip(sha256(verifying_key)).for_each(|(to, from)| *to = from);
        Self(id)
    }

    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    pub const fn to_bytes(self) -> [u8; 16] {
        self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

impl FromStr for KeyId {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        if text.len() != 32 || !text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(KeyError::NotAKey);
        }
        u128::from_str_radix(text, 16).map(|id| Self(id.to_be_bytes())).map_err(|_| KeyError::NotAKey)
    }
}

impl TryFrom<String> for KeyId {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<KeyId> for String {
    fn from(id: KeyId) -> Self {
        id.to_string()
    }
}
