//! A document is sealed again for another class: of another marking, or of another dossier. Sealed, put, recorded, as filing does it;
//! then the old objects go.

use chrono::{DateTime, Utc};
use objects::{Drafts, NotAppended};
use registry::ObjectId;
use registry::documents::DocumentRecord;
use registry::keys::KeyName;
use seal::Recipient;

use super::filing::{ClassOf, May};
use super::version::{Again, names};
use crate::draft::EntryDraft;
use crate::faults::FaultAt;
use crate::stored::not_appended;
use crate::upkeep::Renewal;
use crate::{ClassId, DocumentId, Error, Session};

/// The key that a document is sealed for.
pub(crate) struct SealedFor {
    pub class: ClassId,
    pub epoch: u32,
    /// Made by the entry that moves the document.
    pub renewal: Option<Renewal>,
}

/// The new objects of a document: that of its last version, and those of the versions before it.
pub(crate) type Objects = (ObjectId, Vec<ObjectId>);

/// What is decided about a document that is sealed again, each time on the newest state.
pub(crate) struct Anew<'a> {
    /// Whether this officer may do it.
    pub may: &'a May<'a>,
    /// The entry that does it.
    pub entry: &'a Entry<'a>,
}

/// An entry about a document that was sealed for this key, as these objects.
type Entry<'a> = dyn Fn(&Session, &SealedFor, Objects, DateTime<Utc>) -> Result<EntryDraft, Error> + 'a;

/// A document on its way into another class.
struct Moving<'a> {
    session: &'a mut Session,
    id: &'a DocumentId,
    kind: &'a ClassOf,
    /// All its versions, the first one first.
    versions: Vec<Again>,
    decided: &'a Anew<'a>,
    /// What it was last sealed for.
    into: Option<SealedFor>,
}

impl objects::Write for Moving<'_> {
    type Done = ();
    type Error = Error;

    fn seal(&mut self, drafts: &mut Drafts<'_>) -> Result<(), Error> {
        let (into, recipient) = self.session.sealed_for(self.kind)?;
        for version in &mut self.versions {
            version.seal(self.id, &recipient, drafts)?;
        }
        self.into = Some(into);
        Ok(())
    }

    fn append(&mut self) -> Result<(), NotAppended<Error>> {
        let Moving { session, versions, decided, into, .. } = self;
        let objects = names(versions).map_err(NotAppended::Refused)?;
        let recorded = session.append_all(|session, at| {
            let into = into.as_ref().ok_or(Error::Internal { what: "key" })?;
            Ok(vec![((decided.entry)(session, into, objects.clone(), at)?, ())])
        });
        recorded.map(drop).map_err(not_appended)
    }

    fn overtaken(&mut self) -> Result<(), Error> {
        self.session.class_for(self.kind, self.decided.may)
    }
}

impl Session {
    /// Seals a document's versions for a kind of class, and records it. What was sealed before stays where it was if that fails.
    ///
    /// # Errors
    /// Those of `decided`; what is wrong with an object; [`Error::DiskFull`].
    pub(crate) fn seal_anew(
        &mut self,
        id: &DocumentId,
        before: &DocumentRecord,
        kind: &ClassOf,
        versions: Vec<Again>,
        decided: &Anew<'_>,
    ) -> Result<(), Error> {
        let (store, faults) = (self.objects.clone(), self.faults.clone());
        let intent = self.intent(before.sealed().map(|(_, object)| object.clone()).collect());
        let mut moving = Moving { session: self, id, kind, versions, decided, into: None };
        objects::write(&*store, intent, &|step| faults(FaultAt::Writing(step)), &mut moving)
    }

    /// What a document of a kind is to be sealed for now.
    pub(crate) fn sealed_for(&self, kind: &ClassOf) -> Result<(SealedFor, Recipient), Error> {
        let classes = self.classes_of(&[kind])?;
        let (class, epoch) = classes.get(kind).cloned().ok_or(Error::Internal { what: "key" })?;
        let renewal = self.renewal_by_filing(&class, self.now());
        let current = self.state.current(&KeyName::Class(class.clone()));
        let (epoch, recipient) = match &renewal {
            Some(renewal) => (renewal.epoch, renewal.identity.recipient().clone()),
            None => (epoch, current.and_then(|(_, e)| e.recipient.clone()).ok_or(Error::Internal { what: "key" })?),
        };
        Ok((SealedFor { class, epoch, renewal }, recipient))
    }

    /// Whether what a document was sealed for is what it is to be sealed for still.
    ///
    /// # Errors
    /// [`Error::Overtaken`] where it is not.
    pub(crate) fn require_sealed_for(&self, into: &SealedFor, kind: &ClassOf, at: DateTime<Utc>) -> Result<(), Error> {
        let SealedFor { class, epoch, renewal } = into;
        let classes = self.classes_of(&[kind])?;
        let (present, number) = classes.get(kind).ok_or(Error::Overtaken)?;
        let renewal = renewal.as_ref();
        let sealed_to = renewal.map_or(*number, |renewal| renewal.epoch);
        if present != class || sealed_to != *epoch || !self.is_sealed_soundly(class, *number, renewal, at) {
            return Err(Error::Overtaken);
        }
        Ok(())
    }
}
