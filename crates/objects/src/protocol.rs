//! How an object and its entry come to be: *note the intent → put the object → append the entry → settle*.
//!
//! Nothing can be written in two places at once. So first a note of intent names the batch, the head of the log that it
//! rests on, the objects of the batch and those that they replace. Then the objects are put in their place, then the
//! entry is appended. The log says which of the objects belong to documents: whatever was cut off in between is settled by
//! the next [`collect_garbage`], which asks it.
//!
//! Where a message may still arrive that had no answer, as at a server, the note of its batch stays for some time, also where the message
//! was sent once more and the batch is done. Each collection removes what came since, and only one that finds nothing any more, late enough, removes the note.
//!
//! A note is believed only under the name of its batch, and only if the log begins with the head that it names: with a log
//! that was put back, every object would look left over.

use std::io::{self, Read};

use ledger::Head;
use seal::{Flow, ObjectId, ObjectKey, PartKey, Recipient, Sealed, SecretBytes, open_part, seal_file, seal_part};

use crate::folder::WHAT;
use crate::root::unhex;
use crate::{Error, Heads, Held, LeftOver, ObjectStore};

/// Begins the text of a note of intent.
const NOTE: &str = "zegel filing 1";
/// How often something is sealed again because a key was renewed meanwhile.
const RETRIES: usize = 16;

/// Where writing can be made to fail or die, for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// An object is about to be sealed.
    Writing,
    /// The objects of a batch are sealed and not yet in their place.
    Sealed,
    /// They are in their place, without an entry.
    Placed,
    /// Their entries are in the log.
    Recorded,
    /// An object that one of them replaces is gone.
    Replaced,
    /// New heads are about to be noted.
    Heading,
    /// They are noted and not yet in their place.
    HeadsNoted,
    /// They are in their place, and still noted.
    HeadsPut,
}

/// Told of each step; an error ends it there. Real vaults have none.
pub type Steps<'f> = dyn Fn(Step) -> io::Result<()> + 'f;

/// What is about to be written.
#[derive(Clone, Debug)]
pub struct Intent {
    /// The name of the batch: of the form of an object's id, and its own.
    pub batch: String,
    /// The log that it rests on.
    pub head: Head,
    /// Objects that those of the batch replace: they go once the entries are in the log, and not before.
    pub replaces: Vec<ObjectId>,
}

/// One batch of objects with the entries that name them, as its writer knows it.
pub trait Write {
    type Done;
    type Error: From<Error>;

    /// Seals the objects, for the keys as they are now.
    ///
    /// # Errors
    /// They end it, and nothing of it is left.
    fn seal(&mut self, drafts: &mut Drafts<'_>) -> Result<(), Self::Error>;

    /// Appends the entries that name the objects, all of them or none.
    ///
    /// # Errors
    /// See [`NotAppended`].
    fn append(&mut self) -> Result<Self::Done, NotAppended<Self::Error>>;

    /// A key was renewed meanwhile: sees to it that all can be sealed again.
    ///
    /// # Errors
    /// They end it, and nothing of it is left.
    fn overtaken(&mut self) -> Result<(), Self::Error>;
}

/// Why entries were not appended.
#[derive(Debug)]
pub enum NotAppended<E> {
    /// They are not in the log, and are not tried again: the objects go.
    Refused(E),
    /// They are not in the log, because the keys that the objects are sealed for are no longer the right ones.
    Overtaken,
    /// Whether they are in the log is not known: the objects stay until somebody has asked the log.
    Unknown(E),
}

/// Seals, puts and records one batch. When this returns well, objects and entries are there; after an error neither is,
/// or the note of intent is, and the next [`collect_garbage`] asks the log.
///
/// # Errors
/// Those of `what`; [`Error::Full`], or why something could not be written.
pub fn write<W: Write>(
    store: &dyn ObjectStore,
    intent: Intent,
    steps: &Steps<'_>,
    what: &mut W,
) -> Result<W::Done, W::Error> {
    let mut batch = Batch::begin(store, intent)?;
    for _ in 0..RETRIES {
        what.seal(&mut Drafts { store, steps, sealed: &mut batch.drafts })?;
        batch.put(steps)?;
        match what.append() {
            Ok(done) => {
                batch.is_settled = true;
                steps(Step::Recorded).map_err(failed)?;
                batch.settle(steps)?;
                return Ok(done);
            }
            Err(NotAppended::Overtaken) => {
                batch.withdraw();
                if batch.may_come_late() {
                    // What was taken back may be removed once more, later: nothing is put under its name again.
                    return Err(Error::Busy.into());
                }
                what.overtaken()?;
            }
            Err(NotAppended::Refused(error)) => return Err(error),
            Err(NotAppended::Unknown(error)) => {
                batch.is_settled = true;
                return Err(error);
            }
        }
    }
    Err(Error::Busy.into())
}

/// Where the objects of a batch are sealed.
pub struct Drafts<'b> {
    store: &'b dyn ObjectStore,
    steps: &'b Steps<'b>,
    sealed: &'b mut Vec<ObjectId>,
}

