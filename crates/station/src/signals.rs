//! Signals that end a process. One that holds secrets, or writes files, hears them, so that it ends in order.

use std::fs;
use std::io;
use std::thread;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

/// What programs are ended by: Ctrl-C; `kill`, and the system when it goes down; a terminal or a session that is closed.
pub const ENDING_SIGNALS: [i32; 3] = [SIGINT, SIGTERM, SIGHUP];

/// From now on `hears` is called for each of these signals, on a thread of its own, and nothing else comes of them. What was
/// ignored when the program was started, as by `nohup`, stays ignored.
///
/// # Errors
/// When the kernel does not allow it.
pub fn hear_signals(signals: &[i32], hears: impl FnMut(i32) + Send + 'static) -> io::Result<()> {
    let ignored = ignored(&fs::read_to_string("/proc/self/status").unwrap_or_default());
    let mut heard = Signals::new(signals.iter().filter(|signal| !ignored(**signal)))?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || heard.forever().for_each(hears))?;
    Ok(())
}

/// Ends the process as if nobody had heard the signal, so that anyone who waits for the process sees what it was.
pub fn end_by_signal(signal: i32) -> ! {
    let _ = emulate_default_handler(signal);
    std::process::exit(128 + signal)
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
