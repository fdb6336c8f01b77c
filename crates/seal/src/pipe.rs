//! Work in order on several threads, with a bounded number of jobs in memory.
//!
//! The calling thread produces jobs and consumes them in their order, both of which may touch what cannot be shared (a
//! reader, a writer, a hash). The work in between runs on any thread. When the caller has nothing to produce or to
//! consume it works too, so two threads are enough to keep two cores busy.

use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// More threads than this wait for the disk and for each other.
const MOST_THREADS: usize = 8;

/// Threads to work on, the calling one included.
pub(crate) fn threads() -> usize {
    thread::available_parallelism().map_or(2, NonZeroUsize::get).clamp(2, MOST_THREADS)
}

/// `produce` fills a job or says that there are no more, `work` does it, `consume` takes it, in the order they were produced.
///
/// `spare` holds the jobs to fill, and thereby bounds how many there are at a time. A thread is only started for the second
/// job. The first error, in the order of the jobs, ends it.
pub(crate) fn in_order<J: Send, E: Send>(
    spare: Vec<J>,
    mut produce: impl FnMut(&mut J) -> Result<Produced, E>,
    work: impl Fn(&mut J) -> Result<(), E> + Sync,
    mut consume: impl FnMut(&mut J) -> Result<(), E>,
) -> Result<(), E> {
    let line = Line::default();
    let helpers = threads() - 1;
    thread::scope(|scope| {
        // However this ends, the helpers are told to go home.
        let _end = EndOnDrop(&line);
        let mut spare = spare;
        let (mut produced, mut consumed, mut started) = (0_u64, 0_u64, 0);
        let mut more = true;
        while more || consumed < produced {
            if let Some((mut job, result)) = line.take_done(consumed) {
                result?;
                consume(&mut job)?;
                spare.push(job);
                consumed += 1;
            } else if more && let Some(mut job) = spare.pop() {
                match produce(&mut job)? {
                    Produced::End => more = false,
                    job_or_last => {
                        more = matches!(job_or_last, Produced::Job);
                        line.push(produced, job);
                        produced += 1;
                    }
                }
                if produced > 1 && started < helpers {
                    started += 1;
                    let help = || {
                        let _end = EndOnPanic(&line);
                        while let Some((number, mut job)) = line.wait_for_job() {
                            let result = work(&mut job);
                            line.finish(number, job, result);
                        }
                    };
                    // Without a thread to help, the caller does it all.
                    drop(thread::Builder::new().spawn_scoped(scope, help));
                }
            } else if let Some((number, mut job)) = line.take_job() {
                let result = work(&mut job);
                line.finish(number, job, result);
            } else if !line.wait_until_done(consumed) {
                // A helper panicked; the scope passes that on when it ends.
                break;
            }
        }
        Ok(())
    })
}

pub(crate) enum Produced {
    Job,
    /// A job after which there are no more.
    Last,
    End,
}

