//! Everything that can go wrong, one variant per cause. The words are in the catalogues (`err-<code>`, `fix-<code>`).

use std::io;

use chrono::{DateTime, NaiveDate, Utc};
use seal::{KeyFlaw, SigningKeyFlaw, TokenError};

use crate::given::Irregular;

mod backup;
mod exit;
mod from;
mod reason;
mod told;

pub use backup::{BackupError, Loss, LossKind};
pub use exit::ExitClass;
pub use reason::Reason;
pub(crate) use reason::reasons;

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
