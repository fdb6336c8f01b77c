//! Where a vault lies: its log, its objects, and the small files next to them.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use ledger::{Access, Ledger, LogStore, MemoryLog, Position, VaultId};
use objects::{Files, FolderObjects, MemoryFiles, MemoryObjects, ObjectStore, Root};
use seal::{Signatures, Signer, VerifyingKey, Weight};
use serde::{Deserialize, Serialize};

use crate::published::{InFolder, OBJECTS_OFFLINE, OFFLINE, is_shared};
use crate::{Error, OfficerId};

/// The format that this program writes, and the only one it reads.
pub(crate) const FORMAT: u32 = 4;
/// The longest `vault.toml` that is looked at, in bytes.
pub(crate) const MAX_SETTINGS: u64 = 64 << 10;
pub(crate) const SETTINGS: &str = "vault.toml";
pub(crate) const LEDGER: &str = "ledger.sqlite";
const OBJECTS: &str = "objects";
const IDENTITIES: &str = "identities";
const INDEXES: &str = "desks";

/// How names of identities end that do not count yet: while their entry is written, and until somebody writes it.
const NEW: &str = "new";
/// How names of identities end that an officer has besides the first.
const FURTHER: &str = "also";
const REQUESTED: &str = "requested";

/// An identity under a name that does not count yet.
pub(crate) struct WaitingIdentity {
    pub path: String,
    pub officer: OfficerId,
    pub key: seal::KeyId,
    /// Whether it is kept however long it waits.
    pub kept: bool,
}

/// Where an officer works: with which identity file, and under which name his index and this workstation's memory are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seat {
    /// The identity, as its file is named.
    pub identity: String,
    pub name: String,
}

impl Seat {
    /// With the first identity.
    pub fn first(stores: &Stores, officer: &OfficerId) -> Seat {
        Seat { identity: stores.identity(officer), name: officer.to_string() }
    }

    /// With another.
    pub fn further(stores: &Stores, officer: &OfficerId, key: seal::KeyId) -> Seat {
        Seat { identity: stores.further_identity(officer, key), name: seat_name(officer, key) }
    }

    /// The keys that it is named after; none: those of the first identity.
    pub fn key(&self) -> Option<seal::KeyId> {
        key_in(&self.name).map(|(_, key)| key)
    }
}

/// Under which name the index and the memory of a further identity are.
pub(crate) fn seat_name(officer: &OfficerId, key: seal::KeyId) -> String {
    format!("{officer}.{key}")
}

/// The officer and the keys in such a name.
pub(crate) fn key_in(name: &str) -> Option<(&str, seal::KeyId)> {
    let (officer, key) = name.rsplit_once('.')?;
    Some((officer, key.parse().ok()?))
}

/// Whose further identity a file of this name is, and with which keys.
pub(crate) fn further(name: &str) -> Option<(OfficerId, seal::KeyId)> {
    let (rest, _) = name.rsplit_once('.').filter(|(_, ending)| *ending == FURTHER)?;
    let (officer, key) = key_in(rest)?;
    Some((OfficerId::parse(officer).ok()?, key))
}

/// `vault.toml`. Nothing here is secret, and nothing is believed that the log does not say as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    pub format: u32,
    pub id: String,
    pub name: String,
    /// The prefix of reference numbers.
    pub register: String,
    /// Of all that stands before it, by the key that signed the first entry of the log: Ed25519.
    signature: Signatures,
}

impl Settings {
    pub fn signed(id: &VaultId, name: &str, register: &str, signer: &Signer) -> Settings {
        let (id, name, register) = (id.to_string(), name.to_owned(), register.to_owned());
        let signature = signer.sign(Weight::Single, &statement(FORMAT, &id, &name, &register));
        Settings { format: FORMAT, id, name, register, signature }
    }

