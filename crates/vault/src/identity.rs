//! An officer's identity at rest: a stock age file under a passphrase.
//!
//! Inside: a comment with the name, the age identity, and the two signing seeds in a comment that `age` passes over.

use std::fs;
use std::io;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seal::{Identity, Passphrase, SecretText, Signer, UnlockError, WorkFactor, lock_identity, unlock_identity};
use zeroize::Zeroizing;

use crate::{Error, OfficerId};

const SIGNING: &str = "# zegel-signing-key: ";
/// The largest identity file that is looked at, in bytes.
const MAX: u64 = 64 << 10;
/// The shortest passphrase that is taken, in characters.
const SHORTEST: usize = 8;

/// An officer's two secrets.
pub(crate) struct Pair {
    pub identity: Identity,
    pub signer: Signer,
}

impl Pair {
    pub fn generate() -> Pair {
        Pair { identity: Identity::generate(), signer: Signer::generate() }
    }

    fn text(&self, officer: &OfficerId) -> SecretText {
        let line = self.identity.expose_secret_line();
        let seeds = self.signer.expose_seeds();
        let mut coded = Zeroizing::new(String::with_capacity(128));
        STANDARD.encode_string(seeds.expose_secret(), &mut coded);
        let mut text = String::with_capacity(256 + line.expose_secret().len());
        for piece in ["# Zegel identity of ", officer.as_str(), "\n", line.expose_secret(), "\n", SIGNING, &coded, "\n"]
        {
            text.push_str(piece);
        }
        SecretText::new(text)
    }

    fn read(text: &SecretText) -> Option<Pair> {
        let identities = Identity::parse_file(text).ok()?;
        let seeds = text.expose_secret().lines().find_map(|line| line.strip_prefix(SIGNING))?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(Signer::SEEDS + 3));
        STANDARD.decode_vec(seeds.trim_end(), &mut bytes).ok()?;
        let signer = Signer::from_seeds(&bytes).ok()?;
        let mut identities = identities.into_iter();
        match (identities.next(), identities.next()) {
            (Some(identity), None) => Some(Pair { identity, signer }),
            _ => None,
        }
    }

    /// The locked file.
    pub fn lock(&self, officer: &OfficerId, passphrase: &Passphrase, work: WorkFactor) -> Vec<u8> {
        lock_identity(&self.text(officer), passphrase, work)
    }
}

/// Opens an identity file.
pub(crate) fn unlock(path: &Path, officer: &OfficerId, passphrase: &Passphrase) -> Result<Pair, Opening> {
    let missing = |e: io::Error| match e.kind() {
        io::ErrorKind::NotFound => Error::NotFound { kind: "officer", name: officer.to_string() },
        _ => Error::io("identity", e),
    };
    let size = fs::metadata(path).map_err(missing).map_err(Opening::Failed)?.len();
    if size > MAX {
        return Err(Opening::Failed(Error::IdentityAltered));
    }
    let locked = fs::read(path).map_err(missing).map_err(Opening::Failed)?;
    match unlock_identity(&locked, passphrase) {
        Ok(text) => Pair::read(&text).ok_or(Opening::Failed(Error::IdentityAltered)),
        Err(UnlockError::WrongPassphrase) => Err(Opening::WrongPassphrase),
        Err(_) => Err(Opening::Failed(Error::IdentityAltered)),
    }
}

/// Why an identity file stayed closed.
pub(crate) enum Opening {
    WrongPassphrase,
    Failed(Error),
}

/// Refuses a passphrase that is too short to be one.
pub(crate) fn acceptable(passphrase: &Passphrase) -> Result<(), Error> {
    if passphrase.expose_secret().chars().count() < SHORTEST {
        Err(Error::PassphraseShort { limit: SHORTEST })
    } else {
        Ok(())
    }
}
