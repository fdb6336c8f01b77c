//! Many signatures of a log in one equation.

use ed25519_zebra::{VerificationKeyBytes, batch};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;

use crate::error::SignatureError;
use crate::ids::random_bytes;
use crate::sign::{Signatures, VerifyingKey, Weight};
use crate::zip215::parse;

/// Signed messages that are checked in one equation: whether all of them hold. It takes a third of the time that each alone
/// takes, less where few authors signed many.
#[derive(Default)]
pub struct Batch(batch::Verifier);

impl Batch {
    /// Adds a message. Its ML-DSA-65 signature is checked at once.
    ///
    /// # Errors
    /// As [`VerifyingKey::verify_in_log`], but for a wrong Ed25519 signature.
    pub fn add(
        &mut self,
        key: &VerifyingKey,
        weight: Weight,
        message: &[u8],
        signatures: &Signatures,
    ) -> Result<(), SignatureError> {
        key.verify_ml_dsa(weight, message, signatures)?;
        let signature = parse(signatures.ed25519())?;
        self.0.queue((VerificationKeyBytes::from(key.log_key().0), signature, message));
        Ok(())
    }

    /// # Errors
    /// [`SignatureError::Ed25519`]: of one of them at least, [`VerifyingKey::verify_in_log`] says the same.
    ///
    /// # Panics
    ///
    /// When the operating system gives no randomness: without it, wrong signatures could be made that are right together.
    pub fn verify(self) -> Result<(), SignatureError> {
        self.0.verify(ChaCha20Rng::from_seed(random_bytes())).map_err(|_| SignatureError::Ed25519)
    }
}
