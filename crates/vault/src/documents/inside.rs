//! The text inside documents: read when they are filed, kept sealed next to their objects, searched in the index.
//!
//! The program that files a document has its bytes: it reads the text there and then, behind the walls of its worker. What
//! was read is sealed under a key that depends on that of the object, and its fingerprint stands on the document's sheet. So an
//! officer who reads the sheet finds the document by its text without opening it, and nobody else does. A text never keeps a
//! document from being filed: that there is none is said, and why.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use index::{Hit, ReadText, WaitingText};
use registry::ObjectId;
use registry::documents::{DocumentRecord, InnerText, TextLack};
use seal::{Flow, SecretBytes, hex, sha256};

use super::source::{FileState, read_from_start, state_of};
use crate::doors::Object;
use crate::reader::{FileToRead, FoundText, OtherPrograms, Scans, TextReader};
use crate::{ClassId, DocumentFilter, DocumentId, Error, NotSearched, Reason, Session, Source, TextView};

/// As much of a text is kept, in bytes.
pub(crate) const MOST_TEXT: usize = 4 << 20;
/// How often somebody is asked whether the reading of a text is to go on.
const ASKS: Duration = Duration::from_millis(100);
/// Of pages that a sentence names: more runs of them are told as one.
const MOST_RUNS: usize = 20;
/// How many texts are put into the index in one change.
const AT_ONCE: usize = 256;
/// And how many bytes of them, at least: what is put at once is in memory.
const BYTES_AT_ONCE: usize = 16 << 20;
/// How many of them are read between two things that a person does: some tenths of a second.
const BETWEEN: usize = 64;
/// From how many on the index is told that much will be written.
const MANY: u64 = 64;

/// A text that is to be kept, and what stands on the sheet of its document.
pub(super) struct KeptText {
    pub text: Option<SecretBytes>,
    pub says: InnerText,
    /// As [`FoundText::unrecognised`].
    pub unrecognised: Vec<u32>,
}

impl KeptText {
    pub fn none(why: TextLack) -> KeptText {
        KeptText { text: None, says: InnerText::None { why }, unrecognised: Vec::new() }
    }
}

/// A text that was read before its document is filed, and the file as it was then.
pub(super) struct TextAhead {
    text: KeptText,
    of: Option<FileState>,
}

impl TextAhead {
    /// `of`: the file as it was before it was read.
    pub fn new(text: KeptText, of: Option<FileState>) -> TextAhead {
        TextAhead { text, of }
    }

    /// None where the file was written or replaced since: it is another text then.
    pub fn still_of(&self, source: &Source) -> Option<&KeptText> {
        (state_of(source) == self.of).then_some(&self.text)
    }
}

/// Who reads a text, and when pages that are pictures are read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    pub by: &'r dyn TextReader,
    pub scans: Scans,
}

/// A file whose text is to be read while it is filed.
pub(super) struct ToBeRead<'f> {
    pub source: &'f Source,
    pub media_type: &'f str,
    /// Bytes, when it was looked at.
    pub size: u64,
    pub for_two: bool,
}

impl ToBeRead<'_> {
    /// What two open has no text: it would be read by one.
    fn read(&self, reader: Reader<'_>, stop: &Arc<AtomicBool>) -> KeptText {
        match self.for_two {
            true => KeptText::none(TextLack::ByTwo),
            false => read_inside(reader, self.source, (self.media_type, self.size), stop),
        }
    }
}

/// Reads the text inside a file of this kind and so many bytes.
fn read_inside(
    reader: Reader<'_>,
    source: &Source,
    (media_type, size): (&str, u64),
    stop: &Arc<AtomicBool>,
) -> KeptText {
    match read_from_start(source) {
        Ok(mut from) => read_until(reader, &mut *from, (media_type, size), stop),
        // It is read once more to be sealed: there it fails, if it does.
        Err(_) => KeptText::none(TextLack::Damaged),
    }
}

/// The same, for as long as somebody wants it.
///
/// # Errors
/// [`Error::Cancelled`].
pub(super) fn read_source(
    reader: Reader<'_>,
    source: &Source,
    of: (&str, u64),
    goes_on: &mut dyn FnMut() -> Flow,
) -> Result<KeptText, Error> {
    let one = |stop: &Arc<AtomicBool>| read_inside(reader, source, of, stop);
    read_together([one].into_iter(), goes_on)?.pop().ok_or(Error::Internal { what: "text" })
}

/// As [`read_inside`], of what is open from its start.
pub(super) fn read_from(reader: Reader<'_>, from: &mut dyn Read, media_type: &str, size: u64) -> KeptText {
    read_until(reader, from, (media_type, size), &Arc::default())
}

