//! What comes into an index for a run of entries, and the thread that puts it there while the next are read.

use std::thread::{self, JoinHandle};

use index::Index;
use ledger::Position;
use registry::documents::DocumentRecord;
use registry::log::LogLine;

use super::rows::Rows;
use crate::{DocumentId, Error};

/// All of it comes into the index, or nothing.
pub(super) struct Fill {
    pub records: Vec<(DocumentId, DocumentRecord)>,
    /// Documents that this officer may not see any more.
    pub gone: Vec<DocumentId>,
    pub rows: Rows,
    /// By entry.
    pub lines: Vec<(u64, Vec<LogLine>)>,
    /// How far the log was read.
    pub position: Position,
    /// Whether the words of documents are written later: there is much more to read first.
    pub words: WhenWords,
}

/// When the words of documents are written, by which they are found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum WhenWords {
    Now,
    Later,
}

impl Fill {
    pub fn put_into(&self, index: &mut Index) -> Result<(), Error> {
        let Fill { records, gone, rows, lines, position, words } = self;
        index.change::<_, Error>(|change| {
            for (id, record) in records {
                change.put_record(id, record)?;
            }
            change.drop_documents(gone)?;
            match words {
                WhenWords::Now => {}
                WhenWords::Later => change.leave_words()?,
            }
            for document in &rows.documents {
                change.put_document(document)?;
            }
            for (document, right, finalised) in &rows.corrected {
                change.correct(document, right, *finalised)?;
            }
            for (document, content) in &rows.renewed {
                change.renew(document, content)?;
            }
            for (document, text) in &rows.read_later {
                change.know_text(document, text)?;
            }
            for (document, used) in &rows.uses {
                change.add_use(document, used)?;
            }
            for decision in &rows.decisions {
                change.put_decision(decision)?;
            }
            for (document, until) in &rows.maintained {
                change.maintain(document, *until)?;
            }
            for (document, entry, at, partner) in &rows.notices {
                change.put_notice(document, *entry, *at, partner)?;
            }
            for (entry, lines) in lines {
                change.put_lines(*entry, lines)?;
            }
            for line in &rows.lines {
                change.add_sheet_line(line)?;
            }
            change.set_position(position)?;
            Ok(())
        })
    }

    /// The same on a thread of its own. Anyone who asks the index meanwhile waits until it is there.
    pub fn on_a_thread(self, index: &Index) -> Filling {
        let mut index = index.share();
        Filling(thread::spawn(move || {
            self.put_into(&mut index)?;
            Ok(self.records)
        }))
    }
}

/// What is on its way to the index. One at a time: the next may rest on it.
#[must_use]
pub(super) struct Filling(JoinHandle<Result<Vec<(DocumentId, DocumentRecord)>, Error>>);

impl Filling {
    pub fn is_done(&self) -> bool {
        self.0.is_finished()
    }

    /// Waits for it, and gives the records that are in the index now.
    pub fn done(self) -> Result<Vec<(DocumentId, DocumentRecord)>, Error> {
        // A thread that died has kept nothing.
        self.0.join().unwrap_or(Err(Error::Internal { what: "index" }))
    }
}
