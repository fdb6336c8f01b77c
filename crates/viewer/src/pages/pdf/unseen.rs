//! Pictures that are drawn, and of which nothing is to be seen; and others that the file has in their place.

use hayro::hayro_interpret::Image;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro::kurbo::Rect;

use super::streams;
use crate::missing::{Lack, Missings};

/// Differences of colour up to that are not seen, of 255.
const NO_CONTRAST: u8 = 12;
/// A picture whose parts differ by more shows something, of 255.
const CONTRAST: u64 = 24;
/// A picture is compared in so many parts across and down: what is smaller than one is dust.
const PARTS: usize = 48;
/// Lower or narrower than that it is a line, in pixels.
const LEAST: f64 = 2.0;

/// A picture that is drawn.
pub struct Shown {
    /// Where, in pixels.
    pub place: Rect,
    /// None of one that is written into the page itself.
    pub id: Option<ObjectIdentifier>,
    /// As [`super::streams::named`] calls it.
    pub name: String,
    /// It is smaller than anything that could be seen.
    pub tiny: bool,
}

/// Whether a picture is drawn through a mask that lets nothing of it be seen.
pub fn masked(image: &Image<'_, '_>, stream: &Stream<'_>) -> bool {
    let has = [b"SMask".as_slice(), b"Mask", b"SMaskInData"].iter().any(|key| stream.dict().contains_key(key));
    let Image::Raster(raster) = image else { return false };
    let mut hides = false;
    if has {
        raster
            .with_rgba(|_, alpha| hides = alpha.is_some_and(|alpha| alpha.data.iter().all(|value| *value == 0)), None);
    }
    hides
}

/// Names other pictures that printers or other programs show in the place of this one (ISO 32000-1, 8.9.5.4 and 14.11.7).
pub fn alternates(stream: &Stream<'_>, name: &str, missing: &mut Missings) {
    let dict = stream.dict();
    let others = dict.get::<Array<'_>>(b"Alternates").map_or(0, |others| others.raw_iter().count());
    missing.add_many(Lack::Alternate, name, u32::try_from(others).unwrap_or(u32::MAX));
    let Some(versions) = dict.get::<Dict<'_>>(b"OPI") else { return };
    for version in [b"1.3".as_slice(), b"2.0"].iter().filter_map(|key| versions.get::<Dict<'_>>(key)) {
        let file = match version.get::<Object<'_>>(b"F") {
            Some(Object::String(file)) => Some(PdfString::as_bytes(&file).to_vec()),
            Some(Object::Dict(file)) => {
                let named = file.get::<PdfString<'_>>(b"UF").or_else(|| file.get::<PdfString<'_>>(b"F"));
                named.map(|file| file.as_bytes().to_vec())
            }
            _ => None,
        };
        missing.add(Lack::Outside, &String::from_utf8_lossy(&file.unwrap_or_default()));
    }
}

/// Whether the page is of one colour wherever a picture stands, or it stands outside of it.
pub fn is_plain(place: Rect, rgb: &[u8], size: (u32, u32)) -> bool {
    let page = Rect::new(0.0, 0.0, f64::from(size.0), f64::from(size.1));
    let within = place.intersect(page);
    if within.width() <= 0.0 || within.height() <= 0.0 {
        // One that only touches the page lies outside as well.
        return place.width() >= LEAST && place.height() >= LEAST;
    }
    within.width() >= LEAST && within.height() >= LEAST && is_of_one_colour(within, rgb, size)
}

/// Whether nothing can be told apart within a part of a page image.
pub fn is_of_one_colour(place: Rect, rgb: &[u8], (width, height): (u32, u32)) -> bool {
    let (left, right) = (place.x0.floor() as usize, place.x1.ceil() as usize);
    let rows = (place.y0.floor() as usize)..(place.y1.ceil() as usize).min(height as usize);
    let row = |y: usize| {
        let begins = y * width as usize;
        rgb.get((begins + left) * 3..(begins + right.min(width as usize)) * 3).unwrap_or_default()
    };
    let (mut least, mut most) = ([u8::MAX; 3], [u8::MIN; 3]);
    for y in rows {
        for pixel in row(y).chunks_exact(3) {
            for ((value, least), most) in pixel.iter().zip(&mut least).zip(&mut most) {
                (*least, *most) = ((*least).min(*value), (*most).max(*value));
            }
        }
        if most.iter().zip(least).any(|(most, least)| most.saturating_sub(least) > NO_CONTRAST) {
            return false;
        }
    }
    true
}

/// Whether a picture itself shows anything: an empty sheet does not.
pub fn shows(stream: &Stream<'_>) -> bool {
    let (width, height) = streams::size(stream);
    let bits = streams::bits(stream);
    let Ok(decoded) = stream.decoded_image(&streams::decoding(stream)) else { return false };
    let said = decoded.image_data.as_ref().map(|image| (image.height, image.bits_per_component));
    let (height, bits) = said.unwrap_or((height, bits));
    let data = &decoded.data;
    let row = data.len() / (height as usize).max(1);
    // What only fills the last byte of a row is none of it.
    let whole = if bits < 8 {
        (width as usize * usize::from(streams::components(stream).unwrap_or(1)) * usize::from(bits) / 8).min(row)
    } else {
        row
    };
    let mut counts = [0_u64; 256];
    data.iter().for_each(|byte| {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1
        }
    });
    let usual = (0..=u8::MAX).max_by_key(|byte| counts.get(usize::from(*byte)).copied()).unwrap_or_default();
    let value = |byte: u8| match bits {
        1 => byte.count_ones() * 255 / 8,
        8 if !has_palette(stream) => u32::from(byte),
        16 => u32::from(byte),
        _ => u32::from(byte != usual) * 255,
    };
    if row == 0 || whole == 0 {
        return false;
    }
    let (mut sums, across, down) = (vec![(0_u64, 0_u64); PARTS * PARTS], PARTS.min(whole), PARTS.min(height as usize));
    for (y, line) in data.chunks_exact(row).enumerate() {
        let part = y * down / (height as usize).max(1);
        for (x, byte) in line.iter().take(whole).enumerate() {
            if let Some((sum, count)) = sums.get_mut(part * PARTS + x * across / whole) {
                *sum += u64::from(value(*byte));
                *count += 1;
            }
        }
    }
    let means = || sums.iter().filter(|(_, count)| *count > 0).map(|(sum, count)| sum / count);
    means().max().unwrap_or(0).saturating_sub(means().min().unwrap_or(0)) > CONTRAST
}

fn has_palette(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    let space = dict.get::<Array<'_>>(b"CS").or_else(|| dict.get::<Array<'_>>(b"ColorSpace"));
    let kind = space.and_then(|space| space.iter::<Name<'_>>().next());
    kind.is_some_and(|kind| matches!(kind.as_str(), "Indexed" | "I"))
}
