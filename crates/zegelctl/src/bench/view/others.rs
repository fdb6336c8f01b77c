//! Other programs that draw pages of PDF, run as a person runs them, their pictures read from a pipe.

use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// So long one of them may take for a document.
const LIMIT: Duration = Duration::from_secs(120);
/// The largest picture of a page that is believed, in bytes.
const LARGEST: u64 = 512 * super::MIB;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Other {
    Pdftoppm,
    Mutool,
}

/// What it drew.
pub struct Pictures {
    /// Grey, where they were asked for.
    pub kept: Vec<Picture>,
    pub pages: u32,
    /// From nothing until it has ended.
    pub took: Duration,
}

/// Rows from the top.
#[derive(Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub pixels: Vec<u8>,
}

/// What is wanted of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// How many there are: in colour, as pages are shown.
    Count,
    /// Each of them, in grey.
    Grey,
}

impl Other {
    pub const ALL: [Other; 2] = [Other::Pdftoppm, Other::Mutool];

    pub fn name(self) -> &'static str {
        match self {
            Other::Pdftoppm => "pdftoppm",
            Other::Mutool => "mutool",
        }
    }

    fn command(self, document: &Path, inch: f32, most: u32, wanted: Wanted) -> Command {
        let mut command = Command::new(self.name());
        let inch = inch.to_string();
        match self {
            Other::Pdftoppm => {
                command.args(["-q", "-cropbox", "-r", &inch, "-f", "1", "-l", &most.to_string()]);
                command.args((wanted == Wanted::Grey).then_some("-gray")).arg(document);
            }
            Other::Mutool => {
                let form = if wanted == Wanted::Grey { "pgm" } else { "ppm" };
                command.args(["draw", "-q", "-r", &inch, "-F", form, "-o", "-"]);
                command.arg(document).arg(format!("1-{most}"));
            }
        }
        command
    }

    /// Has at most so many first pages drawn, `inch` pixels an inch. None where it failed, or took too long.
    pub fn draw(self, document: &Path, inch: f32, most: u32, wanted: Wanted) -> Option<Pictures> {
        pictures_of(self.command(document, inch, most, wanted), wanted, LIMIT)
    }
}

fn pictures_of(mut command: Command, wanted: Wanted, limit: Duration) -> Option<Pictures> {
    let begin = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let from = child.stdout.take()?;
    let (done, waits) = mpsc::channel();
    thread::spawn(move || drop(done.send(read(&mut BufReader::with_capacity(1 << 20, from), wanted))));
    let read = waits.recv_timeout(limit).ok().and_then(Result::ok);
    if read.is_none() {
        // It may go on, or wait for somebody who reads.
        drop(child.kill());
    }
    let ended = child.wait().ok()?;
    let (kept, pages) = read.filter(|_| ended.success())?;
    Some(Pictures { kept, pages, took: begin.elapsed() })
}

/// All pictures of a stream.
fn read(from: &mut impl BufRead, wanted: Wanted) -> io::Result<(Vec<Picture>, u32)> {
    let (mut kept, mut pages) = (Vec::new(), 0);
    while let Some((width, bytes)) = head(from)? {
        let mut picture = from.by_ref().take(bytes);
        match wanted {
            Wanted::Count if io::copy(&mut picture, &mut io::sink())? == bytes => {}
            Wanted::Count => return Err(io::ErrorKind::UnexpectedEof.into()),
            Wanted::Grey => {
                let mut pixels = Vec::new();
                if picture.read_to_end(&mut pixels)? as u64 != bytes {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                kept.push(Picture { width, pixels });
            }
        }
        pages += 1;
    }
    Ok((kept, pages))
}

/// The head of a binary PGM or PPM: its width in pixels, and how many bytes follow. None at the end of the stream.
fn head(from: &mut impl BufRead) -> io::Result<Option<(usize, u64)>> {
    let wrong = || io::Error::from(io::ErrorKind::InvalidData);
    let colours = match word(from)?.as_str() {
        "" => return Ok(None),
        "P5" => 1,
        "P6" => 3,
        _ => return Err(wrong()),
    };
    let mut number = || word(from)?.parse::<u64>().map_err(|_| wrong());
    let (width, height, most) = (number()?, number()?, number()?);
    let bytes = width.checked_mul(height).and_then(|pixels| pixels.checked_mul(colours));
    let bytes = bytes.filter(|bytes| *bytes <= LARGEST && most == 255).ok_or_else(wrong)?;
    Ok(Some((usize::try_from(width).map_err(|_| wrong())?, bytes)))
}

/// The next word, and the one blank behind it. Comments go to the end of their line.
fn word(from: &mut impl BufRead) -> io::Result<String> {
    let mut word = String::new();
    let mut byte = [0];
    while from.read(&mut byte)? == 1 {
        match byte {
            [b'#'] if word.is_empty() => drop(from.read_until(b'\n', &mut Vec::new())?),
            [blank] if blank.is_ascii_whitespace() && word.is_empty() => {}
            [blank] if blank.is_ascii_whitespace() => return Ok(word),
            [letter] if word.len() < 20 => word.push(char::from(letter)),
            [_] => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
    if word.is_empty() { Ok(word) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &[u8] = b"P5\n2 3\n255\n123456P6\n# made by\n1 1\n255\n\n# P5";

    #[test]
    fn pictures_that_follow_one_another_are_told_apart() {
        // The last one's pixels are a line end, a sign of a comment, and a blank.
        let (kept, pages) = read(&mut STREAM.strip_suffix(b"P5").expect("it ends so"), Wanted::Grey).expect("two");
        assert_eq!(pages, 2);
        let first = Picture { width: 2, pixels: b"123456".to_vec() };
        assert_eq!(kept, [first, Picture { width: 1, pixels: b"\n# ".to_vec() }]);
        assert_eq!(read(&mut &b""[..], Wanted::Count).expect("none").1, 0);
    }

    #[test]
    fn a_picture_that_breaks_off_or_is_none_is_no_page() {
        for stream in
            [STREAM, b"P5\n2 3\n255\n12345", b"P5\n2", b"hello", b"P5\n2 3\n65535\n", b"P5 9999999 9999999 255 "]
        {
            for wanted in [Wanted::Count, Wanted::Grey] {
                assert!(read(&mut &*stream, wanted).is_err(), "{:?}", String::from_utf8_lossy(stream));
            }
        }
    }

    #[test]
    fn a_program_that_fails_or_does_not_end_drew_nothing() {
        let shell = |script: &str| {
            let mut command = Command::new("/bin/sh");
            command.args(["-c", script]);
            pictures_of(command, Wanted::Count, Duration::from_millis(300)).map(|drawn| drawn.pages)
        };
        assert_eq!(shell("printf 'P5 1 1 255 x'"), Some(1));
        assert_eq!(shell("printf 'P5 1 1 255 x'; exit 1"), None);
        assert_eq!(shell("printf 'P5 1 1 255 x'; exec sleep 60"), None);
        assert_eq!(shell("printf nothing"), None);
    }
}
