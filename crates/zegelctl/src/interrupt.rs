//! What is cleaned up, and said, when somebody ends the program: Ctrl-C, `kill`, a terminal that is closed.

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Mutex, PoisonError};

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::low_level::emulate_default_handler;

use crate::{out, prompt};

/// Work is done piece by piece, and ends by itself when it is asked to.
static BY_PIECES: AtomicBool = AtomicBool::new(false);
/// The signal that asked for the end; 0: none did.
static ASKED: AtomicI32 = AtomicI32::new(0);
/// What is to be said if a signal ends the program here.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// Work that is done piece by piece. As long as this is held, the first signal asks it to end, so that it can say what is
/// done and what is not; the second ends the program.
#[must_use]
pub struct ByPieces(());

/// Begins such work. Nothing may wait for a person while it goes on.
pub fn by_pieces() -> ByPieces {
    BY_PIECES.store(true, Ordering::SeqCst);
    ByPieces(())
}

impl Drop for ByPieces {
    fn drop(&mut self) {
        BY_PIECES.store(false, Ordering::SeqCst);
    }
}

/// Whether the work is to end.
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst) != 0
}

/// Ends the program by the signal that asked for it, if one did: everything was said.
pub fn end_if_asked() {
    match ASKED.load(Ordering::SeqCst) {
        0 => {}
        signal => end(signal),
    }
}

/// What is to be said on standard error if a signal ends the program from now on.
pub fn last_words(words: Option<String>) {
    *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = words;
}

/// From now on a signal that ends the program first gives the terminal back and takes away what is half written. What was
/// ignored when the program was started, as by `nohup`, stays ignored.
///
/// # Errors
/// When the kernel does not allow it.
pub fn listen() -> io::Result<()> {
    station::hear_signals(&[SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP], |signal| {
        let first = || ASKED.compare_exchange(0, signal, Ordering::SeqCst, Ordering::SeqCst).is_ok();
        match signal {
            SIGTSTP => stop(),
            SIGINT | SIGTERM | SIGHUP if BY_PIECES.load(Ordering::SeqCst) && first() => {}
            _ => {
                if let Some(words) = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).take() {
                    drop(io::stderr().lock().write_all(words.as_bytes()));
                }
                end(signal);
            }
        }
    })
}

/// Ends as if nobody had listened, so that anyone who waits sees the signal.
fn end(signal: i32) {
    let _quiet = prompt::give_back();
    let _nothing_more = vault::abandon_unfinished();
    out::take_back();
    station::end_by_signal(signal);
}

/// Stops until it is told to go on; a prompt goes on where it was.
fn stop() {
    let quiet = prompt::give_back();
    let _ = emulate_default_handler(SIGTSTP);
    if let Some(mut quiet) = quiet {
        quiet.ask_again();
    }
}
