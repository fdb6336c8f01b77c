//! What passes between the two halves: frames of fixed size, pixels, and what is missing from them. No length in a frame
//! has to be trusted before it was checked.

mod lists;

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

pub use self::lists::{
    read_attachments, read_missing, read_outline, read_piece, read_places, read_text, write_attachments, write_missing,
    write_outline, write_piece, write_places, write_text,
};
use crate::kind::Kind;

/// Widest page image, in pixels.
pub const WIDEST: u32 = 4000;
/// Highest page image, in pixels: with its strips it must fit in WebP's 16,384.
pub const TALLEST: u32 = 14_000;
/// Largest page image, in pixels: so that the parent, which holds it as RGB, as what the encoder makes of it, and as WebP,
/// stays under 200 MiB.
pub const MOST_PIXELS: u64 = 14_000_000;
/// Pages beyond this are not shown.
pub const MOST_PAGES: u32 = 100_000;
/// Largest document that is shown, in bytes.
pub const LARGEST: u64 = 256 * 1024 * 1024;

/// Largest part of a document that is an archive, unpacked, in bytes.
pub const LARGEST_PART: u64 = 128 * 1024 * 1024;

/// Largest form of a document that another program made, in bytes.
pub const LARGEST_FORM: u64 = 128 * 1024 * 1024;

/// Of a document's own password, in bytes: no format takes more than 127.
pub const LONGEST_PASSWORD: usize = 127;
/// Of one piece of the text of a page, in bytes.
pub const MOST_TEXT: u32 = 4 * 1024 * 1024;
/// Of a list of places.
pub const MOST_PLACES: usize = 200_000;
/// Instead of a page: the whole document, or none.
pub(crate) const WHOLE: u32 = u32::MAX;

/// In addition to the walls in the answer to a document: pages beyond a limit are left out.
pub const CUT: u32 = 4;

/// Before a document that has no password of its own.
const OPEN: &[u8; 4] = b"ZGV2";
/// Before one that has.
const OPEN_BY_PASSWORD: &[u8; 4] = b"ZGV3";
/// Before one behind which its form comes.
const OPEN_WITH_FORM: &[u8; 4] = b"ZGV4";
const ANSWER: &[u8; 4] = b"ZGA2";

/// What the worker is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// Of one page, in hundredths of a point.
    Size { page: u32 },
    /// RGB, eight bits each, rows from the top. Narrower than asked where the page would be too high.
    Render { page: u32, width: u32 },
    /// What a page lacks, or the whole document; of a page, after it was rendered or read.
    Missing { page: Option<u32> },
    /// What can be read on a page, as UTF-8: one piece of it, counted from 0.
    Text { page: u32, piece: u32 },
    /// Where on a page the letters of its text stand.
    Places { page: u32 },
    /// The outline of the document.
    Outline,
    /// Whether a page on which nothing can be read may be a picture of text.
    Scan { page: u32 },
    /// What the document brings with it.
    Attachments,
    /// The bytes of one of those, counted from 0: one piece of them, counted from 0.
    Attachment { nth: u32, piece: u32 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Status {
    Ok = 0,
    Malformed = 1,
    Encrypted = 2,
    Sandbox = 3,
    TooLarge = 4,
    NoSuchPage = 5,
    TooManyPixels = 6,
    /// It is encrypted in a way that is not known.
    Encryption = 7,
    NoPages = 8,
    /// What it is packed in is within the limit, and what comes out of it is not.
    Unpacks = 9,
    /// It may be sound, and is of a form of its kind that is not read here.
    Unsupported = 10,
    /// It breaks off before anything that could be shown.
    CutShort = 11,
}

impl Status {
    const ALL: [Status; 12] = [
        Status::Ok,
        Status::Malformed,
        Status::Encrypted,
        Status::Sandbox,
        Status::TooLarge,
        Status::NoSuchPage,
        Status::TooManyPixels,
        Status::Encryption,
        Status::NoPages,
        Status::Unpacks,
        Status::Unsupported,
        Status::CutShort,
    ];
}

/// Twelve bytes and a status; after a rendered page its pixels, before a list or a text how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    pub status: Status,
    /// Pages, width, hundredths of a point, or how many items.
    pub a: u32,
    /// What the sandbox enforces (and [`CUT`]), height, hundredths of a point, or how many bytes.
    pub b: u32,
}

impl Reply {
    pub fn failed(status: Status) -> Reply {
        Reply { status, a: 0, b: 0 }
    }

