//! The one runtime of all connections of this process, and how a caller waits for it.

use std::cell::Cell;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::task::AbortHandle;

use crate::Error;

/// How long one answer may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

fn runtime() -> Result<&'static Runtime, Error> {
    static RUNTIME: OnceLock<Option<Runtime>> = OnceLock::new();
    let made = || Builder::new_multi_thread().worker_threads(2).thread_name("remote").enable_all().build().ok();
    RUNTIME.get_or_init(made).as_ref().ok_or(Error::Offline)
}

thread_local! {
    /// Until when this thread waits for servers, whatever it asks of them.
    static UNTIL: Cell<Option<Instant>> = const { Cell::new(None) };
}

/// Does something, for which no more than so long is waited for servers in all.
pub(crate) fn within<T>(patience: Duration, what: impl FnOnce() -> T) -> T {
    /// Also where it panics, the next one waits as usual.
    struct Before(Option<Instant>);
    impl Drop for Before {
        fn drop(&mut self) {
            UNTIL.set(self.0);
        }
    }
    let until = Instant::now() + patience;
    let _before = Before(UNTIL.replace(Some(UNTIL.get().map_or(until, |outer| outer.min(until)))));
    what()
}

/// How much longer this thread may wait.
fn left() -> Option<Duration> {
    UNTIL.get().map(|until| until.saturating_duration_since(Instant::now()))
}

/// Whether this thread may wait no longer.
pub(crate) fn is_over() -> bool {
    left().is_some_and(|left| left.is_zero())
}

/// Waits for what a server does, so long and not longer.
pub(crate) fn wait<T, E: From<Error>>(patience: Duration, what: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let patience = left().map_or(patience, |left| left.min(patience));
    runtime()?.block_on(async {
        match tokio::time::timeout(patience, what).await {
            Ok(done) => done,
            Err(_) => Err(Error::Offline.into()),
        }
    })
}

/// Lets something run alongside all callers; gives what ends it early.
pub(crate) fn spawn(what: impl Future<Output = ()> + Send + 'static) -> AbortHandle {
    tokio::spawn(what).abort_handle()
}

/// Waits for what bounds the time of each of its requests by itself.
pub(crate) fn wait_long<T, E: From<Error>>(what: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    runtime()?.block_on(what)
}
