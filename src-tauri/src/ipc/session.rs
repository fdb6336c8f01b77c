//! Who is at the window: unlocking, locking, activity, language, what waits for him.

use serde::Serialize;
use specta::Type;
use tauri::State;
use tauri::ipc::Channel;
use vault::{
    ApprovalView, Banner, ClockTrust, FileAge, Knowing, Lacking, LastBackup, Level, Memory, OfficerId, OfficerView,
    PIN_DIGITS, Reason, SHORTEST_PASSPHRASE, Session, Strength, Waiting, bare_banner,
};
use words::Lang;

use super::preferences::not_remembered;
use super::sent::{DraftText, Typed};
use crate::events::{LockedBecause, ShellEvent};
use crate::problem::Problem;
use crate::shell::{PinView, Shell};
use crate::workstation::Preferences;

/// What the window may know before anyone unlocked, and who did.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct Status {
    pub vault_name: String,
    /// No approval is recorded: nothing real belongs here. Unknown until somebody has unlocked.
    pub exercise: Option<bool>,
    pub approval: Option<ApprovalView>,
    pub officers: Vec<OfficerChoice>,
    pub session: Option<SessionView>,
    pub preferences: Preferences,
    /// The last backup of this vault from this workstation, by whichever program.
    pub last_backup: Option<LastBackup>,
    /// What this program speaks: the page speaks it too.
    pub language: Lang,
    pub auto_lock_seconds: u32,
    /// Characters that a new passphrase must have.
    pub shortest_passphrase: u32,
    /// Digits that a PIN has: the least and the most.
    pub pin_digits: (u32, u32),
    pub locked_because: LockedBecause,
    /// The PIN that is set, of the officer who is at the window or was there last.
    pub pin: Option<PinView>,
    /// Since when the server of a shared vault's log is not there, RFC 3339; nothing while it is, and of a vault in a folder.
    pub offline_since: Option<String>,
    /// The same of the store of its objects.
    pub objects_offline_since: Option<String>,
}

/// An officer who can unlock here, by the name of the identity file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OfficerChoice {
    pub id: String,
}

/// The officer at the window.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
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
    /// What still keeps this officer from the documents that he is here for.
    pub missing: Vec<Lacking>,
}

/// The state of the window, before or after unlocking.
#[tauri::command]
#[specta::specta]
pub async fn status(shell: State<'_, Shell>) -> Result<Status, Problem> {
    let officers = shell.vault().officers()?.into_iter().map(|id| OfficerChoice { id: id.to_string() }).collect();
    let session = match shell.visit() {
        Some(_) => shell.with(|session, _| view(session)).await.ok(),
        None => None,
    };
    let system = shell.system();
    Ok(Status {
        vault_name: shell.vault().name().to_owned(),
        exercise: system.as_ref().map(|system| system.exercise),
        approval: system.and_then(|system| system.approval),
        officers,
        session,
        preferences: shell.preferences(),
        last_backup: shell.vault().last_backup(),
        language: shell.language(),
        auto_lock_seconds: u32::try_from(shell.patience().as_secs()).unwrap_or(u32::MAX),
        shortest_passphrase: SHORTEST_PASSPHRASE,
        pin_digits: (digits(*PIN_DIGITS.start()), digits(*PIN_DIGITS.end())),
        locked_because: shell.locked_because(),
        pin: shell.pin(),
        offline_since: shell.offline_since(),
        objects_offline_since: shell.objects_offline_since(),
    })
}

/// Where the page hears of what it did not ask for. Once after each load; the last one counts.
#[tauri::command]
#[specta::specta]
pub async fn watch(shell: State<'_, Shell>, channel: Channel<ShellEvent>) -> Result<(), Problem> {
    shell.listen(channel);
    Ok(())
}

/// Seconds to wait before this officer may try to unlock again; 0 when it may be tried.
#[tauri::command]
#[specta::specta]
pub async fn unlock_wait(shell: State<'_, Shell>, officer: String) -> Result<u32, Problem> {
    let wait = shell.vault().unlock_wait(&OfficerId::parse(&officer)?).unwrap_or_default();
    // A started second counts as a whole one.
    Ok(u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX))
}

/// Unlocks the vault for an officer; `memory` says what to do where nothing remembers the log, and is expected when left out;
/// `clock_is_right`: the officer was asked about this computer's clock (`clock_far_ahead`); `older_identity`: he knows that the
/// identity file is an older one (`identity_older`).
#[tauri::command]
#[specta::specta]
pub async fn unlock(
    shell: State<'_, Shell>,
    officer: String,
    passphrase: Typed,
    memory: Option<Memory>,
    clock_is_right: Option<bool>,
    older_identity: Option<bool>,
) -> Result<SessionView, Problem> {
    let officer = OfficerId::parse(&officer)?;
    let passphrase = passphrase.into_passphrase();
    let here = shell.inner().clone();
    let knowing = knowing(memory, clock_is_right, older_identity);
    shell.blocking(move || here.unlock(&officer, &passphrase, knowing, view)).await
}

/// Locks the vault and closes what is open.
#[tauri::command]
#[specta::specta]
pub async fn lock(shell: State<'_, Shell>) -> Result<(), Problem> {
    shell.lock(LockedBecause::User);
    Ok(())
}

