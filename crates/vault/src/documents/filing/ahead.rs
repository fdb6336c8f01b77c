//! Documents whose texts are read before they are filed, outside of the session: others may use it meanwhile.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use seal::Flow;

use super::{Batching, Progress, Ready, Stopped, asked_for};
use crate::documents::inside::{Reader, TextAhead, read_all};
use crate::documents::source::state_of;
use crate::reader::{Scans, TextReader};
use crate::{Error, FilingFailed, FilingResult, NewDocument, OfficerId, Session};

/// As much text is held in memory before any of it is sealed, in bytes. What comes after it is read while it is filed.
const MOST_AHEAD: usize = 64 << 20;

/// Documents that were found good to be filed, and what was read in them so far.
#[must_use]
pub struct FilingAhead {
    by: OfficerId,
    ready: Vec<Ready>,
    reader: Arc<dyn TextReader>,
    scans: Scans,
    /// Somebody wanted no more than the first so many of them.
    stopped_before: Option<usize>,
}

impl FilingAhead {
    /// Reads the texts inside them, one after the other, as many at a time as the processor does. Who stops it keeps those before: they
    /// can be filed.
    pub fn read_texts(&mut self, progress: &mut dyn FnMut(Progress) -> Flow) {
        let together = thread::available_parallelism().map_or(2, NonZero::get).clamp(2, 8);
        let (of, mut held, mut done) = (self.ready.len(), 0, 0);
        for some in self.ready.chunks_mut(together) {
            let mut goes_on = || progress(Progress { document: done, bytes: 0, done: 0, of });
            let reader = Reader { by: &*self.reader, scans: self.scans };
            let as_they_were: Vec<_> = some.iter().map(|ready| state_of(&ready.source)).collect();
            let read = match goes_on() {
                Flow::Stop => Err(Error::Cancelled),
                Flow::Continue => read_all(reader, some.iter().map(Ready::to_be_read), &mut goes_on),
            };
            let Ok(read) = read else {
                self.stopped_before = Some(done);
                return;
            };
            for ((ready, text), of) in some.iter_mut().zip(read).zip(as_they_were) {
                held += text.text.as_ref().map_or(0, |text| text.expose_secret().len());
                ready.text = Some(TextAhead::new(text, of));
                done += 1;
            }
            if held > MOST_AHEAD {
                return;
            }
        }
    }
}

impl Session {
    /// Looks at documents that are to be registered, as [`Session::file_documents`] does before it registers any, and gives them back
    /// for their texts to be read. Nothing of them is in the vault.
    ///
    /// # Errors
    /// As [`Session::file_documents`].
    pub fn begin_filing(&mut self, batch: Vec<NewDocument>) -> Result<FilingAhead, Box<FilingFailed>> {
        match self.considered(batch) {
            Ok(ready) => {
                let (by, reader) = (self.id().clone(), self.text_reader.clone());
                Ok(FilingAhead { by, ready, reader, scans: self.scans, stopped_before: None })
            }
            Err(Stopped { document, error }) => Err(Box::new(FilingFailed { filed: Vec::new(), document, error })),
        }
    }

    fn considered(&mut self, batch: Vec<NewDocument>) -> Result<Vec<Ready>, Stopped> {
        let ready = self.all_ready(batch)?;
        let considered = self.consider(&ready);
        self.note_stopped(considered, asked_for(&ready))?;
        Ok(ready)
    }

    /// Registers them: decided about once more, as it stands now. Where somebody stopped while their texts were read, those before.
    ///
    /// # Errors
    /// As [`Session::file_documents`]; [`Error::Cancelled`] where it was stopped, with those that are in; [`Error::Internal`] where
    /// another officer looked at them.
    pub fn file_ahead(
        &mut self,
        ahead: FilingAhead,
        progress: &mut dyn FnMut(Progress) -> Flow,
    ) -> Result<Vec<FilingResult>, Box<FilingFailed>> {
        let FilingAhead { by, ready, stopped_before, .. } = ahead;
        if by != *self.id() {
            return Err(Error::Internal { what: "filing" }.into());
        }
        let first = stopped_before.and_then(|n| ready.get(..n)).unwrap_or(&ready);
        let mut filed = Vec::with_capacity(first.len());
        if !first.is_empty()
            && let Err(Stopped { document, error }) = self.file_ready(Batching::ByParts, first, progress, &mut filed)
        {
            return Err(Box::new(FilingFailed { filed, document, error }));
        }
        match stopped_before {
            Some(n) => Err(Box::new(FilingFailed { filed, document: Some(n), error: Error::Cancelled })),
            None => Ok(filed),
        }
    }
}
