//! Says of many PDFs on how many pages the two programs that draw them differ, and on which of these the first one says nothing of
//! its own: `cargo run --release -p viewer --example alike -- libpdfium.so pages-of-each a.pdf b.pdf …`.

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use viewer::{Kind, Lack, Limits, Pdfium, Say, Stamp, Viewer};

/// As wide pages are drawn, in pixels.
const WIDTH: u32 = 900;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [library, most, documents @ ..] = arguments.as_slice() else {
        return Err("a library, how many pages of each, and documents".into());
    };
    let most: u32 = most.parse()?;
    let examples = std::env::current_exe()?;
    let worker = examples.ancestors().nth(2).unwrap_or(Path::new(".")).join("zegel-viewer");
    let pdfium = Pdfium::at(&worker, Path::new(library)).ok_or("bubblewrap or the library is missing")?;
    let viewer = Viewer::at(&worker, Limits::default())?.with_pdfium(Some(pdfium));
    let stamp = Stamp {
        banner: "EXERCISE".to_owned(),
        colour: "#ffffff".to_owned(),
        text_colour: "#000000".to_owned(),
        watermark: String::new(),
        exercise: None,
        say: Say::new(|_| String::new()),
    };
    let (mut refused, mut pages, mut alike, mut not_compared, mut differ, mut silent) = (0, 0, 0, 0, 0, 0);
    let mut out = io::stdout().lock();
    for name in documents {
        let bytes = std::fs::read(name)?;
        let Ok(mut open) = viewer.open_laid_out(Kind::Pdf, bytes.len() as u64, &mut bytes.as_slice(), None) else {
            refused += 1;
            continue;
        };
        for page in 0..open.page_count().min(most) {
            let Ok(drawn) = open.render(page, WIDTH, &stamp) else {
                refused += 1;
                break;
            };
            pages += 1;
            let says = |lack| drawn.missing.iter().any(|item| item.lack == lack);
            let others = drawn.missing.iter().any(|item| item.lack != Lack::DrawnOtherwise);
            match (says(Lack::NotCompared), says(Lack::DrawnOtherwise), others) {
                (true, _, _) => not_compared += 1,
                (false, false, _) => alike += 1,
                (false, true, true) => differ += 1,
                (false, true, false) => silent += 1,
            }
            if says(Lack::DrawnOtherwise) || says(Lack::NotCompared) {
                let said: Vec<String> = drawn.missing.iter().map(|item| item.lack.code().to_owned()).collect();
                writeln!(out, "{name}, page {}: {}", page + 1, said.join(", "))?;
            }
        }
    }
    writeln!(
        out,
        "{pages} pages; alike {alike}; differ and say something else as well {differ}; differ alone {silent}"
    )?;
    writeln!(out, "not compared {not_compared}; documents refused or given up {refused}")?;
    Ok(())
}
