//! PDF, by hayro: pure Rust, no unsafe code. This module looks for what hayro leaves out silently. It draws it where
//! possible (form values and annotations without an appearance, letters without a shape, very large pictures), and
//! reports it in any case.

mod about;
mod actions;
mod alike;
mod annotations;
mod document;
mod ink;
mod instead;
mod large;
mod layers;
mod letters;
mod outline;
mod reading;
mod shades;
mod spaces;
mod streams;
mod survey;
mod twice;
mod unpack;
mod unseen;
mod walk;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning, TransformExt};
use hayro::hayro_syntax::object::{Dict, ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings};
use zeroize::Zeroizing;

use super::apart::Apart;
use super::{Image, Pages, Rendered, Text, fit};
use crate::frame::{MOST_PAGES, Status};
use crate::headings::Heading;
use crate::letters::{Face, Letters};
use crate::missing::{self, Lack, Missing, Missings};
use crate::places::{Area, Place};
use ink::Ink;
use instead::Structure;
use streams::Checked;
use survey::Survey;
use unseen::Shown;

/// What is not on a page is found by drawing it, as small as letters can still be told from their ground, in pixels.
const TEXT_WIDTH: u32 = 420;
/// Letters lower than that are not told from their ground, in pixels.
const LEAST_LETTER: f64 = 4.0;
/// So many letters next to each other that are not to be seen are no slip of a line over a letter.
const LEAST_HIDDEN: usize = 2;
/// Pixels under letters that are looked at for that, each time that they are: beyond, only whole runs are looked at.
const MOST_LOOKED: f64 = 1e8;
/// Longest side that is told of a page, in points: that of a larger one is told as that of a page of the same shape.
const LONGEST_SIDE: f32 = 14_400.0;
/// Headings of an outline that are compared with the pages that they lead to, and such pages. Of a longer one it is said that it is
/// there.
const MOST_COMPARED: usize = 24;
const MOST_COMPARED_PAGES: usize = 4;

pub struct PdfPages {
    /// Again when a large picture in it was made smaller.
    pdf: RefCell<Rc<Pdf>>,
    /// Its own, which it was opened with; empty where it has none.
    password: Zeroizing<String>,
    /// What each stream turned out to be, so that it is decoded for that once.
    checked: RefCell<Checked>,
    missing: Missings,
    /// What the structure of the document says that is read in place of what is drawn.
    structure: Structure,
    letters: Letters,
    outline: Vec<Heading>,
    /// What the document says besides its pages.
    words: String,
    made_of: MadeOf,
}

/// What its pages were made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MadeOf {
    /// Nobody knows: letters may be there as pictures, or as lines.
    Unknown,
    /// Of another document, here, whose text is known: letters that cannot be read are only in pictures.
    AnotherDocument,
}

impl PdfPages {
    pub fn read(document: Vec<u8>, password: Zeroizing<String>) -> Result<PdfPages, Status> {
        let cut = document::breaks_off(&document);
        let nothing = |why: Status| if cut { Status::CutShort } else { why };
        let pdf = load(document, &password).map_err(|why| if why == Status::Malformed { nothing(why) } else { why })?;
        if pdf.pages().is_empty() {
            return Err(nothing(Status::NoPages));
        }
        let mut missing = document::missing(&pdf);
        if let Ok(own) = Pdf::new_with_password(pdf.data().clone(), &password) {
            twice::of(&own, &mut missing);
            document::attached_elsewhere(&own, &mut missing);
        }
        let outline = {
            let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
            outline::of(&pdf, &root, &mut missing)
        };
        let mut pages = PdfPages {
            missing,
            structure: Structure::of(&pdf),
            pdf: RefCell::new(Rc::new(pdf)),
            password,
            checked: RefCell::default(),
            letters: Letters::load(Face::Regular).ok_or(Status::Malformed)?,
            outline,
            words: String::new(),
            made_of: MadeOf::Unknown,
        };
        pages.besides();
        Ok(pages)
    }

