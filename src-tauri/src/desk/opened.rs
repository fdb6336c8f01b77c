//! Documents that are open: each has a worker process of its own, which ends when the document is closed.

use std::sync::{Arc, Mutex};

use viewer::{OpenDocument, Stamp};

use super::{Desk, Visit, held};
use crate::ipc::shared::Problem;

/// At most so many documents are open; one more closes the one that was opened first.
const MOST: usize = 8;

/// Open documents, oldest first.
#[derive(Default)]
pub struct OpenedDocuments(Mutex<Vec<(String, Arc<Opened>)>>);

struct Opened {
    document: Mutex<OpenDocument>,
    stamp: Stamp,
}

impl OpenedDocuments {
    /// Keeps a document open for this visit, and gives the handle by which its pages can be asked for.
    ///
    /// # Errors
    /// `locked` when the visit ended meanwhile. It is looked at under the same lock that [`Self::close_all`] takes after
    /// the visit ended, so that no document outlives its visit.
    pub fn keep(&self, visit: &Visit, document: OpenDocument, stamp: Stamp) -> Result<String, Problem> {
        let handle = seal::random_id();
        let mut open = held(&self.0);
        if !visit.goes_on() {
            return Err(Problem::locked());
        }
        if open.len() >= MOST {
            open.remove(0);
        }
        open.push((handle.clone(), Arc::new(Opened { document: Mutex::new(document), stamp })));
        Ok(handle)
    }

    pub fn close(&self, handle: &str) {
        held(&self.0).retain(|(known, _)| known != handle);
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

impl Desk {
    /// A page of an open document, from 1, as WebP with banner and watermark. Blocks while the worker renders.
    ///
    /// # Errors
    /// `locked`, `not_open`, and what the worker says.
    pub fn page(&self, handle: &str, page: u32, width: u32) -> Result<Vec<u8>, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let opened = self.opened().find(handle)?;
        let image = held(&opened.document).render(page.saturating_sub(1), width, &opened.stamp);
        if visit.goes_on() { Ok(image?) } else { Err(Problem::locked()) }
    }
}
