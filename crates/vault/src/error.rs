//! Everything that can go wrong, one variant per cause. The words are in the catalogues (`err-<code>`, `fix-<code>`).

use std::io;

use chrono::{DateTime, NaiveDate, Utc};
use seal::{KeyFlaw, SigningKeyFlaw, TokenError};

use crate::given::Irregular;

mod backup;
mod from;
mod reason;

pub use backup::{BackupError, Loss, LossKind};
pub use reason::Reason;
pub(crate) use reason::reasons;

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

/// Why a vault could not do what was asked.
///
/// Never says a secret, a title or a path; a `what` names one of the vault's own files. The titles among the choices of
/// [`Error::Ambiguous`] are told to an officer who knows them, and by its reasons alone.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    // ---- failed
    #[error("`{what}` could not be read or written: {source}")]
    Io { what: String, source: io::Error },
    #[error("the disk is full")]
    DiskFull,
    /// Of several documents, one after the other: `done` are done and stay so.
    #[error("the disk is full: {done} documents are done, {left} are left")]
    DiskFullMidway { done: u64, left: u64 },
    /// `found`: what lies there instead, `folder`, `file` or `nothing`; selects the words.
    #[error("here is no vault, but a {found}")]
    NotAVault { found: &'static str },
    #[error("what has this name is no folder")]
    NotAFolder,
    #[error("the folder is not empty")]
    NotEmpty,
    /// What is written for a person, and another vault, lie outside of a vault's folder.
    #[error("this folder belongs to a vault")]
    InVault,
    /// The folder is a workstation's of a shared vault, and this cannot be done in it, or not by this program.
    #[error("the vault is shared: its log and its objects are elsewhere")]
    Shared,
    /// The vault is all in its folder: no copies are kept of what lies elsewhere.
    #[error("everything of the vault is in its folder")]
    AllHere,
    #[error("the vault has format `{format}`, which this program does not know")]
    Newer { format: u32 },
    #[error("the vault has format `{format}`, of an earlier program")]
    Earlier { format: u32 },
    #[error("the vault can only be read here, and this must be recorded")]
    ReadOnly,
    #[error("another program holds the vault and did not let go")]
    Busy,
    /// The servers of a shared vault are not there.
    #[error("a server of the vault is not there, and this must be recorded")]
    Offline,
    /// What a decision rested on was changed by somebody else: it is taken again.
    #[error("somebody else made or renewed the key of this marking meanwhile")]
    Overtaken,
    /// What cannot be: the program has a fault, and stops before it writes.
    #[error("the program contradicts itself about a {what}")]
    Internal { what: &'static str },
    /// Where it is known who signed that entry, `author` says so.
    #[error("the clock stands before entry {index} of the log, of {}", label::time::to_the_second(*until))]
    ClockBehind { index: u64, author: Option<String>, until: DateTime<Utc> },
    /// Nothing was recorded: such an entry would stop everybody else until then.
    #[error("the clock stands {days} days after the last entry of the log, of {}", label::time::to_the_second(*last))]
    ClockFarAhead { days: i64, last: DateTime<Utc>, now: DateTime<Utc> },
    #[error("there is no {kind} `{name}` here")]
    NotFound { kind: &'static str, name: String },
    /// Who asks knows several dossiers under this id; `choices`: each of them, with its key.
    #[error("there are several dossiers `{name}`")]
    Ambiguous { name: String, choices: Vec<Reason> },
    #[error("there is already a {kind} `{name}`")]
    Exists { kind: &'static str, name: String },
    #[error("this is already `{status}`")]
    State { what: &'static str, status: String },
    /// `recipients`: the partners to whom packages with the document were written.
    #[error("no package with this document was written for `{partner}`")]
    NotARecipient { partner: String, recipients: Vec<String> },
    /// The document after which a page was to go on is not there any more.
    #[error("the list has changed meanwhile")]
    ListChanged,
    #[error("stopped on request")]
    Cancelled,
    #[error("the officer is disabled")]
    Disabled,
    /// By whom: his id and his name.
    #[error("the officer was frozen by `{by}`")]
    Frozen { by: String, name: String, at: DateTime<Utc> },
    // ---- usage
    #[error("`{name}` is no name for a {kind}")]
    BadName { kind: &'static str, name: String },
    #[error("`{field}` is missing")]
    Missing { field: &'static str },
    #[error("the dates contradict each other")]
    BadDates,
    #[error("another dossier is an entry of its own")]
    MoveAlone,
    #[error("the period ends before it begins")]
    Backwards,
    /// `choices`: what there is.
    #[error("`{value}` is not known as {kind}")]
    Unknown { kind: &'static str, value: String, choices: Vec<String> },
    /// `policy`: whose level it is.
    #[error("`{value}` is a level of {policy}; there are: {choices}")]
    LevelOfAnother { value: String, policy: String, choices: String },
    /// `own`: what it is short for; `other`: what it stands for, higher, on the documents of `policy`.
    #[error("`{value}` is short for {own}, and stands for {other} under {policy}")]
    LevelOfTwo { value: String, own: String, policy: String, other: String },
    /// A mention of before the present law.
    #[error("`{value}` is a former mention and no level; there are: {choices}")]
    FormerLevel { value: String, choices: String },
    /// `choices`: the levels that there are.
    #[error("`{value}` is no level; there are: {choices}")]
    UnknownLevel { value: String, choices: String },
    /// `near`: what may have been meant.
    #[error("`{value}` is no nation of ISO 3166-1")]
    UnknownNation { value: String, near: Vec<String> },
    // ---- denied
    #[error("denied: {}", reasons.iter().map(|r| r.code.as_str()).collect::<Vec<_>>().join(", "))]
    Denied { action: &'static str, reasons: Vec<Reason> },
    // ---- integrity
    /// `entry`: the first that is wrong, if it is one; `flaw` selects the words: `file`, `shape`, `gap`, `part`, `signature`…
    #[error("the log was altered: {flaw}")]
    LedgerAltered { entry: Option<u64>, flaw: &'static str },
    #[error("the log has {found} entries, and this index has seen {seen}")]
    RolledBack { seen: u64, found: u64 },
    #[error("the log is not the one that this index has seen")]
    Forked { seen: u64 },
    #[error("entry {index} was made by someone who had no right to it: {rule}")]
    Forged { index: u64, author: String, rule: &'static str },
    /// The author's clock was wrong, or the reader's is: see `AHEAD` in `registry::replay`.
    #[error("entry {index} bears a time {ahead_seconds} seconds after this computer's clock")]
    EntryAhead { index: u64, author: String, ahead_seconds: i64 },
    /// A checkpoint note that names this vault, and whose signatures are not those of its officers.
    #[error("the signatures of the checkpoint note are wrong")]
    CheckpointForged,
    /// The signatures of a request to be let in.
    #[error("the signatures of the request are wrong")]
    RequestForged,
    #[error("document `{document}` was altered")]
    ObjectAltered { document: String },
    #[error("the end of document `{document}` is missing")]
    ObjectTruncated { document: String },
    #[error("the file of document `{document}` is gone")]
    ObjectMissing { document: String },
    #[error("the index was altered or is not this officer's")]
    IndexAltered,
    #[error("the identity file was altered")]
    IdentityAltered,
    /// `asked`: the logarithm of the work that opening it would take, base 2; so many KiB of memory.
    #[error("the identity file asks for work of 2^{asked}, which is not taken on")]
    IdentityWork { asked: u8 },
    /// `flaw` selects the words: `link`, `kind`, `size`, `journal`. `name` is relative to the vault's folder.
    #[error("`{name}` in the vault's folder is not what it should be: {flaw}")]
    FolderAltered { name: String, flaw: &'static str },
    #[error("this is not the vault that the identity belongs to")]
    VaultForeign,
    #[error("this officer has unlocked before, and the index that remembers the log is gone")]
    IndexGone,
    #[error("the memory of the log that is kept outside the vault cannot be read")]
    MemoryAltered,
    #[error("the identity is not the one that the log knows")]
    IdentityForeign,
    /// The file was locked again since, with another passphrase or with or without a token: at this time.
    #[error("the identity file of `{officer}` is an older one")]
    IdentityOlder { officer: String, at: DateTime<Utc> },
    /// Something here tells of the officer, and his identity file is not there.
    #[error("the identity file of `{officer}` is gone")]
    IdentityGone { officer: String },
    /// The file holds the identity of another officer.
    #[error("the identity file of `{officer}` is that of `{found}`")]
    IdentityExchanged { officer: String, found: String },
    /// These custodians handed over other shares than they were dealt.
    #[error("shares of custody are wrong: {}", officers.join(", "))]
    WrongShares { officers: Vec<String> },
    #[error("another identity file of `{officer}` is here already")]
    IdentityHere { officer: String },
    /// A hardware token did not do its part.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// A vault was to be backed up, or restored.
    #[error(transparent)]
    Backup(#[from] BackupError),
    #[error("a token protects this identity file already")]
    Protected,
    #[error("no token protects this identity file")]
    Unprotected,
    /// What was to be brought here is something else.
    #[error("this is no identity file")]
    NotAnIdentity,
    #[error("vault.toml was altered")]
    SettingsAltered,
    // ---- refused
    #[error("the marking is not valid: {}", problems.iter().map(|r| r.code.as_str()).collect::<Vec<_>>().join(", "))]
    Marking { problems: Vec<Reason> },
    #[error("`{field}` is longer than {limit} characters")]
    TooLong { field: &'static str, limit: usize },
    #[error("`{field}` is shorter than {limit} characters")]
    TooShort { field: &'static str, limit: usize },
    /// `line` of its file, or 0; `flaw` holds one reason; `said` what the parser said, or nothing.
    #[error("the classification guide is refused at line {line}")]
    Guide { line: usize, flaw: Vec<Reason>, said: String },
    #[error("documents under `{found}` among documents under `{expected}`")]
    SeveralPolicies { expected: String, found: String },
    #[error("`{field}` cannot be read as what it should be")]
    Malformed { field: &'static str },
    /// It steers a terminal, turns the direction of writing or breaks the line. `position`: from 1.
    #[error("character {position} of `{field}` is U+{:04X}", u32::from(*character))]
    Character { field: &'static str, character: char, position: usize },
    #[error("`{field}` is {date}, and must lie between {earliest} and {latest}")]
    ImplausibleDate { field: &'static str, date: NaiveDate, earliest: NaiveDate, latest: NaiveDate },
    #[error("`{field}`: {flaw}")]
    Key { field: &'static str, flaw: KeyFlaw },
    /// What was given as the key with which somebody signs is none.
    #[error("`signing_key`: {flaw}")]
    SigningKey { flaw: SigningKeyFlaw },
    /// The key is that of this officer or partner.
    #[error("this key is already that of {kind} `{name}`")]
    KeyTaken { kind: &'static str, name: String },
    /// What is to be filed is a folder, a pipe, a socket or a device.
    #[error("this is no file: {}", what.as_str())]
    NotAFile { what: Irregular },
    #[error("the request is for another vault")]
    RequestElsewhere,
    #[error("the request is that of `{officer}`")]
    RequestOfAnother { officer: String },
    #[error("a later version of this program wrote the request")]
    RequestNewer,
    #[error("the fingerprint is another")]
    Fingerprint,
    /// A partner was changed by this entry, which who confirms it has not looked at.
    #[error("{partner} was changed in entry {entry}, which was not looked at")]
    PartnerUnseen { partner: String, entry: u64 },
    #[error("the passphrase has less than {limit} characters")]
    PassphraseShort { limit: usize },
    /// It is easily guessed: why, and what would make it better.
    #[error("the passphrase is easily guessed")]
    PassphraseWeak { reasons: Vec<Reason> },
    #[error("this is no PIN")]
    PinForm { least: usize, most: usize },
    #[error("the PIN is one of those that are tried first")]
    PinWeak,
    #[error("the new passphrase is the old one")]
    PassphraseSame,
    // ---- passphrase
    /// The identity file holds keys that the officer has replaced.
    #[error("the keys of `{officer}` were replaced by others")]
    IdentityReplaced { officer: String },
    /// The identity file was locked again by another process while this one was about to do so.
    #[error("the identity file of `{officer}` was changed meanwhile")]
    IdentityChanged { officer: String },
    /// Another chose the officer's keys: they are good for making his own.
    #[error("`{officer}` must make keys of his own first")]
    RenewalDue { officer: String },
    /// Another chose the officer's keys, and the vault key was renewed since then.
    #[error("the keys that `{officer}` was given can no longer be replaced")]
    GivenKeysStale { officer: String },
    /// `officer`: whose, where it is a second one's who is here.
    #[error("wrong passphrase")]
    WrongPassphrase { officer: Option<String>, failures: u32, wait_seconds: u64 },
    /// `left`: how many tries there are still.
    #[error("wrong PIN")]
    WrongPin { left: u8 },
    /// There was none, or it has served its time.
    #[error("no PIN counts any more")]
    PinGone,
    #[error("wait {seconds} seconds before the next try")]
    Wait { seconds: u64 },
}

impl Error {
    /// A word that is none of a few.
    pub fn unknown(kind: &'static str, value: &str, choices: impl IntoIterator<Item = impl Into<String>>) -> Error {
        let choices = choices.into_iter().map(Into::into).collect();
        Error::Unknown { kind, value: value.chars().take(80).collect(), choices }
    }

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

    /// What the system or a library said, word for word and in English, where the words are less exact. For scripts and
    /// reports: never for the screen.
    pub fn detail(&self) -> Option<String> {
        match self {
            Error::Io { source, .. } if crate::cause(source) == crate::OTHER_CAUSE => Some(source.to_string()),
            Error::Guide { said, .. } if !said.is_empty() => Some(said.clone()),
            _ => None,
        }
    }

    /// Every reason of a denial, what speaks against a passphrase, every problem of a marking, the flaw of a guide, what an ambiguous name fits; otherwise none.
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Error::Denied { reasons, .. }
            | Error::PassphraseWeak { reasons }
            | Error::Marking { problems: reasons }
            | Error::Guide { flaw: reasons, .. }
            | Error::Ambiguous { choices: reasons, .. } => reasons,
            _ => &[],
        }
    }

    /// An I/O failure on one of the vault's own files; a full disk is told apart.
    pub(crate) fn io(what: impl Into<String>, source: io::Error) -> Error {
        objects::Error::io(what, source).into()
    }
}
