//! An officer's identity at rest: a stock age file under a passphrase, and sealed to a hardware token around it where one
//! protects it.
//!
//! Inside: a comment with the name, the age identity, and the two signing seeds in a comment that `age` ignores. Where keys
//! were renewed, for each of those before: its name, and the keys by which the index and the memory outside the vault were
//! written. They open nothing else. In a file whose keys another chose: the vault key of that day, because nothing is
//! delivered to them, and the log must be read before others take their place.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ledger::{Hash, VaultId};
use seal::{
    Attendant, Identity, KeyId, PartKey, Passphrase, Randomness, SecretText, Signer, Token, UnlockError, WorkFactor,
    hex, is_locked_identity, lock_identity, unlock_identity,
};
use zeroize::Zeroizing;

use crate::stores::{Seat, Stores, seat_name};
use crate::{Error, OfficerId};
use objects::unhex;
use registry::keys::INDEX_INFO;

/// What the key of the memory outside the vault is derived for.
pub(crate) const MEMORY: &[u8] = b"zegel memory outside the vault";
/// The vault that the identity is for: its id, and the hash of the first entry of its log.
const VAULT: &str = "# zegel-vault: ";
/// Whose it is.
const OWNER: &str = "# Zegel identity of ";
const SIGNING: &str = "# zegel-signing-key: ";
/// Of keys that were renewed: the signing key's name, the key of the index, the key of the memory outside.
const FORMER: &str = "# zegel-former-key: ";
/// Of keys that were renewed at another workstation than the first: after which keys the index and the memory outside the vault
/// are named there.
const SEAT: &str = "# zegel-seat: ";
/// Of a file that was locked again, with another passphrase or with or without a token: how often that was done before.
const NUMBER: &str = "# zegel-file: ";
/// In keys that another chose: an epoch of the vault key.
const GIVEN: &str = "# zegel-vault-key: ";
/// How many former keys are kept, the last of them.
const MAX_FORMER: usize = 100;
/// The largest identity file that is looked at, in bytes.
pub(crate) const MAX_IDENTITY_FILE: u64 = 64 << 10;

/// Which vault an identity is for. A log can say anything of itself; this stands in the identity file, where only somebody who knows
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

/// What is left of keys that others took the place of: enough to know what was written with them, and to open what only this
/// workstation remembers.
pub(crate) struct Former {
    pub key: KeyId,
    /// Of the index.
    pub index: PartKey,
    /// Of the memory outside the vault.
    pub memory: PartKey,
}

impl Former {
    fn of(pair: &Pair) -> Former {
        Former {
            key: pair.signer.key_id(),
            index: PartKey::derive(&pair.identity, INDEX_INFO),
            memory: PartKey::derive(&pair.identity, MEMORY),
        }
    }

    fn read(line: &str) -> Option<Former> {
        let mut words = line.split(' ');
        let (key, index, memory) = (words.next()?, words.next()?, words.next()?);
        Some(Former {
            key: key.parse().ok()?,
            index: PartKey::parse(index).ok()?,
            memory: PartKey::parse(memory).ok()?,
        })
    }
}

/// An officer's two secrets.
pub(crate) struct Pair {
    pub identity: Identity,
    pub signer: Signer,
    /// Those before, the first of them first.
    pub former: Vec<Former>,
    /// After which keys the index and the memory are named, where that is not as the file is.
    pub seat: Option<KeyId>,
    /// How often the file was locked again before: the log says which of them counts.
    pub number: u32,
    /// Where another chose them: the vault key, by epoch.
    pub given: Vec<(u32, PartKey)>,
}

impl Pair {
    pub fn generate(randomness: &dyn Randomness) -> Pair {
        let identity = Identity::generate_from(randomness);
        let signer = Signer::generate_from(randomness);
        Pair { identity, signer, former: Vec::new(), seat: None, number: 0, given: Vec::new() }
    }

    /// New keys that remember these, and where they were used.
    pub fn renewed(mut self, seat: &Seat, randomness: &dyn Randomness) -> Pair {
        let mut former = std::mem::take(&mut self.former);
        former.push(Former::of(&self));
        former.drain(..former.len().saturating_sub(MAX_FORMER));
        Pair { former, seat: seat.key(), ..Pair::generate(randomness) }
    }

