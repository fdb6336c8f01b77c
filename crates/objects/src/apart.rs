//! What is written for a person never lands in a vault's folder. There it would replace a part of the vault, or leave
//! plaintext among sealed files.
//!
//! The folder itself decides, not its path: the folder and those above it as the system identifies them, whatever links
//! and `..` lead there. The folder of a vault in use is also recognised where it is mounted elsewhere.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, fstat, openat, statat};

/// How many folders may lie above each other.
const DEEPEST: usize = 4096;
/// What a vault has in addition to its settings: one of them is enough, after whatever was removed.
const FURNITURE: [&str; 4] = ["ledger.sqlite", "identities", "objects", "desks"];
const SETTINGS: &str = "vault.toml";

/// Folders of vaults that this process has opened.
static IN_USE: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// The folder belongs to a vault.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the folder belongs to a vault")]
pub struct InVault;

impl InVault {
    /// Whether this is why something could not be written.
    pub fn is(error: &io::Error) -> bool {
        error.get_ref().is_some_and(|inner| inner.is::<InVault>())
    }
}

impl From<InVault> for io::Error {
    fn from(found: InVault) -> io::Error {
        io::Error::new(io::ErrorKind::PermissionDenied, found)
    }
}

/// Remembers the folder of a vault that is opened, by its real path.
pub fn in_use(vault: &Path) {
    IN_USE.lock().unwrap_or_else(PoisonError::into_inner).insert(vault.to_owned());
}

/// Says that a folder, which need not be there yet, belongs to no vault.
///
/// # Errors
/// [`InVault`], or why the folders that lead there cannot be looked at.
pub fn apart_from_vaults(folder: &Path) -> io::Result<()> {
    Vaults::now().apart(folder)
}

/// The vaults in use, as their folders were when it was made: for asking about many folders.
#[derive(Debug)]
pub struct Vaults(BTreeSet<Id>);

impl Vaults {
    pub fn now() -> Vaults {
        Vaults(folders_in_use())
    }

    /// As [`apart_from_vaults`].
    ///
    /// # Errors
    /// As [`apart_from_vaults`].
    pub fn apart(&self, folder: &Path) -> io::Result<()> {
        apart(folder, &self.0)
    }
}

fn apart(folder: &Path, known: &BTreeSet<Id>) -> io::Result<()> {
    let folder = std::path::absolute(folder)?;
    // What is not there yet will be made below the nearest that is; `..` in what is not there leads nowhere.
    let mut there = folder.as_path();
    let mut at = loop {
        match openat(CWD, there, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()) {
            Ok(at) => break at,
            Err(rustix::io::Errno::NOENT) => there = there.parent().ok_or(io::ErrorKind::NotFound)?,
            Err(errno) => return Err(errno.into()),
        }
    };
    let mut id = identity(&at)?;
    for _ in 0..DEEPEST {
        if known.contains(&id) || is_vault(&at) {
            return Err(InVault.into());
        }
        at = openat(&at, "..", OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        let above = identity(&at)?;
        if above == id {
            return Ok(());
        }
        id = above;
    }
    Err(io::ErrorKind::InvalidInput.into())
}

type Id = (u64, u64);

fn identity(folder: &OwnedFd) -> io::Result<Id> {
    let stat = fstat(folder)?;
    Ok((stat.st_dev, stat.st_ino))
}

fn is_vault(folder: &OwnedFd) -> bool {
    let kind = |name| statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).map(|stat| FileType::from_raw_mode(stat.st_mode));
    kind(SETTINGS) == Ok(FileType::RegularFile) && FURNITURE.iter().any(|name| kind(name).is_ok())
}

/// The folders of each vault in use, down to the last. What is gone belongs to none.
fn folders_in_use() -> BTreeSet<Id> {
    let mut left: Vec<PathBuf> = IN_USE.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect();
    let mut ids = BTreeSet::new();
    while let Some(path) = left.pop() {
        let Ok(found) = fs::symlink_metadata(&path) else { continue };
        if !found.is_dir() || !ids.insert((found.dev(), found.ino())) {
            continue;
        }
        let below = fs::read_dir(&path).into_iter().flatten().flatten();
        left.extend(below.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()));
    }
    ids
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    fn inside(folder: &Path) -> bool {
        match apart_from_vaults(folder) {
            Ok(()) => false,
            Err(error) => {
                assert!(InVault::is(&error), "{}: {error}", folder.display());
                true
            }
        }
    }

    #[test]
    fn a_folder_is_known_by_what_it_is_and_not_by_how_it_is_called() {
        let home = tempfile::tempdir().expect("a folder");
        let at = |name: &str| home.path().join(name);
        fs::create_dir_all(at("vault/objects/ab")).expect("folders");
        fs::create_dir_all(at("other/vault")).expect("folders");
        fs::write(at("vault/vault.toml"), "").expect("a file");
        symlink(at("vault/objects"), at("link")).expect("a link");
        symlink(at("other"), at("vault/out")).expect("a link");
        for name in ["vault", "vault/objects/ab", "vault/objects/ab/none/none", "link", "link/ab", "other/../vault"] {
            assert!(inside(&at(name)), "{name}");
        }
        for name in [".", "other", "other/vault", "none/none", "vault/..", "link/../..", "vault/out"] {
            assert!(!inside(&at(name)), "{name}");
        }
    }

    #[test]
    fn a_folder_of_a_vault_in_use_is_known_without_what_lies_above_it() {
        let home = tempfile::tempdir().expect("a folder");
        let vault = home.path().join("vault");
        fs::create_dir_all(vault.join("objects/ab")).expect("folders");
        // Nothing here says that it is a vault, as where one of its folders is mounted elsewhere.
        assert!(!inside(&vault.join("objects/ab")));
        in_use(&vault);
        assert!(inside(&vault.join("objects/ab")) && !inside(home.path()));
    }
}
