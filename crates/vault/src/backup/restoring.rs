//! Makes a vault's folder of a backup.
//!
//! It is written next to the place where it is to be, verified there, and then takes that place in one step; a vault that was
//! there is kept under another name. Until then a marker lies in the new folder, so that after a death at any moment one can tell
//! what is half written, which is removed, from what was there before, which never is.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use label::time::to_the_second;
use ledger::{Access, Ledger};
use objects::{FolderObjects, Held, Root};
use rustix::fs::{FlockOperation, flock};
use seal::{Flow, hex};
use serde::Deserialize;

use super::manifest::{Item, LOG, Manifest, SETTINGS, VaultFile, kind};
use super::shelf::{Shelf, copied};
use super::{BackupContent, Restored, Tell};
use crate::stores::{Stores, furnish};
use crate::{BackupError, Clock, Error, Loss, LossKind, Vault};

/// Lies in a folder that is being restored. Programs pass over files of such names.
const MARKER: &str = ".draft-restoring";

/// What may be lost of the vault that lies where a backup is to be restored. It is kept next to it in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub enum LossConsent {
    Nothing,
    /// What came after the backup.
    Older,
    /// Whatever is there.
    Anything,
}

/// Makes a vault of a backup: in a folder that is missing or empty, or in the place of the same vault, which is then kept next to
/// it. Everything is verified before anything is changed, and again afterwards. `progress` as with
/// [`Vault::back_up`](crate::Vault::back_up).
///
/// # Errors
/// [`BackupError`]: of another vault, altered, too little room; [`BackupError::WouldLose`] where the vault that is there holds
/// what the backup does not and nobody said that it may be lost. [`Error::NotEmpty`] where something else lies there;
/// [`Error::Busy`] where somebody is at work. After each of them everything is as it was.
pub fn restore(
    from: &Path,
    to: &Path,
    consent: LossConsent,
    clock: &Arc<dyn Clock>,
    progress: &mut dyn FnMut(u64, u64) -> Flow,
) -> Result<Restored, Error> {
    let shelf = Shelf::to_read(from)?;
    let manifest = match shelf.manifest()? {
        Some(manifest) => manifest,
        None if shelf.is_begun() => return Err(BackupError::NotABackup { found: "incomplete" }.into()),
        None => return Err(BackupError::NotABackup { found: "folder" }.into()),
    };
    let target = Target::find(to, &shelf)?;
    target.settle(clock.now())?;
    let mut tell = Tell { done: 0, total: manifest.items.len() as u64, progress };
    let log = of(&manifest, LOG)?;
    shelf.check(log, LOG, &mut || tell.again())?;
    let there = There::look(&target, &manifest, &mut tell)?;
    let lost = there.as_ref().map_or(Ok(None), |there| there.loss(&shelf, &manifest))?;
    if let Some(loss) = &lost
        && consent < needed(loss.how)
    {
        return Err(BackupError::WouldLose(Box::new(loss.clone())).into());
    }
    let free = target.around.free()?;
    if manifest.bytes() > free {
        return Err(BackupError::NoRoom { needed: manifest.bytes(), free }.into());
    }
    let draft = FolderDraft::begin(&target)?;
    draft.fill(&shelf, &manifest, &mut tell)?;
    let name = draft.verify(&manifest)?;
    let kept = draft.take_place(&target, there.is_some(), clock.now())?;
    drop(there);
    again(&target.path(), &manifest, clock)?;
    Ok(Restored {
        content: BackupContent::of(&manifest, name, manifest.items.len() as u64),
        kept: kept.map(|kept| target.around.path().join(kept).display().to_string()),
        lost,
    })
}

/// What one must have said that this may be lost.
fn needed(how: LossKind) -> LossConsent {
    match how {
        LossKind::Older => LossConsent::Older,
        LossKind::Forked | LossKind::Unread => LossConsent::Anything,
    }
}

fn of<'m>(manifest: &'m Manifest, place: &str) -> Result<&'m Item, Error> {
    let missing = || BackupError::Altered { name: place.to_owned(), flaw: "missing" };
    manifest.items.get(place).ok_or_else(|| missing().into())
}

