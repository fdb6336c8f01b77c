//! Makes a backup: *copy the objects → be alone for a moment, copy what came and read the head → copy the log up to it → list*.
//!
//! Which objects the log names stands in sealed parts of it, and nobody needs a key here. So all are copied that lie there at a
//! moment in which nobody is between an object and its entry: each object that the log names up to the head of that moment is
//! among them. What takes long is done before, and what has not changed since is not read again. The log only grows, so it is
//! copied afterwards, up to that head.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use ledger::{Access, Head, Ledger};
use objects::{FolderObjects, Root, is_of_tmp, is_shard};
use seal::Flow;

use super::elsewhere::Elsewhere;
use super::manifest::{IDENTITIES, Item, LOG, Manifest, OBJECTS, PARTNERS, SETTINGS, Stamp, TMP, VaultFile, kind};
use super::payload::is_same;
use super::shelf::Shelf;
use super::{BackedUp, BackupContent, Tell};
use crate::published::{OWN, is_shared};
use crate::{BackupError, Error, Vault};

/// A file that changed so short a time ago may change once more without its time telling, in seconds.
const SETTLED: i64 = 2;
/// How often small files and the head are read until they belong together.
const TRIES: usize = 64;
/// The largest small file, in bytes.
const SMALL: u64 = 1 << 20;
/// After so many bytes it is noted what was copied.
const NOTED: u64 = 1 << 30;
/// What is in a vault's folder and can be made again, or belongs to work that goes on.
const PASSED_OVER: [&str; 5] = [OBJECTS, IDENTITIES, PARTNERS, "desks", LOG];

impl Vault {
    /// Copies the vault into a folder that is missing, empty, or holds its former backup: then only what is new is copied. Needs
    /// no key, and opens nothing. Others may go on working; when they file, they wait for a moment. `progress` is told of how many
    /// files are done, of how many, and may stop it; then the former backup is what it was.
    ///
    /// # Errors
    /// [`Error::Backup`], also where the vault lost what a former backup has; [`Error::InVault`], [`Error::NotAFolder`]; [`Error::Busy`]; [`Error::FolderAltered`] and
    /// [`Error::LedgerAltered`] where the vault itself is not in order; [`Error::DiskFull`]; [`Error::Cancelled`].
    pub fn back_up(&self, dir: &Path, progress: &mut dyn FnMut(u64, u64) -> Flow) -> Result<BackedUp, Error> {
        let folder = self.stores().folder().ok_or(Error::Internal { what: "folder" })?;
        let shelf = at(dir, folder)?;
        let (mut ledger, _) = self.ledger()?;
        let former = shelf.manifest()?;
        if let Some(former) = &former {
            if former.vault != *ledger.vault() {
                return Err(BackupError::OfAnother { vault: former.vault.to_string() }.into());
            }
            goes_on_from(&ledger, &former.head)?;
        }
        let mut known: BTreeMap<String, Item> = former.iter().flat_map(|former| former.items.clone()).collect();
        known.extend(shelf.part());
        let tell = Tell { done: 0, total: 0, progress };
        let now = self.now().timestamp();
        let elsewhere = is_shared(folder)?.then(|| self.stores().objects());
        let elsewhere = elsewhere.map(|store| Elsewhere::new(store, &shelf));
        let mut making = Making {
            folder,
            elsewhere,
            shelf: &shelf,
            now,
            known,
            taken: BTreeMap::new(),
            healed: BTreeSet::new(),
            unnoted: 0,
            tell,
        };
        let made = making.run(&mut ledger, former.as_ref());
        let (head, items) = match made {
            Ok(made) => made,
            Err(error) if making.taken.is_empty() => {
                shelf.leave();
                return Err(error);
            }
            Err(error) => {
                // The next run need not copy it again; where it cannot be noted, it does.
                let _ = shelf.note_part(&making.taken);
                return Err(error);
            }
        };
        let manifest = Manifest { vault: ledger.vault().clone(), head, at: self.now(), items };
        let Since { gone, changed } = since(former.as_ref(), &manifest)?;
        if let Some(former) = &former {
            require_same_sealed(&shelf, former, &manifest)?;
        }
        shelf.finish(&manifest)?;
        let before: BTreeSet<[u8; 32]> =
            former.iter().flat_map(|former| former.items.values().map(|item| item.sha256)).collect();
        let copied = manifest.items.values().filter(|item| !before.contains(&item.sha256)).count() as u64;
        let healed = making.healed.into_iter().filter(|place| manifest.items.contains_key(place)).collect();
        let content = BackupContent::of(&manifest, self.name().to_owned(), copied);
        // The backup is made, whether this workstation can remember it or not.
        let _ = self.remember_backup(dir, &content);
        Ok(BackedUp { content, left_out: left_out(folder)?, gone, changed, healed })
    }
}

