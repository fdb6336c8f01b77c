//! PNG, JPEG, WebP, GIF and BMP: one page, turned as the camera says it was held (EXIF orientation); one that is much longer than
//! wide has several. One that ends early, or is damaged, shows what is there. TIFF, which has as many pages as pictures, is in a
//! module of its own.

mod exif;
mod ground;
mod inflate;
mod layout;
mod partly;
mod said;
pub(in crate::pages) mod scans;
mod soundness;
mod structure;
mod tiff;
mod words;

use std::io::{BufRead, Cursor, Seek};

use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageFormat, ImageReader, Limits};

use self::ground::Ground;
pub(in crate::pages) use self::said::PictureWords;
pub(in crate::pages) use self::soundness::Soundness;
pub use self::tiff::Tiff;
use super::{Image, Pages, Rendered, Text, fit};
use crate::frame::{Status, TALLEST, WIDEST};
use crate::missing::{Lack, Missing, Missings};
use crate::places::Place;

/// Widest and highest picture that is read, in pixels, if it is narrow enough for the memory that it takes.
const SIDE: u32 = 1_000_000;
/// So many times longer than wide, a picture is cut into pages rather than made too small to be read.
const NARROW: u32 = 4;
/// What a decoded picture may take, in bytes. Turning it takes as much again.
const MEMORY: u64 = 300 * 1024 * 1024;

pub struct Picture {
    picture: DynamicImage,
    /// What the file lacks as a whole.
    lacking: Missings,
    /// What it says besides its pixels.
    text: String,
    /// What is transparent is seen on this.
    ground: Ground,
    /// How many pages it is cut into, and whether side by side.
    pages: u32,
    across: bool,
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Png,
    Jpeg,
    WebP,
    Gif,
    Bmp,
}

impl Picture {
    pub fn read(format: Format, document: &[u8]) -> Result<Picture, Status> {
        let state = structure::state(format, document);
        match decode(image_format(format), Cursor::new(document)) {
            Ok(picture) => Ok(Picture::of(picture, format, document, state)),
            Err(image::ImageError::Limits(_)) => Err(Status::TooManyPixels),
            Err(image::ImageError::Unsupported(_)) => Err(Status::Unsupported),
            Err(_) if format == Format::Jpeg && structure::is_other_jpeg(document) => Err(Status::Unsupported),
            Err(error) => {
                let state = state.because(&error);
                let picture =
                    partly::decode(format, document).ok_or_else(|| structure::refusal(format, document, state))?;
                Ok(Picture::of(picture, format, document, state))
            }
        }
    }

    fn of(picture: DynamicImage, format: Format, document: &[u8], state: Soundness) -> Picture {
        let PictureWords { apart, missing: mut lacking, thumbnails } = PictureWords::of(format, document);
        let more = structure::more(format, document);
        let after = structure::end(format, document).and_then(|end| document.get(end..)).unwrap_or_default();
        let padding = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
        // The further pictures of a camera stand there.
        let follows = after.iter().rposition(|byte| !padding(byte)).filter(|_| format != Format::Jpeg || more == 0);
        lacking.add_many(Lack::CutShort, "", u32::from(state.cut));
        lacking.add_many(Lack::Damaged, "", u32::from(state.damaged));
        lacking.add_many(Lack::Pictures, "", more.saturating_add(thumbnails));
        if let Some(last) = follows {
            lacking.add(Lack::Follows, &(last + 1).to_string());
        }
        let ground = Ground::of(&picture);
        lacking.add_many(Lack::Clear, "", u32::from(ground.hides));
        let mut text = String::new();
        apart.write(&mut text, &mut lacking);
        let (width, height) = (picture.width(), picture.height());
        let (pages, across) = if height > TALLEST && height / NARROW > width {
            (height.div_ceil(TALLEST), false)
        } else if width > WIDEST && width / NARROW / NARROW > height {
            (width.div_ceil(WIDEST), true)
        } else {
            (1, false)
        };
        Picture { picture, lacking, text, ground, pages, across }
    }