/// As [`read_from`], for as long as somebody wants it.
///
/// # Errors
/// [`Error::Cancelled`].
pub(super) fn read_while(
    reader: Reader<'_>,
    from: &mut (dyn Read + Send),
    of: (&str, u64),
    goes_on: &mut dyn FnMut() -> Flow,
) -> Result<KeptText, Error> {
    let one = |stop: &Arc<AtomicBool>| read_until(reader, from, of, stop);
    read_together([one].into_iter(), goes_on)?.pop().ok_or(Error::Internal { what: "text" })
}

fn read_until(
    Reader { by, scans }: Reader<'_>,
    from: &mut dyn Read,
    (media_type, size): (&str, u64),
    stop: &Arc<AtomicBool>,
) -> KeptText {
    let found = by.read(FileToRead { media_type, size, document: from, most: MOST_TEXT, scans, stop });
    let FoundText { mut text, mut cut, recognised, unrecognised } = match found {
        Ok(found) => found,
        Err(why) => return KeptText::none(why),
    };
    if text.len() > MOST_TEXT {
        text.truncate(text.floor_char_boundary(MOST_TEXT));
        cut = true;
    }
    let waits = scans == Scans::Later && !unrecognised.is_empty();
    if !text.chars().any(char::is_alphanumeric) {
        let why = if waits { TextLack::Pending } else { TextLack::Picture };
        return KeptText { unrecognised, ..KeptText::none(why) };
    }
    let sha256 = hex(&sha256(text.as_bytes()));
    let why = if waits { TextLack::Pending } else { TextLack::Long };
    let says = match cut || waits {
        true => InnerText::Partial { sha256, why, recognised },
        false => InnerText::Whole { sha256, recognised },
    };
    KeptText { text: Some(SecretBytes::new(text.into_bytes())), says, unrecognised }
}

/// Reads the texts inside several files, all of them at once.
///
/// # Errors
/// [`Error::Cancelled`].
pub(super) fn read_all<'f>(
    reader: Reader<'_>,
    files: impl Iterator<Item = ToBeRead<'f>>,
    goes_on: &mut dyn FnMut() -> Flow,
) -> Result<Vec<KeptText>, Error> {
    let one = |file: ToBeRead<'f>| move |stop: &Arc<AtomicBool>| file.read(reader, stop);
    read_together(files.map(one), goes_on)
}

/// Reads several texts at once. What takes longer is asked every tenth of a second whether it is to go on.
///
/// # Errors
/// [`Error::Cancelled`], as soon as those who read have ended.
fn read_together<F: FnOnce(&Arc<AtomicBool>) -> KeptText + Send>(
    each: impl Iterator<Item = F>,
    goes_on: &mut dyn FnMut() -> Flow,
) -> Result<Vec<KeptText>, Error> {
    let stop = Arc::<AtomicBool>::default();
    thread::scope(|scope| {
        // Nothing is sent: it is closed when the last of them has ended.
        let (open, ended) = mpsc::channel::<()>();
        let start = |one: F| {
            let (open, stop) = (open.clone(), &stop);
            scope.spawn(move || {
                let _open = open;
                one(stop)
            })
        };
        let each: Vec<_> = each.map(start).collect();
        drop(open);
        while ended.recv_timeout(ASKS) == Err(RecvTimeoutError::Timeout) {
            if goes_on() == Flow::Stop {
                stop.store(true, Ordering::SeqCst);
            }
        }
        let read =
            each.into_iter().map(|one| one.join().unwrap_or_else(|_| KeptText::none(TextLack::Unread))).collect();
        if stop.load(Ordering::SeqCst) { Err(Error::Cancelled) } else { Ok(read) }
    })
}

/// Whether scans in it are read later.
fn is_pending(text: &TextView) -> bool {
    text.why.as_deref() == Some(TextLack::Pending.code())
}

