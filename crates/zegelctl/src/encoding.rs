//! Text as editors and shells of every system write it.

use std::path::Path;

use vault::ExitClass;
use zeroize::Zeroizing;

use crate::problem::Problem;

/// Why some bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

impl NotText {
    pub fn in_file(self, path: &Path) -> Problem {
        Problem::new("not_text", ExitClass::Refused).with("path", path.display().to_string())
    }
}

/// The two bytes that begin a text in UTF-16, of Windows or of the network.
pub const UTF_16: [[u8; 2]; 2] = [[0xff, 0xfe], [0xfe, 0xff]];
const UTF_8: [u8; 3] = [0xef, 0xbb, 0xbf];

/// A text as editors and shells write it: UTF-8, with a byte order mark or without one, or UTF-16 with one.
///
/// # Errors
/// [`NotText`]; a NUL is no text either.
pub fn text(bytes: &[u8]) -> Result<Zeroizing<String>, NotText> {
    let [little, big] = UTF_16;
    let units = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, odd) = rest.as_chunks::<2>();
        if odd.is_empty() { decoded(pairs.iter().map(|pair| unit(*pair))) } else { Err(NotText) }
    };
    let text = if let Some(rest) = bytes.strip_prefix(&little) {
        units(rest, u16::from_le_bytes)?
    } else if let Some(rest) = bytes.strip_prefix(&big) {
        units(rest, u16::from_be_bytes)?
    } else {
        let rest = bytes.strip_prefix(&UTF_8).unwrap_or(bytes);
        Zeroizing::new(std::str::from_utf8(rest).map_err(|_| NotText)?.to_owned())
    };
    if text.contains('\0') { Err(NotText) } else { Ok(text) }
}

fn decoded(units: impl ExactSizeIterator<Item = u16>) -> Result<Zeroizing<String>, NotText> {
    // A unit is three bytes of UTF-8 at most: nothing is copied to a larger place and left behind.
    let mut text = Zeroizing::new(String::with_capacity(units.len() * 3));
    for c in char::decode_utf16(units) {
        text.push(c.map_err(|_| NotText)?);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(bytes: &[u8]) -> Result<String, NotText> {
        text(bytes).map(|text| text.to_string())
    }

    #[test]
    fn text_of_every_system_is_read() {
        let utf_16 = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let units = "été 🦉".encode_utf16().flat_map(unit);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        let [little, big] = UTF_16;
        for bytes in [
            "été 🦉".as_bytes().to_vec(),
            [&UTF_8, "été 🦉".as_bytes()].concat(),
            utf_16(u16::to_le_bytes, little),
            utf_16(u16::to_be_bytes, big),
        ] {
            assert_eq!(said(&bytes).as_deref(), Ok("été 🦉"), "{bytes:x?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\xe9t\xe9"[..], b"a\0b\0", b"\xff\xfea", b"\xff\xfe\x00\xd8", b"\0"] {
            assert_eq!(said(bytes), Err(NotText), "{bytes:x?}");
        }
    }
}
