//! Why something was not done, as the page is told: a code and its values. The words are in the catalogues.

use std::collections::BTreeMap;

use serde::Serialize;
use specta::Type;
use vault::Reason;

/// Why a command did not do what was asked. The words for `code` are in the catalogues, as `err-…` and `fix-…`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Problem {
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// Every rule that denied, when policy denied; else empty.
    pub reasons: Vec<Reason>,
}

impl Problem {
    /// A problem that needs no more than its name.
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), params: BTreeMap::new(), reasons: Vec::new() }
    }

    /// The same problem, with one more value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// What every command but `status` answers while the vault is locked.
    pub fn locked() -> Self {
        Self::new("locked")
    }

    fn of(code: &str, params: Vec<(&str, String)>, reasons: &[Reason]) -> Self {
        Self {
            code: code.to_owned(),
            params: params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            reasons: reasons.to_vec(),
        }
    }
}

impl From<vault::Error> for Problem {
    fn from(error: vault::Error) -> Self {
        Self::of(error.code(), error.params(), error.reasons())
    }
}

impl From<station::Error> for Problem {
    fn from(error: station::Error) -> Self {
        match error {
            station::Error::Vault(error) => error.into(),
            other => Self::of(other.code(), other.params(), &[]),
        }
    }
}

impl From<vault::BadName> for Problem {
    fn from(error: vault::BadName) -> Self {
        vault::Error::from(error).into()
    }
}

impl From<release::Error> for Problem {
    fn from(error: release::Error) -> Self {
        match error {
            release::Error::Vault(error) => error.into(),
            other => Self::of(other.code(), other.params(), &[]),
        }
    }
}

impl From<reading::PrintError> for Problem {
    fn from(error: reading::PrintError) -> Self {
        match error {
            reading::PrintError::Vault(error) => error.into(),
            reading::PrintError::View(error) => error.into(),
            other => Self::of(other.code(), other.params(), &[]),
        }
    }
}

impl From<viewer::ViewError> for Problem {
    fn from(error: viewer::ViewError) -> Self {
        let problem = Self::of(error.code(), error.params(), &[]);
        match error.system() {
            Some(said) => problem.with("cause", vault::cause(said)),
            None => problem,
        }
    }
}
