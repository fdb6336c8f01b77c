//! An officer's identity at rest: a stock age file under a passphrase.
//!
//! Inside: a comment with the name, the age identity, and the two signing seeds in a comment that `age` ignores.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ledger::{Hash, VaultId};
use seal::{
    Identity, Passphrase, Randomness, SecretText, Signer, UnlockError, WorkFactor, lock_identity, unlock_identity,
};
use zeroize::Zeroizing;

use crate::doors::hex;
use crate::stores::Stores;
use crate::{Error, OfficerId};
use objects::unhex;

/// The vault that the identity is for: its id, and the hash of the first entry of its log.
const VAULT: &str = "# zegel-vault: ";
/// Whose it is.
const OWNER: &str = "# Zegel identity of ";
const SIGNING: &str = "# zegel-signing-key: ";
/// The largest identity file that is looked at, in bytes.
const MAX: u64 = 64 << 10;
/// The shortest passphrase that is taken, in characters.
pub const SHORTEST_PASSPHRASE: u32 = 8;

/// Which vault an identity is for. A log can say anything of itself; this stands in the identity file, where only who knows
/// the passphrase can have written it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub vault: VaultId,
    /// Of the first entry of the log.
    pub first: Hash,
}

impl Anchor {
    fn text(&self) -> String {
        format!("{} {}", self.vault, hex(&self.first.0))
    }

    fn read(text: &str) -> Option<Anchor> {
        let (vault, first) = text.trim_end().split_once(' ')?;
        Some(Anchor { vault: vault.parse().ok()?, first: Hash(unhex(first)?) })
    }
}

/// An officer's two secrets.
pub(crate) struct Pair {
    pub identity: Identity,
    pub signer: Signer,
}

impl Pair {
    pub fn generate(randomness: &dyn Randomness) -> Pair {
        Pair { identity: Identity::generate_from(randomness), signer: Signer::generate_from(randomness) }
    }

    fn text(&self, officer: &OfficerId, anchor: &Anchor) -> SecretText {
        let line = self.identity.expose_secret_line();
        let seeds = self.signer.expose_seeds();
        let mut coded = Zeroizing::new(String::with_capacity(128));
        STANDARD.encode_string(seeds.expose_secret(), &mut coded);
        let mut text = String::with_capacity(512 + line.expose_secret().len());
        for piece in [OWNER, officer.as_str(), "\n", VAULT, &anchor.text(), "\n"] {
            text.push_str(piece);
        }
        for piece in [line.expose_secret(), "\n", SIGNING, &coded, "\n"] {
            text.push_str(piece);
        }
        SecretText::new(text)
    }

    /// The pair, what it is for, and whose it says that it is.
    fn read(text: &SecretText) -> Option<(Pair, Anchor, OfficerId)> {
        let owner = text.expose_secret().lines().find_map(|line| line.strip_prefix(OWNER))?;
        let owner = OfficerId::parse(owner.trim_end()).ok()?;
        let anchor = text.expose_secret().lines().find_map(|line| line.strip_prefix(VAULT))?;
        let anchor = Anchor::read(anchor)?;
        let identities = Identity::parse_file(text).ok()?;
        let seeds = text.expose_secret().lines().find_map(|line| line.strip_prefix(SIGNING))?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(Signer::SEEDS + 3));
        STANDARD.decode_vec(seeds.trim_end(), &mut bytes).ok()?;
        let signer = Signer::from_seeds(&bytes).ok()?;
        let mut identities = identities.into_iter();
        match (identities.next(), identities.next()) {
            (Some(identity), None) => Some((Pair { identity, signer }, anchor, owner)),
            _ => None,
        }
    }

    /// The locked file.
    pub fn lock(&self, officer: &OfficerId, anchor: &Anchor, passphrase: &Passphrase, work: WorkFactor) -> Vec<u8> {
        lock_identity(&self.text(officer, anchor), passphrase, work)
    }
}

/// Opens an identity file.
pub(crate) fn unlock(stores: &Stores, officer: &OfficerId, passphrase: &Passphrase) -> Result<(Pair, Anchor), Opening> {
    let altered = || Opening::Failed(Error::IdentityAltered);
    let locked = match stores.files().read(&stores.identity(officer), MAX) {
        Ok(Some(locked)) => locked,
        Ok(None) => return Err(Opening::Failed(Error::NotFound { kind: "officer", name: officer.to_string() })),
        Err(objects::Error::Altered { flaw: "size", .. }) => return Err(altered()),
        Err(error) => return Err(Opening::Failed(error.into())),
    };
    match unlock_identity(&locked, passphrase) {
        Ok(text) => match Pair::read(&text).ok_or_else(altered)? {
            (pair, anchor, owner) if owner == *officer => Ok((pair, anchor)),
            (_, _, owner) => Err(Opening::Failed(Error::IdentityExchanged {
                officer: officer.to_string(),
                found: owner.to_string(),
            })),
        },
        Err(UnlockError::WrongPassphrase) => Err(Opening::WrongPassphrase),
        Err(UnlockError::TooMuchWork { asked }) => Err(Opening::Failed(Error::IdentityWork { asked })),
        Err(_) => Err(altered()),
    }
}

/// Why an identity file stayed closed.
pub(crate) enum Opening {
    WrongPassphrase,
    Failed(Error),
}

/// Refuses a passphrase that is too short to be one.
pub(crate) fn acceptable(passphrase: &Passphrase) -> Result<(), Error> {
    if passphrase.expose_secret().chars().count() < SHORTEST_PASSPHRASE as usize {
        Err(Error::PassphraseShort { limit: SHORTEST_PASSPHRASE as usize })
    } else {
        Ok(())
    }
}
