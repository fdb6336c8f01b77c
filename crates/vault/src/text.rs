//! Text from people and from file systems, made fit to be stored and shown.

use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::os::unix::ffi::OsStrExt;

use crate::Error;

/// The longest title, originator, purpose and the like, in characters.
pub(crate) const LINE: usize = 500;
/// The longest subject or reason, in characters.
pub(crate) const PARAGRAPH: usize = 4_000;
/// How long a motive is, in characters: it says enough for another to judge it, and is no second document.
pub const MOTIVE: RangeInclusive<usize> = 10..=2_000;
/// The longest file name that is shown, in characters.
const FILE_NAME: usize = 200;
/// The longest original file name that is kept, in bytes before escaping.
const ORIGINAL: usize = 16 << 10;

/// One line as a person typed it: controls and marks that turn the direction of writing become spaces, runs of white space
/// one space.
///
/// # Errors
/// [`Error::Missing`] when nothing is left, [`Error::TooLong`].
pub(crate) fn line(field: &'static str, typed: &str) -> Result<String, Error> {
    let line = optional_line(field, typed)?;
    if line.is_empty() { Err(Error::Missing { field }) } else { Ok(line) }
}

/// As [`line`], of at most so many characters.
///
/// # Errors
/// As [`line`].
pub(crate) fn short(field: &'static str, typed: &str, most: usize) -> Result<String, Error> {
    let line = bounded(field, typed, most)?;
    if line.is_empty() { Err(Error::Missing { field }) } else { Ok(line) }
}

/// As [`line`], but may be empty.
pub(crate) fn optional_line(field: &'static str, typed: &str) -> Result<String, Error> {
    bounded(field, typed, LINE)
}

/// As [`optional_line`], for longer texts.
pub(crate) fn paragraph(field: &'static str, typed: &str) -> Result<String, Error> {
    bounded(field, typed, PARAGRAPH)
}

/// Why something is decided, as a person typed it; none where nothing was typed. The same wherever a motive is given.
///
/// # Errors
/// [`Error::TooShort`], [`Error::TooLong`]: outside of [`MOTIVE`].
pub(crate) fn motive(typed: &str) -> Result<Option<String>, Error> {
    let motive = bounded("motive", typed, *MOTIVE.end())?;
    match motive.chars().count() {
        0 => Ok(None),
        count if count < *MOTIVE.start() => Err(Error::TooShort { field: "motive", limit: *MOTIVE.start() }),
        _ => Ok(Some(motive)),
    }
}

fn bounded(field: &'static str, typed: &str, limit: usize) -> Result<String, Error> {
    let clean = clean(typed);
    if clean.chars().count() > limit { Err(Error::TooLong { field, limit }) } else { Ok(clean) }
}

fn clean(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() || deceives(c) { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that show text as another than it is: directional marks, overrides and isolates, zero-width characters, tags.
fn deceives(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A file name for display, and the original, escaped, where it was another.
pub(crate) struct FileName {
    pub shown: String,
    pub original: Option<String>,
}

/// Any file name: separators, controls, 4,000 characters, bytes that are no text.
pub(crate) fn file_name(name: &[u8]) -> FileName {
    let text = String::from_utf8_lossy(name);
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut shown = clean(last).replace(['/', '\\', ':', '<', '>', '"', '|', '?', '*'], "_");
    if shown.chars().count() > FILE_NAME {
        shown = shortened(&shown);
    }
    // Names that mean something else to a file system.
    let shown = shown.trim_matches(['.', ' ']).to_owned();
    let shown = if shown.is_empty() { "document".to_owned() } else { shown };
    let original = (shown.as_bytes() != name).then(|| escaped(name.get(..ORIGINAL).unwrap_or(name)));
    FileName { shown, original }
}

/// The file name of a path, as bytes.
pub(crate) fn name_of(path: &std::path::Path) -> Vec<u8> {
    path.file_name().map(OsStr::as_bytes).unwrap_or_default().to_vec()
}

/// Keeps the beginning and the ending.
fn shortened(name: &str) -> String {
    let ending = match name.rsplit_once('.') {
        Some((_, ending)) if (1..=10).contains(&ending.chars().count()) => format!(".{ending}"),
        _ => String::new(),
    };
    let keep = FILE_NAME - 1 - ending.chars().count();
    let start: String = name.chars().take(keep).collect();
    format!("{start}…{ending}")
}

/// Printable ASCII and letters as they are, everything else as `\xNN` per byte.
fn escaped(name: &[u8]) -> String {
    let mut text = String::with_capacity(name.len());
    for chunk in name.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_control() || deceives(c) || c == '\\' {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes).bytes().for_each(|b| push_byte(&mut text, b));
            } else {
                text.push(c);
            }
        }
        chunk.invalid().iter().for_each(|b| push_byte(&mut text, *b));
    }
    text
}

