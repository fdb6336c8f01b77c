//! TIFF (6.0, and its large form): a page for each picture, as scanners and fax machines make it, in the shape that its
//! resolution gives it. One that ends early, or is damaged, shows what is there; a page of which nothing can be decoded is white. Both
//! are said.

mod strips;

use std::cell::RefCell;
use std::io::Cursor;

use image::{DynamicImage, ImageError, ImageFormat};

use self::strips::Strips;
use super::super::{Image, Pages, Rendered, Text, fit};
use super::ground::Ground;
use super::layout::{Layout, MOST_ENTRIES};
use super::said::PictureWords;
use super::soundness::Soundness;
use super::{decode, exif, scaled};
use crate::frame::Status;
use crate::missing::{Lack, Missing, Missings};
use crate::places::Place;

/// More pages than that nobody reads on a screen.
const MOST_PAGES: usize = 5000;

const WIDTH: u64 = 256;
const HEIGHT: u64 = 257;
const ORIENTATION: u64 = 274;
const ACROSS: u64 = 282;
const DOWN: u64 = 283;
const WITHIN: u64 = 330;

/// A picture of the file, by the directory that describes it.
struct Directory {
    /// Where it stands in the file.
    at: u64,
    /// Pixels, as it is held.
    width: u64,
    height: u64,
    /// How much higher than wide a pixel is.
    shape: f32,
    /// Pictures that belong to this one, and are shown nowhere.
    within: u32,
}

/// A page, and what is wrong with it.
type Decoded = (DynamicImage, Soundness);

pub struct Tiff {
    /// The first directory that it names is the one of the page that is decoded.
    document: RefCell<Vec<u8>>,
    layout: Layout,
    pages: Vec<Directory>,
    complete: bool,
    /// Whether the file ends within a directory, or before one that it speaks of.
    cut: bool,
    /// What the whole says besides its pixels, and what of that is not read.
    text: String,
    said: Missings,
    /// The last page, decoded, and which it is; none where it cannot be.
    last: RefCell<Option<(u32, Option<Decoded>)>>,
}

impl Tiff {
    pub fn read(document: Vec<u8>) -> Result<Tiff, Status> {
        let layout = Layout::of(&document).ok_or(Status::Malformed)?;
        let (mut pages, mut complete, mut cut) = (Vec::<Directory>::new(), true, false);
        let mut next = layout.number(&document, layout.first(), layout.wide());
        while let Some(at) = next.filter(|at| *at != 0) {
            // A file that goes round in circles has an end where it began.
            if pages.iter().any(|page| page.at == at) {
                break;
            }
            if pages.len() == MOST_PAGES {
                complete = false;
                break;
            }
            let Some((directory, after)) = layout.directory(&document, at) else {
                (complete, cut) = (false, true);
                break;
            };
            pages.push(directory);
            // Where the next one is must be said, if only that there is none.
            cut |= after.is_none();
            next = after;
        }
        if pages.is_empty() {
            // Many programs write what describes a picture behind its pixels.
            return Err(if layout.breaks_off(&document) { Status::CutShort } else { Status::Malformed });
        }
        let mut words = PictureWords::default();
        exif::read(&document, &mut words);
        let (mut text, mut said) = (String::new(), words.missing);
        words.apart.write(&mut text, &mut said);
        let (document, last) = (RefCell::new(document), RefCell::new(None));
        let tiff = Tiff { document, layout, pages, complete, cut, text, said, last };
        match tiff.decoded(0) {
            Err(status) if tiff.count() == 1 => Err(status),
            first => {
                tiff.last.replace(Some((0, first.ok())));
                Ok(tiff)
            }
        }
    }

    fn decoded(&self, page: u32) -> Result<Decoded, Status> {
        let at = self.pages.get(page as usize).ok_or(Status::NoSuchPage)?.at;
        let mut document = self.document.borrow_mut();
        self.layout.begin_with(&mut document, at);
        let strips = Strips::of(self.layout, &document, at);
        let state = strips.as_ref().map(Strips::state).unwrap_or_default();
        match decode(ImageFormat::Tiff, Cursor::new(document.as_slice())) {
            Ok(picture) => Ok((picture, state)),
            Err(ImageError::Limits(_)) => Err(Status::TooManyPixels),
            Err(ImageError::Unsupported(_)) => Err(Status::Unsupported),
            Err(_) => {
                let nothing = if state == Soundness::CUT { Status::CutShort } else { Status::Malformed };
                let mended = strips.and_then(|strips| strips.mended()).ok_or(nothing)?;
                let picture = decode(ImageFormat::Tiff, Cursor::new(mended)).map_err(|_| nothing)?;
                Ok((picture, state))
            }
        }
    }

