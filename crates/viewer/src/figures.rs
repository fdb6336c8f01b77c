//! How long showing a document takes, for `zegelctl bench`.

use std::time::{Duration, Instant};

use crate::{Kind, Stamp, Turn, ViewError, Viewer};

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