impl Drafts<'_> {
    /// Seals one object.
    ///
    /// # Errors
    /// [`Error::Cancelled`], [`Error::Source`], [`Error::Full`], or why it could not be written.
    pub fn seal(
        &mut self,
        key: &ObjectKey,
        to: &Recipient,
        from: &mut (dyn Read + Send),
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<Sealed, Error> {
        let id = key.object();
        self.sealed.retain(|other| *other != id);
        (self.steps)(Step::Writing).map_err(failed)?;
        let draft = self.store.draft(&id)?;
        self.sealed.push(id);
        seal_file(key, to, from, &*draft, progress).map_err(|error| Error::sealing(WHAT, error))
    }

    /// Seals the text that is kept next to an object, under a key that depends on that of the object: whatever header the
    /// object gets later, who opens the one has the other. After the object was sealed.
    ///
    /// # Errors
    /// [`Error::Full`], or why it could not be written.
    pub fn text(&mut self, key: &ObjectKey, text: &[u8]) -> Result<(), Error> {
        let id = key.object();
        (self.steps)(Step::Writing).map_err(failed)?;
        self.store.draft_text(&id, &seal_part(&key.text_key(), place_of(&id).as_bytes(), text))
    }
}

/// The text that is kept next to an object, opened with the object's key for it. None: there is none.
///
/// # Errors
/// [`Error::Altered`] when it is not what was sealed there; when it cannot be read.
pub fn text(store: &dyn ObjectStore, id: &ObjectId, key: &PartKey) -> Result<Option<SecretBytes>, Error> {
    let Some(sealed) = store.text(id)? else { return Ok(None) };
    let altered = |_| Error::Altered { name: id.to_string(), flaw: "text" };
    open_part(key, place_of(id).as_bytes(), &sealed).map(Some).map_err(altered)
}

/// Where a text belongs: it opens next to no other object.
fn place_of(id: &ObjectId) -> String {
    format!("text/{id}")
}

/// A batch that is being written; what is not settled when it is dropped is taken back.
struct Batch<'s> {
    store: &'s dyn ObjectStore,
    _writing: Held,
    intent: Intent,
    drafts: Vec<ObjectId>,
    placed: Vec<ObjectId>,
    /// The text of its note, once there may be one.
    noted: Option<String>,
    /// How many messages had no answer when its objects were put first.
    unanswered: Option<u64>,
    /// What was put failed, however that came.
    has_failed: bool,
    /// What is left is for the log to judge.
    is_settled: bool,
}

