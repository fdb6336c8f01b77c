//! Officers: who they are, how they come in, and when they leave.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;
use specta::Type;
use tauri::State;
use vault::{
    AssentId, Entered, GivenError, KeysView, MAX_REQUEST, NewFunction, NewOfficer, OfficerFilter, OfficerId,
    OfficerView, Page, Reason, RequestView, Role, Token, TokenError, Unfrozen,
};

use super::sent::{Sent, Typed};
use crate::picked::display_name;
use crate::problem::Problem;
use crate::shell::{Shell, TokenAnswer};
use crate::written::{failed, write_new};

/// What the file of a request is called unless the person says otherwise.
const NAME: &str = "zegel-request.txt";
/// The same, of an identity that is taken along.
const IDENTITY: &str = "zegel-identity.age";
/// The longest identity file that is looked at, in bytes.
const MAX_IDENTITY: u64 = 64 << 10;

/// Keys that were made for somebody who asks to be let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RequestMade {
    /// Of the file that goes to a security officer.
    pub name: String,
    /// What is read to him.
    pub fingerprint: String,
}

/// An identity file that was brought to this workstation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct IdentityBrought {
    /// Whose it is.
    pub officer: String,
    /// Of its keys.
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
        here.vault().hand_out_request((&officer, &full_name, &nationality), &passphrase, |request, fingerprint| {
            write_new(&path, request.as_bytes())?;
            Ok(Some(RequestMade { name: display_name(&path), fingerprint: fingerprint.to_owned() }))
        })
    };
    shell.blocking(made).await
}

/// Lets a person pick the file of a request, and reads it; none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn pick_request(shell: State<'_, Shell>) -> Result<Option<RequestFile>, Problem> {
    let (_, picked) = shell.ask("app-pick-request", |dialogs, title| dialogs.file(title)).await?;
    let Some(path) = picked else { return Ok(None) };
    shell
        .with(move |session, _| {
            let bytes = read(&path, MAX_REQUEST as u64, vault::Error::Malformed { field: "request" })?;
            let request = session.look_at_request(&bytes)?;
            // What was read as a request is text.
            let text = String::from_utf8(bytes).unwrap_or_default();
            Ok(Some(RequestFile { name: display_name(&path), text, request }))
        })
        .await
}

/// What is to be known of an officer before he is entered, as far as his id and his name are typed: that another has a name or an
/// id that is taken for his.
#[tauri::command]
#[specta::specta]
pub async fn like_officers(
    shell: State<'_, Shell>,
    officer: String,
    full_name: String,
) -> Result<Option<Reason>, Problem> {
    shell.with(move |session, _| Ok(session.like_officers(&officer, &full_name)?)).await
}

/// Lets in the person who made a request, with these roles; those that take two are asked for.
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

/// Notes that an officer read this code to the person at the window: it is compared with the keys that are sealed to.
#[tauri::command]
#[specta::specta]
pub async fn compare_code(shell: State<'_, Shell>, officer: String, code: String) -> Result<OfficerView, Problem> {
    let officer = OfficerId::parse(&officer)?;
    shell.with(move |session, _| Ok(session.compare_code(&officer, &code)?)).await
}

/// The identities of an officer, one for each workstation, the present ones first.
#[tauri::command]
#[specta::specta]
pub async fn identities(shell: State<'_, Shell>, officer: String) -> Result<Vec<KeysView>, Problem> {
    let officer = OfficerId::parse(&officer)?;
    shell.with(move |session, _| Ok(session.identities(&officer)?)).await
}

/// Takes the keys of a request, which the officer at the window made at another workstation, as further ones of his own.
#[tauri::command]
#[specta::specta]
pub async fn add_identity(shell: State<'_, Shell>, request: String, name: String) -> Result<(), Problem> {
    shell.with(move |session, _| Ok(session.add_identity(request.as_bytes(), &name).map(drop)?)).await
}

/// Ends one of several identities, by its key.
#[tauri::command]
#[specta::specta]
pub async fn revoke_identity(shell: State<'_, Shell>, key: String, why: String) -> Result<(), Problem> {
    shell.with(move |session, _| Ok(session.revoke_identity(&key, &why).map(drop)?)).await
}

/// Writes one of the identity files of the officer at the window, by its key and still under its passphrase, where the person
/// says. Gives the name of the file; none when he thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn export_identity(shell: State<'_, Shell>, key: String) -> Result<Option<String>, Problem> {
    let (_, picked) = shell.ask("app-save-identity", |dialogs, title| dialogs.save(title, IDENTITY)).await?;
    let Some(path) = picked else { return Ok(None) };
    let here = shell.inner().clone();
    shell
        .with(move |session, _| {
            write_new(&path, &here.vault().export_identity(session.id(), Some(&key))?)?;
            Ok(Some(display_name(&path)))
        })
        .await
}

