//! The sealed objects of a vault in an S3-compatible store.
//!
//! ```text
//! objects/<id>.age          an object: a stock age file. Of one that is longer than a piece, the first piece
//! pieces/<id>/<nonce>/<n>   its other pieces; the first one names the nonce and the whole length
//! texts/<id>                the sealed text next to an object
//! heads/<id>                what stands at the beginning of an object instead of what lies there
//! notes/<batch>.filing      a note of intent; <batch>.heads of heads
//! vault.toml                the settings of the vault, once it was published to the end
//! ```
//!
//! Nothing can be written in place there, so that a new head lies next to its object and is read before it. An object is there
//! when its first piece is: that one is put where there is none, after all others. Each piece is read back before an entry can
//! name it. Drafts lie on this workstation; the rights to write and to collect are locks of the database.
//!
//! A message that its writer gave up may arrive later. So the note of a batch that was given up stays, and for [`LATE`] each collection
//! removes what came since.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use objects::{
    Brought, Cache, Error as ObjectError, FolderObjects, Headed, Heads, Held, LONGEST_TEXT, LeftOver, ObjectStore,
    Root, heads_of_note, note_of_heads,
};
use seal::{Flow, ObjectId, ReadAt, WriteAt};

use crate::WallClock;
use crate::away::Away;
use crate::bucket::{Bucket, LONGEST, Put, StoredObject};
use crate::error::WHAT;
use crate::reading::{Object, PIECES_AT_ONCE, Pieces, bring, piece};
use crate::runtime;
use crate::{BucketAddress, Error, Secrets, Server};

/// Ends the name of a note of intent.
const INTENT: &str = ".filing";
/// Ends the name of a note of heads.
const HEADS: &str = ".heads";
/// The settings of the vault, and the most bytes that they have.
const SETTINGS: &str = "vault.toml";
const LONGEST_SETTINGS: u64 = 64 << 10;
/// The most notes that are looked at.
const NOTES: usize = 10_000;
/// Since when the store is not there, while it is not.
const OFFLINE: &str = "objects.offline";
/// How long after it was given up a message may still arrive. A store refuses one that was signed a quarter of an hour ago.
const LATE: Duration = Duration::from_secs(3600);
/// How many names a folder may have: a list that goes on for longer has no end.
const MOST_NAMES: usize = 10_000_000;
/// How many names that are none of ours are passed over for one page of objects.
const STRANGERS: usize = 100_000;
/// How many things may belong to one object.
const BELONGINGS: usize = 1 << 18;
/// How often something that is said to be there may be gone when it is looked at.
const GIVEN_UP: u32 = 3;
/// How many objects are put at once.
const AT_ONCE: usize = 6;
/// How long an object is that has several pieces, and the folder of the others.
const LENGTH: &str = "zegel-length";
const REST: &str = "zegel-rest";

/// The objects of a vault in a bucket.
#[derive(Clone)]
pub struct S3Objects {
    server: Arc<Server>,
    bucket: Bucket,
    drafts: FolderObjects,
    /// Copies of what was read.
    cache: Option<Cache>,
    /// What could not be taken back yet, with the hash of its first piece: by that it is told from another's.
    stuck: Arc<Mutex<BTreeMap<ObjectId, [u8; 32]>>>,
    late: Duration,
    away: Option<Away>,
}

impl S3Objects {
    /// The objects in a bucket, with rights from the server of the log and drafts in a folder of this workstation. Nothing is
    /// asked yet.
    ///
    /// # Errors
    /// [`Error::Secrets`] when the certificates of the authority cannot be read.
    pub fn new(at: &BucketAddress, secrets: &Secrets, server: Arc<Server>, drafts: Root) -> Result<S3Objects, Error> {
        let (bucket, drafts) = (Bucket::new(at, secrets)?, FolderObjects::new(drafts));
        Ok(S3Objects { server, bucket, drafts, cache: None, stuck: Arc::default(), late: LATE, away: None })
    }

    /// The same, where a folder remembers since when they are not there.
    #[must_use]
    pub fn remembered_in(self, folder: Root, clock: Arc<WallClock>) -> S3Objects {
        let away = Away::new(folder, OFFLINE, clock);
        S3Objects { bucket: self.bucket.remembered_by(away.clone()), away: Some(away), ..self }
    }

    /// The same, with copies of what is read on this workstation.
    #[must_use]
    pub fn with_cache(self, cache: Cache) -> S3Objects {
        S3Objects { cache: Some(cache), ..self }
    }

