use std::fmt;
use std::path::PathBuf;

use crate::Head;

/// Why the log could not be opened, read or added to. One variant per cause; the vault has the words for people.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no file.
    #[error("no ledger at `{0}`")]
    Missing(PathBuf),
    /// A log was to be made where there is one already.
    #[error("there is already a ledger at `{0}`")]
    Exists(PathBuf),
    /// The log is damaged or was altered.
    #[error("ledger is damaged or was altered{}: {flaw}", At(.entry))]
    Integrity {
        /// The first entry that is wrong, if it is one entry.
        entry: Option<u64>,
        /// What is wrong.
        flaw: Flaw,
    },
    /// The log is shorter than it was.
    #[error("ledger was rolled back: {seen} entries were seen before, {size} are left")]
    RolledBack {
        /// How many entries there were when it was last read.
        seen: u64,
        /// How many there are now.
        size: u64,
    },
    /// The log no longer begins with what was read earlier.
    #[error("ledger was forked: its first {seen} entries are not those that were seen before")]
    Forked {
        /// How many entries there were when it was last read.
        seen: u64,
    },
    /// Somebody appended meanwhile: read on, decide again, try again.
    #[error("the ledger has moved on to {} entries", .0.size)]
    Moved(Head),
    /// What was to be appended breaks a limit of the format.
    #[error("entry refused: {0}")]
    Draft(DraftFlaw),
    /// The author's key was not introduced by an earlier entry.
    #[error("the author's key is not known to this ledger")]
    UnknownAuthor,
    /// The text is no note: the wrong one was handed in.
    #[error("not a checkpoint of this ledger: {0}")]
    Note(&'static str),
    /// The note lacks one of the two signatures, or one of them is wrong, or it is by somebody unknown or of another vault.
    #[error("a checkpoint that was altered or forged, or is of another ledger: {0}")]
    NoteForged(&'static str),
    /// The log was opened for reading, or lies where nothing can be written.
    #[error("the ledger can only be read here")]
    ReadOnly,
    /// Another process died while it was writing; the next one that may write puts it right, and this one may not.
    #[error("a write to the ledger was cut off and nothing may be written here to put it right")]
    Unfinished,
    /// No room left; nothing was appended.
    #[error("no space left for the ledger")]
    Full,
    /// Another process kept the file locked for too long.
    #[error("the ledger is in use by another process")]
    Busy,
    /// The server that the log lies on is not there; nothing was appended.
    #[error("the server of the ledger is not there")]
    Offline,
    /// The operating system refused.
    #[error("cannot use the ledger file: {0}")]
    Io(String),
}

impl Error {
    /// Whether this is the class of errors that end with exit status 4: the log is not what it should be.
    pub fn is_integrity(&self) -> bool {
        match self {
            Error::Integrity { .. } | Error::RolledBack { .. } | Error::Forked { .. } | Error::NoteForged(_) => true,
            Error::Missing(_)
            | Error::Exists(_)
            | Error::Moved(_)
            | Error::Draft(_)
            | Error::UnknownAuthor
            | Error::Note(_)
            | Error::ReadOnly
            | Error::Unfinished
            | Error::Full
            | Error::Busy
            | Error::Offline
            | Error::Io(_) => false,
        }
    }

    /// An integrity error of the whole file.
    pub(crate) fn whole(flaw: Flaw) -> Error {
        Error::Integrity { entry: None, flaw }
    }

    /// An integrity error at one entry.
    pub(crate) fn at(entry: u64, flaw: Flaw) -> Error {
        Error::Integrity { entry: Some(entry), flaw }
    }
}

/// What is wrong with a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The file is no SQLite database, is cut off, or is damaged as one.
    File,
    /// The database has other tables, triggers or columns than a ledger has.
    Shape,
    /// An entry is missing between others, or stands at another place than it signs.
    Gap,
    /// The body or the signatures are not in the one encoding that the format allows, or break a limit.
    Encoding,
    /// The entry belongs to another vault.
    Vault,
    /// The entry was signed over another history.
    History,
    /// The entry is older than the one before it.
    Time,
    /// A part is missing, altered, or there is one that the body does not name.
    Part,
    /// The key that signed was not introduced by an earlier entry, or an introduction is malformed.
    Author,
    /// A signature is wrong or missing.
    Signature,
    /// The stored nodes of the tree are not those of the entries.
    Node,
}

impl Flaw {
    /// The word by which the catalogues select.
    pub fn code(self) -> &'static str {
        match self {
            Flaw::File => "file",
            Flaw::Shape => "shape",
            Flaw::Gap => "gap",
            Flaw::Encoding => "encoding",
            Flaw::Vault => "vault",
            Flaw::History => "history",
            Flaw::Time => "time",
            Flaw::Part => "part",
            Flaw::Author => "author",
            Flaw::Signature => "signature",
            Flaw::Node => "node",
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Flaw::File => "the file is truncated or not a database",
            Flaw::Shape => "the database does not have the shape of a ledger",
            Flaw::Gap => "an entry is missing or out of place",
            Flaw::Encoding => "malformed entry",
            Flaw::Vault => "entry of another vault",
            Flaw::History => "entry signed over another history",
            Flaw::Time => "entry older than the one before it",
            Flaw::Part => "a part is missing, altered or added",
            Flaw::Author => "author not introduced",
            Flaw::Signature => "wrong or missing signature",
            Flaw::Node => "the tree does not fit the entries",
        })
    }
}

/// Why an entry cannot be written. Each is a mistake of the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftFlaw {
    /// No part at all.
    #[error("no parts")]
    NoParts,
    /// More than [`crate::MAX_PARTS`] parts.
    #[error("too many parts")]
    TooManyParts,
    /// A part over [`crate::MAX_PART`] bytes, or all parts together over [`crate::MAX_ENTRY`] bytes.
    #[error("too large")]
    TooLarge,
    /// An audience tag that is empty, over [`crate::MAX_AUDIENCE`] bytes, or not `a-z 0-9 . _ - /`.
    #[error("malformed audience")]
    Audience,
    /// An `author` part that is not a verifying key, or stands in an entry that is not signed [`seal::Weight::Dual`].
    #[error("malformed introduction of an author")]
    Introduction,
    /// The first entry does not introduce its own author.
    #[error("the first entry must introduce its own author")]
    FirstAuthor,
}

struct At<'a>(&'a Option<u64>);

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(entry) => write!(f, " at entry {entry}"),
            None => Ok(()),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode as Code;
        use rusqlite::ffi;
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            // A column of another type, a row too few: the tables hold what nobody wrote there through the ledger.
            return Error::whole(Flaw::Shape);
        };
        match (failure.code, failure.extended_code) {
            (_, ffi::SQLITE_READONLY_ROLLBACK | ffi::SQLITE_READONLY_RECOVERY) => Error::Unfinished,
            (_, ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_CANTOPEN_SYMLINK) => Error::whole(Flaw::File),
            (Code::DatabaseCorrupt | Code::NotADatabase | Code::TooBig, _) => Error::whole(Flaw::File),
            (Code::TypeMismatch | Code::ConstraintViolation, _) => Error::whole(Flaw::Shape),
            (Code::ReadOnly | Code::PermissionDenied, _) => Error::ReadOnly,
            // A quota, or a limit on the size of files: SQLite tells a full disk apart and not these.
            (Code::DiskFull, _) | (_, ffi::SQLITE_IOERR_WRITE) => Error::Full,
            (Code::DatabaseBusy | Code::DatabaseLocked, _) => Error::Busy,
            _ => Error::Io(error.to_string()),
        }
    }
}
