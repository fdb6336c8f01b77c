//! PDFium draws pages of one PDF, to be compared.
//!
//! Its library is loaded before the walls stand, and then has fewer files than any other program: none at all, no threads, and nothing
//! that could be run, as the worker itself. It is not asked for fonts of this machine: the worker has none either.

use std::io::{self, Read, Write};
use std::path::Path;

use pdfium_render::prelude::{PdfDocument, PdfRenderConfig, Pdfium, Pixels};

use crate::frame::{self, Call, LARGEST, MOST_PIXELS, Opening, Reply, Status, TALLEST, WIDEST};
use crate::sandbox;

/// Draws what it is asked for until nobody asks any more.
///
/// # Errors
/// When the other side is gone.
pub fn draw(library: &Path, from: &mut dyn Read, to: &mut dyn Write) -> io::Result<()> {
    let Ok(loaded) = Pdfium::bind_to_library(library) else { return Reply::failed(Status::Unsupported).write(to) };
    let Ok(enforced) = sandbox::lock_down() else { return Reply::failed(Status::Sandbox).write(to) };
    // The other side decides whether these walls are enough, before it sends anything.
    Reply { status: Status::Ok, a: 0, b: enforced }.write(to)?;
    // Only now: it looks for fonts, and finds no file.
    let pdfium = Pdfium::new(loaded);
    let Opening { size, password, .. } = frame::read_open(from)?;
    let mut document = Vec::new();
    from.take(size.min(LARGEST)).read_to_end(&mut document)?;
    let password = Some(password.as_str()).filter(|password| !password.is_empty());
    let document = pdfium.load_pdf_from_byte_vec(document, password).ok();
    while let Some(call) = frame::read_call(from)? {
        let drawn = match call {
            Call::Render { page, width } => document.as_ref().and_then(|document| page_of(document, page, width)),
            Call::Size { .. }
            | Call::Missing { .. }
            | Call::Text { .. }
            | Call::Places { .. }
            | Call::Outline
            | Call::Scan { .. }
            | Call::Attachments
            | Call::Attachment { .. } => None,
        };
        match drawn {
            Some((width, height, rgb)) => {
                Reply { status: Status::Ok, a: width, b: height }.write(to)?;
                to.write_all(&rgb)?;
                to.flush()?;
            }
            None => Reply::failed(Status::NoSuchPage).write(to)?,
        }
    }
    Ok(())
}

/// Width, height and pixels of a page, counted from 0: RGB, eight bits each, rows from the top.
fn page_of(document: &PdfDocument<'_>, page: u32, width: u32) -> Option<(u32, u32, Vec<u8>)> {
    let page = document.pages().get(i32::try_from(page).ok()?).ok()?;
    let (width, most) = (Pixels::try_from(width.min(WIDEST)).ok()?, Pixels::try_from(TALLEST).ok()?);
    let config = PdfRenderConfig::new().set_target_width(width).set_maximum_height(most);
    let drawn = page.render_with_config(&config).ok()?;
    let (width, height) = (u32::try_from(drawn.width()).ok()?, u32::try_from(drawn.height()).ok()?);
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return None;
    }
    let rgba = drawn.as_rgba_bytes();
    let rgb = rgba.as_chunks::<4>().0.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
    Some((width, height, rgb.collect()))
}
