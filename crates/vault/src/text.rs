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

/// A nation of ISO 3166-1, by its alpha-3 code: one that does not exist is in no audience, and its people would be locked
/// out of everything.
pub(crate) fn nationality(typed: &str) -> Result<String, Error> {
    label::nation(typed)
        .map_err(|unknown| Error::UnknownNation { value: unknown.typed.chars().take(80).collect(), near: unknown.near })
}

/// One line, as it was typed: nothing of it is changed.
///
/// # Errors
/// [`Error::Missing`] when there is nothing to be seen, [`Error::TooLong`]; [`Error::Character`] for what steers a terminal,
/// turns the direction of writing or breaks the line.
pub(crate) fn line(field: &'static str, typed: &str) -> Result<String, Error> {
    seen(field, bounded(field, typed, LINE, Lines::One)?)
}

/// The name of a person or of something that people tell apart by it: as [`line`], without signs that nobody sees and that belong
/// to no letter.
///
/// # Errors
/// As [`line`]; [`Error::Character`].
pub(crate) fn name(field: &'static str, typed: &str) -> Result<String, Error> {
    let name = line(field, typed)?;
    match hidden(&name) {
        Some((position, character)) => Err(Error::Character { field, character, position }),
        None => Ok(name),
    }
}

/// The first sign that nobody sees, where it does nothing to the letters next to it either: Persian, Hindi and pictures need some
/// between two letters, or after one. `position`: from 1.
fn hidden(name: &str) -> Option<(usize, char)> {
    let letters: Vec<char> = name.chars().collect();
    let shaped = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| *c >= SHAPED && !unseen(*c));
    let needed = |at: usize, c: char| match c {
        '\u{200c}' | '\u{200d}' => {
            let after_variation =
                matches!(at.checked_sub(1).and_then(|at| letters.get(at)), Some('\u{fe0e}' | '\u{fe0f}'));
            (shaped(at.checked_sub(1)) || after_variation) && shaped(at.checked_add(1))
        }
        '\u{fe0e}' | '\u{fe0f}' => shaped(at.checked_sub(1)),
        c => is_tag(c),
    };
    let found = letters.iter().enumerate().find(|(at, c)| unseen(**c) && !needed(*at, **c));
    found.map(|(at, c)| (at + 1, *c))
}

/// The first letter of the scripts whose letters are shaped by what stands next to them; Latin, Greek and Cyrillic come before.
const SHAPED: char = '\u{590}';

/// A name that lists are compared by, of at most so many characters: runs of white space are one space.
///
/// # Errors
/// As [`line`].
pub(crate) fn short(field: &'static str, typed: &str, most: usize) -> Result<String, Error> {
    let short = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    bounded(field, &short, most, Lines::One)?;
    name(field, &short)
}

/// As [`line`], but may be empty. Signs that nobody sees are refused where there is nothing else: they are no empty field.
pub(crate) fn optional_line(field: &'static str, typed: &str) -> Result<String, Error> {
    seen_or_empty(field, typed, bounded(field, typed, LINE, Lines::One)?)
}

/// As [`line`], and keeps its line breaks: why something is done.
///
/// # Errors
/// As [`line`], but for the line breaks.
pub(crate) fn remark(field: &'static str, typed: &str) -> Result<String, Error> {
    seen(field, bounded(field, typed, LINE, Lines::Many)?)
}

/// As [`remark`], for longer texts: why something is taken from somebody, or given back.
///
/// # Errors
/// As [`remark`].
pub(crate) fn grounds(field: &'static str, typed: &str) -> Result<String, Error> {
    seen(field, bounded(field, typed, PARAGRAPH, Lines::Many)?)
}

/// As [`grounds`], for texts that may be empty, as [`optional_line`] is.
pub(crate) fn paragraph(field: &'static str, typed: &str) -> Result<String, Error> {
    seen_or_empty(field, typed, bounded(field, typed, PARAGRAPH, Lines::Many)?)
}

/// Whether lines of it end otherwise than with a line feed, as [`paragraph`] keeps them: that is said where it is kept.
pub(crate) fn other_line_ends(typed: &str) -> bool {
    typed.contains('\r')
}

/// What somebody wrote to be filed as text: as it is, with no character that no text has.
///
/// # Errors
/// [`Error::Character`].
pub(crate) fn written(field: &'static str, text: &str) -> Result<(), Error> {
    match text.chars().enumerate().find(|(_, c)| kinds::is_of_no_text(*c)) {
        Some((at, character)) => Err(Error::Character { field, character, position: at + 1 }),
        None => Ok(()),
    }
}

/// What a person chooses in order to type it again: with no character that steers a terminal, breaks the line or turns the
/// direction of writing.
///
/// # Errors
/// [`Error::Character`].
pub(crate) fn typable(field: &'static str, text: &str) -> Result<(), Error> {
    match text.chars().enumerate().find(|(_, c)| steers(*c)) {
        Some((at, character)) => Err(Error::Character { field, character, position: at + 1 }),
        None => Ok(()),
    }
}

