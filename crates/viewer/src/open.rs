//! The trusted half: starts a worker for one document, asks it for pages, and trusts none of its answers.

mod attached;
mod second;
mod sending;
mod text;

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, ChildStdout, Command};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use crate::confined::{Run, Standing};
use crate::frame::{
    self, CUT, Call, LARGEST, LARGEST_FORM, LARGEST_PART, MOST_PAGES, MOST_PIXELS, Reply, Status, TALLEST, WIDEST,
};
use crate::kind::Kind;
use crate::missing::{Lack, Missing};
use crate::ocr::Ocr;
use crate::office::Office;
use crate::page::Page;
use crate::pdfium::Pdfium;
use crate::places::Area;
use crate::process::{Process, Stop, Unanswered};
use crate::sandbox::{LANDLOCK, SECCOMP};
use crate::stamp::{Canvas, Stamp};
use crate::turn::Turn;
use crate::{Cut, ViewError};
use second::Opinion;
use sending::{All, Sending, send};
use text::has_text;

pub use text::{PageText, Scan, WholeText};

/// A plain text that is not longer fits on the pages that can be shown, in bytes.
const SHORT_TEXT: u64 = 100_000;
/// So long a worker may take to put up its walls, which it does before it has anything of the document: it needs a tenth of a
/// second, and more on a machine that is full.
const STARTING: Duration = Duration::from_secs(8);
/// So long the text of one document is read.
const READING: Duration = Duration::from_secs(30);
/// So long pages of one document are read by OCR.
const RECOGNISING: Duration = Duration::from_secs(120);
/// Below this no mark could be read, in pixels.
const NARROWEST: u32 = 64;

/// What stands between a document and the rest of the machine. Without seccomp and the resource limits nothing is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Walls {
    /// Seccomp, resource limits, and every file right of Landlock ABI 2.
    #[default]
    Full,
    /// Seccomp and resource limits alone: where the kernel has no Landlock.
    WithoutLandlock,
}

/// How long things may take, and what may be done without.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Sending and parsing the document.
    pub open: Duration,
    /// One page.
    pub page: Duration,
    /// The least that must stand. [`Walls::Full`] refuses every document where the kernel has no Landlock.
    pub walls: Walls,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { open: Duration::from_secs(30), page: Duration::from_secs(10), walls: Walls::Full }
    }
}

/// Knows where the worker is.
#[derive(Clone, Debug)]
pub struct Viewer {
    worker: PathBuf,
    limits: Limits,
    office: Option<Office>,
    ocr: Option<Ocr>,
    pdfium: Option<Pdfium>,
    stop: Stop,
    /// Scans are named where a text is read, and not read.
    leaves_scans: bool,
}

/// In points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSize {
    pub width: f32,
    pub height: f32,
}

impl Viewer {
    /// The worker next to the running program, where it is installed.
    ///
    /// # Errors
    /// [`ViewError::NoWorker`].
    pub fn beside_program() -> Result<Viewer, ViewError> {
        let program = std::env::current_exe().map_err(ViewError::NoWorker)?;
        Viewer::at(&program.with_file_name("zegel-viewer"), Limits::default())
    }

    /// # Errors
    /// [`ViewError::NoWorker`].
    pub fn at(worker: &Path, limits: Limits) -> Result<Viewer, ViewError> {
        if worker.is_file() {
            let (office, ocr, pdfium) = (None, None, None);
            let (worker, stop) = (worker.to_owned(), Stop::default());
            Ok(Viewer { worker, limits, office, ocr, pdfium, stop, leaves_scans: false })
        } else {
            Err(ViewError::NoWorker(io::ErrorKind::NotFound.into()))
        }
    }

    /// With what is installed on this machine: LibreOffice, tesseract, PDFium.
    pub fn with_installed(self) -> Viewer {
        let (office, ocr) = (Office::installed(&self.worker), Ocr::installed(&self.worker));
        let pdfium = Pdfium::installed(&self.worker);
        self.with_office(office).with_ocr(ocr).with_pdfium(pdfium)
    }

