//! Notes on a document: what a reader has to say of it, for those who may read it as well.

use label::Label;
use registry::documents::{DocumentRecord, EarlierNote, FoundSheet, Sheet};
use registry::event::Noted;
use registry::log::{Act, AuditRecord};

use super::withdraw::require_there;
use crate::draft::EntryDraft;
use crate::session::{denied, denied_for};
use crate::{ClassId, DocumentId, Error, Reason, Session, text};

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

    /// The notes on a document as those know them who read it where it is now, the oldest first: those that it brought, and those that
    /// were written since. None of a document that two open.
    pub(crate) fn notes_on(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Vec<EarlierNote>, Error> {
        if self.state.opens_by_two(&filing.class) {
            return Ok(Vec::new());
        }
        let brings = |sheet: &Sheet| matches!(sheet, Sheet::Notes { .. });
        let brought = self.sheet_in(id, &filing.class, filing.index, &brings)?.map(|found| found.sheet);
        let mut all = match brought {
            Some(Sheet::Notes { all, .. }) => all,
            Some(_) | None => Vec::new(),
        };
        for entry in filing.noted.iter().filter(|entry| **entry > filing.index) {
            all.extend(self.noted_in(id, &filing.class, *entry)?);
        }
        Ok(all)
    }

    /// A note that a document brought to its class: by its own sheet, where this officer reads that; else as the one who moved the
    /// document had it.
    pub(crate) fn as_written(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        brought: &EarlierNote,
    ) -> Result<EarlierNote, Error> {
        let then = filing.former.iter().find(|former| (former.since..former.until).contains(&brought.entry));
        let itself = then.map(|former| self.noted_in(id, &former.class, brought.entry)).transpose()?;
        Ok(itself.flatten().unwrap_or_else(|| brought.clone()))
    }

    /// What an entry noted on a document of this class, where this officer reads it.
    fn noted_in(&self, id: &DocumentId, class: &ClassId, entry: u64) -> Result<Option<EarlierNote>, Error> {
        let is_note = |sheet: &Sheet| matches!(sheet, Sheet::Noted { .. });
        Ok(match self.sheet_in(id, class, entry, &is_note)? {
            Some(FoundSheet { at_ms, author, sheet: Sheet::Noted { text, .. }, .. }) => {
                Some(EarlierNote { entry, at_ms, by: author, text })
            }
            Some(_) | None => None,
        })
    }

    /// The notes on a document that go along when it is marked otherwise: all of them where nobody reads what is marked so who could
    /// not read what was; else none, since they may say what the document no longer does. Nor to where two open it.
    pub(crate) fn notes_under(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        (from, to): (&Label, &Label),
    ) -> Result<Vec<EarlierNote>, Error> {
        let along = to.dominates(from) && !to.access().opens_by_two();
        if along { self.notes_on(id, filing) } else { Ok(Vec::new()) }
    }

    /// How many notes on a document go along when it is marked so, and that others stay: said to those who may see it, and of none
    /// that two open.
    pub(crate) fn notes_moved(&self, id: &DocumentId, to: Option<&Label>) -> Result<(u32, Option<Reason>), Error> {
        let Some(to) = to else { return Ok((0, None)) };
        let filing = self.filing(id)?;
        let by_two = self.state.opens_by_two(&filing.class);
        if filing.noted.is_empty() || by_two || self.state.may_open(self.id(), &filing.class, self.now()).is_err() {
            return Ok((0, None));
        }
        let document = self.in_index(id, &filing)?;
        let along = self.notes_under(id, &filing, (&self.label_of(&document)?, to))?;
        Ok((count(&along), notes_stay(&filing, &along, &document.listed.reference)))
    }
}

/// That notes on a document stay with those who read it where it was.
pub(crate) fn notes_stay(filing: &DocumentRecord, along: &[EarlierNote], reference: &str) -> Option<Reason> {
    let stay = filing.noted.len().saturating_sub(along.len());
    let said = || Reason::new("notes_stay").with("name", reference).with("count", stay.to_string());
    (stay > 0).then(said)
}

pub(crate) fn count(notes: &[EarlierNote]) -> u32 {
    u32::try_from(notes.len()).unwrap_or(u32::MAX)
}
