//! What leaves to partners.

use release::PackageWritten;
use serde::Serialize;
use specta::Type;
use tauri::State;
use vault::{
    ConsentDraft, DocumentId, Page, PartnerId, Reason, ReleaseAnswer, ReleaseFilter, ReleaseId, ReleaseView, Requested,
};

use super::documents::SecondOfficer;
use super::sent::Sent;
use crate::picked::display_name;
use crate::problem::Problem;
use crate::shell::Shell;

/// A package that was written, by the names that `zegelctl --json` has.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct WrittenPackage {
    pub release: ReleaseId,
    /// The file's name, without its folder.
    pub package: String,
    /// Of the file, lower-case hexadecimal.
    pub sha256: String,
    #[specta(type = u32)]
    pub bytes: u64,
    /// That there were packages of this release before, and what in it another document cancels or replaces.
    pub warnings: Vec<Reason>,
}

/// Whether each document may go to a partner, without asking for it.
#[tauri::command]
#[specta::specta]
pub async fn decide_release(
    shell: State<'_, Shell>,
    partner: String,
    documents: Sent<Vec<DocumentId>>,
) -> Result<Vec<ReleaseAnswer>, Problem> {
    let partner = PartnerId::parse(&partner)?;
    shell.with(move |session, _| Ok(session.decide_release(&partner, &documents.0, &[])?)).await
}

/// Asks for a release; each consent with the document that it is for.
#[tauri::command]
#[specta::specta]
pub async fn request_release(
    shell: State<'_, Shell>,
    partner: String,
    documents: Sent<Vec<DocumentId>>,
    purpose: String,
    consents: Sent<Vec<(DocumentId, ConsentDraft)>>,
) -> Result<Requested, Problem> {
    let partner = PartnerId::parse(&partner)?;
    shell.with(move |session, _| Ok(session.request_release(&partner, &documents.0, &purpose, &consents.0)?)).await
}

/// A page of the releases that this officer may see.
#[tauri::command]
#[specta::specta]
pub async fn releases(shell: State<'_, Shell>, filter: Sent<ReleaseFilter>) -> Result<Page<ReleaseView>, Problem> {
    shell.with(move |session, _| Ok(session.releases(&filter.0)?)).await
}

/// One of them.
#[tauri::command]
#[specta::specta]
pub async fn release(shell: State<'_, Shell>, id: String) -> Result<ReleaseView, Problem> {
    let id = ReleaseId::parse(&id)?;
    shell.with(move |session, _| Ok(session.release(&id)?)).await
}

/// One of them as two see it together who open something in it: with what stands on its sheets.
#[tauri::command]
#[specta::specta]
pub async fn release_by_two(
    shell: State<'_, Shell>,
    id: String,
    second: Sent<SecondOfficer>,
) -> Result<ReleaseView, Problem> {
    let id = ReleaseId::parse(&id)?;
    let (officer, passphrase) = second.0.typed()?;
    shell
        .with(move |session, _| {
            let second = session.second(&officer, &passphrase)?;
            Ok(session.with_release(&id, Some(&second), |session| session.release(&id))?)
        })
        .await
}

/// Approves a release, as the second person.
#[tauri::command]
#[specta::specta]
pub async fn approve_release(shell: State<'_, Shell>, id: String) -> Result<(), Problem> {
    let id = ReleaseId::parse(&id)?;
    shell.with(move |session, _| Ok(session.approve_release(&id)?)).await
}

/// Refuses a release, with a reason for the one who asked.
#[tauri::command]
#[specta::specta]
pub async fn refuse_release(shell: State<'_, Shell>, id: String, why: String) -> Result<(), Problem> {
    let id = ReleaseId::parse(&id)?;
    shell.with(move |session, _| Ok(session.refuse_release(&id, &why)?)).await
}

/// Writes the package of an approved release into a folder that a person picks; with a second officer, where two open something
/// in it.
#[tauri::command]
#[specta::specta]
pub async fn write_release(
    shell: State<'_, Shell>,
    id: String,
    second: Sent<Option<SecondOfficer>>,
) -> Result<WrittenPackage, Problem> {
    let id = ReleaseId::parse(&id)?;
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    let (_, picked) = shell.ask("app-pick-folder", |dialogs, title| dialogs.folder(title)).await?;
    let folder = picked.ok_or_else(|| Problem::new("cancelled"))?;
    let lang = shell.language();
    shell
        .with(move |session, _| {
            let second = second.map(|(officer, passphrase)| session.second(&officer, &passphrase)).transpose()?;
            let written = release::write_with(session, &id, &folder, second.as_ref())?;
            let warnings = written.warnings(session, lang)?;
            let PackageWritten { path, sha256, bytes, .. } = written;
            Ok(WrittenPackage { release: id, package: display_name(&path), sha256, bytes, warnings })
        })
        .await
}

/// Recalls a release.
#[tauri::command]
#[specta::specta]
pub async fn recall_release(shell: State<'_, Shell>, id: String, why: String) -> Result<(), Problem> {
    let id = ReleaseId::parse(&id)?;
    shell.with(move |session, _| Ok(session.recall_release(&id, &why)?)).await
}
