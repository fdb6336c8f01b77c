//! Pictures of which not all is there: what can be decoded of them, on white. What a decoder would invent behind the end of the file
//! is not shown.

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, RgbImage, RgbaImage};
use png::InterlaceInfo;

use super::inflate::inflated;
use super::{Format, MEMORY, image_format, opened, structure};

/// What stands where nothing is.
const WHITE: u8 = u8::MAX;
/// By so many bytes a file is filled up at most, to what it says of itself.
const MOST_FILLED: usize = 64 << 20;
/// With what it is. Not every file can be decoded with each.
const FILLINGS: [u8; 6] = [0, u8::MAX, 0x55, 0x92, 0x6d, 0xe3];

/// None where nothing of it can be decoded.
pub fn decode(format: Format, document: &[u8]) -> Option<DynamicImage> {
    match format {
        Format::Png => png(document),
        Format::Gif => as_far_as_it_goes(format, document).or_else(|| gif_within(document)),
        Format::Bmp => as_far_as_it_goes(format, document),
        Format::WebP => filled_up(document),
        // Its decoder shows what is there itself.
        Format::Jpeg => None,
    }
}

/// Row by row, and pass by pass. Its decoder unpacks many rows at once, and none of those that what is damaged stands among.
fn png(document: &[u8]) -> Option<DynamicImage> {
    let unpacked = png_unpacked(document)?;
    let limits = png::Limits { bytes: MEMORY as usize };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(unpacked), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    decoder.ignore_checksums(true);
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width, reader.info().height);
    if pixels_take_too_much(width, height) {
        return None;
    }
    let samples = reader.output_color_type().0.samples();
    let stride = width as usize * samples;
    let (mut pixels, mut next, mut decoded) = (vec![WHITE; stride * height as usize], 0, false);
    while let Ok(Some(row)) = reader.next_interlaced_row() {
        match row.interlace() {
            InterlaceInfo::Null(_) => {
                let place = pixels.get_mut(next..next + stride)?;
                place.iter_mut().zip(row.data()).for_each(|(pixel, value)| *pixel = *value);
                next += stride;
            }
            InterlaceInfo::Adam7(pass) => {
                png::splat_interlaced_row(&mut pixels, stride, row.data(), pass, u8::try_from(samples * 8).ok()?);
            }
        }
        decoded = true;
    }
    let of = |pixel: &[u8]| match *pixel {
        [grey] => [grey, grey, grey, WHITE],
        [grey, alpha] => [grey, grey, grey, alpha],
        [red, green, blue] => [red, green, blue, WHITE],
        [red, green, blue, alpha] => [red, green, blue, alpha],
        _ => [WHITE; 4],
    };
    let rgba = pixels.chunks_exact(samples).flat_map(of).collect();
    decoded.then(|| RgbaImage::from_raw(width, height, rgba)).flatten().map(DynamicImage::ImageRgba8)
}

fn pixels_take_too_much(width: u32, height: u32) -> bool {
    u64::from(width) * u64::from(height) * 8 > MEMORY
}

/// The same file with its rows unpacked as far as they go, in one part that is packed no more.
fn png_unpacked(document: &[u8]) -> Option<Vec<u8>> {
    let number = |at: usize| Some(u32::from_be_bytes(*document.get(at..)?.first_chunk()?));
    if pixels_take_too_much(number(16)?, number(20)?) {
        return None;
    }
    let rows = structure::png_rows(document);
    // Of a pixel that takes the most, and of the signs before rows and passes of rows.
    let most = MEMORY as usize + number(20)? as usize * 3;
    let (unpacked, _) = inflated(&rows.packed, most);
    let mut stored = ZlibEncoder::new(Vec::new(), Compression::none());
    stored.write_all(&unpacked).ok()?;
    let stored = stored.finish().ok()?;
    let mut file = document.get(..rows.begins)?.to_vec();
    file.extend_from_slice(&u32::try_from(stored.len()).ok()?.to_be_bytes());
    file.extend_from_slice(b"IDAT");
    file.extend_from_slice(&stored);
    // Sums are not looked at.
    file.extend_from_slice(&[0; 4]);
    Some(file)
}

