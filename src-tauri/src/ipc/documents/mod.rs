//! The register and one document of it; in `filing`, what comes in; in `printing`, what goes to paper; in `recent`, what an officer opened; in `saved`, the views that he keeps; in `writing`, what he writes.

pub mod filing;
pub mod printing;
pub mod recent;
pub mod saved;
pub mod writing;

use reading::{AttachmentView, Form, HeadingView, InView, MissingView, PageTextView, ToRead};
use seal::Passphrase;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use tauri::State;
use vault::{
    ActionName, AssentId, Correction, CorrectionResult, DocumentFilter, DocumentId, DocumentRow, DocumentView,
    Explanation, NotSearched, OfficerId, Page, PartnerId, Relating, RelationKind,
};
use viewer::{Limits, OpenDocument, Turn, ViewError, Viewer};

use super::sent::{DraftText, Sent, Typed};
use crate::finding::FoundInDocument;
use crate::problem::Problem;
use crate::selecting::WordView;
use crate::shell::{Attached, Decided, Shell};

/// A document that is open: its pages are at `page://localhost/<handle>/<n>?w=<px>&t=<quarters>&f=<n>`, n from 1.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct OpenedView {
    pub handle: String,
    /// What its sheet says, where two opened it: only they know it; and of an earlier version, what that one was.
    pub about: Option<DocumentView>,
    /// Who opened it with the officer at the window.
    pub with: Option<String>,
    pub pages: u32,
    /// Where the officer stopped reading it, from 1.
    pub page: u32,
    /// Of the first page, in points of 1/72 inch.
    #[specta(type = Number)]
    pub width_pt: f64,
    #[specta(type = Number)]
    pub height_pt: f64,
    /// What the document lacks as a whole; each of its pages says so too.
    pub missing: Vec<MissingView>,
    /// As its maker wrote it; empty where it has none.
    pub outline: Vec<HeadingView>,
    /// Its marking lets text of its pages be selected and copied.
    pub copied: bool,
    /// What it brings with it.
    pub attachments: Vec<AttachmentView>,
}

impl OpenedView {
    /// What its worker says of it, before it has a handle.
    fn of(document: &mut OpenDocument, copied: bool) -> Result<Self, ViewError> {
        let first = document.page_size(0)?;
        Ok(Self {
            handle: String::new(),
            about: None,
            with: None,
            pages: document.page_count(),
            page: 1,
            width_pt: f64::from(first.width),
            height_pt: f64::from(first.height),
            missing: document.missing().iter().map(Into::into).collect(),
            outline: document.outline()?.iter().map(Into::into).collect(),
            copied,
            attachments: AttachmentView::of(&document.attachments()?),
        })
    }
}

/// A page of the register.
#[tauri::command]
#[specta::specta]
pub async fn documents(shell: State<'_, Shell>, filter: Sent<DocumentFilter>) -> Result<Page<DocumentRow>, Problem> {
    shell.with(move |session, _| Ok(session.list(&filter.0)?)).await
}

/// How many documents of such a list are not searched by the text inside them, and why.
#[tauri::command]
#[specta::specta]
pub async fn not_searched(shell: State<'_, Shell>, filter: Sent<DocumentFilter>) -> Result<Vec<NotSearched>, Problem> {
    shell.with(move |session, _| Ok(session.not_searched(&filter.0)?)).await
}

/// One document with all that may be known of it.
#[tauri::command]
#[specta::specta]
pub async fn document(shell: State<'_, Shell>, id: String) -> Result<DocumentView, Problem> {
    let id = DocumentId::parse(&id)?;
    shell.with(move |session, _| Ok(session.document(&id)?)).await
}

/// Puts right what is written of a document; with a second officer, where two open it.
#[tauri::command]
#[specta::specta]
pub async fn correct_document(
    shell: State<'_, Shell>,
    id: String,
    correction: Sent<Correction>,
    second: Sent<Option<SecondOfficer>>,
) -> Result<CorrectionResult, Problem> {
    let id = DocumentId::parse(&id)?;
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    shell
        .with(move |session, _| {
            let second = second.map(|(officer, passphrase)| session.second(&officer, &passphrase)).transpose()?;
            Ok(session.correct_with(&id, &correction.0, second.as_ref())?)
        })
        .await
}

/// Enters what a document is to another; with a second officer, where two open it.
#[tauri::command]
#[specta::specta]
pub async fn relate_document(
    shell: State<'_, Shell>,
    id: String,
    to: String,
    relation: String,
    why: String,
    second: Sent<Option<SecondOfficer>>,
) -> Result<CorrectionResult, Problem> {
    related(shell, id, (relation, to), Relating::Enter, why, second).await
}

