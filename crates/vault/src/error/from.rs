//! What went wrong in other crates, as what went wrong in a vault.

use std::io;

use index::IndexError;
use policy::guide::{GuideError, GuideFlaw};
use registry::documents::TableError;
use registry::keys::Unsealable;
use registry::{BadName, ReplayError};

use super::{Error, Reason};
use crate::given::GivenError;

impl From<GuideError> for Error {
    fn from(GuideError { line, flaw }: GuideError) -> Error {
        let start = Reason::new(flaw.code());
        let said = if let GuideFlaw::Syntax { said, .. } = &flaw { said.clone() } else { String::new() };
        let flaw = flaw.params().into_iter().fold(start, |reason, (name, value)| reason.with(name, value));
        Error::Guide { line, flaw: vec![flaw], said }
    }
}

/// A file of a person's own, that is to be filed.
impl From<GivenError> for Error {
    fn from(error: GivenError) -> Error {
        match error {
            GivenError::NotAFile(what) => Error::NotAFile { what },
            GivenError::TooLarge { .. } => {
                Error::Io { what: "document".to_owned(), source: io::ErrorKind::FileTooLarge.into() }
            }
            GivenError::Io(source) => Error::Io { what: "document".to_owned(), source },
        }
    }
}

impl From<BadName> for Error {
    fn from(BadName { kind, name }: BadName) -> Error {
        Error::BadName { kind, name }
    }
}

impl From<ReplayError> for Error {
    fn from(error: ReplayError) -> Error {
        match error {
            ReplayError::Forged { index, author, rule } => Error::Forged { index, author, rule: rule.as_str() },
            ReplayError::EntryAhead { index, author, ahead_seconds } => {
                Error::EntryAhead { index, author, ahead_seconds }
            }
            ReplayError::Newer { format } => Error::Newer { format },
            ReplayError::Disabled => Error::Disabled,
            ReplayError::Frozen { by, name, at_ms } => {
                Error::Frozen { by: by.to_string(), name, at: registry::state::instant(at_ms) }
            }
            ReplayError::Replaced { officer } => Error::IdentityReplaced { officer: officer.to_string() },
            ReplayError::Table(failure) => failure.into(),
        }
    }
}

impl From<Unsealable> for Error {
    fn from(error: Unsealable) -> Error {
        match error {
            Unsealable::NoVaultKey => Error::Disabled,
            Unsealable::UnknownKey => Error::LedgerAltered { entry: None, flaw: "key" },
        }
    }
}

impl From<ledger::Error> for Error {
    fn from(error: ledger::Error) -> Error {
        match error {
            ledger::Error::Missing(_) => Error::LedgerAltered { entry: None, flaw: "missing" },
            ledger::Error::Exists(_) => Error::NotEmpty,
            ledger::Error::Integrity { entry, flaw } => Error::LedgerAltered { entry, flaw: flaw.code() },
            ledger::Error::RolledBack { seen, size } => Error::RolledBack { seen, found: size },
            ledger::Error::Forked { seen } => Error::Forked { seen },
            ledger::Error::Moved(_) | ledger::Error::Busy => Error::Busy,
            ledger::Error::Offline => Error::Offline,
            ledger::Error::UnknownAuthor => Error::IdentityForeign,
            ledger::Error::Note(_) => Error::Malformed { field: "checkpoint" },
            ledger::Error::NoteForged(_) => Error::CheckpointForged,
            ledger::Error::ReadOnly | ledger::Error::Unfinished => Error::ReadOnly,
            ledger::Error::Full => Error::DiskFull,
            ledger::Error::Draft(_) | ledger::Error::Io(_) => {
                Error::Io { what: "ledger.sqlite".to_owned(), source: io::Error::other(error.to_string()) }
            }
        }
    }
}

impl From<TableError> for Error {
    fn from(error: TableError) -> Error {
        match error.0.downcast_ref::<IndexError>() {
            Some(cause) => cause.clone().into(),
            None => Error::IndexAltered,
        }
    }
}

impl From<objects::Error> for Error {
    fn from(error: objects::Error) -> Error {
        match error {
            objects::Error::Io { what, source } => Error::Io { what, source },
            objects::Error::Source(source) => Error::Io { what: "document".to_owned(), source },
            objects::Error::Full => Error::DiskFull,
            objects::Error::ReadOnly => Error::ReadOnly,
            objects::Error::InVault => Error::InVault,
            objects::Error::Altered { name, flaw } => Error::FolderAltered { name, flaw },
            objects::Error::Exists(_) => Error::Internal { what: "object" },
            objects::Error::Cancelled => Error::Cancelled,
            objects::Error::Busy => Error::Busy,
            objects::Error::Offline => Error::Offline,
        }
    }
}

/// As every other name that has not the form of one.
impl From<seal::NotAnObjectId> for Error {
    fn from(seal::NotAnObjectId(name): seal::NotAnObjectId) -> Error {
        Error::BadName { kind: "object", name }
    }
}

impl From<IndexError> for Error {
    fn from(error: IndexError) -> Error {
        match error {
            IndexError::Altered | IndexError::Outdated { .. } => Error::IndexAltered,
            IndexError::ReadOnly => Error::ReadOnly,
            IndexError::Full => Error::DiskFull,
            IndexError::Busy => Error::Busy,
            IndexError::Gone => Error::ListChanged,
            IndexError::Missing | IndexError::Exists | IndexError::Io(_) => {
                Error::Io { what: "index".to_owned(), source: io::Error::other(error.to_string()) }
            }
        }
    }
}
