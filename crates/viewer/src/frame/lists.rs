//! What an answer brings along: what is missing, text, places, an outline. Each has its length before it, which is compared with its
//! limit before anything is read.

use std::io::{self, Read, Write};

use super::{MOST_PLACES, MOST_TEXT, Reply, Status, WHOLE, number};
use crate::attachment::{Attachment, MOST_ATTACHMENTS};
use crate::headings::{DEEPEST_HEADING, Heading, LONGEST_TITLE, MOST_HEADINGS};
use crate::missing::{self, Lack, Missing};
use crate::places::{Area, Place};

/// In bytes: so much longer a piece may be that ends where a letter does.
const LONGEST_LETTER: u32 = 4;
/// Of a name in a list of what is missing, in bytes.
const LONGEST_NAME: usize = 250;
/// Kind, count, length of the name, and the name.
const LONGEST_ITEM: usize = 1 + 4 + 1 + LONGEST_NAME;
/// Byte of the text, and four edges.
const LONG_PLACE: usize = 4 + 4 * 2;
/// Page, depth, length of the title.
const LONG_HEADING: usize = 4 + 1 + 2;
/// Size, page, length of the name.
const LONG_ATTACHMENT: usize = 8 + 4 + 2;

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
    Reply { status: Status::Ok, a: length(list.len()), b: length(bytes.len()) }.write(to)?;
    to.write_all(&bytes)?;
    to.flush()
}

/// The list that belongs to an answer. Its names are made harmless once more: they were on the other side.
///
/// # Errors
/// `InvalidData` for a list that is too long or anything but a list.
pub fn read_missing(from: &mut dyn Read, answer: Reply) -> io::Result<Vec<Missing>> {
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
    Reply { status: Status::Ok, a: more, b: u32::try_from(shown.len()).unwrap_or(u32::MAX) }.write(to)?;
    to.write_all(shown.as_bytes())?;
    to.flush()
}

/// The text that belongs to an answer.
///
/// # Errors
/// `InvalidData` for a text that is too long or none.
pub fn read_text(from: &mut dyn Read, answer: Reply) -> io::Result<String> {
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
    Reply { status: Status::Ok, a: length(places.len()), b: length(bytes.len()) }.write(to)?;
    to.write_all(&bytes)?;
    to.flush()
}

/// The places that belong to an answer, in the order of the text.
///
/// # Errors
/// `InvalidData` for too many, or in another order.
pub fn read_places(from: &mut dyn Read, answer: Reply) -> io::Result<Vec<Place>> {
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
    Reply { status: Status::Ok, a: length(headings.len()), b: length(bytes.len()) }.write(to)?;
    to.write_all(&bytes)?;
    to.flush()
}

