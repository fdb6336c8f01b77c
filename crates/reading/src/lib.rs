//! A document as a person reads it: decided, recorded, and opened in the worker, with its marks on every page. The window and
//! `zegelctl` show the same, because both come here.

mod copy;
mod look;
mod print;
mod spooler;
mod text;
mod views;

use vault::{DocumentId, DocumentRow, DocumentView, OfficerId, Second, Session};
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
    let ToRead { id, version, purpose, second, password, form } = asked;
    let mut read = session.read_document(id, version, purpose, second.as_ref(), |about| {
        let media = &about.media_type;
        Kind::of_media_type(media).ok_or_else(|| E::from(ViewError::UnsupportedMedia(media.clone())))
    })?;
    // His keys were for this.
    drop(second);
    let stamp = stamp(session, &read.about.row, read.with.as_ref(), lang);
    let size = read.bytes.size();
    let document = match form {
        Form::LaidOut => viewer.open_laid_out(read.looked, size, &mut read.bytes, password)?,
        Form::TextAlone => viewer.open_with(read.looked, size, &mut read.bytes, password)?,
    };
    Ok(InView { about: read.about, with: read.with, marked_by: read.marked_by, document, stamp })
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
