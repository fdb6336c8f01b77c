//! The trusted half: starts a worker for one document, asks it, believes nothing.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::frame::{self, Answer, Kind, LARGEST, MOST_PIXELS, Request, Status, WIDEST};
use crate::sandbox::{LANDLOCK, SECCOMP};
use crate::stamp::Stamp;
use crate::{ViewError, stamp};

/// How long things may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Sending and parsing the document.
    pub open: Duration,
    /// One page.
    pub page: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { open: Duration::from_secs(30), page: Duration::from_secs(10) }
    }
}

/// Knows where the worker is.
#[derive(Clone, Debug)]
pub struct Viewer {
    worker: PathBuf,
    limits: Limits,
}

/// In points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageSize {
    pub width: f32,
    pub height: f32,
}

impl Viewer {
    /// The worker beside the running program, where it is installed.
    ///
    /// # Errors
    /// [`ViewError::NoWorker`].
    pub fn beside_program() -> Result<Viewer, ViewError> {
        let program = std::env::current_exe().map_err(|error| ViewError::NoWorker(error.to_string()))?;
        Viewer::at(&program.with_file_name("zegel-viewer"), Limits::default())
    }

    /// # Errors
    /// [`ViewError::NoWorker`].
    pub fn at(worker: &Path, limits: Limits) -> Result<Viewer, ViewError> {
        if worker.is_file() {
            Ok(Viewer { worker: worker.to_owned(), limits })
        } else {
            Err(ViewError::NoWorker("zegel-viewer".to_owned()))
        }
    }

    /// Starts a worker and gives it the document.
    ///
    /// # Errors
    /// What the document is not, or that its walls do not stand: then not a byte of it was sent.
    pub fn open(&self, kind: Kind, size: u64, document: &mut dyn Read) -> Result<OpenDocument, ViewError> {
        if size > LARGEST {
            return Err(ViewError::TooLarge { limit: LARGEST });
        }
        let mut child = Command::new(&self.worker)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| ViewError::NoWorker(error.to_string()))?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(ViewError::NoWorker("no pipes".to_owned()));
        };
        let child = Arc::new(Mutex::new(child));
        let mut open = OpenDocument { child, to, from, pages: 0, limits: self.limits };
        let limit = self.limits.open;
        let walls = open.within(limit, |_, from| Answer::read(from))?;
        if walls.status != Status::Ok || walls.b & SECCOMP == 0 || walls.b & LANDLOCK == 0 {
            return Err(ViewError::Sandbox("landlock or seccomp".to_owned()));
        }
        let mut source_failed = None;
        let answer = open.within(limit, |to, from| {
            frame::write_open(to, kind, size)?;
            if let Err(error) = send(document, size, to) {
                match error {
                    Sending::Source(error) => source_failed = Some(error),
                    // The worker may have answered before it read everything.
                    Sending::Pipe => {}
                }
            }
            if source_failed.is_some() { Err(io::ErrorKind::UnexpectedEof.into()) } else { Answer::read(from) }
        });
        if let Some(error) = source_failed {
            return Err(ViewError::Source(error));
        }
        let answer = answer?;
        check(answer, 0)?;
        open.pages = answer.a;
        Ok(open)
    }
}

enum Sending {
    Source(io::Error),
    Pipe,
}

/// Exactly `size` bytes; a source that ends early is an error of the source.
fn send(document: &mut dyn Read, size: u64, to: &mut dyn Write) -> Result<(), Sending> {
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

/// A document in its worker. Dropping it ends the worker.
pub struct OpenDocument {
    child: Arc<Mutex<Child>>,
    to: ChildStdin,
    from: ChildStdout,
    pages: u32,
    limits: Limits,
}

impl OpenDocument {
    pub fn page_count(&self) -> u32 {
        self.pages
    }

    /// Of one page, counted from 0.
    ///
    /// # Errors
    /// [`ViewError::NoSuchPage`], or that the worker ended.
    pub fn page_size(&mut self, page: u32) -> Result<PageSize, ViewError> {
        let answer = self.ask(Request::Size { page })?;
        check(answer, page)?;
        Ok(PageSize { width: answer.a as f32 / 100.0, height: answer.b as f32 / 100.0 })
    }

    /// One page, counted from 0, with its marks, as lossless WebP. `width` is that of the page in pixels; the image is as
    /// wide, and higher by two strips.
    ///
    /// # Errors
    /// [`ViewError::Timeout`] and [`ViewError::Died`] end the worker: open the document again for other pages.
    pub fn render(&mut self, page: u32, width: u32, stamp: &Stamp) -> Result<Vec<u8>, ViewError> {
        let width = width.clamp(64, WIDEST);
        let limit = self.limits.page;
        let (answer, rgba) = self.within(limit, |to, from| {
            frame::write_request(to, Request::Render { page, width })?;
            let answer = Answer::read(from)?;
            let pixels = u64::from(answer.a) * u64::from(answer.b);
            if answer.status != Status::Ok {
                return Ok((answer, Vec::new()));
            }
            // Rounding may differ by one; what was not asked for is not believed.
            if answer.a.abs_diff(width) > 1 || pixels == 0 || pixels > MOST_PIXELS {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let mut rgba = vec![0; pixels as usize * 4];
            from.read_exact(&mut rgba)?;
            Ok((answer, rgba))
        })?;
        check(answer, page)?;
        stamp::marked(answer.a, answer.b, &rgba, stamp)
    }

    fn ask(&mut self, request: Request) -> Result<Answer, ViewError> {
        let limit = self.limits.page;
        self.within(limit, |to, from| {
            frame::write_request(to, request)?;
            Answer::read(from)
        })
    }

    /// Does it within the time, or ends the worker.
    fn within<T>(
        &mut self,
        limit: Duration,
        work: impl FnOnce(&mut ChildStdin, &mut ChildStdout) -> io::Result<T>,
    ) -> Result<T, ViewError> {
        let (done, waits) = mpsc::channel::<()>();
        let child = Arc::clone(&self.child);
        let watch = thread::spawn(move || {
            let late = waits.recv_timeout(limit) == Err(RecvTimeoutError::Timeout);
            if late {
                end(&child);
            }
            late
        });
        let outcome = work(&mut self.to, &mut self.from);
        drop(done);
        match (watch.join().unwrap_or(true), outcome) {
            (false, Ok(value)) => Ok(value),
            (true, _) => Err(ViewError::Timeout { seconds: limit.as_secs() }),
            (false, Err(_)) => Err(ViewError::Died),
        }
    }
}

impl Drop for OpenDocument {
    fn drop(&mut self) {
        end(&self.child);
    }
}

/// Kills and buries. Already gone is as good.
fn end(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    drop(child.kill());
    drop(child.wait());
}

fn check(answer: Answer, page: u32) -> Result<(), ViewError> {
    match answer.status {
        Status::Ok => Ok(()),
        Status::Malformed => Err(ViewError::Malformed),
        Status::Encrypted => Err(ViewError::Encrypted),
        Status::Sandbox => Err(ViewError::Sandbox("worker".to_owned())),
        Status::TooLarge => Err(ViewError::TooLarge { limit: MOST_PIXELS }),
        Status::NoSuchPage => Err(ViewError::NoSuchPage(page)),
    }
}
