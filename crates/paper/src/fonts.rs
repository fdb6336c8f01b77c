//! The typeface: IBM Plex Sans (SIL Open Font License 1.1), and how wide its words are.

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _};
use krilla::text::Font;

use crate::Error;

const REGULAR: &[u8] = include_bytes!("../fonts/IBMPlexSans-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Regular,
    SemiBold,
}

pub struct Faces {
    regular: (FontRef<'static>, Font),
    semibold: (FontRef<'static>, Font),
}

impl Faces {
    pub fn load() -> Result<Faces, Error> {
        let load = |bytes: &'static [u8]| {
            let measured = FontRef::try_from_slice(bytes).map_err(|_| Error::Font)?;
            let drawn = Font::new(bytes.to_vec().into(), 0).ok_or(Error::Font)?;
            Ok((measured, drawn))
        };
        Ok(Faces { regular: load(REGULAR)?, semibold: load(SEMIBOLD)? })
    }

    fn face(&self, face: Face) -> &(FontRef<'static>, Font) {
        match face {
            Face::Regular => &self.regular,
            Face::SemiBold => &self.semibold,
        }
    }

    pub fn drawn(&self, face: Face) -> Font {
        self.face(face).1.clone()
    }

    /// Points.
    pub fn width(&self, text: &str, face: Face, size: f32) -> f32 {
        let (font, _) = self.face(face);
        // ab_glyph scales by ascent to descent, PDF by the em.
        let em = font.units_per_em().unwrap_or(1000.0);
        let scale = PxScale::from(size * font.height_unscaled() / em);
        let scaled = font.as_scaled(scale);
        text.chars().map(|c| scaled.h_advance(font.glyph_id(c))).sum()
    }

    /// What the typeface has no glyph for, as something that it has: near enough where there is such a thing, else U+FFFD,
    /// so that it shows that something stood there. Control characters and soft hyphens as nothing.
    pub fn drawable(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            if c == '\t' {
                shown.push('\u{a0}');
            } else if c.is_control() || c == '\u{ad}' {
                continue;
            } else if self.has(c) {
                shown.push(c);
            } else {
                shown.push_str(stand_in(c));
            }
        }
        shown
    }

    fn has(&self, c: char) -> bool {
        self.regular.0.glyph_id(c).0 != 0 && self.semibold.0.glyph_id(c).0 != 0
    }

    /// Lines no wider than `width` points. Breaks at spaces; a word longer than a line is broken where it must be.
    /// No-break spaces hold.
    pub fn wrap(&self, text: &str, face: Face, size: f32, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in self.drawable(paragraph).split(' ').filter(|word| !word.is_empty()) {
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if self.width(&longer, face, size) <= width {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line = self.break_word(word, face, size, width, &mut lines);
            }
            lines.push(line);
        }
        lines
    }

    /// Pushes whole lines of a word that is too long, and gives back the rest.
    fn break_word(&self, word: &str, face: Face, size: f32, width: f32, lines: &mut Vec<String>) -> String {
        let (mut rest, mut taken) = (String::new(), 0.0);
        for c in word.chars() {
            let advance = self.width(c.encode_utf8(&mut [0; 4]), face, size);
            if taken + advance > width && !rest.is_empty() {
                lines.push(std::mem::take(&mut rest));
                taken = 0.0;
            }
            rest.push(c);
            taken += advance;
        }
        rest
    }
}

fn stand_in(c: char) -> &'static str {
    match c {
        '\u{202f}' | '\u{2007}' => "\u{a0}",
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => "",
        '\u{2010}' | '\u{2011}' | '\u{2043}' => "-",
        '\u{2012}' | '\u{2015}' => "–",
        '→' => "->",
        '←' => "<-",
        '↔' => "<->",
        '⇒' => "=>",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '≈' => "~",
        '✓' | '✔' | '☑' | '☒' => "[x]",
        '☐' => "[ ]",
        '●' | '■' | '▪' | '‣' => "•",
        '′' => "’",
        _ => "\u{fffd}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_typeface_has_every_letter_that_the_four_languages_and_their_partners_use() {
        let faces = Faces::load().expect("the fonts are embedded");
        let needed = "ÀÂÇÉÈÊËÎÏÔÙÛÜŸàâçéèêëîïôùûüÿœŒæÄÖßäöñŠščřžůŁłőűȚțĠġĦħŻżΆρκΑΠабвгдежзиклЀ—–’‘“”„«»…·№€†‹›";
        let missing: String = needed.chars().filter(|c| !faces.has(*c)).collect();
        assert_eq!(missing, "");
    }

    #[test]
    fn what_has_no_glyph_is_written_with_what_has_one() {
        let faces = Faces::load().expect("the fonts are embedded");
        for (text, shown) in [
            ("a → b", "a -> b"),
            ("≤ 5, ≥ 6", "<= 5, >= 6"),
            ("non\u{2011}classifié", "non-classifié"),
            ("10\u{202f}%", "10\u{a0}%"),
            ("漢", "\u{fffd}"),
            ("a\u{7}b\u{ad}c\u{202e}d", "abcd"),
        ] {
            assert_eq!(faces.drawable(text), shown);
        }
    }

    #[test]
    fn no_character_at_all_is_drawn_without_a_glyph() {
        let faces = Faces::load().expect("the fonts are embedded");
        for c in '\0'..=char::MAX {
            let shown = faces.drawable(c.encode_utf8(&mut [0; 4]));
            assert!(shown.chars().all(|shown| faces.has(shown)), "U+{:04X} becomes `{shown}`", u32::from(c));
        }
    }

    #[test]
    fn no_line_is_wider_than_asked_and_nothing_is_lost() {
        let faces = Faces::load().expect("the fonts are embedded");
        let text = format!("{} short words {}", "W".repeat(300), "x".repeat(50));
        let lines = faces.wrap(&text, Face::SemiBold, 9.0, 80.0);
        assert!(lines.iter().all(|line| faces.width(line, Face::SemiBold, 9.0) <= 80.01));
        let bare = |text: &str| text.replace(' ', "");
        assert_eq!(bare(&lines.concat()), bare(&text));
    }

    #[test]
    fn wider_words_are_wider() {
        let faces = Faces::load().expect("the fonts are embedded");
        assert!(faces.width("MMMM", Face::Regular, 10.0) > faces.width("iiii", Face::Regular, 10.0));
        let one = faces.width("SECRET", Face::SemiBold, 10.0);
        assert!((faces.width("SECRET", Face::SemiBold, 20.0) - 2.0 * one).abs() < 0.01);
    }
}
