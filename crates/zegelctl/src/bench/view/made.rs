//! Six documents to be shown, of the kinds that people read, the same in every run.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fax::encoder::Encoder;
use fax::{Color, VecWriter};
use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use viewer::{Kind, Say, Stamp, Viewer};

use crate::bench::fulltext::{Numbers, report, text};
use crate::problem::Problem;

/// A page of A4 at 300 pixels an inch.
const SCANNED: u32 = 2480;
/// A4, in points.
const PAGE: (usize, usize) = (595, 842);
/// Above it a pixel of a scan is paper.
const PAPER: u8 = 128;
const LETTERS: &str = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// Writes them: `pages` of each, and one that has `long`. Each with the name of its kind.
pub fn all(dir: &Path, viewer: &Viewer, pages: u32, long: u32) -> Result<Vec<(String, PathBuf)>, Problem> {
    let report = report(pages as usize)?;
    let scans = scanned(viewer, &report, pages)?;
    let failed = |error: io::Error| Problem::file(dir, &error);
    let made = [
        ("text", report),
        ("scan_jpeg", photographs(&scans).map_err(failed)?),
        ("scan_g4", facsimiles(&scans).map_err(failed)?),
        ("drawing", drawings(pages)),
        ("slides", slides(pages)),
        ("long", long_text(long)),
    ];
    made.into_iter()
        .map(|(kind, bytes)| {
            let path = dir.join(format!("{kind}.pdf"));
            fs::write(&path, bytes).map_err(|error| Problem::file(&path, &error))?;
            Ok((kind.to_owned(), path))
        })
        .collect()
}

/// RGB, rows from the top.
struct Scan {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

/// Pages of a document as a scanner would see them, on paper that was marked.
fn scanned(viewer: &Viewer, document: &[u8], pages: u32) -> Result<Vec<Scan>, Problem> {
    let stamp = Stamp {
        banner: "UNCLASSIFIED".to_owned(),
        colour: "#007a33".to_owned(),
        text_colour: "#ffffff".to_owned(),
        watermark: "bench".to_owned(),
        exercise: None,
        say: Say::new(|_| String::new()),
    };
    let mut open = viewer.open(Kind::Pdf, document.len() as u64, &mut &*document)?;
    let mut numbers = Numbers::from(1);
    (0..pages.min(open.page_count()))
        .map(|page| {
            let page = open.render(page, SCANNED, &stamp)?;
            // Neither paper nor a sensor is even.
            let grain = |value: u8| value.saturating_sub((numbers.draw() % 8) as u8);
            Ok(Scan { width: page.width, height: page.height, rgb: page.rgb.into_iter().map(grain).collect() })
        })
        .collect()
}

fn photographs(scans: &[Scan]) -> io::Result<Vec<u8>> {
    let mut pdf = Pdf::new();
    for scan in scans {
        let mut jpeg = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, 75);
        encoder.encode(&scan.rgb, scan.width, scan.height, ExtendedColorType::Rgb8).map_err(io::Error::other)?;
        let entries = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";
        pdf.picture_page((scan.width, scan.height), entries, &jpeg);
    }
    Ok(pdf.finish())
}

fn facsimiles(scans: &[Scan]) -> io::Result<Vec<u8>> {
    let mut pdf = Pdf::new();
    for scan in scans {
        let width = u16::try_from(scan.width).map_err(io::Error::other)?;
        let mut encoder = Encoder::new(VecWriter::new());
        for row in scan.rgb.chunks_exact(usize::from(width) * 3) {
            let ink =
                |pixel: &[u8; 3]| if pixel.iter().any(|value| *value > PAPER) { Color::White } else { Color::Black };
            let Ok(()) = encoder.encode_line(row.as_chunks::<3>().0.iter().map(ink), width);
        }
        let Ok(packed) = encoder.finish().map(VecWriter::finish);
        let (width, height) = (scan.width, scan.height);
        let entries = format!(
            "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {width} /Rows {height} >>"
        );
        pdf.picture_page((width, height), &entries, &packed);
    }
    Ok(pdf.finish())
}

