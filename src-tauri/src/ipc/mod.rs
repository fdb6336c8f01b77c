//! What the window may ask. Each command is thin: it takes what the page sent, has the vault decide and do it, and
//! gives back what may be shown.

pub mod clearances;
pub mod documents;
pub mod dossiers;
pub mod filing;
pub mod guide;
pub mod log;
mod log_table;
pub mod marking;
pub mod partners;
pub mod people;
pub mod preferences;
pub mod releases;
mod sent;
pub mod session;
pub mod system;
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
        marking::advise_filing,
        marking::derive_start,
        marking::marking_defaults,
        filing::file_documents,
        filing::stop_filing,
        system::guide,
        system::replace_guide,
        system::authorities,
        system::add_authority,
        system::remove_authority,
        guide::import_guide,
        guide::export_guide,
        marking::calendar,
        marking::register,
        marking::examine_reclassify,
        marking::reclassify,
        marking::notified,
        dossiers::dossiers,
        dossiers::dossier,
        dossiers::create_dossier,
        dossiers::add_member,
        dossiers::remove_member,
        dossiers::change_dossier,
        partners::partners,
        partners::add_partner,
        partners::confirm_partner,
        releases::decide_release,
        releases::request_release,
        releases::releases,
        releases::release,
        releases::approve_release,
        releases::refuse_release,
        releases::write_release,
        releases::recall_release,
        people::officers,
        people::officer,
        people::add_officer,
        people::disable_officer,
        clearances::renewals,
        clearances::grant_clearance,
        clearances::suspend_clearance,
        clearances::reinstate_clearance,
        clearances::withdraw_clearance,
        clearances::record_briefing,
        system::record_approval,
        log::log,
        log::verify_log,
        log::wholeness,
        log::keep_checkpoint,
        log::export_log,
    ])
}
