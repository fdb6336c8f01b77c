//! What a screen shows of an open document, once for the window and for `--json`.

use serde::Serialize;
use vault::{DocumentId, PrinterName};
use viewer::{Attachment, Heading, Missing, PageText};

/// One line of the outline of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct HeadingView {
    /// From the document.
    pub title: String,
    /// Where it leads to, from 1; none where that is no page of the document.
    pub page: Option<u32>,
    /// How many others it lies below.
    pub depth: u8,
}

impl From<&Heading> for HeadingView {
    fn from(heading: &Heading) -> Self {
        Self { title: heading.title.clone(), page: heading.page.map(|page| page + 1), depth: heading.depth }
    }
}

/// Something that is not shown, or not as it is in the document: `missing-<kind>` says what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MissingView {
    pub kind: String,
    /// From the document; empty where it has none.
    pub name: String,
    pub count: u32,
}

impl From<&Missing> for MissingView {
    fn from(missing: &Missing) -> Self {
        Self { kind: missing.lack.code().to_owned(), name: missing.name.clone(), count: missing.count }
    }
}

/// A file that a document brings with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AttachmentView {
    /// By which it is asked for, from 1.
    pub number: u32,
    /// From the document; empty where it has none.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub size: u64,
    /// Where its pages begin among those of the document, from 1; none where it is not shown there.
    pub page: Option<u32>,
}

impl AttachmentView {
    /// All of a document, in its order.
    pub fn of(attachments: &[Attachment]) -> Vec<AttachmentView> {
        let view = |(number, of): (u32, &Attachment)| Self {
            number,
            name: of.name.clone(),
            size: of.size,
            page: of.page.map(|page| page + 1),
        };
        (1..).zip(attachments).map(view).collect()
    }
}

/// What can be read on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PageTextView {
    /// From the document.
    pub text: String,
    /// The languages in which it was read by OCR, as `fr`; empty where the page has a text of its own.
    pub recognised: Vec<String>,
}

impl From<&PageText> for PageTextView {
    fn from(read: &PageText) -> Self {
        Self {
            text: read.text.clone(),
            recognised: read.recognised.iter().map(|&language| language.to_owned()).collect(),
        }
    }
}

/// What CUPS took of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PrintedView {
    pub id: DocumentId,
    /// Which of its versions.
    pub version: u32,
    pub printer: PrinterName,
    /// The number of each copy, from 1.
    pub copies: Vec<u32>,
    pub pages: PrintedPages,
}

/// From 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PrintedPages {
    pub first: u32,
    pub last: u32,
}

#[cfg(test)]
mod tests {
    use viewer::Lack;

    use super::*;

    #[test]
    fn pages_of_an_outline_are_told_from_one_and_what_is_missing_by_its_code() {
        let heading = Heading::new("Annex", Some(0), 2);
        assert_eq!(HeadingView::from(&heading), HeadingView { title: "Annex".to_owned(), page: Some(1), depth: 2 });
        assert_eq!(HeadingView::from(&Heading::new("Nowhere", None, 0)).page, None);
        let attachments = [Attachment::new("plan.pdf", 7, Some(0)), Attachment::new("all.zip", 9, None)];
        let told: Vec<_> = AttachmentView::of(&attachments).into_iter().map(|one| (one.number, one.page)).collect();
        assert_eq!(told, [(1, Some(1)), (2, None)]);
        let missing = Missing { lack: Lack::TooLong, name: String::new(), count: 3 };
        let kind = Lack::TooLong.code().to_owned();
        assert_eq!(MissingView::from(&missing), MissingView { kind, name: String::new(), count: 3 });
    }
}
