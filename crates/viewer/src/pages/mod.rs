//! What a document's pages are, kind by kind. Runs only inside the walls.

mod pdf;
mod picture;
mod text;

use crate::frame::{Kind, MOST_PIXELS, Status, WIDEST};

/// RGBA, eight bits each, rows from the top, white where the page is empty.
pub struct Image {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

pub trait Pages {
    fn count(&self) -> u32;
    /// In points.
    fn size(&self, page: u32) -> Option<(f32, f32)>;
    /// # Errors
    /// No such page, or one that would be too large.
    fn render(&self, page: u32, width: u32) -> Result<Image, Status>;
}

/// # Errors
/// What the document is not.
pub fn read(kind: Kind, document: Vec<u8>) -> Result<Box<dyn Pages>, Status> {
    match kind {
        Kind::Pdf => Ok(Box::new(pdf::PdfPages::read(document)?)),
        Kind::Text => Ok(Box::new(text::TextPages::read(&document))),
        Kind::Png | Kind::Jpeg => Ok(Box::new(picture::Picture::read(kind, &document)?)),
    }
}

/// How large a page of this shape becomes at this width, if it may.
fn fit(size: (f32, f32), width: u32) -> Result<(u32, u32, f32), Status> {
    let (page_width, page_height) = size;
    let sound = page_width.is_finite() && page_height.is_finite() && page_width >= 1.0 && page_height >= 1.0;
    if !sound || width == 0 || width > WIDEST {
        return Err(Status::TooLarge);
    }
    let scale = width as f32 / page_width;
    let height = (page_height * scale).round().max(1.0);
    // The renderer counts in sixteen bits.
    if height > f32::from(u16::MAX) || u64::from(width) * (height as u64) > MOST_PIXELS {
        return Err(Status::TooLarge);
    }
    Ok((width, height as u32, scale))
}