impl<'s> Batch<'s> {
    fn begin(store: &'s dyn ObjectStore, intent: Intent) -> Result<Batch<'s>, Error> {
        let writing = store.writing()?;
        let (drafts, placed) = (Vec::new(), Vec::new());
        Ok(Batch {
            store,
            _writing: writing,
            intent,
            drafts,
            placed,
            noted: None,
            unanswered: None,
            has_failed: false,
            is_settled: false,
        })
    }

    /// Whether something of it may still arrive.
    fn may_come_late(&self) -> bool {
        let has_no_answer = |before| self.has_failed || self.store.unanswered() != before;
        self.store.comes_late() && self.unanswered.is_some_and(has_no_answer)
    }

    fn put(&mut self, steps: &Steps<'_>) -> Result<(), Error> {
        steps(Step::Sealed).map_err(failed)?;
        // Whatever a place answers from here on: the note may be there, and then the objects.
        let note = self.noted.insert(self.intent.text(&self.drafts));
        self.store.note(&self.intent.batch, note.as_bytes())?;
        self.unanswered.get_or_insert_with(|| self.store.unanswered());
        let put = self.store.put(&self.drafts);
        // What a server did not answer it may do all the same, later.
        self.has_failed |= put.is_err();
        match put {
            // What has the name of one of them is another's.
            Err(error @ Error::Exists(_)) => return Err(error),
            put => {
                self.placed.append(&mut self.drafts);
                put?;
            }
        }
        steps(Step::Placed).map_err(failed)
    }

    /// The entries are in the log: what they replace goes. What cannot be removed now is left to the next collection, with the
    /// note of intent.
    fn settle(&mut self, steps: &Steps<'_>) -> Result<(), Error> {
        let mut gone = true;
        for old in &self.intent.replaces {
            gone &= self.store.remove(old).is_ok();
            steps(Step::Replaced).map_err(failed)?;
        }
        if gone && !self.stays() {
            let _ = self.store.clear(&LeftOver::Note(self.intent.batch.clone()));
        }
        Ok(())
    }

    /// Whether its note stays, because something may still arrive.
    fn stays(&self) -> bool {
        let Some(note) = self.noted.as_ref().filter(|_| self.may_come_late()) else { return false };
        // So that it is of now. Where it cannot be written, the one that is there stays.
        let _ = self.store.note(&self.intent.batch, note.as_bytes());
        true
    }

    /// Nothing of it is in the log, and nothing of it stays.
    fn withdraw(&mut self) {
        self.store.drop_drafts(&self.drafts);
        self.store.drop_drafts(&self.placed);
        self.drafts.clear();
        let mut gone = true;
        for id in self.placed.drain(..) {
            gone &= self.store.remove(&id).is_ok();
        }
        if !gone || self.noted.is_none() || self.stays() {
            return;
        }
        if self.store.clear(&LeftOver::Note(self.intent.batch.clone())).is_ok() {
            self.noted = None;
        }
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        if !self.is_settled {
            self.withdraw();
        }
    }
}

impl Intent {
    fn text(&self, objects: &[ObjectId]) -> String {
        let root = seal::hex(&self.head.root.0);
        let mut note = format!("{NOTE}\n{}\n{}\n{root}\n", self.batch, self.head.size);
        for id in objects.iter().chain(&self.replaces) {
            note.push_str(id.as_str());
            note.push('\n');
        }
        note
    }
}

/// Gives objects new heads, by which they open for another key and remain what they are: *note the heads → put them in their
/// place → forget the note*. A process that dies in between leaves objects that open: [`settle_heads`] puts the noted ones in place.
///
/// # Errors
/// Why they could not be written. What was noted then stays noted.
pub fn write_heads(store: &dyn ObjectStore, batch: &str, heads: &Heads, steps: &Steps<'_>) -> Result<(), Error> {
    // Nobody collects meanwhile.
    let _writing = store.writing()?;
    steps(Step::Heading).map_err(failed)?;
    store.note_heads(batch, heads)?;
    steps(Step::HeadsNoted).map_err(failed)?;
    store.put_heads(heads)?;
    steps(Step::HeadsPut).map_err(failed)?;
    store.clear(&LeftOver::Heads(batch.to_owned()))?;
    Ok(())
}

/// Puts in their place the heads that killed processes noted. For a session that has the right to give new ones: a note that is put in
/// place later than another one would undo it.
///
/// # Errors
/// When they cannot be read or written.
pub fn settle_heads(store: &dyn ObjectStore) -> Result<(), Error> {
    for left in store.left_over()? {
        if let LeftOver::Heads(batch) = &left {
            put_noted(store, batch)?;
            store.clear(&left)?;
        }
    }
    Ok(())
}

fn put_noted(store: &dyn ObjectStore, batch: &str) -> Result<(), Error> {
    match store.noted_heads(batch)? {
        Some(heads) => store.put_heads(&heads),
        None => Ok(()),
    }
}

/// What a note of intent says.
struct Noted {
    head: Head,
    objects: Vec<ObjectId>,
}

impl Noted {
    fn read(bytes: &[u8], batch: &str) -> Option<Noted> {
        let mut lines = std::str::from_utf8(bytes).ok()?.lines();
        if lines.next()? != NOTE || lines.next()? != batch {
            return None;
        }
        let size = lines.next()?.parse().ok()?;
        let root = unhex(lines.next()?)?;
        let objects = lines.map(|line| ObjectId::parse(line).ok()).collect::<Option<_>>()?;
        Some(Noted { head: Head { size, root: ledger::Hash(root) }, objects })
    }
}

/// What a collection asks of the log, once nobody else can write.
pub trait Log {
    /// Whether the log begins with this head.
    fn begins_with(&self, head: &Head) -> bool;
    /// Whether this is the object of a document.
    fn holds(&self, object: &ObjectId) -> bool;
}

/// Settles what killed processes left behind, unless somebody is writing now. `log` is asked for only once nobody else can
/// write. Gives how many objects and drafts were removed.
///
/// # Errors
/// [`Error::Altered`]; when the store cannot be read or written: what was not collected is collected later.
pub fn collect_garbage<L: Log, E: From<Error>>(
    store: &dyn ObjectStore,
    log: impl FnOnce() -> Result<L, E>,
) -> Result<usize, E> {
    let left = store.left_over()?;
    if left.is_empty() {
        return Ok(0);
    }
    let Some(_alone) = store.collecting()? else { return Ok(0) };
    let log = log()?;
    let mut collected = 0;
    for left in &left {
        if let LeftOver::Note(batch) = left
            && let Some(bytes) = store.noted(batch)?
            && let Some(noted) = Noted::read(&bytes, batch)
        {
            if !log.begins_with(&noted.head) {
                // Kept for a log that goes as far.
                continue;
            }
            let mut found = 0;
            for id in noted.objects.iter().filter(|id| !log.holds(id)) {
                found += usize::from(store.remove(id)?);
            }
            collected += found;
            if store.comes_late() && found > 0 {
                // Where something came, more may come: from now on again.
                store.note(batch, &bytes)?;
            }
            if !store.is_over(batch)? {
                continue;
            }
        }
        if let LeftOver::Heads(batch) = left {
            // Who gives objects new heads has the right to write.
            put_noted(store, batch)?;
        }
        let there = store.clear(left)?;
        collected += usize::from(there && matches!(left, LeftOver::Draft(_)));
    }
    Ok(collected)
}

/// The objects of which the next collection asks the log whether they belong to a document, unless somebody is writing now:
/// those that the notes of broken-off work name. Changes nothing.
///
/// # Errors
/// When the store cannot be read.
pub fn undecided(store: &dyn ObjectStore, begins_with: impl Fn(&Head) -> bool) -> Result<Vec<ObjectId>, Error> {
    let notes = notes(store)?;
    if notes.is_empty() {
        return Ok(Vec::new());
    }
    let Some(_alone) = store.collecting()? else { return Ok(Vec::new()) };
    Ok(notes.into_iter().filter(|noted| begins_with(&noted.head)).flat_map(|noted| noted.objects).collect())
}

/// The objects that some note of intent names, be its writer at work or not. Such a note stays until the entry is written.
///
/// # Errors
/// When the store cannot be read.
pub fn intended(store: &dyn ObjectStore) -> Result<Vec<ObjectId>, Error> {
    Ok(notes(store)?.into_iter().flat_map(|noted| noted.objects).collect())
}

fn notes(store: &dyn ObjectStore) -> Result<Vec<Noted>, Error> {
    let mut notes = Vec::new();
    for left in store.left_over()? {
        if let LeftOver::Note(batch) = left {
            notes.extend(store.noted(&batch)?.and_then(|bytes| Noted::read(&bytes, &batch)));
        }
    }
    Ok(notes)
}

fn failed(error: io::Error) -> Error {
    Error::io(WHAT, error)
}