/// The outline that belongs to an answer. Its titles are made harmless once more: they were on the other side. `pages`: how many
/// the document has.
///
/// # Errors
/// `InvalidData` for an outline that is too long or too deep, leads beyond the document, or is none.
pub fn read_outline(from: &mut dyn Read, answer: Reply, pages: u32) -> io::Result<Vec<Heading>> {
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

/// What a document brings with it, with its answer before it: as many as [`MOST_ATTACHMENTS`].
///
/// # Errors
/// When the pipe is closed.
pub fn write_attachments(to: &mut dyn Write, attachments: &[Attachment]) -> io::Result<()> {
    let attachments = attachments.get(..MOST_ATTACHMENTS).unwrap_or(attachments);
    let mut bytes = Vec::new();
    for Attachment { name, size, page } in attachments {
        let name = name.get(..name.floor_char_boundary(LONGEST_TITLE)).unwrap_or_default();
        bytes.extend_from_slice(&size.to_le_bytes());
        bytes.extend_from_slice(&page.unwrap_or(WHOLE).to_le_bytes());
        bytes.extend_from_slice(&u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        bytes.extend_from_slice(name.as_bytes());
    }
    let length = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    Reply { status: Status::Ok, a: length(attachments.len()), b: length(bytes.len()) }.write(to)?;
    to.write_all(&bytes)?;
    to.flush()
}

/// The attachments that belong to an answer. Their names are made harmless once more: they were on the other side. `pages`: how
/// many the document has.
///
/// # Errors
/// `InvalidData` for a list that is too long, names a page beyond the document, or is none.
pub fn read_attachments(from: &mut dyn Read, answer: Reply, pages: u32) -> io::Result<Vec<Attachment>> {
    let (count, length) = (answer.a as usize, answer.b as usize);
    if count > MOST_ATTACHMENTS || length > count * (LONG_ATTACHMENT + LONGEST_TITLE) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    let mut bytes = bytes.as_slice();
    let attachments = (0..count).map(|_| attachment(&mut bytes, pages)).collect::<io::Result<Vec<_>>>()?;
    if bytes.is_empty() { Ok(attachments) } else { Err(io::ErrorKind::InvalidData.into()) }
}

fn attachment(from: &mut dyn Read, pages: u32) -> io::Result<Attachment> {
    let (mut size, mut length) = ([0; 8], [0; 2]);
    from.read_exact(&mut size)?;
    let page = Some(number(from)?).filter(|page| *page != WHOLE);
    from.read_exact(&mut length)?;
    let length = usize::from(u16::from_le_bytes(length));
    if length > LONGEST_TITLE || page.is_some_and(|page| page >= pages) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut name = vec![0; length];
    from.read_exact(&mut name)?;
    let name = std::str::from_utf8(&name).map_err(|_| io::ErrorKind::InvalidData)?;
    Ok(Attachment::new(name, u64::from_le_bytes(size), page))
}

/// One piece of a file, counted from 0, with its answer before it: `a` is 1 where another piece follows.
///
/// # Errors
/// When the pipe is closed.
pub fn write_piece(to: &mut dyn Write, file: &[u8], piece: u32) -> io::Result<()> {
    let edge = |piece: u64| usize::try_from(piece * u64::from(MOST_TEXT)).unwrap_or(usize::MAX).min(file.len());
    let (begin, end) = (edge(u64::from(piece)), edge(u64::from(piece) + 1));
    let shown = file.get(begin..end).unwrap_or_default();
    let more = u32::from(end < file.len());
    Reply { status: Status::Ok, a: more, b: u32::try_from(shown.len()).unwrap_or(u32::MAX) }.write(to)?;
    to.write_all(shown)?;
    to.flush()
}

/// The piece that belongs to an answer.
///
/// # Errors
/// `InvalidData` for one that is too long.
pub fn read_piece(from: &mut dyn Read, answer: Reply) -> io::Result<Vec<u8>> {
    if answer.b > MOST_TEXT {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; answer.b as usize];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
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
            let answer = Reply::read(&mut from).expect("just written");
            read_places(&mut from, answer)
        };
        assert_eq!(read(&[at(0, 0.0), at(7, 1.0)]).expect("they are in order"), [at(0, 0.0), at(7, 1.0)]);
        assert_eq!(read(&[]).expect("there are none"), []);
        assert!(read(&[at(7, 0.0), at(0, 0.0)]).is_err());
        let too_many = Reply { status: Status::Ok, a: u32::MAX, b: u32::MAX };
        assert!(read_places(&mut &[0; 64][..], too_many).is_err());
    }

    #[test]
    fn an_outline_reads_back_and_is_believed_only_within_its_limits() {
        let read = |headings: &[Heading], pages: u32| {
            let mut pipe = Vec::new();
            write_outline(&mut pipe, headings).expect("a vector takes everything");
            let mut from = pipe.as_slice();
            let answer = Reply::read(&mut from).expect("just written");
            read_outline(&mut from, answer, pages)
        };
        let outline = [Heading::new("Chapter é", Some(2), 0), Heading::new(&"x".repeat(5000), None, 1)];
        assert_eq!(read(&outline, 3).expect("it is an outline"), outline);
        assert!(read(&outline, 2).is_err(), "a page that is none");
        let deep = Heading { depth: DEEPEST_HEADING + 1, ..Heading::new("deep", None, 0) };
        assert!(read(&[deep], 3).is_err());
        let many = vec![Heading::new("x", None, 0); MOST_HEADINGS + 5];
        assert_eq!(read(&many, 3).expect("what is too much is left out").len(), MOST_HEADINGS);
        let from = |a, b| read_outline(&mut io::repeat(0), Reply { status: Status::Ok, a, b }, 9);
        assert!(from(u32::MAX, u32::MAX).is_err() && from(1, 9000).is_err() && from(1, 8).is_err());
    }

    #[test]
    fn attachments_read_back_and_are_believed_only_within_their_limits() {
        let read = |attachments: &[Attachment], pages: u32| {
            let mut pipe = Vec::new();
            write_attachments(&mut pipe, attachments).expect("a vector takes everything");
            let mut from = pipe.as_slice();
            let answer = Reply::read(&mut from).expect("just written");
            read_attachments(&mut from, answer, pages)
        };
        let some = [Attachment::new("plan é.pdf", 7, Some(2)), Attachment::new(&"x".repeat(5000), u64::MAX, None)];
        assert_eq!(read(&some, 3).expect("they are attachments"), some);
        assert!(read(&some, 2).is_err(), "a page that is none");
        let many = vec![Attachment::new("x", 0, None); MOST_ATTACHMENTS + 5];
        assert_eq!(read(&many, 0).expect("what is too much is left out").len(), MOST_ATTACHMENTS);
        let sly = Attachment { name: "a\nb\u{202e}c".to_owned(), size: 1, page: None };
        assert_eq!(
            read(&[sly], 0).expect("it is made harmless").first().map(|one| one.name.as_str()),
            Some("a b‹RLO›c")
        );
        let from = |a, b| read_attachments(&mut io::repeat(0), Reply { status: Status::Ok, a, b }, 9);
        assert!(from(u32::MAX, u32::MAX).is_err() && from(1, 9000).is_err() && from(1, 15).is_err());
    }

    #[test]
    fn a_file_comes_in_pieces() {
        let file: Vec<u8> = (0..MOST_TEXT as usize * 2 + 3).map(|at| at as u8).collect();
        let (mut all, mut piece, mut more) = (Vec::new(), 0, true);
        while more {
            let mut pipe = Vec::new();
            write_piece(&mut pipe, &file, piece).expect("a vector takes everything");
            let mut from = pipe.as_slice();
            let answer = Reply::read(&mut from).expect("a frame");
            all.extend(read_piece(&mut from, answer).expect("a piece"));
            (piece, more) = (piece + 1, answer.a == 1);
        }
        assert!(piece == 3 && all == file);
        let too_long = Reply { status: Status::Ok, a: 0, b: MOST_TEXT + 1 };
        assert!(read_piece(&mut io::repeat(0), too_long).is_err());
    }

    #[test]
    fn a_list_reads_back_and_one_without_end_is_refused() {
        let list = [Missing::new(Lack::Font, "Ryumin-Light", 1), Missing::new(Lack::CutShort, "", 1)];
        let mut pipe = Vec::new();
        write_missing(&mut pipe, &list).expect("a vector takes everything");
        let mut from = pipe.as_slice();
        let answer = Reply::read(&mut from).expect("a frame");
        assert_eq!(read_missing(&mut from, answer).expect("a list"), list);
        let from = |a, b| read_missing(&mut io::repeat(7), Reply { status: Status::Ok, a, b });
        assert!(from(41, 100).is_err() && from(2, 600).is_err() && from(2, 30).is_err() && from(1, 0).is_err());
        let text = |b| read_text(&mut io::repeat(b'x'), Reply { status: Status::Ok, a: 0, b });
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
            let answer = Reply::read(&mut from).expect("a frame");
            all.push_str(&read_text(&mut from, answer).expect("a text"));
            (piece, more) = (piece + 1, answer.a == 1);
        }
        assert_eq!(piece, 3);
        assert!(all == text);
    }
}
