//! The register and one document of it.

use chrono::Utc;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use tauri::State;

use super::advice::NamedDocument;
use super::decisions::Standing;
use super::marking::{MarkingDraft, equivalents, kept_label};
use super::shared::{Banner, Equivalent, Explanation, Level, Page, Problem, sorted};
use vault::{DocumentId, DossierId, OfficerId, PartnerId, Session};
use viewer::{Kind, Limits, Missing, Say, Stamp, ViewError, Viewer};
use words::Lang;

use crate::desk::{Decided, Desk};
use crate::workstation::Sort;

/// Which documents to show, and where to go on.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentFilter {
    pub query: Option<String>,
    pub level: Option<Level>,
    pub dossier: Option<String>,
    /// None: the latest filed first.
    pub sort: Option<Sort>,
    pub limit: u32,
    /// `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// One line of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    pub id: String,
    pub reference: String,
    pub title: String,
    pub originator: String,
    pub date: String,
    pub dossier: String,
    pub banner: Banner,
    pub releasability: Vec<String>,
}

/// One document with all that may be known of it, but not what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    #[serde(flatten)]
    pub row: DocumentRow,
    pub subject: String,
    pub file_name: String,
    pub media_type: String,
    /// Bytes.
    #[specta(type = Number)]
    pub size: u64,
    pub filed: String,
    pub filed_by: String,
    pub label_xml: String,
    pub marking_fr: String,
    pub marking_nl: String,
    pub equivalents: Vec<Equivalent>,
    pub history: Vec<HistoryRow>,
    pub explanation: Explanation,
    /// Its marking, as choices.
    pub marking: MarkingDraft,
    /// Topics of the guide that its filer said it reveals.
    pub topics: Vec<String>,
    /// Why it is marked below the guide or its sources.
    pub motive: Option<String>,
    /// What it was derived from, as far as this officer may see.
    pub sources: Vec<NamedDocument>,
    pub finalised: String,
    pub standing: Standing,
    /// The references that it had before its marking was changed.
    pub formerly: Vec<String>,
}

/// One line of a document's consultation sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    pub at: String,
    pub officer: String,
    pub action: String,
    pub purpose: String,
}

/// A document that is open: its pages are at `page://localhost/<handle>/<n>?w=<px>`, n from 1.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenedView {
    pub handle: String,
    pub pages: u32,
    /// Of the first page, in points of 1/72 inch.
    #[specta(type = Number)]
    pub width_pt: f64,
    #[specta(type = Number)]
    pub height_pt: f64,
    /// What the document lacks as a whole; each of its pages says so too.
    pub missing: Vec<MissingView>,
}

/// Something that is not shown, or not as it is in the document: `missing-<kind>` says what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MissingView {
    pub kind: String,
    /// From the document; empty where it has none.
    pub name: String,
    pub count: u32,
}

/// What a decision is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ExplainAction {
    Open,
    File,
    Release,
}

/// A page of the register.
#[tauri::command]
#[specta::specta]
pub async fn documents(desk: State<'_, Desk>, filter: DocumentFilter) -> Result<Page<DocumentRow>, Problem> {
    let filter = vault::Filter {
        query: filter.query.filter(|query| !query.trim().is_empty()),
        level: filter.level.map(Into::into),
        dossier: filter.dossier.as_deref().map(DossierId::parse).transpose()?,
        sort: sorted(filter.sort)?.unwrap_or_default(),
        limit: filter.limit as usize,
        after: filter.after,
    };
    desk.with(move |session, _| Ok(session.list(&filter)?.into())).await
}

/// One document with all that may be known of it.
#[tauri::command]
#[specta::specta]
pub async fn document(desk: State<'_, Desk>, id: String) -> Result<DocumentView, Problem> {
    let id = DocumentId::parse(&id)?;
    desk.with(move |session, _| session.document(&id)?.try_into()).await
}

/// Decides, records, and opens a document in a worker of its own.
#[tauri::command]
#[specta::specta]
pub async fn open_document(desk: State<'_, Desk>, id: String, purpose: String) -> Result<OpenedView, Problem> {
    let id = DocumentId::parse(&id)?;
    let here = desk.inner().clone();
    desk.with(move |session, visit| {
        let viewer = Viewer::at(here.worker(), Limits::default())?;
        // Whoever may not read it is denied by the opening itself, which records that, once.
        if !session.explain(vault::ActionName::Open, &id, None, None)?.permitted {
            return Err(session
                .open_document(&id, &purpose)
                .err()
                .map_or_else(|| Problem::new("internal"), Into::into));
        }
        // What cannot be shown is not opened, nor recorded as read.
        let about = session.document(&id)?;
        let kind = Kind::of_media_type(&about.media_type)
            .ok_or_else(|| ViewError::UnsupportedMedia(about.media_type.clone()))?;
        let mut plaintext = session.open_document(&id, &purpose)?;
        let decided = Decided { document: id.clone(), marked_by: session.marked_by(&id) };
        let stamp = stamp(session, &about.row, here.language());
        let size = plaintext.size();
        let mut document = viewer.open(kind, size, &mut plaintext)?;
        let pages = document.page_count();
        let first = document.page_size(0)?;
        let (width_pt, height_pt) = (f64::from(first.width), f64::from(first.height));
        let missing = document.missing().iter().map(Into::into).collect();
        let handle = here.opened().keep(visit, document, stamp, decided)?;
        Ok(OpenedView { handle, pages, width_pt, height_pt, missing })
    })
    .await
}

