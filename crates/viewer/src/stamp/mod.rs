//! The marks: banner strips outside the page, the reader's watermark across it, and what the page does not show, in a
//! separate strip below it.

mod note;
mod strips;
mod watermark;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::ViewError;
use crate::letters::{Face, Letters};
use crate::missing::Missing;
use crate::page::{Inset, Page};
use crate::places::Area;
use strips::Strip;

/// What stands on every page that is shown.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// `SECRET – GEHEIM // REL TO BEL`
    pub banner: String,
    /// `#rrggbb`
    pub colour: String,
    pub text_colour: String,
    /// Who reads, and when: `fictief 2026-11-22 16:10`.
    pub watermark: String,
    /// `EXERCICE – OEFENING`, where nothing is real.
    pub exercise: Option<String>,
    /// The sentence for what a page does not show.
    pub say: Say,
}

/// Puts into words what a page lacks, in the language of the person who reads it.
#[derive(Clone)]
pub struct Say(Arc<Sentence>);

type Sentence = dyn Fn(&[Missing]) -> String + Send + Sync;

impl Say {
    pub fn new(say: impl Fn(&[Missing]) -> String + Send + Sync + 'static) -> Say {
        Say(Arc::new(say))
    }
}

impl fmt::Debug for Say {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Say")
    }
}

type Rgb = [u8; 3];

/// A page narrower than this stands in the middle of a strip this wide, where that much was asked for.
const NARROWEST_STRIP: u32 = 240;
/// Highest and widest that WebP can be, in pixels.
const MOST_SIDE: u32 = 16_384;
/// Next to a narrow page.
const BESIDE: u8 = 0xd5;

/// Of what is looked for: red, green, blue.
const PEN: [u16; 3] = [255, 226, 110];

/// The lines around it.
const LIGHT: u8 = 255;
const DARK: u8 = 40;

/// A page being marked: 8-bit RGB, rows from the top, the strips included, so that the page's pixels go straight to their
/// place.
pub struct Canvas {
    width: u32,
    page: (u32, u32),
    strip: Strip,
    rgb: Vec<u8>,
}

impl Canvas {
    /// With its strips, and no page yet. `asked` is the width that was asked for.
    ///
    /// # Errors
    /// [`ViewError::Image`]: a colour that is none, or a banner that is longer than any page. A banner is never cut.
    pub fn new((page_width, page_height): (u32, u32), asked: u32, stamp: &Stamp) -> Result<Canvas, ViewError> {
        let width = page_width.max(asked.min(NARROWEST_STRIP));
        let letters = Letters::load(Face::SemiBold).ok_or(ViewError::Image("font"))?;
        let strip = Strip::of(stamp, width, &letters)?;
        let height = page_height + 2 * strip.height();
        if page_width == 0 || page_height == 0 || width > MOST_SIDE || height > MOST_SIDE {
            return Err(ViewError::Image("size"));
        }
        let mut rgb = vec![BESIDE; width as usize * height as usize * 3];
        let drawn = strip.draw(&letters);
        let edge = strip.edge_row().repeat(strip.edge());
        // From above: strip, edge, page, edge, strip.
        let below = rgb.len() - drawn.len();
        for (at, part) in [(0, &drawn), (drawn.len(), &edge), (below - edge.len(), &edge), (below, &drawn)] {
            if let Some(place) = rgb.get_mut(at..at + part.len()) {
                place.copy_from_slice(part);
            }
        }
        Ok(Canvas { width, page: (page_width, page_height), strip, rgb })
    }

    /// Where the page's rows go, from the top.
    pub fn page_rows(&mut self) -> impl Iterator<Item = &mut [u8]> {
        let (page_width, page_height) = self.page;
        let left = (self.width - page_width) as usize / 2 * 3;
        let rows = self.rgb.chunks_exact_mut(self.width as usize * 3);
        let rows = rows.skip(self.strip.height() as usize).take(page_height as usize);
        rows.filter_map(move |row| row.get_mut(left..left + page_width as usize * 3))
    }

    /// How wide the page is, in pixels, without what stands next to a narrow one.
    pub fn page_width(&self) -> u32 {
        self.page.0
    }

