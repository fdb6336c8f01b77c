//! tesseract reads one picture.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::process::Command;

use super::to_its_end;
use crate::confined::WORK;
use crate::frame::{self, LARGEST, Opening};

/// Pixels of an inch: pages are drawn for it as large.
const RESOLUTION: &str = "300";

/// The text that it reads. `more`: where it keeps what it knows, and the languages to read.
pub fn read(program: &Path, more: &[OsString], from: &mut dyn Read) -> io::Result<Vec<u8>> {
    let [knows, languages] = more else { return Err(io::ErrorKind::InvalidInput.into()) };
    let Opening { size, .. } = frame::read_open(from)?;
    let picture = Path::new(WORK).join("page.png");
    let written = io::copy(&mut from.take(size.min(LARGEST)), &mut File::create_new(&picture)?)?;
    if written != size {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let made = Path::new(WORK).join("page");
    let mut command = Command::new(program);
    command.arg(picture).arg(&made).arg("--tessdata-dir").arg(knows).arg("-l").arg(languages);
    command.args(["--dpi", RESOLUTION, "txt"]);
    if !to_its_end(&mut command)?.success() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut text = Vec::new();
    File::open(made.with_extension("txt"))?.take(LARGEST).read_to_end(&mut text)?;
    Ok(text)
}