    /// How LibreOffice stands on this machine, by which office files are shown with their form.
    pub fn office(&self) -> Standing {
        Office::standing(&self.worker)
    }

    /// How tesseract stands on this machine, by which scans are read.
    pub fn ocr(&self) -> Standing {
        Ocr::standing(&self.worker)
    }

    /// How PDFium stands on this machine, by which a second opinion about pages of PDF is had.
    pub fn pdfium(&self) -> Standing {
        Pdfium::standing(&self.worker)
    }

    pub fn with_pdfium(self, pdfium: Option<Pdfium>) -> Viewer {
        Viewer { pdfium: pdfium.map(|pdfium| pdfium.until(&self.stop)), ..self }
    }

    pub fn with_ocr(self, ocr: Option<Ocr>) -> Viewer {
        Viewer { ocr: ocr.map(|ocr| ocr.until(&self.stop)), ..self }
    }

    pub fn with_office(self, office: Option<Office>) -> Viewer {
        Viewer { office: office.map(|office| office.until(&self.stop)), ..self }
    }

    /// The same, until somebody wants it to end: then whatever works for it ends within tenths of a second, and everything that is
    /// asked of it, or of what it opened, ends with [`ViewError::Stopped`].
    pub fn until(self, stop: Stop) -> Viewer {
        let (office, ocr, pdfium) = (self.office.clone(), self.ocr.clone(), self.pdfium.clone());
        Viewer { stop, ..self }.with_office(office).with_ocr(ocr).with_pdfium(pdfium)
    }

    /// The same, that leaves the scans of a document for later: [`Self::read_text`] names their pages, and takes no time for OCR.
    pub fn leaving_scans(self) -> Viewer {
        Viewer { leaves_scans: true, ..self }
    }

    /// Starts a worker and gives it the document.
    ///
    /// # Errors
    /// What the document is not, or that its walls do not stand: then not a byte of it was sent.
    pub fn open(&self, kind: Kind, size: u64, document: &mut dyn Read) -> Result<OpenDocument, ViewError> {
        self.open_with(kind, size, document, None)
    }

    /// Why a file of this kind cannot be shown here, or not all of it: as anyone who opens it would learn, or why it could not be
    /// looked at. Nothing of what is not shown anyway, nor of a short plain text, which can always be shown.
    pub fn refuses(&self, media_type: &str, size: u64, document: &mut dyn Read) -> Option<ViewError> {
        let kind = Kind::of_media_type(media_type).filter(|kind| *kind != Kind::Text || size > SHORT_TEXT)?;
        match self.open(kind, size, document) {
            Ok(open) => {
                let ends = open.missing().iter().any(|item| item.lack == Lack::CutShort);
                let why = if ends { Cut::End } else { Cut::Limit };
                (ends || !open.complete()).then(|| ViewError::Cut { pages: open.page_count(), why })
            }
            Err(error) => Some(error),
        }
    }

