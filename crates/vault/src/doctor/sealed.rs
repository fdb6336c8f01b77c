//! Sealed objects: those that lie there, those that documents have, and what is in neither.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use objects::{ObjectStore, place};
use registry::ObjectId;
use registry::documents::{DocumentRecord, InnerText, TextLack};
use seal::SealedReader;

use super::{Finding, Gravity, Look, is_open, name_of};
use crate::published::CACHE;
use crate::{ClassId, DocumentId, Error, Flow, LateTexts, Reason, Session, Vault};

/// What a sealed object begins with.
const AGE: &[u8] = b"age-encryption.org/v1\n";
/// Where objects are made before they have their place.
const TMP: &str = "tmp";
/// How many objects of a shared vault are listed at a time.
const PAGE: usize = 1000;

impl Look<'_> {
    pub(super) fn at_objects(&mut self) {
        // Of what may be very many, the first is named.
        let mut open: Option<(PathBuf, u64)> = None;
        let mut count = |path: &Path| {
            if is_open(path) {
                open = Some(open.take().map_or_else(|| (path.to_owned(), 1), |(first, count)| (first, count + 1)));
            }
        };
        for shard in self.names(&self.root.join("objects")) {
            if !self.is_folder(&shard) {
                continue;
            }
            count(&shard);
            let temporary = name_of(&shard) == TMP;
            if !temporary && !objects::is_shard(name_of(&shard)) {
                self.found(Gravity::Upkeep, "stranger", &shard);
                continue;
            }
            let paths = self.names(&shard);
            if paths.is_empty() && !temporary {
                self.found(Gravity::Upkeep, "empty_folder", &shard);
            }
            for path in paths {
                if temporary {
                    if !objects::is_of_tmp(name_of(&path)) {
                        self.found(Gravity::Upkeep, "stranger", &path);
                    } else if self.regular(&path).is_some() && !objects::is_lock(name_of(&path)) && self.is_left(&path)
                    {
                        self.found(Gravity::Upkeep, "leftover", &path);
                    }
                    continue;
                }
                if let Some(of) = text_of(&path) {
                    self.at_text(&path, &of);
                    count(&path);
                    continue;
                }
                let id = name_of(&path).strip_suffix(".age").map(ObjectId::parse);
                let Some(Ok(_)) = id.filter(|_| name_of(&path).starts_with(name_of(&shard))) else {
                    self.found(Gravity::Upkeep, "stranger", &path);
                    continue;
                };
                let Some(found) = self.regular(&path) else { continue };
                count(&path);
                self.checkup.objects += 1;
                let mut start = [0; AGE.len()];
                let file = self.folder.file(&self.named(&path), u64::MAX);
                let begins = file.is_ok_and(|file| file.is_some_and(|mut file| file.read_exact(&mut start).is_ok()));
                if !begins || start != AGE || found.len() < seal::sealed_len(0) {
                    self.found(Gravity::Integrity, "object_unreadable", &path);
                }
            }
        }
        if let Some((first, count)) = open {
            let what = Reason::new("objects_open").with("count", count.to_string());
            let name = self.named(&first);
            self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name });
        }
    }

    /// Of a shared vault: which there are, those of which only something else is there as well. Each is tried by an officer who
    /// holds its key.
    pub(super) fn at_objects_elsewhere(&mut self, store: &dyn ObjectStore) -> BTreeSet<ObjectId> {
        let mut listed = BTreeSet::new();
        let mut last = None;
        loop {
            match store.list(last.as_ref(), PAGE) {
                Ok(page) => {
                    self.checkup.objects += page.len() as u64;
                    last = page.last().cloned();
                    let is_last = page.len() < PAGE;
                    listed.extend(page);
                    if is_last {
                        break;
                    }
                }
                Err(error) => {
                    self.objects_fail(error.into());
                    return listed;
                }
            }
        }
        match store.belongings() {
            Ok(mut belongings) => listed.append(&mut belongings),
            Err(error) => self.objects_fail(error.into()),
        }
        listed
    }

    /// That the store is not there is said once, and not of each document.
    fn objects_fail(&mut self, error: Error) {
        if !matches!(error, Error::Offline) {
            return self.checkup.findings.push(Finding::of(&error, "objects"));
        }
        if !std::mem::replace(&mut self.checkup.objects_away, true) {
            let what = Reason::new("objects_away");
            self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: String::new() });
        }
    }

    /// Copies of objects that lie elsewhere. Whether one is what was sealed shows when it is opened: it was thrown away then.
    pub(super) fn at_copies(&mut self, store: &dyn ObjectStore) {
        let folder = self.root.join(CACHE);
        if fs::symlink_metadata(&folder).is_err() || !self.is_folder(&folder) {
            return;
        }
        let altered = store.cache().map_or(0, objects::Cache::altered);
        if altered > 0 {
            let what = Reason::new("copies_altered").with("count", altered.to_string());
            self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: CACHE.to_owned() });
        }
        for shard in self.names(&folder).into_iter().filter(|path| objects::is_shard(name_of(path))) {
            if !self.is_folder(&shard) {
                continue;
            }
            for path in self.names(&shard) {
                if ObjectId::parse(name_of(&path)).is_err() {
                    self.found(Gravity::Upkeep, "stranger", &path);
                } else if self.regular(&path).is_some() {
                    self.shut(&path);
                }
            }
        }
    }

    /// The text of an object lies next to it, and nowhere else.
    fn at_text(&mut self, path: &Path, of: &ObjectId) {
        if *path != self.root.join(objects::text_place(of)) {
            self.found(Gravity::Upkeep, "stranger", path);
        } else if self.regular(path).is_some() && fs::symlink_metadata(self.root.join(place(of))).is_err() {
            self.found(Gravity::Upkeep, "leftover", path);
        }
    }

    /// What work that was broken off has put there: whether a document has it, the log says to officers only.
    pub(super) fn at_undecided(&mut self, vault: &Vault, elsewhere: Option<&dyn ObjectStore>) {
        let Ok((ledger, _)) = vault.ledger() else { return };
        let begins_with = |head: &ledger::Head| ledger.begins_with(head).is_ok();
        match objects::undecided(&*vault.stores().objects(), begins_with) {
            Ok(objects) => {
                let is_there = |id: &&ObjectId| match elsewhere {
                    Some(store) => store.open(id).is_ok_and(|object| object.is_some()),
                    None => fs::symlink_metadata(self.root.join(place(id))).is_ok(),
                };
                let there = objects.iter().filter(is_there).count();
                if there > 0 {
                    let what = Reason::new("objects_undecided").with("count", there.to_string());
                    self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: "objects".to_owned() });
                }
            }
            Err(error) => self.checkup.findings.push(Finding::of(&error.into(), "objects")),
        }
    }

    /// What the log says that there is; each of which the officer holds the key is tried with it.
    /// `listed`: what lies elsewhere.
    pub(super) fn at_documents(
        &mut self,
        session: &mut Session,
        listed: BTreeSet<ObjectId>,
        go_on: &mut dyn FnMut() -> Flow,
    ) -> Result<(), Error> {
        if let Err(error) = session.catch_up() {
            self.checkup.findings.push(Finding::of(&error, "ledger.sqlite"));
            return Ok(());
        }
        let documents = &session.state.documents;
        let mut count = 0;
        let checkup = &mut self.checkup;
        let mut is_away = checkup.objects_away;
        let mut flow = Flow::Continue;
        let looked = documents.each(|id, filing| {
            if flow == Flow::Continue {
                flow = go_on();
            }
            if flow == Flow::Stop {
                return;
            }
            count += 1;
            if is_away {
                return;
            }
            // Each of its versions; of the last, the index knows how long it is.
            let mut could = true;
            for (version, (_, object)) in (1..).zip(filing.sealed()) {
                match tried(session, id, &filing.class, object, version == filing.count_versions()) {
                    Ok(was) => could &= was,
                    Err(Error::Offline) => {
                        is_away = true;
                        return;
                    }
                    Err(error) => {
                        could = false;
                        checkup.findings.push(Finding::of(&error, &place(object)));
                    }
                }
            }
            for (text, (_, object)) in texts_of(session, id, filing).into_iter().zip(filing.sealed()) {
                let Some(sha256) = text.as_ref().and_then(InnerText::sha256) else { continue };
                // What is wrong with the object itself was found above.
                let Ok(Err(why)) = session.text_or_why(id, &filing.class, object, sha256) else { continue };
                let code = if why == TextLack::Lost { "text_gone" } else { "text_altered" };
                let (gravity, name) = (Gravity::Integrity, objects::text_place(object));
                checkup.findings.push(Finding { gravity, what: Reason::new(code), name });
            }
            checkup.tried += u64::from(could);
        });
        if let Err(error) = looked {
            self.checkup.findings.push(Finding::of(&error.into(), "desks"));
            return Ok(());
        }
        if flow == Flow::Stop {
            return Err(Error::Cancelled);
        }
        self.checkup.documents = Some(count);
        if let Ok(waiting) = session.late_texts(LateTexts::Pending) {
            self.checkup.texts_waiting = waiting.len() as u64;
        }
        if is_away {
            self.objects_fail(Error::Offline);
            return Ok(());
        }
        let of_nobody = |id: &ObjectId| session.state.documents.has_now(id) == Ok(false);
        let elsewhere: Vec<ObjectId> = listed.into_iter().filter(of_nobody).collect();
        let unclaimed = self.unclaimed(session);
        if unclaimed.is_empty() && elsewhere.is_empty() {
            return Ok(());
        }
        // What somebody is filing at this moment has a note of its intent, or an entry that was not read yet.
        let intended = match objects::intended(&*session.objects) {
            Ok(intended) => intended,
            Err(error) => {
                self.checkup.findings.push(Finding::of(&error.into(), "objects"));
                return Ok(());
            }
        };
        if let Err(error) = session.catch_up() {
            self.checkup.findings.push(Finding::of(&error, "ledger.sqlite"));
            return Ok(());
        }
        for id in elsewhere {
            if session.state.documents.has_now(&id) == Ok(false) && !intended.contains(&id) {
                self.found(Gravity::Upkeep, "object_unclaimed", &self.root.join("objects").join(format!("{id}.age")));
            }
        }
        for path in unclaimed {
            let id = object_of(&path);
            let still = id.as_ref().is_some_and(|id| session.state.documents.has_now(id) == Ok(false));
            let still = still && fs::symlink_metadata(&path).is_ok();
            if still && (self.is_left(&path) || id.is_some_and(|id| !intended.contains(&id))) {
                self.found(Gravity::Upkeep, "object_unclaimed", &path);
            }
        }
        Ok(())
    }

    /// Sealed files of which the log that was read knows no document.
    fn unclaimed(&mut self, session: &Session) -> Vec<PathBuf> {
        let mut unclaimed = Vec::new();
        for shard in self.names(&self.root.join("objects")).into_iter().filter(|shard| name_of(shard) != TMP) {
            // What is no folder was named already.
            if fs::symlink_metadata(&shard).is_ok_and(|found| found.is_dir()) {
                let of_nobody = |path: &PathBuf| {
                    object_of(path).is_some_and(|id| session.state.documents.has_now(&id) == Ok(false))
                };
                unclaimed.extend(self.names(&shard).into_iter().filter(of_nobody));
            }
        }
        unclaimed
    }
}

