//! Documents are sealed again, under other file keys: anyone who kept an old one has nothing of the new object.
//!
//! What two open, two seal again, for a key that they made together.
//!
//! As a change of marking does it: recorded before it is opened, sealed for the present key, held against the hash that it was
//! filed with, put, recorded; then the old object goes.

use chrono::{DateTime, Utc};
use objects::{Drafts, NotAppended};
use policy::{Open, Permit};
use registry::documents::DocumentRecord;
use registry::event::Resealed;
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use seal::Recipient;

use crate::documents::MOVES;
use crate::documents::anew::Objects;
use crate::documents::together::Second;
use crate::documents::version::{Again, names};
use crate::doors::{self, PermitFor};
use crate::draft::EntryDraft;
use crate::faults::FaultAt;
use crate::rekey::{Openers, Rekeyable, full};
use crate::session::denied;
use crate::stored::not_appended;
use crate::{DocumentId, Error, Flow, RekeyScope, Rekeyed, Session, text};

/// How many records are looked at in one go.
const PAGE: usize = 1024;

/// Whether this officer may open a document to seal it again.
type May<'a> = dyn Fn(&Session, DateTime<Utc>) -> Result<Permit<Open>, Error> + 'a;

/// The entry about a document that was sealed again, for this epoch of its class, as these objects.
type Entry<'a> = dyn Fn(&Session, &DocumentRecord, u32, Objects) -> Result<EntryDraft, Error> + 'a;

/// What is decided about a document that is sealed again, each time on the newest state.
pub(crate) struct Resealer<'a> {
    pub may: &'a May<'a>,
    pub entry: &'a Entry<'a>,
}

/// A document that is open to be sealed again, as it was decided about.
pub(crate) struct Unsealed {
    pub before: DocumentRecord,
    /// All its versions, the first one first.
    pub versions: Vec<Again>,
}

/// A document on its way into another object.
struct Anew<'a> {
    session: &'a mut Session,
    id: &'a DocumentId,
    before: &'a DocumentRecord,
    decided: &'a Resealer<'a>,
    /// All its versions, the first one first.
    versions: Vec<Again>,
    /// The epoch that it was last sealed to.
    epoch: u32,
}

/// Who seals again what two open with the officer of the session, and what for: it is said on its sheet that they opened it.
pub struct WithSecond<'a> {
    pub second: &'a Second,
    pub purpose: &'a str,
}

impl Session {
    /// Seals again every document of the classes that this officer holds, as far as the scope goes. Two entries each; what was done
    /// stays done when it is stopped. What two open is left out, and named.
    ///
    /// # Errors
    /// As [`Session::rekey`].
    pub fn rekey_deep(
        &mut self,
        scope: &RekeyScope,
        progress: &mut dyn FnMut(u64, u64) -> Flow,
    ) -> Result<Rekeyed, Error> {
        self.rekey_deep_with(scope, None, progress)
    }

