//! Where sealed objects lie: the trait.

use std::any::Any;
use std::collections::BTreeSet;
use std::fmt::Debug;

use seal::{Flow, ObjectId, ReadAt, WriteAt};

use crate::{Brought, Cache, Error, Heads};

/// A right that lasts as long as this is kept.
pub type Held = Box<dyn Any + Send>;

/// The most bytes that a sealed text may have.
pub const LONGEST_TEXT: u64 = 5 << 20;

/// A place for objects. Several processes may use the same one; `conformance` says in tests what each must do.
///
/// An object is written as a draft, which nobody sees, and then put in its place, where nothing of it changes but its head. On a server a
/// draft is a file of this workstation until it is put; the rights to write and to collect are locks of the database
/// (`pg_advisory_lock_shared` and its exclusive kin), notes are rows or small objects, and reading asks for ranges.
pub trait ObjectStore: Send + Sync + Debug {
    /// The right to write. Many may hold it at once; as long as anybody does, nobody collects garbage. Waits for one that does.
    ///
    /// # Errors
    /// When the place cannot be written.
    fn writing(&self) -> Result<Held, Error>;

    /// The right to collect garbage; none while anybody writes or collects. Does not wait.
    ///
    /// # Errors
    /// When the place cannot be written.
    fn collecting(&self) -> Result<Option<Held>, Error>;

    /// A new, empty draft of an object, instead of one that is there.
    ///
    /// # Errors
    /// When the place cannot be written.
    fn draft(&self, id: &ObjectId) -> Result<Box<dyn WriteAt>, Error>;

    /// A draft of the text that is kept next to an object, sealed; instead of one that is there. It goes where the draft of
    /// its object goes, and is removed with the object.
    ///
    /// # Errors
    /// When the place cannot be written.
    fn draft_text(&self, id: &ObjectId, sealed: &[u8]) -> Result<(), Error>;

    /// The text that is kept next to an object, sealed. None: there is none, or none that anybody here would keep.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has its name; when it cannot be read.
    fn text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error>;

    /// Removes drafts with those of their texts; those that are not there are gone.
    fn drop_drafts(&self, ids: &[ObjectId]);

    /// Puts drafts in their places, with the drafts of their texts, durably. Together they wait for the disk once.
    ///
    /// # Errors
    /// [`Error::Exists`] when one of them is there already: it stays as it is. After an error the store has taken back what
    /// it could; the note of intent tells the next collection of the rest.
    fn put(&self, ids: &[ObjectId]) -> Result<(), Error>;

    /// An object, to be read from any place in it. None: there is none.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has its name; when it cannot be read.
    fn open(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, Error>;

    /// As [`ObjectStore::open`], of what lies there itself: a copy that is kept here is not read, and none is made. For all of
    /// them, one after the other.
    ///
    /// # Errors
    /// As [`ObjectStore::open`].
    fn open_there(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, Error> {
        self.open(id)
    }

    /// Sees to it that an object lies on this workstation, sealed as it is. `goes_on` is told how many bytes came.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; when it cannot be read.
    fn bring_here(&self, id: &ObjectId, goes_on: &mut dyn FnMut(u64) -> Flow) -> Result<Brought, Error> {
        let _ = goes_on;
        Ok(if self.open(id)?.is_some() { Brought::Here } else { Brought::Missing })
    }

    /// The copies that are kept on this workstation of objects that lie elsewhere; none where they lie here, or none are kept.
    fn cache(&self) -> Option<&Cache> {
        None
    }

    /// Removes an object and all that belongs to it, durably. Says whether there was anything.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has its name.
    fn remove(&self, id: &ObjectId) -> Result<bool, Error>;

    /// Up to `limit` ids in their order, after this one.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn list(&self, after: Option<&ObjectId>, limit: usize) -> Result<Vec<ObjectId>, Error>;

    /// Keeps a note under the name of a batch, durably, before anything of the batch is put. A name has the form of an
    /// object's id.
    ///
    /// # Errors
    /// When the place cannot be written; then there is none.
    fn note(&self, batch: &str, text: &[u8]) -> Result<(), Error>;

    /// Whether something that was put can still arrive after its writer gave it up, as on a server: then a note outlives its batch.
    fn comes_late(&self) -> bool {
        false
    }

    /// How many messages that change something were sent from here so far and had no answer. Each of them may still arrive, also where
    /// it was sent once more and that was answered.
    fn unanswered(&self) -> u64 {
        0
    }

    /// Whether the note of a batch was written so long ago that nothing of the batch can arrive any more.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn is_over(&self, batch: &str) -> Result<bool, Error> {
        let _ = batch;
        Ok(true)
    }

    /// The objects of which something is there besides the object itself: a text, a head, further pieces. Only where nobody lists files.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn belongings(&self) -> Result<BTreeSet<ObjectId>, Error> {
        Ok(BTreeSet::new())
    }

    /// The note of a batch; none when there is none, or one that nobody here would write.
    ///
    /// # Errors
    /// When it cannot be read.
    fn noted(&self, batch: &str) -> Result<Option<Vec<u8>>, Error>;

    /// The right to give objects new heads; none while anybody has it. Does not wait.
    ///
    /// # Errors
    /// When the place cannot be written.
    fn heading(&self) -> Result<Option<Held>, Error>;

    /// Keeps new heads under the name of a batch, durably. From then on these objects are read with them.
    ///
    /// # Errors
    /// When the place cannot be written; then nothing has changed.
    fn note_heads(&self, batch: &str, heads: &Heads) -> Result<(), Error>;

    /// The heads of a batch; none when there are none, or none that anybody here would note.
    ///
    /// # Errors
    /// When they cannot be read.
    fn noted_heads(&self, batch: &str) -> Result<Option<Heads>, Error>;

    /// Writes heads at the beginning of their objects, durably. Objects that are gone, or shorter, are passed over.
    ///
    /// # Errors
    /// [`Error::Altered`] when something else has the name of one; when one cannot be written.
    fn put_heads(&self, heads: &Heads) -> Result<(), Error>;

    /// What is there in addition to objects: of processes that are at work, or that died.
    ///
    /// # Errors
    /// When the place cannot be read.
    fn left_over(&self) -> Result<Vec<LeftOver>, Error>;

    /// Removes such a thing. Says whether it was there.
    ///
    /// # Errors
    /// When it cannot be removed.
    fn clear(&self, left: &LeftOver) -> Result<bool, Error>;
}

/// Something that is there in addition to objects.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOver {
    /// The note of a batch.
    Note(String),
    /// A draft of an object, or of its text.
    Draft(ObjectId),
    /// Noted heads of a batch.
    Heads(String),
    /// A note that was never finished.
    Unfinished(String),
}
