//! What passes between the two halves: frames of fixed size, pixels, and what is missing from them. No length in a frame
//! has to be trusted before it was checked.

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use crate::headings::{DEEPEST_HEADING, Heading, LONGEST_TITLE, MOST_HEADINGS};
use crate::missing::{self, Lack, Missing};
use crate::places::{Area, Place};

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
/// In bytes: so much longer a piece may be that ends where a letter does.
const LONGEST_LETTER: u32 = 4;
/// Of a name in a list of what is missing, in bytes.
const LONGEST_NAME: usize = 250;
/// Kind, count, length of the name, and the name.
const LONGEST_ITEM: usize = 1 + 4 + 1 + LONGEST_NAME;
/// Of a list of places.
pub const MOST_PLACES: usize = 200_000;
/// Byte of the text, and four edges.
const LONG_PLACE: usize = 4 + 4 * 2;
/// Page, depth, length of the title.
const LONG_HEADING: usize = 4 + 1 + 2;
/// Instead of a page: the whole document, or none.
const WHOLE: u32 = u32::MAX;

/// In addition to the walls in the answer to a document: pages beyond a limit are left out.
pub const CUT: u32 = 4;

/// Before a document that has no password of its own.
const OPEN: &[u8; 4] = b"ZGV2";
/// Before one that has.
const OPEN_BY_PASSWORD: &[u8; 4] = b"ZGV3";
/// Before one behind which its form comes.
const OPEN_WITH_FORM: &[u8; 4] = b"ZGV4";
const ANSWER: &[u8; 4] = b"ZGA2";

/// What can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    Pdf = 1,
    Text = 2,
    Png = 3,
    Jpeg = 4,
    WebP = 5,
    Gif = 6,
    Bmp = 7,
    Tiff = 8,
    /// Word processing, tables and slides of ISO/IEC 29500 and 26300: their text.
    Docx = 9,
    Xlsx = 10,
    Pptx = 11,
    /// Text or slides.
    Odf = 12,
    Ods = 13,
    Rtf = 14,
    /// A mail as a compound file.
    Outlook = 15,
    /// Text that its author says is Markdown.
    Markdown = 16,
}

impl Kind {
    pub const ALL: [Kind; 16] = [
        Kind::Pdf,
        Kind::Text,
        Kind::Png,
        Kind::Jpeg,
        Kind::WebP,
        Kind::Gif,
        Kind::Bmp,
        Kind::Tiff,
        Kind::Docx,
        Kind::Xlsx,
        Kind::Pptx,
        Kind::Odf,
        Kind::Ods,
        Kind::Rtf,
        Kind::Outlook,
        Kind::Markdown,
    ];

    /// By the first bytes of a document, and whether those are all; never by its name.
    pub fn of_content(document: &[u8]) -> Option<Kind> {
        let start = document.get(..kinds::LOOKED_AT).unwrap_or(document);
        Kind::of_media_type(&kinds::media_type(start, start.len() == document.len()))
    }

    /// By media type (RFC 6838), parameters ignored.
    pub fn of_media_type(media_type: &str) -> Option<Kind> {
        match media_type.split(';').next().unwrap_or_default().trim() {
            "application/pdf" => Some(Kind::Pdf),
            "text/plain" => Some(Kind::Text),
            "text/markdown" => Some(Kind::Markdown),
            "image/png" => Some(Kind::Png),
            "image/jpeg" => Some(Kind::Jpeg),
            "image/webp" => Some(Kind::WebP),
            "image/gif" => Some(Kind::Gif),
            "image/bmp" => Some(Kind::Bmp),
            "image/tiff" => Some(Kind::Tiff),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Some(Kind::Docx),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Some(Kind::Xlsx),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation" => Some(Kind::Pptx),
            "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.presentation" => {
                Some(Kind::Odf)
            }
            "application/vnd.oasis.opendocument.spreadsheet" => Some(Kind::Ods),
            "application/rtf" => Some(Kind::Rtf),
            "application/vnd.ms-outlook" => Some(Kind::Outlook),
            _ => None,
        }
    }

