//! A passphrase is the first line of what it comes in.

use std::io::{self, Read};
use std::path::Path;

use vault::{ExitClass, Passphrase};
use zeroize::Zeroizing;

use crate::encoding::{self, UTF_16};
use crate::problem::Problem;

/// Longest passphrase that is read, in bytes.
const LIMIT: usize = 4096;

/// Reads byte by byte up to the line's end, so that what follows stays for the next reader.
pub fn line_of(path: &Path, from: &mut dyn Read) -> Result<Passphrase, Problem> {
    let line = first_line(from).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => refused("passphrase_file_long", path).with("limit", LIMIT.to_string()),
        _ => Problem::file(path, &error),
    })?;
    let mut text = encoding::text(&line).map_err(|no| no.in_file(path))?;
    while text.ends_with(['\r', '\n']) {
        text.pop();
    }
    if text.is_empty() {
        return Err(refused("passphrase_file_empty", path));
    }
    Ok(Passphrase::new(std::mem::take(&mut *text)))
}

pub fn refused(code: &str, path: &Path) -> Problem {
    Problem::new(code, ExitClass::Refused).with("path", path.display().to_string())
}

/// In UTF-16 a line ends where both bytes of a unit are those of a line feed.
fn first_line(from: &mut dyn Read) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut line = Zeroizing::new(Vec::with_capacity(LIMIT));
    let mut byte = Zeroizing::new([0_u8]);
    loop {
        match from.read(byte.as_mut()) {
            Ok(0) => return Ok(line),
            Ok(_) if line.len() == LIMIT => return Err(io::ErrorKind::FileTooLarge.into()),
            Ok(_) => line.extend_from_slice(byte.as_slice()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        let ended = match UTF_16.iter().position(|mark| line.starts_with(mark)) {
            Some(0) => line.len() % 2 == 0 && line.ends_with(b"\n\0"),
            Some(_) => line.len() % 2 == 0 && line.ends_with(b"\0\n"),
            None => line.ends_with(b"\n"),
        };
        if ended {
            return Ok(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mut bytes: &[u8]) -> Result<(String, Vec<u8>), String> {
        let read = line_of(Path::new("p"), &mut bytes).map_err(|problem| problem.code)?;
        Ok((read.expose_secret().to_owned(), bytes.to_vec()))
    }

    #[test]
    fn the_passphrase_is_the_first_line_and_leaves_the_rest() {
        let utf_16: Vec<u8> = "\u{feff}exercise\r\nx".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, rest) in [
            (&b"exercise"[..], &b""[..]),
            (b"exercise\n", b""),
            (b"exercise\r\ndoc list\n", b"doc list\n"),
            (b"\xef\xbb\xbfexercise\r\n", b""),
            (&utf_16, b"x\0"),
        ] {
            assert_eq!(read(bytes), Ok(("exercise".to_owned(), rest.to_vec())), "{bytes:x?}");
        }
    }

    #[test]
    fn a_first_line_that_is_no_passphrase_is_told_apart() {
        assert_eq!(read(&vec![b'x'; LIMIT + 1]), Err("passphrase_file_long".to_owned()));
        assert_eq!(read(b""), Err("passphrase_file_empty".to_owned()));
        assert_eq!(read(b"\r\nexercise"), Err("passphrase_file_empty".to_owned()));
        assert_eq!(read(b"e\0x\0"), Err("not_text".to_owned()));
        assert_eq!(read(b"\xe9t\xe9"), Err("not_text".to_owned()));
    }
}
