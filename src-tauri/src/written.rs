//! Files that are written for a person: new, for the owner alone, whole or not at all, and never into a vault.

use std::io::{self, Write};
use std::path::Path;

use vault::{Existing, InVault, NewFile};

use crate::picked::display_name;
use crate::problem::Problem;

/// Writes a new file, whole or not at all, for its owner alone, and never into a vault.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = NewFile::begin(folder).and_then(|mut file| {
        file.file_mut().write_all(bytes)?;
        file.finish(path, Existing::Keep)
    });
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Problem::new("file_exists").with("name", display_name(path)),
        _ => failed(path, error),
    })
}

/// The page learns the name of a file, never where it lies.
pub fn failed(path: &Path, source: io::Error) -> Problem {
    if InVault::is(&source) {
        return vault::Error::InVault.into();
    }
    vault::Error::Io { what: display_name(path), source }.into()
}
