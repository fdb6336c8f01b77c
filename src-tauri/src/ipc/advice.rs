//! Advice during filing: from the guide, from the documents that it is made from, and from what was chosen last.

use chrono::Utc;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use vault::{DocumentId, DossierId};

use super::convert::{bare_banner, reasons};
use super::marking::{CategoryDraft, MarkingDraft, marking};
use super::shared::{Banner, Level, Problem, Reason};
use crate::desk::Desk;

/// What is known of a filing under way.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FilingAbout {
    pub dossier: Option<String>,
    pub marking: Option<MarkingDraft>,
    /// Title and subject.
    pub text: String,
    pub topics: Vec<String>,
    pub sources: Vec<String>,
}

/// What is worth knowing before filing. Nothing of it is chosen by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// Topics that the words propose, by identifier.
    pub suggested: Vec<String>,
    pub floor: Option<FloorView>,
    /// Why the chosen marking is below the guide or the sources.
    pub below: Vec<Reason>,
    /// What the officer is warned of; never a denial.
    pub warnings: Vec<Reason>,
}

/// The lowest level that the guide sets for what is revealed, and what for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FloorView {
    pub level: Level,
    pub categories: Vec<String>,
    pub topics: Vec<String>,
}

/// Where a derived document begins.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    pub policy: String,
    pub classification: String,
    pub categories: Vec<CategoryDraft>,
    pub banner: Banner,
    pub from: Vec<NamedDocument>,
    /// A source is controlled by its originator.
    pub orcon: bool,
    /// A source is of another authority.
    pub foreign: bool,
    pub problems: Vec<Reason>,
}

/// A document as a list of others names it: what another was derived from, what a release holds.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NamedDocument {
    pub id: String,
    pub reference: String,
    pub title: String,
    pub banner: Banner,
}

/// What this officer chose last. Never a classification.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkingDefaults {
    pub policy: String,
    /// None: no list was given.
    pub releasability: Option<Vec<String>>,
    pub categories: Vec<CategoryDraft>,
    pub from: DefaultsFrom,
}

/// Where the defaults come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum DefaultsFrom {
    Dossier,
    LastUsed,
}

/// What the guide, the sources and the dossier have to say of a filing under way.
#[tauri::command]
#[specta::specta]
pub async fn advise_filing(desk: State<'_, Desk>, about: FilingAbout) -> Result<Advice, Problem> {
    let dossier = about.dossier.as_deref().map(DossierId::parse).transpose()?;
    let marking = about.marking.as_ref().map(|chosen| marking(chosen, Utc::now())).transpose()?;
    let sources = documents(&about.sources)?;
    desk.with(move |session, _| {
        let advice = session.advise_filing(dossier.as_ref(), marking.as_ref(), &about.text, &about.topics, &sources)?;
        Ok(advice.into())
    })
    .await
}

/// Where a document derived from others begins: the high-water mark of its sources.
#[tauri::command]
#[specta::specta]
pub async fn derive_start(desk: State<'_, Desk>, sources: Vec<String>) -> Result<Start, Problem> {
    let sources = documents(&sources)?;
    desk.with(move |session, _| Ok(session.derive_start(&sources)?.into())).await
}

/// What this officer chose last, without the level.
#[tauri::command]
#[specta::specta]
pub async fn marking_defaults(desk: State<'_, Desk>, dossier: String) -> Result<Option<MarkingDefaults>, Problem> {
    let dossier = DossierId::parse(&dossier)?;
    desk.with(move |session, _| Ok(session.marking_defaults(&dossier)?.map(Into::into))).await
}

/// Identifiers of documents.
pub fn documents(ids: &[String]) -> Result<Vec<DocumentId>, Problem> {
    Ok(ids.iter().map(|id| DocumentId::parse(id)).collect::<Result<_, _>>()?)
}

impl From<vault::Advice> for Advice {
    fn from(advice: vault::Advice) -> Self {
        Self {
            suggested: advice.suggested,
            floor: advice.floor.map(Into::into),
            below: reasons(&advice.below),
            warnings: reasons(&advice.warnings).into_iter().chain(advice.aggregation.map(Into::into)).collect(),
        }
    }
}

impl From<vault::FloorView> for FloorView {
    fn from(floor: vault::FloorView) -> Self {
        Self { level: floor.level.into(), categories: floor.categories.into_iter().collect(), topics: floor.topics }
    }
}

impl From<vault::Aggregation> for Reason {
    fn from(together: vault::Aggregation) -> Self {
        let params = [
            ("count", together.count.to_string()),
            ("threshold", together.threshold.to_string()),
            ("level", together.level.as_str().to_owned()),
        ];
        Self {
            code: "aggregation".to_owned(),
            params: params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }
}

impl From<vault::Start> for Start {
    fn from(start: vault::Start) -> Self {
        let bare = || bare_banner(&start.policy, &start.draft.classification);
        Self {
            banner: start.banner.clone().map_or_else(bare, Into::into),
            policy: start.policy,
            classification: start.draft.classification,
            categories: start.draft.categories.iter().map(Into::into).collect(),
            from: start.from.into_iter().map(Into::into).collect(),
            orcon: start.orcon,
            foreign: start.foreign,
            problems: reasons(&start.problems),
        }
    }
}

impl From<vault::NamedDocument> for NamedDocument {
    fn from(named: vault::NamedDocument) -> Self {
        Self { id: named.id.into(), reference: named.reference, title: named.title, banner: named.banner.into() }
    }
}

impl From<vault::MarkingDefaults> for MarkingDefaults {
    fn from(last: vault::MarkingDefaults) -> Self {
        Self {
            policy: last.policy,
            releasability: last.releasability,
            categories: last.categories.into_iter().map(|(tag, values)| CategoryDraft { tag, values }).collect(),
            from: match last.from {
                vault::DefaultsFrom::Dossier => DefaultsFrom::Dossier,
                vault::DefaultsFrom::LastUsed => DefaultsFrom::LastUsed,
            },
        }
    }
}