    /// The page as it is so far: its width, its height, and its pixels, RGB, eight bits each, rows from the top.
    pub fn page_picture(&mut self) -> (u32, u32, Zeroizing<Vec<u8>>) {
        let (width, height) = self.page;
        let mut rgb = Zeroizing::new(Vec::with_capacity(width as usize * height as usize * 3));
        self.page_rows().for_each(|row| rgb.extend_from_slice(row));
        (width, height, rgb)
    }

    /// Marks what was looked for on the page, as a pen does: what is dark stays dark. A dark line around it, with a light one
    /// around that, is seen on a ground of any colour, a marking's own among them.
    pub fn mark(&mut self, areas: &[Area]) {
        let (width, height) = self.page;
        let edges = |from: f32, to: f32, of: u32| {
            let most = of as usize;
            let (from, to) = ((from * of as f32).floor() - 1.0, (to * of as f32).ceil() + 1.0);
            (from.max(0.0) as usize).min(most)..(to.max(0.0) as usize).min(most)
        };
        let mut rows: Vec<&mut [u8]> = self.page_rows().collect();
        for area in areas {
            let (across, down) = (edges(area.left, area.right, width), edges(area.top, area.bottom, height));
            outline(&mut rows, &across, &down, 2, LIGHT);
            outline(&mut rows, &across, &down, 1, DARK);
        }
        for area in areas {
            let across = edges(area.left, area.right, width);
            for row in rows.get_mut(edges(area.top, area.bottom, height)).unwrap_or_default() {
                let pixels = row.get_mut(across.start * 3..across.end * 3).unwrap_or_default();
                for pixel in pixels.chunks_exact_mut(3) {
                    for (value, pen) in pixel.iter_mut().zip(PEN) {
                        *value = (u16::from(*value) * pen / 255) as u8;
                    }
                }
            }
        }
    }

    /// With the watermark, and with what is missing from the page.
    ///
    /// # Errors
    /// [`ViewError::Image`].
    pub fn finish(mut self, stamp: &Stamp, missing: Vec<Missing>) -> Result<Page, ViewError> {
        self.watermark(stamp)?;
        let mut height = self.page.1 + 2 * self.strip.height();
        if !missing.is_empty() {
            let note = note::draw(&(stamp.say.0)(&missing), self.width, MOST_SIDE - height)?;
            // Between the page and the line that parts it from the strip below.
            let below = self.rgb.len() - self.strip.height() as usize * self.width as usize * 3;
            height += (note.len() / (self.width as usize * 3)) as u32;
            self.rgb.splice(below..below, note);
        }
        let (page_width, page_height) = self.page;
        let left = (self.width - page_width) / 2;
        let (top, picture) = (self.strip.height(), (self.width, height));
        let inset = Inset { left, top, width: page_width, height: page_height, picture };
        Ok(Page { width: self.width, height, rgb: self.rgb, inset, missing })
    }

    fn watermark(&mut self, stamp: &Stamp) -> Result<(), ViewError> {
        let letters = Letters::load(Face::SemiBold).ok_or(ViewError::Image("font"))?;
        let row = self.width as usize * 3;
        let strip = self.strip.height() as usize * row;
        let page = strip..self.rgb.len() - strip;
        watermark::across(self.rgb.get_mut(page).unwrap_or_default(), self.width, &stamp.watermark, &letters);
        Ok(())
    }
}

fn colour(text: &str) -> Result<Rgb, ViewError> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
    let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let [_, red, green, blue] = value.ok_or(ViewError::Image("colour"))?.to_be_bytes();
    Ok([red, green, blue])
}

