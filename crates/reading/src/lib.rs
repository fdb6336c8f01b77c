//! A document as a person reads it: decided, recorded, and opened in the worker, with its marks on every page. The window and
//! `zegelctl` show the same, because both come here.

mod copy;
mod look;
mod print;
mod spooler;
mod text;
mod views;

use vault::{DocumentId, DocumentRow, DocumentView, OfficerId, OpenedDocument, ReadDocument, Second, Session};
use viewer::{Kind, OpenDocument, Say, Stamp, ViewError, Viewer};
use words::Lang;

pub use copy::{ToCopy, copied};
pub use look::{Looked, Looking, Readable};
pub use print::{InPrint, PrintError, ToPrint, drawn, print, require_spooler};
pub use text::{InWorker, standing};
pub use views::{AttachmentView, HeadingView, MissingView, PageTextView, PrintedPages, PrintedView};

/// How an office file is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As LibreOffice lays it out, where it is installed.
    LaidOut,
    /// Its text as the file has it, whatever is installed.
    TextAlone,
}

/// Which document, why, and by whom.
pub struct ToRead<'a> {
    pub id: &'a DocumentId,
    /// From 1; none: the last.
    pub version: Option<u32>,
    pub purpose: &'a str,
    /// The second officer, where two open it.
    pub second: Option<Second>,
    /// The document's own password.
    pub password: Option<&'a str>,
    pub form: Form,
}

/// A document that is open, and what stands on each of its pages.
pub struct InView {
    pub about: DocumentView,
    /// Who opened it with this officer, where it took two.
    pub with: Option<OfficerId>,
    /// See [`Session::marked_by`].
    pub marked_by: Option<u64>,
    pub document: OpenDocument,
    pub stamp: Stamp,
}

/// A document that is decided about, recorded and decrypted, and not laid out yet: that takes seconds, and needs no session.
pub struct ToLayOut {
    pub about: DocumentView,
    /// Who opened it with this officer, where it took two.
    pub with: Option<OfficerId>,
    /// See [`Session::marked_by`].
    pub marked_by: Option<u64>,
    bytes: OpenedDocument,
    kind: Kind,
    stamp: Stamp,
    form: Form,
}

impl ToLayOut {
    /// Opens it in the worker. `password`: its own.
    ///
    /// # Errors
    /// Those of [`Viewer::open_with`].
    pub fn open(self, viewer: &Viewer, password: Option<&str>) -> Result<InView, ViewError> {
        let ToLayOut { about, with, marked_by, mut bytes, kind, stamp, form } = self;
        let size = bytes.size();
        let document = match form {
            Form::LaidOut => viewer.open_laid_out(kind, size, &mut bytes, password)?,
            Form::TextAlone => viewer.open_with(kind, size, &mut bytes, password)?,
        };
        Ok(InView { about, with, marked_by, document, stamp })
    }
}

/// Opens a document for a person. What cannot be shown is not opened, nor recorded as read.
///
/// # Errors
/// Those of [`Session::read_document`] and of [`Viewer::open_with`].
pub fn open<E: From<vault::Error> + From<ViewError>>(
    session: &mut Session,
    viewer: &Viewer,
    asked: ToRead<'_>,
    lang: Lang,
) -> Result<InView, E> {
    let password = asked.password;
    Ok(begin::<E>(session, asked, lang)?.open(viewer, password)?)
}

/// The first half of [`open`]: all that needs the session.
///
/// # Errors
/// Those of [`Session::read_document`]; [`ViewError::UnsupportedMedia`].
pub fn begin<E: From<vault::Error> + From<ViewError>>(
    session: &mut Session,
    asked: ToRead<'_>,
    lang: Lang,
) -> Result<ToLayOut, E> {
    let ToRead { id, version, purpose, second, password: _, form } = asked;
    let read = session.read_document(id, version, purpose, second.as_ref(), |about| {
        let media = &about.media_type;
        Kind::of_media_type(media).ok_or_else(|| E::from(ViewError::UnsupportedMedia(media.clone())))
    })?;
    // His keys were for this.
    drop(second);
    let stamp = stamp(session, &read.about.row, read.with.as_ref(), lang);
    let ReadDocument { about, looked: kind, bytes, marked_by, with } = read;
    Ok(ToLayOut { about, with, marked_by, bytes, kind, stamp, form })
}

/// What stands above, below and across the pages of a document while this officer, and the one who opened it with him, reads it.
fn stamp(session: &Session, document: &DocumentRow, with: Option<&OfficerId>, lang: Lang) -> Stamp {
    Stamp {
        banner: document.banner.text.clone(),
        colour: document.banner.colour.clone(),
        text_colour: document.banner.text_colour.clone(),
        watermark: session.watermark(with),
        exercise: session.exercise().then(words::exercise),
        say: Say::new(move |missing| {
            words::not_shown(lang, missing.iter().map(|item| (item.lack.code(), item.name.as_str(), item.count)))
        }),
    }
}
