//! How an error is told: by its code, and by the values that its words need.

use seal::{SigningKeyFlaw, TokenError};

use super::Error;

impl Error {
    /// The stable code: `err-<code>` and `fix-<code>` in the catalogues, with hyphens.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Io { .. } => "io",
            Error::DiskFull => "disk_full",
            Error::DiskFullMidway { .. } => "disk_full_midway",
            Error::NotAVault { .. } => "not_a_vault",
            Error::NotAFolder => "not_a_folder",
            Error::NotARecipient { .. } => "not_a_recipient",
            Error::NotEmpty => "not_empty",
            Error::InVault => "in_vault",
            Error::Shared => "shared",
            Error::AllHere => "all_here",
            Error::Newer { .. } => "newer",
            Error::Earlier { .. } => "earlier",
            Error::ReadOnly => "read_only",
            Error::Busy => "busy",
            Error::Offline => "offline",
            Error::Overtaken => "overtaken",
            Error::Internal { .. } => "internal",
            Error::ClockBehind { .. } => "clock_behind",
            Error::ClockFarAhead { .. } => "clock_far_ahead",
            Error::NotFound { .. } => "not_found",
            Error::Ambiguous { .. } => "ambiguous",
            Error::Exists { .. } => "exists",
            Error::State { .. } => "state",
            Error::ListChanged => "list_changed",
            Error::Cancelled => "cancelled",
            Error::Disabled => "disabled",
            Error::Frozen { .. } => "frozen",
            Error::BadName { .. } => "bad_name",
            Error::Missing { .. } => "missing",
            Error::BadDates => "bad_dates",
            Error::MoveAlone => "move_alone",
            Error::Backwards => "backwards",
            Error::Unknown { .. } => "unknown",
            Error::LevelOfAnother { .. } => "level_of_another",
            Error::LevelOfTwo { .. } => "level_of_two",
            Error::FormerLevel { .. } => "former_level",
            Error::UnknownLevel { .. } => "unknown_level",
            Error::UnknownNation { .. } => "unknown_nation",
            Error::Denied { .. } => "denied",
            Error::LedgerAltered { .. } => "ledger_altered",
            Error::RolledBack { .. } => "rolled_back",
            Error::Forked { .. } => "forked",
            Error::Forged { .. } => "forged",
            Error::EntryAhead { .. } => "entry_ahead",
            Error::CheckpointForged => "checkpoint_forged",
            Error::RequestForged => "request_forged",
            Error::RequestElsewhere => "request_elsewhere",
            Error::RequestOfAnother { .. } => "request_of_another",
            Error::RequestNewer => "request_newer",
            Error::ObjectAltered { .. } => "object_altered",
            Error::ObjectTruncated { .. } => "object_truncated",
            Error::ObjectMissing { .. } => "object_missing",
            Error::IndexAltered => "desk_altered",
            Error::IdentityAltered => "identity_altered",
            Error::IdentityWork { .. } => "identity_work",
            Error::FolderAltered { .. } => "folder_altered",
            Error::VaultForeign => "vault_foreign",
            Error::IndexGone => "index_gone",
            Error::MemoryAltered => "memory_altered",
            Error::IdentityForeign => "identity_foreign",
            Error::IdentityGone { .. } => "identity_gone",
            Error::IdentityExchanged { .. } => "identity_exchanged",
            Error::IdentityHere { .. } => "identity_here",
            Error::Token(error) => error.code(),
            Error::Backup(error) => error.code(),
            Error::Protected => "identity_protected",
            Error::Unprotected => "identity_unprotected",
            Error::NotAnIdentity => "not_an_identity",
            Error::WrongShares { .. } => "wrong_shares",
            Error::SettingsAltered => "settings_altered",
            Error::Marking { .. } => "marking",
            Error::TooLong { .. } => "too_long",
            Error::TooShort { .. } => "too_short",
            Error::Guide { .. } => "guide_refused",
            Error::SeveralPolicies { .. } => "several_policies",
            Error::Malformed { .. } => "malformed",
            Error::Character { .. } => "character",
            Error::ImplausibleDate { .. } => "implausible_date",
            Error::Key { flaw, .. } => flaw.code(),
            Error::SigningKey { flaw } => flaw.code(),
            Error::KeyTaken { .. } => "key_taken",
            Error::NotAFile { .. } => "not_a_file",
            Error::Fingerprint => "fingerprint",
            Error::PartnerUnseen { .. } => "partner_unseen",
            Error::PassphraseShort { .. } => "passphrase_short",
            Error::PassphraseWeak { .. } => "passphrase_weak",
            Error::PassphraseSame => "passphrase_same",
            Error::PinForm { .. } => "pin_form",
            Error::PinWeak => "pin_weak",
            Error::WrongPin { .. } => "wrong_pin",
            Error::PinGone => "pin_gone",
            Error::IdentityOlder { .. } => "identity_older",
            Error::IdentityReplaced { .. } => "identity_replaced",
            Error::IdentityChanged { .. } => "identity_changed",
            Error::RenewalDue { .. } => "renewal_due",
            Error::GivenKeysStale { .. } => "given_keys_stale",
            Error::WrongPassphrase { .. } => "wrong_passphrase",
            Error::Wait { .. } => "wait",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Error::Io { what, source } => vec![("what", what.clone()), ("cause", crate::cause(source).to_owned())],
            Error::DiskFullMidway { done, left } => vec![("done", done.to_string()), ("left", left.to_string())],
            Error::Newer { format } | Error::Earlier { format } => vec![("format", format.to_string())],
            Error::NotAVault { found } => vec![("found", (*found).to_owned())],
            Error::NotARecipient { partner, recipients } => {
                let recipients = if recipients.is_empty() { "none".to_owned() } else { recipients.join(", ") };
                vec![("partner", partner.clone()), ("recipients", recipients)]
            }
            Error::ClockBehind { index, author, until } => {
                let author = author.as_deref().unwrap_or("none").to_owned();
                vec![("index", index.to_string()), ("author", author), ("until", label::time::to_the_second(*until))]
            }
            Error::ClockFarAhead { days, last, now } => {
                vec![
                    ("days", days.to_string()),
                    ("last", label::time::to_the_second(*last)),
                    ("now", label::time::to_the_second(*now)),
                ]
            }
            Error::LevelOfAnother { value, policy, choices } => {
                vec![("level", value.clone()), ("policy", policy.clone()), ("choices", choices.clone())]
            }
            Error::LevelOfTwo { value, own, policy, other } => vec![
                ("level", value.clone()),
                ("own", own.clone()),
                ("policy", policy.clone()),
                ("other", other.clone()),
            ],
            Error::FormerLevel { value, choices } | Error::UnknownLevel { value, choices } => {
                vec![("level", value.clone()), ("choices", choices.clone())]
            }
            Error::UnknownNation { value, near } => {
                let near = if near.is_empty() { "none".to_owned() } else { near.join(", ") };
                vec![("value", value.clone()), ("near", near)]
            }
            Error::Character { field, character, position } => vec![
                ("field", (*field).to_owned()),
                ("character", format!("U+{:04X}", u32::from(*character))),
                ("position", position.to_string()),
            ],
            Error::ImplausibleDate { field, date, earliest, latest } => vec![
                ("field", (*field).to_owned()),
                ("date", date.to_string()),
                ("earliest", earliest.to_string()),
                ("latest", latest.to_string()),
            ],
            Error::Key { field, flaw } => flaw.params().into_iter().chain([("field", (*field).to_owned())]).collect(),
            Error::SigningKey {
                flaw:
                    SigningKeyFlaw::Secret
                    | SigningKeyFlaw::TokenReference
                    | SigningKeyFlaw::Recipient
                    | SigningKeyFlaw::Unknown,
            } => {
                vec![("field", "signing_key".to_owned())]
            }
            Error::NotAFile { what } => vec![("what", what.as_str().to_owned())],
            Error::KeyTaken { kind, name }
            | Error::NotFound { kind, name }
            | Error::Exists { kind, name }
            | Error::BadName { kind, name } => {
                vec![("kind", (*kind).to_owned()), ("name", name.clone())]
            }
            Error::Ambiguous { name, .. } => vec![("name", name.clone())],
            Error::State { what, status } => vec![("what", (*what).to_owned()), ("status", status.clone())],
            Error::Internal { what } => vec![("what", (*what).to_owned())],
            Error::PartnerUnseen { partner, entry } => {
                vec![("partner", partner.clone()), ("entry", entry.to_string())]
            }
            Error::Missing { field } | Error::Malformed { field } => vec![("field", (*field).to_owned())],
            Error::Unknown { kind, value, choices } => {
                let choices = if choices.is_empty() { "none".to_owned() } else { choices.join(", ") };
                vec![("kind", (*kind).to_owned()), ("value", value.clone()), ("choices", choices)]
            }
            Error::Denied { action, .. } => vec![("action", (*action).to_owned())],
            Error::LedgerAltered { entry, flaw } => {
                let entry = entry.map_or_else(|| "none".to_owned(), |n| n.to_string());
                vec![("entry", entry), ("flaw", (*flaw).to_owned())]
            }
            Error::RolledBack { seen, found } => vec![("seen", seen.to_string()), ("found", found.to_string())],
            Error::Forked { seen } => vec![("seen", seen.to_string())],
            Error::Forged { index, author, rule } => {
                vec![("index", index.to_string()), ("author", author.clone()), ("rule", (*rule).to_owned())]
            }
            Error::EntryAhead { index, author, ahead_seconds } => {
                let hours = ahead_seconds / 3600;
                vec![("index", index.to_string()), ("author", author.clone()), ("hours", hours.to_string())]
            }
            Error::ObjectAltered { document }
            | Error::ObjectTruncated { document }
            | Error::ObjectMissing { document } => vec![("document", document.clone())],
            Error::TooLong { field, limit } | Error::TooShort { field, limit } => {
                vec![("field", (*field).to_owned()), ("limit", limit.to_string())]
            }
            Error::Guide { line, .. } => vec![("line", line.to_string())],
            Error::SeveralPolicies { expected, found } => {
                vec![("expected", expected.clone()), ("found", found.clone())]
            }
            Error::PassphraseShort { limit } => vec![("limit", limit.to_string())],
            Error::WrongShares { officers } => vec![("officers", officers.join(", "))],
            Error::IdentityGone { officer }
            | Error::IdentityHere { officer }
            | Error::RequestOfAnother { officer }
            | Error::IdentityReplaced { officer }
            | Error::IdentityChanged { officer }
            | Error::RenewalDue { officer }
            | Error::GivenKeysStale { officer } => vec![("officer", officer.clone())],
            Error::Frozen { by, name, at } => {
                vec![("officer", by.clone()), ("name", name.clone()), ("at", label::time::to_the_second(*at))]
            }
            Error::IdentityOlder { officer, at } => {
                vec![("officer", officer.clone()), ("at", label::time::to_the_second(*at))]
            }
            Error::IdentityExchanged { officer, found } => vec![("officer", officer.clone()), ("found", found.clone())],
            Error::IdentityWork { asked } => {
                let mib = 1_u64.checked_shl(asked.saturating_sub(10).into()).unwrap_or(u64::MAX);
                vec![("mib", mib.to_string()), ("limit", (1_u64 << (seal::WorkFactor::MAX - 10)).to_string())]
            }
            Error::FolderAltered { name, flaw } => vec![("name", name.clone()), ("flaw", (*flaw).to_owned())],
            Error::WrongPassphrase { officer, failures, wait_seconds } => vec![
                ("officer", officer.clone().unwrap_or_else(|| "none".to_owned())),
                ("failures", failures.to_string()),
                ("seconds", wait_seconds.to_string()),
            ],
            Error::Wait { seconds } => vec![("seconds", seconds.to_string())],
            Error::WrongPin { left } => vec![("left", left.to_string())],
            Error::PinForm { least, most } => vec![("least", least.to_string()), ("most", most.to_string())],
            Error::Backup(error) => error.params(),
            Error::Token(error) => match error {
                TokenError::Missing { binary } | TokenError::Died { binary } => vec![("binary", binary.clone())],
                TokenError::Said { said } if said.trim().is_empty() => vec![("message", "none".to_owned())],
                TokenError::Said { said } => vec![("message", said.clone())],
                TokenError::TwoPlugins { recipient, identity } => {
                    vec![("recipient", recipient.clone()), ("identity", identity.clone())]
                }
                TokenError::Io(_)
                | TokenError::NotARecipient
                | TokenError::NotAnIdentity
                | TokenError::RelativePath
                | TokenError::Unanswered
                | TokenError::AnotherToken
                | TokenError::Corrupt(_) => Vec::new(),
            },
            Error::Protected
            | Error::Unprotected
            | Error::NotAnIdentity
            | Error::DiskFull
            | Error::NotAFolder
            | Error::NotEmpty
            | Error::InVault
            | Error::Shared
            | Error::AllHere
            | Error::ReadOnly
            | Error::Busy
            | Error::Offline
            | Error::Overtaken
            | Error::ListChanged
            | Error::Cancelled
            | Error::Disabled
            | Error::BadDates
            | Error::MoveAlone
            | Error::Backwards
            | Error::CheckpointForged
            | Error::RequestForged
            | Error::RequestElsewhere
            | Error::RequestNewer
            | Error::IndexAltered
            | Error::IdentityAltered
            | Error::VaultForeign
            | Error::IndexGone
            | Error::MemoryAltered
            | Error::IdentityForeign
            | Error::SettingsAltered
            | Error::Marking { .. }
            | Error::PassphraseSame
            | Error::PassphraseWeak { .. }
            | Error::PinWeak
            | Error::PinGone
            | Error::Fingerprint => Vec::new(),
        }
    }
}