/// Takes that away.
#[tauri::command]
#[specta::specta]
pub async fn unrelate_document(
    shell: State<'_, Shell>,
    id: String,
    to: String,
    relation: String,
    why: String,
    second: Sent<Option<SecondOfficer>>,
) -> Result<CorrectionResult, Problem> {
    related(shell, id, (relation, to), Relating::Remove, why, second).await
}

async fn related(
    shell: State<'_, Shell>,
    id: String,
    (relation, to): (String, String),
    relating: Relating,
    why: String,
    second: Sent<Option<SecondOfficer>>,
) -> Result<CorrectionResult, Problem> {
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    let (id, to) = (DocumentId::parse(&id)?, DocumentId::parse(&to)?);
    let is = RelationKind::parse(&relation).ok_or(vault::Error::Malformed { field: "relation" })?;
    shell
        .with(move |session, _| {
            let second = second.map(|(officer, passphrase)| session.second(&officer, &passphrase)).transpose()?;
            Ok(session.relate_with(&id, (is, &to), relating, &why, second.as_ref())?)
        })
        .await
}

/// Writes a note on a document, under its marking.
#[tauri::command]
#[specta::specta]
pub async fn note_document(shell: State<'_, Shell>, id: String, text: DraftText) -> Result<(), Problem> {
    let id = DocumentId::parse(&id)?;
    let text = text.into_text();
    shell.with(move |session, _| Ok(session.note_on(&id, text.expose_secret())?)).await
}

/// Withdraws a document, or asks for it where that takes two: then with the request.
#[tauri::command]
#[specta::specta]
pub async fn withdraw_document(shell: State<'_, Shell>, id: String, why: String) -> Result<Option<AssentId>, Problem> {
    let id = DocumentId::parse(&id)?;
    shell.with(move |session, _| Ok(session.withdraw_document(&id, &why)?.request())).await
}

/// The second of two officers, who typed his passphrase at this window.
#[derive(Deserialize, Type)]
pub struct SecondOfficer {
    pub officer: String,
    pub passphrase: Typed,
}

impl SecondOfficer {
    /// Who he is, and what he typed.
    ///
    /// # Errors
    /// Where the officer is no id.
    pub fn typed(self) -> Result<(OfficerId, Passphrase), Problem> {
        Ok((OfficerId::parse(&self.officer)?, self.passphrase.into_passphrase()))
    }
}

/// Decides, records, and opens a document in a worker of its own; one of its versions, where it is not the last that is asked for;
/// with a second officer, where two open it together, and with `password`, where the document has one of its own.
#[tauri::command]
#[specta::specta]
pub async fn open_document(
    shell: State<'_, Shell>,
    id: String,
    version: Option<u32>,
    purpose: String,
    second: Sent<Option<SecondOfficer>>,
    password: Sent<Option<Typed>>,
) -> Result<OpenedView, Problem> {
    let id = DocumentId::parse(&id)?;
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    let password = password.0.map(Typed::into_passphrase);
    let here = shell.inner().clone();
    shell
        .blocking(move || {
            let (visit, viewer, read, copied) = here.act(|session, visit| {
                let viewer = Viewer::at(here.worker(), Limits::default())?.with_installed();
                let second = second.map(|(officer, passphrase)| session.second(&officer, &passphrase)).transpose()?;
                let asked = ToRead { id: &id, version, purpose: &purpose, second, password: None, form: Form::LaidOut };
                let read = reading::begin::<Problem>(session, asked, here.language())?;
                Ok((visit.clone(), viewer, read, session.may_copy_text(&id)))
            })?;
            // The session is there for others while the document is laid out.
            let password = password.as_ref().map(|password| password.expose_secret());
            let InView { about, with, marked_by, mut document, stamp } = read.open(&viewer, password)?;
            let mut view = OpenedView::of(&mut document, copied)?;
            let is_earlier = about.version < about.versions;
            here.act(|session, _| {
                // It may have been taken away meanwhile.
                session.still_permitted(&id, marked_by, with.as_ref())?;
                let version = about.version;
                let decided = Decided { document: id.clone(), version, marked_by, with, is_earlier, attachment: None };
                view.with = decided.with.as_ref().map(OfficerId::to_string);
                view.handle = here.opened().keep(&visit, document, stamp, Some(decided))?;
                view.about = (view.with.is_some() || is_earlier).then_some(about);
                // Of an earlier version nothing is remembered: it is looked into, and what is read is the last. The document is open:
                // where the index does not answer, it begins at its first page.
                let kept = if is_earlier { None } else { session.place(&id).ok().flatten() };
                view.page = kept.unwrap_or(1).min(view.pages);
                Ok(view)
            })
        })
        .await
}

