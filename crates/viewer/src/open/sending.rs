//! A document on its way to its worker, and to what does something else with it.

use std::io::{self, Read, Write};

use crate::confined::Run;

/// The worker, and what does something else with the document meanwhile: nothing that goes wrong there keeps the worker from it.
pub(super) struct All<'b>(pub &'b mut dyn Write, pub [&'b mut Option<Run>; 2]);

impl Write for All<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.0.write(bytes)?;
        let same = bytes.get(..written).unwrap_or_default();
        for run in &mut self.1 {
            if run.as_mut().is_some_and(|run| run.send(same).is_err()) {
                **run = None;
            }
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

pub(super) enum Sending {
    Source(io::Error),
    Pipe,
}

/// Exactly `size` bytes; a source that ends early is an error of the source.
pub(super) fn send(document: &mut dyn Read, size: u64, to: &mut dyn Write) -> Result<(), Sending> {
    let mut left = size;
    let mut buffer = vec![0; 64 * 1024];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let read = document.read(buffer.get_mut(..most).unwrap_or_default()).map_err(Sending::Source)?;
        if read == 0 {
            return Err(Sending::Source(io::ErrorKind::UnexpectedEof.into()));
        }
        to.write_all(buffer.get(..read).unwrap_or_default()).map_err(|_| Sending::Pipe)?;
        left -= read as u64;
    }
    to.flush().map_err(|_| Sending::Pipe)
}
