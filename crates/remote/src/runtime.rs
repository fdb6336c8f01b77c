//! The one runtime of all connections of this process, and how a caller waits for it.

use std::sync::OnceLock;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

use crate::Error;

/// How long one answer may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

fn runtime() -> Result<&'static Runtime, Error> {
    static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();
    let made = || Builder::new_multi_thread().worker_threads(2).thread_name("remote").enable_all().build().ok();
    RUNTIME.get_or_init(made).as_ref().ok_or(Error::Offline)
}

/// Waits for what a server does, so long and not longer.
pub(crate) fn wait<T, E: From<Error>>(patience: Duration, what: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    runtime()?.block_on(async {
        match tokio::time::timeout(patience, what).await {
            Ok(done) => done,
            Err(_) => Err(Error::Offline.into()),
        }
    })
}

/// Lets something run alongside all callers.
pub(crate) fn spawn(what: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(what);
}

/// Waits for what bounds the time of each of its requests by itself.
pub(crate) fn wait_long<T, E: From<Error>>(what: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    runtime()?.block_on(what)
}