/// The folder of the backup, which lies in no vault, and no vault in it.
fn at(dir: &Path, vault: &Root) -> Result<Shelf, Error> {
    let absolute = std::path::absolute(dir).map_err(|e| Error::io("backup", e))?;
    crate::apart_from_vaults(&absolute).map_err(|e| Error::io("backup", e))?;
    // A vault in a folder makes that one no folder of a backup: said as what it is.
    if std::fs::canonicalize(&absolute).is_ok_and(|real| vault.path().starts_with(real)) {
        return Err(BackupError::Nested.into());
    }
    Shelf::to_write(&absolute)
}

/// What became of the files of the former backup.
#[derive(Default)]
struct Since {
    gone: Vec<String>,
    changed: Vec<String>,
}

/// Compares with the former backup. Documents are sealed again under other names, and officers leave, by entries alone: where
/// there is none, what is gone was lost.
fn since(former: Option<&Manifest>, now: &Manifest) -> Result<Since, Error> {
    let Some(former) = former else { return Ok(Since::default()) };
    // Notes of broken-off work go when it is settled.
    let of_vault = |place: &str| {
        matches!(kind(place), Some(VaultFile::Object | VaultFile::Text | VaultFile::Identity | VaultFile::Partner))
    };
    let kept = |place: &str| matches!(kind(place), Some(VaultFile::Object | VaultFile::Identity));
    let held = former.items.iter().filter(|(place, _)| of_vault(place));
    let gone: Vec<String> =
        held.clone().filter(|(place, _)| !now.items.contains_key(*place)).map(|(place, _)| place.clone()).collect();
    if former.head != now.head {
        return Ok(Since { gone, changed: Vec::new() });
    }
    if gone.iter().any(|place| kept(place)) {
        return Err(BackupError::Lost { names: gone }.into());
    }
    let is_other = |place: &str, item: &Item| now.items.get(place).is_some_and(|now| now.sha256 != item.sha256);
    let changed = held.filter(|(place, item)| is_other(place, item)).map(|(place, _)| place.clone()).collect();
    Ok(Since { gone, changed })
}

/// Whatever the log says since: under its name a document is sealed for others by its header alone. What is behind that is the
/// document: another one under its name was exchanged or damaged, and takes the place of the good one in no list.
fn require_same_sealed(shelf: &Shelf, former: &Manifest, now: &Manifest) -> Result<(), Error> {
    let mut names = Vec::new();
    for (place, was) in former.items.iter().filter(|(place, _)| kind(place) == Some(VaultFile::Object)) {
        let Some(is) = now.items.get(place).filter(|is| is.sha256 != was.sha256) else { continue };
        let (was, is) = (shelf.open(was, place)?, shelf.open(is, place)?);
        if !is_same(was, is).map_err(|e| Error::io(place, e))? {
            names.push(place.clone());
        }
    }
    if names.is_empty() { Ok(()) } else { Err(BackupError::Exchanged { names }.into()) }
}

/// A backup of what came later, or of what came otherwise, is not overwritten.
fn goes_on_from(ledger: &Ledger, former: &Head) -> Result<(), Error> {
    match ledger.begins_with(former) {
        Err(ledger::Error::RolledBack { .. } | ledger::Error::Forked { .. }) => {
            Err(BackupError::Ahead { entries: former.size }.into())
        }
        other => Ok(other?),
    }
}

struct Making<'m> {
    folder: &'m Root,
    /// Where the objects of a shared vault are.
    elsewhere: Option<Elsewhere<'m>>,
    shelf: &'m Shelf,
    /// In seconds since 1970.
    now: i64,
    /// What a former backup, or a run that was broken off, has.
    known: BTreeMap<String, Item>,
    /// What this run has looked at.
    taken: BTreeMap<String, Item>,
    /// What the former backup had and was damaged there: it was copied again.
    healed: BTreeSet<String>,
    /// Bytes that were copied since it was last noted.
    unnoted: u64,
    tell: Tell<'m>,
}

