//! PNG and JPEG: one page.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader, Limits, RgbaImage};

use super::{Image, Pages, fit};
use crate::frame::{Kind, Status};

/// Widest and highest picture that is read, in pixels.
const SIDE: u32 = 20_000;
/// What decoding may take, in bytes.
const MEMORY: u64 = 400 * 1024 * 1024;

pub struct Picture(DynamicImage);

impl Picture {
    pub fn read(kind: Kind, document: &[u8]) -> Result<Picture, Status> {
        let format = if kind == Kind::Jpeg { ImageFormat::Jpeg } else { ImageFormat::Png };
        let mut reader = ImageReader::with_format(Cursor::new(document), format);
        let mut limits = Limits::default();
        limits.max_image_width = Some(SIDE);
        limits.max_image_height = Some(SIDE);
        limits.max_alloc = Some(MEMORY);
        reader.limits(limits);
        reader.decode().map(Picture).map_err(|error| match error {
            image::ImageError::Limits(_) => Status::TooLarge,
            _ => Status::Malformed,
        })
    }
}

impl Pages for Picture {
    fn count(&self) -> u32 {
        1
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        // At 96 dots an inch, as screens count.
        (page == 0).then(|| (self.0.width() as f32 * 0.75, self.0.height() as f32 * 0.75))
    }

    fn render(&self, page: u32, width: u32) -> Result<Image, Status> {
        let size = self.size(page).ok_or(Status::NoSuchPage)?;
        let (width, height, _) = fit(size, width)?;
        let scaled = self.0.resize_exact(width, height, FilterType::Triangle).to_rgba8();
        let mut page = RgbaImage::from_pixel(width, height, image::Rgba([255; 4]));
        image::imageops::overlay(&mut page, &scaled, 0, 0);
        Ok(Image { width, height, rgba: page.into_raw() })
    }
}
