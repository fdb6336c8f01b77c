//! Objects as a session uses them: opened for a document, kept in step with the log.

use ledger::{Head, Ledger};
use objects::{Headed, NotAppended, ObjectStore};
use registry::ObjectId;
use registry::documents::Documents;
use seal::{Identity, OpenError};

use crate::doors::Object;
use crate::{DocumentId, Error, Session};

/// The object of a document.
pub(crate) fn open(store: &dyn ObjectStore, id: &ObjectId, document: &DocumentId) -> Result<Object, Error> {
    let sealed = store.open(id)?.ok_or_else(|| Error::ObjectMissing { document: document.to_string() })?;
    Ok(Object { id: id.clone(), sealed })
}

/// The object of a document with the first of these keys that it is sealed to; none: it is sealed to none of them. What it is
/// opened with stays what it is when another process gives it another header meanwhile.
pub(crate) fn open_held<'k>(
    store: &dyn ObjectStore,
    id: &ObjectId,
    document: &DocumentId,
    held: &[&'k Identity],
) -> Result<Option<(Object, &'k Identity)>, Error> {
    for last in [false, true] {
        let Object { id, sealed } = open(store, id, document)?;
        match seal::sealed_to(held.iter().copied(), id.as_str(), &*sealed) {
            Ok((with, head)) => {
                let sealed = Box::new(Headed { head, object: sealed });
                return Ok(Some((Object { id, sealed }, with)));
            }
            Err(OpenError::NotForThisKey) => return Ok(None),
            Err(OpenError::Read(source)) => return Err(Error::io("objects", source)),
            // Half of a header may have been written when it was read.
            Err(_) if !last => {}
            Err(OpenError::Truncated) => return Err(Error::ObjectTruncated { document: document.to_string() }),
            Err(_) => {}
        }
    }
    Err(Error::ObjectAltered { document: document.to_string() })
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

    /// Whether there is no object where one of a document's should be.
    pub(crate) fn is_missing(&self, object: &ObjectId, document: &DocumentId) -> bool {
        matches!(open(&*self.objects, object, document), Err(Error::ObjectMissing { .. }))
    }

    /// Settles what killed processes left behind.
    pub(crate) fn collect_garbage(&mut self) -> Result<(), Error> {
        if self.read_only() {
            return Ok(());
        }
        let store = self.objects.clone();
        objects::collect_garbage(&*store, || {
            // Nobody writes now: what is not in the log now never will be. What was read of it a moment ago is not enough.
            match self.ledger.refresh() {
                Err(ledger::Error::Busy | ledger::Error::Offline) => return Err(Error::Offline),
                other => other?,
            }
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
