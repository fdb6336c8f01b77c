//! What a filing under way is told: by the guide, by the documents that it is made from, by what was chosen last.

use jiff::Timestamp;
use label::LabelDraft;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;
use vault::{DocumentId, DossierId};

use super::convert::reasons;
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
    pub from: Vec<SourceView>,
    /// A source is controlled by its originator.
    pub orcon: bool,
    /// A source is of another authority.
    pub foreign: bool,
    pub problems: Vec<Reason>,
}

/// A document that another was derived from.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
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
