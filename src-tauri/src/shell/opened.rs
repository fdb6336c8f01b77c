//! Documents that are open: each has its own worker process, which ends when the document is closed, by the reader or
//! because it may no longer be read.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use reading::{InPrint, ToCopy, ToPrint};
use vault::{DocumentId, OfficerId, PrinterName};
use viewer::{Area, Inset, Kind, Limits, Missing, OpenDocument, PageText, Stamp, Turn, ViewError, Viewer};

use super::{Shell, Visit};
use crate::events::ShellEvent;
use crate::finding::{FoundInDocument, Search, Texts, standing_in};
use crate::held;
use crate::problem::Problem;
use crate::selecting::{WordView, words};

/// Places that are marked on one page.
const MOST_MARKS: usize = 2000;
/// At most so many documents are open; one more closes the one that was opened first.
const MOST: usize = 8;

/// Open documents, oldest first.
#[derive(Default)]
pub struct OpenedDocuments(Mutex<Vec<(String, Arc<Opened>)>>);

struct Opened {
    document: Mutex<OpenDocument>,
    stamp: Stamp,
    /// Of the pages that were shown, from 0.
    missing: Mutex<BTreeMap<u32, Vec<Missing>>>,
    /// Where each page, from 0, stands on its picture, as wide as it was asked for, and as it was turned.
    insets: Mutex<BTreeMap<(u32, u32, Turn), Inset>>,
    /// Of pages in which something was looked for.
    texts: Mutex<Texts>,
    /// How often something was looked for: only the last goes on.
    looked: AtomicU64,
    /// What is looked for now, and marked on the pages.
    looking: Mutex<String>,
    /// None for what is no document yet: a text that is being written.
    decided: Option<Decided>,
}

/// What it was decided about when a document was opened: asked again for as long as it stays open.
#[derive(Clone, Debug)]
pub struct Decided {
    pub document: DocumentId,
    /// From 1.
    pub version: u32,
    /// The entry that gave it the marking which stands on its pages.
    pub marked_by: Option<u64>,
    /// Who opened it with the officer at the window.
    pub with: Option<OfficerId>,
    /// Another version came after the one that is open.
    pub is_earlier: bool,
    /// The name of the file that is open, where it is one that the document brings with it.
    pub attachment: Option<String>,
}

/// A file that a document brings with it, opened by itself: under the same decision, with the same marks.
pub struct Attached {
    pub document: OpenDocument,
    pub stamp: Stamp,
    pub decided: Decided,
    pub visit: Visit,
}

/// What is to be printed of an open document.
pub struct ToBePrinted {
    pub printer: PrinterName,
    /// From 1.
    pub pages: RangeInclusive<u32>,
    pub copies: u32,
    pub purpose: String,
}

impl OpenedDocuments {
    /// Keeps a document open for this visit, and gives the handle by which its pages can be asked for.
    ///
    /// # Errors
    /// `locked` when the visit ended meanwhile. It is looked at under the same lock that [`Self::close_all`] takes after
    /// the visit ended, so that no document outlives its visit.
    pub fn keep(
        &self,
        visit: &Visit,
        document: OpenDocument,
        stamp: Stamp,
        decided: Option<Decided>,
    ) -> Result<String, Problem> {
        let handle = seal::random_id();
        let mut open = held(&self.0);
        if !visit.goes_on() {
            return Err(Problem::locked());
        }
        if open.len() >= MOST {
            open.remove(0);
        }
        let document = Mutex::new(document);
        let (missing, insets, texts) = (Mutex::default(), Mutex::default(), Mutex::default());
        let (looked, looking) = (AtomicU64::new(0), Mutex::default());
        let opened = Opened { document, stamp, missing, insets, texts, looked, looking, decided };
        open.push((handle.clone(), Arc::new(opened)));
        Ok(handle)
    }

    pub fn close(&self, handle: &str) {
        held(&self.0).retain(|(known, _)| known != handle);
    }

    /// Which document is read on where one stopped; none where it is an earlier version of one, or a file of one.
    ///
    /// # Errors
    /// `not_open`.
    pub fn read_on(&self, handle: &str) -> Result<Option<DocumentId>, Problem> {
        let opened = self.find(handle)?;
        Ok(opened
            .decided
            .as_ref()
            .filter(|decided| !decided.is_earlier && decided.attachment.is_none())
            .map(|decided| decided.document.clone()))
    }

