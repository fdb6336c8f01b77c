//! What an entry is, and its only encoding. Bytes that do not encode back to themselves are refused.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decoder, Encoder};
use seal::{KeyId, Weight};

use crate::error::{DraftFlaw, Error, Flaw};
use crate::merkle::Hash;

/// The largest part, in bytes.
pub const MAX_PART: usize = 16 << 20;
/// The most parts that one entry may have.
pub const MAX_PARTS: usize = 10_000;
/// The longest audience tag, in bytes.
pub const MAX_AUDIENCE: usize = 96;
/// The most that all parts of one entry may have together, in bytes: what a reader must be ready to hold.
pub const MAX_ENTRY: usize = 64 << 20;
/// The audience of a part that everyone reads: a verifying key which the entry introduces.
pub const AUTHOR: &str = "author";

/// The version of the encoding. The body of any other is refused.
const FORMAT: u8 = 1;

/// The name of a vault: 128 random bits as 26 characters of base32, lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VaultId(String);

impl VaultId {
    /// A name that no other vault has.
    pub fn random() -> VaultId {
        VaultId(seal::random_id())
    }

    /// As [`VaultId::random`], from this source.
    pub fn random_from(randomness: &dyn seal::Randomness) -> VaultId {
        VaultId(randomness.id())
    }

    /// The 26 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for VaultId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not 26 characters of `a-z` and `2-7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the identifier of a vault")]
pub struct NotAVaultId;

impl FromStr for VaultId {
    type Err = NotAVaultId;
    fn from_str(text: &str) -> Result<VaultId, NotAVaultId> {
        let fits = text.len() == 26 && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
        fits.then(|| VaultId(text.to_owned())).ok_or(NotAVaultId)
    }
}

/// Bytes for one audience, sealed by the person who wrote the entry. The ledger does not interpret the tag, but for [`AUTHOR`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// For whom: `common/1`, `officer/<key id>`, `class/<id>/<epoch>`… At most [`MAX_AUDIENCE`] of `a-z 0-9 . _ - /`.
    pub audience: String,
    /// The sealed bytes, at most [`MAX_PART`].
    pub sealed: Vec<u8>,
}

/// An entry that is to be appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which signatures the entry must bear. `Dual` for what gives or takes rights.
    pub weight: Weight,
    /// One to [`MAX_PARTS`] parts, together at most [`MAX_ENTRY`] bytes.
    pub parts: Vec<Part>,
}

impl Draft {
    /// An entry without parts; at least one must follow.
    pub fn new(weight: Weight) -> Draft {
        Draft { weight, parts: Vec::new() }
    }

    /// Adds a part.
    #[must_use]
    pub fn part(mut self, audience: impl Into<String>, sealed: impl Into<Vec<u8>>) -> Draft {
        self.parts.push(Part { audience: audience.into(), sealed: sealed.into() });
        self
    }

    /// Adds the introduction of an author, who may sign entries after this one (and this one, if it is the first).
    #[must_use]
    pub fn introduce(self, author: &seal::VerifyingKey) -> Draft {
        self.part(AUTHOR, author.as_bytes())
    }

    /// Refuses what no reader would accept.
    pub(crate) fn check(&self) -> Result<(), DraftFlaw> {
        if self.parts.is_empty() {
            return Err(DraftFlaw::NoParts);
        }
        if self.parts.len() > MAX_PARTS {
            return Err(DraftFlaw::TooManyParts);
        }
        let mut total = 0usize;
        for part in &self.parts {
            if !is_audience(&part.audience) {
                return Err(DraftFlaw::Audience);
            }
            total = total.saturating_add(part.sealed.len());
            if part.sealed.len() > MAX_PART || total > MAX_ENTRY {
                return Err(DraftFlaw::TooLarge);
            }
            if part.audience == AUTHOR
                && (self.weight != Weight::Dual || seal::VerifyingKey::from_bytes(&part.sealed).is_err())
            {
                return Err(DraftFlaw::Introduction);
            }
        }
        Ok(())
    }
}

