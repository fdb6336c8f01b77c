//! Officers: who they are, how they come in, and when they leave.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;
use specta::Type;
use tauri::State;
use vault::{
    Entered, GivenError, MAX_REQUEST, NewOfficer, OfficerFilter, OfficerId, OfficerView, Page, Reason, RequestView,
    Role, Unfrozen,
};

use super::sent::{Sent, Typed};
use crate::picked::display_name;
use crate::problem::Problem;
use crate::shell::Shell;
use crate::written::{failed, write_new};

/// What the file of a request is called unless the person says otherwise.
const NAME: &str = "zegel-request.txt";

/// Keys that were made for somebody who asks to be let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RequestMade {
    /// Of the file that goes to a security officer.
    pub name: String,
    /// What is read to him.
    pub fingerprint: String,
}

/// A request from a file. Nobody is let in by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RequestFile {
    /// Of the file.
    pub name: String,
    /// The whole of it: what is let in.
    pub text: String,
    pub request: RequestView,
}

/// A page of the officers, as far as the one who asks may know.
#[tauri::command]
#[specta::specta]
pub async fn officers(shell: State<'_, Shell>, filter: Sent<OfficerFilter>) -> Result<Page<OfficerView>, Problem> {
    shell.with(move |session, _| Ok(session.officers(&filter.0)?)).await
}

/// One of them.
#[tauri::command]
#[specta::specta]
pub async fn officer(shell: State<'_, Shell>, id: String) -> Result<OfficerView, Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.officer(&id)?)).await
}

/// Makes keys for somebody who is to work here, and the request by which a security officer lets him in; none when the person
/// thought better of it. Nobody has to be unlocked.
#[tauri::command]
#[specta::specta]
pub async fn request_identity(
    shell: State<'_, Shell>,
    officer: String,
    full_name: String,
    nationality: String,
    passphrase: Typed,
) -> Result<Option<RequestMade>, Problem> {
    let officer = OfficerId::parse(&officer)?;
    let passphrase = passphrase.into_passphrase();
    let title = words::say(shell.language(), "app-save-request", &[]);
    let Some(path) = shell.dialogs().save(title, NAME).await else { return Ok(None) };
    let here = shell.inner().clone();
    let made = move || {
        let (request, fingerprint) = here.vault().request_identity(&officer, &full_name, &nationality, &passphrase)?;
        write_new(&path, request.as_bytes())?;
        Ok(Some(RequestMade { name: display_name(&path), fingerprint }))
    };
    shell.blocking(made).await
}

/// Lets a person pick the file of a request, and reads it; none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn pick_request(shell: State<'_, Shell>) -> Result<Option<RequestFile>, Problem> {
    let visit = shell.visit().ok_or_else(Problem::locked)?;
    let picked = shell.dialogs().file(words::say(shell.language(), "app-pick-request", &[])).await;
    if !visit.goes_on() {
        return Err(Problem::locked());
    }
    let Some(path) = picked else { return Ok(None) };
    shell
        .with(move |session, _| {
            let bytes = read(&path)?;
            let request = session.look_at_request(&bytes)?;
            // What was read as a request is text.
            let text = String::from_utf8(bytes).unwrap_or_default();
            Ok(Some(RequestFile { name: display_name(&path), text, request }))
        })
        .await
}

/// Lets in whoever made a request, with these roles; those that take two are asked for.
#[tauri::command]
#[specta::specta]
pub async fn admit_officer(
    shell: State<'_, Shell>,
    request: String,
    roles: Sent<BTreeSet<Role>>,
) -> Result<Entered, Problem> {
    shell.with(move |session, _| Ok(session.admit_officer(request.as_bytes(), &roles.0)?)).await
}

/// Lets an officer who lost his keys in again, with those of a request; where that takes two, asks for it.
#[tauri::command]
#[specta::specta]
pub async fn reissue_officer(
    shell: State<'_, Shell>,
    id: String,
    request: String,
    why: String,
) -> Result<Entered, Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.reissue_officer(&id, request.as_bytes(), &why)?)).await
}

/// Adds an officer with keys that are made here. With the passphrase they are good for making his own, and for nothing else.
#[tauri::command]
#[specta::specta]
pub async fn add_officer(
    shell: State<'_, Shell>,
    officer: Sent<NewOfficer>,
    passphrase: Typed,
) -> Result<Entered, Problem> {
    let passphrase = passphrase.into_passphrase();
    shell.with(move |session, _| Ok(session.add_officer(officer.0, &passphrase)?)).await
}

/// Gives an officer exactly these roles; those that take two are asked for.
#[tauri::command]
#[specta::specta]
pub async fn change_roles(
    shell: State<'_, Shell>,
    id: String,
    roles: Sent<BTreeSet<Role>>,
    why: String,
) -> Result<Entered, Problem> {
    let id = OfficerId::parse(&id)?;
    let why = Some(why).filter(|why| !why.trim().is_empty());
    shell.with(move |session, _| Ok(session.change_roles(&id, &roles.0, why.as_deref())?)).await
}

/// Stops an officer at once, until it is lifted. Gives back what whoever does it should know.
#[tauri::command]
#[specta::specta]
pub async fn freeze_officer(shell: State<'_, Shell>, id: String, why: String) -> Result<Vec<Reason>, Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.freeze_officer(&id, &why)?)).await
}

/// Lifts a freeze, or asks for the yes of another.
#[tauri::command]
#[specta::specta]
pub async fn unfreeze_officer(shell: State<'_, Shell>, id: String, why: String) -> Result<Unfrozen, Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.unfreeze_officer(&id, &why)?)).await
}

/// Disables an officer for good.
#[tauri::command]
#[specta::specta]
pub async fn disable_officer(shell: State<'_, Shell>, id: String, why: String) -> Result<(), Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.disable_officer(&id, &why)?)).await
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    vault::read_given(path, MAX_REQUEST as u64).map_err(|error| match error {
        GivenError::TooLarge { .. } => vault::Error::Malformed { field: "request" }.into(),
        GivenError::NotAFile(what) => vault::Error::NotAFile { what }.into(),
        GivenError::Io(source) => failed(path, source),
    })
}
