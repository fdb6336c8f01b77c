//! The folder of a vault: where things are, its settings, and writing that leaves the old or the new file, never half of
//! one.

use std::io;
use std::path::{Path, PathBuf};

use ledger::VaultId;
use serde::{Deserialize, Serialize};

use crate::{Error, OfficerId};
use objects::Root;

/// The format that this program writes, and the only one it reads.
pub(crate) const FORMAT: u32 = 2;
/// The longest `vault.toml` that is looked at, in bytes.
const MAX_SETTINGS: u64 = 64 << 10;
const SETTINGS: &str = "vault.toml";
const LEDGER: &str = "ledger.sqlite";
const OBJECTS: &str = "objects";
const IDENTITIES: &str = "identities";
const DESKS: &str = "desks";

/// `vault.toml`. Nothing here is secret, and nothing is believed that the log does not say as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    pub format: u32,
    pub id: String,
    pub name: String,
    /// The prefix of reference numbers.
    pub register: String,
}

#[derive(Deserialize)]
struct Peek {
    format: u32,
}

/// Where things are. Names are relative to the root.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    root: Root,
}

impl Folder {
    /// # Errors
    /// [`Error::NotAVault`] when there is no folder.
    pub fn open(path: &Path) -> Result<Folder, Error> {
        match Root::open(path) {
            Ok(root) => {
                objects::in_use(root.path());
                Ok(Folder { root })
            }
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Err(Error::NotAVault)
            }
            Err(e) => Err(Error::io("vault", e)),
        }
    }

    pub fn root(&self) -> &Root {
        &self.root
    }

    /// The log, for SQLite.
    pub fn ledger(&self) -> Result<PathBuf, Error> {
        Ok(self.root.sqlite(LEDGER)?)
    }

    pub fn identity(&self, officer: &OfficerId) -> String {
        format!("{IDENTITIES}/{officer}.age")
    }

    /// An identity whose officer may or may not be in the log yet.
    pub fn new_identity(&self, officer: &OfficerId, key: seal::KeyId) -> String {
        format!("{IDENTITIES}/{officer}.{key}.new")
    }

    /// The names of identities that wait for their officer to be in the log.
    pub fn new_identities(&self) -> Result<Vec<String>, Error> {
        let entries = self.root.entries(IDENTITIES)?;
        let new = entries.into_iter().filter(|entry| entry.regular && entry.name.ends_with(".new"));
        Ok(new.map(|entry| format!("{IDENTITIES}/{}", entry.name)).collect())
    }

    /// Wrong passphrases since the last right one.
    pub fn tries(&self, officer: &OfficerId) -> String {
        format!("{IDENTITIES}/{officer}.tries")
    }

    /// An officer's index, for SQLite.
    pub fn desk(&self, officer: &OfficerId) -> Result<PathBuf, Error> {
        Ok(self.root.sqlite(&format!("{DESKS}/{officer}.sqlite"))?)
    }

    /// Makes the folder for indexes, unless it is there.
    pub fn make_desks(&self) -> Result<(), Error> {
        Ok(self.root.make_folder(DESKS)?)
    }

    /// Makes the empty folders of a new vault, whose own folder is for its owner alone.
    pub fn furnish(&self) -> Result<(), Error> {
        self.root.make_private()?;
        Ok([OBJECTS, IDENTITIES, DESKS].iter().try_for_each(|folder| self.root.make_folder(folder))?)
    }

    pub fn write_settings(&self, settings: &Settings) -> Result<(), Error> {
        let text = toml::to_string(settings).map_err(|e| Error::io(SETTINGS, io::Error::other(e)))?;
        Ok(self.root.write(SETTINGS, text.as_bytes())?)
    }

    pub fn settings(&self) -> Result<Settings, Error> {
        let bytes = match self.root.read(SETTINGS, MAX_SETTINGS) {
            Ok(bytes) => bytes.ok_or(Error::NotAVault)?,
            Err(objects::Error::Altered { flaw: "size", .. }) => return Err(Error::SettingsAltered),
            Err(error) => return Err(error.into()),
        };
        let text = String::from_utf8(bytes).map_err(|_| Error::SettingsAltered)?;
        let peek: Peek = toml::from_str(&text).map_err(|_| Error::SettingsAltered)?;
        if peek.format != FORMAT {
            return Err(Error::Newer { format: peek.format });
        }
        let settings: Settings = toml::from_str(&text).map_err(|_| Error::SettingsAltered)?;
        if settings.id.parse::<VaultId>().is_err() {
            return Err(Error::SettingsAltered);
        }
        Ok(settings)
    }

    /// Those who have an identity file, by name.
    pub fn officers(&self) -> Result<Vec<OfficerId>, Error> {
        let entries = self.root.entries(IDENTITIES)?;
        let id = |name: &str| OfficerId::parse(name.strip_suffix(".age")?).ok();
        let mut officers: Vec<OfficerId> = entries.iter().filter_map(|entry| id(&entry.name)).collect();
        officers.sort();
        Ok(officers)
    }
}
