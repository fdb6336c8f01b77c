//! Before there is a vault: a new one, the folder of one, or a shared one that is joined; and a vault that becomes a shared one.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use vault::{NewVault, OfficerId, Regime, SHORTEST_PASSPHRASE, Strength, Vault, WorkstationFolder, strength_at_first};
use words::Lang;

use super::preferences::not_remembered;
use super::sent::{Sent, Typed};
use crate::door::Door;
use crate::errands::{Doing, Errand, ErrandProgress, SharedDone};
use crate::picked::display_name;
use crate::problem::Problem;
use crate::shell::Shell;
use crate::workstation::{Preferences, Theme, text_percent};

/// What the page has to know before it asks for anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Beginning {
    /// What is to be chosen first; nothing where the program was opened on a vault.
    pub first: Option<FirstStart>,
    /// This vault lies in a folder, and this program can make it a shared one.
    pub may_publish: bool,
}

/// A program that was opened on no vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FirstStart {
    pub language: Lang,
    /// How the window looked before.
    pub theme: Option<Theme>,
    pub text_percent: Option<u16>,
    /// Characters that a passphrase must have.
    pub shortest_passphrase: u32,
    /// This program can join a shared vault.
    pub may_join: bool,
}

/// Who founds a vault.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct Founding {
    pub name: String,
    pub officer: OfficerId,
    pub full_name: String,
    pub nationality: String,
    /// The full rules from the first day, instead of an exercise.
    pub full_rules: bool,
}

/// The addresses of two servers, as they are typed. The file of secrets was picked.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct TwoServers {
    pub database: String,
    pub objects: String,
}

/// A folder or a file that was picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PickedName {
    pub name: String,
}

/// Whether there is a vault yet.
#[tauri::command]
#[specta::specta]
pub async fn beginning(door: State<'_, Door>) -> Result<Beginning, Problem> {
    let first = door.is_first().then(|| {
        let Preferences { theme, text_percent, .. } = door.preferences();
        FirstStart {
            language: door.language(),
            theme,
            text_percent,
            shortest_passphrase: SHORTEST_PASSPHRASE,
            may_join: door.errands().can(),
        }
    });
    Ok(Beginning { first, may_publish: door.vault().is_some() && door.errands().can() })
}

/// The language of the dialogs, before there is a vault; and of the window that opens on one.
#[tauri::command]
#[specta::specta]
pub async fn speak_first(door: State<'_, Door>, lang: Lang) -> Result<(), Problem> {
    door.speak(lang);
    let here = door.inner().clone();
    door.blocking(move || here.remember(|remembered| remembered.language = Some(lang)).map_err(not_remembered)).await
}

/// How the window looks before there is a vault, and from then on.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum FirstLook {
    Theme {
        theme: Theme,
    },
    /// Of the usual size.
    Text {
        percent: u16,
    },
}

/// Remembers how the window is to look, before there is a vault.
#[tauri::command]
#[specta::specta]
pub async fn remember_first(door: State<'_, Door>, look: FirstLook) -> Result<(), Problem> {
    let here = door.inner().clone();
    door.blocking(move || {
        let done = here.remember(|remembered| match look {
            FirstLook::Theme { theme } => remembered.theme = Some(theme),
            FirstLook::Text { percent } => remembered.text_percent = Some(text_percent(percent)),
        });
        done.map_err(not_remembered)
    })
    .await
}

/// How strong a passphrase is that who founds a vault chooses.
#[tauri::command]
#[specta::specta]
pub async fn judge_first_passphrase(
    officer: String,
    full_name: String,
    vault: String,
    passphrase: Typed,
) -> Result<Strength, Problem> {
    let passphrase = passphrase.into_passphrase();
    Ok(strength_at_first(&passphrase, &[&officer, &full_name, &vault]))
}

