//! Chunks that are opened ahead of time, in separate threads.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use crate::payload::Payload;
use crate::pipe;
use crate::segment::{CHUNKS, Segment};

/// Opens an object from some chunk on. Dropping it ends its threads, and wipes what they hold.
pub(crate) struct Ahead {
    line: Arc<Line>,
    threads: Vec<JoinHandle<()>>,
}

impl Ahead {
    /// Nothing where there is too little left, or no thread to be had.
    pub(crate) fn start(payload: &Arc<Payload>, first: u64) -> Option<Self> {
        if payload.layout.chunks.saturating_sub(first) <= CHUNKS as u64 {
            return None;
        }
        let count = pipe::threads();
        let state = State { next: first, spare: Segment::spare(count), done: BTreeMap::new(), over: false };
        let line = Arc::new(Line { state: Mutex::new(state), changed: Condvar::new() });
        let mut ahead = Self { line, threads: Vec::with_capacity(count) };
        for _ in 0..count {
            let (line, payload) = (Arc::clone(&ahead.line), Arc::clone(payload));
            let work = move || {
                let _end = EndOnPanic(&line);
                line.work(&payload);
            };
            ahead.threads.extend(thread::Builder::new().spawn(work));
        }
        (!ahead.threads.is_empty()).then_some(ahead)
    }

    /// Gives the chunks from `first`, which follow those that it gave before, in exchange for these. False where they could
    /// not be opened: why, tells who opens them one by one.
    pub(crate) fn exchange(&self, held: &mut Segment, first: u64) -> bool {
        let mut state = self.line.lock();
        state.spare.push(std::mem::replace(held, Segment::empty()));
        self.line.changed.notify_all();
        loop {
            if let Some(segment) = state.done.remove(&first) {
                *held = segment;
                return true;
            }
            if state.over {
                return false;
            }
            state = self.line.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Drop for Ahead {
    fn drop(&mut self) {
        self.line.end();
        for thread in self.threads.drain(..) {
            // One that panicked has ended too.
            let _ = thread.join();
        }
    }
}

struct Line {
    state: Mutex<State>,
    /// There is something to take, room for more, or it is over.
    changed: Condvar,
}

struct State {
    /// The first chunk that nobody has taken on.
    next: u64,
    spare: Vec<Segment>,
    /// What is open, by its first chunk.
    done: BTreeMap<u64, Segment>,
    over: bool,
}

impl Line {
    /// Nothing that can panic runs while the lock is held, so a poisoned one is still whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, payload: &Payload) {
        while let Some((first, mut segment)) = self.take_job(payload.layout.chunks) {
            match payload.open(&mut segment, first, CHUNKS as u64) {
                Ok(()) => {
                    self.lock().done.insert(first, segment);
                    self.changed.notify_all();
                }
                Err(_) => self.end(),
            }
        }
    }

    fn take_job(&self, chunks: u64) -> Option<(u64, Segment)> {
        let mut state = self.lock();
        loop {
            if state.over || state.next >= chunks {
                return None;
            }
            if let Some(segment) = state.spare.pop() {
                let first = state.next;
                state.next += CHUNKS as u64;
                return Some((first, segment));
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn end(&self) {
        self.lock().over = true;
        self.changed.notify_all();
    }
}

struct EndOnPanic<'a>(&'a Line);

impl Drop for EndOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end();
        }
    }
}
