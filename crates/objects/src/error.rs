use std::io;

use seal::SealError;

/// Why an object, or a file of a vault's folder, could not be read or written. The vault has the words for people.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `what` names one of the vault's own files.
    #[error("`{what}` could not be read or written: {source}")]
    Io { what: String, source: io::Error },
    /// What is to be sealed could not be read.
    #[error("what is to be sealed could not be read: {0}")]
    Source(io::Error),
    #[error("no space left")]
    Full,
    #[error("nothing can be written here")]
    ReadOnly,
    /// What is written for a person lies outside of a vault's folder.
    #[error("this folder belongs to a vault")]
    InVault,
    /// Something else than a file or folder of a vault has its name.
    #[error("`{name}` is not what belongs there: {flaw}")]
    Altered { name: String, flaw: &'static str },
    /// There is an object of this id already.
    #[error("there is already an object `{0}`")]
    Exists(String),
    #[error("cancelled")]
    Cancelled,
    /// Keys were renewed again and again while something was written.
    #[error("others were faster each time")]
    Busy,
    /// The server that the objects lie on is not there.
    #[error("the server of the objects is not there")]
    Offline,
}

/// Keeps why: a full disk stays one.
impl From<Error> for io::Error {
    fn from(error: Error) -> io::Error {
        match error {
            Error::Io { source, .. } | Error::Source(source) => source,
            Error::Full => io::Error::new(io::ErrorKind::StorageFull, error),
            Error::ReadOnly => io::Error::new(io::ErrorKind::ReadOnlyFilesystem, error),
            Error::InVault
            | Error::Altered { .. }
            | Error::Exists(_)
            | Error::Cancelled
            | Error::Busy
            | Error::Offline => io::Error::other(error),
        }
    }
}

impl Error {
    /// An I/O failure on one of the vault's own files; a full disk is told apart.
    pub fn io(what: impl Into<String>, source: io::Error) -> Error {
        match source.kind() {
            _ if crate::InVault::is(&source) => Error::InVault,
            // Too large for the file system, or for a limit that was set: there is no room for it.
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Error::Full,
            io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            _ => Error::Io { what: what.into(), source },
        }
    }

    pub(crate) fn sealing(what: &str, error: SealError) -> Error {
        match error {
            SealError::Cancelled => Error::Cancelled,
            SealError::Read(e) => Error::Source(e),
            SealError::Write(e) => Error::io(what, e),
            other => Error::io(what, io::Error::other(other)),
        }
    }
}
