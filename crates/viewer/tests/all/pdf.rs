//! Documents made up by hand, and what is shown of them.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use viewer::{Kind, Lack, Limits, Page, Viewer};

use super::stamp;

/// A PDF of these objects, numbered from 1, with its table of contents. The first is the catalogue.
pub fn pdf_of(objects: &[Vec<u8>]) -> Vec<u8> {
    let (mut pdf, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        writeln!(pdf, "{} 0 obj", index + 1).expect("a vector takes everything");
        pdf.extend_from_slice(object);
        pdf.extend_from_slice(b"\nendobj\n");
    }
    let table = pdf.len();
    write!(pdf, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("a vector takes everything");
    for place in places {
        writeln!(pdf, "{place:010} 00000 n ").expect("a vector takes everything");
    }
    write!(pdf, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1)
        .expect("a vector takes everything");
    pdf
}

pub fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {entries} /Length {} >>\nstream\n", data.len()).into_bytes();
    object.extend_from_slice(data);
    object.extend_from_slice(b"\nendstream");
    object
}

/// One page of 300 by 300 points: what its dictionary has besides, its instructions, and objects from 5 on.
pub fn page(catalogue: &str, entries: &str, content: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>").into_bytes(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R {entries} >>").into_bytes(),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    pdf_of(&objects)
}

pub fn shown(pdf: &[u8]) -> Page {
    // On a machine that is busy with other tests, nothing is said about time.
    let limits = Limits { page: Duration::from_secs(120), ..Limits::default() };
    let viewer = Viewer::at(Path::new(env!("CARGO_BIN_EXE_zegel-viewer")), limits).expect("cargo builds it first");
    let mut open = viewer.open(Kind::Pdf, pdf.len() as u64, &mut &*pdf).expect("it opens");
    open.render(0, 300, &stamp()).expect("it renders")
}

pub fn lacks(page: &Page) -> Vec<(Lack, &str)> {
    page.missing.iter().map(|item| (item.lack, item.name.as_str())).collect()
}

/// Whether something dark stands in this part of the page: points from its lower left corner.
pub fn inked(page: &Page, (x0, y0, x1, y1): (u32, u32, u32, u32)) -> bool {
    // The strip above is as high as that of an empty page.
    let plain = shown(&self::page("", "", b"", &[]));
    let strip = (plain.height - 300) / 2;
    (y0..y1).any(|y| {
        let row = (strip + 299 - y) * page.width;
        (x0..x1).any(|x| page.rgb[((row + x) * 3 + 1) as usize] < 150)
    })
}
