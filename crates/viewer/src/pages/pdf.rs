//! PDF, by hayro: pure Rust, no unsafe code.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use super::{Image, Pages, fit};
use crate::frame::{MOST_PAGES, Status};

pub struct PdfPages {
    pdf: Pdf,
}

impl PdfPages {
    pub fn read(document: Vec<u8>) -> Result<PdfPages, Status> {
        let pdf = Pdf::new(document).map_err(|error| match error {
            LoadPdfError::Decryption(_) => Status::Encrypted,
            LoadPdfError::Invalid => Status::Malformed,
        })?;
        if pdf.pages().is_empty() { Err(Status::Malformed) } else { Ok(PdfPages { pdf }) }
    }
}

impl Pages for PdfPages {
    fn count(&self) -> u32 {
        u32::try_from(self.pdf.pages().len()).unwrap_or(u32::MAX).min(MOST_PAGES)
    }

    fn complete(&self) -> bool {
        self.pdf.pages().len() <= MOST_PAGES as usize
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.pdf.pages().get(page as usize).map(|page| page.render_dimensions())
    }

    fn render(&self, page: u32, width: u32) -> Result<Image, Status> {
        let page = self.pdf.pages().get(page as usize).ok_or(Status::NoSuchPage)?;
        let (page_width, page_height) = page.render_dimensions();
        let (width, height) = fit((page_width, page_height), width)?;
        let cache = RenderCache::new();
        // The renderer cuts off what is under a whole pixel.
        let scale = |pixels: u32, points: f32| (pixels as f32 + 0.01) / points;
        let settings =
            PixmapSettings { x_scale: scale(width, page_width), y_scale: scale(height, page_height), bg_color: WHITE };
        let pixmap =
            hayro::render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        // On white, so that premultiplied and plain colour are the same.
        let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
        for pixel in pixmap.data_as_u8_slice().chunks_exact(4) {
            rgb.extend_from_slice(pixel.get(..3).unwrap_or(&[255; 3]));
        }
        Ok(Image { width, height, rgb })
    }
}