    /// # Errors
    /// When the pipe is closed.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let mut frame = Vec::with_capacity(13);
        frame.extend_from_slice(ANSWER);
        frame.push(self.status as u8);
        frame.extend_from_slice(&self.a.to_le_bytes());
        frame.extend_from_slice(&self.b.to_le_bytes());
        to.write_all(&frame)?;
        to.flush()
    }

    /// # Errors
    /// `InvalidData` for anything but a frame.
    pub fn read(from: &mut dyn Read) -> io::Result<Reply> {
        let (mut magic, mut status) = ([0; 4], [0; 1]);
        from.read_exact(&mut magic)?;
        from.read_exact(&mut status)?;
        let (a, b) = (number(from)?, number(from)?);
        let [status] = status;
        let status = Status::ALL.into_iter().find(|known| *known as u8 == status);
        match status {
            Some(status) if &magic == ANSWER => Ok(Reply { status, a, b }),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

/// What comes before a document's bytes. `password`: its own, at most [`LONGEST_PASSWORD`] bytes; empty where it has none.
///
/// # Errors
/// When the pipe is closed, or the password is too long.
pub fn write_open(to: &mut dyn Write, kind: Kind, size: u64, password: &str) -> io::Result<()> {
    let length = u8::try_from(password.len()).ok().filter(|length| usize::from(*length) <= LONGEST_PASSWORD);
    let length = length.ok_or(io::ErrorKind::InvalidInput)?;
    to.write_all(if length == 0 { OPEN } else { OPEN_BY_PASSWORD })?;
    to.write_all(&[kind as u8])?;
    to.write_all(&size.to_le_bytes())?;
    if length > 0 {
        to.write_all(&[length])?;
        to.write_all(password.as_bytes())?;
    }
    Ok(())
}

/// What comes before a document's bytes, where its form comes behind them, by [`write_form`].
///
/// # Errors
/// When the pipe is closed.
pub fn write_open_with_form(to: &mut dyn Write, kind: Kind, size: u64) -> io::Result<()> {
    to.write_all(OPEN_WITH_FORM)?;
    to.write_all(&[kind as u8])?;
    to.write_all(&size.to_le_bytes())
}

/// The form of a document, as a PDF that another program made of it; empty where none did.
///
/// # Errors
/// When the pipe is closed, or it is too long.
pub fn write_form(to: &mut dyn Write, pdf: &[u8]) -> io::Result<()> {
    let size = Some(pdf.len() as u64).filter(|size| *size <= LARGEST_FORM).ok_or(io::ErrorKind::InvalidInput)?;
    to.write_all(&size.to_le_bytes())?;
    to.write_all(pdf)?;
    to.flush()
}

/// None where there is none.
///
/// # Errors
/// `InvalidData` for one that is too long or cut short.
pub fn read_form(from: &mut dyn Read) -> io::Result<Option<Vec<u8>>> {
    let mut size = [0; 8];
    from.read_exact(&mut size)?;
    let size = Some(u64::from_le_bytes(size)).filter(|size| *size <= LARGEST_FORM).ok_or(io::ErrorKind::InvalidData)?;
    let mut pdf = Vec::new();
    from.take(size).read_to_end(&mut pdf)?;
    if pdf.len() as u64 == size {
        Ok(Some(pdf).filter(|pdf| !pdf.is_empty()))
    } else {
        Err(io::ErrorKind::InvalidData.into())
    }
}

/// What stands before a document's bytes.
pub struct Opening {
    pub kind: Kind,
    pub size: u64,
    /// Its own; empty where it has none.
    pub password: Zeroizing<String>,
    /// Whether its form comes behind it.
    pub with_form: bool,
}

/// # Errors
/// `InvalidData` for anything but a frame.
pub fn read_open(from: &mut dyn Read) -> io::Result<Opening> {
    let (mut magic, mut kind, mut size, mut length) = ([0; 4], [0; 1], [0; 8], [0; 1]);
    from.read_exact(&mut magic)?;
    from.read_exact(&mut kind)?;
    from.read_exact(&mut size)?;
    match &magic {
        OPEN | OPEN_WITH_FORM => {}
        OPEN_BY_PASSWORD => from.read_exact(&mut length)?,
        _ => return Err(io::ErrorKind::InvalidData.into()),
    }
    let ([kind], [length]) = (kind, length);
    let mut bytes = Zeroizing::new([0; u8::MAX as usize]);
    let password = bytes.get_mut(..usize::from(length)).ok_or(io::ErrorKind::InvalidData)?;
    from.read_exact(password)?;
    let password = std::str::from_utf8(password).map_err(|_| io::ErrorKind::InvalidData)?;
    match Kind::from_byte(kind) {
        Some(kind) if password.len() <= LONGEST_PASSWORD => Ok(Opening {
            kind,
            size: u64::from_le_bytes(size),
            password: Zeroizing::new(password.to_owned()),
            with_form: &magic == OPEN_WITH_FORM,
        }),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// # Errors
/// When the pipe is closed.
pub fn write_call(to: &mut dyn Write, request: Call) -> io::Result<()> {
    let (tag, page, width) = match request {
        Call::Size { page } => (b'S', page, 0),
        Call::Render { page, width } => (b'R', page, width),
        Call::Missing { page } => (b'M', page.unwrap_or(WHOLE), 0),
        Call::Text { page, piece } => (b'T', page, piece),
        Call::Places { page } => (b'P', page, 0),
        Call::Outline => (b'O', 0, 0),
        Call::Scan { page } => (b'C', page, 0),
        Call::Attachments => (b'A', 0, 0),
        Call::Attachment { nth, piece } => (b'B', nth, piece),
    };
    let mut frame = vec![tag];
    frame.extend_from_slice(&page.to_le_bytes());
    frame.extend_from_slice(&width.to_le_bytes());
    to.write_all(&frame)?;
    to.flush()
}

/// `None` when nobody asks any more.
///
/// # Errors
/// `InvalidData` for anything but a frame.
pub fn read_call(from: &mut dyn Read) -> io::Result<Option<Call>> {
    let mut tag = [0; 1];
    if from.read(&mut tag)? == 0 {
        return Ok(None);
    }
    let (page, width) = (number(from)?, number(from)?);
    match tag {
        [b'S'] => Ok(Some(Call::Size { page })),
        [b'R'] => Ok(Some(Call::Render { page, width })),
        [b'M'] => Ok(Some(Call::Missing { page: Some(page).filter(|page| *page != WHOLE) })),
        [b'T'] => Ok(Some(Call::Text { page, piece: width })),
        [b'P'] => Ok(Some(Call::Places { page })),
        [b'O'] => Ok(Some(Call::Outline)),
        [b'C'] => Ok(Some(Call::Scan { page })),
        [b'A'] => Ok(Some(Call::Attachments)),
        [b'B'] => Ok(Some(Call::Attachment { nth: page, piece: width })),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

pub(crate) fn number(from: &mut dyn Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_read_back_as_they_were_written() {
        let mut pipe = Vec::new();
        write_open(&mut pipe, Kind::Png, 7, "exercise").expect("a vector takes everything");
        let asked = [
            Call::Render { page: 3, width: 900 },
            Call::Missing { page: Some(3) },
            Call::Missing { page: None },
            Call::Text { page: 4, piece: 7 },
            Call::Places { page: 5 },
            Call::Outline,
            Call::Scan { page: 6 },
            Call::Attachments,
            Call::Attachment { nth: 8, piece: 9 },
        ];
        asked.into_iter().for_each(|request| write_call(&mut pipe, request).expect("a vector takes everything"));
        Reply { status: Status::Encrypted, a: 1, b: 2 }.write(&mut pipe).expect("a vector takes everything");
        let mut from = pipe.as_slice();
        let said = |open: &Opening| (open.kind, open.size, open.password.to_string(), open.with_form);
        let open = read_open(&mut from).expect("a frame");
        assert_eq!(said(&open), (Kind::Png, 7, "exercise".to_owned(), false));
        let mut plain = Vec::new();
        write_open(&mut plain, Kind::Pdf, 8, "").expect("a vector takes everything");
        let open = read_open(&mut plain.as_slice()).expect("a frame");
        assert_eq!(said(&open), (Kind::Pdf, 8, String::new(), false));
        let mut formed = Vec::new();
        write_open_with_form(&mut formed, Kind::Docx, 0).expect("a vector takes everything");
        write_form(&mut formed, b"%PDF").expect("a vector takes everything");
        let mut formed = formed.as_slice();
        assert_eq!(said(&read_open(&mut formed).expect("a frame")), (Kind::Docx, 0, String::new(), true));
        assert_eq!(read_form(&mut formed).expect("a form").as_deref(), Some(&b"%PDF"[..]));
        assert_eq!(read_form(&mut &[0; 8][..]).expect("there is none"), None);
        assert!(read_form(&mut &[255; 16][..]).is_err() && read_form(&mut &[9, 0, 0, 0, 0, 0, 0, 0, 1][..]).is_err());
        assert!(write_open(&mut Vec::new(), Kind::Png, 7, &"x".repeat(128)).is_err());
        asked.into_iter().for_each(|request| assert_eq!(read_call(&mut from).expect("a frame"), Some(request)));
        assert_eq!(Reply::read(&mut from).expect("a frame"), Reply { status: Status::Encrypted, a: 1, b: 2 });
        assert_eq!(read_call(&mut from).expect("the end"), None);
    }

    #[test]
    fn anything_else_is_no_frame() {
        for bytes in [&b"ZGA2"[..], b"ZGA2\xffaaaabbbb", b"HTTP/1.1 200", b""] {
            assert!(Reply::read(&mut &*bytes).is_err());
        }
    }
}
