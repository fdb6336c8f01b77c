//! Reads the text inside documents that are filed, in the worker.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use vault::{FileToRead, FoundText, OtherProgram, OtherPrograms, Scans, TextLack, TextReader, text_lack};
use viewer::{Limits, Standing, Stop, ViewError, Viewer};

/// The program that renders documents. Where there is none, nobody reads texts.
pub enum InWorker {
    At(PathBuf),
    BesideProgram,
}

impl InWorker {
    fn viewer(&self) -> Result<Viewer, ViewError> {
        match self {
            InWorker::At(program) => Viewer::at(program, Limits::default()),
            InWorker::BesideProgram => Viewer::beside_program(),
        }
    }
}

impl TextReader for InWorker {
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack> {
        let stop = Arc::clone(file.stop);
        let viewer = self.viewer().map(|viewer| viewer.until(Stop::when(move || stop.load(Ordering::SeqCst))));
        let viewer = viewer.map(|viewer| match file.scans {
            Scans::Now => viewer.with_installed(),
            Scans::Later => viewer.with_installed().leaving_scans(),
        });
        let read = viewer.and_then(|viewer| viewer.read_text(file.media_type, file.size, file.document, file.most));
        match read {
            Ok(whole) => {
                let recognised = whole.recognised.into_iter().map(str::to_owned).collect();
                Ok(FoundText { text: whole.text, cut: whole.cut, recognised, unrecognised: whole.unrecognised })
            }
            Err(error) => Err(text_lack(error.code())),
        }
    }

    fn other_programs(&self) -> OtherPrograms {
        let Ok(viewer) = self.viewer() else { return OtherPrograms::default() };
        let (office, ocr, pdfium) = (viewer.office(), viewer.ocr(), viewer.pdfium());
        OtherPrograms { office: standing(office), ocr: standing(ocr), pdfium: standing(pdfium) }
    }
}

/// As a vault tells of it.
pub fn standing(of: Standing) -> OtherProgram {
    match of {
        Standing::NotInstalled => OtherProgram::NotInstalled,
        Standing::NotConfined => OtherProgram::NotConfined,
        Standing::Confined => OtherProgram::Confined,
    }
}