/// Draws a line of one pixel, so far outside of an area, in one shade of grey.
fn outline(rows: &mut [&mut [u8]], across: &Range<usize>, down: &Range<usize>, outside: usize, shade: u8) {
    let (left, top) = (across.start.saturating_sub(outside), down.start.saturating_sub(outside));
    let (right, bottom) = (across.end + outside, down.end + outside);
    for (y, row) in rows.iter_mut().enumerate().take(bottom).skip(top) {
        let whole = y == top || y + 1 == bottom;
        for (x, pixel) in row.chunks_exact_mut(3).enumerate().take(right).skip(left) {
            if whole || x == left || x + 1 == right {
                pixel.fill(shade);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    const RED: Rgb = [0xc8, 0x10, 0x2e];

    fn stamp(banner: &str) -> Stamp {
        Stamp {
            banner: banner.to_owned(),
            colour: "#c8102e".to_owned(),
            text_colour: "#ffffff".to_owned(),
            watermark: "claes · 2026-11-22 16:10 UTC".to_owned(),
            exercise: Some("EXERCICE – OEFENING".to_owned()),
            say: Say::new(|missing| format!("Not shown on this page: {} things", missing.len())),
        }
    }

    fn canvas(size: (u32, u32), paper: u8, stamp: &Stamp) -> Canvas {
        let mut canvas = Canvas::new(size, size.0, stamp).expect("the colours are colours");
        canvas.page_rows().for_each(|row| row.fill(paper));
        canvas
    }

    /// How far the watermark goes below and above the paper, and what part of the page it touches.
    fn watermarked(paper: u8) -> (u8, u8, f32) {
        let stamp = stamp("SECRET");
        let mut canvas = canvas((900, 1200), paper, &stamp);
        canvas.watermark(&stamp).expect("the font is embedded");
        let values: Vec<u8> = canvas.page_rows().flat_map(|row| row.to_vec()).collect();
        let touched = values.iter().filter(|value| value.abs_diff(paper) > 12).count() as f32 / values.len() as f32;
        let (darkest, lightest) = (values.iter().min().expect("a page"), values.iter().max().expect("a page"));
        (paper - darkest, lightest - paper, touched)
    }

    #[test]
    fn the_watermark_shows_on_light_pages_and_on_dark_ones_and_hinders_on_neither() {
        let (darker, _, touched) = watermarked(255);
        assert!((25..70).contains(&darker), "on white: {darker}");
        assert!((0.005..0.12).contains(&touched), "on white: {touched}");
        let (_, lighter, touched) = watermarked(0);
        assert!((35..80).contains(&lighter), "on black: {lighter}");
        assert!((0.005..0.12).contains(&touched), "on black: {touched}");
        let (darker, lighter, _) = watermarked(128);
        assert!(darker > 8 && lighter > 12, "on grey: {darker}, {lighter}");
    }

    #[test]
    fn the_watermark_is_on_every_part_of_the_page() {
        let stamp = stamp("SECRET");
        for size in [(900, 1200), (200, 300), (2000, 500), (64, 90)] {
            let mut canvas = canvas(size, 255, &stamp);
            canvas.watermark(&stamp).expect("the font is embedded");
            let rows: Vec<Vec<u8>> = canvas.page_rows().map(|row| row.to_vec()).collect();
            for part in 0..2 {
                let half = rows.len() / 2;
                let touched =
                    rows[part * half..(part + 1) * half].iter().flatten().filter(|value| **value < 240).count();
                assert!(touched > 20, "{size:?}, part {part}: {touched}");
            }
        }
    }

    #[test]
    fn the_watermark_stays_off_the_strips_and_the_strips_off_the_page() {
        let stamp = stamp("SECRET – GEHEIM // REL TO BEL, FRA, NLD");
        let mut canvas = canvas((800, 1131), 7, &stamp);
        let strip = canvas.strip.height() as usize * 800 * 3;
        let before = canvas.rgb.clone();
        canvas.watermark(&stamp).expect("the font is embedded");
        assert_eq!(before[..strip], canvas.rgb[..strip]);
        assert_eq!(before[before.len() - strip..], canvas.rgb[before.len() - strip..]);
        let banner = strip - canvas.strip.edge() * 800 * 3;
        assert_eq!(before[..banner], before[before.len() - banner..], "above as below");
        assert!(
            before[banner..strip].iter().all(|value| *value == 255),
            "a line in the letters' colour, then the page"
        );
        assert!(before[strip..before.len() - strip].iter().all(|value| *value == 7));
        assert!(before[..strip].chunks_exact(3).any(|pixel| pixel == RED));
        assert!(before[..strip].chunks_exact(3).any(|pixel| pixel == [255; 3]));
    }

    #[test]
    fn what_is_missing_stands_below_the_page_and_moves_nothing() {
        let stamp = stamp("SECRET");
        let whole = canvas((800, 600), 7, &stamp).finish(&stamp, Vec::new()).expect("it is drawn");
        let missing = vec![Missing::new(crate::Lack::Picture, "10 × 10", 1)];
        let noted = canvas((800, 600), 7, &stamp).finish(&stamp, missing.clone()).expect("it is drawn");
        assert_eq!(noted.missing, missing);
        let more = (noted.height - whole.height) as usize * 800 * 3;
        assert!(more > 20 * 800 * 3, "there is room for a line of letters");
        let strip = canvas((800, 600), 7, &stamp).strip.height() as usize * 800 * 3;
        let page = whole.rgb.len() - strip;
        assert_eq!(noted.rgb[..page], whole.rgb[..page], "the strip above and the page");
        assert_eq!(noted.rgb[page + more..], whole.rgb[page..], "the strip below");
        assert!(noted.rgb[page..page + more].chunks_exact(3).any(|pixel| pixel[0] < 80), "letters");
    }

    #[test]
    fn where_a_part_of_the_page_stands_on_its_picture_is_told_whatever_stands_around_it() {
        let (stamp, part) = (stamp("SECRET"), Area { left: 0.25, top: 0.5, right: 0.5, bottom: 0.75 });
        for (size, missing) in [((800, 600), 0), ((800, 600), 1), ((100, 200), 0)] {
            let mut canvas = Canvas::new(size, 800, &stamp).expect("the colours are colours");
            canvas.page_rows().for_each(|row| row.fill(255));
            // The part of the page, in one colour that nothing else has.
            let across = size.0 as usize / 4 * 3..size.0 as usize / 2 * 3;
            let down = size.1 as usize / 2..size.1 as usize * 3 / 4;
            for row in canvas.page_rows().skip(down.start).take(down.len()) {
                row[across.clone()].chunks_exact_mut(3).for_each(|pixel| pixel.copy_from_slice(&[0, 250, 0]));
            }
            let missing = vec![Missing::new(crate::Lack::Picture, "10 × 10", 1); missing];
            let page = canvas.finish(&stamp, missing).expect("it is drawn");
            let standing = page.inset.on_picture(part);
            let (middle_x, middle_y) = ((standing.left + standing.right) / 2.0, (standing.top + standing.bottom) / 2.0);
            let at = |x: f32, y: f32| {
                let (x, y) = ((x * page.width as f32) as usize, (y * page.height as f32) as usize);
                let pixel = &page.rgb[(y * page.width as usize + x) * 3..][..3];
                i32::from(pixel[1]) - i32::from(pixel[0]) > 60
            };
            assert!(at(middle_x, middle_y), "{size:?}");
            let (wide, high) = (2.0 / page.width as f32, 2.0 / page.height as f32);
            assert!(at(standing.left + wide, standing.top + high) && at(standing.right - wide, standing.bottom - high));
            assert!(!at(standing.left - wide, middle_y) && !at(middle_x, standing.bottom + high), "{size:?}");
        }
    }

    #[test]
    fn a_narrow_page_stands_between_strips_that_can_be_read() {
        let canvas = Canvas::new((10, 9000), 900, &stamp("SECRET")).expect("it fits");
        assert_eq!(canvas.width, NARROWEST_STRIP);
        let mut canvas = Canvas::new((64, 90), 64, &stamp("SECRET")).expect("it fits");
        assert_eq!(canvas.width, 64, "a small image that was asked for stays small");
        assert_eq!(canvas.page_rows().count(), 90);
    }

    #[test]
    fn what_is_no_colour_and_a_banner_without_end_are_refused() {
        let red = Stamp { colour: "red".to_owned(), ..stamp("SECRET") };
        assert!(matches!(Canvas::new((800, 1131), 800, &red), Err(ViewError::Image(_))));
        let long = stamp(&"REL TO ".repeat(100_000));
        assert!(matches!(Canvas::new((800, 1131), 800, &long), Err(ViewError::Image(_))));
    }
}
