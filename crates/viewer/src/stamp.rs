//! The marks: banner strips outside the page, and the reader's watermark across it.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};
use image_webp::{ColorType, WebPEncoder};
use tiny_skia::{Pixmap, PixmapPaint, PremultipliedColorU8, Transform};

use crate::ViewError;

const FONT: &[u8] = include_bytes!("../../paper/fonts/IBMPlexSans-SemiBold.ttf");
/// How strongly the watermark covers: legible in a photograph of the screen, and no hindrance to reading.
const WATERMARK: u8 = 46;
/// Light around the letters of the watermark, so that it shows on dark pictures too.
const HALO: u8 = 70;

/// What stands on every page that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// `SECRET – GEHEIM // REL TO BEL`
    pub banner: String,
    /// `#rrggbb`
    pub colour: String,
    pub text_colour: String,
    /// Who reads, and when: `CLAES 2026-11-22 16:10`.
    pub watermark: String,
    /// `EXERCICE – OEFENING`, where nothing is real.
    pub exercise: Option<String>,
}

/// The page between its strips, as lossless WebP.
pub fn marked(width: u32, height: u32, rgba: &[u8], stamp: &Stamp) -> Result<Vec<u8>, ViewError> {
    let font = FontRef::try_from_slice(FONT).map_err(|error| ViewError::Image(error.to_string()))?;
    let strip = (width / 26).clamp(20, 64);
    let mut canvas = Pixmap::new(width, height + 2 * strip).ok_or_else(|| ViewError::Image("size".to_owned()))?;
    let offset = (strip * width) as usize;
    for (to, from) in canvas.pixels_mut().iter_mut().skip(offset).zip(rgba.chunks_exact(4)) {
        if let &[red, green, blue, _] = from {
            *to = opaque(red, green, blue);
        }
    }
    watermark(&mut canvas, &font, stamp, strip, height);
    let ground = colour(&stamp.colour)?;
    let ink = colour(&stamp.text_colour)?;
    let text = match &stamp.exercise {
        Some(exercise) => format!("{}   ·   {exercise}", stamp.banner),
        None => stamp.banner.clone(),
    };
    for top in [0, strip + height] {
        let rows = canvas.pixels_mut().iter_mut().skip((top * width) as usize).take((strip * width) as usize);
        rows.for_each(|pixel| *pixel = opaque(ground.0, ground.1, ground.2));
        line(&mut canvas, &font, &text, (width, top, strip), ink);
    }
    encode(&canvas)
}

fn encode(canvas: &Pixmap) -> Result<Vec<u8>, ViewError> {
    let rgb: Vec<u8> = canvas.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    let mut webp = Vec::new();
    WebPEncoder::new(&mut webp)
        .encode(&rgb, canvas.width(), canvas.height(), ColorType::Rgb8)
        .map_err(|error| ViewError::Image(error.to_string()))?;
    Ok(webp)
}

/// One line, centred in a strip, smaller if it must be.
fn line(canvas: &mut Pixmap, font: &FontRef<'_>, text: &str, (width, top, strip): (u32, u32, u32), ink: (u8, u8, u8)) {
    let wanted = strip as f32 * 0.62;
    let natural = text_width(font, text, wanted);
    let size = wanted * ((width as f32 - 16.0) / natural.max(1.0)).min(1.0);
    let x = (width as f32 - text_width(font, text, size)) / 2.0;
    let baseline = top as f32 + (strip as f32 + size * 0.62) / 2.0;
    draw(canvas, font, text, size, (x, baseline), |pixel, coverage| mix(pixel, ink, coverage));
}

