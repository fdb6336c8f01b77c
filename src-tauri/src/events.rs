//! What the page hears without asking.

use std::time::{Duration, Instant};

use serde::Serialize;
use specta::Type;
use specta_typescript::Number;

use crate::picked::Offered;
use crate::problem::Problem;

/// When the page is told how far long work has come: not more often than a person sees.
#[derive(Default)]
pub struct Pace(Option<Instant>);

impl Pace {
    const EVERY: Duration = Duration::from_millis(100);

    /// Whether it is time to tell: at first, and then every tenth of a second.
    pub fn is_due(&mut self) -> bool {
        let due = self.0.is_none_or(|last| last.elapsed() >= Self::EVERY);
        if due {
            self.0 = Some(Instant::now());
        }
        due
    }
}

/// Something happened. Sent over the one channel that the page gave to `watch`: no permission of Tauri's events is
/// granted, since they would also show it the paths of dropped files.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum ShellEvent {
    /// The vault was locked, by whatever.
    Locked { because: LockedBecause },
    /// The log was verified in the background, and is whole.
    LogWhole,
    /// The log was verified in the background, and is not whole.
    LogDamaged { problem: Problem },
    /// The server of a shared vault's log is not there, or the store of its objects, since when; or they are back.
    Connection { offline_since: Option<String>, objects_offline_since: Option<String> },
    /// Somebody filed, decided or withdrew something meanwhile, at whatever workstation: lists may have become others.
    Moved,
    /// The passphrase was right; what remains is to read the log.
    Accepted,
    /// The log is being read: so many entries of all. Told where there is much to read.
    Reading {
        #[specta(type = Number)]
        done: u64,
        #[specta(type = Number)]
        total: u64,
    },
    /// A document that was open may be read no longer, and has been closed: why.
    Withdrawn { handle: String, problem: Problem },
    /// The program of a hardware token says something, such as that the token is to be touched.
    TokenSays { text: String },
    /// It asks something, and waits; `yes` and `no` are the words of a question that is confirmed.
    TokenAsks { number: u32, asks: TokenQuestion, text: String, yes: Option<String>, no: Option<String> },
    /// What it asked is answered, or waits no longer.
    TokenAsked { number: u32 },
    /// Files hover over the window, or went away.
    FilesHover { over: bool },
    /// Files were dropped.
    FilesDropped { picked: Offered },
    /// Documents are being sealed for present keys: so many of all were looked at.
    Rekeying {
        #[specta(type = Number)]
        seen: u64,
        #[specta(type = Number)]
        total: u64,
    },
    /// The vault is being backed up: so many files of all.
    BackingUp {
        #[specta(type = Number)]
        done: u64,
        #[specta(type = Number)]
        total: u64,
    },
    /// Documents of dossiers that are kept here are fetched: so many of all.
    Fetching {
        #[specta(type = Number)]
        done: u64,
        #[specta(type = Number)]
        total: u64,
    },
    /// Texts of scans are read after they were filed: so many wait, of documents that the officer may open; 0 once none is read any more.
    TextsToRead {
        #[specta(type = Number)]
        waiting: u64,
    },
    /// Files are being registered: which one of how many, from 0, and how many bytes of it so far.
    Filing {
        document: u32,
        of: u32,
        name: String,
        #[specta(type = Number)]
        done: u64,
        #[specta(type = Number)]
        total: u64,
    },
}

/// What the program of a hardware token wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum TokenQuestion {
    Confirm,
    Text,
    /// A PIN: not shown while it is typed.
    Secret,
}

/// What made the window lock last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LockedBecause {
    Start,
    User,
    Idle,
    Suspend,
    Crash,
    /// The officer at the window was disabled.
    Disabled,
    /// The account of the officer at the window was frozen.
    Frozen,
    /// The identity of the officer at the window counts no more.
    Revoked,
}
