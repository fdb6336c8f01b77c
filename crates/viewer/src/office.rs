//! The form of an office file, as LibreOffice lays it out, where it is installed: a PDF, made in a run of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::confined::{Confined, Run, Standing};
use crate::frame::LARGEST_FORM;
use crate::kind::Kind;
use crate::process::Stop;

/// So long a document may take to be laid out.
const LAYING_OUT: Duration = Duration::from_secs(30);
/// Where it is, if it is installed, by the packages of Debian, Fedora and The Document Foundation. Nobody's `PATH` is asked.
const PLACES: [&str; 3] = [
    "/usr/lib/libreoffice/program/soffice.bin",
    "/usr/lib64/libreoffice/program/soffice.bin",
    "/opt/libreoffice/program/soffice.bin",
];

/// LibreOffice, on this machine.
#[derive(Clone, Debug)]
pub struct Office {
    confined: Confined,
    program: PathBuf,
    limit: Duration,
}

impl Office {
    /// Where it is installed, and bubblewrap. `worker`: what is started inside.
    pub fn installed(worker: &Path) -> Option<Office> {
        PLACES.iter().find_map(|place| Office::at(worker, Path::new(place)))
    }

    /// How it stands on this machine. Takes as long as a run takes to put up its walls.
    pub fn standing(worker: &Path) -> Standing {
        Standing::of(worker, "office", PLACES.iter().map(Path::new).find(|place| place.is_file()))
    }

    /// A program that does as `soffice.bin` does.
    pub fn at(worker: &Path, program: &Path) -> Option<Office> {
        let confined = Confined::installed(worker).filter(|_| program.is_file())?;
        Some(Office { confined, program: program.to_owned(), limit: LAYING_OUT })
    }

    pub(crate) fn until(self, stop: &Stop) -> Office {
        Office { confined: self.confined.until(stop), ..self }
    }

    /// The same, with this much time for a document.
    pub fn within(self, limit: Duration) -> Office {
        Office { limit, ..self }
    }

    pub(crate) fn limit(&self) -> Duration {
        self.limit
    }

    /// A run of it that waits for the document.
    pub(crate) fn start(&self, kind: Kind, size: u64) -> Option<Run> {
        let mut run = self.confined.start("office", &self.program, &[])?;
        run.begin(kind, size).ok().map(|()| run)
    }

    /// Lays out a whole document. None where it does not come to a PDF in time.
    pub fn lay_out(&self, kind: Kind, document: &[u8]) -> Option<Vec<u8>> {
        kind.ending_of_office()?;
        let mut run = self.start(kind, document.len() as u64)?;
        // A run that ended takes no more of it, and says nothing.
        drop(run.send(document));
        run.finish(self.limit, LARGEST_FORM)
    }
}
