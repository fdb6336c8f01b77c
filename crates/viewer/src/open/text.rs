//! What can be read in a document: its text, where that stands, its outline, and the pictures of pages that OCR reads.

use std::time::Duration;

use zeroize::Zeroizing;

use super::OpenDocument;
use crate::ViewError;
use crate::blank::is_blank;
use crate::frame::{self, Call, LARGEST, Status};
use crate::headings::Heading;
use crate::missing::{Lack, Missing};
use crate::ocr::{self, Ocr};
use crate::pages::RULE;
use crate::places::Place;

/// Of the text of one page, in bytes: more than any document has, in whatever encoding.
const MOST_OF_A_TEXT: u64 = 3 * LARGEST;
/// Pixels of an inch, and points.
const OCR_INCH: f32 = 300.0;
const INCH: f32 = 72.0;
/// As wide a page is drawn for it, in pixels.
const LEAST_OF_OCR: u16 = 1200;
const MOST_OF_OCR: u16 = 2600;

/// What can be read on a page, and what the page lacks as [`Page::missing`](crate::Page::missing) has it, or does not let itself be
/// read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct PageText {
    pub text: String,
    /// The languages that were looked for where the page is a picture and was read by OCR, as [`Ocr::languages`]; else empty.
    pub recognised: Vec<&'static str>,
    pub missing: Vec<Missing>,
}

/// The picture of a page on which nothing can be read, for OCR. It needs the document no more.
pub struct Scan {
    ocr: Ocr,
    size: (u32, u32),
    rgb: Zeroizing<Vec<u8>>,
}

impl Scan {
    /// Reads it, which takes seconds, and puts what stands on it before what the page has; nothing where nothing stands there. Where
    /// OCR came to no end, the page lacks it: [`Lack::Unrecognised`].
    pub fn read_into(&self, page: &mut PageText) {
        self.read_within(ocr::PAGE, page);
    }

    pub(super) fn read_within(&self, limit: Duration, page: &mut PageText) {
        match self.ocr.read(self.size, &self.rgb, limit.min(ocr::PAGE)) {
            None => page.missing.push(Missing::new(Lack::Unrecognised, "", 1)),
            Some(text) if has_text(&text) => {
                page.text.insert_str(0, &text);
                page.recognised = self.ocr.languages().to_vec();
                page.missing.push(Missing::new(Lack::Recognised, &page.recognised.join(", ").to_uppercase(), 1));
            }
            Some(_) => {}
        }
    }
}

/// What can be read in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct WholeText {
    pub text: String,
    /// Whether it goes on.
    pub cut: bool,
    /// The languages that were looked for on pages that are pictures, as [`Ocr::languages`]; empty where none was read by OCR.
    pub recognised: Vec<&'static str>,
    /// Pages, from 1, that are pictures and that OCR did not read, or did not come to the end of, in its time.
    pub unrecognised: Vec<u32>,
}

impl OpenDocument {
    /// What can be read on a page, counted from 0; empty where it holds no text. With the last page of a plain text comes what
    /// no page has room for.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn text(&mut self, page: u32) -> Result<PageText, ViewError> {
        let (mut whole, mut piece, mut more) = (String::new(), 0, true);
        while more {
            let limit = self.limits.page;
            let (text, answer) = self.take(limit, (Call::Text { page, piece }, page), |from, answer| {
                Ok((frame::read_text(from, answer)?, answer.a))
            })?;
            // Nobody is believed who goes on without saying anything, or without end.
            more = answer == 1 && !text.is_empty() && (whole.len() as u64) < MOST_OF_A_TEXT;
            whole.push_str(&text);
            piece += 1;
        }
        Ok(PageText { text: whole, recognised: Vec::new(), missing: self.list(Some(page))? })
    }

    /// Where the letters of the text of a page, counted from 0, stand on it. Those of a table stand where their row does.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn places(&mut self, page: u32) -> Result<Vec<Place>, ViewError> {
        self.take(self.limits.page, (Call::Places { page }, page), frame::read_places)
    }

    /// Its outline, in the order in which its maker wrote it; empty where it has none.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn outline(&mut self) -> Result<Vec<Heading>, ViewError> {
        let (limit, pages) = (self.limits.page, self.pages);
        self.take(limit, (Call::Outline, 0), |from, answer| frame::read_outline(from, answer, pages))
    }

    /// The picture of a page, counted from 0, on which nothing can be read, as `read` has it, to be read by OCR. None where something
    /// can, where OCR is not installed, and where the page is empty or was drawn of a text. Where it cannot be looked at or drawn, the
    /// page lacks it: [`Lack::Unrecognised`].
    pub fn scan(&mut self, page: u32, read: &mut PageText) -> Option<Scan> {
        let ocr = self.ocr.clone().filter(|_| !has_text(&read.text))?;
        let scan = self.scanned(page, ocr);
        if self.worker.is_stopped() {
            return None;
        }
        scan.unwrap_or_else(|| {
            read.missing.push(Missing::new(Lack::Unrecognised, "", 1));
            None
        })
    }

    /// None where nobody knows; some of none where there is nothing for OCR to read.
    fn scanned(&mut self, page: u32, ocr: Ocr) -> Option<Option<Scan>> {
        if !self.is_scan(page)? {
            return Some(None);
        }
        let size = self.page_size(page).ok()?;
        let width = (size.width / INCH * OCR_INCH).clamp(f32::from(LEAST_OF_OCR), f32::from(MOST_OF_OCR)) as u32;
        // As long as OCR itself may take: it is drawn large.
        let (width, height, rgb) = self.picture_within(ocr::PAGE.max(self.limits.page), page, width)?;
        // A file may have thousands of empty pages, and each run takes a good part of a second to find nothing.
        Some((!is_blank(width, &rgb)).then_some(Scan { ocr, size: (width, height), rgb }))
    }

    /// Whether a page on which nothing can be read may be a picture of text; also where nobody knows.
    pub(super) fn may_be_scan(&mut self, page: u32) -> bool {
        self.is_scan(page).unwrap_or(true)
    }

    /// None where the worker does not say.
    fn is_scan(&mut self, page: u32) -> Option<bool> {
        let answer = self.ask(Call::Scan { page }).ok().filter(|answer| answer.status == Status::Ok)?;
        Some(answer.a != 0)
    }
}

/// Whether anything can be read on a page, besides what its file says of itself.
pub(super) fn has_text(text: &str) -> bool {
    text.split(RULE).next().is_some_and(|page| page.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_says_of_itself_is_no_text_on_its_page() {
        assert!(!has_text("") && !has_text(" \n") && !has_text("————————\nproducer: Scanner 3\n"));
        assert!(has_text("page 1") && has_text("page 1\n————————\nproducer: Scanner 3\n"));
    }
}
