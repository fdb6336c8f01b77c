//! Shows a page as an officer sees it, and says how long that took:
//! `cargo run --release -p viewer --example page -- document.pdf page.png [width]`.

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use viewer::{Kind, Limits, Missing, Say, Stamp, Viewer};

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
        say: Say::new(|missing| {
            let said = |item: &Missing| format!("{} {}", item.lack.code(), item.name);
            format!("Not shown on this page: {}", missing.iter().map(said).collect::<Vec<_>>().join("; "))
        }),
    };
    let examples = std::env::current_exe()?;
    let worker = examples.ancestors().nth(2).unwrap_or(Path::new(".")).join("zegel-viewer");
    let viewer = Viewer::at(&worker, Limits::default())?;
    let bytes = std::fs::read(document)?;
    let page = viewer.open(kind, bytes.len() as u64, &mut bytes.as_slice())?.render(0, width, &stamp)?;
    std::fs::write(picture, page.png()?)?;
    let (wide, high) = (page.width, page.height);
    writeln!(io::stdout(), "{:?}", page.missing)?;
    for _ in 0..3 {
        let figures = viewer::measure(&viewer, kind, &bytes, width, &stamp)?;
        writeln!(io::stdout(), "{wide} by {high}: {figures:?}")?;
    }
    Ok(())
}