/// One entry as it was read. Only verified reading makes one: place, history, author, parts and signatures were checked.
///
/// ```
/// fn meaning(entry: &ledger::Entry) -> usize { entry.parts().len() }
/// ```
/// ```compile_fail,E0451
/// # fn meaning(entry: &ledger::Entry) -> usize { entry.parts().len() }
/// # fn any<T>() -> T { loop {} }
/// meaning(&ledger::Entry { index: 0, at_ms: 0, author: any(), weight: any(), prior: any(), parts: vec![] });
/// ```
#[derive(Clone, Debug)]
pub struct Entry {
    pub(crate) index: u64,
    pub(crate) at_ms: i64,
    pub(crate) author: KeyId,
    pub(crate) weight: Weight,
    pub(crate) prior: Hash,
    pub(crate) parts: Vec<Part>,
}

impl Entry {
    /// Its place, counted from 0.
    pub fn index(&self) -> u64 {
        self.index
    }

    /// When it was written by its author's clock, in milliseconds since 1970; never before the entry before it.
    pub fn at_ms(&self) -> i64 {
        self.at_ms
    }

    /// Whose signature it bears.
    pub fn author(&self) -> KeyId {
        self.author
    }

    /// Which signatures it bears.
    pub fn weight(&self) -> Weight {
        self.weight
    }

    /// The log before this entry: what its author had seen.
    pub fn prior(&self) -> crate::Head {
        crate::Head { size: self.index, root: self.prior }
    }

    /// The parts, in the order in which they were written.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The parts, to keep.
    pub fn into_parts(self) -> Vec<Part> {
        self.parts
    }
}

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Body {
    pub vault: VaultId,
    pub index: u64,
    pub prior: Hash,
    pub author: KeyId,
    pub at_ms: i64,
    pub weight: Weight,
    pub parts: Vec<(String, Hash)>,
}

impl Body {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::with_capacity(160 + self.parts.len() * 80));
        self.write(&mut e).expect("writing to memory does not fail");
        e.into_writer()
    }

    fn write(&self, e: &mut Encoder<Vec<u8>>) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        e.array(8)?.u8(FORMAT)?.str(self.vault.as_str())?.u64(self.index)?.bytes(&self.prior.0)?;
        e.bytes(&self.author.to_bytes())?
            .i64(self.at_ms)?
            .u8(weight_code(self.weight))?
            .array(self.parts.len() as u64)?;
        for (audience, hash) in &self.parts {
            e.array(2)?.str(audience)?.bytes(&hash.0)?;
        }
        Ok(())
    }

    /// Reads the one encoding of a body within the limits; `index` is where it stands, for the error.
    pub(crate) fn decode(bytes: &[u8], index: u64) -> Result<Body, Error> {
        let body = Body::parse(bytes).ok_or(Error::at(index, Flaw::Encoding))?;
        // CBOR has many ways to write the same number. Signed bytes have one.
        if body.encode() != bytes { Err(Error::at(index, Flaw::Encoding)) } else { Ok(body) }
    }

    fn parse(bytes: &[u8]) -> Option<Body> {
        let mut d = Decoder::new(bytes);
        if d.array().ok()?? != 8 || d.u8().ok()? != FORMAT {
            return None;
        }
        let vault = d.str().ok()?.parse().ok()?;
        let index = d.u64().ok()?;
        let prior = Hash::from_slice(d.bytes().ok()?)?;
        let author = KeyId::from_bytes(d.bytes().ok()?.try_into().ok()?);
        let at_ms = d.i64().ok()?;
        let weight = weight_of(d.u8().ok()?)?;
        let count = usize::try_from(d.array().ok()??).ok()?;
        if count == 0 || count > MAX_PARTS {
            return None;
        }
        let mut parts = Vec::with_capacity(count);
        for _ in 0..count {
            if d.array().ok()?? != 2 {
                return None;
            }
            let audience = d.str().ok()?;
            if !is_audience(audience) {
                return None;
            }
            parts.push((audience.to_owned(), Hash::from_slice(d.bytes().ok()?)?));
        }
        (d.position() == bytes.len()).then_some(Body { vault, index, prior, author, at_ms, weight, parts })
    }
}

