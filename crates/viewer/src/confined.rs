//! The trusted half of what other programs do with a document: they run in namespaces of their own, put up by bubblewrap, with no
//! network, no other processes, and no files but their own program, read-only, and a folder that is memory and goes with them.
//! There, before it has a byte of the document, [`inside`](crate::inside) puts up what bubblewrap does not.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::frame::{self, Reply, Status};
use crate::kind::Kind;
use crate::process::{Process, Stop};
use crate::sandbox::{LANDLOCK, SECCOMP};

/// So long one may take to put up its walls.
const STARTING: Duration = Duration::from_secs(8);
/// Where bubblewrap is, if it is installed. Nobody's `PATH` is asked.
const BUBBLEWRAP: &str = "/usr/bin/bwrap";
/// What the folder of one takes, in bytes: of memory.
const FOLDER: u64 = 768 * 1024 * 1024;
/// The only folder that it may write to.
pub const WORK: &str = "/zegel";
/// Where the worker lies inside.
const WORKER: &str = "/zegel-viewer";
/// Read-only inside, where they are there: programs, their libraries and what they are set up with, fonts and their lists.
pub const READ: [&str; 7] = [
    "/usr",
    "/etc/fonts",
    "/etc/libreoffice",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/var/cache/fontconfig",
];
/// Links to `/usr`, or folders of their own.
pub const MERGED: [&str; 4] = ["/bin", "/lib", "/lib64", "/lib32"];

/// How other programs are run.
#[derive(Clone, Debug)]
pub struct Confined {
    bubblewrap: PathBuf,
    worker: PathBuf,
    stop: Stop,
}

/// How another program stands on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not there.
    NotInstalled,
    /// It is there and is not used: its walls do not stand, as where bubblewrap is missing, or the kernel gives users no namespaces.
    NotConfined,
    /// It is there, and its walls stand.
    Confined,
}

impl Standing {
    /// Of a program, tried with a run that gets no document.
    pub(crate) fn of(worker: &Path, job: &str, program: Option<&Path>) -> Standing {
        let Some(program) = program else { return Standing::NotInstalled };
        let stands = Confined::installed(worker).is_some_and(|confined| confined.start(job, program, &[]).is_some());
        if stands { Standing::Confined } else { Standing::NotConfined }
    }
}

/// One of them, behind its walls, with nothing of the document yet.
pub struct Run(Process);

impl Confined {
    /// Where bubblewrap is installed.
    pub fn installed(worker: &Path) -> Option<Confined> {
        let bubblewrap = PathBuf::from(BUBBLEWRAP);
        (bubblewrap.is_file() && worker.is_file()).then(|| Confined {
            bubblewrap,
            worker: worker.to_owned(),
            stop: Stop::default(),
        })
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.is_wanted()
    }

    /// The same, until somebody wants it to end.
    pub(crate) fn until(self, stop: &Stop) -> Confined {
        Confined { stop: stop.clone(), ..self }
    }

    /// Starts the worker inside, to do this job with this program. None where its walls do not stand, as where the kernel gives no
    /// namespaces to users.
    pub(crate) fn start(&self, job: &str, program: &Path, more: &[&str]) -> Option<Run> {
        let mut process = Process::start(self.command(job, program, more), &self.stop).ok()?;
        let answer = process.within(STARTING, |_, from| Reply::read(from)).ok()?;
        let stands = answer.status == Status::Ok && answer.b == LANDLOCK | SECCOMP;
        stands.then_some(Run(process))
    }

    fn command(&self, job: &str, program: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(&self.bubblewrap);
        command.args(["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]);
        for (name, value) in [("HOME", WORK), ("TMPDIR", WORK), ("LANG", "C.UTF-8"), ("OMP_THREAD_LIMIT", "1")] {
            command.args(["--setenv", name, value]);
        }
        for folder in MERGED {
            match std::fs::read_link(folder) {
                Ok(target) => command.arg("--symlink").arg(target).arg(folder),
                Err(_) => command.args(["--ro-bind-try", folder, folder]),
            };
        }
        for folder in READ {
            command.args(["--ro-bind-try", folder, folder]);
        }
        if let Some(folder) = own_folder(program) {
            command.arg("--ro-bind").arg(folder).arg(folder);
        }
        command.arg("--ro-bind").arg(&self.worker).arg(WORKER);
        command.args(["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]);
        command.args(["--size", &FOLDER.to_string(), "--tmpfs", WORK, "--symlink", WORK, "/tmp"]);
        command.args(["--remount-ro", "/", "--chdir", WORK, "--", WORKER, job]).arg(program).args(more);
        command
    }
}

/// Where a program is that does not lie beneath `/usr`: with what lies next to its own folder.
pub fn own_folder(program: &Path) -> Option<&Path> {
    let folder = program.parent()?.parent()?;
    (!program.starts_with("/usr") && folder.parent().is_some()).then_some(folder)
}

impl Run {
    /// Sends what comes before the document.
    pub(crate) fn begin(&mut self, kind: Kind, size: u64) -> io::Result<()> {
        self.begin_with(kind, size, "")
    }

    /// The same, with the document's own password; empty where it has none.
    pub(crate) fn begin_with(&mut self, kind: Kind, size: u64, password: &str) -> io::Result<()> {
        let frame = |to: &mut dyn Write| frame::write_open(to, kind, size, password);
        self.0.within(STARTING, |to, _| frame(to)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    /// Asks for something, and gives what came of it. None where nothing did in time: then the run has ended.
    pub(crate) fn ask<T>(
        &mut self,
        limit: Duration,
        work: impl FnOnce(&mut dyn Write, &mut dyn Read) -> io::Result<T>,
    ) -> Option<T> {
        self.0.within(limit, |to, from| work(to, from)).ok()
    }

    /// More of the document. The caller watches the time.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.to().write_all(bytes)
    }

    /// What came of it, of at most so many bytes. None where nothing did in time.
    pub(crate) fn finish(mut self, limit: Duration, most: u64) -> Option<Vec<u8>> {
        let done = self.0.within(limit, |to, from| {
            to.flush()?;
            let answer = Reply::read(from)?;
            let size = u64::from(answer.a);
            if answer.status != Status::Ok || size > most {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let mut bytes = Vec::new();
            from.take(size).read_to_end(&mut bytes)?;
            if bytes.len() as u64 == size { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
        });
        done.ok()
    }
}