impl Making<'_> {
    fn run(&mut self, ledger: &mut Ledger, former: Option<&Manifest>) -> Result<(Head, BTreeMap<String, Item>), Error> {
        // Of a shared vault: so that what was copied in a first pass is still so in the second.
        let _unchanged = self.elsewhere.as_ref().map(|elsewhere| elsewhere.unchanged(&mut self.tell)).transpose()?;
        let listed = self.listed()?;
        self.require_room(&listed)?;
        self.tell.total = listed.len() as u64;
        for place in &listed {
            // It may be gone by now: then nothing names it at the moment that counts.
            self.take(place)?;
            self.tell.one_done()?;
        }
        let (head, mut items) = {
            let _alone = match &self.elsewhere {
                Some(elsewhere) => elsewhere.alone(&mut self.tell)?,
                None => FolderObjects::new(self.folder.clone()).alone(&mut || self.tell.again())?,
            };
            // What was known of a log elsewhere a moment ago may name objects that went since.
            ledger.refresh()?;
            let mut items = BTreeMap::new();
            for place in self.listed()? {
                match self.take(&place)? {
                    Some(item) => drop(items.insert(place, item)),
                    // Not every object has one.
                    None if kind(&place) == Some(VaultFile::Text) && self.elsewhere.is_some() => {}
                    None => return Err(gone(&place)),
                }
            }
            let (head, small) = self.at_one_moment(ledger)?;
            for (place, bytes) in small {
                // It is written each time: of a former one that was lost nobody would hear.
                if let Some(was) = self.known.get(&place).cloned()
                    && !self.shelf.holds(&was, &mut || self.tell.again())?
                {
                    self.healed.insert(place.clone());
                }
                let item = self.shelf.keep(&mut bytes.as_slice(), &place, &mut || self.tell.again())?;
                items.insert(place, item);
            }
            (head, items)
        };
        let log = self.copy_log(ledger, &head, former.and_then(|former| former.items.get(LOG)))?;
        items.insert(LOG.to_owned(), log);
        Ok((head, items))
    }

    /// Where objects, their texts, and notes of broken-off work lie, in order.
    fn listed(&self) -> Result<Vec<String>, Error> {
        if let Some(elsewhere) = &self.elsewhere {
            return elsewhere.listed();
        }
        let mut listed = Vec::new();
        for shard in self.folder.entries(OBJECTS)? {
            if !is_shard(&shard.name) && shard.name != TMP {
                continue;
            }
            for entry in self.folder.entries(&format!("{OBJECTS}/{}", shard.name))? {
                let place = format!("{OBJECTS}/{}/{}", shard.name, entry.name);
                if kind(&place).is_some() {
                    listed.push(place);
                }
            }
        }
        listed.sort();
        Ok(listed)
    }

    /// Copies a file unless it is there as it is. None: it is gone.
    fn take(&mut self, place: &str) -> Result<Option<Item>, Error> {
        if let Some(elsewhere) = &self.elsewhere {
            if let Some(item) = self.taken.get(place) {
                return Ok(Some(item.clone()));
            }
            let known = self.known.get(place);
            let taken = elsewhere.take(place, known, &mut self.healed, &mut || self.tell.again())?;
            if let Some(item) = &taken {
                self.taken.insert(place.to_owned(), item.clone());
            }
            return Ok(taken);
        }
        let Some(mut file) = self.folder.file(place, u64::MAX)? else { return Ok(None) };
        let (size, stamp) = stamp(&file, place)?;
        let unchanged = |item: &&Item| item.size == size && item.stamp == Some(stamp);
        if let Some(item) = self.taken.get(place).filter(unchanged) {
            return Ok(Some(item.clone()));
        }
        if let Some(item) = self.known.get(place).filter(unchanged).cloned() {
            if self.shelf.holds(&item, &mut || self.tell.again())? {
                self.taken.insert(place.to_owned(), item.clone());
                return Ok(Some(item));
            }
            self.healed.insert(place.to_owned());
        }
        let kept = self.shelf.keep(&mut file, place, &mut || self.tell.again())?;
        let still = stamp == self::stamp(&file, place)?.1 && stamp.0 < self.now - SETTLED;
        let item = Item { stamp: still.then_some(stamp), ..kept };
        self.taken.insert(place.to_owned(), item.clone());
        self.unnoted += item.size;
        if self.unnoted >= NOTED {
            self.unnoted = 0;
            self.shelf.note_part(&self.taken)?;
        }
        Ok(Some(item))
    }

    /// Settings and identities, with the head of the log of a moment at which they were as they are: an identity whose keys the log
    /// does not know yet, or knows no more, would open nothing.
    fn at_one_moment(&self, ledger: &Ledger) -> Result<(Head, BTreeMap<String, Vec<u8>>), Error> {
        let mut before = self.small()?;
        for _ in 0..TRIES {
            let head = ledger.head()?;
            let after = self.small()?;
            if before == after {
                return Ok((head, after));
            }
            before = after;
        }
        Err(Error::Busy)
    }

    fn small(&self) -> Result<BTreeMap<String, Vec<u8>>, Error> {
        let mut places = vec![SETTINGS.to_owned()];
        for folder in [IDENTITIES, PARTNERS] {
            let names = self.folder.entries(folder)?.into_iter().map(|entry| format!("{folder}/{}", entry.name));
            places.extend(names.filter(|place| kind(place).is_some()));
        }
        let mut small = BTreeMap::new();
        for place in places {
            if let Some(bytes) = self.folder.read(&place, SMALL)? {
                small.insert(place, bytes);
            }
        }
        Ok(small)
    }

    /// Copies the log up to the head, and verifies the copy whole.
    fn copy_log(&mut self, ledger: &Ledger, head: &Head, former: Option<&Item>) -> Result<Item, Error> {
        let (path, was_altered) = self.shelf.log_draft(former, &mut || self.tell.again())?;
        if was_altered {
            self.healed.insert(LOG.to_owned());
        }
        let mut copy = match Ledger::open(&path, Access::ReadWrite) {
            Err(ledger::Error::Missing(_)) => Ledger::create(&path, ledger.vault().clone())?,
            other => other?,
        };
        ledger.copy_to(&mut copy, head, &mut |_| ())?;
        if copy.verify()? != *head {
            return Err(Error::LedgerAltered { entry: None, flaw: "node" });
        }
        drop(copy);
        self.shelf.keep_log(&mut || self.tell.again())
    }

    /// What is to be copied has room, and the log, which is written as a whole.
    fn require_room(&self, listed: &[String]) -> Result<(), Error> {
        let mut needed = size_of(self.folder, LOG)?;
        for place in listed.iter().filter(|_| self.elsewhere.is_none()) {
            let Some(file) = self.folder.file(place, u64::MAX)? else { continue };
            let (size, stamp) = stamp(&file, place)?;
            let known = self.known.get(place).is_some_and(|item| item.size == size && item.stamp == Some(stamp));
            needed += if known { 0 } else { size };
        }
        let free = self.shelf.free()?;
        if needed > free { Err(BackupError::NoRoom { needed, free }.into()) } else { Ok(()) }
    }
}

