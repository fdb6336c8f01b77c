//! Filing: a document becomes an object and an entry, or nothing.

mod ahead;
mod batch;
mod classes;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use label::{Label, Level};
use policy::Permit;
use registry::log::{Act, AuditRecord};
use registry::questions::FilingQuestion;
use seal::{ContentHash, Flow, ObjectKey};

use self::batch::{Batch, SealedAs};
use crate::dates::DayOf;
use crate::documents::choice;
use crate::documents::inside::TextAhead;
use crate::documents::of_text::OfText;
use crate::documents::pick::{followed, link_followed};
use crate::documents::source::{media_type_of, start_of};
use crate::faults::FaultAt;
use crate::marks::label;
use crate::session::denied;
use crate::upkeep::require_pair;
use crate::{
    ClassId, DocumentId, DossierId, DossierKey, Error, Explanation, FilingFailed, FilingResult, Marking, Reason,
    Session, Source, TextView, text, today,
};
use index::Choice;

pub use self::ahead::FilingAhead;
pub(crate) use self::classes::{ClassOf, May};

/// How many documents share one transaction and one wait for the disk. What is touched for each, in the index and in folders,
/// is written once for all of them.
const BATCH: usize = 1024;
/// From how many documents in the index is told that much will be written.
const MANY: usize = 64;
/// How many bytes one batch has at most before it is written: a large document makes a batch of its own.
const BATCH_BYTES: u64 = 256 << 20;
/// How often a class is looked at again because somebody else made or renewed it meanwhile.
const RETRIES: usize = 16;

/// A document to be registered.
#[derive(Debug)]
pub struct NewDocument {
    pub source: Source,
    pub dossier: DossierId,
    pub marking: Marking,
    pub title: String,
    pub subject: String,
    pub originator: String,
    /// The reference of its paper original; empty where there is none.
    pub paper: String,
    /// The document's own date.
    pub date: NaiveDate,
    /// From when the term of its classification counts; none: from its own date.
    pub finalised: Option<NaiveDate>,
    /// As its owner named it; none takes it from the path. May be any text: it is cleaned for display, and the
    /// original kept.
    pub file_name: Option<Vec<u8>>,
    /// Ids of the guide's topics that it touches.
    pub topics: Vec<String>,
    /// Why it is marked lower than they call for, or than what it is made from; 10 to 2,000 characters.
    pub motive: Option<String>,
    /// The documents that it is made from.
    pub sources: Vec<DocumentId>,
}

/// How far a filing has come. Anyone who answers `Stop` at the beginning of a document, where `bytes` is 0, keeps those before it;
/// in the middle of one, nothing of its batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which document of the batch, from 0.
    pub document: usize,
    /// Bytes of this document; 0 before the first is read.
    pub bytes: u64,
    /// Documents registered so far.
    pub done: usize,
    pub of: usize,
}

/// How many documents become part of the vault with one transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Batching {
    /// A large filing is written part by part; who stops it keeps what is in.
    ByParts,
    /// All, or none.
    Together,
}

/// A document whose marking and texts were found good.
struct Ready {
    /// That of its first object.
    id: DocumentId,
    object: ObjectKey,
    kind: ClassOf,
    label_xml: String,
    title: String,
    subject: String,
    /// The lines of the subject ended otherwise than they are kept.
    line_ends: bool,
    originator: String,
    paper: String,
    file_name: text::FileName,
    media_type: String,
    /// What was named was a link: what it led to.
    link: Option<PathBuf>,
    of_text: OfText,
    /// Bytes, when it was looked at.
    size: u64,
    source: Source,
    date: NaiveDate,
    label: Label,
    choice: Choice,
    finalised: Option<NaiveDate>,
    /// What was read in it before it is filed, where it was.
    text: Option<TextAhead>,
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

impl From<objects::Error> for Stopped {
    fn from(error: objects::Error) -> Stopped {
        Error::from(error).into()
    }
}

impl From<Error> for Box<FilingFailed> {
    /// Nothing of the batch was begun.
    fn from(error: Error) -> Box<FilingFailed> {
        Box::new(FilingFailed { filed: Vec::new(), document: None, error })
    }
}

impl From<Box<FilingFailed>> for Error {
    fn from(failed: Box<FilingFailed>) -> Error {
        failed.error
    }
}

/// What is asked for with all of them, as the log calls it.
fn asked_for(all: &[Ready]) -> Act {
    if all.iter().any(|ready| !ready.choice.sources.is_empty()) { Act::Derive } else { Act::File }
}

fn at_document(n: usize) -> impl Fn(Error) -> Stopped {
    move |error| Stopped { document: Some(n), error }
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
    ) -> Result<FilingResult, Error> {
        let mut filed = self.file_documents(vec![new], progress)?;
        filed.pop().ok_or(Error::Internal { what: "entry" })
    }

