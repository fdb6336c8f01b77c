//! Backups of the vault, into a folder that a person picks.

use std::time::{Duration, Instant};

use tauri::State;
use vault::{BackedUp, Flow};

use crate::events::ShellEvent;
use crate::problem::Problem;
use crate::shell::Shell;

/// How often the page is told how far it has come.
const EVERY: Duration = Duration::from_millis(100);

/// Copies the vault into a folder that a person picks, and says what the backup holds; none when the person thought better of
/// it. It needs no key, and keeps nobody from working.
#[tauri::command]
#[specta::specta]
pub async fn back_up(shell: State<'_, Shell>) -> Result<Option<BackedUp>, Problem> {
    let visit = shell.visit().ok_or_else(Problem::locked)?;
    let picked = shell.dialogs().folder(words::say(shell.language(), "app-pick-backup", &[])).await;
    if !visit.goes_on() {
        return Err(Problem::locked());
    }
    let Some(dir) = picked else { return Ok(None) };
    let stopping = shell.begins_backup();
    let here = shell.inner().clone();
    shell
        .blocking(move || {
            let mut told: Option<Instant> = None;
            let progress = &mut |done, total| {
                if told.is_none_or(|last| last.elapsed() >= EVERY) {
                    told = Some(Instant::now());
                    here.send(ShellEvent::BackingUp { done, total });
                }
                if stopping.is_wanted() { Flow::Stop } else { visit.flow() }
            };
            let made = here.vault().back_up(&dir, progress)?;
            Ok(Some(made))
        })
        .await
}

/// Ends it. The backup before is what it was, and the next one need not copy again what was copied.
#[tauri::command]
#[specta::specta]
pub async fn stop_backup(shell: State<'_, Shell>) -> Result<(), Problem> {
    shell.stop_backup();
    Ok(())
}