/// Where a vault is to be.
struct Target {
    /// The folder that it lies in.
    around: Root,
    name: String,
}

impl Target {
    fn find(to: &Path, shelf: &Shelf) -> Result<Target, Error> {
        let given = std::path::absolute(to).map_err(|e| Error::io("vault", e))?;
        // Through links: which folder is meant is its user's choice. It is that folder which is exchanged, and no link.
        let path = match fs::canonicalize(&given) {
            Ok(real) if real.is_dir() => real,
            Ok(_) => return Err(Error::NotAFolder),
            Err(e) if e.kind() == io::ErrorKind::NotFound => given,
            Err(e) if e.kind() == io::ErrorKind::NotADirectory => return Err(Error::NotAFolder),
            Err(e) => return Err(Error::io("vault", e)),
        };
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else { return Err(Error::NotEmpty) };
        let name = name.to_str().ok_or(Error::Malformed { field: "vault" })?;
        crate::apart_from_vaults(parent).map_err(|e| Error::io("vault", e))?;
        DirBuilder::new().recursive(true).mode(0o700).create(parent).map_err(|e| Error::io("vault", e))?;
        let around = Root::open(parent).map_err(|e| Error::io("vault", e))?;
        let target = Target { around, name: name.to_owned() };
        let (vault, backup) = (target.path(), shelf.path());
        if vault.starts_with(backup) || backup.starts_with(&vault) {
            return Err(BackupError::Nested.into());
        }
        Ok(target)
    }

    fn path(&self) -> PathBuf {
        self.around.path().join(&self.name)
    }

    /// Under which name it is written.
    fn draft(&self) -> String {
        format!(".{}.restoring", self.name)
    }

    /// Finishes what somebody began who died.
    fn settle(&self, now: DateTime<Utc>) -> Result<(), Error> {
        let draft = self.draft();
        if self.around.folder(&draft)?.is_some() {
            match self.marker(&draft)? {
                // Nothing yet, or nothing any more.
                None if self.around.entries(&draft)?.is_empty() => {
                    fs::remove_dir(self.around.path().join(&draft)).map_err(|e| Error::io("vault", e))?;
                }
                // Half written.
                Some(_mine) => remove(&self.around, &draft)?,
                // What was there before: only its name was still to be given.
                None => drop(self.keep(&draft, now)?),
            }
        }
        if self.around.folder(&self.name)?.is_some()
            && let Some(_mine) = self.marker(&self.name)?
        {
            self.around.remove(&format!("{}/{MARKER}", self.name))?;
        }
        Ok(())
    }

    /// The marker in a folder, once nobody else has it.
    fn marker(&self, folder: &str) -> Result<Option<File>, Error> {
        let Some(marker) = self.around.file(&format!("{folder}/{MARKER}"), u64::MAX)? else { return Ok(None) };
        flock(&marker, FlockOperation::NonBlockingLockExclusive).map_err(|_| Error::Busy)?;
        Ok(Some(marker))
    }

    /// Gives what was there before the name under which it is kept.
    fn keep(&self, folder: &str, now: DateTime<Utc>) -> Result<String, Error> {
        let day = to_the_second(now).replace([':', '-'], "");
        for number in 1..1000 {
            let again = if number == 1 { String::new() } else { format!("-{number}") };
            let kept = format!("{}.before-{day}{again}", self.name);
            if self.around.rename_new(folder, &kept)? {
                self.around.sync(".")?;
                return Ok(kept);
            }
        }
        Err(Error::NotEmpty)
    }
}

/// The vault that is there already. As long as this is held, nobody files into it, and nobody appends to its log.
struct There {
    root: Root,
    /// None: it cannot be read.
    ledger: Option<Ledger>,
    _alone: Option<Held>,
}

