//! Hands pages to a printer that CUPS knows: on the standard input of `lp`, which passes them on without a file.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use vault::PrinterName;

/// Where it is, if it is installed. Nobody's `PATH` is asked.
const PROGRAM: &str = "/usr/bin/lp";
/// After how long it is looked at again, and how often: CUPS may take two minutes for one copy.
const STEP: Duration = Duration::from_millis(50);
const STEPS: u32 = 2400;

/// `lp`, on this workstation.
#[derive(Clone, Debug)]
pub struct Spooler {
    program: PathBuf,
}

/// The printer is not known here, does not accept jobs, or CUPS does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTaken;

impl Spooler {
    /// Where it is installed. In builds for tests alone another program can stand in for it.
    pub fn installed() -> Option<Spooler> {
        let stand_in = if cfg!(debug_assertions) { std::env::var_os("ZEGEL_TEST_LP") } else { None };
        Spooler::at(&stand_in.map_or_else(|| PathBuf::from(PROGRAM), PathBuf::from))
    }

    /// A program that does as `lp` does.
    pub fn at(program: &Path) -> Option<Spooler> {
        program.is_file().then(|| Spooler { program: program.to_owned() })
    }

    /// Hands over a PDF. That it was taken says that CUPS has it, and no more.
    ///
    /// # Errors
    /// Where it was not taken.
    pub fn give(&self, printer: &PrinterName, pdf: &[u8]) -> Result<(), NotTaken> {
        let mut command = Command::new(&self.program);
        // What the environment says of servers, options and other printers does not count. Nor has the job a name that says more.
        command.env_clear().env("PATH", "/usr/bin:/bin").args(["-d", printer.as_str(), "-t", "zegel", "-"]);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
        let mut child = command.spawn().map_err(|_| NotTaken)?;
        let into = child.stdin.take();
        thread::scope(|scope| {
            // It may end, or stop reading, before it has all of it.
            let sent = scope.spawn(move || into.is_some_and(|mut into| into.write_all(pdf).is_ok()));
            let ended = ended(&mut child);
            let sent = sent.join().unwrap_or(false);
            if sent && ended.is_some_and(|status| status.success()) { Ok(()) } else { Err(NotTaken) }
        })
    }
}

/// How it ended; none where it took too long, and was ended.
fn ended(child: &mut Child) -> Option<ExitStatus> {
    for _ in 0..STEPS {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) => thread::sleep(STEP),
            Err(_) => break,
        }
    }
    // Then nobody writes to it any more either.
    drop(child.kill());
    drop(child.wait());
    None
}
