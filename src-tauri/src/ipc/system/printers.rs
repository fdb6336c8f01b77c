//! The printers that documents may be printed on.

use tauri::State;
use vault::{AssentId, Level, PrinterName, PrinterView};

use crate::problem::Problem;
use crate::shell::Shell;

/// The list in force, as it was written.
#[tauri::command]
#[specta::specta]
pub async fn printers(shell: State<'_, Shell>) -> Result<Vec<PrinterView>, Problem> {
    shell.with(move |session, _| Ok(session.printers()?)).await
}

/// Puts a printer onto the list, up to a level, or asks for that: then with the request.
#[tauri::command]
#[specta::specta]
pub async fn add_printer(
    shell: State<'_, Shell>,
    printer: String,
    ceiling: Level,
    why: String,
) -> Result<Option<AssentId>, Problem> {
    let printer = PrinterName::parse(printer.trim())?;
    shell.with(move |session, _| Ok(session.add_printer(&printer, ceiling, &why)?.request())).await
}

/// Takes a printer off the list.
#[tauri::command]
#[specta::specta]
pub async fn remove_printer(
    shell: State<'_, Shell>,
    printer: String,
    why: String,
) -> Result<Vec<PrinterView>, Problem> {
    let printer = PrinterName::parse(&printer)?;
    shell.with(move |session, _| Ok(session.remove_printer(&printer, &why)?)).await
}
