//! PDF, by hayro: pure Rust, no unsafe code.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use super::{Image, Pages, fit};
use crate::frame::Status;

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
        u32::try_from(self.pdf.pages().len()).unwrap_or(u32::MAX)
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.pdf.pages().get(page as usize).map(|page| page.render_dimensions())
    }

    fn render(&self, page: u32, width: u32) -> Result<Image, Status> {
        let page = self.pdf.pages().get(page as usize).ok_or(Status::NoSuchPage)?;
        let (_, _, scale) = fit(page.render_dimensions(), width)?;
        let cache = RenderCache::new();
        let pixmap = hayro::render(
            page,
            &cache,
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
        );
        // On white, so that premultiplied and plain colour are the same.
        Ok(Image {
            width: u32::from(pixmap.width()),
            height: u32::from(pixmap.height()),
            rgba: pixmap.data_as_u8_slice().to_vec(),
        })
    }
}