    /// The same, where it was made of another document: what it says of itself, its maker's program said.
    pub fn of_another(self) -> PdfPages {
        PdfPages { words: String::new(), made_of: MadeOf::AnotherDocument, ..self }
    }

    /// What the document says besides its pages, and on none of those that are looked at: of its outline, and of itself.
    fn besides(&mut self) {
        let pdf = self.pdf();
        let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
        let mut missing = Missings::default();
        let mut apart = about::of(&pdf, &root, &mut missing, || self.letters_of(0));
        self.unread_headings(&mut apart);
        let mut words = String::new();
        apart.write(&mut words, &mut missing);
        self.words = words;
        self.missing.append(missing);
    }

    fn unread_headings(&self, apart: &mut Apart) {
        let mut read: HashMap<u32, String> = HashMap::new();
        let compared = self.outline.len() <= MOST_COMPARED;
        for heading in &self.outline {
            let page =
                heading.page.filter(|page| compared && (read.len() < MOST_COMPARED_PAGES || read.contains_key(page)));
            let said = page.map(|page| read.entry(page).or_insert_with(|| self.letters_of(page)));
            if !said.is_some_and(|said| said.contains(&instead::letters(&heading.title))) {
                apart.add("outline", &heading.title);
            }
        }
    }

    /// Of the text of a page, without what divides them.
    fn letters_of(&self, page: u32) -> String {
        let pdf = self.pdf();
        let Some(page) = pdf.pages().get(page as usize) else { return String::new() };
        instead::letters(&self.survey(page, to_pixels(page, (TEXT_WIDTH, TEXT_WIDTH))).text)
    }

    fn pdf(&self) -> Rc<Pdf> {
        Rc::clone(&self.pdf.borrow())
    }

    fn survey(&self, page: &Page<'_>, to_pixels: Affine) -> Survey {
        survey::of(page, to_pixels, &self.letters, &self.structure, &mut self.checked.borrow_mut())
    }

    /// Puts smaller pictures in the place of those that are too large to be decoded by the renderer. Whether there were any.
    fn make_smaller(&self, pictures: &[ObjectIdentifier]) -> bool {
        let with_smaller = large::with_smaller(&self.pdf(), pictures, &mut self.checked.borrow_mut());
        let Some(Ok(pdf)) = with_smaller.map(|file| load(file, &self.password)) else { return false };
        *self.pdf.borrow_mut() = Rc::new(pdf);
        true
    }
}

fn load(document: Vec<u8>, password: &str) -> Result<Pdf, Status> {
    Pdf::new_with_password(document, password).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Status::Encrypted,
        LoadPdfError::Decryption(_) => Status::Encryption,
        LoadPdfError::Invalid => Status::Malformed,
    })
}

/// From the page's own units to pixels of an image of this size.
fn to_pixels(page: &Page<'_>, (width, height): (u32, u32)) -> Affine {
    let (page_width, page_height) = page.render_dimensions();
    Affine::scale_non_uniform(f64::from(width) / f64::from(page_width), f64::from(height) / f64::from(page_height))
        * page.initial_transform(true).to_kurbo()
}

impl Pages for PdfPages {
    fn count(&self) -> u32 {
        u32::try_from(self.pdf().pages().len()).unwrap_or(u32::MAX).min(MOST_PAGES)
    }

    fn complete(&self) -> bool {
        self.pdf().pages().len() <= MOST_PAGES as usize
    }

    fn missing(&self) -> Vec<Missing> {
        let mut missing = self.missing.clone();
        missing.add_many(Lack::TooLong, &MOST_PAGES.to_string(), u32::from(!self.complete()));
        missing.done()
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.pdf().pages().get(page as usize).map(|page| {
            let (width, height) = page.render_dimensions();
            let less = (LONGEST_SIDE / width.max(height)).min(1.0);
            (width * less, height * less)
        })
    }

