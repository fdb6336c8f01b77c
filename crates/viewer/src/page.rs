//! A page that was drawn.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use image_webp::WebPEncoder;

use crate::ViewError;
use crate::missing::Missing;
use crate::places::Area;

/// A page with its marks: 8-bit RGB, rows from the top, and what is not on it although the document has it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Page {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
    /// Where the page itself stands between its marks.
    pub inset: Inset,
    /// Stands in words below the page as well.
    pub missing: Vec<Missing>,
}

/// The part of a picture that is the page itself, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inset {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
    /// Width and height of the whole picture.
    pub picture: (u32, u32),
}

impl Inset {
    /// Where a part of the page, as it is turned, stands on the picture: shares of the width and the height of the picture.
    pub fn on_picture(self, area: Area) -> Area {
        let Inset { left, top, width, height, picture } = self;
        let across = |share: f32| (left as f32 + share * width as f32) / picture.0.max(1) as f32;
        let down = |share: f32| (top as f32 + share * height as f32) / picture.1.max(1) as f32;
        Area { left: across(area.left), top: down(area.top), right: across(area.right), bottom: down(area.bottom) }
    }
}

impl Page {
    /// Lossless.
    ///
    /// # Errors
    /// [`ViewError::Image`].
    pub fn webp(&self) -> Result<Vec<u8>, ViewError> {
        let mut webp = Vec::new();
        WebPEncoder::new(&mut webp)
            .encode(&self.rgb, self.width, self.height, image_webp::ColorType::Rgb8)
            .map_err(|_| ViewError::Image("encoding"))?;
        Ok(webp)
    }

    /// # Errors
    /// [`ViewError::Image`].
    pub fn png(&self) -> Result<Vec<u8>, ViewError> {
        let mut png = Vec::new();
        PngEncoder::new(&mut png)
            .write_image(&self.rgb, self.width, self.height, ExtendedColorType::Rgb8)
            .map_err(|_| ViewError::Image("encoding"))?;
        Ok(png)
    }
}
