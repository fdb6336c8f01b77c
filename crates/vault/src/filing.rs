//! Filing: a document becomes an object and an entry, or nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek as _};

use jiff::Timestamp;
use label::{AccessPart, Label, LabelError, Level};
use ledger::{Head, Ledger};
use policy::Permit;
use registry::ObjectId;
use registry::documents::{Documents, Sheet};
use registry::event::{ClassMade, Delivered};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::policies::policies;
use registry::questions::FilingQuestion;
use seal::{Flow, Identity, ObjectKey};

use crate::choice;
use crate::dates::DayOf;
use crate::doors::{For, hex};
use crate::draft::EntryDraft;
use crate::given::open_given;
use crate::kind;
use crate::objects::{Log, Step};
use crate::same::Fingerprint;
use crate::session::denied;
use crate::upkeep::Renewal;
use crate::{
    ClassId, DocumentId, DossierId, DossierKey, Error, Explanation, Filed, FilingFailed, Marking, NewDocument,
    Progress, Reason, Session, Source, text, today,
};
use index::Choice;

/// How many documents share one transaction and one wait for the disk.
const BATCH: usize = 256;
/// How many bytes one batch has at most before it is written: a large document makes a batch of its own.
const BATCH_BYTES: u64 = 256 << 20;
/// How often a batch is sealed again because a key was renewed meanwhile.
const RETRIES: usize = 16;

/// A document whose marking and texts were found good.
struct Ready {
    /// That of its first object.
    id: DocumentId,
    object: ObjectKey,
    kind: Kind,
    label_xml: String,
    title: String,
    subject: String,
    originator: String,
    file_name: text::FileName,
    media_type: String,
    /// Bytes before a PDF that is not the whole file.
    before_pdf: Option<usize>,
    /// Bytes, when it was looked at.
    size: u64,
    source: Source,
    date: jiff::civil::Date,
    label: Label,
    choice: Choice,
    finalised: Option<jiff::civil::Date>,
}

/// What decides the class of a document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind {
    pub access: AccessPart,
    pub dossier: DossierKey,
}

/// What a batch failed with, and at which of its documents.
struct Stopped {
    document: Option<usize>,
    error: Error,
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Stopped {
        Stopped { document: None, error }
    }
}

impl From<Box<FilingFailed>> for Error {
    fn from(failed: Box<FilingFailed>) -> Error {
        failed.error
    }
}

fn at_document(n: usize) -> impl Fn(Error) -> Stopped {
    move |error| Stopped { document: Some(n), error }
}

/// What was sealed of a document, and for which epoch of which class.
struct SealedAs {
    class: ClassId,
    epoch: u32,
    size: u64,
    sha256: [u8; 32],
}