    /// Keeps the page, decoded; what is wrong with it, where it could be.
    fn decode_once(&self, page: u32) -> Option<Soundness> {
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(of, _)| *of != page) {
            // The one before leaves its room first.
            *last = None;
            *last = Some((page, self.decoded(page).ok()));
        }
        last.as_ref().and_then(|(_, picture)| picture.as_ref()).map(|(_, state)| *state)
    }

    /// What a page lacks, and with it the whole.
    fn lacks(&self, page: u32, drawn: Option<Soundness>) -> Vec<Missing> {
        let mut missing = Missings::default();
        let Some(directory) = self.pages.get(page as usize) else { return missing.done() };
        if drawn.is_none() {
            missing.add(Lack::Picture, &format!("{} × {}", directory.width, directory.height));
        }
        let state = drawn.unwrap_or_default();
        missing.add_many(Lack::Damaged, "", u32::from(state.damaged));
        missing.add_many(Lack::Pictures, "", directory.within);
        if self.cut || state.cut {
            missing.add(Lack::CutShort, "");
        } else if !self.complete && page.saturating_add(1) == self.count() {
            missing.add(Lack::TooLong, &self.count().to_string());
        }
        missing.append(self.said.clone());
        missing.done()
    }
}

impl Pages for Tiff {
    fn count(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    fn complete(&self) -> bool {
        self.complete
    }

    fn is_scan(&self, _: u32) -> bool {
        true
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        // At 96 dots an inch, as screens count.
        self.pages.get(page as usize).map(|page| (page.width as f32 * 0.75, page.height as f32 * 0.75 * page.shape))
    }

    fn missing(&self) -> Vec<Missing> {
        let mut missing = Missings::default();
        missing.add_many(Lack::Pictures, "", self.pages.iter().map(|page| page.within).sum());
        if self.cut {
            missing.add(Lack::CutShort, "");
        } else if !self.complete {
            missing.add(Lack::TooLong, &self.count().to_string());
        }
        missing.append(self.said.clone());
        missing.done()
    }

    fn text(&self, page: u32) -> Option<Text> {
        self.pages.get(page as usize)?;
        let drawn = self.decode_once(page);
        let text = if page + 1 == self.count() { self.text.clone() } else { String::new() };
        Some(Text { text, missing: self.lacks(page, drawn) })
    }

    fn places(&self, _: u32) -> Vec<Place> {
        Vec::new()
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        let (width, height) = fit(self.size(page).ok_or(Status::NoSuchPage)?, width)?;
        let drawn = self.decode_once(page);
        let last = self.last.borrow();
        let picture = last.as_ref().and_then(|(_, picture)| picture.as_ref());
        let image = match picture {
            Some((picture, _)) => scaled(picture, (width, height), Ground::of(picture)),
            None => Image { width, height, rgb: vec![255; width as usize * height as usize * 3] },
        };
        Ok(Rendered { image, missing: self.lacks(page, drawn) })
    }
}

impl Layout {
    /// The directory at a place, and where the next is; none where it describes no picture.
    fn directory(self, document: &[u8], at: u64) -> Option<(Directory, Option<u64>)> {
        let (counted, entry) = if self.large { (8, 20) } else { (2, 12) };
        let entries = self.number(document, at, counted)?;
        let entries = usize::try_from(entries).ok().filter(|entries| *entries <= MOST_ENTRIES)? as u64;
        let begins = at.checked_add(counted as u64)?;
        let (mut width, mut height, mut turned, mut within) = (0, 0, false, 0);
        let (mut across, mut down) = (1.0, 1.0);
        for entry_at in (0..entries).filter_map(|number| begins.checked_add(number * entry)) {
            let Some(tag) = self.number(document, entry_at, 2) else { break };
            match tag {
                WIDTH => width = self.value(document, entry_at)?,
                HEIGHT => height = self.value(document, entry_at)?,
                ORIENTATION => turned = (5..=8).contains(&self.value(document, entry_at)?),
                ACROSS => across = self.ratio(document, entry_at).unwrap_or(1.0),
                DOWN => down = self.ratio(document, entry_at).unwrap_or(1.0),
                WITHIN => within = self.number(document, entry_at + 4, self.wide()).unwrap_or(1),
                _ => {}
            }
        }
        if width == 0 || height == 0 {
            return None;
        }
        let shape = across / down;
        let shape = if (0.1..=10.0).contains(&shape) { shape } else { 1.0 };
        let next = begins.checked_add(entries * entry).and_then(|next| self.number(document, next, self.wide()));
        let within = u32::try_from(within).unwrap_or(u32::MAX);
        let directory = Directory { at, width, height, shape, within };
        Some((
            if turned {
                Directory { width: height, height: width, shape: 1.0 / shape, ..directory }
            } else {
                directory
            },
            next,
        ))
    }
}
