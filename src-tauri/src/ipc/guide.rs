//! The classification guide: what a document may reveal, and the level that this calls for at least.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::shared::{Level, Problem};
use crate::desk::Desk;

/// The classification guide in force.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GuideView {
    /// From how many documents on combining them is warned of.
    pub aggregation: u32,
    pub topics: Vec<Topic>,
    /// As it came with the program.
    pub shipped: bool,
    pub changed_at: Option<String>,
    pub changed_by: Option<String>,
}

/// A classification guide to put in force.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GuideDraft {
    pub aggregation: u32,
    pub topics: Vec<Topic>,
}

/// A topic of the classification guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    pub id: String,
    /// What it reveals, by language code.
    pub name: BTreeMap<String, String>,
    /// None for what is unclassified.
    pub interest: Option<Interest>,
    /// The harm that misuse would do, by language code.
    pub harm: BTreeMap<String, String>,
    pub floor: Level,
    /// Values of the tag Handling that it calls for.
    pub categories: Vec<String>,
    /// Words that, in a title or subject, make the program propose it.
    pub hints: Vec<String>,
}

/// An interest of article 3, § 1, of the Act of 11 December 1998.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum Interest {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
}

/// The classification guide in force.
#[tauri::command]
#[specta::specta]
pub async fn guide(desk: State<'_, Desk>) -> Result<GuideView, Problem> {
    desk.with(move |session, _| Ok(session.guide()?.into())).await
}

/// Puts another classification guide in force.
#[tauri::command]
#[specta::specta]
pub async fn replace_guide(desk: State<'_, Desk>, guide: GuideDraft) -> Result<(), Problem> {
    let guide =
        vault::Guide { aggregation: guide.aggregation, topics: guide.topics.into_iter().map(Into::into).collect() };
    desk.with(move |session, _| Ok(session.replace_guide(guide).map(drop)?)).await
}

impl From<vault::GuideView> for GuideView {
    fn from(view: vault::GuideView) -> Self {
        Self {
            aggregation: view.aggregation,
            topics: view.topics.into_iter().map(Into::into).collect(),
            shipped: view.shipped,
            changed_at: view.changed_at.map(label::time::written),
            changed_by: view.changed_by.map(Into::into),
        }
    }
}

impl From<vault::Topic> for Topic {
    fn from(topic: vault::Topic) -> Self {
        Self {
            id: topic.id,
            name: topic.name,
            interest: topic.interest.map(Into::into),
            harm: topic.harm,
            floor: topic.floor.into(),
            categories: topic.categories,
            hints: topic.hints,
        }
    }
}

impl From<Topic> for vault::Topic {
    fn from(topic: Topic) -> Self {
        Self {
            id: topic.id,
            name: topic.name,
            interest: topic.interest.map(Into::into),
            harm: topic.harm,
            floor: topic.floor.into(),
            categories: topic.categories,
            hints: topic.hints,
        }
    }
}

impl From<vault::Interest> for Interest {
    fn from(interest: vault::Interest) -> Self {
        match interest {
            vault::Interest::A => Self::A,
            vault::Interest::B => Self::B,
            vault::Interest::C => Self::C,
            vault::Interest::D => Self::D,
            vault::Interest::E => Self::E,
            vault::Interest::F => Self::F,
            vault::Interest::G => Self::G,
            vault::Interest::H => Self::H,
            vault::Interest::I => Self::I,
            vault::Interest::J => Self::J,
            vault::Interest::K => Self::K,
        }
    }
}

impl From<Interest> for vault::Interest {
    fn from(interest: Interest) -> Self {
        match interest {
            Interest::A => Self::A,
            Interest::B => Self::B,
            Interest::C => Self::C,
            Interest::D => Self::D,
            Interest::E => Self::E,
            Interest::F => Self::F,
            Interest::G => Self::G,
            Interest::H => Self::H,
            Interest::I => Self::I,
            Interest::J => Self::J,
            Interest::K => Self::K,
        }
    }
}
