//! Whether everything in a vault's folder is as it should be: without a key, what can be seen without one; with a
//! session, also what its officer may read. It repairs nothing. Opening the log lets SQLite settle a journal that a
//! killed process left next to it, here as everywhere.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io::{self, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use registry::ObjectId;
use registry::documents::{DocumentRecord, InnerText, TextLack};
use seal::SealedReader;
use serde::Serialize;

use crate::identity::is_identity;
use crate::published::{CACHE, OWN, is_shared};
use crate::stores::{further, key_in};
use crate::{
    ClassId, DocumentId, EntryAhead, Error, ExitClass, Flow, OfficerId, OtherPrograms, PartnerId, Reason, Session,
    Vault,
};
use objects::{ObjectStore, Root, place};

/// What a sealed object begins with.
const AGE: &[u8] = b"age-encryption.org/v1\n";
/// The largest identity file that is looked at, in bytes.
const MAX_IDENTITY: u64 = 64 << 10;
/// What is left of a process that was killed is left over after this time, in seconds: until then it may be at work.
const LEFT_AFTER: i64 = 3600;
/// Rights of the group and of others.
const OTHERS: u32 = 0o077;
/// What a folder of an exercise vault holds in addition: what its partners would have.
const EXERCISE: (&str, &str) = ("partners", ".identity.txt");
/// Where objects are made before they have their place.
const TMP: &str = "tmp";
/// How many objects of a shared vault are listed at a time.
const PAGE: usize = 1000;
/// What SQLite puts next to a database.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// How grave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Gravity {
    /// Something was altered, is gone, or is not what it says it is.
    Integrity,
    /// Nothing is lost; somebody should see to it.
    Upkeep,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Finding {
    pub gravity: Gravity,
    /// Words: `found-<code>`, or those of the error of that code.
    pub what: Reason,
    /// Of a file, as it lies in the folder; empty where it is about the whole.
    pub name: String,
}

impl Finding {
    /// What an error says of the vault.
    pub fn of(error: &Error, name: &str) -> Finding {
        let gravity = if error.exit() == ExitClass::Integrity { Gravity::Integrity } else { Gravity::Upkeep };
        let what = error.params().into_iter().fold(Reason::new(error.code()), |what, (k, v)| what.with(k, v));
        Finding { gravity, what, name: name.to_owned() }
    }
}

/// What was looked at, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[must_use]
pub struct Checkup {
    /// Entries of the log that hang together; none where the log is broken.
    #[cfg_attr(feature = "screen", specta(type = Option<u32>))]
    pub entries: Option<u64>,
    /// Sealed files that lie there.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub objects: u64,
    /// Documents that the log knows; none without a session.
    #[cfg_attr(feature = "screen", specta(type = Option<u32>))]
    pub documents: Option<u64>,
    /// Of these, those whose sealed file was tried with its key.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub tried: u64,
    /// Of a shared vault: the store of its objects was not there, and nothing in it was looked at.
    pub objects_away: bool,
    /// Of a shared vault: identities that lie at no place of this workstation, of officers who never worked here. Whether they are in
    /// order is not known here.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub identities_elsewhere: u64,
    /// Other programs, as they stand on this workstation.
    pub programs: OtherPrograms,
    pub findings: Vec<Finding>,
}

impl Vault {
    /// Looks at settings, log, identities, objects, rights and what killed processes left behind.
    pub fn doctor(&self, session: Option<&mut Session>) -> Checkup {
        self.look_over(session, &mut || Flow::Continue).unwrap_or_default()
    }

