//! The kind of a document, recognised by its bytes, never by its name, and never by parsing it. Only the viewer's worker
//! parses, in its sandbox; it tells the kind of what a document encloses by the same signs.

mod source;

use file_format::FileFormat;

pub use source::source;

/// How many bytes of the beginning are looked at.
pub const LOOKED_AT: usize = 64 << 10;
/// A PDF may begin with something else: so far its first line is looked for, as its readers do.
const PDF_WITHIN: usize = 1024;
/// The kinds that can be shown: media type, what a person looks for it as, and how names of its files end.
const SHOWN: [(&str, Group, &str); 17] = [
    ("application/pdf", Group::Pdf, "pdf"),
    ("text/plain", Group::Text, "txt"),
    // No bytes tell it: the person who writes it says so.
    ("text/markdown", Group::Text, "md"),
    ("application/vnd.ms-outlook", Group::Text, "msg"),
    ("image/png", Group::Picture, "png"),
    ("image/jpeg", Group::Picture, "jpg"),
    ("image/webp", Group::Picture, "webp"),
    ("image/gif", Group::Picture, "gif"),
    ("image/bmp", Group::Picture, "bmp"),
    ("image/tiff", Group::Picture, "tiff"),
    ("application/rtf", Group::Office, "rtf"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Group::Office, "docx"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Group::Office, "xlsx"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Group::Office, "pptx"),
    ("application/vnd.oasis.opendocument.text", Group::Office, "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", Group::Office, "ods"),
    ("application/vnd.oasis.opendocument.presentation", Group::Office, "odp"),
];
/// The media types of office files that are archives, and the folder in which those of ISO/IEC 29500 keep what they say.
const OFFICE: [(&str, &str); 6] = [
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/"),
    ("application/vnd.oasis.opendocument.text", ""),
    ("application/vnd.oasis.opendocument.spreadsheet", ""),
    ("application/vnd.oasis.opendocument.presentation", ""),
];

/// The media type, by the first [`LOOKED_AT`] bytes. `whole`: there are no others.
pub fn media_type(start: &[u8], whole: bool) -> String {
    known(start, whole).map_or_else(|| FileFormat::from_bytes(start).media_type().to_owned(), str::to_owned)
}

/// The kinds that can be shown, and text that cannot.
fn known(start: &[u8], whole: bool) -> Option<&'static str> {
    let begins = |magic: &[u8]| start.starts_with(magic);
    // There is nothing to show of it.
    if start.is_empty() {
        return Some("application/x-empty");
    }
    let first = start.get(..PDF_WITHIN).unwrap_or(start);
    if first.windows(5).any(|five| five == b"%PDF-") {
        return Some("application/pdf");
    }
    if begins(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    if begins(b"\xff\xd8\xff") {
        return Some("image/jpeg");
    }
    if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return is_outlook(start).then_some("application/vnd.ms-outlook");
    }
    if begins(b"PK\x03\x04") {
        return office(start);
    }
    // Text by its bytes, but a program to those who open it.
    if begins(b"{\\rtf") {
        return Some("application/rtf");
    }
    if begins(b"%!PS") {
        return Some("application/postscript");
    }
    is_text(start, whole).then_some("text/plain")
}

/// Office files are archives (ISO/IEC 29500, 26300): told by the names of what they hold, or by what their first entry says.
fn office(start: &[u8]) -> Option<&'static str> {
    for (at, _) in start.windows(4).enumerate().filter(|(_, four)| *four == b"PK\x03\x04") {
        let number = |from: usize| Some(u16::from_le_bytes(*start.get(at + from..)?.first_chunk()?) as usize);
        let (Some(length), Some(more)) = (number(26), number(28)) else { break };
        let name = start.get(at + 30..(at + 30).saturating_add(length)).unwrap_or_default();
        let content = start.get((at + 30 + length).saturating_add(more)..).unwrap_or_default();
        let known = OFFICE.into_iter().find(|(kind, folder)| match name {
            b"mimetype" => content.starts_with(kind.as_bytes()) && !content.starts_with(format!("{kind}-").as_bytes()),
            _ => !folder.is_empty() && name.starts_with(folder.as_bytes()),
        });
        if let Some((kind, _)) = known {
            return Some(kind);
        }
    }
    None
}

/// A compound file ([MS-CFB]) that is a mail: a name in its directory says so ([MS-OXMSG]).
fn is_outlook(start: &[u8]) -> bool {
    let name: Vec<u8> = "__nameid_version1.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    start.windows(name.len()).any(|place| place == name)
}