    /// Whether it was still open.
    fn take(&self, handle: &str) -> bool {
        let mut open = held(&self.0);
        let before = open.len();
        open.retain(|(known, _)| known != handle);
        open.len() < before
    }

    fn all(&self) -> Vec<(String, Decided)> {
        let open = held(&self.0);
        open.iter().filter_map(|(handle, opened)| Some((handle.clone(), opened.decided.clone()?))).collect()
    }

    pub fn close_all(&self) {
        held(&self.0).clear();
    }

    fn find(&self, handle: &str) -> Result<Arc<Opened>, Problem> {
        let open = held(&self.0);
        let found = open.iter().find(|(known, _)| known == handle).map(|(_, opened)| Arc::clone(opened));
        found.ok_or_else(|| Problem::new("not_open"))
    }
}

impl Shell {
    /// A page of an open document, from 1, as WebP with banner and watermark, and below it what it does not show, when it may
    /// still be read. Blocks while the worker renders. `marked`: what is looked for is marked on it.
    ///
    /// # Errors
    /// `locked`, `not_open`, and what the worker says; `denied` and the like when it may be read no longer, after which it
    /// is not open.
    pub fn page(&self, handle: &str, page: u32, width: u32, turn: Turn, marked: bool) -> Result<Vec<u8>, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        self.decide_again(handle, opened.decided.as_ref())?;
        let marks = if marked { self.marks(handle, &opened, page)? } else { Vec::new() };
        let page = page.saturating_sub(1);
        let rendered = held(&opened.document).render_marked(page, width, turn, &opened.stamp, &marks);
        if !visit.goes_on() {
            return Err(Problem::locked());
        }
        // It may have been closed, or taken away, while it was rendered.
        self.opened().find(handle)?;
        let rendered = rendered?;
        let image = rendered.webp()?;
        held(&opened.insets).insert((page, width, turn), rendered.inset);
        held(&opened.missing).insert(page, rendered.missing);
        Ok(image)
    }

    /// The words of a page, from 1, on its picture of this width, turned so. None before that picture was there, and where the
    /// marking lets no text be copied. Blocks while the worker reads.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn words(&self, handle: &str, page: u32, width: u32, turn: Turn) -> Result<Vec<WordView>, Problem> {
        let opened = self.opened().find(handle)?;
        let Some(decided) = opened.decided.as_ref() else { return Ok(Vec::new()) };
        let inset = held(&opened.insets).get(&(page.saturating_sub(1), width, turn)).copied();
        let Some(inset) = inset else { return Ok(Vec::new()) };
        if !self.act(|session, _| Ok(session.may_copy_text(&decided.document)))? {
            return Ok(Vec::new());
        }
        let read = self.kept_text(handle, &opened, page)?;
        let places = held(&opened.document).places(page.saturating_sub(1))?;
        Ok(words(&read, &places, turn, inset))
    }

    /// Opens one of the files that an open document brings with it, from 1, in a worker of its own, when the document may still be
    /// read: that it was opened is recorded, and its files with it. Blocks while workers read.
    ///
    /// # Errors
    /// As [`Self::page`]; `no_attachment`; those of [`Viewer::open_laid_out`].
    pub fn attached(&self, handle: &str, number: u32) -> Result<Attached, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        let decided = opened.decided.as_ref().ok_or_else(|| Problem::new("not_open"))?;
        self.decide_again(handle, Some(decided))?;
        let mut document = held(&opened.document);
        let attachments = document.attachments()?;
        let asked = number.checked_sub(1).and_then(|nth| Some((nth, attachments.get(nth as usize)?)));
        let Some((nth, attachment)) = asked else {
            let count = attachments.len().to_string();
            return Err(Problem::new("no_attachment").with("number", number.to_string()).with("count", count));
        };
        let bytes = document.attachment(nth)?;
        drop(document);
        let unknown = || ViewError::UnsupportedMedia("application/octet-stream".to_owned());
        let kind = Kind::of_content(&bytes).ok_or_else(unknown)?;
        let viewer = Viewer::at(self.worker(), Limits::default())?.with_installed();
        let document = viewer.open_laid_out(kind, bytes.len() as u64, &mut bytes.as_slice(), None)?;
        let decided = Decided { attachment: Some(attachment.name.clone()), ..decided.clone() };
        Ok(Attached { document, stamp: opened.stamp.clone(), decided, visit })
    }

    /// Puts text of a page, from 1, into the clipboard, marked, when it may still be read and copied: decides, records, and then
    /// hands it over. `bytes`: of the text of that page.
    ///
    /// # Errors
    /// As [`Self::page`]; `denied` where the marking lets no text be copied; `malformed` where there is no text.
    pub fn copy_text(&self, handle: &str, page: u32, bytes: Range<usize>) -> Result<(), Problem> {
        self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        let decided = opened.decided.as_ref().ok_or_else(|| Problem::new("not_open"))?;
        let read = self.kept_text(handle, &opened, page)?;
        let text = read.text.get(bytes).map(str::trim).filter(|text| !text.is_empty());
        let text = text.ok_or(vault::Error::Malformed { field: "text" })?;
        let Decided { document, version, attachment, .. } = decided;
        let attachment = attachment.as_deref();
        let asked = ToCopy { document, version: *version, attachment, page, text, stamp: &opened.stamp };
        let (visit, marked) =
            self.act(|session, visit| Ok((visit.clone(), reading::copied(session, &asked, self.language())?)))?;
        self.put_in_clipboard(&visit, marked);
        Ok(())
    }

    /// What can be read on a page of an open document, from 1, when it may still be read. Blocks while the worker reads; a scan is read
    /// by OCR, which takes seconds, in which other pages are shown all the same.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn page_text(&self, handle: &str, page: u32) -> Result<Arc<PageText>, Problem> {
        let opened = self.opened().find(handle)?;
        self.kept_text(handle, &opened, page)
    }

    fn read_text(&self, handle: &str, page: u32) -> Result<PageText, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        self.decide_again(handle, opened.decided.as_ref())?;
        let page = page.saturating_sub(1);
        let mut document = held(&opened.document);
        let mut text = document.text(page);
        let scan = text.as_mut().ok().and_then(|text| document.scan(page, text));
        drop(document);
        let still_open = || {
            if !visit.goes_on() {
                return Err(Problem::locked());
            }
            self.opened().find(handle).map(drop)
        };
        still_open()?;
        let mut text = text?;
        if let Some(scan) = scan {
            scan.read_into(&mut text);
            still_open()?;
        }
        Ok(text)
    }

    /// Where something stands in an open document. Blocks while the worker reads page after page, with room in between for
    /// pages that are looked at. Ends when something else is looked for, or nothing.
    ///
    /// # Errors
    /// As [`Self::page`]; `cancelled`.
    pub fn find_in(&self, handle: &str, looked: &str) -> Result<FoundInDocument, Problem> {
        let opened = self.opened().find(handle)?;
        let mine = opened.looked.fetch_add(1, Ordering::Relaxed) + 1;
        looked.trim().clone_into(&mut held(&opened.looking));
        let mut search = Search::default();
        if looked.trim().is_empty() {
            return Ok(FoundInDocument::default());
        }
        let pages = held(&opened.document).page_count();
        for page in 1..=pages {
            if opened.looked.load(Ordering::Relaxed) != mine {
                return Err(Problem::new("cancelled"));
            }
            let read = self.kept_text(handle, &opened, page)?;
            search.look(page, &read, looked);
        }
        Ok(search.done())
    }

    /// How far down a page, from 1, what is looked for stands for the `nth` time, from 0, as that page is turned: from 0 to 1.
    /// Nothing where it does not, or where nobody knows.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn mark_at(&self, handle: &str, page: u32, nth: u32, turn: Turn) -> Result<Option<f32>, Problem> {
        let opened = self.opened().find(handle)?;
        let standing = self.standing(handle, &opened, page)?;
        let Some(bytes) = standing.get(nth as usize) else { return Ok(None) };
        let places = held(&opened.document).places(page.saturating_sub(1))?;
        Ok(viewer::areas(&places, bytes).first().map(|area| turn.area(*area).top))
    }

    /// Where in the text of a page, from 1, what is looked for stands.
    fn standing(&self, handle: &str, opened: &Opened, page: u32) -> Result<Vec<Range<usize>>, Problem> {
        let looked = held(&opened.looking).clone();
        match looked.as_str() {
            "" => Ok(Vec::new()),
            looked => Ok(standing_in(&self.kept_text(handle, opened, page)?.text, looked)),
        }
    }

    /// Where on a page, from 1, what is looked for stands.
    fn marks(&self, handle: &str, opened: &Opened, page: u32) -> Result<Vec<Area>, Problem> {
        let standing = self.standing(handle, opened, page)?;
        if standing.is_empty() {
            return Ok(Vec::new());
        }
        let places = held(&opened.document).places(page.saturating_sub(1))?;
        Ok(standing.iter().take(MOST_MARKS).flat_map(|bytes| viewer::areas(&places, bytes)).collect())
    }

    /// The text of a page, from 1, read once, when it may still be read.
    fn kept_text(&self, handle: &str, opened: &Opened, page: u32) -> Result<Arc<PageText>, Problem> {
        let kept = held(&opened.texts).of(page);
        match kept {
            Some(text) => self.decide_again(handle, opened.decided.as_ref()).map(|()| text),
            None => {
                let text = self.read_text(handle, page)?;
                Ok(held(&opened.texts).keep(page, text))
            }
        }
    }

    /// Prints an open document when it may still be read: decides, records, and then hands over one copy after the other. Blocks
    /// while the worker draws, with room in between for pages that are looked at; ends when the document is closed, or the window locked.
    ///
    /// # Errors
    /// As [`Self::page`]; where the printer does not take it.
    pub fn print(&self, handle: &str, order: &ToBePrinted) -> Result<InPrint, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        // A file of a document is printed with it: by its pages there.
        let decided = opened.decided.as_ref().filter(|decided| decided.attachment.is_none());
        let decided = decided.ok_or_else(|| Problem::new("not_open"))?;
        self.decide_again(handle, Some(decided))?;
        let ToBePrinted { printer, pages, copies, purpose } = order;
        let job = self.act(|session, _| {
            let about = session.document_version(&decided.document, Some(decided.version))?;
            let pages = Some(pages.clone());
            let asked = ToPrint { about: &about, printer, pages, copies: *copies, purpose };
            Ok(reading::print(session, &held(&opened.document), &asked, self.language())?)
        })?;
        let goes_on = || visit.goes_on() && self.opened().find(handle).is_ok();
        job.hand_over(
            |page, stamp| Ok::<_, Problem>(reading::drawn(&mut held(&opened.document), page, stamp)?),
            goes_on,
        )?;
        Ok(job)
    }

    /// What a page of an open document, from 1, does not show; nothing as long as it was not asked for.
    ///
    /// # Errors
    /// `locked`, `not_open`.
    pub fn missing(&self, handle: &str, page: u32) -> Result<Vec<Missing>, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        let missing = held(&opened.missing).get(&page.saturating_sub(1)).cloned().unwrap_or_default();
        if visit.goes_on() { Ok(missing) } else { Err(Problem::locked()) }
    }

    /// Decides again about every document that is open, and takes those from the screen that may be read no longer. Called
    /// every few seconds; costs next to nothing when nobody wrote.
    pub fn look_at_opened(&self) {
        for (handle, decided) in self.opened().all() {
            // What comes of it is told to the page.
            let _ = self.decide_again(&handle, Some(&decided));
        }
    }

    /// INVARIANT: any error in the decision is a denial, but that the window was locked meanwhile, which closes everything
    /// itself.
    fn decide_again(&self, handle: &str, decided: Option<&Decided>) -> Result<(), Problem> {
        // A text of the officer himself: nobody decides about it, and it goes with the visit.
        let Some(decided) = decided else { return Ok(()) };
        let again = self.act(|session, _| {
            Ok(session.still_permitted(&decided.document, decided.marked_by, decided.with.as_ref())?)
        });
        let Err(problem) = again else { return Ok(()) };
        match problem.code.as_str() {
            // An officer who may no longer work here: the window was locked by it.
            "locked" | "disabled" | "frozen" => {}
            _ if self.opened().take(handle) => {
                self.send(ShellEvent::Withdrawn { handle: handle.to_owned(), problem: problem.clone() });
            }
            _ => {}
        }
        Err(problem)
    }
}
