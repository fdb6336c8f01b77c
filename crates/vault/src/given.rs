//! Files that a person names: opened without waiting, looked at after they are open, read up to a limit.
//!
//! Opening a pipe that nobody writes to would hang; a device such as `/dev/zero` never ends. So every file is inspected
//! after it is opened and before it is read, and only regular files are read.

use std::fs::{File, FileType, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{FileTypeExt as _, OpenOptionsExt as _};
use std::path::Path;

use rustix::fs::OFlags;

/// What something is that is no regular file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Irregular {
    Folder,
    Link,
    Pipe,
    Socket,
    Device,
}

/// Why a file that somebody named was not read.
#[derive(Debug, thiserror::Error)]
pub enum GivenError {
    #[error("this is no file: {}", .0.as_str())]
    NotAFile(Irregular),
    /// It has more bytes than are read of such a file.
    #[error("it has more than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Irregular {
    pub const ALL: [Irregular; 5] =
        [Irregular::Folder, Irregular::Link, Irregular::Pipe, Irregular::Socket, Irregular::Device];

    /// `folder`, `link`, `pipe`, `socket`, `device`. Words: `left-out-<this>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Irregular::Folder => "folder",
            Irregular::Link => "link",
            Irregular::Pipe => "pipe",
            Irregular::Socket => "socket",
            Irregular::Device => "device",
        }
    }

    /// None for a regular file.
    pub fn of(kind: FileType) -> Option<Irregular> {
        if kind.is_file() {
            None
        } else if kind.is_dir() {
            Some(Irregular::Folder)
        } else if kind.is_symlink() {
            Some(Irregular::Link)
        } else if kind.is_fifo() {
            Some(Irregular::Pipe)
        } else if kind.is_socket() {
            Some(Irregular::Socket)
        } else {
            Some(Irregular::Device)
        }
    }
}

/// Opens a regular file for reading; a link that somebody named is followed. Never waits.
///
/// # Errors
/// [`GivenError::NotAFile`], [`GivenError::Io`].
pub fn open_given(path: &Path) -> Result<File, GivenError> {
    // Some things cannot even be opened, and would be told by the wrong name: a socket, a terminal of another.
    if let Some(what) = Irregular::of(std::fs::metadata(path)?.file_type()) {
        return Err(GivenError::NotAFile(what));
    }
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = OpenOptions::new().read(true).custom_flags(flags.bits() as i32).open(path)?;
    // What it is now, whatever it was a moment ago.
    match Irregular::of(file.metadata()?.file_type()) {
        None => Ok(file),
        Some(what) => Err(GivenError::NotAFile(what)),
    }
}

/// The bytes of a regular file of at most so many.
///
/// # Errors
/// As [`open_given`]; [`GivenError::TooLarge`].
pub fn read_given(path: &Path, limit: u64) -> Result<Vec<u8>, GivenError> {
    let mut bytes = Vec::new();
    open_given(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(GivenError::TooLarge { limit }) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_are_opened_and_nothing_is_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("file"), b"12345").expect("a file");
        std::os::unix::fs::symlink(at("file"), at("link")).expect("a link");
        rustix::fs::mknodat(rustix::fs::CWD, at("pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("a pipe");
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).expect("a socket");
        for name in ["file", "link"] {
            assert_eq!(read_given(&at(name), 5).expect("readable"), b"12345");
        }
        assert!(matches!(read_given(&at("file"), 4), Err(GivenError::TooLarge { limit: 4 })));
        for (path, what) in [
            (at("pipe"), Irregular::Pipe),
            (at("socket"), Irregular::Socket),
            (folder.path().to_owned(), Irregular::Folder),
            ("/dev/zero".into(), Irregular::Device),
        ] {
            match open_given(&path) {
                Err(GivenError::NotAFile(found)) => assert_eq!(found, what),
                other => unreachable!("{}: {other:?}", path.display()),
            }
        }
        assert!(matches!(open_given(&at("gone")), Err(GivenError::Io(e)) if e.kind() == io::ErrorKind::NotFound));
    }
}
