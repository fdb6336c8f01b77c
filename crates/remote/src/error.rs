use crate::{Malformed, SecretsFlaw};

/// Why a shared vault could not be reached or made. The vault has the words for people; none of these carries a secret.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Address(#[from] Malformed),
    #[error(transparent)]
    Secrets(#[from] SecretsFlaw),
    /// The server is not there, or does not answer.
    #[error("the server is not there")]
    Offline,
    /// The server is there and lets this user in not at all, or not to this.
    #[error("the server refuses: {0}")]
    Refused(String),
    /// The server shows a certificate that does not come from the named authority, or is for another name.
    #[error("the server's certificate is not one of the named authority")]
    Certificate,
    /// The object store writes over what is there although it was told not to.
    #[error("the object store ignores the condition of a write")]
    Unconditional,
    /// There is no shared vault in the database.
    #[error("there is no vault in this database")]
    Missing,
    /// There is one already.
    #[error("there is already a vault in this database")]
    Exists,
    /// The server answers with something else than it must.
    #[error("the server's answer has not the form that it must have")]
    Answer,
    /// Others held it for too long, or garbage was collected meanwhile.
    #[error("others were faster each time")]
    Busy,
    #[error("the server has no space left")]
    Full,
    #[error("the server can only be read")]
    ReadOnly,
    #[error("the server could not do it: {0}")]
    Server(String),
}

impl From<Error> for ledger::Error {
    fn from(error: Error) -> ledger::Error {
        match error {
            Error::Offline => ledger::Error::Offline,
            Error::Busy => ledger::Error::Busy,
            Error::Full => ledger::Error::Full,
            Error::ReadOnly => ledger::Error::ReadOnly,
            Error::Answer | Error::Missing | Error::Certificate => {
                ledger::Error::Integrity { entry: None, flaw: ledger::Flaw::Shape }
            }
            Error::Address(_)
            | Error::Secrets(_)
            | Error::Refused(_)
            | Error::Unconditional
            | Error::Exists
            | Error::Server(_) => ledger::Error::Io(error.to_string()),
        }
    }
}

/// Of what belongs to objects and does not lie in the folder.
pub(crate) const WHAT: &str = "objects";

impl From<Error> for objects::Error {
    fn from(error: Error) -> objects::Error {
        match error {
            Error::Offline => objects::Error::Offline,
            Error::Busy => objects::Error::Busy,
            Error::Full => objects::Error::Full,
            Error::ReadOnly => objects::Error::ReadOnly,
            Error::Answer | Error::Missing | Error::Certificate => {
                objects::Error::Altered { name: WHAT.to_owned(), flaw: "answer" }
            }
            Error::Address(_)
            | Error::Secrets(_)
            | Error::Refused(_)
            | Error::Unconditional
            | Error::Exists
            | Error::Server(_) => objects::Error::io(WHAT, std::io::Error::other(error)),
        }
    }
}
