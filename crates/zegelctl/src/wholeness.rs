//! Verifies a piece of the log with each command: an unlock does not look at what was read before, and here no window is open
//! long enough to do so in the background.

use std::time::{Duration, Instant};

use vault::{Error, ExitClass, Reason, Session};

/// How long a command is kept by it, at most by one step more.
const PIECE: Duration = Duration::from_millis(20);
/// How many entries are verified in one step: a few milliseconds.
const STEP: usize = 8;
/// What says something of the clocks, and nothing of the log.
const CLOCKS: [&str; 2] = ["clock_behind", "entry_ahead"];

/// Goes on where the command before stopped, if it is time for that. Some: the log is damaged.
pub fn piece(session: &mut Session) -> Option<Reason> {
    // Where nothing can be kept, each command would begin again.
    if session.read_only() {
        return None;
    }
    let error = verify_on(session)?;
    if error.exit() != ExitClass::Integrity || CLOCKS.contains(&error.code()) {
        // The log is in use: the next command tries again.
        return None;
    }
    let last = session.wholeness().ok().and_then(|known| known.last_whole);
    let at = last.map_or_else(|| "never".to_owned(), label::time::to_the_second);
    Some(Reason::new(DAMAGED).with("at", at))
}

/// The code of what is said then: the status is that of an integrity error.
pub const DAMAGED: &str = "log_damaged";

/// What went wrong while entries were verified. That it cannot begin, or that nothing can be kept of it, is found elsewhere, and
/// says nothing of the log.
fn verify_on(session: &mut Session) -> Option<Error> {
    let begun = Instant::now();
    let mut verifier = session.verifier().ok()??;
    let found = loop {
        match verifier.step(STEP) {
            Ok(false) if begun.elapsed() < PIECE => {}
            Ok(_) => break None,
            Err(error) => break Some(error),
        }
    };
    // What came before damage is kept, too: the next command comes upon it with its first step.
    let _ = session.keep_verified(&verifier);
    found
}
