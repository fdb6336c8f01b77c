//! One batch of documents on its way into the vault: sealed, put, recorded.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::num::NonZero;
use std::thread;

use chrono::{DateTime, Utc};
use objects::{Drafts, NotAppended};
use registry::documents::{InnerText, Sheet, TextLack};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use seal::{ContentHash, Flow};

use super::classes::ClassOf;
use super::{Batching, Ready, Stopped, at_document};
use crate::documents::inside::{KeptText, ToBeRead};
use crate::documents::source::read_from_start;
use crate::doors::PermitFor;
use crate::draft::EntryDraft;
use crate::stored::not_appended;
use crate::upkeep::Renewal;
use crate::{ClassId, DocumentId, Error, Reason, Session};

/// What was sealed of a document, and for which epoch of which class.
pub(super) struct SealedAs {
    class: ClassId,
    epoch: u32,
    /// As many bytes as were read: of some files the system says none.
    pub size: u64,
    pub content: ContentHash,
    pub text: InnerText,
    /// Pages of which OCR did not read what stands on them, from 1.
    pub unrecognised: Vec<u32>,
}

/// The documents of one transaction, and what has become of them so far.
pub(super) struct Batch<'s, 'b> {
    pub session: &'s mut Session,
    pub batching: Batching,
    pub some: &'b [Ready],
    pub kinds: Vec<&'b ClassOf>,
    /// The keys that are renewed by filing.
    pub renewals: BTreeMap<ClassId, Renewal>,
    pub sealed: BTreeMap<&'b DocumentId, SealedAs>,
    /// What is to be warned of, as it stood when the entries were written.
    pub warnings: BTreeMap<DocumentId, Reason>,
    pub progress: &'s mut dyn FnMut(usize, u64) -> Flow,
    /// Somebody wanted no more of them: `some` are those that were sealed by then.
    pub stopped: bool,
}

impl<'s, 'b> Batch<'s, 'b> {
    pub fn of(
        session: &'s mut Session,
        batching: Batching,
        some: &'b [Ready],
        progress: &'s mut dyn FnMut(usize, u64) -> Flow,
    ) -> Batch<'s, 'b> {
        let mut kinds: Vec<&ClassOf> = some.iter().map(|ready| &ready.kind).collect();
        kinds.sort();
        kinds.dedup();
        let (renewals, sealed, warnings) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Batch { session, batching, some, kinds, renewals, sealed, warnings, progress, stopped: false }
    }

    /// Sees to it that each class is there, with a key that nobody knows who must not.
    pub fn make_classes(&mut self) -> Result<(), Error> {
        for kind in &self.kinds {
            let made = self.session.class_for(kind, &|session, at| session.may_make(kind, at));
            let about = AuditRecord::new(Act::File).about("dossier", kind.dossier.to_string());
            self.session.note_denial(made, &about)?;
        }
        Ok(())
    }
}

impl Batch<'_, '_> {
    /// Somebody wants no more than the first so many of them; nothing, where they are to be in together.
    fn stop_before(&mut self, n: usize) -> Result<(), Stopped> {
        if n == 0 || self.batching == Batching::Together {
            return Err(at_document(n)(Error::Cancelled));
        }
        self.stopped = true;
        self.some = self.some.get(..n).unwrap_or(self.some);
        Ok(())
    }
}

impl objects::Write for Batch<'_, '_> {
    type Done = ();
    type Error = Stopped;

