//! Markings: what one can be made of, advice about it, and decisions that change one.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use specta::Type;
use tauri::State;
use vault::{
    Advice, CalendarFilter, CalendarRow, ComposedMarking, DecisionPreview, DecisionTaken, DecisionView, DocumentId,
    DossierId, HighWaterMark, MarkingDefaults, MarkingDraft, MarkingOptions, NewDecision, Page, PartnerId,
    RegisterFilter,
};

use super::documents::SecondOfficer;
use super::sent::Sent;
use crate::problem::Problem;
use crate::shell::Shell;

/// What is known of a filing under way.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct FilingAbout {
    pub dossier: Option<DossierId>,
    pub marking: Option<MarkingDraft>,
    /// Title and subject.
    pub text: String,
    pub topics: Vec<String>,
    pub sources: Vec<DocumentId>,
}

/// What a marking under a policy can be made of.
#[tauri::command]
#[specta::specta]
pub async fn marking_options(shell: State<'_, Shell>, policy: String) -> Result<MarkingOptions, Problem> {
    shell.with(move |session, _| Ok(session.marking_options(&policy)?)).await
}

/// What a marking would look like, or what is wrong with it.
#[tauri::command]
#[specta::specta]
pub async fn compose_marking(shell: State<'_, Shell>, draft: Sent<MarkingDraft>) -> Result<ComposedMarking, Problem> {
    if shell.visit().is_none() {
        return Err(Problem::locked());
    }
    Ok(draft.0.compose(shell.now())?)
}

/// What the guide, the sources and the dossier have to say of a filing under way.
#[tauri::command]
#[specta::specta]
pub async fn advise_filing(shell: State<'_, Shell>, about: Sent<FilingAbout>) -> Result<Advice, Problem> {
    let about = about.0;
    let marking = about.marking.as_ref().map(|chosen| chosen.marking(shell.now())).transpose()?;
    shell
        .with(move |session, _| {
            let dossier = about.dossier.as_ref();
            Ok(session.advise_filing(dossier, marking.as_ref(), &about.text, &about.topics, &about.sources)?)
        })
        .await
}

/// Where a document derived from others begins: the high-water mark of its sources.
#[tauri::command]
#[specta::specta]
pub async fn derive_start(shell: State<'_, Shell>, sources: Sent<Vec<DocumentId>>) -> Result<HighWaterMark, Problem> {
    shell.with(move |session, _| Ok(session.derive_start(&sources.0)?)).await
}

/// What this officer chose last, without the level.
#[tauri::command]
#[specta::specta]
pub async fn marking_defaults(shell: State<'_, Shell>, dossier: String) -> Result<Option<MarkingDefaults>, Problem> {
    let dossier = DossierId::parse(&dossier)?;
    shell.with(move |session, _| Ok(session.marking_defaults(&dossier)?)).await
}

/// A page of what must be decided, what is due first before the rest.
#[tauri::command]
#[specta::specta]
pub async fn calendar(shell: State<'_, Shell>, filter: Sent<CalendarFilter>) -> Result<Page<CalendarRow>, Problem> {
    shell.with(move |session, _| Ok(session.calendar(&filter.0)?)).await
}

/// A page of the register of decisions, newest first.
#[tauri::command]
#[specta::specta]
pub async fn register(shell: State<'_, Shell>, filter: Sent<RegisterFilter>) -> Result<Page<DecisionView>, Problem> {
    shell.with(move |session, _| Ok(session.register(&filter.0)?)).await
}

/// What a decision about a marking would change, and whether it may be taken, without taking it. Without a marking: that it
/// is maintained.
#[tauri::command]
#[specta::specta]
pub async fn examine_reclassify(
    shell: State<'_, Shell>,
    id: String,
    marking: Sent<Option<MarkingDraft>>,
    decision: Sent<NewDecision>,
) -> Result<DecisionPreview, Problem> {
    let id = DocumentId::parse(&id)?;
    let new = decided(decision.0, marking.0.as_ref(), shell.now())?;
    shell.with(move |session, _| Ok(session.preview_decision(&id, marking.0.as_ref(), &new)?)).await
}

/// Takes a decision about the marking of a document. Without a marking: that it is maintained. With a second officer, where two open
/// the document.
#[tauri::command]
#[specta::specta]
pub async fn reclassify(
    shell: State<'_, Shell>,
    id: String,
    marking: Sent<Option<MarkingDraft>>,
    decision: Sent<NewDecision>,
    second: Sent<Option<SecondOfficer>>,
) -> Result<DecisionTaken, Problem> {
    let id = DocumentId::parse(&id)?;
    let new = decided(decision.0, marking.0.as_ref(), shell.now())?;
    let second = second.0.map(SecondOfficer::typed).transpose()?;
    shell
        .with(move |session, _| {
            let second = second.map(|(officer, passphrase)| session.second(&officer, &passphrase)).transpose()?;
            Ok(session.reclassify_with(&id, &new, second.as_ref())?)
        })
        .await
}

fn decided(decision: NewDecision, marking: Option<&MarkingDraft>, now: DateTime<Utc>) -> Result<NewDecision, Problem> {
    let marking = marking.map(|marking| marking.marking(now)).transpose()?;
    Ok(NewDecision { marking, ..decision })
}

/// Records that a recipient was told of a decision.
#[tauri::command]
#[specta::specta]
pub async fn notified(shell: State<'_, Shell>, document: String, partner: String) -> Result<(), Problem> {
    let (document, partner) = (DocumentId::parse(&document)?, PartnerId::parse(&partner)?);
    shell.with(move |session, _| Ok(session.notified(&document, &partner)?)).await
}
