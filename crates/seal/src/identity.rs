//! The secret half of a recipient: it opens what was sealed for the recipient.

use std::fmt;

use age::Identity as _;
use age_core::format::{FileKey, Stanza};
use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use zeroize::Zeroizing;

use crate::error::{KeyError, OpenError};
use crate::ids::{Randomness, SystemRandomness, fill_random};
use crate::recipient::{PQ_INFO, PQ_TAG, Recipient};
use crate::secret::SecretText;
use crate::{hpke, kem, line};

const PQ_PREFIX: &str = "AGE-SECRET-KEY-PQ-";
const CLASSIC_PREFIX: &str = "AGE-SECRET-KEY-";
const FILE_KEY: usize = 16;
const TAG: usize = 16;

/// An age identity: an officer's, a class's, a dossier's. Opens what was sealed for its [`Recipient`].
pub struct Identity {
    kind: SecretKey,
    recipient: Recipient,
}

enum SecretKey {
    PostQuantum(Box<kem::SecretKey>),
    /// Partners may have one.
    Classic {
        secret: Zeroizing<[u8; 32]>,
        identity: age::x25519::Identity,
    },
}

impl Identity {
    /// A new identity of the post-quantum kind.
    pub fn generate() -> Self {
        Self::generate_from(&SystemRandomness)
    }

    /// As [`generate`](Self::generate), from this source.
    pub fn generate_from(randomness: &dyn Randomness) -> Self {
        let mut seed = Zeroizing::new([0; kem::SEED]);
        randomness.fill(&mut *seed);
        Self::post_quantum(seed)
    }

    /// A new identity of the classic kind (X25519): for a partner whose program knows no other. Officers and classes never
    /// have one.
    ///
    /// # Errors
    /// None that can be met: it reads back what it wrote.
    pub fn generate_classic() -> Result<Self, KeyError> {
        let mut secret = Zeroizing::new([0; 32]);
        fill_random(&mut *secret);
        Self::parse(line::encode_secret(CLASSIC_PREFIX, &*secret).expose_secret())
    }

    /// Reads `AGE-SECRET-KEY-PQ-1…` or, for the classic kind, `AGE-SECRET-KEY-1…`.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        if text.starts_with("AGE-SECRET-KEY-PQ-1") {
            return Ok(Self::post_quantum(line::decode_secret(PQ_PREFIX, text)?));
        }
        let secret = line::decode_secret(CLASSIC_PREFIX, text)?;
        let identity: age::x25519::Identity = text.parse().map_err(|_| KeyError::NotAKey)?;
        let recipient = Recipient::classic(identity.to_public());
        Ok(Self { kind: SecretKey::Classic { secret, identity }, recipient })
    }

    /// Reads the identities of an age identity file: one a line; empty lines and those that begin with `#` are skipped.
    pub fn parse_file(text: &SecretText) -> Result<Vec<Self>, KeyError> {
        let lines = text.expose_secret().lines().map(str::trim_end);
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(Self::parse).collect()
    }

    fn post_quantum(seed: Zeroizing<[u8; kem::SEED]>) -> Self {
        let key = kem::SecretKey::from_seed(seed);
        let recipient = Recipient::post_quantum(key.public());
        Self { kind: SecretKey::PostQuantum(Box::new(key)), recipient }
    }

    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// The line that [`parse`](Self::parse) and stock age read.
    pub fn expose_secret_line(&self) -> SecretText {
        match &self.kind {
            SecretKey::PostQuantum(key) => line::encode_secret(PQ_PREFIX, key.expose_seed()),
            SecretKey::Classic { secret, .. } => line::encode_secret(CLASSIC_PREFIX, &**secret),
        }
    }

    pub(crate) fn expose_secret_bytes(&self) -> &[u8; 32] {
        match &self.kind {
            SecretKey::PostQuantum(key) => key.expose_seed(),
            SecretKey::Classic { secret, .. } => secret,
        }
    }

    /// The file key in a stanza; `None` when the stanza is for somebody else.
    pub(crate) fn unwrap(&self, stanza: &Stanza) -> Result<Option<FileKey>, OpenError> {
        match &self.kind {
            SecretKey::PostQuantum(key) => unwrap_post_quantum(key, stanza),
            SecretKey::Classic { identity, .. } => {
                identity.unwrap_stanza(stanza).transpose().map_err(|_| OpenError::Malformed)
            }
        }
    }
}

fn unwrap_post_quantum(key: &kem::SecretKey, stanza: &Stanza) -> Result<Option<FileKey>, OpenError> {
    if stanza.tag != PQ_TAG {
        return Ok(None);
    }
    let [encapsulation] = stanza.args.as_slice() else { return Err(OpenError::Malformed) };
    let encapsulation = BASE64_STANDARD_NO_PAD.decode(encapsulation).map_err(|_| OpenError::Malformed)?;
    // The length is checked before anything is opened: a longer plaintext could be crafted to open under several keys.
    if stanza.body.len() != FILE_KEY + TAG {
        return Err(OpenError::Malformed);
    }
    match hpke::open(key, PQ_INFO, &encapsulation, &stanza.body) {
        Ok(plain) => Ok(Some(FileKey::init_with_mut(|file_key| file_key.copy_from_slice(&plain)))),
        Err(hpke::Refused::Closed) => Ok(None),
        Err(hpke::Refused::Malformed) => Err(OpenError::Malformed),
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity of {:?}", self.recipient)
    }
}
