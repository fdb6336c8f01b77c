//! Who reads the text inside documents that are filed.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use registry::documents::TextLack;
use serde::Serialize;

/// Reads the text inside a document that is being filed. Documents come from strangers: an implementation reads them behind
/// walls.
pub trait TextReader: Send + Sync {
    /// What can be read in a document, pages one after the other with a form feed between.
    ///
    /// # Errors
    /// Why nothing can be read in it.
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack>;

    /// How other programs stand on this workstation, by which more of a document is shown and read.
    fn other_programs(&self) -> OtherPrograms {
        OtherPrograms::default()
    }

    /// Whether a text is expected to be read at all: else nobody is warned that one was not.
    fn reads(&self) -> bool {
        true
    }
}

/// When pages that are pictures are read by OCR, which takes seconds each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scans {
    /// With the rest.
    #[default]
    Now,
    /// After the document was filed: they are named, as those that OCR did not read.
    Later,
}

/// A document that is being filed, or was filed before, of which the text is read.
pub struct FileToRead<'a> {
    pub media_type: &'a str,
    /// Bytes.
    pub size: u64,
    pub document: &'a mut dyn Read,
    /// Bytes of text that are kept.
    pub most: usize,
    pub scans: Scans,
    /// Once it is set, nobody waits for the text any more: its reader ends as soon as it can, with whatever it likes.
    pub stop: &'a Arc<AtomicBool>,
}

/// Other programs that are used where they are installed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct OtherPrograms {
    /// LibreOffice, by which office files are shown with their form. Words: `doctor-office`.
    pub office: OtherProgram,
    /// tesseract, by which scans are read. Words: `doctor-ocr`.
    pub ocr: OtherProgram,
    /// PDFium, by which a second opinion about pages of PDF is had. Words: `doctor-pdfium`.
    pub pdfium: OtherProgram,
}

/// How another program stands on this workstation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum OtherProgram {
    #[default]
    NotInstalled,
    /// It is installed and is not used: it cannot be locked down here, as where the kernel gives users no namespaces.
    NotConfined,
    /// It is installed and locked down.
    Confined,
}

impl OtherProgram {
    /// As it is written in JSON, and as sentences choose by it.
    pub fn as_str(self) -> &'static str {
        match self {
            OtherProgram::NotInstalled => "not-installed",
            OtherProgram::NotConfined => "not-confined",
            OtherProgram::Confined => "confined",
        }
    }
}

/// What was read in a document.
pub struct FoundText {
    pub text: String,
    /// Whether it goes on.
    pub cut: bool,
    /// The languages in which pages that are pictures were read by OCR, as `fr`; empty where none was.
    pub recognised: Vec<String>,
    /// Pages, from 1, that are pictures and that OCR did not read, or not to the end, in its time; with [`Scans::Later`], those that it
    /// is to read later.
    pub unrecognised: Vec<u32>,
}

/// Why nothing could be read in a document, by the code of what its worker said.
pub fn text_lack(code: &str) -> TextLack {
    match code {
        "unsupported_media" | "view_unsupported" => TextLack::Kind,
        "view_encrypted" | "view_encryption" | "view_wrong_password" => TextLack::Locked,
        "view_too_large" => TextLack::Long,
        "view_no_worker" | "view_no_answer" | "view_sandbox" | "view_source" | "cancelled" => TextLack::Unread,
        _ => TextLack::Damaged,
    }
}

/// Where nobody reads texts.
pub(crate) struct NobodyReads;

impl TextReader for NobodyReads {
    fn read(&self, _: FileToRead<'_>) -> Result<FoundText, TextLack> {
        Err(TextLack::Unread)
    }

    fn reads(&self) -> bool {
        false
    }
}
