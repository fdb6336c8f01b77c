//! Shares of a key (Shamir, over GF(256)): a number of them, fixed beforehand, make it whole; fewer say nothing about it.
//!
//! A share is `number (1 byte) ‖ 32 bytes`. The field is that of `libgfshare` (polynomial 0x11d), so that `gfcombine` of
//! Debian makes a key whole as well. What a share's holder gives back is held against its [`ShareHash`], which was written
//! down when the key was shared: a wrong share names its giver.

use std::collections::BTreeSet;
use std::convert::Infallible;

use blahaj::Sharks;
use rand_core::{TryCryptoRng, TryRng};
use thiserror::Error;
use zeroize::{Zeroize as _, Zeroizing};

use crate::error::KeyError;
use crate::ids::{Randomness, Sha256};
use crate::line;
use crate::part::PartKey;
use crate::secret::SecretText;

const KEY: usize = 32;
const LINE_PREFIX: &str = "ZEGEL-SHARE-";
const HASH_INFO: &[u8] = b"zegel share v1";

/// Into how many shares a key is split, and how many of them make it whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareSet {
    threshold: u8,
    count: u8,
}

/// How a key cannot be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{threshold} of {count} shares: at least one share is needed to make a key whole, and no more than there are")]
pub struct NotAShareSet {
    pub threshold: u8,
    pub count: u8,
}

impl ShareSet {
    /// `threshold` of `count` shares make the key whole.
    ///
    /// # Errors
    /// [`NotAShareSet`] where none are needed, or more than there are.
    pub fn new(threshold: u8, count: u8) -> Result<Self, NotAShareSet> {
        let sharing = Self { threshold, count };
        if (1..=count).contains(&threshold) { Ok(sharing) } else { Err(NotAShareSet { threshold, count }) }
    }

    /// How many shares make the key whole.
    pub fn threshold(self) -> u8 {
        self.threshold
    }

    /// How many shares there are.
    pub fn count(self) -> u8 {
        self.count
    }

    /// Splits a key. The shares are numbered from 1 on.
    pub fn split(self, key: &PartKey, randomness: &dyn Randomness) -> Vec<Share> {
        let (sharks, mut random) = (Sharks(self.threshold), Random(randomness));
        let dealer = sharks.dealer_rng(key.expose_secret(), &mut random);
        let share = |dealt: blahaj::Share| {
            let mut bytes = Zeroizing::new([0; 1 + KEY]);
            let mut all = Vec::from(&dealt);
            bytes.copy_from_slice(&all);
            all.zeroize();
            Share(bytes)
        };
        dealer.take(self.count.into()).map(share).collect()
    }

    /// Makes the key whole. Of more shares than are needed the first are taken. Shares of another sharing, or altered ones,
    /// give another key without a word: hold each against its [`Share::hash`] first.
    ///
    /// # Errors
    /// [`ShareError::TooFew`]; [`ShareError::Twice`].
    pub fn join<'s>(self, shares: impl IntoIterator<Item = &'s Share>) -> Result<PartKey, ShareError> {
        let shares: Vec<&Share> = shares.into_iter().collect();
        let mut numbers = BTreeSet::new();
        if let Some(twice) = shares.iter().find(|share| !numbers.insert(share.number())) {
            return Err(ShareError::Twice { number: twice.number() });
        }
        let needed = usize::from(self.threshold);
        let taken = shares.get(..needed).ok_or(ShareError::TooFew { given: shares.len(), needed })?;
        let points: Vec<blahaj::Share> = taken
            .iter()
            .map(|share| blahaj::Share::try_from(&share.0[..]))
            .collect::<Result<_, _>>()
            .unwrap_or_default();
        let sharks = Sharks(self.threshold);
        let whole = sharks.recover(&points).map(Zeroizing::new);
        let mut key = Zeroizing::new([0; KEY]);
        match whole {
            Ok(whole) if whole.len() == KEY => key.copy_from_slice(&whole),
            _ => return Err(ShareError::TooFew { given: shares.len(), needed }),
        }
        Ok(PartKey::of(key))
    }
}

/// Why shares do not make a key whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ShareError {
    #[error("{given} shares were given; {needed} make the key whole")]
    TooFew { given: usize, needed: usize },
    #[error("share {number} was given twice")]
    Twice { number: u8 },
}

/// One share of a key.
pub struct Share(Zeroizing<[u8; 1 + KEY]>);

/// The fingerprint of a share. It tells nothing about the key that was not known: a share is as random as a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShareHash(pub [u8; 32]);

impl Share {
    /// Its number, from 1 on.
    pub fn number(&self) -> u8 {
        let [number, ..] = *self.0;
        number
    }

    /// What is written down of it when the key is shared.
    pub fn hash(&self) -> ShareHash {
        let mut hash = Sha256::default();
        hash.update(HASH_INFO);
        hash.update(&*self.0);
        ShareHash(hash.finish())
    }

    /// Splits the share itself: as many pieces as the sharing says make it whole again. So a holder passes it on to several of
    /// whom none has it.
    pub fn divide(&self, sharing: ShareSet, randomness: &dyn Randomness) -> Vec<Share> {
        let [_, share @ ..] = &*self.0;
        sharing.split(&PartKey::of(Zeroizing::new(*share)), randomness)
    }

    /// Puts together what [`divide`](Self::divide) gave. None where it is not the share with this hash.
    pub fn undivided<'s>(
        sharing: ShareSet,
        pieces: impl IntoIterator<Item = &'s Share>,
        hash: ShareHash,
    ) -> Option<Share> {
        let whole = sharing.join(pieces).ok()?;
        let numbered = |number: u8| {
            let mut share = Zeroizing::new([0; 1 + KEY]);
            let [first, rest @ ..] = &mut *share;
            *first = number;
            rest.copy_from_slice(whole.expose_secret());
            Share(share)
        };
        (1..=u8::MAX).map(numbered).find(|share| share.hash() == hash)
    }

    /// The share as one line of text with a checksum, `ZEGEL-SHARE-1…` (bech32), to be delivered inside an age file.
    pub fn expose_secret_line(&self) -> SecretText {
        line::encode_secret(LINE_PREFIX, &*self.0)
    }

    /// Reads what [`expose_secret_line`](Self::expose_secret_line) wrote.
    ///
    /// # Errors
    /// [`KeyError`] where it is no such line, or one of a share without a number.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let bytes = line::decode_secret(LINE_PREFIX, text)?;
        let share = Self(bytes);
        if share.number() == 0 { Err(KeyError::NotAKey) } else { Ok(share) }
    }
}

/// Shown without what it holds.
impl std::fmt::Debug for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Share({})", self.number())
    }
}

/// The source of randomness, as the library wants it.
struct Random<'r>(&'r dyn Randomness);

impl TryRng for Random<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = Zeroizing::new([0; 4]);
        self.0.fill(&mut *bytes);
        Ok(u32::from_le_bytes(*bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = Zeroizing::new([0; 8]);
        self.0.fill(&mut *bytes);
        Ok(u64::from_le_bytes(*bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Random<'_> {}