/// Lets a person pick the folder of a vault, which the next window opens on; none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn pick_vault(door: State<'_, Door>) -> Result<Option<PickedName>, Problem> {
    let Some(folder) = door.pick_folder("app-pick-vault").await? else { return Ok(None) };
    let name = WorkstationFolder::open(&folder).and_then(|folder| folder.name())?;
    door.errands().then(&folder)?;
    Ok(Some(PickedName { name }))
}

/// Makes a vault in a folder that a person picks, and its first officer; none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn found_vault(
    door: State<'_, Door>,
    founding: Sent<Founding>,
    passphrase: Typed,
) -> Result<Option<PickedName>, Problem> {
    let passphrase = passphrase.into_passphrase();
    let Some(folder) = door.pick_folder("app-pick-new-vault").await? else { return Ok(None) };
    let Founding { name, officer, full_name, nationality, full_rules } = founding.0;
    let regime = if full_rules { Regime::Full } else { Regime::Exercise };
    let new = NewVault { name, officer, full_name, nationality, regime, work_factor: station::work_factor() };
    let (errands, clock) = (door.errands().clone(), door.clock()?);
    door.blocking(move || {
        let vault = Vault::init(&folder, new, &passphrase, clock)?;
        errands.then(&folder)?;
        Ok(Some(PickedName { name: vault.name().to_owned() }))
    })
    .await
}

/// Lets a person pick the file of secrets for both servers, which nobody else may read; none when the person thought better of it.
/// The page learns its name.
#[tauri::command]
#[specta::specta]
pub async fn pick_secrets(door: State<'_, Door>) -> Result<Option<PickedName>, Problem> {
    let Some(file) = door.pick_file("app-pick-secrets").await else { return Ok(None) };
    station::look_at_secrets(&file)?;
    let name = display_name(&file);
    door.keep_secrets(file);
    Ok(Some(PickedName { name }))
}

/// Makes a folder that a person picks a workstation's of a shared vault; none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn join_vault(door: State<'_, Door>, servers: Sent<TwoServers>) -> Result<Option<SharedDone>, Problem> {
    let secrets = door.secrets()?;
    let Some(folder) = door.pick_folder("app-pick-workstation").await? else { return Ok(None) };
    let done = send(&door, Doing::Join, folder.clone(), servers.0, secrets).await?;
    door.errands().then(&folder)?;
    Ok(Some(done))
}

/// Makes the vault a shared one, which takes a security officer. Others may go on working until the end.
#[tauri::command]
#[specta::specta]
pub async fn publish_vault(
    door: State<'_, Door>,
    shell: State<'_, Shell>,
    servers: Sent<TwoServers>,
) -> Result<SharedDone, Problem> {
    shell.with(|session, _| Ok(session.require_publisher()?)).await?;
    let secrets = door.secrets()?;
    let folder = door.vault().ok_or_else(|| Problem::new("published"))?;
    let done = send(&door, Doing::Publish, folder.clone(), servers.0, secrets).await?;
    door.errands().then(&folder)?;
    Ok(done)
}

/// How far it has come, while a vault is published or joined.
#[tauri::command]
#[specta::specta]
pub async fn errand_progress(door: State<'_, Door>) -> Result<Option<ErrandProgress>, Problem> {
    Ok(door.errands().come())
}

/// Ends it. The next one finds what was brought.
#[tauri::command]
#[specta::specta]
pub async fn stop_errand(door: State<'_, Door>) -> Result<(), Problem> {
    door.errands().stop();
    Ok(())
}

/// Ends this window. The next one opens on the vault that was made, picked, joined or published.
#[tauri::command]
#[specta::specta]
pub async fn open_next(door: State<'_, Door>) -> Result<(), Problem> {
    door.leave();
    Ok(())
}

async fn send(
    door: &Door,
    what: Doing,
    folder: PathBuf,
    servers: TwoServers,
    secrets: PathBuf,
) -> Result<SharedDone, Problem> {
    let errands = door.errands().clone();
    let TwoServers { database, objects } = servers;
    door.blocking(move || errands.run(Errand { what, folder, database, objects, secrets })).await
}
