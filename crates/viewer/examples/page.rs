//! Shows a page as an officer sees it, and says how long that took:
//! `cargo run --release -p viewer --example page -- document.pdf page.png [width]`.

use std::error::Error;
use std::io::{self, Cursor, Write};
use std::path::Path;

use viewer::{Kind, Limits, Stamp, Viewer};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [document, picture, rest @ ..] = arguments.as_slice() else {
        return Err("a document, a picture to write, and perhaps a width".into());
    };
    let width = rest.first().map_or(Ok(910), |width| width.parse())?;
    let kind = match Path::new(document).extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => Kind::Pdf,
        Some("png") => Kind::Png,
        Some("jpg" | "jpeg") => Kind::Jpeg,
        _ => Kind::Text,
    };
    let stamp = Stamp {
        banner: "SECRET – GEHEIM // REL TO BEL, FRA, NLD".to_owned(),
        colour: "#c8102e".to_owned(),
        text_colour: "#ffffff".to_owned(),
        watermark: "claes · 2026-11-22 16:10 UTC".to_owned(),
        exercise: Some("EXERCICE – OEFENING".to_owned()),
    };
    let examples = std::env::current_exe()?;
    let worker = examples.ancestors().nth(2).unwrap_or(Path::new(".")).join("zegel-viewer");
    let viewer = Viewer::at(&worker, Limits::default())?;
    let bytes = std::fs::read(document)?;
    let webp = viewer.open(kind, bytes.len() as u64, &mut bytes.as_slice())?.render(0, width, &stamp)?;
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(webp))?;
    let (wide, high) = decoder.dimensions();
    let mut rgb = vec![0; decoder.output_buffer_size().ok_or("no size")?];
    decoder.read_image(&mut rgb)?;
    image::RgbImage::from_raw(wide, high, rgb).ok_or("no picture")?.save(picture)?;
    for _ in 0..3 {
        let figures = viewer::measure(&viewer, kind, &bytes, width, &stamp)?;
        writeln!(io::stdout(), "{wide} by {high}: {figures:?}")?;
    }
    Ok(())
}
