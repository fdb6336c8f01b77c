//! A vault made of a backup, before there is one.

use tauri::State;
use vault::{Flow, LossConsent, Restored};

use crate::door::Door;
use crate::ipc::shared::PickedName;
use crate::picked::display_name;
use crate::problem::Problem;
use crate::restoring::RestoringProgress;

/// Lets a person pick the folder of a backup; none when the person thought better of it. The page learns its name.
#[tauri::command]
#[specta::specta]
pub async fn pick_backup(door: State<'_, Door>) -> Result<Option<PickedName>, Problem> {
    let Some(folder) = door.pick_folder("app-pick-backup").await? else { return Ok(None) };
    let name = display_name(&folder);
    door.restoring().take_from(folder);
    Ok(Some(PickedName { name }))
}

/// Lets a person pick where the vault is to be: a new or an empty folder, or that of the same vault.
#[tauri::command]
#[specta::specta]
pub async fn pick_restore_place(door: State<'_, Door>) -> Result<Option<PickedName>, Problem> {
    let Some(folder) = door.pick_folder("app-pick-restored").await? else { return Ok(None) };
    let name = display_name(&folder);
    door.restoring().put_into(folder);
    Ok(Some(PickedName { name }))
}

/// Makes the vault of the backup, from and to what was picked; the next window opens on it. Everything is verified before anything
/// is changed, and again afterwards.
#[tauri::command]
#[specta::specta]
pub async fn restore_vault(door: State<'_, Door>, may_lose: LossConsent) -> Result<Restored, Problem> {
    let clock = door.clock()?;
    let restoring = door.restoring();
    let (from, to) = restoring.places()?;
    let (here, errands) = (restoring.clone(), door.errands().clone());
    door.blocking(move || {
        let _ends = here.begins()?;
        let progress = &mut |done, total| {
            here.has_come(RestoringProgress { done, total });
            if here.is_to_stop() { Flow::Stop } else { Flow::Continue }
        };
        let mut restored = vault::restore(&from, &to, may_lose, &clock, progress)?;
        errands.then(&to)?;
        // Names, never paths: it lies next to the folder that was picked.
        restored.kept = restored.kept.map(|kept| display_name(kept.as_ref()));
        Ok(restored)
    })
    .await
}

/// How far it has come, while a backup is restored.
#[tauri::command]
#[specta::specta]
pub async fn restoring_progress(door: State<'_, Door>) -> Result<Option<RestoringProgress>, Problem> {
    Ok(door.restoring().come())
}

/// Ends it: everything is as it was.
#[tauri::command]
#[specta::specta]
pub async fn stop_restoring(door: State<'_, Door>) -> Result<(), Problem> {
    door.restoring().stop();
    Ok(())
}
