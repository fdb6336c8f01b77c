//! Who is at the window: unlocking, locking, activity, language.

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use tauri::ipc::Channel;

use super::convert::{bare_banner, reasons};
use super::events::ShellEvent;
use super::officers::OfficerView;
use super::preferences::{Preferences, not_remembered};
use super::secret::Typed;
use super::shared::{Banner, Level, Problem, Reason};
use super::waiting::Missing;
use vault::{ClockTrust, OfficerId, Session};

use crate::desk::Desk;

/// What the window may know before anyone unlocked, and who did.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    pub vault_name: String,
    /// No approval is recorded: nothing real belongs here. Unknown until somebody has unlocked.
    pub exercise: Option<bool>,
    pub approval: Option<Approval>,
    pub officers: Vec<OfficerChoice>,
    pub session: Option<SessionView>,
    pub preferences: Preferences,
    pub auto_lock_seconds: u32,
    pub locked_because: LockedBecause,
}

/// An officer who can unlock here, by the name of the identity file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficerChoice {
    pub id: String,
}

/// The approval of this system, which is its ceiling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    /// Last day, `YYYY-MM-DD`.
    pub until: String,
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
}

/// The officer at the window.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    pub officer: OfficerView,
    /// The highest marking that this session may show.
    pub banner: Banner,
    pub exercise: bool,
    /// When this officer unlocked last, RFC 3339.
    pub last_unlock: Option<String>,
    pub failed_attempts: u32,
    /// What to see to: clearances about to end.
    pub warnings: Vec<Reason>,
    /// The passphrase is still the one that was given with the account: another knows it.
    pub passphrase_given: bool,
    /// What still keeps this officer from the documents that he is here for.
    pub missing: Vec<Missing>,
}

/// Whether the officer says that he goes on although nothing remembers the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Memory {
    Expected,
    Lost,
}

impl From<Memory> for vault::Memory {
    fn from(memory: Memory) -> Self {
        match memory {
            Memory::Expected => Self::Expected,
            Memory::Lost => Self::Lost,
        }
    }
}

/// A language of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Fr,
    Nl,
    De,
    En,
}

/// The state of the window, before or after unlocking.
#[tauri::command]
#[specta::specta]
pub async fn status(desk: State<'_, Desk>) -> Result<Status, Problem> {
    let officers = desk.vault().officers()?.into_iter().map(|id| OfficerChoice { id: id.to_string() }).collect();
    let session = match desk.visit() {
        Some(_) => desk.with(|session, _| view(session)).await.ok(),
        None => None,
    };
    let standing = desk.standing();
    Ok(Status {
        vault_name: desk.vault().name().to_owned(),
        exercise: standing.as_ref().map(|standing| standing.exercise),
        approval: standing.and_then(|standing| standing.approval).map(Into::into),
        officers,
        session,
        preferences: desk.preferences(),
        auto_lock_seconds: u32::try_from(desk.patience().as_secs()).unwrap_or(u32::MAX),
        locked_because: desk.locked_because(),
    })
}

/// Where the page hears of what it did not ask for. Once after each load; the last one counts.
#[tauri::command]
#[specta::specta]
pub async fn watch(desk: State<'_, Desk>, channel: Channel<ShellEvent>) -> Result<(), Problem> {
    desk.listen(channel);
    Ok(())
}

/// Seconds to wait before this officer may try to unlock again; 0 when it may be tried.
#[tauri::command]
#[specta::specta]
pub async fn unlock_wait(desk: State<'_, Desk>, officer: String) -> Result<u32, Problem> {
    let wait = desk.vault().unlock_wait(&OfficerId::parse(&officer)?).unwrap_or_default();
    // A started second counts as a whole one.
    Ok(u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX))
}

/// Unlocks the vault for an officer; `memory` says what to do where nothing remembers the log, and is expected when left out;
/// `clock_is_right`: the officer was asked about this computer's clock (`clock_far_ahead`).
#[tauri::command]
#[specta::specta]
pub async fn unlock(
    desk: State<'_, Desk>,
    officer: String,
    passphrase: Typed,
    memory: Option<Memory>,
    clock_is_right: Option<bool>,
) -> Result<SessionView, Problem> {
    let officer = OfficerId::parse(&officer)?;
    let passphrase = passphrase.into_passphrase();
    let memory = memory.map_or(vault::Memory::Expected, Into::into);
    let here = desk.inner().clone();
    let clock = if clock_is_right == Some(true) { ClockTrust::Confirmed } else { ClockTrust::Asked };
    desk.blocking(move || here.unlock(&officer, &passphrase, memory, clock, view)).await
}

/// Locks the vault and closes what is open.
#[tauri::command]
#[specta::specta]
pub async fn lock(desk: State<'_, Desk>) -> Result<(), Problem> {
    desk.lock(LockedBecause::User);
    Ok(())
}

/// Says that someone is at the window.
#[tauri::command]
#[specta::specta]
pub async fn touch(desk: State<'_, Desk>) -> Result<(), Problem> {
    desk.touch();
    Ok(())
}

/// Sets the language of what Rust writes itself, dialogs for one, and remembers it on this workstation.
#[tauri::command]
#[specta::specta]
pub async fn set_language(desk: State<'_, Desk>, lang: Lang) -> Result<(), Problem> {
    desk.set_language(lang.into());
    desk.remember(|remembered| remembered.language = Some(lang)).map_err(not_remembered)
}

/// Replaces the passphrase of the officer at the window.
#[tauri::command]
#[specta::specta]
pub async fn change_passphrase(desk: State<'_, Desk>, current: Typed, next: Typed) -> Result<(), Problem> {
    let (current, next) = (current.into_passphrase(), next.into_passphrase());
    desk.with(move |session, _| Ok(session.change_passphrase(&current, &next)?)).await
}

/// What the page shows of a session.
fn view(session: &mut Session) -> Result<SessionView, Problem> {
    Ok(SessionView {
        officer: session.me().into(),
        // Somebody without a clearance sees what is not classified.
        banner: session.banner().map_or_else(|| bare_banner("BEL", label::Level::Unclassified.fr()), Into::into),
        exercise: session.exercise(),
        last_unlock: session.last_unlock().map(label::time::written),
        failed_attempts: session.failed_attempts(),
        warnings: reasons(&session.warnings()),
        passphrase_given: session.passphrase_given(),
        missing: session.missing().into_iter().map(Into::into).collect(),
    })
}

impl From<vault::ApprovalView> for Approval {
    fn from(approval: vault::ApprovalView) -> Self {
        Self {
            authority: approval.authority,
            reference: approval.reference,
            ceiling: approval.ceiling.into(),
            until: approval.until.to_string(),
        }
    }
}

impl From<Lang> for words::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self::Fr,
            Lang::Nl => Self::Nl,
            Lang::De => Self::De,
            Lang::En => Self::En,
        }
    }
}
