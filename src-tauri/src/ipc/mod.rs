//! What the window may ask. Each command is thin: it takes what the page sent, has the vault decide and do it, and
//! gives back what may be shown.

pub mod advice;
pub mod authorities;
pub(crate) mod convert;
pub mod decisions;
pub mod documents;
pub mod dossiers;
pub mod events;
pub mod filing;
pub mod guide;
pub mod guide_file;
pub mod journal;
pub mod journal_file;
pub mod marking;
pub mod officers;
pub mod preferences;
pub mod releases;
mod secret;
pub mod session;
pub mod shared;
pub mod waiting;

use tauri::Runtime;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// Every command, with the types of `ui/src/lib/ipc/bindings.ts`.
pub fn commands<R: Runtime>() -> Builder<R> {
    Builder::new().disable_serde_phases().error_handling(ErrorHandlingMode::Result).commands(collect_commands![
        session::status,
        session::watch,
        session::unlock_wait,
        session::unlock,
        session::lock,
        session::touch,
        session::set_language,
        session::change_passphrase,
        preferences::remember,
        waiting::waiting,
        documents::documents,
        documents::document,
        documents::open_document,
        documents::missing_on_page,
        documents::close_document,
        documents::explain,
        filing::pick_files,
        filing::forget_files,
        filing::compare_files,
        marking::marking_options,
        marking::compose_marking,
        advice::advise_filing,
        advice::derive_start,
        advice::marking_defaults,
        filing::file_documents,
        guide::guide,
        guide::replace_guide,
        authorities::authorities,
        authorities::add_authority,
        authorities::remove_authority,
        guide_file::import_guide,
        guide_file::export_guide,
        decisions::calendar,
        decisions::register,
        decisions::examine_reclassify,
        decisions::reclassify,
        decisions::notified,
        dossiers::dossiers,
        dossiers::create_dossier,
        dossiers::add_member,
        dossiers::remove_member,
        dossiers::change_dossier,
        releases::partners,
        releases::add_partner,
        releases::confirm_partner,
        releases::decide_release,
        releases::request_release,
        releases::releases,
        releases::approve_release,
        releases::refuse_release,
        releases::write_release,
        releases::recall_release,
        officers::officers,
        officers::add_officer,
        officers::disable_officer,
        officers::grant_clearance,
        officers::suspend_clearance,
        officers::reinstate_clearance,
        officers::withdraw_clearance,
        officers::record_briefing,
        officers::record_approval,
        journal::log,
        journal::verify_log,
        journal::wholeness,
        journal::keep_checkpoint,
        journal_file::export_log,
    ])
}
