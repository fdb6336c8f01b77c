//! Letters on pixels: IBM Plex Sans (SIL Open Font License 1.1), its widths, its lines. Sizes are of the em, in pixels.

use ab_glyph::{Font, FontRef, OutlineCurve, PxScale, ScaleFont};

use crate::marks;

const REGULAR: &[u8] = include_bytes!("../../paper/fonts/IBMPlexSans-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../paper/fonts/IBMPlexSans-SemiBold.ttf");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Regular,
    SemiBold,
}

pub struct Letters(FontRef<'static>);

impl Letters {
    /// `None` if the embedded font were damaged.
    pub fn load(face: Face) -> Option<Letters> {
        let bytes = match face {
            Face::Regular => REGULAR,
            Face::SemiBold => SEMIBOLD,
        };
        FontRef::try_from_slice(bytes).ok().map(Letters)
    }

    /// ab_glyph scales by ascent to descent, everybody else by the em.
    fn scale(&self, em: f32) -> PxScale {
        PxScale::from(em * self.0.height_unscaled() / self.0.units_per_em().unwrap_or(1000.0))
    }

    pub fn width(&self, text: &str, em: f32) -> f32 {
        let scaled = self.0.as_scaled(self.scale(em));
        text.chars().map(|c| scaled.h_advance(scaled.glyph_id(c))).sum()
    }

    /// What has no glyph, as something that has one, so that it shows that something stood there. Signs that nobody sees by
    /// their names; control characters as a dot.
    pub fn drawable(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            if let Some(mark) = marks::drawn(c) {
                shown.push_str(&mark);
            } else if c.is_control() {
                shown.push('·');
            } else if self.0.glyph_id(c).0 != 0 {
                shown.push(c);
            } else {
                shown.push_str(stand_in(c));
            }
        }
        shown
    }

    /// How many letters of a text have no shape here, and would be drawn as a sign for that.
    pub fn shapeless(&self, text: &str) -> u32 {
        let lost = |c: &char| {
            !c.is_ascii()
                && *c != '\u{fffd}'
                && marks::name(*c).is_none()
                && !c.is_control()
                && self.0.glyph_id(*c).0 == 0
                && stand_in(*c) == "\u{fffd}"
        };
        u32::try_from(text.chars().filter(lost).count()).unwrap_or(u32::MAX)
    }

    /// Whether it has a shape for this one.
    pub fn has(&self, c: char) -> bool {
        self.0.glyph_id(c).0 != 0
    }

    pub fn units_per_em(&self) -> f32 {
        self.0.units_per_em().unwrap_or(1000.0)
    }

    /// Calls back for each part of the outline of drawable text, with where its letter begins, in ems. The parts are in units
    /// of the font, y upwards.
    pub fn outline(&self, text: &str, mut part: impl FnMut(f32, &OutlineCurve)) {
        let mut x = 0.0;
        for c in text.chars() {
            let glyph = self.0.glyph_id(c);
            for curve in self.0.outline(glyph).iter().flat_map(|outline| &outline.curves) {
                part(x, curve);
            }
            x += self.0.h_advance_unscaled(glyph) / self.units_per_em();
        }
    }

    /// Lines no wider than `width`, of drawable text. Breaks at spaces; a word longer than a line is broken where it must be.
    pub fn wrap(&self, text: &str, em: f32, width: f32) -> Vec<String> {
        let (mut lines, mut line) = (Vec::new(), String::new());
        for word in self.drawable(text).split(' ').filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&longer, em) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for c in word.chars() {
                line.push(c);
                if self.width(&line, em) > width && line.chars().nth(1).is_some() {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, c.to_string()));
                }
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Calls back for each pixel of an image of this size that a letter covers, with its index and how far (over 0, up to 1).
    pub fn draw(
        &self,
        text: &str,
        em: f32,
        (mut x, baseline): (f32, f32),
        (width, height): (u32, u32),
        mut paint: impl FnMut(usize, f32),
    ) {
        let scaled = self.0.as_scaled(self.scale(em));
        let (width, height) = (i64::from(width), i64::from(height));
        for c in text.chars() {
            let mut glyph = scaled.scaled_glyph(c);
            glyph.position = ab_glyph::point(x, baseline);
            x += scaled.h_advance(glyph.id);
            let Some(outline) = scaled.outline_glyph(glyph) else { continue };
            let bounds = outline.px_bounds();
            let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
            // ab_glyph calls back for every pixel of the box, covered or not.
            outline.draw(|dx, dy, coverage| {
                let (px, py) = (left + i64::from(dx), top + i64::from(dy));
                if coverage > 0.0 && (0..width).contains(&px) && (0..height).contains(&py) {
                    paint((py * width + px) as usize, coverage.min(1.0));
                }
            });
        }
    }
}

fn stand_in(c: char) -> &'static str {
    match c {
        '\u{202f}' | '\u{2007}' => "\u{a0}",
        '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{2010}' | '\u{2011}' | '\u{2043}' => "-",
        '\u{2012}' | '\u{2015}' => "–",
        '→' => "->",
        '←' => "<-",
        '≤' => "<=",
        '≥' => ">=",
        '●' | '■' | '▪' | '‣' => "•",
        '☐' => "[ ]",
        '☑' | '☒' => "[x]",
        _ => "\u{fffd}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_at_all_is_drawn_without_a_glyph() {
        for face in [Face::Regular, Face::SemiBold] {
            let letters = Letters::load(face).expect("the fonts are embedded");
            for c in '\0'..=char::MAX {
                let shown = letters.drawable(c.encode_utf8(&mut [0; 4]));
                assert!(shown.chars().all(|shown| letters.0.glyph_id(shown).0 != 0), "U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn a_pixel_that_no_letter_covers_is_left_alone() {
        let letters = Letters::load(Face::SemiBold).expect("the fonts are embedded");
        let mut called = 0;
        letters.draw("iii", 20.0, (2.0, 20.0), (60, 30), |_, coverage| {
            assert!(coverage > 0.0);
            called += 1;
        });
        assert!(called > 20);
    }
}
