//! Texts that take long to read are read after their documents were filed: opened for that, read outside of the session, sealed again
//! with what was read, and entered.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use policy::{Open, Permit};
use registry::documents::{DocumentRecord, InnerText, Sheet, TextLack};
use registry::event::TextRead;
use registry::log::Act;
use serde::Serialize;

use crate::documents::anew::Objects;
use crate::documents::version::Again;
use crate::documents::withdraw::require_there;
use crate::draft::EntryDraft;
use crate::reader::{OtherProgram, TextReader};
use crate::reseal::{Resealer, Unsealed};
use crate::session::denied;
use crate::{DocumentId, Error, ExitClass, Flow, Session, TextView};

/// The action that is refused where there is no right to it.
const ACTION: &str = "reseal";
/// The status of a text that waits where no OCR is installed, as [`Error::State`] has it.
pub const NO_OCR: &str = "no-ocr";
/// After how long others read a text that waits, and not only the officer that filed it.
const OTHERS_AFTER: Duration = Duration::from_secs(15 * 60);
/// How many documents are looked at in one go.
const PAGE: usize = 256;

/// Documents whose texts wait, and the entry of the last that was looked at.
type Page = (u64, Vec<(DocumentId, DocumentRecord)>);

/// Which texts are read later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LateTexts {
    /// Those of which the sheet says that they wait.
    Pending,
    /// Those for which nobody looked when they were filed as well.
    AndUnread,
}

impl LateTexts {
    fn lacks(self) -> &'static [TextLack] {
        match self {
            LateTexts::Pending => &[TextLack::Pending],
            LateTexts::AndUnread => &[TextLack::Pending, TextLack::Unread],
        }
    }
}

/// A document whose text waits to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LateText {
    pub id: DocumentId,
    pub reference: String,
}

/// How many texts wait to be read, of documents that this officer may open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct TextsToRead {
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub waiting: u64,
    /// tesseract reads scans on this workstation. Else they wait for another one.
    pub read_here: bool,
}

/// A text that is being read. It needs the session no more until it is kept; dropped, nothing of it stays.
#[must_use]
pub struct LateReading {
    id: DocumentId,
    before: DocumentRecord,
    versions: Vec<Again>,
    reader: Arc<dyn TextReader>,
    read: Option<InnerText>,
    unrecognised: Vec<u32>,
}

impl LateReading {
    pub fn document(&self) -> &DocumentId {
        &self.id
    }

    /// The pages that OCR did not come to in its time, once it was read: what stands on them is not found.
    pub fn unrecognised(&self) -> &[u32] {
        &self.unrecognised
    }

    /// Reads it, scans and all, which takes as long as two minutes and a half. `goes_on` is asked every tenth of a second. Says whether
    /// something came of it that can be kept: that there is no text is something as well.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; [`Error::ObjectAltered`] where the document cannot be read.
    pub fn read(&mut self, goes_on: &mut dyn FnMut() -> Flow) -> Result<bool, Error> {
        if goes_on() == Flow::Stop {
            return Err(Error::Cancelled);
        }
        for version in &mut self.versions {
            version.find_again(&*self.reader, goes_on)?;
        }
        let last = self.versions.last_mut().ok_or(Error::Internal { what: "version" })?;
        let read = last.read_later(&*self.reader, goes_on)?;
        (self.read, self.unrecognised) = read.map_or((None, Vec::new()), |(says, left)| (Some(says), left));
        Ok(self.read.is_some())
    }
}

