//! How the window looks on this workstation, from one day to the next.

use std::io;

use serde::Deserialize;
use specta::Type;
use tauri::State;

use crate::problem::Problem;
use crate::shell::Shell;
use crate::workstation::{List, Pane, Sort, Theme, text_percent};

/// How wide a pane may be made, in pixels.
const WIDEST: u16 = 8_000;

/// One thing to remember.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Preference {
    Theme {
        theme: Theme,
    },
    /// Of the usual size.
    Text {
        percent: u16,
    },
    Pane {
        pane: Pane,
        size: u16,
    },
    List {
        list: List,
        sort: Option<Sort>,
    },
}

/// Remembers how the window is to look. Before and after unlocking: it is of the workstation, not of an officer.
#[tauri::command]
#[specta::specta]
pub async fn remember(shell: State<'_, Shell>, preference: Preference) -> Result<(), Problem> {
    let here = shell.inner().clone();
    shell
        .blocking(move || {
            let done = here.remember(|remembered| match preference {
                Preference::Theme { theme } => remembered.theme = Some(theme),
                Preference::Text { percent } => remembered.text_percent = Some(text_percent(percent)),
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
            here.resize_text();
            done.map_err(not_remembered)
        })
        .await
}

/// The window looks as it was asked to, until the program ends.
pub fn not_remembered(error: io::Error) -> Problem {
    Problem::new("not_remembered").with("cause", vault::cause(&error))
}