    fn text(&self, officer: &OfficerId, anchor: &Anchor) -> SecretText {
        let line = self.identity.expose_secret_line();
        let seeds = self.signer.expose_seeds();
        let mut coded = Zeroizing::new(String::with_capacity(128));
        STANDARD.encode_string(seeds.expose_secret(), &mut coded);
        let mut text =
            String::with_capacity(512 + line.expose_secret().len() + 256 * (self.former.len() + self.given.len()));
        for piece in [OWNER, officer.as_str(), "\n", VAULT, &anchor.text(), "\n"] {
            text.push_str(piece);
        }
        for piece in [line.expose_secret(), "\n", SIGNING, &coded, "\n"] {
            text.push_str(piece);
        }
        for Former { key, index, memory } in &self.former {
            let (index, memory) = (index.expose_secret_line(), memory.expose_secret_line());
            for piece in [FORMER, &key.to_string(), " ", index.expose_secret(), " ", memory.expose_secret(), "\n"] {
                text.push_str(piece);
            }
        }
        if let Some(key) = self.seat {
            for piece in [SEAT, &key.to_string(), "\n"] {
                text.push_str(piece);
            }
        }
        if self.number > 0 {
            for piece in [NUMBER, &self.number.to_string(), "\n"] {
                text.push_str(piece);
            }
        }
        for (epoch, key) in &self.given {
            let key = key.expose_secret_line();
            for piece in [GIVEN, &epoch.to_string(), " ", key.expose_secret(), "\n"] {
                text.push_str(piece);
            }
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
        let former = text.expose_secret().lines().filter_map(|line| line.strip_prefix(FORMER));
        let former = former.map(Former::read).collect::<Option<Vec<_>>>()?;
        let seat = text.expose_secret().lines().find_map(|line| line.strip_prefix(SEAT));
        let seat = seat.map(|key| key.parse().ok()).map_or(Some(None), |key| key.map(Some))?;
        let number = text.expose_secret().lines().find_map(|line| line.strip_prefix(NUMBER));
        let number = number.map_or(Some(0), |number| number.trim_end().parse().ok())?;
        let given = text.expose_secret().lines().filter_map(|line| line.strip_prefix(GIVEN));
        let given = given.map(read_given).collect::<Option<Vec<_>>>()?;
        let mut identities = identities.into_iter();
        match (identities.next(), identities.next()) {
            (Some(identity), None) => Some((Pair { identity, signer, former, seat, number, given }, anchor, owner)),
            _ => None,
        }
    }

    /// The locked file, without a token.
    pub fn lock(&self, officer: &OfficerId, anchor: &Anchor, passphrase: &Passphrase, work: WorkFactor) -> Vec<u8> {
        lock_identity(&self.text(officer, anchor), passphrase, work)
    }
}

fn read_given(line: &str) -> Option<(u32, PartKey)> {
    let (epoch, key) = line.split_once(' ')?;
    Some((epoch.parse().ok()?, PartKey::parse(key).ok()?))
}

/// An identity file that was opened.
pub(crate) struct Opened {
    pub pair: Pair,
    pub anchor: Anchor,
    /// Of the file that it was read from.
    pub seat: Seat,
    /// What protects that file besides the passphrase.
    pub token: Option<Token>,
    /// The file as it was read.
    pub locked: Vec<u8>,
    text: SecretText,
}

impl Opened {
    /// The text of the file.
    pub fn text(&self) -> &SecretText {
        &self.text
    }

    /// The keys once more.
    ///
    /// # Errors
    /// None that can be met: they were read from the same text before.
    pub fn again(&self) -> Result<Pair, Error> {
        Pair::read(&self.text).map(|(pair, ..)| pair).ok_or(Error::IdentityAltered)
    }
}

/// What stands in an identity file, and whose it says that it is.
pub(crate) fn read(text: SecretText, mut seat: Seat) -> Option<(Opened, OfficerId)> {
    let (pair, anchor, owner) = Pair::read(&text)?;
    if let Some(key) = pair.seat {
        seat.name = seat_name(&owner, key);
    }
    Some((Opened { pair, anchor, seat, token: None, locked: Vec::new(), text }, owner))
}

/// Opens an identity file of an officer. `path`: where it is, if it waits to get the name that it has at this seat.
pub(crate) fn unlock(
    stores: &Stores,
    seat: Seat,
    path: Option<&str>,
    officer: &OfficerId,
    passphrase: &Passphrase,
    attendant: &Arc<dyn Attendant>,
) -> Result<Opened, Opening> {
    let path = path.unwrap_or(&seat.identity);
    let altered = || Opening::Failed(Error::IdentityAltered);
    let locked = match stores.files().read(path, MAX_IDENTITY_FILE) {
        Ok(Some(locked)) => locked,
        Ok(None) => return Err(Opening::Failed(Error::NotFound { kind: "officer", name: officer.to_string() })),
        Err(objects::Error::Altered { flaw: "size", .. }) => return Err(altered()),
        Err(error) => return Err(Opening::Failed(error.into())),
    };
    match open(&locked, seat, passphrase, attendant)? {
        (opened, owner) if owner == *officer => Ok(opened),
        (_, owner) => {
            Err(Opening::Failed(Error::IdentityExchanged { officer: officer.to_string(), found: owner.to_string() }))
        }
    }
}

/// Opens the bytes of an identity file, and says whose it is. Where a token protects it, that comes first.
pub(crate) fn open(
    locked: &[u8],
    seat: Seat,
    passphrase: &Passphrase,
    attendant: &Arc<dyn Attendant>,
) -> Result<(Opened, OfficerId), Opening> {
    let altered = || Opening::Failed(Error::IdentityAltered);
    let token = Token::of(locked);
    let inner = token.as_ref().map(|token| token.open(locked, attendant)).transpose();
    let inner = inner.map_err(|error| Opening::Failed(error.into()))?;
    match unlock_identity(inner.as_deref().unwrap_or(locked), passphrase) {
        Ok(text) => {
            let (opened, owner) = read(text, seat).ok_or_else(altered)?;
            Ok((Opened { token, locked: locked.to_vec(), ..opened }, owner))
        }
        Err(UnlockError::WrongPassphrase) => Err(Opening::WrongPassphrase),
        Err(UnlockError::TooMuchWork { asked }) => Err(Opening::Failed(Error::IdentityWork { asked })),
        Err(UnlockError::Corrupt(_) | UnlockError::NotLocked | UnlockError::NotText) => Err(altered()),
    }
}

/// Whether some bytes are an identity file: under a passphrase, or protected by a token as well.
pub(crate) fn is_identity(locked: &[u8]) -> bool {
    is_locked_identity(locked) || Token::of(locked).is_some()
}

/// Why an identity file stayed closed.
pub(crate) enum Opening {
    WrongPassphrase,
    Failed(Error),
}

impl From<Opening> for Error {
    fn from(opening: Opening) -> Error {
        match opening {
            Opening::WrongPassphrase => Error::WrongPassphrase { officer: None, failures: 1, wait_seconds: 0 },
            Opening::Failed(error) => error,
        }
    }
}
