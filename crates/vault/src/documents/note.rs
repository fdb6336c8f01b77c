//! Notes on a document: what a reader has to say of it, for those who may read it as well.

use registry::documents::Sheet;
use registry::event::Noted;
use registry::log::{Act, AuditRecord};

use super::withdraw::require_there;
use crate::draft::EntryDraft;
use crate::session::{denied, denied_for};
use crate::{DocumentId, Error, Reason, Session, text};

/// The action that is refused where there is no right to it.
const NOTE: &str = "note";

impl Session {
    /// Writes a note on a document, under its marking: it stands in the document's history from then on, under the class that the
    /// document is in now, and nobody takes it away.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody who may not read the document, of one that two open, and of one that was withdrawn;
    /// [`Error::NotFound`]; [`Error::Missing`] text, [`Error::TooLong`], [`Error::Character`].
    pub fn note_on(&mut self, id: &DocumentId, note: &str) -> Result<(), Error> {
        self.require_writable()?;
        let note = text::paragraph("text", note)?;
        if note.trim().is_empty() {
            return Err(Error::Missing { field: "text" });
        }
        let about = AuditRecord::new(Act::Note).about("document", id.to_string());
        self.enter(&about, |session, at| {
            let filing = session.filing(id)?;
            if session.state.opens_by_two(&filing.class) {
                return Err(denied_for(NOTE, Reason::new("opens_by_two")));
            }
            let _ = session.state.may_open(session.id(), &filing.class, at).map_err(|no| denied(NOTE, &no))?;
            require_there(NOTE, &filing)?;
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            let sheet = Sheet::Noted { document: id.clone(), text: note.clone() };
            Ok(EntryDraft::default()
                .fact(Noted { document: id.clone() })
                .record(about.clone())
                .sheet(&class, epoch, sheet))
        })
    }
}
