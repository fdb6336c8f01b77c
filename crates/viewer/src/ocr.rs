//! What stands on the picture of a page, as tesseract reads it, where it is installed: each page in a run of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::confined::{Confined, Standing};
use crate::kind::Kind;
use crate::process::Stop;

/// So long one page may take.
pub(crate) const PAGE: Duration = Duration::from_secs(30);
/// Of the text of one page, in bytes.
const MOST_TEXT: u64 = 1024 * 1024;
/// Where it is, if it is installed. Nobody's `PATH` is asked.
const PROGRAM: &str = "/usr/bin/tesseract";
/// Where it keeps what it knows of languages, by the packages of Debian and Fedora.
const KNOWS: [&str; 4] = [
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/share/tessdata",
];
/// The languages that documents here are in, as they are called here and there.
const LANGUAGES: [(&str, &str); 4] = [("fr", "fra"), ("nl", "nld"), ("de", "deu"), ("en", "eng")];

/// tesseract, on this machine.
#[derive(Clone, Debug)]
pub struct Ocr {
    confined: Confined,
    program: PathBuf,
    knows: PathBuf,
    /// As they are called here.
    languages: Vec<&'static str>,
}

impl Ocr {
    /// Where it is installed, with one language at least, and bubblewrap. `worker`: what is started inside.
    pub fn installed(worker: &Path) -> Option<Ocr> {
        KNOWS.iter().find_map(|knows| Ocr::at(worker, Path::new(PROGRAM), Path::new(knows)))
    }

    /// How it stands on this machine; without a language that documents here are in, it is of no use. Takes as long as a run takes to
    /// put up its walls.
    pub fn standing(worker: &Path) -> Standing {
        let knows = |knows: &str| LANGUAGES.iter().any(|(_, theirs)| known(Path::new(knows), theirs).is_file());
        let program = Some(Path::new(PROGRAM)).filter(|program| program.is_file() && KNOWS.iter().any(|at| knows(at)));
        Standing::of(worker, "ocr", program)
    }

    /// A program that does as `tesseract` does, with what it knows of languages.
    pub fn at(worker: &Path, program: &Path, knows: &Path) -> Option<Ocr> {
        let confined = Confined::installed(worker).filter(|_| program.is_file())?;
        let known = LANGUAGES.iter().filter(|(_, theirs)| known(knows, theirs).is_file());
        let languages: Vec<&str> = known.map(|(ours, _)| *ours).collect();
        let (program, knows) = (program.to_owned(), knows.to_owned());
        (!languages.is_empty()).then_some(Ocr { confined, program, knows, languages })
    }

    pub(crate) fn until(self, stop: &Stop) -> Ocr {
        Ocr { confined: self.confined.until(stop), ..self }
    }

    /// The languages that it knows of those that documents here are in: `fr`, `nl`, `de`, `en`.
    pub fn languages(&self) -> &[&'static str] {
        &self.languages
    }

    /// What stands on a picture: RGB, eight bits each, rows from the top. None where it could not be read in this time.
    pub(crate) fn read(&self, (width, height): (u32, u32), rgb: &[u8], limit: Duration) -> Option<String> {
        let png = encoded((width, height), rgb)?;
        let knows = self.knows.to_str()?;
        let theirs = LANGUAGES.iter().filter(|(ours, _)| self.languages.contains(ours)).map(|(_, theirs)| *theirs);
        let languages = theirs.collect::<Vec<_>>().join("+");
        let mut run = self.confined.start("ocr", &self.program, &[knows, &languages])?;
        run.begin(Kind::Png, png.len() as u64).ok()?;
        // A run that ended takes no more of it, and says nothing.
        drop(run.send(&png));
        let text = run.finish(limit, MOST_TEXT)?;
        // It comes from a program that was given a stranger's picture.
        let text = String::from_utf8_lossy(&text);
        Some(text.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect())
    }
}

/// Where it keeps what it knows of a language.
fn known(knows: &Path, theirs: &str) -> PathBuf {
    knows.join(format!("{theirs}.traineddata"))
}

/// As a file, in grey: that is how it is read.
fn encoded((width, height): (u32, u32), rgb: &[u8]) -> Option<Vec<u8>> {
    let grey: Vec<u8> = rgb
        .chunks_exact(3)
        .map(|pixel| u8::try_from(pixel.iter().map(|value| u32::from(*value)).sum::<u32>() / 3).unwrap_or(u8::MAX))
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&grey).ok()?;
    writer.finish().ok()?;
    Some(file)
}
