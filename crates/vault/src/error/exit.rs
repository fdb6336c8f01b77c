//! Which kind of failure an error is.

use seal::TokenError;

use super::Error;

/// What an exit status of `zegelctl` says; the window shows the same classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum ExitClass {
    /// It did not work: disk full, busy, not found. An id or a reference of something that should be there, and is not, is not
    /// found whatever form it has.
    Failed = 1,
    /// The words have not the shape that the command has: one that it does not know, one too few or too many, two that exclude each
    /// other, nothing where something must stand.
    Usage = 2,
    /// A rule says no; the reasons are given and the denial is in the log.
    Denied = 3,
    /// Something was altered, cut off or forged.
    Integrity = 4,
    /// What was handed in, a file or the value of an option, is refused for what it says: malformed, too large, unknown, implausible,
    /// contradictory, or not valid under its policy. So is a number, a choice, a level or a day other than those that can stand
    /// there, and a name that something new cannot have.
    Refused = 5,
    /// Wrong passphrase or identity, or too soon after one.
    Passphrase = 6,
}

impl Error {
    /// The class that its exit status says.
    pub fn exit(&self) -> ExitClass {
        match self {
            Error::Io { .. }
            | Error::DiskFull
            | Error::DiskFullMidway { .. }
            | Error::NotAVault { .. }
            | Error::NotAFolder
            | Error::NotARecipient { .. }
            | Error::NotEmpty
            | Error::InVault
            | Error::Shared
            | Error::AllHere
            | Error::Newer { .. }
            | Error::Earlier { .. }
            | Error::ReadOnly
            | Error::Busy
            | Error::Offline
            | Error::Overtaken
            | Error::Internal { .. }
            | Error::ClockBehind { .. }
            | Error::ClockFarAhead { .. }
            | Error::NotFound { .. }
            | Error::Ambiguous { .. }
            | Error::Exists { .. }
            | Error::State { .. }
            | Error::ListChanged
            | Error::Cancelled => ExitClass::Failed,
            Error::Missing { .. } | Error::MoveAlone => ExitClass::Usage,
            Error::Denied { .. } | Error::Disabled | Error::Frozen { .. } => ExitClass::Denied,
            Error::LedgerAltered { .. }
            | Error::RolledBack { .. }
            | Error::Forked { .. }
            | Error::Forged { .. }
            | Error::EntryAhead { .. }
            | Error::CheckpointForged
            | Error::RequestForged
            | Error::ObjectAltered { .. }
            | Error::ObjectTruncated { .. }
            | Error::ObjectMissing { .. }
            | Error::IndexAltered
            | Error::IdentityAltered
            | Error::IdentityWork { .. }
            | Error::FolderAltered { .. }
            | Error::VaultForeign
            | Error::IndexGone
            | Error::MemoryAltered
            | Error::IdentityForeign
            | Error::IdentityOlder { .. }
            | Error::IdentityGone { .. }
            | Error::IdentityExchanged { .. }
            | Error::WrongShares { .. }
            | Error::SettingsAltered => ExitClass::Integrity,
            Error::Backup(error) => error.exit(),
            Error::Token(error) => match error {
                TokenError::NotARecipient | TokenError::NotAnIdentity | TokenError::TwoPlugins { .. } => {
                    ExitClass::Refused
                }
                TokenError::Missing { .. } | TokenError::RelativePath | TokenError::Died { .. } | TokenError::Io(_) => {
                    ExitClass::Failed
                }
                TokenError::Said { .. } | TokenError::Unanswered | TokenError::AnotherToken => ExitClass::Passphrase,
                TokenError::Corrupt(_) => ExitClass::Integrity,
            },
            Error::BadName { .. }
            | Error::BadDates
            | Error::Backwards
            | Error::Unknown { .. }
            | Error::LevelOfAnother { .. }
            | Error::LevelOfTwo { .. }
            | Error::FormerLevel { .. }
            | Error::UnknownLevel { .. }
            | Error::UnknownNation { .. }
            | Error::Marking { .. }
            | Error::TooLong { .. }
            | Error::TooShort { .. }
            | Error::Guide { .. }
            | Error::SeveralPolicies { .. }
            | Error::Malformed { .. }
            | Error::Character { .. }
            | Error::ImplausibleDate { .. }
            | Error::Key { .. }
            | Error::SigningKey { .. }
            | Error::KeyTaken { .. }
            | Error::IdentityHere { .. }
            | Error::Protected
            | Error::Unprotected
            | Error::NotAnIdentity
            | Error::NotAFile { .. }
            | Error::RequestElsewhere
            | Error::RequestOfAnother { .. }
            | Error::RequestNewer
            | Error::Fingerprint
            | Error::PartnerUnseen { .. }
            | Error::PassphraseSame
            | Error::PassphraseWeak { .. }
            | Error::PinForm { .. }
            | Error::PinWeak
            | Error::PassphraseShort { .. } => ExitClass::Refused,
            Error::IdentityReplaced { .. }
            | Error::IdentityChanged { .. }
            | Error::RenewalDue { .. }
            | Error::GivenKeysStale { .. }
            | Error::WrongPassphrase { .. }
            | Error::WrongPin { .. }
            | Error::PinGone
            | Error::Wait { .. } => ExitClass::Passphrase,
        }
    }
}