    /// For the classes as they are now; if a key is renewed before the entry is in the log, again. Who stops between two
    /// documents keeps those that are sealed.
    fn seal(&mut self, drafts: &mut Drafts<'_>) -> Result<(), Stopped> {
        let classes = self.session.classes_of(&self.kinds)?;
        self.renewals = self.session.renewals(&classes);
        let together = thread::available_parallelism().map_or(2, NonZero::get).clamp(2, 8);
        let mut texts = VecDeque::new();
        for (n, ready) in self.some.iter().enumerate() {
            if !self.stopped && (self.progress)(n, 0) == Flow::Stop {
                self.stop_before(n)?;
                break;
            }
            let (class, epoch) = classes.get(&ready.kind).ok_or(Error::Internal { what: "key" })?;
            let key = KeyName::Class(class.clone());
            let current = self.session.state.current(&key).and_then(|(_, e)| e.recipient.as_ref());
            let (epoch, recipient) = match self.renewals.get(class) {
                Some(renewal) => (&renewal.epoch, renewal.identity.recipient()),
                None => (epoch, current.ok_or(Error::Internal { what: "key" })?),
            };
            let ahead = ready.text.as_ref().and_then(|text| text.still_of(&ready.source));
            if texts.is_empty() && ahead.is_none() {
                // Those that were read before are the first of all: one that was written since is read alone.
                let together = if ready.text.is_some() { 1 } else { together };
                let next = self.some.get(n..).unwrap_or_default();
                let next = next.get(..together).unwrap_or(next);
                // Once it was stopped, what is sealed already is sealed again, and nobody is asked any more.
                let mut goes_on = || if self.stopped { Flow::Continue } else { (self.progress)(n, 0) };
                match self.session.read_insides(next.iter().map(Ready::to_be_read), &mut goes_on) {
                    Ok(read) => texts.extend(read),
                    Err(Error::Cancelled) => {
                        self.stop_before(n)?;
                        break;
                    }
                    Err(error) => return Err(at_document(n)(error)),
                }
            }
            let read = if ahead.is_none() { texts.pop_front() } else { None };
            let read = ahead.or(read.as_ref()).ok_or(Error::Internal { what: "text" })?;
            let KeptText { text, says, unrecognised } = read;
            let mut from = read_from_start(&ready.source).map_err(at_document(n))?;
            // Its beginning was told above.
            let mut told = |bytes| if bytes == 0 { Flow::Continue } else { (self.progress)(n, bytes) };
            let done = drafts.seal(&ready.object, recipient, &mut *from, &mut told);
            let done = done.map_err(|error| at_document(n)(error.into()))?;
            drop(from);
            if let Some(text) = text {
                drafts.text(&ready.object, text.expose_secret()).map_err(|error| at_document(n)(error.into()))?;
            }
            let (class, epoch) = (class.clone(), *epoch);
            let (text, unrecognised) = (says.clone(), unrecognised.clone());
            let sealed = SealedAs { class, epoch, size: done.plain_size, content: done.content, text, unrecognised };
            self.sealed.insert(&ready.id, sealed);
        }
        Ok(())
    }

    fn append(&mut self) -> Result<(), NotAppended<Stopped>> {
        let Batch { session, some, kinds, renewals, sealed, warnings, .. } = self;
        let recorded = session.append_all(|session, at| {
            // Counted on the state that the entries follow: of two who file at once, one reaches the threshold.
            *warnings = session.forewarned(some, at)?;
            session.entries_of(some, kinds, sealed, renewals, at)
        });
        match recorded.map_err(not_appended) {
            Ok(_) => Ok(()),
            Err(NotAppended::Overtaken) => Err(NotAppended::Overtaken),
            Err(NotAppended::Refused(error)) => Err(NotAppended::Refused(error.into())),
            Err(NotAppended::Unknown(error)) => Err(NotAppended::Unknown(error.into())),
        }
    }

    fn overtaken(&mut self) -> Result<(), Stopped> {
        self.sealed.clear();
        for kind in &self.kinds {
            self.session.class_for(kind, &|session, at| session.may_make(kind, at))?;
        }
        Ok(())
    }
}