/// Of decoders that write row by row into what they are given, and stop.
fn as_far_as_it_goes(format: Format, document: &[u8]) -> Option<DynamicImage> {
    let mut decoder = opened(image_format(format), Cursor::new(document)).ok()?;
    let ((width, height), colour) = (decoder.dimensions(), decoder.color_type());
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut pixels = vec![WHITE; usize::try_from(decoder.total_bytes()).ok()?];
    let _stopped = decoder.read_image(&mut pixels);
    if pixels.iter().all(|value| *value == WHITE) {
        // White paper, or nothing at all: what is decoded onto black tells which.
        let decoder = opened(image_format(format), Cursor::new(document)).ok()?;
        let mut black = vec![0; pixels.len()];
        let _stopped = decoder.read_image(&mut black);
        if black.iter().all(|value| *value == 0) {
            return None;
        }
    }
    let mut picture = match colour {
        image::ColorType::Rgb8 => DynamicImage::ImageRgb8(RgbImage::from_raw(width, height, pixels)?),
        image::ColorType::Rgba8 => DynamicImage::ImageRgba8(RgbaImage::from_raw(width, height, pixels)?),
        _ => return None,
    };
    picture.apply_orientation(orientation);
    Some(picture)
}

/// Of a GIF whose first picture takes a part of its ground, the decoder gives nothing before it has all of it: that picture is
/// decoded by itself, and put into its place.
fn gif_within(document: &[u8]) -> Option<DynamicImage> {
    let first = structure::gif_first(document)?;
    let number = |at: usize| Some(u32::from(u16::from_le_bytes(*document.get(at..)?.first_chunk()?)));
    let ((width, height), (left, top)) = ((number(6)?, number(8)?), (number(first + 1)?, number(first + 3)?));
    if pixels_take_too_much(width, height) {
        return None;
    }
    let mut alone = document.to_vec();
    alone.get_mut(6..10)?.copy_from_slice(document.get(first + 5..first + 9)?);
    alone.get_mut(first + 1..first + 5)?.fill(0);
    let picture = as_far_as_it_goes(Format::Gif, &alone)?.into_rgba8();
    let mut ground = RgbaImage::from_pixel(width, height, image::Rgba([WHITE; 4]));
    image::imageops::replace(&mut ground, &picture, left.into(), top.into());
    Some(DynamicImage::ImageRgba8(ground))
}

/// Of a decoder that needs all of its file: it is filled up in two ways, and what is the same in both was in the file.
fn filled_up(document: &[u8]) -> Option<DynamicImage> {
    let (width, height) = opened(image_format(Format::WebP), Cursor::new(document)).ok()?.dimensions();
    // The longest codes take so much for a pixel, in bytes.
    let filling = (width as usize).checked_mul(height as usize)?.checked_mul(8)?.min(MOST_FILLED).next_multiple_of(2);
    let with = |byte: u8| {
        let file = structure::webp_filled(document, byte, filling)?;
        super::decode_upright(image_format(Format::WebP), Cursor::new(file)).ok()
    };
    let mut decoded = FILLINGS.into_iter().filter_map(with);
    let (picture, orientation) = decoded.next()?;
    let mut picture = match decoded.next() {
        Some((other, _)) => known(picture, &other),
        None => picture,
    };
    picture.apply_orientation(orientation);
    Some(picture)
}

/// A picture up to the first row that another one does not have as well.
fn known(picture: DynamicImage, other: &DynamicImage) -> DynamicImage {
    let mut picture = picture.into_rgba8();
    let other = other.to_rgba8();
    let stride = picture.width() as usize * 4;
    let rows = || picture.chunks_exact(stride).zip(other.chunks_exact(stride));
    // Rows next to those are smoothed with them.
    let same = rows().position(|(row, other)| row != other).map_or(usize::MAX, |row| row.saturating_sub(1));
    picture.chunks_exact_mut(stride).skip(same).for_each(|row| row.fill(WHITE));
    DynamicImage::ImageRgba8(picture)
}
