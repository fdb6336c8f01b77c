//! How the parts of a mail are packed (RFC 2045), and whether what they were packed as is all there. Programs leave out what they
//! cannot unpack, and say nothing of it.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, MessagePart, MimeHeaders, PartType};

use crate::missing::{Lack, Missings};

/// Names what of a part is damaged, cut off, or read in letters that were only assumed. `raw`: as it was sent.
pub fn of(part: &MessagePart<'_>, raw: &[u8], alone: bool, lacking: &mut Missings) {
    let kind = || part.content_type().map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()));
    let name = || part.attachment_name().map(str::to_owned).or_else(kind).unwrap_or_default();
    let parts = matches!(part.body, PartType::Multipart(_));
    if !parts && packed_as(part, "base64") {
        let Base64 { cut, damaged } = Base64::of(raw);
        // What is shown of it then, is what was sent.
        lacking.add_many(Lack::Packed, "base64", u32::from(part.is_encoding_problem));
        lacking.add_many(Lack::Damaged, "base64", u32::from(damaged));
        if cut {
            lacking.add(Lack::CutShort, &if alone { String::new() } else { name() });
        }
    }
    if !parts && packed_as(part, "quoted-printable") {
        lacking.add_many(Lack::Packed, "quoted-printable", u32::from(part.is_encoding_problem));
        if ends_in_a_sign(raw, alone) {
            lacking.add(Lack::CutShort, &if alone { String::new() } else { name() });
        }
    }
    if let Some(charset) = unknown_charset(part, raw) {
        lacking.add(Lack::Encoding, &format!("UTF-8 ({charset})"));
    }
    if let Some(fraction) = fraction(part) {
        lacking.add(Lack::Fraction, &fraction);
    }
}

/// By what the head of the part says, whatever became of it.
pub fn packed_as(part: &MessagePart<'_>, way: &str) -> bool {
    part.content_transfer_encoding().is_some_and(|said| said.trim().eq_ignore_ascii_case(way))
}

/// Reads a text as UTF-8 that says it is in an encoding of one byte a letter, where its bytes are letters of UTF-8: nobody writes
/// those by chance. Says so. `raw`: as it was sent.
pub fn read_as_it_is(part: &mut MessagePart<'_>, raw: &[u8], lacking: &mut Missings) {
    let (PartType::Text(_) | PartType::Html(_)) = &part.body else { return };
    let said = part.content_type().and_then(|kind| kind.attribute("charset")).unwrap_or_default().trim().to_owned();
    let encoding = encoding_rs::Encoding::for_label(said.as_bytes());
    if part.is_encoding_problem || !encoding.is_some_and(encoding_rs::Encoding::is_single_byte) {
        return;
    }
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    };
    let Some(text) = bytes.filter(|bytes| !bytes.is_ascii()).and_then(|bytes| String::from_utf8(bytes).ok()) else {
        return;
    };
    lacking.add(Lack::Encoding, &format!("UTF-8 ({said})"));
    part.body = match &part.body {
        PartType::Html(_) => PartType::Html(text.into()),
        _ => PartType::Text(text.into()),
    };
}

/// What is wrong with a text in base64 (RFC 4648, 4).
#[derive(Debug, Default, PartialEq, Eq)]
struct Base64 {
    /// It ends in the middle of a group: what comes behind a group cannot be missed.
    cut: bool,
    /// It has other characters than those, or some behind its end.
    damaged: bool,
}

impl Base64 {
    fn of(body: &[u8]) -> Base64 {
        let (mut letters, mut ends, mut damaged) = (0_usize, 0_usize, false);
        for byte in body.iter().filter(|byte| !byte.is_ascii_whitespace()) {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => {
                    damaged |= ends > 0;
                    letters += 1;
                }
                b'=' => ends += 1,
                _ => damaged = true,
            }
        }
        let group = letters % 4;
        // Signs of the end that are too few or too many are those of a slip: all that they stand behind is there.
        Base64 { cut: !damaged && (group == 1 || group > 1 && ends == 0), damaged }
    }
}

/// Whether a text in quoted-printable (RFC 2045, 6.7) ends in the middle of a sign. A last line that is said to go on tells
/// nothing: some programs end every text so.
fn ends_in_a_sign(body: &[u8], alone: bool) -> bool {
    alone && body.ends_with(b"=") || matches!(body.trim_ascii_end(), [.., b'=', digit] if digit.is_ascii_hexdigit())
}

/// The letters that a text says it is written in, where nobody here knows them.
fn unknown_charset(part: &MessagePart<'_>, raw: &[u8]) -> Option<String> {
    let (PartType::Text(_) | PartType::Html(_)) = &part.body else { return None };
    let charset = part.content_type()?.attribute("charset")?.trim();
    if charset.is_empty() || charset_decoder(charset.as_bytes()).is_some() {
        return None;
    }
    let known = encoding_rs::Encoding::for_label(charset.as_bytes());
    let same =
        known == Some(encoding_rs::UTF_8) || known.is_some_and(|known| known.is_ascii_compatible() && raw.is_ascii());
    (!same).then(|| charset.to_owned())
}

/// Which part of how many (RFC 2046, 5.2.2) the text is.
fn fraction(part: &MessagePart<'_>) -> Option<String> {
    let kind = part.content_type()?;
    let is_partial = kind.ctype().eq_ignore_ascii_case("message")
        && kind.subtype().is_some_and(|kind| kind.eq_ignore_ascii_case("partial"));
    let said = |name: &str| kind.attribute(name).map_or("?", str::trim);
    let (number, total) = (said("number"), said("total"));
    // All of it.
    let whole = number == "1" && total == "1";
    (is_partial && !whole).then(|| format!("{number}/{total}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_base64_is_cut_in_the_middle_of_a_group_and_damaged_by_other_signs() {
        let state = |body: &str| {
            let Base64 { cut, damaged } = Base64::of(body.as_bytes());
            (cut, damaged)
        };
        for sound in ["", "VElM", "VElM\r\nTEVV\r\n", "VEk=", "VA==", "VA=\n="] {
            assert_eq!(state(sound), (false, false), "{sound}");
        }
        for cut in ["VElMT", "VElMTE", "VElMTEV", "V"] {
            assert_eq!(state(cut), (true, false), "{cut}");
        }
        assert_eq!(state("VElM%%%%TEVV"), (false, true));
        assert_eq!(state("VE-lM"), (false, true));
        assert_eq!(state("VA==VElM\n--footer"), (false, true));
    }
}
