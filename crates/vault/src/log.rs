//! The log, as far as an officer may read it: what he did himself, what is about him, the consultation sheets of documents
//! that he may see; everything for security officers and auditors.

use std::collections::BTreeSet;

use crate::journal::{Line, Source};
use crate::state::instant;
use crate::vault::verified;
use crate::{ClassId, Error, LogFilter, LogPage, LogRow, Session, Verified};

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
        let before = filter.after.as_deref().map(|c| c.parse::<u64>().map_err(malformed)).transpose()?;
        let limit = if filter.limit == 0 { PAGE } else { filter.limit.min(MOST) };
        let (oversees, readable) = (self.sees_papers(), self.readable());
        let mut rows = Vec::new();
        let mut next = None;
        for line in self.journal.before(before.unwrap_or(u64::MAX)) {
            if filter.since.is_some_and(|since| instant(line.at_ms) < since) {
                break;
            }
            if !visible(line, oversees, &readable) || !asked_for(line, filter) {
                continue;
            }
            // Whole entries only, so that a page ends where the next begins.
            if rows.len() >= limit && rows.last().is_some_and(|row: &LogRow| row.index != line.index) {
                next = rows.last().map(|row: &LogRow| row.index.to_string());
                break;
            }
            rows.push(row(line));
        }
        Ok(LogPage { rows, next })
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

fn visible(line: &Line, oversees: bool, readable: &BTreeSet<ClassId>) -> bool {
    match &line.source {
        Source::Own | Source::About => true,
        Source::Oversight => oversees,
        Source::Class(class) => readable.contains(class),
    }
}

fn asked_for(line: &Line, filter: &LogFilter) -> bool {
    let names = |name: &str, value: &str| {
        line.deed.detail.get(name).is_some_and(|found| found.split(' ').any(|word| word == value))
    };
    let officer = filter.officer.as_ref();
    let document = filter.document.as_ref();
    officer.is_none_or(|o| line.officer == *o || names("officer", o.as_str()) || names("officers", o.as_str()))
        && document.is_none_or(|d| names("document", d.as_str()) || names("documents", d.as_str()))
        && filter.action.as_ref().is_none_or(|action| line.deed.did == *action)
}

fn row(line: &Line) -> LogRow {
    LogRow {
        index: line.index,
        at: instant(line.at_ms),
        officer: line.officer.clone(),
        action: line.deed.did.clone(),
        subject: line.subject(),
        detail: line.deed.detail.clone(),
    }
}
