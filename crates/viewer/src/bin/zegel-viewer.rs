//! The worker: a document in, pixels out, nothing else. Started by `viewer::Viewer`, never by a person. With arguments, and in
//! namespaces of its own: a document in, what another program makes of it out.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    // First of all: what follows holds plaintext.
    if viewer::sandbox::be_private().is_err() {
        return ExitCode::FAILURE;
    }
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let (mut from, mut to) = (io::stdin().lock(), io::stdout().lock());
    let outcome = match arguments.is_empty() {
        true => Some(viewer::worker::run(&mut from, &mut to)),
        false => viewer::inside::run(&arguments, &mut from, &mut to),
    };
    match outcome {
        Some(Ok(())) => ExitCode::SUCCESS,
        Some(Err(_)) | None => ExitCode::FAILURE,
    }
}
