//! The vault of a folder becomes a shared one.
//!
//! Objects are brought to the bucket, then the log up to a head that was read before they were listed: so an entry that is there
//! names an object that is there. Others may work meanwhile. Then nobody else writes here for a moment, the rest follows, and the
//! folder says where its vault is: from then on it is a workstation's. Last the settings come into the bucket; nobody joins
//! before. Whatever dies in between is done again from the beginning, and finds most of it done.
//!
//! What the bucket says that it has is not believed: before an object is left there as it is, and before it is removed here, every
//! byte of it is read back and compared with what lies here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ledger::{Access, Ledger, LogStore as _, VaultId};
use objects::{FolderObjects, LeftOver, ObjectStore, Root};
use remote::{Mirror, PgLog, S3Objects};
use seal::{Flow, ObjectId, ReadAt};
use vault::WorkstationFolder;

use crate::link::Link;
use crate::{Error, Progress, Shared, Step, Where};

/// Where drafts lie while they are brought to the bucket. What is in it was broken off.
const DRAFTS: &str = "publishing";
/// How many objects are brought at once, and how many bytes at most before that.
const AT_ONCE: usize = 24;
const BYTES_AT_ONCE: u64 = 64 << 20;
/// How much of an object is copied at once.
const PIECE: usize = 1 << 20;
/// How many objects are read back at once.
const READ_BACK: usize = 6;
/// How much of an object tells whether it was given a new head: more than the longest. Nothing else of it changes here.
const BEGINNING: usize = 64 << 10;
const PAGE: usize = 1000;

/// What objects were like when they were brought in this run: by their length and their beginning.
type Brought = BTreeMap<ObjectId, [u8; 32]>;

pub fn publish(dir: &Path, to: &Where, progress: &mut Progress<'_>) -> Result<Shared, Error> {
    let link = Link::to(to)?;
    let folder = WorkstationFolder::open(dir)?;
    let (vault, settings) = (folder.vault()?, folder.settings()?);
    let said = folder.says()?;
    if said.as_deref().map(|said| link.is_that_of(said)).transpose()? == Some(false) {
        return Err(Error::Published);
    }
    let here = FolderObjects::new(folder.root().clone());
    let drafts = Drafts::new(&folder)?;
    let there = link.objects(drafts.0.clone())?;
    let mut log = log_of(&link, &vault)?;
    if there.settings()?.is_some_and(|known| known != settings) {
        return Err(Error::AnotherVault);
    }
    if said.is_none() {
        there.probe()?;
        // That the settings are those of the vault's founder, and the log whole.
        folder.take_settings(&settings)?;
        let own = Ledger::on(folder.log(Access::ReadOnly)?);
        let mut stopped = false;
        let position = own.verify_with(&mut |done, of| stopped |= progress(Step::Verify, done, of) == Flow::Stop)?;
        go_on(stopped)?;
        let _writing = there.writing()?;
        let mut brought = Brought::new();
        bring(&here, &there, &mut brought, progress)?;
        follow(&own, &mut log, &position.head(), progress)?;
        let alone = folder.alone(&mut || progress(Step::Objects, 0, 0))?;
        bring(&here, &there, &mut brought, progress)?;
        forget(&here, &there, &brought)?;
        for left in here.left_over()? {
            if let LeftOver::Note(batch) = left
                && let Some(text) = here.noted(&batch)?
            {
                there.note(&batch, &text)?;
            }
        }
        let head = alone.log().head()?;
        follow(alone.log(), &mut log, &head, progress)?;
        if log.head()? != head {
            return Err(ledger::Error::Forked { seen: head.size }.into());
        }
        folder.say(&link.told(&vault)?)?;
        Mirror::was_verified(folder.root(), &position);
        drop(alone);
    }
    there.put_settings(&settings)?;
    let objects = remove(&here, &there, progress)?;
    let entries = log.head()?.size;
    Ok(Shared { vault: vault.to_string(), name: folder.name()?, entries, objects })
}

/// The log of this vault on the server; an empty one where there is none.
fn log_of(link: &Link, vault: &VaultId) -> Result<Ledger, Error> {
    let log = match PgLog::open(link.server(), Access::ReadWrite) {
        Err(remote::Error::Missing) => PgLog::create(link.server(), vault)?,
        found => found?,
    };
    if log.vault() == vault { Ok(Ledger::on(Box::new(log))) } else { Err(Error::AnotherVault) }
}

