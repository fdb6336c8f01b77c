//! Backups of the vault, into a folder that a person picks.

use tauri::State;
use vault::{BackedUp, Flow};

use crate::events::{Pace, ShellEvent};
use crate::problem::Problem;
use crate::shell::Shell;

/// Copies the vault into a folder that a person picks, and says what the backup holds; none when the person thought better of
/// it. It needs no key, and keeps nobody from working.
#[tauri::command]
#[specta::specta]
pub async fn back_up(shell: State<'_, Shell>) -> Result<Option<BackedUp>, Problem> {
    let (visit, picked) = shell.ask("app-pick-backup", |dialogs, title| dialogs.folder(title)).await?;
    let Some(dir) = picked else { return Ok(None) };
    let stopping = shell.begins_backup();
    let here = shell.inner().clone();
    shell
        .blocking(move || {
            let mut pace = Pace::default();
            let progress = &mut |done, total| {
                if pace.is_due() {
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
