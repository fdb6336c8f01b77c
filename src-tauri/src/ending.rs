//! How the program ends. By the window's own button or by a signal, it goes the same way: what is at work is told to stop and
//! is waited for, the session is dropped, and nothing half written stays.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use tauri::{AppHandle, Manager, Runtime};

use crate::problem::Problem;
use crate::{WINDOW, runtime};

/// So long the end of the program waits for what is at work, which asks at every step whether it is to stop.
pub const LONGEST: Duration = Duration::from_secs(8);
const LOOK: Duration = Duration::from_millis(10);

/// What is at work on other threads, counted.
#[derive(Default)]
pub struct AtWork(Arc<()>);

/// Something is at work until this is dropped.
#[must_use]
pub struct Working(#[expect(dead_code, reason = "held to be counted")] Arc<()>);

impl AtWork {
    pub fn begins(&self) -> Working {
        Working(Arc::clone(&self.0))
    }

    /// Does something on a thread that may block.
    ///
    /// # Errors
    /// Those of `work`; `internal` where it panics.
    pub async fn blocking<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce() -> Result<T, Problem> + Send + 'static,
    {
        let working = self.begins();
        let work = move || {
            let _working = working;
            work()
        };
        runtime().spawn_blocking(work).await.unwrap_or_else(|_| Err(Problem::new("internal")))
    }

    /// Waits until nothing is at work any more, or for as long as that.
    pub fn wait(&self, longest: Duration) {
        let start = Instant::now();
        while Arc::strong_count(&self.0) > 1 && start.elapsed() < longest {
            thread::sleep(LOOK);
        }
    }
}

/// From now on a signal that ends programs closes the window, as its own button does. The same signal a second time ends the
/// program at once: the person who sends it does not want to wait. A terminal that is closed and a session that ends send two
/// different ones, one after the other.
///
/// # Errors
/// When the kernel does not allow it.
pub fn close_on_signals<R: Runtime>(app: &AppHandle<R>) -> io::Result<()> {
    let app = app.clone();
    let mut heard = BTreeSet::new();
    station::hear_signals(&station::ENDING_SIGNALS, move |signal| {
        if !heard.insert(signal) {
            let _nothing_more = vault::abandon_unfinished();
            station::end_by_signal(signal);
        }
        match app.get_webview_window(WINDOW) {
            Some(window) if window.close().is_ok() => {}
            Some(_) | None => app.exit(0),
        }
    })
}

/// The last thing before the process ends: what is written for a person and is not whole is taken away, and nothing more
/// begins.
pub fn abandon_unfinished() {
    // Held until there is no process any more.
    std::mem::forget(vault::abandon_unfinished());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_waits_for_what_is_at_work_and_not_for_ever() {
        let at_work = AtWork::default();
        let short = at_work.begins();
        let done = thread::spawn(move || {
            thread::sleep(Duration::from_millis(60));
            drop(short);
        });
        let start = Instant::now();
        at_work.wait(LONGEST);
        assert!((Duration::from_millis(60)..LONGEST).contains(&start.elapsed()), "{:?}", start.elapsed());
        done.join().expect("it only slept");

        let _endless = at_work.begins();
        let start = Instant::now();
        at_work.wait(Duration::from_millis(50));
        assert!((Duration::from_millis(50)..LONGEST).contains(&start.elapsed()), "{:?}", start.elapsed());
    }
}