/// Brings entries to the server, up to a head.
fn follow(own: &Ledger, log: &mut Ledger, head: &ledger::Head, progress: &mut Progress<'_>) -> Result<(), Error> {
    let there = log.head()?;
    own.begins_with(&there)?;
    if there.size >= head.size {
        return Ok(());
    }
    let mut stopped = false;
    own.copy_to(log, head, &mut |done| stopped |= progress(Step::Entries, done, head.size) == Flow::Stop)?;
    go_on(stopped)
}

/// Brings all objects that are not there, or not as they are here.
fn bring(
    here: &FolderObjects,
    there: &S3Objects,
    brought: &mut Brought,
    progress: &mut Progress<'_>,
) -> Result<(), Error> {
    let ids = all(here)?;
    let known: BTreeSet<ObjectId> = all(there)?.into_iter().collect();
    let total = ids.len() as u64;
    let (mut batch, mut bytes) = (Vec::new(), 0);
    for (id, done) in ids.into_iter().zip(0u64..) {
        go_on(progress(Step::Objects, done, total) == Flow::Stop)?;
        // Removed meanwhile.
        let Some(object) = here.open(&id)? else { continue };
        let print = print_of(&*object)?;
        if brought.get(&id) == Some(&print) {
            continue;
        }
        if known.contains(&id) {
            // An earlier run may have brought it, or half of it, or what was another object by then.
            if is_there(&id, here, there)? {
                brought.insert(id, print);
                continue;
            }
            there.remove(&id)?;
        }
        bytes += draft(&id, &*object, here, there)?;
        brought.insert(id.clone(), print);
        batch.push(id);
        if batch.len() >= AT_ONCE || bytes >= BYTES_AT_ONCE {
            there.put(&batch)?;
            batch.clear();
            bytes = 0;
        }
    }
    if !batch.is_empty() {
        there.put(&batch)?;
    }
    progress(Step::Objects, total, total);
    Ok(())
}

/// Drafts an object with its text, and gives its length.
fn draft(id: &ObjectId, object: &dyn ReadAt, here: &FolderObjects, there: &S3Objects) -> Result<u64, Error> {
    let failed = |error| Error::from(objects::Error::io("objects", error));
    let draft = there.draft(id)?;
    let mut piece = vec![0; PIECE];
    let mut at = 0;
    loop {
        let count = object.read_at(&mut piece, at).map_err(failed)?;
        let Some(read) = piece.get(..count).filter(|read| !read.is_empty()) else { break };
        draft.write_all_at(read, at).map_err(failed)?;
        at += count as u64;
    }
    if let Some(text) = here.text(id)? {
        there.draft_text(id, &text)?;
    }
    Ok(at)
}

/// What was brought, and was removed here since, goes there as well.
fn forget(here: &FolderObjects, there: &S3Objects, brought: &Brought) -> Result<(), Error> {
    for id in brought.keys() {
        if here.open(id)?.is_none() {
            there.remove(id)?;
        }
    }
    Ok(())
}

/// Removes here what is in the bucket: a withdrawal must not leave it lying here. Gives how many objects the vault has.
fn remove(here: &FolderObjects, there: &S3Objects, progress: &mut Progress<'_>) -> Result<u64, Error> {
    let mine = all(here)?;
    let total = mine.len() as u64;
    let mut done = 0;
    let mut lost = None;
    for some in mine.chunks(READ_BACK) {
        go_on(progress(Step::Remove, done, total) == Flow::Stop)?;
        for (id, found) in some.iter().zip(read_back(some, here, there)) {
            // What the bucket lost or changed since it was brought stays here, where it may be the last.
            if found? {
                here.remove(id)?;
            } else {
                lost.get_or_insert_with(|| id.to_string());
            }
        }
        done += some.len() as u64;
    }
    if let Some(id) = lost {
        return Err(Error::Lost { id });
    }
    for left in here.left_over()? {
        // Drafts may be those of somebody who works here by now.
        if matches!(left, LeftOver::Note(_) | LeftOver::Heads(_)) {
            here.clear(&left)?;
        }
    }
    progress(Step::Remove, total, total);
    Ok(all(there)?.len() as u64)
}

