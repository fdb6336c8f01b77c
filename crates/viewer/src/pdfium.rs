//! A second opinion about pages of PDF: PDFium draws them as well, where it is installed, in a run of its own, and what comes of it is
//! compared with what is shown. Nothing of what it draws is ever shown.

use std::path::{Path, PathBuf};

use crate::confined::{Confined, Run, Standing};
use crate::kind::Kind;
use crate::process::Stop;

/// Where its library is, if it is installed: where an administrator put it for Zegel, or by a package. Nobody's `LD_LIBRARY_PATH` is
/// asked.
const PLACES: [&str; 5] = [
    "/usr/local/lib/zegel/libpdfium.so",
    "/usr/lib/zegel/libpdfium.so",
    "/usr/local/lib/libpdfium.so",
    "/usr/lib/x86_64-linux-gnu/libpdfium.so",
    "/usr/lib64/libpdfium.so",
];
/// What the worker does in such a run.
const JOB: &str = "pdfium";

/// PDFium, on this machine.
#[derive(Clone, Debug)]
pub struct Pdfium {
    confined: Confined,
    library: PathBuf,
}

impl Pdfium {
    /// As it is called on a page that it draws otherwise.
    pub(crate) const NAME: &'static str = "PDFium";

    /// Where it is installed, and bubblewrap. `worker`: what is started inside.
    pub fn installed(worker: &Path) -> Option<Pdfium> {
        library().and_then(|library| Pdfium::at(worker, library))
    }

    /// How it stands on this machine. Takes as long as a run takes to load it and to put up its walls.
    pub fn standing(worker: &Path) -> Standing {
        Standing::of(worker, JOB, library())
    }

    /// With the library that lies here.
    pub fn at(worker: &Path, library: &Path) -> Option<Pdfium> {
        let confined = Confined::installed(worker).filter(|_| library.is_file())?;
        Some(Pdfium { confined, library: library.to_owned() })
    }

    pub(crate) fn until(self, stop: &Stop) -> Pdfium {
        Pdfium { confined: self.confined.until(stop), ..self }
    }

    /// A run for one document of this size, which is sent to it afterwards. `password`: its own; empty where it has none.
    pub(crate) fn start(&self, size: u64, password: &str) -> Option<Run> {
        let mut run = self.confined.start(JOB, &self.library, &[])?;
        run.begin_with(Kind::Pdf, size, password).ok()?;
        Some(run)
    }
}

fn library() -> Option<&'static Path> {
    PLACES.iter().map(Path::new).find(|path| path.is_file())
}
