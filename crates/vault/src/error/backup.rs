//! What keeps a vault from being backed up or restored.

use serde::Serialize;

use super::ExitClass;

/// How many files a sentence names.
const NAMED: usize = 20;

/// Why there is no backup, or nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// `found`: what lies there instead, `nothing`, `file`, `folder` or `incomplete`; selects the words.
    #[error("here is no backup, but {found}")]
    NotABackup { found: &'static str },
    /// The folder for a backup holds something that belongs to none.
    #[error("the folder holds `{name}`, which belongs to no backup")]
    Stranger { name: String },
    /// `name`: as it is called in the vault, or in the folder of the backup. `flaw` selects the words: `missing`, `content`,
    /// `size`, `link`, `kind`, `format`.
    #[error("`{name}` of the backup is not what it was: {flaw}")]
    Altered { name: String, flaw: &'static str },
    #[error("the backup is that of another vault, `{vault}`")]
    OfAnother { vault: String },
    /// The log of the vault is not one that goes on from the one of the backup: it was put back, or rewritten.
    #[error("the backup holds {entries} entries, and the log of the vault does not go on from them")]
    Ahead { entries: u64 },
    /// The log has not grown since the former backup, and sealed documents or identities that it holds are gone from the vault.
    #[error("{} files that the former backup holds are gone", .names.len())]
    Lost { names: Vec<String> },
    /// The log has not grown since the former backup, and these sealed documents are not those that it holds.
    #[error("{} sealed documents are not those of the former backup", .names.len())]
    Exchanged { names: Vec<String> },
    #[error("{needed} bytes are needed, and there is room for {free}")]
    NoRoom { needed: u64, free: u64 },
    /// Vault and backup lie one in the other.
    #[error("one of the folders lies in the other")]
    Nested,
    /// What is there would be lost, and nobody said that it may be.
    #[error("{} entries would be lost", .0.entries)]
    WouldLose(Box<Loss>),
}

/// Why something would be lost by restoring a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum LossKind {
    /// The log went on after the backup was made.
    Older,
    /// Both went on from some entry, each in its own way.
    Forked,
    /// The log that is there cannot be read: nobody can say what is in it.
    Unread,
}

/// What the vault that is there holds and the backup does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Loss {
    pub how: LossKind,
    /// Entries of the log.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entries: u64,
    /// The time that the first of them bears; none where it cannot be read.
    pub since: Option<String>,
    /// Ids of sealed files. Those of documents that were filed since, and of those that were sealed again.
    pub objects: Vec<String>,
}

impl BackupError {
    /// As [`super::Error::code`].
    pub fn code(&self) -> &'static str {
        match self {
            BackupError::NotABackup { .. } => "not_a_backup",
            BackupError::Stranger { .. } => "backup_stranger",
            BackupError::Altered { .. } => "backup_altered",
            BackupError::OfAnother { .. } => "backup_of_another",
            BackupError::Ahead { .. } => "backup_ahead",
            BackupError::Lost { .. } => "backup_lost",
            BackupError::Exchanged { .. } => "backup_exchanged",
            BackupError::NoRoom { .. } => "no_room",
            BackupError::Nested => "backup_nested",
            BackupError::WouldLose(loss) => match loss.how {
                LossKind::Older => "restore_older",
                LossKind::Forked => "restore_forked",
                LossKind::Unread => "restore_unread",
            },
        }
    }

    pub(super) fn exit(&self) -> ExitClass {
        match self {
            BackupError::NotABackup { .. }
            | BackupError::Stranger { .. }
            | BackupError::OfAnother { .. }
            | BackupError::NoRoom { .. }
            | BackupError::Nested => ExitClass::Failed,
            BackupError::Altered { .. }
            | BackupError::Ahead { .. }
            | BackupError::Lost { .. }
            | BackupError::Exchanged { .. } => ExitClass::Integrity,
            BackupError::WouldLose(loss) => match loss.how {
                LossKind::Older => ExitClass::Failed,
                LossKind::Forked | LossKind::Unread => ExitClass::Integrity,
            },
        }
    }

    /// As [`super::Error::params`].
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            BackupError::NotABackup { found } => vec![("found", (*found).to_owned())],
            BackupError::Stranger { name } => vec![("name", name.clone())],
            BackupError::Altered { name, flaw } => vec![("name", name.clone()), ("flaw", (*flaw).to_owned())],
            BackupError::OfAnother { vault } => vec![("vault", vault.clone())],
            BackupError::Ahead { entries } => vec![("entries", entries.to_string())],
            BackupError::Lost { names } | BackupError::Exchanged { names } => {
                let mut first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
                if let Some(more @ 1..) = names.len().checked_sub(NAMED) {
                    first.push_str(&format!(", … (+{more})"));
                }
                vec![("count", names.len().to_string()), ("names", first)]
            }
            BackupError::NoRoom { needed, free } => {
                vec![("needed", mib(*needed).to_string()), ("free", (*free >> 20).to_string())]
            }
            BackupError::WouldLose(loss) => vec![
                ("entries", loss.entries.to_string()),
                ("since", loss.since.clone().unwrap_or_else(|| "none".to_owned())),
                ("objects", loss.objects.len().to_string()),
            ],
            BackupError::Nested => Vec::new(),
        }
    }
}

/// In MiB, and one where there is any.
fn mib(bytes: u64) -> u64 {
    bytes.div_ceil(1 << 20)
}
