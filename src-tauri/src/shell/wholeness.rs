//! Verifies the log in the background, while somebody is at the window: an unlock does not look at what was read before.

use std::time::{Duration, Instant};

use super::{Shell, Visit};
use crate::events::ShellEvent;
use crate::problem::Problem;
use crate::runtime;

/// How long an unlocked window is left alone first.
const FIRST: Duration = Duration::from_secs(3);
/// How often it is looked whether it is time again.
const LOOK: Duration = Duration::from_secs(600);
/// How many entries are verified in one step: some milliseconds of one core.
const STEP: usize = 24;
/// After how many steps the index is told how far it has come.
const KEEP_AFTER: u32 = 64;
/// A step is followed by a pause of so many times its own length: no more than two per cent of a core.
const PAUSE: u32 = 50;
const SHORTEST_PAUSE: Duration = Duration::from_millis(50);

impl Shell {
    /// Verifies the log again and again until the window is locked, on a thread of its own. What is wrong is said at once.
    pub(super) fn watch_over_log(&self, visit: Visit) {
        let shell = self.clone();
        runtime().spawn_blocking(move || {
            let mut pause = FIRST;
            while visit.rest(pause) {
                match shell.verify_once(&visit) {
                    Ok(()) => pause = LOOK,
                    // Locked meanwhile, or another program holds the log: later.
                    Err(problem)
                        if ["locked", "busy", "read_only", "disk_full", "clock_behind", "entry_ahead"]
                            .contains(&problem.code.as_str()) =>
                    {
                        pause = LOOK;
                    }
                    Err(problem) => return shell.log_is_damaged(&visit, problem),
                }
            }
        });
    }

    /// Goes on until the log was found whole, if it is time for that.
    fn verify_once(&self, visit: &Visit) -> Result<(), Problem> {
        let Some(mut verifier) = self.act(|session, _| Ok(session.verifier()?))? else { return Ok(()) };
        let mut steps = 0;
        loop {
            let begun = Instant::now();
            let whole = verifier.step(STEP)?;
            steps += 1;
            if whole || steps % KEEP_AFTER == 0 {
                self.act(|session, _| Ok(session.keep_verified(&verifier)?))?;
            }
            if whole {
                self.note_damage(None);
                self.send(ShellEvent::LogWhole);
                return Ok(());
            }
            if !visit.rest((begun.elapsed() * PAUSE).max(SHORTEST_PAUSE)) {
                return self.act(|session, _| Ok(session.keep_verified(&verifier)?));
            }
        }
    }

    fn log_is_damaged(&self, visit: &Visit, problem: Problem) {
        if visit.goes_on() {
            self.note_damage(Some(problem.clone()));
            self.send(ShellEvent::LogDamaged { problem });
        }
    }
}

impl Visit {
    /// Waits; false as soon as the window was locked.
    pub(super) fn rest(&self, pause: Duration) -> bool {
        const SLICE: Duration = Duration::from_millis(500);
        let until = Instant::now() + pause;
        while self.goes_on() {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return true;
            }
            std::thread::sleep(left.min(SLICE));
        }
        false
    }
}