/// The reader's name across the page, again and again, on a slant.
fn watermark(canvas: &mut Pixmap, font: &FontRef<'_>, stamp: &Stamp, strip: u32, height: u32) {
    let size = (canvas.width() as f32 / 34.0).clamp(9.0, 40.0);
    let (tile_width, tile_height) = ((text_width(font, &stamp.watermark, size) + size * 3.0) as u32, (size * 2.0) as u32);
    let Some(mut tile) = Pixmap::new(tile_width.clamp(1, 4000), tile_height.max(1)) else { return };
    let at = (size, size * 1.4);
    for (dx, dy) in [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)] {
        draw(&mut tile, font, &stamp.watermark, size, (at.0 + dx, at.1 + dy), |pixel, coverage| {
            veil(pixel, 255, (f32::from(HALO) * coverage) as u8)
        });
    }
    draw(&mut tile, font, &stamp.watermark, size, at, |pixel, coverage| {
        veil(pixel, 40, (f32::from(WATERMARK) * coverage) as u8)
    });
    let width = canvas.width();
    let step = (tile_height as f32 * 4.6).max(40.0);
    let mut row = 0;
    let mut y = strip as f32 - width as f32 * 0.3;
    while y < (strip + height) as f32 + width as f32 * 0.6 {
        let mut x = if row % 2 == 0 { -(tile_width as f32) } else { -(tile_width as f32) * 0.45 };
        while x < width as f32 {
            let place = Transform::from_rotate_at(-24.0, x, y).pre_translate(x, y);
            canvas.draw_pixmap(0, 0, tile.as_ref(), &PixmapPaint::default(), place, None);
            x += tile_width as f32 * 1.25;
        }
        y += step;
        row += 1;
    }
}

fn text_width(font: &FontRef<'_>, text: &str, size: f32) -> f32 {
    let scaled = font.as_scaled(PxScale::from(size));
    text.chars().map(|c| scaled.h_advance(font.glyph_id(c))).sum()
}

fn draw(
    canvas: &mut Pixmap,
    font: &FontRef<'_>,
    text: &str,
    size: f32,
    (mut x, baseline): (f32, f32),
    paint: impl Fn(PremultipliedColorU8, f32) -> PremultipliedColorU8,
) {
    let scaled = font.as_scaled(PxScale::from(size));
    let (width, height) = (i64::from(canvas.width()), i64::from(canvas.height()));
    for c in text.chars() {
        let mut glyph = scaled.scaled_glyph(c);
        glyph.position = ab_glyph::point(x, baseline);
        x += scaled.h_advance(glyph.id);
        let Some(outline) = scaled.outline_glyph(glyph) else { continue };
        let bounds = outline.px_bounds();
        let pixels = canvas.pixels_mut();
        outline.draw(|dx, dy, coverage| {
            let (px, py) = (bounds.min.x as i64 + i64::from(dx), bounds.min.y as i64 + i64::from(dy));
            if (0..width).contains(&px)
                && (0..height).contains(&py)
                && let Some(pixel) = pixels.get_mut((py * width + px) as usize)
            {
                *pixel = paint(*pixel, coverage.clamp(0.0, 1.0));
            }
        });
    }
}

fn mix(pixel: PremultipliedColorU8, ink: (u8, u8, u8), coverage: f32) -> PremultipliedColorU8 {
    let blend = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * coverage).round() as u8;
    opaque(blend(pixel.red(), ink.0), blend(pixel.green(), ink.1), blend(pixel.blue(), ink.2))
}

/// A grey of this strength over what is there; where there is more already, that stays.
fn veil(pixel: PremultipliedColorU8, grey: u8, alpha: u8) -> PremultipliedColorU8 {
    if alpha <= pixel.alpha() && grey == 255 {
        return pixel;
    }
    let value = (u16::from(grey) * u16::from(alpha) / 255) as u8;
    PremultipliedColorU8::from_rgba(value, value, value, alpha).unwrap_or(pixel)
}

fn opaque(red: u8, green: u8, blue: u8) -> PremultipliedColorU8 {
    PremultipliedColorU8::from_rgba(red, green, blue, 255).unwrap_or(PremultipliedColorU8::TRANSPARENT)
}

fn colour(text: &str) -> Result<(u8, u8, u8), ViewError> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii());
    let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let [_, red, green, blue] = value.ok_or_else(|| ViewError::Image(format!("colour `{text}`")))?.to_be_bytes();
    Ok((red, green, blue))
}
