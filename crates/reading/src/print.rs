//! Copies on paper of a document that is open: each page as the worker draws it, with its marks and the number of the copy, handed
//! to the printer of the list. Nothing of it is written to disk here.

use std::ops::RangeInclusive;

use paper::Pictures;
use vault::{DocumentId, DocumentView, PrintOrder, PrinterName, Printing, Session};
use viewer::{OpenDocument, Stamp, ViewError};
use words::Lang;

use crate::spooler::{NotTaken, Spooler};
use crate::stamp;
use crate::views::{PrintedPages, PrintedView};

/// Pixels across a page of A4 at 200 to an inch, upright and across.
const UPRIGHT: u32 = 1654;
const ACROSS: u32 = 2339;

/// What is to be printed of a document that is open.
pub struct ToPrint<'a> {
    /// It, in the version that is open.
    pub about: &'a DocumentView,
    pub printer: &'a PrinterName,
    /// From 1; none: all. Of a range past the end, what there is.
    pub pages: Option<RangeInclusive<u32>>,
    pub copies: u32,
    pub purpose: &'a str,
}

/// Why something was not printed.
#[derive(Debug)]
pub enum PrintError {
    /// It was not decided, or not recorded.
    Vault(vault::Error),
    /// A page could not be drawn.
    View(ViewError),
    /// There is no `lp` on this workstation. Nothing was recorded.
    NoSpooler,
    /// The pages begin behind the last one. Nothing was recorded.
    NoSuchPages { first: u32, pages: u32 },
    /// It is recorded, and the printer took none of this copy, nor of those after it.
    NotTaken { printer: PrinterName, copy: u32 },
    /// Somebody wanted it to end: this copy and those after it were not handed over.
    Stopped { printer: PrinterName, copy: u32 },
}

impl From<vault::Error> for PrintError {
    fn from(error: vault::Error) -> Self {
        PrintError::Vault(error)
    }
}

impl From<ViewError> for PrintError {
    fn from(error: ViewError) -> Self {
        PrintError::View(error)
    }
}

impl PrintError {
    /// `err-<code>` and `fix-<code>` in the catalogues, with hyphens.
    pub fn code(&self) -> &'static str {
        match self {
            PrintError::Vault(error) => error.code(),
            PrintError::View(error) => error.code(),
            PrintError::NoSpooler => "no_spooler",
            PrintError::NoSuchPages { .. } => "no_pages",
            PrintError::NotTaken { .. } => "not_printed",
            PrintError::Stopped { .. } => "print_stopped",
        }
    }

    /// What its sentence names.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            PrintError::Vault(error) => error.params(),
            PrintError::View(error) => error.params(),
            PrintError::NoSpooler => Vec::new(),
            PrintError::NoSuchPages { first, pages } => {
                vec![("first", first.to_string()), ("pages", pages.to_string())]
            }
            PrintError::NotTaken { printer, copy } | PrintError::Stopped { printer, copy } => {
                vec![("printer", printer.to_string()), ("copy", copy.to_string())]
            }
        }
    }
}

/// Copies that are decided and recorded, and may be handed over.
pub struct InPrint {
    id: DocumentId,
    version: u32,
    printing: Printing,
    spooler: Spooler,
    stamp: Stamp,
    lang: Lang,
}

/// Whether anything could be handed over here: to be asked before a document is opened for it.
///
/// # Errors
/// [`PrintError::NoSpooler`].
pub fn require_spooler() -> Result<(), PrintError> {
    Spooler::installed().map(drop).ok_or(PrintError::NoSpooler)
}

/// Decides and records; nothing of the document is handed over by it.
///
/// # Errors
/// Where there is no `lp`, or no such page, before anything is recorded; those of [`Session::print`].
pub fn print(
    session: &mut Session,
    open: &OpenDocument,
    asked: &ToPrint<'_>,
    lang: Lang,
) -> Result<InPrint, PrintError> {
    let spooler = Spooler::installed().ok_or(PrintError::NoSpooler)?;
    let ToPrint { about, printer, pages, copies, purpose } = asked;
    let count = open.page_count();
    let (first, last) = pages.as_ref().map_or((1, count), |pages| (*pages.start(), (*pages.end()).min(count)));
    if first > count {
        return Err(PrintError::NoSuchPages { first, pages: count });
    }
    let order = PrintOrder {
        document: &about.row.id,
        version: about.version,
        printer,
        pages: first..=last,
        copies: *copies,
        purpose,
    };
    let printing = session.print(&order)?;
    let stamp = stamp(session, &about.row, None, lang);
    Ok(InPrint { id: about.row.id.clone(), version: about.version, printing, spooler, stamp, lang })
}

impl InPrint {
    /// As it stands on the list.
    pub fn printer(&self) -> &PrinterName {
        self.printing.printer()
    }

    /// Their numbers.
    pub fn copies(&self) -> RangeInclusive<u32> {
        self.printing.copies()
    }

    /// From 1.
    pub fn pages(&self) -> RangeInclusive<u32> {
        self.printing.pages()
    }

    /// What was printed, once it was handed over.
    pub fn view(&self) -> PrintedView {
        let pages = PrintedPages { first: *self.pages().start(), last: *self.pages().end() };
        let copies = self.copies().collect();
        PrintedView { id: self.id.clone(), version: self.version, printer: self.printer().clone(), copies, pages }
    }

    /// Draws one copy after the other, and hands each over as a job of its own; `draw` draws one page, from 0, and `goes_on` is asked
    /// before each.
    ///
    /// # Errors
    /// Where a page cannot be drawn, or the printer does not take a copy: those before it were taken.
    pub fn hand_over<E: From<PrintError>>(
        &self,
        mut draw: impl FnMut(u32, &Stamp) -> Result<viewer::Page, E>,
        goes_on: impl Fn() -> bool,
    ) -> Result<(), E> {
        let printer = self.printer();
        for copy in self.copies() {
            let stamp = self.stamped(copy);
            let mut sheets = Pictures::default();
            for page in self.pages() {
                if !goes_on() {
                    return Err(PrintError::Stopped { printer: printer.clone(), copy }.into());
                }
                let drawn = draw(page.saturating_sub(1), &stamp)?;
                let unfit = |_| PrintError::View(ViewError::Image("size"));
                sheets.add((drawn.width, drawn.height), &drawn.rgb).map_err(unfit)?;
            }
            let taken = self.spooler.give(printer, &sheets.finish());
            taken.map_err(|NotTaken| PrintError::NotTaken { printer: printer.clone(), copy })?;
        }
        Ok(())
    }

    /// What stands on each page of a copy: in addition to what stands on a page that is read, the number of the copy.
    fn stamped(&self, copy: u32) -> Stamp {
        let numbered = words::say(self.lang, "print-copy", &[("copy", &copy.to_string())]);
        let line = match &self.stamp.exercise {
            Some(exercise) => format!("{exercise} · {numbered}"),
            None => numbered.clone(),
        };
        let watermark = format!("{numbered} · {}", self.stamp.watermark);
        Stamp { watermark, exercise: Some(line), ..self.stamp.clone() }
    }
}

/// One page, from 0, as it is printed.
///
/// # Errors
/// Those of [`OpenDocument::render`].
pub fn drawn(open: &mut OpenDocument, page: u32, stamp: &Stamp) -> Result<viewer::Page, ViewError> {
    let size = open.page_size(page)?;
    open.render(page, if size.width > size.height { ACROSS } else { UPRIGHT }, stamp)
}
