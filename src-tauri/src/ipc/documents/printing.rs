//! Copies on paper of a document that is open.

use reading::PrintedView;
use serde::Deserialize;
use specta::Type;
use tauri::State;
use vault::PrinterName;

use crate::ipc::sent::Sent;
use crate::problem::Problem;
use crate::shell::{Shell, ToBePrinted};

/// What is to be printed, as the page asks for it.
#[derive(Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct PrintRequest {
    /// One of the list.
    pub printer: String,
    /// Of the first page, from 1.
    pub first: u32,
    /// Of the last one.
    pub last: u32,
    pub copies: u32,
    pub purpose: String,
}

/// Decides about copies of a document that is open, records them, and hands them to the printer, page by page as they are drawn.
#[tauri::command]
#[specta::specta]
pub async fn print_document(
    shell: State<'_, Shell>,
    handle: String,
    order: Sent<PrintRequest>,
) -> Result<PrintedView, Problem> {
    let PrintRequest { printer, first, last, copies, purpose } = order.0;
    let order = ToBePrinted { printer: PrinterName::parse(&printer)?, pages: first..=last, copies, purpose };
    let here = shell.inner().clone();
    shell.blocking(move || Ok(here.print(&handle, &order)?.view())).await
}