/// Lines, dashes, areas and curves, as of a map.
fn drawings(pages: u32) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut numbers = Numbers::from(2);
    for _ in 0..pages {
        let mut content = String::new();
        for figure in 0..600 {
            let (mut x, mut y) = (numbers.below(PAGE.0), numbers.below(PAGE.1));
            let mut tenth = || numbers.below(10);
            let dashes = if figure % 5 == 0 { "[4 2] 0" } else { "[] 0" };
            let (red, green, blue) = (tenth(), tenth(), tenth());
            content.push_str(&format!(
                "0.{red} 0.{green} 0.{blue} RG 0.9 0.{green} 0.{blue} rg {dashes} d 0.{red}5 w\n{x} {y} m\n"
            ));
            for _ in 0..20 {
                let mut near = |at: usize| (at + numbers.below(41)).saturating_sub(20);
                let (x1, y1, x2, y2) = (near(x), near(y), near(x), near(y));
                (x, y) = (near(x), near(y));
                if figure % 2 == 0 {
                    content.push_str(&format!("{x} {y} l\n"));
                } else {
                    content.push_str(&format!("{x1} {y1} {x2} {y2} {x} {y} c\n"));
                }
            }
            content.push_str(if figure % 10 == 0 { "b\n" } else { "S\n" });
        }
        pdf.page("", &content);
    }
    pdf.finish()
}

/// A ground that runs from one colour to another, shapes that one sees through, a picture with a soft edge, and a few words.
fn slides(pages: u32) -> Vec<u8> {
    const SIDE: usize = 600;
    let mut pdf = Pdf::new();
    let font = pdf.add(LETTERS.as_bytes().to_vec());
    let edge: Vec<u8> = (0..SIDE * SIDE).map(|at| ((at % SIDE).min(SIDE - at % SIDE) * 255 / SIDE) as u8).collect();
    let size = format!("/Type /XObject /Subtype /Image /Width {SIDE} /Height {SIDE} /BitsPerComponent 8");
    let edge = pdf.add(stream(&format!("{size} /ColorSpace /DeviceGray"), &edge));
    let picture: Vec<u8> =
        (0..SIDE * SIDE).flat_map(|at| [at % 251, at / SIDE % 256, at % 97].map(|of| of as u8)).collect();
    let picture = pdf.add(stream(&format!("{size} /ColorSpace /DeviceRGB /SMask {edge} 0 R"), &picture));
    let shading = pdf.add(
        b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 842] /Extend [true true] \
          /Function << /FunctionType 2 /Domain [0 1] /C0 [0.9 0.95 1] /C1 [0.1 0.2 0.5] /N 1 >> >>"
            .to_vec(),
    );
    let resources = format!(
        "/Font << /F {font} 0 R >> /XObject << /P {picture} 0 R >> /Shading << /S {shading} 0 R >> /ExtGState << /G << /ca 0.4 /CA 0.4 >> >>"
    );
    let mut numbers = Numbers::from(3);
    for page in 0..pages {
        let mut content = "/S sh\nq /G gs\n".to_owned();
        for _ in 0..40 {
            let (x, y, wide, high) = (numbers.below(500), numbers.below(700), numbers.below(200), numbers.below(150));
            let colour = numbers.below(10);
            content.push_str(&format!("0.{colour} 0.5 0.2 rg {x} {y} {wide} {high} re B\n"));
        }
        content.push_str("Q\nq 300 0 0 300 150 250 cm /P Do Q\nBT /F 28 Tf 30 TL 60 760 Td\n");
        for line in lines(page as usize, 30).take(6) {
            content.push_str(&format!("({line}) Tj T*\n"));
        }
        content.push_str("ET\n");
        pdf.page(&resources, &content);
    }
    pdf.finish()
}