    /// What can be read in a document of this kind, page after page with a form feed between, up to `most` bytes and as far as it
    /// is read in half a minute. A document in which only some pages can be read gives those before the first that cannot. A page
    /// that is a picture is read by OCR, where that is installed, for two minutes more in all.
    ///
    /// # Errors
    /// As [`Self::open`]; as [`OpenDocument::text`] where nothing of it can be read; [`ViewError::Stopped`].
    pub fn read_text(
        &self,
        media_type: &str,
        size: u64,
        document: &mut dyn Read,
        most: usize,
    ) -> Result<WholeText, ViewError> {
        let kind = Kind::of_media_type(media_type);
        let kind = kind.ok_or_else(|| ViewError::UnsupportedMedia(media_type.to_owned()))?;
        let begun = Instant::now();
        let mut open = self.open(kind, size, document)?;
        let mut whole = WholeText { text: String::new(), cut: false, recognised: Vec::new(), unrecognised: Vec::new() };
        let mut by_ocr = Duration::ZERO;
        for page in 0..open.page_count() {
            let mut read = match open.text(page) {
                Ok(read) => read,
                Err(ViewError::Stopped) => return Err(ViewError::Stopped),
                Err(error) if whole.text.trim().is_empty() => return Err(error),
                Err(_) => {
                    whole.cut = true;
                    break;
                }
            };
            if page > 0 {
                whole.text.push('\u{c}');
            }
            if self.ocr.is_some() && !has_text(&read.text) {
                let started = Instant::now();
                let left = if self.leaves_scans { Duration::ZERO } else { RECOGNISING.saturating_sub(by_ocr) };
                if left.is_zero() {
                    // No time is left to look whether it is empty.
                    if open.may_be_scan(page) {
                        read.missing.push(Missing::new(Lack::Unrecognised, "", 1));
                    }
                } else if let Some(scan) = open.scan(page, &mut read) {
                    scan.read_within(left, &mut read);
                }
                by_ocr += started.elapsed();
                if self.stop.is_wanted() {
                    return Err(ViewError::Stopped);
                }
            }
            if read.missing.iter().any(|item| item.lack == Lack::Unrecognised) {
                whole.unrecognised.push(page + 1);
                whole.cut = true;
            }
            whole.text.push_str(&read.text);
            if !read.recognised.is_empty() {
                whole.recognised.clone_from(&read.recognised);
            }
            whole.cut |= read.missing.iter().any(|item| item.lack == Lack::TooLong);
            let goes_on = page + 1 < open.page_count();
            if whole.text.len() > most || (goes_on && begun.elapsed() > READING + by_ocr) {
                whole.text.truncate(whole.text.floor_char_boundary(most.min(whole.text.len())));
                whole.cut = true;
                break;
            }
        }
        Ok(whole)
    }

    /// Opens one that asks for a password of its own.
    ///
    /// # Errors
    /// As [`Self::open`], or that it is not this password.
    pub fn open_with(
        &self,
        kind: Kind,
        size: u64,
        document: &mut dyn Read,
        password: Option<&str>,
    ) -> Result<OpenDocument, ViewError> {
        self.open_formed(kind, size, document, password, (None, None))
    }

    /// The same; of an office file, first its pages as LibreOffice lays them out, where that is installed and comes to something. Pages
    /// of PDF are compared with how PDFium draws them, where that is installed ([`Lack::DrawnOtherwise`], [`Lack::NotCompared`]).
    ///
    /// # Errors
    /// As [`Self::open_with`].
    pub fn open_laid_out(
        &self,
        kind: Kind,
        size: u64,
        document: &mut dyn Read,
        password: Option<&str>,
    ) -> Result<OpenDocument, ViewError> {
        let fits = kind.ending_of_office().is_some() && password.is_none() && size <= LARGEST;
        let form = self.office.as_ref().filter(|_| fits).and_then(|office| office.start(kind, size));
        let compared = self.pdfium.as_ref().filter(|_| kind == Kind::Pdf && size <= LARGEST);
        let opinion = compared.map(|pdfium| pdfium.start(size, password.unwrap_or_default()));
        self.open_formed(kind, size, document, password, (form, opinion))
    }

