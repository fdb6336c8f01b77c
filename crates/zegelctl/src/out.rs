//! Where the output of `--out` goes: standard output, a device, a pipe, or a new file of one's own.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, IsTerminal as _, Write as _};
use std::os::fd::{AsFd as _, AsRawFd as _, BorrowedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{DirBuilderExt as _, FileTypeExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rustix::fs::OFlags;
use vault::{Existing, ExitClass, GivenError, Irregular, NewFile};

use crate::input::is_descriptor;
use crate::named::PATIENCE;
use crate::problem::{Problem, printable};

/// Found, and fit to be written to: looked at before anything is decided or recorded.
pub enum Place {
    Stdout,
    /// Written to as it is, and never replaced.
    Stream {
        path: PathBuf,
        file: File,
    },
    /// A file of mode 0600 that gets its name once it is whole.
    New {
        path: PathBuf,
        file: NewFile,
        existing: Existing,
    },
}

/// How much was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Written {
    /// All of it, in bytes.
    Whole(u64),
    /// The reader at the other end had enough after some of it.
    Left,
}

/// Why not all was written: on which side it failed.
pub enum Failed {
    Source(Problem),
    Destination(io::Error),
}

impl Place {
    /// `force`: a file, or a link, that has the name already is replaced. What a link leads to never is.
    ///
    /// # Errors
    /// `out_exists`, `out_is_a_folder`, `nobody_reads` of a pipe, or why nothing can be written there.
    pub fn find(out: &Path, force: bool) -> Result<Place, Problem> {
        let failed = |error: io::Error| Problem::file(out, &error);
        if is_stdout(out) {
            apart(io::stdout().as_fd()).map_err(|error| Problem::output(&error))?;
            return Ok(Place::Stdout);
        }
        let existing = if force { Existing::Replace } else { Existing::Keep };
        match fs::symlink_metadata(out) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Place::new_file(out, existing),
            Err(error) => Err(failed(error)),
            Ok(found) => match fs::metadata(out) {
                Ok(reached) if reached.is_dir() => Err(about("out_is_a_folder", out)),
                Ok(reached) if is_stream(&reached) || is_descriptor(out) => {
                    stream(out).map_err(|error| if no_reader(&error) { about_pipe(out) } else { failed(error) })
                }
                Ok(reached) if reached.file_type().is_socket() => Err(Problem {
                    exit: ExitClass::Failed,
                    ..Problem::given(out, GivenError::NotAFile(Irregular::Socket))
                }),
                // A link that leads nowhere has the name as well.
                Ok(_) if force => Place::new_file(out, existing),
                Err(_) if force && found.is_symlink() => Place::new_file(out, existing),
                Ok(_) => Err(about("out_exists", out)),
                Err(_) if found.is_symlink() => Err(about("out_exists", out)),
                Err(error) => Err(failed(error)),
            },
        }
    }

    /// Whether it can be found, without waiting for anybody who reads there.
    ///
    /// # Errors
    /// As [`Place::find`].
    pub fn look(out: &Path, force: bool) -> Result<(), Problem> {
        match fs::metadata(out) {
            Ok(found) if is_stream(&found) => Ok(()),
            Ok(_) | Err(_) => Place::find(out, force).map(drop),
        }
    }

    fn new_file(out: &Path, existing: Existing) -> Result<Place, Problem> {
        // `name/` is a folder, and so are `.` and `..`.
        if out.file_name().is_none() || out.as_os_str().as_bytes().ends_with(b"/") {
            return Err(about("out_is_a_folder", out));
        }
        let folder = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = NewFile::begin(folder).map_err(|error| Problem::file(out, &error))?;
        Ok(Place::New { path: out.to_owned(), file, existing })
    }

    pub fn is_stdout(&self) -> bool {
        matches!(self, Place::Stdout)
    }

    /// Whether what is written is shown to a person at once.
    pub fn is_terminal(&self) -> bool {
        match self {
            Place::Stdout => io::stdout().is_terminal(),
            Place::Stream { file, .. } => file.is_terminal(),
            Place::New { .. } => false,
        }
    }

    /// Writes what is at hand.
    ///
    /// # Errors
    /// As [`Place::fill`].
    pub fn put(self, bytes: &[u8]) -> Result<Written, Problem> {
        self.fill(|mut into| into.write_all(bytes).map(|()| bytes.len() as u64).map_err(Failed::Destination))
    }

    /// Lets `write` write everything and say how many bytes that were, and gives a new file its name. A reader who has had
    /// enough is no failure.
    ///
    /// # Errors
    /// Why the source could not be read, or the destination be written. Then no file comes to be.
    pub fn fill(self, write: impl FnOnce(&File) -> Result<u64, Failed>) -> Result<Written, Problem> {
        let written = |into: &File, failed: &dyn Fn(&io::Error) -> Problem| match write(into) {
            Ok(bytes) => Ok(Written::Whole(bytes)),
            Err(Failed::Destination(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Written::Left),
            Err(Failed::Destination(error)) => Err(failed(&error)),
            Err(Failed::Source(problem)) => Err(problem),
        };
        match self {
            Place::Stdout => {
                // The descriptor itself: the buffer of `Stdout` looks for lines in what goes through it.
                let out = io::stdout().flush().and_then(|()| io::stdout().as_fd().try_clone_to_owned());
                written(&File::from(out.map_err(|error| Problem::output(&error))?), &Problem::output)
            }
            Place::Stream { path, file } => written(&file, &|error| Problem::file(&path, error)),
            Place::New { path, file, existing } => {
                let written = written(file.file(), &|error| Problem::file(&path, error))?;
                file.finish(&path, existing).map_err(|error| match error.kind() {
                    io::ErrorKind::AlreadyExists => about("out_exists", &path),
                    _ => Problem::file(&path, &error),
                })?;
                Ok(written)
            }
        }
    }
}

/// Folders that were made for what is to be written, the innermost first; also those that a signal must take away again.
static MADE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Folders that were made for what is to be written. Those in which nothing lies are taken away again when this is dropped, and
/// by [`take_back`].
#[must_use]
pub struct Made(());

impl Drop for Made {
    fn drop(&mut self) {
        take_back();
    }
}

/// Takes away the folders that were made and in which nothing lies. For code that is about to end the program.
pub fn take_back() {
    let folders = std::mem::take(&mut *made());
    // Only an empty one can be removed like that.
    folders.iter().for_each(|folder| drop(fs::remove_dir(folder)));
}

fn made() -> MutexGuard<'static, Vec<PathBuf>> {
    MADE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder to write files to, made where there is none, for its owner alone.
///
/// # Errors
/// `out_is_no_folder`, `in_vault`, or why it cannot be made.
pub fn folder(out: &Path) -> Result<Made, Problem> {
    let failed = |error: io::Error| Problem::file(out, &error);
    let other = fs::metadata(out).is_ok_and(|found| !found.is_dir());
    if is_stdout(out) || other || out.as_os_str().is_empty() {
        return Err(about("out_is_no_folder", out));
    }
    vault::apart_from_vaults(out).map_err(failed)?;
    let absent = |folder: &&Path| !folder.as_os_str().is_empty() && fs::symlink_metadata(folder).is_err();
    let mut folders = made();
    folders.extend(out.ancestors().take_while(absent).map(Path::to_owned));
    let created = DirBuilder::new().recursive(true).mode(0o700).create(out);
    drop(folders);
    let made = Made(());
    created.map_err(failed)?;
    Ok(made)
}

fn about(code: &str, path: &Path) -> Problem {
    Problem::new(code, ExitClass::Failed).with("path", printable(path))
}

fn is_stdout(out: &Path) -> bool {
    ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| out == Path::new(name))
}

