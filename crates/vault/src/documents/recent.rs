//! Documents by what the asking officer has to do with them: what he opened last, and what is as one that he looks at.

use super::row;
use crate::{DocumentFilter, DocumentId, DocumentRow, Error, Session};

impl Session {
    /// The documents that this officer opened and may still see, the one that he opened last first; at most so many. It is read from the log as far as he may read it: nothing else remembers it.
    ///
    /// # Errors
    /// Integrity errors of the index.
    pub fn opened(&mut self, most: usize) -> Result<Vec<DocumentRow>, Error> {
        self.opened_after(None, most)
    }

    /// The same, behind one of them.
    ///
    /// # Errors
    /// [`Error::NotFound`] where that is none of them; integrity errors of the index.
    pub fn opened_after(&mut self, after: Option<&DocumentId>, most: usize) -> Result<Vec<DocumentRow>, Error> {
        self.catch_up()?;
        let classes = self.readable_under(None)?;
        let opened = self.index.opened(self.id(), &classes, after, most)?;
        let gone = || Error::NotFound { kind: "document", name: after.map(ToString::to_string).unwrap_or_default() };
        opened.ok_or_else(gone)?.iter().map(row).collect()
    }

    /// What lists the documents that are as this one: of its policy and level, in its dossier, from its originator. It is among them.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] where its officer may not see it; integrity errors of the index.
    pub fn filter_like(&mut self, id: &DocumentId) -> Result<DocumentFilter, Error> {
        let of = self.document(id)?;
        let DocumentRow { banner, dossier, originator, .. } = of.row;
        Ok(DocumentFilter {
            policy: Some(of.marking.policy),
            level: Some(banner.level),
            dossier: Some(dossier),
            originator: Some(originator).filter(|originator| !originator.is_empty()),
            ..DocumentFilter::default()
        })
    }
}
