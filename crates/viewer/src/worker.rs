//! The untrusted half: first the sandbox, then the document, then requests until there are no more.

use std::io::{self, Read, Write};

use crate::frame::{self, CUT, Call, LARGEST, Opening, Reply, Status};
use crate::missing::Missing;
use crate::pages::{self, Pages, Rendered, Text};
use crate::sandbox;

/// Runs until the pipe is closed.
///
/// # Errors
/// When the other side is gone.
pub fn run(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<()> {
    let enforced = match sandbox::lock_down() {
        Ok(enforced) => enforced,
        Err(_) => return Reply::failed(Status::Sandbox).write(to),
    };
    // The parent decides whether these walls are enough, before it sends anything.
    Reply { status: Status::Ok, a: 0, b: enforced }.write(to)?;
    let Opening { kind, size, password, with_form } = frame::read_open(from)?;
    if size > LARGEST {
        return Reply::failed(Status::TooLarge).write(to);
    }
    let mut document = Vec::new();
    from.take(size).read_to_end(&mut document)?;
    let pages = match pages::read(kind, document, password) {
        Ok(pages) => pages,
        Err(status) => return Reply::failed(status).write(to),
    };
    // It comes from another program, which was given a stranger's document: believed no more than that.
    let pages = match with_form.then(|| frame::read_form(from)).transpose()?.flatten() {
        Some(form) => pages::laid_out(form, pages),
        None => pages,
    };
    let cut = if pages.complete() { 0 } else { CUT };
    Reply { status: Status::Ok, a: pages.count(), b: enforced | cut }.write(to)?;
    serve(&*pages, from, to)
}

fn serve(pages: &dyn Pages, from: &mut dyn Read, to: &mut dyn Write) -> io::Result<()> {
    // Of the page that was rendered or read last.
    let mut last: (Option<u32>, Vec<Missing>) = (None, Vec::new());
    // The text that was read last, as long as it is asked for in pieces.
    let mut read: Option<(u32, String)> = None;
    while let Some(request) = frame::read_call(from)? {
        match request {
            Call::Size { page } => match pages.size(page) {
                Some((width, height)) => {
                    Reply { status: Status::Ok, a: hundredths(width), b: hundredths(height) }.write(to)?;
                }
                None => Reply::failed(Status::NoSuchPage).write(to)?,
            },
            Call::Places { page } if page < pages.count() => frame::write_places(to, &pages.places(page))?,
            Call::Places { .. } => Reply::failed(Status::NoSuchPage).write(to)?,
            Call::Scan { page } => Reply { status: Status::Ok, a: u32::from(pages.is_scan(page)), b: 0 }.write(to)?,
            Call::Attachments => {
                let attachments: Vec<_> = pages.attachments().into_iter().map(|(attachment, _)| attachment).collect();
                frame::write_attachments(to, &attachments)?;
            }
            Call::Attachment { nth, piece } => match pages.attachments().get(nth as usize) {
                Some((_, bytes)) => frame::write_piece(to, bytes, piece)?,
                None => Reply::failed(Status::NoSuchPage).write(to)?,
            },
            Call::Outline => frame::write_outline(to, &pages.outline())?,
            Call::Render { page, width } => match pages.render(page, width) {
                Ok(Rendered { image, missing }) => {
                    last = (Some(page), missing);
                    Reply { status: Status::Ok, a: image.width, b: image.height }.write(to)?;
                    to.write_all(&image.rgb)?;
                    to.flush()?;
                }
                Err(status) => Reply::failed(status).write(to)?,
            },
            Call::Missing { page: None } => frame::write_missing(to, &pages.missing())?,
            Call::Missing { page } if page == last.0 => frame::write_missing(to, &last.1)?,
            Call::Missing { .. } => Reply::failed(Status::NoSuchPage).write(to)?,
            Call::Text { page, piece } if piece > 0 && read.as_ref().is_some_and(|(of, _)| *of == page) => {
                frame::write_text(to, read.as_ref().map_or("", |(_, text)| text), piece)?;
            }
            Call::Text { page, piece } => match pages.text(page) {
                Some(Text { text, missing }) => {
                    last = (Some(page), missing);
                    frame::write_text(to, &text, piece)?;
                    read = (text.len() > frame::MOST_TEXT as usize).then_some((page, text));
                }
                None => Reply::failed(Status::NoSuchPage).write(to)?,
            },
        }
    }
    Ok(())
}

fn hundredths(points: f32) -> u32 {
    (points * 100.0).clamp(0.0, 10_000_000.0) as u32
}
