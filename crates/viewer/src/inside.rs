//! The untrusted half of what other programs do with a document: run by bubblewrap in namespaces of its own. It puts up the walls that
//! are left, takes the document, has the program read it from memory, and gives back what came of it.

mod ocr;
mod office;
mod pdfium;
mod walls;

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::frame::{Reply, Status};

/// Does one job, by its name, with one program. None where there is no such job.
///
/// # Errors
/// When the other side is gone.
pub fn run(arguments: &[OsString], from: &mut dyn Read, to: &mut dyn Write) -> Option<io::Result<()>> {
    let [job, program, more @ ..] = arguments else { return None };
    let program = Path::new(program);
    match job.to_str() {
        Some("office") if more.is_empty() => Some(job_of(program, from, to, office::lay_out)),
        Some("ocr") => Some(job_of(program, from, to, |program, from| ocr::read(program, more, from))),
        Some("pdfium") if more.is_empty() => Some(pdfium::draw(program, from, to)),
        _ => None,
    }
}

fn job_of(
    program: &Path,
    from: &mut dyn Read,
    to: &mut dyn Write,
    does: impl FnOnce(&Path, &mut dyn Read) -> io::Result<Vec<u8>>,
) -> io::Result<()> {
    let enforced = match walls::put_up(program) {
        Ok(enforced) => enforced,
        Err(_) => return Reply::failed(Status::Sandbox).write(to),
    };
    // The other side decides whether these walls are enough, before it sends anything.
    Reply { status: Status::Ok, a: 0, b: enforced }.write(to)?;
    let made = does(program, from);
    match made.ok().and_then(|made| Some((u32::try_from(made.len()).ok()?, made))) {
        Some((size, made)) => {
            Reply { status: Status::Ok, a: size, b: 0 }.write(to)?;
            to.write_all(&made)?;
            to.flush()
        }
        None => Reply::failed(Status::Malformed).write(to),
    }
}

/// Runs it to its end. It inherits no pipe: what it says, nobody hears.
fn to_its_end(command: &mut Command) -> io::Result<ExitStatus> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()
}
