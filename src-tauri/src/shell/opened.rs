//! Documents that are open: each has its own worker process, which ends when the document is closed, by the reader or
//! because it may no longer be read.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use vault::{DocumentId, OfficerId};
use viewer::{Missing, OpenDocument, PageText, Stamp, Turn};

use super::{Shell, Visit};
use crate::events::ShellEvent;
use crate::finding::Found;
use crate::held;
use crate::problem::Problem;

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
    decided: Decided,
}

/// What it was decided about when a document was opened: asked again for as long as it stays open.
#[derive(Clone, Debug)]
pub struct Decided {
    pub document: DocumentId,
    /// The entry that gave it the marking which stands on its pages.
    pub marked_by: Option<u64>,
    /// Who opened it with the officer at the window.
    pub with: Option<OfficerId>,
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
        decided: Decided,
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
        open.push((handle.clone(), Arc::new(Opened { document, stamp, missing: Mutex::default(), decided })));
        Ok(handle)
    }

    pub fn close(&self, handle: &str) {
        held(&self.0).retain(|(known, _)| known != handle);
    }

    /// Whether it was still open.
    fn take(&self, handle: &str) -> bool {
        let mut open = held(&self.0);
        let before = open.len();
        open.retain(|(known, _)| known != handle);
        open.len() < before
    }

    fn all(&self) -> Vec<(String, Decided)> {
        held(&self.0).iter().map(|(handle, opened)| (handle.clone(), opened.decided.clone())).collect()
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
    /// still be read. Blocks while the worker renders.
    ///
    /// # Errors
    /// `locked`, `not_open`, and what the worker says; `denied` and the like when it may be read no longer, after which it
    /// is not open.
    pub fn page(&self, handle: &str, page: u32, width: u32, turn: Turn) -> Result<Vec<u8>, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        self.decide_again(handle, &opened.decided)?;
        let page = page.saturating_sub(1);
        let rendered = held(&opened.document).render_turned(page, width, turn, &opened.stamp);
        if !visit.goes_on() {
            return Err(Problem::locked());
        }
        // It may have been closed, or taken away, while it was rendered.
        self.opened().find(handle)?;
        let rendered = rendered?;
        let image = rendered.webp()?;
        held(&opened.missing).insert(page, rendered.missing);
        Ok(image)
    }

    /// What can be read on a page of an open document, from 1, when it may still be read. Blocks while the worker reads.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn page_text(&self, handle: &str, page: u32) -> Result<PageText, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        self.decide_again(handle, &opened.decided)?;
        let text = held(&opened.document).text(page.saturating_sub(1));
        if !visit.goes_on() {
            return Err(Problem::locked());
        }
        self.opened().find(handle)?;
        Ok(text?)
    }

    /// Where something stands in an open document. Blocks while the worker reads page after page, with room in between for
    /// pages that are looked at.
    ///
    /// # Errors
    /// As [`Self::page`].
    pub fn find_in(&self, handle: &str, looked: &str) -> Result<Found, Problem> {
        let pages = held(&self.opened().find(handle)?.document).page_count();
        let mut found = Found::default();
        for page in 1..=pages {
            found.look(page, &self.page_text(handle, page)?.text, looked);
        }
        Ok(found)
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
            let _ = self.decide_again(&handle, &decided);
        }
    }

    /// INVARIANT: any error in the decision is a denial, but that the window was locked meanwhile, which closes everything
    /// itself.
    fn decide_again(&self, handle: &str, decided: &Decided) -> Result<(), Problem> {
        let again = self.act(|session, _| {
            Ok(session.still_permitted(&decided.document, decided.marked_by, decided.with.as_ref())?)
        });
        let Err(problem) = again else { return Ok(()) };
        match problem.code.as_str() {
            // Whoever may no longer work here: the window was locked by it.
            "locked" | "disabled" | "frozen" => {}
            _ if self.opened().take(handle) => {
                self.send(ShellEvent::Withdrawn { handle: handle.to_owned(), problem: problem.clone() });
            }
            _ => {}
        }
        Err(problem)
    }
}
