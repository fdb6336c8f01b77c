//! The reader's name across the page, repeated, on a slant: dark letters with a light edge, visible on light and dark
//! pages, and faint enough that the text under it can be read.

use crate::letters::Letters;

/// How strongly the letters cover, and their grey.
const INK: f32 = 0.16;
const INK_GREY: f32 = 40.0;
/// How strongly the white edge around them covers.
const EDGE: f32 = 0.24;
/// Rising to the right.
const SLANT_DEGREES: f32 = 24.0;
/// A watermark is not longer, in characters.
const LONGEST: usize = 120;

/// One name, unslanted: what it adds and how much it covers, for each pixel.
struct Tile {
    width: u32,
    height: u32,
    pixels: Vec<Veil>,
}

/// `value` is already multiplied by `cover`.
#[derive(Clone, Copy, Default)]
struct Veil {
    value: f32,
    cover: f32,
}

/// Over a page of 8-bit RGB.
pub fn across(rgb: &mut [u8], width: u32, text: &str, letters: &Letters) {
    let em = (width as f32 / 44.0).clamp(10.0, 34.0);
    let text: String = letters.drawable(text).chars().take(LONGEST).collect();
    if text.trim().is_empty() {
        return;
    }
    let tile = Tile::of(&text, em, letters);
    let (period, step) = (tile.width as f32 + em * 3.0, em * 9.0);
    let (sin, cos) = SLANT_DEGREES.to_radians().sin_cos();
    for (y, row) in rgb.chunks_exact_mut(width as usize * 3).enumerate() {
        for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
            // The pixel's place along and across the slanted lines of text.
            let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
            let across = px * sin + py * cos;
            let line = (across / step).floor();
            let down = across - line * step;
            if down >= tile.height as f32 {
                continue;
            }
            // Each line begins elsewhere, so that the gaps do not stand in a column.
            let along = px * cos - py * sin + line * period * 0.38;
            let along = along - (along / period).floor() * period;
            if along >= tile.width as f32 {
                continue;
            }
            let veil = tile.at(along - 0.5, down - 0.5);
            if veil.cover > 0.0 {
                for value in pixel {
                    *value = (f32::from(*value) * (1.0 - veil.cover) + veil.value).round() as u8;
                }
            }
        }
    }
}

impl Tile {
    fn of(text: &str, em: f32, letters: &Letters) -> Tile {
        let edge = (em / 14.0).clamp(1.0, 2.4);
        let pad = edge.ceil() + 1.0;
        let width = (letters.width(text, em) + 2.0 * pad).ceil() as u32;
        let height = (em * 1.3 + 2.0 * pad).ceil() as u32;
        let origin = (pad, pad + em);
        let mut ink = vec![0.0_f32; width as usize * height as usize];
        let mut around = ink.clone();
        let most = |covered: &mut Vec<f32>, (x, y): (f32, f32)| {
            letters.draw(text, em, (origin.0 + x, origin.1 + y), (width, height), |pixel, coverage| {
                if let Some(covered) = covered.get_mut(pixel) {
                    *covered = covered.max(coverage);
                }
            });
        };
        most(&mut ink, (0.0, 0.0));
        let corner = edge * std::f32::consts::FRAC_1_SQRT_2;
        for (x, y) in [(edge, 0.0), (0.0, edge), (corner, corner), (corner, -corner)] {
            most(&mut around, (x, y));
            most(&mut around, (-x, -y));
        }
        // Inside a letter its ink and nothing of the edge, or the two would cancel out.
        let veil = |(ink, around): (&f32, &f32)| Veil {
            value: (1.0 - ink) * around * EDGE * 255.0 + ink * INK * INK_GREY,
            cover: (1.0 - ink) * around * EDGE + ink * INK,
        };
        Tile { width, height, pixels: ink.iter().zip(&around).map(veil).collect() }
    }

    /// Between the four nearest pixels; nothing outside.
    fn at(&self, x: f32, y: f32) -> Veil {
        let (left, top) = (x.floor(), y.floor());
        let (right_part, lower_part) = (x - left, y - top);
        let mut sum = Veil::default();
        for (dx, dy, part) in [
            (0, 0, (1.0 - right_part) * (1.0 - lower_part)),
            (1, 0, right_part * (1.0 - lower_part)),
            (0, 1, (1.0 - right_part) * lower_part),
            (1, 1, right_part * lower_part),
        ] {
            let veil = self.pixel(left as i32 + dx, top as i32 + dy);
            sum.value += veil.value * part;
            sum.cover += veil.cover * part;
        }
        sum
    }

    fn pixel(&self, x: i32, y: i32) -> Veil {
        let inside = x >= 0 && y >= 0 && (x as u32) < self.width && (y as u32) < self.height;
        let at = if inside { y as usize * self.width as usize + x as usize } else { usize::MAX };
        self.pixels.get(at).copied().unwrap_or_default()
    }
}
