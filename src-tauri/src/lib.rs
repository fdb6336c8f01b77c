//! The desktop shell: one window, thin commands, nothing that decides. `vault` says what may be done.
//!
//! Not trusted here: the page. It receives what it shows, and never a key, a path or a passphrase.

pub mod desk;
pub mod dialogs;
pub mod ipc;
mod pages;
pub mod presence;
mod sleep;
mod start;
pub mod window;
pub mod workstation;

use tauri::{Builder, Context, Runtime};

use crate::desk::Desk;

pub use start::run;

/// The program on any runtime: its commands, its pages, its desk. The window comes later, in `setup`.
pub fn build<R: Runtime>(builder: Builder<R>, desk: Desk) -> Builder<R> {
    builder
        .manage(desk)
        .register_asynchronous_uri_scheme_protocol("page", pages::serve)
        .invoke_handler(ipc::commands::<R>().invoke_handler())
}

/// What was compiled in: configuration, permissions, the page.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}