/// Each thread `take`s a job in its turn, `pass`es it in the same order while the next is taken, and does its `work` while others
/// have their turns. What cannot be shared (a reader, a hash) is touched in a turn.
///
/// What a thread took is still in its core's cache when it works on it, and nobody waits for somebody else's job: for work
/// whose results need no order. There is a thread for each of `jobs`, the calling one included; the others are only started
/// once there is more than one job. `between` is called on the calling thread, after each of its own. The first error ends it.
pub(crate) fn in_turns<J: Send, E: Send>(
    jobs: Vec<J>,
    take: impl FnMut(&mut J) -> Result<Produced, E> + Send,
    pass: impl FnMut(&mut J) + Send,
    work: impl Fn(&mut J) -> Result<(), E> + Sync,
    mut between: impl FnMut() -> Result<(), E>,
) -> Result<(), E> {
    let turns = Turns { first: Mutex::new(Turn { take, more: true, failed: None }), second: Mutex::new(pass) };
    let mut jobs = jobs.into_iter();
    if let Some(mut job) = jobs.next() {
        thread::scope(|scope| {
            while let Some(more) = turns.take(&mut job) {
                for mut job in jobs.by_ref().take(if more { usize::MAX } else { 0 }) {
                    let (turns, work) = (&turns, &work);
                    let help = move || {
                        while turns.take(&mut job).is_some() {
                            turns.note(work(&mut job));
                        }
                    };
                    // Without a thread to help, the caller does it all.
                    drop(thread::Builder::new().spawn_scoped(scope, help));
                }
                turns.note(work(&mut job).and_then(|()| between()));
            }
        });
    }
    match turns.first.into_inner().unwrap_or_else(PoisonError::into_inner).failed {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

struct Turns<T, P, E> {
    first: Mutex<Turn<T, E>>,
    second: Mutex<P>,
}

struct Turn<T, E> {
    take: T,
    more: bool,
    failed: Option<E>,
}

impl<T, P, E> Turns<T, P, E> {
    /// A thread that panicked in its turn ends the scope with that.
    fn lock(&self) -> MutexGuard<'_, Turn<T, E>> {
        self.first.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a job, and says whether there may be more.
    fn take<J>(&self, job: &mut J) -> Option<bool>
    where
        T: FnMut(&mut J) -> Result<Produced, E>,
        P: FnMut(&mut J),
    {
        let mut turn = self.lock();
        if !turn.more {
            return None;
        }
        match (turn.take)(job) {
            Ok(Produced::Job) => {}
            Ok(Produced::Last) => turn.more = false,
            Ok(Produced::End) => {
                turn.more = false;
                return None;
            }
            Err(error) => {
                turn.fail(error);
                return None;
            }
        }
        let more = turn.more;
        // Taken before the first is given back: so nobody overtakes.
        let mut pass = self.second.lock().unwrap_or_else(PoisonError::into_inner);
        drop(turn);
        pass(job);
        Some(more)
    }

    fn note(&self, done: Result<(), E>) {
        if let Err(error) = done {
            self.lock().fail(error);
        }
    }
}

impl<T, E> Turn<T, E> {
    fn fail(&mut self, error: E) {
        self.more = false;
        self.failed.get_or_insert(error);
    }
}

/// Jobs that wait to be done, and those that are done and wait for their turn.
struct Line<J, E> {
    state: Mutex<State<J, E>>,
    /// Something was pushed, or it ended.
    pushed: Condvar,
    /// What the caller waits for was finished, or it ended.
    finished: Condvar,
}

struct State<J, E> {
    waiting: VecDeque<(u64, J)>,
    done: BTreeMap<u64, (J, Result<(), E>)>,
    /// Helpers that wait for a job: nobody is woken who does not sleep.
    idle: usize,
    /// The job that the caller waits for.
    awaited: Option<u64>,
    ended: bool,
}

impl<J, E> Default for Line<J, E> {
    fn default() -> Self {
        let state = State { waiting: VecDeque::new(), done: BTreeMap::new(), idle: 0, awaited: None, ended: false };
        Self { state: Mutex::new(state), pushed: Condvar::new(), finished: Condvar::new() }
    }
}

impl<J, E> Line<J, E> {
    /// Nothing that can panic runs while the lock is held, so a poisoned one is still whole.
    fn lock(&self) -> MutexGuard<'_, State<J, E>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, number: u64, job: J) {
        let mut state = self.lock();
        state.waiting.push_back((number, job));
        let sleepers = state.idle > 0;
        drop(state);
        if sleepers {
            self.pushed.notify_one();
        }
    }

    fn take_job(&self) -> Option<(u64, J)> {
        self.lock().waiting.pop_front()
    }

    fn wait_for_job(&self) -> Option<(u64, J)> {
        let mut state = self.lock();
        while state.waiting.is_empty() && !state.ended {
            state.idle += 1;
            state = self.pushed.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
        if state.ended { None } else { state.waiting.pop_front() }
    }

    fn finish(&self, number: u64, job: J, result: Result<(), E>) {
        let mut state = self.lock();
        state.done.insert(number, (job, result));
        let awaited = state.awaited == Some(number);
        drop(state);
        if awaited {
            self.finished.notify_one();
        }
    }

    fn take_done(&self, number: u64) -> Option<(J, Result<(), E>)> {
        self.lock().done.remove(&number)
    }

    /// False when it ended instead.
    fn wait_until_done(&self, number: u64) -> bool {
        let mut state = self.lock();
        while !state.done.contains_key(&number) && !state.ended {
            state.awaited = Some(number);
            state = self.finished.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.awaited = None;
        !state.ended
    }

    fn end(&self) {
        self.lock().ended = true;
        self.pushed.notify_all();
        self.finished.notify_all();
    }
}

struct EndOnDrop<'a, J, E>(&'a Line<J, E>);

impl<J, E> Drop for EndOnDrop<'_, J, E> {
    fn drop(&mut self) {
        self.0.end();
    }
}

struct EndOnPanic<'a, J, E>(&'a Line<J, E>);

