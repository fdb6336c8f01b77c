//! What the officer at the window opened last, and what is as a document that he looks at.

use tauri::State;
use vault::{DocumentFilter, DocumentId, DocumentRow};

use crate::problem::Problem;
use crate::shell::Shell;

/// So many documents are given at most.
const MOST: u32 = 1000;

/// The documents that he opened and may still see, the last first: at most so many, and never more than a thousand.
#[tauri::command]
#[specta::specta]
pub async fn opened_documents(shell: State<'_, Shell>, most: u32) -> Result<Vec<DocumentRow>, Problem> {
    shell.with(move |session, _| Ok(session.opened(most.min(MOST) as usize)?)).await
}

/// What lists the documents that are as this one.
#[tauri::command]
#[specta::specta]
pub async fn filter_like(shell: State<'_, Shell>, id: String) -> Result<DocumentFilter, Problem> {
    let id = DocumentId::parse(&id)?;
    shell.with(move |session, _| Ok(session.filter_like(&id)?)).await
}
