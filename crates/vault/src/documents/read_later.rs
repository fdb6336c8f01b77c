//! Texts that were read after their documents were filed, as sheets say it: what is known of a text since.

use std::iter::once;

use registry::documents::{DocumentRecord, FoundSheet, InnerText, Sheet, SheetOfVersion};

use crate::{DocumentId, Error, Session};

impl Session {
    /// What is known of the text inside a version of a document since it was read later; none where it was not. `since`, `until`: the
    /// entry that gave the document this version in its class, and the one that gave it the next. `before`: what that entry said.
    /// Taken only where the text waited, or nobody had looked for one, and once.
    ///
    /// # Errors
    /// Why the log could not be read.
    fn read_between(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        (since, until): (u64, u64),
        before: Option<&InnerText>,
    ) -> Result<Option<InnerText>, Error> {
        let mut read: Option<InnerText> = None;
        // Each of them has another object since.
        let later = filing.replaced.iter().map(|replaced| replaced.until);
        for entry in later.filter(|entry| *entry > since && *entry < until) {
            if !InnerText::takes_late(read.as_ref().or(before)) {
                break;
            }
            let of_text = |sheet: &Sheet| matches!(sheet, Sheet::Text { .. });
            let found = self.sheet_in(id, &filing.class, entry, &of_text)?;
            if let Some(FoundSheet { sheet: Sheet::Text { text, .. }, .. }) = found {
                read = Some(text);
            }
        }
        Ok(read)
    }

    /// The same of the version that it has now.
    ///
    /// # Errors
    /// Why the log could not be read.
    pub(crate) fn read_since(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        before: Option<&InnerText>,
    ) -> Result<Option<InnerText>, Error> {
        self.read_between(id, filing, (last_version(filing), u64::MAX), before)
    }

    /// What is known of the text inside a document, where an entry says that it was read later: as that entry counts among all that
    /// say so. None where it does not count.
    ///
    /// # Errors
    /// Why the log could not be read.
    pub(crate) fn read_by(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        entry: u64,
    ) -> Result<Option<InnerText>, Error> {
        if entry <= last_version(filing) {
            return Ok(None);
        }
        let filed = |sheet: &Sheet| matches!(sheet, Sheet::Filed { .. });
        let content = match self.present(id, filing)? {
            Some(content) => Some(content),
            None => self.sheet_in(id, &filing.class, filing.index, &filed)?.and_then(|found| found.sheet.content()),
        };
        // The document is not on the index either, for want of the same key.
        let Some(content) = content else { return Ok(None) };
        self.read_since(id, filing, content.text.as_ref())
    }

    /// Adds it to what is known of all versions of a document; `brought`: how many it had before its last one when it came to its
    /// class.
    ///
    /// # Errors
    /// Why the log could not be read.
    pub(super) fn with_read_later(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        brought: usize,
        all: &mut [Option<SheetOfVersion>],
    ) -> Result<(), Error> {
        let later = filing.versions.iter().skip(brought).map(|version| version.index);
        let since: Vec<u64> = once(filing.index).chain(later).collect();
        let until = since.iter().copied().skip(1).chain(once(u64::MAX));
        for (of, between) in all.iter_mut().skip(brought).zip(since.iter().copied().zip(until)) {
            let Some(of) = of else { continue };
            if let Some(text) = self.read_between(id, filing, between, of.content.text.as_ref())? {
                of.content.text = Some(text);
            }
        }
        Ok(())
    }
}

/// The entry that gave a document the version that it has now, in the class that it is in.
fn last_version(filing: &DocumentRecord) -> u64 {
    filing.versions.last().map_or(filing.index, |last| last.index.max(filing.index))
}
