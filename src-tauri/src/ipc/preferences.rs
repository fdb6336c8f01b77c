//! How the window looks on this workstation, from one day to the next.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::session::Lang;
use super::shared::Problem;
use crate::desk::Desk;
use crate::workstation::{List, Pane, Remembered, Sort, Theme};

/// How wide a pane may be made, in pixels.
const WIDEST: u16 = 8_000;

/// What this workstation remembers of its window. What is not there was never chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    pub language: Option<Lang>,
    pub theme: Option<Theme>,
    /// Who unlocked this vault here last.
    pub last_officer: Option<String>,
    /// Widths or heights, in pixels.
    pub panes: BTreeMap<Pane, u16>,
    pub lists: BTreeMap<List, Sort>,
}

/// One thing to remember.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Preference {
    Theme { theme: Theme },
    Pane { pane: Pane, size: u16 },
    List { list: List, sort: Option<Sort> },
}

/// Remembers how the window is to look. Before and after unlocking: it is of the workstation, not of an officer.
#[tauri::command]
#[specta::specta]
pub async fn remember(desk: State<'_, Desk>, preference: Preference) -> Result<(), Problem> {
    let here = desk.inner().clone();
    desk.blocking(move || {
        let done = here.remember(|remembered| match preference {
            Preference::Theme { theme } => remembered.theme = Some(theme),
            Preference::Pane { pane, size } => {
                remembered.panes.insert(pane, size.min(WIDEST));
            }
            Preference::List { list, sort: Some(sort) } => {
                remembered.lists.insert(list, sort);
            }
            Preference::List { list, sort: None } => {
                remembered.lists.remove(&list);
            }
        });
        done.map_err(not_remembered)
    })
    .await
}

/// The window looks as it was asked to, until the program ends.
pub fn not_remembered(error: io::Error) -> Problem {
    Problem::new("not_remembered").with("cause", error.kind().to_string())
}

impl Preferences {
    /// What is remembered, as far as it is about this vault.
    pub fn of(remembered: &Remembered, vault: &str) -> Self {
        Self {
            language: remembered.language,
            theme: remembered.theme,
            last_officer: remembered.last_officer.get(vault).cloned(),
            panes: remembered.panes.clone(),
            lists: remembered.lists.clone(),
        }
    }
}