    /// Registers documents, many in one transaction. Whatever can be looked at before is looked at before anything is
    /// registered: that each can be read, its texts, its marking, whether it may be filed. Each is there as a whole or not
    /// at all; see [`Progress`] for what is there when it is stopped.
    ///
    /// # Errors
    /// As [`Session::file_document`], with what is in nevertheless and at which document it failed. Those that are in are the
    /// first of the batch.
    pub fn file_documents(
        &mut self,
        batch: Vec<NewDocument>,
        progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Vec<FilingResult>, Box<FilingFailed>> {
        self.file_as(Batching::ByParts, batch, progress)
    }

    /// The same, all of them in one transaction: all are in, or none.
    ///
    /// # Errors
    /// As [`Session::file_documents`]; then nothing of it is in the vault.
    pub fn file_documents_together(
        &mut self,
        batch: Vec<NewDocument>,
        progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Vec<FilingResult>, Box<FilingFailed>> {
        self.file_as(Batching::Together, batch, progress)
    }

    fn file_as(
        &mut self,
        batching: Batching,
        batch: Vec<NewDocument>,
        progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Vec<FilingResult>, Box<FilingFailed>> {
        let mut filed = Vec::with_capacity(batch.len());
        match self.file_all(batching, batch, progress, &mut filed) {
            Ok(()) => Ok(filed),
            Err(Stopped { document, error }) => Err(Box::new(FilingFailed { filed, document, error })),
        }
    }

    fn file_all(
        &mut self,
        batching: Batching,
        batch: Vec<NewDocument>,
        progress: &mut dyn FnMut(Progress) -> Flow,
        filed: &mut Vec<FilingResult>,
    ) -> Result<(), Stopped> {
        let waiting = self.all_ready(batch)?;
        self.file_ready(batching, &waiting, progress, filed)
    }

    /// Looks at each of them, as far as it can be looked at before anything is registered.
    fn all_ready(&mut self, batch: Vec<NewDocument>) -> Result<Vec<Ready>, Stopped> {
        self.require_writable()?;
        let ready = |(n, new)| self.ready(new).map_err(at_document(n));
        batch.into_iter().enumerate().map(ready).collect()
    }

    fn file_ready(
        &mut self,
        batching: Batching,
        waiting: &[Ready],
        progress: &mut dyn FnMut(Progress) -> Flow,
        filed: &mut Vec<FilingResult>,
    ) -> Result<(), Stopped> {
        let of = waiting.len();
        // Before a class is made for them: what is denied leaves nothing but the denial.
        let considered = self.consider(waiting);
        self.note_stopped(considered, asked_for(waiting))?;
        if of >= MANY {
            self.index.expect_much().map_err(Error::from)?;
        }
        // The same bytes may have been filed as a version that another has taken the place of.
        let mut known = self.former_bytes(&self.readable())?;
        let mut rest = waiting;
        while !rest.is_empty() {
            let mut bytes = 0;
            let fits = |ready: &&Ready| {
                let room = bytes <= BATCH_BYTES;
                bytes += ready.size;
                room
            };
            let many = match batching {
                Batching::ByParts => rest.iter().take(BATCH).take_while(fits).count(),
                Batching::Together => rest.len(),
            };
            let (some, later) = rest.split_at_checked(many).unwrap_or((rest, &[]));
            rest = later;
            let done = filed.len();
            let mut told = |n: usize, bytes: u64| progress(Progress { document: done + n, bytes, done, of });
            let in_whole = |stopped: Stopped| Stopped { document: stopped.document.map(|n| done + n), ..stopped };
            filed.extend(self.file_some(batching, some, &mut known, &mut told).map_err(in_whole)?);
            if filed.len() < done + some.len() {
                return Err(Stopped { document: Some(filed.len()), error: Error::Cancelled });
            }
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
            (None, Source::File(_) | Source::Bytes(_) | Source::Markdown(_)) => Vec::new(),
        };
        let file_name = text::file_name(&name);
        let object = ObjectKey::generate_from(&*self.randomness);
        let (start, size) = start_of(&new.source)?;
        self.plausible("date", new.date, DayOf::Document)?;
        // On its own day, which may be one to come, or before it was filed.
        self.plausible("finalised", new.finalised.filter(|day| *day != new.date), DayOf::Finalised)?;
        let review = label.review().map(registry::state::day);
        self.plausible("review", review, DayOf::End)?;
        let media_type = media_type_of(&new.source, &start, size);
        let link = match &new.source {
            Source::Path(path) => followed(path),
            Source::File(_) | Source::Bytes(_) | Source::Markdown(_) => None,
        };
        Ok(Ready {
            link,
            id: DocumentId::parse(object.id())?,
            object,
            kind: ClassOf { access: label.access(), dossier: self.named(&new.dossier)? },
            label_xml: label.to_xml(),
            title: text::line("title", &new.title)?,
            subject: text::paragraph("subject", &new.subject)?,
            line_ends: text::other_line_ends(&new.subject),
            originator: text::optional_line("originator", &new.originator)?,
            paper: text::optional_line("paper", &new.paper)?,
            of_text: OfText::of(&start, &media_type),
            media_type,
            size,
            file_name,
            source: new.source,
            date: new.date,
            choice: choice::choice(&new.topics, new.motive.as_deref(), &new.sources)?,
            label,
            finalised: new.finalised.filter(|day| *day != new.date),
            text: None,
        })
    }

    /// Files a batch in one transaction; fewer than these where somebody stopped it between two. `known`: which document of the whole bears which bytes, or has borne them.
    fn file_some(
        &mut self,
        batching: Batching,
        some: &[Ready],
        known: &mut BTreeMap<ContentHash, DocumentId>,
        progress: &mut dyn FnMut(usize, u64) -> Flow,
    ) -> Result<Vec<FilingResult>, Stopped> {
        let (store, faults) = (self.objects.clone(), self.faults.clone());
        let mut batch = Batch::of(self, batching, some, progress);
        batch.make_classes()?;
        let intent = batch.session.intent(Vec::new());
        let written = objects::write(&*store, intent, &|step| faults(FaultAt::Writing(step)), &mut batch);
        let Batch { some, sealed, mut warnings, .. } = batch;
        self.note_stopped(written, asked_for(some))?;
        self.catch_up()?;
        let readable = self.readable();
        let mut filed = Vec::with_capacity(some.len());
        for ready in some {
            let aggregation = warnings.remove(&ready.id);
            let other = match sealed.get(&ready.id) {
                Some(sealed) => self.same_bytes(ready, sealed, &readable, known)?,
                None => None,
            };
            let text = sealed.get(&ready.id).map(|sealed| &sealed.text).into();
            let size = sealed.get(&ready.id).map_or(ready.size, |sealed| sealed.size);
            let unrecognised = sealed.get(&ready.id).map(|sealed| sealed.unrecognised.as_slice()).unwrap_or_default();
            filed.push(self.filed((ready, size), other, aggregation, (text, unrecognised))?);
        }
        Ok(filed)
    }

    /// Records a refusal, as [`Session::note_refusal`].
    fn note_stopped(&mut self, outcome: Result<(), Stopped>, asked: Act) -> Result<(), Stopped> {
        let Err(Stopped { document, error }) = outcome else { return Ok(()) };
        self.note_refusal(Err(error), asked).map_err(|error| Stopped { document, error })
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
    fn may_file(&self, ready: &Ready, at: DateTime<Utc>) -> Result<(Permit<policy::File>, Option<String>), Error> {
        let ClassOf { access, dossier } = &ready.kind;
        let question = self.filing_question(&ready.label, &ready.choice, choice::Known::BySheet, at)?;
        let permit = self.state.may_file(self.id(), access, dossier, &question, at);
        let permit = permit.map_err(|no| denied("file", &no))?;
        if access.opens_by_two() {
            require_pair(self.state.would_hold(access, dossier, at).len())?;
        }
        Ok((permit, self.below_guide(access, dossier, &question, at)))
    }

    /// Records a refusal, and gives back what came in. A source that may not be opened and one that is not there leave the
    /// same line: who reads his own log learns nothing from it.
    fn note_refusal<T>(&mut self, outcome: Result<T, Error>, asked: Act) -> Result<T, Error> {
        if let Err(Error::NotFound { kind: "document", name }) = &outcome {
            let record = AuditRecord::new(Act::Deny).about("document", name.clone()).about("action", asked.as_str());
            self.note(record.about("reasons", "not_found"))?;
        }
        self.note_denial(outcome, &AuditRecord::new(asked))
    }

    /// What is to be warned of, document by document, as each finds its dossier: those of this batch that are in it already
    /// count.
    fn forewarned(&self, some: &[Ready], at: DateTime<Utc>) -> Result<BTreeMap<DocumentId, Reason>, Error> {
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

    /// The class of a document, and its number, or a deposit number where the officer may not read it.
    pub(crate) fn numbered(&self, id: &DocumentId) -> Option<(ClassId, String)> {
        let filing = self.state.documents.get(id)?;
        let reads = self.state.may_open(self.id(), &filing.class, self.now()).is_ok();
        let reference = if reads { self.state.reference(&filing) } else { self.state.deposit_number(id, filing.year) };
        Some((filing.class.clone(), reference))
    }

    /// What somebody who filed a document gets to know of it, warnings included. `same_bytes`: the reference of another.
    fn filed(
        &self,
        (ready, size): (&Ready, u64),
        same_bytes: Option<String>,
        aggregation: Option<Reason>,
        (text, unrecognised): (TextView, &[u32]),
    ) -> Result<FilingResult, Error> {
        let (class, reference) = self.numbered(&ready.id).ok_or(Error::Internal { what: "document" })?;
        let name = &ready.file_name.shown;
        let about = |code: &str| Reason::new(code).with("name", name.clone());
        let mut warnings = Vec::new();
        if let Some(original) = &ready.file_name.original {
            warnings.push(about("name_changed").with("original", text::told(original)));
        }
        if ready.line_ends {
            warnings.push(about("line_ends"));
        }
        if let Some(target) = &ready.link {
            warnings.push(link_followed(name, target));
        }
        if size == 0 {
            warnings.push(about("empty_file"));
        }
        if let Some(other) = same_bytes {
            warnings.push(about("already_filed").with("reference", other));
        }
        if size > 0 {
            warnings.extend(self.of_kind(name, &ready.media_type, &text));
        }
        warnings.extend(ready.of_text.warnings(name));
        warnings.extend(self.of_reading(name, &text, unrecognised));
        if ready.date > today(self.now()) {
            warnings.push(about("date_ahead").with("date", ready.date.to_string()));
        }
        if ready.kind.access.opens_by_two() {
            warnings.push(about("opens_by_two"));
        }
        warnings.extend(self.locked_out(&ready.kind.access, &ready.kind.dossier, self.now()));
        warnings.extend(self.nobody_reads(&ready.kind));
        warnings.extend(aggregation);
        let (title, file_name) = (ready.title.clone(), name.clone());
        Ok(FilingResult { id: ready.id.clone(), reference, class, title, file_name, text, warnings })
    }

    /// The key of a document reaches nobody: nobody may hold it, and too few custodians are there who could give it to somebody
    /// later.
    pub(crate) fn nobody_reads(&self, ClassOf { access, dossier }: &ClassOf) -> Option<Reason> {
        let nobody = !self.state.custody_is_sound() && self.state.would_hold(access, dossier, self.now()).is_empty();
        nobody.then(|| Reason::new("nobody_reads"))
    }

    /// The reference of the document that the same bytes were filed as before, in whatever version: one that this officer may see,
    /// or one of the same batch.
    fn same_bytes(
        &self,
        ready: &Ready,
        sealed: &SealedAs,
        readable: &BTreeSet<ClassId>,
        known: &mut BTreeMap<ContentHash, DocumentId>,
    ) -> Result<Option<String>, Error> {
        // The first that was filed: those of this batch that come after it are already there as well.
        let other = self.with_bytes(&sealed.content, readable)?;
        if let Some(other) = other.filter(|listed| listed.id != ready.id) {
            return Ok(Some(other.reference));
        }
        let first = known.entry(sealed.content).or_insert_with(|| ready.id.clone());
        Ok(if *first == ready.id { None } else { self.numbered(first).map(|(_, reference)| reference) })
    }
}