fn push_byte(text: &mut String, byte: u8) {
    use std::fmt::Write as _;
    let _ = write!(text, "\\x{byte:02x}");
}

/// What kind of document it is, by its first bytes and, where they do not tell, by its name.
pub(crate) fn media_type(start: &[u8], name: &str) -> &'static str {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"{\\rtf", "application/rtf"),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)) {
        return kind;
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "txt" | "log" | "md" => "text/plain",
        "csv" => "text/csv",
        "xml" => "application/xml",
        "json" => "application/json",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "zip" => "application/zip",
        "eml" => "message/rfc822",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_name_stays_as_it_is() {
        let name = file_name("Évaluation n° 4.pdf".as_bytes());
        assert_eq!((name.shown.as_str(), name.original), ("Évaluation n° 4.pdf", None));
    }

    #[test]
    fn a_name_that_would_walk_elsewhere_is_only_a_name() {
        for (name, shown) in [
            (&b"../../etc/passwd"[..], "passwd"),
            (b"C:\\temp\\a.pdf", "a.pdf"),
            (b"..", "document"),
            (b"", "document"),
            (b"a\nb\x1b[31m.pdf", "a b [31m.pdf"),
            (b"\xff\xfe.pdf", "\u{fffd}\u{fffd}.pdf"),
        ] {
            let made = file_name(name);
            assert_eq!(made.shown, shown);
            assert!(made.original.is_some());
        }
        assert_eq!(file_name(b"\xff\\.pdf").original.as_deref(), Some("\\xff\\x5c.pdf"));
    }

    #[test]
    fn a_name_that_shows_another_ending_shows_the_real_one() {
        assert_eq!(file_name("invoice\u{202e}fdp.exe".as_bytes()).shown, "invoice fdp.exe");
    }

    #[test]
    fn a_name_of_four_thousand_characters_keeps_beginning_and_ending() {
        let name = file_name(format!("{}.pdf", "é".repeat(4000)).as_bytes());
        assert_eq!(name.shown.chars().count(), FILE_NAME);
        assert!(name.shown.ends_with("….pdf"));
        assert!(name.original.expect("kept").len() > 4000);
    }

    #[test]
    fn a_motive_is_given_or_not_and_has_its_length_once_it_is_cleaned() {
        for nothing in ["", "  ", "\u{200b}\n"] {
            assert_eq!(motive(nothing).expect("no motive"), None);
        }
        for short in ["x", "nine char", "a        b", &"\u{200b}x".repeat(4)] {
            assert!(matches!(motive(short), Err(Error::TooShort { field: "motive", limit: 10 })), "{short:?}");
        }
        assert_eq!(motive(" ten   chars! ").expect("long enough").as_deref(), Some("ten chars!"));
        assert!(matches!(motive(&"é".repeat(2001)), Err(Error::TooLong { field: "motive", limit: 2000 })));
        assert!(motive(&"é".repeat(2000)).is_ok());
    }

    #[test]
    fn text_is_cleaned_and_bounded() {
        assert_eq!(line("title", "  a\tb\u{202e}c \n").expect("text"), "a b c");
        assert!(matches!(line("title", " \n"), Err(Error::Missing { field: "title" })));
        assert!(matches!(line("title", &"x".repeat(501)), Err(Error::TooLong { limit: 500, .. })));
    }
}