fn size_of(folder: &Root, place: &str) -> Result<u64, Error> {
    let Some(file) = folder.file(place, u64::MAX)? else { return Ok(0) };
    Ok(file.metadata().map_err(|e| Error::io(place, e))?.len())
}

/// How large a file is, and when it last changed: also when its time was set back.
fn stamp(file: &File, place: &str) -> Result<(u64, Stamp), Error> {
    let meta = file.metadata().map_err(|e| Error::io(place, e))?;
    Ok((meta.len(), Stamp(meta.ctime(), meta.ctime_nsec())))
}

fn gone(place: &str) -> Error {
    Error::io(place, std::io::ErrorKind::NotFound.into())
}

/// What lies in the vault's folder and is no part of a vault.
fn left_out(folder: &Root) -> Result<Vec<String>, Error> {
    let mut left_out = Vec::new();
    let mut look = |within: &str, is_ours: &dyn Fn(&str) -> bool| -> Result<(), Error> {
        for entry in folder.entries(if within.is_empty() { "." } else { within })? {
            let place = if within.is_empty() { entry.name } else { format!("{within}/{}", entry.name) };
            let name = place.rsplit_once('/').map_or(place.as_str(), |(_, name)| name);
            if kind(&place).is_none() && !name.starts_with(".draft-") && !is_ours(name) {
                left_out.push(place);
            }
        }
        Ok(())
    };
    look("", &|name| {
        OWN.contains(&name) || PASSED_OVER.contains(&name) || name.starts_with(".probe-") || name.starts_with(LOG)
    })?;
    look(IDENTITIES, &|name| name.ends_with(".tries"))?;
    look(PARTNERS, &|_| false)?;
    look(OBJECTS, &|name| is_shard(name) || name == TMP)?;
    look(&format!("{OBJECTS}/{TMP}"), &is_of_tmp)?;
    for shard in folder.entries(OBJECTS)?.into_iter().filter(|entry| is_shard(&entry.name)) {
        look(&format!("{OBJECTS}/{}", shard.name), &|_| false)?;
    }
    left_out.sort();
    Ok(left_out)
}
