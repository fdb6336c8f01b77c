//! Plain text: UTF-8, or Latin-1 where it is not; lines wrapped by columns on A4 pages.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};

use super::{Image, Pages, fit};
use crate::frame::Status;

const FONT: &[u8] = include_bytes!("../../../paper/fonts/IBMPlexSans-Regular.ttf");
const PAGE: (f32, f32) = (595.0, 842.0);
const MARGIN: f32 = 50.0;
const SIZE: f32 = 10.0;
const LEADING: f32 = 14.0;
const COLUMNS: usize = 96;
const ROWS: usize = 52;
/// More pages than that nobody reads on a screen.
const MOST_PAGES: usize = 2000;

pub struct TextPages(Vec<Vec<String>>);

impl TextPages {
    pub fn read(document: &[u8]) -> TextPages {
        let text = match std::str::from_utf8(document) {
            Ok(text) => text.to_owned(),
            Err(_) => document.iter().map(|byte| char::from(*byte)).collect(),
        };
        let mut rows = Vec::new();
        for line in text.lines() {
            let shown: Vec<char> =
                line.replace('\t', "    ").chars().map(|c| if c.is_control() { '·' } else { c }).collect();
            if shown.is_empty() {
                rows.push(String::new());
            }
            rows.extend(shown.chunks(COLUMNS).map(|chunk| chunk.iter().collect::<String>()));
            if rows.len() > ROWS * MOST_PAGES {
                break;
            }
        }
        if rows.is_empty() {
            rows.push(String::new());
        }
        TextPages(rows.chunks(ROWS).take(MOST_PAGES).map(<[String]>::to_vec).collect())
    }
}

impl Pages for TextPages {
    fn count(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.0.get(page as usize).map(|_| PAGE)
    }

    fn render(&self, page: u32, width: u32) -> Result<Image, Status> {
        let rows = self.0.get(page as usize).ok_or(Status::NoSuchPage)?;
        let (width, height, scale) = fit(PAGE, width)?;
        let font = FontRef::try_from_slice(FONT).map_err(|_| Status::Malformed)?;
        let mut rgba = vec![255_u8; width as usize * height as usize * 4];
        for (number, row) in rows.iter().enumerate() {
            let baseline = (MARGIN + number as f32 * LEADING) * scale;
            let sized = font.as_scaled(PxScale::from(SIZE * scale * 1.3));
            let mut x = MARGIN * scale;
            for c in row.chars() {
                let glyph = sized.scaled_glyph(c);
                let advance = sized.h_advance(glyph.id);
                let mut glyph = glyph;
                glyph.position = ab_glyph::point(x, baseline);
                x += advance;
                let Some(outline) = sized.outline_glyph(glyph) else { continue };
                let bounds = outline.px_bounds();
                outline.draw(|dx, dy, coverage| {
                    let (px, py) = (bounds.min.x as i64 + i64::from(dx), bounds.min.y as i64 + i64::from(dy));
                    if (0..i64::from(width)).contains(&px) && (0..i64::from(height)).contains(&py) {
                        let at = (py * i64::from(width) + px) as usize * 4;
                        for channel in rgba.iter_mut().skip(at).take(3) {
                            *channel = channel.saturating_sub((coverage * 230.0) as u8);
                        }
                    }
                });
            }
        }
        Ok(Image { width, height, rgba })
    }
}
