//! What a text is besides, and a person who files it should know.

use crate::Reason;

/// What a text is besides, by its first bytes.
#[derive(Clone, Copy)]
pub(crate) struct OfText {
    /// Bytes before a PDF that is not the whole file.
    before_pdf: Option<usize>,
    /// What it is the source of.
    source_of: Option<&'static str>,
    /// There is nothing to read in it.
    blank: bool,
}

impl OfText {
    pub(crate) fn of(start: &[u8], media_type: &str) -> OfText {
        OfText {
            before_pdf: kinds::before_pdf(start, media_type),
            source_of: kinds::source(start, media_type),
            blank: kinds::is_blank(start, media_type),
        }
    }

    /// What a person who files it should know.
    pub(crate) fn warnings(self, name: &str) -> impl Iterator<Item = Reason> + use<> {
        let about = |code: &str| Reason::new(code).with("name", name);
        let within = self.before_pdf.map(|bytes| about("pdf_within").with("bytes", bytes.to_string()));
        let source = self.source_of.map(|form| about("as_source").with("form", form));
        within.into_iter().chain(source).chain(self.blank.then(|| about("blank")))
    }
}