/// Lets a person pick an identity file that was written at another workstation, and puts it here; none when the person thought
/// better of it. Its passphrase says whose it is. Nobody has to be unlocked.
#[tauri::command]
#[specta::specta]
pub async fn import_identity(shell: State<'_, Shell>, passphrase: Typed) -> Result<Option<IdentityBrought>, Problem> {
    let passphrase = passphrase.into_passphrase();
    let picked = shell.dialogs().file(words::say(shell.language(), "app-pick-identity", &[])).await;
    let Some(path) = picked else { return Ok(None) };
    let here = shell.inner().clone();
    let brought = move || {
        let locked = read(&path, MAX_IDENTITY, vault::Error::IdentityAltered)?;
        let (officer, fingerprint) = here.vault().import_identity(&locked, &passphrase)?;
        Ok(Some(IdentityBrought { officer: officer.to_string(), fingerprint }))
    };
    shell.blocking(brought).await
}

/// Lets it take a hardware token as well as the passphrase to open the identity file that the officer at the window uses here:
/// the token's recipient, and a file with its identity line that the person picks. Gives the name of its plugin; none when he
/// thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn protect_identity(
    shell: State<'_, Shell>,
    passphrase: Typed,
    recipient: String,
) -> Result<Option<String>, Problem> {
    let passphrase = passphrase.into_passphrase();
    let (_, picked) = shell.ask("app-pick-token", |dialogs, title| dialogs.file(title)).await?;
    let Some(path) = picked else { return Ok(None) };
    let plugin = shell
        .with(move |session, _| {
            let written = read(&path, MAX_IDENTITY, TokenError::NotAnIdentity.into())?;
            let token = Token::new(&recipient, &String::from_utf8_lossy(&written)).map_err(vault::Error::from)?;
            session.protect_identity(&passphrase, &token)?;
            Ok(Some(token.plugin().to_owned()))
        })
        .await?;
    // It stood for the file of before.
    shell.forget_pin();
    Ok(plugin)
}

/// Lets the passphrase alone open it again.
#[tauri::command]
#[specta::specta]
pub async fn unprotect_identity(shell: State<'_, Shell>, passphrase: Typed) -> Result<(), Problem> {
    let passphrase = passphrase.into_passphrase();
    shell.with(move |session, _| Ok(session.unprotect_identity(&passphrase)?)).await?;
    shell.forget_pin();
    Ok(())
}

/// The plugin of the token that protects it; none where none does.
#[tauri::command]
#[specta::specta]
pub async fn protection(shell: State<'_, Shell>) -> Result<Option<String>, Problem> {
    shell.with(|session, _| Ok(session.protection()?.map(|token| token.plugin().to_owned()))).await
}

/// Answers what a token's program asks (`token-asks`): with what was typed, with yes or no, or not at all.
#[tauri::command]
#[specta::specta]
pub async fn answer_token(
    shell: State<'_, Shell>,
    number: u32,
    yes: Option<bool>,
    typed: Option<Typed>,
) -> Result<(), Problem> {
    let confirmed = yes.map(|yes| if yes { TokenAnswer::Yes } else { TokenAnswer::No });
    let answer = typed.map(|typed| TokenAnswer::Typed(typed.into_passphrase())).or(confirmed);
    shell.token().answer(number, answer);
    Ok(())
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

/// Stops an officer at once, until it is lifted. Gives back what the officer who does it should know.
#[tauri::command]
#[specta::specta]
pub async fn freeze_officer(shell: State<'_, Shell>, id: String, why: String) -> Result<Vec<Reason>, Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.freeze_officer(&id, &why)?)).await
}

/// Enters that documents are for an officer's function, or not; gives back the request, where it waits for another.
#[tauri::command]
#[specta::specta]
pub async fn set_function(
    shell: State<'_, Shell>,
    id: String,
    standing: Sent<NewFunction>,
    why: String,
) -> Result<Option<AssentId>, Problem> {
    let id = OfficerId::parse(&id)?;
    shell.with(move |session, _| Ok(session.set_function(&id, standing.0, &why)?.request())).await
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
    shell.with(move |session, _| Ok(session.disable_officer(&id, why.as_str())?)).await
}

/// What a person picked, at most so many bytes of it.
pub(super) fn read(path: &Path, most: u64, larger: vault::Error) -> Result<Vec<u8>, Problem> {
    vault::read_given(path, most).map_err(|error| match error {
        GivenError::TooLarge { .. } => larger.into(),
        GivenError::NotAFile(what) => vault::Error::NotAFile { what }.into(),
        GivenError::Io(source) => failed(path, source),
    })
}
