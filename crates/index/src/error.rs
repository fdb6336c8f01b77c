/// Why an index could not be used. One variant per cause.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// There is no file: the index is to be made and filled from the log.
    #[error("there is no index yet")]
    Missing,
    /// An index was to be made where there is a file.
    #[error("there is already an index")]
    Exists,
    /// The file is damaged or was altered, or the key is another: nothing can tell these apart. What it remembered of the
    /// log cannot be trusted any more, and somebody must know that.
    #[error("the index was altered, or belongs to another identity")]
    Altered,
    /// Another version of the program made it. Its memory of the log is whole.
    #[error("the index has format {found}, not {}", super::FORMAT)]
    Outdated {
        /// The version in the file.
        found: i64,
    },
    /// The index lies where nothing can be written.
    #[error("the index can only be read here")]
    ReadOnly,
    /// No room left; nothing of the change was kept.
    #[error("no space left for the index")]
    Full,
    /// Another process of the same officer kept it locked for too long.
    #[error("the index is in use by another process")]
    Busy,
    /// A page was to go on after a document that is not on the index any more.
    #[error("the list has changed since this page was asked for")]
    Gone,
    /// The operating system refused.
    #[error("cannot use the index file: {0}")]
    Io(String),
}

impl From<rusqlite::Error> for IndexError {
    fn from(error: rusqlite::Error) -> IndexError {
        use rusqlite::ErrorCode as Code;
        use rusqlite::ffi;
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            // A column that holds something else than was written there.
            return IndexError::Altered;
        };
        match (failure.code, failure.extended_code) {
            (_, ffi::SQLITE_READONLY_ROLLBACK | ffi::SQLITE_READONLY_RECOVERY) => IndexError::ReadOnly,
            (_, ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_CANTOPEN_SYMLINK) => IndexError::Altered,
            (Code::DatabaseCorrupt | Code::NotADatabase | Code::TypeMismatch, _) => IndexError::Altered,
            // What cannot be opened is its journal: the folder takes no new files.
            (Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen, _) => IndexError::ReadOnly,
            // A quota, or a limit on the size of files: SQLite tells a full disk apart and not these.
            (Code::DiskFull, _) | (_, ffi::SQLITE_IOERR_WRITE) => IndexError::Full,
            (Code::DatabaseBusy | Code::DatabaseLocked, _) => IndexError::Busy,
            _ => IndexError::Io(error.to_string()),
        }
    }
}

impl From<std::io::Error> for IndexError {
    fn from(error: std::io::Error) -> IndexError {
        use std::io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => IndexError::Missing,
            Kind::AlreadyExists => IndexError::Exists,
            Kind::StorageFull | Kind::QuotaExceeded => IndexError::Full,
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied => IndexError::ReadOnly,
            _ => IndexError::Io(error.to_string()),
        }
    }
}
