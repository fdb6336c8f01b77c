//! Objects as a session uses them: opened for a document, kept in step with the log.

use ledger::{Head, Ledger};
use objects::{NotAppended, ObjectStore};
use registry::ObjectId;
use registry::documents::Documents;

use crate::doors::Object;
use crate::{DocumentId, Error, Session};

/// The object of a document.
pub(crate) fn open(store: &dyn ObjectStore, id: &ObjectId, document: &DocumentId) -> Result<Object, Error> {
    let sealed = store.open(id)?.ok_or_else(|| Error::ObjectMissing { document: document.to_string() })?;
    Ok(Object { id: id.clone(), sealed })
}

/// What an error of [`Session::append_all`] says of the entries.
pub(crate) fn not_appended(error: Error) -> NotAppended<Error> {
    match error {
        Error::Overtaken => NotAppended::Overtaken,
        error @ Error::Io { .. } => NotAppended::Unknown(error),
        error => NotAppended::Refused(error),
    }
}

impl Session {
    /// What is written next, with those objects that it replaces.
    pub(crate) fn intent(&self, replaces: Vec<ObjectId>) -> objects::Intent {
        objects::Intent { batch: self.randomness.id(), head: self.position.head(), replaces }
    }

    /// Settles what killed processes left behind.
    pub(crate) fn collect_garbage(&mut self) -> Result<(), Error> {
        if self.read_only() {
            return Ok(());
        }
        let store = self.objects.clone();
        objects::collect_garbage(&*store, || {
            // Nobody writes now: what is not in the log now never will be.
            self.catch_up()?;
            Ok::<_, Error>(Known { ledger: &self.ledger, documents: &self.state.documents })
        })?;
        Ok(())
    }
}

/// What the log knows of objects.
struct Known<'s> {
    ledger: &'s Ledger,
    documents: &'s Documents,
}

impl objects::Log for Known<'_> {
    fn begins_with(&self, head: &Head) -> bool {
        self.ledger.begins_with(head).is_ok()
    }

    fn holds(&self, object: &ObjectId) -> bool {
        // Where that cannot be told, nothing is removed.
        self.documents.has_now(object).unwrap_or(true)
    }
}