/// What a page, from 1, does not show. Nothing before its image was there.
#[tauri::command]
#[specta::specta]
pub async fn missing_on_page(desk: State<'_, Desk>, handle: String, page: u32) -> Result<Vec<MissingView>, Problem> {
    Ok(desk.missing(&handle, page)?.iter().map(Into::into).collect())
}

/// Closes an open document and its worker.
#[tauri::command]
#[specta::specta]
pub async fn close_document(desk: State<'_, Desk>, handle: String) -> Result<(), Problem> {
    desk.opened().close(&handle);
    Ok(())
}

/// The decision without doing it.
#[tauri::command]
#[specta::specta]
pub async fn explain(
    desk: State<'_, Desk>,
    action: ExplainAction,
    doc: String,
    officer: Option<String>,
    partner: Option<String>,
) -> Result<Explanation, Problem> {
    let doc = DocumentId::parse(&doc)?;
    let officer = officer.as_deref().map(OfficerId::parse).transpose()?;
    let partner = partner.as_deref().map(PartnerId::parse).transpose()?;
    desk.with(move |session, _| Ok(session.explain(action.into(), &doc, officer.as_ref(), partner.as_ref())?.into()))
        .await
}

/// What stands above, below and across the pages of a document while this officer reads it.
fn stamp(session: &Session, document: &vault::DocumentRow, lang: Lang) -> Stamp {
    let reader = session.me();
    Stamp {
        banner: document.banner.text.clone(),
        colour: document.banner.colour.clone(),
        text_colour: document.banner.text_colour.clone(),
        watermark: format!("{} · {}", reader.id, Utc::now().format("%Y-%m-%d %H:%M UTC")),
        exercise: session
            .exercise()
            .then(|| [Lang::Fr, Lang::Nl].map(|lang| words::say(lang, "word-exercise", &[])).join(" – ")),
        say: Say::new(move |missing| {
            let items = missing.iter().map(|item| (item.lack.code(), item.name.as_str(), item.count));
            words::not_shown(lang, items)
        }),
    }
}

impl From<&Missing> for MissingView {
    fn from(missing: &Missing) -> Self {
        Self { kind: missing.lack.code().to_owned(), name: missing.name.clone(), count: missing.count }
    }
}

impl From<vault::DocumentRow> for DocumentRow {
    fn from(row: vault::DocumentRow) -> Self {
        Self {
            id: row.id.into(),
            reference: row.reference,
            title: row.title,
            originator: row.originator,
            date: row.date.to_string(),
            dossier: row.dossier.into(),
            banner: row.banner.into(),
            releasability: row.releasability,
        }
    }
}

impl TryFrom<vault::DocumentView> for DocumentView {
    type Error = Problem;

    fn try_from(view: vault::DocumentView) -> Result<Self, Problem> {
        let label = kept_label(&view.label_xml)?;
        Ok(Self {
            marking: MarkingDraft::from(&label),
            finalised: view.finalised.to_string(),
            standing: view.standing.into(),
            formerly: view.formerly,
            topics: view.topics,
            motive: view.motive,
            sources: view.sources.into_iter().map(Into::into).collect(),
            row: view.row.into(),
            subject: view.subject,
            file_name: view.file_name,
            media_type: view.media_type,
            size: view.size,
            filed: label::time::written(view.filed),
            filed_by: view.filed_by.into(),
            label_xml: view.label_xml,
            marking_fr: view.marking_fr,
            marking_nl: view.marking_nl,
            equivalents: equivalents(&label),
            history: view.history.into_iter().map(Into::into).collect(),
            explanation: view.explanation.into(),
        })
    }
}

impl From<vault::HistoryRow> for HistoryRow {
    fn from(row: vault::HistoryRow) -> Self {
        Self { at: label::time::written(row.at), officer: row.officer.into(), action: row.action, purpose: row.purpose }
    }
}

impl From<ExplainAction> for vault::ActionName {
    fn from(action: ExplainAction) -> Self {
        match action {
            ExplainAction::Open => Self::Open,
            ExplainAction::File => Self::File,
            ExplainAction::Release => Self::Release,
        }
    }
}
