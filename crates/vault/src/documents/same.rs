//! Whether the same bytes are already in the register. The same rule applies before a document is filed, when it is
//! skipped as already there, and afterwards.

use std::collections::BTreeSet;
use std::io::Read as _;

use seal::{ContentHash, ContentHasher, Flow};

use crate::documents::source::{read_from_start, size_of, unreadable};
use crate::{ClassId, DossierId, Error, NamedDocument, Reason, Session, Source};
use index::Listed;

/// Reads a source whole, for what its content is known by. `goes_on` is asked before each piece.
///
/// # Errors
/// [`Error::NotAFile`], [`Error::Cancelled`], or why it cannot be read.
pub fn content_of(source: &Source, goes_on: &mut dyn FnMut() -> Flow) -> Result<ContentHash, Error> {
    let mut hash = ContentHasher::new();
    let mut piece = vec![0; 1 << 20];
    let mut reader = read_from_start(source)?;
    loop {
        if goes_on() == Flow::Stop {
            return Err(Error::Cancelled);
        }
        let read = reader.read(&mut piece).map_err(unreadable)?;
        if read == 0 {
            return Ok(hash.finish());
        }
        hash.update(piece.get(..read).unwrap_or_default());
    }
}

impl Session {
    /// The document of a dossier that holds the very bytes of a source, as far as this officer may see it: for leaving out
    /// what was filed before.
    ///
    /// # Errors
    /// [`Error::NotFound`] dossier; [`Error::NotAFile`], or why the source cannot be read.
    pub fn filed_before(&mut self, dossier: &DossierId, source: &Source) -> Result<Option<NamedDocument>, Error> {
        self.catch_up()?;
        let dossier = self.named(dossier)?;
        // What has the length of none of them needs no reading.
        if !self.index.has_size(&dossier, size_of(source)?)? {
            return Ok(None);
        }
        let content = content_of(source, &mut || Flow::Continue)?;
        let found = self.index.same_bytes(&content, &self.readable(), usize::MAX)?;
        let found = found.into_iter().find(|listed| listed.dossier_key == dossier);
        found.map(|listed| Ok(crate::documents::row(&listed)?.into())).transpose()
    }

    /// That some documents of a dossier cannot be compared with what is filed: two open them, and what they hold is on no sheet
    /// that one reads alone.
    ///
    /// # Errors
    /// [`Error::NotFound`] dossier; integrity errors.
    pub fn not_compared(&mut self, dossier: &DossierId) -> Result<Option<Reason>, Error> {
        self.catch_up()?;
        let key = self.named(dossier)?;
        let mut two = self.readable();
        let in_dossier = |class: &ClassId| self.state.classes.get(class).is_some_and(|of| of.dossier == key);
        two.retain(|class| self.state.opens_by_two(class) && in_dossier(class));
        let count: u64 = self.index.documents_of(&two)?.into_values().sum();
        Ok((count > 0).then(|| Reason::new("not_compared").with("n", count.to_string())))
    }

    /// The lengths, in bytes, of the documents that this officer has in his index: a file of another length is none of them,
    /// and need not be read to know it.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn sizes(&mut self) -> Result<BTreeSet<u64>, Error> {
        self.catch_up()?;
        Ok(self.index.sizes()?)
    }

    /// The reference that the same bytes were registered under first, as far as this officer may see it: what
    /// [`crate::FilingResult::warnings`] would say of them.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn filed_as(&mut self, content: &ContentHash) -> Result<Option<String>, Error> {
        self.catch_up()?;
        Ok(self.with_bytes(content, &self.readable())?.map(|listed| listed.reference))
    }

    /// The first document that was filed with these bytes, among those of readable classes.
    pub(crate) fn with_bytes(
        &self,
        content: &ContentHash,
        readable: &BTreeSet<ClassId>,
    ) -> Result<Option<Listed>, Error> {
        Ok(self.index.same_bytes(content, readable, 1)?.into_iter().next())
    }
}