    /// The same; `go_on` is asked before each document, of which there may be very many.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when it was to stop.
    pub fn look_over(&self, session: Option<&mut Session>, go_on: &mut dyn FnMut() -> Flow) -> Result<Checkup, Error> {
        let mut checkup = Checkup { programs: self.other_programs(), ..Checkup::default() };
        let mut introduced = None;
        match self.position() {
            Ok(position) => {
                checkup.entries = Some(position.head().size);
                let authors = position.authors().filter(|key| !self.is_renewed(key.key_id())).count();
                introduced = Some(authors.saturating_sub(self.further_introduced(&position)));
                match self.waits(&position) {
                    Ok(waits) => {
                        checkup.findings.extend(waits.map(|(entry, until)| ahead(&entry, until, session.as_deref())))
                    }
                    Err(error) => checkup.findings.push(Finding::of(&error, "ledger.sqlite")),
                }
            }
            Err(error) => checkup.findings.push(Finding::of(&error, "ledger.sqlite")),
        }
        if let Some(since) = self.offline_since() {
            // What was looked at is the mirror.
            let what = Reason::new("log_away").with("since", label::time::to_the_second(since));
            checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: String::new() });
        }
        // Where there is no folder, there is nothing else to look at.
        let Some(folder) = self.stores().folder() else { return Ok(checkup) };
        let shared = is_shared(folder).unwrap_or(true);
        let mut look = Look { folder, root: folder.path(), shared, now: self.now().timestamp(), checkup: &mut checkup };
        look.at_folder();
        let identities = look.at_identities();
        let belongings = look.at_indexes();
        look.at_objects();
        let elsewhere = shared.then(|| self.stores().objects());
        let listed = match &elsewhere {
            Some(store) => look.at_objects_elsewhere(&**store),
            None => BTreeSet::new(),
        };
        if !look.checkup.objects_away {
            look.at_undecided(self, elsewhere.as_deref());
        }
        match session {
            Some(session) => {
                look.at_own_index(session);
                look.at_documents(session, listed, go_on)?;
                look.at_officers(session, &identities, &belongings);
                look.at_belongings(&belongings, |officer| session.state.officers.contains_key(officer));
                look.at_partners(session);
            }
            None => look.at_numbers(introduced, &identities, &belongings),
        }
        // Once documents were tried: a copy that is not what was sealed shows then.
        if let Some(store) = &elsewhere {
            look.at_copies(&**store);
        }
        // The gravest first: there may be very many of the others.
        checkup.findings.sort_by_key(|finding| finding.gravity != Gravity::Integrity);
        Ok(checkup)
    }
}

struct Look<'v> {
    folder: &'v Root,
    root: &'v Path,
    /// The folder is a workstation's: who works elsewhere has his identity there.
    shared: bool,
    now: i64,
    checkup: &'v mut Checkup,
}