/// Pages as a person counts them: `3, 7–12`. A long list ends with all that come after.
pub(crate) fn pages(of: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for page in of.iter().copied() {
        let full = runs.len() == MOST_RUNS;
        match runs.last_mut() {
            Some((_, last)) if full || page == last.saturating_add(1) => *last = page,
            _ => runs.push((page, page)),
        }
    }
    let run = |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

impl Session {
    /// Reads the texts inside documents that are being filed, all of them at once: each has a worker of its own, which has to
    /// start first.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub(super) fn read_insides<'f>(
        &self,
        files: impl Iterator<Item = ToBeRead<'f>>,
        goes_on: &mut dyn FnMut() -> Flow,
    ) -> Result<Vec<KeptText>, Error> {
        read_all(self.reader(), files, goes_on)
    }

    /// From now on scans in what is filed are read so. Without this call: with the rest.
    pub fn read_scans(&mut self, when: Scans) {
        self.scans = when;
    }

    /// Who reads the texts of this session.
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader { by: &*self.text_reader, scans: self.scans }
    }

    /// Warnings of a file that is filed: that nothing looked at it, though something should have; that pages in it were read by OCR, are
    /// to be read later, or were not.
    pub(super) fn of_reading(
        &self,
        name: &str,
        text: &TextView,
        unrecognised: &[u32],
    ) -> impl Iterator<Item = Reason> + use<> {
        let unread = text.why.as_deref() == Some(TextLack::Unread.code()) && self.text_reader.reads();
        let unread = unread.then(|| Reason::new("not_read").with("name", name));
        let languages = text.recognised.join(", ").to_uppercase();
        let by_ocr = (!languages.is_empty()).then(|| Reason::new("recognised").with("name", name));
        let code = if is_pending(text) { "scans_later" } else { "unrecognised" };
        let left_out = (!unrecognised.is_empty()).then(|| Reason::new(code).with("name", name));
        let left_out = left_out.map(|reason| reason.with("pages", pages(unrecognised)));
        unread.into_iter().chain(by_ocr.map(|reason| reason.with("languages", languages))).chain(left_out)
    }

    /// What a person who files a document of this kind should know. What is on a picture is found where OCR read it; the form of an
    /// office file is shown where LibreOffice is installed and locked down.
    pub(super) fn of_kind(&self, name: &str, media_type: &str, text: &TextView) -> Option<Reason> {
        let is_read = !text.recognised.is_empty() || is_pending(text);
        let warning = kinds::warning(media_type).filter(|warning| *warning != "picture" || !is_read)?;
        let reason = Reason::new(warning).with("name", name).with("kind", media_type);
        Some(match warning {
            "text_alone" => reason.with("form", self.other_programs().office.as_str()),
            _ => reason,
        })
    }

    pub(crate) fn other_programs(&self) -> OtherPrograms {
        *self.programs.get_or_init(|| self.text_reader.other_programs())
    }

    /// Reads the text inside a file of this kind and so many bytes, of which two do not open what it becomes.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub(super) fn read_inside(
        &self,
        source: &Source,
        of: (&str, u64),
        goes_on: &mut dyn FnMut() -> Flow,
    ) -> Result<KeptText, Error> {
        read_source(self.reader(), source, of, goes_on)
    }

    /// The text that is kept next to the object of a document, if it is what its sheet says. Nothing of the document is opened.
    ///
    /// # Errors
    /// [`Error::Denied`] where the key is not held; what is wrong with the object.
    pub(crate) fn text_beside(
        &self,
        id: &DocumentId,
        record: &DocumentRecord,
        sha256: &str,
    ) -> Result<Option<SecretBytes>, Error> {
        self.text_at(id, &record.class, &record.object, sha256)
    }

    /// The same next to the object of one of its versions.
    ///
    /// # Errors
    /// As [`Session::text_beside`].
    pub(crate) fn text_at(
        &self,
        id: &DocumentId,
        class: &ClassId,
        object: &ObjectId,
        sha256: &str,
    ) -> Result<Option<SecretBytes>, Error> {
        Ok(self.text_or_why(id, class, object, sha256)?.ok())
    }

    /// The same, or why there is none: [`TextLack::Lost`], [`TextLack::Altered`].
    ///
    /// # Errors
    /// As [`Session::text_beside`].
    pub(crate) fn text_or_why(
        &self,
        id: &DocumentId,
        class: &ClassId,
        object: &ObjectId,
        sha256: &str,
    ) -> Result<Result<SecretBytes, TextLack>, Error> {
        let (Object { id: object, sealed }, with) = self.object_at("search", id, class, object)?;
        let altered = |_| Error::ObjectAltered { document: id.to_string() };
        let key = seal::text_key(with, object.as_str(), &*sealed).map_err(altered)?;
        match objects::text(&*self.objects, &object, &key) {
            Ok(None) => Ok(Err(TextLack::Lost)),
            Ok(Some(text)) if hex(&seal::sha256(text.expose_secret())) == sha256 => Ok(Ok(text)),
            Ok(Some(_)) | Err(objects::Error::Altered { .. }) => Ok(Err(TextLack::Altered)),
            Err(error) => Err(error.into()),
        }
    }

    /// The text of a document that goes along where it is sealed again: as it is kept, where it is kept.
    pub(crate) fn text_to_keep(
        &self,
        id: &DocumentId,
        record: &DocumentRecord,
        document: &index::Document,
    ) -> Option<SecretBytes> {
        let sha256 = document.text.as_ref().and_then(InnerText::sha256)?;
        self.text_beside(id, record, sha256).ok().flatten()
    }

    /// Puts into the index the words inside all documents that this officer may see, as far as they are not there. What was done
    /// stays done when it is stopped. Nothing is opened, and nothing recorded: it is like reading their sheets.
    ///
    /// # Errors
    /// Integrity errors of the index; why it could not be written.
    pub fn read_texts(&mut self, progress: &mut dyn FnMut(u64, u64) -> Flow) -> Result<(), Error> {
        self.catch_up()?;
        let total = self.index.count_texts_that_wait()?;
        if total >= MANY {
            self.index.expect_much()?;
        }
        let (mut after, mut done) = (None, 0);
        while let Some(last) = self.read_some(after, AT_ONCE)? {
            after = Some(last);
            done += AT_ONCE as u64;
            if progress(done.min(total), total) == Flow::Stop {
                break;
            }
        }
        Ok(())
    }

    /// Some of them, in the background: it goes on where it was last.
    pub(crate) fn read_texts_between(&mut self) -> Result<(), Error> {
        let after = self.text_cursor;
        self.text_cursor = match self.read_some(after, BETWEEN)? {
            // At the end it begins again: what came to this officer with a key may be older.
            None if after.is_some() => self.read_some(None, BETWEEN)?,
            last => last,
        };
        Ok(())
    }

    /// The next texts after an entry; gives the last that was looked at, and none at the end.
    fn read_some(&mut self, after: Option<u64>, most: usize) -> Result<Option<u64>, Error> {
        let waiting = self.index.texts_that_wait(&self.readable(), after, most)?;
        let (mut texts, mut last, mut bytes) = (Vec::with_capacity(waiting.len()), None, 0);
        for of in waiting {
            last = Some(of.entry);
            let text = self.looked_for(of);
            bytes += text.as_ref().and_then(|read| read.text.as_deref().ok()).map_or(0, str::len);
            texts.extend(text);
            if bytes > BYTES_AT_ONCE {
                break;
            }
        }
        let Some(last) = last else { return Ok(None) };
        self.index.change::<_, Error>(|change| Ok(change.put_texts(&texts)?))?;
        Ok(Some(last))
    }

    /// A text for the index; none where it waits for a key or for the disk.
    fn looked_for(&self, of: WaitingText) -> Option<ReadText> {
        let record = self.state.documents.get(&of.document).filter(|record| record.withdrawn.is_none())?;
        let text = match self.text_or_why(&of.document, &record.class, &record.object, &of.sha256) {
            Ok(text) => {
                text.and_then(|text| String::from_utf8(text.expose_secret().to_vec()).map_err(|_| TextLack::Altered))
            }
            Err(Error::ObjectAltered { .. } | Error::ObjectTruncated { .. }) => Err(TextLack::Altered),
            Err(Error::ObjectMissing { .. }) => Err(TextLack::Lost),
            Err(_) => return None,
        };
        Some(ReadText { of, text })
    }

    /// The sentence of a document in which stands what was looked for.
    pub(super) fn hit(&self, id: &DocumentId, typed: &str) -> Option<Hit> {
        let record = self.state.documents.get(id).filter(|record| record.withdrawn.is_none())?;
        let document = self.index.document(id).ok()??;
        let text = self.text_to_keep(id, &record, &document)?;
        index::hit(std::str::from_utf8(text.expose_secret()).ok()?, typed)
    }

    /// The documents that a list is limited to and whose kept text is gone or was altered, by their references: of those that this
    /// officer may see.
    ///
    /// # Errors
    /// As [`Session::list`].
    pub fn texts_altered(&mut self, filter: &DocumentFilter) -> Result<Vec<(String, TextLack)>, Error> {
        self.catch_up()?;
        let query = self.query_of(filter)?;
        Ok(self.index.texts_altered(&query)?)
    }

    /// Why a document that was found by its text comes without a sentence, where it is for its text: it is gone, or was altered.
    pub fn text_lost(&self, id: &DocumentId) -> Option<TextLack> {
        let record = self.state.documents.get(id).filter(|record| record.withdrawn.is_none())?;
        let document = self.index.document(id).ok()??;
        let sha256 = document.text.as_ref().and_then(InnerText::sha256)?;
        self.text_or_why(id, &record.class, &record.object, sha256).ok()?.err()
    }

    /// How many of the documents that a list is limited to are not searched by their text, and why: of those that this officer
    /// may see.
    ///
    /// # Errors
    /// As [`Session::list`].
    pub fn not_searched(&mut self, filter: &DocumentFilter) -> Result<Vec<NotSearched>, Error> {
        self.catch_up()?;
        let query = self.query_of(filter)?;
        let counts = self.index.not_searched(&query)?;
        let view = |(why, documents): (TextLack, u64)| NotSearched { why: why.code().to_owned(), documents };
        Ok(counts.into_iter().map(view).collect())
    }
}