impl Session {
    /// Registers a document.
    ///
    /// # Errors
    /// [`Error::Denied`] with every reason; [`Error::Marking`] with every problem; [`Error::NotFound`] dossier;
    /// [`Error::Cancelled`], [`Error::DiskFull`]. After an error nothing of it is in the vault.
    pub fn file_document(
        &mut self,
        new: NewDocument,
        progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Filed, Error> {
        let mut filed = self.file_documents(vec![new], progress)?;
        filed.pop().ok_or(Error::Internal { what: "entry" })
    }

    /// Registers documents, many in one transaction. Whatever can be looked at before is looked at before anything is
    /// registered: that each can be read, its texts, its marking, whether it may be filed. Each is there as a whole or not
    /// at all.
    ///
    /// # Errors
    /// As [`Session::file_document`], with what is in nevertheless and at which document it failed. Those that are in are the
    /// first of the batch.
    pub fn file_documents(
        &mut self,
        batch: Vec<NewDocument>,
        progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Vec<Filed>, Box<FilingFailed>> {
        let mut filed = Vec::with_capacity(batch.len());
        match self.file_all(batch, progress, &mut filed) {
            Ok(()) => Ok(filed),
            Err(Stopped { document, error }) => Err(Box::new(FilingFailed { filed, document, error })),
        }
    }

    fn file_all(
        &mut self,
        batch: Vec<NewDocument>,
        progress: &mut dyn FnMut(Progress) -> Flow,
        filed: &mut Vec<Filed>,
    ) -> Result<(), Stopped> {
        self.require_writable()?;
        let of = batch.len();
        let mut waiting = Vec::with_capacity(of);
        for (n, new) in batch.into_iter().enumerate() {
            waiting.push(self.ready(new).map_err(at_document(n))?);
        }
        // Before a class is made for them: what is denied leaves nothing but the denial.
        let considered = self.consider(&waiting);
        if let Err(Stopped { document, error }) = considered {
            return Err(Stopped {
                document,
                error: self.note_refusal::<()>(Err(error)).err().unwrap_or(Error::Internal { what: "refusal" }),
            });
        }
        let mut known = BTreeMap::new();
        let mut rest = waiting.as_slice();
        while !rest.is_empty() {
            let mut bytes = 0;
            let fits = |ready: &&Ready| {
                let room = bytes <= BATCH_BYTES;
                bytes += ready.size;
                room
            };
            let many = rest.iter().take(BATCH).take_while(fits).count();
            let (some, later) = rest.split_at_checked(many).unwrap_or((rest, &[]));
            rest = later;
            let done = filed.len();
            let mut told = |n: usize, bytes: u64| progress(Progress { document: done + n, bytes, done, of });
            let in_whole = |stopped: Stopped| Stopped { document: stopped.document.map(|n| done + n), ..stopped };
            filed.extend(self.file_some(some, &mut known, &mut told).map_err(in_whole)?);
            let last = Progress { document: filed.len().saturating_sub(1), bytes: 0, done: filed.len(), of };
            if progress(last) == Flow::Stop && filed.len() < of {
                return Err(Stopped { document: Some(filed.len()), error: Error::Cancelled });
            }
        }
        Ok(())
    }

    /// Whether a document so marked may be filed, without filing one. Without a dossier: into an open one.
    ///
    /// # Errors
    /// [`Error::Marking`], [`Error::NotFound`].
    pub fn explain_filing(&mut self, dossier: Option<&DossierId>, marking: &Marking) -> Result<Explanation, Error> {
        self.catch_up()?;
        let label = label(marking)?;
        let dossier = dossier.map(|id| self.named(id)).transpose()?;
        let plain = FilingQuestion::PLAIN;
        let examination = self.state.examine_file(self.id(), &label.access(), dossier.as_ref(), &plain, self.now());
        Ok(crate::documents::explanation(&examination))
    }

    fn ready(&self, new: NewDocument) -> Result<Ready, Error> {
        let label = label(&new.marking)?;
        let name = match (&new.file_name, &new.source) {
            (Some(name), _) => name.clone(),
            (None, Source::Path(path)) => text::name_of(path),
            (None, Source::File(_) | Source::Bytes(_)) => Vec::new(),
        };
        let file_name = text::file_name(&name);
        let object = ObjectKey::generate();
        let (start, size) = start_of(&new.source)?;
        self.plausible("date", new.date, DayOf::Document)?;
        self.plausible("finalised", new.finalised, DayOf::Document)?;
        let review = label.review().map(registry::state::day);
        self.plausible("review", review, DayOf::End)?;
        let media_type = kind::media_type(&start, start.len() as u64 == size);
        Ok(Ready {
            id: DocumentId::parse(object.id())?,
            object,
            kind: Kind { access: label.access(), dossier: self.named(&new.dossier)? },
            label_xml: label.to_xml(),
            title: text::line("title", &new.title)?,
            subject: text::paragraph("subject", &new.subject)?,
            originator: text::optional_line("originator", &new.originator)?,
            before_pdf: kind::before_pdf(&start, &media_type),
            media_type,
            size,
            file_name,
            source: new.source,
            date: new.date,
            choice: choice::choice(&new.topics, new.motive.as_deref(), &new.sources)?,
            label,
            finalised: new.finalised.filter(|day| *day != new.date),
        })
    }

    /// Files a batch: decide, seal, place, record. `known`: which document of the whole bears which bytes.
    fn file_some(
        &mut self,
        some: &[Ready],
        known: &mut BTreeMap<[u8; 32], DocumentId>,
        progress: &mut dyn FnMut(usize, u64) -> Flow,
    ) -> Result<Vec<Filed>, Stopped> {
        let mut kinds: Vec<&Kind> = some.iter().map(|ready| &ready.kind).collect();
        kinds.sort();
        kinds.dedup();
        let mut warnings = BTreeMap::new();
        for kind in &kinds {
            let made = self.class_for(kind, &|session, at| session.may_make(kind, at));
            let about = AuditRecord::new(Act::File).about("dossier", kind.dossier.to_string());
            self.note_denial(made, &about)?;
        }
        let mut filing = self.objects.begin(self.position.head())?;
        let mut sealed: BTreeMap<&DocumentId, SealedAs> = BTreeMap::new();
        let faults = self.faults.clone();
        for _ in 0..RETRIES {
            // Sealed for the classes as they are now; if a key is renewed before the entry is in the log, sealed again.
            let classes = self.classes_of(&kinds)?;
            let renewals = self.renewals(&classes);
            for (n, ready) in some.iter().enumerate() {
                let (class, epoch) = classes.get(&ready.kind).ok_or(Error::Internal { what: "key" })?;
                let key = KeyName::Class(class.clone());
                let current = self.state.current(&key).and_then(|(_, e)| e.recipient.as_ref());
                let (epoch, recipient) = match renewals.get(class) {
                    Some(renewal) => (&renewal.epoch, renewal.identity.recipient()),
                    None => (epoch, current.ok_or(Error::Internal { what: "key" })?),
                };
                let done = filing
                    .seal(&ready.object, recipient, &ready.source, &*faults, &mut |bytes| progress(n, bytes))
                    .map_err(at_document(n))?;
                let (class, epoch) = (class.clone(), *epoch);
                sealed.insert(&ready.id, SealedAs { class, epoch, size: done.plain_size, sha256: done.sha256 });
            }
            filing.place(&*faults)?;
            let recorded = self.append_all(|session, at| {
                // Counted on the state that the entries follow: of two who file at once, one reaches the threshold.
                warnings = session.forewarned(some, at)?;
                session.entries_of(some, &kinds, &sealed, &renewals, at)
            });
            match recorded {
                Ok(_) => {
                    faults(Step::Recorded).map_err(|e| filing.kept(Error::io("objects", e)))?;
                    filing.keep(&*faults)?;
                    self.catch_up()?;
                    let mut filed = Vec::with_capacity(some.len());
                    let readable = self.readable();
                    for ready in some {
                        let aggregation = warnings.remove(&ready.id);
                        let other = match sealed.get(&ready.id) {
                            Some(sealed) => self.same_bytes(ready, sealed, &readable, known)?,
                            None => None,
                        };
                        filed.push(self.filed(ready, other, aggregation)?);
                    }
                    return Ok(filed);
                }
                Err(error @ Error::Io { .. }) => {
                    // The entries may be there or not: the next sweep looks.
                    filing.leave();
                    return Err(error.into());
                }
                Err(Error::Overtaken) => {
                    filing.withdraw();
                    sealed.clear();
                    for kind in &kinds {
                        self.class_for(kind, &|session, at| session.may_make(kind, at))?;
                    }
                }
                Err(error) => {
                    drop(filing);
                    return self.note_refusal(Err(error)).map_err(Stopped::from);
                }
            }
        }
        Err(Error::Busy.into())
    }

    /// One entry for each document: decided on the newest state.
    fn entries_of(
        &self,
        some: &[Ready],
        kinds: &[&Kind],
        sealed: &BTreeMap<&DocumentId, SealedAs>,
        renewals: &BTreeMap<ClassId, Renewal>,
        at: Timestamp,
    ) -> Result<Vec<(EntryDraft, For<policy::File>)>, Error> {
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
            let mut deed =
                AuditRecord::new(Act::File).about("document", ready.id.to_string()).about("class", class.to_string());
            if let Some(topics) = below {
                deed = deed.about("below-guide", topics);
            }
            let words = EntryDraft::default()
                .fact(registry::event::Filed { document: ready.id.clone(), class: class.clone(), epoch: *epoch })
                .deed(deed)
                .sheet(class, *epoch, ready.sheet(as_what));
            let mut words = self.derived(words, ready);
            if let Some(renewal) = renewal {
                if brought.insert(class) {
                    words = self.with_renewal(words, renewal, at);
                } else {
                    words.fresh.push((renewal.key.clone(), renewal.epoch, renewal.identity.recipient().clone()));
                }
            }
            entries.push((words, For::new(permit, ready.id.clone())));
        }
        Ok(entries)
    }

    /// Decides on each as it stands now.
    fn consider(&mut self, all: &[Ready]) -> Result<(), Stopped> {
        self.catch_up()?;
        let at = registry::state::instant(self.instant_ms()?);
        for (n, ready) in all.iter().enumerate() {
            self.may_file(ready, at).map(drop).map_err(at_document(n))?;
        }
        Ok(())
    }

    /// The permit to file a document; and, where a motive was needed for it, the topics that called for more.
    fn may_file(&self, ready: &Ready, at: Timestamp) -> Result<(Permit<policy::File>, Option<String>), Error> {
        let Kind { access, dossier } = &ready.kind;
        let question = self.filing_question(&ready.label, &ready.choice, at)?;
        let permit = self.state.may_file(self.id(), access, dossier, &question, at);
        let permit = permit.map_err(|no| denied("file", &no))?;
        Ok((permit, self.below_guide(access, dossier, &question, at)))
    }

    /// Records a refusal, and gives back what came in. A source that may not be opened and one that is not there leave the
    /// same line: who reads his own log learns nothing from it.
    fn note_refusal<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        if let Err(Error::NotFound { kind: "document", name }) = &outcome {
            let mut deed = AuditRecord::new(Act::Deny).about("document", name.clone()).about("action", "file");
            deed = deed.about("reasons", "not_found");
            self.note(deed)?;
        }
        self.note_denial(outcome, &AuditRecord::new(Act::File))
    }

