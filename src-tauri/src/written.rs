//! Files that are written for a person: new, for the owner alone, whole or not at all, and never into a vault.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use vault::{Existing, InVault, NewFile};

use crate::picked::display_name;
use crate::problem::Problem;

/// Writes a new file, whole or not at all, for its owner alone, and never into a vault.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    fill_new(path, |mut file| file.write_all(bytes).map_err(|error| failed(path, error)))
}

/// As [`write_new`], piece by piece.
pub fn fill_new<T>(path: &Path, fill: impl FnOnce(&File) -> Result<T, Problem>) -> Result<T, Problem> {
    // What is there already is not found out at the end of a long table.
    if path.symlink_metadata().is_ok() {
        return Err(failed(path, io::ErrorKind::AlreadyExists.into()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let draft = NewFile::begin(folder).map_err(|error| failed(path, error))?;
    let filled = fill(draft.file())?;
    draft.finish(path, Existing::Keep).map_err(|error| failed(path, error))?;
    Ok(filled)
}

/// The page learns the name of a file, never where it lies.
pub fn failed(path: &Path, source: io::Error) -> Problem {
    match source.kind() {
        io::ErrorKind::AlreadyExists => Problem::new("file_exists").with("name", display_name(path)),
        _ if InVault::is(&source) => vault::Error::InVault.into(),
        _ => vault::Error::Io { what: display_name(path), source }.into(),
    }
}
