//! Pictures of pages as PDF, for a printer: each on a sheet of A4 of its own, upright or across, as large as the printer can have it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref};

use crate::Error;

/// A4, in points of 1/72 inch.
const SHORT: f32 = 595.28;
const LONG: f32 = 841.89;
/// What many printers leave white.
const MARGIN: f32 = 14.0;

/// Sheets, one after the other. What was added is kept compressed.
pub struct Pictures {
    pdf: Pdf,
    next: i32,
    sheets: Vec<Ref>,
}

const CATALOG: i32 = 1;
const SHEETS: i32 = 2;

impl Default for Pictures {
    fn default() -> Pictures {
        Pictures { pdf: Pdf::new(), next: SHEETS + 1, sheets: Vec::new() }
    }
}

impl Pictures {
    /// One more sheet. `rgb`: eight bits each, rows from the top.
    ///
    /// # Errors
    /// A picture that has no size, or not as many pixels as it says.
    pub fn add(&mut self, (width, height): (u32, u32), rgb: &[u8]) -> Result<(), Error> {
        let unfit = || Error::Write("the picture".to_owned());
        let pixels = u64::from(width) * u64::from(height);
        if pixels == 0 || pixels.checked_mul(3) != Some(rgb.len() as u64) {
            return Err(unfit());
        }
        let (wide, high) = (i32::try_from(width).map_err(|_| unfit())?, i32::try_from(height).map_err(|_| unfit())?);
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
        let packed = packed.write_all(rgb).and_then(|()| packed.finish()).map_err(|_| unfit())?;
        let (sheet, picture, content) = (self.id(), self.id(), self.id());
        let mut image = self.pdf.image_xobject(picture, &packed);
        image.filter(Filter::FlateDecode);
        image.width(wide).height(high);
        image.color_space().device_rgb();
        image.bits_per_component(8);
        image.finish();
        let (across, down) = if width > height { (LONG, SHORT) } else { (SHORT, LONG) };
        let (width, height) = (width as f32, height as f32);
        let scale = ((across - 2.0 * MARGIN) / width).min((down - 2.0 * MARGIN) / height);
        let (width, height) = (width * scale, height * scale);
        let mut drawn = Content::new();
        drawn
            .save_state()
            .transform([width, 0.0, 0.0, height, (across - width) / 2.0, (down - height) / 2.0])
            .x_object(Name(b"P"))
            .restore_state();
        self.pdf.stream(content, &drawn.finish());
        let mut page = self.pdf.page(sheet);
        page.media_box(Rect::new(0.0, 0.0, across, down)).parent(Ref::new(SHEETS)).contents(content);
        page.resources().x_objects().pair(Name(b"P"), picture);
        page.finish();
        self.sheets.push(sheet);
        Ok(())
    }

    /// All of them.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        let count = i32::try_from(self.sheets.len()).unwrap_or(i32::MAX);
        self.pdf.catalog(Ref::new(CATALOG)).pages(Ref::new(SHEETS));
        self.pdf.pages(Ref::new(SHEETS)).kids(self.sheets.iter().copied()).count(count);
        self.pdf.finish()
    }

    fn id(&mut self) -> Ref {
        let id = Ref::new(self.next);
        self.next += 1;
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_picture_has_a_sheet_of_its_own_upright_or_across() {
        let mut pictures = Pictures::default();
        pictures.add((2, 3), &[0x40; 18]).expect("it is one");
        pictures.add((3, 2), &[0x40; 18]).expect("it is one");
        let pdf = pictures.finish();
        let text = String::from_utf8_lossy(&pdf);
        assert!(text.starts_with("%PDF-") && text.contains("/Count 2"), "{text}");
        assert!(text.contains("[0 0 595.28 841.89]") && text.contains("[0 0 841.89 595.28]"), "{text}");
        assert_eq!(text.matches("/FlateDecode").count(), 2);
    }

    #[test]
    fn a_picture_that_is_none_is_refused() {
        for (size, bytes) in [((0, 3), 0), ((2, 3), 17), ((2, 3), 19), ((u32::MAX, u32::MAX), 3)] {
            assert!(Pictures::default().add(size, &vec![0; bytes]).is_err(), "{size:?}");
        }
    }
}
