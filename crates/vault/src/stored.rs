//! Objects as a session uses them: opened for a document, kept in step with the log.

use std::{fmt, io};

use ledger::{Head, Ledger};
use objects::{NotAppended, ObjectStore};
use registry::ObjectId;
use registry::documents::Documents;

use crate::doors::Object;
use crate::{DocumentId, Error, Session};

/// A place where writing can be made to fail, for tests: see [`Faults`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FaultAt {
    /// While objects and entries are written.
    Writing(objects::Step),
    /// While an index takes the place of one of another version.
    Renewing(index::Renewal),
}

impl PartialEq<objects::Step> for FaultAt {
    fn eq(&self, step: &objects::Step) -> bool {
        *self == FaultAt::Writing(*step)
    }
}

impl PartialEq<index::Renewal> for FaultAt {
    fn eq(&self, step: &index::Renewal) -> bool {
        *self == FaultAt::Renewing(*step)
    }
}

/// By its own name: a child process is told by it where to die.
impl fmt::Debug for FaultAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FaultAt::Writing(step) => step.fmt(f),
            FaultAt::Renewing(step) => step.fmt(f),
        }
    }
}

/// What goes wrong on purpose. Real vaults have none.
pub type Faults = dyn Fn(FaultAt) -> io::Result<()> + Send + Sync;

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
