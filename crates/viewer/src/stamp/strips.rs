//! The strip above and below a page: the banner on as many lines as it needs, the exercise line under it.

use super::{Rgb, Stamp, colour};
use crate::ViewError;
use crate::letters::Letters;

/// No mark is smaller on a page that is shown to be read: pixels of the em.
const LEAST: f32 = 11.0;
/// A narrower image, in pixels, is a thumbnail: its marks shrink with its page, which nobody can read either.
pub const THUMBNAIL: u32 = 240;
/// A banner is not longer, in characters: every nation of the world fits three times.
const LONGEST: usize = 4000;
const LEADING: f32 = 1.25;

pub struct Strip {
    width: u32,
    banner: (Vec<String>, f32),
    exercise: (Vec<String>, f32),
    ground: Rgb,
    ink: Rgb,
}

impl Strip {
    pub fn of(stamp: &Stamp, width: u32, letters: &Letters) -> Result<Strip, ViewError> {
        let exercise = stamp.exercise.as_deref().unwrap_or_default();
        if stamp.banner.chars().count() + exercise.chars().count() > LONGEST {
            return Err(ViewError::Image("banner"));
        }
        let least = least(width);
        let size = (width as f32 / 52.0).clamp(least, 44.0);
        Ok(Strip {
            width,
            banner: set(&stamp.banner, size, width, letters),
            exercise: set(exercise, (size * 0.74).max(least), width, letters),
            ground: colour(&stamp.colour)?,
            ink: colour(&stamp.text_colour)?,
        })
    }

    pub fn height(&self) -> u32 {
        let height = |(lines, size): &(Vec<String>, f32)| lines.len() as f32 * size * LEADING;
        (height(&self.banner) + height(&self.exercise) + 2.0 * self.pad()).ceil() as u32 + self.edge() as u32
    }

    /// The line between strip and page, in the colour of the letters: a page that begins with a band of the strip's colour
    /// does not run into it.
    pub fn edge(&self) -> usize {
        (self.banner.1 / 8.0).round().max(2.0) as usize
    }

    fn pad(&self) -> f32 {
        self.banner.1 * 0.4
    }

    /// One row of the edge, 8-bit RGB.
    pub fn edge_row(&self) -> Vec<u8> {
        self.ink.repeat(self.width as usize)
    }

    /// Its pixels without the edge, 8-bit RGB.
    pub fn draw(&self, letters: &Letters) -> Vec<u8> {
        let (width, height) = (self.width, self.height() - self.edge() as u32);
        let mut rgb: Vec<u8> = self.ground.repeat(width as usize * height as usize);
        let mut top = self.pad();
        for (lines, size) in [&self.banner, &self.exercise] {
            for line in lines {
                let x = (width as f32 - letters.width(line, *size)) / 2.0;
                // Capitals are 0.7 of the em high: they stand in the middle of the line.
                let baseline = (top + size * (LEADING + 0.7) / 2.0).round();
                letters.draw(line, *size, (x, baseline), (width, height), |pixel, coverage| {
                    let at = pixel * 3;
                    for (value, ink) in rgb.iter_mut().skip(at).take(3).zip(self.ink) {
                        *value = (f32::from(*value) + (f32::from(ink) - f32::from(*value)) * coverage).round() as u8;
                    }
                });
                top += size * LEADING;
            }
        }
        rgb
    }
}

fn least(width: u32) -> f32 {
    LEAST * (width as f32 / THUMBNAIL as f32).min(1.0)
}

/// A little smaller if it then stands on one line; else on two or three, about equally long; else as small as may be, on as
/// many as it takes.
fn set(text: &str, size: f32, width: u32, letters: &Letters) -> (Vec<String>, f32) {
    let room = (width as f32 - 16.0).max(16.0);
    let natural = letters.width(&letters.drawable(text), size);
    let on_one = size * (room / natural.max(1.0)).min(1.0);
    if on_one >= (size * 0.82).max(least(width)) {
        return (letters.wrap(text, on_one * 0.999, room), on_one);
    }
    let size = if letters.wrap(text, size, room).len() <= 3 { size } else { least(width) };
    let mut lines = letters.wrap(text, size, room);
    for step in 1..20 {
        let narrower = letters.wrap(text, size, room * (1.0 - step as f32 / 40.0));
        if narrower.len() > lines.len() {
            break;
        }
        lines = narrower;
    }
    (lines, size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::Face;

    fn strip(countries: usize, width: u32) -> (Strip, String) {
        let letters = Letters::load(Face::SemiBold).expect("the fonts are embedded");
        let banner = format!("SECRET – GEHEIM // REL TO {}", vec!["BEL"; countries].join(", "));
        let stamp = Stamp {
            banner: banner.clone(),
            colour: "#c8102e".to_owned(),
            text_colour: "#ffffff".to_owned(),
            watermark: String::new(),
            exercise: Some("EXERCICE – OEFENING".to_owned()),
            say: crate::Say::new(|_| String::new()),
        };
        (Strip::of(&stamp, width, &letters).expect("it fits"), banner)
    }

    #[test]
    fn a_long_banner_takes_more_lines_never_letters_that_nobody_can_read() {
        let letters = Letters::load(Face::SemiBold).expect("the fonts are embedded");
        for (countries, width, most) in
            [(3, 900, 1), (30, 900, 3), (150, 900, 12), (3, 240, 3), (3, 128, 3), (3, 64, 3), (40, 4000, 3)]
        {
            let (strip, banner) = strip(countries, width);
            let (lines, size) = &strip.banner;
            assert!(*size >= least(width) && lines.len() <= most, "{countries} at {width}: {size} {lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), banner.replace(' ', ""), "not a word of a marking is lost");
            assert!(lines.iter().all(|line| letters.width(line, *size) <= width as f32), "{countries} at {width}");
            assert!(strip.exercise.1 >= least(width) && !strip.exercise.0.is_empty());
        }
        assert!([240, 910, 4000].into_iter().all(|width| least(width) >= 11.0));
    }

    #[test]
    fn the_exercise_line_stands_on_a_line_of_its_own() {
        let (with, banner) = strip(3, 900);
        let letters = Letters::load(Face::SemiBold).expect("the fonts are embedded");
        assert_eq!(with.banner.0, [banner]);
        assert_eq!(with.exercise.0, ["EXERCICE – OEFENING"]);
        let rgb = with.draw(&letters);
        let lit = |row: usize| rgb.chunks_exact(900 * 3).nth(row).is_some_and(|row| row.iter().any(|v| *v > 0xf0));
        let rows = with.height() as usize - with.edge();
        let bands = (1..rows).filter(|row| lit(*row) && !lit(*row - 1)).count();
        assert!(bands >= 2, "two lines with ground between them");
        assert!(!lit(0) && !lit(rows - 1), "no letter touches an edge");
    }
}