fn is_stream(found: &Metadata) -> bool {
    let kind = found.file_type();
    kind.is_fifo() || kind.is_char_device() || kind.is_block_device()
}

/// Opens what is there; nothing is made and nothing cut off. What was given as an open file is gone on with at its end.
fn stream(out: &Path) -> io::Result<Place> {
    let append = is_descriptor(out);
    let piped = fs::metadata(out)?.file_type().is_fifo();
    let flags = if piped { OFlags::NOCTTY | OFlags::NONBLOCK } else { OFlags::NOCTTY };
    let flags = i32::try_from(flags.bits()).unwrap_or_default();
    let mut options = File::options();
    let options = options.write(true).append(append).custom_flags(flags);
    let file = if piped { opened_for_a_reader(out, options)? } else { options.open(out)? };
    apart(file.as_fd())?;
    // It may have become a file of somebody's between two looks.
    if !append && !is_stream(&file.metadata()?) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    Ok(Place::Stream { path: out.to_owned(), file })
}

/// Waits a moment for the reader of a pipe, as its writer is waited for. What is written waits for him however slowly he reads.
fn opened_for_a_reader(out: &Path, options: &OpenOptions) -> io::Result<File> {
    let until = Instant::now() + Duration::from_secs(PATIENCE.unsigned_abs());
    loop {
        match options.open(out) {
            Err(error) if no_reader(&error) && Instant::now() < until => std::thread::sleep(Duration::from_millis(20)),
            Err(error) => return Err(error),
            Ok(file) => {
                let flags = rustix::fs::fcntl_getfl(&file)?;
                rustix::fs::fcntl_setfl(&file, flags.difference(OFlags::NONBLOCK))?;
                return Ok(file);
            }
        }
    }
}

/// What the system says where a pipe is opened that nobody reads.
fn no_reader(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error())
}

fn about_pipe(out: &Path) -> Problem {
    Problem::new("nobody_reads", ExitClass::Failed).about(out)
}

/// What was given as an open file may be one of a vault's as well.
fn apart(open: BorrowedFd<'_>) -> io::Result<()> {
    let given = format!("/proc/self/fd/{}", open.as_raw_fd());
    // Closed, or of a system that does not say: then writing to it says what there is to say.
    let Ok(path) = fs::read_link(&given) else { return Ok(()) };
    match path.parent() {
        Some(folder) if fs::metadata(&given)?.is_file() => vault::apart_from_vaults(folder),
        Some(_) | None => Ok(()),
    }
}
