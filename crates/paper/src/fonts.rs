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
}

/// What the typeface has no glyph for, as something that it has; control characters as nothing.
pub fn drawable(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{202f}' | '\u{2009}' | '\t' => Some('\u{a0}'),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_typeface_has_every_letter_that_the_four_languages_and_their_partners_use() {
        let faces = Faces::load().expect("the fonts are embedded");
        let needed = "ÀÂÇÉÈÊËÎÏÔÙÛÜŸàâçéèêëîïôùûüÿœŒæÄÖßäöñŠščřžůŁłőűȚțĠġĦħŻżΆρκΑΠабвгдежзиклЀ—–’‘“”„«»…·→≈≥№€✓";
        let missing: String = needed
            .chars()
            .filter(|c| !matches!(c, '✓' | '→' | '≈' | '≥' | '№' | 'Ѐ'))
            .filter(|c| faces.regular.0.glyph_id(*c).0 == 0)
            .collect();
        assert_eq!(missing, "");
    }

    #[test]
    fn wider_words_are_wider() {
        let faces = Faces::load().expect("the fonts are embedded");
        assert!(faces.width("MMMM", Face::Regular, 10.0) > faces.width("iiii", Face::Regular, 10.0));
        let one = faces.width("SECRET", Face::SemiBold, 10.0);
        assert!((faces.width("SECRET", Face::SemiBold, 20.0) - 2.0 * one).abs() < 0.01);
    }
}
