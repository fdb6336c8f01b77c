//! Words of documents that were left for later when much was read: a thread writes them while the officer is at work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use index::Index;

use super::Session;
use crate::faults::{FaultAt, Faults};
use crate::{Error, Reason};

/// Words of so many documents are written at once while somebody is at work: a few hundredths of a second, in which nobody else
/// can ask the index.
const AT_WORK: usize = 1024;
/// The same while he waits for it.
const WAITED_FOR: usize = 16 * 1024;
/// Between two pieces, so that those who wait for the index have it first.
const PAUSE: Duration = Duration::from_millis(2);

/// A thread that writes words. Dropping this stops it after the piece that it is at.
pub(super) struct Writing {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<Result<(), Error>>>,
}

impl Writing {
    fn into(mut index: Index, faults: Arc<Faults>) -> Writing {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || -> Result<(), Error> {
            index.expect_much()?;
            while !stopped.load(Ordering::Relaxed) && write(&mut index, AT_WORK, &*faults)?.is_some() {
                thread::sleep(PAUSE);
            }
            Ok(())
        });
        Writing { stop, thread: Some(thread) }
    }

    fn is_done(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }
}

/// Writes the words of so many documents more. Gives the entry of the next, if there is one.
fn write(index: &mut Index, documents: usize, faults: &Faults) -> Result<Option<u64>, Error> {
    faults(FaultAt::Words).map_err(|error| Error::io("index", error))?;
    Ok(index.write_words(documents)?)
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // What it could not write is written another time: until then a search says that it misses something.
            drop(thread.join());
        }
    }
}

impl Session {
    /// Begins to write the words of documents that have none yet, if there are any.
    pub(super) fn write_words_in_background(&mut self) -> Result<(), Error> {
        if self.writing.as_ref().is_some_and(|writing| !writing.is_done()) {
            return Ok(());
        }
        self.writing = None;
        if self.index.unsearched()?.is_some() {
            self.writing = Some(Writing::into(self.index.share(), Arc::clone(&self.faults)));
        }
        Ok(())
    }

    /// What a search misses as yet: `search_incomplete`, with how much of the log is searched, in per cent; none: nothing.
    pub(crate) fn search_lacks(&self) -> Result<Option<Reason>, Error> {
        let lacks = |from: u64| {
            let percent = from.saturating_mul(100) / self.position.size().max(1);
            Reason::new("search_incomplete").with("percent", percent.min(99).to_string())
        };
        Ok(self.index.unsearched()?.map(lacks))
    }

    /// Waits until a search finds everything, and tells in between how many entries are searched, of how many. At once where
    /// nothing is missing.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Busy`]: searches go on saying what they miss. Integrity errors.
    pub fn complete_search(&mut self, tell: &mut dyn FnMut(u64, u64)) -> Result<(), Error> {
        self.catch_up()?;
        if self.index.unsearched()?.is_none() {
            return Ok(());
        }
        self.writing = None;
        self.index.expect_much()?;
        while let Some(next) = write(&mut self.index, WAITED_FOR, &*self.faults)? {
            tell(next, self.position.size());
        }
        Ok(())
    }
}