/// Whether a document's sealed file could be tried with its key, and was in order; without the key it is only there.
fn tried(session: &Session, id: &DocumentId, class: &ClassId, object: &ObjectId, is_last: bool) -> Result<bool, Error> {
    let held = session.identities_of(class);
    if held.is_empty() {
        crate::stored::open(&*session.objects, object, id)?;
        return Ok(false);
    }
    let altered = || Error::ObjectAltered { document: id.to_string() };
    let Some((object, key)) = crate::stored::open_held(&*session.objects, object, id, &held)? else {
        return if session.holds_every_epoch(class) { Err(altered()) } else { Ok(false) };
    };
    let reader = SealedReader::open(key, object.id.as_str(), object.sealed).map_err(|_| altered())?;
    match session.index.document(id)?.filter(|_| is_last) {
        Some(document) if document.listed.size != reader.plain_len() => Err(altered()),
        Some(_) | None => Ok(true),
    }
}

/// What is said of the text of each version of a document. A sheet that cannot be read says nothing.
fn texts_of(session: &Session, id: &DocumentId, filing: &DocumentRecord) -> Vec<Option<InnerText>> {
    if filing.versions.is_empty() {
        return vec![session.index.document(id).ok().flatten().and_then(|document| document.text)];
    }
    let said = session.versions_of(id, filing).unwrap_or_default();
    said.into_iter().map(|of| of.and_then(|of| of.content.text)).collect()
}

fn object_of(path: &Path) -> Option<ObjectId> {
    name_of(path).strip_suffix(".age").and_then(|id| ObjectId::parse(id).ok())
}

fn text_of(path: &Path) -> Option<ObjectId> {
    name_of(path).strip_suffix(".text").and_then(|id| ObjectId::parse(id).ok())
}
