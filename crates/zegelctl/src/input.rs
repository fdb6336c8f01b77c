//! What comes in: files, pipes, and who reads standard input.

use std::io::{self, Read};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use vault::{ExitClass, Passphrase};

use crate::problem::Problem;
use crate::{named, passphrase, streams};

/// Standard input can be read once, and of several that want it each must know whether another had it.
static STANDARD: Mutex<Standard> = Mutex::new(Standard { taken: None, passphrase: Awaited::Not });

struct Standard {
    /// By what, as it was typed.
    taken: Option<&'static str>,
    passphrase: Awaited,
}

/// A passphrase on the first line.
enum Awaited {
    Not,
    Yes,
    Read(Passphrase),
}

/// Who reads standard input to its end.
#[derive(Clone, Copy)]
pub enum Reader {
    Text,
    File,
    Batch,
}

impl Reader {
    fn as_str(self) -> &'static str {
        match self {
            Reader::Text => "@-",
            Reader::File => "-",
            Reader::Batch => "batch",
        }
    }
}

/// Says that the first line of standard input is a passphrase, which is read before anything else.
pub fn expect_passphrase() {
    let mut standard = standard();
    if matches!(standard.passphrase, Awaited::Not) {
        standard.passphrase = Awaited::Yes;
    }
}

/// The rest of standard input, for one reader.
///
/// # Errors
/// `stdin_taken` when another has it.
pub fn claim(by: Reader) -> Result<io::Stdin, Problem> {
    let mut standard = standard();
    if let Some(taken) = standard.taken {
        return Err(Problem::usage("stdin_taken").with("by", taken));
    }
    streams::input()?;
    if matches!(standard.passphrase, Awaited::Yes) {
        standard.passphrase = Awaited::Read(passphrase::line_of(Path::new("-"), &mut io::stdin().lock())?);
    }
    standard.taken = Some(by.as_str());
    Ok(io::stdin())
}

/// The passphrase on the next line of standard input.
///
/// # Errors
/// `stdin_taken` when somebody reads it to its end; what is wrong with the line.
pub fn passphrase() -> Result<Passphrase, Problem> {
    let mut standard = standard();
    if let Awaited::Read(passphrase) = std::mem::replace(&mut standard.passphrase, Awaited::Not) {
        return Ok(passphrase);
    }
    match standard.taken {
        Some(taken) => Err(Problem::usage("stdin_taken").with("by", taken)),
        None => streams::input().and_then(|()| passphrase::line_of(Path::new("-"), &mut io::stdin().lock())),
    }
}

fn standard() -> std::sync::MutexGuard<'static, Standard> {
    STANDARD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a file or a pipe, or standard input for `-`, up to a limit.
///
/// # Errors
/// `file_too_large`, `stdin_taken`, or why it could not be read.
pub fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    if is_standard(path) {
        return limited(&mut claim(Reader::File)?.lock(), path, limit);
    }
    limited(&mut named::open(path)?, path, limit)
}

/// Whether a path names standard input, which can be read once.
pub fn is_standard(path: &Path) -> bool {
    ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].iter().any(|name| path == Path::new(name))
}

/// The path of a document, which is read more than once: standard input can be read once.
///
/// # Errors
/// `stdin_no_document`.
pub fn document_path(path: &Path) -> Result<(), Problem> {
    if is_standard(path) { Err(Problem::usage("stdin_no_document")) } else { Ok(()) }
}

pub fn limited(from: &mut dyn Read, path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes).map_err(|error| Problem::file(path, &error))?;
    if bytes.len() as u64 > limit {
        return Err(Problem::new("file_too_large", ExitClass::Refused)
            .with("path", path.display().to_string())
            .with("limit", limit.to_string()));
    }
    Ok(bytes)
}

/// A passphrase from the first line of a file or a pipe; `-` is standard input. A file that others may read is refused.
///
/// # Errors
/// A file that others may read, whose first line is too long, empty or no text, or that cannot be read.
pub fn passphrase_in(path: &Path) -> Result<Passphrase, Problem> {
    if is_standard(path) {
        return passphrase();
    }
    let mut file = named::open(path)?;
    // What is open already was given to this process as standard input is; who else may read it, the one who gave it knows.
    if !is_descriptor(path) && vault::opened_to_others(file.file()).map_err(|error| Problem::file(path, &error))? {
        return Err(passphrase::refused("passphrase_file_open", path));
    }
    passphrase::line_of(path, &mut file)
}

/// Whether a path names something that this process has open.
pub fn is_descriptor(path: &Path) -> bool {
    ["/dev/fd", "/proc/self/fd"].iter().any(|folder| path.parent() == Some(Path::new(folder)))
        || ["/dev/stdin", "/dev/stdout", "/dev/stderr"].iter().any(|name| path == Path::new(name))
}

/// Values separated by commas, without empty ones.
pub fn list(typed: &str) -> Vec<String> {
    typed.split(',').map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned).collect()
}
