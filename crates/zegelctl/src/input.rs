//! What comes in as text: its encoding, and who reads standard input.

use std::io::{self, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use vault::{ExitClass, Passphrase};
use zeroize::Zeroizing;

use crate::problem::Problem;
use crate::{named, passphrase, streams};

/// Standard input can be read once, and of several that want it each must know whether another had it.
static STANDARD: Mutex<Standard> = Mutex::new(Standard { taken: None, passphrase: Awaited::Not });

struct Standard {
    /// By what, as it was typed.
    taken: Option<&'static str>,
    passphrase: Awaited,
}

/// A passphrase on the first line.
enum Awaited {
    Not,
    Yes,
    Read(Passphrase),
}

/// Who reads standard input to its end.
#[derive(Clone, Copy)]
pub enum Reader {
    Text,
    File,
    Batch,
}

impl Reader {
    fn as_str(self) -> &'static str {
        match self {
            Reader::Text => "@-",
            Reader::File => "-",
            Reader::Batch => "batch",
        }
    }
}

/// Says that the first line of standard input is a passphrase, which is read before anything else.
pub fn expect_passphrase() {
    let mut standard = standard();
    if matches!(standard.passphrase, Awaited::Not) {
        standard.passphrase = Awaited::Yes;
    }
}

/// The rest of standard input, for one reader.
///
/// # Errors
/// `stdin_taken` when another has it.
pub fn claim(by: Reader) -> Result<io::Stdin, Problem> {
    let mut standard = standard();
    if let Some(taken) = standard.taken {
        return Err(Problem::usage("stdin_taken").with("by", taken));
    }
    streams::input()?;
    if matches!(standard.passphrase, Awaited::Yes) {
        standard.passphrase = Awaited::Read(passphrase::line_of(Path::new("-"), &mut io::stdin().lock())?);
    }
    standard.taken = Some(by.as_str());
    Ok(io::stdin())
}

/// The passphrase on the next line of standard input.
///
/// # Errors
/// `stdin_taken` when somebody reads it to its end; what is wrong with the line.
pub fn passphrase() -> Result<Passphrase, Problem> {
    let mut standard = standard();
    if let Awaited::Read(passphrase) = std::mem::replace(&mut standard.passphrase, Awaited::Not) {
        return Ok(passphrase);
    }
    match standard.taken {
        Some(taken) => Err(Problem::usage("stdin_taken").with("by", taken)),
        None => streams::input().and_then(|()| passphrase::line_of(Path::new("-"), &mut io::stdin().lock())),
    }
}

fn standard() -> std::sync::MutexGuard<'static, Standard> {
    STANDARD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a file or a pipe, or standard input for `-`, up to a limit.
///
/// # Errors
/// `file_too_large`, `stdin_taken`, or why it could not be read.
pub fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    if is_standard(path) {
        return limited(&mut claim(Reader::File)?.lock(), path, limit);
    }
    limited(&mut named::open(path)?, path, limit)
}

/// Whether a path names standard input, which can be read once.
pub fn is_standard(path: &Path) -> bool {
    ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].iter().any(|name| path == Path::new(name))
}

pub fn limited(from: &mut dyn Read, path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes).map_err(|error| Problem::file(path, &error))?;
    if bytes.len() as u64 > limit {
        return Err(Problem::new("file_too_large", ExitClass::Refused)
            .with("path", path.display().to_string())
            .with("limit", limit.to_string()));
    }
    Ok(bytes)
}

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
