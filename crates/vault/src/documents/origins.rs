//! Whose a document is, and from when its term counts, through all that was ever put right of it.
//!
//! To put an originator or a date right changes what is shown. Who is asked, and when a classification ends, stays with what was
//! written first: else one person's correction would decide both. What was written before goes along to another class on the sheet
//! that is sealed again, for those who read that class alone.

use chrono::NaiveDate;
use label::fold;
use policy::Authority;
use policy::calendar::{counts_from, standing};
use registry::documents::{DocumentRecord, Sheet};
use registry::state::day;

use crate::{DocumentId, Error, Session};
use index::Document;

impl Session {
    /// All whom a document was ever said to be of, the first one first, as far as this officer may read it; none where nothing was
    /// put right. Of what was written in a class that he does not read, the sheet tells that brought it into the first that he does.
    pub(crate) fn originators(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Vec<String>, Error> {
        let mut all = Vec::new();
        for (_, sheet) in self.written_sheets(id, filing)? {
            if all.is_empty()
                && let Sheet::Filed { was_of, .. } = &sheet
            {
                all.extend(was_of.iter().cloned());
            }
            all.extend(sheet.particulars().map(|written| written.originator));
        }
        Ok(all)
    }

    /// The same for the sheet that goes along to another class: each one once, and nothing where it was never another's.
    pub(super) fn originators_along(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        present: &str,
    ) -> Result<Vec<String>, Error> {
        let mut once: Vec<String> = Vec::new();
        for name in self.originators(id, filing)? {
            if !once.contains(&name) {
                once.push(name);
            }
        }
        Ok(if once.iter().all(|name| name == present) { Vec::new() } else { once })
    }

    /// From when the term of a document counts: the sheet that put it into its class says so, and what was put right since.
    ///
    /// # Errors
    /// Those of reading the log.
    pub(crate) fn counts_from(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        filed: &Sheet,
    ) -> Result<Option<NaiveDate>, Error> {
        let Sheet::Filed { date, finalised, .. } = filed else { return Ok(None) };
        let mut corrected = Vec::new();
        for entry in filing.corrected.iter().copied().filter(|entry| *entry > filing.index) {
            let right = self.written_in(id, &filing.class, entry)?;
            corrected.extend(right.and_then(|found| Some(found.sheet.particulars()?.date)));
        }
        Ok(Some(counts_from(*date, *finalised, corrected)))
    }

    /// From when the term of a document still counts where its date is put right to a later one; none where no term runs.
    pub(super) fn term_that_stays(&self, id: &DocumentId, date: NaiveDate) -> Result<Option<NaiveDate>, Error> {
        let listed = self.in_index(id, &self.filing(id)?)?.listed;
        let runs = standing(&listed.term(), day(self.now())).lapses.is_some();
        Ok(Some(listed.finalised).filter(|finalised| runs && date > *finalised && date != listed.date))
    }

    /// The others to whom a document answers, because it was made from theirs: the sheet says so, and, of sources that this officer
    /// may open, what is written of them.
    ///
    /// # Errors
    /// Those of reading the log.
    pub(crate) fn also_of(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        document: &Document,
    ) -> Result<Vec<String>, Error> {
        if document.choice.sources.is_empty() {
            return Ok(Vec::new());
        }
        let Sheet::Filed { mut also_of, .. } = self.sheet_that_filed(id, filing)? else { return Ok(Vec::new()) };
        for source in &document.choice.sources {
            let Some(filing) = self.state.documents.read(source)? else { continue };
            if self.state.may_open(self.id(), &filing.class, self.now()).is_err() {
                continue;
            }
            let Ok(document) = self.in_index(source, &filing) else { continue };
            also_of.extend(self.answers_to(source, &filing, &document)?);
        }
        Ok(self.others_once(also_of))
    }

    /// The others who are asked about a document, by name: whose it is, and whose its sources were.
    pub(crate) fn answers_to(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        document: &Document,
    ) -> Result<Vec<String>, Error> {
        let mut names = self.named_originators(id, filing, document)?;
        if !document.choice.sources.is_empty()
            && let Sheet::Filed { also_of, .. } = self.sheet_that_filed(id, filing)?
        {
            names.extend(also_of);
        }
        Ok(self.others_once(names))
    }

    /// The others to whom a document will answer that is made from these.
    pub(crate) fn answer_to_sources(&self, sources: &[DocumentId]) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        for source in sources {
            let filing = self.filing(source)?;
            names.extend(self.answers_to(source, &filing, &self.in_index(source, &filing)?)?);
        }
        Ok(self.others_once(names))
    }

    /// The originators that a document had before and has after an entry that put it into another class, where they differ and its
    /// new sheet says so.
    pub(super) fn originators_at(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        entry: u64,
    ) -> Result<Option<(String, String)>, Error> {
        let into = filing.former.iter().find(|former| former.since == entry).map(|former| &former.class);
        let Some(class) = into.or((filing.index == entry).then_some(&filing.class)) else { return Ok(None) };
        let found = self.sheet_in(id, class, entry, &|sheet| matches!(sheet, Sheet::Filed { .. }))?;
        Ok(match found.map(|found| found.sheet) {
            Some(Sheet::Filed { was_of, originator, .. }) if !was_of.is_empty() => {
                let before: Vec<String> = was_of.into_iter().filter(|name| *name != originator).collect();
                Some((before.join("; "), originator))
            }
            Some(_) | None => None,
        })
    }

    /// Those that this vault does not speak for, each one once.
    fn others_once(&self, names: Vec<String>) -> Vec<String> {
        let mut once: Vec<String> = Vec::new();
        for name in names {
            let known = once.iter().any(|one| fold(one) == fold(&name));
            if !known && self.authority_of(&name) == Authority::Other {
                once.push(name);
            }
        }
        once
    }

    /// Whether the vault speaks for an authority of this name.
    pub(crate) fn authority_of(&self, name: &str) -> Authority {
        self.state.authorities.list.authority(name, &self.state.name)
    }
}

/// Whether a consent names an authority: by itself, or as one of several with a semicolon between them.
pub(crate) fn is_named(authority: &str, name: &str) -> bool {
    let parts = |text: &str| -> Vec<String> { text.split(';').map(|part| fold(part.trim())).collect() };
    let given = parts(authority);
    fold(authority) == fold(name) || parts(name).iter().all(|part| given.contains(part))
}