impl There {
    /// None: nothing is there.
    fn look(target: &Target, manifest: &Manifest, tell: &mut Tell<'_>) -> Result<Option<There>, Error> {
        let root = match Root::open(&target.path()) {
            Ok(root) => root,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) if e.kind() == io::ErrorKind::NotADirectory => return Err(Error::NotAFolder),
            Err(e) => return Err(Error::io("vault", e)),
        };
        if root.entries(".")?.is_empty() {
            return Ok(None);
        }
        let stores = Stores::open(&target.path())?;
        let log = stores.log(Access::ReadWrite).or_else(|_| stores.log(Access::ReadOnly)).ok();
        let id = stores.settings().ok().map(|settings| settings.id);
        let id = id.or_else(|| log.as_ref().map(|log| log.vault().to_string())).ok_or(Error::NotEmpty)?;
        if id != manifest.vault.as_str() {
            return Err(BackupError::OfAnother { vault: manifest.vault.to_string() }.into());
        }
        let _alone = match FolderObjects::new(root.clone()).alone(&mut || tell.again()) {
            Err(objects::Error::Busy) => return Err(Error::Busy),
            Err(objects::Error::Cancelled) => return Err(Error::Cancelled),
            // It is damaged, or nothing can be written there: then nobody does.
            held => held.ok(),
        };
        let mut ledger = log.filter(|log| log.vault() == &manifest.vault);
        match ledger.as_mut().map(Ledger::reserve) {
            Some(Err(ledger::Error::Busy)) => return Err(Error::Busy),
            None | Some(Ok(()) | Err(ledger::Error::ReadOnly)) => {}
            Some(Err(_)) => ledger = None,
        }
        Ok(Some(There { root, ledger, _alone }))
    }

    /// What it holds and the backup does not; none where the backup goes as far.
    fn loss(&self, shelf: &Shelf, manifest: &Manifest) -> Result<Option<Loss>, Error> {
        let objects = || self.objects_but(manifest);
        let unread = || Loss { how: LossKind::Unread, entries: 0, since: None, objects: objects() };
        let Some(ledger) = &self.ledger else { return Ok(Some(unread())) };
        let Ok(head) = ledger.verify() else { return Ok(Some(unread())) };
        let copy = Ledger::open(&shelf.log(of(manifest, LOG)?)?, Access::ReadOnly)?;
        if copy.begins_with(&head).is_ok() {
            return Ok(None);
        }
        let (how, common) = match ledger.begins_with(&manifest.head) {
            Ok(()) => (LossKind::Older, manifest.head.size),
            Err(_) => (LossKind::Forked, ledger.in_common_with(&copy)?),
        };
        let since = ledger.unchecked_time(common)?;
        let since = Some(to_the_second(registry::state::instant(since)));
        Ok(Some(Loss { how, entries: head.size - common, since, objects: objects() }))
    }

    /// The ids of sealed documents that the backup does not have.
    fn objects_but(&self, manifest: &Manifest) -> Vec<String> {
        let mut ids = Vec::new();
        for shard in self.root.entries("objects").unwrap_or_default() {
            let folder = format!("objects/{}", shard.name);
            for entry in self.root.entries(&folder).unwrap_or_default() {
                let place = format!("{folder}/{}", entry.name);
                if kind(&place) == Some(VaultFile::Object) && !manifest.items.contains_key(&place) {
                    ids.extend(entry.name.strip_suffix(".age").map(str::to_owned));
                }
            }
        }
        ids.sort();
        ids
    }
}

/// A folder that is being restored; removed when it is dropped, unless it has taken its place.
struct FolderDraft {
    around: Root,
    name: String,
    root: Root,
    /// Locked: another who restores here finds out.
    _marker: File,
    is_placed: bool,
}

impl FolderDraft {
    fn begin(target: &Target) -> Result<FolderDraft, Error> {
        let name = target.draft();
        target.around.make_folder(&name)?;
        let path = target.around.path().join(&name);
        let root = Root::open(&path).map_err(|e| Error::io("vault", e))?;
        let marker = root.create(MARKER).map_err(|_| Error::Busy)?;
        flock(&marker, FlockOperation::NonBlockingLockExclusive).map_err(|_| Error::Busy)?;
        let draft = FolderDraft { around: target.around.clone(), name, root, _marker: marker, is_placed: false };
        draft.root.sync(".")?;
        furnish(&draft.root)?;
        Ok(draft)
    }