    /// The same with a second officer, who opens and seals with the first what two open. Three entries each of these.
    ///
    /// # Errors
    /// As [`Session::rekey`]; [`Error::Missing`] purpose; [`Error::Denied`] where the second is the first, and for one document that
    /// one opens, or that the second may not open.
    pub fn rekey_deep_with(
        &mut self,
        scope: &RekeyScope,
        with: Option<&WithSecond<'_>>,
        progress: &mut dyn FnMut(u64, u64) -> Flow,
    ) -> Result<Rekeyed, Error> {
        self.catch_up()?;
        self.require_writable()?;
        if let Some(with) = with {
            text::remark("purpose", with.purpose)?;
            self.require_other_than_first(with.second.officer())?;
        }
        let openers = if with.is_some() { Openers::Two } else { Openers::One };
        let Rekeyable { classes, of_two, left_out } = self.rekeyable(scope, openers)?;
        if let RekeyScope::Document(id) = scope {
            match with.filter(|_| !of_two.is_empty()) {
                Some(with) => self.reseal_together(id, with)?,
                None => {
                    self.refuse_second(id, with.map(|with| with.second))?;
                    self.reseal(id, None)?;
                }
            }
            return Ok(Rekeyed { rewrapped: 1, ..Rekeyed::default() });
        }
        // First all of them: what is sealed again is not met again.
        let (mut documents, mut after) = (Vec::new(), None);
        loop {
            let records = self.state.documents.page(after.as_ref(), PAGE)?;
            let Some((last, _)) = records.last() else { break };
            after = Some(last.clone());
            let those = records.into_iter().filter(|(_, record)| classes.contains(&record.class));
            documents.extend(those.map(|(id, _)| (id, None)));
        }
        let mut for_two = self.waiting_for_two(&of_two, &|_| true)?;
        if let Some(with) = with {
            documents.extend(for_two.drain(..).map(|waiting| (waiting.id, Some(with))));
        }
        let total = documents.len() as u64;
        let mut rekeyed = Rekeyed { classes_left_out: left_out, for_two, ..Rekeyed::default() };
        for (n, (id, with)) in documents.iter().enumerate() {
            let resealed = match with {
                Some(with) => self.reseal_together(id, with),
                None => self.reseal(id, None),
            };
            match resealed {
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

    /// Two open it first, which makes a key of its class that no one of them made, and then seal it again.
    fn reseal_together(&mut self, id: &DocumentId, with: &WithSecond<'_>) -> Result<(), Error> {
        let &WithSecond { second, purpose } = with;
        let about = AuditRecord::new(Act::Reseal).about("document", id.to_string());
        let may = |session: &Session, at| session.may_reseal(id, Some(second), at).map(drop);
        for _ in 0..MOVES {
            let deed = |session: &mut Session| session.reseal(id, Some(second));
            match self.by_two(("reseal", &may), (id, &about), purpose, Some(second), deed) {
                // Somebody filed into the class in between, under a key of his own.
                Err(Error::Busy) => {}
                done => return done,
            }
        }
        Err(Error::Busy)
    }

    /// Whether this officer may open a document to seal it again; with a second, where two open it.
    fn may_reseal(&self, id: &DocumentId, second: Option<&Second>, at: DateTime<Utc>) -> Result<Permit<Open>, Error> {
        let filing = self.filing(id)?;
        let permit = self.state.may_open(self.id(), &filing.class, at).map_err(|no| denied("open", &no))?;
        match second {
            Some(second) => self.require_second("reseal", id, second, at)?,
            None => self.require_key(&filing.class, filing.epoch)?,
        }
        Ok(permit)
    }

    fn reseal(&mut self, id: &DocumentId, second: Option<&Second>) -> Result<(), Error> {
        let may = |session: &Session, at: DateTime<Utc>| session.may_reseal(id, second, at);
        let Unsealed { before, mut versions } = self.unseal_to_reseal(id, Act::Reseal, &may)?;
        self.find_lost_texts(&mut versions)?;
        let entry =
            |_: &Session, _: &DocumentRecord, epoch: u32, (object, earlier): Objects| -> Result<EntryDraft, Error> {
                let fact = Resealed { document: id.clone(), epoch, object, earlier };
                Ok(EntryDraft::default().changed_by(id, second).fact(fact))
            };
        self.seal_again(id, &before, versions, &Resealer { may: &may, entry: &entry })
    }

    /// Opens a document to seal it again, or to read its text for that: recorded before it is opened. `act`: what it is opened for.
    ///
    /// # Errors
    /// Those of `may`, recorded; [`Error::State`] where another session was faster; what is wrong with an object.
    pub(crate) fn unseal_to_reseal(&mut self, id: &DocumentId, act: Act, may: &May<'_>) -> Result<Unsealed, Error> {
        let about = AuditRecord::new(act).about("document", id.to_string());
        let mut decided_on = None;
        let permit = self.decided(&about, |session, at| {
            let permit = may(session, at)?;
            decided_on = Some(session.filing(id)?.object);
            let record = about.clone().instead(Act::PrepareReseal);
            Ok((EntryDraft::default().record(record), PermitFor::new(permit, id.clone())))
        })?;
        let before = self.filing(id)?;
        if decided_on.as_ref() != Some(&before.object) {
            return Err(changed());
        }
        let versions = self.all_again("reseal", id, &before, |sealed| doors::anew(permit, sealed))?;
        Ok(Unsealed { before, versions })
    }

    /// Seals it, puts it and records it; what it was before goes.
    ///
    /// # Errors
    /// Those of `decided`; [`Error::State`] where the document is not what it was when it was opened; [`Error::DiskFull`].
    pub(crate) fn seal_again(
        &mut self,
        id: &DocumentId,
        before: &DocumentRecord,
        versions: Vec<Again>,
        decided: &Resealer<'_>,
    ) -> Result<(), Error> {
        let (store, faults) = (self.objects.clone(), self.faults.clone());
        let intent = self.intent(before.sealed().map(|(_, object)| object.clone()).collect());
        let mut anew = Anew { session: self, id, before, decided, versions, epoch: 0 };
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
        let Anew { session, id, before, decided, versions, epoch } = self;
        let objects = names(versions).map_err(NotAppended::Refused)?;
        let recorded = session.append_all(|session, at| {
            let filing = session.filing(id)?;
            if filing.object != before.object {
                return Err(changed());
            }
            let _permit: Permit<Open> = (decided.may)(session, at)?;
            let name = KeyName::Class(filing.class.clone());
            let current = session.state.current(&name).map(|(epoch, _)| epoch);
            if current != Some(*epoch) || session.is_due_now(&name) {
                return Err(Error::Overtaken);
            }
            Ok(vec![((decided.entry)(session, &filing, *epoch, objects.clone())?, ())])
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