impl Look<'_> {
    fn found(&mut self, gravity: Gravity, code: &str, path: &Path) {
        let name = self.named(path);
        self.checkup.findings.push(Finding { gravity, what: Reason::new(code), name });
    }

    /// As it is called in the vault's folder.
    fn named(&self, path: &Path) -> String {
        match path.strip_prefix(self.root) {
            Ok(own) if own.as_os_str().is_empty() => ".".to_owned(),
            Ok(own) => own.display().to_string(),
            Err(_) => path.display().to_string(),
        }
    }

    /// What lies in a folder of the vault, in order; a folder that cannot be read is a finding.
    fn names(&mut self, folder: &Path) -> Vec<PathBuf> {
        let names = fs::read_dir(folder).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect());
        let mut names: Vec<PathBuf> = names.unwrap_or_else(|_: io::Error| {
            self.found(Gravity::Integrity, "unreadable", folder);
            Vec::new()
        });
        names.sort();
        names
    }

    /// The metadata of a regular file; a link, a pipe, a folder in its place is a finding.
    fn regular(&mut self, path: &Path) -> Option<Metadata> {
        match fs::symlink_metadata(path) {
            Ok(found) if found.is_file() => Some(found),
            Ok(_) => {
                self.found(Gravity::Integrity, "not_a_file", path);
                None
            }
            Err(_) => {
                self.found(Gravity::Integrity, "unreadable", path);
                None
            }
        }
    }

    fn is_folder(&mut self, path: &Path) -> bool {
        let is_one = fs::symlink_metadata(path).is_ok_and(|found| found.is_dir());
        if !is_one {
            self.found(Gravity::Integrity, "not_a_folder", path);
        }
        is_one
    }

    fn at_folder(&mut self) {
        self.shut(self.root);
        for name in ["vault.toml", "ledger.sqlite"] {
            self.regular(&self.root.join(name));
        }
        for name in ["objects", "identities", "desks"] {
            self.is_folder(&self.root.join(name));
        }
        for path in self.names(self.root) {
            let name = name_of(&path);
            let drafts = [".draft-", ".probe-"];
            if drafts.iter().any(|draft| name.starts_with(draft)) {
                if self.is_left(&path) {
                    self.found(Gravity::Upkeep, "leftover", &path);
                }
            } else if matches!(name, "vault.toml" | "objects" | "identities" | "desks" | "ledger.sqlite") {
                self.shut(&path);
            } else if is_database(name, "ledger") {
                if self.regular(&path).is_some() {
                    self.shut(&path);
                }
            } else if name == EXERCISE.0 && self.is_folder(&path) {
                self.shut(&path);
                for path in self.names(&path) {
                    if !name_of(&path).ends_with(EXERCISE.1) {
                        self.found(Gravity::Upkeep, "stranger", &path);
                    } else if self.regular(&path).is_some() {
                        self.shut(&path);
                    }
                }
            } else if OWN.contains(&name) {
                self.shut(&path);
            } else if name != EXERCISE.0 {
                self.found(Gravity::Upkeep, "stranger", &path);
            }
        }
    }

    /// Its own rights count, whatever folder shields it today: it is moved, or that folder opened.
    fn shut(&mut self, path: &Path) {
        if is_open(path) {
            self.found(Gravity::Upkeep, "open_to_others", path);
        }
    }

    /// Whose identities lie there.
    fn at_identities(&mut self) -> BTreeSet<OfficerId> {
        let mut officers = BTreeSet::new();
        for path in self.names(&self.root.join("identities")) {
            let name = name_of(&path);
            let of = |ending| name.strip_suffix(ending).and_then(|officer| OfficerId::parse(officer).ok());
            // `<officer>.<key>.new`, for as long as the entry is not there that makes it count.
            // `<officer>.<key>.requested`, until somebody lets him in.
            let kept = name.strip_suffix(".requested");
            let waits = name.strip_suffix(".new").or(kept).and_then(|rest| rest.rsplit_once('.'));
            let waits = waits.is_some_and(|(officer, _)| OfficerId::parse(officer).is_ok());
            let (first, further, tries) = (of(".age"), further(name).map(|(officer, _)| officer), of(".tries"));
            let identity = first.or(further);
            if identity.is_none() && tries.is_none() && !waits && !name.starts_with(".draft-") {
                self.found(Gravity::Upkeep, "stranger", &path);
                continue;
            }
            if self.regular(&path).is_none() {
                continue;
            }
            if let Some(officer) = identity {
                officers.insert(officer);
                self.shut(&path);
                match self.folder.read(&self.named(&path), MAX_IDENTITY) {
                    Ok(Some(locked)) if is_identity(&locked) => {}
                    Ok(_) | Err(_) => self.found(Gravity::Integrity, "identity_unreadable", &path),
                }
            } else if tries.is_some() || kept.is_some() {
                self.shut(&path);
            } else if self.is_left(&path) {
                self.found(Gravity::Upkeep, "leftover", &path);
            }
        }
        officers
    }

    /// What belongs to an officer besides his identity: his index and what is next to it, the count of wrong passphrases.
    fn at_indexes(&mut self) -> Vec<(OfficerId, PathBuf)> {
        let mut belongings = Vec::new();
        for path in self.names(&self.root.join("identities")) {
            let officer = name_of(&path).strip_suffix(".tries").and_then(|officer| OfficerId::parse(officer).ok());
            belongings.extend(officer.map(|officer| (officer, path)));
        }
        for path in self.names(&self.root.join("desks")) {
            let name = name_of(&path);
            if name == ".lock" {
                // Held while an index takes the place of another.
                self.shut(&path);
                continue;
            }
            let seat = name.split_once(".sqlite").map_or("", |(seat, _)| seat);
            let officer = OfficerId::parse(of_seat(seat)).ok();
            let Some(officer) = officer.filter(|_| is_database(name, seat)) else {
                self.found(Gravity::Upkeep, "stranger", &path);
                continue;
            };
            if self.regular(&path).is_none() {
                continue;
            }
            self.shut(&path);
            belongings.push((officer, path));
        }
        belongings
    }

    /// What belongs to officers who do not exist.
    fn at_belongings(&mut self, belongings: &[(OfficerId, PathBuf)], known: impl Fn(&OfficerId) -> bool) {
        for (_, path) in belongings.iter().filter(|(officer, _)| !known(officer)) {
            self.found(Gravity::Upkeep, "of_nobody", path);
        }
    }

    /// Without a key nobody knows the names of the officers, but the key of each of them was introduced.
    fn at_numbers(
        &mut self,
        introduced: Option<usize>,
        identities: &BTreeSet<OfficerId>,
        belongings: &[(OfficerId, PathBuf)],
    ) {
        let Some(introduced) = introduced else { return };
        let (missing, surplus) =
            (introduced.saturating_sub(identities.len()), identities.len().saturating_sub(introduced));
        if surplus > 0 {
            let what = Reason::new("identities_surplus").with("count", surplus.to_string());
            self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: "identities".to_owned() });
        }
        if missing == 0 {
            return self.at_belongings(belongings, |officer| identities.contains(officer));
        }
        let gone: BTreeSet<&OfficerId> = belongings.iter().map(|(officer, _)| officer).collect();
        let gone: Vec<&OfficerId> = gone.into_iter().filter(|officer| !identities.contains(*officer)).collect();
        gone.iter().for_each(|officer| self.identity_gone(officer));
        let unnamed = missing.saturating_sub(gone.len());
        if self.shared {
            self.checkup.identities_elsewhere = unnamed as u64;
        } else if unnamed > 0 {
            let what = Reason::new("identities_missing").with("count", unnamed.to_string());
            self.checkup.findings.push(Finding { gravity: Gravity::Integrity, what, name: "identities".to_owned() });
        }
    }

    /// What partners would have, of partners who do not exist.
    fn at_partners(&mut self, session: &Session) {
        let folder = self.root.join(EXERCISE.0);
        if !folder.is_dir() {
            return;
        }
        for path in self.names(&folder) {
            let partner = name_of(&path).strip_suffix(EXERCISE.1).map(PartnerId::parse);
            let known = |id: &PartnerId| session.state.partners.contains_key(id);
            if partner.is_some_and(|id| !id.is_ok_and(|id| known(&id))) {
                self.found(Gravity::Upkeep, "of_nobody", &path);
            }
        }
    }

    /// The officers of the log.
    fn at_officers(
        &mut self,
        session: &Session,
        identities: &BTreeSet<OfficerId>,
        belongings: &[(OfficerId, PathBuf)],
    ) {
        let those = session.state.officers.iter().filter(|(_, officer)| officer.belongs());
        for (officer, _) in those.filter(|(officer, _)| !identities.contains(officer)) {
            // Of one who worked at this workstation something else is here as well.
            if self.shared && !belongings.iter().any(|(known, _)| known == officer) {
                self.checkup.identities_elsewhere += 1;
            } else {
                self.identity_gone(officer);
            }
        }
        for officer in identities.iter().filter(|officer| !session.state.officers.contains_key(*officer)) {
            self.found(Gravity::Upkeep, "of_nobody", &self.root.join(format!("identities/{officer}.age")));
        }
        if !session.state.custody_is_sound() {
            let what = Reason::new("no_custodian");
            self.checkup.findings.push(Finding { gravity: Gravity::Upkeep, what, name: String::new() });
        }
    }

    /// Said once, no matter who mentions him.
    fn identity_gone(&mut self, officer: &OfficerId) {
        let name = format!("identities/{officer}.age");
        let what = Reason::new("identity_gone");
        let found = Finding { gravity: Gravity::Integrity, what, name };
        if !self.checkup.findings.contains(&found) {
            self.checkup.findings.push(found);
        }
    }

    fn at_objects(&mut self) {
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
    fn at_objects_elsewhere(&mut self, store: &dyn ObjectStore) -> BTreeSet<ObjectId> {
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
    fn at_copies(&mut self, store: &dyn ObjectStore) {
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
    fn at_undecided(&mut self, vault: &Vault, elsewhere: Option<&dyn ObjectStore>) {
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

    /// The officer's own index, each page of it: an unlock reads some, and a list those that it shows.
    fn at_own_index(&mut self, session: &Session) {
        if let Err(error) = session.index.check() {
            let name = format!("desks/{}.sqlite", session.seat.name);
            self.checkup.findings.push(Finding::of(&error.into(), &name));
        }
    }

    /// What the log says that there is; each of which the officer holds the key is tried with it.
    /// `listed`: what lies elsewhere.
    fn at_documents(
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

    fn is_left(&self, path: &Path) -> bool {
        let modified = fs::symlink_metadata(path).and_then(|found| found.modified()).ok();
        let modified = modified.map(DateTime::<Utc>::from);
        modified.is_none_or(|time| self.now - time.timestamp() > LEFT_AFTER)
    }
}

/// That an entry bears a time to come, whose it is, and until when everybody waits for it.
fn ahead(entry: &EntryAhead, until: DateTime<Utc>, session: Option<&Session>) -> Finding {
    let mut officers = session.into_iter().flat_map(|session| &session.state.officers);
    let author = officers
        .find(|(_, officer)| officer.identities().any(|(key, _)| key.to_string() == entry.author))
        .map(|(id, _)| id.to_string());
    let grave = entry.ahead_seconds > registry::replay::AHEAD / 1000;
    let what = Reason::new("log_ahead")
        .with("index", entry.index.to_string())
        .with("author", author.unwrap_or_else(|| entry.author.clone()))
        .with("at", label::time::to_the_second(entry.at))
        .with("until", label::time::to_the_second(until));
    let gravity = if grave { Gravity::Integrity } else { Gravity::Upkeep };
    Finding { gravity, what, name: "ledger.sqlite".to_owned() }
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

fn is_open(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| !found.is_symlink() && found.mode() & OTHERS != 0)
}

/// Whether a file is a database of this name, or what belongs to one.
fn is_database(file: &str, name: &str) -> bool {
    let rest = file.strip_prefix(name).and_then(|rest| rest.strip_prefix(".sqlite"));
    rest.is_some_and(|rest| BESIDE.contains(&rest))
}

/// The officer in the name of what belongs to one of his identities: `<officer>`, or `<officer>.<key>`.
fn of_seat(seat: &str) -> &str {
    key_in(seat).map_or(seat, |(officer, _)| officer)
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