    fn fill(&self, shelf: &Shelf, manifest: &Manifest, tell: &mut Tell<'_>) -> Result<(), Error> {
        let mut made = String::new();
        for (place, item) in &manifest.items {
            let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder);
            if !folder.is_empty() && folder != made {
                self.root.make_folder(folder)?;
                folder.clone_into(&mut made);
            }
            let mut from = shelf.open(item, place)?;
            let mut to = self.root.create(place)?;
            copied(item, place, &mut from, &mut to, place, &mut || tell.again())?;
            tell.one_done()?;
        }
        Ok(self.root.sync_all()?)
    }

    /// It is the vault that the backup says, and its log is whole. Gives the name of the vault.
    fn verify(&self, manifest: &Manifest) -> Result<String, Error> {
        let other = |name: &str| BackupError::Altered { name: name.to_owned(), flaw: "content" };
        let stores = Stores::open(self.root.path())?;
        let settings = stores.settings()?;
        if settings.id != manifest.vault.as_str() {
            return Err(other(SETTINGS).into());
        }
        let log = stores.log(Access::ReadWrite)?;
        if *log.vault() != manifest.vault || log.verify()? != manifest.head {
            return Err(other(LOG).into());
        }
        Ok(settings.name)
    }

    /// Takes the place where it is to be, in one step. Gives the name of what was there before.
    fn take_place(mut self, target: &Target, is_vault: bool, now: DateTime<Utc>) -> Result<Option<String>, Error> {
        let (around, name) = (&target.around, &target.name);
        let mut kept = None;
        if !is_vault {
            // A missing folder, or an empty one.
            match around.rename(&self.name, name) {
                Err(objects::Error::Io { source, .. }) if source.kind() == io::ErrorKind::DirectoryNotEmpty => {
                    return Err(Error::NotEmpty);
                }
                other => other?,
            }
            self.is_placed = true;
        } else if around.exchange(&self.name, name)? {
            self.is_placed = true;
            around.sync(".")?;
            kept = Some(target.keep(&self.name, now)?);
        } else {
            // The file system cannot do it in one step: for a moment nothing is there.
            kept = Some(target.keep(name, now)?);
            around.rename(&self.name, name)?;
            self.is_placed = true;
        }
        around.sync(".")?;
        self.root.remove(MARKER)?;
        self.root.sync(".")?;
        Ok(kept)
    }
}

impl Drop for FolderDraft {
    fn drop(&mut self) {
        if !self.is_placed {
            let _ = remove(&self.around, &self.name);
        }
    }
}

/// Removes a folder that was being restored. The marker goes last: what has none is never removed.
fn remove(around: &Root, name: &str) -> Result<(), Error> {
    let folder = around.path().join(name);
    for entry in around.entries(name)? {
        let path = folder.join(&entry.name);
        let removed = match entry.name.as_str() {
            MARKER => Ok(()),
            _ if entry.regular => fs::remove_file(path),
            _ if fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) => fs::remove_dir_all(path),
            _ => fs::remove_file(path),
        };
        removed.map_err(|e| Error::io("vault", e))?;
    }
    fs::remove_dir_all(folder).map_err(|e| Error::io("vault", e))
}

/// What is there now is what was to be restored.
fn again(path: &Path, manifest: &Manifest, clock: &Arc<dyn Clock>) -> Result<(), Error> {
    let vault = Vault::open(path, clock.clone())?;
    let verified = vault.verify()?;
    let root = Root::open(path).map_err(|e| Error::io("vault", e))?;
    for (place, item) in manifest.items.iter().filter(|(place, _)| place.as_str() != LOG) {
        let size = root.file(place, item.size)?.and_then(|file| file.metadata().ok()).map(|meta| meta.len());
        if size != Some(item.size) {
            return Err(BackupError::Altered { name: place.clone(), flaw: "size" }.into());
        }
    }
    if (verified.entries, verified.root) != (manifest.head.size, hex(&manifest.head.root.0)) {
        return Err(Error::LedgerAltered { entry: None, flaw: "node" });
    }
    Ok(())
}