/// The media type of what its author says is Markdown: by its bytes it is text, and what is no text is no Markdown.
pub fn written_as_markdown(start: &[u8], whole: bool) -> String {
    let told = media_type(start, whole);
    if told == "text/plain" { "text/markdown".to_owned() } else { told }
}

/// Whether a character is a control that no text has: whatever has one is no text.
pub fn is_of_no_text(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}' | '\u{7f}')
}

/// How many bytes stand before a PDF in what is shown as text: its first line, and an object after it. Text that only speaks of
/// a PDF has no objects.
pub fn before_pdf(start: &[u8], media_type: &str) -> Option<usize> {
    let header = |line: &[u8]| {
        matches!(line, [b'%', b'P', b'D', b'F', b'-', major, b'.', minor, ..]
            if major.is_ascii_digit() && minor.is_ascii_digit())
    };
    let begins = start.windows(8).position(header).filter(|_| media_type == "text/plain")?;
    start.get(begins..)?.windows(4).any(|word| word == b" obj").then_some(begins)
}

/// Whether there is nothing to read in a text: blanks, ends of lines and signs without a width. Of one that goes on behind what is looked
/// at, that is not said.
pub fn is_blank(start: &[u8], media_type: &str) -> bool {
    if media_type != "text/plain" || start.len() >= LOOKED_AT {
        return false;
    }
    let marks =
        [(&b"\xff\xfe\0\0"[..], 4, true), (b"\0\0\xfe\xff", 4, false), (b"\xff\xfe", 2, true), (b"\xfe\xff", 2, false)];
    let marked = marks.into_iter().find_map(|(mark, width, little)| Some((start.strip_prefix(mark)?, width, little)));
    let unmarked = || match (is_utf_16(start, u16::from_le_bytes), is_utf_16(start, u16::from_be_bytes)) {
        (false, false) => (start, 1, false),
        (little, _) => (start, 2, little),
    };
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let (text, width, little) = marked.unwrap_or_else(unmarked);
    if width == 1 {
        return std::str::from_utf8(text).is_ok_and(|text| text.chars().all(unseen));
    }
    let code = |unit: &[u8]| {
        let into = |code: u32, byte: &u8| code << 8 | u32::from(*byte);
        if little { unit.iter().rev().fold(0, into) } else { unit.iter().fold(0, into) }
    };
    text.chunks(width).all(|unit| char::from_u32(code(unit)).is_some_and(unseen))
}

/// The media types of all kinds that can be shown.
pub fn shown() -> impl Iterator<Item = &'static str> {
    SHOWN.into_iter().map(|(media_type, _, _)| media_type)
}

/// Whether a kind can be shown in the window, and not only taken out.
pub fn is_shown(media_type: &str) -> bool {
    Group::of_media_type(media_type) != Group::Other
}

/// Pictures: nothing that is written on one can be searched or read aloud.
pub fn is_picture(media_type: &str) -> bool {
    Group::of_media_type(media_type) == Group::Picture
}

/// Kinds of which the text is shown, in the order in which it is read, and not the form.
pub fn is_text_alone(media_type: &str) -> bool {
    Group::of_media_type(media_type) == Group::Office
}

/// Kinds that a person looks for together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Pdf,
    Text,
    Picture,
    Office,
    /// Whatever cannot be shown.
    Other,
}

impl Group {
    pub const ALL: [Group; 5] = [Group::Pdf, Group::Text, Group::Picture, Group::Office, Group::Other];

    pub fn as_str(self) -> &'static str {
        match self {
            Group::Pdf => "pdf",
            Group::Text => "text",
            Group::Picture => "picture",
            Group::Office => "office",
            Group::Other => "other",
        }
    }

    pub fn of(name: &str) -> Option<Group> {
        Group::ALL.into_iter().find(|group| group.as_str() == name)
    }

    pub fn of_media_type(media_type: &str) -> Group {
        let known = SHOWN.into_iter().find(|(known, _, _)| *known == media_type);
        known.map_or(Group::Other, |(_, group, _)| group)
    }

    /// Its media types; of [`Group::Other`], those that it has not.
    pub fn media_types(self) -> Vec<&'static str> {
        let all = SHOWN.into_iter().filter(|(_, group, _)| self == Group::Other || *group == self);
        all.map(|(media_type, _, _)| media_type).collect()
    }
}

