//! Where the bytes of a document come from.

use std::fs::File;
use std::io::{self, Read, Seek as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;
use std::sync::Arc;

use seal::SecretText;

use crate::given::open_given;
use crate::{Error, text};

/// Where a document's bytes are. May be read twice: when another process moved the log meanwhile, it is sealed again.
#[derive(Debug)]
pub enum Source {
    Path(PathBuf),
    /// Read from its start.
    File(File),
    /// For what was made in memory.
    Bytes(Vec<u8>),
    /// Text that its author says is Markdown.
    Markdown(Arc<SecretText>),
}

pub(crate) fn size_of(source: &Source) -> Result<u64, Error> {
    match source {
        Source::Path(path) => Ok(open_given(path)?.metadata().map_err(unreadable)?.len()),
        Source::File(file) => Ok(file.metadata().map_err(unreadable)?.len()),
        Source::Bytes(bytes) => Ok(bytes.len() as u64),
        Source::Markdown(text) => Ok(text.expose_secret().len() as u64),
    }
}

/// By what it is noticed that a file was written or replaced: of which disk it is, its number there, its length, and when its bytes and
/// what is known of it last changed, in nanoseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileState([i128; 5]);

/// None of what is in memory, and of a file that cannot be looked at.
pub(crate) fn state_of(source: &Source) -> Option<FileState> {
    let found = match source {
        Source::Path(path) => open_given(path).ok()?.metadata().ok()?,
        Source::File(file) => file.metadata().ok()?,
        Source::Bytes(_) | Source::Markdown(_) => return None,
    };
    let at = |seconds: i64, nanos: i64| i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
    let (written, changed) = (at(found.mtime(), found.mtime_nsec()), at(found.ctime(), found.ctime_nsec()));
    Some(FileState([found.dev().into(), found.ino().into(), found.len().into(), written, changed]))
}

pub(crate) fn read_from_start(source: &Source) -> Result<Box<dyn Read + Send + '_>, Error> {
    Ok(match source {
        Source::Path(path) => Box::new(open_given(path)?),
        Source::File(file) => {
            let mut file = file;
            file.rewind().map_err(unreadable)?;
            Box::new(file)
        }
        Source::Bytes(bytes) => Box::new(bytes.as_slice()),
        Source::Markdown(text) => Box::new(text.expose_secret().as_bytes()),
    })
}

/// The first bytes, by which the kind is told, and how many there are in all.
///
/// # Errors
/// [`Error::Character`] in what its author says is Markdown: by such a byte it would be no text, and filed as a file of an unknown kind.
pub(crate) fn start_of(source: &Source) -> Result<(Vec<u8>, u64), Error> {
    match source {
        Source::Markdown(text) => text::written("text", text.expose_secret())?,
        Source::Path(_) | Source::File(_) | Source::Bytes(_) => {}
    }
    let mut start = Vec::new();
    read_from_start(source)?.take(kinds::LOOKED_AT as u64).read_to_end(&mut start).map_err(unreadable)?;
    Ok((start, size_of(source)?))
}

/// The media type: by the first bytes, and of Markdown by what its author says of them.
pub(crate) fn media_type_of(source: &Source, start: &[u8], size: u64) -> String {
    let whole = start.len() as u64 == size;
    match source {
        Source::Path(_) | Source::File(_) | Source::Bytes(_) => kinds::media_type(start, whole),
        Source::Markdown(_) => kinds::written_as_markdown(start, whole),
    }
}

pub(crate) fn unreadable(source: io::Error) -> Error {
    Error::Io { what: "document".to_owned(), source }
}