    /// # Errors
    /// [`Error::SettingsAltered`], [`Error::Earlier`], [`Error::Newer`].
    pub fn parse(bytes: &[u8]) -> Result<Settings, Error> {
        let text = std::str::from_utf8(bytes).map_err(|_| Error::SettingsAltered)?;
        let peek: Peek = toml::from_str(text).map_err(|_| Error::SettingsAltered)?;
        match peek.format.cmp(&FORMAT) {
            Ordering::Less => return Err(Error::Earlier { format: peek.format }),
            Ordering::Greater => return Err(Error::Newer { format: peek.format }),
            Ordering::Equal => {}
        }
        let settings: Settings = toml::from_str(text).map_err(|_| Error::SettingsAltered)?;
        if settings.id.parse::<VaultId>().is_err() {
            return Err(Error::SettingsAltered);
        }
        Ok(settings)
    }

    /// # Errors
    /// [`Error::SettingsAltered`].
    pub fn require_signed_by(&self, key: &VerifyingKey) -> Result<(), Error> {
        let said = statement(self.format, &self.id, &self.name, &self.register);
        key.verify(Weight::Single, &said, &self.signature).map_err(|_| Error::SettingsAltered)
    }
}

/// What is signed of the settings. No field holds a line break.
fn statement(format: u32, id: &str, name: &str, register: &str) -> Vec<u8> {
    format!("zegel vault settings v1\n{format}\n{id}\n{name}\n{register}\n").into_bytes()
}

#[derive(Deserialize)]
struct Peek {
    format: u32,
}

/// Opens one more handle on a log.
pub type OpenLog = dyn Fn(Access) -> Result<Box<dyn LogStore>, Error> + Send + Sync;

/// Where a vault lies. In a folder: everything, and each officer's index. In memory: a vault for simulation, whose sessions
/// build their index again.
#[derive(Clone)]
pub struct Stores {
    files: Arc<dyn Files>,
    objects: Arc<dyn ObjectStore>,
    log: Arc<OpenLog>,
    indexes: Indexes,
}

#[derive(Clone)]
enum Indexes {
    /// In the folder of the vault.
    In(Root),
    /// Nowhere: how far each officer has read the log is remembered.
    Memory(Arc<Mutex<BTreeMap<OfficerId, Position>>>),
}

impl Stores {
    /// The folder of a vault, as it is.
    ///
    /// # Errors
    /// [`Error::NotAVault`] when there is no folder; [`Error::Shared`] when the log and the objects are elsewhere: who takes them for
    /// those of the vault would write what nobody else ever sees.
    pub(crate) fn open(path: &Path) -> Result<Stores, Error> {
        let root = root_of(path)?;
        objects::in_use(root.path());
        if is_shared(&root)? { Err(Error::Shared) } else { Ok(Stores::beside(root)) }
    }

    /// All that lies in a folder, whosever it is.
    pub(crate) fn beside(root: Root) -> Stores {
        let folder = root.clone();
        let log = move |access| {
            let log = Ledger::open(&folder.sqlite(LEDGER)?, access)?.into_store();
            Ok(Box::new(InFolder::new(log, folder.clone())) as Box<dyn LogStore>)
        };
        Stores {
            files: Arc::new(root.clone()),
            objects: Arc::new(FolderObjects::new(root.clone())),
            log: Arc::new(log),
            indexes: Indexes::In(root),
        }
    }

    /// In memory, empty, for a vault of this name.
    pub fn in_memory(vault: VaultId) -> Stores {
        let log = MemoryLog::new(vault);
        Stores {
            files: Arc::new(MemoryFiles::new()),
            objects: Arc::new(MemoryObjects::new()),
            log: Arc::new(move |access| Ok(Box::new(log.with_access(access)) as Box<dyn LogStore>)),
            indexes: Indexes::Memory(Arc::default()),
        }
    }

    /// The same with what `with` makes of each: for what stands between a process and its stores.
    #[must_use]
    pub fn seen_through(
        &self,
        objects: impl FnOnce(Arc<dyn ObjectStore>) -> Arc<dyn ObjectStore>,
        log: impl Fn(Box<dyn LogStore>) -> Box<dyn LogStore> + Send + Sync + 'static,
    ) -> Stores {
        let inner = self.log.clone();
        Stores {
            objects: objects(self.objects.clone()),
            log: Arc::new(move |access| Ok(log(inner(access)?))),
            ..self.clone()
        }
    }