/// Words alone, in letters that the file does not bring along.
fn long_text(pages: u32) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let font = pdf.add(LETTERS.as_bytes().to_vec());
    let resources = format!("/Font << /F {font} 0 R >>");
    for page in 0..pages {
        let mut content = format!("BT /F 10 Tf 14 TL 50 790 Td (Page {}) Tj T*\n", page + 1);
        for line in lines(page as usize, 85).take(50) {
            content.push_str(&format!("({line}) Tj T*\n"));
        }
        content.push_str("ET\n");
        pdf.page(&resources, &content);
    }
    pdf.finish()
}

/// Lines of a text, about so long.
fn lines(number: usize, long: usize) -> impl Iterator<Item = String> {
    let mut lines = vec![String::new()];
    for word in text(number).split_whitespace() {
        if lines.last().is_none_or(|line| line.len() + word.len() > long) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
            line.push(' ');
        }
    }
    lines.into_iter()
}

/// A PDF in the making: its first object is the catalogue, its second the tree of pages.
struct Pdf {
    objects: Vec<Vec<u8>>,
    pages: Vec<usize>,
}

impl Pdf {
    fn new() -> Pdf {
        Pdf { objects: vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), Vec::new()], pages: Vec::new() }
    }

    /// Its number.
    fn add(&mut self, object: Vec<u8>) -> usize {
        self.objects.push(object);
        self.objects.len()
    }

    fn page(&mut self, resources: &str, content: &str) {
        let content = self.add(stream("", content.as_bytes()));
        let (width, height) = PAGE;
        let page = self.add(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {content} 0 R /Resources << {resources} >> >>"
            )
            .into_bytes(),
        );
        self.pages.push(page);
    }

    /// A picture that fills its page.
    fn picture_page(&mut self, (wide, high): (u32, u32), entries: &str, bytes: &[u8]) {
        let entries = format!("/Type /XObject /Subtype /Image /Width {wide} /Height {high} {entries}");
        let picture = self.add(stream(&entries, bytes));
        let (width, height) = PAGE;
        self.page(&format!("/XObject << /P {picture} 0 R >>"), &format!("{width} 0 0 {height} 0 0 cm /P Do"));
    }

    fn finish(mut self) -> Vec<u8> {
        let kids: String = self.pages.iter().map(|page| format!("{page} 0 R ")).collect();
        let tree = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", self.pages.len()).into_bytes();
        if let Some(place) = self.objects.get_mut(1) {
            *place = tree;
        }
        let (mut pdf, mut table) = (b"%PDF-1.7\n".to_vec(), String::new());
        for (number, object) in (1..).zip(&self.objects) {
            table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
            pdf.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            pdf.extend_from_slice(object);
            pdf.extend_from_slice(b"\nendobj\n");
        }
        let (at, count) = (pdf.len(), self.objects.len() + 1);
        let end = format!(
            "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"
        );
        pdf.extend_from_slice(end.as_bytes());
        pdf
    }
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {entries} /Length {} >>\nstream\n", data.len()).into_bytes();
    object.extend_from_slice(data);
    object.extend_from_slice(b"\nendstream");
    object
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_the_same_in_every_run_and_have_as_many_pages_as_were_asked_for() {
        for make in [drawings, slides, long_text] {
            let (two, again, three) = (make(2), make(2), make(3));
            assert!(two == again && two != three);
            let count = |pdf: &[u8]| String::from_utf8_lossy(pdf).matches("/Type /Page ").count();
            assert_eq!((count(&two), count(&three)), (2, 3));
        }
    }

    #[test]
    fn a_scan_is_kept_as_a_photograph_and_as_a_facsimile() {
        let scan = Scan { width: 64, height: 32, rgb: vec![200; 64 * 32 * 3] };
        let photograph = photographs(std::slice::from_ref(&scan)).expect("it is kept");
        let facsimile = facsimiles(&[scan]).expect("it is kept");
        assert!(String::from_utf8_lossy(&photograph).contains("/DCTDecode"));
        assert!(String::from_utf8_lossy(&facsimile).contains("/Columns 64 /Rows 32"));
    }
}
