//! Versions of a document: another file under the same reference. What was there before stays, sealed, and can be opened.
//!
//! Who filed which version and when, everybody's program knows from the record of the document. What a version is, and why it
//! came, stands on its sheet, and is read from the log; the index keeps what the document is now.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use objects::{Drafts, NotAppended};
use registry::documents::{Content, DocumentRecord, FoundSheet, InnerText, Sheet, SheetOfVersion, TextLack};
use registry::event::VersionFiled;
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::state::instant;
use seal::{ContentHash, Identity, ObjectKey, Recipient, SecretBytes};

use super::filing::ClassOf;
use super::inside::{self, KeptText, Reader, TextAhead};
use super::of_text::OfText;
use super::pick::{followed, link_followed};
use super::source::{media_type_of, read_from_start, start_of, state_of};
use super::together::Second;
use crate::doors::{Object, Particulars, Resealing};
use crate::draft::EntryDraft;
use crate::faults::FaultAt;
use crate::reader::Scans;
use crate::session::denied_for;
use crate::stored::not_appended;
use crate::{
    ClassId, DocumentId, Error, Flow, HistoryRow, Reason, Session, Source, TextReader, VersionResult, VersionView, text,
};

/// The action that is refused where there is no right to it.
const ACTION: &str = "file-version";

/// Another version of a document.
#[derive(Debug)]
pub struct NewVersion {
    pub source: Source,
    /// As in [`NewDocument`].
    pub file_name: Option<Vec<u8>>,
    /// What is new in it, for those who may read the document.
    pub why: String,
}

/// Another version of a document whose text is read before it is filed, outside of the session.
#[must_use]
pub struct VersionAhead {
    new: NewVersion,
    reader: Arc<dyn TextReader>,
    scans: Scans,
    text: Option<TextAhead>,
}

impl VersionAhead {
    /// Reads it; `goes_on` is asked every tenth of a second.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; why the file cannot be read.
    pub fn read_text(&mut self, goes_on: &mut dyn FnMut() -> Flow) -> Result<(), Error> {
        let (start, size) = start_of(&self.new.source)?;
        let media_type = media_type_of(&self.new.source, &start, size);
        let (reader, of) = (Reader { by: &*self.reader, scans: self.scans }, state_of(&self.new.source));
        let text = inside::read_source(reader, &self.new.source, (media_type.as_str(), size), goes_on)?;
        self.text = Some(TextAhead::new(text, of));
        Ok(())
    }
}

/// A version on its way into the vault.
struct VersionUnderWay<'a> {
    session: &'a mut Session,
    id: &'a DocumentId,
    /// As the document was when its new version was looked at.
    before: &'a DocumentRecord,
    /// What it is now.
    present: ContentHash,
    /// Nothing looked for a text in it.
    unread: bool,
    new: &'a NewVersion,
    /// What was read in it before, where it was.
    ahead: Option<&'a KeptText>,
    why: &'a str,
    /// Who files it with this officer, where two open the document.
    second: Option<&'a Second>,
    kind: &'a ClassOf,
    key: ObjectKey,
    content: Content,
    epoch: u32,
    /// Pages of which OCR did not read what stands on them, from 1.
    unrecognised: Vec<u32>,
    progress: &'a mut dyn FnMut(u64) -> Flow,
}

