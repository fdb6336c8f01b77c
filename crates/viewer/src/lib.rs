//! Documents to page images. A document is parsed in a separate child process, which has no files, no network, no new
//! processes, and little memory and time; it gives back pixels in a fixed frame and nothing else. Marks are added here,
//! in the trusted half, in strips outside the page, where no content can cover or imitate them.
//!
//! *Untrusted half*: [`worker`], [`pages`](mod@pages), run by the binary `zegel-viewer`. *Trusted half*: [`Viewer`],
//! [`OpenDocument`], [`Page`], [`Stamp`]. Between them: [`frame`]. [`Missing`] says what a page does not show of its
//! document; it comes with every page and is drawn in a separate strip below it.
//!
//! A page is as wide as asked, at most 4,000 pixels, and narrower where it would be higher than 14,000 or have more than
//! 14 million. A document may take 256 MiB, one GiB of memory, and ten minutes of processor time as long as it is open.

pub mod frame;
pub mod inside;
pub mod missing;
pub mod pages;
pub mod sandbox;
pub mod worker;

mod attachment;
mod blank;
mod confined;
mod figures;
mod headings;
mod kind;
mod letters;
mod likeness;
mod marks;
mod ocr;
mod office;
mod open;
mod otherwise;
mod page;
mod pdfium;
mod places;
mod process;
mod stamp;
mod turn;

pub use attachment::{Attachment, MOST_ATTACHMENTS};
pub use confined::Standing;
pub use figures::{Figures, PagesDrawn, draw, likeness, measure};
pub use headings::{DEEPEST_HEADING, Heading, MOST_HEADINGS};
pub use kind::Kind;
pub use likeness::{Grey, Likeness};
pub use missing::{Lack, Missing};
pub use ocr::Ocr;
pub use office::Office;
pub use open::{Limits, OpenDocument, PageSize, PageText, Scan, Viewer, Walls, WholeText};
pub use page::{Inset, Page};
pub use pdfium::Pdfium;
pub use places::{Area, Place, areas};
pub use process::Stop;
pub use stamp::{Say, Stamp};
pub use turn::Turn;