    /// The same, where what was given up arrives within so long, or, with nothing, never: for tests.
    #[must_use]
    pub fn late_by(self, late: Duration) -> S3Objects {
        S3Objects { late, ..self }
    }

    /// Sees whether the store keeps to the condition of a write: a store that puts the second of two things in the place of the
    /// first is of no use.
    ///
    /// # Errors
    /// [`Error::Unconditional`]; [`Error::Offline`], [`Error::Refused`], [`Error::Answer`].
    pub fn probe(&self) -> Result<(), Error> {
        let name = format!("probes/{}", seal::random_id());
        runtime::wait_long(async {
            let mut puts = Vec::new();
            for bytes in [&b"first"[..], b"second"] {
                puts.push(self.bucket.put_new(&name, Bytes::from_static(bytes), Vec::new()).await?);
            }
            let there = self.bucket.read(&name).await?;
            self.bucket.remove(&name).await?;
            match (puts.as_slice(), there.as_deref()) {
                ([Put::New, Put::There], Some(b"first")) => Ok(()),
                _ => Err(Error::Unconditional),
            }
        })
    }

    /// Since when the store is not there, as the last of this workstation who asked it found, in seconds since 1970.
    pub fn offline_since(&self) -> Option<u64> {
        self.away.as_ref().and_then(Away::since)
    }

    /// What every workstation has to know of the vault before its first entry: it is there once the vault was published.
    ///
    /// # Errors
    /// [`Error::Offline`], [`Error::Refused`], [`Error::Answer`].
    pub fn settings(&self) -> Result<Option<Vec<u8>>, Error> {
        runtime::wait_long(async {
            match self.bucket.find(SETTINGS).await? {
                Some(found) if found.size <= LONGEST_SETTINGS => self.bucket.read(SETTINGS).await,
                Some(_) => Err(Error::Answer),
                None => Ok(None),
            }
        })
        .map(|read| read.map(Vec::from))
    }

    /// Puts it there.
    ///
    /// # Errors
    /// As [`S3Objects::settings`].
    pub fn put_settings(&self, bytes: &[u8]) -> Result<(), Error> {
        runtime::wait_long(self.bucket.put(SETTINGS, Bytes::copy_from_slice(bytes)))
    }

    fn pieces(&self, id: &ObjectId, found: &StoredObject) -> Result<Pieces, ObjectError> {
        let altered = || ObjectError::Altered { name: id.to_string(), flaw: "pieces" };
        let first = object(id);
        match (found.tag(LENGTH), found.tag(REST)) {
            (None, None) => Ok(Pieces { first, rest: None, length: found.size, version: found.version.clone() }),
            (Some(length), Some(nonce)) => {
                let length = length.parse().map_err(|_| altered())?;
                let nonce = ObjectId::parse(nonce).map_err(|_| altered())?;
                if found.size != LONGEST || length <= LONGEST {
                    return Err(altered());
                }
                let rest = Some(format!("{}/{nonce}", pieces_of(id)));
                Ok(Pieces { first, rest, length, version: found.version.clone() })
            }
            _ => Err(altered()),
        }
    }