    /// The part of it that is on a page: from where, and how large.
    fn part(&self, page: u32) -> Option<(u32, u32, u32, u32)> {
        let (width, height) = (self.picture.width(), self.picture.height());
        let side = if self.across { width } else { height };
        let each = side.div_ceil(self.pages);
        let begins = each.checked_mul(page).filter(|begins| page < self.pages && *begins < side)?;
        let long = each.min(side - begins);
        Some(if self.across { (begins, 0, long, height) } else { (0, begins, width, long) })
    }
}

fn image_format(format: Format) -> ImageFormat {
    match format {
        Format::Png => ImageFormat::Png,
        Format::Jpeg => ImageFormat::Jpeg,
        Format::WebP => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
        Format::Bmp => ImageFormat::Bmp,
    }
}

fn decode(format: ImageFormat, document: impl BufRead + Seek) -> image::ImageResult<DynamicImage> {
    let (mut picture, orientation) = decode_upright(format, document)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// A picture as it is stored, and how the camera was held.
fn decode_upright(
    format: ImageFormat,
    document: impl BufRead + Seek,
) -> image::ImageResult<(DynamicImage, Orientation)> {
    let mut decoder = opened(format, document)?;
    let orientation = decoder.orientation()?;
    Ok((DynamicImage::from_decoder(decoder)?, orientation))
}

/// A picture that is small enough, before it is decoded.
fn opened<'d>(format: ImageFormat, document: impl BufRead + Seek + 'd) -> image::ImageResult<impl ImageDecoder + 'd> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(document, format);
    reader.limits(limits.clone());
    let decoder = reader.into_decoder()?;
    limits.reserve(decoder.total_bytes())?;
    Ok(decoder)
}

impl Pages for Picture {
    fn count(&self) -> u32 {
        self.pages
    }

    fn complete(&self) -> bool {
        true
    }

    fn is_scan(&self, _: u32) -> bool {
        true
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        // At 96 dots an inch, as screens count.
        self.part(page).map(|(_, _, width, height)| (width as f32 * 0.75, height as f32 * 0.75))
    }

    fn missing(&self) -> Vec<Missing> {
        self.lacking.clone().done()
    }

    fn text(&self, page: u32) -> Option<Text> {
        self.part(page)?;
        let last = page + 1 == self.pages;
        Some(Text { text: if last { self.text.clone() } else { String::new() }, missing: self.missing() })
    }

    fn places(&self, _: u32) -> Vec<Place> {
        Vec::new()
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        let (left, top, wide, high) = self.part(page).ok_or(Status::NoSuchPage)?;
        let size = fit(self.size(page).ok_or(Status::NoSuchPage)?, width)?;
        let image = if self.pages == 1 {
            scaled(&self.picture, size, self.ground)
        } else {
            let part = self.picture.view(left, top, wide, high).to_image();
            scaled(&DynamicImage::ImageRgba8(part), size, self.ground)
        };
        Ok(Rendered { image, missing: self.missing() })
    }
}