/// What a person who files a document of a kind should know: `not_shown`, `text_alone`, `picture`.
pub fn warning(media_type: &str) -> Option<&'static str> {
    if !is_shown(media_type) {
        Some("not_shown")
    } else if is_text_alone(media_type) {
        Some("text_alone")
    } else {
        is_picture(media_type).then_some("picture")
    }
}

/// How names of files of a kind end; `bin` where it is none that is shown.
pub fn ending(media_type: &str) -> &'static str {
    let known = SHOWN.into_iter().find(|(known, _, _)| *known == media_type);
    known.map_or("bin", |(_, _, ending)| ending)
}

/// Text in UTF-8, in UTF-32 with its mark, in UTF-16 with or without it, or in Windows-1252: whatever has no controls but those of text. What
/// the worker of the viewer reads as text, it reads by the same signs.
fn is_text(start: &[u8], whole: bool) -> bool {
    if [&b"\xff\xfe"[..], b"\xfe\xff", b"\0\0\xfe\xff"].iter().any(|mark| start.starts_with(mark)) {
        return true;
    }
    if is_utf_16(start, u16::from_le_bytes) || is_utf_16(start, u16::from_be_bytes) {
        return true;
    }
    if start.iter().any(|byte| is_of_no_text(char::from(*byte))) {
        return false;
    }
    match std::str::from_utf8(start) {
        Ok(_) => true,
        // Cut in the middle of a letter.
        Err(error) if !whole && error.error_len().is_none() => true,
        // These five stand for nothing in Windows-1252.
        Err(_) => !start.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d)),
    }
}

