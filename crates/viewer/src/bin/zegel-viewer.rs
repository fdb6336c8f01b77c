//! The worker: a document in, pixels out, nothing else. Started by `viewer::Viewer`, never by a person.

use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    // First of all: what follows holds plaintext.
    if viewer::sandbox::be_private().is_err() {
        return ExitCode::FAILURE;
    }
    match viewer::worker::run(&mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
