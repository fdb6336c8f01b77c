//! Why a vault was not opened, published or joined.

use std::io;

use vault::ExitClass;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// `kind`: `postgresql` or `objects`; `why` selects the words: `form`, `secret`, `name`, `host`, `endpoint`.
    #[error("not an address of {kind}: {why}")]
    Address { kind: &'static str, why: &'static str },
    #[error("the file of secrets could not be read: {0}")]
    SecretsFile(#[source] io::Error),
    #[error("others can read the file of secrets")]
    SecretsOpen,
    #[error("the file of secrets has not the form of one")]
    SecretsForm,
    #[error("no certificate in the file of the authority")]
    SecretsAuthority,
    /// The server is there, and lets this user in not at all, or not to this.
    #[error("the server refuses: {0}")]
    Refused(String),
    #[error("the server's certificate is not one of the named authority")]
    Certificate,
    #[error("the object store ignores the condition of a write")]
    Unconditional,
    #[error("no vault was published there, or not to the end")]
    Unpublished,
    #[error("another vault is there")]
    AnotherVault,
    #[error("the vault of this folder is shared already, elsewhere")]
    Published,
    #[error("the vault of this folder is not shared")]
    NotShared,
    #[error("{id} was brought to the object store, and is not there as it is here")]
    Lost { id: String },
    #[error("the server could not do it: {0}")]
    Server(String),
}

impl Error {
    /// `err-<code>` and `fix-<code>` in the catalogues, with hyphens.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Vault(error) => error.code(),
            Error::Address { .. } => "shared_address",
            Error::SecretsFile(_) => "secrets_file",
            Error::SecretsOpen => "secrets_open",
            Error::SecretsForm => "secrets_form",
            Error::SecretsAuthority => "secrets_authority",
            Error::Refused(_) => "server_refused",
            Error::Certificate => "server_certificate",
            Error::Unconditional => "store_unconditional",
            Error::Unpublished => "unpublished",
            Error::AnotherVault => "another_vault",
            Error::Published => "published",
            Error::NotShared => "not_shared",
            Error::Lost { .. } => "object_lost",
            Error::Server(_) => "server_failed",
        }
    }

    pub fn exit(&self) -> ExitClass {
        match self {
            Error::Vault(error) => error.exit(),
            Error::Address { .. } | Error::SecretsOpen | Error::SecretsForm | Error::SecretsAuthority => {
                ExitClass::Refused
            }
            Error::Certificate | Error::Lost { .. } => ExitClass::Integrity,
            Error::SecretsFile(_)
            | Error::Refused(_)
            | Error::Unconditional
            | Error::Unpublished
            | Error::AnotherVault
            | Error::Published
            | Error::NotShared
            | Error::Server(_) => ExitClass::Failed,
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Error::Vault(error) => error.params(),
            Error::Address { kind, why } => vec![("kind", (*kind).to_owned()), ("why", (*why).to_owned())],
            Error::SecretsFile(error) => vec![("cause", vault::cause(error).to_owned())],
            Error::Lost { id } => vec![("name", id.clone())],
            Error::SecretsOpen
            | Error::SecretsForm
            | Error::SecretsAuthority
            | Error::Refused(_)
            | Error::Certificate
            | Error::Unconditional
            | Error::Unpublished
            | Error::AnotherVault
            | Error::Published
            | Error::NotShared
            | Error::Server(_) => Vec::new(),
        }
    }

    /// What the system, a library or a server said, word for word and in English: for scripts and reports, never for the screen.
    pub fn detail(&self) -> Option<String> {
        match self {
            Error::Vault(error) => error.detail(),
            Error::SecretsFile(error) => (vault::cause(error) == vault::OTHER_CAUSE).then(|| error.to_string()),
            Error::Refused(said) | Error::Server(said) => Some(said.clone()),
            Error::Address { .. }
            | Error::SecretsOpen
            | Error::SecretsForm
            | Error::SecretsAuthority
            | Error::Certificate
            | Error::Unconditional
            | Error::Unpublished
            | Error::AnotherVault
            | Error::Published
            | Error::NotShared
            | Error::Lost { .. } => None,
        }
    }
}

impl From<ledger::Error> for Error {
    fn from(error: ledger::Error) -> Error {
        Error::Vault(error.into())
    }
}

impl From<objects::Error> for Error {
    fn from(error: objects::Error) -> Error {
        Error::Vault(error.into())
    }
}

#[cfg(feature = "shared")]
impl From<remote::Error> for Error {
    fn from(error: remote::Error) -> Error {
        use remote::{Malformed, SecretsFlaw};
        match error {
            remote::Error::Address(Malformed { kind, why }) => Error::Address { kind, why },
            remote::Error::Secrets(SecretsFlaw::Io(error)) => Error::SecretsFile(error),
            remote::Error::Secrets(SecretsFlaw::Open) => Error::SecretsOpen,
            remote::Error::Secrets(SecretsFlaw::Form) => Error::SecretsForm,
            remote::Error::Secrets(SecretsFlaw::Authority) => Error::SecretsAuthority,
            remote::Error::Refused(said) => Error::Refused(said),
            remote::Error::Certificate => Error::Certificate,
            remote::Error::Unconditional => Error::Unconditional,
            remote::Error::Missing => Error::Unpublished,
            remote::Error::Exists => Error::AnotherVault,
            remote::Error::Server(said) => Error::Server(said),
            remote::Error::Offline
            | remote::Error::Answer
            | remote::Error::Busy
            | remote::Error::Full
            | remote::Error::ReadOnly => ledger::Error::from(error).into(),
        }
    }
}
