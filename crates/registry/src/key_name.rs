//! What keys are called.

use serde::{Deserialize, Serialize};

use crate::log::AuditRecord;
use crate::{ClassId, DossierKey};

/// A key that several hold, in epochs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "id", deny_unknown_fields)]
pub enum KeyName {
    /// Opens the `common` parts: every active officer.
    Vault,
    /// Opens the session keys of the `oversight` parts: security officers and auditors.
    Oversight,
    /// A dossier's title and people.
    Dossier(DossierKey),
    /// The documents of one access class.
    Class(ClassId),
}

impl KeyName {
    /// The id under which it lies in custody, if it does.
    pub fn in_custody(&self) -> Option<String> {
        match self {
            KeyName::Class(id) => Some(id.to_string()),
            KeyName::Dossier(id) => Some(id.to_string()),
            KeyName::Vault | KeyName::Oversight => None,
        }
    }

    /// The class whose documents it opens, if it is one of a class.
    pub fn class(&self) -> Option<&ClassId> {
        match self {
            KeyName::Class(id) => Some(id),
            KeyName::Vault | KeyName::Oversight | KeyName::Dossier(_) => None,
        }
    }

    /// Adds its name to a record.
    pub fn about(&self, record: AuditRecord) -> AuditRecord {
        match self {
            KeyName::Vault => record.about("key", "vault"),
            KeyName::Oversight => record.about("key", "oversight"),
            KeyName::Dossier(id) => record.about("key", "dossier").about("dossier", id.to_string()),
            KeyName::Class(id) => record.about("key", "class").about("class", id.to_string()),
        }
    }
}