fn scaled(picture: &DynamicImage, (width, height): (u32, u32), ground: Ground) -> Image {
    // The good filter works in floating point: a large picture is first made smaller by the quick one.
    let much_larger = picture.width() > 2 * width && picture.height() > 2 * height;
    let scaled = if much_larger {
        picture.thumbnail_exact(2 * width, 2 * height).resize_exact(width, height, FilterType::Triangle)
    } else {
        picture.resize_exact(width, height, FilterType::Triangle)
    };
    Image { width, height, rgb: ground.under(scaled) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    /// A JPEG, left half black, with an EXIF segment that says how it is to be turned.
    fn held(orientation: u8) -> Vec<u8> {
        let picture = image::RgbImage::from_fn(40, 20, |x, _| image::Rgb([if x < 20 { 0 } else { 255 }; 3]));
        let mut jpeg = Cursor::new(Vec::new());
        picture.write_to(&mut jpeg, ImageFormat::Jpeg).expect("a small picture encodes");
        let mut exif = b"\xff\xe1\0\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        exif.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0, 0]);
        let jpeg = jpeg.into_inner();
        let (start, rest) = jpeg.split_at(2);
        [start, &exif, rest].concat()
    }

    #[test]
    fn a_picture_is_turned_as_the_camera_was_held() {
        let upright = Picture::read(Format::Jpeg, &held(1)).expect("it decodes");
        assert_eq!(upright.size(0), Some((30.0, 15.0)));
        let turned = Picture::read(Format::Jpeg, &held(6)).expect("it decodes");
        assert_eq!(turned.size(0), Some((15.0, 30.0)), "a quarter turn");
        let image = turned.render(0, 20).expect("it has one page").image;
        assert!(image.rgb.first().is_some_and(|value| *value < 50), "the left half is now above");
        assert!(image.rgb.last().is_some_and(|value| *value > 200));
    }

    #[test]
    fn what_is_transparent_is_white_paper() {
        let mut png = Cursor::new(Vec::new());
        let clear = image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
        clear.write_to(&mut png, ImageFormat::Png).expect("a small picture encodes");
        let picture = Picture::read(Format::Png, png.get_ref()).expect("it decodes");
        let image = picture.render(0, 64).expect("it has one page").image;
        assert_eq!(image.rgb.len(), 64 * 64 * 3);
        assert!(image.rgb.iter().all(|value| *value == 255));
    }

    #[test]
    fn a_file_that_ends_early_shows_what_is_there_and_says_so() {
        let noise = image::RgbImage::from_fn(300, 300, |x, y| image::Rgb([(x * y % 251) as u8, (x ^ y) as u8, 20]));
        for (kind, format) in [(Format::Png, ImageFormat::Png), (Format::Jpeg, ImageFormat::Jpeg)] {
            let mut file = Cursor::new(Vec::new());
            noise.write_to(&mut file, format).expect("a small picture encodes");
            let file = file.into_inner();
            let whole = Picture::read(kind, &file).expect("it decodes");
            assert_eq!(whole.missing(), []);
            let cut = Picture::read(kind, &file[..file.len() / 2]).expect("half of it decodes");
            let page = cut.render(0, 300).expect("it has one page");
            assert_eq!(page.missing, [Missing::new(Lack::CutShort, "", 1)], "{kind:?}");
            assert!(page.image.rgb.chunks_exact(3).take(3000).any(|pixel| pixel[2] < 90), "its upper rows: {kind:?}");
        }
        assert!(Picture::read(Format::Png, b"\x89PNG\r\n\x1a\nrubbish").is_err());
    }

    #[test]
    fn what_stands_behind_a_picture_is_said_and_padding_is_not() {
        let noise = image::RgbImage::from_fn(60, 60, |x, y| image::Rgb([(x * y % 251) as u8, (x ^ y) as u8, 20]));
        for (kind, format) in [(Format::Png, ImageFormat::Png), (Format::Jpeg, ImageFormat::Jpeg)] {
            let mut file = Cursor::new(Vec::new());
            noise.write_to(&mut file, format).expect("a small picture encodes");
            let file = file.into_inner();
            let with =
                |after: &[u8]| Picture::read(kind, &[file.as_slice(), after].concat()).expect("it decodes").missing();
            assert_eq!(with(b""), []);
            assert_eq!(with(b"\r\n\0\0\0"), []);
            assert_eq!(with(b"PK\x03\x04zip\0"), [Missing::new(Lack::Follows, "7", 1)]);
            assert_eq!(with(&file), [Missing::new(Lack::Follows, &file.len().to_string(), 1)], "{kind:?}");
        }
    }

    #[test]
    fn a_very_tall_picture_is_shown_narrower() {
        let mut png = Cursor::new(Vec::new());
        let tall = image::RgbImage::from_pixel(10, 9000, image::Rgb([9, 9, 9]));
        tall.write_to(&mut png, ImageFormat::Png).expect("a small picture encodes");
        let picture = Picture::read(Format::Png, png.get_ref()).expect("it decodes");
        let image = picture.render(0, 900).expect("it is shown").image;
        assert_eq!((image.width, image.height), (15, 13_500));
        assert_eq!(image.rgb.len(), 15 * 13_500 * 3);
    }
}
