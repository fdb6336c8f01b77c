//! Texts of a file as letters: how they are encoded, what a font calls them, and which are the same to a reader.

use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro_font::{Font, FontGlyph};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The fonts that every reader has (ISO 32000-1, 9.6.2.2), but for those of signs.
pub const STANDARD: [&str; 12] = [
    "Times-Roman",
    "Times-Bold",
    "Times-Italic",
    "Times-BoldItalic",
    "Helvetica",
    "Helvetica-Bold",
    "Helvetica-Oblique",
    "Helvetica-BoldOblique",
    "Courier",
    "Courier-Bold",
    "Courier-Oblique",
    "Courier-BoldOblique",
];
const OF_SIGNS: [&str; 2] = ["Symbol", "ZapfDingbats"];

/// Whether every reader has a font of this name.
pub fn is_standard(name: &str) -> bool {
    STANDARD.iter().chain(&OF_SIGNS).any(|font| *font == name)
}

/// A text of the file: UTF-16 or UTF-8 by its mark, else PDFDocEncoding, which is nearly Latin-1 (ISO 32000-2, annex D.3).
pub fn text_string(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    const FROM_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    let letter = |byte: &u8| FROM_80.get(usize::from(*byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(*byte));
    bytes.iter().map(letter).collect()
}

/// The letters that a code of a font stands for, by the font's own word; none: it does not say.
pub fn letters_of(font: &Font<'_>, code: u32) -> Option<String> {
    let letters = match font.glyph(font.map_code(code), code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    letters.map(|letters| match letters {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    })
}

/// Without case, accents and the differences between forms of a letter, and between signs that look alike.
pub fn folded(text: &str) -> String {
    let alike = |c: char| match c {
        '\u{ad}' | '‐'..='―' | '−' | '⁃' => '-',
        '‘'..='‛' | '′' | '`' | '´' | 'ʼ' => '\'',
        '“'..='‟' | '″' => '"',
        '∆' => 'δ',
        '⁄' | '∕' => '/',
        '∖' => '\\',
        '∗' => '*',
        '∼' => '~',
        '∶' => ':',
        '∣' => '|',
        '∙' | '⋅' | '•' => '·',
        'ı' => 'i',
        c => c,
    };
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c) && !c.is_control()).map(alike);
    plain.flat_map(char::to_lowercase).collect()
}

/// Without spaces and lines, which may be set by moving on.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_file_is_read_by_its_mark() {
        assert_eq!(text_string(b"caf\xe9 \xa0 \x8d"), "café € “");
        assert_eq!(text_string(b"\xfe\xff\x20\xac"), "€");
        assert_eq!(text_string("\u{feff}Łódź".as_bytes()), "Łódź");
    }
}