/// Why a page is not shown.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    #[error("`{0}` cannot be shown here")]
    UnsupportedMedia(String),
    #[error("the document is larger than {limit} bytes")]
    TooLarge { limit: u64 },
    /// As an archive it is small enough.
    #[error("a part of the document unpacks to more than {limit} bytes")]
    Unpacks { limit: u64 },
    #[error("the picture has more pixels than can be shown")]
    TooManyPixels,
    #[error("the document cannot be read as what it says it is")]
    Malformed,
    #[error("the document breaks off before anything of it that could be shown")]
    CutShort,
    #[error("the document asks for a password of its own")]
    Encrypted,
    #[error("this is not the password of the document")]
    WrongPassword,
    #[error("the document is encrypted in a way that is not supported here")]
    Encryption,
    #[error("no page can be found in the document")]
    NoPages,
    /// It may be sound.
    #[error("of this form, `{0}` is not shown here")]
    Unsupported(&'static str),
    #[error("only the first {pages} pages can be shown")]
    Cut { pages: u32, why: Cut },
    #[error("there is no page {0}")]
    NoSuchPage(u32),
    #[error("the page took longer than {seconds} seconds")]
    Timeout { seconds: u64 },
    #[error("the page needed more than it may have")]
    Died,
    #[error("it was stopped before it was done")]
    Stopped,
    /// Which wall does not stand: `worker` (it could not put them up), `seccomp`, `landlock`. Selects the words.
    #[error("the kernel does not give the protection that this needs: {0}")]
    Sandbox(&'static str),
    #[error("the viewing program is missing or does not start: {0}")]
    NoWorker(#[source] std::io::Error),
    /// It had nothing of the document by then.
    #[error("the viewing program ended, or said nothing, before it was given the document")]
    NoAnswer,
    #[error("the document could not be read: {0}")]
    Source(#[source] std::io::Error),
    /// What stands in the way: `font`, `size`, `banner`, `colour`, `encoding`. Selects the words.
    #[error("the page image could not be made: {0}")]
    Image(&'static str),
}

/// Why not all of a document can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// It has more pages than are shown.
    Limit,
    /// Its end is not in the file.
    End,
}

impl ViewError {
    /// `err-<code>` and `fix-<code>` in the catalogues, with hyphens.
    pub fn code(&self) -> &'static str {
        match self {
            ViewError::UnsupportedMedia(_) => "unsupported_media",
            ViewError::TooLarge { .. } => "view_too_large",
            ViewError::Unpacks { .. } => "view_unpacks",
            ViewError::TooManyPixels => "view_too_many_pixels",
            ViewError::Malformed => "view_malformed",
            ViewError::CutShort => "view_cut_short",
            ViewError::Encrypted => "view_encrypted",
            ViewError::WrongPassword => "view_wrong_password",
            ViewError::Encryption => "view_encryption",
            ViewError::NoPages => "view_no_pages",
            ViewError::Unsupported(_) => "view_unsupported",
            ViewError::Cut { .. } => "view_cut",
            ViewError::NoSuchPage(_) => "view_no_page",
            ViewError::Timeout { .. } => "view_timeout",
            ViewError::Died => "view_died",
            ViewError::Stopped => "cancelled",
            ViewError::Sandbox(_) => "view_sandbox",
            ViewError::NoWorker(_) => "view_no_worker",
            ViewError::NoAnswer => "view_no_answer",
            ViewError::Source(_) => "view_source",
            ViewError::Image(_) => "view_image",
        }
    }

    /// What the words need, by name. `limit` in MiB, `seconds` in seconds, `page` counted from 1. What the system said of a
    /// file is named by the caller, from [`Self::system`].
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            ViewError::UnsupportedMedia(media) => vec![("media", media.clone())],
            ViewError::TooLarge { limit } | ViewError::Unpacks { limit } => {
                vec![("limit", (limit / (1024 * 1024)).to_string())]
            }
            ViewError::Unsupported(media) => vec![("media", (*media).to_owned())],
            ViewError::Cut { pages, why } => {
                let cause = if *why == Cut::Limit { "limit" } else { "end" };
                vec![("pages", pages.to_string()), ("cause", cause.to_owned())]
            }
            ViewError::NoSuchPage(page) => vec![("page", page.saturating_add(1).to_string())],
            ViewError::Timeout { seconds } => vec![("seconds", seconds.to_string())],
            ViewError::Sandbox(cause) | ViewError::Image(cause) => vec![("cause", (*cause).to_owned())],
            ViewError::TooManyPixels
            | ViewError::Malformed
            | ViewError::CutShort
            | ViewError::Encrypted
            | ViewError::WrongPassword
            | ViewError::Encryption
            | ViewError::NoPages
            | ViewError::Died
            | ViewError::Stopped
            | ViewError::NoAnswer => Vec::new(),
            // Its word is found by the person who has words for what the system says.
            ViewError::NoWorker(_) | ViewError::Source(_) => vec![("cause", "other".to_owned())],
        }
    }

    /// What the system said, where it was the system: the words ask for it as `cause`.
    pub fn system(&self) -> Option<&std::io::Error> {
        match self {
            ViewError::NoWorker(error) | ViewError::Source(error) => Some(error),
            _ => None,
        }
    }

    /// Whether it is the document that cannot be shown, and not this machine that cannot show it.
    pub fn is_of_document(&self) -> bool {
        match self {
            ViewError::UnsupportedMedia(_)
            | ViewError::TooLarge { .. }
            | ViewError::Unpacks { .. }
            | ViewError::TooManyPixels
            | ViewError::Malformed
            | ViewError::CutShort
            | ViewError::Encrypted
            | ViewError::WrongPassword
            | ViewError::Encryption
            | ViewError::NoPages
            | ViewError::Unsupported(_)
            | ViewError::Cut { .. }
            | ViewError::Timeout { .. }
            | ViewError::Died => true,
            ViewError::NoSuchPage(_)
            | ViewError::Stopped
            | ViewError::Sandbox(_)
            | ViewError::NoWorker(_)
            | ViewError::NoAnswer
            | ViewError::Source(_)
            | ViewError::Image(_) => false,
        }
    }
}