    /// What is to be warned of, document by document, as each finds its dossier: those of this batch that are in it already
    /// count.
    fn forewarned(&self, some: &[Ready], at: Timestamp) -> Result<BTreeMap<DocumentId, Reason>, Error> {
        let mut held: BTreeMap<(&DossierKey, Level), u64> = BTreeMap::new();
        let mut warnings = BTreeMap::new();
        for ready in some {
            let level = ready.label.under_policy().level(ready.label.classification()).unwrap_or(Level::TopSecret);
            let dossier = &ready.kind.dossier;
            let before = match held.get(&(dossier, level)) {
                Some(before) => *before,
                None => self.held(dossier, level)?,
            };
            // What one may not read does not count, one's own included.
            let class = self.state.class_of(&ready.kind.access, dossier);
            let reads = class.is_some_and(|class| self.state.may_open(self.id(), class, at).is_ok());
            held.insert((dossier, level), before + u64::from(reads));
            let gathered = if reads { self.state.guide().one_more(before, level) } else { None };
            if let Some(aggregation) = self.combined(&ready.choice.sources).or(gathered) {
                warnings.insert(ready.id.clone(), Session::warning(aggregation));
            }
        }
        Ok(warnings)
    }

    /// Adds that the document was made from others: to the sheet of each of them, and for oversight.
    fn derived(&self, words: EntryDraft, ready: &Ready) -> EntryDraft {
        let sources = &ready.choice.sources;
        if sources.is_empty() {
            return words;
        }
        let ids: Vec<&str> = sources.iter().map(DocumentId::as_str).collect();
        let deed =
            AuditRecord::new(Act::Derive).about("document", ready.id.to_string()).about("documents", ids.join(" "));
        sources.iter().fold(words.deed(deed), |words, source| match self.state.sheet_of(source) {
            Some((class, epoch)) => words.sheet(&class, epoch, Sheet::Derived { document: source.clone() }),
            None => words,
        })
    }