    /// `form`: what lays it out meanwhile. `opinion`: what draws it as well, where something does; none in it where that did not
    /// start.
    fn open_formed(
        &self,
        kind: Kind,
        size: u64,
        document: &mut dyn Read,
        password: Option<&str>,
        (form, opinion): (Option<Run>, Option<Option<Run>>),
    ) -> Result<OpenDocument, ViewError> {
        if password.is_some_and(|password| password.len() > frame::LONGEST_PASSWORD) {
            return Err(ViewError::WrongPassword);
        }
        if size > LARGEST {
            return Err(ViewError::TooLarge { limit: LARGEST });
        }
        let worker = Process::start(Command::new(&self.worker), &self.stop).map_err(ViewError::NoWorker)?;
        let (walls, limits, missing) = (Walls::Full, self.limits, Vec::new());
        let ocr = self.ocr.clone();
        let compared = opinion.is_some();
        let mut opinion = opinion.flatten();
        let mut open = OpenDocument { worker, pages: 0, complete: true, missing, walls, limits, ocr, opinion: None };
        let laying_out = self.office.as_ref().map(Office::limit).unwrap_or_default();
        let limit = self.limits.open + form.as_ref().map_or(Duration::ZERO, |_| laying_out);
        // It is no fault of a document that nobody looked at it.
        let answer = open
            .within(self.limits.open.min(STARTING), |_, from| Reply::read(from))
            .map_err(|error| if matches!(error, ViewError::Stopped) { error } else { ViewError::NoAnswer })?;
        open.walls = standing(answer, self.limits.walls)?;
        let (mut source_failed, formed) = (None, form.is_some());
        let answer = open.within(limit, |to, from| {
            match form {
                Some(_) => frame::write_open_with_form(to, kind, size)?,
                None => frame::write_open(to, kind, size, password.unwrap_or_default())?,
            }
            let mut form = form;
            if let Err(error) = send(document, size, &mut All(to, [&mut form, &mut opinion])) {
                match error {
                    Sending::Source(error) => source_failed = Some(error),
                    // The worker may have answered before it read everything.
                    Sending::Pipe => {}
                }
            } else if formed {
                let pdf =
                    form.and_then(|run| run.finish(laying_out, LARGEST_FORM)).map(Zeroizing::new).unwrap_or_default();
                // It may have answered that the document is none, and be gone.
                drop(frame::write_form(to, &pdf));
            }
            if source_failed.is_some() { Err(io::ErrorKind::UnexpectedEof.into()) } else { Reply::read(from) }
        });
        if let Some(error) = source_failed {
            return Err(ViewError::Source(error));
        }
        let answer = answer?;
        check(answer, 0).map_err(|error| match error {
            ViewError::Encrypted if password.is_some() => ViewError::WrongPassword,
            ViewError::Unsupported(_) => ViewError::Unsupported(kind.media_type()),
            other => other,
        })?;
        open.pages = answer.a.min(MOST_PAGES);
        open.complete = answer.b & CUT == 0 && answer.a <= MOST_PAGES;
        open.missing = open.list(None)?;
        open.opinion = compared.then(|| Opinion::of(opinion));
        Ok(open)
    }
}

/// What stands, if it is enough.
fn standing(answer: Reply, least: Walls) -> Result<Walls, ViewError> {
    check(answer, 0)?;
    let (seccomp, landlock) = (answer.b & SECCOMP != 0, answer.b & LANDLOCK != 0);
    match (seccomp, landlock, least) {
        (false, _, _) => Err(ViewError::Sandbox("seccomp")),
        (true, true, Walls::Full | Walls::WithoutLandlock) => Ok(Walls::Full),
        (true, false, Walls::WithoutLandlock) => Ok(Walls::WithoutLandlock),
        (true, false, Walls::Full) => Err(ViewError::Sandbox("landlock")),
    }
}

/// A document in its worker. Dropping it ends the worker.
pub struct OpenDocument {
    worker: Process,
    pages: u32,
    complete: bool,
    missing: Vec<Missing>,
    walls: Walls,
    limits: Limits,
    ocr: Option<Ocr>,
    /// Where its pages are compared.
    opinion: Option<Opinion>,
}

impl OpenDocument {
    pub fn page_count(&self) -> u32 {
        self.pages
    }

    /// Whether these are all its pages. A document of plain text that goes on beyond them ends with `[…]`;
    /// its text does not.
    pub fn complete(&self) -> bool {
        self.complete
    }

