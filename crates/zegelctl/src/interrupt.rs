//! What is cleaned up when somebody ends the program: Ctrl-C, `kill`, a terminal that is closed.

use std::fs;
use std::io;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::prompt;

/// From now on a signal that ends the program first gives the terminal back and takes away what is half written. What was
/// ignored when the program was started, as by `nohup`, stays ignored.
///
/// # Errors
/// When the kernel does not allow it.
pub fn listen() -> io::Result<()> {
    let ignored = ignored(&fs::read_to_string("/proc/self/status").unwrap_or_default());
    let wanted = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP].into_iter().filter(|signal| !ignored(*signal));
    let mut signals = Signals::new(wanted)?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            if signal == SIGTSTP { stop() } else { end(signal) }
        }
    })?;
    Ok(())
}

/// Ends as if nobody had listened, so that whoever waits sees the signal.
fn end(signal: i32) {
    let _quiet = prompt::give_back();
    let _nothing_more = vault::abandon_unfinished();
    let _ = emulate_default_handler(signal);
    std::process::exit(128 + signal);
}

/// Stops until it is told to go on; a prompt goes on where it was.
fn stop() {
    let quiet = prompt::give_back();
    let _ = emulate_default_handler(SIGTSTP);
    if let Some(mut quiet) = quiet {
        quiet.ask_again();
    }
}

/// Which signals this status says are ignored.
fn ignored(status: &str) -> impl Fn(i32) -> bool + use<> {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    move |signal| mask >> (signal - 1) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ignored_is_read_from_the_status() {
        let ignored = ignored("Name:\tx\nSigIgn:\t0000000000000001\nSigCgt:\t0000000000000002\n");
        assert!(ignored(SIGHUP) && !ignored(SIGINT) && !ignored(SIGTERM));
    }
}
