//! The content of the parts of an entry.
//!
//! A part is JSON, so that a person can read what was recovered: `{"v": 1, "is": [...]}`; a long one is compressed, as
//! zlib does it (a sheet holds a whole label, most of which is the same in all). Anything other than exactly what this
//! version writes is refused: an entry that one program understands and another does not would split the vault.

mod audience;

pub use audience::Audience;

use std::borrow::Cow;
use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compression, Decompress, FlushDecompress, Status};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version that is written. Read: this one.
const VERSION: u32 = 1;
/// From how many bytes on it is worth to compress.
const LONG: usize = 512;
/// How zlib begins; JSON does not.
const ZLIB: u8 = 0x78;
/// The most that a part may come to: as large as the log takes one that is not compressed.
const MOST: usize = ledger::MAX_PART;

#[derive(Serialize)]
struct Out<'a, T> {
    v: u32,
    is: &'a [T],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In<T> {
    v: u32,
    is: Vec<T>,
}

#[derive(Deserialize)]
struct Peek {
    v: u32,
}

/// Why the content of a part was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// A later program wrote it.
    Newer(u32),
    Malformed,
}

/// The content of a part that is sealed already, piece by piece: compressed it would be hardly shorter, and of another length
/// each time.
pub fn encode_sealed<T: Serialize>(content: &[T]) -> Vec<u8> {
    // Strings, numbers and maps with string keys: nothing that JSON cannot hold.
    serde_json::to_vec(&Out { v: VERSION, is: content }).expect("contents of parts are plain data")
}

/// The content of a part, to be sealed.
pub fn encode<T: Serialize>(content: &[T]) -> Vec<u8> {
    let plain = encode_sealed(content);
    if plain.len() < LONG {
        return plain;
    }
    let mut compressed = ZlibEncoder::new(Vec::with_capacity(plain.len()), Compression::default());
    let written = compressed.write_all(&plain).and_then(|()| compressed.finish());
    // Writing to memory does not fail; what is not shorter is left as it is.
    written.ok().filter(|compressed| compressed.len() < plain.len()).unwrap_or(plain)
}

/// What reads parts, one after the other. What it takes to inflate is many times as large as most of them, and made once.
#[derive(Default)]
pub struct Reader(Option<Decompress>);

impl Reader {
    /// The content of a part that was opened.
    ///
    /// # Errors
    /// Why it was not understood.
    pub fn decode<T: DeserializeOwned>(&mut self, plain: &[u8]) -> Result<Vec<T>, Unread> {
        read(&self.expanded(plain)?)
    }

    /// The JSON of a part.
    fn expanded<'p>(&mut self, plain: &'p [u8]) -> Result<Cow<'p, [u8]>, Unread> {
        if plain.first() != Some(&ZLIB) {
            return Ok(Cow::Borrowed(plain));
        }
        let inflating = match &mut self.0 {
            Some(inflating) => {
                inflating.reset(true);
                inflating
            }
            none => none.insert(Decompress::new(true)),
        };
        let mut json = Vec::with_capacity(plain.len() * 3);
        loop {
            let rest = usize::try_from(inflating.total_in()).ok().and_then(|read| plain.get(read..));
            let came = inflating.decompress_vec(rest.ok_or(Unread::Malformed)?, &mut json, FlushDecompress::Finish);
            match came {
                Ok(Status::StreamEnd) => break,
                // No more than may be held; where there was room left, it is cut off.
                Ok(Status::Ok | Status::BufError) if json.len() == json.capacity() && json.len() <= MOST => {
                    json.reserve(json.len().min(MOST + 1 - json.len()));
                }
                Ok(Status::Ok | Status::BufError) | Err(_) => return Err(Unread::Malformed),
            }
        }
        // To its end, and nothing after it.
        let whole = json.len() <= MOST && inflating.total_in() == plain.len() as u64;
        if whole { Ok(Cow::Owned(json)) } else { Err(Unread::Malformed) }
    }
}

/// The content of a part that was opened.
///
/// # Errors
/// Why it was not understood.
pub fn decode<T: DeserializeOwned>(plain: &[u8]) -> Result<Vec<T>, Unread> {
    Reader::default().decode(plain)
}

