//! Files named on the command line that are read once, from beginning to end: a regular file, or a pipe, such as a shell
//! makes for `<(…)`. Documents are not among them: they are read more than once.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use vault::{ExitClass, GivenError, Irregular, open_given};
use zeroize::Zeroizing;

use crate::problem::Problem;

/// How long a pipe without a writer, or without a reader, is waited for, in seconds: a program that is started together with this one needs less.
pub const PATIENCE: i64 = 3;

/// A file or a pipe that is open.
#[derive(Debug)]
pub struct Named {
    file: File,
    /// Of a pipe, what was read to find out whether somebody writes to it.
    ahead: Zeroizing<Vec<u8>>,
    piped: bool,
}

/// Opens it; a link that somebody named is followed. Waits for nothing but, a moment, for the writer of a pipe.
///
/// # Errors
/// `not_a_file` for what is neither; `nobody_writes`; why it cannot be read.
pub fn open(path: &Path) -> Result<Named, Problem> {
    match open_given(path) {
        Ok(file) => Ok(Named { file, ahead: Zeroizing::default(), piped: false }),
        Err(GivenError::NotAFile(Irregular::Pipe)) => pipe(path),
        Err(error) => Err(Problem::given(path, error)),
    }
}

fn pipe(path: &Path) -> Result<Named, Problem> {
    let unreadable = |error: io::Error| Problem::file(path, &error);
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = OpenOptions::new().read(true).custom_flags(flags.bits() as i32).open(path).map_err(unreadable)?;
    // What it is now, whatever it was a moment ago.
    match Irregular::of(file.metadata().map_err(unreadable)?.file_type()) {
        Some(Irregular::Pipe) => {}
        Some(what) => return Err(Problem::given(path, GivenError::NotAFile(what))),
        None => return Ok(Named { file, ahead: Zeroizing::default(), piped: false }),
    }
    let mut named = Named { file, ahead: Zeroizing::new(vec![0]), piped: true };
    // Without a writer a pipe is at its end: whether one is still to come, only time tells.
    let read = match named.file.read(&mut named.ahead) {
        Ok(0) => {
            let patience = Timespec { tv_sec: PATIENCE, tv_nsec: 0 };
            let left = wait(&named.file, Some(&patience)).map_err(unreadable)?.contains(PollFlags::HUP);
            match named.file.read(&mut named.ahead) {
                Ok(0) if !left => {
                    return Err(Problem::new("nobody_writes", ExitClass::Refused).about(path));
                }
                read => read,
            }
        }
        read => read,
    };
    match read {
        Ok(read) => named.ahead.truncate(read),
        // Somebody is there and has said nothing yet.
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => named.ahead.clear(),
        Err(error) => return Err(unreadable(error)),
    }
    Ok(named)
}

/// Waits until there is something to read, or nobody is left who writes.
fn wait(file: &File, patience: Option<&Timespec>) -> io::Result<PollFlags> {
    let mut waiting = [PollFd::new(file, PollFlags::IN)];
    loop {
        match poll(&mut waiting, patience) {
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
            Ok(_) => return Ok(waiting.iter().map(PollFd::revents).collect()),
        }
    }
}

impl Named {
    /// What is open, for asking about it.
    pub fn file(&self) -> &File {
        &self.file
    }
}

impl Read for Named {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if let (Some(first), Some(place)) = (self.ahead.first(), into.first_mut()) {
            *place = *first;
            self.ahead = Zeroizing::default();
            return Ok(1);
        }
        loop {
            match self.file.read(into) {
                Err(error) if self.piped && error.kind() == io::ErrorKind::WouldBlock => {
                    wait(&self.file, None)?;
                }
                read => return read,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::time::{Duration, Instant};

    use super::*;

    fn fifo(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("a pipe");
        path
    }

    fn all(path: &Path) -> Vec<u8> {
        let mut bytes = Vec::new();
        open(path).expect("it is open").read_to_end(&mut bytes).expect("it is read");
        bytes
    }

    #[test]
    fn a_pipe_is_read_to_its_end_whenever_its_writer_comes_and_however_slowly_he_writes() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = fifo(folder.path());
        for (comes, pauses) in [(0, 0), (300, 0), (0, 200)] {
            std::thread::scope(|scope| {
                scope.spawn(|| {
                    std::thread::sleep(Duration::from_millis(comes));
                    let mut into = OpenOptions::new().write(true).open(&path).expect("a reader comes");
                    std::thread::sleep(Duration::from_millis(pauses));
                    into.write_all(b"first ").expect("it is read");
                    std::thread::sleep(Duration::from_millis(pauses));
                    into.write_all(&[b'x'; 100_000]).expect("it is read");
                });
                let read = all(&path);
                assert_eq!((read.starts_with(b"first x"), read.len()), (true, 100_006));
            });
        }
        // Who comes and goes without a word leaves nothing.
        std::thread::scope(|scope| {
            scope.spawn(|| drop(OpenOptions::new().write(true).open(&path).expect("a reader comes")));
            assert!(all(&path).is_empty());
        });
    }

    #[test]
    fn a_pipe_that_nobody_writes_to_is_given_up() {
        let folder = tempfile::tempdir().expect("a folder");
        let begun = Instant::now();
        let given_up = open(&fifo(folder.path())).expect_err("nobody is there");
        assert_eq!(given_up.code, "nobody_writes");
        assert!(begun.elapsed() < Duration::from_secs(9));
    }

    #[test]
    fn a_device_is_no_file() {
        assert_eq!(open(Path::new("/dev/zero")).expect_err("without end").code, "not_a_file");
    }
}
