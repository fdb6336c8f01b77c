//! What an officer writes in the window: kept sealed, previewed by the worker, filed like any other file, revised.

use std::io::Cursor;

use serde::Serialize;
use specta::Type;
use specta_typescript::Number;
use tauri::State;
use vault::{DocumentId, LONGEST_WRITING, MarkingDraft, OpenedDocument};
use viewer::{Kind, Limits, Say, Stamp, ViewError, Viewer};

use super::MissingView;
use crate::ipc::sent::{DraftText, Sent};
use crate::picked::Offered;
use crate::problem::Problem;
use crate::shell::Shell;

/// A text as its document will look: its pages are where those of an open document are.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct PreviewView {
    pub handle: String,
    pub pages: u32,
    /// Of the first page, in points of 1/72 inch.
    #[specta(type = Number)]
    pub width_pt: f64,
    #[specta(type = Number)]
    pub height_pt: f64,
    pub missing: Vec<MissingView>,
}

/// Offers a text to be filed, as a file of this name. Nothing of it is written down.
#[tauri::command]
#[specta::specta]
pub async fn offer_writing(shell: State<'_, Shell>, text: DraftText, name: String) -> Result<Offered, Problem> {
    if shell.visit().is_none() {
        return Err(Problem::locked());
    }
    let text = text.into_text();
    short(text.expose_secret())?;
    Ok(shell.picked().write(&name, text))
}

/// Draws a text as its document will look, in a worker of its own. `marking`: that of the document, where one is chosen; `before`:
/// what this takes the place of.
#[tauri::command]
#[specta::specta]
pub async fn preview_writing(
    shell: State<'_, Shell>,
    text: DraftText,
    marking: Sent<Option<MarkingDraft>>,
    before: Option<String>,
) -> Result<PreviewView, Problem> {
    let text = text.into_text();
    short(text.expose_secret())?;
    let banner = marking.0.map(|marking| marking.compose(shell.now())).transpose()?.and_then(|made| made.banner);
    let here = shell.inner().clone();
    shell
        .with(move |session, visit| {
            let viewer = Viewer::at(here.worker(), Limits::default())?;
            let bytes = text.expose_secret().as_bytes();
            let mut document = viewer.open(Kind::Markdown, bytes.len() as u64, &mut Cursor::new(bytes))?;
            let (pages, first) = (document.page_count(), document.page_size(0)?);
            let missing = document.missing().iter().map(Into::into).collect();
            let lang = here.language();
            let (text, colour, text_colour) = match banner {
                Some(banner) => (banner.text, banner.colour, banner.text_colour),
                None => (words::say(lang, "app-write-unmarked", &[]), "#ffffff".to_owned(), "#333333".to_owned()),
            };
            let stamp = Stamp {
                banner: text,
                colour,
                text_colour,
                watermark: session.watermark(None),
                exercise: session.exercise().then(words::exercise),
                say: Say::new(move |missing| {
                    let items = missing.iter().map(|item| (item.lack.code(), item.name.as_str(), item.count));
                    words::not_shown(lang, items)
                }),
            };
            if let Some(before) = before {
                here.opened().close(&before);
            }
            let handle = here.opened().keep(visit, document, stamp, None)?;
            let (width_pt, height_pt) = (f64::from(first.width), f64::from(first.height));
            Ok(PreviewView { handle, pages, width_pt, height_pt, missing })
        })
        .await
}

/// Keeps what the officer at the window is writing, in his own index: after a crash it is there.
#[tauri::command]
#[specta::specta]
pub async fn keep_writing(shell: State<'_, Shell>, text: DraftText) -> Result<(), Problem> {
    let text = text.into_text();
    shell.with(move |session, _| Ok(session.keep_writing(&text)?)).await
}

/// What the officer at the window was writing when it was last kept.
#[tauri::command]
#[specta::specta]
pub async fn kept_writing(shell: State<'_, Shell>) -> Result<Option<String>, Problem> {
    shell.with(move |session, _| Ok(session.kept_writing()?.map(|text| text.expose_secret().to_owned()))).await
}

/// Decides, records, and gives the text of a document that was written here, to be revised.
#[tauri::command]
#[specta::specta]
pub async fn revise_document(shell: State<'_, Shell>, id: String, purpose: String) -> Result<String, Problem> {
    let id = DocumentId::parse(&id)?;
    shell
        .with(move |session, _| {
            let mut read = session.read_document(&id, None, &purpose, None, |about| {
                let media = &about.media_type;
                match Kind::of_media_type(media) {
                    Some(Kind::Markdown) if about.size <= LONGEST_WRITING as u64 => Ok(()),
                    _ => Err(Problem::from(ViewError::UnsupportedMedia(media.clone()))),
                }
            })?;
            text_of(&id, &mut read.bytes)
        })
        .await
}

fn text_of(id: &DocumentId, opened: &mut OpenedDocument) -> Result<String, Problem> {
    let altered = || Problem::from(vault::Error::ObjectAltered { document: id.to_string() });
    let mut bytes = Vec::with_capacity(usize::try_from(opened.size()).unwrap_or_default());
    let _: u64 = opened.copy_to(&mut bytes).map_err(|_| altered())?;
    String::from_utf8(bytes).map_err(|_| altered())
}

fn short(text: &str) -> Result<(), Problem> {
    if text.len() > LONGEST_WRITING {
        return Err(vault::Error::TooLong { field: "text", limit: LONGEST_WRITING }.into());
    }
    Ok(())
}
