//! What the window may ask. Each command is thin: it takes what the page sent, has the vault decide and do it, and
//! gives back what may be shown.

pub mod assents;
pub mod clearances;
pub mod copies;
pub mod custody;
pub mod documents;
pub mod dossiers;
pub mod keys;
pub mod log;
pub mod marking;
pub mod partners;
pub mod people;
pub mod preferences;
pub mod releases;
mod sent;
pub mod session;
pub mod shared;
pub mod system;

use tauri::Runtime;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// Every command, with the types of `ui/src/lib/ipc/bindings.ts`: the functions of these modules that bear `#[tauri::command]`.
/// `build.rs` collects them, and grants each of them, by name, to the one window.
pub fn commands<R: Runtime>() -> Builder<R> {
    Builder::new()
        .disable_serde_phases()
        .error_handling(ErrorHandlingMode::Result)
        .commands(include!(concat!(env!("OUT_DIR"), "/commands.rs")))
}