/// Why something is decided, as a person typed it; none where nothing was typed. The same wherever a motive is given.
///
/// # Errors
/// [`Error::TooShort`], [`Error::TooLong`]: outside of [`MOTIVE`]; [`Error::Character`].
pub(crate) fn motive(typed: &str) -> Result<Option<String>, Error> {
    let motive = bounded("motive", typed, *MOTIVE.end(), Lines::Many)?;
    // Ten spaces say as little as none.
    let words = motive.chars().map(|c| if unseen(c) { ' ' } else { c }).collect::<String>();
    match words.split_whitespace().collect::<Vec<_>>().join(" ").chars().count() {
        0 => Ok(None),
        count if count < *MOTIVE.start() => Err(Error::TooShort { field: "motive", limit: *MOTIVE.start() }),
        _ => Ok(Some(motive)),
    }
}

/// How many lines a text may have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    One,
    /// With tabs, and with any of the usual line breaks, which are kept as line feeds.
    Many,
}

fn bounded(field: &'static str, typed: &str, limit: usize, lines: Lines) -> Result<String, Error> {
    let text = match lines {
        Lines::One => typed.to_owned(),
        Lines::Many => typed.replace("\r\n", "\n").replace('\r', "\n"),
    };
    if text.chars().count() > limit {
        return Err(Error::TooLong { field, limit });
    }
    // Of what shows nothing nothing is kept, and nothing need be said of its characters.
    if text.chars().all(|c| c.is_whitespace() || unseen(c) || steers(c)) {
        return Ok(String::new());
    }
    let kept = |c: char| lines == Lines::Many && matches!(c, '\n' | '\t');
    let mut before = None;
    for (at, c) in text.chars().enumerate() {
        if (steers(c) && !kept(c)) || (is_tag(c) && !before.is_some_and(|before| before == FLAG || is_tag(before))) {
            return Err(Error::Character { field, character: c, position: at + 1 });
        }
        before = Some(c);
    }
    Ok(text)
}

/// The text, unless there is nothing to be seen of it.
fn seen(field: &'static str, text: String) -> Result<String, Error> {
    if text.is_empty() { Err(Error::Missing { field }) } else { Ok(text) }
}

/// The text; where there is nothing to be seen of it, nothing but white space was typed.
fn seen_or_empty(field: &'static str, typed: &str, text: String) -> Result<String, Error> {
    match typed.chars().enumerate().find(|(_, c)| !c.is_whitespace()) {
        Some((at, character)) if text.is_empty() => Err(Error::Character { field, character, position: at + 1 }),
        Some(_) | None => Ok(text),
    }
}

/// Characters that steer a terminal or break a line; that turn the direction of writing of what follows, as rustc's lint on
/// such text has them; and those that annotate text which is not shown. Marks of direction and joiners are letters' own
/// business: Persian and Hebrew are written with them.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}')
}

/// A black flag: tags after it make the flag of a region. Anywhere else they are a text that nobody sees.
const FLAG: char = '\u{1f3f4}';

fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// Characters that show nothing: those of the Unicode property Default_Ignorable_Code_Point, among them the fillers of Hangul,
/// and the blank of Braille, which is no white space.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}')
        || matches!(c, '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// For a name that comes from a file system and cannot be typed again: what [`line`] refuses becomes a space.
fn clean(text: &str) -> String {
    let visible: String = text.chars().map(|c| if steers(c) || is_tag(c) { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
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
    // Names that mean something else to a file system. A dot before a name hides a file, and does no harm here.
    let shown = shown.trim_end_matches(['.', ' ']).trim_start().to_owned();
    let shown = if shown.chars().all(|c| c.is_whitespace() || unseen(c)) { "document".to_owned() } else { shown };
    let original = (shown.as_bytes() != name).then(|| escaped(name.get(..ORIGINAL).unwrap_or(name)));
    FileName { shown, original }
}

/// A title out of a file name: as [`file_name`], with the characters that separate or steer for a file system and are letters to a
/// reader.
pub(crate) fn title_of(name: &[u8]) -> String {
    let text = String::from_utf8_lossy(name);
    let mut shown = clean(&text);
    if shown.chars().count() > FILE_NAME {
        shown = shortened(&shown);
    }
    if shown.chars().all(|c| c.is_whitespace() || unseen(c)) { "document".to_owned() } else { shown }
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
            if steers(c) || unseen(c) || c == '\\' {
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

/// A name that was escaped, as it is told to a person: signs that nobody sees by their numbers, and only what is no letter by its bytes.
pub(crate) fn told(escaped: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(escaped.len()), escaped);
    while let Some((before, after)) = rest.split_once("\\x") {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.split_at_checked(2).and_then(|(two, after)| Some((u8::from_str_radix(two, 16).ok()?, after)));
        rest = match byte {
            Some((byte, after)) => {
                bytes.push(byte);
                after
            }
            None => {
                bytes.extend_from_slice(b"\\x");
                after
            }
        };
    }
    bytes.extend_from_slice(rest.as_bytes());
    let mut told = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if steers(c) || unseen(c) {
                told.push_str(&format!("‹U+{:04X}›", u32::from(c)));
            } else {
                told.push(c);
            }
        }
        chunk.invalid().iter().for_each(|b| push_byte(&mut told, *b));
    }
    told
}

fn push_byte(text: &mut String, byte: u8) {
    use std::fmt::Write as _;
    let _ = write!(text, "\\x{byte:02x}");
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
    fn a_title_that_shows_nothing_is_missing() {
        for nothing in ['\u{3164}', '\u{2800}', '\u{115f}', '\u{ffa0}', '\u{34f}', '\u{200b}', '\u{a0}', '\u{e0100}'] {
            let typed = nothing.to_string().repeat(3);
            assert!(
                matches!(line("title", &typed), Err(Error::Missing { field: "title" })),
                "U+{:04X}",
                u32::from(nothing)
            );
        }
        assert_eq!(line("title", "\u{2801}\u{2800}").expect("it shows something"), "\u{2801}\u{2800}");
    }

    #[test]
    fn what_may_be_empty_is_not_made_empty_without_a_word() {
        for nothing in ["", " ", "\u{a0}\n"] {
            assert_eq!(optional_line("originator", nothing).expect("empty"), "");
            assert_eq!(paragraph("subject", nothing).expect("empty"), "");
        }
        for (unseen, at) in [("\u{200b}", 1), (" \u{2060}\u{2060}", 2), ("\u{3164} ", 1), ("\u{7}", 1)] {
            for refused in [optional_line("originator", unseen), paragraph("subject", unseen)] {
                match refused {
                    Err(Error::Character { position, .. }) => assert_eq!(position, at, "{unseen:?}"),
                    other => unreachable!("{unseen:?}: {other:?}"),
                }
            }
        }
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
        for (name, expected) in [
            ("plan\u{202e}fdp.exe".as_bytes(), "plan‹U+202E›fdp.exe"),
            (b"\xff\\.pdf", "\\xff\\.pdf"),
            (b"a\\xzz\n", "a\\xzz‹U+000A›"),
            ("Évaluation: 4".as_bytes(), "Évaluation: 4"),
        ] {
            assert_eq!(told(&file_name(name).original.expect("it is called otherwise")), expected);
        }
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
    fn a_motive_is_given_or_not_and_has_its_length_without_what_nobody_sees() {
        for nothing in ["", "  ", "\u{200b}\n"] {
            assert_eq!(motive(nothing).expect("no motive"), None);
        }
        for short in ["x", "nine char", "a        b", &"\u{200b}x".repeat(4)] {
            assert!(matches!(motive(short), Err(Error::TooShort { field: "motive", limit: 10 })), "{short:?}");
        }
        assert_eq!(motive(" ten   chars! ").expect("long enough").as_deref(), Some(" ten   chars! "));
        assert!(matches!(motive(&"é".repeat(2001)), Err(Error::TooLong { field: "motive", limit: 2000 })));
        assert!(motive(&"é".repeat(2000)).is_ok());
    }

    #[test]
    fn text_is_kept_as_it_was_typed() {
        for typed in [
            "می\u{200c}خواهم",
            "👨\u{200d}👩\u{200d}👧",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "שלום\u{200f}!",
            "co\u{ad}operatie",
            "  two  spaces ",
            "e\u{301}",
        ] {
            assert_eq!(line("title", typed).expect("harmless"), typed);
        }
        assert_eq!(
            paragraph("subject", "first\r\n- second\tx\rthird\n").expect("lines"),
            "first\n- second\tx\nthird\n"
        );
    }

    #[test]
    fn what_steers_a_terminal_or_turns_the_writing_is_refused_by_its_place() {
        for (typed, wrong, at) in [
            ("a\x1b[31m", '\x1b', 2),
            ("one\ntwo", '\n', 4),
            ("a\tb", '\t', 2),
            ("invoice\u{202e}fdp.exe", '\u{202e}', 8),
            ("\u{2066}x", '\u{2066}', 1),
            ("x\u{85}", '\u{85}', 2),
            ("hidden\u{e0041}", '\u{e0041}', 7),
        ] {
            match line("title", typed) {
                Err(Error::Character { field: "title", character, position }) => {
                    assert_eq!((character, position), (wrong, at));
                }
                other => unreachable!("{typed:?}: {other:?}"),
            }
        }
        assert!(matches!(paragraph("subject", "a\u{9b}31m"), Err(Error::Character { .. })));
        for nothing in [" \u{200d}", "", "\u{feff}", " ", " \u{202e}\n"] {
            assert!(matches!(line("title", nothing), Err(Error::Missing { field: "title" })), "{nothing:?}");
        }
        assert!(matches!(line("title", &"x".repeat(501)), Err(Error::TooLong { limit: 500, .. })));
    }
}