    /// As it is called; of those that go by several names, the first.
    pub fn media_type(self) -> &'static str {
        kinds::shown().find(|media_type| Kind::of_media_type(media_type) == Some(self)).unwrap_or_default()
    }

    /// How the name of an office file ends; none of what is no office file.
    pub fn ending_of_office(self) -> Option<&'static str> {
        match self {
            Kind::Docx => Some("docx"),
            Kind::Xlsx => Some("xlsx"),
            Kind::Pptx => Some("pptx"),
            // Text or slides: which of them, stands in it.
            Kind::Odf => Some("odt"),
            Kind::Ods => Some("ods"),
            Kind::Rtf => Some("rtf"),
            Kind::Pdf
            | Kind::Text
            | Kind::Markdown
            | Kind::Png
            | Kind::Jpeg
            | Kind::WebP
            | Kind::Gif
            | Kind::Bmp
            | Kind::Tiff
            | Kind::Outlook => None,
        }
    }

    fn from_byte(byte: u8) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as u8 == byte)
    }
}

/// What the worker is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
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
}

impl Status {
    const ALL: [Status; 11] = [
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
    ];
}

/// Twelve bytes and a status; after a rendered page its pixels, before a list or a text how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: Status,
    /// Pages, width, hundredths of a point, or how many items.
    pub a: u32,
    /// What the sandbox enforces (and [`CUT`]), height, hundredths of a point, or how many bytes.
    pub b: u32,
}