/// Keeps what an officer was writing until he unlocks here again, sealed to his keys, in place of what he wrote before; nothing is
/// written down. The page says it with the lock, and with one that it only hears of.
#[tauri::command]
#[specta::specta]
pub async fn keep_draft(shell: State<'_, Shell>, officer: String, draft: DraftText) -> Result<(), Problem> {
    let officer = OfficerId::parse(&officer)?;
    let draft = draft.into_text();
    let here = shell.inner().clone();
    shell.blocking(move || here.keep_draft(&officer, &draft)).await
}

/// What the officer at the window was writing when it locked.
#[tauri::command]
#[specta::specta]
pub async fn kept_draft(shell: State<'_, Shell>) -> Result<Option<String>, Problem> {
    if !shell.keeps_drafts() {
        return Ok(None);
    }
    let here = shell.inner().clone();
    shell.with(move |session, _| Ok(here.kept_draft(session).map(|draft| draft.expose_secret().to_owned()))).await
}

/// Says that someone is at the window.
#[tauri::command]
#[specta::specta]
pub async fn touch(shell: State<'_, Shell>) -> Result<(), Problem> {
    shell.touch();
    Ok(())
}

/// Sets the language of what Rust writes itself, dialogs for one, and remembers it on this workstation.
#[tauri::command]
#[specta::specta]
pub async fn set_language(shell: State<'_, Shell>, lang: Lang) -> Result<(), Problem> {
    shell.set_language(lang);
    shell.remember(|remembered| remembered.language = Some(lang)).map_err(not_remembered)
}

/// Replaces the passphrase of the officer at the window.
#[tauri::command]
#[specta::specta]
pub async fn change_passphrase(shell: State<'_, Shell>, current: Typed, next: Typed) -> Result<(), Problem> {
    let (current, next) = (current.into_passphrase(), next.into_passphrase());
    shell.with(move |session, _| Ok(session.change_passphrase(&current, &next)?)).await?;
    // It stood for the passphrase of before.
    shell.forget_pin();
    Ok(())
}

/// Sets a PIN that unlocks once more after the window has locked itself because nothing happened; the passphrase is needed to set
/// one.
#[tauri::command]
#[specta::specta]
pub async fn set_pin(shell: State<'_, Shell>, passphrase: Typed, pin: Typed) -> Result<(), Problem> {
    let (passphrase, pin) = (passphrase.into_passphrase(), pin.into_passphrase());
    let here = shell.inner().clone();
    shell.with(move |session, visit| here.set_pin(session, visit, &passphrase, &pin)).await
}

/// From now on the passphrase is needed.
#[tauri::command]
#[specta::specta]
pub async fn forget_pin(shell: State<'_, Shell>) -> Result<(), Problem> {
    shell.forget_pin();
    Ok(())
}

/// Unlocks with the PIN of the officer who was here when the window locked itself.
#[tauri::command]
#[specta::specta]
pub async fn unlock_with_pin(shell: State<'_, Shell>, pin: Typed) -> Result<SessionView, Problem> {
    let pin = pin.into_passphrase();
    let here = shell.inner().clone();
    shell.blocking(move || here.unlock_with_pin(&pin, view)).await
}

/// Makes new keys for an officer under another passphrase, and unlocks with them: also for one whose keys another made, who can
/// do nothing else. The rest is as for `unlock`.
#[tauri::command]
#[specta::specta]
pub async fn renew_keys(
    shell: State<'_, Shell>,
    officer: String,
    current: Typed,
    next: Typed,
    memory: Option<Memory>,
    clock_is_right: Option<bool>,
    older_identity: Option<bool>,
) -> Result<SessionView, Problem> {
    let officer = OfficerId::parse(&officer)?;
    let (current, next) = (current.into_passphrase(), next.into_passphrase());
    let here = shell.inner().clone();
    let knowing = knowing(memory, clock_is_right, older_identity);
    shell.blocking(move || here.renew_keys(&officer, (&current, &next), knowing, view)).await
}

/// How strong a passphrase is that somebody chooses, while he types it. Nobody has to be unlocked. Whether it is taken is said once
/// more when it is chosen.
#[tauri::command]
#[specta::specta]
pub async fn judge_passphrase(
    shell: State<'_, Shell>,
    officer: String,
    full_name: String,
    passphrase: Typed,
) -> Result<Strength, Problem> {
    let passphrase = passphrase.into_passphrase();
    let here = shell.inner().clone();
    shell.blocking(move || Ok(here.vault().strength_of(&passphrase, &officer, &full_name))).await
}

fn knowing(memory: Option<Memory>, clock_is_right: Option<bool>, older_identity: Option<bool>) -> Knowing {
    Knowing {
        memory: memory.unwrap_or_default(),
        clock: if clock_is_right == Some(true) { ClockTrust::Confirmed } else { ClockTrust::Asked },
        file: if older_identity == Some(true) { FileAge::Older } else { FileAge::Latest },
    }
}

fn digits(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What the page shows of a session.
fn view(session: &mut Session) -> Result<SessionView, Problem> {
    Ok(SessionView {
        officer: session.me(),
        // Somebody without a clearance sees what is not classified.
        banner: session.banner().unwrap_or_else(|| bare_banner(label::Policy::OWN, Level::Unclassified.fr())),
        exercise: session.exercise(),
        last_unlock: session.last_unlock().map(label::time::written),
        failed_attempts: session.failed_attempts(),
        warnings: session.warnings(),
        missing: session.missing(),
    })
}

/// How much waits for this officer.
#[tauri::command]
#[specta::specta]
pub async fn waiting(shell: State<'_, Shell>) -> Result<Waiting, Problem> {
    shell.with(|session, _| Ok(session.waiting()?)).await
}
