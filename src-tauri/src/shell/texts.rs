//! Reads the texts of scans after they were filed, one after the other, while somebody is at the window: filing waits for none.

use std::time::Duration;

use vault::Session;

use super::{Shell, Visit};
use crate::events::ShellEvent;
use crate::problem::Problem;
use crate::runtime;

/// How often it is looked whether a text waits. Costs next to nothing where the log has not grown.
const LOOK: Duration = Duration::from_secs(3);

impl Shell {
    /// Reads texts that wait until the window is locked, on a thread of its own. What is not read by then is taken up at the next unlock.
    pub(super) fn read_late_texts(&self, visit: Visit) {
        let shell = self.clone();
        runtime().spawn_blocking(move || {
            while visit.rest(LOOK) {
                let mut reads = false;
                // What cannot be done now is done later, and what locks has locked.
                while shell.read_late_text(&visit).unwrap_or(false) {
                    reads = true;
                }
                if reads && visit.goes_on() {
                    shell.send(ShellEvent::TextsToRead { waiting: 0 });
                }
            }
        });
    }

    /// Reads one of them. The session is there for others while it is read. Says whether there was one.
    fn read_late_text(&self, visit: &Visit) -> Result<bool, Problem> {
        let Some(mut reading) = self.in_visit(visit, |session| Ok(session.next_late_text()?))? else {
            return Ok(false);
        };
        let _working = self.0.at_work.begins();
        self.tell_of_texts(visit)?;
        // One that cannot be read waits still: `doctor` and the one who opens it find what is wrong with it.
        if let Ok(true) = reading.read(&mut || visit.flow()) {
            // Where it got another version or another marking meanwhile, it is as it was.
            let _ = self.in_visit(visit, |session| Ok(session.keep_late_text(reading)?));
        }
        self.tell_of_texts(visit)?;
        Ok(true)
    }

    fn tell_of_texts(&self, visit: &Visit) -> Result<(), Problem> {
        let waiting = self.in_visit(visit, |session| Ok(session.texts_to_read()?))?.waiting;
        self.send(ShellEvent::TextsToRead { waiting });
        Ok(())
    }

    /// Does something in the session of this visit.
    fn in_visit<T>(&self, visit: &Visit, act: impl FnOnce(&mut Session) -> Result<T, Problem>) -> Result<T, Problem> {
        self.act(|session, _| if visit.goes_on() { act(session) } else { Err(Problem::locked()) })
    }
}
