//! The kind of a document, recognised by its bytes, never by its name, and never by parsing it. Only the viewer's worker
//! parses, in its sandbox.

use file_format::FileFormat;

/// How many bytes of the beginning are looked at.
pub const LOOKED_AT: usize = 64 << 10;
/// A PDF may begin with something else: so far its first line is looked for, as its readers do.
const PDF_WITHIN: usize = 1024;

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
    // Text by its bytes, but a program to those who open it.
    if begins(b"{\\rtf") {
        return Some("application/rtf");
    }
    if begins(b"%!PS") {
        return Some("application/postscript");
    }
    is_text(start, whole).then_some("text/plain")
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

/// Whether a kind can be shown in the window, and not only taken out.
pub fn is_shown(media_type: &str) -> bool {
    matches!(media_type, "application/pdf" | "text/plain" | "image/png" | "image/jpeg")
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
    let control = |byte: &u8| matches!(byte, 0x00..=0x08 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    if start.iter().any(control) {
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
    fn a_letter_that_is_cut_at_the_end_of_what_is_looked_at_is_text() {
        let cut = "é".repeat(10);
        let cut = cut.as_bytes().get(..19).expect("ten letters of two bytes");
        assert_eq!(media_type(cut, false), "text/plain");
    }

    #[test]
    fn what_is_shown_is_what_the_viewer_takes() {
        for kind in ["application/pdf", "text/plain", "image/png", "image/jpeg"] {
            assert!(is_shown(kind));
        }
        assert!(!is_shown("image/tiff") && !is_shown("application/octet-stream"));
    }
}