impl<J, E> Drop for EndOnPanic<'_, J, E> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.end();
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use super::*;

    fn squares(count: u64, spare: usize, fail_at: Option<u64>) -> Result<Vec<u64>, u64> {
        let (mut next, mut seen) = (0, Vec::new());
        in_order(
            vec![0; spare],
            |job: &mut u64| {
                *job = next;
                next += 1;
                Ok(if *job < count { Produced::Job } else { Produced::End })
            },
            |job| {
                if Some(*job) == fail_at {
                    return Err(*job);
                }
                *job *= *job;
                Ok(())
            },
            |job| {
                seen.push(*job);
                Ok(())
            },
        )?;
        Ok(seen)
    }

    #[test]
    fn jobs_come_out_in_their_order_however_few_may_be_in_memory() {
        for count in [0, 1, 2, 3, 1000] {
            for spare in [1, 2, 9] {
                assert_eq!(squares(count, spare, None), Ok((0..count).map(|n| n * n).collect()));
            }
        }
    }

    fn squares_in_turns(count: u64, threads: usize, fail_at: Option<u64>) -> Result<Vec<u64>, u64> {
        let (mut next, mut passed, seen) = (0, Vec::new(), Mutex::new(Vec::new()));
        in_turns(
            vec![0; threads],
            |job: &mut u64| {
                *job = next;
                next += 1;
                Ok(if *job < count { Produced::Job } else { Produced::End })
            },
            |job| passed.push(*job),
            |job| {
                if Some(*job) == fail_at {
                    return Err(*job);
                }
                seen.lock().expect("nobody panics").push(*job * *job);
                Ok(())
            },
            || Ok(()),
        )?;
        assert_eq!(passed, (0..count).collect::<Vec<_>>());
        let mut seen = seen.into_inner().expect("nobody panics");
        seen.sort_unstable();
        Ok(seen)
    }

    #[test]
    fn each_job_is_taken_once_in_somebodys_turn() {
        for count in [0, 1, 2, 3, 1000] {
            for threads in [1, 2, 9] {
                assert_eq!(squares_in_turns(count, threads, None), Ok((0..count).map(|n| n * n).collect()));
            }
        }
        assert_eq!(squares_in_turns(1000, 4, Some(500)), Err(500));
        let run = || in_turns(vec![0; 3], |_| Ok::<_, ()>(Produced::Job), |_| {}, |_| panic!("broken"), || Ok(()));
        assert!(std::panic::catch_unwind(run).is_err());
    }

    #[test]
    fn the_first_error_ends_it() {
        assert_eq!(squares(1000, 4, Some(500)), Err(500));
        assert_eq!(squares(1000, 4, Some(0)), Err(0));
    }

    #[test]
    fn a_panic_while_working_is_passed_on_and_nobody_waits_for_ever() {
        let run = || in_order(vec![0; 3], |_| Ok::<_, ()>(Produced::Job), |_| panic!("broken"), |_: &mut u64| Ok(()));
        assert!(std::panic::catch_unwind(run).is_err());
    }
}