impl Session {
    /// Files another version of a document: another file under the same reference, with the same marking and title. The one
    /// before stays, and can be opened by its number. `progress` is told how many bytes were read.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody who may not read it, or who neither filed it nor leads its dossier nor is a registrar; in a
    /// closed dossier, and of what two open or was withdrawn. [`Error::State`] where the file is what the document is already,
    /// or another version came meanwhile; [`Error::NotFound`]; [`Error::Missing`] reason, [`Error::TooLong`],
    /// [`Error::Character`]; [`Error::Cancelled`], [`Error::DiskFull`]. After an error nothing of it is in the vault.
    pub fn file_version(
        &mut self,
        id: &DocumentId,
        new: &NewVersion,
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<VersionResult, Error> {
        self.file_version_with(id, new, None, progress)
    }

    /// The same, together with a second officer where two open the document. He is asked whether he may open it as well, and signs.
    ///
    /// # Errors
    /// As [`Session::file_version`]; [`Error::Denied`] where it takes two and there is no second, where he may not open it, and
    /// where it takes one and there are two.
    pub fn file_version_with(
        &mut self,
        id: &DocumentId,
        new: &NewVersion,
        second: Option<&Second>,
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<VersionResult, Error> {
        self.require_writable()?;
        let why = text::grounds("why", &new.why)?;
        // Before anything is opened for it.
        let _ = start_of(&new.source)?;
        let about = AuditRecord::new(Act::FileVersion).about("document", id.to_string());
        let may = |session: &Session, at| session.may_put_right(ACTION, id, second, at);
        self.by_two((ACTION, &may), (id, &about), &why, second, |session| {
            session.replace(id, (new, None), &why, second, progress)
        })
    }

    /// Looks at another version of a document, as [`Session::file_version`] does before it files it, and gives it back for its text to
    /// be read. Nothing of it is in the vault.
    ///
    /// # Errors
    /// As [`Session::file_version`].
    pub fn begin_version(&mut self, id: &DocumentId, new: NewVersion) -> Result<VersionAhead, Error> {
        self.require_writable()?;
        let _ = text::grounds("why", &new.why)?;
        let _ = start_of(&new.source)?;
        self.catch_up()?;
        let about = AuditRecord::new(Act::FileVersion).about("document", id.to_string());
        let may = self.may_file_version(id, None, self.now());
        self.note_denial(may, &about)?;
        Ok(VersionAhead { new, reader: self.text_reader.clone(), scans: self.scans, text: None })
    }

    /// Files it: decided about once more, as it stands now.
    ///
    /// # Errors
    /// As [`Session::file_version`].
    pub fn file_version_ahead(
        &mut self,
        id: &DocumentId,
        ahead: &VersionAhead,
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<VersionResult, Error> {
        self.require_writable()?;
        let why = text::grounds("why", &ahead.new.why)?;
        let text = ahead.text.as_ref().and_then(|text| text.still_of(&ahead.new.source));
        self.replace(id, (&ahead.new, text), &why, None, progress)
    }

    fn replace(
        &mut self,
        id: &DocumentId,
        (new, ahead): (&NewVersion, Option<&KeptText>),
        why: &str,
        second: Option<&Second>,
        progress: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<VersionResult, Error> {
        let (start, size) = start_of(&new.source)?;
        let media_type = media_type_of(&new.source, &start, size);
        let of_text = OfText::of(&start, &media_type);
        let name = match (&new.file_name, &new.source) {
            (Some(name), _) => name.clone(),
            (None, crate::Source::Path(path)) => text::name_of(path),
            (None, crate::Source::File(_) | crate::Source::Bytes(_) | crate::Source::Markdown(_)) => Vec::new(),
        };
        let name = text::file_name(&name);
        let link = match &new.source {
            crate::Source::Path(path) => followed(path),
            crate::Source::File(_) | crate::Source::Bytes(_) | crate::Source::Markdown(_) => None,
        };
        self.catch_up()?;
        let about = AuditRecord::new(Act::FileVersion).about("document", id.to_string());
        let may = self.may_file_version(id, second, self.now());
        self.note_denial(may, &about)?;
        let before = self.filing(id)?;
        let indexed = self.in_index(id, &before)?;
        let (present, unread) = (indexed.listed.blake3, indexed.text.is_none() || self.text_lost(id).is_some());
        let of = self.state.classes.get(&before.class).ok_or(Error::Internal { what: "class" })?;
        let kind = ClassOf { access: of.access.clone(), dossier: of.dossier.clone() };
        let made = self.class_for(&kind, &|session, at| session.may_file_version(id, second, at));
        self.note_denial(made, &about)?;
        let (store, faults) = (self.objects.clone(), self.faults.clone());
        let intent = self.intent(Vec::new());
        let content = Content {
            file_name: name.shown.clone(),
            original_name: name.original.clone(),
            media_type,
            size,
            // Known when it was read.
            blake3: ContentHash::UNKNOWN,
            text: None,
        };
        let key = ObjectKey::generate_from(&*self.randomness);
        let mut filing = VersionUnderWay {
            session: self,
            id,
            before: &before,
            present,
            unread,
            new,
            ahead,
            why,
            second,
            kind: &kind,
            key,
            content,
            epoch: 0,
            unrecognised: Vec::new(),
            progress,
        };
        let written = objects::write(&*store, intent, &|step| faults(FaultAt::Writing(step)), &mut filing);
        let VersionUnderWay { content, unrecognised, .. } = filing;
        self.note_denial(written, &about)?;
        self.catch_up()?;
        let mut warnings = self.warnings_of(id, (&content, &unrecognised), of_text)?;
        warnings.extend(link.map(|target| link_followed(&content.file_name, &target)));
        let (_, reference) = self.numbered(id).ok_or(Error::Internal { what: "document" })?;
        Ok(VersionResult {
            id: id.clone(),
            reference,
            version: self.filing(id)?.count_versions(),
            warnings,
            text: content.text.as_ref().into(),
            file_name: content.file_name,
            media_type: content.media_type,
            size: content.size,
            blake3: content.blake3,
        })
    }

    /// What a person should know of a version, and nothing forbids.
    fn warnings_of(
        &self,
        id: &DocumentId,
        (content, unrecognised): (&Content, &[u32]),
        of_text: OfText,
    ) -> Result<Vec<Reason>, Error> {
        let about = |code: &str| Reason::new(code).with("name", content.file_name.clone());
        let mut warnings = Vec::new();
        if let Some(original) = &content.original_name {
            warnings.push(about("name_changed").with("original", text::told(original)));
        }
        if content.size == 0 {
            warnings.push(about("empty_file"));
        }
        let others = self.index.same_bytes(&content.blake3, &self.readable(), 2)?;
        let other = match others.into_iter().find(|listed| listed.id != *id) {
            Some(listed) => Some(listed.reference),
            None => {
                let former = self.former_bytes(&self.readable())?;
                let other = former.get(&content.blake3).filter(|former| *former != id);
                other.and_then(|former| self.numbered(former)).map(|(_, reference)| reference)
            }
        };
        if let Some(other) = other {
            warnings.push(about("already_filed").with("reference", other));
        }
        let filing = self.filing(id)?;
        let before = usize::try_from(filing.count_versions()).map_or(0, |count| count.saturating_sub(1));
        let versions = self.versions_of(id, &filing)?;
        let is_same = |of: &Option<SheetOfVersion>| of.as_ref().is_some_and(|of| of.content.blake3 == content.blake3);
        if let Some(place) = versions.iter().take(before).position(is_same) {
            warnings.push(about("same_as_version").with("version", (place + 1).to_string()));
        }
        let text = content.text.as_ref().into();
        if content.size > 0 {
            warnings.extend(self.of_kind(&content.file_name, &content.media_type, &text));
        }
        warnings.extend(of_text.warnings(&content.file_name));
        warnings.extend(self.of_reading(&content.file_name, &text, unrecognised));
        Ok(warnings)
    }

    /// Whether this officer may file another version of a document.
    fn may_file_version(&self, id: &DocumentId, second: Option<&Second>, at: DateTime<Utc>) -> Result<(), Error> {
        self.may_put_right(ACTION, id, second, at)?;
        let filing = self.filing(id)?;
        if !self.is_in_open_dossier(&filing) {
            return Err(denied_for(ACTION, Reason::new("version_in_closed_dossier")));
        }
        match second {
            // Of its key each of the two has a share.
            Some(_) => Ok(()),
            None => self.require_key(&filing.class, filing.epoch),
        }
    }

    /// Whether something may come into the dossier that a document is in.
    pub(super) fn is_in_open_dossier(&self, filing: &DocumentRecord) -> bool {
        let dossier = self.state.classes.get(&filing.class).and_then(|class| self.state.dossiers.get(&class.dossier));
        dossier.is_some_and(|dossier| dossier.status == crate::DossierStatus::Open)
    }

    /// What is known of each version of a document, the first one first; none of those whose sheets this officer cannot read.
    ///
    /// # Errors
    /// Why the log could not be read.
    pub(crate) fn versions_of(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
    ) -> Result<Vec<Option<SheetOfVersion>>, Error> {
        let class = &filing.class;
        // Those that it had when it came to its class are told by the entry that put it there.
        let brought = filing.versions.iter().filter(|version| version.index < filing.index).count();
        let mut all = match brought {
            0 => {
                let filed = self.sheet_in(id, class, filing.index, &|sheet| matches!(sheet, Sheet::Filed { .. }))?;
                let content = filed.and_then(|found| found.sheet.content());
                vec![content.map(|content| SheetOfVersion { content, why: String::new() })]
            }
            _ => match self.sheet_in(id, class, filing.index, &|sheet| matches!(sheet, Sheet::Versions { .. }))? {
                Some(FoundSheet { sheet: Sheet::Versions { all, .. }, .. }) if all.len() == brought + 1 => {
                    all.into_iter().map(Some).collect()
                }
                Some(_) | None => vec![None; brought + 1],
            },
        };
        for version in filing.versions.iter().skip(brought) {
            let found = self.sheet_in(id, class, version.index, &|sheet| matches!(sheet, Sheet::Version { .. }))?;
            let of = |found: FoundSheet| if let Sheet::Version { of, .. } = found.sheet { Some(of) } else { None };
            all.push(found.and_then(of));
        }
        self.with_read_later(id, filing, brought, &mut all)?;
        Ok(all)
    }

    /// The same where all of them must be known.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`] where a sheet is not what the log says that there is; [`Error::Denied`] where its key is not held.
    pub(crate) fn every_version(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Vec<SheetOfVersion>, Error> {
        let all: Option<Vec<SheetOfVersion>> = self.versions_of(id, filing)?.into_iter().collect();
        all.ok_or_else(|| self.unknown_sheet(id, filing))
    }

    /// Why a sheet of a document is not there to be read.
    pub(crate) fn unknown_sheet(&self, id: &DocumentId, filing: &DocumentRecord) -> Error {
        match self.holds_every_epoch(&filing.class) {
            true => Error::ObjectAltered { document: id.to_string() },
            false => denied_for("open", Reason::new("key_not_delivered")),
        }
    }

    /// What one version of a document is.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it has no such version; as [`Session::every_version`].
    pub(super) fn version_of(&self, id: &DocumentId, filing: &DocumentRecord, version: u32) -> Result<Content, Error> {
        let all = self.versions_of(id, filing)?;
        let place = usize::try_from(version).ok().and_then(|version| version.checked_sub(1));
        let of = place.and_then(|place| all.get(place));
        let of = of.ok_or_else(|| Error::NotFound { kind: "version", name: version.to_string() })?;
        of.as_ref().map(|of| of.content.clone()).ok_or_else(|| self.unknown_sheet(id, filing))
    }

    /// The version that is asked for, where it is not the last one.
    pub(super) fn earlier_version(filing: &DocumentRecord, version: Option<u32>) -> Option<u32> {
        version.filter(|version| *version != filing.count_versions())
    }

    /// What the last version of a document is, where it came after the entry that put the document into its class, as far as
    /// this officer holds its key.
    pub(crate) fn present(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Option<Content>, Error> {
        let Some(last) = filing.versions.last().filter(|last| last.index > filing.index) else { return Ok(None) };
        let found = self.sheet_in(id, &filing.class, last.index, &|sheet| matches!(sheet, Sheet::Version { .. }))?;
        Ok(found.and_then(|found| found.sheet.content()))
    }

    /// Adds its versions to the lines of a document's history: to those that brought one, and, where it came from another class
    /// whose sheet this officer does not read, lines of their own.
    pub(super) fn with_versions(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        lines: &mut Vec<(u64, HistoryRow)>,
    ) -> Result<(), Error> {
        if filing.versions.is_empty() || self.state.opens_by_two(&filing.class) {
            return Ok(());
        }
        let known = self.versions_of(id, filing)?;
        let first = (filing.first_index(), filing.at_ms, &filing.by);
        let later = filing.versions.iter().map(|version| (version.index, version.at_ms, &version.by));
        for (number, ((entry, at_ms, by), known)) in (1..).zip(std::iter::once(first).chain(later).zip(known)) {
            let Some(SheetOfVersion { content, why }) = known else { continue };
            let act = if number == 1 { Act::File } else { Act::FileVersion };
            let view = Some(VersionView::of(number, content));
            match lines.iter_mut().find(|(index, line)| *index == entry && line.action == act.as_str()) {
                Some((_, line)) => line.version = view,
                None => {
                    let line = HistoryRow {
                        at: instant(at_ms),
                        officer: by.clone(),
                        action: act.as_str().to_owned(),
                        purpose: why,
                        changes: Vec::new(),
                        version: view,
                        consent: None,
                        printed: None,
                    };
                    lines.push((entry, line));
                }
            }
        }
        Ok(())
    }

    /// All versions of a document, opened to be sealed again, the first one first; `door` opens them for a recorded permit.
    ///
    /// # Errors
    /// Those of `door`; [`Error::Denied`] where a key is not held; what is wrong with an object.
    pub(crate) fn all_again(
        &self,
        action: &'static str,
        id: &DocumentId,
        filing: &DocumentRecord,
        door: impl FnOnce(Vec<(Object, &Identity, Particulars)>) -> Result<Vec<Resealing>, Error>,
    ) -> Result<Vec<Again>, Error> {
        let (mut sealed, mut said) = (Vec::new(), Vec::new());
        for (of, (_, object)) in self.every_version(id, filing)?.into_iter().zip(filing.sealed()) {
            let text = of.content.text.as_ref().and_then(InnerText::sha256);
            // One that cannot be had now, as where the bucket is out of reach, is not lost.
            let text = text.map(|text| self.text_at(id, &filing.class, object, text)).transpose()?.flatten();
            let (object, with) = self.object_at(action, id, &filing.class, object)?;
            sealed.push((object, with, particulars(&of.content)));
            said.push((of.content, text));
        }
        let opened = door(sealed)?.into_iter().zip(said);
        let again = |(opened, (content, text)): (Resealing, (Content, Option<SecretBytes>))| -> Again {
            let key = ObjectKey::generate_from(&*self.randomness);
            let Content { media_type, size, blake3, text: says, .. } = content;
            let lost = says.filter(|_| text.is_none());
            Again { opened, media_type, size, content: blake3, text, lost, key }
        };
        Ok(opened.map(again).collect())
    }
}

impl Session {
    /// Looks again for texts that are gone or were altered, in what is sealed again.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`] where a version cannot be read.
    pub(crate) fn find_lost_texts(&self, versions: &mut [Again]) -> Result<(), Error> {
        versions.iter_mut().try_for_each(|version| version.find_again(&*self.text_reader, &mut || Flow::Continue))
    }
}

/// A version that is sealed again, as another object.
pub(crate) struct Again {
    opened: Resealing,
    media_type: String,
    size: u64,
    content: ContentHash,
    text: Option<SecretBytes>,
    /// What its sheet says of a text that is gone or was altered.
    lost: Option<InnerText>,
    pub key: ObjectKey,
}

impl Again {
    /// What two open has no text: it would be read by one.
    pub fn without_text(&mut self) {
        self.text = None;
    }

    /// What was kept of its text is gone or was altered: it is read again, and kept where it is what the sheet says. For as long as
    /// somebody wants it.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; [`Error::ObjectAltered`] where it cannot be read.
    pub fn find_again(&mut self, by: &dyn TextReader, goes_on: &mut dyn FnMut() -> Flow) -> Result<(), Error> {
        let Some(lost) = self.lost.take() else { return Ok(()) };
        let Some(sha256) = lost.sha256() else { return Ok(()) };
        let scans = if lost.lack() == Some(TextLack::Pending) { Scans::Later } else { Scans::Now };
        let (of, reader) = ((self.media_type.as_str(), self.size), Reader { by, scans });
        let found = inside::read_while(reader, self.opened.rewound()?, of, goes_on)?;
        self.text = found.text.filter(|_| found.says.sha256() == Some(sha256));
        Ok(())
    }

    /// Reads its text to the end, scans and all, for as long as somebody wants it, and gives what its sheet will say of it, and the
    /// pages that OCR did not come to. None where nothing read it now, OCR read none of its pages, or less came out than was known.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; [`Error::ObjectAltered`] where it cannot be read.
    pub fn read_later(
        &mut self,
        by: &dyn TextReader,
        goes_on: &mut dyn FnMut() -> Flow,
    ) -> Result<Option<(InnerText, Vec<u32>)>, Error> {
        let (of, reader) = ((self.media_type.as_str(), self.size), Reader { by, scans: Scans::Now });
        let KeptText { text, says, unrecognised } = inside::read_while(reader, self.opened.rewound()?, of, goes_on)?;
        let length = |text: &Option<SecretBytes>| text.as_ref().map_or(0, |text| text.expose_secret().len());
        // A worker or OCR that ended before its time: what it did not read waits on.
        let failed = matches!(says.lack(), Some(TextLack::Unread | TextLack::Damaged));
        let by_none = !unrecognised.is_empty() && says.recognised().is_empty();
        if failed || by_none || length(&text) < length(&self.text) {
            return Ok(None);
        }
        self.text = text;
        Ok(Some((says, unrecognised)))
    }

    /// What two opened and one will open from now on: nobody has looked at its text yet. It is read where it is open anyway, and
    /// what its sheet will say of it is given; none where nobody reads texts.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`] where it cannot be read.
    pub fn read_text(&mut self, by: &dyn TextReader, scans: Scans) -> Result<Option<InnerText>, Error> {
        let (media_type, size) = (&self.media_type, self.size);
        let KeptText { text, says, unrecognised: _ } =
            inside::read_from(Reader { by, scans }, self.opened.rewound()?, media_type, size);
        self.text = text;
        Ok(Some(says).filter(|says| says.lack() != Some(TextLack::Unread)))
    }

    /// Seals it: whatever comes out is what was filed, to the byte. Its text goes along.
    ///
    /// # Errors
    /// [`Error::ObjectAltered`] where it is not; why it could not be written.
    pub fn seal(&mut self, id: &DocumentId, recipient: &Recipient, drafts: &mut Drafts<'_>) -> Result<(), Error> {
        let altered = || Error::ObjectAltered { document: id.to_string() };
        let from = self.opened.rewound()?;
        let sealed = drafts.seal(&self.key, recipient, from, &mut |_| Flow::Continue);
        let sealed = sealed.map_err(|error| match error.into() {
            // What cannot be read of an object was altered; what cannot be written is another matter.
            Error::Io { what, .. } if what == "document" => altered(),
            other => other,
        })?;
        if sealed.content != self.content {
            return Err(altered());
        }
        if let Some(text) = &self.text {
            drafts.text(&self.key, text.expose_secret())?;
        }
        Ok(())
    }
}

/// Of versions that were sealed again: the name of the last, and those of the versions before it.
pub(crate) fn names(again: &[Again]) -> Result<(registry::ObjectId, Vec<registry::ObjectId>), Error> {
    let (last, earlier) = again.split_last().ok_or(Error::Internal { what: "version" })?;
    Ok((last.key.object(), earlier.iter().map(|again| again.key.object()).collect()))
}

pub(super) fn particulars(content: &Content) -> Particulars {
    Particulars { file_name: content.file_name.clone(), media_type: content.media_type.clone(), size: content.size }
}

impl objects::Write for VersionUnderWay<'_> {
    type Done = ();
    type Error = Error;

    fn seal(&mut self, drafts: &mut Drafts<'_>) -> Result<(), Error> {
        let key = KeyName::Class(self.before.class.clone());
        let current = self.session.state.current(&key);
        let (epoch, recipient) = current
            .and_then(|(epoch, key)| Some((epoch, key.recipient.clone()?)))
            .ok_or(Error::Internal { what: "key" })?;
        let mut from = read_from_start(&self.new.source)?;
        let done = drafts.seal(&self.key, &recipient, &mut *from, &mut *self.progress)?;
        drop(from);
        let same = done.content == self.present;
        let refused = || Error::State { what: "version", status: "same-bytes".to_owned() };
        if same && !self.unread {
            return Err(refused());
        }
        (self.content.size, self.content.blake3, self.epoch) = (done.plain_size, done.content, epoch);
        let read;
        let KeptText { text, says, unrecognised } = match (self.second, self.ahead) {
            // What two open, nobody searches by its text.
            (Some(_), _) => {
                read = KeptText::none(TextLack::ByTwo);
                &read
            }
            (None, Some(ahead)) => ahead,
            (None, None) => {
                let (of, progress) = ((self.content.media_type.as_str(), self.content.size), &mut *self.progress);
                read = self.session.read_inside(&self.new.source, of, &mut || progress(of.1))?;
                &read
            }
        };
        self.unrecognised.clone_from(unrecognised);
        // The same file, whose text was not read when it was filed, is taken where it is read now.
        if same && says.lack() == Some(TextLack::Unread) {
            return Err(refused());
        }
        if let Some(text) = text {
            drafts.text(&self.key, text.expose_secret())?;
        }
        // Where nobody looked for one, nothing is said.
        self.content.text = Some(says.clone()).filter(|text| text.lack() != Some(TextLack::Unread));
        Ok(())
    }

    fn append(&mut self) -> Result<(), NotAppended<Error>> {
        let VersionUnderWay { session, id, before, why, second, key, content, epoch, .. } = self;
        let of = SheetOfVersion { content: content.clone(), why: (*why).to_owned() };
        let recorded = session.append_all(|session, at| {
            session.may_file_version(id, *second, at)?;
            let filing = session.filing(id)?;
            if filing.object != before.object {
                return Err(Error::State { what: "document", status: "changed".to_owned() });
            }
            let class: &ClassId = &filing.class;
            let current = session.state.current(&KeyName::Class(class.clone())).map(|(epoch, _)| epoch);
            if current != Some(*epoch) || !session.is_sealed_soundly(class, *epoch, None, at) {
                return Err(Error::Overtaken);
            }
            let fact = VersionFiled {
                document: (*id).clone(),
                number: filing.count_versions().saturating_add(1),
                class: class.clone(),
                epoch: *epoch,
                object: key.object(),
            };
            let sheet = Sheet::Version { document: (*id).clone(), of: of.clone() };
            let words = EntryDraft::default().changed_by(id, *second).fact(fact).sheet(class, *epoch, sheet);
            Ok(vec![(words, ())])
        });
        recorded.map(drop).map_err(not_appended)
    }

    fn overtaken(&mut self) -> Result<(), Error> {
        let (id, second) = (self.id, self.second);
        self.session.class_for(self.kind, &|session, at| session.may_file_version(id, second, at))
    }
}