    /// What the document lacks as a whole: each of its pages says so too; that it goes on, its last one.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    /// The most memory that its worker had at a time, in bytes.
    pub(crate) fn most_resident(&self) -> Option<u64> {
        self.worker.most_resident()
    }

    /// What stands around it.
    pub fn walls(&self) -> Walls {
        self.walls
    }

    /// Of one page, counted from 0.
    ///
    /// # Errors
    /// [`ViewError::NoSuchPage`], or that the worker ended.
    pub fn page_size(&mut self, page: u32) -> Result<PageSize, ViewError> {
        let answer = self.ask(Call::Size { page })?;
        check(answer, page)?;
        Ok(PageSize { width: answer.a as f32 / 100.0, height: answer.b as f32 / 100.0 })
    }

    /// One page, counted from 0, with its marks. `width` is that of the page in pixels, from 64 to 4,000; the image is as wide,
    /// and higher by two strips, and by a third where something is missing. A page that would be too high is narrower; an image
    /// is no narrower than 240 for that.
    ///
    /// # Errors
    /// [`ViewError::Timeout`] and [`ViewError::Died`] end the worker: open the document again for other pages.
    pub fn render(&mut self, page: u32, width: u32, stamp: &Stamp) -> Result<Page, ViewError> {
        self.render_turned(page, width, Turn::None, stamp)
    }

    /// The same, turned by hand; its marks stand upright. `width` is that of the page as it is shown.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_turned(&mut self, page: u32, width: u32, turn: Turn, stamp: &Stamp) -> Result<Page, ViewError> {
        self.render_marked(page, width, turn, stamp, &[])
    }

    /// The same, with these parts of the page upright marked as by a pen, under its watermark.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_marked(
        &mut self,
        page: u32,
        width: u32,
        turn: Turn,
        stamp: &Stamp,
        marks: &[Area],
    ) -> Result<Page, ViewError> {
        let mut canvas = self.canvas(page, width, turn, stamp)?;
        let mut missing = self.list(Some(page))?;
        missing.extend(self.second_opinion(page, turn, &mut canvas));
        canvas.mark(&marks.iter().map(|area| turn.area(*area)).collect::<Vec<_>>());
        canvas.finish(stamp, missing)
    }

    fn list(&mut self, page: Option<u32>) -> Result<Vec<Missing>, ViewError> {
        let limit = if page.is_some() { self.limits.page } else { self.limits.open };
        self.take(limit, (Call::Missing { page }, page.unwrap_or_default()), frame::read_missing)
    }

    /// A page in its strips, still without watermark.
    pub(crate) fn canvas(&mut self, page: u32, width: u32, turn: Turn, stamp: &Stamp) -> Result<Canvas, ViewError> {
        let shown = width.clamp(NARROWEST, WIDEST);
        let width = if turn.is_sideways() {
            let size = self.page_size(page)?;
            // As high as it is to be wide once it is turned.
            (shown as f32 * size.width / size.height).clamp(1.0, WIDEST as f32) as u32
        } else {
            shown
        };
        let limit = self.limits.page;
        self.within(limit, |to, from| {
            frame::write_call(to, Call::Render { page, width })?;
            let answer = Reply::read(from)?;
            if let Err(error) = check(answer, page) {
                return Ok(Err(error));
            }
            let (wide, high) = (answer.a, answer.b);
            let pixels = u64::from(wide) * u64::from(high);
            // What was not asked for is not believed.
            if wide > width || high > TALLEST || pixels == 0 || pixels > MOST_PIXELS {
                return Err(io::ErrorKind::InvalidData.into());
            }
            match Canvas::new(if turn.is_sideways() { (high, wide) } else { (wide, high) }, shown, stamp) {
                Ok(mut canvas) if turn == Turn::None => {
                    canvas.page_rows().try_for_each(|row| from.read_exact(row))?;
                    Ok(Ok(canvas))
                }
                Ok(mut canvas) => {
                    let mut upright = vec![0; usize::try_from(pixels * 3).unwrap_or(usize::MAX)];
                    from.read_exact(&mut upright)?;
                    turn.of(&upright, wide as usize, canvas.page_rows());
                    Ok(Ok(canvas))
                }
                // The pixels must leave the pipe all the same.
                Err(error) => {
                    io::copy(&mut from.take(pixels * 3), &mut io::sink())?;
                    Ok(Err(error))
                }
            }
        })?
    }

    fn ask(&mut self, request: Call) -> Result<Reply, ViewError> {
        let limit = self.limits.page;
        self.within(limit, |to, from| {
            frame::write_call(to, request)?;
            Reply::read(from)
        })
    }

    /// Asks for what comes behind its answer, which `read` reads; of a page or a file that is named where there is none such.
    fn take<T>(
        &mut self,
        limit: Duration,
        (request, of): (Call, u32),
        read: impl FnOnce(&mut dyn Read, Reply) -> io::Result<T>,
    ) -> Result<T, ViewError> {
        self.within(limit, |to, from| {
            frame::write_call(to, request)?;
            let answer = Reply::read(from)?;
            match check(answer, of) {
                Ok(()) => read(from, answer).map(Ok),
                Err(error) => Ok(Err(error)),
            }
        })?
    }

    /// Does it within the time, or ends the worker.
    fn within<T>(
        &mut self,
        limit: Duration,
        work: impl FnOnce(&mut ChildStdin, &mut ChildStdout) -> io::Result<T>,
    ) -> Result<T, ViewError> {
        self.worker.within(limit, work).map_err(|why| match why {
            Unanswered::Late => ViewError::Timeout { seconds: limit.as_secs() },
            Unanswered::Ended => ViewError::Died,
            Unanswered::Stopped => ViewError::Stopped,
        })
    }
}

