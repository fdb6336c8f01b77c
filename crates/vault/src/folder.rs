//! The folder of a vault: where things are, its settings, and writing that leaves the old or the new, never a half.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ledger::VaultId;
use serde::{Deserialize, Serialize};

use crate::{Error, OfficerId};

/// The format that this program writes, and the only one it reads.
pub(crate) const FORMAT: u32 = 1;
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

/// Where things are.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub fn new(root: &Path) -> Folder {
        Folder { root: root.to_owned() }
    }

    pub fn ledger(&self) -> PathBuf {
        self.root.join(LEDGER)
    }

    pub fn objects(&self) -> PathBuf {
        self.root.join(OBJECTS)
    }

    pub fn identities(&self) -> PathBuf {
        self.root.join(IDENTITIES)
    }

    pub fn identity(&self, officer: &OfficerId) -> PathBuf {
        self.identities().join(format!("{officer}.age"))
    }

    /// An identity whose officer may or may not be in the log yet.
    pub fn new_identity(&self, officer: &OfficerId, key: seal::KeyId) -> PathBuf {
        self.identities().join(format!("{officer}.{key}.new"))
    }

    /// Wrong passphrases since the last right one.
    pub fn tries(&self, officer: &OfficerId) -> PathBuf {
        self.identities().join(format!("{officer}.tries"))
    }

    pub fn desks(&self) -> PathBuf {
        self.root.join(DESKS)
    }

    pub fn desk(&self, officer: &OfficerId) -> PathBuf {
        self.desks().join(format!("{officer}.sqlite"))
    }

    /// Makes the empty folders of a new vault.
    pub fn furnish(&self) -> Result<(), Error> {
        for dir in [self.objects(), self.identities(), self.desks()] {
            fs::create_dir(dir).map_err(|e| Error::io("vault", e))?;
        }
        Ok(())
    }

    pub fn write_settings(&self, settings: &Settings) -> Result<(), Error> {
        let text = toml::to_string(settings).map_err(|e| Error::io(SETTINGS, io::Error::other(e)))?;
        write_atomic(&self.root.join(SETTINGS), text.as_bytes()).map_err(|e| Error::io(SETTINGS, e))
    }

    pub fn settings(&self) -> Result<Settings, Error> {
        let path = self.root.join(SETTINGS);
        match fs::metadata(&path) {
            Ok(meta) if meta.len() > MAX_SETTINGS => return Err(Error::SettingsAltered),
            Ok(_) => {}
            Err(e) if e.kind() == io::ErrorKind::NotFound || e.kind() == io::ErrorKind::NotADirectory => {
                return Err(Error::NotAVault);
            }
            Err(e) => return Err(Error::io(SETTINGS, e)),
        }
        let bytes = fs::read(&path).map_err(|e| Error::io(SETTINGS, e))?;
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
        let mut officers = Vec::new();
        for entry in fs::read_dir(self.identities()).map_err(|e| Error::io(IDENTITIES, e))? {
            let name = entry.map_err(|e| Error::io(IDENTITIES, e))?.file_name();
            let id = Path::new(&name).file_stem().and_then(OsStr::to_str).map(OfficerId::parse);
            if Path::new(&name).extension() == Some(OsStr::new("age"))
                && let Some(Ok(id)) = id
            {
                officers.push(id);
            }
        }
        officers.sort();
        Ok(officers)
    }

    /// Whether files can be made here.
    pub fn is_writable(&self) -> bool {
        match tempfile::Builder::new().prefix(".probe-").tempfile_in(&self.root) {
            // A full disk is not a read-only one: whoever writes is told the difference.
            Err(e) => !matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem),
            Ok(_) => true,
        }
    }
}

/// Writes a file as a whole: afterwards it holds the new bytes, durably, or what it held before.
pub(crate) fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut draft = tempfile::Builder::new().prefix(".draft-").tempfile_in(folder)?;
    draft.write_all(bytes)?;
    draft.as_file().sync_all()?;
    draft.persist(path).map_err(|e| e.error)?;
    sync_folder(folder)
}

/// Makes names in a folder durable.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
