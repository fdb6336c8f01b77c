//! Documents are sealed again, under other file keys: anyone who kept an old one has nothing of the new object.
//!
//! As a change of marking does it: recorded before it is opened, sealed for the present key, held against the hash that it was
//! filed with, put, recorded; then the old object goes.

use objects::{Drafts, NotAppended};
use registry::documents::DocumentRecord;
use registry::event::Resealed;
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use seal::Recipient;

use crate::documents::version::{Again, names};
use crate::doors::{self, PermitFor};
use crate::draft::EntryDraft;
use crate::faults::FaultAt;
use crate::rekey::{Rekeyable, full};
use crate::session::denied;
use crate::stored::not_appended;
use crate::{DocumentId, Error, Flow, RekeyScope, Rekeyed, Session};

/// How many records are looked at in one go.
const PAGE: usize = 1024;

/// A document on its way into another object.
struct Anew<'a> {
    session: &'a mut Session,
    id: &'a DocumentId,
    before: &'a DocumentRecord,
    /// All its versions, the first one first.
    versions: Vec<Again>,
    /// The epoch that it was last sealed to.
    epoch: u32,
}

impl Session {
    /// Seals again every document of the classes that this officer holds, as far as the scope goes. Two entries each; what was done
    /// stays done when it is stopped.
    ///
    /// # Errors
    /// As [`Session::rekey`].
    pub fn rekey_deep(
        &mut self,
        scope: &RekeyScope,
        progress: &mut dyn FnMut(u64, u64) -> Flow,
    ) -> Result<Rekeyed, Error> {
        self.catch_up()?;
        self.require_writable()?;
        let Rekeyable { classes, left_out } = self.rekeyable(scope)?;
        if let RekeyScope::Document(id) = scope {
            self.reseal(id)?;
            return Ok(Rekeyed { rewrapped: 1, ..Rekeyed::default() });
        }
        // First all of them: what is sealed again is not met again.
        let (mut documents, mut after) = (Vec::new(), None);
        loop {
            let records = self.state.documents.page(after.as_ref(), PAGE)?;
            let Some((last, _)) = records.last() else { break };
            after = Some(last.clone());
            documents
                .extend(records.into_iter().filter(|(_, record)| classes.contains(&record.class)).map(|(id, _)| id));
        }
        let total = documents.len() as u64;
        let mut rekeyed = Rekeyed { classes_left_out: left_out, ..Rekeyed::default() };
        for (n, id) in documents.iter().enumerate() {
            match self.reseal(id) {
                Ok(()) => rekeyed.rewrapped += 1,
                // Meanwhile it got another marking, or its object is not what it should be: opening it and `doctor` say what.
                Err(
                    Error::State { .. }
                    | Error::ObjectAltered { .. }
                    | Error::ObjectTruncated { .. }
                    | Error::ObjectMissing { .. }
                    | Error::Denied { .. },
                ) => rekeyed.remaining += 1,
                Err(Error::DiskFull) => {
                    let left = rekeyed.remaining + total - n as u64;
                    return Err(full(rekeyed.rewrapped, left));
                }
                Err(error) => return Err(error),
            }
            let done = n as u64 + 1;
            if progress(done, total) == Flow::Stop {
                rekeyed.remaining += total - done;
                break;
            }
        }
        Ok(rekeyed)
    }

    fn reseal(&mut self, id: &DocumentId) -> Result<(), Error> {
        let about = AuditRecord::new(Act::Reseal).about("document", id.to_string());
        let mut decided_on = None;
        let permit = self.decided(&about, |session, at| {
            let filing = session.filing(id)?;
            let permit = session.state.may_open(session.id(), &filing.class, at).map_err(|no| denied("open", &no))?;
            session.require_key(&filing.class, filing.epoch)?;
            decided_on = Some(filing.object);
            let record = about.clone().instead(Act::PrepareReseal);
            Ok((EntryDraft::default().record(record), PermitFor::new(permit, id.clone())))
        })?;
        let before = self.filing(id)?;
        if decided_on.as_ref() != Some(&before.object) {
            return Err(changed());
        }
        let versions = self.all_again("reseal", id, &before, |sealed| doors::anew(permit, sealed))?;
        let (store, faults) = (self.objects.clone(), self.faults.clone());
        let intent = self.intent(before.sealed().map(|(_, object)| object.clone()).collect());
        let mut anew = Anew { session: self, id, before: &before, versions, epoch: 0 };
        objects::write(&*store, intent, &|step| faults(FaultAt::Writing(step)), &mut anew)?;
        match self.catch_up() {
            // It is in the log, and the index follows once there is room.
            Ok(()) | Err(Error::DiskFull) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

impl Anew<'_> {
    /// The present key of its class; where it is due, the next.
    fn present(&mut self) -> Result<(u32, Recipient), Error> {
        let name = KeyName::Class(self.before.class.clone());
        if self.session.is_due_now(&name) {
            self.session.upkeep()?;
        }
        if self.session.is_due_now(&name) {
            return Err(Error::Busy);
        }
        let current = self.session.state.current(&name);
        let key = current.and_then(|(epoch, key)| Some((epoch, key.recipient.clone()?)));
        key.ok_or(Error::Internal { what: "key" })
    }
}

impl objects::Write for Anew<'_> {
    type Done = ();
    type Error = Error;

    fn seal(&mut self, drafts: &mut Drafts<'_>) -> Result<(), Error> {
        let (epoch, recipient) = self.present()?;
        for version in &mut self.versions {
            version.seal(self.id, &recipient, drafts)?;
        }
        self.epoch = epoch;
        Ok(())
    }

    fn append(&mut self) -> Result<(), NotAppended<Error>> {
        let Anew { session, id, before, versions, epoch } = self;
        let (object, earlier) = names(versions).map_err(NotAppended::Refused)?;
        let recorded = session.append_all(|session, at| {
            let filing = session.filing(id)?;
            if filing.object != before.object {
                return Err(changed());
            }
            let _ = session.state.may_open(session.id(), &filing.class, at).map_err(|no| denied("open", &no))?;
            let name = KeyName::Class(filing.class.clone());
            let current = session.state.current(&name).map(|(epoch, _)| epoch);
            if current != Some(*epoch) || session.state.is_due(&name, at, None) {
                return Err(Error::Overtaken);
            }
            let (object, earlier) = (object.clone(), earlier.clone());
            let fact = Resealed { document: id.clone(), epoch: *epoch, object, earlier };
            Ok(vec![(EntryDraft::default().fact(fact), ())])
        });
        recorded.map(drop).map_err(not_appended)
    }

    fn overtaken(&mut self) -> Result<(), Error> {
        self.session.catch_up()
    }
}

/// Another session was faster.
fn changed() -> Error {
    Error::State { what: "document", status: "moved".to_owned() }
}