/// Without a mark: letters of the alphabets from Latin to Arabic with their signs, and nothing else.
fn is_utf_16(start: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let units = start.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(unit);
    let (mut all, mut ordinary, mut latin, mut blanks) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in char::decode_utf16(units) {
        let Ok(c) = c else { return false };
        let blank = matches!(c, ' ' | '\n' | '\r' | '\t');
        if c.is_control() && !blank {
            return false;
        }
        all += 1;
        blanks += usize::from(blank);
        latin += usize::from(c < '\u{100}');
        ordinary += usize::from(c < '\u{700}' || ('\u{2000}'..'\u{2200}').contains(&c));
    }
    all >= 2 && ordinary * 100 >= all * 95 && (blanks > 0 || latin * 2 > all)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_kind_is_told_by_what_is_in_it() {
        for (bytes, kind) in [
            (&b"%PDF-1.7"[..], "application/pdf"),
            (b"\n\n%PDF-1.4", "application/pdf"),
            (b"\x89PNG\r\n\x1a\n....", "image/png"),
            (b"\xff\xd8\xff\xe0", "image/jpeg"),
            (b"From: a@example.org\nSubject: x\n\nTot morgen.\n", "text/plain"),
            (b"a;b\n1;2\n", "text/plain"),
            (b"{\"a\": 1}", "text/plain"),
            (b"<?xml version=\"1.0\"?><a/>", "text/plain"),
            (b"BM is how it begins", "text/plain"),
            (b"\xef\xbb\xbfcaf\xc3\xa9", "text/plain"),
            (b"\xff\xfeh\0i\0", "text/plain"),
            (b"\xff\xfe\0\0h\0\0\0", "text/plain"),
            (b"\0\0\xfe\xff\0\0\0h", "text/plain"),
            (b"h\0i\0 \0y\0o\0u\0", "text/plain"),
            (b"\0h\0i\0 \0y\0o\0u", "text/plain"),
            (b"caf\xe9 \x93quoted\x94", "text/plain"),
            (b"\x1b[31mred\x1b[0m", "text/plain"),
            (b"", "application/x-empty"),
            (b"II*\0\x08\0\0\0", "image/tiff"),
            (b"MM\0*\0\0\0\x08", "image/tiff"),
            (b"GIF89a\x01\0\x01\0", "image/gif"),
            (b"BM\x36\x09\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x28\0\0\0\x14\0\0\0\x01\0\x18\0\0\0", "image/bmp"),
            (b"PK\x03\x04\x14\0\0\0", "application/zip"),
            (b"{\\rtf1 x}", "application/rtf"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
            (b"\0\0\0\x18ftypheic\0\0\0\0", "image/heic"),
            (b"\x00\x01\x02\x03", "application/octet-stream"),
        ] {
            assert_eq!(media_type(bytes, true), kind, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_pdf_behind_other_bytes_is_told_from_a_text_about_one() {
        let header = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
        let behind = [b"x\n".repeat(2500).as_slice(), header].concat();
        assert_eq!(media_type(&behind, true), "text/plain");
        assert_eq!(before_pdf(&behind, "text/plain"), Some(5000));
        assert_eq!(before_pdf(header, "application/pdf"), None);
        let about = b"A PDF begins with %PDF-1.7 and ends with %%EOF.";
        assert_eq!(before_pdf(about, "text/plain"), None);
    }

    #[test]
    fn a_text_of_blanks_alone_is_told_from_one_with_a_letter() {
        for blank in [
            &b"\xef\xbb\xbf"[..],
            b"\xff\xfe",
            b"\xff\xfe\0\0 \0\0\0",
            b"\0\0\xfe\xff\0\0\0\n",
            b" \n\n\t\r\n",
            "\u{a0}\u{200b}\n".as_bytes(),
            b"\xfe\xff\0 \0\n",
            b" \0\n\0",
        ] {
            let said = media_type(blank, true);
            assert!(is_blank(blank, &said), "{blank:?} is {said}");
        }
        for other in
            [&b"\xef\xbb\xbf."[..], b" \n\n x", b"\xff\xfeh\0", b"\xff\xfe  \t\t", b"", b"%PDF-1.7", &[b' '; LOOKED_AT]]
        {
            assert!(!is_blank(other, &media_type(other, false)), "{other:?}");
        }
    }

    #[test]
    fn a_letter_that_is_cut_at_the_end_of_what_is_looked_at_is_text() {
        let cut = "é".repeat(10);
        let cut = cut.as_bytes().get(..19).expect("ten letters of two bytes");
        assert_eq!(media_type(cut, false), "text/plain");
    }

    #[test]
    fn office_files_are_told_by_what_they_hold_and_other_archives_are_not() {
        let entry = |name: &str, content: &str| {
            let mut entry = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
            let length = |text: &str| u32::try_from(text.len()).expect("it is short").to_le_bytes();
            [length(content), length(content)].iter().for_each(|number| entry.extend_from_slice(number));
            let (name_length, _) = (u16::try_from(name.len()).expect("it is short").to_le_bytes(), ());
            entry.extend_from_slice(&name_length);
            entry.extend_from_slice(b"\0\0");
            [entry, name.into(), content.into()].concat()
        };
        let told = |entries: &[(&str, &str)]| {
            let archive: Vec<u8> = entries.iter().flat_map(|(name, content)| entry(name, content)).collect();
            media_type(&archive, true)
        };
        let [text, table, slides, odt, ods, _] = OFFICE.map(|(kind, _)| kind);
        let types = ("[Content_Types].xml", "<Types/>");
        assert_eq!(told(&[types, ("word/document.xml", "<w/>")]), text);
        assert_eq!(told(&[types, ("xl/workbook.xml", "<w/>")]), table);
        assert_eq!(told(&[types, ("_rels/.rels", ""), ("ppt/presentation.xml", "<w/>")]), slides);
        assert_eq!(told(&[("mimetype", odt)]), odt);
        assert_eq!(told(&[("mimetype", ods), ("content.xml", "<w/>")]), ods);
        let template = "application/vnd.oasis.opendocument.text-template";
        assert!(!is_shown(&told(&[("mimetype", template)])), "another kind, which begins with the same words");
        assert_eq!(told(&[("plan.txt", "word/document.xml")]), "application/zip");
        assert!(OFFICE.into_iter().all(|(kind, _)| warning(kind) == Some("text_alone") && ending(kind) != "bin"));
    }

    #[test]
    fn every_kind_that_is_shown_is_in_one_group() {
        let grouped = Group::ALL.into_iter().filter(|group| *group != Group::Other).flat_map(Group::media_types);
        assert_eq!(grouped.collect::<BTreeSet<_>>(), shown().collect());
        assert_eq!(shown().collect::<BTreeSet<_>>().len(), SHOWN.len(), "each once");
        assert_eq!(shown().map(ending).collect::<BTreeSet<_>>().len(), SHOWN.len(), "no two end alike");
        assert!(OFFICE.into_iter().all(|(kind, _)| is_text_alone(kind)));
        assert!(Group::ALL.into_iter().all(|group| Group::of(group.as_str()) == Some(group)));
    }

    #[test]
    fn what_is_no_document_for_reading_is_not_shown() {
        assert_eq!([warning("image/tiff"), warning("text/plain")], [Some("picture"), None]);
        assert_eq!(warning("image/heic"), Some("not_shown"));
        assert!(!is_shown("image/heic") && !is_shown("application/octet-stream") && !is_shown("application/zip"));
    }
}