impl Session {
    /// The texts that wait, of documents that this officer may open, in the order of their entries.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn late_texts(&mut self, which: LateTexts) -> Result<Vec<LateText>, Error> {
        self.catch_up()?;
        let (mut all, mut after) = (Vec::new(), None);
        while let Some((last, page)) = self.late_texts_after(which, after)? {
            after = Some(last);
            all.extend(page.into_iter().map(|(id, filing)| LateText { id, reference: self.state.reference(&filing) }));
        }
        Ok(all)
    }

    /// Some of them, after an entry; with the last that was looked at. None at the end.
    fn late_texts_after(&self, which: LateTexts, after: Option<u64>) -> Result<Option<Page>, Error> {
        let page: Vec<(u64, DocumentId)> = self.index.texts_that_lack(which.lacks(), &self.readable(), after, PAGE)?;
        let Some(last) = page.last().map(|(entry, _)| *entry) else { return Ok(None) };
        let waits = page.into_iter().filter_map(|(_, id)| {
            let filing = self.state.documents.get(&id)?;
            let may = self.may_read_text(&id, self.now()).is_ok();
            (may && self.still_waits(&id, &filing)).then_some((id, filing))
        });
        Ok(Some((last, waits.collect())))
    }

    /// How many wait for OCR, and whether it is here.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn texts_to_read(&mut self) -> Result<TextsToRead, Error> {
        let waiting = self.late_texts(LateTexts::Pending)?.len() as u64;
        Ok(TextsToRead { waiting, read_here: waiting > 0 && self.reads_scans() })
    }

    /// Opens the next document whose text waits for OCR, for a session in the background; none where none waits, where OCR is not
    /// installed here, or nothing can be recorded. Each is tried once in a session.
    ///
    /// # Errors
    /// Integrity errors. What is wrong with one document is found where it is opened, and by `doctor`: it is passed over.
    pub fn next_late_text(&mut self) -> Result<Option<LateReading>, Error> {
        self.catch_up()?;
        let now = self.position.size();
        let away = self.stores.objects_offline_since().is_some();
        if self.no_text_waited == Some(now) || away || self.require_writable().is_err() {
            return Ok(None);
        }
        let mut others_first = false;
        let mut after = None;
        while let Some((last, page)) = self.late_texts_after(LateTexts::Pending, after)? {
            after = Some(last);
            for (id, filing) in page {
                if self.texts_passed.contains(&filing.object) || !self.reads_scans() {
                    continue;
                }
                if !self.is_ones_turn(&filing) {
                    others_first = true;
                    continue;
                }
                // Before it is tried: whatever comes of it, no session records again and again that it opens the same.
                let begun = self.position.size();
                self.texts_passed.insert(filing.object.clone());
                match self.begin_late_text(&id) {
                    Ok(reading) => return Ok(Some(reading)),
                    // Later, in the same session, where nothing was recorded.
                    Err(Error::Offline | Error::Busy | Error::DiskFull) => {
                        if self.position.size() == begun {
                            self.texts_passed.remove(&filing.object);
                        }
                        return Ok(None);
                    }
                    Err(error @ (Error::Disabled | Error::Frozen { .. })) => return Err(error),
                    Err(error) if error.exit() == ExitClass::Integrity && !is_of_document(&error) => return Err(error),
                    Err(_) => {}
                }
            }
        }
        if !others_first {
            self.no_text_waited = Some(self.position.size());
        }
        Ok(None)
    }

    /// Who filed it reads it first, and others when he did not for a while: else each workstation would read the same.
    fn is_ones_turn(&self, filing: &DocumentRecord) -> bool {
        let (by, at_ms) = filing.versions.last().map_or((&filing.by, filing.at_ms), |last| (&last.by, last.at_ms));
        by == self.id() || self.now().timestamp_millis() - at_ms >= OTHERS_AFTER.as_millis() as i64
    }

    /// Decides whether this officer may read the text of a document that waits, records that it is opened, and opens it.
    ///
    /// # Errors
    /// [`Error::Denied`] with every reason, recorded: of what two open as well, and of what was withdrawn. [`Error::State`] where its
    /// text does not wait, and [`NO_OCR`] where OCR is not installed here: then it waits for a workstation that has it;
    /// [`Error::NotFound`]; what is wrong with an object.
    pub fn begin_late_text(&mut self, id: &DocumentId) -> Result<LateReading, Error> {
        self.require_writable()?;
        self.catch_up()?;
        let filing = self.filing(id)?;
        let may = |session: &Session, at: DateTime<Utc>| session.may_read_text(id, at);
        if self.may_read_text(id, self.now()).is_ok() && !self.still_waits(id, &filing) {
            return Err(read_already());
        }
        if !self.reads_scans() {
            return Err(Error::State { what: "text", status: NO_OCR.to_owned() });
        }
        let Unsealed { before, versions } = self.unseal_to_reseal(id, Act::ReadText, &may)?;
        Ok(LateReading {
            id: id.clone(),
            before,
            versions,
            reader: self.text_reader.clone(),
            read: None,
            unrecognised: Vec::new(),
        })
    }

    /// Seals a document again with the text that was read in it, and enters what is known of the text since.
    ///
    /// # Errors
    /// As [`Session::begin_late_text`]; [`Error::State`] where nothing was read, or where the document got another version or marking
    /// meanwhile: then it is as it was.
    pub fn keep_late_text(&mut self, reading: LateReading) -> Result<TextView, Error> {
        let LateReading { id, before, versions, reader: _, read, unrecognised: _ } = reading;
        let read = read.ok_or_else(|| Error::State { what: "text", status: "unread".to_owned() })?;
        let may = |session: &Session, at: DateTime<Utc>| session.may_read_text(&id, at);
        let entry = |session: &Session,
                     filing: &DocumentRecord,
                     epoch: u32,
                     (object, earlier): Objects|
         -> Result<EntryDraft, Error> {
            if !session.still_waits(&id, filing) {
                return Err(read_already());
            }
            let fact = TextRead { document: id.clone(), epoch, object, earlier };
            let sheet = Sheet::Text { document: id.clone(), text: read.clone() };
            Ok(EntryDraft::default().fact(fact).sheet(&filing.class, epoch, sheet))
        };
        self.seal_again(&id, &before, versions, &Resealer { may: &may, entry: &entry })?;
        Ok(Some(&read).into())
    }

    /// Whether this officer may have the text of a document read.
    fn may_read_text(&self, id: &DocumentId, at: DateTime<Utc>) -> Result<Permit<Open>, Error> {
        let filing = self.filing(id)?;
        let permit = self.state.may_open(self.id(), &filing.class, at).map_err(|no| denied(ACTION, &no))?;
        require_there(ACTION, &filing)?;
        self.require_key(&filing.class, filing.epoch)?;
        Ok(permit)
    }

    /// Whether the text of a document waits still, by what its sheets say.
    fn still_waits(&self, id: &DocumentId, filing: &DocumentRecord) -> bool {
        let known = self.index.document(id).ok().flatten();
        filing.withdrawn.is_none()
            && !self.state.opens_by_two(&filing.class)
            && known.is_some_and(|known| InnerText::takes_late(known.text.as_ref()))
    }

    fn reads_scans(&self) -> bool {
        self.text_reader.reads() && self.other_programs().ocr == OtherProgram::Confined
    }
}

fn is_of_document(error: &Error) -> bool {
    matches!(error, Error::ObjectAltered { .. } | Error::ObjectTruncated { .. } | Error::ObjectMissing { .. })
}

/// Somebody was faster, or nobody was needed.
fn read_already() -> Error {
    Error::State { what: "text", status: "read".to_owned() }
}