impl Session {
    /// One entry for each document: decided on the newest state.
    fn entries_of(
        &self,
        some: &[Ready],
        kinds: &[&ClassOf],
        sealed: &BTreeMap<&DocumentId, SealedAs>,
        renewals: &BTreeMap<ClassId, Renewal>,
        at: DateTime<Utc>,
    ) -> Result<Vec<(EntryDraft, PermitFor<policy::File>)>, Error> {
        let renewed = || Error::Overtaken;
        let classes = self.classes_of(kinds)?;
        let sound = |(class, epoch): &(ClassId, u32)| self.is_sealed_soundly(class, *epoch, renewals.get(class), at);
        if !classes.values().all(sound) {
            return Err(renewed());
        }
        let mut brought: BTreeSet<&ClassId> = BTreeSet::new();
        let mut entries = Vec::with_capacity(some.len());
        for ready in some {
            let (permit, below) = self.may_file(ready, at)?;
            let as_what = sealed.get(&ready.id).ok_or_else(renewed)?;
            let (class, epoch) = classes.get(&ready.kind).ok_or_else(renewed)?;
            let renewal = renewals.get(class);
            let epoch = renewal.map_or(epoch, |renewal| &renewal.epoch);
            if *class != as_what.class || *epoch != as_what.epoch {
                return Err(renewed());
            }
            let mut record =
                AuditRecord::new(Act::File).about("document", ready.id.to_string()).about("class", class.to_string());
            if let Some(topics) = below {
                record = record.about("below-guide", topics);
            }
            let also_of = self.answer_to_sources(&ready.choice.sources)?;
            let words = EntryDraft::default()
                .fact(registry::event::Filed { document: ready.id.clone(), class: class.clone(), epoch: *epoch })
                .record(record)
                .sheet(class, *epoch, ready.sheet(as_what, also_of));
            let words = self.derived(words, ready);
            // Those that two open, they have open here.
            let mut words = self.with_second("derive", words, &ready.choice.sources, at)?;
            if let Some(renewal) = renewal {
                if brought.insert(class) {
                    words = self.with_renewal(words, renewal, at)?;
                } else {
                    words.fresh.push((renewal.key.clone(), renewal.epoch, renewal.identity.recipient().clone()));
                }
            }
            entries.push((words, PermitFor::new(permit, ready.id.clone())));
        }
        Ok(entries)
    }

    /// Adds that the document was made from others: to the sheet of each of them, and for oversight.
    fn derived(&self, words: EntryDraft, ready: &Ready) -> EntryDraft {
        let sources = &ready.choice.sources;
        if sources.is_empty() {
            return words;
        }
        let ids: Vec<&str> = sources.iter().map(DocumentId::as_str).collect();
        let record =
            AuditRecord::new(Act::Derive).about("document", ready.id.to_string()).about("documents", ids.join(" "));
        sources.iter().fold(words.record(record), |words, source| match self.state.sheet_of(source) {
            Some((class, epoch)) => words.sheet(&class, epoch, Sheet::Derived { document: source.clone() }),
            None => words,
        })
    }
}

impl Ready {
    pub(super) fn to_be_read(&self) -> ToBeRead<'_> {
        let for_two = self.kind.access.opens_by_two();
        ToBeRead { source: &self.source, media_type: &self.media_type, size: self.size, for_two }
    }

    fn sheet(&self, sealed: &SealedAs, also_of: Vec<String>) -> Sheet {
        Sheet::Filed {
            document: self.id.clone(),
            title: self.title.clone(),
            subject: self.subject.clone(),
            originator: self.originator.clone(),
            date: self.date,
            paper: self.paper.clone(),
            relations: Vec::new(),
            file_name: self.file_name.shown.clone(),
            original_name: self.file_name.original.clone(),
            media_type: self.media_type.clone(),
            size: sealed.size,
            blake3: sealed.content,
            label: self.label_xml.clone(),
            topics: self.choice.topics.clone(),
            motive: self.choice.motive.clone(),
            sources: self.choice.sources.clone(),
            finalised: self.finalised,
            // Where nobody looked for one, nothing is said.
            text: Some(sealed.text.clone()).filter(|text| text.lack() != Some(TextLack::Unread)),
            was_of: Vec::new(),
            also_of,
        }
    }
}
