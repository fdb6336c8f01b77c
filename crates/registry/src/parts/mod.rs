//! The content of the parts of an entry.
//!
//! A part is JSON, so that a person can read what was recovered: `{"v": 1, "is": [...]}`. Anything other than exactly
//! what this version writes is refused: an entry that one program understands and another does not would split the vault.

mod audience;

pub use audience::Audience;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version that is written. Read: this one.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Out<'a, T> {
    v: u32,
    is: &'a [T],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct In<T> {
    #[serde(rename = "v")]
    _v: u32,
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

/// The content of a part, to be sealed.
pub fn encode<T: Serialize>(content: &[T]) -> Vec<u8> {
    // Strings, numbers and maps with string keys: nothing that JSON cannot hold.
    serde_json::to_vec(&Out { v: VERSION, is: content }).expect("contents of parts are plain data")
}

/// The content of a part that was opened.
pub fn decode<T: DeserializeOwned>(plain: &[u8]) -> Result<Vec<T>, Unread> {
    match serde_json::from_slice::<Peek>(plain) {
        Ok(Peek { v: VERSION }) => {
            serde_json::from_slice::<In<T>>(plain).map(|part| part.is).map_err(|_| Unread::Malformed)
        }
        Ok(Peek { v }) => Err(Unread::Newer(v)),
        Err(_) => Err(Unread::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Sheet;
    use crate::log::{Act, AuditRecord};

    #[test]
    fn content_comes_back_as_it_was() {
        let record = AuditRecord::new(Act::Open).about("document", "x");
        assert_eq!(decode::<AuditRecord>(&encode(std::slice::from_ref(&record))).expect("own writing"), vec![record]);
    }

    #[test]
    fn a_sheet_says_what_was_chosen_and_one_without_is_written_as_it_always_was() {
        let id = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
        let plain = format!(
            "{{\"v\":1,\"is\":[{{\"sheet\":\"filed\",\"document\":\"{id}\",\"title\":\"t\",\"subject\":\"\",\"originator\":\"\",\
             \"date\":\"2026-01-01\",\"file_name\":\"f\",\"original_name\":null,\"media_type\":\"text/plain\",\"size\":1,\
             \"sha256\":\"ab\",\"label\":\"<x/>\"}}]}}"
        );
        let mut sheets = decode::<Sheet>(plain.as_bytes()).expect("as it was written before");
        assert_eq!(encode(&sheets), plain.as_bytes());
        if let Some(Sheet::Filed { topics, motive, sources, .. }) = sheets.first_mut() {
            topics.push("human-source".to_owned());
            *motive = Some("nothing of it is left".to_owned());
            sources.push(crate::DocumentId::parse(id).expect("an id"));
        }
        assert_eq!(decode::<Sheet>(&encode(&sheets)).expect("own writing"), sheets);
    }

    #[test]
    fn content_of_a_later_program_is_told_from_garbage() {
        assert_eq!(decode::<AuditRecord>(br#"{"v":2,"is":[],"more":1}"#), Err(Unread::Newer(2)));
        assert_eq!(decode::<AuditRecord>(br#"{"v":1,"is":[],"more":1}"#), Err(Unread::Malformed));
        assert_eq!(decode::<AuditRecord>(br#"{"v":1,"is":[{"did":"open","unknown":1}]}"#), Err(Unread::Malformed));
        assert_eq!(decode::<AuditRecord>(b"[["), Err(Unread::Malformed));
    }
}
