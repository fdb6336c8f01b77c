//! A passphrase from a file or a pipe: its first line. One that others may read is refused.

use std::io::{self, Read};
use std::path::Path;

use vault::{ExitClass, Passphrase};
use zeroize::Zeroizing;

use crate::input::{self, UTF_16};
use crate::named;
use crate::problem::Problem;

/// Longest passphrase that is read, in bytes.
const LIMIT: usize = 4096;

/// From the first line of a file; `-` is standard input.
///
/// # Errors
/// A file that others may read, whose first line is too long, empty or no text, or that cannot be read.
pub fn from_file(path: &Path) -> Result<Passphrase, Problem> {
    if input::is_standard(path) {
        return input::passphrase();
    }
    let mut file = named::open(path)?;
    // What is open already was given to this process as standard input is; who else may read it, the one who gave it knows.
    if !is_descriptor(path) && vault::opened_to_others(file.file()).map_err(|error| Problem::file(path, &error))? {
        return Err(refused("passphrase_file_open", path));
    }
    line_of(path, &mut file)
}

/// Whether a path names something that this process has open.
pub fn is_descriptor(path: &Path) -> bool {
    ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.parent() == Some(Path::new(folder)))
        || ["/dev/stdin", "/dev/stdout", "/dev/stderr"].iter().any(|name| path == Path::new(name))
}

/// Reads byte by byte up to the line's end, so that what follows stays for the next reader.
pub fn line_of(path: &Path, from: &mut dyn Read) -> Result<Passphrase, Problem> {
    let line = first_line(from).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => refused("passphrase_file_long", path).with("limit", LIMIT.to_string()),
        _ => Problem::file(path, &error),
    })?;
    let mut text = input::text(&line).map_err(|no| no.in_file(path))?;
    while text.ends_with(['\r', '\n']) {
        text.pop();
    }
    if text.is_empty() {
        return Err(refused("passphrase_file_empty", path));
    }
    Ok(Passphrase::new(std::mem::take(&mut *text)))
}

fn refused(code: &str, path: &Path) -> Problem {
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
