//! The desktop shell: one window, thin commands, nothing that decides. `vault` says what may be done.
//!
//! Not trusted here: the page. It receives what it shows, and never a key, a path or a passphrase.

pub mod dialogs;
pub mod door;
mod ending;
pub mod errands;
pub mod events;
mod finding;
pub mod ipc;
mod pages;
pub mod picked;
pub mod presence;
pub mod problem;
mod restoring;
mod selecting;
pub mod shell;
mod sleep;
mod start;
pub mod window;
pub mod workstation;
mod written;

use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::{Builder, Context, Runtime};

use crate::shell::Shell;

pub use start::run;

/// The label of the one window, which the capability grants commands to.
pub const WINDOW: &str = "main";

/// The program on any runtime: its commands, its pages, what holds its session. The window comes later, in `setup`.
pub fn build<R: Runtime>(builder: Builder<R>, shell: Shell) -> Builder<R> {
    with(builder, door::Door::default()).manage(shell)
}

/// The program before there is a vault: its commands, and what it has to be asked for.
pub fn with<R: Runtime>(builder: Builder<R>, door: door::Door) -> Builder<R> {
    builder
        .manage(door)
        .register_asynchronous_uri_scheme_protocol("page", pages::serve)
        .invoke_handler(ipc::commands::<R>().invoke_handler())
}

/// What was compiled in: configuration, permissions, the page.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Where long work and what recurs run; any thread may ask for it.
fn runtime() -> tokio::runtime::Handle {
    tauri::async_runtime::handle().inner().clone()
}

/// Locks a mutex whose content is whole even after a panic elsewhere.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