    /// The same, but for the log and the objects.
    pub(crate) fn elsewhere(self, objects: Arc<dyn ObjectStore>, log: Arc<OpenLog>) -> Stores {
        Stores { objects, log, ..self }
    }

    /// Since when the server of a shared vault's log is not there, as the last who looked found it.
    pub(crate) fn offline_since(&self) -> Option<DateTime<Utc>> {
        self.away_since(OFFLINE)
    }

    /// The same of the store of its objects.
    pub(crate) fn objects_offline_since(&self) -> Option<DateTime<Utc>> {
        self.away_since(OBJECTS_OFFLINE)
    }

    fn away_since(&self, name: &str) -> Option<DateTime<Utc>> {
        let bytes = self.files().read(name, 64).ok().flatten()?;
        DateTime::from_timestamp(std::str::from_utf8(&bytes).ok()?.trim().parse().ok()?, 0)
    }

    pub(crate) fn files(&self) -> &dyn Files {
        &*self.files
    }

    /// The sealed objects.
    pub fn objects(&self) -> Arc<dyn ObjectStore> {
        self.objects.clone()
    }

    /// The log.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn log(&self, access: Access) -> Result<Ledger, Error> {
        Ok(Ledger::on((self.log)(access)?))
    }

    /// The folder of the vault, where there is one.
    pub(crate) fn folder(&self) -> Option<&Root> {
        match &self.indexes {
            Indexes::In(root) => Some(root),
            Indexes::Memory(_) => None,
        }
    }

    pub(crate) fn identity(&self, officer: &OfficerId) -> String {
        format!("{IDENTITIES}/{officer}.age")
    }

    /// An identity whose officer may or may not be in the log yet.
    pub(crate) fn new_identity(&self, officer: &OfficerId, key: seal::KeyId) -> String {
        format!("{IDENTITIES}/{officer}.{key}.{NEW}")
    }

    /// An identity that its officer asks to be let in with.
    pub(crate) fn requested_identity(&self, officer: &OfficerId, key: seal::KeyId) -> String {
        format!("{IDENTITIES}/{officer}.{key}.{REQUESTED}")
    }

    /// An identity that its officer has besides the first.
    pub(crate) fn further_identity(&self, officer: &OfficerId, key: seal::KeyId) -> String {
        format!("{IDENTITIES}/{officer}.{key}.{FURTHER}")
    }

    /// The identities that an officer has here besides the first.
    pub(crate) fn further_identities(&self, officer: &OfficerId) -> Result<Vec<Seat>, Error> {
        let entries = self.files.entries(IDENTITIES)?;
        let mut found: Vec<Seat> = entries
            .iter()
            .filter_map(|entry| further(&entry.name))
            .filter(|(of, _)| of == officer)
            .map(|(of, key)| Seat::further(self, &of, key))
            .collect();
        found.sort_by(|one, other| one.identity.cmp(&other.identity));
        Ok(found)
    }

    /// The identities that wait for the log to know them.
    pub(crate) fn waiting_identities(&self) -> Result<Vec<WaitingIdentity>, Error> {
        let waiting = |name: &str| {
            let (rest, ending) = name.rsplit_once('.')?;
            let (id, key) = rest.rsplit_once('.')?;
            let kept = match ending {
                NEW => false,
                REQUESTED => true,
                _ => return None,
            };
            let (officer, key) = (OfficerId::parse(id).ok()?, key.parse().ok()?);
            Some(WaitingIdentity { path: format!("{IDENTITIES}/{name}"), officer, key, kept })
        };
        let entries = self.files.entries(IDENTITIES)?;
        let regular = entries.iter().filter(|entry| entry.regular);
        Ok(regular.filter_map(|entry| waiting(&entry.name)).collect())
    }

    /// Wrong passphrases since the last right one.
    pub(crate) fn tries(&self, officer: &OfficerId) -> String {
        format!("{IDENTITIES}/{officer}.tries")
    }

    /// An officer's index by its name, for SQLite; none where indexes are not kept.
    pub(crate) fn index(&self, name: &str) -> Result<Option<PathBuf>, Error> {
        let path = self.folder().map(|root| root.sqlite(&format!("{INDEXES}/{name}.sqlite")));
        Ok(path.transpose()?)
    }

    /// Removes an officer's index, if there is one.
    pub(crate) fn remove_index(&self, name: &str) -> Result<(), Error> {
        match self.index(name)?.map(std::fs::remove_file) {
            Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(INDEXES, error)),
            Some(_) | None => Ok(()),
        }
    }

    /// How far an officer had read the log, where his index is not kept.
    pub(crate) fn seen(&self, officer: &OfficerId) -> Option<Position> {
        match &self.indexes {
            Indexes::In(_) => None,
            Indexes::Memory(seen) => seen.lock().unwrap_or_else(PoisonError::into_inner).get(officer).cloned(),
        }
    }

    /// Remembers how far an officer has read the log, where his index does not.
    pub(crate) fn remember(&self, officer: &OfficerId, position: &Position) {
        if let Indexes::Memory(seen) = &self.indexes {
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            if seen.get(officer).is_none_or(|before| before.size() <= position.size()) {
                seen.insert(officer.clone(), position.clone());
            }
        }
    }

    /// Makes the folder for indexes, unless it is there.
    pub(crate) fn make_indexes(&self) -> Result<(), Error> {
        Ok(self.folder().map_or(Ok(()), |root| root.make_folder(INDEXES))?)
    }

    pub(crate) fn write_settings(&self, settings: &Settings) -> Result<(), Error> {
        let text = toml::to_string(settings).map_err(|e| Error::io(SETTINGS, io::Error::other(e)))?;
        Ok(self.files.write(SETTINGS, text.as_bytes())?)
    }

    pub(crate) fn settings(&self) -> Result<Settings, Error> {
        let bytes = match self.files.read(SETTINGS, MAX_SETTINGS) {
            Ok(bytes) => bytes.ok_or(Error::NotAVault { found: "folder" })?,
            Err(objects::Error::Altered { flaw: "size", .. }) => return Err(Error::SettingsAltered),
            Err(error) => return Err(error.into()),
        };
        Settings::parse(&bytes)
    }

    /// Those who have an identity file, by name.
    pub(crate) fn officers(&self) -> Result<Vec<OfficerId>, Error> {
        let entries = self.files.entries(IDENTITIES)?;
        let id = |name: &str| match name.strip_suffix(".age") {
            Some(officer) => OfficerId::parse(officer).ok(),
            None => further(name).map(|(officer, _)| officer),
        };
        // What has the name of an identity and is no file shows when it is opened.
        let mut officers: Vec<OfficerId> = entries.iter().filter_map(|entry| id(&entry.name)).collect();
        officers.sort();
        officers.dedup();
        Ok(officers)
    }
}

impl std::fmt::Debug for Stores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Stores({:?})", self.objects)
    }
}

/// The folder of a vault, held open.
///
/// # Errors
/// [`Error::NotAVault`] when there is no folder.
pub(crate) fn root_of(path: &Path) -> Result<Root, Error> {
    Root::open(path).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => Error::NotAVault { found: "nothing" },
        io::ErrorKind::NotADirectory => Error::NotAVault { found: "file" },
        _ => Error::io("vault", e),
    })
}

/// Makes the empty folders of a new vault, whose own folder is for its owner alone.
pub(crate) fn furnish(root: &Root) -> Result<(), Error> {
    root.make_private()?;
    Ok([OBJECTS, IDENTITIES, INDEXES].iter().try_for_each(|folder| root.make_folder(folder))?)
}