fn check(answer: Reply, page: u32) -> Result<(), ViewError> {
    match answer.status {
        Status::Ok => Ok(()),
        Status::Malformed => Err(ViewError::Malformed),
        Status::CutShort => Err(ViewError::CutShort),
        Status::Encrypted => Err(ViewError::Encrypted),
        Status::Sandbox => Err(ViewError::Sandbox("worker")),
        Status::TooLarge => Err(ViewError::TooLarge { limit: LARGEST }),
        Status::TooManyPixels => Err(ViewError::TooManyPixels),
        Status::NoSuchPage => Err(ViewError::NoSuchPage(page)),
        Status::Encryption => Err(ViewError::Encryption),
        Status::NoPages => Err(ViewError::NoPages),
        Status::Unpacks => Err(ViewError::Unpacks { limit: LARGEST_PART }),
        // Which one, is known to the one who asked.
        Status::Unsupported => Err(ViewError::Unsupported("")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_must_be_enough() {
        let answer = |b| Reply { status: Status::Ok, a: 0, b };
        let refused = |b, least| matches!(standing(answer(b), least), Err(ViewError::Sandbox(_)));
        assert!(matches!(standing(answer(SECCOMP | LANDLOCK), Walls::Full), Ok(Walls::Full)));
        assert!(matches!(standing(answer(SECCOMP | LANDLOCK), Walls::WithoutLandlock), Ok(Walls::Full)));
        assert!(matches!(standing(answer(SECCOMP), Walls::WithoutLandlock), Ok(Walls::WithoutLandlock)));
        assert!(refused(SECCOMP, Walls::Full), "without Landlock nothing is opened unless that was allowed");
        assert!(
            refused(LANDLOCK, Walls::WithoutLandlock) && refused(0, Walls::WithoutLandlock),
            "seccomp is never optional"
        );
        assert!(standing(Reply::failed(Status::Sandbox), Walls::WithoutLandlock).is_err());
        assert_eq!(Limits::default().walls, Walls::Full);
    }
}
