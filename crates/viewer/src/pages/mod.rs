//! The pages of a document, by kind. Runs only in the sandbox.

mod apart;
mod bundle;
mod encoding;
mod field;
mod html;
mod laid;
mod leaves;
mod mail;
mod markdown;
mod numerals;
mod office;
mod outlook;
mod pdf;
mod picture;
mod rtf;
mod table;
mod text;

use zeroize::Zeroizing;

pub(crate) use self::apart::RULE;
use self::picture::{Format, Picture, Soundness, Tiff};
use crate::attachment::Attachment;
use crate::frame::{MOST_PIXELS, Status, TALLEST, WIDEST};
use crate::headings::Heading;
use crate::kind::Kind;
use crate::missing::{Lack, Missing};
use crate::places::Place;

/// RGB, eight bits each, rows from the top, white where the page is empty.
pub struct Image {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

/// A page, and what is not on it although the document has it.
#[must_use]
pub struct Rendered {
    pub image: Image,
    pub missing: Vec<Missing>,
}

/// What can be read on a page, and what is not on it, or cannot be read as it is seen.
#[must_use]
pub struct Text {
    pub text: String,
    pub missing: Vec<Missing>,
}

pub trait Pages {
    fn count(&self) -> u32;
    /// Whether all that the document holds is on these pages.
    fn complete(&self) -> bool;
    /// In points.
    fn size(&self, page: u32) -> Option<(f32, f32)>;
    /// What the document lacks as a whole.
    fn missing(&self) -> Vec<Missing>;
    /// Narrower than asked where the page would be too high. What the whole document lacks, each of its pages lacks.
    ///
    /// # Errors
    /// No such page, or one that has no size.
    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status>;
    /// What can be read on a page; empty where nothing can.
    fn text(&self, page: u32) -> Option<Text>;
    /// Where the letters of that text stand, in its order; those without a place are left out.
    fn places(&self, page: u32) -> Vec<Place>;
    /// Whether a page on which nothing can be read may be a picture of text, which OCR reads: no page that was drawn of a text here is.
    fn is_scan(&self, page: u32) -> bool;
    /// What it brings with it, with the bytes of each.
    fn attachments(&self) -> Vec<(Attachment, &[u8])> {
        Vec::new()
    }
    /// The outline that its maker gave it, where its kind has one.
    fn outline(&self) -> Vec<Heading> {
        Vec::new()
    }
}

/// `password`: the document's own; empty where it has none. Only a PDF can have one.
///
/// # Errors
/// What the document is not.
pub fn read(kind: Kind, document: Vec<u8>, password: Zeroizing<String>) -> Result<Box<dyn Pages>, Status> {
    read_within(kind, document, password, 0)
}

/// These pages behind those that another program laid out of the same document, as a PDF; these alone, where that is none.
pub fn laid_out(form: Vec<u8>, text: Box<dyn Pages>) -> Box<dyn Pages> {
    match pdf::PdfPages::read(form, Zeroizing::default()) {
        Ok(form) => Box::new(laid::Laid::of(Box::new(form.of_another()), text)),
        Err(_) => text,
    }
}

/// `depth`: how many other documents this one lies in.
fn read_within(
    kind: Kind,
    document: Vec<u8>,
    password: Zeroizing<String>,
    depth: u32,
) -> Result<Box<dyn Pages>, Status> {
    match kind {
        Kind::Pdf => Ok(Box::new(pdf::PdfPages::read(document, password)?)),
        Kind::Text => match text::is_mail(&document).then(|| mail::read(&document, depth)).flatten() {
            Some(mail) => Ok(Box::new(mail?)),
            None => text::read(&document),
        },
        Kind::Markdown => markdown::read(&document),
        Kind::Docx => Ok(Box::new(office::word(&document, depth)?)),
        Kind::Pptx => Ok(Box::new(office::slides(&document, depth)?)),
        Kind::Odf => Ok(Box::new(office::open_document(&document, depth)?)),
        Kind::Xlsx | Kind::Ods => Ok(Box::new(office::tables(kind, &document, depth)?)),
        Kind::Outlook => Ok(Box::new(outlook::read(&document, depth)?)),
        Kind::Rtf => Ok(Box::new(rtf::read(&document)?)),
        Kind::Png => picture(Format::Png, &document),
        Kind::Jpeg => picture(Format::Jpeg, &document),
        Kind::WebP => picture(Format::WebP, &document),
        Kind::Gif => picture(Format::Gif, &document),
        Kind::Bmp => picture(Format::Bmp, &document),
        Kind::Tiff => Ok(Box::new(Tiff::read(document)?)),
    }
}

fn picture(format: Format, document: &[u8]) -> Result<Box<dyn Pages>, Status> {
    Ok(Box::new(Picture::read(format, document)?))
}

/// Width and height in pixels of a page of this shape: as wide as asked, or as wide as keeps it under the limits.
fn fit((page_width, page_height): (f32, f32), width: u32) -> Result<(u32, u32), Status> {
    let sound = |side: f32| side.is_finite() && (0.01..1e12).contains(&side);
    if !sound(page_width) || !sound(page_height) {
        return Err(Status::Malformed);
    }
    let width = width.clamp(1, WIDEST);
    let shape = f64::from(page_height) / f64::from(page_width);
    let by_pixels = (MOST_PIXELS as f64 / shape).sqrt();
    let by_height = f64::from(TALLEST) / shape;
    let most = by_pixels.min(by_height);
    let width = if f64::from(width) <= most { width } else { most.floor().max(1.0) as u32 };
    let height = (f64::from(width) * shape).round().clamp(1.0, f64::from(TALLEST)) as u32;
    // Rounding up by one must not go over.
    let height = if u64::from(width) * u64::from(height) > MOST_PIXELS { height - 1 } else { height };
    Ok((width, height))
}

/// Whether a JPEG is all there; of a kind that is not known, whether it has an end mark after its last scan: a thumbnail within has
/// one of its own, before it.
fn wrong_with_jpeg(jpeg: &[u8]) -> Option<Lack> {
    match picture::scans::state(jpeg) {
        Some(Soundness { damaged: true, .. }) => Some(Lack::Damaged),
        Some(Soundness { cut: true, .. }) => Some(Lack::PictureCut),
        Some(Soundness { .. }) => None,
        None => (!jpeg_ends(jpeg)).then_some(Lack::PictureCut),
    }
}

fn jpeg_ends(jpeg: &[u8]) -> bool {
    let mark = |second| move |pair: &[u8]| pair == [0xff, second];
    let scan = jpeg.windows(2).rposition(mark(0xda)).unwrap_or_default();
    jpeg.get(scan..).is_some_and(|rest| rest.windows(2).any(mark(0xd9)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_any_shape_stays_within_the_limits() {
        for page in
            [(595.0, 842.0), (1.0, 100_000.0), (100_000.0, 1.0), (0.5, 0.5), (14_400.0, 14_400.0), (3.0, 9_000_000.0)]
        {
            for asked in [0, 1, 64, 900, 3999, 4000, u32::MAX] {
                let (width, height) = fit(page, asked).expect("it has a size");
                assert!(width >= 1 && height >= 1 && width <= WIDEST && height <= TALLEST, "{page:?} at {asked}");
                assert!(u64::from(width) * u64::from(height) <= MOST_PIXELS, "{page:?} at {asked}");
            }
        }
        assert_eq!(fit((595.0, 842.0), 900), Ok((900, 1274)), "an ordinary page is as wide as asked");
        assert_eq!(fit((100.0, 3000.0), 900), Ok((466, 13_980)), "a tall one is narrower");
    }

    #[test]
    fn a_page_without_a_size_is_malformed() {
        for page in [(0.0, 5.0), (5.0, -1.0), (f32::NAN, 5.0), (5.0, f32::INFINITY)] {
            assert_eq!(fit(page, 900), Err(Status::Malformed));
        }
    }
}