/// Whether bytes are the one encoding of the body of an entry: for the fuzz target, which sees only what is public.
#[doc(hidden)]
pub fn is_body(bytes: &[u8]) -> bool {
    Body::decode(bytes, 0).is_ok()
}

/// The leaf of an entry: body and signatures, as they are stored. A body says where it ends, so joining is not ambiguous.
pub(crate) fn leaf(body: &[u8], signatures: &[u8]) -> Hash {
    let mut data = Vec::with_capacity(body.len() + signatures.len());
    data.extend_from_slice(body);
    data.extend_from_slice(signatures);
    Hash::of_leaf(&data)
}

fn is_audience(tag: &str) -> bool {
    (1..=MAX_AUDIENCE).contains(&tag.len())
        && tag.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'/'))
}

fn weight_code(weight: Weight) -> u8 {
    match weight {
        Weight::Single => 1,
        Weight::Dual => 2,
    }
}

fn weight_of(code: u8) -> Option<Weight> {
    match code {
        1 => Some(Weight::Single),
        2 => Some(Weight::Dual),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn body() -> impl Strategy<Value = Body> {
        let part = ("[a-z0-9./_-]{1,96}", any::<[u8; 32]>()).prop_map(|(tag, hash)| (tag, Hash(hash)));
        let parts = prop::collection::vec(part, 1..8);
        let numbers = (any::<u64>(), any::<i64>(), any::<[u8; 32]>(), any::<[u8; 16]>(), any::<bool>());
        ("[a-z2-7]{26}", numbers, parts).prop_map(|(vault, (index, at_ms, prior, author, dual), parts)| Body {
            vault: vault.parse().expect("of the form of an id"),
            index,
            prior: Hash(prior),
            author: KeyId::from_bytes(author),
            at_ms,
            weight: if dual { Weight::Dual } else { Weight::Single },
            parts,
        })
    }

    proptest! {
        #[test]
        fn a_body_is_read_as_it_was_written(body in body()) {
            prop_assert_eq!(Body::decode(&body.encode(), 7).expect("a body"), body);
        }

        #[test]
        fn a_body_that_was_cut_or_continued_is_refused(body in body(), cut: prop::sample::Index, more: u8) {
            let mut bytes = body.encode();
            prop_assert!(Body::decode(bytes.get(..cut.index(bytes.len())).unwrap_or_default(), 7).is_err());
            bytes.push(more);
            prop_assert!(Body::decode(&bytes, 7).is_err());
        }

        #[test]
        fn two_encodings_never_mean_the_same(body in body(), at: prop::sample::Index, bit in 0u8..8) {
            let mut bytes = body.encode();
            let at = at.index(bytes.len());
            bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << bit);
            if let Ok(other) = Body::decode(&bytes, 7) {
                prop_assert_ne!(other, body);
            }
        }

        #[test]
        fn garbage_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(Body::decode(&bytes, 7).is_err());
        }
    }

    #[test]
    fn a_body_that_promises_more_parts_than_memory_holds_is_refused() {
        let whole = Body {
            vault: VaultId::random(),
            index: 0,
            prior: Hash::empty(),
            author: KeyId::from_bytes([0; 16]),
            at_ms: 0,
            weight: Weight::Dual,
            parts: Vec::new(),
        }
        .encode();
        let (last, start) = whole.split_last().expect("not empty");
        assert_eq!(*last, 0x80, "an array of no parts");
        for promise in
            [&[0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff][..], &[0x99, 0x27, 0x11], &[0x9f], &[0x80]]
        {
            assert!(Body::decode(&[start, promise].concat(), 0).is_err());
        }
        // Nesting is not followed: the first thing that is no array of eight ends it.
        assert!(Body::decode(&[0x81; 1 << 20], 0).is_err());
    }
}
