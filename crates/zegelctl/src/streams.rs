//! The streams that a program begins with, as the program that started it left them.
//!
//! Where one is closed, Rust opens `/dev/null` in its place before `main`, and it takes a write to a stream that cannot be
//! written to for one that went well. A document would go nowhere, and be recorded as handed out. In `main` nothing tells the
//! two apart any more (many programs hand on `/dev/null` open for reading and writing), so `uucore`, which stands below the
//! coreutils in Rust, looks before it.

use rustix::fs::{OFlags, fcntl_getfl};
use uucore::signals::{stdin_was_closed, stdout_was_closed};
use vault::ExitClass;

use crate::problem::Problem;

uucore::init_startup_state_capture!();

/// Before anything is done: whether there is somewhere to say what came of it. Who closes standard error wants no warnings;
/// the exit status still speaks.
///
/// # Errors
/// `output_closed`, also where it can only be read from.
pub fn output() -> Result<(), Problem> {
    let mode = fcntl_getfl(rustix::stdio::stdout()).map(|flags| flags & OFlags::ACCMODE);
    if stdout_was_closed() || mode.is_ok_and(|mode| mode == OFlags::RDONLY) {
        return Err(Problem::new("output_closed", ExitClass::Failed));
    }
    Ok(())
}

/// Before standard input is read: that nobody could say anything is not the same as that nothing was said.
///
/// # Errors
/// `input_closed`, also where it can only be written to.
pub fn input() -> Result<(), Problem> {
    let mode = fcntl_getfl(rustix::stdio::stdin()).map(|flags| flags & OFlags::ACCMODE);
    if stdin_was_closed() || mode.is_ok_and(|mode| mode == OFlags::WRONLY) {
        return Err(Problem::new("input_closed", ExitClass::Failed));
    }
    Ok(())
}