impl Answer {
    pub fn failed(status: Status) -> Answer {
        Answer { status, a: 0, b: 0 }
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
    pub fn read(from: &mut dyn Read) -> io::Result<Answer> {
        let (mut magic, mut status) = ([0; 4], [0; 1]);
        from.read_exact(&mut magic)?;
        from.read_exact(&mut status)?;
        let (a, b) = (number(from)?, number(from)?);
        let [status] = status;
        let status = Status::ALL.into_iter().find(|known| *known as u8 == status);
        match status {
            Some(status) if &magic == ANSWER => Ok(Answer { status, a, b }),
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
pub fn write_request(to: &mut dyn Write, request: Request) -> io::Result<()> {
    let (tag, page, width) = match request {
        Request::Size { page } => (b'S', page, 0),
        Request::Render { page, width } => (b'R', page, width),
        Request::Missing { page } => (b'M', page.unwrap_or(WHOLE), 0),
        Request::Text { page, piece } => (b'T', page, piece),
        Request::Places { page } => (b'P', page, 0),
        Request::Outline => (b'O', 0, 0),
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
pub fn read_request(from: &mut dyn Read) -> io::Result<Option<Request>> {
    let mut tag = [0; 1];
    if from.read(&mut tag)? == 0 {
        return Ok(None);
    }
    let (page, width) = (number(from)?, number(from)?);
    match tag {
        [b'S'] => Ok(Some(Request::Size { page })),
        [b'R'] => Ok(Some(Request::Render { page, width })),
        [b'M'] => Ok(Some(Request::Missing { page: Some(page).filter(|page| *page != WHOLE) })),
        [b'T'] => Ok(Some(Request::Text { page, piece: width })),
        [b'P'] => Ok(Some(Request::Places { page })),
        [b'O'] => Ok(Some(Request::Outline)),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// A list with its answer before it.
///
/// # Errors
/// When the pipe is closed.
pub fn write_missing(to: &mut dyn Write, list: &[Missing]) -> io::Result<()> {
    let mut bytes = Vec::new();
    let list = list.get(..missing::MOST).unwrap_or(list);
    for item in list {
        let name = item.name.get(..item.name.floor_char_boundary(LONGEST_NAME)).unwrap_or_default();
        bytes.push(item.lack as u8);
        bytes.extend_from_slice(&item.count.to_le_bytes());
        bytes.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
        bytes.extend_from_slice(name.as_bytes());
    }
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Answer { status: Status::Ok, a: length(list.len()), b: length(bytes.len()) }.write(to)?;
    to.write_all(&bytes)?;
    to.flush()
}

/// The list that belongs to an answer. Its names are made harmless once more: they were on the other side.
///
/// # Errors
/// `InvalidData` for a list that is too long or anything but a list.
pub fn read_missing(from: &mut dyn Read, answer: Answer) -> io::Result<Vec<Missing>> {
    let (count, length) = (answer.a as usize, answer.b as usize);
    if count > missing::MOST || length > count * LONGEST_ITEM {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    let mut bytes = bytes.as_slice();
    let list = (0..count).map(|_| item(&mut bytes)).collect::<io::Result<Vec<_>>>()?;
    if bytes.is_empty() { Ok(list) } else { Err(io::ErrorKind::InvalidData.into()) }
}

fn item(from: &mut dyn Read) -> io::Result<Missing> {
    let (mut lack, mut length) = ([0; 1], [0; 1]);
    from.read_exact(&mut lack)?;
    let count = number(from)?;
    from.read_exact(&mut length)?;
    let ([lack], [length]) = (lack, length);
    let mut name = vec![0; usize::from(length)];
    from.read_exact(&mut name)?;
    match (Lack::from_byte(lack), std::str::from_utf8(&name)) {
        (Some(lack), Ok(name)) => Ok(Missing::new(lack, name, count)),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// One piece of a text, counted from 0, with its answer before it: `a` is 1 where another piece follows.
///
/// # Errors
/// When the pipe is closed.
pub fn write_text(to: &mut dyn Write, text: &str, piece: u32) -> io::Result<()> {
    // Each piece ends where a letter does.
    let edge = |piece: u64| {
        let most = usize::try_from(piece * u64::from(MOST_TEXT)).unwrap_or(usize::MAX);
        text.floor_char_boundary(most.min(text.len()))
    };
    let (begin, end) = (edge(u64::from(piece)), edge(u64::from(piece) + 1));
    let shown = text.get(begin..end).unwrap_or_default();
    let more = u32::from(end < text.len());
    Answer { status: Status::Ok, a: more, b: u32::try_from(shown.len()).unwrap_or(u32::MAX) }.write(to)?;
    to.write_all(shown.as_bytes())?;
    to.flush()
}

/// The text that belongs to an answer.
///
/// # Errors
/// `InvalidData` for a text that is too long or none.
pub fn read_text(from: &mut dyn Read, answer: Answer) -> io::Result<String> {
    if answer.b > MOST_TEXT + LONGEST_LETTER {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; answer.b as usize];
    from.read_exact(&mut bytes)?;
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Places with their answer before them: as many as [`MOST_PLACES`].
///
/// # Errors
/// When the pipe is closed.
pub fn write_places(to: &mut dyn Write, places: &[Place]) -> io::Result<()> {
    let places = places.get(..MOST_PLACES).unwrap_or(places);
    let mut bytes = Vec::with_capacity(places.len() * LONG_PLACE);
    for Place { begin, area } in places {
        bytes.extend_from_slice(&begin.to_le_bytes());
        for edge in [area.left, area.top, area.right, area.bottom] {
            bytes.extend_from_slice(&((edge.clamp(0.0, 1.0) * f32::from(u16::MAX)).round() as u16).to_le_bytes());
        }
    }
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Answer { status: Status::Ok, a: length(places.len()), b: length(bytes.len()) }.write(to)?;
    to.write_all(&bytes)?;
    to.flush()
}

/// The places that belong to an answer, in the order of the text.
///
/// # Errors
/// `InvalidData` for too many, or in another order.
pub fn read_places(from: &mut dyn Read, answer: Answer) -> io::Result<Vec<Place>> {
    let count = answer.a as usize;
    if count > MOST_PLACES || answer.b as usize != count * LONG_PLACE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut places: Vec<Place> = Vec::with_capacity(count);
    for _ in 0..count {
        let begin = number(from)?;
        let mut edges = [0.0; 4];
        for edge in &mut edges {
            let mut bytes = [0; 2];
            from.read_exact(&mut bytes)?;
            *edge = f32::from(u16::from_le_bytes(bytes)) / f32::from(u16::MAX);
        }
        let [left, top, right, bottom] = edges;
        if places.last().is_some_and(|last| last.begin > begin) || left > right || top > bottom {
            return Err(io::ErrorKind::InvalidData.into());
        }
        places.push(Place { begin, area: Area { left, top, right, bottom } });
    }
    Ok(places)
}

/// An outline with its answer before it: as many headings as [`MOST_HEADINGS`].
///
/// # Errors
/// When the pipe is closed.
pub fn write_outline(to: &mut dyn Write, headings: &[Heading]) -> io::Result<()> {
    let headings = headings.get(..MOST_HEADINGS).unwrap_or(headings);
    let mut bytes = Vec::new();
    for Heading { title, page, depth } in headings {
        let title = title.get(..title.floor_char_boundary(LONGEST_TITLE)).unwrap_or_default();
        bytes.extend_from_slice(&page.unwrap_or(WHOLE).to_le_bytes());
        bytes.push(*depth);
        bytes.extend_from_slice(&u16::try_from(title.len()).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend_from_slice(title.as_bytes());
    }
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Answer { status: Status::Ok, a: length(headings.len()), b: length(bytes.len()) }.write(to)?;
    to.write_all(&bytes)?;
    to.flush()
}

/// The outline that belongs to an answer. Its titles are made harmless once more: they were on the other side. `pages`: how many
/// the document has.
///
/// # Errors
/// `InvalidData` for an outline that is too long or too deep, leads beyond the document, or is none.
pub fn read_outline(from: &mut dyn Read, answer: Answer, pages: u32) -> io::Result<Vec<Heading>> {
    let (count, length) = (answer.a as usize, answer.b as usize);
    if count > MOST_HEADINGS || length > count * (LONG_HEADING + LONGEST_TITLE) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    let mut bytes = bytes.as_slice();
    let headings = (0..count).map(|_| heading(&mut bytes, pages)).collect::<io::Result<Vec<_>>>()?;
    if bytes.is_empty() { Ok(headings) } else { Err(io::ErrorKind::InvalidData.into()) }
}

fn heading(from: &mut dyn Read, pages: u32) -> io::Result<Heading> {
    let (mut depth, mut length) = ([0; 1], [0; 2]);
    let page = Some(number(from)?).filter(|page| *page != WHOLE);
    from.read_exact(&mut depth)?;
    from.read_exact(&mut length)?;
    let ([depth], length) = (depth, usize::from(u16::from_le_bytes(length)));
    if length > LONGEST_TITLE || depth > DEEPEST_HEADING || page.is_some_and(|page| page >= pages) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut title = vec![0; length];
    from.read_exact(&mut title)?;
    let title = std::str::from_utf8(&title).map_err(|_| io::ErrorKind::InvalidData)?;
    Ok(Heading::new(title, page, depth))
}

fn number(from: &mut dyn Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_back_and_are_believed_only_in_their_order() {
        let at = |begin: u32, left: f32| Place { begin, area: Area { left, top: 0.0, right: 1.0, bottom: 0.2 } };
        let read = |places: &[Place]| {
            let mut pipe = Vec::new();
            write_places(&mut pipe, places).expect("a vector takes everything");
            let mut from = pipe.as_slice();
            let answer = Answer::read(&mut from).expect("just written");
            read_places(&mut from, answer)
        };
        assert_eq!(read(&[at(0, 0.0), at(7, 1.0)]).expect("they are in order"), [at(0, 0.0), at(7, 1.0)]);
        assert_eq!(read(&[]).expect("there are none"), []);
        assert!(read(&[at(7, 0.0), at(0, 0.0)]).is_err());
        let too_many = Answer { status: Status::Ok, a: u32::MAX, b: u32::MAX };
        assert!(read_places(&mut &[0; 64][..], too_many).is_err());
    }

    #[test]
    fn an_outline_reads_back_and_is_believed_only_within_its_limits() {
        let read = |headings: &[Heading], pages: u32| {
            let mut pipe = Vec::new();
            write_outline(&mut pipe, headings).expect("a vector takes everything");
            let mut from = pipe.as_slice();
            let answer = Answer::read(&mut from).expect("just written");
            read_outline(&mut from, answer, pages)
        };
        let outline = [Heading::new("Chapter é", Some(2), 0), Heading::new(&"x".repeat(5000), None, 1)];
        assert_eq!(read(&outline, 3).expect("it is an outline"), outline);
        assert!(read(&outline, 2).is_err(), "a page that is none");
        let deep = Heading { depth: DEEPEST_HEADING + 1, ..Heading::new("deep", None, 0) };
        assert!(read(&[deep], 3).is_err());
        let many = vec![Heading::new("x", None, 0); MOST_HEADINGS + 5];
        assert_eq!(read(&many, 3).expect("what is too much is left out").len(), MOST_HEADINGS);
        let from = |a, b| read_outline(&mut io::repeat(0), Answer { status: Status::Ok, a, b }, 9);
        assert!(from(u32::MAX, u32::MAX).is_err() && from(1, 9000).is_err() && from(1, 8).is_err());
    }

    #[test]
    fn what_is_told_to_be_shown_is_what_can_be_shown() {
        let unread: Vec<&str> = kinds::shown().filter(|kind| Kind::of_media_type(kind).is_none()).collect();
        assert_eq!(unread, [""; 0], "told to be shown, and not read");
        let known: Vec<Kind> = kinds::shown().filter_map(Kind::of_media_type).collect();
        assert!(Kind::ALL.into_iter().all(|kind| known.contains(&kind)), "a kind that is read and told by nobody");
        assert_eq!(Kind::of_media_type("image/heic"), None);
    }

    #[test]
    fn frames_read_back_as_they_were_written() {
        let mut pipe = Vec::new();
        write_open(&mut pipe, Kind::Png, 7, "exercise").expect("a vector takes everything");
        let asked = [
            Request::Render { page: 3, width: 900 },
            Request::Missing { page: Some(3) },
            Request::Missing { page: None },
            Request::Text { page: 4, piece: 7 },
            Request::Places { page: 5 },
            Request::Outline,
        ];
        asked.into_iter().for_each(|request| write_request(&mut pipe, request).expect("a vector takes everything"));
        Answer { status: Status::Encrypted, a: 1, b: 2 }.write(&mut pipe).expect("a vector takes everything");
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
        asked.into_iter().for_each(|request| assert_eq!(read_request(&mut from).expect("a frame"), Some(request)));
        assert_eq!(Answer::read(&mut from).expect("a frame"), Answer { status: Status::Encrypted, a: 1, b: 2 });
        assert_eq!(read_request(&mut from).expect("the end"), None);
    }

    #[test]
    fn a_list_reads_back_and_one_without_end_is_refused() {
        let list = [Missing::new(Lack::Font, "Ryumin-Light", 1), Missing::new(Lack::CutShort, "", 1)];
        let mut pipe = Vec::new();
        write_missing(&mut pipe, &list).expect("a vector takes everything");
        let mut from = pipe.as_slice();
        let answer = Answer::read(&mut from).expect("a frame");
        assert_eq!(read_missing(&mut from, answer).expect("a list"), list);
        let from = |a, b| read_missing(&mut io::repeat(7), Answer { status: Status::Ok, a, b });
        assert!(from(41, 100).is_err() && from(2, 600).is_err() && from(2, 30).is_err() && from(1, 0).is_err());
        let text = |b| read_text(&mut io::repeat(b'x'), Answer { status: Status::Ok, a: 0, b });
        assert_eq!(text(3).expect("a text"), "xxx");
        assert!(text(MOST_TEXT + 5).is_err());
    }

    #[test]
    fn a_long_text_comes_in_pieces_that_end_where_letters_do() {
        let text = "€".repeat(3_000_000);
        let (mut all, mut piece, mut more) = (String::new(), 0, true);
        while more {
            let mut pipe = Vec::new();
            write_text(&mut pipe, &text, piece).expect("a vector takes everything");
            let mut from = pipe.as_slice();
            let answer = Answer::read(&mut from).expect("a frame");
            all.push_str(&read_text(&mut from, answer).expect("a text"));
            (piece, more) = (piece + 1, answer.a == 1);
        }
        assert_eq!(piece, 3);
        assert!(all == text);
    }

    #[test]
    fn anything_else_is_no_frame() {
        for bytes in [&b"ZGA2"[..], b"ZGA2\x0baaaabbbb", b"HTTP/1.1 200", b""] {
            assert!(Answer::read(&mut &*bytes).is_err());
        }
    }
}