    fn outline(&self) -> Vec<Heading> {
        self.outline.clone()
    }

    fn is_scan(&self, page: u32) -> bool {
        match self.made_of {
            MadeOf::Unknown => true,
            MadeOf::AnotherDocument => {
                let pdf = self.pdf();
                let page = pdf.pages().get(page as usize);
                page.is_some_and(|page| self.survey(page, to_pixels(page, (TEXT_WIDTH, TEXT_WIDTH))).pictured)
            }
        }
    }

    fn text(&self, page: u32) -> Option<Text> {
        let page_number = page;
        let missing = self.render(page, TEXT_WIDTH).map(|page| page.missing).unwrap_or_default();
        let pdf = self.pdf();
        let page = pdf.pages().get(page as usize)?;
        let (width, height) = page.render_dimensions();
        let to_points = to_pixels(page, (width.round().max(1.0) as u32, height.round().max(1.0) as u32));
        let survey = self.survey(page, to_points);
        let mut context = RenderContext::new(1, 1);
        let mut ink = Ink::new(&mut context, &self.letters, to_points);
        let also = annotations::draw(page, &mut ink, &mut Missings::default(), &survey.text);
        let last = page_number + 1 == self.count();
        let text = [survey.text]
            .into_iter()
            .chain(survey.said)
            .chain(also)
            .chain(last.then(|| self.words.clone()))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
        let mut unsure = Missings::default();
        unsure.add_many(Lack::TooLong, "", u32::from(survey.text_cut));
        survey.unsure.iter().for_each(|font| unsure.add(Lack::Reading, font));
        Some(Text { text, missing: missing::joined(missing, unsure) })
    }

    fn places(&self, page: u32) -> Vec<Place> {
        let pdf = self.pdf();
        let Some(page) = pdf.pages().get(page as usize) else { return Vec::new() };
        let (width, height) = page.render_dimensions();
        let (wide, high) = (width.round().max(1.0), height.round().max(1.0));
        let survey = self.survey(page, to_pixels(page, (wide as u32, high as u32)));
        let share = |at: f64, of: f32| (at / f64::from(of)).clamp(0.0, 1.0) as f32;
        let place = |(begin, area): &(usize, Rect)| Place {
            begin: u32::try_from(*begin).unwrap_or(u32::MAX),
            area: Area {
                left: share(area.x0, wide),
                top: share(area.y0, high),
                right: share(area.x1, wide),
                bottom: share(area.y1, high),
            },
        };
        survey.places.iter().map(place).collect()
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        let pdf = self.pdf();
        let found = pdf.pages().get(page as usize).ok_or(Status::NoSuchPage)?;
        let size = fit(found.render_dimensions(), width)?;
        let mut survey = self.survey(found, to_pixels(found, size));
        let last = page + 1 == MOST_PAGES && !self.complete();
        survey.missing.add_many(Lack::TooLong, &MOST_PAGES.to_string(), u32::from(last));
        if survey.large.is_empty() || !self.make_smaller(&survey.large) {
            return Ok(self.draw(found, size, survey));
        }
        drop(pdf);
        let pdf = self.pdf();
        let found = pdf.pages().get(page as usize).ok_or(Status::NoSuchPage)?;
        let survey = self.survey(found, to_pixels(found, size));
        Ok(self.draw(found, size, survey))
    }
}