/// Whether each of some objects is in the bucket as it lies here.
fn read_back(some: &[ObjectId], here: &FolderObjects, there: &S3Objects) -> Vec<Result<bool, Error>> {
    std::thread::scope(|scope| {
        let reading: Vec<_> = some.iter().map(|id| scope.spawn(move || is_there(id, here, there))).collect();
        // One that broke off has not found it.
        reading.into_iter().map(|one| one.join().unwrap_or(Ok(false))).collect()
    })
}

/// Whether the bucket gives an object, with its text, as it lies here: every byte is read back and compared. One that was given a new
/// head since it was brought is there all the same.
fn is_there(id: &ObjectId, here: &FolderObjects, there: &S3Objects) -> Result<bool, Error> {
    // Removed meanwhile: there is nothing to be lost.
    let Some(object) = here.open(id)? else { return Ok(true) };
    let is_held = |found: Result<Option<Box<dyn ReadAt>>, objects::Error>| match found {
        Ok(Some(found)) => is_same(&*object, &*found),
        Ok(None) | Err(objects::Error::Altered { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    };
    // A text that is not here any more is not lost by removing the rest.
    let text = here.text(id)?;
    let has_text = text.is_none() || there.text(id)? == text;
    Ok(has_text && (is_held(there.as_put(id))? || is_held(there.open(id))?))
}

fn is_same(here: &dyn ReadAt, there: &dyn ReadAt) -> Result<bool, Error> {
    let failed = |error| Error::from(objects::Error::io("objects", error));
    let length = here.len().map_err(failed)?;
    if there.len().map_err(failed)? != length {
        return Ok(false);
    }
    let (mut mine, mut theirs) = (vec![0; PIECE], vec![0; PIECE]);
    let mut at = 0;
    while at < length {
        let count = read_whole(here, &mut mine, at).map_err(failed)?;
        match read_whole(there, &mut theirs, at) {
            Ok(found) if found == count && count > 0 && mine.get(..count) == theirs.get(..count) => {}
            Ok(_) => return Ok(false),
            // A piece of it is not there, or is something else.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => return Ok(false),
            Err(error) if error.kind() == std::io::ErrorKind::NotConnected => return Err(vault::Error::Offline.into()),
            Err(error) => return Err(failed(error)),
        }
        at += count as u64;
    }
    Ok(true)
}

/// Reads until there is no more room, or nothing more to read.
fn read_whole(object: &dyn ReadAt, into: &mut [u8], from: u64) -> std::io::Result<usize> {
    let mut at = 0;
    while let Some(rest) = into.get_mut(at..).filter(|rest| !rest.is_empty()) {
        match object.read_at(rest, from + at as u64)? {
            0 => break,
            count => at += count,
        }
    }
    Ok(at)
}

fn all(store: &dyn ObjectStore) -> Result<Vec<ObjectId>, Error> {
    let mut ids: Vec<ObjectId> = Vec::new();
    loop {
        let page = store.list(ids.last(), PAGE)?;
        let is_last = page.len() < PAGE;
        ids.extend(page);
        if is_last {
            return Ok(ids);
        }
    }
}

fn print_of(object: &dyn ReadAt) -> Result<[u8; 32], Error> {
    let failed = |error| Error::from(objects::Error::io("objects", error));
    let mut print = object.len().map_err(failed)?.to_le_bytes().to_vec();
    let mut beginning = vec![0; BEGINNING];
    let count = read_whole(object, &mut beginning, 0).map_err(failed)?;
    print.extend_from_slice(beginning.get(..count).unwrap_or_default());
    Ok(seal::sha256(&print))
}

fn go_on(stopped: bool) -> Result<(), Error> {
    if stopped { Err(vault::Error::Cancelled.into()) } else { Ok(()) }
}

/// The folder of drafts, which goes with this.
struct Drafts(Root);

impl Drafts {
    fn new(folder: &WorkstationFolder) -> Result<Drafts, Error> {
        let path = folder.root().path().join(DRAFTS);
        let _ = std::fs::remove_dir_all(&path);
        folder.root().make_folder(DRAFTS)?;
        Ok(Drafts(Root::open(&path).map_err(|error| objects::Error::io(DRAFTS, error))?))
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.path());
    }
}