    /// The class of each kind and its present epoch.
    pub(crate) fn classes_of<'k>(&self, kinds: &[&'k Kind]) -> Result<BTreeMap<&'k Kind, (ClassId, u32)>, Error> {
        let mut classes = BTreeMap::new();
        for kind in kinds {
            let class = self.state.class_of(&kind.access, &kind.dossier).ok_or(Error::Internal { what: "class" })?;
            let (epoch, _) =
                self.state.current(&KeyName::Class(class.clone())).ok_or(Error::Internal { what: "key" })?;
            classes.insert(*kind, (class.clone(), epoch));
        }
        Ok(classes)
    }

    fn may_make(&self, Kind { access, dossier }: &Kind, at: Timestamp) -> Result<(), Error> {
        let permit = self.state.may_file(self.id(), access, dossier, &FilingQuestion::PLAIN, at);
        permit.map(drop).map_err(|no| denied("file", &no))
    }

    /// Sees to it that the class of a kind is there, and that nobody knows its key who must not. `may`: whether this officer
    /// may put a document into it.
    pub(crate) fn class_for(
        &mut self,
        kind: &Kind,
        may: &dyn Fn(&Session, Timestamp) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Kind { access, dossier } = kind;
        for _ in 0..RETRIES {
            self.catch_up()?;
            let at = registry::state::instant(self.instant_ms()?);
            may(self, at)?;
            let due = match self.state.class_of(access, dossier) {
                // Who may not by himself does it by the entry that files.
                Some(class) => {
                    self.state.is_due(&KeyName::Class(class.clone()), at, Some(self.id())) && self.may_renew(class, at)
                }
                None => true,
            };
            if !due {
                return Ok(());
            }
            let made = self.record(|session, at| {
                may(session, at)?;
                let words = match session.state.class_of(access, dossier) {
                    Some(class) => session.renewed(class, at),
                    None => Some(session.new_class(access, dossier, at)?),
                };
                let words = words.ok_or(Error::Overtaken)?;
                Ok((words, ()))
            });
            match made {
                // Somebody else was faster.
                Ok(_) | Err(Error::Overtaken) => {}
                Err(error) => return Err(error),
            }
        }
        Err(Error::Busy)
    }

    /// The new epochs of those classes whose keys are due and that this officer may only renew by filing into them.
    fn renewals(&self, classes: &BTreeMap<&Kind, (ClassId, u32)>) -> BTreeMap<ClassId, Renewal> {
        let now = self.now();
        let renewal = |(class, _): &(ClassId, u32)| Some((class.clone(), self.renewal_by_filing(class, now)?));
        classes.values().filter_map(renewal).collect()
    }

    /// Whether nobody who must not knows the key that something was sealed to: the present one of a class, or the one that is
    /// renewed with it.
    pub(crate) fn is_sealed_soundly(
        &self,
        class: &ClassId,
        epoch: u32,
        renewal: Option<&Renewal>,
        at: Timestamp,
    ) -> bool {
        let due = self.state.is_due(&KeyName::Class(class.clone()), at, Some(self.id()));
        match renewal {
            Some(renewal) => due && renewal.epoch == epoch + 1,
            None => !due,
        }
    }

    /// A new class: its key goes to those who may hold it, and to custody. Who makes it keeps no key by that.
    fn new_class(&self, access: &AccessPart, dossier: &DossierKey, at: Timestamp) -> Result<EntryDraft, Error> {
        let class = ClassId::parse(&seal::random_id())?;
        let identity = Identity::generate();
        let key = KeyName::Class(class.clone());
        let mut words = EntryDraft::default()
            .fact(ClassMade {
                class: class.clone(),
                dossier: dossier.clone(),
                access: access.clone(),
                recipient: identity.recipient().clone(),
            })
            .deed(
                AuditRecord::new(Act::MakeClass)
                    .about("class", class.to_string())
                    .about("dossier", dossier.to_string()),
            );
        let officers = self.state.would_hold(access, dossier, at);
        for officer in &officers {
            if let Some(record) = self.state.officers.get(officer) {
                words.keys_for(record.key, &record.recipient).identity(&key, 1, &identity);
            }
        }
        if !officers.is_empty() {
            words.push(Delivered { key: key.clone(), epochs: vec![1], officers });
        }
        self.to_custody(&key, 1, &identity, at, &mut words);
        Ok(words)
    }

    /// The class of a document, and its number, or a deposit number where the officer may not read it.
    pub(crate) fn numbered(&self, id: &DocumentId) -> Option<(ClassId, String)> {
        let filing = self.state.documents.get(id)?;
        let reads = self.state.may_open(self.id(), &filing.class, self.now()).is_ok();
        let reference = if reads { self.state.reference(&filing) } else { self.state.deposit_number(id, filing.year) };
        Some((filing.class.clone(), reference))
    }

    /// What somebody who filed a document gets to know of it, warnings included. `same_bytes`: the reference of another.
    fn filed(&self, ready: &Ready, same_bytes: Option<String>, aggregation: Option<Reason>) -> Result<Filed, Error> {
        let (class, reference) = self.numbered(&ready.id).ok_or(Error::Internal { what: "document" })?;
        let name = &ready.file_name.shown;
        let about = |code: &str| Reason::new(code).with("name", name.clone());
        let mut warnings = Vec::new();
        if ready.file_name.original.is_some() {
            warnings.push(about("name_changed"));
        }
        if ready.size == 0 {
            warnings.push(about("empty_file"));
        }
        if let Some(other) = same_bytes {
            warnings.push(about("already_filed").with("reference", other));
        }
        if ready.size > 0 && !kind::is_shown(&ready.media_type) {
            warnings.push(about("not_shown").with("kind", ready.media_type.as_str()));
        }
        if let Some(bytes) = ready.before_pdf {
            warnings.push(about("pdf_within").with("bytes", bytes.to_string()));
        }
        if ready.date > today(self.now()) {
            warnings.push(about("date_ahead").with("date", ready.date.to_string()));
        }
        warnings.extend(self.locked_out(&ready.kind.access, &ready.kind.dossier, self.now()));
        warnings.extend(aggregation);
        let (title, file_name) = (ready.title.clone(), name.clone());
        Ok(Filed { id: ready.id.clone(), reference, class, title, file_name, warnings })
    }

    /// The reference of the document that the same bytes were filed as before: one that this officer may see, or one of the
    /// same batch.
    fn same_bytes(
        &self,
        ready: &Ready,
        sealed: &SealedAs,
        readable: &BTreeSet<ClassId>,
        known: &mut BTreeMap<[u8; 32], DocumentId>,
    ) -> Result<Option<String>, Error> {
        // The first that was filed: those of this batch that come after it are already there as well.
        let other = self.with_bytes(&Fingerprint::from(sealed.sha256), readable)?;
        if let Some(other) = other.filter(|listed| listed.id != ready.id) {
            return Ok(Some(other.reference));
        }
        let first = known.entry(sealed.sha256).or_insert_with(|| ready.id.clone());
        Ok(if *first == ready.id { None } else { self.numbered(first).map(|(_, reference)| reference) })
    }

    /// Removes what killed filings left behind.
    pub(crate) fn sweep(&mut self) -> Result<(), Error> {
        if self.read_only() {
            return Ok(());
        }
        let objects = self.objects.clone();
        objects.sweep(|| {
            // Nobody files now: what is not in the log now never will be.
            self.catch_up()?;
            Ok(Known { ledger: &self.ledger, documents: &self.state.documents })
        })?;
        Ok(())
    }
}

