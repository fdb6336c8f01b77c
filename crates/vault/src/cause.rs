//! What the system says of a file, as the catalogues know it: `os-cause` in them chooses by these words.

use std::io::{self, ErrorKind};

use rustix::io::Errno;

/// The word for a cause that has none of its own: what it says itself is English, and stands under `detail` in `--json`.
pub const OTHER_CAUSE: &str = "other";

/// The word for an error of the system.
pub fn cause(error: &io::Error) -> &'static str {
    // What has no kind of its own.
    let numbered = match error.raw_os_error().map(Errno::from_raw_os_error) {
        Some(Errno::IO) => Some("device"),
        Some(Errno::NODEV | Errno::NXIO) => Some("no_device"),
        Some(Errno::BADF) => Some("not_open"),
        Some(Errno::LOOP) => Some("loop"),
        Some(Errno::MFILE | Errno::NFILE) => Some("many_open"),
        _ => None,
    };
    let says_something = error.raw_os_error().is_some() || error.get_ref().is_some();
    numbered.or_else(|| word(error.kind())).unwrap_or(if says_something { OTHER_CAUSE } else { "unknown" })
}

fn word(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "not_found",
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::AlreadyExists => "exists",
        ErrorKind::NotADirectory => "not_a_folder",
        ErrorKind::IsADirectory => "is_a_folder",
        ErrorKind::DirectoryNotEmpty => "not_empty",
        ErrorKind::ReadOnlyFilesystem => "read_only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::FileTooLarge => "too_large",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "busy",
        ErrorKind::BrokenPipe => "reader_gone",
        ErrorKind::TimedOut => "timed_out",
        ErrorKind::UnexpectedEof => "cut_short",
        ErrorKind::WriteZero => "not_whole",
        ErrorKind::OutOfMemory => "memory",
        ErrorKind::Unsupported => "unsupported",
        ErrorKind::InvalidFilename => "bad_name",
        ErrorKind::CrossesDevices => "other_disk",
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable => "network",
        ErrorKind::Interrupted => "interrupted",
        _ => return None,
    })
}