    /// The object as it was put, without what was noted or put at its beginning since.
    ///
    /// # Errors
    /// As [`ObjectStore::open`].
    pub fn as_put(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, ObjectError> {
        let found = self.find(id)?;
        Ok(found.map(|pieces| Box::new(Object::new(self.bucket.clone(), pieces)) as Box<dyn ReadAt>))
    }

    fn find(&self, id: &ObjectId) -> Result<Option<Pieces>, ObjectError> {
        let found = runtime::wait_long(self.bucket.find(&object(id)))?;
        found.map(|found| self.pieces(id, &found)).transpose()
    }

    /// Puts one object in its place with its text.
    async fn put_one(&self, id: &ObjectId) -> Result<(), ObjectError> {
        let gone = || ObjectError::io(WHAT, io::ErrorKind::NotFound.into());
        let draft = self.drafts.drafted(id)?.ok_or_else(gone)?;
        let length = draft.metadata().map_err(|e| ObjectError::io(WHAT, e))?.len();
        let exists = || ObjectError::Exists(id.to_string());
        let mut tags = Vec::new();
        let mut folder = None;
        if length > LONGEST {
            if self.bucket.find(&object(id)).await?.is_some() {
                return Err(exists());
            }
            let nonce = seal::random_id();
            let rest = format!("{}/{nonce}", pieces_of(id));
            let (draft, rest) = (&draft, &rest);
            let pieces = (1..length.div_ceil(LONGEST)).map(|number| async move {
                let bytes = read_piece(draft, number, length)?;
                let name = piece(rest, number);
                self.bucket.put(&name, bytes.clone()).await?;
                self.is_read_back(id, &name, &bytes).await
            });
            let mut pieces = futures_util::stream::iter(pieces).buffer_unordered(PIECES_AT_ONCE);
            while let Some(put) = pieces.next().await {
                put?;
            }
            drop(pieces);
            tags = vec![(LENGTH, length.to_string()), (REST, nonce)];
            folder = Some(rest.clone());
        }
        let bytes = read_piece(&draft, 0, length)?;
        let mut gone_again = 0;
        while self.bucket.put_new(&object(id), bytes.clone(), tags.clone()).await? == Put::There {
            // What is there may be of an earlier try, whose answer was lost: then it is this very piece. It may also have been one
            // that the store gave up meanwhile.
            match self.is_mine(id, &bytes, &tags).await? {
                Some(true) => break,
                Some(false) => {
                    if let Some(folder) = folder {
                        self.remove_all(&folder).await?;
                    }
                    return Err(exists());
                }
                None if gone_again < GIVEN_UP => gone_again += 1,
                None => return Err(Error::Answer.into()),
            }
        }
        self.is_read_back(id, &object(id), &bytes).await?;
        if let Some(sealed) = self.drafts.drafted_text(id)? {
            let sealed = Bytes::from(sealed);
            self.bucket.put(&text(id), sealed.clone()).await?;
            self.is_read_back(id, &text(id), &sealed).await?;
        }
        Ok(())
    }

    /// Whether what is there is this very piece; none where nothing is.
    async fn is_mine(
        &self,
        id: &ObjectId,
        bytes: &Bytes,
        tags: &[(&'static str, String)],
    ) -> Result<Option<bool>, Error> {
        let Some(found) = self.bucket.find(&object(id)).await? else { return Ok(None) };
        let is_tagged = [LENGTH, REST]
            .iter()
            .all(|name| found.tag(name) == tags.iter().find(|(tag, _)| tag == name).map(|(_, value)| value.as_str()));
        if !is_tagged || found.size != bytes.len() as u64 {
            return Ok(Some(false));
        }
        Ok(self.bucket.read(&object(id)).await?.map(|there| there == *bytes))
    }

    async fn is_read_back(&self, id: &ObjectId, name: &str, bytes: &Bytes) -> Result<(), ObjectError> {
        if self.bucket.read(name).await?.as_ref() == Some(bytes) {
            return Ok(());
        }
        Err(ObjectError::Altered { name: id.to_string(), flaw: "written" })
    }

    fn stuck(&self) -> MutexGuard<'_, BTreeMap<ObjectId, [u8; 32]>> {
        self.stuck.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes back what was put from a draft, or remembers that it could not be.
    fn take_back(&self, id: &ObjectId) {
        let Ok(Some(draft)) = self.drafts.drafted(id) else { return };
        let Ok(length) = draft.metadata().map(|metadata| metadata.len()) else { return };
        let Ok(piece) = read_piece(&draft, 0, length) else { return };
        let first = seal::sha256(&piece);
        if runtime::wait_long(self.remove_mine(id, &first)).is_err() {
            self.stuck().insert(id.clone(), first);
        }
    }

    /// Removes an object if it is this one.
    async fn remove_mine(&self, id: &ObjectId, first: &[u8; 32]) -> Result<(), Error> {
        match self.bucket.read(&object(id)).await? {
            Some(there) if seal::sha256(&there) == *first => self.remove_one(id).await.map(drop),
            Some(_) => Ok(()),
            None => self.remove_all(&pieces_of(id)).await.map(drop),
        }
    }

    /// Takes back what could not be before. As long as something is left, its note stays.
    fn take_back_stuck(&self) -> Result<(), ObjectError> {
        let stuck = self.stuck().clone();
        for (id, first) in stuck {
            runtime::wait_long(self.remove_mine(&id, &first))?;
            self.stuck().remove(&id);
        }
        Ok(())
    }

    /// Says whether there was anything.
    async fn remove_all(&self, folder: &str) -> Result<bool, Error> {
        let (mut last, mut removed): (Option<String>, usize) = (None, 0);
        loop {
            let names = self.bucket.list(folder, last.as_deref(), 1000).await?;
            let Some(next) = names.last().cloned() else { return Ok(removed > 0) };
            removed += names.len();
            if removed > BELONGINGS {
                return Err(Error::Answer);
            }
            last = Some(next);
            for name in names {
                self.bucket.remove(&format!("{folder}/{name}")).await?;
            }
        }
    }

    async fn remove_one(&self, id: &ObjectId) -> Result<bool, Error> {
        if let Some(cache) = &self.cache {
            cache.forget(id);
        }
        let mut there = false;
        // The object goes last: as long as it is there, the next process knows that something is left.
        for name in [text(id), head(id), object(id)] {
            there |= self.bucket.find(&name).await?.is_some();
            self.bucket.remove(&name).await?;
        }
        there |= self.remove_all(&pieces_of(id)).await?;
        Ok(there)
    }

    /// What time it is for the store, in milliseconds since 1970: its clock is the one that it gives notes their times by.
    async fn now_ms(&self) -> Result<i64, Error> {
        let name = format!("probes/{}", seal::random_id());
        self.bucket.put(&name, Bytes::from_static(b"now")).await?;
        let found = self.bucket.find(&name).await?.ok_or(Error::Answer)?;
        self.bucket.remove(&name).await?;
        Ok(found.at_ms)
    }

    /// The ids by which things in a folder are named, or the folders in it.
    async fn ids(&self, folder: &str) -> Result<BTreeSet<ObjectId>, Error> {
        let mut ids = BTreeSet::new();
        let (mut last, mut looked): (Option<String>, usize) = (None, 0);
        loop {
            let names = self.bucket.list(folder, last.as_deref(), 1000).await?;
            let Some(next) = names.last().cloned() else { return Ok(ids) };
            looked += names.len();
            if looked > MOST_NAMES {
                return Err(Error::Answer);
            }
            ids.extend(names.iter().filter_map(|name| ObjectId::parse(name.split('/').next()?).ok()));
            last = Some(next);
        }
    }

    /// As [`S3Objects::find`]; of what is not there, no copy is kept.
    fn find_here(&self, id: &ObjectId) -> Result<Option<Pieces>, ObjectError> {
        let found = self.find(id)?;
        if let (None, Some(cache)) = (&found, &self.cache) {
            cache.forget(id);
        }
        Ok(found)
    }

    /// An object with the head that was put or noted for it since.
    fn headed(&self, id: &ObjectId, object: Object) -> Result<Box<dyn ReadAt>, ObjectError> {
        let (put, noted) = runtime::wait_long(async {
            Ok::<_, Error>((self.bucket.read(&head(id)).await?, self.noted_head(id).await?))
        })?;
        let object: Box<dyn ReadAt> = match put {
            Some(head) => Box::new(Headed { head: head.to_vec(), object }),
            None => Box::new(object),
        };
        Ok(match noted {
            Some(head) => Box::new(Headed { head, object }),
            None => object,
        })
    }

    /// The head that is noted for an object, where one is.
    async fn noted_head(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, Error> {
        for name in self.bucket.list("notes", None, NOTES).await? {
            if !name.ends_with(HEADS) {
                continue;
            }
            let note = self.bucket.read(&format!("notes/{name}")).await?;
            let heads = note.and_then(|note| heads_of_note(&note)).unwrap_or_default();
            if let Some((_, head)) = heads.into_iter().find(|(noted, _)| noted == id) {
                return Ok(Some(head));
            }
        }
        Ok(None)
    }

    fn write_note(&self, batch: &str, ending: &str, text: &[u8]) -> Result<(), ObjectError> {
        let name = note(batch, ending)?;
        Ok(runtime::wait_long(self.bucket.put(&name, Bytes::copy_from_slice(text)))?)
    }

    fn read_note(&self, batch: &str, ending: &str) -> Result<Option<Bytes>, ObjectError> {
        let name = note(batch, ending)?;
        Ok(runtime::wait_long(self.bucket.read(&name))?)
    }

    fn clear_note(&self, batch: &str, ending: &str) -> Result<bool, ObjectError> {
        let name = note(batch, ending)?;
        let cleared = runtime::wait_long(async {
            let there = self.bucket.find(&name).await?.is_some();
            self.bucket.remove(&name).await?;
            Ok::<_, Error>(there)
        });
        Ok(cleared?)
    }
}

impl fmt::Debug for S3Objects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S3Objects({:?})", self.bucket)
    }
}

impl ObjectStore for S3Objects {
    fn writing(&self) -> Result<Held, ObjectError> {
        let here = self.drafts.writing()?;
        let everywhere = self.server.begin_writing()?;
        Ok(Box::new((everywhere, here)))
    }

    fn collecting(&self) -> Result<Option<Held>, ObjectError> {
        let Some(here) = self.drafts.collecting()? else { return Ok(None) };
        let everywhere = self.server.begin_collecting()?;
        Ok(everywhere.map(|everywhere| Box::new((everywhere, here)) as Held))
    }

    fn draft(&self, id: &ObjectId) -> Result<Box<dyn WriteAt>, ObjectError> {
        self.drafts.draft(id)
    }

    fn draft_text(&self, id: &ObjectId, sealed: &[u8]) -> Result<(), ObjectError> {
        self.drafts.draft_text(id, sealed)
    }

    fn text(&self, id: &ObjectId) -> Result<Option<Vec<u8>>, ObjectError> {
        let read = runtime::wait_long(async {
            match self.bucket.find(&text(id)).await? {
                // No text of ours is that long.
                Some(found) if found.size <= LONGEST_TEXT => self.bucket.read(&text(id)).await,
                Some(_) | None => Ok(None),
            }
        });
        Ok(read?.map(Vec::from))
    }

    fn drop_drafts(&self, ids: &[ObjectId]) {
        self.drafts.drop_drafts(ids);
    }

    fn put(&self, ids: &[ObjectId]) -> Result<(), ObjectError> {
        self.take_back_stuck()?;
        let put: Vec<(ObjectId, Result<(), ObjectError>)> = runtime::wait_long(async {
            let puts = ids.iter().map(|id| async { (id.clone(), self.put_one(id).await) });
            Ok::<_, ObjectError>(futures_util::stream::iter(puts).buffered(AT_ONCE).collect().await)
        })?;
        if put.iter().all(|(_, put)| put.is_ok()) {
            self.drafts.drop_drafts(ids);
            return Ok(());
        }
        let mut first = None;
        for (id, put) in put {
            // Of what failed nobody knows whether it is there.
            if !matches!(put, Err(ObjectError::Exists(_))) {
                self.take_back(&id);
            }
            first = first.or(put.err());
        }
        first.map_or(Ok(()), Err)
    }

    fn open(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, ObjectError> {
        let Some(pieces) = self.find_here(id)? else { return Ok(None) };
        let key = pieces.key(id);
        let object = Object::new(self.bucket.clone(), pieces);
        let object = match &self.cache {
            Some(cache) => object.through(cache, key),
            None => object,
        };
        self.headed(id, object).map(Some)
    }

    fn open_there(&self, id: &ObjectId) -> Result<Option<Box<dyn ReadAt>>, ObjectError> {
        let Some(pieces) = self.find(id)? else { return Ok(None) };
        self.headed(id, Object::new(self.bucket.clone(), pieces)).map(Some)
    }

    fn bring_here(&self, id: &ObjectId, goes_on: &mut dyn FnMut(u64) -> Flow) -> Result<Brought, ObjectError> {
        let Some(pieces) = self.find_here(id)? else { return Ok(Brought::Missing) };
        match &self.cache {
            Some(cache) => bring(&self.bucket, &pieces, cache, &pieces.key(id), goes_on),
            None => Ok(Brought::NoRoom),
        }
    }

    fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }

    fn remove(&self, id: &ObjectId) -> Result<bool, ObjectError> {
        Ok(runtime::wait_long(self.remove_one(id))?)
    }

    fn list(&self, after: Option<&ObjectId>, limit: usize) -> Result<Vec<ObjectId>, ObjectError> {
        let mut last = after.map(|after| format!("{after}.age"));
        let (mut ids, mut looked) = (Vec::new(), 0);
        // What is none of ours takes the place of no object: fewer than were asked for are all that there are.
        while ids.len() < limit {
            let most = limit - ids.len();
            let names = runtime::wait_long(self.bucket.list("objects", last.as_deref(), most))?;
            looked += names.len();
            if looked > limit.saturating_add(STRANGERS) {
                return Err(Error::Answer.into());
            }
            ids.extend(names.iter().filter_map(|name| ObjectId::parse(name.strip_suffix(".age")?).ok()));
            if names.len() < most {
                break;
            }
            last = names.last().cloned();
        }
        Ok(ids)
    }

    fn note(&self, batch: &str, text: &[u8]) -> Result<(), ObjectError> {
        self.write_note(batch, INTENT, text)
    }

    fn comes_late(&self) -> bool {
        !self.late.is_zero()
    }

    fn unanswered(&self) -> u64 {
        self.bucket.unanswered()
    }

    fn is_over(&self, batch: &str) -> Result<bool, ObjectError> {
        if !self.comes_late() {
            return Ok(true);
        }
        let name = note(batch, INTENT)?;
        let age = runtime::wait_long(async {
            match self.bucket.find(&name).await? {
                Some(noted) => Ok::<_, Error>(Some(self.now_ms().await?.saturating_sub(noted.at_ms))),
                None => Ok(None),
            }
        });
        Ok(age?.is_none_or(|age| u128::try_from(age).is_ok_and(|age| age >= self.late.as_millis())))
    }

    fn belongings(&self) -> Result<BTreeSet<ObjectId>, ObjectError> {
        Ok(runtime::wait_long(async {
            let mut ids = BTreeSet::new();
            for folder in ["pieces", "texts", "heads"] {
                ids.append(&mut self.ids(folder).await?);
            }
            Ok::<_, Error>(ids)
        })?)
    }

    fn noted(&self, batch: &str) -> Result<Option<Vec<u8>>, ObjectError> {
        Ok(self.read_note(batch, INTENT)?.map(Vec::from))
    }

    fn heading(&self) -> Result<Option<Held>, ObjectError> {
        Ok(self.server.begin_heading()?.map(|right| Box::new(right) as Held))
    }

    fn note_heads(&self, batch: &str, heads: &Heads) -> Result<(), ObjectError> {
        self.write_note(batch, HEADS, &note_of_heads(heads))
    }

    fn noted_heads(&self, batch: &str) -> Result<Option<Heads>, ObjectError> {
        Ok(self.read_note(batch, HEADS)?.and_then(|note| heads_of_note(&note)))
    }

    fn put_heads(&self, heads: &Heads) -> Result<(), ObjectError> {
        for (id, new) in heads {
            let Some(pieces) = self.find(id)? else { continue };
            if pieces.length < new.len() as u64 {
                continue;
            }
            runtime::wait_long(async {
                // What it does not reach stays as it was.
                let mut whole = new.clone();
                let old = self.bucket.read(&head(id)).await?.unwrap_or_default();
                whole.extend_from_slice(old.get(new.len()..).unwrap_or_default());
                self.bucket.put(&head(id), whole.into()).await
            })?;
        }
        Ok(())
    }

    fn left_over(&self) -> Result<Vec<LeftOver>, ObjectError> {
        let mut left = self.drafts.left_over()?;
        let names = runtime::wait_long(self.bucket.list("notes", None, NOTES))?;
        left.extend(names.iter().filter_map(|name| left_over(name)));
        left.sort();
        Ok(left)
    }

    fn clear(&self, left: &LeftOver) -> Result<bool, ObjectError> {
        match left {
            LeftOver::Note(batch) => {
                self.take_back_stuck()?;
                self.clear_note(batch, INTENT)
            }
            LeftOver::Heads(batch) => self.clear_note(batch, HEADS),
            LeftOver::Draft(_) | LeftOver::Unfinished(_) => self.drafts.clear(left),
        }
    }
}

fn object(id: &ObjectId) -> String {
    format!("objects/{id}.age")
}

fn pieces_of(id: &ObjectId) -> String {
    format!("pieces/{id}")
}

fn text(id: &ObjectId) -> String {
    format!("texts/{id}")
}

fn head(id: &ObjectId) -> String {
    format!("heads/{id}")
}

/// A note is named as an object is.
fn note(batch: &str, ending: &str) -> Result<String, ObjectError> {
    let batch = ObjectId::parse(batch).map_err(|_| ObjectError::io(WHAT, io::ErrorKind::InvalidInput.into()))?;
    Ok(format!("notes/{batch}{ending}"))
}

/// What a note in the bucket is; none of ours.
fn left_over(name: &str) -> Option<LeftOver> {
    let is = |ending: &str| ObjectId::parse(name.strip_suffix(ending)?).ok().map(|batch| batch.to_string());
    is(INTENT).map(LeftOver::Note).or_else(|| is(HEADS).map(LeftOver::Heads))
}

/// One piece of a draft.
pub(crate) fn read_piece(draft: &File, number: u64, length: u64) -> Result<Bytes, ObjectError> {
    let from = number * LONGEST;
    let count = usize::try_from(LONGEST.min(length - from)).unwrap_or_default();
    let mut bytes = vec![0; count];
    draft.read_exact_at(&mut bytes, from).map_err(|e| ObjectError::io(WHAT, e))?;
    Ok(bytes.into())
}
