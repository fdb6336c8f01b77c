//! A page that was drawn.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use image_webp::WebPEncoder;

use crate::ViewError;
use crate::missing::Missing;

/// A page with its marks: 8-bit RGB, rows from the top, and what is not on it although the document has it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Page {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
    /// Stands in words below the page as well.
    pub missing: Vec<Missing>,
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
