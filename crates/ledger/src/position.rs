use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minicbor::{Decoder, Encoder};
use seal::{KeyId, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Head;
use crate::merkle::{Frontier, Hash};

/// How far somebody has read and checked the log. Keep it where it cannot be altered: what is read next is checked against
/// it, and a log that was shortened or rewritten shows by it alone.
// INVARIANT: made by `start`, by verified reading, or from bytes that one of these gave.
#[derive(Clone, Debug)]
pub struct Position {
    pub(crate) frontier: Frontier,
    pub(crate) last_ms: i64,
    pub(crate) authors: BTreeMap<KeyId, VerifyingKey>,
}

/// The bytes are not those of a [`Position`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a position in a ledger")]
pub struct NotAPosition;

/// The version of the encoding of a position.
const FORMAT: u8 = 1;

impl Position {
    /// Before the first entry: nothing is known and nobody.
    pub fn start() -> Position {
        Position { frontier: Frontier::empty(), last_ms: 0, authors: BTreeMap::new() }
    }

    /// How many entries were read.
    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// What [`crate::Ledger::append`] expects: the log as far as it was read.
    pub fn head(&self) -> Head {
        Head { size: self.frontier.size(), root: self.frontier.root() }
    }

    /// The time of the last entry that was read, in milliseconds since 1970; 0 before the first.
    pub fn last_ms(&self) -> i64 {
        self.last_ms
    }

    /// The key of an author whom the log has introduced so far.
    pub fn author(&self, id: &KeyId) -> Option<&VerifyingKey> {
        self.authors.get(id)
    }

    /// All whom the log has introduced so far.
    pub fn authors(&self) -> impl Iterator<Item = &VerifyingKey> {
        self.authors.values()
    }

    /// For storage; about 2 kB for each author.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut e = Encoder::new(Vec::with_capacity(64 + 2048 * self.authors.len()));
        self.write(&mut e).expect("writing to memory does not fail");
        e.into_writer()
    }

    fn write(&self, e: &mut Encoder<Vec<u8>>) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        e.array(5)?.u8(FORMAT)?.u64(self.frontier.size())?.array(self.frontier.peaks().len() as u64)?;
        for peak in self.frontier.peaks() {
            e.bytes(&peak.0)?;
        }
        e.i64(self.last_ms)?.array(self.authors.len() as u64)?;
        for author in self.authors.values() {
            e.bytes(author.as_bytes())?;
        }
        Ok(())
    }

    /// Reads what [`Position::to_bytes`] gave.
    ///
    /// # Errors
    /// [`NotAPosition`]. That the bytes were not altered is for the person who keeps them to know.
    pub fn from_bytes(bytes: &[u8]) -> Result<Position, NotAPosition> {
        Position::parse(bytes).ok_or(NotAPosition)
    }

    fn parse(bytes: &[u8]) -> Option<Position> {
        let mut d = Decoder::new(bytes);
        if d.array().ok()?? != 5 || d.u8().ok()? != FORMAT {
            return None;
        }
        let size = d.u64().ok()?;
        let mut peaks = Vec::new();
        for _ in 0..d.array().ok()?? {
            peaks.push(Hash::from_slice(d.bytes().ok()?)?);
        }
        let frontier = Frontier::new(size, peaks)?;
        let last_ms = d.i64().ok()?;
        let mut authors = BTreeMap::new();
        for _ in 0..d.array().ok()?? {
            let key = VerifyingKey::from_bytes(d.bytes().ok()?).ok()?;
            authors.insert(key.key_id(), key);
        }
        (d.position() == bytes.len()).then_some(Position { frontier, last_ms, authors })
    }
}

/// As one base64 text, so that it also fits into JSON.
impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(self.to_bytes()))
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Position, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = STANDARD.decode(text).map_err(serde::de::Error::custom)?;
        Position::from_bytes(&bytes).map_err(serde::de::Error::custom)
    }
}