impl PdfPages {
    fn draw(&self, page: &Page<'_>, (width, height): (u32, u32), survey: Survey) -> Rendered {
        let transform = to_pixels(page, (width, height));
        // A page is at most 14,000 pixels high.
        let side = |pixels: u32| u16::try_from(pixels).unwrap_or(u16::MAX);
        let mut context = RenderContext::new(side(width), side(height));
        let undecoded = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&undecoded);
        let settings = InterpreterSettings {
            warning_sink: Arc::new(move |warning| {
                if matches!(warning, InterpreterWarning::ImageDecodeFailure) {
                    counter.fetch_add(1, Ordering::Relaxed);
                }
            }),
            ..InterpreterSettings::default()
        };
        hayro::render_into(page, &RenderCache::new(), &settings, &RenderSettings::default(), &mut context, transform);
        let mut missing = self.missing.clone();
        missing.append(survey.missing);
        actions::of(page.raw()).iter().for_each(|action| missing.add(Lack::Script, action));
        let mut ink = Ink::new(&mut context, &self.letters, transform);
        if twice::is_no_page(page.raw()) {
            missing.add(Lack::Pages, "");
            ink.crossed(survey::whole(page, transform));
        }
        survey.boxes.iter().for_each(|letter| ink.letter(letter));
        survey.crossed.iter().for_each(|place| ink.crossed(*place));
        if survey.blank {
            ink.crossed(survey::whole(page, transform));
        }
        drop(annotations::draw(page, &mut ink, &mut missing, &survey.text));
        // Of a picture that is not on the page itself, such as a mask or a pattern.
        if survey.crossed.is_empty() {
            missing.add_many(Lack::Picture, "", undecoded.load(Ordering::Relaxed));
        }
        context.flush();
        let mut pixmap = Pixmap::new(context.width(), context.height());
        let settings = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
        context.render_with(&mut pixmap, &mut Resources::default(), settings);
        // On white, so that premultiplied and plain colour are the same.
        let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
        for pixel in pixmap.data_as_u8_slice().chunks_exact(4) {
            rgb.extend_from_slice(pixel.get(..3).unwrap_or(&[255; 3]));
        }
        let mut looked = 0.0;
        if survey.lettered && rgb.iter().all(|value| *value == 255) {
            missing.add(Lack::Blank, "");
        } else if survey.unseen || survey.runs.iter().any(|run| hidden(run, &rgb, (width, height), &mut looked)) {
            missing.add(Lack::Unseen, "");
        }
        for picture in self.unseen(&survey.pictures, &rgb, (width, height)) {
            missing.add(Lack::UnseenPicture, &picture.name);
        }
        Rendered { image: Image { width, height, rgb }, missing: missing.done() }
    }
}

impl PdfPages {
    /// The pictures that show something, and of which nothing is to be seen on this image of the page.
    fn unseen<'s>(&self, pictures: &'s [Shown], rgb: &[u8], size: (u32, u32)) -> Vec<&'s Shown> {
        let plain = pictures.iter().filter(|picture| picture.tiny || unseen::is_plain(picture.place, rgb, size));
        let pdf = self.pdf();
        let shows = |picture: &&Shown| match picture.id {
            // That was asked when it was met.
            None => true,
            Some(id) => *self
                .checked
                .borrow_mut()
                .shows
                .entry(id)
                .or_insert_with(|| pdf.xref().get::<Stream<'_>>(id).is_some_and(|stream| unseen::shows(&stream))),
        };
        plain.filter(shows).collect()
    }
}

/// Whether nothing is to be seen of letters that follow one another, all of a run or several of them, because the page is of one colour
/// wherever they stand. Of letters that are too small on this image, that is not said. `looked`: pixels that were looked at.
fn hidden(letters: &[Rect], rgb: &[u8], (width, height): (u32, u32), looked: &mut f64) -> bool {
    let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let is_hidden = |letter: &Rect| {
        let letter = letter.intersect(page);
        let told = letter.height() >= LEAST_LETTER && letter.width() >= 1.0;
        told && unseen::is_of_one_colour(letter, rgb, (width, height))
    };
    if *looked > MOST_LOOKED {
        return letters.iter().all(is_hidden);
    }
    let mut together = 0;
    for letter in letters {
        *looked += letter.intersect(page).area();
        together = if is_hidden(letter) { together + 1 } else { 0 };
        if together >= LEAST_HIDDEN.min(letters.len()) {
            return true;
        }
    }
    false
}
