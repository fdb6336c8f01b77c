//! Whether everything in a vault's folder is as it should be: without a key, what can be seen without one; with a
//! session, also what its officer may read. It repairs nothing. Opening the log lets SQLite settle a journal that a
//! killed process left next to it, here as everywhere.

mod people;
mod sealed;

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use objects::Root;
use serde::Serialize;

use crate::published::{OWN, is_shared};
use crate::{EntryAhead, Error, ExitClass, Flow, OtherPrograms, Reason, Session, Vault};

/// What is left of a process that was killed is left over after this time, in seconds: until then it may be at work.
const LEFT_AFTER: i64 = 3600;
/// Rights of the group and of others.
const OTHERS: u32 = 0o077;
/// What a folder of an exercise vault holds in addition: what its partners would have.
const EXERCISE: (&str, &str) = ("partners", ".identity.txt");
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
    /// Texts of scans that wait to be read by OCR, of documents that the officer may open.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub texts_waiting: u64,
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

fn is_open(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| !found.is_symlink() && found.mode() & OTHERS != 0)
}

/// Whether a file is a database of this name, or what belongs to one.
fn is_database(file: &str, name: &str) -> bool {
    let rest = file.strip_prefix(name).and_then(|rest| rest.strip_prefix(".sqlite"));
    rest.is_some_and(|rest| BESIDE.contains(&rest))
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
