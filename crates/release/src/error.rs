//! Why a package was not written.

use std::io;

use vault::ExitClass;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// The folder for packages.
    #[error("the package could not be written: {0}")]
    Folder(#[source] io::Error),
    #[error("the package could not be sealed: {0}")]
    Seal(#[source] seal::SealError),
    #[error("the cover sheet could not be made: {0}")]
    Cover(#[source] paper::Error),
    #[error("the manifest could not be made: {0}")]
    Manifest(String),
    /// The bytes of a document are not those that were filed.
    #[error("document `{0}` is not what was filed")]
    Altered(String),
}

impl Error {
    /// Why a document could not be read. `reference`: its own.
    pub(crate) fn of_document(reference: &str, error: vault::Error) -> Error {
        match error {
            vault::Error::ObjectAltered { .. } => Error::Altered(reference.to_owned()),
            other => Error::Vault(other),
        }
    }

    /// Why nothing can be written to the folder for packages.
    pub(crate) fn folder(error: io::Error) -> Error {
        if vault::InVault::is(&error) { vault::Error::InVault.into() } else { Error::Folder(error) }
    }

    /// `err-<code>` and `fix-<code>` in the catalogues, with hyphens.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Vault(error) => error.code(),
            Error::Folder(error) if error.kind() == io::ErrorKind::AlreadyExists => "package_exists",
            Error::Folder(error) if error.kind() == io::ErrorKind::StorageFull => "disk_full",
            Error::Folder(_) => "package_folder",
            Error::Seal(_) | Error::Cover(_) | Error::Manifest(_) => "package",
            Error::Altered(_) => "object_altered",
        }
    }

    pub fn exit(&self) -> ExitClass {
        match self {
            Error::Vault(error) => error.exit(),
            Error::Folder(_) | Error::Seal(_) | Error::Cover(_) | Error::Manifest(_) => ExitClass::Failed,
            Error::Altered(_) => ExitClass::Integrity,
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Error::Vault(error) => error.params(),
            Error::Folder(error) => vec![("cause", vault::cause(error).to_owned())],
            Error::Seal(_) => vec![("cause", "seal".to_owned())],
            Error::Cover(paper::Error::NoRoom) => vec![("cause", "cover_room".to_owned())],
            Error::Cover(paper::Error::TooLong(_)) => vec![("cause", "cover_long".to_owned())],
            Error::Cover(_) => vec![("cause", "cover".to_owned())],
            Error::Manifest(_) => vec![("cause", "manifest".to_owned())],
            Error::Altered(document) => vec![("document", document.clone())],
        }
    }

    /// What the system or a library said, word for word and in English: for scripts and reports, never for the screen.
    pub fn detail(&self) -> Option<String> {
        match self {
            Error::Vault(error) => error.detail(),
            Error::Folder(error) => (vault::cause(error) == vault::OTHER_CAUSE).then(|| error.to_string()),
            Error::Seal(error) => Some(error.to_string()),
            Error::Cover(error) => Some(error.to_string()),
            Error::Manifest(said) => Some(said.clone()),
            Error::Altered(_) => None,
        }
    }
}
