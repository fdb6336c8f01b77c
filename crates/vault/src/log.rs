//! The log, as far as an officer may read it: what he did himself, what is about him, the consultation sheets of documents
//! that he may see; everything for security officers and auditors.

use crate::desk::{Line, Lines};
use crate::journal::subject;
use crate::vault::verified;
use crate::{Error, LogFilter, LogPage, LogRow, Session, Verified};

/// Rows of a page when the filter does not say.
const PAGE: usize = 200;
const MOST: usize = 1_000;

impl Session {
    /// What this officer may see of the log, newest first.
    ///
    /// # Errors
    /// [`Error::Malformed`] cursor; integrity errors.
    pub fn log(&mut self, filter: &LogFilter) -> Result<LogPage, Error> {
        self.catch_up()?;
        let malformed = |_| Error::Malformed { field: "after" };
        let query = Lines {
            before: filter.after.as_deref().map(str::parse::<u64>).transpose().map_err(malformed)?,
            since: filter.since,
            did: filter.action.clone(),
            officer: filter.officer.clone(),
            document: filter.document.clone(),
            oversight: self.sees_papers(),
            classes: self.readable(),
            limit: if filter.limit == 0 { PAGE } else { filter.limit.min(MOST) },
        };
        let page = self.desk.lines(&query)?;
        Ok(LogPage { rows: page.lines.iter().map(row).collect(), next: page.next.map(|entry| entry.to_string()) })
    }

    /// Reads the whole log again: every hash, every signature.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn verify(&mut self) -> Result<Verified, Error> {
        self.catch_up()?;
        Ok(verified(&self.ledger.verify()?))
    }

    /// A signed statement of the log's size and root, to be kept elsewhere.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn checkpoint(&mut self) -> Result<String, Error> {
        self.catch_up()?;
        Ok(self.ledger.checkpoint(&self.position, &self.keyring.signer)?)
    }
}

fn row(line: &Line) -> LogRow {
    LogRow {
        index: line.entry,
        at: line.at,
        officer: line.officer.clone(),
        action: line.did.clone(),
        subject: subject(line),
        detail: line.detail.clone(),
    }
}
