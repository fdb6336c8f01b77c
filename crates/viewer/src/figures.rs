//! How long showing a document takes, for `zegelctl bench`.

use std::time::{Duration, Instant};

use crate::frame::WIDEST;
use crate::likeness::{Grey, Likeness};
use crate::{Kind, OpenDocument, Stamp, Turn, ViewError, Viewer};

/// In points.
const INCH: f32 = 72.0;

/// Of one document, on this machine.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    pub pages: u32,
    /// From nothing to the first marked page: a worker started, its walls up, the document sent and parsed.
    pub first: Duration,
    /// One page in the worker and through the pipe, on average.
    pub render: Duration,
    /// Watermark, strips and WebP, on average.
    pub mark: Duration,
    /// WebP of one page, on average, in bytes.
    pub bytes: u64,
}

/// Opens a document and shows every page once, `width` pixels wide.
///
/// # Errors
/// As [`Viewer::open`] and [`OpenDocument::render`](crate::OpenDocument::render).
pub fn measure(viewer: &Viewer, kind: Kind, document: &[u8], width: u32, stamp: &Stamp) -> Result<Figures, ViewError> {
    let start = Instant::now();
    let mut open = viewer.open(kind, document.len() as u64, &mut &*document)?;
    open.render(0, width, stamp)?.webp()?;
    let first = start.elapsed();
    let pages = open.page_count();
    let (mut render, mut mark, mut bytes) = (Duration::ZERO, Duration::ZERO, 0);
    for page in 0..pages {
        let before = Instant::now();
        let canvas = open.canvas(page, width, Turn::None, stamp)?;
        let rendered = Instant::now();
        bytes += canvas.finish(stamp, Vec::new())?.webp()?.len() as u64;
        render += rendered - before;
        mark += rendered.elapsed();
    }
    let of = pages.max(1);
    Ok(Figures { pages, first, render: render / of, mark: mark / of, bytes: bytes / u64::from(of) })
}

/// What drawing the first pages of a document took, without marks.
#[derive(Clone, Copy, Debug)]
pub struct PagesDrawn {
    pub pages: u32,
    /// From nothing until the pixels of the last page have come and the worker has ended.
    pub took: Duration,
    /// The most memory that the worker had at a time, in bytes; none where the kernel does not say.
    pub most_resident: Option<u64>,
}

/// Opens a document and has at most so many of its first pages drawn, `inch` pixels an inch. The worker has ended when this comes
/// back: what it took of the processor is in the count of this process' children.
///
/// # Errors
/// As [`Viewer::open`]; [`ViewError::Malformed`] where a page is not drawn.
pub fn draw(viewer: &Viewer, kind: Kind, document: &[u8], inch: f32, most: u32) -> Result<PagesDrawn, ViewError> {
    let start = Instant::now();
    let mut open = viewer.open(kind, document.len() as u64, &mut &*document)?;
    let pages = open.page_count().min(most);
    for page in 0..pages {
        let width = open.page_size(page)?.width / INCH * inch;
        open.picture(page, width.round().clamp(1.0, WIDEST as f32) as u32).ok_or(ViewError::Malformed)?;
    }
    let most_resident = open.most_resident();
    drop(open);
    Ok(PagesDrawn { pages, took: start.elapsed(), most_resident })
}

/// How like the picture of a page is to the one that another program drew of it, without marks and as wide. None where they are
/// not of one size, or where the worker draws none.
pub fn likeness(open: &mut OpenDocument, page: u32, theirs: Grey<'_>) -> Option<Likeness> {
    let width = u32::try_from(theirs.width).ok().filter(|width| *width <= WIDEST)?;
    let (width, _, rgb) = open.picture(page, width)?;
    let light = |[red, green, blue]: &[u8; 3]| {
        ((u32::from(*red) * 77 + u32::from(*green) * 150 + u32::from(*blue) * 29) >> 8) as u8
    };
    let pixels: Vec<u8> = rgb.as_chunks::<3>().0.iter().map(light).collect();
    Likeness::of(Grey { width: width as usize, pixels: &pixels }, theirs)
}