/// What the log knows of objects.
struct Known<'s> {
    ledger: &'s Ledger,
    documents: &'s Documents,
}

impl Log for Known<'_> {
    fn begins_with(&self, head: &Head) -> bool {
        self.ledger.begins_with(head).is_ok()
    }

    fn holds(&self, object: &ObjectId) -> bool {
        // Where that cannot be told, nothing is removed.
        self.documents.has_now(object).unwrap_or(true)
    }
}

impl Ready {
    fn sheet(&self, sealed: &SealedAs) -> Sheet {
        Sheet::Filed {
            document: self.id.clone(),
            title: self.title.clone(),
            subject: self.subject.clone(),
            originator: self.originator.clone(),
            date: self.date,
            file_name: self.file_name.shown.clone(),
            original_name: self.file_name.original.clone(),
            media_type: self.media_type.clone(),
            size: sealed.size,
            sha256: hex(&sealed.sha256),
            label: self.label_xml.clone(),
            topics: self.choice.topics.clone(),
            motive: self.choice.motive.clone(),
            sources: self.choice.sources.clone(),
            finalised: self.finalised,
        }
    }
}

/// The label of a marking, or every problem of it.
pub(crate) fn label(marking: &Marking) -> Result<Label, Error> {
    match marking {
        Marking::Draft { policy, draft } => {
            let short = || Error::Unknown { kind: "policy", value: policy.chars().take(80).collect() };
            let policy = policies().find(policy).ok_or_else(short)?;
            Label::build(policy, draft.clone()).map_err(|violations| problems(&violations))
        }
        Marking::Xml(xml) => {
            let mut refused = Error::Malformed { field: "label" };
            for policy in policies().all() {
                match Label::parse(xml, policy) {
                    Ok(label) => return Ok(label),
                    Err(error) => {
                        if let Some(better) = of_label(&error) {
                            refused = better;
                        }
                    }
                }
            }
            Err(refused)
        }
    }
}

