//! What a page does not show, in a separate strip between the page and the marking below it: on grey, so that it cannot
//! be taken for the page or the marking.

use super::strips::THUMBNAIL;
use crate::ViewError;
use crate::letters::{Face, Letters};

const GROUND: u8 = 0xec;
const INK: f32 = 0x33 as f32;
/// A bar at the left edge draws the eye: amber.
const BAR: [u8; 3] = [0xd9, 0x8a, 0x00];
const LEADING: f32 = 1.35;
/// Pixels of the em.
const SIZES: std::ops::RangeInclusive<f32> = 11.0..=28.0;

/// Its pixels, 8-bit RGB; at most so many rows, the last of which says that it goes on. On a thumbnail only the bar.
pub fn draw(text: &str, width: u32, most_rows: u32) -> Result<Vec<u8>, ViewError> {
    let letters = Letters::load(Face::Regular).ok_or(ViewError::Image("font"))?;
    let row = width as usize * 3;
    if width < THUMBNAIL {
        return Ok(BAR.repeat(width as usize * most_rows.min(3) as usize));
    }
    let size = (width as f32 / 64.0).clamp(*SIZES.start(), *SIZES.end());
    let (pad, bar) = (size * 0.6, (size / 3.0).round());
    let left = bar + pad;
    let mut lines = letters.wrap(text, size, width as f32 - left - pad);
    let room = ((most_rows as f32 - 2.0 * pad) / (size * LEADING)).max(0.0) as usize;
    if lines.len() > room {
        lines.truncate(room);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    let height = (lines.len() as f32 * size * LEADING + 2.0 * pad).ceil().min(most_rows as f32) as u32;
    let mut rgb = vec![GROUND; row * height as usize];
    for pixels in rgb.chunks_exact_mut(row) {
        for pixel in pixels.chunks_exact_mut(3).take(bar as usize) {
            pixel.copy_from_slice(&BAR);
        }
    }
    for (number, line) in lines.iter().enumerate() {
        let baseline = (pad + number as f32 * size * LEADING + size * 1.02).round();
        letters.draw(line, size, (left, baseline), (width, height), |pixel, coverage| {
            for value in rgb.iter_mut().skip(pixel * 3).take(3) {
                *value = (f32::from(*value) + (INK - f32::from(*value)) * coverage).round() as u8;
            }
        });
    }
    Ok(rgb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_without_end_keeps_to_its_room() {
        for (width, rows) in [(240, 100), (900, 400), (4000, 2384), (100, 50)] {
            let rgb = draw(&"picture, ".repeat(20_000), width, rows).expect("the font is embedded");
            assert!(rgb.len() <= (width * rows) as usize * 3 && !rgb.is_empty(), "{width}");
            assert_eq!(rgb.len() % (width as usize * 3), 0);
        }
        let short = draw("Not shown on this page: a picture", 900, 400).expect("the font is embedded");
        assert!(short.len() < 900 * 3 * 60, "one line");
    }
}