/// Opens one of the files that an open document brings with it, from 1: by itself, under the marking of the document. That the
/// document was opened is recorded, and its files with it.
#[tauri::command]
#[specta::specta]
pub async fn open_attachment(shell: State<'_, Shell>, handle: String, number: u32) -> Result<OpenedView, Problem> {
    let here = shell.inner().clone();
    shell
        .blocking(move || {
            let Attached { mut document, stamp, decided, visit } = here.attached(&handle, number)?;
            let copied = here.act(|session, _| Ok(session.may_copy_text(&decided.document)))?;
            let mut view = OpenedView::of(&mut document, copied)?;
            view.with = decided.with.as_ref().map(OfficerId::to_string);
            view.handle = here.opened().keep(&visit, document, stamp, Some(decided))?;
            Ok(view)
        })
        .await
}

/// What a page, from 1, does not show. Nothing before its image was there.
#[tauri::command]
#[specta::specta]
pub async fn missing_on_page(shell: State<'_, Shell>, handle: String, page: u32) -> Result<Vec<MissingView>, Problem> {
    Ok(shell.missing(&handle, page)?.iter().map(Into::into).collect())
}

/// What can be read on a page, from 1: for a screen reader. A scan is read by OCR where that is installed, and empty where not.
#[tauri::command]
#[specta::specta]
pub async fn page_text(shell: State<'_, Shell>, handle: String, page: u32) -> Result<PageTextView, Problem> {
    let here = shell.inner().clone();
    shell.blocking(move || Ok(PageTextView::from(&*here.page_text(&handle, page)?))).await
}

/// Where something stands in an open document.
#[tauri::command]
#[specta::specta]
pub async fn find_in_document(
    shell: State<'_, Shell>,
    handle: String,
    looked: String,
) -> Result<FoundInDocument, Problem> {
    let here = shell.inner().clone();
    shell.blocking(move || here.find_in(&handle, &looked)).await
}

/// How far down a page, from 1 and turned to the right by so many quarters, what is looked for stands for the `nth` time, from
/// 0: from 0 to 1.
#[tauri::command]
#[specta::specta]
pub async fn mark_at(
    shell: State<'_, Shell>,
    handle: String,
    page: u32,
    nth: u32,
    turn: u8,
) -> Result<Option<f32>, Problem> {
    let here = shell.inner().clone();
    shell.blocking(move || here.mark_at(&handle, page, nth, Turn::quarters(turn))).await
}

/// The words of a page, from 1, on its picture of this width in pixels, turned to the right by so many quarters; none where its text
/// may not be copied.
#[tauri::command]
#[specta::specta]
pub async fn page_words(
    shell: State<'_, Shell>,
    handle: String,
    page: u32,
    width: u32,
    turn: u8,
) -> Result<Vec<WordView>, Problem> {
    let here = shell.inner().clone();
    shell.blocking(move || here.words(&handle, page, width, Turn::quarters(turn))).await
}

/// Puts text of a page, from 1, into the clipboard under the marking of its document: from this byte of the text of the page up to
/// that one. Recorded.
#[tauri::command]
#[specta::specta]
pub async fn copy_text(
    shell: State<'_, Shell>,
    handle: String,
    page: u32,
    begin: u32,
    end: u32,
) -> Result<(), Problem> {
    let here = shell.inner().clone();
    shell.blocking(move || here.copy_text(&handle, page, begin as usize..end as usize)).await
}

/// Remembers at which page, from 1, an open document is being read.
#[tauri::command]
#[specta::specta]
pub async fn keep_place(shell: State<'_, Shell>, handle: String, page: u32) -> Result<(), Problem> {
    let Some(document) = shell.opened().read_on(&handle)? else { return Ok(()) };
    shell.with(move |session, _| Ok(session.keep_place(&document, page)?)).await
}

/// Closes an open document and its worker.
#[tauri::command]
#[specta::specta]
pub async fn close_document(shell: State<'_, Shell>, handle: String) -> Result<(), Problem> {
    shell.opened().close(&handle);
    Ok(())
}

/// The decision without doing it.
#[tauri::command]
#[specta::specta]
pub async fn explain(
    shell: State<'_, Shell>,
    action: ActionName,
    document: String,
    officer: Option<String>,
    partner: Option<String>,
) -> Result<Explanation, Problem> {
    let document = DocumentId::parse(&document)?;
    let officer = officer.as_deref().map(OfficerId::parse).transpose()?;
    let partner = partner.as_deref().map(PartnerId::parse).transpose()?;
    shell.with(move |session, _| Ok(session.explain(action, &document, officer.as_ref(), partner.as_ref())?)).await
}