fn problems(violations: &[label::Violation]) -> Error {
    Error::Marking { problems: violations.iter().map(problem).collect() }
}

pub(crate) fn problem(violation: &label::Violation) -> Reason {
    let start = Reason::new(violation.code());
    violation.params().into_iter().fold(start, |reason, (name, value)| reason.with(name, value))
}

/// What a label's own policy says against it; nothing when it is a label of another policy.
fn of_label(error: &LabelError) -> Option<Error> {
    let violations = error.violations();
    (!violations.is_empty()).then(|| problems(violations))
}

pub(crate) fn size_of(source: &Source) -> Result<u64, Error> {
    match source {
        Source::Path(path) => Ok(open_given(path)?.metadata().map_err(unreadable)?.len()),
        Source::File(file) => Ok(file.metadata().map_err(unreadable)?.len()),
        Source::Bytes(bytes) => Ok(bytes.len() as u64),
    }
}

pub(crate) fn read_from_start(source: &Source) -> Result<Box<dyn Read + '_>, Error> {
    Ok(match source {
        Source::Path(path) => Box::new(open_given(path)?),
        Source::File(file) => {
            let mut file = file;
            file.rewind().map_err(unreadable)?;
            Box::new(file)
        }
        Source::Bytes(bytes) => Box::new(bytes.as_slice()),
    })
}

/// The first bytes, by which the kind is told, and how many there are in all.
fn start_of(source: &Source) -> Result<(Vec<u8>, u64), Error> {
    let mut start = Vec::new();
    read_from_start(source)?.take(kind::LOOKED_AT as u64).read_to_end(&mut start).map_err(unreadable)?;
    Ok((start, size_of(source)?))
}

pub(crate) fn unreadable(source: io::Error) -> Error {
    Error::Io { what: "document".to_owned(), source }
}