fn read<T: DeserializeOwned>(json: &[u8]) -> Result<Vec<T>, Unread> {
    match serde_json::from_slice::<In<T>>(json) {
        Ok(In { v: VERSION, is }) => Ok(is),
        // What is not as this version writes it may be of a later one, and says so.
        Ok(_) | Err(_) => match serde_json::from_slice::<Peek>(json) {
            Ok(Peek { v: VERSION }) | Err(_) => Err(Unread::Malformed),
            Ok(Peek { v }) => Err(Unread::Newer(v)),
        },
    }
}

#[cfg(test)]
mod tests {
    use seal::ContentHash;

    use super::*;
    use crate::documents::{InnerText, Sheet, TextLack};
    use crate::log::{Act, AuditRecord};

    #[test]
    fn content_comes_back_as_it_was() {
        let record = AuditRecord::new(Act::Open).about("document", "x");
        assert_eq!(decode::<AuditRecord>(&encode(std::slice::from_ref(&record))).expect("own writing"), vec![record]);
    }

    #[test]
    fn a_sheet_says_what_was_chosen_and_one_without_is_written_as_it_always_was() {
        let (id, hash) = ("aaaaaaaaaaaaaaaaaaaaaaaaaa", ContentHash::of(b"t"));
        let plain = format!(
            "{{\"v\":1,\"is\":[{{\"sheet\":\"filed\",\"document\":\"{id}\",\"title\":\"t\",\"subject\":\"\",\"originator\":\"\",\
             \"date\":\"2026-01-01\",\"file_name\":\"f\",\"original_name\":null,\"media_type\":\"text/plain\",\"size\":1,\
             \"blake3\":\"{hash}\",\"label\":\"<x/>\"}}]}}"
        );
        let mut sheets = decode::<Sheet>(plain.as_bytes()).expect("as it was written before");
        assert_eq!(encode(&sheets), plain.as_bytes());
        if let Some(Sheet::Filed { topics, motive, sources, text, .. }) = sheets.first_mut() {
            *text = Some(InnerText::Partial { sha256: "ab".repeat(32), why: TextLack::Long, recognised: Vec::new() });
            topics.push("human-source".to_owned());
            *motive = Some("nothing of it is left".to_owned());
            sources.push(crate::DocumentId::parse(id).expect("an id"));
        }
        assert_eq!(decode::<Sheet>(&encode(&sheets)).expect("own writing"), sheets);
    }

    #[test]
    fn a_long_part_is_compressed_and_comes_back_and_no_more_than_a_part_comes_out_of_it() {
        let long = AuditRecord::new(Act::Open).about("purpose", "convoy ".repeat(2_000));
        let written = encode(std::slice::from_ref(&long));
        assert!(written.len() < 1_000, "{}", written.len());
        assert_eq!(decode::<AuditRecord>(&written).expect("own writing"), vec![long]);
        let (cut, end) = written.split_at(written.len() - 1);
        assert_eq!(decode::<AuditRecord>(cut), Err(Unread::Malformed));
        assert_eq!(decode::<AuditRecord>(&[cut, end, b"x"].concat()), Err(Unread::Malformed));
        let mut bomb = ZlibEncoder::new(Vec::new(), Compression::default());
        bomb.write_all(&vec![b' '; ledger::MAX_PART + 1]).expect("memory");
        bomb.write_all(br#"{"v":1,"is":[]}"#).expect("memory");
        assert_eq!(decode::<AuditRecord>(&bomb.finish().expect("memory")), Err(Unread::Malformed));
    }

    #[test]
    fn content_of_a_later_program_is_told_from_garbage() {
        assert_eq!(decode::<AuditRecord>(br#"{"v":2,"is":[],"more":1}"#), Err(Unread::Newer(2)));
        assert_eq!(decode::<AuditRecord>(br#"{"v":1,"is":[],"more":1}"#), Err(Unread::Malformed));
        assert_eq!(decode::<AuditRecord>(br#"{"v":1,"is":[{"did":"open","unknown":1}]}"#), Err(Unread::Malformed));
        assert_eq!(decode::<AuditRecord>(b"[["), Err(Unread::Malformed));
    }
}
